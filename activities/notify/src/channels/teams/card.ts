/** Adaptive Cards 1.4 (adaptivecards.io), which Teams shows on every device. */
import type { Arrival } from '../words.ts';

interface Look {
  readonly size?: 'Large';
  readonly weight?: 'Bolder';
}

/** Runs of text are shown as they are: in a TextBlock, the id of a study could be a link in Markdown. */
const line = (text: string, look: Look = {}) => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text, ...look }],
});

export const adaptiveCard = ({ language, title, lines, link }: Arrival) => ({
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  type: 'AdaptiveCard',
  version: '1.4',
  lang: language,
  body: [line(title, { size: 'Large', weight: 'Bolder' }), ...lines.map((each) => line(each))],
  ...(link && { actions: [{ type: 'Action.OpenUrl', title: link.label, url: link.url }] }),
});
