"""Rules about targets: read, present, in step with each other and with what was measured."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal

from sakip.alasan import Alasan
from sakip.angka import Angka, Isian, Kategori, Kosong, Sebab, TakTerbaca, clean_satuan
from sakip.kebijakan import Polaritas
from sakip.model import MURNI, Indikator, Realisasi, Target
from sakip.periode import JenisPeriode
from sakip.reviu._aturan import Tinjauan, at, aturan
from sakip.reviu._contoh import bersih, with_indikator
from sakip.reviu._kata import words
from sakip.rumus import Masukan, Persen, Predikat
from sakip.temuan import JenisTemuan, Temuan, Tingkat, register

TARGET_TAK_TERBACA = register(
    JenisTemuan(
        "SKP501",
        Tingkat.KESALAHAN,
        "target tidak terbaca",
        'Target {periode} tercetak "{teks}" dan tidak terbaca: {sebab}.',
        "Periksa dokumen sumber, lalu tuliskan target yang benar.",
        "praktik: yang tidak terbaca dikutip seperti tercetak, tidak ditebak",
    )
)


@aturan(
    TARGET_TAK_TERBACA,
    buruk=lambda: with_indikator(
        "S1.1", target=[Target(2025, TakTerbaca("2 dokumen, 3 laporan", Sebab.LEBIH_DARI_SATU))]
    ),
    baik=bersih,
)
def target_tak_terbaca(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Target yang tidak terbaca disimpan seperti tercetak dan dilaporkan."""
    for simpul, item in tinjauan.indikator:
        for target in item.target:
            if isinstance(target.nilai, TakTerbaca):
                yield TARGET_TAK_TERBACA.temuan(
                    at(simpul, item),
                    periode=str(target.periode),
                    teks=target.nilai.teks,
                    sebab=target.nilai.sebab.kalimat,
                )


TANPA_TARGET = register(
    JenisTemuan(
        "SKP502",
        Tingkat.PERINGATAN,
        "tanpa target",
        "Indikator ini tidak punya target satu pun.",
        "Tetapkan targetnya untuk setiap tahun rencana.",
        "PermenPANRB 88/2021: indikator bertarget",
    )
)


@aturan(TANPA_TARGET, buruk=lambda: with_indikator("P1.1", target=()), baik=bersih)
def tanpa_target(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Pada pohon yang sudah bertarget, setiap indikator punya target."""
    if not any(item.target for _, item in tinjauan.indikator):
        return
    for simpul, item in tinjauan.indikator:
        if not item.target and not item.tersirat:
            yield TANPA_TARGET.temuan(at(simpul, item))


TARGET_LEBIH_MUDAH = register(
    JenisTemuan(
        "SKP503",
        Tingkat.PERINGATAN,
        "target lebih mudah daripada realisasi terakhir",
        "Target {periode} {target}, padahal {asal} sudah {realisasi}.",
        "Perketat targetnya, atau jelaskan mengapa lebih mudah.",
        "praktik evaluasi AKIP: target menantang",
    )
)


@aturan(
    TARGET_LEBIH_MUDAH,
    buruk=lambda: with_indikator("P1.1", target={2025: "60 %"}),
    baik=bersih,
)
def target_lebih_mudah(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Target tidak lebih mudah daripada realisasi tahun sebelumnya atau kondisi awal."""
    measured: dict[str, list[Realisasi]] = {}
    for row in tinjauan.realisasi:
        measured.setdefault(row.indikator, []).append(row)
    for simpul, item in tinjauan.indikator:
        known = measured.get(item.id, [])
        for target in yearly(item) if known or item.baseline is not None else ():
            before = _before(item, target, known)
            if before is not None and is_easier(item, target.nilai, before[1]):
                yield TARGET_LEBIH_MUDAH.temuan(
                    at(simpul, item),
                    periode=str(target.periode),
                    target=str(target.nilai),
                    asal=before[0],
                    realisasi=str(before[1]),
                )


def yearly(item: Indikator) -> list[Target]:
    """The targets of years, in order."""
    found = [target for target in item.target if target.periode.jenis is JenisPeriode.TAHUN]
    return sorted(found, key=lambda row: row.periode.tahun) if len(found) > 1 else found


def _before(item: Indikator, target: Target, rows: list[Realisasi]) -> tuple[str, Isian] | None:
    """What was reached in the year before, or where the indikator stood then."""
    last = target.periode.previous()
    for row in rows:
        if row.periode == last:
            value = row.nilai if item.rumus is None else item.rumus.compute(row.masukan)
            return None if value is None or isinstance(value, Alasan) else (f"realisasi {last}", value)
    if item.baseline is not None and item.baseline.periode == last:
        return f"kondisi awal {last}", item.baseline.nilai
    return None


def is_easier(item: Indikator, target: Isian, lalu: Isian) -> bool:
    """Whether a target asks for less than what is held against it; False where the two can't be compared.

    >>> from sakip.angka import parse_nilai
    >>> item = Indikator(id="IK1", nama="Opini BPK", rumus=Predikat(("TMP", "WDP", "WTP")))
    >>> is_easier(item, parse_nilai("WDP"), parse_nilai("WTP"))
    True
    """
    if isinstance(target, Angka) and isinstance(lalu, Angka):
        if clean_satuan(target.satuan) != clean_satuan(lalu.satuan):
            return False
        if item.arah is Polaritas.TURUN:
            return target.nilai > lalu.nilai
        return item.arah is Polaritas.NAIK and target.nilai < lalu.nilai
    if isinstance(item.rumus, Predikat) and isinstance(target, Kategori) and isinstance(lalu, Kategori):
        rank = {words(label): place for place, label in enumerate(item.rumus.skala)}
        asked, reached = rank.get(words(target.label)), rank.get(words(lalu.label))
        return asked is not None and reached is not None and asked < reached
    return False


TARGET_MELAWAN_ARAH = register(
    JenisTemuan(
        "SKP504",
        Tingkat.PERINGATAN,
        "target melawan arah",
        "Target {dari} {awal} lalu {ke} {akhir}, padahal polaritasnya {polaritas}.",
        "Periksa target atau polaritasnya.",
        "praktik evaluasi AKIP: target menantang",
    )
)


@aturan(
    TARGET_MELAWAN_ARAH,
    buruk=lambda: with_indikator("P1.1", target={2025: "80 %", 2026: "75 %"}),
    baik=bersih,
)
def target_melawan_arah(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Target dari tahun ke tahun bergerak searah polaritasnya, atau tetap."""
    for simpul, item in tinjauan.indikator:
        if item.polaritas is None or len(item.target) < 2:
            continue
        rows = [row for row in yearly(item) if isinstance(row.nilai, Angka) and row.versi == MURNI]
        for first, second in itertools.pairwise(rows):
            if is_easier(item, second.nilai, first.nilai):
                yield TARGET_MELAWAN_ARAH.temuan(
                    at(simpul, item),
                    dari=str(first.periode),
                    awal=str(first.nilai),
                    ke=str(second.periode),
                    akhir=str(second.nilai),
                    polaritas=item.polaritas.value,
                )


PREDIKAT_DI_LUAR_SKALA = register(
    JenisTemuan(
        "SKP505",
        Tingkat.KESALAHAN,
        "predikat di luar skala",
        'Target {periode} "{teks}" tidak ada pada skala {skala}.',
        "Pakai predikat yang ada pada skalanya.",
        "praktik: predikat menurut skala yang dinyatakan indikatornya",
    )
)


@aturan(
    PREDIKAT_DI_LUAR_SKALA,
    buruk=lambda: with_indikator(
        "C1.1", rumus=Predikat(("TMP", "TW", "WDP", "WTP")), target={2025: "Sangat Baik"}
    ),
    baik=bersih,
)
def predikat_di_luar_skala(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Target berupa predikat ada pada skala yang dinyatakan indikatornya."""
    for simpul, item in tinjauan.indikator:
        if not isinstance(item.rumus, Predikat) or not item.rumus.skala:
            continue
        for target in item.target:
            off = item.rumus.compute(Masukan(nilai=target.nilai)) is Alasan.DI_LUAR_SKALA
            if off and not isinstance(target.nilai, Kosong | TakTerbaca):
                yield PREDIKAT_DI_LUAR_SKALA.temuan(
                    at(simpul, item),
                    periode=str(target.periode),
                    teks=str(target.nilai),
                    skala=" < ".join(item.rumus.skala),
                )


PERSEN_LEBIH_DARI_SERATUS = register(
    JenisTemuan(
        "SKP506",
        Tingkat.PERINGATAN,
        "persen di atas seratus",
        "Target {periode} {target} melebihi 100 %, padahal yang dihitung bagian dari keseluruhan.",
        "Periksa target atau cara hitungnya.",
        "hitungan: bagian tidak melebihi keseluruhannya",
    )
)


@aturan(
    PERSEN_LEBIH_DARI_SERATUS,
    buruk=lambda: with_indikator(
        "P1.1", rumus=Persen("PPKS mandiri", "seluruh PPKS"), target={2025: "120 %"}
    ),
    baik=bersih,
)
def persen_lebih_dari_seratus(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Bagian dari keseluruhan tidak lebih dari 100 %; pertumbuhan dan capaian boleh."""
    for simpul, item in tinjauan.indikator:
        over = [row for row in item.target if isinstance(row.nilai, Angka) and row.nilai.nilai > _SERATUS]
        if not over or not _is_share(item, tinjauan.words(item.nama)):
            continue
        for target in over:
            yield PERSEN_LEBIH_DARI_SERATUS.temuan(
                at(simpul, item), periode=str(target.periode), target=str(target.nilai)
            )


_SERATUS = Decimal(100)
_SELURUH = ("seluruh", "jumlah seluruh", "total", "jumlah total")
_BAGIAN = re.compile(r"(persentase|presentase|prosentase) .*\byang\b")
"""Such as "Persentase PPKS yang tertangani": some of the PPKS, so never more than all of them."""
_BUKAN_BAGIAN = re.compile(
    r"\b(pertumbuhan|kenaikan|peningkatan|capaian|realisasi|penurunan|kontribusi|rasio)\b"
)


def _is_share(item: Indikator, nama: str) -> bool:
    """Whether an indikator is the share of a whole: its formula says so, or its name does."""
    if isinstance(item.rumus, Persen):
        return item.rumus.penyebut.casefold().startswith(_SELURUH)
    return item.rumus is None and bool(_BAGIAN.match(nama)) and not _BUKAN_BAGIAN.search(nama)


TARGET_TANPA_SATUAN = register(
    JenisTemuan(
        "SKP507",
        Tingkat.PERINGATAN,
        "target tanpa satuan",
        'Target {periode} tercetak "{teks}" tanpa satuan.',
        "Tuliskan satuannya.",
        "praktik evaluasi AKIP: terukur, satuannya dapat dikenali",
    )
)


_BERSATUAN_SENDIRI = frozenset(
    {"persentase", "presentase", "prosentase", "indeks", "nilai", "skor", "rasio", "predikat", "opini"}
)
"""Words that say the unit themselves, or that what is measured has none."""


@aturan(
    TARGET_TANPA_SATUAN,
    buruk=lambda: with_indikator("S1.1", satuan="", target={2025: "1"}),
    baik=bersih,
)
def target_tanpa_satuan(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Angka target punya satuan, pada targetnya, pada indikatornya, atau tersirat dari kata ukurnya."""
    for simpul, item in tinjauan.indikator:
        if item.satuan.strip() or tinjauan.words(item.nama).partition(" ")[0] in _BERSATUAN_SENDIRI:
            continue
        bare = [row for row in item.target if isinstance(row.nilai, Angka) and not row.nilai.satuan]
        if bare:
            yield TARGET_TANPA_SATUAN.temuan(
                at(simpul, item),
                periode=", ".join(str(row.periode) for row in bare),
                teks="; ".join(str(row.nilai) for row in bare),
            )


SATUAN_BERGANTI = register(
    JenisTemuan(
        "SKP508",
        Tingkat.PERINGATAN,
        "satuan berganti",
        "Target indikator ini memakai satuan yang berbeda-beda: {satuan}.",
        "Pakai satu satuan untuk satu indikator.",
        "praktik evaluasi AKIP: terukur, satuannya dapat dikenali",
    )
)


@aturan(
    SATUAN_BERGANTI,
    buruk=lambda: with_indikator("S1.1", satuan="", target={2025: "60 Lap", "2025-TW1": "15 Keg"}),
    baik=bersih,
)
def satuan_berganti(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Satu indikator memakai satu satuan."""
    for simpul, item in tinjauan.indikator:
        units: dict[str, str] = {}
        for teks in (item.satuan, *(getattr(target.nilai, "satuan", "") for target in item.target)):
            if teks and not teks.isspace():
                units.setdefault(clean_satuan(teks), teks)
        if len(units) > 1:
            yield SATUAN_BERGANTI.temuan(at(simpul, item), satuan=", ".join(units.values()))
