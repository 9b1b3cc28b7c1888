"""LibreOffice as a planner's hands: a file is opened, one cell is changed, and the file is saved."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import attrs

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_BASIC = """
Sub Ubah(asal, tujuan, saringan, lembar, sel, isi)
  Dim buka(0) As New com.sun.star.beans.PropertyValue
  buka(0).Name = "Hidden" : buka(0).Value = True
  dokumen = StarDesktop.loadComponentFromURL(ConvertToURL(asal), "_blank", 0, buka())
  If sel &lt;&gt; "" Then
    kotak = dokumen.Sheets.getByName(lembar).getCellRangeByName(sel)
    If IsNumeric(isi) Then
      kotak.setValue(CDbl(isi))
    Else
      kotak.setString(isi)
    End If
  End If
  dokumen.calculateAll()
  Dim simpan(0) As New com.sun.star.beans.PropertyValue
  simpan(0).Name = "FilterName" : simpan(0).Value = saringan
  dokumen.storeToURL(ConvertToURL(tujuan), simpan())
  dokumen.close(True)
End Sub

Sub Larik(asal, tujuan, saringan, lembar, baris, isi)
  Dim buka(0) As New com.sun.star.beans.PropertyValue
  buka(0).Name = "Hidden" : buka(0).Value = True
  dokumen = StarDesktop.loadComponentFromURL(ConvertToURL(asal), "_blank", 0, buka())
  halaman = dokumen.Sheets.getByName(lembar)
  If isi = "" Then
    halaman.Rows.removeByIndex(CLng(baris) - 1, 1)
  Else
    halaman.Rows.insertByIndex(CLng(baris) - 1, 1)
    bagian = Split(isi, "~")
    For i = 0 To UBound(bagian) Step 2
      halaman.getCellRangeByName(bagian(i) &amp; baris).setString(bagian(i + 1))
    Next i
  End If
  Dim simpan(0) As New com.sun.star.beans.PropertyValue
  simpan(0).Name = "FilterName" : simpan(0).Value = saringan
  dokumen.storeToURL(ConvertToURL(tujuan), simpan())
  dokumen.close(True)
End Sub
"""
_SARINGAN = {".xlsx": "Calc MS Excel 2007 XML", ".ods": "calc8", ".xls": "MS Excel 97"}


@attrs.frozen
class Pengolah:
    """LibreOffice without a window, with a profile of its own.

    Attributes:
        program: Where it is.
        profil: The folder of its profile.
    """

    program: str
    profil: Path

    @classmethod
    def make(cls, program: str, profil: Path) -> Pengolah:
        """A profile with the macro in it; LibreOffice fills a new one itself when it first starts."""
        new = cls(program, profil)
        new._run("--terminate_after_init")
        library = profil / "user" / "basic" / "Standard"
        (library / "Tangan.xba").write_text(
            f'{_XML}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Tangan" '
            f'script:language="StarBasic">{_BASIC}</script:module>\n'
        )
        (library / "script.xlb").write_text(
            f'{_XML}<library:library xmlns:library="http://openoffice.org/2000/library" '
            'library:name="Standard" library:readonly="false" library:passwordprotected="false">'
            '<library:element library:name="Tangan"/></library:library>\n'
        )
        return new

    def edit(self, asal: Path, tujuan: Path, lembar: str = "", sel: str = "", isi: str = "") -> None:
        """Open a workbook, change one cell or none, count it anew, and save it under another name."""
        self._call("Ubah", str(asal), str(tujuan), _SARINGAN[tujuan.suffix], lembar, sel, isi)
        assert tujuan.is_file()

    def delete_row(self, asal: Path, tujuan: Path, lembar: str, baris: int) -> None:
        """Open a workbook, delete one row, and save it under another name."""
        self._row(asal, tujuan, lembar, baris, "")

    def insert_row(self, asal: Path, tujuan: Path, lembar: str, baris: int, isi: dict[str, str]) -> None:
        """Open a workbook, insert a row with cells by their columns, and save it under another name."""
        self._row(asal, tujuan, lembar, baris, "~".join(part for pair in isi.items() for part in pair))

    def _row(self, asal: Path, tujuan: Path, lembar: str, baris: int, isi: str) -> None:
        self._call("Larik", str(asal), str(tujuan), _SARINGAN[tujuan.suffix], lembar, str(baris), isi)
        assert tujuan.is_file()

    def to_pdf(self, asal: Path) -> Path:
        """The pages as they are printed, beside the file."""
        self._run("--convert-to", "pdf", "--outdir", str(asal.parent), str(asal))
        return asal.with_suffix(".pdf")

    def _call(self, nama: str, *words: str) -> None:
        quoted = ",".join(f'"{word}"' for word in words).replace("%", "%25")  # it is an address
        self._run(f"macro:///Standard.Tangan.{nama}({quoted})")

    def _run(self, *arguments: str) -> None:
        command = [self.program, f"-env:UserInstallation={self.profil.as_uri()}", "--headless", "--norestore"]
        subprocess.run([*command, *arguments], check=True, capture_output=True, timeout=180)


def find_libreoffice() -> str:
    """The program; empty where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice") or ""
