// Says in the body's classes that scripts run, before anything is drawn.
// The page loads it as the first thing inside <body>.
document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("govuk-frontend-supported");
}
