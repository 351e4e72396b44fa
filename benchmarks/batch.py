"""Many documents: time and memory of ``mtaudit batch``, as ratios measured side by side in one run.

Prints, for so many articles made of the examples: two jobs beside one, ten times the articles beside one time (peak memory of
the largest process), the engine of a Dask cluster beside the processes, and a plain loop over ``audit`` beside one job.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXAMPLES = sorted((Path(__file__).resolve().parents[1] / "examples").glob("*.txt"))
LOOP = """
import sys
from pathlib import Path
from mtaudit import engine, readers
for path in sorted(Path(sys.argv[1]).iterdir()):
    engine.audit(readers.read_file(path))
"""


def articles(folder: Path, count: int) -> Path:
    folder.mkdir()
    texts = [path.read_text(encoding="utf-8") for path in EXAMPLES]
    for number in range(count):
        (folder / f"{number:06}.txt").write_text(texts[number % len(texts)] + f"\n{number}번째 기사입니다.\n", encoding="utf-8")
    return folder


def timed(*command: str) -> tuple[float, int]:
    """Seconds of the clock, and the peak memory in KiB of the process and of the largest of its children."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 2), f"{command} ended with {process.returncode}"
    return time.perf_counter() - start, usage.ru_maxrss


def batch(source: Path, out: Path, *options: str) -> tuple[float, int]:
    shutil.rmtree(out, ignore_errors=True)
    return timed(sys.executable, "-m", "mtaudit", "batch", str(source), "-o", str(out), "--report", "none", "-q", *options)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--megabytes", type=int, default=0, help="also a JSONL of so many megabytes")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        many = articles(folder / "many", given.articles)
        few = articles(folder / "few", given.articles // 10)
        out = folder / "out"
        loop, _ = timed(sys.executable, "-c", LOOP, str(many))
        one, memory = batch(many, out, "--jobs", "1")
        _, less = batch(few, out, "--jobs", "1")
        two, _ = batch(many, out, "--jobs", "2")
        again, _ = timed(
            sys.executable, "-m", "mtaudit", "batch", str(many), "-o", str(out), "--report", "none", "-q", "--jobs", "2"
        )
        print(f"{given.articles:,} articles: {one:.1f} s with one job, {given.articles / one:,.0f} a second")
        print(f"one job beside a plain loop          {one / loop:5.2f} x")
        print(f"two jobs beside one                  {one / two:5.2f} x as fast")
        print(f"a second run beside the first        {again / two:5.2f} x")
        print(f"memory, {given.articles:,} beside {given.articles // 10:,}      {memory / less:5.2f} x ({memory >> 10} MiB)")
        try:
            import distributed  # noqa: F401
        except ImportError:
            print("no Dask here")
        else:
            cluster, _ = batch(many, out, "--jobs", "2", "--cluster", "local")
            print(f"two workers of Dask beside two jobs  {cluster / two:5.2f} x")
        if given.megabytes:
            jsonl(folder, out, given.megabytes)


def jsonl(folder: Path, out: Path, megabytes: int) -> None:
    texts = [path.read_text(encoding="utf-8") for path in EXAMPLES]
    lines = [json.dumps({"id": f"{{}}-{i}", "text": text}, ensure_ascii=False) + "\n" for i, text in enumerate(texts)]
    size = 0
    with (folder / "corpus.jsonl").open("w", encoding="utf-8") as file:
        for number in range(10**9):
            line = lines[number % len(lines)].replace("{}", str(number), 1)
            file.write(line)
            size += len(line.encode())
            if size >= megabytes << 20:
                break
    seconds, memory = batch(folder / "corpus.jsonl", out, "--jobs", "2")
    print(f"JSONL of {megabytes} MB: {seconds:.0f} s, {megabytes / seconds:.2f} MB a second, {memory >> 10} MiB")


if __name__ == "__main__":
    main()
