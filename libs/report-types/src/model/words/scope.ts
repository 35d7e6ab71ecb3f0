import type { Scope } from '@rounds/contracts/scope';
import type { Voice } from './voice.ts';

const sites = ({ sites }: Scope, { say }: Voice): string => {
  if (sites === 'all') return say('all-sites-head');
  const named = [...sites].sort().join(', ');
  return sites.length === 1
    ? say('site-of-scope', { sites: named })
    : say('sites-of-scope', { sites: named });
};

const blinding = ({ unblinded }: Scope, { say }: Voice): string =>
  unblinded ? say('unblinded') : say('treatment-arms-masked');

/** `All sites · unblinded`, `Sites 701, 702 · treatment arms masked`. */
export const scopeWords = (scope: Scope, voice: Voice): string =>
  `${sites(scope, voice)} · ${blinding(scope, voice)}`;

/** As `scopeWords`, never longer than a line: many sites are only counted. */
export const scopeShort = (scope: Scope, voice: Voice): string =>
  scope.sites !== 'all' && scope.sites.length > 4
    ? `${voice.say('n-sites', { n: scope.sites.length })} · ${blinding(scope, voice)}`
    : scopeWords(scope, voice);
