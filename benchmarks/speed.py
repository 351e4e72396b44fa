"""Speed and memory of ``mtaudit scan``, as ratios of things measured side by side in one run.

    python benchmarks/speed.py [--article FILE] [--texts FOLDER] [--rounds N] [--big]

Every figure is CPU time (user + system) of a process of its own, the median of interleaved rounds, so that a busy
machine disturbs both sides of a ratio alike. The corpus is made of the sentences of the texts in a folder (the examples,
unless told otherwise), shuffled by a seeded generator, with other digits.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
EMPTY_APP = """
import typer
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
@app.callback()
def main(): pass
@app.command()
def scan(paths: list[str]): pass
app()
"""


def cpu(command: list[str]) -> float:
    """CPU seconds of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def side_by_side(commands: dict[str, list[str]], rounds: int) -> dict[str, float]:
    """Median CPU seconds of each command; the rounds are interleaved."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(cpu(command))
    return {name: statistics.median(values) for name, values in times.items()}


def corpus(texts: Path, size: int) -> str:
    """About ``size`` bytes of paragraphs of four sentences, made of the sentences in ``texts``; always the same."""
    sentences = sorted(
        {
            sentence
            for path in sorted(texts.rglob("*.txt"))
            for sentence in re.split(r"(?<=[.!?])\s+|\n+", path.read_bytes().decode("utf-8", "replace"))
            if len(sentence) > 15 and re.search("[가-힣]", sentence)
        }
    )
    choose = random.Random(7)
    paragraphs, written = [], 0
    while written < size:
        chosen = " ".join(choose.choices(sentences, k=4))
        paragraph = re.sub(r"\d", lambda m: m[0] if choose.random() < 0.7 else str(choose.randrange(1, 10)), chosen)
        paragraphs.append(paragraph)
        written += len(paragraph.encode()) + 2
    return "\n\n".join(paragraphs) + "\n"


def memory(path: Path) -> tuple[int, float]:
    """Peak resident memory (bytes) and CPU seconds of a scan of ``path``."""
    code = (
        "import resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)\n"
        "u = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(u.ru_maxrss * (1 if sys.platform == 'darwin' else 1024), u.ru_utime + u.ru_stime)"
    )
    command = [sys.executable, "-c", code, *scan(path)]
    peak, seconds = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return int(peak), float(seconds)


def scan(path: Path, form: str = "text") -> list[str]:
    return [str(Path(sys.executable).parent / "mtaudit"), "scan", str(path), "--output-format", form]


def glossary(texts: str, entries: int) -> str:
    """A glossary of so many entries in Korean whose names are words of the texts, or two of them together; always the same."""
    words = sorted(set(re.findall("[가-힣]{2,6}", texts)))
    choose = random.Random(7)
    names = dict.fromkeys(choose.sample(words, min(len(words), entries // 2)))
    while len(names) < entries:
        names["".join(choose.choices(words, k=2))] = None
    rows = [f"Name{number},{name},{name}틀림" for number, name in enumerate(names)]
    return "\n".join(["en,ko,ko:forbidden", *rows]) + "\n"


def row(what: str, figure: str, target: str = "") -> None:
    print(f"{what:<58}{figure:>14}   {target}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--article", type=Path, default=HERE.parent / "examples" / "ferry.ko.txt")
    parser.add_argument("--texts", type=Path, default=HERE.parent / "examples")
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--big", action="store_true", help="also 100 MB")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        app = here / "app.py"
        app.write_text(EMPTY_APP, encoding="utf-8")

        print("Start: CPU of a scan of one article")
        times = side_by_side(
            {
                "empty": [sys.executable, str(app), "scan", str(given.article)],
                "text": scan(given.article),
                "rich": scan(given.article, "rich"),
            },
            given.rounds,
        )
        row("an empty Typer app", f"{times['empty'] * 1000:.0f} ms")
        row("scan, text", f"{times['text'] / times['empty']:.2f} x", "at most 1.6 x")
        row("scan, rich", f"{times['rich'] / times['empty']:.2f} x", "at most 2.3 x")

        print("\nThroughput: all rules, one process, start included")
        base = None
        speed = 0.0
        for megabytes in (1, 10, 100) if given.big else (1, 10):
            path = here / f"{megabytes}.txt"
            path.write_text(corpus(given.texts, megabytes * 1_000_000), encoding="utf-8")
            peak, seconds = memory(path)
            size = path.stat().st_size
            speed = size / 1e6 / seconds
            base = base or speed
            row(f"{megabytes} MB", f"{speed:.1f} MB/CPU s", f"{speed / base:.2f} x the speed at 1 MB" if megabytes > 1 else "")
            row(f"{megabytes} MB, peak memory", f"{peak / size:.1f} x size", "at most 10 x" if megabytes > 1 else "")
        whole = here / "10.txt"
        row("target at 10 MB", "6.0 MB/CPU s")

        print("\nA glossary of 10,000 entries: CPU of a scan of 10 MB with it, beside one without")
        terms = here / "terms.csv"
        terms.write_text(glossary(whole.read_text(encoding="utf-8")[:500_000], 10_000), encoding="utf-8")
        times = side_by_side({"without": scan(whole), "with": [*scan(whole), "--glossary", str(terms)]}, 3)
        row("with the glossary / without", f"{times['with'] / times['without']:.2f} x", "at most 2 x")

        hanlint = shutil.which("hanlint", path=str(Path(sys.executable).parent))
        if hanlint is None:
            print("\nhanlint is not installed: pip install 'mtaudit[bench]'")
            return
        print("\nBeside hanlint, on the same 100 kB (more makes it slower than linear)")
        small = here / "small.txt"
        small.write_bytes(whole.read_bytes()[:100_000].decode("utf-8", "ignore").encode())
        times = side_by_side(
            {"hanlint": [hanlint, str(small)], "scan": scan(small)},
            max(given.rounds // 3, 3),
        )
        row("hanlint on 100 kB, start included", f"{0.1 / times['hanlint']:.2f} MB/CPU s")
        row("throughput: mtaudit on 10 MB / hanlint on 100 kB", f"{speed / (0.1 / times['hanlint']):.0f} x", "at least 40 x")
        row("the same 100 kB, start included: hanlint / mtaudit", f"{times['hanlint'] / times['scan']:.1f} x")


if __name__ == "__main__":
    main()
