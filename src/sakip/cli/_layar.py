"""The two streams of the command line: what is said on them, in which colours, and how long work shows."""

from __future__ import annotations

import contextlib
import enum
import re
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TextIO

import attrs

from sakip.errors import EkstraError

if TYPE_CHECKING:
    from rich.console import Console

_KENDALI = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What a terminal would obey instead of showing it; a document may hold it."""


class Warna(enum.Enum):
    """When the output is coloured."""

    OTOMATIS = "otomatis"
    SELALU = "selalu"
    TIDAK = "tidak"


def neutralise(text: str) -> str:
    r"""A text that a terminal shows and never obeys.

    >>> print(neutralise("Dinas \x1b[2J Contoh"))
    Dinas \x1b[2J Contoh
    """
    return _KENDALI.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


@attrs.frozen
class Layar:
    """Where results, remarks and progress go.

    Results go to the output and everything else to the error stream, so that a pipe gets
    results alone. With the package rich (extra ``cli``) a terminal gets colours, unless the
    environment sets ``NO_COLOR``, and sees how far long work has come; a pipe or a file gets neither.

    Attributes:
        keluaran: The console of the output; None where there is no rich.
        galat: The console of the error stream; None where there is no rich.
    """

    keluaran: Console | None
    galat: Console | None

    @classmethod
    def open(cls, warna: Warna) -> Layar:
        """The two streams of this process.

        Raises:
            EkstraError: Colours are asked for, and rich is not installed.
        """
        try:
            from rich.console import Console  # noqa: PLC0415  # an extra
        except ImportError:
            if warna is Warna.SELALU:
                raise EkstraError("rich", "cli") from None
            return cls(None, None)

        def console(stream: TextIO) -> Console:
            return Console(
                file=stream,
                highlight=False,
                markup=False,
                emoji=False,
                soft_wrap=True,
                no_color=True if warna is Warna.TIDAK else None,
                force_terminal=True if warna is Warna.SELALU else None,
                color_system="standard" if warna is Warna.SELALU else "auto",
            )

        return cls(console(sys.stdout), console(sys.stderr))

    def cetak(self, text: str = "", rupa: str = "") -> None:
        """Print a result for a person to read."""
        self._say(self.keluaran, sys.stdout, text, rupa)

    def catat(self, text: str, rupa: str = "") -> None:
        """Say something beside the result."""
        self._say(self.galat, sys.stderr, text, rupa)

    @staticmethod
    def _say(console: Console | None, stream: TextIO, text: str, rupa: str) -> None:
        shown = neutralise(text)
        if console is not None and rupa:
            # Made first and printed then, so that a pipe that closes is one kind of error.
            with console.capture() as made:
                console.print(shown, style=rupa, end="")
            shown = made.get()
        print(shown, file=stream)

    @staticmethod
    def data(text: str) -> None:
        """Print a result for a program to read: as it is."""
        print(text, end="" if text.endswith("\n") else "\n")

    @contextlib.contextmanager
    def kemajuan(self, banyak: int) -> Iterator[Callable[[str], None]]:
        """Show how far long work has come, where somebody is watching.

        Args:
            banyak: How many steps it has.

        Yields:
            To be called with the name of each step as it begins.
        """
        if self.galat is None or not self.galat.is_terminal:
            yield lambda _: None
            return
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415  # an extra

        columns = (BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        with Progress(*columns, console=self.galat, transient=True) as bar:
            task = bar.add_task("", total=banyak)
            begun = False

            def begin(step: str) -> None:
                nonlocal begun
                bar.update(task, advance=int(begun), description=step, refresh=True)
                begun = True

            yield begin
