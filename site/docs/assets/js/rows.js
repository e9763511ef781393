// Rows of the explorer and of the Ask page: their data, which of them a choice lets through, how one is shown.
"use strict";
(() => {
  const { root, whole } = window.kbSite;
  const EMPTY = { text: "", kinds: [], basis: "", was: "", now: "", strength: "", strengths: [], limit: "", who: [], topics: [], terms: [], chapters: [], place: "", evidence: "", sources: [] };
  const waiting = {};
  const kb = (window.kbRows = { rows: {} }); // rows by the name of their file

  // Data comes as scripts that call kbTake: a browser that reads from a folder refuses to fetch.
  const filled = (name, row) => {
    const full = { ...EMPTY, ...row, file: name };
    for (const [field, list] of [["who", kb.words.agencies], ["topics", kb.words.topics], ["terms", kb.words.terms], ["chapters", kb.words.chapters]]) full[field] = full[field].map((number) => list[number].id);
    const [first, last] = row.id.split("/")[0].match(/\d{4}(?:-draft)?/g);
    full.step = !last ? first : first === last ? `${first}, update of ${row.revision}` : `${first} → ${last}`;
    full.oldest = first;
    full.newest = last || first;
    full.draft = kb.words.editions.some((edition) => edition.draft && (edition.id === first || edition.id === last));
    return full;
  };
  window.kbTake = (name, value) => {
    const made = (kb.rows[name] = Array.isArray(value) ? value.map((row) => filled(name, row)) : value);
    if (name === "words") {
      kb.words = value;
      kb.named = Object.fromEntries(value.agencies.map((agency) => [agency.id, agency]));
    }
    waiting[name].done(made);
  };
  kb.load = (name) => {
    if (waiting[name]) return waiting[name].promise;
    const entry = (waiting[name] = {});
    entry.promise = new Promise((done, failed) => {
      entry.done = done;
      const script = document.createElement("script");
      script.src = new URL(`data/explorer/${name}.js`, root).href;
      script.onerror = failed;
      document.head.append(script);
    });
    return entry.promise;
  };

  // Which files a choice of editions needs.
  kb.order = (id) => kb.words.editions.findIndex((edition) => edition.id === id);
  kb.steps = (s) => kb.words.steps.filter((step) => (s.draft || !step.draft) && kb.order(step.from) >= kb.order(s.from) && kb.order(step.to) <= kb.order(s.to)
    && !(step.from === step.to && step.to === s.from && s.from !== s.to));
  kb.editions = (s) => kb.words.editions.filter((e) => (s.draft || !e.draft) && kb.order(e.id) >= kb.order(s.from) && kb.order(e.id) <= kb.order(s.to));
  const wantsQuiet = (s) => (s.kind || "").split(",").some((kind) => kind === "all" || kb.words.families.some((f) => f.quiet && (f.id === kind || f.kinds.includes(kind))));
  kb.files = (s) => (s.what === "duties" ? kb.editions(s).map((e) => e.id)
    : kb.steps(s).flatMap((step) => [`${step.from}-${step.to}`, ...(wantsQuiet(s) ? [`${step.from}-${step.to}-quiet`] : [])]));
  kb.loadRows = async (s) => {
    await Promise.all(kb.files(s).map(kb.load));
    return kb.files(s).flatMap((name) => kb.rows[name]);
  };

  // What a value of each filter lets through; several values, with commas between, let through what any of them does.
  const family = (row) => row.kinds.map((kind) => kb.words.families.find((f) => f.kinds.includes(kind)).id);
  const any = (test) => (row, value, s) => value.split(",").some((one) => test(row, one, s));
  kb.text = (row) => (row.search ??= ` ${row.title} ${row.text} ${row.was} ${row.now} ${row.limit} ${row.place}`.toLowerCase());
  kb.facets = {
    for: any((row, value, s) => {
      const agency = kb.named[value];
      return Boolean(agency) && row.who.some((name) => agency.near.includes(name) || (s.wider && agency.wider.includes(name)));
    }),
    kind: any((row, value) => value === "all" || row.kinds.includes(value) || family(row).includes(value)),
    strength: any((row, value) => row.strengths.includes(value)),
    topic: any((row, value) => row.topics.includes(value)),
    term: any((row, value) => row.terms.includes(value)),
    chapter: any((row, value) => row.chapters.includes(value)),
    evidence: (row, value) => row.evidence.includes(value),
    q: (row, value) => value.toLowerCase().split(/\s+/).every((word) => kb.text(row).includes(word)),
  };
  kb.passes = (row, s, but) => Object.entries(kb.facets).every(([name, test]) => name === but || !s[name] || test(row, s[name], s));

  // Weightiest kind first, then the newest; duties by the newest, then by how strongly they bind.
  const rank = (row) => (row.kinds.length ? kb.words.kinds.findIndex((kind) => kind.id === row.kinds[0]) : 0);
  const force = (row) => (row.kinds.length ? 0 : kb.words.strengths.indexOf(row.strengths[0]));
  kb.byWeight = (a, b) => rank(a) - rank(b) || kb.order(b.newest) - kb.order(a.newest) || force(a) - force(b);

  kb.element = (tag, text, attributes = {}) => Object.assign(document.createElement(tag), { textContent: text }, attributes);
  kb.link = (words, there, search = "") => kb.element("a", words, { href: whole(new URL(there, root).href).replace(/(?=#|$)/, search) });
  kb.cites = (row) => row.sources.map(([number, locator]) => [kb.words.sources[number], locator].filter(Boolean).join(", "));
  kb.entry = (row, heading = "h2") => {
    const { element } = kb, entry = element("li", "");
    entry.dataset.id = row.id;
    const kinds = element("p", "", { className: "kinds" });
    for (const kind of row.kinds) {
      const sign = kb.words.kinds.find((each) => each.id === kind).sign;
      kinds.append(element("span", `${sign} ${kind}`, { className: `kind kind-${kind.replace(/ /g, "-")}` }), " ");
    }
    kinds.append(element("span", row.step, { className: "when" }));
    if (row.draft) kinds.append(" ", element("strong", "Draft: a proposal, never in force", { className: "draft-tag" }));
    const title = element(heading, "");
    title.append(kb.link(row.title, row.there));
    entry.append(kinds, title, ...row.text.split("\n").map((line) => element("p", line)));
    if (row.was || row.now) {
      const values = element("p", "", { className: "values" });
      if (row.was) values.append(element("del", row.was));
      if (row.was && row.now) values.append(" → ");
      if (row.now) values.append(element("ins", row.now));
      entry.append(values);
    }
    const who = row.who.map((name) => kb.named[name].name).join(", ");
    entry.append(element("small", [row.strength, row.limit, who, row.place, row.evidence, row.basis].filter(Boolean).join(" · ")));
    return entry;
  };
})();
