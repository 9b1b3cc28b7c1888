"""What is planned for an indikator: its targets, its baseline and its polaritas, in and out of their columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import attrs

from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.judul import Judul
from sakip.dokumen._baca.register import ISIAN_TAK_DIKENAL
from sakip.dokumen._baca.tabel import Larik
from sakip.dokumen._bagian.kata import AGREGASI, POLARITAS, tight
from sakip.dokumen._bagian.versi import (
    BAWAH,
    POLA_VERSI,
    Waktu,
    list_waktu,
    parse_waktu,
    say_tak_terbaca,
    say_versi,
)
from sakip.dokumen._bagian.waktu import BUKAN_TAHUN, judul_periode, one_period
from sakip.dokumen._buka.kisi import Petak
from sakip.dokumen._tulis.naskah import Isi, Lajur, Rupa
from sakip.model import Baseline, Indikator, Target
from sakip.periode import JenisPeriode, Periode

POLA_TARGET = re.compile(
    r"(?:(?:target|kinerja)*(?:tahun)?(?=(?:19|20)\d\d)|(?:target|kinerja)+(?:tahun)?(?=[a-z]))"
    rf"(?P<bagian>(?:(?:19|20)\d\d)?(?:{POLA_VERSI})?)"
)
"""A header of targets that names a year, a version of the plan, or both."""
AWALAN_TW = r"(?:target|prediksi|rencana|kinerja|pada|per|tahun)*"
"""What stands before the number of a triwulan in a squashed header of targets."""
_POLA_BAGIAN = re.compile(rf"{AWALAN_TW}(?P<bagian>{BUKAN_TAHUN}(?:{POLA_VERSI})?)(?:target)?")
_POLA_BASELINE = re.compile(
    r"(?=\w*(?:baseline|kondisi(?:kinerja)?awal|datadasar|nilaiawal))[^\d]*(?P<bagian>(?:19|20)\d\d)[^\d]*"
)
_JUDUL_BASELINE = Judul(
    "baseline",
    ("baseline", "kondisi awal", "data dasar", "nilai awal", "kondisi awal kinerja"),
    pola=_POLA_BASELINE,
)
JUDUL_RENCANA = (
    Judul(
        "target",
        ("target", "target kinerja", "target tahunan", "target akhir"),
        pola=POLA_TARGET,
        bawah=BAWAH,
    ),
    Judul("target_tw", pola=_POLA_BAGIAN),
    _JUDUL_BASELINE,
    Judul("polaritas", ("polaritas", "polarisasi", "tipe indikator")),
    Judul(
        "agregasi",
        ("agregasi", "tipe penghitungan", "tipe perhitungan", "jenis penghitungan", "konsolidasi periode"),
    ),
)
"""The columns of what is planned."""


@attrs.define
class Terencana:
    """What is gathered of it while the rows of an indikator go by.

    Attributes:
        lain: Further cells, those that can't be used among them.
    """

    target: list[Target] = attrs.field(factory=list)
    baseline: Baseline | None = None
    polaritas: str | None = None
    agregasi: str | None = None
    lain: list[tuple[str, str]] = attrs.field(factory=list)

    def take(self, bacaan: Bacaan, larik: Larik, periode: Periode | None) -> None:
        """Take what a row has of it.

        Args:
            bacaan: The reading.
            larik: The row.
            periode: The year of targets whose header names none.
        """
        self.polaritas = self._choose(bacaan, larik, "polaritas", POLARITAS) or self.polaritas
        self.agregasi = self._choose(bacaan, larik, "agregasi", AGREGASI) or self.agregasi
        headers = {item.kolom: item.judul for item in larik.kolom}
        for kunci in ("target", "target_tw"):
            for bagian, place, teks in bacaan.take_periode(larik, kunci):
                when = parse_waktu(bagian, headers[place.kolom], periode)
                self._put_target(bacaan, when, bagian, place, teks)
        for bagian, place, teks in bacaan.take_periode(larik, "baseline"):
            when = parse_waktu(bagian, "", None) if bagian else None
            self._put_baseline(bacaan, when, bagian, place, teks)

    def _choose(self, bacaan: Bacaan, larik: Larik, kunci: str, pilihan: Mapping[str, str]) -> str | None:
        """The one word that a cell stands for; a word that is not known is kept as a further cell."""
        teks = bacaan.take(larik, kunci)
        found = pilihan.get(tight(teks))
        if teks and found is None:
            bacaan.note(ISIAN_TAK_DIKENAL, larik.petak(kunci), teks=teks, sebab=f"{kunci} tidak dikenal")
            self.lain.append((kunci, teks))
        return found

    def _put_target(self, bacaan: Bacaan, when: Waktu | None, bagian: str, place: Petak, teks: str) -> None:
        if when is None or any(Waktu.of(item).kunci == when.kunci for item in self.target):
            sebab = say_tak_terbaca(bagian) if when is None else f"target {when.periode} sudah terisi"
            bacaan.note(ISIAN_TAK_DIKENAL, place, teks=teks, sebab=sebab)
            self.lain.append((f"target {bagian}".strip(), teks))
            return
        self.target.append(Target(when.periode, bacaan.nilai(teks, place), when.versi, when.berlaku))

    def _put_baseline(self, bacaan: Bacaan, when: Waktu | None, bagian: str, place: Petak, teks: str) -> None:
        """Where an indikator stood: of several years the last one, the others are kept as further cells."""
        if when is None or (self.baseline is not None and self.baseline.periode >= when.periode):
            sebab = "tahun tidak tertulis" if when is None else "baseline tahun yang lebih baru sudah terisi"
            bacaan.note(ISIAN_TAK_DIKENAL, place, teks=teks, sebab=sebab)
            self.lain.append((f"baseline {bagian}".strip(), teks))
            return
        if (old := self.baseline) is not None:
            self.lain.append((f"baseline {old.periode}", str(old.nilai)))
        self.baseline = Baseline(when.periode, bacaan.nilai(teks, place))


# --- writing ------------------------------------------------------------------


def _lajur_target(periode: Periode, tahun: int | None = None, versi: str = "") -> Lajur:
    """The column of the targets of a period.

    Args:
        periode: The period.
        tahun: The year of the form, which a triwulan of that year does not repeat.
        versi: What is said of the version of the plan.
    """
    judul = f"{judul_periode(periode, tahun)} {versi}".strip()
    width = max(10, len(versi)) if periode.jenis is JenisPeriode.TRIWULAN else 14
    return Lajur(("Target", judul), width, Rupa.TENGAH)


@attrs.frozen
class LajurTarget:
    """The columns of the targets of a table: one for each period, and for each version of the plan.

    Attributes:
        waktu: What each is of, in their order.
        periode: The year of the form.
    """

    waktu: tuple[Waktu, ...]
    periode: Periode | None = None

    @classmethod
    def of(cls, baris: Iterable[Indikator], periode: Periode | None, *, selalu: bool = False) -> LajurTarget:
        """Those that some indikator need.

        Args:
            baris: The indikator.
            periode: The year of the form.
            selalu: Whether that year, or the part of one, has a column in any case.
        """
        one = one_period(periode) if selalu else None
        found = list_waktu((target for row in baris for target in row.target), one)
        return cls(tuple(found), periode)

    @property
    def lajur(self) -> list[Lajur]:
        """The columns; of the form's own year alone they need no year above them."""
        if [item.periode for item in self.waktu] == [self.periode] and not self._say(self.waktu[0]):
            return [Lajur("Target", 14, Rupa.TENGAH)]
        tahun = None if self.periode is None else self.periode.tahun
        return [_lajur_target(item.periode, tahun, self._say(item)) for item in self.waktu]

    def _say(self, waktu: Waktu) -> str:
        return say_versi(waktu, self.waktu)

    def cells(self, indikator: Indikator) -> list[Isi]:
        """What stands in them."""
        found = [item.find(indikator.target) for item in self.waktu]
        return [None if target is None else target.nilai for target in found]


@attrs.frozen
class LajurBaseline:
    """The columns of where indikator stood before the plan, one for each year.

    Attributes:
        periode: The years.
    """

    periode: tuple[Periode, ...]

    @classmethod
    def of(cls, baris: Iterable[Indikator]) -> LajurBaseline:
        """Those that some indikator need."""
        return cls(tuple(sorted({row.baseline.periode for row in baris if row.baseline is not None})))

    @property
    def lajur(self) -> list[Lajur]:
        """The columns."""
        return [Lajur(("Baseline", str(when)), 12, Rupa.TENGAH) for when in self.periode]

    def cells(self, indikator: Indikator) -> list[Isi]:
        """What stands in them."""
        own = indikator.baseline
        return [own.nilai if own is not None and own.periode == when else None for when in self.periode]
