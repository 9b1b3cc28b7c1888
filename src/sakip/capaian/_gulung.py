"""Capaian up a tree: one figure for each node, each with what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

import attrs

from sakip.alasan import Alasan, Kekosongan
from sakip.angka import to_decimal
from sakip.berkas import Rekaman
from sakip.capaian._baris import BarisCapaian
from sakip.capaian._gabung import Bagian, CaraGabung, Gabungan, combine_capaian
from sakip.capaian._langsung import find_ganda, list_langsung
from sakip.capaian._laporan import LaporanCapaian, check_known
from sakip.errors import ModelError, TidakAdaError
from sakip.kebijakan import Kebijakan, Langkah
from sakip.model import AnySimpul, Jabatan
from sakip.periode import Periode
from sakip.pilihan import to_enum
from sakip.pohon import PohonKinerja
from sakip.skala import Pita
from sakip.teks import Tampilan, TampilanLangkah, render_html, render_tabel

_HEADER = ("Id", "Simpul", "Dari", "Terhitung", "Capaian")


@attrs.frozen(kw_only=True)
class CapaianSimpul(TampilanLangkah):
    """The capaian of one node.

    Attributes:
        simpul: The node.
        jalur: The ids from the root down to it.
        jabatan: The post that owns it.
        nilai: Its capaian in percent, not rounded; None where there is none.
        alasan: Why there is none.
        asal: ``indikator`` when it is that of its own indikator, ``anak`` when it
            is made of the nodes below, empty when it has neither.
        gabungan: What was put together, and how; None where nothing was.
        kebijakan: The policy.
        ganda: The indikator below it that were not counted again, each with the one that
            it was handed down from directly.

    >>> from sakip import Outcome, PohonKinerja, compute_capaian
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1"))
    >>> roll_up(pohon, compute_capaian(pohon, [], 2025))["O1"].alasan
    <Alasan.TANPA_INDIKATOR: 'tanpa_indikator'>
    """

    simpul: AnySimpul
    jalur: tuple[str, ...]
    jabatan: Jabatan | None
    nilai: Decimal | None
    alasan: Alasan | None
    asal: str
    gabungan: Gabungan | None
    kebijakan: Kebijakan
    ganda: tuple[tuple[str, str], ...] = ()

    @property
    def terhitung(self) -> int:
        """How many parts it rests on."""
        return 0 if self.gabungan is None else self.gabungan.terhitung

    @property
    def banyak(self) -> int:
        """How many parts there are."""
        return 0 if self.gabungan is None else self.gabungan.banyak

    @property
    def predikat(self) -> Pita | None:
        """The band of the figure, where the policy has a scale."""
        return self.kebijakan.pita_for(self.nilai)

    def __str__(self) -> str:
        if self.nilai is None:
            return f"— ({self.alasan.kalimat if self.alasan else ''})"
        return self.kebijakan.format(self.nilai)

    def _repr_ringkas_(self) -> str:
        return f"{self.simpul.id}: {self.simpul.label} · {self}"

    @property
    def langkah(self) -> tuple[Langkah, ...]:
        """How it came about, step by step, in Indonesian."""
        head = Langkah("simpul", f"{self.simpul.id}: {self.simpul.label}")
        if self.gabungan is None:
            reason = self.alasan.kalimat if self.alasan else ""
            return head, Langkah("alasan", f"Tidak dihitung: {reason}.")
        source = {"indikator": "indikatornya sendiri", "anak": "simpul di bawahnya"}[self.asal]
        once = [
            Langkah("ganda", f"Tidak dihitung lagi: {id}, penurunan langsung dari {dari}.")
            for id, dari in self.ganda
        ]
        return head, Langkah("asal", f"Dihitung dari {source}."), *once, *self.gabungan.langkah

    def explain(self) -> str:
        """How it came about, step by step, in Indonesian."""
        return "\n".join(step.teks for step in self.langkah)

    def to_record(self) -> dict[str, object]:
        """The node as one flat record; figures stay exact `Decimal` values."""
        pita, gabungan = self.predikat, self.gabungan
        return {
            "id_simpul": self.simpul.id,
            "induk": self.jalur[-2] if len(self.jalur) > 1 else "",
            "jenis": self.simpul.jenis,
            "tingkat": len(self.jalur) - 1,
            "uraian": self.simpul.label,
            "jabatan": "" if self.jabatan is None else self.jabatan.nama,
            "capaian": self.nilai,
            "alasan": "" if self.alasan is None else self.alasan.value,
            "asal": self.asal,
            "cara": "" if gabungan is None else gabungan.cara.value,
            "terhitung": self.terhitung,
            "banyak": self.banyak,
            "kurang": "; ".join(item.id for item in gabungan.kurang) if gabungan else "",
            "predikat": "" if pita is None else pita.label,
            "warna": "" if pita is None else pita.warna,
            "kebijakan": self.kebijakan.nama,
        }


@attrs.frozen
class LaporanSimpul(Tampilan, Rekaman):
    """The capaian of every node of a tree, in tree order; ``laporan["P1"]`` is one of them.

    Attributes:
        nama: The name of the tree.
        periode: The period.
        kebijakan: The policy.
        baris: The nodes.

    >>> from sakip import Outcome, PohonKinerja, compute_capaian
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1"))
    >>> len(roll_up(pohon, compute_capaian(pohon, [], 2025)))
    1
    """

    nama: str
    periode: Periode
    kebijakan: Kebijakan
    baris: tuple[CapaianSimpul, ...]
    _index: dict[str, CapaianSimpul] = attrs.field(init=False, repr=False, eq=False, hash=False)

    @_index.default
    def _make_index(self) -> dict[str, CapaianSimpul]:
        return {row.simpul.id: row for row in self.baris}

    def __getitem__(self, id: str) -> CapaianSimpul:
        try:
            return self._index[id]
        except (KeyError, TypeError):
            raise TidakAdaError("simpul", str(id), f"the report of {self.nama!r}") from None

    def __iter__(self) -> Iterator[CapaianSimpul]:
        return iter(self.baris)

    def _ipython_key_completions_(self) -> list[str]:
        return list(self._index)

    def __len__(self) -> int:
        return len(self.baris)

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and id in self._index

    def to_records(self) -> list[dict[str, object]]:
        """The nodes as flat records, for a data frame or a file."""
        return [row.to_record() for row in self.baris]

    @property
    def judul(self) -> str:
        """What the report is about, in one line."""
        return f"Capaian simpul {self.nama}, {self.periode.label}, kebijakan {self.kebijakan.nama}"

    def __str__(self) -> str:
        table = render_tabel(_HEADER, self._cells(), lebar=(0, 56, 12, 12, 32), kanan=(3, 4))
        return f"{self.judul}\n\n{table}"

    def _cells(self) -> list[tuple[str, ...]]:
        return [
            (
                row.simpul.id,
                row.simpul.label,
                row.asal,
                f"{row.terhitung} dari {row.banyak}" if row.gabungan else "",
                str(row),
            )
            for row in self.baris
        ]

    def _repr_html_(self) -> str:
        pita = [row.predikat for row in self.baris]
        cells = [
            (*row, "" if band is None else band.label) for row, band in zip(self._cells(), pita, strict=True)
        ]
        colours = ["" if band is None else band.warna for band in pita]
        return render_html((*_HEADER, "Predikat"), cells, judul=self.judul, kanan=(3, 4), warna=colours)


def roll_up(
    pohon: PohonKinerja,
    laporan: LaporanCapaian,
    *,
    indikator: CaraGabung | str = CaraGabung.RATA_RATA,
    anak: CaraGabung | str | None = None,
    bobot: Mapping[str, Decimal | int | str] | None = None,
    iku: bool = False,
    kosong: Kekosongan | str = Kekosongan.LEWATI,
) -> LaporanSimpul:
    """The capaian of every node, from those of its indikator or of the nodes below it.

    A node with indikator of its own has theirs. One without has none until
    *anak* names how the nodes below it make one: a parent never averages its
    children by default. Links beside the tree are never followed, but for one thing:
    an indikator that was handed down directly from another one is that one, or a share
    of it, so where both are put together it is not counted again.

    Args:
        pohon: The tree.
        laporan: The capaian of its indikator, in one period.
        indikator: How several indikator of one node become one figure.
        anak: How the nodes directly below become one figure; None leaves it open.
        bobot: Weights by id of indikator and node, for ``tertimbang``. A part without one
            leaves no figure; the explanation names it.
        iku: Whether only a node's Indikator Kinerja Utama count; one that has none of them
            is a node without indikator.
        kosong: What is done where a part has no number: ``lewati`` or ``tolak``.

    Raises:
        ModelError: The report has several periods; an unknown way.
        TidakAdaError: A weight of what is neither an indikator nor a node of the tree.

    >>> from sakip import CSF, Indikator, Outcome, PohonKinerja, Realisasi, compute_capaian
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1"))
    >>> for n, target in ((1, 50), (2, 100)):
    ...     indikator = Indikator(id=f"IK{n}", nama="Jumlah", target={2025: target})
    ...     _ = pohon.add(CSF(f"C{n}", indikator=[indikator]), under="O1")
    >>> laporan = compute_capaian(pohon, [Realisasi("IK1", 2025, 45), Realisasi("IK2", 2025, 70)], 2025)
    >>> print(roll_up(pohon, laporan)["O1"], "|", roll_up(pohon, laporan, anak="rata_rata")["O1"])
    — (cara menggabungkan simpul di bawahnya tidak disebut) | 80,00 %
    """
    if len(laporan.periode) != 1:
        raise ModelError("LaporanCapaian", "periode", str(len(laporan.periode)), "one period, see select(),")
    gulung = _Gulung(
        laporan.kebijakan,
        to_enum(CaraGabung, indikator, "roll_up", "indikator"),
        None if anak is None else to_enum(CaraGabung, anak, "roll_up", "anak"),
        {id: to_decimal(nilai) for id, nilai in (bobot or {}).items()},
        to_enum(Kekosongan, kosong, "roll_up", "kosong"),
    )
    nodes = list(pohon)
    known = {node.id for node in nodes} | {item.id for node in nodes for item in node.indikator}
    check_known("indikator atau simpul", gulung.bobot, known, f"the tree {pohon.nama!r}")
    own: dict[str, list[BarisCapaian]] = {}
    for row in laporan:
        if row.indikator.iku or not iku:
            own.setdefault(row.simpul.id, []).append(row)
    made: dict[str, CapaianSimpul] = {}
    paths: dict[str, tuple[str, ...]] = {}
    below: dict[str, list[str]] = {}
    for node in nodes:
        above = pohon.parent(node.id)
        paths[node.id] = (node.id,) if above is None else (*paths[above.id], node.id)
        if above is not None:
            below.setdefault(above.id, []).append(node.id)
    sekali = _Sekali(gulung, own, below, list_langsung(pohon))
    for node in reversed(nodes):  # children before their parents
        (nilai, alasan, asal, gabungan), ganda = sekali.one(node.id, made)
        made[node.id] = CapaianSimpul(
            simpul=node,
            jalur=paths[node.id],
            jabatan=pohon.owner(node.id),
            nilai=nilai,
            alasan=alasan,
            asal=asal,
            gabungan=gabungan,
            kebijakan=laporan.kebijakan,
            ganda=tuple(ganda.items()),
        )
    return LaporanSimpul(
        pohon.nama, laporan.periode[0], laporan.kebijakan, tuple(made[node.id] for node in nodes)
    )


_Hasil = tuple[Decimal | None, Alasan | None, str, Gabungan | None]


@attrs.frozen
class _Gulung:
    """How parts become one, for every node alike."""

    kebijakan: Kebijakan
    indikator: CaraGabung
    anak: CaraGabung | None
    bobot: Mapping[str, Decimal]
    kosong: Kekosongan

    def one(
        self, rows: Iterable[BarisCapaian], children: Iterable[tuple[str, Decimal | None, Alasan | None]]
    ) -> _Hasil:
        """The figure of one node: of its indikator, else of the nodes below it."""
        own = [
            Bagian(row.indikator.id, row.nilai, row.alasan, self.bobot.get(row.indikator.id)) for row in rows
        ]
        if own:
            return self._combine(own, self.indikator, "indikator")
        parts = [Bagian(id, nilai, alasan, self.bobot.get(id)) for id, nilai, alasan in children]
        if not parts:
            return None, Alasan.TANPA_INDIKATOR, "", None
        if self.anak is None:
            return None, Alasan.CARA_TIDAK_DISEBUT, "", None
        return self._combine(parts, self.anak, "anak")

    def _combine(self, parts: list[Bagian], cara: CaraGabung, asal: str) -> _Hasil:
        if len(parts) == 1:  # one part is itself, whatever it would weigh
            cara = CaraGabung.RATA_RATA
        gabungan = combine_capaian(parts, cara, kosong=self.kosong)
        alasan = gabungan.alasan
        if len(parts) == 1 and alasan is not None:
            alasan = parts[0].alasan or alasan
        return gabungan.nilai, alasan, asal, gabungan


_TANPA: Mapping[str, str] = {}


@attrs.define
class _Sekali:
    """The figure of each node, in which an indikator handed down directly counts once.

    Attributes:
        gulung: How parts become one.
        own: The rows of each node.
        below: The nodes directly below each.
        langsung: What an indikator was handed down from.
        isi: The indikator that have a part in such links and that the figure of a node rests on.
    """

    gulung: _Gulung
    own: Mapping[str, list[BarisCapaian]]
    below: Mapping[str, list[str]]
    langsung: Mapping[str, str]
    isi: dict[str, tuple[str, ...]] = attrs.field(factory=dict, init=False)
    _bertaut: set[str] = attrs.field(init=False)

    @_bertaut.default
    def _find_bertaut(self) -> set[str]:
        return {*self.langsung, *self.langsung.values()}

    def one(self, id: str, made: Mapping[str, CapaianSimpul]) -> tuple[_Hasil, Mapping[str, str]]:
        """The figure of one node, and what was not counted again; those below are made."""
        rests = self._rests(id) if id in self.own or self.gulung.anak is not None else ()
        ganda = find_ganda(rests, self.langsung) if len(rests) > 1 else _TANPA
        if rests:
            self.isi[id] = tuple(item for item in rests if item not in ganda)
        if ganda:
            return self._without(id, ganda, made), ganda
        children = [(below, made[below].nilai, made[below].alasan) for below in self.below.get(id, [])]
        return self.gulung.one(self.own.get(id, []), children), ganda

    def _rests(self, id: str) -> tuple[str, ...]:
        if not self.langsung:
            return ()
        if id in self.own:
            return tuple(row.indikator.id for row in self.own[id] if row.indikator.id in self._bertaut)
        return tuple(item for below in self.below.get(id, []) for item in self.isi.get(below, ()))

    def _without(self, id: str, ganda: Mapping[str, str], made: Mapping[str, CapaianSimpul]) -> _Hasil:
        """The figure of a node without what counts elsewhere; a child that has nothing else is no part of it."""
        rows = [row for row in self.own.get(id, []) if row.indikator.id not in ganda]
        children = []
        for below in [] if id in self.own else self.below.get(id, []):
            if not any(item in ganda for item in self.isi.get(below, ())):
                children.append((below, made[below].nilai, made[below].alasan))
            elif not self._is_counted(below, ganda):
                nilai, alasan, _, _ = self._without(below, ganda, made)
                children.append((below, nilai, alasan))
        return self.gulung.one(rows, children)

    def _is_counted(self, id: str, ganda: Mapping[str, str]) -> bool:
        """Whether all that the figure of a node rests on counts elsewhere."""
        if id in self.own:
            return all(row.indikator.id in ganda for row in self.own[id])
        return all(self._is_counted(below, ganda) for below in self.below.get(id, []))
