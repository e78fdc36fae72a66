// Last: all parts are there.
document.addEventListener("DOMContentLoaded", () => {
  [theme, search, definitions, quiz, () => progress.begin(), copying, charts, anchors, scrolling, printing].forEach((part) => part());
});
