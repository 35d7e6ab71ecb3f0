import type { Check, Finding } from '@rounds/contracts/gate';

/** No finding where the count is 0. @param message with the count in it */
export const counted = (check: Check, where: string, n: number, message: string): Finding[] =>
  n === 0 ? [] : [{ check, where, message }];

/** `1 row`, `3 rows` */
export const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** `was` or `were` */
export const were = (n: number): string => (n === 1 ? 'was' : 'were');
