"""The report that is measured: a tree with its figures, and a bare table that says as much."""

from __future__ import annotations

import random
from collections.abc import Iterator
from html import escape

import attrs

import sakip
from sakip.capaian import LaporanCapaian
from sakip.model import AnySimpul
from sakip.skala import SKALA_PERMENDAGRI_86

_SASARAN = (
    "Terlaksananya pelayanan kepada masyarakat menurut standar pelayanan minimal di wilayah kerja nomor"
)
_ANAK = 8
"""Nodes below a node."""


def make_pohon(simpul: int) -> sakip.PohonKinerja:
    """A tree of so many nodes: outcome, CSF, program, kegiatan, sub kegiatan, each with an indikator and its post."""
    pohon = sakip.PohonKinerja("Kabupaten Contoh", periode=2025)
    for nomor in range(20):
        pohon.add_jabatan(sakip.Jabatan(id=f"J{nomor}", nama=f"Kepala Bidang {nomor}"))
    nodes = list(_nodes(simpul))
    pohon.add_many(nodes)
    for nomor, (node, _) in enumerate(nodes):
        pohon.assign(node.id, f"J{nomor % 20}")
    return pohon


def _nodes(simpul: int) -> Iterator[tuple[AnySimpul, str | None]]:
    """Eight of each below the one above, as far as they go; below a kegiatan all are sub kegiatan."""
    yield sakip.Outcome("S0", uraian=f"{_SASARAN} 0", indikator=[_indikator(0)]), None
    for nomor in range(1, simpul):
        id, uraian, indikator = f"S{nomor}", f"{_SASARAN} {nomor}", [_indikator(nomor)]
        nama, pagu = f"Penyelenggaraan Pelayanan Bagian {nomor}", {2025: 1_000_000 * nomor}
        above = f"S{_above(nomor)}"
        match _depth(nomor):
            case 1:
                yield sakip.CSF(id, uraian=uraian, indikator=indikator), above
            case 2:
                yield sakip.Program(id, nama=nama, uraian=uraian, indikator=indikator, pagu=pagu), above
            case 3:
                yield sakip.Kegiatan(id, nama=nama, uraian=uraian, indikator=indikator, pagu=pagu), above
            case _:
                yield sakip.SubKegiatan(id, nama=nama, uraian=uraian, indikator=indikator, pagu=pagu), above


def _indikator(nomor: int) -> sakip.Indikator:
    nama = f"Jumlah penerima pelayanan yang memenuhi standar di wilayah kerja nomor {nomor}"
    return sakip.Indikator(id=f"IK{nomor}", nama=nama, target={2025: "100 Orang"}, polaritas="naik")


def _depth(nomor: int) -> int:
    depth = 0
    while nomor:
        nomor, depth = (nomor - 1) // _ANAK, depth + 1
    return depth


def _above(nomor: int) -> int:
    """The node above; of a sub kegiatan the nearest kegiatan."""
    above = (nomor - 1) // _ANAK
    while _depth(above) > 3:
        above = (above - 1) // _ANAK
    return above


def make_laporan(pohon: sakip.PohonKinerja) -> LaporanCapaian:
    """A figure for nine indikator of ten, in five bands."""
    acak = random.Random(7)  # noqa: S311  # the same figures in every run
    terukur = [
        sakip.Realisasi(item.id, 2025, f"{acak.randint(30, 130)} Orang")
        for node in pohon
        for item in node.indikator
        if acak.random() < 0.9
    ]
    kebijakan = attrs.evolve(sakip.LKJIP, nama="LKJIP berskala", skala=SKALA_PERMENDAGRI_86)
    return sakip.compute_capaian(pohon, terukur, 2025, kebijakan)


def bare_table(laporan: LaporanCapaian) -> str:
    """The floor: the same rows with the same explanations, and not a line of style or script."""
    rows = []
    for row in laporan:
        record = row.to_record()
        cells = (row.indikator.nama, row.simpul.label, row.simpul.uraian, record["jabatan"], record["target"])
        more = (record["realisasi"], str(row), record["predikat"], row.explain())
        rows.append("".join(f"<td>{escape(str(cell))}" for cell in (*cells, *more)))
    head = '<!doctype html><html lang="id"><meta charset="utf-8"><title>Capaian</title><table>'
    return f"{head}{''.join(f'<tr>{row}' for row in rows)}</table>"
