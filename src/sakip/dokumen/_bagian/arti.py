"""What the columns of templates mean, in words of those who fill them in."""

from __future__ import annotations

import re

from sakip.dokumen._baca.judul import squash

_KURUNG = re.compile(r"\(.*?\)")
_TAHUN = re.compile(r"(?:tahun)?[\s_]*(?:19|20)\d\d", re.IGNORECASE)
"""What headers say besides: remarks in brackets, and which year they are of."""
_ARTI = {
    "No": "Nomor urut.",
    "Tujuan": "Tujuan yang dilayani sasaran.",
    "Sasaran": "Kondisi yang dijanjikan, ditulis sebagai hasil, misalnya Meningkatnya ….",
    "Indikator Kinerja": "Ukuran keberhasilan sasaran. Satu baris satu indikator.",
    "Indikator Kinerja Utama": "Ukuran keberhasilan sasaran. Satu baris satu indikator.",
    "Indikator": "Ukuran keberhasilan. Satu baris satu indikator.",
    "Satuan": "Satuan target, misalnya %, Orang, Dokumen.",
    "Target": "Nilai yang direncanakan.",
    "TW I": "Target sampai akhir triwulan I, atau selama triwulan itu, menurut jenis indikatornya.",
    "Realisasi": "Nilai yang dicapai.",
    "Formulasi": "Cara menghitung indikator, misalnya pembilang / penyebut x 100 %.",
    "Definisi Operasional": "Apa persisnya yang dihitung.",
    "Sumber Data": "Dari mana datanya. Beberapa sumber ditulis per baris, diawali tanda hubung.",
    "Penanggung Jawab": "Unit yang menjawab angkanya.",
    "Polaritas": "Arah yang lebih baik: naik, turun, stabil, atau rentang.",
    "Kode": "Kode nomenklatur, misalnya 1.06.04.",
    "Program": "Nama program.",
    "Program/Kegiatan": "Nama program atau kegiatan.",
    "Anggaran": "Pagu dalam rupiah.",
    "Keterangan": "Catatan, misalnya sumber dana.",
    "Jabatan": "Nama jabatan, bukan nama orang.",
    "Atasan": "Jabatan atasan langsung; tanda hubung (-) bila tidak ada.",
    "Sasaran Kinerja": "Kondisi yang dijanjikan, ditulis sebagai hasil, misalnya Meningkatnya ….",
    "Sasaran Perangkat Daerah": "Sasaran Renstra yang dilayani; kosong berarti sama dengan baris di atasnya.",
    "Alasan Pemilihan": "Mengapa indikator ini yang dipilih.",
    "Capaian": "Realisasi dibanding target, dalam persen, menurut arah indikatornya.",
    "Kategori": "Predikat capaian, misalnya Sangat Tinggi.",
    "Kendala": "Apa yang menghambat.",
    "Pagu": "Anggaran yang direncanakan, dalam rupiah.",
    "Pagu Tahun": "Anggaran yang direncanakan, dalam rupiah.",
    "Target Tahun": "Nilai yang direncanakan untuk tahun itu.",
    "Serapan": "Realisasi anggaran dibanding pagu, dalam persen.",
    "Urusan/Program/Kegiatan/Sub Kegiatan": "Nama program, kegiatan, atau sub kegiatan.",
    "Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan": "Nama program, kegiatan, atau sub kegiatan.",
    "Target Renstra": "Target pada akhir Renstra: K kinerja, Rp anggaran.",
    "Realisasi Renstra s.d. Tahun Lalu": "Yang dicapai dari awal Renstra sampai tahun lalu.",
    "Target Renja Tahun Berjalan": "Target tahun yang dievaluasi: K kinerja, Rp anggaran.",
    "Target Renja Tahun": "Target Renja tahun itu.",
    "Realisasi Triwulan I": "Yang dicapai selama triwulan I: K kinerja, Rp anggaran.",
    "Realisasi Triwulan II": "Yang dicapai selama triwulan II.",
    "Realisasi Triwulan III": "Yang dicapai selama triwulan III.",
    "Realisasi Triwulan IV": "Yang dicapai selama triwulan IV.",
    "Realisasi Renja yang Dievaluasi": "Realisasi tahun itu, dihitung dari keempat triwulan.",
    "Realisasi Renstra s.d. Periode Ini": "Realisasi sampai tahun lalu ditambah realisasi tahun ini.",
    "Tingkat Capaian Renstra": "Realisasi sampai periode ini dibanding target Renstra, dalam persen.",
    "Unit PJ": "Unit penanggung jawab.",
    "Realisasi s.d. Tahun": "Yang dicapai dari awal Renstra sampai tahun itu.",
    "Realisasi Tahun": "Yang dicapai pada tahun itu.",
    "Tingkat Realisasi": "Realisasi dibanding target tahun itu, dalam persen.",
    "Realisasi Capaian": "Perkiraan yang dicapai sampai akhir tahun itu.",
    "Tingkat Capaian": "Perkiraan realisasi dibanding target Renstra, dalam persen.",
    "Nama Jabatan": "Nama jabatan, bukan nama orang.",
    "Level Jabatan": "Jenjang jabatan, misalnya JPT Pratama atau Administrator.",
    "Unit": "Unit kerja jabatan itu.",
    "Kegiatan": "Nama kegiatan.",
    "Sub Kegiatan": "Nama sub kegiatan.",
    "Ket": "Catatan.",
    "Rencana Hasil Kerja Kepala": "Hasil kerja atasan yang didukung.",
    "Indikator Kinerja Individu Kepala": "Ukuran hasil kerja atasan.",
    "Rencana Hasil Kerja Kasi / Penyelenggara / Fungsional": "Hasil kerja jabatan ini yang mendukungnya.",
    "Indikator Individu": "Ukuran hasil kerja jabatan ini.",
    "Rencana Aksi": "Langkah yang dilakukan.",
    "Outcome": "Hasil yang dituju, ditulis sebagai kondisi.",
    "Sesuai Ekspektasi Masyarakat": "Harapan masyarakat yang mendasari hasil itu.",
    "Sesuai Mandat": "Mandat peraturan yang mendasarinya.",
    "Sesuai dengan Isu Strategis": "Isu strategis yang mendasarinya.",
    "CSF": "Faktor kunci yang menentukan hasil itu.",
    "Faktor Penyebab/Pembentuk": "Faktor kunci yang diuraikan.",
    "Kondisi Antara CSF 1": "Kondisi yang diuraikan lebih lanjut.",
    "Kondisi yang diperlukan": "Kondisi yang harus ada lebih dulu, satu baris satu kondisi.",
    "Kinerja": "Kondisi yang diukur indikator di sebelahnya.",
    "Komponen": "Program, Kegiatan, atau Sub Kegiatan.",
    "Nama": "Nama program, kegiatan, atau sub kegiatan.",
    "Anggaran Tahun": "Pagu dalam rupiah.",
    "level": "Jenis simpul, misalnya sasaran, program, kegiatan, jabatan.",
    "id": "Tanda tetap simpul itu; tidak boleh kembar.",
    "induk": "Id simpul di atasnya; kosong untuk akar.",
    "uraian": "Kondisi yang harus tercapai.",
    "id_indikator": "Tanda tetap indikator itu; jangan diubah.",
    "id_simpul": "Tanda tetap simpul itu; jangan diubah.",
    "rumus": "Cara realisasi dihitung, misalnya persen atau jumlah.",
    "pembilang": "Nama angka yang dibagi.",
    "penyebut": "Nama angka pembagi.",
    "baseline": "Nilai sebelum rencana dimulai.",
    "Baseline Tahun": "Nilai sebelum rencana dimulai.",
    "jenjang": "Jenjang jabatan.",
    "jenis": "Jenis instansi, misalnya pemda.",
    "periode": "Tahun atau triwulan, misalnya 2025 atau 2025-TW1.",
    "Nama Indikator": "Nama indikator, untuk dibaca saja.",
    "bukti": "Dokumen atau tautan yang membuktikan angkanya.",
    "realisasi_anggaran": "Uang yang dibelanjakan, dalam rupiah.",
}
"""By their headers; ``Tahun`` stands for any year."""
_UMUM = "uraian"
"""What says less than the header above it."""
_RINGKAS = {squash(judul): arti for judul, arti in _ARTI.items()}


def say_arti(judul: tuple[str, ...]) -> str:
    """What a column means: by its own header, or by the nearest one above it that has a meaning.

    >>> say_arti(("Target", "2025"))
    'Nilai yang direncanakan.'
    >>> say_arti(("Realisasi Tahun 2023 (n-2)", "7")), say_arti(("Warna",))
    ('Yang dicapai pada tahun itu.', '')
    >>> say_arti(("SUB KEGIATAN", "URAIAN")), say_arti(("uraian",))
    ('Nama sub kegiatan.', 'Kondisi yang harus tercapai.')
    """
    own = judul if len(judul) < 2 else tuple(teks for teks in judul if squash(teks) != _UMUM)
    for teks in reversed(own):
        plain = _KURUNG.sub("", teks)
        for word in (teks, plain, _TAHUN.sub(" Tahun", plain)):
            if arti := _RINGKAS.get(squash(word)):
                return arti
    return ""
