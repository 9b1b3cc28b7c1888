"""Whether documents that speak of the same indikator say the same: Renstra, IKU, PK, Rencana Aksi, LKjIP."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Protocol

import attrs

from sakip.angka import (
    Angka,
    Batas,
    Isian,
    Rasio,
    Rentang,
    clean_satuan,
    convert_satuan,
    is_senilai,
)
from sakip.bentuk import PerjanjianKinerja
from sakip.capaian import check_target_periode
from sakip.errors import ModelError
from sakip.kode import Kode
from sakip.model import NAMA_JENIS, Indikator, Komponen, Sasaran
from sakip.nomenklatur import words as plain_name
from sakip.periode import JenisPeriode
from sakip.pohon import PohonKinerja
from sakip.reviu._kata import words
from sakip.temuan import JenisTemuan, Tempat, Temuan, Tingkat, register

_ACUAN = "PermenPANRB 88/2021: keselarasan antardokumen; ambang selisih menurut praktik, dapat diatur"

INDIKATOR_HILANG = register(
    JenisTemuan(
        "SKP901",
        Tingkat.PERINGATAN,
        "indikator tidak ada di dokumen lain",
        'Indikator "{teks}" ada di {satu} dan tidak ada di {lain}.',
        "Samakan kedua dokumen, atau jelaskan perbedaannya.",
        _ACUAN,
    )
)
INDIKATOR_BERBUNYI_LAIN = register(
    JenisTemuan(
        "SKP902",
        Tingkat.PERINGATAN,
        "indikator berbunyi lain",
        'Indikator ini berbunyi "{satu_teks}" di {satu} dan "{lain_teks}" di {lain}, dipasangkan menurut {dasar}.',
        "Samakan bunyinya.",
        _ACUAN,
    )
)
SATUAN_TIDAK_SAMA = register(
    JenisTemuan(
        "SKP903",
        Tingkat.KESALAHAN,
        "satuan tidak sama antardokumen",
        'Satuan "{satu_teks}" di {satu}, "{lain_teks}" di {lain}.',
        "Samakan satuannya.",
        _ACUAN,
    )
)
TARGET_TIDAK_SAMA = register(
    JenisTemuan(
        "SKP904",
        Tingkat.KESALAHAN,
        "target tidak sama antardokumen",
        "Target {periode} {satu_teks} di {satu}, {lain_teks} di {lain}.",
        "Samakan targetnya; target perjanjian kinerja sama dengan target rencana tahun itu.",
        _ACUAN,
    )
)
PROGRAM_HILANG = register(
    JenisTemuan(
        "SKP905",
        Tingkat.PERINGATAN,
        "komponen tidak ada di dokumen lain",
        '{jenis} "{teks}" ada di {satu} dan tidak ada di {lain}.',
        "Samakan kedua dokumen.",
        _ACUAN,
    )
)
PEMILIK_TIDAK_SAMA = register(
    JenisTemuan(
        "SKP906",
        Tingkat.PERINGATAN,
        "pemilik tidak sama antardokumen",
        'Pemilik "{satu_teks}" di {satu}, "{lain_teks}" di {lain}.',
        "Samakan penanggung jawabnya.",
        _ACUAN,
    )
)


TRIWULAN_TIDAK_SAMA = register(
    JenisTemuan(
        "SKP907",
        Tingkat.KESALAHAN,
        "target triwulan tidak menjadi target dokumen lain",
        "Target {tahun} {tercetak} di {satu}, sedangkan target triwulannya di {lain} ({bagian}) {cara} {himpunan}.",
        "Bagi target tahun itu ke triwulannya sampai habis, atau samakan kedua dokumen.",
        _ACUAN,
    )
)


class BerPohon(Protocol):
    """A form that carries a tree.

    >>> PerjanjianKinerja().to_pohon().nama
    'perjanjian_kinerja'
    """

    def to_pohon(self) -> PohonKinerja: ...


@attrs.frozen
class _Baris:
    """One indikator of one document."""

    indikator: Indikator
    simpul: str
    pemilik: str


@attrs.frozen
class _Dokumen:
    """What is compared of one document."""

    nama: str
    baris: tuple[_Baris, ...]
    komponen: tuple[Komponen, ...]


def check_konsistensi(
    dokumen: Mapping[str, PohonKinerja | BerPohon],
    *,
    toleransi: Decimal | str | int = "0.0001",
    kemiripan: float = 0.85,
) -> tuple[Temuan, ...]:
    """What documents say differently of the same indikator.

    The first document is what the others are held against. Indikator are the same by their
    id; where that is not shared, by their name, the same or as like as is asked, and the
    finding says so. Components are the same by their code, or by their name without the word
    for their level. Targets are equal that are worth the same, such as a week and seven days.
    Only what both documents have is compared: a Perjanjian Kinerja speaks of its post alone,
    so what it lacks is no finding, but what it adds is. A Rencana Aksi that prints triwulan
    alone is held against the year of the first document.

    Args:
        dokumen: The documents by the name that findings call them: trees, or forms that carry one.
        toleransi: How far two targets of one period may be apart.
        kemiripan: From which likeness on two names are the same, of at most 1.

    Raises:
        ModelError: There are fewer than two documents.

    >>> from sakip import Indikator, Outcome
    >>> def dinas(target):
    ...     pohon = PohonKinerja("Dinas Contoh")
    ...     _ = pohon.add(Outcome("O1", indikator=[Indikator(id="IK1", nama="Jumlah", target={2025: target})]))
    ...     return pohon
    >>> for temuan in check_konsistensi({"Renstra": dinas("50"), "PK": dinas("45")}):
    ...     print(temuan.pesan)
    Target 2025 50 di Renstra, 45 di PK.
    """
    if len(dokumen) < 2:
        raise ModelError("check_konsistensi", "dokumen", str(len(dokumen)), "two documents or more")
    first, *others = (_extract(nama, item) for nama, item in dokumen.items())
    limit = Decimal(str(toleransi))
    return tuple(item for other in others for item in _compare(first, other, limit, kemiripan))


def _extract(nama: str, dokumen: PohonKinerja | BerPohon) -> _Dokumen:
    pohon = dokumen if isinstance(dokumen, PohonKinerja) else dokumen.to_pohon()
    promised = dokumen.pihak_pertama if isinstance(dokumen, PerjanjianKinerja) else ""
    rows = []
    for simpul in pohon:
        owner = pohon.owner(simpul.id)
        rows += [
            _Baris(item, simpul.id, promised or (owner.nama if owner else item.penanggung_jawab))
            for item in simpul.indikator
        ]
    parts = tuple(item for item in pohon if isinstance(item, Komponen) and words(item.nama))
    return _Dokumen(nama, tuple(rows), parts)


def _compare(satu: _Dokumen, lain: _Dokumen, toleransi: Decimal, kemiripan: float) -> Iterator[Temuan]:
    by_id = {row.indikator.id: row for row in satu.baris}
    by_name = {words(row.indikator.nama): row for row in satu.baris}
    for row in lain.baris:
        item = row.indikator
        found, dasar = by_id.get(item.id), "id"
        if found is None or not _alike(found.indikator.nama, item.nama, kemiripan):
            found, dasar = by_name.get(words(item.nama)), "nama"
        if found is None:
            found, dasar = _nearest(item, satu.baris, kemiripan), "kemiripan nama"
        if found is None:
            yield INDIKATOR_HILANG.temuan(_at(row), teks=item.nama, satu=lain.nama, lain=satu.nama)
        else:
            yield from _compare_rows(found, row, satu.nama, lain.nama, dasar, toleransi)
    yield from _absent(satu, lain)


def _absent(satu: _Dokumen, lain: _Dokumen) -> Iterator[Temuan]:
    """The components of the one document that the other has neither by code nor by name."""
    known = {mark for part in satu.komponen for mark in _marks(part)}
    told: set[str] = set()
    for part in lain.komponen if satu.komponen else ():
        if known.isdisjoint(_marks(part)) and words(part.nama) not in told:
            told.add(words(part.nama))
            place = Tempat(simpul=part.id, nama=part.label)
            yield PROGRAM_HILANG.temuan(
                place, jenis=NAMA_JENIS[part.jenis], teks=part.nama, satu=lain.nama, lain=satu.nama
            )


def _marks(komponen: Komponen) -> Iterator[object]:
    """What a component is known by: its code, and its name without the word for its level."""
    if isinstance(komponen.kode, Kode):
        yield komponen.kode
    yield plain_name(komponen.nama)


def _alike(satu: str, lain: str, kemiripan: float) -> bool:
    return difflib.SequenceMatcher(None, words(satu), words(lain), autojunk=False).ratio() >= kemiripan


def _nearest(item: Indikator, rows: tuple[_Baris, ...], kemiripan: float) -> _Baris | None:
    matcher = difflib.SequenceMatcher(b=words(item.nama), autojunk=False)
    best, found = kemiripan, None
    for row in rows:
        matcher.set_seq1(words(row.indikator.nama))
        if matcher.quick_ratio() >= best and (score := matcher.ratio()) >= best:
            best, found = score, row
    return found


def _compare_rows(
    satu: _Baris, lain: _Baris, nama: str, nama_lain: str, dasar: str, toleransi: Decimal
) -> Iterator[Temuan]:
    one, other = satu.indikator, lain.indikator
    said = {"satu": nama, "lain": nama_lain}
    if words(one.nama) != words(other.nama):
        yield INDIKATOR_BERBUNYI_LAIN.temuan(
            _at(lain), satu_teks=one.nama, lain_teks=other.nama, dasar=dasar, **said
        )
    units = _unit(one), _unit(other)
    if all(units) and clean_satuan(units[0]) != clean_satuan(units[1]):
        yield SATUAN_TIDAK_SAMA.temuan(_at(lain), satu_teks=units[0], lain_teks=units[1], **said)
    for target in other.target:
        plan = one.target_for(target.periode)
        if plan is None:
            continue
        if not _same(_valued(plan.nilai, one), _valued(target.nilai, other), toleransi):
            yield TARGET_TIDAK_SAMA.temuan(
                _at(lain),
                periode=str(target.periode),
                satu_teks=str(plan.nilai) or "kosong",
                lain_teks=str(target.nilai) or "kosong",
                **said,
            )
    yield from _compare_parts(satu, lain, said)
    if satu.pemilik and lain.pemilik and words(satu.pemilik) != words(lain.pemilik):
        yield PEMILIK_TIDAK_SAMA.temuan(_at(lain), satu_teks=satu.pemilik, lain_teks=lain.pemilik, **said)


def _unit(item: Indikator) -> str:
    """The unit of an indikator, or else of its first target that prints one."""
    return item.satuan or next(filter(None, (getattr(row.nilai, "satuan", "") for row in item.target)), "")


def _compare_parts(satu: _Baris, lain: _Baris, said: Mapping[str, str]) -> Iterator[Temuan]:
    """Triwulan of the one document against the year of the other, as those of one plan would be."""
    plan = [row for row in satu.indikator.target if row.periode.jenis is JenisPeriode.TAHUN]
    own = {row.periode.tahun for row in lain.indikator.target if row.periode.jenis is JenisPeriode.TAHUN}
    years = [row for row in plan if row.periode.tahun not in own]
    parts = [row for row in lain.indikator.target if row.periode.jenis is not JenisPeriode.TAHUN]
    if not years or not parts:
        return
    pohon = PohonKinerja("", jenis="bebas")
    pohon.add(Sasaran("S", indikator=attrs.evolve(lain.indikator, target=[*years, *parts])))
    for found in check_target_periode(pohon):
        yield TRIWULAN_TIDAK_SAMA.temuan(_at(lain), **dict(found.parameter), **said)


def _same(satu: Isian, lain: Isian, toleransi: Decimal) -> bool:
    """Whether two targets are worth the same; units that are none of each other's are told by themselves."""
    if convert_satuan(Decimal(0), getattr(satu, "satuan", ""), getattr(lain, "satuan", "")) is None:
        satu, lain = _with_unit(satu, ""), _with_unit(lain, "")
    return is_senilai(satu, lain, toleransi)


def _with_unit(nilai: Isian, satuan: str) -> Isian:
    return attrs.evolve(nilai, satuan=satuan) if isinstance(nilai, Angka | Batas | Rentang | Rasio) else nilai


def _valued(nilai: Isian, item: Indikator) -> Isian:
    """A target with the unit that it prints, or else its indikator's."""
    return nilai if getattr(nilai, "satuan", "") else _with_unit(nilai, item.satuan)


def _at(baris: _Baris) -> Tempat:
    return Tempat(simpul=baris.simpul, indikator=baris.indikator.id, nama=baris.indikator.nama)
