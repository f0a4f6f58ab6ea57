"""The query page in a browser without a network: SPARQL, a named question, an entity's page, hostile text."""

from __future__ import annotations

import pytest

from kg.export.turtle import write_turtle
from tests.rdf.builders import hostile_base, plain_base
from tests.serving.conftest import serving

pytestmark = pytest.mark.browser


def visit(chromium, address: str, path: str):
    """A page, with the messages of its console and the requests that left the server."""
    page = chromium.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "request", lambda request: None if request.url.startswith((address, "data:")) else errors.append(request.url)
    )
    page.on("dialog", lambda dialog: (errors.append(dialog.message), dialog.dismiss()))
    page.goto(address + path)
    return page, errors


def test_query_page(chromium, site):
    page, errors = visit(chromium, str(site.base_url).rstrip("/"), "/query")
    page.click("#run")
    page.wait_for_selector("#result table")
    assert "kg:Participation" in page.inner_text("#result")
    page.select_option("#question", "who-met")
    page.fill("#parameters input[name=a]", "KPU Klungkung")
    page.click("#parameters button")
    page.wait_for_selector("#result a[href*='polres-51.05']")
    assert "2 baris" in page.inner_text("#status")
    page.fill("#query", "SELECT * {")
    page.press("#query", "Control+Enter")
    page.wait_for_selector("#status.error")
    assert "not a SPARQL query" in page.inner_text("#status")
    page.select_option("#format", "text/csv")
    page.fill("#query", "SELECT (1 AS ?one) {}")
    page.click("#run")
    page.wait_for_selector("#result pre")
    page.click("nav a[href='/']")
    assert page.title() == "Graf"
    assert [error for error in errors if "400" not in error] == []


@pytest.mark.parametrize(("locale", "answered"), [("id-ID", "peserta"), ("en-GB", "attendee")])
def test_each_half_is_marked_with_its_language_and_questions_answer_in_the_readers(chromium, site, locale, answered):
    page = chromium.new_page(locale=locale)
    page.goto(f"{str(site.base_url).rstrip('/')}/query")
    page.wait_for_function("document.querySelectorAll('#question option').length > 1")
    page.select_option("#question", "attendance")
    assert (
        page.inner_text("#about [lang=en]") == "Every accepted participation, with the role and the date of the event."
    )
    assert page.locator("#about [lang=id]").count() == 1
    assert page.eval_on_selector("#parameters select[name=lang]", "select => select.value") == locale[:2]
    page.click("#parameters button")
    page.wait_for_selector("#result table")
    assert answered in page.inner_text("#result")
    assert page.inner_text("#status [lang=en]") == "rows"
    page.fill("#query", "SELECT ?l { ?s skos:prefLabel ?l FILTER(lang(?l) = 'id') }")
    page.click("#run")
    page.wait_for_selector("#result bdi[lang=id]")
    page.close()


def test_hostile_text_runs_nowhere(chromium, tmp_path):
    base = hostile_base()
    entities = {**plain_base().entities, **{k: v for k, v in base.entities.items() if k != "person/big"}}
    object.__setattr__(base, "entities", entities)
    write_turtle(base, tmp_path / "graph.ttl")
    with serving(tmp_path, "--workers", "1") as address:
        page, errors = visit(chromium, address, "/query")
        page.fill("#query", "SELECT ?s ?l { ?s <http://www.w3.org/2004/02/skos/core#prefLabel> ?l }")
        page.click("#run")
        page.wait_for_selector("#result table")
        assert "<script>alert(1)</script>" in page.inner_text("#result")
        page.click("#result a[href*='script']")
        page.wait_for_selector("h1")
        assert "<script>alert(1)</script>" in page.inner_text("h1")
        assert errors == []
