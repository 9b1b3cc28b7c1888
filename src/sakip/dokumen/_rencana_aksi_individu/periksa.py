"""What is wrong between the lines of a chain of results: steps in the wrong list, printed twice, units that differ."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sakip.angka import Angka, clean_satuan
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.register import (
    LANGKAH_GANDA,
    LANGKAH_SALAH_INDIKATOR,
    NOMOR_MULAI_ULANG,
    SATUAN_BERBEDA,
    SATUAN_TIDAK_TERTULIS,
)
from sakip.dokumen._bagian.kata import tight
from sakip.dokumen._rencana_aksi_individu.baris import AKSI
from sakip.dokumen._rencana_aksi_individu.rakit import Bagian, label_of


def check_langkah(bacaan: Bacaan, simpul: Sequence[Bagian]) -> None:
    """Make the findings on the steps of a form.

    Args:
        bacaan: The reading.
        simpul: The nodes in the order of their rows.
    """
    steps = [item for item in simpul if item.tingkat == AKSI]
    for place, step in enumerate(steps):
        if not _check_ganda(bacaan, steps, place) and step.ulang:
            bacaan.note(
                NOMOR_MULAI_ULANG,
                step.sel.petak,
                teks=step.teks,
                nomor=step.nomor,
                daftar=_list_name(step),
            )
        _check_satuan(bacaan, step)


def _list_name(step: Bagian) -> str:
    return "" if step.daftar is None else step.daftar.teks


def _check_ganda(bacaan: Bacaan, steps: Sequence[Bagian], place: int) -> bool:
    """Whether a step is printed twice: above in its own list, or as the first of the next one."""
    step = steps[place]
    begin = _begin(steps, place)
    twin = next((number for number in range(begin, place) if _is_twin(steps[number], step)), None)
    if twin is not None:
        _note_ganda(bacaan, step, steps[twin])
        if step.ulang:
            _check_sisipan(bacaan, steps, begin, steps[twin + 1 : place])
        return True
    after = steps[place + 1] if place + 1 < len(steps) else None
    if step.ulang and after is not None and after.daftar is not step.daftar and _is_twin(after, step):
        _note_ganda(bacaan, step, after)
        return True
    return False


def _note_ganda(bacaan: Bacaan, step: Bagian, twin: Bagian) -> None:
    bacaan.note(LANGKAH_GANDA, step.sel.petak, teks=step.teks, kembar=twin.sel.petak.sel)


def _begin(steps: Sequence[Bagian], place: int) -> int:
    """Where the list of a step begins."""
    while place and steps[place - 1].daftar is steps[place].daftar:
        place -= 1
    return place


def _is_twin(first: Bagian, second: Bagian) -> bool:
    return tight(first.teks) == tight(second.teks) and bool(first.teks)


def _check_sisipan(bacaan: Bacaan, steps: Sequence[Bagian], begin: int, between: Sequence[Bagian]) -> None:
    """Steps between the first line of a list and that line again, numbered on from the list before."""
    if not begin or not between:
        return
    before = steps[begin - 1]
    numbers = [item.angka for item in (before, *between)]
    if all(a is not None and b == a + 1 for a, b in pairwise(numbers)):
        for item in between:
            bacaan.note(
                LANGKAH_SALAH_INDIKATOR,
                item.sel.petak,
                teks=item.teks,
                daftar=_list_name(item),
                asal=_list_name(before),
            )


def _check_satuan(bacaan: Bacaan, step: Bagian) -> None:
    """Units that differ within a row, and the first number of it that has none."""
    numbers = [(when, value, petak) for when, value, petak in sorted(step.target) if isinstance(value, Angka)]
    printed = [(when, value, petak) for when, value, petak in numbers if value.satuan]
    units = {clean_satuan(value.satuan) for _, value, _ in printed}
    if len(units) > 1:
        first = clean_satuan(printed[0][1].satuan)
        other = next(petak for _, value, petak in printed if clean_satuan(value.satuan) != first)
        bacaan.note(
            SATUAN_BERBEDA, other, daftar=", ".join(f"{label_of(when)} {value}" for when, value, _ in numbers)
        )
    bare = next(((value, petak) for _, value, petak in numbers if not value.satuan), None)
    if bare is not None:
        bacaan.note(SATUAN_TIDAK_TERTULIS, bare[1], teks=str(bare[0]))
