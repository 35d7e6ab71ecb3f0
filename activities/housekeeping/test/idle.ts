import { memoryObjectStore } from '@rounds/adapters/testing/memory-object-store';

/** For tests that are about something else than what is kept how long. */
export const idleRetention = () => ({
  objects: memoryObjectStore(),
  retention: { temporaryMs: 3_600_000, redriveMs: 7 * 86_400_000 },
  beat: () => undefined,
});
