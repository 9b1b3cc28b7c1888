"""Files into grids: CSV, TSV, tables pasted as text, Markdown, JSON, XLSX, XLS, ODS."""

from __future__ import annotations

import contextlib
import csv
import html
import io
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from sakip.berkas import BUKAN_TEKS, MELEBIHI_BATAS, SALAH_AKHIRAN, decode, read_bytes, unguard
from sakip.dokumen._buka.batas import BATAS_BACA, BatasBaca
from sakip.dokumen._buka.kisi import Kisi, Petak
from sakip.dokumen._buka.tabel_json import json_rows
from sakip.errors import BerkasError

Baris: TypeAlias = tuple[tuple[str, ...], ...]

LEMBAR_KERJA = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
"""The endings of workbooks."""
ENCODINGS = ("utf-8-sig", "cp1252")
_PEMISAH = ",\t;|"
_CONTOH_BARIS, _CONTOH_HURUF = 200, 1_000_000
"""How many lines, and of how many letters, are looked at to find what separates the cells."""
_SANDI_16 = (b"\xff\xfe", b"\xfe\xff")
_KUTIPAN = re.compile(r'"[^"]*"')
_GARIS = re.compile(r"\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?")
"""The line below a Markdown table's header."""
_TEGAK = re.compile(r"(?<!\\)\|")
_LARI = re.compile(r"\\([\\|*_`\[\]#])")
_BARIS_BARU = re.compile(r"<br\s*/?>", re.IGNORECASE)


def open_kisi(
    path: str | os.PathLike[str],
    batas: BatasBaca = BATAS_BACA,
    *,
    pemisah: Callable[[str], str] | None = None,
) -> tuple[Kisi, ...]:
    """The sheets of a file as grids; the file's ending says what it is.

    Texts may be in UTF-8, in UTF-16 with its mark, or in Windows-1252. Cells that begin with
    an apostrophe against being run (see `sakip.berkas.guard`) come without it.

    Args:
        path: A workbook; else a text: CSV with commas, semicolons, tabs or bars; Markdown in
            ``.md``; a list of objects in ``.json``; else lines whose cells are parted by tabs and quote nothing. A line
            without a tab is one cell.
        batas: How much it may ask for.
        pemisah: What finds the separator of a text that is CSV whatever its ending says.

    Raises:
        BerkasError: It can't be read, is none of the formats, or is larger than the limits.
        EkstraError: It is a workbook, and the extra ``excel`` is not installed.
    """
    name = Path(path)
    suffix = name.suffix.lower()
    if suffix in LEMBAR_KERJA:
        from sakip.dokumen._buka.lembar_kerja import open_workbook  # noqa: PLC0415  # an extra's part

        return open_workbook(path, batas)
    data = read_bytes(path, batas.ukuran_berkas)
    text = _decode(data, path)
    if suffix == ".json":
        rows = json_rows(text, path)
    elif pemisah is not None:
        rows = _csv_rows(text, path, pemisah(text), batas)
    elif suffix == ".md":
        rows = tuple(map(_split_markdown, _lines(text, batas)))
    elif suffix == ".csv" or data[:2] in _SANDI_16:
        # In UTF-16 Excel writes tables with tabs, and with quotes as in CSV.
        rows = _csv_rows(text, path, find_pemisah(text), batas)
    else:
        rows = _pasted_rows(text, path, batas)
    _check_ukuran(rows, path, batas)
    return (Kisi("", rows),)


def _decode(data: bytes, path: str | os.PathLike[str]) -> str:
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise BerkasError(
            os.fspath(path), "it is a workbook: give it the ending .xlsx, .ods or .xls", SALAH_AKHIRAN
        )
    if data[:2] not in _SANDI_16:
        return decode(data, path, ENCODINGS)
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError as error:
        raise BerkasError(os.fspath(path), f"it is not text in UTF-16: {error.reason}", BUKAN_TEKS) from None
    if "\0" in text:
        raise BerkasError(os.fspath(path), "it holds NUL characters, so it is not a text file", BUKAN_TEKS)
    return text


def _csv_rows(text: str, path: str | os.PathLike[str], pemisah: str, batas: BatasBaca) -> Baris:
    old = csv.field_size_limit(batas.panjang_sel)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=pemisah, strict=True)
        return tuple(tuple(map(unguard, row)) for row in islice(reader, batas.baris + 1))
    except csv.Error as error:
        raise BerkasError(os.fspath(path), f"it is no table: {error}", BUKAN_TEKS) from None
    finally:
        csv.field_size_limit(old)


def _pasted_rows(text: str, path: str | os.PathLike[str], batas: BatasBaca) -> Baris:
    """A pasted table, whose quotes quote nothing: each line is a row, its cells parted by tabs."""
    if "\t" not in text:
        with contextlib.suppress(BerkasError):  # then it is text in lines, and each of them a cell
            return _csv_rows(text, path, find_pemisah(text), batas)
    return tuple(tuple(map(unguard, line.split("\t"))) for line in _lines(text, batas))


def _lines(text: str, batas: BatasBaca) -> list[str]:
    """The lines of a text, and one more than the limit where there are too many."""
    place = 0
    for _ in range(batas.baris + 1):
        place = text.find("\n", place) + 1
        if not place:
            return text.splitlines()
    return text[:place].splitlines()


def _split_markdown(line: str) -> tuple[str, ...]:
    """The cells of a line; one where it is no row of a table."""
    text = line.strip()
    if not text.startswith("|"):
        return (_plain(text.strip("*")),) if text else ()
    if _GARIS.fullmatch(text):
        return ()
    cells = _TEGAK.split(text.removeprefix("|"))
    if not cells[-1].strip():
        cells.pop()
    return tuple(_plain(cell.strip()) for cell in cells)


def _plain(teks: str) -> str:
    return html.unescape(_LARI.sub(r"\1", _BARIS_BARU.sub("\n", teks)))


def find_pemisah(text: str) -> str:
    r"""The separator that most lines have equally often; a comma where there is none.

    >>> find_pemisah("Laporan, tahun 2025\nNo;Sasaran;Target\n1;Tertangani;50")
    ';'
    >>> find_pemisah("level;uraian\nkegiatan;bantuan, pelatihan\nkegiatan;bimbingan, dan lain-lain, dsb.")
    ';'
    """
    begin = text[:_CONTOH_HURUF].splitlines()
    lines = [line for line in begin if not line.lstrip('" ').startswith("#")][:_CONTOH_BARIS]
    whole = "\n".join(lines)
    if whole.count('"') % 2 == 0:  # a quoted cell may have several lines
        bare = _KUTIPAN.sub('""', whole).split("\n")
    else:
        bare = [_KUTIPAN.sub('""', line) for line in lines]
    return max(_PEMISAH, key=lambda sign: _regularity(bare, sign))


def _regularity(lines: Iterable[str], sign: str) -> int:
    """How many cells a separator parts in the lines that have it equally often; one that ends a sentence is none."""
    counts = Counter(line.count(sign) for line in lines if line.find(sign) != len(line.rstrip()) - 1)
    del counts[0]
    return max((lines * (often if lines > 1 else 1) for often, lines in counts.items()), default=0)


def _check_ukuran(rows: Baris, path: str | os.PathLike[str], batas: BatasBaca) -> None:
    name = os.fspath(path)
    if len(rows) > batas.baris:
        raise BerkasError(name, f"it has more than {batas.baris:,} rows; see BatasBaca", MELEBIHI_BATAS)
    cells = 0
    for number, row in enumerate(rows, start=1):
        if len(row) > batas.kolom:
            raise BerkasError(
                name, f"row {number} has more than {batas.kolom:,} columns; see BatasBaca", MELEBIHI_BATAS
            )
        cells += len(row) - row.count("")
        longest = max(map(len, row), default=0)
        if longest > batas.panjang_sel:
            petak = Petak("", number, list(map(len, row)).index(longest) + 1)
            most = f"{batas.panjang_sel:,} characters"
            raise BerkasError(name, f"the cell {petak} has more than {most}; see BatasBaca", MELEBIHI_BATAS)
    if cells > batas.sel:
        raise BerkasError(name, f"it has more than {batas.sel:,} filled cells; see BatasBaca", MELEBIHI_BATAS)
