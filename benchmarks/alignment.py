"""How well sentences are aligned, on pairs that are known.

    python benchmarks/alignment.py PAIRS.tsv [--langs en ko] [--seeds N] [--similarity]

The table has a header; its last two columns are a sentence and its translation, in the order of the text. Shares of the pairs are
merged with the next one, split in the middle and dropped, each on either side, by seeded generators. A bead counts if both of its
sides are exactly right.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

from mtaudit.alignment import align

RATES = ((0, 0, 0), (5, 5, 5), (10, 10, 10), (20, 0, 0), (0, 20, 0), (0, 0, 10), (0, 0, 20), (0, 0, 30))
"""Percentages of the pairs that are merged, split and dropped."""

Gold = set[tuple[range, range]]


def altered(
    pairs: list[tuple[str, str]], rng: random.Random, merged: float, split: float, dropped: float
) -> tuple[list[str], list[str], Gold]:
    """Sentences of both sides, and the beads that they make; the rates are shares of 1."""
    sources: list[str] = []
    targets: list[str] = []
    gold: Gold = set()
    waiting = pairs[::-1]
    while waiting:
        source, target = ([text] for text in waiting.pop())
        chance, changed = rng.random(), source if rng.random() < 0.5 else target
        if chance < merged and waiting:
            for side, text in zip((source, target), waiting.pop(), strict=True):
                side[:] = [f"{side[0].rstrip('.')}, {text}"] if side is changed else [*side, text]
        elif merged <= chance < merged + split and changed[0].count(" ") > 5:
            words = changed[0].split(" ")
            middle = len(words) // 2
            changed[:] = [" ".join(words[:middle]) + ".", " ".join(words[middle:])]
        elif merged + split <= chance < merged + split + dropped:
            changed.clear()
        gold.add((range(len(sources), len(sources) + len(source)), range(len(targets), len(targets) + len(target))))
        sources += source
        targets += target
    return sources, targets, gold


def main() -> None:
    parser = argparse.ArgumentParser(description="Precision, recall and F1 of sentence alignment.")
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--langs", nargs=2, default=["en", "ko"], metavar=("SOURCE", "TARGET"))
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument("--similarity", action="store_true", help="with the cosines of the default model")
    args = parser.parse_args()
    rows = [line.split("\t") for line in args.pairs.read_text(encoding="utf-8").splitlines()[1:]]
    pairs = [(row[-2], row[-1]) for row in rows]
    similarity = None
    if args.similarity:
        from mtaudit import models

        similarity = models.similarity(models.DEFAULTS["similarity"])
    print("merged  split  dropped  precision  recall     F1  seconds")
    for rates in RATES:
        right = found = wanted = 0
        began = time.perf_counter()
        for seed in range(args.first_seed, args.first_seed + args.seeds):
            sources, targets, gold = altered(pairs, random.Random(seed), *[rate / 100 for rate in rates])
            beads = {(bead.sources, bead.targets) for bead in align(sources, targets, *args.langs, similarity=similarity)}
            right, found, wanted = right + len(beads & gold), found + len(beads), wanted + len(gold)
        seconds = (time.perf_counter() - began) / args.seeds
        figures = f"{right / found:10.4f} {right / wanted:7.4f} {2 * right / (found + wanted):7.4f}"
        print("".join(f"{rate:5} %" for rate in rates), figures, f"{seconds:7.2f}", flush=True)


if __name__ == "__main__":
    main()
