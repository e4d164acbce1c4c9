// node html_tools.cjs FILE LIST: what readers do with a page: share, go back, copy, sort, look, zoom.
const { address, main, open } = require("./html_browser.cjs");

const PROJECT = "article.project";
const wide = { viewport: { width: 1400, height: 900 } };

const shown = (page) =>
  page.evaluate(
    (found) => [...document.querySelectorAll(found)].filter((one) => one.checkVisibility()).map((one) => one.id),
    PROJECT,
  );
const query = (page) => decodeURIComponent(new URL(page.url()).search);
const told = (page) => page.evaluate(() => document.querySelector("#seite__meldung").textContent);

async function steps(page) {
  const seen = [];
  const note = async () => seen.push({ query: query(page), shown: await shown(page), word: await page.inputValue("form input") });
  const settle = () => page.waitForTimeout(100);
  await note();
  await page.selectOption("form select", { index: 1 });
  await note();
  await page.locator("form input").pressSequentially("die");
  await note();
  for (let back = 0; back < 2; back++) {
    await page.goBack();
    await settle();
    await note();
  }
  await page.goForward();
  await settle();
  await note();
  await page.click("form button[type=reset]");
  await note();
  return seen;
}

async function sharing(browser, file) {
  const page = await open(browser, file, wide);
  const seen = await steps(page);
  const shared = await open(browser, file, wide);
  await shared.goto(address(file) + seen[1].query + "&fremd=1");
  const opened = { query: query(shared), shown: await shown(shared), chosen: await shared.inputValue("form select") };
  const hidden = (await shared.evaluate((found) => [...document.querySelectorAll(found)].find((one) => !one.checkVisibility()).id, PROJECT));
  await shared.goto("about:blank");
  await shared.goto(`${address(file)}${seen[1].query}&fremd=1#${hidden}`);
  await shared.waitForTimeout(100);
  const box = await shared.locator(`[id="${hidden}"]`).boundingBox();
  const deep = { id: hidden, shown: await shown(shared), query: query(shared), inView: box.y >= 0 && box.y < 900 };
  await page.context().close();
  await shared.context().close();
  return { steps: seen, opened, deep };
}

// Three browsers: with a clipboard, with the older way only, and with neither.
const clipboards = {
  clipboard: () => {
    Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => (window.copied = text) } });
  },
  selection: () => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    document.execCommand = () => ((window.copied = document.activeElement.value), true);
  },
  none: () => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    document.execCommand = () => false;
  },
};

async function copying(browser, file) {
  const results = {};
  for (const [name, prepare] of Object.entries(clipboards)) {
    const page = await open(browser, file, wide);
    await page.addInitScript(prepare);
    await page.goto(address(file) + "?suche=die");
    const button = page.locator(`${PROJECT}:visible .copy-link`).nth(2);
    const wanted = await button.evaluate((one) => ({ id: one.parentElement.id, title: one.parentElement.querySelector("h2, h3, h4, h5, h6").textContent }));
    await button.focus();
    await page.keyboard.press("Enter");
    await page.waitForTimeout(150);
    results[name] = {
      ...wanted,
      copied: await page.evaluate(() => window.copied ?? null),
      told: await told(page),
      url: page.url(),
      name: await button.getAttribute("aria-label"),
      focused: await button.evaluate((one) => one === document.activeElement),
      left: await page.evaluate(() => document.querySelectorAll("body > textarea").length),
    };
    await page.context().close();
  }
  return { address: address(file), ...results };
}

async function sorting(browser, file) {
  const page = await open(browser, file, wide);
  const table = page.locator("table:has(tr[data-facets])").first();
  const column = (place) => table.evaluate((one, at) => [...one.tBodies[0].rows].map((row) => row.cells[at].textContent), place);
  const buttons = table.locator("thead button");
  const results = { heads: await table.locator("thead th").allTextContents(), plain: await page.locator("table:not(:has(tr[data-facets])) thead button").count(), columns: [] };
  for (let place = 0; place < (await buttons.count()); place++) {
    const orders = [await column(place)];
    const sorts = [];
    for (let press = 0; press < 3; press++) {
      await buttons.nth(place).focus();
      await page.keyboard.press(press % 2 ? "Space" : "Enter");
      orders.push(await column(place));
      sorts.push(await table.evaluate((one) => [...one.querySelectorAll("th[aria-sort]")].map((th) => `${th.cellIndex} ${th.getAttribute("aria-sort")}`).join()));
    }
    results.columns.push({ orders, sorts });
  }
  await page.context().close();
  return results;
}

async function looks(browser, file) {
  const page = await open(browser, file, { ...wide, colorScheme: "light" });
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const button = page.locator("button.theme-switch");
  const note = async () => ({ ground: await ground(), pressed: await button.getAttribute("aria-pressed"), kept: await page.evaluate(() => localStorage.getItem("kommunal-nh-theme")) });
  const result = { start: await note() };
  await button.press("Enter");
  result.pressed = await note();
  await page.reload();
  result.reloaded = await note();
  await page.emulateMedia({ media: "print" });
  result.paper = [await ground(), await page.evaluate((found) => getComputedStyle(document.querySelector(found)).backgroundColor, PROJECT)];
  await page.emulateMedia({ media: "screen", colorScheme: "dark" });
  await button.press("Enter");
  result.lightAtNight = await note();
  await button.press("Enter");
  result.followsAgain = await note();
  await page.context().close();
  return result;
}

async function place(browser, file) {
  const page = await open(browser, file, wide);
  const ids = await page.evaluate((found) => [...document.querySelectorAll(found)].map((one) => one.id), PROJECT);
  const seen = [];
  for (const id of [ids[0], ids.at(-1), ids[Math.floor(ids.length / 2)]]) {
    await page.evaluate((target) => document.getElementById(target).scrollIntoView(), id);
    await page.waitForSelector("[aria-current]");
    await page.waitForTimeout(300);
    seen.push({ id, ...(await page.evaluate(() => {
      const current = [...document.querySelectorAll("[aria-current]")];
      const box = current[0].getBoundingClientRect();
      return {
        hrefs: current.map((one) => decodeURIComponent(one.hash.slice(1))),
        inView: current[0].checkVisibility() && box.top >= 0 && box.bottom <= innerHeight,
        open: document.querySelectorAll("nav details:not(.all)[open]").length,
        floats: document.querySelector(".to-top a").getBoundingClientRect().bottom <= innerHeight,
      };
    })) });
  }
  await page.context().close();
  return seen;
}

/** 320 pixels, and 1280 pixels at 200 %: what sticks out, and what is heard of a list. */
async function zoom(browser, file) {
  const results = {};
  for (const width of [320, 640, 768, 1024, 1152, 1200, 1264, 1280, 1440]) {
    const page = await open(browser, file, { viewport: { width, height: 640 } });
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    const regions = await page.evaluate(() => [...document.querySelectorAll(".table-region")].filter((one) => one.scrollWidth > one.clientWidth + 1).length);
    const stops = await page.locator(".table-region[tabindex='0']").count();
    const charts = await page.evaluate(() => [...document.querySelectorAll(".chart-region")].map((one) => [one.scrollWidth > one.clientWidth, one.tabIndex === 0, one.firstElementChild.clientWidth]));
    results[width] = { page: await page.evaluate(() => document.documentElement.scrollWidth), regions, stops, charts };
    results[width].small = await page.evaluate(() => getComputedStyle(document.querySelector("#nh-kennzahlen table tbody tr")).display);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForTimeout(100);
    results[width].afloat = await page.locator(".to-top.afloat").count();
    if (width === 320) {
      const list = page.locator("table:has(tr[data-facets])").first();
      results.heard = await list.ariaSnapshot();
      results.labels = await list.evaluate((one) => [...one.tBodies[0].rows[0].cells].map((cell) => [cell.textContent, cell.dataset.label ?? ""]));
    }
    await page.context().close();
  }
  return results;
}

/** From the top of the page to a filtered list and on to a project, with nothing but keys. */
async function keys(browser, file) {
  const page = await open(browser, file, wide);
  const seen = [];
  const press = async (...names) => {
    for (const name of names) await page.keyboard.press(name);
    seen.push(await page.evaluate(() => {
      const one = document.activeElement;
      const box = one.getBoundingClientRect();
      return {
        at: one.className || one.name || one.tagName.toLowerCase(),
        seen: getComputedStyle(one).outlineStyle !== "none" && box.top < innerHeight && box.bottom > 0,
      };
    }));
  };
  await press("Tab");
  await press("Enter");
  await press("Tab");
  await press("Tab");
  await page.keyboard.type("energie");
  await press("Tab");
  await press("ArrowDown");
  const filtered = await shown(page);
  for (let stop = 0; stop < 4; stop++) await press("Tab");
  await press("Enter");
  const reset = await shown(page);
  await page.context().close();
  return { seen, filtered, reset: reset.length };
}

main(async (browser, [file, list]) => ({
  keys: await keys(browser, file),
  sharing: await sharing(browser, file),
  copying: await copying(browser, file),
  sorting: await sorting(browser, file),
  order: await sorting(browser, list),
  looks: await looks(browser, file),
  place: await place(browser, file),
  zoom: await zoom(browser, file),
}));
