// Many incidents at once, in the sandbox's own time: nothing is refused for its pace, the worst is served first, and all are served.
import { beyondItsTurn, lastDone, weather } from '../../bench/storm.ts';

test('forty incidents in twenty seconds, in five repositories', async () => {
  const { reports, refused, closest, fullestMinute, requests } = await weather({
    ...{ incidents: 40, seconds: 20, repositories: 5, seed: 3 },
  });
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
