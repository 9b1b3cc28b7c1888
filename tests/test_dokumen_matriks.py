"""Matrices of a whole tree: program, kegiatan and sub kegiatan side by side, and lists of levels."""

from __future__ import annotations

import tempfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings

import strategies_matriks as matriks
from sakip import read_dokumen, write_dokumen
from sakip.bentuk import Penjenjangan
from sakip.dokumen import HasilBaca
from sakip.model import Komponen
from sakip.pohon import PohonKinerja
from strategies import SEDIKIT

JUDUL = "MATRIKS CASCADING KINERJA TAHUN 2025"
PENUH = (
    "Program,Sasaran Program,Indikator Program,Target Program,Kegiatan,Sasaran Kegiatan,Indikator Kegiatan,"
    "Target Kegiatan,Sub Kegiatan,Sasaran Sub Kegiatan,Indikator Sub Kegiatan,Target Sub Kegiatan"
)
PENDEK = ",".join(f"{nama},Sasaran,Indikator,Target" for nama in ("Program", "Kegiatan", "Sub Kegiatan"))
REHABILITASI = (
    "Rehabilitasi Sosial,Tertanganinya PPKS,Persentase PPKS tertangani,80 %,Rehabilitasi Dasar,"
    "Terlayaninya PPKS,Jumlah PPKS,100 orang,Penyediaan Permakanan,Tersedianya permakanan,Jumlah orang,50 orang"
)
LANJUT = (
    ",,Jumlah panti,3,Rehabilitasi Lanjut,Terlayaninya lansia,Jumlah lansia,40 orang,Penyediaan Alat,"
    "Tersedianya alat,Jumlah alat,5 unit"
)
ISI = (
    REHABILITASI,
    ",,,,,,,,,,Jumlah paket makanan,10 paket",
    ",,,,,,,,Penyediaan Sandang,Tersedianya sandang,Jumlah paket,20 paket",
    LANJUT,
)
POHON = {
    "P1": (
        "Rehabilitasi Sosial",
        "Tertanganinya PPKS",
        ["Persentase PPKS tertangani: 80 %", "Jumlah panti: 3"],
        "",
    ),
    "K1": ("Rehabilitasi Dasar", "Terlayaninya PPKS", ["Jumlah PPKS: 100 orang"], "P1"),
    "S1": (
        "Penyediaan Permakanan",
        "Tersedianya permakanan",
        ["Jumlah orang: 50 orang", "Jumlah paket makanan: 10 paket"],
        "K1",
    ),
    "S2": ("Penyediaan Sandang", "Tersedianya sandang", ["Jumlah paket: 20 paket"], "K1"),
    "K2": ("Rehabilitasi Lanjut", "Terlayaninya lansia", ["Jumlah lansia: 40 orang"], "P1"),
    "S3": ("Penyediaan Alat", "Tersedianya alat", ["Jumlah alat: 5 unit"], "K2"),
}
"""What those rows say, node by node."""


def read(tmp_path: Path, *baris: str, nama: str = "matriks.csv") -> HasilBaca[Penjenjangan]:
    path = tmp_path / nama
    path.write_text("\n".join(baris) + "\n", encoding="utf-8")
    hasil: HasilBaca[Penjenjangan] = read_dokumen(path)
    assert hasil.dokumen.jenis == "penjenjangan"
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh
    return hasil


def facts(pohon: PohonKinerja) -> dict[str, tuple[str, str, list[str], str]]:
    return {
        node.id: (
            node.label if isinstance(node, Komponen) else "",
            node.uraian,
            [": ".join((kpi.nama, *map(str, kpi.target))) for kpi in node.indikator],
            above.id if (above := pohon.parent(node.id)) else "",
        )
        for node in pohon
    }


def codes(hasil: HasilBaca[Penjenjangan]) -> list[str]:
    return [temuan.kode for temuan in hasil.temuan]


# --- side by side --------------------------------------------------------------------


@pytest.mark.parametrize(
    "kepala", [PENUH, PENDEK, PENDEK.replace("Sasaran", "Kinerja").replace("Program,", "Nama Program,")]
)
def test_components_side_by_side(kepala: str, tmp_path: Path) -> None:
    """Blank is the same as above; the words of headers may or may not name the component again."""
    hasil = read(tmp_path, JUDUL, kepala, *ISI)
    assert facts(hasil.to_pohon()) == POHON
    assert codes(hasil) == []


@given(cetakan=matriks.matriks())
@settings(SEDIKIT)
def test_a_tree_comes_back_from_its_matrix(cetakan: matriks.Cetakan) -> None:
    """Whether cells are merged or filled down, each component stands once, below the one left of it."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["MATRIKS CASCADING KINERJA TAHUN 2025"])
    for row in cetakan.baris:
        sheet.append([cell or None for cell in row])
    for top, left, bottom, right in cetakan.gabungan:
        sheet.merge_cells(start_row=top + 1, start_column=left, end_row=bottom + 1, end_column=right)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "matriks.xlsx"
        book.save(path)
        hasil: HasilBaca[Penjenjangan] = read_dokumen(path, bentuk="penjenjangan")
    pohon = hasil.to_pohon()
    nama = {node.id: node.label for node in pohon}
    found = {
        label: (uraian, measured, nama.get(above, ""))
        for label, uraian, measured, above in facts(pohon).values()
    }
    assert found == cetakan.fakta
    assert len(pohon) == len(found)
    assert hasil.temuan == ()


def test_headers_of_two_rows_and_numbered_columns(tmp_path: Path) -> None:
    groups = "PROGRAM,,,,KEGIATAN,,,,SUB KEGIATAN,,,"
    below = ",".join(["Nama,Sasaran,Indikator,Target"] * 3)
    numbers = ",".join(map(str, range(1, 13)))
    hasil = read(tmp_path, JUDUL, groups, below, numbers, *ISI)
    assert facts(hasil.to_pohon()) == POHON
    assert codes(hasil) == []


def test_cells_that_are_filled_down_say_the_same(tmp_path: Path) -> None:
    """Some offices print every cell again; the same indikator with the same target stands once."""
    first, paket, sandang, lanjut = (row.split(",") for row in ISI)
    filled = [
        first,
        first[:10] + paket[10:],
        first[:8] + sandang[8:],
        first[:4] + lanjut[4:],
        first[:2] + lanjut[2:],
    ]
    hasil = read(tmp_path, JUDUL, PENDEK, *(",".join(row) for row in filled))
    assert facts(hasil.to_pohon()) == POHON
    assert codes(hasil) == []


def test_what_is_filled_down_otherwise_is_told(tmp_path: Path) -> None:
    kepala = "Program,Indikator,Satuan,Target,Kegiatan,Indikator,PJ"
    hasil = read(
        tmp_path,
        JUDUL,
        kepala,
        "Rehabilitasi,Persentase,%,80,Dasar,Jumlah,Kepala Bidang I",
        "Rehabilitasi,Persentase,Persen,90,Dasar,Jumlah,Kepala Bidang II",
    )
    pohon = hasil.to_pohon()
    assert [str(item) for item in pohon["P1"].indikator[0].target] == ["80"]
    assert codes(hasil) == ["SKP154", "SKP154", "SKP154"]
    owner = pohon.owner("K1")
    assert owner is not None
    assert owner.nama == "Kepala Bidang I"


def test_codes_money_and_years(tmp_path: Path) -> None:
    """A code stands left of the name that it is of; years in headers are those of targets and money."""
    hasil = read(
        tmp_path,
        "No,Kode,Program,Indikator,Satuan,Target 2025,Target 2026,Anggaran 2025 (Rp),Kode,Kegiatan,Indikator,Target 2025,Ket,Warna",
        "1,1.06.04,Rehabilitasi,Persentase,%,80,85,306.749.630,1.06.04.2.01,Dasar,Jumlah,100,prioritas,merah",
        ",,,,,,,,,,Jumlah kedua,7,prioritas,",
    )
    pohon = hasil.to_pohon()
    program, kegiatan = pohon["P1"], pohon["K1"]
    assert isinstance(program, Komponen)
    assert isinstance(kegiatan, Komponen)
    assert (str(program.kode), str(kegiatan.kode)) == ("1.06.04", "1.06.04.2.01")
    assert [(str(item.periode), item.jumlah) for item in program.pagu] == [("2025", 306_749_630)]
    assert [(str(item.periode), str(item)) for item in program.indikator[0].target] == [
        ("2025", "80"),
        ("2026", "85"),
    ]
    assert program.indikator[0].satuan == "%"
    assert (kegiatan.keterangan, dict(kegiatan.lain)) == ("prioritas", {"Warna": "merah"})
    assert codes(hasil) == ["SKP107"]


def test_the_sasaran_that_programs_serve(tmp_path: Path) -> None:
    hasil = read(
        tmp_path,
        JUDUL,
        "Sasaran,Indikator,Target,Program,Sasaran,Indikator,Target,Kegiatan,Sasaran,Indikator,Target",
        "Meningkatnya kesejahteraan,Indeks,75,Rehabilitasi,Tertanganinya PPKS,Persentase,80 %,Dasar,Terlayani,Jumlah,5",
        ",,,Perlindungan,Terlindungi,Cakupan,60 %,Jaminan,Terjamin,Jumlah KK,9",
    )
    assert facts(hasil.to_pohon()) == {
        "SS1": ("", "Meningkatnya kesejahteraan", ["Indeks: 75"], ""),
        "P1": ("Rehabilitasi", "Tertanganinya PPKS", ["Persentase: 80 %"], "SS1"),
        "K1": ("Dasar", "Terlayani", ["Jumlah: 5"], "P1"),
        "P2": ("Perlindungan", "Terlindungi", ["Cakupan: 60 %"], "SS1"),
        "K2": ("Jaminan", "Terjamin", ["Jumlah KK: 9"], "P2"),
    }
    assert codes(hasil) == []


def test_the_tujuan_that_the_sasaran_serve(tmp_path: Path) -> None:
    """Their indikator are named by the headers; what stands above the institution's own plan is kept as it is."""
    hasil = read(
        tmp_path,
        JUDUL,
        "Sasaran Daerah,Tujuan PD,Indikator Tujuan,Sasaran PD,Indikator Sasaran,Program,Indikator Program,"
        "Kegiatan,Indikator Kegiatan",
        "Sejahtera,Turunnya kemiskinan,Angka kemiskinan,Terlindunginya PPKS,Persentase PPKS,Rehabilitasi,"
        "Cakupan,Dasar,Jumlah",
        ",,,Tertatanya data,Nilai data,Perlindungan,Mutu,Pendataan,Jumlah KK",
    )
    assert facts(hasil.to_pohon()) == {
        "T1": ("", "Turunnya kemiskinan", ["Angka kemiskinan"], ""),
        "SS1": ("", "Terlindunginya PPKS", ["Persentase PPKS"], "T1"),
        "P1": ("Rehabilitasi", "", ["Cakupan"], "SS1"),
        "K1": ("Dasar", "", ["Jumlah"], "P1"),
        "SS2": ("", "Tertatanya data", ["Nilai data"], "T1"),
        "P2": ("Perlindungan", "", ["Mutu"], "SS2"),
        "K2": ("Pendataan", "", ["Jumlah KK"], "P2"),
    }
    assert codes(hasil) == ["SKP107"]
    assert hasil.dokumen.pohon["K1"].lain == (("Sasaran Daerah", "Sejahtera"),)


def test_texts_that_a_page_breaks_off(tmp_path: Path) -> None:
    hasil = read(
        tmp_path,
        JUDUL,
        PENDEK,
        ISI[0],
        ",,bagi anak,,dan lanjutan,dengan baik,,,,,,",
    )
    found = facts(hasil.to_pohon())
    assert found["P1"][2] == ["Persentase PPKS tertangani bagi anak: 80 %"]
    assert found["K1"][:2] == ("Rehabilitasi Dasar dan lanjutan", "Terlayaninya PPKS dengan baik")
    assert codes(hasil) == ["SKP112"] * 3


def test_cells_of_a_component_that_is_not_there(tmp_path: Path) -> None:
    """A target above the first program is of nothing, and a small letter there goes on with nothing."""
    hasil = read(tmp_path, JUDUL, PENDEK, ",,,,,,,,,,lanjutan,7", ",,,,,,lagi,,,,,", *ISI)
    assert facts(hasil.to_pohon()) == POHON
    assert codes(hasil) == ["SKP105"] * 3


def test_names_may_be_missing(tmp_path: Path) -> None:
    """Where a component has no name its sasaran tells it; a target without a name is of the indikator above."""
    hasil = read(
        tmp_path,
        JUDUL,
        "Program,Sasaran,Indikator,Target,Kegiatan,Sasaran,Indikator,Target",
        "Rehabilitasi,Tertangani,Persentase,80,,Terlayani,Jumlah,5",
        ",,,,,Terjamin,Jumlah,6",
        ",,,,,Terjamin,,",
        ",,,,,Tersedia,,7",
    )
    assert facts(hasil.to_pohon()) == {
        "P1": ("Rehabilitasi", "Tertangani", ["Persentase: 80"], ""),
        "K1": ("Terlayani", "Terlayani", ["Jumlah: 5"], "P1"),
        "K2": ("Terjamin", "Terjamin", ["Jumlah: 6"], "P1"),
        "K3": ("Tersedia", "Tersedia", [": 7"], "P1"),
    }


def test_a_wording_that_goes_on_where_there_is_none(tmp_path: Path) -> None:
    """It is none of the one above, and is not lost."""
    hasil = read(
        tmp_path,
        JUDUL,
        "Program,Indikator,Kegiatan,Indikator",
        "Rehabilitasi,,Dasar,Jumlah",
        ",lanjutannya,,",
    )
    assert facts(hasil.to_pohon())["P1"][2] == ["lanjutannya"]
    assert codes(hasil) == []


def test_it_comes_back_as_a_penjenjangan(tmp_path: Path) -> None:
    """What was a matrix is written in five stages, and is the same tree."""
    form = read(tmp_path, JUDUL, PENDEK, *ISI).dokumen
    write_dokumen(form, tmp_path / "lagi.xlsx")
    assert facts(read_dokumen(tmp_path / "lagi.xlsx").to_pohon()) == POHON


def test_one_component_with_indikator_is_no_matrix(tmp_path: Path) -> None:
    path = tmp_path / "pk.csv"
    path.write_text(
        "PERJANJIAN KINERJA TAHUN 2025\nNo,Sasaran,Indikator,Target\n1,Tertangani,Persentase,80\n"
    )
    assert read_dokumen(path).dokumen.jenis == "perjanjian_kinerja"


# --- lists of levels --------------------------------------------------------------------


def test_a_listing_of_a_tree(tmp_path: Path) -> None:
    """Jenis, strategi or kondisi, indikator, target, satuan: a node hangs below the nearest higher one."""
    hasil = read(
        tmp_path,
        "POHON KINERJA TAHUN 2025",
        "Jenis,Strategi/Kondisi,Indikator,Target,Satuan",
        "Tematik,Menurunnya kemiskinan,Angka kemiskinan,10,%",
        "Sub Tematik,Meningkatnya pendapatan,Pendapatan per kapita,40,Juta",
        "Strategic,Meningkatnya kesejahteraan,Indeks,80,Indeks",
        ",,Nilai AKIP,75,Nilai",
        "Tactical,Meningkatnya layanan,Persentase PPKS,75,%",
        "Operational,Tersedianya permakanan,Jumlah orang,50,Orang",
        "Tactical,Meningkatnya perlindungan,Cakupan,60,%",
    )
    pohon = hasil.to_pohon()
    assert [(node.id, above.id if (above := pohon.parent(node.id)) else "") for node in pohon] == [
        ("O1", ""),
        ("O2", "O1"),
        ("KA1", "O2"),
        ("KA2", "KA1"),
        ("KA3", "KA2"),
        ("KA4", "KA1"),
    ]
    assert [kpi.nama for kpi in pohon["KA1"].indikator] == ["Indeks", "Nilai AKIP"]
    assert (pohon["KA2"].indikator[0].satuan, dict(pohon["KA2"].lain)) == ("%", {"Jenis": "Tactical"})
    assert codes(hasil) == []


def test_a_matrix_of_levels_and_posts(tmp_path: Path) -> None:
    hasil = read(
        tmp_path,
        "MATRIKS KINERJA TAHUN 2025",
        "Level,Jabatan,Sasaran,Indikator,Satuan,Target,Sumber",
        "Strategis,Kepala Dinas,Meningkatnya kesejahteraan,Indeks,Indeks,80,BPS",
        "Strategis,Kepala Dinas,Meningkatnya kesejahteraan,Indeks,Indeks,80,Survei",
        "Taktis,Kepala Bidang,Meningkatnya layanan,Persentase PPKS,%,75,Laporan",
        "Kegiatan,Kepala Seksi,Terlayani,Jumlah,Orang,50,",
    )
    pohon = hasil.to_pohon()
    owners = {node.id: owner.nama if (owner := pohon.owner(node.id)) else "" for node in pohon}
    assert owners == {"KA1": "Kepala Dinas", "KA2": "Kepala Bidang", "K1": "Kepala Seksi"}
    assert pohon["KA1"].indikator[0].sumber_data == ("BPS", "Survei")
    assert codes(hasil) == []


def test_levels_that_are_not_known_are_told(tmp_path: Path) -> None:
    """They hang below what stands before them, and sources without an indikator have no place."""
    hasil = read(
        tmp_path,
        "MATRIKS KINERJA TAHUN 2025",
        "Level,Sasaran,Indikator,Sumber",
        ",Awal,Nilai,",
        "Strategis,Meningkatnya kesejahteraan,Indeks,BPS",
        "Lantai dua,Terlayani,Jumlah,",
        ",Terjaga,,Laporan",
    )
    pohon = hasil.to_pohon()
    assert [(node.uraian, above.uraian if (above := pohon.parent(node.id)) else "") for node in pohon] == [
        ("Awal", ""),
        ("Meningkatnya kesejahteraan", ""),
        ("Terlayani", "Meningkatnya kesejahteraan"),
        ("Terjaga", "Meningkatnya kesejahteraan"),
    ]
    assert codes(hasil) == ["SKP105", "SKP105", "SKP105"]
