"""A real Chromium, where the machine has one: MTAUDIT_CHROMIUM names it, or it is on the path."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")


def found() -> str | None:
    """The path of a Chromium, or of a browser that is made of it."""
    return os.environ.get("MTAUDIT_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def opened() -> Iterator[Browser]:
    """Chromium without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found())
        yield browser
        browser.close()


def complaints(page: Page) -> list[str]:
    """What goes wrong on a page from now on: errors, broken policies, and requests that leave the machine."""
    out: list[str] = []
    page.on("console", lambda said: out.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: out.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith(("file:", "data:")) else out.append(asked.url))

    def told(dialog: Dialog) -> None:
        out.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", told)
    return out
