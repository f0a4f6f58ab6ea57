"""Personal names: which writings may be one person's, and which can't."""

from __future__ import annotations

import pytest

from kg.linking.names import Names


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("I Ketut Sudiana", "Ketut Sudiana", "same"),
        ("I Ketut Sudiana", "Ketut Sudhiana", "spelling"),
        ("I Ketut Sudiana", "I Wayan Sudiana", "clash"),
        ("I Made Rai", "Ni Made Rai", "clash"),
        ("Muh. Ridwan Nusu", "Muhammad Ridwan Nusu", "same"),
        ("KH Ma'ruf Amin", "Ma’ruf Amin", "same"),
        ("Drs. H. Achmad Lutfhi", "Ahmad Luthfi", "spelling"),
        ("Benny N Yusuf", "Benny Nurdin Yusuf", "initials"),
        ("Zul Fahmi", "Zulfahmi", "spelling"),
        ("Soedarmo Tjokro", "Sudarmo Cokro", "spelling"),
        ("Arthur", "Arthur Sameaputty", "part"),
        ("Tb Hamdi Ma'ani", "Tubagus Hamdi Maani", "same"),
        ("Andi Jumawi", "Jumawi", "same"),
        ("Ahmad Fauzi", "Ahmad Yani", "clash"),
        ("Rudi S", "Rudi H", "clash"),
        ("Sulianto", "Yulianto", "clash"),
    ],
)
def test_relation(names: Names, left: str, right: str, relation: str) -> None:
    assert names.compare(names.read(left), names.read(right)).relation == relation
    assert names.compare(names.read(right), names.read(left)).relation == relation


def test_a_rare_name_tells_more_than_a_common_one(names: Names) -> None:
    rare = names.compare(names.read("Alfaris Pattiwael"), names.read("Alfaris Pattiwael"))
    common = names.compare(names.read("Budi Santoso"), names.read("Budi Santoso"))
    assert rare.weight > 2 * common.weight


@pytest.mark.parametrize("text", ["", " ", "I", "H.", "…", "Ketut", "I Made", "‮x", "A.W.", "ßẞ İı", "x" * 10_000])
def test_anything_can_be_read_and_compared(names: Names, text: str) -> None:
    name = names.read(text)
    assert names.compare(name, name) is not None
    assert names.compare(name, names.read("I Ketut Sudiana")).weight >= 0
