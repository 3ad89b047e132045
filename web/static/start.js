// Everything works without this; with it the number of characters left is counted, a summary of errors gets the focus, and a page
// that says how far something is looks again.
import { initAll } from "./vendor/govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

if (document.querySelector("[data-np-ververs]")) setTimeout(() => location.reload(), 2000);
