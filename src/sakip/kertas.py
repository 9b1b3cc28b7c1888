"""The sizes of paper that forms and pictures are made for."""

from __future__ import annotations

import enum

_SISI = {"A4": (210, 297), "F4": (215, 330), "A3": (297, 420)}
"""The short and the long side of each, in millimetres."""


class Kertas(enum.Enum):
    """A size of paper: A4 and A3 of ISO 216, and F4 as Indonesian offices buy it.

    >>> Kertas("F4").ukuran(mendatar=True), Kertas("A3").ukuran(mendatar=False)
    ((330, 215), (297, 420))
    """

    A4 = "A4"
    F4 = "F4"
    A3 = "A3"

    def ukuran(self, *, mendatar: bool) -> tuple[int, int]:
        """Its width and height in millimetres.

        Args:
            mendatar: Whether it lies on its longer side.
        """
        short, long = _SISI[self.value]
        return (long, short) if mendatar else (short, long)
