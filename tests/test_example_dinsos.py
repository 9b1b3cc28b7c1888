"""Facts of the example, counted by hand from the document."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from sakip.angka import Angka
from sakip.dokumen import read_realisasi, read_struktur
from sakip.kode import Kode, LevelKode
from sakip.model import (
    AnySimpul,
    AsalKode,
    Butir,
    JenisInstansi,
    JenisRelasi,
    Kegiatan,
    Komponen,
    Outcome,
    Program,
    Relasi,
    SubKegiatan,
    Urusan,
)
from sakip.pohon import PohonKinerja
from sakip.reviu import ATURAN
from sakip.serialization import dumps, loads

FOLDER = Path(__file__).parents[1] / "examples" / "dinsos-kotawaringin-timur-2025"
TANPA_KODE = {"K14", "S5", "S11", "S21", "S33"}


@pytest.fixture(scope="module")
def pohon() -> PohonKinerja:
    """The tree of the example."""
    return read_struktur(FOLDER / "struktur.csv").dokumen


@pytest.fixture(scope="module")
def baris() -> list[dict[str, str]]:
    """The rows of the example as they are printed."""
    with (FOLDER / "struktur.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def komponen(pohon: PohonKinerja) -> list[Komponen]:
    return [item for item in pohon if isinstance(item, Komponen)]


def test_how_many_of_each_there_are(pohon: PohonKinerja) -> None:
    """1 outcome, 3 CSF, 7 program, 14 kegiatan, 43 sub kegiatan, 1 condition without component, 2 + 2 of the plans."""
    assert Counter(item.jenis for item in pohon) == {
        "outcome": 1, "csf": 3, "program": 7, "kegiatan": 14, "sub_kegiatan": 43, "kondisi_antara": 1, "tujuan": 2, "sasaran": 2,
    }  # fmt: skip
    operational = [item for item in pohon if item.jenis in {"sub_kegiatan", "kondisi_antara"}]
    assert len(operational) == 44


def test_the_head(pohon: PohonKinerja) -> None:
    """The name, the year and the institution stand in the table."""
    assert pohon.nama == "Pohon kinerja Dinas Sosial Kabupaten Kotawaringin Timur 2025"
    assert (str(pohon.periode), pohon.jenis) == ("2025", JenisInstansi.PEMDA)
    assert pohon.instansi is not None
    assert (pohon.instansi.nama, pohon.instansi.wilayah) == ("Dinas Sosial", "Kabupaten Kotawaringin Timur")


def test_the_grounds_of_the_outcome(pohon: PohonKinerja) -> None:
    """3 ekspektasi, 6 mandat with 11 items below them, 5 isu: 25 grounds."""
    outcome = pohon["O1"]
    assert isinstance(outcome, Outcome)
    dasar = outcome.dasar
    assert [len(dasar.ekspektasi), len(dasar.mandat), len(dasar.isu_strategis)] == [3, 6, 5]
    assert [(item.nomor, len(item.rincian)) for item in dasar.mandat] == [
        ("1", 4), ("2", 1), ("3", 1), ("4", 2), ("5", 2), ("6", 1),
    ]  # fmt: skip
    assert [item.nomor for item in dasar.mandat[0].rincian] == ["a", "b", "c", "d"]

    def count(items: tuple[Butir, ...]) -> int:
        return sum(1 + count(item.rincian) for item in items)

    assert count(dasar.ekspektasi + dasar.mandat + dasar.isu_strategis) == 25
    assert dasar.mandat[3].teks == "Perlindungan dan Jaminan Sosial"


def test_the_places(pohon: PohonKinerja) -> None:
    """Outcome, CSF, program, kegiatan, sub kegiatan; the plans stand as roots of their own."""
    assert [item.id for item in pohon.roots] == ["O1", "TR1", "TD1"]
    assert [item.id for item in pohon.children("O1")] == ["CSF1", "CSF2", "CSF3"]
    assert [len(pohon.children(f"CSF{number}")) for number in (1, 2, 3)] == [4, 2, 1]
    assert [item.id for item in pohon.path("S5")] == ["O1", "CSF1", "P1", "K14", "S5"]
    assert [item.id for item in pohon.path("KA1")] == ["O1", "CSF2", "P6", "K7", "KA1"]
    assert pohon.children("KA1") == ()
    assert [item.id for item in pohon.children("P7")] == ["K8", "K9", "K10", "K11", "K12", "K13"]
    assert {pohon.level(item.id) for item in pohon if item.jenis == "sub_kegiatan"} == {4}


def test_one_kegiatan_has_no_card(pohon: PohonKinerja) -> None:
    """K14 has neither money nor an indikator; every other component has both."""
    bare = {item.id for item in komponen(pohon) if not item.pagu or not item.indikator}
    assert bare == {"K14"}
    assert not pohon["K14"].indikator
    assert "tanpa kartu" in pohon["K14"].keterangan


def test_the_targets_of_the_renstra(pohon: PohonKinerja) -> None:
    """The tujuan's five years as printed, and a sasaran with six indikator of five years each."""
    (item,) = pohon["TR1"].indikator
    assert [(str(row.periode), str(row)) for row in item.target] == [
        ("2021", "63,32"), ("2022", "69,65"), ("2023", "75,99"), ("2024", "82,32"), ("2025", "94,99"),
    ]  # fmt: skip
    sasaran = pohon["SR1"].indikator
    assert [item.id for item in sasaran] == [f"IK-SR1-{number}" for number in range(1, 7)]
    assert [len(item.target) for item in sasaran] == [5] * 6
    assert [str(item.target_for(2025)) for item in sasaran] == [
        "85,37",
        "90,05",
        "89,93",
        "82,07",
        "93,59",
        "90,91",
    ]
    assert pohon.parent("SR1") == pohon["TR1"]


def test_the_tujuan_of_the_rpjmd_has_no_target(pohon: PohonKinerja) -> None:
    """One indikator without a figure; its sasaran has none."""
    assert [item.target for item in pohon["TD1"].indikator] == [()]
    assert not pohon["SD1"].indikator
    assert pohon.parent("SD1") == pohon["TD1"]


def test_targets_and_money_are_exactly_as_printed(pohon: PohonKinerja, baris: list[dict[str, str]]) -> None:
    """Every cell of a target or a pagu is the text of what was read, and every one was read."""
    targets = {row["id_indikator"]: row for row in baris if row["id_indikator"]}
    items = [item for simpul in pohon for item in simpul.indikator]
    assert {item.id for item in items} == set(targets)
    assert len(items) == 76
    for item in items:
        printed = {
            key[-4:]: cell for key, cell in targets[item.id].items() if key.startswith("target") and cell
        }
        assert {str(row.periode): str(row.nilai) for row in item.target} == printed
        assert all(isinstance(row.nilai, Angka) for row in item.target)
    money = {row["id"]: row["pagu_2025"] for row in baris if row["pagu_2025"]}
    assert {item.id: item.pagu[0].teks for item in komponen(pohon) if item.pagu} == money
    assert {item.id for item in komponen(pohon) if item.pagu and item.pagu[0].jumlah is None} == {"S31", "K7"}


def test_codes_are_assigned_where_the_name_decides(pohon: PohonKinerja) -> None:
    """59 components have a code, each assigned and each below its parent's; the five listed have none."""
    coded = [item for item in komponen(pohon) if item.kode is not None]
    assert len(coded) == 59
    assert {item.asal_kode for item in coded} == {AsalKode.DITETAPKAN}
    with (FOLDER / "kode-belum-pasti.csv").open(encoding="utf-8", newline="") as file:
        listed = {row["id"]: row for row in csv.DictReader(file)}
    assert {item.id for item in komponen(pohon) if item.kode is None} == set(listed) == TANPA_KODE
    assert all(row["alasan"] and row["calon"] for row in listed.values())
    levels = {
        "program": LevelKode.PROGRAM,
        "kegiatan": LevelKode.KEGIATAN,
        "sub_kegiatan": LevelKode.SUB_KEGIATAN,
    }
    for item in coded:
        assert isinstance(item.kode, Kode)
        assert item.kode.level is levels[item.jenis]
        above = pohon.parent(item.id)
        if isinstance(above, Komponen):
            assert isinstance(above.kode, Kode)
            assert item.kode.parent == above.kode
        else:
            assert item.kode.parent == Kode.parse("1.06")
    assert list(ATURAN["SKP801"](pohon)) == []


def test_who_answers_for_what(pohon: PohonKinerja) -> None:
    """Four posts and no person; sub kegiatan have none."""
    assert list(pohon.jabatan) == ["kepala_daerah", "kepala_dinas", "eselon_3", "jf"]
    owned = {id: Counter(item.jenis for item in pohon.assigned_to(id)) for id in pohon.jabatan}
    assert owned == {
        "kepala_daerah": {"tujuan": 1, "sasaran": 1},
        "kepala_dinas": {"outcome": 1, "csf": 3, "tujuan": 1, "sasaran": 1},
        "eselon_3": {"program": 7},
        "jf": {"kegiatan": 14},
    }
    assert all(pohon.owner(item.id) is None for item in pohon if item.jenis == "sub_kegiatan")


def test_other_wordings_and_the_one_link(pohon: PohonKinerja) -> None:
    """99 wordings: 50 of uraian, 8 of names, 41 of indikator; one relasi."""
    of_nodes = Counter(item.bagian for simpul in pohon for item in simpul.sebutan)
    of_items = [item for simpul in pohon for kpi in simpul.indikator for item in kpi.sebutan]
    assert (of_nodes, len(of_items)) == ({"uraian": 50, "nama": 8}, 41)
    assert all(item.tempat for item in of_items)
    (link,) = [item for item in pohon.relasi if item.jenis is not JenisRelasi.PENUGASAN]
    assert link == Relasi(
        jenis="penerjemahan", dari="S5", ke="K1", tempat="Tahap 3; Tahap 4", keterangan=link.keterangan
    )


def test_what_the_document_prints_wrongly_stays(pohon: PohonKinerja) -> None:
    """Typing errors are not mended."""
    assert pohon["P2"].label == "Proram Rehabilitasi Sosial"
    assert pohon["K11"].label == "Adminstrasi Umum Perangkat Daerah"
    assert pohon["S5"].uraian.startswith("Terpebuhinya")
    assert pohon["K12"].indikator[0].nama.startswith("Jualah")


@pytest.mark.parametrize(
    "name", ["struktur.csv", "realisasi-ilustrasi-2025.csv", "README.md", "kode-belum-pasti.csv"]
)
def test_there_is_no_person_in_it(name: str) -> None:
    """No NIP, no NIK, no academic title, no telephone number, no address of a mailbox."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    nip = r"\b(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\s*\d{6}\s*[12]\s*\d{3}\b"
    title = r",\s*(?:S\.?\s?(?:H|E|Sos|Kom|Pd|IP|STP|T|Ag|KM)|M\.?\s?(?:Si|M|H|Pd|AP|Kes)|A\.?\s?Md)\b\.?|\b(?:Drs|Dra|Hj|Ir)\."
    for pattern in (
        nip,
        r"\bNIP\b",
        r"\b\d{16,18}\b",
        title,
        r"\b08\d{8,11}\b",
        r"\S+@\S+\.\S+",
        r"\b(?:Bapak|Ibu|Sdr)\.? [A-Z]",
    ):
        assert not re.search(pattern, text), pattern


def test_the_tree_survives_json(pohon: PohonKinerja) -> None:
    """Written and read again it is the same tree."""
    assert loads(dumps(pohon)) == pohon


def test_the_measurements_are_of_its_indikator_and_said_to_be_invented(pohon: PohonKinerja) -> None:
    """67 rows, each of an indikator that is there, none twice; every file says that they are invented."""
    hasil = read_realisasi(FOLDER / "realisasi-ilustrasi-2025.csv")
    ids = [item.indikator for item in hasil.dokumen]
    assert len(ids) == len(set(ids)) == 67
    assert all(pohon.indikator(id).id == id for id in ids)
    assert "Bukan angka pemerintah" in hasil.keterangan[1]
    assert "**rekaan**" in (FOLDER / "README.md").read_text(encoding="utf-8")


# --- the official list --------------------------------------------------------

KELAS: dict[LevelKode, type[Urusan | Program | Kegiatan | SubKegiatan]] = {
    LevelKode.BIDANG_URUSAN: Urusan,
    LevelKode.PROGRAM: Program,
    LevelKode.KEGIATAN: Kegiatan,
    LevelKode.SUB_KEGIATAN: SubKegiatan,
}


@pytest.mark.parametrize("pemda", ["KABKOT", "PROV"])
def test_the_official_list_builds_one_tree(pemda: str, pohon: PohonKinerja) -> None:
    """Every code is read, finds its parent, and nothing is found wrong; X.XX is bound to 1.06."""
    with (FOLDER / "nomenklatur-1.06.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["jenis_pemda"] == pemda]
    names: dict[Kode, str] = {}
    for row in rows:
        code = Kode.parse(row["kode"])
        names.setdefault(code.bind("1.06") if code.is_placeholder else code, row["nama"])
    assert sum(row["kode"].startswith("X.XX") for row in rows) > 100
    tree = PohonKinerja("Nomenklatur 1.06")
    for code in sorted(names):
        node: AnySimpul = KELAS[code.level](str(code), kode=code, nama=names[code])
        tree.add(node, under=None if code.level is LevelKode.BIDANG_URUSAN else str(code.parent))
    assert [item.id for item in tree.roots] == ["1.06"]
    assert list(ATURAN["SKP801"](tree)) == []
    assert {item.jenis for item in tree} == {"urusan", "program", "kegiatan", "sub_kegiatan"}
    if pemda == "KABKOT":
        used = {str(item.kode) for item in komponen(pohon) if item.kode is not None}
        assert used <= {item.id for item in tree}
