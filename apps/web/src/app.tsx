import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { followOtherTabs } from './api/changes.ts';
import { makeQueryClient } from './api/queries.ts';
import { onSignedOut } from './auth/session.ts';
import { here } from './base.ts';
import { makeRouter } from './router.tsx';
import type { Voice } from './words/voice.ts';
import { VoiceProvider } from './words/voice-context.tsx';

/** Most come for it: it is on its way while they sign in. */
void import('./screens/home/home.screen.tsx');

export const showApp = (root: HTMLElement, voice: Voice): void => {
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
