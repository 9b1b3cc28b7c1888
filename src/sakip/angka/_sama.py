"""Equality of values that may remember how they were printed."""

from __future__ import annotations

from functools import lru_cache

import attrs


class SamaTercetak:
    """The same meaning and the same print make two values equal, whether they were printed yet or not.

    So a number is equal to what is read back where it was written. What takes part are
    the fields that compare, and the text that stands, or would stand, on paper.

    >>> from sakip.angka import Angka, parse_nilai
    >>> Angka(1234567, "Orang") == parse_nilai("1.234.567 Orang"), Angka(5) == parse_nilai("5,0")
    (True, False)
    """

    __slots__ = ()

    def _cetak(self) -> str:
        """What stands, or would stand, on paper."""
        return str(self)

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__ or not isinstance(other, SamaTercetak):
            return NotImplemented
        return _isi(self) == _isi(other) and self._cetak() == other._cetak()

    def __hash__(self) -> int:
        return hash((_isi(self), self._cetak()))


def _isi(nilai: SamaTercetak) -> tuple[object, ...]:
    kelas: type = nilai.__class__
    return tuple(getattr(nilai, nama) for nama in _nama(kelas))


@lru_cache(maxsize=64)
def _nama(kelas: type) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(kelas) if field.eq)
