"""What a page says of its article: title, author, outlet, date, address and language.

Asked in this order: JSON-LD (schema.org, https://schema.org/NewsArticle), Open Graph (https://ogp.me), the names in ``<meta>`` that
publishers use, microdata and the elements themselves.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from html import unescape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtaudit.readers.html.tree import Node, Page

_META = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "hdl"),
    "author": ("author", "article:author", "og:article:author", "dc.creator", "dcterms.creator", "dable:author", "parsely-author",
               "sailthru.author", "byl", "citation_author", "twitter:creator"),
    "outlet": ("og:site_name", "dc.publisher", "dcterms.publisher", "application-name", "citation_journal_title", "publisher"),
    "date": ("article:published_time", "og:article:published_time", "og:regdate", "datepublished", "date", "pubdate", "publishdate",
             "dc.date", "dc.date.issued", "dcterms.issued", "dcterms.date", "dcterms.created", "parsely-pub-date", "sailthru.date",
             "citation_publication_date", "article.published", "cxenseparse:recs:publishtime"),
    "url": ("og:url",),
}  # fmt: skip
"""Names and properties of ``<meta>``, the best first."""
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review)$")
_LONGEST = 1 << 20
"""Characters of a JSON-LD script that is read."""
_SPACE = re.compile(r"\s+")
_BAR = re.compile(r"\s+[|｜–—-]\s+|\s*:{2,}\s*|\s*[<>«»]\s+")
_LANG = {"kr": "ko", "jp": "ja", "cn": "zh"}
"""Codes of countries that authors write for a language."""


def of(page: Page) -> tuple[dict[str, str], str]:
    """The facts of a page by name, and the code of its language (ISO 639-1) or ``""``. What the page does not say has no name."""
    facts: dict[str, str] = {}
    lang = ""
    for source in (_json_ld(page), _meta(page), _elements(page)):
        for name, value in source:
            text = _clean(value)
            if name == "lang":
                lang = lang or text
            elif text and not (name in ("author", "outlet") and _is_address(text)):
                facts.setdefault(name, text)
    return facts, _language(page) or _code(lang)


def _clean(text: str) -> str:
    return _SPACE.sub(" ", text).strip()[:1000]


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://", "@", "/"))


def _json_ld(page: Page) -> Iterator[tuple[str, str]]:
    for node, span in page.raw:
        if (
            node.name != "script"
            or not node.get("type").lower().startswith("application/ld+json")
            or span.end - span.start > _LONGEST
        ):
            continue
        source = page.text[span.start : span.end].strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
        try:
            data = json.loads(source, strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            yield from _of_thing(thing)


def _things(data: Any) -> Iterator[dict[str, Any]]:
    """The articles in a JSON-LD value: alone, in a list, in a graph, or as what a page is about."""
    waiting = [data]
    for _ in range(1000):
        if not waiting:
            return
        match waiting.pop(0):
            case list() as several:
                waiting += several
            case dict() as one:
                if any(_ARTICLE.search(name) for name in _texts(one.get("@type"))):
                    yield one
                waiting += [
                    one[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if isinstance(one.get(key), dict | list)
                ]


def _of_thing(thing: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in (
        ("title", _texts(thing.get("headline") or thing.get("name"))[:1]),
        ("author", [text for text in _texts(thing.get("author") or thing.get("creator")) if not _is_address(text)]),
        ("outlet", _texts(thing.get("publisher") or thing.get("sourceOrganization"))[:1]),
        ("date", _texts(thing.get("datePublished") or thing.get("dateCreated"))[:1]),
        ("url", _texts(thing.get("url"))[:1]),
        ("lang", _texts(thing.get("inLanguage"))[:1]),
    ):
        yield name, unescape(", ".join(dict.fromkeys(value)))


def _texts(value: Any) -> list[str]:
    """The strings in a value: itself, those of a list, the names of things."""
    match value:
        case str():
            return [value]
        case list():
            return [text for one in value[:20] if not isinstance(one, list) for text in _texts(one)]
        case dict():
            return [name for name in (value.get("name"),) if isinstance(name, str)]
    return []


def _meta(page: Page) -> Iterator[tuple[str, str]]:
    said: dict[str, list[str]] = {}
    for node in page.nodes:
        if node.name == "meta":
            for name in ("property", "name", "itemprop"):
                if name in node.attributes:
                    said.setdefault(node.get(name).lower(), []).append(node.get("content"))
            if node.get("http-equiv").lower() == "content-language":
                said.setdefault("lang", []).append(node.get("content"))
        elif node.name == "link" and node.get("rel").lower() == "canonical":
            yield "url", node.get("href")
    for fact, names in _META.items():
        for name in names:
            values = [value for value in said.get(name, ()) if value and not (fact == "author" and _is_address(value))]
            yield fact, ", ".join(dict.fromkeys(values)) if fact == "author" else "".join(values[:1])
    for lang in (*said.get("lang", ()), *said.get("inlanguage", ()), *said.get("og:locale", ())):
        yield "lang", lang


def _elements(page: Page) -> Iterator[tuple[str, str]]:
    texts = _Texts(page)
    h1 = [node for node in page.nodes if node.name == "h1" and texts.of(node)]
    by_author = (n for n in page.nodes if n.get("itemprop") == "author" or n.get("rel") == "author")
    yield "author", ", ".join(dict.fromkeys(filter(None, map(texts.of, by_author))))
    for node in page.nodes:
        if node.get("itemprop") == "datePublished" or (node.name == "time" and "datetime" in node.attributes):
            yield "date", node.get("datetime") or texts.of(node)
    title = next((page.text[span.start : span.end] for node, span in page.raw if node.name == "title"), "")
    title = _clean(unescape(title))
    if len(h1) == 1:
        yield "title", texts.of(h1[0])
    yield "title", next(filter(None, map(str.strip, _BAR.split(title))), "")


class _Texts:
    """The text of elements."""

    def __init__(self, page: Page) -> None:
        self._text = page.text
        self._pieces = [(event.start, event.end) for event in page.events if event.what == "text"]
        self._closing = {event.node: event.start for event in page.events if event.what == "close"}

    def of(self, node: Node) -> str:
        end = self._closing.get(node, node.inner)
        first = bisect_left(self._pieces, (node.inner, 0))
        last = bisect_left(self._pieces, (end, 0))
        if last - first > 100:
            return ""
        return _clean(unescape(" ".join([self._text[s:e] for s, e in self._pieces[first:last]])))


def _language(page: Page) -> str:
    for node in page.nodes[:50]:
        if node.name in ("html", "body") and (code := _code(node.get("lang") or node.get("xml:lang"))):
            return code
    return ""


def _code(lang: str) -> str:
    code = re.split(r"[-_,\s]", lang.strip().lower())[0]
    return _LANG.get(code, code) if re.fullmatch("[a-z]{2,3}", code) else ""
