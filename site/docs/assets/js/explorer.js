// The explorer: every change and every duty, filtered; what is chosen stands in the address.
"use strict";
(() => {
  const box = document.getElementById("explorer");
  if (!box) return;
  const form = box.querySelector("form");
  const field = form.elements;
  const $ = (id) => document.getElementById(id);
  const root = window.kbSite.root;
  const PAGE = 60;
  const rows = {}; // by name of their file
  const waiting = {};
  let words, named, shown = [], count = PAGE;

  // Data comes as scripts that call kbTake: a browser that reads from a folder refuses to fetch.
  const EMPTY = { text: "", kinds: [], basis: "", was: "", now: "", strength: "", strengths: [], limit: "", who: [], topics: [], chapters: [], place: "", evidence: "", sources: [] };
  const filled = (name, row) => {
    const full = { ...EMPTY, ...row, file: name, step: name.replace(/-quiet$/, "") };
    for (const [field, list] of [["who", words.agencies], ["topics", words.topics], ["chapters", words.chapters]]) full[field] = full[field].map((number) => list[number].id);
    const [first, last] = row.id.split("/")[0].match(/\d{4}(?:-draft)?/g);
    full.step = !last ? first : first === last ? `${first}, update of ${row.revision}` : `${first} → ${last}`;
    full.newest = last || first;
    full.draft = words.editions.some((edition) => edition.draft && (edition.id === first || edition.id === last));
    return full;
  };
  window.kbTake = (name, value) => {
    rows[name] = name === "words" ? value : value.map((row) => filled(name, row));
    waiting[name].done(value);
  };
  const load = (name) => {
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

  const state = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
  const order = (id) => words.editions.findIndex((edition) => edition.id === id);

  // Which files the choice of editions needs.
  const steps = (s) => words.steps.filter((step) => (s.draft || !step.draft) && order(step.from) >= order(s.from) && order(step.to) <= order(s.to)
    && !(step.from === step.to && step.to === s.from && s.from !== s.to));
  const editions = (s) => words.editions.filter((e) => (s.draft || !e.draft) && order(e.id) >= order(s.from) && order(e.id) <= order(s.to));
  const wantsQuiet = (s) => s.kind === "all" || words.families.some((f) => f.quiet && (f.id === s.kind || f.kinds.includes(s.kind)));
  const files = (s) => (s.what === "duties" ? editions(s).map((e) => e.id)
    : steps(s).flatMap((step) => [`${step.from}-${step.to}`, ...(wantsQuiet(s) ? [`${step.from}-${step.to}-quiet`] : [])]));

  const family = (row) => (row.kinds.length ? row.kinds.map((kind) => words.families.find((f) => f.kinds.includes(kind)).id) : []);
  const facets = {
    for: (row, value, s) => {
      const agency = named[value];
      return Boolean(agency) && row.who.some((name) => agency.near.includes(name) || (s.wider && agency.wider.includes(name)));
    },
    kind: (row, value) => value === "all" || row.kinds.includes(value) || family(row).includes(value),
    strength: (row, value) => row.strengths.includes(value),
    topic: (row, value) => row.topics.includes(value),
    chapter: (row, value) => row.chapters.includes(value),
    evidence: (row, value) => row.evidence.includes(value),
    q: (row, value) => value.toLowerCase().split(/\s+/).every((word) => (row.search ??= `${row.title} ${row.text} ${row.was} ${row.now} ${row.limit} ${row.place}`.toLowerCase()).includes(word)),
  };
  const passes = (row, s, but) => Object.entries(facets).every(([name, test]) => name === but || !s[name] || test(row, s[name], s));

  // Choices of a list with how many rows each would leave.
  const fill = (name, all, choices, s, any = "any") => {
    const select = field[name];
    const mine = all.filter((row) => passes(row, s, name));
    const options = choices.map(([value, text]) => [value, text, mine.filter((row) => facets[name](row, value, s)).length]);
    select.replaceChildren(new Option(name === "kind" ? any : `${any} (${mine.length})`, ""), ...options.filter(([value, text, n]) => n || value === s[name] || text.endsWith("…"))
      .map(([value, text, n]) => new Option(text.endsWith("…") && value !== s[name] ? text : `${text} (${n})`, value)));
    select.value = s[name] || "";
  };

  const element = (tag, text, attributes = {}) => Object.assign(document.createElement(tag), { textContent: text }, attributes);
  const draw = () => {
    $("x-rows").replaceChildren(...shown.slice(0, count).map((row) => {
      const entry = element("li", "");
      const kinds = element("p", "", { className: "kinds" });
      for (const kind of row.kinds) {
        const sign = words.kinds.find((each) => each.id === kind).sign;
        kinds.append(element("span", `${sign} ${kind}`, { className: `kind kind-${kind.replace(/ /g, "-")}` }), " ");
      }
      kinds.append(element("span", row.step, { className: "when" }));
      if (row.draft) kinds.append(element("strong", "Draft: a proposal, never in force", { className: "draft-tag" }));
      const heading = element("h2", "");
      heading.append(element("a", row.title, { href: window.kbSite.whole(new URL(row.there, root).href) }));
      entry.append(kinds, heading, ...row.text.split("\n").map((line) => element("p", line)));
      if (row.was || row.now) {
        const values = element("p", "", { className: "values" });
        if (row.was) values.append(element("del", row.was));
        if (row.was && row.now) values.append(" → ");
        if (row.now) values.append(element("ins", row.now));
        entry.append(values);
      }
      const who = row.who.map((name) => named[name].name).join(", ");
      entry.append(element("small", [row.strength, row.limit, who, row.place, row.evidence, row.basis].filter(Boolean).join(" · ")));
      return entry;
    }));
    $("x-more").hidden = shown.length <= count;
  };

  const status = (all, s) => {
    const used = s.what === "duties" ? editions(s) : steps(s);
    const compared = used.reduce((sum, each) => sum + (each.old === undefined ? each.count : each.old + each.new), 0);
    const partial = used.reduce((sum, each) => sum + (each.partial || 0), 0);
    const what = s.what === "duties" ? "provisions" : "changes";
    const looked = s.what === "duties" ? `${all.length} provisions looked through` : `${compared} provisions compared in ${used.length} step${used.length === 1 ? "" : "s"}`;
    const part = partial ? `; ${partial} chapters only partly covered: “first recorded” is not “new”` : "";
    $("x-status").textContent = shown.length ? `${shown.length} of ${all.length} ${what}; ${looked}${part}.` : `No ${what} among ${all.length}: ${looked}${part}. Take a filter away to see more.`;
  };

  const rank = (row) => (row.kinds.length ? words.kinds.findIndex((kind) => kind.id === row.kinds[0]) : 0);
  const sorters = { "": (a, b) => rank(a) - rank(b) || order(b.newest) - order(a.newest), title: (a, b) => a.title.localeCompare(b.title), place: (a, b) => a.place.localeCompare(b.place, "en", { numeric: true }) };
  const update = async (write = true) => {
    const s = state();
    if (order(s.from) > order(s.to)) {
      shown = [];
      draw();
      $("x-status").textContent = `${s.from} is later than ${s.to}: old comes first.`;
      return;
    }
    $("x-status").textContent = "Loading …";
    await Promise.all(files(s).map(load));
    const all = files(s).flatMap((name) => rows[name]);
    const more = steps(s).reduce((sum, step) => sum + step.quiet, 0);
    const kinds = words.families.flatMap((f) => (f.quiet ? [[f.id, `${f.name} …`]] : f.kinds.map((kind) => [kind, kind])));
    if (more) kinds.push(["all", `everything, with ${more} that tell no change …`]);
    fill("for", all, words.agencies.map((a) => [a.id, a.name]), s);
    if (s.what === "duties") fill("kind", all, [], s, "does not apply");
    else fill("kind", all, kinds, s, "what is told as changed");
    field.kind.disabled = s.what === "duties";
    fill("strength", all, words.strengths.map((each) => [each, each]), s);
    fill("topic", all, words.topics.map((t) => [t.id, t.name]), s);
    fill("chapter", all, words.chapters.map((c) => [c.id, c.name]), s);
    fill("evidence", all, [["official", "official text seen"], ["secondary", "secondary report"]], s);
    shown = all.filter((row) => passes(row, s));
    shown.sort(sorters[s.sort || ""]);
    count = PAGE;
    draw();
    status(all, s);
    if (s.what === "changes") delete s.what;
    if (write) history.replaceState(null, "", `${location.pathname}?${new URLSearchParams(s)}`);
  };

  const restore = () => {
    const asked = new URLSearchParams(location.search);
    const issued = words.editions.filter((e) => !e.draft).map((e) => e.id);
    const names = words.editions.map((e) => new Option(e.draft ? `${e.id} (not in force)` : e.id, e.id));
    field.from.replaceChildren(...names.map((option) => option.cloneNode(true)));
    field.to.replaceChildren(...names);
    const known = (id) => words.editions.some((e) => e.id === id);
    field.from.value = known(asked.get("from")) ? asked.get("from") : issued[Math.max(0, issued.length - 2)];
    field.to.value = known(asked.get("to")) ? asked.get("to") : issued[issued.length - 1];
    for (const name of ["for", "kind", "strength", "topic", "chapter", "evidence"])
      if (asked.get(name)) field[name].replaceChildren(new Option(asked.get(name), asked.get(name)));
    for (const name of ["q", "what", "sort"]) if (asked.get(name)) field[name].value = asked.get(name);
    for (const name of ["wider", "draft"]) field[name].checked = asked.has(name);
    if (["strength", "topic", "chapter", "evidence", "what", "sort", "wider", "draft"].some((name) => asked.get(name) && asked.get(name) !== "changes")) $("x-further").open = true;
    const drafts = words.editions.filter((e) => e.draft).map((e) => e.id);
    if (drafts.includes(field.from.value) || drafts.includes(field.to.value)) field.draft.checked = true;
  };

  const csv = () => {
    const columns = ["id", "step", "kinds", "basis", "title", "text", "was", "now", "strength", "limit", "who", "topics", "place", "evidence", "sources"];
    const cell = (value) => {
      const text = Array.isArray(value) ? value.map((each) => (Array.isArray(each) ? [words.sources[each[0]], each[1]].filter(Boolean).join(", ") : each)).join("; ") : String(value);
      return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`; // a spreadsheet must not run it
    };
    const lines = [columns.join(","), ...shown.map((row) => columns.map((name) => cell(row[name])).join(","))];
    const link = element("a", "", { href: URL.createObjectURL(new Blob([`\ufeff${lines.join("\r\n")}\r\n`], { type: "text/csv" })), download: "working-together.csv" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => update());
  let pause;
  field.q.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(update, 150); });
  $("x-clear").addEventListener("click", () => { history.replaceState(null, "", location.pathname); form.reset(); restore(); update(); });
  $("x-copy").addEventListener("click", async () => {
    await navigator.clipboard.writeText(location.href).catch(() => prompt("Copy this address", location.href));
    $("x-copy").textContent = "Copied";
    setTimeout(() => ($("x-copy").textContent = "Copy link"), 1500);
  });
  $("x-csv").addEventListener("click", csv);
  $("x-more").addEventListener("click", () => { count += PAGE; draw(); });
  addEventListener("keydown", (event) => {
    if (event.target.closest("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
    const links = [...box.querySelectorAll("#x-rows h2 a")];
    const step = { j: 1, k: -1 }[event.key];
    if (step) (links[links.indexOf(document.activeElement) + step] || links[0])?.focus();
    if (event.key === "/") { event.preventDefault(); field.q.focus(); }
  });
  addEventListener("popstate", () => { restore(); update(false); });

  load("words").then((value) => {
    words = value;
    named = Object.fromEntries(words.agencies.map((agency) => [agency.id, agency]));
    restore();
    box.hidden = false;
    update(Boolean(location.search));
  }, () => { box.hidden = false; $("x-status").textContent = "The data could not be loaded."; });
})();
