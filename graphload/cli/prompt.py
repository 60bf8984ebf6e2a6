"""Lines that somebody types at a terminal, with history and completion."""

from __future__ import annotations

from collections.abc import Iterator

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion, ThreadedCompleter
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory, History, InMemoryHistory

from graphload.cli import completing
from graphload.store import Store
from graphload.store.aot import user_caches

_ENDS = ("exit", "quit")


class _Words(Completer):
    """Completes a line with questions, parameters and names of a store."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:  # noqa: ARG002
        """Yield the words that may complete the line."""
        for word in completing.words(document.text_before_cursor, self.store):
            yield Completion(word.text, word.start, display_meta=word.about)


def lines(store: Store) -> Iterator[str]:
    """Yield the lines that somebody types, up to Ctrl-D or `exit`."""
    session: PromptSession[str] = PromptSession(
        history=_history(), completer=ThreadedCompleter(_Words(store)), complete_while_typing=False
    )
    while True:
        try:
            line = session.prompt("graphload> ")
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
        if line.strip().lower() in _ENDS:
            return
        yield line


def _history() -> History:
    file = user_caches() / "graphload" / "history"
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.touch(mode=0o600)
    except OSError:  # a home that we may not write to
        return InMemoryHistory()
    return FileHistory(str(file))
