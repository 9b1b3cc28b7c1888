"""What belongs to people: recognised in tables and never stored.

A list of posts often names who holds them. Names, NIP, rank and the like are left
out of every form; a finding says where they stood, without repeating them.
"""

from __future__ import annotations

import re

import attrs

from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.buku import Nasib
from sakip.dokumen._baca.judul import squash
from sakip.dokumen._baca.register import DATA_ORANG_TIDAK_DISIMPAN
from sakip.dokumen._buka.kisi import Petak

POLA_ORANG = re.compile(
    r"""(?P<bagian>nama(?:lengkap|asn|pns|gelar|karyawan)?
    |(?!jumlah|banyak|kebutuhan|jenis|status|kelas)\w*(?:pegawai|pejabat|penjabat|pemangku|personil|personel)\w*
    |nip\w*|\w*nip|nik\w*|nrp\w*|nuptk|pangkat\w*|gol|golongan\w*|golruang
    |\w*lahir|jeniskelamin|agama|alamat\w*|no\w*hp|hp|telp|\w*telepon|email|tmt\w*)""",
    re.VERBOSE,
)
"""The squashed headers of columns about the person who holds a post."""

_CAMPURAN = re.compile(r"nama\s*(?:/|&|,|\bdan\b)", re.IGNORECASE)
_NIP = re.compile(
    r"(?<!\d)(?:19|20)\d{6}\s?(?:19|20)\d{4}\s?[12]\s?\d{3}(?!\d)|\bNIP\b\s*[.:]?\s*\d", re.IGNORECASE
)
_GELAR = re.compile(
    r"(?:^|[\s,])(?:Drs|Dra|Ir|Hj?|Prof)\.\s*\S|,\s*(?:[SM]\.\s?[A-Z]\w*|A\.?Md|(?:MM|MT|MSi|ST|SE|SH|SKM)\.?\s*$)"
)


def is_orang(judul: str) -> bool:
    """Whether a column is about people, or mixes them with posts.

    >>> is_orang("NIP"), is_orang("Nama / Jabatan"), is_orang("Nama Jabatan"), is_orang("Jumlah Pegawai")
    (True, True, False, False)
    """
    return bool(POLA_ORANG.fullmatch(squash(judul)) or _CAMPURAN.search(judul))


def holds_orang(teks: str) -> bool:
    r"""Whether a cell holds an NIP, or a name with its degrees.

    >>> holds_orang("Kepala Dinas\nNIP. 1"), holds_orang("Fulan, S.Sos"), holds_orang("Kepala Bidang I")
    (True, True, False)
    """
    return bool(_NIP.search(teks) or _GELAR.search(teks))


@attrs.define
class Penyaring:
    """Keeps what belongs to people out of a reading.

    Attributes:
        bacaan: The reading.
    """

    bacaan: Bacaan
    _letak: dict[tuple[str, int, str], list[Petak]] = attrs.field(factory=dict, init=False)

    def drop(self, petak: Petak, judul: str) -> None:
        """Leave a cell out; the finding for its column comes with `note`."""
        self.bacaan.buku.put(Nasib.TEMUAN, petak)
        self._letak.setdefault((petak.lembar, petak.kolom, judul), []).append(petak)

    def note(self) -> None:
        """One finding for each column, which says how far it goes."""
        for (_, _, judul), cells in self._letak.items():
            first, last = cells[0], cells[-1]
            span = first.sel if first == last else f"{first.sel} sampai {last.sel} ({len(cells)} sel)"
            self.bacaan.note(DATA_ORANG_TIDAK_DISIMPAN, first, judul=judul, letak=span)
