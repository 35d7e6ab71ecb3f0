/** Sites with ongoing subjects and no record for some time, in sentences of the first page. */
import type { SilentSite } from '../../folds/silence.ts';
import type { AttentionItem } from '../report-model.ts';
import type { Voice } from '../words/voice.ts';

export const silentItems = (
  sites: readonly SilentSite[],
  section: string,
  { say, day }: Voice,
): AttentionItem[] =>
  sites.map(({ siteId: site, lastActivity, days, ongoing }) => ({
    lead: say('silent-site'),
    sentence: say('silent-site-named', { site, days, latest: day(lastActivity), ongoing }),
    section,
    urgent: true,
  }));
