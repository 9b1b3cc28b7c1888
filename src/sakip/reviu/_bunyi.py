"""Rules about wording. All of them are remarks or warnings: documents may have their reasons."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from sakip.model import CSF, AnySimpul, Komponen, KondisiAntara, Outcome, Sasaran, Tujuan
from sakip.pohon import PohonKinerja
from sakip.reviu._aturan import Tinjauan, at, aturan
from sakip.reviu._contoh import bersih, with_indikator, with_simpul
from sakip.reviu._kata import is_one_off, words
from sakip.temuan import JenisTemuan, Temuan, Tingkat, register

_KATA_PERTAMA = re.compile(r"\W*(\w+)")

HASIL_BERBUNYI_PROSES = register(
    JenisTemuan(
        "SKP201",
        Tingkat.PERINGATAN,
        "hasil berbunyi proses",
        'Hasil ini diawali "{kata}", yang menyatakan pekerjaan dan bukan perubahan keadaan.',
        "Nyatakan keadaan yang berubah, misalnya Meningkatnya, Menurunnya, Terwujudnya.",
        "PermenPANRB 88/2021: kualitas rumusan hasil (outcome); ciri kata dari praktik evaluasi",
    )
)


@aturan(
    HASIL_BERBUNYI_PROSES,
    buruk=lambda: with_simpul("O1", uraian="Melaksanakan pembinaan kesejahteraan sosial"),
    baik=bersih,
)
def hasil_berbunyi_proses(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Outcome, CSF, tujuan, dan sasaran menyatakan keadaan yang berubah; bunyi keluaran hanya untuk tingkat bawah."""
    for simpul in tinjauan.simpul:
        if not isinstance(simpul, Outcome | CSF | Tujuan | Sasaran):
            continue
        first = tinjauan.words(simpul.uraian).partition(" ")[0]
        wrong = first in tinjauan.setelan.kata_proses
        if wrong or (first in tinjauan.setelan.kata_keluaran and _is_strategic(simpul, tinjauan.pohon)):
            yield HASIL_BERBUNYI_PROSES.temuan(at(simpul), kata=_first_printed(simpul.uraian))


def _first_printed(teks: str) -> str:
    """The first word as it is printed."""
    return next(iter(_KATA_PERTAMA.findall(teks)), "")


def _is_strategic(simpul: AnySimpul, pohon: PohonKinerja) -> bool:
    """Whether a result is the institution's: a sasaran below another or a component, or of one post alone, is not."""
    if not isinstance(simpul, Sasaran):
        return True
    above = pohon.parent(simpul.id)
    if above is None:
        return bool(pohon.children(simpul.id))
    return not isinstance(above, Sasaran | Komponen)


INDIKATOR_TAK_MENGUKUR = register(
    JenisTemuan(
        "SKP202",
        Tingkat.PERINGATAN,
        "indikator tidak menyebut ukuran",
        'Indikator "{teks}" tidak diawali kata ukur seperti Persentase, Jumlah, Indeks, Nilai.',
        "Sebutkan apa yang dihitung: persentase, jumlah, indeks, nilai, rasio, dan sebagainya.",
        "PermenPANRB 88/2021: indikator kinerja memenuhi SMART",
    )
)


@aturan(
    INDIKATOR_TAK_MENGUKUR,
    buruk=lambda: with_indikator("P1.1", nama="Meningkatnya PPKS yang mandiri"),
    baik=bersih,
)
def indikator_tak_mengukur(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Nama indikator diawali kata ukur, sehingga jelas apa yang dihitung."""
    starts = frozenset(map(words, tinjauan.setelan.kata_ukur))
    for simpul, item in tinjauan.indikator:
        name = tinjauan.words(item.nama)
        if item.tersirat or not name or _begins(name, starts) or _slip(item.nama) is not None:
            continue
        yield INDIKATOR_TAK_MENGUKUR.temuan(at(simpul, item), teks=item.nama)


def _begins(name: str, starts: frozenset[str]) -> bool:
    """Whether a name begins with one of some words or pairs of words."""
    first, _, rest = name.partition(" ")
    return first in starts or f"{first} {rest.partition(' ')[0]}" in starts


INDIKATOR_SAMA_DENGAN_SASARAN = register(
    JenisTemuan(
        "SKP203",
        Tingkat.PERINGATAN,
        "indikator sama dengan sasarannya",
        "Indikator ini berbunyi sama dengan sasaran yang diukurnya, jadi tidak mengukur apa pun.",
        "Tuliskan ukuran keberhasilan sasaran itu.",
        "PermenPANRB 88/2021: indikator kinerja memenuhi SMART",
    )
)


@aturan(
    INDIKATOR_SAMA_DENGAN_SASARAN,
    buruk=lambda: with_indikator("P1.1", nama="Meningkatnya kemandirian PPKS"),
    baik=bersih,
)
def indikator_sama_dengan_sasaran(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Sebuah kondisi tidak diukur dengan mengulang bunyinya sendiri."""
    for simpul, item in tinjauan.indikator:
        name = tinjauan.words(item.nama)
        if name and not item.tersirat and name == tinjauan.words(simpul.uraian):
            yield INDIKATOR_SAMA_DENGAN_SASARAN.temuan(at(simpul, item))


KATA_SALAH_KETIK = register(
    JenisTemuan(
        "SKP204",
        Tingkat.SARAN,
        "kata mungkin salah ketik",
        'Kata "{kata}" mungkin dimaksudkan "{maksud}".',
        "Periksa ejaannya pada dokumen sumber.",
        "praktik penyuntingan: salah ketik yang lazim pada dokumen tercetak",
    )
)

_KATA_PASTI = (
    "program",
    "kegiatan",
    "jumlah",
    "persentase",
    "indeks",
    "administrasi",
    "meningkatnya",
    "menurunnya",
    "tersedianya",
    "terwujudnya",
    "terpenuhinya",
    "terpeliharanya",
    "terlaksananya",
    "terselenggaranya",
    "penyediaan",
    "pelaksanaan",
    "penyelenggaraan",
    "pemeliharaan",
)
"""Words that a name or a condition so often begins with that one letter off is a slip."""
_EJAAN_LAIN = frozenset({"presentase", "prosentase", "peningkatnya", "pelaksanaannya"})
"""What is one letter off and is a spelling of its own, or another word."""
_TANPA_SPASI = ("jumlah", "persentase")
"""Words that a name begins with and that the next one may stick to."""


@aturan(
    KATA_SALAH_KETIK, buruk=lambda: with_indikator("S1.1", nama="Jualah penerima permakanan"), baik=bersih
)
def kata_salah_ketik(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Kata pertama yang hanya berbeda satu huruf dari kata baku, atau menempel pada kata berikutnya, patut diperiksa."""
    for simpul in tinjauan.simpul:
        texts = (simpul.uraian, getattr(simpul, "nama", ""), *(item.teks for item in simpul.sebutan))
        for kata, maksud in dict.fromkeys(slip for teks in texts if (slip := _slip(teks))):
            yield KATA_SALAH_KETIK.temuan(at(simpul), kata=kata, maksud=maksud)
    for simpul, item in tinjauan.indikator:
        if not item.tersirat and (slip := _slip(item.nama)):
            yield KATA_SALAH_KETIK.temuan(at(simpul, item), kata=slip[0], maksud=slip[1])


def _slip(teks: str) -> tuple[str, str] | None:
    """The first word of a wording where it is a slip, and what is meant."""
    match = _KATA_PERTAMA.match(teks)
    meant = None if match is None else _meant(match[1].casefold())
    return None if match is None or meant is None else (match[1], meant)


@functools.lru_cache(maxsize=4096)
def _meant(word: str) -> str | None:
    """What a first word is a slip for; the same few words begin most wordings."""
    if word in _KATA_PASTI or word in _EJAAN_LAIN:
        return None
    for known in _TANPA_SPASI:
        rest = word.removeprefix(known)
        if rest != word and len(rest) > 3:
            return f"{known} {rest}"
    return next((item for item in _KATA_PASTI if is_one_off(word, item)), None)


KONDISI_BERBUNYI_NAMA = register(
    JenisTemuan(
        "SKP205",
        Tingkat.SARAN,
        "kondisi berbunyi nama komponen",
        'Kondisi ini diawali "{kata}", jadi tampak seperti nama program atau kegiatan.',
        "Rumuskan kondisinya lebih dahulu, tanpa terikat nama program dan kegiatan yang sudah ada.",
        "PermenPANRB 89/2021, tahap ketiga",
    )
)


@aturan(
    KONDISI_BERBUNYI_NAMA,
    buruk=lambda: with_simpul("C1", uraian="Program pelayanan sosial"),
    baik=bersih,
)
def kondisi_berbunyi_nama(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Tahap pertama sampai keempat menyatakan kondisi, belum nama program atau kegiatan."""
    for simpul in tinjauan.simpul:
        if isinstance(simpul, Outcome | CSF | KondisiAntara):
            first = tinjauan.words(simpul.uraian).partition(" ")[0]
            if first in {"program", "kegiatan", "subkegiatan", "sub"}:
                yield KONDISI_BERBUNYI_NAMA.temuan(at(simpul), kata=_first_printed(simpul.uraian))


KATA_BERULANG = register(
    JenisTemuan(
        "SKP206",
        Tingkat.SARAN,
        "kata tertulis dua kali",
        'Kata "{kata}" tertulis dua kali berturut-turut dalam "{teks}".',
        "Hapus salah satunya, atau beri tanda hubung bila memang kata ulang.",
        "praktik penyuntingan: salah ketik yang lazim pada dokumen tercetak",
    )
)
_BERULANG = re.compile(r"\b([^\W\d_]{4,}(?: [^\W\d_]{4,})?) \1\b", re.IGNORECASE)
"""One word, or two, and the same again."""


@aturan(
    KATA_BERULANG,
    buruk=lambda: with_simpul("S1", nama="Penyediaan Penyediaan Permakanan"),
    baik=lambda: with_simpul("S1", nama="Penyediaan Bahan-Bahan Permakanan"),
)
def kata_berulang(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Kata yang tertulis dua kali berturut-turut biasanya salah ketik; kata ulang bertanda hubung."""
    for simpul in tinjauan.simpul:
        for teks in dict.fromkeys((simpul.uraian, getattr(simpul, "nama", ""))):
            if found := _BERULANG.search(teks):
                yield KATA_BERULANG.temuan(at(simpul), kata=found[1], teks=teks)
    for simpul, item in tinjauan.indikator:
        if not item.tersirat and (found := _BERULANG.search(item.nama)):
            yield KATA_BERULANG.temuan(at(simpul, item), kata=found[1], teks=item.nama)
