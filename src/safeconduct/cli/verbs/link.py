"""`safeconduct link`: who is the same person on several lists, judged by people, undone at will.

It depends on the linkage and on the folder that holds it; the lists are read anew each time, so
that no name is kept anywhere but in them.
A further thing to do with a linkage is one more word of `MODES` and one more function.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from safeconduct.cli.screen import TextTable
from safeconduct.cli.verb import Verb, json_option

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from safeconduct.cli.json_text import Json
    from safeconduct.cli.session import Session
    from safeconduct.link.clustering import Clustering
    from safeconduct.link.evaluate import Evaluation
    from safeconduct.link.judgement import Judgement
    from safeconduct.link.linking import Linkage
    from safeconduct.link.reliability import DrawsReliability

STAGE: Final = "look"
REVIEW: Final = "review"
EVALUATE: Final = "evaluate"
MODES: Final = (REVIEW, EVALUATE)
_MOST_ASKED: Final = 1_000_000
# What training did not manage, by its code; the model says what it concerns.
_DOUBTS: Final = {
    "not_converged": "Training did not settle; judge pairs by hand before using the clusters.",
    "comparison_not_trained": "The lists say too little to learn from; usual weights are taken:",
    "comparison_reversed": "Agreement speaks against a match, which is a sign of a mixed column:",
    "level_never_met": "No pair agrees in these ways; usual weights are taken for them:",
    "prior_far_off": "Far more or fewer pairs match than sure agreement would have it.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was typed; `mode` is "" where the lists are only linked."""

    mode: str
    lists: tuple[Path, ...]
    folder: Path
    duplicates: tuple[str, ...]
    ignored: tuple[str, ...]
    draws: int
    least: float
    most: int
    at_random: bool
    answers: Path | None
    labels: Path | None
    who: str
    seed: int
    as_json: bool


@click.command(
    cls=Verb,
    short_help="Find who is the same person on several lists.",
    example="safeconduct link ngo.csv press.csv court.csv -o linked",
)
@click.argument(
    "words",
    metavar="[review|evaluate] LISTS...",
    nargs=-1,
    required=True,
    help="A CSV each: id, name, born, place.",
)
@click.option(
    "-o",
    "folder",
    metavar="DIR",
    required=True,
    type=click.Path(path_type=Path),
    help="The folder of the linkage, new or an earlier one.",
)
@click.option("--duplicates", metavar="LIST", multiple=True, help="A list may hold people twice.")
@click.option("--ignore", "ignored", metavar="COLUMN", multiple=True, help="Leave it out.")
@click.option(
    "--draws", type=int, default=100, metavar="N", help="Linkages drawn; default 100, 0 none."
)
@click.option(
    "--least",
    type=float,
    default=0.5,
    metavar="P",
    help="Merge from this probability; default 0.5.",
)
@click.option(
    "--most", type=int, default=20, metavar="N", help="review: pairs to judge; default 20."
)
@click.option(
    "--random", "at_random", is_flag=True, help="review: linked pairs at random, to check."
)
@click.option(
    "--answers",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="review: take in a sheet that was filled.",
)
@click.option("--who", default="", metavar="NAME", help="review: your pseudonym.")
@click.option(
    "--labels",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="evaluate: pairs known to be one person or two.",
)
@click.option("--seed", type=int, default=1, metavar="N", help="Of what is drawn; default 1.")
@json_option
@click.pass_context
def run(context: click.Context, /, words: tuple[str, ...], **options: object) -> None:
    """Link lists of persons; then review pairs, and evaluate."""
    mode = words[0] if words[0] in MODES else ""
    lists = tuple(Path(word) for word in (words[1:] if mode else words))
    asked = Asked(mode=mode, lists=lists, **options)  # type: ignore[arg-type]  # click reads them
    session: Session = context.obj
    _refuse_ranges(asked, session)
    if len(lists) < 2:  # noqa: PLR2004  # Two lists are what a link is between.
        raise click.UsageError("Linking needs two lists or more.")
    if mode == REVIEW and asked.answers is not None:
        from safeconduct.cli import linkage_review

        linkage_review.take_in(asked.answers, asked=asked, session=session)
        return
    judgements = _judgements(asked)
    if mode == EVALUATE and asked.labels is None and not judgements:
        raise click.UsageError("evaluate needs --labels, or judgements in the folder.")
    linkage = _linked(asked, session)
    if mode == REVIEW:
        from safeconduct.cli import linkage_review

        linkage_review.review(linkage, judgements, asked=asked, session=session)
    elif mode == EVALUATE:
        _evaluate(linkage, judgements, asked=asked, session=session)
    else:
        _link(linkage, judgements, asked=asked, session=session)


def _refuse_ranges(asked: Asked, session: Session) -> None:
    """Refuse every option that is out of its range, all at once, with what is allowed.

    Raises:
        UsageError: a number is out of its range, or a pseudonym is none.
    """
    from safeconduct.link.draws import FEWEST_DRAWS
    from safeconduct.link.judgement import is_pseudonym

    say = session.say
    wrong = []
    if not 0 <= asked.least <= 1:
        wrong.append(say("--least takes a probability from 0 to 1."))
    if not 1 <= asked.most <= _MOST_ASKED:
        wrong.append(say("--most takes a number of pairs from 1 to {n}.", n=f"{_MOST_ASKED:,}"))
    if asked.draws and not FEWEST_DRAWS <= asked.draws <= _MOST_ASKED:
        wrong.append(
            say(
                "--draws takes 0, or a number of linkages from {least} to {most}.",
                least=FEWEST_DRAWS,
                most=f"{_MOST_ASKED:,}",
            )
        )
    if asked.seed < 0:
        wrong.append(say("--seed takes a whole number from 0."))
    # Here and not where it is written, which would be once for each judgement.
    if asked.who and not is_pseudonym(asked.who):
        wrong.append(say("--who takes small letters, digits and hyphens, such as q1."))
    if wrong:
        raise click.UsageError(" ".join(wrong))


def _linked(asked: Asked, session: Session) -> Linkage:
    from safeconduct.importers import person_lists
    from safeconduct.link.linking import link

    read = person_lists.read_lists(asked.lists, ignored=frozenset(asked.ignored))
    strangers = sorted({*asked.duplicates} - {each.name for each in read})
    if strangers:
        raise click.UsageError(f"--duplicates names no list: {', '.join(strangers)}.")
    persons = [person for each in read for person in each.persons]
    free = frozenset(each.name for each in read) - frozenset(asked.duplicates)
    with session.talk.working(session.say("Linking {n} lines …", n=len(persons))):
        return link(persons, duplicate_free=free, seed=asked.seed)


def _judgements(asked: Asked) -> tuple[Judgement, ...]:
    from safeconduct.exporters.linkage_folder import JUDGEMENTS
    from safeconduct.link import judgement

    return judgement.read(asked.folder / JUDGEMENTS)


def _link(
    linkage: Linkage, judgements: Sequence[Judgement], *, asked: Asked, session: Session
) -> None:
    from safeconduct.exporters.linkage_folder import write_linkage
    from safeconduct.link.clustering import cluster
    from safeconduct.link.draws import MOST_LISTS, draw_linkages
    from safeconduct.link.reliability import reliability

    clustering = cluster(linkage, judgements, least=asked.least)
    draws = None
    if asked.draws and len(asked.lists) <= MOST_LISTS:
        with session.talk.working(session.say("Drawing {n} linkages …", n=asked.draws)):
            draws = draw_linkages(
                linkage,
                judgements,
                lists=tuple(path.stem for path in asked.lists),
                n_draws=asked.draws,
                seed=asked.seed,
            )
    rows = write_linkage(linkage, clustering, draws=draws, folder=asked.folder)
    found = None if draws is None else reliability(linkage, draws)
    if asked.as_json:
        warnings = [] if found is None or not found.reasons else [_warning(found)]
        session.print_json({"folder": str(asked.folder), "rows": dict(rows), "warnings": warnings})
        return
    _tell(linkage, clustering, rows=rows, asked=asked, session=session)
    if found is not None and found.reasons:
        _warn(found, asked=asked, session=session)


def _tell(
    linkage: Linkage,
    clustering: Clustering,
    *,
    rows: Mapping[str, int],
    asked: Asked,
    session: Session,
) -> None:
    say, out = session.say, session.out
    clusters = clustering.ledger.clusters()
    out.paragraph(
        say(
            "{lines} lines are held to be {persons} persons; on two lines or more: {several}.",
            lines=len(linkage.persons),
            persons=len(clusters),
            several=sum(len(each) > 1 for each in clusters),
        )
    )
    held = len(clustering.contradictions)
    if held:
        out.paragraph(say("Merges held back, which contradict something: {n}.", n=held))
    for code in dict.fromkeys(check.code for check in linkage.model.checks):
        concerns = ", ".join(each.concerns for each in linkage.model.checks if each.code == code)
        out.paragraph(say(_DOUBTS.get(code, code)), first=f"{say('Doubt')}: ", indent="  ")
        out.paragraph(concerns, first="  ", indent="  ")
    out.line()
    out.table(
        TextTable(
            headings=(str(asked.folder), say("rows")),
            rows=[(name, str(number)) for name, number in rows.items()],
            numbers=frozenset({1}),
        )
    )
    out.line()
    out.paragraph(
        say(
            "Next: safeconduct link review {lists} -o {folder}, and then "
            "safeconduct estimate {folder}.",
            lists=" ".join(map(str, asked.lists)),
            folder=str(asked.folder),
        )
    )


def _warning(found: DrawsReliability) -> Json:
    from safeconduct.link.reliability import NEED_CHECKED_PAIRS

    return {
        "code": NEED_CHECKED_PAIRS,
        "reasons": list(found.reasons),
        "links": found.n_links,
        "in_doubt": found.n_in_doubt,
        "unseen_at_least": found.n_unseen,
        "pairs_to_check": found.n_to_check,
        "remedy": f"safeconduct link review LISTS... --random --most {found.n_to_check}",
    }


def _warn(found: DrawsReliability, *, asked: Asked, session: Session) -> None:
    """Say that the draws alone are no ground for a number, why, and what to do."""
    from safeconduct.link import reliability

    say, out = session.say, session.out
    why = {
        reliability.MANY_IN_DOUBT: say(
            "Pairs in doubt: {n}; links: about {links}.",
            n=found.n_in_doubt,
            links=found.n_links,
        ),
        reliability.OFF_THEIR_PROMISE: say(
            "The draws hold other shares of pairs than the weights say."
        ),
        reliability.LINKS_UNSEEN: say(
            "Some {n} links or more were never looked at.", n=found.n_unseen
        ),
    }
    out.line()
    out.paragraph(
        say("The drawn linkages are not to be trusted before pairs are checked by hand."),
        first=f"{say('Warning')} {reliability.NEED_CHECKED_PAIRS}: ",
        indent="  ",
        style="bold",
    )
    out.paragraph(" ".join(why[reason] for reason in found.reasons), first="  ", indent="  ")
    out.paragraph(
        say(
            "Check {n} linked pairs: safeconduct link review {lists} -o {folder} --random --most "
            "{n}; and as many pairs known to be one person: link evaluate --labels. Then: "
            "safeconduct estimate {folder} --checked.",
            n=found.n_to_check,
            lists=" ".join(map(str, asked.lists)),
            folder=str(asked.folder),
        ),
        first="  ",
        indent="  ",
    )


def _evaluate(
    linkage: Linkage, judgements: Sequence[Judgement], *, asked: Asked, session: Session
) -> None:
    from safeconduct.cli.linkage_review import labelled_pairs
    from safeconduct.link.clustering import cluster, line_of
    from safeconduct.link.evaluate import evaluate

    known = frozenset(map(line_of, linkage.persons))
    labels = labelled_pairs(asked.labels, judgements, known=known)
    # Judgements that serve as labels must not also make the clusters that they are held against.
    used = judgements if asked.labels else ()
    clusters = cluster(linkage, used, least=asked.least).ledger.clusters()
    found = {
        frozenset((left, right))
        for members in clusters
        for place, left in enumerate(members)
        for right in members[place + 1 :]
    }
    held = evaluate(found, labels)
    between = {"all": held.total} | {" – ".join(k): v for k, v in held.between.items()}
    if asked.as_json:
        session.print_json({name: _json(each) for name, each in between.items()})
        return
    say = session.say
    session.out.table(
        TextTable(
            headings=(say("lists"), say("right"), say("wrong"), say("missed"), *_FIGURES),
            rows=[
                (name, str(each.right), _wrong(each), str(each.missed), *_shares(each))
                for name, each in between.items()
            ],
            numbers=frozenset({1, 2, 3}),
        )
    )
    session.out.line()
    if asked.labels is None:
        # Pairs of the review were chosen because they were doubtful.
        session.out.paragraph(
            say("These pairs were chosen to teach, not at random: no rate follows from them.")
        )
        return
    session.out.paragraph(_next(held.total, asked.folder, session))


def _next(total: Evaluation, folder: Path, session: Session) -> str:
    """Say how the numbers are given to `estimate`, and what they cannot say."""
    true = f"{total.right + total.missed},{total.right}"
    if total.knows_wrong:
        return session.say(
            "For pairs drawn at random: safeconduct estimate {folder} --checked {numbers}.",
            folder=str(folder),
            numbers=f"{true},{total.right + total.wrong},{total.right}",
        )
    return session.say(
        "No label says that two lines are two persons, so that nothing is known of false links. "
        "Judge linked pairs drawn by link review --random; then: safeconduct estimate {folder} "
        "--checked {numbers}.",
        folder=str(folder),
        numbers=f"{true},LINKED,RIGHT",
    )


_FIGURES: Final = ("precision", "recall", "F1")


def _wrong(each: Evaluation) -> str:
    return str(each.wrong) if each.knows_wrong else "–"


def _shares(each: Evaluation) -> tuple[str, ...]:
    return tuple(
        "–" if share.value is None else f"{share.value:.3f} ({share.low:.3f}–{share.high:.3f})"
        for share in (each.precision, each.recall, each.f1)
    )


def _json(each: Evaluation) -> Json:
    figures = {"precision": each.precision, "recall": each.recall, "f1": each.f1}
    return {
        "right": each.right,
        "wrong": each.wrong if each.knows_wrong else None,
        "missed": each.missed,
        **{
            name: {"value": share.value, "low": share.low, "high": share.high}
            for name, share in figures.items()
        },
    }
