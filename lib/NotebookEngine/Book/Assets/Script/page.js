// What the other parts share, and the theme, which is set before anything is drawn.
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
