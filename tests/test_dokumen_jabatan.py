"""Lists of posts: who is whose superior, and nothing about the people who hold them."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings

import strategies_bentuk as bentuk
from sakip import read_dokumen, write_dokumen
from sakip.bentuk import DaftarJabatan
from sakip.dokumen import HasilBaca
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._buka.kisi import Gabungan, Kisi
from sakip.dokumen._dokumen import FORMULIR
from sakip.errors import BentukError, PohonError
from sakip.model import Atasan, Jabatan
from strategies import SEDIKIT


def grid(text: str) -> tuple[tuple[str, ...], ...]:
    lines = text.strip("\n").splitlines()
    return tuple(tuple(cell.strip().replace("\\n", "\n") for cell in line.split("|")) for line in lines)


def read(text: str, gabungan: tuple[Gabungan, ...] = ()) -> HasilBaca[DaftarJabatan]:
    """Read a list whose cells are parted by bars."""
    bacaan = Bacaan("daftar.csv", (Kisi("", grid(text), gabungan),))
    hasil: HasilBaca[DaftarJabatan] = FORMULIR["daftar_jabatan"].read(bacaan)
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh
    return hasil


def codes(hasil: HasilBaca[DaftarJabatan]) -> list[str]:
    return [item.kode for item in hasil.temuan]


def atasan(hasil: HasilBaca[DaftarJabatan]) -> dict[str, str | Atasan]:
    return {item.nama: item.atasan for item in hasil.dokumen.jabatan}


BAKU = """
nama_jabatan | level_jabatan | opd_kode | unit_kode | atasan_nama_jabatan | eselon | urutan | status
Kepala Dinas | jpt_pratama | 1.06 | | - | II.b | 1 | aktif
Sekretaris | Administrator | 1.06 | SET | Kepala Dinas | III.a | 2 | aktif
Pekerja Sosial | Jabatan Fungsional | 1.06 | RESOS | | | 3 | nonaktif
"""


def test_the_columns_that_another_system_writes() -> None:
    """nama_jabatan, level_jabatan, opd_kode, unit_kode, atasan_nama_jabatan, eselon, urutan, status."""
    hasil = read(BAKU)
    assert hasil.temuan == ()
    kadis, sekretaris, peksos = hasil.dokumen.jabatan
    assert (kadis.id, kadis.jenjang, kadis.atasan) == ("kepala-dinas", "jpt_pratama", Atasan.TIDAK_ADA)
    assert (sekretaris.jenjang, sekretaris.unit, sekretaris.atasan) == (
        "administrator",
        "SET",
        "kepala-dinas",
    )
    assert sekretaris.lain == (
        ("opd_kode", "1.06"),
        ("eselon", "III.a"),
        ("urutan", "2"),
        ("status", "aktif"),
    )
    assert (peksos.jenjang, peksos.atasan) == ("fungsional", Atasan.TIDAK_DIKETAHUI)


def test_the_tree_has_the_posts() -> None:
    pohon = read(BAKU).to_pohon()
    assert [item.nama for item in pohon.jabatan.atasan("sekretaris")] == ["Kepala Dinas"]
    assert len(pohon) == 0


def test_columns_stand_anywhere_and_are_worded_anyhow() -> None:
    hasil = read(
        """
DAFTAR JABATAN BADAN CONTOH
Ket. | ATASAN LANGSUNG | Unit Kerja | Eselon | Jabatan | No
 | tidak ada | | II.a | Kepala Badan | 1
merangkap | KEPALA  BADAN | Bidang Data | IV | Kepala Sub Bidang | 2
"""
    )
    kepala, kasub = hasil.dokumen.jabatan
    assert (kepala.jenjang, kepala.atasan) == ("II.a", Atasan.TIDAK_ADA)
    assert (kasub.jenjang, kasub.atasan, kasub.unit, kasub.keterangan) == (
        "IV",
        "kepala-badan",
        "Bidang Data",
        "merangkap",
    )
    assert hasil.temuan == ()


# --- people -------------------------------------------------------------------------


def everything(hasil: HasilBaca[DaftarJabatan]) -> str:
    return f"{hasil.dokumen}{[str(item) for item in hasil.temuan]}{[item.pesan for item in hasil.temuan]}"


@pytest.mark.parametrize(
    "judul",
    [
        "Nama Pegawai",
        "NIP",
        "Nama",
        "NAMA LENGKAP",
        "Nama / NIP",
        "Pangkat/Gol.",
        "Pejabat",
        "Pemangku Jabatan",
        "Nama Pejabat",
        "NIK",
        "No. HP",
        "Tempat, Tanggal Lahir",
        "Golongan Ruang",
        "NIP Lama",
    ],
)
def test_what_is_about_people_is_not_stored(judul: str) -> None:
    hasil = read(
        f"""
No | Nama Jabatan | {judul} | Atasan
1 | Kepala Dinas | Fulan bin Fulan | -
2 | Sekretaris | Fulanah | Kepala Dinas
3 | Bendahara | | Sekretaris
"""
    )
    assert "Fulan" not in everything(hasil)
    (temuan,) = hasil.temuan
    assert (temuan.kode, temuan.tempat.sel) == ("SKP140", "C2")
    assert "C2 sampai C3 (2 sel)" in temuan.pesan
    assert hasil.cakupan is not None
    assert hasil.cakupan.temuan == 2
    assert all(item.lain == () for item in hasil.dokumen.jabatan)


def test_two_columns_of_one_header_are_both_left_out() -> None:
    hasil = read("Nama Jabatan | Level | NIP | NIP\nKepala Dinas | JPT Pratama | 123 | 456")
    assert codes(hasil) == ["SKP107", "SKP140", "SKP140"]
    assert hasil.dokumen.jabatan[0].lain == ()


@pytest.mark.parametrize(
    "isi", ["NIP. 1", f"{1970}0101 199001 1 001", "Drs. Fulan", "Fulan, S.Sos", "Fulan, SE"]
)
@pytest.mark.parametrize("kolom", ["Keterangan", "Atasan", "Warna", "Unit"])
def test_a_person_in_another_column_is_not_stored_either(kolom: str, isi: str) -> None:
    hasil = read(f"Nama Jabatan | Level | {kolom}\nKepala Dinas | JPT Pratama | {isi}")
    assert isi not in everything(hasil)
    assert "SKP140" in codes(hasil)
    assert len(hasil.dokumen.jabatan) == 1


def test_a_column_of_names_and_posts_in_one_is_left_out() -> None:
    hasil = read("No | Nama / Jabatan | Level\n1 | Fulan / Kepala Dinas | JPT Pratama")
    assert hasil.dokumen.jabatan == ()
    assert "Fulan" not in everything(hasil)


def test_a_superior_by_the_name_of_a_person_is_not_stored() -> None:
    """The header "Nama Atasan" may mean either; what is no post of the list is taken for a person."""
    hasil = read(
        """
Nama Jabatan | Level | Nama Atasan
Kepala Dinas | JPT Pratama | Fulan
Sekretaris | Administrator | Kepala Dinas
"""
    )
    assert atasan(hasil) == {"Kepala Dinas": Atasan.TIDAK_DIKETAHUI, "Sekretaris": "kepala-dinas"}
    assert "Fulan" not in everything(hasil)
    assert codes(hasil) == ["SKP140"]


def test_how_many_people_a_post_needs_is_no_person() -> None:
    hasil = read("Nama Jabatan | Level | Jumlah Pegawai\nAnalis | Pelaksana | 3")
    assert hasil.dokumen.jabatan[0].lain == (("Jumlah Pegawai", "3"),)


# --- superiors ----------------------------------------------------------------------


def test_an_unknown_superior_is_kept_and_named() -> None:
    hasil = read("Nama Jabatan | Atasan\nKepala Dinas | Bupati Contoh")
    assert atasan(hasil) == {"Kepala Dinas": "Bupati Contoh"}
    assert codes(hasil) == ["SKP141"]


def test_a_superior_is_named_by_id_or_by_name() -> None:
    hasil = read(
        """
ID Jabatan | Nama Jabatan | Atasan
J1 | Kepala Dinas | -
J2 | Sekretaris | J1
J3 | Bendahara | sekretaris
"""
    )
    assert [item.atasan for item in hasil.dokumen.jabatan] == [Atasan.TIDAK_ADA, "J1", "J2"]


def test_of_posts_of_one_name_the_one_in_the_same_unit_is_meant() -> None:
    hasil = read(
        """
Nama Jabatan | Unit | Atasan
Kepala Seksi | A | -
Kepala Seksi | B | -
Analis | B | Kepala Seksi
Penyuluh | C | Kepala Seksi
"""
    )
    assert [item.id for item in hasil.dokumen.jabatan] == [
        "kepala-seksi",
        "kepala-seksi-2",
        "analis",
        "penyuluh",
    ]
    assert atasan(hasil)["Analis"] == "kepala-seksi-2"
    assert atasan(hasil)["Penyuluh"] == "Kepala Seksi"
    assert codes(hasil) == ["SKP142"]
    assert "kepala-seksi, kepala-seksi-2" in (hasil.temuan[0].saran or "")


def test_a_circle_is_named_and_no_tree() -> None:
    hasil = read("Nama Jabatan | Atasan\nA1 | B1\nB1 | A1\nC1 | A1")
    assert codes(hasil) == ["SKP144", "SKP144"]
    with pytest.raises(PohonError):
        hasil.to_pohon()


def test_an_id_that_is_taken_is_made_anew() -> None:
    hasil = read("ID | Nama Jabatan | Atasan\nJ1 | Kepala Dinas | -\nJ1 | Sekretaris | Kepala Dinas")
    assert [item.id for item in hasil.dokumen.jabatan] == ["J1", "J1-2"]
    assert codes(hasil) == ["SKP143"]


def test_how_a_post_is_held_is_read_and_a_text_that_is_no_capacity_stays() -> None:
    """Capacity and days; anything else is a further cell, unless it is about a person."""
    hasil = read(
        """
Nama Jabatan | Level | Status Pemangku
Kepala Dinas | JPT Pratama | definitif 2024-01-02; plh 2025-05-01 s.d. 2025-05-09
Sekretaris | Administrator | sementara
Bendahara | Pelaksana |
"""
    )
    first, second, third = hasil.dokumen.jabatan
    assert [str(item) for item in first.pemangku] == [
        "definitif 2024-01-02",
        "plh 2025-05-01 s.d. 2025-05-09",
    ]
    assert (second.pemangku, second.lain) == ((), (("Status Pemangku", "sementara"),))
    assert (third.pemangku, third.lain) == ((), ())
    assert first.lain == ()


# --- messy tables -------------------------------------------------------------------


def test_a_unit_left_of_the_posts_holds_until_the_next() -> None:
    hasil = read(
        """
Unit Kerja | Nama Jabatan | Atasan
Sekretariat | Sekretaris | -
 | Bendahara | Sekretaris
Bidang Data | Analis | Sekretaris
"""
    )
    assert [item.unit for item in hasil.dokumen.jabatan] == ["Sekretariat", "Sekretariat", "Bidang Data"]


def test_a_unit_right_of_the_posts_is_blank_where_it_is_blank_but_for_merged_cells() -> None:
    text = "Nama Jabatan | Unit Kerja | Atasan\nSekretaris | Sekretariat | -\nBendahara | | Sekretaris"
    assert [item.unit for item in read(text).dokumen.jabatan] == ["Sekretariat", ""]
    merged = read(text, (Gabungan(2, 2, 3, 2),))
    assert [item.unit for item in merged.dokumen.jabatan] == ["Sekretariat", "Sekretariat"]


def test_a_unit_may_stand_across_the_table() -> None:
    hasil = read(
        """
No | Nama Jabatan | Level
A. Sekretariat | |
1 | Sekretaris | Administrator
II. Bidang Data | |
2 | Analis | Pelaksana
"""
    )
    assert [item.unit for item in hasil.dokumen.jabatan] == ["A. Sekretariat", "II. Bidang Data"]
    assert hasil.temuan == ()


def test_split_rows_are_joined() -> None:
    hasil = read(
        """
No | Nama Jabatan | Level | Unit | Atasan | Tugas
1 | Kepala Sub Bagian Program | Pengawas | Sub Bagian | Sekretaris | Menyusun rencana
 | dan keuangan | | Program | Dinas | dan laporan
2 | Sekretaris Dinas | Administrator | Sekretariat | - |
"""
    )
    first, second = hasil.dokumen.jabatan
    assert (first.nama, first.unit) == ("Kepala Sub Bagian Program dan keuangan", "Sub Bagian Program")
    assert (first.atasan, first.tugas) == (second.id, ("Menyusun rencana dan laporan",))
    assert codes(hasil) == ["SKP112"] * 4


def test_posts_all_in_small_letters_are_posts() -> None:
    hasil = read("Nama Jabatan | Level\nkepala dinas | jpt pratama\nsekretaris | administrator\nanalis |")
    assert [item.nama for item in hasil.dokumen.jabatan] == ["kepala dinas", "sekretaris", "analis"]


def test_a_row_before_the_first_post_is_named() -> None:
    hasil = read(
        "Nama Jabatan | Level | Unit\n | Administrator | Sekretariat\nSekretaris | Administrator | Sekretariat"
    )
    assert codes(hasil) == ["SKP109", "SKP109"]


def test_duties_are_lists() -> None:
    hasil = read("Nama Jabatan | Level | Tugas | Fungsi\nSekretaris | - | Membantu | - Menyusun\\n- Menilai")
    (post,) = hasil.dokumen.jabatan
    assert (post.tugas, post.fungsi) == (("Membantu",), ("Menyusun", "Menilai"))


def test_a_name_of_signs_alone_still_gets_an_id() -> None:
    assert read("Nama Jabatan | Level\n*** | Pelaksana").dokumen.jabatan[0].id == "jabatan"


def test_posts_alone_are_no_list_of_posts(tmp_path: Path) -> None:
    path = tmp_path / "lain.csv"
    path.write_text("No,Jabatan,Honor\n1,Analis,5\n", encoding="utf-8")
    with pytest.raises(BentukError):
        read_dokumen(path)


# --- out and back -------------------------------------------------------------------


def test_the_example_of_the_template_is_read_back(tmp_path: Path) -> None:
    contoh = FORMULIR["daftar_jabatan"].contoh()
    assert write_and_read(contoh, tmp_path).dokumen == contoh


def write_and_read(dokumen: DaftarJabatan, folder: Path, ending: str = "csv") -> HasilBaca[DaftarJabatan]:
    path = folder / f"kembali.{ending}"
    write_dokumen(dokumen, path)
    hasil: HasilBaca[DaftarJabatan] = read_dokumen(path)
    return hasil


@SEDIKIT
@given(bentuk.daftar_jabatan())
def test_what_is_written_is_read_back(dokumen: DaftarJabatan) -> None:
    with tempfile.TemporaryDirectory() as folder:
        hasil = write_and_read(dokumen, Path(folder))
    assert hasil.dokumen.jabatan == dokumen.jabatan
    assert hasil.dokumen.kepala == dokumen.kepala
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh
    assert {item.kode for item in hasil.temuan} <= {"SKP107", "SKP141"}


def test_a_superior_that_a_name_does_not_tell_is_printed_by_id(tmp_path: Path) -> None:
    posts = [
        Jabatan(id="k1", nama="Kepala Seksi"),
        Jabatan(id="k2", nama="Kepala Seksi"),
        Jabatan(id="a1", nama="Analis", atasan="k2"),
    ]
    hasil = write_and_read(DaftarJabatan(jabatan=posts), tmp_path)
    assert hasil.dokumen.jabatan == tuple(posts)
    assert "k2" in (tmp_path / "kembali.csv").read_text(encoding="utf-8").splitlines()[-1]


def test_an_edited_superior_is_the_new_one(tmp_path: Path) -> None:
    """The column that a planner sees decides; no hidden one holds the old superior."""
    write_and_read(read(BAKU).dokumen, tmp_path)
    path = tmp_path / "kembali.csv"
    text = path.read_text(encoding="utf-8").replace("Fungsional,RESOS,", "Fungsional,RESOS,Sekretaris")
    path.write_text(text, encoding="utf-8")
    assert atasan(read_dokumen(path))["Pekerja Sosial"] == "sekretaris"


@settings(max_examples=15, deadline=None)
@given(bentuk.daftar_jabatan())
def test_a_workbook_is_read_back_too(dokumen: DaftarJabatan) -> None:
    with tempfile.TemporaryDirectory() as folder:
        hasil = write_and_read(dokumen, Path(folder), "xlsx")
    assert hasil.dokumen.jabatan == dokumen.jabatan
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh
