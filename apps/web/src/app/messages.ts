import { forMeMessages } from '../features/follow-ups/messages-for-me.ts';
import { identityMessages } from '../features/identity/messages.ts';
import { patientsMessages } from '../features/patients/messages.ts';
import { sharedMessages } from '../shared/messages.ts';

/** The one English catalogue, as far as the first pages need it; the rest is in chart-messages.ts. An id belongs to the feature whose name it begins with, or to the shared words. */
export const messages = { ...sharedMessages, ...identityMessages, ...patientsMessages, ...forMeMessages };

declare global {
  // react-intl reads its ids from here, so a misspelt one does not compile.
  namespace FormatjsIntl {
    interface Message {
      ids: keyof typeof messages | keyof (typeof import('./chart-messages.ts'))['chartMessages'];
    }
  }
}
