"""A tree, measurements and a report as tables: everything is there, and gives the same."""

from __future__ import annotations

import datetime as dt
import sys
from decimal import Decimal
from typing import Any

import narwhals.stable.v2 as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sakip
from mesin import plain
from sakip.angka import Angka, Rentang, parse_nilai
from sakip.capaian import LaporanCapaian, compute_capaian
from sakip.errors import EkstraError, ModelError
from sakip.kebijakan import KEBIJAKAN, KEMENKEU, LKJIP, SIPD, Kebijakan
from sakip.model import Indikator, Komponen, Outcome, Realisasi
from sakip.periode import Periode
from sakip.pohon import PohonKinerja
from sakip.rumus import Persen, Predikat
from sakip.skala import SKALA_MAGETAN, SKALA_PERMENDAGRI_86, Konversi
from sakip.tabel import (
    add_capaian,
    aggregate_periode,
    from_laporan,
    from_pohon,
    from_realisasi,
    roll_up,
)
from sakip.tabel._pohon import HASIL, INDIKATOR, MASUKAN, PAGU, REALISASI, RELASI, SIMPUL, TARGET
from strategies import realisasi
from strategies_pohon import pohon
from strategies_tabel import kebijakan_tabel, pohon_terukur

BACKEND = {"polars": pl.DataFrame, "pandas": pd.DataFrame, "pyarrow": pa.Table}
JENIS = {str: nw.String(), float: nw.Float64(), int: nw.Int64(), bool: nw.Boolean()}


def _narwhals(tabel: Any) -> nw.DataFrame[Any]:
    return nw.from_native(tabel, eager_only=True)


def _rows(tabel: Any) -> list[dict[str, Any]]:
    found = nw.from_native(tabel, eager_only=True).rows(named=True)
    return [{name: plain(cell) for name, cell in row.items()} for row in found]


def _check_types(tabel: Any, skema: dict[str, type], backend: str) -> None:
    assert isinstance(tabel, BACKEND[backend])
    found = _narwhals(tabel).schema
    assert found.names() == list(skema)
    assert [found[name] for name in skema] == [JENIS[kind] for kind in skema.values()]


# --- a tree ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("backend", BACKEND)
@settings(max_examples=10, deadline=None)
@given(pohon())
def test_everything_of_a_tree_is_there(backend: str, tree: PohonKinerja) -> None:
    tabel = from_pohon(tree, backend)
    for one, skema in (
        (tabel.simpul, SIMPUL),
        (tabel.indikator, INDIKATOR),
        (tabel.target, TARGET),
        (tabel.pagu, PAGU),
        (tabel.relasi, RELASI),
    ):
        _check_types(one, skema, backend)
    nodes, parents = list(tree), {node.id: tree.parent(node.id) for node in tree}
    found = _rows(tabel.simpul)
    assert [row["simpul"] for row in found] == [node.id for node in nodes]
    levels = {row["simpul"]: row["tingkat"] for row in found}
    for row, node in zip(found, nodes, strict=True):
        above, owner = parents[node.id], tree.owner(node.id)
        assert (row["jenis"], row["uraian"]) == (node.jenis, node.uraian)
        assert row["induk"] == (None if above is None else above.id)
        assert row["tingkat"] == (0 if above is None else levels[above.id] + 1)
        assert row["id_jabatan"] == (None if owner is None else owner.id)
    items = [(item, node) for node in nodes for item in node.indikator]
    for row, (item, node) in zip(_rows(tabel.indikator), items, strict=True):
        assert (row["indikator"], row["simpul"], row["iku"]) == (item.id, node.id, item.iku)
        assert (row["nama"], row["satuan"], row["formulasi"]) == (item.nama, item.satuan, item.formulasi)
        assert row["agregasi"] == (None if item.agregasi is None else item.agregasi.value)
        assert row["terbaik"] == (None if item.terbaik is None else float(item.terbaik))
    targets = [(target, item) for item, _ in items for target in item.target]
    for row, (target, item) in zip(_rows(tabel.target), targets, strict=True):
        assert (row["indikator"], row["versi"], row["teks"]) == (item.id, target.versi, str(target.nilai))
        assert (row["periode"], row["tahun"]) == (str(target.periode), target.periode.tahun)
        nilai = target.nilai
        assert row["target"] == (float(nilai.nilai) if isinstance(nilai, Angka) else None)
        assert row["target_atas"] == (float(nilai.atas) if isinstance(nilai, Rentang) else None)
    money = [(amount, node) for node in nodes if isinstance(node, Komponen) for amount in node.pagu]
    for row, (amount, node) in zip(_rows(tabel.pagu), money, strict=True):
        assert (row["simpul"], row["pagu"], row["teks"]) == (node.id, amount.jumlah, amount.teks)
    for row, link in zip(_rows(tabel.relasi), tree.relasi, strict=True):
        assert (row["jenis"], row["dari"], row["ke"]) == (link.jenis.value, link.dari.id, link.ke.id)
        assert row["bobot"] == (None if link.bobot is None else float(link.bobot))


@pytest.mark.parametrize("backend", BACKEND)
@settings(max_examples=10, deadline=None)
@given(st.lists(realisasi("IK1"), max_size=4))
def test_every_measurement_is_there(backend: str, measured: list[Realisasi]) -> None:
    tabel = from_realisasi(measured, backend)
    _check_types(tabel, REALISASI, backend)
    for row, item in zip(_rows(tabel), measured, strict=True):
        assert (row["indikator"], row["periode"], row["status"]) == (
            item.indikator,
            str(item.periode),
            item.status,
        )
        assert row["realisasi"] == (float(item.nilai.nilai) if isinstance(item.nilai, Angka) else None)
        assert row["penyebut"] == (None if item.penyebut is None else float(item.penyebut))
        assert row["teks"] == ("" if item.nilai is None else str(item.nilai))


def test_periods_by_number_and_days_as_text() -> None:
    targets = [
        sakip.Target("2025", Angka(1), "perubahan", dt.date(2025, 9, 1)),
        sakip.Target("2025-S2", Angka(2)),
        sakip.Target("2025-03", Angka(3)),
        sakip.Target("2021-2025", Angka(4)),
    ]
    tree = PohonKinerja("Uji")
    tree.add(Outcome("O1", indikator=[Indikator(id="IK1", nama="x", satuan="dokumen", target=targets)]))
    rows = _rows(from_pohon(tree).target)
    assert [(row["periode"], row["jenis_periode"], row["ke"]) for row in rows] == [
        ("2025", "tahun", None),
        ("2025-S2", "semester", 2),
        ("2025-03", "bulan", 3),
        ("2021-2025", "rentang", None),
    ]
    assert (rows[0]["versi"], rows[0]["berlaku"], rows[0]["satuan"]) == ("perubahan", "2025-09-01", "dokumen")


# --- a report -------------------------------------------------------------------------------------


def _agree(laporan: LaporanCapaian, kebijakan: Kebijakan, backend: str = "polars") -> None:
    """The table gives under the same policy what the report says."""
    tabel = from_laporan(laporan, backend, hasil=False)
    _check_types(tabel, MASUKAN, backend)
    found = _rows(add_capaian(tabel, kebijakan))
    shown = _rows(from_laporan(laporan, backend))
    for row, told, wanted in zip(found, shown, laporan, strict=True):
        alasan = None if wanted.alasan is None else wanted.alasan.value
        assert row["alasan"] == told["alasan"] == alasan, (row, wanted.capaian)
        pita = wanted.capaian.predikat
        assert told["predikat"] == (None if pita is None else pita.label)
        assert (told["periode_terisi"], told["kebijakan"]) == (wanted.rincian.terisi, kebijakan.nama)
        if wanted.nilai is None:
            assert row["capaian"] is None
            assert told["capaian"] is None
            continue
        assert told["capaian"] == float(wanted.nilai)
        if abs(wanted.nilai) < 100_000:  # beyond, no Float64 can tell the tenth decimal
            near = 1e-9 * max(1.0, abs(float(wanted.nilai)))
            assert row["capaian"] == pytest.approx(float(wanted.nilai), rel=0, abs=near), (
                row,
                wanted.capaian,
            )
            if kebijakan.skala is not None:
                assert row["predikat"] == told["predikat"], (row, wanted.capaian)


OWN = {
    "bands": Kebijakan(
        nama="bands", acuan="uji", skala=SKALA_PERMENDAGRI_86, stabil="simpangan", target_nol="biner"
    ),
    "ratio": Kebijakan(
        nama="ratio",
        acuan="uji",
        turun="rasio",
        realisasi_nol=120,
        digit=0,
        pembulatan="hasil",
        skala=SKALA_MAGETAN,
    ),
    "best": Kebijakan(
        nama="best",
        acuan="uji",
        stabil="batas",
        target_negatif="jarak",
        terbaik_tercapai=110,
        batas_atas=120,
        konversi=KEMENKEU.konversi,
        predikat="biner",
        skala=SKALA_MAGETAN,
    ),
}


@pytest.mark.parametrize("kebijakan", [*KEBIJAKAN.values(), *OWN.values()], ids=lambda item: item.nama)
@settings(max_examples=30, deadline=None)
@given(pohon_terukur())
def test_a_report_gives_the_same_on_a_table(
    kebijakan: Kebijakan, terukur: tuple[PohonKinerja, list[Realisasi]]
) -> None:
    tree, measured = terukur
    _agree(compute_capaian(tree, measured, 2025, kebijakan), kebijakan)


@settings(max_examples=40, deadline=None)
@given(kebijakan_tabel(), pohon_terukur())
def test_under_any_policy(kebijakan: Kebijakan, terukur: tuple[PohonKinerja, list[Realisasi]]) -> None:
    tree, measured = terukur
    _agree(compute_capaian(tree, measured, 2025, kebijakan), kebijakan)


@settings(max_examples=40, deadline=None)
@given(st.data(), pohon(max_size=3))
def test_any_tree_with_any_measurement(data: st.DataObject, tree: PohonKinerja) -> None:
    """Whatever a cell holds, and however large it is, there is a row with its reason."""
    items = [item for node in tree for item in node.indikator]
    times = [target.periode for item in items for target in item.target] or [Periode(2025)]
    when = data.draw(st.sampled_from(times))
    measured = [data.draw(realisasi(item.id, when)) for item in items]
    laporan = compute_capaian(tree, measured, when, LKJIP)
    found = _rows(add_capaian(from_laporan(laporan, hasil=False), LKJIP))
    assert [row["alasan"] for row in found] == [
        None if row.alasan is None else row.alasan.value for row in laporan
    ]


FORMS = [
    ("≥ 80 %", "84 %", None),
    ("< 20", "20", None),
    ("< 0", "0", None),
    ("3-5", "6", None),
    ("1:32", "1:40", "turun"),
    ("1:32", "0:40", "turun"),
    ("31 Maret 2025", "15 April 2025", None),
    ("2 minggu", "10 hari", "turun"),
    ("WTP", "WDP", None),
    ("WDP", "WTP", None),
    ("80", "75", None),
    ("80 dokumen", "75 orang", None),
    ("-", "4", None),
    ("", "4", None),
    ("0", "4", None),
]


def test_a_bound_whose_figure_is_read_off_a_line() -> None:
    """A range with one open end has no column of its own: its capaian stands against a hundred."""
    falling = Kebijakan(nama="garis", acuan="uji", konversi=Konversi({0: 0, 100: 120, 200: 0}))
    tree = PohonKinerja("Uji")
    items = [
        Indikator(id=id, nama="x", target={2025: parse_nilai("≥ 80")}, polaritas="rentang")
        for id in ("A", "B")
    ]
    tree.add(Outcome("O1", indikator=items))
    laporan = compute_capaian(tree, [Realisasi("A", 2025, 84), Realisasi("B", 2025, 40)], 2025, falling)
    assert [str(row) for row in laporan] == ["120,00 %", "60,00 %"]
    _agree(laporan, falling)


@pytest.mark.parametrize("backend", BACKEND)
@pytest.mark.parametrize("kebijakan", [LKJIP, SIPD, *OWN.values()], ids=lambda item: item.nama)
def test_forms_that_documents_print(backend: str, kebijakan: Kebijakan) -> None:
    tree = PohonKinerja("Uji")
    items = [
        Indikator(
            id=f"IK{number}",
            nama=target,
            target={2025: parse_nilai(target)},
            polaritas=way,
            rumus=Predikat(["WDP", "WTP"]) if target.startswith("W") else None,
        )
        for number, (target, _, way) in enumerate(FORMS)
    ]
    tree.add(Outcome("O1", indikator=items))
    measured = [
        Realisasi(f"IK{number}", 2025, parse_nilai(text)) for number, (_, text, _) in enumerate(FORMS)
    ]
    _agree(compute_capaian(tree, measured, 2025, kebijakan), kebijakan, backend)


def test_plain_numbers_stand_as_they_are() -> None:
    """A table of plain numbers can be asked under another policy too."""
    tree = PohonKinerja("Uji")
    items = [Indikator(id="A", nama="x", target={2025: 0}, terburuk=10, polaritas="turun")]
    items.append(Indikator(id="B", nama="x", satuan="%", target={2025: "80 %"}))
    tree.add(Outcome("O1", indikator=items))
    tabel = from_laporan(
        compute_capaian(tree, [Realisasi("A", 2025, 4), Realisasi("B", 2025, "72 %")], 2025), hasil=False
    )
    assert tabel["halangan"].to_list() == [None, None]
    assert tabel.select("target", "realisasi").rows() == [(0, 4), (80, 72)]
    assert add_capaian(tabel, LKJIP)["alasan"].to_list() == ["target_nol", None]
    assert add_capaian(tabel, KEMENKEU)["capaian"].to_list() == [60, 90]


def test_a_policy_that_wants_an_error_for_a_target_of_zero() -> None:
    """The lowest rank may count as zero; a predicate that reaches it has no division."""
    tegas = Kebijakan(nama="tegas", acuan="uji", target_nol="galat")
    tree = PohonKinerja("Uji")
    rumus = Predikat(["C", "B"], [Decimal(0), Decimal(1)])
    tree.add(
        Outcome("O1", indikator=[Indikator(id="A", nama="x", rumus=rumus, target={2025: parse_nilai("C")})])
    )
    laporan = compute_capaian(tree, [Realisasi("A", 2025, parse_nilai("B"))], 2025, tegas)
    (row,) = _rows(from_laporan(laporan))
    assert (row["target"], row["realisasi"], row["capaian"]) == (100, 100, 100)


def test_the_columns_of_results() -> None:
    laporan = compute_capaian(PohonKinerja("Uji"), [], 2025)
    _check_types(from_laporan(laporan, "pyarrow"), {**MASUKAN, **HASIL}, "pyarrow")
    assert len(from_laporan(laporan, "pandas")) == 0


# --- the libraries --------------------------------------------------------------------------------


def test_a_library_that_there_is_not() -> None:
    with pytest.raises(ModelError, match=r"tabel\.backend is 'dask': one of 'polars', 'pandas', 'pyarrow'"):
        from_pohon(PohonKinerja("Uji"), "dask")
    with pytest.raises(ModelError, match="backend is 'duckdb'"):
        from_realisasi([], "duckdb")


@pytest.mark.parametrize("backend", BACKEND)
def test_a_library_that_is_not_installed(backend: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, backend, None)
    with pytest.raises(EkstraError, match=f"{backend} is not installed"):
        from_realisasi([], backend)


# --- from end to end ------------------------------------------------------------------------------


def _example() -> tuple[PohonKinerja, list[Realisasi]]:
    """Two goals: one counted by triwulan, one of parts, one of which a triwulan is missing."""
    tree = PohonKinerja("Dinas Contoh")
    tree.add(Outcome("O1", uraian="Kesejahteraan"))
    plan = {f"2025-TW{k}": n for k, n in enumerate((4, 5, 4, 5), start=1)}
    count = Indikator(id="IK1", nama="Jumlah dokumen", agregasi="jumlah", target=plan)
    shares = {f"2025-TW{k}": "80 %" for k in range(1, 5)}
    share = Indikator(id="IK2", nama="Persentase", satuan="%", rumus=Persen(), target=shares)
    late = Indikator(
        id="IK3", nama="Hari", agregasi="rata_rata", polaritas="turun", target=dict.fromkeys(plan, 10)
    )
    tree.add(sakip.CSF("C1", indikator=[count, late]), under="O1")
    tree.add(sakip.CSF("C2", indikator=[share]), under="O1")
    measured = [Realisasi("IK1", f"2025-TW{k}", n) for k, n in enumerate((4, 4, 4, 5), start=1)]
    measured += [
        Realisasi("IK2", f"2025-TW{k}", pembilang=n, penyebut=d)
        for k, (n, d) in enumerate(((1, 2), (9, 10), (8, 10), (7, 8)), start=1)
    ]
    measured += [Realisasi("IK3", f"2025-TW{k}", n) for k, n in ((1, 8), (2, 9), (4, 13))]
    return tree, measured


@pytest.mark.parametrize("kosong", ["tolak", "lewati"])
@pytest.mark.parametrize("backend", ["polars", "pandas"])
def test_from_a_tree_to_its_capaian(backend: str, kosong: str) -> None:
    tree, measured = _example()
    tabel, reached = from_pohon(tree, backend), from_realisasi(measured, backend)
    plan = nw.from_native(tabel.target, eager_only=True).filter(nw.col("jenis_periode") == "triwulan")
    about = nw.from_native(tabel.indikator, eager_only=True).select(
        "indikator", "simpul", "agregasi", "polaritas"
    )
    figures = nw.from_native(reached, eager_only=True).select(
        "indikator", "periode", "realisasi", "pembilang", "penyebut"
    )
    rows = plan.join(about, on="indikator", how="left").join(figures, on=["indikator", "periode"], how="left")
    years = aggregate_periode(rows.to_native(), kosong=kosong)
    hasil = roll_up(add_capaian(years), tabel.simpul, anak="rata_rata")
    laporan = compute_capaian(tree, measured, 2025, kosong=kosong)
    wanted = sakip.roll_up(tree, laporan, anak="rata_rata")
    found = {row["simpul"]: row for row in _rows(hasil)}
    assert set(found) == {"O1", "C1", "C2"}
    for one in wanted:
        row = found[one.simpul.id]
        assert one.nilai is not None
        assert row["capaian"] == pytest.approx(float(one.nilai), abs=1e-9)
        assert (row["terhitung"], row["banyak"], row["asal"]) == (one.terhitung, one.banyak, one.asal)
    by_id = {row["indikator"]: row for row in _rows(add_capaian(years))}
    for report in laporan:
        assert by_id[report.indikator.id]["periode_terisi"] == report.rincian.terisi
        assert by_id[report.indikator.id]["alasan"] == (
            None if report.alasan is None else report.alasan.value
        )
    assert found["C1"]["terhitung"] == (1 if kosong == "tolak" else 2)
