import { systemClock } from '@rounds/adapters/clock';
import { createResendMailSender } from '@rounds/adapters/mail/resend-mail-sender';
import { CHANNEL_KINDS } from '@rounds/contracts/channel';
import { createChannels } from './catalogue.ts';
import { channelContract } from './testing/channel-contract.ts';

const API_KEY = 're_secret';
const TOKEN = 'sig=a-secret-of-the-address';

const channelsAt = (baseUrl: string, timeoutMs: number) =>
  createChannels({
    mail: createResendMailSender({ apiKey: API_KEY, baseUrl, timeoutMs }),
    from: 'Rounds <rounds@example.org>',
    calls: { allowHttp: true, allowPrivate: true, timeoutMs },
    now: systemClock,
  });

channelContract('email', {
  recipientId: 'usr_1',
  open: (url, timeoutMs) => channelsAt(url, timeoutMs).email,
  address: () => 'anna@example.org',
  secrets: [API_KEY],
});

describe.each(CHANNEL_KINDS)('%s', (kind) => {
  channelContract(kind, {
    recipientId: `${kind}:chn_1`,
    open: (url, timeoutMs) => channelsAt(url, timeoutMs)[kind],
    address: (url) => `${url}/workflows/1?${TOKEN}`,
    secrets: [TOKEN],
  });
});
