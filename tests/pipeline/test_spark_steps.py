"""What the executors run, run here: the pieces that need no Spark."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from random import Random

import pytest

pytest.importorskip("pyarrow", reason="pyarrow is not installed")

from kg.graph.collection import lines_of_finished, lines_of_groups
from kg.linking.blocks import LARGE, WINDOW, near
from kg.linking.meetings import Meeting
from kg.linking.profiles import Key
from kg.linking.reports import score_meetings
from kg.pipeline.spark.collecting import finish_rows, meet_rows
from kg.pipeline.spark.comparing import link_rows, meeting_key_rows
from kg.pipeline.spark.rows import OverRows
from kg.pipeline.spark.tables import merged_rows, rows_of, write_here


def test_rows_pass_through_batches_in_their_order() -> None:
    import pyarrow as pa

    function = OverRows(lambda rows: ((n, f"{n}\0é😀") for (n,) in rows), (("number", "long"), ("text", "string")))
    given = iter([pa.RecordBatch.from_pydict({"n": list(range(start, start + 100))}) for start in (0, 100)])
    batches = list(function(given))
    assert [row for batch in batches for row in zip(*batch.to_pydict().values(), strict=True)] == [
        (n, f"{n}\0é😀") for n in range(200)
    ]
    assert max(batch.num_rows for batch in batches) < 200
    assert function.schema == "`number` long, `text` string"


def test_no_rows_make_no_batch() -> None:
    assert list(OverRows(lambda rows: rows, (("n", "long"),))(iter([]))) == []


def test_sorted_parts_are_merged_and_rows_without_key_left_out(tmp_path: Path) -> None:
    fields = (("key", "string"), ("value", "long"))
    rows = [(f"{n:05}", n) for n in range(5000)]
    table = write_here(rows, fields, tmp_path / "table", 3)
    assert list(merged_rows(table, "key", "value")) == rows
    assert sorted(rows_of(table, "value")) == [(n,) for n in range(5000)]
    holes = write_here([(None, 1), ("a", 2)], fields, tmp_path / "holes", 1)
    assert list(merged_rows(holes, "key", "value")) == [("a", 2)]


@pytest.mark.parametrize("size", [0, 1, 2, LARGE, LARGE + 1, LARGE * 3])
def test_a_block_is_compared_all_with_all_or_in_windows(size: int) -> None:
    pairs = list(near(iter(range(size))))
    reach = size if size <= LARGE else WINDOW
    assert sorted(pairs) == [(a, b) for a in range(size) for b in range(a + 1, min(size, a + 1 + reach))]


def test_pairs_that_met_in_several_places_become_one_row_and_the_same_line() -> None:
    rows = [("event-1", 'p"b"'), ("event-1", 'p"a"'), ("event-1", 'r"x"'), ("event-2", 'p"a"'), ("event-2", 'p"b"'),
            ("event-2", 'r"x"'), ("event-2", 'r"y"')]  # fmt: skip
    met = sorted(meet_rows(iter(rows)))
    made = list(finish_rows(iter(met)))
    (line,) = lines_of_finished(made, None)
    assert [line] == list(lines_of_groups(iter([(met[0][0], [value for _, value in met])]), None))
    told = json.loads(line)
    (met,) = told["scopes"]
    assert met["count"] == 2 and met["articles"] == ["x", "y"] and met["events"] == ["event-1", "event-2"]


def test_meetings_meet_in_the_blocks_of_one_machine() -> None:
    random = Random(3)  # noqa: S311 - made up
    meetings = sorted(
        (
            Meeting(
                key=Key(f"a{n // 2:03}", f"e{n % 2}"),
                kind=random.choice(["meeting", "patrol"]),
                name=random.choice(["rakor pengamanan", "rapat koordinasi", "patroli", "0"]),
                date=(day := f"2024-08-{random.randrange(1, 6):02}") if random.random() < 0.6 else None,
                exact=random.random() < 0.8,
                region=random.choice(["51.05", "33.16", None]),
                place=random.choice(["aula", ""]),
                people=frozenset(random.sample(["person/a", "person/b", "person/c"], 1)),
                bodies=frozenset(random.sample(["institution/a", "institution/b"], 1)),
                source=f"a{random.randrange(40):03}",
                published=random.choice([day, "0001-01-02", None]),
            )
            for n in range(400)
        ),
        key=lambda meeting: meeting.key,
    )
    atoms = [(place, pickle.dumps(meeting)) for place, meeting in enumerate(meetings)]
    keyed = sorted(meeting_key_rows(iter(atoms)))
    found = {(meetings[left].key, meetings[right].key): told for left, right, told in link_rows(iter(keyed))}
    expected = list(score_meetings(meetings))
    assert len(expected) > 1000
    assert found == {(k.left, k.right): json.dumps([k.points, k.words], ensure_ascii=False) for k in expected}
