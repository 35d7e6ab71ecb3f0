import type { Callback, StoredCallback } from '@rounds/contracts/callback';
import { defined } from '@rounds/contracts/defined';
import { RoundsError, type FieldFault } from '@rounds/contracts/errors';
import type { KeyRing } from '../crypto/key-ring.ts';
import { seal } from '../crypto/sealed.ts';
import { isSurelyPrivate } from './address-rules.ts';

/** What an installation lets callers ask for. */
export interface CallbackPolicy {
  readonly allowHttp: boolean;
  readonly allowPrivate: boolean;
}

const ADDRESSES = ['url', 'onSuccess', 'onFailure'] as const;

export const addressFault = (address: string, { allowHttp, allowPrivate }: CallbackPolicy): string | null => {
  const { protocol, hostname } = new URL(address);
  if (!allowHttp && protocol !== 'https:') return 'must begin with https://';
  if (!allowPrivate && isSurelyPrivate(hostname)) return 'must not lead to a private address';
  return null;
};

/**
 * What is kept of a callback. Names are resolved and checked at each call, so a name that leads to a private
 * address is taken here and refused there.
 *
 * @param path before the names of the fields, e.g. `callback.`
 * @throws RoundsError INVALID_INPUT naming each address that the installation does not allow
 */
export const acceptCallback = (
  { secret, ...addresses }: Callback,
  policy: CallbackPolicy,
  keys: KeyRing,
  path = 'callback.',
): StoredCallback => {
  const faults = ADDRESSES.flatMap((name): FieldFault[] => {
    const rule = addresses[name] === undefined ? null : addressFault(addresses[name], policy);
    return rule === null ? [] : [{ field: path + name, rule }];
  });
  if (faults.length > 0)
    throw new RoundsError('INVALID_INPUT', 'The callback is not allowed here.', { fields: faults });
  const { url, onSuccess, onFailure } = addresses;
  return {
    url,
    ...defined({ onSuccess, onFailure }),
    ...(secret === undefined ? {} : { sealedSecret: seal(keys, secret) }),
  };
};
