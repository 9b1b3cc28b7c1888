"""Which convention turns a target and a realisasi into a capaian.

There is no single legal formula in Indonesia. Four families are in use, and
they differ on "lower is better", on caps, and on a target of zero. Each is a
`Kebijakan`: a frozen, named value with its source, carried in every result.
"""

from __future__ import annotations

from sakip.kebijakan._banding import TANPA_RUJUKAN, Rujukan, infer_polaritas
from sakip.kebijakan._hitungan import Hitungan, RumusCapaian
from sakip.kebijakan._kebijakan import Capaian, Kebijakan, Langkah
from sakip.kebijakan._pilihan import (
    MetodePredikat,
    MetodeStabil,
    MetodeTurun,
    Pembulatan,
    Polaritas,
    TargetNegatif,
    TargetNol,
)
from sakip.kebijakan._preset import KEBIJAKAN, KEMENKEU, LKJIP, PANRB_8_2021, SIPD
from sakip.kebijakan._skp import nilai_skp_8_2021

__all__ = [
    "KEBIJAKAN",
    "KEMENKEU",
    "LKJIP",
    "PANRB_8_2021",
    "SIPD",
    "TANPA_RUJUKAN",
    "Capaian",
    "Hitungan",
    "Kebijakan",
    "Langkah",
    "MetodePredikat",
    "MetodeStabil",
    "MetodeTurun",
    "Pembulatan",
    "Polaritas",
    "Rujukan",
    "RumusCapaian",
    "TargetNegatif",
    "TargetNol",
    "infer_polaritas",
    "nilai_skp_8_2021",
]
