"""An indikator that was handed down directly is counted once (PermenPANRB 8/2021, direct cascading)."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.capaian import (
    CaraGabung,
    combine_laporan,
    compute_capaian,
    derive_realisasi,
    find_ganda,
    list_langsung,
    roll_up,
)
from sakip.errors import TidakAdaError
from sakip.model import CSF, Indikator, KondisiAntara, Outcome, Realisasi, Relasi
from sakip.pohon import PohonKinerja
from sakip.rumus import Jumlah
from strategies import SEDIKIT

CARA = ("rata_rata", "geometrik", "terlemah")


def measure(id: str, target: int) -> Indikator:
    return Indikator(id=id, nama=f"Jumlah {id}", rumus=Jumlah(), target={2025: target})


def share(dari: str, ke: str, peran: str = "beban", jenis: str = "indikator_turunan") -> Relasi:
    return Relasi(jenis=jenis, dari=f"indikator:{dari}", ke=f"indikator:{ke}", peran=peran)


def three() -> PohonKinerja:
    """An outcome that has no indikator, over three conditions: ten tons, five of them, and another thing."""
    tree = PohonKinerja("Dinas Contoh")
    tree.add(Outcome("O"))
    for id, target in (("A", 10), ("B", 5), ("C", 4)):
        tree.add(CSF(id, indikator=[measure(f"IK{id}", target)]), under="O")
    return tree


TERUKUR = [Realisasi("IKA", 2025, 6), Realisasi("IKB", 2025, 5), Realisasi("IKC", 2025, 4)]


def test_a_share_of_a_sibling_counts_once() -> None:
    """60, 100 and 100 make 86,67; where the 100 of B is a share of A, only A and C are left: 80."""
    tree = three()
    laporan = compute_capaian(tree, TERUKUR, 2025)
    assert round(roll_up(tree, laporan, anak="rata_rata")["O"].nilai or 0, 2) == Decimal("86.67")
    tree.add_relasi(share("IKB", "IKA"))
    laporan = compute_capaian(tree, TERUKUR, 2025)
    top = roll_up(tree, laporan, anak="rata_rata")["O"]
    assert top.nilai == 80
    assert (top.terhitung, top.banyak, top.ganda) == (2, 2, (("IKB", "IKA"),))
    assert "Tidak dihitung lagi: IKB, penurunan langsung dari IKA." in top.explain()
    assert roll_up(tree, laporan, anak="rata_rata")["B"].nilai == 100
    assert combine_laporan(tree, laporan).nilai == 80
    assert roll_up(tree, laporan)["O"].ganda == ()


@pytest.mark.parametrize(
    "link", [share("IKB", "IKA", "antara"), share("IKB", "IKA", "", "indikator_komponen")]
)
def test_other_links_leave_the_count_as_it_is(link: Relasi) -> None:
    tree = three()
    tree.add_relasi(link)
    top = roll_up(tree, compute_capaian(tree, TERUKUR, 2025), anak="rata_rata")["O"]
    assert (top.banyak, top.ganda) == (3, ())


def test_the_same_indikator_at_a_csf_and_at_its_condition() -> None:
    """As on the cards of a dinas that print one indikator twice."""
    tree = three()
    tree.add(KondisiAntara("D", indikator=[measure("IKD", 10)]), under="C")
    tree.add_relasi(share("IKD", "IKA", "sama", "indikator_sama"))
    laporan = compute_capaian(tree, [*TERUKUR, Realisasi("IKD", 2025, 6)], 2025)
    assert combine_laporan(tree, laporan).banyak == 3
    assert combine_laporan(tree, laporan.select(di_bawah="C")).banyak == 2


def test_what_has_more_than_a_share_counts_with_the_rest() -> None:
    """Deep down a condition has a share of A and something of its own; the latter counts."""
    tree = three()
    tree.add(CSF("E"), under="O")
    tree.add(KondisiAntara("E1", indikator=[measure("IKE1", 5), measure("IKE2", 10)]), under="E")
    tree.add(KondisiAntara("E2", indikator=[measure("IKE3", 5)]), under="E")
    tree.add(KondisiAntara("E3"), under="E")
    for id in ("IKE1", "IKE3"):
        tree.add_relasi(share(id, "IKA"))
    values = {"IKE1": 5, "IKE2": 2, "IKE3": 5}
    laporan = compute_capaian(tree, [*TERUKUR, *(Realisasi(id, 2025, n) for id, n in values.items())], 2025)
    hasil = roll_up(tree, laporan, anak="rata_rata")
    assert hasil["E"].nilai == 80  # by itself: (100 + 20) / 2 and 100
    parts = hasil["O"].gabungan
    assert parts is not None
    assert [(item.id, str(item.nilai)) for item in parts.bagian] == [
        ("A", "60"),
        ("B", "100"),
        ("C", "100"),
        ("E", "20"),
    ]
    assert [id for id, _ in hasil["O"].ganda] == ["IKE1", "IKE3"]


def test_own_indikator_of_one_node() -> None:
    tree = PohonKinerja("Dinas Contoh")
    tree.add(Outcome("O", indikator=[measure("IK1", 10), measure("IK2", 5)]))
    tree.add_relasi(share("IK2", "IK1"))
    laporan = compute_capaian(tree, [Realisasi("IK1", 2025, 6), Realisasi("IK2", 2025, 5)], 2025)
    assert roll_up(tree, laporan)["O"].nilai == 60


@pytest.mark.parametrize(
    ("langsung", "ganda"),
    [
        ({}, {}),
        ({"b": "a"}, {"b": "a"}),
        ({"c": "x", "x": "a"}, {"c": "a"}),
        ({"a": "b", "b": "a"}, {"b": "a"}),
        ({"a": "b", "b": "c", "c": "a"}, {"b": "c", "c": "a"}),
        ({"c": "x", "x": "y", "y": "x"}, {}),
        ({"a": "a"}, {}),
    ],
)
def test_what_is_counted_already(langsung: dict[str, str], ganda: dict[str, str]) -> None:
    """Through others; and in a circle the first is the source."""
    assert find_ganda(["a", "b", "c"], langsung) == ganda


@SEDIKIT
@given(
    st.lists(st.tuples(st.integers(1, 50), st.integers(0, 60)), min_size=1, max_size=5),
    st.lists(st.tuples(st.integers(0, 4), st.integers(1, 50), st.integers(0, 60)), max_size=5),
    st.sampled_from(CARA),
)
def test_shares_anywhere_leave_the_figure_above_as_it_is(
    own: list[tuple[int, int]], shares: list[tuple[int, int, int]], cara: str
) -> None:
    """However many shares of its siblings' indikator stand below, the outcome's figure is the same."""
    tree = PohonKinerja("Dinas Contoh")
    tree.add(Outcome("O"))
    terukur = []
    for number, (target, nilai) in enumerate(own):
        tree.add(CSF(f"C{number}", indikator=[measure(f"IK{number}", target)]), under="O")
        terukur.append(Realisasi(f"IK{number}", 2025, nilai))
    before = roll_up(tree, compute_capaian(tree, terukur, 2025), anak=cara)["O"]
    total = combine_laporan(tree, compute_capaian(tree, terukur, 2025), cara)
    for number, (which, target, nilai) in enumerate(shares):
        id, source = f"S{number}", f"IK{which % len(own)}"
        tree.add(CSF(id, indikator=[measure(f"IK{id}", target)]), under="O")
        tree.add_relasi(share(f"IK{id}", source))
        terukur.append(Realisasi(f"IK{id}", 2025, nilai))
    laporan = compute_capaian(tree, terukur, 2025)
    after = roll_up(tree, laporan, anak=cara)["O"]
    assert (after.nilai, after.alasan, after.gabungan) == (before.nilai, before.alasan, before.gabungan)
    assert combine_laporan(tree, laporan, cara) == total


def test_shares_stand_for_the_whole() -> None:
    """Ten tons handed down as five and five: four and three reached are seven of ten."""
    tree = PohonKinerja("Dinas Contoh")
    tree.add(Outcome("O", indikator=[measure("IK", 10)]))
    for id in ("A", "B"):
        tree.add(CSF(id, indikator=[measure(f"IK{id}", 5)]), under="O")
        tree.add_relasi(share(f"IK{id}", "IK", "wilayah"))
        tree.add_relasi(share(f"IK{id}", "IK", "", "indikator_komponen"))
    terukur = [Realisasi("IKA", 2025, 4), Realisasi("IKB", 2025, 3)]
    (turunan,) = derive_realisasi(tree, compute_capaian(tree, terukur, 2025))
    assert turunan.terhitung == ("IKA", "IKB")
    assert turunan.realisasi is not None
    assert str(compute_capaian(tree, [*terukur, turunan.realisasi], 2025)["IK"]) == "70,00 %"
    same = three()
    same.add_relasi(share("IKB", "IKA", "sama", "indikator_sama"))
    assert derive_realisasi(same, compute_capaian(same, TERUKUR, 2025)) == ()


def test_weights_of_a_whole_report() -> None:
    tree = three()
    laporan = compute_capaian(tree, TERUKUR, 2025)
    weighed = combine_laporan(tree, laporan, CaraGabung.TERTIMBANG, bobot={"IKA": 2, "IKB": 1, "IKC": 1})
    assert weighed.nilai == 80
    with pytest.raises(TidakAdaError):
        combine_laporan(tree, laporan, bobot={"IKX": 1})


def test_links_of_other_ends_hand_nothing_down() -> None:
    tree = three()
    tree.add_relasi(Relasi(jenis="indikator_sama", dari="A", ke="indikator:IKB"))
    tree.add_relasi(Relasi(jenis="indikator_sama", dari="indikator:IKA", ke="luar:Dinas Kesehatan"))
    assert list_langsung(tree) == {}
    assert not any(attrs.evolve(item, peran="beban").langsung for item in tree.relasi)
