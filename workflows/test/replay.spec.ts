/**
 * Small: no server. Today's workflows must still go the way of the histories that earlier versions left: a change
 * that does not is a change for `patched` (docs/decisions/0002-workflow-versioning.md).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DeterminismViolationError } from '@temporalio/workflow';
import { Worker } from '@temporalio/worker';
import { workflowBundle } from '../build.mjs';
import { plainConverter, quietRuntime } from './test-bed.ts';

const folder = fileURLToPath(new URL('histories/', import.meta.url));
const saved = readdirSync(folder).filter((name) => name.endsWith('.json'));
const read = (name: string): string => readFileSync(`${folder}${name}`, 'utf8');

describe('saved histories', () => {
  let code: string;
  beforeAll(async () => {
    quietRuntime();
    code = await workflowBundle();
  });

  const replay = (json: string) =>
    Worker.runReplayHistory(
      { workflowBundle: { code }, dataConverter: plainConverter },
      JSON.parse(json) as unknown,
    );

  it('are there', () => {
    expect(saved.length).toBeGreaterThanOrEqual(12);
  });

  it.each(saved)('%s replays', async (name) => {
    await expect(replay(read(name))).resolves.toBeUndefined();
  });

  it('of another course are noticed', async () => {
    const other = read('report-completed.json').replaceAll('"freezeCut"', '"freezeSomethingElse"');
    await expect(replay(other)).rejects.toThrow(DeterminismViolationError);
  });

  it('hold nothing personal and no trace of the machine that recorded them', () => {
    for (const name of saved) {
      const decoded = read(name).replace(/"data": "([^"]+)"/g, (_, data: string) =>
        Buffer.from(data, 'base64').toString(),
      );
      expect([name, /example\.org|node_modules|file:|\/home\//.exec(decoded)]).toEqual([name, null]);
    }
  });
});
