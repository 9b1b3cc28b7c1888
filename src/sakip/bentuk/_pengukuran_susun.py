"""The table of pengukuran kinerja made from a computed report: every figure as it is printed."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from sakip.alasan import Alasan
from sakip.anggaran import BarisSerapan, CaraEfisiensi, RekapSerapan
from sakip.angka import Kosong
from sakip.bentuk._bersama import BERPAGU, Berpagu
from sakip.bentuk._cetak import TAK_TERHITUNG, count_desimal, print_isian, to_cetak
from sakip.bentuk._tercetak import EfisiensiTercetak, SerapanTercetak, Tercetak
from sakip.capaian import BarisCapaian, BarisEfisiensi, LaporanCapaian, compare_serapan, roll_up
from sakip.errors import ModelError
from sakip.model import Indikator, Pagu, Realisasi, RealisasiAnggaran, Sasaran, Target
from sakip.periode import Periode
from sakip.pohon import PohonKinerja


@attrs.frozen(kw_only=True)
class Susunan:
    """The parts of the form."""

    periode: Periode
    sasaran: tuple[Sasaran, ...]
    realisasi: tuple[Realisasi, ...]
    tercetak: tuple[Tercetak, ...]
    anggaran: tuple[Berpagu, ...] = ()
    realisasi_anggaran: tuple[RealisasiAnggaran, ...] = ()
    serapan: tuple[SerapanTercetak, ...] = ()
    efisiensi: tuple[EfisiensiTercetak, ...] = ()

    @classmethod
    def of(
        cls,
        laporan: LaporanCapaian,
        serapan: RekapSerapan | None,
        pohon: PohonKinerja | None,
        lalu: Iterable[Realisasi],
        cara: CaraEfisiensi,
    ) -> Susunan:
        """The parts of the form, from a report and the money beside it."""
        if len(laporan.periode) != 1:
            raise ModelError("PengukuranKinerja", "laporan", "of several periods", "a report of one period")
        when = laporan.periode[0]
        before = {item.indikator: item for item in lalu if item.periode == when.previous()}
        rows = [_Baris.of(row, before.get(row.indikator.id)) for row in laporan]
        money = None if serapan is None else _Uang.of(laporan, serapan, pohon, cara)
        reserved = set() if money is None else {item.id for item in money.anggaran}
        return cls(
            periode=when,
            sasaran=_group(rows, reserved),
            realisasi=tuple(item for row in rows for item in row.realisasi),
            tercetak=tuple(row.tercetak for row in rows),
            **({} if money is None else attrs.asdict(money, recurse=False)),
        )


@attrs.frozen
class _Baris:
    """One row of a report as the table prints it."""

    asal: BarisCapaian
    indikator: Indikator
    realisasi: tuple[Realisasi, ...]
    tercetak: Tercetak

    @classmethod
    def of(cls, row: BarisCapaian, lalu: Realisasi | None) -> _Baris:
        capaian, predikat = row.capaian, row.capaian.predikat
        digit = count_desimal([capaian.target, *(item.nilai for item in row.rincian.bahan)])
        # Where the units differ, neither figure loses its own.
        unit = "" if capaian.alasan is Alasan.SATUAN_BERBEDA else row.satuan
        target = None if row.target is None else print_isian(capaian.target, unit, digit)
        indikator = Indikator(
            id=row.indikator.id,
            nama=row.indikator.nama,
            satuan=row.satuan,
            polaritas=row.indikator.polaritas,
            target=[] if target is None else [Target(row.periode, target)],
        )
        reached = (_reached(row, digit), None if lalu is None else _before(lalu, row.satuan))
        tercetak = Tercetak(
            indikator=indikator.id,
            capaian=TAK_TERHITUNG if capaian.nilai is None else to_cetak(capaian.nilai, 2),
            predikat="" if predikat is None else predikat.label,
        )
        return cls(row, indikator, tuple(item for item in reached if item is not None), tercetak)


def _reached(row: BarisCapaian, digit: int) -> Realisasi | None:
    """What was reached, with what is said of it; None where nothing is."""
    nilai = print_isian(row.capaian.realisasi, row.satuan, digit)
    faktor, kendala, tindak_lanjut = (
        "\n".join(dict.fromkeys(filter(None, (getattr(item, name) for item in row.rincian.bahan))))
        for name in ("faktor", "kendala", "tindak_lanjut")
    )
    if isinstance(nilai, Kosong) and not nilai.teks:
        if not (faktor or kendala or tindak_lanjut):
            return None
        return Realisasi(
            row.indikator.id, row.periode, faktor=faktor, kendala=kendala, tindak_lanjut=tindak_lanjut
        )
    return Realisasi(
        row.indikator.id, row.periode, nilai, faktor=faktor, kendala=kendala, tindak_lanjut=tindak_lanjut
    )


def _before(lalu: Realisasi, satuan: str) -> Realisasi | None:
    if lalu.nilai is None or (isinstance(lalu.nilai, Kosong) and not lalu.nilai.teks):
        return None
    return Realisasi(
        lalu.indikator, lalu.periode, print_isian(lalu.nilai, satuan, count_desimal([lalu.nilai]))
    )


def _group(rows: Iterable[_Baris], reserved: set[str]) -> tuple[Sasaran, ...]:
    """A sasaran for each node that has indikator; a component keeps its id for its money."""
    groups: dict[str, list[_Baris]] = {}
    for row in rows:
        groups.setdefault(row.asal.simpul.id, []).append(row)
    return tuple(
        Sasaran(
            f"S-{id}" if id in reserved else id,
            uraian=found[0].asal.simpul.uraian or found[0].asal.simpul.label,
            indikator=[row.indikator for row in found],
        )
        for id, found in groups.items()
    )


# --- money --------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class _Uang:
    """The tables of money and of efficiency."""

    anggaran: tuple[Berpagu, ...]
    realisasi_anggaran: tuple[RealisasiAnggaran, ...]
    serapan: tuple[SerapanTercetak, ...]
    efisiensi: tuple[EfisiensiTercetak, ...]

    @classmethod
    def of(
        cls, laporan: LaporanCapaian, serapan: RekapSerapan, pohon: PohonKinerja | None, cara: CaraEfisiensi
    ) -> _Uang:
        when = laporan.periode[0]
        if serapan.periode != when:
            raise ModelError("PengukuranKinerja", "serapan", str(serapan.periode), f"the money of {when}")
        if pohon is None:
            raise ModelError("PengukuranKinerja", "pohon", "None", "the tree that the money is of")
        rows = [(item, serapan[item.id]) for item in _highest(pohon) if item.id in serapan]
        together = compare_serapan(roll_up(pohon, laporan), serapan, cara)
        return cls(
            anggaran=tuple(_komponen(item, row, when) for item, row in rows),
            realisasi_anggaran=tuple(
                RealisasiAnggaran(row.id, when, row.realisasi) for _, row in rows if row.realisasi is not None
            ),
            serapan=tuple(
                SerapanTercetak(row.id, TAK_TERHITUNG if row.serapan is None else to_cetak(row.serapan, 2))
                for _, row in rows
            ),
            efisiensi=tuple(
                _efisiensi(row) for row in together if row.capaian.asal == "indikator" and row.serapan
            ),
        )


def _highest(pohon: PohonKinerja) -> list[Berpagu]:
    """The components of the highest level that the tree has: what is below them is part of them."""
    for kelas in BERPAGU:
        if found := [item for item in pohon if isinstance(item, kelas)]:
            return list(found)
    return []


def _komponen(item: Berpagu, row: BarisSerapan, when: Periode) -> Berpagu:
    """A component as the table prints it."""
    pagu = [] if row.pagu is None else [Pagu(when, row.pagu)]
    return type(item)(item.id, nama=item.nama, kode=item.kode, pagu=pagu)


def _efisiensi(row: BarisEfisiensi) -> EfisiensiTercetak:
    money, hasil = row.serapan, row.efisiensi
    spent = None if money is None else money.serapan
    return EfisiensiTercetak(
        sasaran=row.capaian.simpul.uraian or row.capaian.simpul.label,
        capaian=TAK_TERHITUNG if row.capaian.nilai is None else to_cetak(row.capaian.nilai, 2),
        serapan=TAK_TERHITUNG if spent is None else to_cetak(spent, 2),
        tingkat="n/a" if hasil.kategori is None else hasil.kategori.label,
    )
