"""The trees that are measured, as plain rows that every library is given."""

from __future__ import annotations

import csv
import itertools
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

NOMENKLATUR = Path(__file__).parent.parent / "tests" / "data" / "nomenklatur-kode.csv"
"""The codes of the official list of both kinds of regional governments."""

_LAPIS = ("urusan", "urusan", "urusan", "program", "kegiatan", "sub_kegiatan", "aktivitas")
_ANAK = (10**9, 40.0, 5.0, 2.0, 4.0, 2.6, 0.0)
_JENIS_KODE = {1: "urusan", 2: "urusan", 3: "program", 5: "kegiatan", 6: "sub_kegiatan"}


class Baris(NamedTuple):
    """One node: parents stand before their children, the first row is the only root."""

    id: str
    induk: str | None
    jenis: str
    nama: str
    kode: str
    pagu: int


def read_tree(sumber: str) -> list[Baris]:
    """The tree of a number of nodes, or of a nomenclature file."""
    return make_sintetis(int(sumber)) if sumber.isdecimal() else read_nomenklatur(Path(sumber))


def make_sintetis(nodes: int) -> list[Baris]:
    """Seven levels in pre-order, like a national tree; the leaves carry money."""
    rows = itertools.islice(_branch(random.Random(7), itertools.count(), None, 0), nodes)  # noqa: S311
    return _with_pagu(rows)


def _branch(
    acak: random.Random, nomor: Iterator[int], induk: str | None, lapis: int
) -> Iterator[tuple[str, str | None, str, str, str]]:
    number = next(nomor)
    id = f"S{number}"
    yield id, induk, _LAPIS[lapis], f"Simpul nomor {number}", ""
    for _ in range(round(_ANAK[lapis] * acak.uniform(0.5, 1.5))):
        yield from _branch(acak, nomor, id, lapis + 1)


def read_nomenklatur(path: Path) -> list[Baris]:
    """The official list: its columns are jenis_pemda, kode and, in the whole list, nama."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        codes = {(row["jenis_pemda"], row["kode"]): row.get("nama") or "" for row in csv.DictReader(file)}
    rows: list[tuple[str, str | None, str, str, str]] = [("akar", None, "urusan", "Nomenklatur", "")]
    for (jenis, kode), nama in sorted(codes.items()):
        induk = next((f"{jenis}:{above}" for above in _above(kode) if (jenis, above) in codes), "akar")
        rows.append((f"{jenis}:{kode}", induk, _JENIS_KODE[kode.count(".") + 1], nama or kode, kode))
    return _with_pagu(rows)


def _above(kode: str) -> Iterator[str]:
    """The codes above one, nearest first."""
    while "." in kode:
        kode = kode.rpartition(".")[0]
        yield kode


def _with_pagu(rows: Iterable[tuple[str, str | None, str, str, str]]) -> list[Baris]:
    plain = list(rows)
    inner = {induk for _, induk, *_ in plain}
    return [Baris(*row, 0 if row[0] in inner else 1_000_000 + number) for number, row in enumerate(plain)]
