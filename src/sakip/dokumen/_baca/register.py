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
        "Jumlah yang tercetak {tercetak}, sedangkan penjumlahan barisnya {terhitung}.",
        "Periksa baris anggaran dan jumlahnya pada dokumen sumber.",
    )
)
LEMBAR_TIDAK_DIBACA = register(
    JenisTemuan(
        "SKP116",
        Tingkat.SARAN,
        "lembar lain tidak dibaca",
        'Lembar "{nama}" tidak dibaca; yang dibaca hanya lembar "{dibaca}".',
        "Pindahkan tabelnya ke lembar itu, atau simpan sebagai berkas tersendiri.",
    )
)
HURUF_ASING = register(
    JenisTemuan(
        "SKP120",
        Tingkat.PERINGATAN,
        "huruf asing dalam kata",
        'Kata "{kata}" bercampur huruf bukan Latin; disimpan seperti tercetak.',
        "Periksa ejaannya pada dokumen sumber, lalu tulis ulang kata ini.",
    )
)
TARGET_MENDAHULUI = register(
    JenisTemuan(
        "SKP121",
        Tingkat.PERINGATAN,
        "target di atas barisnya",
        'Target "{teks}" tercetak di atas barisnya; dibaca sebagai target "{nama}" di bawahnya.',
        "Periksa target ini pada dokumen sumber.",
    )
)
TARGET_BERBEDA = register(
    JenisTemuan(
        "SKP122",
        Tingkat.PERINGATAN,
        "target indikator yang sama berbeda",
        'Target {periode} untuk "{nama}" di sini {teks}, sedangkan di sel {sel} {lain}.',
        "Samakan target indikator ini di semua baris.",
    )
)
NOMOR_MULAI_ULANG = register(
    JenisTemuan(
        "SKP125",
        Tingkat.PERINGATAN,
        "nomor langkah mulai ulang",
        'Langkah "{teks}" kembali bernomor {nomor} tanpa indikator baru; langkah ini tetap di bawah "{daftar}".',
        "Periksa apakah indikator untuk langkah ini hilang, lalu tuliskan indikatornya.",
    )
)
LANGKAH_GANDA = register(
    JenisTemuan(
        "SKP126",
        Tingkat.PERINGATAN,
        "langkah tercetak dua kali",
        'Langkah "{teks}" tercetak dua kali: di sini dan di sel {kembar}; keduanya disimpan.',
        "Hapus salah satunya bila memang langkah yang sama.",
    )
)
LANGKAH_SALAH_INDIKATOR = register(
    JenisTemuan(
        "SKP127",
        Tingkat.PERINGATAN,
        "langkah di bawah indikator lain",
        'Langkah "{teks}" tercetak di bawah "{daftar}", tetapi nomornya melanjutkan langkah "{asal}".',
        "Pindahkan baris ini bila memang milik indikator itu.",
    )
)
SATUAN_BERBEDA = register(
    JenisTemuan(
        "SKP128",
        Tingkat.PERINGATAN,
        "satuan target berbeda",
        "Satuan target berbeda dalam satu baris: {daftar}. Setiap target disimpan dengan satuannya sendiri.",
        "Pakai satu satuan untuk target setahun dan target tiap bagiannya.",
    )
)
SATUAN_TIDAK_TERTULIS = register(
    JenisTemuan(
        "SKP129",
        Tingkat.SARAN,
        "satuan target tidak tertulis",
        'Target "{teks}" tidak menyebut satuannya.',
        "Tuliskan satuan di belakang angkanya.",
    )
)
DATA_ORANG_TIDAK_DISIMPAN = register(
    JenisTemuan(
        "SKP140",
        Tingkat.SARAN,
        "data orang tidak disimpan",
        'Kolom "{judul}" memuat data orang di {letak}; isinya tidak disimpan.',
        "Berikan data pejabat saat menulis dokumen.",
    )
)
ATASAN_TIDAK_TERDAFTAR = register(
    JenisTemuan(
        "SKP141",
        Tingkat.PERINGATAN,
        "atasan tidak ada dalam daftar",
        'Atasan "{teks}" tidak ada dalam daftar jabatan ini; disimpan apa adanya.',
        "Tambahkan jabatan itu ke daftar, atau samakan penulisan namanya.",
    )
)
ATASAN_MENDUA = register(
    JenisTemuan(
        "SKP142",
        Tingkat.PERINGATAN,
        "atasan bernama sama",
        'Atasan "{teks}" adalah nama {banyak} jabatan dalam daftar ini; disimpan apa adanya.',
        "Tuliskan id jabatan yang dimaksud: {pilihan}.",
    )
)
ID_JABATAN_GANDA = register(
    JenisTemuan(
        "SKP143",
        Tingkat.PERINGATAN,
        "id jabatan ganda",
        'Id "{teks}" sudah dipakai jabatan lain; jabatan ini diberi id "{baru}".',
        "Beri setiap jabatan satu id yang berbeda.",
    )
)
ATASAN_MELINGKAR = register(
    JenisTemuan(
        "SKP144",
        Tingkat.KESALAHAN,
        "atasan melingkar",
        'Jabatan "{nama}" menjadi atasan bagi dirinya sendiri, langsung atau lewat jabatan lain.',
        "Perbaiki kolom atasan; jabatan tertinggi diisi tanda hubung (-).",
    )
)
BUNYI_DIPADANKAN = register(
    JenisTemuan(
        "SKP150",
        Tingkat.SARAN,
        "bunyi dianggap sama",
        'Bunyi "{teks}" dianggap sama dengan "{acuan}" ({sebab}); disimpan sebagai sebutan.',
        "Samakan bunyinya bila memang sama; pisahkan bila bukan.",
    )
)
KARTU_TANPA_KONDISI = register(
    JenisTemuan(
        "SKP151",
        Tingkat.PERINGATAN,
        "komponen tidak padan dengan kondisi",
        'Sasaran "{teks}" tidak padan dengan kondisi mana pun; {nama} ditempatkan {letak}.',
        "Samakan bunyi sasaran dengan kondisi pada Tahap 3, atau tambahkan kondisinya.",
    )
)
KOMPONEN_TANPA_KARTU = register(
    JenisTemuan(
        "SKP152",
        Tingkat.PERINGATAN,
        "komponen tanpa kartu",
        '"{teks}" disebut sebagai induk, tetapi tidak punya kartu; ditempatkan {letak}.',
        "Lengkapi kartunya: sasaran, indikator, target, dan anggaran.",
    )
)
KONDISI_BERPINDAH = register(
    JenisTemuan(
        "SKP153",
        Tingkat.PERINGATAN,
        "letak pada Tahap 3 dan Tahap 5 berbeda",
        '"{teks}" pada Tahap 3 di bawah "{lama}", pada Tahap 5 di bawah "{baru}"; letak Tahap 5 dipakai.',
        "Samakan letaknya pada kedua tahap.",
    )
)
KARTU_BERBEDA = register(
    JenisTemuan(
        "SKP154",
        Tingkat.PERINGATAN,
        "isian yang diulang berbeda",
        'Isian "{teks}" berbeda dari yang tercetak lebih dahulu: "{lama}"; yang lebih dahulu dipakai.',
        "Samakan isian pada semua tempat.",
    )
)
JABATAN_DIBERLAKUKAN = register(
    JenisTemuan(
        "SKP155",
        Tingkat.SARAN,
        "jabatan diberlakukan untuk satu tingkat",
        'Jabatan "{jabatan}" diberlakukan juga untuk {banyak} {tingkat} yang tidak tercetak pada matriks.',
        "Periksa pembagian jabatan untuk komponen itu.",
    )
)
MATRIKS_TIDAK_PADAN = register(
    JenisTemuan(
        "SKP156",
        Tingkat.PERINGATAN,
        "sel matriks tidak padan",
        'Isi matriks "{teks}" tidak padan dengan {tingkat} mana pun; tidak dipakai.',
        "Samakan bunyinya dengan tahap sebelumnya.",
    )
)
INDIKATOR_SEPERTI_KONDISI = register(
    JenisTemuan(
        "SKP157",
        Tingkat.PERINGATAN,
        "indikator berbunyi kondisi",
        'Pada tempat indikator tercetak "{teks}", bunyi kondisi itu sendiri.',
        "Tuliskan indikatornya.",
    )
)
INDUK_TIDAK_PADAN = register(
    JenisTemuan(
        "SKP158",
        Tingkat.PERINGATAN,
        "induk kondisi tidak padan",
        '"{teks}" tidak padan dengan kondisi yang sudah disebut; ditambahkan {letak}.',
        "Samakan bunyinya dengan tabel sebelumnya.",
    )
)
KONDISI_LEWAT_BUKTI_LAIN = register(
    JenisTemuan(
        "SKP159",
        Tingkat.PERINGATAN,
        "komponen dipadankan lewat bukti lain",
        'Sasaran "{teks}" dipadankan dengan kondisi "{acuan}" karena {sebab}, bukan karena bunyinya.',
        "Periksa padanannya; samakan bunyi sasaran dengan kondisinya.",
    )
)
JABATAN_TIDAK_UTUH = register(
    JenisTemuan(
        "SKP130",
        Tingkat.PERINGATAN,
        "judul jabatan tidak utuh",
        'Judul jabatan di sini tidak utuh: {sebab}. Jabatannya dibaca sebagai "{teks}".',
        'Tuliskan jabatan dalam satu baris yang diawali "Jabatan :".',
    )
)
RUMUS_BERBEDA_DARI_NAMA = register(
    JenisTemuan(
        "SKP131",
        Tingkat.PERINGATAN,
        "nama indikator berbeda dari rumusnya",
        'Indikator "{nama}" berbunyi jumlah, tetapi formulasinya pecahan dikali 100 %.',
        "Ganti nama indikator menjadi persentase, atau formulasinya menjadi jumlah.",
    )
)
PECAHAN_TIDAK_LENGKAP = register(
    JenisTemuan(
        "SKP132",
        Tingkat.PERINGATAN,
        "pecahan tidak lengkap",
        'Formulasi indikator "{nama}" seharusnya pecahan, tetapi hanya satu sukunya yang tercetak.',
        "Tuliskan pembilang dan penyebutnya.",
    )
)
RUMUS_TIDAK_DIURAIKAN = register(
    JenisTemuan(
        "SKP133",
        Tingkat.PERINGATAN,
        "formulasi tidak dapat diuraikan",
        'Formulasi "{teks}" disimpan sebagai teks saja: {sebab}.',
        "Tuliskan satu formulasi untuk satu indikator: pembilang / penyebut x 100 %.",
    )
)
FAKTOR_TIDAK_TERCETAK = register(
    JenisTemuan(
        "SKP134",
        Tingkat.SARAN,
        "faktor 100 % tidak tercetak",
        'Formulasi indikator "{nama}" dibaca sebagai persentase walau "x 100 %" tidak tercetak.',
        'Tambahkan "x 100 %" pada formulasinya.',
    )
)
FORMULASI_KOSONG = register(
    JenisTemuan(
        "SKP135",
        Tingkat.PERINGATAN,
        "formulasi kosong",
        'Indikator "{nama}" tidak punya formulasi.',
        "Tuliskan cara menghitungnya.",
    )
)
BEBERAPA_INDIKATOR_SATU_SEL = register(
    JenisTemuan(
        "SKP136",
        Tingkat.SARAN,
        "beberapa indikator dalam satu sel",
        "Sel ini dibaca sebagai {banyak} indikator: {teks}.",
        "Tuliskan satu indikator untuk satu baris.",
    )
)
SEL_RUSAK = register(
    JenisTemuan(
        "SKP137",
        Tingkat.PERINGATAN,
        "isi sel rusak",
        'Isi "{teks}" tidak dapat dibaca sebagai {harapan}; tidak disimpan.',
        "Periksa sel ini pada dokumen sumber.",
    )
)
NOMOR_KOLOM_MENEMPEL = register(
    JenisTemuan(
        "SKP138",
        Tingkat.SARAN,
        "nomor kolom menempel pada isi",
        'Baris nomor kolom menyatu dengan baris isi; nomor "{teks}" dilepas dari isinya.',
    )
)
BLOK_DI_LUAR_FORMULIR = register(
    JenisTemuan(
        "SKP139",
        Tingkat.SARAN,
        "blok di luar formulir",
        'Sel {awal} sampai {akhir} ({banyak} sel, mulai "{teks}", berakhir "{ujung}") bukan bagian formulir; '
        "tidak disimpan.",
    )
)
REALISASI_ANGGARAN_TAK_TERBACA = register(
    JenisTemuan(
        "SKP160",
        Tingkat.KESALAHAN,
        "realisasi anggaran tidak terbaca",
        'Realisasi anggaran "{teks}" tidak terbaca: {sebab}. Teksnya disimpan apa adanya.',
        "Periksa dokumen sumber, lalu tuliskan rupiah utuh dengan titik ribuan.",
    )
)
BARIS_CONTOH = register(
    JenisTemuan(
        "SKP146",
        Tingkat.PERINGATAN,
        "baris contoh templat belum dihapus",
        "Baris ini bertanda Contoh (sel {awal} sampai {akhir}); isinya tidak ikut dibaca.",
        "Hapus baris contoh sesudah formulir diisi.",
    )
)
INSTANSI_DARI_LETAK = register(
    JenisTemuan(
        "SKP148",
        Tingkat.SARAN,
        "instansi dibaca dari letaknya",
        '"{teks}" dibaca sebagai nama instansi hanya karena letaknya tepat di bawah judul.',
        'Tuliskan "Instansi: {teks}", atau sisipkan baris kosong bila itu bukan nama instansi.',
    )
)
WARNA_SEL = register(
    JenisTemuan(
        "SKP149",
        Tingkat.SARAN,
        "warna sel tidak terbaca",
        'Lembar "{nama}" memakai {banyak} warna sel; bila warna itu berarti sesuatu, artinya tidak ikut terbaca.',
        "Tuliskan artinya di sebuah kolom, misalnya Keterangan.",
    )
)
