/** Half-open, in units of the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Sorted; those that overlap or touch are one. */
export const merged = (spans: readonly Span[]): Span[] => {
  const found: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end });
  }
  return found;
};
