"""What stands around the name of a person: ranks and honorifics in front of it, degrees behind it.

In comes an offset; out come the titles that are read from there on, and where they end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extraction.passages.passage import Passage
from kg.lexicon.matcher import Hit

_REACH = 40  # characters in front of a title
_MOST = 12  # titles in front of one name; what repeats them for pages names nobody
_GAP = re.compile(r"[\s.,]{0,4}")
_DEGREE = re.compile(r"[A-Z][A-Za-z]{0,4}\.[A-Z][A-Za-z]{0,5}\b(?:\.[A-Z][A-Za-z]{0,5}\b)*")  # "Sp.OT", "M.Tr.Hanla"
_UNSPOKEN = re.compile(r"[A-Z][b-df-hj-np-tv-xz]{1,3}(?![^\W_])(?=\.?(?:\s*[,;)]|\s*$|\s+[a-z]))")  # "Spd", "Stp."
_BRANCH = re.compile(r"\s*\(\s*[A-Za-z/. ]{1,14}?\s*\)\.?")
_RETIRED = re.compile(r"\.?\s+([A-Z]\w+)")
_CORPS = re.compile(r"([A-Z][A-Za-z]{2})\s+[A-Z][a-z]")
_NAME = 4  # letters of a word of names that is no degree
_LONG = 5  # letters behind an initial that are no degree
_SHORTENED = ("ranks", "honorifics")  # schemes of titles that are written in small letters, too


@dataclass(slots=True)
class Title:
    """What stands in front of a name, which begins at `end`."""

    end: int
    rank: str | None = None
    honorifics: tuple[str, ...] = ()


class Titles:
    """Reads titles and degrees in one passage."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text
        self.tags = passage.tags

    def before(self, at: int, end: int) -> Title | None:
        """The titles that begin at an offset, in front of a name; None where there are none."""
        found, last = Title(at), None
        for _ in range(_MOST):
            hits = (hit for hit in self.tags.titles.get(found.end, ()) if hit.end <= end)
            hit = next((hit for hit in hits if self._fits(hit, found, first=found.end == at)), None)
            if hit is not None:
                self._add(found, hit, end)
            elif last is not None and (corps := self._unlisted_corps(found.end, last, end)):
                found.rank, found.end = f"{found.rank} {self.text[found.end : corps]}", self.passage.blank(corps)
            else:
                break
            last = hit
        return found if found.rank is not None or found.honorifics else None

    def _add(self, found: Title, hit: Hit, end: int) -> None:
        """Add one more to the titles of a name."""
        scheme, at = self.vocabulary.scheme(hit.concept), hit.end
        if scheme == "honorifics":
            found.honorifics += (self.vocabulary.concept(hit.concept).label(),)
        else:
            written = self.text[hit.start : hit.end].strip(" .")
            found.rank = f"{found.rank} {written}" if scheme == "corps" else written
            branch = _BRANCH.match(self.text, at, end)
            at = branch.end() if branch is not None else self._behind_retired(at, end)
        found.end = self._over_line(self.passage.behind_stop(at, end), end)

    def _behind_retired(self, at: int, end: int) -> int:
        """Behind a word without brackets that the bearer of a rank left the service: "Mayjen TNI Purn Ani"."""
        word = _RETIRED.match(self.text, at, end)
        return word.end(1) if word is not None and word[1].casefold() in self.vocabulary.retired else at

    def _fits(self, hit: Hit, found: Title, *, first: bool) -> bool:
        """Whether a title goes with those in front of it: a corps with a rank, and a second rank only with the first.

        A word that is more often a name is no title.
        """
        scheme = self.vocabulary.scheme(hit.concept)
        if scheme == "corps":
            return found.rank is not None and self._of_armed_forces(found.rank)
        if scheme == "degrees" or (scheme == "honorifics" and self.vocabulary.title_is_name(hit)):
            return False
        written = self.text[hit.start].isupper() or hit.form[0].islower() or self._in_small(hit, scheme)
        return written and (scheme != "ranks" or found.rank is None or first)

    def _of_armed_forces(self, rank: str) -> bool:
        """Whether a rank may be one of a branch that has corps, as none of the police is: "Irjen Armed Wirabumi"."""
        concept = self.vocabulary.rank_of(rank)
        branches = concept.values.get("branch", ()) if concept is not None else ()
        return not branches or not self.vocabulary.branches_with_corps.isdisjoint(branches)

    def _in_small(self, hit: Hit, scheme: str) -> bool:
        """Whether a title lacks its capital in front of a name: "akbp Ani", "sdr. Budi".

        A word of the language is one right behind the name of a body: "Ketua MUI Blora kiai Ani".
        """
        behind = self.passage.blank(self.passage.behind_stop(hit.end, len(self.text)))
        corps = any(self.vocabulary.scheme(other.concept) == "corps" for other in self.tags.titles.get(behind, ()))
        named = corps or self.text[behind : behind + 1].isupper()
        if scheme not in _SHORTENED or not named:
            return False
        return not self.vocabulary.ordinary(self.text[hit.start : hit.end]) or self._behind_capital(hit.start)

    def _behind_capital(self, at: int) -> bool:
        """Whether a word with a capital, none of the language, stands right in front of an offset."""
        before = self.text[max(0, at - _REACH) : at].rpartition(" ")[0].rpartition(" ")[2] if at else ""
        named = self.text[at - 1 : at] == " " and before[:1].isupper() and before[-1:].isalpha()
        return named and not self.vocabulary.ordinary(before.casefold())

    def _unlisted_corps(self, at: int, rank: Hit, end: int) -> int | None:
        """Where an abbreviation ends that stands like a corps behind a military rank: "Letkol CSI Ani Wijaya".

        It is in capitals, or a corps but for one letter: "Letkol Inv Ani Wijaya".
        """
        concept = self.vocabulary.concept(rank.concept)
        if concept.scheme != "ranks" or concept.value("branch") not in self.vocabulary.branches_with_corps:
            return None
        match = _CORPS.match(self.text, at, end)
        if match is None or self.vocabulary.is_name(match[1].casefold()) or at in self.passage.known:
            return None
        return match.end(1) if match[1].isupper() or self.vocabulary.misspelt_corps(match[1]) else None

    def _over_line(self, at: int, end: int) -> int:
        """Behind the end of a line that was broken between a title and the name."""
        return at + 1 if self.text[at : at + 1] == "\n" and self.text[at + 1 : min(end, at + 2)].isupper() else at

    def behind(self, stop: int, end: int) -> tuple[tuple[str, ...], int]:
        """The degrees behind a name that ends at an offset, and where they end."""
        degrees: list[str] = []
        position = stop
        while True:
            at = self._over_gap(position, end)
            if at == position and (not degrees or self.text[at - 1] != "."):
                break  # "SH.MSi" are two
            degree = self._degree_end(at, end)
            if degree is None:
                break
            degrees.append(self.text[at:degree])
            position = degree + (self.text[degree : degree + 1] == ".")
        return tuple(degrees), position

    def degree_behind(self, at: int, end: int) -> bool:
        """Whether a listed degree stands behind a word that ends at an offset."""
        return self._degree(self._over_gap(at, len(self.text)), end) is not None

    def only_degree(self, start: int, stop: int, end: int) -> bool:
        """Whether a run of words is nothing but a degree."""
        shape, hit = _DEGREE.match(self.text, start, end), self._degree(start, end)
        if shape is not None and self._glued_initial(shape):
            shape = None
        return (shape is not None and shape.end() >= stop) or (hit is not None and hit.end >= stop)

    def _degree(self, at: int, end: int) -> Hit | None:
        """The listed degree that begins at an offset."""
        for hit in self.tags.titles.get(at, ()):
            if hit.end <= end and self.text[at].isupper() and self.vocabulary.scheme(hit.concept) == "degrees":
                return hit
        return None

    def _degree_end(self, at: int, end: int) -> int | None:
        """Where the degree ends that begins at an offset, listed or of the shape of one; None where none does."""
        hit = self._degree(at, end)
        if hit is None and (unspoken := self._unspoken(at, end)):
            return unspoken
        shape = _DEGREE.match(self.text, at, end) if hit is None or self._inside(hit) else None
        if shape is not None and (at in self.tags.markers or at in self.tags.posts):
            return None  # "Budi, Pj.Bupati X"
        if shape is not None:
            return None if self._initials(shape) or self._glued_initial(shape) else shape.end()
        return hit.end if hit is not None else None

    def _unspoken(self, at: int, end: int) -> int:
        """Where an unlisted degree ends that is written as a word without vowels behind a comma; 0 for none."""
        match = _UNSPOKEN.match(self.text, at, end)
        if match is None or at in self.tags.titles or self.text[:at].rstrip()[-1:] not in (",", "."):
            return 0
        return 0 if self.vocabulary.is_name(match.group().casefold()) else match.end()

    def _over_gap(self, at: int, end: int) -> int:
        """Behind the stops and blanks in front of a degree."""
        gap = _GAP.match(self.text, at, end)
        return gap.end() if gap else at

    def _initials(self, shape: re.Match[str]) -> bool:
        """Whether what looks like a degree are the initials of the next name in a list: "Herman, J.H. Malonda"."""
        following = self.passage.behind_stop(shape.end(), self.text.find("\n", shape.end()) % (len(self.text) + 1))
        single = all(len(part) == 1 for part in shape.group().split("."))
        return single and self.text[following : following + 1].isupper() and self.text[shape.end()] == "."

    def _glued_initial(self, shape: re.Match[str]) -> bool:
        """Whether what looks like a degree is an initial with a word of names, or a long one, behind it: "M.Hasan"."""
        first, _, word = shape.group().partition(".")
        known = len(word) >= _NAME and self.vocabulary.is_name(word.casefold())
        return len(first) == 1 and (known or (len(word) >= _LONG and word[1:].islower()))

    def _inside(self, hit: Hit) -> bool:
        """Whether a degree is only the beginning of a longer one: "S.T" of "S.T.K."."""
        behind = self.text[hit.end : hit.end + 3]
        return behind[:1] == "." and behind[1:2].isupper() and not behind[2:3].isalpha()
