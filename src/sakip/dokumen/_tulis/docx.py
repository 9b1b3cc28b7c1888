"""Forms as documents of a word processor, by python-docx."""

from __future__ import annotations

import datetime as dt
import io
import os
import re
import zipfile
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import attrs

from sakip.berkas import write_bytes
from sakip.dokumen._tulis.naskah import (
    Blok,
    Naskah,
    Paragraf,
    Rupa,
    TabelNaskah,
    TandaTangan,
    rowspans,
    to_teks,
)
from sakip.dokumen._tulis.susun import TEPI, count_lines, fit_widths, page_width, shrink
from sakip.errors import EkstraError
from sakip.kertas import Kertas

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph

_TERSEMPIT = 6.5
"""Characters that a column takes at least."""
_SISIPAN = 60
"""Twentieths of a point between a text and the sides of its cell."""
_BERSAMA = 16
"""Lines that the rows have at most that one cell spans and that stay on one page."""
_KENDALI = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Signs that no XML may hold."""


def write_docx(naskah: Naskah, path: str | os.PathLike[str], *, kertas: Kertas = Kertas.A4) -> None:
    """Write a form as a document: complete or not at all.

    Columns for machines are left out. Signs that such a file can't hold stand as ``�``.

    Raises:
        BerkasError: The file can't be written.
        EkstraError: python-docx is not installed.
    """
    try:
        import docx  # noqa: PLC0415  # an extra
    except ImportError:
        raise EkstraError("python-docx", "docx") from None
    document = docx.Document()
    _Penulis(document, naskah, kertas).write()
    data = io.BytesIO()
    document.save(data)
    write_bytes(path, [_undate(data)])


def _undate(data: io.BytesIO) -> bytes:
    """The same archive without the hour in which it was made: the same form gives the same file."""
    result = io.BytesIO()
    with zipfile.ZipFile(data) as made, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as undated:
        for item in made.infolist():
            part = zipfile.ZipInfo(item.filename)  # of 1980, as archives begin
            part.compress_type = zipfile.ZIP_DEFLATED
            undated.writestr(part, made.read(item))
    return result.getvalue()


@attrs.define
class _Penulis:
    """Writes a document, from the top down."""

    document: Document
    naskah: Naskah
    kertas: Kertas
    _halaman: float = attrs.field(default=0.0, init=False)

    def write(self) -> None:
        self._properties()
        for number, (nama, blok) in enumerate(self.naskah.isi):
            self._section(nama, first=not number)
            for place, line in enumerate(self.naskah.judul, start=1):
                self._paragraph(
                    line, tebal=True, tengah=True, ukuran=12, bersama=place < len(self.naskah.judul)
                )
            for item, after in zip(blok, (*blok[1:], None), strict=False):
                self._blok(item, bersama=isinstance(after, TandaTangan))

    def _properties(self) -> None:
        """Letters and head of the file; no clock: the same form gives the same file."""
        core = self.document.core_properties
        core.title, core.author, core.comments = (
            _clean(" ".join(filter(None, self.naskah.judul)))[:255],
            "",
            "",
        )
        core.created = core.modified = dt.datetime(2000, 1, 1)  # noqa: DTZ001  # python-docx takes no other
        style: Any = self.document.styles["Normal"]
        style.font.name = "Arial"
        style.font.size = _pt(10)
        style.paragraph_format.space_after = _pt(4)

    def _section(self, nama: str, *, first: bool) -> None:
        """Begin a page with its own paper."""
        from docx.enum.section import WD_ORIENT, WD_SECTION  # noqa: PLC0415  # an extra

        section = self.document.sections[0] if first else self.document.add_section(WD_SECTION.NEW_PAGE)
        if not first:  # the paragraph that ends the section before
            _flatten(self.document.paragraphs[-1])
        lies = self.naskah.lies(nama)
        self._halaman = page_width(self.kertas, mendatar=lies)
        section.orientation = WD_ORIENT.LANDSCAPE if lies else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = map(_mm, self.kertas.ukuran(mendatar=lies))
        section.left_margin = section.right_margin = _mm(TEPI)
        section.top_margin = section.bottom_margin = _mm(TEPI)
        if first:
            self._footer(section)

    def _footer(self, section: Any) -> None:
        """The number of the page."""
        line = section.footer.paragraphs[0]
        line.alignment = _align(Rupa.ANGKA)
        for teks, field in (("Halaman ", "PAGE"), (" dari ", "NUMPAGES")):
            line.add_run(teks).font.size = _pt(8)
            number = line.add_run("1")
            number.font.size = _pt(8)
            place = _element("fldSimple", instr=field)
            number._r.addprevious(place)  # noqa: SLF001  # python-docx has no fields
            place.append(number._r)  # noqa: SLF001

    def _blok(self, blok: Blok, *, bersama: bool) -> None:
        """A block; its end stays together with who signs below it."""
        if isinstance(blok, Paragraf):
            self._paragraph(blok.teks, tebal=blok.tebal, tengah=blok.tengah)
            self.document.paragraphs[-1].paragraph_format.keep_with_next = bersama
        elif isinstance(blok, TandaTangan):
            self._tanda_tangan(blok)
        else:
            self._tabel(blok, bersama=bersama)

    def _paragraph(
        self, teks: str, *, tebal: bool = False, tengah: bool = False, ukuran: int = 0, bersama: bool = False
    ) -> None:
        line = self.document.add_paragraph()
        if tengah:
            line.alignment = _align(Rupa.TENGAH)
        if bersama or ukuran:
            line.paragraph_format.space_after = _pt(0 if bersama else ukuran)
        line.paragraph_format.keep_with_next = bersama
        run = line.add_run(_clean(teks))
        run.bold = tebal
        if ukuran:
            run.font.size = _pt(ukuran)

    # --- tables ---------------------------------------------------------------

    def _tabel(self, tabel: TabelNaskah, *, bersama: bool) -> None:
        if tabel.judul:
            self._paragraph(tabel.judul, tebal=True, bersama=True)
        tabel = tabel.tampak
        heads = tabel.tinggi_judul + tabel.bernomor
        widths = fit_widths(tabel, self._halaman)
        size = 10 * shrink(widths, self._halaman)
        table = self._make(heads + len(tabel.baris), widths, "Table Grid")
        rows = list(table.rows)
        self._kepala(tabel, rows, size, bernomor=tabel.bernomor)
        spans = [rowspans(tabel, index) for index in range(len(tabel.lajur))]
        whole = _list_whole(tabel, widths)
        for number, row in enumerate(tabel.baris):
            _keep_whole(rows[heads + number])
            keep = number in whole or (bersama and number >= len(tabel.baris) - 2)
            for place, cell in enumerate(rows[heads + number].cells):
                lajur, span = tabel.lajur[place], spans[place][number]
                teks = to_teks(row.sel[place], lajur.rupa) if span else ""
                _fill(cell, teks, lajur.rupa, size, tebal=row.tebal)
                cell.paragraphs[0].paragraph_format.keep_with_next = keep
                if span != 1:
                    cell._tc.vMerge = "restart" if span else "continue"  # noqa: SLF001  # merging moves texts
        after = self.document.add_paragraph()
        _flatten(after, sesudah=12)
        after.paragraph_format.keep_with_next = bersama

    def _kepala(self, tabel: TabelNaskah, rows: Sequence[_Row], ukuran: float, *, bernomor: bool) -> None:
        """The header, merged, and repeated on every page."""
        from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT as VERTICAL  # noqa: PLC0415  # an extra

        for level, cells in enumerate(tabel.kepala()):
            for teks, kolom, wide, deep in cells:
                cell = rows[level].cells[kolom]
                if wide > 1 or deep > 1:
                    cell = cell.merge(rows[level + deep - 1].cells[kolom + wide - 1])
                _fill(cell, teks, Rupa.TENGAH, ukuran, tebal=True)
                cell.vertical_alignment = VERTICAL.CENTER
                cell._tc.get_or_add_tcPr().append(  # noqa: SLF001  # python-docx has no shading
                    _element("shd", val="clear", color="auto", fill="E8EEF4")
                )
        heads = rows[: tabel.tinggi_judul + bernomor]
        for number, cell in enumerate(heads[-1].cells if bernomor else (), start=1):
            _fill(cell, str(number), Rupa.TENGAH, ukuran)
        for row in heads:
            _keep_whole(row)
            row._tr.get_or_add_trPr().append(_element("tblHeader"))  # noqa: SLF001  # python-docx has none

    def _make(self, baris: int, lebar: Sequence[float], style: str) -> Table:
        """A table as wide as the page, its columns in these proportions."""
        section = self.document.sections[-1]
        page = int(section.page_width or 0) - 2 * int(_mm(TEPI))
        table: Table = self.document.add_table(baris, len(lebar), style)
        table.autofit = False
        widths = [max(width, _TERSEMPIT) for width in lebar]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = _emu(page * width / sum(widths))
        margins = _element("tblCellMar")
        for side in ("left", "right"):
            margins.append(_element(side, w=str(_SISIPAN), type="dxa"))
        table._tbl.tblPr.find(_name("tblLook")).addprevious(margins)  # noqa: SLF001  # python-docx has none
        return table

    # --- who signs --------------------------------------------------------------

    def _tanda_tangan(self, blok: TandaTangan) -> None:
        """A table without borders: place and day above the last post, the posts side by side."""
        people = list(blok.penanda)
        while len(people) < 2:
            people.insert(0, ("", "", ()))
        depth = max(len(lines) for *_, lines in people)
        rows = [
            [*[""] * (len(people) - 1), "\n".join(blok.awal)],
            ["\n".join(filter(None, (sebagai, jabatan))) for sebagai, jabatan, _ in people],
            ["\n\n\n"] * len(people),
            *(
                [lines[number] if number < len(lines) else "" for *_, lines in people]
                for number in range(depth)
            ),
        ]
        table = self._make(len(rows), [10.0] * len(people), "Normal Table")
        for number, (row, texts) in enumerate(zip(table.rows, rows, strict=True)):
            _keep_whole(row)
            for cell, teks in zip(row.cells, texts, strict=True):
                _fill(cell, teks, Rupa.TENGAH, tebal=number == 3)
                cell.paragraphs[0].paragraph_format.keep_with_next = number < len(rows) - 1


def _clean(teks: str) -> str:
    r"""A text that XML may hold.

    >>> _clean("Dinas\x00 Sosial")
    'Dinas� Sosial'
    """
    return _KENDALI.sub("\ufffd", teks)


def _fill(cell: _Cell, teks: str, rupa: Rupa, ukuran: float = 10, *, tebal: bool = False) -> None:
    line = cell.paragraphs[0]
    line.alignment = _align(rupa)
    line.paragraph_format.space_before = line.paragraph_format.space_after = _pt(2)
    run = line.add_run(_clean(teks))
    run.bold = tebal
    run.font.size = _pt(round(ukuran * 2) / 2)


def _list_whole(tabel: TabelNaskah, lebar: Sequence[float]) -> set[int]:
    """The rows that stay on one page with the next one: a cell spans both, and all that it spans are few lines."""
    starts = [number for number, row in enumerate(tabel.baris) if not number or not row.sambung]
    whole: set[int] = set()
    for start, end in pairwise([*starts, len(tabel.baris)]):
        lines = (_count_row(tabel, number, lebar) for number in range(start, end))
        if sum(lines) <= _BERSAMA:
            whole.update(range(start, end - 1))
    return whole


def _count_row(tabel: TabelNaskah, baris: int, lebar: Sequence[float]) -> int:
    """The lines of a row, by the cell that has most of its own."""
    row = tabel.baris[baris]
    own = (
        count_lines(to_teks(isi, lajur.rupa), width, tebal=row.tebal)
        for place, (isi, lajur, width) in enumerate(zip(row.sel, tabel.lajur, lebar, strict=True))
        if place not in row.sambung
    )
    return max(own, default=1)


def _keep_whole(row: _Row) -> None:
    """Let no page break go through a row."""
    row._tr.get_or_add_trPr().append(_element("cantSplit"))  # noqa: SLF001  # python-docx has none


def _element(nama: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement  # noqa: PLC0415  # an extra

    element = OxmlElement(f"w:{nama}")
    for name, value in attributes.items():
        element.set(_name(name), value)
    return element


def _name(nama: str) -> str:
    from docx.oxml.ns import qn  # noqa: PLC0415  # an extra

    return qn(f"w:{nama}")


def _align(rupa: Rupa) -> Any:
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN  # noqa: PLC0415  # an extra

    if rupa is Rupa.TENGAH:
        return ALIGN.CENTER
    return ALIGN.LEFT if rupa is Rupa.TEKS else ALIGN.RIGHT


def _pt(points: float) -> Any:
    from docx.shared import Pt  # noqa: PLC0415  # an extra

    return Pt(points)


def _mm(millimetres: float) -> Any:
    from docx.shared import Mm  # noqa: PLC0415  # an extra

    return Mm(millimetres)


def _emu(emu: float) -> Any:
    from docx.shared import Emu  # noqa: PLC0415  # an extra

    return Emu(round(emu))


def _flatten(line: Paragraph, *, sesudah: int = 0) -> None:
    """A paragraph that must be there and takes no room: it never begins a page that is blank otherwise."""
    line.paragraph_format.line_spacing = _pt(1)
    line.paragraph_format.space_after = _pt(sesudah)
