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
  // What the PDF carries
  'The dataset that every page, table and chart of this report was drawn from': {
    de: 'Der Datensatz, aus dem jede Seite, jede Tabelle und jedes Diagramm dieses Berichts gezeichnet wurde',
    fr: 'Le jeu de données dont sont tirés chaque page, chaque tableau et chaque graphique de ce rapport',
    es: 'El conjunto de datos del que proceden cada página, cada tabla y cada gráfico de este informe',
    ja: 'この報告書のすべてのページ、表、図の元となったデータセット',
  },
  '{section}: {table}, {rows#no row|# row|# rows}': {
    de: '{section}: {table}, {rows#keine Zeile|# Zeile|# Zeilen}',
    fr: '{section} : {table}, {rows#aucune ligne|# ligne|# lignes}',
    es: '{section}: {table}, {rows#ninguna fila|# fila|# filas}',
    ja: '{section}：{table}、{rows}行',
  },
} as const satisfies Texts;
