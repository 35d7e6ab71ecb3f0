/**
 * How a drawing thread shows that it is at work, also where it comes to no await for minutes: numbers in memory that
 * it shares with the pool.
 */
const [BEGUN, SIGNS] = [0, 1];

/** Of one task; made by the pool. */
export const signsOfTask = (): Int32Array => new Int32Array(new SharedArrayBuffer(8));

/** Of the task that this thread works on; it has one at a time. */
let current: Int32Array | undefined;

/** In the thread, before a task. */
export const begin = (signs: Int32Array): void => {
  current = signs;
  Atomics.store(signs, BEGUN, 1);
};

/** In the thread: said by what is done over and over, such as a line that is laid out or a page that is read. */
export const signOfWork = (): void => {
  if (current !== undefined) Atomics.add(current, SIGNS, 1);
};

/** In the pool: whether the task waits for a thread, or gave a sign since it was last asked. */
export const watchSigns = (signs: Int32Array): (() => boolean) => {
  let seen = 0;
  return () => {
    const before = seen;
    seen = Atomics.load(signs, SIGNS);
    return Atomics.load(signs, BEGUN) === 0 || seen !== before;
  };
};
