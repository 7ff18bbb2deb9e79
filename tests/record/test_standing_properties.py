"""What holds of standing in every corpus: corroboration never lowers it, copying never raises it.

It depends on generated corpora.
A new law of standing is one more property here.
"""

from hypothesis import assume, given
from hypothesis import strategies as st

from safeconduct.record.account import SUPPORTS
from safeconduct.record.corpus import Corpus
from safeconduct.record.source import Source
from safeconduct.record.standing import Standing, assess
from safeconduct.record.statement import Statement
from tests.record.strategies import (
    PATIENT,
    STATES,
    SUPPORTING,
    THOROUGH,
    corpora,
    grounds,
    one_of,
    some_of,
    values,
    with_more,
)

SMALL = corpora(most_incidents=1, most_statements=6)


@st.composite
def newcomers(draw, *, after=()):
    """Draw a source that no source of the corpus repeats."""
    return Source(
        id="newcomer",
        kind="press",
        locator_state="no-locator",
        reliability=draw(one_of(*"ABC")),
        publisher="Newcomer",
        derived_from=after,
        organ_of=draw(one_of(None, None, *STATES)),
    )


def standing(corpus: Corpus) -> Standing:
    return assess(corpus)["i0"].standing


@THOROUGH
@given(corpus=SMALL, source=newcomers(), also=st.data())
def test_a_new_independent_strong_voice_never_lowers_a_standing(corpus, source, also):
    statement = Statement(
        id="new",
        source="newcomer",
        incident="i0",
        mode=also.draw(one_of("asserts", "reports", "confirms")),
        credibility=also.draw(one_of(None, 1, 3)),
        **also.draw(grounds()),
        **also.draw(values()),
    )

    assert standing(with_more(corpus, source=source, statement=statement)) >= standing(corpus)


@THOROUGH
@given(corpus=SMALL, also=st.data())
def test_a_statement_of_a_dependent_source_never_raises_a_standing(corpus, also):
    repeated = also.draw(supporting_sources(corpus))
    others = also.draw(some_of(*corpus.sources, most=1))
    source = also.draw(newcomers(after=tuple(sorted({repeated, *others}))))
    statement = also.draw(copies(source="newcomer"))

    assert standing(with_more(corpus, source=source, statement=statement)) <= standing(corpus)


@THOROUGH
@given(corpus=SMALL, also=st.data())
def test_a_passage_that_quotes_a_supporting_source_never_raises_a_standing(corpus, also):
    repeated = also.draw(supporting_sources(corpus))
    quoting = also.draw(one_of(*sorted(set(corpus.sources) - {repeated}), "newcomer"))
    statement = also.draw(copies(source=quoting, derived_from=(repeated,)))
    source = also.draw(newcomers())

    assert standing(with_more(corpus, source=source, statement=statement)) <= standing(corpus)


@st.composite
def supporting_sources(draw, corpus):
    """Draw a source that supports the incident, and is not the copy of anything withdrawn."""
    speaking = sorted(
        {
            account.statement.source
            for account in assess(corpus)["i0"].accounts
            if account.role == SUPPORTS and account.is_live
        }
    )
    assume(speaking)
    return draw(one_of(*speaking))


@st.composite
def copies(draw, /, **cells):
    """Draw a supporting statement without a basis of its own."""
    return Statement(
        **{
            "id": "copy",
            "incident": "i0",
            "mode": draw(one_of(*SUPPORTING)),
            "credibility": draw(one_of(None, 1)),
            **draw(values()),
            **cells,
        }
    )


@THOROUGH
@given(corpus=corpora(), order=st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(corpus, order):
    shuffled = Corpus.of(
        masthead=corpus.masthead,
        sources=order.sample(list(corpus.sources.values()), len(corpus.sources)),
        statements=order.sample(list(corpus.statements.values()), len(corpus.statements)),
        incidents=order.sample(list(corpus.incidents.values()), len(corpus.incidents)),
        figures=order.sample(list(corpus.figures.values()), len(corpus.figures)),
        decisions=order.sample(list(corpus.decisions.values()), len(corpus.decisions)),
    )

    assert shuffled.digest == corpus.digest
    assert told(shuffled) == told(corpus)


def told(corpus: Corpus) -> dict[str, tuple[object, ...]]:
    """Say everything that an assessment says, the accounts by their statements."""
    return {
        identifier: (
            assessment.standing,
            assessment.reasons,
            assessment.voices,
            assessment.disputed_by,
            assessment.denied_by,
            assessment.accused,
            dict(assessment.values),
            {
                account.statement.id: (
                    account.role,
                    account.withdrawn,
                    account.fallen,
                    account.is_strong,
                    account.repeats_another,
                    account.voice,
                    dict(account.values),
                )
                for account in assessment.accounts
            },
        )
        for identifier, assessment in assess(corpus).items()
    }


@PATIENT
@given(corpus=corpora())
def test_a_standing_says_no_more_than_its_voices_carry(corpus):
    for assessment in assess(corpus).values():
        if assessment.standing is Standing.CORROBORATED:
            assert len(assessment.voices) >= 2
        if assessment.standing >= Standing.REPORTED:
            assert assessment.voices
        if assessment.standing in (Standing.RETRACTED, Standing.UNSUPPORTED):
            assert not assessment.voices
        assert assessment.reasons
        assert all("{" not in str(reason) for reason in assessment.reasons)
