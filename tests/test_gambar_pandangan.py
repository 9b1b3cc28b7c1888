"""What of a tree is seen: folds, posts, branches, figures."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sakip
from sakip.alasan import Alasan
from sakip.capaian import LaporanCapaian, compute_capaian, roll_up
from sakip.dokumen import read_realisasi, read_struktur
from sakip.errors import ModelError, TidakAdaError
from sakip.gambar import SKALA_NETRAL, Arah, Halaman, Kertas, Pandangan, Penata
from sakip.gambar._hasil import TAK_TERMASUK
from sakip.gambar._tampilan import Kotak, Tampilan, view
from sakip.model import SIMPUL
from sakip.pohon import PohonKinerja
from sakip.skala import SKALA_PERMENDAGRI_86, Pita, Skala
from strategies_pohon import pohon as pohon_apa_pun

FOLDER = Path(__file__).parents[1] / "examples" / "dinsos-kotawaringin-timur-2025"
BERSKALA = attrs.evolve(sakip.LKJIP, nama="Dinas Contoh", skala=SKALA_PERMENDAGRI_86)


@pytest.fixture(scope="module")
def dinsos() -> PohonKinerja:
    """The tree of the example."""
    return read_struktur(FOLDER / "struktur.csv").dokumen


@pytest.fixture(scope="module")
def laporan(dinsos: PohonKinerja) -> LaporanCapaian:
    """The capaian of the example, with bands."""
    realisasi = read_realisasi(FOLDER / "realisasi-ilustrasi-2025.csv").dokumen
    return compute_capaian(dinsos, realisasi, 2025, kebijakan=BERSKALA)


def ids(tampilan: Tampilan) -> list[str]:
    return [item.simpul.id for item in tampilan.kotak]


def box(tampilan: Tampilan, id: str) -> Kotak:
    return next(item for item in tampilan.kotak if item.simpul.id == id)


# --- folds -----------------------------------------------------------------------


def test_folded_at_the_programs_the_example_has_fifteen_boxes(dinsos: PohonKinerja) -> None:
    """1 outcome, 3 CSF, 7 program and the two pairs of tujuan and sasaran; 58 nodes stand below the programs."""
    seen = view(dinsos, Pandangan(jenis="program"))
    assert len(seen.kotak) == 15
    assert sum(item.tersembunyi for item in seen.kotak) == 58
    assert box(seen, "P1").tersembunyi == 7
    assert "15 simpul digambar, 58 simpul tidak" in seen.rincian
    assert ids(view(dinsos, Pandangan(kedalaman=2))) == ids(seen)


def test_a_depth_of_nothing_leaves_the_roots(dinsos: PohonKinerja) -> None:
    """No level below them is drawn."""
    assert ids(view(dinsos, Pandangan(kedalaman=0))) == ["O1", "TR1", "TD1"]


def test_a_branch_is_drawn_once_though_it_is_named_twice(dinsos: PohonKinerja) -> None:
    """P1 stands below CSF1."""
    seen = view(dinsos, Pandangan(akar=("P1", "CSF1", "P1")))
    assert ids(seen)[0] == "CSF1"
    assert len(ids(seen)) == len(set(ids(seen))) == 1 + len(dinsos.descendants("CSF1"))
    assert all(item.tersembunyi == 0 for item in seen.kotak)


def test_a_branch_says_where_it_stands(dinsos: PohonKinerja) -> None:
    """Neighbours are named together."""
    assert view(dinsos, Pandangan(akar=("K1", "K14", "P2"))).rincian[0] == (
        "Cabang K1, K14 di bawah O1 / CSF1 / P1; P2 di bawah O1 / CSF1"
    )
    assert view(dinsos, Pandangan(akar="O1")).rincian[0] == "Cabang O1"


def test_a_post_is_shown_with_what_it_owns_and_the_way_there(dinsos: PohonKinerja) -> None:
    """The seven programs belong to Eselon 3; above them are the CSF and the outcome; whole roots are counted as not drawn."""
    post = dinsos.owner("P1")
    assert post is not None
    seen = view(dinsos, Pandangan(jabatan=post.id))
    assert set(ids(seen)) == {"O1", "CSF1", "CSF2", "CSF3", *(f"P{number}" for number in range(1, 8))}
    assert "Hanya simpul milik Eselon 3, dan jalur ke sana" in seen.rincian
    assert "11 simpul digambar, 62 simpul tidak" in seen.rincian


def test_a_post_without_nodes_leaves_an_empty_picture(dinsos: PohonKinerja) -> None:
    """And the picture says so."""
    pohon = dinsos.copy()
    pohon.add_jabatan(sakip.Jabatan(id="baru", nama="Pejabat Baru"))
    seen = view(pohon, Pandangan(jabatan="baru"))
    assert seen.kotak == ()
    assert seen.rincian[-1] == "Tidak ada simpul yang digambar"


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(
    pohon_apa_pun(ringan=True, max_size=8),
    st.integers(0, 3),
    st.sets(st.sampled_from(sorted(SIMPUL)), max_size=2),
)
def test_what_is_drawn_and_what_is_hidden_is_the_whole_tree(
    pohon: PohonKinerja, kedalaman: int, jenis: set[str]
) -> None:
    """No node is lost in a fold, and none is counted twice."""
    seen = view(pohon, Pandangan(kedalaman=kedalaman, jenis=tuple(jenis)))
    assert len(seen.kotak) + sum(item.tersembunyi for item in seen.kotak) == len(pohon)
    for item in seen.kotak:
        above = pohon.parent(item.simpul.id)
        assert item.induk == ("" if above is None else above.id)
        assert item.tingkat == pohon.level(item.simpul.id) <= kedalaman


def test_what_the_tree_has_not_is_refused(dinsos: PohonKinerja) -> None:
    """A branch or a post that is not there is no empty picture."""
    with pytest.raises(TidakAdaError):
        view(dinsos, Pandangan(akar="X"))
    with pytest.raises(TidakAdaError):
        view(dinsos, Pandangan(jabatan="x"))


# --- owners and links ---------------------------------------------------------------


def test_a_box_names_the_owner_unless_it_is_told_not_to(dinsos: PohonKinerja) -> None:
    """The outcome belongs to the head of the Dinas."""
    assert "Kepala Dinas" in box(view(dinsos, Pandangan()), "O1").teks
    assert "Kepala Dinas" not in box(view(dinsos, Pandangan(pemilik=False)), "O1").teks


def test_a_link_into_a_folded_branch_leads_to_its_box(dinsos: PohonKinerja) -> None:
    """The document places S5 elsewhere than K1; both are below P1."""
    (link,) = view(dinsos, Pandangan()).tautan
    assert (str(link.dari), str(link.ke), link.tanda) == ("simpul:S5", "simpul:K1", "R1")
    assert link.teks.startswith("penerjemahan: S5 → K1 (Pada Tahap 3")
    folded = view(dinsos, Pandangan(jenis="program"))
    assert {str(end) for end in (folded.tautan[0].dari, folded.tautan[0].ke)} == {"simpul:P1"}
    assert box(folded, "P1").tanda == ("R1",)
    assert view(dinsos, Pandangan(relasi=False)).tautan == ()


def test_a_link_out_of_the_picture_names_who_is_there(dinsos: PohonKinerja) -> None:
    """An outside party, a post, a node of another branch, the node of an indikator."""
    pohon = dinsos.copy()
    owner = pohon.owner("P1")
    assert owner is not None
    for ke in ("luar:Bappeda", f"jabatan:{owner.id}", "P2", "indikator:IK-P3"):
        pohon.add_relasi(sakip.Relasi(jenis="dukungan", dari="K1", ke=ke, status="disetujui"))
    pohon.add_relasi(sakip.Relasi(jenis="dukungan", dari="P5", ke="P6"))
    seen = view(pohon, Pandangan(akar="P1"))
    assert [str(end) for end in seen.luar] == [
        "luar:Bappeda",
        f"jabatan:{owner.id}",
        "simpul:P2",
        "simpul:P3",
    ]
    names = list(seen.luar.values())
    assert names[:2] == ["Bappeda", "Eselon 3"]
    assert all(name.endswith("(di luar gambar)") for name in names[2:])
    assert len(seen.tautan) == 5
    assert seen.tautan[1].teks == "dukungan: K1 → Bappeda (disetujui)"


# --- figures ------------------------------------------------------------------------


def test_a_figure_stands_in_the_band_of_the_policy(dinsos: PohonKinerja, laporan: LaporanCapaian) -> None:
    """More than 90 is the first of five bands, 75 exactly is Sedang, the third."""
    seen = view(dinsos, Pandangan(laporan=laporan))
    assert [str(item).replace("\u00a0", " ") for item in box(seen, "S15").hasil] == ["75,00 % Sedang"]
    assert box(seen, "S15").pita == 2
    assert box(seen, "P1").pita == 0
    assert laporan.judul in seen.rincian


def test_why_there_is_no_figure_stands_in_its_place(dinsos: PohonKinerja, laporan: LaporanCapaian) -> None:
    """Not measured, no indikator, and left out of the report are three things; none has a band."""
    seen = view(dinsos, Pandangan(laporan=laporan))
    assert str(box(seen, "S16").hasil[0]) == f"— {Alasan.BELUM_ADA_REALISASI.kalimat}"
    assert str(box(seen, "K14").hasil[0]) == f"— {Alasan.TANPA_INDIKATOR.kalimat}"
    part = view(dinsos, Pandangan(laporan=laporan.select(jenis="program")))
    assert str(box(part, "S16").hasil[0]) == f"— {TAK_TERMASUK}"
    assert {box(seen, id).pita for id in ("S16", "K14")} == {None}
    assert box(view(dinsos, Pandangan()), "S16").hasil == ()


def test_several_indikator_of_a_node_are_told_apart(dinsos: PohonKinerja, laporan: LaporanCapaian) -> None:
    """The sasaran of the Renstra has six; they are not averaged."""
    hasil = box(view(dinsos, Pandangan(laporan=laporan)), "SR1").hasil
    assert [item.nama for item in hasil] == [f"IK-SR1-{number}" for number in range(1, 7)]


def test_several_periods_are_told_apart() -> None:
    """One indikator, two years: the years are named, the indikator is not."""
    pohon = make_pohon()
    rows = [sakip.Realisasi("IK1", 2024, 50), sakip.Realisasi("IK1", 2025, 10)]
    laporan = compute_capaian(pohon, rows, (2024, 2025), kebijakan=BERSKALA)
    only = view(pohon, Pandangan(laporan=laporan)).kotak[0]
    assert [item.nama for item in only.hasil] == ["Tahun 2024", "Tahun 2025"]
    assert [item.pita for item in only.hasil] == [0, 4]
    assert only.pita is None


def test_what_was_rolled_up_is_one_figure_a_node(dinsos: PohonKinerja, laporan: LaporanCapaian) -> None:
    """A node that the roll-up doesn't know is not made up."""
    seen = view(dinsos, Pandangan(laporan=roll_up(dinsos, laporan, anak="rata_rata")))
    assert len(box(seen, "SR1").hasil) == 1
    more = dinsos.copy()
    more.add(sakip.Tujuan("T9"))
    late = view(more, Pandangan(laporan=roll_up(dinsos, laporan)))
    assert str(box(late, "T9").hasil[0]) == f"— {TAK_TERMASUK}"


def make_pohon() -> PohonKinerja:
    """One node with one indikator of two years."""
    pohon = PohonKinerja("Dinas Contoh")
    kpi = sakip.Indikator(id="IK1", nama="Jumlah", target={2024: 50, 2025: 50})
    pohon.add(sakip.Outcome("O1", uraian="Sejahtera", indikator=[kpi]))
    return pohon


@pytest.mark.parametrize(("realisasi", "label"), [(50, "mencapai 100 %"), (49, "di bawah 100 %")])
def test_a_policy_without_bands_gets_the_two_that_judge_least(realisasi: int, label: str) -> None:
    """They say whether the figure is 100 or not."""
    pohon = make_pohon()
    laporan = compute_capaian(pohon, [sakip.Realisasi("IK1", 2025, realisasi)], 2025)
    seen = Pandangan(laporan=laporan)
    assert seen.pita == SKALA_NETRAL.pita
    assert view(pohon, seen).kotak[0].hasil[0].keterangan == label


def test_other_bands_may_be_asked_for_and_may_not_hold_a_figure() -> None:
    """98 is in no band of a scale that begins at 99: it keeps its figure and gets no colour."""
    pohon = make_pohon()
    laporan = compute_capaian(pohon, [sakip.Realisasi("IK1", 2025, 49)], 2025, kebijakan=BERSKALA)
    narrow = Skala("sempit", "contoh", [Pita(99, "Hampir")])
    (hasil,) = view(pohon, Pandangan(laporan=laporan, skala=narrow)).kotak[0].hasil
    assert (hasil.teks, hasil.keterangan, hasil.pita) == ("98,00\u00a0%", Alasan.DI_LUAR_SKALA.kalimat, None)


def test_a_policy_that_rounds_its_figures_puts_the_rounded_one_in_a_band() -> None:
    """90,004 is not above 90 once it is rounded to two decimals."""
    pohon = make_pohon()
    rounding = attrs.evolve(BERSKALA, pembulatan="predikat")
    rows = [sakip.Realisasi("IK1", 2025, Decimal("45.002"))]
    for kebijakan, label in ((rounding, "Tinggi"), (BERSKALA, "Sangat Tinggi")):
        laporan = compute_capaian(pohon, rows, 2025, kebijakan=kebijakan)
        assert view(pohon, Pandangan(laporan=laporan)).kotak[0].hasil[0].keterangan == label


# --- values ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "wrong",
    [
        {"akar": 7}, {"akar": (7,)}, {"kedalaman": -1}, {"kedalaman": True}, {"kedalaman": "2"}, {"jenis": "dinas"},
        {"jenis": (7,)}, {"jabatan": None}, {"pemilik": 1}, {"relasi": None}, {"arah": "miring"}, {"laporan": 7}, {"skala": "x"},
    ],
)  # fmt: skip
def test_a_view_refuses_what_it_cannot_hold(wrong: dict[str, object]) -> None:
    """The error names the attribute."""
    with pytest.raises(ModelError, match=next(iter(wrong))):
        Pandangan(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("wrong", [{"kertas": "A9"}, {"kertas": 7}, {"potret": 1}, {"penata": "tangan"}])
def test_a_sheet_refuses_what_it_cannot_hold(wrong: dict[str, object]) -> None:
    """The error names the attribute."""
    with pytest.raises(ModelError, match=next(iter(wrong))):
        Halaman(**wrong)  # type: ignore[arg-type]


def test_views_and_sheets_are_values() -> None:
    """Equal when they say the same, whether by tag or by member."""
    assert Pandangan(arah="mendatar", jenis=["program"]) == Pandangan(arah=Arah.MENDATAR, jenis="program")
    assert Halaman("A3", penata="graphviz") == Halaman(Kertas.A3, penata=Penata.GRAPHVIZ)
    assert len({Pandangan(), Pandangan()}) == 1
