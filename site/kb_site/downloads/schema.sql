-- The knowledge base as tables. Ids are those of the corpus; every foreign key is checked before the file is given out.
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE edition (
    id TEXT PRIMARY KEY, place INTEGER NOT NULL UNIQUE, title TEXT NOT NULL, is_draft INTEGER NOT NULL,
    published TEXT NOT NULL, in_force TEXT NOT NULL, superseded TEXT NOT NULL, status TEXT NOT NULL
) STRICT;
CREATE TABLE revision (
    edition_id TEXT NOT NULL REFERENCES edition, date TEXT NOT NULL, title TEXT NOT NULL, PRIMARY KEY (edition_id, date)
) STRICT;
CREATE TABLE chapter (
    id TEXT PRIMARY KEY, edition_id TEXT NOT NULL REFERENCES edition, number TEXT NOT NULL, title TEXT NOT NULL,
    theme TEXT NOT NULL, document TEXT NOT NULL, coverage TEXT NOT NULL, missing TEXT NOT NULL
) STRICT;
CREATE TABLE source (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, publisher TEXT NOT NULL, date TEXT NOT NULL, kind TEXT NOT NULL,
    evidence TEXT NOT NULL, address TEXT NOT NULL, note TEXT NOT NULL
) STRICT;
CREATE TABLE agency (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
CREATE TABLE agency_alias (agency_id TEXT NOT NULL REFERENCES agency, alias TEXT NOT NULL, PRIMARY KEY (agency_id, alias)) STRICT;
CREATE TABLE agency_group (
    agency_id TEXT NOT NULL REFERENCES agency, group_id TEXT NOT NULL REFERENCES agency (id), PRIMARY KEY (agency_id, group_id)
) STRICT;
CREATE TABLE agency_successor (
    agency_id TEXT NOT NULL REFERENCES agency, successor_id TEXT NOT NULL REFERENCES agency (id), since TEXT NOT NULL,
    note TEXT NOT NULL, PRIMARY KEY (agency_id, successor_id)
) STRICT;
-- Whom a question about an agency reaches: itself, members, predecessors, successors, wider groups.
CREATE TABLE agency_reach (
    agency_id TEXT NOT NULL REFERENCES agency, reached_id TEXT NOT NULL REFERENCES agency (id), reach TEXT NOT NULL,
    PRIMARY KEY (agency_id, reached_id)
) STRICT;
CREATE TABLE term (id TEXT PRIMARY KEY, label TEXT NOT NULL, still_right TEXT NOT NULL, note TEXT NOT NULL) STRICT;
CREATE TABLE term_meaning (
    term_id TEXT NOT NULL REFERENCES term, edition_id TEXT NOT NULL REFERENCES edition, text TEXT NOT NULL,
    PRIMARY KEY (term_id, edition_id)
) STRICT;
CREATE TABLE term_successor (
    term_id TEXT NOT NULL REFERENCES term, successor_id TEXT NOT NULL REFERENCES term (id), since TEXT NOT NULL,
    note TEXT NOT NULL, PRIMARY KEY (term_id, successor_id)
) STRICT;
CREATE TABLE topic (id TEXT PRIMARY KEY, label TEXT NOT NULL, topic_group TEXT NOT NULL, description TEXT NOT NULL) STRICT;
CREATE TABLE provision (
    id TEXT PRIMARY KEY, edition_id TEXT NOT NULL REFERENCES edition, chapter_id TEXT NOT NULL REFERENCES chapter,
    section TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, strength TEXT NOT NULL, strength_inferred INTEGER NOT NULL,
    paragraph TEXT NOT NULL, law TEXT NOT NULL, revision TEXT NOT NULL, until TEXT NOT NULL, stands INTEGER NOT NULL,
    lineage TEXT NOT NULL, evidence TEXT NOT NULL, note TEXT NOT NULL
) STRICT;
CREATE TABLE provision_bearer (
    provision_id TEXT NOT NULL REFERENCES provision, agency_id TEXT NOT NULL REFERENCES agency, PRIMARY KEY (provision_id, agency_id)
) STRICT;
CREATE TABLE provision_topic (
    provision_id TEXT NOT NULL REFERENCES provision, topic_id TEXT NOT NULL REFERENCES topic, PRIMARY KEY (provision_id, topic_id)
) STRICT;
CREATE TABLE provision_term (
    provision_id TEXT NOT NULL REFERENCES provision, term_id TEXT NOT NULL REFERENCES term, PRIMARY KEY (provision_id, term_id)
) STRICT;
CREATE TABLE timescale (
    id INTEGER PRIMARY KEY, provision_id TEXT NOT NULL REFERENCES provision, relation TEXT NOT NULL, value INTEGER, unit TEXT,
    start TEXT NOT NULL, words TEXT NOT NULL, days REAL
) STRICT;
CREATE TABLE link (
    earlier_id TEXT NOT NULL REFERENCES provision (id), later_id TEXT NOT NULL REFERENCES provision (id), basis TEXT NOT NULL,
    score REAL NOT NULL, why TEXT NOT NULL, PRIMARY KEY (earlier_id, later_id)
) STRICT;
CREATE TABLE change (
    id TEXT PRIMARY KEY, from_edition_id TEXT NOT NULL REFERENCES edition (id), to_edition_id TEXT NOT NULL REFERENCES edition (id),
    revision TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, is_announced INTEGER NOT NULL, tells_change INTEGER NOT NULL,
    evidence TEXT NOT NULL, note TEXT NOT NULL
) STRICT;
CREATE TABLE finding (
    id INTEGER PRIMARY KEY, change_id TEXT NOT NULL REFERENCES change, kind TEXT NOT NULL, basis TEXT NOT NULL,
    was TEXT NOT NULL, now TEXT NOT NULL, is_inferred INTEGER NOT NULL
) STRICT;
CREATE TABLE change_bearer (
    change_id TEXT NOT NULL REFERENCES change, agency_id TEXT NOT NULL REFERENCES agency, PRIMARY KEY (change_id, agency_id)
) STRICT;
CREATE TABLE change_topic (
    change_id TEXT NOT NULL REFERENCES change, topic_id TEXT NOT NULL REFERENCES topic, PRIMARY KEY (change_id, topic_id)
) STRICT;
CREATE TABLE change_provision (
    change_id TEXT NOT NULL REFERENCES change, provision_id TEXT NOT NULL REFERENCES provision, side TEXT NOT NULL,
    PRIMARY KEY (change_id, provision_id, side)
) STRICT;
CREATE TABLE citation (
    id INTEGER PRIMARY KEY, source_id TEXT NOT NULL REFERENCES source, place TEXT NOT NULL,
    provision_id TEXT REFERENCES provision, change_id TEXT REFERENCES change,
    CHECK ((provision_id IS NULL) <> (change_id IS NULL))
) STRICT;
CREATE INDEX provision_by_edition ON provision (edition_id, strength);
CREATE INDEX provision_by_lineage ON provision (lineage);
CREATE INDEX bearer_of_provision ON provision_bearer (agency_id);
CREATE INDEX bearer_of_change ON change_bearer (agency_id);
CREATE INDEX finding_of_change ON finding (change_id, kind);
CREATE INDEX timescale_of_provision ON timescale (provision_id);
CREATE INDEX citation_of_provision ON citation (provision_id);
CREATE INDEX citation_of_change ON citation (change_id);

-- Every change that is told, one row for each agency that a question reaches; drafts are marked, never mixed in silently.
CREATE VIEW what_changed AS
SELECT r.agency_id AS agency, MIN(CASE r.reach WHEN 'named' THEN '1 named' WHEN 'member' THEN '2 member'
           WHEN 'predecessor' THEN '3 predecessor' WHEN 'successor' THEN '4 successor' ELSE '5 wider group' END) AS reach,
       c.from_edition_id AS from_edition, c.to_edition_id AS to_edition, c.revision, e.is_draft OR f.is_draft AS is_draft,
       (SELECT group_concat(DISTINCT kind) FROM finding WHERE change_id = c.id) AS kinds, c.title, c.text,
       (SELECT group_concat(s.publisher || ': ' || s.title || iif(x.place = '', '', ', ' || x.place), '; ')
          FROM citation x JOIN source s ON s.id = x.source_id WHERE x.change_id = c.id) AS sources,
       c.evidence, c.id AS change_id
FROM change c JOIN edition e ON e.id = c.to_edition_id JOIN edition f ON f.id = c.from_edition_id
JOIN change_bearer b ON b.change_id = c.id JOIN agency_reach r ON r.reached_id = b.agency_id
WHERE c.tells_change GROUP BY r.agency_id, c.id;

-- What each edition asks, one row for each agency that a question reaches; the latest issued edition is `is_latest`.
CREATE VIEW duties_now AS
SELECT r.agency_id AS agency, MIN(CASE r.reach WHEN 'named' THEN '1 named' WHEN 'member' THEN '2 member'
           WHEN 'predecessor' THEN '3 predecessor' WHEN 'successor' THEN '4 successor' ELSE '5 wider group' END) AS reach,
       p.edition_id AS edition, p.edition_id = (SELECT id FROM edition WHERE NOT is_draft ORDER BY place DESC LIMIT 1) AS is_latest,
       p.strength, p.strength_inferred, p.title, p.text,
       (SELECT group_concat(t.relation || ' ' || t.words, '; ') FROM timescale t WHERE t.provision_id = p.id) AS limits,
       p.paragraph, h.title AS chapter,
       (SELECT group_concat(s.publisher || ': ' || s.title || iif(x.place = '', '', ', ' || x.place), '; ')
          FROM citation x JOIN source s ON s.id = x.source_id WHERE x.provision_id = p.id) AS sources,
       p.evidence, p.id AS provision_id
FROM provision p JOIN edition e ON e.id = p.edition_id JOIN chapter h ON h.id = p.chapter_id
JOIN provision_bearer b ON b.provision_id = p.id JOIN agency_reach r ON r.reached_id = b.agency_id
WHERE p.stands AND NOT e.is_draft AND p.strength <> 'states' GROUP BY r.agency_id, p.id;

CREATE VIRTUAL TABLE provision_search USING fts5 (
    title, text, law, content='provision', content_rowid='rowid', tokenize='porter unicode61'
);
CREATE VIRTUAL TABLE change_search USING fts5 (title, text, content='change', content_rowid='rowid', tokenize='porter unicode61');
