/**
 * Sentences that reach the page as data: why a figure is not of every row, why a picture is not shown, what the gate
 * found. Datasets and records keep them in English; `told` finds them again by their pattern.
 */
import type { Texts } from '../message.ts';

export const TOLD = {
  // Figures that are not of every row
  'TS has no PLANSUB.': {
    de: 'TS hat kein PLANSUB.',
    fr: 'TS ne contient pas PLANSUB.',
    es: 'TS no tiene PLANSUB.',
    ja: 'TSにPLANSUBがありません。',
  },
  '{n## row|# rows} of {what} to date without a numeric result or an upper limit: left out.': {
    de: '{n## Zeile|# Zeilen} zu {what} bis heute ohne Zahlenwert oder Obergrenze: ausgelassen.',
    fr: '{n## ligne|# lignes} de {what} à ce jour sans résultat numérique ou sans limite supérieure : exclues.',
    es: '{n## fila|# filas} de {what} hasta la fecha sin resultado numérico o sin límite superior: omitidas.',
    ja: '{what}の累計{n}行に数値結果または上限がないため除外。',
  },
  '{n## result|# results} of {what} {n#has|have} no upper limit of normal.': {
    de: '{n## Ergebnis|# Ergebnisse} zu {what} ohne Obergrenze des Normbereichs.',
    fr: '{n## résultat|# résultats} de {what} sans limite supérieure de la normale.',
    es: '{n## resultado|# resultados} de {what} sin límite superior de la normalidad.',
    ja: '{what}の結果{n}件に基準範囲上限がありません。',
  },
  'ALT or AST': { de: 'ALT oder AST', fr: 'ALAT ou ASAT', es: 'ALT o AST', ja: 'ALTまたはAST' },
  '{n## row|# rows} of the period without a numeric result: left out.': {
    de: '{n## Zeile|# Zeilen} des Zeitraums ohne Zahlenwert: ausgelassen.',
    fr: '{n## ligne|# lignes} de la période sans résultat numérique : exclues.',
    es: '{n## fila|# filas} del período sin resultado numérico: omitidas.',
    ja: '期間中の{n}行に数値結果がないため除外。',
  },
  '{n## subject|# subjects} with rows but without a site in DM: in the totals, in no site.': {
    de: '{n## Teilnehmer|# Teilnehmer} mit Zeilen, aber ohne Zentrum in DM: in den Summen, in keinem Zentrum.',
    fr: '{n## sujet|# sujets} avec des lignes mais sans centre dans DM : dans les totaux, dans aucun centre.',
    es: '{n## sujeto|# sujetos} con filas pero sin centro en DM: en los totales, en ningún centro.',
    ja: 'DMに施設のない被験者{n}例:合計に含み、施設別には含みません。',
  },
  '{n## subject|# subjects} randomised without an ARM in DM: under NOT GIVEN.': {
    de: '{n## Teilnehmer|# Teilnehmer} ohne ARM in DM randomisiert: unter NOT GIVEN.',
    fr: '{n## sujet randomisé|# sujets randomisés} sans ARM dans DM : sous NOT GIVEN.',
    es: '{n## sujeto aleatorizado|# sujetos aleatorizados} sin ARM en DM: en NOT GIVEN.',
    ja: 'DMにARMのないランダム化被験者{n}例:NOT GIVENに計上。',
  },
  '{n## event|# events} to date without a severity (AESEV): not counted as severe.': {
    de: '{n## Ereignis|# Ereignisse} bis heute ohne Schweregrad (AESEV): nicht als schwer gezählt.',
    fr: '{n## événement|# événements} à ce jour sans intensité (AESEV) : non comptés comme sévères.',
    es: '{n## acontecimiento|# acontecimientos} hasta la fecha sin intensidad (AESEV): no contados como intensos.',
    ja: '重症度(AESEV)のない事象 累計{n}件:高度として数えません。',
  },
  '{n## subject|# subjects} with DTHFL Y and no day of death: counted to date, in no period.': {
    de: '{n## Teilnehmer|# Teilnehmer} mit DTHFL Y und ohne Todestag: bis heute gezählt, in keinem Zeitraum.',
    fr: '{n## sujet|# sujets} avec DTHFL Y sans jour de décès : comptés à ce jour, dans aucune période.',
    es: '{n## sujeto|# sujetos} con DTHFL Y y sin día de muerte: contados hasta la fecha, en ningún período.',
    ja: 'DTHFL Yで死亡日のない被験者{n}例:累計に含み、どの期間にも含みません。',
  },
  'No row of QUERIES was imported for these sites: nothing is known of them.': {
    de: 'Für diese Zentren wurde keine Zeile von QUERIES importiert: Darüber ist nichts bekannt.',
    fr: 'Aucune ligne de QUERIES n’a été importée pour ces centres : on n’en sait rien.',
    es: 'No se importó ninguna fila de QUERIES de estos centros: nada se sabe.',
    ja: 'これらの施設のQUERIESの行は取り込まれておらず、不明です。',
  },
  '{n## record|# records} of {all} arrived in the period, as by a first import: their lag tells of the import, not of the sites.':
    {
      de: '{n} von {all} Datensätzen gingen im Zeitraum ein, wie bei einem ersten Import: Ihr Verzug sagt etwas über den Import, nicht über die Zentren.',
      fr: '{n} enregistrements sur {all} sont arrivés dans la période, comme lors d’un premier import : leur délai parle de l’import, non des centres.',
      es: '{n} de {all} registros llegaron en el período, como en una primera importación: su demora habla de la importación, no de los centros.',
      ja: '{all}件のうち{n}件が期間中に到着(初回取込と同様):遅れは取込によるもので、施設によるものではありません。',
    },
  'The range was to end on {to}; the run’s data end on {end}.': {
    de: 'Der Bereich sollte am {to} enden; die Daten des Laufs enden am {end}.',
    fr: 'La plage devait finir le {to} ; les données de l’exécution finissent le {end}.',
    es: 'El intervalo debía terminar el {to}; los datos de la ejecución terminan el {end}.',
    ja: '範囲の終了予定は{to}、データの終了は{end}。',
  },
  'Rows of the study were refused whose site is not certain: counted in reports of all sites only.': {
    de: 'Zeilen der Studie wurden abgewiesen, deren Zentrum nicht sicher ist: nur in Berichten aller Zentren gezählt.',
    fr: 'Des lignes de l’étude dont le centre est incertain ont été refusées : comptées dans les rapports de tous les centres seulement.',
    es: 'Se rechazaron filas del estudio cuyo centro no es seguro: contadas solo en informes de todos los centros.',
    ja: '施設の特定できない行が拒否されました:全施設の報告書のみに計上。',
  },

  '{without} of {all} courses have no time.': {
    de: '{without} von {all} Kursen haben keine Zeit.',
    fr: '{without} cours sur {all} n’ont pas de durée.',
    es: '{without} de {all} cursos no tienen tiempo.',
    ja: '{all}コース中{without}コースに時間の記録がありません。',
  },

  // Why an event is serious, and how far a course is
  death: { de: 'Tod', fr: 'décès', es: 'muerte', ja: '死亡' },
  'life-threatening': { de: 'lebensbedrohlich', fr: 'menace vitale', es: 'riesgo vital', ja: '生命の危険' },
  hospitalisation: { de: 'Krankenhausaufenthalt', fr: 'hospitalisation', es: 'hospitalización', ja: '入院' },
  disability: { de: 'Behinderung', fr: 'incapacité', es: 'discapacidad', ja: '障害' },
  'congenital anomaly': {
    de: 'angeborene Anomalie',
    fr: 'anomalie congénitale',
    es: 'anomalía congénita',
    ja: '先天異常',
  },
  cancer: { de: 'Krebs', fr: 'cancer', es: 'cáncer', ja: 'がん' },
  overdose: { de: 'Überdosierung', fr: 'surdosage', es: 'sobredosis', ja: '過量投与' },
  'other medically important': {
    de: 'sonst medizinisch bedeutsam',
    fr: 'autre événement médicalement important',
    es: 'otro médicamente importante',
    ja: 'その他医学的に重要',
  },
  completed: { de: 'abgeschlossen', fr: 'terminé', es: 'completado', ja: '修了' },
  'in progress': { de: 'begonnen', fr: 'en cours', es: 'en curso', ja: '受講中' },
  'not started': { de: 'nicht begonnen', fr: 'non commencé', es: 'no iniciado', ja: '未開始' },
  failed: { de: 'nicht bestanden', fr: 'échoué', es: 'no superado', ja: '不合格' },

  // Files that cannot be shown
  'Left out for blinded readers.': {
    de: 'Für verblindete Leser ausgelassen.',
    fr: 'Omis pour les lecteurs en aveugle.',
    es: 'Omitido para lectores con enmascaramiento.',
    ja: '盲検下の読者には表示しません。',
  },
  'Hidden from blinded readers.': {
    de: 'Vor verblindeten Lesern verborgen.',
    fr: 'Masqué aux lecteurs en aveugle.',
    es: 'Oculto a lectores con enmascaramiento.',
    ja: '盲検下の読者には非表示です。',
  },
  'It has more than 100 million pixels.': {
    de: 'Es hat mehr als 100 Millionen Pixel.',
    fr: 'Elle compte plus de 100 millions de pixels.',
    es: 'Tiene más de 100 millones de píxeles.',
    ja: '1億画素を超えています。',
  },
  'It would take more than {megabytes} MB of memory to unpack.': {
    de: 'Das Entpacken bräuchte mehr als {megabytes} MB Speicher.',
    fr: 'Sa décompression demanderait plus de {megabytes} Mo de mémoire.',
    es: 'Descomprimirla requeriría más de {megabytes} MB de memoria.',
    ja: '展開に{megabytes} MBを超えるメモリが必要です。',
  },
  'Unpacking it takes more time or memory than a picture may.': {
    de: 'Das Entpacken braucht mehr Zeit oder Speicher, als ein Bild darf.',
    fr: 'Sa décompression demande plus de temps ou de mémoire que permis.',
    es: 'Descomprimirla requiere más tiempo o memoria de lo permitido.',
    ja: '展開に許容を超える時間またはメモリが必要です。',
  },
  'The file is empty.': {
    de: 'Die Datei ist leer.',
    fr: 'Le fichier est vide.',
    es: 'El archivo está vacío.',
    ja: 'ファイルが空です。',
  },
  'It is a PDF: pictures are shown from JPEG, PNG, WebP, TIFF, GIF, SVG, AVIF and HEIC.': {
    de: 'Es ist ein PDF: Bilder werden aus JPEG, PNG, WebP, TIFF, GIF, SVG, AVIF und HEIC gezeigt.',
    fr: 'C’est un PDF : les images sont affichées à partir de JPEG, PNG, WebP, TIFF, GIF, SVG, AVIF et HEIC.',
    es: 'Es un PDF: las imágenes se muestran desde JPEG, PNG, WebP, TIFF, GIF, SVG, AVIF y HEIC.',
    ja: 'PDFです。表示できる画像はJPEG、PNG、WebP、TIFF、GIF、SVG、AVIF、HEICです。',
  },
  'It is a {kind} picture, which cannot be shown: a PNG of it can.': {
    de: 'Es ist ein {kind}-Bild, das nicht gezeigt werden kann: ein PNG davon schon.',
    fr: 'C’est une image {kind}, qui ne peut être affichée : un PNG le peut.',
    es: 'Es una imagen {kind}, que no se puede mostrar: un PNG de ella sí.',
    ja: '{kind}画像は表示できません。PNGであれば表示できます。',
  },
  'It is a {kind} file, which cannot be shown: a PNG of it can.': {
    de: 'Es ist eine {kind}-Datei, die nicht gezeigt werden kann: ein PNG davon schon.',
    fr: 'C’est un fichier {kind}, qui ne peut être affiché : un PNG le peut.',
    es: 'Es un archivo {kind}, que no se puede mostrar: un PNG de él sí.',
    ja: '{kind}ファイルは表示できません。PNGであれば表示できます。',
  },
  'It is a compressed file: send the picture itself.': {
    de: 'Es ist eine komprimierte Datei: Senden Sie das Bild selbst.',
    fr: 'C’est un fichier compressé : envoyez l’image elle-même.',
    es: 'Es un archivo comprimido: envíe la imagen misma.',
    ja: '圧縮ファイルです。画像そのものをお送りください。',
  },
  'It is a ZIP archive or an Office document, not a picture.': {
    de: 'Es ist ein ZIP-Archiv oder ein Office-Dokument, kein Bild.',
    fr: 'C’est une archive ZIP ou un document Office, pas une image.',
    es: 'Es un archivo ZIP o un documento de Office, no una imagen.',
    ja: 'ZIPまたはOffice文書であり、画像ではありません。',
  },
  'The file is not complete: it ends before the picture does.': {
    de: 'Die Datei ist unvollständig: Sie endet vor dem Bild.',
    fr: 'Le fichier est incomplet : il finit avant l’image.',
    es: 'El archivo está incompleto: termina antes que la imagen.',
    ja: 'ファイルが不完全です(画像の途中で終わっています)。',
  },
  'It is not a picture, or of a kind that is not known.': {
    de: 'Es ist kein Bild oder von unbekannter Art.',
    fr: 'Ce n’est pas une image, ou son type est inconnu.',
    es: 'No es una imagen, o es de un tipo desconocido.',
    ja: '画像ではないか、不明な形式です。',
  },
  'The file was changed on its way: a checksum within it does not fit.': {
    de: 'Die Datei wurde unterwegs verändert: eine Prüfsumme in ihr stimmt nicht.',
    fr: 'Le fichier a été altéré en chemin : une somme de contrôle interne ne correspond pas.',
    es: 'El archivo se alteró por el camino: una suma de comprobación interna no coincide.',
    ja: 'ファイルが転送中に変更されています:内部のチェックサムが一致しません。',
  },
  'Its values have more than 32 bits: a PNG of it can be shown.': {
    de: 'Seine Werte haben mehr als 32 Bit: ein PNG davon kann gezeigt werden.',
    fr: 'Ses valeurs dépassent 32 bits : un PNG peut être affiché.',
    es: 'Sus valores tienen más de 32 bits: un PNG de ella sí se puede mostrar.',
    ja: '値が32ビットを超えています。PNGであれば表示できます。',
  },
  'It holds values that are no numbers: a PNG of it can be shown.': {
    de: 'Es enthält Werte, die keine Zahlen sind: ein PNG davon kann gezeigt werden.',
    fr: 'Elle contient des valeurs qui ne sont pas des nombres : un PNG peut être affiché.',
    es: 'Contiene valores que no son números: un PNG de ella sí se puede mostrar.',
    ja: '数値でない値が含まれています。PNGであれば表示できます。',
  },
  'It holds complex numbers, which cannot be shown: a PNG of it can.': {
    de: 'Es enthält komplexe Zahlen, die nicht gezeigt werden können: ein PNG davon kann es.',
    fr: 'Elle contient des nombres complexes, qui ne peuvent pas être affichés : un PNG peut l’être.',
    es: 'Contiene números complejos, que no se pueden mostrar: un PNG de ella sí.',
    ja: '複素数が含まれており表示できません。PNGであれば表示できます。',
  },
  'It uses a variable of style sheets that it does not set ({name}): a PNG of it can be shown.': {
    de: 'Es nutzt eine Variable von Stylesheets, die es nicht setzt ({name}): ein PNG davon kann gezeigt werden.',
    fr: 'Elle utilise une variable de feuille de style qu’elle ne définit pas ({name}) : un PNG peut être affiché.',
    es: 'Usa una variable de hoja de estilo que no define ({name}): un PNG de ella sí se puede mostrar.',
    ja: '定義されていないスタイルシート変数({name})を使用しています。PNGであれば表示できます。',
  },
  'It sets a variable of style sheets for parts of the drawing ({name}), which cannot be shown: a PNG of it can.':
    {
      de: 'Es setzt eine Variable von Stylesheets für Teile der Zeichnung ({name}), was nicht gezeigt werden kann: ein PNG davon kann es.',
      fr: 'Elle définit une variable de feuille de style pour des parties du dessin ({name}), ce qui ne peut pas être affiché : un PNG peut l’être.',
      es: 'Define una variable de hoja de estilo para partes del dibujo ({name}), lo que no se puede mostrar: un PNG de ella sí.',
      ja: '図の一部にスタイルシート変数({name})を設定しており表示できません。PNGであれば表示できます。',
    },
  'It uses a function of style sheets ({name}), which cannot be shown: a PNG of it can.': {
    de: 'Es nutzt eine Funktion von Stylesheets ({name}), die nicht gezeigt werden kann: ein PNG davon kann es.',
    fr: 'Elle utilise une fonction de feuille de style ({name}), qui ne peut pas être affichée : un PNG peut l’être.',
    es: 'Usa una función de hoja de estilo ({name}), que no se puede mostrar: un PNG de ella sí.',
    ja: 'スタイルシートの関数({name})を使用しており表示できません。PNGであれば表示できます。',
  },
  'Its text is in an encoding that is not known, {name}: a PNG of it can be shown.': {
    de: 'Sein Text ist in einer Kodierung, die nicht bekannt ist, {name}: ein PNG davon kann gezeigt werden.',
    fr: 'Son texte est dans un encodage inconnu, {name} : un PNG peut être affiché.',
    es: 'Su texto está en una codificación desconocida, {name}: un PNG de ella sí se puede mostrar.',
    ja: '不明な文字コード({name})が使われています。PNGであれば表示できます。',
  },
  'Its text is not in the encoding that it is said to be in, {name}.': {
    de: 'Sein Text ist nicht in der angegebenen Kodierung {name}.',
    fr: 'Son texte n’est pas dans l’encodage annoncé, {name}.',
    es: 'Su texto no está en la codificación declarada, {name}.',
    ja: '文字コードが指定({name})と異なります。',
  },
  'The file is damaged and cannot be read as a picture.': {
    de: 'Die Datei ist beschädigt und kann nicht als Bild gelesen werden.',
    fr: 'Le fichier est endommagé et ne peut être lu comme une image.',
    es: 'El archivo está dañado y no se puede leer como imagen.',
    ja: 'ファイルが破損しており、画像として読めません。',
  },
  'It refers to a file outside of it (an entity), which is not read: a PNG of it can be shown.': {
    de: 'Es verweist auf eine Datei außerhalb (eine Entität), die nicht gelesen wird: Ein PNG davon kann gezeigt werden.',
    fr: 'Elle renvoie à un fichier externe (une entité), qui n’est pas lu : un PNG peut être affiché.',
    es: 'Remite a un archivo externo (una entidad), que no se lee: un PNG de ella se puede mostrar.',
    ja: '外部ファイル(エンティティ)を参照しており、読み込みません。PNGであれば表示できます。',
  },
  'It refers to what is outside of it, which is not read: a PNG of it can be shown.': {
    de: 'Es verweist auf Äußeres, das nicht gelesen wird: Ein PNG davon kann gezeigt werden.',
    fr: 'Elle renvoie à un contenu externe, qui n’est pas lu : un PNG peut être affiché.',
    es: 'Remite a contenido externo, que no se lee: un PNG de ella se puede mostrar.',
    ja: '外部を参照しており、読み込みません。PNGであれば表示できます。',
  },
  'It holds parts of a web page (foreignObject), which cannot be shown: a PNG of it can.': {
    de: 'Es enthält Teile einer Webseite (foreignObject), die nicht gezeigt werden können: ein PNG davon schon.',
    fr: 'Elle contient des parties de page web (foreignObject), qui ne peuvent être affichées : un PNG le peut.',
    es: 'Contiene partes de una página web (foreignObject), que no se pueden mostrar: un PNG de ella sí.',
    ja: 'Webページの一部(foreignObject)を含み、表示できません。PNGであれば表示できます。',
  },
  'It holds binary data, not a text.': {
    de: 'Es enthält Binärdaten, keinen Text.',
    fr: 'Il contient des données binaires, pas un texte.',
    es: 'Contiene datos binarios, no un texto.',
    ja: 'バイナリデータであり、文書ではありません。',
  },

  // What the gate found of the sources
  'Its bytes are gone.': {
    de: 'Seine Bytes sind nicht mehr da.',
    fr: 'Ses octets ont disparu.',
    es: 'Sus bytes ya no están.',
    ja: '内容が失われています。',
  },
  'Its bytes are not those that were received.': {
    de: 'Seine Bytes sind nicht die eingegangenen.',
    fr: 'Ses octets ne sont pas ceux qui ont été reçus.',
    es: 'Sus bytes no son los recibidos.',
    ja: '内容が受領時のものと異なります。',
  },
  '{n## row|# rows} read, {expected} expected.': {
    de: '{n## Zeile|# Zeilen} gelesen, {expected} erwartet.',
    fr: '{n## ligne lue|# lignes lues}, {expected} attendues.',
    es: '{n## fila leída|# filas leídas}, {expected} esperadas.',
    ja: '読込{n}行、想定{expected}行。',
  },

  // Refusals of the pages
  'Your rights on this study no longer cover this report.': {
    de: 'Ihre Rechte an dieser Studie decken diesen Bericht nicht mehr ab.',
    fr: 'Vos droits sur cette étude ne couvrent plus ce rapport.',
    es: 'Sus permisos en este estudio ya no cubren este informe.',
    ja: 'この試験に対する権限では、この報告書を閲覧できなくなりました。',
  },
  'Ask the study’s owner, or have it made anew.': {
    de: 'Fragen Sie den Besitzer der Studie, oder lassen Sie ihn neu erstellen.',
    fr: 'Demandez au propriétaire de l’étude, ou faites-le établir à nouveau.',
    es: 'Pregunte al propietario del estudio o haga que se elabore de nuevo.',
    ja: '試験の責任者に問い合わせるか、報告書を作成し直してください。',
  },
} as const satisfies Texts;
