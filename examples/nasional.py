"""Pekerjaan senegara: data buatan sebesar yang diminta, lalu capaian setiap simpul pohon kinerja.

Langkahnya sama untuk semua mesin: triwulan dihimpun menjadi setahun, capaian dan
predikatnya dihitung, lalu digulung dari simpul terbawah sampai nasional. Yang berbeda
hanya mesinnya: ``--mesin polars`` (bawaan), ``duckdb``, atau ``spark``.

    python examples/nasional.py --ukuran kecil
    python examples/nasional.py --ukuran nasional --keluaran /data/nasional
    python examples/nasional.py --mesin duckdb --instansi 50 --tahun 3
    spark-submit --master yarn examples/nasional.py --mesin spark --ukuran nasional --keluaran /bersama/nasional

Datanya dibagi per tahun dan per kelompok instansi. Pohon satu instansi tidak bergantung pada
instansi lain, sehingga bagian-bagian itu dikerjakan satu per satu dengan memori yang
terbatas; nasional digulung terakhir dari puncak semua instansi. Pada klaster, folder
keluaran harus terlihat oleh semua pekerja, dan ``--kelompok`` yang lebih besar lebih baik.

Butuh ``pip install 'sakip[tabel]' numpy pyarrow`` dan mesinnya.
"""

from __future__ import annotations

import argparse
import platform
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import attrs
import narwhals.stable.v2 as nw
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from sakip import LKJIP
from sakip.angka import format_angka
from sakip.skala import SKALA_PERMENDAGRI_86
from sakip.tabel import add_capaian, aggregate_periode, roll_up

T = TypeVar("T")

UKURAN = {"kecil": (3, 1), "sedang": (32, 5), "nasional": (640, 5)}
"""Instansi dan tahun."""
KEBIJAKAN = attrs.evolve(LKJIP, nama="LKJIP berpita", skala=SKALA_PERMENDAGRI_86)
TAHUN_AWAL, TRIWULAN = 2021, 4
LAPIS = (1, 4, 20, 100, 500, 5_625)
"""Simpul satu instansi per tingkat, dari puncaknya: 6.250."""
BERINDIKATOR = {2: 20, 4: 500, 5: 5_625}
"""Tingkat yang simpulnya punya indikator sendiri; simpul lain digulung dari anaknya."""
SIMPUL, INDIKATOR = sum(LAPIS), 15_625
NASIONAL = 0
"""Nomor simpul yang menaungi semua instansi."""
_NOMOR = 1_000_000
_LALAI, _TIDAK_LAPOR, _TARGET_NOL = 0.1, 0.5, 0.001
"""Bagian indikator yang lalai, bagian triwulannya yang tidak dilaporkan, bagian target nol."""

_KOLOM: list[Any] = [
    pa.field("indikator", pa.int64()),
    pa.field("simpul", pa.int64()),
    pa.field("tahun", pa.int16()),
    pa.field("ke", pa.int8()),
    pa.field("target", pa.float64()),
    pa.field("realisasi", pa.float64()),
    pa.field("polaritas", pa.string()),
    pa.field("agregasi", pa.string()),
]
SKEMA_PENGUKURAN = pa.schema(_KOLOM)
_KOLOM_SIMPUL: list[Any] = [
    pa.field("simpul", pa.int64()),
    pa.field("induk", pa.int64()),
    pa.field("tingkat", pa.int64()),
]
SKEMA_SIMPUL = pa.schema(_KOLOM_SIMPUL)


# --- data buatan ----------------------------------------------------------------------------------


def make_pohon(instansi: int) -> pa.Table:
    """Pohon satu instansi: setiap simpul dengan induknya, puncaknya pada tingkat 0."""
    simpul, induk, tingkat = [], [], []
    awal = instansi * _NOMOR
    atas = 0
    for nomor, banyak in enumerate(LAPIS):
        urut = np.arange(banyak)
        simpul.append(awal + urut)
        parent = np.full(1, -1) if nomor == 0 else atas + urut * LAPIS[nomor - 1] // banyak
        induk.append(parent)
        tingkat.append(np.full(banyak, nomor))
        atas, awal = awal, awal + banyak
    parents = np.concatenate(induk)
    columns: list[Any] = [
        np.concatenate(simpul),
        pa.array(parents, mask=parents < 0),
        np.concatenate(tingkat),
    ]
    return pa.table(columns, schema=SKEMA_SIMPUL)


def make_indikator(instansi: int) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Simpul setiap indikator satu instansi: dua atau tiga untuk setiap simpul yang berindikator."""
    bawah = np.cumsum((0, *LAPIS))
    simpul = np.concatenate([bawah[nomor] + np.arange(banyak) for nomor, banyak in BERINDIKATOR.items()])
    ketiga = simpul[::-1][: INDIKATOR - 2 * len(simpul)]
    return np.sort(np.concatenate([simpul, simpul, ketiga])) + instansi * _NOMOR


def make_pengukuran(instansi: int, tahun: int, seed: int) -> pa.Table:
    """Empat triwulan semua indikator satu instansi; sama untuk benih yang sama, apa pun kelompoknya."""
    acak = np.random.default_rng((seed, instansi, tahun))
    simpul = make_indikator(instansi)
    banyak = len(simpul)
    tetap = np.random.default_rng((seed, instansi))  # sifat indikator sama setiap tahun
    turun, cara = tetap.random(banyak) < 0.2, tetap.integers(0, 3, banyak)
    target = np.round(acak.uniform(5, 500, banyak), 2)
    target[acak.random(banyak) < _TARGET_NOL] = 0.0
    mutu = acak.normal(0.92, 0.2, banyak)
    realisasi = np.round((target * mutu)[:, None] * acak.normal(1.0, 0.1, (banyak, TRIWULAN)), 2)
    lalai = acak.random(banyak) < _LALAI
    lapor = ~(lalai[:, None] & (acak.random((banyak, TRIWULAN)) < _TIDAK_LAPOR))
    columns: list[Any] = [
        np.repeat(instansi * _NOMOR + np.arange(banyak), TRIWULAN),
        np.repeat(simpul, TRIWULAN),
        np.full(banyak * TRIWULAN, tahun, np.int16),
        np.tile(np.arange(1, TRIWULAN + 1, dtype=np.int8), banyak),
        np.repeat(target, TRIWULAN),
        pa.array(realisasi.ravel(), mask=~lapor.ravel()),
        _take(("naik", "turun"), np.repeat(turun, TRIWULAN)),
        _take(("jumlah", "nilai_akhir", "rata_rata"), np.repeat(cara, TRIWULAN)),
    ]
    return pa.table(columns, schema=SKEMA_PENGUKURAN)


def _take(kata: Sequence[str], nomor: np.ndarray[Any, Any]) -> Any:
    """Kata menurut nomornya."""
    isi: Any = pa.array(kata)
    return isi.take(pa.array(nomor.astype(np.int8)))


def write_parts(path: Path, skema: pa.Schema, bagian: Iterator[pa.Table]) -> None:
    """Satu berkas Parquet, sebagian demi sebagian."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with pq.ParquetWriter(path, skema) as writer:
        for table in bagian:
            writer.write_table(table)


# --- mesin ----------------------------------------------------------------------------------------


@attrs.frozen
class Polars:
    """Polars: setiap kueri malas, dijalankan dengan mesin alirannya."""

    nama: ClassVar[str] = "polars"

    def read(self, path: Path) -> Any:
        """Tabel malas sebuah berkas atau folder."""
        import polars as pl  # noqa: PLC0415  # hanya mesin yang dipakai

        return pl.scan_parquet(path)

    def write(self, tabel: Any, path: Path) -> None:
        """Tulis sambil dihitung."""
        tabel.sink_parquet(path, engine="streaming", mkdir=True)

    def records(self, tabel: Any) -> list[dict[str, Any]]:
        """Barisnya; untuk tabel yang kecil."""
        rows: list[dict[str, Any]] = tabel.collect(engine="streaming").to_dicts()
        return rows


@attrs.frozen
class DuckDB:
    """DuckDB: setiap kueri sebuah relasi."""

    nama: ClassVar[str] = "duckdb"
    sambungan: Any = attrs.field(init=False)

    @sambungan.default
    def _connect(self) -> Any:
        import duckdb  # noqa: PLC0415  # hanya mesin yang dipakai

        con = duckdb.connect()
        con.execute("SET enable_progress_bar = false; SET memory_limit = '2GB'")
        con.execute("SET preserve_insertion_order = false")
        return con

    def read(self, path: Path) -> Any:
        """Relasi sebuah berkas atau folder."""
        return self.sambungan.read_parquet(str(path / "*.parquet" if path.is_dir() else path))

    def write(self, tabel: Any, path: Path) -> None:
        """Tulis sambil dihitung."""
        path.parent.mkdir(parents=True, exist_ok=True)
        tabel.write_parquet(str(path))

    def records(self, tabel: Any) -> list[dict[str, Any]]:
        """Barisnya; untuk tabel yang kecil."""
        return [dict(zip(tabel.columns, row, strict=True)) for row in tabel.fetchall()]


@attrs.frozen
class Spark:
    """PySpark: sesi setempat, atau klaster yang disebut `spark-submit` atau ``--master``."""

    nama: ClassVar[str] = "spark"
    master: str | None = None
    sesi: Any = attrs.field(init=False)

    @sesi.default
    def _start(self) -> Any:
        from pyspark.sql import SparkSession  # noqa: PLC0415  # hanya mesin yang dipakai

        builder = SparkSession.builder.appName("sakip nasional")
        if self.master is not None:
            builder = builder.master(self.master)
        if self.master is not None and self.master.startswith("local"):
            # Proyeksi yang digabung menyalin ungkapan ke setiap pemakainya: rencana panjang menjadi lambat.
            merging = "org.apache.spark.sql.catalyst.optimizer.CollapseProject"
            builder = builder.config("spark.sql.optimizer.excludedRules", merging)
            builder = builder.config("spark.sql.shuffle.partitions", "4")
            builder = builder.config("spark.ui.enabled", "false").config("spark.driver.memory", "2g")
            builder = builder.config("spark.ui.showConsoleProgress", "false")
        sesi = builder.getOrCreate()
        sesi.sparkContext.setLogLevel("ERROR")
        return sesi

    def read(self, path: Path) -> Any:
        """Tabel sebuah berkas atau folder."""
        return self.sesi.read.parquet(path.absolute().as_uri())

    def write(self, tabel: Any, path: Path) -> None:
        """Tulis; Spark menulis sebuah folder."""
        tabel.write.mode("overwrite").parquet(path.absolute().as_uri())

    def records(self, tabel: Any) -> list[dict[str, Any]]:
        """Barisnya; untuk tabel yang kecil."""
        return [row.asDict() for row in tabel.collect()]


Mesin = Polars | DuckDB | Spark


def make_mesin(nama: str, master: str | None = None) -> Mesin:
    """Mesin menurut namanya."""
    if nama == "polars":
        return Polars()
    return DuckDB() if nama == "duckdb" else Spark(master)


# --- pekerjaan ------------------------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class Pekerjaan:
    """Berapa besar negaranya, dan di mana datanya.

    Attributes:
        instansi: Banyak instansi.
        tahun: Banyak tahun.
        seed: Benih bilangan acak.
        kelompok: Banyak instansi yang dikerjakan sekaligus.
        keluaran: Folder data dan hasil.
    """

    instansi: int
    tahun: int
    seed: int
    kelompok: int
    keluaran: Path

    @property
    def tahun_tahun(self) -> range:
        """Tahun-tahunnya."""
        return range(TAHUN_AWAL, TAHUN_AWAL + self.tahun)

    @property
    def kelompok_kelompok(self) -> dict[str, range]:
        """Nama setiap kelompok dan nomor instansinya, dari 1."""
        starts = range(1, self.instansi + 1, self.kelompok)
        return {f"{n:04}": range(n, min(n + self.kelompok, self.instansi + 1)) for n in starts}

    @property
    def bagian(self) -> list[tuple[int, str]]:
        """Setiap tahun dengan setiap kelompok."""
        return [(tahun, nama) for tahun in self.tahun_tahun for nama in self.kelompok_kelompok]

    def path(self, apa: str, *nama: object) -> Path:
        """Berkas satu bagian."""
        return self.keluaran / apa / f"{'-'.join(map(str, nama))}.parquet"


def write_data(kerja: Pekerjaan) -> None:
    """Data buatan: pohon per kelompok, pengukuran per tahun dan kelompok."""
    for nama, nomor in kerja.kelompok_kelompok.items():
        write_parts(kerja.path("pohon", nama), SKEMA_SIMPUL, map(make_pohon, nomor))
    for tahun, nama in show_progress("membuat data", kerja.bagian):
        tables = (make_pengukuran(n, tahun, kerja.seed) for n in kerja.kelompok_kelompok[nama])
        write_parts(kerja.path("pengukuran", tahun, nama), SKEMA_PENGUKURAN, tables)


def compute(kerja: Pekerjaan, mesin: Mesin) -> None:
    """Capaian setiap indikator dan setiap simpul, bagian demi bagian, lalu nasional."""
    for tahun, nama in show_progress(f"menghitung dengan {mesin.nama}", kerja.bagian):
        baris = mesin.read(kerja.path("pengukuran", tahun, nama))
        setahun = aggregate_periode(baris, kosong="lewati")
        mesin.write(add_capaian(setahun, KEBIJAKAN), kerja.path("capaian", tahun, nama))
        capaian = mesin.read(kerja.path("capaian", tahun, nama))
        simpul = roll_up(capaian, mesin.read(kerja.path("pohon", nama)), anak="rata_rata")
        mesin.write(with_predikat(simpul, tahun), kerja.path("simpul", tahun, nama))
    for tahun in kerja.tahun_tahun:
        puncak = [mesin.read(kerja.path("simpul", tahun, nama)) for nama in kerja.kelompok_kelompok]
        instansi = pick_puncak(puncak)
        mesin.write(
            with_predikat(roll_up(instansi, to_nasional(instansi), anak="rata_rata"), tahun),
            kerja.path("nasional", tahun),
        )


def with_predikat(simpul: Any, tahun: int) -> Any:
    """Simpul dengan predikatnya: angka gulungan dibandingkan dengan 100."""
    kolom = ("simpul", "induk", "tingkat", "tahun", "terhitung", "banyak", "asal")
    baris = nw.from_native(simpul).with_columns(tahun=nw.lit(tahun, nw.Int16))
    baris = baris.select(*kolom, target=nw.lit(100.0), realisasi=nw.col("capaian"), halangan=nw.col("alasan"))
    berpita = nw.from_native(add_capaian(nw.to_native(baris), KEBIJAKAN))
    return nw.to_native(berpita.select(*kolom, "capaian", "alasan", "predikat", "warna"))


def pick_puncak(bagian: Sequence[Any]) -> Any:
    """Puncak semua instansi dari semua kelompok."""
    frames = [nw.from_native(item).filter(nw.col("tingkat") == 0) for item in bagian]
    return nw.to_native(nw.concat(frames, how="vertical").select("simpul", "capaian", "alasan"))


def to_nasional(instansi: Any) -> Any:
    """Pohon dua tingkat: nasional, dan semua instansi di bawahnya."""
    baris = nw.from_native(instansi).select(
        "simpul", induk=nw.lit(NASIONAL, nw.Int64), tingkat=nw.lit(1, nw.Int64)
    )
    atas = baris.select(nw.col("simpul").min()).select(
        simpul=nw.lit(NASIONAL, nw.Int64), induk=nw.lit(None, nw.Int64), tingkat=nw.lit(0, nw.Int64)
    )
    return nw.to_native(nw.concat([atas, baris], how="vertical"))


# --- ringkasan ------------------------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class Ringkasan:
    """Satu tahun dan satu tingkat; tingkat -1 adalah nasional.

    Attributes:
        tahun: Tahunnya.
        tingkat: Tingkatnya.
        banyak: Banyak simpul.
        terhitung: Banyak simpul yang punya angka.
        jumlah: Jumlah angkanya.
        pita: Banyak simpul setiap predikat.
    """

    tahun: int
    tingkat: int
    banyak: int
    terhitung: int
    jumlah: float
    pita: dict[str, int]

    @property
    def rata_rata(self) -> float | None:
        """Rata-rata simpul yang punya angka."""
        return self.jumlah / self.terhitung if self.terhitung else None


def summarise(kerja: Pekerjaan, mesin: Mesin) -> list[Ringkasan]:
    """Setiap tahun dan tingkat, dari hasil yang tertulis."""
    sums: dict[tuple[int, int], list[dict[str, Any]]] = {}
    parts: list[tuple[str, tuple[Any, ...]]] = [("simpul", (tahun, nama)) for tahun, nama in kerja.bagian]
    parts += [("nasional", (tahun,)) for tahun in kerja.tahun_tahun]
    for apa, nama in show_progress("meringkas", parts):
        for row in mesin.records(_count(mesin.read(kerja.path(apa, *nama)))):
            level = row["tingkat"] if apa == "simpul" else -1
            if apa == "simpul" or row["tingkat"] == 0:
                sums.setdefault((nama[0], level), []).append(row)
    return [_fold(*kunci, rows) for kunci, rows in sorted(sums.items())]


def _count(simpul: Any) -> Any:
    """Banyak simpul dan jumlah capaiannya per tingkat dan predikat."""
    grouped = nw.from_native(simpul).group_by("tingkat", "predikat")
    return nw.to_native(
        grouped.agg(banyak=nw.len(), terhitung=nw.col("capaian").count(), jumlah=nw.col("capaian").sum())
    )


def _fold(tahun: int, tingkat: int, rows: list[dict[str, Any]]) -> Ringkasan:
    label = [pita.label for pita in SKALA_PERMENDAGRI_86.pita]
    return Ringkasan(
        tahun=tahun,
        tingkat=tingkat,
        banyak=sum(row["banyak"] for row in rows),
        terhitung=sum(row["terhitung"] for row in rows),
        jumlah=sum(row["jumlah"] or 0.0 for row in rows),
        pita={nama: sum(row["banyak"] for row in rows if row["predikat"] == nama) for nama in label},
    )


def print_ringkasan(ringkasan: Sequence[Ringkasan]) -> None:
    """Tabel tahun terakhir."""
    akhir = max(row.tahun for row in ringkasan)
    label = [pita.label for pita in SKALA_PERMENDAGRI_86.pita]
    lines = [("tingkat", "simpul", "berangka", "rata-rata", *label)]
    for row in ringkasan:
        if row.tahun == akhir:
            nama = "nasional" if row.tingkat < 0 else "instansi" if row.tingkat == 0 else str(row.tingkat)
            mean = "—" if row.rata_rata is None else f"{row.rata_rata:.2f} %".replace(".", ",")
            counts = (row.banyak, row.terhitung, *row.pita.values())
            first, second, *bands = map(format_angka, counts)
            lines.append((nama, first, second, mean, *bands))
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    print(f"Capaian simpul tahun {akhir}\n")
    for line in lines:
        cells = [
            line[0].ljust(widths[0]),
            *(text.rjust(width) for text, width in zip(line[1:], widths[1:], strict=True)),
        ]
        print("  ".join(cells))


# --- layar ----------------------------------------------------------------------------------------

_LEBAR = 30


def show_progress(apa: str, bagian: Sequence[T]) -> Iterator[T]:
    """Bilah kemajuan pada stderr; diam kalau stderr bukan terminal."""
    for nomor, item in enumerate(bagian):
        _draw(apa, nomor, len(bagian))
        yield item
    _draw(apa, len(bagian), len(bagian))


def _draw(apa: str, nomor: int, banyak: int) -> None:
    if not sys.stderr.isatty():
        return
    penuh = _LEBAR * nomor // max(banyak, 1)
    akhir = "\n" if nomor == banyak else ""
    sys.stderr.write(f"\r{apa:<24} {'█' * penuh}{'░' * (_LEBAR - penuh)} {nomor}/{banyak}{akhir}")
    sys.stderr.flush()


def peak_mib() -> float:
    """Memori puncak proses ini; JVM milik Spark tidak termasuk."""
    per_mib = 1024 * 1024 if platform.system() == "Darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / per_mib


def timed(kerja: Callable[[], Any]) -> tuple[float, Any]:
    """Detik yang dipakai, dan hasilnya."""
    start = time.perf_counter()
    result = kerja()
    return time.perf_counter() - start, result


def parse(argumen: Sequence[str] | None) -> argparse.Namespace:
    """Pilihan pada baris perintah."""
    parser = argparse.ArgumentParser(description="Capaian senegara dari data buatan, pada mesin pilihan.")
    parser.add_argument("--ukuran", choices=list(UKURAN), default="kecil", help="besar negaranya")
    parser.add_argument("--instansi", type=int, help="banyak instansi; mengganti yang dari --ukuran")
    parser.add_argument("--tahun", type=int, help="banyak tahun sejak 2021; mengganti yang dari --ukuran")
    parser.add_argument("--seed", type=int, default=1, help="benih: benih yang sama, data yang sama")
    parser.add_argument("--kelompok", type=int, default=32, help="banyak instansi yang dikerjakan sekaligus")
    parser.add_argument("--keluaran", type=Path, default=Path("nasional"), help="folder data dan hasil")
    parser.add_argument(
        "--mesin", choices=["polars", "duckdb", "spark"], default="polars", help="penghitungnya"
    )
    parser.add_argument("--master", help="klaster Spark; tanpa ini yang dari spark-submit, atau local[*]")
    parser.add_argument("--pakai-data", action="store_true", help="pakai data yang sudah ada di folder itu")
    return parser.parse_args(argumen)


def main(argumen: Sequence[str] | None = None) -> list[Ringkasan]:
    """Buat data, hitung, ringkas, cetak."""
    pilihan = parse(argumen)
    instansi, tahun = UKURAN[pilihan.ukuran]
    kerja = Pekerjaan(
        instansi=pilihan.instansi or instansi,
        tahun=pilihan.tahun or tahun,
        seed=pilihan.seed,
        kelompok=pilihan.kelompok,
        keluaran=pilihan.keluaran,
    )
    besar = {
        "instansi": kerja.instansi,
        "simpul": kerja.instansi * SIMPUL,
        "indikator": kerja.instansi * INDIKATOR,
        "pengukuran": kerja.instansi * INDIKATOR * TRIWULAN * kerja.tahun,
    }
    print(", ".join(f"{format_angka(banyak)} {nama}" for nama, banyak in besar.items()) + "\n")
    dibuat = 0.0 if pilihan.pakai_data else timed(lambda: write_data(kerja))[0]
    mesin = make_mesin(pilihan.mesin, pilihan.master)
    dihitung, _ = timed(lambda: compute(kerja, mesin))
    ringkasan: list[Ringkasan] = summarise(kerja, mesin)
    print_ringkasan(ringkasan)
    puncak = format_angka(round(peak_mib()))
    print(
        f"\nData dibuat {dibuat:.1f} detik, dihitung {dihitung:.1f} detik dengan {mesin.nama}, memori puncak {puncak} MiB."
    )
    return ringkasan


if __name__ == "__main__":
    main()
