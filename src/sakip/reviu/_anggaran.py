"""Rules about money; the arithmetic is that of `sakip.anggaran`."""

from __future__ import annotations

from collections.abc import Iterator

from sakip.anggaran import check_pagu
from sakip.model import Komponen
from sakip.reviu._aturan import Tinjauan, at, aturan
from sakip.reviu._contoh import bersih, with_simpul
from sakip.temuan import REGISTER, JenisTemuan, Temuan, Tingkat, register

_SELISIH = tuple(REGISTER[f"SKP70{number}"] for number in range(1, 7))


@aturan(*_SELISIH, buruk=lambda: with_simpul("P1", pagu={2025: 100_000_001}), baik=bersih)
def selisih_pagu(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Pagu sebuah komponen ialah jumlah pagu komponen di bawahnya, dan semuanya terbaca."""
    yield from check_pagu(tinjauan.pohon)


PAGU_KOSONG = register(
    JenisTemuan(
        "SKP720",
        Tingkat.SARAN,
        "tanpa pagu",
        "Komponen ini tidak punya pagu satu pun, sedangkan yang lain punya.",
        "Isi pagunya, atau nyatakan bahwa tidak dianggarkan.",
        "praktik penganggaran: pagu yang dijumlahkan ke atas ada pada komponen paling bawah",
    )
)


_BERPAGU = frozenset({"program", "kegiatan", "sub_kegiatan", "ro"})


@aturan(PAGU_KOSONG, buruk=lambda: with_simpul("S1", pagu=()), baik=bersih)
def pagu_kosong(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Pada pohon yang sudah berpagu, komponen paling bawah punya pagu."""
    if not any(isinstance(item, Komponen) and item.pagu for item in tinjauan.simpul):
        return
    for simpul in tinjauan.simpul:
        if not isinstance(simpul, Komponen) or simpul.pagu or simpul.jenis not in _BERPAGU:
            continue
        if not tinjauan.pohon.children(simpul.id):
            yield PAGU_KOSONG.temuan(at(simpul))
