"""The words behind a post → where its field ends: "Bidang Hukum dan Humas" in "Kabid Bidang Hukum dan Humas Ani".

A field is ordinary words with capitals, in a list or not, or words in small letters in front of a name or a body.
"""

from __future__ import annotations

import re
from itertools import islice

from kg.extraction.chunks import Token, token_in, tokens_of
from kg.extraction.institutions.bodies import Bodies
from kg.extraction.passages.passage import Passage

_VERBS = ("cues", "hosts", "speech", "moves", "appointed")  # schemes
_WORDS_BEFORE_RANK = 3
_WORDS_IN_SMALL = 8  # of a field, with the word that opens it and the one behind it
_NAME = 4  # letters of a word of a name in capitals
_INITIALS = 2  # letters in front of a name
_NEXT = 30  # characters in which the next word stands
_NUMERALS = frozenset("IVX")  # of one letter
_LEAST = 3  # letters of a short form, at most
_LONG = 5  # letters of one, at most, that no list has
_CAPITALS = re.compile(r"[A-Z]{2,}(?: +(?:[A-Z]\.|[A-Z]{2,}\b))+")
_SHORT_FORM = re.compile(r"\(\s*[^\W\d_][\w&/-]{1,15}\s*\)")


class FieldEnds:
    """Finds in one passage where the fields of posts end."""

    def __init__(self, passage: Passage, bodies: Bodies) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text
        self.tags = passage.tags
        self.bodies = bodies

    def end(self, at: int, end: int, *, opened: bool, due: bool = False) -> int | None:
        """Where the field of a post ends; None when there is none."""
        return self._in_small(at, end) or self._in_capitals(at, end, opened=opened, due=due)

    def _in_capitals(self, at: int, end: int, *, opened: bool, due: bool) -> int | None:
        """Where a field ends of ordinary words with capitals, in a list; None when there is none.

        A post that names its body by itself has a field only behind a word that opens one ("Bidang"); where such a word
        stands, a field is due, of whatever word.
        """
        stop, previous, joined = None, at, False
        for token in tokens_of(self.text, at, min(end, at + 160)):
            lower = token.text.casefold()
            if token.start < previous:
                continue
            before, previous = previous, token.end
            if token.text in "(." and (behind := self._passed_over(token, end, short=due and stop == before)):
                previous = behind
                continue
            opens = lower in self.vocabulary.fields_of_posts and token.capital
            if opens or (due and self._numbers(token)):
                stop, opened, joined, due = token.end, True, False, opens
                continue
            if not opened or (stop is None and not due and self._full_name(token, end)):
                break
            if token.text in ",/&" or lower in self.vocabulary.particles_of_posts:
                stop, joined = token.end if token.capital else stop, not token.capital
                due = due and not token.capital  # "Bidang Hukum Ani Wijaya"
                continue
            if (not due and token.capital and self._begins_verb(token)) or (
                (stop is not None or not due)
                and (self._in_capitals_too(token) or (stop == before and not due and self._initials(token)))
            ):
                break
            coined = lower in self.vocabulary.words_of_fields or self._ends_phrase(token)
            village = stop is None and self._village(token, end)
            if (
                self._initial(token)
                or self._name_in_capitals(token, end)
                or (not coined and (village or self._begins_other(token)))
            ):
                break
            known = (
                coined
                or self.vocabulary.ordinary(lower)
                or self._abbreviation(token, end)
                or self._misspelt(token, end)
            )
            due = due or (joined and self.bodies.begins(self.passage.blank(token.end)))  # "Humas dan X Bawaslu Y"
            small = due and stop in (None, before) and self._capital_behind(token, end)
            known, due = known or (due and not self.vocabulary.is_name(lower)), False
            letter = stop == before and self._letter(token)  # "Komisi A"
            if not (((token.capital or small) and token.word and known) or (token.numeral and not joined) or letter):
                break
            stop, joined = token.end, False
        return self._over_small(stop, end) if stop is not None else None

    def _full_name(self, token: Token, end: int) -> bool:
        """Whether a known name, which may be a word too, has another one behind it: "anggota Teguh Hartono"."""
        if not (token.capital and self.vocabulary.is_name(token.text.casefold())):
            return False
        following = token_in(self.text, token.end, end)
        lower = following.text.casefold() if following is not None and following.text.istitle() else ""
        return self.vocabulary.is_name(lower) and not self.vocabulary.ordinary(lower)

    def _capital_behind(self, token: Token, end: int) -> bool:
        """Whether a field goes on with a capital behind a word in small letters: "Bidang pemerintahan Hukum dan X"."""
        following = token_in(self.text, token.end, end) if token.start not in self.passage.known else None
        return following is not None and following.capital and following.start == token.end + 1

    def _in_small(self, at: int, end: int) -> int | None:
        """Where a field in small letters ends, in front of a name or a body: "Asisten bidang pemerintahan Drs. Ani"."""
        stop, start = None, self.passage.blank(at)
        opens = token_in(self.text, start, end)
        if opens is None or opens.text not in self.vocabulary.fields_of_posts:
            return None
        for count, token in enumerate(islice(tokens_of(self.text, start, end), _WORDS_IN_SMALL)):
            if count > 1 and (
                token.capital or (token.text == "," and self.passage.blank(token.end) in self.tags.titles)
            ):
                return stop
            if not token.text.islower() or self._begins_verb(token) or token.start in self.passage.dates:
                return None
            stop = token.end
        return None

    def _over_small(self, at: int, end: int) -> int:
        """Behind two words in small letters that go on a field in front of a name: "Perencanaan data dan informasi"."""
        if not self.text[self.passage.blank(at) : self.passage.blank(at) + 1].islower():
            return at
        tail = list(islice(tokens_of(self.text, at, end), 4))
        if len(tail) < 4 or tail[1].text not in self.vocabulary.joints_of_names or not tail[3].capital:
            return at
        words = (tail[0], tail[2])
        plain = all(word.text.islower() and word.start not in self.passage.known for word in words)
        return tail[2].end if plain and all(self.vocabulary.ordinary(word.text) for word in words) else at

    def before_rank(self, at: int, end: int) -> int | None:
        """Where words with capitals end in front of a rank, which names follow and never precede: "Kasubag X Y AKP"."""
        stop = None
        for count, token in enumerate(tokens_of(self.text, at, end)):
            if self._rank(token.start):
                return stop
            plain = token.capital and token.word and not self._begins_other(token) and not self.region(token)
            if not plain or count == _WORDS_BEFORE_RANK:
                return None
            stop = token.end
        return None

    def _rank(self, at: int) -> bool:
        """Whether a rank stands at an offset."""
        return any(self.vocabulary.scheme(hit.concept) == "ranks" for hit in self.tags.titles.get(at, ()))

    def _passed_over(self, token: Token, end: int, *, short: bool) -> int | None:
        """Behind a bracketed short form, or the full stop of a `short` word that opens a field: "Bid. Hukum"."""
        if token.text == "(":
            return self._short_form(token.start, end)
        return token.end if short and self.text[token.end + 1 : token.end + 2].isupper() else None

    def _short_form(self, at: int, end: int) -> int | None:
        """Behind a bracketed short form in front of a word that opens a field or goes on with a list of them.

        "Seksi I (Idpolhankam) Bidang …", "Hubungan Masyarakat (Humas) Data dan Informasi".
        """
        short = _SHORT_FORM.match(self.text, at, end)
        word = token_in(self.text, short.end(), end) if short else None
        if short is None or word is None or not word.capital or word.start in self.passage.known:
            return None
        lower = word.text.casefold()
        opens = lower in self.vocabulary.fields_of_posts
        return short.end() if opens or self._of_list(word, end) else None

    def _of_list(self, word: Token, end: int) -> bool:
        """Whether an ordinary word is the first of two joined ones: "Data dan Informasi"."""
        joint = token_in(self.text, self.passage.blank(word.end), end)
        plain = self.vocabulary.ordinary(word.text.casefold()) and not self.vocabulary.is_name(word.text.casefold())
        return plain and joint is not None and joint.text in self.vocabulary.joints_of_names and joint.word

    def _begins_verb(self, token: Token) -> bool:
        """Whether a word of a headline says what somebody does: "Bhabinkamtibmas Perketat Pengamanan TPS"."""
        hits = self.tags.cues.get(token.start, ())
        return any(self.vocabulary.scheme(hit.concept) in _VERBS for hit in hits)

    def _ends_phrase(self, token: Token) -> bool:
        """Whether a field of several words ends with a word that may be somebody's name: "Sumber Daya Alam"."""
        phrases = self.vocabulary.phrases_of_fields.get(token.text.casefold(), ())
        ahead = (self.text[max(0, token.end - len(phrase)) : token.end].casefold() for phrase in phrases)
        return any(words in phrases for words in ahead)

    def _begins_other(self, token: Token) -> bool:
        """Whether a body, a post, a title, a date, a name such as "I Gusti" or a region with its level begins here."""
        tags, at = self.tags, token.start
        listed = at in tags.institutions or at in tags.posts or at in tags.titles or at in self.passage.dates
        return listed or self.passage.opens_name(token) or self.region(token, levelled=True)

    def region(self, token: Token, *, levelled: bool = False) -> bool:
        """Whether the name of a region begins with a word; with its level where that is asked: "Kab. Seruyan"."""
        if not token.capital:
            return False
        hit = self.vocabulary.gazetteer.longest_name(self.text, token.start, None)
        return hit is not None and (hit.level is not None or not levelled)

    def _village(self, token: Token, end: int) -> bool:
        """Whether a village is named by a word that no language has: "Staf Desa X", and not "Kasi Desa Tertinggal"."""
        if token.text.casefold() not in self.vocabulary.village_words:
            return False
        name = token_in(self.text, self.passage.blank(token.end), end)
        return name is not None and name.capital and not self.vocabulary.ordinary(name.text.casefold())

    def _numbers(self, token: Token) -> bool:
        """Whether a numeral right behind a word for a field is its number: "Komisi I Sri Umi", not "I Gusti Agung"."""
        opener = self.tags.openers.get(token.start)
        return token.numeral and (opener is None or " " not in opener.form)

    def _initial(self, letter: Token) -> bool:
        """Whether a letter is an initial: a name stands behind it, and no word of a field that it numbers in front."""
        if len(letter.text) > 1 or not letter.capital or letter.text in _NUMERALS:
            return False
        ahead = self.text[max(0, letter.start - _NEXT) : letter.start].split()
        following = token_in(self.text, letter.end, letter.end + _NEXT)
        numbers = bool(ahead) and ahead[-1].casefold() in self.vocabulary.fields_of_posts
        return not numbers and following is not None and following.capital and len(following.text) > 1

    def _letter(self, token: Token) -> bool:
        """Whether a token is a letter that numbers, and no initial."""
        return len(token.text) == 1 and token.capital and self.text[token.end : token.end + 1] != "."

    def _misspelt(self, token: Token, end: int) -> bool:
        """Whether an unknown word stands in front of an ordinary one with a capital: "Adminstrasi Kewilayahan"."""
        following = token_in(self.text, self.passage.blank(token.end), end)
        if following is not None and following.text == "," and self.vocabulary.slip_of_word(token.text.casefold()):
            return True
        if following is not None and following.text in self.vocabulary.joints_of_names and following.word:
            following = token_in(self.text, self.passage.blank(following.end), end)  # "Protokoler dan Komunikasi"
        if self.region(token) or following is None or not following.capital or following.start in self.passage.known:
            return False
        lower = following.text.casefold()
        if not self.vocabulary.ordinary(lower) or lower in self.vocabulary.names:
            return False
        return not self.vocabulary.is_name(token.text.casefold())

    def _name_in_capitals(self, token: Token, end: int) -> bool:
        """Whether a name in capitals begins behind a field that has small letters: "Divisi HPP JORDAN BAHI"."""
        words = _CAPITALS.match(self.text, token.start, end)
        if words is None or self.passage.headline:
            return False
        parts = words.group().casefold().split()
        unknown = any(len(part) > _LONG for part in parts) and not any(map(self.vocabulary.ordinary, parts))
        return len(parts[0]) > _LEAST and (unknown or any(map(self.vocabulary.is_name, parts)))

    def _abbreviation(self, token: Token, end: int) -> bool:
        """Whether a word is an abbreviation such as "SDM" and no initials, which have a full stop inside a sentence."""
        initials = self.text[token.end : token.end + 1] == "." and self.passage.blank(token.end + 1) < end
        return len(token.text) > 1 and token.text.isupper() and not initials

    def _initials(self, token: Token) -> bool:
        """Whether two letters behind a field begin the name of its holder: "Divisi Hukum dan Diklat NB Nuraini"."""
        if len(token.text) != _INITIALS or not token.text.isupper() or token.start in self.passage.known:
            return False
        name = token_in(self.text, token.end, token.end + _NEXT)
        if name is None or name.start != token.end + 1 or not name.text.istitle() or name.start in self.passage.known:
            return False
        return len(name.text) > _INITIALS and not self.vocabulary.ordinary(name.text.casefold())

    def _in_capitals_too(self, token: Token) -> bool:
        """Whether a long word in capitals begins a name that is written so: "Divisi Hukum ANI WIJAYA, SE"."""
        if len(token.text) < _NAME or token.start in self.passage.known or self.passage.headline:
            return False
        following = token_in(self.text, token.end, token.end + _NEXT)
        if following is None or not following.word or following.start != token.end + 1:
            return False
        return following.text.isupper() and len(following.text) >= _NAME and following.start not in self.passage.known
