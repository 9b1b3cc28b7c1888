"""The official nomenclature: rows of the list of Kepmendagri, trees held against it."""

from __future__ import annotations

import pytest

from sakip.errors import KodeError, ModelError, TidakAdaError
from sakip.kode import Kode
from sakip.model import Indikator, Kegiatan, Program, SubKegiatan, Urusan
from sakip.nomenklatur import (
    BarisNomenklatur,
    Nomenklatur,
    check_nomenklatur,
    compare_nomenklatur,
    from_rows,
    map_kode,
    propose_kode,
    recode,
    to_placeholder,
)
from sakip.pohon import PohonKinerja

# A few rows as the official list has them; the codes and names are facts of Kepmendagri.
DAFTAR = from_rows(
    [
        {"jenis_pemda": "KABKOT", "kode": "1.06.04", "nama": "PROGRAM REHABILITASI SOSIAL"},
        {
            "jenis_pemda": "KABKOT",
            "kode": "1.06.04.2.01.0001",
            "sub_kegiatan": "Penyediaan Permakanan",
            "indikator": "Jumlah Orang yang Mendapatkan Permakanan",
            "satuan": "Orang",
        },
        {"jenis_pemda": "PROV", "kode": "1.06.04.1.01.0001", "sub_kegiatan": "Penyediaan Permakanan"},
        {"kode": "X.XX.01.2.01.0001", "sub_kegiatan": "Penyusunan Dokumen Perencanaan Perangkat Daerah"},
        {
            "jenis_pemda": "KABKOT",
            "kode": "1.02.02.2.02.0035",
            "sub_kegiatan": "Pengelolaan Pelayanan Kesehatan Jiwa",
            "sub_kegiatan_sebelumnya": "1.02.02.2.02.0013 Pengelolaan Pelayanan ODMK",
        },
    ]
)


def tree(*simpul: Program | Kegiatan | SubKegiatan | Urusan) -> PohonKinerja:
    found = PohonKinerja("Dinas Sosial", jenis="bebas")
    found.add_many([(item, None) for item in simpul])
    return found


def codes(*simpul: Program | Kegiatan | SubKegiatan, jenis: str = "KABKOT") -> list[str]:
    return [item.kode for item in check_nomenklatur(tree(*simpul), DAFTAR, jenis)]


def test_what_agrees_has_no_finding() -> None:
    """Case and the word for the level don't count; a bidang's own copy of X.XX is the same."""
    assert codes(Program("P1", kode="1.06.04", nama="Rehabilitasi Sosial")) == []
    assert (
        codes(
            SubKegiatan(
                "S1", kode="1.06.01.2.01.0001", nama="Penyusunan Dokumen Perencanaan Perangkat Daerah"
            )
        )
        == []
    )
    official = Indikator(id="I", nama="jumlah orang yang mendapatkan permakanan", satuan="orang")
    assert (
        codes(SubKegiatan("S1", kode="1.06.04.2.01.01", nama="Penyediaan permakanan", indikator=[official]))
        == []
    )


def test_what_differs_is_told() -> None:
    assert codes(Program("P1", kode="1.06.04", nama="Proram Rehabilitasi Sosial")) == ["SKP812"]
    other = Indikator(id="I", nama="Jumlah paket")
    assert codes(SubKegiatan("S1", kode="1.06.04.2.01.0001", indikator=[other])) == ["SKP813"]
    unit = Indikator(id="I", nama="Jumlah Orang yang Mendapatkan Permakanan", satuan="Paket")
    (temuan,) = check_nomenklatur(tree(SubKegiatan("S1", kode="1.06.04.2.01.0001", indikator=[unit])), DAFTAR)
    assert (temuan.kode, temuan.tempat.indikator) == ("SKP814", "I")
    assert 'ialah "Orang", di sini "Paket"' in temuan.pesan


def test_codes_that_are_unknown_replaced_or_of_others() -> None:
    assert codes(Program("P1", kode="1.06.99", nama="x")) == ["SKP811"]
    (moved,) = check_nomenklatur(tree(SubKegiatan("S1", kode="1.02.02.2.02.0013")), DAFTAR)
    assert "digantikan 1.02.02.2.02.0035" in moved.pesan
    (province,) = check_nomenklatur(tree(SubKegiatan("S1", kode="1.06.04.1.01.0001")), DAFTAR, "KABKOT")
    assert province.kode == "SKP815"
    assert "ada dalam daftar PROV, bukan KABKOT" in province.pesan


def test_a_list_of_sub_kegiatan_alone_knows_what_stands_above_them() -> None:
    """The official file has no row for a program or a kegiatan; one of a province is told as such."""
    alone = Nomenklatur([row for row in DAFTAR.baris if len(row.kode.segmen) == 6])
    pohon = tree(
        Program("P1", kode="1.06.04", nama="Rehabilitasi Sosial"),
        Program("P2", kode="1.06.01", nama="Penunjang"),
        Kegiatan("K1", kode="1.06.04.2.01", nama="Rehabilitasi Dasar"),
        Urusan("U1", kode="1.06", nama="Sosial"),
        Program("P9", kode="1.06.99", nama="x"),
        Kegiatan("K9", kode="1.06.04.1.01", nama="x"),
    )
    found = [(item.tempat.simpul, item.kode) for item in check_nomenklatur(pohon, alone, "KABKOT")]
    assert found == [("P9", "SKP811"), ("K9", "SKP815")]
    moved = map_kode(pohon, alone, "KABKOT")
    assert {item.id: item.keterangan for item in moved} == dict.fromkeys(
        ("P1", "P2", "K1", "U1"), "tetap"
    ) | {"P9": "hilang", "K9": "hilang"}
    assert moved.to_records()[0]["kode_baru"] == "1.06.04"


def test_a_code_that_means_one_thing_in_a_province_and_another_in_a_kabupaten() -> None:
    """Without the kind of government either name is right, and no other."""
    two = from_rows(
        [
            {"jenis_pemda": jenis, "kode": "1.06.02", "nama": nama}
            for jenis, nama in (("PROV", "Satu"), ("KABKOT", "Dua"))
        ]
    )
    for nama, jenis, expected in (
        ("Satu", "", []),
        ("dua", "", []),
        ("Tiga", "", ["SKP812"]),
        ("Satu", "KABKOT", ["SKP812"]),
    ):
        pohon = tree(Program("P1", kode="1.06.02", nama=nama))
        assert [item.kode for item in check_nomenklatur(pohon, two, jenis)] == expected


def test_components_without_a_code_are_left_alone() -> None:
    assert codes(Program("P1", nama="Rehabilitasi Sosial")) == []


def test_codes_are_proposed_for_names() -> None:
    found = DAFTAR.propose("Penyediaan Permakanan", jenis_pemda="KABKOT")
    assert [(str(row.kode), mirip) for row, mirip in found] == [("1.06.04.2.01.0001", 1.0)]
    assert [str(row.kode) for row, _ in DAFTAR.propose("Penyediaan Permakanan")] == [
        "1.06.04.2.01.0001",
        "1.06.04.1.01.0001",
    ]
    assert DAFTAR.propose("Penyediaan Permakanan", panjang=3) == ()
    assert DAFTAR.propose("zzz") == ()


def test_what_became_of_the_codes() -> None:
    split = Nomenklatur(
        [
            *DAFTAR.baris,
            BarisNomenklatur(
                kode=Kode.parse("1.02.02.2.02.0036"), menggantikan=Kode.parse("1.02.02.2.02.0014")
            ),
            BarisNomenklatur(
                kode=Kode.parse("1.02.02.2.02.0037"), menggantikan=Kode.parse("1.02.02.2.02.0014")
            ),
            BarisNomenklatur(
                kode=Kode.parse("1.02.02.2.02.0038"), menggantikan=Kode.parse("1.02.02.2.02.0038")
            ),
        ]
    )
    pohon = tree(
        SubKegiatan("tetap", kode="1.06.04.2.01.0001"),
        SubKegiatan("pindah", kode="1.02.02.2.02.0013"),
        SubKegiatan("pecah", kode="1.02.02.2.02.0014"),
        SubKegiatan("hilang", kode="1.02.02.2.02.0099"),
        Program("tanpa", nama="Tanpa kode"),
    )
    assert {item.id: item.keterangan for item in map_kode(pohon, split)} == {
        "tetap": "tetap",
        "pindah": "pindah",
        "pecah": "pecah",
        "hilang": "hilang",
    }
    laporan = map_kode(pohon, split, "KABKOT")
    assert dict(laporan.banyak) == {"tetap": 1, "pindah": 1, "pecah": 1, "hilang": 1}
    assert [item.id for item in laporan.berubah] == ["pindah", "pecah", "hilang"]
    assert len(laporan) == 4
    assert laporan.berubah.to_records()[0] == {
        "id": "pindah",
        "nama": "",
        "kode_lama": "1.02.02.2.02.0013",
        "kode_baru": "1.02.02.2.02.0035",
        "nama_baru": "Pengelolaan Pelayanan Kesehatan Jiwa",
        "keterangan": "pindah",
    }
    assert "1.02.02.2.02.0036;" in str(laporan)
    assert "<table" in laporan._repr_html_()
    assert [item.keterangan for item in map_kode(pohon, split, "PROV")] == [
        "hilang",
        "hilang",
        "pecah",
        "hilang",
    ]
    done = recode(pohon, split, pilihan={"pecah": "1.02.02.2.02.0037"})
    assert [str(item.kode) for item in done if isinstance(item, SubKegiatan)] == [
        "1.06.04.2.01.0001",
        "1.02.02.2.02.0035",
        "1.02.02.2.02.0037",
        "1.02.02.2.02.0099",
    ]
    assert str(recode(pohon, split, pilihan={"pecah": Kode.parse("1.02.02.2.02.0036")})["pecah"].label) == ""
    assert [item.keterangan for item in map_kode(done, split)] == ["tetap", "tetap", "tetap", "hilang"]
    with pytest.raises(ModelError, match=r"one of 1\.02\.02\.2\.02\.0036, "):
        recode(pohon, split, pilihan={"pecah": "1.06.04"})
    with pytest.raises(TidakAdaError):
        recode(pohon, split, pilihan={"tanpa": "1.06.04"})


def test_a_name_that_is_another_now() -> None:
    pohon = tree(
        SubKegiatan("S1", kode="1.06.04.2.01.0001", nama="Penyediaan Makanan"),
        Program("P1", kode="1.06.04", nama="Rehabilitasi Sosial"),
    )
    assert [item.keterangan for item in map_kode(pohon, DAFTAR)] == ["berganti nama", "tetap"]


def test_what_every_bidang_has_moves_with_its_bidang() -> None:
    """A row of X.XX that replaces another of X.XX: asked for bidang 1.06, the answer is of bidang 1.06."""
    daftar = Nomenklatur(
        [BarisNomenklatur(kode=Kode.parse("X.XX.01.2.01.0009"), menggantikan=Kode.parse("X.XX.01.2.01.0008"))]
    )
    (pindah,) = map_kode(tree(SubKegiatan("S1", kode="1.06.01.2.01.0008")), daftar)
    assert [str(row.kode) for row in pindah.baru] == ["1.06.01.2.01.0009"]
    done = recode(tree(SubKegiatan("S1", kode="1.06.01.2.01.0008")), daftar)
    assert [item.keterangan for item in map_kode(done, daftar)] == ["tetap"]


def test_a_list_against_a_newer_one() -> None:
    """Kept, moved, gone and new, each kind of government for itself."""
    old = from_rows(
        [
            {"jenis_pemda": "KABKOT", "kode": "1.06.04", "nama": "Program Rehabilitasi Sosial"},
            {"jenis_pemda": "KABKOT", "kode": "1.02.02.2.02.0013", "nama": "Pelayanan ODMK"},
            {"jenis_pemda": "PROV", "kode": "1.02.02.2.02.0013", "nama": "Pelayanan ODMK"},
        ]
    )
    moved = compare_nomenklatur(old, DAFTAR)
    assert [item.keterangan for item in moved][:3] == ["tetap", "pindah", "hilang"]
    assert moved.banyak["baru"] == 3
    one = compare_nomenklatur(old, DAFTAR, "KABKOT")
    assert [item.keterangan for item in one] == ["tetap", "pindah", "baru", "baru"]


def test_codes_are_proposed_for_a_whole_tree() -> None:
    """Below a component with a code only what lies below that; for what every bidang has, too."""
    pohon = PohonKinerja("Dinas Sosial", jenis="bebas")
    pohon.add(Program("P1", kode="1.06.04", nama="Rehabilitasi Sosial"))
    pohon.add(SubKegiatan("S1", nama="Penyediaan Permakanan"), under="P1")
    pohon.add(Program("P2", kode="1.06.01", nama="Program Penunjang"))
    pohon.add(SubKegiatan("S2", nama="Penyusunan Dokumen Perencanaan Perangkat Daerah"), under="P2")
    pohon.add(SubKegiatan("S3", nama="Penyediaan Permakanan"), under="P2")
    pohon.add(Program("P3", nama="REHABILITASI  SOSIAL"))
    pohon.add(Program("P4"))
    found = {
        node.id: [str(row.kode) for row, _ in rows] for node, rows in propose_kode(pohon, DAFTAR, "KABKOT")
    }
    assert found == {
        "S1": ["1.06.04.2.01.0001"],
        "S2": ["1.06.01.2.01.0001"],
        "S3": [],
        "P3": ["1.06.04"],
    }
    assert len(propose_kode(pohon, DAFTAR, terbanyak=1)[0][1]) == 1


def test_an_urusan_has_no_placeholder() -> None:
    assert to_placeholder(Kode.parse("1.06")) == Kode.parse("1.06")


def test_rows_that_are_none() -> None:
    with pytest.raises(ModelError, match="a row with a kode"):
        from_rows([{"kode": " ", "nama": "x"}])
    with pytest.raises(KodeError):
        from_rows([{"kode": "satu"}])
    with pytest.raises(ModelError, match="a BarisNomenklatur"):
        Nomenklatur(["1.06"])  # type: ignore[list-item]
