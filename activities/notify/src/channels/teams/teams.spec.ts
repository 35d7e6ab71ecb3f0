import { systemClock } from '@rounds/adapters/clock';
import { openReceiver, type Receiver } from '../../testing/receiver.ts';
import { reportIn } from '../testing/channel-contract.ts';
import { createTeamsChannel } from './teams.ts';

const calls = { allowHttp: true, allowPrivate: true, timeoutMs: 2_000 };
const teams = createTeamsChannel({ calls, now: systemClock });

const line = (text: string, look: object = {}) => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text, ...look }],
});

describe('a message in Microsoft Teams', () => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await openReceiver();
  });
  afterEach(() => receiver.close());

  it('is the card that a workflow posts, with its link', async () => {
    receiver.answer = (response) => response.writeHead(202, { 'x-ms-workflow-run-id': '08585' }).end();
    const late = { dueAt: '2026-11-23T08:00:00+01:00' };
    const report = teams.report(reportIn('en', { late, partial: true }), `${receiver.url}/workflows/1?sig=s`);
    expect(await teams.sender.send('id', report)).toEqual({ status: 'accepted', providerId: '08585' });
    const [received] = receiver.received;
    expect(received).toMatchObject({
      path: '/workflows/1?sig=s',
      headers: { 'content-type': 'application/json' },
    });
    expect(JSON.parse(received?.body ?? '')).toEqual({
      type: 'message',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          content: {
            $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
            type: 'AdaptiveCard',
            version: '1.4',
            lang: 'en',
            body: [
              line('DEMO weekly report, 16–22 Nov 2026', { size: 'Large', weight: 'Bolder' }),
              line('The report is there. What it shows depends on who opens it: please sign in.'),
              line('This report is partial: it lacks something, which its first page names.'),
              line('This report is late: it was due on 23 November 2026, 08:00 (Europe/Berlin).'),
            ],
            actions: [
              { type: 'Action.OpenUrl', title: 'Sign in and open', url: 'https://rounds.example/r/t' },
            ],
          },
        },
      ],
    });
  });

  it('that nothing changed has no link', () => {
    const [card] = (
      JSON.parse(teams.unchanged(reportIn('de'), 'x').body) as { attachments: [{ content: object }] }
    ).attachments;
    expect(card.content).toMatchObject({ lang: 'de' });
    expect(card.content).not.toHaveProperty('actions');
  });

  it.each([302, 400, 401, 404, 410])('is refused for ever by %p', async (status) => {
    receiver.answer = (response) => response.writeHead(status, { location: receiver.url }).end();
    const sent = await teams.sender.send('id', teams.report(reportIn('en'), receiver.url));
    expect(sent).toEqual({ status: 'refused', reason: `Answered ${String(status)}.` });
    expect(receiver.received).toHaveLength(1);
  });

  it('goes to no private address, and to none that is not encrypted', async () => {
    const strict = createTeamsChannel({
      calls: { ...calls, allowHttp: false, allowPrivate: false },
      now: systemClock,
    });
    for (const url of [receiver.url, receiver.url.replace('http:', 'https:'), 'https://169.254.169.254/x'])
      expect(await strict.sender.send('id', strict.report(reportIn('en'), url))).toMatchObject({
        status: 'refused',
      });
    expect(receiver.received).toEqual([]);
  });
});
