"""The tables of money and of efficiency that stand below those of indikator in a report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import attrs

from sakip.angka import SEBAB, Angka, Isian, Kosong, format_persen, format_rupiah, read_nilai, scan_rupiah
from sakip.bentuk import SERAPAN_TERCETAK_BERBEDA, Berpagu, EfisiensiTercetak, SerapanTercetak
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.buku import Nasib
from sakip.dokumen._baca.judul import Judul
from sakip.dokumen._baca.register import (
    ISIAN_TAK_DIKENAL,
    JUMLAH_BERBEDA,
    NILAI_DIBACA_DENGAN_CATATAN,
    REALISASI_ANGGARAN_TAK_TERBACA,
)
from sakip.dokumen._baca.tabel import Larik, Tabel
from sakip.dokumen._bagian.komponen import JUDUL_ANGGARAN, is_jumlah, read_anggaran
from sakip.dokumen._bagian.persen import is_quotient, to_persen
from sakip.dokumen._bagian.waktu import BUKAN_TAHUN, parse_bagian, urut_periode
from sakip.dokumen._buka.kisi import Petak
from sakip.errors import AngkaError
from sakip.model import RealisasiAnggaran
from sakip.periode import Periode

JUDUL_SERAPAN = (
    *JUDUL_ANGGARAN,
    Judul(
        "realisasi",
        ("realisasi", "realisasi anggaran", "realisasi keuangan", "realisasi belanja"),
        pola=re.compile(
            rf"realisasi(?:anggaran|keuangan|belanja)*(?:tahun)?(?P<bagian>(?:19|20)\d\d|{BUKAN_TAHUN})(?:rp)?"
        ),
        bawah=re.compile(BUKAN_TAHUN),
        wajib=True,
    ),
    Judul(
        "serapan",
        (
            "serapan",
            "persentase serapan",
            "penyerapan",
            "persentase penyerapan",
            "capaian",
            "persentase",
            "persentase realisasi",
            "tingkat serapan",
        ),
    ),
)
"""The columns of the table of money."""

JUDUL_EFISIENSI = (
    Judul("nomor", ("no", "nomor", "no urut")),
    Judul("sasaran", ("sasaran", "sasaran strategis", "sasaran kinerja"), wajib=True),
    Judul(
        "capaian",
        (
            "capaian",
            "capaian kinerja",
            "persentase capaian kinerja",
            "persentase capaian",
            "rata-rata capaian",
        ),
    ),
    Judul(
        "serapan",
        (
            "serapan",
            "serapan anggaran",
            "penyerapan anggaran",
            "persentase penyerapan anggaran",
            "persentase serapan",
        ),
        wajib=True,
    ),
    Judul("tingkat", ("tingkat efisiensi", "efisiensi", "kategori efisiensi"), wajib=True),
)
"""The columns of the table of efficiency."""


@attrs.define
class PembacaSerapan:
    """Reads the tables of money with what was spent.

    Attributes:
        bacaan: The reading.
        periode: The period that the money is of; None where no header says.
    """

    bacaan: Bacaan
    periode: Periode | None
    _realisasi: list[RealisasiAnggaran] = attrs.field(factory=list, init=False)
    _tercetak: list[SerapanTercetak] = attrs.field(factory=list, init=False)

    def read(self, tabel: Iterable[Tabel]) -> tuple[Berpagu, ...]:
        """The components; what was spent on them and the serapan printed are kept beside."""
        return read_anggaran(self.bacaan, tabel, self.periode, self._row)

    @property
    def realisasi(self) -> tuple[RealisasiAnggaran, ...]:
        """What was spent."""
        return tuple(self._realisasi)

    @property
    def tercetak(self) -> tuple[SerapanTercetak, ...]:
        """The serapan that is printed."""
        return tuple(self._tercetak)

    def _row(self, larik: Larik, komponen: Sequence[Berpagu]) -> None:
        if is_jumlah(larik):
            self._check_jumlah(larik, komponen)
            return
        own = komponen[0].id
        first = len(self._realisasi)
        for bagian, place, teks in self.bacaan.take_periode(larik, "realisasi"):
            self._put_realisasi(own, self._when(bagian), place, teks)
        self._realisasi[first:] = sorted(self._realisasi[first:], key=lambda item: urut_periode(item.periode))
        for _, place, teks in self.bacaan.take_periode(larik, "serapan"):
            self._tercetak.append(SerapanTercetak(own, self.bacaan.nilai(teks, place)))

    def _when(self, bagian: str) -> Periode | None:
        """The period in a header, or else that of the form."""
        if not bagian:
            return self.periode
        return parse_bagian(bagian, None if self.periode is None else self.periode.tahun)

    def _put_realisasi(self, simpul: str, kapan: Periode | None, place: Petak, teks: str) -> None:
        if kapan is None or any((item.simpul, item.periode) == (simpul, kapan) for item in self._realisasi):
            sebab = "tahun anggaran tidak tertulis" if kapan is None else f"realisasi {kapan} sudah terisi"
            self.bacaan.note(ISIAN_TAK_DIKENAL, place, teks=teks, sebab=sebab)
            return
        jumlah = self._amount(place, teks)
        printed = teks if jumlah is None else ""
        self._realisasi.append(RealisasiAnggaran(simpul, kapan, jumlah, printed))

    def _amount(self, place: Petak, teks: str) -> int | None:
        if isinstance(read_nilai(teks), Kosong):
            return None
        try:
            jumlah, catatan = scan_rupiah(teks)
        except AngkaError as error:
            self.bacaan.note(
                REALISASI_ANGGARAN_TAK_TERBACA, place, teks=teks, sebab=SEBAB[error.sebab].kalimat
            )
            return None
        for item in catatan:
            self.bacaan.note(
                NILAI_DIBACA_DENGAN_CATATAN, place, teks=teks, nilai=format_rupiah(jumlah), sebab=item.kalimat
            )
        return jumlah

    def _check_jumlah(self, larik: Larik, komponen: Sequence[Berpagu]) -> None:
        """The printed sum of what was spent, and its share of the money; both are furniture."""
        ids = {item.id for item in komponen}
        for kunci in ("realisasi", "serapan"):
            self.bacaan.buku.put(Nasib.PERABOT, *(place for _, place, _ in larik.bagian(kunci)))

        def spent(kapan: Periode | None) -> int:
            own = (item for item in self._realisasi if item.simpul in ids and item.periode == kapan)
            return sum(item.jumlah or 0 for item in own)

        for bagian, place, teks in larik.bagian("realisasi"):
            printed, total = self._amount(place, teks), spent(self._when(bagian))
            if printed is not None and printed != total:
                self.bacaan.note(
                    JUMLAH_BERBEDA, place, tercetak=format_rupiah(printed), terhitung=format_rupiah(total)
                )
        for _, place, teks in larik.bagian("serapan"):
            self._check_serapan(place, teks, spent(self.periode), komponen)

    def _check_serapan(self, place: Petak, teks: str, total: int, komponen: Sequence[Berpagu]) -> None:
        figure = self.bacaan.nilai(teks, place)
        pagu = self._in_force(komponen)
        if isinstance(figure, Angka) and pagu and not is_quotient(figure.nilai, total, pagu):
            self.bacaan.note(
                SERAPAN_TERCETAK_BERBEDA,
                place,
                tercetak=teks,
                realisasi=format_rupiah(total),
                pagu=format_rupiah(pagu),
                terhitung=format_persen(to_persen(total, pagu)),
            )

    def _in_force(self, komponen: Sequence[Berpagu]) -> int:
        """The money of components that is in force in the period of the form."""
        found = (None if self.periode is None else item.pagu_for(self.periode) for item in komponen)
        return sum(item.jumlah or 0 for item in found if item is not None)


def read_efisiensi(bacaan: Bacaan, tabel: Iterable[Tabel]) -> tuple[EfisiensiTercetak, ...]:
    """The rows of the tables of efficiency, as printed."""
    return tuple(
        _efisiensi(bacaan, larik)
        for table in tabel
        for larik in table.larik
        if any(larik.teks(kunci) for kunci in ("sasaran", "capaian", "serapan", "tingkat"))
    )


def _efisiensi(bacaan: Bacaan, larik: Larik) -> EfisiensiTercetak:
    bacaan.skip(larik, "nomor")
    return EfisiensiTercetak(
        sasaran=bacaan.take(larik, "sasaran"),
        capaian=_nilai(bacaan, larik, "capaian"),
        serapan=_nilai(bacaan, larik, "serapan"),
        tingkat=bacaan.take(larik, "tingkat"),
    )


def _nilai(bacaan: Bacaan, larik: Larik, kunci: str) -> Isian | None:
    return next((bacaan.nilai(teks, place) for _, place, teks in bacaan.take_periode(larik, kunci)), None)
