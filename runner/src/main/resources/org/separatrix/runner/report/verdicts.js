/* The verdicts: a table that can be narrowed, each row opening to what it rests on. */
const VERDICTS = ["contradicted", "inconclusive", "hypotheses-not-met", "consistent"];
const FILTERS = ["objective", "optimizer", "prediction", "verdict"];

/* Of so many saddles that all came out as predicted more are shown on demand. */
const MOST_CONSISTENT = 60;

/* Columns that are there only where they tell rows apart. */
const TELLING = { objective: "Objective", optimizer: "Optimizer", start: "Start" };

function cellOf(finding) {
  return content.summary.cells.find((cell) => cell.id === finding.cell);
}

function optimizerOf(finding) {
  const cell = cellOf(finding);
  return cell ? String(cell.optimizer.name || cell.optimizer.type) : "";
}

function startOf(finding) {
  const cell = cellOf(finding);
  return cell ? String(cell.start.name || cell.start.type) : "";
}

function verdictRows() {
  return content.summary.findings.map((finding, index) => {
    const row = {
      finding,
      index,
      objective: finding.objective,
      optimizer: optimizerOf(finding),
      start: startOf(finding),
      prediction: finding.prediction,
      verdict: finding.verdict,
    };
    row.words = [row.verdict, row.prediction, row.objective, row.optimizer, row.start, finding.point, finding.detail,
      ...finding.hypotheses.flatMap((each) => [each.name, each.status, each.detail])].join(" ").toLowerCase();
    return row;
  });
}

/* The hash is #verdicts?verdict=consistent&text=c2, so that a view can be sent to others. */
function wantedFromHash() {
  const [, query] = decodeHash(window.location.hash).split("?");
  return new URLSearchParams(query || "");
}

function decodeHash(hash) {
  return hash.startsWith("#") ? hash.slice(1) : hash;
}

function valuesOf(rows, name) {
  return [...new Set(rows.map((row) => row[name]))].filter(Boolean);
}

function verdictsSection() {
  const rows = verdictRows();
  const telling = Object.keys(TELLING).filter((name) => valuesOf(rows, name).length > 1);
  const said = element("p", { "aria-live": "polite", class: "count", id: "verdict-count" });
  const inputs = {};
  const change = () => {
    show();
    remember();
  };
  for (const name of FILTERS) {
    const values = valuesOf(rows, name);
    const sorted = name === "verdict" ? VERDICTS.filter((verdict) => values.includes(verdict)) : values;
    inputs[name] = element("select", { id: "filter-" + name, onchange: change },
      element("option", { value: "" }, "all"), sorted.map((value) => element("option", { value }, value)));
  }
  inputs.text = element("input", { id: "filter-text", type: "search", oninput: change, autocomplete: "off" });
  const clear = () => {
    Object.values(inputs).forEach((input) => { input.value = ""; });
    change();
  };
  const trs = rows.map((row) => verdictRow(row, telling));
  const body = element("tbody", {}, trs.flatMap((pair) => [pair.row, pair.details]));
  let isWhole = false;
  const more = element("button", { type: "button", id: "verdict-more", onclick: () => {
    isWhole = true;
    show();
  } });
  const show = () => {
    const needle = inputs.text.value.trim().toLowerCase();
    let visible = 0;
    let consistent = 0;
    rows.forEach((row, i) => {
      const matches = FILTERS.every((name) => inputs[name].value === "" || row[name] === inputs[name].value) &&
        needle.split(/\s+/).every((word) => row.words.includes(word));
      const isMore = !isWhole && row.verdict === "consistent" && consistent >= MOST_CONSISTENT && !trs[i].isOpen();
      trs[i].row.hidden = !matches || isMore;
      trs[i].details.hidden = trs[i].row.hidden || !trs[i].isOpen();
      visible += matches ? 1 : 0;
      consistent += matches && row.verdict === "consistent" ? 1 : 0;
    });
    more.hidden = isWhole || consistent <= MOST_CONSISTENT;
    more.textContent = "Show all " + count(visible);
    said.textContent = visible === rows.length
      ? plural(rows.length, "finding") : count(visible) + " of " + plural(rows.length, "finding");
  };
  const remember = () => {
    const query = new URLSearchParams();
    Object.entries(inputs).forEach(([name, input]) => {
      if (input.value) {
        query.set(name, input.value);
      }
    });
    const hash = query.toString() ? "#verdicts?" + query : "#verdicts";
    try {
      window.history.replaceState(null, "", hash);
    } catch (refused) {
      // A page opened from a file may not be allowed to; the filter works without.
    }
  };
  const recall = () => {
    const query = wantedFromHash();
    Object.entries(inputs).forEach(([name, input]) => { input.value = query.get(name) || ""; });
    const open = query.get("open");
    if (open !== null && trs[Number(open)]) {
      trs[Number(open)].show(true);
    }
    show();
  };
  window.addEventListener("hashchange", () => {
    if (decodeHash(window.location.hash).startsWith("verdicts")) {
      recall();
    }
  });
  recall();
  const openAll = (open) => trs.forEach((each) => { if (!each.row.hidden) { each.open(open); } });
  const label = (name) => element("label", { class: "field", for: "filter-" + name },
    element("span", {}, name[0].toUpperCase() + name.slice(1)), inputs[name]);
  const headings = ["Verdict", "Prediction", ...telling.map((name) => TELLING[name]), "Point", "Result"];
  return section("verdicts", "Verdicts",
    element("form", { class: "filters", role: "search", "aria-label": "Filter the findings" },
      FILTERS.filter((name) => name === "verdict" || valuesOf(rows, name).length > 1).map(label), label("text"),
      element("button", { type: "button", onclick: clear }, "Clear")),
    element("div", { class: "bar" }, said,
      element("p", { class: "tools" },
        element("button", { type: "button", onclick: () => openAll(true) }, "Open all"),
        element("button", { type: "button", onclick: () => openAll(false) }, "Close all"))),
    element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Findings" },
      element("table", { class: "verdicts", role: "table" },
        element("caption", { class: "unseen" }, "Findings: each row opens to its hypotheses, numbers and figures"),
        element("thead", {}, element("tr", {}, headings.map((heading) => element("th", { scope: "col" }, heading)))),
        body)),
    element("p", { class: "tools" }, more));
}

/* A row and the one below it that holds the details, which are made when it is first opened. */
function verdictRow(row, telling) {
  const id = "finding-" + row.index;
  const holder = element("td", { colspan: 4 + telling.length, role: "cell" });
  // Roles are said again: a narrow screen shows rows as cards, which takes a table's own away.
  const details = element("tr", { class: "details", id, role: "row", hidden: true }, holder);
  const isOpen = () => button.getAttribute("aria-expanded") === "true";
  const open = (wanted) => {
    if (wanted && holder.childElementCount === 0) {
      holder.append(findingDetails(row.finding, row.index));
    }
    button.setAttribute("aria-expanded", String(wanted));
    details.hidden = !wanted;
  };
  // Of a single row the figures are drawn at once; of many, as they come into view.
  const show = (wanted) => {
    open(wanted);
    if (wanted) {
      holder.querySelectorAll(".canvas").forEach((canvas) => canvas.drawFigure());
    }
  };
  const button = element("button",
    { type: "button", class: "opener", "aria-expanded": "false", "aria-controls": id, onclick: () => show(!isOpen()) },
    row.prediction);
  const made = element("tr", { class: "finding-row", "data-verdict": row.verdict, role: "row" },
    element("td", { role: "cell" }, badge(row.verdict)),
    element("th", { scope: "row", role: "rowheader" }, button),
    telling.map((name) => element("td", { class: "telling", role: "cell" }, row[name] || "\u2013")),
    element("td", { role: "cell" }, row.finding.point || "\u2013"),
    element("td", { class: "wide", role: "cell" }, row.finding.detail));
  return { row: made, details, open, show, isOpen };
}
