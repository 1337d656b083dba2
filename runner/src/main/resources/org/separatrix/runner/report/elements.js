/* Makes elements. Text goes in as text, never as markup. */
function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === undefined || value === null || value === false) {
      continue;
    }
    if (name === "onclick" || name === "oninput" || name === "onchange") {
      made.addEventListener(name.slice(2), value);
    } else {
      made.setAttribute(name, value === true ? "" : String(value));
    }
  }
  made.append(...children.flat().filter((child) => child !== undefined && child !== null));
  return made;
}

/* A table in a container of its own that scrolls; the first cell of each row is its header. */
function table(caption, headings, rows) {
  return tableOf("", caption, headings, rows);
}

/* A table whose rows are cards on a narrow screen, for columns of sentences. */
function tableOfCards(caption, headings, rows) {
  return tableOf("cards", caption, headings, rows);
}

function tableOf(kind, caption, headings, rows) {
  // Cards are no table to a browser, unless it is told.
  const role = (name) => (kind ? name : null);
  const head = headings.map((heading, i) =>
    element("th", { scope: "col", class: heading.numeric && i > 0 ? "number" : null }, heading.text));
  const body = rows.map((cells) =>
    element("tr", { role: role("row") }, cells.map((cell, i) =>
      i === 0
        ? element("th", { scope: "row", role: role("rowheader") }, cell)
        : element("td", { class: headings[i].numeric ? "number" : null, role: role("cell"), "data-heading": role(headings[i].text) }, cell))));
  return element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
    element("table", { class: kind || null, role: role("table") },
      element("caption", {}, caption),
      element("thead", {}, element("tr", {}, head)),
      element("tbody", {}, body)));
}

function text(heading) {
  return { text: heading };
}

function numeric(heading) {
  return { text: heading, numeric: true };
}

/* A list of terms; entries without a value are left out. */
function terms(entries) {
  return element("dl", { class: "terms" },
    entries
      .filter(([, value]) => value !== undefined && value !== null && value !== "")
      .map(([term, value]) => element("div", {}, element("dt", {}, term), element("dd", {}, value))));
}

function badge(word) {
  return element("span", { class: "badge badge-" + String(word).replace(/[^a-z-]/g, "") }, word);
}

function disclosure(summary, ...children) {
  return element("details", {}, element("summary", {}, summary), ...children);
}

/* A text to copy, with a button that does it and says so. */
function copyable(label, content) {
  const said = element("span", { role: "status", class: "said" });
  const block = element("pre", { tabindex: "0", "aria-label": label }, element("code", {}, content));
  const copy = () => {
    const selection = window.getSelection();
    selection.selectAllChildren(block);
    const done = document.execCommand("copy");
    selection.removeAllRanges();
    said.textContent = done ? "Copied." : "The browser does not allow it; select the text.";
  };
  return element("div", { class: "copyable" },
    element("p", { class: "tools" },
      element("button", { type: "button", onclick: copy }, "Copy"), " ", said),
    block);
}

/* A long list, of which more is shown on demand. */
function lengthy(items, most, show) {
  const box = element("div", {}, show(items.slice(0, most)));
  if (items.length > most) {
    const more = element("button", { type: "button", onclick: () => box.replaceChildren(show(items)) },
      "Show all " + count(items.length));
    box.append(element("p", { class: "tools" }, more));
  }
  return box;
}
