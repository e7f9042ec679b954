// Someone who has a keyboard and no mouse. Every place that the Tab key stops at must be seen, and must not be under something else.
import assert from "node:assert/strict";
import { Writer } from "./answers.mjs";

const mostStops = 200; // on one page

/** Fills in forms with Tab, the arrows, Space, Enter and letters alone; takes the same path as any writer. */
export class KeyboardWriter extends Writer {
  async write(label, text) {
    await this.#tabTo((stop) => stop.text && includes(stop.label, label), label);
    await this.page.keyboard.insertText(text);
    this.answers += 1;
  }

  async choose(group, option) {
    await this.#tabTo((stop) => stop.type === "radio" && includes(stop.group, group), group);
    await this.page.keyboard.press("Space");
    for (let i = 0; i < 20; i += 1) {
      if (same((await this.#stop()).label, option)) break;
      await this.page.keyboard.press("ArrowDown");
    }
    const at = await this.#stop();
    assert.ok(same(at.label, option) && at.checked, `the arrows do not lead to ${option} in ${group}`);
    this.answers += 1;
  }

  async tick(group, option) {
    await this.#tabTo((stop) => stop.type === "checkbox" && includes(stop.group, group) && same(stop.label, option), `${option} in ${group}`);
    await this.page.keyboard.press("Space");
    assert.ok((await this.#stop()).checked, `Space does not tick ${option} in ${group}`);
    this.answers += 1;
  }

  async pick(label, option) {
    await this.#tabTo((stop) => stop.type === "select-one" && includes(stop.label, label), label);
    await this.page.keyboard.type(option);
    assert.equal((await this.#stop()).chosen, option);
    this.answers += 1;
  }

  async date(group, parts) {
    for (const [i, name] of ["Day", "Month", "Year"].entries()) {
      await this.#tabTo((stop) => stop.text && includes(stop.group, group) && stop.label === name, `${name} of ${group}`);
      await this.page.keyboard.type(parts[i]);
    }
    this.answers += 1;
  }

  async press(name) {
    await this.#tabTo((stop) => stop.button && stop.label === name, name);
    await Promise.all([this.page.waitForEvent("load"), this.page.keyboard.press("Enter")]);
  }

  async #tabTo(wanted, what) {
    for (let i = 0; i < mostStops; i += 1) {
      await this.page.keyboard.press("Tab");
      const stop = await this.#stop();
      assert.equal(stop.trouble, "", `${stop.label || stop.tag} on the way to ${what}`);
      if (wanted(stop)) return;
    }
    assert.fail(`the Tab key does not lead to ${what} on ${this.page.url()}`);
  }

  #stop() {
    return this.page.evaluate(stopNow);
  }
}

function includes(text, wanted) {
  return wanted instanceof RegExp ? wanted.test(text) : text.includes(wanted);
}

function same(text, wanted) {
  return wanted instanceof RegExp ? wanted.test(text) : text === wanted;
}

// Runs inside the page: where the keyboard is, and what is wrong with that.
function stopNow() {
  const at = document.activeElement;
  const words = (e) => (e ? e.innerText.trim().replace(/\s+/g, " ") : "");
  const box = at.getBoundingClientRect();
  const shown = (x, y) => {
    const top = document.elementFromPoint(x, y);
    return top && (at.contains(top) || top.contains(at) || at.labels?.[0]?.contains(top));
  };
  let trouble = "";
  if (at !== document.body && !(box.width && box.height)) trouble = "it has no size";
  else if (at !== document.body && !shown(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20))) trouble = "it is out of sight or under something";
  return {
    tag: at.localName,
    type: at.type ?? "",
    text: at.localName === "textarea" || (at.localName === "input" && !["radio", "checkbox", "submit", "hidden"].includes(at.type)),
    button: at.localName === "button" || at.getAttribute("role") === "button",
    label: words(at.labels?.[0]) || words(at),
    group: words(at.closest("fieldset")?.querySelector("legend")),
    checked: at.checked === true,
    chosen: at.selectedOptions ? words(at.selectedOptions[0]) : "",
    trouble,
  };
}
