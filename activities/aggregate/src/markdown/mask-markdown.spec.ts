/** Markdown for blinded readers: what they see of it, and the source that the data hold. */
import { createFinder } from '@rounds/blinding/mask';
import { parseMarkdown } from '@rounds/report-types/model/parsed-markdown';
import { leavesOf } from './leaves.ts';
import { maskMarkdown } from './mask-markdown.ts';

const find = createFinder({
  names: ['Placebo', 'Xanomeline High Dose', 'Xanomeline Low Dose', 'XANOMELINE', 'PLACEBO'],
  codes: ['Pbo', 'Xan_Hi', 'Xan_Lo'],
  doses: ['0 mg', '54 mg', '81 mg'],
});

const masked = (source: string): string => maskMarkdown(source, find) ?? 'left out';
const seen = (source: string): string[] =>
  leavesOf(parseMarkdown(masked(source)) ?? []).map(({ text }) => text);

describe('Markdown that tells a treatment', () => {
  it.each([
    [
      'emphasis',
      'randomised to xanomeline, **high** dose group, and received 81 **mg** daily.',
      ['randomised to [blinded] group, and received [blinded] daily.'],
    ],
    [
      'emphasis within a word',
      'Subject 01-702-1082 had Pla**ce**bo.',
      ['Subject 01-702-1082 had [blinded].'],
    ],
    ['escapes', 'The label said Xan\\_Hi, kit `Xan\\_Hi`.', ['The label said [blinded], kit [blinded].']],
    ['entities', 'Pla&#99;ebo and Pla&shy;cebo, Pla&#8203;cebo', ['[blinded] and [blinded], [blinded]']],
    ['parted links', 'Link [Plac](http://a.example)[ebo](http://b.example) done.', ['Link [blinded] done.']],
    [
      'addresses',
      'See [here](http://a.example/placebo "on Placebo") and ![scan](xan%5Fhi.png).',
      ['See here and scan.'],
    ],
    [
      'definitions',
      'See [ref][1] there.\n\n[1]: http://c.example "Pbo"\n[placebo]: http://d.example',
      ['See ref there.', '[[blinded]]: http://d.example'],
    ],
    ['headings', '# Xanomeline *Low* dose\n\nFever.', ['[blinded]', 'Fever.']],
    [
      'cells',
      '| arm | n |\n|---|---|\n| Pla | 3 |\n| Place**bo** | 4 |',
      ['arm', 'n', 'Pla', '3', '[blinded]', '4'],
    ],
    ['cells that part a word', '| a | b |\n|---|---|\n| Pla | cebo |', ['a', 'b', '[blinded]', '[blinded]']],
    ['items that part a word', '- Pla\n- cebo\n- fever', ['[blinded]', '[blinded]', 'fever']],
    ['lines', 'on Pla-\ncebo, high\n**dose**', ['on [blinded], [blinded]']],
    [
      'code',
      '```placebo\nif arm == Xan_Hi:\n  dose 81 mg\n```',
      ['if arm == [blinded]:\n  dose [blinded]\n'],
    ],
    [
      'cells that no head has',
      '| a |\n|---|\n| fever | on Pla**ce**bo |',
      ['| a |\n|---|\n| fever | on [blinded] |'],
    ],
    ['mark-up of others', 'Pla<b>ce</b>bo and Pla<!-- x -->cebo', ['[blinded] and [blinded]']],
  ])('%s', (_name, source, words) => {
    expect(seen(source)).toEqual(words);
    expect(find(masked(source))).toEqual([]);
  });

  it('keeps what else is marked up', () => {
    const source = [
      '# Narrative',
      '',
      'On **Placebo** since May.',
      '',
      'It was *mild*, `x | y`, ~~gone~~ and [told](http://a.example "by whom").',
      '',
      '1. one',
      '2. two',
      '   - deep **er**',
      '',
      '> said',
      '> so',
      '',
      '```ts',
      'a < b',
      '```',
      '',
      '| a | b |',
      '|---|---|',
      '| *c* | d |',
      '',
      '---',
      '',
      '+ last',
      '',
    ].join('\n');
    const types = (text: string) =>
      (parseMarkdown(text) ?? [])
        .flatMap(({ type, children }) => [type, ...(children ?? []).map((child) => child.type)])
        .filter((type) => type !== 'text');
    expect(types(masked(source))).toEqual(types(source.replace('**Placebo**', 'x')));
    expect(masked(masked(source))).toBe(masked(source));
  });
});

it.each([
  'AT&amp;T sent R&amp;D a note.',
  'See [ref][1] there.\n\n[1]: http://c.example\n',
  'Entity &#99; and &#95; decoded &amp; more &lt;b&gt;.',
  'Zero width entity &#8203;here and &zwj; and &lrm; and &#x202E; end.',
  '| Test | Range |\n|---|---|\n| ALT | High |\n| Dose | 3 |',
])('leaves %j to the letter', (source) => {
  expect(masked(source)).toBe(source);
});
