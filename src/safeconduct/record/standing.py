"""Standing: how well an incident is supported, derived with reasons that can be printed.

It depends on the records, `account` and `values`.
The rules stand here, in one place, in the order in which they are asked;
`docs/reference/standing.md` repeats them for readers.
Better rules are welcome, with a decision record.

1. refuted: a decision with a reason says that it did not happen.
2. unsupported: nobody ever supported it. retracted: it had support and none is left.
3. established: a strong voice reports it, and a court of a third state, a finding against the
   finder's own interest, an admission of the accused, or evidence verified in the house says so.
   Opposition then shows as "disputed by".
4. contested: a credible voice that is no organ of an accused state opposes it, and no decision
   settles it.
5. corroborated: two or more independent strong voices. reported: one. alleged: weak support only.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from safeconduct.record.account import OPPOSES, SUPPORTS, Account, accounts
from safeconduct.record.decision import DID_NOT_OCCUR
from safeconduct.record.sentence import Sentence
from safeconduct.record.tables import OCCURRENCE
from safeconduct.record.values import DECIDED, FieldValue, adopt
from safeconduct.record.voice import Voices

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from safeconduct.record.corpus import Corpus
    from safeconduct.record.decision import Decision


class Standing(IntEnum):
    """The ordered scale; the first three stand in no bound of any count."""

    REFUTED = 0
    UNSUPPORTED = 1
    RETRACTED = 2
    CONTESTED = 3
    ALLEGED = 4
    REPORTED = 5
    CORROBORATED = 6
    ESTABLISHED = 7

    @property
    def word(self) -> str:
        """Its name as pages and data show it."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What the statements about one incident come to: its standing with reasons, and its values.

    voices: the independent strong voices. disputed_by: credible voices that oppose it and are not
        the accused's.
    denied_by: every voice that denies it, the accused included; a denial by the accused lowers
        nothing.
    accused: the states whose organs a statement that copies none names as actor or director.
    """

    incident: str
    standing: Standing
    reasons: tuple[Sentence, ...]
    voices: tuple[str, ...]
    disputed_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    accused: frozenset[str]
    accounts: tuple[Account, ...]
    values: Mapping[str, FieldValue]


def assess(corpus: Corpus) -> Mapping[str, Assessment]:
    """Assess every incident of a corpus, in the order of its table."""
    voices = Voices(corpus)
    return {
        identifier: assess_incident(corpus, identifier, voices=voices)
        for identifier in corpus.incidents
    }


def assess_incident(corpus: Corpus, incident: str, *, voices: Voices) -> Assessment:
    """Assess one incident of a corpus; `voices` are those of the same corpus."""
    read = accounts(corpus.statements_on[incident], voices)
    decisions = corpus.decisions_on[incident]
    occurrence = decisions.get(OCCURRENCE)
    values = adopt(read, decisions)
    live = [account for account in read if account.role == SUPPORTS and account.is_live]
    accused = _accused(live, values)
    strong = _names(account for account in live if account.is_strong)
    denials = [account for account in read if account.role == OPPOSES and account.is_live]
    disputes = _names(
        account
        for account in denials
        if account.provenance.is_credible and not account.provenance.organs & accused
    )
    standing, reasons = _standing(
        read, occurrence, strong=strong, disputes=disputes, accused=accused
    )
    return Assessment(
        incident=incident,
        standing=standing,
        reasons=(
            *reasons,
            *_remarks(read, occurrence, denials=denials, disputes=disputes, standing=standing),
        ),
        voices=strong,
        disputed_by=disputes,
        denied_by=_names(denials),
        accused=accused,
        accounts=read,
        values=values,
    )


def _standing(
    read: tuple[Account, ...],
    occurrence: Decision | None,
    *,
    strong: tuple[str, ...],
    disputes: tuple[str, ...],
    accused: frozenset[str],
) -> tuple[Standing, tuple[Sentence, ...]]:
    if occurrence is not None and occurrence.value == DID_NOT_OCCUR:
        return Standing.REFUTED, (
            Sentence("A decision says that it did not happen: {reason}", reason=occurrence.reason),
        )
    supporting = [account for account in read if account.role == SUPPORTS]
    live = [account for account in supporting if account.is_live]
    if not supporting:
        return Standing.UNSUPPORTED, (Sentence("No statement says that it happened."),)
    if not live:
        return Standing.RETRACTED, _why_retracted(supporting)
    established = _grounds(live, accused) if strong else ()
    if established:
        return Standing.ESTABLISHED, (_support(strong), *established)
    return _by_voices(strong, disputes if occurrence is None else ())


def _by_voices(
    strong: tuple[str, ...], disputes: tuple[str, ...]
) -> tuple[Standing, tuple[Sentence, ...]]:
    if disputes:
        return Standing.CONTESTED, (
            Sentence(
                "A credible voice that is not the accused's denies it: {voices}.",
                voices=_listed(disputes),
            ),
        )
    if not strong:
        return Standing.ALLEGED, (
            Sentence(
                "Only weak support: allegations, low grades, or compilations without a voice of "
                "their own."
            ),
        )
    return (Standing.CORROBORATED if len(strong) > 1 else Standing.REPORTED), (_support(strong),)


def _support(strong: tuple[str, ...]) -> Sentence:
    if len(strong) == 1:
        return Sentence("One strong voice reports it: {voices}.", voices=strong[0])
    return Sentence(
        "{number} independent strong voices report it: {voices}.",
        number=len(strong),
        voices=_listed(strong),
    )


def _why_retracted(supporting: list[Account]) -> tuple[Sentence, ...]:
    withdrawn = _names(account for account in supporting if account.withdrawn)
    fallen = _names(account for account in supporting if account.fallen)
    reasons = [
        Sentence("Every voice that said so has withdrawn it: {voices}.", voices=_listed(withdrawn))
    ]
    if fallen:
        reasons.append(
            Sentence(
                "Reports that only repeated it fall with it: {voices}.", voices=_listed(fallen)
            )
        )
    return tuple(reasons)


def _grounds(live: list[Account], accused: frozenset[str]) -> tuple[Sentence, ...]:
    """The grounds on which it is established; a copy of a statement adds none of its own."""
    grounds = (
        _ground(account, accused)
        for account in live
        if account.is_strong and not account.repeats_another
    )
    return tuple(sorted({ground for ground in grounds if ground}, key=str))


def _ground(account: Account, accused: frozenset[str]) -> Sentence | None:
    basis, by = account.statement.basis, account.statement.basis_by or ""
    if basis == "verified-evidence":
        return Sentence("Evidence for it is verified in the house.")
    if basis == "admission" and by in accused:
        return Sentence("The accused state, {state}, admits it.", state=by)
    if basis == "register-entry" and by in accused:
        return Sentence(
            "The acting state's own register, of {state}, shows it; what a register says of its "
            "reasons is not shown.",
            state=by,
        )
    return _finding(account, by)


def _finding(account: Account, by: str) -> Sentence | None:
    basis = account.statement.basis
    against_itself = account.statement.basis_against == by
    if basis == "official-finding" and against_itself:
        return Sentence(
            "An official finding of {state} says so, against that state's own interest.", state=by
        )
    if basis == "court-finding" and against_itself:
        return Sentence("A court of {state} finds it, against that state's own interest.", state=by)
    if basis == "court-finding" and _is_third_state(by, account):
        return Sentence("A court of a third state, {state}, finds it.", state=by)
    return None


def _is_third_state(state: str, account: Account) -> bool:
    """A third state is accused of nothing here; without an origin nobody can tell."""
    origin = account.values["origin"]
    return isinstance(origin, str) and state != origin and state not in accused_by(account)


def accused_by(account: Account) -> frozenset[str]:
    """The states whose organs one statement names as actor or director, origin or host."""
    values = account.values
    named = {values["actor_organ_of"]}
    if values["attribution"] in ("state-organ", "state-directed"):
        named.add(values["origin"])
    hosts = values["hosts"]
    if values["attribution"] == "host-state-organ" and isinstance(hosts, tuple):
        named.update(hosts)
    return frozenset(state for state in named if isinstance(state, str))


def _accused(live: list[Account], values: Mapping[str, FieldValue]) -> frozenset[str]:
    # A copy accuses nobody by itself: else it could raise a standing by taking a denial its weight.
    first_hand = (account for account in live if not account.repeats_another)
    named = frozenset().union(*map(accused_by, first_hand))
    decided = values["actor_organ_of"]
    is_decided = decided.strength == DECIDED and isinstance(decided.value, str)
    return named | (frozenset({str(decided.value)}) if is_decided else frozenset())


def _remarks(
    read: tuple[Account, ...],
    occurrence: Decision | None,
    *,
    denials: list[Account],
    disputes: tuple[str, ...],
    standing: Standing,
) -> tuple[Sentence, ...]:
    remarks = []
    if occurrence is not None and standing is not Standing.REFUTED:
        remarks.append(
            Sentence("A decision says that it happened: {reason}", reason=occurrence.reason)
        )
    if disputes and standing > Standing.CONTESTED:
        remarks.append(Sentence("Disputed by {voices}.", voices=_listed(disputes)))
    powerless = _names(account for account in denials if account.voice not in disputes)
    if powerless:
        remarks.append(
            Sentence(
                "Denied by {voices}; this denial by itself lowers nothing.",
                voices=_listed(powerless),
            )
        )
    withdrawn = _names(account for account in read if account.withdrawn)
    if withdrawn and standing is not Standing.RETRACTED:
        remarks.append(Sentence("Withdrawn by its own voice: {voices}.", voices=_listed(withdrawn)))
    return tuple(remarks)


def _names(read: Iterable[Account]) -> tuple[str, ...]:
    return tuple(sorted({account.voice for account in read if account.voice}))


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "–"
