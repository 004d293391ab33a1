"""Turns the inputs of a leave case into the terms of the rules, and their answers back: no rule, date or answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from typing import Any

from caregiver_app.domain.leave import absence, charge, days, display, eligibility, family, methods, papers, shares
from caregiver_app.domain.leave.balance import LeaveCount, OtherRules, Worker, count_leave
from caregiver_app.domain.leave.entries import LeaveEntry, LeaveKind, TooManyMinutes
from caregiver_app.domain.leave.plan import StartOn, earliest_block, protect_plan
from caregiver_app.domain.leave.schedule import (
    DayMinutes,
    Job,
    ScheduleEntry,
    Span,
    WorkweekStart,
    variable_average,
)

Given = dict[str, Any]
DECLINED = {"supported": False}
TOO_MANY = {"error": "too_many_minutes"}


def to_date(text: str) -> date:
    return date.fromisoformat(text)


def maybe_date(text: str | None) -> date | None:
    return None if text is None else to_date(text)


def to_dates(texts: Iterable[str]) -> frozenset[date]:
    return frozenset(map(to_date, texts))


def to_month_day(text: str | None) -> days.MonthDay | None:
    if text is None:
        return None
    month, day = map(int, text.split("-"))
    return days.MonthDay(month=month, day=day)


def to_span(given: Given) -> Span:
    return Span(first=to_date(given["from"]), last=to_date(given["to"]))


def to_weeks(weeks: list[list[int]]) -> tuple[tuple[int, ...], ...]:
    return tuple(map(tuple, weeks))


def to_minutes(given: list[Given]) -> tuple[DayMinutes, ...]:
    return tuple(DayMinutes(day=to_date(each["day"]), minutes=each["minutes"]) for each in given)


def to_schedule(given: Given) -> ScheduleEntry:
    return ScheduleEntry(
        first_day=to_date(given["from"]),
        cycle_start=to_date(given["cycle_start"]),
        weeks=to_weeks(given["weeks"]),
    )


def to_entry(given: Given) -> LeaveEntry:
    return LeaveEntry(
        first=to_date(given.get("day") or given["from"]),
        last=to_date(given.get("day") or given["to"]),
        every_days=given["every_days"],
        minutes=given.get("minutes"),
        kind=LeaveKind(given["kind"]),
        paid=given["paid"],
    )


def to_leave(given: list[Given]) -> list[LeaveEntry]:
    return [to_entry(each) for each in given]


def to_job(given: Given) -> Job:
    """The job of a case; a key that the op does not have keeps the rules' own default."""
    read: dict[str, Callable[[Any], Any]] = {
        "workweek_start": WorkweekStart,
        "holidays": to_dates,
        "holidays_worked": to_dates,
        "closures": lambda spans: tuple(map(to_span, spans)),
        "mandatory_overtime": to_minutes,
    }
    facts = {key: as_term(given[key]) for key, as_term in read.items() if key in given}
    return Job(schedule=tuple(map(to_schedule, given["schedule"])), **facts)


def to_rule(given: Given, key: str = "method") -> days.YearRule:
    facts = {"entitlement": Fraction(given["entitlement_weeks"])} if "entitlement_weeks" in given else {}
    method = days.Method(given[key])
    return days.YearRule(method=method, fixed_start=to_month_day(given.get("fixed_start")), **facts)


def to_count(given: Given, key: str = "method") -> LeaveCount:
    worker = Worker(given["worker"]) if "worker" in given else Worker.ORDINARY
    return count_leave(to_job(given), to_leave(given["leave"]), to_rule(given, key), worker)


def to_used(given: list[Given]) -> tuple[shares.UsedFor, ...]:
    return tuple(shares.UsedFor(reason=shares.Reason(each["reason"]), weeks=Fraction(each["weeks"])) for each in given)


def rolling_window(given: Given) -> Any:
    looks = {"usage": days.usage_window, "eligibility": days.eligibility_window}
    return looks[given["purpose"]](to_date(given["day"]))


def usage_returns_on(given: Given) -> Any:
    return days.usage_returns_on(to_date(given["used_on"]))


def leave_year(given: Given) -> Any:
    return days.leave_year(to_rule(given), to_date(given["day"]), to_dates(given["fmla_days"]))


def balance(given: Given) -> Any:
    told = plain(to_count(given).balance(to_date(given["day"]), days.Moment(given["moment"])))
    if told["over_weeks"] == "0":
        del told["over_weeks"]  # the file has it only when above zero
    return told


def next_day_available(given: Given) -> Any:
    return to_count(given).next_day_available(to_date(given["after"]))


def return_schedule(given: Given) -> Any:
    rule = days.YearRule(method=days.Method.ROLLING)
    count = count_leave(to_job(given), to_leave(given["leave"]), rule)
    return count.return_schedule(to_date(given["as_of"]), given["first"])


def planned(given: Given) -> Any:
    return protect_plan(
        to_count(given),
        to_leave(given["plan"]),
        new_year_eligible=given["new_year_eligible"],
        balance_day=maybe_date(given.get("balance_day")),
    )


def block(given: Given) -> Any:
    return earliest_block(to_count(given), to_date(given["from"]), given["block_weeks"], StartOn(given["start_on"]))


def best_method(given: Given) -> Any:
    answer = methods.best_method(
        to_job(given),
        to_leave(given["leave"]),
        to_date(given["day"]),
        moment=days.Moment(given["moment"]),
        hire_date=maybe_date(given.get("hire_date")),
    )
    told = plain(answer)
    return told.pop("remaining") | told


def method_change(given: Given) -> Any:
    return methods.method_change(
        to_count(given, "old_method"),
        to_count(given, "new_method"),
        to_date(given["effective"]),
        to_date(given["day"]),
        moment=days.Moment(given["moment"]),
    )


def week_charge(given: Given) -> Any:
    return charge.week_charge(to_job(given), to_leave(given["leave"]), to_date(given["week_of"]))


def absence_charge(given: Given) -> Any:
    return charge.absence_charge(to_job(given), to_leave(given["leave"]))


def display_time(given: Given) -> Any:
    return display.display_time(
        Fraction(given["weeks"]),
        schedule_weeks=to_weeks(given["schedule_weeks"]),
        days_per_week=given.get("days_per_week"),
    )


def absence_minutes(given: Given) -> Any:
    facts = dict(given)
    week = facts.pop("week_minutes", None)
    increments = facts.pop("other_leave_increments", None)
    told = plain(absence.absence_minutes(absence.Absence(**facts), week))
    if increments is not None:
        told["largest_increment_minutes"] = absence.largest_increment(increments)
    return told


def spouse_limits(given: Given) -> Any:
    persons = tuple(
        shares.Employee(name=each["name"], eligible=each["eligible"], used=to_used(each["used"]))
        for each in given["persons"]
    )
    return shares.spouse_limits(persons, married=given["married"], same_employer=given["same_employer"])


def military_period(given: Given) -> Any:
    told = plain(shares.military_period(to_date(given["first_day"])))
    del told["first_day"]  # the case gives it
    return told


def military_balance(given: Given) -> Any:
    return shares.military_balance(
        to_date(given["first_day"]),
        used_inside=to_used(given["used_inside"]),
        used_before=to_used(given["used_before"]),
        day=maybe_date(given.get("day")),
    )


def eligible(given: Given) -> Any:
    if "spells" in given:
        service = eligibility.service_in_spells(
            map(to_span, given["spells"]), to_date(given["leave_starts"]), break_excepted=given["break_excepted"]
        )
    elif "weeks_on_payroll" in given:
        service = eligibility.Service(months=eligibility.months_in_weeks(given["weeks_on_payroll"]))
    else:
        service = eligibility.Service(months=given["months_employed"])
    keys = ("worked_minutes", "userra_minutes", "employees_within_75_miles", "already_eligible_same_reason_same_year")
    facts = {key: given[key] for key in keys}
    told = plain(eligibility.eligibility(service, worker=Worker(given["worker"]), **facts))
    worked_out = {"months": service.months} if "months_employed" not in given else {}
    return worked_out | {"earlier_service_counts": service.earlier_service_counts} | told


def mid_leave_start(given: Given) -> Any:
    leave = Span(first=to_date(given["leave_from"]), last=to_date(given["leave_to"]))
    return eligibility.mid_leave_start(to_job(given), to_date(given["hire_date"]), leave)


def family_covered(given: Given) -> Any:
    return family.family_covered(family.Relative(**given | {"relation": family.Relation(given["relation"])}))


def deadline(given: Given) -> Any:
    facts = given | {
        "kind": papers.Clock(given["kind"]),
        "start": to_date(given["start"]),
        "holidays": to_dates(given["holidays"]),
        "notice_mailed": maybe_date(given.get("notice_mailed")),
    }
    return papers.deadline(papers.PaperClock(**facts))


def notice_delay(given: Given) -> Any:
    return papers.notice_delay(
        foreseeable_30_days=given["foreseeable_30_days"],
        notice_due=maybe_date(given.get("notice_due")),
        notice_given=to_date(given["notice_given"]),
        leave_begins=to_date(given["leave_begins"]),
    )


def certification_late(given: Given) -> Any:
    returned = maybe_date(given["returned"])
    return papers.certification_late(to_date(given["requested"]), returned, good_faith=given["good_faith"])


OPS: dict[str, Callable[[Given], Any]] = {
    "rolling_window": rolling_window,
    "usage_returns_on": usage_returns_on,
    "leave_year": leave_year,
    "balance": balance,
    "next_day_available": next_day_available,
    "return_schedule": return_schedule,
    "protect_plan": planned,
    "earliest_block": block,
    "best_method": best_method,
    "method_change": method_change,
    "week_charge": week_charge,
    "absence_charge": absence_charge,
    "display_time": display_time,
    "variable_average": lambda given: variable_average(**given),
    "hours_ledger": lambda given: methods.hours_ledger(**given),
    "absence_minutes": absence_minutes,
    "spouse_limits": spouse_limits,
    "military_period": military_period,
    "military_balance": military_balance,
    "eligibility": eligible,
    "mid_leave_start": mid_leave_start,
    "family_covered": family_covered,
    "deadline": deadline,
    "notice_delay": notice_delay,
    "certification_late": certification_late,
}


def plain(term: Any) -> Any:
    """A term of the rules as the file writes it."""
    if isinstance(term, Fraction | date):
        return str(term)
    if isinstance(term, tuple | list):
        return [plain(each) for each in term]
    if hasattr(term, "items"):
        return {str(key): plain(each) for key, each in term.items()}
    if hasattr(term, "__dataclass_fields__"):
        return {key: plain(getattr(term, key)) for key in term.__dataclass_fields__}
    return term if isinstance(term, bool | int | None) else str(term)


def answer(op: str, given: Given) -> Given:
    """What the rules say to a case, as the file writes it."""
    try:
        told: Given = plain(OPS[op](given))
    except OtherRules:
        return DECLINED
    except TooManyMinutes:
        return TOO_MANY
    return told
