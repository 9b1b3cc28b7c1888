"""How strict the rules are."""

from __future__ import annotations

import attrs

from sakip.penjenjangan import JENJANG_PEMDA, PetaJenjang


@attrs.frozen(kw_only=True)
class Setelan:
    """How strict the rules are.

    Attributes:
        indikator_terbanyak: How many indikator a sasaran may have.
        kemiripan: From which likeness on, of at most 1, two wordings are almost the same.
        wewenang: The digit of authority that kegiatan codes must have, 1 for a provinsi and
            2 for a kabupaten or kota; None asks nothing.
        sementara_terlama: For how many months a Plt, Plh or Pj may hold a post; None asks nothing.
        jenjang: Which rank owns which level.
        kata_proses: How wordings begin that speak of doing and not of a result.
        kata_keluaran: How wordings begin that speak of an output: in order below, not of an outcome.
        kata_ukur: How the names of indikator begin that say what is measured.
        kata_turun: Words of things of which less is better.
        kata_bidang: Words of the field of the institution, which say nothing of what is measured.
        subjek: What may be counted, kind by kind; an indikator of one kind does not measure a
            sasaran of another.

    >>> Setelan(indikator_terbanyak=3).wewenang is None
    True
    """

    indikator_terbanyak: int = 5
    kemiripan: float = 0.92
    wewenang: int | None = None
    sementara_terlama: int | None = 6
    jenjang: PetaJenjang = JENJANG_PEMDA
    kata_proses: tuple[str, ...] = (
        "melaksanakan",
        "melakukan",
        "menyusun",
        "menyelenggarakan",
        "mengkoordinasikan",
        "mengoordinasikan",
        "menyiapkan",
        "memfasilitasi",
        "membuat",
        "membina",
        "memeriksa",
        "menerima",
        "mengelola",
        "mengikuti",
        "mengumpulkan",
        "mengelompokkan",
        "mengelompokan",
        "mendokumentasikan",
        "melaporkan",
        "pelaksanaan",
        "penyusunan",
        "penyelenggaraan",
        "penyediaan",
        "pembinaan",
        "pemberdayaan",
        "pengelolaan",
        "pemberian",
        "penatausahaan",
        "koordinasi",
        "fasilitasi",
    )
    kata_keluaran: tuple[str, ...] = ("terlaksananya", "tersusunnya", "terselenggaranya", "tersedianya")
    kata_ukur: tuple[str, ...] = (
        "persentase",
        "presentase",
        "prosentase",
        "jumlah",
        "indeks",
        "nilai",
        "rasio",
        "rata-rata",
        "rerata",
        "tingkat",
        "kategori",
        "predikat",
        "opini",
        "angka",
        "laju",
        "cakupan",
        "proporsi",
        "skor",
        "lama",
        "waktu",
        "luas",
        "panjang",
        "volume",
        "frekuensi",
        "kecepatan",
        "hasil survei",
        "produktivitas",
        "pertumbuhan",
        "kontribusi",
        "level",
        "usia",
        "umur",
        "harapan",
        "pengeluaran",
        "pendapatan",
    )
    kata_turun: tuple[str, ...] = (
        "kemiskinan",
        "pengangguran",
        "stunting",
        "kematian",
        "kriminalitas",
        "pengaduan",
        "kesalahan",
        "temuan",
        "gangguan",
        "pelanggaran",
        "keterlambatan",
    )
    kata_bidang: tuple[str, ...] = (
        "sosial",
        "kesejahteraan",
        "masyarakat",
        "pemerintahan",
        "urusan",
        "bantuan",
    )
    subjek: tuple[tuple[str, ...], ...] = (
        (
            "orang",
            "keluarga",
            "penduduk",
            "warga",
            "anak",
            "penyandang",
            "korban",
            "siswa",
            "pasien",
            "lansia",
            "ppks",
            "pmks",
            "penerima",
        ),
        ("panti", "lembaga", "yayasan", "sekolah", "puskesmas", "koperasi", "perusahaan"),
        ("jalan", "jembatan", "irigasi", "gedung", "kendaraan"),
    )
