"""A table as text: its header, its rows, and where each cell stands."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Generic, TypeVar

import attrs

from sakip.angka import format_angka
from sakip.dokumen._baca.contoh import is_petunjuk, is_tanda
from sakip.dokumen._baca.register import BARIS_CONTOH, GALAT_LEMBAR_KERJA, LEMBAR_TIDAK_DIBACA
from sakip.dokumen._baca.warna import describe_warna
from sakip.dokumen._bagian.kata import tight
from sakip.dokumen._buka.batas import BATAS_BACA, BatasBaca
from sakip.dokumen._buka.berkas import open_kisi
from sakip.dokumen._buka.kisi import IsiSel, Kisi, Petak
from sakip.dokumen._buka.peta_isi import find_galat
from sakip.dokumen._datar.kolom import Kolom
from sakip.errors import TabelError
from sakip.temuan import Tempat, Temuan

K = TypeVar("K")

_DELIMITERS = ",;\t"
_BULAT = re.compile(r"-?[0-9]{1,15}")
_MUNGKIN_JUDUL = 10
"""Rows that are looked at for the header; what stands above it is a title."""


@attrs.frozen
class Baris(Generic[K]):
    """One row: its number in the file, its cells by column, and cells beyond the header."""

    nomor: int
    sel: dict[K, str]
    lebih: tuple[str, ...]


@attrs.frozen
class Lembar(Generic[K]):
    """A table whose columns have been recognised.

    Attributes:
        berkas: The file's name.
        nama: The sheet's name; empty for a file that has only one.
        kolom: The columns in order.
        baris: The rows that hold anything.
        keterangan: The lines above the header, a title or remarks, without their ``#``.
        nomor: The row that the header stands in, counted from 1.
        galat: The cells that hold an error of the spreadsheet: row, column, text.
        lain: The other sheets of the file that hold anything, but for the instructions of a template.
        contoh: The example rows of a template, each from its first filled cell to its last.
        warna: How many colours its cells stand on.
    """

    berkas: str
    nama: str
    kolom: tuple[K, ...]
    baris: tuple[Baris[K], ...]
    keterangan: tuple[str, ...]
    nomor: int
    galat: tuple[tuple[int, K, str], ...]
    lain: tuple[str, ...]
    contoh: tuple[tuple[Petak, Petak], ...] = ()
    warna: int = 0

    def describe(self) -> Iterator[Temuan]:
        """What is to be said of the file before its rows: sheets that were not read, colours, examples, errors."""
        for nama in self.lain:
            yield LEMBAR_TIDAK_DIBACA.temuan(
                Tempat(berkas=self.berkas, lembar=nama), nama=nama, dibaca=self.nama
            )
        yield from describe_warna(self.berkas, self.nama, self.warna)
        for first, last in self.contoh:
            place = Tempat(berkas=self.berkas, lembar=self.nama, baris=first.baris, sel=first.sel)
            yield BARIS_CONTOH.temuan(place, awal=first.sel, akhir=last.sel)
        for nomor, kolom, teks in self.galat:
            place = Tempat(berkas=self.berkas, lembar=self.nama, baris=nomor, kolom=str(kolom))
            yield GALAT_LEMBAR_KERJA.temuan(place, teks=teks)


def read_lembar(
    path: str | os.PathLike[str],
    recognise: Callable[[str], K],
    has_required: Callable[[Iterable[K]], bool],
    wanted: tuple[str, ...],
    batas: BatasBaca = BATAS_BACA,
    is_uang: Callable[[K], bool] = lambda _: False,
    *,
    kembar: bool = False,
) -> Lembar[K]:
    """Read a table whose header is its first row, below a title and lines of remark.

    Args:
        path: The file: CSV with commas, semicolons or tabs, whatever its ending; or a
            workbook, of which the first sheet counts that has the columns.
        recognise: What a header cell means.
        has_required: Whether columns are those of the table that is looked for.
        wanted: What those are called, for the message if they are not there.
        batas: How much the file may ask for.
        is_uang: Whether a column holds money; its numbers in a workbook come with dots
            between the thousands, as they are printed.
        kembar: Whether two words for one column are two columns, of which the second is not
            known; else such a table is refused.

    Raises:
        BerkasError: It cannot be read, or is no table.
        TabelError: It is another table, or a column stands twice.
        EkstraError: It is a workbook, and the extra ``excel`` is not installed.
    """
    sheets = open_kisi(path, batas, pemisah=_delimiter)
    found = pick_lembar(sheets, Path(path).name, recognise, has_required, is_uang, kembar=kembar)
    if found is None:
        headers = (header for kisi in sheets for *_, header in islice(_headers(kisi), 1))
        raise TabelError(os.fspath(path), wanted, next(headers, ()))
    return found


def pick_lembar(
    sheets: Sequence[Kisi],
    berkas: str,
    recognise: Callable[[str], K],
    has_required: Callable[[Iterable[K]], bool],
    is_uang: Callable[[K], bool] = lambda _: False,
    *,
    kembar: bool = False,
) -> Lembar[K] | None:
    """The first sheet whose header has the columns, as a table; None where none has."""
    sheets = [kisi for kisi in sheets if not is_petunjuk(kisi)]
    for kisi in sheets:
        for remarks, nomor, header in islice(_headers(kisi), _MUNGKIN_JUDUL):
            columns = _recognise(header, recognise, kembar=kembar)
            if len(set(columns)) < len(columns) or not has_required(columns):
                continue
            others = tuple(other.nama for other in sheets if other is not kisi and other.tinggi)
            money = [place for place, column in enumerate(columns, start=1) if is_uang(column)]
            body = _body(kisi, nomor, money if kisi.isi else [])
            rows = tuple(_row(number, row, columns) for number, row in body)
            examples = {row.nomor: row for row in rows if _is_contoh(row)}
            rows = tuple(row for row in rows if row.nomor not in examples)
            spans = tuple(_span(kisi, number) for number in examples)
            errors = _errors(kisi, nomor, columns)
            return Lembar(berkas, kisi.nama, columns, rows, remarks, nomor, errors, others, spans, kisi.warna)
    return None


def _is_contoh(row: Baris[K]) -> bool:
    return is_tanda(next(iter(row.sel.values()), "").strip())


def _span(kisi: Kisi, nomor: int) -> tuple[Petak, Petak]:
    """The first and the last filled cell of a row."""
    places = [kisi.petak(nomor, kolom) for kolom, _ in kisi.filled(nomor)]
    return places[0], places[-1]


def _recognise(header: Sequence[str], recognise: Callable[[str], K], *, kembar: bool) -> tuple[K, ...]:
    """What the cells of a header mean; of two words for one column the second may be a column of its own."""
    found: dict[K, str] = {}
    columns: list[K] = []
    for place, cell in enumerate(header, start=1):
        teks = cell.strip() or f"kolom {place}"
        column = recognise(teks)
        if kembar and isinstance(column, Kolom) and column in found:
            other = tight(found[column]) != tight(teks)
            column = attrs.evolve(column, kunci="", judul=teks) if other else column
        found.setdefault(column, teks)
        columns.append(column)
    return tuple(columns)


def _headers(kisi: Kisi) -> Iterator[tuple[tuple[str, ...], int, tuple[str, ...]]]:
    """The rows that may be the header, each with the lines above it, its number, and its cells."""
    above: list[str] = []
    for place, row in enumerate(kisi.baris, start=1):
        first = row[0].strip() if row else ""
        line = ",".join(cell for cell in row if cell)
        if first.startswith("#"):
            above.append(line.lstrip("# ").strip())
        elif line.replace(",", "").strip():
            last = max(column for column, cell in enumerate(row, start=1) if cell.strip())
            yield tuple(above), place, row[:last]
            above.append(line.strip())


def _body(kisi: Kisi, nomor: int, uang: list[int]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows below the header that hold anything, with their numbers."""
    for number, row in enumerate(kisi.baris[nomor:], start=nomor + 1):
        if not any(cell.strip() for cell in row):
            continue
        cells = row
        for column in uang:
            if kisi.isi.get((number, column)) is IsiSel.ANGKA and _BULAT.fullmatch(row[column - 1]):
                printed = format_angka(int(row[column - 1]))
                cells = (*cells[: column - 1], printed, *cells[column:])
        yield number, cells


def _errors(kisi: Kisi, nomor: int, columns: tuple[K, ...]) -> tuple[tuple[int, K, str], ...]:
    """The cells below the header that hold an error of the spreadsheet."""
    return tuple(
        (row, columns[column - 1], kisi.teks(row, column))
        for row, column in find_galat(kisi.isi)
        if row > nomor and column <= len(columns)
    )


def _delimiter(text: str) -> str:
    """The separator that the header line has most of."""
    lines = (
        line
        for line in io.StringIO(text, newline=None)
        if line.strip(' ,;\t"') and not line.lstrip('" ').startswith("#")
    )
    header = next(lines, "")
    return max(_DELIMITERS, key=header.count)


def _row(number: int, row: tuple[str, ...], columns: tuple[K, ...]) -> Baris[K]:
    cells = {column: cell for column, cell in zip(columns, row, strict=False) if cell.strip()}
    return Baris(number, cells, tuple(cell for cell in row[len(columns) :] if cell.strip()))


def split_list(cell: str) -> tuple[str, ...]:
    """The items of a cell that lists them with semicolons.

    >>> split_list('Laporan bidang; "Berita acara; lampiran"')
    ('Laporan bidang', 'Berita acara; lampiran')
    """
    line = cell.replace("\r", " ").replace("\n", " ")
    rows = list(csv.reader([line], delimiter=";", skipinitialspace=True))
    return tuple(item.strip() for item in rows[0] if item.strip()) if rows else ()


def join_list(items: Iterable[str]) -> str:
    """A cell that lists items with semicolons; `split_list` gives them back.

    >>> join_list(["Laporan bidang", "Berita acara; lampiran"])
    'Laporan bidang; "Berita acara; lampiran"'
    """
    return "; ".join(_quoted(item) for item in items)


def _quoted(item: str) -> str:
    if any(mark in item for mark in ';"\n'):
        doubled = item.replace('"', '""')
        return f'"{doubled}"'
    return item
