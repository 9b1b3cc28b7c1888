"""What a figure is called and how it is marked: a sign and a word, and a colour beside them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import attrs

from sakip.capaian import BarisCapaian
from sakip.gambar._html.markah import KOSONG, Html, aman, tag
from sakip.gambar._warna import gaya_of
from sakip.kebijakan import Kebijakan


@attrs.frozen
class Rona:
    """A class of figures.

    Attributes:
        kunci: Its name in the page's style sheet.
        tanda: What stands for it without colour: the higher a band, the more marks.
        label: Its name.
    """

    kunci: str
    tanda: str
    label: str

    @property
    def html(self) -> Html:
        """The sign and the word."""
        return tag(
            "span",
            tag("i", aman(self.tanda), aria_hidden="true"),
            aman(self.label),
            kelas=f"rona {self.kunci}",
        )


TERCAPAI = Rona("tercapai", "▲", "Tercapai")
BELUM = Rona("belum", "▼", "Tidak tercapai")
LUAR = Rona("luar", "○", "Di luar skala")
TANPA = Rona("tanpa", "–", "Tanpa angka")


def all_rona(kebijakan: Kebijakan) -> tuple[Rona, ...]:
    """The classes under a policy, the best first: its bands, or whether the target was met."""
    if kebijakan.skala is None:
        return TERCAPAI, BELUM, TANPA
    many = len(kebijakan.skala.pita)
    bands = (
        Rona(f"p{place}", "•" * (many - place), item.label) for place, item in enumerate(kebijakan.skala.pita)
    )
    return *bands, LUAR, TANPA


def rona_of(kebijakan: Kebijakan, nilai: Decimal | None) -> Rona | None:
    """The class of a figure by the bands of a policy; None where it has none, or there is no figure."""
    if kebijakan.skala is None or nilai is None:
        return None
    pita = kebijakan.pita_for(nilai)
    return LUAR if pita is None else all_rona(kebijakan)[kebijakan.skala.pita.index(pita)]


def rona_of_row(row: BarisCapaian) -> Rona:
    """The class of a row of the report."""
    if row.nilai is None:
        return TANPA
    return rona_of(row.capaian.kebijakan, row.nilai) or (TERCAPAI if row.capaian.tercapai else BELUM)


def rona_html(rona: Rona | None) -> Html:
    """A class as HTML; nothing where there is none."""
    return KOSONG if rona is None else rona.html


def style(kebijakan: Kebijakan | None) -> Iterator[str]:
    """The colours of the bands, and the room that their marks need."""
    skala = None if kebijakan is None else kebijakan.skala
    many = 0 if skala is None else len(skala.pita)
    yield f":root{{--tanda-lebar:{max(3, many) * 0.36:.2f}em}}\n"
    for place in range(many):
        yield f".p{place}{{--rona:{gaya_of(place, many).isi}}}\n"
