"""Evidence as proposals: what each speaks to, and the answer that it proposes on a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

import attrs

from sakip.angka import KONTEKS
from sakip.lke._lembar import Kriteria, LembarLKE
from sakip.teks import render_tabel


@attrs.frozen
class Usulan:
    """One thing that a tree evidences.

    Attributes:
        kunci: What kind of evidence it is; criteria ask for it by this key, in ``bukti`` of `Kriteria`.
        perkara: What is asked, in Indonesian.
        dipenuhi: The ids of what fulfils it.
        kurang: The ids of what doesn't.
        berambang: Whether the share of what fulfils it proposes an answer. That of links across
            units does not: nobody asks that every node has one.

    >>> print(Usulan("berjenjang", "Punya pemilik", ("O1",), ("C1",)))
    Punya pemilik: 1 dari 2
    """

    kunci: str
    perkara: str
    dipenuhi: tuple[str, ...]
    kurang: tuple[str, ...]
    berambang: bool = True

    @property
    def banyak(self) -> int:
        """Of how many."""
        return len(self.dipenuhi) + len(self.kurang)

    @property
    def bagian(self) -> Decimal | None:
        """The share of what fulfils it, in percent; None where there is nothing to fulfil it."""
        if not self.banyak:
            return None
        return KONTEKS.divide(Decimal(100 * len(self.dipenuhi)), Decimal(self.banyak))

    def __str__(self) -> str:
        return f"{self.perkara}: {len(self.dipenuhi)} dari {self.banyak}"


@attrs.frozen
class UsulanJawaban:
    """The answer that a piece of evidence proposes for one criterion.

    Attributes:
        kriteria: The criterion.
        usulan: The evidence.
        jawaban: The answer; None where the evidence proposes none and the evaluator decides.

    >>> print(UsulanJawaban(Kriteria("1.b.5"), Usulan("smart", "Indikator terukur", ("IK1",), ()), "BB"))
    1.b.5 BB: Indikator terukur: 1 dari 1
    """

    kriteria: Kriteria
    usulan: Usulan
    jawaban: str | None

    def __str__(self) -> str:
        return f"{self.kriteria.id} {self.jawaban or '—'}: {self.usulan}"


def propose_jawaban(lembar: LembarLKE, usulan: Iterable[Usulan]) -> tuple[UsulanJawaban, ...]:
    """The criteria that evidence speaks to, each with the answer that it proposes.

    Proposals only: `fill_lke` takes them over where nobody has answered. A criterion with
    answers of its own, such as Y and T, gets no proposal, nor does any on a sheet that has
    no ``ambang``.

    Args:
        lembar: The sheet, whose criteria say by ``bukti`` what they ask for.
        usulan: The evidence, from `propose_bukti`.

    >>> from sakip.lke import LKE_NASIONAL
    >>> bukti = [Usulan("smart", "Indikator terukur", ("IK1", "IK2", "IK3"), ("IK4",))]
    >>> [str(item) for item in propose_jawaban(LKE_NASIONAL, bukti)]
    ['1.b.5 CC: Indikator terukur: 3 dari 4']
    """
    by_key = {item.kunci: item for item in usulan}
    return tuple(
        UsulanJawaban(kriteria, by_key[kriteria.bukti], _answer(lembar, kriteria, by_key[kriteria.bukti]))
        for kriteria in lembar.kriteria
        if kriteria.bukti in by_key
    )


def _answer(lembar: LembarLKE, kriteria: Kriteria, usulan: Usulan) -> str | None:
    share = usulan.bagian
    if share is None or lembar.ambang is None or kriteria.jawaban or not usulan.berambang:
        return None
    pita = lembar.ambang.pita_for(share)
    return None if pita is None else pita.label


def fill_lke(jawaban: Mapping[str, str], usulan: Iterable[UsulanJawaban]) -> dict[str, str]:
    """The answers of a sheet, with those that are proposed where nobody has answered.

    >>> usul = UsulanJawaban(Kriteria("1.b.5"), Usulan("smart", "Terukur", ("IK1",), ()), "BB")
    >>> fill_lke({"1.b.4": "A"}, [usul]), fill_lke({"1.b.5": "C"}, [usul])
    ({'1.b.4': 'A', '1.b.5': 'BB'}, {'1.b.5': 'C'})
    """
    proposed = {item.kriteria.id: item.jawaban for item in usulan if item.jawaban is not None}
    return {**jawaban, **{id: answer for id, answer in proposed.items() if id not in jawaban}}


def render_bukti(usulan: Iterable[Usulan | UsulanJawaban]) -> str:
    """The proposals as a table.

    >>> print(render_bukti([Usulan("berjenjang", "Punya pemilik", ("O1",), ("C1",))]).splitlines()[-1].split())
    ['—', '—', 'Punya', 'pemilik', '1', 'dari', '2', 'C1']
    """
    return render_tabel(
        ("Kriteria", "Usul", "Perkara", "Dipenuhi", "Yang kurang"),
        map(_cells, usulan),
        lebar=(0, 0, 48, 0, 40),
    )


def _cells(item: Usulan | UsulanJawaban) -> tuple[str, str, str, str, str]:
    kriteria, jawaban, usulan = (
        (item.kriteria.id, item.jawaban or "—", item.usulan)
        if isinstance(item, UsulanJawaban)
        else ("—", "—", item)
    )
    more = " …" if len(usulan.kurang) > _TAMPIL else ""
    shown = ", ".join(usulan.kurang[:_TAMPIL]) + more
    return kriteria, jawaban, usulan.perkara, f"{len(usulan.dipenuhi)} dari {usulan.banyak}", shown


_TAMPIL = 5
"""How many of those that are missing a table names."""
