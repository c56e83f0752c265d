"""Payroll tax, and pay on a W-2 and on a 1099 on one footing: what each comes to before any payroll or income tax."""

from __future__ import annotations

from fractions import Fraction

from offercheck.record import record
from offercheck.reference.reference import Reference

FILING = ("single", "married_joint", "married_separate")
_CONSTANTS = (
    "fica_employee_social_security_rate",
    "fica_employee_medicare_rate",
    "fica_employer_social_security_rate",
    "fica_employer_medicare_rate",
    "se_social_security_rate",
    "se_medicare_rate",
    "se_net_earnings_factor",
    "se_minimum_net_earnings",
    "additional_medicare_rate",
)


@record(frozen=True)
class PayrollRates:
    """Rates as shares of 1, amounts in dollars a year, of one year and one way of filing."""

    employee_social_security: Fraction
    employee_medicare: Fraction
    employer_social_security: Fraction
    employer_medicare: Fraction
    self_social_security: Fraction
    self_medicare: Fraction
    self_net_share: Fraction
    self_minimum: Fraction
    additional_medicare: Fraction
    additional_medicare_from: Fraction
    wage_base: Fraction


def payroll_rates(reference: Reference, year: int, filing: str = "single") -> PayrollRates | None:
    """The rates of a year, or None where the tables lack one of them: they are not carried over from another year.

    `filing` is one of `FILING`. The tables date the rates of the law to the year of the source; those of an earlier
    wage base were the same.
    """
    keys = (*_CONSTANTS, f"additional_medicare_threshold_{filing}", f"social_security_wage_base_{year}")
    values = [found.value for key in keys if (found := reference.constant(key)) is not None]
    return PayrollRates(*values) if len(values) == len(keys) else None


def _social_security_room(rates: PayrollRates, other_wages: Fraction) -> Fraction:
    return max(rates.wage_base - other_wages, Fraction(0))


def employer_fica(wages: Fraction, rates: PayrollRates, other_wages: Fraction = Fraction(0)) -> Fraction:
    """The employer's half, in dollars a year, as far as it spares you the same.

    employer_FICA(S) = 6.2% * min(S, wage_base - other_wages) + 1.45% * S

    With wages from another job above the wage base the first part is worth nothing to you: as your own employer you
    would not owe it.
    """
    capped = min(wages, _social_security_room(rates, other_wages))
    return rates.employer_social_security * capped + rates.employer_medicare * wages


def employee_fica(wages: Fraction, rates: PayrollRates, other_wages: Fraction = Fraction(0)) -> Fraction:
    """What comes off wages, in dollars a year; what two jobs withhold twice is credited back.

    employee_FICA(S) = 6.2% * min(S, wage_base - other_wages) + 1.45% * S + additional(S)
    """
    capped = min(wages, _social_security_room(rates, other_wages))
    basic = rates.employee_social_security * capped + rates.employee_medicare * wages
    return basic + additional_medicare(wages, rates, other_wages)


def additional_medicare(earnings: Fraction, rates: PayrollRates, other_wages: Fraction = Fraction(0)) -> Fraction:
    """The further Medicare tax on high earnings, in dollars a year: the part that these earnings add.

    additional(E) = 0.9% * max(0, E - max(0, threshold - other_wages))
    """
    room = max(rates.additional_medicare_from - other_wages, Fraction(0))
    return rates.additional_medicare * max(earnings - room, Fraction(0))


def self_employment_tax(net: Fraction, rates: PayrollRates, other_wages: Fraction = Fraction(0)) -> Fraction:
    """What a contractor owes on net earnings, in dollars a year; additional Medicare apart.

    self_employment_tax(N) = 12.4% * min(E, wage_base - other_wages) + 2.9% * E   with E = 92.35% * N

    Nothing is owed where E is below 400 dollars.
    """
    earned = rates.self_net_share * net
    if earned < rates.self_minimum:
        return Fraction(0)
    capped = min(earned, _social_security_room(rates, other_wages))
    return rates.self_social_security * capped + rates.self_medicare * earned


def contractor_tax(net: Fraction, rates: PayrollRates, other_wages: Fraction = Fraction(0)) -> Fraction:
    """All payroll tax of a contractor, in dollars a year.

    contractor_tax(N) = self_employment_tax(N) + additional(E)
    """
    earned = max(rates.self_net_share * net, Fraction(0))
    own = self_employment_tax(net, rates, other_wages)
    return own + additional_medicare(earned, rates, other_wages)


def w2_value(wages: Fraction, benefits: Fraction, rates: PayrollRates, other_wages: Fraction = Fraction(0)) -> Fraction:
    """What a W-2 job comes to, in dollars a year.

    W2_value = S + employer_FICA(S) + B
    """
    return wages + employer_fica(wages, rates, other_wages) + benefits


def w2_wages_worth(
    net: Fraction, benefits: Fraction, rates: PayrollRates, other_wages: Fraction = Fraction(0)
) -> Fraction:
    """The W-2 wages, in dollars a year, that come to as much as a contractor's net; no less than 0.

    X + employer_FICA(X) + B = N
    X = (N - B) / (1 + 6.2% + 1.45%) up to the wage base
    X = (N - B - 6.2% * wage_base) / (1 + 1.45%) above it
    """
    room = _social_security_room(rates, other_wages)
    left = max(net - benefits, Fraction(0))
    social, medicare = rates.employer_social_security, rates.employer_medicare
    below = left / (1 + social + medicare)
    return below if below <= room else (left - social * room) / (1 + medicare)


def contractor_hourly_worth(
    w2_value_per_hour: Fraction, hours: Fraction, costs: Fraction, paid_hours: Fraction
) -> Fraction:
    """The 1099 rate, in dollars an hour, that comes to as much for each real hour as a W-2 offer.

    R = (W2_value_per_hour * hours + C) / paid_hours
    """
    return (w2_value_per_hour * hours + costs) / paid_hours
