"""Dividing a target among those it is handed down to, so that the shares make the whole exactly."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from sakip.angka import KONTEKS, to_decimal
from sakip.errors import ModelError

Angkalike = Decimal | int | str
_NAMA = "divide_target"


def divide_target(
    nilai: Angkalike, bobot: Mapping[str, Angkalike] | Sequence[str], *, desimal: int = 0
) -> dict[str, Decimal]:
    """A target divided among several, by weights or equally; the shares make it exactly.

    Each gets what falls to it rounded down; what is left over goes, unit by unit, to those
    whose remainders are largest, the first among equals (largest remainder).

    Args:
        nilai: The target; of whole units, or with so many decimals.
        bobot: The weight of each, such as the people of a kecamatan; or the names alone, for
            equal shares.
        desimal: How many decimals a share may have; 0 for what can't be split, such as people.

    Raises:
        ModelError: There is nobody to divide among, a weight is below zero or all are zero, or
            the target has more decimals than a share may have.
        AngkaError: A number can't be read.

    >>> divide_target(10, ["utara", "selatan", "timur"])
    {'utara': Decimal('4'), 'selatan': Decimal('3'), 'timur': Decimal('3')}
    >>> divide_target("93,5", {"a": 2, "b": 1}, desimal=1)
    {'a': Decimal('62.3'), 'b': Decimal('31.2')}
    """
    weights = _weights(bobot)
    units = to_decimal(nilai).scaleb(desimal, KONTEKS)
    if units != units.to_integral_value(context=KONTEKS):
        raise ModelError(_NAMA, "nilai", str(nilai), f"at most {desimal} decimals")
    total = sum(map(Fraction, weights.values()))
    raw = {name: Fraction(units) * Fraction(weight) / total for name, weight in weights.items()}
    floors = {name: math.floor(share) for name, share in raw.items()}
    left = int(units) - sum(floors.values())
    order = sorted(raw, key=lambda name: floors[name] - raw[name])  # the largest remainder first; stable
    more = set(order[:left])
    step = KONTEKS.power(10, desimal)
    return {name: KONTEKS.divide(Decimal(share + (name in more)), step) for name, share in floors.items()}


def _weights(bobot: Mapping[str, Angkalike] | Sequence[str]) -> dict[str, Decimal]:
    found = (
        {name: to_decimal(weight) for name, weight in bobot.items()}
        if isinstance(bobot, Mapping)
        else dict.fromkeys(bobot, Decimal(1))
    )
    if not found:
        raise ModelError(_NAMA, "bobot", repr(bobot), "somebody to divide among")
    if any(weight < 0 for weight in found.values()) or not any(found.values()):
        raise ModelError(_NAMA, "bobot", repr(bobot), "weights of which none is below zero and one is above")
    return found
