"""Numbers with repeats come out once, in order."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.distinct import distinct


@given(st.lists(st.integers(-(2**40), 2**62) | st.integers(0, 3)))
def test_each_number_once_and_in_order(numbers: list[int]) -> None:
    assert distinct(np.array(numbers, dtype=np.int64)).tolist() == sorted(set(numbers))
