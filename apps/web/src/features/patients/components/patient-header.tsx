import { AvatarStack, StatusBadge } from '@plexus/ui';
import { NavLink, useSearchParams } from 'react-router';
import type { PatientHeaderFragment } from '../../../gql/index.ts';
import { readPlanMoment } from '../../../shared/moments.ts';
import { useShownNews } from '../../../shared/patient-news.ts';
import { patientName } from '../../../shared/patient-name.ts';
import { avatarOf } from '../../../shared/person.ts';
import tabs from '../../../shared/tab-links.module.css';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { AgreedMessage } from './agreed-message.tsx';
import { AllergyBadge } from './allergy-badge.tsx';
import { ContactControl } from './contact-control.tsx';
import { DeviceBadges } from './device-badges.tsx';
import classes from './patient-header.module.css';
import { ReconciliationBadge } from './reconciliation-badge.tsx';
import { ScreenBadge } from './screen-badge.tsx';

/** Name, birth date and MRN stand on every screen that writes; beside them what nobody may overlook. */
export function PatientHeader({ patient }: { patient: PatientHeaderFragment }) {
  const text = useText();
  const dates = useDates();
  // A plan of the past shows the message that stood with it.
  const isPast = readPlanMoment(useSearchParams()[0]) !== null;
  const born = text('patient.born', { date: dates.plain(patient.birthDate), age: patient.age });
  const facts = [born, patient.pronouns, text('patient.mrn', { mrn: patient.mrn })].filter(Boolean).join(' · ');

  return (
    <>
      <header className={classes.header}>
        <div className={classes.line}>
          <div className={classes.who}>
            <h1>{patientName(patient)}</h1>
            <span className={classes.facts}>{facts}</span>
            <span className={classes.badges}>
              {patient.problems.filter(({ status }) => status === 'ACTIVE').map(({ id, name }) => <StatusBadge key={id}>{name}</StatusBadge>)}
              <AllergyBadge patient={patient} />
              <ScreenBadge patient={patient} />
              <ReconciliationBadge reconciliation={patient.reconciliation} />
              <DeviceBadges devices={patient.devices} />
            </span>
          </div>
          <div className={classes.side}>
            <TeamStack patient={patient} />
            {patient.viewer.may.includes('CONTACT_WRITE') && <ContactControl patient={patient} />}
          </div>
        </div>
        {patient.viewer.may.includes('PLAN_READ') && !isPast && <AgreedMessage patient={patient} />}
      </header>
      <PatientTabs patient={patient} />
    </>
  );
}

/** The team, and who has the record open now: also who is here without being on the team. */
function TeamStack({ patient }: { patient: PatientHeaderFragment }) {
  const text = useText();
  const { presence } = useShownNews();
  const here = new Set(presence.map(({ person }) => person.id));
  const team = patient.team.filter(({ period }) => period === 'CURRENT');
  const ofTeam = new Set(team.map(({ person }) => person.id));
  const guests = [...new Map(presence.filter(({ person }) => !ofTeam.has(person.id)).map(({ person }) => [person.id, person])).values()];
  const said = (role: PatientHeaderFragment['team'][number]['role'], isHere: boolean) =>
    [role === 'MEMBER' ? undefined : text(`teamRole.${role}`), isHere ? text('patient.hereNow') : undefined].filter(Boolean).join(', ') || undefined;
  return (
    <AvatarStack
      label={text('patient.team')}
      people={[
        ...team.map(({ person, discipline, role }) => ({ ...avatarOf(person, discipline, said(role, here.has(person.id))), isHere: here.has(person.id) })),
        ...guests.map((person) => ({ ...avatarOf(person, undefined, text('patient.hereNow')), isHere: true })),
      ]}
    />
  );
}

function PatientTabs({ patient }: { patient: PatientHeaderFragment }) {
  const text = useText();
  const { may } = patient.viewer;
  const at = `/patients/${patient.id}`;
  return (
    <div className={tabs.bar}>
      <nav className={tabs.tabs} aria-label={text('patient.tabs')}>
        {may.includes('PLAN_READ') && <NavLink to={`${at}/plan`} className={tabs.tab}>{text('patient.tab.plan')}</NavLink>}
        {may.includes('PATIENT_READ_CLINICAL') && <NavLink to={`${at}/medicines`} className={tabs.tab}>{text('patient.tab.medicines')}</NavLink>}
        <NavLink to={`${at}/details`} className={tabs.tab}>{text('patient.tab.details')}</NavLink>
        {may.includes('PATIENT_READ_CLINICAL') && <NavLink to={`${at}/background`} className={tabs.tab}>{text('patient.tab.background')}</NavLink>}
        {may.includes('FOLLOW_UP_READ') && <NavLink to={`${at}/follow-ups`} className={tabs.tab}>{text('patient.tab.followUps')}</NavLink>}
        <NavLink to={`${at}/team`} className={tabs.tab}>{text('patient.tab.team')}</NavLink>
      </nav>
    </div>
  );
}
