/** The only place of the app that reads the clock: tests set it here. */
let read = (): Date => new Date();

export const now = (): Date => read();

export const setClock = (clock: () => Date): void => {
  read = clock;
};
