"""Columns 8, 10 and 11 of a table T-C.29 computed again from the columns before them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from sakip.angka import KONTEKS, Angka, Isian
from sakip.bentuk._cetak import choose_capaian, half_of, slack_of
from sakip.bentuk._evaluasi_periksa import Periksa, complete_from, is_sum, to_number
from sakip.bentuk._temuan import EVALUASI_SALAH_JUMLAH, EVALUASI_TANPA_AGREGASI
from sakip.kebijakan import Kebijakan, Polaritas
from sakip.model import Indikator
from sakip.pohon import PohonKinerja
from sakip.rumus import Agregasi
from sakip.temuan import Tempat, Temuan

if TYPE_CHECKING:
    from sakip.bentuk._rekapitulasi_renja import AngkaRekapitulasi, RekapitulasiRenja


def check_rekapitulasi(
    form: RekapitulasiRenja, pohon: PohonKinerja | None, kebijakan: Kebijakan
) -> Iterator[Temuan]:
    """What is printed otherwise than it is computed, row by row."""
    complete = complete_from(pohon)
    for row in form.baris:
        if row.indikator is not None:
            yield from _check(row.angka, row.id, complete(row.indikator), kebijakan)


def _check(sel: AngkaRekapitulasi, id: str, indikator: Indikator, kebijakan: Kebijakan) -> Iterator[Temuan]:
    check = Periksa(Tempat(simpul=id, indikator=indikator.id, nama=indikator.nama))
    arah = indikator.polaritas
    yield from _check_share(
        check,
        8,
        (sel.target_n2, sel.realisasi_n2, sel.tingkat_n2),
        arah,
        kebijakan,
        "kolom 7 terhadap kolom 6",
    )
    yield from _check_estimate(check, sel, indikator)
    yield from _check_share(
        check,
        11,
        (sel.target_renstra, sel.perkiraan, sel.tingkat),
        arah,
        kebijakan,
        "kolom 10 terhadap kolom 4",
    )


def _check_share(
    check: Periksa,
    kolom: int,
    isian: tuple[Isian, Isian, Isian],
    arah: Polaritas | None,
    kebijakan: Kebijakan,
    kolom_lain: str,
) -> Iterator[Temuan]:
    """A share in percent, by the policy."""
    target, reached, printed = isian
    capaian = choose_capaian(kebijakan, target, reached, arah, printed)
    hitungan = capaian.hitungan
    words = "" if hitungan is None else f"{hitungan.angka} ({kolom_lain})"
    yield from check.differ(kolom, printed, capaian.nilai, words, slack_of(target, reached))


def _check_estimate(check: Periksa, sel: AngkaRekapitulasi, indikator: Indikator) -> Iterator[Temuan]:
    """Column 10: 5 + 7 + 9 for a flow; a sum of anything else is told."""
    parts = [
        item for item in (sel.realisasi_lalu, sel.realisasi_n2, sel.target_n1) if isinstance(item, Angka)
    ]
    printed = sel.perkiraan
    if not isinstance(printed, Angka) or not parts:
        return
    if indikator.agregasi is Agregasi.JUMLAH:
        total = Decimal(0)
        for item in parts:
            total = KONTEKS.add(total, to_number(item) or Decimal(0))
        yield from check.differ(10, printed, total, "kolom 5 + kolom 7 + kolom 9", half_of(*parts))
    elif not is_sum(printed, parts):
        return
    elif indikator.agregasi is None:
        yield EVALUASI_TANPA_AGREGASI.temuan(check.tempat, kolom="10")
    else:
        yield EVALUASI_SALAH_JUMLAH.temuan(
            check.tempat,
            kolom="10",
            tercetak=str(printed),
            dari="5, 7, dan 9",
            cara=indikator.agregasi.kalimat,
        )
