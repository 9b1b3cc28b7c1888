"""Changes put into force: on one value, and on a tree."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from sakip.banding._jalur import Jalur, Kunci, key_of
from sakip.banding._perubahan import JenisPerubahan, Perubahan
from sakip.errors import BedaError


def apply_to_value(nilai: Any, perubahan: Perubahan) -> Any:
    """A value with one change put into force.

    Raises:
        BedaError: What the change begins with is not what stands there.

    >>> from sakip import Indikator
    >>> satu = Indikator(id="IK1", nama="Jumlah")
    >>> apply_to_value(satu, Perubahan(JenisPerubahan.DIUBAH, ("satuan",), "", "Orang")).satuan
    'Orang'
    """
    return _at(nilai, perubahan.jalur, perubahan)


def _at(nilai: Any, jalur: Jalur, perubahan: Perubahan) -> Any:
    if not jalur:
        return _replace(nilai, perubahan)
    step, rest = jalur[0], jalur[1:]
    if isinstance(step, Kunci):
        return _at_item(nilai, step, rest, perubahan)
    if not attrs.has(type(nilai)) or not hasattr(nilai, step):
        raise BedaError(perubahan.tempat, "there is no such attribute")
    return attrs.evolve(nilai, **{step: _at(getattr(nilai, step), rest, perubahan)})


def _replace(nilai: Any, perubahan: Perubahan) -> Any:
    if perubahan.jenis is JenisPerubahan.DIURUTKAN:
        return _reorder(nilai, perubahan)
    if nilai != perubahan.sebelum:
        raise BedaError(perubahan.tempat, f"{nilai!r} stands there, not {perubahan.sebelum!r}")
    return perubahan.sesudah


def _reorder(items: tuple[Any, ...], perubahan: Perubahan) -> tuple[Any, ...]:
    found = {key_of(item): item for item in items}
    if set(found) != set(perubahan.sesudah):
        raise BedaError(perubahan.tempat, "other items stand there than are put in order")
    return tuple(found[key] for key in perubahan.sesudah)


def _at_item(items: tuple[Any, ...], kunci: Kunci, rest: Jalur, perubahan: Perubahan) -> tuple[Any, ...]:
    keys = [key_of(item) for item in items]
    if not rest and perubahan.jenis is JenisPerubahan.BARU:
        if kunci.nilai in keys:
            raise BedaError(perubahan.tempat, "it is there already")
        return (*items, perubahan.sesudah)
    if kunci.nilai not in keys:
        raise BedaError(perubahan.tempat, "it is not there")
    place = keys.index(kunci.nilai)
    if not rest and perubahan.jenis is JenisPerubahan.HILANG:
        _replace(items[place], perubahan)
        return (*items[:place], *items[place + 1 :])
    return (*items[:place], _at(items[place], rest, perubahan), *items[place + 1 :])


def apply_all(nilai: Any, perubahan: Iterable[Perubahan]) -> Any:
    """A value with several changes put into force, one after the other.

    Raises:
        BedaError: One of them doesn't fit.

    >>> apply_all("sama", [])
    'sama'
    """
    for item in perubahan:
        nilai = apply_to_value(nilai, item)
    return nilai
