"""A figure that can be asked how it came about, and the answer."""

from __future__ import annotations

from collections.abc import Iterable

from sakip.gambar._html.markah import Html, aman, join, tag, teks, tersembunyi
from sakip.kebijakan import Langkah

_HITUNGAN = frozenset({"rumus", "angka", "hasil"})
"""The steps that stand one below the other, as a sum on paper."""


def figure(isi: Html, penjelasan: str, tentang: str) -> Html:
    """A figure that opens its explanation; without a script it is the figure alone.

    Args:
        isi: The figure.
        penjelasan: The id of the element that explains it.
        tentang: What it is a figure of, for those who listen.
    """
    return tag(
        "button",
        isi,
        tersembunyi(f", penjelasan {tentang}"),
        type="button",
        kelas="figur",
        aria_expanded="false",
        aria_controls=penjelasan,
    )


def steps(langkah: Iterable[Langkah]) -> Html:
    """The steps of a figure: its formula set off, the rest in lines."""
    lines = list(langkah)
    sums = "\n".join(item.teks for item in lines if item.kode in _HITUNGAN)
    before = [item for item in lines if item.kode not in _HITUNGAN]
    first = next((place for place, item in enumerate(lines) if item.kode in _HITUNGAN), len(lines))
    after = before[first:]
    return tag("div", _lines(before[:first]), teks("div", sums, "hitung"), _lines(after), kelas="langkah")


def _lines(langkah: Iterable[Langkah]) -> Html:
    return join(tag("p", aman(item.teks)) for item in langkah)
