"""What is found when the figures that a form prints are computed again."""

from __future__ import annotations

from sakip.temuan import JenisTemuan, Tingkat, register

CAPAIAN_TERCETAK_BERBEDA = register(
    JenisTemuan(
        "SKP161",
        Tingkat.KESALAHAN,
        "angka tercetak berbeda dari hitungan",
        "{kolom} tercetak {tercetak}, sedangkan menurut hitungan {terhitung}: {penjelasan}.",
        "Periksa target, realisasi, dan rumus yang dipakai dokumen.",
    )
)
CAPAIAN_TANPA_DASAR = register(
    JenisTemuan(
        "SKP162",
        Tingkat.PERINGATAN,
        "angka tercetak tidak dapat dihitung ulang",
        "{kolom} tercetak {tercetak}, tetapi tidak dapat dihitung dari isi formulir: {sebab}.",
        "Lengkapi target dan realisasinya, atau nyatakan cara menghitungnya.",
    )
)
CAPAIAN_TAK_TERCETAK = register(
    JenisTemuan(
        "SKP163",
        Tingkat.SARAN,
        "angka yang dapat dihitung tidak tercetak",
        "{kolom} tidak berisi angka, padahal dapat dihitung: {terhitung}.",
    )
)
PREDIKAT_TERCETAK_BERBEDA = register(
    JenisTemuan(
        "SKP164",
        Tingkat.PERINGATAN,
        "predikat tercetak berbeda dari skala",
        'Predikat tercetak "{tercetak}", sedangkan menurut skala {skala} "{terhitung}".',
        "Samakan predikat dengan skala yang dipakai, atau sebutkan skala lain.",
    )
)
SERAPAN_TERCETAK_BERBEDA = register(
    JenisTemuan(
        "SKP165",
        Tingkat.KESALAHAN,
        "serapan tercetak berbeda dari hitungan",
        "Serapan tercetak {tercetak}, sedangkan realisasi {realisasi} ÷ pagu {pagu} × 100 = {terhitung}.",
        "Periksa pagu dan realisasi anggarannya.",
    )
)
PERTUMBUHAN_TERCETAK_BERBEDA = register(
    JenisTemuan(
        "SKP166",
        Tingkat.PERINGATAN,
        "pertumbuhan tercetak berbeda dari hitungan",
        "Pertumbuhan tercetak {tercetak}, sedangkan dari tahun lalu berubah {terhitung}.",
    )
)
EVALUASI_TERCETAK_BERBEDA = register(
    JenisTemuan(
        "SKP167",
        Tingkat.KESALAHAN,
        "kolom evaluasi tercetak berbeda dari hitungan",
        "Kolom {kolom} tercetak {tercetak}, sedangkan menurut hitungan {terhitung}: {penjelasan}.",
        "Periksa kolom 6 sampai 12 pada baris ini.",
    )
)
EVALUASI_SALAH_JUMLAH = register(
    JenisTemuan(
        "SKP168",
        Tingkat.KESALAHAN,
        "indikator yang tidak berjumlah dijumlahkan",
        "Kolom {kolom} tercetak {tercetak}, yaitu jumlah kolom {dari}, padahal indikator ini "
        "tidak dijumlahkan: {cara}.",
        "Isi menurut cara menghimpun periodenya; hanya indikator beragregasi jumlah yang dijumlahkan.",
    )
)
EVALUASI_TANPA_AGREGASI = register(
    JenisTemuan(
        "SKP169",
        Tingkat.SARAN,
        "cara menghimpun periode tidak diketahui",
        "Kolom {kolom} tidak diperiksa: cara menghimpun triwulan indikator ini tidak dinyatakan.",
        "Nyatakan agregasinya: jumlah, nilai akhir, rata-rata, maksimum, atau minimum.",
    )
)
