"""Finds who pays and who is paid."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from desktop.core.claims.clauses import Clauses, Name
from desktop.core.claims.naming import same_name
from desktop.core.lexicon import Transfer

_REACH = 16
_FAR_REACH = 24


class Parties(NamedTuple):
    """Payer and payee as a sentence states them, None where it does not.

    partners: names behind "with". bystanders: other names that may be the subject.
    foreign: whether somebody without a name is paid ("pays its chief executive").
    """

    payer: str | None = None
    payee: str | None = None
    partners: tuple[str, ...] = ()
    bystanders: tuple[str, ...] = ()
    foreign: bool = False


def parties_of(clauses: Clauses, first: int, end: int) -> Parties:
    """The parties of the payment whose amount takes the tokens `first` to `end`."""
    payer: str | None = None
    payee: str | None = None
    for index, transfer in _transfers(clauses, first, end):
        got_payer, got_payee = _roles(clauses, index, transfer)
        if payer is None and not same_name(got_payer, payee):
            payer = got_payer
        if payee is None and not same_name(got_payee, payer):
            payee = got_payee
        if payer and payee:
            break
    foreign = any(_pays_another(clauses, index, first) for index, _ in _transfers(clauses, first, end)[:1])
    return Parties(payer, payee, *_others(clauses, first, (payer, payee)), foreign)


def _transfers(clauses: Clauses, first: int, end: int) -> list[tuple[int, Transfer]]:
    """The transfer words around an amount, nearest first."""
    low, high = max(0, first - _REACH), min(len(clauses.tokens), end + _REACH)
    near = []
    for index in range(low, high):
        transfers = clauses.lexicon.transfers
        transfer = transfers.get(clauses.tokens[index].lower) or transfers.get(clauses.stems[index])
        if transfer is None or clauses.is_taken(index) or clauses.name_at(index) is not None:
            continue
        gap = first - index if index < first else index - end + 1
        crossed = len(clauses.figures_between(index, first))
        near.append((gap + 2 * clauses.barriers(index, first if index < first else end) + 4 * crossed, index, transfer))
    return [(index, transfer) for _, index, transfer in sorted(near, key=lambda row: row[:2])]


def _roles(clauses: Clauses, index: int, transfer: Transfer) -> tuple[str | None, str | None]:
    """Payer and payee as one verb or noun distributes them."""
    grammar, roles = clauses.lexicon.grammar, dict[str, str]()
    passive = _is_passive(clauses, index)
    if passive and transfer.by:
        # "Globex is paid $15 billion by Acme": the subject is what the object would be
        _put(roles, transfer.object or _other(transfer.subject), _subject(clauses, index))
    elif transfer.subject:
        _put(roles, transfer.subject, _subject(clauses, index))
    if not roles and not passive and transfer.subject in ("", "payer"):
        possessor = next(
            (name for name in clauses.names_near(index) if name.possessive and 0 < index - name.end + 1 <= 5), None
        )
        if possessor is not None:
            _put(roles, "payer", possessor)
    if transfer.object and not passive:
        _put(roles, transfer.object, clauses.name_after(index + 1, 2))
    for at in range(index + 1, min(len(clauses.tokens), index + 18)):
        word = clauses.tokens[at].lower
        if word == "according" or (word in grammar["relatives"] and at > index + 3):
            break
        role = transfer.prepositions.get(word) or (transfer.by if word == "by" else None)
        if role is not None and role not in roles and clauses.stems[at - 1] not in grammar["hearsay"]:
            _put(roles, role, clauses.name_after(at + 1))
    if transfer.turned_by and any(
        clauses.tokens[at].lower == transfer.turned_by and clauses.name_after(at + 1) is not None
        for at in range(index + 1, min(len(clauses.tokens), index + 18))
    ):
        return roles.get("payee"), roles.get("payer")
    return roles.get("payer"), roles.get("payee")


def _pays_another(clauses: Clauses, index: int, first: int) -> bool:
    """Whether a possessive stands between the verb and the amount: "pays its chief executive $2 million"."""
    between = [token.lower for token in clauses.tokens[index + 1 : first]]
    return len(between) >= 2 and between[0] in clauses.lexicon.grammar["possessives"]


def _other(role: str) -> str:
    return {"payer": "payee", "payee": "payer"}.get(role, "")


def _put(roles: dict[str, str], role: str, name: Name | None) -> None:
    if (
        name is not None
        and role
        and role not in roles
        and not any(same_name(name.text, known) for known in roles.values())
    ):
        roles[role] = name.text


def _is_passive(clauses: Clauses, index: int) -> bool:
    grammar, word = clauses.lexicon.grammar, clauses.tokens[index].lower
    if not (word.endswith("ed") or word in grammar["irregular_participles"]):
        return False
    return any(clauses.tokens[at].lower in grammar["being"] for at in range(max(0, index - 3), index)) and not any(
        clauses.tokens[at].lower in grammar["having"] and clauses.tokens[at + 1].lower not in grammar["being"]
        for at in range(max(0, index - 3), index)
    )


def _subject(clauses: Clauses, index: int) -> Name | None:
    """The nearest name in front of a verb that stands free: in no aside, behind no preposition.

    In front of a participle behind a comma ("…, paying …") it is the first of the sentence: its subject pays.
    """
    tokens = clauses.tokens
    participle = tokens[index].lower.endswith("ing") and index > 0 and tokens[index - 1].text == ","
    nearest: Name | None = None
    for name in reversed(clauses.names_near(index)):
        if name.end > index or clauses.in_aside(name.first) != clauses.in_aside(index):
            continue
        before = name.first - 1
        while before >= 0 and clauses.tokens[before].lower in clauses.lexicon.grammar["articles"]:
            before -= 1
        if before >= 0 and clauses.tokens[before].lower in clauses.lexicon.grammar["governors"]:
            continue
        if name.possessive:
            continue
        if index - name.end > _FAR_REACH:
            break
        nearest = name
        if not participle:
            break
    return nearest


def _others(
    clauses: Clauses, first: int, known: tuple[str | None, str | None]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names behind "with", and free subjects, of a deal that names no verb of paying."""
    partners: list[str] = []
    bystanders: list[str] = []
    for name in clauses.names_near(first):
        if any(same_name(name.text, other) for other in (*known, *partners, *bystanders)):
            continue
        if name.first and clauses.tokens[name.first - 1].lower == "with":
            partners.append(name.text)
        elif abs(name.first - first) < _REACH and not clauses.in_aside(name.first):
            bystanders.append(name.text)
    return tuple(partners), tuple(bystanders)


def main_parties(stated: Iterable[Parties]) -> tuple[str, str] | None:
    """The payer and payee that most payments of an article state; None where none states both, or two are as common."""
    counts = Counter((parties.payer, parties.payee) for parties in stated if parties.payer and parties.payee)
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1] and {*ranked[0][0]} != {*ranked[1][0]}):
        return None
    payer, payee = ranked[0][0]
    assert payer is not None
    assert payee is not None
    return payer, payee
