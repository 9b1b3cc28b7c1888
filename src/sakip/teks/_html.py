"""HTML for notebooks: one style, set on each element, so that nothing leaks into the page around it.

Text and lines take the colour of the page, which is dark or light; the only colours
of our own are those of bands, and each stands beside its word. There is no script and
no style sheet, so a notebook that is not trusted can still be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import islice

BATAS_BARIS = 200
"""Rows or nodes that a notebook shows; how many more there are is said below them."""

_SINGKAT = 20
"""Letters that a cell may have and still stay on one line, so that no figure is torn from its sign."""
_GARIS = "1px solid rgba(128,128,128,0.45)"
_JUDUL = "caption-side:top;text-align:left;font-weight:bold;color:inherit;padding:0.4em 0"
_KEPALA = f"border-bottom:{_GARIS};vertical-align:bottom"
_ISI = "vertical-align:top"


def render_html(
    header: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    judul: str = "",
    catatan: str = "",
    kanan: Iterable[int] = (),
    warna: Sequence[str] = (),
    batas: int | None = BATAS_BARIS,
) -> str:
    """A table as plain, accessible HTML, for notebooks: no script, no style sheet, no colour alone.

    Args:
        header: The column headers.
        rows: The cells; everything is escaped.
        judul: The caption.
        catatan: A line below the table.
        kanan: The columns, from 0, that are set to the right, as figures are.
        warna: A colour for each row, shown as a bar beside its last cell, whose
            text says the same; empty for none.
        batas: The rows that are shown; how many more there are is said. None shows all.

    >>> page = render_html(("Id", "Capaian"), [("IK<1>", "94,03 %"), ("IK2", "80,00 %")], batas=1)
    >>> "IK&lt;1&gt;" in page, "… dan 1 baris lagi" in page
    (True, True)
    """
    table = list(rows)
    right = set(kanan)
    head = "".join(_head(text, right=index in right) for index, text in enumerate(header))
    body = []
    for number, row in enumerate(islice(table, batas)):
        colour = warna[number] if number < len(warna) else ""
        cells = [_cell(text, right=index in right) for index, text in enumerate(row)]
        if colour:
            bar = f"border-left:0.4em solid {colour};padding-left:0.5em"
            cells[-1] = _cell(row[-1], right=len(row) - 1 in right, more=bar)
        body.append(f"<tr>{''.join(cells)}</tr>")
    caption = f'<caption style="{_JUDUL}">{escape(judul)}</caption>' if judul else ""
    left = 0 if batas is None else len(table) - batas
    notes = [*([render_sisa(left, "baris")] if left > 0 else []), *([catatan] if catatan else [])]
    below = "".join(f"<p>{escape(note)}</p>" for note in notes)
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>{below}"


def _head(text: str, *, right: bool) -> str:
    side = "right" if right else "left"
    return f'<th scope="col" style="text-align:{side};{_KEPALA}">{escape(text)}</th>'


def _cell(text: str, *, right: bool = False, more: str = "") -> str:
    styles = [
        f"text-align:{'right' if right else 'left'};{_ISI}",
        "white-space:nowrap" if len(text) <= _SINGKAT and any(sign in text for sign in " -") else "",
        more,
    ]
    style = ";".join(item for item in styles if item)
    return f'<td style="{escape(style)}">{escape(text)}</td>'


def render_sisa(banyak: int, apa: str) -> str:
    """That there is more than is shown, and how much.

    >>> render_sisa(1234, "simpul")
    '… dan 1.234 simpul lagi'
    """
    number = f"{banyak:,}".replace(",", ".")
    return f"… dan {number} {apa} lagi"


def render_langkah(judul: str, langkah: Iterable[str], *, warna: str = "") -> str:
    """A figure with the steps that led to it, folded away below it.

    Args:
        judul: The figure, in words.
        langkah: The lines of its explanation; blanks at their beginning are kept.
        warna: The colour of its band, as a bar beside it; empty for none.

    >>> render_langkah("94,03 %", ["Capaian = realisasi ÷ target × 100"]).count("<pre")
    1
    """
    bar = f"border-left:0.4em solid {warna};padding-left:0.5em" if warna else ""
    lines = escape("\n".join(langkah))
    style = "white-space:pre-wrap;margin:0.3em 0 0 1em;background:transparent;color:inherit"
    return render_lipatan(judul, f'<pre style="{style}">{lines}</pre>', gaya=bar)


def render_lipatan(judul: str, isi: str, *, gaya: str = "", terbuka: bool = False) -> str:
    """A part that folds: what is always seen, and what is seen when it is open.

    Args:
        judul: What is always seen; it is escaped.
        isi: What is folded away, as HTML.
        gaya: The style of the whole.
        terbuka: Whether it is open at first.

    >>> render_lipatan("P<1>", "<p>isi</p>")
    '<details><summary>P&lt;1&gt;</summary><p>isi</p></details>'
    """
    style = f' style="{escape(gaya)}"' if gaya else ""
    return f"<details{style}{' open' if terbuka else ''}><summary>{escape(judul)}</summary>{isi}</details>"
