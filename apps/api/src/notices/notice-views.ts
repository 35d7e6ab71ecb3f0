import type { NoticePageKind } from '@rounds/adapters/links/link-tokens';
import type { Caller } from '../auth/caller.ts';
import type { NoticeAction, NoticePage } from './notice.page.ts';

/** What of a page depends on what it is about. */
export type NoticeView = Omit<NoticePage, 'path' | 'voice' | 'appPath'>;

export interface Reader {
  readonly caller: Caller;
  readonly voice: NoticePage['voice'];
  readonly timeZone: string;
  /** The page of something else, for the same reader. */
  readonly pathOf: (kind: NoticePageKind, id: string) => string;
}

/** How the pages of one kind are shown, and what their buttons do. */
export interface NoticeViews {
  /** @throws RoundsError NOT_FOUND unless the reader may see it today */
  readonly look: (reader: Reader, id: string) => Promise<NoticeView>;
  /** Called with an action that `look` offered. */
  readonly act: (reader: Reader, id: string, action: NoticeAction) => Promise<void>;
}
