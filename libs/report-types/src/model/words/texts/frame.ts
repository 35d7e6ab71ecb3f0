/** What every report says whatever it is about: its page, its periods, its scope, what it was made from. */
import type { Texts } from '../message.ts';

export const FRAME = {
  // Periods
  'this week': { de: 'in dieser Woche', fr: 'cette semaine', es: 'esta semana', ja: '当週' },
  'the week before': {
    de: 'in der Vorwoche',
    fr: 'la semaine précédente',
    es: 'la semana anterior',
    ja: '前週',
  },
  'last week': { de: 'Vorwoche', fr: 'semaine préc.', es: 'semana ant.', ja: '前週' },
  'This week': { de: 'Diese Woche', fr: 'Cette semaine', es: 'Esta semana', ja: '当週' },
  'Last week': { de: 'Vorwoche', fr: 'Semaine préc.', es: 'Semana anterior', ja: '前週' },
  'on this day': { de: 'an diesem Tag', fr: 'ce jour', es: 'este día', ja: '当日' },
  'the day before': { de: 'am Vortag', fr: 'la veille', es: 'el día anterior', ja: '前日' },
  'day before': { de: 'Vortag', fr: 'veille', es: 'día ant.', ja: '前日' },
  'This day': { de: 'Dieser Tag', fr: 'Ce jour', es: 'Este día', ja: '当日' },
  'Day before': { de: 'Vortag', fr: 'Veille', es: 'Día anterior', ja: '前日' },
  'this month': { de: 'in diesem Monat', fr: 'ce mois-ci', es: 'este mes', ja: '当月' },
  'the month before': { de: 'im Vormonat', fr: 'le mois précédent', es: 'el mes anterior', ja: '前月' },
  'last month': { de: 'Vormonat', fr: 'mois préc.', es: 'mes ant.', ja: '前月' },
  'This month': { de: 'Dieser Monat', fr: 'Ce mois-ci', es: 'Este mes', ja: '当月' },
  'Last month': { de: 'Vormonat', fr: 'Mois préc.', es: 'Mes anterior', ja: '前月' },
  'in these {days} days': {
    de: 'in diesen {days} Tagen',
    fr: 'pendant ces {days} jours',
    es: 'en estos {days} días',
    ja: 'この{days}日間',
  },
  'in the period before': {
    de: 'im Zeitraum davor',
    fr: 'pendant la période précédente',
    es: 'en el período anterior',
    ja: '前期間',
  },
  'period before': { de: 'Zeitraum davor', fr: 'période préc.', es: 'período ant.', ja: '前期間' },
  'This period': { de: 'Dieser Zeitraum', fr: 'Cette période', es: 'Este período', ja: '当期間' },
  'Period before': { de: 'Zeitraum davor', fr: 'Période préc.', es: 'Período anterior', ja: '前期間' },
  'To date': { de: 'Bis heute', fr: 'À ce jour', es: 'Hasta la fecha', ja: '累計' },
  'to date': { de: 'bis heute', fr: 'à ce jour', es: 'hasta la fecha', ja: '累計' },
  'as many as {previous}': {
    de: 'ebenso viele wie {previous}',
    fr: 'autant que {previous}',
    es: 'tantos como {previous}',
    ja: '{previous}と同数',
  },
  '{n} more than {previous}': {
    de: '{n} mehr als {previous}',
    fr: '{n} de plus que {previous}',
    es: '{n} más que {previous}',
    ja: '{previous}より{n}件増',
  },
  '{n} fewer than {previous}': {
    de: '{n} weniger als {previous}',
    fr: '{n} de moins que {previous}',
    es: '{n} menos que {previous}',
    ja: '{previous}より{n}件減',
  },
  '{named} and {n} more': {
    de: '{named} und {n} weitere',
    fr: '{named} et {n} de plus',
    es: '{named} y {n} más',
    ja: '{named}、ほか{n}件',
  },

  // The page
  Contents: { de: 'Inhalt', fr: 'Sommaire', es: 'Índice', ja: '目次' },
  'How to read this report': {
    de: 'Wie dieser Bericht zu lesen ist',
    fr: 'Comment lire ce rapport',
    es: 'Cómo leer este informe',
    ja: '本報告書の読み方',
  },
  'Page {page} of {pages}': {
    de: 'Seite {page} von {pages}',
    fr: 'Page {page} sur {pages}',
    es: 'Página {page} de {pages}',
    ja: '{page} / {pages} ページ',
  },
  Page: { de: 'Seite', fr: 'Page', es: 'Página', ja: '頁' },
  'p.': { de: 'S.', fr: 'p.', es: 'pág.', ja: 'p.' },
  'Cut {cut}': { de: 'Datenschnitt {cut}', fr: 'Gel {cut}', es: 'Corte {cut}', ja: 'カット {cut}' },
  '{n## item needs|# items need} attention': {
    de: '{n## Punkt erfordert|# Punkte erfordern} Aufmerksamkeit',
    fr: '{n## point à examiner|# points à examiner}',
    es: '{n## punto requiere|# puntos requieren} atención',
    ja: '要確認 {n}件',
  },
  'And {n## more item|# more items}, in the sections.': {
    de: 'Und {n#ein weiterer Punkt|# weitere Punkte} in den Abschnitten.',
    fr: 'Et {n## autre point|# autres points} dans les sections.',
    es: 'Y {n## punto más|# puntos más} en las secciones.',
    ja: 'ほか{n}件は各章に記載。',
  },
  'The first {shown} of {rows} rows. The XLSX (sheet “{sheet}”) and the CSV ({file}) of this report hold all of them.':
    {
      de: 'Die ersten {shown} von {rows} Zeilen. Die XLSX-Datei (Blatt „{sheet}“) und die CSV-Datei ({file}) dieses Berichts enthalten alle.',
      fr: 'Les {shown} premières lignes sur {rows}. Le XLSX (feuille « {sheet} ») et le CSV ({file}) de ce rapport les contiennent toutes.',
      es: 'Las primeras {shown} de {rows} filas. El XLSX (hoja «{sheet}») y el CSV ({file}) de este informe las contienen todas.',
      ja: '全{rows}行のうち最初の{shown}行。全行は本報告書のXLSX(シート「{sheet}」)およびCSV({file})に収録。',
    },
  'Whole study': { de: 'Gesamte Studie', fr: 'Étude entière', es: 'Todo el estudio', ja: '試験全体' },
  'Site {site}': { de: 'Zentrum {site}', fr: 'Centre {site}', es: 'Centro {site}', ja: '施設 {site}' },
  'received {day}': {
    de: 'eingegangen am {day}',
    fr: 'reçu le {day}',
    es: 'recibido el {day}',
    ja: '受領日 {day}',
  },
  'page {page} of {pages}': {
    de: 'Seite {page} von {pages}',
    fr: 'page {page} sur {pages}',
    es: 'página {page} de {pages}',
    ja: '全{pages}ページ中{page}ページ目',
  },
  'only the first {shown} pages are shown': {
    de: 'nur die ersten {shown} Seiten werden gezeigt',
    fr: 'seules les {shown} premières pages sont affichées',
    es: 'solo se muestran las primeras {shown} páginas',
    ja: '最初の{shown}ページのみ表示',
  },
  'shown with its range stretched': {
    de: 'mit gespreiztem Wertebereich gezeigt',
    fr: 'affichée avec sa plage de valeurs étirée',
    es: 'mostrada con su rango de valores ampliado',
    ja: '値の範囲を広げて表示',
  },
  'The text is empty.': {
    de: 'Der Text ist leer.',
    fr: 'Le texte est vide.',
    es: 'El texto está vacío.',
    ja: '本文は空です。',
  },
  Images: { de: 'Bilder', fr: 'Images', es: 'Imágenes', ja: '画像' },
  'First day of the week, {years}': {
    de: 'Erster Tag der Woche, {years}',
    fr: 'Premier jour de la semaine, {years}',
    es: 'Primer día de la semana, {years}',
    ja: '週の初日({years}年)',
  },
  Yes: { de: 'Ja', fr: 'Oui', es: 'Sí', ja: 'はい' },
  No: { de: 'Nein', fr: 'Non', es: 'No', ja: 'いいえ' },
  'About this report': {
    de: 'Über diesen Bericht',
    fr: 'À propos de ce rapport',
    es: 'Sobre este informe',
    ja: '本報告書について',
  },
  'How to read it': { de: 'Wie er zu lesen ist', fr: 'Comment le lire', es: 'Cómo leerlo', ja: '読み方' },
  Sheets: { de: 'Blätter', fr: 'Feuilles', es: 'Hojas', ja: 'シート一覧' },
  Percent: { de: 'Prozent', fr: 'Pourcentage', es: 'Porcentaje', ja: '割合(%)' },

  // The head
  'Whole local days in': {
    de: 'Ganze Tage, Ortszeit',
    fr: 'Jours locaux entiers',
    es: 'Días locales completos',
    ja: '暦日の基準時間帯',
  },
  'Data as of': { de: 'Datenstand', fr: 'Données au', es: 'Datos a fecha de', ja: 'データ時点' },
  Cut: { de: 'Datenschnitt', fr: 'Gel des données', es: 'Corte', ja: 'データカット' },
  Scope: { de: 'Umfang', fr: 'Périmètre', es: 'Alcance', ja: '対象範囲' },
  'All sites': { de: 'Alle Zentren', fr: 'Tous les centres', es: 'Todos los centros', ja: '全施設' },
  'Site {sites}': { de: 'Zentrum {sites}', fr: 'Centre {sites}', es: 'Centro {sites}', ja: '施設 {sites}' },
  'Sites {sites}': {
    de: 'Zentren {sites}',
    fr: 'Centres {sites}',
    es: 'Centros {sites}',
    ja: '施設 {sites}',
  },
  '{n## site|# sites}': {
    de: '{n## Zentrum|# Zentren}',
    fr: '{n## centre|# centres}',
    es: '{n## centro|# centros}',
    ja: '{n}施設',
  },
  unblinded: { de: 'entblindet', fr: 'levée d’aveugle', es: 'sin enmascarar', ja: '非盲検' },
  'treatment arms masked': {
    de: 'Behandlungsarme verblindet',
    fr: 'bras de traitement masqués',
    es: 'brazos de tratamiento enmascarados',
    ja: '治療群は盲検',
  },

  // This report
  'This report': { de: 'Dieser Bericht', fr: 'Ce rapport', es: 'Este informe', ja: '本報告書' },
  Study: { de: 'Studie', fr: 'Étude', es: 'Estudio', ja: '試験' },
  Period: { de: 'Zeitraum', fr: 'Période', es: 'Período', ja: '対象期間' },
  '{period} (whole local days, {zone})': {
    de: '{period} (ganze Tage in Ortszeit, {zone})',
    fr: '{period} (jours locaux entiers, {zone})',
    es: '{period} (días locales completos, {zone})',
    ja: '{period}(暦日、{zone})',
  },
  'Compared with': { de: 'Verglichen mit', fr: 'Comparé à', es: 'Comparado con', ja: '比較対象' },
  'Data cut': { de: 'Datenschnitt', fr: 'Gel des données', es: 'Corte de datos', ja: 'データカット' },
  Run: { de: 'Lauf', fr: 'Exécution', es: 'Ejecución', ja: '実行' },
  'Template and code': {
    de: 'Vorlage und Programm',
    fr: 'Modèle et code',
    es: 'Plantilla y código',
    ja: 'テンプレートとコード',
  },
  Template: { de: 'Vorlage', fr: 'Modèle', es: 'Plantilla', ja: 'テンプレート' },
  'Requested by': { de: 'Angefordert von', fr: 'Demandé par', es: 'Solicitado por', ja: '依頼者' },
  Parameters: { de: 'Parameter', fr: 'Paramètres', es: 'Parámetros', ja: 'パラメータ' },

  // Sections that every report has
  Changes: { de: 'Änderungen', fr: 'Modifications', es: 'Cambios', ja: '変更点' },
  Documents: { de: 'Dokumente', fr: 'Documents', es: 'Documentos', ja: '文書' },
  'Data quality': {
    de: 'Datenqualität',
    fr: 'Qualité des données',
    es: 'Calidad de los datos',
    ja: 'データの品質',
  },
  'Appendix: figures by week and manifest': {
    de: 'Anhang: Wochenzahlen und Manifest',
    fr: 'Annexe : chiffres par semaine et manifeste',
    es: 'Anexo: cifras por semana y manifiesto',
    ja: '付録:週別数値およびマニフェスト',
  },
  'What changed since the report of {period}': {
    de: 'Was sich seit dem Bericht vom {period} geändert hat',
    fr: 'Ce qui a changé depuis le rapport du {period}',
    es: 'Qué ha cambiado desde el informe del {period}',
    ja: '{period}の報告書からの変更点',
  },
  'What changed': { de: 'Was sich geändert hat', fr: 'Ce qui a changé', es: 'Qué ha cambiado', ja: '変更点' },
  'The figures beside the headline are of {period}.': {
    de: 'Die Vergleichszahlen beziehen sich auf {period}.',
    fr: 'Les chiffres de comparaison sont ceux du {period}.',
    es: 'Las cifras de comparación son las del {period}.',
    ja: '比較の数値は{period}のものです。',
  },
  'There is no earlier report to compare with.': {
    de: 'Es gibt keinen früheren Bericht zum Vergleich.',
    fr: 'Il n’y a pas de rapport antérieur pour comparer.',
    es: 'No hay ningún informe anterior con el que comparar.',
    ja: '比較対象となる以前の報告書はありません。',
  },
  'Nothing changed since the last report.': {
    de: 'Seit dem letzten Bericht hat sich nichts geändert.',
    fr: 'Rien n’a changé depuis le dernier rapport.',
    es: 'Nada ha cambiado desde el último informe.',
    ja: '前回の報告書から変更はありません。',
  },
  '{added#no row was|# row was|# rows were} added, {changed} changed and {removed} removed since the last report.':
    {
      de: 'Seit dem letzten Bericht: {added#keine Zeile|# Zeile|# Zeilen} hinzugekommen, {changed} geändert und {removed} entfernt.',
      fr: 'Depuis le dernier rapport : {added#aucune ligne ajoutée|# ligne ajoutée|# lignes ajoutées}, {changed} modifiées et {removed} supprimées.',
      es: 'Desde el último informe: {added#ninguna fila añadida|# fila añadida|# filas añadidas}, {changed} modificadas y {removed} eliminadas.',
      ja: '前回の報告書から、追加 {added}行、変更 {changed}行、削除 {removed}行。',
    },

  // Documents
  'No document was received {current}.': {
    de: '{current} ging kein Dokument ein.',
    fr: 'Aucun document n’a été reçu {current}.',
    es: 'No se recibió ningún documento {current}.',
    ja: '{current}に受領した文書はありません。',
  },
  '{texts#no text|# text|# texts} and {images#no image|# image|# images} were received {current}.': {
    de: '{texts#kein Text|# Text|# Texte} und {images#kein Bild|# Bild|# Bilder} gingen {current} ein.',
    fr: '{texts#aucun texte|# texte|# textes} et {images#aucune image|# image|# images} reçus {current}.',
    es: '{texts#ningún texto|# texto|# textos} y {images#ninguna imagen|# imagen|# imágenes} recibidos {current}.',
    ja: '{current}に受領:文書 {texts}件、画像 {images}件。',
  },
  '{texts#no text|# text|# texts} and {images#no image|# image|# images} were received {current}; {refused## image could not be shown and is|# images could not be shown and are} named below.':
    {
      de: '{texts#kein Text|# Text|# Texte} und {images#kein Bild|# Bild|# Bilder} gingen {current} ein; {refused## Bild konnte nicht gezeigt werden und ist|# Bilder konnten nicht gezeigt werden und sind} unten genannt.',
      fr: '{texts#aucun texte|# texte|# textes} et {images#aucune image|# image|# images} reçus {current} ; {refused## image n’a pas pu être affichée et est indiquée|# images n’ont pas pu être affichées et sont indiquées} ci-dessous.',
      es: '{texts#ningún texto|# texto|# textos} y {images#ninguna imagen|# imagen|# imágenes} recibidos {current}; {refused## imagen no se pudo mostrar y se indica|# imágenes no se pudieron mostrar y se indican} más abajo.',
      ja: '{current}に受領:文書 {texts}件、画像 {images}件。うち画像{refused}件は表示できず、以下に示します。',
    },
  'Images not shown': {
    de: 'Bilder nicht gezeigt',
    fr: 'Images non affichées',
    es: 'Imágenes no mostradas',
    ja: '表示できない画像',
  },
  '{n## image|# images} could not be shown: {names}.': {
    de: '{n## Bild konnte|# Bilder konnten} nicht gezeigt werden: {names}.',
    fr: '{n## image n’a pas pu être affichée|# images n’ont pas pu être affichées} : {names}.',
    es: '{n#No se pudo mostrar # imagen|No se pudieron mostrar # imágenes}: {names}.',
    ja: '{n}件の画像を表示できませんでした:{names}。',
  },

  // Data quality
  '{n## point|# points} to know about the data.': {
    de: 'Zu den Daten zu wissen: {n## Punkt|# Punkte}.',
    fr: '{n## point|# points} à savoir sur les données.',
    es: '{n## punto|# puntos} que saber sobre los datos.',
    ja: 'データに関する留意点:{n}件。',
  },
  'Nothing to report.': {
    de: 'Nichts zu berichten.',
    fr: 'Rien à signaler.',
    es: 'Nada que señalar.',
    ja: '特記事項なし。',
  },
  '{n## figure|# figures} not computed': {
    de: '{n## Kennzahl|# Kennzahlen} nicht berechnet',
    fr: '{n## chiffre non calculé|# chiffres non calculés}',
    es: '{n## cifra no calculada|# cifras no calculadas}',
    ja: '算出できない数値 {n}件',
  },
  '{n## row|# rows} refused at import': {
    de: '{n## Zeile|# Zeilen} beim Import abgewiesen',
    fr: '{n## ligne refusée|# lignes refusées} à l’import',
    es: '{n## fila rechazada|# filas rechazadas} en la importación',
    ja: '取込時に拒否された行 {n}件',
  },
  '{n## row|# rows} without any date': {
    de: '{n## Zeile|# Zeilen} ohne Datum',
    fr: '{n## ligne|# lignes} sans date',
    es: '{n## fila|# filas} sin fecha',
    ja: '日付のない行 {n}件',
  },
  '{n## partial date|# partial dates}': {
    de: '{n## unvollständiges Datum|# unvollständige Datumsangaben}',
    fr: '{n## date partielle|# dates partielles}',
    es: '{n## fecha parcial|# fechas parciales}',
    ja: '不完全な日付 {n}件',
  },
  'characters that could not be drawn': {
    de: 'Zeichen, die nicht dargestellt werden konnten',
    fr: 'caractères impossibles à afficher',
    es: 'caracteres que no se pudieron representar',
    ja: '表示できない文字',
  },
  'Incomplete figures': {
    de: 'Unvollständige Zahlen',
    fr: 'Chiffres incomplets',
    es: 'Cifras incompletas',
    ja: '不完全な数値',
  },
  '{n## figure|# figures} could not be computed in full.': {
    de: '{n## Kennzahl konnte|# Kennzahlen konnten} nicht vollständig berechnet werden.',
    fr: '{n## chiffre n’a pas pu être calculé|# chiffres n’ont pas pu être calculés} en totalité.',
    es: '{n## cifra no se pudo calcular|# cifras no se pudieron calcular} por completo.',
    ja: '{n}件の数値は完全には算出できませんでした。',
  },

  // What it was made from
  '{rows#no row|# row|# rows} in {files#no file|# file|# files} and {documents#no document|# document|# documents} were read; each is named by its hash.':
    {
      de: 'Gelesen: {rows#keine Zeile|# Zeile|# Zeilen} in {files#keiner Datei|# Datei|# Dateien} und {documents#kein Dokument|# Dokument|# Dokumente}; jede Quelle ist durch ihren Hash benannt.',
      fr: 'Lus : {rows#aucune ligne|# ligne|# lignes} dans {files#aucun fichier|# fichier|# fichiers} et {documents#aucun document|# document|# documents} ; chacun est désigné par son empreinte.',
      es: 'Leídos: {rows#ninguna fila|# fila|# filas} en {files#ningún archivo|# archivo|# archivos} y {documents#ningún documento|# documento|# documentos}; cada uno se identifica por su hash.',
      ja: '読込:{files}ファイルの{rows}行および文書{documents}件。いずれもハッシュ値で特定されます。',
    },
} as const satisfies Texts;
