/**
 * Does what n8n does with the nodes of our example workflows, so that their requests are sent as they stand in the
 * files: follows the connections, evaluates the expressions, sends the HTTP requests.
 */
import { readFile } from 'node:fs/promises';
import { runInNewContext } from 'node:vm';

type Json = Readonly<Record<string, unknown>>;

interface Node {
  readonly name: string;
  readonly type: string;
  readonly parameters: Readonly<Record<string, never>>;
}
interface Workflow {
  readonly nodes: readonly Node[];
  readonly connections: Readonly<
    Record<string, { readonly main: readonly (readonly { readonly node: string }[])[] }>
  >;
}

export interface N8nOptions {
  /** What a person sets after the import. */
  readonly settings: Readonly<Record<string, string>>;
  /** Of the bearer credential. */
  readonly token: string;
  readonly executionId: string;
  readonly resumeUrl: string;
  /** Resolves with what is posted to `resumeUrl`. */
  readonly resumed?: () => Promise<Json>;
}

export interface Ended {
  readonly node: string;
  readonly json: Json;
  /** Of a node that downloads a file. */
  readonly file?: Buffer;
}

const EXPRESSION = /\{\{(.+?)\}\}(?!\})/gs;

/** `=…{{ code }}…`; a text that is one expression gives its value. */
const evaluate = (text: string, scope: object): unknown => {
  if (!text.startsWith('=')) return text;
  const rest = text.slice(1);
  const valueOf = (code: string): unknown =>
    runInNewContext(code, { ...scope, JSON, encodeURIComponent }) as unknown;
  const [whole] = rest.matchAll(EXPRESSION);
  if (whole?.[0] === rest) return valueOf(whole[1] ?? '');
  return rest.replaceAll(EXPRESSION, (_match, code: string) => String(valueOf(code)));
};

interface Request {
  readonly method?: string;
  readonly url: string;
  readonly authentication?: string;
  readonly headerParameters?: { readonly parameters: readonly { name: string; value: string }[] };
  readonly jsonBody?: string;
  readonly options: {
    readonly redirect?: { readonly redirect: { readonly followRedirects: boolean } };
    readonly response?: {
      readonly response: { readonly neverError?: boolean; readonly responseFormat?: string };
    };
  };
}

export const openWorkflow = async (file: URL, options: N8nOptions) => {
  const workflow = JSON.parse(await readFile(file, 'utf8')) as Workflow;
  const nodeOf = (name: string): Node => {
    const found = workflow.nodes.find((node) => node.name === name);
    if (found === undefined) throw new Error(`There is no node ${name}.`);
    return found;
  };

  const send = async (request: Request, scope: object): Promise<Omit<Ended, 'node'>> => {
    const text = (written: string): string => String(evaluate(written, scope));
    const headers: Record<string, string> = {};
    for (const { name, value } of request.headerParameters?.parameters ?? []) headers[name] = text(value);
    const response = await fetch(text(request.url), {
      method: request.method ?? 'GET',
      redirect: request.options.redirect?.redirect.followRedirects === false ? 'manual' : 'follow',
      headers: {
        ...headers,
        ...(request.authentication === undefined ? {} : { Authorization: `Bearer ${options.token}` }),
        ...(request.jsonBody === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(request.jsonBody === undefined ? {} : { body: text(request.jsonBody) }),
    });
    const wanted = request.options.response?.response;
    const body = Buffer.from(await response.arrayBuffer());
    if (wanted?.neverError === true)
      return { json: { statusCode: response.status, headers: Object.fromEntries(response.headers) } };
    if (!response.ok) throw new Error(`${response.status} ${body.toString()}`);
    if (wanted?.responseFormat === 'file') return { json: {}, file: body };
    return { json: JSON.parse(body.toString()) as Json };
  };

  /** What a node makes of an item, and by which of its outputs it leaves. */
  const execute = async (
    node: Node,
    json: Json,
    scope: object,
  ): Promise<Omit<Ended, 'node'> & { output: number }> => {
    const parameters: Json = { ...node.parameters };
    switch (node.type.replace('n8n-nodes-base.', '')) {
      case 'manualTrigger':
      case 'webhook':
        return { json, output: 0 };
      case 'set': {
        const { assignments } = parameters.assignments as { assignments: { name: string; value: string }[] };
        const set = assignments.map(({ name, value }) => [name, options.settings[name] ?? value]);
        return { json: Object.fromEntries(set) as Json, output: 0 };
      }
      case 'httpRequest':
        return { ...(await send(parameters as unknown as Request, scope)), output: 0 };
      case 'wait':
        return { json: (await options.resumed?.()) ?? {}, output: 0 };
      case 'if': {
        const { conditions } = parameters.conditions as {
          conditions: { leftValue: string; rightValue: string }[];
        };
        const holds = conditions.every(
          ({ leftValue, rightValue }) => evaluate(leftValue, scope) === rightValue,
        );
        return { json, output: holds ? 0 : 1 };
      }
      case 'stopAndError':
        throw new Error(String(evaluate(String(parameters.errorMessage), scope)));
      default:
        throw new Error(`${node.type} is none that is known here.`);
    }
  };

  /** Runs from a trigger to the last node. */
  const run = async (trigger: string, item: Json = {}): Promise<Ended> => {
    const done = new Map<string, Json>();
    let [name, json]: [string, Json] = [trigger, item];
    for (;;) {
      const $ = (node: string) => ({ item: { json: done.get(node) } });
      const { executionId: id, resumeUrl } = options;
      const scope = { $json: json, $, $execution: { id, resumeUrl }, $workflow: { id: 'w1' } };
      const { output, ...made } = await execute(nodeOf(name), json, scope);
      done.set(name, made.json);
      const next = workflow.connections[name]?.main[output]?.[0]?.node;
      if (next === undefined) return { node: name, ...made };
      [name, json] = [next, made.json];
    }
  };
  return { run };
};
