/** The one stylesheet of the pages, in the colours of the app (apps/web/src/design/tokens.css): a contrast of 4.5 and more, in light and in dark. */
export const STYLESHEET_PATH = '/assets/rounds.css';

export const STYLESHEET = `
:root {
  color-scheme: light dark;
  --ink: #17212b;
  --quiet: #566370;
  --paper: #ffffff;
  --ground: #f3f6f8;
  --line: #cfd6dc;
  --accent: #0f4c75;
  --on-accent: #ffffff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6ebf0;
    --quiet: #a5b2be;
    --paper: #1a232c;
    --ground: #11181f;
    --line: #3b4854;
    --accent: #8cc4ea;
    --on-accent: #0b1b27;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0;
  min-height: 100vh;
  padding: 3rem 1rem;
  background: var(--ground);
  color: var(--ink);
  font: 1.0625rem/1.55 'Source Sans 3', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
}
main {
  max-width: 36rem;
  margin: 0 auto;
  padding: 2rem clamp(1.25rem, 5vw, 2.5rem) 2.25rem;
  background: var(--paper);
  border: 1px solid var(--line);
  border-top: 4px solid var(--accent);
  border-radius: 0.5rem;
}
header { margin-bottom: 1.5rem; color: var(--quiet); font-size: 0.9375rem; letter-spacing: 0.02em; }
h1 { margin: 0 0 0.75rem; font-size: 1.5rem; line-height: 1.25; color: var(--accent); }
h2 { margin: 0 0 0.75rem; font-size: 1.125rem; line-height: 1.25; }
p { margin: 0 0 1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.375rem 1.25rem; margin: 0 0 1.75rem; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
pre { margin: 0 0 1rem; font-size: 0.875rem; white-space: pre-wrap; overflow-wrap: anywhere; }
ul { margin: 0 0 1.5rem; padding-left: 1.25rem; }
form { display: flex; flex-wrap: wrap; gap: 0.75rem; margin: 0 0 1.5rem; }
button {
  padding: 0.625rem 1.125rem;
  border: 2px solid var(--accent);
  border-radius: 0.375rem;
  background: transparent;
  color: var(--accent);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
button:first-child, button:hover { background: var(--accent); color: var(--on-accent); }
button:focus-visible, a:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; }
a { color: var(--accent); }
label { flex-basis: 100%; color: var(--quiet); }
input {
  flex: 1 1 14rem;
  padding: 0.625rem 0.75rem;
  border: 2px solid var(--line);
  border-radius: 0.375rem;
  background: var(--paper);
  color: var(--ink);
  font: inherit;
}
input:focus-visible { outline: 3px solid var(--ink); outline-offset: 1px; }
.people { display: grid; gap: 0.75rem; padding: 0; list-style: none; }
.quiet { margin: 0; color: var(--quiet); font-size: 0.9375rem; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 0.5rem; } }
`;
