/*
 * Axes. A logarithmic one is drawn as a linear one of decimal logarithms, so that what is not
 * positive is left out, and ranges of less than a decade have ticks, too.
 */
function axisMap(axis) {
  return axis.logarithmic
    ? { to: (value) => (value > 0 ? Math.log10(value) : NaN), from: (drawn) => Math.pow(10, drawn) }
    : { to: (value) => value, from: (drawn) => drawn };
}

function tickLabel(axis, decades) {
  if (!axis.logarithmic) {
    return (value) => brief(Math.abs(value) < 1e-12 * (axis.high - axis.low) ? 0 : value, 5);
  }
  return (drawn) =>
    decades
      ? Number.isInteger(drawn) ? "10" + raised(drawn) : ""
      : brief(Math.pow(10, drawn), 3);
}

function chartAxis(axis, colours, name, size) {
  const map = axisMap(axis);
  const low = map.to(axis.low);
  const high = map.to(axis.high);
  const decades = axis.logarithmic && high - low > 1.5;
  return {
    type: "value",
    min: low,
    max: high,
    minInterval: decades ? 1 : undefined,
    name: axis.label,
    nameLocation: "middle",
    nameGap: name === "x" ? 30 : 50,
    nameTextStyle: { color: colours.ink, fontSize: size },
    axisLine: { show: true, onZero: false, lineStyle: { color: colours.line } },
    axisTick: { show: axis.label !== "", lineStyle: { color: colours.line } },
    axisLabel: {
      show: axis.label !== "",
      color: colours.quiet,
      fontSize: size - 1,
      showMinLabel: isRound(low, high),
      showMaxLabel: isRound(high, low),
      hideOverlap: true,
      formatter: tickLabel(axis, decades),
    },
    splitLine: { show: false },
    scale: true,
  };
}

/* An end of an axis is labelled only where a tick would stand anyway. */
function isRound(end, other) {
  const room = Math.abs(end - other);
  const step = Math.pow(10, Math.floor(Math.log10(room / 4)));
  return Math.abs(end / step - Math.round(end / step)) < 1e-6;
}
