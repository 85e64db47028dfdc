// Who takes part in the incidents of the bench, what breaks and what is said.

export const leads = ['ada', 'bea', 'cem', 'dov'] as const;
export const responders = [
  ...['eli', 'fay', 'gus', 'hal', 'ida', 'jon', 'kim', 'lea', 'max', 'nia', 'olu', 'pia', 'quy', 'rae', 'sam', 'tea'],
] as const;
/** Who may report and nothing else. */
export const readers = ['una', 'vic', 'wim', 'xan', 'yra', 'zoe'] as const;

export const services = [
  'checkout',
  'search',
  'mail',
  'login',
  'billing',
  'reports',
  'imports',
  'the app',
  'the API',
] as const;

export const symptoms = [
  'answers with errors',
  'is slow',
  'is down',
  'shows yesterday’s figures',
  'loses every tenth request',
  'cannot be reached from one region',
  'does not finish its night run',
] as const;

export const words = [
  'I am looking at the graphs of the last hour.',
  'The second node has the same in its log.',
  'We roll the last release back.',
  'The queue grows by about a thousand a minute, and nothing takes from it.',
  'Customers in one region see it, the others do not.',
  'The certificate of the inner proxy ran out.',
  'It began with the deployment, not before.',
  'The pool of connections is used up; the old ones never end.',
  'The provider says that they know of it and that it takes them an hour.',
  'After the restart it holds for some minutes, then it comes back.',
  'Nothing is lost: what failed is tried again.',
  'I have told the people on the phones.',
] as const;
