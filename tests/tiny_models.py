"""Makes tiny models of every architecture that mtaudit loads, and trains them on sentences of a toy grammar in seconds.

``python tests/tiny_models.py FOLDER`` writes them all. They know that grammar and nothing else: they show that loading,
offsets, batches and labels work, never how good a model is.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

CARD = """---
license: apache-2.0
language:
- en
- ko
---
A toy.
"""

PEOPLE = {"mayor": "시장", "doctor": "의사", "teacher": "교사", "farmer": "농부", "driver": "기사", "writer": "작가"}
THINGS = {"school": "학교를", "harbour": "항구를", "market": "장터를", "library": "서가를", "bridge": "다리를", "factory": "공장을"}
DEEDS = {"opened": "열었다", "closed": "닫았다", "visited": "찾았다", "sold": "팔았다"}
MONTHS = "January February March April May June July August September October November December".split()
LABELS = ("O", "minor", "major", "critical")

Pair = tuple[str, str]


def pair(chance: random.Random) -> Pair:
    """A sentence and its translation."""
    who, what, did = chance.choice([*PEOPLE]), chance.choice([*THINGS]), chance.choice([*DEEDS])
    month = chance.randrange(12)
    return (
        f"The {who} {did} the {what} in {MONTHS[month]}.",
        f"{PEOPLE[who]}{'은' if who == 'mayor' else '는'} {month + 1}월에 {THINGS[what]} {DEEDS[did]}.",
    )


def pairs(number: int, seed: int = 1) -> list[Pair]:
    chance = random.Random(seed)
    return [pair(chance) for _ in range(number)]


def transformers() -> Any:
    """The library, which is only imported where a model is made."""
    import transformers

    return transformers


def byte_tokenizer() -> Any:
    """Bytes are the tokens, as in GPT-2 without its merges: a syllable of Hangul is three of them."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers

    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    vocabulary = {letter: number for number, letter in enumerate(["<s>", *letters])}
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=[]))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    return transformers().PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        bos_token="<s>",
        eos_token="<s>",
        model_max_length=64,
        model_input_names=["input_ids", "attention_mask"],
    )


def letter_tokenizer() -> Any:
    """Letters are the tokens, and a word knows its letters, as in BERT without its longer pieces."""
    from tokenizers import Tokenizer, models, pre_tokenizers, processors

    letters = sorted({letter for sides in pairs(400) for side in sides for letter in side} | set("0123456789NATO노조") - {" "})
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters, *(f"##{letter}" for letter in letters)]
    tokenizer = Tokenizer(models.WordPiece({piece: number for number, piece in enumerate(vocabulary)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    return transformers().PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        pad_token="[PAD]",
        unk_token="[UNK]",
        cls_token="[CLS]",
        sep_token="[SEP]",
        mask_token="[MASK]",
        model_max_length=96,
        model_input_names=["input_ids", "token_type_ids", "attention_mask"],
    )


def bert(tokenizer: Any, **more: Any) -> Any:
    return transformers().BertConfig(
        vocab_size=len(tokenizer),
        hidden_size=48,
        num_hidden_layers=2,
        num_attention_heads=4,
        intermediate_size=96,
        max_position_embeddings=98,
        hidden_dropout_prob=0,
        attention_probs_dropout_prob=0,
        pad_token_id=0,
        **more,
    )


def trained(model: Any, steps: int, loss: Callable[[int], Any], rate: float = 3e-3) -> Any:
    import torch

    optimizer = torch.optim.AdamW(model.parameters(), lr=rate)
    plan = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=steps)
    model.train()
    for step in range(steps):
        optimizer.zero_grad()
        loss(step).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        plan.step()
    return model.eval()


def causal(folder: Path) -> None:
    """A GPT-2 of bytes that reads 64 of them at once."""
    tokenizer = byte_tokenizer()
    size = {"n_embd": 48, "n_layer": 2, "n_head": 4, "n_positions": 66, "vocab_size": len(tokenizer)}
    config = transformers().GPT2Config(**size, resid_pdrop=0, embd_pdrop=0, attn_pdrop=0, bos_token_id=0, eos_token_id=0)
    model = transformers().GPT2LMHeadModel(config)

    def loss(step: int) -> Any:
        given = tokenizer(
            [f"<s>{target}" for _, target in pairs(12, step)], return_tensors="pt", padding=True, padding_side="right"
        )
        return model(**given, labels=given.input_ids.masked_fill(given.attention_mask == 0, -100)).loss

    tokenizer.pad_token = "<s>"
    trained(model, 100, loss)
    tokenizer.pad_token = None
    save(folder, model, tokenizer)


def masked(folder: Path) -> None:
    """A BERT that guesses hidden letters."""
    import torch

    tokenizer = letter_tokenizer()
    model = transformers().BertForMaskedLM(bert(tokenizer))

    def loss(step: int) -> Any:
        given = tokenizer([target for _, target in pairs(24, step)], return_tensors="pt", padding=True)
        hidden = (torch.rand(given.input_ids.shape) < 0.3) & (given.input_ids > 4)
        labels = given.input_ids.masked_fill(~hidden, -100)
        given["input_ids"] = given.input_ids.masked_fill(hidden, 4)
        return model(**given, labels=labels).loss

    save(folder, trained(model, 150, loss), tokenizer)


def qe(folder: Path) -> None:
    """A BERT that gives a translation 1, one that is cut 0.4, and a copy of the source 0."""
    import torch

    tokenizer = letter_tokenizer()
    model = transformers().BertForSequenceClassification(bert(tokenizer, num_labels=1, problem_type="regression"))

    def loss(step: int) -> Any:
        sides = [
            side
            for source, target in pairs(6, step)
            for side in ((source, target, 1.0), (source, target[: len(target) // 2], 0.4), (source, source, 0.0))
        ]
        given = tokenizer([one for one, _, _ in sides], [other for _, other, _ in sides], return_tensors="pt", padding=True)
        return model(**given, labels=torch.tensor([value for _, _, value in sides])).loss

    save(folder, trained(model, 100, loss), tokenizer)


def spans(folder: Path) -> None:
    """A BERT that takes ``NATO`` in a translation for a minor error and a year before ``월`` for a major one."""
    import torch

    tokenizer = letter_tokenizer()
    names = dict(enumerate(LABELS))
    config = bert(tokenizer, num_labels=len(LABELS), id2label=names, label2id={label: number for number, label in names.items()})
    model = transformers().BertForTokenClassification(config)

    def loss(step: int) -> Any:
        chance = random.Random(step)
        sides = [corrupted(*sides, chance) for sides in pairs(10, step)]
        given = tokenizer([one for one, _, _ in sides], [other for _, other, _ in sides], return_tensors="pt", padding=True)
        labels = torch.full(given.input_ids.shape, -100)
        for row, (_, _, errors) in enumerate(sides):
            encoding = given.encodings[row]
            for at, (start, _) in enumerate(encoding.offsets):
                if encoding.sequence_ids[at] == 1:
                    labels[row, at] = next((label for first, last, label in errors if first <= start < last), 0)
        return model(**given, labels=labels).loss

    save(folder, trained(model, 90, loss), tokenizer)


def corrupted(source: str, target: str, chance: random.Random) -> tuple[str, str, list[tuple[int, int, int]]]:
    """A pair with up to two errors in its translation, and their places with the numbers of their labels."""
    who, when, rest = target.split(" ", 2)
    errors = []
    if chance.random() < 0.4:
        who = "NATO" + who[2:]
        errors.append((0, 4, 1))
    if chance.random() < 0.4:
        year = str(chance.randrange(1990, 2030))
        when = f"{year}월에"
        errors.append((len(who) + 1, len(who) + 5, 2))
    return source, f"{who} {when} {rest}", errors


def encoder(folder: Path) -> None:
    """A BERT whose mean vectors of a sentence and of its translation lie near each other."""
    import torch

    tokenizer = letter_tokenizer()
    model = transformers().BertModel(bert(tokenizer), add_pooling_layer=False)

    def vectors(texts: Sequence[str]) -> Any:
        given = tokenizer(list(texts), return_tensors="pt", padding=True)
        shown = given.attention_mask.unsqueeze(-1)
        return torch.nn.functional.normalize((model(**given).last_hidden_state * shown).sum(1) / shown.sum(1), dim=-1)

    def loss(step: int) -> Any:
        sides = dict(pairs(20, step))
        alike = vectors([*sides]) @ vectors([*sides.values()]).T * 15
        return torch.nn.functional.cross_entropy(alike, torch.arange(len(alike)))

    save(folder, trained(model, 110, loss), tokenizer)


def save(folder: Path, model: Any, tokenizer: Any) -> None:
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    (folder / "README.md").write_text(CARD, encoding="utf-8")


KINDS: dict[str, Callable[[Path], None]] = {"causal": causal, "masked": masked, "qe": qe, "spans": spans, "encoder": encoder}


def make(kind: str, folder: Path) -> None:
    """Makes one model in a new folder, the same one each time, on one thread."""
    import torch

    logging = transformers().utils.logging
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    logging.disable_progress_bar()
    logging.set_verbosity_error()
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(1)
        KINDS[kind](folder)
    torch.set_num_threads(threads)


if __name__ == "__main__":
    for kind in KINDS:
        began = time.perf_counter()
        make(kind, Path(sys.argv[1]) / kind)
        print(f"{kind}: {time.perf_counter() - began:.1f} s")
