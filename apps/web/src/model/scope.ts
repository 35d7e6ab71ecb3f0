import type { Voice } from '../words/voice.ts';

interface Scope {
  readonly sites: 'all' | readonly string[];
  readonly unblinded: boolean;
}

/** What a reader sees: `All sites; treatment arms are hidden.` */
export const scopeWords = ({ say, list }: Voice, { sites, unblinded }: Scope): string => {
  if (sites.length === 0) return say('sees.nothing');
  const which =
    sites === 'all' ? say('sees.all-sites') : say('sees.sites', { n: sites.length, sites: list(sites) });
  return `${which} ${say(unblinded ? 'sees.arms' : 'sees.no-arms')}`;
};
