"""The periods of a year as one row, on a table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import add
from typing import Any, TypeVar

import attrs

from sakip.alasan import Alasan, Kekosongan
from sakip.errors import ModelError
from sakip.periode import JenisPeriode
from sakip.pilihan import to_enum
from sakip.rumus import Agregasi
from sakip.tabel._ekspresi import (
    KECIL,
    SEMENTARA,
    TANPA_NILAI,
    TANPA_TEKS,
    Bingkai,
    Syarat,
    either,
    every,
    known,
    negate,
    only,
    pick,
)
from sakip.tabel._kolom import NIHIL, Kolom, Sel, to_frame
from sakip.tabel._nw import nw

T = TypeVar("T")

PEMAKAI = "aggregate_periode"
TETAP = ("agregasi", "polaritas", "satuan", "bobot", "simpul", "terburuk", "terbaik")
"""What an indikator says of itself, and so is the same in all its rows."""

_PERSEN = ["%", "persen", "prosen", "persentase"]
_TELITI = 1e-9
_NOL, _SATU = nw.lit(0.0), nw.lit(1.0)
_SEBAGIAN, _NOL_DI_BAWAH = nw.lit(1.0), nw.lit(2.0)
"""Why a period can't be computed: a part of it is missing, or its denominator is zero."""


def aggregate_periode(
    frame: T,
    *,
    kunci: Sequence[str] = ("indikator", "tahun"),
    jenis: JenisPeriode | str = JenisPeriode.TRIWULAN,
    sampai: int | None = None,
    kosong: Kekosongan | str = Kekosongan.TOLAK,
) -> T:
    """The periods of a year as one row for each indikator, ready for `add_capaian`.

    What each row gets is what `sakip.compute_capaian` puts together from the periods
    of one kind. The columns that are read, by name:

    - ``ke``, which period of the year it is, from 1. Rows of other periods, such as those of
      the year itself, have no place here: filter them out first.
    - ``target`` and ``realisasi``, or ``pembilang`` and ``penyebut``. A cell
      without a number is no zero.
    - ``direncanakan``, a truth value: a period with a false one is not waited for; nor is one
      without a target where others of its year have one.
    - ``agregasi``: ``jumlah``, ``nilai_akhir``, ``rata_rata``, ``maksimum``, ``minimum`` or
      ``gabungan``. Where it is empty, rows whose parts are all known are
      ``gabungan``; any other year of several periods gets the reason
      ``agregasi_tidak_diketahui``.
    - ``halangan``, the tag of a reason why a period holds no number: it is that of the year.
    - ``satuan``: figures in percent, as those of parts are, are not added up, unless the
      targets of the year spread a hundred.

    Columns that an indikator has once (those two, ``polaritas``, ``bobot``, ``simpul``,
    ``terburuk``, ``terbaik``) are kept; any other is left behind.

    Args:
        frame: A table of pandas, Polars (eager or lazy), PyArrow, DuckDB or PySpark.
        kunci: The columns that name one indikator in one year.
        jenis: The kind of the periods: ``semester``, ``triwulan`` or ``bulan``.
        sampai: The last period that counts, for a cumulative figure; None takes the year.
        kosong: What is done where a planned period is not filled: ``tolak`` gives the
            reason ``periode_belum_lengkap``, ``lewati`` rests the figure on the others.

    Returns:
        A table of the same kind: *kunci*, the kept columns, ``target``, ``realisasi`` (and the
        summed parts where they were pooled), ``periode_terisi`` of ``periode_banyak``,
        and ``halangan``, the reason why there is nothing to compare. The order of
        the rows is not promised.

    Raises:
        TipeError: It is no table, or a column holds another type than it should.
        TabelError: A needed column is not there.
        ModelError: An unknown jenis or kosong; no such period; an indikator that says two
            things of itself. (On a lazy table, whose rows can't be looked at, a year with
            a period that there is not gets the reason ``di_luar_skala``, and such an
            indikator several rows.)

    >>> import polars as pl
    >>> tabel = pl.DataFrame({"indikator": ["A"] * 4, "tahun": [2025] * 4, "ke": [1, 2, 3, 4],
    ...                       "target": [4.0, 5.0, 4.0, 5.0], "realisasi": [4.0, 4.0, 4.0, 6.0]})
    >>> tabel = tabel.with_columns(agregasi=pl.lit("jumlah"))
    >>> tahun = aggregate_periode(tabel)
    >>> tahun["target"].to_list(), tahun["realisasi"].to_list(), tahun["periode_terisi"].to_list()
    ([18.0], [18.0], [4])
    >>> aggregate_periode(tabel, sampai=2)["target"].to_list()
    [9.0]
    """
    asal = to_frame(frame)
    kolom = Kolom(asal, PEMAKAI)
    kolom.require((*kunci, "ke"))
    kolom.require(("target",))
    kolom.require(("realisasi",), ("pembilang", "penyebut"))
    penuh, banyak = _count(jenis, sampai)
    gaps = to_enum(Kekosongan, kosong, PEMAKAI, "kosong")
    _check_ke(kolom, penuh)
    kept = [name for name in TETAP if kolom.has(name) and name not in kunci]
    bentuk = _Bentuk(kolom, penuh, banyak)
    made = _Tahun(bentuk, gaps).add(_pivot(asal, bentuk, [*kunci, *kept]))
    if _is_polars(asal):
        made = made.lazy().collect()
    if isinstance(made, nw.DataFrame):
        _check_once(made, kunci, kept)
    hasil: T = nw.to_native(made)
    return hasil


def _count(jenis: JenisPeriode | str, sampai: int | None) -> tuple[int, int]:
    """How many periods the year has, and how many of them count."""
    kind = to_enum(JenisPeriode, jenis, PEMAKAI, "jenis")
    many = 12 // kind.bulan if 0 < kind.bulan < 12 else 0
    if not many:
        raise ModelError(PEMAKAI, "jenis", repr(kind.value), "'semester', 'triwulan' or 'bulan'")
    if sampai is None:
        return many, many
    if type(sampai) is not int or not 1 <= sampai <= many:
        raise ModelError(PEMAKAI, "sampai", repr(sampai), f"a whole number from 1 to {many}")
    return many, sampai


def _is_polars(asal: Bingkai) -> bool:
    return isinstance(asal, nw.DataFrame) and asal.implementation.is_polars()


def _strange(kolom: Kolom, penuh: int) -> nw.Expr:
    """Whether a row names none of the periods of a year."""
    ke = kolom.numbers("ke").nilai
    return ~known(ke.is_in([float(k) for k in range(1, penuh + 1)]))


def _check_ke(kolom: Kolom, penuh: int) -> None:
    """Refuse a row of another period; its figures would be gone without a word."""
    if isinstance(kolom.bingkai, nw.LazyFrame):
        return
    marked = kolom.bingkai.with_columns(**_named(asing=_strange(kolom, penuh), ke=kolom.numbers("ke").nilai))
    for cell in marked.filter(_col("asing")).select(_col("ke"))[SEMENTARA + "ke"].to_list():
        shown = f"{cell:g}" if isinstance(cell, float) and cell == cell else "empty"  # noqa: PLR0124  # a NaN
        raise ModelError(PEMAKAI, "ke", shown, f"a whole number from 1 to {penuh}")


def _check_once(made: nw.DataFrame[Any], kunci: Sequence[str], tetap: Sequence[str]) -> None:
    """Refuse an indikator with two rows: it would be two half years."""
    many = made.group_by(*kunci).agg(nw.len().alias(SEMENTARA))
    twice = many.filter(nw.col(SEMENTARA) > 1)
    if len(twice):
        cells = {name: twice[name].to_list()[0] for name in kunci}
        raise ModelError(PEMAKAI, "tabel", f"of two minds on {cells}", f"one {', one '.join(tetap)}")


# --- from rows to cells: one row for each indikator, its periods side by side ---------------------


def _name(apa: str, ke: int) -> str:
    return f"{SEMENTARA}{apa}{ke}"


@attrs.frozen
class _Bentuk:
    """What kind of year it is.

    Attributes:
        kolom: The columns.
        penuh: How many periods the year has.
        banyak: How many of them count; the plan is known of all.
    """

    kolom: Kolom
    penuh: int
    banyak: int

    @property
    def berbagian(self) -> bool:
        """Whether there may be numerators and denominators."""
        return self.kolom.has("pembilang", "penyebut")

    @property
    def sel(self) -> tuple[tuple[str, int], ...]:
        """The cells of a year: what they hold, and for how many periods."""
        counted = ("r", "n", "b", "p", "q") if self.berbagian else ("r", "n")
        return ("t", self.penuh), ("d", self.penuh), *((name, self.banyak) for name in counted)


def _pivot(asal: Bingkai, bentuk: _Bentuk, keys: list[str]) -> Bingkai:
    """The periods side by side. One pass of plain aggregates, which streams on every engine."""
    rows = asal.lazy() if _is_polars(asal) else asal
    rows = rows.with_columns(**_cells(bentuk))
    ke = bentuk.kolom.numbers("ke").nilai
    spread = {
        _name(apa, k): only(known(ke == k), nw.col(SEMENTARA + apa))
        for apa, many in bentuk.sel
        for k in range(1, many + 1)
    }
    counts = known(ke <= bentuk.banyak)
    totals = {
        SEMENTARA + name: only(counts, nw.col(SEMENTARA + name)) for name in ("semua", "lengkap", "ganjil")
    }
    totals[SEMENTARA + "asing"] = pick([(_strange(bentuk.kolom, bentuk.penuh), _SATU)], _NOL)
    rows = rows.with_columns(**spread, **totals)
    hindered = bentuk.kolom.texts("halangan")
    known_before = {
        SEMENTARA + "tahu": TANPA_TEKS if hindered is None else pick([(counts, hindered)], TANPA_TEKS)
    }
    rows = rows.with_columns(**known_before)
    made: Bingkai = rows.group_by(keys).agg(
        *(nw.col(name).max() for name in (*spread, *known_before)), *(nw.col(name).sum() for name in totals)
    )
    return made


def _cells(bentuk: _Bentuk) -> dict[str, nw.Expr]:
    """What one period holds: target, realisasi, whether filled, whether left out of the plan, its parts."""
    kolom = bentuk.kolom
    target, realisasi = kolom.numbers("target"), kolom.numbers("realisasi")
    unplanned = kolom.truths("direncanakan")
    dash: Syarat = False if unplanned is None else known(unplanned == nw.lit(value=False))
    above = kolom.numbers("pembilang") if bentuk.berbagian else NIHIL
    below = kolom.numbers("penyebut") if bentuk.berbagian else NIHIL
    filled = either(*(negate(item.kosong) for item in (realisasi, above, below)))
    odd = either(*(_is_odd(item) for item in (target, realisasi, above, below)))
    cells = {
        "t": pick([(dash, TANPA_NILAI)], target.nilai),
        "r": realisasi.nilai,
        "d": only(dash, _SATU) if isinstance(dash, nw.Expr) else TANPA_NILAI,
        "n": only(filled, _SATU),
        "ganjil": pick([(odd, _SATU)], _NOL),
        "lengkap": _NOL,
    }
    if bentuk.berbagian:
        one, both = (
            either(negate(above.kosong), negate(below.kosong)),
            every(negate(above.kosong), negate(below.kosong)),
        )
        zero = every(both, known(below.nilai == 0))
        share = above.nilai * 100.0 / only(known(below.nilai.abs() > KECIL), below.nilai)
        cells |= {
            "r": pick([(one, share)], realisasi.nilai),
            "p": only(both, above.nilai),
            "q": only(both, below.nilai),
            "b": pick([(zero, _NOL_DI_BAWAH), (every(one, negate(both)), _SEBAGIAN)], TANPA_NILAI),
            "lengkap": pick([(both, _SATU)], _NOL),
        }
    cells["semua"] = pick([(filled, _SATU)], _NOL)
    return {SEMENTARA + name: cell for name, cell in cells.items()}


def _is_odd(sel: Sel) -> Syarat:
    """Whether a cell holds something that is no number to compute with."""
    return every(sel.ganjil, negate(sel.kosong), sel.nilai.is_null())


# --- from cells to a year -------------------------------------------------------------------------


@attrs.frozen
class _Tahun:
    """How the cells of a year become one row.

    Attributes:
        bentuk: What kind of year it is.
        kosong: What is done where a planned period is not filled.
    """

    bentuk: _Bentuk
    kosong: Kekosongan

    def add(self, wide: Bingkai) -> Bingkai:
        """Say what the year is, and what stands in its way."""
        filled, targets = self._there("n"), self._there("t")
        wide = wide.with_columns(
            **_named(
                isi=_count_true(filled),
                rencana=_count_true(self._window(targets)),
                setahun=_count_true(targets),
                strip=_count_true(self._window(self._there("d"))),
                bebas=_count_true([*targets, *self._there("d")]),
                ada=_count_true([one & two for one, two in zip(filled, targets, strict=False)]),
                ujung=_last_true(filled),
                gagal=nw.coalesce(*self._cells("b")) if self.bentuk.berbagian else TANPA_NILAI,
                gagal_ke=_first_true(self._there("b")) if self.bentuk.berbagian else _NOL,
            )
        )
        # Where the plan says nothing of any period, each was to be filled.
        waited = [~one & (two | (_col("bebas") == 0.0)) for one, two in zip(filled, targets, strict=False)]
        wide = wide.with_columns(
            **_named(
                bolong=_count_true(waited),
                celah=_last_true(waited),
                cara=self._way(),
                isi_gagal=_count_true([self._until(k) & there for k, there in enumerate(filled, start=1)]),
            )
        )
        wide = wide.with_columns(**_named(**self._marks()))
        wide = wide.with_columns(**_named(halangan=self._hindrance(), target=self._target()))
        return self._show(wide)

    def _show(self, wide: Bingkai) -> Bingkai:
        """The columns of the result."""
        ganda, gagal = _col("ganda"), ~_col("gagal").is_null()
        terisi = pick([(ganda, _NOL), (gagal, _col("isi_gagal"))], _col("isi"))
        banyak = pick([(ganda, _NOL), (gagal, _col("isi_gagal"))], _col("isi") + _col("bolong"))
        free = _col("halangan").is_null()
        parts = self._pooled_parts()
        made = {
            "target": _col("target"),
            "realisasi": only(free, self._reached(parts)),
            **{name: only(free, part) for name, part in parts.items()},
            "periode_terisi": terisi.cast(nw.Int64),
            "periode_banyak": banyak.cast(nw.Int64),
            "direncanakan": ~((_col("strip") > 0.0) & (_col("rencana") == 0.0)),
            "halangan": _col("halangan"),
        }
        if self.bentuk.kolom.has("agregasi"):
            made["agregasi"] = _col("cara")
        wide = wide.with_columns(**made)
        return wide.drop([name for name in wide.collect_schema() if name.startswith(SEMENTARA)])

    # --- the cells ---

    def _cells(self, apa: str) -> list[nw.Expr]:
        return [nw.col(_name(apa, k)) for k in range(1, dict(self.bentuk.sel)[apa] + 1)]

    def _window(self, cells: list[nw.Expr]) -> list[nw.Expr]:
        return cells[: self.bentuk.banyak]

    def _there(self, apa: str) -> list[nw.Expr]:
        return [~cell.is_null() for cell in self._cells(apa)]

    def _until(self, ke: int) -> nw.Expr:
        """Whether a period is not after the first that can't be computed."""
        return _col("gagal_ke") >= float(ke)

    # --- what the year is ---

    def _way(self) -> nw.Expr:
        """How the periods are put together: as stated, else pooled where all parts are known, else null."""
        stated = self.bentuk.kolom.texts("agregasi")
        every_part = (_col("lengkap") > 0.0) & (_col("lengkap") == _col("semua"))
        pooled = pick([(every_part, nw.lit(Agregasi.GABUNGAN.value))], TANPA_TEKS)
        return pooled if stated is None else nw.coalesce(stated, pooled)

    def _marks(self) -> dict[str, nw.Expr]:
        """Conditions that several columns rest on."""
        cara, isi, bolong = _col("cara"), _col("isi"), _col("bolong")
        adds = _is(Agregasi.JUMLAH)
        share, spread = self._in_percent(), self._spreads()
        marks = {
            "dikenal": known(cara.is_in([item.value for item in Agregasi])),
            "ganda": _col("semua") > isi,
            "persen_target": adds & share & ~spread,
            "persen": adds & ((share & ~spread) | ((_col("lengkap") > 0.0) & ~(share & spread))),
        }
        hole = (
            adds & (bolong > 0.0) & (isi > 0.0) if self.kosong is Kekosongan.LEWATI else nw.lit(value=False)
        )
        stopped = marks["ganda"] | ~_col("gagal").is_null() | (marks["persen"] & (isi > 1.0))
        return {
            **marks,
            "hampa": hole & (_col("ada") == 0.0),
            "sebagian": hole & (_col("ada") > 0.0) & ~stopped,
        }

    def _in_percent(self) -> nw.Expr:
        satuan = self.bentuk.kolom.texts("satuan")
        if satuan is None:
            return nw.lit(value=False)
        return known(satuan.str.to_lowercase().str.replace_all(" ", "", literal=True).is_in(_PERSEN))

    def _spreads(self) -> nw.Expr:
        """Whether the targets of all the year are shares of a hundred, as in the scalar engine."""
        cells = self._cells("t")
        adds = known((_total(cells) - 100.0).abs() <= _TELITI)
        level = (_col("setahun") == 2.0) & known(nw.max_horizontal(*cells) == nw.min_horizontal(*cells))
        return (_col("setahun") > 1.0) & adds & ~level & known(nw.coalesce(*reversed(cells)) != 100.0)

    # --- the values ---

    def _target(self) -> nw.Expr:
        """What was planned; of a sum with a hole, for the periods that were filled."""
        cells = self._window(self._cells("t"))
        filled = [only(there, cell) for there, cell in zip(self._there("n"), cells, strict=True)]
        unclear = (self._planned() > 1.0) & (~_col("dikenal") | _col("persen_target"))
        return only(~unclear, pick([(_col("sebagian"), _total(filled))], _fold(cells, _col("rencana"))))

    def _planned(self) -> nw.Expr:
        """How many targets the target is made of."""
        return pick([(_col("sebagian"), _col("ada"))], _col("rencana"))

    def _reached(self, parts: dict[str, nw.Expr]) -> nw.Expr:
        value = _fold(self._cells("r"), _col("isi"))
        if not parts:
            return value
        below = parts["penyebut"]
        share = parts["pembilang"] * 100.0 / only(known(below.abs() > KECIL), below)
        return pick([(~below.is_null(), share)], value)

    def _pooled_parts(self) -> dict[str, nw.Expr]:
        """The summed parts, where they were pooled; there may be none to sum."""
        if not self.bentuk.berbagian:
            return {}
        pooled = _is(Agregasi.GABUNGAN) & (_col("isi") > 0.0) & (_col("lengkap") == _col("semua"))
        return {
            "pembilang": only(pooled, _total(self._cells("p"))),
            "penyebut": only(pooled, _total(self._cells("q"))),
        }

    def _hindrance(self) -> nw.Expr:
        """Why the year has nothing to compare, in the order of the scalar engine; null where it has."""
        isi, rencana, bolong = _col("isi"), _col("rencana"), _col("bolong")
        several = self._planned() > 1.0
        gap: nw.Expr = nw.lit(value=False)
        if self.kosong is Kekosongan.TOLAK:
            gap = (bolong > 0.0) & ~(_is(Agregasi.NILAI_AKHIR) & (_col("celah") < _col("ujung")))
        reasons: list[tuple[nw.Expr, Alasan | None]] = [
            (_col("asing") > 0.0, Alasan.DI_LUAR_SKALA),
            (_col("ganjil") > 0.0, Alasan.BUKAN_ANGKA),
            (several & ~_col("dikenal"), Alasan.AGREGASI_TIDAK_DIKETAHUI),
            (several & _col("persen_target"), Alasan.PERSEN_DIJUMLAH),
            (rencana == 0.0, None),
            (_col("ganda"), Alasan.REALISASI_GANDA),
            (known(_col("gagal") == _SEBAGIAN), Alasan.BAGIAN_KURANG),
            (known(_col("gagal") == _NOL_DI_BAWAH), Alasan.PENYEBUT_NOL),
            ((isi == 0.0) | ((isi == 1.0) & (bolong == 0.0)), None),
            (~_col("dikenal"), Alasan.AGREGASI_TIDAK_DIKETAHUI),
            (gap, Alasan.PERIODE_BELUM_LENGKAP),
            (_is(Agregasi.GABUNGAN) & (_col("lengkap") < isi), Alasan.BAGIAN_KURANG),
            ((isi > 1.0) & _col("persen"), Alasan.PERSEN_DIJUMLAH),
            (_col("hampa"), Alasan.PERIODE_BELUM_LENGKAP),
        ]
        texts = [(when, TANPA_TEKS if why is None else nw.lit(why.value)) for when, why in reasons]
        return nw.coalesce(_col("tahu"), pick(texts, TANPA_TEKS))


def _col(nama: str) -> nw.Expr:
    return nw.col(SEMENTARA + nama)


def _named(**kolom: nw.Expr) -> dict[str, nw.Expr]:
    return {SEMENTARA + name: expression for name, expression in kolom.items()}


def _is(agregasi: Agregasi) -> nw.Expr:
    return known(_col("cara") == agregasi.value)


def _count_true(flags: Sequence[nw.Expr]) -> nw.Expr:
    return reduce(add, (pick([(flag, _SATU)], _NOL) for flag in flags))


def _first_true(flags: Sequence[nw.Expr]) -> nw.Expr:
    """The number of the first period for which a flag holds; 0 for none."""
    return pick([(flag, nw.lit(float(k))) for k, flag in enumerate(flags, start=1)], _NOL)


def _last_true(flags: Sequence[nw.Expr]) -> nw.Expr:
    """The number of the last one."""
    return pick([(flag, nw.lit(float(k))) for k, flag in reversed(list(enumerate(flags, start=1)))], _NOL)


def _total(cells: Sequence[nw.Expr]) -> nw.Expr:
    return reduce(add, (cell.fill_null(0.0) for cell in cells))


def _fold(cells: Sequence[nw.Expr], banyak: nw.Expr) -> nw.Expr:
    """The value of the year, of so many that there are; null where there is none."""
    last, total = nw.coalesce(*reversed(cells)), _total(cells)
    ways = [
        (_is(Agregasi.JUMLAH), total),
        (_is(Agregasi.RATA_RATA), total / pick([(banyak == 0.0, _SATU)], banyak)),
        (_is(Agregasi.MAKSIMUM), nw.max_horizontal(*cells)),
        (_is(Agregasi.MINIMUM), nw.min_horizontal(*cells)),
    ]
    return only(banyak > 0.0, pick([(banyak == 1.0, last), *ways], last))
