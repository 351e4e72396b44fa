"""How big the HTML report of many articles is, how long it takes to write, and how long Chromium takes to open it.

    python benchmarks/report.py [--articles N] [--characters N] [--rounds N] [--keep FOLDER]

The articles are made of the sentences of the texts in ``examples`` and ``tests/texts``, shuffled by a seeded generator, and audited
by the real rules. Times are those of Chromium itself (navigation and paint timing), medians of the rounds, each in a fresh
profile; the machine should have nothing else to do.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mtaudit import engine, readers
from mtaudit.batch import figures, records
from mtaudit.batch.reports import Material, html

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests"))

import browser  # noqa: E402

TIMES = """() => new Promise(done => {
  const told = () => {
    const load = performance.getEntriesByType("navigation")[0], paint = performance.getEntriesByName("first-contentful-paint")[0];
    load.loadEventEnd && paint ? done([load.loadEventEnd, paint.startTime]) : setTimeout(told, 20);
  };
  told();
})"""


def sentences() -> tuple[list[str], list[str]]:
    """Sentences of edited texts, and of those with faults."""
    clean, faulty = [], []
    for path in [*sorted((HERE.parent / "examples").glob("*.ko.txt")), *sorted((HERE.parent / "tests" / "texts").glob("*.txt"))]:
        found = [s for s in re.split(r"(?<=[.!?])\s+|\n+", path.read_text(encoding="utf-8")) if len(s) > 10]
        (faulty if "ferry" in path.name else clean).extend(found)
    return clean, faulty


def article(rng: random.Random, characters: int, clean: list[str], faulty: list[str]) -> str:
    """Paragraphs of four sentences of one register, one of twelve from a text with faults; the numbers differ from article to article."""
    plain = [s for s in clean if s.endswith("다.") and not s.endswith("니다.")]
    out, size = [], 0
    waiting: list[str] = []
    while size < characters:
        waiting = waiting or rng.sample(plain, len(plain))
        told = [rng.choice(faulty) if rng.random() < 1 / 12 else waiting.pop() for _ in range(min(4, len(waiting)))]
        out.append(re.sub(r"\d(?=\d*명)", lambda _: str(rng.randint(1, 9)), " ".join(told)))
        size += len(out[-1])
    return "\n\n".join([rng.choice(clean)[:30].rstrip("."), *out])


def audited(number: int, characters: int) -> list[bytes]:
    """The journal's lines of so many articles."""
    rng = random.Random(5)
    clean, faulty = sentences()
    out = []
    for which in range(number):
        document = readers.read_text(article(rng, characters, clean, faulty), f"news/{which:05}.txt")
        record = records.record(engine.audit(document))
        record["metadata"] |= {"outlet": f"outlet {rng.randint(1, 12)}", "week": f"2026-W{rng.randint(30, 47)}"}
        out.append(records.line(record))
    return out


def opening(path: Path, rounds: int) -> tuple[float, float, int]:
    """Seconds to the load event and to the first paint, and the number of elements."""
    loads, paints, elements = [], [], 0
    for _ in range(rounds):
        with browser.opened() as chromium:
            page = chromium.new_page(viewport={"width": 1280, "height": 900})
            page.goto(path.as_uri())
            load, paint = page.evaluate(TIMES)
            loads.append(load / 1000)
            paints.append(paint / 1000)
            elements = page.evaluate("document.getElementsByTagName('*').length")
    return statistics.median(loads), statistics.median(paints), elements


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--characters", type=int, default=2500)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--keep", type=Path, help="write the report into this folder")
    options = parser.parse_args()
    lines = audited(options.articles, options.characters)

    def again() -> Iterator[dict[str, Any]]:
        from json import loads

        return map(loads, lines)

    told = figures.figures(again())
    every = sum(told.total.findings.values())
    print(
        f"{options.articles} articles, {told.characters / options.articles:.0f} characters and {every / options.articles:.1f} findings each"
    )
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        material = Material(told, again, title="benchmark")
        start = time.perf_counter()
        files = html.write(folder, material, "ko")
        print(
            f"written in {time.perf_counter() - start:.1f} s: "
            + ", ".join(f"{f.name} {f.stat().st_size / 1e6:.1f} MB" for f in files[:9])
        )
        tracemalloc.start()
        html.write(folder, material, "ko")
        print(f"at most {tracemalloc.get_traced_memory()[1] / 1e6:.0f} MB of memory while it is written")
        tracemalloc.stop()
        if browser.found() is None:
            sys.exit("there is no Chromium: set MTAUDIT_CHROMIUM")
        for file in files[:2]:
            load, paint, elements = opening(file, options.rounds)
            print(f"{file.name}: load event after {load:.2f} s, first paint after {paint:.2f} s, {elements:,} elements")


if __name__ == "__main__":
    main()
