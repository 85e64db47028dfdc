// Many incidents at once, in the sandbox's own time: nothing is refused for its pace, the worst is served first, and all are served.
import { beyondItsTurn, lastDone, weather } from '../../bench/storm.ts';
import { usualWeather } from '../../bench/usual-storm.ts';

const storm = { incidents: 40, seconds: 20, repositories: 5, seed: 3 };

test('forty incidents in twenty seconds, in five repositories', async () => {
  const { reports, refused, closest, fullestMinute, requests } = await weather(storm);
  expect(refused).toBe(0);
  expect(closest).toBeGreaterThanOrEqual(1000);
  expect(fullestMinute).toBeLessThanOrEqual(80);
  // Two documents each: what is made early in the thread, and the card.
  expect(lastDone(reports)).toBeLessThanOrEqual(40 * 2 + 10);
  expect(beyondItsTurn(reports, 2)).toBeLessThanOrEqual(15);
  const last = (severity: string) =>
    Math.max(...reports.flatMap((one) => (one.severity === severity ? [one.done ?? Number.POSITIVE_INFINITY] : [])));
  expect(last('Sev-1')).toBeLessThan(last('Sev-2'));
  expect(last('Sev-2')).toBeLessThan(last('Sev-3'));
  expect(requests.byRoute['POST /graphql query']).toBeLessThanOrEqual(2 * 40);
});

test('stock Probot, with its throttling and retries, is later in the same storm', async () => {
  const [ours, usual] = await Promise.all([weather(storm), usualWeather(storm)]);
  expect(usual.reports.map((report) => ({ ...report, done: 0 }))).toEqual(
    ours.reports.map((report) => ({ ...report, done: 0 })),
  );
  expect(lastDone(ours.reports)).toBeLessThan(lastDone(usual.reports));
  expect(beyondItsTurn(ours.reports, 2)).toBeLessThan(beyondItsTurn(usual.reports, 2));
});
