"""On what footing the clinician is engaged, and for how much time."""

from __future__ import annotations

from offercheck.offer.field import Area, Field
from offercheck.offer.values.numbers import Number
from offercheck.offer.values.words import OneOf, SomeOf

_CLASSIFICATIONS = {
    "W-2 employee": "w2",
    "employee": "w2",
    "employed": "w2",
    "1099 contractor": "1099",
    "1099 independent contractor": "1099",
    "1099-NEC": "1099",
    "independent contractor": "1099",
    "contractor": "1099",
    "IC": "1099",
    "self-employed": "1099",
}
_NOT_A_CLASSIFICATION = {
    "PRN": "w2, or 1099? PRN goes into engagement.basis: per_diem",
    "per diem": "w2, or 1099? per_diem goes into engagement.basis",
    "full time": "w2, or 1099? full_time goes into engagement.basis",
    "part time": "w2, or 1099? part_time goes into engagement.basis",
    "locum": "w2, or 1099? (locum tenens work is mostly 1099; see what the paper says)",
    "locum tenens": "w2, or 1099? (locum tenens work is mostly 1099; see what the paper says)",
}

AREA = Area(
    "engagement",
    "The engagement",
    (
        Field(
            "classification",
            OneOf("w2 1099 either contractor_abroad", _CLASSIFICATIONS, _NOT_A_CLASSIFICATION),
            "whether you are an employee (w2) or a contractor (1099) for tax",
            template=True,
        ),
        Field(
            "basis",
            OneOf("full_time part_time per_diem", {"FT": "full_time", "PT": "part_time", "PRN": "per_diem"}),
            "whether the paper calls it full time, part time or per diem",
        ),
        Field(
            "hours_per_week",
            Number(0, 168, "hours/week"),
            "the hours a week you are on duty or held available, paid or not",
            template=True,
        ),
        Field("weeks_per_year", Number(0, 53, "weeks/year"), "the weeks a year you work, with leave taken out"),
        Field(
            "place",
            SomeOf(
                "remote hub on_site home_visits",
                {
                    "fully remote": "remote",
                    "100% remote": "remote",
                    "work from home": "remote",
                    "WFH": "remote",
                    "home": "remote",
                    "home office": "remote",
                    "anywhere": "remote",
                    "virtual": "remote",
                    "hybrid": "remote on_site",
                    "office": "on_site",
                    "clinic": "on_site",
                    "in person": "on_site",
                    "house calls": "home_visits",
                },
            ),
            "where you sit while you work",
            template=True,
        ),
    ),
)
