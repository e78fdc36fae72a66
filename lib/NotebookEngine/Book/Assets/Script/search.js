// The search box. Its index is loaded when somebody begins to search.
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
