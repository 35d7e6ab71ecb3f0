import './design/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { followOtherTabs } from './api/changes.ts';
import { makeQueryClient } from './api/queries.ts';
import { completeSignIn, onSignedOut } from './auth/session.ts';
import { here } from './base.ts';
import { applyTheme } from './design/theme.ts';
import { makeRouter } from './router.tsx';
import { firstLanguage, loadVoice } from './words/load.ts';
import { VoiceProvider } from './words/voice-context.tsx';

const isBack = location.href.startsWith(here('signed-in'));

/** From the issuer to where whoever signed in wanted to go; a refusal has a page of its own. */
const goOn = async (): Promise<void> => {
  const returnTo = await completeSignIn().catch(() => undefined);
  if (returnTo !== undefined) history.replaceState(null, '', returnTo);
};

const start = async (root: HTMLElement): Promise<void> => {
  const [voice] = await Promise.all([loadVoice(firstLanguage()), isBack ? goOn() : undefined]);
  const queryClient = makeQueryClient();
  const router = makeRouter(queryClient);
  followOtherTabs(queryClient);
  onSignedOut(() => {
    location.assign(here('signed-out'));
  });
  createRoot(root).render(
    <StrictMode>
      <VoiceProvider first={voice}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </VoiceProvider>
    </StrictMode>,
  );
};

/** A frame in which a token is renewed: it hands over what the issuer said, and shows nothing. */
const isRenewal = window.parent !== window && isBack;

const root = document.querySelector<HTMLElement>('#root');
applyTheme();
if (isRenewal) void completeSignIn();
else if (root !== null) void start(root);
