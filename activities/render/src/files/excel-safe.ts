/**
 * Where a spreadsheet program would run text as a formula, an apostrophe stands before the sign. Such programs look past
 * leading spaces and take the full-width signs of East Asian keyboards as well; where the list separator is a
 * semicolon, they begin a new cell at each one, whatever the quotes say.
 */
const FORMULA = /(?:^|[;\t\r\n])[\s\p{Cf}\p{Cc}]*(?=[=+\-@＝＋－＠﹦﹢﹣﹫|%])/gu;

export const excelSafe = (text: string): string => text.replace(FORMULA, "$&'");
