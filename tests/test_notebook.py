"""The notebooks of the examples: run afresh, and what they show is what is stored."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import nbformat
import pytest

FOLDER = Path(__file__).parents[1] / "examples" / "notebook"
_spec = importlib.util.spec_from_file_location("perbarui", FOLDER / "perbarui.py")
assert _spec is not None
assert _spec.loader is not None
perbarui = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(perbarui)

BUKU = perbarui.find_buku()


def texts(buku: Any) -> list[list[tuple[str, str]]]:
    """What the cells show in words: for each, its streams, texts and HTML."""
    shown: list[list[tuple[str, str]]] = []
    for cell in buku.cells:
        found = []
        for output in cell.get("outputs", ()):
            found += [(output.name, output.text)] if output.output_type == "stream" else []
            data = sorted(output.get("data", {}).items())
            found += [(kind, text) for kind, text in data if kind.startswith("text/")]
        shown.append(found)
    return shown


def test_there_are_two() -> None:
    """One on a tree, one on tables."""
    assert [path.stem for path in BUKU] == ["capaian-dinas-sosial", "lembar-kerja-ke-lkjip"]


@pytest.mark.parametrize("path", BUKU, ids=lambda path: path.stem)
def test_a_notebook_run_afresh_shows_what_is_stored(path: Path) -> None:
    """No cell fails, no warning, and every text is that of the file; ``perbarui.py`` stores them anew."""
    stored = nbformat.read(path, as_version=4)
    fresh = perbarui.run(path)
    assert [cell.source for cell in fresh.cells] == [cell.source for cell in stored.cells]
    assert texts(fresh) == texts(stored)
    assert any(found for found in texts(stored))


@pytest.mark.parametrize("path", BUKU, ids=lambda path: path.stem)
def test_what_is_stored_tells_nothing_of_a_machine(path: Path) -> None:
    """No path, no time, no version, no error; cells are counted from one."""
    stored = nbformat.read(path, as_version=4)
    text = path.read_text(encoding="utf-8")
    assert not [word for word in ("home/", "root/", "tmp/", "usr/", "Users", "site-packages") if word in text]
    code = [cell for cell in stored.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    assert all(cell.metadata == {} for cell in stored.cells)
    kinds = {output.output_type for cell in code for output in cell.outputs}
    assert kinds <= {"execute_result", "display_data", "stream"}
    assert set(stored.metadata) == {"kernelspec", "language_info"}
