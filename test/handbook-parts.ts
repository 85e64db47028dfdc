// What the small handbooks of tests leave open: every optional key of a handbook and of its entries, empty.
import type { Handbook } from '../src/core/handbook.ts';

export const plainSeverity = {
  response: null,
  thresholds: {},
  setBy: [],
  stability: null,
  becomes: null,
} satisfies Partial<Handbook['severities'][number]>;

export const plainStatus = { minimum: null, within: null } satisfies Partial<Handbook['statuses'][number]>;

export const plainRole = {
  requiredFor: [],
  authority: [],
  notWith: [],
  prerequisite: null,
  seniority: {},
  selfDeclared: false,
  standsInFor: null,
  handover: null,
  checkIn: {},
} satisfies Partial<Handbook['roles'][number]>;

export const plainItem = { needs: [], severities: [], types: [] } satisfies Partial<Handbook['checklist'][number]>;

export const plainPostMortem = {
  templates: {},
  owner: null,
  due: {},
  draft: null,
  meeting: null,
  states: [],
  sections: [],
  methods: [],
  tags: [],
  checks: [],
  signOff: [],
  retention: null,
} satisfies Partial<Handbook['postMortem']>;

export const plainType: Handbook['types'][number] = {
  id: 'incident',
  name: 'Incident',
  aliases: [],
  description: 'Something is broken.',
  label: null,
  gate: true,
  roles: true,
  clocks: true,
  postMortem: true,
  template: null,
  private: false,
  major: null,
  counted: true,
};

export const plainHeadings: Handbook['headings'] = {
  summary: ['Summary'],
  severity: ['Severity'],
  type: ['Type'],
  impact: ['Impact'],
  urgency: ['Urgency'],
  services: ['Affected services'],
  symptoms: ['Symptoms'],
  started: ['Started at'],
  detected: ['Detected at'],
  'how-detected': ['How detected'],
  'users-affected': ['Users affected'],
  functions: ['Business functions disrupted'],
  workaround: ['Workaround'],
  over: ['Already over? (Resolved at)'],
};

export const plainHandbook = {
  footing: 'server',
  announce: [],
  takeoverAfterMinutes: 30,
  who: {},
  responders: [],
  reporters: [],
  bots: [],
  declare: 'members',
  commands: 'all',
  headings: plainHeadings,
  aliases: {},
  hours: [],
  holidays: [],
  unstaffedAfterMinutes: null,
  unconfirmedAfterMinutes: null,
  quiet: { hours: [], below: null },
  source: null,
  reportedBy: [],
  lowering: 'free',
  stages: [],
  measures: [],
  triage: [],
  types: [plainType],
  classification: 'optional',
  queue: ['severity', 'type', 'age'],
  subTeams: { teams: [], timeBox: null, mostReports: null },
  tasks: [],
  audiences: [],
  messages: [],
  actionItems: { kinds: [], horizons: [], tags: [], required: [], states: [], title: null, signOff: null, reviews: [] },
  clocks: [],
  breachLabel: null,
  escalation: { levels: [], triggers: [], steps: [], from: null, ack: 'inferred' },
  onCall: {
    levels: [],
    rotation: null,
    handover: null,
    longest: null,
    rest: null,
    rules: [],
    alerts: [],
    checklist: [],
  },
  indicators: [],
  security: { roles: [], teams: [], rules: [], regulations: [] },
  practices: [],
  contacts: [],
  services: [],
  customers: [],
  roster: { rotas: [], file: 'missing' },
} satisfies Partial<Handbook>;
