"""A place in the text → the person named there: titles before the name, its words, degrees behind it.

In comes an offset; out comes a Person, sure when a title says so, or None where no name begins.
"""

from __future__ import annotations

import re

from kg.extraction.chunks import Chunk, Institution, Person, Token, token_in, tokens_of
from kg.extraction.passage import Passage
from kg.lexicon.matcher import Hit

_MOST_TITLES = 12  # in front of one name; what repeats them for pages names nobody
_DEGREE_GAP = re.compile(r"[\s.,]{0,4}")
_DEGREE = re.compile(r"[A-Z][A-Za-z]{0,4}\.[A-Z][A-Za-z]{0,5}\b(?:\.[A-Z][A-Za-z]{0,5}\b)*")  # "Sp.OT", "M.Tr.Hanla"
_BRACKET = re.compile(r"\s*\(\s*")
_BRANCH = re.compile(r"\s*\(\s*[A-Za-z/. ]{1,14}?\s*\)\.?")
_INITIALS = re.compile(r"((?:[A-Z]\.){1,3}[A-Z]?) (?=([A-Z][a-z]+))")
_CORPS = re.compile(r"([A-Z]{3})\s+[A-Z][a-z]")
_SHORT = 4  # letters of an abbreviated title
_NAME_LIMIT = 6
_GLUED = 12  # letters of the shortest name with a verb behind it that lacks its blank


class Names:
    """Reads names of persons in one passage."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text
        self.tags = passage.tags

    def titled(self, at: int, end: int) -> Person | None:
        """A person behind ranks or honorifics that begin at an offset, or None."""
        if at not in self.tags.titles:
            return None
        rank, honorifics, position = None, [], at
        scheme, ranked = "", None
        for _ in range(_MOST_TITLES):
            hits = [h for h in self.tags.titles.get(position, ()) if h.end <= end]
            title = next((h for h in hits if self._title_fits(h, rank=rank, first=position == at)), None)
            if title is None:
                if scheme == "ranks" and rank is not None and (corps := self._unlisted_corps(position, ranked, end)):
                    rank, position, scheme = f"{rank} {self.text[position:corps]}", self.passage.blank(corps), "corps"
                    continue
                break
            scheme = self.vocabulary.scheme(title.concept)
            if scheme == "ranks":
                rank, ranked = self.text[title.start : title.end].strip(" ."), title
            elif scheme == "corps":
                rank = f"{rank} {self.text[title.start : title.end].strip(' .')}"
            else:
                honorifics.append(self.vocabulary.concept(title.concept).label())
            position = title.end
            if scheme in ("ranks", "corps") and (branch := _BRANCH.match(self.text, position, end)):
                position = branch.end()
            position = self._over_line(self.passage.behind_stop(position, end), end)
        if rank is None and not honorifics:
            return None
        stop = self.run(position, end, headline=self.passage.headline, ranked=rank is not None)
        if stop is None or self._region_with_level(position):
            return None
        return self._person(position, stop, end, full_start=at, rank=rank, honorifics=tuple(honorifics))

    def _unlisted_corps(self, at: int, rank: Hit | None, end: int) -> int | None:
        """Where an abbreviation ends that stands like a corps behind a military rank: "Letkol CSI Ani Wijaya"."""
        if rank is None or not (self.vocabulary.concept(rank.concept).value("branch") or "").startswith("TNI"):
            return None
        match = _CORPS.match(self.text, at, end)
        if match is None or self.vocabulary.is_name(match[1].casefold()) or at in self.passage.known:
            return None
        return match.end(1)

    def _over_line(self, at: int, end: int) -> int:
        """Behind the end of a line that was broken between a title and the name."""
        return at + 1 if self.text[at : at + 1] == "\n" and self.text[at + 1 : min(end, at + 2)].isupper() else at

    def bare(self, token: Token, end: int, *, headline: bool) -> Chunk | None:
        """A capitalised run without any title: an acronym learnt before, or perhaps a person."""
        if not token.word or not token.capital:
            return None
        if token.start in self.tags.nations:
            return None
        if (body := self.passage.acronyms.get(token.text)) is not None:
            return Institution(token.start, token.end, body.type, body.name, body.level, open=body.open)
        stop = self.run(token.start, end, headline=headline)
        if stop is None:
            return None
        if any(self._is_degree(hit, end) and hit.end >= stop for hit in self.tags.titles.get(token.start, ())):
            return None
        if (shape := _DEGREE.match(self.text, token.start, end)) and shape.end() >= stop:
            return None
        if self.passage.behind_class(token.start) != token.start or self._abbreviates(token, stop):
            return None
        if self._before_name(token, stop):
            return None
        return self._person(token.start, stop, end, full_start=token.start, rank=None, honorifics=())

    def run(self, at: int, end: int, *, headline: bool, ranked: bool = False) -> int | None:
        """Where the run of words that can be a name ends; None when no name begins here."""
        stop = self._capitalised(at, end, headline=headline, ranked=ranked)
        return self._with_last_word(stop, end, ranked=ranked) if stop is not None else None

    def _capitalised(self, at: int, end: int, *, headline: bool, ranked: bool) -> int | None:
        stop, count, inner_end = None, 0, 0
        previous = Token(at, at, " ")
        for token in tokens_of(self.text, at, min(end, at + 100)):
            if token.start < previous.end:
                continue
            if token.text == "." and token.start == previous.end and self._abbreviated(previous):
                stop = token.end if len(previous.text) == 1 else stop  # an initial keeps its full stop
                previous = token
                continue
            lower = token.text.casefold()
            particle = count > 0 and lower in self.vocabulary.particles and not token.capital
            small = (ranked or count > 0) and not token.capital and self._sure_in_small(lower)
            small = small or (ranked and not count and token.start == at and self._unknown_in_small(token))
            if not token.word or not (token.capital or particle or small) or count >= _NAME_LIMIT:
                break
            if not count and (token.start != at or (token.numeral and len(token.text) > 1)):
                break
            if count and (inner := self._inner_initials(token.start, end)):
                previous, count = token._replace(end=inner), count + 1
                continue
            inside = token.start < inner_end or self._middle_initial(token, previous, count, ranked=ranked)
            if not inside and self._stopped(token, count, headline=headline, ranked=ranked):
                break
            particles = self.tags.particles.get(token.start)
            inner_end = particles.end if particles is not None else inner_end
            previous = token
            if len(token.text) >= _GLUED and (verb := self._glued_verb(token.text)):
                return token.end - verb
            if not particle:
                stop, count = token.end, count + 1
        return stop

    def _glued_verb(self, word: str) -> int:
        """The length of the verb of speech that a missing blank joined to a name: "Hartonomengatakan"; 0 for none."""
        ends = (len(verb) for verb in self.vocabulary.verbs_of_speech if word.endswith(verb))
        verb = max(ends, default=0)
        return verb if len(word) - verb >= _SHORT - 1 else 0

    def _middle_initial(self, token: Token, before: Token, count: int, *, ranked: bool) -> bool:
        """Whether one letter that may be a title is an initial of the name: "AKBP Budi H Wijaya", "Togar H Sinaga".

        Behind two words and more without a rank it is the title of the next name: "Ponpes Nurul Huda H. Budi".
        """
        titles = self.tags.titles.get(token.start, ())
        if len(token.text) != 1 or not titles or not (count == 1 or (ranked and count)):
            return False
        if any(self.vocabulary.scheme(hit.concept) != "honorifics" for hit in titles):
            return False
        dotted = self.text[token.end : token.end + 1] == "."
        following = token_in(self.text, token.end + dotted, len(self.text))
        if following is None or not (following.capital and following.word and len(following.text) > 1):
            return False
        around = (before.text.casefold(), following.text.casefold())
        named = ranked or not dotted or all(map(self._sure_in_small, around))
        return named and following.start not in self.passage.known

    def _with_last_word(self, stop: int, end: int, *, ranked: bool) -> int:
        """Behind the last word of a name that lacks its capital: before a degree, a post in brackets or a comma.

        A comma shows it only where a rank stands in front, and the word is one of names: "Ipda Ani Elsa kencana, …".
        """
        at = self.passage.blank(stop)
        if at == stop or not self.text[at : at + 1].islower() or at in self.passage.known:
            return stop
        token = token_in(self.text, at, end)
        if token is None or not token.word or len(token.text) < _SHORT or self.vocabulary.ordinary(token.text):
            return stop
        titles = self.tags.titles.get(self._behind_gap(token.end), ())
        known = any(self._is_degree(hit, end) for hit in titles) or self._before_bracket(token.end)
        listed = ranked and self.text[token.end : token.end + 1] == "," and self.vocabulary.is_name(token.text)
        return token.end if known or listed else stop

    def _before_bracket(self, at: int) -> bool:
        """Whether a bracket with a post or a body follows: "Heri sutanto (PPK)"."""
        bracket = _BRACKET.match(self.text, at)
        return bracket is not None and (bracket.end() in self.tags.posts or bracket.end() in self.tags.institutions)

    def _behind_gap(self, at: int) -> int:
        """Behind the stops and blanks in front of a degree."""
        gap = _DEGREE_GAP.match(self.text, at)
        return gap.end() if gap else at

    def _sure_in_small(self, word: str) -> bool:
        """Whether a word in small letters can only be a name: "Kapten sujiono"."""
        return self.vocabulary.is_name(word) and not self.vocabulary.ordinary(word)

    def _unknown_in_small(self, token: Token) -> bool:
        """Whether a word in small letters right behind a rank is no word of the language: "AKP wagirun"."""
        word = token.text
        known = token.start in self.passage.known or self.vocabulary.ordinary(word)
        return word.isalpha() and word.islower() and len(word) > _SHORT and not known

    def _stopped(self, token: Token, count: int, *, headline: bool, ranked: bool) -> bool:
        """Whether a word ends the name before it, or opens none."""
        if self.passage.stops_name(token.start, first=count == 0, ranked=ranked):
            return True
        opens = count > 0 and self.passage.opens_name(token)
        return opens or (headline and self.vocabulary.ordinary(token.text.casefold()))

    def _before_name(self, token: Token, stop: int) -> bool:
        """Whether an ordinary word that opens a sentence only stands in front of a name: "Terakhir Budi Ananta"."""
        if token.start != self.passage.opening or not self.vocabulary.ordinary(token.text.casefold()):
            return False
        if token.start in self.tags.particles:
            return False  # "Anak Agung Gede"
        second = token_in(self.text, token.end, stop)
        return second is not None and second.capital and self.vocabulary.is_name(second.text.casefold())

    def _title_fits(self, hit: Hit, *, rank: str | None, first: bool) -> bool:
        scheme = self.vocabulary.scheme(hit.concept)
        if scheme == "corps":
            return rank is not None
        if scheme == "degrees" or (scheme == "honorifics" and self.vocabulary.title_is_name(hit)):
            return False
        return (self.text[hit.start].isupper() or hit.form[0].islower()) and (
            scheme != "ranks" or rank is None or first
        )

    def _person(
        self, start: int, stop: int, end: int, *, full_start: int, rank: str | None, honorifics: tuple[str, ...]
    ) -> Person:
        degrees: list[str] = []
        position = stop
        while True:
            gap = _DEGREE_GAP.match(self.text, position, end)
            at = gap.end() if gap else position
            if at == position and (not degrees or self.text[at - 1] != "."):
                break  # "SH.MSi" are two
            hit = next((h for h in self.tags.titles.get(at, ()) if self._is_degree(h, end)), None)
            shape = _DEGREE.match(self.text, at, end) if hit is None or self._inside(hit) else None
            hit = hit if shape is None else None
            if hit is None and (shape is None or self._initials(shape)):
                break
            stop_of = hit.end if hit else shape.end() if shape else at
            degrees.append(self.text[at:stop_of])
            position = stop_of + (self.text[stop_of : stop_of + 1] == ".")
        name = " ".join(self.text[start:stop].split())
        return Person(
            start, stop, name, full_start, max(stop, position), rank, honorifics, tuple(degrees),
            titled=bool(rank or honorifics or degrees), sure=bool(rank or honorifics or degrees),
        )  # fmt: skip

    def _region_with_level(self, at: int) -> bool:
        """Whether a region is named with its level: "ASN Kabupaten Rembang"."""
        hit = self.vocabulary.gazetteer.longest_name(self.text, at, None)
        return hit is not None and hit.level is not None

    def _inner_initials(self, at: int, end: int) -> int | None:
        """Behind initials in the middle of a name, that look like a degree: "Ganda M.H Saragih"; None for others."""
        match = _INITIALS.match(self.text, at, end)
        if match is None or at not in self.tags.titles or match.end() in self.tags.titles:
            return None
        return match.end(1) if self.vocabulary.is_name(match[2].casefold()) else None

    def _initials(self, shape: re.Match[str]) -> bool:
        """Whether what looks like a degree are the initials of the next name in a list: "Herman, J.H. Malonda"."""
        following = self.passage.behind_stop(shape.end(), self.text.find("\n", shape.end()) % (len(self.text) + 1))
        single = all(len(part) == 1 for part in shape.group().split("."))
        return single and self.text[following : following + 1].isupper() and self.text[shape.end()] == "."

    def _inside(self, hit: Hit) -> bool:
        """Whether a degree is only the beginning of a longer one: "S.T" of "S.T.K."."""
        behind = self.text[hit.end : hit.end + 3]
        return behind[:1] == "." and behind[1:2].isupper() and not behind[2:3].isalpha()

    def _is_degree(self, hit: Hit, end: int) -> bool:
        return self.vocabulary.scheme(hit.concept) == "degrees" and hit.end <= end and self.text[hit.start].isupper()

    def _abbreviated(self, token: Token) -> bool:
        return len(token.text) <= 4 and token.capital

    def _abbreviates(self, token: Token, stop: int) -> bool:
        """Whether a run begins with an abbreviation that is no initials: "UID Sulselrabar"."""
        whole = self.text[token.start : stop]
        known = self.vocabulary.is_name(token.text.casefold())
        return (
            token.text.isupper()
            and token.text.isalpha()
            and len(token.text) >= _SHORT - 1
            and not whole.isupper()
            and not known
        )
