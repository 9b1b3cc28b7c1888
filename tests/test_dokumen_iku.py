"""Tables of Indikator Kinerja Utama: as institutions print them, and back."""

from __future__ import annotations

import tempfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings

import strategies_bentuk as bentuk
from sakip import read_dokumen, write_dokumen
from sakip.angka import Angka, Rentang
from sakip.bentuk import IKU
from sakip.dokumen import HasilBaca
from sakip.dokumen._dokumen import FORMULIR
from sakip.kebijakan import Polaritas
from sakip.model import Indikator, Sasaran, Tujuan
from sakip.rumus import Agregasi, Nilai, Persen
from strategies import SEDIKIT


def read(path: Path, text: str, name: str = "iku.csv") -> HasilBaca[IKU]:
    """Read a table whose cells are parted by bars."""
    file = path / name
    rows = [
        [cell.strip().replace("\\n", "\n") for cell in line.split("|")]
        for line in text.strip("\n").splitlines()
    ]
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    file.write_text("\n".join(quoted) + "\n", encoding="utf-8")
    hasil = read_dokumen(file)
    assert isinstance(hasil.dokumen, IKU)
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh
    return hasil


def rows(hasil: HasilBaca[IKU]) -> list[Indikator]:
    return [row for item in hasil.dokumen.sasaran for row in item.indikator]


def shape(hasil: HasilBaca[IKU]) -> list[tuple[str, str, int]]:
    return [(item.jenis, item.uraian, len(item.indikator)) for item in hasil.dokumen.sasaran]


def codes(hasil: HasilBaca[IKU]) -> list[str]:
    return [item.kode for item in hasil.temuan]


PENUH = """
INDIKATOR KINERJA UTAMA TAHUN 2021-2026
DINAS SOSIAL KABUPATEN CONTOH

No | Tujuan | Sasaran | Indikator Kinerja Utama | Satuan | Formulasi | Definisi Operasional | Alasan | Sumber Data | Penanggung Jawab | Polaritas | Baseline | Target | | | Ket
 | | | | | | | | | | | 2020 | 2021 | 2022 | 2023 |
(1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) | (9) | (10) | (11) | (12) | (13) | (14) | (15) | (16)
1 | Meningkatnya kesejahteraan | Meningkatnya PPKS yang tertangani | Persentase PPKS yang tertangani | % | PPKS tertangani / seluruh PPKS x 100% | PPKS yang dilayani | Ukuran utama | - DTKS\\n- Laporan bidang | Bidang Rehabilitasi | Maximize | 61,37 | 70 | 80,5 | 85-90 | lintas bidang
 | | | Angka kemiskinan | % | | | | BPS | | minimize | 5 | 4 | 3 | 2 |
2 | | Meningkatnya akuntabilitas | Nilai AKIP | Nilai | | | | Inspektorat | Sekretariat | positif | B | B | BB | A |
"""


def test_every_column_of_the_card_is_read(tmp_path: Path) -> None:
    hasil = read(tmp_path, PENUH)
    assert hasil.temuan == ()
    assert shape(hasil) == [
        ("tujuan", "Meningkatnya kesejahteraan", 0),
        ("sasaran", "Meningkatnya PPKS yang tertangani", 2),
        ("sasaran", "Meningkatnya akuntabilitas", 1),
    ]
    first, second, third = rows(hasil)
    assert (first.satuan, first.formulasi) == ("%", "PPKS tertangani / seluruh PPKS x 100%")
    assert (first.definisi_operasional, first.alasan) == ("PPKS yang dilayani", "Ukuran utama")
    assert (first.sumber_data, first.penanggung_jawab) == (("DTKS", "Laporan bidang"), "Bidang Rehabilitasi")
    assert (first.keterangan, first.iku) == ("lintas bidang", True)
    assert first.baseline is not None
    assert (str(first.baseline.periode), first.baseline.nilai) == ("2020", Angka("61.37", teks="61,37"))
    assert [str(item.periode) for item in first.target] == ["2021", "2022", "2023"]
    assert first.target[1].nilai == Angka(Decimal("80.5"), teks="80,5")
    assert isinstance(first.target[2].nilai, Rentang)
    assert [item.polaritas for item in (first, second, third)] == [
        Polaritas.NAIK,
        Polaritas.TURUN,
        Polaritas.NAIK,
    ]
    assert (hasil.dokumen.kepala.instansi, str(hasil.dokumen.kepala.periode)) == (
        "DINAS SOSIAL KABUPATEN CONTOH",
        "2021-2026",
    )


def test_the_tree_hangs_the_sasaran_under_the_tujuan(tmp_path: Path) -> None:
    pohon = read(tmp_path, PENUH).to_pohon()
    assert [item.id for item in pohon] == ["T1", "S1", "S2"]
    assert [parent.id for id in ("S1", "S2") if (parent := pohon.parent(id))] == ["T1", "T1"]


def test_columns_stand_anywhere_and_are_worded_anyhow(tmp_path: Path) -> None:
    """What counts is the words: order, case and spelling of the headers vary from agency to agency."""
    hasil = read(
        tmp_path,
        """
PJ | TARGET 2024 | Target Tahun 2023 | Kondisi Awal (2022) | Polarisasi | Sumberdata | Penjelasan/Formulasi Perhitungan | IKU | SASARAN STRATEGIS | No.
Bidang A | 90 % | 80 % | 75 % | trend positif | LKjIP | a/b x 100% | Prosentase layanan | Meningkatnya layanan | 1.
""",
    )
    (row,) = rows(hasil)
    assert (row.nama, row.penanggung_jawab, row.formulasi) == ("Prosentase layanan", "Bidang A", "a/b x 100%")
    assert [(str(item.periode), str(item)) for item in row.target] == [("2024", "90 %"), ("2023", "80 %")]
    assert row.baseline is not None
    assert (str(row.baseline.periode), row.polaritas, row.sumber_data) == ("2022", Polaritas.NAIK, ("LKjIP",))
    assert codes(hasil) == ["SKP132"]


@pytest.mark.parametrize(
    ("nama", "teks", "rumus", "kode"),
    [
        ("Persentase PPKS", "Jumlah PPKS / jumlah warga x 100 %", Persen("Jumlah PPKS", "jumlah warga"), []),
        (
            "Jumlah PPKS",
            "Jumlah PPKS / jumlah warga x 100 %",
            Persen("Jumlah PPKS", "jumlah warga"),
            ["SKP131"],
        ),
        ("Nilai AKIP", "Hasil evaluasi Kementerian", Nilai(), []),
        ("Nilai AKIP", "Dari Inspektorat", None, []),
    ],
)
def test_a_formula_is_read_as_in_an_iki(
    tmp_path: Path, nama: str, teks: str, rumus: object, kode: list[str]
) -> None:
    """The text stays as printed; beside it stands what it says, and a name that says otherwise is reported."""
    hasil = read(tmp_path, f"No | Sasaran | IKU | Formulasi | Target 2024\n1 | Mutu | {nama} | {teks} | 90\n")
    (row,) = rows(hasil)
    assert (row.formulasi, row.rumus) == (teks, rumus)
    assert codes(hasil) == kode


def test_a_tujuan_may_stand_across_the_table(tmp_path: Path) -> None:
    """A band row speaks for the rows below it; its label is furniture."""
    hasil = read(
        tmp_path,
        """
No | Sasaran | Indikator Kinerja Utama | Target 2025
Tujuan 1: Meningkatnya kesejahteraan | | |
1 | Tertanganinya PPKS | Persentase PPKS | 90
 | | Indeks kepuasan | 3,5
TUJUAN II. Meningkatnya tata kelola | | |
2 | Akuntabelnya kinerja | Nilai AKIP | BB
""",
    )
    assert shape(hasil) == [
        ("tujuan", "Meningkatnya kesejahteraan", 0),
        ("sasaran", "Tertanganinya PPKS", 2),
        ("tujuan", "Meningkatnya tata kelola", 0),
        ("sasaran", "Akuntabelnya kinerja", 1),
    ]
    assert hasil.temuan == ()


def test_an_indikator_beside_a_tujuan_alone_is_its_own(tmp_path: Path) -> None:
    hasil = read(
        tmp_path,
        """
Tujuan | Sasaran | Indikator Kinerja Utama | Target 2025
Meningkatnya kesejahteraan | | Indeks kesejahteraan | 70
 | Tertanganinya PPKS | Persentase PPKS | 90
Meningkatnya kesejahteraan | Terlindunginya anak | Persentase anak | 80
""",
    )
    assert shape(hasil) == [
        ("tujuan", "Meningkatnya kesejahteraan", 1),
        ("sasaran", "Tertanganinya PPKS", 1),
        ("sasaran", "Terlindunginya anak", 1),
    ]


def test_rows_split_across_pages_are_joined(tmp_path: Path) -> None:
    """Tujuan, sasaran and name go on with a small letter; the header stands again on the next page."""
    hasil = read(
        tmp_path,
        """
No | Tujuan | Sasaran | Indikator Kinerja Utama | Formulasi | Target 2025
1 | Meningkatnya | Tertanganinya | Persentase PPKS | Jumlah PPKS | 90
 | kesejahteraan | semua PPKS | yang tertangani | dibagi seluruhnya |
 | | | | dikali seratus |
No | Tujuan | Sasaran | Indikator Kinerja Utama | Formulasi | Target 2025
2 | | Akuntabelnya kinerja | Nilai AKIP | | BB
""",
    )
    assert shape(hasil) == [
        ("tujuan", "Meningkatnya kesejahteraan", 0),
        ("sasaran", "Tertanganinya semua PPKS", 1),
        ("sasaran", "Akuntabelnya kinerja", 1),
    ]
    assert rows(hasil)[0].nama == "Persentase PPKS yang tertangani"
    assert rows(hasil)[0].formulasi == "Jumlah PPKS\ndibagi seluruhnya\ndikali seratus"
    assert codes(hasil) == ["SKP134", *["SKP112"] * 4]


def test_a_sasaran_printed_in_every_row_is_one(tmp_path: Path) -> None:
    hasil = read(
        tmp_path,
        """
No | Sasaran | Indikator Kinerja Utama | Target 2025
1 | Tertanganinya PPKS | Persentase PPKS | 90
2 | Tertanganinya PPKS | Indeks kepuasan | 3,5
""",
    )
    assert shape(hasil) == [("sasaran", "Tertanganinya PPKS", 2)]


def test_indikator_without_sasaran_are_a_table_too(tmp_path: Path) -> None:
    hasil = read(
        tmp_path,
        """
No | Indikator Kinerja Utama | Penjelasan | Sumber Data
1 | Persentase PPKS | cara hitung a/b | Bidang
""",
    )
    assert shape(hasil) == [("sasaran", "", 1)]
    assert rows(hasil)[0].lain == (("Penjelasan", "cara hitung a/b"),)
    assert codes(hasil) == ["SKP107"]


@pytest.mark.parametrize("penanda", ["Definisi Operasional", "Alasan Pemilihan", "Baseline 2024"])
def test_a_table_headed_by_plain_indikator_is_known_by_its_other_columns(
    tmp_path: Path, penanda: str
) -> None:
    hasil = read(
        tmp_path, f"No | Sasaran | Indikator Kinerja | {penanda} | Target 2025\n1 | Tertib | Nilai | 5 | 6"
    )
    assert shape(hasil) == [("sasaran", "Tertib", 1)]


def test_a_baseline_without_its_year_is_kept_as_printed(tmp_path: Path) -> None:
    hasil = read(
        tmp_path, "Sasaran | Indikator Kinerja Utama | Baseline | Target 2025\nTertib | Nilai AKIP | B | A"
    )
    (row,) = rows(hasil)
    assert row.baseline is None
    assert row.lain == (("baseline", "B"),)
    assert codes(hasil) == ["SKP105"]


@pytest.mark.parametrize("kolom", ["Baseline 2019 | Baseline 2020", "Baseline 2020 | Baseline 2019"])
def test_of_several_baselines_the_last_year_counts(tmp_path: Path, kolom: str) -> None:
    values = " | ".join(year[-4:] + ",5" for year in kolom.split(" | "))
    hasil = read(
        tmp_path, f"Sasaran | Indikator Kinerja Utama | {kolom} | Target 2025\nTertib | Nilai | {values} | 9"
    )
    (row,) = rows(hasil)
    assert row.baseline is not None
    assert (str(row.baseline.periode), str(row.baseline.nilai)) == ("2020", "2020,5")
    assert row.lain == (("baseline 2019", "2019,5"),)


def test_an_unknown_polaritas_is_kept_and_named(tmp_path: Path) -> None:
    hasil = read(tmp_path, "Sasaran | Indikator Kinerja Utama | Polaritas\nTertib | Nilai AKIP | entah")
    assert rows(hasil)[0].polaritas is None
    assert rows(hasil)[0].lain == (("polaritas", "entah"),)
    assert codes(hasil) == ["SKP105"]
    again = write_and_read(hasil.dokumen, tmp_path)
    assert again.dokumen == hasil.dokumen


def test_how_periods_make_a_year_has_a_column_of_its_own(tmp_path: Path) -> None:
    """Tipe penghitungan, as in Pergub Jawa Tengah 82/2014; a word that is none is kept and named."""
    hasil = read(
        tmp_path,
        """
INDIKATOR KINERJA UTAMA TAHUN 2025
No | Sasaran | Indikator Kinerja Utama | Satuan | 2025 | Tipe Penghitungan
1 | Mutu naik | Jumlah layanan | Kali | 5 | Kumulatif
 | | Indeks kepuasan | Indeks | 80 | Non Kumulatif
 | | Nilai SAKIP | Nilai | BB | Kadang-kadang
""",
    )
    found = rows(hasil)
    assert [row.agregasi for row in found] == [Agregasi.JUMLAH, Agregasi.NILAI_AKHIR, None]
    assert found[2].lain == (("agregasi", "Kadang-kadang"),)
    assert [item.kode for item in hasil.temuan] == ["SKP105"]
    for name in ("lagi.csv", "lagi.xlsx"):
        write_dokumen(hasil.dokumen, tmp_path / name)
        assert read_dokumen(tmp_path / name).dokumen == hasil.dokumen


def test_letters_before_names_are_kept_as_printed(tmp_path: Path) -> None:
    hasil = read(
        tmp_path,
        """
INDIKATOR KINERJA UTAMA TAHUN 2025
No | Sasaran | Indikator Kinerja Utama | Satuan | 2025
1 | Mutu naik | a. Jumlah layanan | Kali | 5
 | | (2) Indeks kepuasan | Indeks | 80
 | | 3 Dokumen perencanaan | Dokumen | 3
""",
    )
    found = rows(hasil)
    assert [row.nama for row in found] == ["Jumlah layanan", "Indeks kepuasan", "3 Dokumen perencanaan"]
    assert [[item.nomor for item in row.sebutan] for row in found] == [["a."], ["(2)"], []]
    for name in ("lagi.csv", "lagi.xlsx"):
        write_dokumen(hasil.dokumen, tmp_path / name)
        assert read_dokumen(tmp_path / name).dokumen == hasil.dokumen


def test_a_copied_row_gets_ids_of_its_own(tmp_path: Path) -> None:
    """A planner copies a row with its hidden ids and rewords it: a second indikator, and the finding says so."""
    hasil = read(
        tmp_path,
        """
No | Sasaran | Indikator Kinerja Utama | ID Sasaran | ID Indikator
1 | Tertib | Nilai AKIP | SS1 | IK1
 | | Nilai RB | SS1 | IK1
2 | Bersih | Opini BPK | SS1 | IK1
""",
    )
    assert shape(hasil) == [("sasaran", "Tertib", 2), ("sasaran", "Bersih", 1)]
    assert [row.id for row in rows(hasil)] == ["IK1", "SS1.2", "S2.1"]
    assert codes(hasil) == ["SKP105"] * 3


def test_a_header_may_have_up_to_four_rows_and_a_blank_column(tmp_path: Path) -> None:
    """A further row that says less is a row of the table; a fifth one is never a header."""
    hasil = read(
        tmp_path,
        """
No | Sasaran | | Indikator Kinerja Utama | Target
 | | | | Target Tahunan
 | | | | Target Kinerja
 | | | | 2025
 | | | | 2026
1 | Tertib | | Nilai AKIP | 80
""",
    )
    assert shape(hasil) == [("sasaran", "Tertib", 1)]
    hasil = read(
        tmp_path,
        """
No | Sasaran | Indikator Kinerja Utama | Target 2025
Satuan | Satuan | Satuan | 70
1 | Tertib | Nilai AKIP | 80
""",
    )
    assert [row.nama for row in rows(hasil)] == ["Satuan", "Nilai AKIP"]


# --- out and back -----------------------------------------------------------------


def test_the_example_of_the_template_is_read_back(tmp_path: Path) -> None:
    contoh = FORMULIR["iku"].contoh()
    assert write_and_read(contoh, tmp_path).dokumen == contoh


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_further_columns_keep_their_order_or_the_first_one(tmp_path: Path, ending: str) -> None:
    """Rows that disagree on the order of their further cells keep the cells, in one order."""
    pairs = [("Warna", "Biru"), ("Jangka", "Panjang")]
    rows = [
        Indikator(id="I1", nama="Nilai A", iku=True, lain=pairs),
        Indikator(id="I2", nama="Nilai B", iku=True, lain=pairs[::-1]),
    ]
    hasil = write_and_read(IKU(sasaran=[Sasaran("S1", uraian="Tertib", indikator=rows)]), tmp_path, ending)
    (sasaran,) = hasil.dokumen.sasaran
    assert [sorted(row.lain) for row in sasaran.indikator] == [sorted(pairs), sorted(pairs)]


def write_and_read(dokumen: IKU, folder: Path, ending: str = "csv") -> HasilBaca[IKU]:
    path = folder / f"kembali.{ending}"
    write_dokumen(dokumen, path)
    return read_dokumen(path, bentuk="iku")


@SEDIKIT
@given(bentuk.iku())
def test_what_is_written_is_read_back(dokumen: IKU) -> None:
    with tempfile.TemporaryDirectory() as folder:
        hasil = write_and_read(dokumen, Path(folder))
    assert hasil.dokumen.sasaran == dokumen.sasaran
    assert hasil.dokumen.kepala == dokumen.kepala
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh
    assert {item.kode for item in hasil.temuan} <= {"SKP106", "SKP107"}


def test_a_tujuan_with_several_sasaran_is_printed_once(tmp_path: Path) -> None:
    iku = IKU(
        sasaran=[
            Sasaran("S0", uraian="Tanpa tujuan", indikator=[Indikator(id="I0", nama="Nilai", iku=True)]),
            Tujuan("T1", uraian="Sejahtera"),
            Sasaran("S1", uraian="Tertangani"),
            Sasaran("S2", uraian="Terlindungi"),
            Tujuan("T2", uraian="Tertata"),
        ]
    )
    hasil = write_and_read(iku, tmp_path)
    assert hasil.dokumen.sasaran == iku.sasaran
    assert (tmp_path / "kembali.csv").read_text(encoding="utf-8").count("Sejahtera") == 1


@settings(max_examples=15, deadline=None)
@given(bentuk.iku())
def test_a_workbook_is_read_back_too(dokumen: IKU) -> None:
    with tempfile.TemporaryDirectory() as folder:
        hasil = write_and_read(dokumen, Path(folder), "xlsx")
    assert hasil.dokumen.sasaran == dokumen.sasaran
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh
