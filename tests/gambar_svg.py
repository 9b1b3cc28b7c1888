"""An SVG as its reader sees it: boxes with their places and texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import attrs

_NS = "{http://www.w3.org/2000/svg}"
_BUKAN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@attrs.frozen
class Kotak:
    """A box: its place, and what is written in it."""

    nama: str
    x: float
    y: float
    lebar: float
    tinggi: float
    judul: str
    teks: tuple[str, ...]
    rect: tuple[dict[str, str], ...]

    def meets(self, lain: Kotak) -> bool:
        """Whether two boxes have more than an edge in common."""
        return (
            min(self.x + self.lebar, lain.x + lain.lebar) - max(self.x, lain.x) > 0.05
            and min(self.y + self.tinggi, lain.y + lain.tinggi) - max(self.y, lain.y) > 0.05
        )

    def holds(self, lain: Kotak) -> bool:
        """Whether another box is wholly within this one."""
        return (
            self.x - 0.05 <= lain.x
            and self.y - 0.05 <= lain.y
            and lain.x + lain.lebar <= self.x + self.lebar + 0.05
            and lain.y + lain.tinggi <= self.y + self.tinggi + 0.05
        )


@attrs.frozen
class Gambar:
    """A picture, read."""

    akar: ET.Element

    @classmethod
    def parse(cls, svg: str) -> Gambar:
        return cls(ET.fromstring(svg))  # noqa: S314  # written by the library itself

    @property
    def kotak(self) -> list[Kotak]:
        """The boxes of nodes."""
        return list(self._find("data-id"))

    @property
    def luar(self) -> list[Kotak]:
        """The boxes of those outside."""
        return list(self._find("data-luar"))

    @property
    def jenjang(self) -> list[Kotak]:
        """The bands of the levels."""
        return list(self._find("data-jenjang"))

    @property
    def legenda(self) -> list[str]:
        """What the legend says."""
        return ["".join(item.itertext()) for item in self.akar.iter() if "data-legenda" in item.attrib]

    @property
    def relasi(self) -> list[str]:
        """The links that have a line."""
        return [item.attrib["data-relasi"] for item in self.akar.iter() if "data-relasi" in item.attrib]

    @property
    def bidang(self) -> Kotak:
        """The whole sheet in the units of the picture."""
        x, y, lebar, tinggi = map(float, self.akar.attrib["viewBox"].split())
        return Kotak("", x, y, lebar, tinggi, "", (), ())

    @property
    def teks(self) -> str:
        """Everything that is written, the names of boxes left out."""
        return " ".join(item.text or "" for item in self.akar.iter(f"{_NS}text"))

    def _find(self, attribute: str) -> Iterator[Kotak]:
        yield from _walk(self.akar, attribute, 0.0, 0.0)


def _walk(element: ET.Element, attribute: str, x: float, y: float) -> Iterator[Kotak]:
    if "transform" in element.attrib:
        move = re.fullmatch(r"translate\((\S+) (\S+)\)", element.attrib["transform"])
        assert move
        x, y = x + float(move[1]), y + float(move[2])
    if attribute in element.attrib:
        rects = tuple(dict(item.attrib) for item in element.findall(f"{_NS}rect"))
        place = [float(rects[0][name]) for name in ("x", "y", "width", "height")]
        title = element.find(f"{_NS}title")
        yield Kotak(
            element.attrib[attribute],
            x + place[0],
            y + place[1],
            place[2],
            place[3],
            "" if title is None else title.text or "",
            tuple(item.text or "" for item in element.findall(f"{_NS}text")),
            rects,
        )
    for child in element:
        yield from _walk(child, attribute, x, y)


def as_xml(teks: str) -> str:
    """A text as XML 1.0 can hold it: what it can't is a replacement character."""
    return _BUKAN_XML.sub("\ufffd", teks)


def rapat(teks: str) -> str:
    """A text without white space, so that it can be found again however its lines were broken."""
    return re.sub(r"\s", "", teks)
