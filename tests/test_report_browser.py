"""The HTML report in a real Chromium: nothing goes wrong in it, it works, it fits, everybody can read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import browser
from mtaudit import engine, readers
from mtaudit.batch import figures
from mtaudit.batch.comparison import Change, Totals
from mtaudit.batch.records import record
from mtaudit.batch.reports import Material, html
from mtaudit.report import Report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytest.importorskip("playwright", reason="Playwright is not installed: pip install 'mtaudit[dev]'")
from playwright.sync_api import expect

if browser.found() is None:
    pytest.skip("there is no Chromium: install one, or set MTAUDIT_CHROMIUM to its path", allow_module_level=True)

HERE = Path(__file__).parent
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 375, "height": 800}
SEEN = "Array.from(document.querySelectorAll('#ranking tbody tr')).filter(row => !row.hidden).length"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser.opened() as found:
        yield found


class Compared:
    """What a comparison says, without an earlier run."""

    notes = ()
    totals = Totals(new=2, fixed=1, unchanged=40, added=0, gone=1)

    def of(self, found: dict[str, Any]) -> Change:
        new = frozenset({0, 1}) if "ferry" in found["path"] else frozenset()
        return Change(new, tuple(found["findings"][:1]), True)

    def gone(self) -> Iterator[str]:
        return iter(["old.txt"])


def news() -> list[dict[str, Any]]:
    """Records of the example and of the texts of the tests, three times, and one that could not be read."""
    out = []
    texts = [*sorted((HERE.parent / "examples").glob("*.ko.txt")), *sorted((HERE / "texts").glob("*.txt"))]
    for which, path in enumerate(texts * 3):
        found = record(engine.audit(readers.read_text(path.read_text(encoding="utf-8"), f"news/{which}-{path.name}")))
        outlet, week = ("Harbour Daily", "항구일보", "Ferry & Post")[(which + which // len(texts)) % 3], f"2026-W{40 + which % 5}"
        found["metadata"] |= {"outlet": outlet, "author": "Ana Lim", "section": "국제", "week": week, "date": "2026-10-01"}
        out.append(found)
    out.append(record(Report("news/bad.docx", "docx", error="news/bad.docx is encrypted")))
    return out


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A report in each language, and one that is split."""
    records = news()
    told = figures.figures(records)
    out = {}
    for ui_lang in ("en", "ko"):
        folder = tmp_path_factory.mktemp(ui_lang)
        material = Material(told, lambda: iter(records), Compared(), "국제부 기사", {"version": "1"})  # type: ignore[arg-type]
        out[ui_lang] = html.write(folder, material, ui_lang)[0]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(html, "WHOLE", 50_000)
        patch.setattr(html, "PART", 60_000)
        out["split"] = html.write(tmp_path_factory.mktemp("split"), Material(told, lambda: iter(records)), "en")[0]
    return out


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport=DESKTOP, offline=True)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("which", ["en", "ko", "split"])
def test_it_opens_without_a_network_and_without_complaints(page: Page, reports: dict[str, Path], which: str) -> None:
    wrong = browser.complaints(page)
    page.goto(reports[which].as_uri())
    assert page.evaluate("document.querySelectorAll('#ranking tbody tr').length") == len(news()) - 1
    assert page.locator(".ctl").is_visible()
    page.locator("#ranking tbody a").first.click()
    expect(page.locator(".art .in").first).to_be_visible()
    assert wrong == []


BAD = (
    "</style></script><script>window.pwned=1</script>\"'><img src=https://example.org/x onerror=window.pwned=2>"
    "<svg onload=window.pwned=3>{{7*7}}\u202e\u2066\ud800\x00<a href=javascript:window.pwned=4>"
)


def test_hostile_texts_are_inert(page: Page, tmp_path: Path) -> None:
    one = record(engine.audit(readers.read_text(f"{BAD}\n\n갔습니다. . {BAD} 나토(NATO)와 NATO다.", f"{BAD}.txt")))
    one["metadata"] = dict.fromkeys(("title", "outlet", "author", "section", "date", "week"), BAD) | {"url": f"javascript:{BAD}"}
    assert one["findings"]
    for found in one["findings"]:
        found["messages"] = {"en": BAD, "ko": BAD}
        found["fix"] = {"text": BAD, "applicability": "safe"}
    records = [one, record(Report(BAD, error=BAD))]
    wrong = browser.complaints(page)
    page.goto(
        html.write(tmp_path, Material(figures.figures(records), lambda: iter(records), None, BAD, {BAD: BAD}), "en")[0].as_uri()
    )
    page.locator("#ranking tbody a").click()
    page.locator("[data-go='1']").click()
    page.locator("#ranking select[name=outlet]").select_option(index=1)
    assert page.evaluate(SEEN) == 1
    page.locator(".groups a").first.click()
    assert page.evaluate(SEEN) == 1
    page.wait_for_timeout(300)
    assert wrong == []
    assert page.evaluate("[typeof pwned, document.images.length, document.scripts.length]") == ["undefined", 0, 1]
    shown = page.locator("h1").text_content() or ""
    assert "<script>window.pwned=1</script>" in shown
    assert "{{7*7}}‹U+202E›‹U+2066›‹U+D800›␀<a href" in shown


def test_search_and_filters_leave_what_fits(page: Page, reports: dict[str, Path]) -> None:
    records = [found for found in news() if found["error"] is None]
    page.goto(reports["en"].as_uri())
    every = page.evaluate(SEEN)

    def wanted(name: str, value: str, count: int) -> None:
        page.select_option(f"[name={name}]", value)
        assert page.evaluate(SEEN) == count
        assert page.locator("output").text_content() == f"{count} of {every} texts"
        assert page.evaluate("Array.from(document.querySelectorAll('.art')).filter(each => !each.hidden).length") == count
        assert f"{name}=" in page.url
        page.locator("[data-reset]").click()
        assert page.evaluate(SEEN) == every

    wanted("severity", "0", sum(found["severities"]["critical"] > 0 for found in records))
    wanted("severity", "none", sum(not found["findings"] for found in records))
    wanted("rule", "DAT001", sum(any(f["code"] == "DAT001" for f in found["findings"]) for found in records))
    wanted("outlet", "항구일보", sum(found["metadata"]["outlet"] == "항구일보" for found in records))
    wanted("outlet", "Ferry & Post", sum(found["metadata"]["outlet"] == "Ferry & Post" for found in records))
    wanted("week", "2026-W41", sum(found["metadata"]["week"] == "2026-W41" for found in records))
    wanted("verdict", "fail", sum(found["scores"][0]["verdict"] == "fail" for found in records))
    wanted("change", "new", sum("ferry" in found["path"] for found in records))
    page.fill("[name=q]", "에릭센 선장")
    count = sum("에릭센 선장" in str(found["blocks"]) for found in records)
    assert 0 < count < every
    expect(page.locator("output")).to_have_text(f"{count} of {every} texts")
    page.fill("[name=q]", "no such word")
    expect(page.locator("output")).to_have_text(f"0 of {every} texts")
    assert page.locator("#ranking .none").is_visible()


def test_the_address_keeps_what_is_shown(page: Page, reports: dict[str, Path]) -> None:
    page.goto(reports["en"].as_uri() + "#verdict=fail&outlet=Ferry+%26+Post&sort=-4")
    count = page.evaluate(SEEN)
    assert 0 < count < len(news()) - 1
    assert page.input_value("[name=outlet]") == "Ferry & Post"
    assert page.get_attribute(".rank thead th:nth-child(4)", "aria-sort") == "descending"
    criticals = page.evaluate(
        "Array.from(document.querySelectorAll('.rank tbody tr')).map(row => Number(row.dataset.s.split(' ')[0]))"
    )
    assert criticals == sorted(criticals, reverse=True)
    page.locator(".rank thead button").nth(2).click()
    assert "sort=3" in page.url
    assert "verdict=fail" in page.url
    scores = page.evaluate("Array.from(document.querySelectorAll('.rank tbody tr')).map(row => Number(row.cells[2].dataset.k))")
    assert scores == sorted(scores)
    page.reload()
    assert page.evaluate(SEEN) == count
    page.locator("[data-reset]").click()
    page.locator("[data-filter='rule=DAT001']").click()
    assert page.input_value("[name=rule]") == "DAT001"


def test_the_next_finding_is_one_step_away(page: Page, reports: dict[str, Path]) -> None:
    page.goto(reports["en"].as_uri())
    seen = []
    for _ in range(4):
        page.locator("[data-go='1']").click()
        seen.append(page.evaluate("document.activeElement.id"))
        assert page.locator(f"#{seen[-1]}").is_visible()
    article = seen[0].partition("m")[0]
    assert seen == [f"{article}m{n}" for n in (1, 2, 3, 4)]
    page.locator("[data-go='-1']").click()
    assert page.evaluate("document.activeElement.id") == seen[2]
    page.select_option("[name=rule]", "DAT001")
    for _ in range(5):
        page.locator("[data-go='1']").click()
        note = page.evaluate("document.activeElement.getAttribute('href')")
        assert page.get_attribute(note, "data-r") == "DAT001"


def test_a_link_to_a_finding_opens_its_text(page: Page, reports: dict[str, Path]) -> None:
    page.goto(reports["ko"].as_uri() + "#d1f3")
    note = page.locator("#d1f3")
    assert note.is_visible()
    assert "2024월은 없다" in (note.text_content() or "")
    note.locator("a.k").click()
    assert page.url.endswith("#d1m3")
    box = page.locator("#d1m3").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < DESKTOP["height"]


def test_everything_is_there_without_javascript(chromium: Browser, reports: dict[str, Path]) -> None:
    context = chromium.new_context(viewport=DESKTOP, java_script_enabled=False)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(reports["en"].as_uri())
    assert not page.locator(".ctl").is_visible()
    assert not page.locator(".go").is_visible()
    assert page.locator("#ranking tbody tr").count() == len(news()) - 1
    assert page.locator("#errors tbody tr").is_visible()
    page.locator("#a1 > summary").click()
    assert page.locator("#d1f3").is_visible()
    assert page.locator("#d1 .tx").first.is_visible()
    page.goto("about:blank")
    page.goto(reports["en"].as_uri() + "#d1f2")
    assert page.locator("#d1f2").is_visible(), "the browser itself opens the text of an address"
    context.close()


@pytest.mark.parametrize("which", ["en", "ko", "split"])
def test_nothing_is_wider_than_a_phone(chromium: Browser, reports: dict[str, Path], which: str) -> None:
    context = chromium.new_context(viewport=PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    for file in sorted(reports[which].parent.glob("*.html")):
        page.goto(file.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"], file.name
        wide = page.evaluate(
            "Array.from(document.querySelectorAll('main *, header *, footer *')).filter(each => !each.closest('.wide, .hid, svg, .skip')"
            f" && each.getBoundingClientRect().right > {PHONE['width']} + 1).map(each => each.outerHTML.slice(0, 80))"
        )
        assert wide == []
    context.close()


def test_there_is_a_light_and_a_dark_page(chromium: Browser, reports: dict[str, Path]) -> None:
    shots = []
    for scheme in ("light", "dark"):
        context = chromium.new_context(viewport=DESKTOP, color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(reports["en"].as_uri())
        colours = page.evaluate("[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]")
        shots.append((page.screenshot(), [sum(map(int, colour[4:-1].split(","))) for colour in colours]))
        context.close()
    (light, (paper, ink)), (dark, (dark_paper, dark_ink)) = shots
    assert light != dark
    assert paper - ink > 500
    assert dark_ink - dark_paper > 500


def test_it_prints_what_is_open_and_no_controls(page: Page, reports: dict[str, Path]) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(reports["ko"].as_uri() + "#d1")
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF-")
    page.emulate_media(media="print")
    for hidden in (".ctl", ".bar-nav", "#a2"):
        assert not page.locator(hidden).is_visible()
    for shown in ("#d1f3", "#ranking tbody tr:first-child", ".lead"):
        assert page.locator(shown).is_visible()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(27, 27, 26)", "ink, though the screen is dark"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["desktop", "phone"])
@pytest.mark.parametrize("which", ["en", "ko"])
def test_axe_finds_nothing_serious(chromium: Browser, reports: dict[str, Path], which: str, size: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed").Axe()
    viewport = PHONE if size == "phone" else DESKTOP
    context = chromium.new_context(viewport=viewport, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(reports[which].as_uri() + "#d1m3")
    page.evaluate("document.querySelectorAll('.more').forEach(each => each.open = true)")
    found = axe.run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found if each["impact"] in ("serious", "critical")] == []
    context.close()


def test_the_parts_of_a_split_report_lead_to_each_other(page: Page, reports: dict[str, Path]) -> None:
    page.goto(reports["split"].as_uri())
    row = page.locator("#ranking tbody a").last
    title = row.text_content()
    row.click()
    assert "articles-0" in page.url
    article = page.locator(f".art:has(#{page.url.partition('#')[2]})")
    assert article.locator(".ttl").text_content() == title
    assert article.locator(".in").is_visible()
    page.locator("nav a", has_text="Previous part").click()
    page.locator("[data-go='1']").click()
    assert page.evaluate("document.activeElement.matches('.m, .n')")
    page.locator("nav a", has_text="Back to the report").click()
    assert page.url.endswith("report.html#ranking")
