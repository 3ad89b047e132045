// Everything works without this; with it the number of characters left is counted and a summary of errors gets the focus.
import { initAll } from "./vendor/govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();
