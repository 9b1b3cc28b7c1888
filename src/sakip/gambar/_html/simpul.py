"""One node of the tree: what it is, who answers for it, its figures, its money, its findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sakip.anggaran._uang import format_uang
from sakip.capaian import CapaianSimpul
from sakip.gambar._html.bahan import Bahan
from sakip.gambar._html.markah import KOSONG, SELA, Html, aman, join, tag, teks
from sakip.gambar._html.penjelasan import figure, steps
from sakip.gambar._html.rona import rona_html, rona_of, rona_of_row
from sakip.gambar._nama import NAMA_RELASI
from sakip.kebijakan import Langkah
from sakip.model import NAMA_JENIS, AnySimpul, Indikator, JenisRelasi, JenisUjung, Komponen, Ujung
from sakip.temuan import Tingkat

TANDA_TINGKAT = {Tingkat.KESALAHAN: "✕", Tingkat.PERINGATAN: "▲", Tingkat.SARAN: "●"}
"""A sign for each severity, beside its word."""


def node(bahan: Bahan, simpul: AnySimpul) -> Html:
    """What stands at a node, without those below it."""
    kode = simpul.kode if isinstance(simpul, Komponen) else None
    head = tag(
        "div",
        tag("span", aman(NAMA_JENIS[simpul.jenis]), kelas="jenis"),
        tag(
            "span",
            teks("span", "" if kode is None else str(kode), "kode"),
            SELA,
            tag("span", aman(simpul.label or simpul.id), kelas="label"),
            kelas="nama",
        ),
        _headline(bahan, simpul),
        kelas="kepala",
    )
    return join((head, tag("div", *_body(bahan, simpul), kelas="isi")))


def _headline(bahan: Bahan, simpul: AnySimpul) -> Html:
    """The figure of the node itself: rolled up, or that of its only row."""
    rolled = _rolled(bahan, simpul)
    if rolled is not None:
        rona = rona_of(rolled.kebijakan, rolled.nilai)
        shown = aman(str(rolled) if rolled.nilai is not None else "—")
    else:
        only = bahan.baris.get(simpul.id, [])
        if len(only) != 1:
            return KOSONG
        row = bahan.rows[only[0]]
        rona = rona_of_row(row) if row.nilai is not None else None
        shown = aman(str(row) if row.nilai is not None else "—")
    return tag(
        "span",
        tag("span", shown, kelas="nilai"),
        tag("span", rona_html(rona)),
        kelas="pokok" if rona else "pokok hampa",
    )


def _rolled(bahan: Bahan, simpul: AnySimpul) -> CapaianSimpul | None:
    if bahan.gulungan is None or simpul.id not in bahan.gulungan:
        return None
    return bahan.gulungan[simpul.id]


def _body(bahan: Bahan, simpul: AnySimpul) -> Iterator[Html]:
    if simpul.uraian != simpul.label:
        yield teks("p", simpul.uraian, "uraian")
    yield tag("p", *_facts(bahan, simpul), kelas="fakta")
    yield _combined(bahan, simpul)
    yield from _money(bahan, simpul)
    lines = [line for item in simpul.indikator for line in _indikator(bahan, simpul, item)]
    yield tag("ul", *lines, kelas="ukuran") if lines else KOSONG
    yield teks("p", simpul.keterangan, "keterangan")
    yield _links(bahan, simpul)
    yield _findings(bahan, simpul)


def _combined(bahan: Bahan, simpul: AnySimpul) -> Html:
    """The figure of the node, where it is not simply that of its only indikator."""
    rolled = _rolled(bahan, simpul)
    if rolled is None or (rolled.asal == "indikator" and rolled.banyak == 1):
        return KOSONG
    if rolled.gabungan is None:
        return tag("p", aman(f"Capaian simpul {rolled}"), kelas="fakta")
    words = f"({rolled.gabungan.cara.kalimat}, {rolled.terhitung} dari {rolled.banyak} {_ASAL[rolled.asal]})"
    return _explained(f"g-{bahan.nomor[simpul.id]}", "Capaian simpul", str(rolled), rolled.langkah[1:], words)


_ASAL = {"indikator": "indikatornya", "anak": "simpul di bawahnya"}


def _explained(id: str, nama: str, angka: str, langkah: Iterable[Langkah], catatan: str = "") -> Html:
    """A figure of the node, with the explanation that it opens."""
    line = tag(
        "p",
        aman(f"{nama} "),
        figure(aman(angka), id, nama),
        aman(f" {catatan}" if catatan else ""),
        kelas="fakta",
    )
    return join((line, tag("div", steps(langkah), id=id, kelas="rinci")))


def _facts(bahan: Bahan, simpul: AnySimpul) -> Iterator[Html]:
    """Its id, its posts and its money, side by side."""
    yield _pair("Id", simpul.id)
    owner = bahan.pohon.owner(simpul.id)
    yield _pair("Pemilik:", "belum ditetapkan" if owner is None else owner.nama)
    if helpers := bahan.pohon.supporters(simpul.id):
        yield _pair("Pendukung:", ", ".join(item.nama for item in helpers))
    yield from _planned(bahan, simpul)


def _money(bahan: Bahan, simpul: AnySimpul) -> Iterator[Html]:
    """What was spent."""
    spent = None if bahan.serapan is None else bahan.serapan.get(simpul.id)
    if spent is not None:
        money = "belum ada" if spent.realisasi is None else format_uang(spent.realisasi)
        yield _explained(
            f"a-{bahan.nomor[simpul.id]}",
            "Serapan",
            str(spent),
            spent.langkah,
            f"(realisasi anggaran {money}, {spent.periode.label})",
        )


def _planned(bahan: Bahan, simpul: AnySimpul) -> Iterator[Html]:
    """What is planned as printed, and the sum below where that is not the same."""
    pagu = None if bahan.pagu is None else bahan.pagu.get(simpul.id)
    if bahan.pagu is None or pagu is None:
        return
    if isinstance(simpul, Komponen):
        printed = "tidak tercetak" if pagu.tercetak is None else format_uang(pagu.tercetak)
        yield _pair(f"Pagu {bahan.pagu.periode}:", f"“{pagu.teks}”, tidak terbaca" if pagu.teks else printed)
    if pagu.bawah is not None and pagu.bawah != pagu.tercetak:
        differs = "" if pagu.selisih is None else f" (selisih {format_uang(pagu.selisih)})"
        yield _pair("Jumlah pagu di bawahnya:", f"{format_uang(pagu.bawah)}{differs}")


def _indikator(bahan: Bahan, simpul: AnySimpul, indikator: Indikator) -> Iterator[Html]:
    """An indikator with its figures, one line for each period; without a report, with what is planned."""
    rows = [n for n in bahan.baris.get(simpul.id, ()) if bahan.rows[n].indikator.id == indikator.id]
    for number in rows:
        row, record = bahan.rows[number], bahan.catatan_baris[number]
        when = f" ({row.periode.label})" if bahan.beberapa else ""
        yield tag(
            "li",
            tag("a", aman(f"{indikator.nama or indikator.id}{when}"), href=f"#k-{number}"),
            _pair("target", str(record["target"])),
            _pair("realisasi", str(record["realisasi"])),
            _pair("capaian", str(row)),
            rona_of_row(row).html if row.nilai is not None else KOSONG,
        )
    if not rows:
        tahun = None if bahan.pagu is None else bahan.pagu.periode
        target = None if tahun is None else indikator.target_for(tahun)
        planned = _pair(f"target {tahun}", str(target)) if target is not None else KOSONG
        yield tag("li", tag("span", aman(indikator.nama or indikator.id)), planned)


def _pair(nama: str, nilai: str) -> Html:
    return tag("span", aman(f"{nama} "), tag("b", aman(nilai)))


def _links(bahan: Bahan, simpul: AnySimpul) -> Html:
    """The links beside the tree that end here."""
    here = {Ujung(JenisUjung.SIMPUL, simpul.id)} | {
        Ujung(JenisUjung.INDIKATOR, item.id) for item in simpul.indikator
    }
    found = dict.fromkeys(link for end in sorted(here, key=str) for link in bahan.pohon.relasi_of(end))
    lines = []
    for link in found:
        if link.jenis is not JenisRelasi.PENUGASAN:
            other, arrow = (link.dari, "dari") if link.ke in here else (link.ke, "ke")
            more = ", ".join(filter(None, (link.peran, link.status, link.keterangan)))
            note = aman(f" ({more})") if more else KOSONG
            lines.append(
                tag("li", aman(f"{NAMA_RELASI[link.jenis].capitalize()} {arrow} "), _end(bahan, other), note)
            )
    return tag("ul", *lines, kelas="relasi") if lines else KOSONG


def _end(bahan: Bahan, ujung: Ujung) -> Html:
    """The other end, linked to where it stands in the page."""
    pohon = bahan.pohon
    if ujung.jenis is JenisUjung.JABATAN and ujung.id in pohon.jabatan:
        return aman(pohon.jabatan[ujung.id].nama)
    if ujung.jenis in (JenisUjung.SIMPUL, JenisUjung.INDIKATOR):
        at = pohon[ujung.id] if ujung.jenis is JenisUjung.SIMPUL else pohon.simpul_of(ujung.id)
        return tag("a", aman(f"{ujung.id} {at.label}"), href=f"#s-{bahan.nomor[at.id]}")
    return aman(ujung.id)


def _findings(bahan: Bahan, simpul: AnySimpul) -> Html:
    """The findings at the node, linked to what they say."""
    here = bahan.temuan_di.get(simpul.id, [])
    marks = []
    for number in here:
        item = bahan.temuan[number]
        sign = tag("i", aman(TANDA_TINGKAT[item.tingkat]), aria_hidden="true")
        words = tag("a", aman(f"{item.kode} {item.jenis.judul}"), href=f"#t-{number}")
        marks.append(tag("li", sign, words, kelas=item.tingkat.value))
    return tag("ul", *marks, kelas="catat", aria_label="Temuan") if marks else KOSONG
