"""The chain of the Ministry of Finance: indeks capaian, NSS, perspektif, NKO; and NHK.

Every step is `combine_capaian` with weights. The weights are those of KMK 127/2026
as applied (the original was not read); the weights of the four perspectives are
those of one published office and are only an example.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from sakip.alasan import Alasan
from sakip.angka import KONTEKS, to_decimal
from sakip.capaian._gabung import Bagian, CaraGabung, Gabungan, combine_capaian, to_nilai
from sakip.errors import TidakAdaError

BOBOT_KUALITAS: Mapping[tuple[str, str], Decimal] = {
    ("exact", "low"): Decimal("1.2"),
    ("exact", "moderate"): Decimal("1.15"),
    ("proxy", "low"): Decimal("1.1"),
    ("proxy", "moderate"): Decimal(1),
    ("proxy", "high"): Decimal("0.9"),
    ("activity", "moderate"): Decimal("0.8"),
    ("activity", "high"): Decimal("0.6"),
}
"""What an IKU weighs by its validity and the degree of control; two combinations are forbidden.

Acuan: KMK 127/2026 as applied; the forbidden ones after a KPPN guide, p. 14-15.

>>> BOBOT_KUALITAS["exact", "low"], ("exact", "high") in BOBOT_KUALITAS
(Decimal('1.2'), False)
"""

BOBOT_PERSPEKTIF: Mapping[str, Decimal] = {
    "stakeholder": Decimal(30),
    "customer": Decimal(25),
    "internal process": Decimal(15),
    "learning and growth": Decimal(30),
}
"""Weights of the perspectives, as one customs office published them: an example, not a rule.

>>> sum(BOBOT_PERSPEKTIF.values())
Decimal('100')
"""

BATAS_NHK = Decimal(120)


def bobot_kualitas(validitas: str, kendali: str) -> Decimal:
    """What an IKU weighs.

    Raises:
        TidakAdaError: There is no such combination, or it is forbidden.

    >>> bobot_kualitas("proxy", "high")
    Decimal('0.9')
    """
    try:
        return BOBOT_KUALITAS[validitas, kendali]
    except KeyError:
        known = ", ".join("-".join(pair) for pair in BOBOT_KUALITAS)
        raise TidakAdaError(
            "bobot kualitas", f"{validitas}-{kendali}", f"the weights, which are {known}"
        ) from None


def compute_k3(kualitas: Decimal | int | str, target: Decimal | int | str) -> Decimal:
    """K3, the mean of the weight of an IKU's quality and that of its target.

    >>> compute_k3("1,2", "0,9")
    Decimal('1.05')
    """
    return KONTEKS.divide(KONTEKS.add(to_decimal(kualitas), to_decimal(target)), Decimal(2))


def compute_nss(bagian: Iterable[Bagian]) -> Gabungan:
    """The value of a sasaran strategis (or, with their weights, of a perspective): a weighted mean.

    >>> compute_nss([Bagian("IKU1", 100, bobot="1,2"), Bagian("IKU2", 80, bobot="0,8")]).nilai
    Decimal('92')
    """
    return combine_capaian(bagian, CaraGabung.TERTIMBANG)


def compute_nko(
    perspektif: Mapping[str, Decimal | int | str | None],
    bobot: Mapping[str, Decimal | int | str] = BOBOT_PERSPEKTIF,
) -> Gabungan:
    """The value of an organisation: the perspectives, weighted.

    Args:
        perspektif: The value of each perspective; one that is None, or that is not named
            here and has a weight, is left out and named.
        bobot: What each of them weighs.

    >>> compute_nko({"stakeholder": 100, "customer": 110, "internal process": 105, "learning and growth": 120}).nilai
    Decimal('109.25')
    """
    weights = {name: to_decimal(nilai) for name, nilai in bobot.items()}
    names = dict.fromkeys((*weights, *perspektif))
    parts = [_part(name, to_nilai(perspektif.get(name)), weights.get(name)) for name in names]
    return combine_capaian(parts, CaraGabung.TERTIMBANG)


def _part(id: str, nilai: Decimal | None, bobot: Decimal | None) -> Bagian:
    """What has no figure was not measured yet."""
    return Bagian(id, nilai, Alasan.BELUM_ADA_REALISASI if nilai is None else None, bobot)


def compute_nhk(capaian: Iterable[tuple[Decimal | int | str | None, Decimal | int | str]]) -> Gabungan:
    """An individual's result of work: Σ min(capaian × K3, 120) × K3 ÷ Σ K3.

    Args:
        capaian: Pairs of an indeks capaian and its K3; None where there is no capaian.

    >>> from sakip.angka import round_half_up
    >>> nhk = compute_nhk([(80, "1,05"), (120, "0,9"), ("104,69", 1), (120, 1), (100, "1,1")])
    >>> round_half_up(nhk.nilai, 2)
    Decimal('105.17')
    """
    parts = []
    for number, (nilai, k3) in enumerate(capaian, start=1):
        weight, value = to_decimal(k3), to_nilai(nilai)
        scored = None if value is None else min(KONTEKS.multiply(value, weight), BATAS_NHK)
        parts.append(_part(f"IKU {number}", scored, weight))
    return combine_capaian(parts, CaraGabung.TERTIMBANG)
