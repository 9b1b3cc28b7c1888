"""The page as people meet it: in a browser, on paper, on a phone, without a mouse, without a script."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import sakip
from laporan_html import JAHAT, Laporan, dinsos, jahat

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

pytestmark = pytest.mark.chromium

Buka = Callable[[Laporan], "Page"]


@pytest.fixture(scope="module")
def nyata() -> Laporan:
    return dinsos()


@pytest.fixture(scope="module")
def berkas(nyata: Laporan, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page of the real document."""
    return _write(nyata, tmp_path_factory.mktemp("laporan"))


def _write(laporan: Laporan, folder: Path) -> str:
    path = folder / "laporan.html"
    path.write_text(laporan.html(), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def dibuka(halaman: Page, berkas: str) -> Page:
    """The page, opened from its file; the fixture below it fails if it complains or asks for anything."""
    halaman.goto(berkas)
    return halaman


def shown(page: Page, selector: str) -> list[str]:
    """The texts of those elements that can be seen."""
    found = page.locator(selector).all()
    return [item.inner_text() for item in found if item.is_visible()]


def _number(laporan: Laporan, id: str) -> int:
    return [node.id for node in laporan.pohon].index(id)


# --- the tree ------------------------------------------------------------------------


def test_it_opens_two_levels_deep(dibuka: Page, nyata: Laporan) -> None:
    """What stands below is folded away, and one key or click from being seen."""
    levels = {nyata.pohon.level(node.id): f"#s-{_number(nyata, node.id)}" for node in nyata.pohon}
    assert [dibuka.locator(f"{levels[n]} > .kepala").is_visible() for n in range(5)] == [
        True,
        True,
        True,
        False,
        False,
    ]


def test_a_click_folds_and_unfolds(dibuka: Page, nyata: Laporan) -> None:
    """Of the node itself, of all of them, and back."""
    program, kegiatan = f"#s-{_number(nyata, 'P1')}", f"#s-{_number(nyata, 'K1')}"
    dibuka.click(f"{program} > .kepala .label")
    assert dibuka.locator(f"{kegiatan} > .kepala").is_visible()
    assert dibuka.locator(program).get_attribute("aria-expanded") == "true"
    dibuka.click(f"{program} > .kepala .label")
    assert not dibuka.locator(f"{kegiatan} > .kepala").is_visible()
    dibuka.click("text=Buka semua")
    assert len(shown(dibuka, ".simpul > .kepala")) == len(nyata.pohon)
    dibuka.click("text=Lipat semua")
    assert len(shown(dibuka, ".simpul > .kepala")) == len(nyata.pohon.roots)


def test_details_and_size_are_the_readers_choice(dibuka: Page) -> None:
    """Details are away where there are many nodes; the size goes up and back."""
    assert not dibuka.locator("#s-0 > .isi").is_visible()
    dibuka.click("text=Rincian")
    assert dibuka.locator("#s-0 > .isi").is_visible()
    high = dibuka.locator("#s-0 > .kepala").bounding_box()
    dibuka.click("[data-perintah=besar]")
    larger = dibuka.locator("#s-0 > .kepala").bounding_box()
    assert high is not None
    assert larger is not None
    assert larger["height"] > high["height"]
    dibuka.click("[data-perintah=asal]")
    assert dibuka.locator("#s-0 > .kepala").bounding_box() == high


def _focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def test_the_tree_is_walked_by_keyboard(dibuka: Page, nyata: Laporan) -> None:
    """As the tree pattern of ARIA has it: arrows, Home, End, letters, one stop for the Tab key."""
    ids = [node.id for node in nyata.pohon]

    def at(id: str) -> str:
        return f"s-{ids.index(id)}"

    dibuka.locator(f"#{at('O1')}").focus()
    for key, where in (
        ("ArrowDown", "CSF1"),
        ("ArrowDown", "P1"),
        ("ArrowRight", "P1"),  # opens
        ("ArrowRight", "K1"),  # goes in
        ("ArrowLeft", "P1"),  # goes out
        ("ArrowLeft", "P1"),  # closes
        ("ArrowUp", "CSF1"),
        ("End", "SD1"),
        ("Home", "O1"),
        ("Enter", "O1"),  # closes
        ("ArrowDown", "TR1"),
        ("ArrowUp", "O1"),
        (" ", "O1"),  # opens
    ):
        dibuka.keyboard.press(key)
        assert _focused(dibuka) == at(where), (key, where)
    dibuka.keyboard.type("program pe")
    assert _focused(dibuka) == at("P1")
    dibuka.wait_for_timeout(800)
    dibuka.keyboard.press("p")
    assert _focused(dibuka) == at("P2")
    dibuka.keyboard.press("*")
    assert dibuka.locator(f"#{at('P4')}").get_attribute("aria-expanded") == "true"
    assert (
        dibuka.locator(".pohon [tabindex='0']").count()
        - dibuka.locator(f"#{at('P2')} [tabindex='0']").count()
        == 1
    )


def test_the_tree_is_searched(dibuka: Page) -> None:
    """Every place is marked and opened; Enter goes from one to the next, and round again."""
    dibuka.fill("#cari", "permakanan")
    hits = dibuka.locator(".simpul.cocok").count()
    assert dibuka.locator("#hasil-cari").inner_text() == f"{hits} simpul cocok"
    assert hits == 2  # S1 and S6 alone speak of it
    assert all(item.is_visible() for item in dibuka.locator(".cocok > .kepala").all())
    assert {item.lower() for item in shown(dibuka, "mark")} == {"permakanan"}
    seen = []
    for _ in range(3):
        dibuka.press("#cari", "Enter")
        seen.append(dibuka.locator("#hasil-cari").inner_text())
        assert dibuka.locator(".simpul.tuju").count() == 1
    assert [text.split(":")[0] for text in seen] == ["1 dari 2", "2 dari 2", "1 dari 2"]
    dibuka.fill("#cari", "tidak ada di sini")
    assert dibuka.locator("#hasil-cari").inner_text() == "Tidak ada yang cocok"
    assert dibuka.locator("mark").count() == 0


@pytest.mark.parametrize("query", ["(", "[a-", "\\", "a.b*c", "</", "PPKS)"])
def test_a_search_is_for_text_and_not_for_a_pattern(dibuka: Page, nyata: Laporan, query: str) -> None:
    """Signs that mean something elsewhere mean themselves."""
    dibuka.fill("#cari", query)
    text = dibuka.locator("#hasil-cari").inner_text()
    assert (text != "Tidak ada yang cocok") == (
        len(query) > 1 and any(query in node.label for node in nyata.pohon)
    ) or not text


# --- the table ---------------------------------------------------------------------------


def _column(page: Page, kelas: str) -> list[str]:
    return [text.split("\n")[0] for text in page.locator(f".capaian td.{kelas}").all_inner_texts()]


def test_the_table_is_sorted_by_what_a_figure_is(dibuka: Page, nyata: Laporan) -> None:
    """Up, down, and back to the order of the tree; what has no figure is last both ways."""
    figures = [row.nilai for row in nyata.laporan if row.nilai is not None]
    head = dibuka.locator("thead th.cp")
    ids = dibuka.locator(".capaian tbody").evaluate_all("all => all.map((one) => one.id)")
    for way, reverse in (("ascending", False), ("descending", True)):
        head.locator("button").click()
        assert head.get_attribute("aria-sort") == way
        order = dibuka.locator(".capaian tbody").evaluate_all(
            "all => all.map((one) => Number(one.id.slice(2)))"
        )
        sorted_rows = [nyata.laporan.baris[number].nilai for number in order]
        assert sorted_rows[: len(figures)] == sorted(figures, reverse=reverse)
        assert set(sorted_rows[len(figures) :]) == {None}
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "none"
    assert dibuka.locator(".capaian tbody").evaluate_all("all => all.map((one) => one.id)") == ids


def test_the_table_is_sorted_by_words(dibuka: Page) -> None:
    """One column at a time says that it is sorted."""
    dibuka.click("thead th.cp button")
    dibuka.click("thead th.jb button")
    posts = [text for text in _column(dibuka, "jb") if text]
    assert posts == sorted(posts)
    assert dibuka.locator("thead th[aria-sort=ascending]").count() == 1


def test_bands_are_sorted_by_their_height_and_not_by_their_letters(dibuka: Page) -> None:
    """From the lowest up; what has none is last."""
    dibuka.click("thead th.pd button")
    labels = dibuka.locator(".capaian td.pd .rona").evaluate_all(
        "all => all.map((one) => one.lastChild.data)"
    )
    assert list(dict.fromkeys(labels)) == ["Sangat Rendah", "Sedang", "Tinggi", "Sangat Tinggi"]
    assert dibuka.locator(".capaian tbody").last.get_attribute("data-p") == "tanpa"


def test_the_table_is_filtered(dibuka: Page, nyata: Laporan) -> None:
    """By level, post, band and text, together; how many are left is said; one button clears all."""
    told = dibuka.locator("#capaian output")

    def left() -> list[int]:
        return [
            int(str(i))
            for i in dibuka.locator(".capaian tbody:not([hidden])").evaluate_all(
                "all => all.map((one) => one.id.slice(2))"
            )
        ]

    dibuka.select_option("#saring-j", "program")
    assert len(left()) == len(nyata.laporan.select(jenis="program")) == 7
    dibuka.select_option("#saring-j", "")
    dibuka.select_option("#saring-b", label="JF")
    assert [nyata.laporan.baris[n].jabatan for n in left()] == [nyata.pohon.jabatan["jf"]] * 13
    dibuka.select_option("#saring-p", label="Tanpa angka")
    assert all(nyata.laporan.baris[n].nilai is None for n in left())
    dibuka.click("#capaian [data-perintah=hapus]")
    dibuka.fill("#saring-teks", "PENGUNGSIAN")
    assert 0 < len(left()) < 76
    assert told.inner_text() == f"{len(left())} dari 76 baris"
    dibuka.click("#capaian [data-perintah=hapus]")
    assert told.inner_text() == "76 dari 76 baris"


def test_a_figure_is_explained_when_asked(dibuka: Page, nyata: Laporan) -> None:
    """Its steps are there after a click and gone after another; the button says which."""
    number = next(n for n, row in enumerate(nyata.laporan) if row.indikator.id == "IK-P3")
    button, steps = dibuka.locator(f"#k-{number} .figur"), dibuka.locator(f"#j-{number}")
    assert not steps.is_visible()
    button.click()
    assert steps.is_visible()
    assert "1.872 ÷ 2.050" in steps.inner_text()
    assert button.get_attribute("aria-expanded") == "true"
    button.press("Enter")
    assert not steps.is_visible()


def test_a_count_of_the_summary_leads_to_its_rows(dibuka: Page) -> None:
    """The band chosen there is the band filtered here; likewise a severity."""
    dibuka.locator("#ringkasan a", has_text="Sedang").click()
    assert dibuka.locator("#capaian output").inner_text() == "1 dari 76 baris"
    dibuka.locator("#ringkasan a", has_text="Kesalahan").click()
    assert dibuka.locator("#temuan output").inner_text().startswith("8 dari ")


# --- from one to the other -----------------------------------------------------------------


def test_a_finding_leads_to_its_node_and_back(dibuka: Page, nyata: Laporan) -> None:
    """The node is unfolded, however deep, and has the focus; its finding is found though it was filtered away."""
    where = "#temuan li:has(a[href='#s-{}'])".format(_number(nyata, "S31"))
    number = int((dibuka.locator(where).first.get_attribute("id") or "")[2:])
    dibuka.locator(f"#t-{number} a").click()
    node = dibuka.locator(f"#s-{_number(nyata, 'S31')}")
    assert node.locator("> .kepala").is_visible()
    dibuka.wait_for_function(f"document.activeElement.id === 's-{_number(nyata, 'S31')}'")
    dibuka.select_option("#saring-tingkat", "saran")
    assert not dibuka.locator(f"#t-{number}").is_visible()
    node.locator(f"a[href='#t-{number}']").click()
    dibuka.wait_for_function(f"document.activeElement.closest('#t-{number}') !== null")
    assert dibuka.locator(f"#t-{number}").is_visible()


def test_an_indikator_of_the_tree_leads_to_its_row_and_back(dibuka: Page, nyata: Laporan) -> None:
    """The row is explained; the node is in sight."""
    number = next(n for n, row in enumerate(nyata.laporan) if row.indikator.id == "IK-S1")
    dibuka.fill("#cari", "permakanan 3x1")
    dibuka.locator(f".pohon a[href='#k-{number}']").click()
    dibuka.wait_for_function(f"document.activeElement.closest('#k-{number}') !== null")
    assert dibuka.locator(f"#j-{number}").is_visible()
    dibuka.locator(f"#k-{number} td.kj a").click()
    dibuka.wait_for_function(f"document.activeElement.id === 's-{_number(nyata, 'S1')}'")


def test_an_address_may_name_a_place(halaman: Page, berkas: str, nyata: Laporan) -> None:
    """A link to a node of the page opens the page there."""
    halaman.goto(f"{berkas}#s-{_number(nyata, 'S43')}")
    assert halaman.locator(f"#s-{_number(nyata, 'S43')} > .kepala").is_visible()


# --- whoever reads it -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def cabang(nyata: Laporan, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page of one branch, small enough to be looked at element by element."""
    pohon = nyata.pohon.subtree("P2")
    laporan = nyata.laporan.select(di_bawah="P2")
    here = [item for item in nyata.temuan if item.tempat.simpul in pohon or item.tempat.berkas]
    part = Laporan(pohon, laporan, sakip.roll_up(pohon, laporan), tuple(here), nyata.catatan)
    return _write(part, tmp_path_factory.mktemp("cabang"))


@pytest.fixture(
    params=[("light", 1280), ("dark", 1280), ("light", 820), ("light", 390), ("dark", 390)], ids=str
)
def terbuka(request: pytest.FixtureRequest, chromium: Browser, cabang: str) -> Iterator[Page]:
    """The page in light and dark, on a desk, a tablet and a phone, with everything on it opened and laid out."""
    scheme, width = request.param
    with chromium.new_context(
        offline=True, color_scheme=scheme, viewport={"width": width, "height": 900}
    ) as context:
        page = context.new_page()
        page.goto(cabang)
        page.click("text=Buka semua")
        page.click("text=Rincian")
        page.fill("#cari", "layanan")
        page.locator(".figur").evaluate_all("all => all.forEach((one) => one.click())")
        laid_out = "all => all.forEach((one) => { one.style.contentVisibility = 'visible'; })"
        page.locator(".gulir, .jenis-temuan").evaluate_all(laid_out)
        yield page


def test_axe_finds_nothing(terbuka: Page) -> None:
    """No violation of WCAG 2 A and AA or of the good practice that axe-core knows, contrast included."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    found: Any = axe.Axe().run(terbuka)
    assert [(item["id"], item["nodes"][0]["html"][:200]) for item in found.response["violations"]] == []
    assert {"color-contrast", "aria-required-children", "scrollable-region-focusable"} <= {
        item["id"] for item in (*found.response["passes"], *found.response["inapplicable"])
    }


def test_nothing_is_wider_than_the_screen(terbuka: Page) -> None:
    """A page is scrolled in one direction."""
    assert terbuka.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_all_of_it_can_be_read(chromium: Browser, berkas: str, nyata: Laporan) -> None:
    """Every node, row, explanation and finding is in sight, and no control that would do nothing."""
    with chromium.new_context(offline=True, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(berkas)
        for selector, many in (
            (".simpul > .kepala", len(nyata.pohon)),
            (".simpul > .isi", len(nyata.pohon)),
            (".capaian tbody > tr.rinci", len(nyata.laporan)),
            (".tempat > li", len(nyata.temuan)),
        ):
            assert len(shown(page, selector)) == many
        assert not any(item.is_visible() for item in page.locator(".alat, input, select, button.urut").all())


def _plain(teks: str) -> str:
    return "".join(unicodedata.normalize("NFKC", teks).split())


def test_on_paper_everything_is_unfolded(dibuka: Page, nyata: Laporan) -> None:
    """Every name, explanation and finding is printed, the header of the table on every page of it."""
    pypdf = pytest.importorskip("pypdf")
    dibuka.click("text=Lipat semua")
    reader = pypdf.PdfReader(io.BytesIO(dibuka.pdf(prefer_css_page_size=True)))
    # NFKC: a font may print fi as one sign.
    pages = [unicodedata.normalize("NFKC", page.extract_text()) for page in reader.pages]
    told = _plain("".join(pages))
    for row in nyata.laporan:
        assert _plain(row.indikator.nama) in told
        assert _plain(row.langkah[-1].teks) in told
    for node in nyata.pohon:
        assert _plain(node.label) in told
    for item in nyata.temuan:
        assert _plain(item.pesan) in told
    sizes = [tuple(round(float(side) / 72 * 25.4) for side in page.mediabox[2:]) for page in reader.pages]
    lying = [text for text, size in zip(pages, sizes, strict=True) if size == (297, 210)]
    assert set(sizes) == {(210, 297), (297, 210)}
    assert len(lying) > 1
    assert all("Realisasi" in text and "Indikator" in text for text in lying)


def test_paper_may_do_without_explanations(dibuka: Page, nyata: Laporan) -> None:
    """Then it is the tables alone, on fewer pages."""
    pypdf = pytest.importorskip("pypdf")
    full = len(pypdf.PdfReader(io.BytesIO(dibuka.pdf(prefer_css_page_size=True))).pages)
    dibuka.uncheck("#dengan-penjelasan")
    reader = pypdf.PdfReader(io.BytesIO(dibuka.pdf(prefer_css_page_size=True)))
    told = "".join("".join(page.extract_text() for page in reader.pages).split())
    assert len(reader.pages) < full
    assert "Indikatorinitidakmenyatakan" not in told
    assert all("".join(row.indikator.nama.split()) in told for row in nyata.laporan)


def test_ill_texts_do_nothing(halaman: Page, tmp_path: Path) -> None:
    """No dialog opens, nothing of theirs becomes an element, and each is read as it was written."""
    dialogs: list[str] = []

    def note(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    halaman.on("dialog", note)
    halaman.goto(_write(jahat(), tmp_path))
    halaman.click("text=Buka semua")
    halaman.fill("#cari", "alert")
    for button in halaman.locator(".figur").all():
        button.click()
    halaman.wait_for_timeout(200)
    assert dialogs == []
    assert halaman.locator("img, iframe, object, [onfocus], [onload], [onerror]").count() == 0
    assert halaman.evaluate("document.scripts.length") == 1
    labels = halaman.locator(".simpul .label").all_text_contents()
    assert labels == [text.translate({0: "␀", 7: "␇", 12: "␌", 127: "␡"}) for text in JAHAT]
