"""Whether what was handed down directly still makes the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from sakip.angka import KONTEKS, Angka, convert_satuan, format_angka
from sakip.model import Indikator, JenisRelasi, Target
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
        "Indikator ini diturunkan utuh dari {asal}, tetapi target {periode}-nya {nilai}, di sana {induk}.",
        "Samakan targetnya, atau nyatakan sebagai penurunan tidak langsung.",
        _ACUAN,
    )
)


def check_pembagian(pohon: PohonKinerja) -> Iterator[Temuan]:
    """What was handed down directly and no longer agrees with where it comes from.

    Shares that don't make the whole, shares that are missing, and targets of the same
    indikator that differ.

    >>> list(check_pembagian(PohonKinerja("Dinas Contoh")))
    []
    """
    handed: dict[str, list[Indikator]] = {}
    for link in pohon.relasi:
        if not link.langsung:
            continue
        item, whole = pohon.indikator(link.dari.id), pohon.indikator(link.ke.id)
        if link.jenis is JenisRelasi.INDIKATOR_SAMA:
            yield from _compare_same(pohon, item, whole)
        else:
            handed.setdefault(whole.id, []).append(item)
    for id, parts in handed.items():
        whole = pohon.indikator(id)
        for target in whole.target:
            yield from _compare(pohon, whole, target, parts)


def _at(pohon: PohonKinerja, item: Indikator) -> Tempat:
    return Tempat(simpul=pohon.simpul_of(item.id).id, indikator=item.id, nama=item.nama)


def _compare_same(pohon: PohonKinerja, item: Indikator, whole: Indikator) -> Iterator[Temuan]:
    for target in whole.target:
        own = item.target_for(target.periode, target.versi)
        if own is not None and own.nilai != target.nilai:
            yield TARGET_SAMA_BERBEDA.temuan(
                _at(pohon, item),
                asal=whole.id,
                periode=str(target.periode),
                nilai=str(own),
                induk=str(target),
            )


def _compare(
    pohon: PohonKinerja, whole: Indikator, target: Target, parts: Sequence[Indikator]
) -> Iterator[Temuan]:
    if not isinstance(target.nilai, Angka):
        return
    shares = {item.id: _amount(item, target, target.nilai, whole) for item in parts}
    missing = [id for id, share in shares.items() if share is None]
    if missing:
        yield PEMBAGIAN_TIDAK_LENGKAP.temuan(
            _at(pohon, whole), periode=str(target.periode), semua=len(shares), kurang=", ".join(missing)
        )
        return
    total = Decimal(0)
    for share in shares.values():
        total = KONTEKS.add(total, share or Decimal(0))
    if KONTEKS.compare(total, target.nilai.nilai) != 0:
        yield PEMBAGIAN_TIDAK_PAS.temuan(
            _at(pohon, whole),
            periode=str(target.periode),
            bagian=format_angka(total),
            induk=str(target.nilai),
        )


def _amount(item: Indikator, target: Target, whole: Angka, induk: Indikator) -> Decimal | None:
    """The share of one, in the unit of the whole; None where there is none that can be added."""
    share = item.target_for(target.periode, target.versi)
    if share is None or not isinstance(share.nilai, Angka):
        return None
    return convert_satuan(share.nilai.nilai, share.nilai.satuan or item.satuan, whole.satuan or induk.satuan)
