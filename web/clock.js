// The present civil time in a time zone. src/platform/web/browser_clock.cpp calls it.

const millisecondsAMinute = 60_000;

export class Clock {
  /** @type {Map<string, Intl.DateTimeFormat>} */
  #formats = new Map(); // a cache: making a format may take longer than a frame

  /** The format that is used for zones that the browser does not know. @type {Intl.DateTimeFormat | undefined} */
  #unknown;

  /** Makes the browser load what formats need, which takes most of the time. */
  constructor() {
    this.#formatFor("UTC");
  }

  /**
   * @param {string} timeZone an IANA zone; UTC is read where the browser does not know it
   * @returns {Intl.DateTimeFormat}
   */
  #formatFor(timeZone) {
    let format = this.#formats.get(timeZone);
    if (format !== undefined) return format;
    /** @type {Intl.DateTimeFormatOptions} */
    const parts = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" };
    try {
      format = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn-hc-h23", { ...parts, timeZone });
    } catch {
      format = this.#formatFor("UTC");
      this.#unknown = format;
    }
    this.#formats.set(timeZone, format);
    return format;
  }

  /**
   * As civilMinutes(), at a moment in minutes since 1970-01-01T00:00 UTC; NaN where the browser does not know the zone.
   * @param {string} timeZone
   * @param {number} minutes
   */
  civilMinutesAt(timeZone, minutes) {
    const isKnown = timeZone === "UTC" || this.#formatFor(timeZone) !== this.#unknown;
    return isKnown ? this.civilMinutes(timeZone, new Date(minutes * millisecondsAMinute)) : Number.NaN;
  }

  /**
   * The civil time in the zone, as minutes since the civil time 1970-01-01T00:00.
   * @param {string} timeZone
   */
  civilMinutes(timeZone, moment = new Date()) {
    /** @type {Partial<Record<Intl.DateTimeFormatPartTypes, number>>} */
    const shown = {};
    for (const { type, value } of this.#formatFor(timeZone).formatToParts(moment)) shown[type] = Number(value);
    const { year = 1970, month = 1, day = 1, hour = 0, minute = 0 } = shown;
    return Date.UTC(year, month - 1, day, hour, minute) / millisecondsAMinute;
  }
}
