"""A year beside the others: target, growth, end of the plan, a figure from outside."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import strategies as umum
from sakip.alasan import Alasan, Kekosongan
from sakip.angka import Angka, Isian, Kosong, parse_nilai, round_half_up
from sakip.capaian import BarisTahun, compare_tahun, compute_capaian, grow
from sakip.errors import ModelError, PeriodeError, SakipError, TidakAdaError
from sakip.kebijakan import KEMENKEU, LKJIP, Polaritas
from sakip.model import Indikator, Outcome, Realisasi, Target
from sakip.periode import Periode
from sakip.pohon import PohonKinerja
from sakip.rumus import Indeks, Persen
from strategies_pohon import pohon as pohon_apa_pun

SEDIKIT = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])

TUJUAN = {2021: "63,32", 2022: "69,65", 2023: "75,99", 2024: "82,32", 2025: "94,99"}
"""The targets of a tujuan in percent, as a regency's RPJMD 2021–2025 prints them."""


def satu(target: Mapping[Any, str | int] | list[Target], **more: object) -> PohonKinerja:
    pohon = PohonKinerja("Kabupaten Contoh", periode="2021-2025")
    pohon.add(Outcome("O", indikator=Indikator(id="IK", nama="Tujuan", target=target, **more)))  # type: ignore[arg-type]
    return pohon


def ukur(*cells: str | int | None, awal: int = 2021) -> list[Realisasi]:
    return [Realisasi("IK", year, cell) for year, cell in enumerate(cells, start=awal) if cell is not None]


def baris(pohon: PohonKinerja, rows: list[Realisasi], tahun: int = 2023, **more: object) -> BarisTahun:
    return compare_tahun(pohon, rows, tahun, **more)["IK"]  # type: ignore[arg-type]


def test_the_published_series() -> None:
    """Each year against its own target, the year before, and the 94,99 % at the end of the plan."""
    pohon = satu(TUJUAN, satuan="%")
    rows = ukur("60 %", "70 %", "77 %")
    row = baris(pohon, rows)
    assert row.tahun.to_record()["target"] == "75,99"
    assert str(row.tahun) == "101,33 %"
    assert [str(item) for item in row.pertumbuhan] == [
        "+10 poin persen (+16,67 %)",
        "+7 poin persen (+10,00 %)",
    ]
    assert [item.arah for item in row.pertumbuhan] == ["membaik", "membaik"]
    assert row.akhir.target == parse_nilai("94,99")
    assert str(row.akhir) == "81,06 %"
    assert row.cara_akhir == "nilai terakhir terhadap target akhir rencana"
    assert [str(when) for when, _ in row.deret] == ["2021", "2022", "2023"]


def test_a_flow_is_the_sum_of_its_years() -> None:
    """10 + 20 + 30 of 10 + 20 + 30 + 40 + 50."""
    pohon = satu({2021: 10, 2022: 20, 2023: 30, 2024: 40, 2025: 50}, agregasi="jumlah")
    row = baris(pohon, ukur(8, 20, 32))
    assert (row.akhir.target, row.akhir.realisasi, row.akhir.nilai) == (Angka(150), Angka(60), Decimal(40))
    assert row.cara_akhir == "jumlah sejak awal rencana terhadap jumlah target rencana"


def test_a_flow_whose_plan_prints_the_end() -> None:
    """The span's own target is that of the end, for a stock as for a flow."""
    plan = {2021: 10, 2022: 20, 2023: 30, "2021-2025": 200}
    assert baris(satu(plan, agregasi="jumlah"), ukur(8, 20, 32)).akhir.nilai == 30
    assert baris(satu(plan, agregasi="nilai_akhir"), ukur(8, 20, 32)).akhir.nilai == 16


def test_a_flow_that_lacks_a_year() -> None:
    """A year that was planned and not filled leaves the sum open."""
    pohon = satu({2021: 10, 2022: 20, 2023: 30}, agregasi="jumlah")
    row = baris(pohon, ukur(8, None, 30))
    assert (row.akhir.nilai, row.akhir.alasan) == (None, Alasan.PERIODE_BELUM_LENGKAP)
    assert (
        baris(satu({2021: "a", 2022: "b"}, agregasi="jumlah"), ukur(8, 9), 2022).akhir.alasan
        is Alasan.BUKAN_ANGKA
    )


def test_whether_stock_or_flow_is_not_guessed() -> None:
    """Nobody says: a reason, with the realisasi kept."""
    row = baris(satu({2021: 10, 2022: 20}), ukur(8, 20), 2022)
    assert (row.akhir.alasan, row.akhir.realisasi) == (Alasan.AGREGASI_TIDAK_DIKETAHUI, Angka(20))
    assert row.cara_akhir == "cara menghimpun tahun tidak diketahui"
    read = baris(satu({2021: 10, 2022: 20, "2021-2025": 30}), ukur(8, 20), 2022)
    assert read.akhir.nilai == Decimal("93.33333333333333333333333333333333")


def test_the_last_year_without_a_target() -> None:
    """A plan that does not print its end has none."""
    assert baris(satu({2021: "50 %"}), ukur("50 %"), 2021).akhir.alasan is Alasan.TANPA_TARGET


def test_the_version_of_the_end() -> None:
    """Without a version the last one; asked for, any."""
    targets = [
        Target(2025, "90 %"),
        Target(2025, "80 %", "perubahan", dt.date(2023, 9, 1)),
        Target(2023, "60 %"),
    ]
    pohon = satu(targets)
    assert baris(pohon, ukur(None, None, "60 %")).akhir.target == parse_nilai("80 %")
    assert baris(pohon, ukur(None, None, "60 %"), versi="murni").akhir.target == parse_nilai("90 %")


def test_a_share_is_pooled_within_each_year_only() -> None:
    """Years of a share are a stock: the last one stands against the end."""
    pohon = satu({2023: "80 %", 2025: "100 %"}, rumus=Persen())
    rows = [
        Realisasi("IK", 2022, pembilang=1, penyebut=2),
        Realisasi("IK", "2023-S1", pembilang=1, penyebut=2),
        Realisasi("IK", "2023-S2", pembilang=9, penyebut=10),
    ]
    row = baris(pohon, rows)
    assert row.akhir.nilai is not None
    assert round_half_up(row.akhir.nilai, 2) == Decimal("83.33")
    assert str(row.pertumbuhan[-1]) == "+33,33 poin persen (+66,67 %)"


PERTUMBUHAN = [
    ("80 %", "84 %", "naik", "+4 poin persen (+5,00 %)", "membaik"),
    ("84 %", "80 %", "naik", "-4 poin persen (-4,76 %)", "memburuk"),
    ("50", "60", "naik", "+10 (+20,00 %)", "membaik"),
    ("50 orang", "60 orang", "turun", "+10 orang (+20,00 %)", "memburuk"),
    ("60 orang", "50", "turun", "-10 orang (-16,67 %)", "membaik"),
    ("60 hari", "60 hari", "turun", "0 hari (0,00 %)", "tetap"),
    ("-10", "-5", "naik", "+5 (+50,00 %)", "membaik"),
    ("-10", "5", "turun", "+15 (+150,00 %)", "memburuk"),
    ("50", "60", "stabil", "+10 (+20,00 %)", ""),
    ("50", "60", "rentang", "+10 (+20,00 %)", ""),
    ("0", "3", "naik", "+3", "membaik"),
    ("0 %", "2,555 %", "turun", "+2,56 poin persen", "memburuk"),
    ("0", "0", "naik", "0", "tetap"),
]


@pytest.mark.parametrize(("lalu", "kini", "polaritas", "teks", "arah"), PERTUMBUHAN)
def test_growth(lalu: str, kini: str, polaritas: str, teks: str, arah: str) -> None:
    """The difference in the unit, in percent of the size before, and whether that is better."""
    made = grow(Periode(2024), Periode(2025), parse_nilai(lalu), parse_nilai(kini), Polaritas(polaritas))
    assert (str(made), made.arah) == (teks, arah)
    assert (made.alasan is Alasan.PENYEBUT_NOL) is (made.persen is None) is (parse_nilai(lalu).nilai == 0)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("lalu", "kini", "alasan"),
    [
        (Alasan.BELUM_ADA_REALISASI, Angka(5), Alasan.BELUM_ADA_REALISASI),
        (Angka(5), Alasan.PERIODE_BELUM_LENGKAP, Alasan.PERIODE_BELUM_LENGKAP),
        (parse_nilai("B"), parse_nilai("BB"), Alasan.BUKAN_ANGKA),
        (Angka(5), parse_nilai("3-5"), Alasan.BUKAN_ANGKA),
    ],
)
def test_no_growth(lalu: Isian | Alasan, kini: Isian | Alasan, alasan: Alasan) -> None:
    """What is missing or no number has a reason instead."""
    made = grow(Periode(2024), Periode(2025), lalu, kini, Polaritas.NAIK)
    assert (made.selisih, made.persen, made.alasan, made.arah) == (None, None, alasan, "")
    assert str(made) == f"— ({alasan.kalimat})"


def test_the_year_before_the_plan() -> None:
    """A measurement from before the plan begins the series."""
    row = baris(satu(TUJUAN, satuan="%"), [*ukur("55 %", awal=2020), *ukur("60 %")], 2021)
    assert [str(when) for when, _ in row.deret] == ["2020", "2021"]
    assert str(row.pertumbuhan[0]) == "+5 poin persen (+9,09 %)"
    assert baris(satu(TUJUAN), [], 2021).pertumbuhan == ()


def test_years_without_a_figure_keep_their_reason() -> None:
    """Not measured, and measured by what can't be computed."""
    rows = [
        Realisasi("IK", 2021, pembilang=1, penyebut=0),
        Realisasi("IK", 2023, "77 %"),
    ]
    row = baris(satu(TUJUAN, satuan="%"), rows)
    assert [value for _, value in row.deret[:2]] == [Alasan.PENYEBUT_NOL, Alasan.BELUM_ADA_REALISASI]
    record = row.to_record()
    assert (record["realisasi_2021"], record["realisasi_2022"], record["realisasi_2023"]) == ("", "", "77 %")


def test_a_figure_from_outside() -> None:
    """The realisasi against the national mean, under the same policy and polaritas."""
    pohon = satu({2023: "10 %"}, polaritas="turun")
    outside: dict[str, tuple[str, str | int]] = {"IK": ("rata-rata nasional", "9,36 %")}
    row = baris(pohon, ukur(None, None, "8 %"), luar=outside)
    with pytest.raises(TidakAdaError, match="no indikator 'lain, X'"):
        baris(pohon, [], luar={**outside, "lain": ("x", 1), "X": ("x", 2)})
    assert row.luar is not None
    assert str(row.luar) == "114,53 %"
    record = row.to_record()
    assert (record["nama_luar"], record["nilai_luar"]) == ("rata-rata nasional", "9,36 %")
    assert row.explain().splitlines()[-4:][0].startswith("        = ")
    assert "4. Terhadap rata-rata nasional" in row.explain()
    without = baris(pohon, ukur(None, None, "8 %"))
    assert (without.luar, without.to_record()["capaian_luar"], without.to_record()["nilai_luar"]) == (
        None,
        None,
        "",
    )
    assert "4. " not in without.explain()


def test_all_four_in_one_explanation() -> None:
    """Each comparison under its heading."""
    text = baris(satu(TUJUAN, satuan="%"), ukur("60 %", "70 %"), 2022).explain()
    for line in (
        "1. Terhadap target tahun",
        "2. Terhadap tahun-tahun sebelumnya",
        "2021 → 2022: +10 poin persen (+16,67 %)",
        "3. Terhadap target akhir rencana (nilai terakhir)",
    ):
        assert line in text.splitlines()


def test_the_report() -> None:
    """Rows in tree order, by id; a column for each year."""
    pohon = satu(TUJUAN, satuan="%")
    pohon.add(Outcome("O2", indikator=Indikator(id="IK2", nama="<b>", target={2023: 10})))
    laporan = compare_tahun(pohon, ukur("60 %", "70 %", "77 %"), 2023)
    assert [row.tahun.indikator.id for row in laporan] == ["IK", "IK2"]
    assert len(laporan) == 2
    with pytest.raises(TidakAdaError):
        laporan["X"]
    record = laporan.to_records()[0]
    assert (record["selisih"], record["satuan_selisih"], record["pertumbuhan"], record["arah"]) == (
        Decimal(7),
        "poin persen",
        Decimal(10),
        "membaik",
    )
    assert laporan.to_records()[1]["alasan_akhir"] == "agregasi_tidak_diketahui"
    assert laporan.to_csv().splitlines()[0].startswith("id_simpul,")
    assert str(laporan).splitlines()[2].split() == [
        "Id", "Indikator", "2021", "2022", "2023", "Target", "Capaian", "Perubahan", "Target", "akhir", "Capaian", "akhir",
    ]  # fmt: skip
    assert "&lt;b&gt;" in laporan._repr_html_()
    single = compare_tahun(pohon, ukur("60 %"), 2021)
    assert single.to_records()[0]["pertumbuhan"] is None
    assert "—" in str(single)


def test_the_policy() -> None:
    """The tree's own by default, LKJIP where it has none, any that is given."""
    pohon = satu({2023: 10})
    assert compare_tahun(pohon, [], 2023).laporan.kebijakan == LKJIP
    pohon.kebijakan = KEMENKEU
    assert compare_tahun(pohon, [], 2023).laporan.kebijakan == KEMENKEU
    row = compare_tahun(pohon, ukur(None, None, 20), 2023, LKJIP)["IK"]
    assert row.tahun.nilai == 200


def test_gaps_within_the_year() -> None:
    """Passed over where that is asked for."""
    plan = satu({"2023-TW1": 5, "2023-TW2": 5}, agregasi="jumlah")
    rows = [Realisasi("IK", "2023-TW1", 4)]
    assert baris(plan, rows).tahun.alasan is Alasan.PERIODE_BELUM_LENGKAP
    passed = baris(plan, rows, kosong="lewati")
    assert (passed.tahun.nilai, passed.deret[-1][1]) == (Decimal(80), Alasan.PERIODE_BELUM_LENGKAP)


def test_part_of_a_year_is_no_year() -> None:
    """One quarter of four is not the realisasi of the year, so nothing grew or shrank by it."""
    plan: dict[int | str, int] = {2022: 40, 2023: 40, **{f"2023-TW{n}": 10 for n in (1, 2, 3, 4)}}
    row = baris(satu(plan, agregasi="jumlah"), [*ukur(None, 40), Realisasi("IK", "2023-TW1", 5)])
    assert (row.pertumbuhan[-1].persen, row.pertumbuhan[-1].alasan) == (None, Alasan.PERIODE_BELUM_LENGKAP)
    assert row.tahun.to_record()["realisasi"] == "—"


def test_a_refused_figure_is_compared_with_nothing() -> None:
    """Outside the scale: no growth, no end of the plan, nothing from outside."""
    pohon = satu({2022: 80, 2023: 80, 2025: 90}, rumus=Indeks(skala=(0, 100)))
    row = baris(pohon, ukur(None, 80, 104), luar={"IK": ("rata-rata nasional", 70)})
    assert row.luar is not None
    assert {row.tahun.alasan, row.akhir.alasan, row.luar.alasan, row.pertumbuhan[-1].alasan} == {
        Alasan.DI_LUAR_SKALA
    }
    assert row.akhir.realisasi == Angka(104)


def test_growth_in_units() -> None:
    """Two weeks and seven days are 7 days less; people and percent have no difference."""
    years = Periode(2024), Periode(2025)
    made = grow(*years, Angka(2, "minggu"), Angka(7, "hari"), Polaritas.TURUN)
    assert (str(made), made.arah) == ("-7 hari (-50,00 %)", "membaik")
    assert grow(*years, Angka(2, "orang"), Angka(7, "%"), Polaritas.NAIK).alasan is Alasan.SATUAN_BERBEDA
    bare = grow(*years, Angka(80), Angka(84), Polaritas.NAIK, "persen")
    assert str(bare) == "+4 poin persen (+5,00 %)"
    assert (
        str(baris(satu(TUJUAN, satuan="%"), ukur(60, 70), 2022).pertumbuhan[-1])
        == "+10 poin persen (+16,67 %)"
    )


@pytest.mark.parametrize("tahun", [2020, 2026])
def test_a_year_outside_the_plan(tahun: int) -> None:
    """It has another plan, with another end; the message names the span."""
    with pytest.raises(ModelError, match=f"compare_tahun.tahun is {tahun}: a year of the plan 2021-2025"):
        compare_tahun(satu(TUJUAN), [], tahun)


@pytest.mark.parametrize("rencana", ["2023-TW1", "2023-S2", "2023-05"])
def test_a_span_is_made_of_years(rencana: str) -> None:
    """A quarter is no plan; a plan of one year is."""
    with pytest.raises(ModelError, match=f"compare_tahun.rencana is {rencana}: the span of the plan"):
        compare_tahun(satu(TUJUAN), [], 2023, rencana=rencana)
    assert baris(satu(TUJUAN, satuan="%"), ukur(None, None, "75,99 %"), rencana=2023).akhir.nilai == 100


def test_a_revision_that_nobody_knew_of_yet() -> None:
    """At the end of 2023 a stock and a flow both stand against the plan as it was then."""
    later = dt.date(2025, 6, 1)
    stock = [Target(2025, "90 %"), Target(2025, "80 %", "perubahan", later), Target(2023, "60 %")]
    assert baris(satu(stock), ukur(None, None, "60 %")).akhir.target == parse_nilai("90 %")
    flow = [*(Target(year, 10) for year in range(2021, 2026)), Target(2025, 60, "perubahan", later)]
    assert baris(satu(flow, agregasi="jumlah"), ukur(10, 10, 10)).akhir.target == Angka(50)
    blank = [Target("2021-2025", ""), Target(2025, 20), Target(2023, 10)]
    assert baris(satu(blank, agregasi="nilai_akhir"), ukur(None, None, 10)).akhir.nilai == 50


@pytest.mark.parametrize(
    ("tahun", "more", "pesan"),
    [
        ("2023-TW1", {}, "compare_tahun.tahun is 2023-TW1: a year"),
        ("2021-2025", {}, "a year"),
        (2023, {"kosong": "nol"}, "kosong"),
    ],
)
def test_arguments(tahun: int | str, more: dict[str, str], pesan: str) -> None:
    """A year, a span, known words."""
    with pytest.raises(ModelError, match=pesan):
        compare_tahun(satu(TUJUAN), [], tahun, **more)  # type: ignore[arg-type]
    with pytest.raises(PeriodeError):
        compare_tahun(satu(TUJUAN), [], "kapan")


def test_the_span_of_the_plan() -> None:
    """The tree's own or the one that is given; without either there is no end."""
    pohon = satu({2022: "50 %", 2024: "80 %"})
    pohon.periode = None
    with pytest.raises(ModelError, match=r"compare_tahun\.rencana is None"):
        compare_tahun(pohon, [], 2023)
    row = baris(pohon, ukur(None, "40 %"), 2022, rencana="2022-2024")
    assert row.akhir.nilai == 50


@given(pohon_apa_pun(max_size=3), st.data())
@SEDIKIT
def test_any_tree_beside_its_years(tree: PohonKinerja, data: st.DataObject) -> None:
    """Nothing but an error of this library leaves, and every row can be read."""
    ids = [item.id for node in tree for item in node.indikator] or ["tidak-ada"]
    years = st.sampled_from([Periode(2023), Periode(2024), Periode.parse("2024-TW1"), Periode(2025)])
    rows = [
        data.draw(umum.realisasi(data.draw(st.sampled_from(ids)), data.draw(years)))
        for _ in range(data.draw(st.integers(0, 4)))
    ]
    outside = {ids[0]: ("pembanding", data.draw(umum.isian()))}
    try:
        laporan = compare_tahun(
            tree,
            rows,
            2025,
            data.draw(st.none() | umum.kebijakan(galat=True)),
            rencana=data.draw(st.sampled_from(["2021-2025", "2024-2026", "2025"])),
            luar=data.draw(st.sampled_from([None, outside])),
            kosong=data.draw(st.sampled_from(Kekosongan)),
        )
    except SakipError:
        return
    assert [row.tahun for row in laporan] == list(laporan.laporan)
    for row in laporan:
        assert (row.akhir.nilai is None) is (row.akhir.alasan is not None)
        assert row.explain()
        assert len(row.pertumbuhan) == len(row.deret) - 1
    assert str(laporan)
    assert laporan._repr_html_().startswith("<table>")
    assert len(laporan.to_csv()) > 0 or not laporan.baris


def test_a_target_of_the_year_and_what_was_reached() -> None:
    """The row of the year is that of the yearly report."""
    pohon, rows = satu(TUJUAN, satuan="%"), ukur("60 %", "70 %", "77 %")
    assert baris(pohon, rows).tahun == compute_capaian(pohon, rows, 2023)["IK"]
    assert baris(pohon, []).tahun.capaian.realisasi == Kosong()
