import type { CrisisTexts } from './crisis-texts'

export const crisisTextsNb: CrisisTexts = {
  levels: [
    'Enkelte klager eller krasse kommentarer. Ingen utenfor samtalen tar dem opp. Besvares av den som har vakt, innen vanlig tid.',
    'Flere sier det samme, eller et innlegg deles med kritikk. Noe kan ha gått galt hos oss. Den ansvarlige får beskjed innen en time; svarene avtales.',
    'Mange stemmer, en kjent konto eller en journalist tar det opp, eller noen kan ha blitt skadet eller tapt penger. Planlagte innlegg stanses. Én person uttaler seg; ledelsen får beskjed med en gang.',
    'Fare for liv eller helse, et lovbrudd, personopplysninger på avveie eller bred omtale i pressen. Alt stanses. Ledelsen avgjør; advokat og myndigheter varsles der loven krever det.'
  ],
  policy: [
    'Kritikk besvares, den slettes ikke. Alle får svar, vennlig, innen 24 timer; når det brenner, et første svar innen en time.',
    '',
    '1. Les to ganger. Hva ønsker personen: et svar, en unnskyldning, en løsning, å bli hørt?',
    '2. Ta vare på det: skjermbilde, lenke og tidspunkt, før noe annet.',
    '3. Svar offentlig først, på samme sted og på samme språk. Bruk navnet til personen. Takk, si hva som er kjent, og si hva som skjer videre og når.',
    '4. Har noe gått galt, så si unnskyld rett ut, uten «hvis» og uten «men». Si hva som blir gjort.',
    '5. Personlige opplysninger hører hjemme i en privat melding. Si offentlig at den er sendt.',
    '6. Ikke krangle. Etter to offentlige svar: tilby en telefon eller en e-post.',
    '7. Ikke gjett. Det som ikke er kjent ennå, sies å være ukjent.',
    '',
    'Skjult eller fjernet blir bare: trusler, hat, andres personopplysninger, søppelpost og det loven forbyr. Grunnen skrives ned og beviset tas vare på. Den det gjelder, får vite hvorfor.',
    '',
    'Det sendes videre til den ansvarlige når: flere sier det samme, noen er skadet eller har tapt penger, en journalist eller advokat skriver, eller svaret ikke er kjent innen en time.'
  ].join('\n'),
  lines: [
    ['Hei {person}, takk for at du sier fra. Slik skal det ikke være. Vi undersøker saken og svarer her innen {time}.'],
    ['Hei {person}, flere har fortalt oss det samme, og vi tar det på alvor. Vi finner ut hva som har skjedd, og gir beskjed her innen {time}.', 'Takk for tålmodigheten, {person}. Vi vet mer enn i morges, men ikke alt ennå. Neste beskjed kommer kl. {time}.'],
    ['Vi har sett det som sies om {client}. Vi finner ut hva som har skjedd, og sier det vi vet her kl. {time}. Inntil da legger vi ikke ut noe annet.', 'Til alle som er berørt: skriv til {email}. Hver melding blir lest og besvart.'],
    ['Tankene våre går til dem som er rammet. Vi samarbeider med myndighetene og deler det som er sikkert, her først. Neste oppdatering: {time}.', 'Trenger du hjelp nå, ring nødnummeret. Spørsmål til {client}: {email}.']
  ]
}
