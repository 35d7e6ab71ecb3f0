/** Light or dark: the device's wish, unless whoever sits before it has another. Kept on the device, for all tabs. */
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEPT = 'rounds.theme';

export const chosenTheme = (): Theme =>
  THEMES.find((theme) => theme === localStorage.getItem(KEPT)) ?? 'auto';

export const applyTheme = (): void => {
  document.documentElement.dataset.theme = chosenTheme();
};

export const chooseTheme = (theme: Theme): void => {
  localStorage.setItem(KEPT, theme);
  applyTheme();
};

window.addEventListener('storage', ({ key }) => {
  if (key === KEPT) applyTheme();
});
