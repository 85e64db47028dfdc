// Reads charts with Mermaid itself, which wants a browser's window: run as a process of its own, charts as JSON on its input.
// @ts-expect-error: it comes without types, and its types would be one more package
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('');
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import('mermaid');
const codes: readonly string[] = JSON.parse(await new Response(process.stdin as never).text());
const types = [];
for (const code of codes) types.push((await mermaid.parse(code)).diagramType);
console.log(JSON.stringify(types));
