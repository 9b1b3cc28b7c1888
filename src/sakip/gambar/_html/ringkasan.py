"""The summary: whose report it is, by which rules, and how many of what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sakip.anggaran._uang import format_uang
from sakip.angka import format_angka, format_persen
from sakip.gambar._html.bahan import Bahan
from sakip.gambar._html.markah import KOSONG, Html, aman, daftar, join, tag, teks
from sakip.gambar._html.rona import Rona, all_rona, rona_of_row
from sakip.gambar._html.simpul import TANDA_TINGKAT
from sakip.model import NAMA_JENIS
from sakip.temuan import count_tingkat


def header(bahan: Bahan) -> Iterator[Html]:
    """The head of the page: title, institution, period, policy."""
    pohon = bahan.pohon
    yield Html("<header>\n")
    yield tag("h1", aman(bahan.judul))
    yield (
        tag("div", *(tag("p", aman(line)) for line in bahan.catatan), kelas="perhatian")
        if bahan.catatan
        else KOSONG
    )
    yield daftar(
        (
            ("Instansi", aman(_instansi(bahan))),
            ("Pohon", aman(pohon.nama if pohon.nama != bahan.judul else "")),
            ("Periode", aman(_periode(bahan))),
            ("Kebijakan", _kebijakan(bahan)),
            ("Predikat", _skala(bahan)),
        )
    )
    yield Html("</header>\n")


def _instansi(bahan: Bahan) -> str:
    instansi = bahan.pohon.instansi
    return "" if instansi is None else ", ".join(filter(None, (instansi.nama, instansi.wilayah)))


def _periode(bahan: Bahan) -> str:
    if bahan.laporan is not None:
        return ", ".join(item.label for item in bahan.laporan.periode)
    if bahan.serapan is not None:
        return bahan.serapan.periode.label
    return "" if bahan.pohon.periode is None else bahan.pohon.periode.label


def _kebijakan(bahan: Bahan) -> Html:
    """The policy with its source, in the words of its explanations."""
    rule = bahan.laporan.kebijakan if bahan.laporan is not None else None
    if rule is None:
        return KOSONG
    return join((tag("b", aman(rule.nama)), aman(f". Acuan: {rule.acuan}.")))


def _skala(bahan: Bahan) -> Html:
    """The bands, each with its sign and its bound."""
    rule = bahan.laporan.kebijakan if bahan.laporan is not None else None
    if rule is None or rule.skala is None:
        return KOSONG
    bands = [
        tag("li", rona.html, teks("span", pita.syarat and f"{pita.syarat} %", "syarat"))
        for rona, pita in zip(all_rona(rule), rule.skala.pita, strict=False)
    ]
    return join(
        (
            tag("ul", *bands, kelas="kunci"),
            tag("p", aman(f"{rule.skala.nama}. Acuan: {rule.skala.acuan}."), kelas="acuan"),
        )
    )


def section(bahan: Bahan) -> Iterator[Html]:
    """The section of the counts."""
    yield Html(
        '<section id="ringkasan" aria-labelledby="judul-ringkasan">\n<h2 id="judul-ringkasan">Ringkasan</h2>\n'
    )
    yield tag(
        "div",
        *filter(None, (_figures(bahan), _classes(bahan), _money(bahan), _findings(bahan))),
        kelas="kotak",
    )
    yield Html("</section>\n")


def _box(judul: str, besar: str, keterangan: str, *isi: Html) -> Html:
    """A figure that is read first, what it is of, and what it is made of."""
    return tag(
        "div",
        tag("h3", aman(judul)),
        tag("p", tag("strong", aman(besar)), aman(f" {keterangan}"), kelas="besar"),
        *isi,
    )


def _figures(bahan: Bahan) -> Html:
    """How many have a figure, and why the others have none."""
    if bahan.laporan is None:
        many = sum(len(item.indikator) for item in bahan.pohon)
        return _box(
            "Pohon",
            format_angka(len(bahan.pohon)),
            f"simpul, {format_angka(many)} indikator",
            teks("p", "Capaian tidak disertakan dalam laporan ini."),
        )
    reasons = Counter(row.alasan.kalimat for row in bahan.rows if row.alasan is not None)
    what = "baris" if bahan.beberapa else "indikator"
    done, all_of = bahan.laporan.terhitung, len(bahan.laporan)
    lines = [_line(aman(reason), many, all_of, "tanpa") for reason, many in reasons.most_common()]
    left = all_of - done
    return _box(
        "Terhitung",
        format_angka(done),
        f"dari {format_angka(all_of)} {what}",
        teks("p", f"{format_angka(left)} tanpa angka, karena:" if left else ""),
        tag("ul", *lines, kelas="batang") if lines else KOSONG,
    )


def _classes(bahan: Bahan) -> Html:
    """How many of each class; and how many met their target, which is another question."""
    if bahan.laporan is None or not bahan.laporan.terhitung:
        return KOSONG
    counts = Counter(rona_of_row(row) for row in bahan.rows if row.nilai is not None)
    met = sum(record["tercapai"] is True for record in bahan.catatan_baris)
    done = bahan.laporan.terhitung
    classes = [
        item for item in all_rona(bahan.laporan.kebijakan) if item in counts or item.kunci.startswith("p")
    ]
    lines = [_line(_chosen(item, counts[item]), counts[item], done, item.kunci) for item in classes]
    return _box(
        "Target tercapai",
        format_angka(met),
        f"dari {format_angka(done)} yang terhitung",
        tag("ul", *lines, kelas="batang"),
    )


def _chosen(rona: Rona, banyak: int) -> Html:
    """A class that, where the page's script runs, chooses its rows in the table."""
    return (
        tag("a", rona.html, href="#capaian", data_pilih="p", data_nilai=rona.kunci) if banyak else rona.html
    )


def _line(nama: Html, banyak: int, dari: int, kelas: str) -> Html:
    """A count with a bar as long as its share."""
    share = format(100 * banyak / dari, ".2f")
    bar = Html(
        f'<svg class="{kelas}" aria-hidden="true" focusable="false"><rect class="penuh" width="100%" height="100%"/>'
        f'<rect width="{share}%" height="100%"/></svg>'
    )
    return tag("li", tag("span", nama), tag("b", aman(format_angka(banyak))), bar)


def _money(bahan: Bahan) -> Html:
    """The money of each root, or of each kind of component."""
    if bahan.serapan is not None:
        return _spent(bahan)
    if bahan.pagu is None or not bahan.pagu.total:
        return KOSONG
    rows = []
    for total in bahan.pagu.total:
        gaps = [f"{total.kosong} tidak tercetak"] if total.kosong else []
        gaps += [f"{total.tak_terbaca} tidak terbaca"] if total.tak_terbaca else []
        note = f"{format_angka(total.banyak)} simpul{'; ' if gaps else ''}{'; '.join(gaps)}"
        rows.append(
            tag(
                "li",
                teks("span", NAMA_JENIS[total.jenis]),
                teks("b", format_uang(total.jumlah)),
                teks("small", note),
            )
        )
    return tag(
        "div",
        tag("h3", aman(f"Pagu {bahan.pagu.periode} menurut jenis")),
        tag("ul", *rows, kelas="uang"),
    )


def _spent(bahan: Bahan) -> Html:
    """What was spent of what was planned, by root."""
    rows = []
    for root in bahan.pohon.roots:
        line = None if bahan.serapan is None else bahan.serapan.get(root.id)
        if line is not None:
            spent = "belum ada" if line.realisasi is None else format_uang(line.realisasi)
            pagu = "tidak diketahui" if line.pagu is None else format_uang(line.pagu)
            figure = "—" if line.serapan is None else format_persen(line.serapan)
            name = tag("a", aman(root.label or root.id), href=f"#s-{bahan.nomor[root.id]}")
            why = line.alasan.kalimat if line.alasan is not None else ""
            note = f"{spent} dari pagu {pagu}{'; ' if why else ''}{why}"
            rows.append(tag("li", name, teks("b", figure), teks("small", note)))
    when = "" if bahan.serapan is None else bahan.serapan.periode.label
    return tag("div", tag("h3", aman(f"Serapan {when}")), tag("ul", *rows, kelas="uang")) if rows else KOSONG


def _findings(bahan: Bahan) -> Html:
    """How many findings of each severity."""
    if not bahan.ditinjau and not bahan.temuan:
        return KOSONG
    lines = []
    many = len(bahan.temuan)
    for tingkat, count in count_tingkat(bahan.temuan).items():
        sign = tag("i", aman(TANDA_TINGKAT[tingkat]), aria_hidden="true")
        words = tag("span", sign, aman(tingkat.value.capitalize()), kelas=f"tingkat {tingkat.value}")
        link = tag("a", words, href="#temuan", data_pilih="t", data_nilai=tingkat.value) if count else words
        lines.append(_line(link, count, max(many, 1), tingkat.value))
    what = "temuan" if bahan.ditinjau else "temuan atas pengukuran"
    return _box("Temuan", format_angka(many), what, tag("ul", *lines, kelas="batang"))
