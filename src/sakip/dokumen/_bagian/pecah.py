"""Rows in which several indikator share one cell, taken apart into a row for each."""

from __future__ import annotations

import re
from collections.abc import Collection

import attrs

from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.register import BEBERAPA_INDIKATOR_SATU_SEL, ISIAN_TAK_DIKENAL
from sakip.dokumen._baca.tabel import Larik

_NOMOR = re.compile(r"^[ \t]*\(?(\d{1,2}|[a-z])[.)][ \t]+", re.MULTILINE)
_SEKALI = ("nomor", "tujuan", "sasaran")
"""What the row says once, of all its indikator."""


def split_larik(bacaan: Bacaan, larik: Larik, berteks: Collection[str]) -> tuple[Larik, ...]:
    """The rows of a row: itself, or one for each indikator that its cell numbers.

    A cell that lists as many items, numbered or line by line, is dealt out. A text that
    lists none is of them all. A figure that lists none is kept beside the first, and a
    finding says that nobody knows whose it is.

    Args:
        bacaan: The reading.
        larik: The row; one with an id was written by this library and is one indikator.
        berteks: The columns that hold texts and no figures.
    """
    names = split_bernomor(larik.teks("indikator"))
    if len(names) < 2 or larik.ber_id:
        return (larik,)
    bacaan.note(
        BEBERAPA_INDIKATOR_SATU_SEL, larik.petak("indikator"), banyak=len(names), teks="; ".join(names)
    )
    shares: list[dict[int, str]] = [{} for _ in names]
    unknown: set[int] = set()
    for item, teks in larik.terisi:
        dealt = names if item.kunci == "indikator" else _deal(teks, len(names))
        if item.kunci in _SEKALI or not (item.kunci or len(dealt) > 1):
            dealt = [teks]
        elif not dealt and item.kunci in berteks:
            dealt = [teks] * len(names)
        elif not dealt:
            place = larik.kisi.petak(larik.baris, item.kolom)
            bacaan.note(ISIAN_TAK_DIKENAL, place, teks=teks, sebab="isian ini untuk beberapa indikator")
            unknown.add(item.kolom)
            dealt = [teks]
        for number, share in enumerate(shares):
            share[item.kolom] = dealt[number] if number < len(dealt) else ""
    kolom = tuple(
        attrs.evolve(item, kunci="", judul=f"{item.judul} (bersama)") if item.kolom in unknown else item
        for item in larik.kolom
    )
    return tuple(attrs.evolve(larik, kolom=kolom, ganti=share) for share in shares)


def split_bernomor(teks: str) -> list[str]:
    r"""The items of a cell that numbers them from the first on; none where it doesn't.

    >>> split_bernomor("1. Indeks\n2. Nilai\nSAKIP"), split_bernomor("a) Indeks\nb) Nilai")
    (['Indeks', 'Nilai SAKIP'], ['Indeks', 'Nilai'])
    >>> split_bernomor("1. Indeks"), split_bernomor("Tahun\n2. Nilai"), split_bernomor("2. Indeks\n3. Nilai")
    (['Indeks'], [], [])
    """
    marks = list(_NOMOR.finditer(teks))
    labels = [match[1] for match in marks]
    expected = [
        [str(number) for number in range(1, len(marks) + 1)],
        [chr(ord("a") + number) for number in range(len(marks))],
    ]
    if not marks or marks[0].start() or labels not in expected:
        return []
    ends = [*(match.start() for match in marks[1:]), len(teks)]
    return [" ".join(teks[match.end() : end].split()) for match, end in zip(marks, ends, strict=True)]


def _deal(teks: str, banyak: int) -> list[str]:
    """A text for each of several indikator; nothing where it doesn't list as many."""
    lines = [line.strip() for line in teks.splitlines() if line.strip()]
    return next((found for found in (split_bernomor(teks), lines) if len(found) == banyak), [])
