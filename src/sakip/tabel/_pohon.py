"""A tree and a report as tidy tables, in the frame library of the user's choice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from importlib import import_module
from typing import Any

import attrs

from sakip.angka import Angka, Batas, Isian, JenisKosong, Kosong, Rentang
from sakip.capaian import BarisCapaian, LaporanCapaian
from sakip.errors import EkstraError, ModelError, TargetNolError
from sakip.kebijakan import (
    TANPA_RUJUKAN,
    Capaian,
    Hitungan,
    Polaritas,
    Rujukan,
    RumusCapaian,
    infer_polaritas,
)
from sakip.model import Indikator, Komponen, Realisasi, Target
from sakip.periode import Periode
from sakip.pohon import PohonKinerja
from sakip.rumus import measured
from sakip.tabel._nw import nw

KOSONG = Kosong()
_TELITI = Decimal("1e-12")
_JENIS = {str: nw.String, float: nw.Float64, int: nw.Int64, bool: nw.Boolean}
_PANDAS = {str: "string", float: "float64", int: "Int64", bool: "bool"}
"""Those of pandas that have a word for nothing, where there may be nothing."""
Skema = dict[str, type]
PUSTAKA = ("polars", "pandas", "pyarrow")
"""The libraries that a table can be made in; DuckDB and Spark read what these make."""

SIMPUL: Skema = {"simpul": str, "induk": str, "tingkat": int, "jenis": str, "kode": str, "nama": str,
                 "uraian": str, "id_jabatan": str, "jabatan": str}  # fmt: skip
INDIKATOR: Skema = {"indikator": str, "simpul": str, "nama": str, "satuan": str, "rumus": str, "polaritas": str,
                    "agregasi": str, "terburuk": float, "terbaik": float, "iku": bool, "formulasi": str,
                    "definisi_operasional": str, "sumber_data": str}  # fmt: skip
NILAI: Skema = {"periode": str, "tahun": int, "jenis_periode": str, "ke": int}
TARGET: Skema = {"indikator": str, **NILAI, "versi": str, "berlaku": str, "target": float, "target_bawah": float,
                 "target_atas": float, "satuan": str, "direncanakan": bool, "teks": str}  # fmt: skip
PAGU: Skema = {"simpul": str, **NILAI, "versi": str, "berlaku": str, "pagu": int, "teks": str}
RELASI: Skema = {"jenis": str, "jenis_dari": str, "dari": str, "jenis_ke": str, "ke": str, "peran": str, "bobot": float,
                 "status": str}  # fmt: skip
REALISASI: Skema = {"indikator": str, **NILAI, "realisasi": float, "pembilang": float, "penyebut": float, "satuan": str,
                    "teks": str, "status": str}  # fmt: skip
MASUKAN: Skema = {"indikator": str, "simpul": str, "induk": str, "jenis": str, "id_jabatan": str, "nama": str, "satuan": str,
                  **NILAI, "target": float, "target_bawah": float, "target_atas": float, "realisasi": float,
                  "polaritas": str, "terburuk": float, "terbaik": float, "direncanakan": bool, "halangan": str,
                  "iku": bool}  # fmt: skip
HASIL: Skema = {"capaian": float, "capaian_mentah": float, "alasan": str, "predikat": str, "warna": str,
                "periode_terisi": int, "periode_banyak": int, "kebijakan": str}  # fmt: skip


def make_frame(baris: Iterable[dict[str, Any]], skema: Skema, backend: str) -> Any:
    """Records as a table, every column of the type it is said to have.

    Args:
        baris: The records.
        skema: The columns and their Python types.
        backend: ``polars``, ``pandas`` or ``pyarrow``.

    Raises:
        EkstraError: That library is not installed.
        ModelError: There is no such library.

    >>> make_frame([{"a": 1.5}], {"a": float}, "polars")["a"].to_list()
    [1.5]
    """
    rows = list(baris)
    columns = {name: [row.get(name) for row in rows] for name in skema}
    if backend not in PUSTAKA:
        raise ModelError("tabel", "backend", repr(backend), f"one of {', '.join(map(repr, PUSTAKA))}")
    library: Any
    try:
        library = import_module(backend)
    except ImportError:
        raise EkstraError(backend, "tabel") from None
    if backend == "pandas":
        cells = {name: library.Series(columns[name], dtype=_PANDAS[kind]) for name, kind in skema.items()}
        return library.DataFrame(cells)
    types: Any = {name: _JENIS[kind] for name, kind in skema.items()}
    return nw.to_native(nw.from_dict(columns, schema=types, backend=library))


@attrs.frozen
class TabelPohon:
    """A tree as tidy tables; ``simpul`` and ``induk``, ``indikator`` and ``periode`` join them.

    Attributes:
        simpul: One row for each node, in tree order, with its parent, level and owner.
        indikator: One row for each indikator.
        target: One row for each target: a number or a range; what is neither keeps its text.
        pagu: One row for each amount, in whole rupiah.
        relasi: One row for each link beside the tree.

    >>> from sakip import Outcome, PohonKinerja
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1", uraian="Meningkatnya kesejahteraan sosial"))
    >>> from_pohon(pohon).simpul["simpul"].to_list()
    ['O1']
    """

    simpul: Any
    indikator: Any
    target: Any
    pagu: Any
    relasi: Any


def from_pohon(pohon: PohonKinerja, backend: str = "polars") -> TabelPohon:
    """A tree as tidy tables.

    Args:
        pohon: The tree.
        backend: The library of the tables: ``polars``, ``pandas`` or ``pyarrow``.

    Raises:
        EkstraError: That library is not installed.
        ModelError: There is no such library.

    >>> from sakip import Indikator, Outcome, PohonKinerja
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> indikator = Indikator(id="IK1", nama="Persentase PPKS", target={"2025": "93,59 %", "2025-TW1": "20 %"})
    >>> _ = pohon.add(Outcome("O1", indikator=[indikator]))
    >>> tabel = from_pohon(pohon)
    >>> tabel.target.select("indikator", "tahun", "ke", "target").rows()
    [('IK1', 2025, None, 93.59), ('IK1', 2025, 1, 20.0)]
    """
    level: dict[str, int] = {}
    nodes: list[dict[str, Any]] = []
    items: list[dict[str, Any]] = []
    targets: list[dict[str, Any]] = []
    money: list[dict[str, Any]] = []
    for node in pohon:
        above = pohon.parent(node.id)
        level[node.id] = 0 if above is None else level[above.id] + 1
        owner = pohon.owner(node.id)
        nodes.append(
            {
                "simpul": node.id,
                "induk": None if above is None else above.id,
                "tingkat": level[node.id],
                "jenis": node.jenis,
                "kode": str(node.kode) if isinstance(node, Komponen) and node.kode is not None else None,
                "nama": getattr(node, "nama", None),
                "uraian": node.uraian,
                "id_jabatan": None if owner is None else owner.id,
                "jabatan": None if owner is None else owner.nama,
            }
        )
        items += [_indikator(item, node.id) for item in node.indikator]
        targets += [_target(item, target) for item in node.indikator for target in item.target]
        if isinstance(node, Komponen):
            money += [
                {
                    "simpul": node.id,
                    **_periode(pagu.periode),
                    **_versi(pagu),
                    "pagu": pagu.jumlah,
                    "teks": pagu.teks,
                }
                for pagu in node.pagu
            ]
    links = [
        {
            "jenis": link.jenis.value,
            "jenis_dari": link.dari.jenis.value,
            "dari": link.dari.id,
            "jenis_ke": link.ke.jenis.value,
            "ke": link.ke.id,
            "peran": link.peran,
            "bobot": _float(link.bobot),
            "status": link.status,
        }
        for link in pohon.relasi
    ]
    tables = ((nodes, SIMPUL), (items, INDIKATOR), (targets, TARGET), (money, PAGU), (links, RELASI))
    return TabelPohon(*(make_frame(rows, skema, backend) for rows, skema in tables))


def _indikator(item: Indikator, simpul: str) -> dict[str, Any]:
    return {
        "indikator": item.id,
        "simpul": simpul,
        "nama": item.nama,
        "satuan": item.satuan,
        "rumus": None if item.rumus is None else item.rumus.jenis,
        "polaritas": None if item.polaritas is None else item.polaritas.value,
        "agregasi": None if item.agregasi is None else item.agregasi.value,
        "terburuk": _float(item.terburuk),
        "terbaik": _float(item.terbaik),
        "iku": item.iku,
        "formulasi": item.formulasi,
        "definisi_operasional": item.definisi_operasional,
        "sumber_data": "; ".join(item.sumber_data),
    }


def _target(item: Indikator, target: Target) -> dict[str, Any]:
    satuan: str = getattr(target.nilai, "satuan", "")
    return {
        "indikator": item.id,
        **_periode(target.periode),
        **_versi(target),
        **_numbers(target.nilai),
        "satuan": satuan or item.satuan,
        "direncanakan": not _is_dash(target.nilai),
        "teks": str(target.nilai),
    }


def _is_dash(nilai: Isian) -> bool:
    return isinstance(nilai, Kosong) and nilai.jenis is JenisKosong.STRIP


def _numbers(nilai: Isian) -> dict[str, float | None]:
    """A target as one number or as two ends; what is neither has none."""
    if isinstance(nilai, Angka):
        return {"target": float(nilai.nilai)}
    if isinstance(nilai, Rentang):
        return {"target_bawah": float(nilai.bawah), "target_atas": float(nilai.atas)}
    return {}


def _periode(periode: Periode) -> dict[str, Any]:
    whole = not 0 < periode.jenis.bulan < 12
    return {
        "periode": str(periode),
        "tahun": periode.tahun,
        "jenis_periode": periode.jenis.value,
        "ke": None if whole else periode.nomor,
    }


def _versi(nilai: Any) -> dict[str, Any]:
    return {"versi": nilai.versi, "berlaku": None if nilai.berlaku is None else nilai.berlaku.isoformat()}


def _float(nilai: Decimal | None) -> float | None:
    return None if nilai is None else float(nilai)


def from_realisasi(realisasi: Iterable[Realisasi], backend: str = "polars") -> Any:
    """Measurements as a table: a number, or numerator and denominator; what is neither keeps its text.

    Args:
        realisasi: The measurements.
        backend: The library of the table: ``polars``, ``pandas`` or ``pyarrow``.

    Raises:
        EkstraError: That library is not installed.
        ModelError: There is no such library.

    >>> from_realisasi([Realisasi("IK1", "2025-TW1", pembilang=1, penyebut=4)])["penyebut"].to_list()
    [4.0]
    """
    return make_frame((_realisasi(item) for item in realisasi), REALISASI, backend)


def _realisasi(item: Realisasi) -> dict[str, Any]:
    number = item.nilai if isinstance(item.nilai, Angka) else None
    return {
        "indikator": item.indikator,
        **_periode(item.periode),
        "realisasi": None if number is None else float(number.nilai),
        "pembilang": _float(item.pembilang),
        "penyebut": _float(item.penyebut),
        "satuan": "" if number is None else number.satuan,
        "teks": "" if item.nilai is None else str(item.nilai),
        "status": item.status,
    }


def from_laporan(laporan: LaporanCapaian, backend: str = "polars", *, hasil: bool = True) -> Any:
    """A report as a table, one row for each indikator and period.

    Figures of a predicate, a ratio, a date, a bound or another unit stand as the two
    numbers that they were compared by, so that `add_capaian` of the table under the
    same policy gives the same capaian. Where no two numbers can say it, such as of a
    predicate that is more than reached, the capaian itself stands against 100. What
    could not be compared has its reason in ``halangan``, unless its numbers say it.

    Args:
        laporan: The report.
        backend: The library of the table: ``polars``, ``pandas`` or ``pyarrow``.
        hasil: Whether to add the results (``capaian``, ``alasan``, ``predikat``, …);
            without them the table is what `add_capaian` reads.

    Raises:
        EkstraError: That library is not installed.
        ModelError: There is no such library.

    >>> from sakip import Indikator, Outcome, PohonKinerja, compute_capaian
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1", indikator=[Indikator(id="IK1", nama="PPKS", target={2025: 50})]))
    >>> laporan = compute_capaian(pohon, [Realisasi("IK1", 2025, 40)], 2025)
    >>> from_laporan(laporan)["capaian"].to_list()
    [80.0]
    >>> from sakip.tabel import add_capaian
    >>> add_capaian(from_laporan(laporan, hasil=False))["capaian"].to_list()
    [80.0]
    """
    rows = ({**_masukan(row), **(_hasil(row) if hasil else {})} for row in laporan)
    return make_frame(rows, {**MASUKAN, **(HASIL if hasil else {})}, backend)


def _masukan(row: BarisCapaian) -> dict[str, Any]:
    return {
        "indikator": row.indikator.id,
        "simpul": row.simpul.id,
        "induk": row.jalur[-2] if len(row.jalur) > 1 else None,
        "jenis": row.simpul.jenis,
        "id_jabatan": None if row.jabatan is None else row.jabatan.id,
        "nama": row.indikator.nama,
        "satuan": row.satuan,
        **_periode(row.periode),
        "direncanakan": not _is_dash(row.capaian.target),
        "iku": row.indikator.iku,
        **_compared(row.capaian),
    }


# --- what a comparison is on a table --------------------------------------------------------------


@attrs.frozen
class _Setara:
    """A comparison of numbers that may say the same as one of anything else.

    Attributes:
        target: A number, a range, or nothing.
        realisasi: A number, or nothing.
        polaritas: Which way is better.
        rujukan: The worst and the best realisasi there can be.
    """

    target: Isian
    realisasi: Isian
    polaritas: Polaritas
    rujukan: Rujukan

    def agrees(self, capaian: Capaian) -> bool:
        """Whether columns can hold it, and it gives the same under the same policy."""
        if not isinstance(self.target, Angka | Rentang | Kosong) or not isinstance(
            self.realisasi, Angka | Kosong
        ):
            return False
        rule, mentah = capaian.kebijakan, capaian.mentah
        try:
            found = rule.compare(self.target, self.realisasi, self.polaritas, self.rujukan)
        except TargetNolError:
            return False
        if found.mentah is None or mentah is None or found.nilai is None or capaian.nilai is None:
            return found.alasan is capaian.alasan
        return _is_near(found.mentah, mentah) and _is_near(found.nilai, capaian.nilai)

    def cells(self) -> dict[str, Any]:
        """What stands in the columns."""
        return {
            **_numbers(self.target),
            "realisasi": _number(self.realisasi),
            "polaritas": self.polaritas.value,
            "terburuk": _float(self.rujukan.terburuk),
            "terbaik": _float(self.rujukan.terbaik),
        }


def _is_near(satu: Decimal, dua: Decimal) -> bool:
    """Whether two figures differ in digits only that no Float64 has."""
    return abs(satu - dua) <= max(abs(dua), Decimal(1)) * _TELITI


def _compared(capaian: Capaian) -> dict[str, Any]:
    """A comparison as numbers that give the same, or with the reason why there are none."""
    for setara in _candidates(capaian):
        if setara.agrees(capaian):
            return setara.cells()
    if capaian.nilai is not None:
        return {"target": 100.0, "realisasi": float(capaian.nilai), "polaritas": Polaritas.NAIK.value}
    reason = None if capaian.alasan is None else capaian.alasan.value
    plain = _Setara(capaian.target, capaian.realisasi, capaian.polaritas, capaian.rujukan)
    return {**plain.cells(), "halangan": reason}


def _candidates(capaian: Capaian) -> Iterator[_Setara]:
    """The numbers that were compared; else, what the formula gave as it is of a hundred."""
    hitungan, arah, rujukan = capaian.hitungan, capaian.polaritas, capaian.rujukan
    if hitungan is None:
        # Units that fit need no mention; of those that do not, the numbers would give another answer.
        yield _Setara(_bare(capaian.target), _bare(capaian.realisasi), arah, rujukan)
        return
    realisasi = _to_angka(hitungan.realisasi)
    target = _planned(capaian.target, hitungan)
    for way in dict.fromkeys((arah, infer_polaritas(capaian.target))):
        yield _Setara(target, realisasi, way, rujukan)
    yield _Setara(Angka(100), _to_angka(hitungan.compute()), Polaritas.NAIK, TANPA_RUJUKAN)


def _bare(isian: Isian) -> Isian:
    """A value without its unit, where it is numbers."""
    return attrs.evolve(isian, satuan="") if isinstance(isian, Angka | Rentang) else isian


def _planned(target: Isian, hitungan: Hitungan) -> Isian:
    """The numbers of a target: its own, or the one that stands for it."""
    match target:
        case Angka() | Rentang():
            return _bare(target)
        case Batas(nilai=nilai):
            return Angka(nilai)
    if hitungan.rumus is RumusCapaian.DITETAPKAN:  # which does not say what the target was
        return KOSONG
    return _to_angka(hitungan.target)


def _to_angka(nilai: Decimal) -> Isian:
    """A computed number; nothing where it is beyond any that a document holds."""
    found = measured(nilai, "")
    return found if isinstance(found, Angka) else KOSONG


def _number(isian: Isian) -> float | None:
    return float(isian.nilai) if isinstance(isian, Angka) else None


def _hasil(row: BarisCapaian) -> dict[str, Any]:
    pita = row.capaian.predikat
    return {
        "capaian": _float(row.nilai),
        "capaian_mentah": _float(row.capaian.mentah),
        "alasan": None if row.alasan is None else row.alasan.value,
        "predikat": None if pita is None else pita.label,
        "warna": None if pita is None else pita.warna,
        "periode_terisi": row.rincian.terisi,
        "periode_banyak": row.rincian.banyak,
        "kebijakan": row.capaian.kebijakan.nama,
    }
