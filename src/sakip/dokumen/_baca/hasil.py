"""What reading a document gives."""

from __future__ import annotations

from html import escape
from typing import Generic, TypeVar

import attrs

from sakip.errors import TipeError
from sakip.pohon import PohonKinerja
from sakip.teks import Tampilan, render_html, render_lipatan
from sakip.temuan import Temuan, format_temuan, render_temuan, summarise_temuan

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
class HasilBaca(Tampilan, Generic[T]):
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

    def __str__(self) -> str:
        parts = [*self._head(), *self._rest(), format_temuan(self.temuan)]
        return "\n".join(parts)

    def _head(self) -> list[str]:
        """What was read, and what the document says of itself."""
        return [_name(self.dokumen), *self.keterangan]

    def _rest(self) -> list[str]:
        """What became of the cells, and how many rows could not be placed."""
        lines = [] if self.cakupan is None else [f"{self.cakupan}."]
        return [*lines, f"{len(self.sisa)} baris tidak dapat ditempatkan."] if self.sisa else lines

    def _repr_html_(self) -> str:
        show = getattr(self.dokumen, "_repr_html_", None)
        parts = [render_html(("Yang dibaca",), [(line,) for line in self._head()])]
        parts += [f"<p>{escape(line)}</p>" for line in self._rest()]
        parts += [render_lipatan("Isi", show())] if show is not None else []
        parts.append(
            render_lipatan(summarise_temuan(self.temuan), render_temuan(self.temuan)) if self.temuan else ""
        )
        if self.sisa:
            rows = [(str(row.baris), _cells(row)) for row in self.sisa]
            parts.append(render_lipatan("Baris sisa", render_html(("Baris", "Isi"), rows)))
        return "".join(parts)

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


def _name(dokumen: object) -> str:
    """What a document is, in a few words."""
    if isinstance(dokumen, PohonKinerja):
        return f"{dokumen.nama}: {len(dokumen)} simpul"
    if isinstance(dokumen, tuple):
        kinds = ", ".join(dict.fromkeys(type(item).__name__ for item in dokumen))
        return f"{len(dokumen)} {kinds}".strip()
    return type(dokumen).__name__


def _cells(row: BarisSisa) -> str:
    return "; ".join(f"{kolom}: {teks}" for kolom, teks in row.sel)
