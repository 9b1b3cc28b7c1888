"""Tables: plain text for terminals and logs, plain HTML for notebooks."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from html import escape
from itertools import zip_longest


def render_tabel(
    header: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    lebar: Sequence[int] = (),
    kanan: Iterable[int] = (),
) -> str:
    """A table of text, its long cells wrapped.

    Args:
        header: The column headers.
        rows: The cells, as many in each row as there are headers; a line feed in
            a cell of no set width begins a new line of it.
        lebar: The widest that each column may be; 0 or nothing means as wide as needed.
        kanan: The columns, from 0, that are set to the right, as figures are.

    >>> print(render_tabel(("Indikator", "Capaian"), [("Persentase PPKS", "94,03 %")], kanan=(1,)))
    Indikator        Capaian
    ───────────────  ───────
    Persentase PPKS  94,03 %
    """
    limits = [*lebar, *[0] * (len(header) - len(lebar))]
    table = [[_wrap(cell, limit) for cell, limit in zip(row, limits, strict=True)] for row in (header, *rows)]
    widths = [max(len(line) for row in table for line in row[index]) for index in range(len(header))]
    right = set(kanan)
    lines = [_line(row, widths, right) for row in table]
    rule = "  ".join("─" * width for width in widths)
    return "\n".join([*lines[0], rule, *(line for row in lines[1:] for line in row)])


def _wrap(cell: str, limit: int) -> list[str]:
    return textwrap.wrap(cell, limit) or [""] if limit else cell.splitlines() or [""]


def _line(row: Sequence[Sequence[str]], widths: Sequence[int], right: set[int]) -> list[str]:
    """One row of the table, as many lines as its tallest cell has."""
    lines = []
    for parts in zip_longest(*row, fillvalue=""):
        cells = [
            part.rjust(width) if index in right else part.ljust(width)
            for index, (part, width) in enumerate(zip(parts, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return lines


def render_html(
    header: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    judul: str = "",
    catatan: str = "",
    kanan: Iterable[int] = (),
    warna: Sequence[str] = (),
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

    >>> render_html(("Id", "Capaian"), [("IK<1>", "94,03 %")], judul="Capaian")
    '<table><caption>Capaian</caption><thead><tr><th scope="col">Id</th><th scope="col">Capaian</th></tr></thead><tbody><tr><td>IK&lt;1&gt;</td><td style="white-space:nowrap">94,03 %</td></tr></tbody></table>'
    """
    right = set(kanan)
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in header)
    body = []
    for number, row in enumerate(rows):
        colour = warna[number] if number < len(warna) else ""
        cells = [_cell(text, right=index in right) for index, text in enumerate(row)]
        if colour:
            cells[-1] = _cell(row[-1], more=f"border-left:0.4em solid {colour};padding-left:0.5em")
        body.append(f"<tr>{''.join(cells)}</tr>")
    caption = f"<caption>{escape(judul)}</caption>" if judul else ""
    table = f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>"
    return f"{table}<p>{escape(catatan)}</p>" if catatan else table


_SINGKAT = 16
"""Letters that a cell may have and still stay on one line, so that no figure is torn from its sign."""


def _cell(text: str, *, right: bool = False, more: str = "") -> str:
    styles = [
        "text-align:right" if right else "",
        "white-space:nowrap" if len(text) <= _SINGKAT and any(sign in text for sign in " -") else "",
        more,
    ]
    style = ";".join(item for item in styles if item)
    attribute = f' style="{escape(style)}"' if style else ""
    return f"<td{attribute}>{escape(text)}</td>"
