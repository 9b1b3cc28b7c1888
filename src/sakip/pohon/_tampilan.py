"""How a tree shows itself: an outline as text, and one that folds in a notebook."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from html import escape

from sakip.model import AnySimpul, Indikator, name_simpul
from sakip.pohon._penugasan import Penugasan
from sakip.teks import BATAS_BARIS, Tampilan, render_lipatan, render_sisa

_TERBUKA = 2
"""Levels that are unfolded at first."""
_DALAM = "margin-left:1.2em"


class Berpenampilan(Penugasan, Tampilan):
    """What a notebook shows of a tree, and completes in ``pohon["…"]``."""

    def _ipython_key_completions_(self) -> list[str]:
        return list(self._simpul)

    def _judul(self) -> str:
        span = "" if self.periode is None else f", {self.periode.label}"
        return f"{self.nama}{span}: {len(self)} simpul"

    def _repr_teks_(self) -> str:
        """An outline, cut where it is long."""
        seen = self._first(BATAS_BARIS)
        lines = [self._judul()]
        for root in self.roots:
            if root.id in seen:
                lines += self._outline(root, seen)
        hidden = self._hidden(self.roots, seen)
        return "\n".join([*lines, *([render_sisa(hidden, "simpul")] if hidden else [])])

    def _outline(self, simpul: AnySimpul, seen: set[str], level: int = 0) -> Iterator[str]:
        yield f"{'  ' * level}{self._label(simpul)}"
        below = self.children(simpul.id)
        for child in below:
            if child.id in seen:
                yield from self._outline(child, seen, level + 1)
        if hidden := self._hidden(below, seen):
            yield f"{'  ' * (level + 1)}{render_sisa(hidden, 'simpul')}"

    def _repr_html_(self) -> str:
        seen = self._first(BATAS_BARIS)
        return (
            f'<div style="text-align:left"><strong>{escape(self._judul())}</strong>'
            f"{self._branches(self.roots, seen, 0)}</div>"
        )

    def _branches(self, family: tuple[AnySimpul, ...], seen: set[str], level: int) -> str:
        """Siblings one below the other, with how many nodes are left out among and below them."""
        parts = [self._branch(item, seen, level) for item in family if item.id in seen]
        if hidden := self._hidden(family, seen):
            parts.append(f'<div style="{_DALAM}">{render_sisa(hidden, "simpul")}</div>')
        return "".join(parts)

    def _branch(self, simpul: AnySimpul, seen: set[str], level: int) -> str:
        inside = "".join(_indikator(item) for item in simpul.indikator)
        inside += self._branches(self.children(simpul.id), seen, level + 1)
        label = self._label(simpul)
        if not inside:
            return f'<div style="{_DALAM}">{escape(label)}</div>'
        return render_lipatan(label, inside, gaya=_DALAM, terbuka=level < _TERBUKA)

    def _label(self, simpul: AnySimpul) -> str:
        owner = self.owner(simpul.id)
        post = "" if owner is None else f" ({owner.nama})"
        return f"{name_simpul(simpul)} {simpul.label}".strip() + post

    def _first(self, batas: int) -> set[str]:
        """The nodes that are shown: level by level from the top, as many as there is room for."""
        seen: set[str] = set()
        queue = deque(item.id for item in self.roots)
        while queue and len(seen) < batas:
            here = queue.popleft()
            seen.add(here)
            queue.extend(item.id for item in self.children(here))
        return seen

    def _hidden(self, family: tuple[AnySimpul, ...], seen: set[str]) -> int:
        """How many nodes are not shown: siblings beyond the limit, and everything below them."""
        return sum(1 for item in family if item.id not in seen for _ in self.walk(item.id))


def _indikator(item: Indikator) -> str:
    unit = f" [{item.satuan}]" if item.satuan else ""
    mark = " (IKU)" if item.iku else ""
    return f'<div style="{_DALAM};font-style:italic">{escape(f"{item.id}: {item.nama}{unit}{mark}")}</div>'
