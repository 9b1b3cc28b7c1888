"""Colours of cells: what they mean isn't read, and a finding says so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import COLOR_INDEX, Color

from buku_mentah import make_xlsx, make_zip, xlsx_parts
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
from sakip.dokumen._buka.gaya_xlsx import _PALET

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


def test_the_palette_is_that_of_the_format() -> None:
    """ECMA-376-1, 18.8.27, as openpyxl knows it."""
    assert [f"00{item}" for item in _PALET] == list(COLOR_INDEX[:64])


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


def count(tmp_path: Path, data: bytes) -> int:
    (tmp_path / "a.xlsx").write_bytes(data)
    (kisi,) = open_kisi(tmp_path / "a.xlsx")
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
