"""From the cells of a form to two numbers that a formula can take, or why there are none."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from sakip.alasan import Alasan
from sakip.angka import (
    KONTEKS,
    Angka,
    Batas,
    Isian,
    JenisKosong,
    Kategori,
    Kosong,
    Rasio,
    Rentang,
    TakTerbaca,
    Tanda,
    Tanggal,
    clean_satuan,
    convert_satuan,
    format_angka,
    format_tanggal,
    to_optional_decimal,
)
from sakip.errors import ModelError, TargetNolError
from sakip.kebijakan._hitungan import Hitungan, RumusCapaian, choose, choose_for, choose_within
from sakip.kebijakan._pilihan import MetodePredikat, Polaritas
from sakip.skala import YA_TIDAK, Ordinal, clean_label

if TYPE_CHECKING:
    from sakip.kebijakan._kebijakan import Kebijakan

_NAIK = {Tanda.MINIMAL, Tanda.LEBIH}
_TEPAT = {Tanda.MINIMAL, Tanda.MAKSIMAL}


@attrs.frozen(kw_only=True)
class Rujukan:
    """What is known of an indikator that only some comparisons need.

    Attributes:
        terburuk: The worst realisasi there can be, for a target of zero.
        terbaik: The best one there can be, such as 100 of a hundred or 4 of a scale of 4.
        urutan: The scale of a predicate.
        awal: The day that a date is counted from; it is day one.

    >>> Rujukan(terburuk="10").terburuk
    Decimal('10')
    """

    terburuk: Decimal | None = attrs.field(default=None, converter=to_optional_decimal)
    terbaik: Decimal | None = attrs.field(default=None, converter=to_optional_decimal)
    urutan: Ordinal | None = None
    awal: dt.date | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse what is no scale and no day."""
        if self.urutan is not None and not isinstance(self.urutan, Ordinal):
            raise ModelError("Rujukan", "urutan", repr(self.urutan), "an Ordinal")
        if self.awal is not None and type(self.awal) is not dt.date:
            raise ModelError("Rujukan", "awal", repr(self.awal), "a datetime.date")


TANPA_RUJUKAN = Rujukan()


def infer_polaritas(target: Isian) -> Polaritas:
    """Which way is better where nobody has said: what the form of the target says, else naik.

    >>> from sakip.angka import parse_nilai
    >>> [infer_polaritas(parse_nilai(teks)).value for teks in ("≤ 5", "3-5", "31 Maret 2025", "80 %")]
    ['turun', 'rentang', 'turun', 'naik']
    """
    match target:
        case Rentang():
            return Polaritas.RENTANG
        case Batas(tanda=tanda):
            return Polaritas.NAIK if tanda in _NAIK else Polaritas.TURUN
        case Tanggal():
            return Polaritas.TURUN
    return Polaritas.NAIK


def compare(
    kebijakan: Kebijakan, target: Isian, realisasi: Isian, polaritas: Polaritas, rujukan: Rujukan
) -> Hitungan | Alasan:
    """The formula and its numbers for whatever two cells hold."""
    if alasan := _not_comparable(target, realisasi):
        return alasan
    if isinstance(target, Angka) and isinstance(realisasi, Angka):
        return _numbers(kebijakan, target, realisasi, polaritas, rujukan)
    return _compare_forms(kebijakan, target, realisasi, polaritas, rujukan)


def _compare_forms(
    kebijakan: Kebijakan, target: Isian, realisasi: Isian, polaritas: Polaritas, rujukan: Rujukan
) -> Hitungan | Alasan:
    """What is not simply two numbers, form by form."""
    hasil: Hitungan | Alasan = Alasan.BENTUK_BERBEDA
    match target, realisasi:
        case Rentang(), Angka():
            hasil = _range(kebijakan, target, realisasi, polaritas, rujukan)
        case Batas(), Angka():
            hasil = _bound(kebijakan, target, realisasi, polaritas, rujukan)
        case Rasio(), Rasio():
            hasil = _ratios(kebijakan, target, realisasi, polaritas)
        case Tanggal(), Tanggal():
            hasil = _dates(kebijakan, target, realisasi, polaritas, rujukan)
        case Kategori(), Kategori():
            hasil = _predicates(kebijakan, target, realisasi, polaritas, rujukan)
        case Kategori(skor=Decimal() as skor), Angka():
            hasil = _noted(_numbers(kebijakan, Angka(skor), realisasi, polaritas, rujukan), (_SKOR,))
        case Angka(), Kategori(skor=Decimal() as skor):
            hasil = _noted(_numbers(kebijakan, target, Angka(skor), polaritas, rujukan), (_SKOR,))
        case (Angka() | Rentang() | Batas(), _) | (_, Angka()):
            hasil = Alasan.BUKAN_ANGKA
    return hasil


_SKOR = "Predikat dibandingkan menurut skor yang tercetak padanya."


def _not_comparable(target: Isian, realisasi: Isian) -> Alasan | None:
    """Why two cells hold nothing to compare; None when both hold something."""
    match target:
        case Kosong(jenis=JenisKosong.STRIP):
            return Alasan.TIDAK_DIRENCANAKAN
        case Kosong():
            return Alasan.TANPA_TARGET
        case TakTerbaca():
            return Alasan.TARGET_TAK_TERBACA
    match realisasi:
        case Kosong():
            return Alasan.BELUM_ADA_REALISASI
        case TakTerbaca():
            return Alasan.REALISASI_TAK_TERBACA
    return None


def _in_unit(realisasi: Angka, satuan: str) -> Decimal | None:
    return convert_satuan(realisasi.nilai, realisasi.satuan, satuan)


def _unit_notes(realisasi: Angka, nilai: Decimal, satuan: str) -> tuple[str, ...]:
    if nilai == realisasi.nilai:
        return ()
    return (f"Realisasi {realisasi} dihitung sebagai {format_angka(nilai)} {satuan}.",)


def _noted(hasil: Hitungan | Alasan, catatan: tuple[str, ...]) -> Hitungan | Alasan:
    if isinstance(hasil, Alasan) or not catatan:
        return hasil
    return attrs.evolve(hasil, catatan=(*catatan, *hasil.catatan))


def _numbers(
    kebijakan: Kebijakan, target: Angka, realisasi: Angka, polaritas: Polaritas, rujukan: Rujukan
) -> Hitungan | Alasan:
    nilai = _in_unit(realisasi, target.satuan)
    if nilai is None:
        return Alasan.SATUAN_BERBEDA
    hasil = choose(kebijakan, target.nilai, nilai, polaritas, rujukan.terburuk)
    return _noted(hasil, _unit_notes(realisasi, nilai, target.satuan))


def _range(
    kebijakan: Kebijakan, target: Rentang, realisasi: Angka, polaritas: Polaritas, rujukan: Rujukan
) -> Hitungan | Alasan:
    """Within the range is 100; outside it, the nearest bound is the target."""
    nilai = _in_unit(realisasi, target.satuan)
    if nilai is None:
        return Alasan.SATUAN_BERBEDA
    try:
        hasil = _on_range(kebijakan, target, nilai, polaritas, rujukan.terburuk)
    except TargetNolError as error:
        raise TargetNolError(error.kebijakan, error.realisasi, str(target)) from None
    return _noted(hasil, (*_unit_notes(realisasi, nilai, target.satuan), _where(target, nilai)))


def _on_range(
    kebijakan: Kebijakan, target: Rentang, nilai: Decimal, polaritas: Polaritas, terburuk: Decimal | None
) -> Hitungan | Alasan:
    if polaritas in (Polaritas.STABIL, Polaritas.RENTANG):
        return choose_within(kebijakan, target.bawah, target.atas, nilai, terburuk)
    if target.bawah <= nilai <= target.atas:
        return Hitungan(RumusCapaian.TERCAPAI, target.atas, nilai, tercapai=True)
    bound = target.bawah if nilai < target.bawah else target.atas
    return choose(kebijakan, bound, nilai, polaritas, terburuk)


def _where(target: Rentang, nilai: Decimal) -> str:
    if nilai < target.bawah:
        return f"Realisasi di bawah rentang target {target}: dihitung terhadap batas bawahnya."
    if nilai > target.atas:
        return f"Realisasi di atas rentang target {target}: dihitung terhadap batas atasnya."
    return f"Realisasi berada di dalam rentang target {target}."


def _bound(
    kebijakan: Kebijakan, target: Batas, realisasi: Angka, polaritas: Polaritas, rujukan: Rujukan
) -> Hitungan | Alasan:
    """A bound is counted as its number; whether it is met is asked of the bound itself."""
    nilai = _in_unit(realisasi, target.satuan)
    if nilai is None:
        return Alasan.SATUAN_BERBEDA
    natural = infer_polaritas(target)
    met = nilai > target.nilai if natural is Polaritas.NAIK else nilai < target.nilai
    met = met or (target.tanda in _TEPAT and nilai == target.nilai)
    notes = (
        *_unit_notes(realisasi, nilai, target.satuan),
        f"Target berupa batas ({target}): dihitung terhadap {format_angka(target.nilai)}.",
    )
    if nilai == target.nilai and not met:
        notes = (*notes, "Realisasi tepat di batas, yang sendiri belum memenuhi target.")
    if polaritas is Polaritas.RENTANG:  # a range with one open end
        if met:
            return Hitungan(RumusCapaian.TERCAPAI, target.nilai, nilai, tercapai=met, catatan=notes)
    elif polaritas is not natural:
        return Alasan.POLARITAS_BERTENTANGAN
    hasil = choose_for(kebijakan, target.nilai, nilai, natural, met=met, terburuk=rujukan.terburuk)
    return _noted(hasil, notes)


def _ratios(kebijakan: Kebijakan, target: Rasio, realisasi: Rasio, polaritas: Polaritas) -> Hitungan | Alasan:
    """Two ratios by their quotients, left by right."""
    units = {clean_satuan(item.satuan) for item in (target, realisasi)} - {""}
    if len(units) > 1:  # which side of a ratio a unit belongs to is not printed, so none is converted
        return Alasan.SATUAN_BERBEDA
    if not target.kanan or not realisasi.kanan:
        return Alasan.PENYEBUT_NOL
    rencana = KONTEKS.divide(target.kiri, target.kanan)
    hasil = KONTEKS.divide(realisasi.kiri, realisasi.kanan)
    note = f"Rasio dibandingkan menurut hasil baginya: target {target}, realisasi {realisasi}."
    return _noted(choose(kebijakan, rencana, hasil, polaritas, None), (note,))


def _dates(
    kebijakan: Kebijakan, target: Tanggal, realisasi: Tanggal, polaritas: Polaritas, rujukan: Rujukan
) -> Hitungan | Alasan:
    """Two days as days elapsed; sooner is better."""
    if polaritas is not Polaritas.TURUN:
        return Alasan.POLARITAS_BERTENTANGAN
    if rujukan.awal is None:
        return Alasan.AWAL_TIDAK_DIKETAHUI
    planned, done = ((item.nilai - rujukan.awal).days + 1 for item in (target, realisasi))
    note = f"Tanggal dihitung sebagai hari sejak {format_tanggal(rujukan.awal)}: makin cepat makin baik."
    return _noted(choose(kebijakan, Decimal(planned), Decimal(done), polaritas, None), (note,))


def _predicates(
    kebijakan: Kebijakan, target: Kategori, realisasi: Kategori, polaritas: Polaritas, rujukan: Rujukan
) -> Hitungan | Alasan:
    """Two predicates by their places on the declared scale; by their scores where it is not declared."""
    if polaritas is not Polaritas.NAIK:
        return Alasan.POLARITAS_BERTENTANGAN
    urutan = rujukan.urutan or _implied(target, realisasi)
    if urutan is None:
        if target.skor is not None and realisasi.skor is not None:
            rencana, hasil = Angka(target.skor), Angka(realisasi.skor)
            return _noted(_numbers(kebijakan, rencana, hasil, polaritas, rujukan), (_SKOR,))
        if clean_label(target.label) != clean_label(realisasi.label):
            return Alasan.SKALA_TIDAK_DIKETAHUI
        urutan = Ordinal([target.label])
    return _ranks(kebijakan, urutan, urutan.nilai(target.label), urutan.nilai(realisasi.label))


def _ranks(
    kebijakan: Kebijakan, urutan: Ordinal, rencana: Decimal | None, hasil: Decimal | None
) -> Hitungan | Alasan:
    """Two places on a scale: reached is 100, and below it the policy says."""
    if rencana is None or hasil is None:
        return Alasan.DI_LUAR_SKALA
    note = f"Predikat dibandingkan menurut urutan {urutan}."
    if hasil >= rencana:
        return Hitungan(RumusCapaian.TERCAPAI, rencana, hasil, tercapai=True, catatan=(note,))
    match kebijakan.predikat:
        case MetodePredikat.BINER:
            return Hitungan(RumusCapaian.GAGAL, rencana, hasil, tercapai=False, catatan=(note,))
        case MetodePredikat.PERINGKAT:
            note = f"{note[:-1]}; nilai tiap tingkat adalah anggapan, bukan aturan."
            return _noted(choose(kebijakan, rencana, hasil, Polaritas.NAIK, None), (note,))
    return Alasan.METODE_TIDAK_ADA


def _implied(target: Kategori, realisasi: Kategori) -> Ordinal | None:
    """Yes and no are in order by themselves."""
    known = all(YA_TIDAK.nilai(item.label) is not None for item in (target, realisasi))
    return YA_TIDAK if known else None
