import type { Request } from 'express';

/** Of Express's router: what it does not declare. */
interface Layer {
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): boolean;
}

/** Methods that the path has, in capitals and in order; none where it is no route. */
export const allowedMethods = ({ app, path }: Request): string[] => {
  const { stack } = app.router as unknown as { readonly stack: readonly Layer[] };
  const methods = stack.flatMap((layer) =>
    layer.route !== undefined && layer.match(path) ? Object.keys(layer.route.methods) : [],
  );
  const found = new Set(methods.map((method) => method.toUpperCase()));
  if (found.has('GET')) found.add('HEAD');
  return [...found].sort();
};
