"""The evaluation form of a Renja: computed by hand in the tables below, as others print it, and back."""

from __future__ import annotations

import tempfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings

import strategies_laporan as laporan
from sakip import Jabatan, PohonKinerja, read_dokumen, write_dokumen
from sakip.alasan import Alasan
from sakip.angka import Angka, TakTerbaca
from sakip.bentuk import AngkaEvaluasi, BarisEvaluasi, EvaluasiRenja, RataRata
from sakip.capaian import accumulate, compare_tahun
from sakip.dokumen import HasilBaca, read_realisasi, read_struktur
from sakip.dokumen._evaluasi_renja.naskah import to_naskah
from sakip.dokumen._tulis.naskah import Rumus, TabelNaskah
from sakip.errors import ModelError
from sakip.kebijakan import LKJIP, Polaritas
from sakip.model import (
    CSF,
    Indikator,
    Kegiatan,
    Outcome,
    Pagu,
    Program,
    Realisasi,
    RealisasiAnggaran,
    SubKegiatan,
)
from sakip.rumus import Agregasi, Persen
from strategies import SEDIKIT

CONTOH = Path(__file__).parents[1] / "examples" / "dinsos-kotawaringin-timur-2025"


def cells(angka: AngkaEvaluasi) -> list[str]:
    return [str(item) for item in angka.kolom.values()]


def one(
    indikator: Indikator, terukur: list[Realisasi], periode: int | str = 2025, rencana: str = "2024-2026"
) -> BarisEvaluasi:
    """The row of one indikator."""
    pohon = PohonKinerja("Dinas Contoh", periode=rencana)
    pohon.add(SubKegiatan("S", nama="Layanan", indikator=[indikator]))
    (baris,) = EvaluasiRenja.from_pohon(pohon, terukur, [], periode).baris
    return baris


def quarters(*nilai: int | str | None, tahun: int = 2025) -> list[Realisasi]:
    return [
        Realisasi("I", f"{tahun}-TW{place}", value)
        for place, value in enumerate(nilai, start=1)
        if value is not None
    ]


def target(agregasi: Agregasi | str | None, satuan: str = "Orang", polaritas: str | None = None) -> Indikator:
    return Indikator(
        id="I",
        nama="Indikator",
        satuan=satuan,
        agregasi=agregasi,
        polaritas=polaritas,
        target={2024: 10, 2025: 20, 2026: 30},
    )


# --- column by column -----------------------------------------------------------

TABEL = [
    # agregasi, 7 (2024), TW I-IV, then columns 6 to 15 by hand
    ("jumlah", "9", (4, 5, 4, 5), ["60", "9", "20", "4", "5", "4", "5", "18", "27", "45"]),
    ("nilai_akhir", "9", (4, 9, 14, 18), ["30", "9", "20", "4", "9", "14", "18", "18", "18", "60"]),
    ("rata_rata", "9", (10, 20, 10, 20), ["30", "9", "20", "10", "20", "10", "20", "15", "15", "50"]),
    ("maksimum", "9", (4, 18, 14, 9), ["30", "9", "20", "4", "18", "14", "9", "18", "18", "60"]),
    ("minimum", "9", (4, 18, 14, 9), ["30", "9", "20", "4", "18", "14", "9", "4", "4", "13,33"]),
]


@pytest.mark.parametrize(("agregasi", "lalu", "tw", "harapan"), TABEL)
def test_the_columns_by_hand(agregasi: str, lalu: str, tw: tuple[int, ...], harapan: list[str]) -> None:
    baris = one(target(agregasi), [Realisasi("I", 2024, lalu), *quarters(*tw)])
    assert cells(baris.kinerja) == harapan
    assert baris.alasan == ()
    assert cells(baris.anggaran) == [""] * 10


def test_percentages_are_pooled_and_never_added() -> None:
    """10/20, 30/40, 5/10 and 45/50: 90 of 120 is 75 %, which is neither their sum nor their mean."""
    parts = [(10, 20), (30, 40), (5, 10), (45, 50)]
    item = Indikator(
        id="I", nama="Persentase", satuan="%", rumus=Persen(), target={2024: 60, 2025: 70, 2026: 80}
    )
    terukur = [
        Realisasi("I", 2024, pembilang=66, penyebut=100),
        *(Realisasi("I", f"2025-TW{n}", pembilang=a, penyebut=b) for n, (a, b) in enumerate(parts, start=1)),
    ]
    assert cells(one(item, terukur).kinerja) == [
        "80",
        "66",
        "70",
        "50",
        "75",
        "50",
        "90",
        "75",
        "75",
        "93,75",
    ]


def test_percentages_that_would_be_added_are_not() -> None:
    baris = one(target("jumlah", "%"), quarters(20, 20, 20, 20, tahun=2025), rencana="2025-2026")
    assert cells(baris.kinerja)[7:] == ["n/a", "n/a", "n/a"]
    assert baris.alasan == (
        ("13 K", Alasan.PERSEN_DIJUMLAH),
        ("14 K", Alasan.PERSEN_DIJUMLAH),
        ("15 K", Alasan.PERSEN_DIJUMLAH),
    )


def test_a_triwulan_that_was_not_filled_is_not_zero() -> None:
    baris = one(target("jumlah"), [Realisasi("I", 2024, 9), *quarters(4, None, 4, 5)])
    assert cells(baris.kinerja) == ["60", "9", "20", "4", "", "4", "5", "n/a", "n/a", "n/a"]
    assert [why for _, why in baris.alasan] == [Alasan.PERIODE_BELUM_LENGKAP] * 3


def test_a_zero_counts() -> None:
    baris = one(target("jumlah"), [Realisasi("I", 2024, 9), *quarters(4, 0, 4, 5)])
    assert cells(baris.kinerja)[3:9] == ["4", "0", "4", "5", "13", "22"]


def test_a_year_before_that_was_not_measured_leaves_no_total() -> None:
    baris = one(target("jumlah"), quarters(4, 5, 4, 5))
    assert cells(baris.kinerja) == ["60", "", "20", "4", "5", "4", "5", "18", "n/a", "n/a"]


def test_the_last_value_needs_no_year_before() -> None:
    baris = one(target("nilai_akhir"), quarters(4, 9, 14, 18))
    assert cells(baris.kinerja)[7:] == ["18", "18", "60"]


def test_filled_up_to_the_second_triwulan() -> None:
    """The rest of the year is blank; a figure that comes later is not looked at."""
    baris = one(target("jumlah"), [Realisasi("I", 2024, 9), *quarters(4, 5, 4, 5)], "2025-TW2")
    assert cells(baris.kinerja) == ["60", "9", "20", "4", "5", "", "", "9", "18", "30"]


def test_the_first_year_of_a_renstra_has_nothing_before_it() -> None:
    baris = one(target("jumlah"), quarters(2, 2, 2, 2, tahun=2024), 2024)
    assert cells(baris.kinerja) == ["60", "", "10", "2", "2", "2", "2", "8", "8", "13,33"]


def test_a_year_that_was_reported_whole() -> None:
    baris = one(target("jumlah"), [Realisasi("I", 2024, 9), Realisasi("I", 2025, 19)])
    assert cells(baris.kinerja) == ["60", "9", "20", "", "", "", "", "19", "28", "46,67"]


def test_months_make_a_triwulan() -> None:
    terukur = [Realisasi("I", f"2025-{month:02}", 1) for month in range(1, 13)]
    assert cells(one(target("jumlah"), terukur, rencana="2025-2026").kinerja)[3:9] == ["3"] * 4 + ["12", "12"]


def test_nobody_says_how_the_years_make_a_whole() -> None:
    baris = one(target(None), [Realisasi("I", 2024, 9), Realisasi("I", 2025, 19)])
    assert cells(baris.kinerja) == ["n/a", "9", "20", "", "", "", "", "19", "n/a", "n/a"]
    assert baris.alasan == tuple((f"{kolom} K", Alasan.AGREGASI_TIDAK_DIKETAHUI) for kolom in (6, 14, 15))


def test_the_fewer_the_better_is_no_plain_quotient() -> None:
    """24 complaints where at most 30 were planned: (2 × 30 − 24) ÷ 30 is 120, and the row says so."""
    baris = one(target("nilai_akhir", polaritas="turun"), quarters(30, 28, 26, 24))
    assert cells(baris.kinerja)[9] == "120"
    assert baris.keterangan == "Kolom 15 K menurut polaritas turun, kebijakan LKJIP."


def test_figures_keep_the_decimals_that_they_are_made_of() -> None:
    item = Indikator(id="I", nama="Rasio gini", agregasi="rata_rata", target={2025: "0,4250"})
    baris = one(item, quarters("0,4253", "0,4250", "0,4251", "0,4253"), rencana="2025-2026")
    assert cells(baris.kinerja)[3:9] == ["0,4253", "0,425", "0,4251", "0,4253", "0,4252", "0,4252"]


def test_another_unit_stays_with_its_figure() -> None:
    item = Indikator(id="I", nama="Data", satuan="Data", agregasi="jumlah", target={2025: "12 lbg"})
    baris = one(item, quarters(1, 1, 1, 1), rencana="2025-2026")
    assert baris.indikator is not None
    assert baris.indikator.satuan == "lbg"
    assert cells(baris.kinerja)[2] == "12"


def test_an_indikator_without_a_target() -> None:
    bare = Indikator(id="I", nama="Jumlah", agregasi="nilai_akhir")
    assert cells(one(bare, []).kinerja) == [""] * 10
    baris = one(bare, quarters(1, 2, 3, 4))
    assert cells(baris.kinerja)[7:] == ["4", "4", "n/a"]
    assert baris.alasan == (("15 K", Alasan.TANPA_TARGET),)


def test_accumulating_a_whole_year_is_comparing_it_with_the_end_of_the_plan() -> None:
    pohon = PohonKinerja("Dinas Contoh", periode="2024-2026")
    for agregasi in (*Agregasi, None):
        for satuan in ("%", "Orang"):
            item = target(agregasi, satuan)
            tree = pohon.copy()
            tree.add(Outcome("O", indikator=[item]))
            for terukur in ([], quarters(4, 5, 4, 5), [Realisasi("I", 2024, 9), *quarters(4, 5, 4, 5)]):
                akhir = compare_tahun(tree, terukur, 2025)["I"].akhir
                assert accumulate(item, terukur, 2025, "2024-2026").capaian.nilai == akhir.nilai
                assert accumulate(item, terukur, 2025, "2024-2026").capaian.target == akhir.target


def test_accumulating_says_what_it_rests_on() -> None:
    hasil = accumulate(target("jumlah"), quarters(4, 5), 2025, 2025)
    assert hasil.berjumlah
    assert [str(item.periode) for item in hasil.bahan] == ["2025-TW1", "2025-TW2"]
    assert [str(item) for item in hasil.kosong] == ["2025-TW3", "2025-TW4"]
    assert not accumulate(target(None), [], 2025, 2025).berjumlah
    with pytest.raises(ModelError, match="a year of the plan"):
        accumulate(target("jumlah"), [], 2023, "2024-2026")
    with pytest.raises(ModelError, match="a year of the plan"):
        accumulate(target("jumlah"), [], "2024-2025", "2024-2026")


# --- money ------------------------------------------------------------------------


def spend(pagu: dict[int, int], belanja: list[tuple[str, int]], periode: int | str = 2025) -> BarisEvaluasi:
    pohon = PohonKinerja("Dinas Contoh", periode="2024-2026")
    pohon.add(SubKegiatan("S", nama="Layanan", pagu=pagu))
    spent = [RealisasiAnggaran("S", when, jumlah) for when, jumlah in belanja]
    (baris,) = EvaluasiRenja.from_pohon(pohon, [], spent, periode).baris
    return baris


PAGU = {2024: 100, 2025: 200, 2026: 300}
EMPAT = [("2025-TW1", 40), ("2025-TW2", 50), ("2025-TW3", 40), ("2025-TW4", 50)]


def test_money_by_hand() -> None:
    """90 and 180 of 600 are 45 %."""
    baris = spend(PAGU, [("2024", 90), *EMPAT])
    assert cells(baris.anggaran) == ["600", "90", "200", "40", "50", "40", "50", "180", "270", "45"]
    assert baris.indikator is None
    assert cells(baris.kinerja) == [""] * 10


@pytest.mark.parametrize(
    ("belanja", "periode", "harapan"),
    [
        ([("2024", 90), *EMPAT], "2025-TW2", ["600", "90", "200", "40", "50", "", "", "90", "180", "30"]),
        ([("2024", 90), ("2025", 170)], 2025, ["600", "90", "200", "", "", "", "", "170", "260", "43,33"]),
        ([("2024", 90), *EMPAT[:3]], 2025, ["600", "90", "200", "40", "50", "40", "", "n/a", "n/a", "n/a"]),
        (EMPAT, 2025, ["600", "", "200", "40", "50", "40", "50", "180", "n/a", "n/a"]),
        ([], 2025, ["600", "", "200", "", "", "", "", "", "", ""]),
        (
            [("2024", 90), ("2025-TW1", 40)],
            "2025-TW2",
            ["600", "90", "200", "40", "", "", "", "n/a", "n/a", "n/a"],
        ),
        ([("2024-TW1", 20), ("2025", 170)], 2025, ["600", "n/a", "200", "", "", "", "", "170", "n/a", "n/a"]),
        (
            [("2025-01", 5), ("2025-02", 5), ("2025-03", 5)],
            "2025-TW1",
            ["600", "", "200", "15", "", "", "", "15", "n/a", "n/a"],
        ),
        ([("2025-01", 5)], "2025-TW1", ["600", "", "200", "n/a", "", "", "", "n/a", "n/a", "n/a"]),
    ],
)
def test_money_with_gaps(belanja: list[tuple[str, int]], periode: int | str, harapan: list[str]) -> None:
    """Spending that was not recorded is not zero, in no triwulan and in no year."""
    assert cells(spend(PAGU, belanja, periode).anggaran) == harapan


def test_money_of_the_whole_renstra_may_be_printed_as_one() -> None:
    pohon = PohonKinerja("Dinas Contoh", periode="2024-2026")
    pohon.add(SubKegiatan("S", nama="Layanan", pagu=[Pagu("2024-2026", 900), Pagu(2025, 200)]))
    (baris,) = EvaluasiRenja.from_pohon(
        pohon, [], [RealisasiAnggaran("S", 2024, 90), RealisasiAnggaran("S", 2025, 90)], 2025
    ).baris
    assert cells(baris.anggaran)[0] == "900"
    assert cells(baris.anggaran)[9] == "20"


def test_pagu_that_is_not_printed_or_is_nothing() -> None:
    missing = spend({2025: 200}, [("2024", 90), ("2025", 180)])
    assert cells(missing.anggaran)[0] == "n/a"
    assert missing.alasan == (("6 Rp", Alasan.TANPA_PAGU), ("15 Rp", Alasan.TANPA_PAGU))
    nothing = spend(dict.fromkeys(PAGU, 0), [("2024", 0), ("2025", 0)])
    assert cells(nothing.anggaran)[7:] == ["0", "0", "n/a"]
    assert nothing.alasan == (("15 Rp", Alasan.PAGU_NOL),)
    assert cells(spend(dict.fromkeys(PAGU, 0), []).anggaran)[7:] == ["", "", ""]


def test_an_amount_that_could_not_be_read_is_no_amount() -> None:
    pohon = PohonKinerja("Dinas Contoh", periode="2025")
    pohon.add(SubKegiatan("S", nama="Layanan", pagu={2025: 0}))
    belanja = [RealisasiAnggaran("S", 2025, None, "13.2918.000")]
    (baris,) = EvaluasiRenja.from_pohon(pohon, [], belanja, 2025).baris
    assert dict(baris.alasan)["13 Rp"] is Alasan.SERAPAN_TAK_TERBACA


def test_money_of_a_program_is_that_of_its_parts() -> None:
    """One part that recorded nothing leaves the sum open; one that recorded a part of the year does, too."""
    pohon = PohonKinerja("Dinas Contoh", periode="2025")
    pohon.add(Program("P", nama="Program", pagu={2025: 300}))
    pohon.add(Kegiatan("A", nama="Kegiatan A", pagu={2025: 100}), under="P")
    pohon.add(Kegiatan("B", nama="Kegiatan B", pagu={2025: 200}), under="P")

    def year(*belanja: RealisasiAnggaran) -> str:
        return cells(EvaluasiRenja.from_pohon(pohon, [], belanja, 2025).baris[0].anggaran)[7]

    whole = RealisasiAnggaran("A", 2025, 90)
    assert year(whole) == "n/a"
    assert year(whole, RealisasiAnggaran("B", "2025-TW1", 50)) == "n/a"
    assert year(whole, RealisasiAnggaran("B", 2025, 150)) == "240"
    assert year(RealisasiAnggaran("P", 2025, 250)) == "250"
    pohon.add(Kegiatan("C", nama="Kegiatan tanpa pagu"), under="P")
    assert year(whole, RealisasiAnggaran("B", 2025, 150)) == "240"


# --- the form ---------------------------------------------------------------------


def tree() -> PohonKinerja:
    pohon = PohonKinerja("Dinas Contoh", periode="2024-2026")
    pohon.add_jabatan(Jabatan(id="kadis", nama="Kepala Dinas"))
    pohon.add(Outcome("O", uraian="Sejahtera"))
    naik = target("nilai_akhir", "%")
    pohon.add(CSF("C", uraian="Tertangani", indikator=[naik]), under="O")
    rows = [
        Indikator(
            id="A", nama="Jumlah penerima", satuan="Orang", agregasi="jumlah", target=dict.fromkeys(PAGU, 20)
        ),
        Indikator(
            id="B",
            nama="Lama layanan",
            satuan="Hari",
            agregasi="rata_rata",
            polaritas="turun",
            penanggung_jawab="UPT",
        ),
    ]
    pohon.add(Program("P", nama="Program Rehabilitasi", kode="1.06.04", pagu=PAGU, indikator=rows), under="C")
    pohon.add(Kegiatan("K", nama="Kegiatan", pagu=PAGU), under="P")
    pohon.assign("P", "kadis")
    return pohon


def test_the_rows_follow_the_tree() -> None:
    """An outcome without indikator whose money is that of what is below it, a node with two indikator."""
    terukur = [*quarters(10, 12, 14, 15), Realisasi("A", 2024, 20), Realisasi("A", 2025, 25)]
    form = EvaluasiRenja.from_pohon(
        tree(), terukur, [RealisasiAnggaran("K", 2024, 90), RealisasiAnggaran("K", 2025, 180)], 2025
    )
    assert [(row.id, row.sasaran, row.nama, row.penanggung_jawab) for row in form.baris] == [
        ("O", "Sejahtera", "", ""),
        ("C", "Tertangani", "", ""),
        ("P", "Tertangani", "Program Rehabilitasi", "Kepala Dinas"),
        ("P", "Tertangani", "Program Rehabilitasi", "UPT"),
        ("K", "Tertangani", "Kegiatan", ""),
    ]
    assert [cells(row.anggaran)[9] for row in form.baris] == ["45", "45", "45", "", "45"]
    assert [cells(row.kinerja)[9] for row in form.baris] == ["", "50", "75", "", ""]
    assert form.rata_rata == RataRata(
        kinerja="62,5",
        anggaran="45",
        predikat_kinerja="Rendah",
        predikat_anggaran="Sangat Rendah",
        keterangan="Rata-rata K dari 2 dari 3 indikator; rata-rata Rp dari 4 dari 4 baris anggaran.",
    )
    assert form.kepala.instansi == "Dinas Contoh"
    assert form.check() == ()
    assert form.check(tree()) == ()


def test_what_the_form_is_computed_for() -> None:
    with pytest.raises(ModelError, match="a year or a triwulan"):
        EvaluasiRenja.from_pohon(tree(), [], [], "2025-S1")
    with pytest.raises(ModelError, match="the span of the Renstra"):
        EvaluasiRenja.from_pohon(tree(), [], [], 2030)
    with pytest.raises(ModelError, match="the span of the Renstra"):
        EvaluasiRenja.from_pohon(PohonKinerja("Dinas"), [], [], 2025)
    empty = EvaluasiRenja.from_pohon(PohonKinerja("Dinas"), [], [], 2025, rencana="2025-2029")
    assert str(empty.rata_rata.kinerja) == "n/a"
    with pytest.raises(ModelError, match="four values"):
        AngkaEvaluasi(triwulan=[1, 2])
    with pytest.raises(ModelError, match="an Alasan"):
        BarisEvaluasi(id="P", alasan=[("13 K", "entah")])


def test_the_tree_of_the_foundation_s_example(tmp_path: Path) -> None:
    """76 indikator and no target but of one year: figures where they follow, n/a where they don't."""
    pohon = read_struktur(CONTOH / "struktur.csv").dokumen
    terukur = read_realisasi(CONTOH / "realisasi-ilustrasi-2025.csv").dokumen
    form = EvaluasiRenja.from_pohon(pohon, terukur, [], 2025, rencana="2021-2025")
    assert len([row for row in form.baris if row.indikator]) == 76
    by_id = {row.indikator.id: row for row in form.baris if row.indikator}
    assert cells(by_id["IK-P1"].kinerja) == ["93,59", "", "93,59", "", "", "", "", "94,2", "94,2", "100,65"]
    assert form.check(pohon) == ()
    for name in ("form.csv", "form.xlsx"):
        write_dokumen(form, tmp_path / name)
        hasil = read_dokumen(tmp_path / name)
        assert hasil.dokumen == form
        assert hasil.cakupan is not None
        assert hasil.cakupan.utuh


# --- what is printed otherwise ----------------------------------------------------


def printed(agregasi: Agregasi | str | None, satuan: str = "Orang", **sel: object) -> list[str]:
    item = Indikator(id="I", nama="Indikator", satuan=satuan, agregasi=agregasi)
    form = EvaluasiRenja(baris=[BarisEvaluasi(id="P", indikator=item, kinerja=AngkaEvaluasi(**sel))])  # type: ignore[arg-type]
    return [temuan.kode for temuan in form.check()]


@pytest.mark.parametrize(
    ("agregasi", "satuan", "sel", "kode"),
    [
        ("jumlah", "Orang", {"triwulan": [4, 5, 4, 5], "realisasi_tahun": 18}, []),
        ("jumlah", "Orang", {"triwulan": [4, 5, 4, 5], "realisasi_tahun": 5}, ["SKP167"]),
        ("nilai_akhir", "Indeks", {"triwulan": [80, 82, 84, 90], "realisasi_tahun": 90}, []),
        ("nilai_akhir", "Indeks", {"triwulan": [80, 82, 84, 90], "realisasi_tahun": 336}, ["SKP168"]),
        ("nilai_akhir", "Indeks", {"triwulan": [0, 0, 0, 90], "realisasi_tahun": 90}, []),
        ("rata_rata", "Indeks", {"triwulan": [80, 82, 84, 90], "realisasi_tahun": 90}, ["SKP167"]),
        ("gabungan", "%", {"triwulan": [80, 82, 84, 90], "realisasi_tahun": 85}, []),
        (None, "%", {"triwulan": [25, 25, 25, 25], "realisasi_tahun": 100}, ["SKP168"]),
        (None, "Orang", {"triwulan": [4, 5, "", ""], "realisasi_tahun": 9}, ["SKP169"]),
        (None, "Orang", {"triwulan": [4, "", "", ""], "realisasi_tahun": 4}, []),
        ("jumlah", "Orang", {"realisasi_lalu": 9, "realisasi_tahun": 18, "realisasi_total": 27}, []),
        ("jumlah", "Orang", {"realisasi_lalu": 9, "realisasi_tahun": 18, "realisasi_total": 18}, ["SKP167"]),
        ("jumlah", "Orang", {"realisasi_total": 18}, []),
        (
            "nilai_akhir",
            "%",
            {"realisasi_lalu": 80, "realisasi_tahun": 90, "realisasi_total": 170},
            ["SKP168"],
        ),
        (
            "nilai_akhir",
            "%",
            {"realisasi_lalu": 80, "realisasi_tahun": 90, "realisasi_total": 85},
            ["SKP167"],
        ),
        ("nilai_akhir", "%", {"target_renstra": 80, "realisasi_total": 60, "tingkat": 75}, []),
        ("nilai_akhir", "%", {"target_renstra": 80, "realisasi_total": 60, "tingkat": 70}, ["SKP167"]),
        ("nilai_akhir", "%", {"target_renstra": 80, "realisasi_total": 60, "tingkat": "n/a"}, []),
        ("nilai_akhir", "%", {"triwulan": [80, 82, 84, 90], "realisasi_tahun": "n/a"}, []),
        ("rata_rata", "Orang", {"triwulan": ["4 Orang", "5 Keping", "", ""], "realisasi_tahun": 4}, []),
    ],
)
def test_columns_that_are_printed_otherwise(
    agregasi: str | None, satuan: str, sel: dict[str, object], kode: list[str]
) -> None:
    assert printed(agregasi, satuan, **sel) == kode


def test_a_finding_says_both_figures() -> None:
    item = Indikator(id="I", nama="Jumlah layanan", satuan="Layanan")
    sel = AngkaEvaluasi(
        triwulan=[4, 5, 4, 5], realisasi_tahun=5, target_renstra=100, realisasi_total=5, tingkat=50
    )
    form = EvaluasiRenja(baris=[BarisEvaluasi(id="P", indikator=item, kinerja=sel)])
    pohon = PohonKinerja("Dinas")
    pohon.add(Outcome("O", indikator=[Indikator(id="lain", nama="jumlah layanan", agregasi="jumlah")]))
    first, second = form.check(pohon)
    assert first.pesan == "Kolom 13 K tercetak 5, sedangkan menurut hitungan 18: jumlah seluruh periode."
    assert second.pesan == (
        "Kolom 15 K tercetak 50, sedangkan menurut hitungan 5: 5 ÷ 100 × 100 (kolom 14 terhadap kolom 6)."
    )


def test_money_that_is_printed_otherwise() -> None:
    sel = AngkaEvaluasi(
        target_renstra=600,
        realisasi_lalu=90,
        triwulan=[40, 50, "", ""],
        realisasi_tahun=100,
        realisasi_total=200,
        tingkat="33,33",
    )
    form = EvaluasiRenja(baris=[BarisEvaluasi(id="P", nama="Program", anggaran=sel)])
    assert [(item.kode, dict(item.parameter)["terhitung"]) for item in form.check()] == [
        ("SKP167", "90"),
        ("SKP167", "190"),
    ]


# --- files ------------------------------------------------------------------------


def read(path: Path, text: str) -> HasilBaca[EvaluasiRenja]:
    file = path / "evaluasi.csv"
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip("\n").splitlines()]
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in lines]
    file.write_text("\n".join(quoted) + "\n", encoding="utf-8")
    hasil = read_dokumen(file)
    assert isinstance(hasil.dokumen, EvaluasiRenja)
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh
    return hasil


def codes(hasil: HasilBaca[EvaluasiRenja]) -> list[str]:
    return [item.kode for item in hasil.temuan]


LAIN = """
EVALUASI TERHADAP HASIL RENJA PERANGKAT DAERAH KABUPATEN CONTOH
PERIODE PELAKSANAAN TAHUN 2025
No | Sasaran | Program/Kegiatan | Indikator Kinerja Program (Outcome)/Kegiatan (Output) | Target Renstra Perangkat Daerah pada Tahun 2026 (Akhir Periode Renstra) | | Realisasi Capaian Kinerja Renstra sampai dengan Renja Perangkat Daerah Tahun Lalu (n-1) | | Target Kinerja dan Anggaran Renja Tahun Berjalan yang Dievaluasi | | Realisasi Kinerja Pada Triwulan | | | | | | | | Realisasi Capaian Kinerja dan Anggaran Renja yang Dievaluasi | | Realisasi Kinerja dan Anggaran Renstra s/d Tahun 2025 | | Tingkat Capaian Kinerja dan Realisasi Anggaran Renstra s/d Tahun 2025 (%) | | Perangkat Daerah Penanggung Jawab | Ket
 | | | | | | | | | | I | | II | | III | | IV | | | | | | | | |
 | | | | K | Rp. | K | Rp. | K | Rp. | K | Rp. | K | Rp. | K | Rp. | K | Rp. | K | Rp. | K | Rp. | K | Rp. | |
(1) | (2) | (3) | (4) | (6) | (6) | (7) | (7) | (8) | (8) | (9) | (9) | (10) | (10) | (11) | (11) | (12) | (12) | 13=(9+10+11+12) | 13=(9+10+11+12) | 14=(7+13) | 14=(7+13) | 15=(14/6x100) | 15=(14/6x100) | (16) | (17)
1 | Tertanganinya PPKS | Program Rehabilitasi Sosial | Persentase PPKS yang tertangani (%) | 100 | 1.500.000.000 | 80 | 500.000.000 | 90 | 300.000.000 | 20 | 50.000.000 | 40 | 60.000.000 | 60 | 70.000.000 | 85 | 80.000.000 | 205 | 260.000.000 | 285 | 760.000.000 | 285 | 50,67 | Dinas Sosial | salah jumlah
 | | Penyediaan Permakanan | Jumlah orang yang menerima | 1.200 | 15O.000 | 400 | | 300 | | 80 | | 90 | | 70 | | - | | 240 | | 640 | | 53,33 | | |
 | | | dalam masa tanggap darurat | | | | | | | | | | | | | | | | | | | | | |
Rata-rata capaian kinerja (%) | | | | | | | | | | | | | | | | | | | | | | 169,17 | 50,67 | |
Predikat kinerja | | | | | | | | | | | | | | | | | | | | | | Sangat Tinggi | Rendah | |
"""


def test_the_form_as_others_print_it(tmp_path: Path) -> None:
    """Headers of three rows in other words, numbers with formulas, no column of units, two rows of means."""
    hasil = read(tmp_path, LAIN)
    form = hasil.dokumen
    first, second = form.baris
    assert (first.sasaran, first.nama, first.penanggung_jawab, first.keterangan) == (
        "Tertanganinya PPKS",
        "Program Rehabilitasi Sosial",
        "Dinas Sosial",
        "salah jumlah",
    )
    assert cells(first.kinerja) == ["100", "80", "90", "20", "40", "60", "85", "205", "285", "285"]
    assert cells(first.anggaran)[:4] == ["1500000000", "500000000", "300000000", "50000000"]
    assert second.sasaran == first.sasaran
    assert second.indikator is not None
    assert second.indikator.nama == "Jumlah orang yang menerima dalam masa tanggap darurat"
    assert cells(second.kinerja)[0] == "1200"
    assert isinstance(second.anggaran.target_renstra, TakTerbaca)
    assert form.rata_rata == RataRata(
        kinerja="169,17", anggaran="50,67", predikat_kinerja="Sangat Tinggi", predikat_anggaran="Rendah"
    )
    assert codes(hasil) == ["SKP106", "SKP160", "SKP112"]
    pohon = PohonKinerja("Dinas")
    rows = [
        Indikator(id="x", nama="Persentase PPKS yang tertangani (%)", agregasi="nilai_akhir"),
        Indikator(id="y", nama="Jumlah orang yang menerima dalam masa tanggap darurat", agregasi="jumlah"),
    ]
    pohon.add(Outcome("O", indikator=rows))
    assert [(item.kode, dict(item.parameter)["kolom"]) for item in form.check(pohon)] == [
        ("SKP168", "13 K"),
        ("SKP168", "14 K"),
    ]


PENDEK = """
EVALUASI RENJA TAHUN 2025
Tingkat Capaian | Target Renstra | Indikator | Realisasi TW I | Realisasi TW II | Warna | Polaritas | Agregasi | ID
80 | 100 | Indeks mutu | 40 | 80 | hijau | naik | akhir | P1
75 | 4 | Jumlah layanan | 1 | 2 | kuning | entah | entah | P1
"""


def test_columns_elsewhere_and_without_money(tmp_path: Path) -> None:
    """Columns moved, one column for each figure, a word that is not known, a further column."""
    hasil = read(tmp_path, PENDEK)
    first, second = hasil.dokumen.baris
    assert first.id == second.id == "P1"
    assert first.indikator == Indikator(
        id="P1.1", nama="Indeks mutu", polaritas=Polaritas.NAIK, agregasi=Agregasi.NILAI_AKHIR
    )
    assert second.indikator is not None
    assert second.indikator.id == "P1.2"
    assert cells(first.kinerja) == ["100", "", "", "40", "80", "", "", "", "", "80"]
    assert first.lain == (("Warna", "hijau"),)
    assert second.lain == (("polaritas", "entah"), ("agregasi", "entah"), ("Warna", "kuning"))
    assert codes(hasil) == ["SKP107", "SKP105", "SKP105"]


def test_ids_that_were_copied_and_texts_that_go_on(tmp_path: Path) -> None:
    text = """
EVALUASI RENJA TAHUN 2025
No | Sasaran | Program | Indikator | Target Renstra | Tingkat Capaian | ID
 | lanjutan dari halaman lain | | | | |
1 | Tertangani | Program A | | 1 | 2 | P1
 | dan terlayani | rehabilitasi | persentase PPKS | | |
2 | Terlayani | Program B | Jumlah | 3 | 4 | P2
3 | Terlayani | Program C | Jumlah | 5 | 6 | P1
 | | Program D | | | |
 | | | persentase | | |
"""
    hasil = read(tmp_path, text)
    rows = hasil.dokumen.baris
    assert [(row.id, row.sasaran, row.nama) for row in rows] == [
        ("B1", "lanjutan dari halaman lain", ""),
        ("P1", "Tertangani dan terlayani", "Program A rehabilitasi"),
        ("P2", "Terlayani", "Program B"),
        ("B4", "Terlayani", "Program C"),
        ("B5", "Terlayani", "Program D"),
    ]
    assert [None if row.indikator is None else row.indikator.nama for row in rows] == [
        None,
        "persentase PPKS",
        "Jumlah",
        "Jumlah",
        "persentase",
    ]
    assert codes(hasil).count("SKP112") == 4
    assert "SKP105" in codes(hasil)


def test_sums_are_live_where_they_are_sums() -> None:
    form = EvaluasiRenja.from_pohon(
        tree(),
        [
            *quarters(10, 12, 14, 15),
            Realisasi("A", 2024, 20),
            *(Realisasi("A", f"2025-TW{n}", 5) for n in (1, 2, 3, 4)),
        ],
        [
            RealisasiAnggaran("K", 2024, 90),
            *(RealisasiAnggaran("K", f"2025-TW{n}", 45) for n in (1, 2, 3, 4)),
        ],
        2025,
    )
    (tabel,) = [item for item in to_naskah(form).blok if isinstance(item, TabelNaskah)]
    percent, people = tabel.baris[1], tabel.baris[2]
    at = {name: place for place, name in enumerate(tabel.nama)}
    assert people.sel[at["realisasi_tahun_k"]] == Rumus("={tw1_k}+{tw2_k}+{tw3_k}+{tw4_k}", Decimal(20))
    assert people.sel[at["realisasi_total_k"]] == Rumus(
        "={realisasi_lalu_k}+{realisasi_tahun_k}", Decimal(40)
    )
    assert percent.sel[at["realisasi_tahun_k"]] == Angka(15, "", "15")
    assert percent.sel[at["tingkat_k"]] == Rumus(
        "=ROUND({realisasi_total_k}/{target_renstra_k}*100,2)", Decimal(50)
    )
    assert people.sel[at["realisasi_tahun_rp"]] == Rumus("={tw1_rp}+{tw2_rp}+{tw3_rp}+{tw4_rp}", Decimal(180))
    assert people.sel[at["tingkat_rp"]] == Rumus(
        "=ROUND({realisasi_total_rp}/{target_renstra_rp}*100,2)", Decimal(45)
    )


def test_a_wrong_sum_stays_as_it_is_printed() -> None:
    sel = AngkaEvaluasi(triwulan=[4, 5, 4, 5], realisasi_tahun="5", tingkat="7")
    (tabel,) = to_naskah(EvaluasiRenja(baris=[BarisEvaluasi(id="P", nama="Program", kinerja=sel)])).blok
    assert isinstance(tabel, TabelNaskah)
    assert not [item for item in tabel.baris[0].sel if isinstance(item, Rumus)]


def test_spaces_in_an_amount_are_said(tmp_path: Path) -> None:
    hasil = read(tmp_path, LAIN.replace("1.500.000.000", "1.500. 000.000"))
    assert cells(hasil.dokumen.baris[0].anggaran)[0] == "1500000000"
    assert codes(hasil).count("SKP106") == 2


def same_again(form: EvaluasiRenja, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        write_dokumen(form, path)
        hasil = read_dokumen(path, bentuk="evaluasi_renja")
    assert hasil.dokumen == form
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh


@given(laporan.evaluasi())
@settings(SEDIKIT, max_examples=25)
def test_written_and_read_again_it_is_the_same(form: EvaluasiRenja) -> None:
    same_again(form, "form.csv")


@given(laporan.evaluasi())
@settings(SEDIKIT, max_examples=12)
def test_written_as_a_workbook_and_read_again_it_is_the_same(form: EvaluasiRenja) -> None:
    same_again(form, "form.xlsx")


def test_the_policy_of_column_15_is_the_caller_s() -> None:
    """Ninety of a hundred complaints: as a quotient the other way round that is 111,11 %."""
    rule = LKJIP
    baris = one(target("nilai_akhir", polaritas="turun"), quarters(30, 30, 30, 30))
    form = EvaluasiRenja(baris=[baris])
    assert cells(baris.kinerja)[9] == "100"
    assert form.check(kebijakan=rule) == ()
