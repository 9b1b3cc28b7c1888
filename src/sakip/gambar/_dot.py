"""A tree as DOT, the language of Graphviz."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sakip.gambar._pandangan import Arah, Pandangan
from sakip.gambar._tampilan import Kotak, Tampilan, view
from sakip.gambar._ukur import wrap
from sakip.gambar._warna import ABU, PUTIH, TINTA, gaya_kotak, gaya_of
from sakip.model import JenisUjung, Ujung
from sakip.pohon import PohonKinerja

_LEBAR = 190.0
_HURUF = 10.0
_TAK_TERKIRIM = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def draw_dot(pohon: PohonKinerja, pandangan: Pandangan | None = None) -> str:
    """A tree as DOT text, for Graphviz and the tools that read its language.

    Boxes are nodes ``n0``, ``n1``, … in tree order; their ids stand in ``tooltip`` and
    in the label.

    Args:
        pohon: The tree.
        pandangan: What of it is drawn; all of it by default.

    Raises:
        TidakAdaError: The view names a node or a post that the tree hasn't.

    >>> from sakip import CSF, Outcome, PohonKinerja
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> pohon.add_many([(Outcome("O1", uraian="Sejahtera"), None), (CSF("C1", uraian="Terlayani"), "O1")])
    >>> print(draw_dot(pohon).splitlines()[-2])
      n0 -> n1;
    """
    tampilan = view(pohon, pandangan or Pandangan())
    return "\n".join(("digraph pohon {", *(f"  {line};" for line in _statements(tampilan)), "}")) + "\n"


def _statements(tampilan: Tampilan) -> Iterator[str]:
    lies = tampilan.pandangan.arah is Arah.MENDATAR
    title = [*_lines((tampilan.judul, *tampilan.rincian), 600)]
    yield f"graph [rankdir={'LR' if lies else 'TB'}, ordering=out, labelloc=t, labeljust=l, label={_label(title)}]"
    yield f'graph [fontname="Arial", fontsize=12]; node [shape=box, style=filled, fillcolor="{PUTIH}", color="{ABU}"]'
    yield f'node [fontname="Arial", fontsize={_HURUF:.0f}, margin="0.08,0.05"]; edge [fontname="Arial", fontsize=9, arrowhead=none, color="{ABU}"]'
    names = {
        Ujung(JenisUjung.SIMPUL, item.simpul.id): f"n{place}" for place, item in enumerate(tampilan.kotak)
    }
    for item, name in zip(tampilan.kotak, names.values(), strict=True):
        yield _node(name, item, tampilan)
    for end, teks in tampilan.luar.items():
        names[end] = f"l{len(names)}"
        yield f'{names[end]} [label={_label(_lines((teks,), _LEBAR))}, style="rounded,dashed"]'
    yield from _key(tampilan)
    for item in tampilan.kotak:
        if item.induk:
            yield f"{names[Ujung(JenisUjung.SIMPUL, item.induk)]} -> {names[Ujung(JenisUjung.SIMPUL, item.simpul.id)]}"
    for link in tampilan.tautan:
        label = _label([f"{link.tanda} {link.jenis}"])
        yield (
            f"{names[link.dari]} -> {names[link.ke]} [label={label}, tooltip={_label([link.teks])}, "
            "style=dashed, arrowhead=normal, constraint=false]"
        )


def _node(name: str, kotak: Kotak, tampilan: Tampilan) -> str:
    look = gaya_kotak(kotak, len(tampilan.pandangan.pita))
    more = ""
    if look is not None:
        style = ', style="filled,dashed"' if look.putus else ""
        more = f', fillcolor="{look.isi}", fontcolor="{look.teks}"{style}'
    label = _label(_lines(kotak.teks, _LEBAR))
    return f"{name} [label={label}, tooltip={_label([kotak.simpul.id])}{more}]"


def _key(tampilan: Tampilan) -> Iterator[str]:
    """The legend, as nodes of a group of their own."""
    bands = tampilan.pandangan.pita
    if not bands:
        return
    yield 'subgraph cluster_legenda { label="Warna"; labeljust=l; style=dotted'
    for place, band in enumerate(bands):
        look = gaya_of(place, len(bands))
        yield f'k{place} [label={_label([str(band)])}, fillcolor="{look.isi}", fontcolor="{look.teks}"]'
    yield f'k{len(bands)} [label="tanpa angka, atau beberapa predikat", fontcolor="{TINTA}", style="filled,dashed"] }}'


def _lines(teks: Iterable[str], lebar: float) -> list[str]:
    return [line for item in teks for line in wrap(item, lebar, _HURUF)]


def _label(baris: Iterable[str]) -> str:
    """Lines, each set to the left, as a text in quotation marks in which nothing has a meaning.

    In DOT a backslash before a letter and an ampersand have one even there.
    """
    return '"' + "".join(f"{_escape(line)}\\l" for line in baris) + '"'


def _escape(line: str) -> str:
    line = _TAK_TERKIRIM.sub("\ufffd", line)
    return line.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
