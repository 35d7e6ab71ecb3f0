import type { Dataset } from '@rounds/contracts/dataset';
import { parseMarkdown, saidBy } from '@rounds/report-types/model/parsed-markdown';

/** What of a dataset is drawn, wherever it stands in it: of Markdown what it says, which its source may only describe. */
export const asDrawn = (dataset: Dataset): unknown => ({
  ...dataset,
  documents: {
    ...dataset.documents,
    texts: dataset.documents.texts.map((entry) => {
      const tokens = entry.mediaType === 'text/markdown' ? parseMarkdown(entry.text) : undefined;
      return tokens === undefined ? entry : { ...entry, text: saidBy(tokens) };
    }),
  },
});
