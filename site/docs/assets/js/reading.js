// Reading a question in the browser: diffing/asking/reading.py once more, by the same grammar.
// The golden questions hold the two to the same readings (tests/test_asking_browser.py). No dependency.
import { findSpans, mendAll, prepare, tokens } from "./matching.js";

export { tokens };

const LONGEST_QUESTION = 400;
const RANGES = ["after", "before", "until", "between", "in"];
const NAMING = ["agency", "unsure", "term", "topic", "chapter"];
const INTENTS = [
  "list editions", "history", "compare two", "define", "what replaced", "is it still", "what changed", "how long",
  "who does", "duties now", "search",
];

const PLAIN_VERBS = ["moved", "merged", "split", "handed over"];

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

function takeSpan(draft, ready, span, words) {
  const add = (slot, value) => (draft.slots[slot] ??= []).includes(value) || draft.slots[slot].push(value);
  const barred = draft.negated && span.meanings.some((each) => /^(agency|unsure):/.test(each));
  let names = false;
  for (const meaning of span.meanings) {
    const [slot, ...rest] = meaning.split(":"), value = rest.join(":");
    if (barred && slot !== "agency" && slot !== "unsure") continue;
    if (slot === "intent") draft.intents[rest[0]] = Math.max(draft.intents[rest[0]] ?? 0, Number(rest[1]));
    else if (slot === "edition" || slot === "year") takeEdition(draft, ready.grammar, slot, value);
    else if (RANGES.includes(slot)) draft.mode = slot;
    else if (slot === "to") draft.mode = draft.mentions.length ? "until" : "in";
    else if (slot === "not") draft.negated = true;
    else if (slot === "agency" || slot === "unsure") {
      names = true;
      add(draft.negated ? "excluded" : "agencies", value);
      if (slot === "unsure" && !draft.negated) add("unsure", value);
    } else if (slot === "word") draft.words.push(...words.filter((word) => !ready.stop.has(word)));
    else if (slot !== "any") {
      names ||= NAMING.includes(slot);
      add(slot, value || slot);
    }
  }
  if (names) draft.mode = "in";
  if (names && !barred) {
    const key = words.join(" ");
    if (draft.placed.has(key)) add("twice", key);
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
  let [editions, from_edition, to_edition] = findEditions(draft, grammar, intent);
  if (intent === "compare two" && from_edition) intent = "what changed";
  else if (intent === "compare two" && "twice" in slots && editions.length) {
    draft.notes.push(`${editions.join(", ")} is taken for one side of the comparison: all editions are looked at.`);
    editions = [];
  }
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
  const asksDuty = found === "duties now" || (found === "search" && !weights.length);
  if (asksDuty && slots.kind?.some((kind) => !PLAIN_VERBS.includes(kind))) return "what changed";
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
    const spanning = ["what changed", "compare two", "what replaced"].includes(intent);
    if (both.length !== 2 || !spanning || !both.some((name) => grammar.issued.includes(name))) {
      return [both.sort((a, b) => order(a) - order(b)), "", ""];
    }
    [start, end] = both;
  }
  start ||= grammar.issued[0];
  end ||= grammar.issued.at(-1);
  if (order(start) > order(end)) [start, end] = [end, start];
  return start === end ? [[start], "", ""] : [[], start, end];
}

/** The reading as one line that can be edited and asked again. */
export function echo(grammar, reading) {
  const names = (kind, ids) => ids.map((id) => grammar.names[`${kind}:${id}`]).join(", ");
  const span = reading.from_edition ? `${reading.from_edition} → ${reading.to_edition}` : reading.editions.join(", ");
  const parts = [
    ["", reading.intent],
    ["for", names("agency", reading.agencies) || "everybody"],
    ["not for", names("agency", reading.excluded)],
    ["editions", span.replaceAll("-draft", " draft") || (reading.now ? "now" : "all")],
    ["kinds", reading.kinds.join(", ") || "any"],
    ["strength", reading.strengths.join(", ")],
    ["chapters", reading.chapters.map((number) => `chapter ${number}`).join(", ")],
    ["terms", names("term", reading.terms)],
    ["words", reading.left.join(" ")],
  ];
  return parts.filter(([, value]) => value).map(([name, value]) => (name ? `${name}: ${value}` : value)).join("; ");
}
