"""Formulas as documents print them: read into terms, fractions and the factor 100 %.

A fraction times 100 % reaches a reader in many shapes: numerator and denominator in two
rows, or in one cell parted by a line of dashes, by a break or by a wide gap; with a slash;
with the factor beside the fraction, at its end, or in the middle of a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from sakip.dokumen._baca.register import (
    FAKTOR_TIDAK_TERCETAK,
    FORMULASI_KOSONG,
    PECAHAN_TIDAK_LENGKAP,
    RUMUS_BERBEDA_DARI_NAMA,
    RUMUS_TIDAK_DIURAIKAN,
)
from sakip.dokumen._bagian.butir import continues
from sakip.model import Indikator
from sakip.rumus import Indeks, Jumlah, Masukan, Nilai, Persen, Rumus
from sakip.temuan import JenisTemuan

GARIS = "———"
"""The line between numerator and denominator."""
FAKTOR = "× 100 %"

_KALI = r"(?:[x×X✕*]|dikali(?:kan)?)"
_FAKTOR = re.compile(
    rf"(?:^|(?<=[\s).%—]))[-–_\s]{{0,4}}{_KALI}\s*100(?!\d)\s*(?:%|persen\b)?", re.IGNORECASE
)
_FAKTOR_SENDIRI = re.compile(
    rf"[-–—_\s|]{{0,6}}(?:{_KALI})?[\s|]{{0,6}}100\s?(?:%|persen)?[\s|]{{0,6}}", re.IGNORECASE
)
_FAKTOR_RUSAK = re.compile(r"(?:^|\s)[xX×]\s*\d")
_GARIS = re.compile(r"\s*[-–—_―─]{3,}\s*")
_LI = re.compile(r"</?(?:ul|ol)\s*>|</li\s*>", re.IGNORECASE)
_PUTUS = re.compile(r"\s*\n\s*|\s{2,}|\s*<\s*br\s*/?\s*>\s*", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,80}>")
_BUTIR = re.compile(r"(?:[-–•]\s+)+(?=\S)")
_HURUF = re.compile(r"\w")
_SUKU = re.compile(
    r"(?:jumlah|banyaknya|total|realisasi|target|anggaran|nilai|hasil|rata-rata|(?:indeks|tingkat|rasio|cakupan)\b)",
    re.IGNORECASE,
)
_JUMLAH_TENGAH = re.compile(r"(?<=\S)(?<!\bdan)\s(?=Jumlah\b)")
_DIBAGI = re.compile(r"\sdibagi\s|÷", re.IGNORECASE)
_BAGI = re.compile(
    r"\s*÷\s*|\s+dibagi(?:\s+dengan)?\s+|\s*[/:]\s*(?=\(?(?:jumlah|seluruh|total)\b)", re.IGNORECASE
)
_BAGI_KURUNG = re.compile(r"\s*[/:÷]\s*")
_NAMA = re.compile(r"(?:jumlah|indeks|nilai|rata-rata)", re.IGNORECASE)
_PERSENTASE = re.compile(r"p[ers]{2,4}[oe]?n[st]*ase|pro?sentase|presentase|%", re.IGNORECASE)


def lines(teks: str) -> list[str]:
    r"""The lines of a cell as it was printed: breaks, wide gaps, items of lists and drawn lines part them.

    >>> lines("Jumlah A  Jumlah B"), lines("<ul> <li>Jumlah A</li> <li>Jumlah B</li> </ul>")
    (['Jumlah A', 'Jumlah B'], ['- Jumlah A', '- Jumlah B'])
    >>> lines("Jumlah A ————— Jumlah B")
    ['Jumlah A', '———', 'Jumlah B']
    """
    teks = re.sub(r"<li\s*>\s*", "\n- ", _LI.sub("\n", teks), flags=re.IGNORECASE)
    parts = (_TAG.sub("", part) for part in _PUTUS.split(teks))
    found = [
        " ".join(piece.split()) for part in parts for piece in _GARIS.sub(f"\n{GARIS}\n", part).split("\n")
    ]
    return [line for line in found if line]


def is_suku(teks: str) -> bool:
    """Whether a text begins as a term of a formula, or the name of an indikator, does.

    >>> is_suku("- Jumlah surat"), is_suku("Persenase cakupan"), is_suku("Provinsi dan Pemkab")
    (True, True, False)
    """
    bare = strip_butir(teks)
    return bool(_SUKU.match(bare) or _PERSENTASE.match(bare))


def begins_nama(teks: str) -> bool:
    """Whether a line within a cell begins the name of a further indikator.

    >>> begins_nama("Persentase KK"), begins_nama("Realisasi Anggaran"), begins_nama("jumlah KK")
    (True, False, False)
    """
    return is_butir(teks) or (teks[:1].isupper() and bool(_NAMA.match(teks) or _PERSENTASE.match(teks)))


def is_butir(teks: str) -> bool:
    """Whether a line is an item of a list."""
    return bool(_BUTIR.match(teks))


def strip_butir(teks: str) -> str:
    """A line without the dash before it.

    >>> strip_butir("- Jumlah surat"), strip_butir("SPP-LS")
    ('Jumlah surat', 'SPP-LS')
    """
    match = _BUTIR.match(teks)
    return teks[match.end() :] if match else teks


def is_faktor(teks: str) -> bool:
    """Whether a cell holds the factor 100 % and nothing else.

    >>> is_faktor("X100%"), is_faktor("_ X 100 %"), is_faktor("100%"), is_faktor("Daftar Gaji")
    (True, True, True, False)
    """
    return bool(_FAKTOR_SENDIRI.fullmatch(teks))


def is_persentase(nama: str) -> bool:
    """Whether the name of an indikator says that it is a percentage.

    >>> is_persentase("Prosentase layanan"), is_persentase("Persenase cakupan"), is_persentase("Jumlah surat")
    (True, True, False)
    """
    return bool(_PERSENTASE.match(nama))


def join_suku(baris: Sequence[str]) -> list[str]:
    """The terms of a formula from the cells of its rows: lines that only wrap are put together again.

    >>> join_suku(["Jumlah pelayanan yang diproses  Jumlah permohonan pelayanan", "akta perceraian"])
    ['Jumlah pelayanan yang diproses', 'Jumlah permohonan pelayanan akta perceraian']
    """
    found: list[str] = []
    for teks in baris:
        for place, line in enumerate(lines(teks)):
            wraps = bool(found) and GARIS not in {line, found[-1]} and not is_butir(line)
            if wraps and (continues(line) or (place and not is_suku(line))):
                found[-1] = f"{found[-1]} {line}"
            else:
                found.append(line)
    return found


@attrs.frozen
class Formulasi:
    """A formula that was read.

    Attributes:
        teks: As printed, line by line; the factor stands in a line of its own.
        rumus: The formula as a class, where it is one.
        temuan: What is wrong with it, with what the sentence of the finding needs.
    """

    teks: str
    rumus: Rumus | None = None
    temuan: tuple[tuple[JenisTemuan, dict[str, str]], ...] = ()


def read_formulasi(nama: str, baris: Sequence[str], *, faktor: bool = False) -> Formulasi:
    """A formula from the cells of its rows.

    Args:
        nama: The name of its indikator.
        baris: The texts of its cells, from the top down.
        faktor: Whether the factor 100 % stands in a cell of its own.

    >>> hasil = read_formulasi("Persentase KK", ["Jumlah KK terbit", "Jumlah permohonan KK"], faktor=True)
    >>> hasil.rumus
    Persen(pembilang='Jumlah KK terbit', penyebut='Jumlah permohonan KK')
    >>> print(hasil.teks)
    Jumlah KK terbit
    ———
    Jumlah permohonan KK
    × 100 %
    """
    # What is written must read the same: a text that is no formula may take three readings to settle.
    once = _read(nama, baris, faktor=faktor)
    twice = _read(nama, [once.teks], faktor=False)
    return _read(nama, [twice.teks], faktor=False)


def _read(nama: str, baris: Sequence[str], *, faktor: bool) -> Formulasi:
    terms = join_suku(baris)
    if any(map(_HURUF.search, terms)):
        terms = [term for term in terms if term == GARIS or _HURUF.search(term)]
    if len(terms) == 1:
        terms = [strip_butir(terms[0])]
    if not terms and not faktor:
        return Formulasi("", None, ((FORMULASI_KOSONG, {"nama": nama}),))
    if len(terms) == 1 and (inline := _read_satu_baris(nama, terms[0], faktor=faktor)) is not None:
        return inline
    terms, inside = _take_faktor(terms)
    faktor = faktor or inside
    terms = _split_jumlah(terms) if faktor else terms
    if is_persentase(nama) and (rusak := next((term for term in terms if _FAKTOR_RUSAK.search(term)), "")):
        return Formulasi(
            _print(terms, faktor=faktor), None, (_unclear(rusak, "faktor pengalinya tidak terbaca"),)
        )
    return _judge(nama, terms, faktor=faktor)


def _read_satu_baris(nama: str, teks: str, *, faktor: bool) -> Formulasi | None:
    """A fraction in one line, ``(A / B) x 100 %``; None where it is none."""
    bare = _FAKTOR.sub(" ", teks)
    tercetak = faktor or bare != teks
    if not tercetak and not _DIBAGI.search(teks):
        return None
    bare = " ".join(bare.split()).rstrip(" .")
    kurung = re.fullmatch(r"\((.+)\)", bare)
    parts = (_BAGI_KURUNG if kurung else _BAGI).split(kurung[1] if kurung else bare)
    if len(parts) != 2:
        parts = _BAGI.split(bare)
    if len(parts) != 2 or not all(part.strip("() ") for part in parts):
        return None
    printed = f"{teks} {FAKTOR}" if faktor else teks
    rumus = Persen(*(_unbracket(part) for part in parts))
    notes = () if tercetak else ((FAKTOR_TIDAK_TERCETAK, {"nama": nama}),)
    return Formulasi(printed, rumus, (*notes, *_check_nama(nama)))


def _unbracket(teks: str) -> str:
    """A term without the bracket that opens or closes around the fraction."""
    teks = teks.strip()
    if teks.count("(") > teks.count(")"):
        return teks.removeprefix("(").strip()
    if teks.count(")") > teks.count("("):
        return teks.removesuffix(")").strip()
    return teks


def _take_faktor(terms: list[str]) -> tuple[list[str], bool]:
    """The terms without the factor, and whether there was one; a term that begins after it stands alone."""
    found: list[str] = []
    seen = False
    for term in terms:
        pieces = [" ".join(piece.split()) for piece in _FAKTOR.split(term)]
        seen = seen or len(pieces) > 1
        for piece in pieces[1:]:
            if piece and not is_suku(piece):
                pieces = [" ".join(filter(None, pieces))]
                break
        found += [piece for piece in pieces if piece]
    return found, seen


def _split_jumlah(terms: list[str]) -> list[str]:
    """One term in the middle of which a further ``Jumlah`` begins is two."""
    if len(terms) != 1:
        return terms
    pieces = _JUMLAH_TENGAH.split(terms[0])
    return pieces if len(pieces) == 2 and is_suku(pieces[0]) else terms


def _judge(nama: str, terms: list[str], *, faktor: bool) -> Formulasi:
    """What a formula is, by its terms, the line drawn between them and the factor."""
    bare = _bare(terms)
    if len(bare) != 2 or not (faktor or is_persentase(nama)):
        terms = _join_lanjutan(terms)
        bare = _bare(terms)
    drawn = len(bare) < len(terms)
    persentase = is_persentase(nama)
    if not (faktor or persentase):
        return Formulasi(_print(terms, faktor=False), None if drawn else _plain(nama, bare))
    if len(bare) == 2 and bare[0].casefold() == bare[1].casefold():
        teks = _print([bare[0], GARIS, bare[1]], faktor=faktor)
        return Formulasi(teks, None, (_unclear(teks, "pembilang dan penyebutnya sama"),))
    if len(bare) == 2 and not (drawn and continues(bare[1])):
        teks = _print([bare[0], GARIS, bare[1]], faktor=faktor)
        notes = () if faktor else ((FAKTOR_TIDAK_TERCETAK, {"nama": nama}),)
        return Formulasi(teks, Persen(bare[0], bare[1]), (*notes, *_check_nama(nama)))
    teks = _print(terms, faktor=faktor)
    if len(bare) > 1:
        return Formulasi(teks, None, (_unclear(teks, "pembilang dan penyebutnya tidak jelas"),))
    return Formulasi(teks, None, ((PECAHAN_TIDAK_LENGKAP, {"nama": nama}),))


def _bare(terms: Sequence[str]) -> list[str]:
    return [term for term in terms if term != GARIS]


def _join_lanjutan(terms: Sequence[str]) -> list[str]:
    """The terms, those put to the one above that begin as no term does."""
    found: list[str] = []
    for term in terms:
        if found and GARIS not in {term, found[-1]} and not is_butir(term) and not is_suku(term):
            found[-1] = f"{found[-1]} {term}"
        else:
            found.append(term)
    return found


def _unclear(teks: str, sebab: str) -> tuple[JenisTemuan, dict[str, str]]:
    return RUMUS_TIDAK_DIURAIKAN, {"teks": teks.replace("\n", " "), "sebab": sebab}


def _check_nama(nama: str) -> tuple[tuple[JenisTemuan, dict[str, str]], ...]:
    """A name that says Jumlah over a fraction."""
    return ((RUMUS_BERBEDA_DARI_NAMA, {"nama": nama}),) if re.match(r"jumlah", nama, re.IGNORECASE) else ()


def _plain(nama: str, terms: Sequence[str]) -> Rumus | None:
    """A formula of one term: a count, an index, or a figure that is taken as it is."""
    if len(terms) != 1:
        return None
    teks = terms[0]
    if re.match(r"jumlah|banyaknya", teks, re.IGNORECASE):
        return Jumlah()
    if re.match(
        r"(?:nilai|skor|indeks|hasil\s+(?:survei|survey|penilaian|evaluasi|pengukuran))\b",
        teks,
        re.IGNORECASE,
    ):
        return Indeks() if re.match(r"indeks\b", nama, re.IGNORECASE) else Nilai()
    return None


def _print(terms: Sequence[str], *, faktor: bool) -> str:
    return "\n".join([*terms, *([FAKTOR] if faktor else [])])


# --- writing ------------------------------------------------------------------


def formulasi_isi(indikator: Indikator) -> str:
    """What is printed of a formula: as it was, or in words where it never was.

    >>> formulasi_isi(Indikator(id="IK1", nama="Persentase KK", rumus=Persen("KK terbit", "permohonan KK")))
    'KK terbit ÷ permohonan KK × 100 %'
    """
    if indikator.formulasi or indikator.rumus is None:
        return indikator.formulasi
    return indikator.rumus.describe(Masukan())
