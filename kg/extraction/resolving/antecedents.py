"""A mention of a body by its kind alone → its antecedent: the body named in the article before that it means.

In come the bodies as they are resolved, one by one; out comes the key of an antecedent, or None.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Mapping

from kg.extraction.chunks import Institution
from kg.extraction.resolved import Body
from kg.extraction.resolving.beside import province_of_list
from kg.extraction.resolving.kinds_of_body import KindsOfBody
from kg.extraction.resolving.named import Fits, Named
from kg.ontology import Concept

_LIST = 2  # bodies of one kind in a sentence


class Antecedents:
    """Finds antecedents among the bodies of one document."""

    def __init__(self, kinds: KindsOfBody, text: str, bodies: Mapping[str, Body]) -> None:
        self.kinds = kinds
        self.vocabulary = kinds.vocabulary
        self.text = text
        self.bodies = bodies
        self.named = Named()  # the bodies named in full
        self.seen: list[tuple[int, str, str]] = []  # offset, type, key of every body, by offset
        self._by_holder: set[int] = set()  # offsets of bare bodies that the name of who holds an office there told
        # by what they are a kind of: those that are the only one of their kind, as read, each before the others
        self._single_seen: dict[str, list[tuple[int, str]]] = {}

    def add(self, body: Institution, key: str) -> None:
        """Keep a mention that was resolved; one of where somebody was in office before is no antecedent."""
        if body.elsewhere:
            return
        insort(self.seen, (body.start, body.type, key))
        if self.kinds.single(body.type):
            for above in self.vocabulary.concept(body.type).broader:
                first = self._single_seen.setdefault(above, [])
                if not first or body.start < first[-1][0]:
                    first.append((body.start, key))
        if body.name and (body.level or "").casefold() not in self.vocabulary.headquarters:
            self.named.add(body.start, body.type, self.bodies[key].type, key)

    def told_by_holder(self, body: Institution, key: str) -> None:
        """Keep a bare mention that the article's word about its office-holder told: "Ketua Bawaslu Ani Wijaya"."""
        insort(self.seen, (body.start, body.type, key))
        self._by_holder.add(body.start)

    def last(self, body: Institution, same: Fits) -> str | None:
        """The last body of the `same` kind before a mention; that of the article, where lists of others stand between.

        One of which the sentence has spoken without its region goes first.
        """
        return self._of_several(body, same) or self._just_guessed(body, same) or self.named.last(same, body.start)

    def _of_several(self, body: Institution, same: Fits) -> str | None:
        """The body of the article, where those that a bare mention may mean were last named in a list of others.

        "KPU X menggelar rapat. KPU Y dan KPU Z hadir. Ketua KPU Ani" is that of X.
        """
        start = max(self.text.rfind(". ", 0, body.start), self.text.rfind("\n", 0, body.start))
        if start < 0:
            return None
        begin = max(self.text.rfind(". ", 0, start), self.text.rfind("\n", 0, start)) + 1
        here = self.named.within(same, start, body.start)
        before = self.named.within(same, begin, start) if not here else []
        if len({key for _, _, key in before}) < _LIST:
            return None
        first = self.named.within(same, 0, begin)
        keys = {key for _, _, key in before}
        return first[0][2] if first and first[0][2] not in keys else None

    def _just_guessed(self, body: Institution, same: Fits) -> str | None:
        """The body of a kind that the sentence spoke of last without its region, told by its place or by its holder."""
        start = max(self.text.rfind(". ", 0, body.start), self.text.rfind("\n", 0, body.start))
        for index in range(bisect_left(self.seen, (body.start,)) - 1, -1, -1):
            at, said, key = self.seen[index]
            if at < start:
                return None
            if same(said, self.bodies[key].type):
                told = self.bodies[key].guessed or at in self._by_holder
                return key if told and self.kinds.of_one_level(said, body.type) else None
        return None

    def national(self, body: Institution) -> str | None:
        """The national body of a kind, where it is named before a mention or in its paragraph: "Bawaslu RI"."""
        first = self._single_seen.get(body.type, ())
        end = self.text.find("\n", body.start) if first else -1
        return next((key for at, key in first if at < end or end < 0), None)

    def local_office(self, body: Institution, concept: Concept) -> str | None:
        """The local office that the article named before, which the short form of an agency means: "BNN" in X."""
        local = concept.value("localOffice")
        word = self.text[body.start : body.end]
        if local is None or not word.isupper() or " " in word or concept.value("entityClass") != "NationalAgency":
            return None

        def below(said: str, kind: str) -> bool:
            return local in (said, kind) or self.vocabulary.concept(kind).value("parentType") == concept.id

        return self.named.last(below, body.start)

    def province_of_list(self, body: Institution) -> str | None:
        """The province whose bodies alone are named before a mention in its sentence."""
        return province_of_list(self.seen, self.bodies, self.vocabulary, self.text, body.start)
