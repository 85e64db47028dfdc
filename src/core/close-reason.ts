// Why an issue was closed, as GitHub's REST spells it.

export type CloseReason = 'completed' | 'not_planned' | 'duplicate';
