/** A message in a channel of Microsoft Teams, by a workflow that begins "when a Teams webhook request is received". */
import { CHANNELS } from '@rounds/contracts/channel';
import type { Channel } from '../channel.ts';
import { createPostSender, type PostMeans, type PostMessage } from '../post.ts';
import { nothingNew, reportThere, type Arrival } from '../words.ts';
import { adaptiveCard } from './card.ts';

const posted = (arrival: Arrival, url: string): PostMessage => ({
  url,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: adaptiveCard(arrival) }],
  }),
});

export const createTeamsChannel = (means: PostMeans): Channel<PostMessage> => ({
  report: (report, url) => posted(reportThere(report), url),
  unchanged: (note, url) => posted(nothingNew(note), url),
  // By which the run of the workflow is found in Power Automate.
  sender: createPostSender(CHANNELS.teams, means, 'x-ms-workflow-run-id'),
});
