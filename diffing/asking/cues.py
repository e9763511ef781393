"""Words that steer a question without naming anything: what is asked, between which editions, of which kind.

Each entry is a meaning of :mod:`diffing.asking.grammar` and the phrases for it, parted by bars. ``intent:`` carries a
weight: the heaviest cue of a question decides what is asked. A few entries add names that the corpus lacks, since only
somebody who asks would use them.
"""

from __future__ import annotations

CUES: dict[str, str] = {
    "intent:list-editions:9": (
        "list editions|list the editions|list all editions|which editions|what editions|how many editions|"
        "all editions|editions are there|versions are there|how many versions|list of editions|"
        "how many updates|how often updated"
    ),
    "intent:list-editions:7": "first published|first issued|first edition|first version|first working together",
    "intent:history:8": (
        "history of|since when|history|the history|over time|through the editions|over the years|timeline|evolved|"
        "evolution of|how did|developed over|through the years|edition by edition"
    ),
    "intent:compare-two:7": (
        "difference between|differences between|the difference|difference|compare|compared to|compared with|"
        "comparison|versus|vs|v|what's the difference|whats the difference|compare two|differ|differ from|"
        "different from|distinguish"
    ),
    "intent:define:7": (
        "define|definition of|definition|defined|mean|means|meaning|meaning of|meant by|what is meant by|"
        "stand for|stands for|count as|counts as|what counts as|explain"
    ),
    "intent:what-replaced:6": (
        "what replaced|who replaced|what replaces|who replaces|replaced by|replaced with|replaced|replace|"
        "replaces|replacement for|replacement|successor|successors|successor to|took over|takes over|"
        "take over|taken over|superseded|supersede|supersedes|instead of|took the place of|what happened to|"
        "what has happened to|become of|became of|predecessor|succeeded|formerly|used to be called|"
        "now called|called now"
    ),
    "intent:is-it-still:5": (
        "is it still|is there still|are there still|do we still|still a|still an|still the|still required|"
        "still needed|still apply|still applies|still in force|still valid|still exist|still exists|"
        "no longer|does it still|do they still|is the still|still have to|still a thing|anymore|any more|"
        "still need|still use"
    ),
    "intent:is-it-still:3": "still|exist|exists",
    "intent:what-changed:5": (
        "what changed|what has changed|what's changed|whats changed|changed|changes|change|changing|"
        "what's new|whats new|what is new|what is different|what's different|different|updates|updated|"
        "amended|amendments|altered|changes for|key changes|main changes|differently"
    ),
    "intent:how-long:6": (
        "how long|how many days|how many weeks|how many months|how many working days|how soon|how quickly|"
        "how often|how frequently|from when|by when|what date|which date|when did|when was|"
        "when were|when does|when do|when is|how much time|how fast|what year|how late|how old|timescale for|"
        "deadline for|time limit for"
    ),
    "intent:how-long:4": (
        "timescale|timescales|time scale|time scales|time limit|time limits|deadline|deadlines|timeframe|"
        "timeframes|time frame|time frames|time period"
    ),
    "intent:how-long:2": "when",
    "intent:who-does:4": (
        "who does|who is responsible|who must|who should|who can|whose job|who has to|who is|who are|who do|"
        "who will|who gets|who needs|responsible for|who did|who may|who was|who were|whose"
    ),
    "intent:who-does:3": "who",
    "intent:duties-now:3": (
        "what must|what should|what do|what does|what are the duties|duties|duty|responsibilities|"
        "responsibility|obligations|obligation|obliged|required to|need to|needs to|have to|has to|"
        "expected to|what can|what are the responsibilities|do we have to|do we need to|must we|should we|"
        "role of|roles of|the role|what are we supposed to|supposed to|duties now|requirement|requirements|"
        "allowed to|can we"
    ),
    "intent:duties-now:2": "what may|which must|do i have to|do i need to|role|roles",
    "intent:define:4": "what is a|what is an|what's a|what's an|whats a|whats an|what are|what is|what's|whats",
    "intent:search:1": "tell me about|anything about|information about|anything on|find|search",
    "kind:new": (
        "new|newly|new duties|the new duties|any new duties|new requirements|the new requirements|new rules|"
        "the new rules|new expectations|the new expectations|any new requirements|introduced|introduces|"
        "introduction of|added|adds|brand new|for the first time|brought in"
    ),
    "kind:gone": (
        "abolish|scrap|removed|removes|remove|dropped|drops|drop|scrapped|abolished|deleted|gone|taken out|"
        "left out|withdrawn|ended|removal|removal of|lost|took out|disappeared|got rid of|done away with|cut"
    ),
    "kind:stronger": "strengthen|tighten|stronger|strengthened|strengthens|tougher|tightened|tighter|stricter",
    "kind:weaker": "weaken|weakens|weaker|weakened|loosened|looser|relaxed|watered down|softened",
    "kind:timescale": (
        "new timescale|new deadline|timescale changed|shorter timescale|longer timescale|lengthened|shortened"
    ),
    "kind:renamed": "renamed|new name|new names|name changed|rename|name change|called now|now called",
    "kind:widened": "widen|widened|broadened|extended to|expanded|extended|wider",
    "kind:narrowed": "narrow|narrowed|narrower|restricted to",
    "kind:handed over": "handed over|transferred to",
    "kind:moved": "moved|moved to another chapter",
    "kind:split": "split",
    "kind:merged": "merged",
    "kind:clarified": "clarified|clearer|made clear|clarification|clarifies",
    "kind:redefined": "redefined|new definition",
    "kind:restructured": "restructured|reorganised|restructure",
    "kind:same": (
        "keep|keeps|unchanged|stayed the same|not changed|same as before|kept|carried on|the same|stays the same"
    ),
    "strictly": (
        "must duties|must duty|must dos|legal requirement|legal requirements|statutory duty|statutory duties|"
        "legal duty|legal duties|should duties|may duties"
    ),
    "strength:must": (
        "must|must do|must dos|must duty|legal requirements|legal requirement|legally required|"
        "statutory duty|statutory duties|must duties|compulsory|mandatory|legal duty|legal duties|obligatory"
    ),
    "strength:must not": "must not|mustn't|cannot|can't|forbidden|prohibited|not allowed",
    "strength:should": "should|should duties",
    "strength:should not": "should not|shouldn't",
    "strength:may": "may|may duties|optional",
    "after": "since|after|from|onwards from|following|starting from|as of",
    "before": "before|prior to|earlier than|pre",
    "until": "until|till|up to",
    "to": "to|through to|into",
    "between": "between",
    "in": "in|under|in the|under the|of the|within|during|for the|by the|of",
    "latest": (
        "latest|latest edition|latest version|current|current edition|current version|currently|newest|"
        "newest edition|most recent|most recent edition|last edition|last version|new edition|"
        "the new edition|new version|the new version|current guidance|latest guidance|present edition|"
        "in force now|edition in force|new working together|latest working together|current working together|"
        "newest version|present guidance"
    ),
    "now": "now|today|nowadays|at present|these days|at the moment|right now|presently",
    "previous": (
        "previous edition|previous version|last but one|the one before|old edition|older edition|"
        "previous guidance|old guidance|old version|old working together|earlier edition|prior edition|"
        "penultimate edition"
    ),
    "draft": (
        "draft|drafts|the draft|draft version|draft guidance|consultation|consultations|consultation draft|"
        "consultation version|proposal|proposals|proposed|proposes|propose|consulted|consulting"
    ),
    "agency:childrens-social-care": "children's services|childrens services|social services|csc",
    "topic:implementation": (
        "new arrangements|new safeguarding arrangements|new partnership|new partnerships|change over|"
        "changeover|switch over|transition|transitional|grace period|go live|new system"
    ),
    "topic:edition-status": (
        "first published|first issued|first edition|first version|first working together|come into force|"
        "came into force|comes into force|take effect|took effect|takes effect|date of effect|"
        "publication date|counting editions"
    ),
    "topic:timescales": "45 days|15 days|10 days|35 days|24 hours",
    "unsure:safeguarding-partners": "partners|the partners|partnership|partnerships",
    "unsure:all-organisations": "partners|the partners",
    "not": (
        "not|except|except for|excluding|other than|apart from|but not|not for|aside from|exclude|"
        "leaving out|ignoring|excepting"
    ),
    "any": "any|all|everything|a new|the new|our new|any new|this new|another new",
    "word": (
        "mandatory|statutory duty|statutory duties|legal requirement|legally required|legal duty|"
        "legal duties|forbidden|prohibited|difference|definition|responsible for"
    ),
    "story:first": "i|i'm|im|me|my|myself|i've|mine",
    "story:child": (
        "son|daughter|mum|mom|mummy|dad|daddy|stepdad|step dad|stepmum|step mum|stepfather|uncle|aunt|auntie|"
        "brother|sister|boyfriend|girlfriend|baby|boy|girl|niece|nephew|grandson|granddaughter|grandad|"
        "friend|neighbour|neighbours|kid|kids|child|children|pupil|coach|year old|years old|cousin|"
        "foster dad|foster mum|little one|toddler|teacher|mother|father|partner's"
    ),
    "story:harm": (
        "hit|hits|hitting|hurt|hurts|hurting|beat|beats|beating|beaten|touches|touched|touching|rapes|raped|"
        "abusing|abused|abuses|molested|molests|bruise|bruises|bruised|scared|afraid|frightened|unsafe|burns|"
        "burned|starving|groomed|grooming|cutting|suicide|kill|threatens|threatened|bleeding|locked|"
        "self harm|self harming|sexually|punched|punches|kicked|kicks|slapped|slaps|screaming|screams|"
        "shouting|in danger|worried about"
    ),
}
"""Meaning to the phrases for it."""

SEARCHED = (
    "story:child",
    "story:harm",
    "chapter",
    "kind:moved",
    "kind:merged",
    "kind:split",
    "kind:handed over",
)
"""Beginnings of the meanings whose words are looked for as text as well; so are those of names."""
