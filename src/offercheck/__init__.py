"""Runs a telemedicine job offer through the checklist that careful clinicians use.

    from offercheck import evaluate, load_checklist, load_offer

    scorecard = evaluate(load_offer("offer.yaml"), load_checklist(), today="2026-03-31")

The names are imported when they are first used: `offercheck --version` needs none of them.
"""

from __future__ import annotations

TYPE_CHECKING = False  # importing it from typing would double the time of `--version`
if TYPE_CHECKING:
    from offercheck.checklist.checklist import Checklist
    from offercheck.comparison.compare import compare
    from offercheck.comparison.comparison import Comparison
    from offercheck.evaluation.evaluate import evaluate
    from offercheck.evaluation.scorecard import Scorecard
    from offercheck.loading import load_checklist, load_offer, load_profile, load_waivers
    from offercheck.offer.offer import Offer
    from offercheck.reading.fault import InputError
    from offercheck.version import __version__

_HOMES = {
    "Checklist": "offercheck.checklist.checklist",
    "Comparison": "offercheck.comparison.comparison",
    "InputError": "offercheck.reading.fault",
    "Offer": "offercheck.offer.offer",
    "Scorecard": "offercheck.evaluation.scorecard",
    "__version__": "offercheck.version",
    "compare": "offercheck.comparison.compare",
    "evaluate": "offercheck.evaluation.evaluate",
    "load_checklist": "offercheck.loading",
    "load_offer": "offercheck.loading",
    "load_profile": "offercheck.loading",
    "load_waivers": "offercheck.loading",
}

__all__ = [
    "Checklist",
    "Comparison",
    "InputError",
    "Offer",
    "Scorecard",
    "__version__",
    "compare",
    "evaluate",
    "load_checklist",
    "load_offer",
    "load_profile",
    "load_waivers",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
