"""The table T-C.29 of a Renja: its columns by hand, as others print it, and back."""

from __future__ import annotations

import tempfile
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings

import strategies_laporan as laporan
from sakip import PohonKinerja, read_dokumen, write_dokumen
from sakip.alasan import Alasan
from sakip.bentuk import AngkaRekapitulasi, BarisRekapitulasi, RekapitulasiRenja
from sakip.dokumen._rekapitulasi_renja.naskah import to_naskah
from sakip.dokumen._tulis.naskah import Rumus, TabelNaskah
from sakip.errors import ModelError
from sakip.kebijakan import SIPD
from sakip.model import CSF, Indikator, Kegiatan, Program, Realisasi, SubKegiatan
from strategies import SEDIKIT

YEARS = range(2021, 2026)


def cells(angka: AngkaRekapitulasi) -> list[str]:
    return [str(item) for item in angka.kolom.values()]


def indikator(
    agregasi: str | None, target: tuple[object, ...], satuan: str = "Orang", polaritas: str | None = None
) -> Indikator:
    return Indikator(
        id="I",
        nama="Indikator",
        satuan=satuan,
        agregasi=agregasi,
        polaritas=polaritas,
        target=dict(zip(YEARS, target, strict=False)),
    )


def one(
    item: Indikator, terukur: dict[int, object], tahun: int = 2025, rencana: str = "2021-2025"
) -> BarisRekapitulasi:
    """The row of one indikator."""
    pohon = PohonKinerja("Dinas Contoh", periode=rencana)
    pohon.add(SubKegiatan("S", nama="Layanan", indikator=[item]))
    rows = [Realisasi("I", year, nilai) for year, nilai in terukur.items()]  # type: ignore[arg-type]  # as printed
    (baris,) = RekapitulasiRenja.from_pohon(pohon, rows, tahun).baris
    return baris


# --- column by column ---------------------------------------------------------------


def test_a_flow_by_hand() -> None:
    """20 a year over five years; 15, 22 and 18 were reached, and 20 will be: 75 of 100."""
    baris = one(indikator("jumlah", (20,) * 5), {2021: 15, 2022: 22, 2023: 18})
    assert cells(baris.angka) == ["100", "37", "20", "18", "90", "20", "75", "75"]
    assert baris.alasan == ()


def test_the_running_year_counts_by_its_target() -> None:
    """What year n-1 has given so far is passed over: the estimate is that it gives its target."""
    item = indikator("jumlah", (20,) * 5)
    terukur: dict[int, object] = {2021: 15, 2022: 22, 2023: 18}
    assert one(item, terukur | {2024: 3}).angka == one(item, terukur).angka


@pytest.mark.parametrize("agregasi", ["nilai_akhir", "rata_rata", "maksimum", "minimum"])
def test_what_is_no_flow_has_no_estimate(agregasi: str) -> None:
    """58 + 66 + 68 + 75 says nothing of an index."""
    baris = one(indikator(agregasi, (60, 65, 70, 75, 80), "Indeks"), {2021: 58, 2022: 66, 2023: 68})
    assert cells(baris.angka) == ["80", "66", "70", "68", "97,14", "75", "n/a", "n/a"]
    assert baris.alasan == (("10", Alasan.TIDAK_BERJUMLAH), ("11", Alasan.TIDAK_BERJUMLAH))


def test_percentages_are_not_added() -> None:
    baris = one(indikator("jumlah", ("60 %",) * 5, "%"), {2021: "55 %", 2022: "62 %", 2023: "58 %"})
    assert [cells(baris.angka)[place] for place in (6, 7)] == ["n/a", "n/a"]
    assert dict(baris.alasan)["10"] is Alasan.PERSEN_DIJUMLAH


def test_nobody_says_whether_the_years_add_up() -> None:
    baris = one(indikator(None, (20,) * 5), {2021: 15, 2022: 22, 2023: 18})
    assert cells(baris.angka) == ["n/a", "n/a", "20", "18", "90", "20", "n/a", "n/a"]
    assert {why for _, why in baris.alasan} == {Alasan.AGREGASI_TIDAK_DIKETAHUI}


def test_a_year_that_was_not_filled_is_not_zero() -> None:
    baris = one(indikator("jumlah", (20,) * 5), {2021: 15, 2023: 18})
    assert cells(baris.angka) == ["100", "n/a", "20", "18", "90", "20", "n/a", "n/a"]
    assert {why for _, why in baris.alasan} == {Alasan.PERIODE_BELUM_LENGKAP}
    zero = one(indikator("jumlah", (20,) * 5), {2021: 15, 2022: 0, 2023: 18})
    assert cells(zero.angka) == ["100", "15", "20", "18", "90", "20", "53", "53"]


def test_last_year_that_was_not_filled_leaves_its_share_blank() -> None:
    baris = one(indikator("jumlah", (20,) * 5), {2021: 15, 2022: 22})
    assert cells(baris.angka)[2:5] == ["20", "", ""]


def test_a_renstra_that_has_just_begun() -> None:
    """Before its first year there is nothing; in its second year there is no year n-3."""
    item = indikator("jumlah", (20,) * 5)
    assert cells(one(item, {}, 2022).angka) == ["100", "", "", "", "", "20", "20", "20"]
    assert cells(one(item, {2021: 15}, 2023).angka) == ["100", "", "20", "15", "75", "20", "35", "35"]


def test_the_next_renstra_begins_with_the_last_one() -> None:
    """The Renja of 2026 looks back on the Renstra that ends with 2025."""
    baris = one(indikator("jumlah", (20,) * 5), {2021: 15, 2022: 22, 2023: 18, 2024: 25}, 2026)
    assert cells(baris.angka) == ["100", "55", "20", "25", "125", "20", "100", "100"]


def test_a_year_that_was_not_planned_has_no_share() -> None:
    baris = one(indikator("jumlah", (20, 20, "-", "-", 20)), {2021: 15, 2022: 22, 2023: 3})
    assert cells(baris.angka)[2:6] == ["-", "3", "", "-"]
    assert "8" not in dict(baris.alasan)


def test_a_target_of_zero_has_no_share_and_says_why() -> None:
    baris = one(indikator("jumlah", (20, 20, 0, 20, 20)), {2021: 15, 2022: 22, 2023: 3})
    assert cells(baris.angka)[2:5] == ["0", "3", "n/a"]
    assert dict(baris.alasan)["8"] is Alasan.TARGET_NOL


def test_the_policy_decides_the_shares() -> None:
    """Fewer is better, 100 planned, 80 reached: 120 % by the habit of LKjIP, 125 % by that of SIPD."""
    pohon = PohonKinerja("Dinas", periode="2021-2025")
    pohon.add(Program("P", nama="P", indikator=[indikator("jumlah", (100,) * 5, polaritas="turun")]))
    rows = [Realisasi("I", 2023, 80)]
    for kebijakan, tingkat in ((None, "120"), (SIPD, "125")):
        (baris,) = RekapitulasiRenja.from_pohon(pohon, rows, 2025, kebijakan=kebijakan).baris
        assert str(baris.angka.tingkat_n2) == tingkat
    pohon.kebijakan = SIPD
    assert str(RekapitulasiRenja.from_pohon(pohon, rows, 2025).baris[0].angka.tingkat_n2) == "125"


def test_the_rows_follow_the_components_of_the_tree() -> None:
    """A condition has no row; a component without indikator has one with its name alone."""
    pohon = PohonKinerja("Dinas Contoh", periode="2021-2025")
    pohon.add(CSF("C", uraian="Terlayani", indikator=[Indikator(id="IC", nama="Indeks")]))
    pohon.add(Program("P", kode="1.06.04", nama="Rehabilitasi"), under="C")
    pohon.add(
        Kegiatan(
            "K", nama="Dasar", indikator=[Indikator(id="A", nama="Satu"), Indikator(id="B", nama="Dua")]
        ),
        under="P",
    )
    form = RekapitulasiRenja.from_pohon(pohon, [], 2025)
    assert [(row.id, row.kode, row.indikator.id if row.indikator else None) for row in form.baris] == [
        ("P", "1.06.04", None),
        ("K", "", "A"),
        ("K", "", "B"),
    ]
    assert (form.kepala.instansi, str(form.kepala.periode)) == ("Dinas Contoh", "2025")


@pytest.mark.parametrize(
    ("tahun", "rencana"), [("2025-TW1", None), (2027, None), (2021, None), (2025, "2021-2023")]
)
def test_a_year_that_the_renstra_does_not_lead_up_to_is_refused(
    tahun: int | str, rencana: str | None
) -> None:
    with pytest.raises(ModelError):
        RekapitulasiRenja.from_pohon(PohonKinerja("Dinas", periode="2021-2025"), [], tahun, rencana=rencana)
    with pytest.raises(ModelError):
        RekapitulasiRenja.from_pohon(PohonKinerja("Dinas"), [], 2025)


# --- what is printed otherwise ---------------------------------------------------------


def printed(agregasi: str | None, **angka: object) -> RekapitulasiRenja:
    figures = {
        "target_renstra": 100,
        "realisasi_lalu": 37,
        "target_n2": 20,
        "realisasi_n2": 18,
        "tingkat_n2": 90,
        "target_n1": 20,
        "perkiraan": 75,
        "tingkat": 75,
    } | angka
    row = BarisRekapitulasi(
        id="S",
        indikator=indikator(agregasi, ()),
        angka=AngkaRekapitulasi(**figures),
    )
    return RekapitulasiRenja(baris=[BarisRekapitulasi(id="P", nama="Program"), row])


@pytest.mark.parametrize(
    ("agregasi", "angka", "harapan"),
    [
        ("jumlah", {}, []),
        ("jumlah", {"tingkat_n2": 91}, [("SKP167", "8")]),
        ("jumlah", {"perkiraan": 57, "tingkat": 57}, [("SKP167", "10")]),
        ("jumlah", {"tingkat": 80}, [("SKP167", "11")]),
        ("jumlah", {"realisasi_lalu": "", "perkiraan": 38, "tingkat": 38}, []),
        ("nilai_akhir", {}, [("SKP168", "10")]),
        ("nilai_akhir", {"perkiraan": 20, "tingkat": 20}, []),
        (None, {}, [("SKP169", "10")]),
        ("jumlah", {"perkiraan": "", "tingkat": ""}, []),
    ],
)
def test_columns_that_are_printed_otherwise(
    agregasi: str | None, angka: dict[str, object], harapan: list[tuple[str, str]]
) -> None:
    found = [(temuan.kode, dict(temuan.parameter)["kolom"]) for temuan in printed(agregasi, **angka).check()]
    assert found == harapan


def test_the_tree_says_what_the_form_does_not() -> None:
    pohon = PohonKinerja("Dinas")
    pohon.add(Program("P", indikator=[indikator("jumlah", ())]))
    assert [temuan.kode for temuan in printed(None).check(pohon)] == []


# --- files -------------------------------------------------------------------------------

CETAKAN = """\
Tabel T-C.29,,,,,,,,,,,
Rekapitulasi Evaluasi Hasil Pelaksanaan Renja Dinas Sosial dan Pencapaian Renstra s/d Tahun 2025,,,,,,,,,,,
Kode,Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan,Indikator Kinerja Program (outcome)/Kegiatan (output),Target Kinerja Capaian Program (Renstra Perangkat Daerah) Tahun 2026,Realisasi Target Kinerja Hasil Program dan Keluaran Kegiatan s/d Tahun 2022,Target dan Realisasi Kinerja Program dan Keluaran Kegiatan Tahun Lalu 2023,,,Target Program dan Kegiatan Renja Perangkat Daerah Tahun Berjalan 2024,Perkiraan Realisasi Capaian Target Renstra Perangkat Daerah s/d Tahun Berjalan,,Catatan
,,,,,Target Renja Perangkat Daerah Tahun 2023,Realisasi Renja Perangkat Daerah Tahun 2023,Tingkat Realisasi (%),,Realisasi Capaian Program dan Kegiatan s/d Tahun 2024,Tingkat Capaian Realisasi Target Renstra (%),
1,2,3,4,5,6,7,8=(7/6),9,10=(5+7+9),11=(10/4),12
1,URUSAN WAJIB,,,,,,,,,,
1.06.04,Program Rehabilitasi Sosial,Persentase PPKS yang tertangani,80 %,66 %,70 %,68 %,"97,14",75 %,209 %,261,25
,,Jumlah panti,12,4,2,2,100,3,9,75,
1.06.04.2.01,Rehabilitasi Sosial Dasar bagi,Jumlah orang,1.000,300,200,180,90,200,680,68,lihat lampiran
,penyandang disabilitas,,,,,,,,,,
"""


def test_the_table_as_others_print_it(tmp_path: Path) -> None:
    """Headers of two rows with years instead of n-2, numbered columns, blank for the same as above."""
    path = tmp_path / "tc29.csv"
    path.write_text(CETAKAN.replace("261,25", "261,"), encoding="utf-8")
    hasil = read_dokumen(path)
    form = hasil.dokumen
    assert form.jenis == "rekapitulasi_renja"
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh
    assert [(row.kode, row.nama) for row in form.baris] == [
        ("1", "URUSAN WAJIB"),
        ("1.06.04", "Program Rehabilitasi Sosial"),
        ("1.06.04", "Program Rehabilitasi Sosial"),
        ("1.06.04.2.01", "Rehabilitasi Sosial Dasar bagi penyandang disabilitas"),
    ]
    assert cells(form.baris[1].angka) == ["80 %", "66 %", "70 %", "68 %", "97,14", "75 %", "209 %", "261"]
    assert cells(form.baris[3].angka) == ["1000", "300", "200", "180", "90", "200", "680", "68"]
    assert form.baris[3].keterangan == "lihat lampiran"
    assert [temuan.kode for temuan in form.check()] == ["SKP169", "SKP169", "SKP169"]


def test_ids_that_were_copied(tmp_path: Path) -> None:
    path = tmp_path / "tc29.csv"
    path.write_text(
        "REKAPITULASI EVALUASI RENJA,,,,,,,,\n"
        "Kode,Program,Indikator,Target Renstra,Target Renja (n-2),Perkiraan Realisasi,Tingkat Capaian,ID,Agregasi\n"
        "1,Satu,A,5,1,1,20,X,jumlah\n2,Dua,B,5,1,1,20,Y,kadang\n3,Tiga,C,5,1,1,20,X,\n",
        encoding="utf-8",
    )
    hasil = read_dokumen(path)
    assert [row.id for row in hasil.dokumen.baris] == ["X", "Y", "B3"]
    assert hasil.dokumen.baris[1].lain == (("agregasi", "kadang"),)
    assert [temuan.kode for temuan in hasil.temuan] == ["SKP105", "SKP105"]


def test_sums_and_shares_are_live_where_they_are_what_is_printed() -> None:
    def live(form: RekapitulasiRenja) -> list[str]:
        (_, isi), *_ = to_naskah(form).isi
        (tabel,) = (blok for blok in isi if isinstance(blok, TabelNaskah))
        return [cell.pola for cell in tabel.baris[1].sel if isinstance(cell, Rumus)]

    assert live(printed("jumlah")) == [
        "=ROUND({realisasi_n2}/{target_n2}*100,2)",
        "={realisasi_lalu}+{realisasi_n2}+{target_n1}",
        "=ROUND({perkiraan}/{target_renstra}*100,2)",
    ]
    assert live(printed("jumlah", perkiraan=57, tingkat="n/a")) == [
        "=ROUND({realisasi_n2}/{target_n2}*100,2)"
    ]


@pytest.mark.parametrize("akhiran", [".csv", ".xlsx"])
@given(form=laporan.rekapitulasi())
@settings(SEDIKIT)
def test_written_and_read_again_it_is_the_same(akhiran: str, form: RekapitulasiRenja) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"tc29{akhiran}"
        write_dokumen(form, path)
        assert read_dokumen(path).dokumen == form


@pytest.mark.parametrize("akhiran", [".csv", ".xlsx"])
def test_a_remark_below_the_table_is_none_of_its_rows(akhiran: str, tmp_path: Path) -> None:
    """The table begins with the codes; words in that column, alone in their row, are no code."""
    form = printed("jumlah")
    form = attrs.evolve(form, kepala=attrs.evolve(form.kepala, catatan=["Disusun bersama Bappeda"]))
    path = tmp_path / f"tc29{akhiran}"
    write_dokumen(form, path)
    assert read_dokumen(path).dokumen == form
