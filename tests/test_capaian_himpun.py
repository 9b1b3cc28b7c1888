"""What a figure of several periods rests on: empty rows, gaps, versions, units, and what is reported twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal

import pytest

from sakip.alasan import Alasan
from sakip.capaian import BarisCapaian, LaporanCapaian, check_target_periode, compute_capaian
from sakip.model import Indikator, Outcome, Realisasi, Target
from sakip.pohon import PohonKinerja
from sakip.rumus import Indeks


def satu(target: Mapping[str, str | int] | Iterable[Target] = (), **more: object) -> PohonKinerja:
    """A tree with one indikator."""
    pohon = PohonKinerja("Kantor Contoh")
    pohon.add(Outcome("O", indikator=Indikator(id="IK", nama="Indikator", target=target, **more)))  # type: ignore[arg-type]
    return pohon


def tw(*cells: str | int | None, **more: str | int) -> dict[str, str | int]:
    """A plan of quarters as printed, and of other periods by name, such as ``_2025``."""
    plan = {f"2025-TW{nomor}": cell for nomor, cell in enumerate(cells, start=1) if cell is not None}
    return plan | {name.removeprefix("_"): cell for name, cell in more.items()}


def ukur(**cells: str | int) -> list[Realisasi]:
    """Measurements by period: ``_2025``, ``S1``, ``TW2``."""
    return [
        Realisasi("IK", name[1:] if name[0] == "_" else f"2025-{name}", cell) for name, cell in cells.items()
    ]


def bagian(periode: str, pembilang: int, penyebut: int) -> Realisasi:
    return Realisasi("IK", periode, pembilang=pembilang, penyebut=penyebut)


def laporan(
    pohon: PohonKinerja, rows: list[Realisasi], periode: str | int = 2025, **more: object
) -> LaporanCapaian:
    return compute_capaian(pohon, rows, periode, **more)  # type: ignore[arg-type]


def hitung(
    pohon: PohonKinerja, rows: list[Realisasi], periode: str | int = 2025, **more: object
) -> BarisCapaian:
    return laporan(pohon, rows, periode, **more)["IK"]


EMPAT = ukur(TW1=10, TW2=10, TW3=10, TW4=10)


# --- part of a period is not the period -----------------------------------------------


def test_one_quarter_is_not_shown_as_the_year() -> None:
    """The year has no realisasi while three quarters lack; what was filled is said as that."""
    row = hitung(satu(tw(10, 10, 10, 10, _2025=40)), ukur(TW1=5))
    record = row.to_record()
    assert (record["realisasi"], record["nilai_realisasi"], row.realisasi) == ("—", None, None)
    assert row.alasan is Alasan.PERIODE_BELUM_LENGKAP
    assert "Yang terisi: Triwulan I Tahun 2025 5." in row.explain().splitlines()
    assert "dihimpun dari" not in row.explain()


def test_a_refused_cell_is_shown_where_it_is_the_period_s_own() -> None:
    """Outside the scale: shown as reported, with the reason, and no figure to go on with."""
    item = satu({"2025": 80, "2025-TW1": 80, "2025-TW2": 80}, rumus=Indeks(skala=(0, 100)))
    own = hitung(item, ukur(_2025=104))
    assert (own.alasan, own.to_record()["realisasi"], own.rincian.nilai) == (
        Alasan.DI_LUAR_SKALA, "104", Alasan.DI_LUAR_SKALA,
    )  # fmt: skip
    part = hitung(item, ukur(TW1=104))
    assert (part.alasan, part.to_record()["realisasi"]) == (Alasan.DI_LUAR_SKALA, "—")


# --- rows and cells that say nothing --------------------------------------------------


@pytest.mark.parametrize("kosong", [None, "", "-", "n/a"])
def test_an_empty_row_is_no_measurement(kosong: str | None) -> None:
    """A row of the year without a value hides none of its quarters, and is not a second one."""
    empty = Realisasi("IK", 2025, kosong)
    plan = satu(tw(10, 10, 10, 10, _2025=40))
    assert hitung(plan, [empty, *EMPAT]).nilai == 100
    twice = laporan(plan, [empty, Realisasi("IK", 2025, 40)])
    assert (twice["IK"].nilai, twice.temuan) == (Decimal(100), ())
    unknown = laporan(plan, [Realisasi("X", 2025, kosong)])
    assert [item.kode for item in unknown.temuan] == ["SKP301"]


def test_an_empty_row_does_not_change_the_way() -> None:
    """Numerators and denominators are pooled although a later quarter has an empty row."""
    rows = [bagian("2025-TW1", 1, 2), bagian("2025-TW2", 9, 10), Realisasi("IK", "2025-TW3")]
    row = hitung(satu({"2025": "100 %"}), rows, "2025-TW2", cakupan="kumulatif", pembanding="tahun")
    assert row.to_record()["realisasi"] == "83,33 %"


def test_what_is_measured_later_changes_no_earlier_figure() -> None:
    """A third quarter that tells its percentage alone leaves the half-year pooled."""
    rows = [bagian("2025-TW1", 1, 2), bagian("2025-TW2", 9, 10), Realisasi("IK", "2025-TW3", "60 %")]
    row = hitung(satu({"2025": "100 %"}), rows, "2025-TW2", cakupan="kumulatif", pembanding="tahun")
    assert row.to_record()["realisasi"] == "83,33 %"


@pytest.mark.parametrize("kosong", ["", "n/a", "#DIV/0!"])
def test_a_blank_target_of_the_year_hides_none_of_its_quarters(kosong: str) -> None:
    """A dash says that nothing is planned; an empty cell says nothing."""
    row = hitung(satu(tw(10, 10, 10, 10, _2025=kosong), agregasi="jumlah"), EMPAT)
    assert (row.to_record()["nilai_target"], row.nilai) == (Decimal(40), Decimal(100))
    dash = hitung(satu(tw(10, 10, 10, 10, _2025="-"), agregasi="jumlah"), EMPAT)
    assert dash.alasan is Alasan.TIDAK_DIRENCANAKAN


def test_blank_quarters_are_no_plan_of_quarters() -> None:
    """Where all of them are blank, each is expected once one was filled; blank semesters hide no quarters."""
    blank = hitung(satu(tw("", "", "", "", _2025=40), agregasi="jumlah"), ukur(TW1=10))
    assert blank.alasan is Alasan.PERIODE_BELUM_LENGKAP
    read = satu({"2025": 40, "2025-S1": "", "2025-S2": "", **tw(10, 10, 10, 10)})
    assert hitung(read, EMPAT).to_record()["agregasi"] == "jumlah"


# --- which version the plan is read in --------------------------------------------------

DUA_VERSI = [
    *(Target(f"2025-TW{n}", 10) for n in (1, 2, 3, 4)),
    Target(2025, 40),
    Target(2025, 50, "perubahan", dt.date(2025, 9, 1)),
]


@pytest.mark.parametrize("versi", [None, "murni"])
def test_the_way_is_read_from_the_version_in_force(versi: str | None) -> None:
    """In June the quarters add up to the year: the 50 of September is not known yet, or not asked for."""
    row = hitung(satu(DUA_VERSI), EMPAT, "2025-TW2", cakupan="kumulatif", versi=versi)
    assert (row.nilai, row.to_record()["agregasi"]) == (Decimal(100), "jumlah")
    assert hitung(satu(DUA_VERSI), EMPAT).alasan is Alasan.AGREGASI_TIDAK_DIKETAHUI


@pytest.mark.parametrize("versi", [None, "murni"])
def test_the_year_of_a_version_that_prints_none(versi: str | None) -> None:
    """It is made of the quarters of that version."""
    targets = [item for item in DUA_VERSI if (str(item.periode), item.versi) != ("2025", "murni")]
    row = hitung(satu(targets, agregasi="jumlah"), EMPAT, "2025-TW2", pembanding="tahun", versi=versi)
    assert row.to_record()["nilai_target"] == 40


def test_a_quarter_that_the_revision_cancels_is_not_waited_for() -> None:
    """A dash from June on."""
    targets = [
        Target("2025-TW1", 10),
        Target("2025-TW2", 10),
        Target("2025-TW2", "-", "perubahan", dt.date(2025, 6, 1)),
    ]
    plan = satu(targets, agregasi="jumlah")
    assert hitung(plan, ukur(TW1=10)).nilai == 100
    assert hitung(plan, ukur(TW1=10), versi="murni").alasan is Alasan.PERIODE_BELUM_LENGKAP


def test_the_version_of_a_made_target_is_said() -> None:
    """Also that of the first plan, where there is another; nothing is said where there is one alone."""
    row = hitung(satu(DUA_VERSI), EMPAT, "2025-TW2", pembanding="tahun")
    assert "Target Tahun 2025 (target tahun), versi murni: 40" in row.explain().splitlines()
    alone = hitung(satu(DUA_VERSI), EMPAT, "2025-TW2")
    assert "Target Triwulan II Tahun 2025: 10" in alone.explain().splitlines()
    more = [*DUA_VERSI, Target("2025-TW1", 12, "perubahan", dt.date(2025, 9, 1))]
    made = hitung(satu(more, agregasi="jumlah"), EMPAT, "2025-TW2", cakupan="kumulatif")
    assert "Target Triwulan II Tahun 2025 (sampai dengan periode itu), versi murni: 20" in made.explain()


def test_a_plan_is_checked_as_it_stands_at_the_end_of_the_year() -> None:
    """A revision of September that replaces quarters and year alike is in order."""
    revised = [
        Target("2025-TW1", 10),
        Target("2025-TW2", 10),
        Target(2025, 20),
        Target("2025-TW1", 15, "perubahan", dt.date(2025, 9, 1)),
        Target(2025, 25, "perubahan", dt.date(2025, 9, 1)),
    ]
    assert list(check_target_periode(satu(revised))) == []


# --- one period that was due, and units ---------------------------------------------------


def test_the_only_quarter_that_was_due_needs_no_way() -> None:
    """Nothing is put together, so nobody has to say how."""
    row = hitung(satu(tw("", "", "", 12, _2025=12)), ukur(TW4=12))
    assert (row.nilai, row.realisasi) == (Decimal(100), None)
    assert "Realisasi 12 dihimpun dari Triwulan IV Tahun 2025 12." in row.explain()
    for agregasi in ("jumlah", "rata_rata", "gabungan"):
        stated = hitung(satu(tw("-", "80 %"), agregasi=agregasi), ukur(TW2="40 %"))
        assert (stated.nilai, stated.to_record()["agregasi"]) == (Decimal(50), agregasi)


def test_the_unit_of_a_plan_that_begins_with_a_dash() -> None:
    """It is that of the first target that prints one."""
    row = hitung(satu(tw("-", "100 %", "-", "-")), ukur(TW2="100 %"))
    assert (row.nilai, row.satuan) == (Decimal(100), "%")


@pytest.mark.parametrize("satuan", ["%", "Persen", "persen", "Prosen", "persentase"])
def test_percent_in_letters(satuan: str) -> None:
    """Numerator and denominator mean a percentage however the unit is written."""
    row = hitung(satu({"2025": "80"}, satuan=satuan), [bagian("2025", 1, 2)])
    assert row.nilai == Decimal("62.5")


def test_two_equal_percentages_may_be_a_level() -> None:
    """50 % and 50 % without a target of the year; four quarters, or a printed hundred, are shares."""
    assert hitung(satu(tw("50 %", "50 %")), ukur(TW1="50 %", TW2="50 %")).to_record()["realisasi"] == "50 %"
    for plan in (tw("50 %", "50 %", _2025="100 %"), tw("40 %", "60 %")):
        assert hitung(satu(plan), ukur(TW1="50 %", TW2="50 %")).to_record()["nilai_realisasi"] == 100
    four = satu(tw(*["25 %"] * 4))
    assert hitung(four, ukur(TW1="25 %", TW2="25 %", TW3="25 %", TW4="25 %")).nilai == 100


# --- what was not planned is not missing ----------------------------------------------------


def test_a_dash_is_not_waited_for_in_its_own_period_either() -> None:
    """Not planned: nothing is missing, and nothing is said to be."""
    row = hitung(satu(tw("-", 10)), [], "2025-TW1")
    assert (row.alasan, row.rincian.kosong, row.rincian.banyak) == (Alasan.TIDAK_DIRENCANAKAN, (), 0)
    assert "Belum diisi" not in row.explain()
    due = hitung(satu(tw("-", 10)), [], "2025-TW2")
    assert "Belum diisi: Triwulan II Tahun 2025 (0 dari 1)." in due.explain()


# --- a cumulative stretch sees longer periods -------------------------------------------------

SAMPAI: list[tuple[dict[str, int], str, int]] = [
    ({"S1": 10, "TW3": 5}, "2025-TW3", 15),
    ({"S1": 10, "TW1": 1, "TW2": 1, "TW3": 5}, "2025-TW3", 15),
    ({"TW1": 4, "04": 1, "05": 2}, "2025-05", 7),
    ({"S1": 10, "07": 1}, "2025-07", 11),
    ({"_2025": 30, "TW1": 1, "TW2": 1, "TW3": 1, "TW4": 1}, "2025-TW4", 30),
    ({"S1": 10, "TW1": 4}, "2025-TW1", 4),
]


@pytest.mark.parametrize(("cells", "sampai", "jumlah"), SAMPAI)
def test_cumulative_rests_on_the_longest_periods_within(
    cells: dict[str, int], sampai: str, jumlah: int
) -> None:
    """A half-year and a quarter make three quarters; a longer period never reaches beyond the stretch."""
    plan = satu({"2025": 60}, agregasi="jumlah")
    row = hitung(plan, ukur(**cells), sampai, cakupan="kumulatif", pembanding="tahun")
    assert row.to_record()["nilai_realisasi"] == jumlah


def test_a_cumulative_target_rests_on_the_longest_periods_too() -> None:
    """A plan of a half-year and the third quarter."""
    plan = satu({"2025-S1": 12, "2025-TW3": 8}, agregasi="jumlah")
    row = hitung(plan, ukur(S1=10, TW3=5), "2025-TW3", cakupan="kumulatif")
    assert (row.to_record()["nilai_target"], row.nilai) == (Decimal(20), Decimal(75))


# --- gaps that are passed over ------------------------------------------------------------------


def test_a_sum_with_gaps_has_the_target_of_what_was_filled() -> None:
    """143 of the 140 of three quarters, not of the year's 200; and it is said."""
    plan = satu(tw(40, 50, 50, 60, _2025=200), agregasi="jumlah")
    row = hitung(plan, ukur(TW1=38, TW2=55, TW3=50), kosong="lewati")
    record = row.to_record()
    assert (record["nilai_target"], record["nilai_realisasi"], record["tercapai"]) == (140, 143, True)
    assert "Ada periode yang dilewati: target dan realisasi hanya dari periode yang terisi." in row.explain()
    assert (row.rincian.sebagian, row.rincian.utuh) == (True, Alasan.PERIODE_BELUM_LENGKAP)
    assert row.target is not None
    assert str(row.target.periode) == "2025"
    one = hitung(plan, ukur(TW2=25), kosong="lewati")
    assert one.nilai == 50
    full = hitung(plan, ukur(TW1=38, TW2=55, TW3=50, TW4=57), kosong="lewati")
    assert (full.nilai, full.rincian.sebagian, full.rincian.utuh) == (
        Decimal(100), False, full.capaian.realisasi,
    )  # fmt: skip


def test_a_filled_period_that_was_not_planned_adds_no_target() -> None:
    """Its realisasi counts as it always does."""
    plan = satu(tw(10, "-", 10, 10), agregasi="jumlah")
    row = hitung(plan, ukur(TW1=8, TW2=1), kosong="lewati")
    assert (row.to_record()["nilai_target"], row.to_record()["nilai_realisasi"]) == (10, 9)


@pytest.mark.parametrize(
    ("plan", "cells", "more"),
    [
        ({"2025": 20}, {"TW1": 5, "TW2": 5}, {}),  # quarters without targets
        (tw(10, 10, 10, 10), {"01": 3, "02": 3}, {}),  # months under quarters
        (
            tw(10, 10, 10, 10),
            {"TW1": 10},
            {"periode": "2025-TW2", "cakupan": "kumulatif", "pembanding": "tahun"},
        ),
    ],
)
def test_a_sum_with_a_hole_is_no_sum(
    plan: dict[str, str | int], cells: dict[str, int], more: dict[str, str]
) -> None:
    """Where no target fits what was filled, passing over gaps gives the reason instead."""
    row = hitung(satu(plan, agregasi="jumlah"), ukur(**cells), **{"kosong": "lewati", **more})
    assert (row.nilai, row.alasan) == (None, Alasan.PERIODE_BELUM_LENGKAP)
    assert row.to_record()["realisasi"] == "—"


def test_a_target_that_cannot_be_read_is_said_of_a_sum_with_gaps() -> None:
    """The cell of a quarter that was filled."""
    plan = satu({"2025-TW1": "4 orang", "2025-TW2": "4 unit", "2025-TW3": "4 orang"}, agregasi="jumlah")
    assert hitung(plan, ukur(TW1=4, TW2=4), kosong="lewati").alasan is Alasan.SATUAN_BERBEDA


# --- reported whole and in parts ----------------------------------------------------------------

SELARAS: list[tuple[str, PohonKinerja, list[Realisasi], str, dict[str, str]]] = [
    (
        "bulan dibandingkan dengan triwulannya, bukan dengan kumulatifnya",
        satu(tw(10, 10), agregasi="jumlah"),
        [*ukur(TW1=10, TW2=10), *ukur(**{"04": 3, "05": 3, "06": 4})],
        "2025-TW2",
        {"cakupan": "kumulatif"},
    ),
    (
        "dibulatkan dua angka",
        satu({"2025": "100 %"}, agregasi="gabungan"),
        [bagian("2025-S1", 1, 2), bagian("2025-S2", 9, 10), *ukur(_2025="83,33 %")],
        "2025",
        {},
    ),
    (
        "bagiannya digabung walaupun tahunnya hanya persentase",
        satu({"2025": "100 %"}),
        [bagian("2025-S1", 1, 2), bagian("2025-S2", 9, 10), *ukur(_2025="83,33 %")],
        "2025",
        {},
    ),
    (
        "satuan yang dapat diubah",
        satu({"2025": "2 minggu"}, agregasi="jumlah"),
        ukur(S1="7 hari", S2="7 hari", _2025="2 minggu"),
        "2025",
        {},
    ),
    (
        "satuan yang tidak dapat diubah",
        satu({"2025": "2 orang"}, agregasi="jumlah"),
        ukur(S1="7 unit", S2="7 unit", _2025="2 orang"),
        "2025",
        {},
    ),
    (
        "diisi dua kali",
        satu({"2025": 5}, agregasi="jumlah"),
        [*ukur(_2025=5, S1=1, S2=1), *ukur(_2025=5)],
        "2025",
        {},
    ),
]


@pytest.mark.parametrize(("nama", "pohon", "rows", "periode", "more"), SELARAS)
def test_a_whole_that_its_parts_do_not_contradict(
    nama: str, pohon: PohonKinerja, rows: list[Realisasi], periode: str, more: dict[str, str]
) -> None:
    """At the digits and in the unit that the whole was reported with."""
    found = laporan(pohon, rows, periode, **more).temuan
    assert "SKP303" not in [item.kode for item in found], nama


def test_months_that_contradict_their_quarter_are_found_in_a_cumulative_report() -> None:
    """The quarter says 10, its months 9."""
    rows = [*ukur(TW1=10, TW2=10), *ukur(**{"04": 3, "05": 3, "06": 3})]
    found = laporan(satu(tw(10, 10), agregasi="jumlah"), rows, "2025-TW2", cakupan="kumulatif").temuan
    assert [item.kode for item in found] == ["SKP303"]
    assert "Realisasi 2025-TW2 diisi 10" in found[0].pesan
