"""Files into grids: every format gives the texts that a reader of the sheet sees, each in its place."""

from __future__ import annotations

import datetime as dt
import struct
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

import strategies_struktur as struktur
from buku_mentah import biff, brt, make_ods, make_ole, make_xlsb, make_xlsx, sst, wide, xls_stream
from sakip.dokumen import BATAS_BACA, BatasBaca, read_realisasi, read_struktur, write_struktur
from sakip.dokumen._buka.berkas import find_pemisah, open_kisi
from sakip.dokumen._buka.kisi import Gabungan, IsiSel, Kisi
from sakip.dokumen._buka.peta_isi import PetaIsi
from sakip.errors import BerkasError, EkstraError, TabelError
from sakip.model import Komponen, Program
from sakip.pohon import PohonKinerja

CONTOH = Path(__file__).parents[1] / "examples" / "dinsos-kotawaringin-timur-2025"
SEDIKIT = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
Sel = tuple[int, int, object, str]


def save(path: Path, *cells: Sel, fill: Callable[[Any, Any], None] | None = None) -> Path:
    """An XLSX workbook by XlsxWriter: row and column from 1, value, number format."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Lampiran")
        for row, column, value, form in cells:
            sheet.write(row - 1, column - 1, value, book.add_format({"num_format": form} if form else {}))
        if fill:
            fill(book, sheet)
    return path


def only(path: Path, batas: BatasBaca = BATAS_BACA) -> Kisi:
    (kisi,) = open_kisi(path, batas)
    return kisi


def put(path: Path, data: bytes | str, encoding: str = "utf-8") -> Path:
    path.write_bytes(data if isinstance(data, bytes) else data.encode(encoding))
    return path


# --- workbooks ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("nilai", "bentuk", "teks", "isi"),
    [
        (15, "", "15", IsiSel.ANGKA), (0.1 + 0.2, "", "0,3", IsiSel.ANGKA), (93.59, "0.00", "93,59", IsiSel.ANGKA),
        (6312818993, "#,##0", "6312818993", IsiSel.ANGKA), (-2.5, "", "-2,5", IsiSel.ANGKA), (-0.0, "", "0", IsiSel.ANGKA),
        (1.5e-9, "", "0,0000000015", IsiSel.ANGKA), (1e20, "", "1" + 20 * "0", IsiSel.ANGKA),
        (0.8, "0%", "80%", IsiSel.PERSEN), (0.9359, "0.00%", "93,59%", IsiSel.PERSEN), (0.805, "0%", "80,5%", IsiSel.PERSEN),
        (1.07, '0.0%" dari rencana"', "107%", IsiSel.PERSEN), (0, "0%", "0%", IsiSel.PERSEN),
        (80, '0" %"', "80", IsiSel.ANGKA), (80, r"0\%", "80", IsiSel.ANGKA), (80, "[>50]0;0", "80", IsiSel.ANGKA),
        (dt.date(2025, 9, 1), "dd/mm/yyyy", "2025-09-01", IsiSel.TANGGAL), (dt.date(2025, 9, 1), "mmmm yyyy", "2025-09-01", IsiSel.TANGGAL),
        (dt.datetime(2025, 9, 1, 8, 15), "dd/mm/yyyy hh:mm", "2025-09-01 08:15", IsiSel.TANGGAL),  # noqa: DTZ001  # sheets have no zones
        (dt.time(7, 30), "hh:mm", "07:30", IsiSel.TANGGAL), (dt.time(7, 30, 5), "hh:mm:ss", "07:30:05", IsiSel.TANGGAL),
        (dt.timedelta(hours=30), "[h]:mm", "30:00", IsiSel.TANGGAL), (dt.timedelta(seconds=61), "[h]:mm:ss", "0:01:01", IsiSel.TANGGAL),
        (True, "", "ya", None), (False, "", "tidak", None), ("93,59 %", "", "93,59 %", None), ("0012", "", "0012", None),
    ],
)  # fmt: skip
def test_a_value_reads_as_the_sheet_shows_it(
    tmp_path: Path, nilai: object, bentuk: str, teks: str, isi: IsiSel | None
) -> None:
    """Fifteen digits and a decimal comma; percentages by the format of their cell."""
    kisi = only(save(tmp_path / "nilai.xlsx", (2, 3, nilai, bentuk)))
    assert (kisi.nama, kisi.baris) == ("Lampiran", ((), ("", "", teks)))
    assert dict(kisi.isi) == ({} if isi is None else {(2, 3): isi})


def test_a_length_of_time_may_be_negative(tmp_path: Path) -> None:
    """As where a deadline has passed."""
    rows = '<row r="1"><c r="A1" s="1"><v>-0.0625</v></c></row>'
    styles = '<numFmts><numFmt numFmtId="170" formatCode="[h]:mm"/></numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs>'
    assert only(put(tmp_path / "a.xlsx", make_xlsx(rows, styles=styles))).baris == (("-1:30",),)


@pytest.mark.parametrize("galat", ["#REF!", "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#VALUE!"])
def test_an_error_is_kept_by_its_name(tmp_path: Path, galat: str) -> None:
    """Calamine gives a blank for it; a text that reads the same is a text."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append(["Sasaran", "Target"])
    sheet.append([f"'{galat}", galat])
    sheet["A2"].data_type = "s"
    book.save(tmp_path / "galat.xlsx")
    kisi = only(tmp_path / "galat.xlsx")
    assert kisi.baris[1] == (f"'{galat}", galat)
    assert dict(kisi.isi) == {(2, 2): IsiSel.GALAT}


def test_rows_and_columns_keep_their_numbers_and_merged_ranges_are_known(tmp_path: Path) -> None:
    """A table that begins at C3, with a header over two columns."""

    def fill(_: Any, sheet: Any) -> None:
        sheet.merge_range("C3:D3", "Sasaran")
        sheet.merge_range("E3:E4", "Target")
        sheet.write("C4", "Uraian")

    kisi = only(save(tmp_path / "judul.xlsx", fill=fill))
    assert kisi.baris == ((), (), ("", "", "Sasaran", "", "Target"), ("", "", "Uraian"))
    assert set(kisi.gabungan) == {Gabungan(3, 3, 3, 4), Gabungan(3, 5, 4, 5)}


def test_every_sheet_is_read_in_order_hidden_ones_too_but_no_chart(tmp_path: Path) -> None:
    """A chart sheet has no cells."""

    def fill(book: Any, sheet: Any) -> None:
        sheet.write("A1", "satu")
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Lampiran!$A$1:$A$2"})
        book.add_chartsheet("Grafik").set_chart(chart)
        book.add_worksheet("Kosong")
        hidden = book.add_worksheet("Sandi")
        hidden.hide()
        hidden.write("B2", "dua")

    sheets = open_kisi(save(tmp_path / "lembar.xlsx", fill=fill))
    assert [(kisi.nama, kisi.baris) for kisi in sheets] == [
        ("Lampiran", (("satu",),)),
        ("Kosong", ()),
        ("Sandi", ((), ("", "dua"))),
    ]


def test_texts_come_back_letter_by_letter(tmp_path: Path) -> None:
    """Breaks of lines, tabs, spaces at the ends, marks of XML, what looks like an escape."""
    texts = ("a\nb", "a\r\nb", "a\rb", "\ttab", " tepi ", "<b>&\"'", "_x0041_", "é–½😀", "=1+1", "\x01")
    with xlsxwriter.Workbook(tmp_path / "teks.xlsx", {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        for row, text in enumerate(texts):
            sheet.write_string(row, 0, text)
    assert tuple(row[0] for row in only(tmp_path / "teks.xlsx").baris) == texts


def test_rows_of_empty_texts_at_the_end_are_no_rows(tmp_path: Path) -> None:
    """As formulas that show nothing leave them."""
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="A3" t="str"><f>""</f><v></v></c></row>'
    assert only(put(tmp_path / "a.xlsx", make_xlsx(rows))).baris == (("1",),)


def test_a_sheet_written_in_another_way_reads_the_same(tmp_path: Path) -> None:
    """Behind a prefix, without places, with other quotes; as some programs write it."""
    styles = "<cellXfs><xf numFmtId='0'/><xf numFmtId='10'/></cellXfs>"
    plain = (
        '<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" s="1"><v>0.5</v></c><c r="D2" t="e"><v>#REF!</v></c>'
        '<c r="E2" t="e"/><c r="F2" s="1"/></row><row r="3"><c r="A3" t="inlineStr"><is><t>x</t></is></c></row>'
    )
    other = (
        "<x:row r='2'><x:c/><x:c t='s'><x:v>0</x:v></x:c><x:c s='1'><x:v>0.5</x:v></x:c><x:c t='e'><x:v>#REF!</x:v></x:c>"
        "<x:c t='e'/><x:c s='1'/></x:row><x:row><x:c t='inlineStr'><x:is><x:t>x</x:t></x:is></x:c></x:row>"
    )
    one = only(put(tmp_path / "satu.xlsx", make_xlsx(plain, strings=["teks"], styles=styles)))
    two = only(put(tmp_path / "dua.xlsx", make_xlsx(other, strings=["teks"], styles=styles, prefix="x")))
    assert one == two
    assert one.baris == ((), ("", "teks", "50%", "#REF!", "#"), ("x",))
    assert one.isi[2, 3] is IsiSel.PERSEN


def test_ods(tmp_path: Path) -> None:
    """By odfpy: numbers, percentages, truth, days, lengths of time, repeated and merged cells."""
    document = OpenDocumentSpreadsheet()
    document.automaticstyles.addElement(Style(name="ta1", family="table"))
    table = Table(name="Lampiran", stylename="ta1")
    rows: list[list[Any]] = [
        [TableCell(numbercolumnsspanned=2, numberrowsspanned=2, valuetype="string"), CoveredTableCell()],
        [CoveredTableCell(numbercolumnsrepeated=2)],
        [TableCell(valuetype="float", value="2.50"), TableCell(valuetype="percentage", value="0.8")],
        [TableCell(numbercolumnsrepeated=3), TableCell(valuetype="boolean", booleanvalue="true")],
        [
            TableCell(valuetype="date", datevalue="2025-09-01"),
            TableCell(valuetype="time", timevalue="PT30H05M00S"),
        ],
        [TableCell(valuetype="time", timevalue="PT07H30M00S"), TableCell(valuetype="time", timevalue="P1D")],
    ]
    rows[0][0].addElement(P(text="Sasaran"))
    for place, cells in enumerate(rows):
        row = TableRow(numberrowsrepeated=4) if place == 3 else TableRow()
        for cell in cells:
            row.addElement(cell)
        table.addElement(row)
    document.spreadsheet.addElement(table)
    document.save(str(tmp_path / "a.ods"))
    kisi = only(tmp_path / "a.ods")
    truth = ("", "", "", "ya")
    times = (("2025-09-01", "30:05"), ("07:30", "P1D"))
    assert kisi.baris == (("Sasaran",), (), ("2,5", "80%"), truth, truth, truth, truth, *times)
    assert kisi.gabungan == (Gabungan(1, 1, 2, 2),)
    assert {tempat: isi.name for tempat, isi in kisi.isi.items()} == {
        (3, 1): "ANGKA", (3, 2): "PERSEN", (8, 1): "TANGGAL", (8, 2): "TANGGAL", (9, 1): "TANGGAL",
    }  # fmt: skip


def test_ods_errors_remarks_and_copies_of_other_workbooks(tmp_path: Path) -> None:
    """An error by its name, not by the remark beside it; no sheet that only serves links."""
    tables = (
        '<table:table table:name="Rekap"><table:table-column/><table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
        '<table:table-row><table:table-cell table:number-columns-repeated="2" office:value-type="string" office:string-value="" '
        'calcext:value-type="error"><office:annotation><text:p>catatan</text:p></office:annotation><text:p>#REF!</text:p>'
        '</table:table-cell><table:table-cell calcext:value-type="error"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>'
        "<table:table table:name=\"'file:///lain.ods'#$L1\"><table:table-source/><table:table-row>"
        '<table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row></table:table>'
    )
    kisi = only(put(tmp_path / "a.ods", make_ods(tables)))
    assert kisi.baris == ((), (), (), ("#REF!", "#REF!", "#"))
    assert set(kisi.isi.values()) == {IsiSel.GALAT}


def number(row: int, column: int, style: int, value: float) -> bytes:
    return biff(0x203, struct.pack("<3Hd", row, column, style, value))


@pytest.mark.parametrize("besar", [0, 5_000])
def test_xls(tmp_path: Path, besar: int) -> None:
    """Numbers, percentages built in and of one's own, texts, errors, in large sectors and small ones."""
    formats = biff(0x41E, struct.pack("<HHB", 164, 4, 0) + b"0.0%") + biff(
        0x41E, struct.pack("<HHB", 165, 4, 1) + "0,0%".encode("utf-16-le")
    )
    cells = (
        biff(0x200, struct.pack("<2L3H", 0, 9, 0, 9, 0))
        + number(0, 0, 0, 2.5)
        + number(0, 1, 1, 0.8)
        + number(0, 2, 2, 0.25)
    )
    cells += biff(
        0xBD,
        struct.pack("<2H", 1, 0)
        + struct.pack("<HL", 0, 15 << 2 | 2)
        + struct.pack("<HL", 3, 1 << 2 | 2)
        + struct.pack("<H", 1),
    )
    cells += biff(0xFD, struct.pack("<3HL", 2, 0, 0, 1)) + biff(0x205, struct.pack("<3H2B", 2, 1, 0, 0x17, 1))
    cells += biff(0x205, struct.pack("<3H2B", 2, 2, 0, 1, 0)) + biff(
        0x6, struct.pack("<3H6BHHLHH", 3, 1, 0, 2, 0, 7, 0, 0, 0, 0xFFFF, 0, 0, 0, 0)
    )
    cells += biff(0xE5, struct.pack("<5H", 1, 4, 5, 0, 1))
    stream = xls_stream({"Lampiran": cells, "Kosong": b""}, formats + sst("satu", "dua"), (0, 9, 164, 165))
    one, two = open_kisi(put(tmp_path / "a.xls", make_ole(stream + bytes(besar))))
    assert one.baris == (("2,5", "80%", "25%"), ("15", "100%"), ("dua", "#REF!", "ya"), ("", "#DIV/0!"))
    assert one.gabungan == (Gabungan(5, 1, 6, 2),)
    assert (one.nama, two.nama, two.baris) == ("Lampiran", "Kosong", ())


def test_xls_texts_that_run_over_records(tmp_path: Path) -> None:
    """Kept once, rich and with remarks, continued in the next record in letters of another width."""
    long = "a" * 20
    first = struct.pack("<2L", 4, 4) + struct.pack("<HBHL", 3, 12, 1, 2) + b"abc" + bytes(4 + 1)
    second = bytes(1) + struct.pack("<HB", 20, 1) + long[:5].encode("utf-16-le")
    third = b"\0" + long[5:].encode() + struct.pack("<HB", 2, 0) + b"zz"
    fourth = struct.pack("<HB", 1, 0) + b"y"
    head = biff(0xFC, first) + biff(0x3C, second) + biff(0x3C, third) + biff(0x3C, fourth)
    cells = b"".join(biff(0xFD, struct.pack("<3HL", row, 0, 0, row)) for row in (0, 1, 2, 3, 9))
    kisi = only(put(tmp_path / "a.xls", make_ole(xls_stream({"L": cells}, head))))
    assert kisi.baris == (("abc",), (long,), ("zz",), ("y",))


def test_xls_of_the_nineties(tmp_path: Path) -> None:
    """The older stream, whose texts have one byte a letter."""
    head = biff(0x809, struct.pack("<2H4x", 0x500, 5))
    form = biff(0x41E, struct.pack("<HB", 164, 4) + b"0.0%")
    name = b"Lama"
    place = len(head) + len(form) + 2 * 24 + 12 + len(name) - 1 + 4
    head += form + b"".join(biff(0xE0, struct.pack("<2H16x", 0, number)) for number in (0, 164))
    head += biff(0x85, struct.pack("<LHB", place, 0, len(name)) + name) + biff(0x0A)
    sheet = biff(0x809, struct.pack("<2H4x", 0x500, 16)) + number(0, 0, 1, 0.5) + biff(0x0A)
    kisi = only(put(tmp_path / "a.xls", make_ole(head + sheet, "Book")))
    assert (kisi.nama, kisi.baris) == ("Lama", (("50%",),))


def test_xlsb(tmp_path: Path) -> None:
    """Numbers, percentages, texts, and errors, of which one of a formula is no cell for calamine."""
    cells = brt(0, struct.pack("<L", 1) + bytes(20)) + brt(1, struct.pack("<2L", 0, 1))
    for column, style in ((1, 0), (2, 1), (3, 2)):
        cells += brt(5, struct.pack("<2Ld", column, style, 0.8))
    cells += brt(6, struct.pack("<2L", 4, 0) + wide("teks" * 40)) + brt(7, struct.pack("<3L", 5, 0, 0))
    cells += (
        brt(3, struct.pack("<2LB", 6, 0, 0x17))
        + brt(0, struct.pack("<L", 3))
        + brt(11, struct.pack("<2LB", 2, 0, 0x2A))
    )
    after = brt(177, struct.pack("<L", 1)) + brt(176, struct.pack("<4L", 1, 2, 0, 1))
    kisi = only(put(tmp_path / "a.xlsb", make_xlsb(cells, after=after, strings=["sekali"])))
    assert kisi.baris == ((), ("", "0,8", "80%", "80%", "teks" * 40, "sekali", "#REF!"), (), ("", "", "#N/A"))
    assert kisi.gabungan == (Gabungan(2, 1, 3, 2),)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_keeps_fifteen_digits(nilai: float) -> None:
    """What is printed is the number, to the digits that a spreadsheet keeps."""
    from sakip.dokumen._buka.lembar_kerja import print_angka, print_persen  # noqa: PLC0415  # an extra's part

    assert Decimal(print_angka(nilai).replace(",", ".")) == Decimal(f"{nilai:.15g}")
    assert Decimal(print_persen(nilai).rstrip("%").replace(",", ".")) == Decimal(f"{nilai:.15g}") * 100


@given(st.lists(st.lists(st.sampled_from([0, 1, 2, 3, 4]), max_size=4), max_size=4))
def test_the_map_of_contents_is_a_mapping(rows: list[list[int]]) -> None:
    """As long as what it lists, and it finds what it lists and nothing else."""
    peta = PetaIsi(tuple(map(bytes, rows)))
    assert len(peta) == len(list(peta)) == len(dict(peta))
    assert {
        tempat for tempat in ((b, k) for b in range(-1, 7) for k in range(-1, 7)) if tempat in peta
    } == set(peta)


@pytest.mark.parametrize(("modul", "akhiran"), [("python_calamine", ".xlsx"), ("python_calamine", ".ods")])
def test_without_the_extra_the_error_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, modul: str, akhiran: str
) -> None:
    """Reading needs python-calamine, writing XlsxWriter."""
    monkeypatch.setitem(sys.modules, modul, None)
    with pytest.raises(EkstraError, match=r"sakip\[excel\]"):
        open_kisi(put(tmp_path / f"a{akhiran}", b""))
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(EkstraError, match=r"sakip\[excel\]"):
        write_struktur(PohonKinerja("Dinas"), tmp_path / "b.xlsx")


# --- texts --------------------------------------------------------------------


@pytest.mark.parametrize("sandi", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("akhiran", [".csv", ".txt", ".tsv"])
def test_texts_in_every_encoding(tmp_path: Path, sandi: str, akhiran: str) -> None:
    """With tabs, as they are pasted."""
    path = put(tmp_path / f"a{akhiran}", "No\tSasaran – baik\r\n1\tTertangani\r\n", sandi)
    assert only(path).baris == (("No", "Sasaran – baik"), ("1", "Tertangani"))


@pytest.mark.parametrize("urutan", ["utf-16-le", "utf-16-be"])
def test_the_unicode_text_of_excel_quotes_its_cells(tmp_path: Path, urutan: str) -> None:
    """In either order of bytes, with its mark; a cell may hold a break of line."""
    path = put(tmp_path / "a.txt", '\ufeffNo\tSasaran\r\n1\t"Baik, ""sekali""\nlagi"\r\n', urutan)
    assert only(path).baris == (("No", "Sasaran"), ("1", 'Baik, "sekali"\nlagi'))


def test_pasted_lines_quote_nothing_and_one_without_a_tab_is_one_cell(tmp_path: Path) -> None:
    """A quotation mark at the begin of a cell swallows no rows."""
    path = put(
        tmp_path / "a.txt", 'PERJANJIAN KINERJA, TAHUN 2025\nNo\tSasaran\n1\t"Baik\n2\tTertib", aman\n'
    )
    assert only(path).baris == (
        ("PERJANJIAN KINERJA, TAHUN 2025",),
        ("No", "Sasaran"),
        ("1", '"Baik'),
        ("2", 'Tertib", aman'),
    )


def test_a_text_that_is_no_csv_is_one_of_lines(tmp_path: Path) -> None:
    """As OCR leaves it; a CSV under its own name is refused where its quotes break."""
    text = 'Kepala, Bidang\n1. "Sosial, dan\n"x" lain\n'
    assert only(put(tmp_path / "a.txt", text)).baris == (
        ("Kepala, Bidang",),
        ('1. "Sosial, dan',),
        ('"x" lain',),
    )
    assert only(put(tmp_path / "b.txt", "No;Isi\n1;a\n")).baris == (("No", "Isi"), ("1", "a"))
    with pytest.raises(BerkasError, match="no table"):
        open_kisi(put(tmp_path / "a.csv", text))


@pytest.mark.parametrize("tanda", [",", ";", "\t", "|"])
def test_the_separator_is_the_regular_one(tanda: str) -> None:
    """Whatever stands in the texts, quoted or not, and above the table."""
    lines = ["Laporan, tahun 2025; sementara", "# catatan; a; b; c", f"No{tanda}Sasaran"]
    lines += [f'{n}{tanda}"Baik; aman, tertib | rapi{" dan lagi," * n}"' for n in range(4)]
    assert find_pemisah("\n".join(lines)) == tanda


def test_a_lone_quotation_mark_doesn_t_hide_the_separator() -> None:
    """It quotes nothing."""
    assert find_pemisah('No;Sasaran\n1;"Baik, aman, tertib\n2;Rapi, bersih\n') == ";"


def test_markdown(tmp_path: Path) -> None:
    """A table between bars, as forms are written; marks and breaks of lines are taken back."""
    text = "**Perjanjian Kinerja**  \n\n| No | Sasaran |\n| --- | :---: |\n| 1 | Mutu\\|layanan<br>5 &lt; 6 |\n|2|Baik\n"
    kisi = only(put(tmp_path / "a.md", text))
    assert kisi.baris == (
        ("Perjanjian Kinerja",), (), ("No", "Sasaran"), (), ("1", "Mutu|layanan\n5 < 6"), ("2", "Baik"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("batas", "sebab"),
    [
        (BatasBaca(baris=1), "more than 1 rows"), (BatasBaca(kolom=1), "row 1 has more than 1 columns"),
        (BatasBaca(sel=3), "more than 3 filled cells"), (BatasBaca(ukuran_berkas=5), "larger than the 5 bytes"),
        (BatasBaca(panjang_sel=5), "cell B2 has more than 5 characters"),
    ],
)  # fmt: skip
def test_the_limits_of_texts(tmp_path: Path, batas: BatasBaca, sebab: str) -> None:
    """Each is named."""
    path = put(tmp_path / "a.txt", "No\tIsi\n1\tPanjang\n")
    with pytest.raises(BerkasError, match=sebab):
        open_kisi(path, batas)


# --- struktur and realisasi in workbooks --------------------------------------


def again(pohon: PohonKinerja, path: Path) -> PohonKinerja:
    write_struktur(pohon, path)
    hasil = read_struktur(path)
    assert not hasil.sisa
    return hasil.dokumen


@pytest.mark.parametrize("akhiran", [".xlsx", ".csv"])
def test_the_example_comes_back_from_a_workbook(tmp_path: Path, akhiran: str) -> None:
    """The whole tree of the example with its findings, from XLSX as from CSV."""
    hasil = read_struktur(CONTOH / "struktur.csv")
    path = tmp_path / f"dinas{akhiran}"
    write_struktur(hasil, path)
    second = read_struktur(path)
    assert second.dokumen == hasil.dokumen
    assert [(item.kode, item.tempat.baris, item.tempat.kolom) for item in second.temuan] == [
        (item.kode, item.tempat.baris, item.tempat.kolom) for item in hasil.temuan
    ]
    assert {item.tempat.lembar for item in second.temuan} == {"Struktur" if akhiran == ".xlsx" else ""}


@given(struktur.pohon())
@SEDIKIT
def test_any_tree_comes_back_from_a_workbook(
    tmp_path_factory: pytest.TempPathFactory, pohon: PohonKinerja
) -> None:
    """What CSV gives back, XLSX gives back: every cell."""
    folder = tmp_path_factory.mktemp("t")
    write_struktur(pohon, folder / "dinas.csv")
    hasil = read_struktur(folder / "dinas.csv")
    write_struktur(hasil, folder / "dinas.xlsx")
    second = read_struktur(folder / "dinas.xlsx")
    assert second.dokumen == hasil.dokumen
    assert [row.sel for row in second.sisa] == [row.sel for row in hasil.sisa]
    assert second.keterangan == hasil.keterangan


@pytest.mark.parametrize(
    "uang", ["306.749.630", "0", "-1.000", "12", "Rp 5.000", "5000", "1.000,00", "999.999.999.999.999", "9.999.999.999.999.999"]
)  # fmt: skip
def test_amounts_are_numbers_and_read_as_printed(tmp_path: Path, uang: str) -> None:
    """In the file a number where that loses nothing, else the text."""
    pohon = PohonKinerja("Dinas")
    pohon.add(Program("P", nama="Program", pagu={"2025": uang}))
    path = tmp_path / "dinas.xlsx"
    simpul = again(pohon, path)["P"]
    assert isinstance(simpul, Komponen)
    assert simpul.pagu[0].teks == uang
    sheet: Any = openpyxl.load_workbook(path).active
    column = next(cell.column for cell in sheet[1] if cell.value == "pagu_2025")
    value = sheet.cell(3, column).value
    whole = uang not in {"Rp 5.000", "5000", "1.000,00", "9.999.999.999.999.999"}
    assert isinstance(value, int) is whole
    assert sheet.cell(1, column).font.bold
    assert sheet.freeze_panes == "A2"


def test_amounts_of_others_workbooks_read_as_printed(tmp_path: Path) -> None:
    """A number has dots between its thousands; one with decimals is no whole rupiah, and is said to be none."""
    rows = ((1, 1, "level", ""), (1, 2, "nama", ""), (1, 3, "pagu 2025", ""))
    path = save(tmp_path / "a.xlsx", *rows, (2, 1, "program", ""), (2, 2, "A", ""), (2, 3, 306749630, "#,##0"),
                (3, 1, "program", ""), (3, 2, "B", ""), (3, 3, 12.5, ""))  # fmt: skip
    hasil = read_struktur(path)
    money = [simpul.pagu[0] for simpul in hasil.dokumen if isinstance(simpul, Komponen)]
    assert [(item.jumlah, item.teks) for item in money] == [(306749630, "306.749.630"), (None, "12,5")]
    assert [item.kode for item in hasil.temuan] == ["SKP103"]


def test_the_first_sheet_with_the_columns_counts_and_others_are_named(tmp_path: Path) -> None:
    """Errors of the spreadsheet are named with their place; the tables of other sheets are not lost unsaid."""

    def fill(book: Any, sheet: Any) -> None:
        sheet.write_row("A1", ["Petunjuk", "Isi"])
        table = book.add_worksheet("Struktur")
        table.write("A1", "# catatan")
        table.write_row("A2", ["level", "uraian", "indikator", "target 2025"])
        table.write_row("A3", ["outcome", "Hasil", "Persen"])
        table.write("D3", 0.935, book.add_format({"num_format": "0.0%"}))
        table.write_row("A4", ["csf"])
        table.write_formula("B4", "=#REF!", None, "#REF!")
        table.write_formula("F4", "=#REF!", None, "#REF!")
        book.add_worksheet("Lain").write_row("A1", ["level", "uraian"])
        book.add_worksheet("Kosong")

    path = save(tmp_path / "a.xlsx", fill=fill)
    hasil = read_struktur(path)
    assert hasil.keterangan == ("catatan",)
    outcome, csf = hasil.dokumen
    assert (outcome.uraian, str(outcome.indikator[0].target[0].nilai), csf.uraian) == (
        "Hasil",
        "93,5%",
        "#REF!",
    )
    named = [(item.kode, item.tempat.lembar, item.tempat.baris, item.tempat.kolom) for item in hasil.temuan]
    assert named == [
        ("SKP116", "Lampiran", None, ""), ("SKP116", "Lain", None, ""), ("SKP110", "Struktur", 4, "uraian"), ("SKP108", "Struktur", 4, ""),
    ]  # fmt: skip
    assert '"Lampiran" tidak dibaca' in hasil.temuan[0].pesan


def test_a_workbook_without_the_columns_is_refused_with_what_was_found(tmp_path: Path) -> None:
    """The first header that there is."""
    with pytest.raises(TabelError, match="found 'Nama', 'Alamat'"):
        read_struktur(save(tmp_path / "a.xlsx", (2, 1, "Nama", ""), (2, 2, "Alamat", "")))


def test_realisasi_from_a_workbook(tmp_path: Path) -> None:
    """Percentages, days where numbers should be, errors, numbers as text."""
    header = [
        (1, place, name, "") for place, name in enumerate(("id_indikator", "periode", "realisasi"), start=1)
    ]
    cells: list[Sel] = []
    for row, (value, form) in enumerate(
        [(0.885, "0.0%"), (dt.date(2025, 9, 1), "dd/mm/yyyy"), ("88,5", ""), (88.5, "")], start=2
    ):
        cells += [(row, 1, f"IK{row}", ""), (row, 2, 2025, ""), (row, 3, value, form)]
    hasil = read_realisasi(save(tmp_path / "a.xlsx", *header, *cells))
    assert [str(item.nilai) for item in hasil.dokumen] == ["88,5%", "2025-09-01", "88,5", "88,5"]
    assert [str(item.periode) for item in hasil.dokumen] == ["2025"] * 4
    assert [(item.kode, item.tempat.baris) for item in hasil.temuan if item.kode != "SKP106"] in (
        [],
        [("SKP104", 3)],
    )


def test_what_has_no_room_in_a_workbook_is_refused(tmp_path: Path) -> None:
    """A cell of 32,768 characters, or with half a letter: the cell is named, and what was there stays."""
    path = put(tmp_path / "dinas.xlsx", b"lama")
    for text, sebab in (("x" * 32_768, "32,768 characters"), ("a\ufffe", r"U\+FFFE")):
        pohon = PohonKinerja("Dinas")
        pohon.add(Program("P", nama=text))
        with pytest.raises(BerkasError, match=f"cell D3 .*{sebab}"):
            write_struktur(pohon, path)
    assert path.read_bytes() == b"lama"


def test_a_table_that_is_larger_than_a_sheet_is_refused(tmp_path: Path) -> None:
    """Rows and columns beyond what the format has room for."""
    from sakip.dokumen._struktur.xlsx import write_tabel_xlsx  # noqa: PLC0415  # an extra's part

    with pytest.raises(BerkasError, match="16,384 columns"):
        write_tabel_xlsx(tmp_path / "a.xlsx", (), ["a"] * 16_385, ())
    with pytest.raises(BerkasError, match="1,048,576 rows"):
        write_tabel_xlsx(tmp_path / "a.xlsx", (), ["a"], ([""] for _ in range(1_048_576)))
    assert not list(tmp_path.iterdir())
