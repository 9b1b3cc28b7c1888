"""How far a tree has come on the five stages, and what the next one asks for."""

from __future__ import annotations

import enum
from collections.abc import Iterator

import attrs

from sakip.model import CSF, AnySimpul, JenisRelasi, Komponen, KondisiAntara, Outcome, Sasaran, Tujuan
from sakip.pohon import PohonKinerja
from sakip.teks import render_tabel


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
        simpul: The node at its top: an outcome, or another root.
        tahap: The last stage that is done.
        kurang: What the stages after it lack.

    >>> TahapCabang(Outcome("O1"), Tahap.HASIL).tahap.name
    'HASIL'
    """

    simpul: AnySimpul
    tahap: Tahap
    kurang: tuple[Kurang, ...] = ()


@attrs.frozen
class HasilTahap:
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
        rows = [
            (
                item.simpul.id,
                f"{int(item.tahap)} {item.tahap.sebutan}",
                "; ".join(map(str, item.kurang)) or "—",
            )
            for item in self.cabang
        ]
        return render_tabel(("Cabang", "Tahap selesai", "Yang kurang"), rows)


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
    return HasilTahap(tuple(_branch(pohon, root) for root in pohon.roots))


def _branch(pohon: PohonKinerja, root: AnySimpul) -> TahapCabang:
    nodes = list(pohon.walk(root.id))
    missing = [*_without_outcome(root), *_without_csf(pohon, root, nodes), *_without_kondisi(pohon, nodes)]
    missing += [*_without_indikator(nodes), *_without_komponen(pohon, nodes)]
    first = min((item.tahap for item in missing), default=None)
    done = Tahap.KOMPONEN if first is None else Tahap(first - 1)
    return TahapCabang(root, done, tuple(missing))


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


def _without_komponen(pohon: PohonKinerja, nodes: list[AnySimpul]) -> Iterator[Kurang]:
    here = {item.id for item in nodes}
    yield from (
        Kurang(Tahap.KOMPONEN, item.id, "belum diterjemahkan menjadi komponen")
        for item in compute_terjemahan(pohon).tanpa_komponen
        if item.id in here
    )
    for item in nodes:
        if pohon.owner(item.id) is None:
            yield Kurang(Tahap.KOMPONEN, item.id, "belum punya pemilik")


@attrs.frozen
class Terjemahan:
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


def compute_terjemahan(pohon: PohonKinerja) -> Terjemahan:
    """Which conditions are translated into components, in their place or by a relasi.

    Acuan: PermenPANRB 89/2021, stage five.

    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(KondisiAntara("K1", uraian="Tersedianya sandang"))
    >>> [simpul.id for simpul in compute_terjemahan(pohon).tanpa_komponen]
    ['K1']
    """
    linked = {
        end.id
        for item in pohon.relasi
        if item.jenis is JenisRelasi.PENERJEMAHAN
        for end in (item.dari, item.ke)
    }
    leaves = [
        item for item in pohon.leaves() if isinstance(item, KondisiAntara | CSF) and item.id not in linked
    ]
    components = [item for item in pohon if isinstance(item, Komponen)]
    silent = [item for item in components if not item.uraian.strip() and item.id not in linked]
    spoken = [item for item in components if item.uraian.strip() or item.id in linked]
    return Terjemahan(tuple(leaves), tuple(silent), tuple(spoken))
