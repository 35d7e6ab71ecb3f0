/** E-mail addresses in what somebody typed or pasted. */
const ADDRESS = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/;

/** Of pasted text, which may name several. */
export const addressesIn = (text: string): string[] =>
  text
    .split(/[\s,;<>]+/)
    .filter((part) => ADDRESS.test(part))
    .map((part) => part.toLowerCase());
