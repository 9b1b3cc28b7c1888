"""Forms as a page of HTML that prints as they look, and that a screen reader can follow."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence

from sakip.dokumen._tulis.naskah import (
    Blok,
    Naskah,
    Paragraf,
    Rupa,
    TabelNaskah,
    TandaTangan,
    rowspans,
    to_teks,
)
from sakip.dokumen._tulis.susun import fit_widths, page_width, shrink
from sakip.kertas import Kertas

_GAYA = """
body { font: 10pt/1.35 Arial, "Liberation Sans", sans-serif; margin: 1.5rem auto; max-width: 75rem; padding: 0 1rem; }
h1 { font-size: 12pt; text-align: center; margin: 0 0 1rem; }
.tengah { text-align: center; } .tebal { font-weight: bold; }
table { border-collapse: collapse; width: calc(100% - 1px); margin: 1rem 0; }
caption { text-align: left; font-weight: bold; padding: 0.25rem 0; }
caption.baca { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { border: 1px solid #000; padding: 0.2rem 0.4rem; vertical-align: middle; overflow-wrap: break-word; }
th { background: #e8eef4; text-align: center; } .angka { text-align: right; white-space: nowrap; }
.tanda { break-inside: avoid; }
.pihak { display: flex; justify-content: space-between; gap: 2rem; text-align: center; }
.pihak > div { flex: 1; } .ruang { height: 4rem; } .nama { font-weight: bold; }
section + section { margin-top: 3rem; }
@media print {
  body { margin: 0; max-width: none; padding: 0; }
  section + section { break-before: page; margin-top: 0; }
  thead { display: table-header-group; } tr:not(:has([rowspan])) { break-inside: avoid; }
  th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
_RATA = {
    Rupa.TEKS: "",
    Rupa.TENGAH: ' class="tengah"',
    Rupa.ANGKA: ' class="angka"',
    Rupa.PERSEN: ' class="angka"',
    Rupa.RUPIAH: ' class="angka"',
}


def to_html(naskah: Naskah, kertas: Kertas = Kertas.A4) -> Iterator[str]:
    """A page of HTML; columns for machines are left out, and nothing is loaded from anywhere."""
    yield '<!doctype html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    yield f"<title>{html.escape(' '.join(filter(None, naskah.judul)) or naskah.bentuk)}</title>\n<style>{_GAYA}"
    for name, lies in (("mendatar", True), ("tegak", False)):
        width, height = kertas.ukuran(mendatar=lies)
        yield f"@page {name} {{ size: {width}mm {height}mm; margin: 15mm; }}\nsection.{name} {{ page: {name}; }}\n"
    yield "</style>\n</head>\n<body>\n"
    for nama, blok in naskah.isi:
        yield f'<section class="{"mendatar" if naskah.lies(nama) else "tegak"}">\n'
        if naskah.judul:
            yield f"<h1>{'<br>'.join(map(_html, naskah.judul))}</h1>\n"
        yield from _blok(nama, blok, page_width(kertas, mendatar=naskah.lies(nama)))
        yield "</section>\n"
    yield "</body>\n</html>\n"


def _html(teks: str) -> str:
    return html.escape(teks).replace("\n", "<br>")


def _blok(nama: str, blok: Sequence[Blok], halaman: float) -> Iterator[str]:
    """What stands on a page that is so many characters wide."""
    for item in blok:
        if isinstance(item, Paragraf):
            kelas = " ".join(filter(None, ("tebal" if item.tebal else "", "tengah" if item.tengah else "")))
            yield f'<p class="{kelas}">{_html(item.teks)}</p>\n' if kelas else f"<p>{_html(item.teks)}</p>\n"
        elif isinstance(item, TandaTangan):
            yield from _tanda_tangan(item)
        else:
            yield from _tabel(nama, item, halaman)


def _tanda_tangan(blok: TandaTangan) -> Iterator[str]:
    """The posts side by side; place and day above the last one."""
    people = blok.penanda or (("", "", ()),)
    if len(people) == 1:
        people = (("", "", ()), *people)
    awal = "<br>".join(map(_html, blok.awal))
    yield '<div class="tanda"><div class="pihak">'
    yield "<div></div>" * (len(people) - 1) + f"<div>{awal}</div></div>\n"
    yield '<div class="pihak">'
    yield "".join(f"<div>{_html(sebagai)}<br>{_html(jabatan)}</div>" for sebagai, jabatan, _ in people)
    yield '</div>\n<div class="ruang"></div>\n<div class="pihak">'
    for *_, lines in people:
        name, *rest = [*map(_html, lines), ""]
        yield f'<div><span class="nama">{name}</span><br>{"<br>".join(rest)}</div>'
    yield "</div></div>\n"


def _tabel(nama: str, tabel: TabelNaskah, halaman: float) -> Iterator[str]:
    tabel = tabel.tampak
    widths = fit_widths(tabel, halaman)
    small = shrink(widths, halaman)
    yield f'<table style="font-size:{small:.0%}">\n' if small < 1 else "<table>\n"
    yield (
        f"<caption>{_html(tabel.judul)}</caption>\n"
        if tabel.judul
        else f'<caption class="baca">{_html(nama)}</caption>\n'
    )
    cols = "".join(f'<col style="width:{width / sum(widths):.1%}">' for width in widths)
    yield f"<colgroup>{cols}</colgroup>\n<thead>\n"
    for cells in tabel.kepala():
        yield f"<tr>{''.join(_th(text, wide, deep) for text, _, wide, deep in cells)}</tr>\n"
    if tabel.bernomor:
        yield (
            "<tr>"
            + "".join(f'<td class="tengah">{number}</td>' for number in range(1, len(tabel.lajur) + 1))
            + "</tr>\n"
        )
    yield "</thead>\n<tbody>\n"
    spans_of = [rowspans(tabel, index) for index in range(len(tabel.lajur))]
    for number, row in enumerate(tabel.baris):
        yield '<tr class="tebal">' if row.tebal else "<tr>"
        for index, lajur in enumerate(tabel.lajur):
            if span := spans_of[index][number]:
                rupa = lajur.rupa
                deep = f' rowspan="{span}"' if span > 1 else ""
                yield f"<td{_RATA[rupa]}{deep}>{_html(to_teks(row.sel[index], rupa))}</td>"
        yield "</tr>\n"
    yield "</tbody>\n</table>\n"


def _th(teks: str, wide: int, deep: int) -> str:
    """A header, which says whether it is of one column or of a group."""
    spans = (f' colspan="{wide}"' if wide > 1 else "") + (f' rowspan="{deep}"' if deep > 1 else "")
    return f'<th scope="{"colgroup" if wide > 1 else "col"}"{spans}>{_html(teks)}</th>'
