"""The tree as nested lists: readable as they are, folded and walked through by the page's script."""

from __future__ import annotations

from collections.abc import Iterator

from sakip.gambar._html.bahan import Bahan
from sakip.gambar._html.markah import Html, aman, tag
from sakip.gambar._html.simpul import node
from sakip.model import AnySimpul

_TERBUKA = 2
"""Levels that are open when the page is."""

_SEDIKIT = 12
"""A tree of no more nodes is open as a whole."""

_PETUNJUK = (
    "Dengan papan tik: ↑ ↓ pindah simpul, → buka, ← lipat, * buka semua saudaranya, Home dan End ke ujung, "
    "huruf mencari nama, Tab ke tautan di dalam simpul."
)


def section(bahan: Bahan) -> Iterator[Html]:
    """The section of the tree."""
    yield Html(
        '<section id="pohon" aria-labelledby="judul-pohon">\n<h2 id="judul-pohon">Pohon kinerja</h2>\n'
    )
    if not len(bahan.pohon):
        yield Html("<p>Pohon ini belum punya simpul.</p>\n</section>\n")
        return
    yield _toolbar()
    yield Html('<div class="bidang" role="group" aria-label="Pohon, dapat digulir" tabindex="0">\n')
    yield Html('<ul class="pohon" aria-labelledby="judul-pohon">\n')
    yield from _nodes(bahan)
    yield Html("</ul>\n</div>\n</section>\n")


def _toolbar() -> Html:
    find = (
        tag("label", aman("Cari di pohon"), untuk="cari"),
        Html('<input id="cari" type="search" autocomplete="off" spellcheck="false">'),
        _knob("↑", "sebelumnya", "Hasil sebelumnya"),
        _knob("↓", "berikutnya", "Hasil berikutnya"),
        Html('<output id="hasil-cari" for="cari" aria-live="polite"></output>'),
    )
    fold = (_knob("Buka semua", "buka"), _knob("Lipat semua", "lipat"), _knob("Rincian", "rincian"))
    zoom = (
        _knob("−", "kecil", "Perkecil pohon"),
        _knob("100 %", "asal", "100 %, kembalikan ukuran pohon"),
        _knob("+", "besar", "Perbesar pohon"),
    )
    groups = (("Pencarian", find), ("Lipatan", fold), ("Ukuran", zoom))
    return tag(
        "div",
        *(tag("div", *isi, role="group", aria_label=nama) for nama, isi in groups),
        tag("p", aman(_PETUNJUK)),
        kelas="alat",
    )


def _knob(tulisan: str, perintah: str, nama: str = "") -> Html:
    return tag("button", aman(tulisan), type="button", data_perintah=perintah, aria_label=nama)


def _nodes(bahan: Bahan) -> Iterator[Html]:
    """Every node with the list of those below it; no call for each level, so that no tree is too deep."""
    pohon = bahan.pohon
    few = len(pohon) <= _SEDIKIT
    stack: list[tuple[AnySimpul | None, int]] = [(item, 0) for item in reversed(pohon.roots)]
    while stack:
        item, level = stack.pop()
        if item is None:
            yield Html("</ul></li>\n")
            continue
        below = pohon.children(item.id)
        fold = "" if few or level < _TERBUKA else " lipat"
        kelas = f"simpul cabang{fold}" if below else "simpul"
        yield Html(f'<li id="s-{bahan.nomor[item.id]}" class="{kelas}">')
        yield node(bahan, item)
        yield Html("<ul>\n") if below else Html("</li>\n")
        if below:
            stack.append((None, level))
            stack.extend((child, level + 1) for child in reversed(below))
