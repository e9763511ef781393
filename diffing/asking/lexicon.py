"""Words that help to search: empty ones, those that stand in for each other, those that an answer likely has."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GENERAL = _words(
    """
    child children childrens childs common commons families family local lord lords people person provider
    providers service services young
    """
) | {"young people", "young person", "local services", "local service"}
"""Words so general that they never name an agency by themselves, though an alias has them."""

STOP = _words(
    """
    wot wots wat wht waht
    a about above according across actual actually again against all along also am an and another answer any
    anybody anyone anything anyway applicable applied applies apply are aren't around as ask asking at basically
    be because been being bit both but by came can cheers come comes concern concerning concerns could cover
    covered covers currently deal dealing deals dear did didn't different differently do doc docs document does
    doesn't doing don't done dont each edition editions eg either else england english etc ever every everybody
    exactly few final find for found from general generally get gets getting give given gives go goes going got
    guidance had handle happen happened happening happens has have having he hello her here hers hey hi him his
    hiya how hows i i'd i'll i'm i've ie if im important in intent into is isn't it it's its itself just key
    kind kinds know known let let's lets like look looking lot main make makes making many maybe me mention
    mentioned mentions might more morning most much my need needed needs no nor of off ok okay on once one ones
    only or other others our ours out over own part particular particularly parts per perhaps please pls plz
    presently put question questions quick quite rather re really regarding related relating rule rules said
    same say saying says see seem shall she show showing shows since so some somebody someone something sort
    specific specifically state stated states still strength such supposed sure take taken takes taking tell
    terms than thank thanks that that's the their theirs them then there there's theres these they thing things
    think this those though through thus thx time to together told too topics tried try trying type types under
    up upon urgent us use used uses using v version versions very vs want wanted wants was wasn't way we well
    went were what what's whatever whats when where wheres whether which while who whom whos whose why will with
    within without won't wonder wondering words working would wt yes yet you your yours
    """
)
"""Words that carry nothing to look for."""

SYNONYMS: tuple[str, ...] = (
    "finish complete end close conclude",
    "limit timescale deadline timeframe",
    "start begin commence initiate launch operate",
    "keep retain remain stay",
    "chang amend alter revise differ",
    "new introduce added",
    "abolish remov end discontinu replac withdraw",
    "nursery childminder childcare preschool playgroup",
    "baby infant unborn",
    "boss manag",
    "kill murder homicide",
    "police constabulary officer",
    "doctor gp physician",
    "teach teache school",
    "hospital health nhs",
    "charity voluntary",
    "church faith religious mosque",
    "club sport",
    "council local authorit",
    "job role function",
    "check vet vetting disclosure",
    "online technology digital electronic",
    "gang county organised crime",
    "knife weapon violenc",
    "radicalis extremis terroris prevent",
    "traffick slavery",
    "sex sexual",
    "punish physical chastise",
    "carer parent foster",
    "pay fund contribut resource cost money budget",
    "quick prompt immediate urgent soon",
    "share sharing disclose exchange",
    "meet meeting conference",
    "form template",
    "boy girl child",
    "teenage adolescent young",
    "assess assessment evaluate",
    "audit check assur monitor",
    "complain complaint whistleblow",
    "sack dismiss barr",
    "quarrel disagree disput conflict escalat",
    "website publish",
    "publish issue",
    "seat member represent",
    "anonymise redact blacked",
    "merge join combine span",
    "image photo",
    "salary pay",
    "stop end cease",
    "set establish implement agree arrange",
    "open unfinished incomplete outstanding ongoing pending",
    "write prepare produce draw",
    "contain include set",
    "wide broaden widen",
    "homeless housing",
    "jail prison custod",
    "equal joint shar",
    "consent agree permission",
    "volunt unpaid",
    "annual year",
    "court proceed legal",
    "law legal statut act",
    "visit see seen",
    "quit leave left",
    "lay communit public",
    "pupil student learner",
    "disput disagree",
    "expert specialist",
    "injur hurt harm",
)
"""Groups of words that stand in for each other when searching, at a discount."""

KIND_WORDS: dict[str, str] = {
    "gone": "removed dropped gone longer ended taken out",
    "new": "new introduced added first",
    "stronger": "stronger strengthened",
    "weaker": "weaker weakened",
    "renamed": "renamed called name",
    "clarified": "clearer clarified",
    "widened": "widened more",
    "same": "kept stays same",
    "moved": "moved",
    "split": "split",
    "merged": "merged one",
    "handed over": "passed handed",
}
"""What a good answer about a kind of change is likely to say; such words help, and their lack counts for nothing."""

INTENT_WORDS: dict[str, str] = {
    "what replaced": "replace replaced supersede succeeded took place instead",
    "how long": "days weeks months hours working within limit deadline",
    "is it still": "longer removed end required separate",
    "define": "means defined definition",
    "who does": "responsible",
}
"""The same for each sort of question."""
