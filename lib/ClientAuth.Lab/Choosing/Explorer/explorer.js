// The same decision as ClientAuth.Lab/Choosing/Decision.cs; a test compares the two in every situation.
(() => {
  const decide = (model, situation) => {
    const holds = (rule, method) =>
      rule.methods.includes(method.id) &&
      Object.entries(rule.when).every(([input, values]) => values.includes(situation[input]));
    const reasons = (rules, method) => rules.filter((rule) => holds(rule, method));
    const isOut = (method) => reasons(model.rules_out, method).length > 0;
    const method = model.recommends
      .flatMap((rule) => rule.methods.map((id) => [rule, model.methods.find((known) => known.id === id)]))
      .filter(([rule, candidate]) => holds(rule, candidate))
      .map(([, candidate]) => candidate)
      .find((candidate) => !isOut(candidate));
    return {
      method,
      reasons: reasons(model.recommends, method),
      conditions: reasons(model.conditions, method),
      others: model.methods
        .filter((other) => other !== method)
        .map((other) => ({
          method: other,
          standing: isOut(other) ? "ruled out" : "would do",
          reasons: reasons(isOut(other) ? model.rules_out : model.speaks_against, other),
        })),
    };
  };

  // Text only ever becomes text: no part of the model is read as markup.
  const element = (name, ...children) => {
    const made = document.createElement(name);
    made.append(...children);
    return made;
  };

  const show = (explorer, model, situation) => {
    const quoted = (id) => {
      const sentence = model.sentences.find((known) => known.id === id);
      const source = element("span", `(${sentence.source}, ${sentence.place})`);
      source.className = "source";
      return [" ", element("q", sentence.text), " ", source];
    };
    const item = (reason) => {
      const made = element("li", reason.because, ...reason.sentences.flatMap(quoted));
      made.dataset.rule = reason.id;
      return made;
    };
    const section = (heading, reasons) =>
      reasons.length === 0 ? [] : [element("h2", heading), element("ul", ...reasons.map(item))];
    const other = ({ method, standing, reasons }) => {
      const made = element("li", element("strong", `${method.name}: ${standing}.`), element("ul", ...reasons.map(item)));
      made.dataset.method = method.id;
      made.dataset.standing = standing;
      return made;
    };

    const decision = decide(model, situation);
    // The one line that is read aloud when an answer changes; the rest is there to be read on.
    explorer.querySelector(".recommended").textContent = `Recommended: ${decision.method.name}`;
    const why = explorer.querySelector(".why");
    why.dataset.method = decision.method.id;
    why.replaceChildren(
      element("p", "In the SDK: ", element("code", decision.method.configuration)),
      ...section("Why", decision.reasons),
      ...section("Take care of", decision.conditions),
      element("h2", "Why nothing else"),
      element("ul", ...decision.others.map(other)),
    );
  };

  for (const explorer of document.querySelectorAll(".choosing-explorer:not([data-ready])")) {
    explorer.dataset.ready = "";
    const model = JSON.parse(explorer.querySelector(".model").textContent);
    const questions = explorer.querySelector("form");
    const update = () => show(explorer, model, Object.fromEntries(new FormData(questions)));
    questions.addEventListener("change", update);
    questions.addEventListener("submit", (event) => event.preventDefault());
    questions.hidden = false;
    explorer.querySelector(".answer").hidden = false;
    update();
  }
})();
