"""The figures of a table of pengukuran kinerja computed again, beside those that it prints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sakip.angka import Angka, Isian, Kosong, format_persen, format_rupiah
from sakip.bentuk._cetak import choose_capaian, fits, half_of, is_same, to_persen
from sakip.bentuk._temuan import (
    CAPAIAN_TAK_TERCETAK,
    CAPAIAN_TANPA_DASAR,
    CAPAIAN_TERCETAK_BERBEDA,
    PERTUMBUHAN_TERCETAK_BERBEDA,
    PREDIKAT_TERCETAK_BERBEDA,
    SERAPAN_TERCETAK_BERBEDA,
)
from sakip.capaian import compute_capaian, grow
from sakip.kebijakan import Capaian, Kebijakan, Polaritas
from sakip.model import Indikator
from sakip.periode import Periode
from sakip.skala import clean_label
from sakip.temuan import Tempat, Temuan

if TYPE_CHECKING:
    from sakip.bentuk._pengukuran import PengukuranKinerja
    from sakip.bentuk._tercetak import Tercetak


def check_pengukuran(form: PengukuranKinerja, periode: Periode, kebijakan: Kebijakan) -> Iterator[Temuan]:
    """What is printed otherwise than it is computed, in the order of the form."""
    laporan = compute_capaian(form.to_pohon(), form.realisasi, periode, kebijakan)
    printed = {item.indikator: item for item in form.tercetak}
    for row in laporan:
        if (tercetak := printed.get(row.indikator.id)) is not None:
            place = Tempat(indikator=row.indikator.id, nama=row.indikator.nama)
            item, own = row.indikator, row.capaian
            chosen = own
            if own.nilai is not None:
                chosen = choose_capaian(
                    kebijakan, own.target, own.realisasi, item.polaritas, tercetak.capaian, own.rujukan
                )
            yield from _check_capaian(place, "Capaian", tercetak.capaian, chosen)
            yield from _check_predikat(place, tercetak, chosen)
            yield from _check_kemajuan(place, tercetak, chosen, item.polaritas)
            yield from _check_pertumbuhan(form, place, tercetak, row.indikator, periode)
    yield from _check_serapan(form, periode)


def _check_capaian(tempat: Tempat, kolom: str, tercetak: Isian | None, capaian: Capaian) -> Iterator[Temuan]:
    """A printed percentage beside the computed one; a blank cell says nothing, but n/a does."""
    if isinstance(tercetak, Angka):
        if capaian.nilai is None:
            sebab = capaian.alasan.kalimat if capaian.alasan else ""
            yield CAPAIAN_TANPA_DASAR.temuan(tempat, kolom=kolom, tercetak=str(tercetak), sebab=sebab)
        elif not fits(tercetak, capaian):
            yield CAPAIAN_TERCETAK_BERBEDA.temuan(
                tempat,
                kolom=kolom,
                tercetak=str(tercetak),
                terhitung=str(capaian),
                penjelasan=_explain(capaian),
            )
    elif isinstance(tercetak, Kosong) and tercetak.teks and capaian.nilai is not None:
        yield CAPAIAN_TAK_TERCETAK.temuan(tempat, kolom=kolom, terhitung=str(capaian))


def _explain(capaian: Capaian) -> str:
    hitungan = capaian.hitungan
    numbers = "" if hitungan is None else f"{hitungan.angka} "
    return f"{numbers}(kebijakan {capaian.kebijakan.nama})"


def _check_predikat(tempat: Tempat, tercetak: Tercetak, capaian: Capaian) -> Iterator[Temuan]:
    pita, skala = capaian.predikat, capaian.kebijakan.skala
    if pita is None or skala is None or not tercetak.predikat:
        return
    if clean_label(tercetak.predikat) != clean_label(pita.label):
        yield PREDIKAT_TERCETAK_BERBEDA.temuan(
            tempat, tercetak=tercetak.predikat, terhitung=pita.label, skala=skala.nama
        )


def _check_kemajuan(
    tempat: Tempat, tercetak: Tercetak, capaian: Capaian, polaritas: Polaritas | None
) -> Iterator[Temuan]:
    """The realisasi against the target at the end of the Renstra, where the table has both."""
    target, figure = tercetak.target_akhir, tercetak.kemajuan
    if target is None or figure is None:
        return
    akhir = choose_capaian(capaian.kebijakan, target, capaian.realisasi, polaritas, figure, capaian.rujukan)
    yield from _check_capaian(tempat, "Kemajuan", figure, akhir)


def _check_pertumbuhan(
    form: PengukuranKinerja, tempat: Tempat, tercetak: Tercetak, indikator: Indikator, periode: Periode
) -> Iterator[Temuan]:
    """The change since the year before; tables print it in percent or in the indikator's own unit."""
    before = form.realisasi_of(indikator.id, periode.previous())
    now = form.realisasi_of(indikator.id, periode)
    figure = tercetak.pertumbuhan
    if not isinstance(figure, Angka) or before is None or now is None:
        return
    if before.nilai is None or now.nilai is None:
        return
    change = grow(periode.previous(), periode, before.nilai, now.nilai, indikator.arah, indikator.satuan)
    if change.selisih is None:
        return
    fits = is_same(figure, change.selisih)
    if change.persen is not None and isinstance(before.nilai, Angka):
        slack = to_persen(half_of(before.nilai, now.nilai), before.nilai.nilai.copy_abs())
        fits = fits or is_same(figure, change.persen, slack)
    if not fits:
        yield PERTUMBUHAN_TERCETAK_BERBEDA.temuan(tempat, tercetak=str(figure), terhitung=str(change))


def _check_serapan(form: PengukuranKinerja, periode: Periode) -> Iterator[Temuan]:
    spent = {item.simpul: item.jumlah for item in form.realisasi_anggaran if item.periode == periode}
    printed = {item.simpul: item.serapan for item in form.serapan}
    for item in form.anggaran:
        pagu, amount, figure = item.pagu_for(periode), spent.get(item.id), printed.get(item.id)
        if pagu is None or not pagu.jumlah or amount is None or not isinstance(figure, Angka):
            continue
        serapan = to_persen(amount, pagu.jumlah)
        if not is_same(figure, serapan):
            yield SERAPAN_TERCETAK_BERBEDA.temuan(
                Tempat(simpul=item.id, nama=item.nama),
                tercetak=str(figure),
                realisasi=format_rupiah(amount),
                pagu=format_rupiah(pagu.jumlah),
                terhitung=format_persen(serapan),
            )
