import { lazy, Suspense } from 'react';
import { useVoice } from '../../words/voice-context.tsx';
import { ChartFigure } from './chart/chart-figure.tsx';
import type { Report } from './report.queries.ts';
import { ReportTable } from './report-table.tsx';
import { anchorOf } from './to-section.tsx';

type SectionOfReport = Report['sections'][number];
type Block = SectionOfReport['blocks'][number];
type TextDocument = Extract<Block, { kind: 'texts' }>['texts'][number];
type Document =
  | Extract<Block, { kind: 'texts' }>['texts'][number]
  | Extract<Block, { kind: 'images' }>['images'][number];

function About({ document: { siteId, subject, receivedOn } }: { readonly document: Document }) {
  const { say, day } = useVoice();
  const parts = [siteId === null ? '' : say('read.site', { site: siteId }), subject ?? '', day(receivedOn)];
  return <p className="note">{parts.filter((part) => part !== '').join(' · ')}</p>;
}

/** The parser comes only where something is to be typeset; until then the words stand as they were written. */
const Markdown = lazy(() => import('./markdown.tsx'));

function Prose({ text: { mediaType, text } }: { readonly text: TextDocument }) {
  const plain = <div className="report-prose report-plain">{text}</div>;
  if (mediaType !== 'text/markdown') return plain;
  return (
    <Suspense fallback={plain}>
      <div className="report-prose">
        <Markdown text={text} />
      </div>
    </Suspense>
  );
}

function Texts({ block: { texts } }: { readonly block: Extract<Block, { kind: 'texts' }> }) {
  const { say } = useVoice();
  return texts.map((text) => (
    <article key={text.documentId} className="report-document">
      <h3>{text.title}</h3>
      <About document={text} />
      {text.notShown === null ? <Prose text={text} /> : <p>{text.notShown}</p>}
      {text.truncated && <p className="note">{say('read.truncated')}</p>}
    </article>
  ));
}

function Images({ block: { images } }: { readonly block: Extract<Block, { kind: 'images' }> }) {
  const { say } = useVoice();
  if (images.length === 0) return null;
  return (
    <div className="report-document">
      <p className="note">{say('read.images')}</p>
      <ul>
        {images.map((image) => (
          <li key={image.documentId}>
            {image.title}
            {image.caption !== null && `: ${image.caption}`}
            <About document={image} />
            {image.notShown !== null && <p>{image.notShown}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function BlockOf({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'bullets':
      return (
        <ul>
          {block.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      );
    case 'definitions':
      return (
        <div>
          <h3>{block.title}</h3>
          <dl className="report-definitions">
            {block.entries.map(({ term, meaning }) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </div>
      );
    case 'texts':
      return <Texts block={block} />;
    case 'images':
      return <Images block={block} />;
  }
}

export function Section({
  section: { id, title, takeaway, chart, blocks, tables },
}: {
  readonly section: SectionOfReport;
}) {
  const anchor = anchorOf(id);
  return (
    <section className="report-section" id={anchor} aria-labelledby={`${anchor}-title`} tabIndex={-1}>
      <h2 id={`${anchor}-title`}>{title}</h2>
      {takeaway !== '' && <p className="lead">{takeaway}</p>}
      {chart !== null && <ChartFigure block={chart} />}
      {blocks.map((block, place) => (
        <BlockOf key={`${block.kind} ${place}`} block={block} />
      ))}
      {tables.map((table) => (
        <ReportTable key={table.name} table={table} />
      ))}
    </section>
  );
}
