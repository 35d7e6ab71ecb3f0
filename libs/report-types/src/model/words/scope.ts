import type { Scope } from '@rounds/contracts/scope';
import type { Voice } from './voice.ts';

const sites = ({ sites }: Scope, { say }: Voice): string => {
  if (sites === 'all') return say('All sites');
  const named = [...sites].sort().join(', ');
  return sites.length === 1 ? say('Site {sites}', { sites: named }) : say('Sites {sites}', { sites: named });
};

const blinding = ({ unblinded }: Scope, { say }: Voice): string =>
  unblinded ? say('unblinded') : say('treatment arms masked');

/** `All sites · unblinded`, `Sites 701, 702 · treatment arms masked`. */
export const scopeWords = (scope: Scope, voice: Voice): string =>
  `${sites(scope, voice)} · ${blinding(scope, voice)}`;

/** As `scopeWords`, never longer than a line: many sites are only counted. */
export const scopeShort = (scope: Scope, voice: Voice): string =>
  scope.sites !== 'all' && scope.sites.length > 4
    ? `${voice.say('{n## site|# sites}', { n: scope.sites.length })} · ${blinding(scope, voice)}`
    : scopeWords(scope, voice);
