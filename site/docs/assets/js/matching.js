// Finding the phrases of the grammar in a question and mending its misspelt words: diffing/asking/matching.py once more.

const prepared = new WeakMap();
const WRITTEN = [["’", "'"], ["‘", "'"], ["→", " to "], ["co-op", "coop"], ["co-ord", "coord"]];

/** The words and figures of a text in lower case. */
export const tokens = (text) =>
  WRITTEN.reduce((plain, [written, read]) => plain.replaceAll(written, read), text.toLowerCase())
    .match(/[a-z0-9]+(?:'[a-z]+)?/g) ?? [];

/** A grammar made ready for looking things up; kept for the next question. */
export function prepare(grammar) {
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

/** The words with each misspelt one mended, and what was mended. */
export function mendAll(ready, typed) {
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
      if (slip <= slips && canBeMeant(ready, word, other, slip)) found[slip].push(other);
    }
  }
  let nearest = found[1].length ? found[1] : found[2];
  if (nearest.length > 1) {
    const named = nearest.filter((other) => ready.naming.has(other));
    if (named.length) nearest = named;
  }
  return nearest.length === 1 ? nearest[0] : word;
}

/** Short words and words with two slips are taken only for words that name something. */
function canBeMeant(ready, word, other, slip) {
  if (slip === 1 && word.length > 5) return true;
  return Math.abs(word.length - other.length) < 2 && ready.naming.has(other) && !ready.stop.has(other);
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

/** The phrases in the words; where two overlap the longer stands, of equal ones the earlier. */
export function findSpans(ready, words) {
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
