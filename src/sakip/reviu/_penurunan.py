"""Rules about hand-down and links, which `sakip.penjenjangan` checks: shares, contributions, agreements, ranks."""

from __future__ import annotations

from collections.abc import Iterator

from sakip.model import Jabatan, Program, Relasi
from sakip.penjenjangan import (
    JENJANG_BERBEDA,
    KONTRIBUSI_BERLEBIH,
    PEMBAGIAN_TIDAK_LENGKAP,
    PEMBAGIAN_TIDAK_PAS,
    STATUS_TIDAK_DIKENAL,
    TARGET_SAMA_BERBEDA,
    TAUTAN_DITOLAK,
    TAUTAN_MELINGKAR,
    check_jenjang,
    check_lintas,
    check_pembagian,
)
from sakip.pohon import PohonKinerja
from sakip.reviu._aturan import Tinjauan, aturan
from sakip.reviu._contoh import bersih, with_indikator
from sakip.temuan import Temuan


def _divided(*target: str) -> PohonKinerja:
    """The clean tree in which the target of a program is divided between the sub kegiatan of two branches."""
    pohon = with_indikator(
        "P1.1", nama="Jumlah PPKS yang mandiri", satuan="Orang", target={2025: "100 Orang"}
    )
    for id, nilai in zip(("S1", "S2"), target, strict=True):
        pohon.replace(with_indikator(f"{id}.1", target={2025: nilai})[id])
        pohon.add_relasi(
            Relasi(jenis="indikator_turunan", dari=f"indikator:{id}.1", ke="indikator:P1.1", peran="wilayah")
        )
    return pohon


@aturan(
    PEMBAGIAN_TIDAK_PAS,
    PEMBAGIAN_TIDAK_LENGKAP,
    TARGET_SAMA_BERBEDA,
    buruk=lambda: _divided("50 Orang", "40 Orang"),
    baik=lambda: _divided("50 Orang", "50 Orang"),
)
def pembagian(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Target yang diturunkan langsung berjumlah tepat target yang dibagi, tanpa satu bagian pun tertinggal."""
    yield from check_pembagian(tinjauan.pohon)


def _linked(bobot: int) -> PohonKinerja:
    pohon = bersih()
    for id in ("S2", "S3"):
        pohon.add_relasi(Relasi(jenis="dukungan", dari=id, ke="P1", bobot=bobot))
    return pohon


@aturan(
    KONTRIBUSI_BERLEBIH,
    TAUTAN_MELINGKAR,
    TAUTAN_DITOLAK,
    STATUS_TIDAK_DIKENAL,
    buruk=lambda: _linked(60),
    baik=lambda: _linked(50),
)
def lintas(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Dukungan tidak kembali ke asalnya, tidak ditolak, dan kontribusi kepada satu hasil tidak lebih dari seratus."""
    yield from check_lintas(tinjauan.pohon)


def _owned(jenjang: str) -> PohonKinerja:
    """A program and the post that owns it."""
    pohon = PohonKinerja("Dinas Contoh")
    pohon.add(Program("P1", nama="Rehabilitasi Sosial"))
    pohon.add_jabatan(Jabatan(id="kabid", nama="Kepala Bidang", jenjang=jenjang, atasan="kadis"))
    pohon.assign("P1", "kabid")
    return pohon


@aturan(
    JENJANG_BERBEDA,
    buruk=lambda: _owned("pelaksana"),
    baik=lambda: _owned("administrator"),
    bawaan=False,
)
def jenjang_pemilik(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Pemilik sebuah tingkat kinerja berjenjang seperti pada peta yang disetel; kebiasaan instansi berbeda-beda."""
    yield from check_jenjang(tinjauan.pohon, tinjauan.setelan.jenjang)
