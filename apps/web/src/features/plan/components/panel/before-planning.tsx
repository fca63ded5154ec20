import { treatmentById } from '@plexus/catalogue/treatments';
import { AllergyPrompts, NotAskedByName } from '../../../../shared/allergy-prompts.tsx';
import { usePlanDesk } from '../../hooks/plan-desk.ts';

/** What the record says against it, read before it is saved: it prompts and stops nothing. */
export function BeforePlanning({ catalogueId }: { catalogueId: string }) {
  const { patient } = usePlanDesk();
  const treatment = treatmentById(catalogueId);
  if (!treatment) return null;
  return (
    <>
      <AllergyPrompts patient={patient} exposure={{ name: treatment.name, drugs: treatment.drugs, catalogueId }} />
      <NotAskedByName patient={patient} catalogueId={catalogueId} />
    </>
  );
}
