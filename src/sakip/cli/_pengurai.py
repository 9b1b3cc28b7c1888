"""The parser of the command line, in Indonesian: argparse speaks English to whoever mistypes."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

_TERJEMAHAN = tuple(
    (re.compile(pattern, re.DOTALL), text)
    for pattern, text in (
        (r"the following arguments are required: (.*)", r"yang wajib belum disebut: \1"),
        (r"unrecognized arguments: (.*)", r"tidak dikenal: \1"),
        (r"argument (.*?): invalid choice: (.*) \(choose from,? (.*)\)", r"\1: \2 tidak dikenal; pilih: \3"),
        (r"argument (.*?): invalid (?:int|_?\w+) value: (.*)", r"\1: \2 bukan nilai yang diharapkan"),
        (r"argument (.*?): expected one argument", r"\1: isinya belum disebut"),
        (r"argument (.*?): expected at least one argument", r"\1: isinya belum disebut"),
        (r"argument (.*?): ignored explicit argument (.*)", r"\1: tidak menerima isi \2"),
        (r"argument (.*?): not allowed with argument (.*)", r"\1: tidak dapat bersama \2"),
        (r"ambiguous option: (.*) could match (.*)", r"\1 meragukan; mungkin \2"),
    )
)
"""What argparse says of a wrong call, in the wordings of Python 3.11 to 3.13."""


def translate(message: str) -> str:
    """What argparse says of a wrong call, in Indonesian; what is not known stays as it is.

    >>> translate("the following arguments are required: berkas")
    'yang wajib belum disebut: berkas'
    """
    for pattern, text in _TERJEMAHAN:
        found = pattern.fullmatch(message)
        if found:
            return found.expand(text)
    return message


class _Rupa(argparse.HelpFormatter):
    """Help whose first word is Indonesian too."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Begin with ``pemakaian`` where nothing else is asked for."""
        super().add_usage(usage, actions, groups, "pemakaian: " if prefix is None else prefix)


class Pengurai(argparse.ArgumentParser):
    """A parser whose help and refusals are Indonesian.

    >>> parser = Pengurai(prog="sakip")
    >>> _ = parser.add_argument("berkas", help="berkasnya")
    >>> print(parser.format_help())
    pemakaian: sakip [-h] berkas
    <BLANKLINE>
    isian:
      berkas         berkasnya
    <BLANKLINE>
    pilihan:
      -h, --bantuan  tampilkan bantuan ini
    <BLANKLINE>
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"formatter_class": _Rupa, **options, "add_help": False, "allow_abbrev": False})
        self._positionals.title = "isian"
        self._optionals.title = "pilihan"
        self.add_argument("-h", "--bantuan", action="help", help="tampilkan bantuan ini")
        self.add_argument("--help", action="help", help=argparse.SUPPRESS)  # what every hand types

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the call, and end with 2."""
        self.exit(2, f"{self.format_usage()}{self.prog}: {translate(message)}\n")
