// Adds buttons that copy a text. Without this script people select the text themselves.

/** Gives every place that names a text the buttons to copy it. */
export function offerCopies() {
  if (!navigator.clipboard?.write || typeof ClipboardItem === "undefined") return;
  for (const place of document.querySelectorAll("[data-copy-from]")) offer(place);
}

function offer(place) {
  const source = document.getElementById(place.dataset.copyFrom);
  const plain = document.getElementById(place.dataset.copyPlain);
  if (!source || !plain) return;
  const status = document.createElement("p");
  status.className = "govuk-body";
  status.setAttribute("role", "status");
  const group = document.createElement("div");
  group.className = "govuk-button-group";
  const text = { "text/plain": plain.value };
  group.append(
    button("Copy with headings and bold", { ...text, "text/html": source.innerHTML }, status),
    button("Copy without styles", text, status),
  );
  place.append(group, status);
}

function button(label, kinds, status) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "govuk-button govuk-button--secondary";
  made.textContent = label;
  made.addEventListener("click", async () => {
    const parts = Object.entries(kinds).map(([kind, body]) => [kind, new Blob([body], { type: kind })]);
    try {
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))]);
      status.textContent = "Copied. Paste it into your report.";
    } catch {
      status.textContent = "Your browser did not let us copy it. Select the text and copy it yourself.";
    }
  });
  return made;
}
