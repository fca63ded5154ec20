import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { cleanNotifications } from '@mantine/notifications';
import { act, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { FollowUpPanelDocument, FollowUpsPageDocument, MarkAttachmentInErrorDocument, type FollowUpAttachmentPartsFragment, type FollowUpPartsFragment } from '../../gql/index.ts';
import { Notices } from '../../shared/notices.tsx';
import { session } from '../../shared/session.ts';
import { noor } from '../../testing/builders.ts';
import { aFollowUp, aFollowUpChange, aFollowUpPatient, aFollowUpsPage } from '../../testing/follow-up-builders.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply, replyToCommand, type Reply } from '../../testing/reply.ts';
import { SentFile } from '../../testing/sent-files.ts';
import { FollowUpsPage } from './follow-ups.page.tsx';

const patientId = 'patient-marisol';
const aReport = (over: Partial<FollowUpAttachmentPartsFragment> = {}): FollowUpAttachmentPartsFragment => ({
  __typename: 'FollowUpAttachment', id: 'report-1', name: 'mri-thorax.pdf', mediaType: 'application/pdf', size: 1_240_000, at: '2026-11-21T15:00:00Z', by: noor, ...over,
});
const withReport = aFollowUp({ attachments: [aReport()] });
const aFile = (name = 'letter.pdf', bytes = 4) => new File([new Uint8Array(bytes)], name, { type: 'application/pdf' });

function open(followUp: FollowUpPartsFragment, replies: readonly Reply[] = []) {
  return renderRoute('/patients/:patientId/follow-ups', <><Notices /><FollowUpsPage /></>, `/patients/${patientId}/follow-ups?open=${followUp.id}`, [
    reply(FollowUpsPageDocument, { patientId }, aFollowUpsPage([followUp]), { times: 9 }), reply(FollowUpPanelDocument, { id: followUp.id }, { followUp }), ...replies,
  ]);
}
const reports = async () => within(await screen.findByRole('region', { name: 'Reports' }));
const sent = async (count: number) => {
  await waitFor(() => expect(SentFile.all).toHaveLength(count));
  return SentFile.all[count - 1]!;
};
const answer = (file: SentFile, status: number, body: object) => act(async () => {
  file.answer(status, body);
  await Promise.resolve();
});
const fault = (code: string, extra: object = {}) => ({ errors: [{ message: 'x', extensions: { code, requestId: 'req-1', ...extra } }] });

const BrowsersRequest = globalThis.XMLHttpRequest;
const browsersFetch = globalThis.fetch;
beforeEach(() => SentFile.install());
afterEach(() => {
  globalThis.XMLHttpRequest = BrowsersRequest;
  globalThis.fetch = browsersFetch;
  cleanNotifications();
  session.open();
});

it('says what each report is, how large, from whom and since when; who only reads adds none and takes none off', async () => {
  open(aFollowUp({ attachments: [aReport(), aReport({ id: 'report-2', name: 'scan.jpg', mediaType: 'image/jpeg', size: 300 })], patient: aFollowUpPatient({ viewer: { __typename: 'PatientViewer', through: 'MEMBER', may: ['FOLLOW_UP_READ'] } }) }));
  const items = (await reports()).getAllByRole('listitem');
  expect(items[0]).toHaveTextContent(/mri-thorax\.pdf.*PDF · 1\.2 MB · Dr\. Noor Bellweather · .*21 Nov/);
  expect(items[1]).toHaveTextContent(/scan\.jpg.*JPEG image · 1 kB/);
  expect((await reports()).queryByRole('button', { name: /attach|error/i })).toBeNull();
});

it('sends a chosen file in its sender’s name, says how far it is, and shows it when it is stored', async () => {
  const { user } = open(aFollowUp({ attachments: [] }), [reply(FollowUpPanelDocument, { id: 'follow-up-1' }, { followUp: withReport })]);
  expect((await reports()).getByText(/Attach the letter/)).toBeVisible();
  await user.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, aFile('Befund Müller.pdf'));
  const file = await sent(1);
  expect([file.address, file.headers['content-type'], file.headers['x-plexus-person']]).toEqual(['POST /attachments', 'application/octet-stream', 'person-lucia']);
  expect(file.command).toEqual({ commandId: expect.any(String), patientId, followUpId: 'follow-up-1', baseRevision: 41, name: 'Befund Müller.pdf' });
  act(() => file.upload.onprogress?.({ loaded: 2, total: 5 }));
  expect(screen.getByText('Sending Befund Müller.pdf, 40 %')).toBeVisible();
  expect(screen.getByRole('progressbar', { name: 'Befund Müller.pdf' })).toHaveValue(40);
  await answer(file, 200, { followUpId: 'follow-up-1', revision: 42 });
  expect(await screen.findByText('Befund Müller.pdf is attached.')).toBeInTheDocument();
  expect(await screen.findByText('mri-thorax.pdf')).toBeVisible();
  expect(screen.queryByRole('progressbar')).toBeNull();
});

it('keeps a file that did not arrive, and sends it again as the same command', async () => {
  const { user } = open(aFollowUp({ attachments: [] }));
  await reports();
  await user.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, aFile());
  const first = await sent(1);
  act(() => first.onerror?.());
  expect(await screen.findByRole('alert')).toHaveTextContent(/letter\.pdf is not attached.*Plexus could not be reached/);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  const second = await sent(2);
  expect(second.command).toEqual(first.command);
  expect(second.file).toBe(first.file);
  await answer(second, 429, fault('RATE_LIMITED'));
  expect(await screen.findByRole('alert')).toHaveTextContent(/Wait a moment and try again/);
  await user.click(screen.getByRole('button', { name: 'Do not attach it' }));
  expect(screen.queryByRole('alert')).toBeNull();
});

it('says why a file is refused, and offers no second try of the same', async () => {
  const { user } = open(aFollowUp({ attachments: [] }));
  await reports();
  await user.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, aFile());
  await answer(await sent(1), 422, { __typename: 'RuleViolation', violations: [{ __typename: 'Violation', code: 'FILE_TYPE', field: 'file', message: 'x', params: [] }] });
  expect(await screen.findByRole('alert')).toHaveTextContent(/neither a PDF nor a PNG/);
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

it('does not send what is too large', async () => {
  const { user } = open(aFollowUp({ attachments: [] }));
  await reports();
  const large = aFile();
  Object.defineProperty(large, 'size', { value: 20_000_001 });
  await user.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, large);
  expect(await screen.findByRole('alert')).toHaveTextContent('This file is larger than 20 MB.');
  expect(SentFile.all).toEqual([]);
});

it('takes dropped files one after another, and holds those that miss their place', async () => {
  open(aFollowUp({ attachments: [] }), [reply(FollowUpPanelDocument, { id: 'follow-up-1' }, { followUp: withReport })]);
  const place = await screen.findByRole('region', { name: 'Reports' });
  const dataTransfer = { types: ['Files'], files: [aFile('one.pdf'), aFile('two.pdf')] };
  fireEvent.drop(place, { dataTransfer });
  const first = await sent(1);
  expect(first.command.name).toBe('one.pdf');
  expect(screen.getByText('two.pdf waits for its turn')).toBeVisible();
  await answer(first, 200, {});
  expect((await sent(2)).command.name).toBe('two.pdf');
  const missed = createEvent.drop(document.body, { dataTransfer });
  fireEvent(document.body, missed);
  expect(missed.defaultPrevented).toBe(true);
});

it('locks when the server says so, and keeps the file for afterwards', async () => {
  const { user } = open(aFollowUp({ attachments: [] }));
  await reports();
  await user.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, aFile());
  await answer(await sent(1), 401, fault('UNAUTHENTICATED', { reason: 'LOCKED' }));
  expect(session.current()).toBe('locked');
  expect(await screen.findByText('Sign in or unlock, then try again.')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
});

it('saves a report under its name, or says why not', async () => {
  const asked: string[] = [];
  globalThis.fetch = (async (address: string) => {
    asked.push(address);
    return asked.length === 1 ? { ok: false, text: async () => JSON.stringify(fault('NOT_FOUND')) } : { ok: true, blob: async () => new Blob(['%PDF']) };
  }) as unknown as typeof fetch;
  const saved: string[] = [];
  URL.createObjectURL = () => 'blob:report';
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) { saved.push(`${this.download} ${this.href}`); });
  const { user } = open(withReport);
  const download = await screen.findByRole('button', { name: 'Download mri-thorax.pdf' });
  await user.click(download);
  expect(await screen.findByRole('alert')).toHaveTextContent('mri-thorax.pdf was not downloaded. There is nothing here, or it is not shared with you.');
  await user.click(download);
  await waitFor(() => expect(saved).toEqual(['mri-thorax.pdf blob:report']));
  expect(asked).toEqual([`/attachments/${patientId}/report-1`, `/attachments/${patientId}/report-1`]);
  expect(screen.queryByRole('alert')).toBeNull();
});

it('is taken off with a reason, by keyboard', async () => {
  const without = aFollowUp({ attachments: [], revision: 42 });
  const { user } = open(withReport, [
    replyToCommand(MarkAttachmentInErrorDocument, { patientId, baseRevision: 30, followUpId: 'follow-up-1', attachmentId: 'report-1', reason: 'Another patient’s' }, { markAttachmentInError: aFollowUpChange(without) }),
  ]);
  (await screen.findByRole('button', { name: 'mri-thorax.pdf was entered in error …' })).focus();
  await user.keyboard('{Enter}');
  const why = await screen.findByLabelText(/^Why should it not be here/);
  expect(why).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(await screen.findByText('Please fill this in.')).toBeVisible();
  await user.keyboard('Another patient’s{Enter}');
  expect(await screen.findByText(/Attach the letter/)).toBeVisible();
  expect(screen.queryByText('mri-thorax.pdf')).toBeNull();
});
