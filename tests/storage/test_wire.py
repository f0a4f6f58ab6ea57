"""JSON that the fast library refuses is written and read all the same."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.spool import Spool
from kg.wire import dumps, loads
from tests.linking.builders import body, record

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(), max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(st.characters(), max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(_VALUES)
def test_what_is_written_is_read_again(value: object) -> None:
    line = dumps(value)
    assert b"\n" not in line
    assert loads(line) == value


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=8))
def test_text_is_written_as_the_standard_library_does(text: str) -> None:
    assert dumps({"a": text}).decode() == json.dumps({"a": text}, ensure_ascii=False, separators=(",", ":"))


def test_what_is_no_json_is_told() -> None:
    with pytest.raises(ValueError, match="Expecting"):
        loads(b'{"a":')


def test_records_come_back_by_place_and_in_order_of_article() -> None:
    given_records = [record(name, body("Polres", "51.05", name=f"Polres {name}")) for name in ("c", "a", "b")]
    with Spool() as spool:
        spool.extend(given_records)
        assert list(spool) == given_records
        assert [r["article"] for r in spool.read(spool.order())] == ["a", "b", "c"]
        spool.add(given_records[0])
        assert len(list(spool)) == 4
