"""The findings, those of one kind together: what it is, what to do, what it rests on, and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from sakip.angka import format_angka
from sakip.gambar._html.bahan import Bahan
from sakip.gambar._html.markah import KOSONG, Html, aman, tag, teks
from sakip.gambar._html.simpul import TANDA_TINGKAT
from sakip.temuan import Temuan, Tingkat, count_tingkat

_Bernomor = tuple[int, Temuan]


def section(bahan: Bahan) -> Iterator[Html]:
    """The section of the findings; nothing where none were asked for."""
    if not bahan.ditinjau and not bahan.temuan:
        return
    yield Html('<section id="temuan" aria-labelledby="judul-temuan">\n<h2 id="judul-temuan">Temuan</h2>\n')
    if not bahan.ditinjau:
        yield Html("<p>Hanya temuan atas pengukuran; pohonnya sendiri tidak direviu.</p>\n")
    if not bahan.temuan:
        yield Html("<p>Tidak ada temuan.</p>\n")
    else:
        yield _filters(bahan)
        for _, group in groupby(enumerate(bahan.temuan), key=lambda pair: pair[1].jenis):
            yield _kind(bahan, list(group))
    yield Html("</section>\n")


def _filters(bahan: Bahan) -> Html:
    counts = count_tingkat(bahan.temuan)
    options = [
        tag("option", aman(f"{tingkat.value.capitalize()} ({many})"), value=tingkat.value)
        for tingkat, many in counts.items()
        if many
    ]
    many = format_angka(len(bahan.temuan))
    return tag(
        "div",
        tag(
            "div",
            tag("label", aman("Tingkat"), untuk="saring-tingkat"),
            tag(
                "select",
                Html('<option value="">Semua</option>'),
                *options,
                id="saring-tingkat",
                data_saring="t",
            ),
        ),
        tag(
            "div",
            tag("label", aman("Cari di temuan"), untuk="saring-temuan"),
            Html(
                '<input id="saring-temuan" type="search" autocomplete="off" spellcheck="false" data-saring="teks">'
            ),
        ),
        tag("button", aman("Hapus saringan"), type="button", data_perintah="hapus"),
        tag("output", aman(f"{many} dari {many} temuan"), aria_live="polite", kelas="banyak"),
        kelas="alat saring",
        role="group",
        aria_label="Saringan temuan",
    )


def _kind(bahan: Bahan, items: Sequence[_Bernomor]) -> Html:
    """All findings of one kind; what all of them say is said once."""
    jenis = items[0][1].jenis
    pesan, saran = ({item.pesan for _, item in items}, {item.saran for _, item in items})
    several = len(items) > 1
    same_pesan, same_saran = several and len(pesan) == 1, several and len(saran) == 1
    head = tag(
        "h3",
        tag(
            "span",
            tag("i", aman(TANDA_TINGKAT[jenis.tingkat]), aria_hidden="true"),
            aman(_name(jenis.tingkat)),
            kelas=f"tingkat {jenis.tingkat.value}",
        ),
        tag("span", aman(jenis.kode), kelas="kode"),
        aman(f"{jenis.judul[:1].upper()}{jenis.judul[1:]}"),
        tag("span", aman(f"({format_angka(len(items))})"), kelas="banyaknya"),
    )
    shared = (
        teks("p", items[0][1].pesan if same_pesan else "", "pesan"),
        _labelled("Saran: ", items[0][1].saran if same_saran else "", "saran"),
        _labelled("Acuan: ", jenis.acuan, "acuan"),
    )
    lines = [_one(bahan, pair, pesan=not same_pesan, saran=not same_saran) for pair in items]
    kelas = "tempat rapat" if same_pesan and same_saran else "tempat"
    return tag(
        "div", head, *shared, tag("ul", *lines, kelas=kelas), kelas="jenis-temuan", data_t=jenis.tingkat.value
    )


def _name(tingkat: Tingkat) -> str:
    return tingkat.value.capitalize()


def _labelled(label: str, isi: str, kelas: str) -> Html:
    return tag("p", tag("b", aman(label)), aman(isi), kelas=kelas) if isi else KOSONG


def _one(bahan: Bahan, pair: _Bernomor, *, pesan: bool, saran: bool) -> Html:
    number, item = pair
    return tag(
        "li",
        _place(bahan, pair),
        teks("span", item.pesan if pesan else "", "pesan"),
        _labelled("Saran: ", item.saran if saran else "", "saran"),
        id=f"t-{number}",
        data_t=item.tingkat.value,
    )


def _place(bahan: Bahan, pair: _Bernomor) -> Html:
    """Where it stands, linked to the node if the tree has it."""
    number, item = pair
    id = bahan.simpul_temuan[number]
    words = aman(str(item.tempat) or "tanpa tempat")
    return tag("a", words, href=f"#s-{bahan.nomor[id]}", kelas="di") if id else tag("span", words, kelas="di")
