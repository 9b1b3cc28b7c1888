"""Plots, by what stands on their axes: positions, texts, counts."""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from sakip import (
    LKJIP,
    Indikator,
    Kegiatan,
    LaporanCapaian,
    Outcome,
    PohonKinerja,
    Program,
    Realisasi,
    compute_capaian,
    read_realisasi,
    read_struktur,
    roll_up,
)
from sakip.alasan import Alasan
from sakip.anggaran import compute_serapan
from sakip.angka import Kategori, Rasio
from sakip.capaian import LaporanEfisiensi, compare_serapan, compare_tahun
from sakip.errors import AngkaError, EkstraError, ModelError, TidakAdaError
from sakip.gambar import plot_cakupan, plot_kuadran, plot_predikat, plot_tahun, plot_triwulan
from sakip.gambar._plot_dasar import format_titik, gaya_pita, to_titik
from sakip.gambar._warna import gaya_of
from sakip.model import RealisasiAnggaran
from sakip.skala import SKALA, SKALA_PERMENDAGRI_86, Pita, Skala
from strategies import SEDIKIT

FOLDER = Path(__file__).parents[1] / "examples" / "dinsos-kotawaringin-timur-2025"
BERSKALA = attrs.evolve(LKJIP, nama="LKJIP berskala", skala=SKALA_PERMENDAGRI_86)


@pytest.fixture
def ax() -> Axes:
    """Axes of a figure that pyplot knows nothing of."""
    return Figure(figsize=(7, 5), layout="constrained").subplots()


@pytest.fixture
def pyplot_bersih() -> Iterator[None]:
    """No figure of pyplot before, none after."""
    plt.close("all")
    yield
    plt.close("all")


@pytest.fixture(scope="module")
def dinsos() -> LaporanCapaian:
    """The figures of the example, on a scale."""
    pohon = read_struktur(FOLDER / "struktur.csv").dokumen
    terukur = read_realisasi(FOLDER / "realisasi-ilustrasi-2025.csv").dokumen
    return compute_capaian(pohon, terukur, 2025, BERSKALA)


def pohon_of(*indikator: Indikator) -> PohonKinerja:
    pohon = PohonKinerja("Dinas Contoh", periode="2021-2026")
    pohon.add(Outcome("O1", indikator=indikator))
    return pohon


def draw(ax: Axes) -> None:
    """Draw the whole figure: what can't be drawn fails here."""
    figure = ax.figure.get_figure(root=True)
    assert figure is not None
    FigureCanvasAgg(figure).draw()  # type: ignore[no-untyped-call]


def texts(ax: Axes, gid: str) -> list[str]:
    return [item.get_text() for item in ax.texts if item.get_gid() == gid]


def lines(ax: Axes, gid: str) -> list[list[float]]:
    return [plain(line.get_ydata()) for line in ax.lines if line.get_gid() == gid]


def plain(points: Any) -> Any:
    """What matplotlib holds, as lists of floats."""
    return np.asarray(points, dtype=float).tolist()


def bars(ax: Axes) -> list[Rectangle]:
    return [item for item in ax.patches if isinstance(item, Rectangle)]


def ticks(ax: Axes, axis: str) -> list[str]:
    labels = ax.get_xticklabels() if axis == "x" else ax.get_yticklabels()
    return [item.get_text().replace("\n", " ") for item in labels]


def same(found: list[float], expected: list[float | None]) -> bool:
    """Whether heights are those expected, None for a gap."""
    return len(found) == len(expected) and all(
        math.isnan(one) if other is None else one == other for one, other in zip(found, expected, strict=True)
    )


# --- what they share ----------------------------------------------------------------


@SEDIKIT
@given(st.integers(-(10**9), 10**9), st.integers(0, 4))
def test_a_tick_is_written_as_indonesians_write_it(nilai: int, digit: int) -> None:
    """Read back the Indonesian way, a tick is the figure that it stands at."""
    figure = Decimal(nilai).scaleb(-digit)
    text = format_titik(float(figure))
    assert Decimal(text.replace(".", "").replace(",", ".")) == figure


def test_a_tick_has_no_digits_that_say_nothing() -> None:
    """Neither noise of floats nor zeros behind the comma, nor a minus before zero."""
    assert [format_titik(item) for item in (0.1 + 0.2, 20.0, -0.0, 1e6, -2.5)] == [
        "0,3", "20", "0", "1.000.000", "-2,5",
    ]  # fmt: skip


def test_a_figure_that_no_axis_holds_is_refused() -> None:
    """A float has an end."""
    with pytest.raises(ModelError, match="a figure that can be drawn"):
        to_titik(Decimal("1e400"))


@pytest.mark.parametrize("skala", SKALA.values(), ids=lambda skala: skala.nama)
def test_no_two_bands_look_alike_in_black_and_white(skala: Skala) -> None:
    """Each band of a scale has a hatch of its own, whatever its colour."""
    looks = gaya_pita(skala)
    assert list(looks) == list(skala.pita)
    assert len({gaya.arsir for gaya in looks.values()}) == len(skala.pita)


def test_bands_have_the_colours_of_the_pictures_of_a_tree() -> None:
    """One palette, whatever is drawn; the hatch is of the ink that is read on it."""
    looks = list(gaya_pita(SKALA_PERMENDAGRI_86).values())
    assert [(gaya.warna, gaya.tinta) for gaya in looks] == [
        (gaya.isi, gaya.teks) for gaya in (gaya_of(rank, 5) for rank in range(5))
    ]


@pytest.mark.usefixtures("pyplot_bersih")
def test_pyplot_is_left_alone_where_axes_are_given(dinsos: LaporanCapaian, ax: Axes) -> None:
    """No figure is opened, and the axes come back."""
    assert plot_predikat(dinsos, ax=ax) is ax
    assert plot_cakupan(dinsos, ax=ax) is ax
    assert plt.get_fignums() == []


@pytest.mark.usefixtures("pyplot_bersih")
def test_without_axes_there_is_one_new_figure(dinsos: LaporanCapaian) -> None:
    """As pandas does it, so that a notebook shows it."""
    first, second = plot_predikat(dinsos), plot_tahun(dinsos, "IK-P1")
    assert first.figure is not second.figure
    assert len(plt.get_fignums()) == 2
    draw(first)
    draw(second)


GAMBAR: dict[str, Callable[[LaporanCapaian], Axes]] = {
    "predikat": plot_predikat,
    "cakupan": plot_cakupan,
    "tahun": lambda laporan: plot_tahun(laporan, "IK-P1"),
    "triwulan": lambda _: plot_triwulan(laporan_triwulan()),
    "kuadran": lambda _: plot_kuadran(laporan_uang([(90, 80)])),
}


@pytest.mark.parametrize("nama", GAMBAR)
def test_without_matplotlib_the_extra_is_named(
    nama: str, dinsos: LaporanCapaian, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What to install, in one line, whatever is drawn."""
    for module in [name for name in sys.modules if name.partition(".")[0] == "matplotlib"]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(EkstraError, match=r"sakip\[plot\]"):
        GAMBAR[nama](dinsos)


def test_dollar_signs_are_no_formulas(ax: Axes) -> None:
    """What matplotlib would set as mathematics stays as it is printed."""
    pohon = pohon_of(
        Indikator(id="IK1", nama="Nilai $ekspor$ ke_luar", satuan="US$", target={2025: "10 US$"})
    )
    plot_tahun(compute_capaian(pohon, [Realisasi("IK1", 2025, "9 US$")], 2025), ax=ax)
    draw(ax)
    assert ax.get_title(loc="left") == r"IK1: Nilai \$ekspor\$ ke_luar"


# --- over the years -----------------------------------------------------------------


def test_target_and_realisasi_stand_at_their_years(ax: Axes) -> None:
    """Five targets as printed, three measurements; the two years between are a gap, and a note says so."""
    target = {2021: "63,32", 2022: "69,65", 2023: "75,99", 2024: "82,32", 2025: "94,99"}
    pohon = pohon_of(Indikator(id="IK1", nama="Persentase", satuan="%", target=target))
    terukur = [Realisasi("IK1", 2021, 60), Realisasi("IK1", 2022, 70), Realisasi("IK1", 2025, 0)]
    plot_tahun(compute_capaian(pohon, terukur, range(2021, 2026)), ax=ax)
    draw(ax)
    assert lines(ax, "target") == [[63.32, 69.65, 75.99, 82.32, 94.99]]
    (reached,) = lines(ax, "realisasi")
    assert same(reached, [60, 70, None, None, 0])
    assert ticks(ax, "x") == ["2021", "2022", "2023", "2024", "2025"]
    assert texts(ax, "label target") == list(target.values())
    assert texts(ax, "label realisasi") == ["60", "70", "0"]
    assert texts(ax, "catatan") == ["Realisasi 2023, 2024: belum ada realisasi"]
    assert ax.get_ylabel() == "Nilai (%)"


def test_ranges_and_bounds_are_drawn_as_such(ax: Axes) -> None:
    """A range from end to end, a bound with its direction; neither is joined to the line of numbers."""
    target = {2021: "70 %", 2022: "80-85 %", 2023: "≥ 85 %", 2024: "< 95 %", 2025: "90 %"}
    pohon = pohon_of(Indikator(id="IK1", nama="Persentase", satuan="%", target=target))
    plot_tahun(compute_capaian(pohon, [], range(2021, 2026)), ax=ax)
    draw(ax)
    assert same(lines(ax, "target")[0], [70, None, None, None, 90])
    assert lines(ax, "target (paling sedikit)") == [[85]]
    assert lines(ax, "target (paling banyak)") == [[95]]
    (stems,) = (item for item in ax.collections if item.get_gid() == "target (rentang)")
    assert [plain(path.vertices) for path in stems.get_paths()] == [[[2022, 80], [2022, 85]]]
    markers = {str(line.get_gid()): line.get_marker() for line in ax.lines}
    assert markers["target (paling sedikit)"] == "^"
    assert markers["target (paling banyak)"] == "v"
    assert not lines(ax, "realisasi")


def test_what_is_no_number_on_the_axis_is_named(ax: Axes) -> None:
    """A predicate, a ratio, another unit; a target that is not planned and one that is not there are two things."""
    target = {2021: "BB (72)", 2022: "1:32", 2023: "3 laporan", 2024: "-", 2026: "80 %"}
    pohon = pohon_of(Indikator(id="IK1", nama="Nilai", satuan="%", target=target))
    plot_tahun(compute_capaian(pohon, [Realisasi("IK1", 2026, "90 %")], range(2021, 2027)), ax=ax)
    draw(ax)
    (note,) = texts(ax, "catatan")
    found = " ".join(note.split())
    for words in (
        'Target 2021: "BB (72)" bukan angka pada sumbu ini',
        'Target 2022: "1:32" bukan angka pada sumbu ini',
        'Target 2023: "3 laporan" bukan angka pada sumbu ini',
        f"Target 2024: {Alasan.TIDAK_DIRENCANAKAN.kalimat}",
        f"Target 2025: {Alasan.TANPA_TARGET.kalimat}",
        "Realisasi 2021, 2022, 2023, 2024, 2025: belum ada realisasi",
    ):
        assert words in found
    assert isinstance(compute_capaian(pohon, [], 2021)["IK1"].capaian.target, Kategori)
    assert isinstance(compute_capaian(pohon, [], 2022)["IK1"].capaian.target, Rasio)


def test_units_that_convert_stand_on_one_axis(ax: Axes) -> None:
    """Two weeks are fourteen days."""
    pohon = pohon_of(Indikator(id="IK1", nama="Lama layanan", satuan="hari", target={2025: "10 hari"}))
    plot_tahun(compute_capaian(pohon, [Realisasi("IK1", 2025, "2 minggu")], 2025), ax=ax)
    assert lines(ax, "realisasi") == [[14]]
    assert texts(ax, "label realisasi") == ["2 minggu"]


def test_a_computed_figure_is_printed_with_two_decimals(ax: Axes) -> None:
    """1 of 3 is drawn where it is, and written 33,33."""
    pohon = pohon_of(Indikator(id="IK1", nama="Persentase", satuan="%", target={2025: "50 %"}))
    plot_tahun(compute_capaian(pohon, [Realisasi("IK1", 2025, pembilang=1, penyebut=3)], 2025), ax=ax)
    assert lines(ax, "realisasi") == [[pytest.approx(100 / 3)]]
    assert texts(ax, "label realisasi") == ["33,33 %"]


def test_labels_stand_away_from_the_other_line(ax: Axes) -> None:
    """The higher one has its figure above, the lower one below."""
    pohon = pohon_of(Indikator(id="IK1", nama="Jumlah", target={2024: 10, 2025: 10}))
    plot_tahun(
        compute_capaian(pohon, [Realisasi("IK1", 2024, 9), Realisasi("IK1", 2025, 11)], [2024, 2025]), ax=ax
    )
    sides = {(item.get_gid(), item.xy[0]): item.get_verticalalignment() for item in ax.texts}  # type: ignore[attr-defined]
    assert sides["label realisasi", 2024] == sides["label target", 2025] == "top"
    assert sides["label realisasi", 2025] == sides["label target", 2024] == "bottom"


def test_the_comparison_of_years_is_drawn_as_it_is(ax: Axes) -> None:
    """`compare_tahun` has the years from the beginning of the plan, with their own targets."""
    pohon = pohon_of(Indikator(id="IK1", nama="Persentase", satuan="%", target={2023: "80 %", 2024: "85 %"}))
    hasil = compare_tahun(pohon, [Realisasi("IK1", 2023, "79 %")], 2024)
    plot_tahun(hasil, "IK1", ax=ax)
    assert ticks(ax, "x") == ["2021", "2022", "2023", "2024"]
    assert same(lines(ax, "target")[0], [None, None, 80, 85])
    assert same(lines(ax, "realisasi")[0], [None, None, 79, None])


def test_nothing_to_draw_is_said(ax: Axes) -> None:
    """No number at all: no line, no legend, and the reasons."""
    pohon = pohon_of(Indikator(id="IK1", nama="Opini", target={2025: "WTP"}))
    plot_tahun(compute_capaian(pohon, [], 2025), ax=ax)
    draw(ax)
    assert (len(ax.lines), ax.get_legend()) == (0, None)
    assert "WTP" in texts(ax, "catatan")[0]


def test_which_indikator_has_to_be_known(ax: Axes, dinsos: LaporanCapaian) -> None:
    """One of several is named, one that is not there is refused, and so is a report without a year."""
    with pytest.raises(ModelError, match="the id of an indikator"):
        plot_tahun(dinsos, ax=ax)
    with pytest.raises(TidakAdaError, match="IK-X"):
        plot_tahun(dinsos, "IK-X", ax=ax)
    pohon = pohon_of(Indikator(id="IK1", nama="Jumlah", target={"2025-TW1": 10}))
    with pytest.raises(ModelError, match="a report of one year or several"):
        plot_tahun(compute_capaian(pohon, [], "2025-TW1"), ax=ax)
    with pytest.raises(ModelError, match="the id of an indikator"):
        plot_tahun(dinsos.select(jenis=[]), ax=ax)


# --- triwulan -----------------------------------------------------------------------

TRIWULAN = [f"2025-TW{number}" for number in (1, 2, 3, 4)]


def laporan_triwulan(**more: Any) -> LaporanCapaian:
    """Three triwulan of four, one of them zero, and one that was not planned."""
    target = {"2025-TW1": 10, "2025-TW2": 20, "2025-TW3": "-", "2025-TW4": 20, "2025": 50}
    pohon = pohon_of(
        *(Indikator(id=f"IK{n}", nama=f"Jumlah {n}", agregasi="jumlah", target=target) for n in (1, 2))
    )
    terukur = [Realisasi("IK1", when, nilai) for when, nilai in zip(TRIWULAN, (9, 30, 5, 0), strict=True)]
    return compute_capaian(pohon, terukur, [*TRIWULAN, "2025"], BERSKALA, **more)


def test_each_triwulan_has_its_bar(ax: Axes) -> None:
    """90, 150 and 0 percent; the third was not planned: no bar, but its reason. The year is left out."""
    plot_triwulan(laporan_triwulan(), "IK1", ax=ax)
    draw(ax)
    found = [(bar.get_x() + bar.get_width() / 2, bar.get_height()) for bar in bars(ax)]
    assert [height for _, height in found] == [90, 150, 0]
    assert [place for place, _ in found] == pytest.approx([0, 1, 3])
    assert texts(ax, "angka") == ["90,00 %\nTinggi", "150,00 %\nSangat Tinggi", "0,00 %\nSangat Rendah"]
    (reason,) = (item for item in ax.texts if item.get_gid() == "tanpa angka")
    assert reason.get_text().replace("\n", " ") == Alasan.TIDAK_DIRENCANAKAN.kalimat
    assert reason.get_position()[0] == 2
    assert ticks(ax, "x") == [f"Triwulan {roman} Tahun 2025" for roman in ("I", "II", "III", "IV")]
    assert lines(ax, "seratus") == [[100, 100]]
    assert len({(bar.get_hatch(), bar.get_facecolor()) for bar in bars(ax)}) == 3


def test_without_a_scale_all_bars_look_alike(ax: Axes) -> None:
    """There is no predikat to tell; a figure below zero has its label below."""
    pohon = pohon_of(Indikator(id="IK1", nama="Laba", target={"2025-TW1": 10, "2025-TW2": 10}))
    rows = [Realisasi("IK1", "2025-TW1", -5), Realisasi("IK1", "2025-TW2", 5)]
    rule = attrs.evolve(LKJIP, nama="tanpa batas", batas_bawah=None)
    plot_triwulan(compute_capaian(pohon, rows, TRIWULAN[:2], rule), ax=ax)
    draw(ax)
    assert [bar.get_height() for bar in bars(ax)] == [-50, 50]
    assert [item.get_verticalalignment() for item in ax.texts] == ["top", "bottom"]
    assert texts(ax, "angka") == ["-50,00 %", "50,00 %"]


def test_several_indikator_are_lines_with_markers(ax: Axes) -> None:
    """One broken where nothing was planned, one without any point; the notes have the reasons."""
    plot_triwulan(laporan_triwulan(), ax=ax)
    draw(ax)
    assert same(lines(ax, "IK1")[0], [90, 150, None, 0])
    assert same(lines(ax, "IK2")[0], [None] * 4)
    markers = [line.get_marker() for line in ax.lines if line.get_gid() != "seratus"]
    assert len(set(markers)) == 2
    legend = ax.get_legend()
    assert legend is not None
    assert [item.get_text() for item in legend.get_texts()] == ["IK1: Jumlah 1", "IK2: Jumlah 2"]
    note = " ".join(texts(ax, "catatan")[0].split())
    assert "IK2 2025-TW1, IK2 2025-TW2, IK2 2025-TW4: belum ada realisasi" in note
    assert "2025-TW3: tidak direncanakan pada periode ini" in note


def test_an_indikator_without_triwulan_is_left_out(ax: Axes) -> None:
    """A report may hold a triwulan of one and only a year of another."""
    laporan = laporan_triwulan()
    part = attrs.evolve(
        laporan,
        baris=tuple(row for row in laporan if row.indikator.id == "IK1" or str(row.periode) == "2025"),
    )
    plot_triwulan(part, ax=ax)
    assert [bar.get_height() for bar in bars(ax)] == [90, 150, 0]


def test_cumulative_figures_say_so(ax: Axes) -> None:
    """What is measured from the beginning of the year is not the triwulan alone."""
    plot_triwulan(laporan_triwulan(cakupan="kumulatif"), "IK1", ax=ax)
    assert ax.get_ylabel() == "Capaian sampai dengan triwulan (%)"


def test_what_can_not_be_told_apart_is_refused(ax: Axes, dinsos: LaporanCapaian) -> None:
    """Nine lines are too many; a report without triwulan has nothing to show."""
    with pytest.raises(ModelError, match="8 indikator at most"):
        plot_triwulan(dinsos, ax=ax)
    with pytest.raises(ModelError, match="a report of triwulan"):
        plot_triwulan(dinsos, "IK-P1", ax=ax)
    with pytest.raises(TidakAdaError):
        plot_triwulan(dinsos, "IK-X", ax=ax)


# --- predikat and coverage ----------------------------------------------------------


def test_the_bars_are_the_counts_of_the_report(ax: Axes, dinsos: LaporanCapaian) -> None:
    """Each band in its order, the empty one included, then the reasons; together all 76."""
    plot_predikat(dinsos, ax=ax)
    draw(ax)
    counts = Counter(row.capaian.predikat for row in dinsos if row.nilai is not None)
    reasons = Counter(row.alasan for row in dinsos if row.alasan is not None)
    expected = [counts[pita] for pita in SKALA_PERMENDAGRI_86.pita] + [n for _, n in reasons.most_common()]
    assert [bar.get_width() for bar in bars(ax)] == expected == [57, 6, 1, 0, 1, 6, 5]
    assert sum(expected) == len(dinsos) == 76
    assert ticks(ax, "y")[:2] == ["Sangat Tinggi (> 90)", "Tinggi (> 75)"]
    assert ticks(ax, "y")[-2:] == [
        "Tanpa angka: tidak ada target untuk periode ini", "Tanpa angka: belum ada realisasi",
    ]  # fmt: skip
    shares = [item.get_text() for item in ax.texts if item.get_gid() is None]
    assert shares[0] == "57 (75,0 %)"
    assert shares[3] == "0 (0,0 %)"
    assert ax.yaxis_inverted()
    assert "65 dari 76 punya angka" in texts(ax, "catatan")[0]


def test_what_is_below_the_scale_is_counted(ax: Axes) -> None:
    """A scale need not begin at nothing."""
    rule = attrs.evolve(
        LKJIP, nama="Dinas", skala=Skala("Dinas", "contoh", [Pita(50, "Cukup"), Pita(75, "Baik")])
    )
    pohon = pohon_of(Indikator(id="IK1", nama="Jumlah", target={2025: 10}))
    plot_predikat(compute_capaian(pohon, [Realisasi("IK1", 2025, 1)], 2025, rule), ax=ax)
    assert list(zip(ticks(ax, "y"), [bar.get_width() for bar in bars(ax)], strict=True)) == [
        ("Baik (≥ 75)", 0), ("Cukup (≥ 50)", 0), ("Di bawah skala", 1),
    ]  # fmt: skip


def test_several_periods_count_rows(ax: Axes) -> None:
    """Two indikator in five periods are ten rows, not ten indikator."""
    plot_predikat(laporan_triwulan(), ax=ax)
    assert ax.get_xlabel() == "Banyak baris"
    assert sum(bar.get_width() for bar in bars(ax)) == 10


def test_an_empty_report_is_an_empty_picture(dinsos: LaporanCapaian) -> None:
    """Nothing is nothing, and no error."""
    empty = dinsos.select(jenis=[])
    for plot in (plot_predikat, plot_cakupan):
        ax = plot(empty, ax=Figure().subplots())
        draw(ax)
        assert sum(bar.get_width() for bar in bars(ax)) == 0


def test_coverage_is_counted_group_by_group(ax: Axes, dinsos: LaporanCapaian) -> None:
    """What has a figure and what has none lie end to end, with both counts in words."""
    plot_cakupan(dinsos, ax=ax)
    draw(ax)
    kinds = ticks(ax, "y")
    half = len(kinds)
    widths = [bar.get_width() for bar in bars(ax)]
    assert kinds == ["Outcome", "CSF", "Program", "Kegiatan", "Sub kegiatan", "Kondisi", "Tujuan", "Sasaran"]
    assert widths[:half] == [0, 0, 7, 13, 38, 0, 1, 6]
    assert widths[half:] == [1, 3, 0, 0, 5, 1, 1, 0]
    assert [bar.get_x() for bar in bars(ax)[half:]] == widths[:half]
    assert [item.get_text() for item in ax.texts][4] == "38 dari 43"


@pytest.mark.parametrize(
    ("kolom", "nama"),
    [
        ("jabatan", ["Kepala Dinas", "Eselon 3", "JF", "(tanpa pemilik)", "Kepala Daerah"]),
        ("iku", ["ya", "tidak"]),
        ("predikat", ["(kosong)", "Sangat Tinggi", "Tinggi", "Sedang", "Sangat Rendah"]),
        ("tingkat", ["0", "1", "2", "3", "4"]),
    ],
)
def test_coverage_by_any_column(ax: Axes, dinsos: LaporanCapaian, kolom: str, nama: list[str]) -> None:
    """Groups are named by what stands in the column, and one of nothing says so."""
    plot_cakupan(dinsos, kolom, ax=ax)
    assert set(ticks(ax, "y")) <= set(nama)
    assert sum(bar.get_width() for bar in bars(ax)) == 76


def test_more_groups_than_fit_are_said(ax: Axes, dinsos: LaporanCapaian) -> None:
    """Forty are drawn, of 76 indikator; an unknown column is refused."""
    plot_cakupan(dinsos, "id_indikator", ax=ax)
    assert len(ticks(ax, "y")) == 40
    assert texts(ax, "catatan") == ["65 dari 76 punya angka.\n… dan 36 kelompok lagi."]
    with pytest.raises(TidakAdaError, match="warna_baju"):
        plot_cakupan(dinsos, "warna_baju", ax=ax)


# --- quadrants ----------------------------------------------------------------------


def laporan_uang(pasangan: list[tuple[int, int]]) -> LaporanEfisiensi:
    """A program for each pair of capaian and serapan, in percent."""
    pohon = PohonKinerja("Dinas Contoh")
    for number, _ in enumerate(pasangan):
        item = Indikator(id=f"IK{number}", nama="Jumlah", target={2025: 100})
        pohon.add(Program(f"P{number}", nama="Program", pagu={2025: 100}, indikator=[item]))
    reached = [Realisasi(f"IK{number}", 2025, nilai) for number, (nilai, _) in enumerate(pasangan)]
    spent = [RealisasiAnggaran(f"P{number}", 2025, nilai) for number, (_, nilai) in enumerate(pasangan)]
    simpul = roll_up(pohon, compute_capaian(pohon, reached, 2025))
    return compare_serapan(simpul, compute_serapan(pohon, spent, 2025))


def test_every_node_stands_where_its_figures_say(ax: Axes) -> None:
    """Serapan to the right, capaian upward; each corner counts its quadrant, a point on a line is above it."""
    plot_kuadran(laporan_uang([(110, 80), (100, 90), (90, 95), (50, 60)]), batas_serapan=90, ax=ax)
    draw(ax)
    (points,) = (line for line in ax.lines if line.get_gid() == "program")
    assert plain(points.get_xydata()) == [[80, 110], [90, 100], [95, 90], [60, 50]]
    assert sorted(texts(ax, "kuadran")) == [
        "capaian kurang, serapan rendah: 1",
        "capaian kurang, serapan tinggi: 1",
        "capaian tercapai, serapan rendah: 1",
        "capaian tercapai, serapan tinggi: 1",
    ]
    assert lines(ax, "batas capaian") == [[100, 100]]
    assert sorted(texts(ax, "titik")) == ["P0", "P1", "P2", "P3"]
    assert not texts(ax, "catatan")


def test_without_a_bound_the_line_is_the_median_and_says_so(ax: Axes) -> None:
    """80, 90 and 95: the middle one."""
    plot_kuadran(laporan_uang([(110, 80), (100, 90), (90, 95)]), ax=ax)
    (line,) = (item for item in ax.lines if item.get_gid() == "batas serapan")
    assert plain(line.get_xdata()) == [90, 90]
    assert texts(ax, "catatan") == ["Garis serapan: median simpul yang digambar, 90,00 %."]


def test_nodes_without_both_figures_are_counted_by_their_reason(ax: Axes) -> None:
    """No indikator, no pagu, no spending: three nodes that are not drawn, and no zero for any."""
    pohon = PohonKinerja("Dinas Contoh")
    item = [Indikator(id=f"IK{n}", nama="Jumlah", target={2025: 10}) for n in range(3)]
    pohon.add(Outcome("O1", indikator=item[0]))
    pohon.add(Program("P1", nama="Satu", pagu={2025: 100}, indikator=item[1]))
    pohon.add(Kegiatan("K1", nama="Dua", pagu={2025: 50}), under="P1")
    pohon.add(Program("P2", nama="Tiga", pagu={2025: 100}, indikator=item[2]))
    reached = [Realisasi(f"IK{n}", 2025, 9) for n in range(3)]
    simpul = roll_up(pohon, compute_capaian(pohon, reached, 2025))
    plot_kuadran(
        compare_serapan(simpul, compute_serapan(pohon, [RealisasiAnggaran("P2", 2025, 80)], 2025)), ax=ax
    )
    draw(ax)
    assert texts(ax, "titik") == ["P2"]
    note = " ".join(texts(ax, "catatan")[0].split())
    assert "3 simpul tidak digambar:" in note
    for alasan in (Alasan.TANPA_INDIKATOR, Alasan.TANPA_PAGU, Alasan.BELUM_ADA_SERAPAN):
        assert f"1 {alasan.kalimat}" in note


def test_nothing_to_draw_has_no_lines(ax: Axes) -> None:
    """Without a point there is no median and no quadrant."""
    plot_kuadran(LaporanEfisiensi("Efisiensi Dinas Contoh, Tahun 2025", ()), ax=ax)
    draw(ax)
    assert (len(ax.lines), len(ax.texts)) == (0, 0)
    assert ax.get_title(loc="left") == "Capaian dan serapan Dinas Contoh, Tahun 2025"


def test_of_many_points_those_below_target_are_named_as_far_as_there_is_room(ax: Axes) -> None:
    """Thirty on target and three below, of which two stand at one place."""
    plot_kuadran(laporan_uang([(100, 50 + n) for n in range(30)] + [(40, 60), (40, 60), (70, 75)]), ax=ax)
    draw(ax)
    assert sorted(texts(ax, "titik")) == ["P30", "P32"]
    assert "Yang disebut idnya: 2 dari 3 simpul di bawah garis capaian" in texts(ax, "catatan")[0]


def test_of_few_points_those_without_room_are_said(ax: Axes) -> None:
    """Two at one place share no label."""
    plot_kuadran(laporan_uang([(40, 60), (40, 60)]), ax=ax)
    assert texts(ax, "titik") == ["P0"]
    assert "Yang disebut idnya: 1 dari 2 simpul, sejauh ada tempat." in texts(ax, "catatan")[0]


def test_a_bound_is_a_number(ax: Axes) -> None:
    """A float is refused as everywhere."""
    with pytest.raises(AngkaError):
        plot_kuadran(laporan_uang([(1, 1)]), batas_capaian="banyak", ax=ax)
    with pytest.raises(TypeError):
        plot_kuadran(laporan_uang([(1, 1)]), batas_serapan=0.5, ax=ax)  # type: ignore[arg-type]
