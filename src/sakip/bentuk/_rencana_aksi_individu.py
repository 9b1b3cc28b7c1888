"""Rencana Aksi Individu: from the hasil kerja of a head down to the steps of those below, with their targets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, ClassVar, TypeAlias

import attrs

from sakip.bentuk._bersama import Pasangan, check_kepala, grow
from sakip.bentuk._kepala import Kepala
from sakip.model import Aktivitas, Indikator, JenisRelasi, Relasi, Sasaran, Ujung
from sakip.periksa import refuse
from sakip.pohon import PohonKinerja

_PENUGASAN = re.compile(r"\(\s*penugasan\s+dari\s+(?P<siapa>[^()]*[^()\s])\s*\)", re.IGNORECASE)
Hasil: TypeAlias = Sasaran | Aktivitas


def _to_pasangan(value: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(tuple(item) if isinstance(item, list) else item for item in value)


def _check_pasangan(instance: object, attribute: attrs.Attribute[Any], value: tuple[Any, ...]) -> None:
    """Roots are hasil kerja; below them hasil kerja and steps, below those steps; a parent stands first."""
    known: dict[str | None, tuple[int, frozenset[str]]] = {None: (0, frozenset())}
    for item in value:
        if not _is_pasangan(item):
            harapan = "pairs of a Sasaran or an Aktivitas and the id of its parent, or None,"
            raise refuse(instance, attribute, item, harapan)
        simpul, induk = item
        depth, indikator = known.get(induk, (3, frozenset()))
        if depth > (1 if isinstance(simpul, Sasaran) else 2) or (not depth and isinstance(simpul, Aktivitas)):
            harapan = (
                "a Sasaran, a Sasaran below it, or an Aktivitas below one of them, each after its parent,"
            )
            raise refuse(instance, attribute, (simpul.id, induk), harapan)
        if simpul.untuk_indikator and simpul.untuk_indikator not in indikator:
            raise refuse(
                instance, attribute, simpul.untuk_indikator, "in untuk_indikator an indikator of the parent"
            )
        if isinstance(simpul, Aktivitas) and len(simpul.indikator) > 1:
            raise refuse(instance, attribute, simpul.id, "a step with one indikator, marked tersirat,")
        if isinstance(simpul, Sasaran):
            known[simpul.id] = (depth + 1, frozenset(row.id for row in simpul.indikator))


def _is_pasangan(item: object) -> bool:
    return (
        isinstance(item, tuple)
        and len(item) == 2
        and isinstance(item[0], Sasaran | Aktivitas)
        and (item[1] is None or isinstance(item[1], str))
    )


@attrs.frozen(kw_only=True)
class RantaiAksi:
    """One line of the form: from the hasil kerja of the head down to a step, as far as the line goes.

    Attributes:
        rhk: The hasil kerja of the head.
        iki: The indikator of it that the line answers to.
        rhk_bawahan: The hasil kerja of the post below.
        indikator: The indikator of that.
        aksi: The step.

    >>> RantaiAksi(rhk=Sasaran("S1", uraian="Meningkatnya penyuluhan")).ujung.id
    'S1'
    """

    rhk: Sasaran
    iki: Indikator | None = None
    rhk_bawahan: Sasaran | None = None
    indikator: Indikator | None = None
    aksi: Aktivitas | None = None

    @property
    def ujung(self) -> Hasil | Indikator:
        """The last thing of the line, which its targets are of."""
        return self.aksi or self.indikator or self.rhk_bawahan or self.iki or self.rhk


@attrs.frozen(kw_only=True)
class RencanaAksiIndividu:
    """A Rencana Aksi as a chain of results: hasil kerja, indikator, hasil kerja below it, indikator, steps.

    Attributes:
        kepala: The head.
        simpul: The nodes with the id of their parent, which stands before them: a `Sasaran`
            for each hasil kerja and an `Aktivitas` for each step, whose ``untuk_indikator``
            says which indikator of the node above they answer to. A step's target stands on
            an indikator marked ``tersirat``.

    Raises:
        ModelError: A node stands where the chain has no place for it.

    >>> form = RencanaAksiIndividu(simpul=[
    ...     (Sasaran("S1", uraian="Meningkatnya penyuluhan", indikator=Indikator(id="IKI1", nama="Nilai")), None),
    ...     (Sasaran("S1.1", uraian="Terlaksananya penilaian", untuk_indikator="IKI1"), "S1"),
    ...     (Aktivitas("A1", uraian="Menyusun data penyuluh"), "S1.1")])
    >>> form.jenis, [line.aksi.uraian for line in form.rantai]
    ('rencana_aksi_individu', ['Menyusun data penyuluh'])
    """

    jenis: ClassVar[str] = "rencana_aksi_individu"

    kepala: Kepala = attrs.field(factory=Kepala, validator=check_kepala)
    simpul: tuple[Pasangan, ...] = attrs.field(default=(), converter=_to_pasangan, validator=_check_pasangan)

    @property
    def rantai(self) -> tuple[RantaiAksi, ...]:
        """The chain line by line, as the form prints it: one line for each step, or for what has none.

        What answers to no indikator stands before what answers to the first, and steps
        before hasil kerja. What has a target or a remark itself has a line of its own.
        """
        return tuple(
            line for root in self._below(None) if isinstance(root, Sasaran) for line in self._of(root)
        )

    def _below(self, induk: str | None) -> Iterator[Hasil]:
        for simpul, parent in self.simpul:
            if parent == induk and isinstance(simpul, Sasaran | Aktivitas):
                yield simpul

    def _of(self, rhk: Sasaran) -> Iterator[RantaiAksi]:
        start = RantaiAksi(rhk=rhk)
        for line, below in _lines(
            start, rhk, list(self._below(rhk.id)), lambda row: attrs.evolve(start, iki=row)
        ):
            if below is None:
                yield line
            elif isinstance(below, Aktivitas):
                yield attrs.evolve(line, aksi=below)
            else:
                yield from self._of_bawahan(attrs.evolve(line, rhk_bawahan=below), below)

    def _of_bawahan(self, line: RantaiAksi, bawahan: Sasaran) -> Iterator[RantaiAksi]:
        below = list(self._below(bawahan.id))
        for own, item in _lines(line, bawahan, below, lambda row: attrs.evolve(line, indikator=row)):
            yield attrs.evolve(own, aksi=item) if isinstance(item, Aktivitas) else own

    def to_pohon(self) -> PohonKinerja:
        """The chain as a tree; a "Penugasan dari …" in a hasil kerja is a `Relasi` to that party.

        The link is one of support: a penugasan in a tree leads to a post of the same institution.

        Raises:
            PohonError: An id is used twice.

        >>> form = RencanaAksiIndividu(simpul=[
        ...     (Sasaran("S1", uraian="Meningkatnya kerukunan (Penugasan dari Kepala Kanwil)"), None)])
        >>> [str(relasi.ke) for relasi in form.to_pohon().relasi]
        ['luar:Kepala Kanwil']
        """
        pohon = grow(self.kepala, self.simpul, self.jenis)
        for simpul, _ in self.simpul:
            if match := _PENUGASAN.search(simpul.uraian):
                siapa = Ujung("luar", " ".join(match["siapa"].split()))
                pohon.add_relasi(
                    Relasi(jenis=JenisRelasi.DUKUNGAN, dari=simpul.id, ke=siapa, peran="penugasan")
                )
        return pohon


def _lines(
    line: RantaiAksi, simpul: Sasaran, below: list[Hasil], wrap: Callable[[Indikator], RantaiAksi]
) -> Iterator[tuple[RantaiAksi, Hasil | None]]:
    """The lines that a hasil kerja begins: its indikator, and what answers to each; steps stand first.

    A line of its own is for what nothing answers to, and for what has a target or a remark itself.
    """
    free = [item for item in below if not item.untuk_indikator]
    if simpul.keterangan or simpul.lain or not (free or simpul.indikator):
        yield line, None
    yield from ((line, item) for item in _steps_first(free))
    for row in simpul.indikator:
        own = wrap(row)
        answers = [item for item in below if item.untuk_indikator == row.id]
        if not answers or row.target or row.keterangan or row.lain:
            yield own, None
        yield from ((own, item) for item in _steps_first(answers))


def _steps_first(below: list[Hasil]) -> list[Hasil]:
    return sorted(below, key=lambda item: isinstance(item, Sasaran))
