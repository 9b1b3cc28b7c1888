"""Forms as text: CSV and Markdown."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from sakip.berkas import csv_lines
from sakip.dokumen._tulis.naskah import Naskah, Paragraf, Rupa, TabelNaskah, TandaTangan, to_teks


def to_csv(naskah: Naskah) -> Iterator[str]:
    """CSV, row by row: the title, then each block; columns for machines are kept."""
    return csv_lines(_csv_rows(naskah))


def _csv_rows(naskah: Naskah) -> Iterator[list[str]]:
    for line in naskah.judul:
        yield [line]
    for number, blok in enumerate(naskah.blok):
        if number or naskah.judul:
            yield []
        if isinstance(blok, Paragraf):
            yield [blok.teks]
        elif isinstance(blok, TandaTangan):
            yield from ([line] for line in blok.awal)
        else:
            yield from _csv_tabel(blok)


def _csv_tabel(tabel: TabelNaskah) -> Iterator[list[str]]:
    if tabel.judul:
        yield [tabel.judul]
    for level in range(tabel.tinggi_judul):
        previous: tuple[str, ...] = ()
        cells = []
        for item in tabel.lajur:
            own = item.judul[level] if level < len(item.judul) else ""
            shared = level < len(item.judul) - 1 and previous[: level + 1] == item.judul[: level + 1]
            cells.append("" if shared else own)
            previous = item.judul
        yield cells
    if tabel.bernomor:
        yield [str(number) for number in range(1, len(tabel.lajur) + 1)]
    for row in tabel.baris:
        yield [
            "" if index in row.sambung else to_teks(isi, item.rupa)
            for index, (item, isi) in enumerate(zip(tabel.lajur, row.sel, strict=True))
        ]


def to_markdown(naskah: Naskah) -> Iterator[str]:
    """Markdown, line by line; columns for machines are left out."""
    for line in naskah.judul:
        yield f"**{_md(line)}**  \n" if line else "\n"
    for blok in naskah.blok:
        yield "\n"
        if isinstance(blok, Paragraf):
            yield f"{f'**{_md(blok.teks)}**' if blok.tebal else _md(blok.teks)}\n"
        elif isinstance(blok, TandaTangan):
            yield f"{_md(blok.tempat_tanggal)}\n"
            yield from (f"\n{_md(line)}\n" for line in blok.awal[1:])
            yield from (f"\n{_md(': '.join(filter(None, line)))}\n" for line in blok.pihak)
        else:
            yield from _md_tabel(blok)


_TANDA = re.compile(r"[\\|*_`\[\]#~$]")
_AWAL = re.compile(r"^(\s*(?:\d{1,9})?)([-+=.)])", re.MULTILINE)
"""What begins a list or underlines a heading."""


def _md(teks: str) -> str:
    r"""A text that Markdown prints as it is.

    >>> _md("- a|b <i>"), _md("1. a\nb")
    ('\\- a\\|b &lt;i&gt;', '1\\. a<br>b')
    """
    escaped = _TANDA.sub(r"\\\g<0>", html.escape(teks, quote=False))
    return _AWAL.sub(r"\1\\\2", escaped).replace("\n", "<br>")


def _md_tabel(tabel: TabelNaskah) -> Iterator[str]:
    shown = [index for index, item in enumerate(tabel.lajur) if not item.tersembunyi]
    if tabel.judul:
        yield f"**{_md(tabel.judul)}**\n\n"
    yield _md_row(": ".join(dict.fromkeys(filter(None, tabel.lajur[index].judul))) for index in shown)
    yield "|" + "|".join("---:" if tabel.lajur[index].rupa in _KANAN else "---" for index in shown) + "|\n"
    for row in tabel.baris:
        cells = ("" if i in row.sambung else to_teks(row.sel[i], tabel.lajur[i].rupa) for i in shown)
        yield _md_row(cells)


def _md_row(cells: Iterator[str]) -> str:
    return "| " + " | ".join(_md(cell) for cell in cells) + " |\n"


_KANAN = (Rupa.ANGKA, Rupa.PERSEN, Rupa.RUPIAH)
