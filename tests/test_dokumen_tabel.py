"""The shared reader of messy tables: headers by their words, rows, what stands around, every cell accounted for."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sakip import read_dokumen, write_dokumen
from sakip.bentuk import BarisAksi, Kepala, PerjanjianKinerja, RencanaAksi, Status
from sakip.dokumen import BENTUK, CakupanBaca, HasilBaca
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.buku import Buku, Nasib
from sakip.dokumen._baca.judul import Judul, header_words, recognise_kolom, squash
from sakip.dokumen._baca.tabel import Tabel, clean, find_tabel, is_numbering, read_judul
from sakip.dokumen._bagian.halaman import title_lines
from sakip.dokumen._bagian.kepala import read_kepala
from sakip.dokumen._bagian.sasaran import JUDUL_SASARAN
from sakip.dokumen._buka.kisi import Kisi, Petak
from sakip.errors import BentukError, BerkasError, TipeError
from sakip.model import Indikator, Program, Sasaran
from sakip.periode import Periode
from strategies_bentuk import KEPUTUSAN

JUDUL = (
    Judul("nomor", ("no", "nomor")),
    Judul("sasaran", ("uraian", "sasaran"), kelompok=("sasaran",), wajib=True),
    Judul("indikator", ("indikator kinerja",), kelompok=("sasaran",)),
    Judul("program", ("program",), wajib=True),
    Judul("sub", ("uraian",), kelompok=("sub kegiatan",)),
    Judul("target", ("target",)),
    Judul("target_sub", ("target",), setelah="sub"),
)


def grid(text: str, nama: str = "") -> Kisi:
    """A sheet from lines whose cells are parted by bars."""
    return Kisi(
        nama, tuple(tuple(cell.strip() for cell in line.split("|")) for line in text.strip("\n").splitlines())
    )


def tables(text: str, judul: tuple[Judul, ...] = JUDUL) -> tuple[Tabel, ...]:
    (found,) = find_tabel(grid(text), judul)
    return found


def keys(tabel: Tabel) -> list[str]:
    return [item.kunci for item in tabel.kolom]


def test_a_group_stands_over_all_its_columns() -> None:
    """The header of the eleven-column Rencana Aksi: the same words head columns of two groups."""
    (tabel,) = tables(
        """
NO | SASARAN |  | TARGET | PROGRAM | SUB KEGIATAN |  | TARGET
 | URAIAN | INDIKATOR KINERJA |  |  | URAIAN | SATUAN |
1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
1 | Meningkatnya mutu | Indeks mutu | 80 | Program A | Sub A | Bulan | 12
"""
    )
    assert keys(tabel) == ["nomor", "sasaran", "indikator", "target", "program", "sub", "", "target_sub"]
    assert (tabel.judul, tabel.akhir) == ((1, 2, 3), 4)
    assert tabel.larik[0].teks("target_sub") == "12"
    assert tabel.kolom[6].judul == "SUB KEGIATAN / SATUAN"


def test_columns_may_stand_in_any_order() -> None:
    (tabel,) = tables(
        "Program | Target | Sasaran | No\nA | 1 | Mutu | 1\n",
        (*JUDUL[:1], Judul("sasaran", ("sasaran",), wajib=True), *JUDUL[3:]),
    )
    assert keys(tabel) == ["program", "target", "sasaran", "nomor"]


@pytest.mark.parametrize(
    ("tercetak", "ringkas"),
    [
        ("Prosentase", "persentase"),
        ("PRESENTASE (%)", "persentase"),
        ("Trw. IV", "tw4"),
        ("Triwulan III", "tw3"),
        ("TW  II", "tw2"),
        ("Triw. 1", "tw1"),
        ("SasaranKinerj a", "sasarankinerja"),
        ("Sumber<br>Data", "sumberdata"),
        ("(1)", "1"),
        ("", ""),
    ],
)
def test_spelling_variants_are_one_word(tercetak: str, ringkas: str) -> None:
    assert squash(tercetak) == ringkas


def test_each_key_goes_to_the_column_that_it_fits_best() -> None:
    jalur = {1: ("Penjelasan/ Formulasi",), 2: ("Formulasi",), 3: ("",)}
    found = recognise_kolom(jalur, [Judul("formulasi", ("formulasi",)), Judul("lain", ("penjelasan",))])
    assert [(item.kolom, item.kunci) for item in found] == [(1, "lain"), (2, "formulasi"), (3, "")]


def test_a_column_after_another_needs_that_other() -> None:
    judul = [Judul("target_sub", ("target",), setelah="sub"), Judul("sub", ("sub",))]
    assert [item.kunci for item in recognise_kolom({1: ("Target",)}, judul)] == [""]
    assert [item.kunci for item in recognise_kolom({1: ("Sub",), 2: ("Target",)}, judul)] == [
        "sub",
        "target_sub",
    ]


def test_a_sentence_is_no_header() -> None:
    assert header_words(tuple(JUDUL))("Sasaran")
    assert not header_words(tuple(JUDUL))("Sasaran " * 40)
    assert not header_words(tuple(JUDUL))("(%)")


def test_a_header_printed_again_is_furniture_and_may_move_its_columns() -> None:
    """Pages of one table; on the second a column stands elsewhere."""
    (tabel,) = tables(
        """
Sasaran | Program | Target
Mutu | A | 1

Program | Sasaran | Target
B | Layanan | 2
""",
        (
            Judul("sasaran", ("sasaran",), wajib=True),
            Judul("program", ("program",), wajib=True),
            Judul("target", ("target",)),
        ),
    )
    assert [row.teks("sasaran") for row in tabel.larik] == ["Mutu", "Layanan"]
    assert tabel.judul == (1, 4)


def test_a_numbering_row_may_come_late() -> None:
    (tabel,) = tables(
        "Sasaran | Program | Target\nMutu | A | 1\n(1) | (2) | (3)\nLayanan | B | 2\n",
        (
            Judul("sasaran", ("sasaran",), wajib=True),
            Judul("program", ("program",), wajib=True),
            Judul("target", ("target",)),
        ),
    )
    assert [row.baris for row in tabel.larik] == [2, 4]
    assert tabel.judul == (1, 3)


@pytest.mark.parametrize(
    ("baris", "nomor"),
    [
        ("1|2|3", True),
        ("(1)|(2)|(3)", True),
        ("1|2", False),
        ("3|2|1", False),
        ("1|2|x", False),
        ("5|6|7", False),
    ],
)
def test_rows_that_number_the_columns(baris: str, nomor: bool) -> None:  # noqa: FBT001  # a case
    assert is_numbering(grid(baris), 1) is nomor


def test_a_table_ends_where_another_begins() -> None:
    sheet = grid("Sasaran | Indikator Kinerja\nMutu | Indeks\nProgram | Anggaran\nA | 100\n")
    other = (Judul("nama", ("program",), wajib=True), Judul("pagu", ("anggaran",), wajib=True))
    (one,), (two,) = find_tabel(sheet, JUDUL_SASARAN, other)
    assert (len(one.larik), len(two.larik)) == (1, 1)
    assert one.has("indikator")
    assert not one.has("pagu")


@pytest.mark.parametrize(
    "baris",
    [
        "Ambon, Maret 2023",
        "Mengetahui,",
        "KEPALA DINAS SOSIAL",
        "Plt. Sekretaris",
        "Catatan kaki yang panjang",
    ],
)
def test_a_table_ends_above_who_signs(baris: str) -> None:
    (tabel,) = tables(
        f"No | Sasaran | Indikator Kinerja\n1 | Mutu | Indeks\n{baris}\n2 | Layanan | Jumlah\n", JUDUL_SASARAN
    )
    assert tabel.akhir == 2


def test_who_signs_side_by_side_above_place_and_day_stands_in_no_table() -> None:
    """A post in a row with another cell may be a row of the table; above place and day it signs."""
    (tabel,) = tables(
        "No | Sasaran | Indikator Kinerja\n1 | Mutu | Indeks\nKepala Dinas | Kepala Bidang\nAmbon, 2 Maret 2023\n"
        "7 | 8 | 9 | 10",
        JUDUL_SASARAN,
    )
    assert tabel.akhir == 2


@pytest.mark.parametrize("catatan", ["Sasaran 1: Tertib", "1"])
def test_a_remark_below_a_written_table_is_none_of_its_rows(tmp_path: Path, catatan: str) -> None:
    """Rows of a written table have ids; a line below them that looks like a band or a number has none."""
    form = RencanaAksi(
        kepala=Kepala(periode=2025, catatan=[catatan]),
        baris=[BarisAksi(sasaran=Sasaran("S1", uraian="Mutu naik"))],
    )
    path = tmp_path / "renaksi.csv"
    write_dokumen(form, path)
    assert read_dokumen(path, bentuk="rencana_aksi").dokumen == form


def test_a_row_of_a_written_table_whose_words_are_those_of_headers_is_a_row(tmp_path: Path) -> None:
    """It has ids, and a header would say what they are."""
    satu = Program(
        "P1",
        nama="Program Pembinaan masyarakat",
        keterangan="Sasaran 1: Tertib",
        indikator=[Indikator(id="P1.1", nama="Program", satuan="Bulan", target={"2025-TW4": ""})],
    )
    rows = [BarisAksi(sasaran=Sasaran("S1"), program=satu), BarisAksi(sasaran=Sasaran("S2", uraian="Mutu"))]
    form = RencanaAksi(kepala=Kepala(periode=2025), baris=rows)
    path = tmp_path / "renaksi.csv"
    write_dokumen(form, path)
    assert read_dokumen(path, bentuk="rencana_aksi").dokumen == form


def test_a_band_that_is_put_into_a_written_table_speaks_for_the_rows_below(tmp_path: Path) -> None:
    path = tmp_path / "renaksi.csv"
    rows = [BarisAksi(sasaran=Sasaran("S1", uraian="Mutu naik"))]
    write_dokumen(RencanaAksi(kepala=Kepala(periode=2025), baris=rows), path)
    band = "Sasaran 2: Tertib\n2,,,,Program Baru,Kegiatan Baru,Sub Baru,Jumlah,Orang,5\n"
    path.write_text(path.read_text("utf-8").rstrip("\n") + "\n" + band, "utf-8")
    hasil: HasilBaca[RencanaAksi] = read_dokumen(path, bentuk="rencana_aksi")
    assert [item.sasaran.uraian for item in hasil.dokumen.baris] == ["Mutu naik", "Tertib"]


def test_bars_in_remarks_part_no_cells(tmp_path: Path) -> None:
    """Three lines with one bar each are outweighed by two rows of a table."""
    kepala = Kepala(periode=2024, catatan=["Urusan a|b", "Urusan c|d"])
    pk = PerjanjianKinerja(
        kepala=kepala, pihak_pertama="Kepala a|b", sasaran=[Sasaran("S1", uraian="Mutu naik")]
    )
    write_dokumen(pk, tmp_path / "pk.csv")
    assert read_dokumen(tmp_path / "pk.csv", bentuk="perjanjian_kinerja").dokumen == pk


def test_a_table_without_rows() -> None:
    (tabel,) = tables("No | Sasaran | Indikator Kinerja\n", JUDUL_SASARAN)
    assert (tabel.larik, [item.kunci for item in tabel.kolom]) == ((), ["nomor", "sasaran", "indikator"])


def test_no_header_where_a_needed_column_is_missing() -> None:
    assert read_judul(grid("No | Sasaran | Satuan"), 1, JUDUL_SASARAN) is None
    assert read_judul(grid("lain | lagi"), 1, JUDUL_SASARAN) is None
    assert tables("", JUDUL_SASARAN) == ()


def test_tags_are_taken_out_and_breaks_stay() -> None:
    assert clean("a <br/> b</td>  c") == "a\nb c"
    assert clean("x < 20 dan y > 5") == "x < 20 dan y > 5"


def test_cells_beyond_and_between() -> None:
    sheet = grid("a | | b")
    assert list(sheet.filled(1)) == [(1, "a"), (3, "b")]
    assert (sheet.teks(0, 1), sheet.teks(1, 9), sheet.lebar) == ("", "", 3)
    assert str(Petak("", 1, 703)) == "AAA1"


@settings(max_examples=50)
@given(st.lists(st.lists(st.sampled_from(["", " ", "a", "Sasaran"]), max_size=4), max_size=5), st.data())
def test_every_cell_is_counted_once(rows: list[list[str]], data: st.DataObject) -> None:
    kisi = Kisi("", tuple(map(tuple, rows)))
    buku = Buku((kisi,))
    assert buku.cakupan == CakupanBaca(len(buku.left()), 0, 0, 0)
    for place in buku.left():
        buku.put(data.draw(st.sampled_from(Nasib)), place)
    assert buku.left() == []
    assert buku.cakupan.utuh


# --- the head -----------------------------------------------------------------


def head(text: str, *, keep: bool = True) -> tuple[Kepala, Bacaan]:
    bacaan = Bacaan("surat.txt", (grid(text),))
    return read_kepala(bacaan, bacaan.outside(()), "PERJANJIAN KINERJA", keep=keep), bacaan


def test_a_head_says_whose_it_is_for_when_and_in_which_state() -> None:
    kepala, bacaan = head(
        """
**DRAF PERJANJIAN KINERJA TAHUN 2024**
DINAS SOSIAL KABUPATEN CONTOH
NOMOR : 104/HK/2021
***
Disusun bersama
Sampit, 2 Januari 2024
Kepala Dinas Sosial
NAMA PEJABAT
"""
    )
    # The title is made of the head alone, so it is not kept beside it.
    assert kepala == Kepala(
        instansi="DINAS SOSIAL KABUPATEN CONTOH",
        periode="2024",
        status="draf",
        keputusan="NOMOR : 104/HK/2021",
        tempat="Sampit",
        tanggal=dt.date(2024, 1, 2),
        catatan=("Disusun bersama",),
    )
    assert [item.kode for item in bacaan.temuan] == ["SKP111", "SKP111"]
    assert "NAMA PEJABAT" not in str(kepala) + str(bacaan.temuan)


def test_a_head_says_what_it_rests_on_and_on_whose_behalf() -> None:
    """As the decree of a published IKI prints it, with the person left out."""
    kepala, bacaan = head(
        """
LAMPIRAN KEPUTUSAN BUPATI CONTOH
NOMOR : 104/0416/HK/2021 TANGGAL : 5 Nopember 2021
PERJANJIAN KINERJA TAHUN 2024
DINAS SOSIAL KABUPATEN CONTOH
Unit Kerja : Bidang Rehabilitasi Sosial
Mengingat:
- 1. Undang-Undang Nomor 23 Tahun 2014;
10.. Peraturan Bupati Nomor 12 Tahun 2011;
Disusun bersama
Berdasarkan hasil survei
Contoh, 5 Nopember 2021
a.n. BUPATI CONTOH
Kepala Dinas Sosial
NAMA PEJABAT
"""
    )
    assert kepala.keputusan.splitlines() == [
        "LAMPIRAN KEPUTUSAN BUPATI CONTOH",
        "NOMOR : 104/0416/HK/2021 TANGGAL : 5 Nopember 2021",
    ]
    assert (kepala.nomor_keputusan, kepala.tanggal_keputusan) == ("104/0416/HK/2021", dt.date(2021, 11, 5))
    assert (kepala.instansi, kepala.unit) == ("DINAS SOSIAL KABUPATEN CONTOH", "Bidang Rehabilitasi Sosial")
    assert kepala.dasar_hukum == (
        "Undang-Undang Nomor 23 Tahun 2014;",
        "Peraturan Bupati Nomor 12 Tahun 2011;",
    )
    assert kepala.catatan == ("Disusun bersama", "Berdasarkan hasil survei")
    assert kepala.atas_nama == "BUPATI CONTOH"
    assert [item.kode for item in bacaan.temuan] == ["SKP111", "SKP111"]
    assert bacaan.buku.cakupan.utuh


@pytest.mark.parametrize(
    ("keputusan", "nomor", "tanggal"),
    [
        ("Keputusan Bupati Nomor 12 Tahun 2025 tentang IKU", "12 Tahun 2025", None),
        ("PERATURAN BUPATI CONTOH NOMOR 5 TAHUN 2025, TANGGAL 31 Februari 2025", "5 TAHUN 2025", None),
        ("NOMOR : 1/HK\nTANGGAL : 2 Januari 2025", "1/HK", dt.date(2025, 1, 2)),
        ("KEPUTUSAN BUPATI CONTOH", "", None),
        ("", "", None),
    ],
)
def test_number_and_day_of_a_decree(keputusan: str, nomor: str, tanggal: dt.date | None) -> None:
    kepala = Kepala(keputusan=keputusan)
    assert (kepala.nomor_keputusan, kepala.tanggal_keputusan) == (nomor, tanggal)


@pytest.mark.parametrize(
    ("baris", "dasar"),
    [
        ("Dasar hukum: Peraturan Bupati Nomor 5 Tahun 2021", "Peraturan Bupati Nomor 5 Tahun 2021"),
        ("Dasar Hukum : 1. UU 23/2014", "UU 23/2014"),
        ("Berdasarkan Peraturan Bupati Nomor 5 Tahun 2021", "Peraturan Bupati Nomor 5 Tahun 2021"),
    ],
)
def test_what_a_form_rests_on_may_stand_in_one_line(baris: str, dasar: str) -> None:
    kepala, _ = head(f"PERJANJIAN KINERJA TAHUN 2024\nDINAS SOSIAL\n{baris}\n")
    assert (kepala.dasar_hukum, kepala.catatan) == ((dasar,), ())


def test_what_its_own_title_does_not_say_is_printed_below_it() -> None:
    kepala = Kepala(
        instansi="Dinas Sosial",
        unit="Bidang A",
        periode="2025-TW2",
        keputusan="LAMPIRAN KEPUTUSAN BUPATI CONTOH\nNOMOR : 1/HK",
        judul=["LAMPIRAN KEPUTUSAN BUPATI CONTOH", "CAPAIAN KINERJA"],
    )
    assert title_lines(kepala, "PENGUKURAN KINERJA") == (
        "LAMPIRAN KEPUTUSAN BUPATI CONTOH",
        "CAPAIAN KINERJA",
        "TRIWULAN II TAHUN 2025",
        "Dinas Sosial",
        "Unit: Bidang A",
        "NOMOR : 1/HK",
    )


def test_of_two_units_the_first_counts_and_both_lines_stay() -> None:
    kepala, _ = head("PERJANJIAN KINERJA TAHUN 2024\nDINAS SOSIAL\nUnit: Bidang A\nUnit Kerja: Bidang B\n")
    assert kepala.unit == "Bidang A"
    assert kepala.judul[-1] == "Unit Kerja: Bidang B"


@pytest.mark.parametrize("baris", ["Harap diisi lengkap", "Dinas wajib mengisi semua kolom.", "Diisi oleh:"])
def test_a_remark_under_the_title_is_no_institution(baris: str) -> None:
    kepala, bacaan = head(f"PERJANJIAN KINERJA TAHUN 2024\n{baris}\n")
    assert (kepala.instansi, kepala.catatan, bacaan.temuan) == ("", (baris,), [])


def test_an_institution_known_by_its_place_alone_is_reported() -> None:
    kepala, bacaan = head("PERJANJIAN KINERJA TAHUN 2024\nPusat Data dan Informasi\n")
    assert kepala.instansi == "Pusat Data dan Informasi"
    assert [(item.kode, item.tempat.sel) for item in bacaan.temuan] == [("SKP148", "A2")]
    kepala, bacaan = head("PERJANJIAN KINERJA TAHUN 2024\nUnit Kerja: Pusat Data dan Informasi\n")
    assert (kepala.instansi, bacaan.temuan) == ("Pusat Data dan Informasi", [])


@pytest.mark.parametrize(
    "kepala",
    [
        Kepala(periode=2024, judul=["PERJANJIAN KINERJA TAHUN 2024", "SEMUA BIDANG"]),
        Kepala(periode=2024, instansi="Pusat Data"),
        Kepala(periode=2024, catatan=["Semua Bidang"]),
        Kepala(periode=2024, catatan=["Dinas wajib mengisi semua kolom."]),
        Kepala(periode=2024, unit="Bidang A", keputusan=KEPUTUSAN, atas_nama="BUPATI CONTOH"),
        Kepala(
            instansi="Dinas Sosial", catatan=["Disusun bersama"], dasar_hukum=["UU 23/2014", "PP 72/2019"]
        ),
    ],
)
@pytest.mark.parametrize("akhiran", ["csv", "xlsx"])
def test_a_written_head_is_read_as_it_was(tmp_path: Path, kepala: Kepala, akhiran: str) -> None:
    pk = PerjanjianKinerja(kepala=kepala, sasaran=[Sasaran("S1", uraian="Mutu naik")])
    path = tmp_path / f"pk.{akhiran}"
    write_dokumen(pk, path)
    hasil = read_dokumen(path)
    assert hasil.dokumen == pk
    assert hasil.temuan == ()


@pytest.mark.parametrize(
    ("baris", "periode", "status"),
    [
        ("RENSTRA TAHUN 2021-2026", "2021-2026", None),
        ("PERJANJIAN KINERJA PERUBAHAN TAHUN ANGGARAN 2025", "2025", Status.PERUBAHAN),
        ("TAHUN 2026-2021", None, None),
        ("LAPORAN", None, None),
    ],
)
def test_the_year_and_the_state_of_a_title(baris: str, periode: str | None, status: Status | None) -> None:
    kepala, _ = head(baris)
    assert (kepala.periode, kepala.status) == (periode and Periode.parse(periode), status)


def test_a_month_without_a_day_is_no_date() -> None:
    kepala, bacaan = head("DINAS SOSIAL\nAmbon, Maret 2023\n")
    assert (kepala.tempat, kepala.tanggal) == ("Ambon", None)
    assert [str(item.tempat) for item in bacaan.temuan] == ["surat.txt baris 2 sel A2"]


def test_a_day_that_is_none_is_kept_as_a_finding() -> None:
    kepala, bacaan = head("DINAS SOSIAL\nAmbon, 31 Februari 2023\n")
    assert kepala.tanggal is None
    assert len(bacaan.temuan) == 1


def test_lines_may_be_left_to_the_caller() -> None:
    kepala, bacaan = head("DINAS SOSIAL\nsebuah kalimat\n", keep=False)
    assert kepala.catatan == ()
    assert [place.baris for place in bacaan.buku.left()] == [2]


# --- the way in and the way out -------------------------------------------------


def test_what_is_no_form_says_what_was_looked_for_and_found(tmp_path: Path) -> None:
    path = tmp_path / "surat.csv"
    path.write_text("Tanggal,Perihal,Kepada\n1 Januari,Undangan,Kepala\n")
    with pytest.raises(BentukError) as caught:
        read_dokumen(path)
    assert "perjanjian_kinerja" in caught.value.dicari
    assert caught.value.ditemukan == ("Tanggal | Perihal | Kepada", "1 Januari | Undangan | Kepala")
    assert "bukan bentuk yang dicari" in caught.value.kalimat
    with pytest.raises(BentukError, match="looked for perjanjian_kinerja"):
        read_dokumen(path, bentuk="perjanjian_kinerja")
    with pytest.raises(BentukError, match="looked for surat"):
        read_dokumen(path, bentuk="surat")


def test_an_empty_file_is_no_form(tmp_path: Path) -> None:
    path = tmp_path / "kosong.csv"
    path.write_text("")
    with pytest.raises(BentukError) as caught:
        read_dokumen(path)
    assert "tidak ada tabel" in caught.value.kalimat
    assert "no table" in str(caught.value)


def test_only_forms_are_written(tmp_path: Path) -> None:
    with pytest.raises(TipeError, match="pass a form"):
        write_dokumen(7, tmp_path / "x.csv")
    with pytest.raises(BerkasError, match=r"no form is written as '\.pdf'"):
        write_dokumen(BENTUK["perjanjian_kinerja"](), tmp_path / "x.pdf")
