"""Efisiensi of outputs: the two readings that compare their money with their volumes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

import attrs

from sakip.alasan import Alasan, Kekosongan
from sakip.anggaran._efisiensi import CaraEfisiensi, Efisiensi, Hasil, formula, reason, shorten, source
from sakip.anggaran._uang import format_uang, note_rounding
from sakip.angka import KONTEKS, format_angka, parse_rupiah, to_optional_decimal
from sakip.errors import ModelError, TipeError
from sakip.kebijakan import Langkah
from sakip.pilihan import to_enum


def _to_rupiah(nilai: int | str | Decimal | None) -> int | None:
    return None if nilai is None else parse_rupiah(nilai)


def _check_id(_instance: object, _attribute: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, str) or not value:
        raise ModelError("Keluaran", "id", repr(value), "a non-empty text")


@attrs.frozen
class Keluaran:
    """An output with its money and its volume, planned and realised. None is not known, 0 is zero.

    Attributes:
        id: What it is known by.
        pagu: The planned money, in rupiah (PAK).
        realisasi_anggaran: The money spent (RAK).
        target: The planned volume (TVK).
        realisasi: The realised volume (RVK).

    >>> Keluaran("RO1", "100.000.000", 80_000_000, 10, "10").realisasi
    Decimal('10')
    """

    id: str = attrs.field(validator=_check_id)
    pagu: int | None = attrs.field(converter=_to_rupiah)
    realisasi_anggaran: int | None = attrs.field(converter=_to_rupiah)
    target: Decimal | None = attrs.field(converter=to_optional_decimal)
    realisasi: Decimal | None = attrs.field(converter=to_optional_decimal)


def compute_efisiensi_pmk_249(
    keluaran: Iterable[Keluaran],
    *,
    batas: bool = False,
    kosong: Kekosongan | str = Kekosongan.LEWATI,
) -> Efisiensi:
    """The efisiensi of outputs, as PMK 249/PMK.02/2011 up to PMK 214/PMK.02/2017 have it.

    E is the mean, over the outputs, of what one unit of volume cost less than
    planned: Σ(1 − (RAK ÷ RVK) ÷ (PAK ÷ TVK)) ÷ n × 100, of the money spent and
    planned and the volume realised and planned. The nilai efisiensi is
    50 + E ÷ 20 × 50.

    A published report prints an E of 74,03 % with a nilai efisiensi of 235,08 %
    (LAKIP Inspektorat Jenderal 2019, p. 42), so nothing is clamped here. That E is
    held to −20 to 20 is commonly stated and is the option *batas*.

    Args:
        keluaran: The outputs.
        batas: Hold E to −20 to 20, and the nilai efisiensi to 0 to 100 with it.
        kosong: What is done where an output can't be counted: ``lewati`` leaves it
            out and says so, ``tolak`` gives no figure.

    Raises:
        ModelError: Two outputs have one id; an unknown *kosong*.
        TipeError: Something among them is no `Keluaran`.

    >>> hasil = compute_efisiensi_pmk_249([Keluaran("RO1", 100_000_000, 90_000_000, 10, 12)])
    >>> hasil.nilai, hasil.nilai_efisiensi
    (Decimal('25.00'), Decimal('112.500'))
    >>> compute_efisiensi_pmk_249([Keluaran("RO1", 100_000_000, 90_000_000, 10, 12)], batas=True).nilai
    Decimal('20')
    """
    isi = _sort_out(CaraEfisiensi.PMK_249, keluaran, kosong)
    if isi.alasan is not None:
        return _without_outputs(isi, isi.alasan)
    terms = [_saving(item) for item in isi.terhitung]
    total = _sum(terms)
    raw = KONTEKS.multiply(KONTEKS.divide(total, Decimal(len(terms))), Decimal(100))
    nilai = min(max(raw, Decimal(-20)), Decimal(20)) if batas else raw
    rating = KONTEKS.add(Decimal(50), KONTEKS.multiply(nilai, Decimal("2.5")))
    steps = [*formula(isi.cara, Hasil(raw, f"{shorten(total)} ÷ {len(terms)} × 100"))]
    if nilai != raw:
        steps.append(
            Langkah(
                "batas", f"E dibatasi −20 sampai 20 menurut pilihan ini: {format_angka(nilai, 2)} %.", nilai
            )
        )
    words = f"Nilai efisiensi = 50 + E ÷ 20 × 50 = {format_angka(rating, 2)} %{note_rounding(rating)}"
    steps.append(Langkah("nilai_efisiensi", words, rating))
    for item, term in zip(isi.terhitung, terms, strict=True):
        numbers = (
            f"1 − ({format_uang(item.belanja)} ÷ {shorten(item.realisasi)}) ÷ "
            f"({format_uang(item.pagu)} ÷ {shorten(item.target)})"
        )
        steps.append(Langkah("bagian", f"{item.id}: {numbers} = {shorten(term)}", term))
    return _with_outputs(isi, nilai, steps, rating)


def compute_efisiensi_pmk_22(
    keluaran: Iterable[Keluaran], *, kosong: Kekosongan | str = Kekosongan.LEWATI
) -> Efisiensi:
    """The efisiensi of outputs, after the concept of PMK 22/PMK.02/2021.

    What the realised volumes should have cost is the pagu of each output times
    its capaian (realised ÷ planned volume, not capped). E is how much less was
    spent, in percent of that: Σ(pagu × capaian − realisasi) ÷ Σ(pagu × capaian) × 100.
    The symbols and the arrangement are ours, not quoted from the regulation.

    An output without any realised volume counts: it should have cost nothing.

    Args:
        keluaran: The outputs.
        kosong: What is done where an output can't be counted: ``lewati`` leaves it
            out and says so, ``tolak`` gives no figure.

    Raises:
        ModelError: Two outputs have one id; an unknown *kosong*.
        TipeError: Something among them is no `Keluaran`.

    >>> hasil = compute_efisiensi_pmk_22([
    ...     Keluaran("RO1", 100_000_000, 90_000_000, 10, 12), Keluaran("RO2", 40_000_000, None, 4, 4)])
    >>> str(hasil), hasil.terhitung, hasil.banyak, hasil.kurang[0][0]
    ('25,00 %', 1, 2, 'RO2')
    """
    isi = _sort_out(CaraEfisiensi.PMK_22, keluaran, kosong)
    if isi.alasan is not None:
        return _without_outputs(isi, isi.alasan)
    costs = [_due_cost(item) for item in isi.terhitung]
    due, spent = _sum(costs), Decimal(sum(item.belanja for item in isi.terhitung))
    if due == 0:
        return _without_outputs(isi, Alasan.CAPAIAN_NOL)
    nilai = KONTEKS.divide(KONTEKS.multiply(KONTEKS.subtract(due, spent), Decimal(100)), due)
    numbers = f"({shorten(due)} − {shorten(spent)}) ÷ {shorten(due)} × 100"
    steps = [*formula(isi.cara, Hasil(nilai, numbers))]
    for item, cost in zip(isi.terhitung, costs, strict=True):
        words = (
            f"{item.id}: pagu × capaian = {format_uang(item.pagu)} × "
            f"{shorten(item.realisasi)} ÷ {shorten(item.target)} = {shorten(cost)}; "
            f"realisasi {format_uang(item.belanja)}"
        )
        steps.append(Langkah("bagian", words, cost))
    return _with_outputs(isi, nilai, steps)


@attrs.frozen
class _Lengkap:
    """An output of which everything is known that a formula needs."""

    id: str
    pagu: int
    belanja: int
    target: Decimal
    realisasi: Decimal


@attrs.frozen
class _Isi:
    """Outputs sorted out: those that count, those that do not, and why there is no figure at all."""

    cara: CaraEfisiensi
    terhitung: tuple[_Lengkap, ...]
    kurang: tuple[tuple[str, Alasan], ...]
    alasan: Alasan | None


def _sort_out(cara: CaraEfisiensi, keluaran: Iterable[Keluaran], kosong: Kekosongan | str) -> _Isi:
    choice = to_enum(Kekosongan, kosong, f"compute_efisiensi_{cara.value}", "kosong")
    sorted_out: dict[str, _Lengkap | Alasan] = {}
    for item in keluaran:
        if not isinstance(item, Keluaran):
            raise TipeError(type(item).__name__, "pass Keluaran, one for each output")
        if item.id in sorted_out:
            raise ModelError("Keluaran", "id", repr(item.id), "each output once")
        sorted_out[item.id] = _complete(item, cara)
    counted = tuple(item for item in sorted_out.values() if isinstance(item, _Lengkap))
    left = tuple((id, item) for id, item in sorted_out.items() if isinstance(item, Alasan))
    alasan = None
    if not counted:
        alasan = Alasan.SEMUA_KOSONG
    elif left and choice is Kekosongan.TOLAK:
        alasan = Alasan.ADA_YANG_KOSONG
    return _Isi(cara, counted, left, alasan)


def _complete(item: Keluaran, cara: CaraEfisiensi) -> _Lengkap | Alasan:
    """An output that can be counted, or why it can't be."""
    if item.pagu is None or item.pagu < 0:
        return Alasan.TANPA_PAGU
    if item.pagu == 0:
        return Alasan.PAGU_NOL
    if item.realisasi_anggaran is None:
        return Alasan.BELUM_ADA_SERAPAN
    if item.target is None or item.target <= 0:
        return _why_no_target(item.target)
    if item.realisasi is None:
        return Alasan.BELUM_ADA_REALISASI
    if item.realisasi < 0:
        return Alasan.REALISASI_NEGATIF
    if item.realisasi == 0 and cara is CaraEfisiensi.PMK_249:
        return Alasan.REALISASI_NOL  # nothing was made that a unit of it could have cost
    return _Lengkap(item.id, item.pagu, item.realisasi_anggaran, item.target, item.realisasi)


def _why_no_target(target: Decimal | None) -> Alasan:
    if target is None:
        return Alasan.TANPA_TARGET
    return Alasan.TARGET_NEGATIF if target < 0 else Alasan.TARGET_NOL


def _saving(item: _Lengkap) -> Decimal:
    """What a unit cost less than planned, as a part of one."""
    spent = KONTEKS.multiply(Decimal(item.belanja), item.target)
    planned = KONTEKS.multiply(Decimal(item.pagu), item.realisasi)
    return KONTEKS.subtract(Decimal(1), KONTEKS.divide(spent, planned))


def _due_cost(item: _Lengkap) -> Decimal:
    """What the realised volume should have cost."""
    return KONTEKS.divide(KONTEKS.multiply(Decimal(item.pagu), item.realisasi), item.target)


def _sum(numbers: Iterable[Decimal]) -> Decimal:
    """A sum that rounds alike in whatever order the numbers come."""
    total = Decimal(0)
    for number in sorted(numbers):
        total = KONTEKS.add(total, number)
    return total


# --- steps --------------------------------------------------------------------


def _with_outputs(
    isi: _Isi, nilai: Decimal, steps: list[Langkah], rating: Decimal | None = None
) -> Efisiensi:
    return Efisiensi(
        isi.cara,
        nilai,
        None,
        nilai_efisiensi=rating,
        terhitung=len(isi.terhitung),
        banyak=len(isi.terhitung) + len(isi.kurang),
        kurang=isi.kurang,
        langkah=(*steps, *_coverage(isi), source(isi.cara)),
    )


def _without_outputs(isi: _Isi, alasan: Alasan) -> Efisiensi:
    return Efisiensi(
        isi.cara,
        None,
        alasan,
        terhitung=len(isi.terhitung),
        banyak=len(isi.terhitung) + len(isi.kurang),
        kurang=isi.kurang,
        langkah=(reason(isi.cara, alasan), *_coverage(isi), source(isi.cara)),
    )


def _coverage(isi: _Isi) -> Iterator[Langkah]:
    many = len(isi.terhitung) + len(isi.kurang)
    yield Langkah("cakupan", f"Terhitung: {len(isi.terhitung)} dari {many} keluaran.")
    for id, alasan in isi.kurang:
        yield Langkah("kurang", f"{id} tidak terhitung: {alasan.kalimat}.")
