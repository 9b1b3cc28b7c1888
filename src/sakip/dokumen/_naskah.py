"""A document as it is laid out, before any file format: headings, paragraphs, tables, signatures.

A form says once what its page looks like; each format prints that.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TypeAlias

import attrs

from sakip.angka import Angka, Isian, format_rupiah
from sakip.periksa import to_texts, to_tuple


class Rupa(enum.Enum):
    """How a column prints what it holds.

    >>> Rupa("rupiah") is Rupa.RUPIAH
    True
    """

    TEKS = "teks"
    ANGKA = "angka"
    PERSEN = "persen"
    RUPIAH = "rupiah"
    TENGAH = "tengah"


@attrs.frozen
class Lajur:
    """A column of a table on the page.

    Attributes:
        judul: Its headers from the top down; neighbours with the same upper ones share a cell.
        lebar: Its width in characters.
        rupa: How it prints what it holds.
        tersembunyi: Whether it is for machines only, as the ids of rows are; a format
            that can't hide a column leaves it out, but for CSV, which keeps it.
    """

    judul: tuple[str, ...] = attrs.field(converter=to_texts)
    lebar: int = 20
    rupa: Rupa = Rupa.TEKS
    tersembunyi: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen
class Rumus:
    """A formula where a planner expects one, and the value that the library has for it.

    Attributes:
        pola: The formula with places for cells: ``{target}`` is the cell of this row in
            the column of that name, ``{pagu:}`` all cells of that column above.
        nilai: What it gives; every format but a workbook prints this.
    """

    pola: str
    nilai: Decimal | int | None


Isi: TypeAlias = "str | int | Decimal | Isian | Rumus | None"
"""What a cell may hold."""


def _to_kolom(value: Iterable[int]) -> frozenset[int]:
    return frozenset(value)


@attrs.frozen
class BarisNaskah:
    """A row of a table on the page.

    Attributes:
        sel: Its cells, one for each column.
        tebal: Whether it is printed bold, as a sum is.
        sambung: The columns, counted from 0, that continue the cell above, where the same
            thing has several rows.
    """

    sel: tuple[Isi, ...] = attrs.field(converter=to_tuple)
    tebal: bool = attrs.field(default=False, kw_only=True)
    sambung: frozenset[int] = attrs.field(default=frozenset(), kw_only=True, converter=_to_kolom)


@attrs.frozen
class TabelNaskah:
    """A table on the page.

    Attributes:
        lajur: Its columns.
        baris: Its rows.
        bernomor: Whether a row below the header numbers the columns.
        judul: A line above it.
        nama: The names of the columns in formulas; the position counts.
    """

    lajur: tuple[Lajur, ...] = attrs.field(converter=to_tuple)
    baris: tuple[BarisNaskah, ...] = attrs.field(converter=to_tuple)
    bernomor: bool = attrs.field(default=False, kw_only=True)
    judul: str = attrs.field(default="", kw_only=True)
    nama: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=to_texts)

    @property
    def tinggi_judul(self) -> int:
        """How many rows the header has."""
        return max(len(item.judul) for item in self.lajur)

    def kepala(self) -> list[list[tuple[str, int, int]]]:
        """The header, row by row: text, columns and rows that each cell spans.

        >>> tabel = TabelNaskah([Lajur("No"), Lajur(["Sasaran", "Uraian"]), Lajur(["Sasaran", "Indikator"])], [])
        >>> tabel.kepala()
        [[('No', 1, 2), ('Sasaran', 2, 1)], [('Uraian', 1, 1), ('Indikator', 1, 1)]]
        """
        rows: list[list[tuple[str, int, int]]] = []
        for level in range(self.tinggi_judul):
            cells: list[tuple[str, int, int]] = []
            column = 0
            while column < len(self.lajur):
                width = self._span(level, column)
                path = self.lajur[column].judul
                if level < len(path):
                    deep = self.tinggi_judul - level if level == len(path) - 1 else 1
                    cells.append((path[level], width, deep))
                column += width
            rows.append(cells)
        return rows

    def _span(self, level: int, column: int) -> int:
        """How many columns from this one share its header down to a level; a last header is never shared."""
        path = self.lajur[column].judul
        if level >= len(path) - 1:
            return 1
        width = 1
        for other in self.lajur[column + 1 :]:
            if other.judul[: level + 1] != path[: level + 1] or len(other.judul) <= level + 1:
                break
            width += 1
        return width


@attrs.frozen
class Paragraf:
    """A line or a paragraph of text."""

    teks: str
    tebal: bool = attrs.field(default=False, kw_only=True)
    tengah: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen(kw_only=True)
class TandaTangan:
    """Who signs: the posts, side by side.

    Attributes:
        pihak: Pairs of what the post signs as, such as ``Pihak Pertama``, and the post.
        tempat: Where.
        tanggal: When, as printed.
    """

    pihak: tuple[tuple[str, str], ...]
    tempat: str = ""
    tanggal: str = ""


Blok: TypeAlias = Paragraf | TabelNaskah | TandaTangan


@attrs.frozen(kw_only=True)
class Naskah:
    """A document as it is laid out.

    Attributes:
        bentuk: The tag of the form, such as ``perjanjian_kinerja``.
        judul: The lines of its title.
        isi: What follows, page by page: a workbook has a sheet for each, whose name is the key.
        mendatar: Whether the paper lies on its side.
    """

    bentuk: str
    judul: tuple[str, ...] = attrs.field(default=(), converter=to_texts)
    isi: tuple[tuple[str, tuple[Blok, ...]], ...]
    mendatar: bool = True

    @property
    def blok(self) -> Iterable[Blok]:
        """All that follows the title, in order."""
        for _, blocks in self.isi:
            yield from blocks


def to_teks(isi: Isi, rupa: Rupa = Rupa.TEKS) -> str:
    """What a cell prints where a format knows text only.

    >>> to_teks(306749630, Rupa.RUPIAH), to_teks(Decimal("0.5")), to_teks(None)
    ('Rp306.749.630', '0,5', '')
    """
    if isi is None:
        return ""
    if isinstance(isi, Rumus):
        return to_teks(isi.nilai, rupa)
    if isinstance(isi, int) and rupa is Rupa.RUPIAH:
        return format_rupiah(isi)
    if isinstance(isi, int | Decimal):
        text = str(Angka(isi))
        return f"{text} %" if rupa is Rupa.PERSEN else text
    return str(isi)


def rowspans(tabel: TabelNaskah, kolom: int) -> Sequence[int]:
    """How many rows the cell of each row spans in one column; 0 for a row that continues the cell above."""
    spans: list[int] = []
    for row in tabel.baris:
        if kolom in row.sambung and spans:
            head = max(index for index, span in enumerate(spans) if span)
            spans[head] += 1
            spans.append(0)
        else:
            spans.append(1)
    return spans
