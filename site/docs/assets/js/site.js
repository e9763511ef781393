// Small aids for every page: choosers, filters of long lists, "since", and links that work from a folder.
"use strict";
(() => {
  const $ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const home = new URL(document.querySelector("script[src$='assets/js/site.js']").src);
  const root = new URL("../../", home);

  // A browser that reads the site from a folder shows a listing for "d/x/"; it wants the file by name.
  const whole = (address) => {
    if (location.protocol !== "file:") return address;
    const url = new URL(address, location.href);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
    return url.href;
  };
  const name = (node) => {
    if (location.protocol === "file:") $("a[href]", node).forEach((a) => (a.href = whole(a.href)));
  };
  $(".needs-script").forEach((each) => { each.hidden = true; });
  window.kbSite = { root, whole, name };
  name(document);

  // Home: two choosers lead to pages that exist.
  $("form[data-go]").forEach((form) =>
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const chosen = Object.fromEntries(new FormData(form));
      if (form.dataset.go === "agency") {
        const url = new URL(`agencies/${chosen.for}/`, root);
        const there = new URL(whole(url.href));
        there.search = new URLSearchParams({ since: chosen.from });
        location.href = there.href;
        return;
      }
      const order = [...form.elements.from.options].map((option) => option.text);
      order.push(form.elements.to.options[form.elements.to.length - 1].text);
      const wrong = order.indexOf(chosen.from) >= order.indexOf(chosen.to);
      form.querySelector(".error").hidden = !wrong;
      if (!wrong) location.href = whole(new URL(`compare/${chosen.from}-${chosen.to}/`, root).href);
    })
  );

  // Long lists: show what holds every word that is typed.
  $("input[data-filter]").forEach((input) => {
    const entries = $(input.dataset.filter);
    const status = input.parentElement.querySelector("[role=status]");
    input.closest(".filter").hidden = entries.length < 12;
    input.addEventListener("input", () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const entry of entries) {
        const text = `${entry.textContent} ${entry.dataset.words || ""}`.toLowerCase();
        entry.hidden = !words.every((word) => text.includes(word));
        shown += !entry.hidden;
      }
      status.textContent = words.length ? `${shown} of ${entries.length}` : "";
    });
  });

  // Agency pages: only the steps since an edition, when the address asks for it.
  const since = new URLSearchParams(location.search).get("since");
  const note = document.querySelector(".since-note");
  if (note && since) {
    const steps = $("section.step");
    const order = [...new Set(steps.map((step) => step.dataset.from))].reverse();
    if (order.includes(since)) {
      const late = (step) => order.indexOf(step.dataset.from) >= order.indexOf(since);
      steps.forEach((step) => (step.hidden = !late(step)));
      note.querySelector("b").textContent = since;
      note.hidden = false;
      note.querySelector("[data-since]").addEventListener("click", () => {
        steps.forEach((step) => (step.hidden = false));
        note.hidden = true;
        history.replaceState(null, "", location.pathname);
      });
    }
  }

  // A narrow table of time limits needs no sideways scrolling; everything folded is open in print.
  addEventListener("beforeprint", () => $("details:not([open])").forEach((each) => { each.open = true; each.dataset.shut = ""; }));
  addEventListener("afterprint", () => $("details[data-shut]").forEach((each) => { each.open = false; delete each.dataset.shut; }));
})();
