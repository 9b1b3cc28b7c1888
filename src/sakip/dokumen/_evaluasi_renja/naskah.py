"""The evaluation form of a Renja on the page: fifteen numbered columns, sums as live formulas where they are sums."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sakip.angka import Angka, Isian
from sakip.bentuk import AngkaEvaluasi, BarisEvaluasi, EvaluasiRenja, RataRata
from sakip.dokumen._bagian.alasan import join_alasan
from sakip.dokumen._bagian.halaman import remarks, signature, title_lines
from sakip.dokumen._bagian.lain import LajurLain
from sakip.dokumen._bagian.persen import live_persen, live_sum
from sakip.dokumen._bagian.pilihan import SATUAN
from sakip.dokumen._evaluasi_renja.kolom import PASANGAN
from sakip.dokumen._tulis.naskah import BarisNaskah, Isi, Lajur, Naskah, Rumus, Rupa, TabelNaskah

JUDUL = "EVALUASI TERHADAP HASIL RENJA PERANGKAT DAERAH"
_TANDA_HITUNG = re.compile(r"([+×/])")
"""What parts the numbers that a numbered column is made of; it may break there where it is narrow."""
LABEL_RATA, LABEL_PREDIKAT = "Rata-rata capaian kinerja (%)", "Predikat kinerja"


def to_naskah(form: EvaluasiRenja) -> Naskah:
    """The form, with the two rows of means below it."""
    kepala = form.kepala
    isi = (_tabel(form), *remarks(kepala), *signature(kepala))
    return Naskah(bentuk=form.jenis, judul=title_lines(kepala, JUDUL), isi=(("Evaluasi Renja", isi),))


def _tabel(form: EvaluasiRenja) -> TabelNaskah:
    lain = LajurLain.of(row.lain for row in form.baris)
    rows: list[BarisNaskah] = []
    before: BarisEvaluasi | None = None
    nomor = 0
    for row in form.baris:
        nomor += before is None or row.id != before.id
        rows.append(_row(row, before, nomor, lain))
        before = row
    if form.rata_rata != RataRata():
        rows += _means(form.rata_rata, len(lain.kunci))
    return TabelNaskah(_lajur(lain), rows, nama=_NAMA)


def _lajur(lain: LajurLain) -> tuple[Lajur, ...]:
    pairs = [
        Lajur(
            (item.judul, satuan, _nomor(item.nomor, item.rumus if satuan == "Rp" else "")),
            7 if satuan == "K" else 12,
            rupa,
        )
        for item in PASANGAN
        for satuan, rupa in (("K", Rupa.TENGAH), ("Rp", Rupa.ANGKA))
    ]
    return (
        Lajur(("No", "", "1"), 4, Rupa.TENGAH),
        Lajur(("Sasaran Perangkat Daerah", "", "2"), 18),
        Lajur(("Urusan/Program/Kegiatan/Sub Kegiatan", "Kode", "3"), 13),
        Lajur(("Urusan/Program/Kegiatan/Sub Kegiatan", "Uraian", "3"), 22),
        Lajur(("Indikator Kinerja", "", "4"), 22),
        Lajur(("Satuan", "", "5"), 8, Rupa.TENGAH, pilihan=SATUAN),
        *pairs,
        Lajur(("Unit PJ", "", "16"), 11),
        Lajur(("Keterangan", "", "17"), 17),
        *lain.lajur,
        *(
            Lajur(judul, 10, tersembunyi=True)
            for judul in ("ID", "Jenis", "ID Indikator", "Polaritas", "Agregasi")
        ),
    )


def _nomor(nomor: int, rumus: str) -> str:
    spaced = _TANDA_HITUNG.sub(r" \1 ", rumus)
    return f"{nomor} = {spaced}" if rumus else str(nomor)


_NAMA = (
    "nomor",
    "sasaran",
    "kode",
    "nama",
    "indikator",
    "satuan",
    *(f"{item.kunci}_{satuan}" for item in PASANGAN for satuan in ("k", "rp")),
)
"""The names of the columns that formulas speak of."""


def _row(row: BarisEvaluasi, before: BarisEvaluasi | None, nomor: int, lain: LajurLain) -> BarisNaskah:
    further = before is not None and row.id == before.id
    same = before is not None and row.sasaran == before.sasaran and (further or bool(row.nama))
    sasaran = "-" if before is not None and before.sasaran and not row.sasaran else row.sasaran
    item = row.indikator
    kinerja, anggaran = _cells(row.kinerja, "k"), _cells(row.anggaran, "rp")
    pairs = [cell for both in zip(kinerja, anggaran, strict=True) for cell in both]
    cells: list[Isi] = [
        nomor,
        sasaran,
        row.kode,
        row.nama,
        "" if item is None else item.nama,
        "" if item is None else item.satuan,
        *pairs,
        row.penanggung_jawab,
        join_alasan(row.keterangan, row.alasan),
        *lain.cells(row.lain),
        row.id,
        row.jenis,
        "" if item is None else item.id,
        "" if item is None or item.polaritas is None else item.polaritas.value,
        "" if item is None or item.agregasi is None else item.agregasi.value,
    ]
    return BarisNaskah(cells, sambung=[*([0, 2, 3] if further else []), *([1] if same else [])])


def _cells(angka: AngkaEvaluasi, satuan: str) -> list[Isi]:
    """Columns 6 to 15 of one unit, with formulas where they give what is printed."""
    plain: list[Isi] = [_plain(item, satuan) for item in angka.kolom.values()]

    def name(kunci: str) -> str:
        return f"{kunci}_{satuan}"

    year = live_sum(angka.realisasi_tahun, plain[3:7], [name(f"tw{number}") for number in (1, 2, 3, 4)])
    total = live_sum(
        angka.realisasi_total, [plain[1], plain[7]], [name("realisasi_lalu"), name("realisasi_tahun")]
    )
    share = live_persen(angka.tingkat, plain[8], plain[0], (name("realisasi_total"), name("target_renstra")))
    sums = [
        item if isinstance(item, Rumus) else old for item, old in zip((year, total), plain[7:9], strict=True)
    ]
    return [*plain[:7], *sums, share]


def _plain(isian: Isian, satuan: str) -> Isi:
    """A figure; money as whole rupiah, so that it is printed with dots."""
    if satuan == "rp" and isinstance(isian, Angka) and isian.nilai == int(isian.nilai) and not isian.satuan:
        return int(isian.nilai)
    return isian


def _means(rata: RataRata, further: int) -> list[BarisNaskah]:
    return [
        _mean(LABEL_RATA, (rata.kinerja, rata.anggaran), rata.keterangan, further),
        _mean(LABEL_PREDIKAT, (rata.predikat_kinerja, rata.predikat_anggaran), "", further),
    ]


def _mean(label: str, nilai: Sequence[Isi], keterangan: str, further: int) -> BarisNaskah:
    head: list[Isi] = [None, "", "", label, "", "", *([None] * (2 * len(PASANGAN) - 2))]
    return BarisNaskah((*head, *nilai, "", keterangan, *([""] * (further + 5))), tebal=True)
