"""A report: selected, grouped, sorted, compared, and written for people and for programs."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import attrs
import pytest

from sakip.angka import Angka, parse_angka
from sakip.capaian import (
    BarisBeda,
    LaporanCapaian,
    Rincian,
    compare_laporan,
    compare_tahun,
    compute_capaian,
    roll_up,
)
from sakip.errors import BerkasError, ModelError, PeriodeError, SakipError, TidakAdaError
from sakip.kebijakan import KEMENKEU, LKJIP, Kebijakan
from sakip.model import CSF, Indikator, Jabatan, Outcome, Program, Realisasi
from sakip.periode import Periode
from sakip.pohon import PohonKinerja
from sakip.rumus import Jumlah
from sakip.skala import SKALA_MAGETAN

BERSKALA = attrs.evolve(LKJIP, nama="Dinas", skala=SKALA_MAGETAN)


def pohon() -> PohonKinerja:
    """Two branches, two posts, five indikator, planned by quarters."""
    tree = PohonKinerja("Dinas Contoh")
    tree.add(Outcome("O1", uraian="Hasil", indikator=_items("IK1", "IK2", iku=True)))
    tree.add(CSF("C1", indikator=_items("IK3")), under="O1")
    tree.add(Program("P1", nama="Program", indikator=_items("IK4")), under="C1")
    tree.add(Outcome("O2", indikator=_items("IK5")))
    tree.add_jabatan(Jabatan(id="kadis", nama="Kepala Dinas"))
    tree.add_jabatan(Jabatan(id="kabid", nama="Kepala Bidang"))
    tree.assign("O1", "kadis")
    tree.assign("P1", "kabid")
    return tree


def _items(*ids: str, iku: bool = False) -> list[Indikator]:
    target = {"2025-TW1": 10, "2025-TW2": 10}
    return [Indikator(id=id, nama=f"Jumlah {id}", iku=iku, target=target, satuan="Orang") for id in ids]


TW1 = [Realisasi("IK1", "2025-TW1", 8), Realisasi("IK3", "2025-TW1", 12), Realisasi("IK5", "2025-TW1", 0)]
TW2 = [Realisasi("IK1", "2025-TW2", 10), Realisasi("IK3", "2025-TW2", 6), Realisasi("IK4", "2025-TW2", 10)]


def laporan(
    *periode: str, kebijakan: Kebijakan | None = None, rows: list[Realisasi] | None = None
) -> LaporanCapaian:
    return compute_capaian(
        pohon(), [*TW1, *TW2] if rows is None else rows, periode or ["2025-TW1"], kebijakan
    )


def ids(report: LaporanCapaian) -> list[str]:
    return [row.indikator.id for row in report]


# --- parts --------------------------------------------------------------------------

PILIHAN: list[tuple[dict[str, object], list[str]]] = [
    ({}, ["IK1", "IK2", "IK3", "IK4", "IK5"]),
    ({"jenis": "outcome"}, ["IK1", "IK2", "IK5"]),
    ({"jenis": ["csf", "program"]}, ["IK3", "IK4"]),
    ({"jenis": []}, []),
    ({"jenis": "renstra"}, []),
    ({"jabatan": "kadis"}, ["IK1", "IK2"]),
    ({"jabatan": "kabid"}, ["IK4"]),
    ({"jabatan": "x"}, []),
    ({"di_bawah": "O1"}, ["IK1", "IK2", "IK3", "IK4"]),
    ({"di_bawah": "C1"}, ["IK3", "IK4"]),
    ({"iku": True}, ["IK1", "IK2"]),
    ({"iku": False}, ["IK3", "IK4", "IK5"]),
    ({"periode": "TW I 2025"}, ["IK1", "IK2", "IK3", "IK4", "IK5"]),
    ({"periode": 2024}, []),
    ({"jenis": "outcome", "di_bawah": "O1", "iku": True, "jabatan": "kadis"}, ["IK1", "IK2"]),
]


@pytest.mark.parametrize(("syarat", "hasil"), PILIHAN)
def test_select(syarat: dict[str, object], hasil: list[str]) -> None:
    """Rows that fit every condition, in tree order, in a report of their own."""
    whole = laporan()
    part = whole.select(**syarat)  # type: ignore[arg-type]
    assert ids(part) == hasil
    assert (part.nama, part.kebijakan, part.temuan) == (whole.nama, whole.kebijakan, whole.temuan)
    assert all(id in part and part[id] == whole[id] for id in hasil)
    assert len(whole) == 5


def test_group() -> None:
    """By any column, in order of appearance, each group a report."""
    groups = laporan().group("jabatan")
    assert {key: ids(part) for key, part in groups.items()} == {
        "Kepala Dinas": ["IK1", "IK2"], "": ["IK3", "IK5"], "Kepala Bidang": ["IK4"],
    }  # fmt: skip
    assert list(laporan().group("tercapai")) == [False, None, True]
    assert list(laporan().group("tingkat")) == [0, 1, 2]
    with pytest.raises(TidakAdaError, match="no kolom 'warna_warni'"):
        laporan().group("warna_warni")
    assert laporan().select(jenis=[]).group("warna_warni") == {}


def test_sort() -> None:
    """Figures in order, those without one last, whichever way; ties stay in tree order."""
    report = laporan()
    assert ids(report.sort()) == ["IK5", "IK1", "IK3", "IK2", "IK4"]
    assert ids(report.sort(menurun=True)) == ["IK3", "IK1", "IK5", "IK2", "IK4"]
    assert ids(report.sort("jabatan")) == ["IK3", "IK5", "IK4", "IK1", "IK2"]
    assert ids(report.sort("iku", menurun=True)) == ["IK1", "IK2", "IK3", "IK4", "IK5"]
    assert ids(report.sort("tercapai")) == ["IK1", "IK5", "IK3", "IK2", "IK4"]
    with pytest.raises(TidakAdaError, match="which has id_simpul, jenis"):
        report.sort("besar")


# --- several periods ----------------------------------------------------------------


def test_several_periods() -> None:
    """Each indikator once for each period; asked for by both, and by the id alone where that is one."""
    report = laporan("2025-TW1", "2025-TW2")
    assert len(report) == 10
    assert [str(row.periode) for row in report][:4] == ["2025-TW1", "2025-TW2"] * 2
    assert (report["IK1", "2025-TW1"].nilai, report["IK1", Periode.parse("2025-TW2")].nilai) == (
        Decimal(80),
        Decimal(100),
    )
    assert report.terhitung == 6
    with pytest.raises(ModelError, match=r"one of several periods, such as \('IK1', '2025-TW1'\)"):
        report["IK1"]
    with pytest.raises(TidakAdaError, match="no indikator 'IK1, 2024'"):
        report["IK1", 2024]
    with pytest.raises(PeriodeError):
        report["IK1", "kapan"]
    one = report.select(periode="2025-TW2")
    assert one["IK1"].nilai == 100
    assert "IK1" in one
    assert (one.periode, str(one).splitlines()[-1]) == (
        (Periode.parse("2025-TW2"),),
        "3 dari 5 indikator terhitung.",
    )
    assert roll_up(pohon(), one)["P1"].nilai == 100
    lines = str(report).splitlines()
    assert lines[0] == "Capaian Dinas Contoh, Triwulan I Tahun 2025, Triwulan II Tahun 2025, kebijakan LKJIP"
    assert lines[2].split()[:2] == ["Periode", "Id"]
    assert lines[4].split()[:2] == ["2025-TW1", "IK1"]
    assert lines[-1] == "6 dari 10 baris terhitung."


def test_keys_that_nothing_has() -> None:
    """A row is asked for by an id, or by an id and a period; anything else is not there."""
    report = laporan("2025-TW1", "2025-TW2")
    known: list[object] = ["IK1", ("IK1", "2025-TW1"), ("IK1", Periode.parse("2025-TW2"))]
    assert all(kunci in report for kunci in known)
    strange = ["X", ("IK1", 2024), ("IK1", "kapan"), ("IK1", None), ("IK1", 2025, 3), (), [], ["IK1"], 7]
    for lain in strange:
        assert lain not in report
        with pytest.raises(SakipError):
            report[lain]  # type: ignore[index]
    with pytest.raises(TidakAdaError, match="no indikator 'IK1, 2025, 3'"):
        report["IK1", 2025, 3]  # type: ignore[index]
    assert [[]] not in roll_up(pohon(), report.select(periode="2025-TW1"))


# --- out of it ----------------------------------------------------------------------

KOLOM = [
    "id_simpul", "jenis", "tingkat", "uraian", "id_jabatan", "jabatan", "id_indikator", "indikator", "iku", "satuan",
    "polaritas", "periode", "target", "versi_target", "realisasi", "nilai_target", "nilai_realisasi", "capaian",
    "capaian_mentah", "tercapai", "alasan", "keterangan", "predikat", "warna", "agregasi", "periode_terisi",
    "periode_banyak", "kebijakan",
]  # fmt: skip


def test_the_columns_are_these() -> None:
    """A program reads them by name."""
    records = laporan(kebijakan=BERSKALA).to_records()
    assert [list(record) for record in records] == [KOLOM] * 5
    first = records[0]
    assert (first["tingkat"], first["iku"], first["predikat"], first["tercapai"]) == (
        0,
        True,
        "Berhasil",
        False,
    )
    assert first["warna"] == "#1a7f37"
    assert (records[2]["tingkat"], records[3]["tingkat"]) == (1, 2)
    assert (records[1]["predikat"], records[1]["warna"], records[1]["tercapai"]) == ("", "", None)


def test_csv_keeps_every_digit() -> None:
    """A decimal comma, yes and no in words, nothing for what is missing; parsed back it is what it was."""
    rows = [Realisasi("IK1", "2025-TW1", Decimal("6.66666")), Realisasi("IK3", "2025-TW1", 1_234_567)]
    report = laporan(rows=rows)
    parsed = list(csv.DictReader(io.StringIO(report.to_csv())))
    assert [list(row) for row in parsed] == [KOLOM] * 5
    assert parsed[0]["capaian"] == "66,66660"
    assert parsed[2]["nilai_realisasi"] == "1234567"
    assert parsed[2]["capaian"] == "12345670"
    assert (parsed[0]["iku"], parsed[2]["iku"], parsed[0]["tercapai"]) == ("ya", "tidak", "tidak")
    assert (parsed[1]["capaian"], parsed[1]["alasan"]) == ("", "belum_ada_realisasi")
    for row, text in zip(report, parsed, strict=True):
        assert row.nilai == (parse_angka(text["capaian"]) if text["capaian"] else None)
    assert report.select(jenis=[]).to_csv() == ""


def test_csv_quotes_what_has_to_be() -> None:
    """Semicolons, quotation marks, line feeds and lone carriage returns of a name come back as they were."""
    tree = PohonKinerja("Dinas")
    nama = 'Jumlah "PPKS", tertangani;\nsemua\rdan\r\nlagi'
    tree.add(Outcome("O", indikator=Indikator(id="IK", nama=nama)))
    text = compute_capaian(tree, [], 2025).to_csv()
    assert next(csv.DictReader(io.StringIO(text, newline="")))["indikator"] == nama


def test_csv_into_a_file(tmp_path: Path) -> None:
    """What is given back is what is written; a file that can't be written is named."""
    text = laporan().to_csv(tmp_path / "capaian.csv")
    assert (tmp_path / "capaian.csv").read_text(encoding="utf-8") == text == laporan().to_csv()
    with pytest.raises(BerkasError):
        laporan().to_csv(tmp_path / "tidak" / "ada.csv")


class Halaman(HTMLParser):
    """The elements of a page with their attributes, and the words of each cell."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.rows: list[list[str]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if self._open[-1] in {"td", "th"}:
            self.rows[-1][-1] += data


JAHAT = '<b onclick="x()">"&amp;\'</b><script>'


def jahat() -> PohonKinerja:
    """A tree whose every name tries to be more than a name."""
    tree = PohonKinerja(JAHAT, periode="2021-2025")
    item = Indikator(id=f"IK{JAHAT}", nama=JAHAT, satuan=JAHAT, target={"2025": "10", "2025-TW1": "5"})
    tree.add(Outcome(f"O{JAHAT}", uraian=JAHAT, indikator=item))
    tree.add_jabatan(Jabatan(id="J", nama=JAHAT))
    tree.assign(f"O{JAHAT}", "J")
    return tree


def halaman_jahat() -> dict[str, str]:
    tree, rows = jahat(), [Realisasi(f"IK{JAHAT}", 2025, Angka(8, JAHAT))]
    rule = attrs.evolve(BERSKALA, nama=JAHAT)
    report = compute_capaian(tree, rows, 2025, rule)
    return {
        "laporan": report._repr_html_(),
        "simpul": roll_up(tree, report)._repr_html_(),
        "tahun": compare_tahun(tree, rows, 2025, rule, luar={f"IK{JAHAT}": (JAHAT, 5)})._repr_html_(),
        "beda": compare_laporan(report, report)._repr_html_(),
    }


@pytest.mark.parametrize("nama", ["laporan", "simpul", "tahun", "beda"])
def test_every_text_is_escaped(nama: str) -> None:
    """No name makes an element, an attribute or a script; read back, each is what it was."""
    text = halaman_jahat()[nama]
    page = Halaman(text)
    assert {tag for tag, _ in page.tags} <= {"table", "caption", "thead", "tbody", "tr", "th", "td", "p"}
    assert all(set(more) <= {"scope", "style"} for _, more in page.tags)
    assert "<script" not in text
    assert any(JAHAT in words for words in page.words)
    assert [tag for tag, _ in page.tags].count("caption") == 1
    heads = [more for tag, more in page.tags if tag == "th"]
    assert heads
    assert all(more["scope"] == "col" for more in heads)
    assert len({len(row) for row in page.rows}) == 1


def test_the_label_stands_beside_the_colour() -> None:
    """A coloured row says the same in words; one without a figure has neither."""
    page = Halaman(laporan(kebijakan=BERSKALA)._repr_html_())
    assert page.rows[0] == [
        "Periode",
        "Id",
        "Indikator",
        "Jabatan",
        "Target",
        "Realisasi",
        "Capaian",
        "Predikat",
    ]
    assert [row[-1] for row in page.rows[1:]] == ["Berhasil", "", "Sangat Berhasil", "", "Kurang Berhasil"]
    assert page.rows[1][:4] == ["2025-TW1", "IK1", "Jumlah IK1", "Kepala Dinas"]
    last = [more for tag, more in page.tags if tag == "td"][7::8]
    coloured = ["border-left" in (more.get("style") or "") for more in last]
    assert coloured == [True, False, True, False, True]
    assert "3 dari 5 indikator terhitung." in page.words
    assert "border-left" not in laporan()._repr_html_()


def test_no_rows_are_a_table_all_the_same() -> None:
    """An empty report has its caption and its header."""
    page = Halaman(laporan().select(jenis=[])._repr_html_())
    assert len(page.rows) == 1
    assert "0 dari 0 indikator terhitung." in page.words


def test_words_of_a_row() -> None:
    """A measurement that tells only parts says so; a row made by hand needs no details."""
    tree = PohonKinerja("Dinas")
    tree.add(Outcome("O", indikator=Indikator(id="IK", nama="x", agregasi="jumlah", target={2025: 10})))
    rows = [Realisasi("IK", "2025-S1", 4), Realisasi("IK", "2025-S2", 5)]
    row = compute_capaian(tree, rows, 2025)["IK"]
    assert "Realisasi 9 dihimpun dari Semester I Tahun 2025 4; Semester II Tahun 2025 5." in row.explain()
    bare = attrs.evolve(row, target=None, jalur=(), rincian=Rincian())
    assert bare.explain().splitlines()[0] == "IK: x"
    assert bare.to_record()["tingkat"] == 0
    assert bare._target_words() == ""


def test_a_sum_of_named_parts() -> None:
    """A period measured by its parts is shown as that."""
    tree = PohonKinerja("Dinas")
    tree.add(Outcome("O", indikator=Indikator(id="IK", nama="x", rumus=Jumlah(), target={2025: 10})))
    rows = [Realisasi("IK", "2025-S1", komponen={"a": 1, "b": 3}), Realisasi("IK", "2025-S2", 5)]
    row = compute_capaian(tree, rows, 2025)["IK"]
    assert row.nilai == 90
    assert "Semester I Tahun 2025 dari bagiannya; Semester II Tahun 2025 5." in row.explain()


# --- two of them --------------------------------------------------------------------


def test_two_quarters_side_by_side() -> None:
    """What rose, fell, stayed, began and ceased to have a figure."""
    beda = compare_laporan(laporan("2025-TW1"), laporan("2025-TW2"))
    found = {
        str(record["id_indikator"]): (record["keterangan"], record["selisih"]) for record in beda.to_records()
    }
    assert found == {
        "IK1": ("naik", Decimal(20)),
        "IK2": ("tetap tidak terhitung", None),
        "IK3": ("turun", Decimal(-60)),
        "IK4": ("menjadi terhitung", None),
        "IK5": ("menjadi tidak terhitung", None),
    }
    same = compare_laporan(laporan(), laporan())
    assert [row.keterangan for row in same] == [
        "tetap", "tetap tidak terhitung", "tetap", "tetap tidak terhitung", "tetap",
    ]  # fmt: skip


def test_what_is_new_and_what_is_gone() -> None:
    """In the order of the second report, what is gone behind it."""
    before, after = laporan().select(di_bawah="O1"), laporan().select(jenis="outcome")
    beda = compare_laporan(before, after)
    assert [(record["id_indikator"], record["keterangan"]) for record in beda.to_records()] == [
        ("IK1", "tetap"), ("IK2", "tetap tidak terhitung"), ("IK5", "baru"), ("IK3", "hilang"), ("IK4", "hilang"),
    ]  # fmt: skip
    assert (beda.to_records()[2]["sebelum"], beda.to_records()[3]["sesudah"]) == (None, None)


def test_two_policies_and_several_periods() -> None:
    """Matched by indikator and period; each side names its policy."""
    rows = [Realisasi("IK1", "2025-TW1", 15), Realisasi("IK1", "2025-TW2", 5)]
    times = ("2025-TW1", "2025-TW2")
    beda = compare_laporan(laporan(*times, rows=rows), laporan(*times, rows=rows, kebijakan=KEMENKEU))
    assert len(beda) == 10
    assert [row.selisih for row in beda][:2] == [Decimal(-30), Decimal(0)]
    assert "kebijakan LKJIP → Capaian" in beda.judul
    assert beda.judul.endswith("kebijakan KEMENKEU")


def test_the_comparison_as_it_is_printed() -> None:
    """Golden: a sign, percentage points, and words."""
    first, second = (laporan(when).select(di_bawah="O1") for when in ("2025-TW1", "2025-TW2"))
    text = str(compare_laporan(first, second))
    assert [" ".join(line.split()) for line in text.splitlines()[4:]] == [
        "IK1 Jumlah IK1 80,00 % 100,00 % +20,00 poin persen naik",
        "IK2 Jumlah IK2 — (belum ada realisasi) — (belum ada realisasi) — tetap tidak terhitung",
        "IK3 Jumlah IK3 120,00 % 60,00 % -60,00 poin persen turun",
        "IK4 Jumlah IK4 — (belum ada realisasi) 100,00 % — menjadi terhitung",
    ]
    gone = compare_laporan(laporan(), laporan().select(jenis=[]))
    assert "hilang" in str(gone)
    assert gone.to_csv().splitlines()[1] == "IK1,Jumlah IK1,80,,,hilang"
    assert BarisBeda(None, None).to_record()["id_indikator"] == ""
