"""Nomenclature codes of the regional governments, by segment and never by substring.

Acuan: Permendagri 90/2019 and its updates (Kepmendagri 050-5889/2021,
900.1.15.5-1317/2023, 900.1.15.5-3406/2024, 900.1-2850/2025). The last segment
had two digits up to 050-5889/2021 and has four since 1317/2023; both mean the
same.
"""

from __future__ import annotations

import enum
import functools
import re
from typing import TypeAlias

import attrs

from sakip.errors import KodeError, TipeError


class LevelKode(enum.Enum):
    """What a code names; the value is its number of segments.

    >>> Kode.parse("1.06.04").level
    <LevelKode.PROGRAM: 3>
    """

    URUSAN = 1
    BIDANG_URUSAN = 2
    PROGRAM = 3
    KEGIATAN = 5
    SUB_KEGIATAN = 6


_WIDTHS = (1, 2, 2, 1, 2, 4)
_NAMES = ("urusan", "bidang urusan", "program", "kewenangan", "kegiatan", "sub kegiatan")
_SIZES = {level.value for level in LevelKode}
_SHAPE = re.compile(r"(?:X\.XX|\d+(?:\.\d+)?)(?:\.\d+)*", re.ASCII)


@attrs.frozen(order=True)
class Kode:
    """A code, as whole numbers segment by segment.

    Two codes are equal when they name the same thing: ``1.06.04.2.01.01`` of
    the older lists and ``1.06.04.2.01.0001`` of the newer ones are. Printed
    again, each keeps the width it came with.

    Attributes:
        segmen: Urusan, bidang urusan, program, kewenangan (1 provinsi, 2
            kabupaten/kota), kegiatan, sub kegiatan. The first two are 0 for
            the placeholder ``X.XX``.
        lebar: Digits that the sub kegiatan is printed with, 2 or 4.

    >>> kode = Kode.parse("1.06.04.2.01.0001")
    >>> print(kode.parent, kode.level.name)
    1.06.04.2.01 SUB_KEGIATAN
    >>> kode == Kode.parse("1.06.04.2.01.01")
    True
    """

    segmen: tuple[int, ...]
    lebar: int = attrs.field(default=4, eq=False, order=False)

    def __attrs_post_init__(self) -> None:
        """Refuse segments that no code has."""
        if type(self.segmen) is not tuple or {type(number) for number in self.segmen} != {int}:
            raise KodeError(repr(self.segmen), "a tuple of whole numbers is expected; Kode.parse reads text")
        if len(self.segmen) not in _SIZES:
            raise KodeError(repr(self.segmen), f"{len(self.segmen)} segments: 1, 2, 3, 5 or 6 are expected")
        if self.lebar not in (2, 4):
            raise KodeError(repr(self.segmen), f"a sub kegiatan has 2 or 4 digits, not {self.lebar}")
        for name, number, width in zip(_NAMES, self.segmen, (*_WIDTHS[:-1], self.lebar), strict=False):
            if number < 1 and self.segmen[:2] != (0, 0):
                raise KodeError(repr(self.segmen), f"{name} is counted from 1")
            if number >= 10**width:
                raise KodeError(repr(self.segmen), f"{name} has {width} digits at most")
        if min(self.segmen[2:], default=1) < 1:
            raise KodeError(repr(self.segmen), "what stands below the placeholder X.XX is counted from 1")

    @staticmethod
    def parse(teks: str) -> Kode:
        """Read a code as printed.

        A segment of the wrong width is refused: a spreadsheet that took ``2.10``
        for a number has made ``2.1`` of it, and what was lost can't be known.

        Args:
            teks: Such as ``1.06``, ``1.06.04``, ``1.06.04.2.01``, ``X.XX.01.2.01.0001``.

        Raises:
            KodeError: It is no code; the message says which segment is wrong.
            TipeError: It is not text: as a number it has lost its zeros.

        >>> print(Kode.parse(" 1.06.04.2.01 "))
        1.06.04.2.01
        >>> Kode.parse("2.1")
        Traceback (most recent call last):
        sakip.errors.KodeError: '2.1' is not a nomenclature code: bidang urusan is '1', 2 digits are expected (a spreadsheet drops zeros: 2.01 or 2.10?)
        """
        if not isinstance(teks, str):
            raise TipeError(
                type(teks).__name__, 'pass the code as text, such as "1.06": a number has lost its zeros'
            )
        return _parse(teks)

    @property
    def level(self) -> LevelKode:
        """What the code names."""
        return LevelKode(len(self.segmen))

    @property
    def parent(self) -> Kode | None:
        """The code one level up; None for an urusan and for ``X.XX``. A kegiatan drops two segments.

        >>> print(Kode.parse("1.06.04.2.01").parent)
        1.06.04
        """
        if self.level is LevelKode.URUSAN or self.segmen == (0, 0):
            return None
        drop = 2 if self.level is LevelKode.KEGIATAN else 1
        return Kode(self.segmen[:-drop], self.lebar)

    @property
    def is_placeholder(self) -> bool:
        """Whether the bidang urusan is still the ``X.XX`` of the official list.

        >>> Kode.parse("X.XX.01").is_placeholder
        True
        """
        return self.segmen[0] == 0

    def is_under(self, other: Kode) -> bool:
        """Whether this code lies below *other*, segment by segment.

        >>> Kode.parse("1.06.04.2.01").is_under(Kode.parse("1.06"))
        True
        >>> Kode.parse("2.11.01").is_under(Kode.parse("1.01"))
        False
        """
        size = len(other.segmen)
        return len(self.segmen) > size and self.segmen[:size] == other.segmen

    def bind(self, bidang: Kode | str) -> Kode:
        """Put a bidang urusan in the place of ``X.XX``.

        Args:
            bidang: The bidang urusan of the perangkat daerah.

        Raises:
            KodeError: This code has no placeholder, or *bidang* is no bidang urusan.

        >>> print(Kode.parse("X.XX.01.2.01.0001").bind("1.06"))
        1.06.01.2.01.0001
        """
        target = Kode.parse(bidang) if isinstance(bidang, str) else bidang
        if target.level is not LevelKode.BIDANG_URUSAN or target.is_placeholder:
            raise KodeError(str(target), "a bidang urusan such as 1.06 is expected")
        if not self.is_placeholder:
            raise KodeError(str(self), "only a code with the placeholder X.XX can be bound")
        return Kode(target.segmen + self.segmen[2:], self.lebar)

    def format(self, lebar: int = 4) -> str:
        """The code with the sub kegiatan in the width of a regulation.

        Args:
            lebar: 2 up to Kepmendagri 050-5889/2021, 4 since 900.1.15.5-1317/2023.

        Raises:
            KodeError: The sub kegiatan does not fit in that width.

        >>> Kode.parse("1.06.04.2.01.0001").format(lebar=2)
        '1.06.04.2.01.01'
        """
        widths = (*_WIDTHS[:-1], lebar)
        texts = [f"{number:0{width}}" for number, width in zip(self.segmen, widths, strict=False)]
        if len(self.segmen) == len(_WIDTHS) and len(texts[-1]) > lebar:
            raise KodeError(str(self), f"sub kegiatan {texts[-1]} does not fit in {lebar} digits")
        if self.is_placeholder:
            texts[:2] = ["X", "XX"]
        return ".".join(texts)

    def __str__(self) -> str:
        return self.format(self.lebar)


@attrs.frozen
class KodeLain:
    """A code of another scheme, kept as given and compared as text.

    For what is no regional nomenclature: the codes of a kementerian's program,
    KRO and RO, or an office's own numbering.

    >>> print(KodeLain("025.04.WA"))
    025.04.WA
    """

    teks: str

    def __str__(self) -> str:
        return self.teks


AnyKode: TypeAlias = Kode | KodeLain
"""A nomenclature code, or one of another scheme."""


@functools.lru_cache(maxsize=16384)
def _parse(teks: str) -> Kode:
    clean = teks.strip().rstrip(".").upper()
    if not _SHAPE.fullmatch(clean):
        raise KodeError(
            teks, "segments of digits with points between are expected, such as 1.06.04.2.01.0001"
        )
    texts = clean.replace("X", "0").split(".")
    if len(texts) not in _SIZES:
        raise KodeError(teks, f"{len(texts)} segments: 1, 2, 3, 5 or 6 are expected")
    for index, text in enumerate(texts):
        if len(text) != _WIDTHS[index]:
            _check_width(teks, texts, index, text)
    segments = tuple(int(text) for text in texts)
    for name, number in zip(_NAMES, segments, strict=False):
        if number == 0 and not (clean.startswith("X.XX") and name in _NAMES[:2]):
            raise KodeError(teks, f"{name} is counted from 1")
    return Kode(segments, len(texts[5]) if len(texts) == len(_WIDTHS) else 4)


def _check_width(teks: str, texts: list[str], index: int, text: str) -> None:
    width = _WIDTHS[index]
    allowed = {2, 4} if width == 4 else {width}
    if len(text) in allowed:
        return
    expected = (
        "2 or 4 digits are"
        if width == 4
        else f"{width} digit{'s' * (width > 1)} {'are' if width > 1 else 'is'}"
    )
    hint = ""
    if len(text) < min(allowed):
        before = ".".join([*texts[:index], ""])
        guesses = (text.zfill(min(allowed)), text.ljust(min(allowed), "0"))
        hint = f" (a spreadsheet drops zeros: {before}{guesses[0]} or {before}{guesses[1]}?)"
    elif text.lstrip("0").zfill(1) != text and len(text.lstrip("0")) == width:
        hint = f" (meant {text.lstrip('0')}?)"
    raise KodeError(teks, f"{_NAMES[index]} is {text!r}, {expected} expected{hint}")


def to_kode(nilai: AnyKode | str | None) -> AnyKode | None:
    """A code from what a caller has: itself, text, or nothing.

    Raises:
        KodeError: The text is no nomenclature code; wrap one of another scheme
            in `KodeLain`.

    >>> print(to_kode("1.06.04"), to_kode(None))
    1.06.04 None
    """
    if nilai is None or isinstance(nilai, (Kode, KodeLain)):
        return nilai
    return Kode.parse(nilai)
