"""Looks: colours that differ in lightness as well as in hue, so that no reader needs the hue.

The hues are those that Okabe and Ito chose for colour-blind readers, blue for the
highest band and vermilion for the lowest, moved apart in lightness for grey print.
The figure, the name of its band and a row of marks say the same in every box.
"""

from __future__ import annotations

import attrs

from sakip.gambar._tampilan import Kotak

_TITIK = ((0x00, 0x4A, 0x7C), (0x4A, 0xA3, 0xDF), (0xF0, 0xE4, 0x42), (0xF2, 0xAE, 0x3D), (0xB8, 0x45, 0x0A))
"""From the highest band to the lowest; their lightness is about 30, 64, 89, 76 and 45 of 100."""

_PILIHAN = {1: (0,), 2: (0, 2), 3: (0, 2, 4), 4: (0, 1, 2, 4)}
"""Which of them fewer bands get; more than five get colours between them."""

HITAM = "#000000"
TINTA = "#1a1a1a"
ABU = "#6b6b6b"
PUTIH = "#ffffff"


@attrs.frozen
class Gaya:
    """How a figure looks.

    Attributes:
        isi: The fill, as ``#rrggbb``.
        teks: The colour of text on it, the one with the greater contrast.
        putus: Whether its border is dashed.
    """

    isi: str
    teks: str
    putus: bool


KOSONG = Gaya(PUTIH, TINTA, putus=True)
"""No figure, or one in no band: white with a dashed border, never a colour."""


def gaya_of(pita: int | None, banyak: int) -> Gaya:
    """The look of a band among several, 0 for the highest.

    Of two bands the lower is yellow and not vermilion: it says that something is
    not reached, and not how far it is from that.

    >>> gaya_of(0, 5).isi, gaya_of(4, 5).isi, gaya_of(None, 5).isi
    ('#004a7c', '#b8450a', '#ffffff')
    """
    if pita is None:
        return KOSONG
    place = _PILIHAN[banyak][pita] if banyak in _PILIHAN else pita * (len(_TITIK) - 1) / (banyak - 1)
    low = min(int(place), len(_TITIK) - 2)
    parts = zip(_TITIK[low], _TITIK[low + 1], strict=True)
    rgb = [round(one + (other - one) * (place - low)) for one, other in parts]
    fill = "#" + "".join(f"{part:02x}" for part in rgb)
    return Gaya(fill, max((HITAM, PUTIH), key=lambda ink: kontras(ink, fill)), putus=False)


def kontras(satu: str, lain: str) -> float:
    """How far two colours are apart in lightness, from 1 to 21, as WCAG 2 measures it.

    >>> round(kontras("#000000", "#ffffff"))
    21
    """
    dark, light = sorted(_luminance(item) for item in (satu, lain))
    return (light + 0.05) / (dark + 0.05)


def _luminance(warna: str) -> float:
    parts = [int(warna[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def gaya_kotak(kotak: Kotak, banyak: int) -> Gaya | None:
    """The look of a whole box: that of its figures where they are all alike; None without figures.

    A box whose figures are in several bands is not given one of them.
    """
    return gaya_of(kotak.pita, banyak) if kotak.hasil else None
