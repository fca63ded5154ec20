import type { ExerciseId } from './exercises.ts';

/** What the patient reads, written for this project. */
export const exerciseInstructions: Readonly<Record<ExerciseId, string>> = {
  'ex.diaphragm-breathing': 
    'Lie on your back with knees bent. Rest a hand on the belly. Let the belly rise as you breathe in through the nose for about ' +
    'four counts and fall as you breathe out for about six.',
  'ex.breathing-seated-pause': 
    'Sit tall on the front of a chair. Drop the shoulders, breathe out slowly, and take ten quiet breaths. Use it between tasks.',
  'ex.tai-chi-weight-shift': 'Soft knees. Pour your weight from one foot to the other while the arms float up and down with the breath.',
  'ex.tai-chi-short-form': 'Follow a taught sequence at an even, slow speed.',
  'ex.yoga-supported-rest': 'Use cushions so each position needs no effort; stay for five slow breaths.',
  'ex.yoga-gentle-flow': 'Link slow standing and floor positions with the breath. Skip head-down weight bearing.',
  'ex.chin-nod-supine': 
    'Lie on your back with a thin pillow. Make a small yes movement so the back of the neck gets long, without lifting the head. ' +
    'Hold softly, then let go.',
  'ex.chin-nod-hold': 'Same nod, then make the head feel light on the pillow without lifting it off. Keep the jaw loose.',
  'ex.neck-isometric': 'Sit tall. Press the palm gently against forehead, then each side, then back of the head. The head does not move.',
  'ex.scap-set': 'Sit or stand. Draw the shoulder blades gently back and slightly down, as if into opposite back pockets. Keep breathing.',
  'ex.band-row': 'Anchor the band at elbow height. Pull both elbows back past the ribs, pause, and let the band return slowly.',
  'ex.dumbbell-row': 'One hand on a bench, flat back. Pull the weight to the waist and lower for a count of three.',
  'ex.band-pull-apart': 'Arms forward below shoulder height. Spread the band to the sides and return with control.',
  'ex.prone-t': 
    'Lie face down on a bed, arms out to the sides, thumbs up. Lift the arms a few centimetres by squeezing the blades together.',
  'ex.prone-y': 'Same position with arms overhead in a Y. Lift the thumbs toward the ceiling.',
  'ex.band-external-rotation': 'Elbows by the ribs with a small towel under each. Turn the forearms outward against the band.',
  'ex.wall-slide': 'Forearms on the wall. Slide them up in a narrow V while the blades wrap around the ribs, then return.',
  'ex.wall-push-up': 'Hands on the wall, do a push-up, then push a little further so the upper back rounds slightly.',
  'ex.counter-push-up': 'The same movement with hands on a firm counter.',
  'ex.suitcase-carry': 'Hold a bag at one side and walk tall without leaning. Swap sides.',
  'ex.abdominal-brace': 'On your back with knees bent. Tighten the belly as if a friend might poke it, and keep breathing.',
  'ex.heel-slide': 'Keep the brace while one heel slides away and returns. Change legs.',
  'ex.dead-bug': 'Hips and knees bent in the air, arms up. Lower opposite arm and leg together, only as far as the back stays still.',
  'ex.bridge': 'On your back, feet flat. Lift the hips until the body makes a slope from knees to shoulders.',
  'ex.bird-dog': 'On hands and knees, reach one leg back, then add the opposite arm. Keep the back quiet.',
  'ex.side-plank-knees': 'On one forearm and bent knees, lift the hips in line with shoulders.',
  'ex.sit-to-stand': 'Stand up from a chair without using the hands if you can, and sit down slowly.',
  'ex.shoulder-rolls': 
    'Lift both shoulders toward the ears, draw them back, and let them melt down. Move slowly in one direction, then the other.',
  'ex.chair-thoracic-extension': 
    'Sit with the chair edge at shoulder-blade height, hands behind the head for support. Lean back a little and return.',
  'ex.foam-roll-extension': 
    'Lie across a soft roll at the upper back, support the head, and let the chest open over it. Move the roll one hand-width and ' +
    'repeat.',
  'ex.seated-rotation': 'Sit tall with arms crossed over the chest. Turn to one side as if looking behind you, pause, return.',
  'ex.open-book': 'Lie on one side, knees bent, arms forward. Open the top arm across the body like a page and let the chest follow.',
  'ex.cat-cow': 'Round the back softly as you breathe out, then let the chest drop forward as you breathe in.',
  'ex.seated-cat-cow': 'Hands on knees. Curl and uncurl the upper back slowly with the breath.',
  'ex.upper-trap-stretch': 'Sit on one hand. Tip the opposite ear toward its shoulder until you feel a mild pull. Breathe and wait.',
  'ex.levator-stretch': 'Turn the head halfway to one side and look down toward that pocket. Let the other shoulder stay heavy.',
  'ex.doorway-pec-stretch': 'Forearm on the door frame at shoulder height or lower. Step through until the front of the chest feels open.',
  'ex.towel-chest-opener': 'Lie on a rolled towel placed lengthwise under the upper back, arms out with palms up. Rest and breathe.',
  'ex.thread-needle': 'On hands and knees, slide one arm under the other until the shoulder nears the floor, then come back.',
  'ex.walk-intervals': 'Walk at an easy pace, sit or stand still to recover, and repeat.',
  'ex.walk-continuous': 'Walk so that you can talk but not sing. Add about one or two minutes per week.',
  'ex.stationary-cycle': 'Upright seat, hands light on the bar, shoulders relaxed.',
  'ex.water-walking': 'Chest-deep warm water. Walk forward, backward and sideways.',
  'ex.aqua-arm-sweep': 'Stand in shoulder-deep water. Sweep straight arms apart and together just below the surface.',
  'ex.easy-swim': 'Choose the stroke that lets the neck rest, often backstroke. Rest at the wall as needed.',
};
