"""Rules about posts: who owns what, and who owns nothing."""

from __future__ import annotations

from collections.abc import Iterator

from sakip.model import Atasan, Jabatan
from sakip.pohon import PohonKinerja
from sakip.reviu._aturan import Tinjauan, at, aturan
from sakip.reviu._contoh import bersih
from sakip.temuan import JenisTemuan, Tempat, Temuan, Tingkat, register

_ACUAN = "PermenPANRB 89/2021, tahap kelima; PermenPANRB 88/2021: penjenjangan sampai ke individu"

SIMPUL_TANPA_PEMILIK = register(
    JenisTemuan(
        "SKP601",
        Tingkat.PERINGATAN,
        "tanpa pemilik",
        "Tidak ada jabatan yang bertanggung jawab atas kinerja ini.",
        "Tetapkan satu jabatan sebagai pemilik utamanya.",
        _ACUAN,
    )
)


def _without_owner() -> PohonKinerja:
    pohon = bersih()
    pohon.unassign("P1", "pengampu-P1")
    pohon.assign("S1", "pengampu-P1", "pendukung")
    return pohon


@aturan(SIMPUL_TANPA_PEMILIK, buruk=_without_owner, baik=bersih)
def simpul_tanpa_pemilik(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Pada pohon yang sudah berjabatan, setiap simpul punya satu pemilik utama."""
    pohon = tinjauan.pohon
    if not any(pohon.owner(simpul.id) for simpul in pohon):
        return
    for simpul in pohon:
        if pohon.owner(simpul.id) is None:
            yield SIMPUL_TANPA_PEMILIK.temuan(at(simpul))


JABATAN_TANPA_KINERJA = register(
    JenisTemuan(
        "SKP602",
        Tingkat.PERINGATAN,
        "jabatan tanpa kinerja",
        "Jabatan {nama} tidak memiliki dan tidak mendukung kinerja apa pun.",
        "Turunkan kinerja kepadanya, atau hapus dari daftar jabatan pohon ini.",
        _ACUAN,
    )
)


def _with_idle() -> PohonKinerja:
    pohon = bersih()
    pohon.add_jabatan(Jabatan(id="arsiparis", nama="Arsiparis", jenjang="fungsional", atasan="kadis"))
    return pohon


@aturan(JABATAN_TANPA_KINERJA, buruk=_with_idle, baik=bersih)
def jabatan_tanpa_kinerja(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Pada pohon yang sudah berjabatan, setiap jabatan punya kinerja."""
    pohon = tinjauan.pohon
    if not any(pohon.owner(simpul.id) for simpul in pohon):
        return
    for jabatan in pohon.jabatan.values():
        if not pohon.assigned_to(jabatan.id):
            yield JABATAN_TANPA_KINERJA.temuan(Tempat(nama=jabatan.nama), nama=jabatan.nama)


ATASAN_TIDAK_DIKETAHUI = register(
    JenisTemuan(
        "SKP603",
        Tingkat.SARAN,
        "atasan tidak diketahui",
        "Atasan jabatan {nama} tidak disebut.",
        "Isi atasannya, atau nyatakan bahwa tidak ada.",
        _ACUAN,
    )
)


def _without_superior() -> PohonKinerja:
    pohon = bersih()
    pohon.replace_jabatan(Jabatan(id="pengampu-P1", nama="Pengampu P1", jenjang="fungsional"))
    return pohon


@aturan(ATASAN_TIDAK_DIKETAHUI, buruk=_without_superior, baik=bersih)
def atasan_tidak_diketahui(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Rantai pertanggungjawaban tidak terputus: atasan setiap jabatan disebut, atau dinyatakan tidak ada."""
    for jabatan in tinjauan.pohon.jabatan.values():
        if jabatan.atasan is Atasan.TIDAK_DIKETAHUI:
            yield ATASAN_TIDAK_DIKETAHUI.temuan(Tempat(nama=jabatan.nama), nama=jabatan.nama)
