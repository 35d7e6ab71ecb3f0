/**
 * Where a spreadsheet program would run text as a formula, an apostrophe stands before the sign. Such programs look past
 * leading spaces and take the full-width signs of East Asian keyboards as well; where the list separator of the
 * machine is another than the file's, they begin a new cell at each one, whatever the quotes say.
 */
const formulaBehind = (separators: string): RegExp =>
  new RegExp(`(?:^|[${separators}\\t\\r\\n])[\\s\\p{Cf}\\p{Cc}]*(?=[=+\\-@＝＋－＠﹦﹢﹣﹫|%])`, 'gu');

/** Of a file that is parted at commas, and of one that is parted at semicolons. */
const FORMULA = { ',': formulaBehind(';'), ';': formulaBehind(';,') } as const;

export type Separator = keyof typeof FORMULA;

/** `5.1`, which programs that part decimals by a comma take for the fifth of January. */
const DAY_AND_MONTH = /^\s*\d{1,2}\.\d{1,2}(?:\.\d{1,4})?\.?\s*$/u;

/** @param separator of the fields of the file */
export const excelSafe = (text: string, separator: Separator = ','): string =>
  separator === ';' && DAY_AND_MONTH.test(text) ? `'${text}` : text.replace(FORMULA[separator], "$&'");
