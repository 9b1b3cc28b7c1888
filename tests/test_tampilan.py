"""What trees, reports, findings and what was read show in a notebook."""

from __future__ import annotations

import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import attrs
import pytest
from IPython.core.completer import IPCompleter
from IPython.core.formatters import DisplayFormatter

from sakip import (
    CSF,
    LKJIP,
    Indikator,
    Jabatan,
    KondisiAntara,
    LaporanCapaian,
    Outcome,
    PohonKinerja,
    Program,
    Realisasi,
    compute_capaian,
    compute_pagu,
    read_realisasi,
    read_struktur,
    roll_up,
)
from sakip.anggaran import compute_efisiensi, compute_serapan
from sakip.banding import compare_pohon
from sakip.capaian import compare_laporan, compare_serapan, compare_tahun
from sakip.dokumen import BarisSisa, CakupanBaca, HasilBaca
from sakip.lke import LKE_NASIONAL, score_lke
from sakip.model import NAMA_JENIS, SIMPUL, RealisasiAnggaran
from sakip.penjenjangan import make_matriks_peran
from sakip.reviu import Bungkam, HasilReviu, review
from sakip.skala import SKALA_PERMENDAGRI_86
from sakip.teks import BATAS_BARIS, Tampilan
from sakip.temuan import JenisTemuan, Tempat, Tingkat, format_temuan, render_temuan, summarise_temuan

FOLDER = Path(__file__).parents[1] / "examples" / "dinsos-kotawaringin-timur-2025"
JAHAT = '<b onclick="x()">"&amp;\'</b><script>'
BERSKALA = attrs.evolve(LKJIP, nama="LKJIP berskala", skala=SKALA_PERMENDAGRI_86)
DIKENAL = {
    *("table", "caption", "thead", "tbody", "tr", "th", "td", "p"),
    *("details", "summary", "div", "pre", "strong"),
}
KOSONG = {"br", "hr"}


class Halaman(HTMLParser):
    """Elements in their order, words, and whether every element is closed where it should be."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.deepest = 0
        self.feed(text)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open.append(tag)
        self.deepest = max(self.deepest, self._open.count("details"))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def count(self, tag: str) -> int:
        return [name for name, _ in self.tags].count(tag)


def jahat() -> tuple[PohonKinerja, LaporanCapaian]:
    """A tree and a report whose every text tries to be more than a text."""
    pohon = PohonKinerja(JAHAT, periode="2024-2025")
    pohon.add_jabatan(Jabatan(id="kadis", nama=JAHAT))
    pohon.add_jabatan(Jabatan(id="kabid", nama=JAHAT, atasan="kadis"))
    item = Indikator(id="IK1", nama=JAHAT, satuan=JAHAT, iku=True, target={2025: 10})
    pohon.add(Outcome("O1", uraian=JAHAT))
    pohon.add(Program("P1", nama=JAHAT, pagu={2025: 100}, indikator=[item]), under="O1")
    pohon.assign("O1", "kadis")
    pohon.assign("P1", "kabid")
    rule = attrs.evolve(BERSKALA, nama=JAHAT)
    return pohon, compute_capaian(pohon, [Realisasi("IK1", 2025, 9)], 2025, rule)


def yang_tampil() -> dict[str, Tampilan]:
    """One of everything that shows itself."""
    pohon, laporan = jahat()
    simpul = roll_up(pohon, laporan, anak="rata_rata")
    uang = compute_serapan(pohon, [RealisasiAnggaran("P1", 2025, 80)], 2025)
    lain = PohonKinerja("lain")
    lain.add(Outcome("O1", uraian="Satu"))
    jenis = JenisTemuan("SKP999", Tingkat.SARAN, JAHAT, JAHAT, JAHAT, JAHAT)
    temuan = jenis.temuan(Tempat(simpul="P1", nama=JAHAT))
    return {
        "pohon": pohon,
        "laporan": laporan,
        "baris": laporan["IK1"],
        "capaian": laporan["IK1"].capaian,
        "simpul": simpul,
        "satu simpul": simpul["P1"],
        "tahun": compare_tahun(pohon, [], 2025),
        "beda laporan": compare_laporan(laporan, laporan),
        "efisiensi": compare_serapan(simpul, uang),
        "satu efisiensi": compute_efisiensi(100, 90),
        "serapan": uang,
        "satu serapan": uang["P1"],
        "pagu": compute_pagu(pohon, 2025),
        "beda": compare_pohon(lain, pohon),
        "matriks": make_matriks_peran(pohon, "kadis"),
        "lke": score_lke(LKE_NASIONAL, {}),
        "temuan": temuan,
        "reviu": HasilReviu((temuan,), ((temuan, Bungkam("SKP999", "P1", JAHAT)),)),
        "baca": HasilBaca(
            pohon, (temuan,), (BarisSisa(2, (("level", JAHAT),)),), (JAHAT,), CakupanBaca(3, 1, 1, 1)
        ),
    }


@pytest.mark.parametrize("nama", yang_tampil())
def test_everything_shows_safe_html_and_plain_text(nama: str) -> None:
    """No text makes an element, a script or an attribute; every element is closed; nothing has a class or an id."""
    bundle = yang_tampil()[nama]._repr_mimebundle_()  # type: ignore[misc]
    assert set(bundle) == {"text/html", "text/plain"}
    page = Halaman(bundle["text/html"])
    assert {tag for tag, _ in page.tags} <= DIKENAL
    assert {name for _, more in page.tags for name in more} <= {"style", "scope", "open"}
    assert bundle["text/plain"].strip()
    assert "\x1b" not in bundle["text/plain"]


def test_ipython_takes_what_it_is_shown() -> None:
    """IPython's own formatter gives both forms."""
    for value in yang_tampil().values():
        data, _ = DisplayFormatter().format(value)  # type: ignore[no-untyped-call]
        assert {"text/html", "text/plain"} <= set(data)


# --- trees --------------------------------------------------------------------------


def test_a_tree_folds_as_it_stands() -> None:
    """A fold for each node with anything inside; the first two levels are open; the texts are there."""
    pohon = read_struktur(FOLDER / "struktur.csv").dokumen
    page = Halaman(pohon._repr_html_())
    full = [item for item in pohon if item.indikator or pohon.children(item.id)]
    assert page.count("details") == len(full)
    opened = [more for tag, more in page.tags if tag == "details" and "open" in more]
    assert len(opened) == sum(pohon.level(item.id) < 2 for item in full)
    assert page.deepest == 5
    text = "\n".join(page.words)
    assert all(item.label in text for item in pohon)
    assert all(kpi.nama in text for item in pohon for kpi in item.indikator)
    assert "Program P3 1.06.05 Program Perlindungan dan Jaminan Sosial (Eselon 3)" in page.words


def test_an_outline_has_a_line_for_each_node() -> None:
    """As deep as they stand, below the name of the tree."""
    pohon = PohonKinerja("Dinas", periode=2025)
    pohon.add_many([(Outcome("O1", uraian="Satu"), None), (CSF("C1"), "O1"), (CSF("C2", uraian="Dua"), "O1")])
    assert pohon._repr_teks_().splitlines() == [
        "Dinas, Tahun 2025: 3 simpul", "Outcome O1 Satu", "  CSF C1", "  CSF C2 Dua",
    ]  # fmt: skip
    assert repr(pohon) == "PohonKinerja('Dinas', 3 simpul)"


def big(banyak: int) -> PohonKinerja:
    """An outcome with ten CSF and as many conditions below the first of them as it takes, and a second root."""
    pohon = PohonKinerja("Dinas Besar")
    pohon.add(Outcome("O1"))
    pohon.add_many((CSF(f"C{number}"), "O1") for number in range(10))
    pohon.add_many((KondisiAntara(f"K{number}"), "C0") for number in range(banyak - 12))
    pohon.add(Outcome("O2"))
    return pohon


def test_a_large_tree_shows_its_upper_levels_and_says_what_is_left_out() -> None:
    """2,000 nodes: 200 are shown, both roots and all CSF among them; the others are counted where they hang."""
    pohon = big(2000)
    html, text = pohon._repr_html_(), pohon._repr_teks_()
    for shown in (html, text):
        assert "… dan 1.800 simpul lagi" in shown
        assert all(f"CSF C{number}" in shown for number in range(10))
        assert "Outcome O2" in shown
    assert len(text.splitlines()) == 1 + BATAS_BARIS + 1
    assert len(html) < 60_000
    Halaman(html)


def test_roots_that_do_not_fit_are_counted() -> None:
    """Three hundred roots: a hundred more."""
    pohon = PohonKinerja("Dinas")
    pohon.add_many((Outcome(f"O{number}"), None) for number in range(300))
    assert "… dan 100 simpul lagi" in pohon._repr_html_()
    assert pohon._repr_teks_().splitlines()[-1] == "… dan 100 simpul lagi"


def test_a_deep_tree_can_be_shown() -> None:
    """A thousand conditions, each below the other, are no reason to fail."""
    pohon = PohonKinerja("Dinas")
    pohon.add(CSF("C1"))
    pohon.add_many(
        (KondisiAntara(f"K{number}"), f"K{number - 1}" if number else "C1") for number in range(1000)
    )
    assert "… dan 801 simpul lagi" in pohon._repr_html_()
    assert "… dan 801 simpul lagi" in pohon._repr_teks_()


def test_every_kind_of_node_has_a_name() -> None:
    """As many names as kinds."""
    assert list(NAMA_JENIS) == list(SIMPUL)


# --- figures and findings -----------------------------------------------------------


def test_a_figure_shows_its_band_and_folds_its_explanation() -> None:
    """What is seen, and what is seen when it is open."""
    _, laporan = jahat()
    row = laporan["IK1"]
    page = Halaman(row._repr_html_())
    assert page.words[0] == f"IK1: {JAHAT} · 90,00 % · Tinggi"
    assert "".join(page.words[1:]) == row.explain()
    (fold,) = (more for tag, more in page.tags if tag == "details")
    assert SKALA_PERMENDAGRI_86.pita[1].warna in str(fold["style"])
    assert Halaman(row.capaian._repr_html_()).words[0] == "90,00 % · Tinggi"
    plain = Halaman(LKJIP.capaian(10, 9)._repr_html_())
    assert plain.words[0] == "90,00 %"
    assert "style" not in dict(plain.tags)["details"]


def test_findings_are_counted_in_words() -> None:
    """By their severity; none is said to be none."""
    temuan = review(read_struktur(FOLDER / "struktur.csv").dokumen).temuan
    counts = [sum(item.tingkat is tingkat for item in temuan) for tingkat in Tingkat]
    words = [f"{n} {t.value}" for n, t in zip(counts, Tingkat, strict=True) if n]
    assert summarise_temuan(temuan) == f"{len(temuan)} temuan: {', '.join(words)}."
    page = Halaman(render_temuan(temuan))
    assert page.count("tr") == 1 + min(len(temuan), BATAS_BARIS)
    assert summarise_temuan(temuan) in page.words
    assert summarise_temuan(()) == format_temuan(()) == "Tidak ada temuan."


def test_findings_as_text_have_their_advice_below_them() -> None:
    """A finding that proposes something says it in a line of its own, one that doesn't has none."""
    place = Tempat(simpul="P1")
    first = JenisTemuan("SKP998", Tingkat.SARAN, "satu", "Kurang.", "Tambah.").temuan(place)
    second = JenisTemuan("SKP999", Tingkat.KESALAHAN, "dua", "Salah.").temuan(place)
    told = format_temuan([first, second]).splitlines()
    assert told[:6] == [
        "KESALAHAN",
        "SKP999 P1: Salah.",
        "",
        "SARAN",
        "SKP998 P1: Kurang.",
        "       → Tambah.",
    ]
    assert told[-1] == "2 temuan: 1 kesalahan, 1 saran."


def test_a_review_tells_what_was_silenced() -> None:
    """In words with its reason; without any, nothing is said of it."""
    pohon = PohonKinerja("Dinas Contoh")
    pohon.add(Outcome("O1", uraian="Melaksanakan pembinaan"))
    hasil = review(pohon, bungkam=[Bungkam("SKP201", "O1", "bunyi visi")])
    assert str(hasil).splitlines()[:2] == ["Tidak ada temuan.", ""]
    assert "Dibungkam: 1 temuan." in str(hasil)
    assert "bunyi visi" in str(hasil)
    assert "bunyi visi" in hasil._repr_html_()
    loud = review(pohon)
    assert "Dibungkam" not in str(loud) + loud._repr_html_()
    assert str(loud).splitlines()[-1] == "1 temuan: 1 peringatan."


@pytest.mark.parametrize(
    ("hasil", "kata"),
    [
        (HasilBaca(()), ["0"]),
        (HasilBaca((Realisasi("IK1", 2025, 1),)), ["1 Realisasi"]),
        (HasilBaca(PohonKinerja("Dinas")), ["Dinas: 0 simpul"]),
        (HasilBaca(Indikator(id="IK1", nama="Jumlah")), ["Indikator"]),
        (HasilBaca((), sisa=(BarisSisa(7, (("level", "lantai"),)),)), ["1 baris tidak dapat ditempatkan."]),
        (HasilBaca((), cakupan=CakupanBaca(4, 3, 1, 0)), [f"{CakupanBaca(4, 3, 1, 0)}."]),
        (HasilBaca((), keterangan=("Data rekaan",)), ["Data rekaan"]),
    ],
)
def test_what_was_read_is_told(hasil: HasilBaca[Any], kata: list[str]) -> None:
    """What it is, what became of its cells, what could not be placed, what it says of itself."""
    lines, page = str(hasil).splitlines(), Halaman(hasil._repr_html_())
    for word in kata:
        assert word in lines
        assert word in page.words
    assert lines[-1] == "Tidak ada temuan."


def test_findings_and_remarks_of_a_real_file_are_shown() -> None:
    """The invented measurements say so where they are shown."""
    hasil = read_realisasi(FOLDER / "realisasi-ilustrasi-2025.csv")
    assert hasil.keterangan[0] in str(hasil)
    assert hasil.keterangan[0] in Halaman(hasil._repr_html_()).words


# --- completion ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def pelengkap() -> IPCompleter:
    """The completer of IPython, with something to complete."""
    pohon = read_struktur(FOLDER / "struktur.csv").dokumen
    terukur = read_realisasi(FOLDER / "realisasi-ilustrasi-2025.csv").dokumen
    laporan = compute_capaian(pohon, terukur, 2025)
    simpul, uang = roll_up(pohon, laporan), compute_serapan(pohon, [], 2025)
    names = {
        "pohon": pohon,
        "laporan": laporan,
        "simpul": simpul,
        "tahun": compare_tahun(pohon, terukur, 2025),
        "uang": uang,
        "pagu": compute_pagu(pohon, 2025),
        "efisiensi": compare_serapan(simpul, uang),
        "dua": compute_capaian(pohon, terukur, [2024, 2025]),
    }
    return IPCompleter(namespace=names, use_jedi=False)  # type: ignore[no-untyped-call]


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ('pohon["CSF', {"CSF1", "CSF2", "CSF3"}),
        ('laporan["IK-CSF', {"IK-CSF1", "IK-CSF2", "IK-CSF3"}),
        ('simpul["CSF', {"CSF1", "CSF2", "CSF3"}),
        ('tahun["IK-CSF', {"IK-CSF1", "IK-CSF2", "IK-CSF3"}),
        ('efisiensi["CSF', {"CSF1", "CSF2", "CSF3"}),
        ('uang["CSF', {"CSF1", "CSF2", "CSF3"}),
        ('pagu["CSF', {"CSF1", "CSF2", "CSF3"}),
        ('dua["IK-CSF1", "20', {"2024", "2025"}),
    ],
)
def test_keys_are_completed(pelengkap: IPCompleter, teks: str, hasil: set[str]) -> None:
    """After a bracket, IPython offers the ids, and after an id the periods where there are several."""
    pelengkap.line_buffer = pelengkap.text_until_cursor = teks
    found = pelengkap.dict_key_matches(teks.rpartition(" ")[2])
    assert {item.strip('"').rpartition('["')[2] for item in found} == hasil


def test_dir_lists_public_names_only() -> None:
    """Neither what the module imports for itself nor its helpers; rooms that were imported are there."""
    code = "import sakip; print(*dir(sakip)); import sakip.capaian; print('capaian' in dir(sakip))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    names, imported = done.stdout.splitlines()
    assert {name for name in names.split() if not name.startswith("__")} == set(__import__("sakip").__all__)
    assert imported == "True"
