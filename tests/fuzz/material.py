"""What inputs are made of: words and examples of the ontology, the sample articles, and signs that break readers."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from random import Random

from kg.ontology_files import load_ontology, ontology_folder

ROOT = Path(__file__).resolve().parents[2]
ODD = (
    "\x00", "\x01", "\x1b[31m", "\x7f", "\x85", "\xa0", "\xad", "\u0300", "\u200b", "\u200e", "\u202e", "\u2028",
    "\u2029", "\ufeff", "\ufffd", "\ufffe", "\uffff", "\U0001f1ee", "\U000e0001", "\U0010ffff", "İ", "ı", "ß", "ŉ",
    "ﬁ", "Ǆ", "Σ", "𝔘", "²", "٣", "Ⅳ", "´", "‘‘", "’’", "\r", "\n", "\r\n", "\n\n",
    "\t", "\v", "\f", " ", "  ", "\x1c",
    ".", "..", "…", ",", ":", ";", "(", ")", "()", "[", "]", '"', "“", "”", "'", "’", "-", "--", "–", "—", "/", "|",
    "#", "*", "&", "<", ">", "=", "@", "\\", "{", "}", "%", "$", "?", "!", "0", "1", "9" * 20, "-1", "1e400",
    "NaN", "1.2.3",
)  # fmt: skip
DAYS = (
    "2024-09-19", "2024-02-30", "0000-00-00", "9999-12-31", "(19/9/2024)", "(31/2/24)", "(0/0/0000)", "29/2/2023",
    "19-9-2024", "99/99/9999", "1/1/0001", "20.00", "2024", "19", "(45)",
)  # fmt: skip

_NAMES = (
    "AKBP Ani Lestari",
    "Budi Santoso",
    "H. Joko Susilo, S.H.",
    "Polres Blora",
    "KPU Blora",
    "Kapolres Blora",
    "Cepu",
)
_SPEAKERS = ("Kapolres Blora AKBP Ani Lestari", "Budi Santoso", "Bupati Blora", "dia", "Ketua KPU Blora Joko Susilo")
_SIGNS = (",", ",", '"', "(", ")", "-", ":", "dan", "di", "yang", "itu", "1.", "Kamis (19/9/2024)", "Rabu", "Mei 2024")


@cache
def words() -> tuple[str, ...]:
    """Every wording of the ontology, names of regions, abbreviations, and names of people."""
    found = {label.text for concept in load_ontology().concepts.values() for label in concept.labels}
    for table, column in (("regions.csv", "shown"), ("regions.csv", "name"), ("abbreviations.csv", "abbreviation"),
                          ("common_names.csv", "name")):  # fmt: skip
        with (ontology_folder() / table).open(encoding="utf-8", newline="") as file:
            rows = [row[column] for row in csv.DictReader(file) if row[column]]
        found.update(rows[:: max(1, len(rows) // 400)])
        found.update(row.title() for row in rows[:40])
    return tuple(sorted(found))


@cache
def sentences() -> tuple[str, ...]:
    """The examples and counter-examples of the ontology, and the lines of the sample articles."""
    concepts = load_ontology().concepts.values()
    found = {text for concept in concepts for text in (*concept.examples, *concept.counter_examples)}
    found.update(line for text in articles() for line in text.splitlines() if 20 < len(line) < 400)
    return tuple(sorted(found))


@cache
def articles() -> tuple[str, ...]:
    """The sample articles as they are saved."""
    paths = sorted(path for path in (ROOT / "seeds" / "articles").iterdir() if path.suffix in (".txt", ".md"))
    return tuple(path.read_text("utf-8") for path in paths)


@cache
def words_by_scheme() -> tuple[tuple[str, ...], ...]:
    """The wordings of each scheme of the ontology: posts, ranks, verbs, words of the calendar; then days and names."""
    schemes = load_ontology().schemes.values()
    known = [tuple(sorted({form.text for c in concepts for form in c.forms()})) for concepts in schemes]
    return (*filter(None, known), DAYS, _NAMES, _SIGNS)


def clauses(random: Random, length: int = 300) -> str:
    """Sentences of words of all schemes alike, so that verbs, days and quotes meet in every order."""
    told: list[str] = []
    while sum(map(len, told)) < length:
        parts = [random.choice(random.choice(words_by_scheme())) for _ in range(random.randint(3, 14))]
        said = " ".join(parts)
        if random.random() < 0.3:
            verb = random.choice(random.choice(load_ontology().scheme("speech")).forms()).text
            told.append(f'"{said}," {verb} {random.choice(_SPEAKERS)}. ')
            continue
        told.append(f'"{said}' if random.random() < 0.2 else f"{said[:1].upper()}{said[1:]}")
        told.append(random.choice((". ", ". ", ", ", '," ', "\n\n")))
    return "".join(told)


def piece(random: Random) -> str:
    """A word, a sentence, a day or an odd sign."""
    pool = random.choice((words(), words(), sentences(), DAYS, ODD, ODD))
    return random.choice(pool)


def news(random: Random, length: int = 1200) -> str:
    """An article of the ontology's own words that nobody wrote: headline, dateline, paragraphs."""
    lines = [" ".join(random.choice(words()) for _ in range(5)), ""]
    lead = f"{random.choice(words()).upper()} - "
    while sum(map(len, lines)) < length:
        told = []
        for _ in range(random.randint(1, 4)):
            tokens = random.choice(sentences()).split(" ")
            for _ in range(random.randint(0, 4)):
                tokens[random.randrange(len(tokens))] = piece(random)
            told.append(" ".join(tokens))
        lines += [lead + " ".join(told), ""]
        lead = ""
    return "\n".join(lines)
