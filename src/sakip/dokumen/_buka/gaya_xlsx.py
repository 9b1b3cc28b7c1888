"""What the styles of an XLSX workbook say of its cells: which are percentages, and which are coloured."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import attrs

from sakip.dokumen._buka.kotak import Kotak
from sakip.dokumen._buka.warna import PALET, chromatic, pick, read_tema
from sakip.dokumen._buka.xml_aman import local, parse_xml

_PENGHIAS = re.compile(r'"[^"]*"|\\.|[_*].|\[[^\]]*\]')
"""What stands in a format of numbers and is no part of the number."""
_NOMOR = re.compile(r"[0-9]{1,6}")
_GAYA = "xl/styles.xml"
_KELOMPOK = frozenset({"fills", "cellXfs", "cellStyleXfs", "cellStyles", "dxfs", "indexedColors"})


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
    sources: dict[str, Sequence[str]] = {"theme": read_tema(kotak), "indexed": reader.palet or PALET}
    colours = [
        chromatic(pick(sources[how], _number(value)) if how in sources else value)
        for how, value in reader.isian
    ]
    percent = (place for place, (number, _) in enumerate(reader.gaya) if number in reader.format_persen)
    filled = ((str(place), pick(colours, _number(fill))) for place, (_, fill) in enumerate(reader.gaya))
    return Gaya(frozenset(map(str, percent)), {place: colour for place, colour in filled if colour})


def _number(teks: str) -> int:
    """A number that a file gives; -1 where it gives none."""
    return int(teks) if _NOMOR.fullmatch(teks) else -1


def is_percent(format_sel: str) -> bool:
    r"""Whether a format of numbers multiplies by a hundred.

    >>> is_percent("0,0%"), is_percent('0" %"'), is_percent(r"0\%")
    (True, False, False)
    """
    return "%" in _PENGHIAS.sub("", format_sel)
