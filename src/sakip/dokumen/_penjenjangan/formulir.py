"""Penjenjangan Kinerja in files: its five stages, as documents print them and as tables."""

from __future__ import annotations

import re

from sakip.bentuk import Kepala, Penjenjangan
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.buku import Nasib
from sakip.dokumen._baca.hasil import HasilBaca
from sakip.dokumen._baca.judul import squash
from sakip.dokumen._baca.tabel import PENUTUP, clean
from sakip.dokumen._bagian.kepala import find_atas_nama, find_periode, is_tempat_hari, read_kepala
from sakip.dokumen._buka.kisi import Petak
from sakip.dokumen._formulir import Formulir
from sakip.dokumen._penjenjangan.bagan import Bagan
from sakip.dokumen._penjenjangan.indikator import PembacaIndikator
from sakip.dokumen._penjenjangan.jabatan import PembacaMatriks, PembacaRencana
from sakip.dokumen._penjenjangan.kartu import PembacaKartu
from sakip.dokumen._penjenjangan.kondisi import PembacaKondisi
from sakip.dokumen._penjenjangan.lampiran import PembacaLampiran
from sakip.dokumen._penjenjangan.matriks import fit_matriks, read_matriks
from sakip.dokumen._penjenjangan.terjemah import Penerjemah
from sakip.dokumen._penjenjangan.tulis import JUDUL, to_naskah
from sakip.dokumen._penjenjangan.urai import Alinea, BarisLepas, Pengurai, Potongan, fit
from sakip.model import CSF, Indikator, Kegiatan, KondisiAntara, Outcome, Program, SubKegiatan
from sakip.periode import Periode
from sakip.pohon import PohonKinerja

_HIASAN = "*#_ \t"
_LABEL = re.compile(r"^(?:perangkat\s+daerah|instansi|opd|skpd)\s*:\s*", re.IGNORECASE)
"""What may stand before the name of the institution."""


def read(bacaan: Bacaan) -> HasilBaca[Penjenjangan]:
    """A Penjenjangan from the sheets of one file: its stages, or a matrix of the whole tree."""
    if fit_matriks(bacaan) > fit(bacaan):
        return read_matriks(bacaan)
    pieces, signed = _split_signed(bacaan, Pengurai(bacaan).split())
    periode = _find_periode(pieces)
    bagan = Bagan(bacaan)
    kondisi, kartu = PembacaKondisi(bagan), PembacaKartu(bacaan, periode)
    indikator, rencana = PembacaIndikator(bagan, periode), PembacaRencana(bagan, periode)
    matriks, lampiran = PembacaMatriks(bagan), PembacaLampiran(bacaan)
    # Stage 4 and the matrix name what the others make, whichever comes first in the file.
    left = [item for item in pieces if not (lampiran.read(item) or indikator.read(item))]
    left = [item for item in left if not (kondisi.read(item) or kartu.read(item) or rencana.read(item))]
    Penerjemah(bagan, kartu.kartu, kartu.judul).translate()
    indikator.apply()
    left = [item for item in left if not matriks.read(item)]
    matriks.finish()
    kepala = read_kepala(bacaan, _outside(bacaan, [*left, *signed]), JUDUL)
    lampiran.word(bagan)
    pohon, ids = bagan.make(kepala.instansi or Penjenjangan.jenis, kepala.periode)
    for jabatan in matriks.jabatan.values():
        pohon.add_jabatan(jabatan)
    for node, id in ids.items():
        if node.jabatan:
            pohon.assign(id, node.jabatan)
    lampiran.link(pohon)
    return bacaan.finish(Penjenjangan(kepala=kepala, pohon=pohon))


def _find_periode(pieces: list[Potongan]) -> Periode | None:
    """The year in the lines before the first stage."""
    for item in pieces:
        if isinstance(item, Alinea) and not item.bagian.tahap and (when := find_periode(item.teks)):
            return when
    return None


def _split_signed(bacaan: Bacaan, pieces: list[Potongan]) -> tuple[list[Potongan], list[Potongan]]:
    """The pieces, and the lines from place and day on, which say who signs and nothing of a stage."""
    sheets = {item.nama: item for item in bacaan.kisi}
    body: list[Potongan] = []
    signed: list[Potongan] = []
    inside = False
    for item in pieces:
        if isinstance(item, Alinea):
            place = item.petak[0]
            teks = clean(sheets[place.lembar].teks(place.baris, place.kolom)).strip(_HIASAN)
            inside = inside or is_tempat_hari(teks) or bool(find_atas_nama(teks))
        elif not isinstance(item, BarisLepas):  # two sign side by side, so that their rows have two cells
            inside = False
        (signed if inside else body).append(item)
    return body, signed


def _outside(bacaan: Bacaan, left: list[Potongan]) -> list[tuple[Petak, str]]:
    """The lines before the first stage, the title first, and who signs; other lines are left for a finding."""
    sheets = {item.nama: item for item in bacaan.kisi}
    head: list[tuple[Petak, str]] = []
    signed: list[tuple[Petak, str]] = []
    last = head
    closed: str | None = None  # the sheet whose signatures have begun; that of a text has no name
    for item in left:
        if isinstance(item, BarisLepas) and item.kisi.nama == closed:  # who signs, side by side
            last += [(item.petak(kolom), teks) for kolom, teks in item.sel]
        elif isinstance(item, Alinea):
            lines = [(place, sheets[place.lembar].teks(place.baris, place.kolom)) for place in item.petak]
            ends = bool(PENUTUP.match(item.teks))
            closed = lines[0][0].lembar if ends else closed
            if not item.bagian.tahap and not signed:
                head += lines
            elif signed or ends:
                signed += lines
                last = signed
            else:
                _skip_repeated(bacaan, lines, head)
    return [*_title_first(bacaan, [(place, clean(teks).strip(_HIASAN)) for place, teks in head]), *signed]


def _skip_repeated(bacaan: Bacaan, lines: list[tuple[Petak, str]], head: list[tuple[Petak, str]]) -> None:
    """A line of the head that a later page prints again is furniture."""
    known = {squash(teks) for _, teks in head}
    bacaan.buku.put(Nasib.PERABOT, *(place for place, teks in lines if squash(teks) in known))


def _title_first(bacaan: Bacaan, head: list[tuple[Petak, str]]) -> list[tuple[Petak, str]]:
    """The lines of the head without labels, from the one on that says which form it is."""
    lines = []
    for place, teks in head:
        if plain := _LABEL.sub("", teks):
            lines.append((place, JUDUL if squash(plain) == squash(JUDUL) else plain))
        else:
            bacaan.buku.put(Nasib.PERABOT, place)
    begin = next((number for number, (_, teks) in enumerate(lines) if teks == JUDUL), 0)
    return lines[begin:] + lines[:begin]


def _contoh() -> Penjenjangan:
    periode = Periode.parse("2025")
    pohon = PohonKinerja("Dinas Contoh", periode=periode)
    pohon.add_many(
        [
            (
                Outcome(
                    "O1",
                    uraian="Meningkatnya kesejahteraan sosial",
                    indikator=(Indikator(id="IK-O1", nama="Persentase PPKS yang tertangani"),),
                ),
                None,
            ),
            (CSF("CSF1", uraian="Meningkatnya pelayanan sosial"), "O1"),
            (
                Program(
                    "P1",
                    nama="Program Rehabilitasi Sosial",
                    kode="1.06.04",
                    uraian="Terwujudnya rehabilitasi bagi PPKS",
                    pagu={periode: 306_749_630},
                ),
                "CSF1",
            ),
            (
                Kegiatan("K1", nama="Rehabilitasi Sosial Dasar", uraian="Terlayaninya PPKS di luar panti"),
                "P1",
            ),
            (
                SubKegiatan(
                    "S1",
                    nama="Penyediaan Permakanan",
                    uraian="Terpenuhinya kebutuhan permakanan",
                    indikator=(
                        Indikator(
                            id="IK-S1", nama="Jumlah orang yang menerima", target={periode: "100 Orang"}
                        ),
                    ),
                    pagu={periode: 55_160_000},
                ),
                "K1",
            ),
            (KondisiAntara("KA1", uraian="Tersedianya pakaian dan kelengkapan"), "K1"),
        ]
    )
    return Penjenjangan(kepala=Kepala(instansi="Dinas Contoh", periode=periode), pohon=pohon)


FORMULIR = Formulir(
    jenis=Penjenjangan.jenis,
    nama="Penjenjangan Kinerja",
    kelas=Penjenjangan,
    cocok=lambda bacaan: max(fit(bacaan), fit_matriks(bacaan)),
    kata=("penjenjangan kinerja",),
    read=read,
    to_naskah=to_naskah,
    contoh=_contoh,
    petunjuk=(
        "Tahap 3: satu baris untuk satu kondisi; faktor penyebab cukup ditulis pada baris pertamanya.",
        "Tahap 4: satu baris untuk satu indikator; kinerja cukup ditulis pada baris pertamanya.",
        "Tahap 5: sasaran komponen ditulis sama dengan bunyi kondisinya pada Tahap 3.",
        "Kolom ID menghubungkan kelima tahap; biarkan kosong pada baris baru.",
    ),
    acuan="PermenPANRB 89/2021",
)
