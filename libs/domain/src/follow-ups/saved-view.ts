import { type Result, type RuleViolation, unless, violation } from '../result.ts';
import { checkText } from '../text/text.ts';

/** More would be a list to search in. */
export const SAVED_VIEW_LIMIT = 50;

/** The query of a page's address: `queue=overdue&pool=nurse`. */
const isQuery = (address: string): boolean => /^[\w\-.~%&=+,:]*$/.test(address);

export const checkSavedView = ({ name, address }: { readonly name: string; readonly address: string }): Result<void, RuleViolation> =>
  unless([
    checkText('name', name, 'name', { required: true }),
    checkText('address', address, 'paragraph') ?? (isQuery(address) ? null : violation('ADDRESS_ILL_FORMED', 'This is no address of a worklist. Open the worklist and save it from there.', 'address')),
  ]);
