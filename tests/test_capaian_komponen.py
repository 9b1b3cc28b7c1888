"""A realisasi made of components, before its capaian is computed once."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sakip.alasan import Alasan
from sakip.angka import Angka
from sakip.capaian import CaraKomponen, LaporanCapaian, Turunan, compute_capaian, derive_realisasi
from sakip.errors import ModelError, TidakAdaError
from sakip.model import Indikator, Outcome, Realisasi, Relasi
from sakip.pohon import PohonKinerja
from sakip.rumus import Indeks, Jumlah, Persen, Rumus


def tersusun(
    rumus: Rumus | None, *target: str | int, bobot: tuple[int | None, ...] = (), induk: str | int = 100
) -> PohonKinerja:
    """A tree with an indikator ``IK`` made up of ``A``, ``B``, … with these targets."""
    pohon = PohonKinerja("Kabupaten Contoh")
    whole = Indikator(id="IK", nama="Seluruhnya", rumus=rumus, target={2025: induk})
    names = [chr(ord("A") + nomor) for nomor in range(len(target))]
    parts = [
        Indikator(
            id=name, nama=name, rumus=None if isinstance(rumus, Indeks) else rumus, target={2025: value}
        )
        for name, value in zip(names, target, strict=True)
    ]
    pohon.add(Outcome("O", indikator=[*parts, whole]))
    for nomor, name in enumerate(names):
        weight = bobot[nomor] if bobot else None
        pohon.add_relasi(
            Relasi(jenis="indikator_komponen", dari=f"indikator:{name}", ke="indikator:IK", bobot=weight)
        )
    return pohon


def satu(pohon: PohonKinerja, rows: list[Realisasi], **more: object) -> Turunan:
    made = derive_realisasi(pohon, compute_capaian(pohon, rows, 2025), **more)  # type: ignore[arg-type]
    assert [item.indikator for item in made] == ["IK"]
    return made[0]


def lengkap(pohon: PohonKinerja, rows: list[Realisasi], turunan: Turunan) -> LaporanCapaian:
    """The report with the derived measurement in it."""
    assert turunan.realisasi is not None
    return compute_capaian(pohon, [*rows, turunan.realisasi], 2025)


def test_shares_are_pooled_and_then_compared_once() -> None:
    """1/2 and 9/10 against 50 % and 90 % are each on target; 10/12 against 80 % is not the mean of them."""
    pohon = tersusun(Persen(), "50 %", "90 %", induk="80 %")
    rows = [Realisasi("A", 2025, pembilang=1, penyebut=2), Realisasi("B", 2025, pembilang=9, penyebut=10)]
    turunan = satu(pohon, rows)
    assert turunan.cara is CaraKomponen.GABUNGAN
    assert turunan.realisasi is not None
    assert (turunan.realisasi.pembilang, turunan.realisasi.penyebut) == (Decimal(10), Decimal(12))
    laporan = lengkap(pohon, rows, turunan)
    assert [laporan[id].nilai for id in "AB"] == [100, 100]
    assert str(laporan["IK"]) == "104,17 %"
    assert laporan["IK"].to_record()["realisasi"] == "83,33 %"
    assert (
        turunan.explain()
        == "IK: jumlah pembilang ÷ jumlah penyebut komponennya (2 dari 2 komponen terhitung)."
    )
    assert turunan.realisasi.keterangan == "jumlah pembilang ÷ jumlah penyebut komponennya: A, B"


def test_shares_of_several_periods_are_pooled_whole() -> None:
    """A component told in semesters gives the parts of each of them."""
    pohon = tersusun(Persen(), "50 %", "90 %")
    rows = [
        Realisasi("A", "2025-S1", pembilang=1, penyebut=2),
        Realisasi("A", "2025-S2", pembilang=2, penyebut=3),
        Realisasi("B", 2025, pembilang=9, penyebut=10),
    ]
    turunan = satu(pohon, rows)
    assert turunan.realisasi is not None
    assert (turunan.realisasi.pembilang, turunan.realisasi.penyebut) == (Decimal(12), Decimal(15))


def test_counts_are_added() -> None:
    """In the unit of the first, and compared once: 100 of 200, while the parts are at 120 and 40."""
    pohon = tersusun(Jumlah(), "50 orang", "100 orang", induk="200 orang")
    rows = [Realisasi("A", 2025, "60 orang"), Realisasi("B", 2025, "40 Org")]
    turunan = satu(pohon, rows)
    assert turunan.realisasi is not None
    assert turunan.realisasi.nilai == Angka(100, "orang")
    assert lengkap(pohon, rows, turunan)["IK"].nilai == 50


def test_an_index_weighs_by_the_links() -> None:
    """Raw figures, not capaian: (3 × 80 + 1 × 40) ÷ 4."""
    pohon = tersusun(Indeks(), 100, 50, bobot=(3, 1))
    turunan = satu(pohon, [Realisasi("A", 2025, 80), Realisasi("B", 2025, 40)])
    assert turunan.realisasi is not None
    assert turunan.realisasi.nilai == Angka(70)
    assert turunan.cara is CaraKomponen.TERTIMBANG


def test_those_that_met_their_target_are_counted() -> None:
    """As many as met it in its own terms: 20 does not meet < 20."""
    pohon = tersusun(None, "< 20", 50, 100, induk=3)
    rows = [Realisasi("A", 2025, 20), Realisasi("B", 2025, 50), Realisasi("C", 2025, 120)]
    turunan = satu(pohon, rows, cara={"IK": "cacah"})
    assert turunan.realisasi is not None
    assert turunan.realisasi.nilai == Angka(2)


def test_a_count_of_those_that_met_their_target() -> None:
    """Two of three; the one without a target has no say."""
    pohon = tersusun(None, 20, 50, "-")
    rows = [Realisasi("A", 2025, 25), Realisasi("B", 2025, 60), Realisasi("C", 2025, 1)]
    turunan = satu(pohon, rows, cara={"IK": CaraKomponen.CACAH}, kosong="lewati")
    assert turunan.realisasi is not None
    assert turunan.realisasi.nilai == Angka(2)
    assert turunan.kurang == (("C", Alasan.TIDAK_DIRENCANAKAN),)


def test_a_component_without_realisasi() -> None:
    """It leaves no figure, or is left out and named."""
    pohon = tersusun(Jumlah(), 10, 10, 10)
    rows = [Realisasi("A", 2025, 7), Realisasi("C", 2025, 0)]
    refused = satu(pohon, rows)
    assert (refused.realisasi, refused.alasan, refused.cakupan) == (None, Alasan.ADA_YANG_KOSONG, "2 dari 3")
    assert refused.explain().splitlines()[1:] == [
        "Tidak dihitung: B (belum ada realisasi).",
        "Tidak dihitung: ada bagian yang tidak punya angka.",
    ]
    passed = satu(pohon, rows, kosong="lewati")
    assert passed.realisasi is not None
    assert passed.realisasi.nilai == Angka(7)
    assert (passed.terhitung, passed.kurang) == (("A", "C"), (("B", Alasan.BELUM_ADA_REALISASI),))
    for kosong in ("tolak", "lewati"):
        assert satu(pohon, [], kosong=kosong).alasan is Alasan.SEMUA_KOSONG


TANPA_HASIL: list[
    tuple[Rumus | None, str | None, tuple[str | int, str | int], tuple[int | None, ...], Alasan]
] = [
    (Jumlah(), None, ("5 orang", "5 unit"), (), Alasan.SATUAN_BERBEDA),
    (Indeks(), None, (5, 5), (), Alasan.BOBOT_TIDAK_ADA),
    (Indeks(), None, (5, 5), (1, None), Alasan.BOBOT_TIDAK_ADA),
    (Indeks(), None, (5, 5), (1, -1), Alasan.BOBOT_TIDAK_ADA),
    (Indeks(), None, (5, 5), (0, 0), Alasan.BOBOT_NOL),
    (Indeks(), None, ("5 orang", "5 unit"), (1, 1), Alasan.SATUAN_BERBEDA),
    (None, "tertimbang", (5, 5), (), Alasan.BOBOT_TIDAK_ADA),
]


@pytest.mark.parametrize(("rumus", "cara", "values", "bobot", "alasan"), TANPA_HASIL)
def test_components_that_make_nothing(
    rumus: Rumus | None,
    cara: str | None,
    values: tuple[str | int, str | int],
    bobot: tuple[int | None, ...],
    alasan: Alasan,
) -> None:
    """Units that differ, weights that are missing or nothing."""
    pohon = tersusun(rumus, 10, 10, bobot=bobot)
    rows = [Realisasi("A", 2025, values[0]), Realisasi("B", 2025, values[1])]
    turunan = satu(pohon, rows, cara=None if cara is None else {"IK": cara})
    assert (turunan.realisasi, turunan.alasan) == (None, alasan)


@pytest.mark.parametrize(
    ("cell", "alasan"),
    [("WTP", Alasan.BUKAN_ANGKA), ("3–5", Alasan.BUKAN_ANGKA), ("-", Alasan.BELUM_ADA_REALISASI)],
)
def test_what_is_no_number_is_left_out(cell: str, alasan: Alasan) -> None:
    """A predicate, a range, a dash."""
    turunan = satu(
        tersusun(Jumlah(), 10, 10), [Realisasi("A", 2025, 5), Realisasi("B", 2025, cell)], kosong="lewati"
    )
    assert turunan.kurang == (("B", alasan),)


def test_a_share_that_tells_no_parts() -> None:
    """A percentage alone can't be pooled."""
    rows = [Realisasi("A", 2025, "50 %"), Realisasi("B", 2025, pembilang=9, penyebut=10)]
    turunan = satu(tersusun(Persen(), "50 %", "90 %"), rows)
    assert turunan.kurang == (("A", Alasan.BAGIAN_KURANG),)
    assert turunan.alasan is Alasan.ADA_YANG_KOSONG


def test_a_component_that_has_a_realisasi_and_no_target() -> None:
    """What it reached counts all the same."""
    pohon = tersusun(Jumlah(), 10, "-")
    turunan = satu(pohon, [Realisasi("A", 2025, 5), Realisasi("B", 2025, 4)])
    assert turunan.realisasi is not None
    assert turunan.realisasi.nilai == Angka(9)


def test_only_links_of_that_kind_between_indikator_count() -> None:
    """Links of nodes and of other kinds make nothing up."""
    pohon = PohonKinerja("Contoh")
    items = [Indikator(id=id, nama=id, target={2025: 10}) for id in ("A", "IK")]
    pohon.add_many([(Outcome("O1", indikator=items), None), (Outcome("O2"), None)])
    pohon.add_relasi(Relasi(jenis="indikator_komponen", dari="O2", ke="O1"))
    pohon.add_relasi(Relasi(jenis="indikator_turunan", dari="indikator:A", ke="indikator:IK"))
    assert derive_realisasi(pohon, compute_capaian(pohon, [], 2025)) == ()


def test_one_level_at_a_time() -> None:
    """The answer of the first round is a measurement of the second."""
    pohon = PohonKinerja("Contoh")
    items = [Indikator(id=id, nama=id, rumus=Jumlah(), target={2025: 10}) for id in "ABC"]
    pohon.add(Outcome("O", indikator=items))
    for dari, ke in (("A", "B"), ("B", "C")):
        pohon.add_relasi(Relasi(jenis="indikator_komponen", dari=f"indikator:{dari}", ke=f"indikator:{ke}"))
    rows = [Realisasi("A", 2025, 5)]
    first = derive_realisasi(pohon, compute_capaian(pohon, rows, 2025))
    assert [(item.indikator, item.alasan) for item in first] == [("B", None), ("C", Alasan.SEMUA_KOSONG)]
    rows += [item.realisasi for item in first if item.realisasi is not None]
    second = derive_realisasi(pohon, compute_capaian(pohon, rows, 2025))
    assert [item.realisasi.nilai for item in second if item.realisasi is not None] == [Angka(5), Angka(5)]


def test_arguments() -> None:
    """One period, known words, a report that has the components."""
    pohon = tersusun(Jumlah(), 10)
    laporan = compute_capaian(pohon, [], 2025)
    with pytest.raises(ModelError, match="one period"):
        derive_realisasi(pohon, compute_capaian(pohon, [], [2024, 2025]))
    with pytest.raises(ModelError, match=r"derive_realisasi\.kosong"):
        derive_realisasi(pohon, laporan, kosong="nol")
    with pytest.raises(ModelError, match=r"IK\.cara"):
        derive_realisasi(pohon, laporan, cara={"IK": "median"})
    with pytest.raises(TidakAdaError):
        derive_realisasi(pohon, laporan.select(iku=True))
    with pytest.raises(TidakAdaError, match="no indikator 'A, lain' in the components of 'Kabupaten Contoh'"):
        derive_realisasi(pohon, laporan, cara={"A": "jumlah", "IK": "jumlah", "lain": "cacah"})


def test_a_refused_figure_is_no_figure() -> None:
    """104 on a scale of a hundred is shown as it was reported, and used for nothing."""
    pohon = PohonKinerja("Contoh")
    parts = [
        Indikator(id="A", nama="A", rumus=Indeks(skala=(0, 100)), target={2025: 80}),
        Indikator(id="IK", nama="IK", rumus=Jumlah(), target={2025: 80}),
    ]
    pohon.add(Outcome("O", indikator=parts))
    pohon.add_relasi(Relasi(jenis="indikator_komponen", dari="indikator:A", ke="indikator:IK"))
    rows = [Realisasi("A", 2025, 104)]
    assert compute_capaian(pohon, rows, 2025)["A"].to_record()["realisasi"] == "104"
    assert satu(pohon, rows).kurang == (("A", Alasan.DI_LUAR_SKALA),)


def test_a_component_that_is_a_sum_with_a_hole() -> None:
    """Quarters that were passed over leave the component's own figure open here."""
    pohon = PohonKinerja("Contoh")
    quarters = {"2025-TW1": 5, "2025-TW2": 5}
    parts = [
        Indikator(id="A", nama="A", rumus=Jumlah(), target=quarters),
        Indikator(id="IK", nama="IK", rumus=Jumlah(), target={2025: 10}),
    ]
    pohon.add(Outcome("O", indikator=parts))
    pohon.add_relasi(Relasi(jenis="indikator_komponen", dari="indikator:A", ke="indikator:IK"))
    laporan = compute_capaian(pohon, [Realisasi("A", "2025-TW1", 4)], 2025, kosong="lewati")
    assert laporan["A"].nilai == 80
    assert derive_realisasi(pohon, laporan)[0].kurang == (("A", Alasan.PERIODE_BELUM_LENGKAP),)


@pytest.mark.parametrize(
    ("target", "cells", "satuan"),
    [(("80 %", "85 %"), ("80 %", "85 %"), ""), ((80, 85), (80, 85), "persen")],
)
def test_percentages_of_components_are_never_added(
    target: tuple[str | int, str | int], cells: tuple[str | int, str | int], satuan: str
) -> None:
    """80 % and 85 % are not 165 %; one of them alone is itself."""
    pohon = PohonKinerja("Contoh")
    items = [
        Indikator(id=id, nama=id, satuan=satuan, target={2025: value})
        for id, value in zip(("A", "B", "IK"), (*target, "80 %"), strict=True)
    ]
    pohon.add(Outcome("O", indikator=items))
    for id in "AB":
        pohon.add_relasi(Relasi(jenis="indikator_komponen", dari=f"indikator:{id}", ke="indikator:IK"))
    rows = [Realisasi(id, 2025, cell) for id, cell in zip("AB", cells, strict=True)]
    assert satu(pohon, rows).alasan is Alasan.PERSEN_DIJUMLAH
    alone = satu(pohon, rows[:1], kosong="lewati").realisasi
    assert alone is not None
    assert alone.nilai is not None
    assert alone.nilai == rows[0].nilai or str(alone.nilai) == "80 %"


def test_a_component_in_a_much_longer_unit() -> None:
    """One minute in weeks has more decimals than a value may have, and is held to those."""
    pohon = tersusun(Jumlah(), 80, 80)
    made = satu(pohon, [Realisasi("A", 2025, "0 minggu"), Realisasi("B", 2025, "1 menit")]).realisasi
    assert made is not None
    assert isinstance(made.nilai, Angka)
    assert str(made.nilai.nilai).startswith("0.0000992063")
