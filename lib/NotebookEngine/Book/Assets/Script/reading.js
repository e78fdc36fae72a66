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
