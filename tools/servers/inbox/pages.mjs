/** The inbox as a person sees it: a list, and a page a mail. */

/** @typedef {import('./mailbox.mjs').StoredMail} StoredMail */

const STYLE = `
  body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #222 }
  table { border-collapse: collapse; width: 100% } td { padding: .4rem .6rem; border-bottom: 1px solid #ddd }
  iframe { width: 100%; height: 40rem; border: 1px solid #ddd } pre { white-space: pre-wrap }
  .muted { color: #666 }`;

/** @param {Iterable<StoredMail>} mails in the order in which they came */
export function listPage(mails) {
  const rows = [...mails].reverse().map(
    ({
      id,
      subject,
      to,
      date,
    }) => `<tr><td><a href="/mail/${id}">${escaped(subject) || '(no subject)'}</a></td>
      <td>${addresses(to)}</td><td class="muted">${escaped(date)}</td></tr>`,
  );
  const body = rows.length > 0 ? `<table>${rows.join('')}</table>` : '<p class="muted">No mail yet.</p>';
  return page('Inbox', `<h1>Inbox</h1>${body}`, '<meta http-equiv="refresh" content="5">');
}

/** @param {StoredMail} mail */
export function mailPage({ id, subject, from, to, cc, date, html, text, attachments }) {
  const files = attachments.map(
    ({ filename, length }, index) =>
      `<li><a href="/api/email/${id}/attachment/${index}">${escaped(filename)}</a> (${length} bytes)</li>`,
  );
  return page(
    subject,
    `<p><a href="/">Inbox</a></p><h1>${escaped(subject)}</h1>
    <p>From ${addresses(from)}<br>To ${addresses([...to, ...cc])}<br><span class="muted">${escaped(date)}</span></p>
    ${files.length > 0 ? `<ul>${files.join('')}</ul>` : ''}
    ${html === '' ? '' : `<iframe src="/api/email/${id}/html" title="HTML"></iframe>`}
    <h2>Text</h2><pre>${escaped(text)}</pre>
    <p><a href="/api/email/${id}/source">Source</a></p>`,
  );
}

/** @param {string} title @param {string} body @param {string} [head] */
function page(title, body, head = '') {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>${head}
    <style>${STYLE}</style></head><body>${body}</body></html>`;
}

/** @param {import('./mailbox.mjs').Mailbox[]} mailboxes */
function addresses(mailboxes) {
  return escaped(mailboxes.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join(', '));
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
