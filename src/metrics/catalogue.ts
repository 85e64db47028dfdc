// Everything that is measured, in the order in which the report tells it.
import { actionItemLeadTime } from './action-item-lead-time.ts';
import { actionItemsOnTime } from './action-items-on-time.ts';
import { communicationCompliance } from './communication-compliance.ts';
import { detectedByCustomers } from './detected-by-customers.ts';
import { durationMetric } from './duration.ts';
import { durations } from './durations.ts';
import { escalationRate } from './escalation-rate.ts';
import { incidentsByDetection } from './incidents-by-detection.ts';
import { incidentsByService } from './incidents-by-service.ts';
import { incidentsBySeverity } from './incidents-by-severity.ts';
import { incidentsByType } from './incidents-by-type.ts';
import { learning } from './learning.ts';
import type { Metric } from './metric.ts';
import { postMortemCompletion } from './post-mortem-completion.ts';
import { postMortemTimeliness } from './post-mortem-timeliness.ts';
import { reclassificationRate } from './reclassification-rate.ts';
import { recurrenceRate } from './recurrence-rate.ts';
import { reopenRate } from './reopen-rate.ts';
import { rootCauseRate } from './root-cause-rate.ts';
import { severityAccuracy } from './severity-accuracy.ts';
import { severityEscalationRate } from './severity-escalation-rate.ts';
import { slaMet } from './sla-met.ts';
import { updateCadenceKept } from './update-cadence-kept.ts';

export const metrics: readonly Metric[] = [
  ...[incidentsBySeverity],
  ...durations.map(durationMetric),
  ...[recurrenceRate, rootCauseRate],
  ...[severityAccuracy, reclassificationRate, severityEscalationRate, escalationRate],
  ...[postMortemCompletion, postMortemTimeliness, actionItemsOnTime, actionItemLeadTime],
  ...[updateCadenceKept, communicationCompliance, slaMet],
  ...[incidentsByType, incidentsByService, incidentsByDetection, detectedByCustomers, reopenRate],
  ...learning,
];
