/**
 * The one place that reads the wall's clock. Whoever wires a program hands `systemClock` on, and everything after
 * takes its clock from there, so that a test which sets one sets them all. A lint rule keeps it so.
 */

/** Now. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/**
 * A gRPC deadline, epoch ms. Its other end is the driver, which counts by the wall's clock: an injected one would
 * let the call time out at once, or never.
 */
export const deadlineIn = (ms: number): number => Date.now() + ms;
