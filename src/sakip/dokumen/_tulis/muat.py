"""What a cell of a workbook has room for."""

from __future__ import annotations

import re

from sakip.berkas import TAK_MUAT
from sakip.errors import BerkasError

TERPANJANG = 32_767
"""Characters that a cell of a workbook may have."""
TAK_TERTULIS = re.compile("[\0\ud800-\udfff\ufffe\uffff]")
"""Characters that no XLSX can hold."""


def check_muat(path: str, tempat: str, teks: str) -> None:
    r"""Refuse a text that no cell of a workbook can hold.

    Args:
        path: The file, for the error.
        tempat: Where the text stands, for the error.
        teks: The text.

    Raises:
        BerkasError: It is too long, or has a character that XLSX has no room for.

    >>> check_muat("pk.xlsx", "the cell A1", "Dinas Sosial")
    >>> check_muat("pk.xlsx", "the cell A1", "Dinas\0Sosial")
    Traceback (most recent call last):
    sakip.errors.BerkasError: pk.xlsx: the cell A1 holds U+0000, which XLSX can't; write CSV
    """
    if len(teks) > TERPANJANG:
        raise BerkasError(
            path,
            f"{tempat} has {len(teks):,} characters, and XLSX room for {TERPANJANG:,}; write CSV",
            TAK_MUAT,
        )
    if match := TAK_TERTULIS.search(teks):
        raise BerkasError(
            path, f"{tempat} holds U+{ord(match[0]):04X}, which XLSX can't; write CSV", TAK_MUAT
        )
