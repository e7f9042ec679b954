// The demonstration's people, who are chosen by role on the sign-in page.

/** Presses a button or follows a link, and waits until the page it leads to is there. */
export async function arrive(page, control) {
  await Promise.all([page.waitForEvent("load"), control.click()]);
}

/** Signs in as the sample person with this name, such as "Author, Highways", and goes on to the page asked for. */
export async function signInAs(page, name, next = "/casework") {
  await page.goto(next);
  await page.getByRole("radio", { name, exact: true }).check();
  await arrive(page, page.getByRole("button", { name: "Sign in as this person" }));
}

/** Signs out, so that someone else can sit down. */
export async function signOut(page) {
  await arrive(page, page.getByRole("button", { name: "Sign out" }));
}
