import { parseEnvironment, temporalEnvironment } from '@rounds/adapters/config/environment';
import { connectTemporal, type Temporal } from '@rounds/adapters/temporal/client';
import type { Stack } from './stack.ts';

/** A connection to the Temporal server of the stack for the work: to count, and to let time pass. */
export const withTemporal = async <T>(
  { env }: Stack,
  work: (temporal: Temporal) => Promise<T>,
): Promise<T> => {
  const temporal = connectTemporal(parseEnvironment(temporalEnvironment, env));
  try {
    return await work(temporal);
  } finally {
    await temporal.close();
  }
};
