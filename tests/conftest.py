from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("OMP_NUM_THREADS", "1")  # several workers with several threads each wait for one another


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the golden files anew instead of comparing with them")


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A function that gives the folder of a tiny model by its kind: it makes each when it is first wanted, once for all workers."""
    pytest.importorskip("transformers")
    filelock = pytest.importorskip("filelock")
    base = tmp_path_factory.getbasetemp()
    root = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "tiny-models"
    root.mkdir(exist_ok=True)

    def folder(name: str) -> Path:
        import tiny_models

        made = root / name
        with filelock.FileLock(root / f"{name}.lock"):
            if not made.exists():
                tiny_models.make(name, root / f"{name}.part")
                (root / f"{name}.part").rename(made)
        return made

    return folder
