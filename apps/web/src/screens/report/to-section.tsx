import { useVoice } from '../../words/voice-context.tsx';
import type { Report } from './report.queries.ts';

/** Of a part of the report within its page: names of the page itself are other ones. */
export const anchorOf = (section: string): string => `part-${section}`;

const titleOf = ({ sections }: Report, id: string): string | undefined =>
  sections.find((section) => section.id === id)?.title;

interface ToSectionProps {
  readonly report: Report;
  readonly id: string | undefined;
  /** Heard with the link, where the words beside it are not read with it. */
  readonly of?: string;
}

/** Where it is explained, if that is part of this report. */
export function ToSection({ report, id, of }: ToSectionProps) {
  const { say } = useVoice();
  const title = id === undefined ? undefined : titleOf(report, id);
  if (id === undefined || title === undefined) return null;
  return (
    <a
      className="to-section"
      href={`#${anchorOf(id)}`}
      {...(of !== undefined && { 'aria-label': `${of}: ${title}` })}
    >
      {of === undefined ? title : say('read.more')}
    </a>
  );
}
