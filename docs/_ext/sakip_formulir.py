"""The table of forms: what is read, written, and comes back the same, found out by doing it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sakip_docs import Table

from sakip.dokumen import read_dokumen, write_dokumen
from sakip.dokumen._dokumen import FORMULIR
from sakip.dokumen._formulir import Formulir
from sakip.errors import SakipError

if TYPE_CHECKING:
    from sphinx.application import Sphinx

AKHIRAN = (".xlsx", ".csv", ".md", ".html", ".docx")
"""The formats that are written."""
PULANG_PERGI = (".xlsx", ".csv")
"""Those that are read again."""


class FormulirTable(Table):
    """Every form: its tag, its class, the formats, whether it comes back the same, its source."""

    def run(self) -> list[nodes.Node]:
        """Write and read the example of each form."""
        header = ("Bentuk", "``bentuk=``", "Kelas", "Ditulis", "Dibaca kembali sama persis", "Acuan")
        with tempfile.TemporaryDirectory() as folder:
            rows = [self._row(item, Path(folder)) for item in FORMULIR.values()]
        return self.table(header, "20 18 18 16 14 24", rows)

    def _row(self, formulir: Formulir, folder: Path) -> tuple[str, ...]:
        dokumen = formulir.contoh()
        written = [
            akhiran
            for akhiran in AKHIRAN
            if formulir.to_naskah is not None and _write(dokumen, folder / f"contoh{akhiran}")
        ]
        same = [
            akhiran
            for akhiran in PULANG_PERGI
            if akhiran in written and _same(formulir, dokumen, folder, akhiran)
        ]
        name = formulir.kelas.__name__
        return (
            formulir.nama,
            f"``{formulir.jenis}``",
            f"`{name}`",
            ", ".join(item[1:].upper() for item in written) or "—",
            ", ".join(item[1:].upper() for item in same) or "—",
            formulir.acuan or "—",
        )


def _write(dokumen: Any, path: Path) -> bool:
    try:
        write_dokumen(dokumen, path)
    except SakipError:
        return False
    return True


def _same(formulir: Formulir, dokumen: Any, folder: Path, akhiran: str) -> bool:
    hasil = read_dokumen(folder / f"contoh{akhiran}", bentuk=formulir.jenis)
    return bool(hasil.dokumen == dokumen)


def setup(app: Sphinx) -> dict[str, bool]:
    """Enter the directive."""
    app.add_directive("formulir-table", FormulirTable)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
