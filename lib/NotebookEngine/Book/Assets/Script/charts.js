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
