import { Injectable } from '@nestjs/common';
import { RED_FLAG_FORM, redFlagResult, redFlags } from '@plexus/catalogue';
import { type RedFlagAnswerGiven, type RedFlagDecision, type RedFlagForm, type Result, checkDecision, checkReason, checkScreen, ok, refuse, tidy, unless, violation } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import type { Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { RED_FLAG_SCREEN } from '../persistence/background.entities.ts';

export interface SignRedFlagScreen extends Command {
  /** The edition of the form that was answered. */
  readonly form: number;
  readonly answers: readonly RedFlagAnswerGiven[];
}

export interface DecideOnRedFlagScreen extends Command {
  readonly screenId: string;
  readonly decision: RedFlagDecision;
  readonly reason: string;
}

export interface RemoveRedFlagScreen extends Command {
  readonly screenId: string;
  readonly reason: string;
}

const FORM: RedFlagForm = {
  items: redFlags.map(({ id }) => id),
  emergencies: redFlags.filter(({ group }) => group.rule === 'SAF-05').map(({ id }) => id),
};
const REMOVED = violation('SCREEN_REMOVED', 'This screen was entered in error. Fill in a new one.', 'screenId');

/** Signs a whole answer sheet: as oneself, today. It never changes afterwards. */
@Injectable()
export class SignRedFlagScreenUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: SignRedFlagScreen): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'red-flag-screen.sign', action: 'screen:sign', command }, async (record) => {
      if (command.form !== RED_FLAG_FORM) return refuse(violation('FORM_RENEWED', 'The questions were renewed since you opened this form. Reload the page and answer it anew.', 'form'));
      const checked = checkScreen(command.answers, FORM);
      if (!checked.ok) return checked;
      const given = new Map(command.answers.map((answer) => [answer.item, answer]));
      const answered = (answer: RedFlagAnswerGiven['answer']) => FORM.items.filter((item) => given.get(item)?.answer === answer);
      const yes = answered('yes');
      const screen = {
        id: newId(), patientId: record.patientId, form: RED_FLAG_FORM, signedById: actor.personId, signedAt: record.now, signedOn: actor.today,
        yes, details: yes.map((item) => tidy(given.get(item)?.detail ?? '')), no: answered('no'), notAsked: answered('not-asked'),
        decision: null, decisionReason: null, decidedById: null, status: 'signed' as const,
      };
      await record.add(RED_FLAG_SCREEN, screen);
      return ok({ entityId: screen.id });
    });
  }
}

/** SAF-06: what is done about the flags that were found. A later decision takes the place of the first; the history has both. */
@Injectable()
export class DecideOnRedFlagScreenUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: DecideOnRedFlagScreen): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'red-flag-screen.decide', action: 'screen:sign', command }, async (record) => {
      const screen = await record.load(RED_FLAG_SCREEN, command.screenId);
      const checked = checkDecision(redFlagResult(screen.yes) !== 'none', command.reason);
      if (!checked.ok) return checked;
      const patch = { decision: command.decision, decisionReason: tidy(command.reason), decidedById: actor.personId };
      await record.checkConflicts(RED_FLAG_SCREEN, screen, patch);
      if (screen.status !== 'signed') return refuse(REMOVED);
      await record.edit(RED_FLAG_SCREEN, screen, patch);
      return ok({ entityId: screen.id });
    });
  }
}

@Injectable()
export class RemoveRedFlagScreenUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: RemoveRedFlagScreen): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'red-flag-screen.remove', action: 'screen:sign', command, reason: command.reason }, async (record) => {
      const screen = await record.load(RED_FLAG_SCREEN, command.screenId);
      const checked = unless([checkReason(command.reason), screen.status === 'signed' ? null : REMOVED]);
      if (!checked.ok) return checked;
      await record.checkConflicts(RED_FLAG_SCREEN, screen, { status: 'entered-in-error' });
      await record.edit(RED_FLAG_SCREEN, screen, { status: 'entered-in-error' });
      return ok({ entityId: screen.id });
    });
  }
}
