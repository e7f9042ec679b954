// Starts the GOV.UK components, and keeps what is typed before it is saved. Every page works without it.
import { initAll } from "./govuk-frontend.js";
import { keepDrafts } from "./autosave.js";
import { offerCopies } from "./copy.js";

initAll();
keepDrafts();
offerCopies();
