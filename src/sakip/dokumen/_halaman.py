"""The head and the foot of a form on the page."""

from __future__ import annotations

from sakip.angka import format_tanggal
from sakip.bentuk import Kepala, Status
from sakip.dokumen._naskah import Blok, Paragraf, TandaTangan


def title_lines(kepala: Kepala, judul: str) -> tuple[str, ...]:
    """The lines of the title: as they were read, or made from what the head knows."""
    if kepala.judul:
        return kepala.judul
    lines = [judul if kepala.status is not Status.PERUBAHAN else f"{judul} PERUBAHAN"]
    if kepala.status is Status.DRAF:
        lines = [f"DRAF {judul}"]
    if kepala.periode is not None:
        lines[0] += f" TAHUN {kepala.periode}"
    if kepala.instansi:
        lines.append(kepala.instansi)
    if kepala.keputusan:
        lines.append(kepala.keputusan)
    return tuple(lines)


def remarks(kepala: Kepala) -> list[Blok]:
    """The lines around the tables that were kept."""
    return [Paragraf(line) for line in kepala.catatan]


def signature(kepala: Kepala, *pihak: tuple[str, str]) -> list[Blok]:
    """Place, day, and who signs; nothing where the form knows none of it."""
    tanggal = "" if kepala.tanggal is None else format_tanggal(kepala.tanggal)
    known = tuple((sebagai, jabatan) for sebagai, jabatan in pihak if jabatan)
    if not known and not kepala.tempat and not tanggal:
        return []
    return [TandaTangan(pihak=known, tempat=kepala.tempat, tanggal=tanggal)]
