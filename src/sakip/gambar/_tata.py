"""Where the boxes of a tree stand beside one another: a tidy tree, laid out by a library.

A picture has levels across one axis; along the other, each box takes as many
cells as it needs. A library that knows only points is given a point for each cell.
"""

from __future__ import annotations

import enum
import itertools
from collections.abc import Sequence

from sakip.errors import EkstraError
from sakip.pilihan import to_enum


class Penata(enum.Enum):
    """Which library lays a tree out: ``igraph`` (Reingold and Tilford), or ``graphviz`` (its ``dot``).

    >>> Penata("igraph") is Penata.IGRAPH
    True
    """

    IGRAPH = "igraph"
    GRAPHVIZ = "graphviz"


def to_penata(nilai: Penata | str) -> Penata:
    """The member from its tag."""
    return to_enum(Penata, nilai, "Halaman", "penata")


def lay_out(induk: Sequence[int], sel: Sequence[int], penata: Penata) -> list[float]:
    """The middle of each box, in cells; the leftmost begins at 0.

    Args:
        induk: For each box the place of the one that it hangs from, which stands
            before it; -1 for a root.
        sel: How many cells each takes.
        penata: Which library.

    Raises:
        EkstraError: That library is not installed.
    """
    if not induk:
        return []
    middles = (_with_igraph if penata is Penata.IGRAPH else _with_graphviz)(induk, sel)
    least = min(middle - wide / 2 for middle, wide in zip(middles, sel, strict=True))
    return [middle - least for middle in middles]


def _with_igraph(induk: Sequence[int], sel: Sequence[int]) -> list[float]:
    """A point for each cell, all of a box under one parent; the box hangs its children from the middle one."""
    try:
        import igraph  # noqa: PLC0415  # an extra
    except ImportError:
        raise EkstraError("igraph", "gambar") from None
    first = list(itertools.accumulate(sel, initial=1))  # point 0 holds the roots together
    middle = [point + (wide - 1) // 2 for point, wide in zip(first, sel, strict=False)]
    above = [0 if place < 0 else middle[place] for place in induk]
    edges = [
        (place, point + step)
        for place, point, wide in zip(above, first, sel, strict=False)
        for step in range(wide)
    ]
    graf = igraph.Graph(n=first[-1], edges=edges, directed=True)
    points = graf.layout_reingold_tilford(mode="out", root=[0]).coords
    return [points[point][0] + (wide - 1) % 2 / 2 for point, wide in zip(middle, sel, strict=True)]


def _with_graphviz(induk: Sequence[int], sel: Sequence[int]) -> list[float]:
    """A node as wide as its cells, an inch each; the roots hang from one that is not seen."""
    from sakip.gambar._graphviz import run_dot  # noqa: PLC0415  # only here is it asked for

    lines = [
        "digraph { nodesep=0.02; ordering=out; edge [arrowhead=none]; node [shape=box, fixedsize=true];",
        "r;",
    ]
    lines += [f"{place} [width={wide - 0.02:.2f}];" for place, wide in enumerate(sel)]
    lines += [f"{above if above >= 0 else 'r'} -> {place};" for place, above in enumerate(induk)]
    plain = run_dot("\n".join([*lines, "}"]), "plain").decode()
    found = (
        line.split()
        for line in plain.splitlines()
        if line.startswith("node ") and not line.startswith("node r ")
    )
    middles = {int(words[1]): float(words[2]) for words in found}
    return [middles[place] for place in range(len(sel))]
