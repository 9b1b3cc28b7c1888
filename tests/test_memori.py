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


def test_what_was_made_in_bulk_is_old_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands in the oldest generation, and nothing stays frozen."""
    monkeypatch.setattr("sakip.memori.BANYAK", 10)
    gc.collect()
    with paused_collector():
        made = [[number] for number in range(1_000)]
    assert gc.get_count()[0] < len(made)
    assert gc.get_freeze_count() == 0
    old = {id(item) for item in gc.get_objects(generation=2)}
    assert all(id(item) in old for item in made)


def test_what_the_caller_has_frozen_stays_frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that froze its modules before it forked keeps them so."""
    monkeypatch.setattr("sakip.memori.BANYAK", 10)
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        with paused_collector():
            made = [[number] for number in range(1_000)]
        assert len(made) == 1_000
        assert gc.get_freeze_count() == frozen
    finally:
        gc.unfreeze()
