"""A look at the sheets of an ODS workbook before it is opened.

Blank cells stand in it once with a count of how often they repeat, and so may filled ones:
a few letters can ask for any number of cells. Names of elements are compared with their
prefixes, as the reader of workbooks does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import attrs

from sakip.berkas import RUSAK, TERKUNCI
from sakip.dokumen._buka.batas import BatasBaca
from sakip.dokumen._buka.gaya_ods import GayaOds, read_gaya_ods
from sakip.dokumen._buka.kisi import Gabungan, IsiSel
from sakip.dokumen._buka.kotak import Kotak
from sakip.dokumen._buka.tanda import Tanda, check_all
from sakip.dokumen._buka.xml_aman import parse_xml
from sakip.errors import BerkasError

_ISI = "content.xml"
_GAYA_BAKU = "table:default-cell-style-name"
_SEL = ("table:table-cell", "table:covered-table-cell")
_KHUSUS = {"percentage": IsiSel.PERSEN, "error": IsiSel.GALAT, "time": IsiSel.TANGGAL}
_LAMA = re.compile(r"(-?)PT([0-9]{1,9})H([0-9]{1,2})M([0-9]{1,2})(?:[.,][0-9]+)?S")


def find_tanda_ods(kotak: Kotak, batas: BatasBaca) -> dict[str, Tanda]:
    """What a look at each sheet says, by the sheet's name.

    Raises:
        BerkasError: It is damaged or locked, or asks for more than the limits allow.
    """
    if b":encryption-data" in kotak.read("META-INF/manifest.xml"):
        raise BerkasError(kotak.path, "it is locked with a password; save it without one", TERKUNCI)
    reader = _Pembaca(kotak.path, batas, read_gaya_ods(kotak))
    parse_xml(kotak.read(_ISI), kotak.path, _ISI, reader.start, reader.end, reader.text)
    check_all(reader.lembar, kotak.path, batas)
    return reader.lembar


@attrs.define
class _Sel:
    """A cell that is open, and how often it repeats."""

    kolom: int
    lebar: int
    jenis: str
    isi: bool
    lama: str
    gaya: str
    teks: list[str] = attrs.field(factory=list)


class _Pembaca:
    """The content read element by element."""

    def __init__(self, path: str, batas: BatasBaca, gaya: GayaOds) -> None:
        self.path = path
        self.batas = batas
        self.gaya = gaya
        self.gaya_baris = ""  # of cells without one, where the row gives it
        self.gaya_kolom: list[tuple[int, str]] = []  # or else the columns do: up to which, and it
        self.lembar: dict[str, Tanda] = {}
        self.tanda: Tanda | None = None
        self.sel: _Sel | None = None
        self.baris, self.tinggi, self.kolom = (
            0,
            1,
            0,
        )  # the row that is open, how often it repeats, the column
        self.catatan = 0  # how deep in a remark

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if name == "table:table":
            self._begin(attributes.get("table:name", ""))
        elif self.tanda is None:
            self.gaya.start(name, attributes)
        elif name == "table:table-column":
            before = self.gaya_kolom[-1][0] if self.gaya_kolom else 0
            last = before + self._count(attributes, "table:number-columns-repeated")
            self.gaya_kolom.append((last, attributes.get(_GAYA_BAKU, "")))
        elif name == "table:table-source":
            self.tanda.luar = True
        elif name == "table:table-row":
            self.baris, self.kolom = self.baris + self.tinggi, 0
            self.tinggi = self._count(attributes, "table:number-rows-repeated")
            self.gaya_baris = attributes.get(_GAYA_BAKU, "")
        elif name in _SEL:
            self._open(self.tanda, attributes)
        elif self.sel is not None:
            self.sel.isi = True
            self.catatan += name == "office:annotation"

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "table:table":
            self.tanda = None
        elif name in _SEL and self.tanda is not None and self.sel is not None:
            self._close(self.tanda, self.sel)
        elif name == "office:annotation" and self.catatan:
            self.catatan -= 1

    def text(self, teks: str) -> None:
        """A text."""
        if self.sel is not None and not self.catatan:
            self.sel.teks.append(teks)

    def _begin(self, nama: str) -> None:
        if self.tanda is not None:
            raise BerkasError(self.path, "it has a sheet within a cell, which can't be read", RUSAK)
        if nama in self.lembar:
            raise BerkasError(self.path, f"it has two sheets called {nama!r}", RUSAK)
        self.tanda = self.lembar[nama] = Tanda()
        self.sel = None
        self.baris, self.tinggi = 0, 1
        self.gaya_baris, self.gaya_kolom = "", []

    def _open(self, tanda: Tanda, attributes: Mapping[str, str]) -> None:
        wide = self._count(attributes, "table:number-columns-repeated")
        jenis = attributes.get("calcext:value-type", "")
        if jenis != "error":
            jenis = attributes.get("office:value-type", "")
        lama = attributes.get("office:time-value", "")
        isi = bool(jenis) or "table:formula" in attributes
        gaya = attributes.get("table:style-name", self.gaya_baris)
        self.sel = _Sel(self.kolom + 1, wide, jenis, isi, lama, gaya)
        self.kolom += wide
        deep = self._count(attributes, "table:number-rows-spanned")
        broad = self._count(attributes, "table:number-columns-spanned")
        if deep > 1 or broad > 1:
            last = (self.baris + deep - 1, self.sel.kolom + broad - 1)
            tanda.gabungan.append(Gabungan(self.baris, self.sel.kolom, *last))

    def _close(self, tanda: Tanda, sel: _Sel) -> None:
        self.sel = None
        if not sel.isi:
            return
        tanda.reach(self.baris + self.tinggi - 1, sel.kolom + sel.lebar - 1)
        tanda.sel += self.tinggi * sel.lebar
        text = "".join(sel.teks).strip()
        tanda.huruf += self.tinggi * sel.lebar * len(text)
        if tanda.exceeds(self.batas) or tanda.sel > self.batas.sel:
            check_all(self.lembar, self.path, self.batas)
        tanda.warna.update(filter(None, map(self.gaya.find, self._styles(sel))))
        if sel.jenis not in _KHUSUS:
            return
        isi, shown = _KHUSUS[sel.jenis], ""
        if isi is IsiSel.GALAT:
            shown = text or "#"
        elif isi is IsiSel.TANGGAL:
            shown = _print_lama(sel.lama)
        for row in range(self.baris, self.baris + self.tinggi):
            for column in range(sel.kolom, sel.kolom + sel.lebar):
                tanda.mark(row, column, isi, shown)

    def _styles(self, sel: _Sel) -> Iterator[str]:
        """The style of a cell: its own, else its row's, else that of each column that it repeats over."""
        if sel.gaya:
            yield sel.gaya
            return
        first = 1
        for last, style in self.gaya_kolom:
            if first < sel.kolom + sel.lebar and sel.kolom <= last:
                yield style
            first = last + 1

    def _count(self, attributes: Mapping[str, str], name: str) -> int:
        text = attributes.get(name, "1")
        if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text)):
            raise BerkasError(self.path, f"it is damaged: {text[:40]!r} is no number of cells", RUSAK)
        return int(text)


def _print_lama(lama: str) -> str:
    """A length of time in hours; empty where it isn't written as one.

    >>> _print_lama("PT30H05M00S"), _print_lama("-PT01H00M07S"), _print_lama("P1D")
    ('30:05', '-01:00:07', '')
    """
    match = _LAMA.fullmatch(lama)
    if match is None:
        return ""
    seconds = "" if match[4] in {"0", "00"} else f":{match[4]:0>2}"
    return f"{match[1]}{match[2]:0>2}:{match[3]:0>2}{seconds}"
