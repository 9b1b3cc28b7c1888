"""Handing an indikator down, directly or indirectly; the way of it stands on the link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeAlias

import attrs

from sakip.angka import (
    KONTEKS,
    Angka,
    Kategori,
    Kosong,
    Tanggal,
    add_up,
    clean_satuan,
    format_angka,
    parse_nilai,
)
from sakip.errors import ModelError
from sakip.model import (
    CARA_LANGSUNG,
    AnySimpul,
    Indikator,
    JenisRelasi,
    JenisUjung,
    Komponen,
    Relasi,
    Target,
    Ujung,
)
from sakip.penjenjangan._bagi import Angkalike, divide_target
from sakip.periode import Periode, to_periode
from sakip.pohon import PohonKinerja

CARA_TIDAK_LANGSUNG = ("dipersempit", "antara")
"""How an indikator is handed down indirectly: by one of a narrower scope, or by an intermediate result."""

SAMA = "sama"
PAGU = "pagu"
"""The column of `read_bobot` that is the money planned for a component."""

Kepada: TypeAlias = Sequence[str] | Mapping[str, Angkalike] | Mapping[str, Mapping[Any, Angkalike]]
"""Whom an indikator is handed down to: alone, with weights, or with their shares of each period."""


def hand_down(
    pohon: PohonKinerja, indikator: str, kepada: Kepada, *, cara: str = "beban", desimal: int = 0
) -> PohonKinerja:
    """A copy of a tree in which an indikator is handed down directly.

    Each node gets the indikator under an id of its own, with its share of every target that
    is a number, and a relasi that says so, with its weight. Given to one node it is the same
    indikator. What is no amount, such as a predicate, is handed down as it is. The shares are
    no IKU and have no baseline: those are the whole's.

    Args:
        pohon: The tree; it stays as it is.
        indikator: The id of the indikator.
        kepada: The nodes that it is handed down to: alone, for equal shares; with weights,
            which `read_bobot` takes from a column; or with the shares themselves, by period.
        cara: By what the target is divided: ``aspek``, ``wilayah``, ``beban``; or ``sama``.
        desimal: How many decimals a share may have.

    Raises:
        ModelError: There is no such way, or nobody to hand it down to; shares given by number
            don't make the whole, or some are not given; a target is a percentage, a range or
            a bound, which weights can't divide.
        TidakAdaError: There is no such indikator or node.
        PohonError: A node has it already.

    Acuan: PermenPANRB 8/2021, on direct cascading.

    >>> from sakip import CSF, Outcome
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> pohon.add_many([(Outcome("O1", indikator=[Indikator(id="IK1", nama="Jumlah", target={2025: "10 ton"})]), None),
    ...     (CSF("C1"), "O1"), (CSF("C2"), "O1")])
    >>> turun = hand_down(pohon, "IK1", ["C1", "C2"])
    >>> [str(turun.indikator(id).target[0]) for id in ("IK1@C1", "IK1@C2")]
    ['5 ton', '5 ton']
    >>> turun = hand_down(pohon, "IK1", {"C1": {2025: 7}, "C2": {2025: 3}}, cara="wilayah")
    >>> [str(turun.indikator(id).target[0]) for id in ("IK1@C1", "IK1@C2")]
    ['7 ton', '3 ton']
    """
    _check_cara(cara, CARA_LANGSUNG)
    item, names = pohon.indikator(indikator), list(kepada)
    if not names or (cara == SAMA and len(names) > 1):
        raise ModelError("hand_down", "kepada", repr(names), "one node or, unless cara is 'sama', several")
    if len(names) == 1:
        return _attach(pohon, item, {names[0]: _own(item, names[0])}, SAMA, {})
    shares = [_share(target, item, kepada, desimal) for target in item.target]
    made = {
        name: attrs.evolve(
            _own(item, name), baseline=None, terburuk=None, terbaik=None, target=[row[name] for row in shares]
        )
        for name in names
    }
    return _attach(pohon, item, made, cara, _weights(kepada))


def _check_cara(cara: str, ways: Sequence[str]) -> None:
    if cara not in ways:
        raise ModelError("hand_down", "cara", repr(cara), f"one of {', '.join(map(repr, ways))}")


def _own(item: Indikator, simpul: str) -> Indikator:
    """The indikator as a node has it that it was handed down to."""
    return attrs.evolve(item, id=f"{item.id}@{simpul}", iku=False)


def _weights(kepada: Kepada) -> dict[str, Angkalike]:
    """The weights that stand on the links; shares given by number have none beside themselves."""
    if not isinstance(kepada, Mapping):
        return dict.fromkeys(kepada, 1)
    return {name: value for name, value in kepada.items() if not isinstance(value, Mapping)}


def _attach(
    pohon: PohonKinerja,
    item: Indikator,
    made: Mapping[str, Indikator],
    cara: str,
    bobot: Mapping[str, Angkalike],
) -> PohonKinerja:
    """A copy of a tree in which nodes have indikator that are linked to the one they come from."""
    jenis = JenisRelasi.INDIKATOR_SAMA if cara == SAMA else JenisRelasi.INDIKATOR_TURUNAN
    found = pohon.copy()
    for name, own in made.items():
        node = found[name]
        if own not in node.indikator:
            found.replace(attrs.evolve(node, indikator=(*node.indikator, own)))
        found.add_relasi(
            Relasi(
                jenis=jenis,
                dari=Ujung(JenisUjung.INDIKATOR, own.id),
                ke=Ujung(JenisUjung.INDIKATOR, item.id),
                peran=cara,
                bobot=bobot.get(name),
            )
        )
    return found


def _share(target: Target, item: Indikator, kepada: Kepada, desimal: int) -> dict[str, Target]:
    """The share of each in one target; a predicate, a day, or a dash is everybody's."""
    nilai = target.nilai
    if isinstance(nilai, Kategori | Kosong | Tanggal):
        return dict.fromkeys(kepada, target)
    if not isinstance(nilai, Angka):
        raise ModelError("hand_down", f"target {target.periode}", str(nilai), "an amount")
    shares = _given(target, nilai, kepada) if _is_given(kepada) else None
    if shares is None:
        if "%" in {clean_satuan(nilai.satuan), clean_satuan(item.satuan)}:
            raise ModelError(
                "hand_down",
                f"target {target.periode}",
                str(nilai),
                "an amount, or the shares by number, since weights divide no percentage,",
            )
        shares = divide_target(nilai.nilai, _weights(kepada), desimal=desimal)
    return {name: attrs.evolve(target, nilai=Angka(share, nilai.satuan)) for name, share in shares.items()}


def _is_given(kepada: Kepada) -> bool:
    return isinstance(kepada, Mapping) and any(isinstance(item, Mapping) for item in kepada.values())


def _given(target: Target, nilai: Angka, kepada: Any) -> dict[str, Decimal]:
    """Shares given by number, if they make the whole."""
    shares = {name: _read_share(target.periode, name, rows) for name, rows in kepada.items()}
    total = add_up(shares.values())
    if KONTEKS.compare(total, nilai.nilai) != 0:
        raise ModelError(
            "hand_down",
            f"kepada {target.periode}",
            format_angka(total),
            f"shares that make {format_angka(nilai.nilai)}",
        )
    return shares


def _read_share(periode: Periode, name: str, rows: object) -> Decimal:
    given = {to_periode(when): share for when, share in rows.items()} if isinstance(rows, Mapping) else {}
    if periode not in given:
        raise ModelError("hand_down", f"kepada {name}", repr(rows), f"a share for {periode}")
    return _amount(given[periode], f"kepada {name}")


def _amount(nilai: Angkalike, tempat: str) -> Decimal:
    isian = parse_nilai(nilai) if isinstance(nilai, str) else Angka(nilai)
    if not isinstance(isian, Angka):
        raise ModelError("hand_down", tempat, repr(nilai), "a number")
    return isian.nilai


def read_bobot(
    pohon: PohonKinerja, simpul: Sequence[str], kolom: str, periode: Periode | int | str | None = None
) -> dict[str, Decimal]:
    """Weights by another column: what a further cell of each node says, or its money.

    Args:
        pohon: The tree.
        simpul: The nodes.
        kolom: The header of a further cell of theirs (``lain``), such as ``Jumlah penduduk``; or
            ``pagu``, the money planned for them.
        periode: The year of the money.

    Raises:
        ModelError: A node has no such cell, or it holds no number.
        TidakAdaError: There is no such node.

    >>> from sakip import CSF, Outcome
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> pohon.add_many([(Outcome("O1"), None), (CSF("C1", lain={"Penduduk": "1.200 jiwa"}), "O1"),
    ...     (CSF("C2", lain={"Penduduk": "800 jiwa"}), "O1")])
    >>> divide_target(10, read_bobot(pohon, ["C1", "C2"], "Penduduk"))
    {'C1': Decimal('6'), 'C2': Decimal('4')}
    """
    return {id: _read_cell(pohon[id], kolom, periode) for id in simpul}


def _read_cell(simpul: AnySimpul, kolom: str, periode: Periode | int | str | None) -> Decimal:
    if kolom == PAGU and isinstance(simpul, Komponen) and periode is not None:
        pagu = simpul.pagu_for(periode)
        if pagu is not None and pagu.jumlah is not None:
            return Decimal(pagu.jumlah)
    cell = dict(simpul.lain).get(kolom)
    if cell is None:
        raise ModelError("read_bobot", simpul.id, repr(kolom), "a column that the node has a number in,")
    return _amount(cell, f"{simpul.id} {kolom}")


def hand_down_indirectly(
    pohon: PohonKinerja, indikator: str, kepada: Mapping[str, Indikator], *, cara: str = "antara"
) -> PohonKinerja:
    """A copy of a tree in which nodes answer to an indikator with one of their own.

    Nothing is divided and nothing adds up: each has its own measure, of a narrower scope or
    of an intermediate result, and counts by itself.

    Args:
        pohon: The tree; it stays as it is.
        indikator: The id of the indikator.
        kepada: For each node its own indikator, which it may have already.
        cara: ``dipersempit`` or ``antara``.

    Raises:
        ModelError: There is no such way, or nobody to hand it down to.
        TidakAdaError: There is no such indikator or node.
        PohonError: The id of an indikator is taken by another one.

    Acuan: PermenPANRB 8/2021 names indirect cascading; the two ways of it are as commonly described.

    >>> from sakip import CSF, Outcome
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> pohon.add_many([(Outcome("O1", indikator=[Indikator(id="IK1", nama="Indeks kesejahteraan")]), None), (CSF("C1"), "O1")])
    >>> turun = hand_down_indirectly(pohon, "IK1", {"C1": Indikator(id="IK2", nama="Persentase PPKS yang mandiri")})
    >>> [(relasi.peran, relasi.langsung) for relasi in turun.relasi]
    [('antara', False)]
    """
    _check_cara(cara, CARA_TIDAK_LANGSUNG)
    if not kepada:
        raise ModelError("hand_down_indirectly", "kepada", repr(kepada), "somebody to hand it down to")
    return _attach(pohon, pohon.indikator(indikator), kepada, cara, {})
