"""How far a tree has come on the five stages, and what the next one asks for."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

import attrs

from sakip.model import (
    CSF,
    AnySimpul,
    JenisRelasi,
    JenisUjung,
    Komponen,
    KondisiAntara,
    Outcome,
    Sasaran,
    Tujuan,
    Ujung,
)
from sakip.pohon import PohonKinerja
from sakip.teks import Tampilan, render_html, render_tabel


class Tahap(enum.IntEnum):
    """The five stages.

    Acuan: PermenPANRB 89/2021.

    >>> Tahap.KONDISI.sebutan
    'menguraikan CSF menjadi kondisi antara'
    """

    BELUM = 0
    HASIL = 1
    CSF = 2
    KONDISI = 3
    INDIKATOR = 4
    KOMPONEN = 5

    @property
    def sebutan(self) -> str:
        """What is done in it, in Indonesian."""
        return _SEBUTAN[self]


_SEBUTAN = {
    Tahap.BELUM: "belum dimulai",
    Tahap.HASIL: "menentukan hasil",
    Tahap.CSF: "menentukan faktor kunci (CSF)",
    Tahap.KONDISI: "menguraikan CSF menjadi kondisi antara",
    Tahap.INDIKATOR: "merumuskan indikator kinerja",
    Tahap.KOMPONEN: "menerjemahkan ke komponen perencanaan dan kinerja jabatan",
}


@attrs.frozen
class Kurang:
    """What a branch lacks for a stage.

    Attributes:
        tahap: The stage that asks for it.
        simpul: The id of the node.
        pesan: What is missing, in Indonesian.

    >>> print(Kurang(Tahap.INDIKATOR, "C1", "belum punya indikator"))
    C1: belum punya indikator
    """

    tahap: Tahap
    simpul: str
    pesan: str

    def __str__(self) -> str:
        return f"{self.simpul}: {self.pesan}"


@attrs.frozen
class TahapCabang:
    """How far one branch has come.

    Attributes:
        simpul: The node at its top: an outcome or another root, or what hangs directly below one.
        tahap: The last stage that is done.
        kurang: What the stages after it lack.
        cabang: For a root how far each of its own branches has come, such as each CSF.

    >>> TahapCabang(Outcome("O1"), Tahap.HASIL).tahap.name
    'HASIL'
    """

    simpul: AnySimpul
    tahap: Tahap
    kurang: tuple[Kurang, ...] = ()
    cabang: tuple[TahapCabang, ...] = ()

    @property
    def berikut(self) -> tuple[Kurang, ...]:
        """What is missing for the next stage alone."""
        return tuple(item for item in self.kurang if item.tahap == self.tahap + 1)


@attrs.frozen
class HasilTahap(Tampilan):
    """How far a tree has come, branch by branch.

    Attributes:
        cabang: Its branches, one for each root.

    >>> HasilTahap(()).tahap
    <Tahap.BELUM: 0>
    """

    cabang: tuple[TahapCabang, ...]

    @property
    def tahap(self) -> Tahap:
        """The stage that every branch has done."""
        return min((item.tahap for item in self.cabang), default=Tahap.BELUM)

    def __str__(self) -> str:
        return render_tabel(_KEPALA_TAHAP, self._rows(), lebar=(0, 0, 72))

    def _repr_html_(self) -> str:
        return render_html(_KEPALA_TAHAP, self._rows())

    def _rows(self) -> list[tuple[str, str, str]]:
        return [_cells(item, depth) for root in self.cabang for item, depth in _listed(root)]


_KEPALA_TAHAP = ("Cabang", "Tahap selesai", "Yang kurang")


def _listed(cabang: TahapCabang) -> Iterator[tuple[TahapCabang, int]]:
    yield cabang, 0
    yield from ((below, 1) for below in cabang.cabang)


def _cells(cabang: TahapCabang, depth: int) -> tuple[str, str, str]:
    """A line of the table; nodes that lack the same are told together."""
    stage = f"{int(cabang.tahap)} {cabang.tahap.sebutan}"
    missing: dict[str, list[str]] = {}
    for item in cabang.berikut:
        missing.setdefault(item.pesan, []).append(item.simpul)
    words = "; ".join(f"{pesan}: {', '.join(ids)}" for pesan, ids in missing.items())
    return f"{'  ' * depth}{cabang.simpul.id}", stage, words or "—"


def compute_tahap(pohon: PohonKinerja) -> HasilTahap:
    """How far each branch of a tree has come on the five stages.

    A tree of conditions alone, without indikator, program, code, money or post, is valid;
    it has come to stage three.

    Acuan: PermenPANRB 89/2021.

    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> pohon.add_many([(Outcome("O1", uraian="Sejahtera"), None), (CSF("C1", uraian="Layanan"), "O1"),
    ...     (KondisiAntara("K1", uraian="Tersedianya sandang"), "C1")])
    >>> hasil = compute_tahap(pohon)
    >>> hasil.tahap.name, [str(kurang) for kurang in hasil.cabang[0].kurang][:1]
    ('KONDISI', ['O1: belum punya indikator'])
    """
    untranslated = {item.id for item in compute_terjemahan(pohon).tanpa_komponen}
    return HasilTahap(tuple(_root(pohon, root, untranslated) for root in pohon.roots))


def _root(pohon: PohonKinerja, root: AnySimpul, untranslated: AbstractSet[str]) -> TahapCabang:
    nodes = list(pohon.walk(root.id))
    missing = [*_without_outcome(root), *_without_csf(pohon, root, nodes)]
    whole = _branch(pohon, root, nodes, missing, untranslated)
    below = (
        _branch(pohon, child, list(pohon.walk(child.id)), [], untranslated)
        for child in pohon.children(root.id)
    )
    return attrs.evolve(whole, cabang=tuple(below))


def _branch(
    pohon: PohonKinerja,
    top: AnySimpul,
    nodes: list[AnySimpul],
    missing: Iterable[Kurang],
    untranslated: AbstractSet[str],
) -> TahapCabang:
    found = [*missing, *_without_kondisi(pohon, nodes), *_without_indikator(nodes)]
    found += _without_komponen(pohon, nodes, untranslated)
    first = min((item.tahap for item in found), default=None)
    done = Tahap.KOMPONEN if first is None else Tahap(first - 1)
    return TahapCabang(top, done, tuple(found))


def _without_outcome(root: AnySimpul) -> Iterator[Kurang]:
    if not isinstance(root, Outcome | Tujuan | Sasaran):
        yield Kurang(Tahap.HASIL, root.id, "cabang ini tidak bermula dari hasil")
    elif not root.uraian.strip():
        yield Kurang(Tahap.HASIL, root.id, "hasilnya belum dirumuskan")


def _without_csf(pohon: PohonKinerja, root: AnySimpul, nodes: list[AnySimpul]) -> Iterator[Kurang]:
    if isinstance(root, Outcome) and not any(isinstance(item, CSF) for item in nodes):
        yield Kurang(Tahap.CSF, root.id, "belum punya CSF")
    elif not isinstance(root, Outcome) and not pohon.children(root.id):
        yield Kurang(Tahap.CSF, root.id, "belum diuraikan")


def _without_kondisi(pohon: PohonKinerja, nodes: list[AnySimpul]) -> Iterator[Kurang]:
    for item in nodes:
        if isinstance(item, CSF) and not pohon.children(item.id):
            yield Kurang(Tahap.KONDISI, item.id, "belum diuraikan menjadi kondisi")


def _without_indikator(nodes: list[AnySimpul]) -> Iterator[Kurang]:
    for item in nodes:
        if not item.indikator and item.jenis != "aktivitas":
            yield Kurang(Tahap.INDIKATOR, item.id, "belum punya indikator")


def _without_komponen(
    pohon: PohonKinerja, nodes: list[AnySimpul], untranslated: AbstractSet[str]
) -> Iterator[Kurang]:
    yield from (
        Kurang(Tahap.KOMPONEN, item.id, "belum diterjemahkan menjadi komponen")
        for item in nodes
        if item.id in untranslated
    )
    for item in nodes:
        if pohon.owner(item.id) is None:
            yield Kurang(Tahap.KOMPONEN, item.id, "belum punya pemilik")


@attrs.frozen
class Terjemahan(Tampilan):
    """What is translated into components, and what is not.

    Attributes:
        tanpa_komponen: The most operational conditions that no component delivers.
        tanpa_kondisi: The components that say no condition.
        diterjemahkan: The components that stand in the place of a condition.

    >>> Terjemahan((), (), ()).tanpa_komponen
    ()
    """

    tanpa_komponen: tuple[AnySimpul, ...]
    tanpa_kondisi: tuple[AnySimpul, ...]
    diterjemahkan: tuple[AnySimpul, ...]

    def __str__(self) -> str:
        return render_tabel(_KEPALA_TERJEMAHAN, self._rows(), lebar=(0, 0, 72))

    def _repr_html_(self) -> str:
        return render_html(_KEPALA_TERJEMAHAN, self._rows())

    def _rows(self) -> list[tuple[str, str, str]]:
        return [
            (keadaan, item.id, item.label)
            for keadaan, items in (
                ("kondisi tanpa komponen", self.tanpa_komponen),
                ("komponen tanpa kondisi", self.tanpa_kondisi),
                ("diterjemahkan", self.diterjemahkan),
            )
            for item in items
        ]


_KEPALA_TERJEMAHAN = ("Keadaan", "Id", "Simpul")


def compute_terjemahan(pohon: PohonKinerja) -> Terjemahan:
    """Which conditions are translated into components, in their place or by a relasi.

    Acuan: PermenPANRB 89/2021, stage five.

    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(KondisiAntara("K1", uraian="Tersedianya sandang"))
    >>> [simpul.id for simpul in compute_terjemahan(pohon).tanpa_komponen]
    ['K1']
    """
    linked = set(_translated(pohon))
    leaves = [
        item for item in pohon.leaves() if isinstance(item, KondisiAntara | CSF) and item.id not in linked
    ]
    components = [item for item in pohon if isinstance(item, Komponen)]
    silent = [item for item in components if not item.uraian.strip() and item.id not in linked]
    spoken = [item for item in components if item.uraian.strip() or item.id in linked]
    return Terjemahan(tuple(leaves), tuple(silent), tuple(spoken))


def _translated(pohon: PohonKinerja) -> Iterator[str]:
    """What a link translates: a condition into a component, or what has one below it; a component, from a condition.

    What somebody outside delivers is translated too.
    """
    for link in pohon.relasi:
        if link.jenis is not JenisRelasi.PENERJEMAHAN:
            continue
        for one, other in ((link.dari, link.ke), (link.ke, link.dari)):
            if one.jenis is JenisUjung.SIMPUL and _answers(pohon, one, other):
                yield one.id


def _answers(pohon: PohonKinerja, satu: Ujung, lain: Ujung) -> bool:
    if lain.jenis is not JenisUjung.SIMPUL:
        return True
    if isinstance(pohon[satu.id], Komponen):
        return not isinstance(pohon[lain.id], Komponen)
    return any(isinstance(item, Komponen) for item in pohon.walk(lain.id))
