"""An office at a body of the article → the post as a record calls it: "Kapolres Blora", "Ketua KPU Kabupaten Blora"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from kg.extraction.chunks import Office
from kg.extraction.happenings.event_words import unbracketed
from kg.extraction.resolved import Body
from kg.extraction.words.vocabulary import Vocabulary

_STAFF = "staff"  # the rank of the post of who heads a section
_GOVERNMENT = "RegionalGovernment"  # the class of bodies


def plain(words: str) -> str:
    """The words of a name without brackets and the signs around it."""
    return unbracketed(words).strip(" .,;:")


class PostNames:
    """Names the posts of one document, whose bodies are known by their keys."""

    def __init__(self, vocabulary: Vocabulary, text: str, bodies: Mapping[str, Body]) -> None:
        self.vocabulary = vocabulary
        self.text = text
        self.bodies = bodies

    def of(self, office: Office, key: str) -> str:
        """The post with its body, as written where the text names it, else with the body's own name."""
        body = self.bodies[key]
        words = unbracketed(office.words)
        named = office.institution
        if office.fused:
            return f"{words} {self._short(body)}"
        at = max(named.start, office.start) if named is not None else office.start
        glued = at > office.start and self.text[at - 1 : at + 1].isalpha()  # "Kabapenda" is one word
        if named is not None and (glued or named.fixed or (named.name and not named.borrowed)):
            return f"{words}{'' if glued else ' '}{plain(self.text[at : named.end])}".strip()
        if named is not None and named.level and not named.name and self.text[at : named.end] == named.level:
            return f"{words} {named.level} {self._short(body)}"  # "Kepala Kesbangpol Provinsi"
        if named is not None and office.heads and self._single(body):
            return f"{words} {plain(self.text[at : named.end])}"
        if named is not None and not (named.borrowed and office.implied):
            return f"{words} {body.name.removeprefix(office.heads).strip()}"
        if not office.implied or self._says_its_body(office, body):
            return words
        short = self._whole(office, body) or self._short(body)
        if words.endswith(f" {short}"):
            return words
        kind, _, name = short.partition(" ")  # "Kepala Sekretariat KPU" at the "KPU Kabupaten X"
        return f"{words} {name}" if name and words.endswith(f" {kind}") else f"{words} {short}"

    def _whole(self, office: Office, body: Body) -> str:
        """The whole name of a body of which the post's word says nothing: "Kabag SDM Polres X"; else nothing.

        "Kapolres X" and "Asintel Kejati X" say it; a government is in no post's name.
        """
        post, kind = self.vocabulary.concept(office.deputy_to or office.role), self.vocabulary.concept(body.type)
        if office.rank != _STAFF or post.flag("impliesInstitution") or kind.value("entityClass") == _GOVERNMENT:
            return ""
        words = office.words.casefold().split()
        said = any(form.text.casefold() in words for form in kind.forms())
        return "" if said else body.name

    def _says_its_body(self, office: Office, body: Body) -> bool:
        """Whether a post is one of a body of which there is one: "Menteri Dalam Negeri"."""
        post = self.vocabulary.concept(office.deputy_to or office.role)
        implies = post.flag("impliesInstitution") or post.flag("servesOffice")
        return implies and self._single(body)

    def _single(self, body: Body) -> bool:
        """Whether there is one body of a kind: a ministry."""
        return self.vocabulary.concept(body.type).value("namedBy") == "none"

    def _short(self, body: Body) -> str:
        """The part of a body's name that tells it from others of its kind: "Klungkung" of "Polres Klungkung"."""
        kind = self.vocabulary.concept(body.type)
        former = self.vocabulary.concept(kind.value("formerKind") or body.type)
        for template in (kind.value("nameTemplate"), former.value("nameTemplate")):
            match = _named_by(template).fullmatch(body.name) if template and "{name}" in template else None
            if match:
                return match["name"]
        return body.name


@cache
def _named_by(template: str) -> re.Pattern[str]:
    """The names that the template of a kind of body gives."""
    return re.compile(re.escape(template).replace(r"\{name\}", "(?P<name>.+)").replace(r"\{level\}", r"\w+"))
