// The handbook of these tests: the shape of the workflow guide's.
import type { Handbook, Milestone } from '../../src/core/handbook.ts';
import { plainHandbook, plainItem, plainPostMortem, plainRole, plainSeverity, plainStatus } from '../handbook-parts.ts';

const severity = (number: number, name: string) => ({
  ...plainSeverity,
  id: `sev-${number}`,
  name,
  aliases: [String(number), `P${number}`],
  color: 'b60205',
  description: name,
  criteria: [],
  examples: [],
});

const status = (id: string, milestone: Milestone | null, next: readonly string[], aliases: readonly string[] = []) => ({
  ...plainStatus,
  id,
  name: id,
  aliases,
  color: 'ededed',
  description: '',
  milestone,
  next,
});

const role = (id: string, aliases: readonly string[], more: Partial<Handbook['roles'][number]> = {}) => ({
  ...plainRole,
  id,
  name: id,
  aliases,
  holders: 'one' as const,
  requiredAt: ['sev-1'],
  duties: [],
  leads: false,
  may: [],
  ...more,
});

const item = (id: string, text: string, provedBy: Handbook['checklist'][number]['provedBy'] = null) => ({
  ...plainItem,
  id,
  text,
  role: null,
  provedBy,
  disprovedByRelapse: id === 'service-restored',
});

export const handbook: Handbook = {
  ...plainHandbook,
  id: 'workflow-guide',
  name: 'Workflow guide',
  zone: 'UTC',
  label: { name: 'incident', color: 'd73a4a', description: '' },
  statusPrefix: 'status: ',
  severities: [severity(1, 'Critical'), severity(2, 'High'), severity(3, 'Medium'), severity(4, 'Low')],
  major: 'sev-1',
  matrix: {
    high: { high: 'sev-1', medium: 'sev-2', low: 'sev-3' },
    medium: { high: 'sev-2', medium: 'sev-3', low: 'sev-4' },
    low: { high: 'sev-3', medium: 'sev-4', low: 'sev-4' },
  },
  unsure: { axis: 'high', severity: 'sev-2' },
  statuses: [
    status('new', null, ['investigating', 'identified', 'monitoring', 'resolved']),
    status('investigating', 'acknowledged', ['identified', 'monitoring', 'resolved']),
    status('identified', 'identified', ['investigating', 'monitoring', 'resolved']),
    status('monitoring', 'mitigated', ['investigating', 'resolved'], ['mitigated']),
    status('resolved', 'resolved', ['investigating', 'closed'], ['fixed']),
    status('closed', 'closed', ['investigating']),
  ],
  relapse: 'investigating',
  roles: [
    role('commander', ['ic', 'lead'], { leads: true }),
    role('technical-lead', ['tl']),
    role('communications', ['comms'], { may: ['update'] }),
    role('scribe', [], { may: ['note', 'decision'] }),
    role('expert', ['sme'], { holders: 'many', requiredAt: [] }),
  ],
  checklist: [
    item('service-restored', 'Service fully restored'),
    item('root-cause', 'Root cause identified', 'identified'),
    item('users-notified', 'Users notified', 'update-at-resolved'),
  ],
  postMortem: {
    ...plainPostMortem,
    requiredAt: ['sev-1', 'sev-2'],
    folder: 'post-mortems',
    template: 'workflow-guide',
  },
  responders: ['acme/oncall'],
  aliases: { hand: 'handover' },
};
