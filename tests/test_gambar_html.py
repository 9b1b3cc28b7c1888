"""The page as text: what is on it, what is kept apart, what is let in."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from importlib import resources
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sakip
from halaman_html import Halaman
from laporan_html import BERSKALA, JAHAT, Laporan, dinsos, jahat
from sakip.anggaran import compute_serapan
from sakip.angka import format_rupiah
from sakip.errors import BerkasError, PeriodeError, TidakAdaError, TipeError
from sakip.gambar import draw_html, write_html
from sakip.model import KondisiAntara, Relasi
from sakip.skala import Pita, Skala
from sakip.temuan import JenisTemuan, Tempat, Tingkat
from strategies import SEDIKIT
from strategies_pohon import pohon as any_pohon

_TAMPAK = {code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\t\n\r"} | {0x7F: "␡"}
"""Control characters as the signs of Unicode that picture them."""


@pytest.fixture(scope="module")
def nyata() -> Laporan:
    return dinsos()


@pytest.fixture(scope="module")
def halaman(nyata: Laporan) -> Halaman:
    return Halaman(nyata.html())


def words(text: str) -> str:
    """A text with single spaces."""
    return " ".join(text.split())


# --- what a page lets in ---------------------------------------------------------


def test_the_policy_lets_in_its_own_style_and_script_and_nothing_else(nyata: Laporan) -> None:
    """Every hash is that of the text it stands for, and the default is nothing."""
    text = nyata.html()
    (rule,) = (
        found["content"]
        for found in Halaman(text).named("meta")
        if found.get("http-equiv") == "Content-Security-Policy"
    )
    parts = dict(part.strip().split(" ", 1) for part in rule.split(";"))
    assert parts["default-src"] == "'none'"
    assert set(parts) == {"default-src", "style-src", "script-src", "base-uri", "form-action"}
    for tag in ("style", "script"):
        (body,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert parts[f"{tag}-src"] == f"'sha256-{digest}'"


def test_the_policy_stands_before_what_it_speaks_of(nyata: Laporan) -> None:
    """What comes before it would not be held to it."""
    text = nyata.html()
    assert text.index("Content-Security-Policy") < text.index("<style>") < text.index("<script>")


@pytest.mark.parametrize("make", [dinsos, jahat])
def test_nothing_runs_and_nothing_is_fetched(make: Callable[[], Laporan]) -> None:
    """No handler, no style in an attribute, no address but those within the page, one script and one style."""
    page = Halaman(make().html())
    for _, found in page.unsur:
        assert not any(
            name.startswith("on") or name in {"style", "src", "action", "srcdoc"} for name in found
        )
        assert found.get("href", "#").startswith("#")
    names = [name for name, _ in page.unsur]
    assert names.count("script") == names.count("style") == 1
    assert not {"img", "iframe", "object", "embed", "link", "form", "base"} & set(names)


def test_every_ill_text_comes_back_as_it_was() -> None:
    """Whatever a document says is on the page, as text and whole."""
    page = Halaman(jahat().html())
    for text in JAHAT:
        assert sum(text.translate(_TAMPAK) in item for item in page.teks) > 5
    assert set(page.isi) == set(Halaman(jahat().html()).isi)


@settings(max_examples=25, deadline=None)
@given(any_pohon(), st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
def test_any_tree_gives_a_sound_page(tree: sakip.PohonKinerja, catatan: list[str]) -> None:
    """Every element is closed, no id stands twice, and every name can be read back."""
    page = Halaman(draw_html(tree, temuan=sakip.check(tree), catatan=catatan))
    told = "".join(page.teks)
    for node in tree:
        number = list(tree).index(node)
        assert (node.label or node.id) in page.isi[f"s-{number}"]
        assert node.uraian in page.isi[f"s-{number}"]
        assert all((kpi.nama or kpi.id) in page.isi[f"s-{number}"] for kpi in node.indikator)
    for text in catatan:
        assert text.translate(_TAMPAK) in told
    links = [found["href"][1:] for found in page.named("a")]
    assert set(links) <= set(page.isi)


# --- what is on it ------------------------------------------------------------------


def test_the_same_arguments_give_the_same_bytes() -> None:
    """Also in another process, whose sets and hashes stand in another order."""
    code = "import sys, laporan_html; sys.stdout.buffer.write(laporan_html.dinsos().html().encode())"
    pages = set()
    for seed in ("1", "2"):
        more = {
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path]),
        }
        done = subprocess.run(
            [sys.executable, "-c", code], env=os.environ | more, capture_output=True, check=True
        )
        pages.add(done.stdout)
    assert len(pages) == 1
    assert pages.pop().decode() == dinsos().html()


def test_the_summary_counts(nyata: Laporan, halaman: Halaman) -> None:
    """How many have a figure, why the others have none, what was found, what is planned."""
    told = words(halaman.isi["ringkasan"])
    reasons = [row.alasan.kalimat for row in nyata.laporan if row.alasan is not None]
    assert "65 dari 76 indikator" in told
    assert "11 tanpa angka" in told
    assert all(re.search(rf"{reason}\s*{reasons.count(reason)}", told) for reason in set(reasons))
    assert f"{len(nyata.temuan)} temuan" in told
    assert "Rp6.312.818.993" in told  # the sum of the seven programs, as the example's README has it
    for label, many in (("Sangat Tinggi", 57), ("Tinggi", 6), ("Sedang", 1), ("Sangat Rendah", 1)):
        assert re.search(rf"{label}\s*{many}", told)


def test_the_head_says_whose_when_and_by_which_rule(nyata: Laporan) -> None:
    """With the sources of the policy and of its bands, and with what has to be known first."""
    told = words("".join(Halaman(nyata.html()).teks))
    assert "Dinas Sosial, Kabupaten Kotawaringin Timur" in told
    assert "Tahun 2025" in told
    for text in (
        BERSKALA.nama,
        BERSKALA.acuan,
        BERSKALA.skala.acuan if BERSKALA.skala else "",
        *nyata.catatan,
    ):
        assert words(text) in told


def test_every_figure_has_its_explanation_behind_its_button(nyata: Laporan, halaman: Halaman) -> None:
    """Each step of each row stands in the element that its button opens."""
    opened = [found["aria-controls"] for found in halaman.of("figur")]
    assert len(set(opened)) == len(opened)
    for number, row in enumerate(nyata.laporan):
        assert f"j-{number}" in opened
        for step in row.langkah[1:]:
            assert step.teks in halaman.isi[f"j-{number}"]


def test_findings_and_nodes_point_at_each_other(nyata: Laporan, halaman: Halaman) -> None:
    """With place, message, advice and source; what stands in a file alone points nowhere."""
    links = [found["href"] for found in halaman.named("a")]
    numbers = {node.id: number for number, node in enumerate(nyata.pohon)}
    owners = {kpi.id: node.id for node in nyata.pohon for kpi in node.indikator}
    told = words(halaman.isi["temuan"])
    found = {int(id[2:]): text for id, text in halaman.isi.items() if id.startswith("t-")}
    assert len(found) == len(nyata.temuan)
    for item in nyata.temuan:
        assert all(words(text) in told for text in (str(item.tempat), item.pesan, item.saran, item.acuan))
    for node in nyata.pohon:
        here = [t for t in nyata.temuan if node.id in (t.tempat.simpul, owners.get(t.tempat.indikator))]
        chips = [t for t in here if f"{t.kode} {t.jenis.judul}" in halaman.isi[f"s-{numbers[node.id]}"]]
        assert chips == here
        assert not here or f"#s-{numbers[node.id]}" in links


def test_the_most_serious_findings_come_first(halaman: Halaman) -> None:
    """Kesalahan, then peringatan, then saran."""
    order = [found["data-t"] for found in halaman.of("jenis-temuan")]
    assert order == sorted(order, key=["kesalahan", "peringatan", "saran"].index)
    assert set(order) == {"kesalahan", "peringatan", "saran"}


def test_not_looked_for_is_not_the_same_as_not_found(nyata: Laporan) -> None:
    """Without findings there is no section; with none found it says so."""
    without = Halaman(draw_html(nyata.pohon))
    assert "temuan" not in without.isi
    assert "Tidak ada temuan." in Halaman(draw_html(nyata.pohon, temuan=[])).isi["temuan"]


def test_findings_on_the_measurements_come_along_once() -> None:
    """Those that a report carries are shown without being passed, and not twice when they are."""
    tree = sakip.PohonKinerja("Dinas Contoh")
    tree.add(sakip.Outcome("O1", uraian="Satu"))
    laporan = sakip.compute_capaian(tree, [sakip.Realisasi("tidak-ada", 2025, 1)], 2025)
    (found,) = laporan.temuan
    alone = Halaman(draw_html(tree, laporan=laporan)).isi["temuan"]
    assert found.pesan in alone
    assert "pohonnya sendiri tidak direviu" in alone
    both = Halaman(draw_html(tree, laporan=laporan, temuan=[*laporan.temuan, *laporan.temuan])).isi["temuan"]
    assert both.count(found.pesan) == 1
    assert "tidak direviu" not in both


def _by_number(nilai: list[str]) -> list[tuple[int | None, str]]:
    """The places of the rows whose realisasi are these, as the page sorts them, with what is shown."""
    tree = sakip.PohonKinerja("Dinas Contoh")
    kpi = [sakip.Indikator(id=f"IK{n}", nama="Jumlah", target={2025: 3}) for n in range(len(nilai))]
    tree.add(sakip.Outcome("O1", indikator=kpi))
    measured = [sakip.Realisasi(f"IK{n}", 2025, text) for n, text in enumerate(nilai) if text]
    page = Halaman(draw_html(tree, laporan=sakip.compute_capaian(tree, measured, 2025)))
    cells = [found for found in page.of("cp") if "scope" not in found]
    places = [int(found["data-u"]) if "data-u" in found else None for found in cells]
    return list(zip(places, nilai, strict=True))


def test_figures_are_sorted_by_what_they_are_and_not_by_what_is_printed() -> None:
    """Figures that print alike, and differ in a digit that a browser's numbers do not have, stand in their order."""
    nilai = ["3,0000000000000000002", "3,0000000000000000001", "", "10", "9"]
    assert [place for place, _ in _by_number(nilai)] == [1, 0, None, 3, 2]


@SEDIKIT
@given(st.lists(st.decimals(0, 100, places=18), min_size=1, max_size=6))
def test_places_follow_the_exact_figures(nilai: list[Decimal]) -> None:
    """Equal figures have one place; without a gap from 0."""
    rows = _by_number([format(item, "f").replace(".", ",") for item in nilai])
    order = sorted(set(nilai))
    assert [place for place, _ in rows] == [order.index(item) for item in nilai]


# --- money ---------------------------------------------------------------------------


def berpagu() -> sakip.PohonKinerja:
    """A program of two kegiatan, with a pagu that can't be read, and one that does not add up."""
    tree = sakip.PohonKinerja("Dinas Contoh", periode=2025)
    tree.add_jabatan(sakip.Jabatan(id="kadis", nama="Kepala Dinas"))
    tree.add_jabatan(sakip.Jabatan(id="kabid", nama="Kepala Bidang"))
    tree.add(KondisiAntara("O1", uraian="Meningkatnya pelayanan"))
    tree.add(
        sakip.Program("P1", nama="Rehabilitasi", uraian="Terwujudnya", pagu={2025: 100_000_000}), under="O1"
    )
    tree.add(sakip.Kegiatan("K1", nama="Satu", pagu={2025: 60_000_000}), under="P1")
    tree.add(sakip.Kegiatan("K2", nama="Dua"), under="P1")
    tree.assign("P1", "kadis")
    tree.assign("P1", "kabid", "pendukung")
    return tree


def test_pagu_is_shown_as_printed_with_what_is_below() -> None:
    """A sum that is another is named with the difference; what is not printed is not zero."""
    page = Halaman(draw_html(berpagu()))
    program, kosong = words(page.isi["s-1"]), words(page.isi["s-3"])
    assert "Pagu 2025: Rp100.000.000" in program
    assert "Jumlah pagu di bawahnya: Rp60.000.000 (selisih Rp40.000.000)" in program
    assert "Pagu" not in kosong
    assert "Pemilik: Kepala Dinas" in program
    assert "Pendukung: Kepala Bidang" in program


def test_a_pagu_that_can_not_be_read_stands_as_it_is(halaman: Halaman, nyata: Laporan) -> None:
    """`13.2918.000` is printed in the document of the example."""
    numbers = {node.id: number for number, node in enumerate(nyata.pohon)}
    assert "“13.2918.000”, tidak terbaca" in halaman.isi[f"s-{numbers['S31']}"]


def test_serapan_with_its_explanation() -> None:
    """In the summary and at each node; a part that is missing leaves a reason and not a zero."""
    tree = berpagu()
    belanja = [sakip.RealisasiAnggaran("K1", 2025, 45_000_000)]
    rekap = compute_serapan(tree, belanja, 2025, kosong="lewati")
    page = Halaman(draw_html(tree, serapan=rekap))
    assert "75,00 %" in page.isi["a-2"]
    for step in rekap["K1"].langkah:
        assert step.teks in page.isi["a-2"]
    assert format_rupiah(45_000_000) in page.isi["ringkasan"]
    lacking = Halaman(draw_html(tree, serapan=compute_serapan(tree, [], 2025)))
    assert rekap.periode.label in lacking.isi["ringkasan"]
    assert "belum ada dari pagu" in words(lacking.isi["ringkasan"])
    tree.add(sakip.Tujuan("T1", uraian="Tanpa anggaran"))  # a root that money says nothing of is left out
    assert (
        "Tanpa anggaran"
        not in Halaman(draw_html(tree, serapan=compute_serapan(tree, [], 2025))).isi["ringkasan"]
    )
    assert "0,00 %" not in "".join(lacking.teks)


def test_the_year_of_the_pagu_may_be_asked_for() -> None:
    """It is that of the figures, else of the tree; a tree of a span has none of its own to show."""
    tree = berpagu()
    tree.periode = sakip.Periode.parse("2021-2025")
    assert "Rp100.000.000" not in draw_html(tree)
    assert "Rp100.000.000" in draw_html(tree, periode=2025)
    tree.periode = None
    assert "Pagu" not in draw_html(tree)
    assert "Rp100.000.000" in draw_html(tree, laporan=sakip.compute_capaian(tree, [], "2025-TW1"))


# --- figures of nodes, classes, periods -------------------------------------------------


def bertingkat() -> sakip.PohonKinerja:
    tree = sakip.PohonKinerja("Dinas Contoh", periode=2025)
    tree.add(sakip.Outcome("O1", uraian="Satu"))
    for n, target in ((1, 50), (2, 100)):
        kpi = sakip.Indikator(
            id=f"IK{n}", nama=f"Jumlah {n}", target={2025: target, "2025-TW1": target}, iku=n == 1
        )
        tree.add(sakip.CSF(f"C{n}", uraian=f"Dua {n}", indikator=[kpi]), under="O1")
    return tree


UKURAN = (sakip.Realisasi("IK1", 2025, 45), sakip.Realisasi("IK2", 2025, 70))


def test_a_rolled_up_node_says_of_what() -> None:
    """Its figure, how it was put together and of how many; its parts in the explanation."""
    tree = bertingkat()
    laporan = sakip.compute_capaian(tree, UKURAN, 2025, BERSKALA)
    gulungan = sakip.roll_up(tree, laporan, anak="rata_rata")
    page = Halaman(draw_html(tree, laporan=laporan, gulungan=gulungan))
    assert "80,00 % , penjelasan Capaian simpul (rata-rata, 2 dari 2 simpul di bawahnya)" in words(
        page.isi["s-0"].replace(", penjelasan", " , penjelasan")
    )
    for step in gulungan["O1"].langkah[1:]:
        assert step.teks in page.isi["g-0"]
    assert "g-1" not in page.isi  # that of its only indikator, which explains itself
    without = Halaman(draw_html(tree, laporan=laporan, gulungan=sakip.roll_up(tree, laporan)))
    assert "cara menggabungkan simpul di bawahnya tidak disebut" in without.isi["s-0"]


def test_without_bands_the_classes_are_met_and_not_met() -> None:
    """A target of ``< 20`` is not met by 20, though that is 100 percent."""
    tree = sakip.PohonKinerja("Dinas Contoh")
    kpi = [sakip.Indikator(id=f"IK{n}", nama="Angka", target={2025: "< 20"}) for n in range(2)]
    tree.add(sakip.Outcome("O1", indikator=kpi))
    rows = [sakip.Realisasi("IK0", 2025, 20), sakip.Realisasi("IK1", 2025, 19)]
    page = Halaman(draw_html(tree, laporan=sakip.compute_capaian(tree, rows, 2025)))
    assert "Tidak tercapai" in page.isi["k-0"]
    assert "Tidak tercapai" not in page.isi["k-1"]
    assert "Tercapai" in page.isi["k-1"]
    assert "Ketercapaian" in page.isi["capaian"]
    assert "Predikat" not in "".join(page.teks)


def test_a_figure_below_the_lowest_band_is_in_none() -> None:
    """It is named so; it does not get the lowest band."""
    rule = attrs.evolve(
        sakip.LKJIP, nama="tinggi", skala=Skala("S", "contoh", [Pita(95, "Baik"), Pita(85, "Cukup")])
    )
    tree = bertingkat()
    page = Halaman(draw_html(tree, laporan=sakip.compute_capaian(tree, UKURAN, 2025, rule)))
    assert "Cukup" in page.isi["k-0"]
    assert "Di luar skala" in page.isi["k-1"]
    assert "Di luar skala" in page.isi["ringkasan"]


def test_several_periods_have_a_row_each() -> None:
    """With a column that says which, in the tree as well; the year of the pagu is that of the last."""
    tree = bertingkat()
    laporan = sakip.compute_capaian(tree, UKURAN, ["2025-TW1", 2025])
    page = Halaman(draw_html(tree, laporan=laporan))
    assert len(list(page.named("tbody"))) == 4
    assert "Periode" in page.isi["capaian"]
    assert "Jumlah 1 (Triwulan I Tahun 2025)" in page.isi["s-1"]
    assert "2 dari 4 baris" in words(page.isi["ringkasan"])
    assert "IKU" in page.isi["k-0"]


def test_a_report_of_a_part_leaves_the_rest_with_its_plan() -> None:
    """An indikator that the report leaves out has its target and no figure."""
    tree = bertingkat()
    part = sakip.compute_capaian(tree, UKURAN, 2025).select(di_bawah="C1")
    page = Halaman(draw_html(tree, laporan=part))
    assert "k-1" not in page.isi
    assert "target 2025 100" in words(page.isi["s-2"])
    empty = Halaman(draw_html(tree, laporan=part.select(jenis="program")))
    assert "Tidak ada indikator yang diukur." in empty.isi["capaian"]


def test_links_beside_the_tree_are_named_at_both_ends() -> None:
    """A node, an indikator, a post or somebody outside; with role, status and remark."""
    tree = bertingkat()
    tree.add_jabatan(sakip.Jabatan(id="camat", nama="Camat"))
    for ke in ("simpul:C2", "indikator:IK2", "jabatan:camat", "luar:Bappeda"):
        tree.add_relasi(
            Relasi(jenis="crosscutting", dari="simpul:C1", ke=ke, peran="pendukung", status="disetujui")
        )
    page = Halaman(draw_html(tree))
    told = words(page.isi["s-1"])
    for name in ("C2 Dua 2", "IK2 Dua 2", "Camat", "Bappeda"):
        assert f"Crosscutting ke {name} (pendukung, disetujui)" in told
    assert "Crosscutting dari C1 Dua 1" in words(page.isi["s-2"])


def test_findings_of_one_kind_say_once_what_they_share() -> None:
    """The same sentence is not printed for every place."""
    jenis = JenisTemuan("SKP998", Tingkat.SARAN, "contoh", "Pesan yang sama.", "Saran {nomor}.")
    tree = bertingkat()
    found = [jenis.temuan(Tempat(simpul=f"C{n}"), nomor=n) for n in (1, 2)] + [
        jenis.temuan(Tempat(), nomor=3)
    ]
    told = words(Halaman(draw_html(tree, temuan=found)).isi["temuan"])
    assert told.count("Pesan yang sama.") == 1
    assert all(told.count(f"Saran {n}.") == 1 for n in (1, 2, 3))
    assert "tanpa tempat" in told


# --- edges -----------------------------------------------------------------------------------


def test_a_tree_of_nothing_is_a_page_all_the_same() -> None:
    """Without a node, an institution, a period."""
    page = Halaman(draw_html(sakip.PohonKinerja("")))
    assert "Pohon ini belum punya simpul." in page.isi["pohon"]


def test_a_deep_tree_is_a_page_all_the_same() -> None:
    """A branch of three thousand conditions; no function calls itself for each."""
    tree = sakip.PohonKinerja("Dinas Contoh", jenis="bebas")
    tree.add_many([(KondisiAntara(f"K{n}"), f"K{n - 1}" if n else None) for n in range(3000)])
    assert draw_html(tree).count('<li id="s-') == 3000


def test_the_title_may_be_another() -> None:
    """Then the name of the tree stands below it."""
    page = Halaman(draw_html(bertingkat(), judul="LKjIP 2025"))
    assert words("".join(page.teks)).count("LKjIP 2025") == 2  # title and heading
    assert "Pohon" in page.teks
    assert "Dinas Contoh" in page.teks


def test_what_is_no_report_is_refused() -> None:
    """By its type, before anything is written."""
    tree = bertingkat()
    other = sakip.PohonKinerja("Lain")
    other.add(sakip.Outcome("X1", indikator=[sakip.Indikator(id="IK", nama="Jumlah", target={2025: 1})]))
    refused: tuple[dict[str, Any], ...] = (
        {"laporan": 1}, {"gulungan": "x"}, {"serapan": []}, {"temuan": ["SKP001"]}
    )  # fmt: skip
    for wrong in refused:
        with pytest.raises(TipeError):
            draw_html(tree, **wrong)
    with pytest.raises(TipeError):
        draw_html("pohon")  # type: ignore[arg-type]  # likewise
    foreign = sakip.compute_capaian(other, [], 2025)
    with pytest.raises(TidakAdaError):
        draw_html(tree, laporan=foreign)
    with pytest.raises(TidakAdaError):
        draw_html(tree, gulungan=sakip.roll_up(other, foreign))
    with pytest.raises(PeriodeError):
        draw_html(tree, periode="kapan-kapan")


def test_a_file_that_can_not_be_written_is_named(tmp_path: Path) -> None:
    """Also where a text can't be: half a pair of surrogates is in no file."""
    with pytest.raises(BerkasError):
        write_html(bertingkat(), tmp_path / "tidak" / "ada.html")
    with pytest.raises(BerkasError):
        write_html(bertingkat(), tmp_path / "laporan.html", judul="\ud800")
    assert list(tmp_path.iterdir()) == []


def test_style_and_script_come_with_the_package() -> None:
    """As files beside the module, so that they are read, linted and searched as what they are."""
    home = resources.files("sakip.gambar._html")
    for name in ("gaya.css", "perilaku.js"):
        assert home.joinpath(name).read_text(encoding="utf-8") in dinsos().html()
