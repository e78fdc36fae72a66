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
