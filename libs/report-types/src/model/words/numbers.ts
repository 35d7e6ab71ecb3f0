/** Figures as people read them. The minus is a real one; a figure that does not exist is a dash. */
export const NONE = '–';

const grouped = (text: string): string => text.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** `1234.5` → `1,234.5`; `digits` fixes the decimals, otherwise they stay as they are. */
export const number = (value: number | null, digits?: number): string => {
  if (value === null) return NONE;
  const text = digits === undefined ? String(Math.abs(value)) : Math.abs(value).toFixed(digits);
  const [whole = '', decimals] = text.split('.');
  const sign = value < 0 && Number(text) !== 0 ? '−' : '';
  return sign + grouped(whole) + (decimals === undefined ? '' : `.${decimals}`);
};

/** Percent with one decimal; null where the whole is empty or smaller than its part. */
export const percent = (part: number | null, whole: number | null): number | null => {
  if (part === null || whole === null || whole === 0 || part > whole) return null;
  return Math.round((1000 * part) / whole) / 10;
};

export const percentText = (value: number | null): string => (value === null ? NONE : `${value.toFixed(1)}%`);

/** `+3`, `−2`, `±0`; a dash where one of the two is missing. */
export const difference = (now: number | null, before: number | null, digits = 0): string => {
  if (now === null || before === null) return NONE;
  const change = Number((now - before).toFixed(digits));
  if (change === 0) return '±0';
  return `${change > 0 ? '+' : ''}${number(change, digits)}`;
};

/** `1 subject`, `2 subjects`, `no subject`. */
export const count = (n: number, one: string, many = `${one}s`): string => {
  if (n === 0) return `no ${one}`;
  return `${number(n)} ${n === 1 ? one : many}`;
};

/** `a`, `a and b`, `a, b and c`. */
export const list = (items: readonly string[]): string => {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
};

/** As `list`, but only the first `most` and how many more there are. */
export const shortList = (items: readonly string[], most: number): string =>
  items.length <= most
    ? list(items)
    : `${items.slice(0, most).join(', ')} and ${number(items.length - most)} more`;

export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `no subject was`, `1 subject was`, `2 subjects were`. */
export const were = (n: number): string => (n <= 1 ? 'was' : 'were');

/** `3 more than`, `as many as`. */
export const against = (now: number, before: number): string => {
  if (now === before) return 'as many as';
  return now > before ? `${number(now - before)} more than` : `${number(before - now)} fewer than`;
};
