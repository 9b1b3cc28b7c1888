"""What holds for every form that is written: its look, its paper, its words, and that nothing in it is run or leaks."""

from __future__ import annotations

import csv
import itertools
import random
import re
import zipfile
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import attrs
import docx
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.utils import range_boundaries

from pengolah import Pengolah
from sakip import dokumen as modul
from sakip import read_dokumen, write_dokumen
from sakip.bentuk import DaftarIKI, Kepala
from sakip.dokumen import Pejabat, read_lke, write_lke, write_template
from sakip.dokumen._dokumen import FORMULIR, to_naskah
from sakip.dokumen._tulis.berkas import write_naskah
from sakip.dokumen._tulis.naskah import Blok, Naskah, Paragraf, TabelNaskah, TandaTangan
from sakip.errors import BerkasError, SakipError, TidakAdaError
from sakip.lke import LKE_NASIONAL
from sakip.pohon import PohonKinerja
from sakip.serialization import dumps

BENTUK = [tag for tag, item in FORMULIR.items() if item.to_naskah]
DATAR = ("struktur", "realisasi", "realisasi_anggaran")
"""Tables without a head: nobody signs them."""
BERTANDA = [tag for tag in BENTUK if tag not in DATAR]
AKHIRAN = (".xlsx", ".csv", ".md", ".html", ".docx")
PEJABAT = Pejabat(
    jabatan="Kepala Dinas Contoh", nama="NAMA PEJABAT", nip="000000000000000001", pangkat="PANGKAT CONTOH"
)
LAIN = Pejabat(jabatan="pihak kedua", nama="NAMA LAIN", nip="000000000000000002", pangkat="PANGKAT LAIN")
"""Who signs beside; of a form that has no pihak kedua it is just another post."""
RAHASIA = ("NAMA PEJABAT", "000000000000000001", "PANGKAT CONTOH")
RAHASIA_LAIN = ("NAMA LAIN", "000000000000000002", "PANGKAT LAIN")


def tulis(bentuk: str, path: Path, **options: Any) -> Any:
    dokumen = FORMULIR[bentuk].contoh()
    write_dokumen(dokumen, path, **options)
    return dokumen


def tables(bentuk: str) -> list[TabelNaskah]:
    return [item for item in to_naskah(FORMULIR[bentuk].contoh()).blok if isinstance(item, TabelNaskah)]


# --- the look of a workbook ---------------------------------------------------------


@pytest.mark.parametrize("bentuk", BENTUK)
@pytest.mark.parametrize(("kertas", "nomor"), [("A4", 9), ("F4", 14)])
def test_every_sheet_is_set_for_its_paper(tmp_path: Path, bentuk: str, kertas: str, nomor: int) -> None:
    """One page wide, and the header of a table that may go over a page is printed again and stands still."""
    tulis(bentuk, tmp_path / "x.xlsx", kertas=kertas)
    landscape = to_naskah(FORMULIR[bentuk].contoh()).mendatar
    for sheet in openpyxl.load_workbook(tmp_path / "x.xlsx"):
        assert (int(sheet.page_setup.paperSize or 0), sheet.page_setup.fitToHeight) == (nomor, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.orientation in {"landscape" if landscape else "portrait", "portrait"}
        if sheet.freeze_panes:
            assert sheet.print_title_rows.endswith(f":${int(sheet.freeze_panes[1:]) - 1}")
    if bentuk != "perjanjian_kinerja":  # its lampiran has two tables on one page
        assert any(sheet.print_title_rows for sheet in openpyxl.load_workbook(tmp_path / "x.xlsx"))


@pytest.mark.parametrize("bentuk", BENTUK)
def test_headers_in_levels_are_merged_and_cells_have_borders(tmp_path: Path, bentuk: str) -> None:
    tulis(bentuk, tmp_path / "x.xlsx")
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    merged = {
        str(sheet[str(area).split(":", maxsplit=1)[0]].value)
        for sheet in book
        for area in sheet.merged_cells.ranges
    }
    for table in tables(bentuk):
        for cells in table.kepala():
            assert {teks for teks, _, wide, deep in cells if wide > 1 or deep > 1} <= merged
    shaded = [cell for sheet in book for row in sheet for cell in row if cell.fill.fgColor.rgb == "FFE8EEF4"]
    assert len(shaded) >= 3
    assert all(cell.border.top.style == "thin" for cell in shaded)


@pytest.mark.parametrize("bentuk", BENTUK)
def test_numbers_are_printed_the_indonesian_way(tmp_path: Path, bentuk: str) -> None:
    tulis(bentuk, tmp_path / "x.xlsx")
    cells = [
        cell
        for sheet in openpyxl.load_workbook(tmp_path / "x.xlsx")
        for row in sheet
        for cell in row
        if cell.data_type in {"n", "f"} and cell.value is not None
    ]
    assert all(cell.number_format.startswith("[$-421]") for cell in cells)


@pytest.mark.parametrize("bentuk", BENTUK)
def test_ids_are_hidden_and_not_printed(tmp_path: Path, bentuk: str) -> None:
    hidden = sum(lajur.tersembunyi for table in tables(bentuk) for lajur in table.lajur)
    assert bool(hidden) is (bentuk not in DATAR)
    tulis(bentuk, tmp_path / "x.xlsx")
    for sheet in openpyxl.load_workbook(tmp_path / "x.xlsx"):
        last = range_boundaries(sheet.print_area.split("!")[1])[2]
        unseen = [name for name, item in sheet.column_dimensions.items() if item.hidden]
        assert all(openpyxl.utils.column_index_from_string(name) > last for name in unseen)
        ids = [
            cell for row in sheet for cell in row if cell.value == "ID" or str(cell.value).startswith("ID ")
        ]
        assert all(cell.column > last for cell in ids)


@pytest.mark.libreoffice
@pytest.mark.parametrize(
    "bentuk", ["perjanjian_kinerja", "pengukuran_kinerja", "evaluasi_renja", "rekapitulasi_renja"]
)
def test_every_formula_gives_the_library_s_value(tmp_path: Path, libreoffice: Pengolah, bentuk: str) -> None:
    """Sums, serapan, capaian, tingkat: counted anew by LibreOffice."""
    dokumen = tulis(bentuk, tmp_path / "x.xlsx")
    libreoffice.edit(tmp_path / "x.xlsx", tmp_path / "y.xlsx")
    formulas = openpyxl.load_workbook(tmp_path / "x.xlsx")
    own, other = (openpyxl.load_workbook(tmp_path / name, data_only=True) for name in ("x.xlsx", "y.xlsx"))
    found = [
        (sheet.title, cell.coordinate)
        for sheet in formulas
        for row in sheet
        for cell in row
        if cell.data_type == "f"
    ]
    assert found
    for sheet, cell in found:
        assert other[sheet][cell].value == pytest.approx(own[sheet][cell].value, abs=1e-9), (sheet, cell)
    assert read_dokumen(tmp_path / "y.xlsx").dokumen == dokumen


CHOSEN = {
    "iku": {"Satuan", "Polaritas"},
    "pengukuran_kinerja": {"Satuan"},
    "evaluasi_renja": {"Satuan"},
    "rekapitulasi_renja": {"Satuan"},
    "perjanjian_kinerja": {"Satuan"},
    "daftar_jabatan": {"Level Jabatan"},
    "rencana_aksi": {"SATUAN"},
    "penjenjangan": {"Satuan", "Komponen"},
    "struktur": {"level", "satuan", "rumus", "polaritas", "jenjang"},
    "realisasi": {"periode"},
    "realisasi_anggaran": {"periode"},
}


@pytest.mark.parametrize("bentuk", BENTUK)
def test_a_template_offers_the_words_of_its_closed_columns(tmp_path: Path, bentuk: str) -> None:
    write_template(bentuk, tmp_path / "x.xlsx")
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    rules = [(sheet, rule) for sheet in book for rule in sheet.data_validations.dataValidation]
    heads = set()
    for sheet, rule in rules:
        assert rule.type == "list"
        column, top, _, bottom = range_boundaries(str(rule.sqref))
        assert bottom - top >= 15  # the rows to fill in have it too
        above = [sheet.cell(row, column).value for row in range(1, top)]
        heads.add(next(str(value) for value in reversed(above) if value and not str(value).isdigit()))
    assert heads == CHOSEN.get(bentuk, set())


def test_an_lke_offers_its_answers(tmp_path: Path) -> None:
    write_lke(LKE_NASIONAL, tmp_path / "lke.xlsx")
    (rule,) = openpyxl.load_workbook(tmp_path / "lke.xlsx")["LKE"].data_validations.dataValidation
    assert rule.formula1 == '"AA,A,BB,B,CC,C,D,E"'
    assert read_lke(tmp_path / "lke.xlsx") == (LKE_NASIONAL, {})


def test_an_lke_is_headed_for_people(tmp_path: Path) -> None:
    """A workbook has a title and words; a CSV has the columns as they are called."""
    write_lke(LKE_NASIONAL, tmp_path / "lke.xlsx")
    rows = [
        [cell.value for cell in row if cell.value]
        for row in openpyxl.load_workbook(tmp_path / "lke.xlsx")["LKE"]
    ]
    assert rows[0] == ["LEMBAR KERJA EVALUASI"]
    header = next(row for row in rows if "Kriteria" in row)
    assert header[6:9] == ["Kriteria", "Bobot", "Pilihan Jawaban"]
    assert not [cell for cell in header if "_" in cell]
    write_lke(LKE_NASIONAL, tmp_path / "lke.csv")
    assert (tmp_path / "lke.csv").read_text().startswith("id_komponen,")


# --- other files --------------------------------------------------------------------


@pytest.mark.parametrize("bentuk", BENTUK)
def test_csv_for_excel_reads_the_same(tmp_path: Path, bentuk: str) -> None:
    dokumen = tulis(bentuk, tmp_path / "a.csv", bom=True)
    write_dokumen(dokumen, tmp_path / "b.csv")
    assert (tmp_path / "a.csv").read_bytes() == b"\xef\xbb\xbf" + (tmp_path / "b.csv").read_bytes()
    assert read_dokumen(tmp_path / "a.csv", bentuk=bentuk).dokumen == dokumen


class _Words(HTMLParser):
    """The tags and the words of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # the signature of a parser
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("bentuk", BENTUK)
def test_every_word_of_the_table_is_in_html_markdown_and_docx(tmp_path: Path, bentuk: str) -> None:
    tulis(bentuk, tmp_path / "x.html")
    tulis(bentuk, tmp_path / "x.md")
    tulis(bentuk, tmp_path / "x.docx")
    page = _Words()
    page.feed((tmp_path / "x.html").read_text())
    document = docx.Document(str(tmp_path / "x.docx"))
    docx_text = " ".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    plain = re.sub(r"\\(.)", r"\1", (tmp_path / "x.md").read_text())
    for table in tables(bentuk):
        shown = [number for number, lajur in enumerate(table.lajur) if not lajur.tersembunyi]
        for row in table.baris:
            for number in shown:
                word = (
                    str(row.sel[number]).split("\n", maxsplit=1)[0]
                    if isinstance(row.sel[number], str)
                    else ""
                )
                assert word in page.words
                assert word in plain
                assert word in docx_text


# --- who signs ----------------------------------------------------------------------


@pytest.mark.parametrize("bentuk", BERTANDA)
@pytest.mark.parametrize("akhiran", [".xlsx", ".docx", ".html"])
def test_people_are_printed_where_a_form_is_signed(tmp_path: Path, bentuk: str, akhiran: str) -> None:
    """And nowhere else: not in what is read back, not in its tree, not in any file made of it."""
    path = tmp_path / f"x{akhiran}"
    dokumen = tulis(bentuk, path, pejabat=[PEJABAT])
    assert all(word in content(path) for word in RAHASIA)
    if akhiran != ".xlsx":
        return
    hasil = read_dokumen(path)
    assert hasil.dokumen == dokumen
    assert {item.kode for item in hasil.temuan} == {"SKP111"}
    others = [repr(hasil), *(str(item) for item in hasil.temuan)]
    if hasattr(hasil.dokumen, "to_pohon"):
        others.append(dumps(hasil.to_pohon()))
    for other in AKHIRAN:
        write_dokumen(hasil.dokumen, tmp_path / f"lagi{other}")
        others.append(content(tmp_path / f"lagi{other}"))
    assert not [word for text in others for word in RAHASIA if word in text]


@pytest.mark.parametrize("bentuk", BERTANDA)
@pytest.mark.parametrize("akhiran", [".xlsx", ".csv"])
def test_two_who_sign_side_by_side_are_not_read_either(tmp_path: Path, bentuk: str, akhiran: str) -> None:
    path = tmp_path / f"x{akhiran}"
    dokumen = tulis(bentuk, path, pejabat=[PEJABAT, LAIN])
    hasil = read_dokumen(path)
    assert hasil.dokumen == dokumen
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh
    assert {item.kode for item in hasil.temuan} <= {"SKP111"}
    assert not [word for word in (*RAHASIA, *RAHASIA_LAIN) if word in repr(hasil)]
    if akhiran == ".xlsx":
        assert all(word in content(path) for word in (*RAHASIA, *RAHASIA_LAIN))


def content(path: Path) -> str:
    """Every byte of a file, unpacked, as text."""
    if path.suffix not in {".xlsx", ".docx"}:
        return path.read_text()
    with zipfile.ZipFile(path) as box:
        return "\n".join(box.read(name).decode(errors="replace") for name in box.namelist())


@pytest.mark.parametrize("bentuk", DATAR)
def test_nobody_signs_a_table_of_data(tmp_path: Path, bentuk: str) -> None:
    with pytest.raises(TidakAdaError):
        tulis(bentuk, tmp_path / "x.xlsx", pejabat=[PEJABAT])


def test_an_iki_is_signed_on_the_page_of_the_post(tmp_path: Path) -> None:
    """Whoever holds a post signs its page; who holds none of them, the last."""
    first = FORMULIR["iki"].contoh().iki[0]
    posts = [
        attrs.evolve(first, jabatan=attrs.evolve(first.jabatan, id=id, nama=nama))
        for id, nama in (("kepala", "Kepala Dinas"), ("sekretaris", "Sekretaris"))
    ]
    daftar = DaftarIKI(kepala=Kepala(instansi="Dinas Contoh", periode=2025, tempat="Ambon"), iki=posts)
    people = [
        Pejabat(jabatan="kepala dinas", nama="NAMA SATU"),
        Pejabat(jabatan="Bupati Contoh", nama="NAMA DUA"),
    ]
    path = tmp_path / "iki.xlsx"
    write_dokumen(daftar, path, pejabat=people)
    texts = [
        " ".join(str(cell.value) for row in sheet for cell in row if cell.value)
        for sheet in openpyxl.load_workbook(path)
    ]
    assert ["NAMA SATU" in text for text in texts] == [True, False]
    assert ["NAMA DUA" in text for text in texts] == [False, True]
    assert all("Ambon, ……………… 2025" in text for text in texts)
    assert read_dokumen(path).dokumen == daftar


# --- nothing is run -------------------------------------------------------------------

JAHAT = (
    "=1+2",
    "+62 811",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "=cmd|' /C calc'!A1",
    "\uff1d1+1",
    '=HYPERLINK("http://contoh.id")',
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "--><!--",
    "a\x0b=1\x1b",
    "|---|",
    "[x](javascript:alert(1))",
    "![x](http://contoh.id)",
    "\n# judul",
)
"""What a spreadsheet, a browser or a renderer of Markdown would run, follow or take for its own."""


def substitute(naskah: Naskah, teks: Sequence[str], mulai: int = 0) -> Naskah:
    """The same page with these texts, one after the other, in every place that holds one."""
    words = itertools.islice(itertools.cycle(teks), mulai, None)

    def blok(item: Blok) -> Blok:
        if isinstance(item, Paragraf):
            return attrs.evolve(item, teks=next(words))
        if isinstance(item, TandaTangan):
            return attrs.evolve(item, pihak=tuple((next(words), next(words)) for _ in item.pihak))
        rows = [
            attrs.evolve(
                row, sel=tuple(next(words) if isinstance(cell, str) and cell else cell for cell in row.sel)
            )
            for row in item.baris
        ]
        return attrs.evolve(item, baris=rows)

    isi = tuple((nama, tuple(map(blok, page))) for nama, page in naskah.isi)
    return attrs.evolve(naskah, judul=[next(words) for _ in naskah.judul], isi=isi)


@pytest.mark.parametrize("bentuk", BENTUK)
@pytest.mark.parametrize("mulai", range(0, len(JAHAT), 6))
def test_no_text_of_any_form_is_run(tmp_path: Path, bentuk: str, mulai: int) -> None:
    base = to_naskah(FORMULIR[bentuk].contoh())
    naskah, tame = substitute(base, JAHAT, mulai), substitute(base, ["aman"])
    for akhiran in AKHIRAN:
        write_naskah(naskah, tmp_path / f"x{akhiran}")
    for akhiran in (".xlsx", ".html"):
        write_naskah(tame, tmp_path / f"aman{akhiran}")
    with (tmp_path / "x.csv").open(encoding="utf-8", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell[:1] in set("=+@\t\r\n\uff1d")]
    assert count_formulas(tmp_path / "x.xlsx") == count_formulas(tmp_path / "aman.xlsx")
    assert tags(tmp_path / "x.html") - {"br"} == tags(tmp_path / "aman.html") - {"br"}
    markdown = (tmp_path / "x.md").read_text()
    assert not re.search(r"<(?!br>)|(?<!\\)\]\(|^\s*#", markdown, re.MULTILINE)
    with zipfile.ZipFile(tmp_path / "x.docx") as box:
        assert not re.search(rb"instrText|fldSimple|w:hyperlink", box.read("word/document.xml"))
    docx.Document(str(tmp_path / "x.docx"))


def count_formulas(path: Path) -> int:
    """The formulas of a workbook, which has no link."""
    cells = [cell for sheet in openpyxl.load_workbook(path) for row in sheet for cell in row]
    assert not [cell for cell in cells if cell.hyperlink]
    return sum(cell.data_type == "f" for cell in cells)


def tags(path: Path) -> set[str]:
    page = _Words()
    page.feed(path.read_text())
    return page.tags


@pytest.mark.parametrize("bentuk", BENTUK)
@pytest.mark.parametrize("teks", ["a\0b", "\ud800", "\ufffe"])
def test_what_no_workbook_can_hold_is_refused_by_its_place(tmp_path: Path, bentuk: str, teks: str) -> None:
    path = tmp_path / "x.xlsx"
    with pytest.raises(BerkasError, match="holds U\\+"):
        write_naskah(substitute(to_naskah(FORMULIR[bentuk].contoh()), [teks]), path)
    assert not path.exists()


@pytest.mark.parametrize("nama", ["Kepala\x0bDinas", "=1", "'a'", "a/b[1]*?:", "\x1b", "x" * 60])
def test_a_post_of_any_name_makes_a_sheet(tmp_path: Path, nama: str) -> None:
    """Names of sheets are letters of an attribute, where nothing is escaped."""
    first = FORMULIR["iki"].contoh().iki[0]
    iki = attrs.evolve(first, jabatan=attrs.evolve(first.jabatan, nama=nama))
    write_dokumen(DaftarIKI(iki=[iki]), tmp_path / "iki.xlsx")
    (sheet,) = openpyxl.load_workbook(tmp_path / "iki.xlsx").worksheets
    assert 0 < len(sheet.title) <= 31


@pytest.mark.parametrize("bentuk", BENTUK)
def test_an_error_of_a_formula_is_named_in_every_column(tmp_path: Path, bentuk: str) -> None:
    """Texts, units and ids too: no sasaran is called #REF! without a word."""
    tulis(bentuk, tmp_path / "x.xlsx")
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    table = tables(bentuk)[0]
    (sheet, row) = next(
        (sheet, row)
        for sheet in book
        for row in sheet
        if {str(cell.value) for cell in row}
        >= {str(cell) for cell in table.baris[0].sel if isinstance(cell, str) and cell}
    )
    last = [cell for cell in row if isinstance(cell.value, str) and cell.value][-1]
    first = next(cell for cell in row if isinstance(cell.value, str) and cell.value)
    for cell in {first.coordinate, last.coordinate}:
        sheet[cell].value, sheet[cell].data_type = "#REF!", "e"
    book.save(tmp_path / "y.xlsx")
    hasil = read_dokumen(tmp_path / "y.xlsx", bentuk=bentuk)
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh
    told = [item for item in hasil.temuan if item.kode == "SKP110"]
    assert len(told) == len({first.coordinate, last.coordinate})
    assert all(item.tempat.baris == row[0].row for item in told)


# --- anything at all ----------------------------------------------------------------

PEMBACA = {name: getattr(modul, name) for name in modul.__all__ if name.startswith("read_")}
"""Every reader of files."""


@pytest.fixture(scope="module")
def benih(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, bytes]]:
    """A good file of every form, as CSV and as workbook."""
    folder = tmp_path_factory.mktemp("benih")
    for bentuk in BENTUK:
        tulis(bentuk, folder / f"{bentuk}.csv")
        tulis(bentuk, folder / f"{bentuk}.xlsx")
    write_lke(LKE_NASIONAL, folder / "lke.csv")
    write_lke(LKE_NASIONAL, folder / "lke.xlsx")
    (folder / "nomenklatur.csv").write_text(
        "jenis_pemda,kode,nama\nKABKOT,1.06.02,Program Pemberdayaan Sosial\n"
    )
    return [(path.suffix, path.read_bytes()) for path in sorted(folder.iterdir())]


SISIPAN = (
    b",",
    b"\n",
    b'"',
    b"-",
    b"%",
    b"=",
    b"TW I",
    b"2025",
    b"1.06.",
    b"9" * 30,
    b"n/a",
    b"1e999",
    b"#REF!",
)


def mutate(data: bytes, chance: random.Random) -> bytes:
    """A few letters changed, taken out, doubled, or words put in that forms know."""
    text = bytearray(data)
    for _ in range(chance.randrange(1, 12)):
        place = chance.randrange(len(text))
        match chance.randrange(4):
            case 0:
                text[place] = chance.randrange(256)
            case 1:
                del text[place : place + chance.randrange(1, min(40, len(text) - 1))]
            case 2:
                text[place:place] = text[place : place + chance.randrange(1, 99)]
            case _:
                text[place:place] = chance.choice(SISIPAN)
    return bytes(text)


def mutate_sheet(data: bytes, path: Path, chance: random.Random) -> bytes:
    """The same within a sheet of a workbook, whose box stays whole."""
    path.write_bytes(data)
    with zipfile.ZipFile(path) as box:
        parts = {name: box.read(name) for name in box.namelist()}
    name = chance.choice([name for name in parts if "sheet" in name or "shared" in name])
    parts[name] = mutate(parts[name], chance)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as box:
        for part, isi in parts.items():
            box.writestr(part, isi)
    return path.read_bytes()


@given(st.integers(0, 2**32))
@settings(
    max_examples=25,
    deadline=10_000,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_every_reader_reads_or_refuses_what_was_changed(
    tmp_path_factory: pytest.TempPathFactory, benih: list[tuple[str, bytes]], acak: int
) -> None:
    """Each reader, and each form by its name, on a changed file of any form."""
    chance = random.Random(acak)  # noqa: S311  # no secret
    suffix, data = chance.choice(benih)
    path = tmp_path_factory.getbasetemp() / f"ubah-bentuk{suffix}"
    if suffix == ".xlsx":
        mutate_sheet(data, path, chance)
    else:
        path.write_bytes(mutate(data, chance))
    calls: list[tuple[Any, dict[str, Any]]] = [(baca, {}) for baca in PEMBACA.values()]
    calls += [(read_dokumen, {"bentuk": tag}) for tag in FORMULIR]
    for baca, pilihan in calls:
        try:
            hasil = baca(path, **pilihan)
        except SakipError as error:
            assert str(error)  # noqa: PT017  # any of them will do
            assert error.kalimat  # noqa: PT017
        else:
            cakupan = getattr(hasil, "cakupan", None)
            assert cakupan is None or cakupan.utuh


def test_a_tree_from_a_form_names_its_institution_with_its_region(tmp_path: Path) -> None:
    from sakip.model import Instansi  # noqa: PLC0415  # beside what it is about
    from sakip.penjenjangan import derive_iku  # noqa: PLC0415

    pohon = PohonKinerja(
        "Pohon", periode=2025, instansi=Instansi(nama="Dinas Sosial", wilayah="Kabupaten Contoh")
    )
    write_dokumen(derive_iku(pohon, 2025), tmp_path / "iku.md")
    assert "Dinas Sosial Kabupaten Contoh" in (tmp_path / "iku.md").read_text()
