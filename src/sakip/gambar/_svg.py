"""A picture as SVG that stands alone: no font, script, style sheet or link from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as ET

from sakip.gambar._bagan import Jenjang, Petak
from sakip.gambar._halaman import Halaman
from sakip.gambar._isi import BIASA, SELA, TANDA, Baris, Jalur
from sakip.gambar._pandangan import Arah, Pandangan
from sakip.gambar._susunan import CONTOH, TEPI, Kunci, Susunan, compose
from sakip.gambar._tampilan import Tautan, view
from sakip.gambar._ukur import is_known, measure
from sakip.gambar._warna import ABU, KOSONG, PUTIH, TINTA, Gaya, gaya_kotak, gaya_of
from sakip.memori import paused_collector
from sakip.pohon import PohonKinerja

_HURUF = "Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif"
_BUKAN_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PITA = ("#f3f3f3", "#ffffff")
_RELASI = "#6a3d9a"
_PUTUS = "5 3"
_TANDA_TINGGI = 7.0
_PERINGATAN = 3.0
"""The letters of the warning below a picture that is too small, in mm: they can be read."""


def draw_svg(pohon: PohonKinerja, pandangan: Pandangan | None = None, halaman: Halaman | None = None) -> str:
    """A tree as a picture that stands alone, fitted to one sheet.

    Texts are wrapped, never cut. A picture that had to be made so small that it can't
    be read on the sheet says so below it; `draw_halaman` divides it into several.

    Args:
        pohon: The tree.
        pandangan: What of it is drawn; all of it by default.
        halaman: The sheet; A4, lying, by default.

    Raises:
        TidakAdaError: The view names a node or a post that the tree hasn't.
        EkstraError: The library that lays it out is not installed.
        ProgramError: Graphviz was asked for and is not on this machine.

    >>> from sakip import CSF, Outcome, PohonKinerja
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> pohon.add_many([(Outcome("O1", uraian="Sejahtera"), None), (CSF("C1", uraian="Terlayani"), "O1")])
    >>> draw_svg(pohon)[:77]
    '<svg xmlns="http://www.w3.org/2000/svg" width="297mm" height="210mm" viewBox='
    """
    with paused_collector():  # whatever is made stays alive until the text is
        return render(compose(view(pohon, pandangan or Pandangan()), halaman or Halaman()))


def render(susunan: Susunan) -> str:
    """A composed picture as text."""
    scale = susunan.skala
    wide, high = susunan.halaman.ukuran
    box = f"0 0 {_n(wide / scale)} {_n(high / scale)}"
    root = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": f"{wide}mm",
            "height": f"{high}mm",
            "viewBox": box,
            "role": "img",
            "font-family": _HURUF,
            "fill": TINTA,
        },
    )
    _add(root, "title").text = _clean(susunan.tampilan.judul)
    _add(root, "desc").text = _clean(". ".join(susunan.tampilan.rincian))
    _add(root, "rect", width="100%", height="100%", fill=PUTIH)
    x = (wide / scale - susunan.lebar) / 2
    picture = _add(root, "g", transform=f"translate({_n(x)} {_n(TEPI / scale)})")
    _write(picture, 0, susunan.kepala)
    tree = _add(
        picture,
        "g",
        transform=f"translate({_n((susunan.lebar - susunan.bagan.lebar) / 2)} {_n(susunan.y_bagan)})",
    )
    _draw_bagan(tree, susunan)
    for item in susunan.legenda:
        _draw_kunci(picture, item, len(susunan.tampilan.pandangan.pita))
    _write(picture, 0, susunan.kaki)
    if not susunan.terbaca:
        _warn(root, susunan)
    return ET.tostring(root, encoding="unicode") + "\n"


def _draw_bagan(tree: ET.Element, susunan: Susunan) -> None:
    """The bands below everything, then the lines, then the boxes."""
    bagan, tampilan = susunan.bagan, susunan.tampilan
    for place, band in enumerate(bagan.jenjang):
        _draw_jenjang(tree, band, _PITA[place % 2])
    ends = bagan.ujung
    links = _add(tree, "g", fill="none", stroke=_RELASI)
    for item in tampilan.tautan:
        _draw_tautan(links, item, ends, tampilan.pandangan.arah)
    path = " ".join("M" + " L".join(f"{_n(x)} {_n(y)}" for x, y in line) for line in bagan.ranting)
    _add(tree, "path", d=path, fill="none", stroke=ABU)
    many = len(tampilan.pandangan.pita)
    for petak in bagan.petak:
        _draw_petak(tree, petak, many)
    for petak in bagan.luar:
        _draw_luar(tree, petak)


def _draw_jenjang(tree: ET.Element, band: Jenjang, fill: str) -> None:
    group = _add(tree, "g", **{"data-jenjang": _clean(band.nama)})
    _add(group, "rect", **_frame(band.x, band.y, band.lebar, band.tinggi), fill=fill)
    _write(group, band.x + SELA, band.baris, fill=ABU)


def _draw_petak(tree: ET.Element, petak: Petak, banyak: int) -> None:
    isi = petak.isi
    group = _add(
        tree, "g", transform=f"translate({_n(petak.x)} {_n(petak.y)})", **{"data-id": _clean(isi.kunci)}
    )
    _add(group, "title").text = _clean(isi.judul)
    look = None if isi.kotak is None else gaya_kotak(isi.kotak, banyak)
    edge = {"stroke": ABU if look is None or look.putus else look.isi, "stroke-width": "1.5"}
    if look is not None and look.putus and not any(item.hasil.pita is not None for item in isi.jalur):
        edge["stroke-dasharray"] = _PUTUS
    _add(group, "rect", **_frame(0, 0, petak.lebar, isi.tinggi), rx="2", fill=PUTIH, **edge)
    _write(group, SELA, isi.baris)
    for strip in isi.jalur:
        _draw_jalur(group, strip, petak.lebar, banyak)


def _draw_jalur(group: ET.Element, strip: Jalur, lebar: float, banyak: int) -> None:
    look = gaya_of(strip.hasil.pita, banyak)
    _add(group, "rect", **_frame(0, strip.y, lebar, strip.tinggi), **_fill(look))
    _write(group, SELA, strip.baris, fill=look.teks)
    if strip.hasil.pita is not None:
        middle = strip.y + (strip.tinggi - _TANDA_TINGGI) / 2
        _draw_tanda(group, lebar - SELA - banyak * TANDA + 2, middle, strip.hasil.pita, banyak)


def _draw_tanda(group: ET.Element, x: float, y: float, pita: int, banyak: int) -> None:
    """As many full marks as there are bands from the lowest up to this one."""
    ink = gaya_of(pita, banyak).teks
    for place in range(banyak):
        fill = ink if place < banyak - pita else "none"
        frame = _frame(x + place * TANDA, y, TANDA - 2, _TANDA_TINGGI)
        _add(group, "rect", **frame, fill=fill, stroke=ink, **{"stroke-width": "0.8"})


def _draw_luar(tree: ET.Element, petak: Petak) -> None:
    group = _add(
        tree,
        "g",
        transform=f"translate({_n(petak.x)} {_n(petak.y)})",
        **{"data-luar": _clean(petak.isi.kunci)},
    )
    _add(group, "title").text = _clean(petak.isi.judul)
    frame = _frame(0, 0, petak.lebar, petak.isi.tinggi)
    _add(group, "rect", **frame, rx="10", fill=PUTIH, stroke=_RELASI, **{"stroke-dasharray": _PUTUS})
    _write(group, SELA, petak.isi.baris)


def _draw_tautan(links: ET.Element, tautan: Tautan, ends: Mapping[str, Petak], arah: Arah) -> None:
    """A dashed curve between two boxes, with its point at the second; a link within one box has no line."""
    one, other = ends[str(tautan.dari)], ends[str(tautan.ke)]
    if one is other:
        return
    (x1, y1, dx1, dy1), (x2, y2, dx2, dy2) = _sides(one, other, arah)
    reach = 40.0
    curve = (
        f"M{_n(x1)} {_n(y1)} C{_n(x1 + dx1 * reach)} {_n(y1 + dy1 * reach)} "
        f"{_n(x2 + dx2 * reach)} {_n(y2 + dy2 * reach)} {_n(x2 + dx2 * 6)} {_n(y2 + dy2 * 6)}"
    )
    group = _add(links, "g", **{"data-relasi": tautan.tanda})
    _add(group, "title").text = _clean(f"{tautan.tanda} {tautan.teks}")
    _add(group, "path", d=curve, **{"stroke-dasharray": _PUTUS, "stroke-width": "1.3"})
    base = [(x2 + dx2 * 7 + side * dy2 * 3.5, y2 + dy2 * 7 + side * dx2 * 3.5) for side in (-1, 1)]
    points = " ".join(f"{_n(x)},{_n(y)}" for x, y in ((x2, y2), *base))
    _add(group, "polygon", points=points, fill=_RELASI)


_Sisi = tuple[float, float, float, float]


def _sides(one: Petak, other: Petak, arah: Arah) -> tuple[_Sisi, _Sisi]:
    """Where a curve leaves a box and reaches another, each with the way that leads off the box."""
    found = []
    for petak, peer in ((one, other), (other, one)):
        outside = petak.isi.kotak is None
        if not outside and peer.isi.kotak is not None:
            found.append((petak.kanan, petak.paruh, 1.0, 0.0))
        elif arah is Arah.TEGAK:
            found.append((petak.tengah, petak.y if outside else petak.bawah, 0.0, -1.0 if outside else 1.0))
        else:
            found.append((petak.x if outside else petak.kanan, petak.paruh, -1.0 if outside else 1.0, 0.0))
    return found[0], found[1]


def _draw_kunci(picture: ET.Element, kunci: Kunci, banyak: int) -> None:
    group = _add(picture, "g", transform=f"translate({_n(kunci.x)} {_n(kunci.y)})", **{"data-legenda": "ya"})
    if kunci.relasi:
        _add(group, "path", d=f"M0 7 H{_n(CONTOH)}", stroke=_RELASI, **{"stroke-dasharray": _PUTUS})
    else:
        _add(group, "rect", **_frame(0, 0, CONTOH, 14), **_fill(gaya_of(kunci.pita, banyak)))
    if kunci.pita is not None:
        _draw_tanda(group, max(2.0, (CONTOH - banyak * TANDA) / 2), 3.5, kunci.pita, banyak)
    _write(group, CONTOH + SELA, [Baris(kunci.teks, BIASA, BIASA)])


def _warn(root: ET.Element, susunan: Susunan) -> None:
    """In letters that can be read, that the others can't."""
    small = f"{susunan.terkecil:.1f}".replace(".", ",")
    teks = (
        f"Huruf terkecil tercetak {small} poin pada {susunan.halaman.kertas.value}: "
        "lipatlah cabangnya, pakai kertas yang lebih besar, atau bagilah atas beberapa halaman."
    )
    unit = 1 / susunan.skala
    y = susunan.halaman.ukuran[1] * unit - (TEPI - _PERINGATAN) * unit
    _write(root, TEPI * unit, [Baris(teks, y, _PERINGATAN * unit)])


# --- elements ------------------------------------------------------------------------


def _write(group: ET.Element, x: float, baris: Iterable[Baris], **more: str) -> None:
    for line in baris:
        weight = {"font-weight": "bold"} if line.tebal else {}
        teks = _clean(line.teks)
        if not is_known(teks):  # however wide the reader's font is, it stays within
            wide = measure(teks, line.ukuran, tebal=line.tebal)
            weight |= {"textLength": _n(wide), "lengthAdjust": "spacingAndGlyphs"}
        size = {"font-size": _n(line.ukuran)}
        _add(group, "text", x=_n(x), y=_n(line.y), **size, **weight, **more).text = teks


def _add(above: ET.Element, tag: str, **attributes: str) -> ET.Element:
    return ET.SubElement(above, tag, attributes)


def _frame(x: float, y: float, lebar: float, tinggi: float) -> dict[str, str]:
    return {"x": _n(x), "y": _n(y), "width": _n(lebar), "height": _n(tinggi)}


def _fill(look: Gaya) -> dict[str, str]:
    """A strip: dashed along its border where there is no figure."""
    edge = {"stroke": ABU, "stroke-dasharray": _PUTUS} if look is KOSONG else {"stroke": look.isi}
    return {"fill": look.isi, **edge}


def _n(value: float) -> str:
    """A coordinate with two decimals, without zeros at its end."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _clean(teks: str) -> str:
    """A text without the characters that XML can't hold; each leaves a sign that it was there."""
    return _BUKAN_XML.sub("\ufffd", teks.replace("\r\n", "\n").replace("\r", "\n"))
