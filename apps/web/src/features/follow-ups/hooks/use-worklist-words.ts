import { disciplineName } from '../../../shared/labels.ts';
import { patientName } from '../../../shared/patient-name.ts';
import { useText } from '../../../shared/text.ts';
import { codeOf } from '../model/contract.ts';
import type { Grouping } from '../model/worklist-address.ts';
import type { DueGroup, WorklistGroup } from '../model/worklist-groups.ts';

/** The heading of a group: what its rows have in common. */
export function useGroupWords(): (group: WorklistGroup, grouping: Grouping) => string {
  const text = useText();
  return ({ key, rows: [row] }, grouping) => {
    if (key === 'safety' || !row) return text('worklist.group.safety');
    switch (grouping) {
      case 'due':
        return text(`worklist.group.${key as DueGroup}`);
      case 'owner':
        return row.owner?.name ?? text('assign.pool', { role: disciplineName(row.pool.id) });
      case 'patient':
        return patientName(row.patient);
      case 'discipline':
        return disciplineName(row.pool.id)!;
      case 'kind':
        return text(`value.follow-up.kind.${codeOf(row.kind)}`);
    }
  };
}
