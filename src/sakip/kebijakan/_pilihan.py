"""The questions that a convention answers, each with its answers."""

from __future__ import annotations

import enum


class Polaritas(enum.Enum):
    """Which way is better.

    >>> Polaritas("turun") is Polaritas.TURUN
    True
    """

    NAIK = "naik"
    TURUN = "turun"
    STABIL = "stabil"
    RENTANG = "rentang"

    @property
    def kalimat(self) -> str:
        """The direction in Indonesian words.

        >>> Polaritas.NAIK.kalimat
        'naik (makin tinggi makin baik)'
        """
        return _ARAH[self]


_ARAH = {
    Polaritas.NAIK: "naik (makin tinggi makin baik)",
    Polaritas.TURUN: "turun (makin rendah makin baik)",
    Polaritas.STABIL: "stabil (makin dekat target makin baik)",
    Polaritas.RENTANG: "rentang (di dalam rentang target)",
}


class MetodeTurun(enum.Enum):
    """The formula where lower is better.

    ``selisih``: (2T − R) ÷ T, the same as 1 + (1 − R ÷ T) and (T − (R − T)) ÷ T.
    ``rasio``: T ÷ R.

    >>> [metode.value for metode in MetodeTurun]
    ['selisih', 'rasio']
    """

    SELISIH = "selisih"
    RASIO = "rasio"


class MetodeStabil(enum.Enum):
    """The formula where staying on a target, or within a range, is best.

    Within the range a capaian is 100, below it R ÷ lower bound. Above it,
    ``simpangan``: (2 × upper − R) ÷ upper, so that too much is as bad as too
    little; ``batas``: R ÷ upper, as PermenPANRB 8/2021 divides by the nearest bound.

    >>> [metode.value for metode in MetodeStabil]
    ['simpangan', 'batas']
    """

    SIMPANGAN = "simpangan"
    BATAS = "batas"


class TargetNol(enum.Enum):
    """What becomes of a target of zero, by which nothing can be divided.

    ``kosong``: a reason. ``biner``: 100 when it is met, else 0. ``terburuk``:
    (worst − R) ÷ worst where lower is better and the worst value is known.
    ``galat``: an error.

    >>> TargetNol("biner").name
    'BINER'
    """

    KOSONG = "kosong"
    BINER = "biner"
    TERBURUK = "terburuk"
    GALAT = "galat"


class TargetNegatif(enum.Enum):
    """What becomes of a target below zero, where R ÷ T would turn its meaning around.

    ``kosong``: a reason. ``selisih``: (2T − R) ÷ T where higher is better, a reason
    where lower is. ``jarak``: the distance to the target by its size, whichever way is better.

    >>> [cara.value for cara in TargetNegatif]
    ['kosong', 'selisih', 'jarak']
    """

    KOSONG = "kosong"
    SELISIH = "selisih"
    JARAK = "jarak"


class MetodePredikat(enum.Enum):
    """What a predicate below its target gives; one at or above it gives 100.

    No regulation says. ``peringkat``: its value by the target's, on the declared
    scale. ``biner``: 0. ``kosong``: a reason.

    >>> [metode.value for metode in MetodePredikat]
    ['peringkat', 'biner', 'kosong']
    """

    PERINGKAT = "peringkat"
    BINER = "biner"
    KOSONG = "kosong"


class Pembulatan(enum.Enum):
    """When a capaian is rounded, always half up.

    ``tampilan``: only where it is printed. ``predikat``: also before it is put in
    a band. ``hasil``: the figure itself, before it is held to a cap or a floor and
    before anything else is made of it.

    >>> [saat.value for saat in Pembulatan]
    ['tampilan', 'predikat', 'hasil']
    """

    TAMPILAN = "tampilan"
    PREDIKAT = "predikat"
    HASIL = "hasil"
