"""SVG: no box meets another, no text is lost or leaves its box, every sheet is filled and read."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import graphviz
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sakip
from gambar_svg import Gambar, Kotak, as_xml, rapat
from sakip.capaian import LaporanCapaian, compute_capaian
from sakip.dokumen import read_realisasi, read_struktur
from sakip.errors import EkstraError, ProgramError
from sakip.gambar import Halaman, Kertas, Pandangan, draw_halaman, draw_svg
from sakip.gambar._ukur import measure, wrap
from sakip.gambar._warna import KOSONG, gaya_of, kontras
from sakip.pohon import PohonKinerja
from sakip.skala import SKALA, SKALA_PERMENDAGRI_86
from strategies_gambar import JAHAT, pohon_jahat

if TYPE_CHECKING:
    from playwright.sync_api import Page

FOLDER = Path(__file__).parents[1] / "examples" / "dinsos-kotawaringin-timur-2025"
BERSKALA = attrs.evolve(sakip.LKJIP, nama="Dinas Contoh", skala=SKALA_PERMENDAGRI_86)
ARAH = ("tegak", "mendatar")
TERLALU_KECIL = "Huruf terkecil tercetak"


@pytest.fixture(scope="module")
def dinsos() -> PohonKinerja:
    """The tree of the example, with links to outside parties."""
    pohon = read_struktur(FOLDER / "struktur.csv").dokumen
    for dari, ke in (
        ("P1", "luar:Dinas Kesehatan"),
        ("K2", "luar:Bappelitbangda"),
        ("luar:Dinas PUPR", "P7"),
    ):
        pohon.add_relasi(sakip.Relasi(jenis="crosscutting", dari=dari, ke=ke))
    pohon.add_relasi(sakip.Relasi(jenis="dukungan", dari="P7", ke="P2"))
    return pohon


@pytest.fixture(scope="module")
def laporan(dinsos: PohonKinerja) -> LaporanCapaian:
    """The capaian of the example, with bands."""
    realisasi = read_realisasi(FOLDER / "realisasi-ilustrasi-2025.csv").dokumen
    return compute_capaian(dinsos, realisasi, 2025, kebijakan=BERSKALA)


def check_places(gambar: Gambar) -> None:
    """What holds of every picture: nothing meets, nothing is outside the sheet, children stand in the next band."""
    boxes = [*gambar.kotak, *gambar.luar]
    assert not [(one.nama, other.nama) for one, other in itertools.combinations(boxes, 2) if one.meets(other)]
    assert not [
        (one.nama, other.nama) for one, other in itertools.combinations(gambar.jenjang, 2) if one.meets(other)
    ]
    for box in boxes:
        assert sum(band.holds(box) for band in gambar.jenjang) == 1
        assert gambar.bidang.holds(box)


def band_of(gambar: Gambar, box: Kotak) -> int:
    return next(place for place, band in enumerate(gambar.jenjang) if band.holds(box))


# --- places --------------------------------------------------------------------------


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)
@given(pohon_jahat(), st.sampled_from(ARAH), st.booleans())
def test_no_box_meets_another_and_each_stands_in_the_band_of_its_level(
    pohon: PohonKinerja,
    arah: str,
    potret: bool,  # noqa: FBT001  # as Hypothesis gives it
) -> None:
    """Whatever the shape of the tree and the length of its texts."""
    gambar = Gambar.parse(draw_svg(pohon, Pandangan(arah=arah), Halaman(potret=potret)))
    check_places(gambar)
    assert len(gambar.kotak) == len(pohon)
    for simpul, box in zip(pohon, gambar.kotak, strict=True):
        assert band_of(gambar, box) == pohon.level(simpul.id)


@pytest.mark.parametrize("arah", ARAH)
@pytest.mark.parametrize("kertas", [item.value for item in Kertas])
@pytest.mark.parametrize("potret", [False, True])
def test_the_example_fits_every_sheet(
    dinsos: PohonKinerja,
    laporan: LaporanCapaian,
    arah: str,
    kertas: str,
    potret: bool,  # noqa: FBT001  # a case
) -> None:
    """All 73 nodes, 3 outside parties, 4 links with a line of their own and one within K1's branch."""
    gambar = Gambar.parse(
        draw_svg(dinsos, Pandangan(laporan=laporan, arah=arah), Halaman(kertas, potret=potret))
    )
    check_places(gambar)
    assert (len(gambar.kotak), len(gambar.luar), len(gambar.relasi)) == (73, 3, 5)
    sides = Kertas(kertas).ukuran(mendatar=False)
    lebar, tinggi = sides if potret else sides[::-1]
    assert (gambar.akar.attrib["width"], gambar.akar.attrib["height"]) == (f"{lebar}mm", f"{tinggi}mm")
    assert gambar.bidang.lebar / gambar.bidang.tinggi == pytest.approx(lebar / tinggi, rel=1e-3)


def test_levels_are_named(dinsos: PohonKinerja) -> None:
    """Each band says what stands in it, and outside parties have one of their own."""
    gambar = Gambar.parse(draw_svg(dinsos))
    assert [band.nama for band in gambar.jenjang] == [
        "Outcome, Tujuan", "CSF, Sasaran", "Program", "Kegiatan", "Sub kegiatan, Kondisi", "Di luar pohon",
    ]  # fmt: skip


def test_many_outside_parties_stand_in_rows_that_do_not_meet() -> None:
    """More than fit beside one another, and all linked to the last node."""
    pohon = PohonKinerja("Dinas Contoh")
    for number in range(4):
        pohon.add(sakip.Outcome(f"O{number}"))
    for number in range(30):
        pohon.add_relasi(sakip.Relasi(jenis="crosscutting", dari="O3", ke=f"luar:Instansi nomor {number}"))
    for arah in ARAH:
        gambar = Gambar.parse(draw_svg(pohon, Pandangan(arah=arah)))
        check_places(gambar)
        assert len(gambar.luar) == 30


def test_a_link_within_one_box_is_listed_and_has_no_line(dinsos: PohonKinerja) -> None:
    """S5 and K1 are both in the folded box of P1."""
    gambar = Gambar.parse(draw_svg(dinsos, Pandangan(jenis="program")))
    assert "R1" not in gambar.relasi
    assert "R1 penerjemahan: S5 → K1" in gambar.teks


def test_an_empty_tree_is_a_picture_that_says_so() -> None:
    """Both ways."""
    for arah in ARAH:
        assert "Tidak ada simpul" in Gambar.parse(draw_svg(PohonKinerja("Kosong"), Pandangan(arah=arah))).teks


def test_a_deep_tree_and_a_wide_one_are_drawn() -> None:
    """A chain of 1,500 conditions, and one condition above 1,500 others: neither meets a limit of the language."""
    deep, wide = PohonKinerja("dalam"), PohonKinerja("lebar")
    deep.add_many((sakip.KondisiAntara(f"N{n}"), f"N{n - 1}" if n else None) for n in range(1500))
    wide.add_many((sakip.KondisiAntara(f"N{n}"), "N0" if n else None) for n in range(1500))
    for pohon in (deep, wide):
        assert len(Gambar.parse(draw_svg(pohon)).kotak) == 1500


# --- texts -------------------------------------------------------------------------------


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)
@given(pohon_jahat(), st.sampled_from(ARAH))
def test_every_text_comes_back_from_the_picture(pohon: PohonKinerja, arah: str) -> None:
    """Escaped, wrapped, and without what XML can't hold; the title of a box holds it in one piece."""
    gambar = Gambar.parse(draw_svg(pohon, Pandangan(arah=arah)))
    for simpul, box in zip(pohon, gambar.kotak, strict=True):
        written = rapat("".join(box.teks))
        assert as_xml(rapat(simpul.label)) in written
        assert as_xml(rapat(simpul.id)) in written
        assert rapat(as_xml(simpul.label)) in rapat(box.judul)
    linked = [link for link in pohon.relasi if "simpul" in {link.dari.jenis.value, link.ke.jenis.value}]
    ends = {str(end) for link in linked for end in (link.dari, link.ke) if end.jenis.value == "luar"}
    assert {box.nama for box in gambar.luar} == ends


@given(st.text(max_size=80), st.floats(40, 300), st.sampled_from([9.0, 11.0]), st.booleans())
def test_wrapped_lines_are_as_narrow_as_asked_and_lose_nothing(
    teks: str,
    lebar: float,
    ukuran: float,
    tebal: bool,  # noqa: FBT001  # as Hypothesis gives it
) -> None:
    """No line is empty, and all of them together are the text."""
    lines = wrap(teks, lebar, ukuran, tebal=tebal)
    assert rapat("".join(lines)) == rapat(teks)
    assert all(line and measure(line, ukuran, tebal=tebal) <= lebar + 1e-6 for line in lines)


def test_an_accent_written_apart_takes_no_room() -> None:
    """The mark stands over its letter, whichever way the text is encoded."""
    assert measure("De\u0301pdiknas", 10) == measure("D\u00e9pdiknas", 10)


def test_a_figure_is_not_torn_from_its_sign() -> None:
    """A no-break space is none to break at."""
    assert wrap("IK-1 98,51\u00a0% Tinggi", 62, 10) == ["IK-1", "98,51\u00a0%", "Tinggi"]


def test_the_picture_stands_alone(dinsos: PohonKinerja, laporan: LaporanCapaian) -> None:
    """Nothing is fetched or run, and it is an image with a name to those who can't see it."""
    svg = draw_svg(dinsos, Pandangan(laporan=laporan))
    lower = svg.lower()
    assert not [
        word
        for word in ("<script", "<style", "href", "url(", "<image", "@import", "<foreignobject")
        if word in lower
    ]
    assert lower.count("http") == 1  # the namespace
    root = Gambar.parse(svg).akar
    assert root.attrib["role"] == "img"
    assert [child.tag.rpartition("}")[2] for child in root][:2] == ["title", "desc"]
    assert svg == draw_svg(dinsos, Pandangan(laporan=laporan))


# --- colours ---------------------------------------------------------------------------------


def test_texts_are_readable_on_every_colour() -> None:
    """4.5 to 1 is what WCAG 2 asks of text, for as many bands as any scale has and more."""
    for many in range(1, 13):
        for place in range(many):
            look = gaya_of(place, many)
            assert kontras(look.isi, look.teks) >= 4.5
    assert kontras(KOSONG.isi, KOSONG.teks) >= 4.5


def lightness(warna: str) -> float:
    """L* of CIELAB, from the luminance that the contrast with black tells."""
    luminance = kontras(warna, "#000000") * 0.05 - 0.05
    root: float = luminance ** (1 / 3)
    return 116 * root - 16


@pytest.mark.parametrize("many", sorted({len(item.pita) for item in SKALA.values()}))
def test_bands_differ_in_lightness(many: int) -> None:
    """So that grey print tells them apart, for every scale that the library knows."""
    light = sorted(lightness(gaya_of(place, many).isi) for place in range(many))
    least = 10 if many <= 5 else 3
    assert all(other - one >= least for one, other in itertools.pairwise([*light, 100.0]))


def test_a_missing_figure_is_dashed_and_white_and_says_why(
    dinsos: PohonKinerja, laporan: LaporanCapaian
) -> None:
    """S16 was not measured; S18 has a capaian of zero, which is the lowest band and no missing figure."""
    boxes = {box.nama: box for box in Gambar.parse(draw_svg(dinsos, Pandangan(laporan=laporan))).kotak}
    assert {rect["fill"] for rect in boxes["S16"].rect} == {"#ffffff"}
    assert all("stroke-dasharray" in rect for rect in boxes["S16"].rect)
    assert boxes["S16"].judul.endswith("— belum ada realisasi")
    assert "0,00\u00a0% Sangat Rendah" in boxes["S18"].judul
    assert gaya_of(4, 5).isi in {rect["fill"] for rect in boxes["S18"].rect}


def test_marks_count_the_bands_from_the_lowest(dinsos: PohonKinerja, laporan: LaporanCapaian) -> None:
    """Sedang is the third of five: three marks are full, two are not."""
    boxes = {box.nama: box for box in Gambar.parse(draw_svg(dinsos, Pandangan(laporan=laporan))).kotak}
    marks = [rect["fill"] for rect in boxes["S15"].rect[2:]]
    assert [fill != "none" for fill in marks] == [True, True, True, False, False]


def test_the_legend_explains_what_is_in_the_picture(dinsos: PohonKinerja, laporan: LaporanCapaian) -> None:
    """Bands with their bounds, missing figures, links; nothing without a report and links."""
    asked = Pandangan(laporan=laporan)
    assert Gambar.parse(draw_svg(dinsos, asked)).legenda == [
        "> 90 Sangat Tinggi", "> 75 Tinggi", "> 65 Sedang", "> 50 Rendah", "Sangat Rendah",
        "tanpa angka; alasannya di dalam kotak", "relasi di luar cabang pohon",
    ]  # fmt: skip
    assert Gambar.parse(draw_svg(dinsos, Pandangan(relasi=False))).legenda == []


def test_a_box_with_figures_in_several_bands_has_the_colour_of_none() -> None:
    """Its strips have."""
    pohon = PohonKinerja("Dinas Contoh")
    kpi = [sakip.Indikator(id=f"IK{n}", nama="Jumlah", target={2025: 50}) for n in (1, 2)]
    pohon.add(sakip.Outcome("O1", indikator=kpi))
    rows = [sakip.Realisasi("IK1", 2025, 50), sakip.Realisasi("IK2", 2025, 5)]
    laporan = compute_capaian(pohon, rows, 2025, kebijakan=BERSKALA)
    (box,) = Gambar.parse(draw_svg(pohon, Pandangan(laporan=laporan))).kotak
    frame, *strips = box.rect
    assert "stroke-dasharray" not in frame
    assert frame["stroke"] not in {gaya_of(place, 5).isi for place in range(5)}
    assert {gaya_of(0, 5).isi, gaya_of(4, 5).isi} <= {rect["fill"] for rect in strips}


# --- sheets -------------------------------------------------------------------------------------


def test_a_picture_that_is_too_small_says_so(dinsos: PohonKinerja) -> None:
    """73 boxes on A4 can't be read; a branch can."""
    assert TERLALU_KECIL in Gambar.parse(draw_svg(dinsos)).teks
    assert TERLALU_KECIL not in Gambar.parse(draw_svg(dinsos, Pandangan(akar="P1"))).teks


@pytest.mark.parametrize("arah", ARAH)
@pytest.mark.parametrize("kertas", [item.value for item in Kertas])
def test_pages_show_every_node_and_each_can_be_read(
    dinsos: PohonKinerja, laporan: LaporanCapaian, arah: str, kertas: str
) -> None:
    """What a page folds begins the page that it names; no node is left out."""
    halaman = Halaman(kertas, potret=arah == "mendatar")
    pages = [
        Gambar.parse(svg) for svg in draw_halaman(dinsos, Pandangan(laporan=laporan, arah=arah), halaman)
    ]
    assert len(pages) > 1
    assert {box.nama for page in pages for box in page.kotak} == {item.id for item in dinsos}
    for number, page in enumerate(pages, start=1):
        check_places(page)
        assert TERLALU_KECIL not in page.teks
        assert f"Halaman {number} dari {len(pages)}" in page.teks
    for page in pages:
        for box in page.kotak:
            if "lihat halaman" in box.judul:
                there = pages[int(box.judul.partition("lihat halaman ")[2].split("\n")[0]) - 1]
                assert band_of(there, next(item for item in there.kotak if item.nama == box.nama)) == 0


def test_pages_keep_to_what_was_asked_for(dinsos: PohonKinerja) -> None:
    """Folded at the kegiatan, no page shows a sub kegiatan, and folds of the view lead to no page."""
    pages = [Gambar.parse(svg) for svg in draw_halaman(dinsos, Pandangan(kedalaman=3))]
    seen = {box.nama for page in pages for box in page.kotak}
    assert seen == {item.id for item in dinsos if dinsos.level(item.id) <= 3}
    kegiatan = [box for page in pages for box in page.kotak if box.nama == "K1"]
    assert any("+ 4 simpul di bawahnya" in box.judul and "lihat" not in box.judul for box in kegiatan)


def test_what_fits_on_one_sheet_is_one_picture_without_a_number() -> None:
    """And a node with more children than can be read is still drawn, and says so."""
    pohon = PohonKinerja("Dinas Contoh")
    pohon.add(sakip.Outcome("O1"))
    assert draw_halaman(pohon) == (draw_svg(pohon),)
    pohon.add_many((sakip.CSF(f"C{number}", uraian="Meningkatnya pelayanan"), "O1") for number in range(300))
    (page,) = draw_halaman(pohon)
    assert TERLALU_KECIL in page


# --- who lays it out --------------------------------------------------------------------------------


@pytest.mark.graphviz
@pytest.mark.parametrize("arah", ARAH)
def test_graphviz_lays_the_tree_out_as_well(graphviz: str, dinsos: PohonKinerja, arah: str) -> None:
    """The same rules hold."""
    assert graphviz
    check_places(Gambar.parse(draw_svg(dinsos, Pandangan(arah=arah), Halaman(penata="graphviz"))))


def test_the_places_are_those_that_graphviz_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it says of the node that holds the roots together is not a box; room that nobody needs is left out."""
    plain = b"graph 1 4 2\nnode r 2 1.5 1 1\nnode 0 3.5 0.5 1 1 0 solid box\nnode 1 1.5 0.5 1 1 1 solid box\nstop\n"
    monkeypatch.setattr(graphviz, "pipe", lambda *_, **__: plain)
    pohon = PohonKinerja("Dinas Contoh")
    pohon.add_many([(sakip.Outcome("O1"), None), (sakip.Outcome("O2"), None)])
    one, other = Gambar.parse(draw_svg(pohon, halaman=Halaman(penata="graphviz"))).kotak
    assert one.x - other.x == pytest.approx(other.lebar + 16)


def test_without_its_packages_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """And without the program, the program."""
    pohon = PohonKinerja("Dinas Contoh")
    pohon.add(sakip.Outcome("O1"))
    for package, penata in (("igraph", "igraph"), ("graphviz", "graphviz")):
        with monkeypatch.context() as patch:
            patch.setitem(__import__("sys").modules, package, None)
            with pytest.raises(EkstraError, match=r"sakip\[gambar\]") as caught:
                draw_svg(pohon, halaman=Halaman(penata=penata))
        assert caught.value.paket == package
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ProgramError, match="Graphviz is not installed"):
        draw_svg(pohon, halaman=Halaman(penata="graphviz"))


# --- in a browser --------------------------------------------------------------------------------------


def pohon_kata() -> PohonKinerja:
    """A node for each text that means something, and for letters of many scripts in both weights."""
    pohon = PohonKinerja("Dinas <b>Contoh</b>")
    pohon.add(sakip.KondisiAntara("N"))
    scripts = (
        "ÀÉÎÕÜ àéîõü ŁØÆŒ ẞ",
        "ΑΒΓΔΩ αβγδω",
        "ЖШЩЮ жшщю",
        "貧困 福祉 社会",
        "ﷺ كلمة",
        "สวัสดี",
        "W" * 40,
        "m" * 60,
        "@%" * 30,
        "…—→≥" * 20,
    )
    for number, teks in enumerate((*JAHAT, *scripts)):
        pohon.add(sakip.KondisiAntara(f"{'WM@' * number}{number}", uraian=teks), under="N")
    return pohon


def pictures(dinsos: PohonKinerja, laporan: LaporanCapaian) -> Iterator[str]:
    for arah in ARAH:
        yield draw_svg(dinsos, Pandangan(laporan=laporan, arah=arah))
        yield draw_svg(pohon_kata(), Pandangan(arah=arah))


LUBER = """font => {
    document.documentElement.setAttribute("font-family", font);
    return [...document.querySelectorAll("[data-id], [data-luar]")].flatMap(group => {
        const box = group.querySelector("rect").getBBox();
        return [...group.querySelectorAll("text")].filter(text => {
            const line = text.getBBox();
            return line.x < box.x || line.y < box.y || line.x + line.width > box.x + box.width
                || line.y + line.height > box.y + box.height + 1;
        }).map(text => text.textContent);
    });
}"""
"""The lines that leave their boxes, in a browser with a font."""


@pytest.mark.chromium
def test_no_line_leaves_its_box_in_any_common_font(
    halaman: Page, tmp_path: Path, dinsos: PohonKinerja, laporan: LaporanCapaian
) -> None:
    """Measured by the browser, in the narrow and the wide fonts that machines have."""
    for svg in pictures(dinsos, laporan):
        file = tmp_path / "pohon.svg"
        file.write_text(svg, encoding="utf-8")
        halaman.goto(file.as_uri())
        for font in (
            Gambar.parse(svg).akar.attrib["font-family"],
            "DejaVu Sans",
            "Liberation Sans",
            "sans-serif",
        ):
            assert halaman.evaluate(LUBER, font) == []
