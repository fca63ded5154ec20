import { AvatarStack, StatusBadge } from '@plexus/ui';
import { IconAlertTriangle, IconUserQuestion } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { CaseloadRowFragment } from '../../../gql/index.ts';
import { Day } from '../../../shared/day.tsx';
import { patientName } from '../../../shared/patient-name.ts';
import { avatarOf } from '../../../shared/person.ts';
import { useText } from '../../../shared/text.ts';
import { useViewer } from '../../../shared/viewer.ts';
import { reviewState } from '../model/review-words.ts';
import classes from './caseload.module.css';

interface CellProps {
  readonly patient: CaseloadRowFragment;
}

/** Name, birth year and MRN stand together, so that two patients of one name are told apart. The name's link fills the whole row. */
export function NameCell({ patient }: CellProps) {
  const text = useText();
  return (
    <>
      <span className={classes.who}><Link className={classes.name} to={`/patients/${patient.id}`} data-target>{patientName(patient)}</Link><UnreadBadge patient={patient} /></span>
      <div className={classes.facts}>{text('patients.birthYear', { year: patient.birthDate.slice(0, 4), age: patient.age, mrn: patient.mrn })}</div>
    </>
  );
}

/** The server counts as far as this. */
const MANY_UNREAD = 100;

/** What others changed since the viewer reviewed the record. */
function UnreadBadge({ patient: { isNewToViewer, unread } }: CellProps) {
  const text = useText();
  if (isNewToViewer) return <StatusBadge>{text('patients.newToYou')}</StatusBadge>;
  if (unread === 0) return null;
  return <StatusBadge tone="accent">{unread >= MANY_UNREAD ? text('patients.unreadMany', { count: MANY_UNREAD - 1 }) : text('patients.unread', { count: unread })}</StatusBadge>;
}

export function ProblemsCell({ patient }: CellProps) {
  const text = useText();
  return patient.problems.length ? patient.problems.join(', ') : <span className={classes.note}>{text('patients.noProblems')}</span>;
}

/** Its names show on hover, so it stands above the link that fills the row, and leads to the same place. */
export function TeamCell({ patient }: CellProps) {
  const text = useText();
  return (
    <Link className={classes.team} to={`/patients/${patient.id}`} tabIndex={-1}>
      <AvatarStack
        label={text('patients.teamOf', { name: patientName(patient) })}
        people={patient.team.map(({ person, discipline, role }) => avatarOf(person, discipline, role === 'MEMBER' ? undefined : text(`teamRole.${role}`)))}
      />
    </Link>
  );
}

export function GoalsCell({ patient }: CellProps) {
  const text = useText();
  return (
    <div className={classes.signals}>
      <span>{text('patients.openGoals', { count: patient.openGoals })}</span>
      {patient.ownerlessGoals > 0 && (
        <StatusBadge tone="warn" icon={IconUserQuestion}>{text('patients.ownerless', { count: patient.ownerlessGoals })}</StatusBadge>
      )}
    </div>
  );
}

/** Leads to the patient's follow-ups, so it stands above the link that fills the row. */
export function FollowUpsCell({ patient: { id, openFollowUps, overdueFollowUps } }: CellProps) {
  const text = useText();
  return (
    <div className={classes.signals}>
      {openFollowUps === 0 ? <span className={classes.note}>{text('patients.followUps', { count: 0 })}</span>
        : <Link className={classes.above} to={`/patients/${id}/follow-ups`} data-target>{text('patients.followUps', { count: openFollowUps })}</Link>}
      {overdueFollowUps > 0 && <StatusBadge tone="bad" icon={IconAlertTriangle}>{text('patients.overdue', { count: overdueFollowUps })}</StatusBadge>}
    </div>
  );
}

export function ReviewCell({ patient }: CellProps) {
  const text = useText();
  const { today } = useViewer().organization;
  const review = reviewState(patient.reviewDate, today);
  if (review.kind === 'none' || !patient.reviewDate) return <span className={classes.note}>{text('patients.noReview')}</span>;
  return (
    <div className={classes.signals}>
      <Day date={patient.reviewDate} />
      {review.kind === 'late' && <StatusBadge tone="bad" icon={IconAlertTriangle}>{text('date.late', { days: review.days })}</StatusBadge>}
    </div>
  );
}
