/** An API of its own beside the stage's, whose people sign in at a real provider that gives out tokens at another port. */
import { startOidcProvider, type OidcProvider } from '@rounds/adapters/testing/oidc-provider';
import type { Visitor } from '../browser.ts';
import { startSecond, type SecondProcess } from '../second-process.ts';
import { READER, type OnStage } from './stage.ts';

export const anIssuerElsewhere = (onStage: OnStage): void => {
  describe('with an issuer that answers at several origins', () => {
    let provider: OidcProvider;
    let api: SecondProcess;
    let visitor: Visitor;

    beforeAll(async () => {
      const { home, browser } = onStage();
      provider = await startOidcProvider();
      provider.person = { sub: 'reader-1', email: READER, email_verified: true };
      api = await startSecond(home, {
        name: 'api',
        env: (port) => ({
          ROUNDS_PORT: String(port),
          ROUNDS_PUBLIC_URL: `http://127.0.0.1:${port}`,
          ROUNDS_AUTH: 'oidc',
          ROUNDS_OIDC_ISSUER: provider.issuer,
          ROUNDS_OIDC_AUDIENCE: 'rounds',
          ROUNDS_OIDC_TRUSTED_DOMAINS: 'example.org',
        }),
      });
      visitor = await browser.visit();
    });
    afterAll(async () => {
      await visitor.context.close();
      await api.end('SIGTERM');
      await provider.close();
    });

    it('signs in there, and renews the token in a frame of it', async () => {
      const { page, complaints } = visitor;
      await page.clock.install();
      await page.goto(`http://127.0.0.1:${api.port}/app/`);
      await page.getByRole('heading', { name: 'What you receive' }).waitFor();
      const renewed = page.waitForResponse(`${provider.tokenOrigin}/**`);
      await page.clock.fastForward('04:05');
      expect((await renewed).status()).toBe(200);
      expect(complaints()).toEqual([]);
    });
  });
};
