"""Layers of configuration: each over the one before, every mistake an error with a suggestion."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from itertools import combinations
from pathlib import Path
from unicodedata import normalize

import pytest

from mtaudit import engine
from mtaudit.config import Gate
from mtaudit.configuration import Configuration, proposal, variable
from mtaudit.configuration.keys import KEYS
from mtaudit.errors import BadSetting, MtauditError
from mtaudit.readers import read_text


def written(folder: Path, text: str, name: str = "mtaudit.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_each_layer_overrides_the_one_before(tmp_path: Path) -> None:
    written(
        tmp_path,
        """
        preset = "news-ko"
        ignore = ["STY"]
        [gate]
        fail-on = "minor"
        [rules.calque-density]
        least = 9
        severity = "minor"
        [[overrides]]
        files = ["docs/**/*.md"]
        style = { register = "polite" }
        ignore = ["PUN"]
        """,
    )
    environment = {"MTAUDIT_IGNORE": "DUP, NUM", "MTAUDIT_OUTPUT_FORMAT": "json", "HOME": "/"}
    plain = Configuration({}).of(tmp_path / "a.txt")
    assert (plain.settings.register, plain.settings.lang, plain.settings.ignore) == ("plain", "ko", ("STY",))
    assert plain.settings.gate == Gate(fail_on="minor")
    assert plain.settings.options == {"calque-density": {"least": 9}}
    assert plain.settings.severities == {"calque-density": "minor"}
    assert plain.origins["style.register"].en == "preset news-ko"
    page = Configuration({}).of(tmp_path / "docs" / "deep" / "a.md")
    assert (page.settings.register, page.settings.ignore) == ("polite", ("PUN",))
    assert page.origins["ignore"].en == "mtaudit.toml, overrides for docs/**/*.md"
    told = Configuration({}, environment).of(tmp_path / "docs" / "a.md")
    assert (told.settings.ignore, told.origins["ignore"].en) == (("DUP", "NUM"), "environment")
    last = Configuration({"ignore": ("UNT",), "gate.fail-on": "never"}, environment).of(tmp_path / "docs" / "a.md")
    assert (last.settings.ignore, last.origins["ignore"].en, last.settings.gate.fail_on) == (("UNT",), "command line", None)


def test_the_nearest_file_holds_and_no_other(tmp_path: Path) -> None:
    written(tmp_path, 'lang = "ja"\nignore = ["STY"]')
    written(tmp_path / "inner", '[tool.other]\nx = 1\n[tool.mtaudit]\nlang = "ko"', "pyproject.toml")
    written(tmp_path / "inner" / "deeper", "[tool.other]\nx = 1", "pyproject.toml")
    assert Configuration({}).of(tmp_path / "a.txt").settings.lang == "ja"
    inner = Configuration({}).of(tmp_path / "inner" / "deeper" / "a.txt").settings
    assert (inner.lang, inner.ignore) == ("ko", ())
    assert Configuration({}, isolated=True).of(tmp_path / "a.txt").settings.lang is None
    chosen = Configuration({}, file=tmp_path / "mtaudit.toml")
    assert chosen.of(tmp_path / "inner" / "a.txt").settings.lang == "ja"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('ignor = ["STY"]', "mtaudit.toml:1: there is no key 'ignor'; did you mean 'ignore'?"),
        ('\n[style]\nregistr = "plain"', "mtaudit.toml:3: there is no key 'style.registr'; did you mean 'style.register'?"),
        ('[style]\nregister = "plan"', "mtaudit.toml:2: style.register is one of auto, plain, polite, not 'plan'; did you mean 'plain'?"),
        ("ignore = 3", "mtaudit.toml:1: ignore is a list of texts, not 3"),
        ("min-confidence = 2", "mtaudit.toml:1: min-confidence is a number from 0 to 1, not 2"),
        ("min-confidence = true", "mtaudit.toml:1: min-confidence is a number, not True"),
        ("[gate]\nmax-minor = 1.5", "mtaudit.toml:2: gate.max-minor is a whole number, not 1.5"),
        ('[rules.mixed-registr]\nseverity = "minor"', "there is no rule 'mixed-registr'; did you mean 'mixed-register'?"),
        ('[rules.mixed-register]\nseverity = "mino"', "severity is one of critical, major, minor, neutral, not 'mino'; did you mean 'minor'?"),
        ("[rules.mixed-register]\nleast = 3", "rule mixed-register has no option 'least'; it has severity"),
        ("[rules.calque-density]\nleast = 0", "rules.calque-density.least is a whole number from 1 to 1000, not 0"),
        ('select = ["REX"]', "mtaudit.toml:1: no rule is called 'REX'; did you mean 'REG'?"),
        ("[gate]\nmax = { REGG = 0 }", "mtaudit.toml:2: no rule is called 'REGG'; did you mean 'REG'?"),
        ("[gate.max]\nREG = 'x'", "mtaudit.toml:1: gate.max.REG is a whole number, not 'x'"),
        ("[gate]\nmin-score = nan", "mtaudit.toml:2: gate.min-score is a number, not nan"),
        ("[gate]\nmin-score = 101", "mtaudit.toml:2: gate.min-score is a number up to 100, not 101"),
        ('[gate]\nfail-on = "MAJOR"', "not 'MAJOR'; did you mean 'major'?"),
        ("gate = 3", "mtaudit.toml:1: gate is a table: [gate]"),
        ("[Style]\nregister = 'plain'", "mtaudit.toml:1: there is no key 'Style'; did you mean 'style'?"),
        ("[score.weights]\nstyle = 'a'", "score.weights.style is a number, not 'a'"),
        ("[score.multipliers]\nmino = 1", "there is no severity 'mino'; there are critical, major, minor, neutral; did you mean 'minor'?"),
        ("[style.terms]\n'가' = ['나']", "style.terms are renderings, \"wrong\" = \"right\", not '가' = ['나']"),
        ("[style]\nlatin-names = ['']", "style.latin-names is a list of texts, not ['']"),
        ("lang = 'ko-KR'", "mtaudit.toml:1: lang is the ISO 639-1 code of a language, such as ko, not 'ko-KR'; did you mean 'ko'?"),
        ("lang = 'jp'", "did you mean 'ja'?"),
        ("exclude = ['!']", "mtaudit.toml:1: there is a pattern that .gitignore would not take"),
        ("[[overrides]]\nfiles = '!'", "mtaudit.toml:2: there is a pattern that .gitignore would not take"),
        ("ignore = []\n[[overrides]]\nfiles = '*'\nignore = []\n[[overrides]]\nfiles = '*'\nignore = 3", "mtaudit.toml:7: ignore is a list"),
        ("[rules.REG001]\nseverity = 'minor'\n[rules.calque-density]\nleast = 0", "mtaudit.toml:4: rules.calque-density.least"),
        ("[[overrides]]\nlang = 'ko'", 'each of [[overrides]] names its files: files = ["docs/**"]'),
        ("[[overrides]]\nfiles = '*.md'\nexclude = ['x']", "exclude holds for all files and cannot stand in [[overrides]]"),
        ("lang = ", "is not TOML"),
        ("lang = 'ko'\nlang = 'ja'", "is not TOML"),
    ],
)  # fmt: skip
def test_every_mistake_is_one_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(MtauditError) as error:
        Configuration({}, file=written(tmp_path, text))
    assert sentence in str(error.value)
    assert "\n" not in str(error.value)


def test_the_environment_is_checked() -> None:
    with pytest.raises(BadSetting, match="did you mean 'MTAUDIT_IGNORE'"):
        Configuration({}, {"MTAUDIT_IGNOR": "x"})
    with pytest.raises(BadSetting, match=r"MTAUDIT_GATE_MAX_MINOR: gate\.max-minor is a whole number, not 'x'"):
        Configuration({}, {"MTAUDIT_GATE_MAX_MINOR": "x"})
    assert variable("style.latin-names") == "MTAUDIT_STYLE_LATIN_NAMES"

    with pytest.raises(BadSetting, match="MTAUDIT_MIN_CONFIDENCE: min-confidence is a number, not nan"):
        Configuration({}, {"MTAUDIT_MIN_CONFIDENCE": "nan"})
    with pytest.raises(BadSetting, match="MTAUDIT_SELECT: no rule is called 'REX'"):
        Configuration({}, {"MTAUDIT_SELECT": "REX"})
    with pytest.raises(BadSetting, match=r"style\.terms is a table"):
        Configuration({}, {"MTAUDIT_STYLE_TERMS": "x"})
    with pytest.raises(BadSetting, match=r"which means nothing$"):
        Configuration({}, {"MTAUDIT_FOO": "x"})


def test_of_any_two_layers_the_later_one_decides(tmp_path: Path) -> None:
    for low, high in combinations(range(6), 2):
        said = [layer in (low, high) for layer in range(6)]
        folder = tmp_path / f"{low}{high}"
        preset = 'preset = "news-ko"\n' if said[1] else ""
        own = 'style.register = "polite"\n' if said[2] else ""
        over = '[[overrides]]\nfiles = ["*.txt"]\nstyle.register = "auto"\n' if said[3] else ""
        written(folder, preset + own + over)
        environment = {"MTAUDIT_STYLE_REGISTER": "plain"} if said[4] else {}
        decided = Configuration({"style.register": "polite"} if said[5] else {}, environment).of(folder / "a.txt")
        assert decided.settings.register == ("auto", "plain", "polite", "auto", "plain", "polite")[high]
        names = ["", "preset news-ko", "mtaudit.toml", "mtaudit.toml, overrides for *.txt", "environment", "command line"]
        assert decided.origins["style.register"].en == names[high]


def test_tables_are_joined_and_both_layers_are_named(tmp_path: Path) -> None:
    written(tmp_path, "gate.max = { REG = 0 }\n[[overrides]]\nfiles = '*.md'\ngate.max = { STY = 1 }")
    decided = Configuration({}).of(tmp_path / "a.md")
    assert decided.settings.gate.limits == {"REG": 0, "STY": 1}
    assert decided.origins["gate.max"].en == "mtaudit.toml; mtaudit.toml, overrides for *.md"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ('[ tool . mtaudit ]\nlang = "ko"', "ko"),
        ('tool.mtaudit.lang = "ko"', "ko"),
        ('[tool]\nmtaudit = { lang = "ko" }', "ko"),
        ('[tool.mtaudit-like]\nlang = "ko"', "ja"),
        ("tool = 3 # mtaudit", "ja"),
        ("[broken", "ja"),
    ],
)
def test_the_table_in_pyproject_is_found_however_it_is_written(tmp_path: Path, text: str, lang: str) -> None:
    written(tmp_path, 'lang = "ja"')
    written(tmp_path / "inner", text, "pyproject.toml")
    assert Configuration({}).of(tmp_path / "inner" / "a.txt").settings.lang == lang


def test_a_configuration_that_cannot_be_read_is_one_mistake_and_not_one_of_each_text(tmp_path: Path) -> None:
    for text, sentence in (("tool.mtaudit = 3", "is a table, not 3"), ("[tool.mtaudit", "is not TOML")):
        written(tmp_path, text, "pyproject.toml")
        with pytest.raises(BadSetting, match=sentence):
            Configuration({}).of(tmp_path / "a.txt")


def test_patterns_mean_files_however_their_names_are_written(tmp_path: Path) -> None:
    written(tmp_path, "[[overrides]]\nfiles = ['뉴스/**/*.md']\nlang = 'ko'")
    written(tmp_path / "other", "lang = 'ja'")
    paths = (Path("뉴스/a.md"), Path("뉴스/b/c/a.md"), Path(normalize("NFD", "뉴스/a.md")), Path("other/../뉴스/a.md"))
    assert [Configuration({}).of(tmp_path / path).settings.lang for path in paths] == ["ko"] * 4
    assert Configuration({}).of(tmp_path / "글" / "뉴스" / "a.md").settings.lang is None


def test_glossaries_of_the_command_line_are_those_of_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, 'glossary = ["terms.csv"]')
    written(tmp_path, "source,target\nharbor,항구\n", "terms.csv")
    written(tmp_path / "docs", "source,target\nship,배\n", "terms.csv")
    monkeypatch.chdir(tmp_path / "docs")

    def sources(configuration: Configuration) -> list[str]:
        glossary = configuration.of(Path("a.txt")).settings.glossary
        return [str(entry.terms) for entry in glossary.entries] if glossary else []

    assert sources(Configuration({})) != sources(Configuration({"glossary": ("terms.csv",)}))
    assert sources(Configuration({"glossary": ("terms.csv",)})) == sources(Configuration({}, {"MTAUDIT_GLOSSARY": "terms.csv"}))
    written(tmp_path / "docs", "source,target\nship,배\nsail,돛\n", "terms.csv")
    assert len(sources(Configuration({"glossary": ("terms.csv",)}))) == 2, "a new configuration reads anew"
    values = Configuration({}, {"MTAUDIT_BASELINE": "known.json"}).of(Path("a.txt")).values
    assert values["baseline"] == str(tmp_path / "docs" / "known.json")


def run(*arguments: str, cwd: Path, **environment: str) -> tuple[int, str, str]:
    command = [sys.executable, "-m", "mtaudit", *arguments]
    done = subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", env={**os.environ, **environment})
    return done.returncode, done.stdout, done.stderr


def test_settings_are_shown_for_a_folder_in_the_language_of_the_reader(tmp_path: Path) -> None:
    code, shown, _ = run("check", "--show-settings", "--isolated", cwd=tmp_path)
    assert (code, shown.splitlines()[0]) == (0, "."), "a folder without texts, and no file is named"
    written(tmp_path, 'exclude = ["drafts/"]\n[[overrides]]\nfiles = ["a.*"]\nignore = ["STY"]')
    for name in ("a.txt", "drafts/b.txt", "drafts/c.txt"):
        written((tmp_path / name).parent, "그는 갔다.", Path(name).name)
    _, shown, _ = run("check", "--show-settings", "--preset", "news-ko", cwd=tmp_path)
    assert 'genre = "news"  # preset news-ko' in shown
    assert "drafts/b.txt and 1 more  # left out by exclude" in shown
    _, shown, _ = run("check", "--show-settings", "--preset", "news-ko", cwd=tmp_path, MTAUDIT_UI_LANG="ko")
    for line in ("사전 설정 news-ko", "명령줄", "기본값", "mtaudit.toml의 overrides(a.*)"):
        assert f"  # {line}\n" in shown
    assert "drafts/b.txt 외 1개  # exclude에 따라 검사하지 않음" in shown
    assert run("check", cwd=tmp_path)[0] == 2, "a check names its texts"


def test_init_writes_over_nothing_and_speaks_korean(tmp_path: Path) -> None:
    written(tmp_path, "그는 갔다.", "a.txt")
    (tmp_path / "b.txt").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "mtaudit.toml").symlink_to("nowhere.toml")
    assert run("init", cwd=tmp_path)[0] == 2
    assert (tmp_path / "mtaudit.toml").is_symlink()
    assert run("init", "", "--force", cwd=tmp_path)[0] == 2
    code, _, said = run("init", "--force", "--ui-lang", "ko", cwd=tmp_path)
    assert (code, said) == (0, "mtaudit: 글 1편을 살펴보고 mtaudit.toml 파일을 썼습니다. 다음: mtaudit check .\n")


def test_house_terms_and_names(tmp_path: Path) -> None:
    written(
        tmp_path,
        """
        lang = "ko"
        glossary = ["terms.csv"]
        [style]
        latin-names = ["Foo Fighters"]
        terms = { "컨텐츠" = "콘텐츠" }
        """,
    )
    written(tmp_path, "source,target,forbidden\nharbor,항구,하버\n", "terms.csv")
    settings = Configuration({}).of(tmp_path / "a.txt").settings
    report = engine.audit(read_text("하버에서 컨텐츠를 보았다."), settings)
    assert [(f.place.text, f.fix and f.fix.text) for f in report.findings] == [("하버", "항구"), ("컨텐츠", "콘텐츠")]
    text = read_text("젤렌스키 대통령과 스톨텐베르그 사무총장, 블링컨 장관이 만났다고 Foo Fighters 씨가 말했다.")
    assert [f.code for f in engine.audit(text, settings).findings] == []
    assert [f.code for f in engine.audit(text, settings._replace(latin_names=())).findings] == ["UNT004"]


def test_options_and_severities_reach_their_rules() -> None:
    text = read_text("당신은 갔다. 그녀는 왔다. 그들은 잤다. 당신의 집이다.")
    plain = Configuration({}).of(Path("a.txt")).settings._replace(lang="ko", select=("pronoun-density",))
    assert [f.severity for f in engine.audit(text, plain).findings] == ["neutral"]
    assert not engine.audit(text, plain._replace(options={"pronoun-density": {"least": 9}})).findings
    worse = plain._replace(severities={"pronoun-density": "major"})
    assert [f.severity for f in engine.audit(text, worse).findings] == ["major"]


def test_a_proposal_is_a_configuration_that_says_what_the_texts_are_like(tmp_path: Path) -> None:
    texts = ["2024년 1월 5일에 “문”을 열었다.\n그는 갔다.\n"] * 9 + ["2024-01-05에 열었습니다.\n"]
    seen = proposal.seen(engine.audit(read_text(text, f"{i}.md")) for i, text in enumerate(texts))
    text = "\n".join(proposal.lines(seen))
    values = tomllib.loads(text)
    assert values["lang"] == "ko"
    assert values["genre"] == "docs"
    assert values["style"] == {"register": "plain", "quotation-marks": "curly", "date-format": "words"}
    uncommented = "\n".join(
        line[2:] if line.startswith("# ") and "=" in line and "[" not in line.split("=")[0] else line for line in text.splitlines()
    )
    assert Configuration({}, file=written(tmp_path, text)).of(tmp_path / "a").settings.register == "plain"
    for line in uncommented.splitlines():
        key = line.partition("=")[0].strip()
        assert not key or key.startswith(("#", "[")) or any(name.rpartition(".")[2] == key for name in KEYS) or key[0] in '"sfp', (
            key
        )


def test_an_empty_folder_gets_a_configuration_too(tmp_path: Path) -> None:
    text = "\n".join(proposal.lines(proposal.seen([])))
    assert tomllib.loads(text) == {"style": {}, "gate": {"fail-on": "major"}}
    Configuration({}, file=written(tmp_path, text))
