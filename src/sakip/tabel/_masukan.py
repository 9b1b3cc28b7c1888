"""What a row holds: the cells of a form as the numbers and conditions of the formulas."""

from __future__ import annotations

import attrs

from sakip.alasan import Alasan
from sakip.errors import ModelError
from sakip.kebijakan import Polaritas
from sakip.tabel._ekspresi import (
    KECIL,
    SEMENTARA,
    Bingkai,
    Syarat,
    either,
    every,
    is_number,
    known,
    negate,
    only,
    persen,
    pick,
)
from sakip.tabel._kolom import NIHIL, Kolom, Sel
from sakip.tabel._nw import nw
from sakip.tabel._rumus import Baris

TARGET = ("target",)
RENTANG = ("target_bawah", "target_atas")
REALISASI = ("realisasi",)
BAGIAN = ("pembilang", "penyebut")
ARAH = tuple(item.value for item in Polaritas)
_SEHIMPIT = 1e-15
"""How far, by its size, two numbers are apart that differ by no more than how they were computed."""


@attrs.frozen(kw_only=True)
class Masukan:
    """The columns of a table that are read, by what they mean.

    Attributes:
        target: One number.
        bawah: The lower end of a range.
        atas: The upper end.
        realisasi: As reported.
        pembilang: What is counted.
        penyebut: What it is counted out of.
        terburuk: The worst realisasi there can be.
        terbaik: The best one.
        polaritas: Which way is better; None where no column says.
        halangan: The tag of a reason known beforehand; None where there is no such column.
        direncanakan: Whether anything was planned; None where no column says.
        hadir: Which words stand in that column, where the rows can be looked at.
    """

    target: Sel
    bawah: Sel
    atas: Sel
    realisasi: Sel
    pembilang: Sel
    penyebut: Sel
    terburuk: Sel
    terbaik: Sel
    polaritas: nw.Expr | None
    halangan: nw.Expr | None
    direncanakan: nw.Expr | None
    hadir: frozenset[str] | None

    @property
    def berangka(self) -> bool:
        """Whether a target may be one number."""
        return self.target is not NIHIL

    @property
    def berentang(self) -> bool:
        """Whether a target may be a range."""
        return self.bawah is not NIHIL and self.atas is not NIHIL

    @property
    def berbagian(self) -> bool:
        """Whether a realisasi may be given by its parts."""
        return self.pembilang is not NIHIL or self.penyebut is not NIHIL


def read_masukan(kolom: Kolom) -> Masukan:
    """The columns of a table, each read by its type."""
    both_ends, parts = kolom.has(*RENTANG), kolom.has(*BAGIAN)
    polaritas = kolom.texts("polaritas")
    return Masukan(
        target=kolom.numbers("target"),
        bawah=kolom.numbers("target_bawah") if both_ends else NIHIL,
        atas=kolom.numbers("target_atas") if both_ends else NIHIL,
        realisasi=kolom.numbers("realisasi"),
        pembilang=kolom.numbers("pembilang") if parts else NIHIL,
        penyebut=kolom.numbers("penyebut") if parts else NIHIL,
        terburuk=kolom.numbers("terburuk"),
        terbaik=kolom.numbers("terbaik"),
        polaritas=polaritas,
        halangan=kolom.texts("halangan"),
        direncanakan=kolom.truths("direncanakan"),
        hadir=None if polaritas is None else find_polaritas(kolom, polaritas),
    )


class Papan:
    """A table that gets columns for the meantime, so that no expression is computed twice.

    >>> import polars as pl
    >>> papan = Papan(nw.from_native(pl.DataFrame({"a": [1.0, 2.0]})))
    >>> papan.put(dua=nw.col("a") * 2.0, ya=True)
    >>> papan["ya"], papan.bingkai.columns
    (True, ['a', '_sakip_dua'])
    """

    def __init__(self, bingkai: Bingkai) -> None:
        self.bingkai = bingkai
        self._known: dict[str, Syarat] = {}

    def put(self, **kolom: Syarat) -> None:
        """Add columns, all computed from those before; what is known already needs none."""
        made = {SEMENTARA + name: item for name, item in kolom.items() if isinstance(item, nw.Expr)}
        self._known |= {name: item for name, item in kolom.items() if isinstance(item, bool)}
        if made:
            self.bingkai = self.bingkai.with_columns(**made)

    def recall(self, **syarat: Syarat) -> None:
        """Name conditions that are so cheap that no column is needed."""
        self._known |= syarat

    def __getitem__(self, nama: str) -> Syarat:
        return self._known.get(nama, nw.col(SEMENTARA + nama))

    def nilai(self, nama: str) -> nw.Expr:
        """A column of numbers that was put here."""
        return nw.col(SEMENTARA + nama)


def lay_out(papan: Papan, masukan: Masukan) -> Baris:
    """Put what is counted with on the table: numbers without gaps, and which way is better."""
    rentang = _ranged(masukan)
    papan.put(
        bawah=_target(masukan, masukan.bawah, rentang),
        realisasi=only(_unhindered(masukan), _reached(masukan)),
        rentang=rentang,
    )
    if masukan.berentang:
        papan.put(atas=_target(masukan, masukan.atas, rentang))
    _put_directions(papan, masukan)
    bawah = papan.nilai("bawah")
    atas = papan.nilai("atas") if masukan.berentang else bawah
    if masukan.berbagian and not (masukan.pembilang.bulat and masukan.penyebut.bulat):
        papan.put(realisasi=_snap(papan.nilai("realisasi"), bawah, atas))
    realisasi = papan.nilai("realisasi")
    if masukan.berentang:
        papan.put(patokan=pick([(realisasi < bawah, bawah)], atas))
    return Baris(
        bawah=bawah,
        atas=atas,
        patokan=papan.nilai("patokan") if masukan.berentang else bawah,
        realisasi=realisasi,
        terburuk=None if masukan.terburuk is NIHIL else masukan.terburuk.nilai,
        rentang=papan["rentang"],
        naik=papan["naik"],
        turun=papan["turun"],
        stabil=papan["stabil"],
    )


def _ranged(masukan: Masukan) -> Syarat:
    """Rows whose target is a range: both ends in order, and no single number."""
    if not masukan.berentang or not masukan.berangka:
        return masukan.berentang
    in_order = known(masukan.bawah.nilai <= masukan.atas.nilai)
    return every(masukan.target.kosong, in_order)


def _target(masukan: Masukan, ujung: Sel, rentang: Syarat) -> nw.Expr:
    """One end of the target; the number is both."""
    if rentang is True:
        return only(masukan.bawah.nilai <= masukan.atas.nilai, ujung.nilai)
    return pick([(rentang, ujung.nilai)], masukan.target.nilai)


def _reached(masukan: Masukan) -> nw.Expr:
    """The realisasi: by its parts where a row has one, else as reported."""
    if not masukan.berbagian:
        return masukan.realisasi.nilai
    atas, bawah = masukan.pembilang, masukan.penyebut
    share = persen(atas.nilai, only(bawah.nilai.abs() > KECIL, bawah.nilai))
    if atas.ganjil or bawah.ganjil:
        share = only(is_number(share), share)
    return pick([(every(atas.kosong, bawah.kosong), masukan.realisasi.nilai)], share)


def _snap(nilai: nw.Expr, *patokan: nw.Expr) -> nw.Expr:
    """A computed number that is a target but for its last bit, as that target."""
    near = [((nilai - item).abs() <= item.abs() * _SEHIMPIT, item) for item in patokan]
    return pick(near, nilai)


def _unplanned(masukan: Masukan) -> Syarat:
    if masukan.direncanakan is None:
        return False
    return known(masukan.direncanakan == nw.lit(value=False))


def _unhindered(masukan: Masukan) -> Syarat:
    """Rows that may get a capaian."""
    free: Syarat = True if masukan.halangan is None else masukan.halangan.is_null()
    return every(free, negate(_unplanned(masukan)))


def find_polaritas(kolom: Kolom, polaritas: nw.Expr) -> frozenset[str] | None:
    """Which words the column of polaritas holds; None for a lazy table, whose rows aren't there yet.

    Raises:
        ModelError: One of them is none of the four.
    """
    if isinstance(kolom.bingkai, nw.LazyFrame):
        return None
    left = len(kolom.bingkai) - _count(kolom, polaritas.is_null())
    found = set()
    for word in ARAH:
        if left and (count := _count(kolom, polaritas == word)):
            found.add(word)
            left -= count
    if left:
        strange = ~(known(polaritas.is_in(list(ARAH))) | polaritas.is_null())
        words = kolom.bingkai.select(polaritas.filter(strange).alias("polaritas"))["polaritas"]
        expected = f"one of {', '.join(map(repr, ARAH))}, or none,"
        raise ModelError(kolom.pemakai, "polaritas", repr(words[0]), expected)
    return frozenset(found)


def _count(kolom: Kolom, syarat: nw.Expr) -> int:
    """How many rows of an eager table fulfil a condition."""
    return int(kolom.bingkai.select(banyak=syarat.sum()).lazy().collect()["banyak"][0])


def _put_directions(papan: Papan, masukan: Masukan) -> None:
    """Which way is better; where nobody says, what the form of the target says."""
    polaritas, rentang = masukan.polaritas, papan["rentang"]
    if polaritas is None:
        papan.put(naik=negate(rentang), turun=False, stabil=rentang)
    elif masukan.hadir is None:
        _put_number(papan, polaritas, rentang)
    else:
        _put_truths(papan, polaritas, rentang, masukan.hadir)


def _put_number(papan: Papan, polaritas: nw.Expr, rentang: Syarat) -> None:
    """A lazy engine compares a text once, and looks no further where it fits."""
    words: list[tuple[Syarat, nw.Expr]] = [
        (polaritas == word, nw.lit(number, nw.Int8)) for number, word in enumerate(ARAH, start=1)
    ]
    unsaid = pick([(rentang, nw.lit(4, nw.Int8))], nw.lit(1, nw.Int8))
    papan.put(arah=pick([*words, (polaritas.is_null(), unsaid)], nw.lit(0, nw.Int8)))
    arah = papan.nilai("arah")
    papan.recall(naik=arah == 1, turun=arah == 2, stabil=arah >= 3)


def _put_truths(papan: Papan, polaritas: nw.Expr, rentang: Syarat, hadir: frozenset[str]) -> None:
    """An eager engine compares whole columns, so only with the words that are there."""
    says = {word: known(polaritas == word) if word in hadir else False for word in ARAH}
    unsaid = every(rentang, polaritas.is_null())
    papan.put(turun=says["turun"], stabil=either(says["stabil"], says["rentang"], unsaid))
    papan.put(naik=negate(either(papan["turun"], papan["stabil"])))


def input_reasons(masukan: Masukan, baris: Baris) -> list[tuple[Syarat, Alasan]]:
    """Why a row has not both numbers, in the order of the scalar engine."""
    bawah, atas, bagian = masukan.bawah, masukan.atas, (masukan.pembilang, masukan.penyebut)
    half = every(
        masukan.berentang,
        masukan.target.kosong,
        either(bawah.kosong, atas.kosong, bawah.nilai > atas.nilai),
    )
    no_parts = every(*(item.kosong for item in bagian))
    unusable = either(
        every(masukan.target.ganjil or bawah.ganjil, baris.bawah.is_null()),
        every(atas.ganjil, baris.atas.is_null()),
        every(
            masukan.realisasi.ganjil or any(item.ganjil for item in bagian),
            baris.realisasi.is_null(),
        ),
    )
    return [
        (_unplanned(masukan), Alasan.TIDAK_DIRENCANAKAN),
        (every(masukan.target.kosong, bawah.kosong, atas.kosong), Alasan.TANPA_TARGET),
        (half, Alasan.TARGET_TAK_TERBACA),
        (every(no_parts, masukan.realisasi.kosong), Alasan.BELUM_ADA_REALISASI),
        (
            every(masukan.berbagian, negate(no_parts), either(*(item.kosong for item in bagian))),
            Alasan.BAGIAN_KURANG,
        ),
        (every(masukan.berbagian, negate(no_parts), masukan.penyebut.nilai == 0), Alasan.PENYEBUT_NOL),
        (unusable, Alasan.BUKAN_ANGKA),
    ]
