import type { Callback, StoredCallback } from '@rounds/contracts/callback';
import { defined } from '@rounds/contracts/defined';
import { RoundsError } from '@rounds/contracts/errors';
import { breach, brokenBy, type Breach, type BrokenRule } from '@rounds/contracts/rules';
import type { KeyRing } from '../crypto/key-ring.ts';
import { seal } from '../crypto/sealed.ts';
import { isSurelyPrivate } from './address-rules.ts';

/** What an installation lets callers ask for. */
export interface CallbackPolicy {
  readonly allowHttp: boolean;
  readonly allowPrivate: boolean;
}

const ADDRESSES = ['url', 'onSuccess', 'onFailure'] as const;

export const addressFault = (address: string, { allowHttp, allowPrivate }: CallbackPolicy): Breach | null => {
  const { protocol, hostname } = new URL(address);
  if (!allowHttp && protocol !== 'https:') return breach('address-not-https');
  if (!allowPrivate && isSurelyPrivate(hostname)) return breach('address-private');
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
  const faults = ADDRESSES.flatMap((name): BrokenRule[] => {
    const fault = addresses[name] === undefined ? null : addressFault(addresses[name], policy);
    return fault === null ? [] : [brokenBy(path + name, fault)];
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
