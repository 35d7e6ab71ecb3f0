/** Surrogates stand for code points beyond all others, and lie in the midst of the rest. */
const rank = (unit: number): number => {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
};

/** The order of the texts' UTF-8 bytes, in which MongoDB and a cut hold keys: not JavaScript's own beyond the basic plane. */
export const compareBytes = (a: string, b: string): number => {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at++) {
    const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
};
