"""The posts of an IKI document: the lines Jabatan, Tugas and Fungsi above each table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.buku import Nasib
from sakip.dokumen._baca.register import JABATAN_TIDAK_UTUH, NAMA_TIDAK_DISIMPAN
from sakip.dokumen._baca.tabel import Larik, Tabel
from sakip.dokumen._bagian.orang import is_orang
from sakip.dokumen._buka.kisi import Petak
from sakip.dokumen._iki.ekor import Ekor, Garis, is_judul
from sakip.dokumen._iki.sel import is_nomor, split_halaman

_HIASAN = "*#_ \t"
LABEL = re.compile(
    r"""(?:\(?\d{1,2}\s*[.)]?\s*)?
    (?P<label>(?:nama\s+)?jabatan|(?:uraian\s+)?tugas(?:\s+pokok|\s+jabatan)?|(?:uraian\s+)?fungsi
    |perangkat\s+daerah|opd|skpd|instansi|unit(?:\s+kerja)?|jenjang(?:\s+jabatan)?
    |atasan(?:\s+langsung)?|keterangan)
    \s*(?:[*_]*\s*(?P<sep>[:=]|[.–-](?=\s|$)|$)|[*_]{2})\s*(?P<isi>.*)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
"""A line that says what stands in it: ``Jabatan : Sekretaris``, ``2. Tugas -``, ``Fungsi``."""
_LABEL_SEL = re.compile(
    r"(?:\(?\d{1,2}\s*[.)]?\s*)?(?P<label>(?:nama\s+)?jabatan|perangkat\s+daerah)", re.IGNORECASE
)
"""A cell that holds one of the labels that begin a post."""
_PEMBUKA = re.compile(r"(?:nama\s+)?jabatan|perangkat", re.IGNORECASE)
_POLOS = {
    "kepala": re.compile(
        r"(?P<label>tugas|fungsi)\s+(?P<isi>(?-i:[A-Z])\w{4,}.*)", re.IGNORECASE | re.DOTALL
    ),
    "tugas": re.compile(r"(?P<label>fungsi)\s+(?P<isi>(?-i:[A-Z])\w{4,}.*)", re.IGNORECASE | re.DOTALL),
}
"""Labels without a colon, which count where they are due."""
_JABATAN_POLOS = re.compile(r"jabatan\s+(?=(?-i:[A-Z]))(?P<isi>.{3,150})", re.IGNORECASE)
_LABEL_BELAKANG = re.compile(r"(?P<isi>.+?)\s*\*\*(?P<label>tugas|fungsi)\*\*\s*:?", re.IGNORECASE)
_LABEL_LAIN = re.compile(r"(?P<label>[^\W\d][^:]{0,39}?)\s*:\s*(?P<isi>\S.*)", re.DOTALL)
_PENGANTAR = re.compile(r"(?:\d{1,2}\s*[.)]?\s*)?indikator\s+kinerja\s*:?", re.IGNORECASE)
_BUTIR = re.compile(r"(?:[-–•*:]\s+)+")
_NOMOR = re.compile(r"\(?(?:\d{1,3}|[a-z]{1,2})[.)]+\s+(?=\S)|[a-z]\s+(?=[^\W\d_])", re.IGNORECASE)
_SAMBUNG_JABATAN = 2
"""Further lines that the name of a post may take."""
_PANJANG_JABATAN = 120


@attrs.define
class Pos:
    """One post while its lines and its tables go by.

    Attributes:
        petak: Where it begins.
        nama: The lines of its name.
        label: What its other lines say, by their label.
        isi: The lines of tugas and of fungsi.
        lain: Lines with a label that the form doesn't have.
        larik: The rows of its tables.
        tingkat: What its sasaran are of, by the header of their column.
    """

    petak: Petak
    nama: list[str] = attrs.field(factory=list)
    label: dict[str, str] = attrs.field(factory=dict)
    isi: dict[str, list[str]] = attrs.field(factory=dict)
    lain: list[tuple[str, str]] = attrs.field(factory=list)
    larik: list[tuple[Larik, ...]] = attrs.field(factory=list)
    tingkat: str = ""


@attrs.define
class PembacaPos:
    """Reads a document line by line and table by table into posts.

    Attributes:
        bacaan: The reading.
        ekor: What stands before the first post, and below the tables.
        pos: The posts.
        instansi: The institution, where a line is labelled so.
    """

    bacaan: Bacaan
    ekor: Ekor = attrs.field(init=False)
    pos: list[Pos] = attrs.field(factory=list, init=False)
    instansi: str = attrs.field(default="", init=False)
    _bagian: str = attrs.field(default="ekor", init=False)
    _lembar: str = attrs.field(default="", init=False)
    _polos: Garis | None = attrs.field(default=None, init=False)

    @ekor.default
    def _make_ekor(self) -> Ekor:
        return Ekor(self.bacaan)

    def read(self, tabel: Sequence[Tabel]) -> None:
        """Read all lines and tables, in the order that they stand in."""
        for item in self._in_order(tabel):
            if isinstance(item, Tabel):
                self._table(item)
            else:
                self._line(item)
        self.ekor.close()

    def _in_order(self, tabel: Sequence[Tabel]) -> Iterator[Garis | Tabel]:
        sheets = {kisi.nama: number for number, kisi in enumerate(self.bacaan.kisi)}
        rows: dict[tuple[int, int], list[tuple[Petak, str]]] = {}
        for place, teks in self.bacaan.outside(tabel):
            rows.setdefault((sheets[place.lembar], place.baris), []).append((place, teks))
        found: dict[tuple[int, int], Garis | Tabel] = {
            key: Garis(tuple(cells)) for key, cells in rows.items()
        }
        found |= {(sheets[item.kisi.nama], item.awal): item for item in tabel}
        return (found[key] for key in sorted(found))

    # --- lines ----------------------------------------------------------------

    def _line(self, garis: Garis) -> None:
        teks = garis.teks
        if not teks:  # a line drawn with asterisks
            self.bacaan.buku.put(Nasib.PERABOT, *garis.petak_semua)
            return
        self._put_polos(teks)
        match = self._match_label(garis)
        label = "" if match is None else " ".join(match["label"].casefold().split())
        baris = "" if match is None else match["isi"].strip(_HIASAN).strip()
        isi = " ".join(baris.split())
        if label.endswith("jabatan") and "tugas" not in label and "jenjang" not in label:
            self._begin(garis, isi)
        elif "tugas" in label or "fungsi" in label:
            self._begin_isi(garis, "tugas" if "tugas" in label else "fungsi", baris)
        elif label in {"perangkat daerah", "opd", "skpd", "instansi"} and self._bagian in {"ekor", "kepala"}:
            self._put_instansi(garis, label, isi)
        elif is_judul(teks) or _PENGANTAR.fullmatch(teks):
            self._put_judul(garis)
        elif self._bagian == "kepala":
            self._put_kepala(garis, label, isi)
        elif self._bagian == "ekor":
            self._polos = garis if _JABATAN_POLOS.fullmatch(teks) else None
            self.ekor.add(garis)
        else:
            self._take(garis)
            self.pos[-1].isi[self._bagian] += garis.berbaris.splitlines()

    def _match_label(self, garis: Garis) -> re.Match[str] | None:
        first, *rest = garis.sel
        label = LABEL.fullmatch(first[1].strip(_HIASAN).strip())
        if rest and label and not label["sep"] and not label["isi"]:  # the label has a cell of its own
            return LABEL.fullmatch(f"{label['label']} : {Garis(tuple(rest)).berbaris.lstrip(': ')}")
        match = LABEL.fullmatch(garis.berbaris) or _LABEL_BELAKANG.fullmatch(
            " ".join(garis.teks_asli.split())
        )
        polos = _POLOS.get(self._bagian)
        return match or (polos.fullmatch(garis.berbaris) if polos else None)

    def _put_polos(self, teks: str) -> None:
        """A line ``Jabatan Sekretaris``, without a colon, is a heading where tugas or fungsi follow it."""
        polos, self._polos = self._polos, None
        if polos is not None and re.match(r"(?:tugas|fungsi)\b", teks, re.IGNORECASE):
            self.ekor.drop(polos)
            match = _JABATAN_POLOS.fullmatch(polos.teks)
            self._begin(polos, match["isi"] if match else "", sebab="tanda titik dua tidak tercetak")

    def _begin(self, garis: Garis, nama: str, *, sebab: str = "") -> None:
        self.ekor.close()
        self._take(garis)
        self._open(garis.petak, [nama] if nama else [], sebab)

    def _open(self, petak: Petak, nama: list[str], sebab: str) -> None:
        self.pos.append(Pos(petak, nama))
        self._bagian = "kepala"
        if sebab:
            self.bacaan.note(JABATAN_TIDAK_UTUH, petak, teks=" ".join(nama), sebab=sebab)

    def _begin_isi(self, garis: Garis, bagian: str, isi: str) -> None:
        if self._bagian == "ekor":
            self._open_untitled(garis)
        self._take(garis)
        self._bagian = bagian
        self.pos[-1].isi.setdefault(bagian, [])
        self.pos[-1].isi[bagian] += isi.splitlines()

    def _open_untitled(self, garis: Garis) -> None:
        """A post that no line ``Jabatan`` begins: the lines right above are its name."""
        lines = self._detach_larik() or self.ekor.take_judul()
        self.ekor.close()
        for line in lines:
            self._take(line)
        place = lines[0].petak if lines else garis.petak
        self._open(place, [line.teks for line in lines], 'kata "Jabatan" tidak tercetak')

    def _detach_larik(self) -> list[Garis]:
        """The last rows of the table above that are no rows of it: apart from the others, and without an indikator."""
        if not self.pos or not self.pos[-1].larik or self.ekor.garis:
            return []
        pages = split_halaman(self.pos[-1].larik[-1])
        if len(pages) < 2 or any(_is_isi(larik) for larik in pages[-1]):
            return []
        self.pos[-1].larik[-1] = tuple(larik for page in pages[:-1] for larik in page)
        return [
            Garis(
                tuple(
                    (larik.kisi.petak(larik.baris, kolom), teks)
                    for kolom, teks in larik.kisi.filled(larik.baris)
                )
            )
            for larik in pages[-1]
        ]

    def _put_instansi(self, garis: Garis, label: str, isi: str) -> None:
        if self.instansi in {"", isi}:
            self.instansi = isi
            self._take(garis)
        elif self._bagian == "kepala":
            self._take(garis)
            self.pos[-1].lain.append((label, isi))
        else:
            self.ekor.add(garis)

    def _put_judul(self, garis: Garis) -> None:
        """A title: furniture, but for the one before the first post."""
        if self.pos:
            self.ekor.close()
            self.bacaan.buku.put(Nasib.PERABOT, *garis.petak_semua)
        else:
            self.ekor.add(garis)

    def _put_kepala(self, garis: Garis, label: str, isi: str) -> None:
        """A line between the name of a post and its tugas."""
        pos, other = self.pos[-1], _LABEL_LAIN.fullmatch(garis.teks)
        if other and is_orang(other["label"]):
            for place in garis.petak_semua:
                self.bacaan.note(NAMA_TIDAK_DISIMPAN, place)
        elif label and (short := label.partition(" ")[0]) not in pos.label:
            pos.label[short] = isi
            self._take(garis)
        elif other:
            pos.lain.append((other["label"], other["isi"].strip()))
            self._take(garis)
        elif len(pos.nama) <= _SAMBUNG_JABATAN and len(garis.teks) <= _PANJANG_JABATAN:
            pos.nama.append(garis.teks)
            self._take(garis)
        else:
            self.bacaan.note_block(garis.sel)

    def _take(self, garis: Garis) -> None:
        self.bacaan.buku.put(Nasib.ISI, *garis.petak_semua)

    # --- tables ---------------------------------------------------------------

    def _table(self, tabel: Tabel) -> None:
        if self._bagian == "ekor":
            self._place_table(tabel)
        self.pos[-1].larik.append(tabel.larik)
        self.pos[-1].tingkat = self.pos[-1].tingkat or _tingkat(tabel)
        self._bagian, self._lembar = "ekor", tabel.kisi.nama

    def _place_table(self, tabel: Tabel) -> None:
        """A table without a line ``Jabatan`` above it: it goes on, or the lines above it name its post."""
        sheet = tabel.kisi.nama if tabel.kisi.nama != self._lembar else ""
        lines = self.ekor.take_judul() if self.pos and _restarts(tabel) else []
        self.ekor.close()
        if self.pos and not lines and not sheet:
            return
        for line in lines:
            self._take(line)
        names = [line.teks for line in lines] or ([sheet] if sheet else [])
        place = lines[0].petak if lines else tabel.kisi.petak(tabel.awal, 1)
        self._open(place, names, 'tidak ada baris "Jabatan" di atas tabel')


def begins_jabatan(cells: Sequence[tuple[int, str]]) -> bool:
    """Whether a row, by its filled cells, begins a post, or is the title of one, and so ends the table above it.

    >>> begins_jabatan([(1, "Jabatan"), (2, ":"), (3, "Sekretaris")]), begins_jabatan([(1, "Jabatan fungsional umum")])
    (True, False)
    """
    (kolom, first), more = cells[0], len(cells) > 1
    own = _LABEL_SEL.fullmatch(first.strip(_HIASAN).strip())
    if own and more and (kolom == 1 or cells[1][1].strip().startswith((":", "="))):
        return bool(_PEMBUKA.match(own["label"]))
    match = LABEL.fullmatch(" ".join(" ".join(teks.split()) for _, teks in cells).strip(_HIASAN))
    if match and match["sep"] in {":", "=", "."}:
        return bool(_PEMBUKA.match(match["label"]))
    return is_judul(first) and not more


def split_isi(baris: Sequence[str]) -> list[str]:
    """The items of tugas or fungsi, put together over the breaks of lines, without their numbers.

    >>> split_isi(["a. menyusun rencana", "kerja;", "- b memeriksa"])
    ['menyusun rencana kerja;', 'memeriksa']
    """
    found: list[str] = []
    for teks in baris:
        bare = teks[match.end() :] if (match := _BUTIR.match(teks)) else teks
        item = bare[match.end() :] if (match := _NOMOR.match(bare)) else bare
        if found and item == teks and not found[-1].endswith(";"):
            found[-1] = f"{found[-1]} {teks}"
        else:
            found.append(item)
    return found


def has_nomor(teks: str) -> bool:
    """Whether a reader would take the beginning of an item for its number."""
    return bool(_BUTIR.match(teks) or _NOMOR.match(teks))


def _is_isi(larik: Larik) -> bool:
    keys = ("indikator", "formulasi", "sumber_data")
    return any(larik.teks(kunci) for kunci in keys) or is_nomor(larik.teks("nomor") or "-")


def _restarts(tabel: Tabel) -> bool:
    """Whether the numbers of a table begin anew."""
    numbers = [teks for larik in tabel.larik if (teks := larik.teks("nomor").strip("(). "))]
    return not numbers or numbers[0] == "1"


def _tingkat(tabel: Tabel) -> str:
    """What the sasaran are of: ``Sasaran Sub Kegiatan`` says sub kegiatan, ``Sasaran Kinerja`` nothing."""
    title = next((item.judul for item in tabel.kolom if item.kunci == "sasaran"), "")
    words = re.sub(r"[^\w/ ]+", " ", title.casefold()).replace("sasaran", " ", 1).split()
    rest = " ".join(words)
    return "" if "kinerja".startswith(rest.replace(" ", "")[:7]) else rest
