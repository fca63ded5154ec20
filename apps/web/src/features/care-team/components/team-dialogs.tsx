import type { ConsentRowFragment, StandInRowFragment, TeamMemberRowFragment, TeamRecordFragment } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';
import type { TeamCommandContext } from '../hooks/use-team-command.ts';
import { leadToday } from '../model/team-sections.ts';
import { AddMemberDialog } from './add-member-dialog.tsx';
import { ArrangeStandInDialog } from './arrange-stand-in-dialog.tsx';
import { ChangeLeadDialog } from './change-lead-dialog.tsx';
import { ConsentInErrorDialog, EditConsentDialog, RecordConsentDialog, WithdrawConsentDialog } from './consent-dialogs.tsx';
import { EndMembershipDialog, EndStandInDialog } from './end-dialogs.tsx';

const CONSENT_VERBS = ['edit-consent', 'withdraw-consent', 'consent-in-error'] as const;
export type ConsentVerb = (typeof CONSENT_VERBS)[number];

export type TeamTask =
  | { readonly verb: 'add' }
  | { readonly verb: 'record-consent' }
  | { readonly verb: ConsentVerb; readonly consent: ConsentRowFragment }
  | { readonly verb: 'end' | 'lead' | 'stand-in'; readonly member: TeamMemberRowFragment }
  | { readonly verb: 'end-stand-in'; readonly member: TeamMemberRowFragment; readonly standIn: StandInRowFragment };

/** A task as an address can ask for it. */
export function nameOf(task: TeamTask): string {
  switch (task.verb) {
    case 'add':
    case 'record-consent':
      return task.verb;
    case 'edit-consent':
    case 'withdraw-consent':
    case 'consent-in-error':
      return `${task.verb}:${task.consent.id}`;
    case 'end-stand-in':
      return `${task.verb}:${task.standIn.id}`;
    default:
      return `${task.verb}:${task.member.id}`;
  }
}

/** The task of that name, if the record has what it is about. */
export function taskOf(name: string, { team, consents }: { readonly team: readonly TeamMemberRowFragment[]; readonly consents: readonly ConsentRowFragment[] }): TeamTask | null {
  const ofConsents = consents.flatMap((consent) => CONSENT_VERBS.map((verb): TeamTask => ({ verb, consent })));
  const tasks: TeamTask[] = [{ verb: 'add' }, { verb: 'record-consent' }, ...ofConsents, ...team.flatMap((member): TeamTask[] => [
    { verb: 'end', member }, { verb: 'lead', member }, { verb: 'stand-in', member }, ...member.standIns.map((standIn) => ({ verb: 'end-stand-in' as const, member, standIn })),
  ])];
  return tasks.find((task) => nameOf(task) === name) ?? null;
}

interface TeamDialogsProps {
  readonly task: TeamTask | null;
  readonly patient: TeamRecordFragment;
  readonly onClose: () => void;
  readonly onFinish: (message: string) => void;
  readonly onConflict: () => void;
}

/** The one dialog that is open now, if any. */
export function TeamDialogs({ task, patient, onClose, onFinish, onConflict }: TeamDialogsProps) {
  const text = useText();
  if (!task) return null;
  const context = (message: string): TeamCommandContext => ({ patient, opens: nameOf(task), onDone: () => onFinish(message), onKept: () => onFinish(text('outbox.kept')), onConflict });
  if ('consent' in task || task.verb === 'record-consent') return <ConsentDialogs task={task} patient={patient} context={context(text(`consent.done.${task.verb}`))} onClose={onClose} />;
  if (task.verb === 'add') return <AddMemberDialog context={context(text('careTeam.added'))} onClose={onClose} />;

  const { member } = task;
  const name = member.person.name;
  switch (task.verb) {
    case 'end':
      return <EndMembershipDialog member={member} context={context(text('careTeam.endedToast', { name }))} onClose={onClose} />;
    case 'lead':
      return <ChangeLeadDialog member={member} present={leadToday(patient.team)} context={context(text('careTeam.lead.done', { name }))} onClose={onClose} />;
    case 'stand-in':
      return <ArrangeStandInDialog member={member} context={context(text('careTeam.standIn.done', { name }))} onClose={onClose} />;
    case 'end-stand-in':
      return (
        <EndStandInDialog member={member} standIn={task.standIn} context={context(text('careTeam.standIn.ended', { name, standIn: task.standIn.person.name }))} onClose={onClose} />
      );
  }
}

type ConsentTask = Extract<TeamTask, { readonly consent: ConsentRowFragment }> | { readonly verb: 'record-consent' };

function ConsentDialogs({ task, patient, context, onClose }: { task: ConsentTask; patient: TeamRecordFragment; context: TeamCommandContext; onClose: () => void }) {
  if (!('consent' in task)) return <RecordConsentDialog context={context} onClose={onClose} />;
  // As the answer has it that also told the revision.
  const consent = patient.consents.find(({ id }) => id === task.consent.id) ?? task.consent;
  const Dialog = { 'edit-consent': EditConsentDialog, 'withdraw-consent': WithdrawConsentDialog, 'consent-in-error': ConsentInErrorDialog }[task.verb];
  return <Dialog consent={consent} context={context} onClose={onClose} />;
}
