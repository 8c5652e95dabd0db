import type { ColumnTarget } from './schedule-fields'

/** How a column of a known layout is read. */
export interface ColumnUse {
  target: ColumnTarget
  /** Splits the cell into several values. */
  separator?: string
}

export interface ScheduleFormat {
  id: string
  /** The name of the tool, which is the same in every language. */
  name: string
  shape: 'grid' | 'trello' | 'ics'
  /** Each group must have one of its columns among the headers; compared by `looseKey`. */
  signature: readonly (readonly string[])[]
  /** By `looseKey` of the header. A `#` at the end stands for a number: `Picture Url 1` to `10`. */
  columns: Readonly<Record<string, ColumnUse>>
  /** What a post becomes where no status says it. */
  status: 'draft' | 'scheduled'
  /** What formats made by ourselves put before text that a spreadsheet would run. */
  unescape?: boolean
}

/** A layout without a header row, told by what stands in its columns. */
export interface HeaderlessFormat {
  id: string
  name: string
  columns: readonly ColumnUse[]
  status: 'draft' | 'scheduled'
}

const to = (target: ColumnTarget, separator?: string): ColumnUse => (separator === undefined ? { target } : { target, separator })
const ignore = to('ignore')
const left = (...headers: string[]): Record<string, ColumnUse> => Object.fromEntries(headers.map((header) => [header, ignore]))

/**
 * Layouts of planned posts. A tool that changes a column gets a further line here, and nothing else.
 * Sources and confidence: Buffer, Hootsuite, Publer, Metricool help pages and files, 2023 to 2026.
 */
export const scheduleFormats: readonly ScheduleFormat[] = [
  {
    id: 'greenroom',
    name: 'Greenroom',
    shape: 'grid',
    signature: [['date'], ['time'], ['zone'], ['channels'], ['text'], ['first comment']],
    columns: {
      date: to('date'), time: to('time'), zone: to('zone'), channels: to('channels', ','), text: to('text'), title: to('title'), link: to('link'),
      'first comment': to('firstComment'), media: to('media', '\n'), 'alt text': to('altTexts', '\n'), labels: to('labels', ','), pillar: to('pillar'),
      campaign: to('campaign'), owner: to('owner'), status: to('status'), format: to('postType'), notes: to('notes'), permalink: ignore, frozen: ignore, id: to('key')
    },
    status: 'draft',
    unescape: true
  },
  {
    id: 'buffer',
    name: 'Buffer',
    shape: 'grid',
    signature: [['text'], ['posting time'], ['image url', 'tags']],
    columns: { text: to('text'), 'image url': to('media', ','), tags: to('labels', ','), 'posting time': to('dateTime'), 'board name': ignore },
    status: 'scheduled'
  },
  {
    id: 'metricool',
    name: 'Metricool',
    shape: 'grid',
    signature: [['text'], ['date'], ['time'], ['draft'], ['picture url 1'], ['shortener', 'brand name']],
    columns: {
      text: to('text'), date: to('date'), time: to('time'), draft: to('draft'),
      facebook: to('network:facebook'), 'twitter x': to('network:x'), twitter: to('network:x'), linkedin: to('network:linkedin'), gbp: to('network:google-business'),
      gmb: to('network:google-business'), instagram: to('network:instagram'), pinterest: to('network:pinterest'), tiktok: to('network:tiktok'),
      youtube: to('network:youtube'), threads: to('network:threads'), bluesky: to('network:bluesky'),
      'picture url #': to('media'), 'alt text picture #': to('altTexts'), 'first comment text': to('firstComment'), 'pinterest pin link': to('link'),
      'instagram post type': to('postType'), 'facebook post type': ignore, 'youtube video title': to('title'), 'pinterest pin title': ignore,
      ...left(
        'document title', 'shortener', 'video thumbnail url', 'video cover frame', 'twitter x can reply', 'twitter x type', 'twitter x poll duration minutes',
        'twitter x poll option #', 'pinterest board', 'pinterest pin new format', 'instagram show reel on feed', 'youtube video type', 'youtube video privacy',
        'youtube video for kids', 'youtube video category', 'youtube video tags', 'youtube playlist', 'gbp post type', 'facebook title', 'tiktok title',
        'tiktok disable comments', 'tiktok disable duet', 'tiktok disable stitch', 'tiktok post privacy', 'tiktok branded content', 'tiktok your brand',
        'tiktok auto add music', 'tiktok photo cover index', 'tiktok musicid', 'tiktok music title', 'tiktok music author', 'tiktok music previewurl',
        'tiktok music thumbnailurl', 'tiktok music soundvolume', 'tiktok music originalvolume', 'tiktok music startmillis', 'tiktok music endmillis',
        'tiktok is ai generated content', 'linkedin type', 'linkedin poll question', 'linkedin poll option #', 'linkedin poll duration',
        'linkedin show link preview', 'linkedin images as carousel', 'brand name', 'threads reply control'
      )
    },
    status: 'scheduled'
  },
  {
    id: 'publer',
    name: 'Publer',
    shape: 'grid',
    signature: [['date intl format or prompt', 'date'], ['text'], ['media url s separated by comma', 'media url s'], ['label s separated by comma', 'label s']],
    columns: {
      'date intl format or prompt': to('dateTime'), date: to('dateTime'), text: to('text'),
      'link s separated by comma for fb carousels': to('link'), 'link s': to('link'),
      'media url s separated by comma': to('media', ','), 'media url s': to('media', ','),
      'title for the video pin pdf': to('title'), title: to('title'),
      'label s separated by comma': to('labels', ','), 'label s': to('labels', ','),
      'alt text s separated by': to('altTexts', '||'), 'alt text s': to('altTexts', '||'),
      'comment s separated by': to('firstComment', '||'), 'comment s': to('firstComment', '||'),
      'post subtype i e story reel pdf': to('postType'), 'post subtype': to('postType'),
      ...left('pin board fb album or google category', 'cta for facebook links or google', 'reminder for stories reels shorts and tiktoks')
    },
    status: 'scheduled'
  },
  {
    id: 'gohighlevel',
    name: 'HighLevel',
    shape: 'grid',
    signature: [['postatspecifictime yyyy mm dd hh mm ss', 'postatspecifictime'], ['content']],
    columns: {
      'postatspecifictime yyyy mm dd hh mm ss': to('dateTime'), postatspecifictime: to('dateTime'), content: to('text'), link: to('link'), imageurls: to('media', ','),
      gifurl: to('media', ','), videourls: to('media', ',')
    },
    status: 'scheduled'
  },
  {
    id: 'notion',
    name: 'Notion',
    shape: 'grid',
    signature: [['name'], ['status'], ['publish date', 'date', 'due', 'scheduled', 'post date'], ['copy', 'text', 'caption', 'content', 'url']],
    columns: {
      name: to('title'), status: to('status'), 'publish date': to('dateTime'), date: to('dateTime'), due: to('dateTime'), scheduled: to('dateTime'),
      'post date': to('dateTime'), channels: to('channels', ','), channel: to('channels', ','), platform: to('channels', ','), platforms: to('channels', ','),
      assignee: to('owner'), owner: to('owner'), person: to('owner'), copy: to('text'), text: to('text'), caption: to('text'), content: to('text'), url: to('link'),
      link: to('link'), tags: to('labels', ','), labels: to('labels', ','), 'files media': to('media', ','), files: to('media', ','), notes: to('notes'),
      campaign: to('campaign'), pillar: to('pillar')
    },
    status: 'draft'
  },
  {
    id: 'trello',
    name: 'Trello',
    shape: 'trello',
    signature: [['id'], ['name'], ['due'], ['list']],
    columns: {
      id: to('key'), name: to('title'), desc: to('text'), due: to('dateTime'), list: to('status'), labels: to('labels', '\n'), closed: to('archived'), url: to('notes'),
      attachments: to('media', '\n'), duecomplete: ignore
    },
    status: 'draft'
  },
  {
    id: 'ics',
    name: 'iCalendar',
    shape: 'ics',
    signature: [['uid'], ['summary'], ['start']],
    columns: {
      uid: to('key'), summary: to('title'), description: to('text'), start: to('dateTime'), zone: to('zone'), allday: ignore, location: to('notes'), url: to('link'),
      status: to('status'), categories: to('labels', '\n'), attachments: to('media', '\n')
    },
    status: 'draft'
  }
]

export const headerlessFormats: readonly HeaderlessFormat[] = [
  { id: 'hootsuite', name: 'Hootsuite', columns: [to('dateTime'), to('text'), to('link')], status: 'scheduled' }
]

/** Words that head the columns of a plan in a spreadsheet; en, nb, sv, nl, de, fr, es, it, pt. */
export const spreadsheetWords: Readonly<Record<string, ColumnUse>> = Object.fromEntries(
  (
    [
      ['text', ['text', 'copy', 'caption', 'post', 'message', 'content', 'post text', 'post copy', 'body', 'tekst', 'innlegg', 'bildetekst', 'inlägg', 'bericht', 'tekst bericht', 'beitrag', 'beitragstext', 'texte', 'légende', 'texto', 'testo', 'didascalia', 'legenda', 'copy tekst', 'post tekst']],
      ['title', ['title', 'subject', 'topic', 'headline', 'name', 'tittel', 'tema', 'emne', 'titel', 'onderwerp', 'thema', 'titre', 'sujet', 'título', 'titolo', 'argomento', 'idea', 'what', 'hva', 'vad', 'wat']],
      ['date', ['date', 'publish date', 'post date', 'publication date', 'day', 'dato', 'publiseringsdato', 'datum', 'publicatiedatum', 'dag', 'date de publication', 'fecha', 'data', 'data di pubblicazione', 'veröffentlichungsdatum']],
      ['time', ['time', 'publish time', 'hour', 'klokkeslett', 'tid', 'tidspunkt', 'klokke', 'tijd', 'tijdstip', 'uhrzeit', 'zeit', 'heure', 'hora', 'ora', 'orario']],
      ['dateTime', ['date time', 'date and time', 'datetime', 'scheduled', 'scheduled at', 'scheduled time', 'publish at', 'when', 'posting time', 'due', 'due date', 'start', 'dato og tid', 'datum en tijd', 'publiceringstid', 'publicatietijdstip', 'data e ora', 'fecha y hora', 'når', 'när', 'wanneer', 'wann', 'quand', 'cuándo', 'quando']],
      ['zone', ['zone', 'time zone', 'timezone', 'tidssone', 'tijdzone', 'zeitzone', 'fuso orario']],
      ['channels', ['channel', 'channels', 'network', 'networks', 'platform', 'platforms', 'social', 'social profile', 'social profiles', 'social set', 'kanal', 'kanaler', 'kanalen', 'kanaal', 'plattform', 'plattformer', 'kanäle', 'réseau', 'réseaux', 'red', 'redes', 'canale', 'canali', 'piattaforma', 'plataforma', 'profile', 'profiles', 'account', 'where', 'hvor', 'waar', 'wo']],
      ['media', ['media', 'image', 'images', 'picture', 'photo', 'file', 'files', 'file name', 'asset', 'assets', 'visual', 'video', 'image url', 'media url', 'picture url', 'bilde', 'bilder', 'fil', 'bild', 'afbeelding', 'afbeeldingen', 'beeld', 'foto', 'datei', 'fichier', 'imagen', 'immagine', 'imagem', 'bestand', 'archivo', 'arquivo']],
      ['altTexts', ['alt text', 'alt', 'alttext', 'alternative text', 'alt tekst', 'alternativ tekst', 'alternatieve tekst', 'texte alternatif', 'testo alternativo', 'texto alternativo']],
      ['link', ['link', 'url', 'links', 'landing page', 'link in bio', 'link in bio url', 'lenke', 'länk', 'lien', 'enlace']],
      ['labels', ['labels', 'label', 'tags', 'tag', 'category', 'categories', 'etikett', 'etiketter', 'kategori', 'categorie', 'kategorie', 'catégorie', 'etiquetas', 'etichette']],
      ['status', ['status', 'state', 'stage', 'statut', 'estado', 'stato']],
      ['firstComment', ['first comment', 'comment', 'første kommentar', 'eerste reactie', 'erster kommentar', 'premier commentaire', 'primer comentario', 'primo commento']],
      ['notes', ['notes', 'note', 'remarks', 'internal notes', 'notat', 'notater', 'opmerkingen', 'notities', 'notizen', 'notas', 'commenti interni']],
      ['pillar', ['pillar', 'content pillar', 'theme', 'pilar', 'pijler', 'säule', 'pilier', 'pilastro']],
      ['campaign', ['campaign', 'kampanje', 'kampanj', 'campagne', 'kampagne', 'campaña', 'campagna', 'campanha']],
      ['owner', ['owner', 'assignee', 'responsible', 'author', 'who', 'ansvarlig', 'ansvarig', 'verantwoordelijke', 'verantwortlich', 'responsable', 'responsabile']],
      ['postType', ['type', 'post type', 'format', 'innleggstype', 'berichttype', 'formaat', 'tipo', 'formato']]
    ] as const
  ).flatMap(([target, words]) => words.map((word) => [word, to(target)] as const))
)
