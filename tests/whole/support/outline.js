// SPDX-License-Identifier: GPL-3.0-or-later
// What markdown-it reads in the files given: for each, its blocks with words as [tag, words].
"use strict";
const fs = require("fs");
const reader = require("markdown-it")();

function words(inline) {
  return inline.children.map((part) => (part.type.endsWith("break") ? " " : part.content)).join("");
}

function outline(file) {
  const tokens = reader.parse(fs.readFileSync(file, "utf8"), {});
  return tokens.flatMap((token, i) => (token.type === "inline" ? [[tokens[i - 1].tag, words(token)]] : []));
}

console.log(JSON.stringify(process.argv.slice(2).map(outline)));
