"""Perjanjian Kinerja: what is written is read back, and what agencies print is read as well."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import Workbook

import strategies_pk as pk_st
from sakip import read_dokumen, write_dokumen
from sakip.bentuk import Kepala, PerjanjianKinerja, Status
from sakip.dokumen import HasilBaca
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._buka.kisi import Kisi
from sakip.dokumen._dokumen import FORMULIR
from sakip.dokumen._perjanjian_kinerja import read
from sakip.model import Baseline, Indikator, Kegiatan, Pagu, Program, Sasaran, SubKegiatan
from sakip.periode import Periode

DITEMUKAN = {"SKP103", "SKP104", "SKP106", "SKP107", "SKP110"}
"""What a form made of broken values is told of when it is read: values, and unknown columns."""


def baca(*lembar: str) -> HasilBaca[PerjanjianKinerja]:
    """A form from sheets whose cells are parted by bars; no cell may be lost."""
    sheets = tuple(
        Kisi(
            f"Lembar {number}" if len(lembar) > 1 else "",
            tuple(tuple(cell.strip() for cell in line.split("|")) for line in text.strip("\n").splitlines()),
        )
        for number, text in enumerate(lembar, start=1)
    )
    hasil = read(Bacaan("pk.csv", sheets))
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh
    return hasil


def kode(hasil: HasilBaca[PerjanjianKinerja]) -> list[str]:
    return [item.kode for item in hasil.temuan]


def target(hasil: HasilBaca[PerjanjianKinerja]) -> list[dict[str, str]]:
    return [
        {str(item.periode): str(item) for item in row.target}
        for node in hasil.dokumen.sasaran
        for row in node.indikator
    ]


@pytest.mark.parametrize(("murni", "perubahan"), [("Semula", "Menjadi"), ("Sebelum", "Sesudah Perubahan")])
def test_versions_may_stand_alone_in_a_second_row_of_headers(murni: str, perubahan: str) -> None:
    hasil = baca(
        f"""
PERJANJIAN KINERJA PERUBAHAN TAHUN 2025
No | Sasaran | Indikator Kinerja | Target |
 | | | {murni} | {perubahan}
1 | Mutu naik | Indeks kepuasan | 80 | 85
No | Program | Anggaran | | Keterangan
 | | {murni} | {perubahan} |
1 | Program A | 100 | 120 | APBD
"""
    )
    (row,) = hasil.dokumen.sasaran[0].indikator
    assert [(str(item), item.versi) for item in row.target] == [("80", "murni"), ("85", "perubahan")]
    assert [(item.jumlah, item.versi) for item in hasil.dokumen.anggaran[0].pagu] == [
        (100, "murni"),
        (120, "perubahan"),
    ]
    assert kode(hasil) == []


# --- round trips --------------------------------------------------------------


@pytest.mark.parametrize("akhiran", [".csv", ".xlsx"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pk=pk_st.perjanjian_kinerja())
def test_what_is_written_is_read_back(tmp_path: Path, akhiran: str, pk: PerjanjianKinerja) -> None:
    path = tmp_path / f"pk{akhiran}"
    write_dokumen(pk, path)
    hasil = read_dokumen(path, bentuk="perjanjian_kinerja")
    assert hasil.dokumen == pk
    assert {item.kode for item in hasil.temuan} <= DITEMUKAN
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh


@pytest.mark.parametrize("akhiran", [".csv", ".xlsx"])
def test_a_title_of_its_own_stays_and_tells_what_it_did_not_say(tmp_path: Path, akhiran: str) -> None:
    """The year and the institution are printed even where the title lines left them out."""
    kepala = Kepala(judul=["PERJANJIAN KINERJA ESELON II"], instansi="Dinas Sosial", periode=2025)
    path = tmp_path / f"pk{akhiran}"
    write_dokumen(PerjanjianKinerja(kepala=kepala, sasaran=[Sasaran("S1", uraian="Tertib")]), path)
    again = read_dokumen(path).dokumen.kepala
    assert (again.instansi, again.periode) == ("Dinas Sosial", Periode(2025))
    assert again.judul == ("PERJANJIAN KINERJA ESELON II", "TAHUN 2025", "Dinas Sosial")
    write_dokumen(PerjanjianKinerja(kepala=again, sasaran=[Sasaran("S1", uraian="Tertib")]), path)
    assert read_dokumen(path).dokumen.kepala == again


# --- the statement page -------------------------------------------------------

PERNYATAAN: tuple[list[str | None], ...] = (
    ["PERJANJIAN KINERJA TAHUN 2025"],
    [],
    [
        (
            "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel serta "
            "berorientasi pada hasil, kami yang bertanda tangan di bawah ini:"
        )
    ],
    ["Nama", ":", "NAMA PEJABAT"],
    ["Jabatan", ":", "Kepala Dinas Contoh"],
    ["Selanjutnya disebut PIHAK PERTAMA"],
    ["Nama", ":", "NAMA BUPATI"],
    ["Jabatan", ":", "Bupati Contoh"],
    ["Selaku atasan langsung pihak pertama, selanjutnya disebut PIHAK KEDUA."],
    [
        (
            "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, "
            "dalam rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen "
            "perencanaan. Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami."
        )
    ],
    [
        (
            "PIHAK KEDUA akan melakukan supervisi yang diperlukan serta melakukan evaluasi terhadap capaian kinerja "
            "dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi."
        )
    ],
    [],
    [None, None, "Contoh, 2 Januari 2025"],
    ["Pihak Kedua,", None, "Pihak Pertama,"],
    ["NAMA BUPATI", None, "NAMA PEJABAT"],
    [None, None, "NIP. 000"],
)
"""The page as the regulation's annex has it and offices fill it in."""
LAMPIRAN: tuple[list[str | int | None], ...] = (
    ["LAMPIRAN PERJANJIAN KINERJA TAHUN 2025"],
    ["DINAS CONTOH"],
    [],
    ["No", "Sasaran", "Indikator Kinerja", "Target"],
    ["(1)", "(2)", "(3)", "(4)"],
    [1, "Mutu naik", "Indeks layanan", 80],
    [],
    [None, "Program", "Anggaran", "Keterangan"],
    ["1.", "Program A", "Rp 1.000.000,-", "APBD"],
    ["2.", "Program B", "Rp 2.000.000,-", "APBD"],
    [None, "Jumlah", "Rp 3.000.000,-"],
)


def test_the_form_of_the_regulation_is_read_without_a_remark(tmp_path: Path) -> None:
    """PermenPANRB 53/2014, lampiran I: its sentences are furniture, and are written again."""
    buku = Workbook()
    sheet = buku.active
    for row in PERNYATAAN:
        sheet.append(row)
    second = buku.create_sheet("Lampiran")
    for line in LAMPIRAN:
        second.append(line)
    buku.save(tmp_path / "pk.xlsx")
    hasil: HasilBaca[PerjanjianKinerja] = read_dokumen(tmp_path / "pk.xlsx")
    pk = hasil.dokumen
    assert pk.kepala == Kepala(
        instansi="DINAS CONTOH", periode=2025, tempat="Contoh", tanggal=dt.date(2025, 1, 2)
    )
    assert (pk.pihak_pertama, pk.pihak_kedua) == ("Kepala Dinas Contoh", "Bupati Contoh")
    assert [(item.nama, item.pagu[0].jumlah) for item in pk.anggaran] == [
        ("Program A", 1_000_000),
        ("Program B", 2_000_000),
    ]
    assert [(item.kode, item.tempat.sel) for item in hasil.temuan] == [
        ("SKP111", place) for place in ("C4", "C7", "A15", "C15", "C16")
    ]
    for nama in ("lagi.xlsx", "lagi.csv"):
        write_dokumen(pk, tmp_path / nama)
        again = read_dokumen(tmp_path / nama)
        assert (again.dokumen, again.temuan) == (pk, ())
    write_dokumen(pk, tmp_path / "pk.md")
    text = (tmp_path / "pk.md").read_text("utf-8").casefold()
    for kalimat in (PERNYATAAN[2][0], *str(PERNYATAAN[9][0]).split(". ")):
        assert str(kalimat).casefold().rstrip(".") in text
    assert "pihak kedua akan melakukan supervisi yang diperlukan" in text


def test_sentences_that_a_pdf_breaks_are_the_same() -> None:
    pecah = [
        line
        for row in PERNYATAAN[:12]
        for line in ([" | ".join(map(str, row))] if len(row) > 1 else _pecah(str(row[0]) if row else ""))
    ]
    hasil = baca("\n".join([*pecah, "No | Sasaran | Indikator | Target", "1 | A | B | 1"]))
    assert (hasil.dokumen.pihak_pertama, hasil.dokumen.pihak_kedua) == (
        "Kepala Dinas Contoh",
        "Bupati Contoh",
    )
    assert hasil.dokumen.kepala.catatan == ()
    assert kode(hasil) == ["SKP111"] * 2


def _pecah(teks: str) -> list[str]:
    """A text in lines of eleven words."""
    words = teks.split()
    return [" ".join(words[place : place + 11]) for place in range(0, len(words), 11)] or [""]


def test_a_promise_in_other_words_is_a_remark_and_nobodys_name() -> None:
    lain = "Pihak pertama berjanji mencapai seluruh target tepat waktu."
    hasil = baca(f"PERJANJIAN KINERJA TAHUN 2025\n\n{lain}\nNo | Sasaran | Indikator | Target\n1 | A | B | 1")
    assert hasil.dokumen.kepala.catatan == (lain,)
    assert kode(hasil) == []


# --- what agencies print ------------------------------------------------------


def test_the_plain_form_without_satuan() -> None:
    hasil = baca(
        """
PERJANJIAN KINERJA TAHUN 2024
KANTOR CONTOH
No | Sasaran | Indikator Kinerja | Target
1 | Meningkatnya mutu | Persentase layanan | 93,59 %
2 | Tertibnya arsip | Nilai arsip | A
"""
    )
    assert [item.uraian for item in hasil.dokumen.sasaran] == ["Meningkatnya mutu", "Tertibnya arsip"]
    assert target(hasil) == [{"2024": "93,59 %"}, {"2024": "A"}]
    assert hasil.dokumen.kepala.instansi == "KANTOR CONTOH"
    assert kode(hasil) == []


@pytest.mark.parametrize("judul", ["Tw {}", "TRIWULAN {}", "Trw. {}", "Target TW {}"])
def test_four_triwulan_beside_the_year(judul: str) -> None:
    heads = " | ".join(judul.format(roman) for roman in ("I", "II", "III", "IV"))
    hasil = baca(
        f"""
PERJANJIAN KINERJA TAHUN 2025
No | Sasaran Kegiatan | Indikator Kinerja | Satuan | Target | {heads}
1 | Mutu | Jumlah laporan | Laporan | 4 | 1 | 2 | 3 | 4
"""
    )
    assert target(hasil) == [
        {"2025": "4", "2025-TW1": "1", "2025-TW2": "2", "2025-TW3": "3", "2025-TW4": "4"}
    ]


@pytest.mark.parametrize(
    "judul",
    [
        "Sasaran Strategis",
        "Sasaran Program",
        "Sasaran Kegiatan",
        "Sasaran Sub Kegiatan",
        "Sasaran Program/Kegiatan",
        "Sasaran Aktivitas",
        "Sasaran Kinerja",
        "Kinerja Utama",
    ],
)
def test_posts_of_every_level_promise(tmp_path: Path, judul: str) -> None:
    """The header names the level of the sasaran; a header of IKU makes no table of IKU of it."""
    buku = Workbook()
    sheet = buku.active
    for row in (
        ["PERJANJIAN KINERJA TAHUN 2025"],
        [],
        ["No", judul, "Indikator Kinerja Utama", "Satuan", "Target"],
        [1, "Mutu", "Indeks", "Nilai", 80],
    ):
        sheet.append(row)
    buku.save(tmp_path / "pk.xlsx")
    hasil = read_dokumen(tmp_path / "pk.xlsx")
    assert isinstance(hasil.dokumen, PerjanjianKinerja)
    assert [(item.uraian, item.indikator[0].nama) for item in hasil.dokumen.sasaran] == [("Mutu", "Indeks")]
    assert hasil.temuan == ()


@pytest.mark.parametrize(
    ("baris", "status"),
    [
        ("PERJANJIAN KINERJA TAHUN 2025", None),
        ("PERJANJIAN KINERJA MURNI TAHUN 2025", Status.MURNI),
        ("PERUBAHAN PERJANJIAN KINERJA TAHUN 2025", Status.PERUBAHAN),
        ("DRAFT PERJANJIAN KINERJA TAHUN 2025", Status.DRAF),
    ],
)
def test_the_state_stands_in_the_title(baris: str, status: Status | None) -> None:
    hasil = baca(
        f"{baris}\nDinas Lingkungan Hidup dan Perubahan Iklim\nNo | Sasaran | Indikator | Target\n1 | A | B | 1"
    )
    assert hasil.dokumen.kepala.status is status


def test_a_remark_that_speaks_of_change_does_not_make_a_revision() -> None:
    hasil = baca(
        "PERJANJIAN KINERJA TAHUN 2025\n\nMemperhatikan perubahan anggaran.\nNo | Sasaran | Indikator | Target\n1|A|B|1"
    )
    assert hasil.dokumen.kepala.status is None
    assert hasil.dokumen.kepala.catatan == ("Memperhatikan perubahan anggaran.",)


def test_who_promises_whom_is_kept_and_people_are_not() -> None:
    """Labels, colons and values in cells of their own, as spreadsheets have them."""
    hasil = baca(
        """
PERJANJIAN KINERJA TAHUN 2025

Nama | : | NAMA PEJABAT
NIP : 000
Pangkat/Golongan | GOLONGAN
Jabatan | : | Kepala Dinas Contoh
Selanjutnya disebut pihak pertama

Nama : NAMA BUPATI
Jabatan : Bupati Contoh
Selanjutnya disebut pihak kedua
No | Sasaran | Indikator | Target
1 | A | B | 1
"""
    )
    assert (hasil.dokumen.pihak_pertama, hasil.dokumen.pihak_kedua) == (
        "Kepala Dinas Contoh",
        "Bupati Contoh",
    )
    assert kode(hasil) == ["SKP111"] * 4
    assert not any(word in repr(hasil) for word in ("NAMA PEJABAT", "NAMA BUPATI", "000", "GOLONGAN"))


def test_a_kepala_daerah_promises_nobody(tmp_path: Path) -> None:
    pk = PerjanjianKinerja(
        kepala=Kepala(
            instansi="Kabupaten Contoh", periode=2025, tempat="Contoh", tanggal=dt.date(2025, 1, 6)
        ),
        pihak_pertama="Bupati Contoh",
        sasaran=[Sasaran("S1", uraian="Sejahtera")],
    )
    write_dokumen(pk, tmp_path / "pk.md")
    text = (tmp_path / "pk.md").read_text()
    assert "Saya berjanji" in text
    assert "Pihak Kedua" not in text
    write_dokumen(pk, tmp_path / "pk.xlsx")
    assert read_dokumen(tmp_path / "pk.xlsx").dokumen == pk


def test_the_signatures_below_the_tables_are_not_kept() -> None:
    hasil = baca(
        """
PERJANJIAN KINERJA TAHUN 2025
Pihak Pertama: Kepala Dinas
No | Sasaran | Indikator | Target
1 | A | B | 1

 | | | Contoh, 2 Januari 2025
Pihak Kedua | | | Pihak Pertama
Bupati | | | Kepala Dinas
 | | | …………………
NAMA BUPATI | | | NAMA PEJABAT
 | | | NIP 000
"""
    )
    assert hasil.dokumen.kepala.tempat == "Contoh"
    assert hasil.dokumen.kepala.tanggal == dt.date(2025, 1, 2)
    assert [str(item.tempat.sel) for item in hasil.temuan] == ["A8", "A10", "D10", "D11"]


@pytest.mark.parametrize(
    ("baris", "tempat", "tanggal"),
    [
        ("Ambon, ……………… 2025", "Ambon", None),
        ("………………, 2 Januari 2025", "", dt.date(2025, 1, 2)),
        ("……………, .......... Januari 2025", "", None),
        ("Ma'rang, ............", "Ma'rang", None),
    ],
)
def test_place_and_day_may_be_left_to_the_pen(baris: str, tempat: str, tanggal: dt.date | None) -> None:
    hasil = baca(
        f"PERJANJIAN KINERJA TAHUN 2025\nNo | Sasaran | Indikator | Target\n1 | A | B | 1\n | | | {baris}"
    )
    assert (hasil.dokumen.kepala.tempat, hasil.dokumen.kepala.tanggal) == (tempat, tanggal)
    assert kode(hasil) == []


def test_blank_sasaran_means_the_one_above() -> None:
    hasil = baca(
        """
PERJANJIAN KINERJA TAHUN 2025
No | Sasaran | Indikator | Target
1 | Mutu | Indeks | 80
  |      | Jumlah | 12
2 | Arsip | Nilai | A
"""
    )
    assert [len(item.indikator) for item in hasil.dokumen.sasaran] == [2, 1]


def test_the_header_of_every_page_is_furniture() -> None:
    hasil = baca(
        """
PERJANJIAN KINERJA TAHUN 2025
No | Sasaran | Indikator | Target
1 | Mutu | Indeks | 80
No | Sasaran | Indikator | Target
 | | Jumlah | 12
"""
    )
    assert [len(item.indikator) for item in hasil.dokumen.sasaran] == [2]
    assert hasil.cakupan is not None
    assert hasil.cakupan.temuan == 0


def test_the_title_of_every_sheet_is_furniture() -> None:
    title = "PERJANJIAN KINERJA TAHUN 2025\nDINAS SOSIAL\n"
    hasil = baca(
        f"{title}\nPihak Pertama: Kepala Dinas\n",
        f"{title}\nNo | Sasaran | Indikator | Target\n1 | A | B | 1\n",
        f"{title}\nNo | Program | Anggaran | Keterangan\n1 | C | 100 | APBD\n",
    )
    assert hasil.dokumen.kepala == Kepala(instansi="DINAS SOSIAL", periode=2025)
    assert [item.nama for item in hasil.dokumen.anggaran] == ["C"]
    assert kode(hasil) == []


def test_cells_merged_down_are_read_once(tmp_path: Path) -> None:
    buku = Workbook()
    sheet = buku.active
    for row in (
        ["PERJANJIAN KINERJA TAHUN 2025"],
        ["No", "Sasaran", "Indikator", "Target", None],
        [None, None, None, "2025", "TW I"],
        [1, "Mutu", "Indeks", 80.5, "-"],
        [None, None, "Jumlah", 12, 3],
    ):
        sheet.append(row)
    for area in ("A1:E1", "A2:A3", "B2:B3", "C2:C3", "D2:E2", "A4:A5", "B4:B5"):
        sheet.merge_cells(area)
    buku.save(tmp_path / "pk.xlsx")
    hasil = read_dokumen(tmp_path / "pk.xlsx", bentuk="perjanjian_kinerja")
    assert target(hasil) == [{"2025": "80,5", "2025-TW1": "-"}, {"2025": "12", "2025-TW1": "3"}]
    assert [item.uraian for item in hasil.dokumen.sasaran] == ["Mutu"]


# --- ids ------------------------------------------------------------------------


def test_a_row_that_was_put_in_gets_an_id_of_its_own() -> None:
    """The second sasaran has no id, and the one that it would get is another's."""
    hasil = baca(
        """
PERJANJIAN KINERJA TAHUN 2025
No | Sasaran | Indikator | Target | ID Sasaran | ID Indikator
1 | Mutu | Indeks | 80 | S1 | S1.1
2 | Baru | Jumlah | 12 | |
3 | Arsip | Nilai | A | S2 | S2.1
"""
    )
    assert [item.id for item in hasil.dokumen.sasaran] == ["S1", "S2-2", "S2"]
    assert len(hasil.dokumen.to_pohon()) == 3


# --- money ----------------------------------------------------------------------

UANG = "PERJANJIAN KINERJA TAHUN 2025\nNo | Sasaran | Indikator | Target\n1 | A | B | 1\n"


def test_a_sum_that_is_wrong_is_a_finding() -> None:
    hasil = baca(
        f"{UANG}\nNo | Program | Anggaran | Keterangan\n1 | C | Rp 100 | APBD\n2 | D | 50,- | \n | Jumlah | 151 |"
    )
    (temuan,) = hasil.temuan
    assert (temuan.kode, temuan.tempat.sel) == ("SKP115", "C8")
    assert temuan.pesan.startswith("Jumlah yang tercetak Rp151, sedangkan penjumlahan barisnya Rp150")


@pytest.mark.parametrize("baris", [" | Jumlah | 150 | ", "JUMLAH | | 150 | ", "Total Anggaran: | | 150 |"])
def test_a_sum_that_is_right_is_furniture(baris: str) -> None:
    hasil = baca(f"{UANG}\nNo | Program | Anggaran | Ket\n1 | C | 100 | APBD\n2 | D | 50 | Jumlah\n{baris}")
    assert [(item.nama, item.keterangan) for item in hasil.dokumen.anggaran] == [
        ("C", "APBD"),
        ("D", "Jumlah"),
    ]
    assert kode(hasil) == []


def test_a_sum_without_a_year_can_not_be_checked() -> None:
    hasil = baca(
        "PERJANJIAN KINERJA\nNo | Sasaran | Indikator | Target\n1 | A | B | 1\n"
        "No | Program | Anggaran | Ket\n1 | C | 100 | \n | Jumlah | 100 |"
    )
    assert hasil.dokumen.anggaran[0].lain == (("Anggaran", "100"),)
    assert kode(hasil) == ["SKP105", "SKP105", "SKP109"]


def test_an_unreadable_sum_and_code_are_named_and_kept() -> None:
    hasil = baca(
        f"{UANG}\nKode | Program | Anggaran | ID | Jenis Komponen\n"
        "1.2.3.4 | C | 100 | p | kegiatan\n | D | 5 | p | entah\n | Jumlah | seratus | | "
    )
    assert kode(hasil) == ["SKP105", "SKP105", "SKP105", "SKP103"]
    satu, dua = hasil.dokumen.anggaran
    assert isinstance(satu, Kegiatan)
    assert (satu.lain, satu.kode) == ((("Kode", "1.2.3.4"),), None)
    assert (satu.id, dua.id) == ("p", "P2")


def test_the_kind_of_a_component_is_seen_by_its_name_or_its_code() -> None:
    hasil = baca(
        f"{UANG}\nKode | Program/Kegiatan/Sub Kegiatan | Anggaran\n | Program A | 1\n | Kegiatan B | 1\n"
        "1.06.04.2.01.0001 | Penyediaan | 1\n | Total | 1"
    )
    assert [type(item) for item in hasil.dokumen.anggaran] == [Program, Kegiatan, SubKegiatan]
    assert kode(hasil) == []


def test_a_row_of_money_that_says_nothing_of_a_component_is_named() -> None:
    hasil = baca(f"{UANG}\nNo | Program | Anggaran | Ket\n1 | C | 23. 000 | \n | | | lihat lampiran")
    assert [(item.kode, item.tempat.sel) for item in hasil.temuan] == [("SKP106", "C6"), ("SKP109", "D7")]
    assert hasil.dokumen.anggaran[0].pagu[0].jumlah == 23_000


@pytest.mark.parametrize("akhiran", [".csv", ".xlsx"])
@pytest.mark.parametrize(
    ("judul", "kelas"),
    [
        ("Program", Program),
        ("Kegiatan", Kegiatan),
        ("Nama Kegiatan", Kegiatan),
        ("Sub Kegiatan", SubKegiatan),
        ("Program/Kegiatan/Sub Kegiatan", Program),
    ],
)
def test_the_kind_of_a_component_is_that_of_its_header(
    tmp_path: Path, judul: str, kelas: type, akhiran: str
) -> None:
    """A pengawas has kegiatan and a fungsional sub kegiatan, whose names don't say so."""
    hasil = baca(
        f"{UANG}\n{judul} | Anggaran | Ket\n1. Penyediaan | 1 | \n2. Fasilitasi | 2 | \nJumlah | 3 | "
    )
    assert [(type(item), item.nama) for item in hasil.dokumen.anggaran] == [
        (kelas, "Penyediaan"),
        (kelas, "Fasilitasi"),
    ]
    assert kode(hasil) == []
    path = tmp_path / f"pk{akhiran}"
    write_dokumen(hasil.dokumen, path)
    assert read_dokumen(path).dokumen == hasil.dokumen


def test_the_table_of_money_is_headed_by_what_it_lists(tmp_path: Path) -> None:
    for kelas, judul in ((Program, "Program"), (Kegiatan, "Kegiatan"), (SubKegiatan, "Sub Kegiatan")):
        pk = PerjanjianKinerja(
            sasaran=[Sasaran("S1", uraian="Tertib")], anggaran=[kelas("P1", nama="Penyediaan")]
        )
        write_dokumen(pk, tmp_path / "pk.csv")
        assert f"No,{judul},Anggaran,Keterangan" in (tmp_path / "pk.csv").read_text("utf-8")


def test_a_number_that_is_not_the_running_one_is_of_the_name() -> None:
    hasil = baca(f"{UANG}\nProgram | Anggaran | Ket\n3. Penyediaan | 1 | \n2. Fasilitasi | 2 | ")
    assert [item.nama for item in hasil.dokumen.anggaran] == ["3. Penyediaan", "Fasilitasi"]


def test_money_of_each_triwulan() -> None:
    """No, Program, Anggaran, TW1 to TW4, as a ministry plans it; their sums are checked too."""
    hasil = baca(
        f"{UANG}\nNo | Program | Anggaran | TW1 | TW 2 | Triwulan III | TW IV\n"
        "1 | C | 100 | 10 | 20 | 30 | 40\n2 | D | 200 | 20 | 40 | 60 | 80\n | Jumlah | 300 | 30 | 60 | 91 | 120"
    )
    assert [[(str(pagu.periode), pagu.jumlah) for pagu in item.pagu] for item in hasil.dokumen.anggaran] == [
        [("2025", 100), ("2025-TW1", 10), ("2025-TW2", 20), ("2025-TW3", 30), ("2025-TW4", 40)],
        [("2025", 200), ("2025-TW1", 20), ("2025-TW2", 40), ("2025-TW3", 60), ("2025-TW4", 80)],
    ]
    assert [(item.kode, item.tempat.sel) for item in hasil.temuan] == [("SKP115", "F8")]


def test_money_of_one_triwulan_of_a_form_without_a_year(tmp_path: Path) -> None:
    """The header of the triwulan stands alone below that of the money."""
    pk = PerjanjianKinerja(
        sasaran=[Sasaran("S1", uraian="Tertib")],
        anggaran=[Program("P1", nama="Layanan", pagu={"2025-TW1": 5})],
    )
    write_dokumen(pk, tmp_path / "pk.csv")
    assert read_dokumen(tmp_path / "pk.csv").dokumen == pk


def test_several_years_of_money() -> None:
    hasil = baca(
        f"{UANG}\nNo | Program | Anggaran 2025 | Anggaran 2026\n1 | C | 100 | 200\n2 | D | | 1\n | Jumlah | 100 | 202"
    )
    assert [[(str(pagu.periode), pagu.jumlah) for pagu in item.pagu] for item in hasil.dokumen.anggaran] == [
        [("2025", 100), ("2026", 200)],
        [("2026", 1)],
    ]
    assert [(item.kode, item.tempat.sel) for item in hasil.temuan] == [("SKP115", "D8")]


def test_the_example_of_the_form_is_its_own() -> None:
    contoh = FORMULIR["perjanjian_kinerja"].contoh()
    assert isinstance(contoh.sasaran[0].indikator[0], Indikator)
    assert contoh.to_pohon().nama == "Dinas Contoh"


VERSI = ("murni", "Pergeseran 2", "perubahan")


def test_the_header_of_a_second_table_is_no_row_of_the_first(tmp_path: Path) -> None:
    """Further columns of the second stand where the ids of the first do."""
    lain = (("Jangka", "pendek"), ("Warna", "biru"))
    row = Indikator(id="I1", nama="Jumlah layanan", satuan="%", baseline=Baseline(2018, "93,59 %"), lain=lain)
    programs = [
        Program("P1", nama="Layanan", lain=lain),
        Program("P2", nama="Jumlah", kode="1.06.04", pagu=[Pagu(2025, 0, versi=versi) for versi in VERSI]),
    ]
    pk = PerjanjianKinerja(sasaran=[Sasaran("S1", uraian="Meningkat", indikator=[row])], anggaran=programs)
    write_dokumen(pk, tmp_path / "pk.csv")
    assert read_dokumen(tmp_path / "pk.csv").dokumen == pk


def test_a_program_may_have_no_number(tmp_path: Path) -> None:
    """Where the table has a column for it, as where it has none."""
    for nomor in ("1", ""):
        (tmp_path / "pk.csv").write_text(
            "PERJANJIAN KINERJA TAHUN 2025\nNo,Sasaran,Indikator,Target\n1,Tertangani,Persentase,80\n\n"
            f"No,Program,Anggaran\n{nomor},Rehabilitasi Sosial,500\n",
            encoding="utf-8",
        )
        hasil = read_dokumen(tmp_path / "pk.csv")
        assert [(item.nama, item.pagu[0].jumlah) for item in hasil.dokumen.anggaran] == [
            ("Rehabilitasi Sosial", 500)
        ]
        assert hasil.temuan == ()
