"""Perjanjian Kinerja in files: the statement page, and the lampiran with sasaran and anggaran."""

from __future__ import annotations

import re

from sakip.bentuk import Kepala, PerjanjianKinerja
from sakip.dokumen._bacaan import Bacaan
from sakip.dokumen._buku import Nasib
from sakip.dokumen._formulir import Formulir
from sakip.dokumen._halaman import remarks, signature, title_lines
from sakip.dokumen._hasil import HasilBaca
from sakip.dokumen._kepala import read_kepala
from sakip.dokumen._kisi import Petak
from sakip.dokumen._komponen import JUDUL_ANGGARAN, anggaran_naskah, read_anggaran
from sakip.dokumen._naskah import BarisNaskah, Blok, Isi, Lajur, Naskah, Paragraf, Rupa, TabelNaskah
from sakip.dokumen._sasaran import (
    JUDUL_SASARAN,
    LAJUR_ID,
    PembacaSasaran,
    lajur_target,
    target_isi,
)
from sakip.model import Indikator, Program, Sasaran
from sakip.periode import JenisPeriode, Periode

JUDUL = "PERJANJIAN KINERJA"
_JANJI = (
    "Kami yang bertanda tangan di bawah ini bersepakat tentang kinerja yang akan dicapai pada tahun ini.",
    "Pihak Pertama berjanji mencapai target kinerja dalam lampiran ini dan bertanggung jawab atas hasilnya.",
    "Pihak Kedua mengevaluasi pencapaiannya dan mengambil tindakan berupa penghargaan atau sanksi.",
)
_JANJI_SENDIRI = (
    "Saya yang bertanda tangan di bawah ini menyatakan kinerja yang akan dicapai pada tahun ini.",
    "Saya berjanji mencapai target kinerja dalam lampiran ini dan bertanggung jawab atas hasilnya.",
)
_BAKU = frozenset({*_JANJI, *_JANJI_SENDIRI})
"""The sentences of the statement page, which are furniture."""
_PIHAK = re.compile(r"pihak\s+(pertama|kesatu|kedua)\s*[:=]\s*(.+)", re.IGNORECASE)
_JABATAN = re.compile(r"jabatan\s*[:=]?\s*(.+)", re.IGNORECASE)


def read(bacaan: Bacaan) -> HasilBaca[PerjanjianKinerja]:
    """A Perjanjian Kinerja from the sheets of one file."""
    sasaran, anggaran = bacaan.find(JUDUL_SASARAN, JUDUL_ANGGARAN)
    luar = bacaan.outside((*sasaran, *anggaran))
    pihak = _read_pihak(bacaan, luar)
    kepala = read_kepala(bacaan, luar, JUDUL)
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


def _read_pihak(bacaan: Bacaan, luar: list[tuple[Petak, str]]) -> dict[str, str]:
    """Who promises whom, by the post; the sentences between are furniture."""
    found: dict[str, str] = {}
    for place, teks in luar:
        if teks in _BAKU:
            bacaan.buku.put(Nasib.PERABOT, place)
        elif match := _PIHAK.fullmatch(teks):
            found.setdefault("kedua" if match[1].lower() == "kedua" else "pertama", match[2])
            bacaan.buku.put(Nasib.ISI, place)
        elif (match := _JABATAN.fullmatch(teks)) and len(found) < 2:
            found["kedua" if "pertama" in found else "pertama"] = match[1]
            bacaan.buku.put(Nasib.ISI, place)
    return found


def to_naskah(pk: PerjanjianKinerja) -> Naskah:
    """The statement page, and the lampiran."""
    kepala = pk.kepala
    janji = _JANJI if pk.pihak_kedua else _JANJI_SENDIRI
    pernyataan: list[Blok] = [Paragraf(janji[0])]
    pernyataan += [
        Paragraf(f"{sebagai}: {jabatan}")
        for sebagai, jabatan in (("Pihak Pertama", pk.pihak_pertama), ("Pihak Kedua", pk.pihak_kedua))
        if jabatan
    ]
    pernyataan += [Paragraf(teks) for teks in janji[1:]]
    pernyataan += remarks(kepala)
    lampiran: list[Blok] = [_sasaran_naskah(pk)]
    if pk.anggaran:
        lampiran.append(anggaran_naskah(pk.anggaran, kepala.periode))
    lampiran += signature(kepala, ("Pihak Kedua", pk.pihak_kedua), ("Pihak Pertama", pk.pihak_pertama))
    return Naskah(
        bentuk=pk.jenis,
        judul=title_lines(kepala, JUDUL),
        isi=(("Pernyataan", tuple(pernyataan)), ("Lampiran", tuple(lampiran))),
        mendatar=False,
    )


def _sasaran_naskah(pk: PerjanjianKinerja) -> TabelNaskah:
    periods = target_periods(pk.sasaran, pk.kepala.periode)
    lajur = (
        Lajur("No", 5, Rupa.TENGAH),
        Lajur("Sasaran", 40),
        Lajur("Indikator Kinerja", 40),
        Lajur("Satuan", 12, Rupa.TENGAH),
        *map(lajur_target, periods),
        *LAJUR_ID,
    )
    rows: list[BarisNaskah] = []
    for nomor, sasaran in enumerate(pk.sasaran, start=1):
        for place, indikator in enumerate(sasaran.indikator or (None,)):
            rows.append(_row(nomor, sasaran, indikator, periods, first=not place))
    return TabelNaskah(lajur, rows)


def _row(
    nomor: int, sasaran: Sasaran, indikator: Indikator | None, periods: list[Periode], *, first: bool
) -> BarisNaskah:
    targets: list[Isi] = [None if indikator is None else target_isi(indikator, when) for when in periods]
    nama, satuan, id = ("", "", "") if indikator is None else (indikator.nama, indikator.satuan, indikator.id)
    cells: list[Isi] = [nomor, sasaran.uraian, nama, satuan, *targets, sasaran.id, id]
    return BarisNaskah(cells, sambung=() if first else (0, 1))


def target_periods(sasaran: tuple[Sasaran, ...], periode: Periode | None) -> list[Periode]:
    """The periods that any indikator has a target for: years first, then their parts."""
    found = {target.periode for item in sasaran for row in item.indikator for target in row.target}
    if periode is not None and periode.jenis is JenisPeriode.TAHUN:
        found.add(periode)
    return sorted(found, key=lambda when: (when.jenis is not JenisPeriode.TAHUN, when))


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
