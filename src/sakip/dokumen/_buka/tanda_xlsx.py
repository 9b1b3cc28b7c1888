"""A look at the sheets of an XLSX workbook before it is opened.

Sheets as nearly all programs write them are looked at with patterns, which is fast.
The patterns have to fit every cell; where one is written otherwise, or is hidden behind a
prefix, the sheet is read element by element instead.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import zip_longest

import attrs

from sakip.berkas import RUSAK
from sakip.dokumen._buka.batas import BatasBaca
from sakip.dokumen._buka.gaya_xlsx import Gaya, read_gaya
from sakip.dokumen._buka.kisi import IsiSel
from sakip.dokumen._buka.kotak import Kotak
from sakip.dokumen._buka.tanda import Tanda, check_all, read_kolom
from sakip.dokumen._buka.xml_aman import local, parse_xml
from sakip.errors import BerkasError

_SEL = re.compile(rb'<c r="([A-Z]{1,3}+)[0-9]{1,7}+"(?: [a-z]++="[A-Za-z0-9]*+")*+ ?/?>')
"""A cell as it is written nearly always; the column is kept."""
_BARIS = re.compile(rb'<c r="[A-Z]{1,3}+([0-9]{1,7}+)"')
_BERISI = rb"(?! ?/>| ?></c>)"
"""What follows the attributes of a cell that holds anything; blank ones are there for their borders."""
_ISI = re.compile(rb'<c r="([A-Z]++)([0-9]++)"(?: [a-z]++="[A-Za-z0-9]*+")*+' + _BERISI)
_BERGAYA = (
    rb'<c r="([A-Z]++)([0-9]++)"(?: (?!s=)[a-z]++="[A-Za-z0-9]*+")*+ s="(%b)"(?: [a-z]++="[A-Za-z0-9]*+")*+'
    + _BERISI
)
_GAYA = re.compile(_BERGAYA % b"[0-9]++")
_SEL_LAIN, _SEL_BERAWALAN = re.compile(rb"<c[\t\n\r>/]"), re.compile(rb":c[ \t\n\r>/]")
"""A cell written otherwise; a cell behind a prefix."""
_PERNYATAAN = re.compile(rb"<!(?!--|\[CDATA\[)")
_GALAT = re.compile(
    rb'<c r="([A-Z]++)([0-9]++)"(?: (?!t=)[a-z]++="[A-Za-z0-9]*+")*+ t="e"(?: [a-z]++="[A-Za-z0-9]*+")*+ ?/?>'
    rb"((?:[^<]++|<(?!/?c[ >]))*+)"
)
_NILAI = re.compile(rb"<v>([^<]*)</v>")
_BERSAMA = re.compile(
    rb'<c r="[A-Z]++[0-9]++"(?: (?!t=)[a-z]++="[A-Za-z0-9]*+")*+ t="s"(?: [a-z]++="[A-Za-z0-9]*+")*+ ?>'
    rb"<v>([0-9]++)</v>"
)
_TEKS_BERSAMA = re.compile(rb"<(?:[\w.-]+:)?si(?=[\s/>])")
_DAFTAR_TEKS = re.compile(rb"<(?:[\w.-]+:)?sst(?=[\s/>])")
_ALAMAT = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_JENDELA = 16 * 1024 * 1024
"""Bytes that are looked at in one go, so that a large sheet needs no memory of its own size once more."""


@attrs.define
class _Lembar:
    """A raw sheet: what is known of it, and how often it shows texts that are kept once."""

    bagian: str
    tanda: Tanda
    bersama: Counter[int] | None = None
    banyak_bersama: int = 0


def find_tanda_xlsx(kotak: Kotak, batas: BatasBaca) -> dict[str, Tanda]:
    """What a look at each sheet says, by the sheet's name.

    Every part that is a sheet is looked at, wherever the workbook says that its sheets stand.

    Raises:
        BerkasError: A part is damaged, or asks for more than the limits allow.
    """
    names = _sheet_parts(kotak)
    gaya = read_gaya(kotak)
    sheets: dict[str, _Lembar] = {}
    teks: list[str] = []
    for part in kotak:
        data = kotak.read(part)
        if b"sheetData" in data:
            sheets[part] = _scan(data, part, kotak.path, gaya, batas)
        elif _DAFTAR_TEKS.search(data):
            teks.append(part)
    _count_huruf(kotak, list(sheets.values()), teks, batas)
    found = {name: sheets.pop(part).tanda for name, part in names.items() if part in sheets}
    check_all(found | {part: sheet.tanda for part, sheet in sheets.items()}, kotak.path, batas)
    return found


# --- one sheet --------------------------------------------------------------------


def _scan(data: bytes, bagian: str, path: str, gaya: Gaya, batas: BatasBaca) -> _Lembar:
    if _PERNYATAAN.search(data):
        parse_xml(data, path, bagian, lambda *_: None)  # which refuses it, and says why
    columns, rows, count = _extent(data)
    odd = _SEL_LAIN.search(data) or (b":c" in data and _SEL_BERAWALAN.search(data))
    if odd or count != data.count(b"<c "):
        return _scan_slowly(data, bagian, path, gaya)
    tanda = Tanda(sel=count)
    if columns:
        tanda.reach(max(map(int, rows)), max(read_kolom(column.decode()) for column in columns))
    if count > batas.sel or tanda.exceeds(batas):
        _measure(data, tanda)
    for match in _GALAT.finditer(data) if b't="e"' in data else ():
        value = _NILAI.search(match[3])
        teks = html.unescape(value[1].decode(errors="replace")) if value else ""
        tanda.mark(int(match[2]), read_kolom(match[1].decode()), IsiSel.GALAT, teks or "#")
    if gaya.persen:
        for match in re.finditer(_BERGAYA % "|".join(gaya.persen).encode(), data):
            tanda.mark(int(match[2]), read_kolom(match[1].decode()), IsiSel.PERSEN)
    tanda.warna = _find_warna(data, gaya)
    return _Lembar(bagian, tanda, banyak_bersama=data.count(b't="s"'))


def _windows(data: bytes) -> Iterator[tuple[int, int]]:
    """The sheet in pieces that each begin with a cell."""
    start = 0
    while start < len(data):
        end = data.find(b"<c ", start + _JENDELA)
        yield start, len(data) if end < 0 else end
        start = len(data) if end < 0 else end


def _extent(data: bytes) -> tuple[set[bytes], set[bytes], int]:
    """The columns and rows that cells are in, blank ones included, and how many cells there are."""
    columns: set[bytes] = set()
    rows: set[bytes] = set()
    count = 0
    for start, end in _windows(data):
        found = _SEL.findall(data, start, end)
        count += len(found)
        columns.update(found)
        rows.update(_BARIS.findall(data, start, end))
    return columns, rows, count


def _find_warna(data: bytes, gaya: Gaya) -> set[str]:
    """The colours of the cells that hold anything; not looked for where the workbook has one at most."""
    if len(set(gaya.warna.values())) < 2:
        return set()
    used: set[str] = set()
    for start, end in _windows(data):
        used.update(style.decode() for style in {found[2] for found in _GAYA.findall(data, start, end)})
    return {gaya.warna[style] for style in used if style in gaya.warna}


def _measure(data: bytes, tanda: Tanda) -> None:
    """How far a sheet reaches, and how many cells it has, without the blank ones."""
    tanda.tinggi = tanda.lebar = tanda.sel = 0
    for start, end in _windows(data):
        found = _ISI.findall(data, start, end)
        tanda.sel += len(found)
        for column, row in {(column, row) for column, row in found}:
            tanda.reach(int(row), read_kolom(column.decode()))


class _PembacaLembar:
    """A sheet read element by element."""

    def __init__(self, path: str, gaya: Gaya) -> None:
        self.path = path
        self.menurut_gaya = gaya
        self.tanda = Tanda()
        self.bersama: Counter[int] = Counter()
        self.baris, self.kolom = 1, 1
        self.jenis: str | None = None  # of the cell that is open
        self.isi = False
        self.gaya = ""
        self.teks: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        name = local(name)
        if name == "row" and "r" in attributes:
            self.baris = self._number(attributes["r"])
        elif name == "c":
            if "r" in attributes:
                match = _ALAMAT.fullmatch(attributes["r"])
                if match is None:
                    raise BerkasError(self.path, f"it is damaged: {attributes['r'][:40]!r} is no cell", RUSAK)
                self.baris, self.kolom = int(match[2]), read_kolom(match[1].upper())
            self.jenis, self.isi = attributes.get("t", "n"), False
            self.teks.clear()
            self.gaya = attributes.get("s", "")
        elif self.jenis is not None:
            self.isi = True

    def end(self, name: str) -> None:
        """An element ends."""
        name = local(name)
        if name == "row":
            self.baris, self.kolom = self.baris + 1, 1
        elif name == "c" and self.jenis is not None:
            self._close()

    def text(self, teks: str) -> None:
        """A text; only those of cells that are short by nature are looked at."""
        if self.jenis in {"s", "e"}:
            self.teks.append(teks)

    def _close(self) -> None:
        text = "".join(self.teks).strip()
        if self.isi:
            self.tanda.sel += 1
            self.tanda.reach(self.baris, self.kolom)
            if self.gaya in self.menurut_gaya.warna:
                self.tanda.warna.add(self.menurut_gaya.warna[self.gaya])
            if self.gaya in self.menurut_gaya.persen:
                self.tanda.mark(self.baris, self.kolom, IsiSel.PERSEN)
        if self.jenis == "e":
            self.tanda.mark(self.baris, self.kolom, IsiSel.GALAT, text or "#")
        elif self.jenis == "s" and text:
            self.bersama[self._number(text)] += 1
        self.jenis = None
        self.kolom += 1

    def _number(self, text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) < 10):
            raise BerkasError(self.path, f"it is damaged: {text[:40]!r} is no number", RUSAK)
        return int(text)


def _scan_slowly(data: bytes, bagian: str, path: str, gaya: Gaya) -> _Lembar:
    reader = _PembacaLembar(path, gaya)
    parse_xml(data, path, bagian, reader.start, reader.end, reader.text)
    return _Lembar(bagian, reader.tanda, reader.bersama, reader.bersama.total())


# --- texts that are kept once -----------------------------------------------------


def _count_huruf(kotak: Kotak, sheets: list[_Lembar], teks: list[str], batas: BatasBaca) -> None:
    """How much text the sheets show; counted text by text only where it might be too much."""
    lengths, longest = _lengths(kotak, teks)
    if sum(sheet.banyak_bersama for sheet in sheets) * longest <= batas.ukuran_terbuka:
        return
    for sheet in sheets:
        if sheet.bersama is None:
            data = kotak.read(sheet.bagian)
            sheet.bersama = Counter(map(int, _BERSAMA.findall(data)))
        known = {place: times for place, times in sheet.bersama.items() if place < len(lengths)}
        rest = sheet.banyak_bersama - sum(known.values())
        sheet.tanda.huruf = sum(lengths[place] * times for place, times in known.items()) + longest * rest


def _lengths(kotak: Kotak, teks: list[str]) -> tuple[list[int], int]:
    """How long each of the texts can be at most, with its marks, and how long any of them."""
    found: list[int] = []
    longest = 0
    for part in teks:
        data = kotak.read(part)
        if b"<!" in data:  # a remark or a quoted passage may hold what looks like the beginning of a text
            longest = max(longest, len(data))
        else:
            found = [
                max(pair) for pair in zip_longest(found, map(len, _TEKS_BERSAMA.split(data)[1:]), fillvalue=0)
            ]
    return ([] if longest else found), max(longest, *found, 0)


# --- what stands around the sheets ------------------------------------------------


def _sheet_parts(kotak: Kotak) -> dict[str, str]:
    """From the name of a sheet to the part that it is kept in."""
    ids: dict[str, str] = {}
    targets: dict[str, str] = {}

    def sheets(name: str, attributes: Mapping[str, str]) -> None:
        if local(name) == "sheet":
            keys = (key for key in attributes if ":" in key and local(key) == "id")
            ids[attributes.get("name", "")] = attributes.get(next(keys, ""), "")

    def relations(name: str, attributes: Mapping[str, str]) -> None:
        if local(name) == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    for part, read in (("xl/workbook.xml", sheets), ("xl/_rels/workbook.xml.rels", relations)):
        parse_xml(kotak.read(part), kotak.path, part, read)
    return {name: _place(targets[id]) for name, id in ids.items() if id in targets}


def _place(target: str) -> str:
    """Where in the box a part stands that the workbook names.

    >>> _place("/xl/worksheets/Sheet1.xml"), _place("worksheets/sheet1.xml")
    ('xl/worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml')
    """
    path = target.replace("\\", "/").casefold()
    return posixpath.normpath(path.lstrip("/") if path.startswith(("/", "xl/")) else f"xl/{path}")
