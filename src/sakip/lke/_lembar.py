"""The evaluation sheet as data: components, parts, criteria, weights, the scale of answers."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import attrs

from sakip.angka import add_up, to_decimal
from sakip.errors import ModelError
from sakip.periksa import check_a, check_id, check_items, check_text, to_texts, to_tuple
from sakip.skala import Skala


def _to_jawaban(value: Any) -> tuple[tuple[str, Decimal], ...]:
    rows = value.items() if isinstance(value, Mapping) else value
    return tuple((name, to_decimal(number)) for name, number in rows)


@attrs.frozen
class Kriteria:
    """One criterion.

    Attributes:
        id: Its number, such as ``1.a.1``.
        uraian: What it asks; the sheet of the user's has the wording.
        bobot: Its weight within its part; all equal by default.
        jawaban: The answers that it takes, with what each is worth, where they are others than
            the sheet's, such as Y and T.
        pembanding: The ids of criteria that it may not score above (kontrol kerangka logis).
        bukti: What a tree evidences for it, by the key of an `Usulan`; empty where nothing does.

    >>> Kriteria("1.a.1").bobot
    Decimal('1')
    """

    id: str = attrs.field(validator=check_id)
    uraian: str = attrs.field(default="", validator=check_text)
    bobot: Decimal = attrs.field(default=Decimal(1), converter=to_decimal)
    jawaban: tuple[tuple[str, Decimal], ...] = attrs.field(default=(), converter=_to_jawaban)
    pembanding: tuple[str, ...] = attrs.field(
        default=(), converter=to_texts, validator=check_items(str, "a text")
    )
    bukti: str = attrs.field(default="", validator=check_text)


@attrs.frozen
class SubKomponen:
    """A part of a component: keberadaan, kualitas, pemanfaatan.

    Attributes:
        id: Its number, such as ``1.a``.
        nama: What it is called.
        bobot: The points that it gives at most.
        kriteria: Its criteria.

    >>> SubKomponen("1.a", "Keberadaan", 6).bobot
    Decimal('6')
    """

    id: str = attrs.field(validator=check_id)
    nama: str = attrs.field(validator=check_text)
    bobot: Decimal = attrs.field(converter=to_decimal)
    kriteria: tuple[Kriteria, ...] = attrs.field(
        default=(), converter=to_tuple, validator=check_items(Kriteria, "a Kriteria")
    )


@attrs.frozen
class KomponenLKE:
    """A component: perencanaan, pengukuran, pelaporan, evaluasi internal.

    >>> KomponenLKE("1", "Perencanaan kinerja", [SubKomponen("1.a", "Keberadaan", 6)]).bobot
    Decimal('6')
    """

    id: str = attrs.field(validator=check_id)
    nama: str = attrs.field(validator=check_text)
    sub: tuple[SubKomponen, ...] = attrs.field(
        default=(), converter=to_tuple, validator=check_items(SubKomponen, "a SubKomponen")
    )

    @property
    def bobot(self) -> Decimal:
        """The points that it gives at most."""
        return add_up(item.bobot for item in self.sub)


@attrs.frozen(kw_only=True)
class LembarLKE:
    """An evaluation sheet.

    Attributes:
        nama: What it is called.
        komponen: Its components.
        jawaban: The answers that may be given, with the points of a hundred that each is worth.
        skala: The bands of the total.
        ambang: For a share in percent, such as that of the indikator that fulfil a criterion,
            the answer that is proposed; None where shares propose none.
        acuan: Where it comes from.

    Raises:
        ModelError: Two criteria have one id, the parts don't make a hundred points, a criterion
            is compared with one that isn't there or in a circle, or a share proposes an answer
            that may not be given.

    >>> from sakip.lke import LKE_NASIONAL
    >>> LKE_NASIONAL.bobot == 100, dict(LKE_NASIONAL.jawaban)["BB"]
    (True, Decimal('80'))
    """

    nama: str = attrs.field(validator=check_text)
    komponen: tuple[KomponenLKE, ...] = attrs.field(
        converter=to_tuple, validator=check_items(KomponenLKE, "a KomponenLKE")
    )
    jawaban: tuple[tuple[str, Decimal], ...] = attrs.field(converter=_to_jawaban)
    skala: Skala = attrs.field(validator=check_a(Skala, "a Skala"))
    ambang: Skala | None = attrs.field(
        default=None, validator=attrs.validators.optional(check_a(Skala, "a Skala"))
    )
    acuan: str = attrs.field(default="", validator=check_text)

    def __attrs_post_init__(self) -> None:
        ids = [item.id for item in self.kriteria]
        if len(set(ids)) < len(ids):
            raise ModelError("LembarLKE", "komponen", repr(ids), "each criterion once")
        if self.bobot != 100:
            raise ModelError("LembarLKE", "komponen", str(self.bobot), "parts that make 100 points")
        given = {name for name, _ in self.jawaban}
        unknown = [] if self.ambang is None else [p.label for p in self.ambang.pita if p.label not in given]
        if unknown:
            raise ModelError("LembarLKE", "ambang", unknown[0], f"one of {', '.join(sorted(given))}")
        _check_pembanding({item.id: item.pembanding for item in self.kriteria})

    @property
    def bobot(self) -> Decimal:
        """The points that all components give at most."""
        return add_up(item.bobot for item in self.komponen)

    @property
    def sub(self) -> tuple[SubKomponen, ...]:
        """The parts of all components."""
        return tuple(part for item in self.komponen for part in item.sub)

    @property
    def kriteria(self) -> tuple[Kriteria, ...]:
        """The criteria of all parts."""
        return tuple(item for part in self.sub for item in part.kriteria)

    def jawaban_for(self, kriteria: Kriteria) -> Mapping[str, Decimal]:
        """The answers that a criterion takes, with the points of a hundred that each is worth.

        >>> from sakip.lke import LKE_NASIONAL
        >>> list(LKE_NASIONAL.jawaban_for(Kriteria("x", jawaban={"Y": 100, "T": 0})))
        ['Y', 'T']
        """
        return dict(kriteria.jawaban or self.jawaban)


def _check_pembanding(pembanding: Mapping[str, tuple[str, ...]]) -> None:
    """Refuse criteria that are compared with nothing, or around in a circle."""
    for id, others in pembanding.items():
        missing = [other for other in others if other not in pembanding]
        if missing:
            raise ModelError("LembarLKE", f"pembanding {id}", missing[0], "a criterion of the sheet")
    done: set[str] = set()
    while len(done) < len(pembanding):
        ready = [id for id, others in pembanding.items() if id not in done and done.issuperset(others)]
        if not ready:
            left = next(id for id in pembanding if id not in done)
            raise ModelError("LembarLKE", f"pembanding {left}", repr(pembanding[left]), "no circle")
        done.update(ready)
