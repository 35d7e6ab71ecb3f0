import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pick } from './files.mjs';

const CONFIGURED = [
  ...['RESEND_BASE_URL', 'RESEND_API_KEY', 'RESEND_WEBHOOK_SECRET'],
  ...['ROUNDS_INBOX_URL', 'ROUNDS_SMTP_URL'],
];
const INBOX = fileURLToPath(new URL('inbox-server.mjs', import.meta.url));
const ENDPOINT = fileURLToPath(new URL('resend-endpoint.mjs', import.meta.url));

/**
 * The mail side: an inbox (SMTP, web page, REST) that keeps every mail, and before it an endpoint that speaks
 * Resend's API, so that the real SDK is what sends.
 *
 * @param {import('./index.mjs').Context} context
 * @returns {Promise<Record<string, string>>} environment
 */
export async function startInbox(context) {
  const { env, supervisor } = context;
  if (env.RESEND_BASE_URL) {
    supervisor.addConfigured('inbox', env.ROUNDS_INBOX_URL ?? env.RESEND_BASE_URL);
    return pick(env, CONFIGURED);
  }
  const inbox = await startMailbox(context);
  const endpoint = await startEndpoint(context, inbox);
  return {
    ...endpoint,
    RESEND_API_KEY: context.secrets.resendApiKey,
    RESEND_WEBHOOK_SECRET: context.secrets.resendWebhookSecret,
    ROUNDS_INBOX_URL: inbox.url,
    ROUNDS_SMTP_URL: inbox.smtp,
  };
}

/** @param {import('./index.mjs').Context} context */
async function startMailbox({ home, ports, supervisor }) {
  const [smtpPort, port] = await Promise.all([ports.take('smtp'), ports.take('inbox')]);
  const url = `http://127.0.0.1:${port}`;
  await supervisor.add({
    name: 'inbox',
    server: true,
    command: process.execPath,
    args: [INBOX],
    env: { PORT: String(port), SMTP_PORT: String(smtpPort), MAIL_FOLDER: join(home, 'inbox') },
    url,
    health: `${url}/api/healthz`,
  });
  return { url, smtp: `smtp://127.0.0.1:${smtpPort}` };
}

/**
 * @param {import('./index.mjs').Context} context
 * @param {{ url: string, smtp: string }} inbox
 */
async function startEndpoint({ home, env, ports, secrets, supervisor, webhookUrl }, inbox) {
  const port = await ports.take('resend');
  const url = `http://127.0.0.1:${port}`;
  await supervisor.add({
    name: 'resend',
    server: true,
    command: process.execPath,
    args: [ENDPOINT],
    env: {
      PORT: String(port),
      MAIL_FOLDER: join(home, 'resend'),
      SMTP_URL: inbox.smtp,
      INBOX_URL: inbox.url,
      API_KEY: secrets.resendApiKey,
      WEBHOOK_SECRET: secrets.resendWebhookSecret,
      WEBHOOK_URL: webhookUrl ?? '',
      REQUESTS_PER_SECOND: env.ROUNDS_RESEND_RATE ?? '5',
    },
    url,
    health: `${url}/healthz`,
  });
  return { RESEND_BASE_URL: url };
}
