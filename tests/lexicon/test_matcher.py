"""Forms of concepts in texts: whole words, right offsets for any text, longest first, blocked by notLabel."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.lexicon.matcher import Hit, Matcher
from kg.ontology import Concept, Label


def concept(id: str, *forms: str, notation: str | None = None, blocked: str | None = None) -> Concept:
    labels = [Label(form, "id", "pref" if number == 0 else "alt") for number, form in enumerate(forms)]
    labels += [Label(notation, "", "notation")] if notation else []
    labels += [Label(blocked, "id", "not")] if blocked else []
    return Concept(id, "test", tuple(labels))


MATCHER = Matcher(
    [
        concept("satpol-pp", "Satpol PP", "Satuan Polisi Pamong Praja"),
        concept("kpu", "KPU", "Komisi Pemilihan Umum", blocked="KPU Press"),
        concept("wali-kota", "Wali Kota", "Walikota"),
        concept("kab", "Kab"),
        concept("mk", "Mahkamah Konstitusi", notation="MK"),
        concept("sh", "Sarjana Hukum", notation="S.H."),
        concept("kh", "(KH)"),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Satpol PP hadir", [("satpol-pp", "Satpol PP")]),
        ("Satpol-PP hadir", [("satpol-pp", "Satpol-PP")]),
        ("SATPOL  PP", [("satpol-pp", "SATPOL  PP")]),
        ("Satpol\nPP", [("satpol-pp", "Satpol\nPP")]),
        ("Satpol\n\nPP", []),
        ("SatpolPPA", []),
        ("WalikotaBima", [("wali-kota", "Walikota")]),
        ("WALIKOTABIMA", []),
        ("XWalikota", []),
        ("KPUD dan KPU.", [("kpu", "KPU")]),
        ("Kab. Klungkung", [("kab", "Kab")]),
        ("Kabupaten", []),
        ("buku KPU Press terbit", []),
        ("KPU Press dan KPU", [("kpu", "KPU")]),
        ("MK memutus, mk tidak", [("mk", "MK")]),
        ("Budi, S.H. hadir", [("sh", "S.H")]),
        ("Kolonel Laut (KH) Budi", [("kh", "(KH)")]),
        ("walı kota", []),
        ("İ Walikota", [("wali-kota", "Walikota")]),
        ("Komisi. Pemilihan Umum", []),
        ("ia seorang wali. Kota itu ramai", []),
        ("", []),
    ],
)
def test_finds_whole_forms(text: str, found: list[tuple[str, str]]) -> None:
    hits = [(hit.concept, text[hit.start : hit.end].rstrip(".")) for hit in MATCHER.find(text)]
    assert hits == [(name, form.rstrip(".")) for name, form in found]


def test_the_longest_of_overlapping_hits_wins() -> None:
    matcher = Matcher([concept("polres", "Polres"), concept("polres-metro", "Polres Metro"), concept("metro", "Metro")])
    text = "Polres Metro"
    assert matcher.find(text) == [Hit(0, 12, "polres-metro", "Polres Metro")]
    assert len(matcher.find(text, overlapping=True)) == 3


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Satpol PP", "İ", "ß", "ﬁ", " ", "KPU", ".", "-", "\n", "ǅ", "walı", "\u0130\u0307", "😀", "x"]
        )
    )
)
def test_offsets_are_right_for_any_text(parts: list[str]) -> None:
    text = "".join(parts)
    for hit in MATCHER.find(text):
        letters = "".join(char for char in text[hit.start : hit.end].lower() if char.isalnum())
        assert letters == "".join(char for char in hit.form.lower() if char.isalnum())


@settings(max_examples=200, deadline=None)
@given(st.text() | st.lists(st.text(max_size=3) | st.sampled_from(["KPU", " Wali Kota "])).map("".join))
@example("KPU Wali Kota")
def test_any_text_is_survived_and_hits_do_not_overlap(text: str) -> None:
    hits = MATCHER.find(text + " KPU")
    assert hits and hits[-1].end == len(text) + 4
    assert all(left.end <= right.start for left, right in pairwise(hits))
