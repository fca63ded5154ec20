import { expect, test } from '../fixtures/test.ts';
import { PEOPLE } from '../fixtures/personas.ts';
import { LockScreen } from '../pages/lock.page.ts';
import { PatientsPage } from '../pages/patients.page.ts';
import { Shell } from '../pages/shell.ts';
import { SignInPage } from '../pages/sign-in.page.ts';
test('trace', async ({ visitor }) => {
    const page = await visitor();
    await new SignInPage(page).signIn(PEOPLE.psychotherapist);
    const other = await page.context().newPage();
    for (const [n, p] of [['one', page], ['two', other]] as const) {
      p.on('request', (r) => { if (r.url().includes('graphql')) console.log(Date.now() % 100000, n, '>', JSON.parse(r.postData() ?? '{}').operationName); });
      p.on('response', async (r) => { if (r.url().includes('graphql')) console.log(Date.now() % 100000, n, '<', JSON.parse(r.request().postData() ?? '{}').operationName, (await r.text()).slice(0, 150)); });
      p.on('websocket', (w) => { console.log(Date.now() % 100000, n, 'WS open'); w.on('framesent', (f) => console.log(Date.now() % 100000, n, 'WS>', String(f.payload).slice(0, 160))); w.on('framereceived', (f) => console.log(Date.now() % 100000, n, 'WS<', String(f.payload).slice(0, 260))); w.on('close', () => console.log(Date.now() % 100000, n, 'WS close')); });
      p.on('framenavigated', (f) => console.log(n, f.url()));
    }
    await other.goto('/patients');
    await expect(new PatientsPage(other).names.first()).toBeVisible();
    await new Shell(page).choose('Lock');
    await expect(new LockScreen(page).unlockButton).toBeVisible();
    await expect(new LockScreen(other).unlockButton).toBeVisible();
    await other.reload();
    await expect(new LockScreen(other).unlockButton).toBeVisible();
    await new LockScreen(page).unlock();
    await expect(new PatientsPage(page).names.first()).toBeVisible();
    await page.waitForTimeout(1500);
});
