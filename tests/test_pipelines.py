"""Pipelines: the tutorial word for word, the hooks under the real pre-commit, the steps of the GitHub Action, GitLab's job.

Nothing is fetched: pip and pre-commit install a clone of this project, and its dependencies are links to those of this environment.
The desks of a run share what pre-commit and virtualenv keep; both lock it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from lxml import etree

from mtaudit import engine
from mtaudit.configuration import OTHERS, parsing, variable
from mtaudit.configuration.keys import KEYS, Key
from mtaudit.readers import read_file
from mtaudit.rules import all_rules

ROOT = Path(__file__).parents[1]
CLONED = ("pyproject.toml", "README.md", "LICENSE", "action.yml", ".pre-commit-hooks.yaml", "src", "glossaries", "examples")
CLEAN = "두 나라는 새 항로를 열기로 했다. 배는 봄에 떠난다.\n"
MAJOR = "두 나라는 새 항로를 열기로 했다. 배는 1년 2023월에 떠난다.\n"


class Desk(NamedTuple):
    """Where somebody works: a folder with a clone of mtaudit in it, and an environment without mtaudit."""

    folder: Path
    environment: dict[str, str]

    def run(self, *command: str, at: str = ".", **more: str) -> subprocess.CompletedProcess[str]:
        """Standard output and error are one, as on a terminal."""
        return subprocess.run(
            command,
            cwd=self.folder / at,
            env={**self.environment, **more},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def desk(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    clone, library, tools, home = (tmp_path / name for name in ("mtaudit", ".library", ".tools", ".home"))
    for folder in (clone, library, tools, home):
        folder.mkdir()
    for name in CLONED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, clone / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, clone / name)
    for package in Path(yaml.__file__).parents[1].iterdir():
        if "mtaudit" not in package.name and not package.name.startswith("pip"):
            (library / package.name).symlink_to(package)
    (tools / "python3").symlink_to(Path(sys.executable).resolve())
    (tools / "pre-commit").symlink_to(Path(sys.executable).parent / "pre-commit")
    path = [str(tools), *(p for p in os.environ["PATH"].split(os.pathsep) if not shutil.which("mtaudit", path=p))]
    (home / ".gitconfig").write_text("[user]\nname = Desk\nemail = desk@example.org\n[init]\ndefaultBranch = main\n")
    environment = {
        "PATH": os.pathsep.join(path),
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PYTHONUNBUFFERED": "1",
        "PYTHONPATH": str(library),
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip reads the value as that of build_isolation
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PRE_COMMIT_HOME": str(shared / "pre-commit"),
        "VIRTUALENV_OVERRIDE_APP_DATA": str(shared / "virtualenv"),
    }
    desk = Desk(tmp_path, environment)
    # With a date that never changes the clone of every desk is the same revision, which pre-commit installs once.
    date = "2024-01-01T00:00:00Z"
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "mtaudit"]):
        assert not desk.run("git", *arguments, at="mtaudit", GIT_AUTHOR_DATE=date, GIT_COMMITTER_DATE=date).returncode
    return desk


class Command(NamedTuple):
    """A command of a page, and the lines that the page shows below it."""

    said: str
    shown: list[str]


BLOCK = re.compile(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', re.M | re.S)


def steps(page: str) -> list[Command]:
    """What a reader of a page does: files that it gives are written with ``cat``."""
    found: list[Command] = []
    for language, title, text in BLOCK.findall(page):
        if title:
            found.append(Command(f"mkdir -p {Path(title).parent}; cat > {title} <<'@@'\n{text}@@", []))
        elif language == "console":
            for line in text.splitlines():
                if line.startswith("$ "):
                    found.append(Command(line.removeprefix("$ "), []))
                else:
                    found[-1].shown.append(line)
    return found


def matches(lines: list[str], shown: list[str]) -> bool:
    """Whether lines are as shown: ``…`` stands for any characters, and alone in a line for any lines."""
    if not shown:
        return not lines
    if shown[0] == "…":
        return any(matches(lines[i:], shown[1:]) for i in range(len(lines) + 1))
    pattern = re.sub(r"[*?[]", r"[\g<0>]", shown[0]).replace("…", "*")
    return bool(lines) and fnmatchcase(lines[0], pattern) and matches(lines[1:], shown[1:])


@pytest.mark.parametrize("page", ["tutorial.md", "tutorial.ko.md"])
def test_the_tutorial_is_true_word_for_word(page: str, desk: Desk) -> None:
    commands = steps((ROOT / "docs" / page).read_text(encoding="utf-8"))
    script = "".join(f"{command.said}\ncode=$?; printf '\\n@@ %s\\n' $code; (exit $code)\n" for command in commands)
    *said, rest = re.split(r"\n?\n@@ (\d+)\n", desk.run("bash", "--noprofile", "--norc", "-c", script).stdout)
    assert rest == ""
    assert len(said) == 2 * len(commands) > 60
    for command, output, code in zip(commands, said[::2], said[1::2], strict=True):
        if command.shown:
            assert matches(output.rstrip().splitlines(), command.shown), f"$ {command.said}\n{output}"
        else:
            assert code == "0", f"$ {command.said}\n{output}"
    texts = [step.said for step in commands]
    assert [output for text, output in zip(texts, said[::2], strict=True) if text == "echo $?"][-1] == "1", "the build fails"


def test_the_hooks_run_under_pre_commit(desk: Desk) -> None:
    assert not desk.run("pre-commit", "validate-manifest", "mtaudit/.pre-commit-hooks.yaml").returncode
    revision = desk.run("git", "rev-parse", "HEAD", at="mtaudit").stdout.strip()
    hooks = [{"id": "mtaudit-fix"}, {"id": "mtaudit-check"}, {"id": "mtaudit-check", "args": ["--fail-on", "minor", "--"]}]
    desk.write("house/.pre-commit-config.yaml", json.dumps({"repos": [{"repo": "../mtaudit", "rev": revision, "hooks": hooks}]}))
    for name in ("새 글.txt", "--watch.txt", "'\"$(touch made)`touch made`\n.md"):
        desk.write(f"house/{name}", CLEAN)
    desk.write("house/code.py", f"# {MAJOR}")
    for command in (["git", "init", "-q"], ["git", "add", "."], ["pre-commit", "install"]):
        assert not desk.run(*command, at="house").returncode
    clean = desk.run("git", "commit", "-qm", "clean", at="house")
    assert clean.returncode == 0, clean.stdout
    assert re.findall(r"mtaudit (\w+)\.+(\w+)", clean.stdout) == [("fix", "Passed"), ("check", "Passed"), ("check", "Passed")]
    assert not list(desk.folder.rglob("made"))

    desk.write("house/새 글.txt", MAJOR)
    garbled = desk.run("git", "commit", "-qam", "garbled", at="house", SKIP="mtaudit-fix")
    assert garbled.returncode == 1
    assert "새 글.txt:1:24: DAT001 there is no month 2023: 1년 2023월 → 2023년 1월\nNot ready: " in garbled.stdout
    corrected = desk.run("git", "commit", "-qam", "garbled", at="house")
    assert corrected.returncode == 1
    assert "files were modified by this hook" in corrected.stdout
    assert (desk.folder / "house" / "새 글.txt").read_text(encoding="utf-8") == MAJOR.replace("1년 2023월", "2023년 1월")
    assert desk.run("git", "commit", "-qam", "right", at="house").returncode == 0


@pytest.mark.parametrize(
    ("schema", "path"),
    [("github-actions", "action.yml"), ("github-workflows", "examples/ci/github.yml"), ("gitlab-ci", "examples/ci/gitlab.yml")],
)
def test_files_for_services_are_valid(schema: str, path: str, desk: Desk) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(ROOT / path)]
    done = desk.run(*command, PYTHONPATH="")
    assert done.returncode == 0, done.stdout


def test_no_input_of_the_action_becomes_code() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    scripts = [step["run"] for step in action["runs"]["steps"] if "run" in step]
    assert len(scripts) == 2
    assert not [script for script in scripts if "${{" in script]
    given = yaml.safe_load((ROOT / "examples/ci/github.yml").read_text(encoding="utf-8"))["jobs"]["mtaudit"]["steps"][1]
    assert set(given["with"]) <= set(action["inputs"])


def act(desk: Desk, step: str, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Runs a step of action.yml in the folder ``house``, as a runner does."""
    action: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    values = {f"inputs.{name}": about["default"] for name, about in action["inputs"].items()}
    values |= {f"inputs.{name.replace('_', '-')}": value for name, value in inputs.items()}
    values["steps.python.outputs.python-path"] = str(desk.folder / ".tools" / "python3")
    (about,) = (s for s in action["runs"]["steps"] if s.get("name") == step)
    own = {name: values[expression[3:-2].strip()] for name, expression in about["env"].items()}
    places = {"GITHUB_ACTION_PATH": "mtaudit", "RUNNER_TEMP": "temp", "GITHUB_STEP_SUMMARY": "summary.md"}
    own |= {name: str(desk.folder / place) for name, place in places.items()}
    return desk.run(about["shell"], "--noprofile", "--norc", "-eo", "pipefail", "-c", about["run"], at="house", **own)


def test_the_action_marks_summarises_and_fails(desk: Desk) -> None:
    desk.write("house/articles/clean.txt", CLEAN)
    desk.write("house/articles/새 글.txt", MAJOR)
    desk.write("house/rich.py", "raise SystemExit('code of the repository was run')\n")
    desk.write("house/mtaudit/__init__.py", "raise SystemExit('code of the repository was run')\n")
    # What pip would fetch besides mtaudit is there already.
    shutil.copytree(desk.folder / ".library", desk.folder / "temp" / "mtaudit", symlinks=True)
    installed = act(desk, "Install mtaudit")
    assert installed.returncode == 0, installed.stdout
    failed = act(desk, "Check the texts", paths="articles\n", sarif="mtaudit.sarif")
    assert failed.returncode == 1
    annotation = "::error file=articles/새 글.txt,line=1,"
    assert [line[: len(annotation)] for line in failed.stdout.splitlines() if line.startswith("::")] == [annotation]
    assert failed.stdout.endswith("mtaudit: Not ready: 1 of 2 documents fail (gate.fail-on 1).\n")
    assert "Not ready: 1 of 2 documents" in (desk.folder / "summary.md").read_text(encoding="utf-8")
    sarif = json.loads((desk.folder / "house" / "mtaudit.sarif").read_text(encoding="utf-8"))
    assert [result["ruleId"] for result in sarif["runs"][0]["results"]] == ["DAT001"]

    assert act(desk, "Check the texts", paths="articles", arguments="--ignore=DAT\n--lang=ko").returncode == 0
    assert act(desk, "Check the texts", paths="articles", fail_on="never").returncode == 0
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "one"]):
        desk.run("git", *arguments, at="house")
    assert act(desk, "Check the texts", changed="HEAD").stdout.endswith("mtaudit: Ready: 0 documents passed.\n")
    strange = act(desk, "Check the texts", paths='$(touch made)\n"; touch made; "\n--watch', fail_on="`touch made`")
    assert strange.returncode == 2
    assert not list(desk.folder.rglob("made"))


def test_the_job_of_gitlab_leaves_its_reports(desk: Desk) -> None:
    desk.write("articles/clean.txt", CLEAN)
    desk.write("articles/새 글.txt", MAJOR)
    job = yaml.safe_load((ROOT / "examples/ci/gitlab.yml").read_text(encoding="utf-8"))["mtaudit"]
    script = "\n".join(["python3 -m virtualenv -q .venv", ". .venv/bin/activate", *job["script"]])
    done = desk.run("sh", "-ec", script, **(job["variables"] | {"MTAUDIT": f"git+file://{desk.folder}/mtaudit"}))
    assert (done.returncode, done.stdout.splitlines()[-1]) == (1, "Not ready: 1 of 2 documents fail (gate.fail-on 1).")
    reports = job["artifacts"]["reports"]
    (found,) = json.loads((desk.folder / reports["codequality"]).read_text(encoding="utf-8"))
    assert (found["check_name"], found["location"]["path"]) == ("garbled-date", "articles/새 글.txt")
    suites = etree.parse(desk.folder / reports["junit"]).getroot()
    assert len(suites.findall("testsuite")) == 2


PAGE = ROOT / "docs" / "configuration.md"


def holds(key: Key) -> str:
    if key.choices:
        return ", ".join(f"`{choice}`" for choice in key.choices)
    what = {"count": "whole number", "flag": "true, false"}.get(key.kind, key.kind)
    return what + (f",{key.bounds.removeprefix(',').replace(' from', '')}" if key.bounds else "")


def default(value: object) -> str:
    return "" if value is None else f"`{json.dumps(list(value) if isinstance(value, tuple) else value)}`"


def test_the_page_of_the_configuration_has_every_key() -> None:
    text = PAGE.read_text(encoding="utf-8")
    keys = [f"| `{key.name}` | {holds(key)} | {default(key.default)} | {key.help} |" for key in KEYS.values()]
    rules = [
        f"| `rules.{rule.name}.{option.name}` | {option.least:g} to {option.most:g} | {default(option.default)} | {option.help} |"
        for rule in all_rules()
        for option in rule.options
    ]
    assert [line for line in text.splitlines() if line.startswith("| `")] == [*keys, *rules]


def test_the_page_of_the_configuration_is_right() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert f"`{variable('gate.fail-on')}`" in text
    assert set(re.findall(r"MTAUDIT_\w+", text)) == {variable("gate.fail-on"), variable("ignore"), *OTHERS}
    (example,) = re.findall(r"```toml\n(.*?)```", text, re.S)
    file = parsing.parsed(tomllib.loads(example), PAGE, example)
    assert file.values["gate.fail-on"] == "major"
    assert len(file.overrides) == 1


def test_the_korean_page_of_the_configuration_says_the_same() -> None:
    def facts(page: Path) -> tuple[list[str], list[list[str]], set[str]]:
        text = page.read_text(encoding="utf-8")
        rows = [line.split(" | ") for line in text.splitlines() if line.startswith("| `")]
        return re.findall(r"```toml\n(.*?)```", text, re.S), [[row[0], row[2]] for row in rows], set(re.findall("`[^`\n]+`", text))

    example, rows, words = facts(PAGE)
    korean = PAGE.with_suffix(".ko.md")
    assert facts(korean)[:2] == (example, rows)
    theirs = {word.replace("파일", "FILE").replace("이름", "NAME") for word in facts(korean)[2]}
    assert words <= theirs
    assert [f for f in engine.audit(read_file(korean)).findings if f.severity != "neutral"] == []
