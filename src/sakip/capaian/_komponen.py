"""A parent's realisasi from those of its components, before its capaian is computed once.

This is not the mean of capaian: here raw figures are added, pooled, weighed or
counted, as the parent's formula says, along the links of the kind
``indikator_komponen`` (from the component to the indikator that it makes up), and
those by which an indikator was handed down directly in shares.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

import attrs

from sakip.alasan import Alasan, Kekosongan
from sakip.angka import KONTEKS, Angka, add_up, clean_satuan, convert_satuan
from sakip.capaian._baris import BarisCapaian
from sakip.capaian._laporan import LaporanCapaian, check_known
from sakip.errors import ModelError
from sakip.kebijakan import Langkah
from sakip.model import JenisRelasi, JenisUjung, Realisasi, Relasi
from sakip.pilihan import to_enum
from sakip.pohon import PohonKinerja
from sakip.rumus import Indeks, Masukan, Persen, measured


class CaraKomponen(enum.Enum):
    """How components make a realisasi.

    ``jumlah`` adds them, ``gabungan`` divides all numerators by all denominators,
    ``tertimbang`` is their mean by the weights of the links, ``cacah`` counts those that
    met their own target.

    >>> CaraKomponen("cacah").name
    'CACAH'
    """

    JUMLAH = "jumlah"
    GABUNGAN = "gabungan"
    TERTIMBANG = "tertimbang"
    CACAH = "cacah"


_KATA = {
    CaraKomponen.JUMLAH: "jumlah realisasi komponennya",
    CaraKomponen.GABUNGAN: "jumlah pembilang ÷ jumlah penyebut komponennya",
    CaraKomponen.TERTIMBANG: "rata-rata tertimbang realisasi komponennya",
    CaraKomponen.CACAH: "banyaknya komponen yang mencapai targetnya",
}


@attrs.frozen(kw_only=True)
class Turunan:
    """A realisasi that was made of components.

    Attributes:
        indikator: The id of the indikator that they make up.
        cara: How.
        realisasi: The measurement to compute its capaian with; None where there is none.
        alasan: Why there is none.
        terhitung: The ids of the components that it rests on.
        kurang: The components that were left out, each with its reason.

    >>> Turunan(indikator="IK1", cara=CaraKomponen.JUMLAH, alasan=Alasan.SEMUA_KOSONG).cakupan
    '0 dari 0'
    """

    indikator: str
    cara: CaraKomponen
    realisasi: Realisasi | None = None
    alasan: Alasan | None = None
    terhitung: tuple[str, ...] = ()
    kurang: tuple[tuple[str, Alasan], ...] = ()

    @property
    def cakupan(self) -> str:
        """How many components of how many."""
        return f"{len(self.terhitung)} dari {len(self.terhitung) + len(self.kurang)}"

    @property
    def langkah(self) -> tuple[Langkah, ...]:
        """How it came about, step by step, in Indonesian."""
        steps = [
            Langkah("cara", f"{self.indikator}: {_KATA[self.cara]} ({self.cakupan} komponen terhitung)."),
            *(Langkah("kurang", f"Tidak dihitung: {id} ({why.kalimat}).") for id, why in self.kurang),
        ]
        if self.alasan is not None:
            steps.append(Langkah("alasan", f"Tidak dihitung: {self.alasan.kalimat}."))
        return tuple(steps)

    def explain(self) -> str:
        """How it came about, step by step, in Indonesian."""
        return "\n".join(step.teks for step in self.langkah)


def derive_realisasi(
    pohon: PohonKinerja,
    laporan: LaporanCapaian,
    *,
    cara: Mapping[str, CaraKomponen | str] | None = None,
    kosong: Kekosongan | str = Kekosongan.TOLAK,
) -> tuple[Turunan, ...]:
    """The realisasi of every indikator that is made up of components.

    Args:
        pohon: The tree, with links ``indikator_komponen`` from a component to the
            indikator that it makes up, or ``indikator_turunan`` from the shares that one
            was handed down in directly: these stand for it.
        laporan: The capaian of the components, in one period.
        cara: How, by the id of the indikator made up; by default as its rumus says:
            a `Persen` pools, a `Jumlah` adds, an `Indeks` weighs by the links' bobot.
        kosong: What is done where a component has no realisasi: ``tolak`` or ``lewati``.

    Returns:
        One answer for each indikator made up, in the order of the tree. Components that
        are made up themselves are taken as they were measured: call it again with a
        report that holds the first answers to go up one more level.

    Raises:
        ModelError: The report has several periods; an unknown cara or kosong.
        TidakAdaError: A cara for what is made of no components; a component that the
            report does not have.

    >>> from sakip import Indikator, Jumlah, Outcome, PohonKinerja, Relasi, compute_capaian
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> parts = [Indikator(id=f"IK{n}", nama="Bagian", rumus=Jumlah(), target={2025: 10}) for n in (1, 2)]
    >>> whole = Indikator(id="IK", nama="Seluruhnya", rumus=Jumlah(), target={2025: 20})
    >>> _ = pohon.add(Outcome("O1", indikator=[whole, *parts]))
    >>> for part in parts:
    ...     _ = pohon.add_relasi(Relasi(jenis="indikator_komponen", dari=f"indikator:{part.id}", ke="indikator:IK"))
    >>> terukur = [Realisasi("IK1", 2025, 7), Realisasi("IK2", 2025, 9)]
    >>> turunan = derive_realisasi(pohon, compute_capaian(pohon, terukur, 2025))
    >>> print(compute_capaian(pohon, [*terukur, *(item.realisasi for item in turunan)], 2025)["IK"])
    80,00 %
    """
    if len(laporan.periode) != 1:
        raise ModelError("LaporanCapaian", "periode", str(len(laporan.periode)), "one period, see select(),")
    gaps = to_enum(Kekosongan, kosong, "derive_realisasi", "kosong")
    links = _components(pohon)
    check_known("indikator", cara or {}, links, f"the components of {pohon.nama!r}")
    made: list[Turunan] = []
    for simpul in pohon:
        for item in simpul.indikator:
            if item.id not in links:
                continue
            rows = [(laporan[id], bobot) for id, bobot in links[item.id]]
            asked = (cara or {}).get(item.id)
            how = _default(item.rumus) if asked is None else to_enum(CaraKomponen, asked, item.id, "cara")
            made.append(_derive(item.id, how, rows, gaps))
    return tuple(made)


def _components(pohon: PohonKinerja) -> dict[str, list[tuple[str, Decimal | None]]]:
    """The components of each indikator made up, with their weights."""
    links: dict[str, dict[str, Decimal | None]] = {}
    for link in pohon.relasi:
        if _is_component(link):
            links.setdefault(link.ke.id, {}).setdefault(link.dari.id, link.bobot)
    return {id: list(parts.items()) for id, parts in links.items()}


def _is_component(link: Relasi) -> bool:
    """Whether a link makes one indikator a part of another: by its kind, or by handing a share of it down."""
    if link.jenis is JenisRelasi.INDIKATOR_TURUNAN:
        return link.langsung
    ends = (link.dari.jenis, link.ke.jenis)
    return link.jenis is JenisRelasi.INDIKATOR_KOMPONEN and ends == (JenisUjung.INDIKATOR,) * 2


def _default(rumus: object) -> CaraKomponen:
    if isinstance(rumus, Persen):
        return CaraKomponen.GABUNGAN
    return CaraKomponen.TERTIMBANG if isinstance(rumus, Indeks) else CaraKomponen.JUMLAH


def _derive(
    id: str,
    cara: CaraKomponen,
    rows: Sequence[tuple[BarisCapaian, Decimal | None]],
    kosong: Kekosongan,
) -> Turunan:
    kurang = tuple((row.indikator.id, why) for row, _ in rows if (why := _gap(row, cara)) is not None)
    out = {name for name, _ in kurang}
    used = [(row, bobot) for row, bobot in rows if row.indikator.id not in out]
    terhitung = tuple(row.indikator.id for row, _ in used)
    hasil: Masukan | Alasan
    if not used:
        hasil = Alasan.SEMUA_KOSONG
    elif kurang and kosong is Kekosongan.TOLAK:
        hasil = Alasan.ADA_YANG_KOSONG
    else:
        hasil = _fold(cara, used)
    if isinstance(hasil, Alasan):
        return Turunan(indikator=id, cara=cara, alasan=hasil, terhitung=terhitung, kurang=kurang)
    made = Realisasi(
        id,
        rows[0][0].periode,
        hasil.nilai,
        pembilang=hasil.pembilang,
        penyebut=hasil.penyebut,
        keterangan=f"{_KATA[cara]}: {', '.join(terhitung)}",
    )
    return Turunan(indikator=id, cara=cara, realisasi=made, terhitung=terhitung, kurang=kurang)


def _gap(row: BarisCapaian, cara: CaraKomponen) -> Alasan | None:
    """Why a component has nothing to give."""
    if cara is CaraKomponen.CACAH:
        return row.alasan
    if isinstance(row.rincian.utuh, Alasan):
        return row.rincian.utuh
    if not isinstance(row.rincian.utuh, Angka):
        return Alasan.BUKAN_ANGKA
    return Alasan.BAGIAN_KURANG if cara is CaraKomponen.GABUNGAN and not list(_parts(row)) else None


def _parts(row: BarisCapaian) -> Iterator[tuple[Decimal, Decimal]]:
    """Numerator and denominator of each measurement of a component, or nothing if one lacks them."""
    bahan = row.rincian.bahan
    if all(item.pembilang is not None and item.penyebut is not None for item in bahan):
        for item in bahan:
            yield item.pembilang or Decimal(0), item.penyebut or Decimal(0)


def _fold(cara: CaraKomponen, used: Sequence[tuple[BarisCapaian, Decimal | None]]) -> Masukan | Alasan:
    """What the components make: a value, or a numerator and a denominator."""
    if cara is CaraKomponen.CACAH:
        return Masukan(nilai=Angka(sum(row.capaian.tercapai is True for row, _ in used)))
    if cara is CaraKomponen.GABUNGAN:
        pairs = [pair for row, _ in used for pair in _parts(row)]
        return Masukan(
            pembilang=add_up(above for above, _ in pairs), penyebut=add_up(below for _, below in pairs)
        )
    figures = [value for row, _ in used if isinstance(value := row.rincian.utuh, Angka)]
    values = _in_one_unit(figures)
    if isinstance(values, Alasan):
        return values
    if cara is CaraKomponen.JUMLAH:
        if len(used) > 1 and any(clean_satuan(_unit(row)) == "%" for row, _ in used):
            return Alasan.PERSEN_DIJUMLAH
        return _to_masukan(add_up(values), figures[0].satuan)
    weights = [bobot for _, bobot in used if bobot is not None and bobot >= 0]
    if len(weights) < len(used):
        return Alasan.BOBOT_TIDAK_ADA
    total = add_up(weights)
    if not total:
        return Alasan.BOBOT_NOL
    weighed = add_up(KONTEKS.multiply(nilai, bobot) for nilai, bobot in zip(values, weights, strict=True))
    return _to_masukan(KONTEKS.divide(weighed, total), figures[0].satuan)


def _unit(row: BarisCapaian) -> str:
    """The unit of what was reached, as the cell prints it or as the row has it."""
    printed: str = getattr(row.rincian.nilai, "satuan", "")
    return printed or row.satuan


def _to_masukan(nilai: Decimal, satuan: str) -> Masukan | Alasan:
    value = measured(nilai, satuan)
    return value if isinstance(value, Alasan) else Masukan(nilai=value)


def _in_one_unit(figures: Sequence[Angka]) -> list[Decimal] | Alasan:
    """The figures in the unit of the first."""
    made = (convert_satuan(item.nilai, item.satuan, figures[0].satuan) for item in figures)
    values = [nilai for nilai in made if nilai is not None]
    return values if len(values) == len(figures) else Alasan.SATUAN_BERBEDA
