"""Rekapitulasi evaluasi hasil pelaksanaan Renja, table T-C.29: where the Renstra will stand as a new Renja begins."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import attrs

from sakip.alasan import Alasan
from sakip.angka import Isian, Kosong
from sakip.bentuk._bersama import check_kepala
from sakip.bentuk._evaluasi_renja import check_alasan, to_alasan, to_isian_kosong
from sakip.bentuk._kepala import Kepala
from sakip.bentuk._rekapitulasi_periksa import check_rekapitulasi
from sakip.bentuk._rekapitulasi_susun import Hitung
from sakip.errors import ModelError
from sakip.kebijakan import LKJIP, Kebijakan
from sakip.model import Indikator, Realisasi
from sakip.periksa import check_a, check_id, check_items, check_pairs, check_text, to_pairs, to_tuple
from sakip.periode import JenisPeriode, Periode, to_periode
from sakip.pohon import PohonKinerja
from sakip.temuan import Temuan


@attrs.frozen(kw_only=True)
class AngkaRekapitulasi:
    """Columns 4 to 11 of one row. In what follows the year of the new Renja is n.

    A blank cell is an empty `Kosong`; what can't be computed is ``n/a``, and the row says why.

    Attributes:
        target_renstra: 4, the target at the end of the Renstra.
        realisasi_lalu: 5, reached up to year n-3.
        target_n2: 6, the target of year n-2.
        realisasi_n2: 7, what year n-2 gave.
        tingkat_n2: 8, column 7 against column 6, in percent.
        target_n1: 9, the target of year n-1, which is running.
        perkiraan: 10, what will be reached by the end of year n-1, if its target is.
        tingkat: 11, column 10 against column 4, in percent.

    >>> AngkaRekapitulasi(target_renstra="100").target_renstra.nilai
    Decimal('100')
    """

    target_renstra: Isian = attrs.field(factory=Kosong, converter=to_isian_kosong)
    realisasi_lalu: Isian = attrs.field(factory=Kosong, converter=to_isian_kosong)
    target_n2: Isian = attrs.field(factory=Kosong, converter=to_isian_kosong)
    realisasi_n2: Isian = attrs.field(factory=Kosong, converter=to_isian_kosong)
    tingkat_n2: Isian = attrs.field(factory=Kosong, converter=to_isian_kosong)
    target_n1: Isian = attrs.field(factory=Kosong, converter=to_isian_kosong)
    perkiraan: Isian = attrs.field(factory=Kosong, converter=to_isian_kosong)
    tingkat: Isian = attrs.field(factory=Kosong, converter=to_isian_kosong)

    @property
    def kolom(self) -> dict[int, Isian]:
        """The figures by the number of their column."""
        return dict(enumerate(attrs.astuple(self, recurse=False), start=4))


@attrs.frozen(kw_only=True)
class BarisRekapitulasi:
    """One row: an indikator of a component, or a component that has none.

    Attributes:
        id: The id of the node; its further indikator have it too.
        jenis: The kind of the node, such as ``program``.
        kode: Column 1, the code as printed.
        nama: Column 2, the name of the component.
        indikator: Column 3; None for a component without one.
        angka: Columns 4 to 11.
        alasan: For each figure that is ``n/a``, its column, such as ``10``, and why.
        keterangan: Remarks.
        lain: Further cells of the source, as pairs of header and text.

    >>> BarisRekapitulasi(id="P1", jenis="program", nama="Rehabilitasi Sosial").angka == AngkaRekapitulasi()
    True
    """

    id: str = attrs.field(validator=check_id)
    jenis: str = attrs.field(default="", validator=check_text)
    kode: str = attrs.field(default="", validator=check_text)
    nama: str = attrs.field(default="", validator=check_text)
    indikator: Indikator | None = attrs.field(
        default=None, validator=attrs.validators.optional(check_a(Indikator, "an Indikator"))
    )
    angka: AngkaRekapitulasi = attrs.field(
        factory=AngkaRekapitulasi, validator=check_a(AngkaRekapitulasi, "an AngkaRekapitulasi")
    )
    alasan: tuple[tuple[str, Alasan], ...] = attrs.field(
        default=(), converter=to_alasan, validator=check_alasan
    )
    keterangan: str = attrs.field(default="", validator=check_text)
    lain: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=to_pairs, validator=check_pairs)


@attrs.frozen(kw_only=True)
class RekapitulasiRenja:
    """The table that a Renja begins with: what the years before gave, and what the running one will.

    The estimate in column 10 adds years, which only an indikator that is a flow
    (``agregasi`` jumlah) has a meaning for; any other has ``n/a`` there, and the row says why.

    Attributes:
        kepala: The head; its year is that of the new Renja.
        baris: The rows in the order of the tree.

    Acuan: Permendagri 86/2017, where it is usually called table T-C.29; neither that number nor
    the wording of its columns was checked with the text of the regulation.

    >>> from sakip import PohonKinerja, SubKegiatan
    >>> pohon = PohonKinerja("Dinas Contoh", periode="2021-2025")
    >>> _ = pohon.add(SubKegiatan("S1", nama="Penyediaan Sandang", indikator=[
    ...     Indikator(id="IK1", nama="Jumlah penerima", satuan="Orang", agregasi="jumlah",
    ...         target={year: 20 for year in range(2021, 2026)})]))
    >>> terukur = [Realisasi("IK1", 2021, 15), Realisasi("IK1", 2022, 22), Realisasi("IK1", 2023, 18)]
    >>> baris = RekapitulasiRenja.from_pohon(pohon, terukur, 2025).baris[0]
    >>> [str(nilai) for nilai in baris.angka.kolom.values()]
    ['100', '37', '20', '18', '90', '20', '75', '75']
    """

    jenis: ClassVar[str] = "rekapitulasi_renja"

    kepala: Kepala = attrs.field(factory=Kepala, validator=check_kepala)
    baris: tuple[BarisRekapitulasi, ...] = attrs.field(
        default=(), converter=to_tuple, validator=check_items(BarisRekapitulasi, "a BarisRekapitulasi")
    )

    @classmethod
    def from_pohon(
        cls,
        pohon: PohonKinerja,
        realisasi: Iterable[Realisasi],
        tahun: Periode | int | str,
        *,
        rencana: Periode | int | str | None = None,
        kebijakan: Kebijakan | None = None,
        versi: str | None = None,
    ) -> RekapitulasiRenja:
        """The table computed from a tree and what was measured.

        Measurements of year n-1 are passed over: the table is made while that year runs,
        and takes its target.

        Args:
            pohon: The tree; its urusan, programs, kegiatan and sub kegiatan have rows.
            realisasi: Measurements of all years of the Renstra.
            tahun: The year n of the new Renja.
            rencana: The span of the Renstra; by default the tree's own.
            kebijakan: The policy of columns 8 and 11; by default the tree's own, and LKJIP
                where it has none.
            versi: The version of the plan.

        Raises:
            ModelError: It is no year, or the year before is not one of the Renstra, whose span
                has to be known.
        """
        when = to_periode(tahun)
        if when.jenis is not JenisPeriode.TAHUN:
            raise ModelError("RekapitulasiRenja", "tahun", str(when), "a year")
        span = pohon.periode if rencana is None else to_periode(rencana)
        if span is None or when.previous() not in span:
            raise ModelError(
                "RekapitulasiRenja",
                "rencana",
                str(span),
                f"the span of the Renstra, which holds {when.previous()},",
            )
        hitung = Hitung(pohon, tuple(realisasi), when, span, kebijakan or pohon.kebijakan or LKJIP, versi)
        return cls(
            kepala=Kepala(instansi=pohon.nama_instansi, periode=when),
            baris=[
                BarisRekapitulasi(angka=AngkaRekapitulasi(**row.angka), **row.kepala) for row in hitung.rows()
            ],
        )

    def check(self, pohon: PohonKinerja | None = None, kebijakan: Kebijakan = LKJIP) -> tuple[Temuan, ...]:
        """Columns 8, 10 and 11 computed again from the others, where they are printed otherwise.

        Args:
            pohon: The tree whose indikator say how their years are put together, for a
                form that doesn't say so itself; they are found by id, or else by name.
            kebijakan: The policy of columns 8 and 11.

        >>> angka = AngkaRekapitulasi(realisasi_lalu=80, realisasi_n2=82, target_n1=85, perkiraan=247)
        >>> indeks = Indikator(id="IK1", nama="Indeks", satuan="Indeks", agregasi="nilai_akhir")
        >>> form = RekapitulasiRenja(baris=[BarisRekapitulasi(id="P1", indikator=indeks, angka=angka)])
        >>> [temuan.kode for temuan in form.check()]
        ['SKP168']
        """
        return tuple(check_rekapitulasi(self, pohon, kebijakan))
