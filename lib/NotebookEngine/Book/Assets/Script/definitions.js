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
