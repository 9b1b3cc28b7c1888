"""The reference page of the rules, made from the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sakip_docs import Table, plain

from sakip.reviu import ATURAN, Aturan

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class AturanTable(Table):
    """Every rule: its codes, how serious, what it asks for, and what it says on its bad example."""

    def run(self) -> list[nodes.Node]:
        """Run each rule on its bad example."""
        rows = [_row(item) for item in sorted(ATURAN.values(), key=lambda item: item.kode)]
        header = ("Kode", "Tingkat", "Yang diminta", "Pada contoh buruknya")
        return self.table(header, "10 12 36 42", rows, lipat=True)


def _row(aturan: Aturan) -> tuple[str, ...]:
    first = next(iter(aturan(aturan.buruk())))
    said = f"*{plain(first.pesan)}*"
    if first.saran:
        said += f"\n\n**Saran:** {plain(first.saran)}"
    if first.acuan:
        said += f"\n\n**Acuan:** {plain(first.acuan)}."
    return (
        ", ".join(f"``{kode}``" for kode in aturan.kode) + ("" if aturan.bawaan else " (dipilih)"),
        ", ".join(dict.fromkeys(item.tingkat.value for item in aturan.jenis)),
        plain(aturan.penjelasan),
        said,
    )


def setup(app: Sphinx) -> dict[str, bool]:
    """Enter the directive."""
    app.add_directive("aturan-table", AturanTable)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
