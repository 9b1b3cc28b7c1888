"""The evaluation form of a Renja in files: fifteen columns, K and Rp, found by their words."""

from __future__ import annotations

import re

import attrs

from sakip.angka import SEBAB, Angka, Isian, Kosong, TakTerbaca, format_rupiah, read_nilai, scan_rupiah
from sakip.bentuk import AngkaEvaluasi, BarisEvaluasi, EvaluasiRenja, Kepala, RataRata
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.buku import Nasib
from sakip.dokumen._baca.hasil import HasilBaca
from sakip.dokumen._baca.register import (
    ISIAN_TAK_DIKENAL,
    NILAI_DIBACA_DENGAN_CATATAN,
    REALISASI_ANGGARAN_TAK_TERBACA,
)
from sakip.dokumen._baca.tabel import Larik
from sakip.dokumen._bagian.alasan import split_alasan
from sakip.dokumen._bagian.kata import new_id
from sakip.dokumen._bagian.kepala import read_kepala
from sakip.dokumen._bagian.renja import take_indikator
from sakip.dokumen._bagian.sambung import join_baris
from sakip.dokumen._bagian.sel import read_angka
from sakip.dokumen._buka.kisi import Petak
from sakip.dokumen._evaluasi_renja.kolom import BAGIAN, JUDUL_EVALUASI, PASANGAN
from sakip.dokumen._evaluasi_renja.naskah import JUDUL, to_naskah
from sakip.dokumen._formulir import Formulir
from sakip.errors import AngkaError
from sakip.model import Indikator
from sakip.periode import Periode

_RATA = re.compile(r"(?:jumlah\s+)?rata\s*-?\s*rata\b", re.IGNORECASE)
_PREDIKAT = re.compile(r"(?:predikat|kriteria)\b", re.IGNORECASE)


def read(bacaan: Bacaan) -> HasilBaca[EvaluasiRenja]:
    """An evaluation form from the sheets of one file."""
    (tables,) = bacaan.find(JUDUL_EVALUASI)
    kepala = read_kepala(bacaan, bacaan.outside(tables), JUDUL)
    pembaca = _Pembaca(bacaan)
    for table in tables:
        for larik in table.larik:
            pembaca.row(larik)
    return bacaan.finish(EvaluasiRenja(kepala=kepala, baris=pembaca.baris, rata_rata=pembaca.rata))


@attrs.define
class _Pembaca:
    """Reads the rows of the form; blank cells of the head of a row say the same as above."""

    bacaan: Bacaan
    baris: list[BarisEvaluasi] = attrs.field(factory=list)
    rata: RataRata = attrs.field(factory=RataRata)
    _ids: set[str] = attrs.field(factory=set)

    def row(self, larik: Larik) -> None:
        """Read one row: of an indikator or a component, of the means, or the rest of the one above."""
        label = next((teks for _, teks in larik.terisi), "")
        if _RATA.match(label) or _PREDIKAT.match(label):
            self._mean(larik, label)
            return
        joined = join_baris(self.bacaan, larik, self.baris[-1]) if self.baris else None
        if joined is None:
            self.baris.append(self._make(larik))
        else:
            self.baris[-1] = joined

    # --- the means ----------------------------------------------------------------

    def _mean(self, larik: Larik, label: str) -> None:
        """A row of the means; what it says is kept, its label is furniture."""
        first = larik.terisi[0][0]
        self.bacaan.buku.put(Nasib.PERABOT, larik.kisi.petak(larik.baris, first.kolom))
        take = self.bacaan.take
        if _PREDIKAT.match(label):
            kinerja, anggaran = take(larik, "tingkat_k"), take(larik, "tingkat_rp")
            self.rata = attrs.evolve(self.rata, predikat_kinerja=kinerja, predikat_anggaran=anggaran)
            return
        self.rata = attrs.evolve(
            self.rata,
            kinerja=self._nilai(larik, "tingkat_k"),
            anggaran=self._nilai(larik, "tingkat_rp"),
            keterangan=take(larik, "keterangan"),
        )

    # --- rows ---------------------------------------------------------------------

    def _make(self, larik: Larik) -> BarisEvaluasi:
        take = self.bacaan.take
        self.bacaan.skip(larik, "nomor")
        lain: list[tuple[str, str]] = []
        head = self._head(larik)
        kinerja, anggaran = self._angka(larik, "k"), self._angka(larik, "rp")
        keterangan, alasan = split_alasan(take(larik, "keterangan"))
        number = sum(row.id == head["id"] for row in self.baris) + 1
        indikator = take_indikator(
            self.bacaan, larik, f"{head['id']}.{number}", lain, berangka=kinerja != AngkaEvaluasi()
        )
        return BarisEvaluasi(
            **head,
            indikator=indikator,
            kinerja=kinerja,
            anggaran=anggaran,
            penanggung_jawab=take(larik, "penanggung_jawab"),
            alasan=alasan,
            keterangan=keterangan,
            lain=(*lain, *self.bacaan.take_lain(larik)),
        )

    def _head(self, larik: Larik) -> dict[str, str]:
        """The node of a row: a new one, or that of the row above."""
        sasaran, kode, nama, id, jenis = (
            self.bacaan.take(larik, kunci) for kunci in ("sasaran", "kode", "nama", "id", "jenis")
        )
        last = self.baris[-1] if self.baris else None
        blank = not (sasaran or kode or nama)
        if last is not None and ((blank and not id) or id == last.id):
            return {kunci: getattr(last, kunci) for kunci in ("id", "jenis", "sasaran", "kode", "nama")}
        if id in self._ids:
            self.bacaan.note(
                ISIAN_TAK_DIKENAL, larik.petak("id"), teks=id, sebab="id ini sudah dipakai baris lain"
            )
            id = ""
        own = id or new_id(f"B{len(self._ids) + 1}", self._ids)
        self._ids.add(own)
        above = "" if last is None else last.sasaran
        return {
            "id": own,
            "jenis": jenis,
            "sasaran": "" if sasaran == "-" else sasaran or above,
            "kode": kode,
            "nama": nama,
        }

    # --- figures ------------------------------------------------------------------

    def _angka(self, larik: Larik, satuan: str) -> AngkaEvaluasi:
        found = {
            item.kunci: self._nilai(larik, f"{item.kunci}_{satuan}")
            for item in PASANGAN
            if not item.kunci.startswith("tw")
        }
        tw: list[Isian] = [Kosong()] * 4
        for bagian, place, teks in self.bacaan.take_periode(larik, f"tw_{satuan}"):
            tw[BAGIAN[bagian] - 1] = self._read(place, teks, money=satuan == "rp")
        return AngkaEvaluasi(triwulan=tw, **found)

    def _nilai(self, larik: Larik, kunci: str) -> Isian:
        money = kunci.endswith("_rp") and not kunci.startswith("tingkat")
        for _, place, teks in self.bacaan.take_periode(larik, kunci):
            return self._read(place, teks, money=money)
        return Kosong()

    def _read(self, place: Petak, teks: str, *, money: bool) -> Isian:
        if money and not isinstance(read_nilai(teks), Kosong):
            return self._rupiah(place, teks)
        return read_angka(self.bacaan, teks, place)

    def _rupiah(self, place: Petak, teks: str) -> Isian:
        try:
            jumlah, catatan = scan_rupiah(teks)
        except AngkaError as error:
            sebab = SEBAB[error.sebab]
            self.bacaan.note(REALISASI_ANGGARAN_TAK_TERBACA, place, teks=teks, sebab=sebab.kalimat)
            return TakTerbaca(teks, sebab)
        for item in catatan:
            self.bacaan.note(
                NILAI_DIBACA_DENGAN_CATATAN, place, teks=teks, nilai=format_rupiah(jumlah), sebab=item.kalimat
            )
        return Angka(jumlah, "", str(jumlah))


def _contoh() -> EvaluasiRenja:
    indikator = Indikator(id="S1.1", nama="Jumlah penerima permakanan", satuan="Orang", agregasi="jumlah")
    return EvaluasiRenja(
        kepala=Kepala(instansi="Dinas Contoh", periode=Periode(2025)),
        baris=(
            BarisEvaluasi(
                id="S1",
                jenis="sub_kegiatan",
                sasaran="Meningkatnya penanganan PPKS",
                kode="1.06.04.2.01.0001",
                nama="Penyediaan Permakanan",
                indikator=indikator,
                kinerja=AngkaEvaluasi(
                    target_renstra="500",
                    realisasi_lalu="180",
                    target_tahun="100",
                    triwulan=("20", "30", "25", "22"),
                    realisasi_tahun="97",
                    realisasi_total="277",
                    tingkat="55,4",
                ),
                penanggung_jawab="Bidang Rehabilitasi Sosial",
            ),
        ),
    )


FORMULIR = Formulir(
    jenis=EvaluasiRenja.jenis,
    nama="Evaluasi Renja",
    kelas=EvaluasiRenja,
    judul=(JUDUL_EVALUASI,),
    kata=("evaluasi terhadap hasil renja", "evaluasi hasil renja", "evaluasi renja"),
    read=read,
    to_naskah=to_naskah,
    contoh=_contoh,
    petunjuk=(
        "Satu baris untuk satu indikator; kolom Rp cukup diisi pada baris pertama program, kegiatan, atau sub kegiatan.",
        "Triwulan yang belum ada realisasinya dibiarkan kosong, bukan diisi nol.",
        "Hanya indikator beragregasi jumlah yang dijumlahkan di kolom 13 dan 14.",
        "Angka yang tidak dapat dihitung ditulis n/a, dengan alasannya di kolom Keterangan.",
    ),
    acuan="Permendagri 86/2017; nomor formulirnya (biasa disebut E.81) tidak diperiksa pada naskahnya",
)
