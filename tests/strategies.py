"""Hypothesis strategies for every value of the model.

Texts hold no surrogates, no control characters and no white space at their
ends, because no file keeps those. Nodes and indikator take their id as an
argument, so that a caller who builds a tree keeps the ids unique.
"""

from __future__ import annotations

import datetime as dt
import string
from decimal import Decimal
from itertools import count
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from sakip.angka import (
    PRESISI,
    Angka,
    Batas,
    Catatan,
    Isian,
    JenisKosong,
    Kategori,
    Kosong,
    Rasio,
    Rentang,
    Sebab,
    TakTerbaca,
    Tanda,
    Tanggal,
)
from sakip.kebijakan import (
    Kebijakan,
    MetodePredikat,
    MetodeStabil,
    MetodeTurun,
    Pembulatan,
    Polaritas,
    Rujukan,
    TargetNegatif,
    TargetNol,
)
from sakip.kode import AnyKode, Kode, KodeLain
from sakip.model import (
    SIMPUL,
    AnySimpul,
    AsalKode,
    Atasan,
    Baseline,
    Butir,
    Dasar,
    Indikator,
    Instansi,
    Jabatan,
    JenisRelasi,
    JenisUjung,
    Komponen,
    Outcome,
    Pagu,
    Pemangku,
    Realisasi,
    RealisasiAnggaran,
    Relasi,
    Sebutan,
    StatusPemangku,
    Target,
    Ujung,
    Unit,
)
from sakip.periode import TAHUN_AKHIR, TAHUN_AWAL, JenisPeriode, Periode
from sakip.rumus import (
    IKM,
    IPM,
    Agregasi,
    BobotUnsur,
    Indeks,
    Jumlah,
    Masukan,
    Nilai,
    Persen,
    Predikat,
    Rumus,
)
from sakip.rumus import Komponen as BagianIndeks
from sakip.skala import Konversi, Ordinal, Pita, Skala, clean_label

SEDIKIT = settings(max_examples=60, deadline=None)
"""Few enough examples for a small machine."""

_ALPHABET = st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"))


def teks(min_size: int = 0, max_size: int = 20) -> st.SearchStrategy[str]:
    """Text as a document may print it: any language, nothing a file would lose."""
    return (
        st.text(_ALPHABET, min_size=min_size, max_size=max_size)
        .map(str.strip)
        .filter(lambda text: len(text) >= min_size)
    )


def kata() -> st.SearchStrategy[str]:
    """A short word without signs: a unit, a tag, a version."""
    return st.text(string.ascii_letters, min_size=1, max_size=8)


def identitas() -> st.SearchStrategy[str]:
    """An id, not unique by itself."""
    return st.text(string.ascii_letters + string.digits + "-_.", min_size=1, max_size=12)


def pasangan() -> st.SearchStrategy[tuple[tuple[str, str], ...]]:
    """Further cells of a source: header and text."""
    return st.lists(st.tuples(teks(1), teks()), max_size=2).map(tuple)


def desimal(
    min_value: int | Decimal = -(10**15), max_value: int | Decimal = 10**15, places: int = 6
) -> st.SearchStrategy[Decimal]:
    """Exact decimals of an ordinary size."""
    return st.decimals(min_value, max_value, allow_nan=False, allow_infinity=False, places=places).map(
        _normal
    )


def _normal(nilai: Decimal) -> Decimal:
    """Without the zeros at the end that *places* wrote."""
    text = f"{nilai:f}"
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


@st.composite
def desimal_lebar(draw: st.DrawFn) -> Decimal:
    """Any decimal that the library takes: up to 34 digits, and 34 decimals."""
    digits = draw(st.integers(1, PRESISI))
    number = draw(st.integers(-(10**digits) + 1, 10**digits - 1))
    exponent = draw(st.integers(-PRESISI, PRESISI - digits))
    return Decimal(f"{number}E{exponent}")


def positif(max_value: int = 10**9) -> st.SearchStrategy[Decimal]:
    """Decimals above zero."""
    return desimal(Decimal("0.0001"), max_value, places=4)


def tahun(awal: int = TAHUN_AWAL + 100, akhir: int = TAHUN_AKHIR - 100) -> st.SearchStrategy[int]:
    """Years that have neighbours."""
    return st.integers(awal, akhir)


@st.composite
def periode(draw: st.DrawFn, *jenis: JenisPeriode) -> Periode:
    """A period of one of the kinds, or of any kind."""
    kind = draw(st.sampled_from(jenis or tuple(JenisPeriode)))
    year = draw(tahun())
    if kind is JenisPeriode.RENTANG:
        return Periode(year, kind, 1, year + draw(st.integers(1, 20)))
    return Periode(year, kind, draw(st.integers(1, 12 // kind.bulan)))


@st.composite
def kode(draw: st.DrawFn, *, placeholder: bool | None = None) -> Kode:
    """A nomenclature code of any level, in either width."""
    lebar = draw(st.sampled_from((2, 4)))
    is_placeholder = draw(st.booleans()) if placeholder is None else placeholder
    head = (0, 0) if is_placeholder else (draw(st.integers(1, 9)), draw(st.integers(1, 99)))
    tail = draw(
        st.tuples(
            st.integers(1, 99),
            st.integers(1, 9),
            st.integers(1, 99),
            st.integers(1, 99 if lebar == 2 else 9999),
        )
    )
    size = draw(st.sampled_from((2, 3, 5, 6) if is_placeholder else (1, 2, 3, 5, 6)))
    return Kode((*head, *tail)[:size], lebar if size == 6 else 4)


def any_kode() -> st.SearchStrategy[AnyKode]:
    """A nomenclature code, or one of another scheme."""
    return st.one_of(kode(), st.builds(KodeLain, teks(1)))


def _catatan() -> st.SearchStrategy[tuple[Catatan, ...]]:
    return st.lists(st.sampled_from(Catatan), max_size=2, unique=True).map(tuple)


def angka(nilai: st.SearchStrategy[Decimal] | None = None) -> st.SearchStrategy[Angka]:
    """A number with a unit."""
    return st.builds(
        Angka, nilai or desimal(), st.one_of(st.just(""), st.just("%"), kata()), teks(), _catatan()
    )


@st.composite
def rentang(draw: st.DrawFn) -> Rentang:
    """A range, its ends in order."""
    low, high = sorted(draw(st.tuples(desimal(), desimal())))
    return Rentang(low, high, draw(kata()), draw(teks()), draw(_catatan()))


def batas() -> st.SearchStrategy[Batas]:
    """A bound."""
    return st.builds(Batas, st.sampled_from(Tanda), desimal(), kata(), teks(), _catatan())


def rasio() -> st.SearchStrategy[Rasio]:
    """A ratio."""
    return st.builds(Rasio, positif(), positif(), kata(), teks(), _catatan())


def kategori() -> st.SearchStrategy[Kategori]:
    """A predicate, with a score or without."""
    return st.builds(Kategori, teks(1), st.none() | desimal(0, 100, 2), teks(), _catatan())


def tanggal() -> st.SearchStrategy[Tanggal]:
    """A day."""
    return st.builds(Tanggal, st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)), teks())


def kosong() -> st.SearchStrategy[Kosong]:
    """An empty cell of any kind."""
    return st.builds(Kosong, st.sampled_from(JenisKosong), teks())


def tak_terbaca() -> st.SearchStrategy[TakTerbaca]:
    """A cell that could not be read."""
    return st.builds(TakTerbaca, teks(1), st.sampled_from(Sebab))


def isian() -> st.SearchStrategy[Isian]:
    """What a cell may hold, of every class."""
    return st.one_of(angka(), rentang(), batas(), rasio(), kategori(), tanggal(), kosong(), tak_terbaca())


@st.composite
def indeks(draw: st.DrawFn) -> Indeks:
    """An index with weighted parts, on a scale or none."""
    names = draw(st.lists(teks(1), max_size=4, unique=True))
    parts = [BagianIndeks(name, draw(positif(1000))) for name in names]
    ends = draw(st.none() | st.tuples(desimal(0, 50, 2), desimal(51, 1000, 2)))
    return Indeks(parts, ends)


def _labels(min_size: int = 0) -> st.SearchStrategy[list[str]]:
    """Labels of a scale; some hold ``=``, which parts a label from its value in a table."""
    label = teks(1) | st.sampled_from(("a=", "=b", "a=1", "b=2"))
    return st.lists(label, min_size=min_size, max_size=5, unique_by=clean_label)


def _rising(size: int) -> st.SearchStrategy[list[Decimal]]:
    """So many decimals, each above the one before it."""
    return st.lists(desimal(-1000, 1000, 2), min_size=size, max_size=size, unique=True).map(sorted)


@st.composite
def predikat(draw: st.DrawFn) -> Predikat:
    """A predicate on a scale of ranks, of values, or on none."""
    labels = draw(_labels())
    return Predikat(labels, draw(st.just([]) | _rising(len(labels))))


def rumus() -> st.SearchStrategy[Rumus]:
    """A formula of every class."""
    return st.one_of(
        st.builds(Persen, teks(), teks()),
        st.builds(Jumlah, st.lists(teks(1), max_size=3, unique=True).map(tuple)),
        indeks(),
        st.builds(IKM, st.sampled_from(BobotUnsur)),
        st.builds(IPM),
        st.builds(Nilai, teks()),
        predikat(),
    )


def masukan() -> st.SearchStrategy[Masukan]:
    """What was measured: a value, parts, both or nothing."""
    return st.builds(
        Masukan,
        nilai=st.none() | isian(),
        pembilang=st.none() | desimal(),
        penyebut=st.none() | desimal(),
        komponen=_bagian(),
    )


def _bagian() -> st.SearchStrategy[tuple[tuple[str, Decimal], ...]]:
    return st.lists(st.tuples(teks(1), desimal()), max_size=3, unique_by=lambda row: row[0]).map(tuple)


@st.composite
def ordinal(draw: st.DrawFn) -> Ordinal:
    """Predicates in order, valued by their rank or by themselves."""
    labels = draw(_labels(1))
    if draw(st.booleans()):
        return Ordinal(labels)
    return Ordinal(dict(zip(labels, draw(_rising(len(labels))), strict=True)))


@st.composite
def konversi(draw: st.DrawFn, *, naik: bool = False) -> Konversi:
    """A line through points; with *naik* it never goes down."""
    figures = draw(_rising(draw(st.integers(2, 4))))
    values = draw(st.lists(desimal(-50, 200, 2), min_size=len(figures), max_size=len(figures)))
    return Konversi(list(zip(figures, sorted(values) if naik else values, strict=True)))


@st.composite
def skala(draw: st.DrawFn, *, lantai: bool | None = None) -> Skala:
    """Bands in any order; with *lantai* the lowest has no bound, so that none is without a band."""
    bounds: list[tuple[Decimal | None, bool]] = draw(
        st.lists(
            st.tuples(desimal(-50, 150, 2), st.booleans()),
            min_size=0 if lantai else 1,
            max_size=5,
            unique=True,
        )
    )
    if draw(st.booleans()) if lantai is None else lantai:
        bounds.append((None, True))
    labels = draw(st.lists(teks(1), min_size=len(bounds), max_size=len(bounds), unique=True))
    pita = [
        Pita(bawah, label, draw(st.sampled_from(("", "#0f8", "#1A7f37")) | kata()), termasuk=termasuk)
        for (bawah, termasuk), label in zip(bounds, labels, strict=True)
    ]
    return Skala(
        draw(teks()), draw(teks()), draw(st.permutations(pita)), draw(st.none() | st.integers(0, 10))
    )


def kebijakan(*, galat: bool = False) -> st.SearchStrategy[Kebijakan]:
    """A convention with any setting; only with *galat* one that raises for a target of zero."""
    on_zero = [cara for cara in TargetNol if galat or cara is not TargetNol.GALAT]
    return st.builds(
        Kebijakan,
        nama=teks(1),
        acuan=teks(),
        turun=st.sampled_from(MetodeTurun),
        batas_atas=st.none() | desimal(100, 200, 2),
        batas_bawah=st.none() | desimal(-100, 50, 2),
        target_negatif=st.sampled_from(TargetNegatif),
        digit=st.integers(0, 6),
        stabil=st.none() | st.sampled_from(MetodeStabil),
        target_nol=st.sampled_from(on_zero),
        realisasi_nol=st.none() | desimal(0, 200, 2),
        terbaik_tercapai=st.none() | desimal(100, 150, 2),
        konversi=st.none() | konversi(),
        predikat=st.sampled_from(MetodePredikat),
        pembulatan=st.sampled_from(Pembulatan),
        skala=st.none() | skala(),
    )


def rujukan() -> st.SearchStrategy[Rujukan]:
    """What else may be known of an indikator."""
    return st.builds(
        Rujukan,
        terburuk=st.none() | desimal(),
        terbaik=st.none() | desimal(),
        urutan=st.none() | ordinal(),
        awal=_tanggal(),
    )


def _tanggal() -> st.SearchStrategy[dt.date | None]:
    return st.none() | st.dates(dt.date(2015, 1, 1), dt.date(2035, 12, 31))


def sebutan() -> st.SearchStrategy[Sebutan]:
    """Another wording."""
    return st.builds(Sebutan, teks(1), teks(), teks(), st.sampled_from(("uraian", "nama")), teks())


def beberapa_sebutan() -> st.SearchStrategy[tuple[Sebutan, ...]]:
    """Some other wordings."""
    return st.lists(sebutan(), max_size=2).map(tuple)


def versi() -> st.SearchStrategy[str]:
    """The name of a version of the plan."""
    return st.sampled_from(("murni", "perubahan")) | kata()


def target() -> st.SearchStrategy[tuple[Target, ...]]:
    """Planned values, one for each period and version."""
    one = st.builds(Target, periode(), isian(), versi(), _tanggal())
    return st.lists(one, max_size=3, unique_by=lambda item: (item.periode, item.versi)).map(tuple)


@st.composite
def pagu_satu(draw: st.DrawFn) -> Pagu:
    """Planned money, read or unreadable."""
    amount = draw(st.none() | st.integers(-(10**6), 10**15))
    return Pagu(draw(periode()), amount, teks=draw(teks()), versi=draw(versi()), berlaku=draw(_tanggal()))


def pagu() -> st.SearchStrategy[tuple[Pagu, ...]]:
    """Planned money, one amount for each period and version."""
    return st.lists(pagu_satu(), max_size=3, unique_by=lambda item: (item.periode, item.versi)).map(tuple)


def baseline() -> st.SearchStrategy[Baseline]:
    """Where an indikator stood."""
    return st.builds(Baseline, periode(), isian())


def indikator(id: str) -> st.SearchStrategy[Indikator]:
    """An indikator with this id and anything else."""
    return st.builds(
        Indikator,
        id=st.just(id),
        nama=teks(1),
        satuan=teks(),
        rumus=st.none() | rumus(),
        formulasi=teks(),
        polaritas=st.none() | st.sampled_from(Polaritas),
        agregasi=st.none() | st.sampled_from(Agregasi),
        terburuk=st.none() | desimal(),
        terbaik=st.none() | desimal(),
        target=target(),
        baseline=st.none() | baseline(),
        sumber_data=_texts(),
        definisi_operasional=teks(),
        alasan=teks(),
        penanggung_jawab=teks(),
        iku=st.booleans(),
        referensi=teks(),
        tersirat=st.booleans(),
        sebutan=beberapa_sebutan(),
        keterangan=teks(),
        lain=pasangan(),
    )


def _texts() -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(teks(1), max_size=3).map(tuple)


def butir(depth: int = 2) -> st.SearchStrategy[Butir]:
    """An item of a list, with items below it down to *depth*."""
    below = st.lists(butir(depth - 1), max_size=2).map(tuple) if depth else st.just(())
    return st.builds(Butir, teks(1), teks(), below, teks())


def dasar() -> st.SearchStrategy[Dasar]:
    """The grounds of an outcome."""
    rows = st.lists(butir(), max_size=2).map(tuple)
    return st.builds(Dasar, ekspektasi=rows, mandat=rows, isu_strategis=rows)


@st.composite
def simpul(draw: st.DrawFn, id: str, kelas: type[AnySimpul] | None = None) -> AnySimpul:
    """A node with this id, of one class or of any; its indikator are ``<id>-IK1``, ``<id>-IK2``, …"""
    chosen = draw(st.sampled_from(tuple(SIMPUL.values()))) if kelas is None else kelas
    many = draw(st.integers(0, 2))
    parts: dict[str, st.SearchStrategy[Any]] = {
        "uraian": teks(),
        "indikator": st.tuples(*(indikator(f"{id}-IK{number}") for number in range(1, many + 1))),
        "sebutan": beberapa_sebutan(),
        "untuk_indikator": st.just("") | identitas(),
        "keterangan": teks(),
        "lain": pasangan(),
    }
    if issubclass(chosen, Komponen):
        parts |= {
            "nama": teks(),
            "kode": st.none() | any_kode(),
            "asal_kode": st.none() | st.sampled_from(AsalKode),
            "pagu": pagu(),
        }
    if issubclass(chosen, Outcome):
        parts["dasar"] = dasar()
    node: AnySimpul = SIMPUL[chosen.jenis](id, **{name: draw(part) for name, part in parts.items()})
    return node


@st.composite
def beberapa_simpul(draw: st.DrawFn, max_size: int = 5) -> list[AnySimpul]:
    """Some nodes with unique ids, of any class."""
    ids = (f"N{number}" for number in count(1))
    return [draw(simpul(next(ids))) for _ in range(draw(st.integers(0, max_size)))]


def unit(id: str) -> st.SearchStrategy[Unit]:
    """A unit of an institution."""
    return st.builds(Unit, id=st.just(id), nama=teks(1), kode=teks(), induk=st.just(""))


def instansi() -> st.SearchStrategy[Instansi]:
    """An institution with two units or none."""
    units = st.just(()) | st.tuples(unit("unit-1"), unit("unit-2"))
    return st.builds(Instansi, nama=teks(1), kode=teks(), wilayah=teks(), unit=units)


def pemangku() -> st.SearchStrategy[Pemangku]:
    """A capacity, from a day on, or up to one, or between two, or for good."""
    days = st.lists(_tanggal(), min_size=2, max_size=2)
    ordered = days.map(
        lambda pair: pair if None in pair else sorted(item for item in pair if item is not None)
    )
    return st.builds(lambda status, pair: Pemangku(status, *pair), st.sampled_from(StatusPemangku), ordered)


def jabatan(id: str, atasan: str | Atasan | None = None) -> st.SearchStrategy[Jabatan]:
    """A post with this id; its superior is *atasan*, or not named."""
    superior = st.sampled_from(Atasan) if atasan is None else st.just(atasan)
    return st.builds(
        Jabatan,
        id=st.just(id),
        nama=teks(1),
        jenjang=teks(),
        unit=st.just(""),
        atasan=superior,
        tugas=_texts(),
        fungsi=_texts(),
        pemangku=st.lists(pemangku(), max_size=2).map(tuple),
        keterangan=teks(),
        lain=pasangan(),
    )


def ujung(jenis: JenisUjung, id: str) -> st.SearchStrategy[Ujung]:
    """One end of a relasi."""
    return st.just(Ujung(jenis, id))


def relasi(dari: Ujung, ke: Ujung, jenis: JenisRelasi | None = None) -> st.SearchStrategy[Relasi]:
    """A typed link between two ends."""
    kinds = st.sampled_from(JenisRelasi) if jenis is None else st.just(jenis)
    return st.builds(
        Relasi,
        jenis=kinds,
        dari=st.just(dari),
        ke=st.just(ke),
        peran=teks(),
        bobot=st.none() | desimal(0, 100, 2),
        status=teks(),
        alasan=teks(),
        tempat=teks(),
        keterangan=teks(),
    )


def realisasi(id: str, waktu: Periode | None = None) -> st.SearchStrategy[Realisasi]:
    """A measurement of the indikator with this id, in one period or in any."""
    return st.builds(
        Realisasi,
        st.just(id),
        periode() if waktu is None else st.just(waktu),
        st.none() | isian(),
        pembilang=st.none() | desimal(),
        penyebut=st.none() | desimal(),
        komponen=_bagian(),
        bukti=_texts(),
        kendala=teks(),
        faktor=teks(),
        tindak_lanjut=teks(),
        status=teks(),
        keterangan=teks(),
        lain=pasangan(),
    )


def realisasi_anggaran(id: str, waktu: Periode | None = None) -> st.SearchStrategy[RealisasiAnggaran]:
    """Money spent on the node with this id."""
    return st.builds(
        RealisasiAnggaran,
        st.just(id),
        periode() if waktu is None else st.just(waktu),
        st.none() | st.integers(0, 10**15),
        teks(),
    )
