"""The check of a glossary, looking up a name, and ``mtaudit glossary`` as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from mtaudit.cli.glossary import app
from mtaudit.errors import BadSetting
from mtaudit.glossary import files, lookup, ready
from mtaudit.glossary.checks import problems

TICO = Path(__file__).resolve().parents[2] / "shared" / "data" / "tico19"
HEADER = "key,keep,domain,pos,en,ko,ko:superseded,ko:forbidden"


def table(folder: Path, *rows: str, header: str = HEADER) -> Path:
    path = folder / "t.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


def found(path: Path, target: str | None = None) -> list[tuple[int, str, str]]:
    return [(p.line, p.severity, p.kind) for p in problems(files.load(path), target)]


CLEAN = (
    "1,,,,alliance,동맹,,연합국",
    "2,,,,NATO | North Atlantic Treaty Organization,나토 | 북대서양조약기구,북대서양동맹,북약",
    "3,yes,,,Kestrel,,,",
    "4,,,,WHO,WHO,,",
    "5,,,,SARS-CoV-2 | H1N1,SARS-CoV-2,,",
    "6,,,noun,quarantine,격리,,",
    "7,,,verb,quarantine,격리하다,,",
    "8,,law,,act,법률,,",
    "9,,theatre,,act,막,,",
    "10,,,,5G,5G 이동통신,,",
    "11,,,,Iran,이란,,",
    "12,,,,epidemic,전염병,,",
    "13,,,,contagion,전염병,,",
)


def test_a_good_glossary_has_no_problem(tmp_path: Path) -> None:
    assert found(table(tmp_path, *CLEAN)) == []
    assert found(table(tmp_path, *reversed(CLEAN))) == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["1,,,,ally,동맹국,,", "2,,,,ally,동맹국,,"], [(3, "warning", "duplicate")]),
        (["1,,,,ally,동맹국 | 동맹국,,"], [(2, "warning", "duplicate")]),
        (["1,,,,ally,동맹국,,", "2,,,,ally,우방,,"], [(3, "warning", "ambiguous")]),
        (["1,,,,ally,동맹국,,", "2,,,noun,ally,우방,,"], [(3, "warning", "ambiguous")]),
        (["1,,,,ally,동맹국,,우방", "2,,law,,ally,우방,,"], [(3, "error", "contradiction"), (3, "warning", "ambiguous")]),
        (["1,,,,ally,동맹국,,동맹국"], [(2, "error", "contradiction")]),
        (["1,,,,summit,정상회담,,정상 회담"], [(2, "warning", "contradiction")]),
        (["1,yes,,,Kestrel,황조롱이,,"], [(2, "error", "contradiction")]),
        (["1,,,,union,노조,,연합", "2,,,,union,연합,,노조"],
         [(3, "error", "contradiction"), (3, "error", "contradiction"), (3, "warning", "ambiguous"), (3, "error", "loop")]),
        (["1,,,,union,노조,,연합", "2,,,,coalition,연합,,노조"], [(3, "warning", "loop")]),
        (["1,,,,,가국,나국,", "2,,,,,나국,,다국", "3,,,,,다국,가국,"], [(4, "error", "loop")]),
        (["1,,,,ally,…,,"], [(2, "error", "no-match")]),
        (["1,,,,ally,동맹\ufffc,,"], [(2, "error", "no-match")]),
        (['1,,,,ally,"동맹\n국",,'], [(2, "error", "no-match")]),
        ([f"1,,,,silver,{'긴' * 3000},,"], [(2, "warning", "no-match")]),
        (["1,,,,silver,은,,"], [(2, "warning", "no-match")]),
        (["1,,,,ally,ally state,,"], [(2, "warning", "wrong-language")]),
        (["1,,,,동맹,동맹국,,"], [(2, "warning", "wrong-language")]),
        (["1,,,,ally,どうめい국,,"], [(2, "warning", "wrong-language")]),
        (["1,,,,ally,同盟,,"], [(2, "warning", "wrong-language")]),
        (["1,,,,ally,,,", "2,,,,pact,조약,,"], [(2, "warning", "missing")]),
        (["1,,,,,동맹,,", "2,,,,pact,조약,,"], [(2, "warning", "missing")]),
        (["1,,,,ally,동\u200b맹,,"], [(2, "warning", "invisible-character")]),
        (["1,,law,,,,,"], [(2, "error", "no-name")]),
    ],
)  # fmt: skip
def test_each_problem(tmp_path: Path, rows: list[str], expected: list[tuple[int, str, str]]) -> None:
    path = table(tmp_path, *rows)
    if not any(row.split(",")[4] for row in rows) and "loop" in str(expected):
        path = table(
            tmp_path,
            *[",".join(row.split(",")[i] for i in (0, 5, 6, 7)) for row in rows],
            header="key,ko,ko:superseded,ko:forbidden",
        )
    assert sorted(found(path)) == sorted(expected)


@pytest.mark.parametrize(("wrong", "right"), [("kr", "‘ko’"), ("jp", "‘ja’"), ("cn", "‘zh’")])
def test_a_country_is_no_language(tmp_path: Path, wrong: str, right: str) -> None:
    (problem,) = problems(files.load(table(tmp_path, "1,ally,X1", header=f"key,en,{wrong}")))
    assert (problem.severity, problem.kind) == ("error", "language-tag") and problem.message.endswith(right)


def test_the_target_decides_what_is_missing(tmp_path: Path) -> None:
    path = table(tmp_path, "1,ally,동맹국,", "2,treaty,조약,条約", header="key,en,ko,ja")
    assert found(path) == [] and found(path, "ja") == [(2, "warning", "missing")]


@pytest.mark.skipif(not TICO.is_dir(), reason="the terminologies of TICO-19 are not here")
def test_terminologies_of_tico_19() -> None:
    facebook, google = files.load(TICO / "f_en-ko_KR.csv"), files.load(TICO / "g_en_ko.csv")
    assert (len(facebook.entries), len(google.entries)) == (306, 337)
    assert [(p.line, p.kind) for p in problems(facebook)] == [(110, "invisible-character")]
    kinds = [p.kind for p in problems(google)]
    assert (kinds.count("duplicate"), kinds.count("ambiguous"), len(kinds)) == (5, 5, 10)
    cdc = google.entries[3].names("ko")
    assert [term.text for term in cdc] == ["CDC", "질병통제예방센터"]


def test_a_large_glossary_loads_and_has_no_false_problem(tmp_path: Path) -> None:
    rows = [f"{n},,,,term {n},용어 {n},,금지 {n}" for n in range(20_000)]
    glossary = files.load(table(tmp_path, *rows))
    assert len(glossary.entries) == 20_000
    assert problems(glossary) == []


# Ready glossaries


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "shelf"
    folder.mkdir()
    (folder / "diplomacy-ko.csv").write_text("key,en,ko,ko:forbidden\nnato,NATO,나토,북약\n", encoding="utf-8")
    monkeypatch.setattr(ready, "_folder", lambda: folder)
    return folder


def test_a_glossary_by_name_or_file(shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ready.names() == ("diplomacy-ko",)
    assert ready.named("diplomacy-ko").entries[0].key == "nato"
    with pytest.raises(BadSetting, match="did you mean 'diplomacy-ko'"):
        ready.named("diplomacy")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "diplomacy-ko").write_text("en,ko\nally,동맹국\n", encoding="utf-8")
    assert ready.named("diplomacy-ko").entries[0].names("ko")[0].text == "동맹국"


# Looking up


@pytest.mark.parametrize(
    ("wanted", "keys"),
    [
        ("NATO", ["nato"]),
        ("nato", ["nato"]),
        ("나토는", ["nato"]),
        ("NATO에서", ["nato"]),
        ("정상 회담을", ["summit"]),
        ("정상회담", ["summit"]),
        ("북약", ["nato"]),
        ("정상", ["summit", "summiteer"]),
        ("회담", ["summit"]),
        ("없는말", []),
        ("", []),
        ("summiteer", ["summiteer"]),
        ("crest", ["summiteer"]),
        ("climb", ["summiteer"]),
        ("top", ["summit"]),
        ("mm", ["summit"]),
    ],
)
def test_lookup(tmp_path: Path, wanted: str, keys: list[str]) -> None:
    path = table(
        tmp_path,
        "nato,NATO,나토,북약,not at the crossroads",
        "summit,summit,정상회담,,영어 top",
        "summiteer,climber,정상 정복자,,from Latin (crest)",
        header="key,en,ko,ko:forbidden,note",
    )
    assert [entry.key for _, entry in lookup.entries(wanted, [files.load(path)])] == keys


# The commands


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


def test_check_prints_a_line_a_problem_and_a_sum(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    table(tmp_path, "1,,,,ally,동맹국,,", "2,,,,ally,동맹국,,")
    code, out, err = run("check", "t.csv")
    assert (code, err) == (0, "")
    assert out == "t.csv:3: warning: 'ally' = '동맹국' stands also in line 2\n2 entries: 0 errors, 1 warning.\n"
    assert run("check", "t.csv", "--strict")[0] == 1
    table(tmp_path, "1,,,,ally,동맹국,,동맹국")
    assert run("check", "t.csv")[0] == 1
    assert json.loads(run("check", "t.csv", "--output-format", "json")[1]) == {
        "files": [
            {
                "file": "t.csv",
                "entries": 1,
                "languages": ["en", "ko"],
                "problems": [
                    {"line": 2, "severity": "error", "kind": "contradiction", "message": "'동맹국' is both preferred and forbidden"}
                ],
            }
        ]
    }


def test_check_goes_on_after_an_unreadable_file(tmp_path: Path) -> None:
    code, out, err = run("check", str(tmp_path / "none.csv"), str(table(tmp_path, *CLEAN)))
    assert code == 2 and "none.csv does not exist" in err
    assert out == "13 entries: 0 errors, 0 warnings.\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["convert", "{t}"], "the format to write is not clear"),
        (["convert", "{t}", "--format", "tbxx"], "did you mean"),
        (["convert", "{t}", "o.json", "-o", "p.json"], "the file to write is given twice"),
        (["convert", "{t}", "{none}/o.json"], "cannot write"),
        (["check", "{t}", "--languages", "en"], "--languages takes two"),
        (["check", "{t}", "--languages", "en,k!"], "'k!' is no language"),
        (["check", "{t}", "--lang", ""], "'' is no language"),
        (["lookup", "x", "--glossary", "{none}.csv"], "does not exist"),
    ],
)
def test_bad_options_get_one_sentence(tmp_path: Path, arguments: list[str], sentence: str) -> None:
    path = table(tmp_path, *CLEAN)
    code, out, err = run(*[argument.format(t=path, none=tmp_path / "none") for argument in arguments])
    assert (code, out) == (2, "") and sentence in err and err.count("\n") == 1
    assert [file.name for file in tmp_path.iterdir()] == ["t.csv"]


def test_convert_writes_whole_files_and_names_losses(tmp_path: Path) -> None:
    path = table(tmp_path, *CLEAN)
    for name in ("o.tbx", "o.xlsx", "o.json", "o.tsv"):
        code, out, err = run("convert", str(path), str(tmp_path / name))
        assert (code, out, err) == (0, "", "")
        entries = [entry._replace(line=0) for entry in files.load(tmp_path / name).entries]
        assert entries == [entry._replace(line=0) for entry in files.load(path).entries]
    code, out, err = run("convert", str(path), "--format", "deepl", "-o", "-")
    assert code == 0 and out.startswith("alliance,동맹,en,ko\n")
    assert "mtaudit: DeepL’s CSV cannot hold “forbidden name” (2 entries)\n" in err


def test_convert_with_languages_of_a_table_without_any(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("Gipfel,sommet\n", encoding="utf-8")
    code, out, _ = run("convert", str(tmp_path / "t.csv"), "--format", "google", "--languages", "de,fr")
    assert (code, out) == (0, "de,fr,pos,description\nGipfel,sommet,,\n")


def test_lookup_shows_concepts_in_80_columns_and_obeys_nothing(shelf: Path) -> None:
    from rich.cells import cell_len

    long = "아주 긴 설명이다. " * 12
    (shelf / "house.csv").write_text(
        "key,en,ko,ko:first,ko:forbidden,definition,reference\n"
        f"nato,NATO,나토,북대서양조약기구(NATO·나토),북약,{long},[red]style\x1b[31m book[/red]\n",
        encoding="utf-8",
    )
    code, out, err = run("lookup", "NATO")
    assert (code, err) == (0, "")
    assert out.count("나토") == 3 and "북약 (forbidden)" in out and "at first mention: 북대서양조약기구(NATO·나토)" in out
    assert "[red]style" in out and "\x1b" not in out
    assert max(map(cell_len, out.splitlines())) <= 80
    assert "diplomacy-ko.csv:2" in out


def test_lookup_prints_twenty_and_says_how_many_more(shelf: Path) -> None:
    rows = "".join(f"k{n},harbour {n},항구 {n},\n" for n in range(23))
    (shelf / "harbours.csv").write_text(f"key,en,ko,ko:forbidden\n{rows}", encoding="utf-8")
    code, out, err = run("lookup", "harbour")
    assert code == 0 and out.count("harbours.csv:") == 20
    assert err == "mtaudit: 3 more have 'harbour'; give more of the name, or --output-format json for all\n"
    code, out, err = run("lookup", "harbour", "--output-format", "json")
    assert (code, len(json.loads(out)), err) == (0, 23, "")


def test_lookup_as_json_and_without_a_hit(shelf: Path) -> None:
    code, out, _ = run("lookup", "나토를", "--output-format", "json")
    (entry,) = json.loads(out)
    assert code == 0 and entry["glossary"] == "diplomacy-ko.csv" and entry["line"] == 2
    assert entry["terms"]["ko"] == [{"text": "나토"}, {"text": "북약", "status": "forbidden"}]
    assert run("lookup", "없는말") == (1, "", "mtaudit: no entry has '없는말'\n")
