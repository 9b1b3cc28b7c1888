"""The colours that files fill cells with: how they are named, and which of them may mark something."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping, Sequence

from sakip.dokumen._buka.kotak import Kotak
from sakip.dokumen._buka.xml_aman import local, parse_xml
from sakip.errors import BerkasError

_RGB = re.compile(r"#?(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")
_BERWARNA = 20
"""How far apart red, green and blue are, of 255, in a colour that is neither grey nor as good as white or black."""
_TEMA = "xl/theme/theme1.xml"
_WARNA_TEMA = ("lt1", "dk1", "lt2", "dk2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
"""The colours of a theme, in the order of their numbers."""
_DASAR = "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF"
PALET = tuple(
    (
        f"{_DASAR} {_DASAR} "
        "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF "
        "660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF "
        "00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 "
        "FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
    ).split()
)
"""The colours that are known by number where a workbook has no palette of its own: ECMA-376-1, 18.8.27."""


def chromatic(rgb: str) -> str:
    """A colour without its opacity; empty where it is as good as grey, or is none.

    >>> chromatic("FFFFC7CE"), chromatic("#ff0000"), chromatic("FFE8EEF4"), chromatic("transparent")
    ('FFC7CE', 'FF0000', '', '')
    """
    match = _RGB.fullmatch(rgb)
    if match is None:
        return ""
    parts = bytes.fromhex(match[1])
    return match[1].upper() if max(parts) - min(parts) >= _BERWARNA else ""


def pick(items: Sequence[str], nomor: int) -> str:
    """The item of a number that a file gives; empty where there is none.

    >>> pick(PALET, 10), pick(PALET, 64)
    ('FF0000', '')
    """
    return items[nomor] if 0 <= nomor < len(items) else ""


def read_tema(kotak: Kotak) -> list[str]:
    """The colours of the theme; a theme that can't be read has none, and keeps no file from being read."""
    found: dict[str, str] = {}
    inside = ""

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal inside
        name = local(name)
        if name in _WARNA_TEMA:
            inside = name
        elif name in {"srgbClr", "sysClr"}:
            found.setdefault(inside, attributes.get("lastClr", attributes.get("val", "")))

    with contextlib.suppress(BerkasError):
        parse_xml(kotak.read(_TEMA), kotak.path, _TEMA, start)
    return [found.get(name, "") for name in _WARNA_TEMA]
