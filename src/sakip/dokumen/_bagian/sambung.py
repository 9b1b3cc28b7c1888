"""Rows that a page broke: their rest, joined to the row above."""

from __future__ import annotations

from typing import Any, TypeVar

import attrs

from sakip.bentuk import BarisEvaluasi, BarisRekapitulasi
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.register import BARIS_TERBELAH
from sakip.dokumen._baca.tabel import Larik
from sakip.dokumen._bagian.butir import continues
from sakip.model import Indikator

B = TypeVar("B", BarisEvaluasi, BarisRekapitulasi)

_TEKS = {"sasaran", "nama", "indikator", "penanggung_jawab", "keterangan"}
"""The columns of text that a page may break."""


def join_baris(bacaan: Bacaan, larik: Larik, baris: B) -> B | None:
    """The row above with what a row has of the rest of its texts; None where the row is more than that.

    Args:
        bacaan: The reading.
        larik: The row that may be a rest.
        baris: The row above.
    """
    cells = [(item.kunci, larik.kisi.petak(larik.baris, item.kolom), teks) for item, teks in larik.terisi]
    if not all(kunci in _TEKS and continues(teks) for kunci, _, teks in cells):
        return None
    for kunci, place, teks in cells:
        bacaan.note(BARIS_TERBELAH, place, teks=teks, sebab=f"{kunci.replace('_', ' ')} berlanjut")
        changed: dict[str, Any] = {kunci: _join(baris, kunci, teks)}
        baris = attrs.evolve(baris, **changed)
    return baris


def _join(baris: BarisEvaluasi | BarisRekapitulasi, kunci: str, teks: str) -> str | Indikator:
    """What a text becomes with its rest."""
    above = getattr(baris, kunci)
    if isinstance(above, Indikator):
        return attrs.evolve(above, nama=f"{above.nama} {teks}".strip())
    return Indikator(id=f"{baris.id}.1", nama=teks) if kunci == "indikator" else f"{above} {teks}".strip()
