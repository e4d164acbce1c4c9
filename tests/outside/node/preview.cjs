// node preview.cjs ADDRESS FILE PICTURES: reads the report in a preview, saves a change, breaks the data and mends it.
const { readFileSync, writeFileSync } = require("node:fs");
const path = require("node:path");
const { main } = require("./html_browser.cjs");

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const PLACE = "klima-allianz";

/** Where a thing of the report is on the screen. */
const topOf = (frame, id) => frame.evaluate((name) => document.getElementById(name).getBoundingClientRect().top, id);

const words = (page) => page.locator("#status").textContent();

/** What the page knows, once it knows something that holds. */
const until = (page, what, argument) => page.waitForFunction(what, argument, { timeout: 20000 });
const says = (page, part) => until(page, (text) => document.getElementById("status").textContent.includes(text), part);

async function shown(page) {
  const frame = () => page.frames().find((one) => one.url().includes("report.html"));
  await says(page, "Report von");
  await page.waitForFunction(() => document.getElementById("report").contentDocument?.getElementById("klima-allianz"));
  return frame;
}

/** What axe finds in the page around the report; its policy would keep axe out. */
async function violations(browser, address, colorScheme) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, bypassCSP: true, colorScheme });
  const page = await context.newPage();
  await page.goto(address);
  await says(page, "Nicht gebaut");
  await page.evaluate(axe);
  const run = () => axe.run(document, { iframes: false, runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "best-practice"] });
  const found = (await page.evaluate(run)).violations.map((one) => `${one.id}: ${one.nodes[0].html}`);
  await context.close();
  return found;
}

main(async (browser, [address, file, pictures]) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto(address);
  const frame = await shown(page);
  await frame().evaluate((id) => document.getElementById(id).scrollIntoView({ behavior: "instant" }), PLACE);
  await page.waitForTimeout(300);
  await frame().evaluate(() => scrollBy({ top: 60, behavior: "instant" }));
  await page.waitForTimeout(300);
  const before = await topOf(frame(), PLACE);

  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace("titel: Klima-Allianz", "titel: Klima-Allianz im Kreis"));
  await until(page, () =>
    document.getElementById("report").contentDocument?.body?.textContent.includes("Klima-Allianz im Kreis"),
  );
  await page.waitForTimeout(500);
  const after = await topOf(frame(), PLACE);
  await page.screenshot({ path: path.join(pictures, "hell.png") });

  writeFileSync(file, text.replace(/status: [a-z-]+/, "status: fertig"));
  await says(page, "Nicht gebaut");
  const broken = {
    status: await words(page),
    findings: await page.locator("#list li").allTextContents(),
    report: await frame().evaluate(() => document.body.textContent.includes("Klima-Allianz im Kreis")),
  };
  await page.screenshot({ path: path.join(pictures, "fehler.png") });
  const light = await violations(browser, address, "light");
  const dark = await violations(browser, address, "dark");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.screenshot({ path: path.join(pictures, "dunkel.png") });
  await page.setViewportSize({ width: 390, height: 780 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.screenshot({ path: path.join(pictures, "schmal.png") });

  writeFileSync(file, text);
  await says(page, "Report von");
  await page.locator("#switch").focus();
  await page.keyboard.press("Enter");
  const hidden = await page.locator("#findings").isHidden();
  return { before, after, broken, light, dark, wide, hidden, errors };
});
