/**
 * An object store with the rights of one process, for tests on a store that knows a single key pair: what the table
 * does not give is refused. That a real store does so, `s3-roles.medium.spec.ts` shows.
 */
import type { ObjectStore } from '../s3/object-store.ts';
import { S3_PREFIXES, s3Actions, type S3Action, type S3Role } from '../s3/roles.ts';

const NEEDS: Readonly<Partial<Record<string | symbol, S3Action>>> = {
  put: 'write',
  get: 'read',
  stream: 'read',
  size: 'read',
  presign: 'read',
  remove: 'remove',
  retain: 'lock',
  keys: 'list',
  entries: 'list',
} satisfies Record<Exclude<keyof ObjectStore, 'ping'>, S3Action>;

const isAllowed = (role: S3Role, action: S3Action, key: string): boolean => {
  const prefix = S3_PREFIXES.find((each) => key.startsWith(each));
  return prefix !== undefined && s3Actions(role, prefix).includes(action);
};

export const roleObjects = (role: S3Role, store: ObjectStore): ObjectStore =>
  new Proxy(store, {
    get: (target, property) => {
      const method: unknown = Reflect.get(target, property, target);
      const action = NEEDS[property];
      if (action === undefined) return method;
      return (key: string, ...rest: unknown[]): unknown => {
        if (!isAllowed(role, action, key)) throw new Error(`${role} may not ${action} ${key}: see S3_ROLES.`);
        return (method as (...args: unknown[]) => unknown).call(target, key, ...rest);
      };
    },
  });
