"""The public face: what is there, what is documented, and what is not imported too early."""

from __future__ import annotations

import ast
import importlib
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import sakip

SOURCE = Path(sakip.__file__).parent
PUBLIC = [
    "sakip",
    *(
        f"sakip.{path.stem}"
        for path in sorted(SOURCE.iterdir())
        if not path.name.startswith("_") and (path.suffix == ".py" or (path / "__init__.py").exists())
    ),
]

NAMES = {
    "Aktivitas", "CSF", "Capaian", "IKM", "Indeks", "Indikator", "Instansi", "Jabatan", "Jumlah", "KEMENKEU",
    "KRO", "Kebijakan", "Kegiatan", "Kode", "KondisiAntara", "LKJIP", "LaporanCapaian", "Nilai", "Outcome",
    "PANRB_8_2021", "Pagu", "Periode", "Persen", "PohonKinerja", "Predikat", "Program", "RO", "Realisasi", "RealisasiAnggaran",
    "Relasi", "SIPD", "SakipError", "Sasaran", "Skala", "SubKegiatan", "Target", "Temuan", "Tujuan", "check",
    "check_pagu", "compute_capaian", "compute_pagu", "read_dokumen", "read_json", "read_realisasi", "read_struktur", "roll_up",
    "write_dokumen", "write_json", "write_struktur",
}  # fmt: skip
"""The names that stand in `sakip.` itself; a change here is a change of the public API."""


def test_public_names_are_those_listed() -> None:
    """A public name comes or goes only on purpose."""
    assert set(sakip.__all__) == NAMES


def test_every_public_name_resolves_and_is_listed_by_dir() -> None:
    """Names are imported late, and still all there for completion."""
    for name in sakip.__all__:
        assert getattr(sakip, name) is not None
        assert name in dir(sakip)


def test_an_unknown_name_is_an_attribute_error() -> None:
    """As with any module."""
    with pytest.raises(AttributeError, match="no attribute 'Kinerja'"):
        _ = sakip.Kinerja


def test_type_checkers_see_the_same_names_from_the_same_modules() -> None:
    """The block for type checkers and the table for run time say the same."""
    tree = ast.parse((SOURCE / "__init__.py").read_text(encoding="utf-8"))
    (block,) = (node for node in tree.body if isinstance(node, ast.If))
    seen = {
        alias.name: node.module
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert seen == {name: f"sakip.{module}" for name, module in sakip._NAMES.items()}


def test_import_brings_nothing_heavy() -> None:
    """`import sakip` leaves networkx, cattrs, dateutil and everything optional alone."""
    code = "import sys, sakip; print(*sorted(set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    heavy = {"networkx", "cattrs", "dateutil", "attrs", "numpy", "pandas", "msgspec", "pydantic"}
    assert not loaded & heavy


def _public(module: str) -> list[str]:
    """The names that a module offers: those it lists, or those it defines."""
    found = importlib.import_module(module)
    listed: list[str] | None = getattr(found, "__all__", None)
    if listed is not None:
        return sorted(listed)
    own = [name for name, item in vars(found).items() if getattr(item, "__module__", None) == module]
    return sorted(name for name in own if not name.startswith("_"))


@pytest.mark.parametrize("module", PUBLIC)
def test_every_public_name_has_a_docstring_with_an_example(module: str) -> None:
    """Each class and function that a module offers explains itself with an executed example."""
    found = importlib.import_module(module)
    assert found.__doc__
    for name in _public(module):
        item = getattr(found, name)
        if inspect.isclass(item) or inspect.isfunction(item):
            text = (item.__doc__ or "") + "".join(
                method.__doc__ or "" for _, method in inspect.getmembers(item, inspect.isfunction)
            )
            assert ">>>" in text, f"{module}.{name} shows no example"


def test_the_version_stands_in_one_place_and_is_the_same_in_all() -> None:
    """What is cited is what is installed."""
    cited = (Path(__file__).parents[1] / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {sakip.__version__}\n" in cited
