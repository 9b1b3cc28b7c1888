"""Links across branches and institutions: crosscutting, support, and trees of several institutions in one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

import attrs

from sakip.model import JenisRelasi, JenisUjung, Relasi, Ujung
from sakip.pohon import PohonKinerja
from sakip.temuan import JenisTemuan, Tempat, Temuan, Tingkat, register

_ACUAN = "PermenPANRB 89/2021: crosscutting; PermenPANRB 88/2021"

TAUTAN_MELINGKAR = register(
    JenisTemuan(
        "SKP021",
        Tingkat.KESALAHAN,
        "dukungan melingkar",
        "Dukungan ini kembali ke asalnya: {jalur}.",
        "Hapus salah satu tautannya.",
        _ACUAN,
    )
)
TAUTAN_BUNTU = register(
    JenisTemuan(
        "SKP022",
        Tingkat.PERINGATAN,
        "tautan tidak sampai",
        "Tautan {jenis} menuju {ke}, yang tidak ada pada pohon instansi itu.",
        "Periksa instansi dan id simpul yang dituju.",
        _ACUAN,
    )
)
TAUTAN_DITOLAK = register(
    JenisTemuan(
        "SKP023",
        Tingkat.PERINGATAN,
        "tautan ditolak",
        "Tautan {jenis} ke {ke} ditolak{alasan}.",
        "Rundingkan lagi, atau hapus tautannya.",
        _ACUAN,
    )
)
KONTRIBUSI_BERLEBIH = register(
    JenisTemuan(
        "SKP024",
        Tingkat.PERINGATAN,
        "kontribusi melebihi seratus",
        "Bobot kontribusi ke {ke} berjumlah {jumlah}.",
        "Bagi ulang bobotnya, supaya satu hasil tidak dihitung dua kali.",
        _ACUAN,
    )
)
PEMISAH = "/"
"""Between an institution and the id of a node of its tree, in the name of an end outside."""
_LINTAS = (JenisRelasi.CROSSCUTTING, JenisRelasi.DUKUNGAN)


def find_lintas(pohon: PohonKinerja, *, status: str | None = None) -> tuple[Relasi, ...]:
    """The crosscutting and supporting links of a tree.

    Args:
        pohon: The tree.
        status: Those alone whose agreement stands so: ``menunggu``, ``disetujui``, ``ditolak``.

    >>> find_lintas(PohonKinerja("Dinas Contoh"))
    ()
    """
    return tuple(item for item in pohon.relasi if item.jenis in _LINTAS and status in (None, item.status))


def check_lintas(pohon: PohonKinerja, instansi: Mapping[str, PohonKinerja] | None = None) -> Iterator[Temuan]:
    """What of the links of a tree doesn't hold.

    Support that leads back to itself; links that were refused; contributions to one result
    that make more than a hundred; and, where the trees of other institutions are given, ends
    that aren't there. An end outside is named by its institution and id: ``Dinas Kesehatan/P1``.

    >>> list(check_lintas(PohonKinerja("Dinas Contoh")))
    []
    """
    yield from _circles(pohon)
    weights: dict[Ujung, Decimal] = {}
    for item in find_lintas(pohon):
        place = Tempat(
            simpul=item.dari.id if item.dari.jenis is JenisUjung.SIMPUL else "", nama=str(item.dari)
        )
        if item.status == "ditolak":
            alasan = f": {item.keterangan}" if item.keterangan else ""
            yield TAUTAN_DITOLAK.temuan(place, jenis=item.jenis.value, ke=item.ke.id, alasan=alasan)
        elif item.bobot is not None:
            weights[item.ke] = weights.get(item.ke, Decimal(0)) + item.bobot
        if instansi is not None and not _reaches(item.ke, instansi):
            yield TAUTAN_BUNTU.temuan(place, jenis=item.jenis.value, ke=item.ke.id)
    for end, total in weights.items():
        if total > 100:
            yield KONTRIBUSI_BERLEBIH.temuan(Tempat(nama=str(end)), ke=end.id, jumlah=str(total))


def _reaches(end: Ujung, instansi: Mapping[str, PohonKinerja]) -> bool:
    """Whether an end outside is a node of a tree that is known; one of an unknown institution is not asked."""
    nama, slash, id = end.id.partition(PEMISAH)
    if end.jenis is not JenisUjung.LUAR or not slash or nama not in instansi:
        return True
    return id in instansi[nama]


def _circles(pohon: PohonKinerja) -> Iterator[Temuan]:
    following: dict[str, list[str]] = {}
    for item in pohon.relasi:
        if item.jenis is JenisRelasi.DUKUNGAN and item.dari.jenis is item.ke.jenis is JenisUjung.SIMPUL:
            following.setdefault(item.dari.id, []).append(item.ke.id)
    done: set[str] = set()
    for start in following:
        path = _circle(start, following, done)
        if path:
            yield TAUTAN_MELINGKAR.temuan(Tempat(simpul=path[0]), jalur=" → ".join(path))


def _circle(start: str, following: Mapping[str, list[str]], done: set[str]) -> list[str]:
    """The first circle that can be reached from a node and was not told yet."""
    path: list[str] = []
    stack: list[tuple[str, Iterator[str]]] = []

    def enter(id: str) -> None:
        path.append(id)
        stack.append((id, iter(following.get(id, ()))))

    if start not in done:
        enter(start)
    while stack:
        id, rest = stack[-1]
        step = next(rest, None)
        if step is None:
            done.add(id)
            path.pop()
            stack.pop()
        elif step in path:
            done.update(path)
            return [*path[path.index(step) :], step]
        elif step not in done:
            enter(step)
    return []


def graft_instansi(
    daerah: PohonKinerja, instansi: str, pohon: PohonKinerja, under: str | None = None
) -> PohonKinerja:
    """A copy of a region's tree with the tree of an institution under one of its nodes.

    Every id of the institution's tree gets its name before it, so that two institutions may
    use the same ids; links to it from outside by that name become links to its nodes.

    Args:
        daerah: The region's tree; it stays as it is.
        instansi: What the institution is called, such as its code.
        pohon: The institution's tree.
        under: The node of the region's that it hangs under.

    Raises:
        PohonError: It may not stand there, or was grafted before.
        TidakAdaError: There is no such node.

    >>> from sakip import Outcome
    >>> daerah, dinas = PohonKinerja("Kabupaten"), PohonKinerja("Dinas")
    >>> _ = daerah.add(Outcome("O1")), dinas.add(Outcome("O1"))
    >>> [simpul.id for simpul in graft_instansi(daerah, "dinsos", dinas, under="O1")]
    ['O1', 'dinsos/O1']
    """
    found = daerah.copy()
    found.graft(_prefixed(pohon, f"{instansi}{PEMISAH}"), under)
    for item in found.relasi:
        inside = attrs.evolve(item, dari=_inside(item.dari, found), ke=_inside(item.ke, found))
        if inside != item:
            found.remove_relasi(item)
            found.add_relasi(inside)
    return found


def _inside(end: Ujung, pohon: PohonKinerja) -> Ujung:
    """An end outside that has become a node."""
    return Ujung(JenisUjung.SIMPUL, end.id) if end.jenis is JenisUjung.LUAR and end.id in pohon else end


def _prefixed(pohon: PohonKinerja, awalan: str) -> PohonKinerja:
    """A tree whose ids all begin with a name."""
    found = PohonKinerja(pohon.nama, instansi=pohon.instansi, periode=pohon.periode, jenis=pohon.jenis)
    pairs = []
    for node in pohon:
        above = pohon.parent(node.id)
        rows = tuple(attrs.evolve(item, id=f"{awalan}{item.id}") for item in node.indikator)
        answers = f"{awalan}{node.untuk_indikator}" if node.untuk_indikator else ""
        own = attrs.evolve(node, id=f"{awalan}{node.id}", indikator=rows, untuk_indikator=answers)
        pairs.append((own, None if above is None else f"{awalan}{above.id}"))
    found.add_many(pairs)
    for post in pohon.jabatan.values():
        atasan = (
            f"{awalan}{post.atasan}"
            if isinstance(post.atasan, str) and post.atasan in pohon.jabatan
            else post.atasan
        )
        found.add_jabatan(attrs.evolve(post, id=f"{awalan}{post.id}", atasan=atasan))
    for item in pohon.relasi:
        found.add_relasi(attrs.evolve(item, dari=_moved(item.dari, awalan), ke=_moved(item.ke, awalan)))
    return found


def _moved(end: Ujung, awalan: str) -> Ujung:
    return end if end.jenis is JenisUjung.LUAR else Ujung(end.jenis, f"{awalan}{end.id}")
