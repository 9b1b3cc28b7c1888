"""Workbooks made byte by byte, for what no program writes: hostile ones, and formats that few programs write."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterable, Mapping

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_ISI = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELASI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAKET = "http://schemas.openxmlformats.org/package/2006"


def make_zip(parts: Mapping[str, bytes | str], *, packed: bool = True) -> bytes:
    """A zip of parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as box:
        for name, part in parts.items():
            box.writestr(name, part)
    return data.getvalue()


def xlsx_parts(
    *sheets: str, strings: Iterable[str] = (), styles: str = "", prefix: str = ""
) -> dict[str, bytes | str]:
    """The parts of an XLSX workbook, from the rows of its sheets as XML."""
    numbers = range(1, len(sheets) + 1)
    names = "".join(f'<sheet name="L{n}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers)
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{_RELASI}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in numbers
    )
    mark = f"{prefix}:" if prefix else ""
    space = f"xmlns:{prefix}" if prefix else "xmlns"
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": f'{_XML}<Types xmlns="{_PAKET}/content-types"/>',
        "_rels/.rels": f'{_XML}<Relationships xmlns="{_PAKET}/relationships"><Relationship Id="rId1" '
        f'Type="{_RELASI}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{_XML}<workbook xmlns="{_ISI}" xmlns:r="{_RELASI}"><sheets>{names}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{_XML}<Relationships xmlns="{_PAKET}/relationships">{links}</Relationships>',
    }
    if styles:
        parts["xl/styles.xml"] = f'{_XML}<styleSheet xmlns="{_ISI}">{styles}</styleSheet>'
    if items := "".join(f"<si><t>{text}</t></si>" for text in strings):
        parts["xl/sharedStrings.xml"] = f'{_XML}<sst xmlns="{_ISI}">{items}</sst>'
    for n, rows in zip(numbers, sheets, strict=True):
        sheet = f"<{mark}sheetData>{rows}</{mark}sheetData>"
        parts[f"xl/worksheets/sheet{n}.xml"] = (
            f'{_XML}<{mark}worksheet {space}="{_ISI}"><{mark}dimension ref="A1:XFD1048576"/>{sheet}</{mark}worksheet>'
        )
    return parts


def make_xlsx(*sheets: str, strings: Iterable[str] = (), styles: str = "", prefix: str = "") -> bytes:
    """An XLSX workbook from the rows of its sheets as XML; it claims to be as large as sheets can be."""
    return make_zip(xlsx_parts(*sheets, strings=strings, styles=styles, prefix=prefix))


_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_RUANG = (
    f'xmlns:office="{_ODF}:office:1.0" xmlns:table="{_ODF}:table:1.0" xmlns:text="{_ODF}:text:1.0" '
    f'xmlns:style="{_ODF}:style:1.0" xmlns:fo="{_ODF}:xsl-fo-compatible:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)


def make_ods(tables: str, *, manifest: str = "", styles: str = "", named: str = "") -> bytes:
    """An ODS workbook from its tables and styles as XML; styles that have names stand in a part of their own."""
    content = (
        f"{_XML}<office:document-content {_RUANG}>"
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = f'<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0">{manifest}</manifest:manifest>'
    parts = {"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content}
    if named:
        parts["styles.xml"] = f"{_XML}<office:document-styles {_RUANG}>{named}</office:document-styles>"
    return make_zip(parts)


def biff(kind: int, data: bytes = b"") -> bytes:
    """A record of an XLS workbook."""
    return struct.pack("<2H", kind, len(data)) + data


def sst(*texts: str) -> bytes:
    """The record of the texts that an XLS workbook keeps once."""
    items = b"".join(struct.pack("<HB", len(text), 1) + text.encode("utf-16-le") for text in texts)
    return biff(0xFC, struct.pack("<2L", len(texts), len(texts)) + items)


def xls_stream(sheets: Mapping[str, bytes], head: bytes = b"", styles: Iterable[int] = (0, 9)) -> bytes:
    """The stream of an XLS workbook, from the records of its sheets and those before them."""
    begin = biff(0x809, struct.pack("<4H2L", 0x600, 5, 0, 0, 0, 0)) + biff(0x42, struct.pack("<H", 1200))
    begin += head + b"".join(biff(0xE0, struct.pack("<2H16x", 0, number)) for number in styles)
    names = {name: name.encode("latin-1") for name in sheets}
    place = len(begin) + sum(4 + 8 + len(name) for name in names.values()) + 4
    bodies = b""
    for name, records in sheets.items():
        begin += biff(0x85, struct.pack("<LHBB", place + len(bodies), 0, len(names[name]), 0) + names[name])
        bodies += biff(0x809, struct.pack("<4H2L", 0x600, 16, 0, 0, 0, 0)) + records + biff(0x0A)
    return begin + biff(0x0A) + bodies


def make_ole(stream: bytes, name: str = "Workbook") -> bytes:
    """The box of an old workbook; a stream that is short stands in small sectors."""
    small = len(stream) < 4096
    unit = 64 if small else 512
    count = -(-len(stream) // unit)
    chain = [*range(1, count), 0xFFFFFFFE] if count else []
    body = stream.ljust(-(-max(len(stream), 1) // 512) * 512, b"\0")
    sectors = len(body) // 512
    entries = sectors + 3
    fats = -(-(entries + 1) // 128)
    first = fats + 2  # the table, the directory, the table of small sectors, the stream
    table = [0xFFFFFFFD] * fats + [0xFFFFFFFE, 0xFFFFFFFE]
    table += [first + n for n in range(1, sectors)] + [0xFFFFFFFE]
    table += [0xFFFFFFFF] * (fats * 128 - len(table))
    root = (first, len(body)) if small else (0xFFFFFFFE, 0)
    place = 0 if small else first

    def entry(title: str, kind: int, start: int, length: int) -> bytes:
        word = title.encode("utf-16-le").ljust(64, b"\0")
        links = struct.pack("<HBB3L", 2 * len(title) + 2, kind, 1, *[0xFFFFFFFF] * 3)
        return word + links + bytes(36) + struct.pack("<2LL", start, length, 0)

    directory = entry("Root Entry", 5, *root) + entry(name, 2, place, len(stream))
    minis = chain if small else []
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<6H", 0x3E, 3, 0xFFFE, 9, 6, 0)[:10] + bytes(6)
    header += struct.pack("<9L", 0, fats, fats, 0, 4096, fats + 1, 1, 0xFFFFFFFE, 0)
    header += struct.pack("<109L", *range(fats), *[0xFFFFFFFF] * (109 - fats))
    links = struct.pack(f"<{len(minis)}L", *minis).ljust(512, b"\xff")
    return header + struct.pack(f"<{len(table)}L", *table) + directory.ljust(512, b"\0") + links + body


def brt(kind: int, data: bytes = b"") -> bytes:
    """A record of an XLSB workbook."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length = len(data)
    while True:
        head += bytes([length & 0x7F | (0x80 if length > 0x7F else 0)])
        length >>= 7
        if not length:
            return head + data


def wide(text: str) -> bytes:
    """A text of an XLSB workbook."""
    return struct.pack("<L", len(text)) + text.encode("utf-16-le")


def make_xlsb(
    cells: bytes,
    *,
    after: bytes = b"",
    strings: Iterable[str] = (),
    fills: Iterable[bytes] = (),
    theme: str = "",
) -> bytes:
    """An XLSB workbook of one sheet, from the records of its cells; the styles 1 and 2 are percentages.

    Styles from 3 on have the fills, one each.
    """
    texts = [brt(19, b"\0" + wide(text)) for text in strings]
    links = f'<Relationship Id="rId1" Type="{_RELASI}/worksheet" Target="worksheets/sheet1.bin"/>'
    fills = [bytes(68), *fills]
    xfs = b"".join(brt(47, struct.pack("<2H", 0, number) + bytes(12)) for number in (0, 10, 164))
    xfs += b"".join(brt(47, struct.pack("<4H", 0, 0, 0, place) + bytes(8)) for place in range(1, len(fills)))
    book = brt(0x83) + brt(0x8F) + brt(0x9C, struct.pack("<2L", 0, 1) + wide("rId1") + wide("L1"))
    sheet = brt(0x81) + brt(0x94, struct.pack("<4L", 0, 9, 0, 9)) + brt(0x91) + cells + brt(0x92) + after
    return make_zip(
        {
            "[Content_Types].xml": f'{_XML}<Types xmlns="{_PAKET}/content-types"/>',
            "xl/_rels/workbook.bin.rels": f'{_XML}<Relationships xmlns="{_PAKET}/relationships">{links}</Relationships>',
            "xl/workbook.bin": book + brt(0x90) + brt(0x9D) + brt(0x84),
            "xl/styles.bin": brt(0x267, struct.pack("<L", 1))
            + brt(44, struct.pack("<H", 164) + wide("0.0%"))
            + brt(0x268)
            + b"".join(brt(45, fill) for fill in fills)
            + brt(0x269, struct.pack("<L", 3))
            + xfs
            + brt(0x26A)
            + brt(47, bytes(16)),
            "xl/sharedStrings.bin": brt(0x9F, struct.pack("<2L", len(texts), len(texts)))
            + b"".join(texts)
            + brt(0xA0),
            "xl/worksheets/sheet1.bin": sheet + brt(0x82),
            **({"xl/theme/theme1.xml": theme} if theme else {}),
        }
    )
