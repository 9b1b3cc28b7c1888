"""Capaian on a table: the columns that are added."""

from __future__ import annotations

from typing import TypeVar

from sakip.errors import ModelError, TipeError
from sakip.kebijakan import LKJIP, Kebijakan, Pembulatan, TargetNol
from sakip.tabel._ekspresi import (
    Bingkai,
    Syarat,
    Teks,
    add_texts,
    bound_column,
    choose_band,
    convert_column,
    every,
    negate,
    pick,
    round_column,
)
from sakip.tabel._kolom import NIHIL, Kolom, to_frame
from sakip.tabel._masukan import (
    BAGIAN,
    REALISASI,
    RENTANG,
    TARGET,
    Masukan,
    Papan,
    input_reasons,
    lay_out,
    read_masukan,
)
from sakip.tabel._nw import nw
from sakip.tabel._rumus import Baris, denominator, formula_reasons, meets, numerator, raw_capaian

T = TypeVar("T")

PEMAKAI = "add_capaian"
HASIL = ("capaian", "capaian_mentah", "alasan")
PITA = ("predikat", "warna")


def add_capaian(frame: T, kebijakan: Kebijakan = LKJIP) -> T:
    """The capaian of every row of a table, on the engine that the table is of.

    What each row gets is what ``Kebijakan.compare`` gives for it. The columns that
    are read, by name:

    - ``target``, a number; or ``target_bawah`` and ``target_atas``, a range. Where a
      table has all three, the range counts where ``target`` is empty.
    - ``realisasi``; or ``pembilang`` and ``penyebut``, of which it is the percentage.
      Where a row has both, its parts are used.
    - ``polaritas`` (``naik``, ``turun``, ``stabil``, ``rentang``); where it is empty, a
      range is ``rentang`` and a number ``naik``.
    - ``direncanakan``, a truth value: false gives the reason ``tidak_direncanakan``.
    - ``terburuk`` and ``terbaik``, the worst and the best realisasi there can be.
    - ``halangan``, the tag of a reason that is known beforehand, for what is no number
      in the document; it is kept, and the row gets no capaian.

    Only ``target`` (or the range) and ``realisasi`` (or its parts) are needed. Numbers
    may be whole, decimal or floating; a NaN is an empty cell, an infinite number the
    reason ``bukan_angka``. No other column is touched, and no row.

    Numbers are counted as Float64. Bands and rounding see a figure settled to ten
    decimals, so that they agree with the scalar engine where the inputs have at most
    15 digits and the figure is below 100.000 %; above 900.000 % none is rounded.

    Args:
        frame: A table of pandas, Polars (eager or lazy), PyArrow, DuckDB or PySpark.
        kebijakan: The convention.

    Returns:
        A table of the same kind with the columns ``capaian`` (in percent, not rounded
        unless the policy rounds the figure itself; null where there is no number),
        ``capaian_mentah`` (what the formula gave, before conversion, best value, cap,
        floor and rounding), ``alasan`` (the tag of the `Alasan` why there is no number;
        null where there is one), and where the policy has a scale ``predikat`` and
        ``warna``. A lazy table stays lazy.

    Raises:
        TipeError: It is no table, or a column holds another type than it should.
        TabelError: A needed column is not there.
        ModelError: A column that would be added is there already; a ``polaritas`` is
            none of the four (on a lazy table, whose rows can't be looked at, such a row
            gets the reason ``metode_tidak_ada``); or the policy asks for an error where
            a target is zero, which an expression can't raise.

    >>> import polars as pl
    >>> from sakip import SIPD
    >>> tabel = pl.DataFrame({"target": [95, 100, 0], "realisasi": [98, 80, 4], "polaritas": ["naik", "turun", "naik"]})
    >>> hasil = add_capaian(tabel, SIPD)
    >>> hasil["capaian"].round(2).to_list()
    [103.16, 125.0, None]
    >>> hasil["alasan"].to_list()
    [None, None, 'target_nol']
    """
    _check_policy(kebijakan)
    asal = to_frame(frame)
    kolom = Kolom(asal, PEMAKAI)
    tambahan = HASIL if kebijakan.skala is None else (*HASIL, *PITA)
    kolom.refuse(tambahan)
    kolom.require(TARGET, RENTANG)
    kolom.require(REALISASI, BAGIAN)
    masukan = read_masukan(kolom)
    hasil: T = nw.to_native(_run(asal, masukan, kebijakan).select(nw.col(*kolom.skema, *tambahan)))
    return hasil


def _check_policy(kebijakan: object) -> None:
    if not isinstance(kebijakan, Kebijakan):
        raise TipeError(type(kebijakan).__name__, "pass a Kebijakan, such as sakip.LKJIP")
    if kebijakan.target_nol is TargetNol.GALAT:
        harapan = "another target_nol (a table can't raise for one row; Kebijakan.capaian can)"
        raise ModelError(PEMAKAI, "kebijakan", f"{kebijakan.nama!r} with target_nol 'galat'", harapan)


def _run(asal: Bingkai, masukan: Masukan, kebijakan: Kebijakan) -> Bingkai:
    """The table with the columns added; Polars does it much faster when it sees all of it at once."""
    if isinstance(asal, nw.DataFrame) and asal.implementation.is_polars():
        return _add(asal.lazy(), masukan, kebijakan).lazy().collect()
    return _add(asal, masukan, kebijakan)


def _add(asal: Bingkai, masukan: Masukan, kebijakan: Kebijakan) -> Bingkai:
    """Lay out the rows, divide, and say what became of it."""
    papan = Papan(asal)
    baris = lay_out(papan, masukan)
    papan.put(pembilang=numerator(kebijakan, baris), penyebut=denominator(kebijakan, baris))
    mentah = raw_capaian(kebijakan, baris, papan.nilai("pembilang"), papan.nilai("penyebut"))
    hasil = papan.bingkai.with_columns(capaian_mentah=mentah)
    nilai = nw.col("capaian_mentah")
    hasil = hasil.with_columns(capaian=_converted(kebijakan, masukan, baris, nilai))
    hasil = _add_reason(hasil, kebijakan, masukan, baris)
    nilai = nw.col("capaian")
    if kebijakan.pembulatan is Pembulatan.HASIL:
        hasil = hasil.with_columns(capaian=round_column(nilai, kebijakan.digit))
    if kebijakan.batas_atas is not None or kebijakan.batas_bawah is not None:
        hasil = hasil.with_columns(capaian=bound_column(nilai, kebijakan))
    if kebijakan.skala is not None:
        hasil = add_texts(hasil, choose_band(nilai, kebijakan, kebijakan.skala))
    return hasil


def _add_reason(hasil: Bingkai, kebijakan: Kebijakan, masukan: Masukan, baris: Baris) -> Bingkai:
    """Say why a row has no number; what was known beforehand goes first."""
    reasons = [*input_reasons(masukan, baris), *formula_reasons(kebijakan, baris)]
    reachable = [(syarat, alasan.value) for syarat, alasan in reasons if syarat is not False]
    kondisi, tags = zip(*reachable, strict=True)
    hasil = add_texts(hasil, Teks(kondisi, {"alasan": tags}, within=nw.col("capaian_mentah").is_null()))
    if masukan.halangan is None:
        return hasil
    return hasil.with_columns(alasan=nw.coalesce(masukan.halangan, nw.col("alasan")))


def _converted(kebijakan: Kebijakan, masukan: Masukan, baris: Baris, nilai: nw.Expr) -> nw.Expr:
    """A figure after the conversion of its polaritas, or that of a best value that is reached."""
    pilihan: list[tuple[Syarat, nw.Expr]] = []
    if kebijakan.terbaik_tercapai is not None and masukan.terbaik is not NIHIL:
        best = every(
            negate(baris.rentang),
            baris.bawah == masukan.terbaik.nilai,
            meets(baris, baris.bawah),
            ~nilai.is_null(),
        )
        pilihan.append((best, nw.lit(float(kebijakan.terbaik_tercapai))))
    if kebijakan.konversi is not None:
        pilihan.append((baris.stabil, convert_column(nilai, kebijakan.konversi)))
    return pick(pilihan, nilai)
