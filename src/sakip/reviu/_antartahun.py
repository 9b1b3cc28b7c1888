"""Whether a plan stays the same plan over its years: indikator utama renamed, dropped, added, targets made easier."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping

import attrs

from sakip.errors import ModelError
from sakip.model import CSF, Indikator, Outcome, Sasaran, Tujuan
from sakip.pohon import PohonKinerja
from sakip.reviu._kata import words
from sakip.reviu._target import is_easier
from sakip.temuan import JenisTemuan, Tempat, Temuan, Tingkat, register

_ACUAN = "praktik evaluasi AKIP: indikator utama tidak sering berganti dalam satu periode rencana"

IKU_BERGANTI_NAMA = register(
    JenisTemuan(
        "SKP908",
        Tingkat.PERINGATAN,
        "indikator utama berganti nama",
        "Indikator utama ini berganti bunyi {kali} kali: {bunyi}.",
        "Pertahankan bunyinya sepanjang periode rencana, atau jelaskan penggantiannya.",
        _ACUAN,
    )
)
IKU_BERGANTI = register(
    JenisTemuan(
        "SKP909",
        Tingkat.PERINGATAN,
        "indikator utama bertambah atau hilang",
        'Indikator utama "{teks}" {keadaan} pada {tahun}.',
        "Jelaskan penggantiannya, supaya capaian antartahun tetap dapat dibandingkan.",
        _ACUAN,
    )
)
TARGET_DIPERLUNAK = register(
    JenisTemuan(
        "SKP910",
        Tingkat.PERINGATAN,
        "target diperlunak",
        "Target {periode} {satu_teks} menurut {satu}, tinggal {lain_teks} menurut {lain}.",
        "Pertahankan targetnya, atau jelaskan mengapa diperlunak.",
        "praktik evaluasi AKIP: target menantang",
    )
)


@attrs.frozen
class _Utama:
    """An indikator utama of one year, with the id of its node."""

    indikator: Indikator
    simpul: str

    @property
    def tempat(self) -> Tempat:
        return Tempat(simpul=self.simpul, indikator=self.indikator.id, nama=self.indikator.nama)


def check_antartahun(pohon: Mapping[str, PohonKinerja]) -> tuple[Temuan, ...]:
    """What becomes of the indikator utama of a plan from year to year.

    Indikator utama are those marked ``iku``; where none is, those of outcome, CSF, tujuan
    and sasaran. They are the same by their id, else by their ``referensi``, else where a
    node loses one and gains one.

    Args:
        pohon: The trees by what findings call them, such as the year, from the first to the last.

    Raises:
        ModelError: There are fewer than two trees.

    >>> from sakip import Indikator, Sasaran
    >>> def dinas(nama):
    ...     pohon = PohonKinerja("Dinas Contoh")
    ...     _ = pohon.add(Sasaran("S1", indikator=[Indikator(id="IK1", nama=nama, iku=True)]))
    ...     return pohon
    >>> for temuan in check_antartahun({"2024": dinas("Indeks layanan"), "2025": dinas("Nilai layanan")}):
    ...     print(temuan.pesan)
    Indikator utama ini berganti bunyi 1 kali: "Indeks layanan" (2024), "Nilai layanan" (2025).
    """
    if len(pohon) < 2:
        raise ModelError("check_antartahun", "pohon", str(len(pohon)), "two trees or more")
    found: list[Temuan] = []
    names: dict[str, list[tuple[str, _Utama]]] = {}
    for (tahun, tree), (lain, other) in itertools.pairwise(pohon.items()):
        before, after = _of(tree), _of(other)
        pairs = _pair(before, after)
        for old, new in pairs.items():
            line = names.pop(old, None) or [(tahun, before[old])]
            names[new] = [*line, (lain, after[new])]
        found += _replaced(before, after, pairs, lain)
        found += _eased(before, after, pairs, (tahun, lain))
    return (*(item for line in names.values() for item in _renamed(line)), *found)


def _of(pohon: PohonKinerja) -> dict[str, _Utama]:
    """The indikator utama of a tree by their id."""
    every = [_Utama(item, simpul.id) for simpul in pohon for item in simpul.indikator]
    marked = [row for row in every if row.indikator.iku]
    chosen = marked or [
        row for row in every if isinstance(pohon[row.simpul], Outcome | CSF | Tujuan | Sasaran)
    ]
    return {row.indikator.id: row for row in chosen}


def _pair(before: Mapping[str, _Utama], after: Mapping[str, _Utama]) -> dict[str, str]:
    """Which indikator of the one year is which of the next, by id."""
    pairs = {id: id for id in before if id in after}
    gone = {id: row for id, row in before.items() if id not in after}
    fresh = {id: row for id, row in after.items() if id not in before}
    for mark in (_by_reference, _by_place):
        left: dict[str, list[str]] = {}
        for id, row in fresh.items():
            left.setdefault(mark(row), []).append(id)
        for id, row in list(gone.items()):
            same = left.get(mark(row), []) if mark(row) else []
            if len(same) == 1:
                pairs[id] = same.pop()
                del gone[id], fresh[pairs[id]]
    return pairs


def _by_reference(row: _Utama) -> str:
    return row.indikator.referensi


def _by_place(row: _Utama) -> str:
    return row.simpul


def _replaced(
    before: Mapping[str, _Utama], after: Mapping[str, _Utama], pairs: Mapping[str, str], tahun: str
) -> Iterator[Temuan]:
    for id, row in before.items():
        if id not in pairs:
            yield IKU_BERGANTI.temuan(
                row.tempat, teks=row.indikator.nama, keadaan="tidak ada lagi", tahun=tahun
            )
    known = set(pairs.values())
    for id, row in after.items():
        if id not in known:
            yield IKU_BERGANTI.temuan(row.tempat, teks=row.indikator.nama, keadaan="baru ada", tahun=tahun)


def _renamed(line: list[tuple[str, _Utama]]) -> Iterator[Temuan]:
    """A finding where the wording of an indikator changed on its way through the years."""
    told = [line[0]]
    told += [new for old, new in itertools.pairwise(line) if _name(old[1]) != _name(new[1])]
    if len(told) > 1:
        wordings = ", ".join(f'"{row.indikator.nama}" ({tahun})' for tahun, row in told)
        yield IKU_BERGANTI_NAMA.temuan(line[-1][1].tempat, kali=len(told) - 1, bunyi=wordings)


def _name(row: _Utama) -> str:
    return words(row.indikator.nama)


def _eased(
    before: Mapping[str, _Utama],
    after: Mapping[str, _Utama],
    pairs: Mapping[str, str],
    tahun: tuple[str, str],
) -> Iterator[Temuan]:
    """Targets of one period that ask for less than they did."""
    for old, new in pairs.items():
        first, second = before[old].indikator, after[new].indikator
        for when in dict.fromkeys(row.periode for row in second.target):
            was, now = first.target_for(when), second.target_for(when)
            if was is not None and now is not None and is_easier(second, now.nilai, was.nilai):
                yield TARGET_DIPERLUNAK.temuan(
                    after[new].tempat,
                    periode=str(when),
                    satu=tahun[0],
                    satu_teks=str(was),
                    lain=tahun[1],
                    lain_teks=str(now),
                )
