"""Wordings that are almost the same, found by rapidfuzz; no rule of the default set, for it needs an extra."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sakip.errors import EkstraError
from sakip.model import AnySimpul
from sakip.reviu._aturan import Tinjauan, at, aturan
from sakip.reviu._contoh import bersih, with_simpul
from sakip.reviu._struktur import words
from sakip.temuan import JenisTemuan, Temuan, Tingkat, register

BUNYI_MIRIP = register(
    JenisTemuan(
        "SKP011",
        Tingkat.SARAN,
        "bunyi hampir sama",
        'Kondisi "{teks}" hampir sama dengan "{lain_teks}" pada {lain} ({kemiripan} %).',
        "Bila maksudnya satu, samakan bunyinya; bila berbeda, bedakan.",
    )
)


@aturan(
    BUNYI_MIRIP, buruk=lambda: with_simpul("S2", uraian="Tersedianya permakanann"), baik=bersih, bawaan=False
)
def bunyi_mirip(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Dua kondisi setingkat yang hampir sama bunyinya patut diperiksa: salah ketik, atau satu hal tertulis dua kali."""
    fuzz = _load()
    by_kind: dict[tuple[str, str], list[tuple[str, AnySimpul]]] = {}
    for simpul in tinjauan.pohon:
        if text := words(simpul.uraian):
            # Only wordings that begin alike are compared, so that a large tree stays quick.
            by_kind.setdefault((simpul.jenis, text[:8]), []).append((text, simpul))
    limit = 100 * tinjauan.setelan.kemiripan
    for rows in by_kind.values():
        for place, (text, simpul) in enumerate(rows):
            for other_text, other in rows[max(0, place - _SETANGGA) : place]:
                score = fuzz.ratio(text, other_text, score_cutoff=limit)
                if score and text != other_text:
                    yield BUNYI_MIRIP.temuan(
                        at(simpul),
                        teks=simpul.uraian,
                        lain=other.id,
                        lain_teks=other.uraian,
                        kemiripan=round(score),
                    )
                    break


_SETANGGA = 200
"""How many wordings before it one is compared with."""


def _load() -> Any:
    try:
        from rapidfuzz import fuzz  # noqa: PLC0415  # an extra
    except ImportError:
        raise EkstraError("rapidfuzz", "reviu") from None
    return fuzz
