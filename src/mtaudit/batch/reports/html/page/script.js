"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);
  const rows = all("#ranking tbody tr");
  const controls = one(".ctl");
  const fields = controls ? all("[name]", controls) : [];
  const body = one(".rank tbody");
  const heads = all(".rank thead th");
  const articles = all(".art");
  const numbers = new Set(rows.map(row => row.dataset.n));
  let sorted = "";

  // The texts of row and article, made when something is searched for the first time.
  const texts = new Map();
  const textOf = row => {
    if (!texts.has(row)) {
      const article = document.getElementById("a" + row.dataset.n);
      texts.set(row, (row.textContent + " " + (article ? article.textContent : "")).normalize("NFC").toLowerCase());
    }
    return texts.get(row);
  };

  const state = () => {
    const out = new URLSearchParams();
    for (const field of fields) if (field.value) out.set(field.name, field.value);
    if (sorted) out.set("sort", sorted);
    return out;
  };

  const fits = (row, wanted) => {
    for (const [name, value] of wanted) {
      const told = row.dataset;
      if (name === "q") {
        const text = textOf(row);
        if (!value.normalize("NFC").toLowerCase().split(/\s+/).every(word => text.includes(word))) return false;
      } else if (name === "severity") {
        const counts = told.s.split(" ").map(Number);
        const last = value === "none" ? counts.length : Number(value) + 1;
        if (counts.slice(0, last).some(n => n > 0) === (value === "none")) return false;
      } else if (name === "verdict") {
        if (told.v !== value) return false;
      } else if (name === "rule") {
        if (!told.rules.split(" ").includes(value)) return false;
      } else if (name === "change") {
        if (!(told.c || "").split(" ").includes(value)) return false;
      } else if (name !== "sort" && told[name] !== value) return false;
    }
    return true;
  };

  const apply = () => {
    const wanted = state();
    wanted.delete("sort");
    const filtered = [...wanted].length > 0;
    let shown = 0;
    for (const row of rows) {
      const good = fits(row, wanted);
      shown += good;
      row.hidden = !good;
      const article = document.getElementById("a" + row.dataset.n);
      if (article) article.hidden = !good;
    }
    for (const article of articles) if (!numbers.has(article.id.slice(1))) article.hidden = filtered && rows.length > 0;
    const output = one("output", controls);
    output.textContent = output.dataset.of.replace("{n}", shown.toLocaleString()).replace("{m}", rows.length.toLocaleString());
    one("[data-reset]", controls).hidden = !filtered && !sorted;
    one("#ranking .none").hidden = shown > 0;
  };

  const remember = () => {
    const told = state().toString();
    try { history.replaceState(null, "", told ? "#" + told : location.pathname + location.search); } catch { /* some browsers forbid it for files */ }
  };

  const keyOf = (row, column, kind) => {
    const cell = row.cells[column];
    if (kind === "t") return (one("a", cell) || cell).textContent.trim();
    const told = cell.dataset.k ?? cell.textContent.replace(/[,\s]/g, "").replace("−", "-");
    return told === "·" ? 0 : Number(told);
  };

  const sort = told => {
    const [column, up] = told ? [Math.abs(Number(told)) - 1, !told.startsWith("-")] : [0, true];
    if (!heads[column]) return;
    sorted = told;
    const kind = heads[column].dataset.sort;
    const keyed = rows.map(row => [keyOf(row, column, kind), row]);
    const compare = kind === "t" ? (a, b) => a[0].localeCompare(b[0], document.documentElement.lang) : (a, b) => a[0] - b[0];
    keyed.sort((a, b) => (up ? compare(a, b) : compare(b, a)) || a[1].cells[0].textContent - b[1].cells[0].textContent);
    body.append(...keyed.map(pair => pair[1]));
    heads.forEach((head, i) => told && i === column ? head.setAttribute("aria-sort", up ? "ascending" : "descending") : head.removeAttribute("aria-sort"));
  };

  const fill = (name, valuesOf) => {
    const field = fields.find(each => each.name === name);
    if (!field) return;
    const counts = new Map();
    for (const row of rows) for (const value of valuesOf(row)) if (value) counts.set(value, (counts.get(value) || 0) + 1);
    for (const value of [...counts.keys()].sort()) {
      const known = one(`[data-filter="rule=${CSS.escape(value)}"]`);
      field.add(new Option(`${name === "rule" && known ? known.textContent + " " : ""}${value} (${counts.get(value)})`, value));
    }
  };

  // A place in an article: the article is opened.
  const reveal = () => {
    const place = location.hash && document.getElementById(location.hash.slice(1));
    const article = place && place.closest("details");
    if (!article) return;
    article.hidden = false;
    if (!article.open) {
      article.open = true;
      place.scrollIntoView();
    }
  };

  const fromAddress = () => {
    if (!location.hash.includes("=")) return reveal();
    const told = new URLSearchParams(location.hash.slice(1));
    for (const field of fields) {
      field.value = told.get(field.name) || "";
      if (field.selectedIndex === -1) field.value = "";
    }
    sort(told.get("sort") || "");
    apply();
    one("#ranking").scrollIntoView();
  };

  if (controls) {
    fill("rule", row => row.dataset.rules.split(" "));
    for (const name of ["outlet", "author", "section", "week"]) fill(name, row => [row.dataset[name]]);
    controls.hidden = false;
    let timer = 0;
    controls.addEventListener("input", event => {
      clearTimeout(timer);
      timer = setTimeout(() => { apply(); remember(); }, event.target.name === "q" ? 200 : 0);
    });
    one("[data-reset]", controls).addEventListener("click", () => {
      for (const field of fields) field.value = "";
      if (sorted) sort("");
      apply();
      remember();
      fields[0].focus();
    });
    heads.forEach((head, i) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const first = head.dataset.sort === "d" ? "-" : "";
        const other = first ? "" : "-";
        sort(sorted === first + (i + 1) ? other + (i + 1) : first + (i + 1));
        apply();
        remember();
      });
    });
    for (const span of all("[data-filter]")) {
      const link = document.createElement("a");
      link.href = "#" + span.dataset.filter;
      span.replaceWith(link);
      link.append(span);
    }
    apply();
  }

  const buttons = one(".go");
  if (articles.length) {
    buttons.hidden = false;
    let last = null;
    const go = step => {
      const wanted = state();
      const severity = wanted.get("severity");
      const notes = all(".n").filter(note => !note.closest(".art").hidden
        && (!wanted.get("rule") || note.dataset.r === wanted.get("rule"))
        && (!severity || severity === "none" || [0, 1, 2, 3].some(n => n <= severity && note.classList.contains("s" + n))));
      if (!notes.length) return;
      let at = notes.indexOf(last);
      if (at < 0) {
        at = notes.findIndex(note => note.closest(".art").open && note.getBoundingClientRect().top > 80);
        at = at < 0 ? (step > 0 ? -1 : 0) : at - (step > 0);
      }
      all(".now").forEach(each => each.classList.remove("now"));
      last = notes[(at + step + notes.length) % notes.length];
      last.closest(".art").open = true;
      const link = one("a.k", last);
      const place = (link && document.getElementById(link.hash.slice(1))) || last;
      history.replaceState(null, "", "#" + place.id);
      place.classList.add("now");
      last.classList.add("now");
      place.scrollIntoView({ block: "center" });
      if (!place.matches("a")) place.tabIndex = -1;
      place.focus({ preventScroll: true });
    };
    all("[data-go]", buttons).forEach(button => button.addEventListener("click", () => go(Number(button.dataset.go))));
    const every = one("[data-all]", buttons);
    const open = every.textContent;
    every.addEventListener("click", () => {
      const opens = every.textContent === open;
      for (const article of articles) article.open = opens && !article.hidden;
      every.textContent = opens ? every.dataset.close : open;
    });
  }

  addEventListener("hashchange", fromAddress);
  fromAddress();
})();
