/** Which address is called when a run has ended (docs/webhooks.md). */
import { z } from 'zod';
import { rule } from './rules.ts';

const LONGEST_URL = 2_000;

const hasNoCredentials = (text: string): boolean => {
  const { username, password } = URL.canParse(text) ? new URL(text) : { username: '', password: '' };
  return username === '' && password === '';
};

export const address = z
  .url({ protocol: /^https?$/, error: rule('not-a-web-address') })
  .max(LONGEST_URL)
  .refine(hasNoCredentials, rule('address-with-password'));

/** As Standard Webhooks has it: 24 to 64 bytes. */
const SECRET =
  /^(?:whsec_)?(?:(?:[A-Za-z0-9+/]{4}){8,21}(?:[A-Za-z0-9+/]{2}==)?|(?:[A-Za-z0-9+/]{4}){8,20}[A-Za-z0-9+/]{3}=)$/;

/**
 * What a caller asks for. Whether plain http and private addresses are allowed is configuration: `Callbacks`
 * (apps/api/src/webhooks) decides on it and turns this into a `StoredCallback`.
 */
export const callback = z
  .strictObject({
    url: address.describe('Told of every end of the run, except where another address is given for it.'),
    onSuccess: address.optional().describe('Instead of `url` when the report was made.'),
    onFailure: address.optional().describe('Instead of `url` when the run failed or was cancelled.'),
    secret: z
      .string()
      .regex(SECRET, rule('not-a-signing-secret'))
      .optional()
      .describe('Signs these calls; default: your own signing secrets (`/api/v1/webhooks/secrets`).'),
  })
  .meta({ id: 'Callback' });
export type Callback = z.infer<typeof callback>;

/** A callback as it is kept on subscriptions and runs: nobody can read its secret there. */
export interface StoredCallback {
  readonly url: string;
  readonly onSuccess?: string;
  readonly onFailure?: string;
  /** Sealed by the key ring ROUNDS_SECRET_KEYS. */
  readonly sealedSecret?: string;
  /** Field names of the payload; `pdf-queue` are those of the queue that this replaces. Default: `rounds`. */
  readonly style?: 'rounds' | 'pdf-queue';
}
