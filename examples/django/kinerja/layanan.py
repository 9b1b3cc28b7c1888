"""Between the database and sakip: what is read from an upload, what becomes of it, what is computed."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

import sakip
from kinerja.models import Pohon, Realisasi, RealisasiAnggaran, Usulan, VersiPohon, to_isi
from sakip.anggaran import RekapSerapan, compute_serapan
from sakip.dokumen import (
    BatasBaca,
    HasilBaca,
    make_intake,
    make_intake_anggaran,
    read_realisasi_anggaran,
)
from sakip.errors import TidakAdaError
from sakip.gambar import draw_html
from sakip.penjenjangan import derive_perjanjian_kinerja
from sakip.temuan import Temuan, Tingkat

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.core.files.uploadedfile import UploadedFile

T = TypeVar("T")

BATAS = BatasBaca(ukuran_berkas=10 * 1024**2, ukuran_terbuka=100 * 1024**2, baris=50_000)
"""What an upload may ask for: less than a file of one's own."""


def propose(berkas: UploadedFile[bytes], pohon: Pohon | None, pembuat: User) -> Usulan:
    """Read an upload, and keep what was read until somebody has looked at it.

    The findings of the reading are kept with it, since they speak of cells that only the file has.

    Raises:
        SakipError: It can't be read.
    """
    hasil = _read(berkas, sakip.read_struktur)
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
        berkas=Path(berkas.name or "tanpa-nama").name,
        isi=to_isi(hasil.dokumen),
        temuan=[*(item.to_record() for item in hasil.temuan), *sisa],
        pembuat=pembuat,
    )


@attrs.frozen
class Isian:
    """A kind of table that is filled in: what it is called, how it is made, read and kept.

    Attributes:
        sebutan: What its rows are called.
        model: What a row becomes.
        tunjuk: The column that names what a row speaks of.
        known: The ids that a plan has for that column.
        make: The rows to fill in, of a plan and a period.
        read: The reader.
    """

    sebutan: str
    model: type[Realisasi | RealisasiAnggaran]
    tunjuk: str
    known: Callable[[sakip.PohonKinerja], set[str]]
    make: Callable[[sakip.PohonKinerja, sakip.Periode], object]
    read: Callable[..., HasilBaca[tuple[Any, ...]]]

    @property
    def izin(self) -> tuple[str, ...]:
        """What one has to be allowed to fill it in."""
        return tuple(f"kinerja.{verb}_{self.model.__name__.lower()}" for verb in ("add", "change"))


ISIAN = {
    "kinerja": Isian(
        "realisasi",
        Realisasi,
        "indikator",
        lambda rencana: {item.id for simpul in rencana for item in simpul.indikator},
        make_intake,
        sakip.read_realisasi,
    ),
    "anggaran": Isian(
        "realisasi anggaran",
        RealisasiAnggaran,
        "simpul",
        lambda rencana: {simpul.id for simpul in rencana},
        make_intake_anggaran,
        read_realisasi_anggaran,
    ),
}
"""The tables that are filled in, by name."""


@transaction.atomic
def import_isian(
    isian: Isian, berkas: UploadedFile[bytes], pohon: Pohon, *, ganti: bool
) -> tuple[int, list[Temuan]]:
    """Keep the rows of a filled in table: all of them, or none where one is wrong.

    Rows that nobody filled in say nothing and are passed over.

    Returns:
        How many were kept, and the findings of the reading.

    Raises:
        SakipError: It can't be read.
        ValidationError: Rows that can't be kept, each with what is wrong with it.
    """
    hasil = _read(berkas, isian.read)
    rows: list[Any] = [
        isian.model.from_sakip(pohon, record) for record in hasil.dokumen if not _is_blank(record)
    ]
    wrong = [str(item) for item in hasil.temuan if item.tingkat is Tingkat.KESALAHAN]
    wrong += _refuse(isian, rows, pohon, ganti=ganti)
    if wrong:
        raise ValidationError(list(dict.fromkeys(wrong)))
    key = ("pohon", isian.tunjuk, "periode")
    values = [field.name for field in isian.model._meta.concrete_fields if field.name not in {"id", *key}]  # noqa: SLF001  # how Django is asked
    isian.model.objects.bulk_create(rows, update_conflicts=True, unique_fields=key, update_fields=values)
    return len(rows), list(hasil.temuan)


def _is_blank(record: sakip.Realisasi | sakip.RealisasiAnggaran) -> bool:
    """Whether there is nothing to keep: nobody filled the row in, or, as a finding says, not with an amount."""
    if isinstance(record, sakip.RealisasiAnggaran):
        return record.jumlah is None
    return record == sakip.Realisasi(record.indikator, record.periode, lain=record.lain)


def _refuse(
    isian: Isian, rows: list[Realisasi | RealisasiAnggaran], pohon: Pohon, *, ganti: bool
) -> Iterator[str]:
    """What speaks against keeping these rows."""
    locked = isian.model.objects.select_for_update().filter(pohon=pohon)
    stored = {(row.tunjuk, row.periode): row for row in locked}
    known = {id for versi in pohon.versi.all() for id in isian.known(versi.pohon_kinerja)}
    often = Counter((row.tunjuk, row.periode) for row in rows)
    for row in rows:
        before = stored.get((row.tunjuk, row.periode))
        if row.tunjuk not in known:
            yield TidakAdaError(isian.tunjuk, row.tunjuk, pohon.nama).kalimat
        elif before and before.to_sakip() != row.to_sakip() and not ganti:
            yield f"{row} sudah terisi lain. Centang ganti bila isian baru yang benar."
        if often[row.tunjuk, row.periode] > 1:
            yield f"{row} diisi lebih dari sekali."
        try:
            row.clean_fields()
        except ValidationError as error:
            yield f"{row}: {' '.join(error.messages)}"


def write_isian(isian: Isian, pohon: Pohon, periode: sakip.Periode) -> bytes:
    """The workbook that a period is filled in with."""
    return _write(isian.make(plan_for(pohon, periode), periode), "xlsx")


def _read(berkas: UploadedFile[bytes], read: Callable[..., HasilBaca[T]]) -> HasilBaca[T]:
    """Read an upload under its own name, from a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / Path(berkas.name or "tanpa-nama").name
        path.write_bytes(berkas.read())
        return read(path, batas=BATAS)


def _write(dokumen: object, akhiran: str) -> bytes:
    """A document as the bytes of a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"dokumen.{akhiran}"
        sakip.write_dokumen(dokumen, path)
        return path.read_bytes()


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


def draw_laporan(
    pohon: Pohon,
    periode: sakip.Periode,
    kebijakan: sakip.Kebijakan | None = None,
    skala: sakip.Skala | None = None,
) -> str:
    """The tree with its figures, its money and its findings as one page of HTML."""
    rencana = plan_for(pohon, periode)
    return draw_html(
        rencana,
        laporan=compute_laporan(pohon, periode, kebijakan, skala),
        serapan=compute_rekap(pohon, periode),
        temuan=sakip.check(rencana),
    )


def write_perjanjian(pohon: Pohon, jabatan: str, tahun: sakip.Periode, akhiran: str) -> tuple[str, bytes]:
    """The Perjanjian Kinerja of a post as a file: its name and its bytes.

    Raises:
        SakipError: There is no such post, or the file can't be made.
    """
    rencana = plan_for(pohon, tahun)
    pk = derive_perjanjian_kinerja(rencana, jabatan, tahun)
    return f"PK {pk.pihak_pertama} {tahun}.{akhiran}", _write(pk, akhiran)
