"""Every file of the house keeps every rule, and every rule catches what it is there for."""

import pytest

from tests.house.reading import Source, sources
from tests.house.rules import RULES, Rule

NAMED = {"ids": lambda value: value.says if isinstance(value, Rule) else None}
A_FILE = (
    *("main.py", "app/domain/made_up.py", "app/queries/made_up.py"),
    *("ui/made_up.py", "ui/reading/made_up.py", "tests/test_made_up.py"),
)


def room_of(rule: Rule) -> str:
    return next(path for path in A_FILE if rule.holds_for(path))


@pytest.mark.parametrize("rule", RULES, **NAMED)
def test_the_house_keeps_the_rule(rule: Rule) -> None:
    breaches = [breach for source in sources() for breach in rule.breaches(source)]
    assert not breaches, f"{rule.says}: {', '.join(breaches)}"


@pytest.mark.parametrize(("rule", "seed"), [(r, s) for r in RULES for s in r.seeds], **NAMED)
def test_the_rule_catches_a_breach(rule: Rule, seed: str) -> None:
    assert rule.breaches(Source(room_of(rule), seed))


@pytest.mark.parametrize(("rule", "harmless"), [(r, s) for r in RULES for s in r.spares], **NAMED)
def test_the_rule_spares_what_is_harmless(rule: Rule, harmless: str) -> None:
    assert not rule.breaches(Source(room_of(rule), harmless))


def test_the_house_is_read_in_full() -> None:
    read = {source.path for source in sources()}
    assert {"app/errors.py", "pyproject.toml", ".ci/run", "tests/house/rules.py"} <= read
