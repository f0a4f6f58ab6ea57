"""A post is called with its body where its word says nothing of that, and with the region where it does."""

from __future__ import annotations

import pytest

from .conftest import Read


@pytest.mark.parametrize(
    ("where", "post", "wording"),
    [
        ("Mapolres Blora", "Kabag SDM Kompol", "Kabag SDM Polres Blora"),
        ("Mapolres Blora", "Kasat Intelkam AKP", "Kasat Intelkam Polres Blora"),
        ("Mapolda Bali", "Karo Ops Kombes", "Karo Ops Polda Bali"),
        ("Makodim 0721/Blora", "Pasi Intel Kapten", "Pasi Intel Kodim 0721/Blora"),
        ("Mapolsek Cepu", "Kanit Reskrim Iptu", "Kanit Reskrim Polsek Cepu"),
        ("Mapolres Blora", "Kapolres AKBP", "Kapolres Blora"),
        ("Mapolres Blora", "Wakapolres Kompol", "Wakapolres Blora"),
        ("Makodim 0721/Blora", "Dandim Letkol", "Dandim 0721/Blora"),
        ("Makodim 0721/Blora", "Kasdim Mayor", "Kasdim 0721/Blora"),
        ("Mapolsek Cepu", "Kapolsek AKP", "Kapolsek Cepu"),
    ],
)
def test_the_body_is_in_the_wording_where_the_word_does_not_hold_it(
    read: Read, where: str, post: str, wording: str
) -> None:
    record = read(f"Apel di {where} dipimpin {post} Budi Santoso, Selasa (17/9/2024).")
    assert [p["post"] for p in record["postings"]] == [wording]


@pytest.mark.parametrize("office", ["Kabag SDM Polres Blora", "Karo Ops Polda Jateng", "Kapolres Blora"])
def test_what_the_text_says_of_the_body_stays(read: Read, office: str) -> None:
    record = read(f"Apel dipimpin {office} Kompol Budi Santoso, Selasa (17/9/2024).")
    assert [p["post"] for p in record["postings"]] == [office]
