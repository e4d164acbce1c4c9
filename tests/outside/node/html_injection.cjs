// node html_injection.cjs FILE...: whether anything runs or is loaded in pages full of hostile words.
const path = require("node:path");
const { address, main } = require("./html_browser.cjs");

/** What a page tried: calls of `ran`, dialogs, requests elsewhere, and what its policy refused. */
async function visit(browser, file, bypassCSP) {
  const context = await browser.newContext({ bypassCSP, reducedMotion: "reduce" });
  const page = await context.newPage();
  const said = { ran: [], dialogs: [], requests: [], refused: [], errors: [] };
  await page.exposeFunction("ran", (what) => said.ran.push(String(what)));
  await page.exposeFunction("refusedByPolicy", (what) => said.refused.push(what));
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", (event) =>
      window.refusedByPolicy(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
    ),
  );
  page.on("dialog", (dialog) => (said.dialogs.push(dialog.message()), dialog.dismiss()));
  page.on("pageerror", (error) => said.errors.push(String(error)));
  const folder = "file://" + path.resolve(path.dirname(file)) + "/";
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(folder) && !url.startsWith("data:")) said.requests.push(url);
  });
  await page.goto(address(file));
  said.words = await page.locator("body").evaluate((body) => body.textContent);
  await poke(page);
  said.strange = await page
    .locator("[onerror], [onload], [onmouseover], [href^='javascript:' i], iframe, object, base")
    .count();
  await search(page);
  await context.close();
  return said;
}

/** Search for words that stand among the hostile ones, so that what is found is shown. */
async function search(page) {
  const field = page.locator("input[type=search]:visible").first();
  if (await field.count()) {
    await field.fill("script");
    await field.press("Enter");
    await page.waitForLoadState();
    await page.waitForTimeout(300);
  }
}

/** Do what readers do: touch, focus and press everything. */
async function poke(page) {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll("*")) {
      for (const name of ["mouseover", "focus", "pointerenter", "error", "load", "toggle", "animationstart"]) {
        one.dispatchEvent(new Event(name));
      }
    }
    document.querySelectorAll("button, summary").forEach((one) => one.click?.());
  });
  await page.waitForTimeout(150);
}

main(async (browser, files) => {
  const pages = {};
  for (const file of files) {
    pages[path.basename(file)] = { strict: await visit(browser, file, false), open: await visit(browser, file, true) };
  }
  return pages;
});
