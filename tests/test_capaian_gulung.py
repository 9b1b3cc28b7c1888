"""Several capaian as one, and one figure for each node of a tree."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from html.parser import HTMLParser

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import strategies as umum
from sakip.alasan import Alasan, Kekosongan
from sakip.angka import KONTEKS, round_half_up
from sakip.capaian import (
    Bagian,
    CaraGabung,
    Gabungan,
    LaporanSimpul,
    combine_capaian,
    compute_capaian,
    roll_up,
)
from sakip.errors import AngkaError, ModelError, SakipError, TidakAdaError, TipeError
from sakip.kebijakan import LKJIP
from sakip.model import CSF, Indikator, Jabatan, JenisInstansi, Kegiatan, Outcome, Program, Realisasi, Relasi
from sakip.periode import Periode
from sakip.pohon import PohonKinerja
from sakip.skala import SKALA_MAGETAN
from strategies_pohon import pohon as pohon_apa_pun

SEDIKIT = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SEPER = Decimal("1e-25")


def dua(nilai: Decimal | None) -> str:
    """A figure with two decimals."""
    assert nilai is not None
    return str(round_half_up(nilai, 2))


def bagian(*nilai: int | str | Decimal | None) -> list[Bagian]:
    return [Bagian(f"IK{nomor}", item) for nomor, item in enumerate(nilai, start=1)]


# --- several as one -----------------------------------------------------------------

GABUNGAN = [
    ("rata-rata", "rata_rata", ("80", "100", "120"), "100.00"),
    ("nol ikut dihitung: (0 + 100) ÷ 2, bukan 100 ÷ 1", "rata_rata", ("0", "100"), "50.00"),
    ("capaian negatif ikut dihitung", "rata_rata", ("-10", "100"), "45.00"),
    ("PMK 22/2021: √(100 × 90)", "geometrik", ("100", "90"), "94.87"),
    ("PMK 22/2021: ∛(66,67 × 66,67 × 100)", "geometrik", ("66,67", "66,67", "100"), "76.32"),
    ("PMK 22/2021: satu RO nol", "geometrik", ("0", "90", "100"), "0.00"),
    ("satu bagian adalah dirinya sendiri", "geometrik", ("73,5",), "73.50"),
    ("terlemah", "terlemah", ("80", "-5", "120"), "-5.00"),
]


@pytest.mark.parametrize(("sumber", "cara", "nilai", "hasil"), GABUNGAN)
def test_ways_of_combining(sumber: str, cara: str, nilai: tuple[str, ...], hasil: str) -> None:
    """Each way on figures whose answer is known."""
    made = combine_capaian(bagian(*nilai), cara)
    assert dua(made.nilai) == hasil, sumber
    assert (made.alasan, made.cara.value, made.cakupan) == (None, cara, f"{len(nilai)} dari {len(nilai)}")
    assert made.explain().splitlines()[-1] == f"Hasil: {hasil.replace('.', ',')} %."


def test_the_cube_root_of_exact_figures() -> None:
    """PMK 22/2021 prints 76,32 from the rounded 66,67; two thirds exactly give 76,31."""
    third = KONTEKS.divide(Decimal(200), Decimal(3))
    assert dua(combine_capaian(bagian(third, third, 100), "geometrik").nilai) == "76.31"


def test_a_part_without_a_number_is_left_out_and_named() -> None:
    """The mean rests on the others; asked to, there is none."""
    parts = [
        Bagian("A", 80),
        Bagian("B", None, Alasan.BELUM_ADA_REALISASI),
        Bagian("C", 0),
        Bagian("D", None),
    ]
    made = combine_capaian(parts)
    assert (made.nilai, made.terhitung, made.banyak, made.cakupan) == (Decimal(40), 2, 4, "2 dari 4")
    assert [item.id for item in made.kurang] == ["B", "D"]
    assert made.explain().splitlines() == [
        "Cara menggabungkan: rata-rata (2 dari 4 bagian terhitung).",
        "Bagian: A 80,00; C 0,00.",
        "Tidak dihitung: B (belum ada realisasi).",
        "Tidak dihitung: D.",
        "Hasil: 40,00 %.",
    ]
    refused = combine_capaian(parts, kosong="tolak")
    assert (refused.nilai, refused.alasan) == (None, Alasan.ADA_YANG_KOSONG)
    assert refused.explain().endswith("Tidak dihitung: ada bagian yang tidak punya angka.")


@pytest.mark.parametrize("cara", list(CaraGabung))
@pytest.mark.parametrize("kosong", list(Kekosongan))
def test_nothing_is_no_figure(cara: CaraGabung, kosong: Kekosongan) -> None:
    """No part, or none with a number, is not zero."""
    assert combine_capaian([], cara, kosong=kosong).alasan is Alasan.SEMUA_KOSONG
    none = combine_capaian([Bagian("A", None, bobot=1)], cara, kosong=kosong)
    assert (none.nilai, none.alasan, none.cakupan) == (None, Alasan.SEMUA_KOSONG, "0 dari 1")
    assert "Bagian:" not in none.explain()


TERTIMBANG = [
    ([(80, 3), (100, 1)], Decimal(85)),
    ([(80, 0), (100, 1)], Decimal(100)),
    ([(None, 50), (100, 30), (80, 20)], Decimal(92)),
    ([(0, 1), (100, 3)], Decimal(75)),
]


@pytest.mark.parametrize(("rows", "hasil"), TERTIMBANG)
def test_weights(rows: list[tuple[int | None, int]], hasil: Decimal) -> None:
    """They are renormalised over the parts that have a number."""
    parts = [Bagian(f"IK{nomor}", nilai, bobot=bobot) for nomor, (nilai, bobot) in enumerate(rows)]
    assert combine_capaian(parts, "tertimbang").nilai == hasil
    empty = any(nilai is None for nilai, _ in rows)
    refused = combine_capaian(parts, "tertimbang", kosong="tolak")
    assert refused.alasan is (Alasan.ADA_YANG_KOSONG if empty else None)


@pytest.mark.parametrize(
    ("parts", "alasan"),
    [
        ([Bagian("A", 80, bobot=1), Bagian("B", 90)], Alasan.BOBOT_TIDAK_ADA),
        ([Bagian("A", 80, bobot=1), Bagian("B", None)], Alasan.BOBOT_TIDAK_ADA),
        ([Bagian("A", 80, bobot=1), Bagian("B", 90, bobot=-1)], Alasan.BOBOT_TIDAK_ADA),
        ([Bagian("A", 80, bobot=0), Bagian("B", 90, bobot=0)], Alasan.BOBOT_NOL),
        ([Bagian("A", 80, bobot=0), Bagian("B", None, bobot=5)], Alasan.BOBOT_NOL),
    ],
)
def test_weights_that_are_none(parts: list[Bagian], alasan: Alasan) -> None:
    """A weight that is missing or below zero is not made up, and nothing is divided by zero."""
    made = combine_capaian(parts, "tertimbang")
    assert (made.nilai, made.alasan) == (None, alasan)
    assert ("Tanpa bobot: B." in made.explain().splitlines()) is (alasan is Alasan.BOBOT_TIDAK_ADA)


def test_weights_of_what_is_not_there() -> None:
    """A weight for no indikator and no node is a slip of the pen, and each of them is named."""
    pohon, rows = bersusun({"A": (None, None), "B": ("A", 80)})
    with pytest.raises(TidakAdaError, match="no indikator atau simpul 'X, Y' in the tree 'Contoh'"):
        gulung(pohon, rows, bobot={"B": 1, "X": 2, "B-IK": 3, "Y": 4})


def test_the_mean_of_equal_figures_is_that_figure() -> None:
    """To the last digit: thirty-four digits thrice and divided by three would be another."""
    third = Decimal("70.53659198913781398506449422946368")
    assert combine_capaian(bagian(third, third, third)).nilai == third
    weighed = [
        Bagian("A", third, bobot="0,3"),
        Bagian("B", third, bobot="0,7"),
        Bagian("C", 0, bobot=0),
    ]
    assert combine_capaian(weighed, "tertimbang").nilai == third


@pytest.mark.parametrize("nilai", ["9E+999999", "1E-999999", "1E+341"])
def test_figures_that_nothing_computes_are_refused(nilai: str) -> None:
    """Sums of them could not be held; what a policy can give is always taken."""
    with pytest.raises(SakipError):
        Bagian("A", Decimal(nilai))
    tiny = LKJIP.capaian(3000, 1).nilai
    assert combine_capaian([Bagian("A", tiny), Bagian("B", tiny)]).nilai == tiny


def test_a_result_made_by_hand() -> None:
    """Without a figure and without a reason it says what it was made of."""
    bare = Gabungan(CaraGabung.RATA_RATA, None, None, ())
    assert bare.explain() == "Cara menggabungkan: rata-rata (0 dari 0 bagian terhitung)."


def test_weights_are_shown_where_they_count() -> None:
    """An explanation of a weighted mean names each weight; any other has none."""
    parts = [Bagian("A", 80, bobot="2,5"), Bagian("B", 90, bobot=1)]
    assert "A 80,00 × bobot 2,5; B 90,00 × bobot 1" in combine_capaian(parts, "tertimbang").explain()
    assert "bobot" not in combine_capaian(parts).explain()


def test_a_negative_capaian_has_no_root() -> None:
    """PMK 22/2021: the geometric mean is for figures from zero up."""
    assert combine_capaian(bagian("-1", "100"), "geometrik").alasan is Alasan.CAPAIAN_NEGATIF


@pytest.mark.parametrize(("cara", "kosong"), [("median", "lewati"), ("rata_rata", "nol")])
def test_ways_that_are_none(cara: str, kosong: str) -> None:
    """The message names the function."""
    with pytest.raises(ModelError, match="combine_capaian"):
        combine_capaian([], cara, kosong=kosong)


def test_what_is_no_figure_is_refused() -> None:
    """Floats, infinities, words."""
    with pytest.raises(TipeError):
        Bagian("A", 80.5)  # type: ignore[arg-type]
    with pytest.raises(AngkaError):
        Bagian("A", Decimal("NaN"))
    with pytest.raises(AngkaError):
        Bagian("A", "delapan puluh")


def _bagian_apa_pun() -> st.SearchStrategy[list[Bagian]]:
    one = st.builds(
        Bagian,
        umum.identitas(),
        st.none() | umum.desimal(-1000, 1000, 4),
        st.none(),
        st.none() | umum.desimal(-1, 100, 2),
    )
    return st.lists(one, max_size=6)


@given(_bagian_apa_pun(), st.sampled_from(CaraGabung), st.sampled_from(Kekosongan), st.data())
@SEDIKIT
def test_the_order_of_parts_never_matters(
    parts: list[Bagian], cara: CaraGabung, kosong: Kekosongan, data: st.DataObject
) -> None:
    """The same figure to the last digit, or the same reason."""
    first = combine_capaian(parts, cara, kosong=kosong)
    second = combine_capaian(data.draw(st.permutations(parts)), cara, kosong=kosong)
    assert (first.nilai, first.alasan, first.cakupan) == (second.nilai, second.alasan, second.cakupan)
    assert (first.nilai is None) is (first.alasan is not None)
    assert first.explain()


@given(st.lists(umum.desimal(0, 1000, 4), min_size=1, max_size=8))
@SEDIKIT
def test_bounds_of_a_mean(nilai: list[Decimal]) -> None:
    """Lowest ≤ geometric ≤ simple mean ≤ highest, and a weighted one lies between lowest and highest."""
    parts = [Bagian(str(nomor), item, bobot=nomor + 1) for nomor, item in enumerate(nilai)]
    made = {cara: combine_capaian(parts, cara).nilai for cara in CaraGabung}
    low, geo = made[CaraGabung.TERLEMAH], made[CaraGabung.GEOMETRIK]
    mean, weighed = made[CaraGabung.RATA_RATA], made[CaraGabung.TERTIMBANG]
    assert low is not None
    assert geo is not None
    assert mean is not None
    assert weighed is not None
    assert low == min(nilai)
    assert low - SEPER <= geo <= mean + SEPER
    assert low - SEPER <= mean <= max(nilai) + SEPER
    assert low - SEPER <= weighed <= max(nilai) + SEPER


@given(st.lists(umum.desimal(0, 1000, 4) | st.none(), max_size=8))
@SEDIKIT
def test_a_mean_divides_by_all_that_have_a_number(nilai: list[Decimal | None]) -> None:
    """Zero is a number: dropping failures would raise the mean."""
    made = combine_capaian(bagian(*nilai))
    numbers = [item for item in nilai if item is not None]
    assert made.terhitung == len(numbers)
    if numbers:
        assert made.nilai is not None
        assert abs(made.nilai * len(numbers) - sum(numbers)) < SEPER


# --- up a tree ----------------------------------------------------------------------


def bersusun(
    susunan: Mapping[str, tuple[str | None, int | str | None]], jenis: JenisInstansi = JenisInstansi.BEBAS
) -> tuple[PohonKinerja, list[Realisasi]]:
    """A tree of nodes with their parents and, where it has one, the capaian of its indikator."""
    pohon = PohonKinerja("Contoh", jenis=jenis)
    rows: list[Realisasi] = []
    for id, (above, capaian) in susunan.items():
        items = [] if capaian is None else [Indikator(id=f"{id}-IK", nama="Capaian", target={2025: 100})]
        pohon.add(Outcome(id, uraian=id, indikator=items), under=above)
        if capaian not in (None, ""):
            rows.append(Realisasi(f"{id}-IK", 2025, capaian))
    return pohon, rows


def gulung(pohon: PohonKinerja, rows: list[Realisasi], **more: object) -> LaporanSimpul:
    return roll_up(pohon, compute_capaian(pohon, rows, 2025), **more)  # type: ignore[arg-type]


def test_a_chain_of_geometric_means() -> None:
    """PMK 22/2021: RO to kegiatan to program to the organisation, each the root of the product below."""
    pohon = PohonKinerja("Lembaga", jenis=JenisInstansi.BEBAS)
    pohon.add(Outcome("L"))
    pohon.add_many(
        [(Program("P1"), "L"), (Program("P2"), "L"), (Kegiatan("K1"), "P1"), (Kegiatan("K2"), "P1")]
    )
    rows: list[Realisasi] = []

    def ro(id: str, under: str, target: int, realisasi: int) -> None:
        pohon.add(CSF(id, indikator=Indikator(id=f"{id}-IK", nama="RO", target={2025: target})), under=under)
        rows.append(Realisasi(f"{id}-IK", 2025, realisasi))

    ro("A", "K1", 50, 50)
    ro("B", "K1", 10, 9)
    ro("C", "K2", 3, 2)
    ro("D", "K2", 6, 4)
    ro("E", "K2", 7, 7)
    ro("F", "P2", 4, 4)
    made = gulung(pohon, rows, anak="geometrik")
    assert {id: dua(made[id].nilai) for id in ("K1", "K2", "P1", "P2", "L")} == {
        "K1": "94.87", "K2": "76.31", "P1": "85.09", "P2": "100.00", "L": "92.24",
    }  # fmt: skip
    assert [made[id].asal for id in ("L", "A")] == ["anak", "indikator"]
    below = [row for row in rows if row.indikator != "B-IK"]
    zero = gulung(pohon, [*below, Realisasi("B-IK", 2025, 0)], anak="geometrik")
    assert [zero[id].nilai for id in ("K1", "P1", "L")] == [0, 0, 0]


def test_a_negative_child_stops_the_geometric_mean() -> None:
    """It has a reason all the way up."""
    pohon = PohonKinerja("Contoh")
    pohon.add(Outcome("O"))
    for id in ("A", "B"):
        item = Indikator(id=f"{id}-IK", nama="x", polaritas="turun", target={2025: 10})
        pohon.add(CSF(id, indikator=item), under="O")
    made = gulung(pohon, [Realisasi("A-IK", 2025, 25), Realisasi("B-IK", 2025, 10)], anak="geometrik")
    assert made["A"].nilai == -50
    assert (made["O"].nilai, made["O"].alasan) == (None, Alasan.CAPAIAN_NEGATIF)
    assert str(made["O"]) == f"— ({Alasan.CAPAIAN_NEGATIF.kalimat})"


def test_a_parent_has_no_figure_until_a_way_is_named() -> None:
    """Children are never averaged unasked; own indikator win over children."""
    pohon, rows = bersusun(
        {"A": (None, None), "B": ("A", 80), "C": ("A", 100), "D": (None, 50), "E": ("D", 90)}
    )
    unasked = gulung(pohon, rows)
    assert (unasked["A"].nilai, unasked["A"].alasan, unasked["A"].asal) == (
        None,
        Alasan.CARA_TIDAK_DISEBUT,
        "",
    )
    assert unasked["D"].nilai == 50
    asked = gulung(pohon, rows, anak="rata_rata")
    assert [asked[id].nilai for id in "ABCDE"] == [90, 80, 100, 50, 90]
    assert gulung(pohon, rows, anak=CaraGabung.TERLEMAH)["A"].nilai == 80
    assert asked["A"].explain().splitlines()[:2] == ["A: A", "Dihitung dari simpul di bawahnya."]
    assert "Dihitung dari indikatornya sendiri." in asked["D"].explain()
    assert unasked["A"].explain() == f"A: A\nTidak dihitung: {Alasan.CARA_TIDAK_DISEBUT.kalimat}."


def test_a_leaf_without_indikator() -> None:
    """It has none, and its parent leaves it out with its reason."""
    pohon, rows = bersusun({"A": (None, None), "B": ("A", None), "C": ("A", 60)})
    made = gulung(pohon, rows, anak="rata_rata")
    assert made["B"].alasan is Alasan.TANPA_INDIKATOR
    assert (made["A"].nilai, made["A"].terhitung, made["A"].banyak) == (Decimal(60), 1, 2)
    assert made["A"].to_record()["kurang"] == "B"
    refused = gulung(pohon, rows, anak="rata_rata", kosong="tolak")
    assert refused["A"].alasan is Alasan.ADA_YANG_KOSONG


def test_an_only_part_passes_its_reason_on() -> None:
    """Of one part the reason is known; of several it is that all are empty."""
    pohon, rows = bersusun({"A": (None, None), "B": ("A", "")})
    made = gulung(pohon, rows, anak="tertimbang")
    assert (made["B"].alasan, made["A"].alasan) == (Alasan.BELUM_ADA_REALISASI, Alasan.BELUM_ADA_REALISASI)
    pohon, rows = bersusun({"A": (None, None), "B": ("A", ""), "C": ("A", "")})
    assert gulung(pohon, rows, anak="rata_rata")["A"].alasan is Alasan.SEMUA_KOSONG


def test_several_indikator_of_a_node() -> None:
    """They become one as asked; only the main ones where that is asked."""
    pohon = PohonKinerja("Contoh")
    items = [
        Indikator(id="IK1", nama="x", target={2025: 100}, iku=True),
        Indikator(id="IK2", nama="x", target={2025: 100}),
        Indikator(id="IK3", nama="x", target={2025: 100}),
    ]
    pohon.add(Outcome("O", indikator=items))
    pohon.add(CSF("C", indikator=Indikator(id="IK4", nama="x", target={2025: 100})), under="O")
    rows = [Realisasi(f"IK{n}", 2025, nilai) for n, nilai in ((1, 40), (2, 80), (4, 90))]
    made = gulung(pohon, rows)
    assert (made["O"].nilai, made["O"].terhitung, made["O"].banyak) == (Decimal(60), 2, 3)
    assert gulung(pohon, rows, kosong="tolak")["O"].alasan is Alasan.ADA_YANG_KOSONG
    assert gulung(pohon, rows, indikator="terlemah")["O"].nilai == 40
    main = gulung(pohon, rows, iku=True)
    assert (main["O"].nilai, main["O"].banyak) == (Decimal(40), 1)
    assert main["C"].alasan is Alasan.TANPA_INDIKATOR


def test_weights_by_id() -> None:
    """Of indikator and of nodes; one that is missing is not made up; an only part needs none."""
    pohon, rows = bersusun({"A": (None, None), "B": ("A", 80), "C": ("A", 100)})
    weighed = gulung(pohon, rows, anak="tertimbang", indikator="tertimbang", bobot={"B": 3, "C": "1"})
    assert [weighed[id].nilai for id in "ABC"] == [85, 80, 100]
    assert "× bobot 3" in weighed["A"].explain()
    assert gulung(pohon, rows, anak="tertimbang", bobot={"B": 3})["A"].alasan is Alasan.BOBOT_TIDAK_ADA
    with pytest.raises(TipeError):
        gulung(pohon, rows, bobot={"B": 0.5})


def test_links_are_never_followed() -> None:
    """A crosscutting or supporting node counts where it stands, and nowhere else."""
    pohon, rows = bersusun({"A": (None, None), "B": ("A", 80), "X": (None, 20)})
    before = gulung(pohon, rows, anak="rata_rata")
    for jenis in ("crosscutting", "dukungan"):
        pohon.add_relasi(Relasi(jenis=jenis, dari="X", ke="A"))
        pohon.add_relasi(Relasi(jenis=jenis, dari="A", ke="X"))
    assert [row.nilai for row in gulung(pohon, rows, anak="rata_rata")] == [row.nilai for row in before]


def test_a_report_of_several_periods_is_refused() -> None:
    """One figure for each node is of one period."""
    pohon, rows = bersusun({"A": (None, 80)})
    with pytest.raises(ModelError, match=r"LaporanCapaian\.periode is 2: one period"):
        roll_up(pohon, compute_capaian(pohon, rows, [2024, 2025]))
    for more in ({"anak": "median"}, {"indikator": "median"}, {"kosong": "nol"}):
        with pytest.raises(ModelError, match="roll_up"):
            gulung(pohon, rows, **more)


def test_the_report_of_nodes() -> None:
    """In tree order, by id, with the post, the band and the path of each."""
    pohon, rows = bersusun({"A": (None, None), "B": ("A", 80), "C": ("B", 40)})
    pohon.add_jabatan(Jabatan(id="kadis", nama="Kepala Dinas"))
    pohon.assign("A", "kadis")
    rule = attrs.evolve(LKJIP, nama="Dinas", skala=SKALA_MAGETAN)
    made = roll_up(pohon, compute_capaian(pohon, rows, 2025, rule), anak="rata_rata")
    assert [row.simpul.id for row in made] == ["A", "B", "C"]
    assert (len(made), "B" in made, "X" in made, made.periode) == (3, True, False, Periode(2025))
    assert made["C"].jalur == ("A", "B", "C")
    assert made.to_records()[0] == {
        "id_simpul": "A", "induk": "", "jenis": "outcome", "tingkat": 0, "uraian": "A", "jabatan": "Kepala Dinas",
        "capaian": Decimal(80), "alasan": "", "asal": "anak", "cara": "rata_rata", "terhitung": 1, "banyak": 1,
        "kurang": "", "predikat": "Berhasil", "warna": SKALA_MAGETAN.pita[1].warna, "kebijakan": "Dinas",
    }  # fmt: skip
    assert (made.to_records()[2]["induk"], made.to_records()[2]["tingkat"]) == ("B", 2)
    assert made.to_csv().splitlines()[0].startswith("id_simpul,induk,jenis,tingkat")
    for unknown in ("X", ["A"]):
        with pytest.raises(TidakAdaError, match="no simpul"):
            made[unknown]  # type: ignore[index]


def test_the_table_of_nodes_as_it_is_printed() -> None:
    """Golden."""
    pohon, rows = bersusun({"A": (None, None), "B": ("A", 80), "C": ("A", ""), "D": (None, None)})
    assert str(gulung(pohon, rows, anak="rata_rata")) == (
        "Capaian simpul Contoh, Tahun 2025, kebijakan LKJIP\n"
        "\n"
        "Id  Simpul  Dari       Terhitung                          Capaian\n"
        "──  ──────  ─────────  ─────────  ───────────────────────────────\n"
        "A   A       anak        1 dari 2                          80,00 %\n"
        "B   B       indikator   1 dari 1                          80,00 %\n"
        "C   C       indikator   0 dari 1          — (belum ada realisasi)\n"
        "D   D                             — (simpul tidak punya indikator\n"
        "                                                   yang dihitung)"
    )


class _Sel(HTMLParser):
    """What stands in each kind of element."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # its signature
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_nodes_in_a_notebook() -> None:
    """The label stands beside the colour, and a name with signs stays a name."""
    pohon = PohonKinerja("Contoh")
    pohon.add(Outcome("O", uraian='<script>"&', indikator=Indikator(id="IK", nama="x", target={2025: 100})))
    rule = attrs.evolve(LKJIP, nama="Dinas", skala=SKALA_MAGETAN)
    made = roll_up(pohon, compute_capaian(pohon, [Realisasi("IK", 2025, 80)], 2025, rule))
    page = _Sel(made._repr_html_())
    assert set(page.tags) == {"table", "caption", "thead", "tbody", "tr", "th", "td"}
    assert {'<script>"&', "Berhasil", "Predikat"} <= set(page.words)
    plain = roll_up(pohon, compute_capaian(pohon, [], 2025))
    assert "border-left" not in plain._repr_html_()


@given(pohon_apa_pun(max_size=5), st.data())
@SEDIKIT
def test_any_tree_rolls_up(tree: PohonKinerja, data: st.DataObject) -> None:
    """Nothing but an error of this library leaves; every node has a figure or a reason, in every form."""
    ids = [item.id for node in tree for item in node.indikator]
    rows = [data.draw(umum.realisasi(id, Periode(2025))) for id in ids if data.draw(st.booleans())]
    weights = {id: data.draw(umum.desimal(-1, 10, 1)) for id in [*ids, *(node.id for node in tree)]}
    try:
        laporan = compute_capaian(tree, rows, 2025, data.draw(st.none() | umum.kebijakan(galat=True)))
        made = roll_up(
            tree,
            laporan,
            indikator=data.draw(st.sampled_from(CaraGabung)),
            anak=data.draw(st.none() | st.sampled_from(CaraGabung)),
            bobot=data.draw(st.sampled_from([None, weights])),
            iku=data.draw(st.booleans()),
            kosong=data.draw(st.sampled_from(Kekosongan)),
        )
    except SakipError:
        return
    assert [row.simpul.id for row in made] == [node.id for node in tree]
    for row in made:
        assert (row.nilai is None) is (row.alasan is not None)
        assert row.banyak >= row.terhitung >= 0
        assert row.explain()
        assert row.langkah[0].kode == "simpul"
    assert str(made)
    assert made._repr_html_().startswith("<table>")
    assert len(made.to_records()) == len(tree)
    assert len(made.to_csv().splitlines()) >= (len(tree) + 1 if len(tree) else 0)
