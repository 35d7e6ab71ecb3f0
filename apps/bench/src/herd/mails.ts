/** The mails that came, from the files of the inbox: asking it for thousands of them would cost more than sending them. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stack } from '../stack/stack.ts';

export interface CameIn {
  /** Epoch ms. */
  readonly at: number;
  readonly to: string;
  /** The safe link: each run and recipient has one of its own, so that one which comes twice is a mail that came twice. */
  readonly link: string;
}

/** A file's name begins with when it came, in base 36. */
const TIME_DIGITS = 9;

const namesOf = async ({ home }: Stack): Promise<string[]> =>
  (await readdir(join(home, 'inbox'))).filter((name) => name.endsWith('.eml'));

export const countMails = async (stack: Stack): Promise<number> => (await namesOf(stack)).length;

const read = async (path: string, at: number): Promise<CameIn> => {
  // Lines that were too long are broken by an equals sign at their end.
  const text = (await readFile(path, 'latin1')).replace(/=\r?\n/g, '');
  const [, to = ''] = /^To:.*?([\w.-]+@[\w.-]+)/im.exec(text) ?? [];
  const [link = ''] = /\/r\/[\w-]+/.exec(text) ?? [];
  return { at, to, link };
};

export const mailsSince = async (stack: Stack, moment: number): Promise<CameIn[]> => {
  const came = (await namesOf(stack))
    .map((name) => ({ name, at: Number.parseInt(name.slice(0, TIME_DIGITS), 36) }))
    .filter(({ at }) => at >= moment);
  return Promise.all(came.map(({ name, at }) => read(join(stack.home, 'inbox', name), at)));
};
