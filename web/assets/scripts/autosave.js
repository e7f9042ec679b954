// Sends what is typed in a form to the service, to be kept apart from the saved answers until the form is saved. Nothing stays in the browser.
const pause = 10_000; // after the last key
const gap = 5_000; // at least, between leaving one field and the next that is worth a message of its own
const quiet = 60_000; // between two things said
const mostLeaving = 60_000; // bytes that a browser still sends when its page goes away

/** Keeps the text of every form that says where to. */
export function keepDrafts() {
  for (const form of document.querySelectorAll("form[data-keep]")) keep(form);
}

function keep(form) {
  const status = form.querySelector("[data-kept]");
  let sent = typed(form);
  let timer;
  let flight;
  let sentAt = -gap;
  let saidAt = -quiet;
  let saving = false;

  function say(text) {
    if (!status || performance.now() - saidAt < quiet) return;
    saidAt = performance.now();
    status.textContent = text;
  }

  async function send(leaving = false) {
    clearTimeout(timer);
    const now = typed(form);
    if (saving || now === sent) return;
    sentAt = performance.now();
    const before = sent;
    sent = now;
    flight?.abort();
    flight = new AbortController();
    const body = new URLSearchParams(now);
    body.set("drawn-at", new URL(form.action).pathname);
    try {
      const keepalive = leaving && now.length < mostLeaving;
      const answer = await fetch(form.dataset.keep, { method: "POST", body, keepalive, signal: flight.signal });
      if (!answer.ok) throw new Error(`answered ${answer.status}`);
      say(await answer.text());
    } catch (error) {
      if (error.name === "AbortError") return;
      sent = before;
      say("What you type is not being kept at the moment. Save the page before you leave it.");
    }
  }

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(send, pause);
  });
  form.addEventListener("focusout", ({ relatedTarget }) => {
    // Going to a button of the form saves it or leaves it; both are seen to below.
    if (relatedTarget?.type === "submit") return;
    if (performance.now() - sentAt >= gap) send();
    else {
      clearTimeout(timer);
      timer = setTimeout(send, gap);
    }
  });
  form.addEventListener("submit", () => {
    saving = true;
    clearTimeout(timer);
    flight?.abort();
  });
  window.addEventListener("pagehide", () => send(true));
  window.addEventListener("pageshow", () => {
    saving = false;
  });
}

// What stands in a form, without which of its buttons was pressed.
function typed(form) {
  return new URLSearchParams(new FormData(form)).toString();
}
