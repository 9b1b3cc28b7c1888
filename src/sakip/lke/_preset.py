"""Sheets in use: the national one, and local ones with other answers or other parts."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from sakip.lke._lembar import KomponenLKE, Kriteria, LembarLKE, SubKomponen
from sakip.skala import PREDIKAT_AKIP, Pita, Skala

JAWABAN_NASIONAL = {"AA": 100, "A": 90, "BB": 80, "B": 70, "CC": 60, "C": 50, "D": 30, "E": 0}
"""The answers of the national sheet, with the points of a hundred that each is worth."""
JAWABAN_A_E = {"A": 100, "B": 75, "C": 50, "D": 25, "E": 0}
"""Answers in steps of a quarter, as a local sheet has them."""
JAWABAN_A_D = {"A": 100, "B": 66, "C": 33, "D": 0}
"""Answers in thirds, as a local sheet has them."""
JAWABAN_YA_TIDAK = {"Y": 100, "T": 0}
"""Yes or no."""

ARTI_JAWABAN: Mapping[str, str] = {
    "AA": "seluruh kriteria terpenuhi dan dipertahankan sekurangnya lima tahun",
    "A": "seluruh kriteria terpenuhi dan dipertahankan sekurangnya satu tahun",
    "BB": "seluruh kriteria terpenuhi sesuai mandat",
    "B": "kriteria terpenuhi lebih dari 75 % sampai 100 %",
    "CC": "kriteria terpenuhi lebih dari 50 % sampai 75 %",
    "C": "kriteria terpenuhi lebih dari 25 % sampai 50 %",
    "D": "kriteria terpenuhi lebih dari 0 % sampai 25 %",
    "E": "tidak ada kriteria yang terpenuhi",
}
"""What an answer of the national scale says, as applications that use it describe it."""

AMBANG_NASIONAL = Skala(
    "AMBANG_NASIONAL",
    "lembar kerja evaluasi menurut PermenPANRB 88/2021 sebagaimana dipakai aplikasi; A dan AA menilai "
    "keberlanjutan, yang tidak dapat ditunjukkan sebuah pohon",
    [
        Pita(100, "BB"),
        Pita(75, "B", termasuk=False),
        Pita(50, "CC", termasuk=False),
        Pita(25, "C", termasuk=False),
        Pita(0, "D", termasuk=False),
        Pita(None, "E"),
    ],
)
"""Which answer of the national sheet a share of what is fulfilled proposes.

>>> from decimal import Decimal
>>> AMBANG_NASIONAL.pita_for(Decimal(75)).label, AMBANG_NASIONAL.pita_for(Decimal(100)).label
('CC', 'BB')
"""
AMBANG_A_E = Skala(
    "AMBANG_A_E",
    "ambang bagian yang terpenuhi pada lembar kerja evaluasi daerah",
    [
        Pita(90, "A", termasuk=False),
        Pita(75, "B", termasuk=False),
        Pita(40, "C", termasuk=False),
        Pita(10, "D", termasuk=False),
        Pita(None, "E"),
    ],
)
"""Which answer of a local sheet from A to E a share of what is fulfilled proposes."""

PEMETAAN_BUKTI: Mapping[str, str] = {
    "1.b.4": "rumusan_hasil",
    "1.b.5": "smart",
    "1.b.7": "target_menantang",
    "1.b.8": "berjenjang",
    "1.b.9": "crosscutting",
    "1.c.1": "pagu_berkinerja",
    "2.a.2": "definisi_operasional",
    "2.a.3": "sumber_data",
    "2.b.4": "berkala",
    "3.b.5": "banding_target",
    "3.b.6": "banding_akhir_rencana",
    "3.b.7": "banding_tahun_lalu",
    "3.b.8": "banding_luar",
    "3.b.9": "efisiensi",
}
"""Which criterion of the national sheet each kind of evidence is taken to speak to.

The order of the criteria was not read in the regulation: a default, to be held against the
sheet that is used. A sheet of one's own says it in ``bukti`` of its criteria.
"""

_BAGIAN = ("Keberadaan", "Kualitas", "Pemanfaatan")
_BANYAK: tuple[tuple[str, tuple[str, ...], tuple[int, ...]], ...] = (
    ("Perencanaan kinerja", ("6", "9", "15"), (7, 10, 8)),
    ("Pengukuran kinerja", ("6", "9", "15"), (3, 7, 10)),
    ("Pelaporan kinerja", ("3", "4.5", "7.5"), (6, 9, 7)),
    ("Evaluasi akuntabilitas kinerja internal", ("5", "7.5", "12.5"), (3, 5, 5)),
)


def _criterion(id: str) -> Kriteria:
    return Kriteria(id, bukti=PEMETAAN_BUKTI.get(id, ""))


def _national() -> tuple[KomponenLKE, ...]:
    found = []
    for number, (nama, bobot, banyak) in enumerate(_BANYAK, start=1):
        parts = []
        for letter, part, weight, many in zip("abc", _BAGIAN, bobot, banyak, strict=True):
            id = f"{number}.{letter}"
            parts.append(
                SubKomponen(id, part, weight, tuple(_criterion(f"{id}.{n}") for n in range(1, many + 1)))
            )
        found.append(KomponenLKE(str(number), nama, tuple(parts)))
    return tuple(found)


LKE_NASIONAL = LembarLKE(
    nama="LKE_NASIONAL",
    komponen=_national(),
    jawaban=JAWABAN_NASIONAL,
    skala=PREDIKAT_AKIP,
    ambang=AMBANG_NASIONAL,
    acuan=(
        "PermenPANRB 88/2021: komponen dan bobotnya; banyaknya kriteria dan nilai jawaban menurut aplikasi "
        "yang memakainya, belum dicocokkan dengan naskahnya"
    ),
)
"""The national sheet: four components of 30, 30, 15 and 25 points, each in three parts.

The weights are those of the regulation; how many criteria a part has and what an answer is
worth were read off applications that use it, and the wording of the criteria is left to the
user's sheet (`read_lke` of `sakip.dokumen`). Applications count 79 criteria in all; the layout
here has the 80 of an institution that adapted it.

>>> [(item.nama, str(item.bobot)) for item in LKE_NASIONAL.komponen][0]
('Perencanaan kinerja', '30')
"""

LKE_A_E = attrs.evolve(
    LKE_NASIONAL,
    nama="LKE_A_E",
    jawaban=JAWABAN_A_E | JAWABAN_YA_TIDAK,
    ambang=AMBANG_A_E,
    acuan=(
        "Lembar kerja evaluasi daerah menurut aplikasi evaluasi Kabupaten Magetan: jawaban A sampai E, atau "
        "Y dan T; bobot seperti lembar nasional"
    ),
)
"""A local sheet: answers A to E in steps of 25, or Y and T, on the national parts.

There a criterion may not score above those that it is compared with: ``pembanding`` of `Kriteria`.

>>> dict(LKE_A_E.jawaban)["B"], dict(LKE_A_E.jawaban)["T"]
(Decimal('75'), Decimal('0'))
"""


def _with_capaian() -> tuple[KomponenLKE, ...]:
    *others, evaluasi = LKE_NASIONAL.komponen
    parts = [
        attrs.evolve(part, bobot=bobot) for part, bobot in zip(evaluasi.sub, ("5", "7.5", "5"), strict=True)
    ]
    capaian = SubKomponen("5.a", "Capaian kinerja", "7.5", (Kriteria("5.a.1"),))
    return (*others, attrs.evolve(evaluasi, sub=parts), KomponenLKE("5", "Capaian kinerja", (capaian,)))


LKE_A_D = attrs.evolve(
    LKE_NASIONAL,
    nama="LKE_A_D",
    komponen=_with_capaian(),
    jawaban=JAWABAN_A_D,
    ambang=None,
    acuan=(
        "Lembar kerja evaluasi daerah menurut aplikasi evaluasi Kabupaten Trenggalek: jawaban A sampai D; "
        "evaluasi internal 5, 7,5 dan 5, ditambah capaian kinerja 7,5"
    ),
)
"""A local sheet: answers A to D in thirds, and capaian as a component of its own.

>>> [str(item.bobot) for item in LKE_A_D.komponen]
['30', '30', '15.0', '17.5', '7.5']
"""
LKE: Mapping[str, LembarLKE] = {item.nama: item for item in (LKE_NASIONAL, LKE_A_E, LKE_A_D)}
"""The sheets by name."""
