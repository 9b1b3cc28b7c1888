"""Whether what was handed down directly still makes the whole."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from sakip.angka import (
    KONTEKS,
    Angka,
    Batas,
    Isian,
    Kategori,
    Kosong,
    Rentang,
    Tanda,
    Tanggal,
    add_up,
    convert_satuan,
    format_angka,
    is_senilai,
)
from sakip.model import MURNI, Indikator, JenisRelasi, Target
from sakip.periode import Periode
from sakip.pohon import PohonKinerja
from sakip.temuan import JenisTemuan, Tempat, Temuan, Tingkat, register

_ACUAN = "PermenPANRB 8/2021: penurunan langsung"

PEMBAGIAN_TIDAK_PAS = register(
    JenisTemuan(
        "SKP020",
        Tingkat.KESALAHAN,
        "pembagian target tidak pas",
        "Target {periode} yang diturunkan berjumlah {bagian}, sedangkan target yang dibagi {induk}.",
        "Bagi ulang targetnya, atau perbaiki salah satunya.",
        _ACUAN,
    )
)
PEMBAGIAN_TIDAK_LENGKAP = register(
    JenisTemuan(
        "SKP025",
        Tingkat.PERINGATAN,
        "pembagian target tidak lengkap",
        "Target {periode} dibagi kepada {semua}, tetapi {kurang} tidak menyebut bagiannya yang dapat dijumlahkan.",
        "Isi target periode itu pada setiap penerima, dengan satuan yang sama.",
        _ACUAN,
    )
)
TARGET_SAMA_BERBEDA = register(
    JenisTemuan(
        "SKP026",
        Tingkat.KESALAHAN,
        "target indikator yang sama berbeda",
        "Indikator ini diturunkan utuh dari {asal}, tetapi targetnya {periode} {nilai}, di sana {induk}.",
        "Samakan targetnya, atau nyatakan sebagai penurunan tidak langsung.",
        _ACUAN,
    )
)


def check_pembagian(pohon: PohonKinerja) -> Iterator[Temuan]:
    """What was handed down directly and no longer agrees with where it comes from.

    Shares that don't make the whole, shares that are missing, shares of what has no target
    any more, and targets of the same indikator that differ. Where one of them has no target
    in a version of the plan, that in force beside it is taken.

    >>> list(check_pembagian(PohonKinerja("Dinas Contoh")))
    []
    """
    handed: dict[str, list[Indikator]] = {}
    for link in pohon.relasi:
        if not link.langsung:
            continue
        item, whole = pohon.indikator(link.dari.id), pohon.indikator(link.ke.id)
        if link.jenis is JenisRelasi.INDIKATOR_SAMA:
            for when in _times(whole, item):
                yield from _compare_whole(pohon, whole, item, when)
        else:
            handed.setdefault(whole.id, []).append(item)
    for id, parts in handed.items():
        whole = pohon.indikator(id)
        for when in _times(whole, *parts):
            yield from _compare_shares(pohon, whole, parts, when)


def _times(*indikator: Indikator) -> tuple[Target, ...]:
    """A target of each period and version that any of some indikator has one for."""
    found: dict[tuple[Periode, str], Target] = {}
    for item in indikator:
        for target in item.target:
            found.setdefault((target.periode, target.versi), target)
    return tuple(found.values())


def _value(item: Indikator, when: Target) -> Isian:
    """What an indikator plans for a period in a version, or else in the one in force beside it."""
    own = item.target_for(when.periode, when.versi) or item.target_for(when.periode, pada=when.berlaku)
    return _KOSONG if own is None else own.nilai


_KOSONG = Kosong()


def _told(nilai: Isian) -> str:
    return str(nilai) or "kosong"


def _said(when: Target) -> str:
    """A period, with the version where it is another than the first."""
    return str(when.periode) if when.versi == MURNI else f"{when.periode} ({when.versi})"


def _at(pohon: PohonKinerja, item: Indikator) -> Tempat:
    return Tempat(simpul=pohon.simpul_of(item.id).id, indikator=item.id, nama=item.nama)


def _compare_whole(pohon: PohonKinerja, whole: Indikator, item: Indikator, when: Target) -> Iterator[Temuan]:
    nilai, own = _value(whole, when), _value(item, when)
    if not is_senilai(nilai, own):
        yield TARGET_SAMA_BERBEDA.temuan(
            _at(pohon, item), asal=whole.id, periode=_said(when), nilai=_told(own), induk=_told(nilai)
        )


def _compare_shares(
    pohon: PohonKinerja, whole: Indikator, parts: Sequence[Indikator], when: Target
) -> Iterator[Temuan]:
    nilai = _value(whole, when)
    if isinstance(nilai, Kategori | Tanggal):
        for item in parts:  # everybody's, so that each has it whole
            yield from _compare_whole(pohon, whole, item, when)
        return
    shares = {item.id: _amount(_value(item, when), nilai, item, whole) for item in parts}
    missing = [id for id, share in shares.items() if share is None]
    given = [share for share in shares.values() if share is not None]
    if missing and isinstance(nilai, Angka):
        yield PEMBAGIAN_TIDAK_LENGKAP.temuan(
            _at(pohon, whole), periode=_said(when), semua=len(shares), kurang=", ".join(missing)
        )
    elif given and (not missing or isinstance(nilai, Kosong)) and not _holds(nilai, add_up(given)):
        yield PEMBAGIAN_TIDAK_PAS.temuan(
            _at(pohon, whole),
            periode=_said(when),
            bagian=format_angka(add_up(given)),
            induk=_told(nilai),
        )


def _holds(nilai: Isian, total: Decimal) -> bool:
    """Whether what shares make is what is planned for the whole; what can't be told holds."""
    match nilai:
        case Angka():
            return KONTEKS.compare(total, nilai.nilai) == 0
        case Batas():
            return _BANDING[nilai.tanda](total, nilai.nilai)
        case Rentang():
            return nilai.bawah <= total <= nilai.atas
        case _:
            return not isinstance(nilai, Kosong)


_BANDING: Mapping[Tanda, Callable[[Decimal, Decimal], bool]] = {
    Tanda.MINIMAL: operator.ge,
    Tanda.LEBIH: operator.gt,
    Tanda.MAKSIMAL: operator.le,
    Tanda.KURANG: operator.lt,
}


def _amount(share: Isian, whole: Isian, item: Indikator, induk: Indikator) -> Decimal | None:
    """A share in the unit of the whole; None where there is none that can be added."""
    if not isinstance(share, Angka):
        return None
    satuan = getattr(whole, "satuan", "") or induk.satuan
    return convert_satuan(share.nilai, share.satuan or item.satuan, satuan)
