/** `webhooks`: what signs the calls to a caller's own servers, and how those calls went. */
import type { components } from '@rounds/client/generated/api';
import { Option, type Command } from 'commander';
import type { CallerOptions } from '../connect.ts';
import { act, actPaged, apiVerb, family, given, listVerb, type ListOptions } from '../verb.ts';

type Secret = components['schemas']['WebhookSecret'];
type Tested = components['schemas']['WebhookTest'];
type Delivery = components['schemas']['WebhookDelivery'];

const SECRETS = '/api/v1/webhooks/secrets';
const DELIVERIES = '/api/v1/webhooks/deliveries';

const one = (id = '') => ({ path: { id } });

const secretLine = ({ id, createdAt, signsUntil }: Secret): string =>
  `${id}  since ${createdAt}${signsUntil === null ? '' : `  signs until ${signsUntil}`}`;

const newSecretLines = (made: components['schemas']['NewWebhookSecret']): string[] => [
  secretLine(made),
  `${made.secret}  (shown now and never again)`,
];

const deliveryLine = ({ id, jobId, url, state, attempts, createdAt }: Delivery): string =>
  `${id}  ${jobId}  ${createdAt}  ${state} after ${attempts.length} attempts  ${url}`;

const secrets = apiVerb('secrets', 'your signing secrets, without their values', 'webhooks secrets').action(
  act(
    (rounds) => rounds.get(SECRETS),
    ({ items }) => items.map(secretLine),
  ),
);

const create = apiVerb(
  'create-secret',
  'a new signing secret; its value is shown this once',
  'webhooks create-secret --json',
).action(act((rounds) => rounds.post(SECRETS), newSecretLines));

const rotate = apiVerb(
  'rotate-secret <secret>',
  'a successor; the old one signs beside it for some hours',
  'webhooks rotate-secret whs_1',
).action(
  act(
    (rounds, _options: CallerOptions, id) => rounds.post(`${SECRETS}/{id}/rotate`, { params: one(id) }),
    newSecretLines,
  ),
);

const remove = apiVerb(
  'delete-secret <secret>',
  'sign with it no more, at once',
  'webhooks delete-secret whs_1',
).action(
  act(
    async (rounds, _options: CallerOptions, id = '') => {
      await rounds.delete(`${SECRETS}/{id}`, { params: one(id) });
      return { id };
    },
    ({ id }) => `${id} signs no more`,
  ),
);

interface Filters extends ListOptions {
  readonly job?: string;
  readonly state?: Delivery['state'];
}

const deliveries = listVerb(
  'list',
  'calls that were made or are due, newest first',
  'webhooks list --state given-up',
)
  .option('--job <id>', 'of this job')
  .addOption(new Option('--state <state>', 'state').choices(['pending', 'delivered', 'gone', 'given-up']))
  .action(
    actPaged(
      (rounds, page, options: Filters) =>
        rounds.get(DELIVERIES, {
          params: { query: { ...page, ...given({ jobId: options.job, state: options.state }) } },
        }),
      deliveryLine,
    ),
  );

const show = apiVerb(
  'show <delivery>',
  'show one with all its attempts',
  'webhooks show whd_1 --json',
).action(
  act(
    (rounds, _options: CallerOptions, id) => rounds.get(`${DELIVERIES}/{id}`, { params: one(id) }),
    deliveryLine,
  ),
);

const replay = apiVerb('replay <delivery>', 'make the call again', 'webhooks replay whd_1').action(
  act(
    (rounds, _options: CallerOptions, id) => rounds.post(`${DELIVERIES}/{id}/replay`, { params: one(id) }),
    deliveryLine,
  ),
);

interface TestOptions extends CallerOptions {
  readonly secret?: string;
}

const testLine = ({ id, taken, error, duration, signatures }: Tested): string =>
  `${id}  ${taken ? 'taken' : 'not taken'} after ${duration} ms, ${signatures} signatures${error === null ? '' : `: ${error}`}`;

const test = apiVerb(
  'test <url>',
  'make a signed test call now, once, and see how it goes',
  'webhooks test https://hooks.example.org/rounds',
)
  .option('--secret <secret>', 'whsec_… that signs it (default: your own signing secrets)')
  .action(
    act(
      (rounds, { secret }: TestOptions, url = '') =>
        rounds.post('/api/v1/webhooks/test', { body: { url, ...given({ secret }) } }),
      testLine,
    ),
  );

export const webhookCommands = (): Command[] => [
  family('webhooks', 'calls to your own servers: how they went, what signs them', [
    deliveries,
    show,
    replay,
    test,
    secrets,
    create,
    rotate,
    remove,
  ]),
];
