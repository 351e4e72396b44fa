"""The rules that read the source beside the text: recall on corrupted pairs, silence on clean ones, and what they never touch."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from free_translations import FREE
from mtaudit import engine
from mtaudit.config import Settings
from mtaudit.document import Document, Match, Segment
from mtaudit.languages.ko.from_english import renderings
from mtaudit.readers import read_bytes
from mtaudit.report import Finding
from source_corruptions import MESSAGES, OPERATORS, PAIRS, Pair, clause_dropped, joined, paragraphs, tag_lost

RULES = ("SRC",)
PUD = Path(__file__).resolve().parents[2] / "shared" / "data" / "parallel" / "pud_en_ko.tsv"
PUD_FLOORS = {
    "number x 10": 0.95,
    "number / 10": 0.95,
    "month swapped": 0.95,
    "source copied": 0.98,
    "sentence dropped": 0.95,
    "sentence added": 0.8,
    "clause dropped": 0.82,
    "name dropped": 0.82,
    "negation lost": 0.5,
    "tag lost": 0.98,
}
"""What was reached on professional translations (see the docstrings for what is left alone)."""


def table(pairs: Sequence[Pair], lang: str = "ko", source_lang: str | None = "en") -> Document:
    segments, text = [], ""
    for number, (source, target) in enumerate(pairs):
        segments.append(Segment(number, target, start=len(text), key=str(number), source=source))
        text += target + "\n"
    return Document(tuple(segments), "pairs", text, "tsv", target_lang=lang, source_lang=source_lang)


def findings(document: Document, select: Sequence[str] = RULES) -> list[Finding]:
    return list(engine.audit(document, Settings(select=tuple(select))).findings)


def wrong(pairs: Sequence[Pair], select: Sequence[str] = RULES) -> list[Finding]:
    return [f for f in findings(table(pairs), select) if f.severity != "neutral"]


def recall(name: str, clean: Sequence[Pair]) -> float:
    """The share of corrupted pairs that are reported when they stand among clean ones."""
    codes, _, operator = OPERATORS[name]
    made = list(operator(clean))
    assert made, "the pairs hold no place for this operator"
    found = {int(f.place.segment) for f in wrong([*clean, *made], codes.split())}
    return sum(n in found for n in range(len(clean), len(clean) + len(made))) / len(made)


def pud() -> list[Pair]:
    if not PUD.exists():
        pytest.skip("the parallel corpus is not here")
    return [Pair(*line.split("\t")[1:3]) for line in PUD.read_text(encoding="utf-8").splitlines()[1:]]


def test_clean_pairs_are_left_alone() -> None:
    assert [(f.rule, f.message.en) for f in wrong([*PAIRS, *MESSAGES])] == []


@pytest.mark.parametrize("name", OPERATORS)
def test_corrupted_pairs_are_found(name: str) -> None:
    assert recall(name, PAIRS) >= OPERATORS[name][1]


@pytest.mark.parametrize("name", OPERATORS)
def test_corrupted_professional_translations_are_found(name: str) -> None:
    assert recall(name, pud()) >= PUD_FLOORS[name]


@pytest.mark.parametrize("together", [False, True], ids=["sentences", "paragraphs"])
def test_professional_translations_are_left_alone(together: bool) -> None:
    pairs = [joined(several) for several in paragraphs(pud())] if together else pud()
    said = wrong(pairs, ["SRC005", "SRC006", "SRC008", "SRC009", "SRC010", "SRC012"])
    assert len(said) <= 0.005 * len(pairs), [(f.rule, f.message.en) for f in said]


def test_liberties_of_translators_are_left_alone() -> None:
    said = [f for lang, pairs in FREE.items() for f in findings(table(pairs, "ko", lang)) if f.severity != "neutral"]
    # A proverb in place of another, in a sentence that took in the one before: nothing but its meaning says that it is there.
    assert [(f.rule, f.place.text[:6]) for f in said] == [("source-omission", "희생 없이는")]


def test_messages_lose_nothing_unseen() -> None:
    made = list(tag_lost(MESSAGES))
    assert len(made) >= 10
    assert {int(f.place.segment) for f in wrong(made, ["SRC004"])} == set(range(len(made)))


def test_a_longer_lost_clause_is_found_more_often() -> None:
    pairs = pud()
    long = list(clause_dropped(pairs, 0.5, 0.75))
    found = {int(f.place.segment) for f in wrong([*pairs, *long], ["SRC006"])}
    assert sum(n >= len(pairs) for n in found) >= 0.93 * len(long)


def test_a_text_without_a_source_is_not_asked() -> None:
    alone = Document(tuple([s._replace(source=None) for s in table(PAIRS).segments]), "alone", table(PAIRS).text, target_lang="ko")
    assert findings(alone) == []


def test_what_is_read_of_a_catalogue() -> None:
    catalogue = (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: ko\\n"\n\n'
        '#, c-format\nmsgid "Deleted %d files from %s."\nmsgstr "%s에서 파일을 지웠습니다."\n\n'
        'msgid "The connection was closed."\nmsgstr "연결이 닫혔습니다."\n\n'
        'msgctxt "network"\nmsgid "The connection was closed."\nmsgstr "접속을 끊었습니다."\n\n'
        'msgid "The connection was opened."\nmsgstr "연결이 닫혔습니다."\n'
    )
    found = [(f.rule, f.severity, f.place.text) for f in findings(read_bytes(catalogue.encode(), "ko.po"))]
    assert ("source-placeholder", "major", "%s에서 파일을 지웠습니다.") in found
    assert ("source-one-way", "minor", "연결이 닫혔습니다.") in found
    assert not [f for f in found if f[0] == "source-two-ways"], "another context is another message"


@pytest.mark.parametrize(
    ("lang", "target"),
    [
        ("ko", "도서관은 문을 닫는다."),
        ("de", "Die Bibliothek ist geschlossen."),
        ("ja", "図書館は閉まる。"),
        ("zh", "图书馆关闭。"),
        ("vi", "Thư viện đóng cửa."),
        ("ru", "Библиотека закрыта."),
    ],
)
def test_a_translation_that_breaks_off_is_too_short_in_any_language(lang: str, target: str) -> None:
    source = (
        "The library will be closed on Mondays until the new building is finished, and readers must use the branch by the river."
    )
    assert [f.rule for f in findings(table([Pair(source, target)], lang), ["SRC006"])] == ["source-omission"]


def test_lines_left_empty_are_one_finding_for_each_run() -> None:
    rows = "en\tko\nIt rained.\t비가 왔다.\nIt snowed.\t\nNobody came.\t\n42\t\nWe left.\t우리는 떠났다.\nThe end.\t\n"
    said = findings(read_bytes(rows.encode(), "a.tsv"), ["SRC006"])
    assert [(f.place.line, f.severity) for f in said] == [(3, "major"), (7, "major")]
    assert "“It snowed.” and 1 more" in said[0].message.en


def test_what_an_alignment_leaves_alone_is_omitted_or_added() -> None:
    text = "비가 왔다. 우리는 떠났다. 그리고 아무도 다시는 그 섬을 찾지 않았다고 한다."
    matches = (
        Match(("It rained.",), ((0, 0, 6),)),
        Match(("The ferry was late that day.",), ()),
        Match(("Nobody complained about it.",), ()),
        Match(("We left.",), ((0, 7, 15),)),
        Match((), ((0, 16, len(text)),)),
    )
    document = Document((Segment(0, text),), "a.txt", text, target_lang="ko", source_lang="en", matches=matches)
    omitted, added = findings(document, ["SRC006", "SRC012"])
    assert (omitted.rule, omitted.place.text) == ("source-omission", "비가 왔다.")
    assert "“The ferry was late that day.” of the source and 1 more are missing after “비가 왔다.”" in omitted.message.en
    assert (added.rule, added.place.text) == ("source-addition", text[16:])
    assert "“We left.”" in added.message.en


@pytest.mark.parametrize(
    ("lang", "source"),
    [
        ("en", "The council did not approve the plan."),
        ("de", "Der Stadtrat hat den Plan nicht genehmigt."),
        ("fr", "Le conseil n’a pas approuvé le projet."),
        ("es", "El consejo no aprobó el plan."),
        ("ru", "Совет не одобрил план."),
        ("vi", "Hội đồng không phê duyệt kế hoạch này."),
        ("zh", "市议会没有批准这项计划。"),
        ("ja", "市議会はその計画を承認しなかった。"),
    ],
)
def test_a_lost_denial_is_found_in_any_source_language(lang: str, source: str) -> None:
    affirmed, denied = Pair(source, "시의회는 그 계획을 승인했다."), Pair(source, "시의회는 그 계획을 승인하지 않았다.")
    (found,) = findings(table([affirmed, denied], "ko", lang), ["SRC008"])
    assert found.place.segment == "0"
    assert found.severity == ("major" if lang == "en" else "minor")
    assert source[:10] in found.message.en and "시의회는" in found.message.en


def test_two_renderings_are_a_fault_in_a_catalogue_and_advice_elsewhere() -> None:
    entries = [
        ("The file was saved.", "파일을 저장했다."),
        ("The file was saved.", "파일이 보관되었다."),
        ("Save as", "저장"),
        ("Save as", "보관"),
    ]
    catalogue = "".join(f'msgctxt "{i}"\nmsgid "{s}"\nmsgstr "{t}"\n\n' for i, (s, t) in enumerate(entries[:2]))
    assert not findings(read_bytes(catalogue.encode(), "ko.po"), ["SRC009"]), "another context is another message"
    plain = table([Pair(*entry) for entry in entries])
    assert [f.severity for f in findings(plain, ["SRC009"])] == ["neutral", "neutral"]
    as_catalogue = Document(plain.segments, "a.xliff", plain.text, "xliff", target_lang="ko", source_lang="en")
    assert [f.severity for f in findings(as_catalogue, ["SRC009"])] == ["minor", "neutral"]


def test_two_sources_of_one_rendering_are_a_fault_where_they_are_opposites() -> None:
    pairs = [
        Pair("The list could not be read.", "목록을 읽을 수 없다."),
        Pair("The list cannot be read.", "목록을 읽을 수 없다."),
        Pair("The list can be read.", "목록을 읽을 수 없다."),
    ]
    assert [(f.place.segment, f.severity) for f in findings(table(pairs), ["SRC010"]) if f.severity != "neutral"] == [
        ("2", "minor")
    ]


def test_frequent_words_are_known_in_all_their_forms() -> None:
    assert "공부" in renderings("studies") and "멈추" in renderings("stopped") and "썼" in renderings("written")
    assert renderings("zzz") == frozenset()
