"""What the forms share: rows made of the model's own values, and how they hang in a tree."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from sakip.bentuk._kepala import Kepala
from sakip.model import AnySimpul, JenisInstansi, Kegiatan, Program, SubKegiatan
from sakip.periksa import check_a
from sakip.pohon import PohonKinerja

Berpagu: TypeAlias = Program | Kegiatan | SubKegiatan
"""A component that money is planned for."""

Pasangan: TypeAlias = tuple[AnySimpul, str | None]
"""A node, and the id of the node that it hangs under."""


BERPAGU = (Program, Kegiatan, SubKegiatan)
"""The classes of components that money is planned for."""

check_kepala = check_a(Kepala, "a Kepala")
"""The validator of the field that every form begins with."""


def grow(kepala: Kepala, pasangan: Iterable[Pasangan], nama: str) -> PohonKinerja:
    """A tree of nodes and their parents, named after the institution, or else the form."""
    pohon = PohonKinerja(kepala.instansi or nama, periode=kepala.periode, jenis=JenisInstansi.BEBAS)
    pohon.add_many(pasangan)
    return pohon
