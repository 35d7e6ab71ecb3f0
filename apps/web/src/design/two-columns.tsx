import type { ReactNode } from 'react';
import './two-columns.css';

interface TwoColumnsProps {
  readonly children: ReactNode;
  /** What comes of it, and the button that does it. */
  readonly beside: ReactNode;
}

/** What is filled in, in sections, and beside it what comes of it. On a narrow screen it stands below, its button in sight all the way. */
export function TwoColumns({ children, beside }: TwoColumnsProps) {
  return (
    <div className="columns">
      <div className="columns-form">{children}</div>
      <aside className="columns-beside">{beside}</aside>
    </div>
  );
}
