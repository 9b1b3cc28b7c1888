"""Rules about posts: who owns what, and who owns nothing."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from sakip.model import Atasan, Jabatan, JenisRelasi
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
    if not tinjauan.pemilik:
        return
    for simpul in tinjauan.simpul:
        if simpul.id not in tinjauan.pemilik:
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
    if not tinjauan.pemilik:
        return
    busy = {link.ke.id for link in tinjauan.pohon.relasi if link.jenis is JenisRelasi.PENUGASAN}
    for jabatan in tinjauan.pohon.jabatan.values():
        if jabatan.id not in busy:
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


RANTAI_TERPUTUS = register(
    JenisTemuan(
        "SKP604",
        Tingkat.PERINGATAN,
        "rantai tanggung jawab tidak bertemu",
        "Pemilik kinerja ini {nama}, bukan bawahan {nama_induk} yang memiliki kinerja di atasnya, {induk}.",
        "Tetapkan pemilik dari bawahan pemilik kinerja di atasnya, atau perbaiki atasannya.",
        _ACUAN,
    )
)


def _with_stranger() -> PohonKinerja:
    pohon = bersih()
    pohon.replace_jabatan(
        Jabatan(id="pengampu-P1", nama="Pengampu P1", jenjang="fungsional", atasan=Atasan.TIDAK_ADA)
    )
    return pohon


@aturan(RANTAI_TERPUTUS, buruk=_with_stranger, baik=bersih)
def rantai_terputus(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Pemilik sebuah kinerja ialah pemilik kinerja di atasnya, bawahannya, atau rekan setingkat di bawah atasan yang sama."""
    for simpul in tinjauan.simpul:
        own = tinjauan.pemilik.get(simpul.id)
        above = None if own is None else tinjauan.pohon.parent(simpul.id)
        chief = None if above is None else tinjauan.pemilik.get(above.id)
        if own is None or above is None or chief is None or own.id == chief.id:
            continue
        line, known = _superiors(tinjauan.pohon, own)
        peers, told = _superiors(tinjauan.pohon, chief)
        if known and told and chief.id not in line and not set(line[:1]) & set(peers[:1]):
            yield RANTAI_TERPUTUS.temuan(at(simpul), nama=own.nama, nama_induk=chief.nama, induk=above.id)


def _superiors(pohon: PohonKinerja, jabatan: Jabatan) -> tuple[list[str], bool]:
    """The posts above one, nearest first, and whether they are known to the end."""
    found: list[str] = []
    while isinstance(jabatan.atasan, str):
        found.append(jabatan.atasan)
        if jabatan.atasan not in pohon.jabatan:
            return found, True
        jabatan = pohon.jabatan[jabatan.atasan]
    return found, jabatan.atasan is Atasan.TIDAK_ADA


TIDAK_SAMPAI_INDIVIDU = register(
    JenisTemuan(
        "SKP608",
        Tingkat.SARAN,
        "penjenjangan tidak sampai ke individu",
        "Semua jabatan yang punya kinerja adalah pejabat struktural; tidak ada jabatan fungsional atau pelaksana.",
        "Turunkan kinerja sampai ke jabatan fungsional dan pelaksana, dengan indikator dan targetnya.",
        _ACUAN,
    )
)
_STRUKTURAL = frozenset(
    {"kepala_daerah", "jpt_utama", "jpt_madya", "jpt_pratama", "administrator", "pengawas"}
)


def _structural_only() -> PohonKinerja:
    pohon = bersih()
    for jabatan in tuple(pohon.jabatan.values()):
        if jabatan.jenjang == "fungsional":
            pohon.replace_jabatan(attrs.evolve(jabatan, jenjang="pengawas"))
    return pohon


@aturan(TIDAK_SAMPAI_INDIVIDU, buruk=_structural_only, baik=bersih)
def tidak_sampai_individu(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Penjenjangan turun sampai ke individu; jabatan yang jenjangnya tidak disebut dianggap sudah sampai."""
    posts = tinjauan.pohon.jabatan
    busy = {link.ke.id for link in tinjauan.pohon.relasi if link.jenis is JenisRelasi.PENUGASAN}
    if busy and {posts[id].jenjang for id in busy} <= _STRUKTURAL:
        yield TIDAK_SAMPAI_INDIVIDU.temuan(Tempat(nama=tinjauan.pohon.nama))
