"""Running the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from sakip.errors import TipeError
from sakip.memori import paused_collector
from sakip.model import Realisasi
from sakip.pohon import PohonKinerja
from sakip.reviu._aturan import ATURAN, Aturan, Bungkam, Tinjauan
from sakip.reviu._setelan import Setelan
from sakip.teks import Tampilan, render_html, render_lipatan
from sakip.temuan import Temuan, format_temuan, render_temuan

AnyAturan = Aturan | Callable[[PohonKinerja], Iterable[Temuan]]
"""A rule, or any function from a tree to its findings."""


@attrs.frozen
class HasilReviu(Tampilan):
    """What a review found, and what was silenced.

    Attributes:
        temuan: The findings, rule by rule.
        dibungkam: The findings that were silenced, each with who silenced it and why.

    >>> HasilReviu((), ()).temuan
    ()
    """

    temuan: tuple[Temuan, ...]
    dibungkam: tuple[tuple[Temuan, Bungkam], ...]

    def __str__(self) -> str:
        lines = [format_temuan(self.temuan)]
        if self.dibungkam:
            lines += ["", self._count(), *(f"{item}\n       → {why.alasan}" for item, why in self.dibungkam)]
        return "\n".join(lines)

    def _count(self) -> str:
        return f"Dibungkam: {len(self.dibungkam)} temuan."

    def _repr_html_(self) -> str:
        page = render_temuan(self.temuan)
        if not self.dibungkam:
            return page
        header = ("Kode", "Tempat", "Temuan", "Sebab dibungkam")
        rows = [(item.kode, str(item.tempat), item.pesan, why.alasan) for item, why in self.dibungkam]
        return page + render_lipatan(self._count(), render_html(header, rows))


def review(
    pohon: PohonKinerja,
    aturan: Iterable[AnyAturan] | None = None,
    *,
    setelan: Setelan | None = None,
    realisasi: Iterable[Realisasi] = (),
    bungkam: Iterable[Bungkam] = (),
) -> HasilReviu:
    """Run the rules over a tree.

    Args:
        pohon: The tree.
        aturan: The rules to run; by default those of the library that are ``bawaan``. A function from a tree
            to findings is a rule too.
        setelan: How strict they are.
        realisasi: What was measured before, which some rules compare targets with.
        bungkam: The findings that are known and left as they are.

    Raises:
        TipeError: It is no tree.

    >>> from sakip import CSF, Outcome
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1", uraian="Melaksanakan pembinaan"))
    >>> hasil = review(pohon, bungkam=[Bungkam("SKP201", "O1", "bunyi visi kepala daerah")])
    >>> hasil.temuan, [temuan.kode for temuan, _ in hasil.dibungkam]
    ((), ['SKP201'])
    """
    if not isinstance(pohon, PohonKinerja):
        raise TipeError(type(pohon).__name__, "pass a PohonKinerja")
    tinjauan = Tinjauan(pohon, setelan or Setelan(), tuple(realisasi))
    rules = tuple(rule for rule in ATURAN.values() if rule.bawaan) if aturan is None else tuple(aturan)
    silenced = tuple(bungkam)
    kept: list[Temuan] = []
    dropped: list[tuple[Temuan, Bungkam]] = []
    with paused_collector():
        for rule in rules:
            for temuan in rule(tinjauan) if isinstance(rule, Aturan) else rule(pohon):
                why = next((item for item in silenced if item.holds(temuan)), None)
                if why is None:
                    kept.append(temuan)
                else:
                    dropped.append((temuan, why))
    return HasilReviu(tuple(kept), tuple(dropped))


def check(
    pohon: PohonKinerja,
    aturan: Iterable[AnyAturan] | None = None,
    *,
    setelan: Setelan | None = None,
    realisasi: Iterable[Realisasi] = (),
    bungkam: Iterable[Bungkam] = (),
) -> tuple[Temuan, ...]:
    """The findings on a tree; `review` tells what was silenced as well.

    Args:
        pohon: The tree.
        aturan: The rules to run; by default those of the library that are ``bawaan``.
        setelan: How strict they are.
        realisasi: What was measured before.
        bungkam: The findings that are known and left as they are.

    Raises:
        TipeError: It is no tree.

    >>> from sakip import Outcome
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1", uraian="Melaksanakan pembinaan"))
    >>> for temuan in check(pohon):
    ...     print(temuan.kode, temuan.pesan)
    SKP201 Hasil ini diawali "Melaksanakan", yang menyatakan pekerjaan dan bukan perubahan keadaan.
    """
    return review(pohon, aturan, setelan=setelan, realisasi=realisasi, bungkam=bungkam).temuan
