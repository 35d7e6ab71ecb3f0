/** What a report says of a document that it does not show as it came. */
import type { Texts } from '../message.ts';

export const DOCUMENTS = {
  'Encoding assumed': {
    de: 'Angenommene Kodierung',
    fr: 'Encodage supposé',
    es: 'Codificación supuesta',
    ja: '推定した文字コード',
  },
  'Read as {encoding}, which the file itself does not say.': {
    de: 'Gelesen als {encoding}, was die Datei selbst nicht angibt.',
    fr: 'Lu comme {encoding}, ce que le fichier n’indique pas lui-même.',
    es: 'Leído como {encoding}, lo que el propio archivo no indica.',
    ja: '文字コードを{encoding}とみなして読み取りました(ファイル自体に指定はありません)。',
  },
  'Not shown: {reason}': {
    de: 'Nicht gezeigt: {reason}',
    fr: 'Non affiché : {reason}',
    es: 'No se muestra: {reason}',
    ja: '表示できません:{reason}',
  },
  'Texts not shown': {
    de: 'Texte nicht gezeigt',
    fr: 'Textes non affichés',
    es: 'Textos no mostrados',
    ja: '表示できない文書',
  },
  '{n## text|# texts} could not be shown: {names}.': {
    de: '{n## Text konnte|# Texte konnten} nicht gezeigt werden: {names}.',
    fr: '{n## texte n’a pas pu être affiché|# textes n’ont pas pu être affichés} : {names}.',
    es: '{n#No se pudo mostrar # texto|No se pudieron mostrar # textos}: {names}.',
    ja: '{n}件の文書を表示できませんでした:{names}。',
  },
  Pages: { de: 'Seiten', fr: 'Pages', es: 'Páginas', ja: 'ページ数' },
  'Pages shown': {
    de: 'Gezeigte Seiten',
    fr: 'Pages affichées',
    es: 'Páginas mostradas',
    ja: '表示ページ数',
  },
  'Range stretched': {
    de: 'Wertebereich gespreizt',
    fr: 'Plage de valeurs étirée',
    es: 'Rango de valores ampliado',
    ja: '値の範囲を拡大',
  },
  'In doubt: this text may not be shown whole here. Document {id} itself holds all of it.': {
    de: 'Fraglich: Dieser Text ist hier womöglich nicht vollständig gezeigt. Das Dokument {id} selbst enthält ihn ganz.',
    fr: 'Douteux : ce texte n’est peut-être pas affiché en entier ici. Le document {id} lui-même le contient entièrement.',
    es: 'Dudoso: es posible que este texto no se muestre entero aquí. El documento {id} mismo lo contiene por completo.',
    ja: '要確認:この文書はここに全文が表示されていない可能性があります。全文は文書{id}を参照。',
  },
  'Left out: this text cannot be shown here. Document {id} itself holds all of it.': {
    de: 'Ausgelassen: Dieser Text kann hier nicht gezeigt werden. Das Dokument {id} selbst enthält ihn ganz.',
    fr: 'Omis : ce texte ne peut pas être affiché ici. Le document {id} lui-même le contient entièrement.',
    es: 'Omitido: este texto no puede mostrarse aquí. El documento {id} mismo lo contiene por completo.',
    ja: '省略:この文書はここに表示できません。全文は文書{id}を参照。',
  },
  'Documents in doubt': {
    de: 'Fragliche Dokumente',
    fr: 'Documents douteux',
    es: 'Documentos dudosos',
    ja: '要確認の文書',
  },
  '{n## document|# documents} may not be shown whole: {names}.': {
    de: '{n## Dokument ist|# Dokumente sind} womöglich nicht vollständig gezeigt: {names}.',
    fr: '{n## document n’est peut-être pas affiché|# documents ne sont peut-être pas affichés} en entier : {names}.',
    es: 'Es posible que {n## documento no se muestre entero|# documentos no se muestren enteros}: {names}.',
    ja: '{n}件の文書は全文が表示されていない可能性があります:{names}。',
  },
  'of one colour throughout, as received': {
    de: 'durchgehend einfarbig, wie empfangen',
    fr: 'd’une seule couleur, comme reçue',
    es: 'de un solo color, tal como se recibió',
    ja: '受領時から全面単色',
  },
  'The first {shown} of {n## character|# characters}; document {id} itself holds all of them.': {
    de: 'Die ersten {shown} von {n## Zeichen|# Zeichen}; das Dokument {id} selbst enthält alle.',
    fr: 'Les {shown} premiers caractères sur {n} ; le document {id} lui-même les contient tous.',
    es: 'Los primeros {shown} de {n} caracteres; el documento {id} mismo los contiene todos.',
    ja: '全{n}文字のうち最初の{shown}文字。全文は文書{id}を参照。',
  },

  // Why a text cannot be shown
  'It holds binary data, not a text.': {
    de: 'Die Datei enthält Binärdaten, keinen Text.',
    fr: 'Le fichier contient des données binaires, pas un texte.',
    es: 'El archivo contiene datos binarios, no un texto.',
    ja: 'テキストではなくバイナリデータです。',
  },
  'It is a PDF, not a text.': {
    de: 'Es ist ein PDF, kein Text.',
    fr: 'C’est un PDF, pas un texte.',
    es: 'Es un PDF, no un texto.',
    ja: 'テキストではなくPDFです。',
  },
  'It is a picture, not a text.': {
    de: 'Es ist ein Bild, kein Text.',
    fr: 'C’est une image, pas un texte.',
    es: 'Es una imagen, no un texto.',
    ja: 'テキストではなく画像です。',
  },

  // Why a picture cannot be shown
  'The file is empty.': {
    de: 'Die Datei ist leer.',
    fr: 'Le fichier est vide.',
    es: 'El archivo está vacío.',
    ja: 'ファイルは空です。',
  },
  'It has more than 100 million pixels.': {
    de: 'Es hat mehr als 100 Millionen Pixel.',
    fr: 'Elle a plus de 100 millions de pixels.',
    es: 'Tiene más de 100 millones de píxeles.',
    ja: '1億画素を超えています。',
  },
  'It would take more than 400 MB of memory to unpack.': {
    de: 'Es bräuchte entpackt mehr als 400 MB Speicher.',
    fr: 'Décompressée, elle occuperait plus de 400 Mo de mémoire.',
    es: 'Descomprimida ocuparía más de 400 MB de memoria.',
    ja: '展開に400MBを超えるメモリを要します。',
  },
  'The file is not complete: it ends before the picture does.': {
    de: 'Die Datei ist unvollständig: sie endet vor dem Bild.',
    fr: 'Le fichier est incomplet : il se termine avant l’image.',
    es: 'El archivo está incompleto: termina antes que la imagen.',
    ja: 'ファイルが不完全で、画像の途中で終わっています。',
  },
  'The file is damaged and cannot be read as a picture.': {
    de: 'Die Datei ist beschädigt und nicht als Bild lesbar.',
    fr: 'Le fichier est endommagé et illisible comme image.',
    es: 'El archivo está dañado y no puede leerse como imagen.',
    ja: 'ファイルが破損しており、画像として読み取れません。',
  },
  'It is not a picture, or of a kind that is not known.': {
    de: 'Es ist kein Bild oder eines von unbekannter Art.',
    fr: 'Ce n’est pas une image, ou elle est d’un type inconnu.',
    es: 'No es una imagen, o es de un tipo desconocido.',
    ja: '画像ではないか、未知の形式です。',
  },
  'It refers to what is outside of it, which is not read: a PNG of it can be shown.': {
    de: 'Es verweist auf etwas außerhalb, das nicht gelesen wird: ein PNG davon kann gezeigt werden.',
    fr: 'Elle renvoie à des éléments extérieurs, qui ne sont pas lus : un PNG peut être affiché.',
    es: 'Remite a elementos externos, que no se leen: un PNG sí puede mostrarse.',
    ja: '外部の内容を参照していますが、それは読み取りません。PNGであれば表示できます。',
  },
} as const satisfies Texts;
