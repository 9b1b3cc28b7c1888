"""What is wrong with a JSON text: collected with its place, said in English and in Indonesian."""

from __future__ import annotations

import reprlib
from collections.abc import Callable
from typing import Any

import attrs
from cattrs import transform_error
from cattrs.errors import ForbiddenExtraKeysError

from sakip.errors import SakipError, SerialisasiError

_REPR = reprlib.Repr()
_REPR.maxlevel, _REPR.maxlist, _REPR.maxdict, _REPR.maxstring = 2, 3, 3, 80


def show(value: object) -> str:
    """A value of a file as an error shows it: short, however long or deep it is."""
    return _REPR.repr(value)


class IsiError(ValueError):
    """A part of a file that the schema doesn't allow.

    Attributes:
        kalimat: What is wrong with it, in Indonesian; the text itself is English.
    """

    def __init__(self, teks: str, kalimat: str) -> None:
        super().__init__(teks)
        self.kalimat = kalimat


def expected(teks: str, kalimat: str, value: object) -> IsiError:
    """What should stand there, in both languages, and what does."""
    return IsiError(f"{teks} is expected, not {show(value)}", f"seharusnya {kalimat}, bukan {show(value)}")


def unknown(*names: str) -> IsiError:
    """Fields that the schema doesn't have; no name where the path says it."""
    said = ", ".join(sorted(names))
    kalimat = f"isian tidak dikenal {', '.join(map(repr, sorted(names)))}"
    return IsiError(f"unknown field {said}".rstrip(), kalimat.rstrip())


def missing() -> IsiError:
    """A field that the schema requires."""
    return IsiError("required field is missing", "isian wajib ini belum ada")


def too_deep() -> IsiError:
    """More within one another than can be read or written."""
    return IsiError("it is nested too deeply", "isinya bersarang terlalu dalam")


@attrs.define
class Masalah:
    """The problems of a text, in the order they were found.

    Attributes:
        daftar: Each problem: its path, the message, the message in Indonesian.
    """

    daftar: list[tuple[str, str, str]] = attrs.field(factory=list)

    def __len__(self) -> int:
        return len(self.daftar)

    def note(self, path: str, salah: IsiError) -> None:
        """Enter one problem."""
        self.daftar.append((path, str(salah), salah.kalimat))

    def attempt(self, path: str, make: Callable[[], Any], fallback: Any) -> Any:
        """What *make* gives; where it fails, the fallback, and the problems noted with their path."""
        try:
            return make()
        except (SakipError, ValueError, TypeError, ExceptionGroup) as error:
            self._enter(error, path)
        return fallback

    def _enter(self, error: Exception, path: str) -> None:
        english, indonesian = (
            [line.rpartition(" @ ") for line in transform_error(error, path, format_exception=say)]
            for say in (lambda part, _: _read(part)[0], lambda part, _: _read(part)[1])
        )
        for (message, _, place), (kalimat, *_) in zip(english, indonesian, strict=True):
            self.daftar.append((place, message, kalimat))

    def refuse(self) -> None:
        """Refuse the text if anything was noted.

        Raises:
            SerialisasiError: Something was.
        """
        if self.daftar:
            raise SerialisasiError(
                tuple((path, message) for path, message, _ in self.daftar),
                tuple(kalimat for *_, kalimat in self.daftar),
            )


def refusal(path: str, salah: IsiError) -> SerialisasiError:
    """The error of a text with one problem."""
    return SerialisasiError(((path, str(salah)),), (salah.kalimat,))


def _read(error: BaseException) -> tuple[str, str]:
    """What went wrong, in one line of each language."""
    if isinstance(error, ForbiddenExtraKeysError):
        error = unknown(*error.extra_fields)
    elif isinstance(error, KeyError) and not isinstance(error, SakipError):
        error = missing()
    elif isinstance(error, RecursionError):
        error = too_deep()
    return str(error), getattr(error, "kalimat", "isinya tidak terbaca")
