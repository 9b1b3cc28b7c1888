"""Reading measurements: one row for each indikator and period."""

from __future__ import annotations

import os
from collections.abc import Iterable
from decimal import Decimal

from sakip.angka import Isian, to_decimal
from sakip.dokumen._baca.hasil import HasilBaca
from sakip.dokumen._bagian.kata import KOLOM_REALISASI, tight
from sakip.dokumen._buka.batas import BATAS_BACA, BatasBaca
from sakip.dokumen._datar.catatan import further, read_catatan, read_periode
from sakip.dokumen._datar.kolom import Kolom
from sakip.dokumen._datar.lembar import Lembar, read_lembar, split_list
from sakip.dokumen._datar.sel import Sel
from sakip.errors import ModelError
from sakip.model import Realisasi
from sakip.periode import Periode

_TERBACA = frozenset(KOLOM_REALISASI.values())
PENJELAS = frozenset({"nama_indikator", "satuan", "target"})
"""Columns that say what an indikator is to who fills in the table; they are kept as further cells."""


def read_realisasi(
    path: str | os.PathLike[str], *, periode: Periode | str | None = None, batas: BatasBaca = BATAS_BACA
) -> HasilBaca[tuple[Realisasi, ...]]:
    r"""Read measurements from a table: CSV or a workbook.

    Columns: ``id_indikator``; ``periode`` (or ``tahun`` and ``triwulan``);
    ``realisasi``, or ``pembilang`` and ``penyebut``, or ``komponen``
    (``laki-laki=20; perempuan=35``); and ``bukti``, ``kendala``, ``faktor``,
    ``tindak_lanjut``, ``status``, ``keterangan``. Lines that begin with ``#``
    above the header are remarks.

    Args:
        path: CSV with commas, semicolons or tabs, in UTF-8, UTF-16 or Windows-1252; or XLSX,
            XLS or ODS, of which the first sheet counts that has the columns.
        periode: The period of rows that name none.
        batas: How much the file may ask for.

    Returns:
        The measurements, the findings, and the rows that could not be read.

    Raises:
        BerkasError: It cannot be read, or is no table.
        TabelError: It has no column for the indikator, or none for a value.
        EkstraError: It is a workbook, and the extra ``excel`` is not installed.

    >>> import pathlib, tempfile
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "realisasi.csv"
    >>> _ = path.write_text("id_indikator,tahun,triwulan,realisasi\nIK1,2025,I,\"88,5 %\"\n")
    >>> hasil = read_realisasi(path)
    >>> print(hasil.dokumen[0].periode, hasil.dokumen[0].nilai)
    2025-TW1 88,5 %
    """
    wanted = ("id_indikator", "realisasi atau pembilang atau komponen")
    lembar = read_lembar(path, recognise_realisasi, is_realisasi, wanted, batas, kembar=True)
    return from_lembar(lembar, periode)


def from_lembar(
    lembar: Lembar[Kolom], periode: Periode | str | None = None
) -> HasilBaca[tuple[Realisasi, ...]]:
    """The measurements of a table whose columns have been recognised."""
    return read_catatan(lembar, lambda sel: _realisasi(sel, periode), PENJELAS)


def recognise_realisasi(judul: str) -> Kolom:
    key = KOLOM_REALISASI.get(tight(judul))
    return Kolom(key) if key else Kolom("", judul=judul)


def is_realisasi(columns: Iterable[Kolom]) -> bool:
    keys = {column.kunci for column in columns}
    return "id_indikator" in keys and bool(keys & {"realisasi", "pembilang", "komponen"})


def _realisasi(sel: Sel, periode: Periode | str | None) -> Realisasi:
    nilai = sel.text("realisasi")
    return Realisasi(
        sel.text("id_indikator").strip(),
        read_periode(sel, periode),
        _nilai(sel, nilai) if nilai else None,
        pembilang=sel.text("pembilang") or None,
        penyebut=sel.text("penyebut") or None,
        komponen=[_komponen(item) for item in split_list(sel.text("komponen"))],
        bukti=split_list(sel.text("bukti")),
        kendala=sel.text("kendala"),
        faktor=sel.text("faktor"),
        tindak_lanjut=sel.text("tindak_lanjut"),
        status=sel.text("status"),
        keterangan=sel.text("keterangan"),
        lain=further(sel, _TERBACA),
    )


def _nilai(sel: Sel, text: str) -> Isian:
    return sel.nilai(Kolom("realisasi"), text)


def _komponen(item: str) -> tuple[str, Decimal]:
    name, equals, value = item.rpartition("=")
    if not equals:
        raise ModelError("Realisasi", "komponen", repr(item), "a name, = and a number")
    return name.strip(), to_decimal(value)
