"""The conventions in use, each named and sourced. A released one never changes."""

from __future__ import annotations

from sakip.kebijakan._kebijakan import PRESET, Kebijakan
from sakip.kebijakan._pilihan import MetodeStabil, MetodeTurun, TargetNegatif, TargetNol
from sakip.skala import Konversi

LKJIP = Kebijakan(
    nama="LKJIP",
    acuan="praktik LKjIP pemerintah daerah; PermenPANRB 53/2014 mewajibkan perbandingan tetapi tidak mencetak rumus",
)
"""LKjIP practice of the regional governments. R ÷ T, (2T − R) ÷ T, no cap, no floor.

Acuan: LKJIP Kab. Maluku Tengah 2021, p. 94. PermenPANRB 53/2014 asks for the
comparison and prints no formula for "lower is better".

>>> print(LKJIP.capaian(10, 8, "turun"), LKJIP.capaian(10, 21, "turun"))
120,00 % -10,00 %
"""

KEMENKEU = Kebijakan(
    nama="KEMENKEU",
    acuan="KMK 127/2026 hlm. 67-70 sebagaimana diterapkan (naskah aslinya tidak dibaca)",
    batas_atas=120,
    batas_bawah=0,
    target_negatif=TargetNegatif.SELISIH,
    stabil=MetodeStabil.SIMPANGAN,
    target_nol=TargetNol.TERBURUK,
    terbaik_tercapai=120,
    konversi=Konversi({0: 0, 90: 100, 100: 120}),
)
"""Ministry of Finance. The formulas of LKJIP, from 0 to 120; for a target below zero
also where higher is better; a stable target read off the line 0 → 0, 90 → 100, 100 → 120;
a target of zero against the worst realisasi; 120 for the best value there can be.

Acuan: KMK 127/2026, p. 67-70, as applied; the original was not read.

>>> print(KEMENKEU.capaian(10, 21, "turun"), KEMENKEU.capaian("0,1", "0,0101", "turun"))
0,00 % 120,00 %
>>> print(KEMENKEU.capaian(100, 96, "stabil"), KEMENKEU.capaian(100, 102, "stabil"))
112,00 % 116,00 %
"""

PANRB_8_2021 = Kebijakan(
    nama="PANRB_8_2021",
    acuan="PermenPANRB 8/2021 hlm. 110 (dicabut PermenPANRB 6/2022; untuk data lama)",
    stabil=MetodeStabil.BATAS,
)
"""SKP of PermenPANRB 8/2021. R ÷ T and 1 + (1 − R ÷ T); outside a range, R by its
nearest bound. Superseded by 6/2022.

Acuan: PermenPANRB 8/2021, p. 110. Its printed 92 of 80–90 = 113 % is not what its
rule gives (102,22 %).

>>> print(PANRB_8_2021.capaian(7, "6,5", "turun"), PANRB_8_2021.capaian("80-90", 70))
107,14 % 87,50 %
"""

SIPD = Kebijakan(
    nama="SIPD",
    acuan="perilaku aplikasi sejenis SIPD (T ÷ R); bukan peraturan",
    turun=MetodeTurun.RASIO,
)
"""SIPD-like applications. R ÷ T, and T ÷ R where lower is better.

Acuan: behaviour of such applications, not a regulation.

>>> SIPD.capaian(100, 0, "turun").alasan
<Alasan.REALISASI_NOL: 'realisasi_nol'>
"""

KEBIJAKAN = {preset.nama: preset for preset in (LKJIP, KEMENKEU, PANRB_8_2021, SIPD)}
"""The presets by name."""

PRESET.update(KEBIJAKAN)
