/* Where it ran, the study itself, and the papers. */
function environmentSection() {
  const { environment, version, seed, schema } = content.summary;
  return section("environment", "Environment", terms([
    ["Program", "Separatrix " + version],
    ["Java", environment.java],
    ["Processor", environment.cpu],
    ["Threads", String(environment.threads)],
    ["Seed", String(seed)],
    ["Schema of the summary", String(schema)],
  ]), content.missing.length === 0 ? null : element("div", {},
    element("h3", {}, "Left out of this page"),
    element("ul", {}, content.missing.map((each) => element("li", {}, each)))));
}

function studySection() {
  return content.study.text === "" ? null : section("study", "Study",
    element("p", {}, "With every default filled in and every sweep expanded; run again, it gives the same runs:"),
    copyable("separatrix run", "./separatrix run study.yaml"),
    copyable("The resolved study", content.study.text));
}

function papersSection() {
  const sources = new Map();
  for (const [id, prediction] of Object.entries(content.predictions)) {
    sources.set(prediction.source, [...(sources.get(prediction.source) || []), id]);
  }
  return sources.size === 0 ? null : section("papers", "How to cite the predictions",
    element("p", {}, "A result on a prediction rests on the paper that it is from:"),
    element("ul", { class: "papers" }, [...sources].map(([source, ids]) =>
      element("li", {}, source, " ", element("span", { class: "quiet" }, "(" + ids.join(", ") + ")")))));
}
