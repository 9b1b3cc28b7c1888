"""The garbage collector is left as it was found."""

from __future__ import annotations

import gc

import pytest

from sakip.memori import paused_collector


def test_paused_and_restored() -> None:
    """Inside the collector is off, afterwards it runs again."""
    assert gc.isenabled()
    with paused_collector():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_restored_after_an_error() -> None:
    """A load that fails does not leave the process without a collector."""
    with pytest.raises(ValueError, match="gagal"), paused_collector():
        raise ValueError("gagal")
    assert gc.isenabled()


def test_nested_and_off_before() -> None:
    """A collector that the caller has switched off stays off; nesting changes nothing."""
    gc.disable()
    try:
        with paused_collector():
            with paused_collector():
                assert not gc.isenabled()
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()
