/**
 * The program of a drawing thread. Layout, reading it back and decoding take seconds without a pause: here they hold up neither
 * the heartbeat nor the polls of the worker, have a memory limit of their own, and can be stopped.
 */
export { draw } from './draw.ts';
export { inspect, inspectDataset } from './gate/inspect.ts';
export { decodeHeic } from './images/heic.ts';
