"""Templates: the empty form with an example and instructions."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

import attrs

from sakip.dokumen._baca.contoh import JUDUL_PETUNJUK, KOLOM_ARTI, LEMBAR_PETUNJUK, TANDA
from sakip.dokumen._baca.judul import squash
from sakip.dokumen._bagian.arti import say_arti
from sakip.dokumen._dokumen import FORMULIR
from sakip.dokumen._formulir import Formulir
from sakip.dokumen._tulis.berkas import write_naskah
from sakip.dokumen._tulis.naskah import (
    BarisNaskah,
    Blok,
    Isi,
    Lajur,
    Naskah,
    Paragraf,
    Rumus,
    TabelNaskah,
    to_teks,
)
from sakip.errors import BentukError, BerkasError
from sakip.kertas import Kertas
from sakip.pilihan import to_enum

_BARIS_KOSONG = 15
"""Rows to fill in."""
_UMUM = (
    f"Hapus baris yang bertanda {TANDA} sesudah mengisi. Baris itu tidak ikut dibaca.",
    "Ganti judul, nama instansi, tahun, dan jabatan contoh dengan yang sebenarnya.",
    "Tulis angka dengan titik untuk ribuan dan koma untuk desimal, misalnya 1.234,5.",
    "Satuan boleh menyusul angka di sel yang sama, misalnya 93,59 %.",
    "Tanda hubung (-) berarti tidak direncanakan, sel kosong berarti belum diisi, dan 0 berarti nol.",
    "Tulis uang dalam rupiah utuh, tanpa sen.",
    "Sel kosong di kolom sasaran berarti sama dengan baris di atasnya.",
    "Kolom boleh dipindahkan, dan baris boleh ditambah. Judul kolom jangan dihapus.",
    "Kolom ID disembunyikan. Biarkan isinya, agar perubahan dikenali saat berkas dibaca lagi.",
    "Untuk baris baru, biarkan kolom ID kosong.",
    "Nama, NIP, dan pangkat tidak disimpan. Berikan data pejabat saat dokumen dicetak.",
)


def write_template(bentuk: str, path: str | os.PathLike[str], *, kertas: Kertas | str = Kertas.A4) -> None:
    """Write the empty form as a workbook: an example, rows to fill in, and a sheet of instructions.

    The example rows are marked ``Contoh``. A reader leaves them out and makes a finding
    (SKP146) for each, so that an example that was left in is never taken for data.

    Args:
        bentuk: The tag of the form, such as ``perjanjian_kinerja``.
        path: A name that ends in ``.xlsx``.
        kertas: ``A4``, ``F4`` or ``A3``.

    Raises:
        BentukError: There is no such form that is written.
        BerkasError: The ending is another one, or the file can't be written.
        EkstraError: The extra ``excel`` is not installed.

    >>> import pathlib, tempfile
    >>> from sakip.dokumen import read_dokumen
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "pk.xlsx"
    >>> write_template("perjanjian_kinerja", path)
    >>> hasil = read_dokumen(path)
    >>> hasil.dokumen.sasaran, sorted({temuan.kode for temuan in hasil.temuan})
    ((), ['SKP146'])
    """
    formulir = FORMULIR.get(bentuk)
    if formulir is None or formulir.to_naskah is None:
        raise BentukError(
            os.fspath(path), (bentuk,), tuple(tag for tag, item in FORMULIR.items() if item.to_naskah)
        )
    if Path(path).suffix.lower() != ".xlsx":
        raise BerkasError(
            os.fspath(path), "a template is a workbook; use .xlsx", "templat ditulis sebagai .xlsx"
        )
    naskah = formulir.to_naskah(formulir.contoh())
    write_naskah(
        _to_templat(formulir, naskah), path, kertas=to_enum(Kertas, kertas, "write_template", "kertas")
    )


def _to_templat(formulir: Formulir, naskah: Naskah) -> Naskah:
    pages = tuple((nama, tuple(map(_empty, blok))) for nama, blok in naskah.isi)
    guide = tuple(_petunjuk(formulir, naskah))
    return attrs.evolve(
        naskah, isi=(*pages, (LEMBAR_PETUNJUK, guide)), tegak=(*naskah.tegak, LEMBAR_PETUNJUK)
    )


def _empty(blok: Blok) -> Blok:
    """A table with its rows marked as examples, and rows to fill in before its sum."""
    if not isinstance(blok, TabelNaskah):
        return blok
    bernomor = squash(blok.lajur[0].judul[-1]) in {"no", "nomor", "nourut"}
    rows = [_mark(row, blok.lajur, bernomor=bernomor) for row in blok.baris if not row.tebal]
    last = len(rows) + _BARIS_KOSONG - 1
    sums = [_sum(row, len(rows), last) for row in blok.baris if row.tebal]
    blank = BarisNaskah((None,) * len(blok.lajur))
    first = attrs.evolve(blok.lajur[0], lebar=max(blok.lajur[0].lebar, 10))
    filled = (*rows, *[blank] * _BARIS_KOSONG, *sums)
    return attrs.evolve(blok, lajur=(first, *blok.lajur[1:]), baris=filled, isian=True)


def _mark(row: BarisNaskah, lajur: Sequence[Lajur], *, bernomor: bool) -> BarisNaskah:
    """A row that is seen to be an example, by a person and by a reader."""
    if bernomor:
        cells: tuple[Isi, ...] = (TANDA, *row.sel[1:])
        return attrs.evolve(row, sel=cells, sambung=row.sambung - {0})
    return attrs.evolve(
        row, sel=(f"{TANDA}: {to_teks(row.sel[0], lajur[0].rupa)}", *row.sel[1:]), sambung=row.sambung - {0}
    )


def _sum(row: BarisNaskah, awal: int, akhir: int) -> BarisNaskah:
    """A row of sums over the rows to fill in; what was counted from the example is left out."""
    cells: list[Isi] = []
    for isi in row.sel:
        if isinstance(isi, Rumus) and _SEMUA.search(isi.pola):
            pola = _SEMUA.sub(rf"{{\g<1>#{awal}}}:{{\g<1>#{akhir}}}", isi.pola)
            cells.append(Rumus(pola, 0))
        else:
            cells.append(isi if isinstance(isi, str) else None)
    return attrs.evolve(row, sel=cells)


_SEMUA = re.compile(r"\{(\w+):\}")


def _petunjuk(formulir: Formulir, naskah: Naskah) -> list[Blok]:
    """The sheet of instructions."""
    lines = [*formulir.petunjuk, *_UMUM]
    acuan = [Paragraf(f"Acuan: {formulir.acuan}")] if formulir.acuan else []
    columns = {
        item.judul: item
        for blok in naskah.blok
        if isinstance(blok, TabelNaskah)
        for item in blok.lajur
        if not item.tersembunyi
    }
    rows = [
        BarisNaskah((" / ".join(filter(None, judul)), say_arti(judul), ", ".join(item.pilihan)))
        for judul, item in columns.items()
    ]
    return [
        Paragraf(f"{JUDUL_PETUNJUK} {formulir.nama}", tebal=True),
        TabelNaskah(
            (Lajur("No", 7), Lajur("Aturan", 90)),
            [BarisNaskah((number, line)) for number, line in enumerate(lines, start=1)],
        ),
        TabelNaskah((Lajur("Kolom", 25), Lajur(KOLOM_ARTI, 45), Lajur("Pilihan", 25)), rows),
        *acuan,
    ]
