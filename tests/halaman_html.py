"""A page of HTML as a parser sees it: elements, attributes, texts; every element closed by its own end."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

_HAMPA = {"meta", "input", "br", "rect"}
"""Elements without an end."""


class Halaman(HTMLParser):
    """What is on a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.unsur: list[tuple[str, dict[str, str]]] = []
        self.teks: list[str] = []
        self.isi: dict[str, str] = {}
        self._open: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute twice: {attrs}"
        found = {name: value or "" for name, value in attrs}
        self.unsur.append((tag, found))
        if tag not in _HAMPA:
            self._open.append((tag, found.get("id", "")))
        if id := found.get("id"):
            assert id not in self.isi, f"an id twice: {id}"
            self.isi[id] = ""

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.teks.append(data)
        for _, id in self._open:
            if id:
                self.isi[id] += data

    def named(self, tag: str) -> Iterator[dict[str, str]]:
        """The attributes of each element of a name."""
        return (found for name, found in self.unsur if name == tag)

    def of(self, kelas: str) -> Iterator[dict[str, str]]:
        """The attributes of each element of a class."""
        return (found for _, found in self.unsur if kelas in found.get("class", "").split())
