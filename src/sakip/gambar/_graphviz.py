"""Graphviz, the program, by way of the package that calls it."""

from __future__ import annotations

from sakip.errors import EkstraError, ProgramError


def run_dot(sumber: str, format: str) -> bytes:
    """What ``dot`` makes of a source.

    Raises:
        EkstraError: The package ``graphviz`` is not installed.
        ProgramError: The program is not on this machine, or failed.
    """
    try:
        import graphviz  # noqa: PLC0415  # an extra
    except ImportError:
        raise EkstraError("graphviz", "gambar") from None
    try:
        found: bytes = graphviz.pipe("dot", format, sumber.encode(), quiet=True)
    except graphviz.ExecutableNotFound:
        raise ProgramError(
            "dot", "Graphviz is not installed on this machine", "Graphviz belum terpasang di mesin ini"
        ) from None
    except graphviz.CalledProcessError as error:
        said = (error.stderr or b"").decode(errors="replace").strip()
        raise ProgramError(
            "dot", f"it failed: {said}", "Graphviz menolak bagan ini; pesannya sendiri ada di rincian"
        ) from None
    return found
