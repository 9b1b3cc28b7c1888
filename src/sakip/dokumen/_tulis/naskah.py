"""A document as it is laid out, before any file format: headings, paragraphs, tables, signatures.

A form says once what its page looks like; each format prints that.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import TypeAlias

import attrs

from sakip.angka import Angka, Isian, format_rupiah
from sakip.dokumen._tulis.pejabat import Pejabat
from sakip.errors import TidakAdaError
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
        judul: Its headers from the top down; neighbours with the same upper ones share a cell,
            and one spans the empty ones below it.
        lebar: Its width in characters.
        rupa: How it prints what it holds.
        tersembunyi: Whether it is for machines only, as the ids of rows are; a format
            that can't hide a column leaves it out, but for CSV, which keeps it.
        pilihan: What may be chosen from in the column of a workbook; empty: anything.
        bebas: Whether other entries are allowed beside those.
    """

    judul: tuple[str, ...] = attrs.field(converter=to_texts)
    lebar: int = 20
    rupa: Rupa = Rupa.TEKS
    tersembunyi: bool = attrs.field(default=False, kw_only=True)
    pilihan: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=to_texts)
    bebas: bool = attrs.field(default=True, kw_only=True)


@attrs.frozen
class Rumus:
    """A formula where a planner expects one, and the value that the library has for it.

    Attributes:
        pola: The formula with places for cells: ``{target}`` is the cell of this row in
            the column of that name, ``{pagu:}`` all cells of that column above, and
            ``{pagu#2}`` its cell in the row 2, counted from 0.
        nilai: What it gives; every format but a workbook prints this.
    """

    pola: str
    nilai: Decimal | int | None

    def fill(self, nama: Sequence[str], baris: int, alamat: Callable[[int, int], str]) -> str:
        """The formula with the addresses of its cells.

        Args:
            nama: The names of the columns.
            baris: The row that it stands in, counted from 0; one with ``{pagu:}`` has rows above.
            alamat: The address of a cell, by its row and column, counted from 0.

        >>> Rumus("=SUM({pagu:})", 3).fill(("nama", "pagu"), 2, lambda baris, kolom: f"{'AB'[kolom]}{baris + 1}")
        '=SUM(B1:B2)'
        """

        def place(match: re.Match[str]) -> str:
            kolom = nama.index(match["nama"])
            if match["semua"]:
                return f"{alamat(0, kolom)}:{alamat(baris - 1, kolom)}"
            return alamat(int(match["baris"]) if match["baris"] else baris, kolom)

        return _TEMPAT.sub(place, self.pola)


_TEMPAT = re.compile(r"\{(?P<nama>\w+)(?:(?P<semua>:)|#(?P<baris>\d+))?\}")


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
        isian: Whether it is still to be filled in, so that blank columns keep their room.
    """

    lajur: tuple[Lajur, ...] = attrs.field(converter=to_tuple)
    baris: tuple[BarisNaskah, ...] = attrs.field(converter=to_tuple)
    bernomor: bool = attrs.field(default=False, kw_only=True)
    judul: str = attrs.field(default="", kw_only=True)
    nama: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=to_texts)
    isian: bool = attrs.field(default=False, kw_only=True)

    @property
    def tampak(self) -> TabelNaskah:
        """The same without the columns for machines.

        >>> TabelNaskah([Lajur("No"), Lajur("ID", tersembunyi=True)], [BarisNaskah([1, "S1"])]).tampak.baris[0].sel
        (1,)
        """
        shown = [index for index, item in enumerate(self.lajur) if not item.tersembunyi]
        rows = [
            attrs.evolve(
                row,
                sel=[row.sel[index] for index in shown],
                sambung=[place for place, index in enumerate(shown) if index in row.sambung],
            )
            for row in self.baris
        ]
        return attrs.evolve(self, lajur=[self.lajur[index] for index in shown], baris=rows, nama=())

    @property
    def tinggi_judul(self) -> int:
        """How many rows the header has."""
        return max(len(item.judul) for item in self.lajur)

    def kepala(self) -> list[list[tuple[str, int, int, int]]]:
        """The header, row by row: text, column, and the columns and rows that each cell spans.

        >>> tabel = TabelNaskah([Lajur("No"), Lajur(["Sasaran", "Uraian"]), Lajur(["Sasaran", "Indikator"])], [])
        >>> tabel.kepala()
        [[('No', 0, 1, 2), ('Sasaran', 1, 2, 1)], [('Uraian', 1, 1, 1), ('Indikator', 2, 1, 1)]]
        """
        rows: list[list[tuple[str, int, int, int]]] = []
        for level in range(self.tinggi_judul):
            cells: list[tuple[str, int, int, int]] = []
            column = 0
            while column < len(self.lajur):
                width = self._span(level, column)
                path = self.lajur[column].judul
                if level < len(path) and (path[level] or not level):
                    cells.append((path[level], column, width, self._depth(path, level)))
                column += width
            rows.append(cells)
        return rows

    def _depth(self, path: Sequence[str], level: int) -> int:
        """How many rows a header spans: the last one all that are left, any other the empty ones below it."""
        deep = 1
        while level + deep < len(path) and not path[level + deep]:
            deep += 1
        return self.tinggi_judul - level if level + deep == len(path) else deep

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
        atas_nama: The line that says on whose behalf.
        pejabat: For each post the person who signs; None where that is left to the pen.
    """

    pihak: tuple[tuple[str, str], ...]
    tempat: str = ""
    tanggal: str = ""
    atas_nama: str = ""
    pejabat: tuple[Pejabat | None, ...] = ()

    @property
    def tempat_tanggal(self) -> str:
        """Place and day, dotted where the pen fills them in.

        >>> TandaTangan(pihak=(), tempat="Ambon").tempat_tanggal
        'Ambon, ………………'
        """
        return f"{self.tempat or TITIK}, {self.tanggal or TITIK}"

    @property
    def awal(self) -> tuple[str, ...]:
        """The lines above the post that signs last: place and day, and on whose behalf."""
        return (self.tempat_tanggal, *([self.atas_nama] if self.atas_nama else []))

    @property
    def penanda(self) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """For each post what it signs as, the post, and the lines below the signature."""
        people = self.pejabat or (None,) * len(self.pihak)
        return tuple(
            (sebagai, jabatan, (TITIK * 2,) if person is None else person.baris)
            for (sebagai, jabatan), person in zip(self.pihak, people, strict=True)
        )


TITIK = "………………"
"""What the pen fills in."""


Blok: TypeAlias = Paragraf | TabelNaskah | TandaTangan


@attrs.frozen(kw_only=True)
class Naskah:
    """A document as it is laid out.

    Attributes:
        bentuk: The tag of the form, such as ``perjanjian_kinerja``.
        judul: The lines of its title.
        isi: What follows, page by page: a workbook has a sheet for each, whose name is the key.
        mendatar: Whether the paper lies on its side.
        tegak: The pages whose paper stands upright all the same.
        pos: The pages that are of one post each, with its name.
        pengesahan: The page that is signed, where that is one of its own.
    """

    bentuk: str
    judul: tuple[str, ...] = attrs.field(default=(), converter=to_texts)
    isi: tuple[tuple[str, tuple[Blok, ...]], ...]
    mendatar: bool = True
    tegak: tuple[str, ...] = ()
    pos: tuple[tuple[str, str], ...] = ()
    pengesahan: str = ""

    def lies(self, nama: str) -> bool:
        """Whether the paper of a page lies on its side."""
        return self.mendatar and nama not in self.tegak

    @property
    def blok(self) -> Iterable[Blok]:
        """All that follows the title, in order."""
        for _, blocks in self.isi:
            yield from blocks

    def with_pejabat(self, pejabat: Sequence[Pejabat]) -> Naskah:
        """The same, with the people who sign it.

        A form that prints no post of its own to sign is signed at its foot; a page that is of
        one post, by who holds it at the foot of that page.

        Raises:
            TidakAdaError: The form has no such post to sign for.

        >>> tanda = TandaTangan(pihak=(("Pihak Pertama", "Kepala Dinas"),))
        >>> naskah = Naskah(bentuk="perjanjian_kinerja", isi=(("Lampiran", (tanda,)),))
        >>> naskah.with_pejabat([Pejabat(jabatan="Bupati", nama="NAMA PEJABAT")])
        Traceback (most recent call last):
        sakip.errors.TidakAdaError: no penanda tangan 'Bupati' in perjanjian_kinerja
        """
        places = [blok for blok in self.blok if isinstance(blok, TandaTangan)]
        lines = {line for blok in places for line in blok.pihak}
        if not lines and self.judul:
            return self._sign_foot(pejabat, places[-1] if places else TandaTangan(pihak=()))
        for person in pejabat:
            if not any(person.signs(*line) for line in lines):
                raise TidakAdaError("penanda tangan", person.jabatan, self.bentuk)
        isi = tuple(
            (nama, tuple(_with_pejabat(blok, pejabat) for blok in blocks)) for nama, blocks in self.isi
        )
        return attrs.evolve(self, isi=isi)

    def _sign_foot(self, pejabat: Sequence[Pejabat], tanda: TandaTangan) -> Naskah:
        """The same, each person at the foot of the page of their post, or of the last one."""
        last = self.pengesahan or self.isi[-1][0]
        signing: dict[str, list[Pejabat]] = {}
        for person in pejabat:
            own = next((nama for nama, post in self.pos if person.signs("", post)), last)
            signing.setdefault(own, []).append(person)
        pages = dict(self.isi)
        for nama, people in signing.items():
            pihak = tuple(("", person.jabatan) for person in people)
            rest = (blok for blok in pages.get(nama, ()) if not isinstance(blok, TandaTangan))
            pages[nama] = (*rest, attrs.evolve(tanda, pihak=pihak, pejabat=tuple(people)))
        return attrs.evolve(self, isi=tuple(pages.items()))


def _with_pejabat(blok: Blok, pejabat: Sequence[Pejabat]) -> Blok:
    if not isinstance(blok, TandaTangan):
        return blok
    found = tuple(next((item for item in pejabat if item.signs(*line)), None) for line in blok.pihak)
    return attrs.evolve(blok, pejabat=found)


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
