"""Which formula a row calls for: the scalar engine, function by function, as conditions.

A formula is a numerator by a denominator, so that every row is divided once,
whatever its formula. Each function mirrors the one of the same idea in
`sakip.kebijakan`; the tests compare the two row by row.
"""

from __future__ import annotations

import attrs

from sakip.alasan import Alasan
from sakip.kebijakan import Kebijakan, MetodeStabil, MetodeTurun, TargetNegatif, TargetNol
from sakip.tabel._ekspresi import KECIL, TANPA_NILAI, Syarat, either, every, negate, persen, pick
from sakip.tabel._nw import nw


@attrs.frozen(kw_only=True)
class Baris:
    """What a row holds, as expressions; every number is there or null.

    Attributes:
        bawah: The lower end of the target; the target itself where it is one number.
        atas: The upper end.
        patokan: What is divided by: the target, or the end that realisasi is beyond.
        realisasi: What was reached.
        terburuk: The worst realisasi there can be.
        rentang: Whether the target is a range.
        naik: Whether more is better.
        turun: Whether less is better.
        stabil: Whether being on the target, or within the range, is best.
    """

    bawah: nw.Expr
    atas: nw.Expr
    patokan: nw.Expr
    realisasi: nw.Expr
    terburuk: nw.Expr | None
    rentang: Syarat
    naik: Syarat
    turun: Syarat
    stabil: Syarat

    @property
    def di_dalam(self) -> nw.Expr:
        """Whether the target is met exactly, or the realisasi is within the range."""
        if self.rentang is False:
            return self.realisasi == self.atas
        return (self.bawah <= self.realisasi) & (self.realisasi <= self.atas)

    @property
    def nol(self) -> nw.Expr:
        """Whether a target is nothing but zero."""
        if self.rentang is False:
            return self.atas == 0
        return (self.bawah == 0) & (self.atas == 0)

    @property
    def bukan_nol(self) -> nw.Expr:
        """The opposite, in terms that are false for a number that is not there."""
        if self.rentang is False:
            return (self.atas < 0) | (self.atas > 0)
        return (self.bawah < 0) | (self.bawah > 0) | (self.atas < 0) | (self.atas > 0)

    @property
    def melampaui(self) -> nw.Expr:
        """Whether the realisasi is above the target."""
        return self.realisasi > self.atas


def meets(baris: Baris, patokan: nw.Expr) -> Syarat:
    """Whether a number as target is met in its own terms."""
    return either(
        every(baris.naik, baris.realisasi >= patokan),
        every(baris.turun, baris.realisasi <= patokan),
        every(baris.stabil, baris.realisasi == patokan),
    )


def _counts_up(kebijakan: Kebijakan, baris: Baris) -> Syarat:
    """Rows whose formula is that of naik: those, and a stable target below which a realisasi stays."""
    if kebijakan.stabil is None:
        return baris.naik
    if kebijakan.stabil is MetodeStabil.BATAS:
        return either(baris.naik, baris.stabil)
    return either(baris.naik, every(baris.stabil, baris.realisasi < baris.bawah))


def _is_beyond(kebijakan: Kebijakan, baris: Baris) -> Syarat:
    """Rows of a stable target that are as much worth above it as below."""
    return every(baris.stabil, kebijakan.stabil is MetodeStabil.SIMPANGAN, baris.melampaui)


def _has_rule(kebijakan: Kebijakan, baris: Baris) -> Syarat:
    """Rows whose polaritas the policy has a formula for."""
    return either(baris.naik, baris.turun, every(baris.stabil, kebijakan.stabil is not None))


def _by_ratio(kebijakan: Kebijakan, baris: Baris) -> Syarat:
    return every(baris.turun, kebijakan.turun is MetodeTurun.RASIO, baris.patokan > KECIL)


def _by_worst(kebijakan: Kebijakan, baris: Baris) -> Syarat:
    if baris.terburuk is None:
        return False
    falling = either(baris.turun, every(_is_beyond(kebijakan, baris), baris.bukan_nol))
    return every(falling, kebijakan.target_nol is TargetNol.TERBURUK, baris.patokan == 0)


def _by_gap(kebijakan: Kebijakan, baris: Baris) -> Syarat:
    """Rows of (2T − R) ÷ T; a denominator that is null decides the rest."""
    less = either(
        every(baris.turun, kebijakan.turun is MetodeTurun.SELISIH),
        _is_beyond(kebijakan, baris),
    )
    if kebijakan.target_negatif is TargetNegatif.KOSONG:
        return less
    return either(
        every(less, baris.patokan > 0),
        every(_counts_up(kebijakan, baris), baris.patokan < 0),
    )


def numerator(kebijakan: Kebijakan, baris: Baris) -> nw.Expr:
    """What is divided."""
    r, t = baris.realisasi, baris.patokan
    worst = t if baris.terburuk is None else baris.terburuk
    return pick(
        [
            (_by_worst(kebijakan, baris), worst - r),
            (_by_ratio(kebijakan, baris), t),
            (_by_gap(kebijakan, baris), t * 2.0 - r),
        ],
        r,
    )


def denominator(kebijakan: Kebijakan, baris: Baris) -> nw.Expr:
    """What it is divided by; null where the row has no formula."""
    r, t = baris.realisasi, baris.patokan
    worst = t if baris.terburuk is None else baris.terburuk
    ratio = _by_ratio(kebijakan, baris)
    up = _counts_up(kebijakan, baris)
    below_zero: Syarat = False
    if kebijakan.target_negatif is TargetNegatif.SELISIH:
        below_zero = every(up, t < -KECIL)
    elif kebijakan.target_negatif is TargetNegatif.JARAK:
        below_zero = every(_has_rule(kebijakan, baris), t < -KECIL)
    return pick(
        [
            (every(_by_worst(kebijakan, baris), worst > KECIL), worst),
            (every(ratio, r > KECIL), r),
            (ratio, TANPA_NILAI),
            (either(every(_has_rule(kebijakan, baris), t > KECIL), below_zero), t),
        ],
        TANPA_NILAI,
    )


def raw_capaian(kebijakan: Kebijakan, baris: Baris, atas: nw.Expr, bawah: nw.Expr) -> nw.Expr:
    """What the formula gives, in percent; on target is exactly 100, which a division may miss by a bit."""
    r, t = baris.realisasi, baris.patokan
    within = every(baris.di_dalam, either(every(baris.stabil, baris.bukan_nol), _kept(baris)))
    zero: list[tuple[Syarat, nw.Expr]] = []
    met: Syarat = False
    if kebijakan.target_nol is TargetNol.BINER:
        met = every(t == 0, meets(baris, t))
        missed = either(
            every(baris.naik, r < 0),
            every(baris.turun, r > 0),
            every(baris.stabil, either(kebijakan.stabil is not None, baris.nol), (r < 0) | (r > 0)),
        )
        zero = [(every(t == 0, missed), nw.lit(0.0))]
    return pick(
        [
            (either(atas == bawah, within, met), nw.lit(100.0)),
            *zero,
            *_fixed(kebijakan, baris),
        ],
        persen(atas, bawah),
    )


def _kept(baris: Baris) -> Syarat:
    """A range whose polaritas is naik or turun: within it is met, even where it is nothing but zero."""
    return every(baris.rentang, either(baris.naik, baris.turun))


def _fixed(kebijakan: Kebijakan, baris: Baris) -> list[tuple[Syarat, nw.Expr]]:
    """The figure that a policy sets for a realisasi of zero, where T ÷ R has none."""
    if kebijakan.realisasi_nol is None:
        return []
    nothing = every(_by_ratio(kebijakan, baris), baris.realisasi == 0)
    return [(nothing, nw.lit(float(kebijakan.realisasi_nol)))]


def formula_reasons(kebijakan: Kebijakan, baris: Baris) -> list[tuple[Syarat, Alasan]]:
    """Why a row whose numbers are all there has no capaian, in the order of the scalar engine."""
    r, t = baris.realisasi, baris.patokan
    unruled = either(
        negate(either(baris.naik, baris.turun, baris.stabil)),
        every(baris.stabil, kebijakan.stabil is None, baris.bukan_nol),
    )
    no_worst = every(
        kebijakan.target_nol is TargetNol.TERBURUK,
        t == 0,
        either(baris.turun, every(_is_beyond(kebijakan, baris), baris.bukan_nol)),
    )
    by_ratio = every(baris.turun, kebijakan.turun is MetodeTurun.RASIO)
    return [
        (unruled, Alasan.METODE_TIDAK_ADA),
        (no_worst, Alasan.TERBURUK_TIDAK_DIKETAHUI),
        (t == 0, Alasan.TARGET_NOL),
        (t < 0, Alasan.TARGET_NEGATIF),
        (every(by_ratio, r < 0), Alasan.REALISASI_NEGATIF),
        (every(by_ratio, r == 0), Alasan.REALISASI_NOL),
        (True, Alasan.BUKAN_ANGKA),
    ]
