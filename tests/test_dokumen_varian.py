"""Forms of other agencies: columns moved, headers worded otherwise, rows torn, cells merged."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sakip import read_dokumen
from sakip.bentuk import Kepala
from sakip.dokumen import HasilBaca
from sakip.model import AnySimpul, Indikator
from strategies_varian import SISIPAN, Cetakan, plain, sisipan, varian
from varian_bentuk import BENTUKAN


def read(cetakan: Cetakan, bentuk: str, nama: str, sandi: str = "utf-8") -> HasilBaca[Any]:
    with tempfile.TemporaryDirectory() as folder:
        hasil: HasilBaca[Any] = read_dokumen(cetakan.write(Path(folder) / nama, sandi))
    assert hasil.dokumen.jenis == bentuk
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh
    return hasil


def isi(hasil: HasilBaca[Any]) -> Any:
    """What was read but for its head, which also says who signs."""
    return attrs.evolve(hasil.dokumen, kepala=Kepala())


def row_of(sel: str) -> int:
    return int(sel.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def simpul(hasil: HasilBaca[Any]) -> list[AnySimpul]:
    """The nodes of a form that has a tree, which its text doesn't say."""
    return list(hasil.dokumen.pohon) if hasattr(hasil.dokumen, "pohon") else []


@pytest.mark.parametrize("nama", BENTUKAN)
def test_a_plain_print_says_all_that_its_rows_say(nama: str) -> None:
    bentukan = BENTUKAN[nama]
    hasil = read(plain(bentukan), bentukan.bentuk, "polos.csv")
    said = str((hasil.dokumen, *simpul(hasil)))
    for row in bentukan.baris:
        for kolom in (item for group in bentukan.kelompok for item in group):
            if kolom.belah:
                assert row[kolom.kunci] in said
    assert [item.kode for item in hasil.temuan] == []


BERKAS = (("lain.csv", "utf-8"), ("lain.csv", "utf-16"), ("lain.txt", "cp1252"), ("lain.tsv", "utf-8"))
"""Files without merged cells, and how their texts are encoded."""


@pytest.mark.parametrize("nama", BENTUKAN)
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_another_office_s_print_says_the_same(nama: str, data: st.DataObject) -> None:
    """Columns moved, headers worded otherwise and printed on each page, rows torn, cells merged or filled down."""
    bentukan = BENTUKAN[nama]
    cetakan = data.draw(varian(bentukan))
    berkas, sandi = data.draw(st.sampled_from((*BERKAS, *[("lain.xlsx", "")] * 2)))
    hasil = read(cetakan, bentukan.bentuk, berkas, sandi)
    assert isi(hasil) == isi(read(plain(bentukan), bentukan.bentuk, "polos.csv"))


@pytest.mark.parametrize("nama", BENTUKAN)
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_a_stray_cell_is_in_the_result_or_in_a_finding(nama: str, data: st.DataObject) -> None:
    """Whatever is written where nothing stood is read, or a finding names its sheet, its row and its text.

    It names the cell too, but for a text that an IKI takes for the end of the cell left of it.
    """
    bentukan = BENTUKAN[nama]
    cetakan = data.draw(varian(bentukan))
    place = data.draw(sisipan(cetakan))
    hasil = read(
        cetakan, bentukan.bentuk, *data.draw(st.sampled_from((("lain.csv", "utf-8"), ("lain.xlsx", ""))))
    )
    said = str((hasil.dokumen, *simpul(hasil)))
    if SISIPAN not in said:
        row = [item for item in hasil.temuan if item.tempat.baris == row_of(place)]
        assert any(SISIPAN in item.pesan or (item.kode, item.tempat.sel) == ("SKP111", place) for item in row)


# --- forms of other agencies ------------------------------------------------------------


def baca(tmp_path: Path, *baris: str) -> HasilBaca[Any]:
    """A table pasted as text; its cells are parted by bars here."""
    path = tmp_path / "lain.txt"
    cells = ("\t".join(cell.strip() for cell in line.split("|")) for line in baris)
    path.write_text("".join(f"{line}\n" for line in cells), encoding="utf-8")
    hasil: HasilBaca[Any] = read_dokumen(path)
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh
    return hasil


def rencana(indikator: Indikator) -> dict[str, str]:
    return {str(item.periode): str(item) for item in indikator.target}


def codes(hasil: HasilBaca[Any]) -> list[str]:
    return [item.kode for item in hasil.temuan]


@pytest.mark.parametrize(
    ("atas", "bawah"),
    [
        ("Target Triwulan", "I | II | III | IV"),
        ("Prediksi Trw", "1 | 2 | 3 | 4"),
        ("Prediksi Capaian", "Tw 1 | Tw 2 | Tw 3 | Tw 4"),
    ],
)
def test_a_ministry_predicts_its_triwulan_under_one_header(tmp_path: Path, atas: str, bawah: str) -> None:
    """The Perjanjian Kinerja of a ministry: numbered columns, and the triwulan numbered below one word for all."""
    hasil = baca(
        tmp_path,
        "PERJANJIAN KINERJA TAHUN 2024",
        "DIREKTORAT JENDERAL CONTOH",
        f"No | Sasaran Program | Indikator Kinerja | Satuan | Target | {atas}",
        f" | | | | | {bawah}",
        "(1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) | (9)",
        "1. | Terkendalinya harga | Koefisien variasi harga | % | 9,2 | 9,4 | 9,3 | 9,3 | 9,2",
        " | | Indeks kepuasan pelaku usaha | Indeks | 3,5 | - | 3,3 | - | 3,5",
    )
    (sasaran,) = hasil.dokumen.sasaran
    first, second = map(rencana, sasaran.indikator)
    assert first == {
        "2024": "9,2",
        **{f"2024-TW{n}": nilai for n, nilai in enumerate(("9,4", "9,3", "9,3", "9,2"), 1)},
    }
    assert (second["2024-TW1"], second["2024-TW4"]) == ("-", "3,5")
    assert codes(hasil) == []


def test_a_plan_that_is_monitored_beside_its_targets(tmp_path: Path) -> None:
    """What was reached under the same numbers of triwulan is no target; it is kept and said."""
    hasil = baca(
        tmp_path,
        "RENCANA AKSI DAN MONITORING TAHUN 2025",
        "BADAN CONTOH",
        "No | Sasaran | Indikator | Sub Kegiatan | Indikator Output | Target Triwulan | | | | Realisasi Triwulan",
        " | | | | | I | II | III | IV | I | II | III | IV",
        "1 | Mutu naik | Indeks layanan | Pembukaan loket | Jumlah loket | 1 | 2 | 3 | 4 | 1 | 1 | 2 | 2",
    )
    (baris,) = hasil.dokumen.baris
    (sub,) = baris.sub_kegiatan
    assert rencana(sub.indikator[0]) == {f"2025-TW{n}": str(n) for n in (1, 2, 3, 4)}
    lain = {
        f"Realisasi Triwulan / {n}": nilai for n, nilai in zip(("I", "II", "III", "IV"), "1122", strict=True)
    }
    assert dict(sub.lain) == lain
    assert codes(hasil) == ["SKP107"] * 4


def test_a_header_that_ends_in_i_is_no_first_triwulan(tmp_path: Path) -> None:
    hasil = baca(
        tmp_path,
        "RENCANA AKSI TAHUN 2025",
        "No | Sasaran | Indikator | Target Provinsi | Sub Kegiatan",
        "1 | Mutu naik | Indeks layanan | 80 | Pembukaan loket",
    )
    assert rencana(hasil.dokumen.baris[0].sasaran.indikator[0]) == {"2025": "80"}


def test_a_report_of_several_years_and_triwulan(tmp_path: Path) -> None:
    """The table of a LKjIP: years before beside the year, and the triwulan of the year numbered below one word."""
    hasil = baca(
        tmp_path,
        "PENGUKURAN KINERJA TAHUN 2025",
        "BADAN CONTOH",
        "Realisasi | | Tahun 2025 | | | Realisasi Triwulan | | | | Indikator Kinerja | Sasaran Strategis | Target Akhir Renstra (2026)",
        "2023 | 2024 | Target | Realisasi | Capaian (%) | I | II | III | IV | | |",
        "75 | 78 | 80 | 82 | 102,5 | 20 | 41 | 60 | 82 | Indeks layanan | Mutu naik | 85",
    )
    form = hasil.dokumen
    (tercetak,) = form.tercetak
    assert rencana(form.sasaran[0].indikator[0]) == {"2025": "80"}
    assert {str(item.periode): str(item.nilai) for item in form.realisasi} == {
        "2023": "75",
        "2024": "78",
        "2025": "82",
        "2025-TW1": "20",
        "2025-TW2": "41",
        "2025-TW3": "60",
        "2025-TW4": "82",
    }
    assert (str(tercetak.capaian), str(tercetak.target_akhir)) == ("102,5", "85")
    assert codes(hasil) == []


def test_a_plan_whose_programs_stand_before_its_sasaran(tmp_path: Path) -> None:
    """Each of two columns of one name is of what stands left of it, or of what stands above it."""
    hasil = baca(
        tmp_path,
        "RENCANA AKSI TAHUN 2025",
        "KECAMATAN CONTOH",
        "Program | Sasaran | Indikator | Target | Kegiatan | Sub Kegiatan | Indikator | Target",
        "Program Pemerintahan | Mutu naik | Nilai IKM | 85 | Pelayanan | Pembukaan loket | Jumlah loket | 4",
    )
    (baris,) = hasil.dokumen.baris
    (ukuran,), (rinci,) = baris.sasaran.indikator, baris.sub_kegiatan[0].indikator
    assert (ukuran.nama, rencana(ukuran)) == ("Nilai IKM", {"2025": "85"})
    assert (rinci.nama, rencana(rinci)) == ("Jumlah loket", {"2025": "4"})
    assert codes(hasil) == []


# --- what is printed again ----------------------------------------------------------------


def test_a_number_beside_the_same_sasaran_is_the_same_number(tmp_path: Path) -> None:
    """Unmerging fills numbers down too; a number that is skipped is still said."""
    hasil = baca(
        tmp_path,
        "PERJANJIAN KINERJA TAHUN 2025",
        "No | Sasaran | Indikator | Target",
        "1 | Mutu naik | Indeks | 80",
        "1 | Mutu naik | Nilai | 85",
        "3 | Arsip tertib | Nilai arsip | 75",
    )
    assert [len(item.indikator) for item in hasil.dokumen.sasaran] == [2, 1]
    assert [(item.kode, item.tempat.sel) for item in hasil.temuan] == [("SKP114", "A5")]


def test_a_header_without_rows_before_the_next_page_is_named_too(tmp_path: Path) -> None:
    hasil = baca(
        tmp_path,
        "DAFTAR JABATAN TAHUN 2025",
        "No | Nama Jabatan | Jenjang | Warna",
        "No | Nama Jabatan | Jenjang",
        "1 | Kepala Dinas | JPT Pratama",
        "No | Nama Jabatan | Jenjang | Rapat",
        "2 | Sekretaris | Administrator | Senin",
    )
    assert [item.nama for item in hasil.dokumen.jabatan] == ["Kepala Dinas", "Sekretaris"]
    assert [(item.kode, item.tempat.sel) for item in hasil.temuan] == [("SKP107", "D2"), ("SKP107", "D5")]


def test_a_text_in_the_column_of_numbers_is_named(tmp_path: Path) -> None:
    hasil = baca(
        tmp_path,
        "DAFTAR JABATAN TAHUN 2025",
        "No | Nama Jabatan | Jenjang",
        "IV. | Kepala Dinas | JPT Pratama",
        "lihat bagan | Sekretaris | Administrator",
    )
    assert [(item.kode, item.tempat.sel) for item in hasil.temuan] == [("SKP109", "A4")]


def test_a_remark_in_the_row_of_a_sum_is_named(tmp_path: Path) -> None:
    hasil = baca(
        tmp_path,
        "PERJANJIAN KINERJA TAHUN 2025",
        "No | Sasaran | Indikator | Target",
        "1 | Mutu naik | Indeks | 80",
        "",
        "No | Program | Anggaran | Keterangan",
        "1 | Program Pelayanan | 100 | APBD",
        " | Jumlah | 100 | belum final",
    )
    assert [(item.kode, item.tempat.sel) for item in hasil.temuan] == [("SKP109", "D7")]


@pytest.mark.parametrize(
    ("judul", "sisa"),
    [
        (
            "Kode | Program | Indikator | Target Renstra | Target Renja n-2 | Perkiraan Realisasi",
            " | bagi lansia | yang dilayani",
        ),
        (
            "No | Program/Kegiatan | Indikator | Target Renstra | Tingkat Capaian | Satuan",
            " | bagi lansia | yang dilayani",
        ),
    ],
)
def test_both_texts_of_a_row_go_on_below(tmp_path: Path, judul: str, sisa: str) -> None:
    """The rest of a name and of an indikator stand in one row where a page broke both."""
    hasil = baca(
        tmp_path,
        "EVALUASI RENJA TAHUN 2025" if judul.startswith("No") else "REKAPITULASI EVALUASI RENJA TAHUN 2025",
        judul,
        "1 | Rehabilitasi | Jumlah orang | 5 | 6 | 7",
        sisa,
        " | | Jumlah panti | 1 | 2 | 3",
    )
    first, second = hasil.dokumen.baris
    assert (first.nama, first.indikator.nama) == ("Rehabilitasi bagi lansia", "Jumlah orang yang dilayani")
    assert (second.nama, second.indikator.nama) == ("Rehabilitasi bagi lansia", "Jumlah panti")
    assert codes(hasil) == ["SKP112", "SKP112"]


def test_an_indikator_that_goes_on_where_there_is_none(tmp_path: Path) -> None:
    hasil = baca(
        tmp_path,
        "REKAPITULASI EVALUASI RENJA TAHUN 2025",
        "Kode | Program | Indikator | Target Renstra | Target Renja n-2 | Perkiraan Realisasi",
        "1 | URUSAN WAJIB | | | |",
        " | | jumlah orang | | |",
    )
    (row,) = hasil.dokumen.baris
    assert (row.nama, row.indikator.nama) == ("URUSAN WAJIB", "jumlah orang")
