"""Stages 1 to 3 of a Penjenjangan: the outcome and its grounds, the factors, the conditions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from sakip.dokumen._baca.register import BARIS_TERBELAH, INDUK_TIDAK_PADAN, ISIAN_TAK_DIKENAL
from sakip.dokumen._bagian.butir import continues
from sakip.dokumen._buka.kisi import Petak
from sakip.dokumen._penjenjangan.bagan import Bagan, Bunyi, Cabang
from sakip.dokumen._penjenjangan.isian import take_bunyi
from sakip.dokumen._penjenjangan.urai import KONDISI, Alinea, BarisTabel, Potongan
from sakip.model import CSF, Butir, Dasar, KondisiAntara, Outcome

TANPA_INDUK = "(tanpa induk)"
"""What stands in the place of the factor of a condition that stands under nothing."""
_OUTCOME_SAMA = 0.9
"""How alike the wordings of one outcome are at least: those of two differ by a word or two."""
_OUTCOME = re.compile(r"(?:ultimate\s+)?outcome\s*(?:/\s*hasil)?\s*(?::\s*(.*))?", re.IGNORECASE | re.DOTALL)
_CSF = re.compile(
    r"(?:csf|critical\s+success\s+factor)\s*(?:\((?:csf|critical\s+success\s+factor)\)\s*)?(\d+|[ivx]+)?\s*"
    r"(?:[:.]\s*(.*))?",
    re.IGNORECASE | re.DOTALL,
)
_NOMOR_CSF = re.compile(r"(?:csf|success\s+factor)\W*(\d+|[ivx]+)\b", re.IGNORECASE)
_BUKAN_ACUAN = re.compile(
    r"faktor\s+(?:penyebab|pembentuk)(?:\s*/\s*pembentuk)?|kondisi\s+antara|\bcsf\b|critical\s+success\s+factor",
    re.IGNORECASE,
)
_ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_BUKAN_ISI = re.compile(
    r"(?:penjenjangan|pohon\s+kinerja|pemerintah|dinas|badan|kantor|inspektorat|sekretariat|kecamatan"
    r"|kabupaten|kota|provinsi|tahun)\b",
    re.IGNORECASE,
)
"""How the lines of a title begin, which a sheet may have above its stage."""
_ANGKA = re.compile(r"(?:^|\n)\s*(\d{1,2})[.)]\s+")
_HURUF = re.compile(r"(?:(?<=\s)|^)([a-z])[.)]\s+")
_DASAR = ("ekspektasi", "mandat", "isu_strategis")


@attrs.frozen
class Faktor:
    """What the header of a table of stage 3 says of its first column.

    Attributes:
        langsung: Whether that column holds factors; else it holds conditions.
        nomor: The number of the factor that they stand under; 0 where it names none.
        acuan: The condition that they stand under, where it names one.
    """

    langsung: bool
    nomor: int
    acuan: str


def read_faktor(judul: str) -> Faktor:
    """What a header says of the column below it.

    >>> read_faktor("Faktor Penyebab/Pembentuk (CSF 1)")
    Faktor(langsung=True, nomor=1, acuan='')
    >>> read_faktor("Kondisi Antara CSF (Critical Success Factor) II").nomor
    2
    >>> read_faktor("Kondisi Antara (Terwujudnya PSKS yang berdaya)").acuan
    'Terwujudnya PSKS yang berdaya'
    """
    match = _NOMOR_CSF.search(judul)
    nomor = 0 if match is None else _to_int(match[1])
    rest = judul if match is None else judul.replace(match[0], " ")
    acuan = _BUKAN_ACUAN.sub(" ", rest).strip(" ()/:-\n")
    langsung = not re.match(r"\W*kondisi", judul, re.IGNORECASE)
    return Faktor(langsung, nomor, acuan if " " in acuan else "")


def _to_int(teks: str) -> int:
    return int(teks) if re.fullmatch(r"[0-9]{1,3}", teks) else _ROMAWI.get(teks.casefold(), 0)


@attrs.define
class PembacaKondisi:
    """Reads stages 1 to 3 into the tree.

    Attributes:
        bagan: The tree.
    """

    bagan: Bagan
    _csf: dict[int, Cabang] = attrs.field(factory=dict)
    _label: tuple[str, int] = ("", 0)
    _outcome: Cabang | None = None
    _tabel: int = 0
    _induk: Cabang | None = None

    def read(self, potongan: Potongan) -> bool:
        """Take a piece where it is of these stages."""
        if isinstance(potongan, BarisTabel):
            read = {"dasar": self._row_dasar, "csf": self._row_csf, "kondisi": self._row_kondisi}
            if potongan.jenis not in read:
                return False
            read[potongan.jenis](potongan)
            return True
        if isinstance(potongan, Alinea):
            return potongan.bagian.tahap in {1, 2} and self._line(potongan)
        return False

    # --- stage 1 and 2 as lines -----------------------------------------------

    def _line(self, alinea: Alinea) -> bool:
        """A statement, or the label that stands before one."""
        csf, outcome = _CSF.fullmatch(alinea.teks), _OUTCOME.fullmatch(alinea.teks)
        if csf or outcome:
            rest = ((csf[2] if csf else outcome[1] if outcome else "") or "").strip()
            self._label = ("csf", _to_int(csf[1] or "")) if csf else ("outcome", 0)
            self.bagan.take(Bunyi(alinea.teks, petak=alinea.petak))
            if rest:
                self._state(Bunyi(rest, alinea.bagian.nama, alinea.petak))
            return True
        if not self._label[0]:
            if not (kind := self._guess(alinea)):
                return False
            self._label = (kind, 0)
        self._state(Bunyi(alinea.teks, alinea.bagian.nama, alinea.petak))
        return True

    def _guess(self, alinea: Alinea) -> str:
        """What a line without a label says: the outcome in stage 1, a factor in stage 2; else nothing."""
        if _BUKAN_ISI.match(alinea.teks):
            return ""
        if alinea.bagian.tahap == 1:
            return "outcome" if self._outcome is None else ""
        if not KONDISI.match(alinea.teks):
            return ""
        return "outcome" if self._outcome is None else "csf"

    def _state(self, bunyi: Bunyi) -> None:
        kind, nomor = self._label
        self._label = ("", 0)
        for place in bunyi.petak[1:]:
            self.bagan.take(bunyi)
            self.bagan.bacaan.note(BARIS_TERBELAH, place, teks=bunyi.teks, sebab="kalimat berlanjut")
        if kind == "outcome":
            self._put_outcome(bunyi, baris=True)
        else:
            self._put_csf(bunyi, self._outcome, nomor)

    def _put_outcome(self, bunyi: Bunyi, id: str = "", *, baris: bool = False) -> Cabang:
        """An outcome; stage 2 says it again, and its wording is the one that counts.

        Args:
            bunyi: Its wording.
            id: Its id.
            baris: Whether it is a line and no row of a table: a stage has one such line,
                which is of the outcome that the stage before has, whatever its wording.
        """
        known = self.bagan.by_id(id)
        if known is None and not id:
            outcomes = self.bagan.of(Outcome)
            near = [item for item in outcomes if item.likeness(bunyi.teks) >= _OUTCOME_SAMA]
            if baris and len(outcomes) == 1 and outcomes[0].bunyi[0].tempat != bunyi.tempat:
                near = outcomes
            known = near[0] if near else None
        if known is None:
            known = self.bagan.add(Outcome, bunyi, None, id)
        else:
            self.bagan.word(known, bunyi, utama=bunyi.tempat == "Tahap 2")
        self._outcome = known
        return known

    def _put_csf(self, bunyi: Bunyi | None, induk: Cabang | None, nomor: int = 0, id: str = "") -> Cabang:
        same = [] if bunyi is None or id else self.bagan.same(bunyi.teks)
        known = self.bagan.by_id(id) or next((item for item in same if item.kelas is CSF), None)
        if known is not None and bunyi is not None:
            self.bagan.word(known, bunyi)
            return known
        node = self.bagan.add(CSF, bunyi, induk, id)
        self._csf.setdefault(nomor or len(self._csf) + 1, node)
        return node

    # --- stage 1 and 2 as tables ----------------------------------------------

    def _row_dasar(self, baris: BarisTabel) -> None:
        bacaan, larik = self.bagan.bacaan, baris.larik
        id = bacaan.take(larik, "id")
        bunyi = take_bunyi(bacaan, larik, "outcome", baris.bagian.nama)
        if bunyi is not None or (id and self.bagan.by_id(id) is None):
            self._put_outcome(bunyi or Bunyi("", baris.bagian.nama), id)
        cells = {kunci: bacaan.take(larik, kunci) for kunci in _DASAR}
        if not any(cells.values()):
            return
        node = self._outcome or self._put_outcome(Bunyi("", baris.bagian.nama))
        more = {
            kunci: self._grow(getattr(node.dasar, kunci), teks, larik.petak(kunci))
            for kunci, teks in cells.items()
        }
        node.dasar = Dasar(**more)

    def _grow(self, lama: tuple[Butir, ...], teks: str, place: Petak | None) -> tuple[Butir, ...]:
        """A list with the items of one more cell; a cell that goes on with a sentence is joined to it."""
        if not teks:
            return lama
        items = read_butir(teks)
        if lama and not items[0].nomor and continues(teks):
            last = lama[-1]
            self.bagan.bacaan.note(BARIS_TERBELAH, place, teks=items[0].teks, sebab="butir berlanjut")
            return (*lama[:-1], attrs.evolve(last, teks=f"{last.teks} {items[0].teks}"), *items[1:])
        return (*lama, *items)

    def _row_csf(self, baris: BarisTabel) -> None:
        bacaan, larik, tempat = self.bagan.bacaan, baris.larik, baris.bagian.nama
        outcome = take_bunyi(bacaan, larik, "outcome", tempat)
        above = self.bagan.by_id(bacaan.take(larik, "id_induk"))
        if outcome is not None and outcome.teks == TANPA_INDUK:
            self._outcome = None
        elif above is not None:
            self._outcome = above
        elif outcome is not None:
            self._put_outcome(outcome)
        id = bacaan.take(larik, "id")
        bunyi = take_bunyi(bacaan, larik, "csf", tempat)
        if bunyi is not None or id:
            self._put_csf(bunyi, self._outcome, id=id)

    # --- stage 3 --------------------------------------------------------------

    def _row_kondisi(self, baris: BarisTabel) -> None:
        bacaan, larik, tempat = self.bagan.bacaan, baris.larik, baris.bagian.nama
        if baris.tabel != self._tabel:
            self._tabel, self._induk = baris.tabel, None
        self._enter(baris, take_bunyi(bacaan, larik, "faktor", tempat))
        id = bacaan.take(larik, "id")
        bunyi = take_bunyi(bacaan, larik, "kondisi", tempat)
        if bunyi is not None or id:
            self._put_kondisi(bunyi, id, larik.petak("id"))

    def _enter(self, baris: BarisTabel, faktor: Bunyi | None) -> None:
        """Find what the conditions from here on stand under: by its id, or else by its wording."""
        bacaan, larik = self.bagan.bacaan, baris.larik
        id = bacaan.take(larik, "id_induk")
        known = self.bagan.by_id(id)
        if known is not None:
            self._induk = known
            if faktor is not None:
                self.bagan.word(known, faktor)
        elif faktor is not None:
            header = next(item.judul for item in larik.kolom if item.kunci == "faktor")
            own = faktor.teks != TANPA_INDUK
            self._induk = self._find_induk(faktor, read_faktor(header)) if own else None
        elif id:
            bacaan.note(ISIAN_TAK_DIKENAL, larik.petak("id_induk"), teks=id, sebab="id induk tidak dikenal")

    def _put_kondisi(self, bunyi: Bunyi | None, id: str, place: Petak | None) -> None:
        """A condition below the current one; printed again, it is the same."""
        same = self.bagan.by_id(id)
        if same is not None and same.induk is not self._induk:
            sebab = f'id ini sudah dipakai "{same.label}" di tempat lain'
            self.bagan.bacaan.note(ISIAN_TAK_DIKENAL, place, teks=id, sebab=sebab)
            same, id = None, ""
        if same is None and not id and bunyi is not None:
            same = next((item for item in self.bagan.same(bunyi.teks) if item.induk is self._induk), None)
        if same is None:
            self.bagan.add(KondisiAntara, bunyi, self._induk, id)
        elif bunyi is not None:
            self.bagan.word(same, bunyi)

    def _find_induk(self, bunyi: Bunyi, faktor: Faktor) -> Cabang:
        """What a first column means: a factor, or a condition below what the header names."""
        if faktor.langsung:
            return self._find_csf(bunyi, faktor.nomor)
        scope = self._csf.get(faktor.nomor)
        if faktor.acuan:
            scope = self._nearest(faktor.acuan, scope) or scope
        found = self._nearest(bunyi.teks, scope)
        if found is None:
            letak = "sebagai akar" if scope is None else f'di bawah "{scope.uraian}"'
            self.bagan.bacaan.note(INDUK_TIDAK_PADAN, bunyi.petak[0], teks=bunyi.teks, letak=letak)
            return self.bagan.add(KondisiAntara, bunyi, scope)
        self.bagan.word(found, bunyi)
        return found

    def _find_csf(self, bunyi: Bunyi, nomor: int) -> Cabang:
        """A factor by its wording, or else by its number; a new one where stage 2 has none."""
        known = self.bagan.of(CSF)
        near = max(self.bagan.some(known), key=lambda item: item.likeness(bunyi.teks), default=None)
        found = near if near is not None and near.likeness(bunyi.teks) else self._csf.get(nomor)
        if found is not None:
            self.bagan.word(found, bunyi)
            return found
        if known:
            place = bunyi.petak[0]
            self.bagan.bacaan.note(INDUK_TIDAK_PADAN, place, teks=bunyi.teks, letak="sebagai CSF")
        return self._put_csf(bunyi, self._outcome, nomor)

    def _nearest(self, teks: str, scope: Cabang | None) -> Cabang | None:
        """The node that a wording is of: of the same wording the closest counts, before one that is alike."""
        same = [item for item in self.bagan.same(teks) if item.kelas is not Outcome]
        if same:
            return min(same, key=lambda item: _distance(item, scope))
        for tier in self._tiers(scope):
            near = max(self.bagan.some(tier), key=lambda item: item.likeness(teks), default=None)
            if near is not None and near.likeness(teks):
                return near
        return None

    def _tiers(self, scope: Cabang | None) -> Iterator[Iterable[Cabang]]:
        """Where a condition is looked for: below the scope, the scope itself, deeper, everywhere."""
        if scope is not None:
            yield scope.anak
            yield scope.walk()
        yield (item for item in self.bagan.walk() if item.kelas is KondisiAntara)


def _distance(node: Cabang, scope: Cabang | None) -> int:
    """How far from a scope a node stands: below it, itself, deeper, elsewhere."""
    if node.induk is scope:
        return 0
    if node is scope:
        return 1
    return 2 if scope in node.atas else 3


# --- grounds ------------------------------------------------------------------


def read_butir(teks: str) -> tuple[Butir, ...]:
    r"""The items of a cell: numbered ones, with lettered ones below them.

    >>> satu, dua = read_butir("1. Pemberdayaan a. KAT b. LK3\n2. Rehabilitasi")
    >>> satu.nomor, satu.teks, [(item.nomor, item.teks) for item in satu.rincian], dua.teks
    ('1', 'Pemberdayaan', [('a', 'KAT'), ('b', 'LK3')], 'Rehabilitasi')
    >>> read_butir("Belum ada data")[0].nomor
    ''
    """
    marks = list(_ANGKA.finditer(teks))
    parts = [("", teks[: marks[0].start()] if marks else teks)]
    parts += [
        (mark[1], teks[mark.end() : marks[place + 1].start() if place + 1 < len(marks) else None])
        for place, mark in enumerate(marks)
    ]
    return tuple(_to_butir(nomor, body) for nomor, body in parts if body.strip() or nomor)


def _to_butir(nomor: str, teks: str) -> Butir:
    heads = list(_letters(teks))
    own = teks[: heads[0].start()] if heads else teks
    rincian = [
        Butir(_flat(teks[head.end() : heads[place + 1].start() if place + 1 < len(heads) else None]), head[1])
        for place, head in enumerate(heads)
    ]
    return Butir(_flat(own), nomor, rincian)


def _letters(teks: str) -> Iterator[re.Match[str]]:
    """The letters of a list, as far as they follow each other from a."""
    wanted = ord("a")
    for match in _HURUF.finditer(teks):
        if ord(match[1]) == wanted:
            yield match
            wanted += 1


def _flat(teks: str) -> str:
    return " ".join(teks.split())
