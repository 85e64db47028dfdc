// Whether a page of ours does anything that only people's words could have asked for.
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';

/** Tags that our own pages are made of. */
const ownHtml = /^(?:<!--[\s\S]*-->|<\/?(?:details|summary|sub)>|<details><summary>.*<\/summary>)+$/;
const unseen = /(?![\n\r\t])\p{Cc}|\p{Co}|(?!\u200B)\p{Cf}|\u034F/u;

/** What a Markdown text of ours does that it must not; none: it is harmless. @param people logins that we may call */
export function harmIn(body: string, people: readonly string[]): readonly string[] {
  const found: string[] = [];
  const page = body.replace(/<!--[\s\S]*?-->/g, '');
  if (unseen.test(page))
    found.push(`unseen: ${JSON.stringify(page.slice(Math.max(0, page.search(unseen) - 40)).slice(0, 80))}`);
  const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  visit(tree, (node) => {
    if (node.type === 'image' || node.type === 'imageReference' || node.type === 'definition') found.push(node.type);
    if (node.type === 'html' && node.value.split('\n').some((line) => !isOwn(line, node.value)))
      found.push(`html: ${node.value.slice(0, 120)}`);
    if (node.type === 'link' && !isOurs(node.url)) found.push(`link: ${node.url.slice(0, 120)}`);
    if (node.type === 'text') found.push(...callsIn(node.value, people));
  });
  const [opened, closed] = [/<details>/g, /<\/details>/g].map(
    (tag) => page.replace(/^```[\s\S]*?^```/gm, '').match(tag)?.length ?? 0,
  );
  if (opened !== closed) found.push(`details: ${opened} opened, ${closed} closed`);
  return found;
}

function isOwn(line: string, whole: string): boolean {
  return line.trim() === '' || ownHtml.test(line.trim()) || ownHtml.test(whole.trim()) || !/[<>]/.test(line);
}

/** Addresses that somebody typed are made links by GitHub itself; ours lead into the repository. */
function isOurs(url: string): boolean {
  return /^(?:https:\/\/github\.com\/acme\/ops\b|https?:\/\/evil\.example|mailto:)/.test(url);
}

/** Mentions and references in a text that is no code. */
export function callsIn(text: string, people: readonly string[]): readonly string[] {
  const mentions = [...text.matchAll(/(?<![\w/])@([\w-]+(?:\/[\w-]+)?)/g)].flatMap(([all, who = '']) =>
    people.includes(who) ? [] : [all],
  );
  const references = [
    ...text.matchAll(
      /(?:\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):? (?:[\w-]+\/[\w.-]+)?#\d+)|\b[\w-]+\/[\w.-]+#\d+|\bGH-\d+/gi,
    ),
  ];
  return [...mentions, ...references.map(([all]) => all)];
}
