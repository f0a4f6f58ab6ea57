"""A text → the words of the lexicon in it, and those that are meant: misspelt, coined, or behind a name."""

from __future__ import annotations

import re

from kg.extraction.words.misspelt import IN_FRONT
from kg.extraction.words.tags import Tags
from kg.extraction.words.vocabulary import Vocabulary
from kg.lexicon.matcher import Hit

_WORD = re.compile(r"[^\W_]+")

_NUMBER = re.compile(r"\d|[IVX]+/")
_PERSON = re.compile(r",? ([A-Z][\w.]*)")


def read_tags(vocabulary: Vocabulary, text: str) -> tuple[Tags, dict[int, Hit]]:
    """The words by their offsets; and the bodies whose kind stands behind their name, which are among them too."""
    tags = vocabulary.tag(text)
    _drop_unnamed(vocabulary, text, tags)
    for degree in vocabulary.odd_degrees.find(text, tags.titles):
        tags.titles[degree.start] = [degree]
    read, words = tags.heads, set(_WORD.findall(text))  # as they are written
    _add_misspelt_posts(vocabulary, text, tags, read | tags.cues.keys() | tags.events.keys())
    _add_coined(vocabulary, text, tags, words)
    _add_slips(vocabulary, text, tags, words, read)
    return tags, _add_kinds_behind(vocabulary, text, tags)


def _drop_unnamed(vocabulary: Vocabulary, text: str, tags: Tags) -> None:
    """Leave out abbreviations that are a kind of body only in front of a listed name: "PA Blora", not "PA Sirait"."""

    def unnamed(hit: Hit) -> bool:
        concept = vocabulary.concept(hit.concept)
        if hit.form not in concept.values.get("onlyNamed", ()):
            return False
        return vocabulary.gazetteer.longest_name(text, hit.end, hit.concept) is None

    for hit in [hit for hit in tags.institutions.values() if unnamed(hit)]:
        del tags.institutions[hit.start]


def _add_misspelt_posts(vocabulary: Vocabulary, text: str, tags: Tags, taken: set[int]) -> None:
    """Read a word for a post with a wrong letter as that post: "Komisoner KPU Blora"."""
    titles = {at for at, hits in tags.titles.items() if any(vocabulary.scheme(h.concept) != "degrees" for h in hits)}
    starts = sorted(tags.institutions.keys() | titles)  # behind the name "Dankina, S.H." is no post
    for hit in vocabulary.misspelt.find(text, starts, taken):
        word = text[hit.start : hit.end].casefold()
        if not (vocabulary.ordinary(word) or vocabulary.is_name(word)):
            tags.posts[hit.start] = hit
    in_front = set(IN_FRONT.findall(text))
    for hit in vocabulary.misspelt_in_part.find(text, in_front, taken):
        tags.posts.setdefault(hit.start, hit)

    def names_region(at: int) -> bool:
        numbered = _NUMBER.match(text, at) is not None  # "Dandrem 041 Gamas", "Pandam IV/Diponegoro"
        return numbered or vocabulary.gazetteer.longest_name(text, at, None) is not None

    for hit in vocabulary.misspelt.find_of_regions(text, in_front, taken, names_region):
        tags.posts.setdefault(hit.start, hit)
    _add_short_posts(vocabulary, text, tags, in_front, taken)


def _add_short_posts(vocabulary: Vocabulary, text: str, tags: Tags, in_front: set[str], taken: set[int]) -> None:
    """Read a word of few letters as the post it is but for one, where a body and a person stand behind: "Katua KPU"."""

    def complete(at: int) -> bool:
        body = tags.institutions.get(at)
        behind = body.end + 1 if body is not None else at
        region = vocabulary.gazetteer.longest_name(text, behind, None)
        if body is None and region is None:
            return False
        person = _PERSON.match(text, region.end if region is not None else behind - 1)
        if person is None or person.start(1) in taken:
            return person is not None and person.start(1) in tags.titles
        return vocabulary.is_name(person[1].casefold())

    for hit in vocabulary.misspelt.find_short(text, in_front, taken | tags.posts.keys(), complete):
        if not vocabulary.gazetteer.regions_named(text[hit.start : hit.end]):
            tags.posts[hit.start] = hit
            tags.guessed.add(hit.start)


def _add_slips(vocabulary: Vocabulary, text: str, tags: Tags, words: set[str], taken: set[int]) -> None:
    """Read a word for what people do, or for an event, with a wrong letter as that word: "mangatakan"."""
    for hit in vocabulary.slips.find(text, words, taken | tags.cues.keys() | tags.events.keys()):
        if vocabulary.scheme(hit.concept) == "event-types":
            tags.events[hit.start] = hit
        elif text[hit.start].islower():
            tags.cues.setdefault(hit.start, []).append(hit)


def _add_kinds_behind(vocabulary: Vocabulary, text: str, tags: Tags) -> dict[int, Hit]:
    """Read the bodies whose kind stands behind their name, "Mulia Jaya University", and none in front of it."""
    if not vocabulary.kinds_behind.any_in(text):
        return {}
    single = {hit.start for hit in tags.institutions.values() if _without_name(vocabulary, hit)}
    posts = {at for post in tags.posts.values() for at in range(post.start, post.end)}
    stops = posts | (tags.institutions.keys() - single) | tags.markers.keys() | tags.titles.keys()
    found = {hit.start: hit for hit in vocabulary.kinds_behind.find(text, stops, tags.cues)}
    found = {at: hit for at, hit in found.items() if at not in single or tags.institutions[at].end < hit.end}
    ends = {hit.end + 1 for hit in tags.institutions.values() if hit.start not in single}
    found = {at: hit for at, hit in found.items() if at not in ends}  # "Yayasan Mulia Foundation"
    tags.institutions.update(found)
    return found


def _without_name(vocabulary: Vocabulary, hit: Hit) -> bool:
    """Whether a kind has one body, which needs no name: "Telkom"."""
    return vocabulary.concept(hit.concept).value("namedBy") == "none"


def _add_coined(vocabulary: Vocabulary, text: str, tags: Tags, words: set[str]) -> None:
    """Read the words that are made of listed ones: "Kabapenda", "Dinsosdukcapil"."""
    for post, body in vocabulary.coined.find(text, words, tags.posts.keys() | tags.institutions.keys()):
        tags.institutions[body.start] = body
        if post is not None:
            tags.posts[post.start] = post
