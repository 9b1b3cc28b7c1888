"""The nationwide job on a small nation: one result, whatever the engine."""

from __future__ import annotations

import importlib.util
import shutil
import statistics
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import polars as pl
import pytest

ROOT = Path(__file__).parents[1]
KECIL = ["--instansi", "2", "--tahun", "2", "--kelompok", "1"]


@pytest.fixture(scope="module")
def contoh() -> ModuleType:
    """The example as a module."""
    spec = importlib.util.spec_from_file_location("nasional", ROOT / "examples" / "nasional.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def jadi(contoh: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Any]]:
    """Where the result of Polars stands, and its summary."""
    folder = tmp_path_factory.mktemp("nasional")
    return folder, contoh.main([*KECIL, "--keluaran", str(folder)])


def _agree(one: list[Any], other: list[Any]) -> None:
    assert [(row.tahun, row.tingkat, row.banyak, row.terhitung, row.pita) for row in one] == [
        (row.tahun, row.tingkat, row.banyak, row.terhitung, row.pita) for row in other
    ]
    assert [row.jumlah for row in one] == pytest.approx([row.jumlah for row in other], rel=1e-9)


def test_the_nation_is_as_large_as_it_says(contoh: ModuleType, jadi: tuple[Path, list[Any]]) -> None:
    counts = {(row.tahun, row.tingkat): row.banyak for row in jadi[1]}
    levels = {-1: 1} | {level: 2 * many for level, many in enumerate(contoh.LAPIS)}
    assert counts == {(year, level): many for year in (2021, 2022) for level, many in levels.items()}
    instansi, tahun = contoh.UKURAN["nasional"]
    assert instansi * contoh.SIMPUL == 4_000_000
    assert instansi * contoh.INDIKATOR == len(contoh.make_indikator(1)) * 640 == 10_000_000
    assert contoh.make_pengukuran(1, 2021, 1).num_rows * instansi * tahun == 200_000_000


def test_a_summary_is_printed(
    contoh: ModuleType, jadi: tuple[Path, list[Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    contoh.print_ringkasan(jadi[1])
    shown = capsys.readouterr()
    assert "Capaian simpul tahun 2022" in shown.out
    assert [line.split()[:2] for line in shown.out.splitlines()[3:5]] == [
        ["nasional", "1"],
        ["instansi", "2"],
    ]


def test_progress_is_quiet_but_on_a_terminal(
    contoh: ModuleType, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert list(contoh.show_progress("uji", [1, 2])) == [1, 2]
    assert not capsys.readouterr().err
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert list(contoh.show_progress("uji", [1, 2])) == [1, 2]
    assert capsys.readouterr().err.endswith("2/2\n")


def test_the_same_seed_is_the_same_nation(
    contoh: ModuleType, tmp_path: Path, jadi: tuple[Path, list[Any]]
) -> None:
    """However many instansi are written at a time."""
    contoh.write_data(contoh.Pekerjaan(instansi=2, tahun=1, seed=1, kelompok=2, keluaran=tmp_path))
    parts = [pl.read_parquet(jadi[0] / "pengukuran" / f"2021-{name}.parquet") for name in ("0001", "0002")]
    assert pl.read_parquet(tmp_path / "pengukuran" / "2021-0001.parquet").equals(pl.concat(parts))
    assert not contoh.make_pengukuran(1, 2021, 1).equals(contoh.make_pengukuran(1, 2021, 2))
    assert not contoh.make_pengukuran(1, 2021, 1).equals(contoh.make_pengukuran(1, 2022, 1))


def test_a_part_counted_by_hand(jadi: tuple[Path, list[Any]]) -> None:
    """Every indikator of some leaves, their mean, and the mean of the nodes on the way up."""
    folder = jadi[0]
    rows = pl.read_parquet(folder / "pengukuran" / "2021-0001.parquet").to_dicts()
    nodes = {
        row["simpul"]: row for row in pl.read_parquet(folder / "simpul" / "2021-0001.parquet").to_dicts()
    }
    per_indikator: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        per_indikator.setdefault(row["indikator"], []).append(row)
    figures: dict[int, list[float | None]] = {}
    for quarters in per_indikator.values():
        if quarters[0]["simpul"] % 97 == 0:
            figures.setdefault(quarters[0]["simpul"], []).append(_by_hand(quarters))
    assert len(figures) > 50
    for simpul, found in figures.items():
        there = [item for item in found if item is not None]
        assert (nodes[simpul]["terhitung"], nodes[simpul]["banyak"]) == (len(there), len(found))
        assert nodes[simpul]["capaian"] == pytest.approx(statistics.mean(there) if there else None, rel=1e-9)
    for simpul, node in nodes.items():
        if node["tingkat"] in (0, 1, 3):  # those have no indikator of their own
            below = [item["capaian"] for item in nodes.values() if item["induk"] == simpul]
            assert node["capaian"] == pytest.approx(statistics.mean(below), rel=1e-9)


def _by_hand(quarters: list[dict[str, Any]]) -> float | None:
    """The capaian of one year of one indikator, as its document would be read."""
    filled = [row for row in quarters if row["realisasi"] is not None]
    if not filled:
        return None
    reached = [row["realisasi"] for row in sorted(filled, key=lambda row: int(row["ke"]))]
    planned: float = quarters[0]["target"]  # the same in every quarter
    done: float = reached[-1]
    if quarters[0]["agregasi"] == "jumlah":
        planned, done = planned * len(filled), sum(reached)
    elif quarters[0]["agregasi"] == "rata_rata":
        done = statistics.mean(reached)
    if planned == 0:
        return None
    return (done if quarters[0]["polaritas"] == "naik" else 2 * planned - done) / planned * 100


def test_duckdb_gives_the_same(contoh: ModuleType, jadi: tuple[Path, list[Any]], tmp_path: Path) -> None:
    _agree(contoh.main([*KECIL, "--keluaran", str(tmp_path), "--mesin", "duckdb"]), jadi[1])


@pytest.mark.spark
def test_spark_gives_the_same(contoh: ModuleType, jadi: tuple[Path, list[Any]], tmp_path: Path) -> None:
    """In one part: what takes Spark long is the plan, not the rows."""
    if importlib.util.find_spec("pyspark") is None or shutil.which("java") is None:
        pytest.skip("PySpark or Java is missing")
    spark = ["--mesin", "spark", "--master", "local[2]"]
    found = contoh.main(["--instansi", "2", "--tahun", "1", "--keluaran", str(tmp_path), *spark])
    _agree(found, [row for row in jadi[1] if row.tahun == 2021])
