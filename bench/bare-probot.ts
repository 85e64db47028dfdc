// Probot as it comes, with a handler that does nothing: what a webhook costs before anybody works on it.
import { run } from 'probot';

await run((app, { addHandler }) => {
  app.on(['issues', 'issue_comment', 'pull_request'], () => {});
  addHandler?.((request, response) => {
    if (request.url !== '/health') return false;
    response.end('{}');
    return true;
  });
});
