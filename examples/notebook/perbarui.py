"""Menjalankan ulang buku catatan di folder ini dan menyimpan keluarannya.

    python examples/notebook/perbarui.py

Setiap buku dijalankan dari awal, di folder ini, dengan peringatan sebagai kesalahan. Yang
disimpan hanya isi dan keluarannya: tanpa waktu, tanpa versi Python, tanpa jalur mesin.
Butuh ``pip install nbclient ipykernel`` dan yang dipakai buku itu sendiri.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).parent
_AWAL = "import warnings\nwarnings.simplefilter('error')"
_AKHIR = "warnings.resetwarnings()"  # yang diperingatkan kernel saat berhenti bukan urusan buku


def find_buku() -> list[Path]:
    """Semua buku catatan."""
    return sorted(FOLDER.glob("*.ipynb"))


def run(path: Path) -> Any:
    """Buku itu, dijalankan dari awal; berhenti pada sel pertama yang gagal."""
    import matplotlib.font_manager  # noqa: F401, PLC0415  # daftar hurufnya dibuat di sini, bukan di dalam buku

    buku = nbformat.read(path, as_version=4)
    buku.cells.insert(0, nbformat.v4.new_code_cell(_AWAL))
    buku.cells.append(nbformat.v4.new_code_cell(_AKHIR))
    client = NotebookClient(
        buku,
        timeout=300,
        record_timing=False,
        resources={"metadata": {"path": str(path.parent)}},
        extra_arguments=["--log-level=ERROR"],
    )
    client.execute(env={**os.environ, "MPLBACKEND": "module://matplotlib_inline.backend_inline"})
    buku.cells = buku.cells[1:-1]
    return clean(buku)


def clean(buku: Any) -> Any:
    """Tanpa yang berbeda dari mesin ke mesin."""
    buku.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    for number, cell in enumerate(buku.cells, start=1):
        cell.id = f"sel-{number}"
        cell.metadata = {}
    count = 0
    for cell in buku.cells:
        if cell.cell_type == "code":
            count += 1
            cell.execution_count = count
            for output in cell.outputs:
                if output.output_type == "execute_result":
                    output.execution_count = count
    return buku


def main() -> None:
    """Jalankan dan simpan semuanya."""
    for path in find_buku():
        nbformat.write(run(path), path)
        print(path.name)


if __name__ == "__main__":
    main()
