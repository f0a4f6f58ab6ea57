"""Where the name of a body ends that no table lists: capitalised words, up to a title or another body.

In comes the offset behind the kind of the body; out comes the end of its name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extraction.chunks import Token, token_in, tokens_of
from kg.extraction.passages.passage import Passage
from kg.lexicon.gazetteer import NameHit
from kg.lexicon.matcher import Hit

_REACH = 12  # characters in front of a word
_BEFORE = re.compile(r"(\S+)\s+$")
_SHORT = 4  # letters of an abbreviated title
_MOST_WORDS = 3  # in front of the last one of a field
_LONG = 4  # words of a name that is longer than that of a unit

_NO_NAME = ("sharing", "as")  # schemes of words of which no name is made: "Organisasi Masyarakat Sebagai Pengawas"


class OpenNames:
    """Finds the ends of unlisted names in one passage."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text
        self.tags = passage.tags

    def end(
        self,
        at: int,
        end: int,
        *,
        limit: int,
        regional: bool,
        titled: bool = False,
        of_heads: bool = False,
        of_village: bool = False,
        own_words: Sequence[str] = (),
    ) -> int | None:
        """Where a run of capitalised words that names an open kind of body ends; None when there is none.

        The name of an official body ends with its region; it may begin with a title where its kind is `titled`, and
        one `of_heads` with a post: "Forum Camat". That of a body `of_village` has no conjunction in it; `own_words`
        with capitals are part of it though they are cues elsewhere: "PT Mekar Karya Abadi".
        """
        heads = self._named_after_people(self.passage.blank(at), end) if of_heads else 0
        stop, count = heads or None, int(heads > 0)
        listed = self._behind_titles(at, end) if titled and not heads else heads
        joined = False  # whether a conjunction stands in front of the word
        for token in tokens_of(self.text, at, min(end, at + 120)):
            if token.text in "()" or (joined and self._names_holder(token, end)):
                break
            if token.start < listed:
                continue
            lists = regional and token.text == "," and 0 < count <= _MOST_WORDS
            if lists and (listed := self._list_end(token.start, end)):
                stop = listed
                continue
            place = self._region(token.start, regional=regional, levelled=of_heads)
            if count and place is not None and token.capital:
                return min(max(place.end, token.end), end)
            joins = token.text in self.vocabulary.joints_of_names and (count > 0 or token.text == ".")
            joins = joins and not (of_village and token.word)
            joined = joins and token.word
            own = count > 0 and token.capital and not self.passage.headline and token.text.casefold() in own_words
            if count >= limit or (not own and self._ends(token, count, joins=joins, unit=limit < _LONG)):
                break
            if count == 0 and self._no_name(token, end, unit=limit < _LONG, regional=regional):
                break
            if not joins:
                stop, count = token.end, count + 1
            if place is not None:
                return min(max(place.end, token.end), end)
        return stop

    def _behind_titles(self, at: int, end: int) -> int:
        """Behind the titles of the person after whom a body is called: "RSUD Prof. Dr. Ani Wijaya"."""
        behind = self.passage.blank(at)
        while hits := [hit for hit in self.tags.titles.get(behind, ()) if hit.end < end and self._before_name(hit)]:
            behind = self.passage.behind_stop(hits[0].end, end)
        return behind

    def _before_name(self, hit: Hit) -> bool:
        """Whether a title stands in front of names; that of a saint may look like a degree: "Paroki S.T. Yosef"."""
        return self.vocabulary.scheme(hit.concept) in ("ranks", "corps", "honorifics", "degrees")

    def _names_holder(self, token: Token, end: int) -> bool:
        """Whether a word says what somebody is who is named behind it by a title: "LSM X dan Penceramah Ustaz Ani"."""
        titles = self.tags.titles.get(self.passage.blank(token.end), ()) if token.capital else ()
        return any(hit.end < end and self.vocabulary.breaks_name(hit) for hit in titles)

    def _region(self, at: int, *, regional: bool, levelled: bool) -> NameHit | None:
        """The region with which a name ends; of a body that is not official, only one with its level."""
        place = self.vocabulary.gazetteer.longest_name(self.text, at, None) if regional or levelled else None
        return place if place is None or regional or place.level is not None else None

    def _named_after_people(self, at: int, end: int) -> int:
        return self._post_of_heads(at, end) or self._members(at, end)

    def _post_of_heads(self, at: int, end: int) -> int:
        """Behind a post of heads of bodies, where no name of one follows; 0 for none."""
        post = self.tags.posts.get(at)
        concept = self.vocabulary.concept(post.concept) if post is not None and post.end <= end else None
        if post is None or concept is None or not concept.flag("impliesInstitution"):
            return 0
        behind = self.passage.blank(post.end)
        titled = any(hit.end > behind for hit in self.tags.titles.get(behind, ()))
        return 0 if titled or concept.value("rankOfPost") != "head" else post.end

    def _members(self, at: int, end: int) -> int:
        """Behind a word for those who are the members, in front of what they do or where: "Ikatan Bidan Sejahtera".

        Alone it is a title or a post; 0 where it is that: "Forum Guru Ani".
        """
        word = token_in(self.text, at, end)
        listed = word is not None and (word.start in self.tags.posts or word.start in self.tags.titles)
        if word is None or not listed or self.passage.headline or not self.vocabulary.ordinary(word.text.casefold()):
            return 0
        post = self.tags.posts.get(at)
        if post is not None and self.vocabulary.concept(post.concept).flag("candidacy"):
            return 0
        following = token_in(self.text, word.end, end)
        if following is None or not (following.word and following.capital) or following.start in self.passage.known:
            return 0
        plain = self.vocabulary.ordinary(following.text.casefold())
        plain = plain and not self.vocabulary.is_name(following.text.casefold())
        return word.end if plain or self._region(following.start, regional=True, levelled=False) is not None else 0

    def _theme(self, token: Token) -> bool:
        """Whether a place that nature made is what those of a body care for: "Forum Peduli Sungai"."""
        if token.text.casefold() not in self.vocabulary.natural_places or not token.capital:
            return False
        before = _BEFORE.search(self.text, max(0, token.start - _REACH), token.start)
        return before is not None and self.vocabulary.ordinary(before[1].casefold())

    def _ends(self, token: Token, count: int, *, joins: bool, unit: bool) -> bool:
        """Whether an unlisted name ends before a word: at another body, an office, a date, a title or a plain word."""
        tags, first = self.tags, count == 0
        if not (joins or token.capital or token.numeral) or (token.numeral and self._counts(token)):
            return True
        if unit and not first and self.passage.arm(token.start, token.end) is not None:
            return False
        if token.start in tags.posts or token.start in tags.institutions or token.start in self.passage.dates:
            return True
        if any(self.vocabulary.scheme(hit.concept) in _NO_NAME for hit in tags.cues.get(token.start, ())):
            return True
        if self._title_in_name(token, first=first) or (count and self.passage.opens_name(token)):
            return True
        if not joins and self._verb(token, first=first):
            return True
        if count and (self._subject(token) or self._field(token) or (not unit and self._theme(token))):
            return False
        return not joins and (self.passage.stops_name(token.start, first=first) or self._plain(token, count, unit=unit))

    def _counts(self, token: Token) -> bool:
        """Whether a number says for how long or of how many, and names nothing: "Lurah X 6 tahun", "PPS 4 desa"."""
        following = token_in(self.text, self.passage.blank(token.end), len(self.text))
        if following is None or following.text in self.vocabulary.years:
            return following is not None
        behind = token_in(self.text, self.passage.blank(following.end), len(self.text))
        regions = following.text in self.vocabulary.levels or following.text in self.vocabulary.village_words
        return regions and not (behind is not None and behind.capital)

    def _verb(self, token: Token, *, first: bool) -> bool:
        """Whether a word can only be a verb, and does not begin the name of a region: "Menganti"."""
        verb = self.vocabulary.verb(token.text.casefold(), active=not first)
        return verb and self.vocabulary.gazetteer.longest_name(self.text, token.start, None) is None

    def _field(self, token: Token) -> bool:
        """Whether a word for places is what an agency deals with: "Pekerjaan Umum dan Perumahan", "dan Tata Ruang"."""
        before = _BEFORE.search(self.text, max(0, token.start - _REACH), token.start)
        joined = before is not None and before[1] in self.vocabulary.joints_of_names
        return joined and token.word and self.vocabulary.ordinary(token.text.casefold()) and not self._no_field(token)

    def _subject(self, token: Token) -> bool:
        """Whether a word for elections is what a body deals with, and its name goes on: "Kajian Pemilu Indonesia"."""
        if all(self.vocabulary.scheme(hit.concept) != "candidacy" for hit in self.tags.cues.get(token.start, ())):
            return False
        following = token_in(self.text, self.passage.blank(token.end), len(self.text))
        if self.passage.headline or following is None:
            return False
        if following.text == "(":
            return True  # its short form
        if not (following.capital and following.word):
            return False
        if following.start in self.tags.institutions:
            return True  # the body that it is a part of
        return not self.passage.stops_name(following.start) and not self.vocabulary.is_name(following.text.casefold())

    def _no_name(self, token: Token, end: int, *, unit: bool, regional: bool) -> bool:
        """Whether no unlisted name begins with a word, such as one that tells which are meant: "Dinas Terkait"."""
        if token.text.casefold() in self.vocabulary.qualifiers:
            return True
        return (unit and self._no_unit(token)) or self._only_a_kind(token, end, regional=regional)

    def _no_unit(self, token: Token) -> bool:
        """Whether a word says where a unit is, how many, or who, and names none: "Makodim Jalan X", "Kapolda Ia"."""
        kinds = {self.vocabulary.scheme(hit.concept) for hit in self.tags.cues.get(token.start, ())}
        return bool(kinds & {"venue-words", "fillers", "plural", "sharing", "pronouns"})

    def _only_a_kind(self, token: Token, end: int, *, regional: bool) -> bool:
        """Whether a word is a kind of place without its name: "PPS Desa/Kelurahan"; an agency may be for it."""
        if self.passage.place_word(token.start) is None or (regional and self._list_end(token.end, end)):
            return False
        following = token_in(self.text, token.end, len(self.text))
        return following is None or following.text == "/" or not (following.capital or following.text == ".")

    def _list_end(self, at: int, end: int) -> int:
        """Where the fields in the name of an agency end: "Dinas Komunikasi, Informatika, dan Statistik"; 0 for none.

        A field has words with capitals that name nobody and no place; the last stands behind a conjunction.
        """
        fields, words, last, first = 0, 0, False, True
        for token in tokens_of(self.text, at, min(end, at + 120)):
            if token.text == ",":
                continue
            if token.text in self.vocabulary.joints_of_names and token.word:
                last = True
                continue
            if not (token.capital and token.word) or self._no_field(token, first=first) or self._proper(token):
                return 0
            fields += 1
            if last:
                return token.end if fields > 1 else 0
            if self.text[token.end : token.end + 1] != "," and not self._joint_behind(token.end):
                fields -= 1  # a field of several words
                words += 1
                if words > _MOST_WORDS or not self.vocabulary.ordinary(token.text.casefold()):
                    return 0
                first = False
                continue
            words, first = 0, True
        return 0

    def _no_field(self, token: Token, *, first: bool = True) -> bool:
        """Whether a word opens something else than the field of an agency; for places there are agencies too.

        Behind the `first` word of a field an ordinary one goes on with it.
        """
        place = self.passage.place_word(token.start) is not None
        if (place or not first) and self.vocabulary.ordinary(token.text.casefold()):
            return token.start in self.tags.institutions or token.start in self.tags.posts
        return self.passage.stops_name(token.start)

    def _proper(self, token: Token) -> bool:
        """Whether a word is a name of persons or of a region."""
        named = self.vocabulary.is_name(token.text.casefold())
        return named or self.vocabulary.gazetteer.longest_name(self.text, token.start, None) is not None

    def _joint_behind(self, at: int) -> bool:
        """Whether a conjunction of names stands behind an offset."""
        word = token_in(self.text, self.passage.blank(at), len(self.text))
        return word is not None and word.text in self.vocabulary.joints_of_names

    def _title_in_name(self, token: Token, *, first: bool) -> bool:
        """Whether a title begins here and so a name of a body ends; such as a sultan's may open one."""
        for hit in self.tags.titles.get(token.start, ()):
            concept = self.vocabulary.concept(hit.concept)
            short = first and concept.scheme == "degrees" and token.text.isupper()  # "PT SHI"
            if (concept.scheme in ("ranks", "degrees") and len(token.text) > 1) or concept.flag("beginsName"):
                if not short:
                    return True
                continue
            if concept.scheme == "honorifics" and not (first and len(token.text) > _SHORT) and len(token.text) > 1:
                return True
        return False

    def _plain(self, token: Token, count: int, *, unit: bool) -> bool:
        """Whether a capitalised word is an ordinary one: anywhere in a headline, else only as a whole name.

        No unit is called by a word that the text writes small elsewhere, or in a line with capitals throughout.
        """
        lower = token.text.casefold()
        ordinary = lower in self.passage.cases.lower or self.vocabulary.ordinary(lower)
        if not ordinary or self.passage.headline or count:
            return ordinary and self.passage.headline
        return token.text.isupper() or (
            unit and (lower in self.passage.cases.lower or self.passage.cases.titled(token.start))
        )
