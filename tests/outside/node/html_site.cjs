// node html_site.cjs FOLDER: what a site does in a browser, opened as files and without a server.
const path = require("node:path");
const { main, open } = require("./html_browser.cjs");

const found = (page) => page.locator("ol.found li a").allTextContents();

/* Everything that a browser complains about, and every address that it asks for. */
function listen(page, said) {
  page.on("console", (message) => message.type() === "error" && said.errors.push(message.text()));
  page.on("pageerror", (error) => said.errors.push(error.message));
  page.on("request", (request) => said.requests.add(new URL(request.url()).protocol));
}

async function visit(browser, folder, name, options, said) {
  const page = await open(browser, path.join(folder, "404.html"), options);
  listen(page, said);
  await page.goto("file://" + path.resolve(folder, name));
  return page;
}

async function search(page) {
  await page.locator("#seite__suche").fill("wasserstoff");
  await page.keyboard.press("Enter");
  await page.waitForSelector("ol.found li");
  const byWord = await found(page);
  await page.locator("select").first().selectOption({ index: 1 });
  const byStatus = await found(page);
  const address = decodeURIComponent(page.url().split("?")[1] ?? "");
  const said = await page.locator("form.filter [role=status]").textContent();
  await page.locator("ol.found li a").first().press("Enter");
  await page.waitForSelector("main > .project");
  return { byWord, byStatus, address, said, led: await page.locator("h1").textContent() };
}

async function filterLists(page) {
  await page.locator("form.filter input").fill("netzwerk");
  const rows = await page.locator("tr[data-facets]:not(.filtered-out)").count();
  const tables = await page.locator(".table-region:not(.filtered-out)").count();
  return { rows, tables, said: await page.locator("form.filter [role=status]").textContent() };
}

async function widths(browser, folder, names, said) {
  const wide = [];
  for (const name of names) {
    const page = await visit(browser, folder, name, { viewport: { width: 320, height: 640 } }, said);
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wide.push(name);
    await page.context().close();
  }
  return wide;
}

main(async (browser, [folder, ...names]) => {
  const said = { errors: [], requests: new Set() };
  const first = await visit(browser, folder, "index.html", {}, said);
  const lists = await visit(browser, folder, "projektlisten.html", {}, said);
  const plain = await visit(browser, folder, "suche.html", { javaScriptEnabled: false }, said);
  return {
    search: await search(first),
    lists: await filterLists(lists),
    without: {
      note: await plain.locator(".without-script").isVisible(),
      forms: await plain.locator("form:visible").count(),
    },
    wide: await widths(browser, folder, names, said),
    errors: said.errors,
    requests: [...said.requests],
  };
});
