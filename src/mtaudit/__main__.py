"""Runs the command line."""

from __future__ import annotations


def main() -> None:
    from mtaudit.cli import app

    app()


if __name__ == "__main__":
    main()
