/* The two appearances, and what they make of the palette that figures are drawn with. */
const darkWanted = window.matchMedia("(prefers-color-scheme: dark)");

let printing = false;

/* Paper is white whatever the screen shows. */
function setPrinting(now) {
  printing = now;
}

function isDark() {
  if (printing) {
    return false;
  }
  const chosen = document.documentElement.dataset.appearance;
  return chosen ? chosen === "dark" : darkWanted.matches;
}

function channels(colour) {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
}

function mixed(colour, other, share) {
  const to = channels(other);
  return "#" + channels(colour)
    .map((from, i) => Math.round(from + share * (to[i] - from)).toString(16).padStart(2, "0"))
    .join("");
}

/* Colours of the page that figures need; the same numbers as in the style. */
function pageColours(dark) {
  return dark
    ? { paper: "#171b21", ink: "#e8eaed", quiet: "#a9b1bb", line: "#4a525d" }
    : { paper: "#ffffff", ink: "#1d2126", quiet: "#59616b", line: "#9aa2ab" };
}

/* A line or mark: on dark paper black becomes ink, and the rest somewhat lighter. */
function strokeColour(colour, dark) {
  if (!dark) {
    return colour;
  }
  const sum = channels(colour).reduce((a, b) => a + b, 0);
  return sum < 150 ? mixed(colour, "#ffffff", 0.9) : mixed(colour, "#ffffff", 0.28);
}

/* An area, light enough, or dark enough, to draw over. */
function areaColour(colour, dark) {
  return dark ? mixed(colour, "#171b21", 0.55) : mixed(colour, "#ffffff", 0.6);
}

function tintColour(tint, dark) {
  return dark ? mixed(tint, "#171b21", 0.62) : tint;
}

function prepareAppearance(redraw) {
  const button = document.getElementById("appearance");
  const say = () => {
    button.textContent = isDark() ? "Light" : "Dark";
    button.setAttribute("aria-label", isDark() ? "Light appearance" : "Dark appearance");
  };
  button.addEventListener("click", () => {
    document.documentElement.dataset.appearance = isDark() ? "light" : "dark";
    say();
    redraw();
  });
  darkWanted.addEventListener("change", () => {
    say();
    redraw();
  });
  say();
}
