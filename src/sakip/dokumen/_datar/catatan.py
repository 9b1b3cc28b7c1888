"""Tables of records: one row for each thing measured and each period of it."""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import TypeVar

from sakip.dokumen._baca.hasil import BarisSisa, HasilBaca
from sakip.dokumen._baca.register import BARIS_TANPA_TEMPAT, KOLOM_TAK_DIKENAL, SEL_BERLEBIH
from sakip.dokumen._bagian.kata import tight
from sakip.dokumen._datar.kolom import Kolom
from sakip.dokumen._datar.lembar import Lembar
from sakip.dokumen._datar.sel import Sel
from sakip.errors import ModelError, SakipError
from sakip.periode import Periode
from sakip.temuan import JenisTemuan, Tempat, Temuan

T = TypeVar("T")


def read_catatan(
    lembar: Lembar[Kolom], make: Callable[[Sel], T | None], penjelas: Container[str]
) -> HasilBaca[tuple[T, ...]]:
    """The records of a table whose columns have been recognised; one bad row never hides the rest.

    Args:
        lembar: The table.
        make: Makes a record of a row; None where the row is not filled in yet.
        penjelas: Columns that are known to explain a row to who fills it in.
    """
    temuan: list[Temuan] = list(lembar.describe())
    sisa: list[BarisSisa] = []
    found: list[T] = []

    def note(jenis: JenisTemuan, baris: int, kolom: str = "", **parameter: object) -> None:
        place = Tempat(berkas=lembar.berkas, lembar=lembar.nama, baris=baris, kolom=kolom)
        temuan.append(jenis.temuan(place, **parameter))

    for column in lembar.kolom:
        if not column.kunci and tight(column.judul) not in penjelas:
            note(KOLOM_TAK_DIKENAL, lembar.nomor, column.judul, judul=column.judul)
    for row in lembar.baris:
        if row.lebih:
            note(SEL_BERLEBIH, row.nomor, banyak=len(row.lebih), teks="; ".join(row.lebih))
        if not row.sel:
            continue  # nothing below the header that could be read or left over
        try:
            record = make(Sel(row, note))
        except SakipError as error:
            note(BARIS_TANPA_TEMPAT, row.nomor, sebab=error.kalimat)
            sisa.append(BarisSisa(row.nomor, tuple((str(column), cell) for column, cell in row.sel.items())))
        else:
            found += [] if record is None else [record]
    return HasilBaca(tuple(found), tuple(temuan), tuple(sisa), lembar.keterangan)


def read_periode(sel: Sel, fallback: Periode | str | None) -> Periode | str:
    """The period of a row: named whole, or by its year and its triwulan; else that of the table.

    Raises:
        PeriodeError: What is named is no period.
        ModelError: None is named, and the table has none.
    """
    tahun, triwulan = sel.text("tahun").strip(), sel.text("triwulan").strip()
    year = Periode.parse(tahun) if tahun else None
    if text := sel.text("periode").strip():
        return Periode.parse(text, tahun=None if year is None else year.tahun)
    if triwulan:
        part = triwulan if triwulan[:1].lower() == "t" else f"TW {triwulan}"
        return Periode.parse(part, tahun=None if year is None else year.tahun)
    if year is not None:
        return year
    if fallback is None:
        raise ModelError("Realisasi", "periode", "''", "a period in the row, or periode= for the table")
    return fallback


def further(sel: Sel, known: Container[str]) -> list[tuple[str, str]]:
    """The cells of columns that are not known, as pairs of header and text."""
    return [(str(column), cell) for column, cell in sel.baris.sel.items() if column.kunci not in known]
