"""What the name of a party tells: person or organization, how people write it, and when two names are the same."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from functools import lru_cache

from graphload.wording.text import normal


class NameEvidence(str, Enum):
    """What a name tells of its bearer, strongest first."""

    FORM = "form"  # a legal form: an organization, though it be a director by deputization
    WORD = "word"  # a word of organizations' names that a person's may have too
    PERSON = "person"  # `Jr`, `MD` or a middle initial


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ONE_WAY = {
    "limited liability limited partnership": "lllp",
    "limited liability partnership": "llp",
    "limited liability company": "llc",
    "limited partnership": "lp",
    "public limited company": "plc",
    "l l l p": "lllp",
    "l l c": "llc",
    "l l p": "llp",
    "p l c": "plc",
    "s p a": "spa",
    "sa rl": "sarl",
    "l p": "lp",
    "a s": "as",
    "b v": "bv",
    "n v": "nv",
    "s a": "sa",
    "incorporated": "inc",
    "corporation": "corp",
    "company": "co",
    "limited": "ltd",
    "revokable": "revocable",
}
_SPELLED = re.compile(rf"(?<!\S)(?:{'|'.join(_ONE_WAY)})(?!\S)")
_AROUND = re.compile(r"^the (?=\S+ \S)|(?<!\S)and (?=\S)| et al$")

# these tell from the second word on: the first is a person's family name
_FORMS = _words(
    """bancorp bancorporation bancshares bankshares corp esop fbo foundation fund funds gmbh holdings icav inc kgaa llc
    lllp llp lp ltd ltda oyj partners partnership pllc plc pte pty pvt reit sarl sicav srl trust trusts"""
)
_WORDS = _words(
    """acquisition advisers advisors aggregator annuity asset assets associates association authority bank board capital
    charitable charities commission credit department endowment energy enterprises equities equity estate family
    financial for global gp government group holding income industries infrastructure insurance international invest
    investment investments investor investors management medical of offshore opportunities opportunity partner pension
    pharmaceuticals plan properties realty research resources retirement sciences securities series services solutions
    spv stiftung strategies systems technologies therapeutics treasury trustees ugp university ventures worldwide"""
)
_LAST_WORDS = _words("ab ag as bv co cv kg nv oy pbc sa sab sas se spa spc")  # elsewhere they may be a given name

_SUFFIXES = {word.casefold(): word for word in _words("Jr Sr II III IV 2nd 3rd 4th MD PhD Esq DDS DVM CPA CFA")}
_OF_PERSONS = _words("jr sr md phd esq")
_TITLES = _words("dr mr mrs ms prof")
_PARTICLES = _words(
    """abu al bar ben bin d da de del dela della den der des di dos du el la las le los mac mc o san st ten ter van
    vande vander von"""
)
_USUAL = {
    word.upper(): word
    for word in _words(
        """LLC LP LLP LLLP PLLC PLC AG SA NV BV SE AB KG AS ASA SAS SpA GmbH KGaA SARL REIT ESOP ETF IRA GP UGP FBO UTA
        USA US UK Ltd Mfg St Mt Ft Tr of the and for in on at by de del du des et und"""
    )
}
_MARK = re.compile(r"(?:\s*[/\\][A-Z]{2,3}[/\\]?)+\s*$")  # EDGAR tells registrants of one name apart: /DE/, /NEW/
_LETTERS = re.compile(r"[^\W\d_]+")
_ABBREVIATION = re.compile("[IVX]+|[^AEIOUY]{1,3}")  # a numeral, or no vowel to say it by


@lru_cache(maxsize=1 << 14)
def evidence_in(name: str) -> NameEvidence | None:
    """Return what a name tells, None where it may be anybody's."""
    words = compared(name).split()
    rest = words[1:]
    if not _FORMS.isdisjoint(rest):
        return NameEvidence.FORM
    if not _WORDS.isdisjoint(rest) or not _LAST_WORDS.isdisjoint(rest[-1:]) or "&" in name or _numbered(words):
        return NameEvidence.WORD
    return NameEvidence.PERSON if not _OF_PERSONS.isdisjoint(rest) or _initialed(words) else None


def _numbered(words: list[str]) -> bool:
    return any(word[0].isdecimal() for word in words if word not in _SUFFIXES)


def _initialed(words: list[str]) -> bool:
    """Tell whether a middle initial ends the name; I, V and X may number a fund."""
    return len(words) > 2 and len(words[-1]) == 1 < len(words[-2]) and words[-1].isalpha() and words[-1] not in "ivx"


@lru_cache(maxsize=1 << 14)
def compared(name: str) -> str:
    """Return what the spellings of a name have in common: small letters, no accents, `Limited Partnership` as `lp`."""
    apart = unicodedata.normalize("NFKD", name)
    plain = "".join(each for each in apart if each not in "'’" and not unicodedata.combining(each))
    return _SPELLED.sub(_one_way, _AROUND.sub("", normal(plain)))


def _one_way(form: re.Match[str]) -> str:
    """Return the short form; the lone letters after a single word may be a person's initials."""
    initials = all(len(word) == 1 for word in form[0].split()) and " " not in form.string[: form.start()].strip()
    return form[0] if initials else _ONE_WAY[form[0]]


@lru_cache(maxsize=1 << 14)
def display(name: str, person: bool) -> str:
    """Return a name as people write it: `DOE JANE Q` as `Jane Q Doe`, `FUND II LP` as `Fund II LP`."""
    return _person(name) if person else _organization(name)


def _person(name: str) -> str:
    """Turn round what EDGAR has with the family name first, which is one word where no particle or comma tells more."""
    before, _, after = re.sub(r" et al\.?$", "", name, flags=re.I).partition(",")
    first, rest = _untitled(before), _untitled(after.replace(",", " "))
    words = first + rest if len(first + rest) > 1 else name.replace(",", " ").split()
    size = len(first) if any(map(_given, rest)) else _family(words)
    capitals = name == name.upper()
    given = (_first(word, capitals) for word in words[size:] if _given(word))
    family = (_cased(word) for number, word in enumerate(words[:size]) if not number or _given(word))
    return " ".join((*given, *family, *(_suffix(word) for word in words[1:] if not _given(word))))


def _untitled(text: str) -> list[str]:
    return [word for word in text.split() if _bare(word) not in _TITLES]


def _bare(word: str) -> str:
    return word.casefold().replace(".", "")


def _given(word: str) -> bool:
    return _bare(word) not in _SUFFIXES


def _suffix(word: str) -> str:
    return word if "." in word[:-1] else _SUFFIXES[_bare(word)] + "." * word.endswith(".")


def _family(words: list[str]) -> int:
    """Count the words of the family name: particles belong to it while a given name is left; LE and DU may be all."""
    size = 1
    while size < len(words) - 1 and (particle := _bare(words[size - 1])) in _PARTICLES:
        if particle in ("le", "du") and all(len(_bare(word)) == 1 for word in words[size + 1 :]):
            break
        size += 1
    return size


def _first(word: str, capitals: bool) -> str:
    """Write a given name; AJ and FX are initials, and so is what only has capitals among small letters."""
    initials = len(word) < 4 and (not capitals or word[1:] == "J" or _ABBREVIATION.fullmatch(word))
    return word if word.isupper() and initials else _cased(word)


def _cased(word: str) -> str:
    if word.isupper() or (word.islower() and word not in _PARTICLES):
        return _LETTERS.sub(_capitalized, word)
    return word


def _capitalized(found: re.Match[str]) -> str:
    word, before = found[0].capitalize(), found.string[: found.start()][-1:]
    if before.isdecimal():
        return word.lower() if word in ("St", "Nd", "Rd", "Th") else found[0]
    if word.startswith("Mc") and len(word) > 4:
        return f"Mc{word[2:].capitalize()}"
    return "s" if word == "S" and before and before in "'’" else word


def _organization(name: str) -> str:
    """Write what has only capitals as a title, its legal form as usual; leave the rest as filed."""
    if name != name.upper():
        return " ".join(name.split())
    plain = _MARK.sub("", name)
    words = (_titled(word, first=not number) for number, word in enumerate(plain.split()))
    return " ".join((*words, *name[len(plain) :].split()))


def _titled(word: str, first: bool) -> str:
    bare = word.rstrip(".,")
    usual = _USUAL.get(bare)
    if usual and not (first and usual.islower()):
        return usual + word[len(bare) :]
    if "&" in word and len(bare) < 6:
        return word
    return _LETTERS.sub(_lettered, word)


def _lettered(found: re.Match[str]) -> str:
    word = _capitalized(found)
    return found[0] if _ABBREVIATION.fullmatch(found[0]) and not word.islower() else word
