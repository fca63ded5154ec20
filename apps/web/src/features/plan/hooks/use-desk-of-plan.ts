import { useApolloClient } from '@apollo/client/react';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { PlanPageDocument, UndoPlanChangeDocument, type PlanChangePartsFragment } from '../../../gql/index.ts';
import { openContactOf } from '../../../shared/contacts.ts';
import { notice, offerUndo } from '../../../shared/notices.tsx';
import { usePatientNewsPage } from '../../../shared/patient-news.ts';
import { useText } from '../../../shared/text.ts';
import { useCommand } from '../../../shared/use-command.ts';
import { useViewer } from '../../../shared/viewer.ts';
import type { PlanDesk, PlanPatient, Settling } from './plan-desk.ts';
import { useChangeWords } from './use-change-words.ts';
import { useOutcomeWords } from './use-outcome-words.ts';
import { usePlanPanel } from './use-plan-panel.ts';

/** Everything behind the editable plan of one patient. */
export function useDeskOfPlan(patient: PlanPatient, refresh: () => Promise<void>): PlanDesk {
  const client = useApolloClient();
  const viewer = useViewer();
  const panel = usePlanPanel();
  const revision = usePlanRevision(patient);
  const settle = useSettle(patient.id);
  const patientId = patient.id;

  return useMemo((): PlanDesk => {
    const { goals, activities } = patient.plan;
    const mine = patient.team.find(({ person, period }) => person.id === viewer.person.id && period === 'CURRENT');
    return {
      ...panel,
      patient,
      revision,
      mayWrite: patient.viewer.may.includes('PLAN_WRITE'),
      mayReadHistory: patient.viewer.may.includes('HISTORY_READ'),
      viewerId: viewer.person.id,
      myDiscipline: mine?.discipline ?? null,
      goal: (id) => goals.find((goal) => goal.id === id),
      activity: (id) => activities.find((activity) => activity.id === id),
      contactId: openContactOf(patient.contacts, viewer.person.id)?.id,
      settle,
      latest: async () => {
        await refresh();
        return client.readQuery({ query: PlanPageDocument, variables: { patientId } })?.patient ?? null;
      },
    };
  }, [panel.panel, panel.open, panel.close, patient, patientId, revision, settle, client, refresh, viewer.person.id]);
}

/**
 * The cache has one revision a patient, which the frame may move on before the plan has come. What is typed over the plan on the screen is
 * typed over the revision with which that plan came.
 */
function usePlanRevision({ plan, revision }: PlanPatient): number {
  const [shown, setShown] = useState({ plan, revision });
  if (shown.plan !== plan) setShown({ plan, revision });
  return shown.plan === plan ? shown.revision : revision;
}

function useSettle(patientId: string): PlanDesk['settle'] {
  const text = useText();
  const { saySome, fieldWords } = useChangeWords();
  const sayOutcome = useOutcomeWords();
  const news = usePatientNewsPage()?.news;
  const { send } = useCommand(UndoPlanChangeDocument);

  const crossed = useEffectEvent<Parameters<NonNullable<typeof news>['onCrossing']>[0]>(({ revision, mine }) => {
    const entity = revision.changes.find(({ entityId }) => entityId === mine.entityId)?.entity ?? 'goal';
    const theirs = revision.changes.filter(({ entityId }) => entityId === mine.entityId).map(({ field }) => field);
    notice(text('planMerge.crossed', { name: revision.person.name, mine: fieldWords(entity, mine.fields), theirs: fieldWords(entity, theirs) }));
  });
  useEffect(() => news?.onCrossing((crossing) => crossed(crossing)), [news]);

  const settle = useEffectEvent((change: PlanChangePartsFragment, { said, fields, isUndo = false }: Settling) => {
    news?.made({ entityId: change.entityId, number: change.revision, fields });
    const merged = change.meanwhile.flatMap(({ person, changes }) => {
      const words = saySome(changes.filter(({ entityId }) => entityId === change.entityId));
      return words ? [text('planMerge.meanwhile', { name: person.name, changes: words })] : [];
    });
    const words = [said, ...merged, ...(merged.length ? [text('planMerge.kept')] : [])].join(' ');
    if (isUndo) return notice(words);
    offerUndo(words, () => void undo(change.revision));
  });

  async function undo(revision: number) {
    const outcome = await send({ patientId, revision });
    if (outcome.kind === 'done') settleNow(outcome.value, { said: text('planDone.undone'), fields: ['status'], isUndo: true });
    else notice(text('planDone.undoRefused', { why: sayOutcome(outcome) }), 'bad');
  }

  const [settleNow] = useState(() => (change: PlanChangePartsFragment, settling: Settling) => settle(change, settling));
  return settleNow;
}
