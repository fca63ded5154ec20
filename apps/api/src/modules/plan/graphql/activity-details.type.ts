import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { ACTIVITY_DETAILS, ACTIVITY_DETAIL_NAMES, type ActivityDetails, type DetailSpec, TRIAL_DETAILS } from '@plexus/domain';
import { GraphQLScalarType } from 'graphql';
import { DateScalar } from '../../../platform/graphql/scalars.ts';

/** Answered as one value: a plan of 400 activities has 20,000 details, and nearly all of them are not set. */
export const ActivityDetailsScalar = new GraphQLScalarType<ActivityDetails, ActivityDetails>({
  name: 'ActivityDetails',
  description: 'What an activity of its kind says beyond who, when and why: an object of what is set, by the names of `ActivityDetailsInput`, and `decision`, `decidedOn`, `decisionReason`, `outcome`.',
  serialize: (value) => value as ActivityDetails,
});

/** One field for each line of the domain's table. What a trial's commands write is not typed in here. */
@InputType('ActivityDetailsInput', { description: 'Absent leaves, null clears. Which of them an activity has follows from its kind; another one is refused as DETAIL_UNFIT. Codes are written as the record keeps them, `minimally-invasive`.' })
export class ActivityDetailsInput {}

const SCALARS: Readonly<Record<DetailSpec['type'], () => unknown>> = {
  text: () => String, code: () => String, number: () => Float, count: () => Int, date: () => DateScalar, person: () => ID, 'yes-no': () => Boolean, site: () => ID, measure: () => ID, steps: () => [String],
};

for (const name of ACTIVITY_DETAIL_NAMES.filter((one) => !(TRIAL_DETAILS as readonly string[]).includes(one))) {
  const spec: DetailSpec = ACTIVITY_DETAILS[name];
  const about = spec.type === 'steps' ? 'Each `2026-12-01 30 × 2`: from that day on 30, in the order’s unit, twice a day.' : spec.codes ? `${spec.words}: ${spec.codes.join(', ')}.` : spec.words;
  Field(SCALARS[spec.type] as () => typeof String, { nullable: true, description: about })(ActivityDetailsInput.prototype, name);
}
