const MOST_S = 60;

/** Seconds that a caller will wait, from RFC 7240's `Prefer: wait=N`; 0 without it, 60 at most. */
export const waitPreference = (header: string | undefined): number => {
  const [, seconds] = /(?:^|[,;])\s*wait\s*=\s*(\d{1,6})\s*(?:$|[,;])/i.exec(header ?? '') ?? [];
  return seconds === undefined ? 0 : Math.min(Number(seconds), MOST_S);
};
