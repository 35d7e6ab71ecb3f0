import type { Scope } from '@rounds/contracts/scope';

const sites = ({ sites }: Scope): string => {
  if (sites === 'all') return 'All sites';
  return `${sites.length === 1 ? 'Site' : 'Sites'} ${[...sites].sort().join(', ')}`;
};

const blinding = ({ unblinded }: Scope): string => (unblinded ? 'unblinded' : 'treatment arms masked');

/** `All sites · unblinded`, `Sites 701, 702 · treatment arms masked`. */
export const scopeWords = (scope: Scope): string => `${sites(scope)} · ${blinding(scope)}`;

/** As `scopeWords`, never longer than a line: many sites are only counted. */
export const scopeShort = (scope: Scope): string =>
  scope.sites !== 'all' && scope.sites.length > 4
    ? `${scope.sites.length} sites · ${blinding(scope)}`
    : scopeWords(scope);
