"""Chromium as a reader's eyes: pages are opened from a file, and what they complain of is kept."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request

_ARGUMEN = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_DI_TEMPAT = ("file:", "data:", "about:", "blob:")
"""Addresses that need no network."""


def find_chromium() -> str:
    """The program; empty where it, or the package that drives it, is not installed."""
    if importlib.util.find_spec("playwright") is None:
        return ""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome") or ""


@contextmanager
def open_chromium(program: str) -> Iterator[Browser]:
    """Chromium without a window."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # not everybody has it

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=list(_ARGUMEN))
        yield browser
        browser.close()


@contextmanager
def open_halaman(browser: Browser) -> Iterator[Page]:
    """An empty page that must not complain, nor ask the network for anything, while it is open."""
    with browser.new_context(offline=True) as context:
        page = context.new_page()
        keluhan: list[str] = []

        def listen(request: Request) -> None:
            if not request.url.startswith(_DI_TEMPAT):
                keluhan.append(f"asks for {request.url}")

        page.on(
            "console", lambda said: keluhan.append(said.text) if said.type in {"error", "warning"} else None
        )
        page.on("pageerror", lambda error: keluhan.append(str(error)))
        page.on("request", listen)
        yield page
        assert keluhan == []
