/**
 * `npm run test:any-day`: the suite on the days that clocks and calendars are wrong about. Each begins a little
 * before the moment that matters, and the clock runs on from there.
 */
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const SUNDAY = 0;

/** @param {number} year @param {number} month 0 to 11 @returns {number} epoch ms, at midnight UTC */
function lastSunday(year, month) {
  const last = new Date(Date.UTC(year, month + 1, 0));
  return last.getTime() - ((last.getUTCDay() - SUNDAY + 7) % 7) * DAY_MS;
}

/** All of the European Union changes at 01:00 UTC (Directive 2000/84/EC). */
const beforeChange = (/** @type {number} */ month) => (/** @type {number} */ year) =>
  lastSunday(year, month) + 55 * MINUTE_MS;

/** @param {number} year @returns {number | null} */
function leapDay(year) {
  const day = new Date(Date.UTC(year, 1, 29, 12));
  return day.getUTCMonth() === 1 ? day.getTime() : null;
}

/** @type {Record<string, (year: number) => number | null>} */
const IN_YEAR = {
  'leap-day': leapDay,
  'summer-time': beforeChange(2),
  'winter-time': beforeChange(9),
  // Five minutes before midnight in Berlin, an hour and five before it in UTC.
  'year-end': (year) => Date.UTC(year, 11, 31, 22, 55),
};

/** A leap year comes after eight years at most (1896 to 1904). */
const YEARS_AHEAD = 9;

/**
 * @param {number} now epoch ms
 * @returns {Record<string, number>} by name, the next of each, epoch ms
 */
export function anyDays(now) {
  const from = new Date(now);
  const years = Array.from({ length: YEARS_AHEAD }, (_, index) => from.getUTCFullYear() + index);
  const next = Object.entries(IN_YEAR).map(([name, inYear]) => {
    const at = years.map(inYear).find((each) => each !== null && each > now) ?? now;
    return /** @type {const} */ ([name, at]);
  });
  const later = new Date(now);
  later.setUTCFullYear(from.getUTCFullYear() + 2);
  return { ...Object.fromEntries(next), 'two-years': later.getTime() };
}

/**
 * @param {string[]} args names of days (none: all), then after `--` what jest is given
 * @param {(args: string[]) => Promise<number>} test runs jest
 * @returns {Promise<number>} exit code
 */
export async function anyDay(args, test) {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  const days = anyDays(Date.now());
  const names = end === 0 ? Object.keys(days) : args.slice(0, end);
  const unknown = names.filter((name) => !(name in days));
  if (unknown.length > 0)
    throw new Error(`There is no day ${unknown.join(', ')}; there are ${Object.keys(days).join(', ')}.`);
  const failed = [];
  let isStopped = false;
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => (isStopped = true));
  for (const name of names) {
    if (isStopped) throw new Error(`Stopped before ${name}.`);
    const at = days[name] ?? 0;
    console.log(`${name}: the clock begins at ${new Date(at).toISOString()}`);
    process.env.ROUNDS_CLOCK_AHEAD_MS = String(at - Date.now());
    const code = await test(
      end < args.length ? args.slice(end + 1) : ['--selectProjects', 'small', 'medium'],
    );
    if (code !== 0) failed.push(name);
  }
  console.log(failed.length === 0 ? `passed on ${names.join(', ')}` : `FAILED on ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
}
