// The explorer: every change and every duty, filtered; what is chosen stands in the address.
"use strict";
(() => {
  const box = document.getElementById("explorer");
  if (!box) return;
  const form = box.querySelector("form");
  const field = form.elements;
  const $ = (id) => document.getElementById(id);
  const kb = window.kbRows;
  const { element, order, facets, passes } = kb;
  const PAGE = 60;
  let words, shown = [], count = PAGE;

  const state = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
  // Choices of a list with how many rows each would leave.
  const fill = (name, all, known, s, any = "any") => {
    const select = field[name], called = (value) => known.find(([each]) => each === value)?.[1] ?? value;
    const choices = s[name]?.includes(",") ? [...known, [s[name], s[name].split(",").map(called).join(" or ")]] : known;
    const mine = all.filter((row) => passes(row, s, name));
    const options = choices.map(([value, text]) => [value, text, mine.filter((row) => facets[name](row, value, s)).length]);
    select.replaceChildren(new Option(name === "kind" ? any : `${any} (${mine.length})`, ""), ...options.filter(([value, text, n]) => n || value === s[name] || text.endsWith("…"))
      .map(([value, text, n]) => new Option(text.endsWith("…") && value !== s[name] ? text : `${text} (${n})`, value)));
    select.value = s[name] || "";
  };

  const draw = () => {
    $("x-rows").replaceChildren(...shown.slice(0, count).map((row) => kb.entry(row)));
    $("x-more").hidden = shown.length <= count;
  };

  const status = (all, s) => {
    const used = s.what === "duties" ? kb.editions(s) : kb.steps(s);
    const compared = used.reduce((sum, each) => sum + (each.old === undefined ? each.count : each.old + each.new), 0);
    const partial = used.reduce((sum, each) => sum + (each.partial || 0), 0);
    const what = s.what === "duties" ? "provisions" : "changes";
    const looked = s.what === "duties" ? `${all.length} provisions looked through` : `${compared} provisions compared in ${used.length} step${used.length === 1 ? "" : "s"}`;
    const part = partial ? `; ${partial} chapters only partly covered: “first recorded” is not “new”` : "";
    $("x-status").textContent = shown.length ? `${shown.length} of ${all.length} ${what}; ${looked}${part}.` : `No ${what} among ${all.length}: ${looked}${part}. Take a filter away to see more.`;
  };

  const sorters = { "": kb.byWeight, title: (a, b) => a.title.localeCompare(b.title), place: (a, b) => a.place.localeCompare(b.place, "en", { numeric: true }) };
  const update = async (write = true) => {
    const s = state();
    if (order(s.from) > order(s.to)) {
      shown = [];
      draw();
      $("x-status").textContent = `${s.from} is later than ${s.to}: old comes first.`;
      return;
    }
    $("x-status").textContent = "Loading …";
    const all = await kb.loadRows(s);
    const more = kb.steps(s).reduce((sum, step) => sum + step.quiet, 0);
    const kinds = words.families.flatMap((f) => (f.quiet ? [[f.id, `${f.name} …`]] : f.kinds.map((kind) => [kind, kind])));
    if (more) kinds.push(["all", `everything, with ${more} that tell no change …`]);
    fill("for", all, words.agencies.map((a) => [a.id, a.name]), s);
    if (s.what === "duties") fill("kind", all, [], s, "does not apply");
    else fill("kind", all, kinds, s, "what is told as changed");
    field.kind.disabled = s.what === "duties";
    fill("strength", all, words.strengths.map((each) => [each, each]), s);
    fill("topic", all, words.topics.map((t) => [t.id, t.name]), s);
    fill("term", all, words.terms.map((t) => [t.id, t.name]), s);
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
    for (const name of ["for", "kind", "strength", "topic", "term", "chapter", "evidence"])
      if (asked.get(name)) field[name].replaceChildren(new Option(asked.get(name), asked.get(name)));
    for (const name of ["q", "what", "sort"]) if (asked.get(name)) field[name].value = asked.get(name);
    for (const name of ["wider", "draft"]) field[name].checked = asked.has(name);
    if (["strength", "topic", "term", "chapter", "evidence", "what", "sort", "wider", "draft"].some((name) => asked.get(name) && asked.get(name) !== "changes")) $("x-further").open = true;
    const drafts = words.editions.filter((e) => e.draft).map((e) => e.id);
    if (drafts.includes(field.from.value) || drafts.includes(field.to.value)) field.draft.checked = true;
  };

  const csv = () => {
    const columns = ["id", "step", "kinds", "basis", "title", "text", "was", "now", "strength", "limit", "who", "topics", "place", "evidence", "sources"];
    const cell = (value) => {
      const text = Array.isArray(value) ? value.join("; ") : String(value);
      return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`; // a spreadsheet must not run it
    };
    const lines = [columns.join(","), ...shown.map((row) => columns.map((name) => cell(name === "sources" ? kb.cites(row) : row[name])).join(","))];
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

  kb.load("words").then((value) => {
    words = value;
    restore();
    box.hidden = false;
    update(Boolean(location.search));
  }, () => { box.hidden = false; $("x-status").textContent = "The data could not be loaded."; });
})();
