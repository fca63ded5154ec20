import { useMediaQuery } from '@mantine/hooks';

/** A telephone, where half a table would hide what matters: rows become cards. */
export function useIsNarrow(): boolean {
  return useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
}
