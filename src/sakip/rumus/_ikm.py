"""The index of public satisfaction, from a survey of nine elements."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, ClassVar

import attrs

from sakip.alasan import Alasan
from sakip.angka import KONTEKS, Angka, Isian, format_angka, round_half_up
from sakip.errors import ModelError
from sakip.pilihan import to_enum
from sakip.rumus._masukan import Agregasi, Masukan, agree, find_incomplete

UNSUR = (
    "Persyaratan",
    "Sistem, mekanisme, dan prosedur",
    "Waktu penyelesaian",
    "Biaya/tarif",
    "Produk spesifikasi jenis pelayanan",
    "Kompetensi pelaksana",
    "Perilaku pelaksana",
    "Penanganan pengaduan, saran, dan masukan",
    "Sarana dan prasarana",
)
"""The nine elements of a survey. Acuan: PermenPANRB 14/2017.

>>> len(UNSUR)
9
"""

TERENDAH, TERTINGGI, PENGALI = 1, 4, Decimal(25)
_IKM_TERENDAH, _IKM_TERTINGGI = Decimal(25), Decimal(100)
_SEBELAS = Decimal("0.11")


class BobotUnsur(enum.Enum):
    """The weight of an element: exactly one ninth, or the 0,11 that it is habitually rounded to.

    >>> BobotUnsur("0,11").name
    'DIBULATKAN'
    """

    TEPAT = "tepat"
    DIBULATKAN = "0,11"


def _to_bobot(nilai: BobotUnsur | str) -> BobotUnsur:
    return to_enum(BobotUnsur, nilai, "IKM", "bobot")


@attrs.frozen
class IKM:
    """The index of public satisfaction: the weighted mean of nine elements, times 25.

    What is measured is the mean of each element (NRR), from 1 to 4, under the names of
    `UNSUR`; `from_jawaban` computes them from the respondents' answers. The quality
    bands are `sakip.skala.MUTU_IKM`.

    Attributes:
        bobot: ``tepat`` (1/9) or ``0,11``, which gives about one percent less.

    Acuan: PermenPANRB 14/2017.

    >>> jumlah = (105, 101, 100, 116, 102, 105, 106, 105, 115)  # of 29 respondents
    >>> nrr = Masukan(komponen={unsur: Decimal(n) / 29 for unsur, n in zip(UNSUR, jumlah)})
    >>> from sakip.angka import round_half_up
    >>> [str(round_half_up(IKM(bobot).compute(nrr).nilai, 2)) for bobot in ("tepat", "0,11")]
    ['91.48', '90.56']
    """

    jenis: ClassVar[str] = "ikm"
    agregasi: ClassVar[Agregasi] = Agregasi.NILAI_AKHIR
    bobot: BobotUnsur = attrs.field(default=BobotUnsur.TEPAT, converter=_to_bobot)

    @staticmethod
    def from_jawaban(jawaban: Iterable[Sequence[int | None] | Mapping[str, int | None]]) -> Masukan:
        """The mean of each element, from the answers of the respondents.

        Args:
            jawaban: For each respondent nine answers from 1 to 4 in the order of
                `UNSUR`, or a mapping of elements to answers. None, and an element
                that a mapping leaves out, was not answered: it counts neither as
                zero nor in the number of answers.

        Returns:
            What `compute` takes; an element that nobody answered is missing in it.

        Raises:
            ModelError: No list of respondents; an answer outside 1 to 4, or not nine of them,
                which names the respondent.

        >>> masukan = IKM.from_jawaban([[4] * 9, [3] * 8 + [None]])
        >>> masukan.komponen[0], masukan.komponen[-1]
        (('Persyaratan', Decimal('3.5')), ('Sarana dan prasarana', Decimal('4')))
        """
        if not isinstance(jawaban, Iterable):
            raise ModelError("IKM", "jawaban", repr(jawaban), f"for each respondent {len(UNSUR)} answers")
        total = dict.fromkeys(UNSUR, 0)
        many = dict.fromkeys(UNSUR, 0)
        for number, answers in enumerate(jawaban, start=1):
            for unsur, answer in _answers(answers, number):
                total[unsur] += answer
                many[unsur] += 1
        return Masukan(
            komponen=[
                (unsur, KONTEKS.divide(Decimal(total[unsur]), Decimal(many[unsur])))
                for unsur in UNSUR
                if many[unsur]
            ]
        )

    def compute(self, masukan: Masukan) -> Isian | Alasan:
        """The index from 25 to 100, or why there is none."""
        if not masukan.komponen:
            hasil = masukan.langsung
            if isinstance(hasil, Angka) and not _IKM_TERENDAH <= hasil.nilai <= _IKM_TERTINGGI:
                return Alasan.DI_LUAR_SKALA
            return hasil
        if alasan := find_incomplete(masukan, UNSUR):
            return alasan
        if any(not TERENDAH <= nilai <= TERTINGGI for _, nilai in masukan.komponen):
            return Alasan.DI_LUAR_SKALA
        return agree(masukan, KONTEKS.multiply(self._mean(masukan), PENGALI), "")

    def _mean(self, masukan: Masukan) -> Decimal:
        """The weighted mean on the scale of 1 to 4."""
        total = Decimal(0)
        for _, nilai in masukan.komponen:
            total = KONTEKS.add(total, nilai)
        if self.bobot is BobotUnsur.DIBULATKAN:
            return KONTEKS.multiply(total, _SEBELAS)
        return KONTEKS.divide(total, Decimal(len(UNSUR)))

    def describe(self, masukan: Masukan) -> str:
        """The formula with the numbers put in, in Indonesian."""
        if not masukan.komponen:
            return "IKM sebagaimana dilaporkan"
        parts = " + ".join(format_angka(round_half_up(nilai, 4)) for _, nilai in masukan.komponen)
        bobot = "1/9" if self.bobot is BobotUnsur.TEPAT else "0,11"
        return f"({parts}) × {bobot} × 25"


def _answers(answers: Any, number: int) -> Iterable[tuple[str, int]]:
    """What one respondent answered."""
    if isinstance(answers, Mapping):
        rows = list(answers.items())
    elif isinstance(answers, Sequence) and len(answers) == len(UNSUR):
        rows = list(zip(UNSUR, answers, strict=True))
    else:
        raise ModelError("IKM", f"jawaban[{number}]", repr(answers), f"{len(UNSUR)} answers")
    for unsur, answer in rows:
        if unsur not in UNSUR:
            raise ModelError("IKM", f"jawaban[{number}]", repr(unsur), "an element of UNSUR")
        if answer is None:
            continue
        if type(answer) is not int or not TERENDAH <= answer <= TERTINGGI:
            raise ModelError("IKM", f"jawaban[{number}][{unsur!r}]", repr(answer), "an answer from 1 to 4")
        yield unsur, answer
