"""What becomes of a condition that is translated into a component: nothing that either says is lost."""

from __future__ import annotations

from typing import Any

import attrs

from sakip.errors import PohonError, TipeError
from sakip.model import AnySimpul, Dasar, Komponen, Outcome, Sebutan


def translated(old: AnySimpul, komponen: Komponen) -> AnySimpul:
    """The component with all that the condition in its place said, if both fit together."""
    if not isinstance(komponen, Komponen):
        raise TipeError(type(komponen).__name__, "pass a component such as Program or Kegiatan")
    _check(old, komponen)
    wordings = (*old.sebutan, *komponen.sebutan)
    if komponen.uraian and old.uraian and komponen.uraian != old.uraian:
        wordings = (*wordings, Sebutan(komponen.uraian))
    remarks = dict.fromkeys(text for text in (old.keterangan, komponen.keterangan) if text)
    known = {item.id for item in old.indikator}
    new: Any = attrs.evolve(
        komponen,
        uraian=old.uraian or komponen.uraian,
        indikator=(*old.indikator, *(item for item in komponen.indikator if item.id not in known)),
        sebutan=tuple(dict.fromkeys(wordings)),
        untuk_indikator=old.untuk_indikator or komponen.untuk_indikator,
        keterangan="\n".join(remarks),
        lain=(*old.lain, *komponen.lain),
    )
    return new  # type: ignore[no-any-return]  # of the same class as the component


def _check(old: AnySimpul, komponen: Komponen) -> None:
    """Refuse what would have to drop one of two things."""
    if isinstance(old, Komponen):
        raise PohonError(
            old.id,
            f"it is a {old.jenis} already, and no condition: use replace",
            f"simpul ini sudah {old.jenis}, bukan kondisi lagi",
        )
    if komponen.id != old.id:
        raise PohonError(
            old.id,
            f"a condition is translated in its place, so the id stays: {komponen.id!r} was given",
            f"kondisi diterjemahkan di tempatnya, jadi id-nya tetap; yang diberikan {komponen.id!r}",
        )
    if isinstance(old, Outcome) and old.dasar != Dasar():
        raise PohonError(
            old.id,
            "a component has no dasar, so that of this outcome would be lost",
            "komponen tidak punya dasar, jadi dasar outcome ini akan hilang",
        )
    if old.untuk_indikator and komponen.untuk_indikator not in ("", old.untuk_indikator):
        raise PohonError(
            old.id,
            f"it answers to {old.untuk_indikator!r}, the component to {komponen.untuk_indikator!r}",
            f"simpul ini untuk indikator {old.untuk_indikator!r}, komponennya untuk {komponen.untuk_indikator!r}",
        )
    known = {item.id: item for item in old.indikator}
    for item in komponen.indikator:
        if known.get(item.id, item) != item:
            raise PohonError(
                item.id,
                f"{old.id!r} has an indikator of this id, and they differ",
                f"{old.id!r} punya indikator dengan id ini, tetapi isinya berbeda",
            )
