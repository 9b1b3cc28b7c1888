"""Changes put into force: on one value, and on a tree."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from sakip.banding._jalur import Jalur, Kunci, key_of
from sakip.banding._perubahan import JenisPerubahan, Perubahan, show_nilai
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
        raise BedaError(perubahan.tempat, "there is no such attribute", "bagian itu tidak dikenal")
    return attrs.evolve(nilai, **{step: _at(getattr(nilai, step), rest, perubahan)})


def _replace(nilai: Any, perubahan: Perubahan) -> Any:
    if perubahan.jenis is JenisPerubahan.DIURUTKAN:
        return _reorder(nilai, perubahan)
    check_sebelum(nilai, perubahan)
    return perubahan.sesudah


def check_sebelum(nilai: Any, perubahan: Perubahan) -> None:
    """Refuse a change that begins with something else than what stands there.

    Raises:
        BedaError: It does.

    >>> check_sebelum("Orang", Perubahan(JenisPerubahan.DIUBAH, ("satuan",), "%", "Unit"))
    Traceback (most recent call last):
    sakip.errors.BedaError: satuan: the change doesn't fit: 'Orang' stands there, not '%'
    """
    if nilai == perubahan.sebelum:
        return
    found, wanted = show_nilai(nilai), show_nilai(perubahan.sebelum)
    raise BedaError(
        perubahan.tempat,
        f"{nilai!r} stands there, not {perubahan.sebelum!r}",
        "isinya sudah berubah" if found == wanted else f'yang ada "{found}", bukan "{wanted}"',
    )


def _reorder(items: tuple[Any, ...], perubahan: Perubahan) -> tuple[Any, ...]:
    found = {key_of(item): item for item in items}
    if set(found) != set(perubahan.sesudah):
        raise BedaError(
            perubahan.tempat,
            "other items stand there than are put in order",
            "yang hendak diurutkan bukan yang ada di situ",
        )
    return tuple(found[key] for key in perubahan.sesudah)


def _at_item(items: tuple[Any, ...], kunci: Kunci, rest: Jalur, perubahan: Perubahan) -> tuple[Any, ...]:
    keys = [key_of(item) for item in items]
    if not rest and perubahan.jenis is JenisPerubahan.BARU:
        if kunci.nilai in keys:
            raise BedaError(perubahan.tempat, "it is there already", "sudah ada")
        return (*items, perubahan.sesudah)
    if kunci.nilai not in keys:
        raise BedaError(perubahan.tempat, "it is not there", "tidak ada")
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
