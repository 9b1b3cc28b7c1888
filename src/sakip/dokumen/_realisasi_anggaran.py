"""Money spent: read, written, and the table that it is filled in with, node by node and period by period."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from sakip.angka import format_angka, format_rupiah
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.hasil import HasilBaca
from sakip.dokumen._baca.register import NILAI_TAK_TERBACA
from sakip.dokumen._bagian.kata import KOLOM_REALISASI_ANGGARAN, tight
from sakip.dokumen._bagian.lain import LajurLain
from sakip.dokumen._bagian.pilihan import offer_periode
from sakip.dokumen._buka.batas import BATAS_BACA, BatasBaca
from sakip.dokumen._datar.catatan import further, read_catatan, read_periode
from sakip.dokumen._datar.kisi import PASTI, JenisLembar
from sakip.dokumen._datar.kolom import Kolom
from sakip.dokumen._datar.lembar import Lembar, read_lembar
from sakip.dokumen._datar.sel import Sel
from sakip.dokumen._formulir import Formulir
from sakip.dokumen._tulis.naskah import BarisNaskah, Lajur, Naskah, Rupa, TabelNaskah
from sakip.model import AnySimpul, RealisasiAnggaran
from sakip.periode import Periode, to_periode
from sakip.pohon import PohonKinerja

_TERBACA = frozenset(KOLOM_REALISASI_ANGGARAN.values())
_PENJELAS = frozenset({"kode", "nama", "pagu"})
"""Columns that say what a node is to who fills in the table; they are kept as further cells."""
_WANTED = ("id_simpul", "realisasi_anggaran")


def read_realisasi_anggaran(
    path: str | os.PathLike[str], *, periode: Periode | str | None = None, batas: BatasBaca = BATAS_BACA
) -> HasilBaca[tuple[RealisasiAnggaran, ...]]:
    r"""Read money spent from a table: CSV or a workbook.

    Columns: ``id_simpul``; ``periode`` (or ``tahun`` and ``triwulan``); ``realisasi_anggaran``
    in whole rupiah; and ``keterangan``. A blank amount is one that is not filled in yet, so its
    row gives nothing; a dash or a zero is no blank.

    Args:
        path: CSV with commas, semicolons or tabs, in UTF-8, UTF-16 or Windows-1252; or XLSX,
            XLS or ODS, of which the first sheet counts that has the columns.
        periode: The period of rows that name none.
        batas: How much the file may ask for.

    Returns:
        What was spent, the findings, and the rows that could not be read.

    Raises:
        BerkasError: It cannot be read, or is no table.
        TabelError: It has no column for the node, or none for the amount.
        EkstraError: It is a workbook, and the extra ``excel`` is not installed.

    >>> import pathlib, tempfile
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "belanja.csv"
    >>> _ = path.write_text("id_simpul,periode,realisasi_anggaran\nP1,TW I 2025,12.500.000\nP2,TW I 2025,\n")
    >>> [(item.simpul, item.jumlah) for item in read_realisasi_anggaran(path).dokumen]
    [('P1', 12500000)]
    """
    return _from_lembar(read_lembar(path, _recognise, _is_table, _WANTED, batas), periode)


def make_intake_anggaran(
    pohon: PohonKinerja, periode: Periode | int | str | Iterable[Periode | int | str]
) -> tuple[RealisasiAnggaran, ...]:
    """The rows that are to be filled in: one for each period and each node with money that has none below it.

    Each says beside its id the code, the name and the pagu of its node; those are for the
    reader, and what is filled in is read back by the id.

    Args:
        pohon: The tree.
        periode: The period, or several.

    Raises:
        PeriodeError: It is no period.

    >>> from sakip import Kegiatan, Program
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Program("P1", nama="Rehabilitasi Sosial", pagu={2025: 900}))
    >>> _ = pohon.add(Kegiatan("K1", nama="Rehabilitasi Dasar", pagu={2025: 900}), under="P1")
    >>> [(item.simpul, str(item.periode), item.jumlah) for item in make_intake_anggaran(pohon, "2025-TW1")]
    [('K1', '2025-TW1', None)]
    """
    times = [periode] if isinstance(periode, Periode | int | str) else list(periode)
    return tuple(
        RealisasiAnggaran(simpul.id, when, None, lain=_explain(simpul, to_periode(when)))
        for simpul in _lowest(pohon)
        for when in times
    )


def _lowest(pohon: PohonKinerja) -> Iterator[AnySimpul]:
    """The nodes with money that have no node with money below them."""
    for simpul in pohon:
        below = (item for item in pohon.walk(simpul.id) if item.id != simpul.id)
        if getattr(simpul, "pagu", ()) and not any(getattr(item, "pagu", ()) for item in below):
            yield simpul


def _explain(simpul: AnySimpul, periode: Periode) -> dict[str, str]:
    pagu = simpul.pagu_for(periode.tahun) if hasattr(simpul, "pagu_for") else None
    pairs = {
        "Kode": str(getattr(simpul, "kode", None) or ""),
        "Nama": simpul.label,
        "Pagu": "" if pagu is None else pagu.teks or format_angka(pagu.jumlah or 0),
    }
    return {judul: text for judul, text in pairs.items() if text}


def _recognise(judul: str) -> Kolom:
    key = KOLOM_REALISASI_ANGGARAN.get(tight(judul))
    return Kolom(key) if key else Kolom("", judul=judul)


def _is_table(columns: Iterable[Kolom]) -> bool:
    return {column.kunci for column in columns} >= set(_WANTED)


def _is_uang(column: Kolom) -> bool:
    return column.kunci == "realisasi_anggaran"


_LEMBAR = JenisLembar(_recognise, _is_table, _is_uang)


def _from_lembar(
    lembar: Lembar[Kolom], periode: Periode | str | None = None
) -> HasilBaca[tuple[RealisasiAnggaran, ...]]:
    return read_catatan(lembar, lambda sel: _record(sel, periode), _PENJELAS)


def _record(sel: Sel, periode: Periode | str | None) -> RealisasiAnggaran | None:
    text = sel.text("realisasi_anggaran").strip()
    if not text:
        return None
    jumlah = sel.rupiah(Kolom("realisasi_anggaran"), text, NILAI_TAK_TERBACA)
    plain = jumlah is not None and text in {str(jumlah), format_angka(jumlah), format_rupiah(jumlah)}
    return RealisasiAnggaran(
        sel.text("id_simpul").strip(),
        read_periode(sel, periode),
        jumlah,
        "" if plain else text,
        keterangan=sel.text("keterangan"),
        lain=further(sel, _TERBACA),
    )


def _read(bacaan: Bacaan) -> HasilBaca[tuple[RealisasiAnggaran, ...]]:
    return _LEMBAR.read(bacaan, _from_lembar, ())


def _fit(bacaan: Bacaan) -> int:
    keys = _LEMBAR.known(bacaan)
    return len(keys) + PASTI if keys else 0


def _to_naskah(belanja: Sequence[RealisasiAnggaran]) -> Naskah:
    """The table, one row for each amount."""
    first = LajurLain.of(_pairs(item, explains=True) for item in belanja)
    rest = LajurLain.of(_pairs(item, explains=False) for item in belanja)
    remarks = [Lajur("keterangan", 24)] if any(item.keterangan for item in belanja) else []
    lajur = [
        Lajur("id_simpul", 16),
        *first.lajur,
        Lajur("periode", 14, pilihan=offer_periode(item.periode for item in belanja)),
        Lajur("realisasi_anggaran", 22, Rupa.RUPIAH),
        *remarks,
        *rest.lajur,
    ]
    rows = [
        BarisNaskah(
            (
                item.simpul,
                *first.cells(_pairs(item, explains=True)),
                str(item.periode),
                item.teks or item.jumlah,
                *(item.keterangan for _ in remarks),
                *rest.cells(_pairs(item, explains=False)),
            )
        )
        for item in belanja
    ]
    return Naskah(bentuk="realisasi_anggaran", isi=(("Realisasi Anggaran", (TabelNaskah(lajur, rows),)),))


def _pairs(item: RealisasiAnggaran, *, explains: bool) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in item.lain if (tight(pair[0]) in _PENJELAS) is explains)


def _contoh() -> tuple[RealisasiAnggaran, ...]:
    names = {"Kode": "1.06.04.2.01.0001", "Nama": "Penyediaan Permakanan", "Pagu": "300.000.000"}
    return (RealisasiAnggaran("SK1", "2025-TW1", 75_000_000, keterangan="SPJ triwulan I", lain=names),)


FORMULIR = Formulir(
    jenis="realisasi_anggaran",
    nama="Realisasi anggaran triwulan",
    kelas=tuple,
    isi=RealisasiAnggaran,
    cocok=_fit,
    read=_read,
    to_naskah=_to_naskah,
    contoh=_contoh,
    petunjuk=(
        "Satu baris untuk satu simpul dan satu periode; kolom id_simpul dan periode tidak diubah.",
        "Isi rupiah utuh yang dibelanjakan dalam periode itu sendiri, bukan sampai dengan periode itu.",
        "Yang belum ada dibiarkan kosong, bukan diisi nol.",
    ),
)
