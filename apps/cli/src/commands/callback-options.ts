/** What is called at the end of a run, as options. A secret of its own is left to the API: options can be seen by others. */
import type { components } from '@rounds/client/generated/api';
import { InvalidArgumentError, type Command } from 'commander';
import { given } from '../verb.ts';

type Callback = components['schemas']['Callback'];

export interface CallbackOptions {
  /** False: there shall be none any more. */
  readonly callback?: string | false;
  readonly onSuccess?: string;
  readonly onFailure?: string;
}

export const withCallback = (verb: Command): Command =>
  verb
    .option('--callback <url>', 'told of every end of a run')
    .option('--on-success <url>', 'with --callback: told instead of it when the report was made')
    .option('--on-failure <url>', 'with --callback: told instead of it when the run failed or was cancelled');

/** @throws InvalidArgumentError when `--callback` is missing beside the others */
export const callbackOf = ({ callback, onSuccess, onFailure }: CallbackOptions): Callback | undefined => {
  const own = given({ onSuccess, onFailure });
  if (typeof callback === 'string') return { url: callback, ...own };
  if (Object.keys(own).length > 0)
    throw new InvalidArgumentError('--on-success and --on-failure go with --callback.');
  return undefined;
};
