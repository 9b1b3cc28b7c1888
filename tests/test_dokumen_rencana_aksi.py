"""The Rencana Aksi of a perangkat daerah: a real one, broken in many ways, and those of others."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from decimal import Decimal
from pathlib import Path

import attrs
import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sakip import Realisasi, compute_capaian, read_dokumen, write_dokumen
from sakip.angka import Angka, JenisKosong, Kosong
from sakip.bentuk import BarisAksi, Kepala, PerjanjianKinerja, RencanaAksi
from sakip.capaian import check_target_periode
from sakip.dokumen import HasilBaca
from sakip.dokumen._baca.judul import KolomTemu
from sakip.dokumen._baca.tabel import Larik
from sakip.dokumen._bagian.geser import Aturan, Geseran, Peran, Sifat, learn_satuan, realign
from sakip.dokumen._bagian.triwulan import is_bagian, join_bagian, read_periode, split_bagian
from sakip.dokumen._buka.kisi import Kisi
from sakip.dokumen._dokumen import FORMULIR
from sakip.dokumen._rencana_aksi.urai import find_asing
from sakip.errors import PohonError
from sakip.model import Aktivitas, Indikator, Kegiatan, Pagu, Program, Sasaran, SubKegiatan, Target
from sakip.periode import Periode
from sakip.pohon import PohonKinerja
from strategies_rencana_aksi import rencana_aksi

DATA = Path(__file__).parent / "data" / "dokumen" / "rencana-aksi-kesbangpol-maluku-2023.txt"
CONTOH = Path(__file__).parents[1] / "examples" / "rencana-aksi-kesbangpol-maluku-2023" / "rencana-aksi.csv"
TRIWULAN = tuple(f"2023-TW{number}" for number in (1, 2, 3, 4))
Hasil = HasilBaca[RencanaAksi]


def read(path: Path, text: str, nama: str = "renaksi.txt") -> Hasil:
    target = path / nama
    target.write_text(text, encoding="utf-8")
    return read_dokumen(target, bentuk="rencana_aksi")


def lines(*baris: str) -> str:
    """Rows whose cells are parted by bars, with blanks around them for the eye."""
    return "\n".join("\t".join(cell.strip() for cell in row.split("|")) for row in baris)


def codes(hasil: Hasil) -> Counter[str]:
    return Counter(item.kode for item in hasil.temuan)


def where(hasil: Hasil, kode: str) -> list[str]:
    return [item.tempat.sel for item in hasil.temuan if item.kode == kode]


def subs(aksi: RencanaAksi) -> list[SubKegiatan]:
    return [sub for baris in aksi.baris for sub in baris.sub_kegiatan]


def printed(indikator: Indikator) -> list[str]:
    return [str(item.nilai) for item in indikator.target]


# --- the real one -------------------------------------------------------------


@pytest.fixture(scope="module")
def asli() -> Hasil:
    """The Rencana Aksi of Kesbangpol Maluku for 2023."""
    return read_dokumen(DATA)


def test_counts_by_hand(asli: Hasil) -> None:
    baris = asli.dokumen.baris
    assert len(baris) == 11
    assert len({row.sasaran.id for row in baris}) == 6
    assert len({(row.sasaran.id, row.sasaran.indikator[0].id) for row in baris}) == 7
    assert len({row.program.id for row in baris if row.program}) == 6
    assert len({row.kegiatan.id for row in baris if row.kegiatan}) == 11
    assert [len(row.sub_kegiatan) for row in baris] == [1, 1, 1, 6, 3, 2, 3, 3, 2, 1, 4]
    assert len({sub.id for sub in subs(asli.dokumen)}) == 27


def test_head_of_the_real_one(asli: Hasil) -> None:
    kepala = asli.dokumen.kepala
    assert kepala.instansi == "BADAN KESATUAN BANGSA DAN POLITIK PROVINSI MALUKU"
    assert str(kepala.periode) == "2023"
    assert kepala.tempat == "Ambon"
    assert kepala.catatan == ()


def share(item: Target) -> Decimal:
    if isinstance(item.nilai, Kosong):
        assert item.nilai.jenis is JenisKosong.STRIP  # not planned, and kept as that
        return Decimal(0)
    assert isinstance(item.nilai, Angka)
    assert item.nilai.satuan == "%"
    return item.nilai.nilai


def test_every_share_of_the_triwulan_makes_a_hundred(asli: Hasil) -> None:
    nodes = [simpul for row in asli.dokumen.baris for simpul in (row.sasaran, *row.sub_kegiatan)]
    for simpul in nodes:
        (indikator,) = simpul.indikator
        assert [str(item.periode) for item in indikator.target] == list(TRIWULAN)
        assert sum(map(share, indikator.target)) == 100


def test_units_as_printed(asli: Hasil) -> None:
    rows = [sub.indikator[0] for sub in subs(asli.dokumen)]
    assert {item.satuan for item in rows} == {"Bulan"}
    assert {item.satuan for row in asli.dokumen.baris for item in row.sasaran.indikator} == {""}


@pytest.mark.parametrize(
    ("nama", "indikator", "target"),
    [
        # torn in two: the name in the column of targets, the rest one column to the left
        ("Penyediaan Bahan Logistik Kantor", "Tersedianya bahan logistik kantor", "28% 27% 27% 18%"),
        ("Fasilitasi Kunjungan Tamu", "Terfasilitasinya kebutuhan tamu", "25% 25% 25% 25%"),
        # the first line of the next page, with four targets in one cell
        (
            "Penyelenggaraan Rapat Koordinasi dan Konsultasi SKPD",
            "Terwujudnya koordinasi dan sinkronisasi program/kegiatan Badan",
            "35% 25% 24% 16%",
        ),
        (
            "Pelaksanaan Pelaksanaan Forum Koordinasi Pimpinan Daerah Provinsi",
            "Terwujudnya Koordinasi lintas Pimpinan Daerah",
            "100% - - -",
        ),
    ],
)
def test_single_sub_kegiatan(asli: Hasil, nama: str, indikator: str, target: str) -> None:
    (found,) = [sub for sub in subs(asli.dokumen) if sub.nama == nama]
    assert found.indikator[0].nama == indikator
    assert printed(found.indikator[0]) == target.split()


def test_sub_kegiatan_right_of_the_table_with_its_first_target_above_it(asli: Hasil) -> None:
    found = asli.dokumen.baris[8].sub_kegiatan[1]
    assert found.nama.startswith("Pelaksanaan Monitoring, Evaluasi dan Pelaporan di Bidang Pendaftaran Ormas")
    assert found.indikator[0].nama == "Tersedianya Database Ormas, LSM dan LNL di Provinsi Maluku"
    assert printed(found.indikator[0]) == ["-", "13%", "61%", "26%"]


def test_all_findings_of_the_real_one(asli: Hasil) -> None:
    """Counted in the text: 4 torn rows of 4 cells with 3 more targets each, then 3 targets of a sasaran and
    2 rows of 4 cells, then 7 cells right of the table; 2 words with letters of another script; 1 target
    above its row; 4 lines of the signature."""
    assert codes(asli) == {"SKP113": 4 * (4 + 3) + 3 + 2 * 4 + 7, "SKP120": 2, "SKP121": 1, "SKP111": 4}
    torn = [f"{column}{row}" for row in (26, 30, 34, 38) for column in "DGHI"]
    torn += [f"I{row + more}" for row in (26, 30, 34, 38) for more in (1, 2, 3)]
    torn += ["C63", "C64", "C65", *(f"{column}{row}" for row in (66, 70) for column in "FGHI")]
    torn += ["O82", "L83", "M83", "N83", "O83", "O84", "O85"]
    assert sorted(where(asli, "SKP113")) == sorted(torn)
    assert where(asli, "SKP120") == ["G52", "G53"]
    assert where(asli, "SKP121") == ["O82"]


def test_findings_name_cell_column_and_reading(asli: Hasil) -> None:
    pesan = {item.tempat.sel: item.pesan for item in asli.temuan if item.kode == "SKP113"}
    assert pesan["D26"] == (
        'Isi "Penyediaan Bahan Logistik Kantor" berada di kolom TARGET, tetapi dibaca sebagai sub kegiatan.'
    )
    assert pesan["C63"] == (
        'Isi "TW 2 : 25%" berada di kolom SASARAN / INDIKATOR KINERJA, tetapi dibaca sebagai target sasaran.'
    )
    assert pesan["N83"] == 'Isi "Bulan" berada di kolom N (tanpa judul), tetapi dibaca sebagai satuan.'


def test_no_cell_of_the_real_one_is_lost(asli: Hasil) -> None:
    cells = [cell for line in DATA.read_text(encoding="utf-8").splitlines() for cell in line.split("\t")]
    cakupan = asli.cakupan
    assert cakupan is not None
    assert cakupan.sel == sum(1 for cell in cells if cell.strip())
    assert cakupan.utuh
    assert cakupan.temuan == 4  # the signature and nothing else
    assert "disamarkan" not in repr(asli.dokumen)
    assert "disamarkan" not in " ".join(item.pesan for item in asli.temuan)


def test_the_example_is_the_same_rencana_aksi(asli: Hasil) -> None:
    contoh: Hasil = read_dokumen(CONTOH)
    assert contoh.dokumen == asli.dokumen
    assert codes(contoh) == {"SKP120": 2}


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_read_write_read(asli: Hasil, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"renaksi.{ending}"
    write_dokumen(asli.dokumen, path)
    again: Hasil = read_dokumen(path)
    assert again.dokumen == asli.dokumen
    assert codes(again) == {"SKP120": 2}
    assert again.cakupan is not None
    assert again.cakupan.utuh


@pytest.mark.parametrize("ending", ["md", "html"])
def test_other_formats_are_written(asli: Hasil, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"renaksi.{ending}"
    write_dokumen(asli.dokumen, path)
    text = path.read_text(encoding="utf-8")
    assert "Fasilitasi Kunjungan Tamu" in text
    assert "TW 1 : 35%" in text
    assert "ID Sasaran" not in text


def above(pohon: PohonKinerja, id: str) -> str:
    found = pohon.parent(id)
    return "" if found is None else found.id


# --- the tree of the real one -------------------------------------------------


def test_tree_of_the_real_one(asli: Hasil) -> None:
    pohon = asli.to_pohon()
    kinds = Counter(simpul.jenis for simpul in pohon)
    assert kinds == {"sasaran": 6, "program": 6, "kegiatan": 11, "sub_kegiatan": 27}
    assert [simpul.jenis for simpul in pohon.roots] == ["sasaran"] * 6
    first = asli.dokumen.baris[0]
    assert len(pohon[first.sasaran.id].indikator) == 2
    assert first.program is not None
    assert first.kegiatan is not None
    assert above(pohon, first.program.id) == first.sasaran.id
    assert above(pohon, first.kegiatan.id) == first.program.id
    assert above(pohon, first.sub_kegiatan[0].id) == first.kegiatan.id
    assert len(pohon.children(first.program.id)) == 6


def with_year(pohon: PohonKinerja, tahun: str = "100%") -> PohonKinerja:
    """The same tree with the target of the year, which shares of the triwulan make."""
    for simpul in tuple(pohon):
        rows = [attrs.evolve(item, target=(*item.target, Target("2023", tahun))) for item in simpul.indikator]
        pohon.replace(attrs.evolve(simpul, indikator=rows))
    return pohon


def test_shares_make_the_year(asli: Hasil) -> None:
    assert list(check_target_periode(with_year(asli.to_pohon()))) == []


def test_shares_that_dont_make_the_year_are_found(tmp_path: Path) -> None:
    text = DATA.read_text(encoding="utf-8").replace("TW 1 : 35% TW 2 : 25%", "TW 1 : 35% TW 2 : 15%")
    found = list(check_target_periode(with_year(read(tmp_path, text).to_pohon())))
    assert [item.kode for item in found] == ["SKP304"]
    assert found[0].tempat.nama == "Terwujudnya koordinasi dan sinkronisasi program/kegiatan Badan"


def test_capaian_of_a_triwulan(asli: Hasil) -> None:
    pohon = asli.to_pohon()
    measured = asli.dokumen.baris[3].sub_kegiatan[5].indikator[0]  # planned 35 % for the first triwulan
    unplanned = asli.dokumen.baris[3].sub_kegiatan[0].indikator[0]
    seen = [Realisasi(measured.id, "2023-TW1", "28%"), Realisasi(unplanned.id, "2023-TW1", "10%")]
    laporan = compute_capaian(pohon, seen, "2023-TW1")
    assert laporan[measured.id].nilai == 80
    assert laporan[unplanned.id].nilai is None


# --- reading those of others --------------------------------------------------

KEPALA = ("RENCANA AKSI TAHUN 2025", "DINAS CONTOH", "")
JUDUL = (
    "NO | SASARAN |                   | TARGET | PROGRAM | KEGIATAN | SUB KEGIATAN |           |        | TARGET | KET",
    "   | URAIAN  | INDIKATOR KINERJA |        |         |          | URAIAN       | INDIKATOR | SATUAN |        |",
)
SATU = "1 | Mutu layanan naik | Indeks layanan | TW 1 : 25% | Program A | Kegiatan B"
PENUH = f"{SATU} | Sub kegiatan yang pertama | Jumlah laporan yang tersusun | Laporan | TW 1 : 40%"


def test_one_target_a_row_and_four_in_a_cell_are_the_same(tmp_path: Path) -> None:
    rows = [
        f"{SATU} | Sub C | Jumlah laporan | Laporan | TW 1 : 40%",
        " | | | TW 2 : 25% | | | | | | TW 2 : -",
    ]
    more = [" | | | TW 3 : 25% | | | | | | TW 3 : 60%", " | | | TW 4 : 25% | | | | | | TW 4 : -"]
    stacked = read(tmp_path, lines(*KEPALA, *JUDUL, *rows, *more))
    cell = (
        SATU.replace("TW 1 : 25%", "Triwulan I = 25%; Triwulan II = 25%; Trw. III = 25% ; TW IV = 25%")
        + " | Sub C | Jumlah laporan | Laporan | TW1: 40% TW2: - TW3: 60% TW4: -"
    )
    assert read(tmp_path, lines(*KEPALA, *JUDUL, cell)).dokumen == stacked.dokumen
    assert printed(stacked.dokumen.baris[0].sub_kegiatan[0].indikator[0]) == ["40%", "-", "60%", "-"]
    assert stacked.temuan == ()


@pytest.mark.parametrize("bertumpuk", [True, False])
def test_a_workbook_in_either_layout(tmp_path: Path, *, bertumpuk: bool) -> None:
    """Eleven columns: the triwulan stacked in a cell, or in rows below each other."""
    shares = {3: ("25%", "25%", "25%", "25%"), 9: ("40%", "-", "60%", "-")}
    first = [cell.strip() for cell in f"{PENUH} | lihat DPA".split("|")]
    path = tmp_path / "renaksi.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        heads = [*KEPALA, *JUDUL, "1|2|3|4|5|6|7|8|9|10|11"]
        for number, line in enumerate(heads):
            sheet.write_row(number, 0, [cell.strip() for cell in line.split("|")])
        sheet.write_row(len(heads), 0, first)
        for column, parts in shares.items():
            labels = [f"TW {number} : {teks}" for number, teks in enumerate(parts, start=1)]
            for place, teks in enumerate(["\n".join(labels)] if bertumpuk else labels):
                sheet.write_string(len(heads) + place, column, teks)
    hasil: Hasil = read_dokumen(path)
    (baris,) = hasil.dokumen.baris
    assert printed(baris.sasaran.indikator[0]) == list(shares[3])
    assert printed(baris.sub_kegiatan[0].indikator[0]) == list(shares[9])
    assert baris.sub_kegiatan[0].keterangan == "lihat DPA"
    assert hasil.temuan == ()


def test_the_written_workbook_has_the_eleven_columns(asli: Hasil, tmp_path: Path) -> None:
    """As the document prints them; the columns of ids behind them are hidden."""
    path = tmp_path / "renaksi.xlsx"
    write_dokumen(asli.dokumen, path)
    sheet = openpyxl.load_workbook(path).active
    (top,) = [row for row in range(1, 20) if sheet.cell(row, 1).value == "NO"]
    hidden = {
        number
        for item in sheet.column_dimensions.values()
        if item.hidden
        for number in range(item.min, item.max + 1)
    }
    seen = [number for number in range(1, sheet.max_column + 1) if number not in hidden]
    heads = [
        " ".join(str(sheet.cell(row, number).value or "") for row in (top, top + 1)).strip()
        for number in seen
    ]
    assert heads == [
        "NO",
        "SASARAN URAIAN",
        "INDIKATOR KINERJA",
        "TARGET",
        "PROGRAM",
        "KEGIATAN",
        "SUB KEGIATAN URAIAN",
        "INDIKATOR KINERJA",
        "SATUAN",
        "TARGET",
        "KET",
    ]
    assert [sheet.cell(top + 2, number).value for number in seen] == list(range(1, 12))
    assert sheet.cell(top + 3, 4).value == "TW 1 : 25%\nTW 2 : 25%\nTW 3 : 25%\nTW 4 : 25%"


def test_sasaran_alone_with_their_triwulan(tmp_path: Path) -> None:
    """The title decides: under another one the same columns are a Perjanjian Kinerja."""
    rows = (
        "No | Sasaran | Indikator | Satuan | Target | TW I | TW II",
        "1 | Mutu | Indeks | Nilai | 80 | 40 | 80",
    )
    path = tmp_path / "renaksi.txt"
    path.write_text(lines("RENCANA AKSI TAHUN 2025", "DINAS CONTOH", "", *rows), encoding="utf-8")
    hasil = read_dokumen(path)
    assert isinstance(hasil.dokumen, RencanaAksi)
    (baris,) = hasil.dokumen.baris
    assert [(str(item.periode), str(item)) for item in baris.sasaran.indikator[0].target] == [
        ("2025", "80"),
        ("2025-TW1", "40"),
        ("2025-TW2", "80"),
    ]
    assert hasil.temuan == ()
    write_dokumen(hasil.dokumen, tmp_path / "renaksi.xlsx")
    assert read_dokumen(tmp_path / "renaksi.xlsx").dokumen == hasil.dokumen
    path.write_text(lines("PERJANJIAN KINERJA TAHUN 2025", "", *rows), encoding="utf-8")
    assert isinstance(read_dokumen(path).dokumen, PerjanjianKinerja)


def test_page_break_within_the_triwulan(tmp_path: Path) -> None:
    further = [" | | | TW 2 : 25% | | | | | | TW 2 : 20%"]
    page = ["", *JUDUL, "1|2|3|4|5|6|7|8|9|10|11"]
    rest = [" | | | TW 3 : 25% | | | | | | TW 3 : 20%", " | | | TW 4 : 25% | | | | | | TW 4 : 20%"]
    hasil = read(tmp_path, lines(*KEPALA, *JUDUL, PENUH, *further, *page, *rest))
    (baris,) = hasil.dokumen.baris
    assert printed(baris.sasaran.indikator[0]) == ["25%"] * 4
    assert printed(baris.sub_kegiatan[0].indikator[0]) == ["40%", "20%", "20%", "20%"]
    assert hasil.temuan == ()


def test_columns_moved_and_words_varied(tmp_path: Path) -> None:
    hasil = read(
        tmp_path,
        lines(
            "RENCANA AKSI DINAS CONTOH TAHUN 2025",
            "No. | Penanggung Jawab | Sasaran Strategis | Indikator Kinerja Utama | Program | Kegiatan | Sub Kegiatan"
            " | Indikator | Satuan | Trw I | Trw II | Trw III | Trw IV | Pagu Anggaran (Rp) | Keterangan",
            "1 | Bidang Satu | Mutu naik | Prosentase layanan | Program A | Kegiatan B | Sub C"
            " | Jumlah laporan | Laporan | 1 | 2 | - | 3 | 12.500.000 | sejak Mei",
            " | Bidang Dua | | | | | Sub D | Jumlah dokumen | Dokumen | 1 | | | 1 | |",
        ),
    )
    (baris,) = hasil.dokumen.baris
    first, second = baris.sub_kegiatan
    assert baris.sasaran.indikator[0].nama == "Prosentase layanan"
    assert [str(item.periode) for item in first.indikator[0].target] == [f"2025-TW{n}" for n in (1, 2, 3, 4)]
    assert printed(first.indikator[0]) == ["1", "2", "-", "3"]
    assert [str(item.periode) for item in second.indikator[0].target] == ["2025-TW1", "2025-TW4"]
    assert first.pagu[0].jumlah == 12_500_000
    assert first.keterangan == "sejak Mei"
    assert [sub.indikator[0].penanggung_jawab for sub in baris.sub_kegiatan] == ["Bidang Satu", "Bidang Dua"]
    assert hasil.temuan == ()


def test_triwulan_columns_of_the_sasaran_and_of_the_sub_kegiatan(tmp_path: Path) -> None:
    hasil = read(
        tmp_path,
        lines(
            "RENCANA AKSI TAHUN 2025",
            "No | Sasaran | Indikator | Target Triwulan | | | | Program | Kegiatan | Sub Kegiatan | Indikator | Target Triwulan | | |",
            "   |         |           | I | II | III | IV | | | | | I | II | III | IV",
            "1 | Mutu naik | Indeks | 1 | 2 | 3 | 4 | Program A | Kegiatan B | Sub C | Jumlah laporan | 5 | 6 | 7 | 8",
        ),
    )
    (baris,) = hasil.dokumen.baris
    assert printed(baris.sasaran.indikator[0]) == ["1", "2", "3", "4"]
    assert printed(baris.sub_kegiatan[0].indikator[0]) == ["5", "6", "7", "8"]
    assert hasil.temuan == ()


def test_target_of_the_year_in_a_column_of_its_own(tmp_path: Path) -> None:
    hasil = read(
        tmp_path,
        lines(
            "RENCANA AKSI",
            "No | Sasaran | Indikator Sasaran | Target 2025 | Sub Kegiatan | Indikator | Target 2025",
            "1 | Mutu naik | Indeks layanan | 82,5 | Sub C | Jumlah laporan | 12 Laporan",
        ),
    )
    (baris,) = hasil.dokumen.baris
    assert str(baris.sasaran.indikator[0].target_for("2025")) == "82,5"
    assert str(baris.sub_kegiatan[0].indikator[0].target_for("2025")) == "12 Laporan"


def test_without_sub_kegiatan(tmp_path: Path) -> None:
    hasil = read(
        tmp_path,
        lines(
            *KEPALA,
            "NO | SASARAN | INDIKATOR | TARGET | PROGRAM | KEGIATAN | | | TARGET",
            "   |         |           |        |         | URAIAN | INDIKATOR | SATUAN |",
            "1 | Mutu naik | Indeks | 80 | Program A | Kegiatan B | Jumlah rapat | Kali | TW 1 : 2",
            " | | | | | | | | TW 2 : 3",
            " | | | | | Kegiatan C | Jumlah surat | Surat | TW 1 : 4",
        ),
    )
    one, two = hasil.dokumen.baris
    assert [baris.kegiatan.nama for baris in (one, two) if baris.kegiatan] == ["Kegiatan B", "Kegiatan C"]
    assert one.kegiatan is not None
    assert printed(one.kegiatan.indikator[0]) == ["2", "3"]
    assert (one.program, one.sasaran) == (two.program, two.sasaran)
    assert str(one.sasaran.indikator[0].target_for("2025")) == "80"
    assert [simpul.jenis for simpul in hasil.to_pohon()] == ["sasaran", "program", "kegiatan", "kegiatan"]


def test_program_alone_with_triwulan(tmp_path: Path) -> None:
    hasil = read(
        tmp_path,
        lines(
            "RENCANA AKSI TAHUN 2025",
            "No | Sasaran | Indikator | TW I | TW II | Program | Anggaran",
            "1 | Mutu naik | Indeks layanan | 20 | 30 | Program A | Rp1.000.000",
        ),
    )
    (baris,) = hasil.dokumen.baris
    assert printed(baris.sasaran.indikator[0]) == ["20", "30"]
    assert baris.program is not None
    assert baris.program.pagu[0].jumlah == 1_000_000


def test_steps_as_applications_list_them(tmp_path: Path) -> None:
    hasil = read(
        tmp_path,
        lines(
            "RENCANA AKSI TAHUN 2025",
            "No | Aksi | Indikator | Periode | Target | Anggaran | Program/Kegiatan/Sub Kegiatan | PJ",
            "1 | Menyusun pedoman | Jumlah pedoman | TW II | 1 Dokumen | 5.000.000 | Program Penunjang | Sekretaris",
            " | | | Triwulan III | 2 Dokumen | | |",
            "2 | Melatih petugas | Jumlah petugas | III | 40 Orang | 9.000.000 | 1.06.04.2.01 Rehabilitasi Sosial |",
        ),
    )
    one, two = hasil.dokumen.baris
    (aksi,) = one.aksi
    assert aksi.uraian == "Menyusun pedoman"
    assert [str(item.periode) for item in aksi.indikator[0].target] == ["2025-TW2", "2025-TW3"]
    assert aksi.indikator[0].penanggung_jawab == "Sekretaris"
    assert aksi.pagu[0].jumlah == 5_000_000
    assert one.program is not None
    assert two.kegiatan is not None
    assert str(two.kegiatan.kode) == "1.06.04.2.01"
    pohon = hasil.to_pohon()
    assert above(pohon, aksi.id) == one.program.id
    assert above(pohon, two.aksi[0].id) == two.kegiatan.id


def test_merged_cells_of_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "renaksi.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Renaksi")
        sheet.write(0, 0, "RENCANA AKSI TAHUN 2025")
        for row, line in enumerate(JUDUL, start=2):
            for column, cell in enumerate(line.split("|")):
                sheet.write(row, column, cell.strip())
        sheet.merge_range(2, 1, 2, 2, "SASARAN")
        sheet.merge_range(2, 6, 2, 8, "SUB KEGIATAN")
        texts = ["1", "Mutu layanan naik", "Indeks layanan", "", "Program A", "Kegiatan B"]
        for column, text in enumerate(texts):
            if text:
                sheet.merge_range(4, column, 11, column, text)
        for number in range(8):
            sheet.write(4 + number, 9, f"TW {number % 4 + 1} : {10 * (number + 1)}%")
            if number < 4:
                sheet.write(4 + number, 3, f"TW {number + 1} : 25%")
        for number, nama in enumerate(("Sub C", "Sub D")):
            for column, text in ((6, nama), (7, f"Jumlah laporan {nama}"), (8, "Laporan")):
                sheet.merge_range(4 + 4 * number, column, 7 + 4 * number, column, text)
    hasil: Hasil = read_dokumen(path)
    (baris,) = hasil.dokumen.baris
    assert printed(baris.sasaran.indikator[0]) == ["25%"] * 4
    assert [printed(sub.indikator[0]) for sub in baris.sub_kegiatan] == [
        ["10%", "20%", "30%", "40%"],
        ["50%", "60%", "70%", "80%"],
    ]
    assert hasil.temuan == ()


def test_blank_means_as_above_and_a_dash_means_none(tmp_path: Path) -> None:
    hasil = read(
        tmp_path,
        lines(
            *KEPALA,
            *JUDUL,
            PENUH,
            "2 | | | | | Kegiatan D | Sub kegiatan dua | Jumlah surat | Surat | TW 1 : 5",
            "3 | | | | - | - | Sub kegiatan tiga | Jumlah rapat | Kali | TW 1 : 6",
            "4 | Mutu aparatur naik | | | | | Sub kegiatan empat | Jumlah tamu | Orang | TW 1 : 7",
            "5 | Mutu aparatur naik | - | | | | Sub kegiatan lima | Jumlah buku | Buah | TW 1 : 8",
        ),
    )
    one, two, three, four, five = hasil.dokumen.baris
    assert two.sasaran == one.sasaran
    assert two.program == one.program
    assert two.kegiatan is not None
    assert two.kegiatan.nama == "Kegiatan D"
    assert three.sasaran == one.sasaran
    assert (three.program, three.kegiatan) == (None, None)
    assert four.sasaran.id != one.sasaran.id
    assert (four.program, four.kegiatan, four.sasaran.indikator) == (None, None, ())
    assert five.sasaran == four.sasaran


def test_capitals_and_blanks_make_no_other_thing_but_words_do(tmp_path: Path) -> None:
    rows = [
        "1 | Mutu  layanan naik | Indeks | | Program Pembinaan | Kegiatan B | Sub kegiatan satu | Jumlah | Kali | TW 1 : 1",
        "2 | MUTU LAYANAN NAIK | indeks | | Pembinaan | Kegiatan B | Sub kegiatan dua | Jumlah | Kali | TW 1 : 1",
    ]
    hasil = read(tmp_path, lines(*KEPALA, *JUDUL, *rows))
    one, two = hasil.dokumen.baris
    assert one.sasaran.id == two.sasaran.id
    assert one.sasaran.indikator[0].id == two.sasaran.indikator[0].id
    assert one.program is not None
    assert two.program is not None
    assert one.kegiatan is not None
    assert two.kegiatan is not None
    assert one.program.id != two.program.id
    assert one.kegiatan.id != two.kegiatan.id  # the same name under another program
    assert [simpul.jenis for simpul in hasil.to_pohon()].count("program") == 2


def test_rows_without_numbers(tmp_path: Path) -> None:
    rows = [
        "| Mutu naik | Indeks | | Program A | Kegiatan B | Sub kegiatan satu | Jumlah laporan | Kali | TW 1 : 1",
        "| Mutu naik | Indeks | | Program A | Kegiatan B | Sub kegiatan dua | Jumlah rapat | Kali | TW 1 : 2",
        "| Mutu naik | Indeks | | Program A | Kegiatan C | Sub kegiatan tiga | Jumlah surat | Kali | TW 1 : 3",
        "| Tertib arsip | Indeks arsip | | Program D | Kegiatan E | Sub kegiatan empat | Jumlah arsip | Kali | TW 1 : 4",
    ]
    hasil = read(tmp_path, lines(*KEPALA, *JUDUL, *rows))
    assert [len(baris.sub_kegiatan) for baris in hasil.dokumen.baris] == [2, 1, 1]
    assert [baris.sasaran.uraian for baris in hasil.dokumen.baris] == [
        "Mutu naik",
        "Mutu naik",
        "Tertib arsip",
    ]
    assert hasil.dokumen.baris[1].sasaran.indikator[0].nama == "Indeks"
    assert hasil.temuan == ()


def test_several_indikator_of_one_sub_kegiatan_and_of_one_sasaran(tmp_path: Path) -> None:
    rows = [
        PENUH,
        " | | | | | | | Jumlah rapat | Kali | TW 1 : 2",
        " | | Indeks kedua | TW 1 : 50% | | | | | | TW 2 : 3",
    ]
    hasil = read(tmp_path, lines(*KEPALA, *JUDUL, *rows))
    (baris,) = hasil.dokumen.baris
    assert [item.nama for item in baris.sasaran.indikator] == ["Indeks layanan", "Indeks kedua"]
    assert [printed(item) for item in baris.sub_kegiatan[0].indikator] == [["40%"], ["2", "3"]]
    assert len({item.id for item in baris.sub_kegiatan[0].indikator}) == 2


def test_indikator_taken_over_from_above(tmp_path: Path) -> None:
    rows = [
        PENUH,
        "2 | | | TW 1 : 30% | | Kegiatan D | Sub kegiatan dua | Jumlah surat | Surat | TW 1 : 5",
        " | | Indeks kedua | TW 1 : 9% | | | | | | TW 2 : 5",
        "| | Indeks ketiga | TW 1 : 8% | Program E | Kegiatan F | Sub kegiatan tiga | Jumlah tamu | Orang | TW 1 : 6",
    ]
    hasil = read(tmp_path, lines(*KEPALA, *JUDUL, *rows))
    found = [
        [(item.nama, printed(item)) for item in baris.sasaran.indikator] for baris in hasil.dokumen.baris
    ]
    assert found == [
        [("Indeks layanan", ["25%"])],
        [("Indeks layanan", ["30%"]), ("Indeks kedua", ["9%"])],
        [("Indeks ketiga", ["8%"])],
    ]
    assert len({baris.sasaran.id for baris in hasil.dokumen.baris}) == 1
    assert codes(hasil) == {"SKP122": 1}


def test_name_that_goes_on_before_anything_is_measured(tmp_path: Path) -> None:
    rows = [
        f"{SATU} | Penyediaan jasa surat",
        " | | | | | | dan jasa listrik | Jumlah surat | Surat | TW 1 : 5",
    ]
    (sub,) = subs(read(tmp_path, lines(*KEPALA, *JUDUL, *rows)).dokumen)
    assert sub.nama == "Penyediaan jasa surat dan jasa listrik"
    assert printed(sub.indikator[0]) == ["5"]


def test_missing_unit_and_missing_indikator(tmp_path: Path) -> None:
    rows = [
        f"{SATU} | Sub kegiatan satu | Jumlah laporan | | TW 1 : 4 Laporan",
        " | | | | | | Sub kegiatan dua | | Kali | TW 1 : 2",
        " | | | | | | Sub kegiatan tiga | | |",
    ]
    (baris,) = read(tmp_path, lines(*KEPALA, *JUDUL, *rows)).dokumen.baris
    one, two, three = baris.sub_kegiatan
    assert (one.indikator[0].satuan, printed(one.indikator[0])) == ("", ["4 Laporan"])
    assert two.indikator[0].tersirat
    assert (two.indikator[0].nama, two.indikator[0].satuan) == ("Sub kegiatan dua", "Kali")
    assert three.indikator == ()


def test_texts_that_go_on_below_are_joined(tmp_path: Path) -> None:
    rows = [PENUH, " | dan murah | yang disurvei | | | | dan yang terakhir | secara tertib | | TW 2 : 60%"]
    hasil = read(tmp_path, lines(*KEPALA, *JUDUL, *rows))
    (baris,) = hasil.dokumen.baris
    assert baris.sasaran.uraian == "Mutu layanan naik dan murah"
    assert baris.sasaran.indikator[0].nama == "Indeks layanan yang disurvei"
    assert baris.sub_kegiatan[0].nama == "Sub kegiatan yang pertama dan yang terakhir"
    assert baris.sub_kegiatan[0].indikator[0].nama == "Jumlah laporan yang tersusun secara tertib"
    assert codes(hasil) == {"SKP112": 4}


@pytest.mark.parametrize("rest", ["| Kali | TW 2 : 1", "| | TW 1 : 1"])
def test_a_small_letter_with_cells_of_its_own_begins_another_thing(tmp_path: Path, rest: str) -> None:
    row = f" | | | | | | fasilitasi kunjungan tamu | jumlah kunjungan tamu {rest}"
    hasil = read(tmp_path, lines(*KEPALA, *JUDUL, PENUH, row))
    assert [sub.nama for sub in subs(hasil.dokumen)] == [
        "Sub kegiatan yang pertama",
        "fasilitasi kunjungan tamu",
    ]


def test_bands_of_sasaran_across_the_table(tmp_path: Path) -> None:
    hasil = read(
        tmp_path,
        lines(
            "RENCANA AKSI TAHUN 2025",
            "No | Sasaran | Indikator | Target | Kegiatan",
            "Sasaran 1: Mutu layanan naik",
            "1 | | Indeks | 80 | Kegiatan A",
            "2 | | Indeks dua | 81 | Kegiatan B",
            "Sasaran 2: Tertib arsip",
            "3 | | Indeks arsip | 82 | Kegiatan C",
        ),
    )
    found = [(baris.sasaran.uraian, baris.kegiatan and baris.kegiatan.nama) for baris in hasil.dokumen.baris]
    assert found == [
        ("Mutu layanan naik", "Kegiatan A"),
        ("Mutu layanan naik", "Kegiatan B"),
        ("Tertib arsip", "Kegiatan C"),
    ]
    assert hasil.temuan == ()


def test_steps_below_a_sub_kegiatan(tmp_path: Path) -> None:
    hasil = read(
        tmp_path,
        lines(
            "RENCANA AKSI TAHUN 2025",
            "No | Sasaran | Indikator | Target | Sub Kegiatan | Rencana Aksi | Indikator Output | Target",
            "1 | Mutu naik | Indeks | 80 | Sub C | Menyusun pedoman | Jumlah pedoman | TW 1 : 1",
            "  | | | | | Menguji pedoman | Jumlah uji | TW 2 : 2",
            "  | | | | Sub D | Melatih petugas | Jumlah petugas | TW 3 : 3",
            "2 | | | | | Menilai petugas | Jumlah nilai | TW 4 : 4",
        ),
    )
    one, two, three = hasil.dokumen.baris
    assert [aksi.uraian for aksi in one.aksi] == ["Menyusun pedoman", "Menguji pedoman"]
    assert [sub.nama for sub in (*one.sub_kegiatan, *two.sub_kegiatan, *three.sub_kegiatan)] == [
        "Sub C",
        "Sub D",
        "Sub D",
    ]
    assert two.sub_kegiatan[0].id == three.sub_kegiatan[0].id
    pohon = hasil.to_pohon()
    assert above(pohon, three.aksi[0].id) == two.sub_kegiatan[0].id


# --- what can't be used -------------------------------------------------------


def pesan(hasil: Hasil, kode: str) -> list[str]:
    return [item.pesan for item in hasil.temuan if item.kode == kode]


def test_target_printed_twice_is_kept_and_reported(tmp_path: Path) -> None:
    rows = [
        PENUH,
        " | | | | | | | | | TW 1 : 41%",
        " | | | | | | Sub kegiatan dua | Jumlah surat yang keluar | Surat | TW 1 : 5% TW 1 : 6%",
    ]
    hasil = read(tmp_path, lines(*KEPALA, *JUDUL, *rows))
    one, two = subs(hasil.dokumen)
    assert printed(one.indikator[0]) == ["40%"]
    assert printed(two.indikator[0]) == ["5%"]
    assert (one.lain, two.lain) == ((("Isian TW 1", "41%"),), (("Isian TW 1", "6%"),))
    assert pesan(hasil, "SKP105") == [
        'Isian "41%" tidak dikenal: target Triwulan I Tahun 2025 sudah terisi. Teksnya disimpan apa adanya.',
        'Isian "6%" tidak dikenal: target Triwulan I Tahun 2025 sudah terisi. Teksnya disimpan apa adanya.',
    ]
    path = tmp_path / "lagi.csv"
    write_dokumen(hasil.dokumen, path)
    assert read_dokumen(path).dokumen == hasil.dokumen


def test_target_twice_and_then_the_next_triwulan(tmp_path: Path) -> None:
    rows = [PENUH, " | | | | | | | | | TW 1 : 41%", " | | | | | | | | | TW 2 : 50%"]
    hasil = read(tmp_path, lines(*KEPALA, *JUDUL, *rows))
    (sub,) = subs(hasil.dokumen)
    assert printed(sub.indikator[0]) == ["40%", "50%"]
    assert sub.lain == (("Isian TW 1", "41%"),)


def test_triwulan_of_no_year(tmp_path: Path) -> None:
    hasil = read(tmp_path, lines("RENCANA AKSI", *JUDUL, PENUH))
    (baris,) = hasil.dokumen.baris
    assert baris.sub_kegiatan[0].indikator[0].target == ()
    assert baris.sub_kegiatan[0].lain == (("Isian TW 1", "40%"),)
    assert baris.sasaran.lain == (("Isian TW 1", "25%"),)
    assert len(pesan(hasil, "SKP105")) == 2


def test_same_indikator_with_other_targets(tmp_path: Path) -> None:
    second = (
        PENUH.replace("1 | Mutu", "2 | Mutu").replace("TW 1 : 25%", "TW 1 : 30%").replace("pertama", "kedua")
    )
    hasil = read(tmp_path, lines(*KEPALA, *JUDUL, PENUH, second))
    assert pesan(hasil, "SKP122") == [
        'Target Triwulan I Tahun 2025 untuk "Indeks layanan" di sini 30%, sedangkan di sel D6 25%.'
    ]
    assert [printed(baris.sasaran.indikator[0]) for baris in hasil.dokumen.baris] == [["25%"], ["30%"]]


def test_numbers_out_of_order(tmp_path: Path) -> None:
    rows = [PENUH, PENUH.replace("1 | Mutu", "3 | Mutu", 1), PENUH.replace("1 | Mutu", "a. | Mutu", 1)]
    hasil = read(tmp_path, lines(*KEPALA, *JUDUL, *rows))
    assert [item.tempat.sel for item in hasil.temuan if item.kode == "SKP114"] == ["A7", "A8"]
    assert len(hasil.dokumen.baris) == 3


def test_money_that_nothing_can_take(tmp_path: Path) -> None:
    judul = "No | Sasaran | Indikator | Target | Sub Kegiatan | Anggaran"
    rows = [
        "1 | Mutu naik | Indeks | 80 | Sub C | 5.000",
        " | | | | | 6.000",
        "2 | Tertib arsip | | | - | 7.000",
    ]
    hasil = read(tmp_path, lines("RENCANA AKSI TAHUN 2025", judul, *rows, "3 | Aman | | | Sub D | -"))
    one, two, three = hasil.dokumen.baris
    assert one.sub_kegiatan[0].pagu[0].jumlah == 5_000
    assert one.sub_kegiatan[0].lain == (("Isian rupiah", "6.000"),)
    assert two.sasaran.lain == (("Isian rupiah", "7.000"),)
    assert three.sub_kegiatan[0].pagu == ()
    assert codes(hasil)["SKP105"] == 2
    no_year = read(tmp_path, lines("RENCANA AKSI", judul, "1 | Mutu naik | Indeks | | Sub C | 5.000"))
    assert no_year.dokumen.baris[0].sub_kegiatan[0].lain == (("Isian rupiah", "5.000"),)
    assert codes(no_year)["SKP105"] == 1


def test_first_row_that_has_targets_only(tmp_path: Path) -> None:
    hasil = read(tmp_path, lines(*KEPALA, *JUDUL, " | | | TW 1 : 25% | | | | | | TW 1 : 40%"))
    (baris,) = hasil.dokumen.baris
    assert baris.sasaran.uraian == ""
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh


def test_ids_that_are_copied_are_reported(tmp_path: Path) -> None:
    judul = "No | Sasaran | Indikator | Target | Sub Kegiatan | ID Sasaran | ID Indikator"
    rows = [
        "1 | Mutu naik | Indeks | 80 | Sub C | s-1 | i-1",
        "2 | Tertib arsip | Indeks | 81 | Sub D | s-1 | i-1",
    ]
    rows.append("3 | Tertib arsip | Indeks | 81 | Sub D | |")
    hasil = read(tmp_path, lines("RENCANA AKSI TAHUN 2025", judul, *rows))
    one, two, three = hasil.dokumen.baris
    assert (one.sasaran.id, one.sasaran.indikator[0].id) == ("s-1", "i-1")
    assert two.sasaran.id == three.sasaran.id == "S1"
    assert two.sasaran.indikator[0].id == three.sasaran.indikator[0].id
    assert where(hasil, "SKP105") == ["F4", "G4"]


def test_an_id_that_stands_below_is_not_given_away(tmp_path: Path) -> None:
    judul = "No | Sasaran | Indikator | Target | Sub Kegiatan | ID Sasaran"
    rows = ["1 | Mutu naik | Indeks | 80 | Sub C |", "2 | Tertib arsip | Indeks | 81 | Sub D | S1"]
    one, two = read(tmp_path, lines("RENCANA AKSI TAHUN 2025", judul, *rows)).dokumen.baris
    assert (one.sasaran.id, two.sasaran.id) == ("S1-2", "S1")


@pytest.mark.parametrize(
    "below", ["2 | Tertib arsip | Indeks | 81 | Program B", "3 | Arsip | Indeks | TW 1 : 5 %"]
)
def test_a_post_in_a_row_of_the_table_signs_nothing(tmp_path: Path, below: str) -> None:
    judul = "No | Sasaran | Indikator | Target | Program | Kegiatan | Penanggung Jawab"
    row = "1 | Mutu naik | Indeks | 80 | Program A | Kegiatan A | Kepala Dinas"
    text = lines("RENCANA AKSI TAHUN 2025", "", judul, row, " | Kepala Dinas yang cakap | Nilai", below)
    hasil = read(tmp_path, text)
    assert [item.sasaran.uraian for item in hasil.dokumen.baris][1] == "Kepala Dinas yang cakap"
    assert len(hasil.dokumen.baris) == 3
    assert not codes(hasil)["SKP111"]


def test_a_post_with_a_figure_beside_it_is_a_row(tmp_path: Path) -> None:
    judul = "No | Sasaran | Indikator | Target | Program | Kegiatan"
    text = lines(
        "RENCANA AKSI TAHUN 2025",
        "",
        judul,
        "1 | Mutu naik | Indeks | 80 | Program A | Kegiatan A",
        "| | Kepala Dinas yang dinilai baik | 4 Orang",
        "",
        "Kepala Dinas Contoh",
        "NAMA PEJABAT",
    )
    hasil = read(tmp_path, text)
    (baris,) = hasil.dokumen.baris
    assert [(item.nama, printed(item)) for item in baris.sasaran.indikator] == [
        ("Indeks", ["80"]),
        ("Kepala Dinas yang dinilai baik", ["4 Orang"]),
    ]
    assert codes(hasil)["SKP111"] == 2


def test_a_lone_figure_in_a_written_remark_stays_one(tmp_path: Path) -> None:
    """The ids of a written file say whose row it is; nothing in it slid."""
    sub = SubKegiatan("SK1", nama="TW 1 : 25%", keterangan="1")
    aksi = RencanaAksi(
        kepala=Kepala(periode=2025),
        baris=[
            BarisAksi(sasaran=Sasaran("S1", uraian="Bulan"), sub_kegiatan=[sub, attrs.evolve(sub, id="SK2")])
        ],
    )
    write_dokumen(aksi, tmp_path / "renaksi.csv")
    assert read_dokumen(tmp_path / "renaksi.csv", bentuk="rencana_aksi").dokumen == aksi


# --- cells out of their columns -----------------------------------------------

KOLOM = (
    "nomor",
    "sasaran",
    "indikator",
    "target",
    "program",
    "kegiatan",
    "sub",
    "rinci",
    "satuan",
    "tw",
    "ket",
)
ATURAN = Aturan(
    peran={
        "nomor": Peran.NOMOR,
        "sasaran": Peran.TEKS,
        "indikator": Peran.TEKS,
        "target": Peran.TARGET,
        "program": Peran.TEKS,
        "kegiatan": Peran.TEKS,
        "sub": Peran.TEKS,
        "rinci": Peran.TEKS,
        "satuan": Peran.SATUAN,
        "tw": Peran.TARGET,
        "ket": Peran.KETERANGAN,
    },
    rantai=(("nomor", "sasaran", "indikator"), ("program", "kegiatan", "sub", "rinci")),
)
T = ["Terlaksananya kegiatan yang panjang sekali", "Jumlah laporan yang tersusun dengan baik"]


def larik(*cells: str, kolom: tuple[str, ...] = KOLOM) -> Larik:
    found = tuple(KolomTemu(number, kunci, "", kunci) for number, kunci in enumerate(kolom, start=1))
    return Larik(Kisi("", (cells,)), 1, found)


def became(row: Larik, *sebelum: Larik) -> dict[str, str]:
    """What the cells of a row are read as, after rows above it."""
    moved: tuple[Geseran, ...] = ()
    for item in sebelum:
        _, moved = realign(item, ATURAN, moved)
    right, _ = realign(row, ATURAN, moved)
    return {item.kunci: teks for item, teks in right.terisi}


N = ""


@pytest.mark.parametrize(
    "cells",
    [
        (N, N, N, N, N, N, *T, "Bulan", "TW 1 : 5%"),  # in place
        (N, N, N, N, N, *T, "Bulan", "TW 1 : 5%"),  # one to the left
        (N, N, N, N, N, N, N, *T, "Bulan", "TW 1 : 5%"),  # one to the right
        (N, N, N, T[0], N, N, T[1], "Bulan", "TW 1 : 5%"),  # torn in two
        (N, N, N, N, N, N, N, N, N, N, N, N, *T, "Bulan", "TW 1 : 5%"),  # right of the table
        (*T, "Bulan", "TW 1 : 5%"),  # at its left edge
    ],
)
def test_a_shifted_row_is_put_back(cells: tuple[str, ...]) -> None:
    assert became(larik(*cells)) == {"sub": T[0], "rinci": T[1], "satuan": "Bulan", "tw": "TW 1 : 5%"}


def test_a_row_of_which_only_the_end_slid() -> None:
    cells = ("1", *T, *T, *T, "Bulan", "TW 1 : 5%")
    found = became(larik(*cells))
    assert tuple(found.values()) == cells
    assert list(found) == [
        "nomor",
        "sasaran",
        "indikator",
        "program",
        "kegiatan",
        "sub",
        "rinci",
        "satuan",
        "tw",
    ]


def test_a_numbered_row_one_column_to_the_right() -> None:
    cells = (N, "7.", *T, "TW 1 : 9%", T[0], T[1], *T, "Bulan", "TW 1 : 5%")
    assert list(became(larik(*cells))) == list(KOLOM[:-1])


def test_the_number_of_a_row_stays() -> None:
    found = became(larik("3", N, N, N, N, N, *T, "Bulan", N, "TW 1 : 5%"))
    assert found["nomor"] == "3"
    assert found["tw"] == "TW 1 : 5%"


def test_ids_stay_in_a_row_that_slid() -> None:
    cells = (N, N, N, N, N, *T, "Bulan", "TW 1 : 5%", N, N, "SK1")
    found = became(larik(*cells, kolom=(*KOLOM, "id_sub")))
    assert found == {"sub": T[0], "rinci": T[1], "satuan": "Bulan", "tw": "TW 1 : 5%", "id_sub": "SK1"}


def test_a_name_that_is_also_a_unit_stays_in_a_row_that_slid() -> None:
    found = became(larik("1", T[0], "Indeks", N, "TW 1 : 5%"))
    assert found == {"nomor": "1", "sasaran": T[0], "indikator": "Indeks", "target": "TW 1 : 5%"}


def test_lone_targets_go_to_the_nearest_column_of_targets() -> None:
    assert became(larik(N, N, "TW 2 : 5%", N, N, N, N, N, N, "TW 2 : 7%")) == {
        "target": "TW 2 : 5%",
        "tw": "TW 2 : 7%",
    }
    assert became(larik(N, N, N, N, N, N, N, N, "TW 2 : 7%")) == {"tw": "TW 2 : 7%"}


def test_a_target_below_a_shifted_one_goes_the_same_way() -> None:
    alone = larik(N, N, N, N, N, N, "TW 2 : 7%")
    assert became(alone) == {"target": "TW 2 : 7%"}  # as far from both
    torn = larik(N, N, N, *T, "Bulan", "TW 1 : 7%")
    assert became(torn)["tw"] == "TW 1 : 7%"
    assert became(alone, torn) == {"tw": "TW 2 : 7%"}


@pytest.mark.parametrize(
    "cells",
    [
        ("1", "Mutu naik", "Indeks", "Baik", "A", "B", "C", "D", "rombongan belajar", "WTP", "catatan"),
        (N, N, N, "80", N, N, N, N, "12 Bulan", "7"),  # a figure alone is no sign
        (N, N, N, N, N, N, N, N, N, N, N, N, "17"),
        (N, N, N, N, N, N, *T, "Bulan", "TW 1 : 5%", "sesuai jadwal yang telah ditetapkan bersama"),
        (N, N, N, N, N, N, "Dokumen", T[1], "Bulan", "TW 1 : 5%"),  # a name that is also a unit
        ("1", "Mutu naik", "Indeks", "80"),  # and one where no unit stands
    ],
)
def test_what_may_stand_where_it_does_stays(cells: tuple[str, ...]) -> None:
    row = larik(*cells)
    assert realign(row, ATURAN) == (row, ())


def test_what_has_no_room_stays() -> None:
    full = larik(N, N, N, "TW 1 : 1%", N, N, N, N, "TW 1 : 2%", "TW 1 : 3%")
    assert realign(full, ATURAN) == (full, ())
    many = larik(*(f"TW 1 : {number}%" for number in range(12)))
    assert realign(many, ATURAN) == (many, ())


def test_tables_of_very_many_columns_are_left_alone() -> None:
    row = larik(N, "TW 1 : 1%", kolom=("target", *(f"x{number}" for number in range(70))))
    assert realign(row, ATURAN) == (row, ())


def test_a_text_right_of_the_table_becomes_a_remark() -> None:
    cells = ("1", N, N, N, N, N, *T, "Bulan", "TW 1 : 5%", N, N, "lihat lampiran dua")
    assert became(larik(*cells))["ket"] == "lihat lampiran dua"


def test_units_are_learned_from_the_table() -> None:
    rows = [larik(N, N, N, N, N, N, *T, unit) for unit in ("Rombel", "Bulan", "5", "TW 1 : 5%")]
    assert learn_satuan(rows, ATURAN) == {"rombel"}
    known = attrs.evolve(ATURAN, satuan=learn_satuan(rows, ATURAN))
    assert known.sifat("Rombel") is Sifat.SATUAN
    assert ATURAN.sifat("Rombel") is Sifat.PENDEK


@pytest.mark.parametrize(
    ("teks", "sifat"),
    [
        ("TW 1 : 25%", Sifat.BAGIAN),
        ("TW 1 : WTP", Sifat.BAGIAN),
        ("Triwulan III", Sifat.BAGIAN),
        ("orang/bulan", Sifat.SATUAN),
        ("Rp 12.000", Sifat.NILAI),
        ("12 Orang / Bulan", Sifat.NILAI),
        ("-", Sifat.NILAI),
        ("12.", Sifat.NOMOR),
        ("Sub C", Sifat.PENDEK),
        (T[0], Sifat.PANJANG),
    ],
)
def test_what_a_cell_is(teks: str, sifat: Sifat) -> None:
    assert ATURAN.sifat(teks) is sifat


def test_shifted_rows_of_another_agency(tmp_path: Path) -> None:
    rows = [
        PENUH,
        " | | | | | | | Sub kegiatan yang bergeser | Jumlah dokumen yang terbit | Dokumen | TW 1 : 5",
        " | | | | | | | | | | TW 2 : 6",
    ]
    hasil = read(tmp_path, lines(*KEPALA, *JUDUL, *rows))
    sub = subs(hasil.dokumen)[1]
    assert (sub.nama, sub.indikator[0].satuan) == ("Sub kegiatan yang bergeser", "Dokumen")
    assert printed(sub.indikator[0]) == ["5", "6"]
    assert where(hasil, "SKP113") == ["H7", "I7", "J7", "K7", "K8"]


# --- targets in cells ---------------------------------------------------------


@pytest.mark.parametrize(
    ("teks", "found"),
    [
        ("TW 1 : 35% TW 2 : 25%", [("TW 1", "35%"), ("TW 2", "25%")]),
        ("Tw.I= 5; tw.II= -", [("Tw.I", "5"), ("tw.II", "-")]),
        ("TRIWULAN IV 12 Dokumen", [("TRIWULAN IV", "12 Dokumen")]),
        ("Semester 1 : 50\nSemester II : 100", [("Semester 1", "50"), ("Semester II", "100")]),
        ("Januari : 1, Februari : 2", [("Januari", "1"), ("Februari", "2")]),
        ("2024 : 70 2025 : 80", [("2024", "70"), ("2025", "80")]),
        ("TW 3 :", [("TW 3", "")]),
        ("Januari sampai Maret", [("", "Januari sampai Maret")]),
        ("selesai di TW 1", [("", "selesai di TW 1")]),
        ("TW 100", [("", "TW 100")]),
    ],
)
def test_targets_in_one_cell(teks: str, found: list[tuple[str, str]]) -> None:
    assert [(item.label, item.teks) for item in split_bagian(teks)] == found


@pytest.mark.parametrize(
    ("label", "periode"),
    [
        ("TW 1", "2023-TW1"),
        ("Triwulan-IV", "2023-TW4"),
        ("Kuartal 2 2024", "2024-TW2"),
        ("ii", "2023-TW2"),
        ("Semester II", "2023-S2"),
        ("Maret", "2023-03"),
        ("2021-2026", "2021-2026"),
        ("sepanjang tahun", None),
        ("TW 1 0001", None),
    ],
)
def test_periods_that_labels_name(label: str, periode: str | None) -> None:
    assert read_periode(label, 2023) == (None if periode is None else Periode.parse(periode))


def test_labels_that_sentences_begin_with() -> None:
    assert not is_bagian("TW 1 dan TW 2 dilaksanakan di Ambon")
    assert not is_bagian(f"TW 1 : {'sangat ' * 10}")
    assert is_bagian("TW 1 : -")


def test_cells_of_targets_are_written_as_they_are_read() -> None:
    rows = ("2023", "2023-TW1", "2024-TW2", "2023-S1", "2023-08", "2021-2026")
    text = join_bagian([Target(when, "5") for when in rows], Periode(2023))
    assert text.splitlines() == [
        "2023 : 5",
        "TW 1 : 5",
        "TW 2 2024 : 5",
        "Semester 1 : 5",
        "Agustus : 5",
        "2021-2026 : 5",
    ]
    assert [str(read_periode(item.label, 2023)) for item in split_bagian(text)] == list(rows)
    assert join_bagian([Target("2023", Kosong())], Periode(2023)) == "2023 :"
    assert join_bagian([Target("2023-TW1", "5")], None) == "TW 1 2023 : 5"


@pytest.mark.parametrize(
    ("teks", "kata"), [("Pemba\u0648ran kita", "Pemba\u0648ran"), ("Café Übung", ""), ("漢字", "")]
)
def test_words_with_letters_of_two_scripts(teks: str, kata: str) -> None:
    assert find_asing(teks) == kata


# --- the form -----------------------------------------------------------------


def indikator(id: str, **target: str) -> Indikator:
    return Indikator(id=id, nama=id, target={f"2025-{name}": value for name, value in target.items()})


def test_tree_of_rows_that_repeat() -> None:
    aksi = RencanaAksi(
        baris=[
            BarisAksi(sasaran=Sasaran("S1", uraian="Mutu naik", indikator=[indikator("i", TW1="1")])),
            BarisAksi(
                sasaran=Sasaran("S1", uraian="MUTU  naik", indikator=[indikator("i", TW1="9", TW2="2")])
            ),
        ]
    )
    (simpul,) = aksi.to_pohon()
    assert simpul.label == "Mutu naik"
    assert printed(simpul.indikator[0]) == ["1", "2"]


@pytest.mark.parametrize(
    "second",
    [
        BarisAksi(sasaran=Sasaran("S1", uraian="Mutu turun")),
        BarisAksi(sasaran=Sasaran("S2"), program=Program("S1", nama="Mutu naik")),
        BarisAksi(sasaran=Sasaran("S2"), program=Program("P1", nama="A")),
    ],
)
def test_one_id_for_two_things_makes_no_tree(second: BarisAksi) -> None:
    first = BarisAksi(sasaran=Sasaran("S1", uraian="Mutu naik"), program=Program("P1", nama="A"))
    with pytest.raises(PohonError, match=r"rows of the Rencana Aksi") as found:
        RencanaAksi(baris=[first, second]).to_pohon()
    assert "baris Rencana Aksi" in found.value.kalimat


def test_all_that_a_row_names() -> None:
    baris = BarisAksi(
        sasaran=Sasaran("S1"),
        kegiatan=Kegiatan("K1"),
        sub_kegiatan=[SubKegiatan("SK1")],
        aksi=[Aktivitas("A1")],
    )
    assert [simpul.id for simpul in baris.simpul] == ["S1", "K1", "SK1", "A1"]
    pohon = RencanaAksi(baris=[baris]).to_pohon()
    assert [above(pohon, id) for id in ("K1", "SK1", "A1")] == ["S1", "K1", "SK1"]


def test_example_of_the_template(tmp_path: Path) -> None:
    contoh = FORMULIR["rencana_aksi"].contoh()
    path = tmp_path / "contoh.xlsx"
    write_dokumen(contoh, path)
    assert read_dokumen(path).dokumen == contoh


SEDIKIT = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)


@SEDIKIT
@given(rencana_aksi())
def test_what_is_written_is_read_again(tmp_path: Path, aksi: RencanaAksi) -> None:
    path = tmp_path / "renaksi.csv"
    write_dokumen(aksi, path)
    hasil: Hasil = read_dokumen(path, bentuk="rencana_aksi")
    assert hasil.dokumen == aksi
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_money_of_each_triwulan_comes_back(tmp_path: Path, ending: str) -> None:
    program = Program(
        "P1",
        nama="Program A",
        pagu=[
            Pagu(2025, 100),
            Pagu("2025-TW1", 25),
            Pagu("2025-TW2", 75),
            Pagu("2025-TW2", 60, "", "perubahan"),
        ],
    )
    form = RencanaAksi(
        kepala=Kepala(periode=2025),
        baris=[BarisAksi(sasaran=Sasaran("S1", uraian="Mutu naik"), program=program)],
    )
    path = tmp_path / f"renaksi.{ending}"
    write_dokumen(form, path)
    hasil: Hasil = read_dokumen(path, bentuk="rencana_aksi")
    assert hasil.dokumen == form


def test_a_revised_plan_has_columns_for_each_version(tmp_path: Path) -> None:
    """What a planner reads: TARGET semula beside TARGET menjadi, with all triwulan of a version in one cell."""
    shares = [Target(f"2025-TW{n}", f"{n}0%") for n in (1, 2)]
    later = [Target("2025-TW2", "45%", "perubahan", dt.date(2025, 9, 1))]
    sub = SubKegiatan(
        "SK1",
        nama="Permakanan",
        pagu=[Pagu(2025, 100), Pagu(2025, 150, "", "perubahan")],
        indikator=[Indikator(id="SK1.1", nama="Jumlah", target=[*shares, *later])],
    )
    form = RencanaAksi(
        kepala=Kepala(periode=2025),
        baris=[BarisAksi(sasaran=Sasaran("S1", uraian="Mutu naik"), sub_kegiatan=[sub])],
    )
    path = tmp_path / "renaksi.csv"
    write_dokumen(form, path)
    teks = path.read_text("utf-8")
    for words in (
        "Sebelum Perubahan,Setelah Perubahan (berlaku 01-09-2025)",
        "2025 Sebelum Perubahan",
        '"TW 1 : 10%\nTW 2 : 20%",TW 2 : 45%,Rp100,Rp150',
    ):
        assert words in teks
    assert read_dokumen(path, bentuk="rencana_aksi").dokumen == form


def test_versions_stand_in_columns_of_triwulan_too(tmp_path: Path) -> None:
    text = lines(
        "RENCANA AKSI TAHUN 2025",
        "",
        "No | Sasaran | Indikator | Target TW I Semula | Target TW I Menjadi | Kegiatan | Anggaran Semula | Anggaran Menjadi",
        "1 | Mutu naik | Indeks | 80 | 85 | Pembinaan | 1.000 | 2.000",
    )
    (baris,) = read(tmp_path, text).dokumen.baris
    targets = [(str(item.periode), item.versi, str(item.nilai)) for item in baris.sasaran.indikator[0].target]
    assert targets == [("2025-TW1", "murni", "80"), ("2025-TW1", "perubahan", "85")]
    assert baris.kegiatan is not None
    assert [(item.versi, item.jumlah) for item in baris.kegiatan.pagu] == [
        ("murni", 1000),
        ("perubahan", 2000),
    ]


def test_a_version_since_a_day_that_there_is_not_is_told_and_kept(tmp_path: Path) -> None:
    text = lines(
        "RENCANA AKSI TAHUN 2025",
        "",
        "No | Sasaran | Indikator | Target | Kegiatan | Target Menjadi (berlaku 31-02-2025) | Anggaran (berlaku 31-02-2025)",
        "1 | Mutu naik | Indeks | 80 | Pembinaan | 85 | 2.000",
    )
    hasil = read(tmp_path, text)
    (baris,) = hasil.dokumen.baris
    assert baris.kegiatan is not None
    assert (baris.kegiatan.pagu, baris.kegiatan.indikator) == ((), ())
    assert sorted(teks for _, teks in baris.kegiatan.lain) == ["2.000", "85"]
    assert where(hasil, "SKP105") == ["F4", "G4"]


@settings(SEDIKIT, max_examples=8)
@given(rencana_aksi())
def test_workbooks_are_read_again(tmp_path: Path, aksi: RencanaAksi) -> None:
    path = tmp_path / "renaksi.xlsx"
    write_dokumen(aksi, path)
    assert read_dokumen(path, bentuk="rencana_aksi").dokumen == aksi


_SEL = st.sampled_from(
    (
        "",
        "",
        "",
        "-",
        "1",
        "2.",
        "Mutu naik",
        "dan murah",
        "Sasaran 1: Tertib",
        "Program Pembinaan masyarakat",
        "1.06.04 Program Rehabilitasi",
        "Bulan",
        "TW 1 : 25%",
        "TW 2 : - TW 3 : x",
        "Triwulan IV",
        "2024 : 5",
        "13.2918.000",
        "#REF!",
        "Rp5.000",
        "s-1",
        "Pemba\u0648ran kita",
        "Kepala Dinas Contoh",
        *T,
    )
)
_TABEL = (
    JUDUL,
    (
        "No | Sasaran | Indikator | Target | TW I | TW II | Kegiatan | Sub Kegiatan | Anggaran | PJ | ID Sasaran | Warna",
    ),
    ("No | Aksi | Indikator | Periode | Target | Anggaran | Program/Kegiatan | PJ | ID Aksi",),
)


@settings(SEDIKIT, max_examples=100)
@given(
    st.sampled_from(_TABEL),
    st.lists(st.lists(_SEL, min_size=1, max_size=14), max_size=9),
    st.sampled_from(("RENCANA AKSI TAHUN 2025", "RENCANA AKSI", "RENCANA AKSI 2021-2026")),
)
@example(  # an id that reads like a header
    _TABEL[2],
    [
        [
            "",
            "1.06.04 Program Rehabilitasi",
            "Sasaran 1: Tertib",
            "Mutu naik",
            "Triwulan IV",
            "",
            "-",
            "s-1",
            "Bulan",
        ],
        ["", "", "#REF!"],
    ],
    "RENCANA AKSI TAHUN 2025",
)
@example(  # an id that reads like a header, of a step that has two rows
    _TABEL[2],
    [
        ["", "TW 2 : - TW 3 : x", "", "", "Jumlah laporan", "", "Program Pembinaan masyarakat", "", ""],
        ["", "Triwulan IV", "", "", "", "", "", "", "Sasaran 1: Tertib"],
        ["Rp5.000", "Triwulan IV", "Bulan"],
    ],
    "RENCANA AKSI TAHUN 2025",
)
def test_whatever_the_cells_hold_each_is_accounted_for(
    tmp_path: Path, judul: tuple[str, ...], isi: list[list[str]], nama: str
) -> None:
    first = "1 | Mutu naik | Indeks | 80"
    text = "\n".join([lines(nama, "", *judul, first), *("\t".join(row) for row in isi)])
    hasil = read(tmp_path, text)
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh
    path = tmp_path / "lagi.csv"
    write_dokumen(hasil.dokumen, path)
    again: Hasil = read_dokumen(path, bentuk="rencana_aksi")
    assert again.cakupan is not None
    assert again.cakupan.utuh
    assert len(again.dokumen.baris) == len(hasil.dokumen.baris)
