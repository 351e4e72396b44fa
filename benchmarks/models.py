"""What optional models cost on this machine: seconds to the first answer, memory, sentences a second; for similarity what it tells apart.

    python benchmarks/models.py [--model KIND=NAME ...] [--pairs FILE.tsv] [--number N] [--threads N]

Without ``--model``: the small encoder, and the tiny models of the tests, which show what the libraries cost around a model. FILE
has a source and its translation in its last two columns; without it the sentences are those of a toy grammar. Each model has a process
of its own. Sentences a second are the best of three rounds, without loading; the machine should have nothing else to do.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

import tiny_models

TINY = {"encoder": "similarity", "causal": "fluency", "masked": "fluency", "qe": "qe", "spans": "spans"}


def read(file: str | None, number: int) -> list[tuple[str, str]]:
    if file is None:
        return tiny_models.pairs(number, seed=5)
    with Path(file).open(encoding="utf-8", newline="") as lines:
        return [(row[-2], row[-1]) for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if len(row) > 1][:number]


def measured(kind: str, name: str, pairs: list[tuple[str, str]]) -> dict[str, Any]:
    """What one model costs, in this process, which has loaded nothing yet."""
    began = time.perf_counter()
    from mtaudit import models

    model = getattr(models, kind)(name)
    texts = [target for _, target in pairs]
    ask = {"similarity": "vectors", "fluency": "surprisals", "qe": "scores", "spans": "spans"}[kind]
    given = pairs if kind in ("qe", "spans") else texts
    getattr(model, ask)(given[:1])
    figures: dict[str, Any] = {"model": model.info.part(), "first": time.perf_counter() - began}
    rounds = []
    for _ in range(3):
        began = time.perf_counter()
        getattr(model, ask)(given)
        rounds.append(time.perf_counter() - began)
    figures["second"] = len(given) / min(rounds)
    figures["memory"] = peak()
    if kind == "similarity":
        right = model.cosines([source for source, _ in pairs], texts)
        wrong = model.cosines([source for source, _ in pairs], [*texts[1:], texts[0]])
        cut = model.cosines([source for source, _ in pairs], [text[: len(text) // 2] for text in texts])
        figures["true"] = sum(right) / len(right)
        figures["others"], figures["cut"] = area(right, wrong), area(right, cut)
    return figures


def peak() -> float:
    """The most memory that this process has held so far, in MB (Linux)."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
    assert found is not None
    return int(found[1]) / 1024


def area(above: list[float], below: list[float]) -> float:
    """The area under the ROC curve: how often one of the first is greater than one of the second."""
    return sum((one > other) + (one == other) / 2 for one in above for other in below) / (len(above) * len(below))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", action="append", metavar="KIND=NAME", help="a model, as mtaudit takes it; repeat it for more")
    parser.add_argument("--pairs", metavar="FILE", help="tab-separated sources and translations")
    parser.add_argument("--number", type=int, default=200, help="pairs that are read")
    parser.add_argument("--threads", type=int, default=1, help="threads of a model")
    parser.add_argument("--here", action="store_true", help="measure in this process and print JSON")
    given = parser.parse_args()
    if given.here:
        kind, _, name = given.model[0].partition("=")
        print(json.dumps(measured(kind, name, read(given.pairs, given.number))))
        return
    with tempfile.TemporaryDirectory() as folder:
        wanted = given.model or ["similarity=use-multilingual-v3"]
        if not given.model:
            for name, kind in TINY.items():
                tiny_models.make(name, Path(folder) / name)
                wanted.append(f"{kind}={Path(folder) / name}")
        print(
            "| model | first answer, s | memory, MB | sentences a second | true pairs, mean cosine | AUC: other pairs | AUC: half the text |"
        )
        print("|---|---|---|---|---|---|---|")
        for model in wanted:
            command = [sys.executable, __file__, "--here", "--model", model, "--number", str(given.number)]
            command += ["--pairs", given.pairs] if given.pairs else []
            threads = {"OMP_NUM_THREADS": str(given.threads), "OPENBLAS_NUM_THREADS": str(given.threads)}
            done = subprocess.run(command, capture_output=True, encoding="utf-8", env={**os.environ, **threads})
            if done.returncode:
                sys.exit(f"{model}: {done.stderr.strip().splitlines()[-1]}")
            f = json.loads(done.stdout)
            apart = [f"{f[key]:.3f}" if key in f else "" for key in ("true", "others", "cut")]
            print(f"| {f['model']} | {f['first']:.1f} | {f['memory']:.0f} | {f['second']:.0f} | {' | '.join(apart)} |", flush=True)


if __name__ == "__main__":
    main()
