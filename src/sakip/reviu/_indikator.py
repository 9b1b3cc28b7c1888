"""Rules about indikator: whether there is one, whether its card is complete, whether it fits its sasaran."""

from __future__ import annotations

from collections.abc import Iterator

from sakip.kebijakan import Polaritas
from sakip.model import Aktivitas, AnySimpul, Indikator, JenisRelasi, JenisUjung, Komponen, Ujung
from sakip.reviu._aturan import Tinjauan, at, aturan
from sakip.reviu._contoh import bersih, measured, with_indikator, with_simpul
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
    """Pada pohon yang sudah berindikator, setiap kondisi punya indikator, dan komponen bila yang setingkat punya."""
    measured = {simpul.jenis for simpul in tinjauan.simpul if simpul.indikator}
    if not measured:
        return
    for simpul in tinjauan.simpul:
        if simpul.indikator or isinstance(simpul, Aktivitas):
            continue
        if simpul.jenis in measured or not isinstance(simpul, Komponen):
            yield SIMPUL_TANPA_INDIKATOR.temuan(at(simpul))


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


INDIKATOR_TERTINGGAL = register(
    JenisTemuan(
        "SKP414",
        Tingkat.PERINGATAN,
        "penurunan langsung tertinggal dari jumlah",
        "Indikator ini sama bunyinya dengan {lain} pada {induk}, yang targetnya dibagi habis kepada indikator lain; "
        "indikator ini tidak ikut dijumlahkan.",
        "Nyatakan bagiannya sebagai penurunan langsung, atau rumuskan indikator yang sesuai tingkatnya.",
        "PermenPANRB 8/2021: penurunan langsung membagi target",
    )
)


@aturan(
    INDIKATOR_DISALIN,
    INDIKATOR_TERTINGGAL,
    buruk=lambda: with_indikator("K1.1", nama="Persentase PPKS yang mandiri"),
    baik=bersih,
)
def indikator_disalin(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Indikator anak tidak menyalin indikator di atasnya, kecuali dinyatakan sebagai penurunan langsung."""
    for simpul, item in tinjauan.indikator:
        if item.tersirat:
            continue
        above = tinjauan.pohon.parent(simpul.id)
        while above is not None:
            same = _same_name(tinjauan, above, item)
            if same is not None:
                if frozenset((item.id, same.id)) not in tinjauan.diturunkan:
                    kind = INDIKATOR_TERTINGGAL if _is_divided(tinjauan, same) else INDIKATOR_DISALIN
                    yield kind.temuan(at(simpul, item), lain=same.id, induk=above.id)
                break
            above = tinjauan.pohon.parent(above.id)


def _same_name(tinjauan: Tinjauan, simpul: AnySimpul, item: Indikator) -> Indikator | None:
    name = tinjauan.words(item.nama)
    return next((other for other in simpul.indikator if tinjauan.words(other.nama) == name), None)


def _is_divided(tinjauan: Tinjauan, item: Indikator) -> bool:
    """Whether the target of an indikator is divided among others, so that theirs make it."""
    links = tinjauan.pohon.relasi_of(Ujung(JenisUjung.INDIKATOR, item.id))
    return any(link.jenis is JenisRelasi.INDIKATOR_TURUNAN and link.ke.id == item.id for link in links)


INDIKATOR_BERULANG = register(
    JenisTemuan(
        "SKP416",
        Tingkat.SARAN,
        "indikator yang sama di tempat lain",
        'Indikator "{teks}" juga dipakai {lain} dengan id lain, tanpa dinyatakan sama.',
        "Bila memang satu, tautkan (relasi indikator sama); bila berbeda, bedakan namanya.",
        "satu indikator, satu nama; penurunan langsung dinyatakan",
    )
)


@aturan(
    INDIKATOR_BERULANG,
    buruk=lambda: with_indikator("S2.1", nama="Jumlah penerima permakanan"),
    baik=bersih,
)
def indikator_berulang(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Nama indikator tidak berulang di cabang lain, kecuali dinyatakan sebagai indikator yang sama."""
    seen: dict[str, tuple[AnySimpul, Indikator]] = {}
    for simpul, item in tinjauan.indikator:
        name = tinjauan.words(item.nama)
        if item.tersirat or not name:
            continue
        first, same = seen.setdefault(name, (simpul, item))
        if same is item or frozenset((item.id, same.id)) in tinjauan.diturunkan:
            continue
        if first not in tinjauan.pohon.ancestors(simpul.id):  # a copy from above is a finding of its own
            yield INDIKATOR_BERULANG.temuan(at(simpul, item), teks=item.nama, lain=same.id)


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
    for simpul in tinjauan.simpul:
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
    for simpul, item in tinjauan.indikator:
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
        "praktik: polaritas menyatakan arah yang lebih baik",
    )
)


@aturan(
    POLARITAS_JANGGAL,
    buruk=lambda: with_indikator("P1.1", nama="Persentase kemiskinan PPKS mandiri", polaritas="naik"),
    baik=bersih,
)
def polaritas_janggal(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Indikator tentang hal yang lebih baik bila sedikit biasanya berpolaritas turun."""
    for simpul, item in tinjauan.indikator:
        if item.polaritas is not Polaritas.NAIK:
            continue
        parts = tinjauan.words(item.nama).split()
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
