"""Which rank owns which level, as data; who owns what by it, and who has nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

import attrs

from sakip.berkas import Rekaman
from sakip.model import NAMA_JENIS, AnySimpul, Jabatan
from sakip.periksa import check_text
from sakip.pohon import PohonKinerja
from sakip.teks import Tampilan, render_html, render_tabel
from sakip.temuan import JenisTemuan, Tempat, Temuan, Tingkat, register

JENJANG_BERBEDA = register(
    JenisTemuan(
        "SKP027",
        Tingkat.SARAN,
        "jenjang pemilik tidak lazim",
        "{jenis} ini dimiliki {nama}, berjenjang {jenjang}; menurut peta {peta} pemiliknya {harapan}.",
        "Periksa pemiliknya, atau pakai peta jenjang yang berlaku di sini.",
        "PermenPANRB 89/2021, tahap kelima; peta jenjang menurut kebiasaan, bukan ketentuan",
    )
)


def _to_peta(value: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    rows = value.items() if isinstance(value, Mapping) else value
    return tuple((jenis, (ranks,) if isinstance(ranks, str) else tuple(ranks)) for jenis, ranks in rows)


@attrs.frozen
class PetaJenjang:
    """Which ranks usually own which level.

    Attributes:
        nama: What the map is called.
        peta: For each kind of node the ranks, the usual one first.
        acuan: Where it was seen.

    >>> PetaJenjang("contoh", {"program": "administrator", "kegiatan": ("pengawas", "fungsional")}).of("kegiatan")
    ('pengawas', 'fungsional')
    """

    nama: str = attrs.field(validator=check_text)
    peta: tuple[tuple[str, tuple[str, ...]], ...] = attrs.field(converter=_to_peta)
    acuan: str = attrs.field(default="", validator=check_text)

    def of(self, jenis: str) -> tuple[str, ...]:
        """The ranks that usually own a kind of node; none where the map says nothing of it."""
        return dict(self.peta).get(jenis, ())


_PIMPINAN = {
    "outcome": ("kepala_daerah", "jpt_pratama"),
    "tujuan": ("kepala_daerah", "jpt_pratama"),
    "sasaran": ("jpt_pratama", "kepala_daerah"),
    "csf": "jpt_pratama",
}
JENJANG_PEMDA = PetaJenjang(
    "JENJANG_PEMDA",
    _PIMPINAN
    | {
        "program": "administrator",
        "kegiatan": ("pengawas", "fungsional"),
        "sub_kegiatan": ("fungsional", "pelaksana"),
        "aktivitas": "pelaksana",
    },
    "Kebiasaan pemerintah daerah; tidak ada ketentuan yang memasangkan jenjang satu per satu",
)
JENJANG_JF_KEGIATAN = PetaJenjang(
    "JENJANG_JF_KEGIATAN",
    _PIMPINAN
    | {
        "program": "administrator",
        "kegiatan": "fungsional",
        "sub_kegiatan": ("pelaksana", "fungsional"),
        "aktivitas": "pelaksana",
    },
    "Penjenjangan kinerja Dinas Sosial Kabupaten Kotawaringin Timur 2025: sasaran kegiatan pada PK JF",
)
JENJANG_SUB_KOORDINATOR = PetaJenjang(
    "JENJANG_SUB_KOORDINATOR",
    _PIMPINAN
    | {
        "program": "administrator",
        "kegiatan": ("administrator", "fungsional"),
        "sub_kegiatan": "fungsional",
        "aktivitas": "pelaksana",
    },
    "IKI Dinas Sosial Kabupaten Kutai Kartanegara 2023: Sekretaris sasaran program, JF Muda selaku "
    "sub koordinator sasaran sub kegiatan, pelaksana sasaran aktivitas",
)
JENJANG_KEMENAG_KABUPATEN = PetaJenjang(
    "JENJANG_KEMENAG_KABUPATEN",
    {
        "sasaran": ("administrator", "pengawas", "fungsional"),
        "kegiatan": ("pengawas", "fungsional"),
        "aktivitas": ("fungsional", "pelaksana", "pengawas"),
    },
    "Draf target Perjanjian Kinerja kantor Kementerian Agama 2024: hasil kerja Kepala Kantor, hasil kerja "
    "Kasi/Penyelenggara/fungsional di bawahnya, rencana aksi",
)
JENJANG: Mapping[str, PetaJenjang] = {
    item.nama: item
    for item in (JENJANG_PEMDA, JENJANG_JF_KEGIATAN, JENJANG_SUB_KOORDINATOR, JENJANG_KEMENAG_KABUPATEN)
}
"""The maps that were seen in use, by name; none is law, so make one of your own where it is otherwise.

>>> JENJANG["JENJANG_JF_KEGIATAN"].of("kegiatan")
('fungsional',)
"""

AnyPeta: TypeAlias = PetaJenjang | Mapping[str, Any]
"""A map, or the pairs that make one."""


def to_peta_jenjang(peta: AnyPeta) -> PetaJenjang:
    """A map of ranks; pairs of kinds and ranks make one without a name.

    >>> to_peta_jenjang({"program": "administrator"}).of("program")
    ('administrator',)
    """
    return peta if isinstance(peta, PetaJenjang) else PetaJenjang("", peta)


def propose_pemilik(
    pohon: PohonKinerja, jenjang: AnyPeta = JENJANG_PEMDA
) -> tuple[tuple[AnySimpul, Jabatan], ...]:
    """Which post would own each node that has no owner, where just one post has the rank of its level.

    The usual rank is asked for first, then the others. Proposals only; nothing is assigned.

    >>> from sakip import Program
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Program("P1", nama="Rehabilitasi Sosial"))
    >>> pohon.add_jabatan(Jabatan(id="kabid", nama="Kepala Bidang", jenjang="administrator"))
    >>> [(simpul.id, jabatan.id) for simpul, jabatan in propose_pemilik(pohon)]
    [('P1', 'kabid')]
    """
    peta = to_peta_jenjang(jenjang)
    by_rank: dict[str, list[Jabatan]] = {}
    for post in pohon.jabatan.values():
        by_rank.setdefault(post.jenjang, []).append(post)
    found = []
    for node in pohon:
        posts = next((by_rank[rank] for rank in peta.of(node.jenis) if rank in by_rank), [])
        if len(posts) == 1 and pohon.owner(node.id) is None:
            found.append((node, posts[0]))
    return tuple(found)


def check_jenjang(pohon: PohonKinerja, jenjang: AnyPeta = JENJANG_PEMDA) -> Iterator[Temuan]:
    """Owners whose rank is none of those that usually own their level; suggestions only.

    Where a post has no rank, or the map says nothing of a level, nothing is said.

    >>> list(check_jenjang(PohonKinerja("Dinas Contoh")))
    []
    """
    peta = to_peta_jenjang(jenjang)
    for node in pohon:
        owner, ranks = pohon.owner(node.id), peta.of(node.jenis)
        if owner is not None and owner.jenjang and ranks and owner.jenjang not in ranks:
            yield JENJANG_BERBEDA.temuan(
                Tempat(simpul=node.id, nama=node.label),
                jenis=NAMA_JENIS[node.jenis],
                nama=owner.nama,
                jenjang=owner.jenjang,
                peta=peta.nama,
                harapan=" atau ".join(ranks),
            )


@attrs.frozen
class Kepemilikan(Tampilan, Rekaman):
    """Who owns and supports what, which work has nobody and which post has nothing.

    Attributes:
        baris: For each post what it owns and what it supports, in the order of the posts.
        tanpa_pemilik: Nodes without a main owner.

    >>> Kepemilikan((), ()).tanpa_kinerja
    ()
    """

    baris: tuple[tuple[Jabatan, tuple[AnySimpul, ...], tuple[AnySimpul, ...]], ...]
    tanpa_pemilik: tuple[AnySimpul, ...]

    @property
    def tanpa_kinerja(self) -> tuple[Jabatan, ...]:
        """Posts that own and support nothing."""
        return tuple(post for post, owned, supported in self.baris if not owned and not supported)

    def to_records(self) -> list[dict[str, str]]:
        """One record for each post and node, and for what has none: ids and the role."""
        rows = [
            {"jabatan": post.id, "simpul": item.id, "peran": peran}
            for post, owned, supported in self.baris
            for peran, items in (("utama", owned), ("pendukung", supported))
            for item in items
        ]
        rows += [{"jabatan": post.id, "simpul": "", "peran": ""} for post in self.tanpa_kinerja]
        return rows + [{"jabatan": "", "simpul": item.id, "peran": ""} for item in self.tanpa_pemilik]

    def _cells(self) -> list[tuple[str, str, str]]:
        rows = [(post.nama, _names(owned), _names(supported)) for post, owned, supported in self.baris]
        return [*rows, ("(tanpa pemilik)", _names(self.tanpa_pemilik), "")] if self.tanpa_pemilik else rows

    def __str__(self) -> str:
        return render_tabel(_KEPALA, self._cells(), lebar=(32, 40, 40))

    def _repr_html_(self) -> str:
        return render_html(_KEPALA, self._cells())


_KEPALA = ("Jabatan", "Pemilik utama", "Pendukung")


def _names(simpul: tuple[AnySimpul, ...]) -> str:
    return ", ".join(item.id for item in simpul) or "—"


def compute_kepemilikan(pohon: PohonKinerja) -> Kepemilikan:
    """Who owns and supports what, and who or what is left over.

    >>> from sakip import Outcome
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1", uraian="Sejahtera"))
    >>> pohon.add_jabatan(Jabatan(id="kadis", nama="Kepala Dinas"))
    >>> milik = compute_kepemilikan(pohon)
    >>> [post.id for post in milik.tanpa_kinerja], [node.id for node in milik.tanpa_pemilik]
    (['kadis'], ['O1'])
    """
    owned: dict[str, list[AnySimpul]] = {}
    supported: dict[str, list[AnySimpul]] = {}
    orphans = []
    for node in pohon:
        owner = pohon.owner(node.id)
        if owner is None:
            orphans.append(node)
        else:
            owned.setdefault(owner.id, []).append(node)
        for post in pohon.supporters(node.id):
            supported.setdefault(post.id, []).append(node)
    rows = tuple(
        (post, tuple(owned.get(id, ())), tuple(supported.get(id, ()))) for id, post in pohon.jabatan.items()
    )
    return Kepemilikan(rows, tuple(orphans))
