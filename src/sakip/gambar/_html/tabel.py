"""The table of capaian: one body of rows for each figure, so that it is sorted and filtered with its explanation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from sakip.angka import format_angka
from sakip.capaian import BarisCapaian
from sakip.gambar._html.bahan import Bahan
from sakip.gambar._html.markah import KOSONG, SELA, Html, aman, daftar, join, tag, teks
from sakip.gambar._html.penjelasan import figure, steps
from sakip.gambar._html.rona import Rona, all_rona, rona_of_row
from sakip.model import NAMA_JENIS

_TANPA_PEMILIK = "Tanpa pemilik"


def section(bahan: Bahan) -> Iterator[Html]:
    """The section of the table; nothing where no report was given."""
    if bahan.laporan is None:
        return
    yield Html(
        '<section id="capaian" class="lebar" aria-labelledby="judul-capaian">\n'
        '<h2 id="judul-capaian">Capaian indikator</h2>\n'
    )
    if not len(bahan.laporan):
        yield Html("<p>Tidak ada indikator yang diukur.</p>\n</section>\n")
        return
    yield _filters(bahan)
    yield Html(
        '<div class="gulir" role="group" aria-label="Tabel capaian, dapat digulir" tabindex="0">\n'
        '<table class="capaian">\n'
    )
    yield tag("caption", aman(bahan.laporan.judul), kelas="baca")
    yield _header(bahan)
    ranks = [_ranks(bahan, name) for name in ("nilai_target", "nilai_realisasi", "capaian")]
    owners = _places(_owner(row) for row in bahan.rows)
    for number, row in enumerate(bahan.rows):
        yield _row(bahan, number, row, [rank.get(number) for rank in ranks], owners[_owner(row)])
    yield Html("</table>\n</div>\n</section>\n")


def _owner(row: BarisCapaian) -> str:
    return _TANPA_PEMILIK if row.jabatan is None else row.jabatan.nama


def _places(words: Iterable[str]) -> dict[str, int]:
    """The different words in order of appearance, each with its place."""
    return {word: place for place, word in enumerate(dict.fromkeys(words))}


def _ranks(bahan: Bahan, kolom: str) -> dict[int, int]:
    """The place of each row by its exact figure, equal figures at one place: no digit is lost to a browser."""
    figures: dict[int, Decimal] = {
        number: figure
        for number, record in enumerate(bahan.catatan_baris)
        if isinstance(figure := record[kolom], Decimal)
    }
    order = {figure: place for place, figure in enumerate(sorted(set(figures.values())))}
    return {number: order[figure] for number, figure in figures.items()}


# --- filters -----------------------------------------------------------------


def _filters(bahan: Bahan) -> Html:
    rows = bahan.rows
    levels = dict.fromkeys(row.simpul.jenis for row in rows)
    used = {rona_of_row(row).kunci for row in rows}
    classes = [item for item in all_rona(rows[0].capaian.kebijakan) if item.kunci in used]
    banded = rows[0].capaian.kebijakan.skala is not None
    choices = (
        ("j", "Jenis kinerja", [(jenis, NAMA_JENIS[jenis]) for jenis in levels]),
        ("b", "Jabatan", [(str(place), word) for word, place in _places(map(_owner, rows)).items()]),
        ("p", "Predikat" if banded else "Ketercapaian", [(item.kunci, item.label) for item in classes]),
    )
    return tag(
        "div",
        *(_select(*choice) for choice in choices),
        tag(
            "div",
            tag("label", aman("Cari di tabel"), untuk="saring-teks"),
            Html(
                '<input id="saring-teks" type="search" autocomplete="off" spellcheck="false" data-saring="teks">'
            ),
        ),
        tag("button", aman("Hapus saringan"), type="button", data_perintah="hapus"),
        tag(
            "output",
            aman(f"{format_angka(len(rows))} dari {format_angka(len(rows))} baris"),
            aria_live="polite",
            kelas="banyak",
        ),
        kelas="alat saring",
        role="group",
        aria_label="Saringan tabel capaian",
    )


def _select(kunci: str, nama: str, pilihan: Sequence[tuple[str, str]]) -> Html:
    options = [tag("option", aman(teks), value=nilai) for nilai, teks in pilihan]
    return tag(
        "div",
        tag("label", aman(nama), untuk=f"saring-{kunci}"),
        tag(
            "select",
            Html('<option value="">Semua</option>'),
            *options,
            id=f"saring-{kunci}",
            data_saring=kunci,
        ),
    )


# --- rows --------------------------------------------------------------------


def _columns(bahan: Bahan) -> tuple[tuple[str, str, bool], ...]:
    """The columns: a class, a header, whether it is sorted by a place that is computed here."""
    banded = bahan.rows[0].capaian.kebijakan.skala is not None
    period = (("pr", "Periode", False),) if bahan.beberapa else ()
    return (
        ("ik", "Indikator", False),
        ("kj", "Kinerja", False),
        ("jb", "Jabatan", False),
        *period,
        ("tg", "Target", True),
        ("rl", "Realisasi", True),
        ("cp", "Capaian", True),
        ("pd", "Predikat" if banded else "Ketercapaian", True),
    )


def _header(bahan: Bahan) -> Html:
    cells = [
        tag(
            "th",
            tag("span", aman(nama)),
            scope="col",
            kelas=kelas,
            aria_sort="none",
            data_angka="1" if by_number else None,
        )
        for kelas, nama, by_number in _columns(bahan)
    ]
    return tag("thead", tag("tr", *cells))


def _row(bahan: Bahan, number: int, row: BarisCapaian, ranks: Sequence[int | None], owner: int) -> Html:
    """A figure and its explanation."""
    record, rona = bahan.catatan_baris[number], rona_of_row(row)
    where = tag(
        "td",
        tag("span", aman(NAMA_JENIS[row.simpul.jenis]), kelas="jenis"),
        SELA,
        tag("a", aman(row.simpul.label or row.simpul.id), href=f"#s-{bahan.nomor[row.simpul.id]}"),
        kelas="kj",
    )
    iku = tag("abbr", aman("IKU"), title="Indikator Kinerja Utama") if row.indikator.iku else KOSONG
    name = tag(
        "th",
        teks("span", row.indikator.id, "kode"),
        SELA,
        iku,
        tag("span", aman(row.indikator.nama or row.indikator.id), kelas="label"),
        kelas="ik",
        scope="row",
    )
    shown = aman(str(row)) if row.nilai is not None else tag("span", aman("—"), kelas="kosong")
    reason = teks("span", "" if row.alasan is None else row.alasan.kalimat, "sebab")
    label = rona.html if row.nilai is not None else reason
    cells = (
        name,
        where,
        tag("td", aman("" if row.jabatan is None else row.jabatan.nama), kelas="jb"),
        tag("td", aman(str(row.periode)), kelas="pr") if bahan.beberapa else KOSONG,
        tag("td", aman(str(record["target"])), kelas="tg", data_u=ranks[0]),
        tag("td", aman(str(record["realisasi"])), kelas="rl", data_u=ranks[1]),
        tag("td", figure(shown, f"j-{number}", row.indikator.id), kelas="cp", data_u=ranks[2]),
        tag("td", label, kelas="pd", data_u=None if row.nilai is None else _height(row, rona)),
    )
    wide = len(_columns(bahan))
    more = tag("tr", tag("td", _detail(bahan, row), colspan=wide), id=f"j-{number}", kelas="rinci")
    return tag(
        "tbody",
        tag("tr", *cells),
        more,
        id=f"k-{number}",
        data_j=row.simpul.jenis,
        data_b=owner,
        data_p=rona.kunci,
    )


def _height(row: BarisCapaian, rona: Rona) -> int:
    """The place of a class, the lowest first."""
    classes = all_rona(row.capaian.kebijakan)
    return len(classes) - classes.index(rona)


def _detail(bahan: Bahan, row: BarisCapaian) -> Html:
    """How the figure came about, what it measures, what it rests on, and what was found."""
    kpi, measured = row.indikator, row.realisasi
    facts: list[tuple[str, str]] = [
        ("Definisi operasional", kpi.definisi_operasional),
        ("Formulasi", kpi.formulasi),
        ("Sumber data", "; ".join(kpi.sumber_data)),
        ("Penanggung jawab", kpi.penanggung_jawab),
        ("Keterangan", kpi.keterangan),
    ]
    if measured is not None:
        facts += [
            ("Bukti", "; ".join(measured.bukti)),
            ("Kendala", measured.kendala),
            ("Faktor", measured.faktor),
            ("Tindak lanjut", measured.tindak_lanjut),
            ("Status realisasi", measured.status),
            ("Keterangan realisasi", measured.keterangan),
        ]
    listed = [(name, aman(words) if words else KOSONG) for name, words in facts]
    found = [
        tag("a", aman(f"{bahan.temuan[n].kode} {bahan.temuan[n].jenis.judul}"), href=f"#t-{n}")
        for n in bahan.temuan_di.get(row.simpul.id, ())
        if bahan.temuan[n].tempat.indikator in ("", kpi.id)
    ]
    listed.append(("Temuan", join(found, Html("; "))))
    return join((steps(row.langkah[1:]), daftar(listed)))
