"""JSON by `sakip`: the file becomes a linked tree, with every check on."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from _data import Baris, make_sintetis
from sakip.angka import Angka
from sakip.model import SIMPUL, AnySimpul, Indikator, Komponen, Pagu, Target
from sakip.pohon import PohonKinerja
from sakip.serialization import dumps, read_json, write_json


def load(path: str) -> PohonKinerja:
    """Read a file."""
    return read_json(path)


def dump(pohon: PohonKinerja) -> str:
    """The tree as text."""
    return dumps(pohon)


def count(pohon: PohonKinerja) -> int:
    """How many values there are, to see that all were read."""
    return sum(len(kpi.target) for simpul in pohon for kpi in simpul.indikator)


def write_file(nodes: int, path: Path) -> None:
    """The file that all libraries read: every node with two indikator, eight targets and money."""
    pohon = PohonKinerja("Bangku ukur", periode="2025-2029")
    pohon.add_many((_make_simpul(row), row.induk) for row in make_sintetis(nodes))
    write_json(pohon, path)


def _make_simpul(row: Baris) -> AnySimpul:
    kelas: type[Komponen] = SIMPUL[row.jenis]  # type: ignore[assignment]  # the rows hold components only
    simpul: AnySimpul = kelas(  # type: ignore[assignment]
        row.id,
        uraian=f"Meningkatnya layanan nomor {row.id}",
        indikator=(_make_indikator(row.id, 1), _make_indikator(row.id, 2)),
        nama=row.nama,
        kode="1.06.04.2.01.0002",
        pagu=(Pagu(2025, row.pagu),),
    )
    return simpul


def _make_indikator(id: str, nomor: int) -> Indikator:
    satuan = ("%", "Orang")[nomor - 1]
    values = (Decimal(f"{(int(id[1:]) + quarter) % 100}.{nomor}5") for quarter in range(4))
    target = (Target(f"2025-TW{quarter}", Angka(value, satuan)) for quarter, value in enumerate(values, 1))
    return Indikator(
        id=f"{id}.{nomor}", nama=f"Capaian layanan {id} bagian {nomor}", satuan=satuan, target=[*target]
    )
