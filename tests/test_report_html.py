"""The HTML report as files: whole, escaped, linked, split where it is big. How it looks and works: test_report_browser."""

from __future__ import annotations

import gc
import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from lxml import html as markup

from mtaudit import engine, readers
from mtaudit.batch import figures, reports
from mtaudit.batch.records import line, record
from mtaudit.batch.reports import Material, html
from mtaudit.batch.reports.html import articles
from mtaudit.errors import BadSetting
from mtaudit.report import Report
from mtaudit.writers.visible import quoted

FERRY = Path(__file__).parents[1] / "examples" / "ferry.ko.txt"
Records = list[dict[str, Any]]


def audited(text: str, name: str = "a.txt", with_text: bool = True, **metadata: str) -> dict[str, Any]:
    out = record(engine.audit(readers.read_text(text, name)), with_text)
    out["metadata"] |= metadata
    return out


def material(records: Records, **more: Any) -> Material:
    return Material(figures.figures(records), lambda: iter(records), **more)


def written(folder: Path, records: Records, ui_lang: str = "en", **more: Any) -> markup.HtmlElement:
    """The tree of ``report.html``."""
    html.write(folder, material(records, **more), ui_lang)
    return tree(folder / "report.html")


def tree(path: Path) -> markup.HtmlElement:
    return markup.document_fromstring(path.read_text(encoding="utf-8"))


def text_of(found: markup.HtmlElement, where: str) -> list[str]:
    return [" ".join(each.text_content().split()) for each in found.cssselect(where)]


def ferry() -> str:
    return FERRY.read_text(encoding="utf-8")


@pytest.fixture
def news() -> Records:
    clean_text = "\n\n".join(["배가 떠났다", *["회사는 오늘 승무원을 뽑았다. 시험은 봄에 끝난다."] * 3])
    return [
        audited(clean_text, "news/clean.txt", outlet="Harbour Daily", author="Ana Lim", week="2026-W40"),
        audited(ferry(), "news/ferry.txt", outlet="Ferry Post", author="Ana Lim", week="2026-W41", url="https://example.org/1"),
        record(Report("news/bad.docx", "docx", error="news/bad.docx is encrypted")),
        audited(ferry(), "table.csv#7", with_text=False, title="A row", outlet="Ferry Post", week="2026-W41"),
    ]


def test_the_page_allows_its_own_style_and_script_and_nothing_else(tmp_path: Path, news: Records) -> None:
    page = written(tmp_path, news)
    policy = page.cssselect("meta[http-equiv]")[0].get("content")
    source = (tmp_path / "report.html").read_text(encoding="utf-8")
    for name in ("style", "script"):
        inner = re.findall(f"<{name}>(.*?)</{name}>", source, re.S)
        assert len(inner) == 1
        assert f"{name}-src 'sha256-{b64encode(sha256(inner[0].encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert not page.xpath(
        "//*[@style] | //*[@onclick] | //*[starts-with(name(@*), 'on')] | //link[not(starts-with(@href, 'data:'))]"
    )
    assert {each.get("src") for each in page.cssselect("[src]")} == set()


def test_figures_and_ranking_say_what_the_records_say(tmp_path: Path, news: Records) -> None:
    page = written(tmp_path, news, title="International")
    assert text_of(page, "h1") == ["International"]
    assert text_of(page, ".lead") == ["2 of 3 texts fail."]
    assert text_of(page, ".rank tbody a") == ["인천과 다낭을 잇는 여객선, 시험 운항을 앞두다", "A row", "배가 떠났다"]
    first = page.cssselect(".rank tbody tr")[0]
    counts = [str(n) if n else "·" for n in news[1]["severities"].values()]
    assert text_of(first, "td.sv") == counts
    assert "DAT001" in first.get("data-rules").split()
    assert text_of(page, "#errors tbody tr") == ["news/bad.docxnews/bad.docx is encrypted"]
    assert "Ferry Post" in " ".join(text_of(page, ".grp"))
    assert page.cssselect(".trend .line")[0].get("d").count("L") == 1
    assert text_of(page, ".ends span") == ["2026-W40", "2026-W41"]


def test_every_finding_has_a_note_and_every_link_leads_somewhere(tmp_path: Path, news: Records) -> None:
    page = written(tmp_path, news, "ko")
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = [href for href in page.xpath("//a/@href") if href.startswith("#")]
    assert links
    assert {link[1:] for link in links} <= set(ids)
    for which in (1, 3):
        notes = page.cssselect(f"#a{which} .n")
        assert [note.get("id") for note in notes] == [f"d{which}f{n + 1}" for n in range(len(news[which]["findings"]))]
        for note, found in zip(notes, news[which]["findings"], strict=True):
            said = note.text_content()
            assert found["messages"]["ko"] in said
            assert found["rule"] in said
            assert found["mqm"] in said
    marked = page.cssselect("#d1m3")[0]
    assert marked.text_content() == news[1]["findings"][2]["text"]
    assert marked.get("href") == "#d1f3"
    assert text_of(page, "#a3 .n q, #a3 .n del") == [" ".join(text.split()) for text in quotes(news[3])]


def quotes(found: dict[str, Any]) -> list[str]:
    return [quoted(each["text"]) for each in found["findings"]]


def test_the_text_is_all_there(tmp_path: Path, news: Records) -> None:
    page = written(tmp_path, news)
    shown = "".join(each.text_content() for each in page.cssselect("#a1 .tx"))
    wanted = "".join(block[3] for block in news[1]["blocks"][1:])
    assert shown.replace("␣", " ") == wanted


def test_hostile_texts_stay_texts(tmp_path: Path) -> None:
    bad = "</style></script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{7*7}}{% raw %}\u202e\ud800\x00\x1b[31m"
    one = audited(
        f"{bad}\n\n습니다. . {bad} 나토 나토 나토다.", f"{bad}.txt", outlet=bad, author=bad, title=bad, week=bad, url="javascript:1"
    )
    one["target_lang"] = '"><script>'
    for found in one["findings"]:
        found["messages"] = {"en": bad, "ko": bad}
        found["fix"] = {"text": bad, "applicability": "unsafe"}
        found["related"] = [{"location": {"line": 1, "column": 1}, "text": bad, "message": bad}]
    errors = record(Report(bad, error=bad))
    page = written(tmp_path, [one, errors], title=bad, made={bad: bad})
    raw = (tmp_path / "report.html").read_bytes()
    assert not re.search(rb"[\x00\x1b]", raw)
    raw.decode()
    assert len(page.cssselect("script")) == 1
    assert len(page.cssselect("style")) == 1
    assert not page.cssselect("img")
    assert not page.xpath("//*[@onerror]")
    assert not page.cssselect("[href^=javascript]")
    assert "\u202e" not in page.text_content()
    assert page.cssselect("h1")[0].text_content().count("{{7*7}}") == 1
    assert "‹U+202E›" in page.cssselect("h1")[0].text_content()
    assert not page.xpath("//*[@lang and @lang != 'en']")


def test_big_reports_are_split_and_made_one_again(tmp_path: Path, news: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    records = [{**found, "path": f"{i}-{found['path']}"} for i in range(4) for found in news if found["error"] is None]
    monkeypatch.setattr(html, "WHOLE", 20_000)
    monkeypatch.setattr(html, "PART", 30_000)
    files = html.write(tmp_path, material(records), "en")
    names = [file.name for file in files]
    assert names[:3] == ["report.html", "articles-001.html", "articles-002.html"]
    pages = {name: tree(tmp_path / name) for name in names}
    ids = {name: set(page.xpath("//@id")) for name, page in pages.items()}
    found = [href.partition("#")[::2] for href in pages["report.html"].xpath("//table[contains(@class, 'rank')]//a/@href")]
    assert len(found) == len(records)
    assert all(place in ids[name] for name, place in found)
    assert [name for name, _ in found] == sorted(name for name, _ in found), "the parts are in the order of the ranking"
    for name in names[1:]:
        assert pages[name].cssselect("nav a")[0].get("href") == "report.html#ranking"
        assert all(each.get("href", "").partition("#")[0] in {"", *names} for each in pages[name].cssselect("nav a, header a"))
        assert (tmp_path / name).stat().st_size < 30_000 + 40_000
    assert sum(len(page.cssselect(".art")) for page in pages.values()) == len(records)
    monkeypatch.undo()
    assert html.write(tmp_path, material(records), "en") == [tmp_path / "report.html"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report.html"]


def test_a_report_is_whole_or_the_old_one_stays(tmp_path: Path, news: Records) -> None:
    html.write(tmp_path, material(news, title="first"), "en")
    before = (tmp_path / "report.html").read_bytes()

    def broken() -> Iterator[dict[str, Any]]:
        yield news[0]
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        html.write(tmp_path, Material(figures.figures(news), broken, title="second"), "en")
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]
    assert (tmp_path / "report.html").read_bytes() == before


class Counted(dict[str, Any]):
    """A record that is counted while it lives."""

    alive = 0

    def __init__(self, *parts: Any) -> None:
        super().__init__(*parts)
        Counted.alive += 1

    def __del__(self) -> None:
        Counted.alive -= 1


def test_no_more_than_two_records_are_held(tmp_path: Path, news: Records) -> None:
    most = 0

    def streamed() -> Iterator[dict[str, Any]]:
        nonlocal most
        for _ in range(40):
            yield Counted(news[1])
            most = max(most, Counted.alive)

    told = figures.figures(streamed())
    gc.collect()
    most = 0
    html.write(tmp_path, Material(told, streamed), "en")
    assert 1 <= most <= 2


def test_a_ranking_that_is_not_all_says_so(tmp_path: Path, news: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "TEXTS", 2)
    records = [news[0], news[1], news[3]]
    html.write(tmp_path, Material(figures.figures(records, most=1), lambda: iter(records)), "en")
    page = tree(tmp_path / "report.html")
    assert "These are 1 of 3 texts; all of them are in documents.csv." in " ".join(text_of(page, "#ranking .note"))
    assert [each.get("id") for each in page.cssselect(".art")] == ["a1"]


def test_only_the_worst_of_very_many_findings_are_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(articles, "NOTES", 3)
    found = audited(ferry())
    page = written(tmp_path, [found])
    assert {note.get("class").split()[1] for note in page.cssselect(".n")} == {"s0", "s1"}
    assert len(page.cssselect(".n")) == 3
    assert f"{len(found['findings']) - 3} milder findings" in page.text_content()


def test_paragraphs_left_out_are_named(tmp_path: Path, news: Records) -> None:
    found = {**news[1], "blocks": [None, *news[1]["blocks"][2:4], None]}
    page = written(tmp_path, [found])
    assert len(page.cssselect("#a0 .gap")) == 2
    assert len(page.cssselect("#a0 .n")) == len(found["findings"]), "findings without their paragraph are listed, too"


@pytest.mark.parametrize("ui_lang", ["en", "ko"])
def test_languages_are_told(tmp_path: Path, news: Records, ui_lang: str) -> None:
    page = written(tmp_path, [*news, audited("The ship left left the harbour on Monday. " * 8, "en.txt")], ui_lang)
    assert page.get("lang") == ui_lang
    told = {each.get("lang") for each in page.cssselect("#a1 .tx, #a1 .ttl, #a1 del")}
    assert told == ({"ko"} if ui_lang == "en" else {None})
    assert page.cssselect("#a4 .tx")[0].get("lang") == (None if ui_lang == "en" else "en")


def test_a_comparison_shows_what_is_new_and_fixed(tmp_path: Path) -> None:
    from mtaudit.batch import journal
    from mtaudit.batch.comparison import Comparison
    from mtaudit.batch.tasks import Item
    from mtaudit.batch.worker import Answer

    def kept(name: str, texts: dict[str, str]) -> Path:
        folder = tmp_path / name
        book = journal.Journal(folder, {"version": "1"})
        for place, (path, text) in enumerate(texts.items()):
            book.add(Item(path, path), place, Answer(1, line(audited(text, path))))
        book.finish()
        book.close()
        return folder

    mended = ferry().replace("11년 2024월", "2024년 11월")
    earlier = kept("earlier", {"a.txt": ferry(), "gone.txt": ferry()})
    now = kept("now", {"a.txt": mended.replace("문을 연다", "문을 연다. ."), "b.txt": ferry()})
    with Comparison.of_folder(earlier, now) as comparison:
        told = figures.figures(journal.records(now))
        html.write(now, Material(told, lambda: journal.records(now), comparison), "en")
        totals = comparison.totals
    page = tree(now / "report.html")
    assert text_of(page, ".chg dd") == [str(n) for n in (totals.new, totals.fixed, totals.unchanged, totals.added, totals.gone)]
    assert any("garbled-date" in said for said in text_of(page, "#a0 .was li"))
    assert text_of(page, "#comparison .more li") == ["gone.txt"]
    assert text_of(page, "#a1 summary em") == ["added"]
    assert not page.cssselect("#a1 .n em.new"), "a text that was added is not marked all over"
    rows = {row.get("data-n"): row.get("data-c").split() for row in page.cssselect(".rank tbody tr")}
    assert "fixed" in rows["0"]


def test_no_text_at_all(tmp_path: Path) -> None:
    page = written(tmp_path, [])
    assert text_of(page, ".lead") == ["There is no text to judge."]
    page = written(tmp_path, [record(Report("x", error="x does not exist"))])
    assert "One could not be read." in page.text_content()


@pytest.mark.parametrize(
    ("names", "wanted"),
    [(None, ("html", "xlsx", "csv", "markdown")), (["none"], ()), (["markdown", "html"], ("html", "markdown"))],
)
def test_reports_are_chosen(names: list[str] | None, wanted: tuple[str, ...]) -> None:
    assert reports.chosen(names) == wanted


@pytest.mark.parametrize("names", [["pdf"], ["none", "html"]])
def test_reports_that_do_not_exist_are_refused(names: list[str]) -> None:
    with pytest.raises(BadSetting):
        reports.chosen(names)
