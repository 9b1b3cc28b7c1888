"""The head and the foot of a form on the page."""

from __future__ import annotations

from sakip.angka import format_tanggal
from sakip.bentuk import Kepala, Status
from sakip.dokumen._bagian.instansi import says_instansi
from sakip.dokumen._bagian.waktu import find_bagian
from sakip.dokumen._tulis.naskah import TITIK, Blok, Paragraf, TandaTangan
from sakip.periode import JenisPeriode, Periode


def title_lines(kepala: Kepala, judul: str) -> tuple[str, ...]:
    """The lines of the title: as they were read, or made from what the head knows.

    What stands right below the first line may be taken for the institution; where it is
    none, a blank line parts the two.
    """
    if kepala.judul:
        lines = [*kepala.judul, *_untold(kepala)]
        return tuple(lines if kepala.instansi or len(lines) < 2 else [lines[0], "", *lines[1:]])
    status = kepala.status
    lines = [
        f"DRAF {judul}" if status is Status.DRAF else f"{judul} {status.value.upper()}" if status else judul
    ]
    if kepala.periode is not None:
        lines[0] += f" {_say(kepala.periode)}"
    if kepala.instansi:
        lines.append(_label(kepala.instansi))
    if kepala.unit:
        lines.append(f"Unit: {kepala.unit}")
    return (*lines, *kepala.keputusan.splitlines())


def _untold(kepala: Kepala) -> list[str]:
    """What the head knows and its own title lines and remarks don't say."""
    text = " ".join((*kepala.judul, *kepala.catatan))
    lines = []
    if (when := kepala.periode) is not None and not _is_told(when, text):
        lines.append(_say(when))
    if kepala.instansi not in text:
        lines.append(_label(kepala.instansi))
    if kepala.unit not in text:
        lines.append(f"Unit: {kepala.unit}")
    return lines + [line for line in kepala.keputusan.splitlines() if line not in text]


def _is_told(periode: Periode, teks: str) -> bool:
    """Whether lines name a period."""
    if _is_bagian(periode):
        return find_bagian(teks, periode.tahun) == periode
    return str(periode.tahun) in teks and str(periode.sampai) in teks


def _say(periode: Periode) -> str:
    """A period as a title names it."""
    return periode.label.upper() if _is_bagian(periode) else f"TAHUN {periode}"


def _is_bagian(periode: Periode) -> bool:
    return periode.jenis not in {JenisPeriode.TAHUN, JenisPeriode.RENTANG}


def _label(instansi: str) -> str:
    """The line that names the institution: its name alone, where its words say what it is."""
    return instansi if says_instansi(instansi) else f"Instansi: {instansi}"


def remarks(kepala: Kepala) -> list[Blok]:
    """The lines around the tables that were kept, and what the form rests on."""
    lines = list(kepala.catatan)
    if kepala.dasar_hukum:
        lines.append(DASAR_HUKUM)
    lines += [f"{number}. {line}" for number, line in enumerate(kepala.dasar_hukum, start=1)]
    return [Paragraf(line) for line in lines]


DASAR_HUKUM = "Dasar hukum:"
"""What stands above the regulations that a form rests on."""


def signature(kepala: Kepala, *pihak: tuple[str, str]) -> list[Blok]:
    """Place, day, and who signs; nothing where the form knows none of it.

    A day that is not known is dotted, with the year of the form.
    """
    known = tuple((sebagai, jabatan) for sebagai, jabatan in pihak if jabatan)
    if not known and not kepala.tempat and kepala.tanggal is None and not kepala.atas_nama:
        return []
    behalf = f"a.n. {kepala.atas_nama}" if kepala.atas_nama else ""
    return [TandaTangan(pihak=known, tempat=kepala.tempat, tanggal=_tanggal(kepala), atas_nama=behalf)]


def _tanggal(kepala: Kepala) -> str:
    if kepala.tanggal is not None:
        return format_tanggal(kepala.tanggal)
    periode = kepala.periode
    return f"{TITIK} {periode.tahun}" if periode and periode.jenis is JenisPeriode.TAHUN else ""
