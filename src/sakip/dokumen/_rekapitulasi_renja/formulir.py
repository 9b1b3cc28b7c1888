"""The table T-C.29 in files: eleven columns, one row for each indikator of a component."""

from __future__ import annotations

import attrs

from sakip.angka import Isian, Kosong
from sakip.bentuk import AngkaRekapitulasi, BarisRekapitulasi, Kepala, RekapitulasiRenja
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.hasil import HasilBaca
from sakip.dokumen._baca.register import ISIAN_TAK_DIKENAL
from sakip.dokumen._baca.tabel import Larik
from sakip.dokumen._bagian.alasan import split_alasan
from sakip.dokumen._bagian.kata import new_id
from sakip.dokumen._bagian.kepala import read_kepala
from sakip.dokumen._bagian.renja import take_indikator
from sakip.dokumen._bagian.sambung import join_baris
from sakip.dokumen._bagian.sel import read_angka
from sakip.dokumen._formulir import Formulir
from sakip.dokumen._rekapitulasi_renja.kolom import ANGKA, JUDUL_REKAPITULASI
from sakip.dokumen._rekapitulasi_renja.naskah import JUDUL, to_naskah
from sakip.model import Indikator
from sakip.periode import Periode


def read(bacaan: Bacaan) -> HasilBaca[RekapitulasiRenja]:
    """A table T-C.29 from the sheets of one file."""
    (tables,) = bacaan.find(JUDUL_REKAPITULASI)
    kepala = read_kepala(bacaan, bacaan.outside(tables), JUDUL)
    pembaca = _Pembaca(bacaan)
    for table in tables:
        for larik in table.larik:
            pembaca.row(larik)
    return bacaan.finish(RekapitulasiRenja(kepala=kepala, baris=pembaca.baris))


@attrs.define
class _Pembaca:
    """Reads the rows of the table; blank cells of the head of a row say the same as above."""

    bacaan: Bacaan
    baris: list[BarisRekapitulasi] = attrs.field(factory=list)
    _banyak: dict[str, int] = attrs.field(factory=dict)

    def row(self, larik: Larik) -> None:
        """Read one row: of a component or an indikator, or the rest of the texts above."""
        joined = join_baris(self.bacaan, larik, self.baris[-1]) if self.baris else None
        if joined is None:
            self.baris.append(self._make(larik))
        else:
            self.baris[-1] = joined

    def _make(self, larik: Larik) -> BarisRekapitulasi:
        lain: list[tuple[str, str]] = []
        head = self._head(larik)
        number = self._banyak[head["id"]] = self._banyak.get(head["id"], 0) + 1
        angka = AngkaRekapitulasi(**{kunci: self._nilai(larik, kunci) for kunci in ANGKA})
        indikator = take_indikator(
            self.bacaan, larik, f"{head['id']}.{number}", lain, berangka=angka != AngkaRekapitulasi()
        )
        keterangan, alasan = split_alasan(self.bacaan.take(larik, "keterangan"))
        return BarisRekapitulasi(
            **head,
            indikator=indikator,
            angka=angka,
            alasan=alasan,
            keterangan=keterangan,
            lain=(*lain, *self.bacaan.take_lain(larik)),
        )

    def _head(self, larik: Larik) -> dict[str, str]:
        """The component of a row: a new one, or that of the row above."""
        kode, nama, id, jenis = (self.bacaan.take(larik, kunci) for kunci in ("kode", "nama", "id", "jenis"))
        last = self.baris[-1] if self.baris else None
        if last is not None and (id == last.id or not (id or kode or nama)):
            return {kunci: getattr(last, kunci) for kunci in ("id", "jenis", "kode", "nama")}
        if id in self._banyak:
            sebab = "id ini sudah dipakai baris lain"
            self.bacaan.note(ISIAN_TAK_DIKENAL, larik.petak("id"), teks=id, sebab=sebab)
            id = ""
        own = id or new_id(f"B{len(self._banyak) + 1}", self._banyak)
        return {"id": own, "jenis": jenis, "kode": kode, "nama": nama}

    def _nilai(self, larik: Larik, kunci: str) -> Isian:
        for _, place, teks in self.bacaan.take_periode(larik, kunci):
            return read_angka(self.bacaan, teks, place)
        return Kosong()


def _contoh() -> RekapitulasiRenja:
    indikator = Indikator(id="S1.1", nama="Jumlah penerima permakanan", satuan="Orang", agregasi="jumlah")
    return RekapitulasiRenja(
        kepala=Kepala(instansi="Dinas Contoh", periode=Periode(2025)),
        baris=(
            BarisRekapitulasi(id="P1", jenis="program", kode="1.06.04", nama="Program Rehabilitasi Sosial"),
            BarisRekapitulasi(
                id="S1",
                jenis="sub_kegiatan",
                kode="1.06.04.2.01.0001",
                nama="Penyediaan Permakanan",
                indikator=indikator,
                angka=AngkaRekapitulasi(
                    target_renstra="500",
                    realisasi_lalu="180",
                    target_n2="100",
                    realisasi_n2="97",
                    tingkat_n2="97",
                    target_n1="100",
                    perkiraan="377",
                    tingkat="75,4",
                ),
            ),
        ),
    )


FORMULIR = Formulir(
    jenis=RekapitulasiRenja.jenis,
    nama="Rekapitulasi evaluasi Renja (T-C.29)",
    kelas=RekapitulasiRenja,
    judul=(JUDUL_REKAPITULASI,),
    kata=("t-c.29", "rekapitulasi evaluasi hasil pelaksanaan renja", "rekapitulasi evaluasi renja"),
    read=read,
    to_naskah=to_naskah,
    contoh=_contoh,
    petunjuk=(
        "Tahun n ialah tahun Renja yang disusun; n-1 tahun berjalan, n-2 tahun lalu.",
        "Satu baris untuk satu indikator; kode dan nama cukup ditulis pada baris pertama komponennya.",
        "Kolom 10 menjumlahkan tahun, jadi hanya diisi untuk indikator beragregasi jumlah.",
        "Angka yang tidak dapat dihitung ditulis n/a, dengan alasannya di kolom Keterangan.",
    ),
    acuan="Permendagri 86/2017; nomor tabelnya (biasa disebut T-C.29) tidak diperiksa pada naskahnya",
)
