"""Whether the targets of a year's periods make the target of the year. Reported, never mended."""

from __future__ import annotations

from collections.abc import Iterator

from sakip.alasan import Alasan
from sakip.angka import Angka, Isian, clean_satuan
from sakip.capaian._baris import implied_rumus, shown, unit_of
from sakip.capaian._cara import choose_cara
from sakip.capaian._target import Rencana
from sakip.capaian._temuan import TARGET_PERIODE_BERBEDA
from sakip.capaian._waktu import SEPERIODE
from sakip.model import AnySimpul, Indikator, Target
from sakip.periode import JenisPeriode, Periode
from sakip.pohon import PohonKinerja
from sakip.rumus import Agregasi, NilaiPeriode, combine
from sakip.temuan import Tempat, Temuan


def check_target_periode(pohon: PohonKinerja) -> Iterator[Temuan]:
    """The years whose target is not what the targets of their periods make.

    Where the indikator does not say how its periods are put together, a year
    is in order when its target is their sum or the last of them. Periods in
    several units make no year; one period alone that is planned has to be the whole of it.

    >>> from sakip import Indikator, Outcome, PohonKinerja
    >>> pohon = PohonKinerja("Kantor Contoh")
    >>> tw = {f"2024-TW{n}": 77 for n in (1, 2, 3, 4)}
    >>> _ = pohon.add(Outcome("O1", indikator=[Indikator(id="IK1", nama="Layanan", target={2024: 708, **tw})]))
    >>> [temuan.kode for temuan in check_target_periode(pohon)]
    ['SKP304']
    """
    for simpul in pohon:
        for item in simpul.indikator:
            years = [target.periode for target in item.target if target.periode.jenis is JenisPeriode.TAHUN]
            if len(years) < len(item.target):  # a plan of years alone has nothing to make them of
                for year in dict.fromkeys(years):
                    yield from _check_year(simpul, item, year)


def _check_year(simpul: AnySimpul, indikator: Indikator, tahun: Periode) -> Iterator[Temuan]:
    rencana = Rencana.of(indikator, None, tahun.akhir)
    annual, parts = rencana.real(tahun), _parts(rencana, tahun)
    if annual is None or not isinstance(annual.nilai, Angka) or not parts:
        return
    rumus, satuan = implied_rumus(indikator, annual), unit_of(indikator, annual)
    cara = choose_cara(indikator, rencana, indikator.rumus or rumus, satuan, tahun, {})
    ways = (Agregasi.JUMLAH, Agregasi.NILAI_AKHIR) if cara is None else (cara.agregasi,)
    if Agregasi.JUMLAH not in ways and len(parts) == 1 and parts[0].periode.akhir < tahun.akhir:
        return  # a level in the middle of the year says nothing of its end
    found = [value for way in ways if isinstance(value := _combine(way, parts), Angka)]
    place = Tempat(simpul=simpul.id, indikator=indikator.id, nama=indikator.nama)
    said = {
        "tahun": str(tahun),
        "tercetak": shown(annual.nilai),
        "bagian": "; ".join(str(item) for item in parts),
    }
    units = _units(parts)
    if len(found) < len(ways) and len(units) > 1:
        yield TARGET_PERIODE_BERBEDA.temuan(
            place, **said, cara="bersatuan berbeda-beda:", himpunan=", ".join(units)
        )
    if len(found) == len(ways) and all(value.nilai != annual.nilai.nilai for value in found):
        cara_teks = "berjumlah" if ways[0] is Agregasi.JUMLAH else f"({ways[0].kalimat}) menjadi"
        yield TARGET_PERIODE_BERBEDA.temuan(place, **said, cara=cara_teks, himpunan=shown(found[0]))


def _units(parts: list[Target]) -> list[str]:
    """The units that the targets are printed in, each as first printed."""
    found: dict[str, str] = {}
    for part in parts:
        if isinstance(part.nilai, Angka) and part.nilai.satuan:
            found.setdefault(clean_satuan(part.nilai.satuan), part.nilai.satuan)
    return list(found.values())


def _parts(rencana: Rencana, tahun: Periode) -> list[Target]:
    """The targets of the periods of a year, of the longest kind that has numbers."""
    for kind in SEPERIODE:
        found = [rencana.real(part) for part in tahun.parts(kind)]
        numbers = [item for item in found if item is not None and isinstance(item.nilai, Angka)]
        if numbers:
            return numbers
    return []


def _combine(agregasi: Agregasi, parts: list[Target]) -> Isian | Alasan:
    how = Agregasi.NILAI_AKHIR if agregasi is Agregasi.GABUNGAN else agregasi
    return combine(how, [NilaiPeriode(item.nilai) for item in parts], sebaran=True)
