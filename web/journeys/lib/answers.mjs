// Answers a person gives on the form, and how many: the short path is measured in pages, answers and texts.
export const characteristics = [
  "Age", "Disability", "Gender reassignment", "Marriage and civil partnership", "Pregnancy and maternity", "Race", "Religion or belief", "Sex",
  "Sexual orientation", "Armed forces communities", "Carers", "Care experience", "Gender identity", "Lone parents", "Rural isolation",
  "Socio-economic status",
];

/** Someone filling in forms: every answer is counted, and every page that is shown. */
export class Writer {
  constructor(visitor, seen) {
    this.page = visitor.page;
    this.visitor = visitor;
    this.seen = seen;
    this.answers = 0;
    this.texts = 0;
    this.pages = [];
  }

  /** Notes a page that is on the screen now. */
  async on(heading) {
    await this.page.getByRole("heading", { level: 1, name: heading }).waitFor();
    this.pages.push(heading);
    if (this.seen) await this.seen(this.visitor, heading);
  }

  async write(label, text) {
    await this.page.getByLabel(label).first().fill(text);
    this.answers += 1;
    if (text.length > 40) this.texts += 1;
  }

  async choose(group, option) {
    await this.page.getByRole("group", { name: group }).getByRole("radio", { name: option, exact: true }).check();
    this.answers += 1;
  }

  async tick(group, option) {
    await this.page.getByRole("group", { name: group }).getByRole("checkbox", { name: option, exact: true }).first().check();
    this.answers += 1;
  }

  async pick(label, option) {
    await this.page.getByLabel(label).selectOption({ label: option });
    this.answers += 1;
  }

  async date(group, [day, month, year]) {
    const field = this.page.getByRole("group", { name: group });
    await field.getByLabel("Day").fill(day);
    await field.getByLabel("Month").fill(month);
    await field.getByLabel("Year").fill(year);
    this.answers += 1;
  }

  async press(name) {
    await this.page.getByRole("button", { name, exact: true }).click();
  }

  async go() {
    await this.press("Save and continue");
  }
}

/** Starts an assessment and answers the short path up to the check page: residents only, two groups positive, the others neutral. */
export async function shortPath(w, title) {
  await w.on("Start an assessment");
  await w.write("What is the proposal called?", title);
  await w.choose("What kind of proposal is it?", "Policy");
  await w.choose("Is an assessment needed?", "Do a full assessment");
  await w.press("Start");

  await w.on("What will change, and for whom");
  await w.choose("Is it new, refreshed or already in place?", "Refreshed");
  await w.write("What does it replace or change?", "It replaces the reading policy of 2019 and adds large print and audio books in every branch.");
  await w.write("What are its aims and objectives?", "More people who find print hard to read can borrow from every library.");
  await w.choose("Who is affected?", "People outside the council");
  await w.pick("Which directorate is responsible?", "Place");
  await w.go();

  await w.on("Who will decide, and what it touches");
  await w.choose("How will it be decided?", "At a committee or Cabinet meeting");
  await w.write("Who will decide?", "Cabinet");
  await w.date("When do you expect the decision?", ["23", "3", "2027"]);
  await w.tick("Which of these are true of the proposal?", "None of these");
  await w.go();

  await w.on("What you looked at");
  await w.write("Name of the source", "Library membership figures");
  await w.write("What does the evidence tell you?", "People over 75 and disabled people borrow less from small branches, because few books there suit them.");
  await w.choose("Do you need more information before a decision is made?", "No");
  await w.go();

  await w.on("Who you asked");
  await w.write("Who did you talk to?", "Members of the sight loss forum");
  await w.write("What did they say?", "They asked for audio books that work on older players, and for staff who can show how.");
  await w.write("What changed because of it?", "Every branch gets two older players, and staff are shown how to use them.");
  await w.go();

  await w.on("What the effects are");
  for (const name of characteristics) {
    await w.tick(name, ["Age", "Disability"].includes(name) ? "Positive" : "Neutral");
  }
  await w.go();

  for (const [name, how] of [
    ["Age", "Readers over 75 are the largest group who use large print. They can borrow it close to home."],
    ["Disability", "People with sight loss can borrow audio books in every branch, with staff to help them start."],
  ]) {
    await w.on(name);
    await w.write("Who is affected, and in what way?", how);
    await w.tick("Which of the three aims does it touch?", /advance equality of opportunity/);
    await w.tick("Which of your evidence shows this?", "Library membership figures");
    await w.go();
  }

  await w.on("Why there is no effect on other groups");
  await w.write("Why is there no effect on these groups?", "We looked at membership and complaints for each group and found no difference in how the change reaches them.");
  await w.go();

  await w.on("What happens next");
  await w.write("How will you check what really happens?", "We will count loans of large print and audio books in each branch every three months.");
  await w.date("When will you review this assessment?", ["1", "3", "2028"]);
  await w.go();
}
