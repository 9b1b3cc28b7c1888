"""The columns that are read: which there are, which are needed, what they may hold."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from numbers import Real
from typing import Any

import attrs

from sakip.errors import ModelError, TabelError, TipeError
from sakip.tabel._ekspresi import SEMENTARA, TANPA_NILAI, Bingkai, Syarat, is_number, known, only
from sakip.tabel._nw import nw


def to_frame(tabel: Any) -> Bingkai:
    """A table of any supported kind, as narwhals sees it.

    Raises:
        TipeError: It is no table.
        ModelError: Two of its columns have one name, or a name is taken that is needed.

    >>> to_frame([1, 2])
    Traceback (most recent call last):
    sakip.errors.TipeError: list is refused: pass a table of pandas, Polars, PyArrow, DuckDB or PySpark
    """
    found: Bingkai
    try:
        found = nw.from_native(tabel)
        names = [str(name) for name in found.collect_schema()]
    except TypeError:
        saran = "pass a table of pandas, Polars, PyArrow, DuckDB or PySpark"
        raise TipeError(type(tabel).__name__, saran) from None
    except nw.exceptions.DuplicateError:
        raise ModelError("tabel", "kolom", "given twice", "each name once") from None
    if taken := [name for name in names if name.startswith(SEMENTARA)]:
        raise ModelError("tabel", "kolom", repr(taken[0]), f"a name that does not begin with {SEMENTARA!r}")
    return found


@attrs.frozen
class Sel:
    """One column of numbers, as expressions.

    Attributes:
        nilai: The number as a Float64; null where there is none to compute with.
        kosong: Whether the cell holds nothing; a NaN is nothing.
        ganjil: Whether a cell that holds something may still be no number to
            compute with, such as an infinite one.
        bulat: Whether every number is whole.
    """

    nilai: nw.Expr
    kosong: Syarat
    ganjil: bool = False
    bulat: bool = False


NIHIL = Sel(TANPA_NILAI, kosong=True)
"""A column that is not there."""


@attrs.frozen
class Kolom:
    """The columns of a table, read by what they mean.

    Attributes:
        bingkai: The table.
        pemakai: The function that reads it, for its errors.
    """

    bingkai: Bingkai
    pemakai: str
    skema: dict[str, nw.dtypes.DType] = attrs.field(init=False)

    @skema.default
    def _read_skema(self) -> dict[str, nw.dtypes.DType]:
        found: dict[str, nw.dtypes.DType] = dict(self.bingkai.collect_schema())
        if self.bingkai.implementation.is_pandas_like():
            native: Any = nw.to_native(self.bingkai)
            return found | {name: nw.Object() for name in found if str(native[name].dtype) == "object"}
        return found

    def has(self, *nama: str) -> bool:
        """Whether the table has all of these columns."""
        return all(name in self.skema for name in nama)

    def require(self, *pilihan: tuple[str, ...]) -> None:
        """Refuse a table that has none of these sets of columns.

        Raises:
            TabelError: It names what was looked for and what is there.
        """
        if not any(self.has(*names) for names in pilihan):
            wanted = " or ".join(" and ".join(names) for names in pilihan)
            raise TabelError(self.pemakai, (wanted,), tuple(str(name) for name in self.skema))

    def refuse(self, nama: Iterable[str]) -> None:
        """Refuse a table that has a column already which would be written.

        Raises:
            ModelError: It has; nothing is overwritten, it may be what a document printed.
        """
        for name in nama:
            if name in self.skema:
                raise ModelError(self.pemakai, "tabel", f"one with a column {name!r}", "another name for it")

    def numbers(self, nama: str) -> Sel:
        """A column of numbers; of nothing where it is not there.

        Raises:
            TipeError: It holds something else.
        """
        if not self.has(nama) or self._is_void(nama, numeric=True):
            return NIHIL
        kind, kolom = self.skema[nama], nw.col(nama)
        if self._has_objects(nama):
            self._check_decimals(nama)
        elif not kind.is_numeric() and kind != nw.Unknown:
            raise self._wrong(nama, "numbers; read printed text with sakip.angka first")
        nilai = kolom if kind == nw.Float64 else kolom.cast(nw.Float64)
        if kind.is_float() or self._has_objects(nama):
            return Sel(only(is_number(nilai), nilai), nilai.is_null() | known(nilai.is_nan()), ganjil=True)
        return Sel(nilai, kolom.is_null(), bulat=kind.is_integer())

    def texts(self, nama: str) -> nw.Expr | None:
        """A column of text; None where it is not there.

        Raises:
            TipeError: It holds something else.
        """
        if not self.has(nama) or self._is_void(nama, numeric=False):
            return None
        kind = self.skema[nama]
        if kind == nw.String or self._has_objects(
            nama
        ):  # pandas kept all text as objects before its version 3
            return nw.col(nama)
        if kind in (nw.Categorical, nw.Enum, nw.Unknown) or isinstance(kind, nw.Enum):
            return nw.col(nama).cast(nw.String)
        raise self._wrong(nama, "text")

    def truths(self, nama: str) -> nw.Expr | None:
        """A column of truth values; None where it is not there.

        Raises:
            TipeError: It holds something else.
        """
        if not self.has(nama) or self._is_void(nama, numeric=False):
            return None
        kind = self.skema[nama]
        objects = self._has_objects(nama) and self._holds_truths(nama)  # pandas keeps True, False and None so
        if kind not in (nw.Boolean, nw.Unknown) and not objects:
            raise self._wrong(nama, "truth values")
        return nw.col(nama).cast(nw.Boolean) if kind == nw.Unknown else nw.col(nama)

    def _is_void(self, nama: str, *, numeric: bool) -> bool:
        """Whether it is a column without one value, whose type says nothing: pandas has no other word for it."""
        kind = self.skema[nama]
        telling = kind.is_numeric() if numeric else kind in (nw.String, nw.Boolean)
        return not telling and not isinstance(self.bingkai, nw.LazyFrame) and self.is_void(nama)

    def is_void(self, nama: str) -> bool:
        """Whether nothing is known to stand in a column: not one value, or a type that has none."""
        if isinstance(self.bingkai, nw.LazyFrame):
            return self.skema[nama] == nw.Unknown
        return bool(self.bingkai[nama].is_null().all())

    def _has_objects(self, nama: str) -> bool:
        """Whether pandas holds the column as Python objects, whose type says nothing."""
        return self.skema[nama] == nw.Object and self.bingkai.implementation.is_pandas_like()

    def _holds_truths(self, nama: str) -> bool:
        return all(isinstance(item, bool) for item in self._objects(nama))

    def _check_decimals(self, nama: str) -> None:
        """Refuse Python objects that are no numbers; `Decimal` values are."""
        for item in self._objects(nama):
            if isinstance(item, bool) or not isinstance(item, Real | Decimal):
                raise self._wrong(nama, "numbers")

    def _objects(self, nama: str) -> list[object]:
        """The Python objects of a column of pandas, but for those that are missing."""
        found: list[object] = nw.to_native(self.bingkai)[nama].dropna().tolist()
        return found

    def _wrong(self, nama: str, harapan: str) -> TipeError:
        return TipeError(
            str(self.skema[nama]), f"{self.pemakai} expects the column {nama!r} to hold {harapan}"
        )
