import type { ReactNode } from 'react';
import './page.css';

interface PageProps {
  readonly title: string;
  /** One sentence below the title. */
  readonly lead?: string;
  /** What can be done with all of the page: buttons. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Head and content of a screen; its title is the tab's too. */
export function Page({ title, lead, actions, children }: PageProps) {
  return (
    <>
      <title>{`${title} · Rounds`}</title>
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {lead !== undefined && <p className="lead">{lead}</p>}
        </div>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </>
  );
}
