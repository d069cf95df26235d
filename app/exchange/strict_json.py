"""One line of JSON, read strictly: what plain JSON readers let pass in silence is refused."""

import json
from typing import Any

from app.domain.storable import REPLACEMENT, storable
from app.exchange.limits import JSON_DEPTH
from app.exchange.malformed import Malformed


def decoded(line: bytes) -> str:
    """Return the text of `line`, which must be UTF-8."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as trouble:
        raise Malformed(
            f"byte {trouble.start + 1} is not UTF-8.", advice="Save the file as UTF-8."
        ) from None


def json_object(line: str) -> dict[str, Any]:
    """Return the one JSON object that `line` holds.

    Twice the same key in an object, NaN and infinities, values nested too deeply and numbers too
    long to be counted with are refused, as is everything that is not an object.
    """
    try:
        value = _DECODER.decode(line)
    except json.JSONDecodeError as trouble:
        if line.strip() in {"{", "["}:
            problem, advice = (
                "it holds only the beginning of a record.",
                "Put each record on one line.",
            )
        else:
            reason = trouble.msg.removesuffix(" at").removesuffix(" starting").lower()
            problem = f"it is not valid JSON at character {trouble.pos + 1}: {reason}."
            advice = "Each line must be one complete JSON object."
        raise Malformed(problem, advice=advice) from None
    except RecursionError:
        raise Malformed(f"it is nested more than {JSON_DEPTH} levels deep.") from None
    except ValueError:
        raise Malformed("it holds a number with too many digits.") from None
    if not isinstance(value, dict):
        raise Malformed(
            "it must be one JSON object in braces.", advice="Put each record on a line of its own."
        )
    if line.count("[") + line.count("{") > JSON_DEPTH and _deeper_than(value, JSON_DEPTH):
        raise Malformed(f"it is nested more than {JSON_DEPTH} levels deep.")
    return value


def _unrepeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Build an object; its keys are made storable first, so that none can hide behind another."""
    result = {key if key.isascii() else storable(key): value for key, value in pairs}
    if len(result) != len(pairs):
        keys = [key for key, _ in pairs]
        repeated = next((key for key in keys if keys.count(key) > 1), keys[0])
        raise Malformed(f"the key {quoted(repeated)} stands twice in one object.")
    return result


def _no_constant(name: str) -> None:
    raise Malformed(f"{name} is not a number that JSON knows.")


def _deeper_than(value: object, levels: int) -> bool:
    """Tell whether lists and objects nest more than `levels` deep, without recursion."""
    layer = [value]
    for _ in range(levels):
        layer = [
            inner
            for outer in layer
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, dict | list)
        ]
        if not layer:
            return False
    return True


def quoted(words: str, limit: int = 40) -> str:
    """Return `words` from outside, safe to show within a sentence: short and on one line."""
    shown = "".join(letter if letter.isprintable() else REPLACEMENT for letter in words)
    return f"“{shown if len(shown) <= limit else shown[: limit - 1] + '…'}”"


_DECODER = json.JSONDecoder(object_pairs_hook=_unrepeated, parse_constant=_no_constant)
