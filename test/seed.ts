// Property tests are repeatable: the same seed everywhere, another one on demand (`FAST_CHECK_SEED=7 npm run jest`).
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 2026) });
