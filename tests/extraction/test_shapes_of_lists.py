"""A list of attendees is read in whatever shape its members and what stands between them have."""

from __future__ import annotations

from itertools import product

import pytest

from .conftest import Read, parts_of

MEMBERS = (("Bupati Blora", "Ani Lestari"), ("Ketua KPU Blora", "Budi Hartono"), ("Dandim 0721/Blora", "Dwi Prasetyo"))
SHAPES = (
    "{post} {name}",
    "{post}, {name}",
    "{name}, {post}",
    "{name} ({post})",
    "{post} ({name})",
    "{post}: {name}",
    "{post} – {name}",
    "{name} selaku {post}",
    "{name} sebagai {post}",
    "{post} yakni {name}",
    "{post} yaitu {name}",
    "{post} Bapak {name}",
    "{post} Bpk. {name}",
    "{post} saudara {name}",
    "{post} Drs. {name} MM",
    "{post} H. {name}, S.H.",
    "{post} {name} beserta staf",
    "{post} {name} (hadir)",
)
BETWEEN = ((", ", " dan "), (", ", ", serta "), ("; ", "; "), (", ", ", "), (", ", " maupun "), (", ", " & "))
FRAMES = (
    "BLORA - Polres Blora menggelar rapat koordinasi, Rabu (18/9/2024). Hadir dalam rapat itu {}.",
    "BLORA - Rapat koordinasi digelar Polres Blora, Rabu (18/9/2024), dihadiri {}.",
)


def _listed(shape: str, between: tuple[str, str]) -> str:
    *first, last = (shape.format(post=post, name=name) for post, name in MEMBERS)
    return between[0].join(first) + between[1] + last


@pytest.mark.parametrize("shape", SHAPES)
def test_everybody_in_a_sentence_is_there_with_the_own_office(read: Read, shape: str) -> None:
    for between, frame in product(BETWEEN, FRAMES):
        text = frame.format(_listed(shape, between)).replace("..", ".")
        found = read(text)
        names = {entity["id"]: entity["name"] for entity in found["entities"]}
        assert {(p["post"], names[p["person"]]) for p in found["postings"]} == set(MEMBERS), text
        assert {name for _, name in MEMBERS} < {name for name, _ in parts_of(found)}, text


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if not shape.startswith("{name}")])
@pytest.mark.parametrize("sign", ["- ", "{number}. ", "• "])
def test_everybody_on_lines_is_there_with_the_own_office(read: Read, shape: str, sign: str) -> None:
    members = [shape.format(post=post, name=name).rstrip(".") for post, name in MEMBERS]
    lines = "\n".join(f"{sign.format(number=number)}{member}" for number, member in enumerate(members, 1))
    found = read(f"BLORA - Polres Blora menggelar rapat, Rabu (18/9/2024). Hadir dalam rapat itu:\n{lines}")
    names = {entity["id"]: entity["name"] for entity in found["entities"]}
    assert {(p["post"], names[p["person"]]) for p in found["postings"]} == set(MEMBERS)
    assert {name for _, name in MEMBERS} < {name for name, _ in parts_of(found)}


@pytest.mark.parametrize("word", ["diwakili", "yang diwakili", "diwakili oleh"])
def test_who_comes_for_the_first_does_not_hold_the_office_of_the_next(read: Read, word: str) -> None:
    for between, frame in product(BETWEEN, FRAMES):
        found = read(frame.format(_listed(f"{{post}} {word} {{name}}", between)))
        assert not found["postings"]
        assert {name for _, name in MEMBERS} < {name for name, _ in parts_of(found)}


@pytest.mark.parametrize(
    "lead",
    [
        "Unsur Forkopimda yang mengikuti rapat yaitu",
        "Pejabat yang turut mengikuti rapat ialah",
        "Warga diminta mendukung, termasuk unsur Forkopimda yang mengikuti rapat itu yakni,",
        "Mereka yang terlibat dalam rapat itu antara lain",
    ],
)
def test_those_told_one_by_one_behind_what_all_of_them_did_are_there(read: Read, lead: str) -> None:
    told = f"Rapat koordinasi digelar di aula, Rabu (18/9/2024). {lead} Ketua KPU Blora Budi Hartono dan Dandim Blora."
    assert parts_of(read(told)) == {
        ("Budi Hartono", "attended"),
        ("KPU Kabupaten Blora", "attended"),
        ("Kodim 0721/Blora", "attended"),
    }


@pytest.mark.parametrize("verb", ["dihadiri", "dihadiri oleh", "diikuti"])
@pytest.mark.parametrize(
    ("told", "postings"),
    [
        (
            "Irwanto Camat Cepu dan Budiman Kapolsek Cepu",
            [("Irwanto", "Pemerintah Kecamatan Cepu"), ("Budiman", "Polsek Cepu")],
        ),
        (
            "Irwanto Camat Cepu, Budiman Kapolsek Cepu, dan Haryono Danramil Cepu",
            [("Irwanto", "Pemerintah Kecamatan Cepu"), ("Budiman", "Polsek Cepu"), ("Haryono", "Koramil Cepu")],
        ),
        (
            "Ani Wijaya selaku Kepala Dinas Pendidikan, Budi Santoso Sekretaris Dinas, Cici Lestari Kabid Sarana",
            [(name, "Dinas Pendidikan Kabupaten Blora") for name in ("Ani Wijaya", "Budi Santoso", "Cici Lestari")],
        ),
        (
            "Irwanto Direktur Teknik PDAM Tirta Mulya dan Budiman Kabag Umum PDAM Tirta Mulya",
            [("Irwanto", "PDAM Tirta Mulya"), ("Budiman", "PDAM Tirta Mulya")],
        ),
        (
            "Irwanto Camat Cepu, Lurah Balun, dan Budiman Kades Bangsri",
            [("Irwanto", "Pemerintah Kecamatan Cepu"), ("Budiman", "Pemerintah Desa Bangsri")],
        ),
        ("Irwanto Camat Cepu", [("Irwanto", "Pemerintah Kecamatan Cepu")]),
        ("Bapak Camat Cepu dan Ibu Lurah Balun", []),
        ("Muspika Kapolsek Cepu", []),
    ],
)
def test_an_office_may_follow_its_holder_at_once(
    read: Read, verb: str, told: str, postings: list[tuple[str, str]]
) -> None:
    found = read(f"BLORA - Rapat di Kabupaten Blora, Rabu (18/9/2024), {verb} {told}.")
    names = {entity["id"]: entity["name"] for entity in found["entities"]}
    assert [(names[p["person"]], names[p["institution"]]) for p in found["postings"]] == postings
    assert {name for name, _ in postings} <= {name for name, _ in parts_of(found)}


@pytest.mark.parametrize(
    "told",
    [
        "{}, {}, AKP {}, {}, Kapten Inf {}, {}",
        "Muspika Blora ({}, {}, AKP {}, {}, Kapten Inf {} {}), dan tokoh agama",
        "{}, {}, AKP {}, {}, dan Kapten Inf {}, {}",
        "tokoh agama H. Mulyono, {1} {0}, {3}, AKP {2}, {5}, Kapten Inf {4}",
        "tokoh agama H. Mulyono, {3}, AKP {2}, {5} Kapten Inf {4}, {1} {0}, Lurah Balun",
        "tokoh agama H. Mulyono, {1} {0}, {3}, AKP {2}, {5}, Kapten Inf {4} dan Lurah Balun",
    ],
)
def test_whether_names_or_offices_come_first_shows_at_the_end_of_a_list(read: Read, told: str) -> None:
    posts = {"Irwanto": "Camat Cepu", "Budi Santoso": "Kapolsek Cepu", "Joko Pranoto": "Danramil Cepu"}
    words = [word for pair in posts.items() for word in pair]
    found = read(f"BLORA - Rapat di Kabupaten Blora, Rabu (18/9/2024), dihadiri {told.format(*words)}.")
    names = {entity["id"]: entity["name"] for entity in found["entities"]}
    assert {names[p["person"]]: p["post"] for p in found["postings"]} == posts
