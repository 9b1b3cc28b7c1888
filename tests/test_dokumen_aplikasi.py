"""Tables of other applications, under the column names that they export: struktur, realisasi, jabatan."""

from __future__ import annotations

from pathlib import Path

import pytest

from sakip import read_dokumen, read_realisasi, read_struktur
from sakip.dokumen import HasilBaca, write_struktur
from sakip.errors import TabelError
from sakip.model import Komponen
from sakip.pohon import PohonKinerja

STRUKTUR = (
    "level,opd_kode,opd_nama,kode,uraian,induk_kode,indikator,satuan,tipe_indikator,tipe_perhitungan,formula,"
    "definisi_operasional,alasan_pemilihan,sumber_data,baseline,tahun_target,target,target_text,pagu,peran,"
    "penanggung_jawab,keterangan"
)
"""The columns of the template for a Renstra (rank 1 of the formats planners exchange)."""
TUJUAN = (
    "tujuan,1.06.0,Dinas Sosial,T1,Meningkatnya kesejahteraan,,Angka kemiskinan,%,negatif,non_kumulatif,a/b"
)


def read(tmp_path: Path, *baris: str) -> HasilBaca[PohonKinerja]:
    path = tmp_path / "struktur.csv"
    path.write_text("\n".join(baris) + "\n", encoding="utf-8")
    return read_struktur(path)


def test_rows_of_years_are_one_indikator(tmp_path: Path) -> None:
    """A row for each year of target and pagu, codes for ids, and parents by their code."""
    hasil = read(
        tmp_path,
        STRUKTUR,
        f"{TUJUAN},definisi,alasan,BPS,12,2025,10,,,utama,Kepala Dinas,",
        f"{TUJUAN},definisi,alasan,BPS,12,2026,,9 %,,utama,Kepala Dinas,",
        "program,1.06.0,Dinas Sosial,1.06.04,Rehabilitasi,T1,Jumlah PPKS,Orang,positif,kumulatif,,,,,,2025,100,,55160000,,,",
        "program,1.06.0,Dinas Sosial,1.06.04,Rehabilitasi,T1,Jumlah PPKS,Orang,positif,kumulatif,,,,,,2026,110,,60000000,,,",
    )
    pohon = hasil.dokumen
    (tujuan,) = pohon["T1"].indikator
    assert [(str(item.periode), str(item)) for item in tujuan.target] == [("2025", "10"), ("2026", "9 %")]
    assert (tujuan.polaritas, tujuan.agregasi) != (None, None)
    assert tujuan.polaritas is not None
    assert tujuan.agregasi is not None
    assert (tujuan.polaritas.value, tujuan.agregasi.value, tujuan.formulasi) == (
        "turun",
        "nilai_akhir",
        "a/b",
    )
    assert (tujuan.definisi_operasional, tujuan.alasan, tujuan.sumber_data) == (
        "definisi",
        "alasan",
        ("BPS",),
    )
    assert tujuan.penanggung_jawab == "Kepala Dinas"
    program = pohon["1.06.04"]
    assert isinstance(program, Komponen)
    assert pohon.parent("1.06.04") == pohon["T1"]
    assert str(program.kode) == "1.06.04"
    assert [(str(item.periode), item.jumlah) for item in program.pagu] == [
        ("2025", 55_160_000),
        ("2026", 60_000_000),
    ]
    (jumlah,) = program.indikator
    assert jumlah.agregasi is not None
    assert (jumlah.agregasi.value, [str(item) for item in jumlah.target]) == ("jumlah", ["100", "110"])
    assert dict(pohon["T1"].lain)["baseline"] == "12"
    assert [(temuan.kode, temuan.tempat.kolom) for temuan in hasil.temuan] == [
        ("SKP107", "opd_kode"),
        ("SKP107", "opd_nama"),
        ("SKP107", "baseline"),
    ]
    assert hasil.sisa == ()
    write_struktur(hasil, tmp_path / "lagi.csv")
    assert read_struktur(tmp_path / "lagi.csv").dokumen == pohon


def test_two_targets_of_one_year_are_not_merged(tmp_path: Path) -> None:
    """The number and its text say the same, or the text stays; two rows for one year stay two."""
    hasil = read(
        tmp_path,
        "level,kode,uraian,induk_kode,indikator,tahun_target,target,target_text",
        "tujuan,T1,Sejahtera,,Indeks,2025,10,sepuluh",
        "tujuan,T1,Sejahtera,,Indeks,2025,11,",
        "tujuan,T2,Mandiri,,Nilai,2025,7,7",
    )
    first = hasil.dokumen["T1"].indikator
    assert [[str(target) for target in item.target] for item in first] == [["10"], ["11"]]
    assert dict(hasil.dokumen["T1"].lain)["target_text"] == "sepuluh"
    assert [str(target) for target in hasil.dokumen["T2"].indikator[0].target] == ["7"]


def test_a_year_that_is_none_is_kept(tmp_path: Path) -> None:
    hasil = read(
        tmp_path,
        "level,id,uraian,indikator,tahun_target,target",
        "tujuan,T1,Sejahtera,Indeks,akhir,10",
        "tujuan,T2,Mandiri,Nilai,2025-TW1,7",
        "tujuan,T3,Aman,,,",
    )
    assert [dict(node.lain) for node in hasil.dokumen] == [
        {"tahun_target": "akhir", "target": "10"},
        {"tahun_target": "2025-TW1", "target": "7"},
        {},
    ]


def test_ids_of_the_table_stay(tmp_path: Path) -> None:
    """With a column of ids, codes are no ids; without codes there is nothing to hang rows by."""
    hasil = read(tmp_path, "level,id,kode,uraian,induk_kode", "program,P1,1.06.04,Rehabilitasi,")
    assert [node.id for node in hasil.dokumen] == ["P1"]
    hasil = read(
        tmp_path, "level,kode,uraian,induk_kode", "program,1.06.04,Rehabilitasi,", "kegiatan,,Dasar,1.06.04"
    )
    assert [(node.id, node.label) for node in hasil.dokumen] == [
        ("1.06.04", "Rehabilitasi"),
        ("kegiatan-1", "Dasar"),
    ]
    assert hasil.dokumen.parent("kegiatan-1") == hasil.dokumen["1.06.04"]


def test_a_workbook_of_years_is_recognised_as_struktur(tmp_path: Path) -> None:
    path = tmp_path / "renstra.csv"
    path.write_text(f"{STRUKTUR}\n{TUJUAN},definisi,alasan,BPS,12,2025,10,,,utama,Kepala Dinas,\n")
    hasil = read_dokumen(path)
    assert isinstance(hasil.dokumen, PohonKinerja)
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh


def test_realisasi_of_a_triwulan(tmp_path: Path) -> None:
    """The columns of the intake of a statistics office; what has no place stays a further cell."""
    path = tmp_path / "realisasi.csv"
    path.write_text(
        "kode_indikator,tahun,triwulan,realisasi,x,y,kendala,solusi,RTL,PIC,batas_waktu,link_bukti\n"
        "IK1,2025,1,88,,,data belum masuk,dijemput,rapat,Sekretaris,2025-04-01,laporan\n"
        "IK2,2025,2,,8,10,,,,,,\n"
    )
    hasil = read_realisasi(path)
    one, two = hasil.dokumen
    assert (one.indikator, str(one.periode), str(one.nilai)) == ("IK1", "2025-TW1", "88")
    assert (one.kendala, one.tindak_lanjut, one.bukti) == ("data belum masuk", "dijemput", ("laporan",))
    assert dict(one.lain) == {"RTL": "rapat", "PIC": "Sekretaris", "batas_waktu": "2025-04-01"}
    assert (str(two.pembilang), str(two.penyebut), str(two.periode)) == ("8", "10", "2025-TW2")
    assert [temuan.tempat.kolom for temuan in hasil.temuan] == ["RTL", "PIC", "batas_waktu"]


def test_posts_with_their_superiors_by_name(tmp_path: Path) -> None:
    path = tmp_path / "jabatan.csv"
    path.write_text(
        "nama_jabatan,level_jabatan,opd_kode,unit_kode,atasan_nama_jabatan,eselon,urutan,status\n"
        "Kepala Dinas,jpt_pratama,1.06.0,,,II.b,1,aktif\n"
        "Sekretaris,administrator,1.06.0,sek,Kepala Dinas,III.a,2,aktif\n"
    )
    hasil = read_dokumen(path)
    kepala, sekretaris = hasil.dokumen.jabatan
    assert (kepala.jenjang, sekretaris.jenjang) == ("jpt_pratama", "administrator")
    assert (sekretaris.unit, sekretaris.atasan) == ("sek", kepala.id)
    assert dict(sekretaris.lain) == {
        "opd_kode": "1.06.0",
        "eselon": "III.a",
        "urutan": "2",
        "status": "aktif",
    }
    assert hasil.temuan == ()


def test_two_words_for_one_column_are_two_columns_and_one_word_is_no_choice(tmp_path: Path) -> None:
    """Solusi and RTL stand beside each other; the same word twice says nothing."""
    path = tmp_path / "realisasi.csv"
    path.write_text("id_indikator,tahun,realisasi,RTL,rtl\nIK1,2025,8,rapat,jemput\n")
    with pytest.raises(TabelError):
        read_realisasi(path)
    path.write_text("id_indikator,tahun,realisasi,RTL,solusi\nIK1,2025,8,rapat,jemput\n")
    for hasil in (read_realisasi(path), read_dokumen(path)):
        (satu,) = hasil.dokumen
        assert (satu.tindak_lanjut, dict(satu.lain)) == ("rapat", {"solusi": "jemput"})
