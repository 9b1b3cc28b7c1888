"""Hostile and broken files: each is read, or refused with a clear error; none hangs, crashes or eats memory."""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import python_calamine
import xlsxwriter
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from buku_mentah import (
    biff,
    brt,
    make_ods,
    make_ole,
    make_xlsb,
    make_xlsx,
    make_zip,
    sst,
    xls_stream,
    xlsx_parts,
)
from sakip import Outcome, PohonKinerja, read_dokumen, write_dokumen
from sakip.bentuk import PerjanjianKinerja
from sakip.berkas import guard, unguard
from sakip.dokumen import BATAS_BACA, BatasBaca, HasilBaca, read_realisasi, read_struktur, write_struktur
from sakip.dokumen._buka.berkas import open_kisi
from sakip.dokumen._buka.kisi import Kisi
from sakip.errors import BerkasError, SakipError

JAHAT = (
    "=1+2",
    "+62 811",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "=cmd|' /C calc'!A1",
    "\uff1d1+1",
    "'=1",
    "''=1",
)
WAJAR = ("", "-", "–", "-5,2 %", "+3", "- 12", "'kutipan'", "1.06.04", "93,59 %", "a=b", "–5")
Sel = tuple[int, int, int]


def put(path: Path, data: bytes | str) -> Path:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def only(path: Path, batas: BatasBaca = BATAS_BACA) -> Kisi:
    (kisi,) = open_kisi(path, batas)
    return kisi


@contextmanager
def quickly(seconds: float = 5, mebibytes: float = 100) -> Iterator[None]:
    """Within so much time, and so much memory of Python's."""
    tracemalloc.start()
    start = time.perf_counter()
    try:
        yield
        took, (_, peak) = time.perf_counter() - start, tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert took < seconds
    assert peak < mebibytes * 2**20


def refused(path: Path, sebab: str, batas: BatasBaca = BATAS_BACA) -> None:
    with quickly(), pytest.raises(BerkasError, match=sebab) as caught:
        open_kisi(path, batas)
    assert caught.value.path == str(path)


# --- formulas -----------------------------------------------------------------


@pytest.mark.parametrize("teks", JAHAT)
def test_what_a_spreadsheet_would_run_is_a_text_in_every_file(tmp_path: Path, teks: str) -> None:
    """In CSV no cell begins with a formula's sign, in XLSX it is a string; both come back as they were."""
    pohon = PohonKinerja("Dinas")
    pohon.add(Outcome("O1", uraian=teks, lain={teks.strip(): teks}))
    for path in (tmp_path / "a.csv", tmp_path / "a.xlsx"):
        write_struktur(HasilBaca(pohon, keterangan=(f"a,{teks}",)), path)
        hasil = read_struktur(path)
        assert hasil.dokumen["O1"].uraian == teks
        assert dict(hasil.dokumen["O1"].lain) == {teks.strip(): teks}
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell[:1] in set("=+-@\t\r\n\uff1d")]
    sheet: Any = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert {cell.data_type for row in sheet for cell in row if cell.value is not None} == {"s"}
    with zipfile.ZipFile(tmp_path / "a.xlsx") as box:
        assert b"<f>" not in box.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("teks", JAHAT)
@pytest.mark.parametrize("akhiran", [".csv", ".md", ".html", ".xlsx"])
def test_no_form_is_written_with_a_formula_of_its_texts(tmp_path: Path, teks: str, akhiran: str) -> None:
    """What stands in a form never begins a cell that is run."""
    path = tmp_path / f"pk{akhiran}"
    write_dokumen(PerjanjianKinerja(pihak_pertama=teks), path)
    if akhiran == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            assert not [
                cell for row in csv.reader(file) for cell in row if cell[:1] in set("=+-@\t\r\n\uff1d")
            ]
    if akhiran == ".xlsx":
        for sheet in openpyxl.load_workbook(path):
            assert teks.strip() not in {
                str(cell.value) for row in sheet for cell in row if cell.data_type == "f"
            }


@pytest.mark.parametrize("teks", WAJAR)
def test_numbers_dashes_and_plain_texts_are_left_alone(teks: str) -> None:
    """A negative number is no formula."""
    assert guard(teks) == teks
    assert unguard(teks) == teks


@given(st.text() | st.from_regex("'{0,3}[=+\\-@\t\r\n 0-9]{0,4}.{0,3}", fullmatch=True))
def test_guarding_loses_nothing(teks: str) -> None:
    """Whatever is written comes back."""
    assert unguard(guard(teks)) == teks


def test_guarding_a_long_cell_is_quick() -> None:
    """Blanks upon blanks are not tried in all their parts."""
    with quickly(1):
        assert guard("+" + " " * 130_000 + "x").startswith("'+")
        assert guard("-" + "1" * 130_000 + "x").startswith("'-")


# --- size ---------------------------------------------------------------------


def prefixed(rows: str, prefix: str) -> str:
    """The same behind a prefix, as some programs write it."""
    return rows.replace("<", f"<{prefix}:").replace(f"<{prefix}:/", f"</{prefix}:") if prefix else rows


def far(*cells: Sel) -> str:
    """Rows with one number each, at any place."""
    names = {1: "A", 14: "N", 2_001: "BXY", 16_384: "XFD"}
    return "".join(
        f'<row r="{row}"><c r="{names[column]}{row}"><v>{value}</v></c></row>' for row, column, value in cells
    )


@pytest.mark.parametrize(
    "sel", [(1_048_576, 16_384, 1), (9_999_999, 1, 1), (1, 2_001, 1), (1_048_576, 2_001, 1)]
)
@pytest.mark.parametrize("awalan", ["", "x"])
def test_two_cells_far_apart_are_refused_before_room_is_made(tmp_path: Path, sel: Sel, awalan: str) -> None:
    """Calamine would make room for every cell between, and the process would end."""
    rows = prefixed(far((1, 1, 1), sel), awalan)
    refused(
        put(tmp_path / "a.xlsx", make_xlsx(rows, prefix=awalan)), "spans [0-9,]+ rows and [0-9,]+ columns"
    )


def test_a_sheet_that_claims_to_be_large_is_read(tmp_path: Path) -> None:
    """The claim is of no weight."""
    with quickly():
        assert only(put(tmp_path / "a.xlsx", make_xlsx(far((1, 1, 5))))).baris == (("5",),)


def test_sheets_that_are_large_together_are_refused(tmp_path: Path) -> None:
    """Each within the limits, and all of them not."""
    rows = far((1, 1, 1), (1_000_000, 14, 1))
    refused(put(tmp_path / "a.xlsx", make_xlsx(rows, rows)), "span 28,000,000 cells together")


def test_a_sheet_that_no_list_names_is_looked_at_too(tmp_path: Path) -> None:
    """Readers may find it by another way."""
    parts = xlsx_parts(far((1, 1, 1))) | {
        "xl/lain.bin": xlsx_parts(far((1, 1, 1), (999_999, 16_384, 1)))["xl/worksheets/sheet1.xml"]
    }
    refused(put(tmp_path / "a.xlsx", make_zip(parts)), "'xl/lain.bin' spans")


@pytest.mark.parametrize("penutup", ["/>", "></c>", " />"])
@pytest.mark.parametrize("awalan", ["", "x"])
def test_blank_rows_cost_little(tmp_path: Path, penutup: str, awalan: str) -> None:
    """Formatted, as when a whole column was coloured, be it as percentages; they count for no limit."""
    rows = '<row r="1"><c r="A1"><v>5</v></c></row>' + "".join(
        f'<row r="{row}"><c r="A{row}" s="1"{penutup}<c r="B{row}" s="1"{penutup}</row>'
        for row in range(2, 10_000)
    )
    styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs>'
    last = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    data = make_xlsx(prefixed(rows + last, awalan), styles=styles, prefix=awalan)
    with quickly(5, 10):
        assert only(put(tmp_path / "a.xlsx", data), BatasBaca(baris=10, kolom=10, sel=10)).baris == (("5",),)


def test_a_million_blank_rows_are_passed_over_quickly(tmp_path: Path) -> None:
    """Some with a blank cell, all with a format."""
    rows = io.StringIO()
    rows.write('<row r="1"><c r="A1"><v>5</v></c></row>')
    for row in range(2, 1_048_577):
        cell = "" if row % 4 else f'<c r="A{row}" s="1"/>'
        rows.write(f'<row r="{row}" s="1" customFormat="1">{cell}</row>')
    path = put(tmp_path / "a.xlsx", make_xlsx(rows.getvalue()))
    start = time.perf_counter()
    assert only(path).baris == (("5",),)
    assert time.perf_counter() - start < 20


def test_a_cell_far_below_costs_little(tmp_path: Path) -> None:
    """Of Python's memory; what is between is blank."""
    path = put(tmp_path / "a.xlsx", make_xlsx(far((1, 1, 0), (300_000, 1, 6))))
    with quickly(20, 20):
        kisi = only(path)
    assert (kisi.tinggi, kisi.baris[0], kisi.baris[-1], len(kisi.isi)) == (300_000, ("0",), ("6",), 2)


@pytest.mark.parametrize(
    ("batas", "sebab"),
    [
        (BatasBaca(lembar=1), "more than 1 sheets"), (BatasBaca(sel=2), "more than 2 filled cells"),
        (BatasBaca(baris=1), "spans 2 rows"), (BatasBaca(kolom=1), "and 2 columns"),
        (BatasBaca(panjang_sel=9), "cell L1!A1 has more than 9 characters"),
        (BatasBaca(ukuran_berkas=50), "larger than the 50 bytes"), (BatasBaca(ukuran_terbuka=500), "more than 500 bytes once unpacked"),
    ],
)  # fmt: skip
def test_the_limits_of_workbooks(tmp_path: Path, batas: BatasBaca, sebab: str) -> None:
    """Each is named, and can be raised."""
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>'
    path = put(tmp_path / "a.xlsx", make_xlsx(rows, "", strings=["sepuluh..."]))
    refused(path, sebab, batas)
    assert len(open_kisi(path)) == 2


def test_a_text_shown_too_often_is_refused(tmp_path: Path) -> None:
    """It is kept once in the file; every cell that shows it would have a copy."""
    cells = "".join(f'<c r="A{row}" t="s"><v>0</v></c>' for row in range(1, 6_001))
    for prefix in ("", "x"):
        rows = prefixed(cells, prefix)
        path = put(tmp_path / "a.xlsx", make_xlsx(rows, strings=["x" * 100_000], prefix=prefix))
        refused(path, "cells hold more than")
    few = "".join(f'<c r="A{row}" t="s"><v>{min(row, 2)}</v></c>' for row in range(1, 6_001))
    path = put(tmp_path / "b.xlsx", make_xlsx(few, strings=["x" * 100_000, "a", "b"]))
    assert only(path).teks(6_000, 1) == "b"
    parts = xlsx_parts(few, strings=["x" * 100_000, "a", "<![CDATA[<si>]]>"])
    refused(put(tmp_path / "c.xlsx", make_zip(parts)), "cells hold more than")


def nested(size: int) -> bytes:
    """A workbook with one part of nothing, which is small until it is unpacked."""
    return make_zip(xlsx_parts("") | {"xl/media/image1.png": bytes(size)})


def test_a_bomb_is_refused_unopened(tmp_path: Path) -> None:
    """By its ratio, and by its size."""
    refused(put(tmp_path / "a.xlsx", nested(30_000_000)), "times larger once unpacked")
    refused(
        put(tmp_path / "a.xlsx", nested(9_000_000)),
        "more than 1,000,000 bytes",
        BatasBaca(ukuran_terbuka=1_000_000),
    )


@pytest.mark.parametrize("ukuran", [1, 10**9])
def test_a_directory_that_lies_about_sizes_is_refused(tmp_path: Path, ukuran: int) -> None:
    """A part is unpacked no further than it says that it is long."""
    data = bytearray(make_xlsx(far((1, 1, 5))))
    place = data.rfind(b"xl/worksheets/sheet1.xml") - 46
    data[place + 24 : place + 28] = struct.pack("<L", ukuran)
    refused(put(tmp_path / "a.xlsx", bytes(data)), "times larger once|can't be unpacked")


@pytest.mark.parametrize(
    "tabel",
    [
        '<table:table-row table:number-rows-repeated="2000000">{}</table:table-row>'.format('<table:table-cell office:value-type="float" office:value="1"/>'),
        '<table:table-row><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/></table:table-row>',
        '<table:table-row table:number-rows-repeated="900000"><table:table-cell office:value-type="percentage" office:value="1" table:number-columns-repeated="1900"/></table:table-row>',
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="string" table:number-columns-repeated="5"><text:p>{}</text:p></table:table-cell></table:table-row>'.format("x" * 1000),
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="string" table:number-columns-repeated="6"/></table:table-row>',
    ],
)  # fmt: skip
def test_ods_that_repeats_without_end_is_refused(tmp_path: Path, tabel: str) -> None:
    """A few letters may ask for any number of cells."""
    data = make_ods(f'<table:table table:name="T">{tabel}</table:table>')
    refused(put(tmp_path / "a.ods", data), "spans|filled cells|characters")


@pytest.mark.parametrize("banyak", ["0", "-1", "x", "9" * 30, "٣"])
def test_ods_that_repeats_so_often_as_no_number_is_refused(tmp_path: Path, banyak: str) -> None:
    """A count of cells is a whole number above zero."""
    row = f'<table:table-row table:number-rows-repeated="{banyak}"><table:table-cell/></table:table-row>'
    refused(
        put(tmp_path / "a.ods", make_ods(f'<table:table table:name="T">{row}</table:table>')),
        "no number of cells",
    )


def test_ods_with_sheets_that_hide_one_another_is_refused(tmp_path: Path) -> None:
    """Two of one name, or one in a cell of the other."""
    table = '<table:table table:name="T">{}</table:table>'
    refused(put(tmp_path / "a.ods", make_ods(table.format("") * 2)), "two sheets called 'T'")
    inner = f"<table:table-row><table:table-cell>{table.format('')}</table:table-cell></table:table-row>"
    refused(put(tmp_path / "a.ods", make_ods(table.format(inner))), "a sheet within a cell")


@pytest.mark.parametrize("akhiran", [".csv", ".txt", ".md"])
def test_a_text_of_blank_lines_costs_little(tmp_path: Path, akhiran: str) -> None:
    """More of them than rows are read."""
    path = put(tmp_path / f"a{akhiran}", "a\tb\n" + "\n" * 3_000_000)
    refused(path, "more than 1,000 rows", BatasBaca(baris=1_000))
    for read in (read_struktur, read_realisasi):
        with pytest.raises(BerkasError, match="more than 1,000 rows"):
            read(path, batas=BatasBaca(baris=1_000))


# --- old and binary workbooks -------------------------------------------------


def xls(sheet: bytes, head: bytes = b"") -> bytes:
    return make_ole(xls_stream({"L": sheet}, head))


@pytest.mark.parametrize(
    ("data", "sebab"),
    [
        (xls(biff(0x200, struct.pack("<2L3H", 0, 0xFFFFFFFF, 0, 0xFFFF, 0))), "no size it can have"),
        (xls(biff(0x200, struct.pack("<2L3H", 9, 1, 0, 1, 0))), "no size it can have"),
        (xls(biff(0x200, b"\0")), "doesn't say its size"),
        (xls(biff(0x203, struct.pack("<3Hd", 65_535, 5_000, 0, 1))), "columns"),
        (xls(biff(0x203, b"\0")), "cut off"), (xls(biff(0xBD, bytes(9))), "cut off"), (xls(b"\1"), "cut off|no workbook"),
        (xls(b"", biff(0xFC, struct.pack("<2L", 9, 0x7FFFFFFF))), "fewer texts"),
        (xls(b"", biff(0xFC, struct.pack("<2L", 1, 1) + b"\xff\xff\0a" * 2)), "cut off"),
        (xls(b"", biff(0x2F, b"\1\0")), "locked with a password"),
        (xls(b"".join(biff(0xFD, struct.pack("<3HL", row, 0, 0, 0)) for row in range(9_000)), sst("x" * 4_000)), "more than 10,000,000 characters"),
        (make_ole(b""), "no workbook"), (make_ole(bytes(9_000), "Gambar"), "no workbook"),
        (make_ole(b"x", "EncryptedPackage"), "locked with a password"),
        (make_ole(xls_stream({"A": b"", "B": b""}).replace(b"B", b"A")), "two sheets of the same name"),
    ],
)  # fmt: skip
def test_hostile_xls(tmp_path: Path, data: bytes, sebab: str) -> None:
    """Calamine makes room for what the file claims, and would end the process."""
    refused(put(tmp_path / "a.xls", data), sebab, BatasBaca(ukuran_terbuka=10_000_000))


def test_an_xls_that_doesn_t_say_where_it_ends_is_read(tmp_path: Path) -> None:
    """Its last record is that of a cell; nothing is missing."""
    sheet = biff(0x200, struct.pack("<2L3H", 0, 1, 0, 1, 0)) + biff(0x203, struct.pack("<3Hd", 0, 0, 0, 5.0))
    stream = xls_stream({"L": sheet}).removesuffix(biff(0x0A))
    assert only(put(tmp_path / "a.xls", make_ole(stream))).baris == (("5",),)


@pytest.mark.parametrize(
    ("tempat", "nilai", "sebab"),
    [
        (30, 7, "no size"), (32, 5, "no size"), (44, 0xFFFFFF, "cut off"), (64, 0xFFFFFF, "cut off"), (72, 0xFFFFFF, "cut off"),
        (48, 0xFFFFF, "circle"), (48, 0xFFFFFFFE, "no directory"), (60, 0xFFFFF, "circle"), (68, 0xFFFFF, "cut off"),
        (76, 0xFFFFF, "cut off"), (512 + 12, 3, "circle"), (512 + 4, 1, "circle"), (1024 + 120, 0x7FFFFFFF, None), (1024 + 128 + 120, 0x7FFFFFFF, "cut off"),
    ],
)  # fmt: skip
def test_a_box_of_an_old_workbook_that_lies_is_refused(
    tmp_path: Path, tempat: int, nilai: int, sebab: str | None
) -> None:
    """Chains in a circle, counts of sectors that are not there, sectors beyond the end."""
    data = bytearray(xls(bytes(9_000)))
    data[tempat : tempat + (2 if tempat < 40 else 4)] = struct.pack("<L", nilai)[: 2 if tempat < 40 else 4]
    refused(put(tmp_path / "a.xls", bytes(data)), sebab or "cut off")


def test_a_box_whose_table_goes_on_elsewhere(tmp_path: Path) -> None:
    """As in large files; one that goes on in a circle is refused."""
    data = bytearray(xls(b""))
    table = struct.pack("<127L", *[0xFFFFFFFF] * 127)
    end = (len(data) - 512) // 512
    data[68:72], data[72:76] = struct.pack("<L", end), struct.pack("<L", 1)
    path = tmp_path / "a.xls"
    assert only(put(path, bytes(data) + table + struct.pack("<L", 0xFFFFFFFE))).baris == ()
    refused(put(path, bytes(data) + table + struct.pack("<L", end)), "circle")
    refused(put(path, bytes(data[:600])), "cut off")
    refused(put(path, bytes(data[:70])), "cut off")


@pytest.mark.parametrize(
    ("data", "sebab"),
    [
        (make_xlsb(brt(0, struct.pack("<L", 0xFFFFF)) + brt(5, struct.pack("<2Ld", 9_999, 0, 1))), "spans"),
        (make_xlsb(brt(0, b"\0")), "cut off"), (make_xlsb(b"\x05\x7f"), "cut off"), (make_xlsb(b"\x05\xff\xff\xff\xff"), "cut off"),
        (make_xlsb(brt(0, struct.pack("<L", 0)) + brt(7, struct.pack("<3L", 0, 0, 0)) * 9_000, strings=["x" * 4_000]), "more than 10,000,000 characters"),
    ],
)  # fmt: skip
def test_hostile_xlsb(tmp_path: Path, data: bytes, sebab: str) -> None:
    """Far cells, records that are cut off, a text shown too often."""
    refused(put(tmp_path / "a.xlsb", data), sebab, BatasBaca(ukuran_terbuka=10_000_000))


def test_an_xlsb_whose_sheet_is_nowhere_is_refused(tmp_path: Path) -> None:
    """The list names a part that there is not."""
    with zipfile.ZipFile(io.BytesIO(make_xlsb(b""))) as box:
        parts: dict[str, bytes | str] = {name: box.read(name) for name in box.namelist()}
    data = edited("xl/_rels/workbook.bin.rels", b"rId1", b"rId9", parts)
    refused(put(tmp_path / "a.xlsb", data), "damaged|no workbook")


# --- what it is no workbook ---------------------------------------------------


def saved(cells: int = 30) -> bytes:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data) as book:
        sheet = book.add_worksheet()
        for row in range(cells):
            sheet.write_row(row, 0, ["level", "uraian", row, row / 8])
    return data.getvalue()


ODS = make_ods(
    '<table:table table:name="T"><table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row></table:table>'
)
XLS = xls(biff(0x203, struct.pack("<3Hd", 0, 0, 0, 1)))


@pytest.mark.parametrize(
    ("nama", "data", "sebab"),
    [
        ("a.xlsx", b"", "is no workbook but empty"), ("a.xls", b"", "is no workbook but empty"),
        ("a.xls", b"<html><body><table><tr><td>1</td></tr></table>", "an HTML page: open it in a spreadsheet"),
        ("a.xls", b"\xef\xbb\xbf\r\n <!DOCTYPE html><table>", "an HTML page"), ("a.xlsx", b"<?xml version='1.0'?><Workbook/>", "an XML file"),
        ("a.xls", "<html>".encode("utf-16"), "an HTML page"),
        ("a.xlsx", b"No,Sasaran\n1,Baik\n", "plain text, such as CSV: give it the ending .csv"), ("a.xls", b"No\tSasaran\n", "plain text"),
        ("a.xlsx", b"%PDF-1.7", "a PDF: save the table"), ("a.xlsx", b"\x89PNG\r\n", "a picture"), ("a.xlsx", b"{\\rtf1", "RTF"),
        ("a.xlsx", b"\0\1\2", "something else"), ("a.xlsx", b"PK\x05\x06", "zip archive that is cut off"),
        ("a.xlsx", XLS, "an XLS workbook: give it the ending .xls"), ("a.xls", saved(), "an XLSX workbook: give it the ending .xlsx"),
        ("a.xlsx", ODS, "an ODS workbook: give it the ending .ods"), ("a.ods", make_xlsb(b""), "an XLSB workbook"),
        ("a.xlsx", make_zip({"word/document.xml": "<w/>"}), "a Word document"), ("a.xlsx", make_zip({"a.txt": "a"}), "a zip archive"),
        ("a.xlsx", make_zip({"content.xml": "<a/>", "xl/workbook.xml": "<a/>"}), "several workbooks in one"),
        ("a.csv", saved(), "it is a workbook: give it the ending"), ("a.txt", XLS, "it is a workbook: give it the ending"),
    ],
)  # fmt: skip
def test_content_under_another_ending_is_named(tmp_path: Path, nama: str, data: bytes, sebab: str) -> None:
    """Government applications export HTML and CSV as .xls; the error says what it is, and what to do."""
    refused(put(tmp_path / nama, data), sebab)


@pytest.mark.parametrize("persen", range(0, 100, 10))
@pytest.mark.parametrize(
    ("nama", "data"), [("a.xlsx", saved()), ("a.ods", ODS), ("a.xls", XLS), ("a.xlsb", make_xlsb(b""))]
)
def test_a_file_that_is_cut_off_is_refused(tmp_path: Path, nama: str, data: bytes, persen: int) -> None:
    """After any tenth of it."""
    path = put(tmp_path / nama, data[: len(data) * persen // 100])
    with quickly(), pytest.raises(BerkasError):
        open_kisi(path)


def locked(*, ods: bool) -> bytes:
    if ods:
        return make_ods("", manifest="<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>")
    data = bytearray(make_xlsx(""))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        data[start + place] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("nama", "data"),
    [
        ("a.xlsx", locked(ods=False)),
        ("a.ods", locked(ods=True)),
        ("a.xlsx", make_ole(b"x" * 5_000, "EncryptedPackage")),
    ],
)
def test_a_locked_workbook_is_named_as_such(tmp_path: Path, nama: str, data: bytes) -> None:
    """Whichever way it is locked."""
    refused(put(tmp_path / nama, data), "locked with a password; save it without one")


def test_a_workbook_that_only_calamine_knows_to_be_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What calamine says is passed on; its panic, too, is an error of the file, and nothing else is swallowed."""

    class PanicException(BaseException):
        pass

    def fail_with(error: BaseException) -> Callable[..., Any]:
        def fail(*_: object) -> Any:
            raise error

        return fail

    class Buku:
        from_filelike: Any

    path = put(tmp_path / "a.xlsx", make_xlsx(""))
    monkeypatch.setattr(python_calamine, "CalamineWorkbook", Buku)
    for error, kind in (
        (python_calamine.PasswordError("sandi"), BerkasError),
        (PanicException("index"), BerkasError),
        (KeyboardInterrupt(), KeyboardInterrupt),
    ):
        Buku.from_filelike = fail_with(error)
        with pytest.raises(kind):
            open_kisi(path)


def edited(name: str, old: bytes, new: bytes, parts: dict[str, bytes | str] | None = None) -> bytes:
    parts = dict(parts or xlsx_parts(far((1, 1, 5))))
    part = parts[name]
    parts[name] = (part if isinstance(part, bytes) else part.encode()).replace(old, new)
    return make_zip(parts)


WARNA = (
    '<fills><fill/><fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill></fill><fill>'
    '<patternFill patternType="solid"><fgColor indexed="11"/></patternFill></fill></fills>'
    '<cellXfs><xf/><xf numFmtId="9" fillId="1"/><xf fillId="2"/></cellXfs>'
)
"""Styles of two colours, of which one is a percentage too."""
LAUGHS = b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
FETCH = b'<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("tipe", [LAUGHS, FETCH, b"<!DOCTYPE worksheet>", b"<!ELEMENT a ANY>"])
@pytest.mark.parametrize(
    "bagian", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml", "xl/styles.xml"]
)
def test_entities_are_refused(tmp_path: Path, tipe: bytes, bagian: str) -> None:
    """None is needed, and none is read: nothing is repeated, nothing fetched."""
    parts = xlsx_parts(far((1, 1, 5)), styles="<cellXfs/>")
    data = edited(bagian, b'standalone="yes"?>', b'standalone="yes"?>' + tipe, parts)
    refused(put(tmp_path / "a.xlsx", data), "declares a document type|is no XML")


def test_entities_in_ods_are_refused(tmp_path: Path) -> None:
    """Likewise."""
    with zipfile.ZipFile(io.BytesIO(ODS)) as box:
        parts: dict[str, bytes | str] = {name: box.read(name) for name in box.namelist()}
    data = edited("content.xml", b'standalone="yes"?>', b'standalone="yes"?>' + LAUGHS, parts)
    refused(put(tmp_path / "a.ods", data), "declares a document type")


def test_external_links_are_not_followed(tmp_path: Path) -> None:
    """A formula on another workbook has the value that the file keeps."""
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_formula("A1", "='https://contoh.invalid/[b.xlsx]L'!A1", None, 7)
        sheet.write_url("A2", "https://contoh.invalid/", None, "tautan")
        sheet.write_formula("A3", '=WEBSERVICE("https://contoh.invalid/")', None, "isi")
    assert only(tmp_path / "a.xlsx").baris == (("7",), ("tautan",), ("isi",))


@pytest.mark.parametrize(
    "sel",
    [
        '<c r="A1"' + ' s="1"' * 40_000 + "/>",
        '<c r="A1"' + ' t="e"' * 40_000 + "/>",
        '<c r="A1"' + ' t="s"' * 40_000 + "/>",
        '<c r="A1" t="e"/>' * 40_000,
    ],
    ids=["gaya", "galat", "bersama", "sel"],
)
def test_cells_that_never_end_take_no_time(tmp_path: Path, sel: str) -> None:
    """Neither attributes over and over, nor errors without a value, make a pattern look at the sheet again."""
    data = make_xlsx(f'<row r="1">{sel}</row>', strings=["x" * 500], styles=WARNA)
    with quickly(), suppress(BerkasError):
        open_kisi(put(tmp_path / "a.xlsx", data), BatasBaca(ukuran_terbuka=16 * 2**20))


@pytest.mark.parametrize(
    ("data", "sebab"),
    [
        (saved() + b"x", "something follows its end"), (b"PK\x03\x04" + b"\0" * 500, "cut off"), (b"x" + saved(), "something else|plain text"),
        (edited("xl/workbook.xml", b"</sheets>", b""), "is no XML"), (make_zip({"xl/workbook.xml": "<a/>"}), "is no XML"),
        (edited("xl/worksheets/sheet1.xml", b"<c r", b"<c x='&' r"), "is no XML"),
        (edited("xl/worksheets/sheet1.xml", b'"A1"><v>', b'"AAAA1"><v>'), "is no cell"),
        (edited("xl/worksheets/sheet1.xml", b'<c r="A1"><v>5', b"<c  t='s'><v>x"), "is no number"),
        (edited("xl/workbook.xml", b'name="L1" sheetId="1" r:id="rId1"/>', b'name="L1" sheetId="1" r:id="rId1"/><sheet name="L1" sheetId="2" r:id="rId1"/>'), "list of sheets|no workbook"),
        (edited("xl/_rels/workbook.xml.rels", b"sheet1.xml", b"sheet9.xml"), "list of sheets|no workbook"),
    ],
)  # fmt: skip
def test_a_damaged_xlsx_is_refused(tmp_path: Path, data: bytes, sebab: str) -> None:
    """Each by what is wrong with it."""
    refused(put(tmp_path / "a.xlsx", data), sebab)


@contextmanager
def _box(flags: Callable[[zipfile.ZipFile], None]) -> Iterator[bytes]:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as box:
        flags(box)
    yield data.getvalue()


def _twice(box: zipfile.ZipFile) -> None:
    for name in ("xl/workbook.xml", "XL\\Workbook.xml"):
        box.writestr(name, "<a/>")


def _packed_otherwise(box: zipfile.ZipFile) -> None:
    box.writestr("xl/workbook.xml", "<a/>", zipfile.ZIP_LZMA)


def _with_remark(box: zipfile.ZipFile) -> None:
    box.writestr("xl/workbook.xml", "<a/>")
    box.comment = b"catatan"


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        (_twice, "same name"),
        (_packed_otherwise, "in a way that no workbook is"),
        (_with_remark, "follows its end"),
    ],
)
def test_a_box_that_two_readers_may_read_differently_is_refused(
    tmp_path: Path, isi: Callable[[zipfile.ZipFile], None], sebab: str
) -> None:
    """Parts of one name, remarks that may hide another directory, rare ways to pack."""
    with _box(isi) as data:
        refused(put(tmp_path / "a.xlsx", data), sebab)


@pytest.mark.parametrize(("dari_akhir", "nilai"), [(10, 0), (10, 0xFFFFFFFF), (6, 9), (2, 1), (12, 0x7FFF)])
def test_a_directory_that_leads_nowhere_is_refused(tmp_path: Path, dari_akhir: int, nilai: int) -> None:
    """Its size, its place, its remark."""
    data = bytearray(make_xlsx(""))
    data[-dari_akhir : len(data) - dari_akhir + 2] = struct.pack("<L", nilai)[:2]
    refused(put(tmp_path / "a.xlsx", bytes(data)), "damaged|no workbook")


def test_parts_that_are_not_where_the_directory_says_are_refused(tmp_path: Path) -> None:
    """A local mark that is none, a sum that doesn't fit, data that can't be unpacked."""
    good = make_xlsx(far((1, 1, 5)))
    start = good.find(b"xl/worksheets/sheet1.xml") - 30
    for place, new in (
        (start, b"X"),
        (start + 30 + 24, b"\xff"),
        (start + 26, b"\xff\xff"),
        (good.rfind(b"xl/worksheets/sheet1.xml") - 46 + 16, b"\0"),
    ):
        data = bytearray(good)
        data[place : place + len(new)] = new
        refused(put(tmp_path / "a.xlsx", bytes(data)), "can't be unpacked")
    parts = make_zip(xlsx_parts(far((1, 1, 5))), packed=False)
    assert only(put(tmp_path / "a.xlsx", parts)).baris == (("5",),)


# --- cells --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("nama", "data"),
    [("a.csv", b"No,Isi\0\n"), ("a.txt", "No\tIsi\0".encode("utf-16")), ("a.csv", "No\0".encode("utf-16")),
     ("a.xlsx", make_xlsx('<row r="1"><c r="A1" t="inlineStr"><is><t>a_x0000_b</t></is></c></row>'))],
)  # fmt: skip
def test_a_nul_is_refused(tmp_path: Path, nama: str, data: bytes) -> None:
    """No text holds one, in whatever way it is written."""
    refused(put(tmp_path / nama, data), "NUL")


def test_cells_of_32k_letters_are_read_and_ones_beyond_the_limit_refused(tmp_path: Path) -> None:
    """The longest that Excel writes, and a longer one."""
    for letters in (32_767, 131_072):
        row = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"x" * letters}</t></is></c></row>'
        assert only(put(tmp_path / "a.xlsx", make_xlsx(row))).teks(1, 1) == "x" * letters
    many = "".join(f'<c r="{column}1" t="inlineStr"><is><t>{"x" * 100_000}</t></is></c>' for column in "AB")
    assert only(put(tmp_path / "a.xlsx", make_xlsx(f'<row r="1">{many}</row>'))).teks(1, 2) == "x" * 100_000
    row = f'<row r="1"><c r="B1" t="inlineStr"><is><t>{"x" * 131_073}</t></is></c></row>'
    refused(put(tmp_path / "a.xlsx", make_xlsx(row)), "cell L1!B1 has more than 131,072 characters")
    refused(put(tmp_path / "a.csv", "a," + "x" * 131_073), "field larger than field limit")


@pytest.mark.parametrize("nilai", ["1e999", "-1e999", "NaN"])
def test_numbers_that_are_none_are_errors(tmp_path: Path, nilai: str) -> None:
    """Kept as a text that says so, and named."""
    kisi = only(put(tmp_path / "a.xlsx", make_xlsx(f'<row r="1"><c r="A1"><v>{nilai}</v></c></row>')))
    assert [isi.name for isi in kisi.isi.values()] == ["GALAT"]


def form(*cells: object) -> bytes:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data) as book:
        sheet = book.add_worksheet("PK")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write(0, 0, "PERJANJIAN KINERJA TAHUN 2025")
        sheet.write_row(1, 0, ["No", "Sasaran", "Indikator Kinerja", "Target"])
        for row, value in enumerate(cells, start=2):
            sheet.write_row(row, 0, [row, f"Sasaran {row}", f"Indikator {row}"])
            if isinstance(value, str) and value.startswith("#"):
                sheet.write_formula(row, 3, "=1/0", None, value)
            else:
                sheet.write(row, 3, value, day if hasattr(value, "year") else None)
    return data.getvalue()


def test_dates_for_numbers_numbers_as_text_and_errors_in_a_form(tmp_path: Path) -> None:
    """Every cell is in the form or in a finding, which names sheet and cell."""
    hari = dt.date(2025, 9, 1)
    path = put(tmp_path / "pk.xlsx", form("93,59", 93.59, hari, "#REF!", "delapan puluh"))
    hasil = read_dokumen(path, bentuk="perjanjian_kinerja")
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh
    named = {(item.kode, item.tempat.lembar, item.tempat.sel) for item in hasil.temuan}
    assert ("SKP110", "PK", "D6") in named


# --- anything -----------------------------------------------------------------

SEBENTAR = settings(
    max_examples=120,
    deadline=2_000,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def read_all(path: Path) -> None:
    """Every reader of tables: what they refuse, they refuse with an error of this library."""
    for read in (read_dokumen, read_struktur, read_realisasi):
        try:
            hasil: HasilBaca[Any] = read(path)
        except SakipError as error:
            assert str(error)  # noqa: PT017  # any of them will do
            assert error.kalimat != str(error)  # noqa: PT017  # what a planner reads is Indonesian
            assert "berkas tidak dapat dipakai" not in error.kalimat  # noqa: PT017  # and says why
        else:
            assert hasil.cakupan is None or hasil.cakupan.utuh


BENIH = {
    ".xlsx": [form("93,59", 0.5, "#REF!"), make_xlsx(far((1, 1, 5), (9, 14, 2)), strings=["level", "uraian"]), make_xlsx('<row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="2"><v>1</v></c></row>', strings=["level"], styles=WARNA)],
    ".ods": [ODS],
    ".xls": [XLS, xls(biff(0xFD, struct.pack("<3HL", 0, 0, 0, 0)) + bytes(5_000), sst("level"))],
    ".xlsb": [make_xlsb(brt(0, struct.pack("<L", 0)) + brt(7, struct.pack("<3L", 0, 0, 0)), strings=["level"])],
    ".csv": [b"level,uraian,target 2025\noutcome,Hasil,93\n", b"id_indikator,periode,realisasi\nIK1,2025,5\n", b"No;Sasaran;Indikator Kinerja;Target\n1;a;b;c\n"],
    ".txt": [b"No\tSasaran\tIndikator Kinerja\tTarget\n1\ta\tb\tc\n"],
    ".md": [b"| No | Sasaran | Indikator Kinerja | Target |\n|---|---|---|---|\n| 1 | a | b | c |\n"],
}  # fmt: skip


@given(st.sampled_from(sorted(BENIH)), st.binary(max_size=400))
@example(".csv", b"\xff\xfe\x00\xd8")
@example(".csv", b"\x0b")
@SEBENTAR
def test_random_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, akhiran: str, data: bytes
) -> None:
    """Under every ending."""
    read_all(put(tmp_path_factory.getbasetemp() / f"acak{akhiran}", data))


@given(st.sampled_from(sorted(BENIH)), st.integers(0, 2**32), st.integers(1, 12))
@SEBENTAR
def test_mutated_files_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, akhiran: str, benih: int, banyak: int
) -> None:
    """Bytes changed, taken out, put in, doubled, anywhere in a good file."""
    chance = random.Random(benih)  # noqa: S311  # no secret
    data = bytearray(chance.choice(BENIH[akhiran]))
    for _ in range(banyak):
        place = chance.randrange(len(data))
        match chance.randrange(4):
            case 0:
                data[place] = chance.randrange(256)
            case 1:
                del data[place : place + chance.randrange(1, 9)]
            case 2:
                data[place:place] = bytes(chance.randrange(256) for _ in range(chance.randrange(9)))
            case _:
                data[place:place] = data[place : place + chance.randrange(1, 99)]
        if not data:
            break
    read_all(put(tmp_path_factory.getbasetemp() / f"ubah{akhiran}", bytes(data)))


@given(st.sampled_from([".xlsx", ".ods", ".xlsb"]), st.integers(0, 2**32), st.integers(1, 6))
@SEBENTAR
def test_mutated_parts_of_a_good_box_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, akhiran: str, benih: int, banyak: int
) -> None:
    """The sums fit, so that what is inside is looked at: letters, tags and numbers changed."""
    chance = random.Random(benih)  # noqa: S311  # no secret
    with zipfile.ZipFile(io.BytesIO(chance.choice(BENIH[akhiran]))) as box:
        parts: dict[str, bytes | str] = {name: box.read(name) for name in box.namelist()}
    for _ in range(banyak):
        name = chance.choice(sorted(parts))
        part = parts[name]
        data = bytearray(part if isinstance(part, bytes) else part.encode()) or bytearray(b"x")
        place = chance.randrange(len(data))
        piece = chance.choice(
            [
                b"<",
                b">",
                b'"',
                b"'",
                b"/",
                b"9",
                b"c",
                b":",
                b"<c ",
                b"s=",
                b"t=",
                b"<!",
                b"\xff",
                b"\0",
                b"-1",
                b"XFD",
            ]
        )
        if chance.random() < 0.5:
            data[place : place + len(piece)] = piece
        else:
            data[place:place] = piece
        parts[name] = bytes(data)
    read_all(put(tmp_path_factory.getbasetemp() / f"isi{akhiran}", make_zip(parts)))
