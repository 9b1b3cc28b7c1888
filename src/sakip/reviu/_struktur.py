"""Rules about the shape of a tree: what stands where, what is missing, what stands twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from sakip.model import (
    CSF,
    NAMA_JENIS,
    Aktivitas,
    AnySimpul,
    JenisRelasi,
    JenisUjung,
    Kegiatan,
    Komponen,
    KondisiAntara,
    Outcome,
    Program,
    SubKegiatan,
    Urusan,
)
from sakip.penjenjangan import compute_terjemahan
from sakip.pohon import PohonKinerja
from sakip.reviu._aturan import Tinjauan, at, aturan, component_above, kind_within
from sakip.reviu._contoh import bersih, kondisi, measured, with_more, with_simpul
from sakip.temuan import JenisTemuan, Temuan, Tingkat, register

_ACUAN = "PermenPANRB 89/2021: pohon kinerja disusun dari hasil, CSF, lalu kondisi antara sampai yang paling operasional"


TINGKAT_TERLEWAT = register(
    JenisTemuan(
        "SKP002",
        Tingkat.PERINGATAN,
        "tingkat terlewat",
        "{jenis} ini langsung di bawah {induk}; {antara} di antaranya tidak ada.",
        "Uraikan dahulu {antara} yang menghubungkan keduanya.",
        _ACUAN,
    )
)


@aturan(
    TINGKAT_TERLEWAT,
    buruk=lambda: with_more(kondisi("K9", "Tersedianya sandang", "Jumlah penerima sandang"), "O1"),
    baik=bersih,
)
def tingkat_terlewat(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Di bawah outcome ada CSF; di atas kegiatan ada program dan di atas sub kegiatan ada kegiatan, bila yang lain begitu."""
    pohon = tinjauan.pohon
    with_csf = any(isinstance(simpul, CSF) for simpul in tinjauan.simpul)
    last = {simpul.id: component_above(pohon, simpul) for simpul in tinjauan.simpul if type(simpul) in _ATAS}
    usual = {pohon[id].jenis for id, above in last.items() if isinstance(above, _ATAS[type(pohon[id])])}
    for simpul in tinjauan.simpul:
        above = pohon.parent(simpul.id)
        if isinstance(above, Outcome):
            wrong = isinstance(simpul, KondisiAntara) or (with_csf and isinstance(simpul, Komponen))
            missing = NAMA_JENIS["csf"] if wrong else ""
        else:
            missing = _skipped(simpul, last.get(simpul.id)) if simpul.jenis in usual else ""
        if missing and above is not None:
            yield TINGKAT_TERLEWAT.temuan(
                at(simpul), jenis=NAMA_JENIS[simpul.jenis], induk=kind_within(above), antara=missing
            )


_ATAS: Mapping[type[AnySimpul], type[AnySimpul]] = {Kegiatan: Program, SubKegiatan: Kegiatan}
"""The component that each kind of component stands below."""


def _skipped(simpul: AnySimpul, atas: Komponen | None) -> str:
    """The kind of component that should stand above one and doesn't; one within its own kind is in order."""
    wanted = _ATAS[type(simpul)]
    return "" if isinstance(atas, wanted | type(simpul)) else wanted.__name__.lower()


CSF_BERANAK_TUNGGAL = register(
    JenisTemuan(
        "SKP003",
        Tingkat.SARAN,
        "CSF dengan satu kondisi saja",
        "CSF ini hanya punya satu kondisi di bawahnya.",
        "Periksa apakah faktor ini sudah diuraikan tuntas, atau sebenarnya kondisi itulah faktornya.",
        _ACUAN,
    )
)


@aturan(
    CSF_BERANAK_TUNGGAL,
    buruk=lambda: _without("P2"),
    baik=bersih,
)
def csf_beranak_tunggal(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Sebuah faktor kunci biasanya memerlukan beberapa kondisi; satu saja patut ditanyakan."""
    for simpul in tinjauan.simpul:
        if isinstance(simpul, CSF) and len(tinjauan.pohon.children(simpul.id)) == 1:
            yield CSF_BERANAK_TUNGGAL.temuan(at(simpul))


def _without(id: str) -> PohonKinerja:
    pohon = bersih()
    gone = [item.id for item in pohon.walk(id)]
    for item in pohon.relasi:
        if item.dari.id in gone or item.ke.id in gone:
            pohon.remove_relasi(item)
    pohon.remove(id, below="remove")
    for name in [id for id in pohon.jabatan if not pohon.assigned_to(id) and id != "kadis"]:
        pohon.remove_jabatan(name)
    return pohon


KONDISI_TANPA_KOMPONEN = register(
    JenisTemuan(
        "SKP004",
        Tingkat.PERINGATAN,
        "kondisi tanpa komponen",
        "Tidak ada program, kegiatan, atau sub kegiatan yang mewujudkan kondisi ini.",
        "Terjemahkan kondisi ini menjadi komponen, atau tautkan dengan komponen yang mewujudkannya.",
        "PermenPANRB 89/2021, tahap kelima",
    )
)


@aturan(
    KONDISI_TANPA_KOMPONEN,
    buruk=lambda: with_more(kondisi("K9", "Amannya area makam", "Persentase area makam yang aman"), "K4"),
    baik=bersih,
)
def kondisi_tanpa_komponen(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Pada pohon yang sudah berkomponen, setiap kondisi paling operasional diwujudkan oleh sebuah komponen."""
    if not any(isinstance(item, Komponen) for item in tinjauan.simpul):
        return
    for simpul in compute_terjemahan(tinjauan.pohon).tanpa_komponen:
        if isinstance(simpul, KondisiAntara):  # a CSF without anything is a rule of its own
            yield KONDISI_TANPA_KOMPONEN.temuan(at(simpul))


KOMPONEN_TANPA_SASARAN = register(
    JenisTemuan(
        "SKP005",
        Tingkat.PERINGATAN,
        "komponen tanpa sasaran",
        "{jenis} ini tidak menyatakan kondisi yang diwujudkannya.",
        "Tuliskan sasarannya: kondisi apa yang berubah bila komponen ini berhasil.",
        "PermenPANRB 89/2021, tahap kelima: komponen mewujudkan kondisi",
    )
)


@aturan(KOMPONEN_TANPA_SASARAN, buruk=lambda: with_simpul("P1", uraian=""), baik=bersih)
def komponen_tanpa_sasaran(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Program, kegiatan, dan sub kegiatan menyebut sasarannya, bukan hanya namanya, bila yang setingkat menyebutnya."""
    parts = [item for item in tinjauan.simpul if isinstance(item, Program | Kegiatan | SubKegiatan)]
    told = {simpul.jenis for simpul in parts if simpul.uraian.strip()}
    for simpul in parts:
        if simpul.jenis in told and not simpul.uraian.strip():
            yield KOMPONEN_TANPA_SASARAN.temuan(at(simpul), jenis=NAMA_JENIS[simpul.jenis])


KOMPONEN_TAK_MENDUKUNG = register(
    JenisTemuan(
        "SKP006",
        Tingkat.PERINGATAN,
        "komponen tidak mendukung hasil apa pun",
        "{jenis} ini tidak berada di bawah outcome, CSF, tujuan, sasaran, atau kondisi mana pun.",
        "Gantungkan di bawah kondisi yang didukungnya, atau tautkan dengannya.",
        "PermenPANRB 88/2021: setiap komponen mendukung sasaran",
    )
)


@aturan(
    KOMPONEN_TAK_MENDUKUNG,
    buruk=lambda: with_more(
        Program(
            "P9",
            kode="1.06.06",
            nama="Penanganan Bencana",
            uraian="Tertanganinya korban bencana",
            indikator=[measured("P9.1", "Persentase korban bencana yang tertangani")],
        ),
        None,
    ),
    baik=bersih,
)
def komponen_tak_mendukung(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Pada pohon yang punya hasil, komponen berada di bawahnya atau ditautkan dengannya, juga yang di bawah urusan."""
    pohon = tinjauan.pohon
    if all(isinstance(item, Komponen) for item in pohon.roots):
        return
    linked = _linked_with_hasil(pohon)
    stack = [item for item in reversed(pohon.roots) if item.id not in linked]
    while stack:
        simpul = stack.pop()
        if isinstance(simpul, Urusan):
            stack += [item for item in reversed(pohon.children(simpul.id)) if item.id not in linked]
        elif isinstance(simpul, Program | Kegiatan | SubKegiatan) and not any(
            item.id in linked for item in pohon.walk(simpul.id)
        ):
            yield KOMPONEN_TAK_MENDUKUNG.temuan(at(simpul), jenis=NAMA_JENIS[simpul.jenis])


def _linked_with_hasil(pohon: PohonKinerja) -> set[str]:
    """What a link joins with a node that stands under something else than components alone."""
    found: set[str] = set()
    for link in pohon.relasi:
        if link.jenis not in _MEWUJUDKAN or not link.dari.jenis is link.ke.jenis is JenisUjung.SIMPUL:
            continue
        for one, other in ((link.dari.id, link.ke.id), (link.ke.id, link.dari.id)):
            if not isinstance(pohon.path(other)[0], Komponen):
                found.add(one)
    return found


BUNYI_BERULANG = register(
    JenisTemuan(
        "SKP007",
        Tingkat.PERINGATAN,
        "bunyi yang sama di beberapa tempat",
        'Kondisi "{teks}" juga tertulis pada {lain}.',
        "Bila maksudnya satu, pakai satu simpul dan tautkan; bila berbeda, bedakan bunyinya.",
        "praktik: satu hal, satu bunyi",
    )
)


@aturan(
    BUNYI_BERULANG,
    buruk=lambda: with_simpul("S2", uraian="Tersedianya permakanan"),
    baik=bersih,
)
def bunyi_berulang(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Dua kondisi yang berbunyi sama dan bukan induk dan anak patut ditanyakan; langkah rencana aksi boleh sama."""
    seen: dict[str, list[AnySimpul]] = defaultdict(list)
    for simpul in tinjauan.simpul:
        if not isinstance(simpul, Aktivitas) and (text := tinjauan.words(simpul.uraian)):
            seen[text].append(simpul)
    for same in seen.values():
        for simpul in same[1:]:
            if same[0] not in tinjauan.pohon.ancestors(simpul.id):
                yield BUNYI_BERULANG.temuan(at(simpul), teks=simpul.uraian, lain=same[0].id)


NAMA_BERULANG = register(
    JenisTemuan(
        "SKP008",
        Tingkat.SARAN,
        "nama komponen berulang",
        'Nama "{teks}" juga dipakai {lain} dengan id lain.',
        "Pastikan keduanya memang komponen yang berbeda; kode nomenklatur membedakannya.",
        "praktik: nama nomenklatur berulang di cabang lain, kodenya yang membedakan",
    )
)


@aturan(NAMA_BERULANG, buruk=lambda: with_simpul("S2", nama="Penyediaan Permakanan"), baik=bersih)
def nama_berulang(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Nama komponen boleh berulang di cabang lain, tetapi perlu disadari: nama bukan kunci."""
    seen: dict[tuple[str, str], AnySimpul] = {}
    for simpul in tinjauan.simpul:
        if not isinstance(simpul, Komponen) or not simpul.nama or simpul.nama.isspace():
            continue
        first = seen.setdefault((simpul.jenis, tinjauan.words(simpul.nama)), simpul)
        if first is not simpul:
            yield NAMA_BERULANG.temuan(at(simpul), teks=simpul.nama, lain=first.id)


SASARAN_TANPA_PROGRAM = register(
    JenisTemuan(
        "SKP009",
        Tingkat.PERINGATAN,
        "hasil tanpa komponen",
        "Tidak ada komponen apa pun di bawah {jenis} ini, dan tidak ada yang ditautkan dengannya.",
        "Uraikan sampai komponen yang mewujudkannya, atau tautkan dengan hasil yang sudah berkomponen.",
        "PermenPANRB 89/2021, tahap kelima",
    )
)


@aturan(
    SASARAN_TANPA_PROGRAM,
    buruk=lambda: with_more(
        CSF(
            "C9",
            uraian="Meningkatnya tata kelola",
            indikator=[measured("C9.1", "Nilai tata kelola", satuan="Nilai")],
        ),
        "O1",
    ),
    baik=bersih,
)
def hasil_tanpa_komponen(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Pada pohon yang sudah berkomponen, setiap outcome, CSF, tujuan, dan sasaran dicapai oleh sebuah komponen."""
    pohon, served = tinjauan.pohon, _served(tinjauan)
    if not served:
        return
    for simpul in tinjauan.simpul:
        if simpul.jenis not in _HASIL or simpul.id in served or pohon.children(simpul.id):
            continue
        yield SASARAN_TANPA_PROGRAM.temuan(at(simpul), jenis=kind_within(simpul))


_HASIL = frozenset({"outcome", "csf", "tujuan", "sasaran"})


def _served(tinjauan: Tinjauan) -> set[str]:
    """What has a component below it, or is linked with one, or with what has one below it."""
    found: set[str] = set()
    for simpul in tinjauan.simpul:
        if isinstance(simpul, Komponen):
            for above in (simpul, *tinjauan.pohon.ancestors(simpul.id)):
                if above.id in found:
                    break
                found.add(above.id)
    linked = [item for item in tinjauan.pohon.relasi if item.jenis in _MEWUJUDKAN]
    return found.union(*((item.dari.id, item.ke.id) for item in linked if {item.dari.id, item.ke.id} & found))


_MEWUJUDKAN = frozenset({JenisRelasi.PENERJEMAHAN, JenisRelasi.DUKUNGAN})


SIMPUL_KOSONG = register(
    JenisTemuan(
        "SKP010",
        Tingkat.KESALAHAN,
        "simpul tanpa bunyi",
        "{jenis} ini tidak menyatakan apa pun.",
        "Tuliskan kondisinya, atau hapus simpulnya.",
        "PermenPANRB 89/2021, tahap pertama sampai ketiga: setiap simpul sebuah kondisi",
    )
)


@aturan(SIMPUL_KOSONG, buruk=lambda: with_simpul("C1", uraian=" "), baik=bersih)
def simpul_kosong(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Outcome, CSF, kondisi, tujuan, dan sasaran menyatakan sesuatu."""
    for simpul in tinjauan.simpul:
        if not isinstance(simpul, Komponen) and not simpul.uraian.strip():
            yield SIMPUL_KOSONG.temuan(at(simpul), jenis=NAMA_JENIS[simpul.jenis])
