"""Holders with their bodies → the same without offices that nobody of their rank's service holds.

"Kanit Sabhara Polsek X Iptu Ani beserta anggota Serka Budi": a soldier is no member of the Polsek. "Pengamanan Ketua
KPU Briptu Citra": a police officer is no chair of the KPU; who has left the service may be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kg.extraction.chunks import Holder
from kg.extraction.resolved import Body
from kg.extraction.resolving.ranks_and_posts import Ranks
from kg.extraction.words.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W\d_]+")


def drop_unfit(holders: Iterable[Holder], bodies: Mapping[str, Body], vocabulary: Vocabulary, text: str) -> None:
    """Take the bodies from such offices: who is named with them is somebody else."""
    ranks = Ranks(vocabulary)
    for holder in holders:
        if holder.person is None or holder.person.rank is None or not holder.offices:
            continue
        barred = vocabulary.without_officers.get(ranks.service(holder.person.rank), ())
        titles = _WORD.findall(text[holder.person.full_start : holder.person.end].casefold()) if barred else ()
        for office in holder.offices if vocabulary.retired.isdisjoint(titles) and barred else ():
            if office.entity is not None and vocabulary.class_of(bodies[office.entity].type) in barred:
                office.entity = None
