"""Exports of SIPD: what a flat table says becomes a tree and measurements, once each, and nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import strategies_sipd as sipd
from sakip import compute_capaian, read_dokumen
from sakip.angka import Angka
from sakip.bentuk import BarisSIPD, EksporSIPD, IndikatorSIPD, KomponenSIPD, MaknaRumus, UangSIPD
from sakip.dokumen import HasilBaca, read_struktur, write_dokumen
from sakip.dokumen._sipd import FORMULIR
from sakip.errors import BerkasError, KodeError, ModelError, TipeError
from sakip.kode import Kode, LevelKode
from sakip.model import AsalKode
from sakip.periode import Periode
from sakip.pohon import PohonKinerja
from strategies import SEDIKIT
from strategies_sipd import Dunia

Hasil = HasilBaca[EksporSIPD]

KEPALA = "kode_bidang_urusan,nama_bidang_urusan,kode_program,nama_program,kode_giat,nama_giat,kode_sub_giat,nama_sub_giat"
PERMAKANAN = (
    "1.06,Sosial,1.06.04,Rehabilitasi Sosial,1.06.04.2.01,Rehabilitasi Dasar,1.06.04.2.01.0001,Permakanan"
)


def read(tmp_path: Path, *baris: str, nama: str = "ekspor.csv") -> Hasil:
    path = tmp_path / nama
    path.write_text("\n".join(baris) + "\n", encoding="utf-8")
    hasil: Hasil = read_dokumen(path)
    assert hasil.dokumen.jenis == "ekspor_sipd"
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh
    return hasil


def codes(hasil: Hasil) -> list[str]:
    return [temuan.kode for temuan in hasil.temuan]


def total(pohon: PohonKinerja, id: str, tahun: int) -> int:
    """All the money of a year at a node and below it."""
    amounts = (
        item.jumlah
        for node in pohon.walk(id)
        for item in getattr(node, "pagu", ())
        if item.periode.tahun == tahun
    )
    return sum(amount or 0 for amount in amounts)


# --- the world comes back ---------------------------------------------------------


@given(data=st.data(), world=sipd.dunia())
@settings(SEDIKIT, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_world_comes_back(data: st.DataObject, world: Dunia, tmp_path: Path) -> None:
    """Rows and columns in any order give the same nodes, parents, names, money, indikator and months."""
    akhiran, teks = data.draw(sipd.cetakan(world))
    path = tmp_path / f"ekspor{akhiran}"
    path.write_text(teks, encoding="utf-8")
    hasil: Hasil = read_dokumen(path)
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh
    assert hasil.sisa == ()
    awal = f"{world.skpd}/" if world.skpd else ""
    pohon = hasil.to_pohon()
    kode = {id: Kode.parse(kode) for sub in world.sub for kode in sub.kode for id in (_id(awal, kode),)}
    assert {node.id: getattr(node, "kode", None) for node in pohon} == kode
    for sub in world.sub:
        ids = [_id(awal, item) for item in sub.kode]
        assert [node.id for node in pohon.path(ids[-1])] == ids
        assert [node.label for node in pohon.path(ids[-1])] == list(sub.nama)
        node = pohon[ids[-1]]
        assert [(str(item.periode), item.jumlah) for item in getattr(node, "pagu", ())] == [
            ("2025", sub.pagu)
        ]
        assert {item.nama for item in node.indikator} == {item.nama for item in sub.ukur}
        for ukur in sub.ukur:
            (kpi,) = (item for item in node.indikator if item.nama == ukur.nama)
            polaritas, agregasi = sipd.RUMUS.get(ukur.rumus, (None, None))
            assert (kpi.polaritas.value if kpi.polaritas else None) == polaritas
            assert (kpi.agregasi.value if kpi.agregasi else None) == agregasi
            assert (kpi.satuan, [str(item.nilai) for item in kpi.target]) == (ukur.satuan, [str(ukur.target)])
            months = {
                item.periode.nomor: str(item.nilai)
                for item in hasil.dokumen.to_realisasi()
                if item.indikator == kpi.id
            }
            assert months == {bulan: str(nilai) for bulan, nilai in ukur.bulan.items()}
        spent = {
            item.periode.nomor: item.jumlah
            for item in hasil.dokumen.to_realisasi_anggaran()
            if item.simpul == ids[-1]
        }
        assert spent == sub.belanja


def _id(awal: str, kode: str) -> str:
    return awal + Kode.parse(kode).format()


def test_ids_do_not_depend_on_the_order_of_rows(tmp_path: Path) -> None:
    rows = [f"{PERMAKANAN},{nama},2025" for nama in ("Jumlah orang", "Jumlah paket")]
    one, other = (
        read(tmp_path, f"{KEPALA},outputteks,tahun_anggaran", *order).to_pohon()
        for order in (rows, rows[::-1])
    )
    names = {item.id: item.nama for node in one for item in node.indikator}
    assert names == {item.id: item.nama for node in other for item in node.indikator}
    assert [node.id for node in one] == [node.id for node in other]


# --- money ------------------------------------------------------------------------


def test_money_that_rows_repeat_counts_once(tmp_path: Path) -> None:
    """Three indikator of one sub kegiatan print its pagu three times; it is still one pagu."""
    rows = [f"{PERMAKANAN},Indikator {n},55160000,9000000,2025" for n in (1, 2, 3)]
    hasil = read(tmp_path, f"{KEPALA},outputteks,pagu,realisasi_anggaran_bulan_1,tahun_anggaran", *rows)
    pohon = hasil.to_pohon()
    assert total(pohon, "1.06.04", 2025) == 55_160_000
    assert [
        (item.simpul, str(item.periode), item.jumlah) for item in hasil.dokumen.to_realisasi_anggaran()
    ] == [("1.06.04.2.01.0001", "2025-01", 9_000_000)]
    assert codes(hasil) == []


def test_money_that_rows_repeat_otherwise_is_told_and_not_added(tmp_path: Path) -> None:
    rows = [f"{PERMAKANAN},Indikator {n},{pagu},2025" for n, pagu in ((1, "100"), (2, "250"))]
    hasil = read(tmp_path, f"{KEPALA},outputteks,pagu,tahun_anggaran", *rows)
    assert total(hasil.to_pohon(), "1.06.04", 2025) == 100
    (temuan,) = hasil.temuan
    assert (temuan.kode, temuan.tempat.baris, temuan.tempat.kolom) == ("SKP180", 3, "pagu")
    assert "250" in temuan.pesan
    assert "baris 2" in temuan.pesan


def test_money_of_a_database_has_a_decimal_point(tmp_path: Path) -> None:
    """``306749630.00`` is whole rupiah; an amount with cents is kept as printed."""
    hasil = read(tmp_path, f"{KEPALA},pagu,tahun_anggaran", f"{PERMAKANAN},306749630.00,2025")
    assert total(hasil.to_pohon(), "1.06.04", 2025) == 306_749_630
    hasil = read(tmp_path, f"{KEPALA},pagu,tahun_anggaran", f"{PERMAKANAN},13.2918.000,2025")
    sub = hasil.to_pohon()["1.06.04.2.01.0001"]
    assert [(pagu.jumlah, pagu.teks) for pagu in getattr(sub, "pagu", ())] == [(None, "13.2918.000")]
    assert codes(hasil) == ["SKP103"]


def test_money_without_a_year_and_a_dash_stay_as_printed(tmp_path: Path) -> None:
    hasil = read(tmp_path, f"{KEPALA},pagu,realisasi_anggaran_bulan_1", f"{PERMAKANAN},100,7")
    node = hasil.to_pohon()["1.06.04.2.01.0001"]
    assert (getattr(node, "pagu", None), dict(node.lain)) == (
        (),
        {"pagu": "100", "realisasi_anggaran_bulan_1": "7"},
    )
    assert codes(hasil) == ["SKP184", "SKP184"]
    hasil = read(
        tmp_path, f"{KEPALA},pagu,realisasi_anggaran_bulan_1,tahun_anggaran", f"{PERMAKANAN},-,-,2025"
    )
    assert dict(hasil.to_pohon()["1.06.04.2.01.0001"].lain) == {
        "pagu": "-",
        "realisasi_anggaran_bulan_1": "-",
    }
    assert hasil.dokumen.to_realisasi_anggaran() == ()


# --- codes --------------------------------------------------------------------------


def test_a_code_that_lost_its_zero_is_told_and_taken_from_the_code_below(tmp_path: Path) -> None:
    """2.10 as a number is 2.1; the program below says 2.10."""
    hasil = read(
        tmp_path, "kode_bidang_urusan,nama_bidang_urusan,kode_program,nama_program", "2.1,Pangan,2.10.03,P"
    )
    node = hasil.to_pohon()["2.10"]
    assert (str(getattr(node, "kode", None)), getattr(node, "asal_kode", None)) == (
        "2.10",
        AsalKode.DITETAPKAN,
    )
    assert dict(node.lain) == {"kode_bidang_urusan": "2.1"}
    (temuan,) = hasil.temuan
    assert (temuan.kode, temuan.tempat.kolom) == ("SKP181", "kode_bidang_urusan")
    assert "Dibaca 2.10" in temuan.pesan


def test_a_code_that_nothing_completes_is_kept_as_printed(tmp_path: Path) -> None:
    hasil = read(tmp_path, "kode_bidang_urusan,nama_bidang_urusan,kode_program,nama_program", "2.1,Pangan,,P")
    pangan, program = hasil.to_pohon()
    assert (pangan.id, dict(pangan.lain), getattr(pangan, "kode", "")) == (
        "2.1",
        {"kode_bidang_urusan": "2.1"},
        None,
    )
    assert (program.id, program.label) == ("2.1/p", "P")
    assert codes(hasil) == ["SKP181"]
    assert "disimpan apa adanya" in hasil.temuan[0].pesan


def test_codes_that_a_workbook_holds_as_numbers(tmp_path: Path) -> None:
    """1.06 as a number has lost nothing; 2.10 has."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(
        ["kode_urusan", "kode_bidang_urusan", "kode_program", "nama_program", "pagu", "tahun_anggaran"]
    )
    sheet.append([1, 1.06, "1.06.04", "Rehabilitasi", 306749630, 2025])
    sheet.append([2, 2.10, "2.10.03", "Pangan", 1, 2025])
    book.save(tmp_path / "ekspor.xlsx")
    hasil: Hasil = read_dokumen(tmp_path / "ekspor.xlsx")
    assert [node.id for node in hasil.to_pohon()] == ["1", "1.06", "1.06.04", "2", "2.10", "2.10.03"]
    assert [(item.kode, item.tempat.baris) for item in hasil.temuan] == [("SKP181", 3)]
    assert total(hasil.to_pohon(), "1", 2025) == 306_749_630


def test_both_widths_of_a_sub_kegiatan_are_one(tmp_path: Path) -> None:
    """Up to 050-5889/2021 it had two digits, since 1317/2023 it has four."""
    rows = [
        f"1.06.04.2.01,Dasar,{kode},Permakanan,{tahun},{pagu}"
        for kode, tahun, pagu in (("1.06.04.2.01.01", 2022, 5), ("1.06.04.2.01.0001", 2024, 7))
    ]
    hasil = read(tmp_path, "kode_giat,nama_giat,kode_sub_giat,nama_sub_giat,tahun_anggaran,pagu", *rows)
    pohon = hasil.to_pohon()
    assert [node.id for node in pohon] == ["1.06.04.2.01", "1.06.04.2.01.0001"]
    assert (total(pohon, "1.06.04.2.01", 2022), total(pohon, "1.06.04.2.01", 2024)) == (5, 7)
    assert pohon.periode == Periode.parse("2022-2024")
    assert codes(hasil) == []


PENUNJANG = "X,,X.XX,,X.XX.01,Penunjang,X.XX.01.2.01,Perencanaan,X.XX.01.2.01.0001"
KEPALA_X = f"kode_urusan,nama_urusan,{KEPALA}"


def test_a_placeholder_takes_the_bidang_that_the_name_prints(tmp_path: Path) -> None:
    """SIPD prints the real code before the name of a sub kegiatan of the list X.XX."""
    hasil = read(tmp_path, KEPALA_X, f"{PENUNJANG},1.06.01.2.01.0001 Penyusunan Dokumen")
    pohon = hasil.to_pohon()
    assert [node.id for node in pohon] == ["X", "1.06", "1.06.01", "1.06.01.2.01", "1.06.01.2.01.0001"]
    sub = pohon["1.06.01.2.01.0001"]
    assert (sub.label, dict(sub.lain)) == ("Penyusunan Dokumen", {"kode_sub_giat": "X.XX.01.2.01.0001"})
    assert codes(hasil) == []


def test_a_placeholder_that_nothing_binds_stays_one_unless_the_caller_says(tmp_path: Path) -> None:
    hasil = read(tmp_path, KEPALA_X, f"{PENUNJANG},Penyusunan Dokumen")
    ids = ["X", "X.XX", "X.XX.01", "X.XX.01.2.01", "X.XX.01.2.01.0001"]
    for bidang, kode in ((None, "X.XX.01"), ("1.06", "1.06.01")):
        pohon = hasil.dokumen.to_pohon(bidang=bidang)
        assert [node.id for node in pohon] == ids
        assert str(getattr(pohon["X.XX.01"], "kode", None)) == kode
    with pytest.raises(KodeError):
        hasil.dokumen.to_pohon(bidang="1.06.01")


def test_a_name_with_another_code_keeps_it(tmp_path: Path) -> None:
    hasil = read(
        tmp_path, "kode_program,nama_program,pagu", "1.06.04,1.06.05 Perlindungan,1", "1.06.04,2 Tahap,1"
    )
    assert hasil.to_pohon()["1.06.04"].label == "1.06.05 Perlindungan"
    assert "SKP180" in codes(hasil)


def test_a_name_loses_the_code_that_stands_beside_it(tmp_path: Path) -> None:
    hasil = read(
        tmp_path, "kode_program,nama_program", "1.06.04,1.06.04 - Rehabilitasi", "1.06.04,Rehabilitasi"
    )
    assert hasil.to_pohon()["1.06.04"].label == "Rehabilitasi"
    assert codes(hasil) == []


def test_a_code_may_stand_in_the_name_alone(tmp_path: Path) -> None:
    hasil = read(tmp_path, "kode_program,nama_program,nama_giat", "1.06.04,Rehabilitasi,1.06.04.2.01 Dasar")
    node = hasil.to_pohon()["1.06.04.2.01"]
    assert (node.label, str(getattr(node, "kode", ""))) == ("Dasar", "1.06.04.2.01")


def test_a_code_of_another_level_is_none(tmp_path: Path) -> None:
    hasil = read(tmp_path, "kode_program,nama_program", "1.06,Sosial")
    assert codes(hasil) == ["SKP181"]
    assert "itu kode bidang urusan, bukan program" in hasil.temuan[0].pesan


def test_codes_that_contradict_the_row_are_told(tmp_path: Path) -> None:
    hasil = read(tmp_path, "kode_program,nama_program,kode_giat,nama_giat", "1.06.04,P,1.06.05.2.01,K")
    assert hasil.to_pohon().parent("1.06.05.2.01") == hasil.to_pohon()["1.06.04"]
    assert codes(hasil) == ["SKP182"]
    hasil = read(
        tmp_path,
        "kode_program,nama_program,kode_giat,nama_giat",
        "1.06.05,P,1.06.05.2.01,K",
        "1.06.04,Q,1.06.05.2.01,K",
    )
    pohon = hasil.to_pohon()
    assert pohon.parent("1.06.05.2.01") == pohon["1.06.05"]
    assert [(item.kode, item.tempat.baris) for item in hasil.temuan] == [("SKP182", 3)]


# --- levels ---------------------------------------------------------------------------


def test_a_level_that_is_not_printed_is_put_in_by_its_code(tmp_path: Path) -> None:
    """A sub kegiatan stands under a kegiatan, whose code it begins with."""
    hasil = read(
        tmp_path,
        "kode_program,nama_program,kode_sub_giat,nama_sub_giat",
        "1.06.04,Rehabilitasi,1.06.04.2.01.0001,Permakanan",
    )
    pohon = hasil.to_pohon()
    assert [(node.id, node.label) for node in pohon] == [
        ("1.06.04", "Rehabilitasi"),
        ("1.06.04.2.01", ""),
        ("1.06.04.2.01.0001", "Permakanan"),
    ]
    assert codes(hasil) == ["SKP183"]
    assert "Tingkat kegiatan untuk Permakanan" in hasil.temuan[0].pesan


def test_a_level_that_no_code_tells_leaves_a_root(tmp_path: Path) -> None:
    hasil = read(tmp_path, "kode_program,nama_program,kode_sub_giat,nama_sub_giat", "1.06.04,P,,Permakanan")
    pohon = hasil.to_pohon()
    assert [node.id for node in pohon.roots] == ["1.06.04", "1.06.04/permakanan"]
    assert codes(hasil) == ["SKP183"]


def test_the_lowest_level_alone(tmp_path: Path) -> None:
    hasil = read(tmp_path, "kode_sub_giat,nama_sub_giat", "1.06.04.2.01.0001,Permakanan")
    assert [node.id for node in hasil.to_pohon().roots] == ["1.06.04.2.01.0001"]
    assert codes(hasil) == []


def test_a_row_without_any_level_is_left_over(tmp_path: Path) -> None:
    hasil = read(tmp_path, "kode_program,nama_program,pagu,tahun_anggaran", "1.06.04,P,1,2025", ",,7,2025")
    assert [(item.baris, item.sel) for item in hasil.sisa] == [
        (3, (("pagu", "7"), ("tahun_anggaran", "2025")))
    ]
    assert codes(hasil) == ["SKP102"]


def test_names_that_differ_are_told(tmp_path: Path) -> None:
    hasil = read(tmp_path, "kode_program,nama_program", "1.06.04,", "1.06.04,Rehab", "1.06.04,Rehabilitasi")
    assert hasil.to_pohon()["1.06.04"].label == "Rehab"
    assert [(item.kode, item.tempat.baris, item.tempat.kolom) for item in hasil.temuan] == [
        ("SKP180", 4, "nama_program")
    ]


def test_each_perangkat_daerah_has_a_tree_of_its_own(tmp_path: Path) -> None:
    """The same program of two of them is two nodes, and its money is not one."""
    hasil = read(
        tmp_path,
        "kode_skpd,nama_skpd,kode_sub_skpd,nama_sub_skpd,kode_program,nama_program,pagu,tahun_anggaran",
        "1.02.0,Dinas Kesehatan,1.02.1,Puskesmas A,1.02.02,Upaya Kesehatan,10,2025",
        "1.02.0,Dinas Kesehatan,1.02.2,Puskesmas B,1.02.02,Upaya Kesehatan,20,2025",
        "1.06.0,Dinas Sosial,,,1.02.02,Upaya Kesehatan,30,2025",
    )
    pohon = hasil.to_pohon()
    assert {node.id: total(pohon, node.id, 2025) for node in pohon} == {
        "1.02.1/1.02.02": 10,
        "1.02.2/1.02.02": 20,
        "1.06.0/1.02.02": 30,
    }
    assert pohon.nama == "Ekspor SIPD"
    assert pohon.instansi is not None
    assert [(unit.id, unit.induk) for unit in pohon.instansi.unit] == [
        ("1.02.0", ""),
        ("1.02.1", "1.02.0"),
        ("1.02.2", "1.02.0"),
        ("1.06.0", ""),
    ]
    assert codes(hasil) == []


def test_a_unit_may_stand_without_its_perangkat_daerah(tmp_path: Path) -> None:
    hasil = read(tmp_path, "kode_sub_skpd,nama_sub_skpd,kode_program", "1.02.1,Puskesmas A,1.02.02")
    assert ([node.id for node in hasil.to_pohon()], hasil.to_pohon().nama) == (
        ["1.02.1/1.02.02"],
        "Puskesmas A",
    )


def test_one_perangkat_daerah_names_the_tree(tmp_path: Path) -> None:
    hasil = read(
        tmp_path,
        "kode_skpd,nama_skpd,kode_sub_skpd,nama_sub_skpd,kode_program",
        "1.02.0,Dinas Kesehatan,1.02.1,Puskesmas A,1.02.02",
    )
    instansi = hasil.to_pohon().instansi
    assert instansi is not None
    assert (hasil.to_pohon().nama, instansi.kode, [unit.nama for unit in instansi.unit]) == (
        "Dinas Kesehatan",
        "1.02.0",
        ["Puskesmas A"],
    )


# --- indikator ---------------------------------------------------------------------------


def test_capaian_hasil_and_output_are_of_three_levels(tmp_path: Path) -> None:
    hasil = read(
        tmp_path,
        f"{KEPALA},capaianteks,targetcapaian,satuancapaian,hasilteks,targethasil,satuanhasil,outputteks,"
        "targetoutput,satuanoutput,tahun_anggaran",
        f"{PERMAKANAN},Persentase PPKS,80,%,Jumlah keluarga,9,KK,Jumlah orang,100,Orang,2025",
    )
    pohon = hasil.to_pohon()
    found = {
        node.id: [(item.nama, item.satuan, str(item.target_for(2025))) for item in node.indikator]
        for node in pohon
    }
    assert found == {
        "1.06": [],
        "1.06.04": [("Persentase PPKS", "%", "80")],
        "1.06.04.2.01": [("Jumlah keluarga", "KK", "9")],
        "1.06.04.2.01.0001": [("Jumlah orang", "Orang", "100")],
    }
    assert codes(hasil) == []


def test_an_indikator_of_a_level_that_the_row_does_not_name_is_told(tmp_path: Path) -> None:
    hasil = read(
        tmp_path,
        "kode_giat,nama_giat,capaianteks,targetcapaian,tahun_anggaran",
        "1.06.04.2.01,Dasar,Persentase PPKS,80,2025",
    )
    assert [node.indikator for node in hasil.to_pohon()] == [()]
    assert hasil.dokumen.baris[0].indikator[0].nama == "Persentase PPKS"
    assert [(item.kode, item.tempat.kolom) for item in hasil.temuan] == [("SKP183", "kode_program")]
    hasil = read(
        tmp_path,
        "kode_sub_giat,nama_sub_giat,pagu_1,pagu_sub_1",
        *["1.06.04.2.01.0001,Permakanan,900,300"] * 2,
    )
    (sub,) = hasil.dokumen.to_pohon(tahun_awal=2021)
    assert [item.jumlah for item in getattr(sub, "pagu", ())] == [300]
    assert [temuan.kode for temuan in hasil.dokumen.check(tahun_awal=2021)] == ["SKP183"]


def test_an_indikator_that_rows_repeat_stands_once(tmp_path: Path) -> None:
    """Joined tables repeat the indikator of a program in the row of each of its sub kegiatan."""
    kepala = "kode_program,kode_giat,kode_sub_giat,capaianteks,targetcapaian,satuancapaian,tahun_anggaran"
    rows = [
        f"1.06.04,1.06.04.2.01,1.06.04.2.01.000{n},Persentase PPKS,80,{satuan},2025"
        for n, satuan in ((1, ""), (2, "%"), (3, "persen"))
    ]
    hasil = read(tmp_path, kepala, *rows)
    (kpi,) = hasil.to_pohon()["1.06.04"].indikator
    assert (kpi.satuan, len(kpi.target)) == ("%", 1)
    assert [(item.kode, item.tempat.baris, item.tempat.kolom) for item in hasil.temuan] == [
        ("SKP180", 4, "satuan")
    ]


def test_targets_that_rows_repeat_otherwise_are_told(tmp_path: Path) -> None:
    kepala = "kode_program,indikator,target,tahun_anggaran"
    hasil = read(tmp_path, kepala, "1.06.04,Persentase,80,2025", '1.06.04,Persentase,"80,00",2025')
    assert codes(hasil) == []
    hasil = read(tmp_path, kepala, "1.06.04,Persentase,80,2025", "1.06.04,Persentase,WTP,2025")
    assert codes(hasil) == ["SKP180"]


# --- years of the plan -----------------------------------------------------------------------

RENSTRA = "kode_program,nama_program,indikator,satuan,target_awal,target_1,target_2,target_3,target_4,target_5,target_akhir,pagu_1,pagu_5"
ISI = "1.06.04,Rehabilitasi,Persentase,%,50,60,65,70,75,80,80,100,500"


def test_numbered_years_wait_for_the_first(tmp_path: Path) -> None:
    """Which year is year one is not in the table: nothing is guessed, and the caller may say it."""
    hasil = read(tmp_path, RENSTRA, ISI)
    (program,) = hasil.to_pohon()
    assert (getattr(program, "pagu", None), program.indikator[0].target) == ((), ())
    assert dict(program.lain) == {"pagu_1": "100", "pagu_5": "500"}
    assert dict(program.indikator[0].lain) == {
        "target_1": "60",
        "target_2": "65",
        "target_3": "70",
        "target_4": "75",
        "target_5": "80",
        "target_awal": "50",
        "target_akhir": "80",
    }
    assert set(codes(hasil)) == {"SKP184"}
    assert "tahun_awal=" in hasil.temuan[0].saran
    pohon = hasil.dokumen.to_pohon(tahun_awal=2021)
    (kpi,) = pohon["1.06.04"].indikator
    assert [(str(item.periode), str(item)) for item in kpi.target] == [
        ("2021", "60"),
        ("2022", "65"),
        ("2023", "70"),
        ("2024", "75"),
        ("2025", "80"),
        ("2021-2025", "80"),
    ]
    assert kpi.baseline is not None
    assert (str(kpi.baseline.periode), str(kpi.baseline.nilai)) == ("2020", "50")
    assert (total(pohon, "1.06.04", 2021), total(pohon, "1.06.04", 2025)) == (100, 500)
    assert pohon.periode == Periode.parse("2021-2025")
    assert hasil.dokumen.check(tahun_awal=2021) == ()
    with pytest.raises(ModelError):
        hasil.dokumen.to_pohon(tahun_awal="2021")  # type: ignore[arg-type]


@pytest.mark.parametrize(("awal", "akhir", "pertama"), [("2021", "2025", "2021"), ("2021", "2026", None)])
def test_a_plan_of_five_years_says_which_is_the_first(
    tmp_path: Path, awal: str, akhir: str, pertama: str
) -> None:
    """With six calendar years, applications differ in whether the first of them is year one."""
    hasil = read(tmp_path, f"{RENSTRA},tahun_awal,tahun_akhir", f"{ISI},{awal},{akhir}")
    target = hasil.to_pohon()["1.06.04"].indikator[0].target
    assert (str(target[0].periode) if target else None) == pertama


def test_years_that_are_none_are_kept_and_told(tmp_path: Path) -> None:
    hasil = read(tmp_path, "kode_program,nama_program,tahun_anggaran,tahun_awal", "1.06.04,P,dua ribu,x")
    assert dict(hasil.dokumen.baris[0].lain) == {"tahun_anggaran": "dua ribu", "tahun_awal": "x"}
    assert codes(hasil) == ["SKP105", "SKP105"]


def test_columns_of_the_sub_kegiatan_leave_the_others_to_the_kegiatan(tmp_path: Path) -> None:
    """The table of a Renstra has both beside each other."""
    hasil = read(
        tmp_path,
        "kode_giat,kode_sub_giat,indikator,satuan,target_1,pagu_1,indikator_sub,satuan_sub,target_sub_1,pagu_sub_1",
        "1.06.04.2.01,1.06.04.2.01.0001,Jumlah keluarga,KK,5,900,Jumlah orang,Orang,20,300",
    )
    pohon = hasil.dokumen.to_pohon(tahun_awal=2021)
    found = {node.id: [(item.nama, str(item.target[0])) for item in node.indikator] for node in pohon}
    assert found == {
        "1.06.04.2.01": [("Jumlah keluarga", "5")],
        "1.06.04.2.01.0001": [("Jumlah orang", "20")],
    }
    amounts = {node.id: [item.jumlah for item in getattr(node, "pagu", ())] for node in pohon}
    assert amounts == {"1.06.04.2.01": [900], "1.06.04.2.01.0001": [300]}


# --- what is measured ---------------------------------------------------------------------------

BULAN = "realisasi_bulan_1,realisasi_bulan_2,realisasi_bulan_3"


def test_months_of_a_row_with_one_indikator_are_its_own(tmp_path: Path) -> None:
    """A zero is a figure, a blank cell is none."""
    hasil = read(
        tmp_path,
        f"{KEPALA},outputteks,{BULAN},tahun_anggaran",
        f"{PERMAKANAN},Jumlah orang,8,0,,2025",
    )
    (kpi,) = hasil.to_pohon()["1.06.04.2.01.0001"].indikator
    assert [
        (item.indikator, str(item.periode), str(item.nilai)) for item in hasil.dokumen.to_realisasi()
    ] == [
        (kpi.id, "2025-01", "8"),
        (kpi.id, "2025-02", "0"),
    ]
    assert codes(hasil) == []


def test_months_of_a_row_with_several_are_taken_for_those_of_the_lowest(tmp_path: Path) -> None:
    kepala = f"{KEPALA},capaianteks,outputteks,{BULAN},tahun_anggaran"
    hasil = read(tmp_path, kepala, f"{PERMAKANAN},Persentase,Jumlah orang,8,,,2025")
    (kpi,) = hasil.to_pohon()["1.06.04.2.01.0001"].indikator
    assert [item.indikator for item in hasil.dokumen.to_realisasi()] == [kpi.id]
    (temuan,) = hasil.temuan
    assert temuan.kode == "SKP187"
    assert "kinerja, bukan uang" in temuan.pesan
    assert "sub kegiatan" in temuan.pesan


def test_tipe_indikator_says_whose_the_months_are(tmp_path: Path) -> None:
    kepala = f"{KEPALA},capaianteks,outputteks,{BULAN},tahun_anggaran,tipe_indikator,id_indikator"
    hasil = read(
        tmp_path,
        kepala,
        f"{PERMAKANAN},Persentase,Jumlah orang,8,,,2025,3,7",
        f"{PERMAKANAN},,,9,,,2025,2,4",
        f"{PERMAKANAN},,,9,,,2025,5,4",
    )
    assert [(item.indikator, str(item.nilai)) for item in hasil.dokumen.to_realisasi()] == [
        ("1.06.04/7", "8"),
        ("1.06.04.2.01/4", "9"),
    ]
    assert codes(hasil) == ["SKP105", "SKP188"]


def test_months_that_no_indikator_has_are_kept_and_not_guessed(tmp_path: Path) -> None:
    """Other applications write money under the same names."""
    hasil = read(
        tmp_path,
        f"{KEPALA},{BULAN},id_rumus_indikator,tahun_anggaran",
        f"{PERMAKANAN},62500000,,,1,2025",
    )
    assert (hasil.dokumen.to_realisasi(), hasil.dokumen.to_realisasi_anggaran()) == ((), ())
    assert dict(hasil.dokumen.baris[0].lain) == {"realisasi_bulan_1": "62500000", "id_rumus_indikator": "1"}
    assert codes(hasil) == ["SKP188"]
    assert "realisasi_anggaran_bulan_1" in hasil.temuan[0].saran


def test_two_indikator_of_one_level_leave_the_months_open(tmp_path: Path) -> None:
    kepala = f"kode_program,capaianteks,indikator,{BULAN},tahun_anggaran"
    hasil = read(tmp_path, kepala, "1.06.04,Persentase,Jumlah,8,,,2025")
    assert hasil.dokumen.to_realisasi() == ()
    assert codes(hasil) == ["SKP188"]


def test_targets_of_years_beside_an_output_are_taken_for_its_own(tmp_path: Path) -> None:
    kepala = f"{KEPALA},outputteks,satuanoutput,satuan,targetoutput,target,target_1,tahun_anggaran"
    hasil = read(tmp_path, kepala, f"{PERMAKANAN},Jumlah orang,Orang,Org,100,90,20,2025")
    (kpi,) = hasil.dokumen.to_pohon(tahun_awal=2021)["1.06.04.2.01.0001"].indikator
    assert (kpi.satuan, {str(item.periode): str(item) for item in kpi.target}) == (
        "Orang",
        {"2021": "20", "2025": "100"},
    )
    assert dict(hasil.dokumen.baris[0].lain) == {"satuan": "Org", "target": "90"}
    assert codes(hasil) == ["SKP187", "SKP184"]


def test_a_target_of_a_year_beside_an_output_takes_no_unit_that_is_not_printed(tmp_path: Path) -> None:
    hasil = read(
        tmp_path, f"{KEPALA},outputteks,target_1,tahun_anggaran", f"{PERMAKANAN},Jumlah orang,20,2025"
    )
    (kpi,) = hasil.dokumen.to_pohon(tahun_awal=2021)["1.06.04.2.01.0001"].indikator
    assert (kpi.satuan, [str(item.periode) for item in kpi.target]) == ("", ["2021"])
    assert hasil.dokumen.baris[0].lain == ()


def test_an_id_that_may_be_of_two_indikator_is_kept_as_printed(tmp_path: Path) -> None:
    """Without any month there is nothing to find but the id."""
    kepala = "kode_program,capaianteks,indikator,id_indikator,tahun_anggaran"
    hasil = read(tmp_path, kepala, "1.06.04,Persentase,Jumlah,77,2025")
    assert hasil.dokumen.baris[0].lain == (("id_indikator", "77"),)
    assert codes(hasil) == []


def test_months_without_a_year_are_kept(tmp_path: Path) -> None:
    hasil = read(tmp_path, f"kode_program,indikator,{BULAN}", "1.06.04,Persentase,8,9,")
    assert hasil.dokumen.to_realisasi() == ()
    assert dict(hasil.to_pohon()["1.06.04"].indikator[0].lain) == {
        "realisasi_bulan_1": "8",
        "realisasi_bulan_2": "9",
    }


# --- what the codes of rumus mean ---------------------------------------------------------------------


def test_the_codes_of_rumus_are_facts_of_their_own(tmp_path: Path) -> None:
    """Lower is better and months added up, at once: what one code of the application can't say."""
    hasil = read(
        tmp_path,
        f"kode_program,indikator,target,tahun_anggaran,id_rumus_indikator,{BULAN}",
        "1.06.04,Jumlah kasus,10,2025,2,4,3,0",
        "1.06.05,Jumlah aduan,10,2025,9,4,3,0",
    )
    assert codes(hasil) == ["SKP185", "SKP186"]
    assert "polaritas turun" in hasil.temuan[0].pesan
    (kpi,) = hasil.to_pohon()["1.06.05"].indikator
    assert (kpi.polaritas, kpi.agregasi, dict(kpi.lain)) == (None, None, {"id_rumus_indikator": "9"})
    pohon = hasil.dokumen.to_pohon(
        rumus={"2": MaknaRumus("Kasus", "turun", "jumlah"), "9": MaknaRumus("Bebas")}
    )
    (kasus,) = pohon["1.06.04"].indikator
    laporan = compute_capaian(pohon, hasil.dokumen.to_realisasi(), "2025-TW1", pembanding="tahun")
    assert str(laporan[kasus.id].rincian.utuh) == "7"
    assert (
        "tidak dinyatakan" in hasil.dokumen.check(rumus={"2": MaknaRumus("X"), "9": MaknaRumus("Y")})[0].pesan
    )


# --- files -----------------------------------------------------------------------------------------


def test_a_title_above_the_header_and_people_in_it(tmp_path: Path) -> None:
    """The title is kept, who keyed a row in is not."""
    hasil = read(
        tmp_path,
        "EKSPOR SUB KEGIATAN TAHUN 2025,,,",
        "kode_program,nama_program,created_by,catatan_usulan",
        '1.06.04,Rehabilitasi,Fulan,"Fulan, S.Sos"',
        "1.06.05,Perlindungan,,ya",
    )
    assert hasil.dokumen.kepala.judul == ("EKSPOR SUB KEGIATAN TAHUN 2025",)
    assert hasil.dokumen.kepala.periode == Periode(2025)
    assert "Fulan" not in str(hasil.dokumen)
    assert [row.lain for row in hasil.dokumen.baris] == [(), (("catatan_usulan", "ya"),)]
    assert codes(hasil) == ["SKP107", "SKP140", "SKP140"]


def test_a_table_in_json(tmp_path: Path) -> None:
    rows = [
        {"kode_program": "1.06.04", "nama_program": "Rehabilitasi", "pagu": 55160000, "tahun_anggaran": 2025},
        {
            "kode_program": "1.06.05",
            "indikator": "Indeks",
            "target": 93.5,
            "tahun_anggaran": 2025,
            "kosong": None,
        },
    ]
    hasil = read(tmp_path, json.dumps({"status": True, "data": rows}), nama="ekspor.json")
    pohon = hasil.to_pohon()
    assert total(pohon, "1.06.04", 2025) == 55_160_000
    nilai = pohon["1.06.05"].indikator[0].target[0].nilai
    assert isinstance(nilai, Angka)
    assert str(nilai.nilai) == "93.5"


def test_cells_of_json_are_read_as_a_reader_sees_them(tmp_path: Path) -> None:
    """Numbers with a comma, truth values as words, what is nested as JSON; 1e3 is no number that is printed."""
    rows = [
        {
            "kode_program": "1.06.04",
            "nama_program": "P",
            "a": 1.5,
            "b": True,
            "c": False,
            "d": [1.50, {"x": None}],
            "e": 1e300,
            "target": 7,
        }
    ]
    path = tmp_path / "ekspor.json"
    path.write_text(json.dumps(rows))
    hasil: Hasil = read_dokumen(path, bentuk="ekspor_sipd")
    assert dict(hasil.dokumen.baris[0].lain) == {
        "a": "1,5",
        "b": "ya",
        "c": "tidak",
        "d": '[1.5, {"x": null}]',
        "e": "1e+300",
    }


@pytest.mark.parametrize(
    ("teks", "sebab"),
    [
        ("{", "no JSON"),
        ("[1, 2]", "no table"),
        ("[]", "no table"),
        ('{"a": [{}], "b": []}', "no table"),
        ('{"versi": 1}', "no table"),
        ('[{"pagu": NaN}]', "NaN"),
        ('[{"pagu": 1, "pagu": 2}]', "twice"),
        ("[" * 200_000, "nested"),
    ],
)
def test_json_that_is_no_table_is_refused(teks: str, sebab: str, tmp_path: Path) -> None:
    path = tmp_path / "ekspor.json"
    path.write_text(teks)
    with pytest.raises(BerkasError, match=sebab):
        read_dokumen(path)


def test_cells_beyond_the_header_and_blank_rows(tmp_path: Path) -> None:
    hasil = read(tmp_path, "kode_program,nama_program", "1.06.04,P,lebih", ",,sisa")
    assert codes(hasil) == ["SKP108", "SKP108"]


def test_a_file_that_is_no_export(tmp_path: Path) -> None:
    """Asked to read it anyway, the reader gives no rows and names every cell."""
    from sakip.dokumen._baca.bacaan import Bacaan  # noqa: PLC0415  # the part below the door

    path = tmp_path / "lain.csv"
    path.write_text("kode_program,catatan\n1.06.04,x\n")
    hasil = FORMULIR.read(Bacaan.open(path))
    assert hasil.cakupan is not None
    assert (hasil.dokumen.baris, hasil.cakupan.temuan) == ((), 4)


def test_an_export_is_read_and_not_written(tmp_path: Path) -> None:
    with pytest.raises(TipeError):
        write_dokumen(EksporSIPD(), tmp_path / "x.csv")


def test_the_example_is_an_export_as_it_comes() -> None:
    """What the documentation shows of an export has a tree, its money and its months."""
    contoh: EksporSIPD = FORMULIR.contoh()
    pohon = contoh.to_pohon()
    assert total(pohon, next(iter(pohon)).id, 2025) == 55_160_000
    assert [(str(item.periode), str(item.nilai)) for item in contoh.to_realisasi()] == [("2025-01", "8")]
    assert [item.kode for item in contoh.check()] == ["SKP185"]  # what its rumus is taken to mean


def test_the_tree_becomes_a_struktur_table(tmp_path: Path) -> None:
    hasil = read(
        tmp_path,
        f"{KEPALA},outputteks,targetoutput,pagu,tahun_anggaran",
        f"{PERMAKANAN},Jumlah orang,100,55160000,2025",
    )
    write_dokumen(hasil.to_pohon(), tmp_path / "struktur.csv")
    again = read_struktur(tmp_path / "struktur.csv")
    assert [(node.id, node.label) for node in again.dokumen] == [
        (node.id, node.label) for node in hasil.to_pohon()
    ]
    assert again.temuan == ()


# --- values of the form ----------------------------------------------------------------------------------


@pytest.mark.parametrize("urut", [{6: "1"}, ((1, "1"), (1, "2")), {0: "1"}])
def test_years_are_numbered_once_from_one_to_five(urut: object) -> None:
    with pytest.raises(ModelError):
        UangSIPD(level=LevelKode.PROGRAM, pagu_ke=urut)  # type: ignore[arg-type]


def test_a_row_refuses_a_year_that_is_none() -> None:
    with pytest.raises(ModelError):
        BarisSIPD(tahun_awal="2021")  # type: ignore[arg-type]


def test_rows_made_by_hand_have_no_place_in_a_file() -> None:
    komponen = KomponenSIPD(level=LevelKode.PROGRAM, kode="1.06.04")
    kpi = IndikatorSIPD(level=LevelKode.PROGRAM, nama="Persentase", target=80)
    temuan = EksporSIPD(baris=[BarisSIPD(komponen=[komponen], indikator=[kpi]), BarisSIPD()]).check()
    assert [(item.kode, item.tempat.baris) for item in temuan] == [("SKP184", None)]
