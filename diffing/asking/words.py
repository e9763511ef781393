"""Words of a text: how they are cut out, brought to one form, and varied.

Cutting and mending are written twice, here and in ``site/docs/assets/js/reading.js``; keep them simple enough to stay
the same. Stems are for searching only, so the browser's reader needs none.
"""

from __future__ import annotations

import re
from functools import lru_cache

LONGEST_QUESTION = 400
"""Words of a question that are read; what comes after is left out and said so."""

_WRITTEN = (("’", "'"), ("‘", "'"), ("→", " to "), ("co-op", "coop"), ("co-ord", "coord"))
"""Ways of writing that are made one before words are cut."""

_TOKEN = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")


def tokens(text: str) -> list[str]:
    """The words and figures of *text* in lower case; an arrow reads as "to", every other mark parts words.

    Example:
        >>> tokens("What’s new in WT-2018, re: multi-agency work?")
        ["what's", 'new', 'in', 'wt', '2018', 're', 'multi', 'agency', 'work']
    """
    plain = text.lower()
    for written, read in _WRITTEN:
        plain = plain.replace(written, read)
    return _TOKEN.findall(plain)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The form under which *word* is indexed: its plural, tense and commonest endings taken off.

    Example:
        >>> [stem(word) for word in ("assessments", "assessed", "notification", "notifies", "children")]
        ['assess', 'assess', 'notify', 'notify', 'child']
    """
    word = word.removesuffix("'s").replace("'", "")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or word.isdigit():
        return word
    for ending, instead, least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word[: -len(ending)] + instead
            break
    for ending, instead, least in _SECOND_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word[: -len(ending)] + instead
            break
    return _IRREGULAR.get(word, word)


def variants(phrase: str) -> tuple[str, ...]:
    """*phrase* with its last word in the singular and plural, and its ways of writing that people mix up.

    Example:
        >>> variants("early years")
        ('early years', 'early year', 'earlyyears', 'earlyyear')
    """
    words = tokens(phrase)
    if not words:
        return ()
    lasts = [words[-1], *_numbers(words[-1])]
    found = [[*words[:-1], last] for last in lasts]
    joined = [["".join(each)] for each in found if len(each) == 2 and min(map(len, each)) > 2]
    section = re.sub(r"^s ?(\d+\w*)$", r"section \1", " ".join(words))
    both = [*found, *joined, section.split()]
    if words[0] == "section" and len(words) == 2:
        both += [[f"s{words[1]}"], ["s", words[1]], ["sec", words[1]]]
    return tuple(dict.fromkeys(" ".join(each).replace("'s", "s") for each in both)) + (
        (" ".join(words),) if "'" in phrase or "’" in phrase else ()
    )


def _numbers(word: str) -> list[str]:
    """The other number of a noun, as far as its ending shows."""
    if len(word) < 2 or word.endswith(("ss", "us", "is", "ing")) or word[-1].isdigit():
        return []
    if word.endswith("ies"):
        return [f"{word[:-3]}y"]
    if word.endswith("s"):
        return [word[:-1]] if len(word) > 3 else []
    if word.endswith("y") and len(word) > 3 and word[-2] not in "aeiou":
        return [f"{word[:-1]}ies"]
    return [f"{word}es"] if word.endswith(("sh", "ch", "x")) else [f"{word}s"]


_ENDINGS = (
    ("ifications", "ify", 2),
    ("ification", "ify", 2),
    ("ations", "ate", 3),
    ("ation", "ate", 3),
    ("ements", "e", 3),
    ("ement", "e", 3),
    ("ments", "", 3),
    ("ment", "", 3),
    ("ies", "y", 2),
    ("ied", "y", 2),
    ("sses", "ss", 2),
    ("ches", "ch", 2),
    ("shes", "sh", 2),
    ("xes", "x", 2),
    ("ings", "", 3),
    ("ing", "", 3),
    ("ness", "", 3),
    ("ers", "e", 3),
    ("er", "e", 4),
    ("ed", "", 3),
    ("ly", "", 4),
    ("ss", "ss", 1),
    ("us", "us", 1),
    ("is", "is", 1),
    ("s", "", 3),
)
_SECOND_ENDINGS = (
    ("ment", "", 3),
    ("ation", "", 3),
    ("ate", "", 3),
    ("tt", "t", 2),
    ("nn", "n", 2),
    ("rr", "r", 2),
    ("pp", "p", 2),
    ("gg", "g", 2),
    ("e", "", 3),
)

_IRREGULAR = {
    word: root
    for root, forms in {
        "child": "children childrens kids kid",
        "refer": "referral referrals referred referring refers",
        "publish": "publication publications published publishing publishes",
        "death": "die died dies dying dead deaths",
        "scrutin": "scrutiny scrutinise scrutinised scrutineer scrutineers scrutinising scrutinises",
        "deci": "decide decides decided deciding decision decisions decid",
        "parent": "parental mum dad mums dads mother father mothers fathers",
        "analys": "analyse analysed analysis analyses analysing",
        "independ": "independent independence independently",
        "compulsor": "compulsory obligatory",
        "abolish": "abolished abolition abolishes scrapped scrap axed",
        "inform": "information informed informs informing info",
        "consult": "consultation consultations consulted",
        "commiss": "commission commissions commissioned commissioning commissioner commissioners",
        "inspect": "inspection inspections inspector inspectors inspected inspectorate inspectorates",
        "investigat": "investigation investigations investigate investigated investigates investigator",
        "educat": "education educational educate",
        "employ": "employer employers employee employees employment employed",
        "respond": "response responses responds responded responding reply replies react",
        "attend": "attends attended attending attendance invite invited",
        "correct": "correction corrections corrected corrects",
        "respons": "responsible responsibility responsibilities",
        "require": "requirement requirements required requires requiring",
        "exploit": "exploitation exploited exploiting",
        "traffick": "trafficking trafficked trafficker",
        "allegat": "allegation allegations alleged",
        "allocat": "allocation allocate allocated",
        "account": "accountable accountability",
        "disabl": "disabled disability disabilities",
        "recruit": "recruitment recruited recruiting",
        "train": "training trained trains trainer",
        "supervis": "supervision supervise supervised supervisor supervisors",
        "escalat": "escalation escalate escalated",
        "disagree": "disagreement disagreements disagrees",
        "year": "yearly annual annually yrs yr years",
        "week": "weekly weeks",
        "month": "monthly months",
        "day": "days daily",
        "member": "membership members",
        "lead": "leads leader leaders leadership leading led",
        "strateg": "strategy strategic strategies",
        "fund": "funding funds funded",
        "notif": "notify notification notifications notified notifies notifying notifiable",
        "review": "reviews reviewed reviewing reviewer reviewers",
        "hold": "holds held holding convene convened convenes convening",
        "website": "online web internet websites site",
        "confidential": "confidentiality",
        "young": "younger youngest",
        "neglect": "neglected neglectful neglecting",
        "secur": "secure security",
        "record": "records recording recorded",
        "involv": "involve involved involvement involving",
        "appoint": "appointed appointment appoints appointing",
        "chair": "chairs chaired chairing chairperson chairman",
    }.items()
    for word in (root, *forms.split())
} | {"notify": "notify"}
"""Words whose endings mislead, and a few that people use for one another."""
_IRREGULAR |= {word: "notify" for word, root in _IRREGULAR.items() if root == "notif"}
