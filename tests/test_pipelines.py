"""Pipelines: the tutorial followed word for word, the hooks under the real pre-commit, the steps of the GitHub Action and GitLab's job.

Nothing is fetched: pip finds the dependencies of mtaudit in a folder of links to those of this environment.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
CLEAN = "두 나라는 새 항로를 열기로 했다. 배는 봄에 떠난다.\n"
MAJOR = "두 나라는 새 항로를 열기로 했다. 배는 1년 2023월에 떠난다.\n"


class Place(NamedTuple):
    """A folder with a clone of mtaudit in it, and the environment of somebody who works there."""

    folder: Path
    environment: dict[str, str]

    def run(self, script: str, *options: str, cwd: Path | None = None, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "--noprofile", "--norc", *options, "-c", script],
            cwd=cwd or self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env={**self.environment, **more},
        )

    def git(self, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        return self.run('git "$@"', "-c", 'git "$@"', "git", *arguments, cwd=cwd)


def executed(*command: str, cwd: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=cwd, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False
    )
