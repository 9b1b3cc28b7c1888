"""Columns 13 to 15 of an evaluation form computed again from the columns before them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from sakip.alasan import Alasan
from sakip.angka import KONTEKS, Angka, Isian, clean_satuan, format_angka
from sakip.bentuk._cetak import NOL, choose_capaian, half_of, is_same, slack_of
from sakip.bentuk._temuan import EVALUASI_SALAH_JUMLAH, EVALUASI_TANPA_AGREGASI, EVALUASI_TERCETAK_BERBEDA
from sakip.kebijakan import LKJIP, Kebijakan, Polaritas
from sakip.model import Indikator
from sakip.pohon import PohonKinerja
from sakip.rumus import Agregasi, NilaiPeriode, combine
from sakip.temuan import Tempat, Temuan

if TYPE_CHECKING:
    from sakip.bentuk._evaluasi_renja import AngkaEvaluasi, BarisEvaluasi, EvaluasiRenja

_BERAPA = {Agregasi.RATA_RATA, Agregasi.MAKSIMUM, Agregasi.MINIMUM, Agregasi.NILAI_AKHIR, Agregasi.JUMLAH}
"""Ways that the printed figures suffice for; a pooled percentage needs its parts."""


def check_evaluasi(form: EvaluasiRenja, pohon: PohonKinerja | None, kebijakan: Kebijakan) -> Iterator[Temuan]:
    """What is printed otherwise than it is computed, row by row."""
    complete = complete_from(pohon)
    for row in form.baris:
        if row.indikator is not None:
            yield from _check_kinerja(row, complete(row.indikator), kebijakan)
        yield from _check_anggaran(row)


def complete_from(pohon: PohonKinerja | None) -> Callable[[Indikator], Indikator]:
    """What says of an indikator what a form leaves out: the one of the tree with its id, or else its name."""
    known = {} if pohon is None else {item.id: item for node in pohon for item in node.indikator}
    by_name = {item.nama.casefold(): item for item in known.values()}

    def complete(item: Indikator) -> Indikator:
        other = known.get(item.id) or by_name.get(item.nama.casefold()) or item
        return attrs.evolve(
            item, agregasi=item.agregasi or other.agregasi, polaritas=item.polaritas or other.polaritas
        )

    return complete


@attrs.frozen
class Periksa:
    """One row in one of its sets of figures: where it stands, and what they are called, such as ``K``."""

    tempat: Tempat
    satuan: str = ""

    def differ(
        self,
        kolom: int,
        tercetak: Isian,
        terhitung: Decimal | None,
        penjelasan: str,
        longgar: Decimal = NOL,
    ) -> Iterator[Temuan]:
        """A finding where a printed figure is not the computed one; without either there is nothing to compare."""
        if terhitung is None or not isinstance(tercetak, Angka) or is_same(tercetak, terhitung, longgar):
            return
        yield EVALUASI_TERCETAK_BERBEDA.temuan(
            self.tempat,
            kolom=f"{kolom} {self.satuan}".strip(),
            tercetak=str(tercetak),
            terhitung=_short(terhitung),
            penjelasan=penjelasan,
        )


def _total(sel: AngkaEvaluasi) -> Decimal | None:
    """7 + 13; the second alone in the first year of a plan."""
    year = to_number(sel.realisasi_tahun)
    if year is None:
        return None
    before = to_number(sel.realisasi_lalu)
    return year if before is None else KONTEKS.add(before, year)


def _check_kinerja(row: BarisEvaluasi, indikator: Indikator, kebijakan: Kebijakan) -> Iterator[Temuan]:
    sel = row.kinerja
    check = Periksa(Tempat(simpul=row.id, indikator=indikator.id, nama=indikator.nama), "K")
    values = [item for item in sel.triwulan if isinstance(item, Angka)]
    agregasi = indikator.agregasi or (Agregasi.NILAI_AKHIR if clean_satuan(indikator.satuan) == "%" else None)
    if agregasi is None:
        if len(values) > 1 and isinstance(sel.realisasi_tahun, Angka):
            yield EVALUASI_TANPA_AGREGASI.temuan(check.tempat, kolom="13 K")
    elif values:
        yield from _check_tahun(check, sel, agregasi, values)
    yield from _check_total(check, sel, agregasi)
    yield from _check_tingkat(check, sel, indikator.polaritas, kebijakan)


def _check_tahun(
    check: Periksa, sel: AngkaEvaluasi, agregasi: Agregasi, values: Sequence[Angka]
) -> Iterator[Temuan]:
    """Column 13, from the triwulan by the indikator's own way."""
    printed = sel.realisasi_tahun
    if not isinstance(printed, Angka):
        return
    if agregasi is not Agregasi.JUMLAH and is_sum(printed, values):
        yield EVALUASI_SALAH_JUMLAH.temuan(
            check.tempat, kolom="13 K", tercetak=str(printed), dari="9 sampai 12", cara=agregasi.kalimat
        )
    elif agregasi in _BERAPA:
        made = combine(agregasi, [NilaiPeriode(item) for item in values], sebaran=True)
        computed = None if isinstance(made, Alasan) else to_number(made)
        yield from check.differ(13, printed, computed, agregasi.kalimat, half_of(*values))


def is_sum(tercetak: Angka, values: Sequence[Angka]) -> bool:
    """Whether a figure is the sum of several, and nothing else that they give."""
    made = combine(Agregasi.JUMLAH, [NilaiPeriode(item) for item in values], sebaran=True)
    others = {item.nilai for item in values}
    return (
        len(values) > 1
        and isinstance(made, Angka)
        and tercetak.nilai == made.nilai
        and made.nilai not in others
    )


def _check_total(check: Periksa, sel: AngkaEvaluasi, agregasi: Agregasi | None) -> Iterator[Temuan]:
    """Column 14: 7 + 13 for a flow, the last value for anything else."""
    printed, year, before = sel.realisasi_total, sel.realisasi_tahun, sel.realisasi_lalu
    if agregasi is None or not isinstance(printed, Angka):
        return
    if agregasi is Agregasi.JUMLAH:
        yield from check.differ(14, printed, _total(sel), "kolom 7 + kolom 13", half_of(before, year))
    elif isinstance(year, Angka) and isinstance(before, Angka) and is_sum(printed, [before, year]):
        yield EVALUASI_SALAH_JUMLAH.temuan(
            check.tempat, kolom="14 K", tercetak=str(printed), dari="7 dan 13", cara="nilai tahun terakhir"
        )
    else:
        yield from check.differ(14, printed, to_number(year), "nilai tahun terakhir, kolom 13")


def _check_tingkat(
    check: Periksa, sel: AngkaEvaluasi, polaritas: Polaritas | None, kebijakan: Kebijakan
) -> Iterator[Temuan]:
    """Column 15: what was reached against the target at the end of the Renstra."""
    target, total = sel.target_renstra, sel.realisasi_total
    capaian = choose_capaian(kebijakan, target, total, polaritas, sel.tingkat)
    hitungan = capaian.hitungan
    words = "" if hitungan is None else f"{hitungan.angka} (kolom 14 terhadap kolom 6)"
    yield from check.differ(15, sel.tingkat, capaian.nilai, words, slack_of(target, total))


def _check_anggaran(row: BarisEvaluasi) -> Iterator[Temuan]:
    sel = row.anggaran
    check = Periksa(Tempat(simpul=row.id, nama=row.nama or row.sasaran), "Rp")
    values = [item for item in sel.triwulan if isinstance(item, Angka)]
    if values:
        made = to_number(combine(Agregasi.JUMLAH, [NilaiPeriode(item) for item in values]))
        yield from check.differ(13, sel.realisasi_tahun, made, "kolom 9 + 10 + 11 + 12")
    yield from check.differ(14, sel.realisasi_total, _total(sel), "kolom 7 + kolom 13")
    yield from _check_tingkat(check, sel, None, LKJIP)


def to_number(nilai: Isian | Alasan) -> Decimal | None:
    return nilai.nilai if isinstance(nilai, Angka) else None


def _short(nilai: Decimal) -> str:
    """A figure without decimals that say nothing, and with two at most."""
    whole = nilai == nilai.to_integral_value()
    return format_angka(nilai, 0 if whole else 2)
