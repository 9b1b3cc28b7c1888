"""Tables of plain text, for terminals and logs."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
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
