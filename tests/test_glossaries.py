"""The glossaries that come with mtaudit: sorted, unique, without contradictions, and forbidding nothing that is right elsewhere."""

from __future__ import annotations

import csv
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from mtaudit.glossary import MATCHES, checks, files

FOLDER = Path(__file__).resolve().parents[1] / "glossaries"
SIZES = {"diplomacy-ko": 400, "places-ko": 470, "software-ko": 440, "loanwords-ko": 410}
DOMAINS = {"month": 12, "weekday": 7, "country": 160, "capital": 110, "currency": 40}
COLUMNS = set("key en en:case ko ko:superseded ko:forbidden ko:first ko:match keep pos domain reference note".split())
RENDERINGS = ("ko", "ko:superseded", "ko:forbidden")

WRONG_IN_ANY_TEXT = set(
    """
    기트랩 깃헙 깐느 도꾜 독커 리눅쓰 말웨어 멜번 멜보른 뱃지 벤쿠버 보물부 북약 브뤼쉘 비쉬켁 빗코인 빽업 세이쉘 쉥겐 스니핏
    십월 싱가폴 알젠틴 왓스앱 위제트 위짓 유투브 육월 즐로티 쮜리히 카르툼 캅셀화 캐슁 쿄토 큐슈 토쿄 파써 파이손 파이쏜 피슁
    호치민 휘싱
    """.split()
)
"""Short forbidden names outside ``loanwords-ko``. Before you add one: could an edited newspaper ever print it rightly?"""


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def names(row: dict[str, str], column: str) -> list[str]:
    return row[column].split(" | ") if row.get(column) else []


def rejected(row: dict[str, str]) -> list[str]:
    return names(row, "ko:superseded") + names(row, "ko:forbidden")


def tight(name: str) -> str:
    """A name without blanks: matching does not see them either."""
    return "".join(name.split())


EVERY = pytest.mark.parametrize("name", SIZES)
ACCEPTED = {tight(n) for name in SIZES for row in rows(name) for n in names(row, "ko")}


def test_every_glossary_is_tested() -> None:
    assert {path.stem for path in FOLDER.glob("*.csv")} == set(SIZES)


@EVERY
def test_the_file_is_plain(name: str) -> None:
    text = (FOLDER / f"{name}.csv").read_bytes().decode("utf-8")
    assert "\r" not in text
    assert text.endswith("\n")
    assert unicodedata.is_normalized("NFC", text)
    assert not [c for c in text if c != "\n" and (unicodedata.category(c)[0] == "C" or (c.isspace() and c != " "))]
    assert set(text.split("\n", 1)[0].split(",")) <= COLUMNS


@EVERY
def test_rows_are_sorted_and_unique(name: str) -> None:
    entries = rows(name)
    assert len(entries) >= SIZES[name]
    first = "en" if "en" in entries[0] else "ko"
    order = [names(row, first)[0].casefold() for row in entries]
    assert order == sorted(order)
    for column in ("key", first):
        found = [n.casefold() for row in entries for n in (names(row, column))]
        assert not [n for n, count in Counter(found).items() if count > 1]


@EVERY
def test_an_entry_is_whole(name: str) -> None:
    for row in rows(name):
        assert row["key"], row
        assert row["reference"], row
        for column in (*RENDERINGS, "en"):
            assert all(n and n == n.strip() for n in names(row, column)), row
        for number, rendering in enumerate(names(row, "ko")):
            hangul = any("가" <= c <= "힣" for c in rendering)
            acronym = number and (rendering.isupper() or rendering in names(row, "en"))
            assert hangul or acronym or row.get("keep"), row
        assert not row.get("ko:first") or names(row, "ko")[0] in row["ko:first"], row


@EVERY
def test_matches_are_given_for_all_names_or_for_each(name: str) -> None:
    for row in rows(name):
        given = names(row, "ko:match")
        assert set(given) <= set(MATCHES)
        assert len(given) in (0, 1, sum(len(names(row, column)) for column in RENDERINGS)), row


@EVERY
def test_no_name_has_two_statuses_in_an_entry(name: str) -> None:
    for row in rows(name):
        found = Counter(tight(n) for column in RENDERINGS for n in names(row, column))
        assert not [n for n, count in found.items() if count > 1], row


@EVERY
def test_a_forbidden_name_is_right_elsewhere_or_wrong_everywhere(name: str) -> None:
    """A short name is a word that something else may be called; a longer one is too special for that."""
    if name == "loanwords-ko":
        return
    for row in rows(name):
        for forbidden in names(row, "ko:forbidden"):
            assert tight(forbidden) in ACCEPTED or len(forbidden) > 3 or forbidden in WRONG_IN_ANY_TEXT, forbidden


def test_the_list_of_wrong_names_is_not_out_of_date() -> None:
    found = {n for name in SIZES for row in rows(name) for n in names(row, "ko:forbidden")}
    assert found >= WRONG_IN_ANY_TEXT
    assert not ACCEPTED & WRONG_IN_ANY_TEXT


def test_a_wrong_spelling_is_right_in_no_glossary() -> None:
    """As a word; the names that hold one (쥬라기 공원) are entries of their own."""
    wrong = [n for row in rows("loanwords-ko") for n in rejected(row)]
    assert not [n for n, count in Counter(wrong).items() if count > 1]
    assert not ACCEPTED & {tight(n) for n in wrong}
    others = {
        word for name in SIZES if name != "loanwords-ko" for row in rows(name) for n in names(row, "ko") for word in n.split()
    }
    assert not others & set(wrong)


def test_a_name_is_superseded_or_forbidden_alike_in_all() -> None:
    status: dict[str, set[str]] = {}
    for name in SIZES:
        for row in rows(name):
            for column in RENDERINGS[1:]:
                for n in names(row, column):
                    status.setdefault(n, set()).add(column)
    assert not {n for n, columns in status.items() if len(columns) > 1}


@pytest.mark.parametrize(("domain", "least"), DOMAINS.items())
def test_places_are_there(domain: str, least: int) -> None:
    assert sum(row["domain"] == domain for row in rows("places-ko")) >= least


@EVERY
def test_it_loads_without_a_problem(name: str) -> None:
    glossary = files.load(FOLDER / f"{name}.csv")
    assert len(glossary.entries) == len(rows(name))
    assert not checks.problems(glossary)


def test_the_readme_counts_right() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    for name in SIZES:
        assert f"| `{name}.csv` | {len(rows(name))} |" in readme
