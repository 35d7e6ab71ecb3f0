/**
 * What Nest injects by. Interfaces leave no value at run time, so the shared servers have tokens of their own;
 * a repository's factory is its own token: `@Inject(createUsersRepository) users: UsersRepository`.
 */
export const ASK_ISSUER = Symbol('where the issuer answers');
export const CONFIG = Symbol('config');
export const CLOCK = Symbol('clock');
export const LOGGER = Symbol('logger');
export const MONGO = Symbol('mongo');
export const OBJECT_STORE = Symbol('object store');
export const TEMPORAL = Symbol('temporal');
export const TOKEN_VERIFIER = Symbol('token verifier');

/** Now, in epoch milliseconds. */
export type Clock = () => number;
