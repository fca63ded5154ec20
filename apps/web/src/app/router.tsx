import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { BrokenPage } from './broken-page.tsx';
import { NotFoundPage } from './not-found.page.tsx';
import { Home, OrganizationIndex, OrganizationLayout } from './organization-layout.tsx';
import { SessionGate } from './session-gate.tsx';
import { Shell } from './shell.tsx';
import { ShellSkeleton } from './shell-skeleton.tsx';
import { withChartWords } from './words.ts';

/** Everything that has an address. Every page is its own script. */
export const routes: RouteObject[] = [
  {
    ErrorBoundary: BrokenPage,
    HydrateFallback: ShellSkeleton,
    children: [
      { path: '/sign-in', lazy: async () => ({ Component: (await import('../features/identity/sign-in.page.tsx')).SignInPage }) },
      { path: '/forgot-password', lazy: async () => ({ Component: (await import('../features/identity/forgot-password.page.tsx')).ForgotPasswordPage }) },
      { path: '/set-password', lazy: async () => ({ Component: (await import('../features/identity/set-password.page.tsx')).SetPasswordPage }) },
      {
        Component: SessionGate,
        children: [
          {
            Component: Shell,
            children: [
              { index: true, Component: Home },
              {
                ErrorBoundary: BrokenPage,
                children: [
                  { path: '/patients', lazy: async () => ({ Component: (await import('./first.page.tsx')).FirstPage }) },
                  { path: '/follow-ups', lazy: async () => ({ Component: (await withChartWords(import('../features/follow-ups/worklist.page.tsx'))).WorklistPage }) },
                  { path: '/patients/new', lazy: async () => ({ Component: (await import('../features/patients/add-patient.page.tsx')).AddPatientPage }) },
                  {
                    path: '/patients/:patientId',
                    lazy: async () => ({ Component: (await withChartWords(import('../features/patients/patient.layout.tsx'))).PatientLayout }),
                    children: [
                      { index: true, element: <Navigate to="plan" replace /> },
                      { path: 'plan', lazy: async () => ({ Component: (await withChartWords(import('../features/plan/plan.page.tsx'))).PlanPage }) },
                      { path: 'difference', lazy: async () => ({ Component: (await withChartWords(import('../features/plan/difference.page.tsx'))).DifferencePage }) },
                      { path: 'copy', lazy: async () => ({ Component: (await withChartWords(import('../features/plan/copy.page.tsx'))).CopyPage }) },
                      { path: 'medicines', lazy: async () => ({ Component: (await withChartWords(import('../features/medicines/medicines.page.tsx'))).MedicinesPage }) },
                      { path: 'details', lazy: async () => ({ Component: (await withChartWords(import('../features/patients/details.page.tsx'))).DetailsPage }) },
                      { path: 'background', lazy: async () => ({ Component: (await withChartWords(import('../features/background/background.page.tsx'))).BackgroundPage }) },
                      { path: 'follow-ups', lazy: async () => ({ Component: (await withChartWords(import('../features/follow-ups/follow-ups.page.tsx'))).FollowUpsPage }) },
                      { path: 'team', lazy: async () => ({ Component: (await withChartWords(import('../features/care-team/care-team.page.tsx'))).CareTeamPage }) },
                    ],
                  },
                  {
                    path: '/organization',
                    Component: OrganizationLayout,
                    children: [
                      { index: true, Component: OrganizationIndex },
                      { path: 'people', lazy: async () => ({ Component: (await import('../features/identity/people.page.tsx')).PeoplePage }) },
                      { path: 'sessions', lazy: async () => ({ Component: (await import('../features/identity/sessions.page.tsx')).SessionsPage }) },
                      { path: 'access-log', lazy: async () => ({ Component: (await import('../features/identity/access-log.page.tsx')).AccessLogPage }) },
                    ],
                  },
                  { path: '*', Component: NotFoundPage },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
];

export const createRouter = () => createBrowserRouter(routes);
