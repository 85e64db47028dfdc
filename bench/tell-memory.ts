// Loaded before a program that the bench runs: writes the most memory it held (KiB) into a file when it ends.
import { writeFileSync } from 'node:fs';

process.on('exit', () => writeFileSync(process.env.BENCH_MEMORY ?? '', String(process.resourceUsage().maxRSS)));
