import { NavLink, Navigate, Outlet } from 'react-router';
import { useText } from '../shared/text.ts';
import tabs from '../shared/tab-links.module.css';
import { useMay } from '../shared/viewer.ts';
import { useOrganizationPlaces } from './use-places.ts';

/** People, sessions, access log: what this person may see of them. */
export function OrganizationLayout() {
  const text = useText();
  const places = useOrganizationPlaces();
  return (
    <>
      <div className={tabs.bar}>
        <nav className={tabs.tabs} aria-label={text('organization.title')}>
          {places.map(({ to, label }) => <NavLink key={to} to={to} className={tabs.tab}>{label}</NavLink>)}
        </nav>
      </div>
      <div className={tabs.page}><Outlet /></div>
    </>
  );
}

/** Where everybody begins: the caseload, or the organization for who has no patients to read. */
export function Home() {
  return <Navigate to={useMay('CASELOAD_READ') ? '/patients' : '/organization'} replace />;
}

/** `/organization` itself is its first page. */
export function OrganizationIndex() {
  const [first] = useOrganizationPlaces();
  return <Navigate to={first?.to ?? '/organization/sessions'} replace />;
}
