"""HTML as a type of its own: text becomes it by `aman` alone, so that none goes out unescaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import NewType

Html = NewType("Html", str)
"""Text that is HTML already."""

KOSONG = Html("")
SELA = Html(" ")
"""Between pieces of one line, which may break there."""


_TAMPAK = {code: chr(0x2400 + code) for code in range(0x20)} | {
    0x09: "\t",
    0x0A: "\n",
    0x0D: "&#13;",  # a bare one would come back as a line feed
    0x7F: "␡",
}
"""Control characters, which a browser drops or takes for an error, as the signs that picture them."""


def aman(teks: str) -> Html:
    r"""A text as HTML, between tags or in an attribute: read back, it is what it was.

    Only control characters are not: each becomes the sign that pictures it; tab and line break stay.

    >>> aman("</script> & \"Dinas\" \x00")
    '&lt;/script&gt; &amp; &quot;Dinas&quot; ␀'
    """
    return Html(escape(teks).translate(_TAMPAK))


def join(isi: Iterable[Html], antara: Html = KOSONG) -> Html:
    """Several pieces as one."""
    return Html(antara.join(isi))


def tag(nama: str, *isi: Html, **atribut: str | int | None) -> Html:
    """An element.

    Args:
        nama: Its name.
        isi: What stands in it.
        atribut: Its attributes, escaped here; ``kelas`` is ``class``, an underscore a hyphen,
            and None or an empty text leaves one out.

    >>> tag("a", aman("P1 & P2"), href="#s-1", kelas="kode", data_k=None)
    '<a href="#s-1" class="kode">P1 &amp; P2</a>'
    """
    names = {"kelas": "class", "untuk": "for"}
    more = "".join(
        f' {names.get(key, key).replace("_", "-").strip("-")}="{aman(str(value))}"'
        for key, value in atribut.items()
        if value is not None and value != ""
    )
    return Html(f"<{nama}{more}>{''.join(isi)}</{nama}>")


def teks(nama: str, isi: str, kelas: str = "") -> Html:
    """An element that holds nothing but a text; no text, no element."""
    return tag(nama, aman(isi), kelas=kelas) if isi else KOSONG


def tersembunyi(isi: str) -> Html:
    """Words for those who listen to the page."""
    return tag("span", aman(isi), kelas="baca")


def daftar(pasangan: Iterable[tuple[str, Html]]) -> Html:
    """Terms with what is said of them; those of which nothing is said are left out."""
    rows = [tag("div", tag("dt", aman(istilah)), tag("dd", isi)) for istilah, isi in pasangan if isi]
    return tag("dl", *rows) if rows else KOSONG
