// The demonstration's people, who are chosen by role on the sign-in page.

/** Signs in as the sample person with this name, such as "Author, Highways", and goes on to the page asked for. */
export async function signInAs(page, name, next = "/casework") {
  await page.goto(next);
  await page.getByRole("radio", { name, exact: true }).check();
  await page.getByRole("button", { name: "Sign in as this person" }).click();
}

/** Signs out, so that someone else can sit down. */
export async function signOut(page) {
  await page.getByRole("button", { name: "Sign out" }).click();
}
