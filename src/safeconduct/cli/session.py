"""A session: the settings, words and streams with which one call of the command line works.

It depends on the settings, the words and the screens.
Every verb receives it; what all verbs need and none should make is one more field here.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safeconduct.cli.json_text import json_text
from safeconduct.cli.screen import screen_for
from safeconduct.cli.talk import Talk
from safeconduct.cli.words import words_in

if TYPE_CHECKING:
    from safeconduct.cli.json_text import Json
    from safeconduct.cli.screen import Screen
    from safeconduct.cli.words import Words
    from safeconduct.config import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One call: settings in force, the language, stdout for the answer, stderr for talk."""

    settings: Settings
    words: Words
    out: Screen
    talk: Talk

    @property
    def language(self) -> str:
        """The language in which this session speaks."""
        return self.words.language

    def say(self, message: str, /, **values: str | int) -> str:
        """Translate a message and put the values into its places."""
        return self.words.say(message, **values)

    def print_json(self, value: Json) -> None:
        """Answer with JSON."""
        print(json_text(value), file=self.out.stream)


def session_with(settings: Settings) -> Session:
    """Open a session on the streams of the process."""
    return Session(
        settings=settings,
        words=words_in(settings.language),
        out=screen_for(sys.stdout),
        talk=Talk(screen_for(sys.stderr)),
    )
