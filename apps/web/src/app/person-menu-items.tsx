import { useApolloClient } from '@apollo/client/react';
import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconDevices, IconLock, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { useEffect, useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import { LockSessionDocument } from '../gql/index.ts';
import { useSignOut } from '../shared/outbox/use-sign-out.tsx';
import { session } from '../shared/session.ts';
import { useText } from '../shared/text.ts';

const SCHEMES = [
  { value: 'light', id: 'me.light', Icon: IconSun },
  { value: 'dark', id: 'me.dark', Icon: IconMoon },
  { value: 'auto', id: 'me.system', Icon: IconDeviceDesktop },
] as const satisfies readonly { value: MantineColorScheme; id: string; Icon: typeof IconSun }[];

/** What concerns only the person themselves; loaded when it is first opened. */
export function PersonMenuItems({ target }: { target: ReactElement }) {
  const text = useText();
  const client = useApolloClient();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [isOpened, setIsOpened] = useState(false);

  // Opens a moment after it is there: a menu gives the focus back only to what had it when it opened.
  useEffect(() => {
    const timer = setTimeout(() => setIsOpened(true), 0);
    return () => clearTimeout(timer);
  }, []);

  const lock = () => {
    session.lock();
    client.mutate({ mutation: LockSessionDocument }).catch(() => undefined);
  };
  const { signOut, question } = useSignOut();

  return (
    <>
      <Menu opened={isOpened} onChange={setIsOpened} position="top-start" width={220} shadow="md" withinPortal={false}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{text('me.colours')}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(value as MantineColorScheme)}>
          {SCHEMES.map(({ value, id, Icon }) => (
            <Menu.RadioItem key={value} value={value} rightSection={<Icon size={16} aria-hidden="true" />}>{text(id)}</Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item component={Link} to="/organization/sessions" leftSection={<IconDevices size={16} aria-hidden="true" />}>{text('me.sessions')}</Menu.Item>
        <Menu.Item leftSection={<IconLock size={16} aria-hidden="true" />} onClick={lock}>{text('me.lock')}</Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden="true" />} onClick={signOut}>{text('me.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
    {question}
    </>
  );
}
