/**
 * Our own bans as one small plugin, each with a name of its own: a report, an exception and a test can then name the rule.
 * Each is a list of syntax selectors (the language of no-restricted-syntax) and the sentence the author reads.
 */

/** @param {string} message @param {string[]} selectors */
const ban = (message, selectors) => ({
  meta: { type: /** @type {const} */ ('problem'), schema: [] },
  /** @param {import('eslint').Rule.RuleContext} context */
  create: (context) => ({ [selectors.join(', ')]: (/** @type {import('estree').Node} */ node) => context.report({ node, message }) }),
});

/** @param {string} names pattern of the method's name, without the record's own methods: `record.save(…)` is how a change is saved */
const callNotOnRecord = (names) =>
  `CallExpression[callee.type="MemberExpression"][callee.property.name=/^(${names})$/]:not([callee.object.name="record"]):not([callee.object.property.name="record"])`;

const CURRENT_TIME = [
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
  'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
  'MemberExpression[object.name="Temporal"][property.name="Now"]',
];

const FOCUSED = '/^(it|test|describe)$/';

export const houseRules = {
  meta: { name: 'plexus' },
  rules: {
    'no-save': ban(
      'TypeORM\'s save, upsert and orUpdate may commit on their own and hide a lost row. Write through the record, or with insert and update.',
      [callNotOnRecord('save|upsert'), 'CallExpression[callee.property.name="orUpdate"]'],
    ),
    'no-forward-ref': ban('Modules are in one line. Turn the dependency round: the later module adds its field, or reacts.', ['ImportSpecifier[imported.name="forwardRef"]', 'MemberExpression[property.name="forwardRef"]']),
    'no-enum': ban('Write a union of string literals from an `as const` object instead of an enum.', ['TSEnumDeclaration']),
    'no-default-export': ban('Export by name: one thing has one name everywhere.', ['ExportDefaultDeclaration', 'ExportSpecifier[exported.name="default"]']),
    'injected-clock': ban('Ask the injected Clock for the time, so that tests and "today" in the patient\'s time zone hold.', CURRENT_TIME),
    'pure': ban('The rules are pure: take the time and any chance from the caller.', [
      ...CURRENT_TIME,
      'MemberExpression[object.name="Math"][property.name="random"]',
      'CallExpression[callee.property.name=/^(randomUUID|getRandomValues)$/]',
    ]),
    'no-only': ban('A focused test silences all others.', [
      `MemberExpression[object.name=${FOCUSED}][property.name="only"]`,
      `MemberExpression[object.object.name=${FOCUSED}][property.name="only"]`,
      'CallExpression[callee.name=/^(fit|fdescribe)$/]',
    ]),
  },
};
