"""What became of codes from one list to a newer one, and a tree with the newer ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

import attrs

from sakip.berkas import Rekaman
from sakip.errors import ModelError, TidakAdaError
from sakip.kode import Kode
from sakip.model import Komponen
from sakip.nomenklatur._daftar import BarisNomenklatur, Nomenklatur, to_placeholder, words
from sakip.pohon import PohonKinerja
from sakip.teks import Tampilan, render_html, render_tabel

TETAP, BERGANTI_NAMA, PINDAH, PECAH, HILANG, BARU = (
    "tetap",
    "berganti nama",
    "pindah",
    "pecah",
    "hilang",
    "baru",
)


@attrs.frozen(kw_only=True)
class PindahKode:
    """What became of one code in a newer list.

    Attributes:
        id: The id of the component that has it; of a row of a list its code.
        nama: Its name.
        lama: The code; None for one that is new.
        baru: The rows that it has in the newer list, or that replace it: one is a plain move,
            several need a choice, none means that it is gone, or stays and the list names it only
            by what lies below it.
        tetap: Whether the code itself is in the newer list, or what lies below it.

    >>> PindahKode(id="P1", nama="Rehabilitasi", lama=Kode.parse("1.06.04"), baru=(), tetap=False).keterangan
    'hilang'
    """

    id: str
    nama: str
    lama: Kode | None
    baru: tuple[BarisNomenklatur, ...]
    tetap: bool

    @property
    def keterangan(self) -> str:
        """What became of it, in Indonesian."""
        if self.lama is None:
            return BARU
        if self.tetap:
            official = self.baru[0].nama if self.baru else ""
            same = not official or not self.nama.strip() or words(official) == words(self.nama)
            return TETAP if same else BERGANTI_NAMA
        if not self.baru:
            return HILANG
        return PINDAH if len(self.baru) == 1 else PECAH

    def to_record(self) -> dict[str, str]:
        """The move as one flat record."""
        return {
            "id": self.id,
            "nama": self.nama,
            "kode_lama": "" if self.lama is None else str(self.lama),
            "kode_baru": "; ".join(str(row.kode) for row in self.baru)
            or (str(self.lama) if self.tetap else ""),
            "nama_baru": "; ".join(row.nama for row in self.baru),
            "keterangan": self.keterangan,
        }


_KEPALA = ("Id", "Kode lama", "Kode baru", "Nama", "Keterangan")


@attrs.frozen
class LaporanPindah(Tampilan, Rekaman):
    """What became of many codes, in their order.

    Attributes:
        baris: The codes.

    >>> print(LaporanPindah(()))
    Id  Kode lama  Kode baru  Nama  Keterangan
    ──  ─────────  ─────────  ────  ──────────
    """

    baris: tuple[PindahKode, ...]

    def __iter__(self) -> Iterator[PindahKode]:
        return iter(self.baris)

    def __len__(self) -> int:
        return len(self.baris)

    @property
    def banyak(self) -> Mapping[str, int]:
        """How many codes stayed, moved, split, are gone, and so on."""
        return Counter(item.keterangan for item in self.baris)

    @property
    def berubah(self) -> LaporanPindah:
        """Those alone that did not just stay."""
        return LaporanPindah(tuple(item for item in self.baris if item.keterangan != TETAP))

    def to_records(self) -> list[dict[str, str]]:
        """One flat record for each code."""
        return [item.to_record() for item in self.baris]

    def _cells(self) -> list[tuple[str, ...]]:
        keys = ("id", "kode_lama", "kode_baru", "nama", "keterangan")
        return [tuple(record[key] for key in keys) for record in self.to_records()]

    def __str__(self) -> str:
        return render_tabel(_KEPALA, self._cells(), lebar=(0, 0, 18, 48, 0))

    def _repr_html_(self) -> str:
        return render_html(_KEPALA, self._cells())


def map_kode(pohon: PohonKinerja, baru: Nomenklatur, jenis_pemda: str = "") -> LaporanPindah:
    """What became of every code of a tree in a newer list; nothing is changed.

    Args:
        pohon: The tree.
        baru: The newer list.
        jenis_pemda: The kind of government, as the list calls it; empty for all.

    >>> from sakip import Program
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Program("P1", kode="1.06.04", nama="Rehabilitasi Sosial"))
    >>> [(pindah.id, pindah.keterangan) for pindah in map_kode(pohon, Nomenklatur([]))]
    [('P1', 'hilang')]
    """
    return LaporanPindah(
        tuple(
            _move(simpul.id, simpul.nama, simpul.kode, baru, jenis_pemda)
            for simpul in pohon
            if isinstance(simpul, Komponen) and isinstance(simpul.kode, Kode)
        )
    )


def _move(id: str, nama: str, kode: Kode, baru: Nomenklatur, jenis_pemda: str) -> PindahKode:
    row = baru.find(kode, jenis_pemda, nama)
    rows = baru.replaced_by(kode, jenis_pemda) if row is None else (row,)
    stays = row is not None or (not rows and baru.covers(kode, jenis_pemda))
    return PindahKode(id=id, nama=nama, lama=kode, baru=rows, tetap=stays)


def compare_nomenklatur(lama: Nomenklatur, baru: Nomenklatur, jenis_pemda: str = "") -> LaporanPindah:
    """What became of every code of a list in a newer one, and which codes are new there.

    Args:
        lama: The older list.
        baru: The newer list.
        jenis_pemda: The kind of government, as the lists call it; empty compares each row
            with those of its own.

    >>> satu = Nomenklatur([BarisNomenklatur(kode=Kode.parse("1.06.04"), nama="Program Rehabilitasi Sosial")])
    >>> dua = Nomenklatur([BarisNomenklatur(kode=Kode.parse("1.06.05"), nama="Program Perlindungan Sosial")])
    >>> [(str(pindah.lama), pindah.keterangan) for pindah in compare_nomenklatur(satu, dua)]
    [('1.06.04', 'hilang'), ('None', 'baru')]
    """
    rows = [
        _move(str(row.kode), row.nama, row.kode, baru, jenis_pemda or row.jenis_pemda)
        for row in lama.baris
        if not jenis_pemda or row.jenis_pemda in {"", jenis_pemda}
    ]
    met = {(row.kode, row.jenis_pemda) for item in rows for row in item.baru}
    fresh = (
        PindahKode(id=str(row.kode), nama=row.nama, lama=None, baru=(row,), tetap=False)
        for row in baru.baris
        if (row.kode, row.jenis_pemda) not in met
        and (not jenis_pemda or row.jenis_pemda in {"", jenis_pemda})
    )
    return LaporanPindah((*rows, *fresh))


def recode(
    pohon: PohonKinerja,
    baru: Nomenklatur,
    jenis_pemda: str = "",
    *,
    pilihan: Mapping[str, Kode | str] | None = None,
) -> PohonKinerja:
    """A copy of a tree with the codes of a newer list, and nothing else changed.

    A plain move is made; of a split the part that was chosen. What is gone, or was split and
    not chosen, keeps its code, and `map_kode` still tells of it.

    Args:
        pohon: The tree; it stays as it is.
        baru: The newer list.
        jenis_pemda: The kind of government, as the list calls it; empty for all.
        pilihan: For components whose code was split, by their ids, the code to take.

    Raises:
        ModelError: A choice is none of the parts.
        TidakAdaError: A choice for what has no code in the tree.

    >>> from sakip import SubKegiatan
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(SubKegiatan("S1", kode="1.02.02.2.02.0013", nama="Pelayanan ODMK"))
    >>> daftar = Nomenklatur([BarisNomenklatur(
    ...     kode=Kode.parse("1.02.02.2.02.0035"), menggantikan=Kode.parse("1.02.02.2.02.0013"))])
    >>> print(recode(pohon, daftar)["S1"].kode)
    1.02.02.2.02.0035
    """
    laporan = map_kode(pohon, baru, jenis_pemda)
    known = {item.id: item for item in laporan}
    chosen = {id: _choose(id, known, kode) for id, kode in (pilihan or {}).items()}
    found = pohon.copy()
    for item in laporan:
        kode = chosen.get(item.id) or (item.baru[0].kode if item.keterangan == PINDAH else None)
        simpul = found[item.id]
        if kode is not None and isinstance(simpul, Komponen):
            found.replace(attrs.evolve(simpul, kode=kode))
    return found


def _choose(id: str, known: Mapping[str, PindahKode], kode: Kode | str) -> Kode:
    if id not in known:
        raise TidakAdaError("simpul", id, "the codes of the tree")
    wanted = Kode.parse(kode) if isinstance(kode, str) else kode
    parts = {row.kode for row in known[id].baru}
    if wanted not in parts and to_placeholder(wanted) not in parts:
        raise ModelError(
            "recode", f"pilihan {id}", str(wanted), f"one of {', '.join(map(str, sorted(parts)))}"
        )
    return wanted
