import type { ReactNode } from 'react';
import type { Report } from './report.queries.ts';

/** Of a part of the report within its page: names of the page itself are other ones. */
export const anchorOf = (section: string): string => `part-${section}`;

const titleOf = ({ sections }: Report, id: string | undefined): string | undefined =>
  sections.find((section) => section.id === id)?.title;

interface ToSectionProps {
  readonly report: Report;
  readonly id: string | undefined;
  /** Of the link; default: the title of the section. */
  readonly children?: ReactNode;
}

/** Leads to where it is explained, if that is part of this report. */
export function ToSection({ report, id, children }: ToSectionProps) {
  const title = titleOf(report, id);
  if (id === undefined || title === undefined) return children;
  return (
    <a className="to-section" href={`#${anchorOf(id)}`}>
      {children ?? title}
    </a>
  );
}
