"""Rules about nomenclature codes."""

from __future__ import annotations

from collections.abc import Iterator

from sakip.kode import Kode, LevelKode
from sakip.model import Kegiatan, Komponen, Program, SubKegiatan, Urusan
from sakip.reviu._aturan import Tinjauan, at, aturan
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
    pohon = tinjauan.pohon
    for simpul in pohon:
        if not isinstance(simpul, Komponen) or not isinstance(simpul.kode, Kode):
            continue
        above = next((item for item in pohon.ancestors(simpul.id) if isinstance(item, Komponen)), None)
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
    for simpul in tinjauan.pohon:
        wanted = _TINGKAT.get(type(simpul)) if isinstance(simpul, Komponen) else None
        if wanted is None or not isinstance(simpul, Komponen) or not isinstance(simpul.kode, Kode):
            continue
        if simpul.kode.level not in wanted:
            yield KODE_SALAH_TINGKAT.temuan(
                at(simpul),
                kode=str(simpul.kode),
                tingkat=simpul.kode.level.name.lower().replace("_", " "),
                jenis=simpul.jenis.replace("_", " "),
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
    for simpul in tinjauan.pohon:
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
        for simpul in tinjauan.pohon
        if isinstance(simpul, Kegiatan) and isinstance(simpul.kode, Kode) and len(simpul.kode.segmen) > 3
    }
    found = [digit for _, digit in digits.values()]
    wanted = tinjauan.setelan.wewenang or max(sorted(set(found)), key=found.count, default=None)
    for simpul, digit in digits.values():
        if digit != wanted:
            yield KODE_BEDA_WEWENANG.temuan(at(simpul), kode=str(simpul.kode), ada=digit, harapan=wanted)
