"""A study's fingerprint: whoever has the same compares the same articles, words and labels."""

from hashlib import sha256

import msgspec

from app.agreement.study import Studied, Study

_SHOWN = 16


def fingerprint(study: Study) -> str:
    """Return the first digits of a hash over what counts; how annotators are called is not in it.

    The order of annotators is: the first is the reference of measures with two sides.
    """
    told = [
        (
            article.id,
            article.characters,
            [(region.start, region.end) for region in article.furniture],
            [_said(article, who) for who in study.annotators],
        )
        for article in sorted(study.counting, key=lambda one: one.id)
    ]
    return sha256(msgspec.json.encode((study.labels, told))).hexdigest()[:_SHOWN]


def _said(article: Studied, who: str) -> list[object] | None:
    """Return what somebody says, as numbers and labels; None where they have not finished."""
    if who not in article.works:
        return None
    return [
        (one.label, [(piece.start, piece.end) for piece in one.pieces])
        for one in article.works[who].said
    ]
