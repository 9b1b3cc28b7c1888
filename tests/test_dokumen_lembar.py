"""Flat tables among the forms: struktur and realisasi, recognised, read whole, and written in any kind of file."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

import strategies_laporan as laporan
import strategies_struktur as struktur
from sakip import Indikator, Outcome, PohonKinerja, read_dokumen, write_dokumen
from sakip.dokumen import (
    BENTUK,
    HasilBaca,
    make_intake,
    read_realisasi,
    read_realisasi_anggaran,
    read_struktur,
    write_struktur,
    write_template,
)
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._buka.kisi import Kisi
from sakip.dokumen._dokumen import FORMULIR
from sakip.errors import BentukError
from sakip.model import Realisasi
from strategies import SEDIKIT

CONTOH = Path(__file__).parents[1] / "examples" / "dinsos-kotawaringin-timur-2025"


def test_the_tables_of_the_foundation_s_example_are_recognised() -> None:
    """1.505 and 349 filled cells, each of them accounted for."""
    tree = read_dokumen(CONTOH / "struktur.csv")
    assert tree.dokumen == read_struktur(CONTOH / "struktur.csv").dokumen
    assert tree.cakupan is not None
    assert (tree.cakupan.sel, tree.cakupan.perabot, tree.cakupan.utuh) == (1505, 24, True)
    rows = read_dokumen(CONTOH / "realisasi-ilustrasi-2025.csv")
    assert rows.dokumen == read_realisasi(CONTOH / "realisasi-ilustrasi-2025.csv").dokumen
    assert len(rows.keterangan) == 3
    assert rows.cakupan is not None
    assert (rows.cakupan.sel, rows.cakupan.perabot, rows.cakupan.utuh) == (349, 10, True)


@pytest.mark.parametrize("name", ["pohon.csv", "pohon.xlsx"])
def test_a_tree_is_written_as_a_struktur_table(tmp_path: Path, name: str) -> None:
    pohon = read_struktur(CONTOH / "struktur.csv").dokumen
    write_dokumen(pohon, tmp_path / name)
    hasil = read_dokumen(tmp_path / name)
    assert hasil.dokumen == pohon
    assert hasil.to_pohon() is hasil.dokumen
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh


@given(struktur.pohon())
@settings(SEDIKIT, max_examples=12)
def test_any_tree_comes_back_as_from_its_own_writer(pohon: PohonKinerja) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pohon.csv"
        write_dokumen(pohon, path)
        hasil = read_dokumen(path)
        write_struktur(pohon, path)
        harapan = read_struktur(path).dokumen
    assert hasil.dokumen == harapan
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh


@given(laporan.realisasi())
@settings(SEDIKIT, max_examples=30)
def test_any_measurements_come_back(rows: tuple[Realisasi, ...]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "realisasi.csv"
        write_dokumen(list(rows), path)
        hasil = read_dokumen(path)
    assert hasil.dokumen == rows
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh


@given(laporan.realisasi())
@settings(SEDIKIT, max_examples=10)
def test_any_measurements_come_back_from_a_workbook(rows: tuple[Realisasi, ...]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "realisasi.xlsx"
        write_dokumen(rows, path)
        assert read_dokumen(path).dokumen == rows


def test_the_intake_of_a_triwulan(tmp_path: Path) -> None:
    """One row for each indikator and period, with what it is; what isn't planned is left out."""
    pohon = PohonKinerja("Dinas Contoh")
    targets = {"2025": "50", "2025-TW1": "10", "2025-TW2": "-"}
    items = [
        Indikator(id="A", nama="Jumlah layanan", satuan="Layanan", target=targets),
        Indikator(id="B", nama="Indeks", target={"2025": "3,5"}),
        Indikator(id="C", nama="Tanpa target"),
    ]
    pohon.add(Outcome("O", indikator=items))
    rows = make_intake(pohon, ["2025-TW1", "2025-TW2"])
    assert [(row.indikator, str(row.periode), dict(row.lain).get("Target")) for row in rows] == [
        ("A", "2025-TW1", "10"),
        ("B", "2025-TW1", "3,5 (tahun 2025)"),
        ("B", "2025-TW2", "3,5 (tahun 2025)"),
        ("C", "2025-TW1", None),
        ("C", "2025-TW2", None),
    ]
    assert [row.indikator for row in make_intake(pohon, "2025-TW2")] == ["B", "C"]
    path = tmp_path / "isian.csv"
    write_dokumen(rows, path)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "id_indikator,Nama Indikator,Satuan,Target,periode,realisasi"
    path.write_text("\n".join([*lines[:2], lines[2] + '"3,6"', *lines[3:]]), encoding="utf-8")
    hasil = read_dokumen(path)
    assert hasil.temuan == ()
    assert [str(row.nilai) for row in hasil.dokumen if row.nilai is not None] == ["3,6"]


def test_rows_that_could_not_be_read_are_named(tmp_path: Path) -> None:
    path = tmp_path / "realisasi.csv"
    path.write_text("id_indikator,periode,realisasi\nIK1,kapan,5\nIK2,2025,7,lebih\n", encoding="utf-8")
    hasil = read_dokumen(path)
    assert [row.indikator for row in hasil.dokumen] == ["IK2"]
    assert [row.baris for row in hasil.sisa] == [2]
    assert hasil.cakupan is not None
    assert (hasil.cakupan.isi, hasil.cakupan.perabot, hasil.cakupan.temuan) == (3, 3, 4)
    assert [item.kode for item in hasil.temuan] == ["SKP102", "SKP108"]


def test_a_second_sheet_is_named() -> None:
    rows = (("id_indikator", "tahun", "nilai"), ("IK1", "2025", "5"))
    bacaan = Bacaan("b.xlsx", (Kisi("Isian", rows), Kisi("Catatan", (("lihat",),))))
    form = FORMULIR["realisasi"]
    assert form.fit(bacaan) == 53
    hasil = form.read(bacaan)
    assert hasil.dokumen == (Realisasi("IK1", 2025, "5"),)
    assert [(item.kode, item.tempat.lembar) for item in hasil.temuan] == [("SKP116", "Catatan")]
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh


@pytest.mark.parametrize("bentuk", ["struktur", "realisasi", "pengukuran_kinerja", "evaluasi_renja"])
def test_the_example_of_a_template_is_never_data(tmp_path: Path, bentuk: str) -> None:
    path = tmp_path / "templat.xlsx"
    write_template(bentuk, path)
    hasil = read_dokumen(path)
    assert isinstance(hasil.dokumen, BENTUK[bentuk])
    assert {item.kode for item in hasil.temuan} == {"SKP146"}
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh


@pytest.mark.parametrize("bentuk", ["struktur", "realisasi"])
def test_what_is_no_such_table(tmp_path: Path, bentuk: str) -> None:
    path = tmp_path / "lain.csv"
    path.write_text("nama,umur\nA,7\n", encoding="utf-8")
    with pytest.raises(BentukError):
        read_dokumen(path, bentuk=bentuk)
    bacaan = Bacaan("lain.csv", (Kisi("", (("nama", "umur"),)),))
    hasil = FORMULIR[bentuk].read(bacaan)
    assert len(hasil.dokumen) == 0
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh


def test_a_report_is_no_intake(tmp_path: Path) -> None:
    """Both have a column of indikator and one of realisasi; the one with a period and ids is the intake."""
    path = tmp_path / "lkjip.csv"
    path.write_text("Sasaran,Indikator,Target,Realisasi,Capaian\nA,Jumlah,50,40,80\n", encoding="utf-8")
    assert read_dokumen(path).dokumen.jenis == "pengukuran_kinerja"
    assert FORMULIR["realisasi"].fit(Bacaan.open(path)) == 2


@pytest.mark.parametrize(
    ("bentuk", "read"),
    [
        ("struktur", read_struktur),
        ("realisasi", read_realisasi),
        ("realisasi_anggaran", read_realisasi_anggaran),
    ],
)
def test_a_template_is_empty_whichever_way_it_is_read(
    bentuk: str, read: Callable[[Path], HasilBaca[Any]], tmp_path: Path
) -> None:
    """Its examples are left out by name, and its instructions are no sheet that was forgotten."""
    path = tmp_path / "templat.xlsx"
    write_template(bentuk, path)
    hasil = read(path)
    assert {temuan.kode for temuan in hasil.temuan} == {"SKP146"}
    assert (len(hasil.dokumen), hasil.sisa) == (0, ())
    assert [str(item) for item in read_dokumen(path).temuan] == [str(item) for item in hasil.temuan]
