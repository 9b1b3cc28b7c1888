"""The findings that readers of tables make; a code never changes its meaning."""

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
SEL_TANPA_TEMPAT = register(
    JenisTemuan(
        "SKP109",
        Tingkat.PERINGATAN,
        "sel tidak mendapat tempat",
        'Isi "{teks}" tidak termasuk kolom atau bagian yang dikenal, jadi tidak masuk hasil bacaan.',
        "Periksa apakah isi ini milik tabel; pindahkan ke kolom yang tepat bila ya.",
    )
)
GALAT_LEMBAR_KERJA = register(
    JenisTemuan(
        "SKP110",
        Tingkat.KESALAHAN,
        "rumus lembar kerja galat",
        'Sel ini berisi galat lembar kerja "{teks}"; nilainya tidak diketahui.',
        "Perbaiki rumusnya di lembar kerja, lalu baca ulang.",
    )
)
NAMA_TIDAK_DISIMPAN = register(
    JenisTemuan(
        "SKP111",
        Tingkat.SARAN,
        "nama penanda tangan tidak disimpan",
        "Baris ini berada di blok tanda tangan; nama, NIP, dan pangkat tidak disimpan.",
        "Berikan data pejabat saat menulis dokumen.",
    )
)
BARIS_TERBELAH = register(
    JenisTemuan(
        "SKP112",
        Tingkat.SARAN,
        "baris terbelah disambung",
        'Isi "{teks}" disambungkan ke baris di atasnya: {sebab}.',
        "Periksa sambungannya pada dokumen sumber.",
    )
)
SEL_TERGESER = register(
    JenisTemuan(
        "SKP113",
        Tingkat.PERINGATAN,
        "sel tergeser dari kolomnya",
        'Isi "{teks}" berada di kolom {ada}, tetapi dibaca sebagai {dibaca}.',
        "Periksa baris ini pada dokumen sumber.",
    )
)
NOMOR_TIDAK_URUT = register(
    JenisTemuan(
        "SKP114",
        Tingkat.SARAN,
        "nomor baris tidak urut",
        'Nomor "{teks}" tidak urut; yang diharapkan {harapan}.',
    )
)
JUMLAH_BERBEDA = register(
    JenisTemuan(
        "SKP115",
        Tingkat.PERINGATAN,
        "jumlah tercetak berbeda",
        "Jumlah yang tercetak Rp{tercetak}, sedangkan penjumlahan barisnya Rp{terhitung}.",
        "Periksa baris anggaran dan jumlahnya pada dokumen sumber.",
    )
)
