import { IconBrain, IconLeaf, IconMassage, IconRun, IconStethoscope, IconTool, IconUsers, IconVaccine, type Icon } from '@tabler/icons-react';

/** One icon per plan column; the colour stands under the same name in tokens.css. */
const ICONS: Readonly<Record<string, Icon>> = {
  physiatry: IconStethoscope,
  'pain-medicine': IconVaccine,
  'physical-therapy': IconRun,
  'occupational-therapy': IconTool,
  psychology: IconBrain,
  'self-care': IconLeaf,
  complementary: IconMassage,
};

/** A column that the pictures do not know yet still has a look: grey, and people. */
export const columnIcon = (column: string | null): Icon => (column && ICONS[column]) || IconUsers;
export const columnLook = (column: string | null): string => (column && column in ICONS ? column : 'none');
