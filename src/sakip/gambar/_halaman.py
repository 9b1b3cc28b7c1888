"""The sheet that a picture is made for."""

from __future__ import annotations

from typing import Any

import attrs

from sakip.gambar._tata import Penata, to_penata
from sakip.periksa import check_bool, check_text, refuse


def _check_mm(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if type(value) is not int or not 50 <= value <= 5000:
        raise refuse(instance, attribute, value, "a whole number of mm from 50 to 5000")


@attrs.frozen
class Kertas:
    """A size of paper.

    Attributes:
        nama: Its name.
        lebar: Its shorter side in mm.
        tinggi: Its longer side in mm.

    >>> Kertas("Folio", 210, 330).lebar
    210
    """

    nama: str = attrs.field(validator=check_text)
    lebar: int = attrs.field(validator=_check_mm)
    tinggi: int = attrs.field(validator=_check_mm)


KERTAS = {
    item.nama: item for item in (Kertas("A4", 210, 297), Kertas("F4", 215, 330), Kertas("A3", 297, 420))
}
"""The sizes of paper by name: A4 and A3 of ISO 216, and F4 as Indonesian offices buy it."""


def _to_kertas(nilai: Any) -> Any:
    return KERTAS.get(nilai, nilai) if isinstance(nilai, str) else nilai


def _check_kertas(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, Kertas):
        raise refuse(instance, attribute, value, f"a Kertas, or one of {', '.join(KERTAS)}")


@attrs.frozen
class Halaman:
    """The sheet that a picture is fitted to, and who lays the picture out.

    Attributes:
        kertas: The paper: ``A4``, ``F4``, ``A3``, or any `Kertas`.
        potret: Whether the longer side stands upright; a picture lies on it by default.
        penata: Which library puts the boxes beside one another: ``igraph``, the same on
            every machine, or ``graphviz``, where that is installed.

    Raises:
        ModelError: An attribute holds what it cannot; the message names it.

    >>> Halaman("F4").ukuran, Halaman("F4", potret=True).ukuran
    ((330, 215), (215, 330))
    """

    kertas: Kertas = attrs.field(default=KERTAS["A4"], converter=_to_kertas, validator=_check_kertas)
    potret: bool = attrs.field(default=False, kw_only=True, validator=check_bool)
    penata: Penata = attrs.field(default=Penata.IGRAPH, kw_only=True, converter=to_penata)

    @property
    def ukuran(self) -> tuple[int, int]:
        """Width and height in mm."""
        sides = self.kertas.lebar, self.kertas.tinggi
        return sides if self.potret else (sides[1], sides[0])
