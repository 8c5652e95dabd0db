/** What each change of channels, pillars, campaigns, kept texts and limits was, in words. */
export const recordsEn = {
  'history.step.channels.create': 'channel “{name}” added',
  'history.step.channels.update': 'channel changed',
  'history.step.channels.reorder': 'channels put in another order',
  'history.step.channels.archive': 'channel archived',
  'history.step.channels.restore': 'channel restored',
  'history.step.channels.remove': 'channel removed',
  'history.step.channels.setSlots': 'posting slots changed',
  'history.step.channels.saveVoice': 'voice saved',
  'history.step.channels.removeVoice': 'voice removed',
  'history.step.pillars.create': 'pillar “{name}” added',
  'history.step.pillars.update': 'pillar changed',
  'history.step.pillars.reorder': 'pillars put in another order',
  'history.step.pillars.remove': 'pillar removed',
  'history.step.campaigns.create': 'campaign “{name}” added',
  'history.step.campaigns.update': 'campaign changed',
  'history.step.campaigns.archive': 'campaign archived',
  'history.step.campaigns.restore': 'campaign restored',
  'history.step.campaigns.remove': 'campaign removed',
  'history.step.campaigns.saveAd': 'ad saved',
  'history.step.campaigns.removeAd': 'ad removed'
} as const
