// A question as a form that checks itself: each choice has its reason.
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
