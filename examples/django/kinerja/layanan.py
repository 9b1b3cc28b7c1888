"""Between the database and sakip: what is read from an upload, what becomes of it, what is computed."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

import sakip
from kinerja.models import Pohon, Realisasi, Usulan, VersiPohon, to_isi
from sakip.anggaran import RekapSerapan, compute_serapan
from sakip.dokumen import BatasBaca
from sakip.penjenjangan import derive_perjanjian_kinerja

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.core.files.uploadedfile import UploadedFile

BATAS = BatasBaca(ukuran_berkas=10 * 1024**2, ukuran_terbuka=100 * 1024**2, baris=50_000)
"""What an upload may ask for: less than a file of one's own."""


def propose(berkas: UploadedFile[bytes], pohon: Pohon | None, pembuat: User) -> Usulan:
    """Read an upload, and keep what was read until somebody has looked at it.

    The findings of the reading are kept with it, since they speak of cells that only the file has.

    Raises:
        SakipError: It can't be read.
    """
    nama = Path(berkas.name or "struktur").name
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / nama
        path.write_bytes(berkas.read())
        hasil = sakip.read_struktur(path, batas=BATAS)
    sisa = [
        {
            "tingkat": "kesalahan",
            "tempat": f"baris {item.baris}",
            "pesan": f"Baris ini tidak ikut: {'; '.join(f'{kolom} {teks}' for kolom, teks in item.sel)}",
        }
        for item in hasil.sisa
    ]
    return Usulan.objects.create(
        pohon=pohon,
        dasar=pohon.versi_terakhir() if pohon else None,
        berkas=nama,
        isi=to_isi(hasil.dokumen),
        temuan=[*(item.to_record() for item in hasil.temuan), *sisa],
        pembuat=pembuat,
    )


@transaction.atomic
def adopt(usulan: Usulan, *, versi: str, berlaku: dt.date, pembuat: User) -> VersiPohon:
    """Keep a proposed tree as a version: all of it, or nothing.

    The tree's row is locked, so of two people who do this at once the second is told that the
    version has changed which the preview was made against.

    Raises:
        ValidationError: Somebody was faster, or the name of the tree or of the version is taken.
    """
    pohon = Pohon.objects.select_for_update().get(pk=usulan.pohon_id) if usulan.pohon_id else None
    if pohon and pohon.versi_terakhir() != usulan.dasar:
        raise ValidationError(
            "Sementara itu versi lain sudah disimpan. Unggah lagi untuk melihat bedanya dengan versi itu."
        )
    try:
        with transaction.atomic():
            pohon = pohon or Pohon.objects.create(nama=usulan.pohon_kinerja.nama)
    except IntegrityError as error:
        raise ValidationError("Pohon dengan nama itu sudah ada. Unggah sebagai versi pohon itu.") from error
    try:
        with transaction.atomic():
            baru = VersiPohon.objects.create(
                pohon=pohon, versi=versi, berlaku=berlaku, isi=usulan.isi, pembuat=pembuat
            )
    except IntegrityError as error:
        raise ValidationError(
            f'Versi "{versi}" sudah ada. Versi yang tersimpan tidak diubah; pakai nama lain.'
        ) from error
    usulan.delete()
    return baru


def find_stranded(pohon: Pohon, baru: sakip.PohonKinerja) -> list[Realisasi]:
    """The measurements whose indikator a proposed tree no longer has."""
    known = {indikator.id for simpul in baru for indikator in simpul.indikator}
    return [row for row in pohon.realisasi.all() if row.indikator not in known]


def plan_for(pohon: Pohon, periode: sakip.Periode) -> sakip.PohonKinerja:
    """The plan in force at the end of a period.

    Raises:
        VersiPohon.DoesNotExist: None was in force yet.
    """
    versi = pohon.versi_pada(periode.akhir)
    if versi is None:
        raise VersiPohon.DoesNotExist(f"Belum ada versi yang berlaku pada {periode.label}.")
    return versi.pohon_kinerja


def compute_laporan(
    pohon: Pohon,
    periode: sakip.Periode,
    kebijakan: sakip.Kebijakan | None = None,
    skala: sakip.Skala | None = None,
) -> sakip.LaporanCapaian:
    """The capaian of a tree in a period, computed from what is stored."""
    rencana = plan_for(pohon, periode)
    policy = kebijakan or rencana.kebijakan or sakip.LKJIP
    if skala is not None:
        policy = attrs.evolve(policy, nama=f"{policy.nama} dengan {skala.nama}", skala=skala)
    rows = [row.to_sakip() for row in pohon.realisasi.all()]
    return sakip.compute_capaian(rencana, rows, periode, policy)


def compute_rekap(pohon: Pohon, periode: sakip.Periode) -> RekapSerapan:
    """The serapan of every node in a period, computed from what is stored."""
    rows = [row.to_sakip() for row in pohon.realisasi_anggaran.all()]
    return compute_serapan(plan_for(pohon, periode), rows, periode)


def write_perjanjian(pohon: Pohon, jabatan: str, tahun: sakip.Periode, akhiran: str) -> tuple[str, bytes]:
    """The Perjanjian Kinerja of a post as a file: its name and its bytes.

    Raises:
        SakipError: There is no such post, or the file can't be made.
    """
    rencana = plan_for(pohon, tahun)
    pk = derive_perjanjian_kinerja(rencana, jabatan, tahun)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"pk.{akhiran}"
        sakip.write_dokumen(pk, path)
        return f"PK {pk.pihak_pertama} {tahun}.{akhiran}", path.read_bytes()
