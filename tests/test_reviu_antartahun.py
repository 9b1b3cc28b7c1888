"""A plan over its years: indikator utama renamed, dropped, added, and targets made easier."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from sakip.errors import ModelError
from sakip.model import Indikator, Outcome, Program, Sasaran
from sakip.pohon import PohonKinerja
from sakip.reviu import check_antartahun


def rencana(*indikator: Indikator, bawah: Indikator | None = None) -> PohonKinerja:
    """A sasaran with its indikator, and a program with one of its own."""
    tree = PohonKinerja("Dinas")
    tree.add(Outcome("O1", uraian="Sejahtera"))
    tree.add(Sasaran("S1", uraian="Tertangani", indikator=indikator), under="O1")
    tree.add(Program("P1", nama="Rehabilitasi", indikator=[bawah] if bawah else ()), under="S1")
    return tree


def iku(id: str = "IK1", nama: str = "Persentase PPKS tertangani", **lain: Any) -> Indikator:
    isi: dict[str, Any] = {"satuan": "%", "iku": True, "target": {2025: "80 %", 2026: "85 %"}}
    return Indikator(id=id, nama=nama, **isi | lain)


def codes(*pohon: PohonKinerja) -> list[str]:
    return [item.kode for item in check_antartahun({str(2023 + n): tree for n, tree in enumerate(pohon)})]


def test_a_plan_that_stays() -> None:
    assert codes(rencana(iku()), rencana(iku()), rencana(iku(nama="persentase PPKS, tertangani"))) == []


def test_how_often_a_name_changed_is_told_once() -> None:
    names = ("Persentase PPKS tertangani", "Rasio PPKS tertangani", "Indeks penanganan PPKS")
    trees = {str(2023 + n): rencana(iku(nama=nama)) for n, nama in enumerate(names)}
    (temuan,) = check_antartahun(trees)
    assert temuan.kode == "SKP908"
    assert temuan.pesan == (
        'Indikator utama ini berganti bunyi 2 kali: "Persentase PPKS tertangani" (2023), '
        '"Rasio PPKS tertangani" (2024), "Indeks penanganan PPKS" (2025).'
    )
    assert (temuan.tempat.simpul, temuan.tempat.indikator) == ("S1", "IK1")


def test_a_new_id_is_the_same_indikator_by_its_reference_or_its_place() -> None:
    assert codes(
        rencana(iku(referensi="IKU-7"), iku("IK2", "Nilai SAKIP")),
        rencana(iku("IK9", "Rasio PPKS tertangani", referensi="IKU-7"), iku("IK2", "Nilai SAKIP")),
    ) == ["SKP908"]
    assert codes(rencana(iku()), rencana(iku("IK9", "Rasio PPKS tertangani"))) == ["SKP908"]
    # Two left and two came: which became which is not guessed.
    assert (
        codes(
            rencana(iku("A", "Indeks a"), iku("B", "Indeks b")),
            rencana(iku("C", "Indeks c"), iku("D", "Indeks d")),
        )
        == ["SKP909"] * 4
    )


def test_what_is_dropped_and_what_is_added() -> None:
    both = rencana(iku(), iku("IK2", "Nilai SAKIP"))
    (gone,) = check_antartahun({"2024": both, "2025": rencana(iku())})
    assert gone.pesan == 'Indikator utama "Nilai SAKIP" tidak ada lagi pada 2025.'
    (come,) = check_antartahun({"2024": rencana(iku()), "2025": both})
    assert come.pesan == 'Indikator utama "Nilai SAKIP" baru ada pada 2025.'


def test_a_target_of_the_same_year_made_easier() -> None:
    murni = rencana(iku())
    (temuan,) = check_antartahun(
        {"Renstra": murni, "Renstra perubahan": rencana(iku(target={2025: "75 %", 2026: "85 %"}))}
    )
    assert temuan.pesan == "Target 2025 80 % menurut Renstra, tinggal 75 % menurut Renstra perubahan."
    assert codes(murni, rencana(iku(target={2025: "90 %"}))) == []
    falling = {"polaritas": "turun"}
    assert codes(rencana(iku(**falling)), rencana(iku(**falling, target={2025: "90 %"}))) == ["SKP910"]


def test_only_indikator_utama_are_followed() -> None:
    """Those that are marked; where none is, those of the results and not of the components."""
    marked = rencana(iku(), bawah=Indikator(id="P1.1", nama="Jumlah panti"))
    assert codes(marked, rencana(iku(), bawah=Indikator(id="P1.1", nama="Jumlah balai"))) == []
    plain = attrs.evolve(iku(), iku=False)
    assert codes(rencana(plain), rencana(attrs.evolve(plain, nama="Rasio PPKS"))) == ["SKP908"]


def test_one_year_has_nothing_to_be_held_against() -> None:
    with pytest.raises(ModelError, match="two trees or more"):
        check_antartahun({"2025": rencana(iku())})
