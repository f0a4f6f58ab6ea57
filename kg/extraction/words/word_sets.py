"""Schemes of the ontology that are plain lists of words → these words as sets, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from kg.ontology import Concept, Ontology


def forms_of(concepts: Iterable[Concept]) -> frozenset[str]:
    """All wordings of some concepts, letters' case aside."""
    return frozenset(label.text.casefold() for concept in concepts for label in concept.forms())


def _words(scheme: str) -> cached_property[frozenset[str]]:
    """The wordings of a scheme's concepts."""

    def found(sets: WordSets) -> frozenset[str]:
        return forms_of(sets.ontology.scheme(scheme))

    return cached_property(found)


class WordSets:
    """The words of one language by what they do in a sentence; what each scheme holds, the ontology says."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology

    particles = _words("name-particles")
    particles_of_posts = _words("post-particles")
    ordinals = _words("ordinals")
    fields_of_posts = _words("post-fields")
    levels = _words("level-words")
    words_of_fields = _words("field-words")
    words_of_agencies = _words("agency-words")
    words_for_agencies = _words("agency-fields")
    places_too = _words("place-name-words")
    little_words = _words("language-words")  # of which no name is made
    class_words = _words("class-words")
    local_words = _words("local-words")
    headquarters = _words("headquarters-words")
    branch_words = _words("branch-words")
    parts_of_firms = _words("firm-parts")
    village_words = _words("village-words")
    natural_places = _words("natural-places")
    sides = _words("sides")
    articles_of_names = _words("name-articles")
    halves_of_names = _words("name-halves")
    no_names = _words("no-names")  # as a whole, or the last word of one
    joints_of_names = _words("name-joints")
    joints_of_lists = _words("list-joints")
    belongings = _words("belongings")
    legal_forms = _words("legal-forms")
    locatives = _words("locatives")
    elect = _words("elect")
    receivers = _words("receivers")
    names_of_contests = _words("contest-names")
    prepositions = _words("prepositions")
    before_events = _words("event-prepositions")
    before_venues = _words("venue-prepositions")
    directions = _words("directions")
    lives = _words("lives")
    scopes = _words("scopes")
    areas = _words("areas")
    nouns_of_events = _words("event-parts")
    frames_of_events = _words("event-frames")
    reasons = _words("reasons")
    adjuncts = _words("adjuncts")
    first_adjuncts = _words("first-adjuncts")
    conjunctions = _words("subordinators")
    words_said = _words("words-said")
    capacities = _words("capacities")
    courses = _words("courses")
    bases = _words("bases")
    by_whom = _words("by-whom")
    through = _words("through")
    between = _words("between")
    aspects = _words("aspects")
    accused = _words("accused-people")
    undergoing = _words("undergoing")
    habits = _words("habits")
    graves = _words("graves")
    heroes = _words("heroes")

    @cached_property
    def entering_posts(self) -> frozenset[str]:
        """The words between a verb and the post into which somebody comes by it: "dilantik menjadi"."""
        return forms_of(post for post in self.ontology.scheme("post-joints") if post.id == "into-post")

    @cached_property
    def entering_verbs(self) -> dict[str, str]:
        """The verbs of one word by which somebody comes into a post, each with its concept: "terpilih" sebagai."""
        verbs = [verb for scheme in ("appointed", "moves") for verb in self.ontology.scheme(scheme)]
        into = [verb for verb in verbs if "into-post" in verb.values.get("compoundTail", ())]
        adverbs = forms_of(self.ontology.scheme("fillers"))
        heads = ((head, verb.id) for verb in into for head in verb.values.get("compoundHead", ()))
        return {head: id_ for head, id_ in heads if " " not in head and head not in adverbs}

    @cached_property
    def phrases_of_fields(self) -> dict[str, frozenset[str]]:
        """The fields of posts that are several words, by the last one."""
        phrases = [words for words in self.words_of_fields if " " in words]
        lasts = {words.rpartition(" ")[2] for words in phrases}
        return {last: frozenset(words for words in phrases if words.rpartition(" ")[2] == last) for last in lasts}

    @cached_property
    def no_presence(self) -> frozenset[str]:
        """The words by which a sentence tells nothing of who was there: an interview, a leave, a complaint."""
        return self.interviews | self.absences | self.accusing

    @cached_property
    def numbering(self) -> frozenset[str]:
        """The words in front of the number of a paper, with which no name begins."""
        return forms_of(word for word in self.ontology.scheme("papers") if word.flag("opensNoName"))

    @cached_property
    def words_of_succession(self) -> frozenset[str]:
        """The words that say who replaces whom."""
        return self.succeeded_by | forms_of(self.ontology.scheme("succession"))

    @cached_property
    def words_of_leaving(self) -> frozenset[str]:
        """The words that say that a term has ended."""
        return forms_of(self.ontology.scheme("leaving"))

    @cached_property
    def moved(self) -> frozenset[str]:
        """The verbs that say that somebody goes on to another post, by themselves: "dimutasi"."""
        verbs = (verb for move in self.ontology.scheme("moves") for verb in move.values.get("compoundHead", ()))
        return frozenset(verb.casefold() for verb in verbs if " " not in verb)

    @cached_property
    def words_of_whose(self) -> frozenset[str]:
        """The words behind which it is told whose grave, feast or ballot papers are spoken of."""
        return self.graves | self.heroes | self.feasts | self.belongings

    @cached_property
    def words_for_posts(self) -> frozenset[str]:
        """The words for a post that is spoken of, and for that of whoever was told of."""
        return self.own_posts | forms_of(self.ontology.scheme("post-itself"))

    @cached_property
    def weeks(self) -> frozenset[str]:
        """The wordings for a week counted from now: "pekan depan"."""
        return forms_of(c for c in self.ontology.scheme("calendar") if c.value("weekOffset") is not None)

    @cached_property
    def retired(self) -> frozenset[str]:
        """The words beside a rank that say that its bearer has left the service, without brackets."""
        forms = forms_of(c for c in self.ontology.scheme("rank-markers") if c.flag("leftService"))
        return frozenset(form.strip("(.)") for form in forms)

    boxes = _words("boxes")
    words_of_divisions = _words("division-words")
    followers = _words("followers")

    @cached_property
    def backers(self) -> frozenset[str]:
        """The words for followers behind which only the name of whom they follow stands: "pendukung Ani"."""
        return forms_of(c for c in self.ontology.scheme("followers") if c.flag("namesWhom"))

    @cached_property
    def day_shifts(self) -> dict[str, int]:
        """The wordings for a number of days before or after what was told: "sehari sebelumnya" is -1."""
        shifts = self.ontology.scheme("day-shifts")
        return {form: int(shift.value("daysAway") or 0) for shift in shifts for form in forms_of([shift])}

    @cached_property
    def shift_openers(self) -> frozenset[str]:
        """The first words of these."""
        return frozenset(form.partition(" ")[0] for form in self.day_shifts)

    @cached_property
    def longest_shift(self) -> int:
        """How many words the longest of these has."""
        return max(len(form.split()) for form in self.day_shifts)

    served = _words("served")
    rulers = _words("rulers")
    terms_of_office = _words("terms-of-office")
    fractions = _words("fraction-words")
    only = _words("only-words")
    for_now = _words("for-now")
    posts_as_places = _words("posts-as-places")

    @cached_property
    def until(self) -> frozenset[str]:
        """The wordings between the first day of a time and its last: "hingga"."""
        return forms_of(c for c in self.ontology.scheme("calendar") if c.flag("dateRange"))

    from_posts = _words("from-posts")
    into_posts = _words("into-posts")
    proposing_posts = _words("proposing-posts")
    since = _words("term-since")
    groups_of_posts = _words("groups-of-posts")
    dismissals = _words("dismissals")
    refusals = _words("refusals")
    own_posts = _words("own-posts")
    replaced = _words("replaced")
    succeeded_by = _words("succeeded-by")
    giving_posts = _words("giving-posts")
    taking_posts = _words("taking-posts")
    passing_posts = _words("passing-posts")
    earlier_posts = _words("earlier-posts")
    before_posts = _words("before-posts")
    from_whom = _words("from-whom")
    to_whom = _words("to-whom")
    old_holders = _words("old-holders")
    new_holders = _words("new-holders")
    streets = _words("streets")
    years = _words("years")
    happening = _words("happening")
    sequence = _words("sequence")
    once = _words("once-words")
    incidents = _words("incidents")
    aftermath = _words("aftermath")
    others_of_a_kind = _words("others-of-a-kind")
    vague_times = _words("vague-times")
    alike = _words("alike")
    counts = _words("counts")
    determinations = _words("determinations")
    crowds = _words("crowds")
    those_present = _words("those-present")
    people = _words("people-words")
    interviews = _words("interviews")
    absences = _words("absences")
    greetings = _words("greetings")
    sending = _words("sending")
    envoys = _words("envoys-sent")
    speakers_own = _words("speakers-own")
    papers = _words("papers")
    agreements = _words("agreements")
    parties = _words("parties")
    staff = _words("staff-words")
    feasts = _words("feast-words")
    cases_of_law = _words("cases-of-law")
    accusing = _words("accusing")
    title_joints = _words("title-joints")
    detained = _words("detained")
    seized = _words("seized")
    relatives = _words("relative")
    earlier = _words("earlier")
    qualifiers = _words("qualifiers")
    elsewhere = _words("elsewhere")
    demonstratives = _words("demonstratives")
    verb_adverbs = _words("verb-adverbs")
    report_joints = _words("report-joints")
    retracting = _words("retracting")
    report_nouns = _words("report-nouns")
    in_years = _words("in-years")
    gone_by = _words("gone-by-words")
    past_openers = _words("past-openers")
    at_that_time = _words("at-that-time")
    accepted_invitations = _words("accepted-invitations")
