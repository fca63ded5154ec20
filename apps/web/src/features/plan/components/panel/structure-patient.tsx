import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { UseFormReturnType } from '@mantine/form';
import { Notice } from '@plexus/ui';
import { useState } from 'react';
import { PlanStructureDocument, StructurePatientsDocument } from '../../../../gql/index.ts';
import { patientName } from '../../../../shared/patient-name.ts';
import { useText } from '../../../../shared/text.ts';
import { patientChoice, type Choosable, type TemplateFormValues } from '../../model/template-form.ts';
import panelClasses from './panel.module.css';
import { scrolls } from './people-fields.tsx';

/** The structure of another patient's plan as it is now; the server lets nobody read one that is not theirs to read. */
export function usePatientStructure(patientId: string): { structure: Choosable | null; failed: boolean } {
  const { data, error } = useQuery(PlanStructureDocument, { variables: { patientId }, skip: !patientId, fetchPolicy: 'network-only' });
  return { structure: patientId && data ? patientChoice(data.previewPlanStructure) : null, failed: error !== undefined };
}

const TYPED_MS = 200;

interface StructurePatientProps {
  readonly form: UseFormReturnType<TemplateFormValues>;
  readonly except: string;
  readonly failed: boolean;
  readonly onChoose: (patientId: string) => void;
}

/** Which patient's plan, of those whom the viewer reaches. */
export function StructurePatient({ form, except, failed, onChoose }: StructurePatientProps) {
  const text = useText();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, TYPED_MS);
  const { data, previousData } = useQuery(StructurePatientsDocument, { variables: { search } });
  const found = (data ?? previousData)?.patients.edges.map(({ node }) => node).filter(({ id, openGoals }) => id !== except && openGoals > 0) ?? [];
  return (
    <div className={panelClasses.plain} data-field="fromPatientId">
      <Select
        required
        searchable
        {...scrolls}
        label={text('template.patient')}
        description={text('template.patientHint')}
        placeholder={text('template.findPatient')}
        nothingFoundMessage={text('template.noPatient')}
        data={found.map((patient) => ({ value: patient.id, label: `${patientName(patient)} · ${text('patient.mrn', { mrn: patient.mrn })}` }))}
        onSearchChange={setTyped}
        filter={({ options }) => options}
        {...form.getInputProps('fromPatientId')}
        onChange={(id) => onChoose(id ?? '')}
      />
      {failed && <Notice tone="bad" role="alert"><p>{text('template.structureFailed')}</p></Notice>}
    </div>
  );
}
