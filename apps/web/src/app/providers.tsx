import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { theme } from '@plexus/ui';
import { useEffect, type ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { OutboxContext } from '../shared/outbox/outbox-context.ts';
import type { Outbox } from '../shared/outbox/outbox.ts';
import { loadChartWords, useWords } from './words.ts';

const colourScheme = localStorageColorSchemeManager({ key: 'plexus-colour-scheme' });

interface ProvidersProps {
  readonly client: ApolloClient;
  readonly outbox: Outbox;
  /** `test`: no transitions, no portals' delays. */
  readonly env?: 'default' | 'test';
  readonly children: ReactNode;
}

/** What every page stands on; the specs use the same. */
export function Providers({ client, outbox, env = 'default', children }: ProvidersProps) {
  const words = useWords();
  // Ahead of the first chart; without network the chart's page asks again, and says what is wrong.
  useEffect(() => void loadChartWords().catch(() => undefined), []);
  return (
    <ApolloProvider client={client}>
      {/* British day order: 12 Mar. The organization's language will choose once there is a second catalogue. */}
      <IntlProvider locale="en-GB" messages={words}>
        <MantineProvider theme={theme} colorSchemeManager={colourScheme} defaultColorScheme="auto" env={env}>
          <OutboxContext value={outbox}>{children}</OutboxContext>
        </MantineProvider>
      </IntlProvider>
    </ApolloProvider>
  );
}
