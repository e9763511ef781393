// The Ask page: a question is read by the grammar (reader.js), and the explorer's rows that fit the reading are shown.
"use strict";
(() => {
  const form = document.getElementById("ask");
  if (!form) return;
  const kb = window.kbRows, { element, link, order } = kb;
  const $ = (id) => document.getElementById(id);
  const LONGEST = 1500, FIRST = 10, MORE = 50; // characters of a question; rows at first and with each "more"
  const FLOOR = 0.51, ENOUGH = 4, WITHOUT_RAREST = 0.87, FILED = 0.6, RAREST = 6; // as in diffing/asking
  const CLOSE = 0.6; // of what the best row has of the question, the least that another must have
  const CHANGES_FIRST = ["what changed", "compare two", "what replaced", "is it still"];
  let more; // the data of this page

  const nameOf = (meaning) => more.grammar.names[meaning];
  const namesOf = (kind, ids) => ids.map((id) => nameOf(`${kind}:${id}`)).join(", ");
  const isDraft = (id) => !more.grammar.issued.includes(id);

  // Which of the explorer's filters the reading stands for, and which rows are of the editions asked about.
  const scope = (r, what) => {
    const { editions: all, issued } = more.grammar;
    const editions = !r.from_edition && !r.editions.length && r.now && more.present.includes(r.intent) ? more.standing : r.editions;
    let from = r.from_edition || editions[0] || issued[0], to = r.to_edition || editions.at(-1) || issued.at(-1);
    if (what === "changes" && editions.length) {
      from = issued.filter((id) => order(id) < order(from)).at(-1) ?? from;
      if (isDraft(to)) to = all.slice(order(to) + 1).find((id) => !isDraft(id)) ?? to;
    }
    const s = { what, from, to, ...(r.drafts && { draft: "1" }), ...(r.strictly && r.strengths.length && { strength: r.strengths.join(",") }) };
    if (what === "changes" && r.kinds.length) s.kind = r.kinds.flatMap((kind) => more.kinds[kind]).join(",");
    const told = (first, last) => (what === "changes" ? editions.includes(last) || (isDraft(first) && editions.includes(first)) : editions.includes(last));
    const ends = [r.from_edition, r.to_edition];
    return { s, within: editions.length ? told : (first, last) => !r.from_edition || [first, last].every((id) => !isDraft(id) || ends.includes(id)) };
  };

  // What the question looks for, and how much of it a row has: diffing/asking/scoring.py, with cut words for stems.
  const cut = (word) => (word.length > 4 ? word.replace(/(?<=...)(ations?|ings?|ments?|ies|ied|e[sd]|[sye])$/, "") : word);
  const plain = (row) => (row.plain ??= `${kb.text(row)} ${row.step} ${row.kinds.join(" ")} ${namesOf("agency", row.who)} ${namesOf("topic", row.topics)} ${namesOf("term", row.terms)}`.toLowerCase().replace(/[^a-z0-9]+/g, " "));
  const has = (row, word) => plain(row).includes(` ${cut(word)}`);
  const isFiled = (row, meaning) => {
    const [kind, id] = meaning.split(":");
    if (kind === "chapter") return row.chapters.some((name) => kb.words.chapters.some((each) => each.id === name && each.number === id));
    return kind === "agency" || kind === "unsure" ? row.who.includes(id) : kb.facets[kind](row, id, {});
  };
  const conceptsOf = (r, strict, rows) => {
    const named = new Set(), found = [];
    for (const { words, meanings } of r.placed) {
      const own = words.split(" ").filter((word) => r.words.includes(word));
      own.forEach((word) => named.add(word));
      if (own.length && !(strict && meanings.some((each) => /^(agency|unsure):/.test(each)))) found.push({ words: own, meanings });
    }
    for (const word of r.words) if (!named.has(word)) found.push({ words: [word], meanings: [] });
    const rarity = (word) => Math.log(1 + rows.length / (1 + rows.filter((row) => has(row, word)).length));
    for (const each of found) each.rarity = Math.min(RAREST, Math.max(...each.words.map(rarity))) ** 1.5;
    return found;
  };
  const partOf = (row, { words, meanings }) => {
    const topics = meanings.filter((each) => each.startsWith("topic:")), others = meanings.filter((each) => !topics.includes(each));
    if ((others.length ? others : topics).some((each) => isFiled(row, each))) return 1;
    return Math.max(words.filter((word) => has(row, word)).length / words.length, topics.some((each) => isFiled(row, each)) ? FILED : 0);
  };
  const covered = (row, concepts) => {
    const total = concepts.map((each) => each.rarity).sort((a, b) => b - a).slice(0, ENOUGH).reduce((sum, each) => sum + each, 0);
    const rarest = concepts.reduce((a, b) => (b.rarity > a.rarity ? b : a));
    const parts = concepts.map((each) => partOf(row, each));
    const sum = parts.reduce((all, part, place) => all + (part * concepts[place].rarity) / total, 0);
    return concepts.length > ENOUGH || parts[concepts.indexOf(rarest)] ? sum : sum * WITHOUT_RAREST;
  };

  const select = async (r, what) => {
    const strict = more.strict.includes(r.intent) && r.agencies.some((id) => !r.unsure.includes(id));
    const { s, within } = scope(r, what);
    if (strict) s.for = r.agencies.join(",");
    const all = (await kb.loadRows(s)).filter((row) => within(row.oldest, row.newest));
    const barred = r.excluded.flatMap((id) => kb.named[id].near);
    const isBarred = (row) => (r.agencies.length ? row.who.some((id) => barred.includes(id)) && !row.who.some((id) => r.agencies.includes(id)) : row.who.length && row.who.every((id) => barred.includes(id)));
    const concepts = conceptsOf(r, strict, all);
    const score = new Map(), parts = new Map();
    for (const row of all) if (kb.passes(row, { ...s, wider: "1" }) && !isBarred(row)) parts.set(row, concepts.length ? covered(row, concepts) : 1);
    const least = Math.max(FLOOR, CLOSE * Math.max(0, ...parts.values()));
    for (const [row, part] of parts) {
      if (part < least) continue;
      const inTitle = concepts.filter(({ words }) => words.some((word) => row.title.toLowerCase().includes(cut(word)))).length / (concepts.length || 1);
      const heir = r.intent === "what replaced" && row.kinds.some((kind) => ["handed over", "replaced", "removed", "renamed"].includes(kind));
      const wanted = (heir ? 1.4 : 1) * (r.intent === "how long" && row.limit ? 1.4 : 1) * (r.strengths.some((each) => row.strengths.includes(each)) ? 1.2 : 1);
      score.set(row, Math.round(20 * part ** 1.5 * (1 + 0.4 * inTitle) * wanted));
    }
    const fit = [...score.keys()], near = fit.filter((row) => kb.passes(row, s));
    const onlyWider = !near.length && fit.length > 0 && r.intent !== "what changed", rows = onlyWider ? fit : near;
    if (onlyWider) s.wider = "1";
    rows.sort(r.intent === "history" ? (a, b) => order(a.newest) - order(b.newest) || score.get(b) - score.get(a) : (a, b) => score.get(b) - score.get(a) || kb.byWeight(a, b));
    return { what, s, within, rows, all, onlyWider, wider: fit.length - rows.length, address: addressOf(r, s, rows) };
  };
  // The explorer's address: these filters, and of what else was looked for all that every row has.
  const addressOf = (r, s, rows) => {
    const address = Object.fromEntries(Object.entries(s).filter(([, value]) => value !== "changes"));
    const left = r.left.filter((word) => rows.every((row) => kb.text(row).includes(word))).join(" ");
    for (const [name, value] of [["for", r.agencies.join(",")], ["term", r.terms.join(",")], ["topic", r.topics.join(",")], ["q", left]])
      if (rows.length && value && !address[name] && rows.every((row) => kb.facets[name](row, value, {}))) address[name] = value;
    return address;
  };

  const compared = ({ what, s, within, all }) => {
    const steps = kb.steps(s).filter((step) => within(step.from, step.to));
    const editions = what === "changes" ? [...new Set(steps.flatMap((step) => [step.from, step.to]))] : kb.editions(s).map((each) => each.id).filter((id) => within(id, id));
    const names = steps.filter((step) => step.old).map((step) => (step.from === step.to ? `updates of ${step.to}` : `${step.from} → ${step.to}`));
    const looked = what === "changes" ? `Compared ${steps.reduce((sum, step) => sum + step.old + step.new, 0)} provisions in ${names.join(", ") || "no step"}.` : `Looked through ${all.length} provisions of ${editions.join(", ")}.`;
    const partly = editions.filter((id) => more.partly[id]).sort((a, b) => order(a) - order(b)).map((id) => `${id} (${more.partly[id]})`).join(", ");
    return `${looked}${partly ? ` Only partly covered (chapters): ${partly}. What is missing here may be in the text.` : ""}`;
  };

  const plural = (count, word) => `${count} ${count === 1 ? word : word === "change" ? "changes" : "duties"}`;
  const shown = (found) => {
    const { what, rows, onlyWider, wider, address, s } = found, section = element("section", ""), list = element("ol", "", { className: "lines rows" });
    const add = (count) => rows.slice(list.children.length, list.children.length + count).forEach((row) => {
      const entry = kb.entry(row, "h3"), cites = kb.cites(row);
      entry.append(element("small", `Source: ${cites.slice(0, 2).join("; ")}${cites.length > 2 ? `; and ${cites.length - 2} more` : ""}`, { className: "cites" }));
      list.append(entry);
    });
    add(FIRST);
    section.append(element("h2", what === "changes" ? "What changed" : "What editions say"), element("p", compared(found), { className: "compared" }), list);
    if (onlyWider) list.before(element("p", `No row names ${namesOf("agency", s.for.split(","))}; what is listed falls on wider groups that include them.`));
    const actions = element("p", "", { className: "actions" });
    const button = element("button", "Show more", { type: "button", hidden: rows.length <= FIRST });
    button.addEventListener("click", () => {
      const first = list.children.length;
      add(MORE);
      button.hidden = list.children.length >= rows.length;
      list.children[first].querySelector("a").focus();
    });
    actions.append(button, link("Open in the explorer", "explorer/", `?${new URLSearchParams(address)}`));
    if (wider) actions.append(link(`With ${plural(wider, what === "changes" ? "change" : "duty")} for wider groups that include them`, "explorer/", `?${new URLSearchParams({ ...address, wider: "1" })}`));
    for (const [kind, words] of [["introduced", "first recorded"], ["removed", "not recorded after"]])
      if (s.kind?.split(",").includes(kind)) actions.append(link(`Those ${words}: not known to be ${kind}`, "explorer/", `?${new URLSearchParams({ ...address, kind: words })}`));
    section.append(actions);
    return section;
  };

  const listEditions = () => {
    const list = element("ol", "", { className: "lines" });
    for (const each of kb.words.editions) {
      const entry = element("li", "");
      entry.append(link(`Working Together ${each.id}`, `editions/${each.id}/`), ` published ${more.published[each.id]} `, ...(each.draft ? [element("strong", "Draft: a proposal, never in force", { className: "draft-tag" })] : []));
      list.append(entry);
    }
    return list;
  };

  // What stands between the reading and the rows.
  const remarks = (r) => {
    const found = [], meanings = [...r.agencies.map((id) => `agency:${id}`), ...r.terms.map((id) => `term:${id}`), ...r.topics.map((id) => `topic:${id}`)];
    const named = [...new Map(meanings.filter((each) => more.places[each]).map((each) => [more.places[each], each])).values()];
    if (named.length) found.push(["More about ", ...named.flatMap((each, place) => [place ? ", " : "", link(nameOf(each), more.places[each]), each.startsWith("agency") ? " (agency)" : each.startsWith("term") ? " (term)" : " (topic)"])]);
    if (r.mended.length) found.push([`Taken for misspelt: ${r.mended.map(({ typed, read }) => `“${typed}” read as “${read}”`).join(", ")}.`]);
    r.notes.forEach((note) => found.push([note]));
    if (r.unsure.length) found.push([`A name in the question has more than one meaning; read as any of: ${namesOf("agency", r.unsure)}.`]);
    if (r.drafts) found.push(["A draft is a proposal: nothing of it was in force."]);
    if (r.now && more.standing.length === 2 && !r.editions.length && !r.from_edition && more.present.includes(r.intent))
      found.push([`The edition in force, ${more.standing[1]}, is only partly recorded here. What ${more.standing[0]} says is shown too: it may stand in ${more.standing[1]} or not, unless a row of ${more.standing[1]} says so.`]);
    if (r.intent === "define") for (const each of meanings.filter((name) => more.meanings[name])) found.push([`${nameOf(each)}, as of ${more.meanings[each][0]}: ${more.meanings[each][1]}`]);
    [...new Set(meanings.flatMap((each) => more.notes[each] ?? []))].slice(0, 6).forEach((note) => found.push([note]));
    return found.map((parts) => { const entry = element("li", ""); entry.append(...parts); return entry; });
  };

  let run = 0;
  const ask = async (typed, write) => {
    const mine = (run += 1), question = typed.slice(0, LONGEST).trim();
    for (const id of ["a-safety", "a-answer"]) $(id).hidden = true;
    $("a-examples").hidden = Boolean(question);
    $("a-status").textContent = question ? "Reading …" : "";
    if (!question) return;
    try { [more] = await Promise.all([kb.load("asking"), kb.load("words")]); } catch { $("a-status").textContent = "The data could not be loaded."; return; }
    if (mine !== run) return;
    const r = window.kbReader.readQuestion(more.grammar, question);
    if (r.story) { // somebody's own account: where to turn, and nothing kept or shown of it
      form.elements.q.value = $("a-echo").value = $("a-status").textContent = "";
      history.replaceState(null, "", location.pathname);
      $("a-safety").hidden = false;
      return;
    }
    if (write) history.pushState(null, "", `${location.pathname}?${new URLSearchParams({ q: question })}`);
    if (typed.length > LONGEST) r.notes.push(`Only the first ${LONGEST} characters were read.`);
    const names = r.words.length || r.agencies.length || r.editions.length || r.from_edition || r.kinds.length || r.strengths.length || r.now;
    const lists = (CHANGES_FIRST.includes(r.intent) ? ["changes", "duties"] : ["duties", "changes"]);
    const isList = r.intent === "list editions", found = [];
    for (const what of names && !isList ? lists : []) {
      const isEnough = more.strict.includes(r.intent) && found.length && (found[0]?.rows.length || r.intent === "what changed");
      if (!isEnough) found.push(await select(r, what).catch(() => null));
    }
    if (mine !== run) return;
    $("a-echo").value = window.kbReader.echo(more.grammar, r);
    $("a-notes").replaceChildren(...remarks(r));
    $("a-lists").replaceChildren(...(isList ? [listEditions()] : found.filter(Boolean).map(shown)));
    $("a-answer").hidden = false;
    const counts = found.filter((each) => each?.rows.length).map(({ what, rows }) => plural(rows.length, what === "changes" ? "change" : "duty"));
    const sought = [r.agencies.length && `for ${namesOf("agency", r.agencies)}`, r.left.length && `about ${r.left.join(" ")}`].filter(Boolean).join(" ");
    $("a-status").textContent = isList ? `${kb.words.editions.length} editions and drafts.` : found.includes(null) ? "The data could not be loaded."
      : counts.length ? `Found ${counts.join(" and ")}.` : names ? `Nothing found: no ${lists[0] === "changes" ? "change" : "duty"} ${sought ? `${sought} ` : ""}fits how the question was read.` : "Nothing found: the question names nothing that could be looked up.";
  };

  const restore = () => {
    form.elements.q.value = new URLSearchParams(location.search).get("q") ?? "";
    ask(form.elements.q.value, false);
  };
  for (const each of [form, $("a-again")])
    each.addEventListener("submit", (event) => {
      event.preventDefault();
      form.elements.q.value = each.elements.q.value;
      ask(each.elements.q.value, true);
    });
  form.elements.q.addEventListener("focus", () => Promise.all([kb.load("asking"), kb.load("words")]).catch(() => {}), { once: true });
  addEventListener("popstate", restore);
  restore();
})();
