import type { CrisisTexts } from './crisis-texts'

export const crisisTextsEn: CrisisTexts = {
  levels: [
    'Single complaints or harsh comments. Nobody outside the conversation takes them up. Answered by whoever is on duty, within the usual time.',
    'Several people say the same, or one post is shared with criticism. Something may be wrong on our side. The person responsible is told within the hour; answers are agreed on.',
    'Many voices, a known account or a journalist takes it up, or people may have come to harm or lost money. Planned posts stand still. One person speaks; management is told at once.',
    'Danger to life or health, a crime, loss of personal data, or wide coverage in the press. Everything stands still. Management decides; lawyers and authorities are told where the law asks for it.'
  ],
  policy: [
    'Criticism is answered, not deleted. Everyone gets an answer, kindly, within 24 hours; while it burns, a first answer within one hour.',
    '',
    '1. Read it twice. What does the person want: an answer, an apology, a solution, to be heard?',
    '2. Keep it: a screenshot, the link and the time, before anything else.',
    '3. Answer in public first, in the same place and the same language. Use the name of the person. Say thank you, say what is known, say what happens next and when.',
    '4. If something went wrong, say sorry for it plainly, without "if" and without "but". Say what is done about it.',
    '5. Personal details belong in a private message. Say in public that one was sent.',
    '6. Do not argue. After two answers in public, offer a call or a mail.',
    '7. Do not guess. What is not known yet is said to be not known yet.',
    '',
    'Hidden or removed is only: threats, hate, personal details of others, spam, and what the law forbids. The reason is written down and the evidence is kept. Who is hidden is told why.',
    '',
    'It is passed on to the person responsible when: several people say the same, somebody was hurt or lost money, a journalist or a lawyer writes, or the answer is not known within the hour.'
  ].join('\n'),
  lines: [
    ['Hello {person}, thank you for telling us. That is not how it should be. We are looking into it and will answer here by {time}.'],
    ['Hello {person}, several people have told us the same, and we take it seriously. We are finding out what happened and will tell you here by {time}.', 'Thank you for your patience, {person}. We know more than this morning, but not all yet. The next word comes at {time}.'],
    ['We have seen what is being said about {client}. We are finding out what happened and will say what we know here at {time}. Until then we do not post anything else.', 'To everyone affected: please write to {email}. Each message is read and answered.'],
    ['Our thoughts are with those affected. We are working with the authorities and share what is certain, here and nowhere else first. Next update: {time}.', 'If you need help now, call the emergency number. For questions to {client}: {email}.']
  ]
}
