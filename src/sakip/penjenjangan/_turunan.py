"""The forms of a post, derived from a tree: what it promises, how it gets there, what it is measured by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias, TypeVar

import attrs

from sakip.bentuk import IKI, IKU, BarisAksi, DaftarIKI, Kepala, PerjanjianKinerja, RencanaAksi
from sakip.errors import TipeError
from sakip.model import (
    AnySimpul,
    Atasan,
    Indikator,
    Jabatan,
    Kegiatan,
    Komponen,
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
K = TypeVar("K", bound=Program | Kegiatan | SubKegiatan)


def derive_perjanjian_kinerja(
    pohon: PohonKinerja, jabatan: str, tahun: Periode | int | str, *, versi: str | None = None
) -> PerjanjianKinerja:
    """The Perjanjian Kinerja of a post for a year.

    It promises what the post is the main owner of, with the targets of that year and its
    periods; the money is that of the components it owns, or else of those nearest below
    what it owns. The second party is its superior, where the tree knows it.

    Args:
        pohon: The tree.
        jabatan: The id of the post.
        tahun: The year.
        versi: The version of the plan; without one, the one in force at the end of the year.

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
    year, post = _year(tahun), pohon.jabatan[jabatan]
    owned = _owned(pohon, jabatan)
    return PerjanjianKinerja(
        kepala=_kepala(pohon, year),
        pihak_pertama=post.nama,
        pihak_kedua=_superior(pohon, post),
        sasaran=tuple(_sasaran(item, year, versi) for item in owned),
        anggaran=tuple(_plan(item, year, versi) for item in _components(pohon, owned)),
    )


def derive_iki(
    pohon: PohonKinerja, tahun: Periode | int | str, jabatan: str | None = None, *, versi: str | None = None
) -> DaftarIKI:
    """The IKI of a post, or of all posts, for a year.

    Raises:
        TidakAdaError: There is no such post.
        TipeError: It is no year.

    >>> from sakip import Outcome
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> pohon.add_jabatan(Jabatan(id="kadis", nama="Kepala Dinas"))
    >>> [iki.jabatan.id for iki in derive_iki(pohon, 2025).iki]
    ['kadis']
    """
    year = _year(tahun)
    posts = list(pohon.jabatan.values()) if jabatan is None else [pohon.jabatan[jabatan]]
    rows = tuple(_iki(pohon, post, year, versi) for post in posts)
    return DaftarIKI(kepala=_kepala(pohon, year), iki=rows)


def _iki(pohon: PohonKinerja, jabatan: Jabatan, tahun: Periode, versi: str | None) -> IKI:
    owned = _owned(pohon, jabatan.id)
    rows = tuple(_sasaran(item, tahun, versi) for item in owned)
    return IKI(jabatan=jabatan, sasaran=rows, tingkat=_tingkat(owned))


def derive_iku(pohon: PohonKinerja) -> IKU:
    """The Indikator Kinerja Utama of a tree: every node that has any, with those alone.

    >>> from sakip import Outcome
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1", uraian="Sejahtera", indikator=[Indikator(id="IK1", nama="Indeks", iku=True)]))
    >>> [sasaran.id for sasaran in derive_iku(pohon).sasaran]
    ['O1']
    """
    rows: list[Sasaran | Tujuan] = []
    for simpul in pohon:
        marked = tuple(item for item in simpul.indikator if item.iku)
        if marked:
            kelas = Tujuan if isinstance(simpul, Tujuan) else Sasaran
            rows.append(kelas(simpul.id, uraian=simpul.uraian or simpul.label, indikator=marked))
    return IKU(kepala=_kepala(pohon, pohon.periode), sasaran=tuple(rows))


def derive_rencana_aksi(
    pohon: PohonKinerja, jabatan: str, tahun: Periode | int | str, *, versi: str | None = None
) -> RencanaAksi:
    """The Rencana Aksi of a post for a year: for each indikator it owns, the components that serve it.

    A kegiatan stands in one row for each indikator of the sasaran above it.

    Raises:
        TidakAdaError: There is no such post.
        TipeError: It is no year.

    >>> from sakip import Outcome
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1", uraian="Sejahtera", indikator=[Indikator(id="IK1", nama="Indeks")]))
    >>> pohon.add_jabatan(Jabatan(id="kadis", nama="Kepala Dinas"))
    >>> pohon.assign("O1", "kadis")
    >>> [baris.sasaran.id for baris in derive_rencana_aksi(pohon, "kadis", 2025).baris]
    ['O1']
    """
    year = _year(tahun)
    rows: list[BarisAksi] = []
    for simpul in _owned(pohon, jabatan):
        whole = _sasaran(simpul, year, versi)
        for item in whole.indikator or (None,):
            sasaran = attrs.evolve(whole, indikator=() if item is None else (item,))
            rows += _rows(pohon, simpul, sasaran, year, versi)
    return RencanaAksi(kepala=_kepala(pohon, year), baris=tuple(rows))


def _rows(
    pohon: PohonKinerja, simpul: AnySimpul, sasaran: Sasaran, tahun: Periode, versi: str | None
) -> Iterator[BarisAksi]:
    found = False
    for node in pohon.walk(simpul.id):
        if not isinstance(node, Kegiatan):
            continue
        program = next((item for item in pohon.ancestors(node.id) if isinstance(item, Program)), None)
        subs = [item for item in pohon.children(node.id) if isinstance(item, SubKegiatan)]
        found = True
        yield BarisAksi(
            sasaran=sasaran,
            program=None if program is None else _plan(program, tahun, versi),
            kegiatan=_plan(node, tahun, versi),
            sub_kegiatan=tuple(_plan(item, tahun, versi) for item in subs),
        )
    if not found:
        yield BarisAksi(sasaran=sasaran)


def _year(tahun: Periode | int | str) -> Periode:
    year = to_periode(tahun)
    if year.jenis is not JenisPeriode.TAHUN:
        raise TipeError(str(year), "pass a year, such as 2025")
    return year


def _kepala(pohon: PohonKinerja, periode: Periode | None) -> Kepala:
    nama = pohon.nama if pohon.instansi is None else pohon.instansi.nama
    return Kepala(instansi=nama, periode=periode)


def _superior(pohon: PohonKinerja, jabatan: Jabatan) -> str:
    above = jabatan.atasan
    if isinstance(above, Atasan):
        return ""
    return pohon.jabatan[above].nama if above in pohon.jabatan else above


def _owned(pohon: PohonKinerja, jabatan: str) -> list[AnySimpul]:
    """What a post is the main owner of, in the order of the tree."""
    pohon.jabatan[jabatan]
    mine = {item.id for item in pohon.assigned_to(jabatan)}
    return [
        item
        for item in pohon
        if item.id in mine and (owner := pohon.owner(item.id)) is not None and owner.id == jabatan
    ]


def _sasaran(simpul: AnySimpul, tahun: Periode, versi: str | None) -> Sasaran:
    """A node as a row of a form: what has to hold, and its indikator with the targets of one year."""
    rows = tuple(_indikator(item, tahun, versi) for item in simpul.indikator)
    return Sasaran(simpul.id, uraian=simpul.uraian or simpul.label, indikator=rows)


def _indikator(item: Indikator, tahun: Periode, versi: str | None) -> Indikator:
    periods = dict.fromkeys(target.periode for target in item.target if target.periode in tahun)
    found = (item.target_for(when, versi, pada=tahun.akhir) for when in periods)
    targets: list[Target] = [target for target in found if target is not None]
    return attrs.evolve(item, target=targets)


def _components(pohon: PohonKinerja, owned: list[AnySimpul]) -> list[AnyBerpagu]:
    """The components that the money is that of: those owned, or else those nearest below."""
    own = [item for item in owned if isinstance(item, _BERPAGU)]
    if own:
        return own
    found: dict[str, AnyBerpagu] = {}
    for simpul in owned:
        stack = list(reversed(pohon.children(simpul.id)))
        while stack:
            node = stack.pop()
            if isinstance(node, _BERPAGU):
                found.setdefault(node.id, node)
            else:
                stack += reversed(pohon.children(node.id))
    return list(found.values())


def _plan(simpul: K, tahun: Periode, versi: str | None) -> K:
    """A component with the targets and the money of one year."""
    pagu = simpul.pagu_for(tahun, versi)
    rows = tuple(_indikator(item, tahun, versi) for item in simpul.indikator)
    found: K = attrs.evolve(simpul, indikator=rows, pagu=() if pagu is None else (pagu,))
    return found


def _tingkat(owned: list[AnySimpul]) -> str:
    """What a post's sasaran are of, where all are of one kind of component."""
    kinds = {item.jenis for item in owned}
    return kinds.pop() if len(kinds) == 1 and isinstance(owned[0], Komponen) else ""
