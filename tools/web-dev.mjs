/**
 * The web app from its sources, for who changes it: Vite sends each module as it stands, and what is changed takes its
 * own place in the page. All that is not the app's is asked of the API that runs beside.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { wordsPlugin } from './web-words.mjs';
import { WEB_BASE, WEB_SOURCES } from './web.mjs';

/** Where the issuer sends back to. In a frame the API answers, as in production. */
const SIGNED_IN = `${WEB_BASE}signed-in`;

/** @param {import('node:http').IncomingMessage} request */
const isFramed = ({ headers }) => headers['sec-fetch-dest'] === 'iframe';

/**
 * The policy of the API's own page, so that what it refuses in production is refused here. Vite and React's refreshing
 * put scripts and styles into the page: those with the nonce, which nobody else knows, are taken.
 *
 * @param {string} policy of the API @param {{ api: string, own: string, nonce: string }} where
 */
export function devPolicy(policy, { api, own, nonce }) {
  /** @type {Record<string, string>} */
  const more = {
    'script-src': `'nonce-${nonce}'`,
    'style-src': `'nonce-${nonce}'`,
    'connect-src': `${api} ${own.replace('http', 'ws')}`,
    'frame-src': api,
  };
  return policy
    .split(';')
    .map((directive) => [directive, more[directive.trim().split(' ')[0] ?? '']].filter(Boolean).join(' '))
    .join(';');
}

/** @param {{ api: string, own: string, nonce: string }} where @returns {import('vite').Plugin} */
const policyPlugin = (where) => ({
  name: 'rounds-policy',
  configureServer({ middlewares }) {
    middlewares.use(async (request, response, next) => {
      if (!request.headers.accept?.includes('text/html')) return next();
      const { headers } = await fetch(where.api + WEB_BASE, { method: 'HEAD' });
      const policy = headers.get('content-security-policy') ?? '';
      response.setHeader('Content-Security-Policy', devPolicy(policy, where));
      return next();
    });
  },
});

/**
 * @param {{ api: string, port: number, cacheDir: string }} options `cacheDir`: what is kept of libraries from one start
 *   to the next
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function serveSources({ api, port, cacheDir }) {
  const { createServer } = await import('vite');
  const own = `http://127.0.0.1:${port}`;
  const nonce = randomBytes(16).toString('base64');
  const server = await createServer({
    root: WEB_SOURCES,
    base: WEB_BASE,
    configFile: false,
    logLevel: 'warn',
    cacheDir: join(cacheDir, 'vite'),
    html: { cspNonce: nonce },
    plugins: [wordsPlugin(), react(), policyPlugin({ api, own, nonce })],
    server: {
      host: '127.0.0.1',
      port,
      strictPort: true,
      proxy: {
        [`^/(?!${WEB_BASE.slice(1)})`]: api,
        [SIGNED_IN]: { target: api, bypass: (request) => (isFramed(request) ? undefined : request.url) },
      },
    },
  });
  await server.listen();
  return { url: own + WEB_BASE, stop: () => server.close() };
}
