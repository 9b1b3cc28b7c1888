"""A tree as Mermaid, the language of diagrams in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sakip.gambar._pandangan import Arah, Pandangan
from sakip.gambar._tampilan import Kotak, Tampilan, view
from sakip.gambar._ukur import wrap
from sakip.gambar._warna import ABU, gaya_kotak, gaya_of
from sakip.model import JenisUjung, Ujung
from sakip.pohon import PohonKinerja

_LEBAR = 240.0
_HURUF = 12.0
_TAK_TERLIHAT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BERARTI = re.compile(r"(?<!\w)[.-]|[.-](?!\w)|[^\w ,()%.\u2060\ufffd-]|_")
_PASANGAN = re.compile(r"\\(?=n)|\$(?=\$)|(?<=fa):(?=fa-)|(?<=fa[a-z]):(?=fa-)")
"""Signs that have a meaning to Mermaid even as numbers, because of what follows them."""
_PEMISAH = "\u2060"
"""Nothing to see, and no place for a line to break."""


def draw_mermaid(pohon: PohonKinerja, pandangan: Pandangan | None = None) -> str:
    """A tree as Mermaid text, for Markdown pages that draw it (GitHub, GitLab, and many wikis).

    Args:
        pohon: The tree.
        pandangan: What of it is drawn; all of it by default.

    Raises:
        TidakAdaError: The view names a node or a post that the tree hasn't.

    >>> from sakip import CSF, Outcome, PohonKinerja
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> pohon.add_many([(Outcome("O1", uraian="Sejahtera"), None), (CSF("C1", uraian="Terlayani"), "O1")])
    >>> print(draw_mermaid(pohon))
    flowchart TB
      n0["Outcome O1<br/>Sejahtera"]
      n1["CSF C1<br/>Terlayani"]
      n0 --- n1
    <BLANKLINE>
    """
    tampilan = view(pohon, pandangan or Pandangan())
    direction = "LR" if tampilan.pandangan.arah is Arah.MENDATAR else "TB"
    return "\n".join((f"flowchart {direction}", *(f"  {line}" for line in _statements(tampilan)))) + "\n"


def _statements(tampilan: Tampilan) -> Iterator[str]:
    names = {
        Ujung(JenisUjung.SIMPUL, item.simpul.id): f"n{place}" for place, item in enumerate(tampilan.kotak)
    }
    for item, name in zip(tampilan.kotak, names.values(), strict=True):
        yield f"{name}[{_label(*item.teks)}]{_kelas(item, len(tampilan.pandangan.pita))}"
    for end, teks in tampilan.luar.items():
        names[end] = f"l{len(names)}"
        yield f"{names[end]}([{_label(teks)}])"
    for item in tampilan.kotak:
        if item.induk:
            yield f"{names[Ujung(JenisUjung.SIMPUL, item.induk)]} --- {names[Ujung(JenisUjung.SIMPUL, item.simpul.id)]}"
    for link in tampilan.tautan:
        yield f"{names[link.dari]} -. {_label(f'{link.tanda} {link.jenis}')} .-> {names[link.ke]}"
    yield from _key(tampilan)


def _key(tampilan: Tampilan) -> Iterator[str]:
    """The legend and the looks; nothing without colours."""
    bands = tampilan.pandangan.pita
    if not bands:
        return
    yield f"subgraph legenda[{_label('Warna')}]"
    for place, band in enumerate(bands):
        yield f"  k{place}[{_label(str(band))}]:::p{place}"
    yield f"  k{len(bands)}[{_label('tanpa angka, atau beberapa predikat')}]:::kosong"
    yield "end"
    for place in range(len(bands)):
        look = gaya_of(place, len(bands))
        yield f"classDef p{place} fill:{look.isi},color:{look.teks},stroke:{ABU}"
    yield f"classDef kosong {_tanpa()}"


def _tanpa() -> str:
    look = gaya_of(None, 1)
    return f"fill:{look.isi},color:{look.teks},stroke:{ABU},stroke-dasharray:4 3"


def _kelas(kotak: Kotak, banyak: int) -> str:
    if gaya_kotak(kotak, banyak) is None:
        return ""
    return f":::{'kosong' if kotak.pita is None else f'p{kotak.pita}'}"


def _label(*teks: str) -> str:
    """Texts below one another, in quotation marks; whatever could have a meaning stands as its number.

    Mermaid reads ``#35;`` as the character with that number, after everything else was read.
    """
    lines = [line for item in teks for line in wrap(item, _LEBAR, _HURUF)]
    return '"' + "<br/>".join(_escape(line) for line in lines) + '"'


def _escape(line: str) -> str:
    seen = _PASANGAN.sub(lambda found: found[0] + _PEMISAH, _TAK_TERLIHAT.sub("\ufffd", line))
    return _BERARTI.sub(lambda found: f"#{ord(found[0])};", seen)
