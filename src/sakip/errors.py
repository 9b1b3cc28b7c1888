"""What can go wrong, as classes.

`SakipError` is the root: nothing else leaves a public function. Each class
also derives from the built-in that a programmer would catch, takes data, and
builds its text in ``__str__``, so that it survives pickling and a caller can
read the parts instead of the sentence. The text is for programmers and English;
``kalimat`` says the same to a planner, in Indonesian.
"""

from __future__ import annotations

import attrs


class SakipError(Exception):
    """The root of every error that `sakip` raises.

    >>> import sakip
    >>> try:
    ...     sakip.Periode.parse("kapan-kapan")
    ... except sakip.SakipError as error:
    ...     print(type(error).__name__)
    PeriodeError
    """

    @property
    def kalimat(self) -> str:
        """What went wrong, in Indonesian, for a planner to read."""
        return str(self)


@attrs.define(slots=False)
class AngkaError(SakipError, ValueError):
    """A text is not a number, or not one that can be read without guessing.

    Attributes:
        teks: The text as it was given.
        sebab: Why it was refused: the tag of `sakip.angka.Sebab`.
        rincian: The reason in English.
        alasan: The reason in Indonesian.

    >>> from sakip.angka import parse_angka
    >>> parse_angka("13.2918.000")
    Traceback (most recent call last):
    sakip.errors.AngkaError: '13.2918.000' is not a number: thousands must be grouped by three digits
    """

    teks: str
    sebab: str
    rincian: str
    alasan: str

    def __str__(self) -> str:
        return f"{self.teks!r} is not a number: {self.rincian}"

    @property
    def kalimat(self) -> str:
        """What went wrong, in Indonesian."""
        return f'"{self.teks}" tidak terbaca: {self.alasan}'


@attrs.define(slots=False)
class TipeError(SakipError, TypeError):
    """A value has a type that is refused on purpose.

    Attributes:
        tipe: The name of the refused type.
        saran: What to pass instead.

    >>> from sakip.angka import to_decimal
    >>> to_decimal(0.1)
    Traceback (most recent call last):
    sakip.errors.TipeError: float is refused: pass a Decimal, an int, or the text as printed, such as "93,59"
    """

    tipe: str
    saran: str

    def __str__(self) -> str:
        return f"{self.tipe} is refused: {self.saran}"

    @property
    def kalimat(self) -> str:
        """What went wrong, in Indonesian; what to pass instead is the programmer's to know."""
        return f"nilai berjenis {self.tipe} tidak diterima di sini; ini kekeliruan program, bukan isian"


@attrs.define(slots=False)
class PeriodeError(SakipError, ValueError):
    """A text or a number does not name a period.

    Attributes:
        teks: What was given.
        rincian: What is wrong with it, and what is expected.

    >>> import sakip
    >>> sakip.Periode.parse("2025-TW5")
    Traceback (most recent call last):
    sakip.errors.PeriodeError: 'triwulan 5' is not a period: a year has 4 of them
    """

    teks: str
    rincian: str

    def __str__(self) -> str:
        return f"{self.teks!r} is not a period: {self.rincian}"

    @property
    def kalimat(self) -> str:
        """What went wrong, in Indonesian."""
        return f'"{self.teks}" bukan periode; tuliskan seperti 2025, TW I 2025, atau 2021-2025'


@attrs.define(slots=False)
class KodeError(SakipError, ValueError):
    """A text is not a nomenclature code.

    Attributes:
        teks: What was given.
        rincian: What is wrong with it, and what is expected.

    >>> import sakip
    >>> sakip.Kode.parse("1.06.04.2")
    Traceback (most recent call last):
    sakip.errors.KodeError: '1.06.04.2' is not a nomenclature code: 4 segments: 1, 2, 3, 5 or 6 are expected
    """

    teks: str
    rincian: str

    def __str__(self) -> str:
        return f"{self.teks!r} is not a nomenclature code: {self.rincian}"

    @property
    def kalimat(self) -> str:
        """What went wrong, in Indonesian."""
        return f'"{self.teks}" bukan kode nomenklatur; bentuknya 9.99.99.9.99.9999, sebagai teks'


@attrs.define(slots=False)
class ModelError(SakipError, ValueError):
    """A class of the model was given a value that it cannot hold.

    Attributes:
        kelas: The class.
        atribut: The attribute.
        nilai: The refused value, as `repr` shows it.
        harapan: What is expected.

    >>> import sakip
    >>> sakip.Indikator(id="", nama="Persentase PPKS yang terlayani")
    Traceback (most recent call last):
    sakip.errors.ModelError: Indikator.id is '': a non-empty text is expected
    """

    kelas: str
    atribut: str
    nilai: str
    harapan: str

    def __str__(self) -> str:
        return f"{self.kelas}.{self.atribut} is {self.nilai}: {self.harapan} is expected"

    @property
    def kalimat(self) -> str:
        """What went wrong, in Indonesian."""
        return f"{self.kelas}: {self.atribut} tidak dapat berisi {self.nilai}"


@attrs.define(slots=False)
class PohonError(SakipError, ValueError):
    """An edit would break a rule of the tree; the tree is as it was before.

    Attributes:
        simpul: The id of the node (or indikator, jabatan, relasi) concerned.
        aturan: The rule in English.
        larangan: The rule in Indonesian.

    >>> import sakip
    >>> pohon = sakip.PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(sakip.Program("P1", nama="Program Penanganan Bencana"))
    >>> pohon.add(sakip.SubKegiatan("S1", nama="Penyediaan Sandang"), under="P1")
    Traceback (most recent call last):
    sakip.errors.PohonError: 'S1': a sub_kegiatan may stand under kegiatan, kondisi_antara or as a root, not under a program ('P1')
    """

    simpul: str
    aturan: str
    larangan: str

    def __str__(self) -> str:
        return f"{self.simpul!r}: {self.aturan}"

    @property
    def kalimat(self) -> str:
        """What went wrong, in Indonesian."""
        return f"{self.simpul}: {self.larangan}"


@attrs.define(slots=False)
class TidakAdaError(SakipError, KeyError):
    """An id is asked for that is not there.

    Attributes:
        jenis: What was looked for: ``simpul``, ``indikator``, ``jabatan``, …
        id: The id.
        tempat: Where it was looked for.

    >>> import sakip
    >>> sakip.PohonKinerja("Dinas Contoh")["P9"]
    Traceback (most recent call last):
    sakip.errors.TidakAdaError: no simpul 'P9' in the tree 'Dinas Contoh'
    """

    jenis: str
    id: str
    tempat: str

    def __str__(self) -> str:
        return f"no {self.jenis} {self.id!r} in {self.tempat}"

    @property
    def kalimat(self) -> str:
        """What went wrong, in Indonesian."""
        return f'{self.jenis} "{self.id}" tidak ada'


@attrs.define(slots=False)
class BerkasError(SakipError, OSError):
    """A file cannot be read or written.

    Attributes:
        path: The file.
        rincian: What the operating system or the decoder said.
        alasan: What is wrong with it in Indonesian, and what to do.

    >>> import sakip
    >>> sakip.read_struktur("tidak-ada.csv")
    Traceback (most recent call last):
    sakip.errors.BerkasError: tidak-ada.csv: No such file or directory
    """

    path: str
    rincian: str
    alasan: str = "berkas tidak dapat dipakai"

    def __str__(self) -> str:
        return f"{self.path}: {self.rincian}"

    @property
    def kalimat(self) -> str:
        """What went wrong, in Indonesian."""
        return f"{self.path}: {self.alasan}"


@attrs.define(slots=False)
class TabelError(SakipError, ValueError):
    """A table as a whole is not what was asked for, so no row can be read.

    Attributes:
        path: The file.
        dicari: The columns that were looked for.
        ditemukan: The header that was found.

    >>> print(TabelError("daftar.csv", ("level", "uraian atau nama"), ("No", "Nama")))
    daftar.csv: looked for the columns level, uraian atau nama; found 'No', 'Nama'
    """

    path: str
    dicari: tuple[str, ...]
    ditemukan: tuple[str, ...]

    def __str__(self) -> str:
        found = ", ".join(repr(name) for name in self.ditemukan) or "nothing"
        return f"{self.path}: looked for the columns {', '.join(self.dicari)}; found {found}"

    @property
    def kalimat(self) -> str:
        """What went wrong, in Indonesian."""
        found = ", ".join(self.ditemukan) or "tidak ada"
        return f"{self.path}: bukan tabel yang dimaksud; kolom yang dicari {', '.join(self.dicari)}; yang ada {found}"


@attrs.define(slots=False)
class BentukError(SakipError, ValueError):
    """A file holds none of the forms that were looked for.

    Attributes:
        path: The file.
        dicari: The forms that were looked for.
        ditemukan: What was found: rows that look like headers, or the forms there are.

    >>> print(BentukError("surat.csv", ("perjanjian_kinerja",), ("Tanggal | Perihal | Kepada",)))
    surat.csv: looked for perjanjian_kinerja; found 'Tanggal | Perihal | Kepada'
    """

    path: str
    dicari: tuple[str, ...]
    ditemukan: tuple[str, ...]

    def __str__(self) -> str:
        found = ", ".join(repr(name) for name in self.ditemukan) or "no table"
        return f"{self.path}: looked for {', '.join(self.dicari)}; found {found}"

    @property
    def kalimat(self) -> str:
        """What went wrong, in Indonesian."""
        found = "; ".join(self.ditemukan) or "tidak ada tabel"
        return f"{self.path}: bukan bentuk yang dicari ({', '.join(self.dicari)}); yang ada: {found}"


@attrs.define(slots=False)
class BedaError(SakipError, ValueError):
    """A change can't be put into force: what it speaks of is not what is there.

    Attributes:
        tempat: The part that the change speaks of.
        rincian: What stands there instead.
        alasan: The same in Indonesian.

    >>> error = BedaError("P1 uraian", "there is no such node", "simpul itu tidak ada")
    >>> print(error)
    P1 uraian: the change doesn't fit: there is no such node
    >>> print(error.kalimat)
    P1 uraian: perubahan tidak cocok dengan isinya: simpul itu tidak ada
    """

    tempat: str
    rincian: str
    alasan: str

    def __str__(self) -> str:
        return f"{self.tempat}: the change doesn't fit: {self.rincian}"

    @property
    def kalimat(self) -> str:
        """What went wrong, in Indonesian."""
        return f"{self.tempat}: perubahan tidak cocok dengan isinya: {self.alasan}"


@attrs.define(slots=False)
class SerialisasiError(SakipError, ValueError):
    """A JSON text does not follow the schema. Every problem is listed.

    Attributes:
        masalah: Pairs of path (``$.simpul[3].uraian``) and message.
        alasan: The messages in Indonesian, in the same order.

    >>> from sakip.serialization import loads
    >>> try:
    ...     loads('{"format": "sakip-pohon", "versi": 1, "simpul": [{"jenis": "outcome"}]}')
    ... except SerialisasiError as error:
    ...     print(error)
    ...     print(error.kalimat)
    2 problems
      $.nama: required field is missing
      $.simpul[0].id: required field is missing
    isi JSON tidak menurut skema: $.nama: isian wajib ini belum ada; $.simpul[0].id: isian wajib ini belum ada
    """

    masalah: tuple[tuple[str, str], ...]
    alasan: tuple[str, ...]

    def __str__(self) -> str:
        lines = [f"{path}: {message}" for path, message in self.masalah]
        if len(lines) == 1:
            return lines[0]
        return "\n  ".join([f"{len(lines)} problems", *lines])

    @property
    def kalimat(self) -> str:
        """What went wrong, in Indonesian."""
        words = (f"{path}: {alasan}" for (path, _), alasan in zip(self.masalah, self.alasan, strict=True))
        return f"isi JSON tidak menurut skema: {'; '.join(words)}"


@attrs.define(slots=False)
class VersiError(SakipError, ValueError):
    """A file was written by a newer `sakip` than this one.

    Attributes:
        versi: The version in the file.
        didukung: The newest version that this `sakip` reads.

    >>> print(VersiError(9, 1))
    the file has schema version 9, this sakip reads up to 1: upgrade sakip to read it
    """

    versi: int
    didukung: int

    def __str__(self) -> str:
        return (
            f"the file has schema version {self.versi}, this sakip reads up to {self.didukung}: "
            "upgrade sakip to read it"
        )

    @property
    def kalimat(self) -> str:
        """What went wrong, in Indonesian."""
        return (
            f"berkas ini ditulis dengan versi skema {self.versi}, sedangkan sakip ini membaca sampai versi "
            f"{self.didukung}; perbarui sakip"
        )


@attrs.define(slots=False)
class TargetNolError(SakipError, ZeroDivisionError):
    """A target is zero, under a policy that asks for an error then.

    Attributes:
        kebijakan: The name of the policy.
        realisasi: What was reached, as text.
        rentang: The target as text where it is a range, of which a bound is zero; else empty.

    >>> import attrs, sakip
    >>> tegas = attrs.evolve(sakip.LKJIP, nama="tegas", target_nol="galat")
    >>> tegas.capaian(0, 4)
    Traceback (most recent call last):
    sakip.errors.TargetNolError: the target is 0 (realisasi 4), which the policy 'tegas' refuses: mend the target, or choose another target_nol
    """

    kebijakan: str
    realisasi: str
    rentang: str = ""

    def __str__(self) -> str:
        what = f"the bound of the range {self.rentang!r} that is divided by" if self.rentang else "the target"
        return (
            f"{what} is 0 (realisasi {self.realisasi}), which the policy {self.kebijakan!r} refuses: "
            "mend the target, or choose another target_nol"
        )

    @property
    def kalimat(self) -> str:
        """What went wrong, in Indonesian."""
        what = f'Target "{self.rentang}", yang batasnya 0' if self.rentang else "Target 0"
        return f'{what} (realisasi {self.realisasi}) ditolak oleh kebijakan "{self.kebijakan}".'


@attrs.define(slots=False)
class EkstraError(SakipError, ImportError):
    """A package is not installed that only one part of `sakip` needs.

    Attributes:
        paket: The package that is missing.
        ekstra: The extra that brings it.

    >>> print(EkstraError("narwhals", "tabel"))
    narwhals is not installed: install it with  pip install 'sakip[tabel]'
    """

    paket: str
    ekstra: str

    def __str__(self) -> str:
        return f"{self.paket} is not installed: install it with  pip install 'sakip[{self.ekstra}]'"

    @property
    def kalimat(self) -> str:
        """What went wrong, in Indonesian."""
        return f"Paket {self.paket} belum terpasang; pasang dengan: pip install 'sakip[{self.ekstra}]'"


@attrs.define(slots=False)
class ProgramError(SakipError, OSError):
    """A program of the machine is not installed, or refused its input.

    Attributes:
        program: The program.
        rincian: What is wrong, in English.
        alasan: The same in Indonesian.

    >>> print(ProgramError("dot", "Graphviz is not installed", "Graphviz belum terpasang"))
    dot: Graphviz is not installed
    """

    program: str
    rincian: str
    alasan: str

    def __str__(self) -> str:
        return f"{self.program}: {self.rincian}"

    @property
    def kalimat(self) -> str:
        """What went wrong, in Indonesian."""
        return f"{self.program}: {self.alasan}"
