"""How much a file may ask for: the limits that a hostile or broken one runs into."""

from __future__ import annotations

import attrs

_MIB = 1024 * 1024


@attrs.frozen(kw_only=True)
class BatasBaca:
    """What a reader takes at most; beyond it a file is refused with a `BerkasError`.

    Attributes:
        ukuran_berkas: Bytes of the file.
        ukuran_terbuka: Bytes of what a workbook holds, unpacked.
        baris: Rows of a sheet.
        kolom: Columns of a row.
        sel: Filled cells of all sheets.
        panjang_sel: Characters of a cell.
        lembar: Sheets of a workbook.

    >>> BatasBaca(baris=1_000).kolom
    2000
    """

    ukuran_berkas: int = 64 * _MIB
    ukuran_terbuka: int = 512 * _MIB
    baris: int = 1_048_576
    kolom: int = 2_000
    sel: int = 5_000_000
    panjang_sel: int = 131_072
    lembar: int = 200


BATAS_BACA = BatasBaca()
"""The limits that hold where none are given; they are far above what forms need."""
