"""What can be wrong with measurements, as findings."""

from __future__ import annotations

from sakip.temuan import JenisTemuan, Tingkat, register

REALISASI_TANPA_INDIKATOR = register(
    JenisTemuan(
        "SKP301",
        Tingkat.KESALAHAN,
        "realisasi tanpa indikator",
        'Ada realisasi {periode} untuk indikator "{indikator}" yang tidak ada di pohon; realisasi itu tidak dipakai.',
        "Periksa id indikator pada tabel realisasi.",
    )
)
REALISASI_GANDA = register(
    JenisTemuan(
        "SKP302",
        Tingkat.KESALAHAN,
        "realisasi diisi lebih dari sekali",
        "Realisasi {periode} diisi {banyak} kali; tidak satu pun dipakai.",
        "Pilih satu realisasi untuk periode ini.",
    )
)
TARGET_PERIODE_BERBEDA = register(
    JenisTemuan(
        "SKP304",
        Tingkat.PERINGATAN,
        "target periode tidak menjadi target tahun",
        "Target {tahun} tercetak {tercetak}, sedangkan target periodenya ({bagian}) {cara} {himpunan}.",
        "Cocokkan target tahun dengan target tiap periode, atau nyatakan agregasi indikatornya.",
        "hitungan: target periode menjadi target tahun menurut agregasinya",
    )
)
REALISASI_TAHUN_BERBEDA = register(
    JenisTemuan(
        "SKP303",
        Tingkat.PERINGATAN,
        "realisasi periode berbeda dari himpunan bagiannya",
        "Realisasi {periode} diisi {tercatat}, sedangkan himpunan bagiannya ({cara}) {himpunan}; yang diisi dipakai.",
        "Cocokkan realisasi periode itu dengan realisasi bagian-bagiannya.",
    )
)
