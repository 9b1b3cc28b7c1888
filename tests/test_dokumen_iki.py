"""Indikator Kinerja Individu: posts, tables broken by page breaks, formulas in the shapes that documents print."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sakip import read_dokumen, write_dokumen
from sakip.bentuk import IKI, DaftarIKI
from sakip.dokumen import HasilBaca
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._bagian.formulasi import read_formulasi
from sakip.dokumen._buka.kisi import Gabungan, Kisi
from sakip.dokumen._iki import formulir as _iki
from sakip.kebijakan import Polaritas
from sakip.model import Atasan, Indikator, Jabatan, Sasaran, Sebutan
from sakip.rumus import Indeks, Jumlah, Nilai, Persen
from strategies_bentuk import daftar_iki

BADUNG = Path(__file__).parent / "data" / "dokumen" / "iki-disdukcapil-badung-2021-2026.txt"
CONTOH = Path(__file__).parents[1] / "examples" / "iki-disdukcapil-badung-2021-2026" / "iki.csv"

SIAK = "Pengelola Sistem Informasi Administrasi Kependudukan"
ANALIS = "Analis Kependudukan dan Pencatatan Sipil"
POS = [
    ("Kepala Dinas", [1, 3, 1]),
    ("Sekretaris", [1, 1, 2, 1]),
    ("Kepala Sub Bagian Umum dan Kepegawaian", [9, 1, 3]),
    ("Penyusun Bahan Penerapan Standar Wajib dan Penanganan Pengaduan", [1, 2, 2]),
    ("Pengelola Penataan Sarana dan Prasarana", [3]),
    ("Pengelola sarana dan prasarana kantor", [3]),
    ("Pengelola Surat", [6]),
    ("Pengadministrasi Kenegawajan Pengadministrasi", [14]),
    ("Pengadministrasi Rapat", [2]),
    ("Pengadministrasi Umum", [1, 1, 5, 7, 2]),
    ("Kepala Sub Bagian Perencanaan, Keuangan dan Pelaporan", [1, 2, 2]),
    ("Bendahara Pengeluaran", [5]),
    ("Pemeriksa Laporan dan Transaksi Keuangan", [3]),
    ("Penyusun Program Anggaran dan Pelaporan", [2, 3]),
    ("Penyusun Rencana Kegiatan dan Anggaran", [3, 1]),
    ("Pengelola Data Belanja dan Laporan Keuangan", [4]),
    ("Pengelola Gaji", [4]),
    ("Pengelola Program dan Kegiatan", [3]),
    ("Kepala Bidang Pelayanan Pencatatan Sipil", [1]),
    ("Kepala Seksi Kelahiran", [2]),
    (ANALIS, [5, 3, 3]),
    (SIAK, [3, 2]),
    ("Kepala Seksi Perkawinan dan Perceraian", [2]),
    (SIAK, [4, 6]),
    ("Kepala Seksi Perubahan Status Anak, Pewarganegaraan dan Kematian", [3]),
    (ANALIS, [4, 3, 3]),
    (SIAK, [3, 4, 3, 3, 1, 1]),
    ("Pengadministrasia Umum", [2, 1, 1]),
    ("Kepala Bidang Pelayanan Pendaftaran Penduduk", [4, 2]),
    ("Kepala Seksi Identitas Penduduk", [2]),
    (SIAK, [2]),
    ("Pengadministrasian Umum", [1, 1, 1]),
    ("Kepala Seksi Pindah Datang Penduduk", [2]),
    (SIAK, [2]),
    ("Kepala Seksi Pendataan Penduduk", [2]),
    ("Pengelola Kegiatan dan Anggaran", [3, 1]),
    (SIAK, [2]),
    ("Kepala Bidang Pengelolaan Informasi Administrasi Kependudukan dan Pemanfaatan Data", [4]),
    ("Kepala Seksi Sistem Informasi Administrasi Kependudukan", [1]),
    (ANALIS, [3, 1, 1]),
    ("Analis Pelayanan", [2, 1, 1]),
    (SIAK, [4]),
    ("Kepala Seksi Pengolahan dan Penyajian Data Kependudukan", [1]),
    ("Penyusun Bahan Informasi dan Publikasi", [4]),
    ("Kepala Seksi Kerjasama dan Inovasi Pelayanan", [1, 1]),
    ("Analis Kerja Sama", [2, 1, 1]),
    ("Pengadministrasi Umum", [2, 1]),
]
"""The posts in order, and for each of their sasaran how many indikator it has, counted line by line."""


@pytest.fixture(scope="module")
def badung() -> HasilBaca[DaftarIKI]:
    """The tables of Badung, read."""
    found: HasilBaca[DaftarIKI] = read_dokumen(BADUNG)
    assert isinstance(found.dokumen, DaftarIKI)
    return found


def rows(daftar: DaftarIKI) -> list[Indikator]:
    return [row for iki in daftar.iki for item in iki.sasaran for row in item.indikator]


def named(daftar: DaftarIKI, nama: str) -> Indikator:
    (found,) = [row for row in rows(daftar) if row.nama == nama]
    return found


def at(hasil: HasilBaca[DaftarIKI], kode: str) -> list[int | None]:
    """The rows of the findings of one kind."""
    return [item.tempat.baris for item in hasil.temuan if item.kode == kode]


def read_text(text: str, *, gabungan: tuple[Gabungan, ...] = (), nama: str = "") -> HasilBaca[DaftarIKI]:
    """A sheet from lines whose cells are parted by bars."""
    lines = [tuple(cell.strip() for cell in line.split("|")) for line in text.strip("\n").splitlines()]
    hasil = _iki.read(Bacaan("iki.txt", (Kisi(nama, tuple(lines), gabungan),)))
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh
    return hasil


def only(hasil: HasilBaca[DaftarIKI]) -> IKI:
    (found,) = hasil.dokumen.iki
    return found


# --- the document of Badung -----------------------------------------------------


def test_every_post_of_badung(badung: HasilBaca[DaftarIKI]) -> None:
    assert [
        (iki.jabatan.nama, [len(item.indikator) for item in iki.sasaran]) for iki in badung.dokumen.iki
    ] == POS
    assert (len(POS), sum(sum(counts) for _, counts in POS)) == (47, 225)
    assert len({iki.jabatan.id for iki in badung.dokumen.iki}) == 47
    assert len({row.id for row in rows(badung.dokumen)}) == 225


def test_every_cell_of_badung_has_its_place(badung: HasilBaca[DaftarIKI]) -> None:
    assert badung.cakupan is not None
    assert badung.cakupan.utuh
    assert badung.cakupan.sel == sum(
        bool(cell.strip())
        for line in BADUNG.read_text(encoding="utf-8").splitlines()
        for cell in line.split("\t")
    )
    assert str(badung.dokumen.kepala.periode) == "2021-2026"


def test_two_headings_of_badung_are_damaged(badung: HasilBaca[DaftarIKI]) -> None:
    """One lost the word Jabatan and was torn into a table, the other its colon."""
    assert at(badung, "SKP130") == [137, 415]
    assert [iki.jabatan.id for iki in badung.dokumen.iki if iki.jabatan.nama == ANALIS] == [
        "analis-kependudukan-dan-pencatatan-sipil",
        "analis-kependudukan-dan-pencatatan-sipil-2",
        "analis-kependudukan-dan-pencatatan-sipil-3",
    ]


def test_formulas_of_badung(badung: HasilBaca[DaftarIKI]) -> None:
    kinds = Counter(type(row.rumus).__name__ for row in rows(badung.dokumen))
    assert kinds == {"Jumlah": 142, "Persen": 60, "NoneType": 21, "Nilai": 1, "Indeks": 1}
    assert named(badung.dokumen, "Persentase kepemilikan dokumen pencatatan sipil").rumus == Persen(
        "Jumlah dokumen pencatatan sipil yang diterbitkan", "Jumlah dokumen pencatatan sipil yang dilaporkan"
    )
    skm = named(
        badung.dokumen, "Nilai survei kepuasan masyarakat (SKM) pelayanan kependudukan dan pencatatan sipil"
    )
    ikm = named(badung.dokumen, "Indeks kepuasan masyarakat terhadap pelayanan")
    assert (skm.rumus, ikm.rumus) == (Nilai(), Indeks())
    assert skm.sumber_data == ("Hasil survei SKM",)


def test_a_denominator_lost_at_a_drawn_line_is_reported(badung: HasilBaca[DaftarIKI]) -> None:
    lost = named(badung.dokumen, "Persentase permohonan KTP-el yang terselesaikan")
    assert lost.rumus is None
    assert lost.formulasi.splitlines() == [
        "Jumlah permohonan pelayanan KTP-el yang dapat di proses",
        "———",
        "× 100 %",
    ]
    assert len(at(badung, "SKP132")) == 12


def test_names_that_say_jumlah_over_a_fraction(badung: HasilBaca[DaftarIKI]) -> None:
    names = [dict(item.parameter)["nama"] for item in badung.temuan if item.kode == "SKP131"]
    assert names == [
        "Jumlah penerbitan Pelaporan Kelahiran Luar Negeri dari peristiwa yang dilaporkan",
        "Jumlah surat yang ditindaklanjuti setelah didisposisi oleh pimpinan yang diterimadi bidang",
    ]
    assert all(isinstance(named(badung.dokumen, str(nama)).rumus, Persen) for nama in names)


def test_what_the_scan_of_badung_broke(badung: HasilBaca[DaftarIKI]) -> None:
    """Trash in the columns of numbers, sasaran, indikator and the factor is named and not stored."""
    broken = [dict(item.parameter)["teks"] for item in badung.temuan if item.kode == "SKP137"]
    assert broken == [
        "-",
        "Trained?",
        "T 11 .",
        "pene kepe dan j sipil perk perc",
        "an alsta",
        "11 100 70",
        "7110070",
    ]
    texts = repr(badung.dokumen)
    assert not [teks for teks in broken[1:] if str(teks) in texts]


def test_a_page_of_badung_without_its_first_columns(badung: HasilBaca[DaftarIKI]) -> None:
    """After a page break the rows begin with the indikator; formulas and lists go on across the break."""
    post = badung.dokumen.iki[7]
    found = post.sasaran[0].indikator
    assert (
        found[2].formulasi
        == "Jumlah dokumen dan menginput nilai SKP tahunan pegawai ke dalam SAPK dalam 1 tahun"
    )
    assert [row.formulasi for row in found[10:]] == [
        "Jumlah pegawai yang difasilitasi melaporkan E-LHKASN dalam 1 tahun",
        "Jumlah data MySAPK yang diverifikasi dalam 1 tahun",
        "Jumlah permohonan SKPP yang diajukan dalam 1 tahun",
        "Jumlah data data kepegawaian yang diinput dan diverifikasi dalam 1 tahun",
    ]
    assert found[3].sumber_data == ("Dokumen Kepegawaian",)


def test_the_example_is_the_same_and_clean(badung: HasilBaca[DaftarIKI]) -> None:
    hasil = read_dokumen(CONTOH, bentuk="iki")
    assert hasil.dokumen == badung.dokumen
    assert hasil.cakupan is not None
    assert (hasil.cakupan.utuh, hasil.cakupan.temuan) == (True, 0)
    assert {item.kode for item in hasil.temuan} == {"SKP131", "SKP132", "SKP133", "SKP134", "SKP135"}


def test_no_person_is_in_data_or_example() -> None:
    for path in (BADUNG, CONTOH):
        assert not re.search(
            r"\bNIP\b|\d{8,}|\bPembina\b|\bPenata\b|disamarkan", path.read_text(encoding="utf-8")
        )


def test_badung_through_a_workbook(badung: HasilBaca[DaftarIKI], tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    write_dokumen(badung.dokumen, tmp_path / "iki.xlsx")
    assert read_dokumen(tmp_path / "iki.xlsx", bentuk="iki").dokumen == badung.dokumen


# --- formulas -------------------------------------------------------------------

AB = Persen("Jumlah A", "Jumlah B")


@pytest.mark.parametrize(
    ("baris", "faktor"),
    [
        (["Jumlah A", "Jumlah B"], True),
        (["Jumlah A  Jumlah B"], True),
        (["Jumlah A\nJumlah B\nx 100%"], False),
        (["Jumlah A ————— Jumlah B X 100 %"], False),
        (["Jumlah A\n______\nJumlah B"], True),
        (["Jumlah A X100% Jumlah B"], False),
        (["Jumlah A Jumlah B"], True),
        (["Jumlah A / Jumlah B x 100%"], False),
        (["(Jumlah A / Jumlah B) × 100 %"], False),
        (["(Jumlah A : Jumlah B)"], True),
        (["Jumlah A dibagi Jumlah B dikali 100 persen"], False),
        (["Jumlah A ÷ Jumlah B × 100 %"], False),
    ],
)
def test_a_fraction_in_every_shape(baris: list[str], faktor: bool) -> None:  # noqa: FBT001  # a case
    hasil = read_formulasi("Persentase A", baris, faktor=faktor)
    assert hasil.rumus == AB
    assert hasil.temuan == ()
    assert read_formulasi("Persentase A", [hasil.teks]).rumus == AB


@pytest.mark.parametrize(
    ("nama", "teks", "rumus", "kode"),
    [
        ("Jumlah surat", "Jumlah surat masuk", Jumlah(), ()),
        ("Jumlah surat", "- Banyaknya surat", Jumlah(), ()),
        ("Indeks kepuasan", "Nilai IKM", Indeks(), ()),
        ("Nilai SAKIP", "Hasil evaluasi Inspektorat", Nilai(), ()),
        ("Opini BPK", "Laporan hasil pemeriksaan", None, ()),
        ("Rasio A", "Jumlah A\n———\nJumlah B", None, ()),
        ("Jumlah A", "Jumlah A\n———\nJumlah B\nx 100%", AB, ("SKP131",)),
        ("Persentase A", "Jumlah A x 100%", None, ("SKP132",)),
        ("Persentase A", "Jumlah A", None, ("SKP132",)),
        ("Persentase A", "Jumlah A\nJumlah B\nJumlah C\nx 100%", None, ("SKP133",)),
        ("Persentase A", "Jumlah A\n———\nyang ada\nx 100%", None, ("SKP133",)),
        ("Persentase A", "Jumlah A\n———\nJumlah A\nx 100%", None, ("SKP133",)),
        ("Persentase A", "Jumlah A X10 masuk\nJumlah B", None, ("SKP133",)),
        ("Persentase A", "Jumlah A\n———\nJumlah B", AB, ("SKP134",)),
        ("Persentase A", "", None, ("SKP135",)),
        ("Upah", "Jumlah orang x 12 bulan", Jumlah(), ()),
        ("Persentase A", "/ Jumlah B x 100%", None, ("SKP132",)),
        ("Persentase A", "Jumlah A) / (Jumlah B x 100%", AB, ()),
        ("Jumlah A", "Jumlah A\nUP dan GU", Jumlah(), ()),
        ("Jumlah A", "Jumlah A\nJumlah B", None, ()),
    ],
)
def test_what_a_formula_is(nama: str, teks: str, rumus: object, kode: tuple[str, ...]) -> None:
    hasil = read_formulasi(nama, [teks])
    assert (hasil.rumus, tuple(jenis.kode for jenis, _ in hasil.temuan)) == (rumus, kode)


def test_only_the_factor_is_printed() -> None:
    hasil = read_formulasi("Persentase A", [], faktor=True)
    assert (hasil.teks, hasil.rumus) == ("× 100 %", None)


POTONGAN = st.sampled_from(
    [
        "Jumlah A",
        "Jumlah B yang ada",
        "surat masuk",
        "PPKS",
        "x 100%",
        "————",
        "/",
        "÷",
        "(",
        ")",
        "x 445",
        "\n",
        "- ",
    ]
)


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(["Persentase A", "Jumlah A", "Indeks A"]),
    st.lists(st.lists(POTONGAN, max_size=5).map(" ".join), min_size=1, max_size=3),
    st.booleans(),
)
def test_a_formula_reads_as_it_is_written(nama: str, baris: list[str], faktor: bool) -> None:  # noqa: FBT001  # a case
    once = read_formulasi(nama, baris, faktor=faktor)
    again = read_formulasi(nama, [once.teks])
    assert (again.teks, again.rumus) == (once.teks, once.rumus)


# --- posts ----------------------------------------------------------------------

TABEL = """
No | Sasaran Kinerja | Indikator Kinerja | Formulasi | Sumber Data
1 | Tertibnya surat | Jumlah surat | Jumlah surat masuk | Agenda
"""


def test_tugas_and_fungsi_are_joined_over_lines() -> None:
    post = only(
        read_text(
            f"""
Jabatan : Penyusun Bahan Standar dan

Pengaduan

Tugas : Menyusun bahan,

memeriksa, dan melaporkan

Fungsi : a menyusun rencana

kerja;

menghimpun data;
- b memeriksa berkas
c. melaporkan
{TABEL}"""
        )
    ).jabatan
    assert post.nama == "Penyusun Bahan Standar dan Pengaduan"
    assert post.tugas == ("Menyusun bahan, memeriksa, dan melaporkan",)
    assert post.fungsi == ("menyusun rencana kerja;", "menghimpun data;", "memeriksa berkas", "melaporkan")


def test_items_within_one_cell() -> None:
    head = (("Jabatan", "Sekretaris"), ("Tugas", ":", "Memimpin\nsekretariat"))
    more = (("Fungsi", ": a. menyusun\nb. memeriksa"), ("", "c. melaporkan\nd. menilai"))
    table = tuple(tuple(line.split(" | ")) for line in TABEL.strip().splitlines())
    post = only(_iki.read(Bacaan("iki.xlsx", (Kisi("", (*head, *more, *table)),)))).jabatan
    assert post.tugas == ("Memimpin sekretariat",)
    assert post.fungsi == ("menyusun", "memeriksa", "melaporkan", "menilai")


@pytest.mark.parametrize(
    "kepala",
    [
        "Jabatan : Sekretaris\nTugas : Memimpin\nFungsi : Membina",
        "Jabatan: Sekretaris\n**Tugas** Memimpin\nFungsi Membina",
        "#### Jabatan : Sekretaris\nMemimpin **Tugas**\nFungsi\n: Membina",
        "1. Jabatan . Sekretaris\n2. Tugas - Memimpin\n3. Fungsi . Membina\n4. Indikator Kinerja",
        "JABATAN | : | Sekretaris\nTUGAS | : | Memimpin\nFUNGSI | : | Membina",
        "1. | Jabatan | : | Sekretaris\n2. | Tugas | : | Memimpin\n3. | Fungsi | : | Membina",
        "Jabatan | Sekretaris\nTugas | Memimpin\nFungsi | Membina",
        "***\nNama Jabatan = Sekretaris\nUraian Tugas : Memimpin\nUraian Fungsi : Membina",
    ],
)
def test_headings_in_many_shapes(kepala: str) -> None:
    """A second post begins in the same shape; the table above it ends there."""
    hasil = read_text(f"{kepala}\n{TABEL}\n{kepala}\n{TABEL}")
    posts = [iki.jabatan for iki in hasil.dokumen.iki]
    assert [item.id for item in posts] == ["sekretaris", "sekretaris-2"]
    assert {(item.nama, item.tugas, item.fungsi) for item in posts} == {
        ("Sekretaris", ("Memimpin",), ("Membina",))
    }
    assert [row.nama for row in rows(hasil.dokumen)] == ["Jumlah surat"] * 2


def test_further_lines_of_a_post() -> None:
    hasil = read_text(
        f"""
Perangkat Daerah : Dinas Contoh
Jabatan : Sekretaris
Perangkat Daerah : Badan Contoh
Unit Kerja : Sekretariat
Unit : Bagian
Atasan Langsung : -
Jenjang Jabatan : Administrator
Kelas : 9
Nama : NAMA PEJABAT
{TABEL}"""
    )
    post = only(hasil).jabatan
    assert hasil.dokumen.kepala.instansi == "Dinas Contoh"
    assert (post.unit, post.atasan, post.jenjang) == ("Sekretariat", Atasan.TIDAK_ADA, "administrator")
    assert post.lain == (("perangkat daerah", "Badan Contoh"), ("Unit", "Bagian"), ("Kelas", "9"))
    assert [item.kode for item in hasil.temuan] == ["SKP111"]


def test_another_institution_below_a_table_is_no_part_of_the_form() -> None:
    hasil = read_text(
        f"Perangkat Daerah : A\nJabatan : Analis\n{TABEL}\nPerangkat Daerah : B\nJabatan : Kasi\n{TABEL}"
    )
    assert hasil.dokumen.kepala.instansi == "A"
    assert at(hasil, "SKP139") == [7]


def test_a_long_text_between_post_and_table_is_a_block() -> None:
    hasil = read_text(f"Jabatan : Sekretaris\nsatu\ndua\ntiga\n{TABEL}")
    assert only(hasil).jabatan.nama == "Sekretaris satu dua"
    assert at(hasil, "SKP139") == [4]


def test_lines_above_a_table_name_its_post() -> None:
    hasil = read_text(f"Jabatan : Sekretaris\n{TABEL}\nPENGELOLA SURAT\n{TABEL}")
    assert [iki.jabatan.nama for iki in hasil.dokumen.iki] == ["Sekretaris", "PENGELOLA SURAT"]
    assert at(hasil, "SKP130") == [6]


def test_a_table_goes_on_below_its_title() -> None:
    """The title of the page again, then rows whose numbers go on."""
    more = TABEL.replace("1 | Tertibnya surat", "2 | Tertibnya arsip")
    hasil = read_text(f"Jabatan : Sekretaris\n{TABEL}\nINDIKATOR KINERJA INDIVIDU\n{more}")
    assert [item.uraian for item in only(hasil).sasaran] == ["Tertibnya surat", "Tertibnya arsip"]
    assert hasil.temuan == ()


def test_tugas_without_a_post_and_a_table_without_any() -> None:
    hasil = read_text(f"{TABEL}\nKEPALA SEKSI\nTugas : Memimpin\n{TABEL}\nTugas : Mengetik\n{TABEL}")
    assert [(iki.jabatan.id, iki.jabatan.tugas) for iki in hasil.dokumen.iki] == [
        ("jabatan", ()),
        ("kepala-seksi", ("Memimpin",)),
        ("jabatan-2", ("Mengetik",)),
    ]
    assert at(hasil, "SKP130") == [1, 4, 10]


def test_a_document_that_begins_with_tugas() -> None:
    hasil = read_text(f"INDIKATOR KINERJA INDIVIDU\nDINAS CONTOH\nTugas : Memimpin\n{TABEL}")
    assert (only(hasil).jabatan.nama, only(hasil).jabatan.tugas) == ("", ("Memimpin",))
    assert hasil.dokumen.kepala.instansi == "DINAS CONTOH"


def test_four_lines_are_too_many_for_a_name() -> None:
    hasil = read_text(f"Jabatan : Sekretaris\n{TABEL}\nsatu\ndua\ntiga\nempat\nTugas : Memimpin\n{TABEL}")
    assert [iki.jabatan.nama for iki in hasil.dokumen.iki] == ["Sekretaris", ""]
    assert at(hasil, "SKP139") == [6]


def test_a_sheet_without_a_heading_is_named_after_its_post() -> None:
    sheets = tuple(
        Kisi(nama, tuple(tuple(line.split(" | ")) for line in TABEL.strip().splitlines()))
        for nama in ("Sekretaris", "Bendahara")
    )
    hasil = _iki.read(Bacaan("iki.xlsx", sheets))
    assert [iki.jabatan.nama for iki in hasil.dokumen.iki] == ["Sekretaris", "Bendahara"]
    assert [item.kode for item in hasil.temuan] == ["SKP130", "SKP130"]


def test_who_signs_is_not_kept() -> None:
    signed = "Ambon, 2 Januari 2025\nSekretaris,\nNAMA PEJABAT"
    other = "Ambon, 3 Januari 2025\nNAMA PEJABAT"
    ranked = "SEKRETARIS\nNAMA PEJABAT\nPembina Utama Muda"
    parts = [f"Jabatan : Sekretaris\n{TABEL}\n{end}" for end in (signed, signed, other, ranked)]
    hasil = read_text("INDIKATOR KINERJA INDIVIDU\nDINAS CONTOH\n" + "\n".join(parts))
    assert (hasil.dokumen.kepala.tempat, str(hasil.dokumen.kepala.tanggal)) == ("Ambon", "2025-01-02")
    assert "PEJABAT" not in repr(hasil.dokumen)
    assert Counter(item.kode for item in hasil.temuan) == {"SKP111": 8, "SKP105": 1}


def test_a_whole_book_gives_one_finding_for_its_preface() -> None:
    preface = "\n".join(f"Kalimat pengantar nomor {number}." for number in range(40))
    hasil = read_text(
        f"""
INDIKATOR KINERJA INDIVIDU DINAS CONTOH TAHUN 2025
KATA PENGANTAR
{preface}
LAMPIRAN KEPUTUSAN BUPATI CONTOH
INDIKATOR KINERJA INDIVIDU
Jabatan : Sekretaris
{TABEL}"""
    )
    assert hasil.dokumen.kepala.keputusan == "LAMPIRAN KEPUTUSAN BUPATI CONTOH"
    (block,) = [item for item in hasil.temuan if item.kode == "SKP139"]
    assert dict(block.parameter)["banyak"] == 41
    assert "KATA PENGANTAR" in block.pesan
    assert "Kalimat pengantar nomor 39." in block.pesan


def test_the_decree_before_a_book_says_what_it_rests_on_and_on_whose_behalf() -> None:
    """As in the book of Badung: the decree stands before its lampiran, who signs between the two."""
    preface = "\n".join(f"Kalimat pengantar nomor {number}." for number in range(30))
    hasil = read_text(
        f"""
INDIKATOR KINERJA INDIVIDU DINAS CONTOH TAHUN 2025
KATA PENGANTAR
{preface}
#### Mengingat:
- 1. Undang-Undang Nomor 23 Tahun 2014;
- 2. Peraturan Presiden Nomor 29 Tahun 2014;
MEMUTUSKAN
a.n. BUPATI CONTOH
NAMA PEJABAT
LAMPIRAN KEPUTUSAN BUPATI CONTOH
NOMOR : 104/0416/HK/2021 TANGGAL : 5 Nopember 2021
INDIKATOR KINERJA INDIVIDU
Jabatan : Sekretaris
{TABEL}
Contoh, 5 Nopember 2021
a.n. BUPATI CONTOH
NAMA PEJABAT
Jabatan : Kepala Bidang
{TABEL}
a.n. GUBERNUR CONTOH
a.n. BUPATI CONTOH"""
    )
    kepala = hasil.dokumen.kepala
    assert (kepala.nomor_keputusan, str(kepala.tanggal_keputusan)) == ("104/0416/HK/2021", "2021-11-05")
    assert kepala.dasar_hukum == (
        "Undang-Undang Nomor 23 Tahun 2014;",
        "Peraturan Presiden Nomor 29 Tahun 2014;",
    )
    assert (kepala.atas_nama, kepala.tempat) == ("BUPATI CONTOH", "Contoh")
    (other,) = [item for item in hasil.temuan if item.kode == "SKP105"]
    assert "a.n. GUBERNUR CONTOH" in other.pesan
    assert len(hasil.dokumen.iki) == 2


def test_a_book_without_a_heading_of_its_own() -> None:
    preface = "\n".join(f"{'Kalimat yang panjang sekali ' * 8} {number}" for number in range(30))
    hasil = read_text(f"{preface}\nJabatan : Sekretaris\n{TABEL}")
    assert [item.kode for item in hasil.temuan] == ["SKP139"]
    assert hasil.dokumen.kepala.judul == ()
    six = read_text("\n".join(f"Baris {number}" for number in range(30)) + f"\nJabatan : Sekretaris\n{TABEL}")
    assert six.dokumen.kepala.catatan == tuple(f"Baris {number}" for number in range(6))
    assert "…" in hasil.temuan[0].pesan


# --- tables of other documents --------------------------------------------------


@pytest.mark.parametrize(
    ("judul", "tingkat"),
    [
        ("SasaranKinerj a", ""),
        ("Sasaran Program", "program"),
        ("SASARAN SUB. KEGIATAN", "sub kegiatan"),
        ("Sasaran Aktivitas", "aktivitas"),
        ("Sasaran", ""),
    ],
)
def test_what_the_sasaran_are_of(judul: str, tingkat: str) -> None:
    hasil = read_text(f"Jabatan : Analis\n{TABEL.replace('Sasaran Kinerja', judul)}")
    assert only(hasil).tingkat == tingkat


@pytest.mark.parametrize(
    "judul",
    [
        "Formula",
        "Cara Perhitungan / Penjelasan",
        "Penjelasan/Formulasi Penghitungan",
        "PENJELASAN (FORMULASI PERHITUNGAN)",
    ],
)
def test_header_words_of_the_formula(judul: str) -> None:
    hasil = read_text(
        f"Jabatan : Analis\n{TABEL.replace('Formulasi', judul).replace('Sumber Data', 'SumberD ata')}"
    )
    assert rows(hasil.dokumen)[0].formulasi == "Jumlah surat masuk"
    assert rows(hasil.dokumen)[0].sumber_data == ("Agenda",)


def test_columns_in_another_order_and_unknown_ones() -> None:
    hasil = read_text(
        """
Jabatan : Analis
Sumber Data | Formulasi | Indikator | Satuan | Sasaran | No | Ket | Bobot
Agenda | Jumlah surat | Jumlah surat | Surat | Tertibnya surat | 1 | utama | 20
DPA | Jumlah SPJ | Jumlah SPJ | SPJ | Tertibnya SPJ | 2 | |
"""
    )
    first, second = rows(hasil.dokumen)
    assert (first.satuan, first.keterangan, first.lain) == ("Surat", "utama", (("Bobot", "20"),))
    assert (second.sumber_data, second.lain) == (("DPA",), ())
    assert [item.kode for item in hasil.temuan] == ["SKP107"]


def test_a_header_of_two_rows_and_a_column_of_factors() -> None:
    hasil = read_text(
        """
Jabatan : Analis
No | Sasaran | Indikator | Penjelasan/ Formulasi | | | Sumber Data | Ket.
 | | | Penghitungan | | | |
(1) | (2) | (3) | (4) | | | (5) | (6)
1 | Tertibnya surat | Persentase surat | Jumlah surat terjawab | x | 100% | Agenda |
 | | | Jumlah surat masuk | | | |
"""
    )
    assert rows(hasil.dokumen)[0].rumus == Persen("Jumlah surat terjawab", "Jumlah surat masuk")
    assert hasil.temuan == ()


def test_numbers_in_a_column_of_their_own() -> None:
    """The header of the indikator stands over its numbers, the names in the column beside it."""
    hasil = read_text(
        """
Jabatan : Analis
No | Sasaran | Indikator Kinerja | | Cara Perhitungan | Sumber Data
1 | Tertibnya surat | 1 | Persentase surat | Jumlah A / Jumlah B x 100% | Agenda
 | | 2. | Jumlah SPJ | Jumlah SPJ | - DPA
"""
    )
    first, second = rows(hasil.dokumen)
    assert first.sebutan == (Sebutan("Persentase surat", nomor="1", bagian="nama"),)
    assert (second.nama, second.sebutan[0].nomor, second.sumber_data) == ("Jumlah SPJ", "2.", ("DPA",))


def test_merged_cells_hold_for_all_their_rows() -> None:
    hasil = read_text(
        """
Jabatan : Analis
No | Sasaran | Indikator | Formulasi | Sumber Data | Ket
1 | Tertibnya surat | Jumlah surat | Jumlah surat | - Agenda - Arsip | utama
 | | Jumlah SPJ | Jumlah SPJ | |
 | | Jumlah arsip | Jumlah arsip | |
""",
        gabungan=(Gabungan(3, 5, 4, 5), Gabungan(3, 6, 4, 6)),
    )
    assert [(row.sumber_data, row.keterangan) for row in rows(hasil.dokumen)] == [
        (("Agenda - Arsip",), "utama"),
        (("Agenda - Arsip",), "utama"),
        ((), ""),
    ]


def test_a_sasaran_may_begin_without_a_number() -> None:
    hasil = read_text(
        """
Jabatan : Analis
No | Sasaran | Indikator | Formulasi | Sumber Data
1 | Tertibnya surat | Jumlah surat | Jumlah surat | Agenda
 | Tertibnya arsip dinas | Waktu pencarian | Rekapitulasi | Arsip
"""
    )
    assert [item.uraian for item in only(hasil).sasaran] == ["Tertibnya surat", "Tertibnya arsip dinas"]


def test_rows_that_go_on() -> None:
    hasil = read_text(
        """
Jabatan : Analis
No | Sasaran | Indikator | Satuan | Formulasi | Sumber Data | Ket
1 | Tertibnya | Persentase layanan | Per | Jumlah layanan yang | Laporan, | per
 | Surat masuk | Dinas | sen | selesai | SIAK | tama
 | | | | Jumlah seluruh layanan x 100% | Dokumen LAKIP |
 | Tertibnya | | | | |
 | Tertibnya Surat masuk | Jumlah surat | | Jumlah surat | Agenda |
"""
    )
    first, second = rows(hasil.dokumen)
    (sasaran,) = only(hasil).sasaran
    assert sasaran.uraian == "Tertibnya Surat masuk"
    assert at(hasil, "SKP137") == [6]
    assert (first.nama, first.satuan, first.keterangan) == ("Persentase layanan Dinas", "Per sen", "per tama")
    assert first.rumus == Persen("Jumlah layanan yang selesai", "Jumlah seluruh layanan")
    assert first.sumber_data == ("Laporan, SIAK", "Dokumen LAKIP")
    assert second.nama == "Jumlah surat"


def test_several_indikator_in_one_cell() -> None:
    hasil = read_text(
        """
Jabatan : Analis
No | Sasaran | Indikator | Formulasi | Sumber Data
1 | Tertibnya surat | Persentase A<br/>Persentase B | Jumlah C<br>Jumlah D<br>Jumlah E<br>Jumlah F | DPA DPA
2 | Tertibnya SPJ | - Jumlah G<br>- Jumlah H | | SPJ<br>RKA
3 | Tertibnya arsip | Jumlah I<br>Jumlah J | Jumlah K | Arsip
"""
    )
    found = rows(hasil.dokumen)
    assert [row.nama[-1] for row in found] == list("ABGHIJ")
    assert [row.rumus for row in found[:2]] == [
        Persen("Jumlah C", "Jumlah D"),
        Persen("Jumlah E", "Jumlah F"),
    ]
    assert [row.sumber_data for row in found] == [
        ("DPA",),
        ("DPA",),
        ("SPJ",),
        ("RKA",),
        ("Arsip",),
        ("Arsip",),
    ]
    assert [row.formulasi for row in found[2:]] == ["", "", "Jumlah K", "Jumlah K"]
    assert at(hasil, "SKP136") == [3, 4, 5]
    assert at(hasil, "SKP133") == [5]


def test_numbers_of_columns_run_into_the_first_row() -> None:
    hasil = read_text(
        """
Jabatan : Analis
No | Sasaran | Indikator | Formulasi | Sumber Data
(1) | (2) Tertibnya surat | (3) Jumlah surat | (4) Jumlah surat | (5) Agenda
3 | Tertibnya SPJ | Jumlah SPJ | (2) Jumlah SPJ | DPA
"""
    )
    first, second = rows(hasil.dokumen)
    assert (first.nama, first.sumber_data, second.formulasi) == (
        "Jumlah surat",
        ("Agenda",),
        "(2) Jumlah SPJ",
    )
    assert at(hasil, "SKP138") == [3]
    assert at(hasil, "SKP114") == [4]


def test_a_row_without_a_name_and_a_sasaran_without_a_row() -> None:
    hasil = read_text(
        """
Jabatan : Analis
No | Sasaran | Indikator | Formulasi | Sumber Data
 | | Jumlah arsip | Jumlah arsip | Arsip
1 | Tertibnya surat | | Jumlah surat | Agenda
2 | Tertibnya SPJ | | |
 | | Opini auditor | Hasil pemeriksaan | LHP
 | | Predikat Dinas | | LHE
 | | Waktu layanan | Rekapitulasi | SIAK
"""
    )
    groups = only(hasil).sasaran
    assert [(item.uraian, [row.nama for row in item.indikator]) for item in groups] == [
        ("", ["Jumlah arsip"]),
        ("Tertibnya surat", [""]),
        ("Tertibnya SPJ", ["Opini auditor Predikat Dinas", "Waktu layanan"]),
    ]


def test_a_copied_row_gets_an_id_of_its_own() -> None:
    text = """
Jabatan : {nama}
No | Sasaran | Indikator | Formulasi | Sumber Data | ID Sasaran | ID Indikator | ID Jabatan
1 | Tertibnya surat | Jumlah surat | Jumlah surat | Agenda | S1 | I1 | J1
 | | Jumlah SPJ | Jumlah SPJ | DPA | S1 | I2 | J1
2 | Tertibnya arsip | Jumlah arsip | Jumlah arsip | Arsip | S2 | I2 | J1
3 | Tertibnya RKA | Jumlah RKA | Jumlah RKA | RKA | S1 | | J1
"""
    hasil = read_text(text.format(nama="Analis"))
    assert [(item.id, [row.id for row in item.indikator]) for item in only(hasil).sasaran] == [
        ("S1", ["I1", "I2"]),
        ("S2", ["S2.1"]),
        ("J1.S3", ["J1.S3.1"]),
    ]
    assert at(hasil, "SKP105") == [5, 6]
    twice = read_text(text.format(nama="Analis") + text.format(nama="Sekretaris"))
    assert [iki.jabatan.id for iki in twice.dokumen.iki] == ["J1", "J1-2"]
    assert [item.kode for item in twice.temuan if item.kode == "SKP143"] == ["SKP143"]


def test_a_page_that_begins_with_the_indikator_and_the_factor() -> None:
    hasil = read_text(
        """
Jabatan : Analis
No | Sasaran | Indikator | Formulasi | | Sumber Data
1 | Tertibnya surat | Persentase surat | Jumlah A | X100% | Agenda
 | | | Jumlah B | |

Persentase SPJ | Jumlah C | X100% | DPA | | |  | luar
dalam setahun | Jumlah D | | SPJ
"""
    )
    _, second = rows(hasil.dokumen)
    assert (second.nama, second.rumus) == ("Persentase SPJ dalam setahun", Persen("Jumlah C", "Jumlah D"))
    assert at(hasil, "SKP109") == [6]


# --- reading what was written ---------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(daftar_iki())
def test_csv_comes_back(tmp_path_factory: pytest.TempPathFactory, daftar: DaftarIKI) -> None:
    path = tmp_path_factory.mktemp("iki") / "iki.csv"
    write_dokumen(daftar, path)
    hasil = read_dokumen(path, bentuk="iki")
    assert hasil.dokumen == daftar
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh


@settings(max_examples=10, deadline=None)
@given(daftar_iki())
def test_a_workbook_comes_back(tmp_path_factory: pytest.TempPathFactory, daftar: DaftarIKI) -> None:
    pytest.importorskip("xlsxwriter")
    path = tmp_path_factory.mktemp("iki") / "iki.xlsx"
    write_dokumen(daftar, path)
    assert read_dokumen(path, bentuk="iki").dokumen == daftar


def test_what_is_planned_stands_in_columns_of_its_own() -> None:
    """Targets and baseline are part of what a post is measured by; a blank beside them is no remark."""
    tabel = """
Jabatan : Analis
No | Sasaran Kinerja | Indikator Kinerja | Formulasi | Sumber Data | Polaritas | Baseline 2024 | Target 2025 | Target TW I | Ket
1 | Mutu naik | Jumlah surat | Jumlah surat | Agenda | naik | 5 | 12 Surat | 3 Surat | rutin
"""
    hasil = read_text(f"INDIKATOR KINERJA INDIVIDU TAHUN 2025\n{tabel}")
    (row,) = hasil.dokumen.iki[0].sasaran[0].indikator
    assert [(str(item.periode), str(item)) for item in row.target] == [
        ("2025", "12 Surat"),
        ("2025-TW1", "3 Surat"),
    ]
    assert row.baseline is not None
    assert (str(row.baseline.periode), str(row.baseline.nilai)) == ("2024", "5")
    assert (row.polaritas, row.keterangan, row.sumber_data) == (Polaritas.NAIK, "rutin", ("Agenda",))
    assert hasil.temuan == ()


def test_targets_of_several_indikator_in_one_cell_are_kept_and_reported() -> None:
    tabel = "No | Sasaran Kinerja | Indikator Kinerja | Formulasi | Target 2025 | Baseline 2024"
    row = "1 | Mutu naik | Jumlah surat<br/>Jumlah arsip | Jumlah surat<br/>Jumlah arsip | 12 | 5"
    hasil = read_text(f"Jabatan : Analis\n{tabel}\n{row}\n")
    one, two = hasil.dokumen.iki[0].sasaran[0].indikator
    assert (one.target, one.baseline, two.target) == ((), None, ())
    assert one.lain == (("target 2025", "12"), ("baseline 2024", "5"))
    assert sum(item.kode == "SKP105" for item in hasil.temuan) == 2


def test_a_sheet_for_each_post() -> None:
    """Their names are short, without forbidden signs, and differ."""
    posts = [Jabatan(id=f"j{number}", nama="Kepala Seksi [A/B]: Data 'Penduduk'") for number in range(12)]
    naskah = _iki.to_naskah(DaftarIKI(iki=[IKI(jabatan=post) for post in posts]))
    names = [nama for nama, _ in naskah.isi]
    assert (len(set(names)), names[0]) == (12, "1 Kepala Seksi  A B   Data  Pen")
    assert max(map(len, names)) <= 31
    assert [nama for nama, _ in _iki.to_naskah(DaftarIKI()).isi] == ["IKI"]


def test_a_formula_that_was_never_printed_is_written_in_words(tmp_path: Path) -> None:
    row = Indikator(id="I1", nama="Persentase surat", rumus=Persen("surat terjawab", "surat masuk"))
    sasaran = Sasaran("S1", uraian="Tertibnya surat", indikator=[row])
    daftar = DaftarIKI(iki=[IKI(jabatan=Jabatan(id="j", nama="Analis"), sasaran=[sasaran])])
    write_dokumen(daftar, tmp_path / "iki.csv")
    (again,) = rows(read_dokumen(tmp_path / "iki.csv", bentuk="iki").dokumen)
    assert again.formulasi == "surat terjawab ÷ surat masuk × 100 %"
    assert again.rumus == row.rumus


def test_the_example_of_the_template_comes_back(tmp_path: Path) -> None:
    contoh = _iki.FORMULIR.contoh()
    write_dokumen(contoh, tmp_path / "iki.csv")
    assert read_dokumen(tmp_path / "iki.csv").dokumen == contoh


SEL = st.sampled_from(
    """

1
(1)
(2) Tertibnya
Tertibnya mutu
Persentase A
Jumlah surat
surat masuk
- Jumlah A<br>- Jumlah B
X100%
Jumlah A ————
(A/B) x 100%
DPA
Trained?
T 11 .
-
Jabatan
dalam 1 tahun<br>- Jumlah B
""".splitlines()
)
BARIS = st.sampled_from(
    """
Jabatan : Sekretaris
1. Jabatan : Bendahara
Jabatan Analis Data
Tugas : Memimpin
**Tugas** Melakukan
Fungsi Membina
- b memeriksa;
memberi petunjuk
4. Indikator Kinerja
INDIKATOR KINERJA INDIVIDU
Ambon, 2 Januari 2025
NIP. 1
***
Perangkat Daerah : Dinas Sosial
Nama : Fulan
No | Sasaran Kinerja | Indikator Kinerja | Formulasi | | Sumber Data
(1) | (2) | (3) | (4) | | (5)
No | Sasaran Program | Indikator | Satuan | Cara Perhitungan | Sumber Data | Bobot
""".splitlines()
)


@settings(max_examples=60, deadline=None)
@given(st.lists(BARIS | st.lists(SEL, max_size=7).map(" | ".join), max_size=20))
def test_any_rows_are_read(tmp_path_factory: pytest.TempPathFactory, baris: list[str]) -> None:
    """Whatever stands in the rows: no error, every cell accounted for, and as many posts and indikator come back."""
    hasil = read_text("\n".join(["Jabatan : Analis", TABEL.strip(), *baris]))
    hasil.dokumen.to_pohon()
    path = tmp_path_factory.mktemp("iki") / "iki.csv"
    write_dokumen(hasil.dokumen, path)
    again = read_dokumen(path, bentuk="iki")
    assert again.cakupan is not None
    assert again.cakupan.utuh
    assert [(iki.jabatan.id, [len(item.indikator) for item in iki.sasaran]) for iki in again.dokumen.iki] == [
        (iki.jabatan.id, [len(item.indikator) for item in iki.sasaran]) for iki in hasil.dokumen.iki
    ]
