import type { ReactNode } from 'react';
import './page.css';

interface PageProps {
  readonly title: string;
  /** Of the browser's tab, where several pages share the title. */
  readonly tab?: string;
  /** One sentence below the title. */
  readonly lead?: string;
  /** What can be done with all of the page: buttons. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Head and content of a screen; its title is the tab's too. */
export function Page({ title, tab = title, lead, actions, children }: PageProps) {
  return (
    <>
      <title>{`${tab} · Rounds`}</title>
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
