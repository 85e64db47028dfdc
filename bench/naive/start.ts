// Starts the usual App as Probot's documentation does: its server, throttling and retries as they come.
// `RIVAL_THROTTLE=off` takes the waiting out.
import { type Probot, ProbotOctokit, run } from 'probot';
import { incidents } from './app.ts';

const { GITHUB_API_URL: baseUrl, RIVAL_THROTTLE } = process.env;
let running = 0;

await run(
  (app, { addHandler }) => {
    incidents(counting(app));
    addHandler?.((request, response) => {
      if (request.url !== '/health') return false;
      response.end(JSON.stringify({ passesWaiting: 0, passesRunning: running }));
      return true;
    });
  },
  {
    Octokit: ProbotOctokit.defaults((given: object) => ({
      ...{ ...given, baseUrl },
      ...(RIVAL_THROTTLE === 'off' ? { throttle: { enabled: false } } : {}),
    })),
  },
);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0));

/** The same app, and it is known whether one of its handlers runs: Probot answers a webhook after nine seconds, done or not. */
function counting(app: Probot): Probot {
  const { on } = app;
  app.on = (name, handle) =>
    on(name, async (context) => {
      running += 1;
      try {
        await handle(context);
      } finally {
        running -= 1;
      }
    });
  return app;
}
