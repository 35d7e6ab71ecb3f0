import type { Label } from '../words/message.ts';

/** Pages that the head of the app leads to, in their order. A new one is a line here. */
export const NAVIGATION = [
  { to: '/', label: 'nav.home' },
  { to: '/reports', label: 'nav.reports' },
  { to: '/studies', label: 'nav.studies' },
] as const satisfies readonly {
  readonly to: string;
  readonly label: Label;
}[];
