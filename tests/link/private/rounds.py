"""Whole rounds of an overlap among invented organisations, for tests of every part of it.

It depends on `link.private` only.
A further way to go round is one more function here.
"""

from collections import Counter

from safeconduct.link.private import pair, ring
from safeconduct.link.private.agreement import FEWEST_KEYS, LIBRARY, RING, Agreement
from safeconduct.link.private.key_set import KeySet

FILLERS = FEWEST_KEYS  # so many keys of its own make any list large enough


def agreed(*sizes, method=RING, key="as-written"):
    names = [f"list-{at}" for at in range(len(sizes))]
    lists = {name: max(size, FEWEST_KEYS) for name, size in zip(names, sizes, strict=True)}
    return Agreement(epoch="2031-1", lists=lists, counted_by=names[0], key=key, method=method)


def key_set(keys):
    return KeySet(keys=tuple(sorted(keys)))


def filled(sets):
    """Let every list have enough keys that nobody else has."""
    return [{f"{at} alone {n}" for n in range(FILLERS)} | set(one) for at, one in enumerate(sets)]


def in_clear(sets):
    """The plain count of patterns: what the masked one has to be."""
    codes = Counter(key for one in sets for key in one)
    found = Counter(sum(1 << at for at, one in enumerate(sets) if key in one) for key in codes)
    return dict(sorted(found.items()))


def begun(sets, terms=None):
    """Begin for everybody: the agreement, the kept parts by name, the first letters."""
    terms = terms or agreed(*map(len, sets))
    both = [
        ring.begin(terms, name=name, keys=key_set(one))
        for name, one in zip(terms.names, sets, strict=True)
    ]
    return terms, {part.name: part for part, _ in both}, [letter for _, letter in both]


def round_of(sets):
    """Go round the ring; return the agreement, the counts, the parts and every letter."""
    terms, parts, letters = begun(sets)
    sent = list(letters)
    for _ in range(len(sets) - 1):
        letters = [passed_on(letter, terms, parts) for letter in letters]
        sent.extend(letters)
    return terms, ring.pattern_counts(letters, terms), parts, sent


def passed_on(letter, terms, parts):
    to = ring.goes_to(letter, terms)
    parts[to], onwards = ring.answer(letter, terms, part=parts[to])
    return onwards


def pair_of(ours, theirs):
    """Let two lists meet by the library; return agreement, counts, parts and every letter."""
    terms = agreed(len(ours), len(theirs), method=LIBRARY)
    asking, request = pair.begin(terms, name="list-0", keys=key_set(ours))
    offering, setup = pair.begin(terms, name="list-1", keys=key_set(theirs))
    offering, response = pair.answer(request, terms, part=offering)
    counts = pair.pattern_counts(setup, response, agreement=terms, part=asking)
    return terms, counts, (asking, offering), [request, setup, response]
