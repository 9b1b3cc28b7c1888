"""The findings that readers of tables make."""

from __future__ import annotations

from sakip.temuan import JenisTemuan, Tingkat, register

LEVEL_TAK_DIKENAL = register(
    JenisTemuan(
        "SKP101",
        Tingkat.KESALAHAN,
        "level tidak dikenal",
        'Level "{teks}" tidak dikenal; baris ini disimpan apa adanya dan tidak dipakai.',
        "Pakai salah satu: {pilihan}.",
    )
)
BARIS_TANPA_TEMPAT = register(
    JenisTemuan(
        "SKP102",
        Tingkat.KESALAHAN,
        "baris tidak dapat ditempatkan",
        "Baris ini disimpan apa adanya dan tidak dipakai: {sebab}.",
        "Perbaiki kolom level, id, atau induk.",
    )
)
PAGU_TAK_TERBACA = register(
    JenisTemuan(
        "SKP103",
        Tingkat.KESALAHAN,
        "pagu tidak terbaca",
        'Pagu "{teks}" tidak terbaca: {sebab}. Teksnya disimpan apa adanya.',
        "Periksa dokumen sumber, lalu tuliskan rupiah utuh dengan titik ribuan.",
    )
)
NILAI_TAK_TERBACA = register(
    JenisTemuan(
        "SKP104",
        Tingkat.KESALAHAN,
        "nilai tidak terbaca",
        'Isian "{teks}" tidak terbaca: {sebab}. Teksnya disimpan apa adanya.',
        "Tuliskan satu nilai dengan satuannya dalam satu sel.",
    )
)
ISIAN_TAK_DIKENAL = register(
    JenisTemuan(
        "SKP105",
        Tingkat.KESALAHAN,
        "isian tidak dikenal",
        'Isian "{teks}" tidak dikenal: {sebab}. Teksnya disimpan apa adanya.',
    )
)
NILAI_DIBACA_DENGAN_CATATAN = register(
    JenisTemuan(
        "SKP106",
        Tingkat.SARAN,
        "nilai dibaca dengan catatan",
        'Isian "{teks}" dibaca sebagai {nilai}: {sebab}.',
        "Tuliskan angka tanpa spasi, titik untuk ribuan dan koma untuk desimal.",
    )
)
KOLOM_TAK_DIKENAL = register(
    JenisTemuan(
        "SKP107",
        Tingkat.SARAN,
        "kolom tidak dikenal",
        'Kolom "{judul}" tidak dikenal; isinya disimpan apa adanya.',
    )
)
SEL_BERLEBIH = register(
    JenisTemuan(
        "SKP108",
        Tingkat.PERINGATAN,
        "sel melebihi judul kolom",
        "Baris ini punya {banyak} sel di luar kolom berjudul: {teks}.",
        "Beri judul pada kolom itu, atau hapus isinya.",
    )
)
"""Each kind is registered with its code; the codes never change their meaning."""
