"""What is known of a text besides the text: who published it, who wrote it, when.

It comes from the file (its reader says so), from the front matter of Markdown, and from the path, by a pattern such as
``{outlet}/{date}-{section}``. Keys are called as newsrooms call them; here they get one name each.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from mtaudit.errors import BadSetting

if TYPE_CHECKING:
    from mtaudit.document import Document

_NAMES = {
    "title": "title headline subject 제목 표제 기사제목 タイトル 見出し 标题",
    "author": "author authors byline creator writer reporter translator 기자 저자 작성자 글쓴이 번역자 번역 著者 記者 作者",
    "outlet": "outlet source_name publisher publication media site site_name 매체 매체명 언론사 신문사 발행처 媒体 媒体名",
    "section": "section category desk channel 섹션 분류 부서 지면 카테고리 面 版",
    "date": "date published published_at publish_date pubdate created datetime modified 날짜 일자 게재일 발행일 작성일 입력일 日付 日期",
    "url": "url link permalink canonical 주소 링크",
    "id": "id key number no 번호 기사번호 아이디",
}
_KNOWN = {synonym: name for name, synonyms in _NAMES.items() for synonym in synonyms.split()}
_LONGEST = 200
"""A longer value is no metadata (code points)."""
_NUMBERS = re.compile(r"\D*(\d{4})\D{0,3}(\d{1,2})\D{0,3}(\d{1,2})(?!\d)")
_A_DATE = r"(?P<date>\d{4}\D?\d{1,2}\D?\d{1,2}|[^/]+?)"
"""In a path: digits with hyphens or folders between them, else any part of a name."""
_FRONT = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n(.*?)^(?:\1|\.\.\.)[ \t]*\r?$", re.S | re.M)


def metadata(document: Document, name: str, pattern: str | None = None) -> dict[str, str]:
    """All that is known of a document called ``name``, by the names above; a ``week`` (``2026-W47``) where there is a date.

    Raises BadSetting for a pattern that is none.
    """
    out: dict[str, str] = {}
    for source in (_from_path(name, pattern) if pattern else {}, document.metadata, _front_matter(document)):
        for key, value in source.items():
            text = _text(value)
            if text and len(text) <= _LONGEST:
                out[_KNOWN.get(str(key).strip().lower(), str(key))] = text
    day = _day(out.get("date", ""))
    if day is not None:
        year, week, _ = day.isocalendar()
        out["week"] = f"{year}-W{week:02}"
    return out


def _from_path(name: str, pattern: str) -> dict[str, str]:
    found = compiled(pattern).search(name.replace("\\", "/"))
    return found.groupdict() if found else {}


@lru_cache(maxsize=8)
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of paths: ``{name}`` is a part of a folder's or file's name, ``*`` any such part, ``**`` any folders. ``{date}`` may also run over folders: ``2026/11/22``.

    It matches the end of a path, its suffix left out unless the pattern has one. Raises BadSetting.
    """
    parts = re.split(r"(\{[A-Za-z_]\w*\}|\*\*/?|\*)", pattern.strip("/"))
    names = [part[1:-1] for part in parts if part.startswith("{")]
    if not names or len(set(names)) < len(names) or re.search(r"[{}]", re.sub(r"\{[A-Za-z_]\w*\}", "", pattern)):
        raise BadSetting(f"{pattern!r} is no pattern of paths: it has names in braces, each once, such as {{outlet}}/{{date}}")
    out = []
    for part in parts:
        if part.startswith("{"):
            out.append(_A_DATE if part == "{date}" else f"(?P<{part[1:-1]}>[^/]+?)")
        elif part.startswith("**"):
            out.append("(?:.*/)?")
        else:
            out.append("[^/]*" if part == "*" else re.escape(part))
    return re.compile(f"(?:^|/){''.join(out)}(?:\\.[^/.]+)*$")


def _front_matter(document: Document) -> Mapping[Any, Any]:
    found = _FRONT.match(document.text) if document.format == "markdown" else None
    if found is None:
        return {}
    try:
        if found[1] == "+++":
            import tomllib

            return tomllib.loads(found[2])
        import yaml

        read = yaml.load(found[2], yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader)
    except Exception:  # front matter that is none says nothing
        return {}
    return read if isinstance(read, dict) else {}


def _text(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(filter(None, map(_text, value)))
    if isinstance(value, dict):
        return _text(value.get("name") or value.get("title") or "")
    return "" if value is None else " ".join(str(value).split())


def _day(text: str) -> date | None:
    """The day of a date as files give it: ISO 8601, 2026. 11. 22., 2026년 11월 22일, 20261122, or that of an e-mail."""
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        pass
    found = _NUMBERS.match(text)
    try:
        if found is not None:
            return date(*map(int, found.groups()))
        from email.utils import parsedate_to_datetime

        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError):
        return None
