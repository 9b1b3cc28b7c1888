"""Rules about the order of a tree: stages the wrong way round, and lines that stand twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import attrs

from sakip.model import NAMA_JENIS, AnySimpul, Komponen, Sasaran, SubKegiatan
from sakip.pohon import PohonKinerja
from sakip.reviu._aturan import Tinjauan, at, aturan, kind_within
from sakip.reviu._contoh import bersih, kondisi, measured, with_more, with_steps
from sakip.temuan import JenisTemuan, Temuan, Tingkat, register

TAHAP_TERBALIK = register(
    JenisTemuan(
        "SKP012",
        Tingkat.PERINGATAN,
        "urutan tahap terbalik",
        "{jenis} ini berada di bawah {induk_jenis} {induk}, padahal tahapnya mendahului.",
        "Terjemahkan kondisi ini menjadi komponen di tempatnya, atau pindahkan ke atas komponen itu.",
        "PermenPANRB 89/2021: kondisi diuraikan lebih dahulu (tahap ketiga), komponen menyusul (tahap kelima)",
    )
)
_TAHAP = {"urusan": 1, "program": 2, "kegiatan": 3, "sub_kegiatan": 4, "kro": 4, "ro": 5, "aktivitas": 6}
"""How far down each kind of component belongs."""


def _with_condition_below() -> PohonKinerja:
    pohon = with_more(kondisi("K9", "Amannya area makam", "Persentase area makam yang aman"), "K4")
    item = measured("S9.1", "Jumlah area makam yang aman")
    pohon.add(
        SubKegiatan("S9", nama="Pengamanan Makam", uraian="Terjaganya area makam", indikator=[item]),
        under="K9",
    )
    return pohon


@aturan(TAHAP_TERBALIK, buruk=_with_condition_below, baik=bersih)
def tahap_terbalik(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Kondisi berada di atas komponen yang mewujudkannya, dan komponen besar di atas komponen kecil."""
    pohon = tinjauan.pohon
    for simpul in tinjauan.simpul:
        if not isinstance(simpul, Komponen):
            continue
        for child in pohon.children(simpul.id):
            if _is_before(child, simpul, pohon):
                yield TAHAP_TERBALIK.temuan(
                    at(child),
                    jenis=NAMA_JENIS[child.jenis],
                    induk_jenis=kind_within(simpul),
                    induk=simpul.id,
                )


def _is_before(simpul: AnySimpul, induk: AnySimpul, pohon: PohonKinerja) -> bool:
    """Whether a node belongs above the component that it stands under.

    A ministry's sasaran stand below its programs. A condition that nothing stands under is
    one that no component delivers, which is a rule of its own.
    """
    if isinstance(simpul, Komponen):
        return _TAHAP[simpul.jenis] < _TAHAP[induk.jenis]
    return not isinstance(simpul, Sasaran) and bool(pohon.children(simpul.id))


LANGKAH_GANDA = register(
    JenisTemuan(
        "SKP013",
        Tingkat.PERINGATAN,
        "langkah tertulis dua kali",
        'Langkah "{teks}" sama bunyi dan targetnya dengan {lain}, dan berdekatan dengannya.',
        "Bila satu langkah tercetak dua kali, hapus salah satunya supaya tidak terhitung ganda.",
        "praktik: langkah yang tercetak dua kali terhitung ganda",
    )
)


def _with_doubled() -> PohonKinerja:
    pohon = with_steps()
    pohon.replace(attrs.evolve(pohon["A2"], uraian=pohon["A1"].uraian))
    return pohon


@aturan(LANGKAH_GANDA, buruk=_with_doubled, baik=with_steps)
def langkah_ganda(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Langkah rencana aksi yang sama bunyi dan targetnya tidak tertulis dua kali di tempat yang berdekatan."""
    families: dict[str | None, dict[object, AnySimpul]] = defaultdict(dict)
    last: tuple[object, AnySimpul] | None = None
    for simpul in tinjauan.simpul:
        if simpul.jenis != "aktivitas" or not tinjauan.words(simpul.uraian):
            continue
        above = tinjauan.pohon.parent(simpul.id)
        mark = (tinjauan.words(simpul.uraian), tuple(item.target for item in simpul.indikator))
        first = families[None if above is None else above.id].setdefault(mark, simpul)
        twin = first if first is not simpul else None
        if twin is None and last is not None and last[0] == mark:
            twin = last[1]
        if twin is not None:
            yield LANGKAH_GANDA.temuan(at(simpul), teks=simpul.uraian, lain=twin.id)
        last = (mark, simpul)
