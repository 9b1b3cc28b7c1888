"""One indikator, or several in one cell, from what its rows held."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import attrs

from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.register import (
    BARIS_TERBELAH,
    BEBERAPA_INDIKATOR_SATU_SEL,
    ISIAN_TAK_DIKENAL,
    RUMUS_TIDAK_DIURAIKAN,
)
from sakip.dokumen._bagian.butir import split_butir, split_nomor
from sakip.dokumen._bagian.formulasi import (
    GARIS,
    begins_nama,
    is_butir,
    is_persentase,
    join_suku,
    lines,
    read_formulasi,
    strip_butir,
)
from sakip.dokumen._bagian.terencana import Terencana
from sakip.dokumen._buka.kisi import Petak
from sakip.model import Indikator, Sebutan

_ANGKA = re.compile(r"(\d{1,2})\s+(?=[^\W\d_])")


@attrs.define
class Kumpulan:
    """What is gathered of one indikator while its rows go by; the texts are as they stand in the file."""

    petak: Petak
    id: str = ""
    nama: list[str] = attrs.field(factory=list)
    formulasi: list[str] = attrs.field(factory=list)
    petak_formulasi: Petak | None = None
    faktor: int = 0
    sumber: list[str] = attrs.field(factory=list)
    teks: dict[str, str] = attrs.field(factory=dict)
    rencana: Terencana = attrs.field(factory=Terencana)

    @property
    def semua_nama(self) -> list[str]:
        """The names that it holds: one, unless a line within a cell begins a further one."""
        found: list[str] = []
        for number, teks in enumerate(self.nama):
            for place, line in enumerate(lines(teks)):
                fresh = not found or (begins_nama(line) and (place > 0 or number == 0) and not self.id)
                if fresh:
                    found.append(line)
                else:
                    found[-1] = f"{found[-1]} {line}"
        return found or [""]

    @property
    def suku(self) -> list[str]:
        """The terms of its formulas."""
        return [term for term in join_suku(self.formulasi) if term != GARIS]


def shift_butir(bacaan: Bacaan, kumpulan: Sequence[Kumpulan]) -> None:
    """Give the first items of a list of formulas to the row above, where that one has as many too few."""
    for above, below in pairwise(kumpulan):
        few = len(above.semua_nama) - len(above.suku)
        items = below.suku
        many = len(items) - len(below.semua_nama)
        if few > 0 and few == many and all(map(is_butir, (*above.suku, *items))) and below.petak_formulasi:
            for teks in items[:few]:
                bacaan.note(BARIS_TERBELAH, below.petak_formulasi, teks=teks, sebab="formulasi berlanjut")
            above.formulasi.append("\n".join(items[:few]))
            below.formulasi = items[few:]


def make_indikator(bacaan: Bacaan, kumpulan: Kumpulan) -> list[Indikator]:
    """The indikator, still without an id of their own where one cell holds several."""
    names = kumpulan.semua_nama
    if len(names) > 1:
        bacaan.note(
            BEBERAPA_INDIKATOR_SATU_SEL,
            kumpulan.petak,
            banyak=len(names),
            teks="; ".join(map(strip_butir, names)),
        )
        _keep_rencana(bacaan, kumpulan)
    formulas = _deal_formulasi(kumpulan, names)
    dealt = formulas or _deal_utuh(bacaan, kumpulan, len(names))
    sources = _deal_sumber(kumpulan.sumber, len(names))
    found = []
    for number, (nama, baris, sumber) in enumerate(zip(names, dealt, sources, strict=True)):
        sebutan, bare = split_awal(nama)
        hasil = read_formulasi(bare, baris, faktor=kumpulan.faktor > 0)
        for jenis, parameter in hasil.temuan if formulas else ():
            bacaan.note(jenis, kumpulan.petak_formulasi or kumpulan.petak, **parameter)
        found.append(
            Indikator(
                id=kumpulan.id or f"{number}",
                nama=bare,
                satuan=kumpulan.teks.get("satuan", ""),
                rumus=hasil.rumus,
                formulasi=hasil.teks,
                sumber_data=sumber,
                keterangan=kumpulan.teks.get("keterangan", ""),
                sebutan=[Sebutan(bare, nomor=sebutan, bagian="nama")] if sebutan else (),
                polaritas=kumpulan.rencana.polaritas,
                agregasi=kumpulan.rencana.agregasi,
                target=() if number else kumpulan.rencana.target,
                baseline=None if number else kumpulan.rencana.baseline,
                lain=() if number else kumpulan.rencana.lain,
            )
        )
    return found


def _keep_rencana(bacaan: Bacaan, kumpulan: Kumpulan) -> None:
    """Keep targets and a baseline as further cells, where nothing says which of several indikator they are of."""
    rencana = kumpulan.rencana
    found = [(f"target {item.periode}", str(item.nilai)) for item in rencana.target]
    if rencana.baseline is not None:
        found.append((f"baseline {rencana.baseline.periode}", str(rencana.baseline.nilai)))
    for judul, teks in found:
        sebab = f"{judul} ini untuk beberapa indikator dalam satu sel"
        bacaan.note(ISIAN_TAK_DIKENAL, kumpulan.petak, teks=teks, sebab=sebab)
    rencana.lain.extend(found)
    rencana.target.clear()
    rencana.baseline = None


def split_awal(nama: str) -> tuple[str, str]:
    """The number printed before a name, and the name; a dash before it is no number.

    >>> split_awal("1. Jumlah LKS"), split_awal("- Jumlah surat"), split_awal("3 Dokumen RKA")
    (('1.', 'Jumlah LKS'), ('', 'Jumlah surat'), ('3', 'Dokumen RKA'))
    """
    bare = strip_butir(nama)
    nomor, rest = split_nomor(bare)
    match = _ANGKA.match(bare)
    return (match[1], bare[match.end() :]) if match and not nomor else (nomor, rest)


def _deal_formulasi(kumpulan: Kumpulan, names: Sequence[str]) -> list[list[str]]:
    """The formula of each of several indikator: one term or a fraction for each; nothing where they don't come out."""
    terms, count = kumpulan.suku, len(names)
    if count == 1:
        return [kumpulan.formulasi]
    if not terms:
        return [[] for _ in names]
    if len(terms) == count:
        return [[teks] for teks in terms]
    if len(terms) == 2 * count and (kumpulan.faktor or all(map(is_persentase, names))):
        return [terms[place : place + 2] for place in range(0, len(terms), 2)]
    return []


def _deal_utuh(bacaan: Bacaan, kumpulan: Kumpulan, count: int) -> list[list[str]]:
    """The whole text for each of several indikator, where it can't be dealt out to them."""
    whole = " ".join(kumpulan.suku)
    bacaan.note(
        RUMUS_TIDAK_DIURAIKAN,
        kumpulan.petak_formulasi,
        teks=whole,
        sebab=f"tidak dapat dibagi untuk {count} indikator, jadi disimpan utuh pada masing-masing",
    )
    return [[whole]] * count


def _deal_sumber(sumber: Sequence[str], count: int) -> list[list[str]]:
    """The sources of each of several indikator: one for each where the cell lists as many, or else all."""
    whole = [item for teks in sumber for item in _split_sumber(teks)]
    if count > 1:
        parts = whole if len(whole) == count else [line for teks in sumber for line in lines(teks)]
        if len(parts) == 1 and (again := _repeated(parts[0], count)):
            parts = [again] * count
        if len(parts) == count:
            return [[strip_butir(part)] for part in parts]
    return [whole for _ in range(count)]


def _split_sumber(teks: str) -> list[str]:
    """The items of a cell that lists its sources by dashes; anything else is one."""
    parts = lines(teks)
    if any(map(is_butir, parts)):
        return split_butir("\n".join(parts))
    return [" ".join(parts)] if parts else []


def _repeated(teks: str, count: int) -> str:
    """The text that a line says so many times over; empty where it doesn't."""
    words = teks.split()
    part, rest = divmod(len(words), count)
    return " ".join(words[:part]) if not rest and words == words[:part] * count else ""
