"""All checks, in the order in which their findings help most."""

from collections.abc import Hashable
from functools import cache

from integrated_care_principles.testing._conformance import (
    _content_checks,
    _data_checks,
    _load_checks,
    _number_checks,
    _order_checks,
    _package_checks,
    _page_checks,
    _structure_checks,
    _surroundings_checks,
    _text_checks,
    _value_checks,
)
from integrated_care_principles.testing._conformance._attempt import AnyFormat
from integrated_care_principles.testing._conformance._check import Check, Violation
from integrated_care_principles.testing._conformance._trial import Trial

# Where one of these finds something, the others would never end.
_FIRST = (_surroundings_checks.it_ends,)
# These go by what differs between two renders, and so take chance for a cause.
_COMPARING = (
    _content_checks.leaves_out,
    _number_checks.host_numbers,
    _number_checks.nothing_expected,
)

CHECKS: tuple[Check, ...] = (
    *_FIRST,
    _value_checks.value,
    _value_checks.options,
    _surroundings_checks.importable,
    _value_checks.text_or_bytes,
    _value_checks.every_report_renders,
    _value_checks.every_option_renders,
    _structure_checks.well_formed,
    _structure_checks.structure_holds,
    _page_checks.safe_places,
    _page_checks.self_contained,
    _text_checks.safe_links,
    _text_checks.no_formulas,
    _text_checks.nothing_turned,
    _text_checks.text_as_typed,
    _content_checks.leaves_out,
    _content_checks.attribution,
    _content_checks.nothing_cut,
    _order_checks.catalogue_order,
    _number_checks.nothing_expected,
    _number_checks.host_numbers,
    _surroundings_checks.two_renders_alike,
    _surroundings_checks.no_clock,
    _surroundings_checks.no_hash_order,
    _surroundings_checks.no_time_zone,
    _surroundings_checks.no_locale,
    _surroundings_checks.no_terminal,
    _surroundings_checks.no_machine,
    _surroundings_checks.no_home,
    _surroundings_checks.no_working_directory,
    _surroundings_checks.nothing_printed,
    _surroundings_checks.no_files,
    _surroundings_checks.no_network,
    _surroundings_checks.no_processes,
    _surroundings_checks.no_global_state,
    _data_checks.report_unchanged,
    _data_checks.errors_pass_through,
    _load_checks.megabyte,
    _load_checks.linear_time,
    _load_checks.eight_threads,
    _package_checks.registered_once,
    _package_checks.public_modules,
)


def check_format(
    format: AnyFormat, *, name: str | None = None
) -> tuple[Violation, ...]:
    """
    Return every rule of the contract that a report *format* breaks.

    It takes a few seconds, of which some go to fresh processes. What the format prints
    meanwhile in this one is printed.

    Args:
        format: The value that an entry point names.
        name: Under which it is installed; ``None``: that is not asked.
    """
    trial = trial_of(format, name)
    return tuple(each for check in CHECKS for each in violations(check, trial))


def violations(check: Check, trial: Trial) -> tuple[Violation, ...]:
    """Return what *check* finds, or nothing where another has found why it would."""
    if check not in _FIRST and any(each.violations(trial) for each in _FIRST):
        return ()
    if check in _COMPARING and trial.unlike:
        return ()
    return check.violations(trial)


def trial_of(format: AnyFormat, name: str | None = None) -> Trial:
    """Return the trial of *format*, whose processes are run once."""
    return _trial(format, name)  # type: ignore[arg-type]  # formats are frozen


@cache
def _trial(format: Hashable, name: str | None) -> Trial:
    return Trial(format=format, name=name)  # type: ignore[arg-type]  # as above
