"""The table T-C.29 computed from a tree, column by column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from sakip.alasan import Alasan
from sakip.angka import Isian, Kosong
from sakip.bentuk._cetak import TAK_TERHITUNG, count_desimal, print_isian, to_cetak
from sakip.bentuk._evaluasi_susun import DIAM, Sel, aggregation_of, end_target
from sakip.capaian import Kumulasi, LaporanCapaian, accumulate, compute_capaian
from sakip.kebijakan import Capaian, Kebijakan
from sakip.model import Indikator, Komponen, Realisasi
from sakip.periode import Periode
from sakip.pohon import PohonKinerja

SEL_ANGKA = {
    4: "target_renstra",
    5: "realisasi_lalu",
    6: "target_n2",
    7: "realisasi_n2",
    8: "tingkat_n2",
    9: "target_n1",
    10: "perkiraan",
    11: "tingkat",
}
"""The attributes of the figures by the number of their column."""
_TANPA_TARGET = (Alasan.TANPA_TARGET, Alasan.TIDAK_DIRENCANAKAN)
"""Reasons that leave a share blank: nothing was planned, so nothing is behind."""


@attrs.frozen
class Baris:
    """One row: its head, and its figures as printed."""

    kepala: dict[str, Any]
    angka: dict[str, Isian]


@attrs.define
class Hitung:
    """One table in the making."""

    pohon: PohonKinerja
    realisasi: tuple[Realisasi, ...]
    tahun: Periode
    span: Periode
    kebijakan: Kebijakan
    versi: str | None
    lalu: LaporanCapaian = attrs.field(init=False)
    berjalan: LaporanCapaian = attrs.field(init=False)
    _milik: dict[str, list[Realisasi]] = attrs.field(init=False)

    @lalu.default
    def _make_lalu(self) -> LaporanCapaian:
        """Year n-2."""
        return compute_capaian(self.pohon, self.realisasi, self._before(2), self.kebijakan, versi=self.versi)

    @berjalan.default
    def _make_berjalan(self) -> LaporanCapaian:
        """Year n-1, of which the targets count."""
        return compute_capaian(self.pohon, (), self._before(1), self.kebijakan, versi=self.versi)

    @_milik.default
    def _group(self) -> dict[str, list[Realisasi]]:
        """The measurements before year n-1, by indikator."""
        found: dict[str, list[Realisasi]] = {}
        for item in self.realisasi:
            if item.periode.akhir < self._before(1).mulai:
                found.setdefault(item.indikator, []).append(item)
        return found

    def _before(self, years: int) -> Periode:
        return Periode(self.tahun.tahun - years)

    def rows(self) -> Iterator[Baris]:
        """The rows: one for each indikator of a component, and one for a component without."""
        for simpul in self.pohon:
            if isinstance(simpul, Komponen):
                for indikator in simpul.indikator or (None,):
                    yield self._row(simpul, indikator)

    def _row(self, simpul: Komponen, indikator: Indikator | None) -> Baris:
        head: dict[str, Any] = {
            "id": simpul.id,
            "jenis": simpul.jenis,
            "kode": "" if simpul.kode is None else str(simpul.kode),
            "nama": simpul.label,
        }
        if indikator is None:
            return Baris(head, {})
        total = self._accumulate(indikator)
        figures = self._figures(indikator, total)
        row = self.lalu[indikator.id]
        unit = row.satuan or self.berjalan[indikator.id].satuan
        digit = count_desimal([*figures.values(), *(item.nilai for item in total.bahan)])
        cells = {kolom: print_isian(value, unit, digit) for kolom, value in figures.items()}
        reasons = [(kolom, value) for kolom, value in figures.items() if _tells(value)]
        for kolom, capaian, basis in ((8, row.capaian, figures[7]), (11, total.capaian, figures[10])):
            self._share(cells, reasons, kolom, capaian, basis)
        head |= {
            "indikator": Indikator(
                id=indikator.id,
                nama=indikator.nama,
                satuan=unit,
                polaritas=indikator.polaritas,
                agregasi=aggregation_of(row, indikator),
            ),
            "alasan": [(str(kolom), value) for kolom, value in sorted(reasons, key=lambda pair: pair[0])],
        }
        return Baris(head, {SEL_ANGKA[kolom]: isian for kolom, isian in cells.items()})

    def _figures(self, indikator: Indikator, total: Kumulasi) -> dict[int, Sel]:
        row, now = self.lalu[indikator.id], self.berjalan[indikator.id]
        inside = self._before(2) in self.span
        blank: Sel = Kosong()
        return {
            4: end_target(indikator, total),
            5: self._reached(indikator),
            6: row.capaian.target if inside else blank,
            7: row.rincian.utuh if inside else blank,
            9: now.capaian.target,
            10: _estimate(total),
        }

    def _accumulate(self, indikator: Indikator) -> Kumulasi:
        """What will be reached by the end of year n-1, its target taken for what it gives."""
        rows: Iterable[Realisasi] = self._milik.get(indikator.id, ())
        target = self.berjalan[indikator.id].capaian.target
        planned = [] if isinstance(target, Kosong) else [Realisasi(indikator.id, self._before(1), target)]
        return accumulate(
            indikator, [*rows, *planned], self._before(1), self.span, self.kebijakan, versi=self.versi
        )

    def _reached(self, indikator: Indikator) -> Sel:
        """What was reached up to year n-3; nothing where the Renstra began later."""
        year = self._before(3)
        if year not in self.span:
            return Kosong()
        rows = self._milik.get(indikator.id, ())
        return accumulate(indikator, rows, year, self.span, self.kebijakan, versi=self.versi).nilai

    def _share(
        self,
        cells: dict[int, Isian],
        reasons: list[tuple[int, Sel]],
        kolom: int,
        capaian: Capaian,
        basis: Sel,
    ) -> None:
        """Put in a share in percent, or why there is none although there is something to compare."""
        empty = isinstance(basis, Kosong) or basis in DIAM
        if kolom == 11 and isinstance(basis, Alasan):  # the column
            cells[kolom] = Kosong() if empty else TAK_TERHITUNG
            reasons += [] if empty else [(kolom, basis)]
        elif capaian.nilai is not None and not empty:
            cells[kolom] = to_cetak(capaian.nilai, 2)
        elif capaian.alasan is not None and not empty and capaian.alasan not in _TANPA_TARGET:
            cells[kolom] = TAK_TERHITUNG
            reasons.append((kolom, capaian.alasan))


def _estimate(total: Kumulasi) -> Sel:
    """The sum of the years of a flow; of anything else there is none, and the reason says so."""
    if total.cara is None:
        return Alasan.AGREGASI_TIDAK_DIKETAHUI if total.bahan else total.nilai
    return total.nilai if total.berjumlah else Alasan.TIDAK_BERJUMLAH


def _tells(value: Sel) -> bool:
    return isinstance(value, Alasan) and value not in DIAM
