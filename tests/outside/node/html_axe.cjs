// node html_axe.cjs FILE...: what axe-core finds in each file, in each of the looks below.
const { readFileSync } = require("node:fs");
const { main, open } = require("./html_browser.cjs");

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const looks = {
  light: { colorScheme: "light", viewport: { width: 1400, height: 900 } },
  dark: { colorScheme: "dark", viewport: { width: 1400, height: 900 } },
  small: { colorScheme: "light", viewport: { width: 320, height: 640 } },
  "small and dark": { colorScheme: "dark", viewport: { width: 320, height: 640 } },
  "chosen dark": { colorScheme: "light", viewport: { width: 640, height: 450 }, press: ".theme-switch" },
  "forced colours": { colorScheme: "dark", forcedColors: "active", viewport: { width: 1400, height: 900 } },
  paper: { colorScheme: "dark", viewport: { width: 800, height: 1100 }, media: "print" },
};

const told = (results) =>
  results.map(({ id, nodes }) => ({
    id,
    count: nodes.length,
    first: nodes[0].target.join(" "),
    why: nodes[0].any.concat(nodes[0].all, nodes[0].none).map((check) => check.message).join("; "),
  }));

async function judge(browser, file, look) {
  // The policy of the page would keep axe itself out.
  const { press, media, ...options } = looks[look];
  const page = await open(browser, file, { bypassCSP: true, ...options });
  if (press && (await page.$(press))) await page.click(press); // other sites have no such switch
  if (media) await page.emulateMedia({ media });
  // Everything is to be judged, also what is folded away.
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  await page.evaluate(axe);
  // Nobody touches paper.
  const rules = media === "print" ? { "target-size": { enabled: false } } : {};
  const found = await page.evaluate(
    ([values, rules]) =>
      axe.run(document, { runOnly: { type: "tag", values }, rules, resultTypes: ["violations", "incomplete"] }),
    [tags, rules],
  );
  await page.context().close();
  return { file, look, violations: told(found.violations), incomplete: told(found.incomplete), passes: found.passes.length };
}

main(async (browser, files) => {
  const results = [];
  for (const file of files) {
    for (const look of Object.keys(looks)) results.push(await judge(browser, file, look));
  }
  return results;
});
