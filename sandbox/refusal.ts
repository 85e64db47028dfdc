// How GitHub itself says no. The GraphQL and REST faces turn these into their own kinds of error.

/** A request that GitHub answers with an error: the status REST uses and the `type` GraphQL uses. */
export class Refusal extends Error {
  override readonly name: string = 'Refusal';
  readonly status: number;
  readonly type: string;

  constructor(status: number, type: string, message: string) {
    super(message);
    this.status = status;
    this.type = type;
  }
}

/** The actor may see the thing but not do this to it. */
export class Forbidden extends Refusal {
  override readonly name: string = 'Forbidden';
  constructor(message: string) {
    super(403, 'FORBIDDEN', message);
  }
}

/** The organisation wants the token to be authorised first. */
export class SamlRequired extends Forbidden {
  readonly extensions = { saml_failure: true } as const;
  constructor() {
    super(
      'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
    );
  }
}

/** The request is understood and not acceptable: too long, already there, in conflict. */
export class Unprocessable extends Refusal {
  override readonly name = 'Unprocessable';
  constructor(message: string) {
    super(422, 'UNPROCESSABLE', message);
  }
}

/** There is no such thing, or the actor must not know that there is. */
export class NotFound extends Refusal {
  override readonly name = 'NotFound';
  constructor(message: string) {
    super(404, 'NOT_FOUND', message);
  }
}
