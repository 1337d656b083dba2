/* Counts what goes wrong, where a test and a curious reader can see it. */
const faults = [];

function fault(message) {
  faults.push(String(message));
  document.documentElement.dataset.faults = String(faults.length);
  document.documentElement.dataset.firstFault = faults[0].slice(0, 300);
}

document.documentElement.dataset.faults = "0";
window.addEventListener("error", (event) => fault(event.message));
window.addEventListener("unhandledrejection", (event) => fault(event.reason));
document.addEventListener("securitypolicyviolation", (event) =>
  fault("policy " + event.violatedDirective + ": " + event.blockedURI));
