"""Handing an indikator down, directly or indirectly, and whether the shares still make the whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

import attrs

from sakip.angka import KONTEKS, Angka, format_angka
from sakip.errors import ModelError
from sakip.model import Indikator, JenisRelasi, JenisUjung, Relasi, Target, Ujung
from sakip.penjenjangan._bagi import Angkalike, divide_target
from sakip.pohon import PohonKinerja
from sakip.temuan import JenisTemuan, Tempat, Temuan, Tingkat, register

PEMBAGIAN_TIDAK_PAS = register(
    JenisTemuan(
        "SKP020",
        Tingkat.KESALAHAN,
        "pembagian target tidak pas",
        "Target {periode} yang diturunkan berjumlah {bagian}, sedangkan target yang dibagi {induk}.",
        "Bagi ulang targetnya, atau perbaiki salah satunya.",
        "PermenPANRB 8/2021: penurunan langsung membagi target",
    )
)

CARA = ("aspek", "wilayah", "beban", "sama")
"""How an indikator is handed down directly: its target divided by aspect, region or load, or whole to one."""


def hand_down(
    pohon: PohonKinerja,
    indikator: str,
    kepada: Mapping[str, Angkalike] | Sequence[str],
    *,
    cara: str = "beban",
    desimal: int = 0,
) -> PohonKinerja:
    """A copy of a tree in which an indikator is handed down directly.

    Each node gets the indikator under an id of its own, with its share of every target that
    is a number, and a relasi that says so, with its weight. Given to one node it is the same
    indikator. What is no number, such as a predicate, is handed down as it is.

    Args:
        pohon: The tree; it stays as it is.
        indikator: The id of the indikator.
        kepada: The nodes that it is handed down to, with their weights, or alone for equal shares.
        cara: By what the target is divided: ``aspek``, ``wilayah``, ``beban``; or ``sama``.
        desimal: How many decimals a share may have.

    Raises:
        ModelError: There is no such way, or nobody to hand it down to.
        TidakAdaError: There is no such indikator or node.

    Acuan: PermenPANRB 8/2021, on direct cascading.

    >>> from sakip import CSF, Outcome
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> pohon.add_many([(Outcome("O1", indikator=[Indikator(id="IK1", nama="Jumlah", target={2025: "10 ton"})]), None),
    ...     (CSF("C1"), "O1"), (CSF("C2"), "O1")])
    >>> turun = hand_down(pohon, "IK1", ["C1", "C2"])
    >>> [str(turun.indikator(id).target[0]) for id in ("IK1@C1", "IK1@C2")]
    ['5 ton', '5 ton']
    """
    if cara not in CARA:
        raise ModelError("hand_down", "cara", repr(cara), f"one of {', '.join(map(repr, CARA))}")
    item = pohon.indikator(indikator)
    names = list(kepada)
    weights = dict(kepada) if isinstance(kepada, Mapping) else dict.fromkeys(names, 1)
    same = cara == "sama" or len(names) == 1
    shares = {target: _divide(target, weights, desimal) for target in item.target} if not same else {}
    found = pohon.copy()
    for name in names:
        own = attrs.evolve(
            item,
            id=f"{item.id}@{name}",
            target=[shares[target][name] if shares.get(target) else target for target in item.target],
        )
        found.replace(attrs.evolve(found[name], indikator=(*found[name].indikator, own)))
        found.add_relasi(
            _link(
                item,
                own,
                JenisRelasi.INDIKATOR_SAMA if same else JenisRelasi.INDIKATOR_TURUNAN,
                cara,
                None if same else weights[name],
            )
        )
    return found


def _link(item: Indikator, own: Indikator, jenis: JenisRelasi, cara: str, bobot: Angkalike | None) -> Relasi:
    return Relasi(
        jenis=jenis,
        dari=Ujung(JenisUjung.INDIKATOR, own.id),
        ke=Ujung(JenisUjung.INDIKATOR, item.id),
        peran=cara,
        bobot=bobot,
    )


def _divide(target: Target, bobot: Mapping[str, Angkalike], desimal: int) -> dict[str, Target]:
    """The share of each in one target; nothing where it is no number."""
    if not isinstance(target.nilai, Angka):
        return {}
    shares = divide_target(target.nilai.nilai, bobot, desimal=desimal)
    return {
        name: attrs.evolve(target, nilai=Angka(share, target.nilai.satuan)) for name, share in shares.items()
    }


def check_pembagian(pohon: PohonKinerja) -> Iterator[Temuan]:
    """Targets that were divided and whose shares no longer make the whole.

    >>> list(check_pembagian(PohonKinerja("Dinas Contoh")))
    []
    """
    handed: dict[str, list[Indikator]] = {}
    for item in pohon.relasi:
        if item.jenis is JenisRelasi.INDIKATOR_TURUNAN and item.peran in CARA:
            handed.setdefault(item.ke.id, []).append(pohon.indikator(item.dari.id))
    for id, parts in handed.items():
        whole = pohon.indikator(id)
        for target in whole.target:
            yield from _compare(pohon, whole, target, parts)


def _compare(
    pohon: PohonKinerja, whole: Indikator, target: Target, parts: Sequence[Indikator]
) -> Iterator[Temuan]:
    shares = [item.target_for(target.periode, target.versi) for item in parts]
    numbers = [share.nilai.nilai for share in shares if share is not None and isinstance(share.nilai, Angka)]
    if not isinstance(target.nilai, Angka) or not numbers:
        return
    total = sum(numbers, Decimal(0))
    if KONTEKS.compare(total, target.nilai.nilai) != 0:
        node = pohon.simpul_of(whole.id)
        yield PEMBAGIAN_TIDAK_PAS.temuan(
            Tempat(simpul=node.id, indikator=whole.id, nama=whole.nama),
            periode=str(target.periode),
            bagian=format_angka(total),
            induk=str(target.nilai),
        )
