"""Money and figures of it in words."""

from __future__ import annotations

from decimal import Decimal

from sakip.angka import format_angka, round_half_up


def format_uang(jumlah: int) -> str:
    """An amount of any size, a sum of many included."""
    return f"{'-' if jumlah < 0 else ''}Rp{format_angka(Decimal(abs(jumlah)))}"


def note_rounding(nilai: Decimal) -> str:
    """What an explanation adds to a figure that it prints with two decimals."""
    return (
        "" if round_half_up(nilai, 2) == nilai else " (dibulatkan 2 angka di belakang koma, setengah ke atas)"
    )
