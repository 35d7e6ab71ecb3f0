import type { ReactNode } from 'react';
import './plain.css';

/** A page for whoever is not signed in: one thing to read, one thing to do. */
export function Plain({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <main className="plain">
      <title>{`${title} · Rounds`}</title>
      <p className="plain-name">Rounds</p>
      <h1>{title}</h1>
      {children}
    </main>
  );
}
