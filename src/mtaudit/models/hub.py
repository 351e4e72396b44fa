"""A model of the Hugging Face hub: its card, configuration and tokenizer first, its weights only when they are wanted.

``HF_HUB_OFFLINE=1`` (or ``TRANSFORMERS_OFFLINE=1``) takes everything from the cache and asks nobody; it is read once, when
huggingface_hub is first imported. Without a network the cache is used, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mtaudit.errors import BadSetting
from mtaudit.models.quiet import quiet, without_bars

SMALL = ("*.json", "*.txt", "*.model", "README.md")
SAFE = "model*.safetensors"
PICKLED = "pytorch_model*.bin"


class HubModel:
    """``org/name``, at a revision or as it is now; ``path`` is its folder in the cache, named by the commit. Raises BadSetting."""

    def __init__(self, name: str, revision: str | None) -> None:
        self.name = name
        self.wanted = revision
        self.path = self._fetched(revision, *SMALL)

    @property
    def revision(self) -> str:
        return self.path.name

    def with_weights(self) -> Path:
        """The folder with the weights in it: as safetensors, or else as pickles. Raises BadSetting."""
        folder = self._fetched(self.revision, *SMALL, SAFE)
        return folder if any(folder.glob(SAFE)) else self._fetched(self.revision, *SMALL, PICKLED)

    def _fetched(self, revision: str | None, *patterns: str) -> Path:
        from huggingface_hub import snapshot_download
        from huggingface_hub.errors import LocalEntryNotFoundError

        with _told(self.name, self.wanted):
            try:
                return Path(snapshot_download(self.name, revision=revision, allow_patterns=list(patterns)))
            except LocalEntryNotFoundError as error:
                incomplete = getattr(error, "snapshot_path", None)
                if incomplete is None:
                    raise
                return Path(incomplete)  # what is missing may not be needed; loading will tell


@contextmanager
def _told(name: str, revision: str | None) -> Iterator[None]:
    """Turns what can go wrong at the hub into one sentence, and keeps the hub's own messages from the terminal."""
    from huggingface_hub import constants, errors

    try:
        with quiet(), without_bars():
            yield
    except errors.GatedRepoError:
        raise BadSetting(f"{name} is gated: accept its terms on its page at the hub, then log in with `hf auth login`") from None
    except errors.RevisionNotFoundError:
        raise BadSetting(f"{name} has no revision {revision!r}") from None
    except errors.RepositoryNotFoundError:
        raise BadSetting(f"there is no folder and no model of the hub called {name!r}, or it is private") from None
    except errors.LocalEntryNotFoundError:
        at = f" at revision {revision!r}" if revision else ""
        why = "HF_HUB_OFFLINE forbids to fetch it" if constants.HF_HUB_OFFLINE else "the hub cannot be reached"
        raise BadSetting(f"there is no folder {name!r}, the model is not in the cache{at}, and {why}") from None
    except errors.HFValidationError:
        raise BadSetting(f"{name!r} is neither a folder nor the id of a model (org/name)") from None
    except Exception as error:  # of the network, of proxies, of the disk
        raise BadSetting(f"{name} cannot be fetched from the hub: {(str(error) or type(error).__name__).splitlines()[0]}") from None
