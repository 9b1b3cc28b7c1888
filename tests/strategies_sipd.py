"""Hypothesis strategies for exports of SIPD: a world of facts first, then the rows that print it."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import attrs
from hypothesis import strategies as st

TAHUN = 2025
LEVEL = ("urusan", "bidang_urusan", "program", "giat", "sub_giat")
RUMUS = {
    "1": ("naik", "jumlah"),
    "2": ("turun", "nilai_akhir"),
    "3": (None, "nilai_akhir"),
    "4": (None, "nilai_akhir"),
}
"""What the applications do with each code: which way is better, and what they make of months."""
_KATA = st.sampled_from(("Penyediaan", "Rehabilitasi", "Sosial", "Layanan", "Data, Informasi", "PPKS/LKS"))


@attrs.frozen
class Ukur:
    """An indikator of the world."""

    nama: str
    satuan: str
    target: int
    rumus: str
    bulan: dict[int, int]


@attrs.frozen
class SubGiat:
    """A sub kegiatan of the world, with the codes and names above it."""

    kode: tuple[str, ...]
    nama: tuple[str, ...]
    pagu: int
    belanja: dict[int, int]
    ukur: tuple[Ukur, ...]


@attrs.frozen
class Dunia:
    """A perangkat daerah, and its sub kegiatan."""

    skpd: str
    sub: tuple[SubGiat, ...]


def nama() -> st.SearchStrategy[str]:
    """The name of a component or an indikator."""
    return st.lists(_KATA, min_size=1, max_size=3).map(" ".join)


def _bulan(most: int) -> st.SearchStrategy[dict[int, int]]:
    return st.dictionaries(st.integers(1, 12), st.integers(0, most), max_size=4)


@st.composite
def dunia(draw: st.DrawFn) -> Dunia:
    """A perangkat daerah of one to four sub kegiatan; names belong to codes."""
    names: dict[str, str] = {}
    found: dict[str, SubGiat] = {}
    digits = st.sampled_from((2, 4))
    for _ in range(draw(st.integers(1, 4))):
        urusan, bidang = draw(st.integers(1, 3)), draw(st.integers(1, 12))
        program, giat, sub = (draw(st.integers(1, 12)) for _ in range(3))
        width = draw(digits)
        kode = [f"{urusan}", f"{urusan}.{bidang:02}"]
        kode.append(f"{kode[-1]}.{program:02}")
        kode.append(f"{kode[-1]}.2.{giat:02}")
        key = f"{kode[-1]}.{sub:04}"
        kode.append(f"{kode[-1]}.{sub:0{width}}")
        if key in found:
            continue
        for item in (*kode[:-1], key):
            names.setdefault(item, draw(nama()))
        ukur = draw(
            st.lists(
                st.builds(
                    Ukur,
                    nama(),
                    st.sampled_from(("Orang", "%", "Dokumen")),
                    st.integers(0, 500),
                    st.sampled_from(("", *RUMUS)),
                    _bulan(90),
                ),
                min_size=1,
                max_size=3,
                unique_by=lambda item: item.nama.casefold(),
            )
        )
        found[key] = SubGiat(
            tuple(kode),
            tuple(names[item] for item in (*kode[:-1], key)),
            draw(st.integers(0, 10**12)),
            draw(_bulan(10**9)),
            tuple(ukur),
        )
    return Dunia(draw(st.sampled_from(("", "1.06.0.00.0.00.01.0000"))), tuple(found.values()))


def to_rows(world: Dunia) -> list[dict[str, str]]:
    """The rows that print it: one for each indikator, the money of its sub kegiatan in each."""
    return [_row(world.skpd, sub, ukur) for sub in world.sub for ukur in sub.ukur]


def _row(skpd: str, sub: SubGiat, ukur: Ukur) -> dict[str, str]:
    cells = {"kode_skpd": skpd, "nama_skpd": "Dinas Contoh" if skpd else "", "tahun_anggaran": str(TAHUN)}
    for level, kode, nama in zip(LEVEL, sub.kode, sub.nama, strict=True):
        cells |= {f"kode_{level}": kode, f"nama_{level}": nama}
    cells |= {
        "outputteks": ukur.nama,
        "satuanoutput": ukur.satuan,
        "targetoutput": str(ukur.target),
        "id_rumus_indikator": ukur.rumus,
        "pagu": str(sub.pagu),
    }
    cells |= {f"realisasi_bulan_{n}": str(nilai) for n, nilai in ukur.bulan.items()}
    return cells | {f"realisasi_anggaran_bulan_{n}": str(nilai) for n, nilai in sub.belanja.items()}


@st.composite
def cetakan(draw: st.DrawFn, world: Dunia) -> tuple[str, str]:
    """A file that prints it, as its ending and its text: rows and columns in any order, headers in any case."""
    rows = draw(st.permutations(to_rows(world)))
    known = dict.fromkeys(key for row in rows for key in row)
    extra = {"id_lokasi": "77", "kode_sbl": "1.2.3"} if draw(st.booleans()) else {}
    header = draw(st.permutations([*known, *extra]))
    case = {
        key: draw(st.sampled_from((key, key.upper(), key.title(), key.replace("_", " ")))) for key in header
    }
    table = [{case[key]: (row | extra).get(key, "") for key in header} for row in rows]
    if draw(st.booleans()):
        data: Any = [{key: teks for key, teks in row.items() if teks} for row in table]
        return ".json", json.dumps(data if draw(st.booleans()) else {"status": "ok", "data": data})
    text = io.StringIO()
    writer = csv.DictWriter(text, [case[key] for key in header], lineterminator="\n")
    writer.writeheader()
    writer.writerows(table)
    return ".csv", text.getvalue()
