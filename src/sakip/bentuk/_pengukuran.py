"""Pengukuran kinerja: the table of a performance report, targets beside what was reached and spent."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import attrs

from sakip.anggaran import CaraEfisiensi, RekapSerapan
from sakip.bentuk._bersama import BERPAGU, Berpagu, check_kepala, grow
from sakip.bentuk._kepala import Kepala
from sakip.bentuk._pengukuran_periksa import check_pengukuran
from sakip.bentuk._pengukuran_susun import Susunan
from sakip.bentuk._tercetak import EfisiensiTercetak, SerapanTercetak, Tercetak
from sakip.capaian import LaporanCapaian
from sakip.errors import ModelError
from sakip.kebijakan import LKJIP, Kebijakan
from sakip.model import Indikator, Realisasi, RealisasiAnggaran, Sasaran
from sakip.periksa import check_items, to_tuple
from sakip.periode import Periode, to_periode
from sakip.pilihan import to_enum
from sakip.pohon import PohonKinerja, strip_pohon
from sakip.temuan import Temuan


@attrs.frozen(kw_only=True)
class PengukuranKinerja:
    """The table of pengukuran kinerja of a performance report (LKjIP), with its money.

    Attributes:
        kepala: The head.
        sasaran: Each sasaran with its indikator and their targets.
        realisasi: What was reached; of the year, and of the year before where the table has it.
        tercetak: What is printed beside: capaian, category, growth, progress.
        anggaran: The components, with their pagu.
        realisasi_anggaran: What was spent.
        serapan: The serapan that is printed.
        efisiensi: The table of efficiency.

    Acuan: practice of the LKjIP after PermenPANRB 53/2014; a published report.

    >>> pengukuran = PengukuranKinerja(
    ...     kepala=Kepala(periode=2025),
    ...     sasaran=[Sasaran("S1", uraian="Tertangani", indikator=[
    ...         Indikator(id="IK1", nama="Persentase PPKS", satuan="%", target={2025: "93,59"})])],
    ...     realisasi=[Realisasi("IK1", 2025, "88")], tercetak=[Tercetak(indikator="IK1", capaian="95")])
    >>> for temuan in pengukuran.check():
    ...     print(temuan.kode, temuan.pesan)
    SKP161 Capaian tercetak 95, sedangkan menurut hitungan 94,03 %: 88 ÷ 93,59 × 100 (kebijakan LKJIP).
    """

    jenis: ClassVar[str] = "pengukuran_kinerja"

    kepala: Kepala = attrs.field(factory=Kepala, validator=check_kepala)
    sasaran: tuple[Sasaran, ...] = attrs.field(
        default=(), converter=to_tuple, validator=check_items(Sasaran, "a Sasaran")
    )
    realisasi: tuple[Realisasi, ...] = attrs.field(
        default=(), converter=to_tuple, validator=check_items(Realisasi, "a Realisasi")
    )
    tercetak: tuple[Tercetak, ...] = attrs.field(
        default=(), converter=to_tuple, validator=check_items(Tercetak, "a Tercetak")
    )
    anggaran: tuple[Berpagu, ...] = attrs.field(
        default=(),
        converter=to_tuple,
        validator=check_items(BERPAGU, "a Program, a Kegiatan or a SubKegiatan"),
    )
    realisasi_anggaran: tuple[RealisasiAnggaran, ...] = attrs.field(
        default=(), converter=to_tuple, validator=check_items(RealisasiAnggaran, "a RealisasiAnggaran")
    )
    serapan: tuple[SerapanTercetak, ...] = attrs.field(
        default=(), converter=to_tuple, validator=check_items(SerapanTercetak, "a SerapanTercetak")
    )
    efisiensi: tuple[EfisiensiTercetak, ...] = attrs.field(
        default=(), converter=to_tuple, validator=check_items(EfisiensiTercetak, "an EfisiensiTercetak")
    )

    @property
    def periode(self) -> Periode | None:
        """The period that it measures: of its head, or else the one that all its targets are for."""
        if self.kepala.periode is not None:
            return self.kepala.periode
        found = {target.periode for item in self.indikator for target in item.target}
        return found.pop() if len(found) == 1 else None

    @property
    def indikator(self) -> tuple[Indikator, ...]:
        """All its indikator, in order."""
        return tuple(row for item in self.sasaran for row in item.indikator)

    def realisasi_of(self, indikator: str, periode: Periode | None) -> Realisasi | None:
        """What was reached of an indikator in a period; None where nothing is printed."""
        found = (item for item in self.realisasi if item.indikator == indikator and item.periode == periode)
        return next(found, None)

    def to_pohon(self) -> PohonKinerja:
        """Its sasaran and its components as a tree of roots; the form doesn't say what serves what.

        Raises:
            PohonError: Two of them have one id.
        """
        return grow(self.kepala, [(item, None) for item in (*self.sasaran, *self.anggaran)], self.jenis)

    @classmethod
    def from_laporan(
        cls,
        laporan: LaporanCapaian,
        serapan: RekapSerapan | None = None,
        *,
        pohon: PohonKinerja | None = None,
        lalu: Iterable[Realisasi] = (),
        kepala: Kepala | None = None,
        cara: CaraEfisiensi | str = CaraEfisiensi.SELISIH,
    ) -> PengukuranKinerja:
        """The table of a computed report. Figures stand as they are printed, with two decimals.

        Args:
            laporan: The report, of one period.
            serapan: The money of the same period; without it the form has no table of money.
            pohon: The tree that both are of; it says which components there are.
            lalu: Measurements of the year before.
            kepala: The head; by default the institution and the period of the report.
            cara: The reading of efficiency, ``selisih`` or ``rasio``, for the nodes that
                have both indikator and money.

        Raises:
            ModelError: The report is of several periods, the money is of another one, or
                there is money and no tree.

        >>> from sakip import PohonKinerja, Program, compute_capaian
        >>> pohon = PohonKinerja("Dinas Contoh")
        >>> _ = pohon.add(Program("P1", nama="Rehabilitasi", uraian="Tertangani", indikator=[
        ...     Indikator(id="IK1", nama="Persentase PPKS", target={2025: "93,59 %"})]))
        >>> laporan = compute_capaian(pohon, [Realisasi("IK1", 2025, "88 %")], 2025)
        >>> str(PengukuranKinerja.from_laporan(laporan).tercetak[0].capaian)
        '94,03'
        """
        susunan = Susunan.of(
            laporan, serapan, pohon, lalu, to_enum(CaraEfisiensi, cara, "PengukuranKinerja", "cara")
        )
        instansi = strip_pohon(laporan.nama) if pohon is None else pohon.nama_instansi
        return cls(
            kepala=kepala or Kepala(instansi=instansi, periode=susunan.periode),
            sasaran=susunan.sasaran,
            realisasi=susunan.realisasi,
            tercetak=susunan.tercetak,
            anggaran=susunan.anggaran,
            realisasi_anggaran=susunan.realisasi_anggaran,
            serapan=susunan.serapan,
            efisiensi=susunan.efisiensi,
        )

    def check(
        self, kebijakan: Kebijakan = LKJIP, *, periode: Periode | int | str | None = None
    ) -> tuple[Temuan, ...]:
        """What is printed otherwise than it is computed, each with both figures and the formula.

        Capaian, category, growth, progress, serapan. A difference that the rounding of the
        printed realisasi explains is none.

        Args:
            kebijakan: The policy that the capaian should follow; its scale is that of the categories.
            periode: The period; by default that of the form.

        Raises:
            ModelError: The form doesn't say its period, and none is given.
        """
        when = self.periode if periode is None else to_periode(periode)
        if when is None:
            raise ModelError("PengukuranKinerja", "periode", "None", "the period that it measures")
        return tuple(check_pengukuran(self, when, kebijakan))
