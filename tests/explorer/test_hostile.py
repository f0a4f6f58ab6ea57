"""Articles that attack the page: nothing runs, nothing is fetched, nothing breaks the layout."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.export.html import write_html

from .bases import hostile

pytestmark = pytest.mark.browser
RUN = "window.ran=1"
PAYLOADS = (
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"</SCRIPT ><script>{RUN}</script>",
    f"<!--<script>{RUN}",
    f"--><script>{RUN}</script>",
    f"]]><script>{RUN}</script>",
    f"</style><script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"</textarea><script>{RUN}</script>",
    f"</template><svg onload={RUN}>",
    f"<img src=x onerror={RUN}>",
    f'"><img src=x onerror={RUN}>',
    f"'><img src=x onerror={RUN}>",
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<math><mtext></form><form><mglyph><style></math><img src onerror={RUN}>",
    f"<iframe src=javascript:{RUN}>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'>",
    f"<object data=javascript:{RUN}>",
    f"<embed src=javascript:{RUN}>",
    f"<a href=javascript:{RUN}>x</a>",
    f"<form action=javascript:{RUN}><button>x",
    f"<input autofocus onfocus={RUN}>",
    f"<details open ontoggle={RUN}>",
    f"<video src=x onerror={RUN}>",
    f"<body onload={RUN}>",
    "<base href=https://jahat.example/>",
    "<meta http-equiv=refresh content='0;url=https://jahat.example/'>",
    "<link rel=stylesheet href=https://jahat.example/a.css>",
    "<style>*{display:none}</style>",
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}//https://",
    f" \tjava\nscript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    f"vbscript:{RUN}",
    f"blob:https://x/{RUN}",
    "file:///etc/passwd",
    'https://jahat.example/" onmouseover=window.ran=1 x="',
    f"${{{RUN}}}",
    f"{{{{constructor.constructor('{RUN}')()}}}}",
    f"{{% raw %}}{{{{ {RUN} }}}}",
    f"`+({RUN})+`",
    f"');{RUN};//",
    f'\\");{RUN};//',
    f"\\u003cscript\\u003e{RUN}\\u003c/script\\u003e",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"&#60;script&#62;{RUN}",
    f"+ADw-script+AD4-{RUN}",
    "\u202egnirts desrever\u202d",
    "\u2066\u2067\u2068 isolates \u2069\u2069",
    "\u200b\u200c\u200d\u2060\ufeff\u00ad",
    "zero\u200bwidth\u200djoiner",
    "a" + "\u0301" * 10_000,
    "W" * 10_000,
    "kata " * 2_000,
    "\u0627\u0644\u0634\u0631\u0637\u0629 " * 50,
    "\x00\x01\x02\x07\x08\x1b[31m\x7f\x9b",
    "baris\r\nbaru\u2028dan\u2029lagi\t",
    "\ud800 sendirian \udfff",
    "👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿" * 40,
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "edge:a>b>led>0",
    "1~2~3,4%2C5#&=?",
    '=HYPERLINK("https://jahat.example")',
    "@SUM(1+1)|cmd",
    "%3Cscript%3E" + RUN,
    " ",
)
assert len(PAYLOADS) >= 40


@pytest.fixture(scope="module")
def page_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "graph.html"
    write_html(hostile(*PAYLOADS), path)
    return path


INJECTED = """() => [
    window.ran ?? null,
    document.querySelectorAll('img, iframe, object, embed, video, form, base, math, textarea, template, meta[http-equiv=refresh], link:not([rel=icon]), animate, [onload], [onerror], [onclick]').length,
    document.querySelectorAll('style').length, document.querySelectorAll('script').length,
    [...document.querySelectorAll('a[href]')].filter((a) => !/^(https?:|#)/.test(a.getAttribute('href'))).length,
    document.documentElement.scrollWidth - innerWidth,
    ({}).polluted ?? null,
]"""  # noqa: E501
CLEAN = [None, 0, 1, 7, 0, 0, None]


VISIT = f"""async (refs) => {{
    const injected = {INJECTED};
    const seen = [];
    for (const ref of refs) {{
        const changed = new Promise((done) => addEventListener('hashchange', done, {{ once: true }}));
        location.hash = 'sel=' + encodeURIComponent(ref);
        await changed;
        const card = document.querySelector('#card-title');
        seen.push([ref, card !== null && !card.textContent.startsWith('What the articles say'), injected()]);
    }}
    return seen;
}}"""


LAYOUT = range(PAYLOADS.index("\u202egnirts desrever\u202d"), PAYLOADS.index("__proto__"))  # these attack the layout


@pytest.mark.parametrize(
    ("width", "height", "which"), [(1440, 900, range(len(PAYLOADS))), (390, 844, LAYOUT)], ids=["desk", "phone"]
)
def test_nothing_runs_and_nothing_breaks_the_layout(
    show: Callable[..., Any], page_path: Path, width: int, height: int, which: range
) -> None:
    page = show(page_path, "scopes=sentence&hide=%2BPost,%2BArticle", width=width, height=height)
    assert page.evaluate(INJECTED) == CLEAN
    for i in which:
        n = f"{i:03d}"
        cards = [f"institution/{n}", f"person/{n}", f"event/{n}", f"event/{n}/when", f"post/{n}", f"article:a{n}"]
        claims = [
            f"edge:person/{n}>institution/{n}>posting>0",
            f"edge:person/{n}>event/{n}>led>0",
            f"edge:institution/{n}>institution/{n}/up>partOf>0",
        ]
        for ref, found, injected in page.evaluate(VISIT, cards + claims):
            assert found and injected == CLEAN, (ref, PAYLOADS[i][:60])


def test_quotes_are_shown_as_they_are(show: Callable[..., Any], page_path: Path) -> None:
    page = show(page_path)
    for i in (0, 1, 12, 39, 46):
        page.evaluate("hash => { location.hash = hash; }", f"sel=edge:person/{i:03d}>institution/{i:03d}>posting>0")
        page.wait_for_function(
            "text => document.querySelector('#panel-body mark')?.textContent === text", arg=PAYLOADS[i]
        )


@pytest.mark.parametrize("view", ["table", "timeline", "map", "chain", "network"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_every_view_stands(show: Callable[..., Any], page_path: Path, view: str, width: int, height: int) -> None:
    page = show(page_path, f"view={view}&sel=institution%2F000", width=width, height=height)
    injected = page.evaluate(INJECTED)
    assert injected[:3] + injected[4:] == CLEAN[:3] + CLEAN[4:]
    assert page.locator("#main").bounding_box()["width"] > 300


def test_search_and_files_carry_no_attack(show: Callable[..., Any], page_path: Path) -> None:
    page = show(page_path, "view=table")
    for text in ("script", "onerror", "javascript", "\u202e", "<", "__proto__", "[31m"):
        page.fill("#search", text)
        assert page.evaluate(INJECTED) == CLEAN
    page.keyboard.press("Escape")
    page.click(".menu summary")
    with page.expect_download() as download:
        page.click("[data-take=csv]")
    rows = list(csv.reader(io.StringIO(Path(download.value.path()).read_text("utf-8-sig", errors="replace"))))
    assert not [cell for row in rows for cell in row if cell[:1] in "=+-@" and cell]
    for row in rows[1:]:
        assert row[-1] == "" or row[-1].startswith(("http://", "https://"))


def test_names_that_reorder_or_hide_text_are_made_harmless(show: Callable[..., Any], page_path: Path) -> None:
    joined, turned = PAYLOADS.index("zero\u200bwidth\u200djoiner"), PAYLOADS.index("\u202egnirts desrever\u202d")
    page = show(page_path, f"sel=institution%2F{joined:03d}")
    assert page.inner_text("#card-title") == "zero width joiner"
    page.evaluate("hash => { location.hash = hash; }", f"sel=institution%2F{turned:03d}")
    page.wait_for_function("document.querySelector('#card-title').textContent === 'gnirts desrever'")
