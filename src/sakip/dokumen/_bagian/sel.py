"""Cells of a table that several forms have: words of a list, figures in the unit of their row."""

from __future__ import annotations

from collections.abc import Mapping

from sakip.angka import Angka, Isian
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.register import ISIAN_TAK_DIKENAL
from sakip.dokumen._baca.tabel import Larik
from sakip.dokumen._bagian.kata import tight
from sakip.dokumen._buka.kisi import Petak


def take_kata(
    bacaan: Bacaan, larik: Larik, kunci: str, kata: Mapping[str, str], lain: list[tuple[str, str]]
) -> str | None:
    """One of the words that a column may hold; any other is kept as a further cell, with a finding."""
    teks = bacaan.take(larik, kunci)
    found = kata.get(tight(teks))
    if teks and found is None:
        bacaan.note(ISIAN_TAK_DIKENAL, larik.petak(kunci), teks=teks, sebab=f"{kunci} tidak dikenal")
        lain.append((kunci, teks))
    return found


def read_angka(bacaan: Bacaan, teks: str, place: Petak) -> Isian:
    """A figure as a row prints it whose unit stands in a column of its own: without dots between thousands."""
    isian = bacaan.nilai(teks, place)
    if isinstance(isian, Angka) and not isian.satuan and "." in isian.teks:
        return Angka(isian.nilai, "", isian.teks.replace(".", ""))
    return isian
