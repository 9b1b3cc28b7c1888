"""A table of texts and whole numbers as an XLSX sheet, row by row."""

from __future__ import annotations

import datetime as dt
import io
import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from sakip.berkas import TAK_MUAT, write_bytes
from sakip.dokumen._buka.kisi import Petak
from sakip.dokumen._tulis.muat import TAK_TERTULIS, TERPANJANG, check_muat
from sakip.errors import BerkasError, EkstraError

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

Isi: TypeAlias = str | int

_TERTINGGI, _TERLEBAR = 1_048_576, 16_384
"""What the format has room for: rows, columns."""
_LEBAR = {
    "uraian": 60,
    "nama": 45,
    "indikator": 45,
    "formulasi": 40,
    "keterangan": 40,
    "definisi_operasional": 40,
}
_LEBAR_LAIN, _LEBAR_ANGKA = 16, 20


def write_tabel_xlsx(
    path: str | os.PathLike[str],
    keterangan: Iterable[str],
    judul: Sequence[str],
    baris: Iterable[Sequence[Isi]],
    angka: frozenset[int] = frozenset(),
) -> None:
    """Write a table as the one sheet of a workbook: complete or not at all.

    Texts are written as texts, so no spreadsheet runs or changes them. The header stays in sight.

    Args:
        path: The file.
        keterangan: Lines of remark above the table.
        judul: The header.
        baris: The rows.
        angka: The columns that may hold numbers, counted from 0.

    Raises:
        BerkasError: It can't be written, or a cell has no room in the format.
        EkstraError: XlsxWriter is not installed.
    """
    try:
        import xlsxwriter  # noqa: PLC0415  # an extra
    except ImportError:
        raise EkstraError("xlsxwriter", "excel") from None
    name = os.fspath(path)
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"constant_memory": True}) as book:
        book.set_properties(
            {"created": dt.datetime(2000, 1, 1, tzinfo=dt.UTC)}
        )  # no clock: same table, same file
        if len(judul) > _TERLEBAR:
            raise BerkasError(name, f"XLSX has room for {_TERLEBAR:,} columns; write CSV", TAK_MUAT)
        _write(book, name, list(keterangan), judul, baris, angka)
    write_bytes(path, [data.getvalue()])


def _write(
    book: Workbook,
    path: str,
    keterangan: Sequence[str],
    judul: Sequence[str],
    baris: Iterable[Sequence[Isi]],
    angka: frozenset[int],
) -> None:
    bold, number = book.add_format({"bold": True}), book.add_format({"num_format": "#,##0"})
    sheet = book.add_worksheet("Struktur")
    for column, text in enumerate(judul):
        width = _LEBAR_ANGKA if column in angka else _LEBAR.get(text, _LEBAR_LAIN)
        sheet.set_column(column, column, width, number if column in angka else None)
    sheet.freeze_panes(len(keterangan) + 1, 0)
    write_string, write_number, unwritable = sheet.write_string, sheet.write_number, TAK_TERTULIS.search
    row = 0
    for text in keterangan:
        _check(path, row, 0, text)
        write_string(row, 0, text)
        row += 1
    for column, text in enumerate(judul):
        _check(path, row, column, text)
        write_string(row, column, text, bold)
    for cells in baris:
        row += 1
        if row >= _TERTINGGI:
            raise BerkasError(path, f"XLSX has room for {_TERTINGGI:,} rows; write CSV", TAK_MUAT)
        for column, isi in enumerate(cells):
            if not isinstance(isi, str):
                write_number(row, column, isi, number)
            elif isi:
                if len(isi) > TERPANJANG or unwritable(isi):
                    _check(path, row, column, isi)
                write_string(row, column, isi)


def _check(path: str, baris: int, kolom: int, teks: str) -> None:
    """Refuse a cell that the format has no room for."""
    check_muat(path, f"the cell {Petak('', baris + 1, kolom + 1)}", teks)
