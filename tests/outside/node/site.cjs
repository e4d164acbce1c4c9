// node site.cjs FOLDER ADDRESS WORD: opens every page of a built site from the disk; searches for a WORD
// where it is served.
const { readdirSync } = require("node:fs");
const path = require("node:path");
const { address, main } = require("./html_browser.cjs");

const pagesOf = (folder) =>
  readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".html") && !file.startsWith("_"));

/** A page that writes down whatever goes wrong while it is shown. */
async function watched(browser, viewport) {
  const page = await (await browser.newContext({ viewport, reducedMotion: "reduce" })).newPage();
  const seen = { errors: [], failed: [], requests: [] };
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && seen.errors.push(message.text()));
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  page.on("requestfailed", (request) => seen.failed.push(request.url()));
  page.on("request", (request) => seen.requests.push(request.url()));
  return { page, seen };
}

const described = () => ({
  lang: document.documentElement.lang,
  title: document.title,
  headings: [...document.querySelectorAll("article h1")].map((one) => one.textContent),
  anchors: [...document.querySelectorAll("[id]")].map((one) => one.id),
  links: [...document.querySelectorAll("a[href]")].map((one) => one.href),
  marked: [...document.querySelectorAll(".sidebar-tree a[href]")].map((one) => [one.href, one.lang]),
  objects: [...document.querySelectorAll("dl.py")].map((one) => [
    one.querySelector("dt").id,
    one.querySelector("dd").innerText.trim(),
  ]),
  pictures: [...document.images].filter((one) => !one.complete || !one.naturalWidth).map((one) => one.src),
});

/** What stands in the page's own language; changes the page, so it comes last. */
const ownText = () => {
  document.querySelectorAll("article [lang]").forEach((one) => one.remove());
  return document.querySelector("article").innerText;
};

/** What sticks out of the screen sideways, and is in nothing that scrolls by itself. */
const sticksOut = () => {
  const scrolls = (one) => ["auto", "scroll"].includes(getComputedStyle(one).overflowX);
  const held = (one) => one !== document.querySelector("article") && (scrolls(one) || held(one.parentElement));
  return [...document.querySelectorAll("article *")]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth && !held(one.parentElement))
    .map((one) => one.outerHTML.slice(0, 80));
};

async function visit(browser, file) {
  const { page, seen } = await watched(browser, { width: 1400, height: 900 });
  await page.goto(address(file));
  const found = await page.evaluate(described);
  await page.setViewportSize({ width: 320, height: 640 });
  const wide = await page.evaluate(sticksOut);
  const text = await page.evaluate(ownText);
  await page.context().close();
  return { ...found, ...seen, text, url: address(file), wide };
}

async function search(browser, start, word) {
  const { page, seen } = await watched(browser, { width: 1400, height: 900 });
  await page.goto(start, { waitUntil: "networkidle" }); // leaving a page ends what it still loads
  await page.fill("input[name=q]", word);
  await page.press("input[name=q]", "Enter");
  await page.waitForSelector("ul.search li");
  await page.waitForLoadState("networkidle");
  const hits = await page.locator("ul.search li a").evaluateAll((links) => links.map((link) => link.href));
  await page.context().close();
  return { hits, ...seen };
}

main(async (browser, [folder, start, word]) => {
  const pages = {};
  for (const file of pagesOf(folder)) pages[file] = await visit(browser, path.join(folder, file));
  return { pages, search: await search(browser, start, word) };
});
