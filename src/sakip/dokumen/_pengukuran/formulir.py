"""Pengukuran kinerja in files: targets beside what was reached, money beside what was spent, efficiency."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

import attrs

from sakip.angka import Isian
from sakip.bentuk import Kepala, PengukuranKinerja, SerapanTercetak, Tercetak
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.buku import Nasib
from sakip.dokumen._baca.hasil import HasilBaca
from sakip.dokumen._baca.judul import Judul
from sakip.dokumen._baca.register import ISIAN_TAK_DIKENAL
from sakip.dokumen._baca.tabel import Larik
from sakip.dokumen._bagian.kepala import read_kepala
from sakip.dokumen._bagian.sasaran import JUDUL_SASARAN, Baris, PembacaSasaran
from sakip.dokumen._bagian.waktu import BUKAN_TAHUN, one_period
from sakip.dokumen._buka.kisi import Petak
from sakip.dokumen._formulir import Formulir
from sakip.dokumen._pengukuran.anggaran import (
    JUDUL_EFISIENSI,
    JUDUL_SERAPAN,
    PembacaSerapan,
    read_efisiensi,
)
from sakip.dokumen._pengukuran.naskah import BAKU, JUDUL, to_naskah
from sakip.model import Indikator, Program, Realisasi, RealisasiAnggaran, Sasaran
from sakip.periode import JenisPeriode, Periode

_KETERANGAN = ("faktor", "kendala", "tindak_lanjut")
"""Columns that say something of the realisasi."""
_TEKS = ("predikat", *_KETERANGAN)
"""Columns of text that an indikator has one of."""
_ANGKA = ("capaian", "pertumbuhan", "target_akhir", "kemajuan", "pembanding")
"""Columns that print one figure of an indikator."""

JUDUL_UKUR = (
    *(attrs.evolve(item, wajib=item.kunci == "indikator") for item in JUDUL_SASARAN),
    Judul(
        "realisasi",
        ("realisasi", "realisasi kinerja", "realisasi tahunan", "capaian realisasi"),
        pola=re.compile(
            rf"(?=\w*realisasi)(?:realisasi)?(?:kinerja)?(?:tahun)?(?P<bagian>(?:19|20)\d\d|{BUKAN_TAHUN})(?:realisasi)?(?:kinerja)?"
        ),
        wajib=True,
    ),
    Judul(
        "realisasi_lalu",
        ("realisasi tahun lalu", "realisasi n-1", "realisasi tahun n-1", "realisasi tahun sebelumnya"),
    ),
    Judul(
        "capaian",
        (
            "capaian",
            "capaian kinerja",
            "persentase capaian",
            "persen capaian",
            "tingkat capaian",
            "capaian persen",
            "persentase",
        ),
    ),
    Judul("predikat", ("kategori", "predikat", "kriteria", "kategori capaian", "predikat capaian")),
    Judul("pertumbuhan", ("pertumbuhan", "kenaikan/penurunan", "naik/turun", "peningkatan/penurunan")),
    Judul(
        "target_akhir",
        (
            "target akhir renstra",
            "target akhir rpjmd",
            "target renstra",
            "target rpjmd",
            "target jangka menengah",
            "target akhir periode renstra",
        ),
    ),
    Judul(
        "kemajuan",
        ("kemajuan", "tingkat kemajuan", "capaian terhadap target akhir", "capaian terhadap renstra"),
    ),
    Judul(
        "pembanding",
        ("pembanding", "benchmark", "realisasi nasional", "capaian nasional", "standar nasional"),
    ),
    Judul("faktor", ("faktor", "faktor pendukung", "faktor pendorong/penghambat", "analisis faktor")),
    Judul("kendala", ("kendala", "hambatan", "permasalahan", "faktor penghambat")),
    Judul("tindak_lanjut", ("tindak lanjut", "rencana tindak lanjut", "rtl", "solusi", "upaya perbaikan")),
)
"""The columns of the table of indikator."""


def read(bacaan: Bacaan) -> HasilBaca[PengukuranKinerja]:
    """The tables of pengukuran kinerja from the sheets of one file."""
    ukur, uang, efisiensi = bacaan.find(JUDUL_UKUR, JUDUL_SERAPAN, JUDUL_EFISIENSI)
    luar = bacaan.outside((*ukur, *uang, *efisiensi))
    for place, teks in luar:
        if teks.strip("*# ").casefold() in BAKU:
            bacaan.buku.put(Nasib.PERABOT, place)
    kepala = read_kepala(bacaan, luar, JUDUL, bagian=True)
    pembaca = PembacaUkur(bacaan, kepala.periode)
    for table in ukur:
        pembaca.read(table)
    sasaran = pembaca.make()
    serapan = PembacaSerapan(bacaan, one_period(kepala.periode))
    anggaran = serapan.read(uang)
    return bacaan.finish(
        PengukuranKinerja(
            kepala=kepala,
            sasaran=sasaran,
            realisasi=pembaca.make_realisasi(sasaran),
            tercetak=pembaca.make_tercetak(sasaran),
            anggaran=anggaran,
            realisasi_anggaran=serapan.realisasi,
            serapan=serapan.tercetak,
            efisiensi=read_efisiensi(bacaan, efisiensi),
        )
    )


@attrs.define
class Ukuran:
    """What is gathered of the measurement of one indikator while its rows go by."""

    realisasi: dict[Periode, Isian] = attrs.field(factory=dict)
    angka: dict[str, Isian] = attrs.field(factory=dict)
    teks: dict[str, str] = attrs.field(factory=dict)


@attrs.define
class PembacaUkur(PembacaSasaran):
    """Reads the rows of a table of indikator with what was reached."""

    berteks: ClassVar[frozenset[str]] = PembacaSasaran.berteks | frozenset(_KETERANGAN)

    ukuran: dict[int, Ukuran] = attrs.field(factory=dict)

    def _fill(self, larik: Larik, baris: Baris, *, further: bool) -> None:
        super()._fill(larik, baris, further=further)
        ukuran = self.ukuran.setdefault(id(baris), Ukuran())
        for bagian, place, teks in self.bacaan.take_periode(larik, "realisasi"):
            self._put_realisasi(baris, (bagian, self._when(bagian)), place, teks)
        for _, place, teks in self.bacaan.take_periode(larik, "realisasi_lalu"):
            self._put_realisasi(baris, ("tahun lalu", self._before()), place, teks)
        for kunci in _ANGKA:
            for _, place, teks in self.bacaan.take_periode(larik, kunci):
                self._put_angka(baris, kunci, place, teks)
        for kunci in _TEKS:
            if teks := self.bacaan.take(larik, kunci):
                before = ukuran.teks.get(kunci, "")
                ukuran.teks[kunci] = self._join(larik, kunci, before, teks, further=further)

    def _before(self) -> Periode | None:
        """The year before; of a part of a year nobody says which one that is."""
        now = self._when("")
        return now.previous() if now is not None and now.jenis is JenisPeriode.TAHUN else None

    def _put_realisasi(
        self, baris: Baris, kapan: tuple[str, Periode | None], place: Petak, teks: str
    ) -> None:
        """A realisasi of its period; one without a period, or a second one, is kept as a further cell."""
        bagian, when = kapan
        found = self.ukuran[id(baris)].realisasi
        if when is None or when in found:
            sebab = "tahun tidak tertulis" if when is None else f"realisasi {when} sudah terisi"
            self.bacaan.note(ISIAN_TAK_DIKENAL, place, teks=teks, sebab=sebab)
            baris.lain.append((f"realisasi {bagian}".strip(), teks))
            return
        found[when] = self.bacaan.nilai(teks, place)

    def _put_angka(self, baris: Baris, kunci: str, place: Petak, teks: str) -> None:
        found = self.ukuran[id(baris)].angka
        if kunci in found:
            nama = kunci.replace("_", " ")
            self.bacaan.note(ISIAN_TAK_DIKENAL, place, teks=teks, sebab=f"{nama} sudah terisi")
            baris.lain.append((nama, teks))
            return
        found[kunci] = self.bacaan.nilai(teks, place)

    def _measured(self, sasaran: tuple[Sasaran, ...]) -> Iterator[tuple[str, Ukuran]]:
        """The indikator that were made, each with what was gathered of it."""
        made = (row.id for item in sasaran for row in item.indikator)
        gathered = (baris for group in self.kelompok for baris in group.baris)
        return ((own, self.ukuran[id(baris)]) for own, baris in zip(made, gathered, strict=True))

    def make_realisasi(self, sasaran: tuple[Sasaran, ...]) -> tuple[Realisasi, ...]:
        """What was reached; what is said of it stands with the last period."""
        return tuple(
            item
            for own, ukuran in self._measured(sasaran)
            for item in _to_realisasi(own, ukuran, self._when(""))
        )

    def make_tercetak(self, sasaran: tuple[Sasaran, ...]) -> tuple[Tercetak, ...]:
        """What is printed beside."""
        return tuple(
            Tercetak(indikator=own, predikat=ukuran.teks.get("predikat", ""), **ukuran.angka)
            for own, ukuran in self._measured(sasaran)
            if ukuran.angka or "predikat" in ukuran.teks
        )


def _to_realisasi(indikator: str, ukuran: Ukuran, periode: Periode | None) -> Iterator[Realisasi]:
    words = [ukuran.teks.get(kunci, "") for kunci in _KETERANGAN]
    found: dict[Periode, Isian | None] = dict(ukuran.realisasi)
    last = max(found, default=periode)
    if any(words) and last is not None:
        found.setdefault(last, None)
    for when in sorted(found, reverse=True):
        faktor, kendala, tindak_lanjut = words if when == last else ("", "", "")
        yield Realisasi(
            indikator, when, found[when], faktor=faktor, kendala=kendala, tindak_lanjut=tindak_lanjut
        )


def _contoh() -> PengukuranKinerja:
    tahun = Periode(2025)
    indikator = Indikator(
        id="S1.1", nama="Persentase PPKS yang tertangani", satuan="%", target={tahun: "93,59"}
    )
    return PengukuranKinerja(
        kepala=Kepala(instansi="Dinas Contoh", periode=tahun),
        sasaran=(Sasaran("S1", uraian="Meningkatnya penanganan PPKS", indikator=(indikator,)),),
        realisasi=(Realisasi("S1.1", tahun, "88", kendala="Data penerima belum mutakhir"),),
        tercetak=(Tercetak(indikator="S1.1", capaian="94,03", predikat="Sangat Tinggi"),),
        anggaran=(Program("P1", nama="Program Rehabilitasi Sosial", pagu={tahun: 300_000_000}),),
        realisasi_anggaran=(RealisasiAnggaran("P1", tahun, 270_000_000),),
        serapan=(SerapanTercetak("P1", "90"),),
    )


FORMULIR = Formulir(
    jenis=PengukuranKinerja.jenis,
    nama="Pengukuran Kinerja",
    kelas=PengukuranKinerja,
    judul=(JUDUL_UKUR,),
    kata=(
        "pengukuran kinerja",
        "pengukuran capaian kinerja",
        "monitoring",
        "realisasi kinerja",
        "capaian kinerja",
    ),
    read=read,
    to_naskah=to_naskah,
    contoh=_contoh,
    petunjuk=(
        "Satu baris untuk satu indikator; nomor dan sasaran cukup ditulis pada baris pertamanya.",
        "Realisasi yang belum ada dibiarkan kosong, bukan diisi nol; satuannya di kolom Satuan.",
        "Capaian yang tidak dapat dihitung ditulis n/a.",
        "Pagu dan realisasi anggaran ditulis dalam rupiah utuh, tanpa sen.",
    ),
    acuan="praktik LKjIP menurut PermenPANRB 53/2014",
)
