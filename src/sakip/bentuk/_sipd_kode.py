"""The codes of one row of an export: read, completed from each other, and made into ids."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from sakip.errors import KodeError
from sakip.kode import Kode, LevelKode

if TYPE_CHECKING:
    from sakip.bentuk._ekspor_sipd import KomponenSIPD

KATA = {
    LevelKode.URUSAN: "urusan",
    LevelKode.BIDANG_URUSAN: "bidang_urusan",
    LevelKode.PROGRAM: "program",
    LevelKode.KEGIATAN: "giat",
    LevelKode.SUB_KEGIATAN: "sub_giat",
}
"""How columns call each level, from the top."""
URUTAN = tuple(KATA)
SEBUTAN = {level: level.name.lower().replace("_", " ") for level in URUTAN}
"""How a reader calls it."""
_PECAHAN = re.compile(r"\d+,\d+", re.ASCII)
"""A code that a spreadsheet took for a number: ``1,06``."""
_AWALAN = re.compile(r"((?:X\.XX|\d)[\d.]*)\s*[-–:]?\s+(\S.*)", re.IGNORECASE | re.DOTALL)
"""A name with a code before it."""
_KOSONG = {"X", "X.XX", "0", "-"}
"""What stands for the urusan that a placeholder leaves open."""


@attrs.define
class Tingkat:
    """One level of a row.

    Attributes:
        level: The level.
        teks: Its code as printed; empty where it is not.
        nama: Its name, without a code before it that says the same.
        kode: Its code; None where nothing says it.
        sebab: Why the printed code is none; empty where it is in order.
        tercetak: Whether the code is the printed one.
        kunci: What it is known by below its parent, whatever a caller binds placeholders to.
    """

    level: LevelKode
    teks: str = ""
    nama: str = ""
    kode: Kode | None = None
    sebab: str = ""
    tercetak: bool = True
    kunci: str = ""


def read_tingkat(komponen: Sequence[KomponenSIPD], bidang: Kode | None) -> tuple[Tingkat, ...]:
    """The levels that a row names, from the top, each with its code where anything says it.

    Args:
        komponen: The levels as printed.
        bidang: The bidang urusan for placeholders, where the row has none.
    """
    printed = {item.level: item for item in komponen if item.kode.strip() or item.nama.strip()}
    levels = [_read(printed[level]) for level in URUTAN if level in printed]
    _complete(levels)
    _bind(levels, next(filter(None, map(_bidang, reversed(levels))), None))
    for item in levels:
        words = item.teks or " ".join(item.nama.casefold().split())
        item.kunci = words if item.kode is None else item.kode.format()
    _bind(levels, bidang)
    return tuple(levels)


def _read(item: KomponenSIPD) -> Tingkat:
    teks, nama = item.kode.strip(), " ".join(item.nama.split())
    made = Tingkat(item.level, teks, nama)
    if teks.upper() in _KOSONG and item.level in {LevelKode.URUSAN, LevelKode.BIDANG_URUSAN}:
        made.kode = Kode((0, 0)) if item.level is LevelKode.BIDANG_URUSAN else None
    elif teks:
        made.kode, made.sebab = parse(teks, item.level)
    _split_name(made)
    return made


def parse(teks: str, level: LevelKode) -> tuple[Kode | None, str]:
    """The code of a level, or why a text is none.

    >>> parse("1,06", LevelKode.BIDANG_URUSAN)[0] == Kode.parse("1.06")
    True
    >>> parse("1.06", LevelKode.PROGRAM)[1]
    'itu kode bidang urusan, bukan program'
    """
    plain = teks.replace(",", ".") if _PECAHAN.fullmatch(teks) else teks
    try:
        kode = Kode.parse(plain)
    except KodeError as error:
        return None, error.kalimat
    if kode.level is not level:
        return None, f"itu kode {SEBUTAN[kode.level]}, bukan {SEBUTAN[level]}"
    return kode, ""


def _split_name(item: Tingkat) -> None:
    """Take a code off the front of a name where it is the code of this level."""
    match = _AWALAN.fullmatch(item.nama)
    found = None if match is None else parse(match[1].rstrip("."), item.level)[0]
    if match is None or found is None:
        return
    if item.kode == found:
        item.nama = match[2]
    elif item.kode is None or (item.kode.is_placeholder and item.kode.segmen[2:] == found.segmen[2:]):
        item.kode, item.nama, item.tercetak = found, match[2], False


def _complete(levels: Sequence[Tingkat]) -> None:
    """Give a level without a code that of the level below it, cut off."""
    for above, below in zip(reversed(levels[:-1]), reversed(levels[1:]), strict=True):
        if above.kode is None and (known := ancestor(below.kode, above.level)) is not None:
            above.kode, above.tercetak = known, False


def ancestor(kode: Kode | None, level: LevelKode) -> Kode | None:
    """The code of a level above another; None where there is none.

    >>> print(ancestor(Kode.parse("1.06.04.2.01.0001"), LevelKode.PROGRAM))
    1.06.04
    """
    while kode is not None and len(kode.segmen) > level.value:
        kode = kode.parent
    return kode if kode is not None and kode.level is level else None


def _bidang(item: Tingkat) -> Kode | None:
    """The bidang urusan that a code lies in; None for a placeholder."""
    found = ancestor(item.kode, LevelKode.BIDANG_URUSAN)
    return None if found is None or found.is_placeholder else found


def _bind(levels: Sequence[Tingkat], bidang: Kode | None) -> None:
    """Put a bidang urusan in the place of the placeholder."""
    for item in levels:
        if bidang is not None and item.kode is not None and item.kode.is_placeholder:
            item.kode, item.tercetak = item.kode.bind(bidang), False


def contradicts(above: Tingkat, item: Tingkat) -> bool:
    """Whether the code of a level says that it lies elsewhere than below another one."""
    codes = above.kode, item.kode
    if any(kode is None or kode.is_placeholder for kode in codes):
        return False
    return item.kode is not None and above.kode is not None and not item.kode.is_under(above.kode)
