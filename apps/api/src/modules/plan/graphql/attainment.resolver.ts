import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { sourceStatusText, sourceTitle } from '@plexus/catalogue';
import { planScore } from '@plexus/domain';
import { AccessService } from '../../../access/access.service.ts';
import { Ctx, type RequestContext } from '../../../platform/graphql/request-context.ts';
import { PeopleQueries } from '../../identity/application/people.queries.ts';
import { PersonType } from '../../identity/graphql/person.type.ts';
import { PlanQueries } from '../application/plan.queries.ts';
import { RatingQueries, type RatingView } from '../application/ratings.queries.ts';
import { GoalRatingType, PlanAttainmentType } from './attainment.type.ts';
import { GoalType, PlanType } from './plan.type.ts';

const SOURCE = 'GAS';

/** Ratings, for whose part they are: "not shown" is null, and cannot be read as "not rated". */
@Resolver(() => GoalType)
export class GoalAttainmentResolver {
  constructor(
    private readonly access: AccessService,
    private readonly queries: RatingQueries,
  ) {}

  @ResolveField(() => [GoalRatingType], { nullable: true, description: 'Newest first, at most 20 of each rater; null when the viewer’s part does not include them (peer mentors).' })
  async ratings(@Ctx() request: RequestContext, @Parent() goal: GoalType): Promise<RatingView[] | null> {
    if (!(await readsClinical(this.access, request, goal.patientId))) return null;
    if (goal.pastRatings) return [...goal.pastRatings];
    return (await this.queries.ofPatient(request, goal.patientId)).filter((rating) => rating.goalId === goal.id);
  }
}

@Resolver(() => PlanType)
export class PlanAttainmentResolver {
  constructor(
    private readonly access: AccessService,
    private readonly plans: PlanQueries,
    private readonly ratings: RatingQueries,
  ) {}

  @ResolveField(() => PlanAttainmentType, { nullable: true, description: 'Null when the viewer’s part does not include ratings (peer mentors).' })
  async attainment(@Ctx() request: RequestContext, @Parent() { patientId, past }: PlanType): Promise<PlanAttainmentType | null> {
    // Asked together: the names of those who recorded the ratings are then loaded with everybody else's.
    const [isShown, goals, ratings] = await Promise.all([
      readsClinical(this.access, request, patientId), past?.goals ?? this.plans.goals(request, patientId), past?.ratings ?? this.ratings.ofPatient(request, patientId),
    ]);
    if (!isShown) return null;
    const rated = goals.map((goal) => ({ ...goal, ratings: ratings.filter((rating) => rating.goalId === goal.id) }));
    return { clinician: planScore(rated, 'clinician'), patient: planScore(rated, 'patient'), source: sourceTitle(SOURCE)!, sourceStatus: sourceStatusText(SOURCE)! };
  }
}

@Resolver(() => GoalRatingType)
export class GoalRatingResolver {
  constructor(private readonly people: PeopleQueries) {}

  @ResolveField(() => PersonType)
  recordedBy(@Ctx() request: RequestContext, @Parent() rating: GoalRatingType) {
    return this.people.byId(request, rating.recordedById);
  }
}

const readsClinical = async (access: AccessService, request: RequestContext, patientId: string): Promise<boolean> =>
  access.allows(request, 'patient:read-clinical', await access.reach(request, patientId));
