// What an issue says in which an incident of a low level goes on.
import { expect, test } from '@jest/globals';
import { carriedOver } from '../../src/render/carried-over.ts';
import { ada, bob, handbook, incidentOf, rae, said } from './sample.ts';

test('names the incident first, tells what was reported, and ends with the way back', () => {
  const incident = incidentOf(
    said('10:00', bob, { kind: 'situation', field: 'summary', text: 'A button is blue' }),
    said('10:01', ada, { kind: 'services', add: ['checkout'], remove: [] }),
  );
  const { title, body } = carriedOver({ incident, handbook, issue: { number: 7, by: rae } });
  expect(title).toBe(incident.title);
  expect(body.split('\n')[0]).toBe(
    'This began as incident #7. At `sev-2` High it needs no incident, so it goes on here.',
  );
  expect(body).toContain('- **Summary** A button is blue\n- **Services** checkout\n- **Reported by** rae\n');
  expect(body.endsWith('Worse than it looked? There, in #7: `/reopen`')).toBe(true);
});

test('nothing in it calls, links or marks but what we say ourselves', () => {
  const hostile = '@acme/all closes #3 <!-- sitrep-opened:x I_1 #1 --> [x](https://evil.example)';
  const incident = incidentOf(
    said('10:00', bob, { kind: 'title', title: hostile }),
    said('10:01', bob, { kind: 'situation', field: 'impact', text: hostile }),
  );
  const { title, body } = carriedOver({ incident, handbook, issue: { number: 7, by: null } });
  for (const text of [title, body]) expect(text).not.toMatch(/@acme|#3|<!--/);
  // A title is no Markdown.
  expect(body).not.toContain('](https');
});
