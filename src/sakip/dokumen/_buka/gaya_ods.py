"""What the styles of an ODS workbook say of its cells: which are coloured."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from sakip.dokumen._buka.kotak import Kotak
from sakip.dokumen._buka.warna import chromatic
from sakip.dokumen._buka.xml_aman import parse_xml

_BERNAMA = "styles.xml"
_WARNA = "fo:background-color"


@attrs.define
class GayaOds:
    """The styles of cells, each by its name, as they are read.

    Attributes:
        warna: What a style says of the cells' colour.
        induk: The style that it follows where it says nothing.
    """

    warna: dict[str, str] = attrs.field(factory=dict)
    induk: dict[str, str] = attrs.field(factory=dict)
    _nama: str = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if name == "style:style":
            cells = attributes.get("style:family") == "table-cell"
            self._nama = attributes.get("style:name", "") if cells else ""
            self.induk[self._nama] = attributes.get("style:parent-style-name", "")
        elif name == "style:table-cell-properties" and _WARNA in attributes:
            self.warna[self._nama] = attributes[_WARNA]

    def find(self, nama: str) -> str:
        """The colour that a style fills cells with; empty where it is none, or as good as grey.

        >>> gaya = GayaOds({"Baik": "#c6efce"}, {"ce1": "Baik", "ce2": "ce2"})
        >>> gaya.find("ce1"), gaya.find("ce2")
        ('C6EFCE', '')
        """
        passed: set[str] = set()
        while nama and nama not in passed:
            if nama in self.warna:
                return chromatic(self.warna[nama])
            passed.add(nama)
            nama = self.induk.get(nama, "")
        return ""


def read_gaya_ods(kotak: Kotak) -> GayaOds:
    """The styles that have names; those of the sheets come with the sheets.

    Raises:
        BerkasError: They are damaged.
    """
    gaya = GayaOds()
    if _BERNAMA in kotak:
        parse_xml(kotak.read(_BERNAMA), kotak.path, _BERNAMA, gaya.start)
    return gaya
