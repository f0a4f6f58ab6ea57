"""Near copies have near fingerprints; others have not."""

from __future__ import annotations

import random
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from kg.fingerprint import VALUES, minhash, similarity

WORDS = [f"kata{number}" for number in range(4000)]


def text(seed, length=300):
    return " ".join(random.Random(seed).choices(WORDS, k=length))  # noqa: S311 - no secret depends on it


def test_a_copy_with_a_changed_end_is_near():
    original = text(1)
    copy = original.rsplit(" ", 15)[0] + " " + text(2, 15)
    assert similarity(minhash(original), minhash(copy)) > 0.75


def test_half_a_copy_is_about_a_third_alike():
    both = [similarity(minhash(text(s)), minhash(text(s, 150) + " " + text(s + 500, 150))) for s in range(40)]
    assert 0.2 < sum(both) / len(both) < 0.5


def test_other_texts_are_not_near():
    assert max(similarity(minhash(text(s)), minhash(text(s + 100))) for s in range(50)) < 0.2


def test_case_and_signs_do_not_count():
    assert minhash("Rapat di Aula, Kantor Camat!") == minhash("rapat di aula kantor camat")


@given(st.text(max_size=200))
def test_any_text_has_64_small_values_or_none(value):
    found = minhash(value)
    assert found == [] or (len(found) == VALUES and all(0 <= number < 2**32 for number in found))


def test_the_same_in_every_process():
    code = "from kg.fingerprint import minhash; print(minhash('rapat koordinasi di aula kantor camat sukamaju'))"
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("0", "1")
    }
    assert len(runs) == 1
    assert "[" in runs.pop()
