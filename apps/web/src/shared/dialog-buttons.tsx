import { Button, Group } from '@mantine/core';
import { useText } from './text.ts';

interface DialogButtonsProps {
  readonly submit: string;
  readonly isSending: boolean;
  readonly isDangerous?: boolean;
  readonly onCancel: () => void;
}

/** Under every form of a dialog: the way back first, what it does last. */
export function DialogButtons({ submit, isSending, isDangerous = false, onCancel }: DialogButtonsProps) {
  const text = useText();
  return (
    <Group justify="flex-end" gap="xs" mt="xs">
      <Button variant="default" onClick={onCancel}>{text('action.cancel')}</Button>
      <Button type="submit" loading={isSending} color={isDangerous ? 'red.9' : undefined}>{submit}</Button>
    </Group>
  );
}
