import { expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { renderUi } from '../test/render-ui.tsx';
import { PlanMatrix } from './plan-matrix.tsx';

const columns = [{ id: 'physiatry', name: 'Physiatry' }, { id: 'psychology', name: 'Psychology' }];
const rows = [{ id: 'sleep', label: 'Sleep through till six', header: 'Sleep through till six', cells: { psychology: [{ id: 'cbt', content: 'CBT for insomnia' }] } }];

it('puts each part under its discipline, beside its goal', () => {
  renderUi(<PlanMatrix caption="Plan" corner="Goals" columns={columns} rows={rows} layout="table" />);
  const cells = within(screen.getByRole('row', { name: /Sleep through/ })).getAllByRole('cell');
  expect(cells.map((cell) => cell.textContent)).toEqual(['', 'CBT for insomnia']);
  expect(screen.getByRole('rowheader', { name: 'Sleep through till six' })).toBeInTheDocument();
});

it('names only the disciplines with a part on a telephone', () => {
  renderUi(<PlanMatrix caption="Plan" corner="Goals" columns={columns} rows={rows} layout="cards" />);
  const card = within(screen.getByRole('article', { name: 'Sleep through till six' }));
  expect(card.getByRole('heading', { name: 'Psychology' })).toBeInTheDocument();
  expect(card.queryByText('Physiatry')).not.toBeInTheDocument();
});
