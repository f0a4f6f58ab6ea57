"""Wrong rows and concepts: all reported in one run with file and line, and nothing is loaded."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.extraction.passages.calendar import Calendar
from kg.lexicon.compile import load_lexicon
from kg.linking.words import words_of
from kg.ontology_files import load_ontology
from kg.pipeline.extraction import Extraction


def change(path: Path, edit: Callable[[list[str]], None]) -> int:
    """Change a table; the number of its last line."""
    lines = path.read_text("utf-8").splitlines()
    edit(lines)
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return len(lines)


def test_all_wrong_places_are_told_at_once(folder: Path) -> None:
    polres = change(folder / "units" / "polres.csv", lambda rows: rows.append(rows[5]))
    kodim = change(
        folder / "units" / "kodim.csv",
        lambda rows: rows.append("kodim-x,kodim,0101,Kodim X,,99.99,,korem-none,,,,,s,c"),
    )
    short = change(folder / "abbreviations.csv", lambda rows: rows.append("Xyz,98.01,variant,,,s,c"))
    regions = change(folder / "regions.csv", lambda rows: rows.append("11.99.01,Nowhere,kecamatan,,,"))
    (folder / "wrong.ttl").write_text(
        "@prefix kgc: <https://kg.example/concept/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        'kgc:two a skos:Concept ; skos:inScheme kgc:test ; skos:prefLabel "A"@id, "B"@id .\n'
        "kgc:none a skos:Concept ; skos:inScheme kgc:test .\n",
        "utf-8",
    )
    (folder / "broken.ttl").write_text("@prefix\n:x", "utf-8")
    with pytest.raises(OntologyError) as caught:
        load_lexicon(folder)
    told = str(caught.value)
    for part in (
        f"polres.csv:{polres}: 'polres-11.08' is also in",
        f"kodim.csv:{kodim}: number 0101 of kodim is also in",
        f"kodim.csv:{kodim}: kodim-x: no region 99.99",
        f"kodim.csv:{kodim}: kodim-x: its parent 'korem-none' is no listed unit",
        f"abbreviations.csv:{short}: 'Xyz': no region 98.01",
        f"regions.csv:{regions}: region 11.99.01 has no region 11.99 above it",
        "wrong.ttl:2: concept 'two' has 2 preferred labels in 'id': ['A', 'B']",
        "wrong.ttl:3: concept 'none' has no skos:prefLabel",
        "broken.ttl:2: not Turtle",
    ):
        assert part in told, told


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("x,polres,,Polres X,,,,polda-11,,,,,s,c", "has no region"),
        ("x,palace,,Palace X,,11,,polda-11,,,,,s,c", "'palace' is no kind of institution"),
        ("x,polres,,,,11,,polda-11,,,,,s,c", "x has no name"),
        ("x,polres,,Polres X,,11,,polda-11,polda-12,,,,s,c", "parent_before needs the date"),
        ("x,polres,,Polres X,,11,,polda-11,polda-12,2024,,,s,c", "'2024' is no date"),
        ("x,polres,,Polres X,,11,,polda-11,,,,,,", "no source or no confidence"),
        ("X y,polres,,Polres X,,11,,polda-11,,,,,s,c", "is no identifier"),
        ("x,polres,,Polres X,,11,,x,,,,,s,c", "its chain of parents comes back to itself"),
        (
            "polres-11.99,polres,,Polres X,,11.07,,polda-11,,,,,s,c",
            "polres-11.99: the code in its id is not that of its region 11.07",
        ),
        ("x,polres", "2 cells where the header has 14"),
    ],
)
def test_each_fault_of_a_unit(folder: Path, row: str, message: str) -> None:
    change(folder / "units" / "polres.csv", lambda rows: rows.append(row))
    with pytest.raises(OntologyError, match=r"polres\.csv:511"):
        load_lexicon(folder)
    with pytest.raises(OntologyError) as caught:
        load_lexicon(folder)
    assert message in str(caught.value)


def test_a_missing_table_and_a_missing_column(folder: Path) -> None:
    (folder / "regions.csv").unlink()
    change(
        folder / "abbreviations.csv", lambda rows: rows.__setitem__(0, "short,regions,kind,weak,note,source,confidence")
    )
    with pytest.raises(OntologyError) as caught:
        load_lexicon(folder)
    assert "regions.csv:1: the table is missing" in str(caught.value)
    assert "abbreviations.csv:1: columns are missing: abbreviation" in str(caught.value)


def test_a_kind_with_a_wrong_property(folder: Path) -> None:
    (folder / "kinds" / "wrong.ttl").write_text(
        "@prefix kg: <https://kg.example/ns#> . @prefix kgc: <https://kg.example/concept/> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        'kgc:castle a skos:Concept ; skos:inScheme kgc:institution-types ; skos:prefLabel "Puri"@id ;\n'
        '    kg:entityClass kg:Castle ; kg:namedBy "king" ; kg:parentType kgc:nothing .\n',
        "utf-8",
    )
    with pytest.raises(OntologyError) as caught:
        load_lexicon(folder)
    told = str(caught.value)
    for part in (
        "wrong.ttl:3",
        "no kg:nameTemplate",
        "unknown class 'Castle'",
        "named by 'king'",
        "'nothing', which is no",
    ):
        assert part in told


@pytest.mark.parametrize("name", ["common-words.txt", "name-words.txt", "root-words.txt", "villages.txt"])
@pytest.mark.parametrize("content", [None, b"caf\xe9\n"])
def test_a_list_of_words_that_can_not_be_read(folder: Path, name: str, content: bytes | None) -> None:
    (folder / name).unlink()
    if content:
        (folder / name).write_bytes(content)
    with pytest.raises(OntologyError, match=name):
        Extraction(load_lexicon(folder))


@pytest.mark.parametrize("content", [b"x\na\n", b"name\n\xff\n", b'name\n"a\n\x00"'])
def test_a_table_of_names_that_can_not_be_read(folder: Path, content: bytes) -> None:
    (folder / "common_names.csv").write_bytes(content)
    with suppress(OntologyError):
        words_of(load_ontology(folder))


@pytest.mark.parametrize(
    ("name", "value"),
    [("monthNumber", "13"), ("monthNumber", '"x"'), ("dayOffset", "99999999999"), ("order", '"²"'), ("weight", '"1e9"'),
     ("weekdayNumber", "1.5"), ("dayNumber", '""')],
)  # fmt: skip
def test_a_number_that_is_none_is_told_with_its_place(folder: Path, name: str, value: str) -> None:
    more = folder / "more.ttl"
    more.write_text(
        "@prefix kg: <https://kg.example/ns#> .\n@prefix kgc: <https://kg.example/concept/> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        f'kgc:odd a skos:Concept ; skos:inScheme kgc:calendar ; skos:prefLabel "odd"@id ; kg:{name} {value} .\n'
    )
    with pytest.raises(OntologyError, match=f"kg:{name} is .*not a number") as caught:
        load_ontology(folder)
    assert caught.value.where == f"{more}:4"


def test_a_calendar_without_words_reads_no_date(folder: Path) -> None:
    (folder / "calendar.ttl").unlink()
    assert Calendar(load_ontology(folder)).find("Kamis (19/9/2024)")


def test_a_folder_with_the_name_of_a_file(folder: Path) -> None:
    (folder / "more.ttl").mkdir()
    (folder / "units" / "more.csv").mkdir()
    load_lexicon(folder)


@pytest.mark.parametrize("pattern", ["{old} {old}", "{1} menjadi {office}"])
def test_a_pattern_of_a_term_that_is_none(folder: Path, pattern: str) -> None:
    (folder / "more.ttl").write_text(
        "@prefix kg: <https://kg.example/ns#> .\n@prefix kgc: <https://kg.example/concept/> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        f'kgc:odd a skos:Concept ; skos:inScheme kgc:term-patterns ; skos:prefLabel "x"@id ; kg:pattern "{pattern}" .\n'
    )
    with pytest.raises(OntologyError, match="is no kg:pattern"):
        Extraction(load_lexicon(folder))
