"""Capaian on tables: `sakip` beside the same work written by hand, engine by engine."""

from __future__ import annotations

import importlib
import json
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from _ukur import (
    Baris,
    Hasil,
    make_parser,
    peak_mib,
    print_lingkungan,
    print_segera,
    run_proses,
    timed,
)

MESIN = {"polars": 1.25, "duckdb": 1.25, "pandas": 1.5, "pyarrow": 1.5}
"""What the time is held to, engine by engine."""
PASANGAN = 7
TUMBUH = (1_000_000, 10_000_000, 100_000_000)
_SUMBER, _KALI = 1_000_000, 1.05
"""How many rows the file has that the growth is measured with; how much more a row may cost at most."""


def load(mesin: str) -> Any:
    """The two ways of one engine."""
    return importlib.import_module(f"_tabel_{mesin}")


def check(mesin: str, path: Path) -> Hasil:
    """Both ways reach the same values, reasons and bands."""
    from _tabel_data import check_same  # noqa: PLC0415  # the parent stays small

    ways = load(mesin)
    tabel = ways.read(path)
    run_one = getattr(ways, "run_sakip", None)
    one = ways.to_arrow(ways.run_asli(tabel) if run_one is None else run_one(tabel))
    other = load("polars" if run_one is None else mesin)
    check_same(one, other.to_arrow(other.run_asli(other.read(path))))
    return {"sama": 1.0}


def measure(mesin: str, path: Path, pasangan: int) -> Hasil:
    """Pairs of runs, every other pair in the reverse order; the floor has no pair."""
    ways = load(mesin)
    tabel = ways.read(path)
    runs = {name: getattr(ways, f"run_{name}") for name in ("sakip", "asli") if hasattr(ways, f"run_{name}")}
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    for nomor in range(pasangan + 1):  # the first warms up
        for name in list(runs) if nomor % 2 else list(runs)[::-1]:
            took, hasil = timed(runs[name], tabel)
            del hasil
            if nomor:
                seconds[name].append(took)
    found = {name: statistics.median(took) for name, took in seconds.items()}
    if "sakip" in seconds:
        pairs = zip(seconds["sakip"], seconds["asli"], strict=True)
        found["rasio"] = statistics.median(one / other for one, other in pairs)
    return found


def measure_memory(mesin: str, path: Path, cara: str) -> Hasil:
    """One run in a process of its own; `baca` only reads."""
    ways = load(mesin)
    tabel = ways.read(path)
    if cara != "baca":
        hasil = getattr(ways, f"run_{cara}")(tabel)
        del hasil
    return {"puncak": peak_mib()}


def measure_growth(path: Path, baris: int, folder: Path) -> Hasil:
    """From Parquet to Parquet by the streaming engine of Polars."""
    import polars as pl  # noqa: PLC0415  # the parent stays small

    from _tabel_data import KEBIJAKAN  # noqa: PLC0415  # likewise
    from sakip.tabel import add_capaian  # noqa: PLC0415  # likewise

    scanned = pl.scan_parquet([path] * (baris // _SUMBER))
    goal = folder / "hasil.parquet"
    took, _ = timed(lambda: add_capaian(scanned, KEBIJAKAN).sink_parquet(goal, engine="streaming"))
    goal.unlink()
    return {"detik": took, "puncak": peak_mib()}


def do_tugas(tugas: list[str]) -> Hasil:
    """What one process does."""
    what, mesin, name, *rest = tugas
    path = Path(name)
    if what == "data":
        from _tabel_data import write_data  # noqa: PLC0415  # the parent stays small

        write_data(path, int(mesin))
        return {}
    if what == "periksa":
        return check(mesin, path)
    if what == "waktu":
        return measure(mesin, path, int(rest[0]))
    if what == "memori":
        return measure_memory(mesin, path, rest[0])
    return measure_growth(path, int(mesin), Path(rest[0]))


def run(*tugas: object) -> Hasil:
    """One task in a process of its own."""
    return run_proses([__file__, "--tugas", *map(str, tugas)])


def make_rows(path: Path, pasangan: int) -> Iterator[Baris]:
    """Time and memory of every engine."""
    floor = run("waktu", "numpy", path, pasangan)["asli"]
    for mesin, sasaran in MESIN.items():
        waktu = run("waktu", mesin, path, pasangan)
        one, other, base = (run("memori", mesin, path, cara)["puncak"] for cara in ("sakip", "asli", "baca"))
        yield Baris(f"{mesin}: waktu / tulisan tangan", "on", waktu["rasio"], sasaran)
        yield Baris(f"{mesin}: sakip", "on", waktu["sakip"], satuan="detik")
        yield Baris(f"{mesin}: sakip / lantai numpy", "on", waktu["sakip"] / floor)
        yield Baris(f"{mesin}: memori puncak / tulisan tangan", "on", one / other)
        yield Baris(f"{mesin}: memori puncak, sakip", "on", one, satuan="MiB")
        yield Baris(f"{mesin}: memori puncak, tabel saja", "on", base, satuan="MiB")


def make_growth_rows(folder: Path, terbanyak: int) -> Iterator[Baris]:
    """What a row costs as rows grow, streamed."""
    path = folder / "sejuta.parquet"
    run("data", _SUMBER, path)
    costs: dict[int, Hasil] = {}
    for baris in (item for item in TUMBUH if item <= terbanyak):
        costs[baris] = statistics_of([run("tumbuh", baris, path, folder) for _ in range(3)])
        nanoseconds = costs[baris]["detik"] / baris * 1e9
        yield Baris(f"aliran polars, {baris} baris: nanodetik per baris", "on", nanoseconds, satuan="ns")
        yield Baris(
            f"aliran polars, {baris} baris: memori puncak", "on", costs[baris]["puncak"], satuan="MiB"
        )
    first, last = min(costs), max(costs)
    grown = costs[last]["detik"] / costs[first]["detik"] / (last / first)
    yield Baris(f"biaya per baris, {last} / {first} baris", "on", grown, _KALI)


def statistics_of(hasil: list[Hasil]) -> Hasil:
    """The medians of several runs."""
    return {name: statistics.median(row[name] for row in hasil) for name in hasil[0]}


def main() -> None:
    """Measure, compare, print."""
    parser = make_parser(PASANGAN)
    parser.add_argument("--baris", type=int, default=10_000_000)
    parser.add_argument(
        "--terbanyak", type=int, default=TUMBUH[-1], help="rows that the growth ends at; 0 for none"
    )
    options = parser.parse_args()
    if options.tugas:
        print(json.dumps(do_tugas(options.tugas)))
        return
    print_lingkungan(["narwhals", "polars", "duckdb", "pandas", "pyarrow", "numpy"])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "pengukuran.parquet"
        run("data", options.baris, path)
        for mesin in ("numpy", *MESIN):
            run("periksa", mesin, path)
        print("semua nilai, alasan, dan pita sama", file=sys.stderr)
        print_segera(make_rows(path, options.putaran))
        if options.terbanyak >= TUMBUH[0]:
            print_segera(make_growth_rows(folder, options.terbanyak))


if __name__ == "__main__":
    main()
