"""Layers of configuration: each over the one before, every mistake an error with a suggestion."""

from __future__ import annotations

import tomllib
from pathlib import Path

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
    assert plain.origins["style.register"] == "preset news-ko"
    page = Configuration({}).of(tmp_path / "docs" / "deep" / "a.md")
    assert (page.settings.register, page.settings.ignore) == ("polite", ("PUN",))
    assert page.origins["ignore"] == "mtaudit.toml, overrides for docs/**/*.md"
    told = Configuration({}, environment).of(tmp_path / "docs" / "a.md")
    assert (told.settings.ignore, told.origins["ignore"]) == (("DUP", "NUM"), "environment")
    last = Configuration({"ignore": ("UNT",), "gate.fail-on": "never"}, environment).of(tmp_path / "docs" / "a.md")
    assert (last.settings.ignore, last.origins["ignore"], last.settings.gate.fail_on) == (("UNT",), "command line", None)


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
    with pytest.raises(BadSetting, match=r"MTAUDIT_GATE_MAX_MINOR: gate\.max-minor is a number, not 'x'"):
        Configuration({}, {"MTAUDIT_GATE_MAX_MINOR": "x"})
    assert variable("style.latin-names") == "MTAUDIT_STYLE_LATIN_NAMES"


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
