/** Median wall milliseconds of several runs after one that is not counted. */
export const medianMs = async (work: () => unknown, runs = 5): Promise<number> => {
  await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
};

export const rounded = (value: number): number => Number(value.toPrecision(3));

/** The longest time in ms for which the event loop did not come round while `work` ran: heartbeats wait so long. */
export const longestGapMs = async (work: () => Promise<unknown>): Promise<number> => {
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 5);
  await work();
  clearInterval(timer);
  return longest;
};
