"""Headers of forms, found by their words and never by their place alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

import attrs

_EJAAN = (
    (re.compile(r"pro?sentase|presentase"), "persentase"),
    (re.compile(r"triwulan|triw|trw|kuartal"), "tw"),
    (re.compile(r"twiv"), "tw4"),
    (re.compile(r"twiii"), "tw3"),
    (re.compile(r"twii"), "tw2"),
    (re.compile(r"twi(?!n)"), "tw1"),
    (re.compile(r"kegiaatan|keglatan"), "kegiatan"),
    (re.compile(r"renc?ana"), "rencana"),
)
_PERIODE = re.compile(r"(?:realisasi|target|capaian)?(?:tw[1-4]|s[12]|semester[12i]+)")
"""A header that says which part of the year the columns below it are of."""
_DI_BAWAH = 90
"""What it takes from a fit that a group stands above: a column of the same words without one comes first."""
_TANDA = re.compile(r"<[^>]*>|[^\w<]+|[_<]")
_TW = re.compile(r"tw(?![1-4i])")
"""A squashed header that speaks of triwulan and names none."""
_NOMOR_TW = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_TERPANJANG = 160
"""Characters that a header may have; what is longer is a sentence of the table."""


@lru_cache(maxsize=16_384)
def squash(teks: str) -> str:
    """A header without letter case, spaces, punctuation and variants of spelling; ``%`` alone is a word.

    >>> squash("SumberD ata"), squash("Prosentase (%)"), squash("Trw.<br/>III")
    ('sumberdata', 'persentase', 'tw3')
    """
    word = _TANDA.sub("", teks.casefold()) or ("persentase" if "%" in teks else "")
    for pattern, spelling in _EJAAN:
        word = pattern.sub(spelling, word)
    return word


def squash_jalur(jalur: Iterable[str]) -> tuple[str, ...]:
    """The headers of a column from the top down, squashed; a Roman number below ``Triwulan`` becomes one of ours.

    >>> squash_jalur(("Target Triwulan", "IV")), squash_jalur(("Tahap", "IV"))
    (('targettw', '4'), ('tahap', 'iv'))
    """
    words = [word for word in map(squash, jalur) if word]
    if words and words[-1] in _NOMOR_TW and any(map(_TW.search, words[:-1])):
        words[-1] = _NOMOR_TW[words[-1]]
    return tuple(words)


def numbers_tw(jalur: Iterable[str]) -> str:
    """The number that a header gives to one of the triwulan that stand above it; empty where it gives none.

    >>> numbers_tw(("Target Triwulan", "II")), numbers_tw(("TW I", "2")), numbers_tw(("No", "1"))
    ('2', '', '')
    """
    words = squash_jalur(jalur)
    own, above = words[-1:], words[:-1]
    return own[0] if own and own[0] in _NOMOR_TW.values() and any(map(_TW.search, above)) else ""


def _squash_all(value: Iterable[str]) -> tuple[str, ...]:
    return tuple(squash(word) for word in value)


@attrs.frozen(cache_hash=True)
class Judul:
    """One column that a form has.

    Attributes:
        kunci: What the form calls it.
        kata: The words it is headed by; the longest that fits counts.
        kelompok: The words of the header above it, where that decides; empty: any.
        bukan: Words that speak of another column wherever they stand in the header.
        pola: A pattern for headers with a period in them; its group ``bagian`` is kept.
        bawah: A pattern for what may stand below its words in a row of the header, and says
            nothing alone, such as a version of the plan.
        setelah: The column that it has to stand right of, where the same words head two.
        wajib: Whether it is no such form without it.
        salah_satu: A name for several columns of which one at least is needed; empty: none is.
        pita: A pattern for a row that has one cell only, which speaks for the rows below it
            as this column would, such as ``Tujuan 1: Sejahtera`` across the table.
        jabatan: Whether it lists posts, which elsewhere stand below a table to sign.
    """

    kunci: str
    kata: tuple[str, ...] = attrs.field(default=(), converter=_squash_all)
    kelompok: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=_squash_all)
    bukan: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=_squash_all)
    pola: re.Pattern[str] | None = attrs.field(default=None, kw_only=True)
    bawah: re.Pattern[str] | None = attrs.field(default=None, kw_only=True)
    setelah: str = attrs.field(default="", kw_only=True)
    wajib: bool = attrs.field(default=False, kw_only=True)
    salah_satu: str = attrs.field(default="", kw_only=True)
    pita: re.Pattern[str] | None = attrs.field(default=None, kw_only=True)
    jabatan: bool = attrs.field(default=False, kw_only=True)

    def fit(self, jalur: Sequence[str]) -> tuple[int, str]:
        """How well a header fits, 0 for not at all, and the period in it.

        Args:
            jalur: The squashed texts from the top of the header down to the column.
        """
        if not jalur:
            return 0, ""
        own, above = jalur[-1], jalur[:-1]
        if self.kelompok and not _holds(self.kelompok, above):
            return 0, ""
        if _holds(self.bukan, jalur):
            return 0, ""
        bonus = 1000 if self.kelompok else 0
        if self.pola is not None:
            for text in (own, "".join(jalur)):
                if match := self.pola.fullmatch(text):
                    return bonus + 500 + len(text), match["bagian"]
        best = max((_fitness(word, own) for word in self.kata), default=0)
        if not self.kelompok and above:
            # A group may be of a period, which is then not the one that the column has without it, or of another matter.
            best = 0 if any(map(_PERIODE.fullmatch, above)) else best - _DI_BAWAH
        return (bonus + best, "") if best > 0 else (0, "")


def _holds(words: Iterable[str], texts: Sequence[str]) -> bool:
    """Whether one of the words is in one of the texts."""
    return any(word in text for word in words for text in texts)


def _fitness(word: str, text: str) -> int:
    """Equal is best; then a header that holds the word and not much more."""
    if word == text:
        return 500 + len(word)
    if len(word) >= 5 and word in text and len(text) <= 4 * len(word) + 12:
        return 100 + len(word) + (50 if text.startswith(word) else 0)
    return 0


@attrs.frozen
class KolomTemu:
    """A column that was found: its place, what it is, the period in its header, and the header as printed."""

    kolom: int
    kunci: str
    bagian: str
    judul: str


def recognise_kolom(jalur: Mapping[int, tuple[str, ...]], judul: Sequence[Judul]) -> tuple[KolomTemu, ...]:
    """What each column is, by the path of its headers; each key goes to the column that it fits best.

    Args:
        jalur: For each column the headers as printed, from the top down.
        judul: The columns that the form has.

    Returns:
        The columns in order; one that is not known has an empty key.
    """
    return _recognise(tuple(sorted(jalur.items())), tuple(judul))


@lru_cache(maxsize=4_096)
def _recognise(
    jalur: tuple[tuple[int, tuple[str, ...]], ...], judul: tuple[Judul, ...]
) -> tuple[KolomTemu, ...]:
    """The columns of a header, which comes again on each page."""
    squashed = {kolom: squash_jalur(texts) for kolom, texts in jalur}
    taken: dict[int, tuple[str, str]] = {}
    _assign(taken, squashed, [item for item in judul if not item.setelah])
    _assign(taken, squashed, [item for item in judul if item.setelah])
    return tuple(
        KolomTemu(kolom, *taken.get(kolom, ("", "")), " / ".join(dict.fromkeys(filter(None, texts))))
        for kolom, texts in jalur
    )


def _assign(
    taken: dict[int, tuple[str, str]], jalur: dict[int, tuple[str, ...]], judul: Sequence[Judul]
) -> None:
    """Give each key to the free column that it fits best; of equal ones, the first key to the first column."""
    where = {kunci: kolom for kolom, (kunci, _) in taken.items()}
    fits: list[tuple[int, int, int, str, str]] = []
    for place, item in enumerate(judul):
        for kolom, texts in jalur.items():
            if kolom in taken or (item.setelah and kolom < where.get(item.setelah, kolom + 1)):
                continue
            score, bagian = _fit(item, texts)
            if score:
                fits.append((-score, kolom, place, item.kunci, bagian))
    used: set[tuple[str, str]] = set()
    for _, kolom, _, kunci, bagian in sorted(fits):
        if kolom not in taken and (kunci, bagian) not in used:
            taken[kolom] = (kunci, bagian)
            used.add((kunci, bagian))


@lru_cache(maxsize=65_536)
def _fit(judul: Judul, jalur: tuple[str, ...]) -> tuple[int, str]:
    """How well a header fits; the same headers come again on each page, and for each form that a file may be."""
    return judul.fit(jalur)


def has_needed(kunci: set[str], judul: Sequence[Judul]) -> bool:
    """Whether a table has the columns that it is no such form without.

    >>> satu = [Judul(kunci, salah_satu="rincian") for kunci in ("kegiatan", "sub")]
    >>> has_needed({"sub"}, satu), has_needed({"sasaran"}, satu)
    (True, False)
    """
    if not {item.kunci for item in judul if item.wajib} <= kunci:
        return False
    groups = {item.salah_satu for item in judul if item.salah_satu}
    return all(any(item.salah_satu == group and item.kunci in kunci for item in judul) for group in groups)


@lru_cache(maxsize=256)
def header_words(judul: tuple[Judul, ...]) -> Callable[[str], bool]:
    """What tells whether a cell says what a header of the form says; for many cells of one form.

    >>> is_header = header_words((Judul("sasaran", ("sasaran",)),))
    >>> is_header("Sasaran"), is_header("Meningkatnya mutu")
    (True, False)
    """
    words = frozenset(kata for item in judul for kata in (*item.kata, *item.kelompok))
    patterns = tuple(pola for item in judul for pola in (item.pola, item.bawah) if pola is not None)

    @lru_cache(maxsize=16_384)
    def fits(word: str) -> bool:
        return (
            word in words
            or any(kata in word and _fitness(kata, word) for kata in words)
            or any(pola.fullmatch(word) for pola in patterns)
        )

    def check(teks: str) -> bool:
        return len(teks) <= _TERPANJANG and bool(word := squash(teks)) and fits(word)

    return check
