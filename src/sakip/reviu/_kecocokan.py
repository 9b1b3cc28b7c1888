"""Rules on whether an indikator fits: its sasaran, its unit, its formula."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sakip.angka import clean_satuan
from sakip.model import AnySimpul, Indikator
from sakip.reviu._aturan import Tinjauan, at, aturan
from sakip.reviu._contoh import bersih, with_indikator
from sakip.reviu._kata import subject_words
from sakip.rumus import Jumlah, Persen
from sakip.temuan import JenisTemuan, Temuan, Tingkat, register

_RELEVAN = "PermenPANRB 88/2021: indikator relevan dengan sasaran"
_HITUNGAN = frozenset({"jumlah", "banyaknya", "jualah"})
_PERSENTASE = frozenset({"persentase", "presentase", "prosentase"})

INDIKATOR_TAK_NYAMBUNG = register(
    JenisTemuan(
        "SKP402",
        Tingkat.SARAN,
        "indikator mungkin tidak mengukur sasarannya",
        'Indikator "{teks}" tidak berbagi satu kata pokok pun dengan sasarannya, "{sasaran}".',
        "Periksa apakah indikator ini benar mengukur sasaran tersebut.",
        _RELEVAN,
    )
)


@aturan(
    INDIKATOR_TAK_NYAMBUNG,
    buruk=lambda: with_indikator("P2.1", nama="Persentase ruang yang bersih"),
    baik=bersih,
    bawaan=False,
)
def indikator_tak_nyambung(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Indikator biasanya berbagi kata pokok dengan sasaran atau nama komponennya; bila tidak, patut ditanyakan."""
    bidang = tinjauan.setelan.kata_bidang
    for simpul, item in tinjauan.indikator:
        about = subject_words(_about(tinjauan, simpul), bidang)
        own = subject_words(tinjauan.words(item.nama), bidang)
        if own and about and not item.tersirat and not own & about:
            yield INDIKATOR_TAK_NYAMBUNG.temuan(at(simpul, item), teks=item.nama, sasaran=simpul.uraian)


def _about(tinjauan: Tinjauan, simpul: AnySimpul) -> str:
    """The words of a sasaran and of the name of its component."""
    return f"{tinjauan.words(simpul.uraian)} {tinjauan.words(getattr(simpul, 'nama', ''))}"


JUMLAH_BERSATUAN_PERSEN = register(
    JenisTemuan(
        "SKP403",
        Tingkat.PERINGATAN,
        "jumlah bersatuan persen",
        'Indikator ini menghitung jumlah, tetapi {bagian} "{teks}" bersatuan persen.',
        "Sesuaikan nama indikator dengan satuannya.",
        "praktik evaluasi AKIP: satuan sesuai dengan indikatornya",
    )
)


class _Satuan(NamedTuple):
    """A unit, where an indikator says it, and as what it is printed there."""

    satuan: str
    bagian: str
    teks: str


def _units(item: Indikator) -> Iterator[_Satuan]:
    """The units that an indikator says."""
    if item.satuan:
        yield _Satuan(item.satuan, "satuannya", item.satuan)
    for target in item.target:
        if satuan := getattr(target.nilai, "satuan", ""):
            yield _Satuan(satuan, f"target {target.periode}", str(target.nilai))


def _first_word(tinjauan: Tinjauan, item: Indikator) -> str:
    """The first word of a name that has more than one."""
    first, blank, _ = tinjauan.words(item.nama).partition(" ")
    return first if blank else ""


@aturan(
    JUMLAH_BERSATUAN_PERSEN,
    buruk=lambda: with_indikator("S1.1", target={2025: "93,59 %"}),
    baik=bersih,
)
def jumlah_bersatuan_persen(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Indikator yang menghitung jumlah tidak bersatuan persen."""
    for simpul, item in tinjauan.indikator:
        if _counts(tinjauan, item):
            found = next((unit for unit in _units(item) if _is_percent(unit.satuan)), None)
            if found is not None:
                yield JUMLAH_BERSATUAN_PERSEN.temuan(at(simpul, item), bagian=found.bagian, teks=found.teks)


def _counts(tinjauan: Tinjauan, item: Indikator) -> bool:
    """Whether an indikator is a count: its name says so, or its rumus where the name says no percentage."""
    first = _first_word(tinjauan, item)
    return first in _HITUNGAN or (isinstance(item.rumus, Jumlah) and first not in _PERSENTASE)


PERSEN_BERSATUAN_LAIN = register(
    JenisTemuan(
        "SKP404",
        Tingkat.PERINGATAN,
        "persentase bersatuan lain",
        'Indikator ini sebuah persentase, tetapi {bagian} "{teks}" bukan persen.',
        "Sesuaikan satuan dengan nama indikatornya.",
        "praktik evaluasi AKIP: satuan sesuai dengan indikatornya",
    )
)


@aturan(
    PERSEN_BERSATUAN_LAIN,
    buruk=lambda: with_indikator("P1.1", satuan="Orang", target={2025: "80 Orang"}),
    baik=bersih,
)
def persen_bersatuan_lain(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Indikator yang berupa persentase bersatuan persen."""
    for simpul, item in tinjauan.indikator:
        if isinstance(item.rumus, Persen) or _first_word(tinjauan, item) in _PERSENTASE:
            found = next((unit for unit in _units(item) if not _is_percent(unit.satuan)), None)
            if found is not None:
                yield PERSEN_BERSATUAN_LAIN.temuan(at(simpul, item), bagian=found.bagian, teks=found.teks)


def _is_percent(satuan: str) -> bool:
    return clean_satuan(satuan) == "%" or satuan.rstrip().endswith("%")


SUBJEK_LAIN = register(
    JenisTemuan(
        "SKP411",
        Tingkat.PERINGATAN,
        "indikator menghitung hal lain",
        'Indikator ini menghitung "{kata}", sedangkan sasarannya tentang "{sasaran}".',
        "Ukurlah yang disebut sasarannya, atau perbaiki sasarannya.",
        _RELEVAN,
    )
)
_SAMBUNG = frozenset(
    {"yang", "di", "dalam", "pada", "dengan", "dan", "untuk", "bagi", "dari", "oleh", "kepada"}
)
"""Words that end what an indikator counts and begin what is said of it."""


@aturan(
    SUBJEK_LAIN,
    buruk=lambda: with_indikator("P2.1", nama="Jumlah panti yang dibantu", satuan="Panti", target={2025: 2}),
    baik=bersih,
)
def subjek_lain(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Indikator menghitung hal yang sejenis dengan yang disebut sasarannya: orang, lembaga, atau barang."""
    kinds = {word: number for number, group in enumerate(tinjauan.setelan.subjek) for word in group}
    for simpul, item in tinjauan.indikator:
        if item.tersirat or _first_word(tinjauan, item) not in _HITUNGAN | _PERSENTASE:
            continue
        counted = _counted(tinjauan.words(item.nama).split(), kinds)
        if not counted:
            continue
        about = _named(_about(tinjauan, simpul).split(), kinds)
        if about and not {kinds[word] for word in counted} & {kinds[word] for word in about}:
            yield SUBJEK_LAIN.temuan(at(simpul, item), kata=counted[0], sasaran=about[0])


def _counted(name: list[str], kinds: dict[str, int]) -> list[str]:
    """The words that name what is counted: those between the first one and what is said of it."""
    end = next((place for place, word in enumerate(name) if word in _SAMBUNG), len(name))
    return [word for word in name[1:end] if word in kinds]


def _named(about: list[str], kinds: dict[str, int]) -> list[str]:
    """The words that name what a sasaran is about, and not a place: "di luar panti" is where it happens."""
    before = ("", *about)
    return [word for word, last in zip(about, before, strict=False) if word in kinds and last not in _TEMPAT]


_TEMPAT = frozenset({"di", "luar", "dalam", "diluar", "didalam"})


RUMUS_LAIN = register(
    JenisTemuan(
        "SKP412",
        Tingkat.PERINGATAN,
        "rumus tidak sesuai nama",
        'Indikator ini diawali "{kata}", sedangkan formulasinya {rumus}.',
        "Sesuaikan nama indikator dengan formulasinya.",
        "praktik: kartu indikator kinerja, nama dan formulasi sejalan",
    )
)


@aturan(
    RUMUS_LAIN,
    buruk=lambda: with_indikator(
        "S1.1", rumus=Persen("penerima permakanan", "seluruh calon penerima"), satuan=""
    ),
    baik=lambda: with_indikator("S1.1", rumus=Jumlah()),
)
def rumus_lain(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Yang bernama jumlah dihitung sebagai jumlah, yang bernama persentase sebagai persentase."""
    for simpul, item in tinjauan.indikator:
        wanted = {Persen: _HITUNGAN, Jumlah: _PERSENTASE}.get(type(item.rumus))
        if wanted is not None and _first_word(tinjauan, item) in wanted:
            kind = "pecahan dikali 100 %" if isinstance(item.rumus, Persen) else "sebuah jumlah"
            yield RUMUS_LAIN.temuan(at(simpul, item), kata=item.nama.split()[0], rumus=kind)


TANPA_PENYEBUT = register(
    JenisTemuan(
        "SKP417",
        Tingkat.PERINGATAN,
        "persentase tanpa penyebut",
        'Formulasi persentase ini "{teks}", tanpa pembagi.',
        "Tuliskan pembilang dan penyebutnya, misalnya jumlah yang tercapai dibagi jumlah seluruhnya dikali 100 %.",
        "praktik: persentase ialah bagian dari keseluruhan; IKI pada dokumen contoh",
    )
)
_KALI_SERATUS = re.compile(r"[x×*]\s*100\s*(?:%|persen)?\s*\.?$", re.IGNORECASE)
_BAGI = re.compile(
    r"\s[/:÷]\s|[—–_-]{2,}|\bdibagi\b|\bper\b|\bdari\s+(?:seluruh|total|jumlah)\b", re.IGNORECASE
)
"""What a formula says or draws where it divides."""


@aturan(
    TANPA_PENYEBUT,
    buruk=lambda: with_indikator("P1.1", formulasi="Jumlah PPKS yang mandiri x 100 %"),
    baik=lambda: with_indikator("P1.1", formulasi="Jumlah PPKS yang mandiri / seluruh PPKS x 100 %"),
)
def tanpa_penyebut(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Persentase dihitung dari pembilang dan penyebut; jumlah yang hanya dikali 100 % bukan persentase."""
    for simpul, item in tinjauan.indikator:
        if item.rumus is not None or _first_word(tinjauan, item) not in _PERSENTASE:
            continue
        text = " ".join(item.formulasi.split())
        if _KALI_SERATUS.search(text) and not _BAGI.search(text):
            yield TANPA_PENYEBUT.temuan(at(simpul, item), teks=text)
