"""Patterns of what footnotes and remarks say, one row each."""

from __future__ import annotations

from graphload.wording.natures import STATED

# Each row: kind, value, grade, a pattern, and a pattern that must not be there; the first row of a kind decides.
TABLE = (
    (
        "price",
        "",
        "average",
        r"\b(?:weighted[\s-]*average|average[\s-]*weighted)\b(?:\W+\w+){0,4}?\W+pric|\baverage\s+(?:\w+\s+){0,3}pric|\bprices?\b"
        r"[^.;]{0,60}\b(?:weighted[\s-]*average|an?\s+average)|^\W*(?:an?\s+)?(?:weighted[\s-]*)?average\b",
        r"\bvolume[\s-]*weighted\b|\bVWAP\b|\bclosing\b|\btrailing\b|\b(?:not|no)\b[^.;]{0,30}\baverage",
    ),
    (
        "distribution",
        "received",
        STATED,
        r"\b(?:received|acquired|receipt\s+of|obtained)\b[^.;]{0,120}\b(?:distribution|pro[\s-]?rata)"
        r"|\b(?:distribution|pro[\s-]?rata)\b[^.;]{0,60}\breceived\s+by\b",
        r"\bdistribution\s+plan|\bdividend",
    ),
    (
        "distribution",
        "made",
        STATED,
        r"\bdistribut(?:ed|es|ing|ions?)\b[^.;]{0,120}?\b(?:to|by|among|in[\s-]kind|pro[\s-]?rata)\b"
        r"|\bpro[\s-]?rata\b[^.;]{0,60}\bdistribut",
        r"\bdistribution\s+plan|\bdistribut\w+\s+(?:to\s+me|upon)|\bdividend|\bwill\s+be\b[^.;]{0,30}\bdistribut"
        r"|\bno\b[^.;]{0,20}\bdistribut|\bpublic\s+distribution",
    ),
    (
        "exchange",
        "reclassification",
        STATED,
        r"\breclassif(?:ied|ication|ying)\b|\brecapitali[sz](?:ed|ation)\b|\bredomesticat|\bdomesticat(?:ed|ion)\b",
        r"\bforfeit|\b(?:will|shall|would|may)\s+(?:be\s+)?reclassif|\bin\s+the\s+event\s+of\b|\badjust(?:ment|ed)\s+for\b",
    ),
    (
        "exchange",
        "merger",
        STATED,
        r"\b(?:pursuant\s+to|in\s+connection\s+with|under|as\s+a\s+result\s+of|upon|in|by)\s+(?:the\s+|an?\s+)?(?:[\w’'-]+\s+){0,6}?"
        r"(?:merger|business\s+combination|reorgani[sz]ation|exchange\s+offer|tender\s+offer|acquisition\s+of\s+the\s+issuer)\b"
        r"|\bmerger\s+(?:agreement|consideration)\b|\beffective\s+time\b[^.;]{0,80}\b(?:cancel|convert)",
        r"\b(?:in\s+the\s+event\s+of|upon\s+a|if)\b[^.;]{0,60}\b(?:merger|combination|reorgani|change)|\bvest",
    ),
    (
        "disclaims",
        "beyond interest",
        STATED,
        r"\bdisclaim(?:s|ed|ing|er)?\b[^;]{0,200}?\b(?:pecuniary|proportionate|own|her|his|their|its)\s+(?:own\s+)?(?:pecuniary\s+)?interests?\b",
        r"\b(?:not|no\s+longer|never|neither)\b[^.;]{0,40}\bdisclaim",
    ),
    (
        "disclaims",
        "",
        STATED,
        r"\bdisclaim(?:s|ed|ing|er)?\b[^.;]{0,160}?\b(?:ownership|interests?|owner|these|those|the)\b",
        r"\b(?:not|no\s+longer|never|neither)\b[^.;]{0,40}\bdisclaim|\bdisclaim\w*\b[^.;]{0,40}\b(?:membership|existence|obligation|liabilit)",
    ),
    (
        "left",
        "below ten percent",
        STATED,
        r"\b(?:no\s+longer|ceased\s+to|ceases\s+to|not\s+any\s+longer)\b[^.;]{0,100}\b(?:10|ten)\s*(?:%|percent|per\s+cent)"
        r"|\b(?:below|less\s+than|under)\s+(?:10|ten)\s*(?:%|percent|per\s+cent)",
        r"\bif\b|\bshares\s+of\s+class\b",
    ),
    (
        "left",
        "died",
        STATED,
        r"\b(?:passed\s+away|deceased|died)\b|\b(?:his|her)\s+death\b",
        r"\b(?:upon|event\s+of)\b[^.;]{0,30}\bdeath",
    ),
    (
        "left",
        "retired",
        STATED,
        r"\bretired\b|\bretirement\s+(?:from|as|of|effective)\b|\bretires\b",
        r"\b(?:upon|event\s+of|following|until|or|after|before)\b[^.;]{0,30}\bretire|\bretirement\s+(?:of|savings|plan|account)|\bnot\s+(?:yet\s+)?retire",
    ),
    (
        "left",
        "resigned",
        STATED,
        r"\bresigned\b|\b(?:his|her|its|\w+[’'])s?\s+resignation\b|\bresignation\s+(?:as|from|of)\b|\bresigns\b|\bstepp(?:ed|ing)\s+down\b",
        r"\b(?:upon|event\s+of|following|or|if|without)\b[^.;]{0,30}\bresign(?:s|ation)?\b|\bnot\s+(?:yet\s+)?resign",
    ),
    (
        "left",
        "term ended",
        STATED,
        r"\bterm\b[^.;]{0,60}\b(?:expired|ended|concluded)\b|\bnot\s+(?:to\s+)?(?:stand|stood|standing|re-?elected|nominated)\b",
        r"\boption|\baward|\bunits?\b",
    ),
    (
        "left",
        "left",
        STATED,
        r"\b(?:left|departed|departure\s+from)\b[^.;]{0,40}\b(?:board|company|issuer|bank|firm|employ\w*|corporation)\b"
        r"|\b(?:no\s+longer|ceased\s+to\s+be|ceased\s+serving|ceases\s+to\s+be)\b[^.;]{0,60}\b(?:director|officer|insider|section\s+16|affiliate|employee)"
        r"|\b(?:employment|service)\b[^.;]{0,40}\b(?:was\s+terminated|terminated\s+on|ended\s+on)",
        r"\b(?:if|until|upon|unless|should)\b",
    ),
)
