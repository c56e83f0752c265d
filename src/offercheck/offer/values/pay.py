"""The ways offers pay: the keys of one item of `compensation.pay`, and what must stand together in it."""

from __future__ import annotations

from offercheck.offer.possible import Possible, Words
from offercheck.offer.values.base import Facets, Refused
from offercheck.offer.values.durations import Duration, Quantity
from offercheck.offer.values.money import Amount, Money
from offercheck.offer.values.numbers import Number, Share
from offercheck.offer.values.pairs import Pairs
from offercheck.offer.values.pay_parts import AnyFigure, Anything, Counted, FirstOf, Per, Purpose, in_line
from offercheck.offer.values.pay_short import short_item, unclear_item
from offercheck.offer.values.records import Keys, Record, Records
from offercheck.offer.values.spelling import LONGEST_WORD, tidy
from offercheck.offer.values.texts import Text
from offercheck.offer.values.words import YES, OneOf, SomeOf
from offercheck.reading.fault import Faults
from offercheck.reading.node import Node

SOURCES = "contract offer_letter policy email verbal job_ad web_page third_party"
HOLDS = "stated vaguely conditionally contradicted withheld"

_DEPENDS_ON = (
    "volume speed availability documentation quality ratings prescription order sale collection patient_stays staying"
    " discretion unknown"
)
_VARIES_WITH = "volume state place credential experience grade specialty patients payer time service unknown"
_ENDINGS = "leave dismissed any_ending shortfall audit denial refund"

SHARE_OF = OneOf(
    "collected billed patient_fee pay",
    {
        "collections": "collected",
        "collection": "collected",
        "net collections": "collected",
        "billings": "billed",
        "charges": "billed",
        "patient fees": "patient_fee",
        "fee": "patient_fee",
        "fees": "patient_fee",
    },
)
_AMOUNT = Amount()
_PER = Per()
_SHARE = Share(2)

_REPAY: Keys = {
    "if": SomeOf(_ENDINGS, may_be_empty=False),
    "within": Duration(),
    "falls": OneOf("monthly yearly at_end not"),
    "of": OneOf("gross net"),
    "up_to": FirstOf(_AMOUNT, _SHARE),
    "waived_if": SomeOf("dismissed_without_cause employer_breach death_or_disability"),
}
_TIER: Keys = {"from": AnyFigure(), "amount": _AMOUNT, "share": _SHARE}
_KEYS: Keys = {
    "kind": OneOf("rate bonus stipend differential floor advance fee expense in_kind", {"guarantee": "floor"}),
    "name": Text(),
    "per": _PER,
    "amount": _AMOUNT,
    "share": _SHARE,
    "of": SHARE_OF,
    "base": _AMOUNT,
    "counts": OneOf("offered booked completed billed collected logged_in worked", {"scheduled": "booked"}),
    "for": Purpose(),
    "tiers": Records(_TIER),
    "tier_of": Counted(),
    "tiers_apply_to": OneOf("all above"),
    "weights": Pairs("service", Text(), "units", Number(0, 1000)),
    "needs": Quantity(),
    "when": Text(),
    "within": Duration(),
    "min_minutes": Number(0, 480, "minutes"),
    "depends_on": SomeOf(_DEPENDS_ON),
    "varies_with": SomeOf(_VARIES_WITH),
    "pro_rata": YES,
    "telehealth_credit": _SHARE,
    "cap": FirstOf(Money(), Quantity()),
    "cap_with": Text(),
    "lasts": Duration(),
    "starts": Text(),
    "ends": Text(),
    "paid_after": Duration(),
    "optional": YES,
    "set_by": OneOf("clinician employer payer client mutual"),
    "repay": Record(_REPAY),
    "says": Text(),
    "source": OneOf(SOURCES),
    "clause": Text(),
    "holds": OneOf(HOLDS),
    "or": Anything(),
}


def _only(facets: Facets | None, word: str) -> bool:
    possible: Possible | None = (facets or {}).get("")
    return isinstance(possible, Words) and possible.may == {word}


def _rules(node: Node, said: dict[str, Facets], faults: Faults) -> None:
    """What must stand together in one item; each fault at the key that misses another."""
    content = node.content if isinstance(node.content, dict) else {}
    _figures_have_units(node, content, said, faults)
    holds = said.get("holds")
    if _only(holds, "vaguely") or _only(holds, "withheld"):
        for key in ("amount", "share"):
            if key in said:
                faults.at(
                    content[key],
                    "a figure cannot be vague or withheld",
                    "say what is unclear with pro_rata, varies_with, when or `or`; or leave the figure out",
                )
    if _only(holds, "contradicted") and "or" not in said:
        faults.at(content["holds"], "contradicted by what?", "the other value, as `or: 40`")
    if "or" in said and not _only(holds, "contradicted"):
        faults.at_key(content["or"], "`or` is the other value of a contradiction", "add holds: contradicted")


def _figures_have_units(node: Node, content: dict[str, Node], said: dict[str, Facets], faults: Faults) -> None:
    if "amount" in said and "share" in said:
        faults.at_key(content["share"], "an amount and a share in one item", "one item for each")
    tiers = _tier_nodes(content)
    if ("amount" in said or any("amount" in tier for tier in tiers)) and "per" not in said:
        at = content.get("amount") or content.get("tiers") or node
        faults.at_key(at, "an amount needs `per`", "add per: hour, visit, month, year, once ...")
    if ("share" in said or any("share" in tier for tier in tiers)) and "of" not in said:
        at = content.get("share") or content.get("tiers") or node
        faults.at_key(at, "a share needs `of`", f"add of: {', '.join(SHARE_OF.words)}")
    if tiers and "tier_of" not in said:
        faults.at_key(content["tiers"], "tiers need `tier_of`", "what `from` counts, as tier_of: wrvu/year")


def _tier_nodes(content: dict[str, Node]) -> list[dict[str, Node]]:
    node = content.get("tiers")
    if node is None:
        return []
    items = node.content if isinstance(node.content, list) else [node]
    return [item.content for item in items if isinstance(item.content, dict)]


def _rate_as_key(node: Node) -> str:
    """The item that a unit as a key stands for (`per visit: $28-35`); empty for any other key."""
    content = node.content
    if isinstance(content, dict):
        figure = f"{{{', '.join(f'{key}: {in_line(end)}' for key, end in content.items())}}}"
    else:
        figure = in_line(node)
    if "%" in figure or len(figure) > LONGEST_WORD or not any(map(str.isdigit, figure)):
        return ""
    try:
        _PER.parse(node.key)
    except Refused:
        return ""
    if isinstance(content, str) and "," in figure:
        figure = f'"{figure}"'
    return f"{{per: {tidy(node.key).removeprefix('per ')}, amount: {figure}}}"


PAY = Records(
    _KEYS,
    open=True,
    defaults={"kind": "rate"},
    rules=_rules,
    shorthand=short_item,
    unclear=unclear_item,
    instead=_rate_as_key,
    may_be_empty=False,
    sample="{per: visit, amount: 42, counts: completed}",
)
"""The items of `compensation.pay`."""
