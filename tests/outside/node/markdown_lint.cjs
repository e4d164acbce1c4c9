// node markdown_lint.cjs PATH...: what markdownlint finds in Markdown files and folders of them.
const { readdirSync, statSync } = require("node:fs");
const { join } = require("node:path");
const { lint } = require("markdownlint/sync");

const config = {
  default: true,
  MD013: false, // a paragraph is one line, so that a changed word is a changed line and not five
  MD024: { siblings_only: true }, // two projects may have one title; their numbers differ
  MD033: { allowed_elements: ["a", "code", "del", "em", "ins", "strong"] }, // anchors; see delimiters.py
  MD036: false, // a caption or label is a paragraph of strong words; it is no heading
};

function files(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(path, name));
}

const results = lint({ files: process.argv.slice(2).flatMap(files).sort(), config });
for (const [file, findings] of Object.entries(results)) {
  for (const { lineNumber, ruleNames, errorDetail, errorContext } of findings) {
    console.log(`${file}:${lineNumber} ${ruleNames.join("/")} ${errorDetail ?? ""} ${errorContext ?? ""}`);
  }
}
