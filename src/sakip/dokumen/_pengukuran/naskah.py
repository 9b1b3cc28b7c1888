"""The tables of pengukuran kinerja on the page, with capaian and serapan as live formulas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from sakip.angka import Isian, round_half_up
from sakip.bentuk import Berpagu, PengukuranKinerja, Tercetak
from sakip.dokumen._bagian.halaman import remarks, signature, title_lines
from sakip.dokumen._bagian.komponen import LajurPagu, jumlah_pagu
from sakip.dokumen._bagian.lain import LajurLain
from sakip.dokumen._bagian.nomor import number_rows
from sakip.dokumen._bagian.persen import live_persen, to_persen
from sakip.dokumen._bagian.pilihan import SATUAN
from sakip.dokumen._bagian.sasaran import LAJUR_ID, nama_isi, teks_isi
from sakip.dokumen._bagian.terencana import LajurTarget
from sakip.dokumen._bagian.versi import Waktu
from sakip.dokumen._bagian.waktu import judul_periode, one_period, urut_periode
from sakip.dokumen._tulis.naskah import BarisNaskah, Blok, Isi, Lajur, Naskah, Rumus, Rupa, TabelNaskah
from sakip.model import Indikator, Realisasi, Sasaran
from sakip.periode import Periode

JUDUL = "PENGUKURAN KINERJA"
_JUDUL_UANG, _JUDUL_EFISIENSI = "Realisasi anggaran", "Efisiensi penggunaan anggaran"
BAKU = frozenset({_JUDUL_UANG.casefold(), _JUDUL_EFISIENSI.casefold()})
"""The lines above the tables, which are furniture."""

_SELALU = ("capaian", "predikat")
_TERCETAK = (
    ("capaian", "Capaian (%)", 11),
    ("predikat", "Kategori", 14),
    ("pertumbuhan", "Pertumbuhan", 13),
    ("target_akhir", "Target Akhir Renstra", 12),
    ("kemajuan", "Kemajuan (%)", 11),
    ("pembanding", "Pembanding", 12),
)
"""What is printed beside: attribute, header, width."""
_KETERANGAN = (("faktor", "Faktor"), ("kendala", "Kendala"), ("tindak_lanjut", "Tindak Lanjut"))
_TEKS = (
    ("formulasi", "Formulasi"),
    ("definisi_operasional", "Definisi Operasional"),
    ("alasan", "Alasan Pemilihan"),
    ("sumber_data", "Sumber Data"),
    ("penanggung_jawab", "Penanggung Jawab"),
    ("keterangan", "Keterangan"),
)
"""Columns that some tables have of the indikator itself."""
_PILIHAN = ("polaritas", "agregasi")
"""What no report prints of an indikator, but a workbook keeps."""
_KOSONG = Indikator(id="-", nama="")


def to_naskah(form: PengukuranKinerja) -> Naskah:
    """The tables, each on a page of its own."""
    kepala = form.kepala
    foot = (*remarks(kepala), *signature(kepala))
    pages: list[tuple[str, tuple[Blok, ...]]] = [("Pengukuran Kinerja", (_ukur(form),))]
    if form.anggaran:
        pages.append(("Realisasi Anggaran", (_uang(form),)))
    if form.efisiensi:
        pages.append(("Efisiensi", (_efisiensi(form),)))
    nama, blocks = pages[-1]
    pages[-1] = (nama, (*blocks, *foot))
    return Naskah(bentuk=form.jenis, judul=title_lines(kepala, JUDUL), isi=tuple(pages))


@attrs.frozen
class _Rancangan:
    """Which columns the table of indikator needs, by what the form holds."""

    form: PengukuranKinerja
    target: LajurTarget
    realisasi: tuple[Periode | None, ...]
    tercetak: tuple[tuple[str, str, int], ...]
    keterangan: tuple[tuple[str, str], ...]
    teks: tuple[tuple[str, str], ...]
    pilihan: tuple[str, ...]
    lain: LajurLain

    @classmethod
    def of(cls, form: PengukuranKinerja) -> _Rancangan:
        rows = form.indikator
        own = one_period(form.kepala.periode)
        planned = any(row.target for row in rows)
        reached = sorted({item.periode for item in form.realisasi}, reverse=True)
        return cls(
            form,
            LajurTarget.of(rows, own, selalu=not planned),
            tuple(reached) or (own,),
            tuple(
                item
                for item in _TERCETAK
                if item[0] in _SELALU or any(getattr(row, item[0]) is not None for row in form.tercetak)
            ),
            tuple(item for item in _KETERANGAN if any(getattr(row, item[0]) for row in form.realisasi)),
            tuple(item for item in _TEKS if any(getattr(row, item[0]) for row in rows)),
            tuple(kunci for kunci in _PILIHAN if any(getattr(row, kunci) is not None for row in rows)),
            LajurLain.of(row.lain for row in rows),
        )

    @property
    def lajur(self) -> tuple[Lajur, ...]:
        """The columns."""
        return (
            Lajur("No", 5, Rupa.TENGAH),
            Lajur("Sasaran", 34),
            Lajur("Indikator Kinerja", 34),
            Lajur("Satuan", 11, Rupa.TENGAH, pilihan=SATUAN),
            *self.target.lajur,
            *(
                Lajur(_judul_realisasi(when, self.form.kepala.periode), 12, Rupa.TENGAH)
                for when in self.realisasi
            ),
            *(Lajur(judul, lebar, Rupa.TENGAH) for _, judul, lebar in self.tercetak),
            *(Lajur(judul, 24) for _, judul in (*self.keterangan, *self.teks)),
            *self.lain.lajur,
            *(Lajur(kunci.title(), 10, tersembunyi=True) for kunci in self.pilihan),
            *LAJUR_ID,
        )

    @property
    def nama(self) -> tuple[str, ...]:
        """The names of the columns that formulas speak of."""
        head = ("nomor", "sasaran", "indikator", "satuan")
        return (
            *head,
            *(f"target{place}" for place in range(len(self.target.waktu))),
            *(f"realisasi{place}" for place in range(len(self.realisasi))),
        )

    def row(
        self, nomor: int | str, sasaran: Sasaran, indikator: Indikator | None, *, first: bool
    ) -> BarisNaskah:
        """The row of one indikator."""
        item = indikator or _KOSONG
        said = {row.indikator: row for row in self.form.tercetak}.get(item.id)
        targets = self.target.cells(item)
        found = [self.form.realisasi_of(item.id, when) for when in self.realisasi]
        reached: list[Isi] = [None if row is None else row.nilai for row in found]
        cells: list[Isi] = [nomor, sasaran.uraian, nama_isi(item), item.satuan, *targets, *reached]
        live = self._in_force(item)
        cells += [self._tercetak(said, kunci, live, (targets, reached)) for kunci, _, _ in self.tercetak]
        cells += [_said(found, kunci) for kunci, _ in self.keterangan]
        cells += [teks_isi(item, kunci) for kunci, _ in self.teks]
        cells += self.lain.cells(item.lain)
        cells += [teks_isi(item, kunci) for kunci in self.pilihan]
        cells += [sasaran.id, "" if indikator is None else indikator.id]
        return BarisNaskah(cells, sambung=() if first else (0, 1))

    def _in_force(self, indikator: Indikator) -> tuple[int, int] | None:
        """The columns of the target in force and of what was reached of it: the first period that has both."""
        for place, when in enumerate(self.target.waktu):
            known = when.periode in self.realisasi
            if known and when.find(indikator.target) == indikator.target_for(when.periode):
                return place, self.realisasi.index(when.periode)
        return None

    def _tercetak(
        self,
        tercetak: Tercetak | None,
        kunci: str,
        lajur: tuple[int, int] | None,
        sel: tuple[Sequence[Isi], Sequence[Isi]],
    ) -> Isi:
        if tercetak is None:
            return None
        nilai: Isian | str | None = getattr(tercetak, kunci)
        if kunci != "capaian" or isinstance(nilai, str) or lajur is None:
            return nilai
        place, other = lajur
        targets, reached = sel
        return live_persen(nilai, reached[other], targets[place], (f"realisasi{other}", f"target{place}"))


def _said(found: Sequence[Realisasi | None], kunci: str) -> str:
    """What is said of the measurement, once for the row."""
    return next((text for row in found if row is not None and (text := getattr(row, kunci))), "")


def _ukur(form: PengukuranKinerja) -> TabelNaskah:
    rancangan = _Rancangan.of(form)
    rows = [
        rancangan.row(nomor, sasaran, indikator, first=not place)
        for nomor, sasaran in number_rows(form.sasaran)
        for place, indikator in enumerate(sasaran.indikator or (None,))
    ]
    return TabelNaskah(rancangan.lajur, rows, nama=rancangan.nama)


def _judul_realisasi(when: Periode | None, own: Periode | None) -> tuple[str, ...]:
    """What a column of what was reached or spent is headed by; that of the form's own period by no period."""
    if when is None or when == own:
        return ("Realisasi",)
    return ("Realisasi", judul_periode(when, None if own is None else own.tahun))


# --- money --------------------------------------------------------------------


@attrs.frozen
class _Uang:
    """The table of money: a column for each year and version that has pagu, and for each period that was spent in."""

    form: PengukuranKinerja
    pagu: LajurPagu
    realisasi: tuple[Periode | None, ...]
    lain: LajurLain

    @classmethod
    def of(cls, form: PengukuranKinerja) -> _Uang:
        own = one_period(form.kepala.periode)
        ids = {item.id for item in form.anggaran}
        spent = {item.periode for item in form.realisasi_anggaran if item.simpul in ids}
        return cls(
            form,
            LajurPagu.of(form.anggaran, own),
            (*sorted(spent, key=urut_periode),) or (own,),
            LajurLain.of(item.lain for item in form.anggaran),
        )

    @property
    def lajur(self) -> tuple[Lajur, ...]:
        """The columns."""
        own = self.form.kepala.periode
        return (
            Lajur("No", 5, Rupa.TENGAH),
            Lajur("Kode", 16),
            Lajur("Program", 46),
            *self.pagu.lajur("Pagu"),
            *(Lajur(_judul_realisasi(when, own), 19, Rupa.RUPIAH) for when in self.realisasi),
            Lajur("Serapan (%)", 11, Rupa.TENGAH),
            Lajur("Keterangan", 20),
            *self.lain.lajur,
            Lajur("ID", 10, tersembunyi=True),
            Lajur("Jenis Komponen", 10, tersembunyi=True),
        )

    @property
    def nama(self) -> tuple[str, ...]:
        """The names of the columns that formulas speak of."""
        pagu = (f"pagu{place}" for place in range(len(self.pagu.waktu)))
        return (
            "nomor",
            "kode",
            "nama",
            *pagu,
            *(f"realisasi{place}" for place in range(len(self.realisasi))),
        )

    @property
    def acuan(self) -> int | None:
        """The column of what was spent in the period of the form; None where there is none."""
        own = one_period(self.form.periode)
        return self.realisasi.index(own) if own in self.realisasi else None

    def in_force(self, item: Berpagu) -> int | None:
        """The column of the pagu of a component that is in force in the period of the form."""
        own = one_period(self.form.periode)
        pagu = None if own is None else item.pagu_for(own)
        return None if pagu is None else self.pagu.waktu.index(Waktu.of(pagu))

    def spent(self, item: Berpagu) -> list[Isi]:
        """What was spent on a component, in each period."""
        found = {row.periode: row for row in self.form.realisasi_anggaran if row.simpul == item.id}
        rows = [None if when is None else found.get(when) for when in self.realisasi]
        return [None if row is None else row.teks if row.jumlah is None else row.jumlah for row in rows]

    def row(self, nomor: int, item: Berpagu) -> BarisNaskah:
        """The row of a component."""
        kode = "" if item.kode is None else str(item.kode)
        planned, spent = self.pagu.cells(item), self.spent(item)
        printed = next((row.serapan for row in self.form.serapan if row.simpul == item.id), None)
        below, above = self.in_force(item), self.acuan
        figure: Isi = printed
        if below is not None and above is not None:
            names = (f"realisasi{above}", f"pagu{below}")
            figure = live_persen(printed, spent[above], planned[below], names)
        tail = (item.keterangan, *self.lain.cells(item.lain), item.id, item.jenis)
        return BarisNaskah((nomor, kode, item.nama, *planned, *spent, figure, *tail))

    def jumlah(self) -> BarisNaskah:
        """The sums, and the share of all that is in force."""
        komponen = self.form.anggaran
        planned = [jumlah_pagu(komponen, when, f"pagu{place}") for place, when in enumerate(self.pagu.waktu)]
        totals = [_sum(cells) for cells in zip(*map(self.spent, komponen), strict=True)]
        spent = [Rumus(f"=SUM({{realisasi{place}:}})", total) for place, total in enumerate(totals)]
        cells = (None, "", "Jumlah", *planned, *spent, self._share(totals))
        return BarisNaskah((*cells, *[""] * (len(self.lajur) - len(cells))), tebal=True)

    def _share(self, spent: Sequence[int]) -> Isi:
        """The share of the sums: a formula where all that is in force stands in one column; nothing where nothing is."""
        found = [(item, place) for item in self.form.anggaran if (place := self.in_force(item)) is not None]
        total = _sum(self.pagu.cells(item)[place] for item, place in found)
        if not total or self.acuan is None:
            return None
        share = round_half_up(to_persen(spent[self.acuan], total), 2)
        places = {place for _, place in found}
        if len(places) > 1:
            return share
        return Rumus(f"=ROUND({{realisasi{self.acuan}}}/{{pagu{places.pop()}}}*100,2)", share)


def _sum(sel: Iterable[Isi]) -> int:
    return sum(cell for cell in sel if isinstance(cell, int))


def _uang(form: PengukuranKinerja) -> TabelNaskah:
    """The table of money, with its sums."""
    uang = _Uang.of(form)
    rows = [uang.row(nomor, item) for nomor, item in enumerate(form.anggaran, start=1)]
    if len({type(item) for item in form.anggaran}) == 1:
        rows.append(uang.jumlah())
    return TabelNaskah(uang.lajur, rows, judul=_JUDUL_UANG, nama=uang.nama)


# --- efficiency ---------------------------------------------------------------


def _efisiensi(form: PengukuranKinerja) -> TabelNaskah:
    return TabelNaskah(
        (
            Lajur("No", 5, Rupa.TENGAH),
            Lajur("Sasaran", 50),
            Lajur("Capaian (%)", 14, Rupa.TENGAH),
            Lajur("Serapan (%)", 14, Rupa.TENGAH),
            Lajur("Tingkat Efisiensi", 22),
        ),
        [
            BarisNaskah((nomor, row.sasaran, row.capaian, row.serapan, row.tingkat))
            for nomor, row in enumerate(form.efisiensi, start=1)
        ],
        judul=_JUDUL_EFISIENSI,
    )
