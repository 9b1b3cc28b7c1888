"""JSON by pydantic v2, as its users run it: discriminated unions, frozen, nothing unknown taken.

The models have the fields of `sakip`, and its constraints as far as pydantic
can declare them; what would need Python validators is left out, and so is the
linking of the tree. Both are in pydantic's favour.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Id: TypeAlias = Annotated[str, StringConstraints(pattern=r"^\S(.*\S)?$")]
Angka34: TypeAlias = Annotated[Decimal, Field(max_digits=34, allow_inf_nan=False)]
Periode: TypeAlias = Annotated[str, StringConstraints(pattern=r"^\d{4}(-(S[12]|TW[1-4]|\d{2}|\d{4}))?$")]
Kode: TypeAlias = Annotated[
    str, StringConstraints(pattern=r"^(X\.XX|\d(\.\d{2})?)(\.\d{2}(\.\d\.\d{2}(\.\d{2,4})?)?)?$")
]
Pasangan: TypeAlias = tuple[tuple[str, str], ...]


class Model(BaseModel):
    """What all have in common."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Angka(Model):
    isian: Literal["angka"]
    nilai: Angka34
    satuan: str = ""
    teks: str = ""
    catatan: tuple[str, ...] = ()


class Rentang(Model):
    isian: Literal["rentang"]
    bawah: Angka34
    atas: Angka34
    satuan: str = ""
    teks: str = ""
    catatan: tuple[str, ...] = ()


class Batas(Model):
    isian: Literal["batas"]
    tanda: Literal["≥", ">", "≤", "<"]
    nilai: Angka34
    satuan: str = ""
    teks: str = ""
    catatan: tuple[str, ...] = ()


class Kategori(Model):
    isian: Literal["kategori"]
    label: str
    skor: Angka34 | None = None
    teks: str = ""
    catatan: tuple[str, ...] = ()


class Kosong(Model):
    isian: Literal["kosong"]
    jenis: Literal["kosong", "strip", "n/a", "galat"] = "kosong"
    teks: str = ""


Isian: TypeAlias = Annotated[Angka | Rentang | Batas | Kategori | Kosong, Field(discriminator="isian")]


class Target(Model):
    periode: Periode
    nilai: Isian
    versi: Id = "murni"
    berlaku: dt.date | None = None


class Baseline(Model):
    periode: Periode
    nilai: Isian


class Pagu(Model):
    periode: Periode
    jumlah: int | None
    teks: str = ""
    versi: Id = "murni"
    berlaku: dt.date | None = None


class Sebutan(Model):
    teks: str
    tempat: str = ""
    nomor: str = ""
    bagian: str = "uraian"
    keterangan: str = ""


class Indikator(Model):
    id: Id
    nama: str
    satuan: str = ""
    formulasi: str = ""
    polaritas: Literal["naik", "turun", "stabil"] = "naik"
    agregasi: Literal["jumlah", "nilai_akhir", "rata_rata", "maksimum", "minimum"] | None = None
    target: tuple[Target, ...] = ()
    baseline: Baseline | None = None
    sumber_data: tuple[str, ...] = ()
    definisi_operasional: str = ""
    alasan: str = ""
    penanggung_jawab: str = ""
    iku: bool = False
    referensi: str = ""
    tersirat: bool = False
    sebutan: tuple[Sebutan, ...] = ()
    keterangan: str = ""
    lain: Pasangan = ()


class Komponen(Model):
    induk: str | None
    id: Id
    uraian: str = ""
    indikator: tuple[Indikator, ...] = ()
    sebutan: tuple[Sebutan, ...] = ()
    untuk_indikator: str = ""
    keterangan: str = ""
    lain: Pasangan = ()
    nama: str = ""
    kode: Kode | None = None
    asal_kode: Literal["tercetak", "ditetapkan"] | None = None
    pagu: tuple[Pagu, ...] = ()


class Urusan(Komponen):
    jenis: Literal["urusan"]


class Program(Komponen):
    jenis: Literal["program"]


class Kegiatan(Komponen):
    jenis: Literal["kegiatan"]


class SubKegiatan(Komponen):
    jenis: Literal["sub_kegiatan"]


class Aktivitas(Komponen):
    jenis: Literal["aktivitas"]


Simpul: TypeAlias = Annotated[
    Urusan | Program | Kegiatan | SubKegiatan | Aktivitas, Field(discriminator="jenis")
]


class Dokumen(Model):
    format: Literal["sakip-pohon"]
    versi: Literal[1]
    nama: str
    jenis: Literal["pemda", "kementerian_lembaga", "bebas"] = "pemda"
    periode: Periode | None = None
    simpul: list[Simpul]


def load(path: str) -> Dokumen:
    """Read a file."""
    return Dokumen.model_validate_json(Path(path).read_bytes())


def dump(dokumen: Dokumen) -> str:
    """The models as text."""
    return dokumen.model_dump_json(exclude_defaults=True)


def count(dokumen: Dokumen) -> int:
    """How many values there are, to see that all were read."""
    return sum(len(kpi.target) for simpul in dokumen.simpul for kpi in simpul.indikator)
