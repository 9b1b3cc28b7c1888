"""Reading an official list of codes and names from a file."""

from __future__ import annotations

import os
from collections.abc import Iterable

from sakip.dokumen._baca.hasil import BarisSisa, HasilBaca
from sakip.dokumen._baca.register import BARIS_TANPA_TEMPAT
from sakip.dokumen._bagian.kata import lookup, tight
from sakip.dokumen._buka.batas import BATAS_BACA, BatasBaca
from sakip.dokumen._datar.lembar import read_lembar
from sakip.errors import SakipError
from sakip.nomenklatur import BarisNomenklatur, Nomenklatur, to_baris
from sakip.temuan import Tempat, Temuan

_KOLOM = lookup(
    {
        "kode": (
            "kode nomenklatur",
            "kode rekening",
            "kode sub kegiatan",
            "kode subkegiatan",
            "kode kegiatan",
        ),
        "nama": (
            "nomenklatur",
            "uraian",
            "sub kegiatan",
            "nama sub kegiatan",
            "nomenklatur urusan",
            "nama nomenklatur",
        ),
        "kinerja": ("kinerja sub kegiatan",),
        "indikator": ("indikator kinerja", "indikator sub kegiatan"),
        "satuan": (),
        "jenis_pemda": ("jenis", "jenis pemerintah daerah", "pemda"),
        "menggantikan": ("sub kegiatan sebelumnya", "kode sebelumnya", "kode lama"),
    }
)


def read_nomenklatur(
    path: str | os.PathLike[str], *, batas: BatasBaca = BATAS_BACA
) -> HasilBaca[Nomenklatur]:
    r"""Read an official list of codes from a table: CSV or a workbook.

    Columns: ``kode``, and where there are any ``nama``, ``kinerja``, ``indikator``, ``satuan``,
    ``jenis_pemda``, and ``menggantikan``, the code that a row replaces; other columns don't
    count. A row without a code, or with one that is none, is told and left out.

    Args:
        path: CSV with commas, semicolons or tabs, in UTF-8, UTF-16 or Windows-1252; or XLSX,
            XLS or ODS, of which the first sheet counts that has the columns.
        batas: How much the file may ask for.

    Returns:
        The list, the findings, and the rows that could not be read.

    Raises:
        BerkasError: It cannot be read, or is no table.
        TabelError: It has no column for the code, or none for a name.
        EkstraError: It is a workbook, and the extra ``excel`` is not installed.

    Acuan: Permendagri 90/2019 and its updates, whose lists have these columns.

    >>> import pathlib, tempfile
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "nomenklatur.csv"
    >>> _ = path.write_text("Kode;Nomenklatur\n1.06.04;Program Rehabilitasi Sosial\n1,6;x\n")
    >>> hasil = read_nomenklatur(path)
    >>> [row.nama for row in hasil.dokumen.baris], [(item.kode, item.tempat.baris) for item in hasil.temuan]
    (['Program Rehabilitasi Sosial'], [('SKP102', 3)])
    """
    lembar = read_lembar(path, _recognise, _has_columns, ("kode", "nama"), batas)
    temuan: list[Temuan] = list(lembar.describe())
    sisa: list[BarisSisa] = []
    found: list[BarisNomenklatur] = []
    for row in lembar.baris:
        try:
            found.append(to_baris(row.sel))
        except SakipError as error:
            place = Tempat(berkas=lembar.berkas, lembar=lembar.nama, baris=row.nomor)
            temuan.append(BARIS_TANPA_TEMPAT.temuan(place, sebab=error.kalimat))
            sisa.append(BarisSisa(row.nomor, tuple(row.sel.items())))
    return HasilBaca(Nomenklatur(found), tuple(temuan), tuple(sisa), lembar.keterangan)


def _recognise(judul: str) -> str:
    """The column that a header means; its own words where it means none."""
    return _KOLOM.get(tight(judul), judul)


def _has_columns(kolom: Iterable[str]) -> bool:
    return {"kode", "nama"} <= set(kolom)
