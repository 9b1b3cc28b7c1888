"""Where the boxes of a tree stand beside one another: a tidy tree, laid out by a library.

The libraries know points that are one unit apart. Boxes of different sizes get their
room by stretching the axis: as far as the largest box at each place needs.
"""

from __future__ import annotations

import enum
import heapq
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


def lay_out(induk: Sequence[int], penata: Penata) -> list[float]:
    """The middle of each box, those of one level a unit apart or more.

    Args:
        induk: For each box the place of the one that it hangs from, which stands
            before it; -1 for a root.
        penata: Which library.

    Raises:
        EkstraError: That library is not installed.
        ProgramError: Graphviz was asked for and is not on this machine.
    """
    if not induk:
        return []
    return (_with_igraph if penata is Penata.IGRAPH else _with_graphviz)(induk)


def _with_igraph(induk: Sequence[int]) -> list[float]:
    """One more point holds the roots together."""
    try:
        import igraph  # noqa: PLC0415  # an extra
    except ImportError:
        raise EkstraError("igraph", "gambar") from None
    edges = [(above + 1, place) for place, above in enumerate(induk, start=1)]
    graf = igraph.Graph(n=len(induk) + 1, edges=edges, directed=True)
    return [point[0] for point in graf.layout_reingold_tilford(mode="out", root=[0]).coords[1:]]


def _with_graphviz(induk: Sequence[int]) -> list[float]:
    """A node is an inch wide; the roots hang from one that is not seen."""
    from sakip.gambar._graphviz import run_dot  # noqa: PLC0415  # only here is it asked for

    lines = [
        "digraph { nodesep=0.02; ordering=out; node [shape=box, fixedsize=true, width=0.98]; r;",
        *(f"{above if above >= 0 else 'r'} -> {place};" for place, above in enumerate(induk)),
        "}",
    ]
    plain = run_dot("\n".join(lines), "plain").decode()
    found = [line.split() for line in plain.splitlines() if line.startswith("node ")]
    middles = {words[1]: float(words[2]) for words in found}
    return [middles[str(place)] for place in range(len(induk))]


def stretch(middles: Sequence[float], ukuran: Sequence[float]) -> list[tuple[float, float]]:
    """Where the room of each box begins and ends, once each has as much as it needs.

    The axis is stretched at every place as far as the largest box there needs, and
    is left out where there is none: who stood before another still does.

    Args:
        middles: The middle of each box; a box takes one unit.
        ukuran: How much room each needs.

    >>> stretch([0, 1, 0.5], [10, 30, 20])
    [(0.0, 15.0), (15.0, 45.0), (5.0, 30.0)]
    """
    rooms = [(round(middle - 0.5, 6), round(middle + 0.5, 6)) for middle in middles]
    waiting = sorted(zip(rooms, ukuran, strict=True), reverse=True)
    marks = sorted({mark for room in rooms for mark in room})
    place = dict.fromkeys(marks[:1], 0.0)
    here: list[tuple[float, float]] = []
    for one, other in itertools.pairwise(marks):
        while waiting and waiting[-1][0][0] <= one:
            (_, end), need = waiting.pop()
            heapq.heappush(here, (-need, end))
        while here and here[0][1] <= one:
            heapq.heappop(here)
        place[other] = place[one] + (other - one) * (-here[0][0] if here else 0.0)
    return [(place[start], place[end]) for start, end in rooms]
