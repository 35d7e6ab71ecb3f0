/** One after the other, over and over. @throws Error where there is none */
export const inTurn = <T>(of: readonly T[], index: number): T => {
  const found = of[index % of.length];
  if (found === undefined) throw new Error('There is nobody whose turn it is.');
  return found;
};
