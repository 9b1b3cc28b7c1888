"""One tree out of the official nomenclature: urusan, bidang, program, kegiatan, sub kegiatan.

Without an argument it reads the sample beside it (bidang 1.06 and the program
that every bidang has). Give it the official lists as CSV files with the columns
``jenis_pemda``, ``kode`` and a name (``nama`` or ``sub_kegiatan``) for the whole.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from sakip import Kegiatan, Kode, PohonKinerja, Program, SubKegiatan
from sakip.kode import LevelKode
from sakip.model import Urusan

CONTOH = Path(__file__).parent / "dinsos-kotawaringin-timur-2025" / "nomenklatur-1.06.csv"
KELAS: dict[LevelKode, type[Urusan | Program | Kegiatan | SubKegiatan]] = {
    LevelKode.URUSAN: Urusan,
    LevelKode.BIDANG_URUSAN: Urusan,
    LevelKode.PROGRAM: Program,
    LevelKode.KEGIATAN: Kegiatan,
    LevelKode.SUB_KEGIATAN: SubKegiatan,
}
Baris = tuple[str, Kode, str]


def main(paths: list[str]) -> None:
    """Build the tree and say what it holds."""
    pohon = build(read(path) for path in paths or [str(CONTOH)])
    print(pohon)
    for jenis, banyak in Counter(item.jenis for item in pohon).items():
        print(f"{banyak:>6} {jenis.replace('_', ' ')}")


def read(path: str) -> Iterator[Baris]:
    """The rows of a list: kind of government, code, name."""
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            yield (
                row["jenis_pemda"],
                Kode.parse(row["kode"]),
                row.get("nama") or row.get("sub_kegiatan") or "",
            )


def build(lists: Iterable[Iterable[Baris]]) -> PohonKinerja:
    """One tree; a code that a province and a kabupaten share names two things, so both stand in it."""
    rows = sorted(
        (row for rows in lists for row in rows), key=lambda row: (len(row[1].segmen), row[1], row[0])
    )
    known = {(jenis, kode) for jenis, kode, _ in rows}
    tops = {(jenis, top) for jenis, kode in known for top in _missing_tops(jenis, kode, known)}
    rows = [*((jenis, kode, "") for jenis, kode in sorted(tops)), *rows]
    pohon = PohonKinerja("Nomenklatur")
    pohon.add_many(
        (KELAS[kode.level](_id(jenis, kode), kode=kode, nama=nama), _parent(jenis, kode))
        for jenis, kode, nama in rows
    )
    return pohon


def _missing_tops(jenis: str, kode: Kode, known: set[tuple[str, Kode]]) -> Iterator[Kode]:
    """The urusan and bidang urusan above a code that the list does not name itself."""
    above = kode.parent
    while above is not None:
        if above.level.value <= LevelKode.BIDANG_URUSAN.value and (jenis, above) not in known:
            yield above
        above = above.parent


def _id(jenis: str, kode: Kode) -> str:
    return f"{jenis}/{kode}"


def _parent(jenis: str, kode: Kode) -> str | None:
    return None if kode.parent is None else _id(jenis, kode.parent)


if __name__ == "__main__":
    main(sys.argv[1:])
