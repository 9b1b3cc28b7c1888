"""What a tree can evidence by itself, as proposals for the evaluator."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TypeVar

import attrs

from sakip.anggaran import compute_serapan
from sakip.capaian import compare_serapan, compute_capaian, roll_up
from sakip.lke._usulan import Usulan
from sakip.model import (
    AnySimpul,
    Indikator,
    JenisRelasi,
    Komponen,
    KondisiAntara,
    Realisasi,
    RealisasiAnggaran,
)
from sakip.penjenjangan import StatusTautan
from sakip.periode import JenisPeriode, Periode, to_periode
from sakip.pohon import PohonKinerja
from sakip.reviu import check

T = TypeVar("T", bound=AnySimpul | Indikator)

_TIDAK_SMART = frozenset(
    {"SKP202", "SKP203", "SKP402", "SKP403", "SKP404", "SKP408", "SKP501", "SKP502", "SKP507"}
)
"""Findings that say that an indikator is not specific, measurable, relevant or bound to a time."""
_TIDAK_MENANTANG = frozenset({"SKP503", "SKP504"})
"""Findings that say that a target is easier than what was reached, or goes against its direction."""
_BUKAN_HASIL = frozenset({"SKP201", "SKP205"})
"""Findings that say that a condition is worded as work, or as the name of a component."""


def propose_bukti(
    pohon: PohonKinerja,
    tahun: Periode | int | str | None = None,
    *,
    realisasi: Iterable[Realisasi] = (),
    belanja: Iterable[RealisasiAnggaran] = (),
    luar: Iterable[str] = (),
) -> tuple[Usulan, ...]:
    """What a tree evidences of an evaluation sheet: who fulfils it and who doesn't.

    Nothing is scored; `propose_jawaban` says which answer each would propose on a sheet, and
    the evaluator whether it stands.

    Args:
        pohon: The tree.
        tahun: The year that is evaluated; without it nothing is said of measurements and money.
        realisasi: What was measured in it and before.
        belanja: What was spent in it.
        luar: The ids of indikator that were compared with a figure from outside, such as the
            national one.

    Raises:
        PeriodeError: It is no period.

    >>> from sakip import Outcome
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1", uraian="Sejahtera"))
    >>> [str(usulan) for usulan in propose_bukti(pohon)][0]
    'Rumusan hasil menyatakan keadaan, bukan pekerjaan: 1 dari 1'
    """
    rows = list(realisasi)
    pandang = _Pandang.of(pohon, rows)
    found = [*pandang.perencanaan(), *pandang.pengukuran()]
    if tahun is not None:
        year = to_periode(tahun)
        found += [*_compared(pohon, rows, year, set(luar)), _efficient(pohon, rows, list(belanja), year)]
    return tuple(found)


@attrs.frozen
class _Pandang:
    """A tree as the evidence looks at it: its nodes, its indikator, what a review finds at each, what was measured."""

    pohon: PohonKinerja
    simpul: tuple[AnySimpul, ...]
    indikator: tuple[Indikator, ...]
    temuan: Mapping[str, frozenset[str]]
    terukur: AbstractSet[str]

    @classmethod
    def of(cls, pohon: PohonKinerja, realisasi: list[Realisasi]) -> _Pandang:
        codes: dict[str, set[str]] = {}
        for item in check(pohon, realisasi=realisasi):
            codes.setdefault(item.tempat.indikator or item.tempat.simpul, set()).add(item.kode)
        nodes = tuple(pohon)
        rows = tuple(item for node in nodes for item in node.indikator)
        measured = {item.indikator for item in realisasi}
        return cls(pohon, nodes, rows, {id: frozenset(found) for id, found in codes.items()}, measured)

    def _is_free(self, id: str, codes: frozenset[str]) -> bool:
        return not self.temuan.get(id, frozenset()) & codes

    def perencanaan(self) -> Iterator[Usulan]:
        """What planning is asked for."""
        results = [node for node in self.simpul if not isinstance(node, Komponen | KondisiAntara)]
        yield _split(
            "rumusan_hasil",
            "Rumusan hasil menyatakan keadaan, bukan pekerjaan",
            results,
            lambda node: bool(node.uraian.strip()) and self._is_free(node.id, _BUKAN_HASIL),
        )
        yield _split(
            "smart",
            "Indikator spesifik, terukur, relevan, dan berjangka waktu",
            self.indikator,
            lambda item: bool(item.target) and self._is_free(item.id, _TIDAK_SMART),
        )
        yield _split(
            "target_menantang",
            "Target tidak lebih mudah daripada yang pernah dicapai",
            [item for item in self.indikator if item.target and (item.baseline or item.id in self.terukur)],
            lambda item: self._is_free(item.id, _TIDAK_MENANTANG),
        )
        yield _split(
            "berjenjang",
            "Kinerja punya indikator dan pemilik, sampai jabatan terbawah",
            self.simpul,
            lambda node: bool(node.indikator) and self.pohon.owner(node.id) is not None,
        )
        linked = {
            end.id
            for link in self.pohon.relasi
            if link.jenis is JenisRelasi.CROSSCUTTING and link.status != StatusTautan.DITOLAK.value
            for end in (link.dari, link.ke)
        }
        yield _split(
            "crosscutting",
            "Kinerja bertaut lintas unit (crosscutting)",
            self.simpul,
            lambda node: node.id in linked,
            berambang=False,
        )
        yield _split(
            "pagu_berkinerja",
            "Komponen berpagu menyatakan sasaran dan indikatornya",
            [node for node in self.simpul if isinstance(node, Komponen) and node.pagu],
            lambda node: bool(node.uraian.strip() and node.indikator),
        )

    def pengukuran(self) -> Iterator[Usulan]:
        """What measuring is asked for."""
        yield _split(
            "definisi_operasional",
            "Indikator punya definisi operasional atau formulasi",
            self.indikator,
            lambda item: bool(item.definisi_operasional.strip() or item.formulasi.strip() or item.rumus),
        )
        yield _split(
            "sumber_data", "Indikator punya sumber data", self.indikator, lambda item: bool(item.sumber_data)
        )
        yield _split(
            "berkala", "Indikator bertarget berkala dalam setahun", self.indikator, _has_periodic_target
        )


def _has_periodic_target(item: Indikator) -> bool:
    return any(row.periode.jenis not in {JenisPeriode.TAHUN, JenisPeriode.RENTANG} for row in item.target)


def _compared(
    pohon: PohonKinerja, realisasi: list[Realisasi], tahun: Periode, luar: set[str]
) -> Iterator[Usulan]:
    """The four comparisons that a report is asked for."""
    laporan = compute_capaian(pohon, realisasi, tahun)
    rows = [row.indikator for row in laporan]
    counted = {row.indikator.id for row in laporan if row.nilai is not None}
    before = {item.indikator for item in realisasi if item.periode.tahun == tahun.tahun - 1}
    end = None if pohon.periode is None else Periode(pohon.periode.akhir.year)
    ended = set() if end is None else {item.id for item in rows if item.target_for(end) is not None}
    for kunci, perkara, those in (
        ("banding_target", "Realisasi dibandingkan dengan target tahun ini", counted),
        ("banding_akhir_rencana", "Realisasi dapat dibandingkan dengan target akhir rencana", ended),
        ("banding_tahun_lalu", "Realisasi dapat dibandingkan dengan tahun sebelumnya", before),
        ("banding_luar", "Realisasi dibandingkan dengan angka dari luar", luar),
    ):
        full = counted & those
        yield _of(kunci, perkara, rows, full)


def _efficient(
    pohon: PohonKinerja, realisasi: list[Realisasi], belanja: list[RealisasiAnggaran], tahun: Periode
) -> Usulan:
    """Of which components with money the efficiency can be told."""
    capaian = roll_up(pohon, compute_capaian(pohon, realisasi, tahun))
    laporan = compare_serapan(capaian, compute_serapan(pohon, belanja, tahun))
    paid = [node for node in pohon if isinstance(node, Komponen) and node.pagu_for(tahun) is not None]
    return _split(
        "efisiensi",
        "Efisiensi komponen berpagu dapat dihitung",
        paid,
        lambda node: laporan[node.id].efisiensi.nilai is not None,
    )


def _split(
    kunci: str, perkara: str, rows: Sequence[T], holds: Callable[[T], bool], *, berambang: bool = True
) -> Usulan:
    return _of(kunci, perkara, rows, {item.id for item in rows if holds(item)}, berambang=berambang)


def _of(
    kunci: str,
    perkara: str,
    rows: Sequence[AnySimpul | Indikator],
    penuh: AbstractSet[str],
    *,
    berambang: bool = True,
) -> Usulan:
    ids = [item.id for item in rows]
    good = tuple(id for id in ids if id in penuh)
    return Usulan(kunci, perkara, good, tuple(id for id in ids if id not in penuh), berambang)
