"""Rencana Aksi Individu in files: hasil kerja, indikator, hasil kerja below it, indikator, steps and their targets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

from sakip.bentuk import Kepala, RencanaAksiIndividu
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.buku import Nasib
from sakip.dokumen._baca.hasil import HasilBaca
from sakip.dokumen._baca.register import SEL_TERGESER
from sakip.dokumen._baca.tabel import PENUTUP, Tabel
from sakip.dokumen._bagian.kepala import Dasar, read_kepala
from sakip.dokumen._buka.kisi import Petak
from sakip.dokumen._formulir import Formulir
from sakip.dokumen._rencana_aksi_individu.baris import AKSI, TARGET, Baris, Ragam, Sel
from sakip.dokumen._rencana_aksi_individu.naskah import JUDUL, to_naskah
from sakip.dokumen._rencana_aksi_individu.periksa import check_langkah
from sakip.dokumen._rencana_aksi_individu.rakit import Rakitan
from sakip.dokumen._rencana_aksi_individu.tabel import ID, ID_TARGET, JUDUL_RANTAI, Denah, cells_of
from sakip.model import Aktivitas, Indikator, Sasaran
from sakip.periode import Periode


def read(bacaan: Bacaan) -> HasilBaca[RencanaAksiIndividu]:
    """A Rencana Aksi Individu from the sheets of one file."""
    (tables,) = bacaan.find(JUDUL_RANTAI)
    luar = bacaan.outside(tables)
    catatan = _take_catatan(bacaan, luar, tables)
    kepala = read_kepala(bacaan, luar, JUDUL)
    rakitan = Rakitan(bacaan, kepala.periode, _ids(tables))
    for table in tables:
        _read_tabel(rakitan, table)
    check_langkah(bacaan, rakitan.simpul)
    return bacaan.finish(
        RencanaAksiIndividu(
            kepala=attrs.evolve(kepala, catatan=(*kepala.catatan, *catatan)), simpul=list(rakitan.pairs())
        )
    )


def _take_catatan(bacaan: Bacaan, luar: Sequence[tuple[Petak, str]], tables: Sequence[Tabel]) -> list[str]:
    """The lines below the last table, up to the first that says who signs: remarks, and no title."""
    last = tables[-1]
    below = [
        (place, teks) for place, teks in luar if place.lembar == last.kisi.nama and place.baris > last.akhir
    ]
    dasar = Dasar()
    found: list[str] = []
    for place, teks in below:
        if PENUTUP.match(teks):
            break
        if dasar.take(teks):
            continue  # which the head is told by
        bacaan.buku.put(Nasib.ISI, place)
        found.append(teks)
    return found


def _ids(tables: Iterable[Tabel]) -> frozenset[str]:
    columns = (*ID.values(), ID_TARGET)
    return frozenset(larik.teks(kunci) for table in tables for larik in table.larik for kunci in columns)


def _read_tabel(rakitan: Rakitan, table: Tabel) -> None:
    """Read the rows of a table, page by page."""
    before = table.awal
    page: list[tuple[Denah, Baris]] = []
    for larik in table.larik:
        if larik.baris > before + 1:  # a blank row, or the header again
            _note_geser(rakitan.bacaan, page)
            rakitan.turn_page()
            page = []
        before = larik.baris
        denah, cells = Denah.of(larik.kolom), cells_of(larik)
        if _is_rest(cells) and rakitan.join(cells[0]):
            continue
        baris = denah.read(cells, rakitan.harapan)
        rakitan.add(baris)
        page.append((denah, baris))
    _note_geser(rakitan.bacaan, page)


def _is_rest(sel: Sequence[Sel]) -> bool:
    return len(sel) == 1 and sel[0].ragam is Ragam.TEKS


def _note_geser(bacaan: Bacaan, page: Sequence[tuple[Denah, Baris]]) -> None:
    """The rows of a page whose step is not in the column of the steps, and targets beyond the last column."""
    places = Counter(baris.unsur[AKSI].sel.petak.kolom for _, baris in page if AKSI in baris.unsur)
    for denah, baris in page:
        step = baris.unsur.get(AKSI)
        by_columns = next((item.aksi for item, row in page if row.menurut_kolom), 0)
        usual = by_columns or (places.most_common(1)[0][0] if places else 0)
        if step is not None and not baris.menurut_kolom and step.sel.petak.kolom != usual:
            place = step.sel.petak
            bacaan.note(SEL_TERGESER, place, teks=step.teks, ada=_column(place), dibaca="rencana aksi")
        for bagian, cell in baris.tergeser:
            heading = next(
                denah.judul[number] for number, kind in denah.kolom.items() if kind == (TARGET, bagian)
            )
            bacaan.note(SEL_TERGESER, cell.petak, teks=cell.teks, ada=_column(cell.petak), dibaca=heading)


def _column(petak: Petak) -> str:
    return petak.sel.rstrip("0123456789")


def _contoh() -> RencanaAksiIndividu:
    rhk = Sasaran(
        "S1",
        uraian="Meningkatnya kualitas bimbingan dan penyuluhan",
        indikator=(Indikator(id="S1.IK1", nama="Nilai kinerja penyuluh"),),
    )
    bawahan = Sasaran(
        "S1.1",
        uraian="Terlaksananya penilaian kinerja penyuluh",
        untuk_indikator="S1.IK1",
        indikator=(Indikator(id="S1.1.IK1", nama="Jumlah penyuluh yang dinilai"),),
    )
    triwulan = {f"2025-TW{nomor}": "15 Orang" for nomor in (1, 2, 3, 4)}
    target = Indikator(
        id="S1.1.A1.IK1",
        nama="Melaksanakan penilaian kinerja penyuluh",
        tersirat=True,
        target={"2025": "60 Orang"} | triwulan,
    )
    langkah = Aktivitas(
        "S1.1.A1",
        uraian="Melaksanakan penilaian kinerja penyuluh",
        untuk_indikator="S1.1.IK1",
        indikator=(target,),
    )
    return RencanaAksiIndividu(
        kepala=Kepala(instansi="Kantor Contoh", periode=Periode(2025)),
        simpul=((rhk, None), (bawahan, "S1"), (langkah, "S1.1")),
    )


FORMULIR = Formulir(
    jenis=RencanaAksiIndividu.jenis,
    nama="Rencana Aksi Individu",
    kelas=RencanaAksiIndividu,
    judul=(JUDUL_RANTAI,),
    kata=("rencana hasil kerja", "rencana aksi individu"),
    read=read,
    to_naskah=to_naskah,
    contoh=_contoh,
    petunjuk=(
        "Satu baris untuk satu langkah; hasil kerja dan indikator cukup ditulis pada baris pertamanya.",
        "Nomor indikator kepala berlanjut sampai akhir; nomor langkah mulai dari 1 untuk setiap indikator.",
        "Tuliskan satuan di belakang setiap angka target, misalnya 15 Orang.",
        "Kolom target dikosongkan untuk triwulan yang tidak punya target.",
    ),
    acuan="Perjanjian Kinerja kantor Kementerian Agama",
)
