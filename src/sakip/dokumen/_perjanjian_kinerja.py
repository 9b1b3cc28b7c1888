"""Perjanjian Kinerja in files: the statement page, and the lampiran with sasaran and anggaran."""

from __future__ import annotations

import attrs

from sakip.bentuk import Kepala, PerjanjianKinerja
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.hasil import HasilBaca
from sakip.dokumen._bagian.halaman import remarks, signature, title_lines
from sakip.dokumen._bagian.kepala import read_kepala
from sakip.dokumen._bagian.komponen import JUDUL_ANGGARAN, JUDUL_TW, anggaran_naskah, read_anggaran
from sakip.dokumen._bagian.lain import LajurLain
from sakip.dokumen._bagian.nomor import number_rows
from sakip.dokumen._bagian.pihak import JANJI, JANJI_SENDIRI, read_pihak
from sakip.dokumen._bagian.pilihan import SATUAN
from sakip.dokumen._bagian.sasaran import (
    JUDUL_SASARAN,
    LAJUR_ID,
    LAJUR_TEKS,
    PembacaSasaran,
    nama_isi,
    teks_isi,
)
from sakip.dokumen._bagian.terencana import LajurBaseline, LajurTarget
from sakip.dokumen._formulir import Formulir
from sakip.dokumen._tulis.naskah import BarisNaskah, Blok, Isi, Lajur, Naskah, Paragraf, Rupa, TabelNaskah
from sakip.model import Indikator, Program, Sasaran
from sakip.periode import Periode

JUDUL = "PERJANJIAN KINERJA"
_PERTAMA, _KEDUA = "Pihak Pertama", "Pihak Kedua"


def read(bacaan: Bacaan) -> HasilBaca[PerjanjianKinerja]:
    """A Perjanjian Kinerja from the sheets of one file."""
    sasaran, anggaran = bacaan.find(JUDUL_SASARAN, (*JUDUL_ANGGARAN, JUDUL_TW))
    luar = bacaan.outside((*sasaran, *anggaran))
    pihak = read_pihak(bacaan, luar)
    kepala = read_kepala(bacaan, luar, JUDUL, penanda=(_PERTAMA, _KEDUA, *pihak.values()))
    pembaca = PembacaSasaran(bacaan, kepala.periode)
    for table in sasaran:
        pembaca.read(table)
    return bacaan.finish(
        PerjanjianKinerja(
            kepala=kepala,
            pihak_pertama=pihak.get("pertama", ""),
            pihak_kedua=pihak.get("kedua", ""),
            sasaran=pembaca.make(),
            anggaran=read_anggaran(bacaan, anggaran, kepala.periode),
        )
    )


def to_naskah(pk: PerjanjianKinerja) -> Naskah:
    """The statement page, and the lampiran; both are signed."""
    kepala = pk.kepala
    janji = JANJI if pk.pihak_kedua else JANJI_SENDIRI
    tanda = signature(kepala, (_KEDUA, pk.pihak_kedua), (_PERTAMA, pk.pihak_pertama))
    pernyataan: list[Blok] = [Paragraf(janji[0])]
    pernyataan += [
        Paragraf(f"{sebagai}: {jabatan}")
        for sebagai, jabatan in ((_PERTAMA, pk.pihak_pertama), (_KEDUA, pk.pihak_kedua))
        if jabatan
    ]
    pernyataan += [*(Paragraf(teks) for teks in janji[1:]), *remarks(kepala), *tanda]
    sasaran = _sasaran_naskah(pk)
    lampiran: list[Blok] = [sasaran]
    if pk.anggaran:
        lampiran.append(anggaran_naskah(pk.anggaran, kepala.periode))
    return Naskah(
        bentuk=pk.jenis,
        judul=title_lines(kepala, JUDUL),
        isi=(("Pernyataan", tuple(pernyataan)), ("Lampiran", (*lampiran, *tanda))),
        mendatar=sum(not item.tersembunyi for item in sasaran.lajur) > _KOLOM_TEGAK,
        tegak=("Pernyataan",),
    )


_KOLOM_TEGAK = 6
"""Columns that fit on upright paper."""


_TAK_TERCETAK = frozenset({"polaritas", "agregasi", "alasan"})
"""What no Perjanjian Kinerja prints, but a workbook keeps."""


def _sasaran_naskah(pk: PerjanjianKinerja) -> TabelNaskah:
    rows = [row for item in pk.sasaran for row in item.indikator]
    teks = [
        (kunci, attrs.evolve(lajur, tersembunyi=kunci in _TAK_TERCETAK))
        for kunci, lajur in LAJUR_TEKS.items()
        if any(teks_isi(row, kunci) for row in rows)
    ]
    lain = LajurLain.of(row.lain for row in rows)
    ada_satuan = any(row.satuan for row in rows)
    target = LajurTarget.of(rows, pk.kepala.periode, selalu=True)
    baseline = LajurBaseline.of(rows)
    lajur = (
        Lajur("No", 5, Rupa.TENGAH),
        Lajur("Sasaran", 40),
        Lajur("Indikator Kinerja", 40),
        *([Lajur("Satuan", 12, Rupa.TENGAH, pilihan=SATUAN)] if ada_satuan else []),
        *baseline.lajur,
        *target.lajur,
        *(lajur for _, lajur in teks),
        *lain.lajur,
        *LAJUR_ID,
    )

    def cells(indikator: Indikator | None) -> list[Isi]:
        """What stands between the sasaran and the ids."""
        if indikator is None:
            return [""] * (len(lajur) - 4)
        return [
            nama_isi(indikator),
            *([indikator.satuan] if ada_satuan else []),
            *baseline.cells(indikator),
            *target.cells(indikator),
            *(teks_isi(indikator, kunci) for kunci, _ in teks),
            *lain.cells(indikator.lain),
        ]

    return TabelNaskah(
        lajur,
        [
            BarisNaskah(
                (nomor, sasaran.uraian, *cells(indikator), sasaran.id, indikator.id if indikator else ""),
                sambung=(0, 1) if place else (),
            )
            for nomor, sasaran in number_rows(pk.sasaran)
            for place, indikator in enumerate(sasaran.indikator or (None,))
        ],
    )


def _contoh() -> PerjanjianKinerja:
    return PerjanjianKinerja(
        kepala=Kepala(instansi="Dinas Contoh", periode=Periode.parse("2025")),
        pihak_pertama="Kepala Dinas Contoh",
        pihak_kedua="Bupati Contoh",
        sasaran=(
            Sasaran(
                "S1",
                uraian="Meningkatnya penanganan PPKS",
                indikator=(
                    Indikator(
                        id="S1.1", nama="Persentase PPKS yang tertangani", satuan="%", target={2025: "93,59"}
                    ),
                ),
            ),
        ),
        anggaran=(
            Program("P1", nama="Program Rehabilitasi Sosial", kode="1.06.04", pagu={2025: 306_749_630}),
        ),
    )


FORMULIR = Formulir(
    jenis=PerjanjianKinerja.jenis,
    nama="Perjanjian Kinerja",
    kelas=PerjanjianKinerja,
    judul=(JUDUL_SASARAN,),
    kata=("perjanjian kinerja",),
    read=read,
    to_naskah=to_naskah,
    contoh=_contoh,
    petunjuk=(
        "Satu baris untuk satu indikator; nomor dan sasaran cukup ditulis pada baris pertamanya.",
        "Target ditulis dengan koma desimal; target triwulan boleh ditambahkan di kolom TW I sampai TW IV.",
        "Anggaran ditulis dalam rupiah utuh, tanpa sen.",
    ),
    acuan="PermenPANRB 53/2014",
)
