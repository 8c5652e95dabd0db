import type { CrisisTexts } from './crisis-texts'

export const crisisTextsIt: CrisisTexts = {
  levels: [
    'Singoli reclami o commenti duri. Nessuno li riprende fuori dalla conversazione. Risponde chi è di turno, nei tempi consueti.',
    'Più persone dicono la stessa cosa, o un post viene condiviso con critiche. Forse abbiamo sbagliato qualcosa. Il responsabile è avvisato entro un’ora; le risposte sono concordate.',
    'Molte voci, un profilo noto o un giornalista ne parla, oppure qualcuno può aver subito un danno o perso denaro. I post programmati si fermano. Parla una sola persona; la direzione è avvisata subito.',
    'Pericolo per la vita o la salute, un reato, dati personali persi o ampia copertura sulla stampa. Tutto si ferma. Decide la direzione; avvocati e autorità sono avvisati dove la legge lo chiede.'
  ],
  policy: [
    'Alle critiche si risponde, non si cancellano. Tutti ricevono una risposta, con gentilezza, entro 24 ore; quando brucia, una prima risposta entro un’ora.',
    '',
    '1. Leggere due volte. Che cosa vuole la persona: una risposta, delle scuse, una soluzione, essere ascoltata?',
    '2. Conservare: schermata, link e ora, prima di tutto il resto.',
    '3. Rispondere prima in pubblico, nello stesso luogo e nella stessa lingua. Usare il nome della persona. Ringraziare, dire che cosa si sa, che cosa succede dopo e quando.',
    '4. Se qualcosa è andato storto, chiedere scusa con chiarezza, senza «se» e senza «ma». Dire che cosa si fa.',
    '5. I dati personali vanno in un messaggio privato. Dire in pubblico che è stato inviato.',
    '6. Non litigare. Dopo due risposte in pubblico, offrire una telefonata o una mail.',
    '7. Non tirare a indovinare. Quello che ancora non si sa, si dice che ancora non si sa.',
    '',
    'Si nasconde o si rimuove soltanto: minacce, odio, dati personali di altri, spam e ciò che la legge vieta. Il motivo viene scritto e la prova conservata. A chi viene nascosto si dice perché.',
    '',
    'Si passa al responsabile quando: più persone dicono la stessa cosa, qualcuno si è fatto male o ha perso denaro, scrive un giornalista o un avvocato, o la risposta non si conosce entro un’ora.'
  ].join('\n'),
  lines: [
    ['Buongiorno {person}, grazie per avercelo detto. Non dovrebbe andare così. Stiamo verificando e rispondiamo qui entro le {time}.'],
    ['Buongiorno {person}, più persone ci hanno detto la stessa cosa e la prendiamo sul serio. Stiamo capendo che cosa è successo e lo diremo qui entro le {time}.', 'Grazie della pazienza, {person}. Sappiamo più di stamattina, ma non ancora tutto. Il prossimo aggiornamento è alle {time}.'],
    ['Abbiamo visto che cosa si dice di {client}. Stiamo capendo che cosa è successo e diremo qui quello che sappiamo alle {time}. Fino ad allora non pubblichiamo altro.', 'A chi è coinvolto: scrivete a {email}. Ogni messaggio viene letto e riceve risposta.'],
    ['Il nostro pensiero va alle persone colpite. Collaboriamo con le autorità e condividiamo ciò che è certo, prima di tutto qui. Prossimo aggiornamento: {time}.', 'Chi ha bisogno di aiuto adesso chiami il numero di emergenza. Per domande a {client}: {email}.']
  ]
}
