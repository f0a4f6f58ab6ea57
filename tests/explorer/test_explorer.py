"""What a reader does with the page, in Chromium without a network."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.export.html import write_html

from .bases import small

pytestmark = pytest.mark.browser
Show = Callable[..., Any]

WIRAWAN, RAKOR, POLRES = "person/wirawan", "event/rakor", "institution/polres-klungkung"
KODIM, AYU, GEDE = "institution/kodim-1610", "person/ayu", "person/gede"


def shown(page: Any) -> set[str]:
    return set(page.evaluate("explorer.shown()"))


def edges(page: Any) -> list[str]:
    return page.evaluate("explorer.edges()")  # type: ignore[no-any-return]


def card(page: Any) -> str:
    return page.inner_text("#panel-body")  # type: ignore[no-any-return]


def choose(page: Any, key: str) -> None:
    opened = "for (let d = input.closest('details'); d; d = d.parentElement.closest('details')) d.open = true;"
    page.evaluate(f"key => {{ const input = document.querySelector(`[data-choice='${{key}}']`); {opened} }}", key)
    page.click(f"[data-choice='{key}']")


def search(page: Any, text: str) -> None:
    page.fill("#search", text)
    page.wait_for_selector("#search-list:not([hidden])")


def test_opens_and_shows_all_of_a_small_graph(show: Show, small_page: Path) -> None:
    page = show(small_page)
    assert {WIRAWAN, RAKOR, POLRES, "institution/sendiri"} <= shown(page)
    assert page.inner_text("#status").startswith("14 nodes")
    assert page.title() == "Who met whom: actors and institutions"


def test_the_first_picture_is_marked_for_the_benchmark(show: Show, small_page: Path) -> None:
    page = show(small_page)
    assert page.evaluate("performance.getEntriesByName('first-picture').length") == 1


def test_the_policy_of_the_page_stops_requests_and_scripts(show: Show, small_page: Path) -> None:
    page = show(small_page)
    blocked = page.evaluate("""async () => {
        const seen = [];
        document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
        await fetch('data:text/plain,x').catch(() => 0);
        const script = document.createElement('script');
        script.textContent = 'window.ran = 1';
        document.head.append(script);
        await new Promise((done) => setTimeout(done, 100));
        return [seen, window.ran ?? null];
    }""")
    assert {"connect-src", "script-src-elem"} <= set(blocked[0]) and blocked[1] is None
    assert len(show.wrong) == 3 and all("Content Security Policy" in line for line in show.wrong)  # type: ignore[attr-defined]
    show.wrong.clear()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("made wir", "Made Wirawan"),
        ("NYOMAN GEDE", "Nyoman Gédé"),
        ("kepolisian resor", "Polres Klungkung"),
        ("1610", "Kodim 1610/Klungkung"),
        ("AKBP. Wirawan", "Made Wirawan"),
    ],
)
def test_search_finds_names_and_aliases_whatever_the_case_and_accents(
    show: Show, small_page: Path, typed: str, found: str
) -> None:
    page = show(small_page)
    search(page, typed)
    page.keyboard.press("Enter")
    assert page.inner_text("#card-title") == found


def test_people_stand_with_their_offices_in_lists(show: Show, small_page: Path) -> None:
    page = show(small_page)
    assert page.inner_text(".neighbour:has-text('Made Wirawan') .row-note").startswith("Kapolres Klungkung")
    search(page, "made wir")
    assert "Kapolres Klungkung" in page.inner_text(".found-row:has-text('Made Wirawan')")


def test_search_finds_offices_and_quotes(show: Show, small_page: Path) -> None:
    page = show(small_page)
    search(page, "dandim")
    page.click(".found-row:has-text('Dandim'):has-text('Nyoman')")
    assert "Nyoman Gédé" in card(page) and page.inner_text("#card-title").startswith("Dandim")
    search(page, "menggelar apel")
    page.click(".found-head:has-text('Quotes') ~ .found-row")
    assert page.inner_text("mark") == "Kodim 1610/Klungkung menggelar apel"


def test_search_by_keyboard_alone(show: Show, small_page: Path) -> None:
    page = show(small_page)
    page.keyboard.press("/")
    page.keyboard.type("klungkung")
    page.keyboard.press("ArrowDown")
    active = page.get_attribute("#search", "aria-activedescendant")
    assert page.get_attribute(f"#{active}", "aria-selected") == "true"
    page.keyboard.press("Enter")
    assert "Klungkung" in page.inner_text("#card-title")
    search(page, "tidak ada yang begini")
    assert page.inner_text(".found-none") == "Nothing found"


def test_the_card_of_a_person(show: Show, small_page: Path) -> None:
    text = card(show(small_page, f"sel={WIRAWAN}"))
    for words in (
        "Made Wirawan",
        "M. Wirawan",
        "Kapolres Klungkung",
        "Polres Klungkung",
        "seen 30 Aug 2024 – 15 Sept 2024",
        "Rapat Koordinasi Pengamanan",
        "led",
        "2 sources",
        "Ni Luh Ayu",
        "2 sentences",
        "Kabar Satu",
    ):
        assert words in text, words


def test_the_card_of_an_institution(show: Show, small_page: Path) -> None:
    text = card(show(small_page, f"sel={POLRES}"))
    for words in (
        "Police",
        "Regency or city",
        "Kabupaten Klungkung, Bali (51.05)",
        "Chain of command",
        "Polda Bali",
        "Polri",
        "Ketut Sudarsa",
        "seen 1 Feb 2023",
    ):
        assert words in text, words


def test_the_card_of_an_event(show: Show, small_page: Path) -> None:
    text = card(show(small_page, f"sel={RAKOR}"))
    for words in (
        "Meeting",
        "30 Aug 2024",
        "held",
        "Aula Dharma",
        "Kodim 1610/Klungkung",
        "organised",
        "for Ketut Sudarsa",
        "Rapat Koordinasi Pengamanan digelar",
    ):
        assert words in text.replace("Pagi itu ", ""), words


def test_a_click_on_a_line_shows_every_quote_in_its_sentence(show: Show, small_page: Path) -> None:
    page = show(small_page)
    edge = next(e for e in edges(page) if e.startswith(f"edge:{WIRAWAN}>{RAKOR}>led"))
    page.mouse.click(*page.evaluate("e => explorer.middle(e)", edge))
    page.wait_for_selector("#panel-body mark")
    text = card(page)
    assert page.inner_text("mark >> nth=0") == "dipimpin Kapolres Klungkung Made Wirawan"
    assert "Rapat itu dipimpin Kapolres Klungkung Made Wirawan pada Jumat pagi." in text
    for words in (
        "Rakor pengamanan di Klungkung",
        "Kabar Satu",
        "31 Aug 2024",
        "95 %",
        "event.led",
        "2 sources",
        "copy of another article",
        "Apel gabungan",
        "Acting as",
        "characters 100",
    ):
        assert words in text, words
    links = page.eval_on_selector_all("#panel-body a", "all => all.map((a) => [a.href, a.rel])")
    assert links and all(href.startswith(("https://", "http://")) and "noopener" in rel for href, rel in links)


def test_an_article_with_an_unsafe_address_has_no_link(show: Show, small_page: Path) -> None:
    page = show(small_page, "sel=edge:person/ayu>event/kunjungan>led>0")
    assert page.inner_text("mark") == "dipimpin Ni Luh Ayu"
    assert page.locator("#panel-body a").count() == 0


def test_conflicts_are_marked_and_rejected_claims_are_off(show: Show, small_page: Path) -> None:
    page = show(small_page, "sel=edge:person/gede>institution/kodim-1610>posting>0")
    assert "in conflict" in card(page) and "two holders on one day" in card(page)
    rejected = "edge:institution/bawaslu-denpasar>event/apel>attended>0"
    assert rejected not in edges(page)
    choose(page, "status:rejected")
    assert rejected in edges(page)


def test_the_legend_filters_classes_and_relations(show: Show, small_page: Path) -> None:
    page = show(small_page)
    choose(page, "cls:Person")
    assert not any(ref.startswith("person/") for ref in shown(page))
    page.click(".facets-head .quiet")
    assert WIRAWAN in shown(page)
    choose(page, "edge:led")
    assert not any(">led>" in e for e in edges(page)) and any(">attended>" in e for e in edges(page))


def test_filters_by_kind_level_region_outlet_and_what_proves_it(show: Show, small_page: Path) -> None:
    page = show(small_page)
    choose(page, "kind:ceremony")
    assert "event/apel" not in shown(page) and RAKOR in shown(page)
    page.click(".facets-head .quiet")
    choose(page, "level:1")
    assert "institution/polda-bali" in shown(page) and POLRES not in shown(page)
    page.click(".facets-head .quiet")
    choose(page, "region:51.71")
    assert {"event/apel", "institution/bawaslu-denpasar", AYU} <= shown(page) and RAKOR not in shown(page)
    page.click(".facets-head .quiet")
    choose(page, "outlet:Kabar Tiga")
    assert shown(page) == {WIRAWAN, RAKOR}
    page.click(".facets-head .quiet")
    page.evaluate("document.querySelector('[data-facet=trust]').open = true")
    page.fill("[data-choice='range:sources']", "2")
    assert shown(page) == {WIRAWAN, RAKOR}
    page.click(".facets-head .quiet")
    page.fill("[data-choice='range:conf']", "95")
    assert {WIRAWAN, RAKOR, POLRES} <= shown(page) and AYU not in shown(page)


def test_a_region_leaves_only_people_who_have_to_do_with_it(show: Show, tmp_path: Path) -> None:
    base = small()
    one = next(p for p in base.participations.values() if p.event == RAKOR and p.participant.startswith("person/"))
    sent = replace(one, on_behalf_of="person/gede", participant=WIRAWAN)
    path = tmp_path / "graph.html"
    write_html(replace(base, participations={**base.participations, one.id: sent}), path)
    page = show(path)
    choose(page, "region:51.71")
    people = {ref for ref in shown(page) if ref.startswith("person/")}
    assert AYU in people and "person/gede" not in people
    told = page.inner_text("label:has([data-choice='cls:Person']) .count")
    assert int(told) == len(people)


def test_filters_by_date_with_fields_and_on_the_histogram(show: Show, small_page: Path) -> None:
    page = show(small_page)
    page.fill("[data-choice='date:from']", "2024-09-01")
    page.fill("[data-choice='date:to']", "2024-09-30")
    assert "event/apel" in shown(page) and RAKOR not in shown(page)
    page.click(".facets-head .quiet")
    box = page.locator(".histogram").bounding_box()
    page.mouse.move(box["x"] + 1, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 20, steps=4)
    page.mouse.up()
    assert page.input_value("[data-choice='date:from']") == "2023-02-01"
    assert RAKOR not in shown(page) and "person/sudarsa" in shown(page)


def test_counts_stand_beside_each_choice_and_follow_the_others(show: Show, small_page: Path) -> None:
    page = show(small_page)

    def count(key: str) -> str:
        return page.inner_text(f"label:has([data-choice='{key}']) .count")  # type: ignore[no-any-return]

    assert (count("cls:Event"), count("cls:Person"), count("edge:led")) == ("4", "4", "2")
    choose(page, "outlet:Kabar Dua")
    assert count("edge:led") == "1" and count("cls:Event") == "3"
    choose(page, "cls:Event")
    assert count("cls:Event") == "3"


def test_co_occurrence_is_off_and_switched_on_by_scope(show: Show, small_page: Path) -> None:
    page = show(small_page)
    assert not any(">together>" in e for e in edges(page))
    choose(page, "scope:sentence")
    assert [e for e in edges(page) if ">together>" in e] == [f"edge:{AYU}>{WIRAWAN}>together>0"]
    choose(page, "scope:article")
    assert sum(">together>" in e for e in edges(page)) == 2
    page.goto(page.url.replace("scopes=", f"sel=edge:{AYU}%3E{WIRAWAN}%3Etogether%3E0&scopes="))
    page.wait_for_selector("text=The text asserts no relation")


def test_offices_and_articles_come_on_demand(show: Show, small_page: Path) -> None:
    page = show(small_page)
    assert "post/kapolres" not in shown(page)
    choose(page, "cls:Post")
    assert "post/kapolres" in shown(page)
    choose(page, "cls:Article")
    assert "article:a1" in shown(page)
    page.mouse.click(*page.evaluate("explorer.place('article:a1')"))
    assert "Named in it" in card(page)


def test_superior_units_that_no_article_names_come_on_demand(show: Show, small_page: Path) -> None:
    page = show(small_page)
    assert "institution/polri" not in shown(page)
    choose(page, "context")
    assert "institution/polri" in shown(page)


def test_parallel_lines_are_apart(show: Show, small_page: Path) -> None:
    page = show(small_page)
    parallel = [e for e in edges(page) if e.startswith(f"edge:{WIRAWAN}>{RAKOR}>")]
    (x1, y1), (x2, y2) = (page.evaluate("e => explorer.middle(e)", e) for e in parallel)
    assert len(parallel) == 2 and (x1 - x2) ** 2 + (y1 - y2) ** 2 > 64


def test_shortest_path_with_the_evidence_of_each_step(show: Show, small_page: Path) -> None:
    page = show(small_page, f"sel={WIRAWAN}")
    page.click("text=Path to …")
    page.fill("#partner-search", "ni luh")
    page.keyboard.press("Enter")
    page.wait_for_selector(".steps")
    assert "4 steps" in card(page) and page.locator(".steps > li").count() == 4
    assert all(page.locator(f".steps > li:nth-child({n}) mark").count() > 0 for n in range(1, 5))
    assert "was organised by" in card(page) or "was attended by" in card(page)


def test_no_path_is_said(show: Show, small_page: Path) -> None:
    page = show(small_page, f"path={WIRAWAN.replace('/', '%2F')},institution%2Fsendiri")
    assert "No path under these filters." in card(page)


def test_common_neighbours(show: Show, small_page: Path) -> None:
    page = show(small_page, f"sel={WIRAWAN}")
    page.click("text=In common with …")
    page.fill("#partner-search", "kodim")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Neighbours in common: 1")
    assert "Rapat Koordinasi Pengamanan" in card(page)


def test_focus_and_its_width(show: Show, small_page: Path) -> None:
    page = show(small_page, f"sel={AYU}")
    page.click("text=Focus")
    assert shown(page) == {AYU, "event/apel", "event/kunjungan"}
    page.click("text=One step wider")
    assert {KODIM} <= shown(page) and WIRAWAN not in shown(page)
    page.click("text=End focus")
    assert WIRAWAN in shown(page)


def test_hide_undo_redo_back_and_forward(show: Show, small_page: Path) -> None:
    page = show(small_page, f"sel={WIRAWAN}")
    assert page.is_disabled("#undo")
    page.click("role=button[name=Hide]")
    assert WIRAWAN not in shown(page) and "Hidden by hand" in page.inner_text("#facets")
    page.click("#undo")
    page.wait_for_function("explorer.shown().includes('person/wirawan')")
    page.click("#redo")
    page.wait_for_function("!explorer.shown().includes('person/wirawan')")
    page.go_back()
    page.wait_for_function("explorer.shown().includes('person/wirawan')")
    page.go_forward()
    page.wait_for_function("!explorer.shown().includes('person/wirawan')")
    page.keyboard.press("Control+z")
    page.wait_for_function("explorer.shown().includes('person/wirawan')")


def test_dragging_pins_a_node_and_undo_puts_it_back(show: Show, small_page: Path) -> None:
    page = show(small_page)
    x, y = page.evaluate("explorer.place('institution/kodim-1610')")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 40, steps=5)
    page.mouse.up()
    after = page.evaluate("explorer.place('institution/kodim-1610')")
    assert abs(after[0] - x - 60) < 4 and abs(after[1] - y - 40) < 4
    assert "pins=" in page.url
    page.click("#undo")
    page.wait_for_function(f"Math.abs(explorer.place('institution/kodim-1610')[0] - {x}) < 2")


def test_the_address_holds_the_state(show: Show, small_page: Path) -> None:
    page = show(small_page)
    choose(page, "cls:MilitaryCommand")
    page.fill("[data-choice='date:from']", "2024-01-01")
    page.mouse.click(*page.evaluate("explorer.place('person/wirawan')"))
    page.click("[data-view=table]")
    again = show(small_page, page.url.partition("#")[2])
    assert shown(again) == shown(page) and card(again) == card(page)
    assert again.is_visible("#view-table") and not again.is_visible("#canvas")


def test_a_broken_address_still_opens(show: Show, small_page: Path) -> None:
    page = show(
        small_page,
        "sel=%E0%A4%A&view=../..&depth=NaN&pins=a~b&cam=x~y&hide=%&path=a,b&page=-4&__proto__=1&focus=nobody",
    )
    assert WIRAWAN in shown(page)


def test_the_table_sorts_filters_and_answers_to_keys(show: Show, small_page: Path) -> None:
    page = show(small_page, "view=table")
    assert page.locator("#view-table tbody tr").count() == 15
    page.click("button:text-is('Who')")
    first = page.locator("#view-table tbody tr td:first-child").all_inner_texts()
    assert first == sorted(first, key=str.casefold)
    page.click("button:text-is('Who')")
    assert page.get_attribute("th.col-who", "aria-sort") == "descending"
    choose(page, "edge:attended")
    assert "attended" not in page.locator("#view-table tbody").inner_text()
    page.fill("#view-table input", "wirawan")
    page.keyboard.press("Enter")
    rows = page.locator("#view-table tbody tr").all_inner_texts()
    assert rows and all("Wirawan" in row for row in rows)
    page.focus("#view-table tbody tr:first-child button")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('tr').rowIndex") == 2
    page.keyboard.press("Enter")
    assert page.inner_text("#card-title")
    page.click("text=People, institutions, events")
    assert "Made Wirawan" in page.inner_text("#view-table tbody")


def test_the_timeline_is_in_the_order_of_time(show: Show, small_page: Path) -> None:
    page = show(small_page, "view=timeline")
    assert page.locator(".month h3").all_inner_texts() == [
        "October 2024\n1",
        "September 2024\n1",
        "August 2024\n1",
        "Date not told\n1",
    ]
    assert "Made Wirawan" in page.inner_text(".moment:has-text('Rapat Koordinasi')")
    page.click(".moment h4 button:has-text('Apel')")
    assert page.inner_text("#card-title") == "Apel Gelar Pasukan"


def test_the_map_places_regions_and_filters_by_them(show: Show, small_page: Path) -> None:
    page = show(small_page, "view=map")
    assert page.locator(".spot").count() == 3 and page.locator(".land").count() == 2
    denpasar, klungkung = (page.locator(f"[data-region='{code}'] circle").bounding_box() for code in ("51.71", "51.05"))
    assert denpasar["x"] + denpasar["width"] / 2 < klungkung["x"] + klungkung["width"] / 2
    page.focus("[data-region='51.71']")
    page.keyboard.press("Enter")
    assert page.get_attribute("[data-region='51.71']", "aria-pressed") == "true"
    assert RAKOR not in shown(page) and "event/apel" in shown(page)


def test_the_chain_of_command_as_at_a_date(show: Show, small_page: Path) -> None:
    page = show(small_page, f"view=chain&sel={POLRES}")
    page.wait_for_selector("html[data-chain='3']", state="attached")
    tree = page.inner_text(".chain-tree")
    assert tree.index("Polri") < tree.index("Polda Bali") < tree.index("Polres Klungkung") and "Made Wirawan" in tree
    assert page.locator("#chain-picture canvas").count() == 1
    page.fill(".view-head input[type=date]", "2023-03-01")
    tree = page.inner_text(".chain-tree")
    assert "Made Wirawan" not in tree and "attested for this day" in tree and tree.count("Ketut Sudarsa") == 1
    page.fill(".view-head input[type=date]", "2024-08-30")
    assert (
        "Made Wirawan" in page.inner_text(".chain-tree") and page.inner_text(".chain-tree").count("Ketut Sudarsa") == 1
    )


def _take(page: Any, key: str) -> bytes:
    page.click(".menu summary")
    with page.expect_download() as download:
        page.click(f"[data-take={key}]")
    return Path(download.value.path()).read_bytes()


def test_take_away_pictures(show: Show, small_page: Path) -> None:
    page = show(small_page)
    assert _take(page, "png").startswith(b"\x89PNG\r\n") and len(_take(page, "png")) > 5000
    drawing = ElementTree.fromstring(_take(page, "svg"))  # noqa: S314 - our own file
    assert drawing.tag.endswith("svg") and "Made Wirawan" in "".join(drawing.itertext())


def test_take_away_the_claims_of_a_selection(show: Show, small_page: Path) -> None:
    page = show(small_page, f"sel={WIRAWAN}")
    rows = list(csv.DictReader(io.StringIO(_take(page, "csv").decode("utf-8-sig"))))
    led = [row for row in rows if row["relation"] == "led"]
    assert len(led) == 3 and led[0]["quote"] == "dipimpin Kapolres Klungkung Made Wirawan"
    assert (
        led[0]["url"].startswith("https://")
        and led[0]["confidence"] == "0.95"
        and {r["subject"] for r in rows} == {"Made Wirawan"}
    )
    value = json.loads(_take(page, "json"))
    assert {n["id"] for n in value["nodes"]} == {WIRAWAN, RAKOR, POLRES} and len(value["claims"]) == len(rows)


def test_copy_a_citation_and_a_link(show: Show, small_page: Path) -> None:
    page = show(small_page, f"sel=edge:{WIRAWAN}>{RAKOR}>led>0")
    page.click("text=Copy citation >> nth=0")
    page.wait_for_selector("text=Copied")
    page.focus("#search")
    page.keyboard.press("Control+v")
    cited = page.input_value("#search")
    assert (
        cited
        == "“dipimpin Kapolres Klungkung Made Wirawan” — Rakor pengamanan di Klungkung, Kabar Satu, 31 Aug 2024 <https://kabarsatu.example/1>"
    )


def test_print_leaves_the_controls_out(show: Show, small_page: Path) -> None:
    page = show(small_page, f"sel=edge:{WIRAWAN}>{RAKOR}>led>0")
    page.emulate_media(media="print")
    assert not page.is_visible("#facets") and not page.is_visible(".tools") and page.is_visible("mark >> nth=0")


def test_indonesian_and_english(show: Show, small_page: Path) -> None:
    page = show(small_page, f"sel={WIRAWAN}", locale="id-ID")
    assert page.title() == "Siapa bertemu siapa: aktor dan lembaga" and page.get_attribute("html", "lang") == "id"
    assert "30 Agu 2024" in card(page) and "Kepolisian" in page.inner_text("#facets")
    page.click("#language")
    assert "Police" in page.inner_text("#facets") and "30 Aug 2024" in card(page) and "lang=en" in page.url


def test_dark_and_light(show: Show, small_page: Path) -> None:
    page = show(small_page, color_scheme="dark")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("#theme")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert sum(map(int, re.findall(r"\d+", dark))) < 120 < 600 < sum(map(int, re.findall(r"\d+", light)))


@pytest.mark.parametrize("view", ["network", "table", "timeline", "map", "chain"])
@pytest.mark.parametrize(("width", "height"), [(390, 844), (720, 450), (320, 568)])
def test_phone_width_and_zoom_never_scroll_sideways(
    show: Show, small_page: Path, view: str, width: int, height: int
) -> None:
    page = show(small_page, f"view={view}", width=width, height=height)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.querySelector('#main').getBoundingClientRect().height") > 150


def test_a_phone_reads_a_card_and_filters(show: Show, small_page: Path) -> None:
    page = show(small_page, width=390, height=844, has_touch=True)
    page.touchscreen.tap(*page.evaluate("explorer.place('event/rakor')"))
    assert page.is_visible("#panel") and "Aula Dharma" in card(page)
    page.tap("#close-card")
    assert not page.is_visible("#panel")
    page.tap("#open-facets")
    page.tap("[data-choice='cls:Person']")
    page.tap(".facets .sheet-close")
    assert not page.is_visible("#facets") and WIRAWAN not in shown(page)


def test_the_picture_by_keyboard(show: Show, small_page: Path) -> None:
    page = show(small_page)
    page.focus("#canvas")
    page.keyboard.press("ArrowRight")
    first = page.inner_text("#card-title")
    page.keyboard.press("ArrowLeft")
    assert page.inner_text("#card-title") != first
    assert page.get_attribute("#canvas", "role") == "application"
    page.wait_for_function(
        "document.querySelector('#live').textContent === document.querySelector('#card-title').textContent"
    )
    page.keyboard.press("h")
    assert page.evaluate("explorer.shown().length") == 13
    page.keyboard.press("3")
    assert page.is_visible("#view-timeline")
    page.keyboard.press("1")
    before = page.evaluate("explorer.place('event/rakor')")
    page.focus("#canvas")
    page.keyboard.press("Shift+ArrowRight")
    assert page.evaluate("explorer.place('event/rakor')")[0] < before[0]


@pytest.mark.parametrize("view", ["network", "table", "timeline", "map", "chain"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_reports_nothing_serious(show: Show, small_page: Path, axe: str, view: str, scheme: str) -> None:
    page = show(small_page, f"view={view}&sel={WIRAWAN if view != 'chain' else POLRES}", color_scheme=scheme)
    page.evaluate("for (const d of document.querySelectorAll('details.facet')) d.open = true")
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    serious = [
        (v["id"], [n["target"] for n in v["nodes"]][:3])
        for v in found["violations"]
        if v["impact"] in {"serious", "critical"}
    ]
    assert serious == []


def test_events_shared_are_counted_once_whatever_the_roles_and_not_by_rejected_claims(
    show: Show, tmp_path: Path
) -> None:
    base = small()
    one = next(p for p in base.participations.values() if p.participant == WIRAWAN and p.event == RAKOR)
    twice = replace(one, id="claim/also", role="organised" if one.role != "organised" else "attended")
    path = tmp_path / "graph.html"
    write_html(replace(base, participations=base.participations | {twice.id: twice}), path)
    other = next(p.participant for p in base.participations.values() if p.event == RAKOR and p.participant != WIRAWAN)
    name = base.entities[other].name
    note = f".neighbour:has-text('{name}') .row-note"
    assert show(path, f"sel={WIRAWAN}").inner_text(note).startswith("1 event")
    gone = {p.id: replace(p, status="rejected") for p in base.participations.values() if p.participant == WIRAWAN}
    write_html(replace(base, participations=base.participations | gone), path)
    page = show(path, f"sel={WIRAWAN}")
    assert not [line for line in page.locator(".neighbour .row-note").all_inner_texts() if "event" in line]


def test_the_overview_tells_what_passes_the_filters(show: Show, small_page: Path) -> None:
    page = show(small_page)
    claims = page.inner_text("#status").split(", ")[1].split()[0]
    assert page.inner_text(".lede").startswith(f"{claims} claims in ")
    assert page.inner_text("label:has([data-choice='status:accepted']) .count") == claims_of(page, "accepted")
    choose(page, "outlet:Kabar Dua")
    left = page.inner_text("#status").split(", ")[1].split()[0]
    assert left != claims and page.inner_text(".lede").startswith(f"With these filters: {left} of ")


def claims_of(page: Any, status: str) -> str:
    """How many claims, a line each in the picture, the legend must count."""
    kinds = ("led", "organised", "attended", "posting")
    return str(
        sum(int(page.inner_text(f"label:has([data-choice='edge:{kind}']) .count")) for kind in kinds) - conflicts(page)
    )


def conflicts(page: Any) -> int:
    return int(page.inner_text("label:has([data-choice='status:conflict']) .count"))


def test_where_no_claim_passes_the_page_says_so_and_the_way_back(show: Show, small_page: Path) -> None:
    page = show(small_page, "from=1990-01-01&to=1990-12-31")
    assert "No claim passes the filters" in page.inner_text("#status")
    assert page.inner_text(".lede").startswith("No claim passes the filters; the graph has ")
    page.click("#status >> text=Reset the filters")
    assert WIRAWAN in shown(page) and "No claim" not in page.inner_text("#status")


def test_what_a_link_says_wrongly_is_told_or_left_out(show: Show, small_page: Path) -> None:
    page = show(small_page, "sel=person%2Fnobody-1&from=2024-13-40&to=31/12/2024&conf=900&sources=-3")
    assert "person/nobody-1" in page.inner_text(".strange")
    assert page.is_visible(".strange")
    assert "No claim passes" in page.inner_text("#status")  # no claim is surer than 100 %
    page = show(small_page, "from=2024-13-40&to=31/12/2024&sources=-3")
    assert WIRAWAN in shown(page) and not page.locator(".strange").count()


def test_a_graph_for_gephi_of_a_selection_and_of_all(show: Show, small_page: Path) -> None:
    import networkx as nx

    whole = show(small_page)
    graph = nx.parse_graphml(_take(whole, "graphml"), force_multigraph=True)
    assert set(graph) == shown(whole) and graph.number_of_edges() == len(edges(whole))
    assert graph.nodes[WIRAWAN] == {"label": "Made Wirawan", "class": "Person", "type": "", "region": "", "date": ""}
    part = nx.parse_graphml(_take(show(small_page, f"sel={WIRAWAN}"), "graphml"), force_multigraph=True)
    assert set(part) == {WIRAWAN, RAKOR, POLRES}
    (led,) = (data for *_, data in part.edges(data=True) if data["relation"] == "led")
    assert led["quote"] == "dipimpin Kapolres Klungkung Made Wirawan" and led["confidence"] == 0.95


def test_a_printed_card_has_its_quotes(show: Show, small_page: Path) -> None:
    page = show(small_page, f"sel={WIRAWAN}")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert "dipimpin Kapolres Klungkung Made Wirawan" in page.inner_text(".printed")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not page.locator(".printed").count()


def test_the_picture_of_command_says_in_which_office_somebody_is(show: Show, small_page: Path) -> None:
    page = show(small_page, f"view=chain&sel={POLRES}")
    page.wait_for_selector("html[data-chain]", state="attached")
    drawn = " | ".join(page.evaluate("explorer.command()"))
    assert "Made Wirawan\nKapolres Klungkung" in drawn


def test_what_was_not_held_says_so_and_nobody_met_there(show: Show, tmp_path: Path) -> None:
    base = small()
    off = replace(base.events[RAKOR], status="cancelled")
    path = tmp_path / "graph.html"
    write_html(replace(base, events=base.events | {RAKOR: off}), path)
    assert "cancelled" in card(show(path, f"sel=edge:{WIRAWAN}>{RAKOR}>led>0"))
    page = show(path, f"sel={WIRAWAN}")
    assert "cancelled" in page.inner_text(f".row-button:has-text('{off.name}') >> nth=0")
    assert not [line for line in page.locator(".neighbour .row-note").all_inner_texts() if "event" in line]
    rows = list(csv.DictReader(io.StringIO(_take(page, "csv").decode("utf-8-sig"))))
    assert {row["event_status"] for row in rows if row["relation"] == "led"} == {"cancelled"}
    table = show(path, "view=table")
    assert "cancelled" in table.inner_text("tr:has-text('led') >> nth=0")
    other = next(p.participant for p in base.participations.values() if p.event == RAKOR and p.participant != WIRAWAN)
    assert RAKOR not in show(path, f"path={WIRAWAN},{other}").inner_text("#panel-body")


def test_boxes_of_the_picture_of_command_never_lie_on_one_another(show: Show, tmp_path: Path) -> None:
    from kg.model import Entity, Parent, Post

    base, wide = small(), "Wakil Kepala Bagian Perencanaan dan Anggaran Kepolisian Daerah Contoh"
    units = [Entity(f"institution/sub-{n}", "PoliceUnit", None, f"Kepolisian Resor Contoh Nomor {n} Timur",
                    parents=(Parent(POLRES),)) for n in range(9)]  # fmt: skip
    posts = [Post(f"post/sub-{n}", wide, unit.id, None) for n, unit in enumerate(units)]
    any_held = next(iter(base.postings.values()))
    held = [replace(any_held, id=f"claim/sub-{n}", post=post.id, institution=post.institution, former=False)
            for n, post in enumerate(posts)]  # fmt: skip
    path = tmp_path / "graph.html"
    more = {
        "entities": base.entities | {u.id: u for u in units},
        "posts": base.posts | {p.id: p for p in posts},
        "postings": base.postings | {p.id: p for p in held},
    }
    write_html(replace(base, **more), path)
    page = show(path, f"view=chain&sel={POLRES}")
    page.wait_for_selector("html[data-chain]", state="attached")
    boxes = page.evaluate("explorer.boxes()")
    assert len(boxes) > 9
    crossing = [
        (one, other)
        for n, one in enumerate(boxes)
        for other in boxes[:n]
        if one["left"] < other["right"]
        and other["left"] < one["right"]
        and one["top"] < other["bottom"]
        and other["top"] < one["bottom"]
    ]
    assert crossing == []


def acting(tmp_path: Path) -> Path:
    """The page of the small base in which the Kapolres only acts in his office."""
    base = small()
    postings = {**base.postings, "claim/o1": replace(base.postings["claim/o1"], acting="Plh")}
    write_html(replace(base, postings=postings), tmp_path / "graph.html")
    return tmp_path / "graph.html"


def test_who_only_acted_in_an_office_is_not_shown_as_its_holder(show: Show, tmp_path: Path) -> None:
    page = show(acting(tmp_path), f"sel={WIRAWAN}")
    office = page.inner_text(".row-button:has-text('Rapat Koordinasi') .row-sub")
    assert office.startswith("Plh Kapolres Klungkung")
    page.click(".roles .chip:has-text('led')")
    page.wait_for_selector("#panel-body mark")
    assert "Plh Kapolres Klungkung" in page.inner_text("dt:has-text('Acting as') + dd")
    page.click(".tab[data-view=table] >> visible=true")
    assert page.inner_text("tr:has-text('led'):has-text('Wirawan') .col-office") == "Plh Kapolres Klungkung"


def headed(page: Any, title: str) -> str:
    """The number beside a heading of the card."""
    return page.inner_text(f"h3:has-text('{title}') .count")  # type: ignore[no-any-return]


def test_cards_count_events_and_participants_not_claims(show: Show, small_page: Path) -> None:
    page = show(small_page, f"sel={WIRAWAN}")
    assert headed(page, "Events") == "1"  # led it and attended it
    page = show(small_page, f"sel={RAKOR}")
    assert headed(page, "Taking part") == "4"  # five claims
    assert page.locator(".roles").count() == 1
    assert page.inner_text(".roles .role-list").split() == ["led", "attended"]
    page.click(".roles .chip:has-text('attended')")
    page.wait_for_selector("#panel-body mark")
    assert page.inner_text("#panel-body mark") == "dihadiri Kodim 1610/Klungkung"
    page.go_back()
    page.click(".roles .chip:has-text('led')")
    page.wait_for_selector("#panel-body mark")
    assert page.locator("#panel-body mark").count() == 3


def test_people_in_office_are_counted_once_whatever_their_posts(show: Show, tmp_path: Path) -> None:
    base = small()
    twice = replace(base.postings["claim/o1"], id="claim/o5", acting="Plh")
    write_html(replace(base, postings={**base.postings, twice.id: twice}), tmp_path / "graph.html")
    page = show(tmp_path / "graph.html", f"sel={POLRES}")
    assert headed(page, "People in office") == "2"
    page = show(tmp_path / "graph.html", f"sel={WIRAWAN}")
    assert headed(page, "Offices") == "1"


@pytest.mark.parametrize("width", [1040, 1280, 1440])
@pytest.mark.parametrize("locale", ["en-GB", "id-ID"])
def test_table_and_map_have_room_beside_a_card(show: Show, small_page: Path, width: int, locale: str) -> None:
    page = show(small_page, f"view=table&sel={WIRAWAN}", width=width, height=800, locale=locale)
    cut = "part => part.scrollWidth - part.clientWidth"
    if width >= 1280:
        assert page.eval_on_selector(".table-scroll", cut) <= 0
    page.click(".bar .tab[data-view=map]")
    assert page.eval_on_selector(".map-list", cut) <= 0
    assert page.eval_on_selector(".map-picture", "part => part.clientWidth") > 400
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_filters_wait_behind_a_button_where_a_card_takes_their_room(show: Show, small_page: Path) -> None:
    page = show(small_page, "view=table", width=1280, height=800)
    assert page.is_visible("#facets") and not page.is_visible("#open-facets")
    page.click("tbody .node-link >> nth=0")
    assert page.is_visible("#panel") and not page.is_visible("#facets")
    page.click("#open-facets")
    assert page.is_visible("[data-choice='cls:Person']")
    page.click(".facets .sheet-close")
    assert not page.is_visible("#facets")
    page.keyboard.press("Escape")
    assert page.is_visible("#facets") and not page.is_visible("#panel")


@pytest.mark.parametrize("units", [3, 12])
def test_the_picture_of_command_can_be_read_beside_a_card(show: Show, tmp_path: Path, units: int) -> None:
    from kg.model import Entity, Parent

    base = small()
    more = [Entity(f"institution/sub-{n}", "PoliceUnit", None, f"Kepolisian Sektor Contoh Wilayah Nomor {n} Timur Laut",
                   parents=(Parent(POLRES),)) for n in range(units)]  # fmt: skip
    write_html(replace(base, entities=base.entities | {u.id: u for u in more}), tmp_path / "graph.html")
    page = show(tmp_path / "graph.html", f"view=chain&sel={POLRES}", width=1280, height=800)
    page.wait_for_selector("html[data-chain]", state="attached")
    boxes, scale = page.evaluate("explorer.boxes()"), page.evaluate("explorer.chainScale()")
    assert scale * 14 >= 12
    apart = [
        max(one["left"] - other["right"], other["left"] - one["right"], one["top"] - other["bottom"],
            other["top"] - one["bottom"])
        for n, one in enumerate(boxes) for other in boxes[:n]
    ]  # fmt: skip
    assert min(apart) >= 6


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Made Wirwan", "Made Wirawan"),
        ("mdae wirawan", "Made Wirawan"),
        ("Nyoman Gedhe", "Nyoman Gédé"),
        ("Wirawam", "Made Wirawan"),
        ("Polers Klungkun", "Polres Klungkung"),
    ],
)
def test_a_slip_of_the_keyboard_still_finds_the_name(show: Show, small_page: Path, typed: str, meant: str) -> None:
    page = show(small_page)
    search(page, typed)
    assert page.inner_text(".found-none") == "Nothing found. Did you mean:"
    page.keyboard.press("Enter")
    assert page.inner_text("#card-title") == meant
    page = show(small_page, locale="id-ID")
    search(page, typed)
    assert page.inner_text(".found-none") == "Tidak ditemukan. Mungkin maksud Anda:"


def test_what_is_near_no_name_is_not_found(show: Show, small_page: Path) -> None:
    page = show(small_page)
    for typed in ("zzz", "Xaver Quitzow", "<img src=x>"):
        search(page, typed)
        assert page.inner_text(".found-none") == "Nothing found"


def test_all_offices_that_are_meant_can_be_seen_each_with_its_holder(show: Show, tmp_path: Path) -> None:
    from kg.model import Entity, Post

    base = small()
    units = [Entity(f"institution/sub-{n}", "PoliceUnit", None, f"Polres Contoh {n}") for n in range(8)]
    posts = [Post(f"post/sub-{n}", f"Kapolres Contoh {n}", unit.id, None) for n, unit in enumerate(units)]
    one = base.postings["claim/o1"]
    held = [
        replace(one, id="claim/s0", person=GEDE, post=posts[0].id, institution=units[0].id, acting="Plh"),
        replace(one, id="claim/s1", person=AYU, post=posts[0].id, institution=units[0].id, last_seen="2024-08-31"),
    ]
    more = {
        "entities": base.entities | {u.id: u for u in units},
        "posts": base.posts | {p.id: p for p in posts},
        "postings": base.postings | {p.id: p for p in held},
    }
    write_html(replace(base, **more), tmp_path / "graph.html")
    page = show(tmp_path / "graph.html")
    search(page, "kapolres")
    assert "Plh Nyoman Gédé · and 1 more" in page.inner_text(".found-row:has-text('Kapolres Contoh 0')")
    assert page.locator(".found-row:has-text('Kapolres Contoh')").count() < 8
    page.click(".found-row:has-text('Show all 9 offices')")
    assert page.locator(".found-row:has-text('Kapolres Contoh')").count() == 8
    assert "Made Wirawan" in page.inner_text(".found-row:has-text('Kapolres Klungkung'):has-text('Made') >> nth=-1")
    page.click(".found-row:has-text('Kapolres Contoh 7')")
    assert page.inner_text("#card-title") == "Kapolres Contoh 7"


@pytest.mark.parametrize("view", ["table", "timeline", "map", "chain"])
def test_on_a_phone_a_card_folds_when_the_reader_goes_on(show: Show, small_page: Path, view: str) -> None:
    page = show(small_page, f"sel={WIRAWAN}", width=390, height=844, has_touch=True)
    height = "part => part.getBoundingClientRect().height"
    assert page.eval_on_selector("#panel", height) > 400
    page.tap(f".phone-bar [data-view={view}]")
    assert page.eval_on_selector("#panel", height) < 90
    assert page.is_visible("#card-title") and not page.is_visible("#panel-body .acts")
    page.tap("#fold-card")
    assert page.eval_on_selector("#panel", height) > 200 and page.is_visible("#panel-body .acts")
    page.tap("#fold-card")
    if view == "table":
        page.tap("tbody .node-link >> nth=0")
        assert page.is_visible("#panel-body .acts")
    else:
        page.tap(".phone-bar [data-view=network]")
        assert page.eval_on_selector("#panel", height) > 400


@pytest.mark.parametrize("chosen", [WIRAWAN, POLRES, AYU, GEDE, RAKOR])
@pytest.mark.parametrize("width", [390, 1280])
def test_names_in_the_picture_lie_neither_on_one_another_nor_behind_the_card(
    show: Show, small_page: Path, chosen: str, width: int
) -> None:
    page = show(small_page, width=width, height=844)
    page.evaluate("ref => { location.hash = '#sel=' + ref; }", chosen)
    page.wait_for_selector("#panel.open", state="attached")
    page.wait_for_timeout(400)
    labels = page.evaluate("explorer.labels()")
    own = next(one for one in labels if one["ref"] == chosen)
    if width < 720:
        top = page.eval_on_selector("#panel", "part => part.getBoundingClientRect().top")
        above = page.eval_on_selector("#canvas", "part => part.getBoundingClientRect().top")
        assert own["bottom"] + above <= top
    for n, one in enumerate(labels):
        for other in labels[:n]:
            apart = max(one["left"] - other["right"], other["left"] - one["right"],
                        one["top"] - other["bottom"], other["top"] - one["bottom"])  # fmt: skip
            assert apart > -1, (one, other)
