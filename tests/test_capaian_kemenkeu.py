"""The chain of the Ministry of Finance: K3, NSS, NKO, NHK."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.alasan import Alasan
from sakip.angka import round_half_up
from sakip.capaian import (
    BOBOT_KUALITAS,
    BOBOT_PERSPEKTIF,
    Bagian,
    Gabungan,
    bobot_kualitas,
    compute_k3,
    compute_nhk,
    compute_nko,
    compute_nss,
)
from sakip.errors import AngkaError, TidakAdaError, TipeError
from sakip.kebijakan import LKJIP
from strategies import SEDIKIT, desimal


def dua(hasil: Gabungan) -> str:
    """The figure with two decimals."""
    assert hasil.nilai is not None
    return str(round_half_up(hasil.nilai, 2))


@pytest.mark.parametrize(
    ("validitas", "kendali", "bobot"),
    [
        ("exact", "low", "1.2"),
        ("exact", "moderate", "1.15"),
        ("proxy", "low", "1.1"),
        ("proxy", "moderate", "1"),
        ("proxy", "high", "0.9"),
        ("activity", "moderate", "0.8"),
        ("activity", "high", "0.6"),
    ],
)
def test_weights_of_quality(validitas: str, kendali: str, bobot: str) -> None:
    """KMK 127/2026 as applied."""
    assert bobot_kualitas(validitas, kendali) == Decimal(bobot)
    assert len(BOBOT_KUALITAS) == 7


@pytest.mark.parametrize(
    ("validitas", "kendali"), [("exact", "high"), ("activity", "low"), ("Exact", "low"), ("", "")]
)
def test_combinations_that_are_forbidden_or_unknown(validitas: str, kendali: str) -> None:
    """An exact measure under high control and an activity under low control do not exist."""
    with pytest.raises(TidakAdaError, match=f"no bobot kualitas '{validitas}-{kendali}'") as caught:
        bobot_kualitas(validitas, kendali)
    assert "exact-low" in str(caught.value)


@pytest.mark.parametrize(
    ("kualitas", "target", "k3"),
    [("1,2", "0,9", "1.05"), ("0,9", "0,9", "0.9"), (1, 1, "1"), ("1,2", 1, "1.1")],
)
def test_k3_is_the_mean_of_two_weights(kualitas: str | int, target: str | int, k3: str) -> None:
    """Half the quality of the IKU, half that of its target."""
    assert compute_k3(kualitas, target) == Decimal(k3)


def test_nhk_of_a_published_example() -> None:
    """Five IKU with their K3: each index times K3, at most 120, weighted by K3, is 105,17."""
    nhk = compute_nhk([(80, "1,05"), (120, "0,9"), ("104,69", 1), (120, 1), (100, "1,1")])
    assert dua(nhk) == "105.17"
    assert [item.nilai for item in nhk.bagian] == [
        Decimal(84),
        Decimal(108),
        Decimal("104.69"),
        Decimal(120),
        Decimal(110),
    ]


def test_nhk_caps_each_index() -> None:
    """120 times 1,2 counts as 120."""
    assert compute_nhk([(120, "1,2")]).nilai == 120


def test_nhk_without_an_index() -> None:
    """One that has no index is left out, with its weight; none at all is no result."""
    nhk = compute_nhk([(80, 1), (None, "1,2")])
    assert (nhk.nilai, nhk.cakupan, [item.id for item in nhk.kurang]) == (Decimal(80), "1 dari 2", ["IKU 2"])
    assert "Tidak dihitung: IKU 2 (belum ada realisasi)." in nhk.explain().splitlines()
    assert compute_nhk([(None, 1)]).alasan is Alasan.SEMUA_KOSONG
    assert compute_nhk([]).alasan is Alasan.SEMUA_KOSONG
    assert compute_nhk([(80, 0)]).alasan is Alasan.BOBOT_NOL


def test_nss_is_weighted() -> None:
    """(100 × 1,2 + 80 × 0,8) ÷ 2."""
    assert compute_nss([Bagian("A", 100, bobot="1,2"), Bagian("B", 80, bobot="0,8")]).nilai == 92
    assert compute_nss([Bagian("A", 100, bobot="1,2"), Bagian("B", 80)]).alasan is Alasan.BOBOT_TIDAK_ADA


@pytest.mark.parametrize(
    ("nilai", "nko"),
    [((100, 110, 105, 120), "109.25"), ((100, 100, 100, 100), "100.00"), ((120, 0, 0, 0), "36.00")],
)
def test_nko_of_four_perspectives(nilai: tuple[int, ...], nko: str) -> None:
    """Weights of 30, 25, 15 and 30, as one customs office published them."""
    assert list(BOBOT_PERSPEKTIF.values()) == [30, 25, 15, 30]
    assert dua(compute_nko(dict(zip(BOBOT_PERSPEKTIF, nilai, strict=True)))) == nko


def test_nko_without_a_perspective() -> None:
    """One that has no value is left out and named; one that has no weight leaves no result."""
    nko = compute_nko({"stakeholder": 100, "customer": None, "learning and growth": "90"})
    assert (nko.nilai, nko.cakupan) == (Decimal(95), "2 dari 4")
    assert [item.id for item in nko.kurang] == ["customer", "internal process"]
    assert "Tidak dihitung: customer (belum ada realisasi)." in nko.explain().splitlines()
    assert compute_nko({"keuangan": 100}).alasan is Alasan.BOBOT_TIDAK_ADA
    assert compute_nko({"keuangan": 100, "proses": 50}, {"keuangan": 3, "proses": "1"}).nilai == Decimal(
        "87.5"
    )


def test_a_small_computed_index_is_taken() -> None:
    """1 of 3.000 is 0,03 % to 34 digits: more decimals than anybody types."""
    tiny = LKJIP.capaian(3000, 1).nilai
    assert compute_nhk([(tiny, 1)]).nilai == tiny
    assert compute_nko({"customer": tiny}).nilai == tiny


def test_floats_are_refused() -> None:
    """They have lost their digits already."""
    with pytest.raises(TipeError):
        compute_k3(1.2, 1)  # type: ignore[arg-type]
    with pytest.raises(TipeError):
        compute_nhk([(80.5, 1)])  # type: ignore[list-item]
    with pytest.raises(AngkaError):
        compute_nko({"stakeholder": "seratus"})


@given(
    st.lists(
        st.tuples(desimal(0, 120, 2), desimal(Decimal("0.6"), Decimal("1.2"), 2)), min_size=1, max_size=8
    )
)
@SEDIKIT
def test_nhk_lies_between_its_parts(rows: list[tuple[Decimal, Decimal]]) -> None:
    """It is a mean of the capped indices, whatever the order."""
    nhk = compute_nhk(rows)
    scored = [item.nilai for item in nhk.bagian if item.nilai is not None]
    assert nhk.nilai is not None
    assert min(scored) - Decimal("1e-30") <= nhk.nilai <= max(scored) + Decimal("1e-30")
    assert nhk.nilai <= 120
    assert compute_nhk(rows[::-1]).nilai == nhk.nilai
