"""Rules about indikator: whether there is one, whether its card is complete, whether it fits its sasaran."""

from __future__ import annotations

from collections.abc import Iterator

from sakip.angka import clean_satuan
from sakip.kebijakan import Polaritas
from sakip.model import Aktivitas, Indikator, JenisRelasi
from sakip.reviu._aturan import Tinjauan, at, aturan
from sakip.reviu._contoh import bersih, measured, with_indikator, with_simpul
from sakip.reviu._struktur import words
from sakip.rumus import Persen
from sakip.temuan import JenisTemuan, Temuan, Tingkat, register

_KARTU = "PER/20/M.PAN/11/2008 dan praktik: kartu indikator kinerja"

SIMPUL_TANPA_INDIKATOR = register(
    JenisTemuan(
        "SKP401",
        Tingkat.PERINGATAN,
        "tanpa indikator",
        "Tidak ada indikator yang mengukur kinerja ini.",
        "Rumuskan sekurang-kurangnya satu indikator.",
        "PermenPANRB 89/2021, tahap keempat",
    )
)


@aturan(SIMPUL_TANPA_INDIKATOR, buruk=lambda: with_simpul("P1", indikator=()), baik=bersih)
def simpul_tanpa_indikator(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Pada pohon yang sudah berindikator (tahap keempat), setiap simpul punya indikator."""
    if not any(simpul.indikator for simpul in tinjauan.pohon):
        return
    for simpul in tinjauan.pohon:
        if not simpul.indikator and not isinstance(simpul, Aktivitas):
            yield SIMPUL_TANPA_INDIKATOR.temuan(at(simpul))


INDIKATOR_TAK_NYAMBUNG = register(
    JenisTemuan(
        "SKP402",
        Tingkat.SARAN,
        "indikator mungkin tidak mengukur sasarannya",
        'Indikator "{teks}" tidak berbagi satu kata pokok pun dengan sasarannya, "{sasaran}".',
        "Periksa apakah indikator ini benar mengukur sasaran tersebut.",
        "PermenPANRB 88/2021: indikator relevan dengan sasaran",
    )
)
_UMUM = frozenset(
    [
        "yang",
        "dan",
        "di",
        "ke",
        "dari",
        "untuk",
        "dalam",
        "pada",
        "dengan",
        "serta",
        "atau",
        "oleh",
        "bagi",
        "atas",
        "secara",
        "melalui",
        "sesuai",
        "terhadap",
        "meningkatnya",
        "meningkat",
        "terwujudnya",
        "terlaksananya",
        "tersedianya",
        "tersusunnya",
        "terselenggaranya",
        "menurunnya",
        "persentase",
        "presentase",
        "prosentase",
        "jumlah",
        "indeks",
        "nilai",
        "rasio",
        "tingkat",
        "angka",
        "cakupan",
        "capaian",
        "rata",
        "kualitas",
        "mutu",
        "kinerja",
        "pelaksanaan",
        "penyelenggaraan",
        "penyediaan",
        "kabupaten",
        "kota",
        "provinsi",
        "daerah",
        "tahun",
    ]
)
_AWALAN = (
    "memper",
    "member",
    "diper",
    "keter",
    "meng",
    "meny",
    "peng",
    "peny",
    "mem",
    "men",
    "pem",
    "pen",
    "per",
    "ber",
    "ter",
    "ke",
    "di",
    "me",
    "pe",
    "se",
)
_AKHIRAN = ("kannya", "annya", "inya", "nya", "kan", "an", "i")


def stem(kata: str) -> str:
    """A word without the commonest beginnings and endings, enough to see that two are related.

    >>> stem("pemberdayaan"), stem("keberdayaan"), stem("terpelihara")
    ('berdaya', 'berdaya', 'pelihara')
    """
    for akhiran in _AKHIRAN:
        if kata.endswith(akhiran) and len(kata) - len(akhiran) >= 4:
            kata = kata.removesuffix(akhiran)
            break
    for awalan in _AWALAN:
        if kata.startswith(awalan) and len(kata) - len(awalan) >= 4:
            return kata.removeprefix(awalan)
    return kata


def _pokok(teks: str) -> set[str]:
    return {stem(word)[:6] for word in words(teks).split() if word not in _UMUM and len(word) > 2}


@aturan(
    INDIKATOR_TAK_NYAMBUNG,
    buruk=lambda: with_indikator("P2.1", nama="Persentase panti jompo"),
    baik=bersih,
    bawaan=False,
)
def indikator_tak_nyambung(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Indikator biasanya berbagi kata pokok dengan sasaran atau nama komponennya; bila tidak, patut ditanyakan."""
    for simpul, item in tinjauan.indikator():
        about = _pokok(f"{simpul.uraian} {getattr(simpul, 'nama', '')}")
        own = _pokok(item.nama)
        if own and about and not own & about:
            yield INDIKATOR_TAK_NYAMBUNG.temuan(at(simpul, item), teks=item.nama, sasaran=simpul.uraian)


JUMLAH_BERSATUAN_PERSEN = register(
    JenisTemuan(
        "SKP403",
        Tingkat.PERINGATAN,
        "jumlah bersatuan persen",
        'Indikator ini menghitung jumlah, tetapi {bagian} "{teks}" bersatuan persen.',
        "Sesuaikan nama indikator dengan satuannya.",
    )
)


def _units(item: Indikator) -> Iterator[tuple[str, str]]:
    """Where an indikator says its unit, and how."""
    if item.satuan:
        yield "satuannya", item.satuan
    for target in item.target:
        if satuan := getattr(target.nilai, "satuan", ""):
            yield f"target {target.periode}", str(target.nilai) if not item.satuan else satuan


@aturan(
    JUMLAH_BERSATUAN_PERSEN,
    buruk=lambda: with_indikator("S1.1", target={2025: "93,59 %"}),
    baik=bersih,
)
def jumlah_bersatuan_persen(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Indikator yang menghitung jumlah tidak bersatuan persen."""
    for simpul, item in tinjauan.indikator():
        if not words(item.nama).startswith(("jumlah ", "banyaknya ", "jualah ")):
            continue
        found = next(
            (pair for pair in _units(item) if clean_satuan(pair[1]) == "%" or pair[1].rstrip().endswith("%")),
            None,
        )
        if found is not None:
            yield JUMLAH_BERSATUAN_PERSEN.temuan(at(simpul, item), bagian=found[0], teks=found[1])


PERSEN_BERSATUAN_LAIN = register(
    JenisTemuan(
        "SKP404",
        Tingkat.PERINGATAN,
        "persentase bersatuan lain",
        'Indikator ini sebuah persentase, tetapi {bagian} "{teks}" bukan persen.',
        "Sesuaikan satuan dengan nama indikatornya.",
    )
)


@aturan(
    PERSEN_BERSATUAN_LAIN,
    buruk=lambda: with_indikator("P1.1", satuan="Orang", target={2025: "80 Orang"}),
    baik=bersih,
)
def persen_bersatuan_lain(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Indikator yang berupa persentase bersatuan persen."""
    for simpul, item in tinjauan.indikator():
        percent = isinstance(item.rumus, Persen) or words(item.nama).startswith(
            ("persentase ", "presentase ", "prosentase ")
        )
        if not percent:
            continue
        found = next((pair for pair in _units(item) if not _is_percent(pair[1])), None)
        if found is not None:
            yield PERSEN_BERSATUAN_LAIN.temuan(at(simpul, item), bagian=found[0], teks=found[1])


def _is_percent(satuan: str) -> bool:
    return clean_satuan(satuan) == "%" or satuan.rstrip().endswith("%")


INDIKATOR_DISALIN = register(
    JenisTemuan(
        "SKP405",
        Tingkat.PERINGATAN,
        "indikator disalin dari atasnya",
        "Indikator ini sama bunyinya dengan {lain} pada {induk}, tanpa dinyatakan sebagai penurunan langsung.",
        "Nyatakan sebagai penurunan langsung (relasi indikator sama), atau rumuskan indikator yang sesuai tingkatnya.",
        "PermenPANRB 89/2021: indikator tiap tingkat mengukur kondisi tingkat itu",
    )
)


@aturan(
    INDIKATOR_DISALIN,
    buruk=lambda: with_indikator("K1.1", nama="Persentase PPKS yang mandiri"),
    baik=bersih,
)
def indikator_disalin(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Indikator anak tidak menyalin indikator di atasnya, kecuali dinyatakan sebagai penurunan langsung."""
    pohon = tinjauan.pohon
    declared = {
        frozenset((item.dari.id, item.ke.id))
        for item in pohon.relasi
        if item.jenis in {JenisRelasi.INDIKATOR_SAMA, JenisRelasi.INDIKATOR_TURUNAN}
    }
    for simpul, item in tinjauan.indikator():
        for above in pohon.ancestors(simpul.id):
            same = next((other for other in above.indikator if words(other.nama) == words(item.nama)), None)
            if same is not None and not item.tersirat:
                if frozenset((item.id, same.id)) not in declared:
                    yield INDIKATOR_DISALIN.temuan(at(simpul, item), lain=same.id, induk=above.id)
                break


INDIKATOR_TERLALU_BANYAK = register(
    JenisTemuan(
        "SKP406",
        Tingkat.SARAN,
        "indikator terlalu banyak",
        "Ada {banyak} indikator untuk satu sasaran; lebih dari {batas} menyulitkan pengukuran.",
        "Pilih yang paling menentukan.",
        "praktik evaluasi; batasnya dapat diatur",
    )
)


@aturan(
    INDIKATOR_TERLALU_BANYAK,
    buruk=lambda: with_simpul(
        "P1", indikator=[measured(f"P1.{n}", f"Persentase PPKS mandiri kelompok {n}") for n in range(1, 7)]
    ),
    baik=bersih,
)
def indikator_terlalu_banyak(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Satu sasaran diukur dengan beberapa indikator saja."""
    most = tinjauan.setelan.indikator_terbanyak
    for simpul in tinjauan.pohon:
        if len(simpul.indikator) > most:
            yield INDIKATOR_TERLALU_BANYAK.temuan(at(simpul), banyak=len(simpul.indikator), batas=most)


TANPA_SUMBER_DATA = register(
    JenisTemuan(
        "SKP407",
        Tingkat.SARAN,
        "tanpa sumber data",
        "Indikator utama ini tidak menyebut sumber datanya.",
        "Sebutkan laporan atau sistem yang menjadi sumbernya.",
        _KARTU,
    )
)
TANPA_DEFINISI = register(
    JenisTemuan(
        "SKP408",
        Tingkat.SARAN,
        "tanpa formulasi dan definisi",
        "Indikator utama ini tidak menyebut cara hitung atau definisi operasionalnya.",
        "Tuliskan formulasi atau definisi operasionalnya.",
        _KARTU,
    )
)
TANPA_BASELINE = register(
    JenisTemuan(
        "SKP409",
        Tingkat.SARAN,
        "tanpa kondisi awal",
        "Indikator utama ini tidak menyebut kondisi awalnya (baseline).",
        "Tuliskan nilai dan tahun awalnya.",
        _KARTU,
    )
)


@aturan(
    TANPA_SUMBER_DATA,
    TANPA_DEFINISI,
    TANPA_BASELINE,
    buruk=lambda: with_indikator(
        "O1.1", sumber_data=(), formulasi="", definisi_operasional="", baseline=None
    ),
    baik=bersih,
)
def kartu_iku(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Kartu indikator utama (IKU) lengkap: sumber data, cara hitung, kondisi awal."""
    for simpul, item in tinjauan.indikator():
        if not item.iku:
            continue
        if not item.sumber_data:
            yield TANPA_SUMBER_DATA.temuan(at(simpul, item))
        if item.rumus is None and not item.formulasi.strip() and not item.definisi_operasional.strip():
            yield TANPA_DEFINISI.temuan(at(simpul, item))
        if item.baseline is None:
            yield TANPA_BASELINE.temuan(at(simpul, item))


POLARITAS_JANGGAL = register(
    JenisTemuan(
        "SKP410",
        Tingkat.PERINGATAN,
        "polaritas janggal",
        'Indikator ini {sebab}, tetapi polaritasnya "{polaritas}".',
        "Periksa arah yang lebih baik bagi indikator ini.",
    )
)


@aturan(
    POLARITAS_JANGGAL,
    buruk=lambda: with_indikator("P1.1", nama="Persentase kemiskinan PPKS mandiri", polaritas="naik"),
    baik=bersih,
)
def polaritas_janggal(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Indikator tentang hal yang lebih baik bila sedikit biasanya berpolaritas turun."""
    for simpul, item in tinjauan.indikator():
        if item.polaritas is not Polaritas.NAIK:
            continue
        parts = words(item.nama).split()
        subject = next((word for word in parts[1:3] if word in tinjauan.setelan.kata_turun), None)
        if subject is not None and not {
            "tertangani",
            "penurunan",
            "penanganan",
            "ditindaklanjuti",
            "diselesaikan",
        } & set(parts):
            yield POLARITAS_JANGGAL.temuan(
                at(simpul, item), sebab=f'menghitung "{subject}"', polaritas=item.polaritas.value
            )
