"""Forms as text: CSV, Markdown, HTML."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Iterator

from sakip.dokumen._aman import guard
from sakip.dokumen._naskah import Naskah, Paragraf, Rupa, TabelNaskah, TandaTangan, rowspans, to_teks

_AKHIR = "\r\n"
_GAYA = """
body { font-family: "Bookman Old Style", Georgia, serif; margin: 2rem auto; max-width: 75rem; line-height: 1.4; }
h1 { font-size: 1.15rem; text-align: center; margin: 0.1rem; }
.tengah { text-align: center; } .tebal { font-weight: bold; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
th, td { border: 1px solid #333; padding: 0.25rem 0.5rem; vertical-align: top; white-space: pre-line; }
th { background: #e8eef4; text-align: center; } .angka { text-align: right; white-space: nowrap; }
.pihak { display: flex; justify-content: space-around; margin-top: 3rem; text-align: center; }
.ruang { height: 5rem; }
@media print { thead { display: table-header-group; } tr { break-inside: avoid; } body { margin: 0; } }
"""


def to_csv(naskah: Naskah) -> Iterator[str]:
    """CSV, row by row: the title, then each block; columns for machines are kept."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator=_AKHIR)
    for row in _csv_rows(naskah):
        writer.writerow([guard(cell) for cell in row])
        yield buffer.getvalue().removesuffix(_AKHIR) + "\n"
        buffer.seek(0)
        buffer.truncate()


def _csv_rows(naskah: Naskah) -> Iterator[list[str]]:
    for line in naskah.judul:
        yield [line]
    for blok in naskah.blok:
        yield []
        if isinstance(blok, Paragraf):
            yield [blok.teks]
        elif isinstance(blok, TandaTangan):
            yield from ([line] for line in _tempat(blok))
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


def _tempat(blok: TandaTangan) -> list[str]:
    line = ", ".join(filter(None, (blok.tempat, blok.tanggal)))
    return [line] if line else []


def to_markdown(naskah: Naskah) -> Iterator[str]:
    """Markdown, line by line; columns for machines are left out."""
    for line in naskah.judul:
        yield f"**{_md(line)}**  \n"
    for blok in naskah.blok:
        yield "\n"
        if isinstance(blok, Paragraf):
            yield f"{f'**{_md(blok.teks)}**' if blok.tebal else _md(blok.teks)}\n"
        elif isinstance(blok, TandaTangan):
            yield from (f"{line}\n" for line in _tempat(blok))
            yield from (f"\n{_md(sebagai)}: {_md(jabatan)}\n" for sebagai, jabatan in blok.pihak)
        else:
            yield from _md_tabel(blok)


def _md(teks: str) -> str:
    escaped = html.escape(teks, quote=False)
    for sign in ("\\", "|", "*", "_", "`", "[", "]", "#"):
        escaped = escaped.replace(sign, f"\\{sign}")
    return escaped.replace("\n", "<br>")


def _md_tabel(tabel: TabelNaskah) -> Iterator[str]:
    shown = [index for index, item in enumerate(tabel.lajur) if not item.tersembunyi]
    if tabel.judul:
        yield f"**{_md(tabel.judul)}**\n\n"
    yield _md_row(": ".join(dict.fromkeys(tabel.lajur[index].judul)) for index in shown)
    yield "|" + "|".join("---:" if tabel.lajur[index].rupa in _KANAN else "---" for index in shown) + "|\n"
    for row in tabel.baris:
        cells = ("" if i in row.sambung else to_teks(row.sel[i], tabel.lajur[i].rupa) for i in shown)
        yield _md_row(cells)


def _md_row(cells: Iterator[str]) -> str:
    return "| " + " | ".join(_md(cell) for cell in cells) + " |\n"


_KANAN = (Rupa.ANGKA, Rupa.PERSEN, Rupa.RUPIAH)


def to_html(naskah: Naskah) -> Iterator[str]:
    """A page of HTML that prints as the form looks; columns for machines are left out."""
    title = html.escape(" ".join(naskah.judul) or naskah.bentuk)
    yield '<!doctype html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    yield f"<title>{title}</title>\n<style>{_GAYA}"
    yield f"@page {{ size: A4 {'landscape' if naskah.mendatar else 'portrait'}; margin: 1.5cm; }}\n</style>\n</head>\n<body>\n"
    for line in naskah.judul:
        yield f"<h1>{html.escape(line)}</h1>\n"
    for blok in naskah.blok:
        if isinstance(blok, Paragraf):
            kelas = " ".join(filter(None, ("tebal" if blok.tebal else "", "tengah" if blok.tengah else "")))
            yield f'<p class="{kelas}">{_html(blok.teks)}</p>\n'
        elif isinstance(blok, TandaTangan):
            yield from _html_tanda_tangan(blok)
        else:
            yield from _html_tabel(blok)
    yield "</body>\n</html>\n"


def _html(teks: str) -> str:
    return html.escape(teks).replace("\n", "<br>")


def _html_tanda_tangan(blok: TandaTangan) -> Iterator[str]:
    yield from (f'<p class="tengah">{_html(line)}</p>\n' for line in _tempat(blok))
    yield '<div class="pihak">'
    for sebagai, jabatan in blok.pihak:
        yield f"<div><div>{_html(sebagai)}</div><div>{_html(jabatan)}</div>"
        yield '<div class="ruang"></div></div>'
    yield "</div>\n"


def _html_tabel(tabel: TabelNaskah) -> Iterator[str]:
    shown = [index for index, item in enumerate(tabel.lajur) if not item.tersembunyi]
    visible = TabelNaskah(tuple(tabel.lajur[i] for i in shown), ())
    yield "<table>\n"
    if tabel.judul:
        yield f"<caption>{_html(tabel.judul)}</caption>\n"
    yield "<thead>\n"
    for cells in visible.kepala():
        spans = (f'<th colspan="{wide}" rowspan="{deep}">{_html(text)}</th>' for text, wide, deep in cells)
        yield f"<tr>{''.join(spans)}</tr>\n"
    if tabel.bernomor:
        yield "<tr>" + "".join(f"<th>{number}</th>" for number in range(1, len(shown) + 1)) + "</tr>\n"
    yield "</thead>\n<tbody>\n"
    spans_of = {index: rowspans(tabel, index) for index in shown}
    for number, row in enumerate(tabel.baris):
        yield '<tr class="tebal">' if row.tebal else "<tr>"
        for index in shown:
            if span := spans_of[index][number]:
                rupa = tabel.lajur[index].rupa
                kelas = (
                    ' class="angka"' if rupa in _KANAN else ' class="tengah"' if rupa is Rupa.TENGAH else ""
                )
                deep = f' rowspan="{span}"' if span > 1 else ""
                yield f"<td{kelas}{deep}>{_html(to_teks(row.sel[index], rupa))}</td>"
        yield "</tr>\n"
    yield "</tbody>\n</table>\n"
