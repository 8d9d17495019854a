// What the tests ask of a page's elements, run in the page itself and so the same in every engine: which element has a
// role and a name, where it is, what has the focus. Open shadow roots are looked into.
//
// Roles and names follow HTML-AAM and the name computation of ARIA as far as this page's elements go. What the browsers
// themselves compute is another matter, and another question: Page.accessibilityTree().

/**
 * A query as JSON: a name is a part of the whole name, the whole name, or a regular expression.
 * @typedef {object} InPageQuery
 * @property {string} [role]
 * @property {{text: string, exact: boolean} | {source: string, flags: string}} [name]
 * @property {string} [href] a part of the attribute
 * @property {InPageQuery} [within] inside one that this finds
 */

/**
 * @typedef {object} Found
 * @property {string} role
 * @property {string} name
 * @property {string} tag
 * @property {string} text what it contains, whitespace collapsed
 * @property {Record<string, string>} attributes
 * @property {string} [value] of a field
 * @property {boolean} [checked]
 * @property {number} x its rectangle in the viewport, CSS px
 * @property {number} y
 * @property {number} width
 * @property {number} height
 */

/** @typedef {{role: string, name: string, tag: string, isVisible: boolean}} Focused isVisible: by :focus-visible */

/** Goes into the page as text: it may use nothing from outside itself. */
export function inPage() {
  /** @type {Record<string, string>} */
  const roleOfTag = {
    article: "article", aside: "complementary", button: "button", dd: "definition", details: "group", dialog: "dialog",
    dt: "term", fieldset: "group", figure: "figure", h1: "heading", h2: "heading", h3: "heading", h4: "heading",
    h5: "heading", h6: "heading", hr: "separator", li: "listitem", main: "main", menu: "list", nav: "navigation",
    ol: "list", output: "status", p: "paragraph", search: "search", textarea: "textbox", time: "time", ul: "list",
  };
  /** @type {Record<string, string>} */
  const roleOfInput = {
    button: "button", checkbox: "checkbox", image: "button", number: "spinbutton", radio: "radio", range: "slider",
    reset: "button", search: "searchbox", submit: "button",
  };
  const rolesNamedByContent = new Set(["button", "checkbox", "heading", "link", "option", "radio", "switch", "tab"]);

  /** @param {string | null | undefined} text */
  const collapse = (text) => (text ?? "").replace(/[ \t\n\r\f]+/g, " ").trim();
  /** With plain spaces for no-break ones, so that a test need not type these. @param {string} text */
  const withPlainSpaces = (text) => text.replace(/\s+/g, " ").trim();

  // ── The tree as it is shown: a shadow root in its host's place, what is slotted in the slot's ──

  /** @param {Node} node @returns {Node[]} */
  function childrenOf(node) {
    if (node instanceof Element && node.shadowRoot !== null) return [...node.shadowRoot.childNodes];
    if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0) return node.assignedNodes();
    return [...node.childNodes];
  }

  /** @param {Element} element @returns {Element | undefined} */
  function parentOf(element) {
    const parent = element.assignedSlot ?? element.parentNode;
    if (parent instanceof ShadowRoot) return parent.host;
    return parent instanceof Element ? parent : undefined;
  }

  /** @param {Element | undefined} element @returns {Generator<Element>} itself first */
  function* ancestorsOf(element) {
    for (let current = element; current !== undefined; current = parentOf(current)) yield current;
  }

  /** @param {Element} element */
  const isLeftOut = (element) =>
    element.getAttribute("aria-hidden") === "true" || getComputedStyle(element).display === "none";

  /** @param {Element} element */
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true });

  /**
   * @param {Node} root
   * @returns {Generator<{element: Element, depth: number}>} all below it that assistive technology may meet
   */
  function* elementsBelow(root, depth = 0) {
    for (const child of childrenOf(root)) {
      if (!(child instanceof Element) || isLeftOut(child)) continue;
      yield { element: child, depth };
      yield* elementsBelow(child, depth + 1);
    }
  }

  // ── Roles and names ──

  /** @param {Element} element */
  function implicitRoleOf(element) {
    const tag = element.localName;
    if (tag === "a") return element.hasAttribute("href") ? "link" : "generic";
    if (element instanceof HTMLInputElement) return roleOfInput[element.type] ?? "textbox";
    if (element instanceof HTMLSelectElement) return element.multiple ? "listbox" : "combobox";
    if (tag === "img") return element.getAttribute("alt") === "" ? "presentation" : "img";
    if (tag === "section") return labelOf(element) === "" ? "generic" : "region";
    if (tag === "form") return labelOf(element) === "" ? "generic" : "form";
    if (tag === "header" || tag === "footer") {
      const section = parentOf(element)?.closest("article, aside, main, nav, section");
      return section ? "generic" : tag === "header" ? "banner" : "contentinfo";
    }
    return roleOfTag[tag] ?? "generic";
  }

  /** @param {Element} element */
  const roleOf = (element) => element.getAttribute("role")?.trim().split(/\s+/)[0] || implicitRoleOf(element);

  /** @param {Node} node @returns {string} its words, whitespace as it is */
  function contentOf(node) {
    return childrenOf(node)
      .map((child) => {
        if (child instanceof Text) return child.data;
        if (!(child instanceof Element) || isLeftOut(child) || !isShown(child)) return "";
        const words = labelOf(child) || (child instanceof HTMLImageElement ? child.alt : contentOf(child));
        return getComputedStyle(child).display === "inline" ? words : ` ${words} `;
      })
      .join("");
  }

  /** @param {Element} element what an author wrote for it by ARIA */
  function labelOf(element) {
    const tree = /** @type {Document | ShadowRoot} */ (element.getRootNode());
    const labels = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean)
      .map((id) => tree.getElementById(id));
    const words = labels.map((label) => (label === null ? "" : label.getAttribute("aria-label") || contentOf(label)));
    return collapse(words.join(" ")) || collapse(element.getAttribute("aria-label"));
  }

  /** The name as a browser gives it: no-break spaces are what they are. @param {Element} element */
  function exactNameOf(element) {
    const own = labelOf(element);
    if (own !== "") return own;
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
      const labels = collapse([...(element.labels ?? [])].map(contentOf).join(" "));
      return labels || collapse(element.title) || collapse(element.placeholder);
    }
    if (element instanceof HTMLImageElement) return collapse(element.alt);
    const content = rolesNamedByContent.has(roleOf(element)) ? collapse(contentOf(element)) : "";
    return content || collapse(element.getAttribute("title"));
  }

  /** @param {Element} element */
  const nameOf = (element) => withPlainSpaces(exactNameOf(element));

  /** @param {InPageQuery["name"]} wanted @param {string} name */
  function isNamed(wanted, name) {
    if (wanted === undefined) return true;
    if ("source" in wanted) return new RegExp(wanted.source, wanted.flags).test(name);
    return wanted.exact ? name === wanted.text : name.toLowerCase().includes(wanted.text.toLowerCase());
  }

  // ── Finding ──

  /** Whether a query's own words fit, wherever the element is. The cheap questions come first. @param {Element} element @param {InPageQuery} query */
  const fits = (element, { role, name, href }) =>
    (role === undefined || roleOf(element) === role) &&
    (href === undefined || element.getAttribute("href")?.includes(href)) &&
    isShown(element) &&
    isNamed(name, nameOf(element));

  /**
   * Adds what is below a node and fits. Tests ask this again and again: no style is computed for what does not fit (what is not
   * displayed is not shown).
   * @param {Node} root @param {InPageQuery} query @param {Set<Element>} found
   */
  function addFitting(root, query, found) {
    for (const child of childrenOf(root)) {
      if (!(child instanceof Element) || child.getAttribute("aria-hidden") === "true") continue;
      if (fits(child, query)) found.add(child);
      addFitting(child, query, found);
    }
  }

  /** @param {InPageQuery} query @returns {Element[]} in the order of the page */
  function all(query) {
    const roots = query.within === undefined ? [document] : all(query.within);
    /** @type {Set<Element>} */
    const found = new Set();
    for (const root of roots) addFitting(root, query, found);
    return [...found];
  }

  /** @param {Element} element @returns {Found} */
  function describe(element) {
    const { x, y, width, height } = element.getBoundingClientRect();
    const field = element instanceof HTMLInputElement ? { value: element.value, checked: element.checked } : {};
    return {
      role: roleOf(element),
      name: nameOf(element),
      tag: element.localName,
      text: withPlainSpaces(contentOf(element)),
      attributes: Object.fromEntries([...element.attributes].map((attribute) => [attribute.name, attribute.value])),
      ...field,
      x, y, width, height,
    };
  }

  /** @returns {Element} the innermost one that has the focus */
  function active() {
    let element = document.activeElement ?? document.body;
    while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  }

  /** @returns {Focused} */
  function focused() {
    const element = active();
    return {
      role: roleOf(element),
      name: nameOf(element),
      tag: element.localName,
      isVisible: element.matches(":focus-visible"),
    };
  }

  // ── Aiming at an element, as a visitor would: it is to be seen, it stands still, nothing covers it ──

  /** @param {Element} element its rectangle's part in the viewport @returns {[number, number]} */
  function centreOf(element) {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const middle = (/** @type {number} */ from, /** @type {number} */ to, /** @type {number} */ size) =>
      Math.round((Math.max(from, 0) + Math.min(to, size)) / 2);
    return [middle(left, right, innerWidth), middle(top, bottom, innerHeight)];
  }

  /** @param {number} x @param {number} y @returns {Element | undefined} the innermost one there */
  function elementAt(x, y) {
    let element = document.elementFromPoint(x, y) ?? undefined;
    for (;;) {
      const inner = element?.shadowRoot?.elementFromPoint(x, y);
      if (!inner || inner === element) return element;
      element = inner;
    }
  }

  /** @param {Element | undefined} hit @param {Element} element */
  const reaches = (hit, element) =>
    [...ancestorsOf(hit)].some((outer) => outer === element || (outer instanceof HTMLLabelElement && outer.control === element));

  /** A tab that is not shown draws none: there it is a moment. */
  function nextFrame() {
    return new Promise((resolve) => {
      requestAnimationFrame(resolve);
      setTimeout(resolve, 100);
    });
  }

  /**
   * @param {InPageQuery} query
   * @returns {Promise<{problem: string} | {problem?: undefined, x: number, y: number}>} where to point at its first element
   */
  async function aim(query) {
    const [element] = all(query);
    if (element === undefined) return { problem: "it is not there" };
    if (!reaches(elementAt(...centreOf(element)), element)) {
      element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    }
    const before = centreOf(element);
    await nextFrame();
    await nextFrame();
    const [x, y] = centreOf(element);
    if (x !== before[0] || y !== before[1]) return { problem: "it does not stand still" };
    const hit = elementAt(x, y);
    return reaches(hit, element) ? { x, y } : { problem: `<${hit?.localName} class="${hit?.className}"> covers it` };
  }

  // ── The whole page as text, to be compared ──

  /** @param {Element} element */
  function statesOf(element) {
    const names = ["aria-checked", "aria-current", "aria-disabled", "aria-expanded", "aria-level", "aria-pressed", "href"];
    const states = names.flatMap((name) => (element.hasAttribute(name) ? `${name}=${element.getAttribute(name)}` : []));
    if (element instanceof HTMLInputElement) {
      states.push(element.type === "checkbox" ? `checked=${element.checked}` : `value=${element.value}`);
    }
    return states.map((state) => ` [${state.replace(/^aria-/, "")}]`).join("");
  }

  /** @param {Element} element its own words, not those of what is inside it */
  const wordsOf = (element) => withPlainSpaces([...element.childNodes].map((node) => (node instanceof Text ? node.data : "")).join(""));

  function outline() {
    return [...elementsBelow(document.body)]
      .filter(({ element }) => isShown(element))
      .flatMap(({ element, depth }) => {
        const role = roleOf(element);
        const words = role === "generic" ? wordsOf(element) : `${role} "${nameOf(element)}"${statesOf(element)}`;
        return words === "" ? [] : [`${" ".repeat(depth)}${words}`];
      })
      .join("\n");
  }

  /** All elements that have a role. */
  function withRole() {
    const elements = [...elementsBelow(document.body)].map(({ element }) => element);
    return elements.filter((element) => roleOf(element) !== "generic");
  }

  /** @param {InPageQuery} query */
  const find = (query) => all(query).map(describe);

  /** @param {InPageQuery} query */
  const hasFocus = (query) => fits(active(), query) && all(query).includes(active());

  return { aim, describe, exactNameOf, find, focused, hasFocus, outline, withRole };
}
