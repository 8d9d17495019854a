// What tests/bench/page.mjs lets run in the page, before its own scripts. It listens and counts; while nothing is measured it
// asks for nothing.

/** No WebGL in this page, as where the browser has no graphics driver that it trusts. */
export function refuseWebGL() {
  const getContext = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = /** @type {any} */ (
    function (/** @type {any} */ kind, /** @type {any[]} */ ...rest) {
      // @ts-ignore the wrapped function's own this
      return /^(experimental-)?webgl/.test(kind) ? null : getContext.call(this, kind, ...rest);
    }
  );
}

/**
 * @typedef {object} Counts
 * @property {number} frames drawn on a WebGL canvas
 * @property {number} callbacks of frames, idle time and timers
 * @property {number} waits calls of a WebGL context that wait for the GPU process
 * @property {number} idle callbacks of idle time
 * @property {number} longIdle those of them above 8 ms
 * @property {number} readBytes of texts that the program has given the page: JSON, nearly all
 * @property {number} reading milliseconds of decoding these texts and of parsing JSON
 */

/**
 * @typedef {object} Answer what followed an input event; milliseconds since the event
 * @property {number} first the frame with the first change of the document was given to the browser
 * @property {number} settled two frames after the last change
 */

/**
 * Puts `bench` into the page: its counts, the time at which it was interactive, and measuring of what follows an input event.
 */
export function installProbe() {
  const quietMilliseconds = 350; // without a change, after which what an event caused is over
  const longestIdle = 8; // milliseconds
  /** @type {Counts} */
  const counts = { frames: 0, callbacks: 0, waits: 0, idle: 0, longIdle: 0, readBytes: 0, reading: 0 };
  const scheduler = /** @type {Record<string, any>} */ (/** @type {unknown} */ (window));
  const nextFrame = requestAnimationFrame.bind(window);
  const later = setTimeout.bind(window);
  /** @type {Set<Node>} */
  const roots = new Set([document]);

  for (const name of ["requestAnimationFrame", "requestIdleCallback", "setTimeout", "setInterval"]) {
    const original = scheduler[name]?.bind(window);
    if (original === undefined) continue;
    scheduler[name] = (/** @type {Function} */ callback, /** @type {unknown[]} */ ...rest) =>
      original((/** @type {unknown[]} */ ...values) => {
        ++counts.callbacks;
        const began = performance.now();
        callback(...values);
        if (name !== "requestIdleCallback") return;
        ++counts.idle;
        if (performance.now() - began > longestIdle) ++counts.longIdle;
      }, ...rest);
  }

  const context = /** @type {Record<string, any>} */ (/** @type {unknown} */ (WebGL2RenderingContext.prototype));
  for (const name of Object.getOwnPropertyNames(context)) {
    const original = Object.getOwnPropertyDescriptor(context, name)?.value;
    const isWait = /^(get(?!ContextAttributes$)|is[A-Z]|readPixels$|finish$|checkFramebufferStatus$|clientWaitSync$)/.test(name);
    if (typeof original !== "function" || !(isWait || name === "clear")) continue;
    context[name] = function (/** @type {unknown[]} */ ...values) {
      ++counts[isWait ? "waits" : "frames"];
      return original.apply(this, values);
    };
  }

  const { decode } = TextDecoder.prototype;
  TextDecoder.prototype.decode = function (bytes, options) {
    const began = performance.now();
    const text = decode.call(this, bytes, options);
    counts.reading += performance.now() - began;
    counts.readBytes += bytes?.byteLength ?? 0;
    return text;
  };
  const { parse } = JSON;
  JSON.parse = (text, reviver) => {
    const began = performance.now();
    const value = parse(text, reviver);
    counts.reading += performance.now() - began;
    return value;
  };

  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    roots.add(root);
    return root;
  };

  /** @param {(value: number) => void} told called in a task after the frame */
  const afterFrame = (told) =>
    nextFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => told(performance.now());
      channel.port2.postMessage(undefined);
    });

  /** @type {Promise<number>} */
  const interactive = new Promise((resolve) =>
    document.addEventListener("challenge-explorer:ready", () => afterFrame(resolve), { capture: true, once: true }),
  );

  /** @param {() => void} changed */
  const watch = (changed) => {
    const observer = new MutationObserver(changed);
    for (const root of roots) observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    return observer;
  };

  /**
   * What follows the next trusted event of that type.
   * @param {string} type
   * @returns {Promise<Answer>}
   */
  const measure = (type) =>
    new Promise((resolve) => {
      let first = Number.NaN;
      let settled = Number.NaN;
      let start = Number.NaN;
      let changes = 0;
      const end = (/** @type {number} */ present) => {
        if (present !== changes) return;
        observer.disconnect();
        resolve({ first: first - start, settled: settled - start });
      };
      const changed = () => {
        if (Number.isNaN(start)) return;
        const present = ++changes;
        if (present === 1) afterFrame((time) => (first = time));
        nextFrame(() =>
          nextFrame(() => {
            settled = performance.now();
            later(end, quietMilliseconds, present);
          }),
        );
      };
      const observer = watch(changed);
      const begin = (/** @type {Event} */ event) => {
        if (!event.isTrusted) return;
        removeEventListener(type, begin, true);
        start = event.timeStamp;
      };
      addEventListener(type, begin, { capture: true, passive: true });
    });

  /** Until the document has not changed for twice that time. @returns {Promise<void>} */
  const rest = () =>
    new Promise((resolve) => {
      const end = () => {
        observer.disconnect();
        resolve();
      };
      let timer = later(end, 2 * quietMilliseconds);
      const observer = watch(() => {
        clearTimeout(timer);
        timer = later(end, 2 * quietMilliseconds);
      });
    });

  /** Counts the frames of a drag until told to stop. */
  const countFrames = () => {
    let count = 0;
    let isOn = true;
    const count1 = () => {
      if (!isOn) return;
      ++count;
      nextFrame(count1);
    };
    nextFrame(count1);
    return () => {
      isOn = false;
      return count;
    };
  };

  /** @type {Promise<Answer> | undefined} */
  let pending;
  /** @type {(() => number) | undefined} */
  let stopCounting;
  Object.assign(window, {
    bench: {
      counts,
      interactive,
      rest,
      arm: (/** @type {string} */ type) => void (pending = measure(type)),
      answer: () => pending,
      beginDrag: () => void (stopCounting = countFrames()),
      endDrag: () => stopCounting?.(),
    },
  });
}
