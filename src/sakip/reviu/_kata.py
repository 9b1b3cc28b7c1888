"""The words of a wording, as rules compare them."""

from __future__ import annotations

import re
from collections.abc import Iterable

_KATA = re.compile(r"\w+")


def words(teks: str) -> str:
    """A wording without letter case, punctuation and doubled blanks, for comparison.

    >>> words("Meningkatnya  mutu, dan akses")
    'meningkatnya mutu dan akses'
    """
    return " ".join(_KATA.findall(teks.casefold()))


_UMUM = frozenset(
    words(
        """
        yang dan di ke dari untuk dalam pada dengan serta atau oleh bagi atas secara melalui sesuai terhadap para
        meningkatnya meningkat meningkatkan menurunnya terwujudnya terlaksananya tersedianya tersusunnya
        terselenggaranya terpenuhinya optimalnya
        persentase presentase prosentase jumlah indeks nilai rasio tingkat angka cakupan capaian rata
        kualitas mutu kinerja pelaksanaan penyelenggaraan penyediaan pelayanan layanan
        kabupaten kota provinsi daerah tahun kewenangan perangkat dinas badan
        """
    ).split()
)
"""Words that so many sasaran and indikator share that sharing them says nothing."""
_AWALAN = (
    "memper",
    "member",
    "diper",
    "keter",
    "meng",
    "meny",
    "peng",
    "peny",
    "mem",
    "men",
    "pem",
    "pen",
    "per",
    "ber",
    "ter",
    "ke",
    "di",
    "me",
    "pe",
    "se",
)
_AKHIRAN = ("kannya", "annya", "inya", "nya", "kan", "an", "i")


def stem(kata: str) -> str:
    """A word without the commonest beginnings and endings, enough to see that two are related.

    >>> stem("pemberdayaan"), stem("keberdayaan"), stem("terpelihara")
    ('berdaya', 'berdaya', 'pelihara')
    """
    for akhiran in _AKHIRAN:
        if kata.endswith(akhiran) and len(kata) - len(akhiran) >= 4:
            kata = kata.removesuffix(akhiran)
            break
    for awalan in _AWALAN:
        if kata.startswith(awalan) and len(kata) - len(awalan) >= 4:
            return kata.removeprefix(awalan)
    return kata


def subject_words(teks: str, bidang: Iterable[str] = ()) -> frozenset[str]:
    """What a wording is about: the stems of its words, without those that say nothing of it.

    Args:
        teks: The wording, as `words` gives it.
        bidang: Words of the field of the institution, which nearly every wording has.

    >>> sorted(subject_words("jumlah panti sosial yang dibantu", ["sosial"]))
    ['bantu', 'pant']
    """
    passed = _UMUM.union(bidang)
    return frozenset(stem(word)[:6] for word in teks.split() if word not in passed and len(word) > 2)


def is_one_off(one: str, other: str) -> bool:
    """Whether two words differ by one letter that is missing, too many, or another.

    >>> is_one_off("proram", "program"), is_one_off("jualah", "jumlah"), is_one_off("jumlah", "jumlah")
    (True, True, False)
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    rests = {
        (one[start + skip_one :], other[start + skip_other :])
        for skip_one, skip_other in ((1, 1), (1, 0), (0, 1))
    }
    return any(a == b for a, b in rests)
