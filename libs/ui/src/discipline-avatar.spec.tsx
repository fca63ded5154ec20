import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { renderUi } from '../test/render-ui.tsx';
import { AvatarStack } from './discipline-avatar.tsx';

const people = Array.from({ length: 9 }, (_, place) => ({ id: String(place), initials: `P${place}`, label: `Person ${place}, Nurse`, column: 'physiatry' }));

it('says the discipline in words, because a colour alone would not', () => {
  renderUi(<AvatarStack label="Team" people={people.slice(0, 1)} />);
  expect(screen.getByRole('listitem')).toHaveTextContent('Person 0, Nurse');
});

it('counts the rest of a large team and still names them', () => {
  renderUi(<AvatarStack label="Team" people={people} />);
  const rest = screen.getByText('+3').closest('li');
  expect(rest).toHaveTextContent('Person 6, Nurse; Person 7, Nurse; Person 8, Nurse');
  expect(rest).toHaveAttribute('title', 'Person 6, Nurse\nPerson 7, Nurse\nPerson 8, Nurse');
});

it('shows the last one rather than counting it', () => {
  renderUi(<AvatarStack label="Team" people={people.slice(0, 7)} />);
  expect(screen.getAllByRole('listitem')).toHaveLength(7);
});
