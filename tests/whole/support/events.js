// SPDX-License-Identifier: GPL-3.0-or-later
// What ical.js reads in the calendars given: the events of each, as events.py has them.
"use strict";
const fs = require("fs");
const ICAL = require("ical.js");

const WORDS = ["uid", "summary", "description", "status", "class"];

function eventsOf(name) {
  const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(name, "utf8")));
  return calendar.getAllSubcomponents("vevent").map((event) => [
    ...WORDS.map((word) => event.getFirstPropertyValue(word)),
    event.getFirstPropertyValue("dtstart").toString().replace("T", " "),
    event.getAllSubcomponents("valarm").length,
  ]);
}

console.log(JSON.stringify(process.argv.slice(2).map(eventsOf)));
