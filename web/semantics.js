// Roles and members of a node, as the tables in src/semantics/roles.h and src/semantics/members.h have them. Generated:
//
//     ninja -C build/native semantics_js

/** @typedef {"generic" | "text" | "paragraph" | "heading" | "link" | "button" | "checkbox" | "searchField" | "list" | "listItem" | "article" | "image" | "group" | "region" | "search" | "banner" | "main" | "complementary" | "contentInfo" | "status" | "tooltip" | "term" | "definition" | "definitionList" | "table" | "row" | "columnHeader" | "rowHeader" | "cell" | "dialog" | "slider" | "root"} Role */

/**
 * @typedef {object} NodeChange the members of the fields that changed; of a new node, those that differ from the defaults.
 * Lengths are CSS px.
 * @property {number} id
 * @property {boolean} [new]
 * @property {Role} [role] a changed role makes another element: all members follow
 * @property {string} [name]
 * @property {string} [description]
 * @property {string} [value] the text of a field or a slider
 * @property {number} [least] of a slider; so are the next two
 * @property {number} [most]
 * @property {number} [now]
 * @property {string} [placeholder]
 * @property {string} [href]
 * @property {string} [linkLanguage] BCP 47 of the link's target
 * @property {string} [download] file name: the link saves its target instead of navigating
 * @property {boolean} [newTab]
 * @property {boolean} [browser] the browser follows the link, not the program
 * @property {string} [language] BCP 47
 * @property {number} [level] 1 to 6; 0: none
 * @property {boolean | null} [pressed]
 * @property {boolean | null} [checked]
 * @property {boolean | null} [expanded]
 * @property {boolean | null} [current]
 * @property {boolean} [inert] it lies below a dialog
 * @property {boolean} [disabled]
 * @property {boolean} [interactive]
 * @property {boolean} [skipTab]
 * @property {boolean} [noPointer] only the keyboard and assistive technology reach it
 * @property {boolean} [decorative]
 * @property {boolean} [draggable]
 * @property {number} [composite] the widget whose member this is; 0: none
 * @property {number} [companionOf] the member whose companion this is; 0: none
 * @property {[number, number, number, number]} [rect] x and y from the parent's corner, width, height
 * @property {"top" | "bottom" | null} [stick] the edge of its scroll container at which it stays
 * @property {number} [stickOffset] from that edge
 * @property {number} [scrollAxes] 1: horizontal, 2: vertical, 3: both, 0: none
 * @property {number} [contentWidth]
 * @property {number} [contentHeight]
 * @property {number} [fontSize]
 * @property {number} [fontWeight]
 * @property {number} [lineHeight]
 * @property {number} [tracking] added to each character's advance
 * @property {number} [wordSpacing] added to each space's advance
 * @property {boolean} [tabular]
 * @property {string[]} [lines] one for each painted line; ends with a space where the line was broken at one
 * @property {boolean} [cut] the end of the last line is not painted, for want of room
 * @property {string} [colour] of the text as painted, #rrggbb or #rrggbbaa; empty: not painted
 * @property {string} [sign] shown in place of the node's picture where nothing is painted
 */

/** The element of each role; a heading's name ends with its level. @type {Record<Role, string>} */
export const elementOfRole = {
  generic: "div",
  text: "span",
  paragraph: "p",
  heading: "h",
  link: "a",
  button: "button",
  checkbox: "label",
  searchField: "input",
  list: "ul",
  listItem: "li",
  article: "article",
  image: "div",
  group: "div",
  region: "section",
  search: "search",
  banner: "header",
  main: "main",
  complementary: "aside",
  contentInfo: "footer",
  status: "div",
  tooltip: "div",
  term: "dt",
  definition: "dd",
  definitionList: "dl",
  table: "div",
  row: "div",
  columnHeader: "div",
  rowHeader: "div",
  cell: "div",
  dialog: "div",
  slider: "div",
  root: "div",
};

/** ARIA roles that the element does not have by itself, or not in every browser. @type {Partial<Record<Role, string>>} */
export const writtenAriaRole = {
  list: "list",
  image: "img",
  group: "group",
  search: "search",
  status: "status",
  tooltip: "tooltip",
  table: "table",
  row: "row",
  columnHeader: "columnheader",
  rowHeader: "rowheader",
  cell: "cell",
  dialog: "dialog",
  slider: "slider",
};
