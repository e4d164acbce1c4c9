/* What the other scripts share. Each of them does one thing, and nothing where its elements are
   missing; without any of them the whole report is there. */

const all = (selector, root = document) => [...root.querySelectorAll(selector)];

/* A copy of what stands in a template, or nothing. */
const fromTemplate = (name) =>
  document.querySelector(`template[data-button="${name}"]`)?.content.firstElementChild.cloneNode(true) ?? null;

/* What a link inside the page leads to, or nothing. */
function targetOf(link) {
  try {
    return document.getElementById(decodeURIComponent(link.hash.slice(1)));
  } catch {
    return null;
  }
}

/* Tell something to those who listen. */
function say(words) {
  const region = document.getElementById("seite__meldung");
  if (region) region.textContent = words;
}

function whenReady(start) {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
}
