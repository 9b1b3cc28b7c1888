"""Tables of pengukuran kinerja: as reports print them, computed, checked, and back."""

from __future__ import annotations

import tempfile
from decimal import Decimal
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings

import strategies_laporan as laporan
from sakip import PohonKinerja, compute_capaian, read_dokumen, write_dokumen
from sakip.anggaran import compute_serapan
from sakip.angka import Angka, Kosong, TakTerbaca
from sakip.bentuk import Kepala, PengukuranKinerja, Tercetak
from sakip.dokumen import HasilBaca, read_realisasi, read_struktur
from sakip.dokumen._pengukuran.naskah import to_naskah
from sakip.dokumen._tulis.naskah import Rumus, TabelNaskah
from sakip.errors import ModelError
from sakip.kebijakan import LKJIP, Polaritas
from sakip.model import Indikator, Program, Realisasi, RealisasiAnggaran, Sasaran
from sakip.skala import SKALA_PERMENDAGRI_86
from strategies import SEDIKIT

CONTOH = Path(__file__).parents[1] / "examples" / "dinsos-kotawaringin-timur-2025"


def read(
    path: Path, text: str, name: str = "lkjip.csv", bentuk: str | None = None
) -> HasilBaca[PengukuranKinerja]:
    """Read tables whose cells are parted by bars."""
    file = path / name
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip("\n").splitlines()]
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in lines]
    file.write_text("\n".join(quoted) + "\n", encoding="utf-8")
    hasil = read_dokumen(file, bentuk=bentuk)
    assert isinstance(hasil.dokumen, PengukuranKinerja)
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh
    return hasil


def codes(hasil: HasilBaca[PengukuranKinerja]) -> list[str]:
    return [item.kode for item in hasil.temuan]


def figures(form: PengukuranKinerja) -> list[tuple[str, str, str]]:
    """Target, realisasi and capaian of each indikator, as printed."""
    printed = {item.indikator: item for item in form.tercetak}
    return [
        (
            ", ".join(str(target) for target in item.target),
            ", ".join(str(row.nilai) for row in form.realisasi if row.indikator == item.id),
            str(printed[item.id].capaian) if item.id in printed else "",
        )
        for item in form.indikator
    ]


SEDERHANA = """
PENGUKURAN KINERJA TAHUN 2021
DINAS SOSIAL KABUPATEN CONTOH

No | Sasaran Strategis | Indikator Kinerja | Satuan | Target | Realisasi | Capaian %
(1) | (2) | (3) | (4) | (5) | (6) | (7)
1 | Meningkatnya mutu layanan | Indeks kepuasan | Indeks | 80 | 84 | 105
 | | Angka pengaduan | Kasus | 10 | 8 | 120
2 | Meningkatnya akuntabilitas | Nilai SAKIP | Nilai | BB | - | n/a
"""


def test_the_plain_table(tmp_path: Path) -> None:
    """Seven columns, as in a published LKjIP."""
    form = read(tmp_path, SEDERHANA).dokumen
    assert form.kepala.instansi == "DINAS SOSIAL KABUPATEN CONTOH"
    assert str(form.periode) == "2021"
    assert [item.uraian for item in form.sasaran] == [
        "Meningkatnya mutu layanan",
        "Meningkatnya akuntabilitas",
    ]
    assert figures(form) == [("80", "84", "105"), ("10", "8", "120"), ("BB", "-", "n/a")]
    assert len(form.to_pohon()) == 2
    assert form.check() == ()  # 120 for 8 of 10: the fewer the better, though no column says so


LENGKAP = """
LAPORAN KINERJA: PENGUKURAN CAPAIAN KINERJA
TAHUN 2025
Indikator Sasaran | Satuan | Realisasi | Target | | Realisasi | Prosentase Capaian | Kriteria | Pertumbuhan | Target RPJMD | Tingkat Kemajuan | Realisasi Nasional | Faktor Pendukung | Hambatan | Upaya Perbaikan
 | | 2024 | 2025 | TW I | 2025 | | | | | | | | |
Persentase PPKS yang tertangani | % | 80 | 93,59 | 20 | 88 | 94,03 | Sangat Tinggi | 10 | 100 | 88 | 70 | Pendamping | Data belum padan | Pemadanan data
"""


def test_all_that_a_table_may_have(tmp_path: Path) -> None:
    """Columns in another order, two rows of headers, other words, no column of sasaran."""
    hasil = read(tmp_path, LENGKAP)
    form = hasil.dokumen
    (item,) = form.indikator
    assert {str(row.periode): str(row.nilai) for row in item.target} == {"2025": "93,59", "2025-TW1": "20"}
    now, before = form.realisasi
    assert (str(now.periode), str(now.nilai), now.faktor, now.kendala, now.tindak_lanjut) == (
        "2025",
        "88",
        "Pendamping",
        "Data belum padan",
        "Pemadanan data",
    )
    assert (str(before.periode), str(before.nilai), before.kendala) == ("2024", "80", "")
    (printed,) = form.tercetak
    assert printed == Tercetak(
        indikator=item.id,
        capaian="94,03",
        predikat="Sangat Tinggi",
        pertumbuhan="10",
        target_akhir="100",
        kemajuan="88",
        pembanding="70",
    )
    assert codes(hasil) == []
    assert form.check(periode=2025) == ()


UANG = """
PENGUKURAN KINERJA TAHUN 2025
No | Sasaran | Indikator | Target | Realisasi | Capaian
1 | Tertanganinya PPKS | Persentase PPKS | 90 | 81 | 90
No | Program | Pagu | Realisasi Anggaran | %
1 | Program Rehabilitasi Sosial | 306.749.630 | Rp. 270.000.000 | 88,02
2 | Program Penanganan Bencana | 100.000.000 | 95.00.000 | 95
3 | Program Pemakaman | 50.000.000 | - | n/a
 | Jumlah | 456.749.630 | 271.000.000 | 60
No | Sasaran | % Capaian Kinerja | % Penyerapan Anggaran | Tingkat Efisiensi
1 | Tertanganinya PPKS | 90 | 88,02 | 1,98 (Cukup Efisien)
"""


def test_money_and_efficiency(tmp_path: Path) -> None:
    """An amount that can't be read, a sum that isn't one, the share of the sum."""
    hasil = read(tmp_path, UANG)
    form = hasil.dokumen
    assert [(item.simpul, item.jumlah, item.teks) for item in form.realisasi_anggaran] == [
        ("P1", 270_000_000, ""),
        ("P2", None, "95.00.000"),
        ("P3", None, "-"),
    ]
    assert [str(item.serapan) for item in form.serapan] == ["88,02", "95", "n/a"]
    assert form.efisiensi[0].tingkat == "1,98 (Cukup Efisien)"
    assert codes(hasil) == ["SKP160", "SKP115", "SKP165"]
    assert hasil.temuan[2].pesan.endswith("÷ pagu Rp456.749.630 × 100 = 59,11 %.")
    assert form.check() == ()


def test_findings_name_both_figures(tmp_path: Path) -> None:
    text = """
PENGUKURAN KINERJA TAHUN 2025
No | Sasaran | Indikator | Satuan | Polaritas | Target | Realisasi | Realisasi Tahun Lalu | Capaian | Kategori | Pertumbuhan
1 | Tertangani | Persentase PPKS | % | | 93,59 | 88 | 80 | 95 | Tinggi | 12
 | | Angka pengaduan | Kasus | turun | 10 | 8 | 10 | 80 | | -20
 | | Jumlah kasus | Kasus | | 0 | 3 | | 100 | | 3
 | | Jumlah layanan | Kali | | 50 | 40 | | n/a | |
 | | Jumlah mitra | Mitra | | 3 | 1 | | 33,3 | |
No | Program | Anggaran | Realisasi | Serapan
1 | Program A | 300 | 100 | 33
2 | Program B | 300 | 100 | 34
"""
    form = read(tmp_path, text).dokumen
    rule = attrs.evolve(LKJIP, nama="Dinas Contoh", skala=SKALA_PERMENDAGRI_86)
    found = [(item.kode, item.tempat.indikator or item.tempat.simpul) for item in form.check(rule)]
    assert found == [
        ("SKP161", "S1.1"),
        ("SKP164", "S1.1"),
        ("SKP166", "S1.1"),
        ("SKP161", "S1.2"),
        ("SKP162", "S1.3"),
        ("SKP163", "S1.4"),
        ("SKP165", "P2"),
    ]
    first, band, growth, falling, zero, missing, share = form.check(rule)
    assert first.pesan == (
        "Capaian tercetak 95, sedangkan menurut hitungan 94,03 %: 88 ÷ 93,59 × 100 (kebijakan Dinas Contoh)."
    )
    assert (
        band.pesan
        == 'Predikat tercetak "Tinggi", sedangkan menurut skala SKALA_PERMENDAGRI_86 "Sangat Tinggi".'
    )
    assert (
        growth.pesan
        == "Pertumbuhan tercetak 12, sedangkan dari tahun lalu berubah +8 poin persen (+10,00 %)."
    )
    assert "120,00 %: (2 × 10 − 8) ÷ 10 × 100" in falling.pesan
    assert "target nol" in zero.pesan
    assert "80,00 %" in missing.pesan
    assert share.pesan == "Serapan tercetak 34, sedangkan realisasi Rp100 ÷ pagu Rp300 × 100 = 33,33 %."


def test_what_has_nothing_to_be_compared_with() -> None:
    """Growth from zero, from words, from a year without a figure; an indikator of which nothing is printed."""
    rows = [Indikator(id=id, nama="Jumlah", satuan="Kali", target={2025: 4}) for id in "ABCD"]
    now = [Realisasi(id, 2025, 2) for id in "ABCD"]
    before = [
        Realisasi("A", 2024, 0),
        Realisasi("B", 2024, "Baik"),
        Realisasi("C", 2024, kendala="Belum diukur"),
    ]
    form = PengukuranKinerja(
        kepala=Kepala(periode=2025),
        sasaran=[Sasaran("S", indikator=rows)],
        realisasi=[*now, *before],
        tercetak=[
            Tercetak(indikator=id, pertumbuhan=2, capaian=50, predikat="sangat  rendah") for id in "ABC"
        ],
    )
    rule = attrs.evolve(LKJIP, nama="Dinas Contoh", skala=SKALA_PERMENDAGRI_86)
    assert form.check(rule) == ()


def test_columns_of_the_indikator_itself(tmp_path: Path) -> None:
    """A table may print where the data come from; targets of a triwulan beside a realisasi of the year."""
    item = Indikator(id="I", nama="Jumlah", sumber_data=["DTKS", "BPS"], target={"2025-TW1": "5"})
    other = Indikator(id="J", nama="Indeks", formulasi="a / b")
    form = PengukuranKinerja(
        kepala=Kepala(periode=2025),
        sasaran=[Sasaran("S", uraian="Tertib", indikator=[item, other]), Sasaran("T", uraian="Terang")],
        realisasi=[Realisasi("I", 2025, "7")],
        tercetak=[Tercetak(indikator="I", capaian="140")],
    )
    write_dokumen(form, tmp_path / "form.csv")
    assert read_dokumen(tmp_path / "form.csv").dokumen == form
    assert form.periode == laporan.TAHUN
    assert str(attrs.evolve(form, kepala=Kepala()).periode) == "2025-TW1"
    assert PengukuranKinerja().periode is None


def test_a_rounded_realisasi_explains_its_own_difference() -> None:
    """91,32 stands for anything from 91,315 to 91,325: of a target of 3 that is a sixth of a percent."""
    item = Indikator(id="I", nama="Rasio", target={2025: "3"})

    def check(capaian: str) -> list[str]:
        form = PengukuranKinerja(
            kepala=Kepala(periode=2025),
            sasaran=[Sasaran("S", indikator=[item])],
            realisasi=[Realisasi("I", 2025, "91,32")],
            tercetak=[Tercetak(indikator="I", capaian=capaian)],
        )
        return [temuan.kode for temuan in form.check()]

    assert check("3043,9") == check("3044,1") == []  # 91,317 and 91,323 against 3
    assert check("3043,5") == check("3044,5") == ["SKP161"]


def test_a_report_that_does_not_say_its_year(tmp_path: Path) -> None:
    hasil = read(
        tmp_path, "No | Sasaran | Indikator | Target | Realisasi | Capaian\n1 | A | Jumlah | 50 | 40 | 80"
    )
    assert codes(hasil) == ["SKP105", "SKP105"]
    assert dict(hasil.dokumen.indikator[0].lain) == {"target": "50", "realisasi": "40"}
    with pytest.raises(ModelError, match=r"PengukuranKinerja\.periode"):
        hasil.dokumen.check()


def test_what_stands_twice_is_named_and_kept(tmp_path: Path) -> None:
    """A row broken by the end of a page whose figures stand on both."""
    text = """
PENGUKURAN KINERJA TAHUN 2025
No | Sasaran | Indikator | Target | Realisasi | Capaian | Kendala
1 | Meningkatnya mutu | Indeks | 80 | 84 | 105 | Data
 | | kepuasan | | 85 | 106 | belum padan
"""
    hasil = read(tmp_path, text)
    (item,) = hasil.dokumen.indikator
    assert item.nama == "Indeks kepuasan"
    assert dict(item.lain) == {"realisasi": "85", "capaian": "106"}
    assert hasil.dokumen.realisasi[0].kendala == "Data\nbelum padan"
    assert sorted(codes(hasil)) == ["SKP105", "SKP105", "SKP112"]


def test_money_without_a_year(tmp_path: Path) -> None:
    text = """
PENGUKURAN KINERJA
No | Sasaran | Indikator | Target | Realisasi | Capaian
1 | A | Jumlah | 50 | 40 | 80
No | Program | Pagu | Realisasi
1 | Program A | 100 | 90
"""
    hasil = read(tmp_path, text)
    assert hasil.dokumen.realisasi_anggaran == ()
    assert codes(hasil).count("SKP105") == 4


def test_spaces_in_an_amount_are_said(tmp_path: Path) -> None:
    text = UANG.replace("Rp. 270.000.000", "270. 000.000")
    hasil = read(tmp_path, text)
    assert hasil.dokumen.realisasi_anggaran[0].jumlah == 270_000_000
    assert "SKP106" in codes(hasil)


def test_remarks_without_a_figure_are_a_realisasi(tmp_path: Path) -> None:
    text = """
PENGUKURAN KINERJA TAHUN 2025
No | Sasaran | Indikator | Target | Realisasi | Capaian | Kendala
1 | A | Jumlah mitra | 50 | | | Belum diukur
"""
    (row,) = read(tmp_path, text).dokumen.realisasi
    assert (row.nilai, row.kendala, str(row.periode)) == (None, "Belum diukur", "2025")


# --- computed -------------------------------------------------------------------


@pytest.fixture(scope="module")
def dinas() -> tuple[PohonKinerja, tuple[Realisasi, ...]]:
    pohon = read_struktur(CONTOH / "struktur.csv").dokumen
    return pohon, read_realisasi(CONTOH / "realisasi-ilustrasi-2025.csv").dokumen


def test_a_computed_report_agrees_with_itself(dinas: tuple[PohonKinerja, tuple[Realisasi, ...]]) -> None:
    """71 nodes have indikator; what can't be computed is n/a, and nothing is found."""
    pohon, terukur = dinas
    hasil = compute_capaian(pohon, terukur, 2025)
    form = PengukuranKinerja.from_laporan(hasil)
    assert len(form.indikator) == len(hasil) == 76
    numbers = [item.capaian for item in form.tercetak if isinstance(item.capaian, Angka)]
    assert len(numbers) == hasil.terhitung
    assert form.check() == ()
    by_id = {item.indikator: str(item.capaian) for item in form.tercetak}
    assert by_id["IK-P1"] == "100,65"  # 94,20 of 93,59
    assert by_id["IK-O1"] == "n/a"  # no target


def test_a_computed_report_with_money(
    dinas: tuple[PohonKinerja, tuple[Realisasi, ...]], tmp_path: Path
) -> None:
    pohon, terukur = dinas
    belanja = [
        RealisasiAnggaran(item.id, 2025, pagu.jumlah * 9 // 10)
        for item in pohon
        if isinstance(item, Program) and (pagu := item.pagu_for(2025)) and pagu.jumlah
    ]
    serapan = compute_serapan(pohon, belanja, 2025)
    form = PengukuranKinerja.from_laporan(
        compute_capaian(pohon, terukur, 2025),
        serapan,
        pohon=pohon,
        lalu=[Realisasi("IK-TR1", 2024, "80,5"), Realisasi("IK-SR1-1", 2024), Realisasi("IK-P1", 2024, "")],
    )
    assert len(form.anggaran) == 7
    assert [str(item.serapan) for item in form.serapan] == ["90"] * 7
    assert form.realisasi_of("IK-TR1", laporan.TAHUN.previous()) == Realisasi("IK-TR1", 2024, "80,5")
    assert len([item for item in form.realisasi if item.periode.tahun == 2024]) == 1
    efficient = {item.sasaran: item.tingkat for item in form.efisiensi}
    assert efficient[pohon["P1"].uraian] == "Efisien"  # 100,65 % for 90 %
    assert form.check() == ()
    for name in ("form.csv", "form.xlsx"):
        write_dokumen(form, tmp_path / name)
        assert read_dokumen(tmp_path / name).dokumen == form


def test_a_report_is_written_as_it_is(
    dinas: tuple[PohonKinerja, tuple[Realisasi, ...]], tmp_path: Path
) -> None:
    hasil = compute_capaian(*dinas, 2025)
    write_dokumen(hasil, tmp_path / "capaian.csv")
    assert read_dokumen(tmp_path / "capaian.csv").dokumen == PengukuranKinerja.from_laporan(hasil)


def test_what_is_printed_of_a_computed_report() -> None:
    """Figures lose the unit of their row; parts of a percentage are rounded, what was reported is not."""
    pohon = PohonKinerja("Dinas Contoh")
    rows = [
        Indikator(id="A", nama="Persentase", target={2025: "98 %"}),
        Indikator(id="B", nama="Rasio gini", target={2025: "0,4253"}, polaritas=Polaritas.TURUN),
        Indikator(id="C", nama="Layanan", satuan="Orang", target={2025: "12 lbg"}),
        Indikator(id="D", nama="Belum ada apa-apa"),
        Indikator(id="E", nama="Ada kendala", target={2025: 4}),
    ]
    pohon.add(Program("P", nama="Program", indikator=rows))
    terukur = [
        Realisasi("A", 2025, pembilang=1872, penyebut=2050),
        Realisasi("B", 2025, Decimal("0.42531")),
        Realisasi("C", 2025, "3 Orang"),
        Realisasi("E", "2025-TW1", 1, kendala="Alat terlambat"),
        Realisasi("E", "2025-TW2", "n/a"),
        Realisasi("E", "2025-TW3", 1, kendala="Alat terlambat"),
    ]
    form = PengukuranKinerja.from_laporan(compute_capaian(pohon, terukur, 2025))
    assert figures(form) == [
        ("98", "91,32", "93,18"),
        ("0,4253", "0,42531", "100"),
        ("12 lbg", "3 Orang", "n/a"),
        ("", "", "n/a"),
        ("4", "None", "n/a"),
    ]
    assert form.indikator[0].satuan == "%"
    assert form.realisasi[-1].kendala == "Alat terlambat"
    assert form.check() == ()


def test_what_a_report_has_to_be(dinas: tuple[PohonKinerja, tuple[Realisasi, ...]]) -> None:
    pohon, _ = dinas
    hasil = compute_capaian(pohon, [], 2025)
    serapan = compute_serapan(pohon, [], 2025)
    with pytest.raises(ModelError, match="a report of one period"):
        PengukuranKinerja.from_laporan(compute_capaian(pohon, [], [2024, 2025]))
    with pytest.raises(ModelError, match="the money of 2025"):
        PengukuranKinerja.from_laporan(hasil, compute_serapan(pohon, [], 2024), pohon=pohon)
    with pytest.raises(ModelError, match="the tree that the money is of"):
        PengukuranKinerja.from_laporan(hasil, serapan)
    with pytest.raises(ModelError, match="'selisih'"):
        PengukuranKinerja.from_laporan(hasil, cara="entah")
    bare = PohonKinerja("Tanpa program")
    form = PengukuranKinerja.from_laporan(
        compute_capaian(bare, [], 2025), compute_serapan(bare, [], 2025), pohon=bare
    )
    assert form.anggaran == ()


def test_formulas_are_live_where_they_are_plain_quotients(tmp_path: Path) -> None:
    form = read(
        tmp_path, UANG.replace("| 81 | 90\n", "| 81 | 90\n | | Angka pengaduan | 10 | 8 | 120\n")
    ).dokumen
    tables = [item for item in to_naskah(form).blok if isinstance(item, TabelNaskah)]
    ukur, uang, _ = tables
    first, second = (row.sel[6] for row in ukur.baris)
    assert first == Rumus("=ROUND({realisasi0}/{target0}*100,2)", Decimal(90))
    assert second == Angka(120, "", "120")  # the fewer the better: no quotient
    assert isinstance(uang.baris[0].sel[5], Rumus)
    assert isinstance(uang.baris[1].sel[5], Angka)  # its amount can't be read
    assert isinstance(uang.baris[2].sel[5], Kosong)
    assert [isinstance(item, Rumus) for item in uang.baris[-1].sel[3:6]] == [True, True, True]


def same_again(form: PengukuranKinerja, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        write_dokumen(form, path)
        hasil = read_dokumen(path, bentuk="pengukuran_kinerja")
    assert hasil.dokumen == form
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh


@given(laporan.pengukuran())
@settings(SEDIKIT, max_examples=25)
def test_written_and_read_again_it_is_the_same(form: PengukuranKinerja) -> None:
    same_again(form, "form.csv")


@given(laporan.pengukuran())
@settings(SEDIKIT, max_examples=12)
def test_written_as_a_workbook_and_read_again_it_is_the_same(form: PengukuranKinerja) -> None:
    same_again(form, "form.xlsx")


REVISI = """
PENGUKURAN KINERJA TAHUN 2025
DINAS SOSIAL KABUPATEN CONTOH
No | Sasaran | Indikator Kinerja | Satuan | Target | | Realisasi | Capaian (%)
 | | | | Sebelum Perubahan | Setelah Perubahan | |
1 | Meningkatnya mutu | Indeks kepuasan | Indeks | 80 | 85 | 84 | 98,82
 | | Angka pengaduan | Kasus | 10 | | 8 | 80
No | Program | Anggaran | | Realisasi | %
 | | Semula | Menjadi | |
1 | Program A | 100.000.000 | 120.000.000 | 110.000.000 | 91,67
 | Jumlah | 100.000.000 | 120.000.000 | 110.000.000 | 91,67
"""


@pytest.mark.parametrize("name", ["form.csv", "form.xlsx"])
def test_a_revised_plan_keeps_both_columns(tmp_path: Path, name: str) -> None:
    """What was planned before the revision stays; capaian and serapan are those of what is in force."""
    hasil = read(tmp_path, REVISI)
    form = hasil.dokumen
    first, second = form.indikator
    assert [(str(item), item.versi) for item in first.target] == [("80", "murni"), ("85", "perubahan")]
    assert [(str(item), item.versi) for item in second.target] == [("10", "murni")]
    (program,) = form.anggaran
    assert [(item.jumlah, item.versi) for item in program.pagu] == [
        (100_000_000, "murni"),
        (120_000_000, "perubahan"),
    ]
    assert codes(hasil) == []
    assert form.check() == ()
    same_again(form, name)


def test_formulas_of_a_revised_plan_speak_of_what_is_in_force(tmp_path: Path) -> None:
    ukur, uang = (
        item for item in to_naskah(read(tmp_path, REVISI).dokumen).blok if isinstance(item, TabelNaskah)
    )
    assert ukur.baris[0].sel[7] == Rumus("=ROUND({realisasi0}/{target1}*100,2)", Decimal("98.82"))
    assert ukur.baris[1].sel[7] == Rumus("=ROUND({realisasi0}/{target0}*100,2)", Decimal(80))
    assert uang.baris[0].sel[6] == Rumus("=ROUND({realisasi0}/{pagu1}*100,2)", Decimal("91.67"))
    assert uang.baris[-1].sel[3:7] == (
        Rumus("=SUM({pagu0:})", 100_000_000),
        Rumus("=SUM({pagu1:})", 120_000_000),
        Rumus("=SUM({realisasi0:})", 110_000_000),
        Rumus("=ROUND({realisasi0}/{pagu1}*100,2)", Decimal("91.67")),
    )


def test_money_of_triwulan_stands_in_columns_of_its_own(tmp_path: Path) -> None:
    """Pagu and realisasi of a triwulan beside those of the year, under headers of one row or two."""
    text = """
PENGUKURAN KINERJA TAHUN 2025
No | Sasaran | Indikator | Target | Realisasi | Capaian
1 | A | Jumlah mitra | 50 | 40 | 80
No | Program | Pagu | Pagu TW I | Realisasi | | | Realisasi 2024 | %
 | | | | | TW I | TW II | |
1 | Program A | 1.000 | 300 | 500 | 200 | 300 | 450 | 50
 | Jumlah | 1.000 | 300 | 500 | 200 | 301 | 450 | 50
"""
    hasil = read(tmp_path, text)
    form = hasil.dokumen
    assert {str(item.periode): item.jumlah for item in form.anggaran[0].pagu} == {
        "2025": 1_000,
        "2025-TW1": 300,
    }
    assert {str(item.periode): item.jumlah for item in form.realisasi_anggaran} == {
        "2024": 450,
        "2025": 500,
        "2025-TW1": 200,
        "2025-TW2": 300,
    }
    assert codes(hasil) == ["SKP115"]  # 301 of TW II
    assert form.check() == ()
    same_again(form, "form.csv")
    same_again(form, "form.xlsx")


def test_money_of_one_period_twice_is_named(tmp_path: Path) -> None:
    text = UANG.replace("Realisasi Anggaran | %", "Realisasi Anggaran | Realisasi 2025 | %").replace(
        "Rp. 270.000.000 |", "Rp. 270.000.000 | 1 |"
    )
    hasil = read(tmp_path, text)
    assert hasil.dokumen.realisasi_anggaran[0].jumlah == 270_000_000
    assert "SKP105" in codes(hasil)


def test_a_sum_over_two_versions_is_of_what_is_in_force_in_each_row(tmp_path: Path) -> None:
    """Only one of two programs was revised: 180 of 120 + 100."""
    text = REVISI.replace(
        " | Jumlah | 100.000.000 | 120.000.000 | 110.000.000 | 91,67",
        "2 | Program B | 100.000.000 | | 70.000.000 | 70\n"
        " | Jumlah | 200.000.000 | 120.000.000 | 180.000.000 | 81,82",
    )
    hasil = read(tmp_path, text)
    assert codes(hasil) == []
    _, uang = (item for item in to_naskah(hasil.dokumen).blok if isinstance(item, TabelNaskah))
    assert uang.baris[-1].sel[6] == Decimal("81.82")
    wrong = read(tmp_path, text.replace("81,82", "60"))
    assert codes(wrong) == ["SKP165"]
    same_again(hasil.dokumen, "form.csv")
    same_again(hasil.dokumen, "form.xlsx")


@pytest.mark.parametrize("name", ["form.csv", "form.xlsx"])
@pytest.mark.parametrize("periode", ["2025-TW2", "2025-S1", "2025-08", "2025"])
def test_a_report_of_a_part_of_a_year_stays_one(periode: str, name: str) -> None:
    """What a triwulan gave is never read as what the year gave."""
    pohon = PohonKinerja("Dinas Contoh")
    item = Indikator(id="I", nama="Jumlah layanan", target={2025: "10", "2025-TW2": "5", "2025-S1": "6"})
    pohon.add(Program("P1", nama="Program A", uraian="Tertangani", pagu={2025: 1000}, indikator=[item]))
    form = PengukuranKinerja.from_laporan(
        compute_capaian(pohon, [Realisasi("I", "2025-TW2", "4")], periode),
        compute_serapan(pohon, [RealisasiAnggaran("P1", "2025-TW2", 300)], periode),
        pohon=pohon,
        lalu=[Realisasi("I", "2025-TW1", "3")],
    )
    assert str(form.periode) == periode
    same_again(form, name)


@pytest.mark.parametrize(
    ("judul", "periode"),
    [
        ("PENGUKURAN KINERJA TRIWULAN II TAHUN 2025", "2025-TW2"),
        ("PENGUKURAN KINERJA TW. 2\nTAHUN ANGGARAN 2025", "2025-TW2"),
        ("PENGUKURAN KINERJA SEMESTER I TAHUN ANGGARAN 2025", "2025-S1"),
        ("PENGUKURAN KINERJA BULAN AGUSTUS 2025", "2025-08"),
        ("PENGUKURAN KINERJA SAMPAI DENGAN TRIWULAN II TAHUN 2025", "2025"),
        ("PENGUKURAN KINERJA TRIWULAN I - IV TAHUN 2025", "2025"),
        ("PENGUKURAN KINERJA SEMESTER III TAHUN 2025", "2025"),
        ("PENGUKURAN KINERJA TRIWULAN II", None),
    ],
)
def test_a_title_names_the_part_of_the_year(tmp_path: Path, judul: str, periode: str | None) -> None:
    table = SEDERHANA.split("\n\n")[1]
    form = read(tmp_path, f"{judul}\n\n{table}").dokumen
    assert (None if form.periode is None else str(form.periode)) == periode
    assert {str(item.periode) for row in form.indikator for item in row.target} == {periode} - {None}
    write_dokumen(form, tmp_path / "lagi.csv")
    assert read_dokumen(tmp_path / "lagi.csv").dokumen == form


def test_the_year_before_a_triwulan_is_not_guessed(tmp_path: Path) -> None:
    """Realisasi tahun lalu beside a triwulan may be that of the whole year, or of the same triwulan."""
    text = """
PENGUKURAN KINERJA TRIWULAN I TAHUN 2025
No | Sasaran | Indikator | Target | Realisasi Tahun Lalu | Realisasi | Realisasi TW IV 2024 | Capaian
1 | A | Jumlah mitra | 50 | 45 | 40 | 11 | 80
"""
    hasil = read(tmp_path, text)
    assert codes(hasil) == ["SKP105"]
    assert {str(item.periode): str(item.nilai) for item in hasil.dokumen.realisasi} == {
        "2025-TW1": "40",
        "2024-TW4": "11",
    }
    same_again(hasil.dokumen, "form.csv")


@pytest.mark.parametrize("periode", [None, "2025", "2021-2026"])
def test_a_form_without_a_realisasi_is_still_one(periode: str | None) -> None:
    form = PengukuranKinerja(
        kepala=Kepala(instansi="Dinas Contoh", periode=periode),
        sasaran=[Sasaran("S", uraian="Tertib", indikator=[Indikator(id="I", nama="Jumlah mitra")])],
    )
    same_again(form, "form.csv")
    same_again(form, "form.xlsx")


def test_an_unreadable_realisasi_is_kept(tmp_path: Path) -> None:
    hasil = read(tmp_path, SEDERHANA.replace("| 84 |", "| 84 dari 90 |"))
    assert isinstance(hasil.dokumen.realisasi[0].nilai, TakTerbaca)
    assert codes(hasil) == ["SKP104"]
    assert [(item.kode, item.tempat.indikator) for item in hasil.dokumen.check()] == [("SKP162", "S1.1")]
