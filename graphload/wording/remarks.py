"""What footnotes and remarks say of a row or of an amendment beyond the cells."""

from __future__ import annotations

import re
from functools import lru_cache

_LONGEST = 4000  # characters that are read
_REFORMED = re.compile(
    r"""\bchange\ in\ (?:the\ )?(?:form|nature)\b|\b16a-13\b|\bform\ of\ (?:beneficial\ )?ownership\b
        |\b(?:formerly|previously|prior(?:ly)?\ to)\b[^.;]{0,60}\b(?:held|owned|(?:reported|listed)
        (?!\s+(?:on|in|by)\b(?!\s+the\s+name)))\b
        |\b(?:held|owned|reported)\b[^.;]{0,40}\b(?:formerly|previously)\b
        |\b(?:transferr?ed|contributed|re-?titled|re-?registered|assigned|moved|conveyed|deposited|gifted)\b
        [^.;]{0,80}\b(?:trust|grat|llc|l\.?p\.?|partnership|company|account|plan|spouse|wife|husband|foundation|him|her
        |himself|herself|reporting\ person|name)\b
        |\b(?:now|currently)\b[^.;]{0,30}\b(?:held|owned)\b|\bdistribut(?:ed|ion)\b[^.;]{0,60}\breporting\ person\b""",
    re.I | re.X,
)
_CORRECTS = re.compile(
    r"""\bcorrect(?:s|ed|ing|ion)?\b|\bincorrect|\berror|\berroneous|\bmis-?stat|\bmis-?report|\bmistak|\bmis-?typed?
        |\btypograph|\bclerical|\binaccura|\bover-?stated|\bunder-?stated|\bwrong|\brestat
        |\b(?:more|less|fewer)\ than\ (?:was\ |were\ )?(?:first\ |originally\ )?(?:said|reported|stated|shown)\b
        |\b(?:instead\ of|rather\ than|should\ have|actual\ (?:number|amount|price))\b""",
    re.I | re.X,
)
_WITHDRAWS = re.compile(
    r"""\b(?:remov|delet|withdr|rescind|rescission|retract|void|nullif|cancel|eliminat|revers|duplicat|disregard)
        |\btwice\b|\balready\ (?:been\ )?reported\b|\b(?:did|should|was|were|has|have)\ not\b|\bnever\b|\bno\ longer\b
        |\b(?:in|by)\ (?:error|mistake)\b|\b(?:erroneous|inadvertent|mistaken)(?:ly)?\b|\btake[ns]?\ back\b""",
    re.I | re.X,
)


@lru_cache(maxsize=4096)
def changes_form(text: str) -> bool:
    """Tell whether a footnote says that shares are held in another form than before, as in a trust."""
    return bool(_REFORMED.search(text[:_LONGEST]))


def corrects(text: str) -> bool:
    """Tell whether the remarks or footnotes of an amendment say that something was wrong."""
    return bool(_CORRECTS.search(text[:_LONGEST]))


def withdraws(text: str) -> bool:
    """Tell whether the remarks or footnotes of an amendment may say that something reported is taken back."""
    return bool(_WITHDRAWS.search(text[:_LONGEST]))
