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
        "Periksa kolom lain pada baris ini, yang menjadi dasar hitungannya.",
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

SIPD_BARIS_BERBEDA = register(
    JenisTemuan(
        "SKP180",
        Tingkat.KESALAHAN,
        "baris berulang berbeda isi",
        'Kolom {kolom} di sini "{teks}", sedangkan di baris {pertama} "{lama}"; yang lebih dahulu dipakai, '
        "tidak dijumlahkan.",
        "Samakan isinya pada semua baris komponen atau indikator ini.",
    )
)
SIPD_KODE_TAK_TERBACA = register(
    JenisTemuan(
        "SKP181",
        Tingkat.KESALAHAN,
        "kode ekspor tidak terbaca",
        'Kode {level} "{teks}" tidak terbaca: {sebab}. {akibat}',
        "Ekspor ulang dengan kolom kode sebagai teks; lembar kerja membuang nol di ujung angka.",
    )
)
SIPD_KODE_TIDAK_SEJALAN = register(
    JenisTemuan(
        "SKP182",
        Tingkat.PERINGATAN,
        "kode tidak sejalan dengan barisnya",
        "Kode {level} {kode} tidak berada di bawah {induk}; letaknya menurut {dasar}.",
        "Periksa kode pada baris ini.",
    )
)
SIPD_TINGKAT_TIDAK_TERCETAK = register(
    JenisTemuan(
        "SKP183",
        Tingkat.SARAN,
        "tingkat tidak tercetak",
        "Tingkat {level} untuk {nama} tidak tercetak; {akibat}.",
    )
)
SIPD_TAHUN_TIDAK_DIKETAHUI = register(
    JenisTemuan(
        "SKP184",
        Tingkat.PERINGATAN,
        "tahun isian tidak diketahui",
        "Kolom {kolom} pada {banyak} baris tidak dipakai karena {sebab}; isinya disimpan apa adanya.",
        "{cara}",
    )
)
SIPD_RUMUS_DIARTIKAN = register(
    JenisTemuan(
        "SKP185",
        Tingkat.SARAN,
        "kode rumus diartikan",
        "id_rumus_indikator {kode} ({teks}) pada {banyak} indikator diartikan polaritas {polaritas} dan "
        "agregasi {agregasi}, seperti kebiasaan aplikasinya.",
        "Ubah polaritas atau agregasi indikator yang tidak demikian.",
    )
)
SIPD_RUMUS_TAK_DIKENAL = register(
    JenisTemuan(
        "SKP186",
        Tingkat.PERINGATAN,
        "kode rumus tidak dikenal",
        'id_rumus_indikator "{kode}" pada {banyak} indikator tidak dikenal; polaritas dan agregasinya '
        "dibiarkan kosong.",
        "Berikan arti kode itu lewat rumus=.",
    )
)
SIPD_PEMILIK_DIANGGAP = register(
    JenisTemuan(
        "SKP187",
        Tingkat.SARAN,
        "pemilik isian dianggap",
        "Isian {isian} pada {banyak} baris tidak menyebut indikatornya; dianggap milik indikator {level}.",
        "Tambahkan kolom tipe_indikator: 1 sub kegiatan, 2 kegiatan, 3 program.",
    )
)
SIPD_REALISASI_TANPA_INDIKATOR = register(
    JenisTemuan(
        "SKP188",
        Tingkat.PERINGATAN,
        "realisasi tanpa indikator",
        "Isian {isian} pada {banyak} baris tidak punya indikator, jadi tidak diketahui mengukur apa; "
        "disimpan apa adanya.",
        "Sertakan kolom indikatornya. Untuk uang pakai kolom realisasi_anggaran_bulan_1 dan seterusnya.",
    )
)
