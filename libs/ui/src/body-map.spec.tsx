import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { renderUi } from '../test/render-ui.tsx';
import { BodyMap } from './body-map.tsx';
import { bodyRegions } from './body-map-regions.ts';

const places = [...new Set(bodyRegions.map(({ place }) => place))].map((id) => ({ id, name: id }));

function Chooser() {
  const [selected, setSelected] = useState<readonly string[]>([]);
  const toggle = (place: string) => setSelected((now) => (now.includes(place) ? now.filter((id) => id !== place) : [...now, place]));
  const marks = new Map([['neck', { severity: 7, words: 'Pain 7 of 10' }]]);
  return <BodyMap label="Body map" front="Front" back="Back" listLabel="As a list" places={places} marks={marks} selected={selected} onToggle={toggle} />;
}

it('mirrors left and right, seen from the front and from behind', () => {
  const side = (view: string, place: string) => Math.sign(bodyRegions.find((region) => region.view === view && region.place === place)!.points[0]![0]);
  expect([side('front', 'left-hand'), side('back', 'left-hand'), side('front', 'right-hand'), side('back', 'right-hand')]).toEqual([1, -1, -1, 1]);
});

it('is one stop of the Tab key, with arrows from place to place and the space bar to choose', async () => {
  renderUi(<Chooser />);
  const user = userEvent.setup();
  await user.tab();
  expect(screen.getByRole('checkbox', { name: 'head' })).toHaveFocus();
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown} ');
  const neck = screen.getByRole('checkbox', { name: 'neck: Pain 7 of 10' });
  expect(neck).toHaveFocus();
  expect(neck).toHaveAttribute('aria-checked', 'true');
  await user.tab();
  expect(screen.getByText('As a list')).toHaveFocus();
});

it('says severity by a number, and the same choice stands in the list', async () => {
  renderUi(<Chooser />);
  expect(screen.getAllByText('7')).toHaveLength(2);
  await userEvent.click(screen.getByText('As a list'));
  await userEvent.click(await screen.findByLabelText('left-hip', { selector: 'input' }));
  expect(screen.getAllByRole('checkbox', { name: 'left-hip', hidden: true }).map((box) => box.getAttribute('aria-checked') ?? String((box as HTMLInputElement).checked))).toEqual(['true', 'true']);
});
