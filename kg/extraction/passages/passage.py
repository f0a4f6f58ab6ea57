"""What the readers of one document share: its text, the hits of the lexicon in it, its dates, and what words can do.

In come a vocabulary, a calendar and a text; the readers of bodies, offices, names and places ask it by offset.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from kg.extraction.chunks import Institution, Token, tokens_of
from kg.extraction.dates import DateMention, with_right_weekdays
from kg.extraction.passages.calendar import Calendar
from kg.extraction.passages.cases import Cases
from kg.extraction.passages.read_tags import read_tags
from kg.extraction.words.vocabulary import Vocabulary
from kg.lexicon.addresses import numbers
from kg.lexicon.matcher import Hit

_SPACE = re.compile(r"\s*")
_STOP = re.compile(r"[.,]?\s*(?:(?<= )\. ?(?=[A-Z]))?")  # also of "Pol .Drs. Ani"
_CLASS = re.compile(r"(\w+)\s+(?:[IVX]+|[A-D]|\d)\s?(?:[-–.]?\s?[A-D])?\b(?:\s+[A-Z]{3}\b)?")
_VILLAGE = 60  # characters
_INITIALS = 4  # letters; fewer end a name
_REACH_OF_LEVELS = 60  # characters
_IN_SHORT = re.compile(r" \(([A-Z][a-z][A-Za-z]{1,10}|[A-Z]{2,5})\)")
_CAPITALS = re.compile(r"(?<![^\W_])(?:[A-Z][a-z]+ ){1,3}[A-Z][a-z]+\Z")
_REACH_OF_SHORT = 60  # characters in front of a bracket
_WORD = re.compile(r"[^\W\d_]+")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.?\s$")
_REACH_OF_WORD = 24  # characters
_NO_NAME_BEHIND = re.compile(r"\s*(?:[,;.)](?!\s*[A-Z][a-z]+\s[A-Z])|\Z)|\s+[a-z]")


class Passage:
    """One document as its grammar sees it; what the words of the lexicon say is told by their offsets."""

    def __init__(self, vocabulary: Vocabulary, calendar: Calendar, text: str, published: str | None = None) -> None:
        self.vocabulary = vocabulary
        self.published = published
        self.text = text
        self.tags, self.named_ahead = read_tags(vocabulary, text)
        self.dates: dict[int, DateMention] = {
            date.start: date for date in with_right_weekdays(calendar.find(text), published)
        }
        self.numbers = dict(numbers(text))  # of letters: where they begin and end
        self.cases = Cases(text)
        # where a chunk of more than a cue or an event may begin, and where any word of the lexicon does
        self.heads = self.tags.heads | self.dates.keys()
        self.known = self.heads | self.tags.cues.keys() | self.tags.events.keys()
        self._places_named: dict[str, list[int]] = {}
        self.acronyms: dict[str, Institution] = {}  # short forms in brackets, as they are read
        self.foreseen: set[str] = set()  # those of them that are used in front of their brackets
        self.opening = 0  # where the stretch that is read now begins
        self.headline = False  # whether the stretch that is read now has capitals throughout

    @cached_property
    def year(self) -> int | None:
        """The year in which the text was published, or else the last one that it dates anything by; None without."""
        if self.published is not None:
            return int(self.published[:4])
        return max((date.year for date in self.dates.values() if date.year), default=None)

    @cached_property
    def places_in_short(self) -> dict[str, int]:
        """The short forms in brackets behind names of regions that are no body's: "Kuta Utara (Kutut)", "(KU)".

        With each goes the offset of the name.
        """
        found: dict[str, int] = {}
        for match in _IN_SHORT.finditer(self.text):
            short, end = match[1], match.start()
            words = _CAPITALS.search(self.text[max(0, end - _REACH_OF_SHORT) : end])
            first = end - len(words.group()) if words is not None else end
            starts = [word.start() for word in _WORD.finditer(self.text, first, end)]
            named = ((at, self.vocabulary.gazetteer.longest_name(self.text, at, None)) for at in starts[:-1])
            whole = (at for at, hit in named if hit is not None and hit.end == end)
            name = next((at for at in whole if _spells(short, self.text[at:end])), None)
            if name is not None:
                found.setdefault(short, name)
        return found

    @cached_property
    def words_behind_ranks(self) -> frozenset[str]:
        """The words that stand behind ranks anywhere in the text, with their corps or without."""
        titles = (hit for hits in self.tags.titles.values() for hit in hits)
        ranks = (hit for hit in titles if self.vocabulary.scheme(hit.concept) in ("ranks", "corps"))
        words = (_WORD.match(self.text, self.behind_stop(hit.end, len(self.text))) for hit in ranks)
        return frozenset(word.group() for word in words if word is not None)

    def blank(self, at: int) -> int:
        """Behind the blanks of one line at an offset."""
        if not self.text[at : at + 1].isspace():
            return at
        if not self.text[at + 1 : at + 2].isspace():
            return at + 1
        match = _SPACE.match(self.text, at)
        return match.end() if match else at

    def village_end(self, at: int, end: int) -> int | None:
        """Where the listed name of a village ends, of which words may mean something: "Kampung Dwi Warga Jaya"."""
        found, words = None, ""
        for word in tokens_of(self.text, at, min(end, at + _VILLAGE)):
            if not word.capital:
                break
            words = f"{words} {word.text.casefold()}".strip()
            found = word.end if words in self.vocabulary.villages else found
        return found

    def behind_stop(self, at: int, end: int) -> int:
        """Behind a full stop or comma and the blanks that follow it: "Dr. Ani", "AKP, Budi"."""
        match = _STOP.match(self.text, at, end)
        return match.end() if match else at

    def arm(self, at: int, end: int) -> int | None:
        """The end of the arm that a unit with a number belongs to, "Yonif 8 Marinir"; None where none stands."""
        hit = self.tags.institutions.get(at)
        named = hit is not None and hit.end <= end and self.vocabulary.concept(hit.concept).flag("namesUnits")
        return hit.end if hit is not None and named else None

    def place_word(self, at: int) -> int | None:
        """The end of a place word ("Desa", "Jalan") at an offset, or None."""
        hit = self.tags.place_words.get(at)
        return hit.end if hit else None

    def behind_levels(self, at: int, end: int) -> int:
        """Behind words for levels without a region's name, more than one: "Kabupaten/Kota"; 0 where there are none."""
        levels, joined, stop = 0, True, at
        for token in tokens_of(self.text, at, min(end, at + _REACH_OF_LEVELS)):
            if joined and token.text.casefold() in self.vocabulary.levels:
                levels, joined, stop = levels + 1, False, token.end
            elif not joined and token.text in self.vocabulary.joints_of_names:
                joined = True
            else:
                break
        named = self.vocabulary.gazetteer.longest_name(self.text, self.blank(stop), None) if levels > 1 else None
        return stop if levels > 1 and named is None else 0

    def behind_class(self, at: int) -> int:
        """Behind the class of an office: "Pengadilan Agama Kelas IA Watampone", "Lapas Kelas II-B Blora"."""
        match = _CLASS.match(self.text, self.blank(at))
        return match.end() if match and match[1].casefold() in self.vocabulary.class_words else at

    def behind_place_word(self, but: int, name: str) -> bool:
        """Whether a name stands behind a place word anywhere else: "Balai Kampung Bujuk Agung"."""
        if name not in self._places_named:
            self._places_named[name] = list(self._behind_place_words(name))
        return any(at != but for at in self._places_named[name])

    def _behind_place_words(self, name: str) -> Iterator[int]:
        """Where a name stands behind a place word."""
        at = self.text.find(name)
        while at >= 0:
            before = self.text[max(0, at - 20) : at].rstrip().rpartition(" ")[2]
            start = self.text.rfind(before, 0, at) if before else -1
            if start >= 0 and self.place_word(start) is not None and self._whole(at, at + len(name)):
                yield at
            at = self.text.find(name, at + 1)

    def _whole(self, start: int, end: int) -> bool:
        """Whether a stretch is whole words."""
        around = (self.text[max(0, start - 1) : start], self.text[end : end + 1])
        return not any(char.isalnum() or char == "_" for char in around)

    def opens_name(self, token: Token) -> bool:
        """Whether a particle stands here with which a name begins: "Tihingan I Ketut Sugiana"."""
        hit = self.tags.openers.get(token.start)
        if hit is None or not token.capital:
            return False
        following = _WORD.match(self.text, self.blank(hit.end))
        if following is None or following.start() in self.known or not following.group().istitle():
            return following is not None and self.vocabulary.is_name(following.group().casefold())
        return " " in hit.form or self.vocabulary.is_name(following.group().casefold())

    def stops_name(self, at: int, *, first: bool = False, ranked: bool = False) -> bool:
        """Whether a word can't stand inside a name: it opens a body, an office, a title or a cue."""
        if at not in self.known:
            return False
        tags = self.tags
        post = tags.posts.get(at)
        within = post is not None and self._within_name(post, first=first, ranked=ranked)
        if (post is not None and not within) or at in tags.markers or at in self.dates:
            return True
        body = tags.institutions.get(at)
        if body is not None and not (first and len(body.form) <= 3 and not self._in_capitals(body)):
            return True
        word = _WORD.match(self.text, at)
        known = word is not None and self.vocabulary.is_name(word.group().casefold())
        titles = tags.titles.get(at, ())
        schemes = {self.vocabulary.scheme(hit.concept) for hit in titles}
        if "ranks" in schemes and not (ranked if first else self._name_like_rank(titles)):
            return True
        if not first and "degrees" in schemes and not self._initials(at):
            return True
        if not first and any(self._breaks_name(hit) for hit in titles):
            return True
        if first or known or within:
            return not (known or within) and any(
                self.vocabulary.scheme(hit.concept) == "candidacy" for hit in tags.cues.get(at, ())
            )
        cues = tags.cues.get(at, ())
        if ranked and word is not None and word.group().istitle() and self._only_newness(cues) and not self.headline:
            return False  # "Iptu Aris Lama"
        return at in tags.events or any(hit.end - hit.start > 2 for hit in cues)

    def _only_newness(self, cues: Iterable[Hit]) -> bool:
        """Whether a word is one that says whether the holder of an office is the new or the old one."""
        schemes = {self.vocabulary.scheme(hit.concept) for hit in cues}
        return bool(schemes) and schemes <= {"newness", "old-holders", "new-holders"}

    def _in_capitals(self, short: Hit) -> bool:
        """Whether a short form is in capitals, and the word behind it is not: "Pendeta GPM Eliora"."""
        following = _WORD.match(self.text, self.blank(short.end))
        return self.text[short.start : short.end].isupper() and following is not None and not following[0].isupper()

    def _name_like_rank(self, titles: Iterable[Hit]) -> bool:
        """Whether a short word for a rank, with no corps behind it, goes on the name before: "Ani May Saputra".

        So does the last word of a name: "Pj Bupati X, Yosafat Mayor guna …".
        """
        rank = next(iter(titles))
        written, behind = self.text[rank.start : rank.end], self.blank(rank.end)
        follows = any(self.vocabulary.scheme(hit.concept) == "corps" for hit in self.tags.titles.get(behind, ()))
        last = _NO_NAME_BEHIND.match(self.text, rank.end) is not None
        short = len(written) < _INITIALS and not follows and self.text[behind : behind + 1] != "."
        return written.istitle() and written.isalpha() and (short or last)

    def _breaks_name(self, hit: Hit) -> bool:
        """Whether a title begins another name here, and is no initials at its end: "Boy JS"."""
        written = self.text[hit.start : hit.end].rstrip(".")
        if not (self.vocabulary.breaks_name(hit) and written[:1].isupper()):
            return False
        initials = written.isupper() and 1 < len(written) < _INITIALS and not hit.form.rstrip(".").isupper()
        behind = self.behind_stop(hit.end, len(self.text))
        return not initials or self.text[behind : behind + 1].isupper()

    def _within_name(self, post: Hit, *, first: bool, ranked: bool) -> bool:
        """Whether a post is rather a word of a name, which it may be: "Adi Perwira memimpin rapat".

        It is the last one, behind a word that is no other thing, or stands between two of names: "Arif Hakim Nasution".
        Behind a rank it may be the first or the only one: "AKP Hakim", "Kapten Panglima Nugraha".
        """
        behind = self.blank(post.end)
        written = self.text[post.start : post.end]
        if not self.vocabulary.concept(post.concept).flag("alsoName") or not (written.istitle() and written.isalpha()):
            return False
        before = _WORD_BEFORE.search(self.text, max(0, post.start - _REACH_OF_WORD), post.start)
        if first and not (ranked or self._behind_title(post.start)):
            return False
        if not first and (before is None or not self._of_name(before[1])):
            return False
        if not self.text[behind : behind + 1].isupper():
            return self.text[post.end : post.end + 1] != "-"
        if behind in self.known or not (first or self.vocabulary.is_name(written.casefold())):
            return False
        word = _WORD.match(self.text, behind)
        named = word is not None and self.vocabulary.is_name(word.group().casefold())
        return named and self.vocabulary.gazetteer.longest_name(self.text, behind, None) is None

    def _behind_title(self, at: int) -> bool:
        """Whether a short title, with which nobody addresses an office, stands in front of a word: "H. Kader"."""
        start = self.text.rfind(" ", 0, max(0, at - 1)) + 1
        hits = self.tags.titles.get(start, ()) if self.text[at - 2 : at] == ". " else ()
        return any(self.vocabulary.breaks_name(hit) for hit in hits)

    def _of_name(self, word: str) -> bool:
        """Whether a word may be the first of a name: one of names, or one that the language does not have."""
        folded = word.casefold()
        return self.vocabulary.is_name(folded) or (word.istitle() and not self.vocabulary.ordinary(folded))

    def _initials(self, at: int) -> bool:
        """Whether what looks like a degree are initials inside a name, with no comma around.

        "Ganda M.H Saragih" in front of a known name, and "Yudhi SM Pinem" in front of any word that names nothing else.
        """
        degree = next(iter(self.tags.titles.get(at, ())), None)
        if degree is None or self.text[:at].rstrip()[-1:] in ",.":
            return False
        word = _WORD.match(self.text, self.blank(degree.end))
        if word is None or not word.group()[0].isupper():
            return False
        written = self.text[at : degree.end].rstrip(".")
        if "." in self.text[at : degree.end]:
            return self.vocabulary.is_name(word.group().casefold()) and all(len(p) == 1 for p in written.split("."))
        short = written.isupper() and len(written) < _INITIALS
        unknown = word.start() not in self.known and not self.vocabulary.ordinary(word.group().casefold())
        return short and unknown and not word.group().isupper()


def _spells(short: str, name: str) -> bool:
    """Whether the letters of a short form stand in a name in their order, the first one at its beginning.

    One of capitals throughout has those of its words.
    """
    if short.isupper():
        return short == "".join(word[0] for word in name.split())
    short, name = short.casefold(), name.casefold()
    letters = iter(name)
    return name[:1] == short[:1] and all(letter in letters for letter in short)
