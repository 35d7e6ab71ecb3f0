/** What the files say beside what the page says. */
import type { Texts } from '../message.ts';

export const FILES = {
  '{n## row|# rows}': {
    de: '{n## Zeile|# Zeilen}',
    fr: '{n## ligne|# lignes}',
    es: '{n## fila|# filas}',
    ja: '{n}行',
  },
  'rows {from} to {to} of {n}': {
    de: 'Zeilen {from} bis {to} von {n}',
    fr: 'lignes {from} à {to} sur {n}',
    es: 'filas {from} a {to} de {n}',
    ja: '全{n}行のうち{from}〜{to}行',
  },
} as const satisfies Texts;
