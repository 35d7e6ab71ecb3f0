/** How far a benchmark is, for who waits for it; tests let it be silent. */
let tells = false;
const started = performance.now();

export const beginToTell = (): void => {
  tells = true;
};

export const tell = (line: string): void => {
  if (tells)
    process.stderr.write(`${((performance.now() - started) / 1000).toFixed(1).padStart(7)} s  ${line}\n`);
};
