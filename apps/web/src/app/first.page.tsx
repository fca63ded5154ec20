import { ForMe } from '../features/follow-ups/components/for-me.tsx';
import { CaseloadPage } from '../features/patients/caseload.page.tsx';
import { useMay } from '../shared/viewer.ts';

/** Everybody's first page: what needs me, then my patients. */
export function FirstPage() {
  return (
    <>
      {useMay('FOLLOW_UPS_LIST') && <ForMe />}
      <CaseloadPage />
    </>
  );
}
