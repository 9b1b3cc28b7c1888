"""Colours of cells: what they mean isn't read, and a finding says so."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import COLOR_INDEX, Color

from buku_mentah import biff, brt, make_ods, make_ole, make_xlsb, make_xlsx, make_zip, xls_stream, xlsx_parts
from pengolah import Pengolah
from sakip import read_dokumen, write_dokumen
from sakip.dokumen import (
    BENTUK,
    make_intake,
    read_realisasi,
    read_realisasi_anggaran,
    read_struktur,
    write_struktur,
    write_template,
)
from sakip.dokumen._buka.berkas import open_kisi
from sakip.dokumen._buka.warna import PALET

EXAMPLES = Path(__file__).parents[1] / "examples"
CONTOH = (
    "dinsos-kotawaringin-timur-2025/penjenjangan",
    "iki-dinsos-kutai-kartanegara-2023/iki",
    "iki-disdukcapil-badung-2021-2026/iki",
    "rencana-aksi-kemenag-2024/rencana-aksi",
    "rencana-aksi-kesbangpol-maluku-2023/rencana-aksi",
)
MERAH, KUNING, HIJAU = "FFFF0000", "FFFFFF00", "FF00B050"
BAIK, SEDANG, BURUK = "FFC6EFCE", "FFFFEB9C", "FFFFC7CE"
"""The fills of Excel's own styles Good, Neutral and Bad."""
PK = [
    ["PERJANJIAN KINERJA TAHUN 2025"],
    ["No", "Sasaran", "Indikator Kinerja", "Target"],
    ["1", "Meningkatnya penanganan PPKS", "Persentase PPKS yang tertangani", "93,59 %"],
    ["2", "Meningkatnya layanan", "Indeks layanan", "80"],
    ["3", "Meningkatnya akuntabilitas", "Nilai AKIP", "70"],
]
STRUKTUR = [["level", "id", "uraian"], ["tujuan", "T1", "Sejahtera"], ["sasaran", "S1", "Tertangani"]]
REALISASI = [["indikator", "periode", "nilai"], ["IK1", "TW1 2025", "5"], ["IK1", "TW2 2025", "7"]]
ANGGARAN = [["id_simpul", "periode", "realisasi_anggaran"], ["P1", "2025", "5000"], ["P2", "2025", "7000"]]


def save(path: Path, rows: list[list[str]], *fills: str | Color | None, kind: str = "solid") -> Path:
    """A workbook whose rows, from the header down, stand on these colours."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "Lampiran"
    for row in rows:
        sheet.append(row)
    first = next(number for number, row in enumerate(rows, start=1) if len(row) > 1)
    for number, fill in enumerate(fills, start=first):
        for cell in sheet[number]:
            if fill is not None:
                cell.fill = PatternFill(kind, fgColor=fill)
    book.save(path)
    return path


def warna(hasil: Any) -> list[tuple[str, object]]:
    """The sheets whose colours a reading reports, with how many."""
    return [
        (item.tempat.lembar, dict(item.parameter)["banyak"]) for item in hasil.temuan if item.kode == "SKP149"
    ]


@pytest.mark.parametrize("akhiran", [".xlsx", ".xlsm"])
@pytest.mark.parametrize("lampu", [(MERAH, KUNING, HIJAU), (BURUK, SEDANG, BAIK)])
def test_a_traffic_light_is_reported_once(tmp_path: Path, akhiran: str, lampu: tuple[str, ...]) -> None:
    """With the sheet, how many colours it has, and what to do."""
    hasil = read_dokumen(save(tmp_path / f"pk{akhiran}", PK, None, *lampu))
    assert warna(hasil) == [("Lampiran", 3)]
    temuan = next(item for item in hasil.temuan if item.kode == "SKP149")
    assert temuan.pesan.startswith('Lembar "Lampiran" memakai 3 warna sel;')
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh


@pytest.mark.parametrize(
    "fills",
    [
        (),
        ("FFE8EEF4", KUNING),  # the header of sakip's own files, and one colour
        ("FFD9D9D9", "FFFFFFFF", "FF000000", MERAH),
        (MERAH, MERAH, "00FF0000"),  # the same, whatever its opacity
        (Color(theme=0), Color(theme=1), Color(theme=4), Color(theme=4, tint=0.6)),
        (Color(indexed=22), Color(indexed=10), Color(indexed=64)),
    ],
)
def test_headers_greys_and_one_colour_are_not(tmp_path: Path, fills: tuple[str | Color, ...]) -> None:
    assert warna(read_dokumen(save(tmp_path / "pk.xlsx", PK, *fills))) == []


@pytest.mark.parametrize(
    ("fills", "banyak"),
    [
        ((Color(theme=4), Color(theme=9)), 2),  # accents 1 and 6 of the theme
        ((Color(theme=5), Color(theme=8), Color(theme=2)), 2),  # and its ivory, which is as good as grey
        ((Color(indexed=10), Color(indexed=13), Color(indexed=17)), 3),
    ],
)
def test_colours_of_a_theme_and_of_the_palette_are_known(
    tmp_path: Path, fills: tuple[Color, ...], banyak: int
) -> None:
    assert warna(read_dokumen(save(tmp_path / "pk.xlsx", PK, *fills))) == [("Lampiran", banyak)]


@pytest.mark.libreoffice
@pytest.mark.parametrize("akhiran", [".xls", ".ods"])
@pytest.mark.parametrize(
    ("fills", "banyak"),
    [
        ((None, MERAH, KUNING, HIJAU), 3),
        ((None, BURUK, SEDANG, BAIK), 3),
        ((None, Color(theme=4), Color(theme=9), Color(indexed=10)), 3),
        (("FFD9D9D9", "FFFFFFFF", "FF000000", MERAH), 0),
    ],
)
def test_other_formats_are_looked_at_too(
    tmp_path: Path, akhiran: str, fills: tuple[Any, ...], banyak: int, libreoffice: Pengolah
) -> None:
    """As LibreOffice saves them."""
    asal = save(tmp_path / "pk.xlsx", PK, *fills)
    libreoffice.edit(asal, tmp_path / f"pk{akhiran}")
    hasil = read_dokumen(tmp_path / f"pk{akhiran}")
    assert warna(hasil) == ([("Lampiran", banyak)] if banyak else [])
    assert len(hasil.dokumen.sasaran) == 3


def test_the_palette_is_that_of_the_format() -> None:
    """ECMA-376-1, 18.8.27, as openpyxl knows it."""
    assert [f"00{item}" for item in PALET] == list(COLOR_INDEX[:64])


def test_patterns_and_blank_cells_are_not_counted(tmp_path: Path) -> None:
    """Hatching marks nothing by its colour; a fill without a text marks no text."""
    assert warna(read_dokumen(save(tmp_path / "a.xlsx", PK, MERAH, KUNING, kind="darkGrid"))) == []
    blank = save(tmp_path / "b.xlsx", [*PK, ["", "", "", ""]], MERAH)
    book = openpyxl.load_workbook(blank)
    for column in range(1, 5):
        book.worksheets[0].cell(20, column).fill = PatternFill("solid", fgColor=KUNING)
    book.save(blank)
    assert warna(read_dokumen(blank)) == []


@pytest.mark.parametrize(
    ("read", "rows"),
    [
        (read_struktur, STRUKTUR),
        (read_realisasi, REALISASI),
        (read_realisasi_anggaran, ANGGARAN),
        (read_dokumen, STRUKTUR),
        (read_dokumen, REALISASI),
    ],
)
def test_flat_tables_report_it_too(tmp_path: Path, read: Any, rows: list[list[str]]) -> None:
    path = save(tmp_path / "a.xlsx", rows, None, MERAH, HIJAU)
    assert warna(read(path)) == [("Lampiran", 2)]


def test_every_sheet_is_reported_by_itself(tmp_path: Path) -> None:
    path = save(tmp_path / "pk.xlsx", PK, None, MERAH, KUNING)
    book = openpyxl.load_workbook(path)
    book.copy_worksheet(book.worksheets[0]).title = "Lagi"
    book.create_sheet("Polos")["A1"] = "x"
    book.save(path)
    assert warna(read_dokumen(path)) == [("Lampiran", 2), ("Lagi", 2)]


# --- sakip's own files ----------------------------------------------------------


@pytest.mark.parametrize("bentuk", [nama for nama in BENTUK if nama != "ekspor_sipd"])
def test_no_template_of_sakip_is_reported(tmp_path: Path, bentuk: str) -> None:
    write_template(bentuk, tmp_path / "a.xlsx")
    assert [kisi.warna for kisi in open_kisi(tmp_path / "a.xlsx") if kisi.warna > 1] == []


@pytest.mark.parametrize("nama", CONTOH)
def test_no_form_that_sakip_writes_is_reported(tmp_path: Path, nama: str) -> None:
    write_dokumen(read_dokumen(EXAMPLES / f"{nama}.csv").dokumen, tmp_path / "a.xlsx")
    assert [kisi.warna for kisi in open_kisi(tmp_path / "a.xlsx") if kisi.warna > 1] == []


def test_no_table_of_sakip_is_reported(tmp_path: Path) -> None:
    pohon = read_struktur(EXAMPLES / "dinsos-kotawaringin-timur-2025" / "struktur.csv").dokumen
    write_struktur(pohon, tmp_path / "a.xlsx")
    write_dokumen(make_intake(pohon, "2025"), tmp_path / "b.xlsx")
    for name in ("a.xlsx", "b.xlsx"):
        assert [kisi.warna for kisi in open_kisi(tmp_path / name) if kisi.warna > 1] == []


# --- styles by the byte ---------------------------------------------------------

SEL = '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>2</v></c><c r="C1" s="9"><v>3</v></c></row>'
XFS = '<cellXfs><xf/><xf fillId="1"/><xf fillId="2"/></cellXfs>'


def fill(colour: str) -> str:
    return f'<fill><patternFill patternType="solid"><fgColor {colour}/></patternFill></fill>'


def two(*colours: str, before: str = "", after: str = "", rows: str = SEL) -> bytes:
    """A workbook of two cells, each with its own fill."""
    fills = "".join(map(fill, colours))
    styles = f"{before}<fills><fill/>{fills}</fills>{XFS}{after}"
    return make_xlsx(rows, styles=styles)


def count(tmp_path: Path, data: bytes, akhiran: str = ".xlsx") -> int:
    path = tmp_path / f"a{akhiran}"
    path.write_bytes(data)
    (kisi,) = open_kisi(path)
    return kisi.warna


@pytest.mark.parametrize(
    "colours",
    [
        ('rgb="merah"', 'rgb="FF00FF00"'),
        ('rgb=""', 'rgb="FFF"'),
        ('indexed="-1"', 'indexed="10"'),
        ('indexed="99999999999999999999"', 'indexed="640"'),
        ('theme="4"', 'theme="9"'),  # there is no theme
        ('auto="1"', ""),
        ('rgb="FFFF0000"',),  # the second style has no fill
    ],
)
def test_colours_that_are_none_are_not_counted(tmp_path: Path, colours: tuple[str, ...]) -> None:
    assert count(tmp_path, two(*colours)) == 0


def test_a_stray_colour_and_the_styles_of_conditions_are_not_counted(tmp_path: Path) -> None:
    """A colour before any fill, and fills that stand elsewhere."""
    stray = '<fills><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill></fills>'
    blue = fill('rgb="FF0000FF"')
    dxfs = f"<dxfs><dxf>{blue}</dxf></dxfs>"
    assert count(tmp_path, two('rgb="FFFF0000"', before=stray, after=dxfs)) == 0


def test_a_palette_of_the_workbook_s_own_counts(tmp_path: Path) -> None:
    colours = ("FF0000", "808080", "00FF00")
    items = "".join(f'<rgbColor rgb="00{item}"/>' for item in colours)
    after = f"<colors><indexedColors>{items}</indexedColors></colors>"
    assert count(tmp_path, two('indexed="0"', 'indexed="2"', after=after)) == 2
    assert count(tmp_path, two('indexed="0"', 'indexed="1"', after=after)) == 0


def test_cells_that_are_written_otherwise_count_too(tmp_path: Path) -> None:
    """A sheet that is read element by element gives the same; its blank cells count as little."""
    rows = SEL.replace('<c r="A1" s="1">', '<c s="1" r="A1">')
    assert count(tmp_path, two('rgb="FFFF0000"', 'rgb="FF00FF00"')) == 2
    assert count(tmp_path, two('rgb="FFFF0000"', 'rgb="FF00FF00"', rows=rows)) == 2
    blank = rows.replace("<v>2</v>", "")
    assert count(tmp_path, two('rgb="FFFF0000"', 'rgb="FF00FF00"', rows=blank)) == 1


@pytest.mark.parametrize(
    ("tema", "banyak"),
    [
        ("<accent1><srgbClr val='4472C4'/></accent1><accent6><srgbClr val='70AD47'/></accent6>", 2),
        ("<accent1><sysClr val='window' lastClr='4472C4'/></accent1><accent6><srgbClr/></accent6>", 0),
        ("<srgbClr val='4472C4'/>", 0),
        ("<accent1>", 0),  # damaged
        ("<!DOCTYPE a>", 0),
    ],
)
def test_a_theme_never_keeps_a_file_from_being_read(tmp_path: Path, tema: str, banyak: int) -> None:
    fills = fill('theme="4"') + fill('theme="9"')
    parts = xlsx_parts(SEL, styles=f"<fills><fill/>{fills}</fills>{XFS}")
    parts["xl/theme/theme1.xml"] = f"<theme>{tema}</theme>"
    assert count(tmp_path, make_zip(parts)) == banyak


# --- XLS, XLSB and ODS by the byte ------------------------------------------------


def xf(warna: int, pola: int = 1, *, lama: bool = False) -> bytes:
    """A style of an XLS workbook that fills cells; in the ways of Excel 97 and of Excel 95."""
    if lama:
        return biff(0xE0, struct.pack("<2H4xL4x", 0, 0, pola << 16 | warna))
    return biff(0xE0, struct.pack("<2H10xLH", 0, 0, pola << 26, warna))


def xls(tmp_path: Path, head: bytes, *, lama: bool = False, bersama: bool = False) -> int:
    """How many colours three numbers have, which stand on the first three styles of an XLS workbook."""
    cells = biff(0x200, struct.pack("<2L3H", 0, 1, 0, 3, 0))
    if bersama:
        cells += biff(
            0xBD,
            struct.pack("<2H", 0, 0)
            + struct.pack("<HL", 0, 6)
            + struct.pack("<HL", 1, 6)
            + struct.pack("<HLH", 2, 6, 2),
        )
    else:
        cells += b"".join(biff(0x203, struct.pack("<3Hd", 0, place, place, 5.0)) for place in range(3))
    stream = xls_stream({"L": cells}, head)
    return count(tmp_path, make_ole(stream.replace(b"\0\6\5\0", b"\0\5\5\0") if lama else stream), ".xls")


@pytest.mark.parametrize("bersama", [False, True])
@pytest.mark.parametrize(
    ("head", "banyak"),
    [
        (xf(10) + xf(13) + xf(17), 3),
        (xf(10) + xf(2) + xf(17), 2),  # red stands twice among the first sixteen
        (xf(10) + xf(13, pola=0) + xf(17, pola=2), 1),  # no fill, and hatching
        (xf(10) + xf(22) + xf(64), 1),  # grey, and the colour of the screen
        (xf(10) + biff(0xE0, bytes(6)) + xf(17), 2),  # a style that is cut off
        (
            biff(0x92, struct.pack("<H", 2) + b"\x80\x80\x80\0\0\0\xff\0") + xf(8) + xf(9) + xf(2),
            2,
        ),  # its own palette
    ],
)
def test_fills_of_xls(tmp_path: Path, head: bytes, banyak: int, *, bersama: bool) -> None:
    assert xls(tmp_path, head, bersama=bersama) == banyak


def test_fills_of_excel_95(tmp_path: Path) -> None:
    head = xf(10, lama=True) + xf(13, lama=True) + xf(17, pola=3, lama=True)
    assert xls(tmp_path, head, lama=True) == 2


RGB, TEMA, NOMOR, OTOMATIS = 5, 6, 2, 0
"""How an XLSB workbook says what a colour is given by; only with the first come red, green and blue."""


def isian(cara: int, nomor: int = 0, rgb: str = "000000", pola: int = 1) -> bytes:
    return struct.pack("<L2Bh", pola, cara, nomor, 0) + bytes.fromhex(rgb) + b"\xff" + bytes(56)


@pytest.mark.parametrize(
    ("fills", "banyak"),
    [
        ([isian(RGB, rgb="ff0000"), isian(RGB, rgb="00b050"), isian(RGB, rgb="808080")], 2),
        ([isian(NOMOR, 10), isian(NOMOR, 13), isian(NOMOR, 200)], 2),
        ([isian(TEMA, 4), isian(TEMA, 9), isian(TEMA, 1)], 2),
        ([isian(RGB, rgb="ff0000", pola=2), isian(RGB, rgb="00b050"), isian(OTOMATIS)], 1),
        ([isian(RGB, rgb="ff0000"), isian(RGB, rgb="00b050")[:9], b"\1\0\0\0\5\0"], 1),  # cut off
    ],
)
def test_fills_of_xlsb(tmp_path: Path, fills: list[bytes], banyak: int) -> None:
    cells = brt(0, struct.pack("<L", 0) + bytes(20))
    cells += b"".join(brt(5, struct.pack("<2Ld", place, place + 3, 5.0)) for place in range(3))
    tema = "<t><lt1><srgbClr val='FFFFFF'/></lt1><dk1><srgbClr val='000000'/></dk1><accent1><srgbClr val='4472C4'/></accent1><accent6><srgbClr val='70AD47'/></accent6></t>"
    assert count(tmp_path, make_xlsb(cells, fills=fills, theme=tema), ".xlsb") == banyak


def gaya(nama: str, warna: str = "", induk: str = "", keluarga: str = "table-cell") -> str:
    """A style of an ODS workbook."""
    parent = f' style:parent-style-name="{induk}"' if induk else ""
    fill = (
        f'<style:table-cell-properties fo:background-color="{warna}"/>'
        if warna
        else "<style:table-cell-properties/>"
    )
    return f'<style:style style:name="{nama}" style:family="{keluarga}"{parent}>{fill}</style:style>'


def sel(teks: str, nama: str = "", ulang: int = 1) -> str:
    style = f' table:style-name="{nama}"' if nama else ""
    many = f' table:number-columns-repeated="{ulang}"' if ulang > 1 else ""
    value = f"<text:p>{teks}</text:p>" if teks else ""
    return (
        f'<table:table-cell{style}{many} office:value-type="string">{value}</table:table-cell>'
        if teks
        else f"<table:table-cell{style}{many}/>"
    )


GAYA = (
    gaya("merah", "#ff0000")
    + gaya("hijau", "#00b050")
    + gaya("abu", "#808080")
    + gaya("bening", "transparent")
    + gaya("anak", induk="Baik")
)


@pytest.mark.parametrize(
    ("kolom", "baris", "sel_sel", "banyak"),
    [
        ("", "", sel("a", "merah") + sel("b", "hijau") + sel("c", "abu") + sel("d", "bening"), 2),
        ("", "", sel("a", "merah") + sel("", "hijau"), 1),  # a blank one marks nothing
        ("", "", sel("a", "merah") + sel("b", "anak") + sel("c", "Buruk"), 3),  # from the styles with names
        ("", "", sel("a", "putar") + sel("b", "tiada") + sel("c", "hijau"), 1),
        ("merah hijau", "", sel("a") + sel("b"), 2),
        ("merah hijau", "", sel("a", ulang=2), 2),
        ("merah hijau", "", sel("a"), 1),
        ("merah hijau", "abu", sel("a") + sel("b"), 0),  # the row's comes first
        ("merah hijau", "", sel("a", "abu") + sel("b", "abu"), 0),  # and its own before that
        ("merah", "", sel("a") + sel("b"), 1),  # a column that the table doesn't name
    ],
)  # fmt: skip
def test_fills_of_ods(tmp_path: Path, kolom: str, baris: str, sel_sel: str, banyak: int) -> None:
    columns = "".join(
        f'<table:table-column table:default-cell-style-name="{nama}"/>' for nama in kolom.split()
    )
    row = f' table:default-cell-style-name="{baris}"' if baris else ""
    table = f'<table:table table:name="L">{columns}<table:table-row{row}>{sel_sel}</table:table-row></table:table>'
    named = (
        gaya("Baik", "#c6efce")
        + gaya("Buruk", "#ffc7ce")
        + gaya("putar", induk="putar2")
        + gaya("putar2", induk="putar")
    )
    styles = GAYA + gaya("tiada", "#0000ff", keluarga="graphic")
    assert count(tmp_path, make_ods(table, styles=styles, named=named), ".ods") == banyak


def test_the_columns_of_one_sheet_are_not_those_of_the_next(tmp_path: Path) -> None:
    columns = '<table:table-column table:default-cell-style-name="merah"/><table:table-column table:default-cell-style-name="hijau"/>'
    row = f"<table:table-row>{sel('a')}{sel('b')}</table:table-row>"
    tables = f'<table:table table:name="A">{columns}{row}</table:table><table:table table:name="B">{row}</table:table>'
    (tmp_path / "a.ods").write_bytes(make_ods(tables, styles=GAYA))
    assert [kisi.warna for kisi in open_kisi(tmp_path / "a.ods")] == [2, 0]
