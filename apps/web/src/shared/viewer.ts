import { createContext, useContext } from 'react';
import type { OrganizationAction, ViewerPartsFragment } from '../gql/index.ts';

export type Viewer = ViewerPartsFragment;

export const ViewerContext = createContext<Viewer | null>(null);

/** Who is signed in; every page behind the sign-in has one. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('useViewer needs a signed-in page around it.');
  return viewer;
}

export function useMay(action: OrganizationAction): boolean {
  return useViewer().may.includes(action);
}
