"""An export of SIPD in files: XLSX, ODS, CSV or JSON, one flat table in and nothing out."""

from __future__ import annotations

from functools import partial

import attrs

from sakip.bentuk import (
    SIPD_PEMILIK_DIANGGAP,
    SIPD_REALISASI_TANPA_INDIKATOR,
    BarisSIPD,
    EksporSIPD,
    IndikatorSIPD,
    Kepala,
    KomponenSIPD,
    UangSIPD,
)
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.hasil import BarisSisa, HasilBaca
from sakip.dokumen._baca.register import BARIS_TANPA_TEMPAT, KOLOM_TAK_DIKENAL, SEL_BERLEBIH
from sakip.dokumen._bagian.kepala import find_periode
from sakip.dokumen._bagian.orang import Penyaring, holds_orang
from sakip.dokumen._datar.kisi import PASTI, JenisLembar
from sakip.dokumen._datar.kolom import Kolom
from sakip.dokumen._datar.lembar import Baris, Lembar
from sakip.dokumen._datar.sel import Note
from sakip.dokumen._formulir import Formulir
from sakip.dokumen._sipd.baris import REALISASI, TARGET, Catatan, PembacaBaris
from sakip.dokumen._sipd.kolom import is_petugas, is_sipd, recognise
from sakip.kode import LevelKode
from sakip.temuan import JenisTemuan, Tempat, Temuan

_LEMBAR = JenisLembar(recognise, is_sipd, kembar=True)
_ISIAN = {
    REALISASI: "realisasi_bulan_1 sampai realisasi_bulan_12 (dibaca sebagai kinerja, bukan uang)",
    TARGET: "target_1 sampai target_5, target_awal, dan target_akhir",
}
_SEBUTAN = {level: level.name.lower().replace("_", " ") for level in LevelKode}


def read(bacaan: Bacaan) -> HasilBaca[EksporSIPD]:
    """The rows of an export; of a file without one, none."""
    return _LEMBAR.read(bacaan, lambda lembar: _from_lembar(_without_people(bacaan, lembar)), EksporSIPD())


def _without_people(bacaan: Bacaan, lembar: Lembar[Kolom]) -> Lembar[Kolom]:
    """The table without cells about people, whose place a finding tells."""
    kisi = next(item for item in bacaan.kisi if item.nama == lembar.nama)
    petugas = {column for column in lembar.kolom if not column.kunci and is_petugas(column.judul)}
    place = {column: number for number, column in enumerate(lembar.kolom, start=1)}
    saring = Penyaring(bacaan)

    def keep(row: Baris[Kolom]) -> Baris[Kolom]:
        out = {
            column
            for column, teks in row.sel.items()
            if column in petugas or (not column.kunci and holds_orang(teks))
        }
        for column in out:
            saring.drop(kisi.petak(row.nomor, place[column]), column.judul)
        return attrs.evolve(row, sel={k: v for k, v in row.sel.items() if k not in out}) if out else row

    rows = tuple(map(keep, lembar.baris))
    saring.note()
    return attrs.evolve(lembar, baris=rows)


def _from_lembar(lembar: Lembar[Kolom]) -> HasilBaca[EksporSIPD]:
    temuan: list[Temuan] = list(lembar.describe())

    def note(jenis: JenisTemuan, baris: int, kolom: str = "", **parameter: object) -> None:
        place = Tempat(berkas=lembar.berkas, lembar=lembar.nama, baris=baris, kolom=kolom)
        temuan.append(jenis.temuan(place, **parameter))

    for column in lembar.kolom:
        if not column.kunci and not is_petugas(column.judul):
            note(KOLOM_TAK_DIKENAL, lembar.nomor, column.judul, judul=column.judul)
    pembaca = PembacaBaris(frozenset(item.kunci for item in lembar.kolom), note)
    rows: list[BarisSIPD] = []
    sisa: list[BarisSisa] = []
    for row in lembar.baris:
        if row.lebih:
            note(SEL_BERLEBIH, row.nomor, banyak=len(row.lebih), teks="; ".join(row.lebih))
        if not row.sel:
            continue
        if (made := pembaca.read(row)) is not None:
            rows.append(made)
            continue
        note(
            BARIS_TANPA_TEMPAT,
            row.nomor,
            sebab="tidak ada kode atau nama program, kegiatan, atau sub kegiatan",
        )
        sisa.append(BarisSisa(row.nomor, tuple((str(kolom), teks) for kolom, teks in row.sel.items())))
    _tell(pembaca.catatan, note)
    periode = next(filter(None, map(find_periode, lembar.keterangan)), None)
    form = EksporSIPD(kepala=Kepala(judul=lembar.keterangan, periode=periode), baris=rows)
    temuan += map(partial(_locate, lembar), form.check())
    return HasilBaca(form, tuple(temuan), tuple(sisa), lembar.keterangan)


def _tell(catatan: Catatan, note: Note) -> None:
    """What was taken to be so, once for the whole table."""
    for (kolom, level), (banyak, pertama) in catatan.dianggap.items():
        words = {"isian": _ISIAN[kolom], "banyak": banyak, "level": _SEBUTAN[level]}
        note(SIPD_PEMILIK_DIANGGAP, pertama, kolom, **words)
    for kolom, (banyak, pertama) in catatan.tanpa.items():
        note(SIPD_REALISASI_TANPA_INDIKATOR, pertama, kolom, isian=kolom, banyak=banyak)


def _locate(lembar: Lembar[Kolom], temuan: Temuan) -> Temuan:
    """A finding of the rows, in its file."""
    return attrs.evolve(temuan, tempat=attrs.evolve(temuan.tempat, berkas=lembar.berkas, lembar=lembar.nama))


def fit(bacaan: Bacaan) -> int:
    """How many columns of such an export a file has."""
    known = _LEMBAR.known(bacaan)
    return len(known) + PASTI if known else 0


def _contoh() -> EksporSIPD:
    return EksporSIPD(
        baris=[
            BarisSIPD(
                kode_skpd="1.06.0.00.0.00.01.0000",
                nama_skpd="Dinas Contoh",
                tahun=2025,
                komponen=[
                    KomponenSIPD(level=LevelKode.PROGRAM, kode="1.06.04", nama="Program Rehabilitasi Sosial"),
                    KomponenSIPD(
                        level=LevelKode.KEGIATAN, kode="1.06.04.2.01", nama="Rehabilitasi Sosial Dasar"
                    ),
                    KomponenSIPD(
                        level=LevelKode.SUB_KEGIATAN,
                        kode="1.06.04.2.01.0001",
                        nama="Penyediaan Permakanan",
                    ),
                ],
                indikator=[
                    IndikatorSIPD(
                        level=LevelKode.SUB_KEGIATAN,
                        nama="Jumlah orang yang menerima permakanan",
                        satuan="Orang",
                        target="100",
                        rumus="1",
                        realisasi={1: "8"},
                    )
                ],
                uang=[UangSIPD(level=LevelKode.SUB_KEGIATAN, pagu="55160000")],
            )
        ]
    )


FORMULIR = Formulir(
    jenis=EksporSIPD.jenis,
    nama="Ekspor SIPD",
    kelas=EksporSIPD,
    cocok=fit,
    read=read,
    contoh=_contoh,
    acuan="Kolom tabel SIPD seperti disalin aplikasi daerah; hanya dibaca, karena diisi lewat SIPD sendiri",
)
