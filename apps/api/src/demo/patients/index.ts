import type { PatientStory } from '../story.types.ts';
import { P01 } from './p01-marisol-okafor-reyes.ts';
import { P02 } from './p02-derek-halvorsen.ts';
import { P03 } from './p03-priya-ramanathan.ts';
import { P04 } from './p04-walter-brzezinski.ts';
import { P05 } from './p05-keisha-adeyemi-grant.ts';
import { P06 } from './p06-tomasz-lindqvist.ts';
import { P07 } from './p07-aaliyah-farouk.ts';
import { P08 } from './p08-gregory-santangelo.ts';
import { P09 } from './p09-linnea-castellanos.ts';
import { P10 } from './p10-samuel-otieno-wright.ts';
import { P11 } from './p11-mei-hua-tanaka-broussard.ts';
import { P12 } from './p12-rosa-delgado-nwosu.ts';
import { P13 } from './p13-ottilie-zielinska.ts';

export const PATIENTS: readonly PatientStory[] = [P01, P02, P03, P04, P05, P06, P07, P08, P09, P10, P11, P12, P13];
