"""A table as text: its header, its rows, and where each cell stands."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Generic, TypeVar

import attrs

from sakip.berkas import decode, read_bytes
from sakip.errors import BerkasError, TabelError

K = TypeVar("K")

_ENCODINGS = ("utf-8-sig", "cp1252")
_DELIMITERS = ",;\t"
_MAX_CELL = 131_072
"""The longest cell that is read, in characters; a broken quote makes longer ones."""


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
        kolom: The columns in order.
        baris: The rows that hold anything.
        keterangan: The lines of remark above the header, without their ``#``.
        nomor: The row that the header stands in, counted from 1.
    """

    berkas: str
    kolom: tuple[K, ...]
    baris: tuple[Baris[K], ...]
    keterangan: tuple[str, ...]
    nomor: int


def read_lembar(
    path: str | os.PathLike[str],
    recognise: Callable[[str], K],
    has_required: Callable[[Iterable[K]], bool],
    wanted: tuple[str, ...],
) -> Lembar[K]:
    """Read a CSV file: commas, semicolons or tabs, UTF-8 or Windows-1252.

    Args:
        path: The file.
        recognise: What a header cell means.
        has_required: Whether columns are those of the table that is looked for.
        wanted: What those are called, for the message if they are not there.

    Raises:
        BerkasError: It cannot be read, or is no text table.
        TabelError: It is another table, or a column stands twice.
    """
    name = os.fspath(path)
    text = decode(read_bytes(path), path, _ENCODINGS)
    rows = enumerate(_rows(text, name), start=1)
    remarks: list[str] = []
    for place, row in rows:
        first = row[0].strip() if row else ""
        if first.startswith("#"):
            remarks.append(",".join(cell for cell in row if cell).lstrip("# ").strip())
        elif any(cell.strip() for cell in row):
            header, nomor = row, place
            break
    else:
        raise TabelError(name, wanted, ())
    while header and not header[-1].strip():
        header.pop()
    columns = tuple(recognise(cell.strip() or f"kolom {place}") for place, cell in enumerate(header, start=1))
    if len(set(columns)) < len(columns) or not has_required(columns):
        raise TabelError(name, wanted, tuple(header))
    found = tuple(_row(number, row, columns) for number, row in rows if any(cell.strip() for cell in row))
    return Lembar(Path(name).name, columns, found, tuple(remarks), nomor)


def _rows(text: str, name: str) -> list[list[str]]:
    old = csv.field_size_limit(_MAX_CELL)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True))
    except csv.Error as error:
        raise BerkasError(name, f"it is no table: {error}") from None
    finally:
        csv.field_size_limit(old)


def _delimiter(text: str) -> str:
    """The separator that the header line has most of."""
    lines = (
        line for line in text.splitlines() if line.strip(' ,;\t"') and not line.lstrip('" ').startswith("#")
    )
    header = next(lines, "")
    return max(_DELIMITERS, key=header.count)


def _row(number: int, row: list[str], columns: tuple[K, ...]) -> Baris[K]:
    cells = {column: cell for column, cell in zip(columns, row, strict=False) if cell.strip()}
    return Baris(number, cells, tuple(cell for cell in row[len(columns) :] if cell.strip()))


_LINE_END = "\r\n"
"""What the writer is told to end lines with, so that it quotes cells with either sign in them."""


def write_rows(header: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """CSV text, row by row: commas, quotes only where needed, line feeds."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator=_LINE_END)
    for row in (header, *rows):
        writer.writerow(list(row))
        yield buffer.getvalue().removesuffix(_LINE_END) + "\n"
        buffer.seek(0)
        buffer.truncate()


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
