"""JSON by msgspec: tagged unions of frozen structs, with the constraints that it can declare.

Like the models of pydantic these have the fields of `sakip` and no link from
node to node.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

import msgspec

Id: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"^\S(.*\S)?$")]
Periode: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"^\d{4}(-(S[12]|TW[1-4]|\d{2}|\d{4}))?$")]
Kode: TypeAlias = Annotated[
    str, msgspec.Meta(pattern=r"^(X\.XX|\d(\.\d{2})?)(\.\d{2}(\.\d\.\d{2}(\.\d{2,4})?)?)?$")
]
Pasangan: TypeAlias = tuple[tuple[str, str], ...]


class Model(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What all have in common."""


class Angka(Model, frozen=True, kw_only=True, tag_field="isian", tag="angka"):
    nilai: Decimal
    satuan: str = ""
    teks: str = ""
    catatan: tuple[str, ...] = ()


class Rentang(Model, frozen=True, kw_only=True, tag_field="isian", tag="rentang"):
    bawah: Decimal
    atas: Decimal
    satuan: str = ""
    teks: str = ""
    catatan: tuple[str, ...] = ()


class Batas(Model, frozen=True, kw_only=True, tag_field="isian", tag="batas"):
    tanda: Literal["≥", ">", "≤", "<"]
    nilai: Decimal
    satuan: str = ""
    teks: str = ""
    catatan: tuple[str, ...] = ()


class Kategori(Model, frozen=True, kw_only=True, tag_field="isian", tag="kategori"):
    label: str
    skor: Decimal | None = None
    teks: str = ""
    catatan: tuple[str, ...] = ()


class Kosong(Model, frozen=True, kw_only=True, tag_field="isian", tag="kosong"):
    jenis: Literal["kosong", "strip", "n/a", "galat"] = "kosong"
    teks: str = ""


Isian: TypeAlias = Angka | Rentang | Batas | Kategori | Kosong


class Target(Model, frozen=True, kw_only=True):
    periode: Periode
    nilai: Isian
    versi: Id = "murni"
    berlaku: dt.date | None = None


class Baseline(Model, frozen=True, kw_only=True):
    periode: Periode
    nilai: Isian


class Pagu(Model, frozen=True, kw_only=True):
    periode: Periode
    jumlah: int | None
    teks: str = ""
    versi: Id = "murni"
    berlaku: dt.date | None = None


class Sebutan(Model, frozen=True, kw_only=True):
    teks: str
    tempat: str = ""
    nomor: str = ""
    bagian: str = "uraian"
    keterangan: str = ""


class Indikator(Model, frozen=True, kw_only=True):
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


class Komponen(Model, frozen=True, kw_only=True, tag_field="jenis"):
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


class Urusan(Komponen, frozen=True, kw_only=True, tag="urusan"): ...


class Program(Komponen, frozen=True, kw_only=True, tag="program"): ...


class Kegiatan(Komponen, frozen=True, kw_only=True, tag="kegiatan"): ...


class SubKegiatan(Komponen, frozen=True, kw_only=True, tag="sub_kegiatan"): ...


class Aktivitas(Komponen, frozen=True, kw_only=True, tag="aktivitas"): ...


class Dokumen(Model, frozen=True, kw_only=True):
    format: Literal["sakip-pohon"]
    versi: Literal[1]
    nama: str
    jenis: Literal["pemda", "kementerian_lembaga", "bebas"] = "pemda"
    periode: Periode | None = None
    simpul: list[Urusan | Program | Kegiatan | SubKegiatan | Aktivitas]


def load(path: str) -> Dokumen:
    """Read a file."""
    return msgspec.json.decode(Path(path).read_bytes(), type=Dokumen)


def dump(dokumen: Dokumen) -> bytes:
    """The structs as text."""
    return msgspec.json.encode(dokumen)


def count(dokumen: Dokumen) -> int:
    """How many values there are, to see that all were read."""
    return sum(len(kpi.target) for simpul in dokumen.simpul for kpi in simpul.indikator)
