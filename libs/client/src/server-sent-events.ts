/** Reads `text/event-stream` as the HTML standard has it. */

export interface ServerSentEvent {
  readonly event: string;
  readonly data: string;
  /** For Last-Event-ID: of this event or the last one before it that had one. */
  readonly id: string;
  /** ms, where the server asks for another pause before a new connection. */
  readonly retryMs: number | null;
}

/** Lines of a stream, whatever ends them and wherever its pieces were cut. */
const linesOf = async function* (stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of piecesOf(stream)) {
    rest += decoder.decode(chunk, { stream: true });
    // A CR at the end may be half of a CRLF.
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    yield* lines;
  }
};

/** Not every browser lets a stream be iterated over. */
const piecesOf = async function* (stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
};

/** `data: x` → [`data`, `x`]; a comment has an empty name. */
const fieldOf = (line: string): readonly [string, string] => {
  const colon = line.indexOf(':');
  if (colon === -1) return [line, ''];
  const value = line.slice(colon + 1);
  return [line.slice(0, colon), value.startsWith(' ') ? value.slice(1) : value];
};

export const readEvents = async function* (
  stream: ReadableStream<Uint8Array>,
  lastId = '',
): AsyncGenerator<ServerSentEvent> {
  let id = lastId;
  let event = 'message';
  let retryMs: number | null = null;
  let data: string[] = [];
  for await (const line of linesOf(stream)) {
    if (line === '') {
      if (data.length > 0) yield { event, data: data.join('\n'), id, retryMs };
      event = 'message';
      data = [];
      continue;
    }
    const [name, value] = fieldOf(line);
    if (name === 'data') data.push(value);
    else if (name === 'event') event = value;
    else if (name === 'id') id = value;
    else if (name === 'retry' && /^\d+$/.test(value)) retryMs = Number(value);
  }
};
