"""Talk: what goes to stderr while a verb works, so that stdout holds nothing but the answer.

It depends on the screen; rich turns a spinner where a person watches.
Long work goes inside `working`; what must be said in any case goes through `say`.
"""

from __future__ import annotations

from contextlib import contextmanager
from threading import Timer
from time import monotonic
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from safeconduct.cli.screen import Screen

Progress: TypeAlias = "Callable[[int, int], None]"

# Seconds. Work that takes no longer needs no explanation in a log.
PATIENCE: Final = 1.0
# Seconds between two lines about the same work, where nobody sees a spinner.
PAUSE: Final = 10.0


class Talk:
    """What is said to the person while the answer is prepared."""

    def __init__(self, screen: Screen, *, patience: float = PATIENCE, pause: float = PAUSE) -> None:
        """Keep the screen on stderr and how long work stays silent, at first and later."""
        self.screen = screen
        self._patience = patience
        self._pause = pause

    def say(self, text: str) -> None:
        """Say a line."""
        self.screen.paragraph(text)

    @contextmanager
    def working(self, text: str) -> Iterator[None]:
        """Say what is being done: at once on a terminal, elsewhere if it takes long."""
        if self.screen.is_terminal:
            from rich.console import Console
            from rich.text import Text

            with Console(file=self.screen.stream).status(Text(text)):
                yield
            return
        reminder = Timer(self._patience, self.say, (text,))
        reminder.daemon = True
        reminder.start()
        try:
            yield
        finally:
            reminder.cancel()

    @contextmanager
    def counting(self, text: str) -> Iterator[Progress]:
        """Say how far work is: `progress(done, total)` may be called as often as it likes."""
        if self.screen.is_terminal:
            from rich.console import Console
            from rich.text import Text

            with Console(file=self.screen.stream).status(Text(text)) as status:
                yield lambda done, total: status.update(Text(f"{text} {done} / {total}"))
            return
        said_at = monotonic()

        def progress(done: int, total: int) -> None:
            nonlocal said_at
            if monotonic() - said_at > self._pause:
                said_at = monotonic()
                self.say(f"{text} {done} / {total}")

        yield progress
