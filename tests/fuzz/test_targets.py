"""Each target answers as it should to what it begins with and to a few hundred changes of it, without atheris."""

from __future__ import annotations

from random import Random

import pytest

from kg.errors import KGError
from tests.fuzz.guard import fault
from tests.fuzz.shrinking import shrunk
from tests.fuzz.targets import TARGETS

_NEEDS = {"zst": "zstandard", "parquet": "pyarrow", "warc": "fastwarc"}
_INPUTS = 60


@pytest.mark.parametrize("name", TARGETS)
def test_no_input_breaks_a_target(name: str) -> None:
    if name in _NEEDS:
        pytest.importorskip(_NEEDS[name])
    target = TARGETS[name]
    act, seeds = target.start(), [data[: target.largest] for data in target.seeds()]
    random = Random(name)
    inputs = seeds[:20] + [target.change(random.choice(seeds), random)[: target.largest] for _ in range(_INPUTS)]
    assert not [(found, data) for data in inputs if (found := fault(act, data, target.seconds * 4))]


def test_some_seed_of_every_target_is_no_mistake() -> None:
    """A target that refuses all it is given would find nothing."""
    for name, target in TARGETS.items():
        if name in _NEEDS:
            pytest.importorskip(_NEEDS[name])
        act = target.start()
        assert any(_accepted(act, data) for data in target.seeds()), name


def _accepted(act, data: bytes) -> bool:  # type: ignore[no-untyped-def]
    try:
        act(data)
    except KGError:
        return False
    return True


def test_what_is_found_is_told_apart_and_shrunk() -> None:
    def act(data: bytes) -> None:
        if b"x" in data:
            raise KGError("that is allowed")
        if b"!" in data and b"?" in data:
            raise ValueError("that is not")
        while b"~" in data:
            pass

    assert fault(act, b"x!?", 5) is None
    assert fault(act, b"abc", 5) is None
    assert fault(act, b"~", 0.1) == "hang"
    found = fault(act, b"abc!def?" * 5, 5)
    assert found and found.startswith("ValueError in tests/fuzz/test_targets.py")
    assert shrunk(b"abc!def?" * 5, lambda data: fault(act, data, 5) == found, 5) in (b"!?", b"?!")
