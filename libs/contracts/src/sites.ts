/** Apart from scope.ts, whose schema library has no place in the workflow bundle. */
import type { Scope } from './scope.ts';

/** The smallest set of sites that contains each scope's: what one cut must hold to serve them all. */
export const unionOfSites = (scopes: readonly Scope[]): Scope['sites'] =>
  scopes.some((each) => each.sites === 'all')
    ? 'all'
    : [...new Set(scopes.flatMap((each) => each.sites))].sort();
