/** Percentages, and how datasets count in their own words, which are English: what readers get is for the Voice. */
const grouped = (text: string): string => text.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** `1234` → `1,234`: of a whole number. */
export const number = (value: number): string => grouped(String(value));

/** Percent with one decimal; null where the whole is empty or smaller than its part. */
export const percent = (part: number | null, whole: number | null): number | null => {
  if (part === null || whole === null || whole === 0 || part > whole) return null;
  return Math.round((1000 * part) / whole) / 10;
};

/** `1 subject`, `2 subjects`, `no subject`. */
export const count = (n: number, one: string, many = `${one}s`): string => {
  if (n === 0) return `no ${one}`;
  return `${number(n)} ${n === 1 ? one : many}`;
};

/** What is said of some: nothing of none, nor where it is not known how many. */
export const ifAny = <Said>(n: number | null | undefined, said: (n: number) => Said): Said[] =>
  n === 0 || n === null || n === undefined ? [] : [said(n)];
