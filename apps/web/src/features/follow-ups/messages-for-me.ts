/** The few words of follow-ups on the first page. */
export const forMeMessages = {
  'forMe.title': 'For me',
  'forMe.all': '{count, plural, =1000 {All 999+} one {All follow-ups} other {All #}}',
  'forMe.safety': 'Safety',
} as const;
