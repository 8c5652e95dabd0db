import type { CrisisTexts } from './crisis-texts'

export const crisisTextsNl: CrisisTexts = {
  levels: [
    'Losse klachten of harde reacties. Niemand buiten het gesprek pakt ze op. Wie dienst heeft, antwoordt binnen de gewone tijd.',
    'Meerdere mensen zeggen hetzelfde, of een bericht wordt met kritiek gedeeld. Er kan bij ons iets mis zijn. De verantwoordelijke hoort het binnen een uur; antwoorden worden afgestemd.',
    'Veel stemmen, een bekend account of een journalist pakt het op, of mensen kunnen schade hebben geleden of geld zijn kwijtgeraakt. Geplande berichten staan stil. Eén persoon spreekt; de directie hoort het meteen.',
    'Gevaar voor leven of gezondheid, een misdrijf, verlies van persoonsgegevens, of brede aandacht in de pers. Alles staat stil. De directie beslist; advocaat en overheid worden ingelicht waar de wet dat vraagt.'
  ],
  policy: [
    'Kritiek krijgt antwoord en wordt niet verwijderd. Iedereen krijgt antwoord, vriendelijk, binnen 24 uur; als het brandt, een eerste antwoord binnen een uur.',
    '',
    '1. Lees het twee keer. Wat wil deze persoon: een antwoord, excuses, een oplossing, gehoord worden?',
    '2. Bewaar het: schermafbeelding, link en tijd, vóór al het andere.',
    '3. Antwoord eerst in het openbaar, op dezelfde plek en in dezelfde taal. Gebruik de naam. Bedank, zeg wat bekend is, en zeg wat er daarna gebeurt en wanneer.',
    '4. Is er iets misgegaan, bied dan gewoon excuses aan, zonder ‘als’ en zonder ‘maar’. Zeg wat eraan wordt gedaan.',
    '5. Persoonlijke gegevens horen in een privébericht. Zeg in het openbaar dat het is gestuurd.',
    '6. Ga niet in discussie. Bied na twee openbare antwoorden een telefoontje of een mail aan.',
    '7. Gok niet. Van wat nog niet bekend is, wordt gezegd dat het nog niet bekend is.',
    '',
    'Verborgen of verwijderd wordt alleen: dreigementen, haat, persoonsgegevens van anderen, spam en wat de wet verbiedt. De reden wordt opgeschreven en het bewijs bewaard. Wie verborgen wordt, hoort waarom.',
    '',
    'Het gaat naar de verantwoordelijke als: meerdere mensen hetzelfde zeggen, iemand gewond is of geld kwijt is, een journalist of advocaat schrijft, of het antwoord niet binnen een uur bekend is.'
  ].join('\n'),
  lines: [
    ['Hallo {person}, dank dat je het meldt. Zo hoort het niet te gaan. We zoeken het uit en antwoorden hier vóór {time}.'],
    ['Hallo {person}, meer mensen hebben ons hetzelfde verteld en we nemen het serieus. We zoeken uit wat er is gebeurd en laten het hier weten vóór {time}.', 'Dank voor je geduld, {person}. We weten meer dan vanochtend, maar nog niet alles. Het volgende bericht komt om {time}.'],
    ['We hebben gezien wat er over {client} wordt gezegd. We zoeken uit wat er is gebeurd en zeggen hier om {time} wat we weten. Tot die tijd plaatsen we niets anders.', 'Voor iedereen die het raakt: schrijf naar {email}. Elk bericht wordt gelezen en beantwoord.'],
    ['Onze gedachten zijn bij de mensen die het treft. We werken samen met de overheid en delen wat zeker is, hier als eerste. Volgende bericht: {time}.', 'Wie nu hulp nodig heeft, belt het alarmnummer. Vragen aan {client}: {email}.']
  ]
}
