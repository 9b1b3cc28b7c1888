"""The nodes of a tree: what has to hold, and the components of the plan that deliver it."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping
from typing import Any, ClassVar, TypeAlias

import attrs

from sakip.kode import AnyKode, to_kode
from sakip.model._rencana import Indikator, Pagu, Sebutan, check_once, in_force, to_pagu
from sakip.periksa import check_a, check_id, check_items, check_pairs, check_text, to_pairs, to_tuple
from sakip.periode import Periode, to_periode
from sakip.pilihan import to_enum


def _check_butir(instance: object, attribute: attrs.Attribute[Any], value: tuple[object, ...]) -> None:
    check_items(Butir, "a Butir")(instance, attribute, value)


@attrs.frozen
class Butir:
    """One item of a nested list.

    Attributes:
        teks: The text without its number.
        nomor: The number as printed.
        rincian: The items below it.
        tempat: Where it is printed.

    >>> Butir("Pemberdayaan sosial", "1", [Butir("Pemberdayaan sosial KAT.", "a")]).rincian[0].nomor
    'a'
    """

    teks: str = attrs.field(validator=check_text)
    nomor: str = attrs.field(default="", validator=check_text)
    rincian: tuple[Butir, ...] = attrs.field(default=(), converter=to_tuple, validator=_check_butir)
    tempat: str = attrs.field(default="", validator=check_text)


@attrs.frozen(kw_only=True)
class Dasar:
    """The grounds of an outcome.

    Attributes:
        ekspektasi: What the community expects.
        mandat: What the law demands.
        isu_strategis: The strategic issues.

    Acuan: PermenPANRB 89/2021, stage one.

    >>> Dasar(mandat=[Butir("Rehabilitasi Sosial", "3")]).mandat[0].teks
    'Rehabilitasi Sosial'
    """

    ekspektasi: tuple[Butir, ...] = attrs.field(default=(), converter=to_tuple, validator=_check_butir)
    mandat: tuple[Butir, ...] = attrs.field(default=(), converter=to_tuple, validator=_check_butir)
    isu_strategis: tuple[Butir, ...] = attrs.field(default=(), converter=to_tuple, validator=_check_butir)


@attrs.frozen
class Simpul:
    """What every node of the tree carries. Use its subclasses.

    Attributes:
        id: Opaque and stable; the caller's own, never the kode and never the name.
        uraian: The condition that has to hold; for a component, its sasaran.
        indikator: What measures it; one or several.
        sebutan: Other wordings.
        untuk_indikator: The id of the one indikator of the parent that this answers to.
        keterangan: A remark.
        lain: Further cells of the source, as pairs of header and text.

    Raises:
        ModelError: An attribute holds what it cannot; the message names it.

    >>> Program("P1", uraian=7)
    Traceback (most recent call last):
    sakip.errors.ModelError: Program.uraian is 7: a text is expected
    """

    jenis: ClassVar[str] = "simpul"

    id: str = attrs.field(validator=check_id)
    uraian: str = attrs.field(default="", kw_only=True, validator=check_text)
    indikator: tuple[Indikator, ...] = attrs.field(
        default=(), kw_only=True, converter=to_tuple, validator=check_items(Indikator, "an Indikator")
    )
    sebutan: tuple[Sebutan, ...] = attrs.field(
        default=(), kw_only=True, converter=to_tuple, validator=check_items(Sebutan, "a Sebutan")
    )
    untuk_indikator: str = attrs.field(default="", kw_only=True, validator=check_text)
    keterangan: str = attrs.field(default="", kw_only=True, validator=check_text)
    lain: tuple[tuple[str, str], ...] = attrs.field(
        default=(), kw_only=True, converter=to_pairs, validator=check_pairs
    )

    @property
    def label(self) -> str:
        """What a reader knows the node by, its name or else its condition."""
        return self.uraian


@attrs.frozen
class Outcome(Simpul):
    """The result wanted; root of a tree.

    Attributes:
        dasar: Its grounds: ekspektasi, mandat, isu strategis.

    Acuan: PermenPANRB 89/2021, stage one.

    >>> Outcome("O1", uraian="Meningkatnya kesejahteraan sosial").jenis
    'outcome'
    """

    jenis: ClassVar[str] = "outcome"
    dasar: Dasar = attrs.field(factory=Dasar, kw_only=True, validator=check_a(Dasar, "a Dasar"))


@attrs.frozen
class CSF(Simpul):
    """A critical success factor of an outcome.

    Acuan: PermenPANRB 89/2021, stage two.

    >>> CSF("C1", uraian="Meningkatnya pelayanan sosial").label
    'Meningkatnya pelayanan sosial'
    """

    jenis: ClassVar[str] = "csf"


@attrs.frozen
class KondisiAntara(Simpul):
    """A condition needed for what stands above it, at any depth, down to the operational one.

    Acuan: PermenPANRB 89/2021, stage three.

    >>> KondisiAntara("K1", uraian="Terwujudnya rehabilitasi bagi PPKS").jenis
    'kondisi_antara'
    """

    jenis: ClassVar[str] = "kondisi_antara"


@attrs.frozen
class Tujuan(Simpul):
    """A tujuan of a planning document (RPJMD, Renstra).

    >>> Tujuan("T1", uraian="Meningkatkan kualitas pelayanan").jenis
    'tujuan'
    """

    jenis: ClassVar[str] = "tujuan"


@attrs.frozen
class Sasaran(Simpul):
    """A sasaran of a planning document (RPJMD, Renstra, Perjanjian Kinerja).

    >>> Sasaran("S1", uraian="Meningkatnya PMKS yang tertangani").jenis
    'sasaran'
    """

    jenis: ClassVar[str] = "sasaran"


class AsalKode(enum.Enum):
    """Whether a code was printed in the document or assigned afterwards.

    >>> AsalKode("ditetapkan").name
    'DITETAPKAN'
    """

    TERCETAK = "tercetak"
    DITETAPKAN = "ditetapkan"


def _to_asal_kode(nilai: AsalKode | str | None) -> AsalKode | None:
    return None if nilai is None else to_enum(AsalKode, nilai, "Komponen", "asal_kode")


@attrs.frozen
class Komponen(Simpul):
    """What every component of the plan carries beside its condition. Use its subclasses.

    Attributes:
        nama: Its name in the nomenclature or the document.
        kode: Its code; text is read as a nomenclature code, `KodeLain` holds any other.
        asal_kode: Whether the code was printed or assigned; None where nobody has said.
        pagu: Planned money; a mapping of periods to amounts is taken.
    """

    nama: str = attrs.field(default="", kw_only=True, validator=check_text)
    kode: AnyKode | None = attrs.field(default=None, kw_only=True, converter=to_kode)
    asal_kode: AsalKode | None = attrs.field(default=None, kw_only=True, converter=_to_asal_kode)
    pagu: tuple[Pagu, ...] = attrs.field(
        default=(), kw_only=True, converter=to_pagu, validator=[check_items(Pagu, "a Pagu"), check_once]
    )

    @property
    def label(self) -> str:
        """What a reader knows the component by, its name or else its condition."""
        return self.nama or self.uraian

    def pagu_for(
        self, periode: Periode | int | str, versi: str | None = None, *, pada: dt.date | None = None
    ) -> Pagu | None:
        """The pagu of a period, or None.

        Args:
            periode: The period.
            versi: The version of the plan; without one, that in force on the day *pada*.
            pada: The day, by default the last of the period.

        >>> Program("P1", nama="Rehabilitasi Sosial", pagu={"2025": 306_749_630}).pagu_for(2025).jumlah
        306749630
        """
        found: Pagu | None = in_force(self.pagu, to_periode(periode), versi, pada)
        return found


@attrs.frozen
class Urusan(Komponen):
    """An urusan or bidang urusan of government, which the programs are listed under.

    >>> Urusan("U1", kode="1.06", nama="Sosial").kode.level.name
    'BIDANG_URUSAN'
    """

    jenis: ClassVar[str] = "urusan"


@attrs.frozen
class Program(Komponen):
    """A program.

    >>> Program("P1", kode="1.06.04", nama="Program Rehabilitasi Sosial").label
    'Program Rehabilitasi Sosial'
    """

    jenis: ClassVar[str] = "program"


@attrs.frozen
class Kegiatan(Komponen):
    """A kegiatan of a program.

    >>> print(Kegiatan("K1", kode="1.06.04.2.01", nama="Rehabilitasi Sosial Dasar").kode.parent)
    1.06.04
    """

    jenis: ClassVar[str] = "kegiatan"


@attrs.frozen
class SubKegiatan(Komponen):
    """A sub kegiatan of a kegiatan.

    >>> SubKegiatan("S1", nama="Penyediaan Permakanan", pagu={"2025": "55.160.000"}).pagu[0].jumlah
    55160000
    """

    jenis: ClassVar[str] = "sub_kegiatan"


@attrs.frozen
class KRO(Komponen):
    """Klasifikasi Rincian Output, which a kementerian has below its kegiatan.

    >>> KRO("R1", nama="Layanan Dukungan Manajemen Internal").jenis
    'kro'
    """

    jenis: ClassVar[str] = "kro"


@attrs.frozen
class RO(Komponen):
    """Rincian Output, below a KRO.

    >>> RO("R1", nama="Layanan Perkantoran").jenis
    'ro'
    """

    jenis: ClassVar[str] = "ro"


@attrs.frozen
class Aktivitas(Komponen):
    """A step of a rencana aksi, or an individual's work.

    >>> Aktivitas("A1", uraian="Melaksanakan bimbingan teknis").label
    'Melaksanakan bimbingan teknis'
    """

    jenis: ClassVar[str] = "aktivitas"


AnySimpul: TypeAlias = (
    Outcome
    | CSF
    | KondisiAntara
    | Tujuan
    | Sasaran
    | Urusan
    | Program
    | Kegiatan
    | SubKegiatan
    | KRO
    | RO
    | Aktivitas
)
"""The kinds of nodes, a closed union."""

SIMPUL: Mapping[str, type[AnySimpul]] = {
    kelas.jenis: kelas
    for kelas in (
        Outcome,
        CSF,
        KondisiAntara,
        Tujuan,
        Sasaran,
        Urusan,
        Program,
        Kegiatan,
        SubKegiatan,
        KRO,
        RO,
        Aktivitas,
    )
}
"""Each kind of node by its tag."""

NAMA_JENIS: Mapping[str, str] = {
    "outcome": "Outcome",
    "csf": "CSF",
    "kondisi_antara": "Kondisi",
    "tujuan": "Tujuan",
    "sasaran": "Sasaran",
    "urusan": "Urusan",
    "program": "Program",
    "kegiatan": "Kegiatan",
    "sub_kegiatan": "Sub kegiatan",
    "kro": "KRO",
    "ro": "RO",
    "aktivitas": "Aktivitas",
}
"""What a reader calls each kind of node, by its tag."""


def name_simpul(simpul: AnySimpul) -> str:
    """The kind, id and code of a node, as they stand before its text.

    >>> name_simpul(Program("P1", kode="1.06.04"))
    'Program P1 1.06.04'
    """
    code = f" {simpul.kode}" if isinstance(simpul, Komponen) and simpul.kode is not None else ""
    return f"{NAMA_JENIS[simpul.jenis]} {simpul.id}{code}"
