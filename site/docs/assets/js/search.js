// Search: every word must be found; names count more than texts; one slip in a longer word is forgiven.
"use strict";
(() => {
  const form = document.getElementById("search");
  if (!form) return;
  const field = form.elements.q;
  const only = form.elements.only;
  const status = document.getElementById("q-status");
  const list = document.getElementById("q-found");
  const LABELS = { agency: "Agency", duty: "Duty", change: "Announced change", term: "Term", topic: "Topic", edition: "Edition", draft: "Draft", source: "Source" };
  const WEIGHT = { agency: 1.5, edition: 1.4, draft: 0.8, term: 1.4, topic: 1.3, duty: 1, change: 0.8, source: 0.6 };
  let rows = [];

  const plain = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f’']/g, "");
  const isNear = (a, b) => { // one letter more, less or other, or two swapped
    if (Math.abs(a.length - b.length) > 1) return false;
    let i = 0, j = a.length, k = b.length;
    while (i < j && i < k && a[i] === b[i]) i += 1;
    while (j > i && k > i && a[j - 1] === b[k - 1]) { j -= 1; k -= 1; }
    return (j - i <= 1 && k - i <= 1) || (j - i === 2 && k - i === 2 && a[i] === b[i + 1] && a[i + 1] === b[i]);
  };
  const score = (row, word) => {
    const inName = row.name.indexOf(` ${word}`);
    if (inName >= 0) return row.name.startsWith(` ${word} `) || inName === 0 ? 12 : 8;
    if (row.also.includes(` ${word}`)) return 7;
    if (row.text.includes(` ${word}`)) return 3;
    if (word.length > 4 && row.name.split(" ").some((each) => isNear(each, word))) return 2;
    return 0;
  };
  const find = (words) => {
    const found = [];
    for (const row of rows) {
      let sum = 0;
      for (const word of words) {
        const points = score(row, word);
        if (!points) { sum = 0; break; }
        sum += points;
      }
      if (sum && row.exact.includes(words.join(" "))) sum += 20;
      if (sum && words.length > 1 && `${row.name}${row.text}`.includes(` ${words.join(" ")}`)) sum += 6;
      if (sum) found.push([sum * WEIGHT[row.kind] - row.name.length / 200, row]);
    }
    return found.sort((a, b) => b[0] - a[0]).map(([, row]) => row);
  };
  const element = (tag, text, attributes = {}) => Object.assign(document.createElement(tag), { textContent: text }, attributes);
  const marked = (tag, text, words, attributes) => {
    const node = element(tag, "", attributes);
    const pattern = new RegExp(`\\b(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "gi");
    text.split(pattern).forEach((part, number) => node.append(number % 2 ? element("mark", part) : part));
    return node;
  };
  const show = () => {
    const words = plain(field.value).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    let found = words.length ? find(words) : [];
    const kinds = [...new Set(found.map((row) => row.kind))];
    form.querySelector(".filter-kinds").hidden = kinds.length < 2 && !only.value;
    const wanted = only.value;
    only.replaceChildren(new Option(`everything (${found.length})`, ""), ...kinds.map((kind) => new Option(`${LABELS[kind]} (${found.filter((row) => row.kind === kind).length})`, kind)));
    only.value = kinds.includes(wanted) ? wanted : "";
    if (only.value) found = found.filter((row) => row.kind === only.value);
    status.textContent = !words.length ? "" : found.length ? `${found.length} found${found.length > 40 ? ", the best 40 shown" : ""}` : `Nothing found for “${field.value}”. Try another word, or the lists of duties, terms and agencies.`;
    list.replaceChildren(...found.slice(0, 40).map((row) => {
      const entry = element("li", "");
      const heading = element("h2", "");
      heading.append(marked("a", row.title, words, { href: window.kbSite.whole(new URL(row.there, window.kbSite.root).href) }));
      const text = row.raw.length > 220 ? `${row.raw.slice(0, 220)} …` : row.raw;
      entry.append(element("span", LABELS[row.kind], { className: "kind" }), heading, element("small", row.beside));
      if (row.kind === "duty" || row.kind === "change") entry.append(marked("p", text, words));
      return entry;
    }));
    history.replaceState(null, "", field.value ? `${location.pathname}?${new URLSearchParams({ q: field.value })}` : location.pathname);
  };

  window.kbTake = (name, value) => {
    rows = value.map(([kind, title, there, beside, raw]) => {
      const words = (text) => ` ${plain(text).replace(/[^\p{L}\p{N}]+/gu, " ")} `;
      const isText = kind === "duty" || kind === "change";
      return { kind, title, there, beside, raw, name: words(title), also: isText ? words(beside) : words(`${raw} ${beside}`), text: isText ? words(raw) : "", exact: [title, ...(isText ? [] : raw.split(";"))].map((each) => words(each).trim()) };
    });
    show();
  };
  field.value = new URLSearchParams(location.search).get("q") || "";
  if (!field.value) field.focus();
  status.textContent = "Loading …";
  const script = document.createElement("script");
  script.src = new URL("data/explorer/search.js", window.kbSite.root).href;
  script.onerror = () => { status.textContent = "The list to search in could not be loaded."; };
  document.head.append(script);
  form.addEventListener("submit", (event) => { event.preventDefault(); show(); });
  let pause;
  field.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(show, 80); });
  only.addEventListener("change", show);
})();
