"""Periods of a year: put together, compared with the right target, in the right version of the plan."""

from __future__ import annotations

import ast
import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sakip
import strategies as umum
from sakip.alasan import Alasan, Kekosongan
from sakip.angka import Kosong, Sebab, TakTerbaca
from sakip.capaian import (
    BarisCapaian,
    Cakupan,
    LaporanCapaian,
    Pembanding,
    check_target_periode,
    compute_capaian,
)
from sakip.errors import ModelError, PeriodeError, SakipError, TipeError
from sakip.kebijakan import KEMENKEU, LKJIP
from sakip.model import Indikator, Outcome, Realisasi, Target
from sakip.periode import JenisPeriode, Periode
from sakip.pohon import PohonKinerja
from sakip.rumus import Agregasi, Jumlah, Nilai, Persen
from strategies_pohon import pohon as pohon_apa_pun

SEDIKIT = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])

Rencana = Mapping[str, str | int] | Sequence[Target]


def satu(target: Rencana = (), **more: object) -> PohonKinerja:
    """A tree with one indikator."""
    pohon = PohonKinerja("Kantor Contoh")
    pohon.add(Outcome("O", indikator=Indikator(id="IK", nama="Indikator", target=target, **more)))  # type: ignore[arg-type]
    return pohon


def tw(*cells: str | int | None, setahun: str | int | None = None) -> dict[str, str | int]:
    """A plan of four quarters as printed; None prints nothing."""
    plan = {f"2025-TW{nomor}": cell for nomor, cell in enumerate(cells, start=1) if cell is not None}
    return plan if setahun is None else {**plan, "2025": setahun}


def ukur(*cells: str | int | None, jenis: str = "TW") -> list[Realisasi]:
    """Measurements of the periods of a year; None measures nothing."""
    names = [f"{nomor:02}" if jenis == "" else f"{jenis}{nomor}" for nomor in range(1, len(cells) + 1)]
    return [
        Realisasi("IK", f"2025-{name}", cell)
        for name, cell in zip(names, cells, strict=True)
        if cell is not None
    ]


def hitung(
    pohon: PohonKinerja, rows: Sequence[Realisasi], periode: str | int = 2025, **more: object
) -> BarisCapaian:
    return compute_capaian(pohon, rows, periode, **more)["IK"]  # type: ignore[arg-type]


def pasangan(row: BarisCapaian) -> tuple[str, str]:
    """Target and realisasi as a report shows them."""
    record = row.to_record()
    return str(record["target"]), str(record["realisasi"])


# --- one figure from several periods ----------------------------------------------

KEMENKEU_KONSOLIDASI = [
    ("Sum", "jumlah", ("4", "5", "4", "5"), "2025-TW2", "9"),
    ("Sum", "jumlah", ("4", "5", "4", "5"), "2025-TW4", "18"),
    ("Average", "rata_rata", ("80 %", "90 %", "100 %", "90 %"), "2025-TW2", "85 %"),
    ("Average", "rata_rata", ("80 %", "90 %", "100 %", "90 %"), "2025-TW3", "90 %"),
    ("Average", "rata_rata", ("80 %", "90 %", "100 %", "90 %"), "2025-TW4", "90 %"),
    ("Take Last Known", "nilai_akhir", ("25", "60", "75", "100"), "2025-TW1", "25"),
    ("Take Last Known", "nilai_akhir", ("25", "60", "75", "100"), "2025-TW3", "75"),
    ("Take Last Known", "nilai_akhir", ("25", "60", "75", "100"), "2025-TW4", "100"),
]
"""Ministry of Finance, consolidation of periods: of the target as of the realisasi."""


@pytest.mark.parametrize(("cara", "agregasi", "cells", "sampai", "himpunan"), KEMENKEU_KONSOLIDASI)
def test_target_and_realisasi_are_put_together_alike(
    cara: str, agregasi: str, cells: Sequence[str], sampai: str, himpunan: str
) -> None:
    """On plan in every quarter is on plan up to any quarter, and in the year."""
    row = hitung(satu(tw(*cells), agregasi=agregasi), ukur(*cells), sampai, cakupan="kumulatif")
    assert pasangan(row) == (himpunan, himpunan), cara
    assert row.nilai == 100
    if sampai == "2025-TW4":
        year = hitung(satu(tw(*cells), agregasi=agregasi), ukur(*cells))
        assert pasangan(year) == (himpunan, himpunan)
        assert year.to_record()["agregasi"] == agregasi


@pytest.mark.parametrize("agregasi", ["jumlah", "rata_rata", "maksimum", "minimum"])
def test_a_planned_quarter_that_is_not_filled_leaves_no_figure(agregasi: str) -> None:
    """Ministry of Finance: no index while a quarter with a target lacks its realisasi."""
    row = hitung(satu(tw(4, 5, 4, 5), agregasi=agregasi), ukur(4, None, 4), "2025-TW3", cakupan="kumulatif")
    assert (row.nilai, row.alasan) == (None, Alasan.PERIODE_BELUM_LENGKAP)
    assert [str(item) for item in row.rincian.kosong] == ["2025-TW2"]
    assert "Belum diisi: Triwulan II Tahun 2025 (2 dari 3)." in row.explain()
    assert pasangan(row)[1] == "—"


@pytest.mark.parametrize("kosong", [None, "-", ""])
def test_quarters_without_a_target_are_not_waited_for(kosong: str | None) -> None:
    """Nothing printed, an empty cell or a dash: no realisasi is missed, and one period adds nothing."""
    row = hitung(satu(tw(4, kosong, 6, kosong), agregasi="jumlah"), ukur(4, None, 3))
    assert pasangan(row) == ("10", "7")
    assert (row.nilai, row.rincian.kosong) == (Decimal(70), ())


def test_the_last_known_value_stands_until_a_later_period_was_due() -> None:
    """A gap before the last value changes nothing; one behind it leaves the figure open."""
    plan = satu(tw(25, 60, 75, 100), agregasi="nilai_akhir")
    assert pasangan(hitung(plan, ukur(None, 60), "2025-TW2", cakupan="kumulatif")) == ("60", "60")
    later = hitung(plan, ukur(None, 60), "2025-TW3", cakupan="kumulatif")
    assert later.alasan is Alasan.PERIODE_BELUM_LENGKAP
    assert [str(item) for item in later.rincian.kosong] == ["2025-TW1", "2025-TW3"]
    known = hitung(plan, ukur(None, 60), "2025-TW3", cakupan="kumulatif", kosong="lewati")
    assert pasangan(known) == ("75", "60")


@pytest.mark.parametrize(
    ("sumber", "target", "realisasi", "agregasi", "asal"),
    [
        (
            "45 + 45 + 45 + 42 = 177 setahun",
            tw(45, 45, 45, 42, setahun=177),
            ("177", "177"),
            "jumlah",
            "target periode berjumlah target tahun",
        ),
        (
            "15 org tiap triwulan, 60 org setahun",
            tw("15 org", "15 org", "15 org", "15 org", setahun="60 org"),
            ("60 org", "60 org"),
            "jumlah",
            "target periode berjumlah target tahun",
        ),
        (
            "5 di setiap triwulan dan 5 setahun",
            tw(5, 5, 5, 5, setahun=5),
            ("5", "5"),
            "nilai_akhir",
            "target periode terakhir sama dengan target tahun",
        ),
    ],
)
def test_how_to_aggregate_is_read_from_the_plan(
    sumber: str, target: dict[str, str | int], realisasi: tuple[str, str], agregasi: str, asal: str
) -> None:
    """Perjanjian Kinerja 2024 of a Kemenag office: nothing is stated, its own figures say it."""
    cells = [value for key, value in target.items() if "TW" in key]
    row = hitung(satu(target), ukur(*cells))
    assert pasangan(row) == realisasi, sumber
    assert row.to_record()["agregasi"] == agregasi
    assert asal in row.explain()


@pytest.mark.parametrize(
    ("sumber", "setahun", "tiap"),
    [("77 tiap TW, tercetak 708", 708, 77), ("294 tiap TW (1.176), tercetak 1.174", 1174, 294)],
)
def test_a_plan_that_does_not_add_up_says_nothing(sumber: str, setahun: int, tiap: int) -> None:
    """The same office: neither the sum nor the last quarter is the year, so nothing is guessed."""
    plan = tw(tiap, tiap, tiap, tiap, setahun=setahun)
    row = hitung(satu(plan), ukur(tiap, tiap, tiap, tiap))
    assert (row.nilai, row.alasan) == (None, Alasan.AGREGASI_TIDAK_DIKETAHUI), sumber
    stated = hitung(satu(plan, agregasi="jumlah"), ukur(tiap, tiap, tiap, tiap))
    record = stated.to_record()
    assert (record["nilai_target"], record["nilai_realisasi"]) == (setahun, tiap * 4)
    assert "(ditetapkan pada indikator)" in stated.explain()


@pytest.mark.parametrize("agregasi", ["jumlah", "nilai_akhir"])
@pytest.mark.parametrize("kosong", [None, "", "-"])
def test_a_plan_for_the_last_quarter_alone(agregasi: str, kosong: str | None) -> None:
    """The same office: only the fourth quarter is printed, and it alone is waited for."""
    plan = satu(tw(kosong, kosong, kosong, 12, setahun=12), agregasi=agregasi)
    assert pasangan(hitung(plan, ukur(None, None, None, 6))) == ("12", "6")
    assert hitung(plan, []).alasan is Alasan.BELUM_ADA_REALISASI
    early = hitung(plan, [], "2025-TW1")
    assert early.alasan is (Alasan.TIDAK_DIRENCANAKAN if kosong == "-" else Alasan.TANPA_TARGET)


def test_a_plan_of_one_number_alone_says_nothing_of_the_others() -> None:
    """Two quarters were measured of which one was planned: how they go together is open."""
    row = hitung(satu(tw(10, setahun=40)), ukur(10, 10))
    assert row.alasan is Alasan.AGREGASI_TIDAK_DIKETAHUI
    assert hitung(satu(tw(10, 10)), ukur(10, 10)).alasan is Alasan.AGREGASI_TIDAK_DIKETAHUI
    assert hitung(satu(tw(40, 0, setahun=40)), ukur(40, 0)).nilai == 100


RENCANA_AKSI = [
    (("25 %", "25 %", "25 %", "25 %"), ("25", "50", "75", "100")),
    (("26 %", "26 %", "25 %", "23 %"), ("26", "52", "77", "100")),
    (("79 %", "9 %", "8 %", "4 %"), ("79", "88", "96", "100")),
    (("-", "100 %", "-", "-"), (None, "100", "100", "100")),
]
"""Rencana aksi as published: the percentages of the quarters are shares of one whole."""


@pytest.mark.parametrize("setahun", [None, "100 %"])
@pytest.mark.parametrize(("cells", "sampai"), RENCANA_AKSI)
def test_a_distribution_adds_up_to_a_hundred(
    cells: Sequence[str], sampai: Sequence[str | None], setahun: str | None
) -> None:
    """Up to each quarter the shares so far are due, and a hundred in the year."""
    plan = satu(tw(*cells, setahun=setahun), satuan="%")
    rows = ukur(*(None if cell == "-" else cell for cell in cells))
    for nomor, due in enumerate(sampai, start=1):
        row = hitung(plan, rows, f"2025-TW{nomor}", cakupan="kumulatif")
        record = row.to_record()
        if due is None:
            assert row.alasan is Alasan.TIDAK_DIRENCANAKAN
        else:
            assert (record["nilai_target"], record["nilai_realisasi"]) == (Decimal(due), Decimal(due))
            assert row.nilai == 100
    assert hitung(plan, rows).nilai == 100


def test_percentages_that_are_no_shares_are_never_added() -> None:
    """Eighty percent in each quarter is eighty percent in the year, whatever was asked for."""
    plan = tw("80 %", "80 %", "80 %", "80 %")
    rows = ukur("80 %", "80 %", "80 %", "80 %")
    assert pasangan(hitung(satu(plan), rows)) == ("80 %", "80 %")
    stated = hitung(satu(plan, agregasi="jumlah"), rows)
    assert (stated.nilai, stated.alasan) == (None, Alasan.PERSEN_DIJUMLAH)
    printed = hitung(satu({**plan, "2025": "80 %"}, agregasi="jumlah"), rows)
    assert (printed.nilai, printed.alasan) == (None, Alasan.PERSEN_DIJUMLAH)


def test_shares_of_a_year_are_pooled() -> None:
    """1/2 and 9/10 are 10/12 in the year, not the mean of 50 % and 90 %."""
    rows = [
        Realisasi("IK", "2025-TW1", pembilang=1, penyebut=2),
        Realisasi("IK", "2025-TW2", pembilang=9, penyebut=10),
    ]
    for plan in (
        satu({"2025": "100 %"}),
        satu(tw("80 %", "100 %"), rumus=Persen()),
        satu({"2025": "100 %"}, satuan="%", agregasi="gabungan"),
    ):
        row = hitung(plan, rows, kosong="lewati")
        record = row.to_record()
        assert record["realisasi"] == "83,33 %"
        assert record["nilai_target"] == 100
        assert "1 ÷ 2" in row.explain()
        assert "9 ÷ 10" in row.explain()


def test_a_distribution_measured_by_its_parts() -> None:
    """Where the indikator states its formula, the parts are pooled even if the plan looks like shares."""
    plan = tw("25 %", "25 %", "25 %", "25 %")
    rows = [Realisasi("IK", f"2025-TW{n}", pembilang=n, penyebut=10) for n in range(1, 5)]
    assert hitung(satu(plan, rumus=Persen()), rows).to_record()["agregasi"] == "gabungan"
    assert hitung(satu(plan), rows).to_record()["realisasi"] == "100 %"


@pytest.mark.parametrize(
    ("rumus", "agregasi"), [(Jumlah(), "jumlah"), (Nilai(), "nilai_akhir"), (Persen(), "nilai_akhir")]
)
def test_a_rumus_has_its_own_way(rumus: Jumlah | Nilai | Persen, agregasi: str) -> None:
    """Without a statement a count adds up, and a score or a share has its last value."""
    row = hitung(satu({"2025": "10"}, rumus=rumus), ukur("2", "3", "2", "3"))
    assert row.to_record()["agregasi"] == agregasi
    assert f"bawaan rumus {rumus.jenis}" in row.explain()


# --- which stretch, against which target --------------------------------------------

TIGA_KALI_TIGA = [
    ("2025-TW2", "periode", "periode", "20", "15", "75"),
    ("2025-TW2", "periode", "kumulatif", "30", "15", "50"),
    ("2025-TW2", "periode", "tahun", "100", "15", "15"),
    ("2025-TW2", "kumulatif", "periode", "20", "21", "105"),
    ("2025-TW2", "kumulatif", "kumulatif", "30", "21", "70"),
    ("2025-TW2", "kumulatif", "tahun", "100", "21", "21"),
    ("2025", "periode", "periode", "100", "86", "86"),
    ("2025", "kumulatif", "kumulatif", "100", "86", "86"),
    ("2025", "periode", "tahun", "100", "86", "86"),
    ("2025-S1", "periode", "periode", "30", "21", "70"),
    ("2025-S2", "periode", "periode", "70", "65", "92.857142857142857142857142857142857"),
    ("2025-S2", "kumulatif", "kumulatif", "100", "86", "86"),
    ("2025-S1", "periode", "tahun", "100", "21", "21"),
    ("2025-S2", "kumulatif", "periode", "70", "86", "122.857142857142857142857142857142857"),
]
"""Targets of 10, 20, 30 and 40 in the quarters, realisasi of 6, 15, 25 and 40."""


@pytest.mark.parametrize(
    ("periode", "cakupan", "pembanding", "target", "realisasi", "capaian"), TIGA_KALI_TIGA
)
def test_each_stretch_against_each_target(
    periode: str, cakupan: str, pembanding: str, target: str, realisasi: str, capaian: str
) -> None:
    """A quarter, all so far and the year, each against the quarter's, the cumulative and the year's target."""
    plan = satu(tw(10, 20, 30, 40), agregasi="jumlah")
    row = hitung(plan, ukur(6, 15, 25, 40), periode, cakupan=cakupan, pembanding=pembanding)
    assert pasangan(row) == (target, realisasi)
    assert row.nilai is not None
    assert abs(row.nilai - Decimal(capaian)) < Decimal("1e-30")
    assert (row.rincian.cakupan.value, row.rincian.pembanding.value) == (cakupan, pembanding)


@pytest.mark.parametrize("kata", ["periode", "kumulatif", "tahun"])
def test_the_target_is_named_for_what_it_is(kata: str) -> None:
    """An explanation says of a cumulative and of an annual target that it is one."""
    words = {
        "periode": "II Tahun 2025: ",
        "kumulatif": "(sampai dengan periode itu)",
        "tahun": "(target tahun)",
    }
    row = hitung(satu(tw(10, 20, 30, 40), agregasi="jumlah"), ukur(6, 15), "2025-TW2", pembanding=kata)
    assert words[kata] in row.explain()


def test_cumulative_is_compared_with_cumulative_by_default() -> None:
    """Whoever measures all so far means the target so far."""
    plan = satu(tw(10, 20, 30, 40), agregasi="jumlah")
    by_default = compute_capaian(plan, ukur(6, 15), "2025-TW2", cakupan="kumulatif")
    said = compute_capaian(
        plan, ukur(6, 15), "2025-TW2", cakupan=Cakupan.KUMULATIF, pembanding=Pembanding.KUMULATIF
    )
    assert by_default == said
    alone = compute_capaian(plan, ukur(6, 15), "2025-TW2")
    assert alone["IK"].rincian.pembanding is Pembanding.PERIODE


BAGIAN_PERIODE = [
    ("setahun dalam semester", {"2025-S1": 30, "2025-S2": 70}, ukur(21, 65, jenis="S"), "2025", "100", "86"),
    ("satu semester", {"2025-S1": 30, "2025-S2": 70}, ukur(21, 65, jenis="S"), "2025-S2", "70", "65"),
    (
        "bulan di dalam triwulan",
        tw(10, 20, 30, 40),
        ukur(1, 2, 3, 4, 5, 6, jenis=""),
        "2025-TW2",
        "20",
        "15",
    ),
    ("semester dari bulan", tw(10, 20, 30, 40), ukur(1, 2, 3, 4, 5, 6, jenis=""), "2025-S1", "30", "21"),
    ("satu bulan", {"2025-05": 4}, ukur(1, 2, 3, 4, 5, 6, jenis=""), "2025-05", "4", "5"),
    (
        "semester dan triwulan bercampur",
        {"2025": 100},
        [Realisasi("IK", "2025-S1", 21), *ukur(None, None, 25, 40)],
        "2025",
        "100",
        "86",
    ),
    (
        "triwulan dan bulan bercampur",
        {"2025-S1": 30},
        [*ukur(6), *ukur(None, None, None, 4, 5, 6, jenis="")],
        "2025-S1",
        "30",
        "21",
    ),
]


@pytest.mark.parametrize(("nama", "plan", "rows", "periode", "target", "realisasi"), BAGIAN_PERIODE)
def test_a_period_told_in_shorter_ones(
    nama: str, plan: dict[str, str | int], rows: list[Realisasi], periode: str, target: str, realisasi: str
) -> None:
    """Semesters, quarters and months make up what is longer, also where they are mixed."""
    row = hitung(satu(plan, agregasi="jumlah"), rows, periode)
    assert pasangan(row) == (target, realisasi), nama


def test_months_up_to_a_month() -> None:
    """Cumulative by months: January to May."""
    plan = satu({f"2025-{n:02}": 2 for n in range(1, 13)}, agregasi="jumlah")
    row = hitung(plan, ukur(1, 2, 3, 4, 5, 6, jenis=""), "2025-05", cakupan="kumulatif")
    assert pasangan(row) == ("10", "15")


def test_a_span_of_years() -> None:
    """A span is put together from its years, and has no stretch before it."""
    pohon = satu({"2024": 10, "2025": 20}, agregasi="jumlah")
    rows = [Realisasi("IK", 2024, 8), Realisasi("IK", 2025, 16)]
    for cakupan in Cakupan:
        assert pasangan(hitung(pohon, rows, "2024-2025", cakupan=cakupan)) == ("30", "24")
    means = satu({"2024-2025": 10}, agregasi="rata_rata")
    assert pasangan(hitung(means, rows, "2024-2025")) == ("10", "12")


# --- what is missing ----------------------------------------------------------------


def test_not_filled_zero_and_not_planned_are_three_things() -> None:
    """No realisasi, a realisasi of zero and a dash in the plan have three different outcomes."""
    plan = satu(tw(10, 10, "-", 10), agregasi="jumlah")
    empty = hitung(plan, ukur(10, None), "2025-TW2")
    zero = hitung(plan, ukur(10, 0), "2025-TW2")
    off = hitung(plan, ukur(10, 0), "2025-TW3")
    assert (empty.nilai, empty.alasan) == (None, Alasan.BELUM_ADA_REALISASI)
    assert (zero.nilai, zero.alasan, zero.capaian.tercapai) == (Decimal(0), None, False)
    assert (off.nilai, off.alasan) == (None, Alasan.TIDAK_DIRENCANAKAN)
    year = {name: hitung(plan, rows) for name, rows in {
        "kosong": ukur(10, None, None, 10), "nol": ukur(10, 0, None, 10), "berisi": ukur(10, 10, None, 10),
    }.items()}  # fmt: skip
    assert year["kosong"].alasan is Alasan.PERIODE_BELUM_LENGKAP
    assert (year["nol"].capaian.mentah, year["berisi"].nilai) == (
        Decimal("66.66666666666666666666666666666667"),
        Decimal(100),
    )


def test_a_zero_counts_in_a_mean() -> None:
    """A quarter in which nothing was achieved is a quarter."""
    row = hitung(satu(tw(10, 10), agregasi="rata_rata"), ukur(0, 10))
    assert pasangan(row) == ("10", "5")


@pytest.mark.parametrize(
    ("agregasi", "himpunan"), [("jumlah", "9"), ("rata_rata", "4,5"), ("maksimum", "5"), ("nilai_akhir", "4")]
)
def test_what_is_there_with_its_coverage(agregasi: str, himpunan: str) -> None:
    """Asked to pass over gaps, a figure rests on what is there and says on how much."""
    plan = satu(tw(4, 5, 4, 5), agregasi=agregasi)
    row = hitung(plan, ukur(None, 5, 4), kosong=Kekosongan.LEWATI)
    record = row.to_record()
    assert (record["realisasi"], record["periode_terisi"], record["periode_banyak"]) == (himpunan, 2, 4)
    assert "(2 dari 4)" in row.explain()


@pytest.mark.parametrize("kosong", list(Kekosongan))
def test_nothing_at_all_is_no_figure_either_way(kosong: Kekosongan) -> None:
    """Passing over gaps does not make a zero of nothing."""
    row = hitung(satu(tw(4, 5, 4, 5), agregasi="jumlah"), [], kosong=kosong)
    assert (row.nilai, row.alasan) == (None, Alasan.BELUM_ADA_REALISASI)


def test_a_year_whose_plan_has_no_quarters() -> None:
    """Where only the year is planned, each of its quarters is expected once one was filled."""
    plan = satu({"2025": 20}, agregasi="jumlah")
    row = hitung(plan, ukur(5, 5, 5))
    assert row.alasan is Alasan.PERIODE_BELUM_LENGKAP
    assert [str(item) for item in row.rincian.kosong] == ["2025-TW4"]
    assert hitung(plan, ukur(5, 5, 5, 5)).nilai == 100


@pytest.mark.parametrize(
    ("cell", "alasan"),
    [
        (TakTerbaca("1.2.3", Sebab.PENGELOMPOKAN), Alasan.REALISASI_TAK_TERBACA),
        (Kosong(), Alasan.PERIODE_BELUM_LENGKAP),
    ],
)
def test_one_quarter_that_cannot_be_used(cell: TakTerbaca | Kosong, alasan: Alasan) -> None:
    """A cell that nobody can read stops the year; an empty one is a gap."""
    rows = [*ukur(4, 5, 4), Realisasi("IK", "2025-TW4", cell)]
    assert hitung(satu(tw(4, 5, 4, 5), agregasi="jumlah"), rows).alasan is alasan


def test_a_quarter_whose_formula_fails() -> None:
    """What is wrong with one quarter is said of the year."""
    rows = [
        Realisasi("IK", "2025-TW1", pembilang=1, penyebut=2),
        Realisasi("IK", "2025-TW2", pembilang=1, penyebut=0),
    ]
    row = hitung(satu(tw("50 %", "50 %")), rows)
    assert row.alasan is Alasan.PENYEBUT_NOL


def test_a_quarter_given_twice() -> None:
    """It makes no figure of the year, and is found."""
    laporan = compute_capaian(satu(tw(4, 5), agregasi="jumlah"), [*ukur(4, 5), *ukur(None, 5)], 2025)
    assert laporan["IK"].alasan is Alasan.REALISASI_GANDA
    assert [item.kode for item in laporan.temuan] == ["SKP302"]


def test_a_year_that_is_reported_beside_its_parts() -> None:
    """The reported figure is used, and what its quarters give is said where it differs."""
    plan = satu(tw(4, 5, 4, 5, setahun=18))
    rows = [*ukur(4, 5, 4, 4), Realisasi("IK", 2025, 18)]
    laporan = compute_capaian(plan, rows, 2025)
    assert laporan["IK"].nilai == 100
    assert [(item.kode, item.tempat.indikator) for item in laporan.temuan] == [("SKP303", "IK")]
    assert "diisi 18" in laporan.temuan[0].pesan
    assert "17" in laporan.temuan[0].pesan
    same = compute_capaian(plan, [*ukur(4, 5, 4, 5), Realisasi("IK", 2025, 18)], 2025)
    assert same.temuan == ()


@pytest.mark.parametrize(
    ("plan", "rows"),
    [
        (satu({"2025": 18}), [*ukur(4, 5, 4, 4), Realisasi("IK", 2025, 18)]),  # nobody says how
        (satu({"2025": 18}, agregasi="jumlah"), [Realisasi("IK", 2025, 18)]),  # no parts
        (satu(tw(4, 5, setahun=9)), [*ukur(4), Realisasi("IK", 2025, 9)]),  # parts that are not complete
        (satu({"2025": 18}, agregasi="jumlah"), [*ukur(4, 5), Realisasi("IK", 2025, "WTP")]),  # no number
    ],
)
def test_parts_that_say_nothing_else_are_no_finding(plan: PohonKinerja, rows: list[Realisasi]) -> None:
    """Only a whole that can be compared with its parts is."""
    assert compute_capaian(plan, rows, 2025).temuan == ()


# --- the plan -----------------------------------------------------------------------


def test_an_unreadable_quarter_makes_the_target_unreadable() -> None:
    """A target of the year that rests on a cell nobody can read is not made up."""
    cells = [Target("2025-TW1", "4"), Target("2025-TW2", TakTerbaca("4.5.6", Sebab.PENGELOMPOKAN))]
    row = hitung(satu(cells, agregasi="jumlah"), ukur(4, 5))
    assert row.alasan is Alasan.TARGET_TAK_TERBACA


def test_targets_that_cannot_be_added() -> None:
    """Units that differ, and no number at all."""
    units = hitung(satu(tw("4 orang", "5 unit"), agregasi="jumlah"), ukur(4, 5))
    assert (units.alasan, units.target) == (Alasan.SATUAN_BERBEDA, None)
    words = hitung(satu(tw("B", "BB"), agregasi="jumlah"), ukur("B", "BB"))
    assert words.alasan is Alasan.BUKAN_ANGKA
    last = hitung(satu(tw("B", "BB"), agregasi="nilai_akhir"), ukur("B", "BB"))
    assert last.nilai == 100


def test_targets_of_a_period_that_nobody_says_how_to_add() -> None:
    """The year was measured, and its target would have to be made: a reason, with the realisasi kept."""
    row = hitung(satu(tw(4, 5)), [Realisasi("IK", 2025, 9)])
    assert (row.alasan, pasangan(row)) == (Alasan.AGREGASI_TIDAK_DIKETAHUI, ("—", "9"))


MURNI_PERUBAHAN = [
    Target("2025-TW2", 10),
    Target("2025-TW2", 8, "perubahan", dt.date(2025, 9, 1)),
    Target("2025-TW4", 20),
    Target("2025-TW4", 30, "perubahan", dt.date(2025, 9, 1)),
    Target("2025", 60),
    Target("2025", 80, "perubahan", dt.date(2025, 9, 1)),
]
VERSI = [
    ("2025-TW2", None, None, "10", "Target Triwulan II Tahun 2025, versi murni: 10"),
    (
        "2025-TW4",
        None,
        None,
        "30",
        "Target Triwulan IV Tahun 2025, versi perubahan, berlaku 1 September 2025: 30",
    ),
    ("2025", None, None, "80", "Target Tahun 2025, versi perubahan, berlaku 1 September 2025: 80"),
    ("2025-TW2", "tahun", None, "60", "Target Tahun 2025 (target tahun), versi murni: 60"),
    (
        "2025-TW4",
        "tahun",
        None,
        "80",
        "Target Tahun 2025 (target tahun), versi perubahan, berlaku 1 September 2025: 80",
    ),
    (
        "2025-TW2",
        None,
        "perubahan",
        "8",
        "Target Triwulan II Tahun 2025, versi perubahan, berlaku 1 September 2025: 8",
    ),
    ("2025-TW4", None, "murni", "20", "Target Triwulan IV Tahun 2025, versi murni: 20"),
    ("2025", None, "murni", "60", "Target Tahun 2025, versi murni: 60"),
]


@pytest.mark.parametrize(("periode", "pembanding", "versi", "target", "baris"), VERSI)
def test_the_version_that_was_in_force(
    periode: str, pembanding: str | None, versi: str | None, target: str, baris: str
) -> None:
    """A revision of September does not count in June; asked for, any version does."""
    row = hitung(
        satu(MURNI_PERUBAHAN), [Realisasi("IK", periode, 1)], periode, pembanding=pembanding, versi=versi
    )
    assert row.to_record()["target"] == target
    assert baris in row.explain().splitlines()


def test_a_target_of_two_versions() -> None:
    """A year made of quarters of both versions names both."""
    targets = [Target("2025-TW2", 10), Target("2025-TW4", 30, "perubahan", dt.date(2025, 9, 1))]
    row = hitung(satu(targets, agregasi="jumlah"), ukur(None, 10, None, 10))
    assert row.target is not None
    assert (row.target.versi, row.target.berlaku) == ("murni; perubahan", dt.date(2025, 9, 1))
    assert "versi murni; perubahan, berlaku 1 September 2025: 40" in row.explain()
    assert "Target dihimpun dari Triwulan II Tahun 2025 10; Triwulan IV Tahun 2025 30." in row.explain()


def test_a_version_that_nobody_has() -> None:
    """Asked for by name, it is no target."""
    assert hitung(satu(MURNI_PERUBAHAN), [], versi="lain").alasan is Alasan.TANPA_TARGET


@pytest.mark.parametrize(
    ("pada", "nilai"),
    [
        (None, 3),
        (dt.date(2025, 1, 31), None),
        (dt.date(2025, 2, 1), 1),
        (dt.date(2025, 8, 31), 1),
        (dt.date(2025, 9, 1), 3),
        (dt.date(2026, 2, 1), 4),
    ],
)
def test_the_target_on_a_day(pada: dt.date | None, nilai: int | None) -> None:
    """By default the last day of the period; of two of one day, the one listed last."""
    targets = [
        Target(2025, 1, "a", dt.date(2025, 2, 1)),
        Target(2025, 2, "b", dt.date(2025, 9, 1)),
        Target(2025, 3, "c", dt.date(2025, 9, 1)),
        Target(2025, 4, "d", dt.date(2026, 1, 1)),
    ]
    found = Indikator(id="IK", nama="x", target=targets).target_for(2025, pada=pada)
    assert (None if found is None else found.nilai.nilai) == nilai  # type: ignore[union-attr]


def test_a_target_without_a_date_was_always_in_force() -> None:
    """It stands until a dated one takes effect, whatever the order."""
    dated, undated = Target(2025, 2, "b", dt.date(2025, 9, 1)), Target(2025, 1)
    for order in ((dated, undated), (undated, dated)):
        item = Indikator(id="IK", nama="x", target=order)
        assert item.target_for(2025, pada=dt.date(1999, 1, 1)) == undated
        assert item.target_for(2025) == dated
    asked = Indikator(id="IK", nama="x", target=[dated]).target_for(2025, "b", pada=dt.date(1999, 1, 1))
    assert asked == dated


RENCANA_TAHUN = [
    ("Kemenag 2024: 77 × 4 tercetak 708", tw(77, 77, 77, 77, setahun=708), {}, "308"),
    ("Kemenag 2024: 294 × 4 tercetak 1.174", tw(294, 294, 294, 294, setahun=1174), {}, "1.176"),
    ("Kemenag 2024: 45 + 45 + 45 + 42", tw(45, 45, 45, 42, setahun=177), {}, None),
    ("Kemenag 2024: 5 di setiap triwulan", tw(5, 5, 5, 5, setahun=5), {}, None),
    ("ditetapkan nilai akhir", tw(5, 5, 5, 6, setahun=21), {"agregasi": "nilai_akhir"}, "6"),
    ("ditetapkan rata-rata", tw(80, 90, setahun=85), {"agregasi": "rata_rata"}, None),
    (
        "pembilang dan penyebut: yang terakhir",
        tw("80 %", "90 %", setahun="85 %"),
        {"agregasi": "gabungan"},
        "90 %",
    ),
    ("semester lebih dulu", {"2025-S1": 1, "2025-S2": 2, **tw(9, 9, setahun=3)}, {}, None),
    ("tidak ada target tahun", tw(5, 5), {}, None),
    ("target tahun bukan angka", tw(5, 5, setahun="≥ 5"), {}, None),
    ("Kemenag 2024: 1 di satu triwulan saja, tercetak 2", tw(1, setahun=2), {}, "1"),
    ("satu triwulan yang menjadi tahunnya", tw(9, setahun=9), {}, None),
    ("satu keadaan di tengah tahun", tw("30 %", setahun="80 %"), {}, None),
    ("satu keadaan di akhir tahun", {"2025": "80 %", "2025-TW4": "75 %"}, {}, "75 %"),
    ("tanpa triwulan", {"2025": 9}, {}, None),
    ("triwulan bukan angka", tw("B", "BB", setahun=9), {}, None),
    ("Kemenag 2024: satuan berbeda-beda", tw("12 lbg", "10 Data", setahun="12 lbg"), {}, "lbg, Data"),
    ("bukan angka di antara triwulan", tw("5 orang", "≥ 5 orang", setahun=5), {}, None),
]


@pytest.mark.parametrize(("sumber", "plan", "more", "himpunan"), RENCANA_TAHUN)
def test_a_year_that_its_periods_do_not_make_is_found(
    sumber: str, plan: dict[str, str | int], more: dict[str, str], himpunan: str | None
) -> None:
    """Said with what the periods make; nothing is said where that can't be known."""
    found = list(check_target_periode(satu(plan, **more)))
    assert [item.kode for item in found] == ([] if himpunan is None else ["SKP304"]), sumber
    for item in found:
        assert (item.tempat.indikator, item.tempat.simpul) == ("IK", "O")
        assert str(himpunan) in item.pesan
        assert "2025" in item.pesan


# --- arguments ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "pesan"),
    [
        ({"cakupan": "semua"}, "cakupan"),
        ({"cakupan": "semua", "pembanding": "tahun"}, "cakupan"),
        ({"pembanding": "bulan"}, "pembanding"),
        ({"kosong": "nol"}, "kosong"),
    ],
)
def test_words_that_are_none_are_refused(more: dict[str, str], pesan: str) -> None:
    """The message names the argument."""
    with pytest.raises(ModelError, match=rf"compute_capaian\.{pesan}"):
        compute_capaian(satu({"2025": 1}), [], 2025, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("periode", ["kapan", ["2025", "kapan"], 999])
def test_periods_that_are_none_are_refused(periode: str | int | list[str]) -> None:
    """Alone or among others."""
    with pytest.raises(PeriodeError):
        compute_capaian(satu({"2025": 1}), [], periode)


@pytest.mark.parametrize("periode", [None, 2025.0, [None], [2025, 2025.0]])
def test_what_is_no_period_at_all_is_refused(periode: object) -> None:
    """Nothing and floats, alone or among others."""
    with pytest.raises(TipeError):
        compute_capaian(satu({"2025": 1}), [], periode)  # type: ignore[arg-type]


def test_several_periods_each_once() -> None:
    """A period that is named twice has one row."""
    laporan = compute_capaian(satu(tw(4, 5)), ukur(4, 5), ["2025-TW1", Periode.parse("2025-TW1"), "2025-TW2"])
    assert [str(row.periode) for row in laporan] == ["2025-TW1", "2025-TW2"]
    assert compute_capaian(satu(), [], []).baris == ()


# --- for ever -----------------------------------------------------------------------

_HARI_INI = {"today", "now", "utcnow", "localtime", "gmtime", "fromtimestamp"}


def _asks(node: ast.AST) -> bool:
    """Whether a call asks a clock, or a module of clocks is imported; the time of day that a cell holds is none."""
    if isinstance(node, ast.Import):
        return any(name.name == "time" for name in node.names)
    if isinstance(node, ast.ImportFrom):
        return node.module == "time"
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    module = node.func.value
    return node.func.attr in _HARI_INI or (isinstance(module, ast.Name) and module.id == "time")


def test_nothing_asks_what_day_it_is() -> None:
    """No part of the library calls a clock: the same data give the same figures for ever."""
    found = [
        (path.name, ast.unparse(node))
        for path in Path(sakip.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if _asks(node)
    ]
    assert found == []


@st.composite
def rencana_dan_ukuran(draw: st.DrawFn) -> tuple[PohonKinerja, list[Realisasi]]:
    """A year in quarters and months, planned and measured by any cell, under any way and policy."""
    cell = st.one_of(
        st.none(),
        st.sampled_from(("-", "", "0", "5", "10", "25 %", "25 %", "80 %", "5 orang", "3-5", "WTP", "≤ 4")),
    )
    names = [
        "2024", "2025", "2025-S1", "2025-S2", *(f"2025-TW{n}" for n in range(1, 5)), "2025-01", "2025-05", "2024-2025",
    ]  # fmt: skip
    plan = {name: value for name in names if (value := draw(cell)) is not None}
    rows = [Realisasi("IK", name, value) for name in names if (value := draw(cell)) is not None]
    if draw(st.booleans()):
        rows += [
            Realisasi(
                "IK", f"2025-TW{n}", pembilang=draw(st.integers(0, 9)), penyebut=draw(st.integers(0, 9))
            )
            for n in draw(st.sets(st.integers(1, 4), max_size=3))
        ]
    pohon = satu(
        plan,
        agregasi=draw(st.none() | st.sampled_from(Agregasi)),
        satuan=draw(st.sampled_from(("", "%"))),
        rumus=draw(st.none() | st.sampled_from((Persen(), Jumlah(), Nilai()))),
    )
    return pohon, rows


@given(rencana_dan_ukuran(), st.data())
@SEDIKIT
def test_any_plan_and_any_measurements(
    kasus: tuple[PohonKinerja, list[Realisasi]], data: st.DataObject
) -> None:
    """A figure or a reason in every case, the same in every order, and all of it in words."""
    pohon, rows = kasus
    more = {
        "cakupan": data.draw(st.sampled_from(Cakupan)),
        "pembanding": data.draw(st.none() | st.sampled_from(Pembanding)),
        "kosong": data.draw(st.sampled_from(Kekosongan)),
    }
    times = data.draw(
        st.lists(st.sampled_from(["2025", "2025-S1", "2025-TW3", "2025-05", "2024-2025"]), max_size=3)
    )
    first = compute_capaian(pohon, rows, times, data.draw(st.sampled_from((LKJIP, KEMENKEU))), **more)
    second = compute_capaian(pohon, data.draw(st.permutations(rows)), times, first.kebijakan, **more)
    assert second.baris == first.baris
    lengkap(first)


@given(pohon_apa_pun(max_size=3), st.data())
@SEDIKIT
def test_any_tree_in_any_period(tree: PohonKinerja, data: st.DataObject) -> None:
    """Nothing but an error of this library leaves, and a report can always be read."""
    ids = [item.id for node in tree for item in node.indikator] or ["tidak-ada"]
    rows = data.draw(st.lists(st.sampled_from(ids).flatmap(umum.realisasi), max_size=4))
    targets = [target.periode for node in tree for item in node.indikator for target in item.target]
    times = data.draw(
        st.lists(st.sampled_from([*targets, *(row.periode for row in rows), Periode(2025)]), max_size=3)
    )
    try:
        laporan = compute_capaian(
            tree,
            rows,
            times,
            data.draw(st.none() | umum.kebijakan(galat=True)),
            cakupan=data.draw(st.sampled_from(Cakupan)),
            pembanding=data.draw(st.none() | st.sampled_from(Pembanding)),
            kosong=data.draw(st.sampled_from(Kekosongan)),
        )
    except SakipError:
        return
    lengkap(laporan)


def lengkap(laporan: LaporanCapaian) -> None:
    """Every row has a figure or a reason, and says so in every form."""
    for row in laporan:
        assert (row.nilai is None) is (row.alasan is not None)
        assert row.explain().splitlines()
        assert row.langkah[0].kode == "indikator"
        assert list(row.to_record()) == list(laporan.to_records()[0])
        assert row.rincian.banyak >= row.rincian.terisi
    assert laporan._repr_html_().startswith("<table>")
    assert str(laporan)
    assert laporan.to_csv().count("\n") >= len(laporan)
    assert laporan.terhitung <= len(laporan)


def test_kinds_of_periods_are_all_tested() -> None:
    """Whoever adds a kind of period finds this file."""
    assert {item.name for item in JenisPeriode} == {"RENTANG", "TAHUN", "SEMESTER", "TRIWULAN", "BULAN"}


def test_percentages_without_a_printed_unit_are_percentages_all_the_same() -> None:
    """The indikator says "%": 80 in each triwulan does not make 320 of a year."""
    tw = {f"2025-TW{n}": 80 for n in (1, 2, 3, 4)}
    indikator = sakip.Indikator(id="IK", nama="Tingkat layanan", satuan="%", agregasi="jumlah", target=tw)
    pohon = sakip.PohonKinerja("Dinas Contoh")
    pohon.add(sakip.Outcome("O1", indikator=[indikator]))
    terukur = [sakip.Realisasi("IK", when, 75) for when in tw]
    assert sakip.compute_capaian(pohon, terukur, 2025)["IK"].alasan is Alasan.PERSEN_DIJUMLAH
