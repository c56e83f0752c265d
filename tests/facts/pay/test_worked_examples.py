"""Worked examples, computed by hand beforehand, to the dollar and the cent."""

from __future__ import annotations

from fractions import Fraction

import pytest

from offercheck.facts.pay import costs, prices
from offercheck.facts.pay.break_even import VisitPay
from offercheck.facts.pay.gross import Collections, Pay, PerHour, PerVisit, Salary, Steps, Wrvu, pro_rated
from offercheck.facts.pay.payroll_tax import (
    PayrollRates,
    contractor_hourly_worth,
    contractor_tax,
    employee_fica,
    employer_fica,
    payroll_rates,
    self_employment_tax,
    w2_value,
    w2_wages_worth,
)
from offercheck.facts.pay.range import Range, as_range, between
from offercheck.facts.pay.work import Work, with_recontacts
from offercheck.facts.pay.worth import Year, headline_gap, tied
from offercheck.reference.reference import Reference


def rates(year: int = 2026, filing: str = "single") -> PayrollRates:
    found = payroll_rates(Reference.shipped(), year, filing)
    assert found is not None
    return found


def number(text: str) -> Range:
    return as_range(Fraction(text))


def work(**given: str) -> Work:
    return Work(**{name: number(text) for name, text in given.items()})


def cents(figure: Range | Fraction) -> str:
    value = figure.expected if isinstance(figure, Range) else figure
    return f"{float(round(value, 2)):.2f}"


VISITS = work(
    weeks="46",
    scheduled="36",
    slots="4",
    fill="0.85",
    missed="0.12",
    failed="0.01",
    unpaid_minutes="3",
    inbox="1.5",
    meetings="0.5",
)
PER_VISIT = PerVisit(rate=number("42"))
HALF_PAID = PerVisit(rate=number("42"), missed_pay=number("21"))

COSTS_A = {
    "licences": (
        costs.licences([costs.Licence(initial_fee=number("600"), renewal_fee=number("350"))] * 6),
        "1650.00",
    ),
    "DEA": (costs.dea(number("888"), number("3"), number("6")), "1776.00"),
    "registrations": (costs.controlled_substance([number("100")] * 2), "200.00"),
    "credentialing": (
        costs.credentialing(number("600"), number("0"), number("100"), number("2")),
        "300.00",
    ),
    "equipment": (costs.equipment(number("1800"), number("3"), number("40")), "1080.00"),
    "tail": (costs.tail(number("0.5"), number("6000"), number("2")), "3000.00"),
}

A = Year(work=VISITS, pay=Pay(terms=(PER_VISIT,)), costs=sum((cost for cost, _ in COSTS_A.values()), start=number("0")))
B = Year(
    work=work(weeks="46", scheduled="36", inbox="3.16"),
    pay=Pay(terms=(PerHour(rate=number("120")),)),
    costs=number("1380"),
)
C = Year(
    work=work(weeks="46", scheduled="40", inbox="3"),
    pay=Pay(terms=(Salary(yearly=number("215000")),)),
    benefits=number("7885") + number("8600") + number("4000") + number("3000"),
    employed=rates(),
)


@pytest.mark.parametrize(("cost", "expected"), COSTS_A.values(), ids=COSTS_A)
def test_what_you_pay_yourself(cost: Range, expected: str) -> None:
    assert cents(cost) == expected


OFFERS = [
    (A, "205734.82", "1992.92", "103.23", "8006.00", "99.22"),
    (B, "198720.00", "1801.36", "110.32", "1380.00", "109.55"),
    (C, "215000.00", "1978.00", "108.70", "0.00", "127.93"),
]


@pytest.mark.parametrize(("year", "gross", "hours", "before", "paid", "hourly"), OFFERS, ids="ABC")
def test_three_offers_to_one_physician(year: Year, gross: str, hours: str, before: str, paid: str, hourly: str) -> None:
    assert cents(year.gross()) == gross
    assert cents(year.work.hours()) == hours
    assert cents(year.gross() / year.work.hours()) == before
    assert cents(year.costs) == paid
    assert cents(year.per_hour()) == hourly
    assert (
        year.per_hour().exact is year.costs.exact
    )  # the first one's tail costs one and a half to two and a half premiums


def test_visits_of_the_first_offer() -> None:
    assert cents(VISITS.booked()) == "5630.40"
    assert cents(VISITS.completed()) == "4898.45"
    assert round(headline_gap(A.per_hour().expected, Fraction(168)), 2) == Fraction("0.41")


def test_the_employers_half_of_the_third_offer() -> None:
    assert cents(C.payroll_tax_paid_for_you()) == "14556.50"
    assert C.value().expected == w2_value(Fraction(215000), C.benefits.expected, rates())


def test_one_basis() -> None:
    net = A.value().expected
    assert cents(net) == "197728.82"
    assert cents(w2_wages_worth(net, Fraction(30000), rates())) == "155809.40"
    assert cents(w2_wages_worth(net, Fraction(0), rates())) == "183677.49"
    paid_hours = Fraction(46 * 36)
    b_matches_c = contractor_hourly_worth(C.per_hour().expected, B.work.hours().expected, B.costs.expected, paid_hours)
    assert cents(b_matches_c) == "139.99"


BREAK_EVENS = [
    (PER_VISIT, 100, "2.85", "3.86"),
    (HALF_PAID, 100, "2.65", "3.58"),
    (PER_VISIT, 120, "3.52", "4.76"),
    (HALF_PAID, 120, "3.26", "4.40"),
]


@pytest.mark.parametrize(("pay", "target", "completed", "slots"), BREAK_EVENS)
def test_visits_that_reach_a_target(pay: PerVisit, target: int, completed: str, slots: str) -> None:
    found = VisitPay.expected(VISITS, pay.rate, pay.missed_pay)
    reached, offered = found.completed_needed(Fraction(target)), found.slots_needed(Fraction(target))
    assert reached is not None
    assert offered is not None
    assert (cents(reached), cents(offered)) == (completed, slots)


def test_visits_that_never_reach_a_target() -> None:
    long = VisitPay.expected(
        work(weeks="46", scheduled="36", slots="4", unpaid_minutes="30"), number("42"), number("0")
    )
    assert long.completed_needed(Fraction(84)) is None
    assert long.slots_needed(Fraction(84)) is None
    assert long.visits_that_repay(Fraction(8006), Fraction(84), Fraction(4)) is None


def test_visits_that_repay_what_you_pay_yourself() -> None:
    found = VisitPay.expected(VISITS, PER_VISIT.rate, PER_VISIT.missed_pay)
    # 42 - 100 * (15 + 3) / 60 = 12 left of each visit
    assert found.visits_that_repay(Fraction(8006), Fraction(100), Fraction(4)) == Fraction(8006, 12)


PRICES = {
    "unpaid no-shows": (prices.unpaid_no_shows(VISITS, number("42"), number("0")), "28377.22"),
    "no-shows half paid": (prices.unpaid_no_shows(VISITS, number("42"), number("21")), "14188.61"),
    "five minutes": (prices.unpaid_minutes(number("4898"), number("5"), number("100")), "40816.67"),
    "sign-on kept": (prices.sign_on_net(Fraction(25000), Fraction("0.2965")), "17587.50"),
    "sign-on repaid": (prices.sign_on_repaid_gross(Fraction(25000), Fraction("0.2965")), "7412.50"),
    "sign-on at month 8": (prices.sign_on_owed(Fraction(25000), Fraction(8), Fraction(24)), "16666.67"),
    "sign-on after its term": (prices.sign_on_owed(Fraction(25000), Fraction(30), Fraction(24)), "0.00"),
    "twelve licences": (
        costs.licences([costs.Licence(initial_fee=number("600"), renewal_fee=number("350"))] * 12),
        "3300.00",
    ),
    "twelve DEA": (costs.dea(number("888"), number("3"), number("12")), "3552.00"),
    "six collaborators": (costs.collaborators([number("500")] * 6), "36000.00"),
    "two months of waiting": (prices.months_without_pay(number("205000"), number("2")), "34166.67"),
    "notice": (prices.notice_shortfall_months(number("4"), number("1")), "3.00"),
    "notice in time": (prices.notice_shortfall_months(number("4"), number("6")), "0.00"),
    "malpractice by the hour": (costs.malpractice_deduction(number("8"), VISITS), "13248.00"),
}


@pytest.mark.parametrize(("price", "expected"), PRICES.values(), ids=PRICES)
def test_prices_of_single_terms(price: Range | Fraction, expected: str) -> None:
    assert cents(price) == expected


def test_a_tail_costs_one_and_a_half_to_two_and_a_half_premiums() -> None:
    assert prices.tail_premium(number("6000"), costs.TAIL_MULTIPLE) == between(9000, 12000, 15000)


THERAPIST = work(weeks="46", scheduled=str(Fraction(26 * 53, 60)), slots=str(Fraction(60, 53)), missed="0.1",
                 unpaid_minutes="10", meetings="2")  # fmt: skip
RN = work(weeks="46", scheduled="36", inbox="1")

OTHER_ROLES = {
    "therapist": (THERAPIST, PerVisit(rate=number("78")), "83959.20", "63.23"),
    "therapist, no-shows half paid": (
        THERAPIST,
        PerVisit(rate=number("78"), missed_pay=number("39")),
        "88623.60",
        "66.74",
    ),
    "nurse": (RN, PerHour(rate=number("41")), "67896.00", "39.89"),
}


@pytest.mark.parametrize(("done", "term", "gross", "hourly"), OTHER_ROLES.values(), ids=OTHER_ROLES)
def test_other_roles(done: Work, term: PerVisit | PerHour, gross: str, hourly: str) -> None:
    year = Year(work=done, pay=Pay(terms=(term,)))
    assert cents(year.gross()) == gross
    assert cents(year.per_hour()) == hourly


COMPLETED_3200 = work(weeks="40", scheduled="40", slots="2")
CF = {"rate": number("45"), "per_visit": number("1.3"), "threshold": number("4000")}
PAYS = {
    "wRVU above the threshold": (Wrvu(**CF), "7200.00"),
    "wRVU at a telehealth credit": (Wrvu(**CF, credit=number("0.8")), "0.00"),
    "collections": (
        Collections(allowed=number("100"), collected=number("0.9"), split=number("0.6")),
        "172800.00",
    ),
    "failed visits": (PerVisit(rate=number("10")), "32000.00"),
    "hours with unpaid breaks": (PerHour(rate=number("100"), paid_share=number("0.9")), "144000.00"),
    "bonus at its past share": (Salary(yearly=number("20000"), expected_share=number("0.4")), "8000.00"),
    "steps": (Steps(steps=((Fraction(60), Fraction(300)), (Fraction(90), Fraction(700)))), "8400.00"),
    "steps not reached": (Steps(steps=((Fraction(267), Fraction(300)),)), "0.00"),
}


@pytest.mark.parametrize(("term", "expected"), PAYS.values(), ids=PAYS)
def test_other_ways_of_paying(term: Wrvu | Collections | PerVisit, expected: str) -> None:
    assert cents(term.gross(COMPLETED_3200)) == expected


def test_a_failed_visit_may_pay() -> None:
    done = work(weeks="50", scheduled="20", slots="1", failed="0.1")
    assert cents(PerVisit(rate=number("10"), failed_pay=number("4")).gross(done)) == "9400.00"


def test_pay_between_guarantee_and_cap() -> None:
    visits = PerVisit(rate=number("42"))
    floor = Pay(terms=(visits,), guarantee=Salary(yearly=number("150000")))
    assert cents(floor.gross(COMPLETED_3200)) == "150000.00"
    capped = Pay(terms=(visits, Salary(yearly=number("20000"))), cap=number("140000"))
    assert cents(capped.gross(COMPLETED_3200)) == "140000.00"
    assert cents(Year(work=COMPLETED_3200, pay=capped, costs=number("400")).per_hour()) == "87.25"


def test_late_collections_leave_a_gap_in_the_first_year() -> None:
    late = Collections(allowed=number("100"), collected=number("1"), split=number("1"), lag_days=number("73"))
    assert cents(late.first_year(COMPLETED_3200)) == "256000.00"


def test_a_full_time_figure_for_fewer_days() -> None:
    assert pro_rated(number("100000"), between(3, Fraction(7, 2), 4)) == between(60000, 70000, 80000)


def test_cases_that_come_back() -> None:
    again = with_recontacts(work(weeks="46", scheduled="20", slots="8", unpaid_minutes="1"), number("0.2"), number("5"))
    assert again.unpaid_minutes == number("2")


TAXES = {
    "contractor": (contractor_tax(Fraction(250000), rates()), "29851.25"),
    "self-employment part": (self_employment_tax(Fraction(250000), rates()), "29573.38"),
    "employee": (employee_fica(Fraction(250000), rates()), "15514.00"),
    "both differ by": (
        contractor_tax(Fraction(250000), rates()) - employee_fica(Fraction(250000), rates()),
        "14337.25",
    ),
    "below 400 of earnings": (contractor_tax(Fraction(433), rates()), "0.00"),
    "a loss": (contractor_tax(Fraction(-5000), rates()), "0.00"),
    "beside a job above the base": (contractor_tax(Fraction(100000), rates(), Fraction(200000)), "3509.30"),
    "beside a job below the base": (self_employment_tax(Fraction(50000), rates(), Fraction(150000)), "5617.08"),
    "employer, base used up elsewhere": (employer_fica(Fraction(100000), rates(), Fraction(190000)), "1450.00"),
    "employee, married": (employee_fica(Fraction(250000), rates(filing="married_joint")), "15064.00"),
    "employee in 2025": (employee_fica(Fraction(250000), rates(2025)), "14993.20"),
}


@pytest.mark.parametrize(("tax", "expected"), TAXES.values(), ids=TAXES)
def test_payroll_tax(tax: Fraction, expected: str) -> None:
    assert cents(tax) == expected


def test_a_year_without_a_wage_base_is_unknown() -> None:
    assert payroll_rates(Reference.shipped(), 2031) is None


@pytest.mark.parametrize("other", [0, 100000, 184500, 400000])
@pytest.mark.parametrize("net", [0, 20000, 150000, 197729, 230000, 400000])
@pytest.mark.parametrize("benefits", [0, 30000])
def test_wages_worth_a_net_come_to_that_net(net: int, benefits: int, other: int) -> None:
    wages = w2_wages_worth(Fraction(net), Fraction(benefits), rates(), Fraction(other))
    assert w2_value(wages, Fraction(benefits), rates(), Fraction(other)) == max(net, benefits)


@pytest.mark.parametrize(
    ("first", "second", "tie"), [(100, 105, True), (100, 95, True), (100, 106, False), (94, 100, False)]
)
def test_offers_within_five_percent_are_a_tie(first: int, second: int, tie: bool) -> None:
    assert tied(as_range(first), as_range(second)) is tie
    assert tied(as_range(second), as_range(first)) is tie
