"""The evaluation form of a Renja computed from a tree: performance and money, column by column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

import attrs

from sakip.alasan import Alasan
from sakip.angka import Isian, Kosong
from sakip.bentuk._cetak import TAK_TERHITUNG, count_desimal, print_isian, to_cetak
from sakip.bentuk._evaluasi_uang import Uang
from sakip.capaian import (
    Bagian,
    BarisCapaian,
    Kumulasi,
    LaporanCapaian,
    accumulate,
    combine_capaian,
    compute_capaian,
)
from sakip.kebijakan import Kebijakan, Polaritas
from sakip.model import AnySimpul, Indikator, Komponen, Realisasi, RealisasiAnggaran
from sakip.periode import JenisPeriode, Periode
from sakip.pohon import PohonKinerja
from sakip.skala import Skala

SEL_ANGKA = {
    6: "target_renstra",
    7: "realisasi_lalu",
    8: "target_tahun",
    13: "realisasi_tahun",
    14: "realisasi_total",
    15: "tingkat",
}
"""The attributes of the figures by the number of their column; 9 to 12 are the triwulan."""

Sel = Isian | Alasan
"""A figure, or why there is none."""
DIAM = (Alasan.BELUM_ADA_REALISASI, Alasan.BELUM_ADA_SERAPAN, Alasan.SEMUA_KOSONG)
"""Reasons that leave a cell blank: nothing was filled in."""


@attrs.frozen
class Baris:
    """One row: its head, its two sets of figures as printed, and the exact figures of column 15."""

    kepala: dict[str, Any]
    kinerja: dict[str, Any]
    anggaran: dict[str, Any]
    tingkat_kinerja: Decimal | None
    tingkat_anggaran: Decimal | None
    has_indikator: bool
    has_uang: bool


@attrs.define
class Hitung:
    """One form in the making."""

    pohon: PohonKinerja
    realisasi: tuple[Realisasi, ...]
    belanja: tuple[RealisasiAnggaran, ...]
    sampai: Periode
    span: Periode
    kebijakan: Kebijakan
    versi: str | None
    uang: Uang = attrs.field(init=False)
    laporan: LaporanCapaian = attrs.field(init=False)
    triwulan: LaporanCapaian = attrs.field(init=False)

    @uang.default
    def _make_uang(self) -> Uang:
        return Uang(self.pohon, self.belanja, self.sampai, self.span, self.versi)

    @laporan.default
    def _make_laporan(self) -> LaporanCapaian:
        """The year so far against the target of the year."""
        return compute_capaian(
            self.pohon,
            self.realisasi,
            self.sampai,
            self.kebijakan,
            versi=self.versi,
            cakupan="kumulatif",
            pembanding="tahun",
        )

    @triwulan.default
    def _make_triwulan(self) -> LaporanCapaian:
        return compute_capaian(self.pohon, self.realisasi, self.tw, self.kebijakan, versi=self.versi)

    @property
    def tw(self) -> tuple[Periode, ...]:
        """The triwulan up to the end of the period."""
        all_four = Periode(self.sampai.tahun).parts(JenisPeriode.TRIWULAN)
        return tuple(item for item in all_four if item.akhir <= self.sampai.akhir)

    def rows(self) -> list[Baris]:
        """The rows: one for each indikator, and one for each node that has money alone."""
        return [row for simpul in self.pohon for row in self._node(simpul)]

    def _node(self, simpul: AnySimpul) -> Iterable[Baris]:
        money = self.uang.columns(simpul.id)
        has = any(value is not None for value in money.values())
        if not simpul.indikator and not has:
            return
        for place, indikator in enumerate(simpul.indikator or (None,)):
            yield self._row(simpul, indikator, money if not place else dict.fromkeys(money))

    def _row(
        self, simpul: AnySimpul, indikator: Indikator | None, money: dict[int, int | Decimal | Alasan | None]
    ) -> Baris:
        performance = Kinerja() if indikator is None else self._kinerja(indikator)
        spent = {kolom: _print_uang(kolom, value) for kolom, value in money.items()}
        reasons = [(f"{kolom} K", why) for kolom, why in performance.alasan]
        reasons += [
            (f"{kolom} Rp", value)
            for kolom, value in money.items()
            if isinstance(value, Alasan) and value not in DIAM
        ]
        owner = self.pohon.owner(simpul.id)
        head = {
            "id": simpul.id,
            "jenis": simpul.jenis,
            "sasaran": self._sasaran(simpul),
            "kode": str(simpul.kode) if isinstance(simpul, Komponen) and simpul.kode is not None else "",
            "nama": simpul.label if isinstance(simpul, Komponen) else "",
            "indikator": performance.indikator,
            "penanggung_jawab": (indikator.penanggung_jawab if indikator else "")
            or ("" if owner is None else owner.nama),
            "alasan": reasons,
            "keterangan": performance.keterangan,
        }
        share = money[15]
        return Baris(
            head,
            _named(performance.sel),
            _named(spent),
            performance.tingkat,
            share if isinstance(share, Decimal) else None,
            indikator is not None,
            any(value is not None for value in money.values()),
        )

    def _sasaran(self, simpul: AnySimpul) -> str:
        """What the node is, or the nearest condition above a component."""
        path = (simpul, *reversed(self.pohon.path(simpul.id)[:-1]))
        return next((item.label for item in path if not isinstance(item, Komponen)), "")

    # --- performance ------------------------------------------------------------

    def _kinerja(self, indikator: Indikator) -> Kinerja:
        row = self.laporan[indikator.id]
        total = accumulate(
            indikator, self.realisasi, self.sampai, self.span, self.kebijakan, versi=self.versi
        )
        figures: dict[int, Sel] = {
            6: end_target(indikator, total),
            7: self._before(indikator),
            8: row.capaian.target,
            13: row.rincian.utuh,
            14: total.nilai,
        }
        figures |= {
            9 + place: self.triwulan[indikator.id, when].rincian.utuh for place, when in enumerate(self.tw)
        }
        unit = row.satuan
        digit = count_desimal(
            [
                figures[6],
                figures[8],
                *(item.nilai for item in total.bahan),
                *(item.nilai for item in row.rincian.bahan),
            ]
        )
        cells = {kolom: print_isian(value, unit, digit) for kolom, value in figures.items()}
        reasons = [
            (kolom, value)
            for kolom, value in sorted(figures.items())
            if isinstance(value, Alasan) and value not in DIAM
        ]
        share = total.capaian
        reached = not isinstance(total.nilai, Alasan) or total.nilai not in DIAM
        if share.nilai is not None:
            cells[15] = to_cetak(share.nilai, 2)
        elif share.alasan is not None and reached:
            cells[15] = TAK_TERHITUNG
            reasons.append((15, share.alasan))
        return Kinerja(
            Indikator(
                id=indikator.id,
                nama=indikator.nama,
                satuan=unit,
                polaritas=indikator.polaritas,
                agregasi=aggregation_of(row, indikator),
            ),
            cells,
            tuple(reasons),
            share.nilai,
            self._remark(indikator, share.nilai),
        )

    def _before(self, indikator: Indikator) -> Sel:
        """What was reached up to the year before; nothing in the first year of the Renstra."""
        if self.sampai.tahun == self.span.tahun:
            return Kosong()
        year = Periode(self.sampai.tahun - 1)
        return accumulate(indikator, self.realisasi, year, self.span, self.kebijakan, versi=self.versi).nilai

    def _remark(self, indikator: Indikator, tingkat: Decimal | None) -> str:
        if tingkat is None or indikator.arah is Polaritas.NAIK:
            return ""
        return f"Kolom 15 K menurut polaritas {indikator.arah.value}, kebijakan {self.kebijakan.nama}."

    # --- the rows below -----------------------------------------------------------

    def average(self, rows: Sequence[Baris], skala: Skala) -> dict[str, Any]:
        """The means of column 15 over the rows that have a figure there, and their categories."""
        kinerja = combine_capaian(
            Bagian(row.kepala["id"], row.tingkat_kinerja) for row in rows if row.has_indikator
        )
        money = combine_capaian(
            Bagian(row.kepala["id"], row.tingkat_anggaran) for row in rows if row.has_uang
        )
        found: dict[str, Any] = {
            "keterangan": f"Rata-rata K dari {kinerja.terhitung} dari {kinerja.banyak} indikator; "
            f"rata-rata Rp dari {money.terhitung} dari {money.banyak} baris anggaran."
        }
        for name, gabungan in (("kinerja", kinerja), ("anggaran", money)):
            pita = None if gabungan.nilai is None else skala.pita_for(gabungan.nilai)
            found[name] = TAK_TERHITUNG if gabungan.nilai is None else to_cetak(gabungan.nilai, 2)
            found[f"predikat_{name}"] = "" if pita is None else pita.label
        return found


@attrs.frozen
class Kinerja:
    """The performance of one row, as printed."""

    indikator: Indikator | None = None
    sel: dict[int, Isian] = attrs.field(factory=dict)
    alasan: tuple[tuple[int, Alasan], ...] = ()
    tingkat: Decimal | None = None
    keterangan: str = ""


def end_target(indikator: Indikator, total: Kumulasi) -> Sel:
    """The target at the end of the Renstra; none where nobody says whether its years add up."""
    unknown = total.cara is None and bool(indikator.target)
    return Alasan.AGREGASI_TIDAK_DIKETAHUI if unknown else total.capaian.target


def aggregation_of(row: BarisCapaian, indikator: Indikator) -> Any:
    """How its periods are put together: as stated, or as they were here."""
    cara = row.rincian.cara
    return indikator.agregasi if cara is None or indikator.agregasi is not None else cara.agregasi


def _print_uang(kolom: int, value: int | Decimal | Alasan | None) -> Isian:
    if value is None or (isinstance(value, Alasan) and value in DIAM):
        return Kosong()
    if isinstance(value, Alasan):
        return TAK_TERHITUNG
    return to_cetak(value, 2 if kolom == 15 else 0)


def _named(sel: dict[int, Isian]) -> dict[str, Any]:
    """Figures by their attribute."""
    return {
        **{name: sel.get(kolom, Kosong()) for kolom, name in SEL_ANGKA.items()},
        "triwulan": tuple(sel.get(kolom, Kosong()) for kolom in range(9, 13)),
    }
