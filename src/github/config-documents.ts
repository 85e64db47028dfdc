// The documents that read a repository's config, by itself and as a part of a look. Every value is a variable.

const file = '... on Blob { oid text isTruncated }';
const entry = 'name mode type';
/** Files of `.github/sitrep/`, two folders deep: what a handbook and its templates need. */
const folder = `entries {
  ${entry}
  object { ... on Blob { text isTruncated } ... on Tree { entries { ${entry} object { ... on Blob { text isTruncated } } } } }
}`;

/** Oids of the config, its folder and the service catalog, with their texts where `$withConfig` says so. */
export const configFields = `config: object(expression: "HEAD:.github/sitrep.yml") { __typename oid ...configText @include(if: $withConfig) }
  folder: object(expression: "HEAD:.github/sitrep") { __typename oid ...folderTexts @include(if: $withConfig) }
  catalog: object(expression: "HEAD:catalog-info.yaml") { __typename oid ...configText @include(if: $withConfig) }`;
/** The text of a file. */
export const configText = 'fragment configText on Blob { text isTruncated }';
/** The texts of a folder. */
export const folderTexts = `fragment folderTexts on Tree { ${folder} }`;
/** What {@link configFields} spreads. */
export const configTexts = `${configText}\n${folderTexts}`;

/** The config's texts, where a look showed oids that are not known yet. */
export const configDocument = `query config($owner: String!, $name: String!, $withConfig: Boolean!) {
  repository(owner: $owner, name: $name) { ${configFields} }
}
${configTexts}`;

/** A file by its oid: the config that an open incident is pinned to. */
export const blobDocument = `query blob($owner: String!, $name: String!, $oid: GitObjectID!) {
  repository(owner: $owner, name: $name) { object(oid: $oid) { ${file} } }
}`;

/** A folder by its oid: the handbooks and pages that an open incident is pinned to. */
export const treeDocument = `query tree($owner: String!, $name: String!, $oid: GitObjectID!) {
  repository(owner: $owner, name: $name) { object(oid: $oid) { __typename ...folderTexts } }
}
fragment folderTexts on Tree { ${folder} }`;

/** The configs of many repositories at once, by node id. */
export const configsDocument = `query configs($ids: [ID!]!, $withConfig: Boolean!) {
  nodes(ids: $ids) { ... on Repository { name owner { login } ${configFields} } }
}
${configTexts}`;
