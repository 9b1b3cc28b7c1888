"""Rules about nomenclature codes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import attrs

from sakip.kode import Kode, LevelKode
from sakip.model import Instansi, Kegiatan, Komponen, Program, SubKegiatan, Urusan
from sakip.pohon import PohonKinerja
from sakip.reviu._aturan import Tinjauan, at, aturan, component_above, kind_within
from sakip.reviu._contoh import bersih, with_simpul
from sakip.temuan import JenisTemuan, Temuan, Tingkat, register

_ACUAN = "Permendagri 90/2019 dan pemutakhirannya: kode anak diawali kode induknya, segmen demi segmen"

KODE_BUKAN_ANAK = register(
    JenisTemuan(
        "SKP801",
        Tingkat.KESALAHAN,
        "kode tidak berada di bawah kode induknya",
        "Kode {kode} tidak berada di bawah kode induknya {kode_induk} ({induk}).",
        "Cocokkan kode dengan daftar nomenklatur, atau pindahkan simpulnya.",
        _ACUAN,
    )
)


@aturan(KODE_BUKAN_ANAK, buruk=lambda: with_simpul("K1", kode="1.06.05.2.01"), baik=bersih)
def kode_bukan_anak(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Kode komponen berada di bawah kode komponen di atasnya."""
    for simpul in tinjauan.simpul:
        if not isinstance(simpul, Komponen) or not isinstance(simpul.kode, Kode):
            continue
        above = component_above(tinjauan.pohon, simpul)
        if above is None or not isinstance(above.kode, Kode) or simpul.kode.is_under(above.kode):
            continue
        yield KODE_BUKAN_ANAK.temuan(
            at(simpul), kode=str(simpul.kode), kode_induk=str(above.kode), induk=above.id
        )


KODE_SALAH_TINGKAT = register(
    JenisTemuan(
        "SKP802",
        Tingkat.KESALAHAN,
        "kode milik tingkat lain",
        "Kode {kode} ialah kode {tingkat}, sedangkan simpul ini {jenis}.",
        "Pakai kode yang sesuai dengan jenis komponennya.",
        _ACUAN,
    )
)
_TINGKAT: dict[type[Komponen], tuple[LevelKode, ...]] = {
    Urusan: (LevelKode.URUSAN, LevelKode.BIDANG_URUSAN),
    Program: (LevelKode.PROGRAM,),
    Kegiatan: (LevelKode.KEGIATAN,),
    SubKegiatan: (LevelKode.SUB_KEGIATAN,),
}


@aturan(KODE_SALAH_TINGKAT, buruk=lambda: with_simpul("P1", kode="1.06"), baik=bersih)
def kode_salah_tingkat(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Program berkode program, kegiatan berkode kegiatan, sub kegiatan berkode sub kegiatan."""
    for simpul in tinjauan.simpul:
        wanted = _TINGKAT.get(type(simpul)) if isinstance(simpul, Komponen) else None
        if wanted is None or not isinstance(simpul, Komponen) or not isinstance(simpul.kode, Kode):
            continue
        if simpul.kode.level not in wanted:
            yield KODE_SALAH_TINGKAT.temuan(
                at(simpul),
                kode=str(simpul.kode),
                tingkat=simpul.kode.level.name.lower().replace("_", " "),
                jenis=kind_within(simpul),
            )


KODE_GANDA = register(
    JenisTemuan(
        "SKP803",
        Tingkat.PERINGATAN,
        "kode dipakai dua kali",
        "Kode {kode} juga dipakai {lain}.",
        "Satu kode untuk satu komponen; gabungkan, atau perbaiki kodenya.",
        _ACUAN,
    )
)


@aturan(KODE_GANDA, buruk=lambda: with_simpul("S2", kode="1.06.04.2.01.0001"), baik=bersih)
def kode_ganda(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Sebuah kode menamai satu komponen dalam satu pohon."""
    seen: dict[object, str] = {}
    for simpul in tinjauan.simpul:
        if isinstance(simpul, Komponen) and isinstance(simpul.kode, Kode):
            first = seen.setdefault(simpul.kode, simpul.id)
            if first != simpul.id:
                yield KODE_GANDA.temuan(at(simpul), kode=str(simpul.kode), lain=first)


KODE_BEDA_WEWENANG = register(
    JenisTemuan(
        "SKP804",
        Tingkat.PERINGATAN,
        "kode kewenangan lain",
        "Kode {kode} berdigit kewenangan {ada}, sedangkan instansi ini {harapan}.",
        "Pakai kode kegiatan untuk kewenangan instansi ini: 1 provinsi, 2 kabupaten atau kota.",
        "Permendagri 90/2019: digit kewenangan pada kode kegiatan",
    )
)


@aturan(KODE_BEDA_WEWENANG, buruk=lambda: with_simpul("K1", kode="1.06.04.1.01"), baik=bersih)
def kode_beda_wewenang(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Semua kegiatan berdigit kewenangan sama: yang disetel, atau yang paling banyak dipakai."""
    digits = {
        simpul.id: (simpul, simpul.kode.segmen[3])
        for simpul in tinjauan.simpul
        if isinstance(simpul, Kegiatan) and isinstance(simpul.kode, Kode) and len(simpul.kode.segmen) > 3
    }
    found = [digit for _, digit in digits.values()]
    wanted = tinjauan.setelan.wewenang or max(sorted(set(found)), key=found.count, default=None)
    for simpul, digit in digits.values():
        if digit != wanted:
            yield KODE_BEDA_WEWENANG.temuan(at(simpul), kode=str(simpul.kode), ada=digit, harapan=wanted)


WEWENANG_TAK_LAZIM = register(
    JenisTemuan(
        "SKP805",
        Tingkat.SARAN,
        "digit kewenangan tidak lazim",
        "Digit kewenangan pada kode {kode} ialah {ada}; yang lazim 1 (provinsi) dan 2 (kabupaten atau kota).",
        "Cocokkan kode dengan daftar nomenklatur yang berlaku.",
        "Permendagri 90/2019: digit kewenangan pada kode kegiatan",
    )
)


@aturan(
    WEWENANG_TAK_LAZIM,
    buruk=lambda: _with_kode({f"K{n}": f"{kode}.5.01" for n, kode in enumerate(_PROGRAM, start=1)}),
    baik=bersih,
)
def wewenang_tak_lazim(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Kode kegiatan berdigit kewenangan 1 atau 2; digit lain ada pada daftar lama dan patut diperiksa."""
    for simpul in tinjauan.simpul:
        if not isinstance(simpul, Kegiatan) or not isinstance(simpul.kode, Kode):
            continue
        if len(simpul.kode.segmen) > _WEWENANG and simpul.kode.segmen[_WEWENANG] not in (1, 2):
            yield WEWENANG_TAK_LAZIM.temuan(
                at(simpul), kode=str(simpul.kode), ada=simpul.kode.segmen[_WEWENANG]
            )


_WEWENANG = 3
"""Where the digit of authority stands among the segments of a code."""
_PROGRAM: tuple[str, ...] = ("1.06.04", "1.06.05", "1.06.02", "1.06.07")
"""The programs of the clean tree."""


def _with_kode(kode: dict[str, str]) -> PohonKinerja:
    """The clean tree with other codes, and none below them."""
    pohon = bersih()
    for id, text in kode.items():
        _recode(pohon, id, text)
        for child in pohon.children(id):
            _recode(pohon, child.id, None)
    return pohon


def _recode(pohon: PohonKinerja, id: str, kode: Any) -> None:
    pohon.replace(attrs.evolve(pohon[id], kode=kode))


KODE_BELUM_DIIKAT = register(
    JenisTemuan(
        "SKP806",
        Tingkat.SARAN,
        "kode masih X.XX",
        "Kode {kode} belum memakai bidang urusan instansinya.",
        "Ganti X.XX dengan bidang urusan instansi, misalnya 1.06.",
        "Permendagri 90/2019: program penunjang memakai X.XX pada daftar",
    )
)


@aturan(KODE_BELUM_DIIKAT, buruk=lambda: _with_kode({"P1": "X.XX.01", "K1": "X.XX.01.2.01"}), baik=bersih)
def kode_belum_diikat(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Pada pohon sebuah instansi, kode program penunjang sudah memakai bidang urusannya."""
    for simpul in tinjauan.simpul:
        if isinstance(simpul, Komponen) and isinstance(simpul.kode, Kode) and simpul.kode.is_placeholder:
            yield KODE_BELUM_DIIKAT.temuan(at(simpul), kode=str(simpul.kode))


BIDANG_LAIN = register(
    JenisTemuan(
        "SKP807",
        Tingkat.PERINGATAN,
        "program dari bidang urusan lain",
        "Program berkode {kode}, sedangkan bidang urusan instansi ini {bidang}.",
        "Pastikan program ini memang milik instansi ini.",
        "Permendagri 90/2019: kode perangkat daerah memuat paling banyak tiga bidang urusan",
    )
)
_KODE_INSTANSI = re.compile(r"(\d\.\d\d)\.(\d\.\d\d)\.(\d\.\d\d)\.\d\d\.\d{4}")


def _of_instansi(kode: str) -> PohonKinerja:
    pohon = bersih()
    pohon.instansi = Instansi(nama="Dinas Sosial", kode=kode)
    return pohon


@aturan(
    BIDANG_LAIN,
    buruk=lambda: _of_instansi("1.03.0.00.0.00.01.0000"),
    baik=lambda: _of_instansi("1.03.1.06.0.00.01.0000"),
)
def bidang_lain(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Program sebuah perangkat daerah berada pada bidang urusan yang disebut kode perangkat daerahnya."""
    instansi = tinjauan.pohon.instansi
    found = None if instansi is None else _KODE_INSTANSI.fullmatch(instansi.kode)
    if found is None:
        return
    own = [bidang for bidang in found.groups() if bidang != "0.00"]
    for simpul in tinjauan.simpul:
        if not isinstance(simpul, Program) or not isinstance(simpul.kode, Kode) or simpul.kode.is_placeholder:
            continue
        if ".".join(str(simpul.kode).split(".")[:2]) not in own:
            yield BIDANG_LAIN.temuan(at(simpul), kode=str(simpul.kode), bidang=", ".join(own))
