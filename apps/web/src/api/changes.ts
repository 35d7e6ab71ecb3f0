/** Changes that one tab makes are seen by all. */
import type { QueryClient } from '@tanstack/react-query';

const tabs = new BroadcastChannel('rounds.changes');

type Path = `/api/v1/${string}`;

const refresh = (client: QueryClient, paths: readonly Path[]): Promise<unknown> =>
  Promise.all(paths.map((path) => client.invalidateQueries({ queryKey: [path] })));

/** Asks anew for all that may have changed, here and in the other tabs. */
export const changed = async (client: QueryClient, ...paths: readonly Path[]): Promise<void> => {
  tabs.postMessage(paths);
  await refresh(client, paths);
};

export const followOtherTabs = (client: QueryClient): void => {
  tabs.addEventListener('message', ({ data }: MessageEvent<readonly Path[]>) => {
    void refresh(client, data);
  });
};
