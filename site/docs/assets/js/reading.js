// Reading a question in the browser: diffing/asking/matching.py and reading.py once more, by the same grammar.
// The golden questions hold the two to the same readings (tests/test_asking_browser.py). No dependency.

const LONGEST_QUESTION = 400;
const RANGES = ["after", "before", "until", "between", "in"];
const NAMING = ["agency", "unsure", "term", "topic", "chapter"];
const INTENTS = [
  "list editions", "history", "compare two", "define", "what replaced", "is it still", "what changed", "how long",
  "who does", "duties now", "search",
];
const prepared = new WeakMap();

/** The words and figures of a text in lower case. */
export const tokens = (text) =>
  text.toLowerCase().replaceAll("’", "'").replaceAll("‘", "'").match(/[a-z0-9]+(?:'[a-z]+)?/g) ?? [];

/** How a question is understood, by a grammar as written by diffing.asking.exporting. Never fails. */
export function readQuestion(grammar, text) {
  const ready = prepare(grammar);
  const typed = tokens(text);
  const cut = typed.slice(0, LONGEST_QUESTION);
  const [words, mended] = mendAll(ready, cut);
  const draft = {
    slots: {}, mentions: [], intents: {}, words: [], left: [], placed: new Map(), notes: [], mode: "in", negated: false,
  };
  if (typed.length > LONGEST_QUESTION) draft.notes.push(`Only the first ${LONGEST_QUESTION} words were read.`);
  const spans = new Map(findSpans(ready, words).map((span) => [span.start, span]));
  for (let place = 0; place < words.length; ) {
    const span = spans.get(place);
    if (span) takeSpan(draft, ready, span, words.slice(span.start, span.end));
    else if (!ready.stop.has(words[place])) {
      draft.words.push(words[place]);
      draft.left.push(words[place]);
      draft.mode = "in";
      draft.negated = false;
    }
    place = span ? span.end : place + 1;
  }
  return finish(draft, grammar, mended);
}

function prepare(grammar) {
  if (prepared.has(grammar)) return prepared.get(grammar);
  const phrases = new Map(Object.entries(grammar.phrases));
  const reach = new Map(), naming = new Set(), byLength = new Map();
  for (const [phrase, meanings] of phrases) {
    const parts = phrase.split(" ");
    reach.set(parts[0], Math.max(reach.get(parts[0]) ?? 0, parts.length));
    if (meanings.some((each) => each.includes(":"))) parts.forEach((word) => naming.add(word));
  }
  const known = new Set(grammar.known.split(" "));
  for (const word of known) {
    if (word.length < 4 || !/^[a-z]+$/.test(word)) continue;
    if (!byLength.has(word.length)) byLength.set(word.length, []);
    byLength.get(word.length).push(word);
  }
  const ready = { grammar, phrases, reach, naming, byLength, known, stop: new Set(grammar.stop.split(" ")) };
  prepared.set(grammar, ready);
  return ready;
}

function mendAll(ready, typed) {
  const words = [], mended = new Map();
  for (let place = 0; place < typed.length; ) {
    const pair = typed.slice(place, place + 2), both = pair.join("");
    const joins = pair.length === 2 && ready.known.has(both) && pair.some((word) => !ready.known.has(word));
    const word = joins ? both : mend(ready, typed[place]);
    if (joins || word !== typed[place]) mended.set(joins ? pair.join(" ") : typed[place], word);
    words.push(word);
    place += joins ? 2 : 1;
  }
  return [words, mended];
}

function mend(ready, word) {
  if (word.length < 5 || !/^[a-z]+$/.test(word) || ready.known.has(word)) return word;
  const slips = word.length >= 8 ? 2 : 1, found = { 1: [], 2: [] };
  for (let length = word.length - slips; length <= word.length + slips; length++) {
    for (const other of ready.byLength.get(length) ?? []) {
      const slip = distance(word, other, slips);
      if (slip === 1 || (slip === 2 && Math.abs(length - word.length) < 2 && ready.naming.has(other))) {
        found[slip]?.push(other);
      }
    }
  }
  let nearest = found[1].length ? found[1] : found[2];
  if (nearest.length > 1) {
    const named = nearest.filter((other) => ready.naming.has(other));
    if (named.length) nearest = named;
  }
  return nearest.length === 1 ? nearest[0] : word;
}

/** Optimal string alignment: letters changed, put in, left out, or two neighbours swapped. */
function distance(a, b, most) {
  let older = [], old = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], older[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [older, old] = [old, row];
  }
  return old[b.length];
}

function findSpans(ready, words) {
  const found = [], taken = new Set(), kept = [];
  words.forEach((word, start) => {
    for (let length = 1; length <= Math.min(ready.reach.get(word) ?? 0, words.length - start); length++) {
      const meanings = ready.phrases.get(words.slice(start, start + length).join(" "));
      if (meanings) found.push({ start, end: start + length, meanings });
    }
  });
  found.sort((a, b) => a.start - a.end - (b.start - b.end) || a.start - b.start);
  for (const span of found) {
    const places = words.map((_, place) => place).slice(span.start, span.end);
    if (places.some((place) => taken.has(place))) continue;
    places.forEach((place) => taken.add(place));
    kept.push(span);
  }
  return kept;
}

function takeSpan(draft, ready, span, words) {
  const add = (slot, value) => (draft.slots[slot] ??= []).includes(value) || draft.slots[slot].push(value);
  let names = false;
  for (const meaning of span.meanings) {
    const [slot, ...rest] = meaning.split(":"), value = rest.join(":");
    if (slot === "intent") draft.intents[rest[0]] = Math.max(draft.intents[rest[0]] ?? 0, Number(rest[1]));
    else if (slot === "edition" || slot === "year") takeEdition(draft, ready.grammar, slot, value);
    else if (RANGES.includes(slot)) draft.mode = slot;
    else if (slot === "not") draft.negated = true;
    else if (slot === "agency" || slot === "unsure") {
      names = true;
      add(draft.negated ? "excluded" : "agencies", value);
      if (slot === "unsure" && !draft.negated) add("unsure", value);
    } else if (slot === "word") {
      if (!draft.negated) draft.words.push(...words.filter((word) => !ready.stop.has(word)));
    } else if (slot !== "any") {
      names ||= NAMING.includes(slot);
      if (!(draft.negated && (slot === "topic" || slot === "term"))) add(slot, value || slot);
    }
  }
  if (names) draft.mode = "in";
  if (names && !draft.negated) {
    const key = words.join(" ");
    if (!draft.placed.has(key)) draft.placed.set(key, []);
    const placed = draft.placed.get(key);
    for (const each of span.meanings) if (NAMING.includes(each.split(":")[0]) && !placed.includes(each)) placed.push(each);
  }
}

function takeEdition(draft, grammar, slot, value) {
  const year = slot === "year" ? grammar.years[value] : undefined;
  if (!year) draft.mentions.push([draft.mode, value]);
  else if (draft.mode === "in") {
    year.within.forEach((name) => draft.mentions.push(["in", name]));
    if (!year.within.length) draft.notes.push(`${value}: no edition of that year is recorded; the oldest is ${grammar.issued[0]}.`);
    else {
      const also = year.within.length > 1 ? "; a draft was out for consultation" : "";
      draft.notes.push(`${value}: no edition of that year; ${year.standing} stood then${also}.`);
    }
  } else {
    draft.mentions.push([draft.mode, year.standing]);
    draft.notes.push(`${value}: no edition of that year; counted from ${year.standing}.`);
  }
  draft.mode = draft.mode === "between" ? "until" : "in";
  draft.negated = false;
}

const unique = (values) => [...new Set(values)];

function finish(draft, grammar, mended) {
  const slots = draft.slots, issued = (name) => grammar.issued.includes(name);
  let intent = findIntent(draft, slots);
  const drafts = "draft" in slots || draft.mentions.some(([, name]) => !issued(name));
  if ("draft" in slots && draft.mentions.every(([, name]) => issued(name))) {
    findDrafts(grammar, draft.mentions.map(([, name]) => name)).forEach((name) => draft.mentions.push(["in", name]));
  }
  if ("latest" in slots) draft.mentions.push([draft.mode === "until" ? "until" : "in", grammar.issued.at(-1)]);
  if ("previous" in slots) draft.mentions.push(["in", grammar.issued.slice(-2)[0]]);
  const [editions, from_edition, to_edition] = findEditions(draft, grammar, intent);
  if (intent === "compare two" && from_edition) intent = "what changed";
  const list = (name) => slots[name] ?? [], excluded = list("excluded");
  return {
    intent, agencies: list("agencies").filter((name) => !excluded.includes(name)), excluded, unsure: list("unsure"),
    editions, from_edition, to_edition, drafts, now: "now" in slots, kinds: list("kind"), strengths: list("strength"),
    strictly: "strictly" in slots, topics: list("topic"), terms: list("term"), chapters: list("chapter"),
    words: unique(draft.words), left: unique(draft.left),
    placed: [...draft.placed].map(([words, meanings]) => ({ words, meanings })),
    mended: [...mended].map(([typed, read]) => ({ typed, read })), notes: unique(draft.notes),
    story: ["first", "child", "harm"].every((each) => list("story").includes(each)),
  };
}

function findIntent(draft, slots) {
  const weights = Object.values(draft.intents), heaviest = Math.max(0, ...weights);
  const found = INTENTS.find((each) => draft.intents[each.replaceAll(" ", "-")] === heaviest) ?? "search";
  if ((found === "duties now" || (found === "search" && !weights.length)) && "kind" in slots) return "what changed";
  return !weights.length && "strength" in slots ? "duties now" : found;
}

function findDrafts(grammar, named) {
  const before = named.map((name) => grammar.editions[grammar.editions.indexOf(name) - 1]);
  const near = before.filter((name) => name && !grammar.issued.includes(name));
  return near.length ? near : grammar.editions.filter((name) => !grammar.issued.includes(name));
}

function findEditions(draft, grammar, intent) {
  const order = (name) => grammar.editions.indexOf(name);
  const seen = new Set(), mentions = draft.mentions.filter(([mode, name]) => {
    const key = `${mode} ${name}`, fresh = order(name) >= 0 && !seen.has(key);
    seen.add(key);
    return fresh;
  });
  const plain = mentions.filter(([mode]) => mode === "in").map(([, name]) => name);
  let start = mentions.find(([mode]) => mode === "after" || mode === "between")?.[1] ?? "";
  let end = mentions.findLast(([mode]) => mode === "until")?.[1] ?? "";
  const before = mentions.find(([mode]) => mode === "before")?.[1];
  if (before) end = grammar.issued.filter((name) => order(name) < order(before)).at(-1) ?? grammar.issued[0];
  if (end && !start && plain.length) start = plain[0];
  else if (start && !end && plain.length) end = plain.at(-1);
  else if (!start && !end) {
    const both = unique(plain);
    if (both.length !== 2 || !["what changed", "compare two", "what replaced"].includes(intent)) {
      return [both.sort((a, b) => order(a) - order(b)), "", ""];
    }
    [start, end] = both;
  }
  start ||= grammar.issued[0];
  end ||= grammar.issued.at(-1);
  if (order(start) > order(end)) [start, end] = [end, start];
  return start === end ? [[start], "", ""] : [[], start, end];
}
