/** What a recipient may see of a study: which sites, and whether treatment arms. */
import { z } from 'zod';

export const scope = z.object({
  sites: z.union([z.literal('all'), z.array(z.string().min(1)).min(1)]),
  unblinded: z.boolean(),
});
export type Scope = z.infer<typeof scope>;

/** Sites in one order, so that equal scopes are equal to the byte in datasets, records and keys. */
export const inOrder = ({ sites, unblinded }: Scope): Scope => ({
  sites: sites === 'all' ? 'all' : [...new Set(sites)].sort(),
  unblinded,
});

/** Equal scopes have equal keys: `all-blinded`, `701+702-unblinded`. */
export const scopeKey = (of: Scope): string => {
  const { sites, unblinded } = inOrder(of);
  return `${sites === 'all' ? 'all' : sites.join('+')}-${unblinded ? 'unblinded' : 'blinded'}`;
};

/** Whether someone who holds `held` may read what was made for `needed`. */
export const maySee = (held: Scope, needed: Scope): boolean =>
  (held.unblinded || !needed.unblinded) && maySeeSites(held.sites, needed.sites);

const maySeeSites = (held: Scope['sites'], needed: Scope['sites']): boolean => {
  if (held === 'all') return true;
  return needed !== 'all' && needed.every((site) => held.includes(site));
};
