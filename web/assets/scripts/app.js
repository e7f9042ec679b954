// Starts the GOV.UK components. Every page works without it.
import { initAll } from "./govuk-frontend.js";

initAll();
