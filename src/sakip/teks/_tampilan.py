"""How a value shows itself in a notebook: as HTML where that can be shown, as text where not."""

from __future__ import annotations

from collections.abc import Container
from typing import Protocol

from sakip.teks._html import BATAS_BARIS, render_langkah, render_sisa


class _Berhtml(Protocol):
    def _repr_html_(self) -> str: ...
    def _repr_teks_(self) -> str: ...


class _Berpenjelasan(Protocol):
    def explain(self) -> str: ...
    def _repr_ringkas_(self) -> str: ...


class Tampilan:
    """What a notebook shows of a value: its `str`, and its HTML.

    A subclass has ``_repr_html_``; the text is that of `str`, its first lines where it is long.

    >>> class Salam(Tampilan):
    ...     def __str__(self) -> str:
    ...         return "Selamat pagi"
    ...     def _repr_html_(self) -> str:
    ...         return "<p>Selamat pagi</p>"
    >>> Salam()._repr_mimebundle_()
    {'text/html': '<p>Selamat pagi</p>', 'text/plain': 'Selamat pagi'}
    """

    __slots__ = ()

    def _repr_mimebundle_(
        self: _Berhtml, include: Container[str] | None = None, exclude: Container[str] | None = None
    ) -> dict[str, str]:
        """The forms of it, by their media types, as IPython asks for them."""
        ways = {"text/html": self._repr_html_, "text/plain": self._repr_teks_}
        return {
            kind: way()
            for kind, way in ways.items()
            if (include is None or kind in include) and (exclude is None or kind not in exclude)
        }

    def _repr_teks_(self) -> str:
        """Its text, of which a long one shows its first lines and says how many more there are."""
        lines = str(self).splitlines()
        if len(lines) <= BATAS_BARIS:
            return "\n".join(lines)
        return "\n".join([*lines[:BATAS_BARIS], render_sisa(len(lines) - BATAS_BARIS, "baris")])


class TampilanLangkah(Tampilan):
    """Likewise, of a figure that explains itself: the figure, its explanation folded below it.

    >>> class Angka(TampilanLangkah):
    ...     def __str__(self) -> str:
    ...         return "80,00 %"
    ...     def explain(self) -> str:
    ...         return "= 8 ÷ 10 × 100"
    >>> "= 8 ÷ 10 × 100" in Angka()._repr_html_()
    True
    """

    __slots__ = ()

    def _repr_ringkas_(self) -> str:
        """What is seen while the explanation is folded away."""
        return str(self)

    def _repr_html_(self: _Berpenjelasan) -> str:
        pita = getattr(self, "predikat", None)
        label, colour = ("", "") if pita is None else (f" · {pita.label}", pita.warna)
        return render_langkah(f"{self._repr_ringkas_()}{label}", self.explain().splitlines(), warna=colour)
