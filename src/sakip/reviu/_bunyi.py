"""Rules about wording. All of them are remarks or warnings: documents may have their reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sakip.model import CSF, KondisiAntara, Outcome, Sasaran, Tujuan
from sakip.reviu._aturan import Tinjauan, at, aturan
from sakip.reviu._contoh import bersih, with_indikator, with_simpul
from sakip.reviu._struktur import words
from sakip.temuan import JenisTemuan, Temuan, Tingkat, register

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
    """Outcome, CSF, tujuan, dan sasaran menyatakan keadaan yang berubah, bukan pekerjaan."""
    for simpul in tinjauan.pohon:
        if isinstance(simpul, Outcome | CSF | Tujuan | Sasaran):
            first = next(iter(words(simpul.uraian).split()), "")
            if first in tinjauan.setelan.kata_proses:
                yield HASIL_BERBUNYI_PROSES.temuan(at(simpul), kata=simpul.uraian.split()[0])


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
    for simpul, item in tinjauan.indikator():
        name = words(item.nama)
        if not item.tersirat and name and not _begins(name, tinjauan.setelan.kata_ukur):
            yield INDIKATOR_TAK_MENGUKUR.temuan(at(simpul, item), teks=item.nama)


def _begins(name: str, starts: tuple[str, ...]) -> bool:
    return any(name == start or name.startswith(f"{start} ") for start in map(words, starts))


INDIKATOR_SAMA_DENGAN_SASARAN = register(
    JenisTemuan(
        "SKP203",
        Tingkat.PERINGATAN,
        "indikator sama dengan sasarannya",
        "Indikator ini berbunyi sama dengan sasaran yang diukurnya, jadi tidak mengukur apa pun.",
        "Tuliskan ukuran keberhasilan sasaran itu.",
    )
)


@aturan(
    INDIKATOR_SAMA_DENGAN_SASARAN,
    buruk=lambda: with_indikator("P1.1", nama="Meningkatnya kemandirian PPKS"),
    baik=bersih,
)
def indikator_sama_dengan_sasaran(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Sebuah kondisi tidak diukur dengan mengulang bunyinya sendiri."""
    for simpul, item in tinjauan.indikator():
        if words(item.nama) and words(item.nama) == words(simpul.uraian):
            yield INDIKATOR_SAMA_DENGAN_SASARAN.temuan(at(simpul, item))


KATA_SALAH_KETIK = register(
    JenisTemuan(
        "SKP204",
        Tingkat.SARAN,
        "kata mungkin salah ketik",
        'Kata "{kata}" mungkin dimaksudkan "{maksud}".',
        "Periksa ejaannya pada dokumen sumber.",
    )
)

_KATA_PASTI = (
    "program",
    "kegiatan",
    "jumlah",
    "persentase",
    "indeks",
    "meningkatnya",
    "tersedianya",
    "terwujudnya",
    "terlaksananya",
    "menurunnya",
    "penyediaan",
    "pelaksanaan",
    "penyelenggaraan",
)
"""Words that a name or a condition so often begins with that one letter off is a slip."""
_EJAAN_LAIN = frozenset({"presentase", "prosentase", "peningkatnya", "tersediannya", "pelaksanaannya"})
"""What is one letter off and is a spelling of its own, or another word."""


@aturan(
    KATA_SALAH_KETIK, buruk=lambda: with_indikator("S1.1", nama="Jualah penerima permakanan"), baik=bersih
)
def kata_salah_ketik(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Kata pertama yang hanya berbeda satu huruf dari kata baku patut diperiksa."""
    for simpul in tinjauan.pohon:
        texts = (simpul.uraian, getattr(simpul, "nama", ""), *(item.teks for item in simpul.sebutan))
        for teks in dict.fromkeys(texts):
            if slip := _slip(teks):
                yield KATA_SALAH_KETIK.temuan(at(simpul), kata=slip[0], maksud=slip[1])
    for simpul, item in tinjauan.indikator():
        if slip := _slip(item.nama):
            yield KATA_SALAH_KETIK.temuan(at(simpul, item), kata=slip[0], maksud=slip[1])


def _slip(teks: str) -> tuple[str, str] | None:
    match = re.match(r"\W*(\w+)", teks)
    if match is None:
        return None
    word = match[1].casefold()
    if word in _KATA_PASTI or word in _EJAAN_LAIN:
        return None
    meant = next((item for item in _KATA_PASTI if is_one_off(word, item)), None)
    return None if meant is None else (match[1], meant)


def is_one_off(one: str, other: str) -> bool:
    """Whether two words differ by one letter that is missing, too many, or another.

    >>> is_one_off("proram", "program"), is_one_off("jualah", "jumlah"), is_one_off("jumlah", "jumlah")
    (True, True, False)
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    rests = {
        (one[start + skip_one :], other[start + skip_other :])
        for skip_one, skip_other in ((1, 1), (1, 0), (0, 1))
    }
    return any(a == b for a, b in rests)


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
    for simpul in tinjauan.pohon:
        if isinstance(simpul, Outcome | CSF | KondisiAntara):
            first = next(iter(words(simpul.uraian).split()), "")
            if first in {"program", "kegiatan", "subkegiatan", "sub"}:
                yield KONDISI_BERBUNYI_NAMA.temuan(at(simpul), kata=simpul.uraian.split()[0])
