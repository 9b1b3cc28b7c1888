"""Every form as an office prints it: its columns by the words of several offices, and rows that use them."""

from __future__ import annotations

from itertools import product

from strategies_varian import Baris, Bentukan, Kolom

_NO = Kolom("no", ("No", "NO.", "Nomor", "No Urut"), sekali=True)
_SATUAN = Kolom("satuan", ("Satuan", "SATUAN"))
_KET = Kolom("ket", ("Keterangan", "Ket.", "KET"))
_SASARAN = Kolom("sasaran", ("Sasaran", "Sasaran Strategis", "SASARAN"), sekali=True, belah=True)
_INDIKATOR = Kolom("indikator", ("Indikator Kinerja", "INDIKATOR", "Indikator"), belah=True)
_FORMULASI = Kolom("formulasi", ("Formulasi", "Cara Perhitungan", "Formulasi Perhitungan"))
_SUMBER = Kolom("sumber", ("Sumber Data", "SumberD ata", "Sumber"))
_PJ = Kolom("pj", ("Penanggung Jawab", "Unit Penanggung Jawab"))
_TRIWULAN = (
    ("I", "1", "TW I", "Trw. I", "Triwulan 1"),
    ("II", "2", "TW II", "Trw. II", "Triwulan 2"),
    ("III", "3", "TW III", "Trw. III", "Triwulan 3"),
    ("IV", "4", "TW IV", "Trw. IV", "Triwulan 4"),
)
_DINAS = "DINAS SOSIAL KABUPATEN CONTOH"

_PPKS: Baris = {"no": "1", "sasaran": "Meningkatnya penanganan PPKS di luar panti"}
_AKIP: Baris = {"no": "2", "sasaran": "Meningkatnya akuntabilitas kinerja dinas"}
_UKURAN: tuple[Baris, ...] = (
    {**_PPKS, "indikator": "Persentase PPKS yang tertangani", "satuan": "%", "target": "93,59"},
    {**_PPKS, "indikator": "Jumlah lansia yang menerima permakanan", "satuan": "Orang", "target": "1200"},
    {**_AKIP, "indikator": "Nilai AKIP dinas sosial", "satuan": "Nilai", "target": "A"},
)
_TW = tuple({f"tw{n}": str(n * k) for n in (1, 2, 3, 4)} for k in (5, 6, 7))


def _rows(*more: Baris) -> tuple[Baris, ...]:
    """The rows of indikator, each with further cells."""
    return tuple({**row, **cells} for row, cells in zip(_UKURAN, more, strict=True))


IKI = Bentukan(
    "iki",
    ("INDIKATOR KINERJA INDIVIDU TAHUN 2025", _DINAS, "Jabatan : Kepala Dinas"),
    (
        (_NO,),
        (Kolom("sasaran", ("Sasaran", "Sasaran Kinerja", "SASARAN"), sekali=True, belah=True),),
        (_INDIKATOR,),
        (_FORMULASI,),
        (_SUMBER,),
        (_KET,),
    ),
    _rows(
        {"formulasi": "(Jumlah PPKS tertangani / jumlah seluruh PPKS) x 100%", "sumber": "Laporan bidang"},
        {"formulasi": "Jumlah lansia penerima", "sumber": "Data terpadu", "ket": "Rutin"},
        {"formulasi": "Hasil evaluasi inspektorat", "sumber": "LHE"},
    ),
)
IKU = Bentukan(
    "iku",
    ("INDIKATOR KINERJA UTAMA TAHUN 2025-2026", _DINAS),
    (
        (_NO,),
        (Kolom("tujuan", ("Tujuan", "Tujuan Renstra"), sekali=True, belah=True), _SASARAN),
        (
            Kolom(
                "indikator", ("Indikator Kinerja Utama", "IKU", "Indikator Kinerja Utama (IKU)"), belah=True
            ),
        ),
        (_SATUAN,),
        (_FORMULASI,),
        (Kolom("definisi", ("Definisi Operasional", "DEFINISI")),),
        (_SUMBER,),
        (_PJ,),
        (
            Kolom("t25", ("2025", "Tahun 2025"), ("Target", "Target Kinerja", "TARGET KINERJA")),
            Kolom("t26", ("2026", "Tahun 2026"), ("Target", "Target Kinerja", "TARGET KINERJA")),
        ),
    ),
    tuple(
        {"tujuan": "Meningkatnya kesejahteraan sosial masyarakat", **row}
        for row in _rows(
            {
                "formulasi": "Jumlah tertangani / jumlah PPKS x 100%",
                "definisi": "PPKS menurut Permensos",
                "t25": "90",
                "t26": "95",
            },
            {"sumber": "Data terpadu", "pj": "Bidang Rehabilitasi", "t25": "1000", "t26": "1200"},
            {"definisi": "Nilai evaluasi", "t25": "BB", "t26": "A"},
        )
    ),
)
PENGUKURAN = Bentukan(
    "pengukuran_kinerja",
    ("PENGUKURAN KINERJA TAHUN 2025", _DINAS),
    (
        (_NO,),
        (_SASARAN,),
        (_INDIKATOR,),
        (_SATUAN,),
        (Kolom("target", ("Target", "Target Kinerja", "Target 2025")),),
        (Kolom("realisasi", ("Realisasi", "Realisasi Kinerja", "Realisasi 2025")),),
        (Kolom("capaian", ("Capaian (%)", "% Capaian", "Prosentase Capaian", "Tingkat Capaian")),),
        (Kolom("kendala", ("Kendala", "Hambatan", "Permasalahan")),),
    ),
    _rows(
        {"realisasi": "88", "capaian": "94,03", "kendala": "Data belum mutakhir"},
        {"realisasi": "1100", "capaian": "91,67"},
        {"realisasi": "n/a", "capaian": "n/a"},
    ),
)
PERJANJIAN = Bentukan(
    "perjanjian_kinerja",
    ("PERJANJIAN KINERJA TAHUN 2025", _DINAS),
    (
        (_NO,),
        (_SASARAN,),
        (_INDIKATOR,),
        (_SATUAN,),
        (Kolom("target", ("Target", "Target Kinerja", "Target 2025", "Target Tahunan")),),
        tuple(
            Kolom(f"tw{n}", kata, ("Target Triwulan", "Prediksi Triwulan", "Target Trw"))
            for n, kata in enumerate(_TRIWULAN, start=1)
        ),
    ),
    _rows(*_TW),
)
JABATAN = Bentukan(
    "daftar_jabatan",
    ("DAFTAR JABATAN TAHUN 2025", _DINAS),
    (
        (Kolom("no", ("No", "NO.", "Nomor")),),
        (Kolom("nama", ("Nama Jabatan", "Nomenklatur Jabatan", "Uraian Jabatan"), belah=True),),
        (Kolom("jenjang", ("Level Jabatan", "Jenjang Jabatan", "Jenjang")),),
        (Kolom("unit", ("Unit Kerja", "Unit Organisasi", "Unit")),),
        (Kolom("atasan", ("Atasan Langsung", "Jabatan Atasan", "Atasan")),),
    ),
    (
        {"no": "1", "nama": "Kepala Dinas", "jenjang": "JPT Pratama", "unit": "Dinas", "atasan": "-"},
        {
            "no": "2",
            "nama": "Sekretaris pada dinas sosial",
            "jenjang": "Administrator",
            "unit": "Sekretariat",
            "atasan": "Kepala Dinas",
        },
        {
            "no": "3",
            "nama": "Analis perencanaan",
            "jenjang": "Fungsional",
            "unit": "Sekretariat",
            "atasan": "Sekretaris pada dinas sosial",
        },
    ),
)
_INDEKS: Baris = {"kpi": "Indeks layanan sosial", "target_kpi": "80"}
_OLEH = ("Sub Kegiatan", "SUB KEGIATAN")
RENCANA_AKSI = Bentukan(
    "rencana_aksi",
    ("RENCANA AKSI TAHUN 2025", _DINAS),
    (
        (
            _NO,
            Kolom("sasaran", ("Uraian", "URAIAN SASARAN"), ("Sasaran", "Sasaran Strategis"), sekali=True, belah=True),
            Kolom("kpi", ("Indikator Kinerja", "Indikator"), ("Sasaran", "Sasaran Strategis"), sekali=True, belah=True),
            Kolom("target_kpi", ("Target", "Target Kinerja"), sekali=True),
        ),
        (Kolom("program", ("Program", "Nama Program"), sekali=True),),
        (Kolom("kegiatan", ("Kegiatan", "Nama Kegiatan"), sekali=True),),
        (
            Kolom("sub", ("Uraian", "Nama"), _OLEH, belah=True),
            Kolom("indikator", ("Indikator Kinerja", "Indikator Output", "Tolok Ukur"), _OLEH, belah=True),
            Kolom("satuan", ("Satuan",), _OLEH),
            Kolom("target", ("Target", "Target Kinerja")),
        ),
        (_KET,),
    ),
    tuple(
        {**row, **kpi, "program": program, "kegiatan": kegiatan, **cells}
        for row, kpi, program, kegiatan, cells in (
            (_PPKS, _INDEKS, "Program Rehabilitasi Sosial", "Rehabilitasi Sosial Dasar", {
                "sub": "Penyediaan permakanan bagi lansia", "indikator": "Jumlah orang yang dilayani",
                "satuan": "Orang", "target": "TW 1 : 20% TW 2 : 30% TW 3 : 30% TW 4 : 20%",
            }),
            (_PPKS, _INDEKS, "Program Rehabilitasi Sosial", "Rehabilitasi Sosial Dasar", {
                "sub": "Penyediaan sandang", "indikator": "Jumlah paket sandang", "satuan": "Paket",
                "target": "TW 1 : 25% TW 2 : 25% TW 3 : 25% TW 4 : 25%", "ket": "Rutin",
            }),
            (_AKIP, {"kpi": "Nilai AKIP dinas sosial", "target_kpi": "A"}, "Program Penunjang Urusan", "Perencanaan dan Evaluasi", {
                "sub": "Penyusunan dokumen perencanaan", "indikator": "Jumlah dokumen", "satuan": "Dokumen",
                "target": "TW 1 : 1 TW 2 : - TW 3 : 1 TW 4 : 1",
            }),
        )
    ),
)  # fmt: skip
RENCANA_AKSI_INDIVIDU = Bentukan(
    "rencana_aksi_individu",
    ("RENCANA AKSI INDIVIDU TAHUN 2025", "KANTOR CONTOH"),
    (
        (
            Kolom("rhk", ("RHK Kepala Kantor", "Rencana Hasil Kerja Pimpinan", "RHK Atasan"), sekali=True, belah=True),
            Kolom("iki", ("IKI Kepala Kantor", "Indikator Kinerja Individu Pimpinan"), sekali=True, belah=True),
        ),
        (
            Kolom("bawahan", ("RHK Kasi", "Rencana Hasil Kerja Pegawai", "RHK Individu"), sekali=True, belah=True),
            Kolom("indikator", ("Indikator Individu", "Indikator Kasi"), sekali=True, belah=True),
        ),
        (Kolom("aksi", ("Rencana Aksi", "Langkah Kegiatan", "Uraian Kegiatan"), belah=True),),
        (
            Kolom("target", ("1 Tahun", "Satu Tahun", "Setahun"), ("Target", "Target Kinerja")),
            *(Kolom(f"tw{n}", kata[2:], ("Target", "Target Kinerja")) for n, kata in enumerate(_TRIWULAN, start=1)),
        ),
    ),
    (
        {
            "rhk": "Meningkatnya kualitas layanan penyuluh", "iki": "Indeks layanan keagamaan",
            "bawahan": "Terlaksananya penilaian kinerja", "indikator": "Jumlah penyuluh yang dinilai",
            "aksi": "Melaksanakan penilaian kinerja penyuluh", "target": "60 Orang", "tw1": "15 Orang",
            "tw2": "15 Orang", "tw3": "15 Orang", "tw4": "15 Orang",
        },
        {
            "rhk": "Meningkatnya kualitas layanan penyuluh", "iki": "Indeks layanan keagamaan",
            "bawahan": "Terlaksananya penilaian kinerja", "indikator": "Jumlah penyuluh yang dinilai",
            "aksi": "Menyusun laporan penilaian", "target": "2 lap", "tw2": "1 lap", "tw4": "1 lap",
        },
        {
            "rhk": "Meningkatnya tertib arsip kantor", "iki": "Nilai pengawasan arsip",
            "bawahan": "Tertatanya arsip aktif", "indikator": "Jumlah berkas yang ditata",
            "aksi": "Menata arsip setiap bulan", "target": "12 kali", "tw1": "3 kali", "tw2": "3 kali",
            "tw3": "3 kali", "tw4": "3 kali",
        },
    ),
    tetap=2,
)  # fmt: skip

_E81 = (
    ("target_renstra", ("Target Renstra", "Target Akhir Renstra")),
    ("realisasi_lalu", ("Realisasi s.d. Tahun Lalu", "Realisasi Renstra s/d n-1")),
    ("target_tahun", ("Target Renja Tahun Berjalan", "Target Renja")),
    *(
        (f"tw{n}", (f"Realisasi Triwulan {word[0]}", f"Realisasi TW {n}"))
        for n, word in enumerate(_TRIWULAN, 1)
    ),
    ("realisasi_tahun", ("Realisasi Renja yang Dievaluasi", "Realisasi Capaian Renja")),
    ("realisasi_total", ("Realisasi Renstra s.d. Periode Ini", "Realisasi Kinerja dan Anggaran Renstra")),
    ("tingkat", ("Tingkat Capaian (%)", "Tingkat Realisasi Renstra")),
)
EVALUASI_RENJA = Bentukan(
    "evaluasi_renja",
    ("EVALUASI TERHADAP HASIL RENJA TAHUN 2025", _DINAS),
    (
        (_NO,),
        (_SASARAN,),
        (Kolom("nama", ("Program/Kegiatan", "Urusan/Program/Kegiatan/Sub Kegiatan"), belah=True),),
        (_INDIKATOR,),
        (_SATUAN,),
        *(
            (Kolom(f"{key}_k", ("K", "Kinerja"), words), Kolom(f"{key}_rp", ("Rp", "Anggaran"), words))
            for key, words in _E81
        ),
        (_PJ,),
    ),
    tuple(
        {
            **row,
            "nama": nama,
            **{
                f"{key}_{unit}": str(base + place) if unit == "k" else f"{base + place}.000.000"
                for (place, (key, _)), unit in product(enumerate(_E81), ("k", "rp"))
            },
        }
        for row, nama, base in zip(
            _UKURAN,
            ("Program Rehabilitasi Sosial", "Penyediaan permakanan bagi lansia", "Program Penunjang Urusan"),
            (20, 40, 60),
            strict=True,
        )
    ),
)
REKAPITULASI = Bentukan(
    "rekapitulasi_renja",
    ("REKAPITULASI EVALUASI HASIL PELAKSANAAN RENJA TAHUN 2025", _DINAS),
    (
        (Kolom("kode", ("Kode", "Kode Rekening")),),
        (Kolom("nama", ("Urusan/Bidang Urusan/Program/Kegiatan", "Program/Kegiatan"), belah=True),),
        (_INDIKATOR,),
        (_SATUAN,),
        (Kolom("target_renstra", ("Target Renstra", "Target Akhir Renstra")),),
        (Kolom("realisasi_lalu", ("Realisasi s.d. Tahun n-3", "Realisasi sampai dengan Tahun 2022 (n-3)")),),
        (
            Kolom("target_n2", ("Target Renja n-2", "Target Tahun 2023 (n-2)"), ("Renja Tahun Lalu (n-2)",)),
            Kolom("realisasi_n2", ("Realisasi Renja n-2", "Realisasi Tahun 2023 (n-2)"), ("Renja Tahun Lalu (n-2)",)),
            Kolom("tingkat_n2", ("Tingkat Realisasi (%)",), ("Renja Tahun Lalu (n-2)",)),
        ),
        (Kolom("target_n1", ("Target Renja n-1", "Target Program dan Kegiatan Renja n-1")),),
        (
            Kolom("perkiraan", ("Realisasi Capaian", "Realisasi"), ("Perkiraan Realisasi s.d. n-1", "Perkiraan n-1")),
            Kolom("tingkat", ("Tingkat Capaian (%)",), ("Perkiraan Realisasi s.d. n-1", "Perkiraan n-1")),
        ),
        (_KET,),
    ),
    tuple(
        {
            "kode": kode, "nama": nama, **row, "target_renstra": "500", "realisasi_lalu": "180", "target_n2": "100",
            "realisasi_n2": "97", "tingkat_n2": "97", "target_n1": "110", "perkiraan": "387", "tingkat": "77,4",
        }
        for row, kode, nama in zip(
            _UKURAN,
            ("1.06.04", "1.06.04.2.01", "1.06.01"),
            ("Program Rehabilitasi Sosial", "Rehabilitasi sosial dasar bagi lansia", "Program Penunjang Urusan"),
            strict=True,
        )
    ),
)  # fmt: skip
PENJENJANGAN = Bentukan(
    "penjenjangan",
    ("POHON KINERJA TAHUN 2025", _DINAS),
    (
        (Kolom("jenis", ("Jenis",)),),
        (Kolom("kinerja", ("Strategi/Kondisi", "Kondisi", "Kinerja", "Strategi"), belah=True),),
        (_INDIKATOR,),
        (Kolom("target", ("Target", "Target Kinerja", "Target 2025")),),
        (_SATUAN,),
        (_SUMBER,),
    ),
    tuple(
        {"jenis": jenis, "kinerja": kinerja, "sumber": "Survei", **row}
        for row, jenis, kinerja in zip(
            _UKURAN,
            ("Outcome", "CSF", "Kondisi Antara"),
            (
                "Meningkatnya kesejahteraan sosial masyarakat",
                "Meningkatnya layanan bagi lansia",
                "Tersedianya permakanan setiap hari",
            ),
            strict=True,
        )
    ),
)
PENJENJANGAN_MATRIKS = Bentukan(
    "penjenjangan",
    ("MATRIKS CASCADING KINERJA TAHUN 2025", _DINAS),
    tuple(
        (
            Kolom(f"{key}_nama", ("Nama", "Uraian"), (words,), sekali=True),
            Kolom(f"{key}_sasaran", ("Sasaran", "Kinerja"), (words,), sekali=True, belah=True),
            Kolom(f"{key}_indikator", ("Indikator", "Indikator Kinerja"), (words,), sekali=key != "sub", belah=True),
            Kolom(f"{key}_target", ("Target", "Target Kinerja"), (words,), sekali=key != "sub"),
        )
        for key, words in (("program", "Program"), ("giat", "Kegiatan"), ("sub", "Sub Kegiatan"))
    ),
    tuple(
        {
            "program_nama": "Rehabilitasi Sosial", "program_sasaran": "Terwujudnya rehabilitasi bagi PPKS",
            "program_indikator": "Persentase PPKS yang pulih", "program_target": "80 %",
            "giat_nama": "Rehabilitasi Dasar", "giat_sasaran": "Terlayaninya PPKS di luar panti",
            "giat_indikator": "Cakupan layanan dasar", "giat_target": "75 %",
            "sub_nama": nama, "sub_sasaran": sasaran, "sub_indikator": indikator, "sub_target": target,
        }
        for nama, sasaran, indikator, target in (
            ("Permakanan", "Terpenuhinya kebutuhan permakanan", "Jumlah orang yang menerima", "50 Orang"),
            ("Sandang", "Tersedianya pakaian layak", "Jumlah paket sandang", "12 Paket"),
        )
    ),
    tetap=-1,
)  # fmt: skip

BENTUKAN = {
    "iki": IKI,
    "iku": IKU,
    "pengukuran_kinerja": PENGUKURAN,
    "perjanjian_kinerja": PERJANJIAN,
    "daftar_jabatan": JABATAN,
    "rencana_aksi": RENCANA_AKSI,
    "rencana_aksi_individu": RENCANA_AKSI_INDIVIDU,
    "evaluasi_renja": EVALUASI_RENJA,
    "rekapitulasi_renja": REKAPITULASI,
    "penjenjangan daftar": PENJENJANGAN,
    "penjenjangan matriks": PENJENJANGAN_MATRIKS,
}
"""The layouts, each of a form."""
