"""Scoring an evaluation sheet."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import attrs

from sakip.angka import KONTEKS, add_up, format_angka, round_half_up
from sakip.berkas import Rekaman
from sakip.errors import ModelError, TidakAdaError
from sakip.lke._lembar import LembarLKE, SubKomponen
from sakip.skala import Pita
from sakip.teks import Tampilan, render_html, render_tabel


@attrs.frozen
class NilaiSub:
    """The score of one part.

    Attributes:
        sub: The part.
        nilai: Its points; None where a criterion is not answered, or it has none.
        terjawab: How many of its criteria are answered.
        dibatasi: The criteria that scored no more than those they are compared with, though
            their own answer is worth more.

    >>> NilaiSub(SubKomponen("1.a", "Keberadaan", 6), None, 0).terjawab
    0
    """

    sub: SubKomponen
    nilai: Decimal | None
    terjawab: int
    dibatasi: tuple[str, ...] = ()


@attrs.frozen
class NilaiLKE(Tampilan, Rekaman):
    """The score of a sheet.

    Attributes:
        lembar: The sheet.
        sub: The score of each part.

    >>> from sakip.lke import LKE_NASIONAL
    >>> hasil = NilaiLKE.of(LKE_NASIONAL, {})
    >>> hasil.nilai is None, hasil.cakupan[0]
    (True, 0)
    """

    lembar: LembarLKE
    sub: tuple[NilaiSub, ...]

    @classmethod
    def of(cls, lembar: LembarLKE, jawaban: Mapping[str, str]) -> NilaiLKE:
        """Score a sheet; use `score_lke`."""
        worth = _worths(lembar, jawaban)
        return cls(lembar, tuple(_score(part, worth, _limit(lembar, worth)) for part in lembar.sub))

    @property
    def nilai(self) -> Decimal | None:
        """The total of a hundred; None while a criterion is not answered, for that is not a zero."""
        scores = [item.nilai for item in self.sub]
        return None if None in scores else add_up(item for item in scores if item is not None)

    @property
    def pita(self) -> Pita | None:
        """The predicate; the lower bounds of AKIP are exclusive, so 90 is A and not AA."""
        return None if self.nilai is None else self.lembar.skala.pita_for(self.nilai)

    @property
    def cakupan(self) -> tuple[int, int]:
        """How many criteria are answered, of how many."""
        return sum(item.terjawab for item in self.sub), len(self.lembar.kriteria)

    def _rows(self) -> list[tuple[str, ...]]:
        rows = [
            (
                item.sub.id,
                item.sub.nama,
                format_angka(item.sub.bobot),
                _show(item.nilai),
                f"{item.terjawab} dari {len(item.sub.kriteria)}",
            )
            for item in self.sub
        ]
        total = "" if self.pita is None else self.pita.label
        answered, all_of_them = self.cakupan
        return [
            *rows,
            (
                "",
                f"Jumlah {total}".strip(),
                format_angka(self.lembar.bobot),
                _show(self.nilai),
                f"{answered} dari {all_of_them}",
            ),
        ]

    def to_records(self) -> list[dict[str, object]]:
        """One record for each part."""
        return [
            {
                "id": item.sub.id,
                "nama": item.sub.nama,
                "bobot": item.sub.bobot,
                "nilai": item.nilai,
                "terjawab": item.terjawab,
                "dibatasi": "; ".join(item.dibatasi),
            }
            for item in self.sub
        ]

    def __str__(self) -> str:
        return render_tabel(_KEPALA, self._rows())

    def _repr_html_(self) -> str:
        return render_html(_KEPALA, self._rows())


_KEPALA = ("Id", "Komponen", "Bobot", "Nilai", "Kriteria terjawab")


def _show(nilai: Decimal | None) -> str:
    return "—" if nilai is None else format_angka(round_half_up(nilai, 2))


def score_lke(lembar: LembarLKE, jawaban: Mapping[str, str]) -> NilaiLKE:
    """The score of a sheet by its answers.

    A part gives Σ (worth × weight) ÷ Σ weight of its points. A criterion without an answer
    leaves its part, and so the total, without a number: it is not a zero. One that is compared
    with others scores no more than the lowest of those that are answered.

    Args:
        lembar: The sheet.
        jawaban: For each criterion, by its id, the answer, such as ``BB``.

    Raises:
        TidakAdaError: There is no such criterion.
        ModelError: There is no such answer on the sheet.

    Acuan: PermenPANRB 88/2021.

    >>> from sakip.lke import LKE_NASIONAL
    >>> hasil = score_lke(LKE_NASIONAL, {item.id: "BB" for item in LKE_NASIONAL.kriteria})
    >>> hasil.nilai, hasil.pita.label
    (Decimal('80.00'), 'BB')
    """
    return NilaiLKE.of(lembar, jawaban)


def _worths(lembar: LembarLKE, jawaban: Mapping[str, str]) -> dict[str, Decimal]:
    """What each answer that was given is worth."""
    known = {item.id: item for item in lembar.kriteria}
    found: dict[str, Decimal] = {}
    for id, answer in jawaban.items():
        if id not in known:
            raise TidakAdaError("kriteria", id, lembar.nama)
        answers = lembar.jawaban_for(known[id])
        worth = {name.casefold(): value for name, value in answers.items()}.get(answer.casefold())
        if worth is None:
            raise ModelError("score_lke", f"jawaban {id}", repr(answer), f"one of {', '.join(answers)}")
        found[id] = worth
    return found


def _limit(lembar: LembarLKE, worth: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """What each criterion scores, none above those that it is compared with; these have no circle."""
    found: dict[str, Decimal] = {}
    waiting = [item for item in lembar.kriteria if item.id in worth]
    while waiting:
        later = []
        for item in waiting:
            others = [other for other in item.pembanding if other in worth]
            if all(other in found for other in others):
                found[item.id] = min([worth[item.id], *(found[other] for other in others)])
            else:
                later.append(item)
        waiting = later
    return found


def _score(part: SubKomponen, worth: Mapping[str, Decimal], scored: Mapping[str, Decimal]) -> NilaiSub:
    rows = [(item.bobot, scored[item.id]) for item in part.kriteria if item.id in scored]
    held = tuple(item.id for item in part.kriteria if item.id in scored and scored[item.id] < worth[item.id])
    if not rows or len(rows) < len(part.kriteria):
        return NilaiSub(part, None, len(rows), held)
    total = add_up(weight for weight, _ in rows)
    if not total:
        raise ModelError("score_lke", f"bobot {part.id}", "0", "criteria of which one has a weight")
    points = add_up(KONTEKS.multiply(weight, value) for weight, value in rows)
    share = KONTEKS.divide(points, KONTEKS.multiply(total, Decimal(100)))
    return NilaiSub(part, KONTEKS.multiply(share, part.bobot), len(rows), held)
