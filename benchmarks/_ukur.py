"""What the scripts share: fresh processes in turn, medians of paired ratios, one table.

A measurement runs in a process of its own, so that its peak memory is its own.
The parent has to stay small for that: Linux hands a child the peak of the
process that it was started from, so nothing heavy is imported here.
"""

from __future__ import annotations

import argparse
import gc
import importlib.metadata
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

T = TypeVar("T")
Hasil: TypeAlias = dict[str, float]
"""What one process measured, by name."""
Putaran: TypeAlias = list[dict[str, Hasil]]
"""What each round measured, by process."""

GC = ("on", "off")
"""The states of the collector that are measured: as Python starts, and switched off."""
_MIB = 1024 if sys.platform != "darwin" else 1024 * 1024


@dataclass(frozen=True)
class Baris:
    """One row of the table: a measured figure, and the most that it may be."""

    perkara: str
    gc: str
    nilai: float
    sasaran: float | None = None
    satuan: str = "x"

    @property
    def hasil(self) -> str:
        """Whether the target is met; a dash where there is none."""
        if self.sasaran is None:
            return "-"
        return "tercapai" if self.nilai <= self.sasaran else "meleset"

    @property
    def kolom(self) -> tuple[str, ...]:
        """The row as text."""
        sasaran = "-" if self.sasaran is None else f"<= {self.sasaran:.3g}"
        return self.perkara, self.gc, f"{self.nilai:.3g} {self.satuan}", sasaran, self.hasil


KEPALA = ("perkara", "gc", "nilai", "sasaran", "hasil")


def print_tabel(baris: Sequence[Baris]) -> None:
    """All rows, aligned."""
    tabel = [KEPALA, *(row.kolom for row in baris)]
    lebar = [max(len(row[column]) for row in tabel) for column in range(5)]
    for row in tabel:
        cells = zip(row, lebar, strict=True)
        print("  ".join(text.ljust(width) for text, width in cells).rstrip())


def print_segera(baris: Iterable[Baris]) -> None:
    """Each row as soon as it is measured; a long run that is cut short has said what it knew."""
    print("  ".join(KEPALA), flush=True)
    for row in baris:
        print("  ".join(row.kolom), flush=True)


def print_lingkungan(pustaka: Sequence[str]) -> None:
    """What was measured, and on what."""
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in pustaka)
    print(f"CPython {platform.python_version()}, {platform.machine()}, {os.cpu_count()} core")
    print(f"{versions}\n")


def make_parser(putaran: int) -> argparse.ArgumentParser:
    """The options of every script: the rounds, and what the script passes to itself."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--putaran", type=int, default=putaran, help="rounds; each runs every process once")
    parser.add_argument("--tugas", nargs="+", help=argparse.SUPPRESS)
    return parser


def run_putaran(skrip: str, tugas: Mapping[str, Sequence[str]], putaran: int) -> Putaran:
    """Run every process once a round, every other round in the reverse order."""
    names = list(tugas)
    rounds: Putaran = []
    for number in range(putaran):
        order = names if number % 2 == 0 else names[::-1]
        rounds.append({name: run_proses([skrip, "--tugas", *tugas[name]]) for name in order})
        print(f"putaran {number + 1}/{putaran}", file=sys.stderr)
    return rounds


def run_proses(arguments: Sequence[str]) -> Hasil:
    """What a fresh Python process prints, as JSON, in its last line."""
    done = subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603
    result: Hasil = json.loads(done.stdout.splitlines()[-1])
    return result


def ratio(putaran: Putaran, one: tuple[str, str], other: tuple[str, str]) -> float:
    """The median over the rounds of one figure by another, each a process and a name."""
    return statistics.median(row[one[0]][one[1]] / row[other[0]][other[1]] for row in putaran)


def median(putaran: Putaran, proses: str, nama: str) -> float:
    """The median of one figure over the rounds."""
    return statistics.median(row[proses][nama] for row in putaran)


def set_collector(state: str) -> None:
    """Leave the collector as Python starts it, or switch it off."""
    if state == "off":
        gc.disable()


def timed(make: Callable[..., T], *arguments: Any) -> tuple[float, T]:
    """The seconds of one call, and what it gave."""
    start = time.perf_counter()
    result = make(*arguments)
    return time.perf_counter() - start, result


def peak_mib() -> float:
    """The most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MIB
