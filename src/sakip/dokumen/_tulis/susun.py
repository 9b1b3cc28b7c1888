"""How tables and texts fit on paper: columns that several tables of a sheet share, heights of wrapped text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

import attrs

from sakip.angka import Angka
from sakip.dokumen._tulis.naskah import Rumus, Rupa, TabelNaskah, rowspans, to_teks
from sakip.kertas import Kertas

TEPI = 15
"""Millimetres between the text and the edge of the paper."""
PIKSEL = 7.5
"""Pixels of one character."""
_TEBAL, _BIASA = 1.1, 1.03
"""How much wider bold letters are than their digits say, and how much all are at most."""
_SISIPAN = 2.5
"""Characters of a cell that its edges take."""
_TERSEMPIT = 0.45
"""How much of its width a column of text keeps at least where a table is wider than its paper."""
_TERKECIL = 0.5
"""How small letters get at most."""
_KATA = 14.0
"""Characters of the words that a column of text has room for at least."""
_KODE = re.compile(r"[0-9X]+(?:\.[0-9X]+){2,}(?=\s|\Z)", re.ASCII)
"""Nomenclature codes of three segments or more."""
_DEKAT = 4.0
"""Edges of columns of two tables that are no further apart, in characters, are one edge."""


def page_width(kertas: Kertas, *, mendatar: bool) -> float:
    """The characters that fit beside each other on the page."""
    return round((kertas.ukuran(mendatar=mendatar)[0] - 2 * TEPI) / 25.4 * 96 / PIKSEL, 1)


@attrs.frozen
class Denah:
    """The columns of a sheet, on which each of its tables has its own.

    Attributes:
        lebar: The width of each visible column, in characters.
        letak: For each table and each of its columns the first and the last column of the
            sheet, counted from 0; hidden ones stand right of all visible ones.
    """

    lebar: tuple[float, ...]
    letak: tuple[tuple[tuple[int, int], ...], ...]

    @property
    def akhir(self) -> int:
        """The last visible column."""
        return len(self.lebar) - 1

    def width(self, awal: int, akhir: int) -> float:
        """The characters that fit in the columns from one to another."""
        return sum(self.lebar[awal : akhir + 1])


def plan(tabel: Sequence[TabelNaskah], halaman: float, kolom: int = 1) -> Denah:
    """The columns of a sheet: as wide as the page at least, each table as wide as the widest.

    Args:
        tabel: The tables of the sheet.
        halaman: How many characters the page is wide.
        kolom: How many columns the sheet has at least.

    >>> from sakip.dokumen._tulis.naskah import Lajur
    >>> satu, dua = TabelNaskah([Lajur("No", 10), Lajur("Sasaran", 40)], ()), TabelNaskah([Lajur("Program", 50)], ())
    >>> plan([satu, dua], 50)
    Denah(lebar=(10.0, 40.0), letak=(((0, 0), (1, 1)), ((0, 1),)))
    """
    widths = [fit_widths(item, halaman) for item in tabel]
    total = max([halaman, *map(sum, widths)])
    edges = [_edges(item, total) for item in widths] or [[0.0, total]]
    shared: list[float] = []
    for own in sorted(edges, key=len, reverse=True):
        _share(shared, own)
    shared.sort()
    while len(shared) <= kolom:  # halve the widest
        left, right = max(pairwise(shared), key=lambda pair: pair[1] - pair[0])
        shared.insert(shared.index(right), (left + right) / 2)
    lebar = tuple(round(right - left, 2) for left, right in pairwise(shared))
    return Denah(lebar, tuple(_places(item, own, shared) for item, own in zip(tabel, edges, strict=False)))


def fit_widths(tabel: TabelNaskah, halaman: float) -> list[float]:
    """The widths of the visible columns: figures and codes always have room, and those of text give way first.

    Where all are wider than the page, a column of figures is as narrow as what it holds.
    """
    shown = [(number, item) for number, item in enumerate(tabel.lajur) if not item.tersembunyi]
    needs = [
        _code_width(tabel, number) if item.rupa is Rupa.TEKS else _figure_width(tabel, number)
        for number, item in shown
    ]
    widths = [max(float(item.lebar), need) for (_, item), need in zip(shown, needs, strict=True)]
    words = _header_words(tabel)
    texts = [item.rupa is Rupa.TEKS for _, item in shown]
    least = [
        max(min(max(_KATA + _SISIPAN, words[number]), width), need)
        for (number, _), width, need in zip(shown, widths, needs, strict=True)
    ]
    fitted = _narrow_texts(texts, widths, least, halaman)
    if sum(fitted) <= halaman or tabel.isian:
        return fitted
    figures = [
        width if text else min(width, max(need, words[number]))
        for (number, _), text, width, need in zip(shown, texts, widths, needs, strict=True)
    ]
    return _narrow_texts(texts, figures, least, halaman)


def _narrow_texts(
    teks: Sequence[bool], lebar: Sequence[float], paling: Sequence[float], halaman: float
) -> list[float]:
    """The widths, those of text as much narrower as a table is wider than its page, as far as words allow.

    Args:
        teks: Which columns hold text.
        lebar: The widths.
        paling: How narrow each column of text gets at most.
        halaman: How many characters the page is wide.
    """
    over = sum(lebar) - halaman
    text = sum(width for is_text, width in zip(teks, lebar, strict=True) if is_text)
    factor = max(1 - over / text, _TERSEMPIT) if over > 0 and text else 1.0
    return [
        max(width * factor, least) if is_text else width
        for is_text, width, least in zip(teks, lebar, paling, strict=True)
    ]


def _figure_width(tabel: TabelNaskah, kolom: int) -> float:
    """The characters of the widest figure of a column, which no format can wrap, or of its longest word."""
    rupa = tabel.lajur[kolom].rupa
    wide = 0.0
    for row in tabel.baris:
        isi = row.sel[kolom]
        isi = isi.nilai if isinstance(isi, Rumus) else isi
        teks = to_teks(isi, rupa)
        parts = [teks] if isinstance(isi, int | Decimal | Angka) else teks.split()
        factor = _TEBAL if row.tebal else _BIASA
        wide = max([wide, *(text_width(part) * factor for part in parts)])
    return wide + _SISIPAN if wide else 0.0


def _code_width(tabel: TabelNaskah, kolom: int) -> float:
    """The characters of the widest nomenclature code of a column: no program breaks it at a place of its own."""
    texts = (to_teks(row.sel[kolom]) for row in tabel.baris if kolom not in row.sambung)
    codes = (match[0] for teks in texts if (match := _KODE.match(teks)))
    wide = max(map(text_width, codes), default=0.0)
    return wide * _BIASA + _SISIPAN if wide else 0.0


def _header_words(tabel: TabelNaskah) -> list[float]:
    """For each column the characters that the words of its headers take; of a shared one its part."""
    found = [0.0] * len(tabel.lajur)
    for cells in tabel.kepala():
        for teks, first, wide, _ in cells:
            need = max((text_width(word) * _TEBAL for word in teks.split()), default=0.0) + _SISIPAN
            for kolom in range(first, first + wide):
                found[kolom] = max(found[kolom], need / wide)
    return found


def shrink(lebar: Sequence[float], halaman: float) -> float:
    """How much smaller the letters of a table are printed that is wider than its page: 1 for one that fits.

    >>> shrink([60, 40], 50), shrink([60, 40], 200), shrink([1000], 50)
    (0.5, 1.0, 0.5)
    """
    return max(min(halaman / sum(lebar), 1.0), _TERKECIL)


def _edges(widths: Sequence[float], total: float) -> list[float]:
    """Where the columns of a table begin and end, stretched over the whole width."""
    factor = total / sum(widths)
    edges = [0.0]
    for width in widths:
        edges.append(edges[-1] + width * factor)
    edges[-1] = total
    return edges


def _share(shared: list[float], own: list[float]) -> None:
    """Put the edges of one table among the shared ones; those that are close are moved onto them."""
    if not shared:
        shared += own
        return
    for number in range(1, len(own) - 1):
        edge = own[number]
        free = [other for other in shared if own[number - 1] < other < own[number + 1]]
        near = min(free, key=lambda other: abs(other - edge), default=None)
        if near is not None and abs(near - edge) <= _DEKAT:
            own[number] = near
        else:
            shared.append(edge)


def _places(tabel: TabelNaskah, own: list[float], shared: list[float]) -> tuple[tuple[int, int], ...]:
    places: list[tuple[int, int]] = []
    visible, hidden = 0, len(shared) - 1
    for item in tabel.lajur:
        if item.tersembunyi:
            places.append((hidden, hidden))
            hidden += 1
        else:
            places.append((shared.index(own[visible]), shared.index(own[visible + 1]) - 1))
            visible += 1
    return tuple(places)


# --- text ---------------------------------------------------------------------

_LEBAR_HURUF = {
    letter: width
    for letters, width in (
        ("ijl'|", 0.40),
        ("Itf.,:;/! []\\", 0.50),
        ("-r()", 0.60),
        ("ckszvxyJ", 0.90),
        ("mM", 1.50),
        ("w", 1.30),
        ("W%@…—", 1.75),
    )
    for letter in letters
}
"""How wide letters of Arial are, in digits; others are taken for a digit or a capital."""
_SPASI = _LEBAR_HURUF[" "]


def text_width(teks: str) -> float:
    """How wide a text is printed, in digits.

    >>> text_width("iiii") < text_width("0000") < text_width("MMMM")
    True
    """
    return sum(_LEBAR_HURUF.get(letter) or _other(letter) for letter in teks)


def _other(letter: str) -> float:
    if letter.isupper():
        return 1.25
    return 1.0 if letter.isascii() else 1.2


def shorten(teks: str, lebar: float) -> str:
    """As many words of a text as a width holds, with dots where some are left out.

    >>> shorten("Rencana Aksi Dinas Sosial", 60), shorten("Rencana Aksi Dinas Sosial", 15)
    ('Rencana Aksi Dinas Sosial', 'Rencana Aksi …')
    """
    words = teks.split(" ")
    if text_width(teks) <= lebar:
        return teks
    while len(words) > 1 and text_width(" ".join((*words, "…"))) > lebar:
        words.pop()
    return " ".join((*words, "…"))


def count_lines(teks: str, lebar: float, *, tebal: bool = False) -> int:
    r"""How many lines a text takes when it is wrapped at words to a width in characters.

    >>> count_lines("Meningkatnya penanganan PPKS", 14), count_lines("a\nb", 80), count_lines("", 5)
    (3, 2, 1)
    """
    room = max(lebar - _SISIPAN, 1.0) / (_TEBAL if tebal else _BIASA)
    return sum(_wrap(line, room) for line in teks.split("\n"))


def _wrap(line: str, room: float) -> int:
    lines, used = 1, 0.0
    for word in line.split(" "):
        width = text_width(word)
        if used and used + _SPASI + width > room:
            lines, used = lines + 1, 0.0
        used += width + (_SPASI if used else 0.0)
        while used > room:  # a word longer than the line is broken
            lines, used = lines + 1, used - room
    return lines


# --- heights ------------------------------------------------------------------

TINGGI_BARIS = 13.0
"""Points of one line of text."""
_PINGGIR = 6.0
"""Points above and below the text of a row, together."""
_TINGGI_PALING = 409.0
"""Points that a row of a workbook may have at most."""


def row_height(baris: int) -> float:
    """The height of a row with so many lines, in points."""
    return min(baris * TINGGI_BARIS + _PINGGIR, _TINGGI_PALING)


def split_tall(tabel: TabelNaskah, tinggi: Sequence[float], ruang: float, pertama: float) -> list[list[int]]:
    """How many rows each cell spans, column by column; one that no page holds spans its first row alone.

    A merged cell that goes over the end of a page would lose its text and its border there.

    Args:
        tabel: The table.
        tinggi: The heights of its rows.
        ruang: How high a page is, without the header.
        pertama: How much of its first page is left to it.
    """
    found = []
    for kolom in range(len(tabel.lajur)):
        spans = list(rowspans(tabel, kolom))
        for number, span in enumerate(spans):
            if span > 1 and sum(tinggi[number : number + span]) > (ruang if number else pertama):
                spans[number : number + span] = [1] * span
        found.append(spans)
    return found


def body_heights(
    tabel: TabelNaskah,
    denah: Denah,
    letak: Sequence[tuple[int, int]],
    rentang: Sequence[Sequence[int]] | None = None,
) -> list[float]:
    """The heights of the rows of a table, so that every text is seen whole; merged cells share theirs.

    Args:
        tabel: The table.
        denah: The columns of its sheet.
        letak: Where its own columns are on them.
        rentang: How many rows each cell spans, column by column, where not all are merged.
    """
    cells: list[tuple[int, int, int]] = []
    for kolom, item in enumerate(tabel.lajur):
        if not item.tersembunyi:
            width = denah.width(*letak[kolom])
            for number, span in enumerate(rowspans(tabel, kolom) if rentang is None else rentang[kolom]):
                row = tabel.baris[number]
                if span and (rentang is None or kolom not in row.sambung):
                    teks = to_teks(row.sel[kolom], item.rupa)
                    cells.append((span, number, count_lines(teks, width, tebal=row.tebal)))
    return _heights(len(tabel.baris), cells)


def head_heights(tabel: TabelNaskah, denah: Denah, letak: Sequence[tuple[int, int]]) -> list[float]:
    """The heights of the rows of its header."""
    cells: list[tuple[int, int, int]] = []
    for level, row in enumerate(tabel.kepala()):
        for teks, kolom, wide, deep in row:
            if not tabel.lajur[kolom].tersembunyi:
                width = denah.width(letak[kolom][0], letak[kolom + wide - 1][1])
                cells.append((deep, level, count_lines(teks, width + 1.0, tebal=True)))  # nothing is indented
    return _heights(tabel.tinggi_judul, cells)


def _heights(banyak: int, cells: Sequence[tuple[int, int, int]]) -> list[float]:
    """The heights of rows, from cells with the rows that they span, their first row, and their lines.

    What a merged cell needs beyond its rows is given to the last of them, as far as it goes.
    """
    heights = [row_height(1)] * banyak
    for span, number, lines in sorted(cells):
        lack = lines * TINGGI_BARIS + _PINGGIR - sum(heights[number : number + span])
        for row in range(number + span - 1, number - 1, -1):
            more = min(max(lack, 0.0), _TINGGI_PALING - heights[row])
            heights[row] += more
            lack -= more
    return heights
