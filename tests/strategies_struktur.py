"""Hypothesis strategies for trees as a struktur table can hold them, and for messy tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import attrs
from hypothesis import strategies as st

import strategies as umum
from sakip.errors import SakipError
from sakip.model import (
    SIMPUL,
    AnySimpul,
    Indikator,
    Jabatan,
    JenisInstansi,
    JenisRelasi,
    JenisUjung,
    Kegiatan,
    Program,
    SubKegiatan,
    Ujung,
)
from sakip.pohon import INDUK, Peran, PohonKinerja

T = TypeVar("T", AnySimpul, Indikator, Jabatan)

_JABATAN = ("jab-1", "jab-2", "jab-3")


@st.composite
def pohon(draw: st.DrawFn, max_size: int = 4) -> PohonKinerja:
    """A tree of any kind of institution, with posts, assignments and links of every end."""
    jenis = draw(st.sampled_from(JenisInstansi))
    tree = PohonKinerja(
        draw(umum.teks(1)),
        instansi=draw(st.none() | umum.instansi()),
        periode=draw(st.none() | umum.periode()),
        jenis=jenis,
    )
    superiors = (None, *_JABATAN)
    for place, id in enumerate(_JABATAN[: draw(st.integers(0, 3))]):
        tree.add_jabatan(_unknown(draw(umum.jabatan(id, draw(st.sampled_from(superiors[: place + 1]))))))
    for number in range(draw(st.integers(0, max_size))):
        _add_node(draw, tree, f"N{number}")
    _add_links(draw, tree)
    return tree


def _unknown(item: T) -> T:
    """The same, its further columns named as no column of the table is."""
    return attrs.evolve(item, lain=[(f"kolom {name}", text) for name, text in item.lain])


def _add_node(draw: st.DrawFn, tree: PohonKinerja, id: str) -> None:
    ids: list[str | None] = [None, *(item.id for item in tree)]
    above = draw(st.sampled_from(ids))
    kind = "" if above is None else tree[above].jenis
    fitting = [jenis for jenis, parents in INDUK[tree.jenis].items() if kind in parents]
    simpul = _unknown(draw(umum.simpul(id, SIMPUL[draw(st.sampled_from(fitting))])))
    items = tuple(_unknown(item) for item in simpul.indikator)
    tree.add(attrs.evolve(simpul, indikator=items), under=above)
    for post in tree.jabatan:
        role = draw(st.none() | st.sampled_from(Peran))
        if role is not None and not (role is Peran.UTAMA and tree.owner(id)):
            tree.assign(id, post, role)


def _add_links(draw: st.DrawFn, tree: PohonKinerja) -> None:
    ends = [Ujung(JenisUjung.SIMPUL, item.id) for item in tree]
    ends += [Ujung(JenisUjung.INDIKATOR, kpi.id) for item in tree for kpi in item.indikator]
    ends += [Ujung(JenisUjung.JABATAN, id) for id in tree.jabatan]
    ends.append(Ujung(JenisUjung.LUAR, "Bappeda"))
    for _ in range(draw(st.integers(0, 3))):
        link = draw(
            umum.relasi(
                draw(st.sampled_from(ends)), draw(st.sampled_from(ends)), draw(st.sampled_from(JenisRelasi))
            )
        )
        try:
            tree.add_relasi(link)
        except SakipError:  # a penugasan that does not lead from a node to a post
            continue


@st.composite
def pohon_uang(draw: st.DrawFn, amount: Callable[[], st.SearchStrategy[int]] | None = None) -> PohonKinerja:
    """Programs, kegiatan and sub kegiatan whose amounts add up."""
    leaf = st.integers(1, 10**10) if amount is None else amount()
    tree = PohonKinerja("Dinas Contoh")
    for p in range(draw(st.integers(1, 3))):
        below = [draw(st.lists(leaf, min_size=1, max_size=4)) for _ in range(draw(st.integers(1, 3)))]
        tree.add(Program(f"P{p}", pagu={"2025": sum(map(sum, below))}))
        for k, amounts in enumerate(below):
            tree.add(Kegiatan(f"P{p}K{k}", pagu={"2025": sum(amounts)}), under=f"P{p}")
            for s, number in enumerate(amounts):
                tree.add(SubKegiatan(f"P{p}K{k}S{s}", pagu={"2025": number}), under=f"P{p}K{k}")
    return tree


_KEPALA = (
    "level", "id", "induk", "nomor", "kode", "nama", "uraian", "jabatan", "pendukung", "id_indikator",
    "indikator", "rumus", "komponen", "skala", "pembilang", "polaritas", "agregasi", "terburuk", "terbaik", "iku", "asal_kode", "target_2025",
    "target_2025 (perubahan)", "target_2025 (perubahan 2025-09-01)", "pagu_2025", "pagu_2025 (murni; 2025-01-02)",
    "baseline_2020", "baseline_2021", "jenis", "ke", "periode", "bobot", "catatan tepi", "target_kapan",
)  # fmt: skip
_ISI = (
    "", "", "", "pohon", "instansi", "unit", "jabatan", "relasi", "sebutan", "ekspektasi", "mandat", "isu",
    "outcome", "csf", "kondisi", "program", "Program", "kegiatan", "Sub Kegiatan", "tujuan", "sasaran", "urusan",
    "kro", "ro", "aktivitas", "A", "B", "C", "D", "A", "B", "C", "A.IK1", "B.IK1", "program-1", "-", "1", "1.a", "1.",
    "1.06", "1.06.01", "1.6", "93,59 %", "1.234", "23. 000.000", "13.2918.000", "2025", "kapan", "persen", "indeks",
    "jumlah", "nilai", "predikat", "ikm", "gabungan", "tepat", "0,11", "31 Maret 2025", "x=1; y=2", "x=2; y=1", "x=a; x=1", "0–100", "5-5", "a; b; a", "ya", "bukan", "turun", "ditetapkan",
    "kementerian_lembaga", "bebas", "penugasan", "jabatan:A", "indikator:A.IK1", "luar:B", "simpul:", "penerjemahan",
    'say "a"; b', '"a', "a\rb", "a\r\nb", "a\nb", " A ", "utama", "½", "٣", "9" * 5000,
)  # fmt: skip


@st.composite
def tabel(draw: st.DrawFn, kepala: tuple[str, ...] = _KEPALA) -> list[list[str]]:
    """A struktur table of likely and unlikely cells, its header first."""
    extra = draw(st.lists(st.sampled_from(kepala), unique=True, max_size=10))
    needed = ("level", "id", "induk", "uraian") if draw(st.booleans()) else ("level", "nama")
    header = draw(st.permutations(list(dict.fromkeys((*needed, *extra)))))
    cell = st.sampled_from(_ISI) | umum.teks()
    width = st.integers(len(header) - 1, len(header) + 1)
    rows = [[draw(cell) for _ in range(draw(width))] for _ in range(draw(st.integers(0, 8)))]
    return [header, *rows]
