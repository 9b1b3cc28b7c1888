"""The tables of pengukuran kinerja on the page, with capaian and serapan as live formulas."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from sakip.angka import Isian, round_half_up
from sakip.bentuk import Berpagu, PengukuranKinerja, Tercetak
from sakip.dokumen._bagian.butir import join_butir
from sakip.dokumen._bagian.halaman import remarks, signature, title_lines
from sakip.dokumen._bagian.lain import LajurLain
from sakip.dokumen._bagian.persen import live_persen, to_persen
from sakip.dokumen._bagian.sasaran import LAJUR_ID
from sakip.dokumen._bagian.terencana import target_isi
from sakip.dokumen._tulis.naskah import BarisNaskah, Blok, Isi, Lajur, Naskah, Rumus, Rupa, TabelNaskah
from sakip.model import Indikator, Realisasi, Sasaran
from sakip.periode import JenisPeriode, Periode

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
    target: tuple[Periode, ...]
    realisasi: tuple[Periode, ...]
    tercetak: tuple[tuple[str, str, int], ...]
    keterangan: tuple[tuple[str, str], ...]
    teks: tuple[tuple[str, str], ...]
    polaritas: bool
    lain: LajurLain

    @classmethod
    def of(cls, form: PengukuranKinerja) -> _Rancangan:
        rows = form.indikator
        own = form.kepala.periode
        year = {own} if own is not None and own.jenis is JenisPeriode.TAHUN else set()
        targets = {target.periode for row in rows for target in row.target}
        reached = {item.periode for item in form.realisasi}
        return cls(
            form,
            tuple(sorted(targets or year)),
            tuple(sorted(reached or year, reverse=True)),
            tuple(
                item
                for item in _TERCETAK
                if item[0] in _SELALU or any(getattr(row, item[0]) is not None for row in form.tercetak)
            ),
            tuple(item for item in _KETERANGAN if any(getattr(row, item[0]) for row in form.realisasi)),
            tuple(item for item in _TEKS if any(getattr(row, item[0]) for row in rows)),
            any(row.polaritas is not None for row in rows),
            LajurLain.of(row.lain for row in rows),
        )

    @property
    def lajur(self) -> tuple[Lajur, ...]:
        """The columns."""
        return (
            Lajur("No", 5, Rupa.TENGAH),
            Lajur("Sasaran", 34),
            Lajur("Indikator Kinerja", 34),
            Lajur("Satuan", 11, Rupa.TENGAH),
            *(self._lajur("Target", when) for when in self.target),
            *(self._lajur("Realisasi", when) for when in self.realisasi),
            *(Lajur(judul, lebar, Rupa.TENGAH) for _, judul, lebar in self.tercetak),
            *(Lajur(judul, 24) for _, judul in (*self.keterangan, *self.teks)),
            *self.lain.lajur,
            *([Lajur("Polaritas", 10, tersembunyi=True)] if self.polaritas else []),
            *LAJUR_ID,
        )

    def _lajur(self, judul: str, when: Periode) -> Lajur:
        if when == self.form.kepala.periode:
            return Lajur(judul, 12, Rupa.TENGAH)
        name = (
            f"TW {('I', 'II', 'III', 'IV')[when.nomor - 1]}"
            if when.jenis is JenisPeriode.TRIWULAN
            else str(when)
        )
        return Lajur((judul, name), 12, Rupa.TENGAH)

    @property
    def nama(self) -> tuple[str, ...]:
        """The names of the columns that formulas speak of."""
        head = ("nomor", "sasaran", "indikator", "satuan")
        return (
            *head,
            *(f"target{place}" for place in range(len(self.target))),
            *(f"realisasi{place}" for place in range(len(self.realisasi))),
        )

    def row(self, nomor: int, sasaran: Sasaran, indikator: Indikator | None, *, first: bool) -> BarisNaskah:
        """The row of one indikator."""
        item = indikator or _KOSONG
        said = {row.indikator: row for row in self.form.tercetak}.get(item.id)
        targets: list[Isi] = [target_isi(item, when) for when in self.target]
        found = [self.form.realisasi_of(item.id, when) for when in self.realisasi]
        reached: list[Isi] = [None if row is None else row.nilai for row in found]
        cells: list[Isi] = [nomor, sasaran.uraian, item.nama, item.satuan, *targets, *reached]
        cells += [self._tercetak(said, kunci, targets, reached) for kunci, _, _ in self.tercetak]
        cells += [_said(found, kunci) for kunci, _ in self.keterangan]
        cells += [_teks(item, kunci) for kunci, _ in self.teks]
        cells += self.lain.cells(item.lain)
        if self.polaritas:
            cells.append("" if item.polaritas is None else item.polaritas.value)
        cells += [sasaran.id, "" if indikator is None else indikator.id]
        return BarisNaskah(cells, sambung=() if first else (0, 1))

    def _tercetak(
        self, tercetak: Tercetak | None, kunci: str, targets: Sequence[Isi], reached: Sequence[Isi]
    ) -> Isi:
        if tercetak is None:
            return None
        nilai: Isian | str | None = getattr(tercetak, kunci)
        if kunci != "capaian" or isinstance(nilai, str):
            return nilai
        for place, when in enumerate(self.target):
            if when in self.realisasi:
                other = self.realisasi.index(when)
                names = (f"realisasi{other}", f"target{place}")
                return live_persen(nilai, reached[other], targets[place], names)
        return nilai


def _said(found: Sequence[Realisasi | None], kunci: str) -> str:
    """What is said of the measurement, once for the row."""
    return next((text for row in found if row is not None and (text := getattr(row, kunci))), "")


def _teks(indikator: Indikator, kunci: str) -> str:
    if kunci == "sumber_data":
        return join_butir(indikator.sumber_data) if indikator.sumber_data else ""
    return str(getattr(indikator, kunci))


def _ukur(form: PengukuranKinerja) -> TabelNaskah:
    rancangan = _Rancangan.of(form)
    rows = [
        rancangan.row(nomor, sasaran, indikator, first=not place)
        for nomor, sasaran in enumerate(form.sasaran, start=1)
        for place, indikator in enumerate(sasaran.indikator or (None,))
    ]
    return TabelNaskah(rancangan.lajur, rows, nama=rancangan.nama)


# --- money --------------------------------------------------------------------


def _uang(form: PengukuranKinerja) -> TabelNaskah:
    """The table of money, with its sums."""
    rows = [_uang_row(form, nomor, item) for nomor, item in enumerate(form.anggaran, start=1)]
    if len({type(item) for item in form.anggaran}) == 1:
        rows.append(_jumlah(rows))
    lain = LajurLain.of(item.lain for item in form.anggaran)
    rows = [
        attrs.evolve(row, sel=(*row.sel[:7], *lain.cells(item.lain if item else ()), *row.sel[7:]))
        for row, item in zip(rows, (*form.anggaran, None), strict=False)
    ]
    return TabelNaskah(
        (
            Lajur("No", 5, Rupa.TENGAH),
            Lajur("Kode", 16),
            Lajur("Program", 46),
            Lajur("Pagu", 19, Rupa.RUPIAH),
            Lajur("Realisasi", 19, Rupa.RUPIAH),
            Lajur("Serapan (%)", 11, Rupa.TENGAH),
            Lajur("Keterangan", 20),
            *lain.lajur,
            Lajur("ID", 10, tersembunyi=True),
            Lajur("Jenis Komponen", 10, tersembunyi=True),
        ),
        rows,
        judul=_JUDUL_UANG,
        nama=("nomor", "kode", "nama", "pagu", "realisasi"),
    )


def _uang_row(form: PengukuranKinerja, nomor: int, item: Berpagu) -> BarisNaskah:
    pagu = item.pagu[0] if item.pagu else None
    spent = next((row for row in form.realisasi_anggaran if row.simpul == item.id), None)
    printed = next((row.serapan for row in form.serapan if row.simpul == item.id), None)
    planned: Isi = None if pagu is None else pagu.teks if pagu.jumlah is None else pagu.jumlah
    amount: Isi = None if spent is None else spent.teks if spent.jumlah is None else spent.jumlah
    serapan = live_persen(printed, amount, planned, ("realisasi", "pagu"))
    kode = "" if item.kode is None else str(item.kode)
    return BarisNaskah(
        (nomor, kode, item.nama, planned, amount, serapan, item.keterangan, item.id, item.jenis)
    )


def _jumlah(rows: Sequence[BarisNaskah]) -> BarisNaskah:
    pagu, spent = (sum(cell for row in rows if isinstance(cell := row.sel[at], int)) for at in (3, 4))
    serapan = _share(spent, pagu)
    sums = (Rumus("=SUM({pagu:})", pagu), Rumus("=SUM({realisasi:})", spent), serapan)
    return BarisNaskah((None, "", "Jumlah", *sums, "", "", ""), tebal=True)


def _share(atas: int, bawah: int) -> Isi:
    """The share of the sums; nothing where no money is planned."""
    if not bawah:
        return None
    return Rumus("=ROUND({realisasi}/{pagu}*100,2)", round_half_up(to_persen(atas, bawah), 2))


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
