"""How posts are held: one definitive holder at a time, all of the plan told, nobody acting for long."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.model import Jabatan, Pemangku
from sakip.penjenjangan import PetaJenjang
from sakip.pohon import PohonKinerja
from sakip.reviu import ATURAN, Setelan, check
from sakip.reviu._contoh import bersih

KODE = ("SKP605", "SKP606", "SKP607")


def held(*waktu: str) -> PohonKinerja:
    tree = bersih()
    pemangku = [Pemangku.parse(teks) for teks in waktu]
    tree.replace_jabatan(attrs.evolve(tree.jabatan["kadis"], pemangku=pemangku))
    return tree


def found(tree: PohonKinerja, **opsi: Any) -> list[str]:
    return [item.kode for item in check(tree, [ATURAN[kode] for kode in KODE], **opsi)]


@pytest.mark.parametrize(
    ("waktu", "kode"),
    [
        ((), []),
        (("definitif",), []),
        (("definitif 2025-01-01",), []),
        # A Plh stands in for the holder: no overlap of two holders.
        (("definitif 2025-01-01", "plh 2025-05-01 s.d. 2025-05-09"), []),
        (("definitif 2024-01-01 s.d. 2025-06-30", "definitif 2025-07-01"), []),
        (("definitif 2024-01-01 s.d. 2025-07-01", "definitif 2025-07-01"), ["SKP605"]),
        (("definitif", "definitif"), ["SKP605"]),
        (
            ("definitif 2024-01-01", "definitif 2024-02-01 s.d. 2024-03-01", "definitif 2025-01-01"),
            ["SKP605", "SKP605"],
        ),
        # The plan is that of 2025 and 2026.
        (("definitif 2025-01-02",), ["SKP606"]),
        (("definitif 2025-01-01 s.d. 2026-12-30",), ["SKP606"]),
        (("definitif 2025-01-01 s.d. 2026-12-31",), []),
        (("definitif 2027-01-01",), ["SKP606"]),
        (("definitif 2025-01-01 s.d. 2025-03-31", "plt 2025-04-02 s.d. 2025-06-30", "definitif 2025-07-01"), ["SKP606"]),
        # Six months and no more.
        (("plt 2025-01-01 s.d. 2025-06-30", "definitif 2025-07-01"), []),
        (("plt 2025-01-01 s.d. 2025-07-01", "definitif 2025-07-02"), ["SKP607"]),
        (("plt s.d. 2025-07-01", "definitif 2025-07-02"), []),
        (("definitif 2025-01-01", "pj 2026-08-01"), []),
        (("definitif 2025-01-01", "pj 2026-06-01"), ["SKP607"]),
    ],
)  # fmt: skip
def test_how_a_post_is_held(waktu: tuple[str, ...], kode: list[str]) -> None:
    assert found(held(*waktu)) == kode


def test_what_is_said_of_it() -> None:
    tree = held("definitif 2025-01-01 s.d. 2025-03-31", "plt 2025-04-02")
    said = {item.kode: item.pesan for item in check(tree, [ATURAN[kode] for kode in KODE])}
    assert "dari 2025-04-01 sampai 2025-04-01" in said["SKP606"]
    assert said["SKP607"] == "Jabatan Kepala Dinas dipangku Plt. lebih dari 6 bulan: plt 2025-04-02."


def test_the_limit_is_the_users() -> None:
    tree = held("plt 2025-01-01 s.d. 2025-06-30", "definitif 2025-07-01")
    assert found(tree, setelan=Setelan(sementara_terlama=3)) == ["SKP607"]
    assert found(held("plt 2020-01-01"), setelan=Setelan(sementara_terlama=None)) == []


def test_a_plan_without_years_and_a_post_without_work_are_not_asked() -> None:
    tree = held("plt 2025-01-01")
    tree.periode = None
    assert found(tree) == []
    idle = bersih()
    gap = Pemangku("definitif", dt.date(2026, 1, 1))
    idle.add_jabatan(Jabatan(id="arsiparis", nama="Arsiparis", atasan="kadis", pemangku=[gap]))
    assert found(idle) == []


@given(st.lists(st.tuples(st.integers(0, 729), st.integers(0, 400)), min_size=1, max_size=5))
def test_a_gap_is_told_exactly_where_no_day_is_missed(spans: list[tuple[int, int]]) -> None:
    """Day by day over the two years of the plan."""
    begin = dt.date(2025, 1, 1)
    held_so = [
        Pemangku("plh", begin + dt.timedelta(days=day), begin + dt.timedelta(days=day + length))
        for day, length in spans
    ]
    tree = bersih()
    tree.replace_jabatan(attrs.evolve(tree.jabatan["kadis"], pemangku=held_so))
    missed = [
        day for day in range(730) if not any(begin + dt.timedelta(days=day) in item for item in held_so)
    ]
    told = check(tree, [ATURAN["SKP606"]])
    assert bool(told) is bool(missed)
    if missed:
        first = (begin + dt.timedelta(days=missed[0])).isoformat()
        assert dict(told[0].parameter)["dari"] == first


def test_a_share_that_is_left_out_of_the_total_is_found() -> None:
    """A review says what hand-down says: a share of nothing, a total that is not made, and who owns what."""
    divided = ATURAN["SKP020"].buruk()
    assert [item.kode for item in check(divided, [ATURAN["SKP020"]])] == ["SKP020"]
    part = divided["S2"]
    item = attrs.evolve(part.indikator[0], target={2026: "50 Orang"})
    divided.replace(attrs.evolve(part, indikator=[item]))
    temuan, other = check(divided, [ATURAN["SKP020"]])
    assert (temuan.kode, temuan.tempat.indikator) == ("SKP025", "P1.1")
    assert "S2.1" in temuan.pesan
    assert other.pesan.startswith("Target 2026 yang diturunkan berjumlah 50")


def test_the_map_of_ranks_is_the_users() -> None:
    tree = ATURAN["SKP027"].baik()
    ministry = Setelan(jenjang=PetaJenjang("kementerian", {"program": "jpt_madya"}))
    assert [item.kode for item in check(tree, [ATURAN["SKP027"]], setelan=ministry)] == ["SKP027"]
