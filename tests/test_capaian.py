"""The numbers of a whole tree: each one a figure or a reason, in tree order."""

from __future__ import annotations

import datetime as dt
import pickle
from decimal import Decimal

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import strategies as umum
import strategies_struktur as struktur
from sakip.alasan import Alasan
from sakip.angka import Kosong, Sebab, TakTerbaca
from sakip.capaian import LaporanCapaian, compute_capaian
from sakip.errors import PeriodeError, TargetNolError, TidakAdaError
from sakip.kebijakan import KEMENKEU, LKJIP, SIPD, Polaritas
from sakip.model import CSF, Indikator, Jabatan, Outcome, Realisasi, Target
from sakip.periode import Periode
from sakip.pohon import PohonKinerja
from sakip.rumus import Indeks, Jumlah, Nilai, Persen, Predikat, Rumus

SEDIKIT = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def satu(
    target: str | None = "10",
    *,
    rumus: Rumus | None = None,
    satuan: str = "",
    polaritas: Polaritas | None = Polaritas.NAIK,
) -> PohonKinerja:
    """A tree with one indikator."""
    pohon = PohonKinerja("Dinas Contoh")
    values = {} if target is None else {"2025": target}
    item = Indikator(
        id="IK", nama="Persentase", rumus=rumus, satuan=satuan, polaritas=polaritas, target=values
    )
    pohon.add(Outcome("O", uraian="Hasil", indikator=item))
    return pohon


def pesan(laporan: LaporanCapaian) -> list[tuple[str, str]]:
    return [(item.kode, item.tempat.indikator) for item in laporan.temuan]


def test_rows_stand_in_tree_order_and_can_be_looked_up() -> None:
    """One row for each indikator, parents before children, whatever order they were added in."""
    pohon = PohonKinerja("Dinas Contoh")
    pohon.add(Outcome("O1", indikator=[Indikator(id="B", nama="b"), Indikator(id="A", nama="a")]))
    pohon.add(Outcome("O2", indikator=Indikator(id="D", nama="d")))
    pohon.add(CSF("C", indikator=Indikator(id="C", nama="c")), under="O1")
    laporan = compute_capaian(pohon, [], 2025)
    assert [row.indikator.id for row in laporan] == ["B", "A", "C", "D"]
    assert len(laporan) == 4
    assert laporan["C"].simpul == pohon["C"]
    assert ("A" in laporan, "X" in laporan) == (True, False)
    with pytest.raises(TidakAdaError, match="no indikator 'X' in the report of 'Dinas Contoh'"):
        laporan["X"]
    assert (laporan.nama, laporan.periode, laporan.kebijakan) == ("Dinas Contoh", (Periode(2025),), LKJIP)


@pytest.mark.parametrize(
    ("pohon", "realisasi", "alasan"),
    [
        (satu(), [], Alasan.BELUM_ADA_REALISASI),
        (satu(), [Realisasi("IK", 2025)], Alasan.BELUM_ADA_REALISASI),
        (satu(), [Realisasi("IK", 2025, "-")], Alasan.BELUM_ADA_REALISASI),
        (satu(), [Realisasi("IK", 2024, "5")], Alasan.BELUM_ADA_REALISASI),
        (satu(), [Realisasi("IK", "2025-TW1", "5")], Alasan.AGREGASI_TIDAK_DIKETAHUI),
        (satu(None), [Realisasi("IK", 2025, "5")], Alasan.TANPA_TARGET),
        (satu(None), [], Alasan.TANPA_TARGET),
        (satu(""), [Realisasi("IK", 2025, "5")], Alasan.TANPA_TARGET),
        (satu("-"), [Realisasi("IK", 2025, "5")], Alasan.TIDAK_DIRENCANAKAN),
        (satu("-"), [], Alasan.TIDAK_DIRENCANAKAN),
        (satu("0"), [Realisasi("IK", 2025, "5")], Alasan.TARGET_NOL),
        (satu("-3"), [Realisasi("IK", 2025, "5")], Alasan.TARGET_NEGATIF),
        (
            satu(),
            [Realisasi("IK", 2025, TakTerbaca("1.2.3", Sebab.PENGELOMPOKAN))],
            Alasan.REALISASI_TAK_TERBACA,
        ),
        (satu(), [Realisasi("IK", 2025, "5"), Realisasi("IK", 2025, "5")], Alasan.REALISASI_GANDA),
        (satu(None), [Realisasi("IK", 2025, "5"), Realisasi("IK", 2025, "5")], Alasan.TANPA_TARGET),
        (satu("10 Orang"), [Realisasi("IK", 2025, "5 Unit")], Alasan.SATUAN_BERBEDA),
        (satu("BB"), [Realisasi("IK", 2025, "5")], Alasan.BUKAN_ANGKA),
        (satu(), [Realisasi("IK", 2025, "3–5")], Alasan.BUKAN_ANGKA),
        (satu("BB"), [Realisasi("IK", 2025, "B")], Alasan.SKALA_TIDAK_DIKETAHUI),
        (satu("≤ 5"), [Realisasi("IK", 2025, "4")], Alasan.POLARITAS_BERTENTANGAN),
        (satu("1:32"), [Realisasi("IK", 2025, "31 Maret 2025")], Alasan.BENTUK_BERBEDA),
        (satu(polaritas=Polaritas.STABIL), [Realisasi("IK", 2025, "5")], Alasan.METODE_TIDAK_ADA),
        (satu(), [Realisasi("IK", 2025, pembilang=1, penyebut=2)], Alasan.TANPA_RUMUS),
        (satu("10 %"), [Realisasi("IK", 2025, pembilang=1, penyebut=0)], Alasan.PENYEBUT_NOL),
        (satu("10 %"), [Realisasi("IK", 2025, pembilang=1)], Alasan.BAGIAN_KURANG),
        (satu("10 %"), [Realisasi("IK", 2025, "70 %", pembilang=1, penyebut=2)], Alasan.BAGIAN_BERTENTANGAN),
        (satu("WTP", rumus=Predikat(("WDP", "WTP"))), [Realisasi("IK", 2025, "baik")], Alasan.DI_LUAR_SKALA),
        (satu("0 %"), [Realisasi("IK", 2025, pembilang=1)], Alasan.BAGIAN_KURANG),
    ],
)
def test_every_reason_why_there_is_no_number(
    pohon: PohonKinerja, realisasi: list[Realisasi], alasan: Alasan
) -> None:
    """No realisasi, no target, a dash, zero, unreadable, twice, units, parts: each has its own reason."""
    laporan = compute_capaian(pohon, realisasi, 2025)
    row = laporan["IK"]
    assert (row.alasan, row.nilai) == (alasan, None)
    assert str(row) == f"— ({alasan.kalimat})"
    assert row.explain().splitlines()[0] == "IK: Persentase"
    assert f"Capaian tidak dihitung: {alasan.kalimat}." in row.explain()
    assert "0 dari 1 indikator terhitung." in str(laporan)


def test_an_unreadable_target_goes_before_what_is_wrong_with_the_realisasi() -> None:
    """What is wrong with the target is said first."""
    pohon = PohonKinerja("Dinas")
    target = Target("2025", TakTerbaca("1.2.3", Sebab.PENGELOMPOKAN))
    pohon.add(Outcome("O", indikator=Indikator(id="IK", nama="k", target=[target])))
    for rows in ([], [Realisasi("IK", 2025, "5")], [Realisasi("IK", 2025, pembilang=1)]):
        assert compute_capaian(pohon, rows, 2025)["IK"].alasan is Alasan.TARGET_TAK_TERBACA


def test_policies_keep_their_own_reasons() -> None:
    """A realisasi of zero has no ratio where the policy divides by it."""
    rows = [Realisasi("IK", 2025, "0")]
    assert (
        compute_capaian(satu(polaritas=Polaritas.TURUN), rows, 2025, SIPD)["IK"].alasan
        is Alasan.REALISASI_NOL
    )
    rows = [Realisasi("IK", 2025, "-1")]
    assert (
        compute_capaian(satu(polaritas=Polaritas.TURUN), rows, 2025, SIPD)["IK"].alasan
        is Alasan.REALISASI_NEGATIF
    )
    assert compute_capaian(satu("-10"), [Realisasi("IK", 2025, "-11")], 2025, KEMENKEU)[
        "IK"
    ].nilai == Decimal(90)


def test_findings_on_measurements() -> None:
    """One given twice and one of no indikator are said, once each; those of other periods are not looked at."""
    rows = [
        Realisasi("IK", 2025, "5"),
        Realisasi("IK", 2025, "6"),
        Realisasi("X", 2025, "1"),
        Realisasi("X", 2025, "1"),
        Realisasi("Y", 2024, "1"),
        Realisasi("IK", 2024, "1"),
    ]
    laporan = compute_capaian(satu(), rows, "2025")
    assert pesan(laporan) == [("SKP302", "IK"), ("SKP301", "X")]
    assert "diisi 2 kali" in laporan.temuan[0].pesan
    assert '"X"' in laporan.temuan[1].pesan
    assert laporan["IK"].realisasi is None
    assert laporan["IK"].capaian.realisasi == Kosong()
    assert compute_capaian(satu(), rows, 2024)["IK"].alasan is Alasan.TANPA_TARGET


@pytest.mark.parametrize(
    ("pohon", "realisasi", "capaian"),
    [
        (satu("10 Orang"), Realisasi("IK", 2025, "5 orang"), "50,00 %"),
        (satu("10"), Realisasi("IK", 2025, "5 Orang"), "50,00 %"),
        (satu("80 %"), Realisasi("IK", 2025, pembilang=60, penyebut=100), "75,00 %"),
        (satu("80", satuan="%"), Realisasi("IK", 2025, pembilang=60, penyebut=100), "75,00 %"),
        (satu("80", rumus=Persen()), Realisasi("IK", 2025, pembilang=60, penyebut=100), "75,00 %"),
        (satu("80", rumus=Jumlah()), Realisasi("IK", 2025, komponen={"a": 20, "b": 40}), "75,00 %"),
        (satu("80", rumus=Nilai()), Realisasi("IK", 2025, "60"), "75,00 %"),
        (satu("80", polaritas=Polaritas.TURUN), Realisasi("IK", 2025, "60"), "125,00 %"),
        (satu("3–5"), Realisasi("IK", 2025, "4"), "100,00 %"),
        (satu("≥ 80 %"), Realisasi("IK", 2025, "60 %"), "75,00 %"),
        (satu("≤ 5", polaritas=None), Realisasi("IK", 2025, "4"), "120,00 %"),
        (satu("3–5", polaritas=Polaritas.RENTANG), Realisasi("IK", 2025, "4"), "100,00 %"),
        (satu("1:32"), Realisasi("IK", 2025, "1:40"), "80,00 %"),
        (satu("10 April 2025", polaritas=None), Realisasi("IK", 2025, "20 April 2025"), "90,00 %"),
        (satu("BB", rumus=Predikat(("B", "BB", "A"))), Realisasi("IK", 2025, "A"), "100,00 %"),
        (satu("BB", rumus=Predikat(("B", "BB"), (60, 80))), Realisasi("IK", 2025, "B"), "75,00 %"),
    ],
)
def test_figures(pohon: PohonKinerja, realisasi: Realisasi, capaian: str) -> None:
    """By value, by parts that a percent unit implies, by a rumus."""
    assert str(compute_capaian(pohon, [realisasi], 2025)["IK"]) == capaian


def test_versions_of_the_plan() -> None:
    """Without a version the last one counts; asked for, any; one that is not there is no target."""
    pohon = PohonKinerja("Dinas")
    targets = [Target("2025", "10"), Target("2025", "20", "perubahan", dt.date(2025, 9, 1))]
    pohon.add(Outcome("O", indikator=Indikator(id="IK", nama="k", target=targets)))
    rows = [Realisasi("IK", 2025, "5")]
    last = compute_capaian(pohon, rows, 2025)["IK"]
    assert (last.nilai, last.target) == (Decimal(25), targets[1])
    assert (
        last.explain().splitlines()[1] == "Target Tahun 2025, versi perubahan, berlaku 1 September 2025: 20"
    )
    first = compute_capaian(pohon, rows, 2025, versi="murni")["IK"]
    assert first.nilai == Decimal(50)
    assert first.explain().splitlines()[1] == "Target Tahun 2025, versi murni: 10"
    assert compute_capaian(pohon, rows, 2025, versi="lain")["IK"].alasan is Alasan.TANPA_TARGET


def test_the_owner_stands_in_the_row() -> None:
    """The post that answers for the node, where one is assigned."""
    pohon = satu()
    assert compute_capaian(pohon, [], 2025)["IK"].jabatan is None
    pohon.add_jabatan(Jabatan(id="kadis", nama="Kepala Dinas"))
    pohon.assign("O", "kadis")
    laporan = compute_capaian(pohon, [], 2025)
    assert laporan["IK"].jabatan == pohon.jabatan["kadis"]
    record = laporan.to_records()[0]
    assert (record["id_jabatan"], record["jabatan"]) == ("kadis", "Kepala Dinas")


def test_the_explanation_of_a_row_with_parts() -> None:
    """Name, target, the formula with its numbers, the comparison with its policy."""
    pohon = satu("93,59 %", rumus=Persen("tertangani", "seluruh"))
    row = compute_capaian(pohon, [Realisasi("IK", 2025, pembilang=1872, penyebut=2050)], 2025)["IK"]
    lines = row.explain().splitlines()
    assert lines[:6] == [
        "IK: Persentase",
        "Target Tahun 2025: 93,59 %",
        "Realisasi = tertangani ÷ seluruh × 100 % = 1.872 ÷ 2.050 × 100 %",
        "Capaian = realisasi ÷ target × 100",
        f"        = {lines[4].removeprefix('        = ')}",
        "        = 97,57 % (dibulatkan 2 angka di belakang koma, setengah ke atas)",
    ]
    assert lines[4].endswith("÷ 93,59 × 100")
    assert lines[-1].startswith("Kebijakan: LKJIP.")
    implied = compute_capaian(satu("50 %"), [Realisasi("IK", 2025, pembilang=1, penyebut=4)], 2025)["IK"]
    assert "Realisasi = pembilang ÷ penyebut × 100 % = 1 ÷ 4 × 100 %" in implied.explain()
    without = compute_capaian(satu("50"), [Realisasi("IK", 2025, pembilang=1, penyebut=4)], 2025)["IK"]
    assert "Realisasi = bagian tanpa rumus" in without.explain()


def test_records_hold_exact_figures() -> None:
    """Decimal values, none rounded; a missing one is None, its reason a tag."""
    rows = [Realisasi("IK", 2025, pembilang=1, penyebut=3)]
    record = compute_capaian(satu("50 %"), rows, 2025).to_records()[0]
    third = Decimal("33.33333333333333333333333333333333")
    assert record == {
        "id_simpul": "O", "jenis": "outcome", "tingkat": 0, "uraian": "Hasil", "id_jabatan": "", "jabatan": "",
        "id_indikator": "IK", "indikator": "Persentase", "iku": False, "satuan": "%", "polaritas": "naik",
        "periode": "2025", "target": "50 %", "versi_target": "murni", "realisasi": "33,33 %",
        "nilai_target": Decimal(50), "nilai_realisasi": third, "capaian": record["capaian"],
        "capaian_mentah": record["capaian"], "tercapai": False, "alasan": "", "keterangan": "", "predikat": "",
        "warna": "", "agregasi": "", "periode_terisi": 1, "periode_banyak": 1, "kebijakan": "LKJIP",
    }  # fmt: skip
    assert isinstance(record["capaian"], Decimal)
    assert abs(record["capaian"] * 3 - 200) < Decimal("1e-30")
    empty = compute_capaian(satu("WTP"), [], 2025).to_records()[0]
    assert (empty["capaian"], empty["nilai_target"], empty["alasan"], empty["realisasi"]) == (
        None, None, "belum_ada_realisasi", "—",
    )  # fmt: skip
    assert (empty["tercapai"], empty["keterangan"], empty["periode_terisi"]) == (
        None,
        "belum ada realisasi",
        0,
    )


def test_the_table_as_it_is_printed() -> None:
    """Golden: the title, the columns, a figure, a reason, and how many were computed."""
    pohon = PohonKinerja("Dinas Contoh")
    pohon.add(
        Outcome(
            "O",
            indikator=[
                Indikator(id="IK1", nama="Persentase PPKS yang tertangani", target={"2025": "80 %"}),
                Indikator(id="IK2", nama="Jumlah laporan", target={"2025": "12 Laporan"}),
            ],
        )
    )
    laporan = compute_capaian(pohon, [Realisasi("IK1", 2025, pembilang=2, penyebut=3)], 2025, KEMENKEU)
    assert str(laporan) == (
        "Capaian Dinas Contoh, Tahun 2025, kebijakan KEMENKEU\n"
        "\n"
        "Id   Indikator                            Target  Realisasi                  Capaian\n"
        "───  ───────────────────────────────  ──────────  ─────────  ───────────────────────\n"
        "IK1  Persentase PPKS yang tertangani        80 %    66,67 %                  83,33 %\n"
        "IK2  Jumlah laporan                   12 Laporan          —  — (belum ada realisasi)\n"
        "\n"
        "1 dari 2 indikator terhitung."
    )


def test_the_same_data_give_the_same_words() -> None:
    """Two reports of the same data are equal, print alike and have the same repr, without the index in it."""
    first, second = (compute_capaian(satu(), [Realisasi("IK", 2025, "5")], 2025) for _ in range(2))
    assert first == second
    assert (repr(first), str(first)) == (repr(second), str(second))
    assert "_index" not in repr(first)
    assert hash(first) == hash(second)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        first.nama = "lain"  # type: ignore[misc]


def test_a_report_survives_pickling() -> None:
    """Rows, findings and lookups come back."""
    laporan = compute_capaian(satu(), [Realisasi("IK", 2025, "5"), Realisasi("X", 2025, "5")], 2025)
    again: LaporanCapaian = pickle.loads(pickle.dumps(laporan))  # noqa: S301  # our own bytes
    assert again == laporan
    assert again["IK"].nilai == Decimal(50)
    assert again.temuan == laporan.temuan


def test_what_an_indikator_knows_of_itself_is_used() -> None:
    """The worst and the best value there can be, the ends of a scale, the first day of the period."""
    pohon = PohonKinerja("Dinas", kebijakan=KEMENKEU)
    items = [
        Indikator(id="nol", nama="x", polaritas="turun", terburuk=10, target={2025: 0}),
        Indikator(id="nol-tanpa", nama="x", polaritas="turun", target={2025: 0}),
        Indikator(id="terbaik", nama="x", terbaik=100, target={2025: 100}),
        Indikator(id="skala", nama="x", rumus=Indeks(skala=(1, 4)), target={2025: 4}),
        Indikator(
            id="skala-turun", nama="x", polaritas="turun", rumus=Indeks(skala=(1, 4)), target={2025: 1}
        ),
        Indikator(id="tanpa-skala", nama="x", rumus=Indeks(), target={2025: 4}),
        Indikator(id="hari", nama="x", target={"2025-TW2": "10 April 2025"}),
    ]
    pohon.add(Outcome("O", indikator=items))
    values = {"nol": 4, "nol-tanpa": 4, "terbaik": 100, "skala": 4, "skala-turun": 1, "tanpa-skala": 4}
    laporan = compute_capaian(pohon, [Realisasi(id, 2025, nilai) for id, nilai in values.items()], 2025)
    assert {row.indikator.id: row.nilai for row in laporan if row.nilai is not None} == {
        "nol": 60, "terbaik": 120, "skala": 120, "skala-turun": 120, "tanpa-skala": 100,
    }  # fmt: skip
    assert laporan["nol-tanpa"].alasan is Alasan.TERBURUK_TIDAK_DIKETAHUI
    day = compute_capaian(pohon, [Realisasi("hari", "2025-TW2", "12 April 2025")], "2025-TW2")["hari"]
    assert day.nilai == 80
    assert "hari sejak 1 April 2025" in day.explain()


def test_the_policy_of_the_tree_is_the_default() -> None:
    """Its own where it has one, LKJIP where it has none, and any that is given."""
    pohon, rows = satu("10"), [Realisasi("IK", 2025, "15")]
    assert compute_capaian(pohon, rows, 2025)["IK"].nilai == 150
    pohon.kebijakan = KEMENKEU
    assert compute_capaian(pohon, rows, 2025)["IK"].nilai == 120
    assert compute_capaian(pohon, rows, 2025).kebijakan == KEMENKEU
    assert compute_capaian(pohon, rows, 2025, LKJIP)["IK"].nilai == 150


def test_a_policy_may_ask_for_an_error() -> None:
    """A target of zero stops the report where the policy says so, and only where there is a realisasi."""
    rule = attrs.evolve(LKJIP, nama="tegas", target_nol="galat")
    assert compute_capaian(satu("0"), [], 2025, rule)["IK"].alasan is Alasan.BELUM_ADA_REALISASI
    with pytest.raises(TargetNolError, match="'tegas'"):
        compute_capaian(satu("0"), [Realisasi("IK", 2025, 4)], 2025, rule)


def test_an_assumed_polaritas_is_said() -> None:
    """Where nobody states it, the form of the target says it; the explanation calls it an assumption."""
    row = compute_capaian(satu("≤ 5", polaritas=None), [Realisasi("IK", 2025, 4)], 2025)["IK"]
    assert (
        row.explain().splitlines()[-1]
        == "Indikator ini tidak menyatakan polaritasnya; turun adalah anggapan."
    )
    stated = compute_capaian(satu("5"), [Realisasi("IK", 2025, 4)], 2025)["IK"]
    assert "anggapan" not in stated.explain()


def test_a_period_that_is_none_is_refused() -> None:
    """It is the caller's error, before anything is computed."""
    with pytest.raises(PeriodeError):
        compute_capaian(satu(), [], "kapan")


@given(pohon=struktur.pohon(), data=st.data())
@SEDIKIT
def test_the_order_of_measurements_never_matters(pohon: PohonKinerja, data: st.DataObject) -> None:
    """Any tree with any measurements: no error, and the same rows and findings in every order."""
    ids = [item.id for simpul in pohon for item in simpul.indikator] + ["tidak-ada"]
    chosen = data.draw(st.lists(st.sampled_from(ids), max_size=4))
    rows = [data.draw(umum.realisasi(id, Periode(2025))) for id in chosen]
    first = compute_capaian(pohon, rows, 2025)
    second = compute_capaian(pohon, data.draw(st.permutations(rows)), 2025)
    assert second.baris == first.baris
    assert sorted(map(str, second.temuan)) == sorted(map(str, first.temuan))
    assert len(first) == len(ids) - 1
    assert all((row.nilai is None) is (row.alasan is not None) for row in first)
    assert all(row.explain() for row in first)
    assert len(str(first).splitlines()) >= len(first)
    assert len(first.to_records()) == len(first)
