"""One sheet of a workbook: title, paragraphs, tables and signatures, set for the printer."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import attrs

from sakip.dokumen._buka.kisi import Petak
from sakip.dokumen._tulis.naskah import Blok, Paragraf, Rumus, Rupa, TabelNaskah, TandaTangan
from sakip.dokumen._tulis.sel_xlsx import to_xlsx
from sakip.dokumen._tulis.susun import (
    PIKSEL,
    TEPI,
    Denah,
    body_heights,
    count_lines,
    head_heights,
    page_width,
    plan,
    row_height,
    shorten,
    split_tall,
    text_width,
)
from sakip.kertas import Kertas

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

HURUF = {"font_name": "Arial", "font_size": 10}
"""The letters of the workbook, in whose digits the widths of columns are counted."""
_KERTAS = {Kertas.A4: 9, Kertas.F4: 14, Kertas.A3: 8}
"""The numbers that workbooks know paper by; F4 goes by the name of folio."""
_PILIHAN_TERPANJANG = 255
"""Characters that a list to choose from may have."""
_TINGGI_BIASA = 15.0
"""Points of a row whose height is not set."""
_SELA = 4.0
"""Points between two paragraphs."""
_PENUH = 0.96
"""How full a page gets, since programs differ by a little."""
_BEKU_TERBANYAK = 14
"""Rows that may stand still while the others are scrolled; more would fill a small screen."""
_TINGGI_GABUNG = 6
"""Rows of a merged cell whose text stands at its top, so that no page cuts it."""
_SKALA_KAKI = 0.8
"""How large the letters at the foot of a page are beside those of its tables."""
_HALAMAN = "Halaman 999 dari 999    "
_KAKI_TERPANJANG = 180
"""Characters of the title at the foot of a page; the format has room for 255 there, with what makes them small."""
_KIRI, _KANAN = {"align": "left", "indent": 1}, {"align": "right", "indent": 1}
_RATA: dict[Rupa, dict[str, Any]] = {
    Rupa.TEKS: _KIRI,
    Rupa.TENGAH: {"align": "center"},
    Rupa.ANGKA: _KANAN,
    Rupa.PERSEN: _KANAN,
    Rupa.RUPIAH: _KANAN,
}


@attrs.define
class Lembar:
    """Writes one sheet, from the top down."""

    buku: Workbook
    lembar: Worksheet
    judul: Sequence[str]
    kertas: Kertas
    mendatar: bool
    blok: Sequence[Blok]
    denah: Denah = attrs.field(init=False)
    _baris: int = attrs.field(default=0, init=False)
    _tinggi: dict[int, float] = attrs.field(factory=dict, init=False)
    _lanjut: set[int] = attrs.field(factory=set, init=False)
    _susul: set[int] = attrs.field(factory=set, init=False)
    _ulang: tuple[int, int] = attrs.field(default=(0, 0), init=False)
    _rupa: dict[tuple[tuple[str, Any], ...], Format] = attrs.field(factory=dict, init=False)

    @denah.default
    def _plan(self) -> Denah:
        posts = [len(item.pihak) for item in self.blok if isinstance(item, TandaTangan)]
        return plan(self._tables(), page_width(self.kertas, mendatar=self.mendatar), max([2, *posts]))

    def _tables(self) -> list[TabelNaskah]:
        return [item for item in self.blok if isinstance(item, TabelNaskah)]

    def write(self) -> None:
        for number, width in enumerate(self.denah.lebar):
            self.lembar.set_column_pixels(number, number, round(width * PIKSEL))
        hidden = max((last for letak in self.denah.letak for _, last in letak), default=0)
        if hidden > self.denah.akhir:
            self.lembar.set_column(self.denah.akhir + 1, hidden, None, None, {"hidden": True})
        for line in self.judul:
            self._line(line, bold=True, align="center", valign="vcenter", font_size=12)
        places = iter(self.denah.letak)
        before: Blok | None = None
        for item in self.blok:
            if isinstance(before, Paragraf) and isinstance(item, Paragraf):
                self._set_row(self._baris, _SELA)
            before = item
            self._baris += 1
            if isinstance(item, Paragraf):
                self._paragraf(item)
            elif isinstance(item, TandaTangan):
                self._tanda_tangan(item)
            else:
                self._tabel(item, next(places))
        self._page(hidden)

    def _paragraf(self, blok: Paragraf) -> None:
        """A line; below a table it stays with the last row: no page has nothing of a table but its header."""
        begin = self._baris
        self._line(blok.teks, bold=blok.tebal, align="center" if blok.tengah else "left")
        if self._ulang[1]:
            self._susul.update((begin - 1, begin))

    def _page(self, hidden: int) -> None:
        """What the printer has to know."""
        sheet = self.lembar
        if self.mendatar:
            sheet.set_landscape()
        sheet.set_paper(_KERTAS[self.kertas])
        sheet.set_margins(*(TEPI / 25.4,) * 4)
        sheet.fit_to_pages(1, 0)
        self._break_pages()
        sheet.print_area(0, 0, max(self._baris - 1, 0), self.denah.akhir)
        sheet.set_footer(f'&L&"Arial"&8{self._kaki()}&R&"Arial"&8Halaman &P dari &N')
        sheet.hide_gridlines(2)
        if self._baris:
            sheet.ignore_errors({"number_stored_as_text": f"A1:{Petak('', self._baris + 1, hidden + 1).sel}"})

    def _kaki(self) -> str:
        """The title on one line, as many of its words as fit beside the number of the page."""
        words = " ".join(filter(None, self.judul)).replace("&", "&&")
        room = page_width(self.kertas, mendatar=self.mendatar) / _SKALA_KAKI - text_width(_HALAMAN)
        return shorten(textwrap.shorten(words, _KAKI_TERPANJANG, placeholder=" …"), room)

    def _set_row(self, baris: int, tinggi: float) -> None:
        self._tinggi[baris] = tinggi
        self.lembar.set_row(baris, tinggi)

    def _break_pages(self) -> None:
        """Break pages between rows that belong together, where they would go over the end of one."""
        room = self._ruang
        heights = [self._tinggi.get(row, _TINGGI_BIASA) for row in range(self._baris)]
        again = sum(heights[slice(*self._ulang)])
        breaks, used = [], 0.0
        for rows in self._groups(heights, room - again):
            need = sum(heights[row] for row in rows)
            if again + need > room:  # no page holds it, so it goes on over the end of this one
                used = (used + need) % room
                continue
            alone = len(rows) == 1 and rows.start in self._susul  # a line goes over by itself where it has to
            if used and used + need > room and rows.start != self._ulang[1] and not alone:
                breaks.append(rows.start)
                used = again
            used += need
        if breaks:
            self.lembar.set_h_pagebreaks(breaks)

    @property
    def _ruang(self) -> float:
        """The points that a page is high, in the scale that the sheet is printed in."""
        _, height = self.kertas.ukuran(mendatar=self.mendatar)
        scale = min(page_width(self.kertas, mendatar=self.mendatar) / sum(self.denah.lebar), 1.0)
        return (height - 2 * TEPI) / 25.4 * 72 / scale * _PENUH

    def _groups(self, tinggi: Sequence[float], ruang: float) -> Iterator[range]:
        """The rows that belong together, group by group; what follows a table parts from it where no page has both."""
        start = 0
        for row in range(1, len(tinggi) + 1):
            if row not in self._lanjut and row not in self._susul:
                apart = self._susul if sum(tinggi[start:row]) > ruang else ()
                edges = [start, *(place for place in range(start + 1, row) if place in apart), row]
                yield from (range(left, right) for left, right in pairwise(edges))
                start = row

    # --- cells ----------------------------------------------------------------

    def _format(self, **properties: Any) -> Format:
        """A format of these properties; the same one for the same ones."""
        key = tuple(sorted(properties.items()))
        if key not in self._rupa:
            base = {**HURUF, "valign": "top", "text_wrap": True}
            self._rupa[key] = self.buku.add_format({**base, **properties})
        return self._rupa[key]

    def _put(
        self, awal: tuple[int, int], akhir: tuple[int, int], isi: Any, rupa: Rupa, **properties: Any
    ) -> None:
        """One cell, merged with those down to another one."""
        cell = to_xlsx(isi, rupa)
        if cell.format:
            properties["num_format"] = cell.format
        if cell.bahaya:
            properties["quote_prefix"] = True
        style = self._format(**properties)
        if awal != akhir:
            self.lembar.merge_range(*awal, *akhir, "", style)
        if cell.nilai is None or isinstance(cell.nilai, Rumus):
            self.lembar.write_blank(*awal, None, style)
        elif isinstance(cell.nilai, str):
            self.lembar.write_string(*awal, cell.nilai, style)
        else:
            self.lembar.write_number(*awal, cell.nilai, style)

    def _line(
        self, teks: str, *, awal: int = 0, akhir: int | None = None, next_row: bool = True, **properties: Any
    ) -> None:
        """A line of text across the sheet, or across some of its columns."""
        last = self.denah.akhir if akhir is None else akhir
        size = properties.get("font_size", 10) / 10
        lines = count_lines(teks, self.denah.width(awal, last) / size, tebal=bool(properties.get("bold")))
        self._put((self._baris, awal), (self._baris, last), teks, Rupa.TEKS, **properties)
        if next_row:
            self._set_row(self._baris, row_height(lines) * size)
            self._baris += 1

    # --- tables ---------------------------------------------------------------

    def _tabel(self, tabel: TabelNaskah, letak: Sequence[tuple[int, int]]) -> None:
        if tabel.judul:
            self._line(tabel.judul, bold=True)
        head = self._baris
        self._kepala(tabel, letak)
        if len(self._tables()) == 1:
            self.lembar.repeat_rows(head, self._baris - 1)
            self._ulang = (head, self._baris)
            if self._baris <= _BEKU_TERBANYAK:
                self.lembar.freeze_panes(self._baris, 0)
        body = self._baris
        spans = self._spans(tabel, letak, head)
        for number, height in enumerate(body_heights(tabel, self.denah, letak, spans)):
            self._set_row(body + number, height)
            if any(not rows[number] for rows in spans):
                self._lanjut.add(body + number)
            for kolom, rows in enumerate(spans):
                if rows[number]:
                    self._isi(tabel, letak, body, (number, kolom), rows[number])
        self._baris = body + len(tabel.baris)
        self._pilihan(tabel, letak, body)

    def _spans(self, tabel: TabelNaskah, letak: Sequence[tuple[int, int]], head: int) -> list[list[int]]:
        """How many rows each cell spans; none goes over the end of a page."""
        above = [self._tinggi.get(row, _TINGGI_BIASA) for row in range(self._baris)]
        room = self._ruang - sum(above[head:])
        alone = self._ulang[1] == self._baris  # its header is never left alone on the first page
        first = self._ruang - sum(above) if alone else room
        return split_tall(tabel, body_heights(tabel, self.denah, letak), room, first)

    def _kepala(self, tabel: TabelNaskah, letak: Sequence[tuple[int, int]]) -> None:
        style = {"bold": True, "align": "center", "valign": "vcenter", "border": 1, "bg_color": "#E8EEF4"}
        heights = head_heights(tabel, self.denah, letak)
        for level, cells in enumerate(tabel.kepala()):
            row = self._baris + level
            self._set_row(row, heights[level])
            for teks, kolom, wide, deep in cells:
                first, last = letak[kolom][0], letak[kolom + wide - 1][1]
                self._put((row, first), (row + deep - 1, last), teks, Rupa.TEKS, **style)
        self._baris += len(heights)
        if tabel.bernomor:
            for number, (first, last) in enumerate(letak, start=1):
                self._put((self._baris, first), (self._baris, last), number, Rupa.TENGAH, **style)
            self._baris += 1

    def _isi(
        self,
        tabel: TabelNaskah,
        letak: Sequence[tuple[int, int]],
        body: int,
        sel: tuple[int, int],
        span: int,
    ) -> None:
        """One cell of the body of a table."""
        number, kolom = sel
        row, lajur = tabel.baris[number], tabel.lajur[kolom]
        isi = None if kolom in row.sambung else row.sel[kolom]
        style: dict[str, Any] = {"border": 1, "bold": row.tebal, **_RATA[lajur.rupa]}
        if span < _TINGGI_GABUNG:  # a taller one may go over to the next page
            style["valign"] = "vcenter"
        first, last = letak[kolom]
        self._put((body + number, first), (body + number + span - 1, last), isi, lajur.rupa, **style)
        cell = to_xlsx(isi, lajur.rupa)
        if isinstance(cell.nilai, Rumus):
            pola = cell.nilai.fill(
                tabel.nama, number, lambda baris, at: Petak("", body + baris + 1, letak[at][0] + 1).sel
            )
            value = "" if cell.nilai.nilai is None else float(cell.nilai.nilai)
            look = self._format(**style, num_format=cell.format)
            self.lembar.write_formula(body + number, first, pola, look, value)

    def _pilihan(self, tabel: TabelNaskah, letak: Sequence[tuple[int, int]], body: int) -> None:
        """Lists to choose from, where a column has them."""
        last = max((number for number, row in enumerate(tabel.baris) if not row.tebal), default=-1)
        for lajur, (first, _) in zip(tabel.lajur, letak, strict=True):
            words = list(lajur.pilihan)
            while len(",".join(words)) > _PILIHAN_TERPANJANG:
                words.pop()
            if words and last >= 0:
                rule = {
                    "validate": "list",
                    "source": words,
                    "error_type": "information" if lajur.bebas else "stop",
                    "error_title": lajur.judul[-1][:32],
                    "error_message": "Isian ini tidak ada dalam daftar pilihan.",
                    "show_error": not lajur.bebas,
                }
                self.lembar.data_validation(body, first, body + last, first, rule)

    # --- who signs --------------------------------------------------------------

    def _tanda_tangan(self, blok: TandaTangan) -> None:
        """Place and day above the last post; the posts side by side, with room for the signatures."""
        begin = self._baris
        slots = self._slots(len(blok.pihak))
        first, last = slots[-1]
        for line in blok.awal:
            self._line(line, awal=first, akhir=last, align="center")
        people = blok.penanda
        depth = max((len(lines) for *_, lines in people), default=0)
        rows = [
            [sebagai for sebagai, *_ in people],
            [jabatan for _, jabatan, _ in people],
            ["" for _ in people],
            *(
                [lines[number] if number < len(lines) else "" for *_, lines in people]
                for number in range(depth)
            ),
        ]
        for number, texts in enumerate(rows if people else ()):
            if number == 2:  # the room for the signature
                self._set_row(self._baris, 54)
            elif any(texts):
                self._posts(texts, slots, bold=number == 3)
            else:
                continue
            self._baris += number == 2
        # The line above stays with it, where a page has room: who signs does not stand on a page alone.
        self._susul.add(begin - 1)
        self._lanjut.update(range(begin, self._baris))

    def _posts(self, texts: Sequence[str], slots: Sequence[tuple[int, int]], *, bold: bool) -> None:
        """One line of the signatures."""
        lines = 1
        for teks, (first, last) in zip(texts, slots, strict=True):
            self._line(teks, awal=first, akhir=last, next_row=False, align="center", bold=bold)
            lines = max(lines, count_lines(teks, self.denah.width(first, last), tebal=bold))
        self._set_row(self._baris, row_height(lines))
        self._baris += 1

    def _slots(self, banyak: int) -> list[tuple[int, int]]:
        """The columns that each post signs in; one post alone signs on the right half."""
        count = max(banyak, 2)
        edges = [0]
        for number in range(1, count):
            aim = sum(self.denah.lebar) * number / count
            free = range(edges[-1] + 1, len(self.denah.lebar) - count + number + 1)
            edges.append(min(free, key=lambda edge: abs(self.denah.width(0, edge - 1) - aim)))
        edges.append(len(self.denah.lebar))
        slots = [(left, right - 1) for left, right in pairwise(edges)]
        return slots[-1:] if banyak < 2 else slots
