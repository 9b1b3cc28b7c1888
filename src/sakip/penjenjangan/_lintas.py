"""Links across branches and institutions: crosscutting, support, and trees of several institutions in one."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from decimal import Decimal

import attrs

from sakip.errors import ModelError
from sakip.model import JenisInstansi, JenisRelasi, JenisUjung, Relasi, Ujung
from sakip.pilihan import to_enum
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
STATUS_TIDAK_DIKENAL = register(
    JenisTemuan(
        "SKP028",
        Tingkat.PERINGATAN,
        "status tautan tidak dikenal",
        'Status tautan {jenis} ke {ke} ialah "{status}", bukan menunggu, disetujui, atau ditolak.',
        "Pakai salah satunya, atau kosongkan bila tidak perlu persetujuan.",
        _ACUAN,
    )
)
PEMISAH = "/"
"""Between an institution and the id of a node of its tree, in the name of an end outside."""
_LINTAS = (JenisRelasi.CROSSCUTTING, JenisRelasi.DUKUNGAN)


class StatusTautan(enum.Enum):
    """Where the agreement on a link to another party stands; a link without one needs none.

    >>> StatusTautan("ditolak").name
    'DITOLAK'
    """

    MENUNGGU = "menunggu"
    DISETUJUI = "disetujui"
    DITOLAK = "ditolak"


_STATUS = {"", *(item.value for item in StatusTautan)}


def find_lintas(pohon: PohonKinerja, *, status: StatusTautan | str | None = None) -> tuple[Relasi, ...]:
    """The crosscutting and supporting links of a tree.

    Args:
        pohon: The tree.
        status: Those alone whose agreement stands so: ``menunggu``, ``disetujui``, ``ditolak``.

    >>> find_lintas(PohonKinerja("Dinas Contoh"))
    ()
    """
    asked = status.value if isinstance(status, StatusTautan) else status
    return tuple(item for item in pohon.relasi if item.jenis in _LINTAS and asked in (None, item.status))


def decide_tautan(
    pohon: PohonKinerja, relasi: Relasi, status: StatusTautan | str, alasan: str = ""
) -> Relasi:
    """Enter in a tree what another party said to a link, and give back the link as it stands now.

    Args:
        pohon: The tree; its link is replaced.
        relasi: The link.
        status: ``menunggu``, ``disetujui`` or ``ditolak``.
        alasan: Why; a refusal needs a reason.

    Raises:
        ModelError: There is no such status, or a refusal has no reason.
        TidakAdaError: The tree has no such link.

    >>> from sakip import Outcome
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1"))
    >>> pohon.add_relasi(Relasi(jenis="crosscutting", dari="O1", ke="luar:Dinas Kesehatan", status="menunggu"))
    >>> decide_tautan(pohon, pohon.relasi[0], "ditolak", "di luar tugas kami").alasan
    'di luar tugas kami'
    """
    state = to_enum(StatusTautan, status, "decide_tautan", "status")
    if state is StatusTautan.DITOLAK and not alasan.strip():
        raise ModelError("decide_tautan", "alasan", repr(alasan), "a reason of the refusal")
    decided = attrs.evolve(relasi, status=state.value, alasan=alasan)
    pohon.remove_relasi(relasi)
    pohon.add_relasi(decided)
    return decided


def check_lintas(pohon: PohonKinerja, instansi: Mapping[str, PohonKinerja] | None = None) -> Iterator[Temuan]:
    """What of the links of a tree doesn't hold.

    Support that leads back to itself; links that were refused, or whose status is none;
    contributions to one result that make more than a hundred; and, where the trees of other institutions are given, ends
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
        if item.status not in _STATUS:
            yield STATUS_TIDAK_DIKENAL.temuan(
                place, jenis=item.jenis.value, ke=item.ke.id, status=item.status
            )
        if item.status == StatusTautan.DITOLAK.value:
            alasan = f": {item.alasan}" if item.alasan else ""
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
        if item.jenis is not JenisRelasi.DUKUNGAN or item.status == StatusTautan.DITOLAK.value:
            continue  # what was refused supports nothing
        if item.dari.jenis is item.ke.jenis is JenisUjung.SIMPUL:
            following.setdefault(item.dari.id, []).append(item.ke.id)
    done: set[str] = set()
    for start in following:
        path = _circle(start, following, done)
        if path:
            yield TAUTAN_MELINGKAR.temuan(Tempat(simpul=path[0]), jalur=" → ".join(path))


def _circle(start: str, following: Mapping[str, list[str]], done: set[str]) -> list[str]:
    """The first circle that can be reached from a node and was not told yet."""
    path: dict[str, None] = {}
    stack: list[tuple[str, Iterator[str]]] = []

    def enter(id: str) -> None:
        path[id] = None
        stack.append((id, iter(following.get(id, ()))))

    if start not in done:
        enter(start)
    while stack:
        id, rest = stack[-1]
        step = next(rest, None)
        if step is None:
            done.add(id)
            path.popitem()
            stack.pop()
        elif step in path:
            done.update(path)
            walked = list(path)
            return [*walked[walked.index(step) :], step]
        elif step not in done:
            enter(step)
    return []


def check_jejaring(instansi: Mapping[str, PohonKinerja]) -> Iterator[Temuan]:
    """What of the links of several institutions together doesn't hold, such as support that goes around.

    Args:
        instansi: Their trees by the name that they call each other by; places are told as
            ``dinsos/P1``.

    >>> list(check_jejaring({"dinsos": PohonKinerja("Dinas Sosial")}))
    []
    """
    whole = PohonKinerja("jejaring", jenis=JenisInstansi.BEBAS)
    for nama, pohon in instansi.items():
        whole = graft_instansi(whole, nama, pohon)
    return check_lintas(whole, instansi)


def graft_instansi(
    daerah: PohonKinerja, instansi: str, pohon: PohonKinerja, under: str | Mapping[str, str] | None = None
) -> PohonKinerja:
    """A copy of a region's tree with the tree of an institution under one of its nodes.

    Every id of the institution's tree gets its name before it, so that two institutions may
    use the same ids; links to it from outside by that name become links to its nodes.

    Args:
        daerah: The region's tree; it stays as it is.
        instansi: What the institution is called, such as its code.
        pohon: The institution's tree.
        under: The node of the region's that it hangs under; or for each root of the
            institution's tree the node that this one hangs under, and those not named as roots.

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
    awalan = f"{instansi}{PEMISAH}"
    places = {} if under is None or isinstance(under, str) else under
    found.graft(_prefixed(pohon, awalan), under if isinstance(under, str) else None)
    for root, above in places.items():
        found.move(f"{awalan}{root}", above)
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
