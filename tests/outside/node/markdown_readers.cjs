// node markdown_readers.cjs: reads lines {"reader": …, "text": …}, answers each with the HTML as JSON.
const { createInterface } = require("node:readline");
const { HtmlRenderer, Parser } = require("commonmark");
const MarkdownIt = require("markdown-it");

const parser = new Parser();
const renderer = new HtmlRenderer();
const linkify = MarkdownIt({ html: true, linkify: true });
const readers = {
  "commonmark.js": (text) => renderer.render(parser.parse(text)),
  "markdown-it": (text) => linkify.render(text),
};

createInterface({ input: process.stdin }).on("line", (line) => {
  const { reader, text } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(readers[reader](text))}\n`);
});
