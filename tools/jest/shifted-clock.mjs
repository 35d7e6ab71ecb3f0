/**
 * For `npm run test:any-day`: lets `Date` run ahead by ROUNDS_CLOCK_AHEAD_MS, before any module under test is read.
 * Each test file has globals of its own, so that it is done for each; the real servers keep the wall's clock.
 */
const ahead = Number(process.env.ROUNDS_CLOCK_AHEAD_MS ?? 0);

/** @param {number} ms */
function letRunAhead(ms) {
  const Wall = globalThis.Date;
  const now = () => Wall.now() + ms;
  /** @type {DateConstructor} */
  const Shifted = new Proxy(Wall, {
    construct: (target, given, made) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, made === Shifted ? target : made),
    apply: () => new Wall(now()).toString(),
    get: (target, property) => (property === 'now' ? now : Reflect.get(target, property)),
  });
  // So that the class of a date is the one that everybody names.
  Wall.prototype.constructor = Shifted;
  globalThis.Date = Shifted;
}

if (ahead !== 0) letRunAhead(ahead);
