// The web edition's script: theme, search, definitions, quiz, progress, copy buttons, charts. A page is whole without it.
(() => {
  "use strict";
  const html = document.documentElement;
  const { root, book, page } = html.dataset;

  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);

  // What a browser keeps; one that keeps nothing shows the book all the same.
  const kept = {
    get(name) {
      try { return JSON.parse(localStorage.getItem(`notebook-book:${book}:${name}`)); } catch { return null; }
    },
    set(name, value) {
      try { localStorage.setItem(`notebook-book:${book}:${name}`, JSON.stringify(value)); } catch { /* nothing is kept */ }
    },
  };

  // Before anything is drawn.
  const chosen = kept.get("theme");
  if (chosen === "light" || chosen === "dark") { html.dataset.theme = chosen; }

  const theme = () => {
    const button = byId("book-theme");
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const now = () => html.dataset.theme ?? (dark.matches ? "dark" : "light");
    const other = () => (now() === "dark" ? "light" : "dark");
    const label = () => { button.textContent = other() === "dark" ? "Dark" : "Light"; button.title = `Show the book ${other()}`; };
    button.hidden = false;
    button.addEventListener("click", () => { html.dataset.theme = other(); kept.set("theme", html.dataset.theme); label(); });
    dark.addEventListener("change", label);
    label();
  };

  // Search
  const words = (text) => text.toLowerCase().split(/[^\p{L}\p{N}_-]+/u).filter(Boolean);
  const rank = (asked, title, heading, text) => {
    let score = 0;
    for (const word of asked) {
      const inHeading = heading.toLowerCase().includes(word), inTitle = title.toLowerCase().includes(word);
      const count = text.toLowerCase().split(word).length - 1;
      if (!inHeading && !inTitle && count === 0) { return 0; }
      score += (inHeading ? 12 : 0) + (inTitle ? 4 : 0) + Math.min(count, 5);
    }
    return score;
  };
  const find = (query) => {
    const asked = words(query);
    if (asked.length === 0) { return []; }
    return window.bookSearch
      .flatMap(({ path, title, sections }) => sections.map(([anchor, heading, text]) =>
        ({ path, title, anchor, heading, text, score: rank(asked, title, heading, text) })))
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score);
  };
  const marked = (text, asked) => {
    const parts = text.split(new RegExp(`(${asked.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "iu"));
    return parts.map((part, index) => (index % 2 ? element("mark", { textContent: part }) : part));
  };
  const excerpt = (heading, text, asked) => {
    if (asked.every((word) => heading.toLowerCase().includes(word))) { return text.slice(0, 160) + (text.length > 160 ? " …" : ""); }
    const first = Math.max(0, Math.min(...asked.map((word) => text.toLowerCase().indexOf(word)).filter((at) => at >= 0), text.length) - 60);
    const start = first === 0 || first >= text.length ? 0 : text.indexOf(" ", first) + 1;
    return `${start > 0 ? "… " : ""}${text.slice(start, start + 160)}${start + 160 < text.length ? " …" : ""}`;
  };
  const search = () => {
    const place = byId("book-search");
    const input = element("input", { type: "search", placeholder: "Search", autocomplete: "off", spellcheck: false });
    input.setAttribute("aria-label", "Search the book");
    const count = element("p", { className: "count" });
    count.setAttribute("role", "status");
    const list = element("ol");
    const found = element("div", { className: "found", hidden: true }, count, list);
    let loading;
    const load = () => (loading ??= new Promise((done) => {
      document.head.append(element("script", { src: `${root}search.js`, onload: done }));
    }));
    const close = () => { found.hidden = true; };
    let asking;
    const show = async () => {
      asking = input.value;
      await load();
      // Only the last of what was typed while the index came.
      if (asking === null) { return; }
      asking = null;
      const results = find(input.value), asked = words(input.value);
      list.replaceChildren(...results.slice(0, 20).map(({ path, title, anchor, heading, text }) => element("li", {},
        element("a", { href: `${root}${path}${anchor && heading ? `#${anchor}` : ""}` },
          element("strong", {}, ...marked(heading || title, asked)), " ",
          element("span", { className: "where" }, heading ? title : ""),
          element("span", { className: "excerpt" }, ...marked(excerpt(heading || title, text, asked), asked))))));
      count.textContent = results.length === 0 ? "Nothing found." : `${results.length} found${results.length > 20 ? ", the best 20:" : ":"}`;
      found.hidden = asked.length === 0;
    };
    input.addEventListener("focus", load);
    input.addEventListener("input", show);
    place.addEventListener("keydown", (event) => {
      const links = all("a", found), at = links.indexOf(document.activeElement);
      if (event.key === "Escape") { close(); input.focus(); }
      else if (event.key === "Enter" && event.target === input && !found.hidden) { links[0]?.click(); }
      else if (event.key === "ArrowDown" && !found.hidden) { event.preventDefault(); (links[at + 1] ?? links[0])?.focus(); }
      else if (event.key === "ArrowUp" && at >= 0) { event.preventDefault(); (links[at - 1] ?? input).focus(); }
    });
    place.addEventListener("focusout", (event) => { if (event.relatedTarget && !place.contains(event.relatedTarget)) { close(); } });
    document.addEventListener("pointerdown", (event) => { if (!place.contains(event.target)) { close(); } });
    list.addEventListener("click", (event) => { if (event.target.closest("a")) { close(); } });
    document.addEventListener("keydown", (event) => {
      if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.target.closest("input, textarea, select")) { event.preventDefault(); input.focus(); }
    });
    place.append(input, found);
    place.hidden = false;
  };

  // A term's definition, where it is used
  const definitions = () => {
    const box = element("div", { id: "book-definition", hidden: true });
    box.setAttribute("role", "tooltip");
    document.body.append(box);
    let shown, closing;
    const close = () => { box.hidden = true; shown?.removeAttribute("aria-describedby"); shown = undefined; };
    const later = () => { closing = setTimeout(close, 200); };
    const open = (term) => {
      clearTimeout(closing);
      close();
      shown = term;
      box.textContent = term.dataset.definition;
      box.hidden = false;
      term.setAttribute("aria-describedby", box.id);
      const at = term.getClientRects()[0];
      const below = at.bottom + box.offsetHeight + 10 < innerHeight;
      box.style.left = `${Math.max(8, Math.min(at.left, html.clientWidth - box.offsetWidth - 8)) + scrollX}px`;
      box.style.top = `${(below ? at.bottom + 6 : at.top - box.offsetHeight - 6) + scrollY}px`;
    };
    for (const term of all("a.term")) {
      term.removeAttribute("title");
      term.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse") { open(term); } });
      term.addEventListener("pointerleave", later);
      term.addEventListener("focus", () => { if (term.matches(":focus-visible")) { open(term); } });
      term.addEventListener("blur", close);
    }
    box.addEventListener("pointerenter", () => clearTimeout(closing));
    box.addEventListener("pointerleave", later);
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") { close(); } });
  };

  // Progress: { read: { page: true }, right: { page: { question: true } } }
  const progress = {
    now: () => ({ read: {}, right: {}, ...kept.get("progress") }),
    change(how) { const now = this.now(); how(now); kept.set("progress", now); this.show(); },
    rights: (now, lesson) => Object.keys(now.right[lesson] ?? {}).length,
    show() {
      const now = this.now();
      const items = all("#book-contents li[data-lesson]");
      let read = 0, right = 0, questions = 0;
      for (const item of items) {
        const { lesson } = item.dataset, asked = Number(item.dataset.questions), rights = this.rights(now, lesson);
        read += now.read[lesson] ? 1 : 0; right += rights; questions += asked;
        item.querySelector(".state")?.remove();
        const said = [rights > 0 ? `${rights}/${asked}` : "", now.read[lesson] ? "✓" : ""].filter(Boolean).join(" ");
        if (said) {
          const spoken = [now.read[lesson] ? "read" : "", rights > 0 ? `${rights} of ${asked} questions right` : ""].filter(Boolean).join(", ");
          const state = element("span", { className: "state", title: spoken, textContent: said });
          state.setAttribute("role", "img");
          state.setAttribute("aria-label", spoken);
          item.firstElementChild.append(state);
        }
      }
      for (const place of all(".progress")) {
        const bar = element("progress", { max: items.length, value: read });
        bar.setAttribute("aria-label", "Lessons read");
        const reset = element("button", { type: "button", textContent: "Reset", title: "Forget what this browser knows of your progress" });
        reset.addEventListener("click", () => {
          if (confirm("Forget which lessons you have read and which questions you have answered?")) {
            this.change((now) => { now.read = {}; now.right = {}; });
            all("button", place)[0]?.focus();
          }
        });
        const asked = questions > 0 ? `, ${right} of ${questions} questions right` : "";
        place.replaceChildren(element("p", { textContent: `${read} of ${items.length} lessons read${asked}` }), bar, ...(read + right > 0 ? [reset] : []));
      }
      const button = byId("book-read")?.firstElementChild;
      button?.setAttribute("aria-pressed", Boolean(now.read[page]));
      if (button) { button.textContent = now.read[page] ? "✓ Read" : "Mark as read"; }
    },
    begin() {
      const place = byId("book-progress");
      place.hidden = false;
      place.className = "progress";
      if (page === "index.html") { document.querySelector("main h1")?.after(element("div", { className: "progress" })); }
      const read = byId("book-read");
      if (read) {
        const button = element("button", { type: "button" });
        button.addEventListener("click", () => this.change((now) => { now.read[page] ? delete now.read[page] : (now.read[page] = true); }));
        read.append(button);
        read.hidden = false;
      }
      addEventListener("storage", () => this.show());
      this.show();
    },
  };

  const quiz = () => {
    for (const question of all(".quiz")) {
      const id = question.dataset.question;
      const reasons = all(".reasons > li", question);
      const choices = all(".choices > li", question).map((choice, index) => element("label", {},
        element("input", { type: "radio", name: `quiz-${id}`, value: index }), element("span", {}, ...choice.childNodes)));
      const verdict = element("p", { className: "verdict" });
      verdict.setAttribute("role", "status");
      const check = element("button", { type: "submit", textContent: "Check" });
      const legend = element("legend", {}, ...question.querySelector(".asked").childNodes);
      const form = element("form", {}, element("fieldset", {}, legend, ...choices), check, verdict);
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        const picked = new FormData(form).get(`quiz-${id}`);
        if (picked === null) { verdict.className = "verdict"; verdict.textContent = "Choose an answer first."; return; }
        const reason = reasons[Number(picked)], right = "right" in reason.dataset;
        verdict.className = `verdict ${right ? "right" : "wrong"}`;
        verdict.replaceChildren(...[...reason.childNodes].map((node) => node.cloneNode(true)));
        if (right) { progress.change((now) => { (now.right[page] ??= {})[id] = true; }); }
      });
      question.replaceChildren(form);
    }
  };

  const copying = () => {
    for (const code of all("pre.code")) {
      const button = element("button", { type: "button", className: "copy", textContent: "Copy" });
      button.addEventListener("click", async () => {
        const text = code.textContent;
        try { await navigator.clipboard.writeText(text); } catch {
          // A page from disk may have no clipboard of its own.
          const field = element("textarea", { value: text });
          document.body.append(field);
          field.select();
          document.execCommand("copy");
          field.remove();
          button.focus();
        }
        button.textContent = "Copied";
        setTimeout(() => { button.textContent = "Copy"; }, 1500);
      });
      const frame = element("div", { className: "framed" });
      code.replaceWith(frame);
      frame.append(code, button);
    }
  };

  // Exact values of a chart's marks, by pointer or step by step; one series by itself. Its table is folded below it.
  const charts = () => {
    for (const chart of all(".output.chart")) {
      const svgs = all("svg", chart);
      const marks = (svg) => all("title", svg).map((title) => title.parentElement).filter((mark) => mark !== svg);
      if (svgs.length === 0 || marks(svgs[0]).length === 0) { continue; }
      const value = element("output", { textContent: `${marks(svgs[0]).length} values: point at one, or step through them` });
      let at = -1;
      const show = (svg, index) => {
        all(".here", chart).forEach((mark) => mark.classList.remove("here"));
        at = index;
        const mark = marks(svg)[index];
        mark.classList.add("here");
        value.textContent = mark.querySelector("title").textContent;
      };
      const step = (by) => {
        const seen = svgs.find((svg) => svg.clientWidth > 0) ?? svgs[0], count = marks(seen).length;
        show(seen, (Math.max(at, by > 0 ? -1 : 0) + by + count) % count);
      };
      const button = (text, label, act) => {
        const made = element("button", { type: "button", textContent: text });
        made.setAttribute("aria-label", label);
        made.addEventListener("click", act);
        return made;
      };
      for (const svg of svgs) {
        marks(svg).forEach((mark, index) => mark.addEventListener("pointerenter", () => show(svg, index)));
      }
      const names = [...new Set(all("[data-series]", svgs[0]).map((mark) => mark.dataset.series))];
      const series = names.length < 2 ? [] : names.map((name) => {
        const made = element("button", { type: "button", textContent: name });
        made.setAttribute("aria-pressed", "false");
        made.addEventListener("click", () => {
          const alone = made.getAttribute("aria-pressed") === "false";
          series.forEach((other) => other.setAttribute("aria-pressed", other === made && alone));
          all("[data-series]", chart).forEach((mark) => mark.classList.toggle("faded", alone && mark.dataset.series !== name));
        });
        return made;
      });
      const readout = element("div", { className: "readout" }, button("‹", "Previous value", () => step(-1)), button("›", "Next value", () => step(1)), value, ...series);
      svgs.at(-1).after(readout);
    }
  };

  // The keyboard scrolls what is wider than its place.
  const scrolling = () => {
    const look = () => all("pre, .wide, .output, .output div").forEach((place) => {
      if (place.scrollWidth > place.clientWidth + 1 && getComputedStyle(place).overflowX !== "visible") { place.tabIndex = 0; }
    });
    look();
    addEventListener("resize", look);
  };

  const printing = () => {
    let opened = [];
    addEventListener("beforeprint", () => { opened = all("details:not([open])"); opened.forEach((fold) => { fold.open = true; }); });
    addEventListener("afterprint", () => opened.forEach((fold) => { fold.open = false; }));
  };

  const anchors = () => {
    for (const heading of all("main :is(h2, h3)[id]")) {
      const link = element("a", { className: "anchor", href: `#${heading.id}`, textContent: "#" });
      link.setAttribute("aria-label", `Link to “${heading.textContent}”`);
      heading.append(link);
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    [theme, search, definitions, quiz, () => progress.begin(), copying, charts, anchors, scrolling, printing].forEach((part) => part());
  });
})();
