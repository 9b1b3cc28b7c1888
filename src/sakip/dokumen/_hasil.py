"""What reading a document gives."""

from __future__ import annotations

from typing import Generic, TypeVar

import attrs

from sakip.temuan import Temuan

T = TypeVar("T")


@attrs.frozen
class BarisSisa:
    """A row that could not be placed, as printed.

    Attributes:
        baris: The row in the file, counted from 1.
        sel: Its cells, as pairs of column and text.

    >>> BarisSisa(12, (("level", "lantai"),)).baris
    12
    """

    baris: int
    sel: tuple[tuple[str, str], ...]


@attrs.frozen
class HasilBaca(Generic[T]):
    """What was read, what is wrong with it, and what could not be placed.

    Attributes:
        dokumen: What was read.
        temuan: The findings, each with row and column.
        sisa: The rows that could not be placed.
        keterangan: The lines of remark above the table, without their ``#``.

    >>> from sakip import PohonKinerja
    >>> hasil = HasilBaca(PohonKinerja("Dinas Contoh"))
    >>> hasil.dokumen.nama, hasil.temuan
    ('Dinas Contoh', ())
    """

    dokumen: T
    temuan: tuple[Temuan, ...] = ()
    sisa: tuple[BarisSisa, ...] = ()
    keterangan: tuple[str, ...] = ()
