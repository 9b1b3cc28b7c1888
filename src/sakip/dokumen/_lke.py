"""An evaluation sheet in a file: one row for each criterion, with its answer."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from sakip.dokumen._bagian.kata import lookup, tight
from sakip.dokumen._buka.batas import BATAS_BACA, BatasBaca
from sakip.dokumen._datar.lembar import read_lembar
from sakip.dokumen._tulis.berkas import write_naskah
from sakip.dokumen._tulis.naskah import BarisNaskah, Lajur, Naskah, TabelNaskah
from sakip.lke import KOLOM_LKE, LKE_NASIONAL, LembarLKE, from_records, to_records

_KOLOM = lookup(
    {
        "id_komponen": ("no komponen",),
        "komponen": ("nama komponen",),
        "id_sub": ("id sub komponen", "no sub komponen"),
        "sub": ("sub komponen", "nama sub komponen"),
        "bobot_sub": ("bobot sub komponen",),
        "id": ("no", "nomor", "id kriteria", "no kriteria"),
        "kriteria": ("uraian", "uraian kriteria"),
        "bobot": ("bobot kriteria",),
        "pilihan": ("pilihan jawaban",),
        "pembanding": ("kriteria pembanding",),
        "bukti": ("kunci bukti",),
        "jawaban": ("isian", "nilai jawaban"),
    }
)
_WAJIB = frozenset({"id_komponen", "id_sub", "bobot_sub", "id"})


def read_lke(
    path: str | os.PathLike[str],
    *,
    nama: str = "",
    dasar: LembarLKE = LKE_NASIONAL,
    batas: BatasBaca = BATAS_BACA,
) -> tuple[LembarLKE, dict[str, str]]:
    """Read an evaluation sheet and its answers from a table: CSV or a workbook.

    Columns: those of `sakip.lke.KOLOM_LKE`; ``id_komponen``, ``id_sub``, ``bobot_sub`` and
    ``id`` are needed.

    Args:
        path: CSV, XLSX, XLS or ODS.
        nama: What the sheet is called; by default as *dasar* is.
        dasar: The sheet whose answers, bands and source it shares.
        batas: How much the file may ask for.

    Returns:
        The sheet, and the answers by the id of their criterion.

    Raises:
        BerkasError: It cannot be read, or is no table.
        TabelError: It lacks a column.
        ModelError: A row has no id, or the sheet doesn't hold; the message names what.
        AngkaError: A weight is no number.
        EkstraError: It is a workbook, and the extra ``excel`` is not installed.

    >>> import pathlib, tempfile
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "lke.csv"
    >>> write_lke(LKE_NASIONAL, path, {"1.a.1": "BB"})
    >>> lembar, jawaban = read_lke(path)
    >>> lembar == LKE_NASIONAL, jawaban
    (True, {'1.a.1': 'BB'})
    """
    lembar = read_lembar(path, _recognise, _has_columns, tuple(sorted(_WAJIB)), batas)
    return from_records(
        (row.sel for row in lembar.baris),
        nama=nama or dasar.nama,
        jawaban=dasar.jawaban,
        skala=dasar.skala,
        ambang=dasar.ambang,
        acuan=dasar.acuan,
    )


def write_lke(
    lembar: LembarLKE, path: str | os.PathLike[str], jawaban: Mapping[str, str] | None = None
) -> None:
    """Write an evaluation sheet with its answers; what is written as CSV or XLSX, `read_lke` gives back.

    CSV is data and has the columns' own names; the others have a title, and headers for people.

    Args:
        lembar: The sheet.
        path: ``.csv``, ``.xlsx``, ``.html``, ``.md`` or ``.docx``.
        jawaban: The answers by the id of their criterion.

    Raises:
        BerkasError: The ending is none of these, or the file can't be written.
        EkstraError: The extra ``excel`` or ``docx`` is not installed.

    >>> import pathlib, tempfile
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "lke.csv"
    >>> write_lke(LKE_NASIONAL, path)
    >>> path.read_text(encoding="utf-8").splitlines()[1]
    '1,Perencanaan kinerja,1.a,Keberadaan,6,1.a.1,,1,,,,'
    """
    rows = [[record[kolom] for kolom in KOLOM_LKE] for record in to_records(lembar, jawaban)]
    data = Path(path).suffix.lower() == ".csv"
    choices = {"jawaban": [nama for nama, _ in lembar.jawaban]}
    lajur = [
        Lajur(kolom if data else judul, lebar, pilihan=choices.get(kolom, ()))
        for kolom, (judul, lebar) in zip(KOLOM_LKE, _LAJUR, strict=True)
    ]
    tabel = TabelNaskah(lajur, [BarisNaskah(row) for row in rows])
    title = () if data else (JUDUL, f"Lembar: {lembar.nama}")
    write_naskah(Naskah(bentuk="lke", judul=title, isi=(("LKE", (tabel,)),)), path)


JUDUL = "LEMBAR KERJA EVALUASI"
_LAJUR = (
    ("No Komponen", 12),
    ("Komponen", 24),
    ("No Sub Komponen", 12),
    ("Sub Komponen", 24),
    ("Bobot Sub Komponen", 12),
    ("No", 10),
    ("Kriteria", 48),
    ("Bobot", 10),
    ("Pilihan Jawaban", 14),
    ("Kriteria Pembanding", 16),
    ("Kunci Bukti", 22),
    ("Jawaban", 12),
)
"""What evaluators call the columns, and how many characters wide they are."""


def _recognise(judul: str) -> str:
    """The column that a header means; its own words where it means none."""
    return _KOLOM.get(tight(judul), judul)


def _has_columns(kolom: Iterable[str]) -> bool:
    return set(kolom) >= _WAJIB
