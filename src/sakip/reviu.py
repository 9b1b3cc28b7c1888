"""Reviewing a tree: every rule run over it, every finding returned.

A rule is a function from a tree to its findings. This room grows by one small
function and its place in `ATURAN` for each rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from sakip.anggaran import check_pagu
from sakip.angka import TakTerbaca
from sakip.capaian import check_target_periode
from sakip.kode import Kode
from sakip.model import Komponen
from sakip.pohon import PohonKinerja
from sakip.temuan import JenisTemuan, Tempat, Temuan, Tingkat, register

TARGET_TAK_TERBACA = register(
    JenisTemuan(
        "SKP501",
        Tingkat.KESALAHAN,
        "target tidak terbaca",
        'Target {periode} tercetak "{teks}" dan tidak terbaca: {sebab}.',
        "Periksa dokumen sumber, lalu tuliskan target yang benar.",
    )
)
KODE_BUKAN_ANAK = register(
    JenisTemuan(
        "SKP801",
        Tingkat.KESALAHAN,
        "kode tidak berada di bawah kode induknya",
        "Kode {kode} tidak berada di bawah kode induknya {kode_induk} ({induk}).",
        "Cocokkan kode dengan daftar nomenklatur, atau pindahkan simpulnya.",
        "Permendagri 90/2019 dan pemutakhirannya: kode anak diawali kode induknya, segmen demi segmen",
    )
)

Aturan: TypeAlias = Callable[[PohonKinerja], Iterable[Temuan]]
"""A rule, from a tree to its findings."""


def check_target(pohon: PohonKinerja) -> Iterable[Temuan]:
    """Targets that could not be read, kept as printed.

    >>> from sakip import PohonKinerja
    >>> list(check_target(PohonKinerja("Dinas Contoh")))
    []
    """
    for simpul in pohon:
        for item in simpul.indikator:
            for target in item.target:
                if isinstance(target.nilai, TakTerbaca):
                    yield TARGET_TAK_TERBACA.temuan(
                        Tempat(simpul=simpul.id, indikator=item.id, nama=item.nama),
                        periode=str(target.periode),
                        teks=target.nilai.teks,
                        sebab=target.nilai.sebab.kalimat,
                    )


def check_kode(pohon: PohonKinerja) -> Iterable[Temuan]:
    """Codes that do not lie below the code of the nearest component above.

    >>> from sakip import Kegiatan, PohonKinerja, Program
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Program("P1", kode="1.06.04", nama="Rehabilitasi Sosial"))
    >>> _ = pohon.add(Kegiatan("K1", kode="1.06.05.2.01", nama="Pemeliharaan Anak Terlantar"), under="P1")
    >>> [temuan.tempat.simpul for temuan in check_kode(pohon)]
    ['K1']
    """
    for simpul in pohon:
        if not isinstance(simpul, Komponen) or not isinstance(simpul.kode, Kode):
            continue
        above = next((item for item in pohon.ancestors(simpul.id) if isinstance(item, Komponen)), None)
        if above is None or not isinstance(above.kode, Kode) or simpul.kode.is_under(above.kode):
            continue
        yield KODE_BUKAN_ANAK.temuan(
            Tempat(simpul=simpul.id, nama=simpul.label),
            kode=str(simpul.kode),
            kode_induk=str(above.kode),
            induk=above.id,
        )


ATURAN: tuple[Aturan, ...] = (check_target, check_target_periode, check_pagu, check_kode)
"""The rules, in the order they are run."""


def check(pohon: PohonKinerja, aturan: Iterable[Aturan] = ATURAN) -> tuple[Temuan, ...]:
    """Every finding on a tree.

    Args:
        pohon: The tree.
        aturan: The rules to run; all of them by default.

    >>> from sakip import PohonKinerja, Program
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Program("P1", nama="Rehabilitasi Sosial"))
    >>> check(pohon)
    ()
    """
    return tuple(temuan for rule in aturan for temuan in rule(pohon))
