"""The official nomenclature as one tree."""

from __future__ import annotations

import csv
import importlib.util
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from sakip import Kode
from sakip.reviu import ATURAN

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def contoh() -> ModuleType:
    """The example as a module."""
    spec = importlib.util.spec_from_file_location("nomenklatur", ROOT / "examples" / "nomenklatur.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_whole_official_list_builds_one_tree(contoh: ModuleType) -> None:
    """7.765 sub kegiatan and 2.189 parents, each below its own, without a finding on codes."""
    with (ROOT / "tests" / "data" / "nomenklatur-kode.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["jenis_pemda"], Kode.parse(row["kode"]), "") for row in csv.DictReader(file)]
    pohon = contoh.build([rows])
    counts = Counter(item.jenis for item in pohon)
    assert counts["sub_kegiatan"] == 7_765
    assert len(rows) == 7_765 + 2_189
    added = [
        item for item in pohon.roots if f"{item.id.split('/')[1]}" not in {str(kode) for _, kode, _ in rows}
    ]
    assert len(pohon) == len(rows) + len(added)
    assert all(len(item.id.split("/")[1]) == 1 for item in added), "only the nine urusan are not in the list"
    assert not list(ATURAN["SKP801"](pohon))


def test_the_sample_prints_what_it_holds(contoh: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    """Bidang 1.06 and the program of every bidang, for provinsi and kabupaten/kota."""
    contoh.main([])
    assert "464 sub kegiatan" in capsys.readouterr().out
