"""Wordings of one thing: when two are the same, and how alike two others are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

AMBANG = 0.75
"""From here on two wordings may be of one thing: the ratio of difflib over their characters."""
AWALAN = 0.95
"""What a wording counts that another one begins with: cells are cut off at their end more often
than two conditions begin alike."""
_KATA_AWALAN = 3
"""Words that such a beginning has at least."""
_TERPANJANG = 400
"""Characters of a wording that are compared."""
_SINGKATAN = {"kab": "kabupaten", "kec": "kecamatan", "prov": "provinsi", "kel": "kelurahan"}
_NOMOR = re.compile(r"\w*\d\w*|i{1,3}|iv|vi{0,3}|ix|x")
_BUKAN_KATA = re.compile(r"[\W_]+")


def tight(teks: str) -> str:
    """A wording without letter case and spaces; wordings that differ in these only are one.

    >>> tight("Kab/ Kota") == tight("KAB/Kota"), tight("Nilai-Nilai") == tight("Nilai Nilai")
    (True, False)
    """
    return "".join(teks.casefold().split())


@lru_cache(maxsize=8192)
def to_kunci(teks: str) -> str:
    """A wording without letter case, spaces and punctuation, abbreviations of regions written out.

    Wordings with the same key are the same, though punctuated differently.

    >>> to_kunci("Kewenangan Kab/Kota."), to_kunci("kewenangan  Kabupaten Kota")
    ('kewenangan kabupaten kota', 'kewenangan kabupaten kota')
    """
    words = _BUKAN_KATA.sub(" ", teks[:_TERPANJANG].casefold()).split()
    return " ".join(_SINGKATAN.get(word, word) for word in words)


@lru_cache(maxsize=65536)
def _compare(one: str, other: str) -> float:
    """How alike two keys are; 0 where they can't reach the threshold."""
    if one == other:
        return 1.0 if one else 0.0
    short, long = sorted((one, other), key=len)
    if short.count(" ") + 1 >= _KATA_AWALAN and long.startswith(f"{short} "):
        return AWALAN
    if _numbers(one) and _numbers(other) and _numbers(one) != _numbers(other):
        return 0.0
    most = len(short)
    if 2 * most >= AMBANG * (len(one) + len(other)):
        most = (_letters(one) & _letters(other)).total()
    if 2 * most < AMBANG * (len(one) + len(other)):
        return 0.0  # no order of the letters would reach it
    ratio = SequenceMatcher(None, one, other, autojunk=False).ratio()
    return ratio if ratio >= AMBANG else 0.0


@lru_cache(maxsize=8192)
def _letters(kunci: str) -> Counter[str]:
    return Counter(kunci)


@lru_cache(maxsize=8192)
def _numbers(kunci: str) -> frozenset[str]:
    """The numbers in a wording, Roman ones too: where both have any and they differ, both are of two things."""
    return frozenset(word for word in kunci.split() if _NOMOR.fullmatch(word))


def compare(one: str, other: str) -> float:
    """How alike two wordings are, from 0 to 1; 0 for all that is below the threshold.

    >>> compare("Terpebuhinya Dukungan", "Terpenuhinya dukungan") > 0.9, compare("Bencana", "Sekretariat")
    (True, 0.0)
    >>> compare("Terlaksananya tahap II", "Terlaksananya tahap III")
    0.0
    >>> compare("Tersedianya Pakaian dan Kelengkapan", "Tersedianya pakaian dan kelengkapan dalam 1 tahun")
    0.95
    """
    first, second = sorted((to_kunci(one), to_kunci(other)))
    return _compare(first, second)


def best(teks: str, bunyi: Iterable[str]) -> float:
    """How alike a wording is to the nearest of others.

    >>> best("Sekretariat", ["Bidang", "sekretariat"])
    1.0
    """
    return max((compare(teks, item) for item in bunyi), default=0.0)


def describe(kemiripan: float) -> str:
    """Why two wordings were taken for one, for a finding.

    >>> describe(0.8234), describe(0.0)
    ('kemiripan 82 %', 'satu-satunya di tempatnya')
    """
    if not kemiripan:
        return "satu-satunya di tempatnya"
    if kemiripan == AWALAN:
        return "yang satu awalan yang lain"
    return f"kemiripan {kemiripan * 100:.0f} %"
