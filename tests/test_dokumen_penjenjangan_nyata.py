"""A real Penjenjangan: what its text gives, beside the table of it that was made by hand."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from sakip.bentuk import Penjenjangan
from sakip.dokumen import HasilBaca, read_dokumen, read_struktur, write_dokumen
from sakip.dokumen._bagian.padanan import tight
from sakip.model import AnySimpul, Butir, Indikator, JenisRelasi, Komponen, Outcome, Sebutan
from sakip.pohon import PohonKinerja

DATA = Path(__file__).parent / "data" / "dokumen"
NAMA = "penjenjangan-dinsos-kotawaringin-timur-2025.txt"
TANGAN = Path(__file__).parents[1] / "examples" / "dinsos-kotawaringin-timur-2025" / "struktur.csv"


@pytest.fixture(scope="module")
def hasil() -> HasilBaca[Penjenjangan]:
    """The document as it is read."""
    return read_dokumen(DATA / NAMA)


@pytest.fixture(scope="module")
def teks(hasil: HasilBaca[Penjenjangan]) -> PohonKinerja:
    """The tree of the text."""
    return hasil.to_pohon()


@pytest.fixture(scope="module")
def tangan() -> PohonKinerja:
    """The tree made by hand."""
    return read_struktur(TANGAN).dokumen


def kunci(pohon: PohonKinerja, simpul: AnySimpul) -> tuple[str, ...]:
    """What a node is known by in both trees: its kind, its words, and those of what it stands under."""
    above = pohon.parent(simpul.id)
    return simpul.jenis, tight(simpul.label), "" if above is None else tight(above.label)


# --- counts -------------------------------------------------------------------


def test_the_form_is_recognised_and_every_cell_is_accounted_for(hasil: HasilBaca[Penjenjangan]) -> None:
    assert isinstance(hasil.dokumen, Penjenjangan)
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh
    assert (hasil.cakupan.sel, hasil.cakupan.temuan) == (1682, 1)


def test_how_many_of_each_there_are(hasil: HasilBaca[Penjenjangan], teks: PohonKinerja) -> None:
    """1 outcome, 3 CSF, 7 programs, 13 kegiatan with a card and 1 without, 43 sub kegiatan, 44 operational."""
    assert Counter(item.jenis for item in teks) == {
        "outcome": 1, "csf": 3, "program": 7, "kegiatan": 14, "sub_kegiatan": 43, "kondisi_antara": 1, "tujuan": 2, "sasaran": 2,
    }  # fmt: skip
    bare = [item for item in teks if isinstance(item, Komponen) and not (item.pagu or item.indikator)]
    assert [item.label[:32] for item in bare] == ["Penyelenggaraan Pemberdayaan Mas"]
    form = hasil.dokumen
    assert [len(form.tahap_1), len(form.tahap_2), len(form.tahap_3), len(form.tahap_4)] == [1, 3, 65, 69]
    assert len(form.tahap_5) == 68


def test_every_finding(hasil: HasilBaca[Penjenjangan]) -> None:
    """Wordings that are alike, conditions that stage 5 places elsewhere, figures that can't be read."""
    assert Counter(item.kode for item in hasil.temuan) == {
        "SKP103": 2,  # 32.400.0000 and 13.2918.000
        "SKP106": 2,  # blanks in 23. 000.000 and 3.536.925. 665
        "SKP109": 1,  # the closing words
        "SKP112": 6,  # lines of stage 2 that break a statement
        "SKP150": 86,
        "SKP152": 1,  # a kegiatan that only a heading names
        "SKP153": 13,  # twelve below a repeated wording of the program, one below another kegiatan
        "SKP155": 2,  # posts for sasaran and kegiatan that the matrix doesn't print
        "SKP157": 1,  # a condition in the place of its indikator
        "SKP159": 5,
    }  # fmt: skip
    assert all(item.tempat.sel and item.tempat.baris for item in hasil.temuan)


def test_a_part_of_the_text_still_gives_a_tree(tmp_path: Path) -> None:
    """Stages 1 to 3 alone: conditions, and no component."""
    text = (DATA / NAMA).read_text(encoding="utf-8")
    path = tmp_path / NAMA
    path.write_text(text[: text.index("TAHAP 4")], encoding="utf-8")
    hasil = read_dokumen(path)
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh
    jenis = Counter(item.jenis for item in hasil.to_pohon())
    assert jenis == {"outcome": 1, "csf": 3, "kondisi_antara": 7 + 13 + 44}


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_written_and_read_again_it_is_the_same(
    hasil: HasilBaca[Penjenjangan], tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"penjenjangan{ending}"
    write_dokumen(hasil.dokumen, path)
    again = read_dokumen(path)
    assert again.dokumen == hasil.dokumen
    assert again.cakupan is not None
    assert again.cakupan.utuh
    assert {item.kode for item in again.temuan} == {"SKP103"}


# --- beside the table made by hand --------------------------------------------


def test_both_trees_have_the_same_nodes(teks: PohonKinerja, tangan: PohonKinerja) -> None:
    """Every node of the one is in the other, below the same node."""
    ours, theirs = ([kunci(pohon, item) for item in pohon] for pohon in (teks, tangan))
    assert len(set(ours)) == len(ours)
    assert set(ours) == set(theirs)


def test_every_difference_is_listed_with_its_cause(teks: PohonKinerja, tangan: PohonKinerja) -> None:
    """The file holds all of them and nothing else."""
    with (DATA / "beda-kotawaringin.csv").open(encoding="utf-8", newline="") as file:
        listed = [tuple(row.values()) for row in csv.DictReader(file)]
    assert all(row[-1] for row in listed)
    assert [row[:-1] for row in listed] == list(differences(teks, tangan))


def differences(teks: PohonKinerja, tangan: PohonKinerja) -> Iterator[tuple[str, str, str, str]]:
    """Where the two trees say something else: the node's id by hand, what of it, and what each says."""
    yield from _compare("pohon", _head(teks), _head(tangan))
    for id in sorted({*teks.jabatan, *tangan.jabatan}):
        pair = (teks.jabatan.get(id), tangan.jabatan.get(id))
        ours, theirs = (
            {}
            if item is None
            else {"nama": item.nama, "jenjang": item.jenjang, "keterangan": item.keterangan}
            for item in pair
        )
        yield from _compare(f"jabatan {id}", ours, theirs)
    known = {kunci(teks, item): item for item in teks}
    for item in tangan:
        own = known[kunci(tangan, item)]
        yield from _compare(item.id, _row(teks, own), _row(tangan, item))
        pairs = zip(own.indikator, item.indikator, strict=True)
        for ours_kpi, theirs_kpi in pairs:
            yield from _compare(theirs_kpi.id, _kpi(ours_kpi), _kpi(theirs_kpi))


def _compare(id: str, ours: dict[str, str], theirs: dict[str, str]) -> Iterator[tuple[str, str, str, str]]:
    for name in {**ours, **theirs}:
        if ours.get(name, "") != theirs.get(name, ""):
            yield id, name, ours.get(name, ""), theirs.get(name, "")


def _head(pohon: PohonKinerja) -> dict[str, str]:
    instansi = "" if pohon.instansi is None else f"{pohon.instansi.nama}; {pohon.instansi.wilayah}"
    links = [item for item in pohon.relasi if item.jenis is not JenisRelasi.PENUGASAN]
    return {
        "nama": pohon.nama,
        "instansi": instansi,
        "periode": str(pohon.periode),
        "jenis": pohon.jenis.value,
        "akar": "; ".join(sorted(item.label for item in pohon.roots)),
        "relasi": "; ".join(
            f"{item.jenis.value} {pohon[item.dari.id].label} {pohon[item.ke.id].label} {item.tempat}"
            for item in links
        ),
        "keterangan relasi": "; ".join(item.keterangan for item in links),
    }


def _row(pohon: PohonKinerja, item: AnySimpul) -> dict[str, str]:
    """All that a node says, but for its id and its place, which the key holds."""
    owner = pohon.owner(item.id)
    row = {
        "uraian": item.uraian,
        "sebutan": _words(item.sebutan),
        "banyak indikator": str(len(item.indikator)),
        "jabatan": "" if owner is None else owner.nama,
        "keterangan": item.keterangan,
        "anak": "; ".join(sorted(child.label for child in pohon.children(item.id))),
    }
    if isinstance(item, Komponen):
        row |= {
            "nama": item.nama,
            "kode": "" if item.kode is None else str(item.kode),
            "pagu": "; ".join(
                f"{row.periode} {row.teks if row.jumlah is None else row.jumlah}" for row in item.pagu
            ),
        }
    if isinstance(item, Outcome):
        dasar = item.dasar
        row["dasar"] = _butir((*dasar.ekspektasi, *dasar.mandat, *dasar.isu_strategis))
    return row


def _butir(items: tuple[Butir, ...]) -> str:
    return " ".join(f"{item.nomor}. {item.teks} {_butir(item.rincian)}".strip() for item in items)


def _kpi(item: Indikator) -> dict[str, str]:
    return {
        "nama": item.nama,
        "satuan": item.satuan,
        "target": "; ".join(f"{row.periode} {row.nilai}" for row in item.target),
        "sebutan": _words(item.sebutan),
        "keterangan": item.keterangan,
        "keterangan sebutan": " ".join(word.keterangan for word in item.sebutan).strip(),
    }


def _words(items: tuple[Sebutan, ...]) -> str:
    """Other wordings with their places; case and spaces are the same."""
    return "; ".join(sorted(f"{item.bagian} {tight(item.teks)} ({item.tempat})" for item in items))
