// A button that copies the code of a cell.
const copying = () => {
  for (const code of all("pre.code")) {
    const button = element("button", { type: "button", className: "copy", textContent: "Copy" });
    button.addEventListener("click", async () => {
      const text = code.textContent;
      let copied = true;
      try { await navigator.clipboard.writeText(text); } catch {
        // A page from disk may have no clipboard of its own.
        const field = element("textarea", { value: text });
        document.body.append(field);
        field.select();
        copied = document.execCommand("copy");
        field.remove();
        button.focus();
      }
      button.textContent = copied ? "Copied" : "Not copied";
      setTimeout(() => { button.textContent = "Copy"; }, 1500);
    });
    const frame = element("div", { className: "framed" });
    code.replaceWith(frame);
    frame.append(code, button);
  }
};
