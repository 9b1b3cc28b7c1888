"""Forms as files: what a planner prints, signs, edits and sends back."""

from __future__ import annotations

import builtins
import datetime as dt
import re
import subprocess
import sys
import zipfile
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import attrs
import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import range_boundaries

from pengolah import Pengolah
from sakip import read_dokumen, write_dokumen
from sakip.angka import Angka, Isian, read_nilai
from sakip.banding import compare_dokumen
from sakip.bentuk import (
    IKU,
    DaftarIKI,
    DaftarJabatan,
    EvaluasiRenja,
    Kepala,
    PengukuranKinerja,
    Penjenjangan,
    PerjanjianKinerja,
    RencanaAksi,
    RencanaAksiIndividu,
)
from sakip.dokumen import Kertas, Pejabat, write_template
from sakip.dokumen._buka.kisi import Kisi
from sakip.dokumen._dokumen import FORMULIR
from sakip.dokumen._perjanjian_kinerja import to_naskah
from sakip.dokumen._templat import _to_templat
from sakip.dokumen._tulis.berkas import write_naskah
from sakip.dokumen._tulis.naskah import (
    BarisNaskah,
    Lajur,
    Naskah,
    Paragraf,
    Rumus,
    Rupa,
    TabelNaskah,
    TandaTangan,
    to_teks,
)
from sakip.dokumen._tulis.sel_xlsx import to_xlsx
from sakip.dokumen._tulis.susun import (
    body_heights,
    count_lines,
    fit_widths,
    head_heights,
    page_width,
    plan,
    text_width,
)
from sakip.errors import BentukError, BerkasError, EkstraError, ModelError, TidakAdaError
from sakip.model import Indikator, Kegiatan, Program, Sasaran
from sakip.pohon import PohonKinerja

PANJANG = "Meningkatnya kualitas pelayanan publik yang bersih, akuntabel, dan berorientasi hasil"
PEJABAT = (
    Pejabat(jabatan="pihak pertama", nama="NAMA PEJABAT", nip="000", pangkat="PANGKAT CONTOH"),
    Pejabat(jabatan="Bupati Contoh", nama="NAMA BUPATI"),
)


def contoh(banyak: int = 2, *, tw: bool = False) -> PerjanjianKinerja:
    """A Perjanjian Kinerja with three indikator in each sasaran."""

    def targets(place: int) -> dict[str, str]:
        year = {"2025": ("12", "93,59 %", "12,5")[place]}
        return year | ({f"2025-TW{part}": f"{25 * part}" for part in range(1, 5)} if tw else {})

    return PerjanjianKinerja(
        kepala=Kepala(
            instansi="Dinas Sosial Kabupaten Contoh",
            periode=2025,
            tempat="Kota Contoh",
            tanggal=dt.date(2025, 1, 2),
        ),
        pihak_pertama="Kepala Dinas Sosial",
        pihak_kedua="Bupati Contoh",
        sasaran=[
            Sasaran(
                f"S{number}",
                uraian=f"{PANJANG} {number}",
                indikator=[
                    Indikator(
                        id=f"S{number}.{place}",
                        nama=f"{PANJANG} {number}.{place}" if place else f"Jumlah laporan {number}",
                        satuan=("Laporan", "%", "Nilai")[place],
                        target=targets(place),
                    )
                    for place in range(3)
                ],
            )
            for number in range(1, banyak + 1)
        ],
        anggaran=[
            Program("P1", nama="Rehabilitasi Sosial", kode="1.06.04", pagu={2025: 306_749_630}),
            Program(
                "P2", nama="Perlindungan Sosial", kode="1.06.05", pagu={2025: 6_312_818_993}, keterangan="DAU"
            ),
        ],
    )


def buka(path: Path) -> Any:
    return openpyxl.load_workbook(path)


def cells(sheet: Any) -> dict[str, Any]:
    return {
        cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None
    }


def find(sheet: Any, teks: object) -> str:
    """Where a text stands first."""
    return next(place for place, value in cells(sheet).items() if value == teks)


def tulis(naskah: Naskah, path: Path, **options: Any) -> Path:
    write_naskah(naskah, path, **options)
    return path


def page(*blok: Any, judul: tuple[str, ...] = ("JUDUL",), **more: Any) -> Naskah:
    return Naskah(bentuk="contoh", judul=judul, isi=(("Lembar", tuple(blok)),), **more)


# --- the workbook ---------------------------------------------------------------


def test_each_page_is_a_sheet_under_the_same_title(tmp_path: Path) -> None:
    write_dokumen(contoh(), tmp_path / "pk.xlsx")
    buku = buka(tmp_path / "pk.xlsx")
    assert buku.sheetnames == ["Pernyataan", "Lampiran"]
    for sheet in buku:
        assert (sheet["A1"].value, sheet["A1"].font.b, sheet["A1"].alignment.horizontal) == (
            "PERJANJIAN KINERJA TAHUN 2025",
            True,
            "center",
        )
        assert any(str(area).startswith("A1:") for area in sheet.merged_cells.ranges)


def test_the_page_is_set_up_for_the_printer(tmp_path: Path) -> None:
    write_dokumen(contoh(20, tw=True), tmp_path / "pk.xlsx", kertas="F4")
    buku = buka(tmp_path / "pk.xlsx")
    assert buku.sheetnames == ["Pernyataan", "Lampiran", "Lampiran 2"]
    assert [sheet.page_setup.orientation for sheet in buku] == ["portrait", "landscape", "landscape"]
    for sheet in buku:
        setup = sheet.page_setup
        assert (setup.paperSize, setup.fitToWidth, setup.fitToHeight) == (14, None, 0)  # one page wide
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert "Halaman &P dari &N" in sheet.oddFooter.right.text
    satu, dua = buku["Lampiran"], buku["Lampiran 2"]
    assert (satu.print_title_rows, satu.freeze_panes) == ("$4:$5", "A6")
    assert dua.print_title_rows == "$4:$4"
    assert satu.row_dimensions[6].height > 13
    # The ids are neither seen nor printed.
    last = range_boundaries(satu.print_area.split("!")[1])[2]
    hidden = {name for name, column in satu.column_dimensions.items() if column.hidden}
    assert hidden
    assert all(openpyxl.utils.column_index_from_string(name) > last for name in hidden)


def test_a_sasaran_is_never_torn_by_a_page(tmp_path: Path) -> None:
    write_dokumen(contoh(20, tw=True), tmp_path / "pk.xlsx")
    sheet = buka(tmp_path / "pk.xlsx")["Lampiran"]
    breaks = {item.id for item in sheet.row_breaks.brk}
    assert len(breaks) > 1
    spans = [range_boundaries(str(area)) for area in sheet.merged_cells.ranges]
    down = [(top, bottom) for _, top, _, bottom in spans if top > 5 and bottom > top]
    assert len(down) >= 40
    assert not any(top <= row < bottom for row in breaks for top, bottom in down)


def test_a_row_that_no_page_holds_begins_where_it_stands(tmp_path: Path) -> None:
    """Under a header that leaves it no room it goes on over the end of its page; a break before it helps nobody."""
    rows = [BarisNaskah([str(number), "Meningkatnya penanganan " * 120]) for number in range(3)]
    for words, broken in (("Judul", True), ("Judul yang panjang " * 120, False)):
        table = TabelNaskah([Lajur("No", 6), Lajur(words, 30)], rows)
        path = tulis(page(table, judul=(), mendatar=True), tmp_path / "x.xlsx")
        assert bool(buka(path)["Lembar"].row_breaks.brk) is broken


def test_every_cell_of_a_table_has_its_borders(tmp_path: Path) -> None:
    write_dokumen(contoh(), tmp_path / "pk.xlsx")
    sheet = buka(tmp_path / "pk.xlsx")["Lampiran"]
    first, last = find(sheet, "No"), find(sheet, "Jumlah")
    blank = {row for row in range(1, sheet.max_row + 1) if all(cell.value is None for cell in sheet[row])}
    for row in sheet[f"{first}:F{last[1:]}"]:
        for cell in row:
            if cell.row not in blank and cell.coordinate not in sheet.merged_cells:
                assert cell.border.top.style == cell.border.left.style == "thin", cell.coordinate


def test_two_tables_on_a_sheet_are_equally_wide() -> None:
    tables = [item for _, blok in to_naskah(contoh()).isi for item in blok if isinstance(item, TabelNaskah)]
    denah = plan(tables, 90)
    ends = {
        max(last for (_, last), lajur in zip(places, item.lajur, strict=True) if not lajur.tersembunyi)
        for places, item in zip(denah.letak, tables, strict=True)
    }
    assert ends == {denah.akhir}
    assert sum(denah.lebar) >= 90
    assert min(denah.lebar) > 3


@given(st.lists(st.lists(st.integers(4, 60), min_size=1, max_size=8), max_size=3), st.integers(1, 4))
def test_columns_follow_each_other_without_a_gap(lebar: list[list[int]], kolom: int) -> None:
    tables = [TabelNaskah([Lajur("Kata", width) for width in row], ()) for row in lebar]
    denah = plan(tables, 90, kolom)
    assert len(denah.lebar) >= kolom
    assert all(width > 0 for width in denah.lebar)
    for places in denah.letak:
        assert [first for first, _ in places] == [0, *(last + 1 for _, last in places[:-1])]
        assert places[-1][1] == denah.akhir
        assert all(first <= last for first, last in places)


def test_numbers_are_numbers_and_texts_are_texts(tmp_path: Path) -> None:
    write_dokumen(contoh(), tmp_path / "pk.xlsx")
    sheet = buka(tmp_path / "pk.xlsx")["Lampiran"]
    by_value = {cell.value: cell for row in sheet.iter_rows() for cell in row}
    assert by_value[12].number_format == "[$-421]0"
    assert by_value[12.5].number_format == "[$-421]0.0"
    assert by_value["93,59 %"].data_type == "s"
    assert by_value["1.06.04"].data_type == "s"
    assert by_value[306_749_630].number_format == '[$-421]"Rp"#,##0'


@given(
    st.one_of(
        st.sampled_from(
            ["007", "1.234", "12,50", "-0", "+5", "1e3", "12 Orang", "0,00001", "1234567890123456"]
        ),
        st.from_regex(r"-?[0-9]{1,18}(,[0-9]{1,8})?", fullmatch=True),
    )
)
def test_a_printed_value_is_a_number_only_where_nothing_of_it_is_lost(teks: str) -> None:
    cell = to_xlsx(read_nilai(teks), Rupa.TENGAH)
    if isinstance(cell.nilai, str):
        assert cell.nilai == teks
    else:
        assert isinstance(cell.nilai, int | float)
        assert f"{Decimal(f'{cell.nilai:.15g}'):f}".replace(".", ",") == teks  # as calamine's float is read


@pytest.mark.parametrize(
    ("isi", "rupa", "nilai", "format"),
    [
        (None, Rupa.TEKS, None, ""),
        ("", Rupa.TEKS, None, ""),
        (7, Rupa.TENGAH, 7, "[$-421]0"),
        (Decimal("93.59"), Rupa.PERSEN, 93.59, '[$-421]0.00" %"'),
        (Decimal("1234.5"), Rupa.ANGKA, 1234.5, "[$-421]#,##0.0"),
        (Decimal(10), Rupa.ANGKA, 10, "[$-421]#,##0"),
        (0, Rupa.RUPIAH, 0, '[$-421]"Rp"#,##0'),
        (10**15 + 1, Rupa.RUPIAH, "Rp1.000.000.000.000.001", ""),
        (Decimal(1) / 3, Rupa.ANGKA, to_teks(Decimal(1) / 3), ""),
        (Rumus("=1", 10**15 + 1), Rupa.RUPIAH, "Rp1.000.000.000.000.001", ""),
        (Angka(5, "%"), Rupa.TENGAH, "5 %", ""),
    ],
)
def test_what_a_cell_becomes(isi: Isian | Rumus | int | None, rupa: Rupa, nilai: object, format: str) -> None:
    cell = to_xlsx(isi, rupa)
    assert (cell.nilai, cell.format) == (nilai, format)


@pytest.mark.parametrize(
    "teks", ["=1+2", "+62", "-x", "@SUM(A1)", "'=1", "=cmd|' /C calc'!A0", "http://contoh.id", "\t=1"]
)
@pytest.mark.parametrize("akhiran", [".xlsx", ".csv"])
def test_no_text_is_run(tmp_path: Path, teks: str, akhiran: str) -> None:
    pk = PerjanjianKinerja(
        kepala=Kepala(periode=2025),
        sasaran=[Sasaran("S1", uraian=teks, indikator=[Indikator(id="=i", nama=teks)])],
    )
    write_dokumen(pk, tmp_path / f"pk{akhiran}")
    if akhiran == ".xlsx":
        for sheet in buka(tmp_path / "pk.xlsx"):
            assert all(
                cell.data_type != "f" and not cell.hyperlink for row in sheet.iter_rows() for cell in row
            )
    else:
        text = (tmp_path / "pk.csv").read_text()
        assert not [
            cell
            for line in text.splitlines()
            for cell in line.split(",")
            if cell.strip('"')[:1] in {"=", "@", "\t"}
        ]
    assert read_dokumen(tmp_path / f"pk{akhiran}").dokumen.sasaran[0].uraian == teks.strip()


def test_the_sum_is_a_live_formula_with_its_value(tmp_path: Path) -> None:
    write_dokumen(contoh(), tmp_path / "pk.xlsx")
    sheet = buka(tmp_path / "pk.xlsx")["Lampiran"]
    values = openpyxl.load_workbook(tmp_path / "pk.xlsx", data_only=True)["Lampiran"]
    (place,) = [place for place, value in cells(sheet).items() if str(value).startswith("=")]
    first = find(sheet, 306_749_630)
    assert sheet[place].value == f"=SUM({first}:{first[0]}{int(first[1:]) + 1})"
    assert values[place].value == 306_749_630 + 6_312_818_993


def test_a_sum_leaves_out_what_is_part_of_a_part(tmp_path: Path) -> None:
    pk = attrs.evolve(
        contoh(),
        anggaran=[
            Program("P1", nama="A", pagu={2025: 10}),
            Kegiatan("K1", nama="B", pagu={2025: 10}),
            Program("P2", nama="C", pagu={2025: 5}),
        ],
    )
    write_dokumen(pk, tmp_path / "pk.xlsx")
    sheet = buka(tmp_path / "pk.xlsx")["Lampiran"]
    (pola,) = [value for value in cells(sheet).values() if str(value).startswith("=")]
    assert pola.count(",") == 1
    assert read_dokumen(tmp_path / "pk.xlsx").dokumen == pk


def test_more_parts_than_a_formula_takes_are_a_plain_sum(tmp_path: Path) -> None:
    rows = [Program(f"P{number}", nama="A", pagu={2025: 1}) for number in range(300)]
    pk = attrs.evolve(contoh(), anggaran=[*rows, Kegiatan("K", nama="B", pagu={2025: 1})])
    write_dokumen(pk, tmp_path / "pk.xlsx")
    assert read_dokumen(tmp_path / "pk.xlsx").dokumen == pk


def test_a_text_too_long_for_a_cell_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "pk.xlsx"
    path.write_text("yang lama")
    pk = PerjanjianKinerja(sasaran=[Sasaran("S1", uraian="x" * 40_000)])
    with pytest.raises(BerkasError, match="Lampiran, row 1 of the column 'Sasaran' has 40,000 characters"):
        write_dokumen(pk, path)
    assert path.read_text() == "yang lama"
    with pytest.raises(BerkasError, match="a paragraph has 40,000"):
        write_dokumen(PerjanjianKinerja(kepala=Kepala(catatan=["x" * 40_000])), path)


def test_the_same_form_gives_the_same_file(tmp_path: Path) -> None:
    for akhiran in (".xlsx", ".docx", ".html", ".csv", ".md"):
        for name in ("a", "b"):
            write_dokumen(contoh(), tmp_path / f"{name}{akhiran}")
        assert (tmp_path / f"a{akhiran}").read_bytes() == (tmp_path / f"b{akhiran}").read_bytes()
        if akhiran in {".xlsx", ".docx"}:  # no clock in the archive either
            with zipfile.ZipFile(tmp_path / f"a{akhiran}") as archive:
                assert {item.date_time for item in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_names_of_sheets_are_made_fit(tmp_path: Path) -> None:
    naskah = Naskah(bentuk="x", isi=(("A/B" * 20, (Paragraf("a"),)), ("[]", ()), ("a b" * 20, ())))
    names = buka(tulis(naskah, tmp_path / "x.xlsx")).sheetnames
    assert len({name.casefold() for name in names}) == 3
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_numbered_columns_and_a_line_above_the_table(tmp_path: Path) -> None:
    tabel = TabelNaskah([Lajur("A"), Lajur("B")], [BarisNaskah(["x", "y"])], bernomor=True, judul="Tabel 1")
    sheet = buka(tulis(page(tabel, mendatar=False), tmp_path / "x.xlsx"))["Lembar"]
    assert [sheet.cell(row, 1).value for row in (3, 4, 5, 6)] == ["Tabel 1", "A", 1, "x"]
    assert sheet.print_title_rows == "$4:$5"
    for akhiran, word in (
        (".html", "<caption>Tabel 1</caption>"),
        (".md", "**Tabel 1**"),
        (".csv", "Tabel 1"),
    ):
        assert word in tulis(page(tabel), tmp_path / f"x{akhiran}").read_text()
    table = docx.Document(str(tulis(page(tabel), tmp_path / "x.docx"))).tables[0]
    assert [cell.text for cell in table.rows[1].cells] == ["1", "2"]


def test_a_header_far_down_stays_with_its_page(tmp_path: Path) -> None:
    """Many lines above a table would fill the screen if they stood still."""
    blok = [
        *(Paragraf(f"baris {number}", tengah=True) for number in range(12)),
        TabelNaskah([Lajur("A")], []),
    ]
    sheet = buka(tulis(page(*blok), tmp_path / "x.xlsx"))["Lembar"]
    assert sheet.freeze_panes is None
    assert sheet.print_title_rows is not None


def test_a_page_with_nothing_but_its_name(tmp_path: Path) -> None:
    naskah = Naskah(bentuk="x", isi=(("Kosong", ()),))
    for akhiran in (".xlsx", ".docx", ".html", ".csv", ".md"):
        assert tulis(naskah, tmp_path / f"x{akhiran}").is_file()


# --- heights --------------------------------------------------------------------


@given(st.text(min_size=1, max_size=200), st.integers(3, 80), st.integers(3, 80))
def test_a_wider_cell_needs_no_more_lines(teks: str, satu: int, dua: int) -> None:
    assert count_lines(teks, max(satu, dua)) <= count_lines(teks, min(satu, dua))
    assert count_lines(teks, satu) <= count_lines(teks, satu, tebal=True)
    assert text_width(teks) > 0


def test_a_nomenclature_code_is_never_broken() -> None:
    """Programs break a word that is too wide anywhere, and a code is read digit by digit."""
    lajur = [Lajur("Kode", 8), *(Lajur(f"Uraian {number}", 60) for number in range(4))]
    rows = [
        BarisNaskah(("1.06.06.2.01.0001", "a", "b", "c", "d")),
        BarisNaskah(("X.XX.01 Penunjang", *"abcd")),
    ]
    (width,) = {fit_widths(TabelNaskah(lajur, rows), page)[0] for page in (100, 400)}
    assert count_lines("1.06.06.2.01.0001", width) == 1
    assert fit_widths(TabelNaskah(lajur, [BarisNaskah(("Perencanaan", *"abcd"))]), 400)[0] == 8


def test_the_foot_of_a_page_is_whole_words(tmp_path: Path) -> None:
    """As many as fit beside the number of the page; the format has room for 255 characters there."""
    for judul in ("RENCANA AKSI " * 40, "A & B " * 60, "x" * 300):
        sheet = buka(tulis(page(Paragraf("a"), judul=(judul,), mendatar=False), tmp_path / "x.xlsx"))[
            "Lembar"
        ]
        teks = str(sheet.oddFooter.left.text)
        assert teks.endswith("…")
        assert teks.removesuffix("…").strip() in judul.replace("&", "&&")
        assert text_width(teks) * 0.8 < page_width(Kertas.A4, mendatar=False)


def test_a_line_below_a_table_stays_with_its_last_row(tmp_path: Path) -> None:
    """A page with nothing but the header and a remark helps nobody."""
    rows = [BarisNaskah((number, "a")) for number in range(28)]
    breaks, first, end = below(tmp_path, rows)
    assert breaks
    assert not breaks & set(range(first - 1, end))


def test_a_merged_cell_is_not_torn_for_a_line_below_it(tmp_path: Path) -> None:
    """Where no page holds both, the lines go on by themselves."""
    rows = [BarisNaskah((number, "a")) for number in range(30)]
    last = [BarisNaskah((number, "b"), sambung=(1,) if number else ()) for number in range(20)]
    breaks, first, end = below(tmp_path, [*rows, *last])
    assert first - 22 in breaks  # before the cell
    assert not breaks & set(range(first - 21, end))


def below(tmp_path: Path, rows: list[BarisNaskah]) -> tuple[set[int], int, int]:
    """Where the pages of a table with six lines below it end, and the rows of the first and the last line."""
    lines = [Paragraf(f"Catatan {number}") for number in range(6)]
    table = TabelNaskah([Lajur("No", 6), Lajur("Uraian", 30)], rows)
    sheet = buka(tulis(page(table, *lines, judul=(), mendatar=True), tmp_path / "x.xlsx"))["Lembar"]
    first, end = (int(find(sheet, teks)[1:]) for teks in ("Catatan 0", "Catatan 5"))
    return {item.id for item in sheet.row_breaks.brk}, first, end


def test_merged_cells_get_the_room_that_they_need() -> None:
    tabel = TabelNaskah(
        [Lajur(("Satu", PANJANG), 10), Lajur(("Satu", "b"), 10), Lajur(PANJANG, 10)],
        [
            BarisNaskah([PANJANG * 3, "a", "a"]),
            BarisNaskah(["", "b", "b"], sambung=[0]),
            BarisNaskah(["c" * 9000, "c", "c"], tebal=True),
        ],
    )
    denah = plan([tabel], 30)
    satu, dua, tiga = body_heights(tabel, denah, denah.letak[0])
    assert satu < dua
    assert satu + dua >= count_lines(PANJANG * 3, denah.lebar[0]) * 13
    assert tiga == 409
    assert len(head_heights(tabel, denah, denah.letak[0])) == 2


def test_a_wide_table_narrows_its_texts_first() -> None:
    tabel = TabelNaskah(
        [Lajur("No", 5, Rupa.TENGAH), Lajur("Uraian", 80), Lajur("Pagu", 20, Rupa.RUPIAH)], ()
    )
    denah = plan([tabel], page_width(Kertas.A4, mendatar=False))
    assert sum(denah.lebar) == pytest.approx(page_width(Kertas.A4, mendatar=False), abs=0.1)
    assert denah.lebar[2] == pytest.approx(20, abs=0.1)
    wide = TabelNaskah([Lajur("No", 200, Rupa.TENGAH)], (), isian=True)
    assert plan([wide], 90).lebar == (200.0,)


def test_figures_always_have_room_and_blank_columns_none_to_spare() -> None:
    """What is narrower than a figure is printed as ###; a blank column takes what its header needs."""
    lajur = [Lajur("Uraian", 30), *(Lajur(("TW", "Rp"), 12, Rupa.ANGKA) for _ in range(20))]
    row = BarisNaskah(("Program", 6_312_818_993, *([None] * 19)))
    lebar = plan([TabelNaskah(lajur, [row])], 150).lebar
    assert lebar[1] > text_width("6.312.818.993")
    assert max(lebar[2:]) < 12
    assert plan([TabelNaskah(lajur, [row], isian=True)], 150).lebar[2] >= 12


# --- who signs ------------------------------------------------------------------


@pytest.mark.parametrize("akhiran", [".xlsx", ".html", ".docx"])
def test_people_are_printed_and_never_read(tmp_path: Path, akhiran: str) -> None:
    path = tmp_path / f"pk{akhiran}"
    write_dokumen(contoh(), path, pejabat=PEJABAT)
    match akhiran:
        case ".xlsx":
            text = " ".join(str(value) for sheet in buka(path) for value in cells(sheet).values())
        case ".html":
            text = path.read_text()
        case _:
            text = " ".join(
                cell.text
                for table in docx.Document(str(path)).tables
                for row in table.rows
                for cell in row.cells
            )
    assert all(text.count(word) == 2 for word in ("NAMA PEJABAT", "NIP 000", "PANGKAT CONTOH", "NAMA BUPATI"))
    if akhiran == ".xlsx":
        hasil = read_dokumen(path)
        assert hasil.dokumen == contoh()
        assert {item.kode for item in hasil.temuan} == {"SKP111"}
        assert not any(word in repr(hasil) for word in ("NAMA", "000", "PANGKAT"))


@pytest.mark.parametrize("akhiran", [".csv", ".md"])
def test_tables_as_text_name_nobody(tmp_path: Path, akhiran: str) -> None:
    write_dokumen(contoh(), tmp_path / f"pk{akhiran}", pejabat=PEJABAT)
    assert "NAMA" not in (tmp_path / f"pk{akhiran}").read_text()


def test_who_has_nothing_to_sign_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TidakAdaError, match="no penanda tangan 'Camat' in perjanjian_kinerja"):
        write_dokumen(contoh(), tmp_path / "pk.xlsx", pejabat=[Pejabat(jabatan="Camat", nama="NAMA")])
    assert not Pejabat(jabatan="", nama="NAMA").signs("", "")


@pytest.mark.parametrize("banyak", [0, 1, 2, 3, 5])
def test_posts_sign_side_by_side(tmp_path: Path, banyak: int) -> None:
    tanda = TandaTangan(pihak=tuple((f"Sebagai {number}", f"Jabatan {number}") for number in range(banyak)))
    sheet = buka(tulis(page(tanda), tmp_path / "x.xlsx"))["Lembar"]
    found = cells(sheet)
    rows = {sheet[place].row for place, value in found.items() if str(value).startswith("Jabatan")}
    columns = [sheet[place].column for place, value in found.items() if str(value).startswith("Jabatan")]
    assert len(rows) == bool(banyak)
    assert columns == sorted(set(columns))
    place = sheet[find(sheet, "………………, ………………")]
    if banyak:
        assert place.column == columns[-1]
        assert place.row < min(rows)
    if banyak == 1:
        assert columns[0] > 1
    document = docx.Document(str(tulis(page(tanda), tmp_path / "x.docx")))
    assert len(document.tables[0].columns) == max(banyak, 2)
    assert document.tables[0].style is not None
    assert "border" not in document.tables[0]._tbl.xml.lower()
    assert tulis(page(tanda), tmp_path / "x.html").read_text().count("Jabatan") == banyak


def test_a_post_that_signs_as_itself_has_no_line_above_it(tmp_path: Path) -> None:
    tanda = TandaTangan(pihak=(("", "Kepala Dinas"),), tempat="Ambon")
    sheet = buka(tulis(page(tanda), tmp_path / "x.xlsx"))["Lembar"]
    place, post = sheet[find(sheet, "Ambon, ………………")], sheet[find(sheet, "Kepala Dinas")]
    assert post.row == place.row + 1


# --- text formats ----------------------------------------------------------------


def test_csv_is_all_that_a_reader_needs(tmp_path: Path) -> None:
    write_dokumen(contoh(1), tmp_path / "pk.csv")
    lines = (tmp_path / "pk.csv").read_text().splitlines()
    assert lines[:2] == ["PERJANJIAN KINERJA TAHUN 2025", "Dinas Sosial Kabupaten Contoh"]
    assert "No,Sasaran,Indikator Kinerja,Satuan,Target,ID Sasaran,ID Indikator" in lines
    assert "1,Jumlah laporan 1,Laporan,12,S1,S1.0" in [
        line.replace(f"{PANJANG} 1,", "").replace('"', "")
        for line in [line.replace(f'"{PANJANG} 1"', "").replace(",,", ",") for line in lines]
    ]
    assert ",,Jumlah,Rp6.619.568.623,,," in lines
    assert read_dokumen(tmp_path / "pk.csv").dokumen == contoh(1)


def test_csv_begins_with_the_sign_of_excel_on_request(tmp_path: Path) -> None:
    write_dokumen(contoh(), tmp_path / "pk.csv", bom=True)
    assert (tmp_path / "pk.csv").read_bytes().startswith(b"\xef\xbb\xbfPERJANJIAN")
    assert read_dokumen(tmp_path / "pk.csv").dokumen == contoh()
    write_dokumen(contoh(), tmp_path / "pk.csv")
    assert (tmp_path / "pk.csv").read_bytes().startswith(b"PERJANJIAN")


def test_headers_in_levels_stand_once_in_csv(tmp_path: Path) -> None:
    write_dokumen(contoh(tw=True), tmp_path / "pk.csv")
    lines = (tmp_path / "pk.csv").read_text().splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("No,"))
    assert lines[at : at + 2] == [
        "No,Sasaran,Indikator Kinerja,Satuan,Target,,,,,ID Sasaran,ID Indikator",
        ",,,,2025,TW I,TW II,TW III,TW IV,,",
    ]


@pytest.mark.parametrize(
    ("teks", "tercetak"),
    [
        ("a|b", "a\\|b"),
        ("*tebal*", "\\*tebal\\*"),
        ("<script>", "&lt;script&gt;"),
        ("1. butir", "1\\. butir"),
        ("- butir\n- lagi", "\\- butir<br>\\- lagi"),
        ("# judul", "\\# judul"),
        ("[a](b)", "\\[a\\](b)"),
        ("a\\b", "a\\\\b"),
        ("~~x~~ $y$", "\\~\\~x\\~\\~ \\$y\\$"),
    ],
)
def test_markdown_prints_signs_as_they_are(tmp_path: Path, teks: str, tercetak: str) -> None:
    tabel = TabelNaskah([Lajur("A"), Lajur("ID", tersembunyi=True)], [BarisNaskah([teks, "rahasia"])])
    text = tulis(page(Paragraf(teks), tabel), tmp_path / "x.md").read_text()
    assert f"\n{tercetak}\n" in text
    assert f"| {tercetak} |" in text
    assert "rahasia" not in text


def test_markdown_sets_figures_to_the_right(tmp_path: Path) -> None:
    write_dokumen(contoh(), tmp_path / "pk.md")
    text = (tmp_path / "pk.md").read_text()
    assert "|---|---|---|---:|---|" in text
    assert "Pihak Pertama: Kepala Dinas Sosial" in text
    assert tulis(page(Paragraf("a", tebal=True)), tmp_path / "x.md").read_text().endswith("**a**\n")


class Halaman(HTMLParser):
    """What a browser would make of a page: open tags, the scopes of its headers, its captions."""

    def __init__(self, teks: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(teks)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"br", "meta", "col"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [found for name, found in self.tags if name == tag]


def test_html_can_be_followed_without_seeing_it(tmp_path: Path) -> None:
    write_dokumen(contoh(tw=True), tmp_path / "pk.html", pejabat=PEJABAT)
    halaman = Halaman((tmp_path / "pk.html").read_text())
    assert halaman.open == []
    assert len(halaman.all("caption")) == len(halaman.all("table")) == 2
    assert {head["scope"] for head in halaman.all("th")} == {"col", "colgroup"}
    assert len(halaman.all("h1")) == len(halaman.all("section")) == 2
    assert halaman.all("html") == [{"lang": "id"}]
    assert [part["class"] for part in halaman.all("section")] == ["tegak", "mendatar"]
    text = (tmp_path / "pk.html").read_text()
    assert "ID Sasaran" not in text
    assert "@page mendatar { size: 297mm 210mm" in text
    assert "default-src 'none'" in text


@pytest.mark.parametrize(
    "teks", ["<script>alert(1)</script>", '"><img src=x onerror=y>', "&amp;", "</td></table>"]
)
def test_html_holds_texts_and_no_tags_of_theirs(tmp_path: Path, teks: str) -> None:
    tabel = TabelNaskah([Lajur(teks)], [BarisNaskah([teks])], judul=teks)
    tanda = TandaTangan(pihak=((teks, teks),), tempat=teks, pejabat=(Pejabat(jabatan=teks, nama=teks),))
    naskah = page(Paragraf(teks, tebal=True, tengah=True), tabel, tanda, judul=(teks,))
    halaman = Halaman(tulis(naskah, tmp_path / "x.html").read_text())
    assert halaman.open == []
    assert not halaman.all("script")
    assert not halaman.all("img")


# --- the word processor ------------------------------------------------------------


@pytest.mark.parametrize("akhiran", [".csv", ".md", ".html", ".docx", ".xlsx"])
def test_on_whose_behalf_stands_between_the_day_and_who_signs(tmp_path: Path, akhiran: str) -> None:
    pk = contoh(1)
    pk = attrs.evolve(
        pk,
        kepala=attrs.evolve(
            pk.kepala, atas_nama="BUPATI CONTOH", unit="Bidang A", dasar_hukum=["UU 23/2014", "PP 72/2019"]
        ),
    )
    path = tmp_path / f"pk{akhiran}"
    write_dokumen(pk, path)
    if akhiran == ".docx":
        document = docx.Document(str(path))
        rows = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        text = "\n".join([*(item.text for item in document.paragraphs), *rows])
    elif akhiran == ".xlsx":
        text = "\n".join(str(value) for sheet in buka(path) for value in cells(sheet).values())
    else:
        text = path.read_text(encoding="utf-8").replace("<br>", "\n").replace("\\", "")
    day, behalf = (text.index(line) for line in ("Kota Contoh, 2 Januari 2025", "a.n. BUPATI CONTOH"))
    assert day < behalf
    assert text.count("a.n. BUPATI CONTOH") == text.count("Kota Contoh, 2 Januari 2025")
    for line in ("Unit: Bidang A", "Dasar hukum:", "1. UU 23/2014", "2. PP 72/2019"):
        assert line in text


def test_docx_has_the_form_page_by_page(tmp_path: Path) -> None:
    write_dokumen(contoh(tw=True), tmp_path / "pk.docx", pejabat=PEJABAT, kertas=Kertas.F4)
    document = docx.Document(str(tmp_path / "pk.docx"))
    assert [round(section.page_width.mm) for section in document.sections if section.page_width] == [215, 330]
    lines = [line.text for line in document.paragraphs]
    assert lines.count("PERJANJIAN KINERJA TAHUN 2025") == 2
    assert "Pihak Pertama: Kepala Dinas Sosial" in lines
    sasaran = next(table for table in document.tables if table.rows[0].cells[0].text == "No")
    assert [cell.text for cell in sasaran.rows[0].cells] == [
        "No",
        "Sasaran",
        "Indikator Kinerja",
        "Satuan",
        *["Target"] * 5,
    ]
    assert [cell.text for cell in sasaran.rows[1].cells][4:] == ["2025", "TW I", "TW II", "TW III", "TW IV"]
    heads = [row._tr.xml.count("w:tblHeader") for row in sasaran.rows]
    assert heads == [1, 1, *[0] * 6]
    assert all("w:cantSplit" in row._tr.xml for row in sasaran.rows)
    assert [cell.text for cell in sasaran.rows[3].cells][:2] == [
        "1",
        f"{PANJANG} 1",
    ]  # merged with the row above
    footer = document.sections[0].footer.paragraphs[0]._p.xml
    assert 'w:instr="PAGE"' in footer
    assert "Rp6.619.568.623" in [
        cell.text for table in document.tables for row in table.rows for cell in row.cells
    ]


def test_docx_holds_what_xml_may_hold(tmp_path: Path) -> None:
    naskah = page(Paragraf("a\x00b\x0cc\x1f"), judul=())
    document = docx.Document(str(tulis(naskah, tmp_path / "x.docx")))
    assert document.paragraphs[0].text == "a�b�c�"


def test_a_long_merged_cell_is_parted_where_no_page_holds_it(tmp_path: Path) -> None:
    rows = [BarisNaskah(["a", str(number)], sambung=[0] if number else ()) for number in range(30)]
    document = docx.Document(
        str(tulis(page(TabelNaskah([Lajur("A"), Lajur("B")], rows)), tmp_path / "x.docx"))
    )
    kept = [row.cells[1].paragraphs[0].paragraph_format.keep_with_next for row in document.tables[0].rows[1:]]
    assert not any(kept)
    sheet = buka(tulis(page(TabelNaskah([Lajur("A"), Lajur("B")], rows)), tmp_path / "x.xlsx"))["Lembar"]
    assert not [area for area in sheet.merged_cells.ranges if area.min_row >= 4]  # it would be cut there
    assert sheet["A5"].border.bottom.style == "thin"
    short = page(TabelNaskah([Lajur("A"), Lajur("B")], rows[:8]))
    document = docx.Document(str(tulis(short, tmp_path / "y.docx")))
    kept = [row.cells[1].paragraphs[0].paragraph_format.keep_with_next for row in document.tables[0].rows[1:]]
    assert kept == [True] * 7 + [False]
    sheet = buka(tulis(short, tmp_path / "y.xlsx"))["Lembar"]
    assert "A4:A11" in {str(area) for area in sheet.merged_cells.ranges}
    assert sheet["A4"].alignment.vertical == "top"


def test_a_group_of_tall_rows_does_not_leave_the_page_before_it_empty(tmp_path: Path) -> None:
    """Four rows of six lines each are no group that could stay together; four of one line are."""
    for teks, together in (("Meningkatnya penanganan " * 12, False), ("Mutu", True)):
        rows = [BarisNaskah(["a", teks], sambung=[0] if number else ()) for number in range(4)]
        path = tulis(page(TabelNaskah([Lajur("A", 40), Lajur("B", 40)], rows)), tmp_path / "x.docx")
        table = docx.Document(str(path)).tables[0]
        kept = [row.cells[1].paragraphs[0].paragraph_format.keep_with_next for row in table.rows[1:]]
        assert kept == [together] * 3 + [False]


def test_a_table_wider_than_its_page_has_smaller_letters(tmp_path: Path) -> None:
    wide = page(TabelNaskah([Lajur(f"Kolom {number}", 14, Rupa.TENGAH) for number in range(25)], []))
    assert '<table style="font-size:' in tulis(wide, tmp_path / "x.html").read_text()
    head = docx.Document(str(tulis(wide, tmp_path / "x.docx"))).tables[0].rows[0].cells[0]
    size = head.paragraphs[0].runs[0].font.size
    assert size is not None
    assert 5 <= size.pt < 10


# --- what is missing, what is wrong ----------------------------------------------------


@pytest.mark.parametrize(
    ("akhiran", "modul", "paket"), [(".xlsx", "xlsxwriter", "xlsxwriter"), (".docx", "docx", "python-docx")]
)
def test_an_extra_that_is_missing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, akhiran: str, modul: str, paket: str
) -> None:
    real = builtins.__import__

    def without(name: str, *arguments: Any, **keywords: Any) -> Any:
        if name.split(".", maxsplit=1)[0] == modul:
            raise ImportError(name)
        return real(name, *arguments, **keywords)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(EkstraError) as caught:
        write_dokumen(contoh(), tmp_path / f"pk{akhiran}")
    assert caught.value.paket == paket
    assert not list(tmp_path.iterdir())


def test_the_writers_of_extras_are_imported_when_needed() -> None:
    program = (
        "import sys, sakip.dokumen; sys.exit(bool({'xlsxwriter', 'docx', 'openpyxl'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_paper_that_there_is_none_of(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="kertas"):
        write_dokumen(contoh(), tmp_path / "pk.xlsx", kertas="B5")


@pytest.mark.parametrize(("kertas", "nomor"), [("A4", 9), ("F4", 14), ("A3", 8)])
def test_the_paper_is_the_one_asked_for(tmp_path: Path, kertas: str, nomor: int) -> None:
    write_dokumen(contoh(), tmp_path / "pk.xlsx", kertas=kertas)
    assert {int(sheet.page_setup.paperSize or 0) for sheet in buka(tmp_path / "pk.xlsx")} == {nomor}


# --- templates ---------------------------------------------------------------------


@pytest.mark.parametrize("bentuk", [tag for tag, item in FORMULIR.items() if item.to_naskah])
def test_a_template_is_recognised_and_shows_how_it_is_filled_in(tmp_path: Path, bentuk: str) -> None:
    path = tmp_path / "templat.xlsx"
    write_template(bentuk, path)
    buku = buka(path)
    assert "Petunjuk" in buku.sheetnames
    text = " ".join(str(value) for sheet in buku for value in cells(sheet).values())
    assert "PETUNJUK PENGISIAN" in text
    assert "Contoh" in text
    hasil = read_dokumen(path)
    assert isinstance(hasil.dokumen, FORMULIR[bentuk].kelas)
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh


def test_the_example_of_a_template_is_no_data(tmp_path: Path) -> None:
    path = tmp_path / "templat.xlsx"
    write_template("perjanjian_kinerja", path)
    hasil = read_dokumen(path)
    assert (hasil.dokumen.sasaran, hasil.dokumen.anggaran) == ((), ())
    assert [(item.kode, item.tempat.lembar) for item in hasil.temuan] == [
        ("SKP146", "Lampiran"),
        ("SKP146", "Lampiran 2"),
    ]
    assert "A5 sampai" in hasil.temuan[0].pesan


def test_a_template_that_was_filled_in(tmp_path: Path) -> None:
    path = tmp_path / "templat.xlsx"
    write_template("perjanjian_kinerja", path, kertas="F4")
    buku = buka(path)
    sheet = buku["Lampiran"]
    at = sheet[find(sheet, "Contoh")].row + 1
    for column, value in enumerate((1, "Meningkatnya mutu", "Indeks mutu", "Indeks", 80.5), start=1):
        sheet.cell(at, column, value)
    buku.save(path)
    hasil = read_dokumen(path)
    (sasaran,) = hasil.dokumen.sasaran
    assert [str(item) for item in sasaran.indikator[0].target] == ["80,5"]
    assert [item.kode for item in hasil.temuan] == ["SKP146", "SKP146"]


def test_closed_columns_offer_their_words(tmp_path: Path) -> None:
    lajur = [
        Lajur("No"),
        Lajur("Satuan", pilihan=("%", "Orang")),
        Lajur("Polaritas", pilihan=("naik", "turun"), bebas=False),
        Lajur("Banyak", pilihan=tuple(f"pilihan-{number}" for number in range(100))),
    ]
    sheet = buka(tulis(page(TabelNaskah(lajur, [BarisNaskah([1, "", "", ""])])), tmp_path / "x.xlsx"))[
        "Lembar"
    ]
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert rules["B4"].formula1 == '"%,Orang"'
    assert (rules["B4"].showErrorMessage, rules["C4"].showErrorMessage) == (False, True)
    assert len(rules["D4"].formula1) <= 257
    assert set(rules) == {"B4", "C4", "D4"}
    empty = buka(tulis(page(TabelNaskah(lajur, [])), tmp_path / "y.xlsx"))["Lembar"]
    assert not empty.data_validations.dataValidation


def test_a_template_of_a_table_without_numbers() -> None:
    tabel = TabelNaskah(
        [Lajur("Jabatan"), Lajur("Pagu", 20, Rupa.RUPIAH)],
        [BarisNaskah(["Camat", 1]), BarisNaskah(["Jumlah", Rumus("={pagu#0}", 1)], tebal=True)],
        nama=("jabatan", "pagu"),
    )
    naskah = page(tabel, Paragraf("akhir"))
    (_, (templat, akhir)), (nama, _) = _to_templat(FORMULIR["perjanjian_kinerja"], naskah).isi
    assert (nama, akhir) == ("Petunjuk", Paragraf("akhir"))
    assert isinstance(templat, TabelNaskah)
    assert templat.baris[0].sel[0] == "Contoh: Camat"
    assert templat.baris[-1].sel == ("Jumlah", None)
    assert len(templat.baris) == 17


def test_templates_are_workbooks_of_forms(tmp_path: Path) -> None:
    with pytest.raises(BentukError, match="looked for surat"):
        write_template("surat", tmp_path / "x.xlsx")
    with pytest.raises(BerkasError, match="a template is a workbook"):
        write_template("perjanjian_kinerja", tmp_path / "x.csv")


def test_a_sheet_of_another_name_is_no_petunjuk() -> None:
    from sakip.dokumen._baca.contoh import is_petunjuk  # noqa: PLC0415  # beside what it is about

    assert not is_petunjuk(Kisi("Petunjuk", (("Sasaran",),)))
    assert not is_petunjuk(Kisi("Lampiran", (("PETUNJUK PENGISIAN",),)))


# --- in LibreOffice ----------------------------------------------------------------


@pytest.mark.libreoffice
@pytest.mark.parametrize("akhiran", [".xlsx", ".ods"])
@pytest.mark.parametrize(
    ("lama", "isi", "tercetak"), [(12.5, "13,5", "13,5"), ("93,59 %", "95 %", "95 %"), (12, "", "")]
)
def test_one_edit_comes_back_as_one_change(  # cases
    tmp_path: Path, libreoffice: Pengolah, akhiran: str, lama: object, isi: str, tercetak: str
) -> None:
    write_dokumen(contoh(), tmp_path / "pk.xlsx")
    sel = find(buka(tmp_path / "pk.xlsx")["Lampiran"], lama)
    kembali = tmp_path / f"kembali{akhiran}"
    libreoffice.edit(tmp_path / "pk.xlsx", kembali, "Lampiran", sel, isi.replace(",", "."))
    hasil = read_dokumen(kembali)
    (beda,) = compare_dokumen(contoh(), hasil.dokumen)
    assert "target 2025" in beda.tempat
    if tercetak:
        assert tercetak in str(beda)
    assert hasil.temuan == ()


@pytest.mark.libreoffice
@pytest.mark.parametrize("akhiran", [".xlsx", ".ods"])
def test_a_file_that_was_only_saved_again_is_the_same(
    tmp_path: Path, libreoffice: Pengolah, akhiran: str
) -> None:
    write_dokumen(contoh(tw=True), tmp_path / "pk.xlsx", pejabat=PEJABAT)
    libreoffice.edit(tmp_path / "pk.xlsx", tmp_path / f"kembali{akhiran}")
    assert read_dokumen(tmp_path / f"kembali{akhiran}").dokumen == contoh(tw=True)


@pytest.mark.libreoffice
def test_formulas_count_what_the_library_counts(tmp_path: Path, libreoffice: Pengolah) -> None:
    """One amount is changed: the sum follows, and is the library's sum of the changed form."""
    write_dokumen(contoh(), tmp_path / "pk.xlsx")
    sheet = buka(tmp_path / "pk.xlsx")["Lampiran"]
    (jumlah,) = [place for place, value in cells(sheet).items() if str(value).startswith("=")]
    libreoffice.edit(
        tmp_path / "pk.xlsx", tmp_path / "kembali.xlsx", "Lampiran", find(sheet, 306_749_630), "1000"
    )
    values = openpyxl.load_workbook(tmp_path / "kembali.xlsx", data_only=True)["Lampiran"]
    hasil = read_dokumen(tmp_path / "kembali.xlsx")
    assert (
        values[jumlah].value
        == sum(item.pagu[0].jumlah for item in hasil.dokumen.anggaran)
        == 1000 + 6_312_818_993
    )
    assert hasil.temuan == ()


@pytest.mark.libreoffice
def test_the_printed_pages(tmp_path: Path, libreoffice: Pengolah) -> None:
    """Sixty indikator: no page is cut at its right side, which would double their number."""
    write_dokumen(contoh(20, tw=True), tmp_path / "pk.xlsx")
    pages = sum(len(sheet.row_breaks.brk) + 1 for sheet in buka(tmp_path / "pk.xlsx"))
    pdf = libreoffice.to_pdf(tmp_path / "pk.xlsx").read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)) == pages


_KOSONG = Kepala(instansi="Dinas Contoh", periode=2025)


@pytest.mark.parametrize("akhiran", ["csv", "xlsx"])
@pytest.mark.parametrize(
    "dokumen",
    [
        IKU(kepala=_KOSONG),
        DaftarIKI(kepala=_KOSONG),
        PengukuranKinerja(kepala=_KOSONG),
        EvaluasiRenja(kepala=_KOSONG),
        PerjanjianKinerja(kepala=_KOSONG),
        DaftarJabatan(kepala=_KOSONG),
        RencanaAksi(kepala=_KOSONG),
        RencanaAksiIndividu(kepala=_KOSONG),
        Penjenjangan(kepala=_KOSONG, pohon=PohonKinerja("Dinas Contoh", periode=2025)),
        PohonKinerja("Dinas Contoh", periode=2025),
        (),
    ],
    ids=lambda item: type(item).__name__,
)
def test_an_export_without_rows_is_known_again(tmp_path: Path, dokumen: Any, akhiran: str) -> None:
    path = tmp_path / f"kosong.{akhiran}"
    write_dokumen(dokumen, path)
    hasil = read_dokumen(path)
    assert hasil.dokumen == dokumen
    assert hasil.temuan == ()


def test_a_title_over_another_table_is_no_empty_form(tmp_path: Path) -> None:
    path = tmp_path / "surat.csv"
    path.write_text("INDIKATOR KINERJA INDIVIDU\nTanggal,Perihal,Kepada\n1,2,x\n", encoding="utf-8")
    with pytest.raises(BentukError):
        read_dokumen(path)


@pytest.mark.parametrize("bentuk", [tag for tag, item in FORMULIR.items() if item.to_naskah])
def test_a_template_says_what_each_column_means(tmp_path: Path, bentuk: str) -> None:
    """A planner who has the file alone finds no column without a word about it."""
    path = tmp_path / "templat.xlsx"
    write_template(bentuk, path)
    rows = [
        row
        for sheet in buka(path)
        if sheet.title.startswith("Petunjuk")
        for row in sheet.iter_rows(values_only=True)
    ]
    head = next(number for number, row in enumerate(rows) if "Arti" in row)
    place = rows[head].index("Arti")
    meanings = [(row[0], row[place]) for row in rows[head + 1 :] if row[0] and row[0] != "Acuan"]
    assert meanings
    assert not [name for name, meaning in meanings if not meaning and not str(name).startswith("Acuan:")]
