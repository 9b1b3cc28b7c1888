"""Trees held against an official list."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from sakip.kode import Kode
from sakip.model import Komponen
from sakip.nomenklatur._daftar import BarisNomenklatur, Nomenklatur, words
from sakip.pohon import PohonKinerja
from sakip.temuan import JenisTemuan, Tempat, Temuan, Tingkat, register

_ACUAN = "Permendagri 90/2019 dan pemutakhirannya: klasifikasi, kodefikasi, dan nomenklatur"

KODE_TIDAK_DIKENAL = register(
    JenisTemuan(
        "SKP811",
        Tingkat.KESALAHAN,
        "kode tidak ada dalam daftar nomenklatur",
        "Kode {kode} tidak ada dalam daftar nomenklatur{pengganti}.",
        "Pakai kode yang berlaku.",
        _ACUAN,
    )
)
NAMA_BERBEDA = register(
    JenisTemuan(
        "SKP812",
        Tingkat.PERINGATAN,
        "nama berbeda dari nomenklatur",
        'Kode {kode} bernama resmi "{resmi}", di sini "{teks}".',
        "Samakan namanya dengan nomenklatur.",
        _ACUAN,
    )
)
INDIKATOR_BERBEDA = register(
    JenisTemuan(
        "SKP813",
        Tingkat.SARAN,
        "indikator berbeda dari nomenklatur",
        'Indikator resmi kode {kode} ialah "{resmi}"; tidak ada indikator simpul ini yang berbunyi demikian.',
        "Pakai indikator nomenklatur, atau catat alasannya.",
        _ACUAN,
    )
)
SATUAN_BERBEDA = register(
    JenisTemuan(
        "SKP814",
        Tingkat.PERINGATAN,
        "satuan berbeda dari nomenklatur",
        'Satuan resmi kode {kode} ialah "{resmi}", di sini "{teks}".',
        "Pakai satuan nomenklatur.",
        _ACUAN,
    )
)
WEWENANG_BERBEDA = register(
    JenisTemuan(
        "SKP815",
        Tingkat.KESALAHAN,
        "kode milik pemerintah daerah lain",
        "Kode {kode} ada dalam daftar {ada}, bukan {harapan}.",
        "Pakai kode untuk jenis pemerintah daerah ini.",
        _ACUAN,
    )
)


def check_nomenklatur(
    pohon: PohonKinerja, nomenklatur: Nomenklatur, jenis_pemda: str = ""
) -> Iterator[Temuan]:
    """What of a tree differs from the official list.

    A program or kegiatan that the list has no row for, but rows below, is known by its code.

    Args:
        pohon: The tree.
        nomenklatur: The list.
        jenis_pemda: The kind of government, as the list calls it; empty compares with all.

    >>> from sakip import Program
    >>> daftar = Nomenklatur([BarisNomenklatur(kode=Kode.parse("1.06.04"), nama="Program Rehabilitasi Sosial")])
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Program("P1", kode="1.06.05", nama="Perlindungan"))
    >>> [temuan.kode for temuan in check_nomenklatur(pohon, daftar)]
    ['SKP811']
    """
    for simpul in pohon:
        if isinstance(simpul, Komponen) and isinstance(simpul.kode, Kode):
            yield from _check(simpul, simpul.kode, nomenklatur, jenis_pemda)


def _check(simpul: Komponen, kode: Kode, nomenklatur: Nomenklatur, jenis_pemda: str) -> Iterator[Temuan]:
    place = Tempat(simpul=simpul.id, nama=simpul.label)
    row = nomenklatur.find(kode, jenis_pemda, simpul.nama)
    if row is None:
        if not nomenklatur.covers(kode, jenis_pemda):
            yield _unknown(place, kode, nomenklatur, jenis_pemda)
        return
    if row.nama and simpul.nama.strip() and words(row.nama) != words(simpul.nama):
        yield NAMA_BERBEDA.temuan(place, kode=str(kode), resmi=row.nama, teks=simpul.nama)
    same = [item for item in simpul.indikator if words(item.nama) == words(row.indikator)]
    if row.indikator and simpul.indikator and not same:
        yield INDIKATOR_BERBEDA.temuan(place, kode=str(kode), resmi=row.indikator)
    for item in same:
        if row.satuan and item.satuan and words(item.satuan) != words(row.satuan):
            where = attrs.evolve(place, indikator=item.id, nama=item.nama)
            yield SATUAN_BERBEDA.temuan(where, kode=str(kode), resmi=row.satuan, teks=item.satuan)


def _unknown(place: Tempat, kode: Kode, nomenklatur: Nomenklatur, jenis_pemda: str) -> Temuan:
    if others := nomenklatur.elsewhere(kode):
        return WEWENANG_BERBEDA.temuan(place, kode=str(kode), ada=", ".join(others), harapan=jenis_pemda)
    new = nomenklatur.replaced_by(kode, jenis_pemda)
    said = f"; digantikan {', '.join(str(row.kode) for row in new)}" if new else ""
    return KODE_TIDAK_DIKENAL.temuan(place, kode=str(kode), pengganti=said)


def propose_kode(
    pohon: PohonKinerja, nomenklatur: Nomenklatur, jenis_pemda: str = "", *, terbanyak: int = 3
) -> tuple[tuple[Komponen, tuple[tuple[BarisNomenklatur, float], ...]], ...]:
    """Codes for the components of a tree that have none, by their names.

    Where a component above has a code, only what lies below that is proposed, and what every
    bidang has (``X.XX``) with the bidang of that code. Nothing is changed.

    Args:
        pohon: The tree.
        nomenklatur: The list.
        jenis_pemda: The kind of government, as the list calls it; empty for all.
        terbanyak: How many rows at most for each, the likest first.

    >>> from sakip import Program
    >>> daftar = Nomenklatur([BarisNomenklatur(kode=Kode.parse("1.06.04"), nama="Program Rehabilitasi Sosial")])
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Program("P1", nama="Rehabilitasi Sosial"))
    >>> [(simpul.id, [str(row.kode) for row, _ in rows]) for simpul, rows in propose_kode(pohon, daftar)]
    [('P1', ['1.06.04'])]
    """
    found = []
    for simpul in pohon:
        if isinstance(simpul, Komponen) and simpul.kode is None and simpul.nama.strip():
            above = _code_above(pohon, simpul.id)
            rows = nomenklatur.propose(
                simpul.nama,
                jenis_pemda=jenis_pemda,
                panjang=_PANJANG.get(simpul.jenis, 0),
                terbanyak=terbanyak,
                di_bawah=above,
            )
            found.append((simpul, tuple((_bound(row, above), mirip) for row, mirip in rows)))
    return tuple(found)


def _bound(row: BarisNomenklatur, atas: Kode | None) -> BarisNomenklatur:
    if atas is None or not row.kode.is_placeholder or atas.is_placeholder or len(atas.segmen) < 2:
        return row
    return attrs.evolve(row, kode=row.kode.bind(Kode(atas.segmen[:2])))


_PANJANG = {"program": 3, "kegiatan": 5, "sub_kegiatan": 6}
"""How many segments the code of a component has."""


def _code_above(pohon: PohonKinerja, id: str) -> Kode | None:
    codes = (getattr(item, "kode", None) for item in pohon.ancestors(id))
    return next((kode for kode in codes if isinstance(kode, Kode)), None)
