import { html } from './html.ts';

describe('html', () => {
  it('escapes what is put in', () => {
    const title = `<script>alert("x")</script> & 'more'`;
    expect(html`<p title="${title}">${3}</p>`.text).toBe(
      '<p title="&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;more&#39;">3</p>',
    );
  });

  it('keeps HTML that was made so, alone and in lists', () => {
    const items = ['a', '<b>'].map((item) => html`<b>${item}</b>`);
    expect(html`<p>${items}${html`<i>last</i>`}</p>`.text).toBe(
      '<p><b>a</b>\n<b>&lt;b&gt;</b><i>last</i></p>',
    );
  });
});
