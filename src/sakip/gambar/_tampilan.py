"""What is seen of a tree under a view: boxes, what they hide, and the links between them."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping

import attrs

from sakip.gambar._hasil import Hasil, read_hasil
from sakip.gambar._nama import NAMA_RELASI
from sakip.gambar._pandangan import Pandangan
from sakip.model import AnySimpul, JenisRelasi, JenisUjung, Relasi, Ujung, name_simpul
from sakip.pohon import PohonKinerja


@attrs.frozen
class Kotak:
    """A node that is seen.

    Attributes:
        simpul: The node.
        induk: The id of the box that it hangs from; empty for none.
        tingkat: How many boxes stand above it.
        pemilik: The post that owns it; empty where it is not asked for or there is none.
        hasil: Its figures.
        tersembunyi: How many nodes below it are not seen.
        tanda: The links that it has, as they are named in the picture.
        halaman: The page that shows what it hides; 0 for none.
    """

    simpul: AnySimpul
    induk: str
    tingkat: int
    pemilik: str
    hasil: tuple[Hasil, ...]
    tersembunyi: int
    tanda: tuple[str, ...] = ()
    halaman: int = 0

    @property
    def kepala(self) -> str:
        """What stands above its text."""
        return name_simpul(self.simpul)

    @property
    def teks(self) -> tuple[str, ...]:
        """All that it says, text by text."""
        return *filter(None, (self.kepala, self.simpul.label, *self.catatan)), *map(str, self.hasil)

    @property
    def catatan(self) -> tuple[str, ...]:
        """Who owns the node, which links it has, and what it hides."""
        links = f"Relasi {', '.join(self.tanda)}" if self.tanda else ""
        hidden = f"+ {self.tersembunyi} simpul di bawahnya" if self.tersembunyi else ""
        if hidden and self.halaman:
            hidden += f", lihat halaman {self.halaman}"
        return tuple(filter(None, (self.pemilik, links, hidden)))

    @property
    def pita(self) -> int | None:
        """The band of all its figures; None where they are in several, in none, or missing."""
        bands = {item.pita for item in self.hasil}
        return bands.pop() if len(bands) == 1 else None


@attrs.frozen
class Tautan:
    """A link that is seen.

    Attributes:
        nomor: Its number in the picture, from 1.
        dari: The box, or the party outside, that it leads from.
        ke: The one that it leads to.
        jenis: What it says.
        teks: Its ends and whatever else is known of it, in words.
    """

    nomor: int
    dari: Ujung
    ke: Ujung
    jenis: str
    teks: str

    @property
    def tanda(self) -> str:
        """How boxes refer to it."""
        return f"R{self.nomor}"


@attrs.frozen
class Tampilan:
    """What is seen of a tree.

    Attributes:
        judul: What the picture is of.
        rincian: What it shows and what it leaves out, in sentences.
        kotak: The nodes, those above before those below.
        tautan: The links.
        luar: Who is linked to and is no box, with a name.
        pandangan: What was asked for.
    """

    judul: str
    rincian: tuple[str, ...]
    kotak: tuple[Kotak, ...]
    tautan: tuple[Tautan, ...]
    luar: Mapping[Ujung, str]
    pandangan: Pandangan


def name_pohon(pohon: PohonKinerja) -> str:
    """What a picture of a tree is of; the words are not said twice where the name of the tree has them.

    >>> name_pohon(PohonKinerja("Dinas Contoh")), name_pohon(PohonKinerja("Pohon Kinerja Dinas Contoh"))
    ('Pohon kinerja Dinas Contoh', 'Pohon Kinerja Dinas Contoh')
    """
    said = pohon.nama.casefold().startswith("pohon kinerja")
    return pohon.nama if said else f"Pohon kinerja {pohon.nama}".strip()


def view(pohon: PohonKinerja, pandangan: Pandangan) -> Tampilan:
    """What is seen of a tree.

    Raises:
        TidakAdaError: The view names a node or a post that the tree hasn't.
    """
    roots = [pohon[id] for id in dict.fromkeys(pandangan.akar)] or list(pohon.roots)
    kotak = tuple(_boxes(pohon, pandangan, roots))
    tautan, luar = _links(pohon, kotak) if pandangan.relasi else ((), {})
    marks = group_tanda(tautan)
    kotak = tuple(
        attrs.evolve(item, tanda=marks[key])
        if (key := Ujung(JenisUjung.SIMPUL, item.simpul.id)) in marks
        else item
        for item in kotak
    )
    return Tampilan(
        name_pohon(pohon),
        tuple(_details(pohon, pandangan, roots, kotak)),
        kotak,
        tautan,
        luar,
        pandangan,
    )


def _boxes(pohon: PohonKinerja, pandangan: Pandangan, roots: Iterable[AnySimpul]) -> Iterator[Kotak]:
    """The boxes in tree order; what a box hides is known once those below it are."""
    asked = _asked(pohon, pandangan)
    seen: dict[str, tuple[AnySimpul, str, int]] = {}
    sizes: dict[str, int] = {}
    hidden: dict[str, int] = {}
    for root in _outermost(pohon, roots):
        _walk(pohon, pandangan, root, asked, seen)
        _measure(pohon, root, sizes)
    for id in seen:
        below = pohon.children(id)
        hidden[id] = sum(sizes[child.id] for child in below if child.id not in seen)
    read = read_hasil(pandangan)
    for id, (simpul, induk, tingkat) in seen.items():
        owner = pohon.owner(id) if pandangan.pemilik else None
        yield Kotak(simpul, induk, tingkat, "" if owner is None else owner.nama, read(simpul), hidden[id])


def _outermost(pohon: PohonKinerja, roots: Iterable[AnySimpul]) -> Iterator[AnySimpul]:
    """Those that stand below no other: a branch is drawn once."""
    roots = list(roots)
    ids = {root.id for root in roots}
    for root in roots:
        if not any(above.id in ids for above in pohon.ancestors(root.id)):
            yield root


def _walk(
    pohon: PohonKinerja,
    pandangan: Pandangan,
    root: AnySimpul,
    asked: set[str] | None,
    seen: dict[str, tuple[AnySimpul, str, int]],
) -> None:
    stack = [(root, "", 0)]
    while stack:
        simpul, induk, tingkat = stack.pop()
        if asked is not None and simpul.id not in asked:
            continue
        seen[simpul.id] = (simpul, induk, tingkat)
        deep = pandangan.kedalaman is not None and tingkat >= pandangan.kedalaman
        if not deep and simpul.jenis not in pandangan.jenis:
            stack.extend((child, simpul.id, tingkat + 1) for child in reversed(pohon.children(simpul.id)))


def _measure(pohon: PohonKinerja, root: AnySimpul, sizes: dict[str, int]) -> None:
    """How many nodes each branch has, its root included."""
    for simpul in reversed(list(pohon.walk(root.id))):
        sizes[simpul.id] = 1 + sum(sizes[child.id] for child in pohon.children(simpul.id))


def _asked(pohon: PohonKinerja, pandangan: Pandangan) -> set[str] | None:
    """The nodes of a post and those above them; None for all."""
    if not pandangan.jabatan:
        return None
    own = pohon.assigned_to(pandangan.jabatan)
    return {simpul.id for simpul in own} | {above.id for item in own for above in pohon.ancestors(item.id)}


def _details(
    pohon: PohonKinerja, pandangan: Pandangan, roots: list[AnySimpul], kotak: tuple[Kotak, ...]
) -> Iterator[str]:
    if pandangan.laporan is not None:
        yield pandangan.laporan.judul
    if pandangan.akar:
        yield f"Cabang {'; '.join(_places(pohon, roots))}"
    if pandangan.jabatan:
        yield f"Hanya simpul milik {pohon.jabatan[pandangan.jabatan].nama}, dan jalur ke sana"
    all_of_them = sum(1 + len(pohon.descendants(root.id)) for root in _outermost(pohon, roots))
    if hidden := all_of_them - len(kotak):
        yield f"{len(kotak)} simpul digambar, {hidden} simpul tidak"
    if not kotak:
        yield "Tidak ada simpul yang digambar"


def _places(pohon: PohonKinerja, roots: Iterable[AnySimpul]) -> Iterator[str]:
    """Which branches, and below what; neighbours are named together."""
    paths = [(root.id, tuple(item.id for item in reversed(pohon.ancestors(root.id)))) for root in roots]
    for above, group in itertools.groupby(paths, key=lambda pair: pair[1]):
        place = f" di bawah {' / '.join(above)}" if above else ""
        yield f"{', '.join(id for id, _ in group)}{place}"


def group_tanda(tautan: Iterable[Tautan]) -> dict[Ujung, tuple[str, ...]]:
    """The links of each end, as they are named in the picture.

    >>> group_tanda([])
    {}
    """
    marks: dict[Ujung, tuple[str, ...]] = {}
    for item in tautan:
        for end in dict.fromkeys((item.dari, item.ke)):
            marks[end] = (*marks.get(end, ()), item.tanda)
    return marks


# --- links ---------------------------------------------------------------------


def _links(pohon: PohonKinerja, kotak: tuple[Kotak, ...]) -> tuple[tuple[Tautan, ...], dict[Ujung, str]]:
    """The links that touch a box; who is at the other end and is no box stands outside."""
    seen = {item.simpul.id for item in kotak}
    links: list[Tautan] = []
    outside: dict[Ujung, str] = {}
    for relasi in pohon.relasi:
        if relasi.jenis is JenisRelasi.PENUGASAN:
            continue
        one, other = (_end(pohon, end, seen) for end in (relasi.dari, relasi.ke))
        ends = (one, other)
        if not any(end.jenis is JenisUjung.SIMPUL and end.id in seen for end in ends):
            continue
        for end in ends:
            if end.jenis is not JenisUjung.SIMPUL or end.id not in seen:
                outside[end] = _name(pohon, end)
        links.append(Tautan(len(links) + 1, one, other, NAMA_RELASI[relasi.jenis], _describe(pohon, relasi)))
    return tuple(links), outside


def _end(pohon: PohonKinerja, end: Ujung, seen: set[str]) -> Ujung:
    """The box that an end is in: that of its node, or of the nearest one above that is seen."""
    if end.jenis in {JenisUjung.LUAR, JenisUjung.JABATAN}:
        return end
    id = pohon.simpul_of(end.id).id if end.jenis is JenisUjung.INDIKATOR else end.id
    above = (item.id for item in reversed(pohon.path(id)))
    return Ujung(JenisUjung.SIMPUL, next((item for item in above if item in seen), id))


def _name(pohon: PohonKinerja, end: Ujung) -> str:
    if end.jenis is JenisUjung.JABATAN:
        return pohon.jabatan[end.id].nama
    if end.jenis is JenisUjung.SIMPUL:
        simpul = pohon[end.id]
        return f"{name_simpul(simpul)} {simpul.label} (di luar gambar)"
    return end.id


def _describe(pohon: PohonKinerja, relasi: Relasi) -> str:
    ends = f"{_point(pohon, relasi.dari)} → {_point(pohon, relasi.ke)}"
    more = "; ".join(filter(None, (relasi.peran, relasi.status, relasi.keterangan)))
    return f"{NAMA_RELASI[relasi.jenis]}: {ends}{f' ({more})' if more else ''}"


def _point(pohon: PohonKinerja, end: Ujung) -> str:
    return pohon.jabatan[end.id].nama if end.jenis is JenisUjung.JABATAN else end.id
