"""Rules about the periods of a year: whether they make it, whether they are there, which way they go."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

import attrs

from sakip.angka import Angka, JenisKosong, Kosong, add_up, clean_satuan, format_angka
from sakip.capaian import TARGET_PERIODE_BERBEDA, check_target_periode
from sakip.kebijakan import Polaritas
from sakip.model import AnySimpul, Indikator, Target
from sakip.periode import JenisPeriode
from sakip.reviu._aturan import Tinjauan, at, aturan
from sakip.reviu._contoh import bersih, with_indikator, with_steps
from sakip.reviu._target import is_easier
from sakip.rumus import Agregasi
from sakip.temuan import JenisTemuan, Temuan, Tingkat, register

_TW = ("2025-TW1", "2025-TW2", "2025-TW3", "2025-TW4")


@aturan(
    TARGET_PERIODE_BERBEDA,
    buruk=lambda: with_indikator("S1.1", agregasi="jumlah", target={2025: 61} | dict.fromkeys(_TW, 15)),
    baik=bersih,
)
def target_periode(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Target triwulan, semester, atau bulan bersama-sama membentuk target tahunnya."""
    yield from check_target_periode(tinjauan.pohon)


TARGET_KUMULATIF_TURUN = register(
    JenisTemuan(
        "SKP509",
        Tingkat.PERINGATAN,
        "target triwulan melawan arah",
        "Nilai akhir tiap triwulan berturut-turut {nilai}, padahal indikator ini dinilai dari akhir tahun dan {arah}.",
        "Periksa target triwulannya, atau cara menghimpunnya.",
        "hitungan: keadaan pada akhir periode tidak mundur dari arahnya",
    )
)


@aturan(
    TARGET_KUMULATIF_TURUN,
    buruk=lambda: with_indikator(
        "P1.1", target={2025: "80 %"} | dict(zip(_TW, ("20 %", "60 %", "40 %", "80 %"), strict=True))
    ),
    baik=bersih,
)
def target_kumulatif_turun(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Target triwulan yang berupa posisi akhir (agregasi nilai akhir) tidak mundur di tengah tahun."""
    for simpul, item in tinjauan.indikator:
        if item.agregasi is not Agregasi.NILAI_AKHIR:
            continue
        for year in _years(item):
            numbers = year.angka
            if _goes_back(item, numbers):
                yield TARGET_KUMULATIF_TURUN.temuan(
                    at(simpul, item),
                    nilai="; ".join(map(str, numbers)),
                    arah=_ARAH.get(item.polaritas, "seharusnya bergerak searah"),
                )


_ARAH: Mapping[Polaritas | None, str] = {
    Polaritas.NAIK: "makin tinggi makin baik",
    Polaritas.TURUN: "makin rendah makin baik",
}


def _goes_back(item: Indikator, angka: list[Angka]) -> bool:
    """Whether numbers go the wrong way at some time; where nobody has said which that is, both ways."""
    ways = (Polaritas.NAIK, Polaritas.TURUN) if item.polaritas is None else (item.polaritas,)
    return all(
        any(is_easier(attrs.evolve(item, polaritas=way), b, a) for a, b in itertools.pairwise(angka))
        for way in ways
    )


class _Tahun(NamedTuple):
    """What an indikator plans for a year: the target of the year, and those of its triwulan."""

    tahun: int
    setahun: Target | None
    bagian: tuple[Target, ...]

    @property
    def angka(self) -> list[Angka]:
        """The triwulan that are numbers."""
        return [row.nilai for row in self.bagian if isinstance(row.nilai, Angka)]


def _years(item: Indikator) -> Iterator[_Tahun]:
    """Year by year, what is in force at its end; a blank cell plans nothing, a dash says so."""
    times = dict.fromkeys(row.periode for row in item.target if row.periode.jenis in _JENIS)
    plan = [row for when in times if (row := item.target_for(when)) is not None and not _is_blank(row)]
    for tahun in sorted({row.periode.tahun for row in plan}):
        rows = [row for row in plan if row.periode.tahun == tahun]
        yearly = next((row for row in rows if row.periode.jenis is JenisPeriode.TAHUN), None)
        parts = sorted((row for row in rows if row is not yearly), key=lambda row: row.periode.nomor)
        yield _Tahun(tahun, yearly, tuple(parts))


_JENIS = (JenisPeriode.TAHUN, JenisPeriode.TRIWULAN)


def _is_blank(target: Target) -> bool:
    return isinstance(target.nilai, Kosong) and target.nilai.jenis is not JenisKosong.STRIP


TARGET_TRIWULAN_BERULANG = register(
    JenisTemuan(
        "SKP510",
        Tingkat.SARAN,
        "target triwulan mengulang target tahun",
        "Target tiap triwulan sama dengan target {tahun}, {target}; dibaca sebagai keadaan pada akhir periode.",
        "Nyatakan agregasinya: nilai akhir bila keadaan yang dijaga, atau bagi targetnya bila hasil tiap triwulan dijumlahkan.",
        "cara menghimpun periode; dokumen perjanjian kinerja yang mengulang target setahun tiap triwulan",
    )
)


@aturan(
    TARGET_TRIWULAN_BERULANG,
    buruk=lambda: with_indikator(
        "S1.1", agregasi=None, target={2025: "5 Orang", 2026: "5 Orang"} | dict.fromkeys(_TW, "5 Orang")
    ),
    baik=lambda: with_indikator(
        "S1.1", target={2025: "5 Orang"} | dict.fromkeys(_TW, "5 Orang"), baseline=None
    ),
)
def target_triwulan_berulang(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Bila target setahun diulang tiap triwulan, cara menghimpunnya dinyatakan."""
    for simpul, item in _with_parts(tinjauan):
        if item.agregasi is not None or item.rumus is not None:
            continue
        for year in _years(item):
            whole = None if year.setahun is None else year.setahun.nilai
            if (
                not isinstance(whole, Angka)
                or not whole.nilai
                or clean_satuan(whole.satuan or item.satuan) == "%"
            ):
                continue
            if len(year.angka) > 1 and all(part.nilai == whole.nilai for part in year.angka):
                yield TARGET_TRIWULAN_BERULANG.temuan(
                    at(simpul, item), tahun=str(year.tahun), target=str(whole)
                )


def _with_parts(tinjauan: Tinjauan) -> Iterator[tuple[AnySimpul, Indikator]]:
    """The indikator that have a target for a triwulan."""
    for simpul, item in tinjauan.indikator:
        if any(row.periode.jenis is JenisPeriode.TRIWULAN for row in item.target):
            yield simpul, item


TANPA_TARGET_SETAHUN = register(
    JenisTemuan(
        "SKP511",
        Tingkat.PERINGATAN,
        "tanpa target setahun",
        "Target triwulan {tahun} tertulis, target setahunnya tidak, sedangkan yang lain punya.",
        "Tuliskan target setahunnya.",
        "praktik: perjanjian kinerja dan rencana aksi bertarget setahun dan triwulan",
    )
)
TANPA_TARGET_TRIWULAN = register(
    JenisTemuan(
        "SKP512",
        Tingkat.PERINGATAN,
        "tanpa target triwulan",
        "Target {tahun} tertulis, target triwulannya tidak, sedangkan yang lain punya.",
        "Bagi target setahun ke triwulannya.",
        "praktik: perjanjian kinerja dan rencana aksi bertarget setahun dan triwulan",
    )
)


@aturan(
    TANPA_TARGET_SETAHUN,
    TANPA_TARGET_TRIWULAN,
    buruk=lambda: with_steps(A1={2025: "60 Orang"}, A2=dict.fromkeys(_TW, "15 Orang")),
    baik=with_steps,
)
def target_tak_lengkap(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Bila kebanyakan indikator setingkat bertarget setahun dan triwulan, yang lain juga."""
    if next(_with_parts(tinjauan), None) is None:
        return
    rows = [(simpul, item, year) for simpul, item in tinjauan.indikator for year in _years(item)]
    whole, split = _mostly(rows)
    for simpul, item, year in rows:
        if year.setahun is None and simpul.jenis in whole:
            yield TANPA_TARGET_SETAHUN.temuan(at(simpul, item), tahun=str(year.tahun))
        if not year.bagian and simpul.jenis in split:
            yield TANPA_TARGET_TRIWULAN.temuan(at(simpul, item), tahun=str(year.tahun))


def _mostly(rows: Iterable[tuple[AnySimpul, Indikator, _Tahun]]) -> tuple[set[str], set[str]]:
    """The kinds of nodes of which most that have triwulan have the year as well, and the other way round."""
    both: Counter[str] = Counter()
    parts: Counter[str] = Counter()
    wholes: Counter[str] = Counter()
    for simpul, _, year in rows:
        parts[simpul.jenis] += bool(year.bagian)
        wholes[simpul.jenis] += year.setahun is not None
        both[simpul.jenis] += bool(year.bagian) and year.setahun is not None
    return (
        {kind for kind, many in both.items() if 2 * many > parts[kind]},
        {kind for kind, many in both.items() if 2 * many > wholes[kind]},
    )


BAGIAN_BUKAN_SERATUS = register(
    JenisTemuan(
        "SKP513",
        Tingkat.PERINGATAN,
        "bagian triwulan tidak berjumlah 100 %",
        "Bagian tiap triwulan {tahun} ({bagian}) berjumlah {jumlah} %, bukan 100 %.",
        "Bagi ulang sehingga berjumlah 100 %, atau nyatakan agregasinya bila keempatnya keadaan pada akhir triwulan.",
        "hitungan: bagian-bagian satu tahun berjumlah 100 %",
    )
)
_SERATUS = Decimal(100)
_DEKAT = Decimal(5)
"""How near a hundred the sum of percentages lies that are meant as shares."""


def _with_shares(*bagian: str) -> dict[str, str]:
    return dict(zip(_TW, bagian, strict=True))


@aturan(
    BAGIAN_BUKAN_SERATUS,
    buruk=lambda: with_indikator("P1.1", agregasi=None, target=_with_shares("26 %", "26 %", "25 %", "22 %")),
    baik=lambda: with_indikator("P1.1", agregasi=None, target=_with_shares("26 %", "26 %", "25 %", "23 %")),
)
def bagian_bukan_seratus(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Target triwulan yang membagi satu tahun dalam persen berjumlah 100 %."""
    shares = [
        (simpul, item, year, total)
        for simpul, item in _with_parts(tinjauan)
        if item.agregasi is None
        for year in _years(item)
        if (total := _total(item, year)) is not None
    ]
    right = Counter(simpul.jenis for simpul, _, _, total in shares if total == _SERATUS)
    every = Counter(simpul.jenis for simpul, _, _, _ in shares)
    for simpul, item, year, total in shares:
        usual = 2 * right[simpul.jenis] > every[simpul.jenis]
        if total != _SERATUS and _is_meant_as_shares(year, total, usual=usual):
            yield BAGIAN_BUKAN_SERATUS.temuan(
                at(simpul, item),
                tahun=str(year.tahun),
                bagian="; ".join(map(str, year.angka)),
                jumlah=format_angka(total),
            )


def _total(item: Indikator, year: _Tahun) -> Decimal | None:
    """What the triwulan make, where they are several percentages of a year that has no target of its own."""
    numbers = year.angka
    if year.setahun is not None or len(numbers) < 2:
        return None
    if any(clean_satuan(part.satuan or item.satuan) != "%" for part in numbers):
        return None
    return add_up(part.nilai for part in numbers)


def _is_meant_as_shares(year: _Tahun, total: Decimal, *, usual: bool) -> bool:
    """A sum near a hundred, or where shares are usual anything but a level that is kept or rises."""
    numbers = [part.nilai for part in year.angka]
    if len(set(numbers)) == 1:
        return False
    return abs(total - _SERATUS) <= _DEKAT or (usual and numbers != sorted(numbers))
