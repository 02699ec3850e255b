/** A machine whose clock is a day ahead: loaded before a program (`node --import`). */
const DAY_MS = 24 * 3600 * 1000;
const now = Date.now;

Date.now = () => now() + DAY_MS;
globalThis.Date = class extends Date {
  constructor(...given) {
    super(...(given.length === 0 ? [now() + DAY_MS] : given));
  }
};
