// Why a word to somebody was refused; the sentences stand in render/replies.

export type DraftRefusal =
  | {
      readonly reason: 'unknown-message';
      readonly word: string;
      readonly meant: string | null;
      readonly messages: readonly string[];
    }
  | { readonly reason: 'unknown-draft'; readonly number: string; readonly open: readonly number[] }
  | {
      readonly reason: 'draft-over';
      readonly draft: number;
      readonly how: 'published' | 'retracted';
      readonly at: string;
    }
  /** Its comment was deleted, or the code block with its text taken away. */
  | {
      readonly reason: 'draft-gone';
      readonly draft: number;
      readonly message: string;
      readonly what: 'comment' | 'text';
    }
  | { readonly reason: 'draft-gaps'; readonly draft: number; readonly gaps: readonly string[] }
  | { readonly reason: 'draft-too-long'; readonly draft: number; readonly characters: number; readonly most: number }
  /** It was approved, and changed since; `by`: the login of who did, null when the account is gone. */
  | { readonly reason: 'draft-edited'; readonly draft: number; readonly by: string | null }
  /** `missing`: of each agreement that is missing, the roles one of whose holders can give it. */
  | { readonly reason: 'not-approved'; readonly draft: number; readonly missing: readonly (readonly string[])[] }
  | { readonly reason: 'no-approver'; readonly draft: number; readonly missing: readonly (readonly string[])[] }
  | { readonly reason: 'own-draft'; readonly draft: number; readonly missing: readonly (readonly string[])[] }
  | { readonly reason: 'no-approval-needed'; readonly draft: number }
  | { readonly reason: 'already-approved'; readonly draft: number; readonly missing: readonly (readonly string[])[] }
  | { readonly reason: 'left-the-house'; readonly draft: number };
