import { pino, type Logger } from 'pino';

export type { Logger };

/** Fields that are never written, wherever they stand. */
const SECRET_FIELDS = ['authorization', 'cookie', 'password', 'secret', 'token', 'email', 'to', 'apiKey'];

/** JSON lines on standard output; redaction is central so that no caller has to remember it. */
export const createLogger = (name: string, level: string): Logger =>
  pino({
    name,
    level,
    redact: {
      paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
      censor: '[redacted]',
    },
  });
