"""Rules about targets: read, present, in step with each other and with what was measured."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from decimal import Decimal

from sakip.alasan import Alasan
from sakip.angka import Angka, Kosong, Sebab, TakTerbaca, clean_satuan
from sakip.capaian import TARGET_PERIODE_BERBEDA, check_target_periode
from sakip.kebijakan import Polaritas
from sakip.model import Indikator, Realisasi, Target
from sakip.periode import JenisPeriode
from sakip.reviu._aturan import Tinjauan, at, aturan
from sakip.reviu._contoh import bersih, with_indikator
from sakip.rumus import Masukan, Persen, Predikat
from sakip.temuan import JenisTemuan, Temuan, Tingkat, register

TARGET_TAK_TERBACA = register(
    JenisTemuan(
        "SKP501",
        Tingkat.KESALAHAN,
        "target tidak terbaca",
        'Target {periode} tercetak "{teks}" dan tidak terbaca: {sebab}.',
        "Periksa dokumen sumber, lalu tuliskan target yang benar.",
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
    for simpul, item in tinjauan.indikator():
        for target in item.target:
            if isinstance(target.nilai, TakTerbaca):
                yield TARGET_TAK_TERBACA.temuan(
                    at(simpul, item),
                    periode=str(target.periode),
                    teks=target.nilai.teks,
                    sebab=target.nilai.sebab.kalimat,
                )


@aturan(
    TARGET_PERIODE_BERBEDA,
    buruk=lambda: with_indikator(
        "S1.1", agregasi="jumlah", target={2025: 61, **{f"2025-TW{n}": 15 for n in range(1, 5)}}
    ),
    baik=bersih,
)
def target_periode(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Target triwulan, semester, atau bulan bersama-sama membentuk target tahunnya."""
    yield from check_target_periode(tinjauan.pohon)


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
    if not any(item.target for _, item in tinjauan.indikator()):
        return
    for simpul, item in tinjauan.indikator():
        if not item.target and not item.tersirat:
            yield TANPA_TARGET.temuan(at(simpul, item))


TARGET_LEBIH_MUDAH = register(
    JenisTemuan(
        "SKP503",
        Tingkat.PERINGATAN,
        "target lebih mudah daripada realisasi terakhir",
        "Target {periode} {target}, padahal {asal} sudah {realisasi}.",
        "Naikkan targetnya, atau jelaskan mengapa lebih rendah.",
        "praktik evaluasi AKIP: target menantang",
    )
)


@aturan(
    TARGET_LEBIH_MUDAH,
    buruk=lambda: with_indikator("P1.1", target={2025: "60 %"}),
    baik=bersih,
)
def target_lebih_mudah(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Target pertama tidak lebih mudah daripada kondisi awal atau realisasi tahun sebelumnya."""
    measured: dict[str, list[Realisasi]] = {}
    for row in tinjauan.realisasi:
        measured.setdefault(row.indikator, []).append(row)
    for simpul, item in tinjauan.indikator():
        for target in _years(item):
            before = _before(item, target, measured.get(item.id, []))
            if before is None or not isinstance(target.nilai, Angka):
                continue
            asal, angka = before
            if _easier(item, target.nilai, angka):
                yield TARGET_LEBIH_MUDAH.temuan(
                    at(simpul, item),
                    periode=str(target.periode),
                    target=str(target.nilai),
                    asal=asal,
                    realisasi=str(angka),
                )


def _years(item: Indikator) -> list[Target]:
    return sorted(
        (target for target in item.target if target.periode.jenis is JenisPeriode.TAHUN),
        key=lambda row: row.periode,
    )


def _before(item: Indikator, target: Target, rows: list[Realisasi]) -> tuple[str, Angka] | None:
    """What was reached in the year before, or where the indikator stood then."""
    last = target.periode.previous()
    for row in rows:
        if row.periode == last:
            value = row.nilai if item.rumus is None else item.rumus.compute(row.masukan)
            return (f"realisasi {last}", value) if isinstance(value, Angka) else None
    if item.baseline is not None and item.baseline.periode == last and isinstance(item.baseline.nilai, Angka):
        return f"kondisi awal {last}", item.baseline.nilai
    return None


def _easier(item: Indikator, target: Angka, lalu: Angka) -> bool:
    if clean_satuan(target.satuan) != clean_satuan(lalu.satuan):
        return False
    if item.arah is Polaritas.TURUN:
        return target.nilai > lalu.nilai
    return item.arah is Polaritas.NAIK and target.nilai < lalu.nilai


TARGET_MELAWAN_ARAH = register(
    JenisTemuan(
        "SKP504",
        Tingkat.PERINGATAN,
        "target melawan arah",
        "Target {dari} {awal} lalu {ke} {akhir}, padahal polaritasnya {polaritas}.",
        "Periksa target atau polaritasnya.",
    )
)


@aturan(
    TARGET_MELAWAN_ARAH,
    buruk=lambda: with_indikator("P1.1", target={2025: "80 %", 2026: "75 %"}),
    baik=bersih,
)
def target_melawan_arah(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Target dari tahun ke tahun bergerak searah polaritasnya, atau tetap."""
    for simpul, item in tinjauan.indikator():
        numbers = [
            (row, row.nilai) for row in _years(item) if isinstance(row.nilai, Angka) and row.versi == "murni"
        ]
        for (first, a), (second, b) in itertools.pairwise(numbers):
            if item.polaritas is not None and _easier(item, b, a):
                yield TARGET_MELAWAN_ARAH.temuan(
                    at(simpul, item),
                    dari=str(first.periode),
                    awal=str(a),
                    ke=str(second.periode),
                    akhir=str(b),
                    polaritas=item.polaritas.value,
                )


PREDIKAT_DI_LUAR_SKALA = register(
    JenisTemuan(
        "SKP505",
        Tingkat.KESALAHAN,
        "predikat di luar skala",
        'Target {periode} "{teks}" tidak ada pada skala {skala}.',
        "Pakai predikat yang ada pada skalanya.",
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
    for simpul, item in tinjauan.indikator():
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
    """Bagian dari keseluruhan tidak lebih dari 100 %."""
    for simpul, item in tinjauan.indikator():
        if not isinstance(item.rumus, Persen) or not item.rumus.penyebut.casefold().startswith(
            ("seluruh", "jumlah seluruh", "total")
        ):
            continue
        for target in item.target:
            if isinstance(target.nilai, Angka) and target.nilai.nilai > Decimal(100):
                yield PERSEN_LEBIH_DARI_SERATUS.temuan(
                    at(simpul, item), periode=str(target.periode), target=str(target.nilai)
                )


TARGET_TANPA_SATUAN = register(
    JenisTemuan(
        "SKP507",
        Tingkat.PERINGATAN,
        "target tanpa satuan",
        'Target {periode} tercetak "{teks}" tanpa satuan.',
        "Tuliskan satuannya.",
    )
)


@aturan(
    TARGET_TANPA_SATUAN,
    buruk=lambda: with_indikator("S1.1", satuan="", target={2025: "1"}),
    baik=bersih,
)
def target_tanpa_satuan(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Angka target punya satuan, pada targetnya atau pada indikatornya."""
    for simpul, item in tinjauan.indikator():
        if item.satuan.strip():
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
    )
)


@aturan(
    SATUAN_BERGANTI,
    buruk=lambda: with_indikator("S1.1", satuan="", target={2025: "60 Lap", "2025-TW1": "15 Keg"}),
    baik=bersih,
)
def satuan_berganti(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Satu indikator memakai satu satuan."""
    for simpul, item in tinjauan.indikator():
        units: dict[str, str] = {}
        for teks in (item.satuan, *(getattr(target.nilai, "satuan", "") for target in item.target)):
            if teks.strip():
                units.setdefault(clean_satuan(teks).casefold(), teks)
        if len(units) > 1:
            yield SATUAN_BERGANTI.temuan(at(simpul, item), satuan=", ".join(units.values()))


TARGET_KUMULATIF_TURUN = register(
    JenisTemuan(
        "SKP509",
        Tingkat.PERINGATAN,
        "target triwulan melawan arah",
        "Nilai akhir tiap triwulan berturut-turut {nilai}, padahal indikator ini dinilai dari akhir tahun dan makin {arah}.",
        "Periksa target triwulannya, atau cara menghimpunnya.",
    )
)


@aturan(
    TARGET_KUMULATIF_TURUN,
    buruk=lambda: with_indikator(
        "P1.1",
        target={2025: "80 %", "2025-TW1": "20 %", "2025-TW2": "60 %", "2025-TW3": "40 %", "2025-TW4": "80 %"},
    ),
    baik=bersih,
)
def target_kumulatif_turun(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Target triwulan yang berupa posisi akhir (agregasi nilai akhir) tidak mundur di tengah tahun."""
    for simpul, item in tinjauan.indikator():
        if item.agregasi is None or item.agregasi.value != "nilai_akhir" or item.polaritas is None:
            continue
        rows = sorted(
            (row for row in item.target if row.periode.jenis is JenisPeriode.TRIWULAN),
            key=lambda row: row.periode,
        )
        numbers = [row.nilai for row in rows if isinstance(row.nilai, Angka)]
        if any(_easier(item, b, a) for a, b in itertools.pairwise(numbers)):
            yield TARGET_KUMULATIF_TURUN.temuan(
                at(simpul, item),
                nilai="; ".join(map(str, numbers)),
                arah="rendah" if item.arah is Polaritas.TURUN else "tinggi",
            )
