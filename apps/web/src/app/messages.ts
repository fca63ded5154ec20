import { backgroundMessages } from '../features/background/messages.ts';
import { careTeamMessages } from '../features/care-team/messages.ts';
import { identityMessages } from '../features/identity/messages.ts';
import { medicinesMessages } from '../features/medicines/messages.ts';
import { patientsMessages } from '../features/patients/messages.ts';
import { attainmentMessages } from '../features/plan/attainment-messages.ts';
import { planMessages } from '../features/plan/messages.ts';
import { structureMessages } from '../features/plan/structure-messages.ts';
import { sharedMessages } from '../shared/messages.ts';

/** The one English catalogue. An id belongs to the feature whose name it begins with, or to the shared words. */
export const messages = { ...sharedMessages, ...identityMessages, ...patientsMessages, ...medicinesMessages, ...careTeamMessages, ...planMessages, ...attainmentMessages, ...structureMessages, ...backgroundMessages };

declare global {
  // react-intl reads its ids from here, so a misspelt one does not compile.
  namespace FormatjsIntl {
    interface Message {
      ids: keyof typeof messages;
    }
  }
}
