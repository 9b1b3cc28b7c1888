"""The findings on records of spending."""

from __future__ import annotations

from sakip.temuan import JenisTemuan, Tingkat, register

SERAPAN_TANPA_SIMPUL = register(
    JenisTemuan(
        "SKP707",
        Tingkat.KESALAHAN,
        "realisasi anggaran tanpa simpul",
        'Ada realisasi anggaran {periode} untuk simpul "{simpul}" yang tidak ada di pohon; realisasi itu tidak dipakai.',
        "Periksa id simpul pada tabel realisasi anggaran.",
    )
)
SERAPAN_GANDA = register(
    JenisTemuan(
        "SKP708",
        Tingkat.KESALAHAN,
        "realisasi anggaran diisi lebih dari sekali",
        "Realisasi anggaran {periode} diisi {banyak} kali; tidak satu pun dipakai.",
        "Pilih satu realisasi anggaran untuk periode ini.",
    )
)
SERAPAN_TUMPANG_TINDIH = register(
    JenisTemuan(
        "SKP709",
        Tingkat.KESALAHAN,
        "periode realisasi anggaran tumpang tindih",
        "Realisasi anggaran {bagian} tumpang tindih, sehingga tidak dijumlahkan untuk {periode}.",
        "Catat setiap belanja dalam satu periode saja, atau catat realisasi {periode} itu sendiri.",
    )
)
SERAPAN_TAK_TERBACA = register(
    JenisTemuan(
        "SKP710",
        Tingkat.KESALAHAN,
        "realisasi anggaran tidak terbaca",
        'Realisasi anggaran {periode} tercetak "{teks}" dan tidak terbaca sebagai rupiah.',
        "Periksa dokumen sumber, lalu tuliskan jumlah yang benar.",
    )
)
SERAPAN_BAGIAN_BERBEDA = register(
    JenisTemuan(
        "SKP711",
        Tingkat.KESALAHAN,
        "realisasi anggaran tidak sama dengan jumlah bagian periodenya",
        "Realisasi anggaran {periode} {tercatat}, jumlah {bagian} {jumlah}: selisih {selisih}. "
        "Yang dipakai adalah realisasi {periode}.",
        "Cocokkan realisasi {periode} dengan bagian-bagiannya. Realisasi dicatat per periode, bukan kumulatif.",
    )
)
SERAPAN_BELUM_LENGKAP = register(
    JenisTemuan(
        "SKP712",
        Tingkat.PERINGATAN,
        "realisasi anggaran belum mencakup seluruh periode",
        "Realisasi anggaran {periode} pada {banyak} simpul belum mencakup seluruh periode itu. Belum dicatat: {kurang}.",
        "Lengkapi bagian periode yang belum dicatat; belanja yang tidak ada dicatat 0. Selama periode masih berjalan, "
        "angkanya adalah serapan sampai bagian terakhir yang dicatat.",
    )
)
SERAPAN_BAWAH_BERBEDA = register(
    JenisTemuan(
        "SKP713",
        Tingkat.KESALAHAN,
        "realisasi anggaran tidak sama dengan jumlah di bawahnya",
        "Realisasi anggaran {periode} tercatat {tercatat}, jumlah realisasi di bawahnya {jumlah}{catatan}: selisih "
        "{selisih}. Yang dipakai adalah realisasi pada simpul ini.",
        "Cocokkan realisasi ini dan realisasi di bawahnya dengan laporan realisasi anggaran.",
    )
)
SERAPAN_LEBIH = register(
    JenisTemuan(
        "SKP714",
        Tingkat.PERINGATAN,
        "realisasi anggaran melebihi pagu",
        "Realisasi anggaran {periode} {realisasi} melebihi pagu {tahun} {pagu}: lebih {lebih}.",
        "Periksa realisasi ini, dan apakah pagu yang dipakai sudah menurut perubahan terakhir.",
    )
)
