"""Measures how plain the pathways and the questions are, in English and in Russian.

It depends on the responses of the package and on the standard library; a measure is a count of
words, sentences and syllables, and no judge of whether a text is right or kind.
A new kind of text is one more `Kind`, with what it takes from its files and what it must keep.

The ease is Flesch's (R. Flesch, A New Readability Yardstick, 1948, 206.835 - 1.015 words a
sentence - 84.6 syllables a word) and for Russian that of I. V. Oborneva (2006, with 1.3 and 60.1),
who fitted it so that both languages share the scale. English syllables are counted by groups of
vowels, which is right for about nine words in ten; Russian ones are exact, one vowel each.
"""

import re
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from safeconduct.respond.indicator import indicators
from safeconduct.respond.pathway import pathways

Texts = list[Mapping[str, str]]
LANGUAGES = ("en", "ru")
WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
SENTENCE = re.compile(r"[.!?…]+[»”\"')]*(?:\s+|$)")
RUSSIAN_VOWEL = re.compile(r"[аеёиоуыэюя]")
LATIN_VOWELS = re.compile(r"[aeiouy]+")
# Weights of words a sentence and of syllables a word.
WEIGHTS = {"en": (1.015, 84.6), "ru": (1.3, 60.1)}
# A word of so many syllables counts as long.
LONG = {"en": 3, "ru": 4}
# Flesch's own table: from this ease on, a pupil of this age reads it without help.
AGES = ((90, "10-11"), (80, "11-12"), (70, "12-13"), (60, "13-15"), (50, "15-18"))
GROWN = "18+"
# Flesch asks for samples of a hundred words; of fewer, one long name decides.
SAMPLE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What the counting of some texts of one language gave."""

    n_words: int
    words_a_sentence: float
    longest_sentence: str
    longest: int
    long_share: float
    ease: float

    @property
    def age(self) -> str:
        """The age from which the text is read with ease, by Flesch's table."""
        return next((age for least, age in AGES if self.ease >= least), GROWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a text of one language must keep; the ease only where the sample is large enough."""

    words_a_sentence: float
    longest: int
    ease: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of text: what it is called, where it stands, and its limits by language."""

    name: str
    texts: Callable[[], Mapping[str, Texts]]
    limits: Mapping[str, Limits]


def measured(texts: Iterable[str], *, language: str) -> Measure:
    """Count words, sentences and syllables of texts, of which at least one has a word."""
    sentences = [each for text in texts for each in SENTENCE.split(text) if WORD.search(each)]
    lengths = [len(WORD.findall(each)) for each in sentences]
    beats = [syllables(word) for each in sentences for word in WORD.findall(each)]
    mean_length, mean_beats = sum(lengths) / len(lengths), sum(beats) / len(beats)
    a_sentence, a_word = WEIGHTS[language]
    return Measure(
        n_words=len(beats),
        words_a_sentence=mean_length,
        longest_sentence=max(sentences, key=lambda each: len(WORD.findall(each))),
        longest=max(lengths),
        long_share=sum(each >= LONG[language] for each in beats) / len(beats),
        ease=206.835 - a_sentence * mean_length - a_word * mean_beats,
    )


def syllables(word: str) -> int:
    """Count the syllables of one word, by its own script; a number is one."""
    lowered = word.lower()
    russian = len(RUSSIAN_VOWEL.findall(lowered))
    if russian:
        return russian
    groups = len(LATIN_VOWELS.findall(lowered))
    # A final e is silent, and so is that of a past tense, except after t and d.
    if re.search(r"[^aeiouyl]e$|[^aeiouytd]ed$|[aeiouy]le$", lowered):
        groups -= 1
    return max(1, groups)


def complaints(measure: Measure, limits: Limits) -> list[str]:
    """Say which limits a measure breaks, in words."""
    found = []
    if measure.words_a_sentence > limits.words_a_sentence:
        found.append(f"{measure.words_a_sentence:.1f} words a sentence")
    if measure.longest > limits.longest:
        found.append(f"{measure.longest} words in: {measure.longest_sentence}")
    if measure.n_words >= SAMPLE and measure.ease < limits.ease:
        found.append(f"an ease of {measure.ease:.0f}")
    return found


def steps() -> Mapping[str, Texts]:
    """Give what each pathway says of the situation and of what to do."""
    return {
        each.id: [each.plain, *(step.text for step in each.steps)] for each in pathways().values()
    }


def costs() -> Mapping[str, Texts]:
    """Give what each pathway says of the cost of its steps."""
    return {
        each.id: [part for step in each.steps for part in (step.risk, step.lower, step.not_when)]
        for each in pathways().values()
    }


def questions() -> Mapping[str, Texts]:
    """Give what each indicator asks the person, and asks whoever asks on duty."""
    return {each.id: [each.ask, each.ask_worker] for each in indicators().values()}


def answers() -> Mapping[str, Texts]:
    """Give what a person reads after a yes."""
    return {
        each.id: [part for part in (each.everyday, each.advice, each.note_down, each.whom) if part]
        for each in indicators().values()
    }


KINDS = (
    Kind(
        name="pathways: what to do",
        texts=steps,
        limits={
            "en": Limits(words_a_sentence=12, longest=20, ease=75),
            "ru": Limits(words_a_sentence=10, longest=18, ease=45),
        },
    ),
    Kind(
        name="pathways: what it can cost",
        texts=costs,
        limits={
            "en": Limits(words_a_sentence=12, longest=24, ease=75),
            "ru": Limits(words_a_sentence=10, longest=20, ease=45),
        },
    ),
    # A question is one sentence that names several things: longer, and too short a sample.
    Kind(
        name="recognise: questions",
        texts=questions,
        limits={
            "en": Limits(words_a_sentence=28, longest=30, ease=70),
            "ru": Limits(words_a_sentence=24, longest=30, ease=55),
        },
    ),
    Kind(
        name="recognise: what a yes brings",
        texts=answers,
        limits={
            "en": Limits(words_a_sentence=16, longest=26, ease=70),
            "ru": Limits(words_a_sentence=14, longest=22, ease=55),
        },
    ),
)
BROKEN = "  <- "
HEAD = (
    f"  {'':34}{'words':>6}{'a sentence':>12}{'longest':>9}{'long words':>12}{'ease':>6}{'age':>8}"
)


def measures(kind: Kind, language: str) -> Mapping[str, Measure]:
    """Measure every file of a kind, and at the end all of them as one text."""
    by_file = {name: [each[language] for each in texts] for name, texts in kind.texts().items()}
    by_file[f"all {len(by_file)}"] = [text for texts in by_file.values() for text in texts]
    return {name: measured(texts, language=language) for name, texts in by_file.items()}


def table(kind: Kind, language: str) -> list[str]:
    """Write one line for every measure of a kind, with the limits that it breaks."""
    lines = [f"{kind.name}, {language}", HEAD]
    for name, measure in measures(kind, language).items():
        broken = complaints(measure, kind.limits[language])
        lines.append(line(name, measure) + "".join(f"{BROKEN}{each}" for each in broken))
    return lines


def line(name: str, measure: Measure) -> str:
    """Write one line of the table."""
    return (
        f"  {name:34}{measure.n_words:>6}{measure.words_a_sentence:>12.1f}{measure.longest:>9}"
        f"{measure.long_share:>12.0%}{measure.ease:>6.0f}{measure.age:>8}"
    )


def main() -> int:
    """Print the measures of every kind in both languages; fail where a limit is broken."""
    lines = [each for kind in KINDS for language in LANGUAGES for each in table(kind, language)]
    print("\n".join(lines))
    return 1 if any(BROKEN in each for each in lines) else 0


if __name__ == "__main__":
    sys.exit(main())
