import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256Of } from '@rounds/adapters/crypto/sha256';

/** Of the running program to the byte, with its parts and its drawing thread: all that the build put in one folder. */
export const programHash = (): string => {
  const folder = dirname(fileURLToPath(import.meta.url));
  const parts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  return sha256Of(
    parts
      .sort()
      .map((name) => sha256Of(readFileSync(join(folder, name))))
      .join(),
  );
};
