"""Files, read and written whole, and CSV of which a spreadsheet runs nothing.

A file that is written is complete or absent: it is written beside its place
and then renamed. What the operating system or the decoder refuses comes out as
a `BerkasError` that names the file.
"""

from __future__ import annotations

from sakip.berkas._berkas import (
    BUKAN_TEKS,
    MELEBIHI_BATAS,
    RUSAK,
    SALAH_AKHIRAN,
    TAK_MUAT,
    TERKUNCI,
    decode,
    read_bytes,
    write_bytes,
    write_text,
)
from sakip.berkas._csv import TANDA_URUT, Rekaman, csv_lines, guard, unguard

__all__ = [
    "BUKAN_TEKS",
    "MELEBIHI_BATAS",
    "RUSAK",
    "SALAH_AKHIRAN",
    "TAK_MUAT",
    "TANDA_URUT",
    "TERKUNCI",
    "Rekaman",
    "csv_lines",
    "decode",
    "guard",
    "read_bytes",
    "unguard",
    "write_bytes",
    "write_text",
]
