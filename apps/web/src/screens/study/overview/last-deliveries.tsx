import { Link } from '@tanstack/react-router';
import { Table } from '../../../design/table.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { useVoice } from '../../../words/voice-context.tsx';
import { Refused } from '../imports/refused.tsx';
import { lastDeliveries, type Import } from './deliveries.ts';

interface LastDeliveriesProps {
  readonly studyId: string;
  readonly imports: readonly Import[];
  /** False: older imports are not among them. */
  readonly isAll: boolean;
}

function Domain({ studyId, domain }: { readonly studyId: string; readonly domain: string }) {
  return (
    <Link to="/studies/$studyId/imports" params={{ studyId }} search={{ domain }}>
      {domain}
    </Link>
  );
}

/** How old each domain is: what did not come last time is no news. */
export function LastDeliveries({ studyId, imports, isAll }: LastDeliveriesProps) {
  const { say, number } = useVoice();
  return (
    <section className="study-section" aria-labelledby="deliveries">
      <h2 id="deliveries">{say('deliveries.title')}</h2>
      {!isAll && <p className="note">{say('deliveries.recent', { n: imports.length })}</p>}
      <Table
        label={say('deliveries.title')}
        rows={lastDeliveries(imports)}
        keyOf={({ domain }) => domain}
        columns={[
          { id: 'domain', head: say('domain'), cell: ({ domain }) => <Domain {...{ studyId, domain }} /> },
          {
            id: 'at',
            head: say('deliveries.came'),
            isWhole: true,
            cell: ({ startedAt }) => <Moment at={startedAt} />,
          },
          { id: 'by', head: say('import.by'), cell: ({ by }) => by },
          { id: 'rows', head: say('import.rows'), align: 'end', cell: ({ rows }) => number(rows) },
          {
            id: 'changed',
            head: say('import.new-or-changed'),
            align: 'end',
            cell: ({ inserted, changed }) => number(inserted + changed),
          },
          {
            id: 'removed',
            head: say('import.removed'),
            align: 'end',
            cell: ({ removed }) => number(removed),
          },
          { id: 'refused', head: say('import.refused'), align: 'end', cell: (row) => <Refused {...row} /> },
        ]}
      />
    </section>
  );
}
