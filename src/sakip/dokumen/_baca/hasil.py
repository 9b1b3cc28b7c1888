"""What reading a document gives."""

from __future__ import annotations

from typing import Generic, TypeVar

import attrs

from sakip.errors import TipeError
from sakip.pohon import PohonKinerja
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
class CakupanBaca:
    """What became of the filled cells of a document.

    Attributes:
        sel: How many cells hold anything.
        isi: How many are in the result.
        perabot: How many are the form's own furniture, the same on every copy: headers,
            their repetition on each page, numbered columns, running numbers.
        temuan: How many are in neither, and named by a finding.

    >>> CakupanBaca(10, 6, 3, 1).utuh
    True
    """

    sel: int
    isi: int
    perabot: int
    temuan: int

    @property
    def utuh(self) -> bool:
        """Whether every cell is accounted for."""
        return self.sel == self.isi + self.perabot + self.temuan

    def __str__(self) -> str:
        return (
            f"{self.sel} sel: {self.isi} terbaca, {self.perabot} perabot formulir, "
            f"{self.temuan} disebut dalam temuan"
        )


@attrs.frozen
class HasilBaca(Generic[T]):
    """What was read, what is wrong with it, and what could not be placed.

    Attributes:
        dokumen: What was read.
        temuan: The findings, each with its row and column, or its sheet and cell.
        sisa: The rows that could not be placed.
        keterangan: The lines of remark above the table, without their ``#``.
        cakupan: What became of the cells; None where they were not counted.

    >>> from sakip import PohonKinerja
    >>> hasil = HasilBaca(PohonKinerja("Dinas Contoh"))
    >>> hasil.dokumen.nama, hasil.temuan
    ('Dinas Contoh', ())
    """

    dokumen: T
    temuan: tuple[Temuan, ...] = ()
    sisa: tuple[BarisSisa, ...] = ()
    keterangan: tuple[str, ...] = ()
    cakupan: CakupanBaca | None = None

    def to_pohon(self) -> PohonKinerja:
        """The tree that the document carries.

        Raises:
            TipeError: Such a document carries none.

        >>> HasilBaca(PohonKinerja("Dinas Contoh")).to_pohon().nama
        'Dinas Contoh'
        >>> HasilBaca(()).to_pohon()
        Traceback (most recent call last):
        sakip.errors.TipeError: tuple is refused: it carries no tree; use a form that has to_pohon
        """
        if isinstance(self.dokumen, PohonKinerja):
            return self.dokumen
        make = getattr(self.dokumen, "to_pohon", None)
        if make is None:
            raise TipeError(type(self.dokumen).__name__, "it carries no tree; use a form that has to_pohon")
        pohon: PohonKinerja = make()
        return pohon
