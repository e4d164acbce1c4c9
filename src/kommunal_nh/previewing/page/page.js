/* Asks for news, shows the findings, and loads the report at the place where one was reading. */
"use strict";

const element = (name) => document.getElementById(name);
const frame = element("report");
const WORDS = { Fehler: ["Fehler", "Fehler"], Warnung: ["Warnung", "Warnungen"], Hinweis: ["Hinweis", "Hinweise"] };

/* -------------------------------------------------------------------------- the place of reading */

/* The thing with a name that is nearest above the upper edge, and how far it is from there. */
function placeOfReading() {
  const inside = frame.contentDocument;
  if (!inside || !inside.body) return null;
  let found = null;
  for (const one of inside.querySelectorAll("main [id]")) {
    const box = one.getBoundingClientRect();
    if (!box.height || box.top > 1 || (found && box.top < found.offset)) continue;
    found = { id: one.id, offset: box.top };
  }
  return { found, top: frame.contentWindow.scrollY };
}

/* Parts that were never on the screen get their height only when they come near, so it is done until it stays. */
function returnTo(place, times = 10) {
  const inside = frame.contentWindow;
  const one = place.found && frame.contentDocument.getElementById(place.found.id);
  const top = one ? inside.scrollY + one.getBoundingClientRect().top - place.found.offset : place.top;
  inside.scrollTo({ top, behavior: "instant" });
  if (times) requestAnimationFrame(() => returnTo(place, times - 1));
}

function load() {
  if (frame.hidden) {
    frame.hidden = false;
    frame.src = "report.html";
    return;
  }
  const place = placeOfReading();
  if (place) frame.addEventListener("load", () => returnTo(place), { once: true });
  frame.contentWindow.location.reload();
}

/* ---------------------------------------------------------------------------------- the findings */

function item(finding) {
  const line = document.createElement("li");
  line.className = finding.severity;
  const kind = document.createElement("p");
  const word = document.createElement("span");
  word.className = "kind";
  word.textContent = finding.severity;
  kind.append(word, ` ${finding.rule}`);
  const message = document.createElement("p");
  message.textContent = finding.message;
  line.append(kind, message);
  if (finding.place) line.append(place(finding));
  return line;
}

function place(finding) {
  const words = document.createElement("p");
  words.className = "place";
  words.append(finding.place);
  const target = finding.anchor && frame.contentDocument?.getElementById(finding.anchor);
  if (target) {
    const link = document.createElement("a");
    link.href = `report.html#${encodeURIComponent(finding.anchor)}`;
    link.target = "report";
    link.textContent = "im Report zeigen";
    words.append(" · ", link);
  }
  return words;
}

function counted(counts) {
  const said = Object.entries(counts)
    .filter(([, count]) => count)
    .map(([kind, count]) => `${count} ${WORDS[kind][count === 1 ? 0 : 1]}`);
  return said.join(", ") || "keine Befunde";
}

function show(state) {
  const status = element("status");
  const report = state.isCurrent
    ? `Report von ${state.built} Uhr`
    : state.hasPage ? `Nicht gebaut; zu sehen ist der Report von ${state.built} Uhr` : "Nicht gebaut";
  status.textContent = `${report}: ${counted(state.counts)}`;
  status.classList.toggle("wrong", !state.isCurrent);
  element("problem").textContent = state.problem;
  element("problem").hidden = !state.problem;
  element("fine").hidden = Boolean(state.findings.length || state.problem);
  element("empty").hidden = state.hasPage;
  element("list").replaceChildren(...state.findings.map(item));
  document.title = `${state.isCurrent ? "" : "✗ "}Vorschau: ${counted(state.counts)}`;
}

/* -------------------------------------------------------------------------------------- the news */

let known = -1;
let current = null;

async function ask() {
  const answer = await fetch(`state.json?after=${known}`, { cache: "no-store" });
  const state = await answer.json();
  if (state.version === known || !state.version) return;
  known = state.version;
  current = state;
  if (state.isCurrent) load();
  show(state);
}

async function listen() {
  for (;;) {
    try {
      await ask();
    } catch {
      element("status").textContent = "Die Vorschau wurde beendet.";
      await new Promise((resolve) => setTimeout(resolve, 2000));
      known = -1;
    }
  }
}

frame.name = "report";
frame.addEventListener("load", () => current && show(current));
element("switch").addEventListener("click", (event) => {
  const open = element("findings").hidden;
  element("findings").hidden = !open;
  document.querySelector("main").classList.toggle("narrow", !open);
  event.currentTarget.setAttribute("aria-expanded", String(open));
});
listen();
