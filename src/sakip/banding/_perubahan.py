"""What changed between two values of the same kind, part by part."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import Any

import attrs

from sakip.banding._jalur import Jalur, Kunci, is_nested, is_simpul, key_of
from sakip.berkas import Rekaman
from sakip.model import JenisRelasi, Relasi
from sakip.teks import Tampilan, render_html, render_tabel


class JenisPerubahan(enum.Enum):
    """What became of a part.

    >>> JenisPerubahan("dipindah").name
    'DIPINDAH'
    """

    BARU = "baru"
    HILANG = "hilang"
    DIUBAH = "diubah"
    DIPINDAH = "dipindah"
    DIURUTKAN = "diurutkan"


class Perihal(enum.Enum):
    """What a change is about, as a planner asks for it.

    >>> Perihal("pagu berubah").name
    'PAGU'
    """

    SIMPUL_BARU = "simpul baru"
    SIMPUL_HILANG = "simpul hilang"
    PINDAH = "pindah tempat"
    JENIS = "berganti jenis"
    NAMA = "berganti nama"
    INDIKATOR_BARU = "indikator baru"
    INDIKATOR_HILANG = "indikator hilang"
    NAMA_INDIKATOR = "indikator berganti nama"
    TARGET = "target berubah"
    PAGU = "pagu berubah"
    PEMILIK = "pemilik berubah"
    LAIN = "lainnya"


_PERIHAL_BAGIAN = {"uraian": Perihal.NAMA, "nama": Perihal.NAMA, "pagu": Perihal.PAGU}


@attrs.frozen
class Perubahan:
    """One change.

    Attributes:
        jenis: What became of the part.
        jalur: Where it is, from the whole down.
        sebelum: What stood there; None where nothing did.
        sesudah: What stands there now; None where nothing does.
        simpul: The id of the node that it is in; empty outside of any.
        bawah: The id of the node that a new node hangs under; None for a root.

    >>> print(Perubahan(JenisPerubahan.DIUBAH, ("indikator", Kunci("IK1"), "satuan"), "Orang", "%", "P1"))
    P1 indikator IK1 satuan: "Orang" menjadi "%"
    """

    jenis: JenisPerubahan
    jalur: Jalur
    sebelum: Any
    sesudah: Any
    simpul: str = ""
    bawah: str | None = None

    @property
    def tempat(self) -> str:
        """Where it is, in words."""
        return " ".join(filter(None, (self.simpul, *map(str, self.jalur))))

    @property
    def perihal(self) -> Perihal:
        """What it is about.

        >>> Perubahan(JenisPerubahan.DIUBAH, ("uraian",), "Sejahtra", "Sejahtera", "O1").perihal.value
        'berganti nama'
        """
        ends = [item for item in (self.sebelum, self.sesudah) if isinstance(item, Relasi)]
        if ends:
            return Perihal.PEMILIK if ends[0].jenis is JenisRelasi.PENUGASAN else Perihal.LAIN
        if not self.jalur:
            return _OF_SIMPUL.get(self.jenis, Perihal.JENIS)
        if self.jenis is JenisPerubahan.DIPINDAH:
            return Perihal.PINDAH
        if self.jalur[0] == "indikator":
            return self._perihal_indikator()
        if not self.simpul or self.jenis is JenisPerubahan.DIURUTKAN:
            return Perihal.LAIN
        return _PERIHAL_BAGIAN.get(str(self.jalur[0]), Perihal.LAIN)

    def _perihal_indikator(self) -> Perihal:
        match self.jalur[2:]:
            case ():
                return _OF_INDIKATOR.get(self.jenis, Perihal.LAIN) if len(self.jalur) > 1 else Perihal.LAIN
            case ("nama",):
                return Perihal.NAMA_INDIKATOR
            case ("target", *_):
                return Perihal.TARGET
            case _:
                return Perihal.LAIN

    @property
    def pesan(self) -> str:
        """What became of it, in Indonesian."""
        match self.jenis:
            case JenisPerubahan.BARU:
                return f'baru: "{show_nilai(self.sesudah)}"'
            case JenisPerubahan.HILANG:
                return f'hilang: "{show_nilai(self.sebelum)}"'
            case JenisPerubahan.DIUBAH:
                return f'"{show_nilai(self.sebelum)}" menjadi "{show_nilai(self.sesudah)}"'
            case JenisPerubahan.DIPINDAH:
                return (
                    f'dipindah dari bawah "{show_nilai(self.sebelum)}" ke bawah "{show_nilai(self.sesudah)}"'
                )
            case _:
                return f"urutan {show_nilai(self.sebelum)} menjadi {show_nilai(self.sesudah)}"

    def to_record(self) -> dict[str, object]:
        """The change as one flat record of plain values, for tables and JSON."""
        return {
            "perihal": self.perihal.value,
            "jenis": self.jenis.value,
            "simpul": self.simpul,
            "tempat": self.tempat,
            "sebelum": show_nilai(self.sebelum),
            "sesudah": show_nilai(self.sesudah),
            "pesan": self.pesan,
        }

    def __str__(self) -> str:
        return f"{self.tempat}: {self.pesan}"


_OF_SIMPUL = {JenisPerubahan.BARU: Perihal.SIMPUL_BARU, JenisPerubahan.HILANG: Perihal.SIMPUL_HILANG}
_OF_INDIKATOR = {
    JenisPerubahan.BARU: Perihal.INDIKATOR_BARU,
    JenisPerubahan.HILANG: Perihal.INDIKATOR_HILANG,
}


def show_nilai(value: Any) -> str:
    """A value as a reader knows it."""
    if value is None:
        return ""
    if isinstance(value, Relasi):
        return value.ke.id if value.jenis is JenisRelasi.PENUGASAN else f"{value.dari} {value.ke}"
    if isinstance(value, tuple | list):
        return "; ".join(map(show_nilai, value))
    if isinstance(value, enum.Enum):
        return str(value.value)
    for name in ("label", "nama", "nilai", "jumlah"):
        found = getattr(value, name, None)
        if found is not None and found != "" and attrs.has(type(value)) and is_nested(value):
            return show_nilai(found)
    return str(value)


@attrs.frozen
class Beda(Tampilan, Rekaman):
    """All that changed between two values, in the order of the second.

    Attributes:
        perubahan: The changes.

    >>> len(Beda(())), bool(Beda(()))
    (0, False)
    """

    perubahan: tuple[Perubahan, ...]

    def __len__(self) -> int:
        return len(self.perubahan)

    def __iter__(self) -> Iterator[Perubahan]:
        return iter(self.perubahan)

    def about(self, *perihal: Perihal) -> Beda:
        """The changes of some kinds alone.

        >>> len(Beda(()).about(Perihal.TARGET))
        0
        """
        return Beda(tuple(item for item in self.perubahan if item.perihal in perihal))

    @property
    def banyak(self) -> dict[Perihal, int]:
        """How many changes there are of each kind that there is, in the order of `Perihal`.

        >>> Beda((Perubahan(JenisPerubahan.DIUBAH, ("uraian",), "a", "b", "O1"),)).banyak
        {<Perihal.NAMA: 'berganti nama'>: 1}
        """
        found = Counter(item.perihal for item in self.perubahan)
        return {perihal: found[perihal] for perihal in Perihal if found[perihal]}

    def to_records(self) -> list[dict[str, object]]:
        """The changes as flat records."""
        return [item.to_record() for item in self.perubahan]

    def _rows(self) -> list[tuple[str, ...]]:
        return [
            (item.perihal.value, item.tempat, show_nilai(item.sebelum), show_nilai(item.sesudah))
            for item in self.perubahan
        ]

    def __str__(self) -> str:
        if not self.perubahan:
            return "Tidak ada yang berubah."
        counts = ", ".join(f"{many} {perihal.value}" for perihal, many in self.banyak.items())
        return f"{render_tabel(_KEPALA, self._rows(), lebar=(0, 40, 40, 40))}\n\n{len(self)} perubahan: {counts}."

    def _repr_html_(self) -> str:
        return render_html(_KEPALA, self._rows())


_KEPALA = ("Perihal", "Tempat", "Sebelum", "Sesudah")


def compare_dokumen(sebelum: Any, sesudah: Any) -> Beda:
    """What changed between two forms, or two other values, of one class.

    Items of lists are known by their id, and targets and money by period and version, so
    a row that only moved is told from one that is new.

    Args:
        sebelum: The first, such as the form that was written.
        sesudah: The second, such as the same form as it came back.

    >>> from sakip import Indikator
    >>> satu = Indikator(id="IK1", nama="Persentase PPKS tertangani", target={2025: "93,59 %"})
    >>> for item in compare_dokumen(satu, attrs.evolve(satu, target={2025: "95 %"})):
    ...     print(item)
    target 2025 murni nilai: "93,59 %" menjadi "95 %"
    """
    return Beda(tuple(compare_values(sebelum, sesudah)))


def compare_values(sebelum: Any, sesudah: Any, jalur: Jalur = (), simpul: str = "") -> Iterator[Perubahan]:
    """The changes between two values, the path beginning anew at each node of a tree."""
    if sebelum == sesudah:
        return
    if is_simpul(sesudah) and is_simpul(sebelum) and sebelum.id == sesudah.id:
        jalur, simpul = (), sesudah.id
    if type(sebelum) is not type(sesudah) or not (is_nested(sesudah) or isinstance(sesudah, tuple)):
        yield Perubahan(_kind(sebelum, sesudah), jalur, sebelum, sesudah, simpul)
    elif isinstance(sesudah, tuple):
        yield from _compare_items(sebelum, sesudah, jalur, simpul)
    else:
        for field in attrs.fields(type(sesudah)):
            before, after = getattr(sebelum, field.name), getattr(sesudah, field.name)
            yield from compare_values(before, after, (*jalur, field.name), simpul)


def _kind(sebelum: object, sesudah: object) -> JenisPerubahan:
    if sebelum is None:
        return JenisPerubahan.BARU
    return JenisPerubahan.HILANG if sesudah is None else JenisPerubahan.DIUBAH


def _compare_items(
    sebelum: tuple[Any, ...], sesudah: tuple[Any, ...], jalur: Jalur, simpul: str
) -> Iterator[Perubahan]:
    """The changes of a list: item by item where they are known by something, else as a whole."""
    before, after = _by_key(sebelum), _by_key(sesudah)
    if before is None or after is None:
        yield Perubahan(JenisPerubahan.DIUBAH, jalur, sebelum, sesudah, simpul)
        return
    for key, item in before.items():
        if key not in after:
            yield Perubahan(JenisPerubahan.HILANG, (*jalur, Kunci(key)), item, None, simpul)
    for key, item in after.items():
        if key in before:
            yield from compare_values(before[key], item, (*jalur, Kunci(key)), simpul)
        else:
            yield Perubahan(JenisPerubahan.BARU, (*jalur, Kunci(key)), None, item, simpul)
    wanted = merged_order(before, after)
    if wanted != list(after):
        yield Perubahan(JenisPerubahan.DIURUTKAN, jalur, tuple(wanted), tuple(after), simpul)


def merged_order(sebelum: Iterable[Hashable], sesudah: Iterable[Hashable]) -> list[Hashable]:
    """What is left of the first, in its order, and then what the second adds.

    >>> merged_order("abc", "cxa")
    ['a', 'c', 'x']
    """
    before, after = list(sebelum), list(sesudah)
    kept = [item for item in before if item in set(after)]
    return [*kept, *(item for item in after if item not in set(before))]


def _by_key(items: tuple[Any, ...]) -> dict[Hashable, Any] | None:
    """Items by what they are known by; None where any is known by nothing, or two by the same."""
    found = {key_of(item): item for item in items}
    return None if None in found or len(found) < len(items) else found
