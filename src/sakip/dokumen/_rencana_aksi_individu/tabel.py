"""The columns of a chain of results, and what a row of them says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import attrs

from sakip.dokumen._baca.judul import Judul, KolomTemu
from sakip.dokumen._baca.tabel import Larik, clean
from sakip.dokumen._bagian.butir import continues
from sakip.dokumen._bagian.sasaran import POLA_TAHUN
from sakip.dokumen._rencana_aksi_individu.baris import (
    AKSI,
    BAWAHAN,
    IKI,
    INDIKATOR,
    NOMOR,
    RHK,
    TARGET,
    TINGKAT,
    Baris,
    Harapan,
    Sel,
    Unsur,
    align,
    fits,
)
from sakip.periode import JenisPeriode, Periode

ID = {tingkat: f"id_{tingkat}" for tingkat in TINGKAT}
"""The hidden column that has the id of a level."""
ID_TARGET = "id_target"

_POLA_BAGIAN = re.compile(
    r"(?:target)?(?P<bagian>(?:(?:19|20)\d\d)?(?:tw[1-4]|(?:semester|smt|s)(?:ii|i|1|2))(?:(?:19|20)\d\d)?)"
)
_BAGIAN = re.compile(r"(?P<awal>\d{4})?(?P<jenis>tw|semester|smt|s)(?P<nomor>[1-4]|ii|i)(?P<akhir>\d{4})?")
_ROMAWI = {"i": 1, "ii": 2}

JUDUL_RANTAI = (
    Judul("nomor", ("no", "nomor", "no urut")),
    Judul(
        RHK,
        (
            "rencana hasil kerja kepala kantor",
            "rencana hasil kerja kepala",
            "rencana hasil kerja pimpinan",
            "rencana hasil kerja atasan",
            "rencana hasil kerja",
            "hasil kerja kepala",
            "hasil kerja pimpinan",
            "hasil kerja",
            "rhk kepala kantor",
            "rhk kepala",
            "rhk pimpinan",
            "rhk atasan",
            "rhk",
        ),
        wajib=True,
    ),
    Judul(NOMOR[AKSI], ("no", "nomor"), setelah=IKI),
    Judul(NOMOR[IKI], ("no", "nomor"), setelah=RHK),
    Judul(
        IKI,
        (
            "indikator kinerja individu kepala kantor",
            "indikator kinerja individu kepala",
            "indikator kinerja individu pimpinan",
            "indikator kinerja individu",
            "indikator kinerja kepala",
            "indikator kepala",
            "indikator kinerja",
            "indikator pimpinan",
            "iki kepala kantor",
            "iki kepala",
            "iki pimpinan",
            "iki",
            "indikator",
        ),
        wajib=True,
    ),
    Judul(
        BAWAHAN,
        (
            "rencana hasil kerja kasi/penyelenggara/fungsional",
            "rencana hasil kerja kasi",
            "rencana hasil kerja pegawai",
            "rencana hasil kerja bawahan",
            "rencana hasil kerja individu",
            "rencana hasil kerja",
            "hasil kerja individu",
            "hasil kerja",
            "rhk kasi",
            "rhk pegawai",
            "rhk bawahan",
            "rhk individu",
            "rhk",
        ),
        setelah=RHK,
    ),
    Judul(
        INDIKATOR,
        (
            "indikator individu",
            "indikator kinerja individu",
            "indikator kinerja",
            "indikator kasi",
            "indikator pegawai",
            "iki kasi",
            "iki pegawai",
            "iki",
            "indikator",
        ),
        setelah=IKI,
    ),
    Judul(
        AKSI,
        (
            "rencana aksi",
            "rencana kegiatan",
            "langkah kegiatan",
            "uraian kegiatan",
            "langkah aksi",
            "tahapan",
            "langkah",
            "aktivitas",
        ),
        wajib=True,
    ),
    Judul(
        TARGET,
        ("1 tahun", "satu tahun", "setahun", "target tahunan", "target 1 tahun", "target kinerja", "target"),
        pola=POLA_TAHUN,
    ),
    Judul(TARGET, pola=_POLA_BAGIAN),
    Judul("keterangan", ("keterangan", "ket", "catatan")),
    Judul(ID[RHK], ("id rhk",)),
    Judul(ID[IKI], ("id iki",)),
    Judul(ID[BAWAHAN], ("id rhk bawahan",)),
    Judul(ID[INDIKATOR], ("id indikator",)),
    Judul(ID[AKSI], ("id aksi",)),
    Judul(ID_TARGET, ("id target",)),
)
"""The columns that such a table has."""


def find_periode(bagian: str, tahun: Periode | None) -> Periode | None:
    """The period that a header names.

    Args:
        bagian: What the header says of it, such as ``tw1``, ``2025`` or nothing.
        tahun: The period of the form; None where it says none.

    >>> str(find_periode("semesterii", Periode(2024))), str(find_periode("tw32025", None)), find_periode("tw1", None)
    ('2024-S2', '2025-TW3', None)
    """
    one_year = tahun if tahun is not None and tahun.jenis is JenisPeriode.TAHUN else None
    if re.fullmatch(r"(?:19|20)\d\d", bagian, re.ASCII):
        return Periode(int(bagian))
    match = _BAGIAN.fullmatch(bagian)
    if match is None:
        return one_year
    year = match["awal"] or match["akhir"] or (one_year.tahun if one_year else "")
    if not year:
        return None
    jenis = JenisPeriode.TRIWULAN if match["jenis"] == "tw" else JenisPeriode.SEMESTER
    return Periode(int(year), jenis, _ROMAWI.get(match["nomor"]) or int(match["nomor"]))


@attrs.frozen
class Denah:
    """Where a table has its columns.

    Attributes:
        kolom: What each column is, and the period of its header.
        judul: The header of each column.
    """

    kolom: Mapping[int, tuple[str, str]]
    judul: Mapping[int, str]

    @classmethod
    def of(cls, kolom: Sequence[KolomTemu]) -> Denah:
        """The columns as their headers say; one indikator alone is of the hasil kerja that it stands right of."""
        found = {item.kolom: (item.kunci, item.bagian) for item in kolom}
        place = {kunci: number for number, (kunci, _) in found.items()}
        if INDIKATOR not in place and IKI in place and place.get(BAWAHAN, place[IKI]) < place[IKI]:
            found[place[IKI]] = (INDIKATOR, "")
        return cls(found, {item.kolom: item.judul for item in kolom})

    @property
    def berid(self) -> bool:
        """Whether it was written by this library, so that its columns are what they say."""
        return any(kunci == ID[AKSI] for kunci, _ in self.kolom.values())

    @property
    def aksi(self) -> int:
        """The column of the steps."""
        return next(number for number, (kunci, _) in self.kolom.items() if kunci == AKSI)

    @property
    def jarak(self) -> dict[int, str]:
        """How many columns right of the steps the target of each period stands."""
        return {
            number - self.aksi: bagian
            for number, (kunci, bagian) in self.kolom.items()
            if kunci == TARGET and number > self.aksi
        }

    def read(self, sel: Sequence[Sel], harapan: Harapan) -> Baris:
        """What a row says: by its columns where all its cells are what their columns hold."""
        if self.berid or fits(sel, self.kolom):
            return self._read_kolom(sel)
        return self._read_ragam(sel, harapan)

    def _read_kolom(self, sel: Sequence[Sel]) -> Baris:
        cells = {self.kolom[cell.petak.kolom]: cell for cell in sel if cell.petak.kolom in self.kolom}
        one = {kunci: cell for (kunci, _), cell in cells.items() if kunci not in {"", TARGET}}
        things = {
            tingkat: thing if self.berid and tingkat in NOMOR else thing.split_nomor()
            for tingkat in TINGKAT
            if (thing := Unsur.of(one.get(tingkat), one.get(NOMOR.get(tingkat, "")), one.get(ID[tingkat])))
        }
        return Baris(
            things,
            target=tuple((bagian, cell) for (kunci, bagian), cell in cells.items() if kunci == TARGET),
            id_target=one.get(ID_TARGET),
            keterangan=one.get("keterangan"),
            lain=tuple(
                (self.judul[cell.petak.kolom], cell)
                for cell in sel
                if self.kolom.get(cell.petak.kolom, ("-", ""))[0] == ""
            ),
        )

    def _read_ragam(self, sel: Sequence[Sel], harapan: Harapan) -> Baris:
        if len(sel) == 1 and continues(sel[0].teks):
            return Baris({}, menurut_kolom=False)  # the rest of a text that nobody knows
        things, _, quantities = align(sel, harapan)
        target, moved = self._place(quantities, things, harapan)
        return Baris(things, target=target, menurut_kolom=False, tergeser=moved)

    def _place(
        self, sel: Sequence[Sel], unsur: Mapping[str, Unsur], harapan: Harapan
    ) -> tuple[tuple[tuple[str, Sel], ...], tuple[tuple[str, Sel], ...]]:
        """The quantities by how far right of the step they stand, and those that stand further than a target does."""
        if not sel or not self.jarak:
            return (), ()
        known = harapan.kolom.get(AKSI, sel[0].petak.kolom - min(self.jarak))
        start = unsur[AKSI].sel.petak.kolom if AKSI in unsur else known
        found: dict[str, Sel] = {}
        moved: dict[str, Sel] = {}
        for cell in sel:
            distance = cell.petak.kolom - start
            if distance <= 0:
                continue
            bagian = self.jarak.get(
                distance, self.jarak[min(self.jarak, key=lambda item: abs(item - distance))]
            )
            if bagian not in found:
                found[bagian] = cell
                if distance not in self.jarak:
                    moved[bagian] = cell
        return tuple(found.items()), tuple(moved.items())


def cells_of(larik: Larik) -> list[Sel]:
    """The filled cells of a row, under a header or not."""
    return [
        Sel(larik.kisi.petak(larik.baris, kolom), text)
        for kolom, teks in larik.kisi.filled(larik.baris)
        if (text := clean(teks))
    ]
