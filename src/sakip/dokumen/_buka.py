"""Files into grids: CSV, TSV, tables pasted as text, XLSX, XLS, ODS."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

from sakip.berkas import decode, read_bytes
from sakip.dokumen._batas import BATAS_BACA, BatasBaca
from sakip.dokumen._kisi import Kisi
from sakip.errors import BerkasError

LEMBAR_KERJA = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
"""The endings of workbooks."""
ENCODINGS = ("utf-8-sig", "cp1252")
_PEMISAH = ",\t;|"
_CONTOH_BARIS = 200
"""How many lines are looked at to find what separates the cells."""
_SANDI_16 = (b"\xff\xfe", b"\xfe\xff")


def open_kisi(path: str | os.PathLike[str], batas: BatasBaca = BATAS_BACA) -> tuple[Kisi, ...]:
    """The sheets of a file as grids.

    Raises:
        BerkasError: It can't be read, is none of the formats, or is larger than the limits.
        EkstraError: It is a workbook, and the extra ``excel`` is not installed.
    """
    name = Path(path)
    if name.suffix.lower() in LEMBAR_KERJA:
        from sakip.dokumen._buka_lembar_kerja import open_workbook  # noqa: PLC0415  # an extra's part

        return open_workbook(path, batas)
    data = read_bytes(path, batas.ukuran_berkas)
    text = _decode_16(data, path) if data[:2] in _SANDI_16 else decode(data, path, ENCODINGS)
    return (Kisi("", _rows(text, name, batas)),)


def _decode_16(data: bytes, path: str | os.PathLike[str]) -> str:
    """Text as Excel saves it under the name of Unicode text."""
    try:
        return data.decode("utf-16").replace("\0", "")
    except UnicodeDecodeError as error:
        raise BerkasError(os.fspath(path), f"it is not text in UTF-16: {error.reason}") from None


def _rows(text: str, name: Path, batas: BatasBaca) -> tuple[tuple[str, ...], ...]:
    pemisah = find_pemisah(text)
    if name.suffix.lower() == ".csv" or pemisah != "\t":
        return _csv_rows(text, name, pemisah, batas)
    # Pasted tables hold quotes that quote nothing; each line is a row.
    rows = tuple(tuple(line.split("\t")) for line in text.splitlines())
    return check_ukuran(rows, name, batas)


def _csv_rows(text: str, name: Path, pemisah: str, batas: BatasBaca) -> tuple[tuple[str, ...], ...]:
    old = csv.field_size_limit(batas.panjang_sel)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=pemisah, strict=True)
        return check_ukuran(tuple(map(tuple, reader)), name, batas)
    except csv.Error as error:
        raise BerkasError(os.fspath(name), f"it is no table: {error}") from None
    finally:
        csv.field_size_limit(old)


def find_pemisah(text: str) -> str:
    r"""The separator that a text has most lines with at least two of; a comma where it has none.

    >>> find_pemisah("Laporan, tahun 2025\nNo;Sasaran;Target\n1;Tertangani;50")
    ';'
    """
    lines = [line for line in text.splitlines() if not line.lstrip('" ').startswith("#")][:_CONTOH_BARIS]
    counts = {sign: sum(line.count(sign) > 1 for line in lines) for sign in _PEMISAH}
    return max(_PEMISAH, key=lambda sign: counts[sign])


def check_ukuran(
    rows: tuple[tuple[str, ...], ...], name: str | os.PathLike[str], batas: BatasBaca
) -> tuple[tuple[str, ...], ...]:
    """The rows, where they are within the limits.

    Raises:
        BerkasError: They are not.
    """
    if len(rows) > batas.baris:
        raise BerkasError(os.fspath(name), f"it has more than {batas.baris:,} rows; see BatasBaca")
    if any(len(row) > batas.kolom for row in rows):
        raise BerkasError(os.fspath(name), f"a row has more than {batas.kolom:,} columns; see BatasBaca")
    return rows
