"""Evaluasi hasil Renja: what a year of the Renja gave, and what that makes of the Renstra."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

import attrs

from sakip.alasan import Alasan
from sakip.angka import Isian, Kosong
from sakip.bentuk._bersama import check_kepala
from sakip.bentuk._evaluasi_periksa import check_evaluasi
from sakip.bentuk._evaluasi_susun import Hitung
from sakip.bentuk._kepala import Kepala
from sakip.errors import ModelError
from sakip.kebijakan import LKJIP, Kebijakan
from sakip.model import Indikator, Realisasi, RealisasiAnggaran
from sakip.periksa import check_a, check_id, check_items, check_pairs, check_text, to_pairs, to_tuple
from sakip.periode import JenisPeriode, Periode, to_periode
from sakip.pohon import PohonKinerja
from sakip.rumus import to_optional_isian
from sakip.skala import SKALA_PERMENDAGRI_86, Skala
from sakip.temuan import Temuan


def to_isian_kosong(value: Any) -> Any:
    found = to_optional_isian(value)
    return Kosong() if found is None else found


def _to_triwulan(value: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(map(to_isian_kosong, value))


def _check_triwulan(instance: object, attribute: attrs.Attribute[Any], value: tuple[Any, ...]) -> None:
    if len(value) != 4:
        raise ModelError(
            type(instance).__name__, attribute.name, repr(value), "four values, one for each triwulan"
        )


@attrs.frozen(kw_only=True)
class AngkaEvaluasi:
    """Columns 6 to 15 of one row, of its performance (K) or of its money (Rp).

    A blank cell is an empty `Kosong`; what can't be computed is ``n/a``, and the row says why.

    Attributes:
        target_renstra: 6, the target at the end of the Renstra.
        realisasi_lalu: 7, reached up to the year before.
        target_tahun: 8, the target of the year.
        triwulan: 9 to 12, what each triwulan gave.
        realisasi_tahun: 13, what the year gave.
        realisasi_total: 14, reached up to now.
        tingkat: 15, that in percent of column 6.

    >>> AngkaEvaluasi(target_renstra=100, triwulan=["5", "", "", ""]).triwulan[0].nilai
    Decimal('5')
    """

    target_renstra: Isian = attrs.field(factory=Kosong, converter=to_isian_kosong)
    realisasi_lalu: Isian = attrs.field(factory=Kosong, converter=to_isian_kosong)
    target_tahun: Isian = attrs.field(factory=Kosong, converter=to_isian_kosong)
    triwulan: tuple[Isian, ...] = attrs.field(
        default=(Kosong(),) * 4, converter=_to_triwulan, validator=_check_triwulan
    )
    realisasi_tahun: Isian = attrs.field(factory=Kosong, converter=to_isian_kosong)
    realisasi_total: Isian = attrs.field(factory=Kosong, converter=to_isian_kosong)
    tingkat: Isian = attrs.field(factory=Kosong, converter=to_isian_kosong)

    @property
    def kolom(self) -> dict[int, Isian]:
        """The figures by the number of their column."""
        tw = dict(zip(range(9, 13), self.triwulan, strict=True))
        return {
            6: self.target_renstra,
            7: self.realisasi_lalu,
            8: self.target_tahun,
            **tw,
            13: self.realisasi_tahun,
            14: self.realisasi_total,
            15: self.tingkat,
        }


def to_alasan(value: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(tuple(item) for item in value)


def check_alasan(instance: object, attribute: attrs.Attribute[Any], value: tuple[Any, ...]) -> None:
    for kolom, alasan in value:
        if not isinstance(kolom, str) or not isinstance(alasan, Alasan):
            raise ModelError(
                type(instance).__name__,
                attribute.name,
                repr((kolom, alasan)),
                "a column such as '13 K', and an Alasan",
            )


_check_angka = check_a(AngkaEvaluasi, "an AngkaEvaluasi")


@attrs.frozen(kw_only=True)
class BarisEvaluasi:
    """One row: an indikator of a sasaran or of a component.

    Attributes:
        id: The id of the node; its further indikator have it too.
        jenis: The kind of the node, such as ``program``.
        sasaran: Column 2, the sasaran of the perangkat daerah that it serves.
        kode: The code of the component, as printed.
        nama: Column 3, the name of the component; empty for the row of a sasaran.
        indikator: Columns 4 and 5; None for a row of money alone.
        kinerja: Columns 6 to 15, K.
        anggaran: Columns 6 to 15, Rp; on the first row of the node.
        penanggung_jawab: The unit that answers for it.
        alasan: For each figure that is ``n/a``, its column, such as ``13 K``, and why.
        keterangan: Remarks.
        lain: Further cells of the source, as pairs of header and text.

    >>> BarisEvaluasi(id="P1", jenis="program", nama="Rehabilitasi Sosial").kinerja == AngkaEvaluasi()
    True
    """

    id: str = attrs.field(validator=check_id)
    jenis: str = attrs.field(default="", validator=check_text)
    sasaran: str = attrs.field(default="", validator=check_text)
    kode: str = attrs.field(default="", validator=check_text)
    nama: str = attrs.field(default="", validator=check_text)
    indikator: Indikator | None = attrs.field(
        default=None, validator=attrs.validators.optional(check_a(Indikator, "an Indikator"))
    )
    kinerja: AngkaEvaluasi = attrs.field(factory=AngkaEvaluasi, validator=_check_angka)
    anggaran: AngkaEvaluasi = attrs.field(factory=AngkaEvaluasi, validator=_check_angka)
    penanggung_jawab: str = attrs.field(default="", validator=check_text)
    alasan: tuple[tuple[str, Alasan], ...] = attrs.field(
        default=(), converter=to_alasan, validator=check_alasan
    )
    keterangan: str = attrs.field(default="", validator=check_text)
    lain: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=to_pairs, validator=check_pairs)


@attrs.frozen(kw_only=True)
class RataRata:
    """The two rows below the table: the mean of column 15, and its category.

    Attributes:
        kinerja: The mean of column 15, K.
        anggaran: The mean of column 15, Rp.
        predikat_kinerja: Its category.
        predikat_anggaran: Its category.
        keterangan: On how many rows the means rest.

    >>> RataRata(kinerja="85,5", predikat_kinerja="Tinggi").kinerja.nilai
    Decimal('85.5')
    """

    kinerja: Isian = attrs.field(factory=Kosong, converter=to_isian_kosong)
    anggaran: Isian = attrs.field(factory=Kosong, converter=to_isian_kosong)
    predikat_kinerja: str = attrs.field(default="", validator=check_text)
    predikat_anggaran: str = attrs.field(default="", validator=check_text)
    keterangan: str = attrs.field(default="", validator=check_text)


@attrs.frozen(kw_only=True)
class EvaluasiRenja:
    """The evaluation form of a Renja in fifteen columns, as a triwulan or a year closes.

    Its head names the tree and the year; `attrs.evolve` puts in another one.

    Only an indikator whose periods add up is added in columns 13 and 14. Any other has
    there what its own way of putting periods together gives: the last value, the mean, all
    numerators by all denominators.

    Attributes:
        kepala: The head.
        baris: The rows in the order of the tree.
        rata_rata: The two rows below.

    Acuan: Permendagri 86/2017. The form is usually called E.81; neither that number nor the
    wording of its columns was checked with the text of the regulation.

    >>> from sakip import PohonKinerja, SubKegiatan
    >>> pohon = PohonKinerja("Dinas Contoh", periode="2024-2026")
    >>> _ = pohon.add(SubKegiatan("S1", nama="Penyediaan Sandang", pagu={2024: 90, 2025: 100, 2026: 110},
    ...     indikator=[Indikator(id="IK1", nama="Jumlah penerima", satuan="Orang", agregasi="jumlah",
    ...         target={2024: 10, 2025: 20, 2026: 20})]))
    >>> terukur = [Realisasi("IK1", 2024, 10), *(Realisasi("IK1", f"2025-TW{n}", 4) for n in (1, 2, 3, 4))]
    >>> belanja = [RealisasiAnggaran("S1", 2024, 80), RealisasiAnggaran("S1", 2025, 95)]
    >>> baris = EvaluasiRenja.from_pohon(pohon, terukur, belanja, 2025).baris[0]
    >>> [str(nilai) for nilai in baris.kinerja.kolom.values()]
    ['50', '10', '20', '4', '4', '4', '4', '16', '26', '52']
    >>> [str(nilai) for nilai in baris.anggaran.kolom.values()]
    ['300', '80', '100', '', '', '', '', '95', '175', '58,33']
    """

    jenis: ClassVar[str] = "evaluasi_renja"

    kepala: Kepala = attrs.field(factory=Kepala, validator=check_kepala)
    baris: tuple[BarisEvaluasi, ...] = attrs.field(
        default=(), converter=to_tuple, validator=check_items(BarisEvaluasi, "a BarisEvaluasi")
    )
    rata_rata: RataRata = attrs.field(factory=RataRata, validator=check_a(RataRata, "a RataRata"))

    @classmethod
    def from_pohon(
        cls,
        pohon: PohonKinerja,
        realisasi: Iterable[Realisasi],
        realisasi_anggaran: Iterable[RealisasiAnggaran],
        periode: Periode | int | str,
        *,
        rencana: Periode | int | str | None = None,
        kebijakan: Kebijakan | None = None,
        skala: Skala = SKALA_PERMENDAGRI_86,
        versi: str | None = None,
    ) -> EvaluasiRenja:
        """The form computed from a tree and what was measured and spent.

        A figure that can't be computed is ``n/a``, and the row says why; what was not
        filled is blank, and is never taken for zero.

        Args:
            pohon: The tree.
            realisasi: Measurements, of the years before too.
            realisasi_anggaran: Spending, of the years before too.
            periode: The year, or the triwulan that the form is filled up to.
            rencana: The span of the Renstra; by default the tree's own.
            kebijakan: The policy of column 15, K; by default the tree's own, and LKJIP
                where it has none. For indikator that should fall it is no plain quotient,
                and the row says so.
            skala: The scale of the categories.
            versi: The version of the plan.

        Raises:
            ModelError: It is no year and no triwulan, or not one of the Renstra, whose
                span has to be known.
        """
        when = to_periode(periode)
        if when.jenis not in (JenisPeriode.TAHUN, JenisPeriode.TRIWULAN):
            raise ModelError("EvaluasiRenja", "periode", str(when), "a year or a triwulan")
        span = pohon.periode if rencana is None else to_periode(rencana)
        if span is None or when not in span:
            raise ModelError(
                "EvaluasiRenja", "rencana", str(span), f"the span of the Renstra, which holds {when},"
            )
        rule = kebijakan or pohon.kebijakan or LKJIP
        hitung = Hitung(pohon, tuple(realisasi), tuple(realisasi_anggaran), when, span, rule, versi)
        rows = hitung.rows()
        mean = hitung.average(rows, skala)
        return cls(
            kepala=Kepala(instansi=pohon.nama_instansi, periode=Periode(when.tahun)),
            baris=[
                BarisEvaluasi(
                    kinerja=AngkaEvaluasi(**row.kinerja),
                    anggaran=AngkaEvaluasi(**row.anggaran),
                    **row.kepala,
                )
                for row in rows
            ],
            rata_rata=RataRata(**mean),
        )

    def check(self, pohon: PohonKinerja | None = None, kebijakan: Kebijakan = LKJIP) -> tuple[Temuan, ...]:
        """Columns 13 to 15 computed again from columns 6 to 12, where they are printed otherwise.

        Args:
            pohon: The tree whose indikator say how their periods are put together, for a
                form that doesn't say so itself; they are found by id, or else by name.
            kebijakan: The policy of column 15, K.

        >>> kinerja = AngkaEvaluasi(triwulan=[80, 82, 84, 90], realisasi_tahun=336)
        >>> indikator = Indikator(id="IK1", nama="Indeks", satuan="Indeks", agregasi="nilai_akhir")
        >>> form = EvaluasiRenja(baris=[BarisEvaluasi(id="P1", indikator=indikator, kinerja=kinerja)])
        >>> [temuan.kode for temuan in form.check()]
        ['SKP168']
        """
        return tuple(check_evaluasi(self, pohon, kebijakan))
