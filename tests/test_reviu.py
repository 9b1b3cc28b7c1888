"""Reviewing a tree: every rule with a bad and a good example."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

import strategies_struktur as struktur
from sakip.angka import Sebab, TakTerbaca
from sakip.capaian import check_target_periode
from sakip.dokumen import read_struktur
from sakip.kode import KodeLain
from sakip.model import (
    CSF,
    Indikator,
    Kegiatan,
    KondisiAntara,
    Outcome,
    Pagu,
    Program,
    SubKegiatan,
    Target,
    Urusan,
)
from sakip.pohon import PohonKinerja
from sakip.reviu import ATURAN, check
from sakip.temuan import REGISTER, Temuan, Tingkat

check_target, check_kode = ATURAN["SKP501"], ATURAN["SKP801"]
CONTOH = Path(__file__).parents[1] / "examples" / "dinsos-kotawaringin-timur-2025" / "struktur.csv"


def test_an_unreadable_target_is_found_and_a_readable_one_is_not() -> None:
    """One finding for each unreadable target, with its period, its text and the reason."""
    pohon = PohonKinerja("Dinas")
    targets = [
        Target("2024", "93,59 %"),
        Target("2025", TakTerbaca("2 dokumen, 3 laporan", Sebab.LEBIH_DARI_SATU)),
        Target("2026", "-"),
    ]
    pohon.add(
        Outcome("O", indikator=[Indikator(id="A", nama="a"), Indikator(id="B", nama="b", target=targets)])
    )
    (temuan,) = check_target(pohon)
    assert (temuan.kode, temuan.tempat.simpul, temuan.tempat.indikator, temuan.tempat.nama) == (
        "SKP501",
        "O",
        "B",
        "b",
    )
    assert (
        temuan.pesan
        == 'Target 2025 tercetak "2 dokumen, 3 laporan" dan tidak terbaca: berisi lebih dari satu nilai.'
    )


@pytest.mark.parametrize(
    ("atas", "bawah", "bad"),
    [
        ("1.06.04", "1.06.04.2.01", False),
        ("1.06.04", "1.06.05.2.01", True),
        ("1.06.04", "1.06.04", True),
        ("1.06.04", "1.06", True),
        ("1.06.04", None, False),
        (None, "1.06.05.2.01", False),
        ("X.XX.01", "1.06.01.2.01", True),
    ],
)
def test_a_code_lies_below_the_code_of_its_parent(atas: str | None, bawah: str | None, bad: bool) -> None:  # noqa: FBT001
    """Segment by segment; where either has no code there is nothing to say."""
    pohon = PohonKinerja("Dinas")
    pohon.add(Program("P", nama="Program", kode=atas))
    pohon.add(Kegiatan("K", nama="Kegiatan", kode=bawah), under="P")
    found = list(check_kode(pohon))
    assert [(item.kode, item.tempat.simpul) for item in found] == [("SKP801", "K")] * bad
    if bad:
        assert f"Kode {bawah} tidak berada di bawah kode induknya {atas} (P)." == found[0].pesan
        assert found[0].acuan.startswith("Permendagri 90/2019")


def test_codes_are_held_against_the_nearest_component_above() -> None:
    """Conditions between are passed; a code of another scheme is not compared."""
    pohon = PohonKinerja("Dinas")
    pohon.add(CSF("C"))
    pohon.add(Program("P", kode="1.06.04"), under="C")
    pohon.add(KondisiAntara("N"), under="P")
    pohon.add(Kegiatan("K", kode="1.06.05.2.01"), under="N")
    pohon.add(SubKegiatan("S", kode=KodeLain("025.04")), under="K")
    pohon.add(Urusan("U", kode=KodeLain("1")))
    pohon.add(Program("Q", kode="1.06.05"), under="U")
    assert [item.tempat.simpul for item in check_kode(pohon)] == ["K"]


def test_every_rule_is_run_in_order_and_a_caller_may_choose() -> None:
    """With rules of one's own only those are run, in their order."""
    pohon = PohonKinerja("Dinas")
    target = [Target("2025", TakTerbaca("1.2.3", Sebab.PENGELOMPOKAN))]
    tw: dict[int | str, int] = {2024: 708} | {f"2024-TW{n}": 77 for n in (1, 2, 3, 4)}
    kpi = [Indikator(id="IK", nama="k", target=target), Indikator(id="IK2", nama="l", target=tw)]
    pohon.add(Program("P", kode="1.06.04", indikator=kpi))
    pohon.add(Kegiatan("K", kode="1.06.05.2.01", pagu=[Pagu("2025", None, teks="1.2.3")]), under="P")
    chosen = [ATURAN[kode] for kode in ("SKP801", "SKP501", "SKP304", "SKP701")]
    assert [item.kode for item in check(pohon, chosen)] == ["SKP801", "SKP501", "SKP304", "SKP701"]
    assert {item.kode for item in check(pohon, chosen)} <= {item.kode for item in check(pohon)}
    assert check(pohon, []) == ()
    assert [item.kode for item in check(pohon, [check_kode])] == ["SKP801"]

    def own(tree: PohonKinerja) -> list[Temuan]:
        return [item for item in check_target(tree) for _ in range(2)]

    assert [item.kode for item in check(pohon, iter([own]))] == ["SKP501", "SKP501"]


def test_the_example_has_its_six_findings_on_money_and_no_other_error() -> None:
    """Its targets can be read and its codes lie where they should."""
    found = [item for item in check(read_struktur(CONTOH).dokumen) if item.tingkat is Tingkat.KESALAHAN]
    assert [item.kode for item in found] == ["SKP706", "SKP703", "SKP705", "SKP701", "SKP704", "SKP701"]


@given(struktur.pohon())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_tree_can_be_reviewed(pohon: PohonKinerja) -> None:
    """No tree raises; every finding stands at a node of the tree, is registered and can be told."""
    for temuan in check(pohon):
        assert temuan.tempat.simpul in pohon or (not temuan.tempat.simpul and temuan.tempat.nama)
        assert REGISTER[temuan.kode] is temuan.jenis
        assert temuan.pesan
        assert temuan.saran


@pytest.mark.parametrize(
    ("tahun", "bagian", "agregasi", "temuan"),
    [
        # Perjanjian Kinerja of an office, 2024: sums, repeats, and two that are neither.
        (177, (45, 45, 45, 42), None, False),
        (60, (15, 15, 15, 15), None, False),
        (5, (5, 5, 5, 5), None, False),
        (708, (77, 77, 77, 77), None, True),
        (1174, (294, 294, 294, 294), None, True),
        (61, (15, 15, 15, 15), None, True),
        # What is stated is what is checked.
        (5, (5, 5, 5, 5), "jumlah", True),
        (5, (5, 5, 5, 5), "nilai_akhir", False),
        # One period alone says nothing of a sum.
        (7, (7,), None, False),
        # A distribution makes the whole.
        ("100 %", ("26 %", "26 %", "25 %", "23 %"), None, False),
        ("80 %", ("70 %", "75 %", "78 %", "80 %"), None, False),
        ("80 %", ("70 %", "75 %", "78 %", "79 %"), None, True),
    ],
)
def test_targets_of_periods_make_that_of_the_year(
    tahun: int | str, bagian: tuple[int | str, ...], agregasi: str | None, *, temuan: bool
) -> None:
    """A mismatch is reported and nothing is mended."""
    plan: dict[int | str, int | str] = {2024: tahun}
    plan |= {f"2024-TW{n}": nilai for n, nilai in enumerate(bagian, start=1)}
    pohon = PohonKinerja("Kantor")
    indikator = Indikator(id="IK", nama="k", agregasi=agregasi, target=plan)
    pohon.add(Program("P", indikator=indikator))
    assert [item.kode for item in check_target_periode(pohon)] == ["SKP304"] * temuan
