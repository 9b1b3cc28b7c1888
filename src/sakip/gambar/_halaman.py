"""The sheet that a picture is made for."""

from __future__ import annotations

import attrs

from sakip.gambar._tata import Penata, to_penata
from sakip.kertas import Kertas
from sakip.periksa import check_bool
from sakip.pilihan import to_enum


def _to_kertas(nilai: Kertas | str) -> Kertas:
    return to_enum(Kertas, nilai, "Halaman", "kertas")


@attrs.frozen
class Halaman:
    """The sheet that a picture is fitted to, and who lays the picture out.

    Attributes:
        kertas: The paper: ``A4``, ``F4`` or ``A3``.
        potret: Whether the longer side stands upright; a picture lies on it by default.
        penata: Which library puts the boxes beside one another: ``igraph``, the same on
            every machine, or ``graphviz``, where that is installed.

    Raises:
        ModelError: An attribute holds what it cannot; the message names it.

    >>> Halaman("F4").ukuran, Halaman("F4", potret=True).ukuran
    ((330, 215), (215, 330))
    """

    kertas: Kertas = attrs.field(default=Kertas.A4, converter=_to_kertas)
    potret: bool = attrs.field(default=False, kw_only=True, validator=check_bool)
    penata: Penata = attrs.field(default=Penata.IGRAPH, kw_only=True, converter=to_penata)

    @property
    def ukuran(self) -> tuple[int, int]:
        """Width and height in mm."""
        return self.kertas.ukuran(mendatar=not self.potret)
