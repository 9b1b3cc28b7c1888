"""What the styles of an XLSX workbook say of its cells: which are percentages, and which are coloured."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping, Sequence

import attrs

from sakip.dokumen._buka.kotak import Kotak
from sakip.dokumen._buka.xml_aman import local, parse_xml
from sakip.errors import BerkasError

_PENGHIAS = re.compile(r'"[^"]*"|\\.|[_*].|\[[^\]]*\]')
"""What stands in a format of numbers and is no part of the number."""
_RGB = re.compile(r"(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")
_NOMOR = re.compile(r"[0-9]{1,6}")
_BERWARNA = 20
"""How far apart red, green and blue are, of 255, in a colour that is neither grey nor as good as white or black."""
_GAYA, _TEMA = "xl/styles.xml", "xl/theme/theme1.xml"
_KELOMPOK = frozenset({"fills", "cellXfs", "cellStyleXfs", "cellStyles", "dxfs", "indexedColors"})
_WARNA_TEMA = ("lt1", "dk1", "lt2", "dk2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
"""The colours of a theme, in the order of their numbers."""
_DASAR = "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF"
_PALET = (
    f"{_DASAR} {_DASAR} "
    "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF "
    "660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF "
    "00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 "
    "FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
).split()
"""The colours that are known by number where a workbook has no palette of its own: ECMA-376-1, 18.8.27."""


@attrs.frozen
class Gaya:
    """What the styles of cells say, by their number.

    Attributes:
        persen: The styles whose format shows a percentage.
        warna: The styles that fill a cell with one colour, and it; greys, white, black and
            tints that are nearly so are none.
    """

    persen: frozenset[str]
    warna: Mapping[str, str]


class _PembacaGaya:
    """The styles read element by element."""

    def __init__(self) -> None:
        self.format_persen = {"9", "10"}  # the built-in ones
        self.gaya: list[
            tuple[str, str]
        ] = []  # of each style of cells, the numbers of its format and its fill
        self.isian: list[tuple[str, str]] = []  # of each fill, how its colour is given, and it
        self.palet: list[str] = []
        self.kelompok = ""
        self.rata = False  # whether the fill that is open has one colour

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        name = local(name)
        if name in _KELOMPOK:
            self.kelompok = name
        match self.kelompok, name:
            case _, "numFmt" if is_percent(attributes.get("formatCode", "")):
                self.format_persen.add(attributes.get("numFmtId", ""))
            case "cellXfs", "xf":
                self.gaya.append((attributes.get("numFmtId", ""), attributes.get("fillId", "")))
            case "fills", "fill":
                self.isian.append(("", ""))
            case "fills", "patternFill":
                self.rata = attributes.get("patternType") == "solid"
            case "fills", "fgColor" if self.rata and self.isian:
                how = next((key for key in ("rgb", "theme", "indexed") if key in attributes), "")
                self.isian[-1] = how, attributes.get(how, "")
            case "indexedColors", "rgbColor":
                self.palet.append(attributes.get("rgb", ""))


def read_gaya(kotak: Kotak) -> Gaya:
    """The styles of a workbook.

    Raises:
        BerkasError: They are damaged.
    """
    reader = _PembacaGaya()
    if _GAYA in kotak:
        parse_xml(kotak.read(_GAYA), kotak.path, _GAYA, reader.start)
    sources: dict[str, Sequence[str]] = {"theme": _read_tema(kotak), "indexed": reader.palet or _PALET}
    colours = [
        _chromatic(_pick(sources[how], value) if how in sources else value) for how, value in reader.isian
    ]
    percent = (place for place, (number, _) in enumerate(reader.gaya) if number in reader.format_persen)
    filled = ((str(place), _pick(colours, fill)) for place, (_, fill) in enumerate(reader.gaya))
    return Gaya(frozenset(map(str, percent)), {place: colour for place, colour in filled if colour})


def _read_tema(kotak: Kotak) -> list[str]:
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


def _pick(items: Sequence[str], nomor: str) -> str:
    """The item of a number that a file gives; empty where there is none."""
    place = int(nomor) if _NOMOR.fullmatch(nomor) else len(items)
    return items[place] if place < len(items) else ""


def _chromatic(rgb: str) -> str:
    """A colour without its opacity; empty where it is as good as grey, or is none.

    >>> _chromatic("FFFFC7CE"), _chromatic("ff0000"), _chromatic("FFE8EEF4"), _chromatic("merah")
    ('FFC7CE', 'FF0000', '', '')
    """
    match = _RGB.fullmatch(rgb)
    if match is None:
        return ""
    parts = bytes.fromhex(match[1])
    return match[1].upper() if max(parts) - min(parts) >= _BERWARNA else ""


def is_percent(format_sel: str) -> bool:
    r"""Whether a format of numbers multiplies by a hundred.

    >>> is_percent("0,0%"), is_percent('0" %"'), is_percent(r"0\%")
    (True, False, False)
    """
    return "%" in _PENGHIAS.sub("", format_sel)
