"""What is stored: plans as whole documents, measurements as rows. Nothing that can be computed."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from typing import Any, cast

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

import sakip
from kinerja.fields import AngkaField, PeriodeField
from sakip.errors import TidakAdaError
from sakip.serialization import dumps, loads


class Pohon(models.Model):
    """A performance tree through all its versions."""

    nama = models.CharField(max_length=250, unique=True)

    class Meta:
        """How it is called."""

        ordering = ("nama",)
        verbose_name = verbose_name_plural = "pohon kinerja"

    def __str__(self) -> str:
        return self.nama

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("kinerja:pohon", args=[self.pk])

    def versi_terakhir(self) -> VersiPohon | None:
        """The version that took effect last."""
        return self.versi.last()

    def versi_pada(self, hari: dt.date) -> VersiPohon | None:
        """The version in force on a day; None before the first."""
        return self.versi.filter(berlaku__lte=hari).last()

    def refuse_unknown(self, *, indikator: str = "", simpul: str = "") -> None:
        """Refuse what no version of the tree has.

        A measurement outlives a plan: an indikator that the latest version no longer has may still
        be measured for a period in which an older one was in force.

        Raises:
            TidakAdaError: No version has it.
        """
        error: TidakAdaError | None = None
        for versi in self.versi.reverse():
            try:
                pohon = versi.pohon_kinerja
                _ = pohon.indikator(indikator) if indikator else pohon[simpul]
            except TidakAdaError as failed:
                error = error or failed
            else:
                return
        raise error or TidakAdaError("versi", "", f"the tree {self.nama!r}")


class VersiPohon(models.Model):
    """A plan as it was decided: one document, never changed once it is stored."""

    pohon = models.ForeignKey(Pohon, on_delete=models.PROTECT, related_name="versi")
    versi = models.CharField(max_length=50, help_text="misalnya murni, atau perubahan 1")
    berlaku = models.DateField("berlaku sejak")
    isi = models.JSONField(help_text="JSON sakip: skema pohon-v1")
    dibuat = models.DateTimeField(auto_now_add=True)
    pembuat = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True)

    class Meta:
        """One version of a name; of two that begin on one day, the later one counts."""

        ordering = ("berlaku", "pk")
        verbose_name = verbose_name_plural = "versi pohon"
        constraints = (models.UniqueConstraint(fields=("pohon", "versi"), name="versi_unik"),)

    def __str__(self) -> str:
        return f"{self.pohon} ({self.versi}, berlaku {self.berlaku:%d-%m-%Y})"

    @property
    def pohon_kinerja(self) -> sakip.PohonKinerja:
        """The tree."""
        return from_isi(self.isi)


class Usulan(models.Model):
    """A tree that was read from an upload and waits to be looked at: kept or thrown away."""

    pohon = models.ForeignKey(
        Pohon, on_delete=models.CASCADE, null=True, blank=True, help_text="kosong: pohon baru"
    )
    dasar = models.ForeignKey(VersiPohon, on_delete=models.PROTECT, null=True, blank=True)
    berkas = models.CharField(max_length=250)
    isi = models.JSONField()
    temuan = models.JSONField(default=list)
    dibuat = models.DateTimeField(auto_now_add=True)
    pembuat = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True)

    class Meta:
        """How it is called."""

        ordering = ("-dibuat",)
        verbose_name = verbose_name_plural = "usulan"

    def __str__(self) -> str:
        return self.berkas

    @property
    def pohon_kinerja(self) -> sakip.PohonKinerja:
        """The tree that is proposed."""
        return from_isi(self.isi)


class Tercatat(models.Model):
    """A row that people write, and when it was last written."""

    diubah = models.DateTimeField(auto_now=True)

    class Meta:
        """A part of the two below."""

        abstract = True


class Realisasi(Tercatat):
    """What was measured of one indikator in one period, as it was reported."""

    pohon = models.ForeignKey(Pohon, on_delete=models.PROTECT, related_name="realisasi")
    indikator = models.CharField(max_length=200)
    periode = PeriodeField()
    nilai = models.CharField(
        max_length=200, blank=True, help_text="seperti dilaporkan: 93,59 % atau WTP atau 31 Maret 2025"
    )
    pembilang = AngkaField(null=True, blank=True)
    penyebut = AngkaField(null=True, blank=True)
    komponen = models.JSONField(default=list, blank=True, editable=False)
    bukti = models.JSONField(default=list, blank=True)
    kendala = models.TextField(blank=True)
    faktor = models.TextField(blank=True)
    tindak_lanjut = models.TextField(blank=True)
    status = models.CharField(max_length=100, blank=True)
    keterangan = models.TextField(blank=True)
    lain = models.JSONField(default=list, blank=True, editable=False)

    class Meta:
        """One row for each indikator and period."""

        ordering = ("indikator", "periode")
        verbose_name = verbose_name_plural = "realisasi"
        constraints = (
            models.UniqueConstraint(fields=("pohon", "indikator", "periode"), name="realisasi_unik"),
        )

    def __str__(self) -> str:
        return f"{self.indikator} {self.periode}"

    def clean(self) -> None:
        """Let sakip say what is wrong, in its own words."""
        try:
            self.pohon.refuse_unknown(indikator=self.indikator)
            self.to_sakip()
        except sakip.SakipError as error:
            raise ValidationError(error.kalimat) from error

    def to_sakip(self) -> sakip.Realisasi:
        """The record that sakip computes with."""
        return sakip.Realisasi(
            self.indikator,
            self.periode,
            self.nilai or None,
            pembilang=self.pembilang,
            penyebut=self.penyebut,
            komponen=[(nama, Decimal(nilai)) for nama, nilai in self.komponen],
            bukti=self.bukti,
            kendala=self.kendala,
            faktor=self.faktor,
            tindak_lanjut=self.tindak_lanjut,
            status=self.status,
            keterangan=self.keterangan,
            lain=[(nama, teks) for nama, teks in self.lain],
        )

    @property
    def tunjuk(self) -> str:
        """What the row speaks of."""
        return self.indikator

    @classmethod
    def from_sakip(cls, pohon: Pohon, record: sakip.Realisasi) -> Realisasi:
        """The row of a record."""
        return cls(
            pohon=pohon,
            indikator=record.indikator,
            periode=str(record.periode),
            nilai="" if record.nilai is None else record.nilai.teks or str(record.nilai),
            pembilang=record.pembilang,
            penyebut=record.penyebut,
            komponen=[[nama, str(nilai)] for nama, nilai in record.komponen],
            bukti=list(record.bukti),
            kendala=record.kendala,
            faktor=record.faktor,
            tindak_lanjut=record.tindak_lanjut,
            status=record.status,
            keterangan=record.keterangan,
            lain=[list(pair) for pair in record.lain],
        )


class RealisasiAnggaran(Tercatat):
    """What was spent on one node in one period, in whole rupiah."""

    pohon = models.ForeignKey(Pohon, on_delete=models.PROTECT, related_name="realisasi_anggaran")
    simpul = models.CharField(max_length=200)
    periode = PeriodeField()
    jumlah = models.BigIntegerField("jumlah (rupiah)")
    keterangan = models.TextField(blank=True)
    lain = models.JSONField(default=list, blank=True, editable=False)

    class Meta:
        """One row for each node and period."""

        ordering = ("simpul", "periode")
        verbose_name = verbose_name_plural = "realisasi anggaran"
        constraints = (models.UniqueConstraint(fields=("pohon", "simpul", "periode"), name="anggaran_unik"),)

    def __str__(self) -> str:
        return f"{self.simpul} {self.periode}"

    def clean(self) -> None:
        """Let sakip say what is wrong, in its own words."""
        try:
            self.pohon.refuse_unknown(simpul=self.simpul)
        except sakip.SakipError as error:
            raise ValidationError(error.kalimat) from error

    def to_sakip(self) -> sakip.RealisasiAnggaran:
        """The record that sakip computes with."""
        return sakip.RealisasiAnggaran(
            self.simpul,
            self.periode,
            self.jumlah,
            keterangan=self.keterangan,
            lain=[(nama, teks) for nama, teks in self.lain],
        )

    @classmethod
    def from_sakip(cls, pohon: Pohon, record: sakip.RealisasiAnggaran) -> RealisasiAnggaran:
        """The row of a record."""
        return cls(
            pohon=pohon,
            simpul=record.simpul,
            periode=str(record.periode),
            jumlah=cast("int", record.jumlah),  # who keeps a row has looked that it has one
            keterangan=record.keterangan,
            lain=[list(pair) for pair in record.lain],
        )

    @property
    def tunjuk(self) -> str:
        """What the row speaks of."""
        return self.simpul


def to_isi(pohon: sakip.PohonKinerja) -> Any:
    """A tree as the JSON that is stored: its exact numbers are texts, so no database can round them."""
    return json.loads(dumps(pohon))


def from_isi(isi: Any) -> sakip.PohonKinerja:
    """A stored tree; one of an older schema version is migrated on the way."""
    return loads(json.dumps(isi))
