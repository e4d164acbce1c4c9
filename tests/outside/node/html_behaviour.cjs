// node html_behaviour.cjs FILE WORD...: how the page behaves in a browser; WORDs are searched for.
const { address, main, open } = require("./html_browser.cjs");

const PROJECT = "article.project";
const ROW = "tr[data-facets]";

const visible = (page, selector) =>
  page.evaluate(
    (found) => [...document.querySelectorAll(found)].filter((element) => element.checkVisibility()).length,
    selector,
  );

/** Texts that stand alone in sight, for comparing what is shown. */
const shownIds = (page) =>
  page.evaluate(
    (found) => [...document.querySelectorAll(found)].filter((one) => one.checkVisibility()).map((one) => one.id),
    PROJECT,
  );

async function state(page) {
  return {
    projects: await shownIds(page),
    rows: await visible(page, ROW),
    empty: await page.evaluate(
      () =>
        [...document.querySelectorAll("main section")].filter(
          (section) => section.checkVisibility() && !section.querySelector("article.project:not(.filtered-out), tr:not(.filtered-out)"),
        ).length,
    ),
    outcome: await page.locator("form [role=status]").textContent(),
    url: page.url(),
  };
}

async function withoutScript(browser, file) {
  const page = await open(browser, file, { javaScriptEnabled: false });
  const formShown = await page.locator("form").isVisible();
  const projects = await page.locator(`${PROJECT}:visible`).count();
  const rows = await page.locator(`${ROW}:visible`).count();
  await page.context().close();
  return { formShown, projects, rows };
}

async function filters(page) {
  const results = [];
  for (const select of await page.locator("form select").all()) {
    for (const value of await select.evaluate((field) => [...field.options].map((option) => option.value))) {
      await select.selectOption(value);
      results.push({ value, ...(await state(page)) });
    }
    await select.selectOption("");
  }
  return results;
}

async function searches(page, words) {
  const results = [];
  for (const word of words) {
    await page.fill("form input", word);
    await page.press("form input", "Enter");
    results.push({ word, ...(await state(page)) });
  }
  await page.click("form button");
  results.push({ word: "", ...(await state(page)) });
  return results;
}

/** Hide all projects, then go to one of them. */
async function goToHidden(page) {
  await page.fill("form input", "gibtesnicht-gibtesnicht");
  const before = await state(page);
  const id = await page.evaluate((found) => document.querySelector(found).id, PROJECT);
  await page.evaluate((target) => (location.hash = target), id);
  await page.waitForFunction((target) => document.getElementById(target).checkVisibility(), id);
  return { before, id, after: await state(page), inView: await page.locator(`[id="${id}"]`).evaluate((one) => one.getBoundingClientRect().top < innerHeight) };
}

async function print(page) {
  await page.fill("form input", "gibtesnicht-gibtesnicht");
  await page.emulateMedia({ media: "print" });
  const links = "nav a, nav span:not(.number, .unseen)";
  const result = {
    projects: await visible(page, PROJECT),
    rows: await visible(page, ROW),
    contents: await visible(page, links),
    contentsInFile: await page.locator(links).count(),
    formShown: await visible(page, "form"),
    switchesShown: await visible(page, "nav li summary"),
    contentsTitleShown: await visible(page, "nav .all > summary"),
    unseenShown: await visible(page, ".unseen"),
    unseenInFile: await page.locator(".unseen").count(),
  };
  await page.emulateMedia({ media: "screen" });
  await page.click("form button");
  return result;
}

async function keyboard(page) {
  await page.reload();
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => {
    const { className, hash } = document.activeElement;
    const box = document.activeElement.getBoundingClientRect();
    return { className, hash, inView: box.top >= 0 && box.height >= 24 };
  });
  await page.keyboard.press("Enter");
  return { first, then: await page.evaluate(() => document.activeElement.tagName) };
}

async function withScript(browser, file, words) {
  const page = await open(browser, file, { viewport: { width: 1400, height: 900 } });
  const errors = [];
  const requests = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("request", (request) => requests.push(request.url()));
  await page.reload();
  const result = {
    start: await state(page),
    linksInSight: await visible(page, "nav a"),
    filters: await filters(page),
    searches: await searches(page, words),
    hidden: await goToHidden(page),
    print: await print(page),
    keyboard: await keyboard(page),
    errors,
    requests: requests.filter((url) => url !== address(file) && !url.startsWith("data:")),
  };
  await page.context().close();
  return result;
}

/** What runs or is drawn although the page's policy forbids it: must be nothing. */
async function policy(browser, file) {
  const page = await open(browser, file);
  const refused = await page.evaluate(async () => {
    const directives = [];
    document.addEventListener("securitypolicyviolation", (event) => directives.push(event.effectiveDirective));
    const add = (tag, properties) => document.body.append(Object.assign(document.createElement(tag), properties));
    add("script", { textContent: "window.intruder = true" });
    add("style", { textContent: "body { display: none }" });
    add("img", { src: "file:///intruder.png" });
    await new Promise((done) => setTimeout(done, 200));
    return { directives: directives.sort(), ran: "intruder" in window, hidden: getComputedStyle(document.body).display === "none" };
  });
  await page.context().close();
  return refused;
}

async function small(browser, file) {
  const page = await open(browser, file, { viewport: { width: 320, height: 640 } });
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, document.body.scrollWidth]);
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  widths.push(await page.evaluate(() => document.documentElement.scrollWidth));
  await page.context().close();
  return Math.max(...widths);
}

main(async (browser, [file, ...words]) => ({
  withoutScript: await withoutScript(browser, file),
  ...(await withScript(browser, file, words)),
  policy: await policy(browser, file),
  widthAt320: await small(browser, file),
}));
