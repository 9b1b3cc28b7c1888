"""The nodes and indikator of an export while its rows add to them, and what is made of them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from sakip.angka import Angka, Isian
from sakip.bentuk._sipd_kode import Tingkat
from sakip.bentuk._sipd_rumus import MaknaRumus
from sakip.kode import LevelKode
from sakip.model import (
    AnySimpul,
    AsalKode,
    Baseline,
    Indikator,
    Instansi,
    Kegiatan,
    Pagu,
    Program,
    SubKegiatan,
    Target,
    Unit,
    Urusan,
)
from sakip.periode import Periode

KELAS: Mapping[LevelKode, type[AnySimpul]] = {
    LevelKode.URUSAN: Urusan,
    LevelKode.BIDANG_URUSAN: Urusan,
    LevelKode.PROGRAM: Program,
    LevelKode.KEGIATAN: Kegiatan,
    LevelKode.SUB_KEGIATAN: SubKegiatan,
}
"""The class of each level."""

Terisi = tuple[Isian, int]
"""A value, and the row that it is printed in."""


@attrs.define
class Ukuran:
    """An indikator while rows add to it."""

    id: str
    nama: str
    satuan: str
    nomor: int
    rumus: str = ""
    target: dict[Periode, Terisi] = attrs.field(factory=dict)
    awal: dict[Periode, Terisi] = attrs.field(factory=dict)
    realisasi: dict[Periode, Terisi] = attrs.field(factory=dict)
    lain: dict[str, str] = attrs.field(factory=dict)


@attrs.define
class SimpulMentah:
    """A node while rows add to it."""

    id: str
    tingkat: Tingkat
    induk: str | None
    nomor: int
    nama: str = ""
    ukuran: dict[str, Ukuran] = attrs.field(factory=dict)
    pagu: dict[Periode, Terisi] = attrs.field(factory=dict)
    belanja: dict[Periode, Terisi] = attrs.field(factory=dict)
    lain: dict[str, str] = attrs.field(factory=dict)


def to_simpul(node: SimpulMentah, makna: Mapping[str, MaknaRumus]) -> AnySimpul:
    """A node with its indikator and its money."""
    tingkat = node.tingkat
    asal = AsalKode.TERCETAK if tingkat.tercetak else AsalKode.DITETAPKAN
    more: dict[str, Any] = {
        "nama": node.nama,
        "kode": tingkat.kode,
        "asal_kode": None if tingkat.kode is None else asal,
        "pagu": [_to_pagu(when, nilai) for when, (nilai, _) in node.pagu.items()],
    }
    kpi = [_to_indikator(item, makna.get(item.rumus)) for item in node.ukuran.values()]
    return KELAS[tingkat.level](node.id, indikator=kpi, lain=tuple(node.lain.items()), **more)


def _to_indikator(item: Ukuran, makna: MaknaRumus | None) -> Indikator:
    rumus = {"id_rumus_indikator": item.rumus} if item.rumus else {}
    return Indikator(
        id=item.id,
        nama=item.nama,
        satuan=item.satuan,
        polaritas=None if makna is None else makna.polaritas,
        agregasi=None if makna is None else makna.agregasi,
        target=[Target(when, nilai) for when, (nilai, _) in item.target.items()],
        baseline=next((Baseline(when, nilai) for when, (nilai, _) in item.awal.items()), None),
        tersirat=not item.nama,
        lain=tuple((rumus | item.lain).items()),
    )


def digest(nama: str) -> str:
    """A short name of an indikator that has no id, the same wherever it stands."""
    return hashlib.blake2b(nama.casefold().encode(), digest_size=6).hexdigest()


def is_same(one: Isian, other: Isian) -> bool:
    if isinstance(one, Angka) and isinstance(other, Angka):
        return (one.nilai, one.satuan) == (other.nilai, other.satuan)
    return str(one) == str(other)


def to_rupiah(nilai: Isian) -> tuple[int | None, str]:
    """An amount in whole rupiah, and its text; None where it can't be read."""
    whole = isinstance(nilai, Angka) and not nilai.satuan and nilai.nilai == nilai.nilai.to_integral_value()
    return (int(nilai.nilai) if isinstance(nilai, Angka) and whole else None), str(nilai)


def _to_pagu(periode: Periode, nilai: Isian) -> Pagu:
    return Pagu(periode, *to_rupiah(nilai))


def make_instansi(nama: str, puncak: Sequence[Unit], unit: tuple[Unit, ...]) -> Instansi | None:
    """The institution: the one perangkat daerah with its units, or all of them as units of one."""
    if not unit:
        return None
    if len(puncak) != 1:
        return Instansi(nama=nama, unit=unit)
    top = puncak[0]
    rest = tuple(attrs.evolve(item, induk="") for item in unit if item is not top)
    return Instansi(nama=top.nama or nama, kode=top.kode, unit=rest)
