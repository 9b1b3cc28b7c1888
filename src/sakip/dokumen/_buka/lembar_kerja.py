"""Workbooks into grids: XLSX, XLSM, XLSB, XLS, ODS, by python-calamine.

Calamine gives the value of a cell and not what it looks like. What a reader of the sheet
sees is made here: decimals with a comma, days as days, percentages with their sign, errors
by their name.
"""

from __future__ import annotations

import datetime as dt
import io
import math
import os
from collections.abc import Callable, Iterator
from decimal import Decimal
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar

from sakip.berkas import MELEBIHI_BATAS, RUSAK, read_bytes
from sakip.dokumen._buka.batas import BatasBaca
from sakip.dokumen._buka.jenis import look_into
from sakip.dokumen._buka.kisi import Gabungan, IsiSel, Kisi, Petak
from sakip.dokumen._buka.peta_isi import ANGKA, GALAT, PERSEN, TANGGAL, TEKS, PetaIsi
from sakip.dokumen._buka.tanda import Tanda
from sakip.errors import BerkasError, EkstraError
from sakip.memori import paused_collector

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

T = TypeVar("T")

_LOGIS = 5
"""The code of truth values, until they are words."""
_KODE: dict[type, int] = {
    str: TEKS,
    float: ANGKA,
    int: ANGKA,
    bool: _LOGIS,
    dt.date: TANGGAL,
    dt.datetime: TANGGAL,
    dt.time: TANGGAL,
    dt.timedelta: TANGGAL,
}
_BULAT = 10**15
"""Whole numbers below it have all their digits in a spreadsheet."""


def open_workbook(path: str | os.PathLike[str], batas: BatasBaca) -> tuple[Kisi, ...]:
    """The sheets of a workbook, hidden ones included, in their order.

    Numbers have 15 digits, as in spreadsheets, and a decimal comma; days read ``2025-09-01``,
    with the hour where there is one; truth values ``ya`` and ``tidak``. Cells with a format of
    percentages read ``80%``, whatever the decimals of the format. Charts and sheets of other
    workbooks that are kept for links are left out. Nothing is fetched, and no formula is computed:
    what counts is the value that the file keeps.

    Args:
        path: The file; its ending has to be that of its kind.
        batas: How much it may ask for.

    Raises:
        BerkasError: It can't be read, is damaged or locked, is no workbook or another
            kind than its ending says, or is larger than the limits.
        EkstraError: python-calamine is not installed.
    """
    calamine = _import_calamine()
    name = os.fspath(path)
    data = read_bytes(path, batas.ukuran_berkas)
    tanda = look_into(data, path, batas)
    book = _attempt(name, lambda: calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)))
    with_cells = (calamine.SheetTypeEnum.WorkSheet, calamine.SheetTypeEnum.MacroSheet)
    sheets = [
        item.name
        for item in book.sheets_metadata
        if item.typ in with_cells and not (item.name in tanda and tanda[item.name].luar)
    ]
    if len(sheets) > batas.lembar:
        raise BerkasError(name, f"it has more than {batas.lembar:,} sheets; see BatasBaca", MELEBIHI_BATAS)
    if len(set(sheets)) < len(sheets) or not tanda.keys() >= set(sheets):
        raise BerkasError(name, "it is damaged: its list of sheets doesn't fit its sheets", RUSAK)
    found: list[Kisi] = []
    for nama in sheets:
        sheet = _attempt(name, lambda nama=nama: book.get_sheet_by_name(nama))  # type: ignore[misc]
        with paused_collector():
            found.append(_PembacaLembar(name, nama, tanda[nama], batas).read(sheet))
    return tuple(found)


def _import_calamine() -> ModuleType:
    try:
        import python_calamine  # noqa: PLC0415  # an extra
    except ImportError:
        raise EkstraError("python-calamine", "excel") from None
    return python_calamine


def _attempt(path: str, make: Callable[[], T]) -> T:
    """What calamine does; whatever it refuses with is an error of the file."""
    try:
        return make()
    except Exception as error:  # noqa: BLE001  # a parser of hostile files may fail anyhow
        raise BerkasError(path, f"it is no workbook that can be read: {error}", RUSAK) from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how compiled code fails that expected otherwise
            raise
        raise BerkasError(path, f"it is damaged: {error}", RUSAK) from None


class _PembacaLembar:
    """The reading of one sheet."""

    def __init__(self, path: str, nama: str, tanda: Tanda, batas: BatasBaca) -> None:
        self.path = path
        self.nama = nama
        self.tanda = tanda
        self.batas = batas
        self.khusus: dict[bytes, tuple[int, ...]] = {}  # by the codes of a row, the cells that are no text

    def read(self, sheet: CalamineSheet) -> Kisi:
        """The whole sheet; rows and columns keep their numbers."""
        rows: list[tuple[str, ...]] = []
        codes: list[bytes] = []
        for nomor, row in enumerate(self._rows(sheet), start=1):
            if row.count("") == len(row) and nomor not in self.tanda.sel_khusus:
                rows.append(())
                codes.append(b"")
                continue
            texts, kode = self._read_row(nomor, row)
            rows.append(texts)
            codes.append(kode)
            self._check(nomor, texts)
        while rows and not rows[-1]:
            rows.pop()
        gabungan = [_gabungan(*item) for item in sheet.merged_cell_ranges or ()] or self.tanda.gabungan
        isi = PetaIsi(tuple(codes[: len(rows)]))
        return Kisi(self.nama, tuple(rows), tuple(gabungan), isi, len(self.tanda.warna))

    def _rows(self, sheet: CalamineSheet) -> Iterator[list[Any]]:
        """The rows from the first, each from its first column; calamine begins at the first filled column."""
        nomor = 0
        if sheet.start is not None:
            before = [""] * sheet.start[1]
            for row in sheet.iter_rows():
                nomor += 1
                yield before + row if before else row
        # A row that holds nothing but errors may be missing.
        for _ in range(nomor, max(self.tanda.sel_khusus, default=0)):
            yield []

    def _read_row(self, nomor: int, row: list[Any]) -> tuple[tuple[str, ...], bytes]:
        kode = bytes([_KODE.get(type(cell), TEKS) for cell in row])
        tanda = self.tanda.sel_khusus.get(nomor)
        if tanda is None:
            if (places := self.khusus.get(kode)) is None:
                places = tuple(place for place, code in enumerate(kode) if code)
                self.khusus[kode] = places
        else:
            kode = _mark(row, kode, tanda)
            places = tuple(place for place, code in enumerate(kode) if code)
        if places:
            kode = self._print(row, kode, places)
        while row and not row[-1]:
            row.pop()
        return tuple(row), kode[: len(row)]

    def _print(self, row: list[Any], kode: bytes, places: tuple[int, ...]) -> bytes:
        """Put texts in place of values."""
        changed = None
        for place in places:
            code, value = kode[place], row[place]
            if code == ANGKA and math.isfinite(value):
                row[place] = print_angka(value)
            elif code == PERSEN and math.isfinite(value):
                row[place] = print_persen(value)
            elif code == TANGGAL and not isinstance(value, str):
                row[place] = print_waktu(value)
            elif not isinstance(value, str):
                changed = changed or bytearray(kode)
                changed[place] = TEKS if code == _LOGIS else GALAT
                row[place] = ("ya" if value else "tidak") if code == _LOGIS else str(value)
        return kode if changed is None else bytes(changed)

    def _check(self, nomor: int, texts: tuple[str, ...]) -> None:
        joined = "".join(texts)
        if len(joined) <= self.batas.panjang_sel and "\0" not in joined:
            return
        for kolom, teks in enumerate(texts, start=1):
            petak = Petak(self.nama, nomor, kolom)
            if len(teks) > self.batas.panjang_sel:
                most = f"{self.batas.panjang_sel:,} characters"
                raise BerkasError(
                    self.path, f"the cell {petak} has more than {most}; see BatasBaca", MELEBIHI_BATAS
                )
            if "\0" in teks:
                raise BerkasError(self.path, f"the cell {petak} holds a NUL, which no text does", RUSAK)


def _mark(row: list[Any], kode: bytes, tanda: list[tuple[int, IsiSel, str]]) -> bytes:
    """Say of a row which cells are percentages, and put in what a look at the sheet gave the text of."""
    codes = bytearray(kode)
    for kolom, isi, teks in tanda:
        if teks:
            missing = kolom - len(row)
            row += [""] * missing
            codes += bytes(max(missing, 0))
            row[kolom - 1], codes[kolom - 1] = teks, GALAT if isi is IsiSel.GALAT else TANGGAL
        elif kolom <= len(row) and codes[kolom - 1] == ANGKA:
            codes[kolom - 1] = PERSEN
    return bytes(codes)


def _gabungan(awal: tuple[int, int], akhir: tuple[int, int]) -> Gabungan:
    return Gabungan(awal[0] + 1, awal[1] + 1, akhir[0] + 1, akhir[1] + 1)


def print_angka(nilai: float) -> str:
    """A number with the digits that spreadsheets keep.

    >>> print_angka(15.0), print_angka(0.1 + 0.2), print_angka(1e20), print_angka(-2.5e-7)
    ('15', '0,3', '100000000000000000000', '-0,00000025')
    """
    if -_BULAT < nilai < _BULAT and nilai == int(nilai):
        return str(int(nilai))
    text = f"{nilai:.15g}"
    if "e" in text:
        text = f"{Decimal(text):f}"
    return text.replace(".", ",")


def print_persen(nilai: float) -> str:
    """A share as a percentage.

    >>> print_persen(0.8), print_persen(0.9359), print_persen(1.07)
    ('80%', '93,59%', '107%')
    """
    return f"{Decimal(f'{nilai or 0:.15g}').scaleb(2):f}%".replace(".", ",")


def print_waktu(nilai: dt.date | dt.time | dt.timedelta) -> str:
    """A day, an hour, or a length of time in hours.

    >>> print_waktu(dt.datetime(2025, 9, 1, 8, 15)), print_waktu(dt.timedelta(hours=30)), print_waktu(dt.time(7, 30))
    ('2025-09-01 08:15', '30:00', '07:30')
    """
    if isinstance(nilai, dt.timedelta):
        seconds = round(abs(nilai).total_seconds())
        minutes, rest = divmod(seconds, 60)
        text = f"{minutes // 60}:{minutes % 60:02}" + (f":{rest:02}" if rest else "")
        return f"-{text}" if nilai < dt.timedelta() else text
    if isinstance(nilai, dt.datetime):
        return (
            nilai.date().isoformat()
            if nilai.time() == dt.time()
            else f"{nilai:%Y-%m-%d} {_jam(nilai.time())}"
        )
    return _jam(nilai) if isinstance(nilai, dt.time) else nilai.isoformat()


def _jam(nilai: dt.time) -> str:
    return f"{nilai:%H:%M:%S}" if nilai.second else f"{nilai:%H:%M}"
