"""The forms of a post, derived from a tree: what it promises, and what it is measured by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TypeAlias, TypeVar

import attrs

from sakip.bentuk import IKI, IKU, DaftarIKI, Kepala, PerjanjianKinerja
from sakip.errors import TipeError
from sakip.model import (
    AnySimpul,
    Atasan,
    Indikator,
    Jabatan,
    Kegiatan,
    Komponen,
    Pagu,
    Program,
    Sasaran,
    SubKegiatan,
    Target,
    Tujuan,
)
from sakip.periode import JenisPeriode, Periode, to_periode
from sakip.pohon import PohonKinerja

_BERPAGU = (Program, Kegiatan, SubKegiatan)
AnyBerpagu: TypeAlias = Program | Kegiatan | SubKegiatan
K = TypeVar("K", bound=Komponen)


@attrs.frozen
class Tahun:
    """For when a form is: its year, the version of the plan, and the day that it is signed.

    >>> Tahun.of(2025).periode.tahun
    2025
    """

    periode: Periode
    versi: str | None = None
    pada: dt.date | None = None

    @staticmethod
    def of(tahun: Periode | int | str, versi: str | None = None, pada: dt.date | None = None) -> Tahun:
        """A year, and no other period.

        >>> Tahun.of("2025-TW1")
        Traceback (most recent call last):
        sakip.errors.TipeError: 2025-TW1 is refused: pass a year, such as 2025
        """
        year = to_periode(tahun)
        if year.jenis is not JenisPeriode.TAHUN:
            raise TipeError(str(year), "pass a year, such as 2025")
        return Tahun(year, versi, pada)


def derive_perjanjian_kinerja(
    pohon: PohonKinerja,
    jabatan: str,
    tahun: Periode | int | str,
    *,
    versi: str | None = None,
    pada: dt.date | None = None,
) -> PerjanjianKinerja:
    """The Perjanjian Kinerja of a post for a year.

    It promises what the post is the main owner of, with the targets of that year and its
    periods; the money is that of the components at or nearest below what it owns, none of
    them within another. The second party is its superior, where the tree knows it.

    Args:
        pohon: The tree.
        jabatan: The id of the post.
        tahun: The year.
        versi: The version of the plan; without one, the one in force at the end of the year.
        pada: The day that it is signed. How the posts are held on that day is printed before
            their names, such as ``Plt.``; without it nothing is.

    Raises:
        TidakAdaError: There is no such post.
        PeriodeError: It is no period.
        TipeError: It is no year.

    Acuan: PermenPANRB 53/2014, PermenPANRB 89/2021 stage five.

    >>> from sakip import Outcome
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1", uraian="Sejahtera"))
    >>> pohon.add_jabatan(Jabatan(id="kadis", nama="Kepala Dinas"))
    >>> pohon.assign("O1", "kadis")
    >>> pk = derive_perjanjian_kinerja(pohon, "kadis", 2025)
    >>> pk.pihak_pertama, [sasaran.uraian for sasaran in pk.sasaran]
    ('Kepala Dinas', ['Sejahtera'])
    """
    year, post = Tahun.of(tahun, versi, pada), pohon.jabatan[jabatan]
    owned = find_owned(pohon, jabatan)
    return PerjanjianKinerja(
        kepala=make_kepala(pohon, year),
        pihak_pertama=post.sebutan_pada(pada),
        pihak_kedua=_superior(pohon, post, pada),
        sasaran=tuple(to_sasaran(item, year) for item in owned),
        anggaran=tuple(to_rencana(item, year) for item in _components(pohon, owned)),
    )


def derive_iki(
    pohon: PohonKinerja,
    tahun: Periode | int | str,
    jabatan: str | None = None,
    *,
    versi: str | None = None,
    pada: dt.date | None = None,
) -> DaftarIKI:
    """The IKI of a post, or of all posts, for a year.

    Args:
        pohon: The tree.
        tahun: The year.
        jabatan: The id of the post; without it all of them, those that own nothing too.
        versi: The version of the plan; without one, the one in force at the end of the year.
        pada: The day that it is signed.

    Raises:
        TidakAdaError: There is no such post.
        TipeError: It is no year.

    >>> from sakip import Outcome
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> pohon.add_jabatan(Jabatan(id="kadis", nama="Kepala Dinas"))
    >>> [iki.jabatan.id for iki in derive_iki(pohon, 2025).iki]
    ['kadis']
    """
    year = Tahun.of(tahun, versi, pada)
    posts = list(pohon.jabatan.values()) if jabatan is None else [pohon.jabatan[jabatan]]
    return DaftarIKI(kepala=make_kepala(pohon, year), iki=tuple(_iki(pohon, post, year) for post in posts))


def _iki(pohon: PohonKinerja, jabatan: Jabatan, tahun: Tahun) -> IKI:
    owned = find_owned(pohon, jabatan.id)
    rows = tuple(to_sasaran(item, tahun) for item in owned)
    return IKI(jabatan=jabatan, sasaran=rows, tingkat=_tingkat(owned))


def derive_iku(
    pohon: PohonKinerja,
    tahun: Periode | int | str | None = None,
    jabatan: str | None = None,
    *,
    versi: str | None = None,
    pada: dt.date | None = None,
) -> IKU:
    """The Indikator Kinerja Utama of a tree: every node that has any, with those alone.

    What stands under no tujuan comes first, since the form reads a sasaran as one of the
    tujuan before it.

    Args:
        pohon: The tree.
        tahun: The year; without it the targets of every year, as the form has them.
        jabatan: The id of a post, for what it is the main owner of.
        versi: The version of the plan; without one, the one in force at the end of the year.
        pada: The day that it is signed.

    Raises:
        TidakAdaError: There is no such post.
        TipeError: It is no year.

    Acuan: PER/20/M.PAN/11/2008.

    >>> from sakip import Outcome
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1", uraian="Sejahtera", indikator=[Indikator(id="IK1", nama="Indeks", iku=True)]))
    >>> [sasaran.id for sasaran in derive_iku(pohon).sasaran]
    ['O1']
    """
    year = None if tahun is None else Tahun.of(tahun, versi, pada)
    nodes = list(pohon) if jabatan is None else find_owned(pohon, jabatan)
    under = [item for item in nodes if _has_tujuan(pohon, item)]
    first = [item for item in nodes if not _has_tujuan(pohon, item)]
    rows = tuple(row for item in (*first, *under) for row in _iku(item, year))
    if year is not None:
        return IKU(kepala=make_kepala(pohon, year), sasaran=rows)
    return IKU(kepala=Kepala(instansi=pohon.nama_instansi, periode=pohon.periode, tanggal=pada), sasaran=rows)


def _has_tujuan(pohon: PohonKinerja, simpul: AnySimpul) -> bool:
    return any(isinstance(item, Tujuan) for item in pohon.path(simpul.id))


def _iku(simpul: AnySimpul, tahun: Tahun | None) -> Iterator[Sasaran | Tujuan]:
    marked = tuple(item for item in simpul.indikator if item.iku)
    if marked:
        kelas = Tujuan if isinstance(simpul, Tujuan) else Sasaran
        rows = marked if tahun is None else tuple(_indikator(item, tahun) for item in marked)
        yield kelas(simpul.id, uraian=simpul.uraian or simpul.label, indikator=rows)


def make_kepala(pohon: PohonKinerja, tahun: Tahun) -> Kepala:
    """The head of a form of a year.

    >>> make_kepala(PohonKinerja("Dinas Contoh"), Tahun.of(2025)).instansi
    'Dinas Contoh'
    """
    return Kepala(instansi=pohon.nama_instansi, periode=tahun.periode, tanggal=tahun.pada)


def _superior(pohon: PohonKinerja, jabatan: Jabatan, pada: dt.date | None) -> str:
    above = jabatan.atasan
    if isinstance(above, Atasan):
        return ""
    return pohon.jabatan[above].sebutan_pada(pada) if above in pohon.jabatan else above


def find_owned(pohon: PohonKinerja, jabatan: str) -> list[AnySimpul]:
    """What a post is the main owner of, in the order of the tree.

    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> pohon.add_jabatan(Jabatan(id="kadis", nama="Kepala Dinas"))
    >>> find_owned(pohon, "kadis")
    []
    """
    mine = {
        item.id
        for item in pohon.assigned_to(jabatan)
        if (owner := pohon.owner(item.id)) is not None and owner.id == jabatan
    }
    return [item for item in pohon if item.id in mine] if mine else []


def to_sasaran(simpul: AnySimpul, tahun: Tahun) -> Sasaran:
    """A node as a row of a form: what has to hold, and its indikator with the targets of one year.

    >>> to_sasaran(Program("P1", nama="Rehabilitasi Sosial"), Tahun.of(2025)).uraian
    'Rehabilitasi Sosial'
    """
    rows = tuple(_indikator(item, tahun) for item in simpul.indikator)
    return Sasaran(simpul.id, uraian=simpul.uraian or simpul.label, indikator=rows)


def _indikator(item: Indikator, tahun: Tahun) -> Indikator:
    periods = dict.fromkeys(target.periode for target in item.target if target.periode in tahun.periode)
    found = (item.target_for(when, tahun.versi, pada=tahun.periode.akhir) for when in periods)
    targets: list[Target] = [target for target in found if target is not None]
    return attrs.evolve(item, target=targets)


def to_rencana(simpul: K, tahun: Tahun) -> K:
    """A component with the targets and the money of one year.

    >>> to_rencana(Program("P1", pagu={2025: 300, 2026: 400}), Tahun.of(2025)).pagu[0].jumlah
    300
    """
    periods = dict.fromkeys(item.periode for item in simpul.pagu if item.periode in tahun.periode)
    found = (simpul.pagu_for(when, tahun.versi, pada=tahun.periode.akhir) for when in periods)
    money: tuple[Pagu, ...] = tuple(item for item in found if item is not None)
    rows = tuple(_indikator(item, tahun) for item in simpul.indikator)
    made: K = attrs.evolve(simpul, indikator=rows, pagu=money)
    return made


def _components(pohon: PohonKinerja, owned: list[AnySimpul]) -> list[AnyBerpagu]:
    """The components that the money is that of: at or nearest below what is owned, none within another."""
    found: dict[str, AnyBerpagu] = {}
    for simpul in owned:
        stack: list[AnySimpul] = [simpul]
        while stack:
            node = stack.pop()
            if isinstance(node, _BERPAGU):
                found.setdefault(node.id, node)
            else:
                stack += reversed(pohon.children(node.id))
    return [item for id, item in found.items() if not any(above.id in found for above in pohon.ancestors(id))]


def _tingkat(owned: list[AnySimpul]) -> str:
    """What a post's sasaran are of, where all are of one kind of component."""
    kinds = {item.jenis for item in owned}
    return kinds.pop() if len(kinds) == 1 and isinstance(owned[0], Komponen) else ""
