/* Numbers as a person reads them. */
function brief(value, digits) {
  if (value === null || value === undefined) {
    return "\u2013";
  }
  const number = Number(value);
  if (number === 0 || !Number.isFinite(number)) {
    return number === 0 ? "0" : String(number);
  }
  const size = Math.abs(number);
  if (size < 1e-3 || size >= 1e7) {
    const [mantissa, exponent] = number.toExponential(Math.min((digits || 4) - 1, 3)).split("e");
    return signed(mantissa.replace(/\.?0+$/, "")) + "\u00b710" + raised(Number(exponent));
  }
  return signed(String(Number(number.toPrecision(digits || 4))));
}

function precise(value) {
  return brief(value, 7);
}

function signed(digits) {
  return digits.replace(/^-/, "\u2212");
}

function raised(exponent) {
  const above = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
  return (exponent < 0 ? "\u207b" : "") +
    String(Math.abs(exponent)).split("").map((digit) => above[Number(digit)]).join("");
}

function count(value) {
  return Number(value).toLocaleString("en-US", { maximumFractionDigits: 0 });
}

function percent(share) {
  return (100 * share).toFixed(1) + "%";
}

function seconds(value) {
  return value < 10 ? value.toFixed(value < 0.1 ? 3 : 1) + " s" : count(value) + " s";
}

function plural(number, noun, many) {
  return count(number) + " " + (number === 1 ? noun : many || noun + "s");
}

/* A vector, shortened when it is long. */
function vector(values) {
  const listed = values.slice(0, 6).map((value) => precise(value)).join(", ");
  return values.length <= 6 ? listed : listed + ", \u2026 (" + values.length + " numbers)";
}

function place(values) {
  return "(" + vector(values) + ")";
}
