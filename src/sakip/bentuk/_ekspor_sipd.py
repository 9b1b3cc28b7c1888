"""Exports of SIPD and of the applications that keep a copy of it: planning and monthly figures in one flat table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

import attrs

from sakip.angka import Isian, to_isian
from sakip.bentuk._bersama import check_kepala
from sakip.bentuk._kepala import Kepala
from sakip.bentuk._sipd_rumus import RUMUS_SIPD, MaknaRumus
from sakip.bentuk._sipd_susun import Susunan
from sakip.errors import ModelError
from sakip.kode import LevelKode
from sakip.model import Realisasi, RealisasiAnggaran
from sakip.periksa import check_a, check_items, check_pairs, check_text, refuse, to_pairs, to_tuple
from sakip.periode import Periode, to_periode
from sakip.pohon import PohonKinerja
from sakip.rumus import to_optional_isian
from sakip.temuan import Temuan

_check_level = check_a(LevelKode, "a LevelKode")


def _to_urut(value: Iterable[Any] | Mapping[Any, Any]) -> tuple[Any, ...]:
    pairs = value.items() if isinstance(value, Mapping) else value
    return tuple((number, to_isian(nilai)) for number, nilai in pairs)


def _check_urut(most: int) -> Any:
    """A validator: each number once, from 1 up."""

    def check(instance: object, attribute: attrs.Attribute[Any], value: tuple[Any, ...]) -> None:
        numbers = [number for number, _ in value]
        if len(set(numbers)) < len(numbers) or not set(numbers) <= set(range(1, most + 1)):
            raise refuse(
                instance, attribute, value, f"numbers from 1 to {most}, each once, with their values,"
            )

    return check


TAHUN_KE, BULAN = 5, 12
"""How many years and months the columns are numbered for."""
_check_tahun_ke, _check_bulan = _check_urut(TAHUN_KE), _check_urut(BULAN)


@attrs.frozen(kw_only=True)
class KomponenSIPD:
    """What one level of a row names.

    Attributes:
        level: The level.
        kode: Its code, as printed.
        nama: Its name, as printed; some exports print the code before it.

    >>> KomponenSIPD(level=LevelKode.PROGRAM, kode="1.06.04", nama="Program Rehabilitasi Sosial").kode
    '1.06.04'
    """

    level: LevelKode = attrs.field(validator=_check_level)
    kode: str = attrs.field(default="", validator=check_text)
    nama: str = attrs.field(default="", validator=check_text)


@attrs.frozen(kw_only=True)
class IndikatorSIPD:
    """An indikator of a row.

    Attributes:
        level: The level whose indikator it is.
        nama: Its name.
        satuan: Its unit.
        id: Its id in the application, unique within its component.
        rumus: The code of its ``id_rumus_indikator``, as printed.
        target: The target of the year of the row.
        target_ke: Targets by the number of the year in the plan, 1 to 5.
        awal: ``target_awal``, where it stood before the plan.
        akhir: ``target_akhir``, the target at the end of the plan.
        realisasi: What each month of the year gave, by its number.

    >>> IndikatorSIPD(level=LevelKode.SUB_KEGIATAN, nama="Jumlah orang", realisasi={1: "4"}).realisasi[0][0]
    1
    """

    level: LevelKode = attrs.field(validator=_check_level)
    nama: str = attrs.field(default="", validator=check_text)
    satuan: str = attrs.field(default="", validator=check_text)
    id: str = attrs.field(default="", validator=check_text)
    rumus: str = attrs.field(default="", validator=check_text)
    target: Isian | None = attrs.field(default=None, converter=to_optional_isian)
    target_ke: tuple[tuple[int, Isian], ...] = attrs.field(
        default=(), converter=_to_urut, validator=_check_tahun_ke
    )
    awal: Isian | None = attrs.field(default=None, converter=to_optional_isian)
    akhir: Isian | None = attrs.field(default=None, converter=to_optional_isian)
    realisasi: tuple[tuple[int, Isian], ...] = attrs.field(
        default=(), converter=_to_urut, validator=_check_bulan
    )


@attrs.frozen(kw_only=True)
class UangSIPD:
    """The money of one level of a row, in rupiah.

    Attributes:
        level: The level whose money it is.
        pagu: The pagu of the year of the row.
        pagu_ke: Pagu by the number of the year in the plan, 1 to 5.
        realisasi: What was spent in each month of the year, by its number.

    >>> UangSIPD(level=LevelKode.SUB_KEGIATAN, pagu="55.160.000").pagu.nilai
    Decimal('55160000')
    """

    level: LevelKode = attrs.field(validator=_check_level)
    pagu: Isian | None = attrs.field(default=None, converter=to_optional_isian)
    pagu_ke: tuple[tuple[int, Isian], ...] = attrs.field(
        default=(), converter=_to_urut, validator=_check_tahun_ke
    )
    realisasi: tuple[tuple[int, Isian], ...] = attrs.field(
        default=(), converter=_to_urut, validator=_check_bulan
    )


def _to_tahun(value: Periode | int | str | None) -> Periode | None:
    return None if value is None else to_periode(value)


def _check_year(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if value is not None and type(value) is not int:
        raise refuse(instance, attribute, value, "a year or None")


@attrs.frozen(kw_only=True)
class BarisSIPD:
    """One row: the levels that it names, what is planned and measured for them.

    The same component stands in as many rows as it has indikator, with its money in each.

    Attributes:
        nomor: The row in the file, counted from 1; 0 where it comes from none.
        kode_skpd: The code of the perangkat daerah.
        nama_skpd: Its name.
        kode_sub_skpd: The code of its unit.
        nama_sub_skpd: The name of its unit.
        komponen: What each level names.
        tahun: ``tahun_anggaran``.
        tahun_awal: The first year of the plan, as printed.
        tahun_akhir: The last one.
        indikator: The indikator.
        uang: The money.
        lain: Further cells, as pairs of header and text.

    >>> BarisSIPD(komponen=[KomponenSIPD(level=LevelKode.URUSAN, kode="1")], tahun=2025).tahun.tahun
    2025
    """

    nomor: int = 0
    kode_skpd: str = attrs.field(default="", validator=check_text)
    nama_skpd: str = attrs.field(default="", validator=check_text)
    kode_sub_skpd: str = attrs.field(default="", validator=check_text)
    nama_sub_skpd: str = attrs.field(default="", validator=check_text)
    komponen: tuple[KomponenSIPD, ...] = attrs.field(
        default=(), converter=to_tuple, validator=check_items(KomponenSIPD, "a KomponenSIPD")
    )
    tahun: Periode | None = attrs.field(default=None, converter=_to_tahun)
    tahun_awal: int | None = attrs.field(default=None, validator=_check_year)
    tahun_akhir: int | None = attrs.field(default=None, validator=_check_year)
    indikator: tuple[IndikatorSIPD, ...] = attrs.field(
        default=(), converter=to_tuple, validator=check_items(IndikatorSIPD, "an IndikatorSIPD")
    )
    uang: tuple[UangSIPD, ...] = attrs.field(
        default=(), converter=to_tuple, validator=check_items(UangSIPD, "a UangSIPD")
    )
    lain: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=to_pairs, validator=check_pairs)


@attrs.frozen(kw_only=True)
class EksporSIPD:
    """An export of SIPD, row by row as it was read; tree and measurements are made of it.

    Ids are made of codes and names alone, so that the export of the next month, in
    whatever order, has the same ones: ``<kode_skpd>/<kode>`` for a component, its sub
    kegiatan in four digits; below it, for an indikator, its own id or a digest of its name.

    Attributes:
        kepala: The head.
        baris: The rows.

    Acuan: The columns are those of SIPD as applications of regional governments keep them;
    no regulation prints them.

    >>> baris = BarisSIPD(tahun=2025,
    ...     komponen=[KomponenSIPD(level=LevelKode.PROGRAM, kode="1.06.04", nama="Rehabilitasi Sosial")],
    ...     indikator=[IndikatorSIPD(level=LevelKode.PROGRAM, id="7", nama="Persentase PPKS", satuan="%",
    ...         rumus="2", target="10", realisasi={1: "12", 2: "11"})],
    ...     uang=[UangSIPD(level=LevelKode.PROGRAM, pagu="306749630", realisasi={1: "9000000"})])
    >>> ekspor = EksporSIPD(baris=[baris])
    >>> indikator = ekspor.to_pohon()["1.06.04"].indikator[0]
    >>> indikator.id, indikator.polaritas.value, indikator.agregasi.value
    ('1.06.04/7', 'turun', 'nilai_akhir')
    >>> [(str(item.periode), str(item.nilai)) for item in ekspor.to_realisasi()]
    [('2025-01', '12'), ('2025-02', '11')]
    >>> ekspor.to_realisasi_anggaran()[0].jumlah
    9000000
    """

    jenis: ClassVar[str] = "ekspor_sipd"

    kepala: Kepala = attrs.field(factory=Kepala, validator=check_kepala)
    baris: tuple[BarisSIPD, ...] = attrs.field(
        default=(), converter=to_tuple, validator=check_items(BarisSIPD, "a BarisSIPD")
    )

    def to_pohon(
        self,
        *,
        tahun_awal: int | None = None,
        bidang: str | None = None,
        rumus: Mapping[str, MaknaRumus] = RUMUS_SIPD,
    ) -> PohonKinerja:
        """Urusan, bidang urusan, program, kegiatan and sub kegiatan as a tree, each once.

        What several rows repeat counts once; where they differ the first stands, and `check`
        says so. Money is never added up over rows.

        Args:
            tahun_awal: The year that ``target_1`` and ``pagu_1`` are of. Without it the years of
                the plan decide, where the row prints five of them; else what is numbered is kept
                as further cells. Applications differ in whether the first year of the plan is
                year one, so a plan of six calendar years decides nothing.
            bidang: The bidang urusan for codes that begin with ``X.XX``, where neither the row nor
                the name says it.
            rumus: What the codes of ``id_rumus_indikator`` mean.

        Raises:
            KodeError: *bidang* is no bidang urusan.
            ModelError: *tahun_awal* is no year.
        """
        return self._susun(tahun_awal, bidang, rumus).pohon()

    def to_realisasi(self) -> tuple[Realisasi, ...]:
        """What was measured, month by month, of indikator in the tree.

        A month without a figure has no record, and a zero is one.
        """
        return self._susun(None, None, RUMUS_SIPD).realisasi()

    def to_realisasi_anggaran(self) -> tuple[RealisasiAnggaran, ...]:
        """What was spent, month by month, on nodes of the tree.

        >>> EksporSIPD().to_realisasi_anggaran()
        ()
        """
        return self._susun(None, None, RUMUS_SIPD).belanja()

    def check(
        self,
        *,
        tahun_awal: int | None = None,
        bidang: str | None = None,
        rumus: Mapping[str, MaknaRumus] = RUMUS_SIPD,
    ) -> tuple[Temuan, ...]:
        """What the rows contradict each other in, what was taken to be so, and what can't be told.

        Args:
            tahun_awal: As for `to_pohon`.
            bidang: As for `to_pohon`.
            rumus: As for `to_pohon`.

        >>> baris = BarisSIPD(komponen=[KomponenSIPD(level=LevelKode.BIDANG_URUSAN, kode="2.1", nama="Pangan")])
        >>> [temuan.kode for temuan in EksporSIPD(baris=[baris]).check()]
        ['SKP181']
        """
        return tuple(self._susun(tahun_awal, bidang, rumus).temuan)

    def _susun(self, tahun_awal: int | None, bidang: str | None, rumus: Mapping[str, MaknaRumus]) -> Susunan:
        if tahun_awal is not None and type(tahun_awal) is not int:
            raise ModelError("EksporSIPD", "tahun_awal", repr(tahun_awal), "a year")
        return Susunan.of(self.kepala.instansi, self.baris, tahun_awal, bidang, rumus)
