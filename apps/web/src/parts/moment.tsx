import { useQuery } from '@tanstack/react-query';
import { ask } from '../api/queries.ts';
import { zoneOf } from '../model/zone.ts';
import { useVoice } from '../words/voice-context.tsx';

/** When something was, on the reader's clock. */
export function Moment({ at }: { readonly at: string }) {
  const { moment } = useVoice();
  const { data: me } = useQuery(ask('/api/v1/me'));
  return <time dateTime={at}>{moment(at, zoneOf(me))}</time>;
}
