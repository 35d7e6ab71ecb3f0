import { useVoice } from '../../../words/voice-context.tsx';

/** Rows that were not taken: what a data manager looks for first. */
export function Refused({ refused }: { readonly refused: number }) {
  const { number } = useVoice();
  return <span className={refused > 0 ? 'urgent' : ''}>{number(refused)}</span>;
}
