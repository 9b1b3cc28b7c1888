"""Money spent beside the pagu: one row for each node, each with its explanation."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Literal, TypeAlias

import attrs

from sakip.alasan import Alasan, Kekosongan
from sakip.anggaran._rekap import Uang, printed_pagu
from sakip.angka import KONTEKS, format_angka, format_persen, round_half_up
from sakip.errors import TidakAdaError, TipeError
from sakip.kebijakan import Langkah
from sakip.model import AnySimpul, Komponen, RealisasiAnggaran
from sakip.periode import JenisPeriode, Periode, to_periode
from sakip.pilihan import to_enum
from sakip.pohon import PohonKinerja
from sakip.teks import render_tabel
from sakip.temuan import JenisTemuan, Tempat, Temuan, Tingkat, register

SERAPAN_TANPA_SIMPUL = register(
    JenisTemuan(
        "SKP707",
        Tingkat.KESALAHAN,
        "realisasi anggaran tanpa simpul",
        'Ada realisasi anggaran {periode} untuk simpul "{simpul}" yang tidak ada di pohon; realisasi itu tidak dipakai.',
        "Periksa id simpul pada tabel realisasi anggaran.",
    )
)
SERAPAN_GANDA = register(
    JenisTemuan(
        "SKP708",
        Tingkat.KESALAHAN,
        "realisasi anggaran diisi lebih dari sekali",
        "Realisasi anggaran {periode} diisi {banyak} kali; tidak satu pun dipakai.",
        "Pilih satu realisasi anggaran untuk periode ini.",
    )
)
SERAPAN_TUMPANG_TINDIH = register(
    JenisTemuan(
        "SKP709",
        Tingkat.KESALAHAN,
        "periode realisasi anggaran tumpang tindih",
        "Realisasi anggaran {bagian} tumpang tindih, sehingga tidak dijumlahkan untuk {periode}.",
        "Catat setiap belanja dalam satu periode saja, atau catat realisasi {periode} itu sendiri.",
    )
)
SERAPAN_TAK_TERBACA = register(
    JenisTemuan(
        "SKP710",
        Tingkat.KESALAHAN,
        "realisasi anggaran tidak terbaca",
        'Realisasi anggaran {periode} tercetak "{teks}" dan tidak terbaca sebagai rupiah.',
        "Periksa dokumen sumber, lalu tuliskan jumlah yang benar.",
    )
)
SERAPAN_BAGIAN_BERBEDA = register(
    JenisTemuan(
        "SKP711",
        Tingkat.KESALAHAN,
        "realisasi anggaran tidak sama dengan jumlah bagian periodenya",
        "Realisasi anggaran {periode} {tercatat}, jumlah {bagian} {jumlah}: selisih {selisih}. "
        "Yang dipakai adalah realisasi {periode}.",
        "Cocokkan realisasi {periode} dengan bagian-bagiannya. Realisasi dicatat per periode, bukan kumulatif.",
    )
)
SERAPAN_BELUM_LENGKAP = register(
    JenisTemuan(
        "SKP712",
        Tingkat.PERINGATAN,
        "realisasi anggaran belum mencakup seluruh periode",
        "Realisasi anggaran {periode} dijumlahkan dari {bagian}, yang belum mencakup seluruh periode itu.",
        "Lengkapi bagian periode yang belum dicatat; belanja yang tidak ada dicatat 0.",
    )
)
SERAPAN_BAWAH_BERBEDA = register(
    JenisTemuan(
        "SKP713",
        Tingkat.KESALAHAN,
        "realisasi anggaran tidak sama dengan jumlah di bawahnya",
        "Realisasi anggaran {periode} tercatat {tercatat}, jumlah realisasi di bawahnya {jumlah}{catatan}: selisih "
        "{selisih}. Yang dipakai adalah realisasi pada simpul ini.",
        "Cocokkan realisasi ini dan realisasi di bawahnya dengan laporan realisasi anggaran.",
    )
)
SERAPAN_LEBIH = register(
    JenisTemuan(
        "SKP714",
        Tingkat.PERINGATAN,
        "realisasi anggaran melebihi pagu",
        "Realisasi anggaran {periode} {realisasi} melebihi pagu {tahun} {pagu}: lebih {lebih}.",
        "Periksa realisasi ini, dan apakah pagu yang dipakai sudah menurut perubahan terakhir.",
    )
)

Asal: TypeAlias = Literal["simpul", "bawah", ""]
"""Where an amount stands: at the node itself, below it, or nowhere."""

_Uang: TypeAlias = Mapping[Periode, int | None]
"""A pagu by the period it is printed for; None where it can't be read."""


def format_uang(jumlah: int) -> str:
    """An amount of any size, a sum of many included."""
    return f"{'-' if jumlah < 0 else ''}Rp{format_angka(Decimal(abs(jumlah)))}"


def note_rounding(nilai: Decimal) -> str:
    """What an explanation adds to a figure that it prints with two decimals."""
    return (
        "" if round_half_up(nilai, 2) == nilai else " (dibulatkan 2 angka di belakang koma, setengah ke atas)"
    )


_TERDEKAT = "simpul beranggaran terdekat di bawahnya"

# --- rows ---------------------------------------------------------------------


@attrs.frozen
class BarisSerapan:
    """How much of the pagu of one node was spent in a period.

    Attributes:
        id: The node.
        nama: What a reader knows it by.
        periode: The period.
        pagu: What the spending is divided by, in rupiah; None where it is not known.
        periode_pagu: The period that this pagu is printed for.
        pagu_asal: ``simpul`` for the pagu printed at the node, ``bawah`` for a sum of
            those below it, empty where there is none.
        realisasi: What was spent, in rupiah; a recorded 0 is 0, and None is not known.
        serapan: The realisasi in percent of the pagu, not rounded; None where there is no number.
        alasan: Why there is no number; None where there is one.
        asal: ``simpul`` where the spending was recorded at the node, ``bawah`` where it
            is the sum of what is recorded below, empty where there is none.
        terisi: On how many the realisasi rests: of a sum, how many of the nearest
            components below have all of theirs; 1 for a record at the node itself.
        banyak: Of how many: the nearest components below that carry money; 1 for a
            record at the node itself, and for a component with nothing below it.
        kosong: The ids of those that have none, or not all, of theirs.
        catatan: What was recorded at the node itself, in order of the periods.

    >>> from sakip import PohonKinerja, Program
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Program("P1", nama="Rehabilitasi Sosial", pagu={"2025": 306_749_630}))
    >>> baris = compute_serapan(pohon, [RealisasiAnggaran("P1", "2025", 306_749_630)], 2025)["P1"]
    >>> baris.serapan, baris.asal, str(baris)
    (Decimal('100'), 'simpul', '100,00 %')
    """

    id: str
    nama: str
    periode: Periode
    pagu: int | None
    periode_pagu: Periode | None
    pagu_asal: Asal
    realisasi: int | None
    serapan: Decimal | None
    alasan: Alasan | None
    asal: Asal
    terisi: int
    banyak: int
    kosong: tuple[str, ...] = ()
    catatan: tuple[RealisasiAnggaran, ...] = ()

    def __str__(self) -> str:
        if self.serapan is None:
            return f"— ({self.alasan.kalimat if self.alasan else ''})"
        return format_persen(self.serapan)

    @property
    def langkah(self) -> tuple[Langkah, ...]:
        """How the figure came about, step by step, in Indonesian."""
        return tuple(self._steps())

    def explain(self) -> str:
        """The formula with the numbers put in, and where they come from, in Indonesian.

        >>> from sakip import PohonKinerja, Program
        >>> pohon = PohonKinerja("Dinas Contoh")
        >>> _ = pohon.add(Program("P1", nama="Rehabilitasi Sosial", pagu={"2025": 300_000_000}))
        >>> rekap = compute_serapan(pohon, [RealisasiAnggaran("P1", "2025-TW1", 75_000_000)], "2025-TW1")
        >>> print(rekap["P1"].explain())
        Serapan = realisasi anggaran ÷ pagu × 100
                = Rp75.000.000 ÷ Rp300.000.000 × 100
                = 25,00 %
        Pagu: Rp300.000.000, pagu Tahun 2025 (untuk Triwulan I Tahun 2025 tidak tercetak pagu).
        Realisasi: Rp75.000.000, tercatat pada simpul ini untuk Triwulan I Tahun 2025.
        """
        return "\n".join(step.teks for step in self.langkah)

    def to_record(self) -> dict[str, object]:
        """The row as one flat record; figures stay exact, a missing one is None."""
        return {
            "id_simpul": self.id,
            "uraian": self.nama,
            "periode": str(self.periode),
            "pagu": self.pagu,
            "periode_pagu": "" if self.periode_pagu is None else str(self.periode_pagu),
            "realisasi": self.realisasi,
            "serapan": self.serapan,
            "alasan": "" if self.alasan is None else self.alasan.value,
            "asal": self.asal,
            "terisi": self.terisi,
            "banyak": self.banyak,
            "kosong": "; ".join(self.kosong),
        }

    def _steps(self) -> Iterator[Langkah]:
        if self.serapan is None or self.realisasi is None or self.pagu is None:
            kalimat = self.alasan.kalimat if self.alasan else ""
            yield Langkah("alasan", f"Serapan tidak dihitung: {kalimat}.")
        else:
            numbers = f"{format_uang(self.realisasi)} ÷ {format_uang(self.pagu)} × 100"
            result = f"{format_persen(self.serapan)}{note_rounding(self.serapan)}"
            yield Langkah("rumus", "Serapan = realisasi anggaran ÷ pagu × 100")
            yield Langkah("angka", f"        = {numbers}")
            yield Langkah("hasil", f"        = {result}", self.serapan)
        yield self._pagu_step()
        yield from self._realisasi_steps()

    def _pagu_step(self) -> Langkah:
        if self.pagu is None or self.periode_pagu is None:
            return Langkah("pagu", "Pagu: tidak ada atau tidak terbaca.")
        words = f"Pagu: {format_uang(self.pagu)}, pagu {self.periode_pagu.label}"
        if self.periode_pagu != self.periode:
            words += f" (untuk {self.periode.label} tidak tercetak pagu)"
        if self.pagu_asal == "bawah":
            which = " yang ada realisasinya" if self.kosong and self.asal == "bawah" else ""
            words += f", jumlah pagu {_TERDEKAT}{which}"
        if self.pagu < 0:
            words += ". Pagu negatif tidak dipakai sebagai pembagi"
        return Langkah("pagu", f"{words}.", Decimal(self.pagu))

    def _realisasi_steps(self) -> Iterator[Langkah]:
        number = None if self.realisasi is None else Decimal(self.realisasi)
        yield Langkah("realisasi", f"Realisasi: {self._source()}.", number)
        if self.asal == "simpul" and not _layout(self.periode, _periods(self.catatan)).penuh:
            yield Langkah("cakupan", f"Catatan itu belum mencakup seluruh {self.periode.label}.")
        if self.kosong:
            names = ", ".join(self.kosong)
            yield Langkah(
                "cakupan",
                f"Terisi: {self.terisi} dari {self.banyak} {_TERDEKAT}; kosong atau belum lengkap: {names}.",
            )

    def _source(self) -> str:
        """Where the realisasi comes from, in words."""
        printed = ", ".join(f"{item.periode} {_printed(item)}" for item in self.catatan)
        if self.realisasi is None:
            if printed:
                return f"catatan pada simpul ini tidak dapat dipakai ({printed})"
            return "tidak dijumlahkan" if self.terisi else "tidak ada"
        amount = format_uang(self.realisasi)
        if self.asal == "bawah":
            return f"{amount}, jumlah realisasi {_TERDEKAT}"
        if self.catatan[0].periode == self.periode:
            return f"{amount}, tercatat pada simpul ini untuk {self.periode.label}"
        return f"{amount}, jumlah catatan pada simpul ini ({printed})"


def _printed(item: RealisasiAnggaran) -> str:
    return f'"{item.teks}"' if item.jumlah is None else format_uang(item.jumlah)


@attrs.frozen
class RekapSerapan(Mapping[str, BarisSerapan]):
    """The serapan of a whole tree, for one period and one version of the plan.

    Indexable by the id of a node, in tree order; printable as a table.

    Attributes:
        periode: The period.
        versi: The version of the plan; None stands for the one in force.
        kosong: What was done where a part of a sum has no realisasi.
        baris: One row for each component, and for each other node that has
            components below it, or spending at it or below it.
        temuan: What is wrong with the records of spending.

    >>> from sakip import Kegiatan, PohonKinerja, SubKegiatan
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Kegiatan("K1", nama="Rehabilitasi", pagu={"2025": 100_000_000}))
    >>> _ = pohon.add(SubKegiatan("S1", nama="Sandang", pagu={"2025": 60_000_000}), under="K1")
    >>> _ = pohon.add(SubKegiatan("S2", nama="Permakanan", pagu={"2025": 40_000_000}), under="K1")
    >>> print(compute_serapan(pohon, [RealisasiAnggaran("S1", "2025", 45_000_000)], 2025, kosong="lewati"))
    Id  Nama                  Pagu     Realisasi                           Serapan  Terisi
    ──  ────────────  ────────────  ────────────  ────────────────────────────────  ──────
    K1  Rehabilitasi  Rp60.000.000  Rp45.000.000                           75,00 %     1/2
    S1  Sandang       Rp60.000.000  Rp45.000.000                           75,00 %     1/1
    S2  Permakanan    Rp40.000.000                — (belum ada realisasi anggaran)     0/1
    """

    periode: Periode
    versi: str | None
    kosong: Kekosongan
    baris: tuple[BarisSerapan, ...]
    temuan: tuple[Temuan, ...] = ()
    _index: dict[str, BarisSerapan] = attrs.field(init=False, repr=False, eq=False, hash=False)

    @_index.default
    def _make_index(self) -> dict[str, BarisSerapan]:
        return {row.id: row for row in self.baris}

    def __getitem__(self, id: str) -> BarisSerapan:
        try:
            return self._index[id]
        except (KeyError, TypeError):
            raise TidakAdaError("simpul", str(id), f"the serapan of {self.periode}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._index)

    def __len__(self) -> int:
        return len(self.baris)

    def to_records(self) -> list[dict[str, object]]:
        """The rows as flat records, for a data frame or a file."""
        return [row.to_record() for row in self.baris]

    def __str__(self) -> str:
        rows = [
            (
                row.id,
                row.nama,
                "" if row.pagu is None else format_uang(row.pagu),
                "" if row.realisasi is None else format_uang(row.realisasi),
                str(row),
                f"{row.terisi}/{row.banyak}",
            )
            for row in self.baris
        ]
        header = ("Id", "Nama", "Pagu", "Realisasi", "Serapan", "Terisi")
        return render_tabel(header, rows, lebar=(0, 48), kanan=(2, 3, 4, 5))


# --- what is recorded at one node ---------------------------------------------


@functools.lru_cache(maxsize=4096)
def _days(periode: Periode) -> tuple[int, int]:
    """The first and the last day, as numbers."""
    return periode.mulai.toordinal(), periode.akhir.toordinal()


def _place(periode: Periode) -> tuple[int, int]:
    """Where a period stands among others: as `Periode` sorts, and fast."""
    first, last = _days(periode)
    return first, -last


@functools.lru_cache(maxsize=4096)
def _is_within(part: Periode, whole: Periode) -> bool:
    return _days(whole)[0] <= _days(part)[0] and _days(part)[1] <= _days(whole)[1]


@attrs.frozen
class _Letak:
    """How periods lie within a longer one: whether two overlap, and whether they fill it."""

    tumpang_tindih: bool
    penuh: bool


@functools.lru_cache(maxsize=4096)
def _layout(whole: Periode, parts: frozenset[Periode]) -> _Letak:
    days = sorted(_days(part) for part in parts)
    overlap = any(after[0] <= before[1] for before, after in itertools.pairwise(days))
    first, last = _days(whole)
    return _Letak(overlap, not overlap and sum(end - begin + 1 for begin, end in days) == last - first + 1)


def _periods(records: Iterable[RealisasiAnggaran]) -> frozenset[Periode]:
    return frozenset(item.periode for item in records)


@attrs.frozen
class _Catatan:
    """The spending recorded at one node: an amount, or the reason why it can't be used."""

    jumlah: int | None
    alasan: Alasan | None
    isi: tuple[RealisasiAnggaran, ...]
    temuan: tuple[Temuan, ...]


def _read(tempat: Tempat, records: Iterable[RealisasiAnggaran], when: Periode) -> _Catatan:
    """What the records of one node, all of them within the period, say of it."""
    by_period: dict[Periode, list[RealisasiAnggaran]] = {}
    for item in sorted(records, key=_sort_key):
        by_period.setdefault(item.periode, []).append(item)
    found = [item for same in by_period.values() for item in _check_record(tempat, same)]
    exact = by_period.pop(when, [])
    parts = [item for same in by_period.values() for item in same]
    if not exact:
        return _add_up(tempat, parts, when, found)
    reason = _fault(exact)
    if reason is not None:
        return _Catatan(None, reason, tuple(exact), tuple(found))
    found.extend(_compare_parts(tempat, exact[0].jumlah or 0, parts, when))
    return _Catatan(exact[0].jumlah, None, tuple(exact), tuple(found))


def _sort_key(item: RealisasiAnggaran) -> tuple[tuple[int, int], bool, int, str]:
    return _place(item.periode), item.jumlah is None, item.jumlah or 0, item.teks


def _check_record(tempat: Tempat, same: list[RealisasiAnggaran]) -> Iterator[Temuan]:
    """The findings on the records of one period."""
    first = same[0]
    if len(same) > 1:
        yield SERAPAN_GANDA.temuan(tempat, periode=str(first.periode), banyak=len(same))
    elif first.jumlah is None:
        yield SERAPAN_TAK_TERBACA.temuan(tempat, periode=str(first.periode), teks=first.teks)


def _fault(records: list[RealisasiAnggaran]) -> Alasan | None:
    """Why records can't be added up, their periods apart."""
    if len(_periods(records)) < len(records):
        return Alasan.REALISASI_GANDA
    return Alasan.SERAPAN_TAK_TERBACA if any(item.jumlah is None for item in records) else None


def _add_up(tempat: Tempat, parts: list[RealisasiAnggaran], when: Periode, found: list[Temuan]) -> _Catatan:
    """The sum of shorter periods, where no two of them overlap."""
    letak = _layout(when, _periods(parts))
    reason = _fault(parts)
    if letak.tumpang_tindih:
        reason = Alasan.REALISASI_GANDA
        found.append(SERAPAN_TUMPANG_TINDIH.temuan(tempat, periode=str(when), bagian=_join_names(parts)))
    if reason is not None:
        return _Catatan(None, reason, tuple(parts), tuple(found))
    if not letak.penuh:
        found.append(SERAPAN_BELUM_LENGKAP.temuan(tempat, periode=str(when), bagian=_join_names(parts)))
    return _Catatan(sum(item.jumlah or 0 for item in parts), None, tuple(parts), tuple(found))


def _compare_parts(
    tempat: Tempat, jumlah: int, parts: list[RealisasiAnggaran], when: Periode
) -> Iterator[Temuan]:
    """A period's own amount beside the sum of its parts.

    Parts that leave something out may sum to less; parts that can't be added up say nothing.
    """
    letak = _layout(when, _periods(parts))
    if not parts or letak.tumpang_tindih or _fault(parts) is not None:
        return
    total = sum(item.jumlah or 0 for item in parts)
    if total > jumlah or (letak.penuh and total != jumlah):
        yield SERAPAN_BAGIAN_BERBEDA.temuan(
            tempat,
            periode=str(when),
            tercatat=jumlah,
            bagian=_join_names(parts),
            jumlah=total,
            selisih=jumlah - total,
        )


def _join_names(records: list[RealisasiAnggaran]) -> str:
    """The periods of records, each once, in order."""
    return ", ".join(dict.fromkeys(str(item.periode) for item in records))


# --- from the leaves to the roots ---------------------------------------------


@attrs.define
class _Jumlah:
    """Sums over the nearest nodes below that may have money.

    Attributes:
        realisasi: What those that have a figure spent.
        ada: How many have one.
        terisi: How many have all of it.
        banyak: How many carry money.
        kosong: Which of these have not all of it.
        tercatat: Whether anything at all is recorded there or further below.
        pagu: The pagu of all of them; None where there are none.
        pagu_ada: The pagu of those that have a figure; None where none has.
    """

    realisasi: int = 0
    ada: int = 0
    terisi: int = 0
    banyak: int = 0
    kosong: list[str] = attrs.field(factory=list)
    tercatat: bool = False
    pagu: _Uang | None = None
    pagu_ada: _Uang | None = None

    def add(self, more: _Jumlah) -> None:
        """Take in what a child passes up."""
        self.realisasi += more.realisasi
        self.ada += more.ada
        self.terisi += more.terisi
        self.banyak += more.banyak
        self.kosong += more.kosong
        self.tercatat |= more.tercatat
        self.pagu = _plus(self.pagu, more.pagu)
        self.pagu_ada = _plus(self.pagu_ada, more.pagu_ada)

    @property
    def lengkap(self) -> bool:
        return self.terisi == self.banyak


def _plus(first: _Uang | None, second: _Uang | None) -> _Uang | None:
    """The sum of amounts, for the periods that both print one for."""
    if first is None or second is None:
        return second if first is None else first
    return {periode: _add(first[periode], second[periode]) for periode in first if periode in second}


def _add(first: int | None, second: int | None) -> int | None:
    return None if first is None or second is None else first + second


@attrs.frozen
class _Angka:
    """The realisasi of one node: an amount or a reason, and what it rests on."""

    nilai: int | None
    alasan: Alasan | None
    asal: Asal
    terisi: int
    banyak: int
    kosong: tuple[str, ...] = ()


class _Hitung:
    """One pass over a tree, from the leaves to the roots."""

    def __init__(
        self,
        pohon: PohonKinerja,
        records: Mapping[str, list[RealisasiAnggaran]],
        when: Periode,
        versi: str | None,
        kosong: Kekosongan,
    ) -> None:
        self.pohon = pohon
        self.records = records
        self.when = when
        self.kosong = kosong
        self.uang: dict[Periode, Uang] = {basis: printed_pagu(pohon, basis, versi) for basis in _bases(when)}
        self.naik: dict[str, _Jumlah] = {}
        self.baris: dict[str, BarisSerapan] = {}
        self.temuan: dict[str, list[Temuan]] = {}

    def rekap(self, versi: str | None) -> RekapSerapan:
        order = list(self.pohon)
        for item in reversed(order):
            self._visit(item)
        rows = tuple(self.baris[item.id] for item in order if item.id in self.baris)
        unknown = _check_unknown(self.records, self.pohon)
        found = [temuan for item in order for temuan in self.temuan.get(item.id, ())]
        return RekapSerapan(self.when, versi, self.kosong, rows, (*unknown, *found))

    def _visit(self, item: AnySimpul) -> None:
        below = _Jumlah()
        for child in self.pohon.children(item.id):
            below.add(self.naik.pop(child.id))
        records = self.records.get(item.id)
        is_component = isinstance(item, Komponen)
        if records is None and not is_component:
            self.naik[item.id] = below  # what is above looks through this node
            if below.pagu is not None:
                self._enter(item, None, below, below.pagu)
            return
        place = Tempat(simpul=item.id, nama=item.label)
        own = None if records is None else _read(place, records, self.when)
        printed = self._printed(item.id) if is_component else below.pagu or {}
        angka, pagu = self._enter(item, own, below, printed)
        self.naik[item.id] = self._pass_up(item, angka, (printed, pagu), below)
        found = [*(own.temuan if own else ()), *self._check(place, own, below)]
        if is_component:
            found.extend(self._check_over(place, angka, printed))
        if found:
            self.temuan[item.id] = found

    def _printed(self, id: str) -> _Uang:
        """What a component prints, for the period itself and for its year."""
        found = ((basis, uang[id]) for basis, uang in self.uang.items())
        return {basis: pagu.jumlah for basis, pagu in found if pagu is not None}

    def _enter(
        self, item: AnySimpul, own: _Catatan | None, below: _Jumlah, printed: _Uang
    ) -> tuple[_Angka, _Uang]:
        """Make the row of a node; give its realisasi and the pagu that belongs to it."""
        angka = self._from_below(item, below) if own is None else _from_own(own)
        # Spending that leaves some out is held against the pagu of the others only.
        is_partial = own is None and angka.nilai is not None and not below.lengkap
        pagu = below.pagu_ada or {} if is_partial else printed
        basis, amount = self._choose(pagu)
        serapan = _divide(angka, amount)
        self.baris[item.id] = BarisSerapan(
            id=item.id,
            nama=item.label,
            periode=self.when,
            pagu=amount,
            periode_pagu=basis,
            pagu_asal=_origin(amount, is_sum=is_partial or not isinstance(item, Komponen)),
            realisasi=angka.nilai,
            serapan=None if isinstance(serapan, Alasan) else serapan,
            alasan=serapan if isinstance(serapan, Alasan) else None,
            asal=angka.asal,
            terisi=angka.terisi,
            banyak=angka.banyak,
            kosong=angka.kosong,
            catatan=() if own is None else own.isi,
        )
        return angka, pagu

    def _from_below(self, item: AnySimpul, below: _Jumlah) -> _Angka:
        """The sum of what is recorded below, or why there is none."""
        many = below.banyak or int(isinstance(item, Komponen))
        kosong = tuple(below.kosong)
        if not below.ada:
            reason = Alasan.SEMUA_KOSONG if below.tercatat else Alasan.BELUM_ADA_SERAPAN
            return _Angka(None, reason, "", 0, many, kosong)
        if below.lengkap or self.kosong is Kekosongan.LEWATI:
            return _Angka(below.realisasi, None, "bawah", below.terisi, many, kosong)
        return _Angka(None, Alasan.ADA_YANG_KOSONG, "", below.terisi, many, kosong)

    def _choose(self, pagu: _Uang) -> tuple[Periode | None, int | None]:
        """The pagu of the period itself where there is one, else that of its year."""
        for basis in self.uang:
            if basis in pagu:
                return basis, pagu[basis]
        return None, None

    def _pass_up(self, item: AnySimpul, angka: _Angka, uang: tuple[_Uang, _Uang], below: _Jumlah) -> _Jumlah:
        """What a node that may have money stands for in the sum of the one above."""
        printed, pagu = uang
        has = angka.nilai is not None
        is_full = has and angka.terisi == angka.banyak
        carries = bool(printed or item.id in self.records or below.banyak)
        return _Jumlah(
            realisasi=angka.nilai or 0,
            ada=int(has),
            terisi=int(is_full),
            banyak=int(carries),
            kosong=[item.id] if carries and not is_full else [],
            tercatat=item.id in self.records or below.tercatat,
            pagu=printed,
            pagu_ada=pagu if has else None,
        )

    def _check(self, tempat: Tempat, own: _Catatan | None, below: _Jumlah) -> Iterator[Temuan]:
        """What is recorded at a node beside the sum below; a sum that leaves some out may be less."""
        if own is None or own.jumlah is None or not below.ada:
            return
        if below.realisasi > own.jumlah or (below.lengkap and below.realisasi != own.jumlah):
            part = "" if below.lengkap else f" (terisi {below.terisi} dari {below.banyak})"
            yield SERAPAN_BAWAH_BERBEDA.temuan(
                tempat,
                periode=str(self.when),
                tercatat=own.jumlah,
                jumlah=below.realisasi,
                catatan=part,
                selisih=own.jumlah - below.realisasi,
            )

    def _check_over(self, tempat: Tempat, angka: _Angka, printed: _Uang) -> Iterator[Temuan]:
        basis, amount = self._choose(printed)
        if angka.nilai is not None and amount is not None and angka.nilai > amount:
            yield SERAPAN_LEBIH.temuan(
                tempat,
                periode=str(self.when),
                realisasi=angka.nilai,
                tahun=str(basis),
                pagu=amount,
                lebih=angka.nilai - amount,
            )


def _bases(when: Periode) -> tuple[Periode, ...]:
    """The periods whose pagu may be used, the period itself first."""
    if when.jenis in (JenisPeriode.TAHUN, JenisPeriode.RENTANG):
        return (when,)
    return when, Periode(when.tahun)


def _from_own(own: _Catatan) -> _Angka:
    if own.jumlah is None:
        return _Angka(None, own.alasan, "", 0, 1)
    return _Angka(own.jumlah, None, "simpul", 1, 1)


def _origin(amount: int | None, *, is_sum: bool) -> Asal:
    if amount is None:
        return ""
    return "bawah" if is_sum else "simpul"


def _divide(angka: _Angka, pagu: int | None) -> Decimal | Alasan:
    """The serapan in percent; what is wrong with the pagu is said first."""
    if pagu is None or pagu < 0:
        return Alasan.TANPA_PAGU
    if pagu == 0:
        return Alasan.PAGU_NOL
    if angka.nilai is None:
        return angka.alasan or Alasan.BELUM_ADA_SERAPAN
    return KONTEKS.divide(Decimal(angka.nilai * 100), Decimal(pagu))


def _check_unknown(records: Mapping[str, list[RealisasiAnggaran]], pohon: PohonKinerja) -> Iterator[Temuan]:
    for id in sorted(set(records) - {item.id for item in pohon}):
        for periode in sorted(_periods(records[id]), key=_place):
            yield SERAPAN_TANPA_SIMPUL.temuan(Tempat(simpul=id), periode=str(periode), simpul=id)


def compute_serapan(
    pohon: PohonKinerja,
    realisasi: Iterable[RealisasiAnggaran],
    periode: Periode | int | str,
    versi: str | None = None,
    *,
    kosong: Kekosongan | str = Kekosongan.TOLAK,
) -> RekapSerapan:
    """How much of the pagu of each node was spent in a period.

    A record is the money spent in its own period, not up to its end. For the
    period asked for, the record of exactly that period counts; without one,
    those of shorter periods within it are added up. Spending recorded at a node
    counts before the sum of what is recorded below it, and where the two do not
    agree there is a finding. A node without a record has no realisasi; it is
    never zero.

    The pagu is the one printed for the period, or else for its year. A node
    that is no component has the sum of the nearest components below, where each
    of them prints one that can be read.

    Args:
        pohon: The tree.
        realisasi: The spending; records of other periods are passed over.
        periode: The period.
        versi: The version of the plan, such as ``murni``; without it, for each
            node the version in force at the end of the period that the pagu is for.
        kosong: What is done where a part of a sum has no realisasi: ``tolak``
            gives a reason, ``lewati`` leaves it out, and its pagu with it.

    Returns:
        The rows in tree order, and what is wrong with the records: first those of
        nodes that the tree does not have, then in tree order.

    Raises:
        PeriodeError: It names no period.
        ModelError: An unknown *kosong*.
        TipeError: Something among the records is no `RealisasiAnggaran`.

    >>> from sakip import Kegiatan, PohonKinerja, SubKegiatan
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Kegiatan("K1", nama="Rehabilitasi", pagu={"2025": 100_000_000}))
    >>> _ = pohon.add(SubKegiatan("S1", nama="Sandang", pagu={"2025": 60_000_000}), under="K1")
    >>> _ = pohon.add(SubKegiatan("S2", nama="Permakanan", pagu={"2025": 40_000_000}), under="K1")
    >>> belanja = [RealisasiAnggaran("S1", "2025", 45_000_000)]
    >>> rekap = compute_serapan(pohon, belanja, 2025)
    >>> rekap["S1"].serapan, rekap["K1"].serapan, rekap["K1"].kosong
    (Decimal('75'), None, ('S2',))
    >>> belanja.append(RealisasiAnggaran("S2", "2025", 0))
    >>> str(compute_serapan(pohon, belanja, 2025)["K1"])
    '45,00 %'
    """
    when = to_periode(periode)
    choice = to_enum(Kekosongan, kosong, "compute_serapan", "kosong")
    records: dict[str, list[RealisasiAnggaran]] = {}
    for item in realisasi:
        if not isinstance(item, RealisasiAnggaran):
            raise TipeError(type(item).__name__, "pass RealisasiAnggaran, one for each node and period")
        if _is_within(item.periode, when):
            records.setdefault(item.simpul, []).append(item)
    return _Hitung(pohon, records, when, versi, choice).rekap(versi)
