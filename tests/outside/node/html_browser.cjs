// One Chromium for a whole run, started from where it is installed.
const path = require("node:path");
const { chromium } = require("playwright-core");

/** The address of a file. */
const address = (file) => "file://" + path.resolve(file);

/** Run a function with a browser and print what it returns as JSON. */
async function main(run) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  try {
    console.log(JSON.stringify(await run(browser, process.argv.slice(2)), null, 1));
  } finally {
    await browser.close();
  }
}

/** A fresh page that shows a file. */
async function open(browser, file, options = {}) {
  const context = await browser.newContext({ locale: "de-DE", reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  await page.goto(address(file));
  return page;
}

module.exports = { address, main, open };
