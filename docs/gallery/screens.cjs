// node screens.cjs ORDERS: takes one picture for each order, a list of
// {file, target, at, width, height, dark} as JSON.
const { main, open } = require("../../tests/outside/node/html_browser.cjs");

async function take(browser, { file, target, at, width, height, dark }) {
  const page = await open(browser, file, {
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
  });
  if (at) await page.evaluate((id) => document.getElementById(id).scrollIntoView(), at);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: target });
  await page.context().close();
}

main(async (browser, [orders]) => {
  for (const order of JSON.parse(orders)) await take(browser, order);
  return "done";
});
