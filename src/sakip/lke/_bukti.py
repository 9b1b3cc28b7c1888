"""What a tree can evidence by itself, as proposals for the evaluator."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import attrs

from sakip.model import AnySimpul, Indikator, JenisRelasi, Komponen
from sakip.periode import JenisPeriode
from sakip.pohon import PohonKinerja
from sakip.teks import render_tabel


@attrs.frozen
class Usulan:
    """One thing that a tree evidences.

    Attributes:
        perkara: What is asked, in Indonesian.
        sub: The part of the sheet that it speaks to; a proposal, to be confirmed.
        dipenuhi: The ids of what fulfils it.
        kurang: The ids of what doesn't.

    >>> print(Usulan("Punya pemilik", "1.b", ("O1",), ("C1",)))
    Punya pemilik: 1 dari 2
    """

    perkara: str
    sub: str
    dipenuhi: tuple[str, ...]
    kurang: tuple[str, ...]

    @property
    def banyak(self) -> int:
        """Of how many."""
        return len(self.dipenuhi) + len(self.kurang)

    def __str__(self) -> str:
        return f"{self.perkara}: {len(self.dipenuhi)} dari {self.banyak}"


def propose_bukti(pohon: PohonKinerja) -> tuple[Usulan, ...]:
    """What a tree evidences of an evaluation sheet: who fulfils it and who doesn't.

    Nothing is scored; which criterion a proposal answers is the evaluator's to say.

    >>> from sakip import Outcome
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1", uraian="Sejahtera"))
    >>> [str(usulan) for usulan in propose_bukti(pohon)][0]
    'Setiap kinerja punya indikator: 0 dari 1'
    """
    return tuple(_all(pohon))


def _all(pohon: PohonKinerja) -> Iterator[Usulan]:
    nodes = list(pohon)
    rows = [item for node in nodes for item in node.indikator]
    linked = {
        end.id
        for link in pohon.relasi
        if link.jenis is JenisRelasi.CROSSCUTTING
        for end in (link.dari, link.ke)
    }
    yield _of_nodes("Setiap kinerja punya indikator", "1.b", nodes, lambda node: bool(node.indikator))
    yield _of_nodes(
        "Setiap kinerja punya pemilik", "1.b", nodes, lambda node: pohon.owner(node.id) is not None
    )
    yield _of_nodes(
        "Komponen menyatakan sasarannya",
        "1.b",
        [node for node in nodes if isinstance(node, Komponen)],
        lambda node: bool(node.uraian.strip()),
    )
    yield _of_nodes(
        "Kinerja bertaut lintas unit (crosscutting)", "1.b", nodes, lambda node: node.id in linked
    )
    yield _of_rows("Indikator punya target", "1.a", rows, lambda item: bool(item.target))
    yield _of_rows(
        "Indikator punya definisi operasional atau formulasi",
        "2.b",
        rows,
        lambda item: bool(item.definisi_operasional.strip() or item.formulasi.strip() or item.rumus),
    )
    yield _of_rows("Indikator punya sumber data", "2.b", rows, lambda item: bool(item.sumber_data))
    yield _of_rows(
        "Indikator bertarget berkala dalam setahun",
        "2.a",
        rows,
        lambda item: any(
            row.periode.jenis not in {JenisPeriode.TAHUN, JenisPeriode.RENTANG} for row in item.target
        ),
    )


def _of_nodes(
    perkara: str, sub: str, nodes: Iterable[AnySimpul], holds: Callable[[AnySimpul], bool]
) -> Usulan:
    return _split(perkara, sub, [(node.id, holds(node)) for node in nodes])


def _of_rows(perkara: str, sub: str, rows: Iterable[Indikator], holds: Callable[[Indikator], bool]) -> Usulan:
    return _split(perkara, sub, [(item.id, holds(item)) for item in rows])


def _split(perkara: str, sub: str, rows: list[tuple[str, bool]]) -> Usulan:
    good = tuple(id for id, fulfilled in rows if fulfilled)
    return Usulan(perkara, sub, good, tuple(id for id, fulfilled in rows if not fulfilled))


def render_bukti(usulan: Iterable[Usulan]) -> str:
    """The proposals as a table.

    >>> print(render_bukti([Usulan("Punya pemilik", "1.b", ("O1",), ("C1",))]).splitlines()[-1].split())
    ['1.b', 'Punya', 'pemilik', '1', 'dari', '2', 'C1']
    """
    rows = [
        (
            item.sub,
            item.perkara,
            f"{len(item.dipenuhi)} dari {item.banyak}",
            ", ".join(item.kurang[:5]) + (" …" if len(item.kurang) > 5 else ""),
        )
        for item in usulan
    ]
    return render_tabel(("Sub", "Perkara", "Dipenuhi", "Yang kurang"), rows)
