"""Wordings that are the same but for a slip of the pen, found by rapidfuzz; to be chosen, for they need an extra."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from sakip.errors import EkstraError
from sakip.model import AnySimpul, Indikator
from sakip.reviu._aturan import Tinjauan, at, aturan
from sakip.reviu._contoh import bersih, with_indikator, with_simpul
from sakip.temuan import JenisTemuan, Temuan, Tingkat, register

BUNYI_MIRIP = register(
    JenisTemuan(
        "SKP011",
        Tingkat.SARAN,
        "bunyi hampir sama",
        'Kondisi "{teks}" hampir sama dengan "{lain_teks}" pada {lain} ({kemiripan} %).',
        "Bila maksudnya satu, samakan bunyinya; bila berbeda, bedakan.",
        "praktik: satu hal, satu bunyi",
    )
)
T = TypeVar("T")


@aturan(
    BUNYI_MIRIP, buruk=lambda: with_simpul("S2", uraian="Tersedianya permakanann"), baik=bersih, bawaan=False
)
def bunyi_mirip(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Dua kondisi sejenis yang hanya berbeda beberapa huruf patut diperiksa: salah ketik, atau satu hal tertulis dua kali."""
    rows = ((simpul.jenis, tinjauan.words(simpul.uraian), simpul) for simpul in tinjauan.simpul)
    for simpul, other, score in _pairs(rows, tinjauan.setelan.kemiripan):
        yield BUNYI_MIRIP.temuan(
            at(simpul), teks=simpul.uraian, lain=other.id, lain_teks=other.uraian, kemiripan=score
        )


INDIKATOR_MIRIP = register(
    JenisTemuan(
        "SKP415",
        Tingkat.SARAN,
        "indikator hampir sama",
        'Indikator "{teks}" hampir sama dengan "{lain_teks}" pada {lain} ({kemiripan} %).',
        "Bila indikatornya satu, samakan bunyinya dan tautkan; bila berbeda, bedakan.",
        "praktik: satu indikator, satu nama",
    )
)


@aturan(
    INDIKATOR_MIRIP,
    buruk=lambda: with_indikator("S2.1", nama="Jumlah penerima permakanann"),
    baik=bersih,
    bawaan=False,
)
def indikator_mirip(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Dua indikator yang namanya hanya berbeda beberapa huruf patut diperiksa."""
    rows: Iterable[tuple[str, str, tuple[AnySimpul, Indikator]]] = (
        ("", tinjauan.words(item.nama), (simpul, item))
        for simpul, item in tinjauan.indikator
        if not item.tersirat
    )
    for (simpul, item), (_, other), score in _pairs(rows, tinjauan.setelan.kemiripan):
        yield INDIKATOR_MIRIP.temuan(
            at(simpul, item), teks=item.nama, lain=other.id, lain_teks=other.nama, kemiripan=score
        )


_SETANGGA = 200
"""How many wordings before it one is compared with."""
_TERDEKAT = 20
"""How many of the most alike are looked at word by word."""
_UJUNG = 8
"""How many letters two wordings share at the beginning or the end to be compared at all."""


def _pairs(rows: Iterable[tuple[str, str, T]], kemiripan: float) -> Iterator[tuple[T, T, int]]:
    """What is worded almost like something of its kind before it, with that, and how alike in percent.

    Only wordings that begin or end alike are compared, so that a large tree stays quick.
    """
    (fuzz, process), limit = _load(), 100 * kemiripan
    families: dict[tuple[str, str, str], list[tuple[str, T]]] = {}
    for kind, text, what in rows:
        if not text:
            continue
        keys = ((kind, "awal", text[:_UJUNG]), (kind, "akhir", text[-_UJUNG:]))
        near = [row for key in keys for row in families.get(key, ())[-_SETANGGA:]]
        alike = process.extract(
            text, [row[0] for row in near], scorer=fuzz.ratio, score_cutoff=limit, limit=_TERDEKAT
        )
        found = next((row for row in alike if row[0] != text and _is_slip(fuzz, text, row[0])), None)
        if found is not None:
            yield what, near[found[2]][1], round(found[1])
        for key in keys:
            families.setdefault(key, []).append((text, what))


def _is_slip(fuzz: Any, text: str, other: str) -> bool:
    """Whether two wordings differ by letters and not by words: another word is another thing."""
    here, there = text.split(), other.split()
    if len(here) != len(there):
        return "".join(here) == "".join(there)
    return all(a == b or _is_slip_of_word(fuzz, a, b) for a, b in zip(here, there, strict=True))


_HURUF = 4
"""How long a word is at least that may have a slip in it; shorter ones, and numbers, are other words."""
_SEKATA = 80
"""How alike in percent two words are of which one is a slip for the other."""


def _is_slip_of_word(fuzz: Any, kata: str, lain: str) -> bool:
    if min(len(kata), len(lain)) < _HURUF or not (kata.isalpha() and lain.isalpha()):
        return False
    return bool(fuzz.ratio(kata, lain, score_cutoff=_SEKATA))


def _load() -> tuple[Any, Any]:
    try:
        from rapidfuzz import fuzz, process  # noqa: PLC0415  # an extra
    except ImportError:
        raise EkstraError("rapidfuzz", "reviu") from None
    return fuzz, process
