"""A sheet as flat records: one for each criterion, with its answer, for tables and applications."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

import attrs

from sakip.angka import format_angka
from sakip.errors import ModelError
from sakip.lke._lembar import KomponenLKE, Kriteria, LembarLKE, SubKomponen
from sakip.skala import Skala

KOLOM_LKE = (
    "id_komponen",
    "komponen",
    "id_sub",
    "sub",
    "bobot_sub",
    "id",
    "kriteria",
    "bobot",
    "pilihan",
    "pembanding",
    "bukti",
    "jawaban",
)
"""What a record of a sheet has."""


def to_records(lembar: LembarLKE, jawaban: Mapping[str, str] | None = None) -> list[dict[str, str]]:
    """A sheet as flat records of text, one for each criterion, with its answer.

    `from_records` gives the sheet back.

    >>> from sakip.lke import LKE_NASIONAL
    >>> row = to_records(LKE_NASIONAL, {"1.a.1": "BB"})[0]
    >>> row["id"], row["bobot_sub"], row["jawaban"]
    ('1.a.1', '6', 'BB')
    """
    answers = jawaban or {}
    return [
        _record(komponen, sub, item, answers)
        for komponen in lembar.komponen
        for sub in komponen.sub
        for item in sub.kriteria
    ]


def _record(
    komponen: KomponenLKE, sub: SubKomponen, kriteria: Kriteria, jawaban: Mapping[str, str]
) -> dict[str, str]:
    choices = "; ".join(f"{name}={_plain(nilai)}" for name, nilai in kriteria.jawaban)
    cells = (
        komponen.id,
        komponen.nama,
        sub.id,
        sub.nama,
        _plain(sub.bobot),
        kriteria.id,
        kriteria.uraian,
        _plain(kriteria.bobot),
        choices,
        "; ".join(kriteria.pembanding),
        kriteria.bukti,
        jawaban.get(kriteria.id, ""),
    )
    return dict(zip(KOLOM_LKE, cells, strict=True))


def _plain(nilai: Decimal) -> str:
    """A number with a decimal comma and no dots, which is read back as it is."""
    return format_angka(nilai).replace(".", "")


def from_records(
    records: Iterable[Mapping[str, str]],
    *,
    nama: str,
    jawaban: Mapping[str, Decimal | int | str] | Iterable[tuple[str, Decimal]],
    skala: Skala,
    ambang: Skala | None = None,
    acuan: str = "",
) -> tuple[LembarLKE, dict[str, str]]:
    """A sheet and its answers from flat records, such as the rows of a worksheet of one's own.

    Args:
        records: The criteria in their order, with the columns of ``KOLOM_LKE``; of these
            ``kriteria``, ``bobot``, ``pilihan``, ``pembanding``, ``bukti`` and ``jawaban`` may
            be left out.
        nama: What the sheet is called.
        jawaban: The answers that may be given, with the points of a hundred of each.
        skala: The bands of the total.
        ambang: Which answer a share proposes.
        acuan: Where it comes from.

    Raises:
        ModelError: A record has no id, a part has two weights, or the sheet doesn't hold.
        AngkaError: A weight is no number.

    >>> from sakip.lke import LKE_NASIONAL as national
    >>> sheet, answers = from_records(to_records(national, {"1.a.1": "BB"}), nama=national.nama,
    ...     jawaban=national.jawaban, skala=national.skala, ambang=national.ambang, acuan=national.acuan)
    >>> sheet == national, answers
    (True, {'1.a.1': 'BB'})
    """
    parts: dict[str, dict[str, SubKomponen]] = {}
    names: dict[str, str] = {}
    answers: dict[str, str] = {}
    for record in records:
        row = {kolom: (record.get(kolom) or "").strip() for kolom in KOLOM_LKE}
        above = parts.setdefault(_needed(row, "id_komponen"), {})
        names.setdefault(row["id_komponen"], row["komponen"])
        fresh = SubKomponen(_needed(row, "id_sub"), row["sub"], _needed(row, "bobot_sub"))
        sub = above.setdefault(fresh.id, fresh)
        if sub.bobot != fresh.bobot:
            raise ModelError("LembarLKE", f"bobot_sub {sub.id}", row["bobot_sub"], str(sub.bobot))
        above[sub.id] = attrs.evolve(sub, kriteria=(*sub.kriteria, _criterion(row)))
        if row["jawaban"]:
            answers[row["id"]] = row["jawaban"]
    komponen = [KomponenLKE(id, names[id], tuple(subs.values())) for id, subs in parts.items()]
    sheet = LembarLKE(nama=nama, komponen=komponen, jawaban=jawaban, skala=skala, ambang=ambang, acuan=acuan)
    return sheet, answers


def _needed(row: Mapping[str, str], kolom: str) -> str:
    if not row[kolom]:
        raise ModelError("LembarLKE", kolom, repr(dict(row)), "a cell that is filled in")
    return row[kolom]


def _criterion(row: Mapping[str, str]) -> Kriteria:
    choices = [
        tuple(map(str.strip, item.partition("=")[::2])) for item in row["pilihan"].split(";") if item.strip()
    ]
    return Kriteria(
        _needed(row, "id"),
        row["kriteria"],
        row["bobot"] or 1,
        choices,
        tuple(item.strip() for item in row["pembanding"].split(";") if item.strip()),
        row["bukti"],
    )
